"""Pages of faults: there is one for each code, and its examples show what it says."""

from __future__ import annotations

import ast
import datetime
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import get_args

import pytest

from generator import build, faults, links, review
from generator.__main__ import main
from generator.diagnostics import Diagnostic
from generator.faults import Example, Explanation
from generator.model import KINDS, RESERVED_FILE_NAMES
from generator.model.base import Model
from generator.review import Day, Sides
from tests import explained
from tests.html_page import HtmlPage

HERE = Path(__file__).parent
GENERATOR = HERE.parent / "generator"
PAGES = [faults.explanation(code) for code in faults.codes()]
# By what makes a fault: which of its arguments is the code.
MAKERS = {"Diagnostic": 0, "Finding": 0, "Fault": 0, "PydanticCustomError": 0, "_fault": 0, "_refuse": 1}
CODE = re.compile("[a-z0-9]+(-[a-z0-9]+)*")
SAID = re.compile(r"^(?:error|warning)\[(.+?)\]", re.MULTILINE)


def code_of(page: Explanation) -> str:
    return page.code


# A page for each code, and a code for each page


def codes_of(source: str) -> set[str]:
    """The codes that a module gives: where faults are made, and in what is called `code` or `_CODES` until then."""
    if not any(maker in source for maker in MAKERS):
        return set()
    leaves = [leaf for node in ast.walk(ast.parse(source)) for place in _places(node) for leaf in ast.walk(place)]
    keys = [leaf.slice for leaf in leaves if isinstance(leaf, ast.Subscript)]
    texts = {str(leaf.value) for leaf in leaves if isinstance(leaf, ast.Constant) and leaf not in keys}
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
        ('code, label = "wrong-kind", "no-code"; Finding(code)', {"wrong-kind"}),
        ('code = next(found["no-code"], "dangling-link"); Finding(code)', {"dangling-link"}),
        (
            '_CODES = {"string_type": ("wrong-shape", "no-code"), "no-code": "too-long"}; Finding(code)',
            {"wrong-shape", "too-long"},
        ),
        ('Finding("one-code" if few else "other-code", "m")', {"one-code", "other-code"}),
        ('message = "no-code"; Finding(code)', set()),
        ('code = run("no-code")', set()),
    ],
)
def test_codes_are_found_where_faults_are_made(source: str, codes: set[str]) -> None:
    assert codes_of(source) == codes


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    codes = known()
    assert len(codes) > 50
    assert sorted(codes) == sorted(faults.codes())


def test_every_page_is_listed_once_in_a_group() -> None:
    listed = [page.code for pages in faults.groups().values() for page in pages]
    assert sorted(listed) == sorted(faults.codes())


def written(page: Explanation) -> str:
    """The file of a page as its form has it."""
    parts = [f"# {page.title}", f"{page.group}, {page.severity}", page.why, "## Mend it", page.mend]
    for heading, examples in (("Before", page.before), ("Bad", page.bad), ("Good", page.good)):
        parts += [f"## {heading}"] if examples else []
        parts += [f"```yaml {each.path}{_saved_as(each)}\n{each.text}```" for each in examples]
    return "\n\n".join(parts) + "\n"


def _saved_as(example: Example) -> str:
    return "" if example.encoding == "utf-8" else f" saved as {example.encoding}"


@pytest.mark.parametrize("page", PAGES, ids=code_of)
def test_nothing_in_the_file_of_a_page_is_passed_over(page: Explanation) -> None:
    file = GENERATOR / "faults" / f"{page.code}.md"
    assert written(page) == file.read_text(encoding="utf-8")


# Examples


def faults_of(page: Explanation, examples: Iterable[Example], root: Path) -> list[Diagnostic]:
    """All that is reported of a collection with these examples, and of the change where the page tells of one."""
    result = build.build(explained.write(root / "after", examples))
    if not page.before:
        return list(result.diagnostics)
    before = build.build(explained.write(root / "before", page.before)).readable
    days = {f"entries/{example.path}": Day(datetime.date(2024, 6, 1)) for example in examples}
    return [*result.diagnostics, *review.check(Sides(before, result.readable, days))]


@pytest.mark.parametrize("page", PAGES, ids=code_of)
def test_the_bad_example_shows_this_fault_and_no_other(page: Explanation, tmp_path: Path) -> None:
    found = faults_of(page, page.bad, tmp_path)
    assert {(fault.code, fault.severity) for fault in found} == {(page.code, page.severity)}


@pytest.mark.parametrize("page", PAGES, ids=code_of)
def test_the_good_example_shows_no_fault(page: Explanation, tmp_path: Path) -> None:
    assert faults_of(page, page.good, tmp_path) == []


# What a terminal shows


