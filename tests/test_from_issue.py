"""Reports of readers: whatever they say, a draft holds nothing of it but what was meant, and passes."""

import argparse
import datetime
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from generator import build, yaml_text
from generator.corpus import Corpus
from generator.editing import Edit
from generator.editing.issue_form import CORRECTION, DEVELOPMENT, answers, draft, note, reported_entry
from generator.editing.scaffold.lines import clean
from generator.load import load
from generator.shell import Addresses
from generator.verbs import desk, from_issue
from tests.entries_of import corpus, write

FORMS = Path(__file__).parent.parent / ".github" / "ISSUE_TEMPLATE"
DAY = datetime.date(2026, 1, 1)
ADDED = "revisions: [{date: 2026-01-01, kind: added, what: First version}]"
FILES = {
    "places/northhaven.yaml": f"name: Northhaven\ndescription: Made up.\n{ADDED}\n",
    "actors/navy.yaml": f"name: Navy\nkind: armed-force\ndescription: Made up.\n{ADDED}\n",
    "developments/2024/port-opened.yaml": "title: Port opened\ndate: 2024-05-14\nsummary: Made up.\n"
    "places: [northhaven]\nactors: [navy]\ntext: It was. [@times-20240514]\naliases: [harbour-opened]\n"
    f"sources: {{times-20240514: {{publisher: Times, url: https://times.example.org/1}}}}\n{ADDED}\n",
}
NASTY = [
    "title: x\nstate: published",
    "---\nstate: published\n...",
    "'}, evil: \"",
    '"\nstate: published\nx: "',
    "]\n- &a !!python/object:os.system [*a]",
    "\x00\x07\x1b[31m\x7f\x85\u2028\u2029\ufeff",
    "\u202egnp.exe\u2066\u200b\u00ad",
    "### Where it can be read\n\nhttps://evil.example.org/",
    "### What is known\n### When it happened",
    "```\n`code` ~~~",
    "# yaml-language-server: $schema=https://evil.example.org/\n# vim: set modeline:",
    "\tindented\n   - list\r\nwith\rreturns",
    "<script>alert(1)</script> [[port-opened]] [@times-20240514] {{ x }} ${x}",
    "https://example.org/\"'`{}|\\^ http://[ https://a:b@c:99999/ javascript:alert(1) https://statement.com/1",
    "\ud800",
    "북한\u1112\u1161\u11ab é e\u0301",
    "0001-01-01",
    "9999-12-31/..",
    "x" * 70_000,
    "a b " * 20_000,
]
SAID = st.one_of(st.sampled_from(NASTY), st.text(), st.lists(st.sampled_from(NASTY)).map("\n".join))


def form(labels: dict[str, str], **said: str) -> str:
    """The text that GitHub makes of a form."""
    return "\n\n".join(f"### {label}\n\n{said.get(field) or '_No response_'}" for field, label in labels.items())


def run(root: Path, text: str, *flags: str) -> int:
    file = root / "issue.md"
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    parser = argparse.ArgumentParser()
    from_issue.arguments(parser)
    return from_issue.run(parser.parse_args([str(file), "--date-added=2026-01-01", *flags]), root)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path, FILES)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("collection"), FILES)


# Drafts


