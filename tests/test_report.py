"""Reports as contributors read them. A case is a folder of entries with the `report.txt` that they give."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator import build, report
from generator.diagnostics import Diagnostic, Severity, Span

HERE = Path(__file__).parent
GENERATOR = HERE.parent / "generator"
REPORTS = HERE / "reports"
CASES = sorted(path.parent for path in REPORTS.glob("*/entries"))
# Shown by tests of their own, which write the bytes or the nesting that no editor should meet in a committed file.
SHOWN_ELSEWHERE = {"not-utf8"}
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
        code for case in [*CASES, HERE / "faults"] for code in {fault.code for fault in build.build(case).diagnostics}
    }
    assert known - shown - SHOWN_ELSEWHERE == set()


@pytest.mark.parametrize("seed", ["1", "2"])
def test_a_report_is_the_same_whatever_the_order_of_sets(seed: str) -> None:
    command = [sys.executable, "-m", "generator", "check"]
    environment = {"PYTHONHASHSEED": seed, "PYTHONPATH": str(GENERATOR.parent), "PYTHONIOENCODING": "utf-8"}
    for case in (REPORTS / "ids", HERE / "faults"):
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


@pytest.mark.parametrize("before", ["", "ab ", "북한 ", "\u1112\u1161\u11ab ", "e\u0301 ", "\t", "\x1b[31m"])
def test_the_underline_stands_below_the_fault_on_a_terminal(before: str) -> None:
    text = f"{before}xy z"
    said = report.render([a_diagnostic(1, len(before) + 1)], {"entries/a.yaml": text})
    *_, line, underline, _, _, _ = said.split("\n")
    shown = {"": 0, "ab ": 3, "북한 ": 5, "\u1112\u1161\u11ab ": 3, "e\u0301 ": 2, "\t": 1, "\x1b[31m": 8}[before]
    assert underline == "  | " + " " * shown + "^^"
    assert line.isprintable()


def test_what_a_terminal_would_obey_is_shown_as_text() -> None:
    hostile = a_diagnostic(path="entries/\x1b[2J\udcff.yaml", message="\x1b[2J", help="\x07")
    said = report.render([hostile], {})
    assert "\x1b" not in said
    assert "\x07" not in said
    assert said.encode()
