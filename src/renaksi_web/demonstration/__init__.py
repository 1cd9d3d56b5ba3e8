"""The demonstration: one office's year up to 5 October 2022, lived through the services."""
