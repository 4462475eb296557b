"""Pages of faults: there is one for each code, and its examples show what it says."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import build, faults
from generator.faults import Explanation
from tests import explained

HERE = Path(__file__).parent
GENERATOR = HERE.parent / "generator"
PAGES = [faults.explanation(code) for code in faults.codes()]
# By what makes a fault: which of its arguments is the code.
MAKERS = {"Diagnostic": 0, "Finding": 0, "Fault": 0, "PydanticCustomError": 0, "_fault": 0, "_refuse": 1}
CODE = re.compile("[a-z0-9]+(-[a-z0-9]+)*")
SAID = re.compile(r"^(?:error|warning)\[(.+)\]", re.MULTILINE)


def code_of(page: Explanation) -> str:
    return page.code


# A page for each code, and a code for each page


def codes_of(source: str) -> set[str]:
    """The codes that a module gives: where faults are made, and in what is called `code` or `_CODES` until then."""
    places = [place for node in ast.walk(ast.parse(source)) for place in _places(node)]
    texts = {str(leaf.value) for place in places for leaf in ast.walk(place) if isinstance(leaf, ast.Constant)}
    return {text for text in texts if CODE.fullmatch(text)}


def _places(node: ast.AST) -> Iterator[ast.expr]:
    if isinstance(node, ast.Call):
        name = getattr(node.func, "id", "") or getattr(node.func, "attr", "")
        yield from node.args[MAKERS[name] :][:1] if name in MAKERS else ()
    if isinstance(node, ast.Assign):
        targets = [_first(target) for target in node.targets]
        if any(getattr(target, "id", "") == "code" for target in targets):
            yield _first(node.value)
        elif any(getattr(target, "id", "") == "_CODES" for target in targets) and isinstance(node.value, ast.Dict):
            yield from (_first(value) for value in node.value.values)


def _first(node: ast.expr) -> ast.expr:
    return node.elts[0] if isinstance(node, ast.Tuple) else node


def known() -> set[str]:
    """The codes of the generator, and those of all reports that tests expect."""
    given = {code for path in GENERATOR.rglob("*.py") for code in codes_of(path.read_text(encoding="utf-8"))}
    reports = (path.read_text(encoding="utf-8") for path in HERE.glob("reports/*/report.txt"))
    return given | {code for report in reports for code in SAID.findall(report)}


@pytest.mark.parametrize(
    ("source", "codes"),
    [
        ('yield Finding("circle", "a-message", path, where)', {"circle"}),
        ('self._refuse(event, "yaml-tag", "no-code", "no-code")', {"yaml-tag"}),
        ('code, label = "wrong-kind", "no-code"', {"wrong-kind"}),
        ('code = next(found, "dangling-link")', {"dangling-link"}),
        ('_CODES = {"string_type": ("wrong-shape", "no-code"), "no-code": "too-long"}', {"wrong-shape", "too-long"}),
        ('Finding("one-code" if few else "other-code", "m")', {"one-code", "other-code"}),
        ('message = "no-code"', set()),
    ],
)
def test_codes_are_found_where_faults_are_made(source: str, codes: set[str]) -> None:
    assert codes_of(source) == codes


def test_every_page_has_a_code() -> None:
    codes = known()
    assert len(codes) > 50
    assert set(faults.codes()) - codes == set()


def test_every_page_is_in_a_group() -> None:
    assert {page.group for page in PAGES} - faults.GROUPS.keys() == set()


# Examples


@pytest.mark.parametrize("page", PAGES, ids=code_of)
def test_the_bad_example_shows_this_fault_and_no_other(page: Explanation, tmp_path: Path) -> None:
    found = build.build(explained.write(tmp_path, page.bad)).diagnostics
    assert {(fault.code, fault.severity) for fault in found} == {(page.code, page.severity)}


@pytest.mark.parametrize("page", PAGES, ids=code_of)
def test_the_good_example_shows_no_fault(page: Explanation, tmp_path: Path) -> None:
    assert build.build(explained.write(tmp_path, page.good)).diagnostics == ()
