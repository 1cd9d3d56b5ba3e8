"""Speed and memory, measured apart from the tests; `make bench` runs every `bench_*.py` here."""
