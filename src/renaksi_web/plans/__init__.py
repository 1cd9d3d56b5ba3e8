"""Plans: how they come in, how they are written, changed, verified and set."""