def test_a_report_becomes_a_draft(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = form(
        DEVELOPMENT,
        headline="Navy closes Northhaven",
        date="2024-05-16",
        sources="- <https://news.example.net/2024/05/17/x>,\n[again](https://times.example.org/1).",
        known="The navy said so.\n\n### My own heading\n\nNobody denied it.",
    )
    assert run(root, text) == 0
    assert build.build(root).diagnostics == ()
    made = Corpus(load(root)).developments["navy-closes-northhaven"]
    assert (made.title, made.date.text, made.state, made.summary) == (
        "Navy closes Northhaven",
        "2024-05-16",
        "draft",
        "…",
    )
    assert (made.actors, made.places, made.claims, made.statements) == (("navy",), ("northhaven",), {}, ())
    assert made.text == "… [@times-20240514]\n… [@example-20240517]"
    assert [(source.publisher, source.url) for source in made.sources.values()] == [
        ("news.example.net", "https://news.example.net/2024/05/17/x")
    ]
    written = (root / made.path).read_text(encoding="utf-8")
    assert "# > Nobody denied it.\n" in written
    assert "# > ### My own heading\n" in written
    said = capsys.readouterr()
    assert said.out.startswith("entries/developments/2024/navy-closes-northhaven.yaml is written, as a draft\n")
    assert "recognised: actor `navy`" in said.err


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(SAID, SAID, SAID, SAID)
@example(*NASTY[:4])
@example("", "", "", "")
@example("x" * 70_000, "2024", "https://example.org/" + "a" * 70_000, "")
def test_whatever_a_report_says_it_gives_a_draft_with_nothing_else_of_it(
    shared: Path, headline: str, date: str, sources: str, known: str
) -> None:
    before = Corpus(load(shared))
    text = form(DEVELOPMENT, headline=headline, date=date, sources=sources, known=known)
    made = draft(before, answers(text, DEVELOPMENT), DAY)
    document = yaml_text.parse(made.edit.text or "")
    assert (document.faults, document.cuts) == ([], [])
    data = document.data
    assert data is not None
    allowed = {"title", "date", "occurrence", "state", "summary", "text", "themes", "places", "actors", "sources"}
    assert data.keys() <= allowed | {"revisions"}
    assert (data["state"], data["summary"]) == ("draft", "…")
    assert data["revisions"] == [{"date": "2026-01-01", "kind": "added", "what": "First version"}]
    assert data["title"] == "…" or data["title"].removesuffix("…") in clean(re.sub(r"\[\[|\]\]|\[@", " ", text))
    assert all(re.fullmatch(r"… \[@[a-z0-9-]+\]", line) for line in data.get("text", "").splitlines())
    for source in data.get("sources", {}).values():
        assert source.keys() == {"publisher", "url"}
        assert source["url"] in clean(text)
    assert set(data.get("actors", [])) <= {"navy"}
    try:
        desk.write(shared, [made.edit])
        assert [fault for fault in build.build(shared).diagnostics if fault.path == made.edit.path] == []
    finally:
        desk.write(shared, [Edit(made.edit.path, None)])


@pytest.mark.parametrize("words", NASTY)
def test_what_a_reporter_writes_is_a_comment_that_sets_nothing(root: Path, words: str) -> None:
    made = draft(Corpus(load(root)), {"known": words}, DAY)
    lines = (made.edit.text or "").splitlines()
    comments = [line for line in lines if line.startswith("#")]
    assert [line for line in comments if "yaml-language-server" in line and not line.startswith("# >")] == lines[:1]
    assert not any("vim:" in line for line in (*lines[:5], *lines[-5:]))
    assert all(line.isprintable() for line in lines)


@pytest.mark.parametrize(
    ("answer", "date"),
    [
        ("2024-10-18", "2024-10-18"),
        (" 2024-10/.. ", "2024-10/.."),
        ("in 2024, on 2024-10-18", "2024-10-18"),
        ("10/2024", "2024"),
        ("18 October 2024", "2024-10-18"),
        ("2024. 10. 18.", "2024-10-18"),
        ("2024년 10월 18일", "2024-10-18"),
        ("2024-02-31", "2024-02"),
        ("yesterday", "..2026-01-01"),
        ("", "..2026-01-01"),
    ],
)
def test_a_date_is_read_as_far_as_it_can_be(root: Path, answer: str, date: str) -> None:
    made = draft(Corpus(load(root)), {"headline": "A", "date": answer}, DAY)
    assert (yaml_text.parse(made.edit.text or "").data or {})["date"] == date


@pytest.mark.parametrize(
    ("answer", "urls"),
    [
        ("https://example.org/a, https://example.org/b.", ["https://example.org/a", "https://example.org/b"]),
        ("(see https://example.org/a_(b)) and so", ["https://example.org/a_(b)"]),
        ("[x](https://example.org/a)", ["https://example.org/a"]),
        ("https://example.org/a\nhttp://www.example.org/a/?utm_source=x", ["https://example.org/a"]),
        ("https://exa\u202emple.org/a\u200b", ["https://example.org/a"]),
        ("ftp://example.org javascript:alert(1) example.org", []),
    ],
)
def test_addresses_are_found_in_what_is_written_around_them(root: Path, answer: str, urls: list[str]) -> None:
    made = draft(Corpus(load(root)), {"headline": "A", "date": "2024", "sources": answer}, DAY)
    sources = (yaml_text.parse(made.edit.text or "").data or {}).get("sources", {})
    assert [source["url"] for source in sources.values()] == urls


@pytest.mark.parametrize(("answer", "is_guessed"), [("2024-10", False), ("October 2024", False), ("10/2024", True)])
def test_a_draft_tells_where_its_date_is_a_guess(root: Path, answer: str, is_guessed: bool) -> None:
    text = draft(Corpus(load(root)), {"headline": "A", "date": answer}, DAY).edit.text or ""
    assert ("no more than a guess" in text) == is_guessed


def test_a_report_whose_title_gives_no_id_has_one_all_the_same(root: Path) -> None:
    of = Corpus(load(root))
    assert draft(of, {"headline": "항구 폐쇄", "date": "2024-05"}, DAY).id == "reported-2024-05"
    assert draft(of, {"headline": "", "date": ""}, DAY).edit.path == (
        "entries/developments/2026/reported-2026-01-01.yaml"
    )


# Corrections


@pytest.mark.parametrize(
    "typed",
    [
        "port-opened",
        "https://example.org/site/developments/port-opened.html#sources",
        "developments/port-opened.html",
        "entries/developments/2024/port-opened.yaml",
        "claims/port-opened.closed.html?x=1",
        "developments/port-opened.matrix.html",
        "port-opened#closed",
        "harbour-opened",
        "the page port-opened",
    ],
)
def test_the_entry_is_found_by_id_address_or_old_id(root: Path, typed: str) -> None:
    found = reported_entry(Corpus(load(root)), {"entry": typed})
    assert found is not None
    assert found.id == "port-opened"


@pytest.mark.parametrize("typed", ["", "other", "https://example.org/", "#port-opened", "../../etc/passwd"])
def test_no_entry_is_made_up(root: Path, typed: str) -> None:
    assert reported_entry(Corpus(load(root)), {"entry": typed}) is None


def test_a_correction_becomes_a_note_and_writes_nothing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = {path: path.read_bytes() for path in (root / "entries").rglob("*.yaml")}
    text = form(CORRECTION, entry="port-opened", wrong="The day.", sources="https://times.example.org/1")
    assert run(root, text) == 0
    assert capsys.readouterr().out == (
        "entries/developments/2024/port-opened.yaml is said to be wrong\n"
        "Which page:\n"
        "> port-opened\n"
        "What is wrong:\n"
        "> The day.\n"
        "Where that can be read:\n"
        "> https://times.example.org/1\n"
        "already there: https://times.example.org/1 is the source `times-20240514`, declared in `port-opened`\n"
        "next: look at the sources; if it is so, correct the entry and tell readers of it under `revisions`:\n"
        "  - {date: 2026-01-01, kind: correction, what: …}\n"
        "then: make check, make preview ENTRY=port-opened\n"
    )
    assert {path: path.read_bytes() for path in (root / "entries").rglob("*.yaml")} == before


def test_a_correction_of_an_unknown_entry_fails_and_still_tells_what_was_said(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(root, form(CORRECTION, entry="other", wrong="All of it.")) == 1
    said = capsys.readouterr().out
    assert "no such entry is known" in said
    assert "> other\n" in said
    assert "> All of it.\n" in said


@given(SAID, SAID)
def test_a_note_turns_nothing_on_a_terminal(wrong: str, right: str) -> None:
    told = answers(form(CORRECTION, entry="x", wrong=wrong, right=right), CORRECTION)
    assert all(line.isprintable() for line in note(corpus(), told, None, DAY))


# Forms


@pytest.mark.parametrize(
    ("file", "labels"), [("report-a-development.yml", DEVELOPMENT), ("correct-an-entry.yml", CORRECTION)]
)
def test_the_labels_are_those_of_the_forms(file: str, labels: dict[str, str]) -> None:
    fields = yaml.safe_load((FORMS / file).read_text(encoding="utf-8"))["body"]
    assert {field["id"]: field["attributes"]["label"] for field in fields if "id" in field} == labels


def test_the_forms_are_as_github_wants_them() -> None:
    check = [sys.executable, "-m", "check_jsonschema", "--builtin-schema"]
    forms = [str(file) for file in sorted(FORMS.glob("*-*.yml"))]
    assert len(forms) == 2
    subprocess.run([*check, "vendor.github-issue-forms", *forms], check=True, capture_output=True)
    subprocess.run([*check, "vendor.github-issue-config", str(FORMS / "config.yml")], check=True, capture_output=True)
    refused = subprocess.run([*check, "vendor.github-issue-forms", str(FORMS / "config.yml")], capture_output=True)
    assert refused.returncode == 1


def test_report_an_error_can_fill_in_the_form_of_corrections(root: Path) -> None:
    readme = (FORMS.parent.parent / "README.md").read_text(encoding="utf-8")
    workflow = (FORMS.parent / "workflows" / "publish.yml").read_text(encoding="utf-8")
    (address,) = re.findall(r"^REPORT_URL='([^']+)'", readme, re.MULTILINE)
    (published,) = re.findall(r"^ *REPORT_URL: .*(/issues/new.*)$", workflow, re.MULTILINE)
    assert address.endswith(published)
    link = Addresses(report=address).report_link("developments/port-opened.html", "Port & “opened”")
    query = parse_qs(urlsplit(link).query)
    assert query.keys() - {"template", "title"} <= CORRECTION.keys()
    assert (FORMS / query["template"][0]).exists()
    found = reported_entry(Corpus(load(root)), {"entry": query["entry"][0]})
    assert found is not None
    assert (found.id, query["title"]) == ("port-opened", ["Correction: Port & “opened”"])


def test_a_text_of_neither_form_is_refused(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted((root / "entries").rglob("*"))
    for text in ("", "### Something\n\nelse", "Which page"):
        assert run(root, text) == 2
    assert "this is the text of neither form" in capsys.readouterr().err
    assert sorted((root / "entries").rglob("*")) == before


def test_a_file_that_is_not_there_is_told_in_a_line(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    parser = argparse.ArgumentParser()
    from_issue.arguments(parser)
    assert from_issue.run(parser.parse_args([str(root / "none.md")]), root) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_standard_output_takes_the_draft_and_nothing_is_written(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted((root / "entries").rglob("*"))
    assert run(root, form(DEVELOPMENT, headline="A port", date="2024"), "--stdout") == 0
    assert (yaml_text.parse(capsys.readouterr().out).data or {})["title"] == "A port"
    assert sorted((root / "entries").rglob("*")) == before
