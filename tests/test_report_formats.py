"""Reports for programs: workflow commands and a summary for GitHub, JSON, SARIF. What entries hold cannot break out."""

import argparse
import fcntl
import json
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import build, report
from generator.diagnostics import Diagnostic, Mark, Severity, Span, in_order
from generator.report.columns import visible
from generator.report.columns import width as columns_of
from generator.report.summary import cell, code
from generator.verbs import check, terminal
from tests.entries_of import write

REPORTS = Path(__file__).parent / "reports"
CASES = [build.build(path.parent).diagnostics for path in sorted(REPORTS.glob("*/entries"))]
ALL = [diagnostic for case in CASES for diagnostic in case]

HOSTILE = st.text(st.sampled_from("ab 1`|\\<>[]()!*_#@&%:,.\n\r\t\x1b\u200b\"'{}-~/북"), max_size=40)
FAULTS = st.builds(
    Diagnostic, HOSTILE, HOSTILE, HOSTILE, st.builds(Span, *[st.integers(1, 9)] * 4), HOSTILE, HOSTILE,
    st.sampled_from(Severity),
    st.lists(st.builds(Mark, HOSTILE, st.just(Span(1, 2, 3, 4)), HOSTILE), max_size=2).map(tuple),
)  # fmt: skip


def a_fault(message: str = "m", **more: Any) -> Diagnostic:
    return replace(Diagnostic("a-code", message, "entries/a.yaml", Span(2, 3, 2, 5), "do it"), **more)


# GitHub's workflow commands


def test_a_workflow_command_names_file_place_code_message_and_help() -> None:
    also = (Mark("entries/b.yaml", Span(7, 1, 7, 2), "first defined here"),)
    assert report.github.render([a_fault("100% of it", also=also)]) == (
        "::error file=entries/a.yaml,line=2,endLine=2,col=3,endColumn=5,title=a-code::"
        "100%25 of it%0Afirst defined here: entries/b.yaml:7:1%0Ahelp: do it\n"
    )


def test_a_command_has_no_columns_where_its_place_is_several_lines_long() -> None:
    said = report.github.render([a_fault(span=Span(2, 3, 4, 1), severity=Severity.WARNING, help="")])
    assert said == "::warning file=entries/a.yaml,line=2,endLine=4,title=a-code::m\n"


def read_command(line: str) -> tuple[str, dict[str, str], str]:
    """A workflow command as GitHub's runner reads it."""
    kind, properties, data = re.fullmatch("::([a-z]+) (.*?)::(.*)", line).groups()  # type: ignore[union-attr]
    pairs = (pair.split("=", 1) for pair in properties.split(","))
    return kind, {name: unquote(value) for name, value in pairs}, unquote(data)


@given(st.lists(FAULTS, max_size=4))
def test_no_text_ends_a_command_or_begins_another(faults: list[Diagnostic]) -> None:
    lines = report.github.render(faults).split("\n")[:-1]
    for line, fault in zip(lines, in_order(faults), strict=True):
        kind, properties, data = read_command(line)
        assert (kind, properties["file"], properties["title"]) == (str(fault.severity), fault.path, fault.code)
        assert (properties["line"], properties["endLine"]) == (str(fault.span.line), str(fault.span.end_line))
        assert len(data.split("\n")) == 1 + len(fault.also) + bool(fault.help)


# The summary


def test_a_summary_has_a_row_for_each_fault() -> None:
    faults = [a_fault("there is no `x` here"), a_fault(span=Span(1, 1, 1, 2), severity=Severity.WARNING, help="")]
    assert report.summary(faults, 2) == (
        "### 1 error and 1 warning in entries\n\n"
        "| | where | what | help |\n"
        "|---|---|---|---|\n"
        "| warning `a-code` | `entries/a.yaml:1:1` | m |  |\n"
        "| error `a-code` | `entries/a.yaml:2:3` | there is no `x` here | do it |\n"
    )
    assert report.summary([], 480) == "480 entries, and nothing wrong with them.\n"


def test_a_summary_stays_below_what_github_shows() -> None:
    faults = [a_fault("m" * 200, span=Span(line, 1, line, 2)) for line in range(1, 5001)]
    said = report.summary(faults, 2)
    assert said.endswith("\nOf 5000, the first 1000 are shown.\n")
    assert len(said.encode()) < 2**20


