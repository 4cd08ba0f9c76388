PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test check soak lock bench clean

.venv/runtime: requirements.lock
	test -d .venv || $(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --no-deps --require-hashes -r requirements.lock
	touch .venv/runtime

.venv/dev: requirements-dev.lock pyproject.toml .venv/runtime
	$(BIN)/pip install --quiet --no-deps --require-hashes -r requirements-dev.lock
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	touch .venv/dev

demo: .venv/runtime ## a conversation over the sample companies, no key, no network
	$(BIN)/python -m bot demo

test: .venv/dev ## the whole suite
	$(BIN)/python -m pytest -q -m "not soak" -n 2 --dist loadgroup

check: .venv/dev ## lint, types, tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(MAKE) test

soak: .venv/dev ## the long runs: crashes, load, random histories
	$(BIN)/python -m pytest -q -m soak --timeout 7200

lock: ## remake both locks; they name no host
	uv pip compile pyproject.toml --generate-hashes --no-emit-index-url --override lock-overrides.txt --python-version 3.11 --quiet --output-file requirements.lock
	uv pip compile pyproject.toml --extra dev --generate-hashes --no-emit-index-url --override lock-overrides.txt --python-version 3.11 --quiet --output-file requirements-dev.lock

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache
