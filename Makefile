# The commands of this project. `make demo` and `make test` need Python 3.11+, make and git, and nothing else.

PORT ?= 8300
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

# The first Python on the PATH that is new enough; PYTHON=... chooses another.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)

.PHONY: demo install test lint format bench schema lock page clean

demo: install
	@$(BIN)/levelbot demo --port $(PORT)

install: $(VENV)/.installed

$(VENV)/.installed: requirements.txt requirements-build.txt pyproject.toml
	@test -n "$(PYTHON)" || { echo "levelbot needs Python 3.11 or newer on the PATH (or: make PYTHON=/path/to/python3.12)" >&2; exit 2; }
	@echo "Installing levelbot into $(VENV) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) install --require-hashes -r requirements.txt -r requirements-build.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed requirements-dev.txt
	@echo "Installing what tests and checks need ..."
	@$(PIP) install --require-hashes -r requirements-dev.txt
	@touch $@

test: $(VENV)/.installed-dev
	@$(BIN)/python tests/browser.py
	@$(BIN)/pytest -n auto --dist worksteal $(ARGS)

lint: $(VENV)/.installed-dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

format: $(VENV)/.installed-dev
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

# The large ladder is made of O*NET's files, which are not part of this repository: ONET_DATA names their folder.
bench: install
	@$(BIN)/python -m benchmarks.run $(ARGS)

# JSON Schemas for editors; a test fails when they are not those of the models and the ladder.
schema: install
	@$(BIN)/python -m bot.ladder.schema level_data

# Lock every dependency with hashes, for every system and Python that we support; no index address is written.
LOCK = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --upgrade
lock: $(VENV)/.installed-dev
	$(LOCK) pyproject.toml -o requirements.txt
	$(LOCK) --group build -o requirements-build.txt
	$(LOCK) pyproject.toml --group dev -o requirements-dev.txt

clean:
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The page of the local workspace, from local_slack/web/ into local_slack/page/ (Node.js 20 or newer).
.PHONY: page
page:
	cd local_slack/web && npm ci && npm run build
