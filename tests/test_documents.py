"""What the documents name is there: commands with their variables and options, files, and modules to run."""

import argparse
import os
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from generator.verbs import VERBS

ROOT = Path(__file__).parent.parent
DOCUMENTS = [
    *(ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / ".github" / "PULL_REQUEST_TEMPLATE.md"),
    *sorted((ROOT / "docs").rglob("*.md")),
]
# What code spans and fenced blocks hold.
_CODE = re.compile(r"^```[^\n]*\n(.*?)^```$|`([^`]+)`", re.DOTALL | re.MULTILINE)
_MAKE = re.compile(r"(?:^|\$ |; )make ([a-z-]+)((?: +(?:\\\n *)?[A-Z_]+=(?:\"[^\"]*\"|\S*))*)", re.MULTILINE)
_VARIABLE = re.compile(r"([A-Z_]+)=")
_MODULE = re.compile(r"python -m ([a-z_.]+)(?: ([a-z-]+)((?: [^\s`]+)*))?")
_OPTION = re.compile(r"--[a-z-]+")
# What `make` alone lists.
LISTED = dict(re.findall("^([a-z-]+):.*## (.*)", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
# What is a file without a folder before it, and what is made where the program runs.
_ENDING = re.compile(r"\w\.(py|md|yml|toml)$")
MADE = {"site/"}
# What `make` hands on to others than its own recipes.
HANDED_ON = {"PYTHON", "CHROMIUM", "SITE_URL", "EDIT_URL", "REPORT_URL"}


def code(text: str) -> Iterator[str]:
    """What stands as code in a document: each fenced block and each span."""
    for block, span in _CODE.findall(text):
        yield block or " ".join(span.split())


def targets(text: str) -> set[tuple[str, str]]:
    """The targets of `make` that a document names, each with a variable that is given to it, or none."""
    found = set()
    for target, given in (match for piece in code(text) for match in _MAKE.findall(piece)):
        found |= {(target, variable) for variable in ["", *_VARIABLE.findall(given)]}
    return found


def options(text: str) -> Iterator[tuple[str, str]]:
    """The options that a document names, each with its verb, or none where it stands alone."""
    for piece in code(text):
        words = re.sub(r"^(\$ )?python -m generator ", "", piece).split()
        if words and words[0].startswith("--"):
            yield "", words[0]
        elif words and words[0] in VERBS:
            yield from ((words[0], option) for option in _OPTION.findall(piece))


def modules(text: str) -> set[str]:
    """The modules and the verbs that a document says to run."""
    named = {match for piece in code(text) for match in _MODULE.findall(piece)}
    return {f"{module} {verb}" if module == "generator" else module for module, verb, _ in named}


@cache
def recipe(target: str, *given: str) -> str:
    """What make would run, or how it complains."""
    kept = {name: value for name, value in os.environ.items() if not re.match("MAKE|MFLAGS|NO_", name)}
    command = ["make", "--dry-run", "--old-file=set-up", target, *given]
    done = subprocess.run(command, cwd=ROOT, env=kept, capture_output=True, text=True, check=False)
    return done.stdout if done.returncode == 0 else done.stderr


def passes_on(target: str, variable: str) -> bool:
    """Whether it makes a difference to the recipe of a target that a variable is given."""
    return variable in HANDED_ON or recipe(target, f"{variable}=another") != recipe(target)


@cache
def help_of(verb: str) -> str:
    parser = argparse.ArgumentParser()
    VERBS[verb].arguments(parser)
    return parser.format_help()


def has_option(verb: str, option: str) -> bool:
    return any(re.search(rf"{option}\b", help_of(one)) for one in ([verb] if verb else VERBS))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_a_document_tells_to_type_exists(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    named = targets(text)
    assert {target for target, _ in named} - LISTED.keys() == set()
    assert {(target, name) for target, name in named if name and not passes_on(target, name)} == set()
    assert {pair for pair in options(text) if not has_option(*pair)} == set()
    assert {module for module in modules(text) if not is_run(module)} == set()


def is_run(module: str) -> bool:
    name, _, verb = module.partition(" ")
    path = ROOT / name.replace(".", "/")
    return (not verb or verb in VERBS) and (path.with_suffix(".py").exists() or (path / "__main__.py").exists())


@pytest.mark.parametrize("target", LISTED)
def test_a_target_takes_the_variables_that_make_lists_with_it(target: str) -> None:
    assert [name for name in _VARIABLE.findall(LISTED[target]) if not passes_on(target, name)] == []


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_is_told_to_contributors(verb: str) -> None:
    told = {target for path in DOCUMENTS for target, _ in targets(path.read_text(encoding="utf-8"))}
    assert ("site" if verb == "build" else verb) in told


def test_verbs_come_in_the_order_of_the_targets() -> None:
    targets_of_verbs = [target.replace("site", "build") for target in LISTED]
    assert [verb for verb in targets_of_verbs if verb in VERBS] == list(VERBS)


@pytest.mark.parametrize("verb", VERBS)
def test_help_names_in_capitals_what_is_typed_without_an_option(verb: str) -> None:
    assert re.findall(r"^  ([a-z]\w*)", help_of(verb), re.MULTILINE) == []


def files(text: str) -> set[str]:
    """The files and folders that a document names: what has a slash or an ending, and no gap to fill."""
    spans = {span for _, span in _CODE.findall(text) if re.fullmatch(r"[\w.-]+(/[\w.-]+)*/?", span)}
    return {span for span in spans if "/" in span or _ENDING.search(span)} - MADE


def is_there(name: str) -> bool:
    """Whether there is such a file, in the repository or in the generator."""
    return (ROOT / name).exists() or (ROOT / "generator" / name).exists()


def test_files_that_the_architecture_names_are_there() -> None:
    text = (ROOT / "docs" / "contribute" / "architecture.md").read_text(encoding="utf-8")
    assert len(files(text)) > 50
    assert [name for name in sorted(files(text)) if not is_there(name)] == []


def test_the_architecture_says_what_each_verb_goes_by() -> None:
    text = (ROOT / "docs" / "contribute" / "architecture.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (.+?) \|", text.split("{#verbs}")[1].split("\n## ")[0], re.MULTILINE)
    assert sorted(re.findall("`([a-z-]+)`", " ".join(rows))) == sorted(VERBS)


# Samples that name what is not there


def test_commands_are_found_in_spans_and_blocks() -> None:
    block = '```console\n$ make new TITLE="A b" \\\n    ID=a\nmake: ***\n```\n'
    text = f"`make diff REV=main` and `make`; to make check\n\n{block}"
    assert targets(text) == {("diff", ""), ("diff", "REV"), ("new", ""), ("new", "TITLE"), ("new", "ID")}
    assert modules("`python -m generator new --help`, `python -m benchmarks`") == {"generator new", "benchmarks"}
    assert list(options("`check --format github`, `--summary FILE`, `python -m generator fmt --check`")) == [
        *(("check", "--format"), ("", "--summary"), ("fmt", "--check"))
    ]


def test_what_is_not_there_is_noticed() -> None:
    assert "check" in LISTED
    assert "chekc" not in LISTED
    assert passes_on("new", "TITLE")
    assert passes_on("diff", "REV")
    assert not passes_on("new", "TITEL")
    assert not has_option("check", "--check")
    assert has_option("fmt", "--check")
    assert files("`a/b.py`, `x.md`, `and/or <id>`, `word`, `report/`") == {"a/b.py", "x.md", "report/"}
    assert is_there("report/")
    assert not is_there("reprot/")
    assert not is_run("generator chekc")
    assert not is_run("generator.geometri")
