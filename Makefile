# Sets up, runs, tests and measures the dashboard. `make help` lists the targets.

PYTHON ?= python3
ARTICLES ?= seeds
STORE ?= store
PORT ?= 8501

BIN := .venv/bin
INSTALL := PIP_USE_PEP517=1 $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --upgrade \
	--generate-hashes --custom-compile-command "make lock" --no-annotate --no-emit-index-url --no-emit-find-links
DEBIAN_ROOT := [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null
APT_INSTALL := apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qqy install --no-install-recommends

.PHONY: help run test eval bench lock readme screenshot clean browser office

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST)

run: .venv/installed ## analyse the articles and serve the dashboard (ARTICLES=folder PORT=number)
	$(BIN)/python -m analysis build "$(ARTICLES)" --out "$(STORE)" || [ $$? = 1 ]
	@$(BIN)/python -m pages._ui.fonts
	@echo "http://localhost:$(PORT)"
	@DUIDU_SOURCE="$(ARTICLES)" DUIDU_STORE="$(STORE)" $(BIN)/streamlit run app.py --server.port $(PORT)

test: .venv/installed-dev browser office ## check style and types, then run every test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest --numprocesses 2 --dist loadfile

eval: .venv/installed-dev ## print how well the seed articles and the specifications are read
	@$(BIN)/python -m tests.evaluation.evaluate

bench: .venv/installed-dev browser ## measure building, pages, images, slides, much text and many readers
	@$(BIN)/python tests/benchmarks/bench.py
	@$(BIN)/python -m tests.benchmarks.scale

lock: .venv/installed-dev ## pin the newest versions in requirements*.txt
	$(LOCK) requirements.in --output-file requirements.txt
	$(LOCK) requirements-dev.in --output-file requirements-dev.txt
	$(LOCK) requirements-cluster.in --output-file requirements-cluster.txt

readme: .venv/installed ## bring the data dictionary in README.md up to date
	$(BIN)/python -m analysis.schema.dictionary README.md

screenshot: .venv/installed-dev browser ## take the picture in README.md anew
	$(BIN)/pytest --quiet tests/browser/screenshot.py

clean: ## remove everything that can be made again
	rm -rf .venv "$(STORE)" .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

browser:
	@[ -n "$$DUIDU_BROWSER$$(which chromium google-chrome microsoft-edge 2>/dev/null)" ] || \
	if $(DEBIAN_ROOT); then $(APT_INSTALL) chromium; fi

office:
	@[ -n "$$DUIDU_OFFICE$$(which soffice libreoffice 2>/dev/null)" ] || \
	if $(DEBIAN_ROOT); then $(APT_INSTALL) libreoffice-impress; fi

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	{ echo "Python 3.11 or newer is needed; make PYTHON=python3.12 run names another one."; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || \
	if $(DEBIAN_ROOT); then $(APT_INSTALL) python3-venv; \
	else echo "Python cannot make environments here. On Debian: sudo apt install python3-venv"; exit 1; fi
	$(PYTHON) -m venv .venv

.venv/installed: requirements.txt | .venv/bin/python
	$(INSTALL) -r requirements.txt
	@touch $@

.venv/installed-dev: requirements-dev.txt .venv/installed
	$(INSTALL) -r requirements-dev.txt
	@touch $@
