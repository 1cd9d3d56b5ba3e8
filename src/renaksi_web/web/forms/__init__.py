"""Plain forms: what may be typed, and what is said about it. Never a model form."""
