# `make lab` and `make test` are all that most people need; `make help` lists the rest.
# PYTHON=/path/to/python3 picks the Python that .venv is made with, LAB_ARGS=... goes to JupyterLab.

BIN := .venv/bin

.PHONY: help setup lab test lint types derived tests quick notebooks beside mutants browser build \
	book book-serve format lock clean
.DEFAULT_GOAL := help

help: ## list these commands
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1	\2/p' Makefile | expand -t 12

setup: ## make .venv, or bring it up to date
	@sh tools/setup.sh

lab: setup ## open JupyterLab on the lessons
	@sh tools/lab.sh $(LAB_ARGS)

test: lint ## run every check below
	@$(MAKE) --no-print-directory -j2 tests beside

# In the time in which the tests wait for something; says all it has to say at once.
beside: setup ## what needs no tests: types and derived
	@said=$$(nice -n 19 $(MAKE) --no-print-directory types derived 2>&1); \
		status=$$?; printf '\n%s\n' "$$said"; exit $$status

lint: setup ## style of the code (ruff)
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: setup ## types of the code (mypy, strict)
	$(BIN)/mypy

derived: setup ## lessons/ and pics/ are up to date, and lack nothing
	$(BIN)/leadin build --check
	$(BIN)/leadin pictures --check

tests: setup ## the tests, a folder for each room, and every solution run again (nbval)
	@sh tools/browser.sh
	$(BIN)/pytest --nbval -n auto --dist loadgroup tests solutions

quick: setup ## the same without the slow ones and the solutions
	$(BIN)/pytest -n auto --dist loadgroup -m "not slow" tests

# With tests/conftest.py, which keeps the cells of a notebook together.
notebooks: setup ## the solutions alone: their outputs are what is stored (nbval)
	$(BIN)/pytest --nbval -n auto --dist loadgroup tests/conftest.py solutions

# Of every exercise 200; the figures are in tests/mutants/README.md.
mutants: setup ## no part of test: judge thousands of changed answers (MUTANTS="--limit 20" for fewer)
	@nice -n 10 $(BIN)/python -m tests.mutants --json .venv/mutants.json $(MUTANTS)

browser: setup ## find or install a Chromium for the tests of the reading site
	@rm -f .venv/browser.log
	@sh tools/browser.sh

build: setup ## derive lessons/ from solutions/, and draw pics/
	$(BIN)/leadin build
	$(BIN)/leadin pictures

book: setup ## make the reading site, into book/_build/html
	$(BIN)/leadin book

book-serve: book ## the same, and serve it on http://localhost:8000 (PORT=... for another port)
	$(BIN)/python -m http.server --bind localhost --directory book/_build/html $(or $(PORT),8000)

format: setup ## mend what `make lint` finds, as far as ruff can
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

lock: setup ## renew constraints.txt (all but torch)
	@sh tools/lock.sh

clean: ## remove .venv and every cache
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis *.egg-info book/_build
	find leadin tests -name __pycache__ -type d -prune -exec rm -rf {} +
