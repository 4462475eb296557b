"""Reports as contributors read them. A case is a folder of entries with the `report.txt` that they give."""

import ast
import os
import re
import subprocess
import sys
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
import wcwidth
from hypothesis import given
from hypothesis import strategies as st

from generator import build, report
from generator.diagnostics import Diagnostic, Mark, Severity, Span
from generator.report.columns import Line, visible
from generator.report.columns import width as columns_of

HERE = Path(__file__).parent
GENERATOR = HERE.parent / "generator"
REPORTS = HERE / "reports"
CASES = sorted(path.parent for path in REPORTS.glob("*/entries"))
# Shown by tests of their own, which write the bytes or the nesting that no editor should meet in a committed file.
# Faults of a change, which one state of a collection cannot show, are shown by their pages and in test_against.
SHOWN_ELSEWHERE = {"not-utf8", "missing-revision", "revision-after-commit", "revision-removed", "id-removed"}
MAKERS = {"Diagnostic", "Finding", "Fault", "PydanticCustomError"}


def a_diagnostic(line: int = 1, column: int = 1, **fields: str) -> Diagnostic:
    made = {"code": "a-code", "message": "something is wrong", "path": "entries/a.yaml"} | fields
    return Diagnostic(**made, span=Span(line, column, line, column + 2))  # type: ignore[arg-type]


# Cases


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case.name))
def test_a_report_reads_as_expected(case: Path) -> None:
    result = build.build(case)
    made, expected = report.render(result.diagnostics, result.texts), case / "report.txt"
    if os.environ.get("ACCEPT"):
        expected.write_text(made, encoding="utf-8", newline="\n")
    assert made == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case.name))
def test_no_place_is_reported_twice_with_the_same_code(case: Path) -> None:
    places = [(fault.path, fault.span, fault.code, fault.message) for fault in build.build(case).diagnostics]
    assert len(places) == len(set(places))


def codes_of(path: Path) -> set[str]:
    """The codes that a module of the generator gives: what the first argument of each diagnostic says."""
    codes = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in MAKERS and node.args:
            codes |= {leaf.value for leaf in ast.walk(node.args[0]) if isinstance(leaf, ast.Constant)}
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in ("_refuse", "_fault"):
            codes |= {arg.value for arg in node.args if isinstance(arg, ast.Constant) and str(arg.value).islower()}
    return {code for code in codes if isinstance(code, str) and re.fullmatch("[a-z0-9]+(-[a-z0-9]+)+", code)}


def test_every_code_of_the_generator_is_shown_in_a_case() -> None:
    known = {code for path in GENERATOR.rglob("*.py") for code in codes_of(path)}
    assert len(known) > 30
    shown = {
        code
        for case in [*CASES, *(HERE / "faults").iterdir()]
        for code in {fault.code for fault in build.build(case).diagnostics}
    }
    assert known - shown - SHOWN_ELSEWHERE == set()


@pytest.mark.parametrize("seed", ["1", "2"])
def test_a_report_is_the_same_whatever_the_order_of_sets(seed: str) -> None:
    command = [sys.executable, "-m", "generator", "check"]
    environment = {"PYTHONHASHSEED": seed, "PYTHONPATH": str(GENERATOR.parent), "PYTHONIOENCODING": "utf-8"}
    for case in (REPORTS / "ids", REPORTS / "mixed"):
        result = build.build(case)
        said = subprocess.run(command, cwd=case, env=environment, capture_output=True, check=False)
        assert said.stderr.decode() == report.render(result.diagnostics, result.texts)
        assert said.returncode == 1


# Layout


def test_no_fault_gives_no_report() -> None:
    assert report.render([], {}) == ""


def test_faults_stand_in_the_order_of_their_places_each_once() -> None:
    later, earlier, other = a_diagnostic(9), a_diagnostic(2), a_diagnostic(1, path="entries/b.yaml")
    said = report.render([other, later, earlier, later], {})
    assert re.findall(r"--> (\S+)", said) == ["entries/a.yaml:2:1", "entries/a.yaml:9:1", "entries/b.yaml:1:1"]


def test_a_report_ends_with_a_count_of_errors_and_warnings() -> None:
    warning = Diagnostic("b", "m", "p", Span(1, 1, 1, 2), severity=Severity.WARNING)
    assert report.render([a_diagnostic(1)], {}).endswith("\n\n1 error\n")
    assert report.render([a_diagnostic(1), a_diagnostic(2), warning], {}).endswith("\n\n2 errors and 1 warning\n")


# What stands before a fault, and how many columns of a terminal that takes.
BEFORE = {"": 0, "ab ": 3, "북한 ": 5, "\u1112\u1161\u11ab ": 3, "e\u0301 ": 2, "😀 ": 3, "… ": 2, "Ａ": 2}
BEFORE |= {"\t": 8, "ab\t": 8, "북한\t": 8, "\t\t": 16, "\x1b[31m": 8, "\u200b": 6, "\u3164": 6, "\U000e0041": 10}


@pytest.mark.parametrize("before", BEFORE)
def test_the_underline_stands_below_the_fault_on_a_terminal(before: str) -> None:
    text = f"{before}xy z"
    said = report.render([a_diagnostic(1, len(before) + 1)], {"entries/a.yaml": text})
    *_, line, underline, _, _, _ = said.split("\n")
    assert underline == "  | " + " " * BEFORE[before] + "^^"
    assert line.isprintable()


