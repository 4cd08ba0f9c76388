# The first Python that is new enough; the locks were made for 3.11.
NEW_ENOUGH := import sys, ensurepip; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for each in python3.11 python3 python3.12 python3.13; do $$each -c '$(NEW_ENOUGH)' 2>/dev/null && echo $$each && break; done)
BIN := .venv/bin
INSTALL := $(BIN)/python -m pip --disable-pip-version-check install -qq --no-deps

.PHONY: demo test check soak lock clean

demo: .venv/runtime ## a conversation over sample companies; no key, no server, no network
	@$(BIN)/python -m bot demo

test: .venv/dev ## the whole suite
	$(BIN)/python -m pytest -q -m "not soak" -n 2 --dist loadgroup

check: .venv/dev ## lint, types, tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(MAKE) --no-print-directory test

soak: .venv/dev ## the long runs: crashes, load, random histories
	$(BIN)/python -m pytest -q -m soak --timeout 7200

.venv/bin/pip:
	@test -n "$(PYTHON)" || { echo "Plaza needs Python 3.11 or newer with its venv module (Debian: apt install python3-venv)." >&2; exit 1; }
	rm -rf .venv
	$(PYTHON) -m venv .venv

.venv/runtime: requirements.lock | .venv/bin/pip
	@echo "Installing what Plaza needs into .venv, about a minute ..."
	@$(INSTALL) --require-hashes -r requirements.lock
	@touch $@

.venv/dev: requirements-dev.lock pyproject.toml | .venv/bin/pip
	@echo "Installing what the tests need into .venv, about a minute ..."
	@$(INSTALL) --require-hashes -r requirements-dev.lock
	@$(INSTALL) --no-build-isolation --editable .
	@touch $@

lock: ## remake both locks with uv; they name no host
	uv pip compile pyproject.toml --generate-hashes --no-emit-index-url --override lock-overrides.txt --python-version 3.11 --quiet --output-file requirements.lock
	uv pip compile pyproject.toml --extra dev --generate-hashes --no-emit-index-url --override lock-overrides.txt --python-version 3.11 --quiet --output-file requirements-dev.lock

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache
