"""The floors of the generator: what may import what, who touches the world, and how long a piece of code may be.

Everything here reads source text. Each gate has a sample that breaks it, so that a gate which lets all pass is noticed.
"""

from __future__ import annotations

import ast
import re
import sys
from functools import cache
from pathlib import Path

import pytest

GENERATOR = Path(__file__).parent.parent / "generator"
ARCHITECTURE = GENERATOR.parent / "docs" / "contribute" / "architecture.md"

# From the ground up. A module imports from floors below it, and from what stands before it on its own floor; what
# stands in PEERS never imports its like.
FLOORS = (
    ("aside", "diagnostics", "dates", "prose", "spelling"),
    ("model", "yaml_text", "output", "geometry", "emblem"),
    ("faults", "files", "file_name", "load", "links", "markup", "render", "report"),
    ("corpus", "charts", "listing", "words", "site", "views"),
    ("rules", "pages", "exports"),
    ("build",),
    ("schema", "editing", "review"),
    ("git", "reach", "content", "references", "shell", "archive", "mkdocs_plugin", "publish", "verbs", "__main__"),
)
PEERS = ("rules", "pages", "exports")
ADAPTER = FLOORS[-1]
PLACES = {name: (floor, place) for floor, names in enumerate(FLOORS) for place, name in enumerate(names)}

# Packages of others, each known to the modules named here, and to no more; the rest need only the standard library.
KNOWN_TO = {
    "yaml": {"yaml_text"},
    "pydantic": {"model"},
    "pydantic_core": {"model"},
    "markdown": {"markup"},
    "jinja2": {"render", "mkdocs_plugin"},
    "mkdocs": {"mkdocs_plugin"},
    "material": {"mkdocs_plugin"},
    "tzfpy": {"geometry"},
}
EVERYWHERE = {"generator", "markupsafe"}
# What reads files or folders: `files`, entries; `geometry` and `faults`, the map and the pages that lie beside them.
READING = {"open", "read_text", "read_bytes", "iterdir", "glob", "rglob", "walk", "scandir", "listdir"}
READERS = {"files", "geometry", "faults"}
WRITING = {"write_text", "write_bytes", "mkdir", "makedirs", "unlink", "rmtree", "rmdir", "copytree", "exit", "_exit"}
# What gives another answer tomorrow or elsewhere.
UNSTEADY = {"now", "today", "utcnow", "getenv", "environ", "getlocale", "gethostname", "urlopen", "getcwd"}
UNSTEADY_MODULES = {"time", "random", "socket", "uuid", "secrets", "locale", "http", "subprocess"}

LINES_OF_A_FUNCTION, LINES_OF_A_FILE = 30, 200
# What is longer, and why it reads better so.
LONGER = {
    "pages.development._page": "one line for each value that the template is given",
    "pages.entity._page": "one line for each value that the template is given",
}


def modules() -> dict[str, str]:
    """The source of every module of the generator, by its dotted name below it."""
    found = {}
    for path in sorted(GENERATOR.rglob("*.py")):
        parts = path.relative_to(GENERATOR).with_suffix("").parts
        found[".".join(parts)] = path.read_text(encoding="utf-8")
    del found["__init__"]
    return found


MODULES = modules()


def home(module: str) -> str:
    """The module or package of a floor to which a dotted name belongs."""
    return module.partition(".")[0]


@cache
def imports(source: str) -> tuple[str, ...]:
    """The dotted names that a module imports, wherever in it; `from a import b` gives `a.b`, which may be a module."""
    names: list[str] = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "imports are absolute"
            names += [f"{node.module}.{alias.name}" for alias in node.names]
    return tuple(names)


def own_imports(module: str, all_modules: dict[str, str]) -> set[str]:
    """The modules of the generator that one of them imports, itself left out."""
    names = {name.removeprefix("generator.") for name in imports(all_modules[module]) if name.startswith("generator.")}
    return {the_module(name, all_modules) for name in names} - {module}


def the_module(name: str, all_modules: dict[str, str]) -> str:
    """The module that a dotted name is, or in which it is defined."""
    outer = name.rpartition(".")[0]
    return next(found for found in (name, f"{name}.__init__", outer, f"{outer}.__init__") if found in all_modules)


def wrong_imports(all_modules: dict[str, str]) -> list[str]:
    """Imports that lead upwards, sideways, or to a package that is another module's."""
    wrong = []
    for module in all_modules:
        wrong += [
            f"{module} imports {other}" for other in own_imports(module, all_modules) if not may_import(module, other)
        ]
        others = {home(name) for name in imports(all_modules[module])} - sys.stdlib_module_names - EVERYWHERE
        wrong += [f"{module} imports {name}" for name in others if home(module) not in KNOWN_TO.get(name, ())]
    return sorted(wrong)


def may_import(module: str, other: str) -> bool:
    """Whether the floors let one module import another."""
    if home(module) == home(other):
        return home(module) not in PEERS or module.endswith("__init__")
    (floor, place), (other_floor, other_place) = PLACES[home(module)], PLACES[home(other)]
    is_before = other_floor == floor and other_place < place and home(module) not in PEERS
    return other_floor < floor or is_before


