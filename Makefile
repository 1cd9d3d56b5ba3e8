# Renaksi's two commands are `make run` and `make test`; `make` alone lists the rest.
# Everything happens in .venv, built from the hashed locks in requirements/.

SHELL := /bin/sh
BIN := .venv/bin
PLAN := examples/kemangkon-2022.txt
PORT ?= 8000
KILLS ?= 200
COMPILED_BENCHES := reading nation start checks

.DEFAULT_GOAL := help
.PHONY: help run plan reset-demo site compiled test torture check bench docs messages lock clean venv venv-web venv-dev

help:  ## list these targets
	@echo "Renaksi reads, checks and measures action plans (Rencana Aksi)."
	@echo
	@sed -n 's/^\([a-z-]*\):.*  ## \(.*\)/  make \1|\2/p' Makefile | \
		while IFS='|' read -r target words; do printf '%-17s %s\n' "$$target" "$$words"; done
	@echo
	@echo "PYTHON=/path/to/python chooses the interpreter, PORT=8001 another port for make run,"
	@echo "PLAN=file another plan for make plan."

run: venv-web  ## serve the demonstration on this machine (PORT=8000); prints address and accounts
	@$(BIN)/python -m renaksi_web demo --serve --port $(PORT)

plan: venv  ## read the shipped plan of Kemangkon: its cascade and its gravest findings
	@$(BIN)/renaksi show $(PLAN) || [ $$? -eq 1 ]
	@echo
	@$(BIN)/renaksi check --gravest $(PLAN) || [ $$? -eq 1 ]

reset-demo: venv-web  ## start the demonstration afresh, with new passwords
	@$(BIN)/python -m renaksi_web demo --reset

site: venv-web  ## serve an installation of your own, empty at first (PORT=8000)
	@$(BIN)/python -m renaksi_web migrate
	@$(BIN)/python -m renaksi_web serve --port $(PORT)

compiled: venv-web  ## compile the core: plans are read twice as fast (needs a C compiler)
	@scripts/compiled.sh build

test: venv-dev  ## run all the tests, on PostgreSQL and in a browser too where they are
	@scripts/test.sh -n 2 --dist loadfile --no-loadscope-reorder

torture: venv-dev  ## kill the site 200 times, race and fuzz long; read 16,000 known and 5,000 changed files
	@RENAKSI_TEST_KILLS=$(KILLS) RENAKSI_TEST_ROUNDS=100 RENAKSI_TEST_FUZZ=500 TESTS="tests/torture \
		tests/renaksi_web/tracking/test_at_once.py tests/renaksi_web/web/test_forms.py" scripts/test.sh -s -v
	@RENAKSI_LAYOUTS=0:100 RENAKSI_HOSTILE=1 RENAKSI_MUTATIONS=5000 RENAKSI_FORMATS=0:100 \
		$(BIN)/pytest tests/renaksi/formats -n 2 --dist loadfile

check: venv-dev  ## hold style, types, import contracts and the rules of the house
	@failed=; \
	for tool in "ruff check" "ruff format --check" mypy "lint-imports --no-logo" \
		"python scripts/check_house.py"; do \
		echo "· $$tool"; $(BIN)/$$tool || failed=yes; \
	done; [ -z "$$failed" ]

bench: venv-dev  ## run the benchmarks and print their tables, reading also with the compiled core
	@scripts/compiled.sh remove
	@for file in benchmarks/bench_*.py; do $(BIN)/python -m "benchmarks.$$(basename "$$file" .py)" || exit 1; done
	@if scripts/compiled.sh build; then \
		for name in $(COMPILED_BENCHES); do $(BIN)/python -m "benchmarks.bench_$$name" || exit 1; done; \
	fi

docs: venv-dev  ## write the generated pages and the outputs shown in the README anew
	$(BIN)/python scripts/rule_pages.py
	$(BIN)/python scripts/cli_page.py
	$(BIN)/python scripts/role_page.py
	$(BIN)/python scripts/shown_outputs.py --write

messages: venv-dev  ## gather the sentences of the pages for translation, and compile them
	@scripts/messages.sh

lock:  ## solve the dependencies anew (needs uv) and write requirements/
	@command -v uv >/dev/null || { echo "make lock needs uv: pipx install uv" >&2; exit 1; }
	scripts/lock.sh

clean:  ## remove .venv and every cache
	@scripts/compiled.sh remove
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis build dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

venv:
	@scripts/venv.sh run

venv-web:
	@scripts/venv.sh web

venv-dev:
	@scripts/venv.sh dev