@pytest.mark.parametrize("before", BEFORE)
def test_a_line_takes_the_columns_that_terminals_give_it(before: str) -> None:
    # A tab has become blanks by then.
    assert wcwidth.wcswidth("".join(Line(before).cells)) == BEFORE[before]


# What entries hold or might: Latin, Greek, Cyrillic, marks, letters and syllables of Hangul, kana, Han, wide forms and
# emoji.
SCRIPTS = [(0x20, 0x52F), (0x1100, 0x11FF), (0x2000, 0x206F), (0x3000, 0x4DBF), (0x4E00, 0x9FFF), (0xA960, 0xA97F)]
SCRIPTS += [(0xAC00, 0xD7FF), (0xF900, 0xFAFF), (0xFF00, 0xFFEF), (0x1F300, 0x1F64F), (0x20000, 0x20FFF)]


@pytest.mark.parametrize(("first", "last"), SCRIPTS)
def test_every_letter_takes_the_columns_that_terminals_give_it(first: int, last: int) -> None:
    # What Unicode has not assigned in the Python at hand may have a width in a newer version.
    letters = [chr(n) for n in range(first, last + 1) if unicodedata.category(chr(n)) != "Cn"]
    shown = [letter for letter in letters if visible(letter) == letter]
    assert [letter for letter in shown if columns_of(letter) != wcwidth.wcwidth(letter)] == []


def test_a_second_place_in_the_same_file_stands_above_or_below_in_the_order_of_lines() -> None:
    text = "a: b\nc: d\ne: f\n"
    first = Mark("entries/a.yaml", Span(1, 1, 1, 2), "first defined here")
    fault = replace(a_diagnostic(2, 4), also=(first,))
    assert report.render([fault], {"entries/a.yaml": text}).split("\n")[1:8] == [
        " --> entries/a.yaml:2:4",
        "  |",
        "1 | a: b",
        "  | - first defined here",
        "2 | c: d",
        "  |    ^",
        "",
    ]
    far = replace(a_diagnostic(3, 1), also=(first,))
    assert "first defined here\n...\n3 | e: f\n" in report.render([far], {"entries/a.yaml": text})


def test_two_places_on_one_line_are_underlined_one_below_the_other() -> None:
    also = Mark("entries/a.yaml", Span(1, 4, 1, 6), "first")
    said = report.render([replace(a_diagnostic(1, 8, label="again"), also=(also,))], {"entries/a.yaml": "a: ab, ab"})
    assert said.split("\n")[3:6] == ["1 | a: ab, ab", "  |        ^^ again", "  |    -- first"]


def test_a_second_place_in_another_file_has_its_own_arrow_and_line() -> None:
    also = Mark("entries/b.yaml", Span(100, 1, 100, 2), "first declared here")
    texts = {"entries/a.yaml": "ab\n", "entries/b.yaml": "\n" * 99 + "북: c\n"}
    assert report.render([replace(a_diagnostic(), also=(also,))], texts).split("\n")[1:9] == [
        "   --> entries/a.yaml:1:1",
        "    |",
        "  1 | ab",
        "    | ^^",
        "   ::: entries/b.yaml:100:1",
        "    |",
        "100 | 북: c",
        "    | -- first declared here",
    ]


def test_a_long_line_is_shown_around_each_of_its_places() -> None:
    text = "first " + "x" * 400 + " last"
    also = Mark("entries/a.yaml", Span(1, 1, 1, 6), "here")
    said = report.render([replace(a_diagnostic(1, 408), also=(also,))], {"entries/a.yaml": text}, width=40)
    assert said.split("\n")[3:7] == [
        "1 | ..." + "x" * 35 + " last",
        "  | " + " " * 39 + "^^",
        "1 | first " + "x" * 34 + "...",
        "  | ----- here",
    ]


@given(st.text(st.sampled_from("ab \t북한é😀\u1161\u0301\u200b"), max_size=60), st.integers(0, 60), st.integers(20, 60))
def test_an_underline_is_as_long_as_what_it_underlines_and_within_the_width(text: str, start: int, width: int) -> None:
    start = min(start, len(text))
    span = Span(1, start + 1, 1, len(text) + 1)
    said = report.render([replace(a_diagnostic(), span=span)], {"entries/a.yaml": text or "a"}, width=width)
    line, underline = said.split("\n")[3:5]
    assert columns_of(line) <= width + len("1 | ......")
    assert columns_of(underline) <= columns_of(line) + 1
    if columns_of("".join(Line(text).cells)) <= width:
        assert underline.count("^") == max(1, columns_of("".join(Line(text).cells[start:])))


def test_colours_change_no_word() -> None:
    case = build.build(REPORTS / "ids")
    plain, coloured = (report.render(case.diagnostics, case.texts, colour=colour) for colour in (False, True))
    assert "\x1b" not in plain
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == plain
    assert "\x1b[1;31merror[duplicate-id]\x1b[0m" in coloured


def test_what_a_terminal_would_obey_is_shown_as_text() -> None:
    hostile = a_diagnostic(path="entries/\x1b[2J\udcff.yaml", message="\x1b[2J", help="\x07")
    said = report.render([hostile], {})
    assert "\x1b" not in said
    assert "\x07" not in said
    assert said.encode()