def circles(all_modules: dict[str, str]) -> list[str]:
    """Modules that import themselves by way of others."""
    steps = {module: own_imports(module, all_modules) for module in all_modules}
    found = []
    for start in all_modules:
        reached: set[str] = set()
        ahead = list(steps[start])
        while ahead:
            here = ahead.pop()
            if here not in reached:
                reached.add(here)
                ahead += steps[here]
        if start in reached:
            found.append(start)
    return found


def calls(source: str) -> set[str]:
    """The last names of all that a module calls or looks up."""
    nodes = list(ast.walk(ast.parse(source)))
    called = {node.func for node in nodes if isinstance(node, ast.Call)}
    attributes = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    return attributes | {func.id for func in called if isinstance(func, ast.Name)}


def worldly(all_modules: dict[str, str]) -> list[str]:
    """Modules below the adapter that read what is not theirs to read, write, or ask a clock or the network."""
    found = []
    for module, source in all_modules.items():
        if home(module) in ADAPTER or module.endswith("__main__"):
            continue
        names = calls(source)
        forbidden = names & (WRITING | UNSTEADY | (set() if home(module) in READERS else READING))
        forbidden |= {home(name) for name in imports(source)} & UNSTEADY_MODULES
        found += [f"{module} uses {name}" for name in forbidden]
    return sorted(found)


def too_long(all_modules: dict[str, str]) -> list[str]:
    """Functions and files beyond their length, by name."""
    found = []
    for module, source in all_modules.items():
        if source.count("\n") > LINES_OF_A_FILE:
            found.append(module)
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= LINES_OF_A_FUNCTION:
                found.append(f"{module}.{node.name}")
    return found


# The gates


def test_every_module_has_its_floor() -> None:
    assert {home(module) for module in MODULES} - PLACES.keys() == set()


def test_imports_lead_down() -> None:
    assert wrong_imports(MODULES) == []


def test_no_module_imports_itself_by_way_of_others() -> None:
    assert circles(MODULES) == []


def test_only_load_reads_entries_and_nothing_below_the_adapter_writes_or_asks_a_clock() -> None:
    assert worldly(MODULES) == []


def test_functions_and_files_are_short_enough_to_read_at_once() -> None:
    assert sorted(too_long(MODULES)) == sorted(LONGER)


def test_every_module_says_what_it_owns() -> None:
    assert [module for module, source in MODULES.items() if source and not ast.get_docstring(ast.parse(source))] == []


def floors_told(page: str) -> dict[int, set[str]]:
    """By floor: the modules that the table of a page names."""
    rows = re.findall(r"^\| (\d) \| (.+?) \|", page, re.MULTILINE)
    return {int(floor): {name.rstrip("/") for name in re.findall("`([^`]+)`", names)} for floor, names in rows}


def test_contributors_are_told_the_floors_as_they_are() -> None:
    assert floors_told(ARCHITECTURE.read_text(encoding="utf-8")) == {
        floor: set(names) for floor, names in enumerate(FLOORS)
    }


# A sample that breaks each


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("pages.bad", "from generator.exports import redirects"),
        ("pages.bad", "from generator.pages import home"),
        ("pages.bad", "from generator import rules"),
        ("rules.bad", "from generator.rules.circles import check"),
        ("rules.bad", "from generator import build"),
        ("exports.bad", "import generator.pages.home"),
        ("model.bad", "from generator.corpus import Corpus"),
        ("links", "from generator import render"),
        ("corpus.bad", "def check():\n    from generator.words import badge"),
        ("build", "from generator import mkdocs_plugin"),
        ("build", "import mkdocs"),
        ("pages.bad", "from material.extensions import emoji"),
        ("pages.bad", "from mkdocs.structure.pages import Page"),
        ("load", "import yaml"),
        ("model.bad", "import jsonschema"),
        ("charts.bad", "import numpy as np"),
        ("corpus.bad", "from pydantic import BaseModel"),
    ],
)
def test_an_import_that_leads_up_or_sideways_is_noticed(module: str, source: str) -> None:
    assert len(set(wrong_imports(MODULES | {module: source})) - set(wrong_imports(MODULES))) == 1


def test_a_floor_that_is_told_wrongly_is_noticed() -> None:
    table = "| floor | modules |\n|---|---|\n| 1 | `model/`; above it `output` | what |\n| 0 | `dates/` | days |\n"
    assert floors_told(table) == {0: {"dates"}, 1: {"model", "output"}}


def test_a_circle_of_imports_is_noticed() -> None:
    assert circles(
        MODULES | {"model.one": "import generator.model.two", "model.two": "from generator.model import one"}
    )


@pytest.mark.parametrize(
    "source",
    [
        "from pathlib import Path\nPath('entries').rglob('*')",
        "open('entries/a.yaml')",
        "from pathlib import Path\nPath('a').write_text('b')",
        "import datetime\ndatetime.date.today()",
        "import os\nos.environ['HOME']",
        "import random",
        "from urllib.request import urlopen\nurlopen('https://example.org/')",
        "from socket import create_connection",
        "import sys\nsys.exit(1)",
    ],
)
def test_what_touches_the_world_outside_the_adapter_is_noticed(source: str) -> None:
    assert worldly({"corpus.bad": source})


def test_what_is_too_long_is_noticed() -> None:
    line = "    pass\n"
    assert too_long({"a": "def f():\n" + line * 29}) == []
    assert too_long({"a": "def f():\n" + line * 30}) == ["a.f"]
    assert too_long({"a": "#\n" * 200}) == []
    assert too_long({"a": "#\n" * 201}) == ["a"]
