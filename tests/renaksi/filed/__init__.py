"""How filed documents are read, judged cell by cell against what a person read from the pages."""
