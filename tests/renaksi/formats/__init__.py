"""Known plans written to files of each format by writers that know nothing of the readers."""
