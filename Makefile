# The words of this project; `make demo` and `make test` do the whole set-up themselves.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
DEMO   ?= build/demo
PYTEST_WORKERS ?= 2

export LANG := C.UTF-8

.PHONY: help setup demo run test test-frozen faults check bench screenshots dist dist-windows format clean

help:
	@echo "make demo   the whole job on an invented school: answers, evidence, bundle, verification"
	@echo "make test   every check and test"
	@echo "make run    the window"
	@echo "make test-frozen   the program as it is handed out, made and let test itself"
	@echo "make faults        hundreds of kills, full drives, pulled sticks and flipped bits, for real"
	@echo "make setup check bench screenshots dist dist-windows format clean"

setup: $(VENV)/.ready

# the stamp is newer than what it was made from: a second call takes no time
$(VENV)/.ready: pyproject.toml installers/linux/system-packages.sh
	@sh installers/linux/system-packages.sh
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing the program and its tools into $(VENV) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

demo: setup
	@rm -rf "$(DEMO)"
	@$(BIN)/zidesk demo "$(DEMO)"

run: setup
	@$(BIN)/zidesk open

test: check $(VENV)/.test-packages
	$(BIN)/python -m pytest -n $(PYTEST_WORKERS)

# an X server for the tests of the real window
$(VENV)/.test-packages: $(VENV)/.ready installers/linux/system-packages.sh
	@sh installers/linux/system-packages.sh tests
	@touch $@

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo --no-cache

faults: $(VENV)/.test-packages
	$(BIN)/python -m tests.real_faults

bench: setup
	$(BIN)/python -m tests.benchmarks

dist: $(VENV)/.dist-packages
	$(BIN)/python installers/build.py

# the Windows program and its installer, made and tried under Wine
dist-windows: $(VENV)/.dist-packages
	$(BIN)/python installers/windows/try_under_wine.py

test-frozen: $(VENV)/.dist-packages
	$(BIN)/python installers/build.py frozen

# PyInstaller, and what it asks of the system
$(VENV)/.dist-packages: $(VENV)/.ready installers/linux/system-packages.sh
	@sh installers/linux/system-packages.sh dist
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dist]'
	@touch $@

screenshots: setup
	$(BIN)/python -m tests.screenshots $(or $(SHOTS),build/screenshots)

format: setup
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean:
	rm -rf $(VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
