# The two commands that matter:   make demo   and   make test
# Both set up what they need: Python 3.11 or newer, make and a package index are enough.

PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed
PYTEST_ARGS ?=

CODE  := src tests evaluation training benchmarks demo
TYPED := src evaluation training benchmarks demo
# mypy stops at a folder without Python in it, so only those that have some are named
typed_folders = $(foreach folder,$(TYPED),$(if $(shell find $(folder) -name '*.py' 2>/dev/null | head -n 1),$(folder)))
code_folders  = $(wildcard $(CODE))

.DEFAULT_GOAL := help
.PHONY: help setup demo test check lint format types imports unit gate browser bench wheel clean

help:  ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# --- setting up -----------------------------------------------------------------------------------------------------

setup: $(STAMP)  ## make .venv, with careo and the tools of development in it

# Training needs PyTorch, which is large, and the comparison other pipelines' library; their tests run where they are there, and always in CI.
comma  := ,
EXTRAS := dev$(if $(CI),$(comma)training$(comma)comparison)

$(STAMP): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "careo needs Python 3.11 or newer; this is " + sys.version.split()[0] + ": try make PYTHON=python3.12 ...")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[$(EXTRAS)]'
	@touch $@

# --- using ----------------------------------------------------------------------------------------------------------

demo: $(STAMP)  ## build a ledger from the demo articles and name its page
	$(BIN)/careo demo

# --- testing --------------------------------------------------------------------------------------------------------

# Every piece runs even where an earlier one fails; the tests come last, so that their closing line is the last line.
test: $(STAMP)  ## everything that has to hold before a change is good
	@$(MAKE) --no-print-directory --keep-going lint types imports gate browser unit

check: $(STAMP)  ## the quick half of make test: style, types, imports
	@$(MAKE) --no-print-directory --keep-going lint types imports

lint: $(STAMP)  ## style
	$(BIN)/ruff check $(code_folders)
	$(BIN)/ruff format --check $(code_folders)

format: $(STAMP)  ## put the code into its format, and mend what can be mended by machine
	$(BIN)/ruff check --fix $(code_folders)
	$(BIN)/ruff format $(code_folders)

types: $(STAMP)  ## mypy, strict
	@$(BIN)/python -c 'import torch' 2>/dev/null || echo "make types: NOT CHECKED: training/ (needs the extra 'training')" >&2
	$(BIN)/mypy $$($(BIN)/python -c 'import torch' 2>/dev/null && echo $(typed_folders) || echo $(filter-out training,$(typed_folders)))

imports: $(STAMP)  ## who may know whom
	$(BIN)/lint-imports --no-logo --no-cache

unit: $(STAMP)  ## pytest; make unit PYTEST_ARGS="tests/unit/text -k offsets"
	$(BIN)/python -m pytest $(PYTEST_ARGS)

gate: $(STAMP)  ## score the gold sets and hold the scores against their floors
	$(BIN)/python -m evaluation.gate

bench: $(STAMP)  ## speed and memory, printed
	$(BIN)/python -m benchmarks.speed

# The page is tested in a real browser. Installed where that can be done unasked; a missing one fails in CI, and is
# said loudly elsewhere.
browser:  ## see to it that chromium is on PATH
	@if command -v chromium >/dev/null; then \
		chromium --version; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null \
		&& apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium >/dev/null; then \
		chromium --version; \
	elif [ -n "$$CI" ]; then \
		echo "make browser: no chromium on PATH and none could be installed; CI needs one" >&2; exit 1; \
	else \
		echo "make browser: NO CHROMIUM: the browser tests will be skipped (install the package chromium)" >&2; \
	fi

# --- releasing ------------------------------------------------------------------------------------------------------

wheel: $(STAMP)  ## dist/careo-VERSION.whl
	$(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps --wheel-dir dist .

clean:  ## remove what was built and cached, .venv included
	rm -rf $(VENV) build dist out .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
