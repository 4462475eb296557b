# Each target is thin: the work is in `python -m generator`. Written for make 3.81, which macOS still ships.
export NO_MKDOCS_2_WARNING = 1
python := .venv/bin/python

.PHONY: help site offline serve preview new from-issue check fmt rename merge retire diff explain schema sources
.PHONY: test accept bench shots lock clean set-up set-up-tests

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

site: set-up ## build the site into site/ (the first run sets up .venv)
	@$(python) -m generator build

offline: set-up ## build the site into site.zip: one file, which opens from a disk without any network
	@$(python) -m generator offline

serve: set-up ## show the site at a local address and rebuild it at every edit (PORT=8000)
	@$(python) -m generator serve $(if $(PORT),--port $(PORT))

# What `make new` takes: the flags of the verb, in capitals. Only what is given to make itself counts, as others may have
# a NAME in their environment.
of_new := TITLE DATE SUMMARY URL PUBLISHER PUBLISHED SOURCE_TITLE LANGUAGE ACTOR PLACE THEME ID DATE_ADDED
of_new += NAME KIND DESCRIPTION SHORT HANGUL ALSO_KNOWN_AS COUNTRY PART_OF SPEAKS_FOR INSTANCE BROADER GRADE REASON
given = $(if $(filter command,$(origin $(1))),"--$$(echo $(1) | tr A-Z_ a-z-)=$$$(1)")

new: set-up ## begin an entry: asks, or takes TITLE=… DATE=… and more (WHAT=actor NAME=… for other kinds)
	@$(python) -m generator new $(WHAT) $(foreach flag,$(of_new),$(call given,$(flag)))

preview: set-up ## show the page of one entry, by its id or file, in a moment (ENTRY=mine-laying-order OPEN=1)
	@$(python) -m generator preview "$(ENTRY)" $(if $(OPEN),--open)

from-issue: set-up ## turn the text of an issue form into a draft, or into a note on what to correct (FILE=…)
	@$(python) -m generator from-issue "$(or $(FILE),-)"

check: set-up ## report every fault of the entries (AGAINST=main: also changes without a revision)
	@$(python) -m generator check $(if $(AGAINST),--against "$(AGAINST)")

fmt: set-up ## lay out the entries in their one way (CHECK=1: only show what would change; WHAT=path: only that)
	@$(python) -m generator fmt $(if $(CHECK),--check) $(WHAT)

cautious = $(if $(DRY_RUN),--dry-run) $(if $(FORCE),--force)

rename: set-up ## give an entry, a source or a claim another id: FROM=… TO=… (DRY_RUN=1 only tells what would change)
	@$(python) -m generator rename $(if $(FROM),"$$FROM") $(if $(TO),"$$TO") $(cautious)

merge: set-up ## make two entries, sources or claims that are one into one: FROM=… INTO=… (DRY_RUN=1)
	@$(python) -m generator merge $(if $(FROM),"$$FROM") $(if $(INTO),"$$INTO") $(cautious)

retire: set-up ## withdraw a development: ENTRY=… REASON=… (CLAIMS_TO=entry#claim or DROP_STATEMENTS=1; DRY_RUN=1)
	@$(python) -m generator retire $(if $(ENTRY),"$$ENTRY") $(if $(REASON),--reason "$$REASON") \
		$(if $(CLAIMS_TO),--claims-to "$$CLAIMS_TO") $(if $(DROP_STATEMENTS),--drop-statements) $(cautious)

diff: set-up ## tell in words what the entries say otherwise than in REV=main (FORMAT=markdown OUTPUT=file)
	@$(python) -m generator diff "$(or $(REV),main)" $(if $(FORMAT),--format $(FORMAT)) $(if $(OUTPUT),--output "$(OUTPUT)")

explain: set-up ## tell what a code of a report means and how to mend the fault (CODE=dangling-link; without one, list all)
	@$(python) -m generator explain $(CODE)

schema: set-up ## write into schema/ what editors complete and check entries by
	@$(python) -m generator schema

sources: set-up ## ask whether the sources can still be read; needs a network, and only reports
	@$(python) -m generator sources

test: set-up-tests ## run formatting, lint, types and all tests (NO_BROWSER=1, NO_JAVA=1 and NO_NODE=1 skip those that need them)
	$(python) -m ruff format --check .
	$(python) -m ruff check .
	$(python) -m mypy --strict generator tests benchmarks
	$(python) -m pytest

accept: set-up-tests ## rewrite the expected files of the tests; read that diff before you commit it
	@ACCEPT=1 $(python) -m pytest

bench: set-up ## measure how the build grows, next to a plain MkDocs build, and how long a check takes
	@$(python) -m benchmarks
	@$(python) -m benchmarks.checking

shots: set-up-tests site ## take pictures of seven pages, on desktop and phone, light and dark, into shots/
	@$(python) -m tests.shots $(if $(README),--readme)

lock: set-up ## renew the locked requirements (LOCK=--upgrade for the newest versions)
	@sh requirements/lock.sh $(LOCK)

clean: ## remove what builds and tests leave behind, all but .venv
	rm -rf site site.zip .site-* .preview .mypy_cache .ruff_cache .pytest_cache .hypothesis benchmarks/out shots

set-up:
	@sh requirements/install.sh

set-up-tests:
	@sh requirements/install.sh test
	@test -n "$(NO_BROWSER)" || $(python) tests/chromium.py
	@test -n "$(NO_JAVA)" || $(python) -m tests.nu
	@test -n "$(NO_NODE)" || $(python) -m tests.ajv