@pytest.mark.parametrize("page", PAGES, ids=code_of)
def test_explain_prints_the_page_within_eighty_columns(page: Explanation, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", page.code]) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"{page.severity}[{page.code}]: {page.title}\n\n")
    assert all(word in said.split() for word in f"{page.why} {page.mend}".split())
    assert [line for line in said.splitlines() if len(line) > 80 and not line.startswith("  | ")] == []
    assert all(f"  | {line}".rstrip() in said.splitlines() for each in page.good for line in each.text.splitlines())


def test_explain_without_a_code_lists_all_by_group(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain"]) == 0
    said = capsys.readouterr().out
    assert [line for line in said.splitlines() if line and line[0] != " "] == list(faults.groups())
    lines = [" ".join(line.split()) for line in said.splitlines()]
    assert [line for line in said.splitlines() if len(line) > 80] == []
    assert [f"{page.code} {page.title}" for page in PAGES if f"{page.code} {page.title}" not in lines] == []


@pytest.mark.parametrize(
    ("code", "hint"), [("dangling-lnk", "did you mean `dangling-link`?"), ("x", "`explain` alone lists all")]
)
def test_a_code_that_is_none_is_told_with_the_likely_one(
    code: str, hint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", code]) == 2
    assert capsys.readouterr() == ("", f"no fault has the code `{code}`: {hint}\n")


def test_explain_needs_no_entries(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "generator", "explain", "circle"]
    said = subprocess.run(command, cwd=tmp_path, env={"PYTHONPATH": str(HERE.parent)}, capture_output=True, check=False)
    assert (said.returncode, said.stderr) == (0, b"")


# What pages name


def of_models(kind: type[Model]) -> Iterator[tuple[str, frozenset[str]]]:
    """Each field of a model and of those within it, with the words that it may hold, where only a few may."""
    for name, field in kind.model_fields.items():
        inner = list(_within(field.annotation))
        yield field.alias or name, frozenset(word for word in inner if isinstance(word, str))
        for model in inner:
            if isinstance(model, type) and issubclass(model, Model):
                yield from of_models(model)


def _within(annotation: object) -> Iterator[object]:
    yield annotation
    for inner in get_args(annotation):
        yield from _within(inner)


OF_MODELS = [pair for kind in KINDS.values() for pair in of_models(kind)]
FIELDS = {field for field, _ in OF_MODELS}
VALUES = {value for _, values in OF_MODELS for value in values}
WORDS = FIELDS | VALUES | set(faults.codes()) | RESERVED_FILE_NAMES | {"editors"}
KEY = re.compile(r"(?:^|[{,] ?)([a-z-]+):(?= |$)")


def unknown(text: str) -> list[str]:
    """What stands in backticks as a field, a value or a code, and is none; tags of languages are shorter."""
    pieces = re.findall("`([^`]+)`", text)
    words = [piece for piece in pieces if re.fullmatch("[a-z-]{4,}", piece) and piece not in WORDS]
    return words + [key for piece in pieces for key in KEY.findall(piece) if key not in FIELDS]


def test_a_field_or_code_that_is_none_is_noticed() -> None:
    assert unknown("`stanze`, `dangling-lnk`, `stance: asserts`, `{type: related, too: a}` and `ko`") == [
        *("stanze", "dangling-lnk", "too")
    ]


@pytest.mark.parametrize("page", PAGES, ids=code_of)
def test_no_page_names_a_field_or_code_that_does_not_exist(page: Explanation) -> None:
    assert unknown(f"{page.why} {page.mend}") == []


@pytest.mark.parametrize("page", PAGES, ids=code_of)
def test_a_page_is_short_and_its_examples_fit_a_phone(page: Explanation) -> None:
    assert 60 <= len(f"{page.why} {page.mend}".split()) <= 200
    examples = (*page.before, *page.bad, *page.good)
    assert [line for each in examples for line in each.text.splitlines() if len(line) > 72] == []


# Pages of the site


@pytest.fixture(scope="module")
def pages() -> dict[str, HtmlPage]:
    corpus = build.build(explained.SOUND).corpus
    assert corpus
    return {page.path: HtmlPage(page.body) for page in build.pages(corpus, "Made up") if page.section == "faults"}


def test_the_list_tells_of_each_code_in_its_group_and_leads_to_its_page(pages: dict[str, HtmlPage]) -> None:
    listed = pages[links.FAULTS]
    assert listed.texts("h2") == list(faults.groups())
    assert [e.attributes["id"] for e in listed.of("h2")] == [
        group for group, words in faults.GROUPS.items() if words in faults.groups()
    ]
    rows = [" ".join(listed.text(row).split()) for row in listed.of("tr")]
    ordered = list(chain.from_iterable(faults.groups().values()))
    assert [row for row in rows if not row.startswith("What is wrong")] == [
        f"{page.title} {page.code} {page.severity}" for page in ordered
    ]
    assert [e.attributes["href"] for e in listed.of("a")] == [f"{page.code}.html" for page in ordered]


@pytest.mark.parametrize("page", PAGES, ids=code_of)
def test_a_page_of_the_site_says_what_explain_says(page: Explanation, pages: dict[str, HtmlPage]) -> None:
    shown = pages[links.fault(page.code)]
    assert shown.texts("h1") == [page.title]
    assert [e.attributes["id"] for e in shown.of("h2") if e.attributes["id"] != "before"] == ["mend", "bad", "good"]
    said = " ".join(shown.text().split())
    assert f"{page.code} is {'an error' if page.severity == 'error' else 'a warning'}" in said
    paragraphs = [*page.why.split("\n\n"), *page.mend.split("\n\n")]
    assert all(" ".join(text.replace("`", "").split()) in said for text in paragraphs)
    examples = [*page.before, *page.bad, *page.good]
    assert [shown.text(pre).split() for pre in shown.of("pre")] == [example.text.split() for example in examples]


def test_a_code_in_the_text_of_a_page_leads_to_its_own(pages: dict[str, HtmlPage]) -> None:
    addresses = [link.attributes["href"] for link in pages["faults/source-late.html"].of("a")]
    assert addresses == ["index.html#time", "source-too-early.html"]
