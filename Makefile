# Every task of the project. `make` alone lists them.
# What it installs stays in the checkout: .tools/, .venv/ and node_modules/.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.PHONY: help run test check fix docs screenshots bench soak mutants sbom vendor clean

UV_VERSION := 0.13.9
INSTALL_UV := install --quiet --disable-pip-version-check uv==$(UV_VERSION)
PYTHON ?= python3
UV := $(or $(shell command -v uv 2>/dev/null),.tools/uv/bin/uv)
IN_VENV := $(UV) run --no-sync
LOCKED := pyproject.toml uv.lock
# A worker for each processor, as far as memory goes; the tests of a file share what is slow to start.
PARALLEL := --numprocesses=logical --maxprocesses=4 --dist=loadfile
SBOM ?= build/sbom.cdx.json

# The interpreter is the machine's own; nothing is fetched in its place.
export UV_PYTHON_DOWNLOADS := never
# Universities and councils read their own encrypted traffic: trust whom the machine trusts.
ifneq ($(wildcard /etc/ssl/certs/ca-certificates.crt /etc/pki/tls/certs/ca-bundle.crt),)
export UV_SYSTEM_CERTS ?= true
endif
# Another project's environment that happens to be active is none of ours.
unexport VIRTUAL_ENV

help: ## list the tasks
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: .venv/.serve ## install, prepare the database and serve (PORT, HOST and DATABASE_URL are honoured)
	@# This brings the database to the newest revision first, whatever is in it.
	@exec $(IN_VENV) partnership serve --samples

test: .venv/.dev ## install what is missing and run every test (ARGS="-k word" narrows)
	@$(IN_VENV) python -m tests.tools.browser
	@$(IN_VENV) python -m tests.tools.servers
	@$(IN_VENV) python -m tests.tools.pango
	@$(IN_VENV) python -m tests.tools.office
	$(IN_VENV) pytest $(PARALLEL) $(ARGS)

check: .venv/.dev ## format, lint, types, import contracts, dependencies, licences, secrets, links and generated docs
	$(IN_VENV) ruff format --check .
	$(IN_VENV) ruff check .
	$(IN_VENV) mypy
	$(IN_VENV) lint-imports
	$(IN_VENV) deptry .
	$(IN_VENV) python -m tests.tools.links
	$(IN_VENV) python -m tests.tools.supply
	$(IN_VENV) python -m dashboard.docs --check

fix: .venv/.dev ## mend what the formatter and the linter can mend
	$(IN_VENV) ruff check --fix-only .
	$(IN_VENV) ruff format .

docs: .venv/.dev ## write the generated pages under docs/ again
	$(IN_VENV) python -m dashboard.docs

screenshots: .venv/.dev ## draw the pictures under docs/ again
	@$(IN_VENV) python -m tests.tools.browser
	$(IN_VENV) python -m tests.tools.screenshots

bench: .venv/.dev ## measure speed beside raw SQL and a tutorial's page (ARGS="--sizes S,M" narrows)
	@$(IN_VENV) python -m tests.tools.browser
	$(IN_VENV) python -m tests.bench $(ARGS)

soak: .venv/.dev ## try for half an hour what is promised: load, faults, clocks, recovery (ARGS narrows)
	@$(IN_VENV) python -m tests.tools.browser
	@$(IN_VENV) python -m tests.tools.servers
	$(IN_VENV) python -m tests.soak $(ARGS)

mutants: .venv/.dev ## change the arithmetic bit by bit and see that tests notice (ARGS=--kept looks at the last run)
	$(UV) run --frozen --isolated --group mutants nice python -m tests.mutants $(ARGS)

sbom: | $(UV) ## write the bill of materials of what serves people (CycloneDX)
	@mkdir -p "$(dir $(SBOM))"
	$(UV) export --quiet --frozen --preview-features sbom-export --format cyclonedx1.5 \
	  --no-default-groups --group serve --output-file "$(SBOM)"

vendor: .venv/.dev ## copy the carried browser files from node_modules again
	$(IN_VENV) python -m tests.tools.vendor

clean: ## remove what was installed and what the tools left; the database stays
	rm -rf .tools .venv node_modules build mutants ./*.egg-info .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis

# The stamps below say what an environment was last made from, so a second start installs nothing.
# Compiling on arrival saves each start a second or two, also where Python may not write its cache.

# Serving needs less than developing. What a developer has installed besides is left alone.
.venv/.serve: $(LOCKED) | $(UV)
	@rm -f .venv/.dev
	$(UV) sync --frozen --compile-bytecode --inexact --no-default-groups --group serve --python "$(PYTHON)"
	@touch $@

.venv/.dev: $(LOCKED) | $(UV)
	$(UV) sync --frozen --compile-bytecode --python "$(PYTHON)"
	@touch .venv/.serve $@

.tools/uv/bin/uv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "Python 3.11 or newer is needed; $(PYTHON) is $$($(PYTHON) --version 2>&1 || true)." >&2; \
	  echo "Name another one with: make $(MAKECMDGOALS) PYTHON=python3.12" >&2; exit 1; }
	@echo "installing uv into .tools/"
	@$(PYTHON) -m venv .tools/uv >/dev/null && .tools/uv/bin/python -m pip $(INSTALL_UV) \
	  || { rm -rf .tools/uv; $(PYTHON) -m pip $(INSTALL_UV) --target .tools/uv; } \
	  || { echo "Python's venv or pip is needed, on Debian: apt install python3-venv" >&2; exit 1; }