def without_code(markdown: str) -> str:
    """What a reader of Markdown takes for more than code: a run of backticks ends with one that is as long."""
    read, rest = "", markdown
    while run := re.search("`+", rest):
        end = re.search(rf"(?<!`){run[0]}(?!`)", rest[run.end() :])
        assert end, markdown
        read, rest = read + rest[: run.start()], rest[run.end() + end.end() :]
    return read + rest


@given(HOSTILE)
def test_no_text_breaks_out_of_its_cell_or_means_anything_there(text: str) -> None:
    for made in (cell(text), code(text)):
        assert made.isprintable()
        assert "|" not in made
        assert re.fullmatch(r"(?:[\w .,;:?!)(…'’-]|&#124;)*", without_code(made)), made


@pytest.mark.parametrize(
    "text",
    [
        "www.example.org",
        "https://example.org",
        "@somebody",
        "a@example.org",
        "#12",
        "GH-12",
        "[a](b)",
        "![a](b)",
        "<b>",
    ],
)
def test_what_github_would_link_stands_as_code(text: str) -> None:
    assert cell(f"the unit {text} is") == f"the unit `{text}` is"


@given(HOSTILE)
def test_code_shows_what_it_was_given(text: str) -> None:
    parts = [re.fullmatch("(`+)( ?)(.*?)( ?)(`+)", part) for part in code(text).split("&#124;")]
    shown = "|".join(part[3] if part else "" for part in parts)
    assert shown.replace(" ", "") == visible(text).replace(" ", "")


def test_messages_of_all_faults_read_as_written() -> None:
    for fault in ALL:
        assert re.sub("&#124;|`", "", cell(fault.message)) == visible(fault.message).replace("`", "")


# JSON


def test_json_holds_every_fault_with_all_keys() -> None:
    also = (Mark("entries/b.yaml", Span(1, 2, 3, 4), "first"),)
    assert json.loads(report.json.render([a_fault("북한", also=also)])) == {
        "version": 1,
        "errors": 1,
        "warnings": 0,
        "faults": [
            {
                "severity": "error",
                "code": "a-code",
                "message": "북한",
                "help": "do it",
                "label": "",
                "path": "entries/a.yaml",
                "line": 2,
                "column": 3,
                "endLine": 2,
                "endColumn": 5,
                "also": [
                    {"path": "entries/b.yaml", "line": 1, "column": 2, "endLine": 3, "endColumn": 4, "label": "first"}
                ],
            }
        ],
    }


def test_json_is_ascii_even_of_a_name_that_is_no_text() -> None:
    assert json.loads(report.json.render([a_fault(path="entries/\udcff.yaml")]))["faults"][0]["path"][8] == "\udcff"
    assert report.json.render(ALL).isascii()


# SARIF: the parts of the official schema that are used, and nothing else


def closed(required: str, /, **properties: Any) -> dict[str, Any]:
    """An object of these properties alone."""
    return {
        "type": "object",
        "required": required.split(),
        "properties": properties,
        "additionalProperties": False,
    }


NUMBER, TEXT = {"type": "integer", "minimum": 1}, {"type": "string"}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
MESSAGE = closed("text", text={"type": "string", "minLength": 1}, markdown=TEXT)
REGION = closed("startLine", startLine=NUMBER, startColumn=NUMBER, endLine=NUMBER, endColumn=NUMBER)
ARTIFACT = closed("uri", uri={"type": "string", "pattern": r"^[A-Za-z0-9._~/%-]+$", "not": {"pattern": "^/"}})
PHYSICAL = closed("artifactLocation", artifactLocation=ARTIFACT, region=REGION)
LOCATION = closed("physicalLocation", id={"type": "integer"}, physicalLocation=PHYSICAL, message=MESSAGE)
RULE = closed(
    "id",
    id=TEXT,
    helpUri={"type": "string", "format": "uri"},
    defaultConfiguration=closed("level", level=LEVEL),
    properties=closed("tags", tags={"type": "array", "items": TEXT, "uniqueItems": True}),
    **dict.fromkeys(("shortDescription", "fullDescription", "help"), MESSAGE),
)
RESULT = closed(
    "message locations",
    ruleId=TEXT,
    ruleIndex={"type": "integer", "minimum": 0},
    level=LEVEL,
    message=MESSAGE,
    locations={"type": "array", "items": LOCATION, "minItems": 1},
    relatedLocations={"type": "array", "items": LOCATION, "uniqueItems": True},
)
DRIVER = closed("name rules", name=TEXT, rules={"type": "array", "items": RULE, "uniqueItems": True})
RUN = closed(
    "tool results",
    tool=closed("driver", driver=DRIVER),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    results={"type": "array", "items": RESULT},
)
SARIF = closed(
    "version runs", version={"enum": ["2.1.0"]}, runs={"type": "array", "items": RUN}, **{"$schema": {"format": "uri"}}
)


