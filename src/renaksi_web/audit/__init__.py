"""The audit record: what was done, by whom, when, from what, to what and why."""
