# Dateline: `make demo` shows what it does, `make test` checks all of it. `make help` lists the rest.
# Both need Linux (tried on Debian 12), Python 3.11 or newer with venv, git and make. The first run installs into .venv; after
# that nothing is fetched until a lock file or pyproject.toml changes.

VENV := .venv
BIN := $(VENV)/bin
DEMO := .dateline/demo.db
RUN := $(VENV)/.installed
DEV := $(VENV)/.installed-dev
UV ?= uv
COMPILE = $(UV) pip compile pyproject.toml --quiet --generate-hashes --universal --python-version 3.11 \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" $(if $(UPGRADE),--upgrade)

.DEFAULT_GOAL := help
.PHONY: help demo test lint format types contract unit docs lock clean

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 20

demo: $(RUN) ## read the bundled reports and print who said what
	@sh tools/demo.sh $(BIN)/dateline examples/reports $(DEMO)

test: lint types contract unit docs ## lint, types, import contract, tests, docs

lint: $(DEV) ## ruff: rules and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: $(DEV) ## let ruff mend what it can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: $(DEV) ## mypy --strict
	$(BIN)/mypy

contract: $(DEV) ## import-linter: the layers of the house
	$(BIN)/lint-imports

unit: $(DEV) ## pytest
	$(BIN)/python -m pytest

docs: $(DEV) ## build the docs into site/, strictly
	$(BIN)/mkdocs build --strict --quiet --site-dir site

lock: ## write the lock files anew (needs uv; UPGRADE=1 takes newer versions)
	@command -v $(UV) >/dev/null || { echo "error: 'make lock' needs uv: pip install uv, or UV=/path/to/uv make lock" >&2; exit 2; }
	$(COMPILE) --group build --output-file requirements.lock
	$(COMPILE) --group dev --constraints requirements.lock --output-file requirements-dev.lock

clean: ## remove .venv, the demo store, built docs and caches
	rm -rf $(VENV) .dateline site dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(RUN): requirements.lock pyproject.toml
	@sh tools/setup.sh $(VENV) requirements.lock
	@touch $@

$(DEV): requirements-dev.lock pyproject.toml
	@sh tools/setup.sh $(VENV) requirements-dev.lock
	@touch $@ $(RUN)
