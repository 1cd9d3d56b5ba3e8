"""What the house needs around the code: checks of its own rules, and pages that are generated."""
