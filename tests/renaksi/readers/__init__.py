"""Reading text: whole documents of other offices, properties, hostile and hopeless files."""
