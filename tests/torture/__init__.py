"""The site while its processes are killed: briefly in `make test`, long in `make torture`."""
