"""What leaves as a table and comes back: the plan and what it reached, and the entry template."""
