"""Files as they were given, each kept once for each organisation by its content."""
