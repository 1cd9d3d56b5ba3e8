"""Placeholder of the package; see ARCHITECTURE.md."""
