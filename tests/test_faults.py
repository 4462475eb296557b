"""A folder of 25 seeded faults: each is reported once, at its line and column, in one run, and nothing else is."""

from pathlib import Path

from generator import build

FAULTS = Path(__file__).parent / "faults"
WARNINGS = {"unmentioned", "office-in-by", "two-stances", "unused-source", "comment-cuts-text"}


def reported() -> list[str]:
    found = sorted(build.build(FAULTS).diagnostics, key=lambda diagnostic: diagnostic.order)
    return [f"{fault.path}:{fault.span.line}:{fault.span.column} {fault.code}" for fault in found]


def test_every_seeded_fault_is_reported_once_at_its_line_and_column_and_nothing_else() -> None:
    expected = (FAULTS / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert reported() == expected


def test_there_are_25_seeded_faults_of_25_kinds() -> None:
    codes = [line.rsplit(" ", 1)[1] for line in reported()]
    assert len(codes) == len(set(codes)) == 25


def test_errors_stop_the_site_and_warnings_alone_would_not() -> None:
    result = build.build(FAULTS)
    assert result.corpus is None
    assert {fault.code for fault in result.diagnostics if fault.severity == "warning"} == WARNINGS
