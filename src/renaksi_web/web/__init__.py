"""Pages. No tables here: views ask selectors and call services."""