def sarif(faults: list[Diagnostic], site: str = "") -> dict[str, Any]:
    """The one run of a valid log."""
    log = json.loads(report.sarif.render(faults, site=site))
    jsonschema.validate(log, SARIF, format_checker=jsonschema.FormatChecker())
    run: dict[str, Any] = log["runs"][0]
    return run


def test_sarif_of_every_fault_is_valid_and_complete() -> None:
    faults = in_order(ALL)
    run = sarif(ALL, "https://example.org/")
    rules = run["tool"]["driver"]["rules"]
    assert [(result["ruleId"], result["level"]) for result in run["results"]] == [
        (fault.code, str(fault.severity)) for fault in faults
    ]
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == [fault.code for fault in faults]
    assert [len(result.get("relatedLocations", ())) for result in run["results"]] == [len(f.also) for f in faults]


def test_sarif_holds_no_half_of_a_letter() -> None:
    text = report.sarif.render([a_fault("`a\udcff` cannot be an id", path="entries/a\udcff.yaml")])
    assert json.loads(text)["runs"][0]["results"][0]["message"]["text"].startswith("`a\\udcff` cannot")
    json.dumps(json.loads(text), ensure_ascii=False).encode()


def test_sarif_that_lacks_a_part_is_noticed() -> None:
    log = json.loads(report.sarif.render([a_fault()]))
    del log["runs"][0]["results"][0]["message"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(log, SARIF)


def test_sarif_describes_a_rule_as_its_page_does() -> None:
    (rule,) = sarif([a_fault(code="dangling-link")], "https://example.org")["tool"]["driver"]["rules"]
    assert rule["helpUri"] == "https://example.org/faults/dangling-link.html"
    assert rule["shortDescription"]["text"]
    assert "\n" not in rule["fullDescription"]["text"]
    assert rule["defaultConfiguration"] == {"level": "error"}


def test_sarif_places_are_relative_addresses_in_characters() -> None:
    also = (Mark("entries/b c.yaml", Span(4, 1, 4, 2), "first"),)
    run = sarif([a_fault(path="entries/북 #1%\udcff.yaml", also=also)])
    (result,) = run["results"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert result["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "entries/%EB%B6%81%20%231%25%FF.yaml"},
        "region": {"startLine": 2, "startColumn": 3, "endLine": 2, "endColumn": 5},
    }
    assert result["relatedLocations"][0]["physicalLocation"]["artifactLocation"] == {"uri": "entries/b%20c.yaml"}
    assert result["relatedLocations"][0]["message"] == {"text": "first"}


def test_no_message_holds_a_link_for_sarif() -> None:
    (result,) = sarif([a_fault("see [here](https://example.org/)")])["results"]
    assert result["message"]["text"] == "see [here\\](https://example.org/)\nhelp: do it"


# The verb


def run_check(case: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """`check` as a program, with this environment and nothing of the tests' own."""
    command = [sys.executable, "-m", "generator", "check", *arguments]
    given = {"PATH": os.environ["PATH"], "PYTHONPATH": str(REPORTS.parent.parent)} | environment
    return subprocess.run(command, cwd=case, env=given, capture_output=True, check=False, encoding="utf-8")


@pytest.mark.parametrize("form", ["github", "json", "sarif"])
def test_forms_for_programs_stand_alone_on_standard_output(form: str) -> None:
    result = build.build(REPORTS / "ids")
    said = run_check(REPORTS / "ids", "--format", form)
    assert said.stdout == getattr(report, form).render(result.diagnostics)
    assert (said.stderr, said.returncode) == ("", 1)


def test_a_report_for_people_stays_the_same_within_github_actions(tmp_path: Path) -> None:
    result, summary = build.build(REPORTS / "ids"), tmp_path / "summary.md"
    said = run_check(REPORTS / "ids", GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(summary))
    assert (said.stdout, said.stderr) == ("", report.render(result.diagnostics, result.texts))
    assert not summary.exists()


def test_a_summary_is_appended_where_github_wants_it_or_to_a_named_file(tmp_path: Path) -> None:
    summary, named = tmp_path / "summary.md", tmp_path / "named.md"
    table = report.summary(build.build(REPORTS / "ids").diagnostics, 6)
    summary.write_text("before\n", encoding="utf-8")
    run_check(REPORTS / "ids", "--format", "github", GITHUB_STEP_SUMMARY=str(summary))
    assert summary.read_text(encoding="utf-8") == "before\n" + table
    run_check(REPORTS / "ids", "--summary", str(named))
    assert named.read_text(encoding="utf-8") == table


def test_a_summary_that_cannot_be_written_is_wrong_usage(tmp_path: Path) -> None:
    said = run_check(REPORTS / "ids", "--format", "json", "--summary", str(tmp_path / "no" / "folder.md"))
    assert said.returncode == 2
    assert said.stderr.startswith("cannot write the summary: ")


def test_sound_entries_give_empty_reports(tmp_path: Path) -> None:
    case = write(tmp_path, {})
    (case / "entries").mkdir()
    assert run_check(case, "--format", "github").stdout == "0 entries, and nothing wrong with them\n"
    assert json.loads(run_check(case, "--format", "json").stdout)["faults"] == []
    assert json.loads(run_check(case, "--format", "sarif").stdout)["runs"][0]["results"] == []


def test_a_report_can_be_written_whatever_the_encoding_of_the_machine() -> None:
    result = build.build(REPORTS / "layout")
    said = run_check(REPORTS / "layout", PYTHONIOENCODING="ascii")
    assert said.stderr == report.render(result.diagnostics, result.texts)


class Terminal:
    """Where a report goes, as far as colours ask."""

    def __init__(self, *, is_one: bool) -> None:
        self.isatty = lambda: is_one


@pytest.mark.parametrize(
    ("is_terminal", "environment", "coloured"),
    [
        (True, {}, True),
        (False, {}, False),
        (True, {"TERM": "dumb"}, False),
        (True, {"NO_COLOR": "1"}, False),
        (True, {"NO_COLOR": ""}, True),
        (False, {"FORCE_COLOR": "1"}, True),
        (True, {"FORCE_COLOR": "0"}, False),
        (True, {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
    ],
)
def test_colours_are_for_terminals_unless_told_otherwise(
    is_terminal: bool, environment: dict[str, str], coloured: bool
) -> None:
    assert terminal.wants_colour(Terminal(is_one=is_terminal), environment) is coloured  # type: ignore[arg-type]


def test_colours_reach_the_terminal_and_no_program() -> None:
    assert "\x1b[" in run_check(REPORTS / "ids", FORCE_COLOR="1").stderr
    assert "\x1b" not in run_check(REPORTS / "ids", "--format", "github", FORCE_COLOR="1").stdout


def test_sarif_leads_to_the_site_where_it_has_an_address() -> None:
    said = run_check(REPORTS / "ids", "--format", "sarif", SITE_URL="https://example.org/site/")
    rules = json.loads(said.stdout)["runs"][0]["tool"]["driver"]["rules"]
    assert rules[0]["helpUri"] == "https://example.org/site/faults/duplicate-id.html"


def test_on_a_terminal_a_report_has_colours_fits_and_says_where_to_read_more() -> None:
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 100, 0, 0))
    command = [sys.executable, "-m", "generator", "check"]
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(REPORTS.parent.parent), "TERM": "xterm"}
    case = REPORTS / "layout"
    program = subprocess.Popen(command, cwd=case, env=environment, stdout=subprocess.DEVNULL, stderr=theirs)
    os.close(theirs)
    said = b""
    try:
        while part := os.read(ours, 65536):
            said += part
    except OSError:  # the other side is closed
        pass
    finally:
        os.close(ours)
        assert program.wait() == 1
    text = said.decode().replace("\r\n", "\n")
    assert text.endswith("`make explain CODE=…` tells why a fault matters and how to mend it\n")
    assert "\x1b[1;31merror[" in text
    plain = re.sub(r"\x1b\[[\d;]*m", "", text)
    shown = [line for line in plain.split("\n") if re.match(r"\d+ \| ", line)]
    assert max(columns_of(line) for line in shown) <= 100


def test_an_unknown_form_is_wrong_usage() -> None:
    parser = argparse.ArgumentParser()
    check.arguments(parser)
    with pytest.raises(SystemExit) as ended:
        parser.parse_args(["--format", "pdf"])
    assert ended.value.code == 2
