"""Views: find, form, call, render; about fifteen lines each."""
