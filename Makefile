# Needs make and Python 3.11 or later with venv, nothing else: everything is installed into .venv.

PYTHON ?= python3
PROFILE ?= default
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
PYTEST := $(BIN)/pytest --numprocesses=auto --dist=worksteal --hypothesis-profile=$(PROFILE)

.DEFAULT_GOAL := help
.PHONY: help demo test check bench deep clean

help:  ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-7s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(READY)  ## answer for the made-up participants and provider of examples/, every line with its paragraph
	@$(BIN)/python examples/demo.py

test: $(READY)  ## run the tests, doctests included
	$(PYTEST)

check: $(READY)  ## lint, types, import layers, tests with branch coverage: what CI runs
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy --strict
	$(BIN)/lint-imports --no-cache
	$(PYTEST) --cov --cov-report=term

bench: $(READY)  ## measure speed, as ratios taken in one run
	@$(BIN)/python benchmarks

deep: $(READY)  ## 10,000 examples of every property, and the long searches
	$(PYTEST) --hypothesis-profile=deep -m "hypothesis or deep"

clean:  ## remove all that the other targets made
	rm -rf $(VENV) .coverage .coverage.* .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache build dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(READY): constraints-dev.txt pyproject.toml src/dwp_rules/_version.py
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed: make PYTHON=python3.11")'
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --require-hashes -r constraints-dev.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@
