"""All official documents of a year, of every office for which a person acts, as archives."""
