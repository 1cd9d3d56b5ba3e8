# Renaksi's two commands are `make run` and `make test`; `make` alone lists the rest.
# Everything happens in .venv, built from the hashed locks in requirements/.

SHELL := /bin/sh
BIN := .venv/bin
PLAN := examples/kemangkon-2022.txt

.DEFAULT_GOAL := help
.PHONY: help run test check bench docs lock clean venv venv-dev

help:  ## list these targets
	@echo "Renaksi reads, checks and measures action plans (Rencana Aksi)."
	@echo
	@sed -n 's/^\([a-z]*\):.*  ## \(.*\)/  make \1|\2/p' Makefile | \
		while IFS='|' read -r target words; do printf '%-14s %s\n' "$$target" "$$words"; done
	@echo
	@echo "PYTHON=/path/to/python chooses the interpreter; PLAN=file another plan for make run."

run: venv  ## read the shipped plan of Kemangkon: its cascade and its gravest findings
	@$(BIN)/renaksi show $(PLAN) || [ $$? -eq 1 ]
	@echo
	@$(BIN)/renaksi check --gravest $(PLAN) || [ $$? -eq 1 ]

test: venv-dev  ## run all the tests
	@$(BIN)/pytest -n 2 --dist loadfile

check: venv-dev  ## hold style, types, import contracts and the rules of the house
	@failed=; \
	for tool in "ruff check" "ruff format --check" mypy "lint-imports --no-logo" \
		"python scripts/check_house.py"; do \
		echo "· $$tool"; $(BIN)/$$tool || failed=yes; \
	done; [ -z "$$failed" ]

bench: venv-dev  ## run the benchmarks and print their tables
	@for file in benchmarks/bench_*.py; do $(BIN)/python -m "benchmarks.$$(basename "$$file" .py)" || exit 1; done

docs: venv-dev  ## write the generated pages and the outputs shown in the README anew
	$(BIN)/python scripts/rule_pages.py
	$(BIN)/python scripts/cli_page.py
	$(BIN)/python scripts/shown_outputs.py --write

lock:  ## solve the dependencies anew (needs uv) and write requirements/
	@command -v uv >/dev/null || { echo "make lock needs uv: pipx install uv" >&2; exit 1; }
	scripts/lock.sh

clean:  ## remove .venv and every cache
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis build dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

venv:
	@scripts/venv.sh run

venv-dev:
	@scripts/venv.sh dev
