# Moushi: everything a checkout can do. `make` alone lists it; every target does the set-up it needs.
PYSIDE ?= newest
JOBS ?= 2
ARGS ?=

VENV := $(if $(filter newest,$(PYSIDE)),.venv,.venv-$(PYSIDE))
BIN := $(VENV)/bin
SOURCES := desktop tests packaging docs hatch_build.py

# Qt and Python read files as UTF-8 also where no locale is set.
ifeq (,$(findstring UTF-8,$(subst utf8,UTF-8,$(LC_ALL)$(LC_CTYPE)$(LANG))))
export LC_ALL := C.UTF-8
endif
offscreen := QT_QPA_PLATFORM=offscreen

.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
.PHONY: help demo run test test-oldest pytest acceptance bench check format setup setup-window setup-acceptance \
	lock pictures wheel wheel-test clean distclean

help: ## Show this list
	@echo "make TARGET [PYSIDE=newest|6.8.0] [JOBS=2] [ARGS=…]"
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  \1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

demo: setup ## Write a sample store and every kind of output to build/demo
	@rm -rf build/demo && $(offscreen) $(BIN)/moushi demo build/demo
	@echo "The .docx files are the article in every layout, the .pdf and .png its page as the newspaper sets it, the"
	@echo ".txt that page's lines, the .xlsx the progress sheet, the .sqlite the store with the sample's plans: look at"
	@echo "it by"
	@echo "  make run ARGS='--store build/demo/moushi-sample.sqlite'"

run: setup-window ## Open the window (ARGS="--store FILE" for another store)
	@$(BIN)/moushi $(ARGS)

test: $(if $(filter newest,$(PYSIDE)),check) pytest ## Check, then run the tests without a screen

test-oldest: ## Run the tests with the oldest PySide6 that is supported
	@$(MAKE) pytest PYSIDE=6.8.0

pytest: setup
	@$(offscreen) $(BIN)/python -m pytest -n $(JOBS) -q $(ARGS)

acceptance: setup-acceptance ## Rendering, round-trip and kill tests (installs LibreOffice and poppler)
	@$(offscreen) $(BIN)/python -m pytest -m acceptance -n $(JOBS) -q $(ARGS)

bench: setup ## Measure the budgets of the design (ARGS=--strict-budgets: fail when one is missed)
	@$(offscreen) $(BIN)/python -m pytest tests/bench -m bench -p no:randomly -q --benchmark-quiet $(ARGS)

check: setup ## Lint, formatting, types, import rules
	@$(BIN)/ruff check --quiet $(SOURCES)
	@$(BIN)/ruff format --check --quiet $(SOURCES) || { echo "Run: make format"; exit 1; }
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-logo >build/lint-imports.log 2>&1 || { cat build/lint-imports.log; exit 1; }
	@echo "ruff, mypy and import rules: no complaints"

format: setup ## Put the code into the one format
	@$(BIN)/ruff check --quiet --fix $(SOURCES); $(BIN)/ruff format $(SOURCES)

setup: ## Only the set-up: system packages, virtual environment, files that Qt's tools build
	@packaging/setup-system
	@packaging/setup-venv $(VENV) $(PYSIDE)
	@mkdir -p build && $(BIN)/python hatch_build.py

setup-window:
	@packaging/setup-system window
	@$(MAKE) setup

setup-acceptance:
	@packaging/setup-system acceptance
	@$(MAKE) setup

lock: ## Make the hashed requirement files again, with the newest releases
	@packaging/lock

pictures: setup-acceptance ## Make the pictures of README and guide again
	@$(offscreen) $(BIN)/python docs/make_pictures.py
	@$(offscreen) $(BIN)/python docs/make_document_pictures.py

wheel: ## Build the wheel in dist/ (with the oldest PySide6: what its uic writes runs with every newer one)
	@$(MAKE) setup PYSIDE=6.8.0
	@rm -rf dist && .venv-6.8.0/bin/python -m hatchling build -t wheel

wheel-test: wheel ## Install the wheel into an empty environment and run the demo from there
	@packaging/try-wheel

clean: ## Remove what was built, keep the environments
	@rm -rf build dist desktop/moushi/ui/generated resources/i18n/*.qm resources/i18n/*.json .pytest_cache \
		.mypy_cache .ruff_cache .import_linter_cache .hypothesis
	@find $(filter-out hatch_build.py,$(SOURCES)) -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean ## Remove the environments too
	@rm -rf .venv .venv-*
