"""What is withdrawn leaves a note, nothing rests on its claims, and those that did rest on them tell so."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import build
from generator.corpus import Corpus
from generator.editing.refusal import MisuseError, RefusedError
from generator.editing.retire import retire
from generator.load import with_texts
from generator.model import Development
from tests.entries_of import write

DAY = "2026-01-05"
REASON = "The Gazette took it back: no ferry was stopped"
ADDED = "revisions:\n  - {date: 2026-01-01, kind: added, what: First version}\n"
FERRY = (
    """\
title: A ferry was stopped
date: 2024-10-18
summary: In short.
sources:
  gazette-1018: {publisher: gazette, url: https://example.org/1018}
  gazette-old: {publisher: gazette, url: https://example.org/old}
claims:
  stopped: {text: The ferry was stopped., aliases: [halted]}
statements:
  - {claim: stopped, by: gazette, stance: asserts, source: gazette-1018}
"""
    + ADDED
)
ANSWER = (
    """\
title: The office answers
date: 2024-10-19
summary: In short.
text: |
  It answered [[ferry-stopped#halted|that report]]; see [[ferry-stopped]].
sources:
  gazette-1019: {publisher: gazette, url: https://example.org/1019}
  gazette-1020: {publisher: gazette, url: https://example.org/1020}
claims:
  answered: {text: The office answered.}
statements:
  - {claim: ferry-stopped#stopped, by: gazette, stance: denies, source: [gazette-1019, gazette-old]}
  - {claim: [answered, ferry-stopped#stopped], by: gazette, stance: asserts, source: gazette-1020}
relations:
  - {type: responds-to, to: ferry-stopped}
"""
    + ADDED
)
FILES = {
    "developments/2024/ferry-stopped.yaml": FERRY,
    "developments/2024/answer.yaml": ANSWER,
    "publishers/gazette.yaml": (
        "name: Gazette\nkind: online\ndescription: Made up.\nreliability: {grade: F, reason: Made up}\n" + ADDED
    ),
}
RETRACTED = '  - {date: 2026-01-05, kind: retraction, what: "The Gazette took it back: no ferry was stopped"}\n'
WHAT = "It no longer leans on an entry that was retracted: A ferry was stopped"
NO_LONGER = f'  - {{date: 2026-01-05, kind: update, what: "{WHAT}"}}\n'


def collection(root: Path, files: dict[str, str] | None = None) -> Corpus:
    result = build.build(write(root, FILES | (files or {})))
    assert result.corpus, result.diagnostics
    return result.corpus


def retired(corpus: Corpus, name: str, *, claims_to: str = "", drop_statements: bool = False) -> dict[str, str]:
    """The files that change, by their names; all must be sound."""
    move = retire(corpus, name, REASON, DAY, claims_to=claims_to, drop_statements=drop_statements)
    assert build.judge(with_texts(corpus.loaded, move.texts)).diagnostics == ()
    return {path.rpartition("/")[2]: text or "" for path, text in move.texts.items()}


def test_retracted_entry_tells_when_and_why(tmp_path: Path) -> None:
    files = retired(collection(tmp_path), "answer")
    assert list(files) == ["answer.yaml"]
    assert "date: 2024-10-19\nstate: retracted\nsummary: In short.\n" in files["answer.yaml"]
    assert files["answer.yaml"].endswith(ADDED + RETRACTED)


def test_statements_of_others_are_listed_until_it_is_said_where_they_go(tmp_path: Path) -> None:
    with pytest.raises(RefusedError) as refused:
        retire(collection(tmp_path), "ferry-stopped", REASON, DAY)
    assert str(refused.value) == (
        "statements of other entries are on claims of `ferry-stopped`: `merge` its claims into others first, or give "
        "--claims-to entry#claim or --drop-statements\n"
        "  entries/developments/2024/answer.yaml: statement 1\n"
        "  entries/developments/2024/answer.yaml: statement 2"
    )


def test_statements_are_left_out_with_what_only_they_cite(tmp_path: Path) -> None:
    files = retired(collection(tmp_path), "ferry-stopped", drop_statements=True)
    assert files["answer.yaml"] == (
        "title: The office answers\n"
        "date: 2024-10-19\n"
        "summary: In short.\n"
        "text: |\n"
        "  It answered [[ferry-stopped|that report]]; see [[ferry-stopped]].\n"
        "sources:\n"
        "  gazette-1020:\n"
        "    publisher: gazette\n"
        "    url: https://example.org/1020\n"
        "claims:\n"
        "  answered:\n"
        "    text: The office answered.\n"
        "statements:\n"
        "  - {claim: [answered], by: gazette, stance: asserts, source: gazette-1020}\n"
        "relations:\n"
        "  - {type: responds-to, to: ferry-stopped}\n" + ADDED + NO_LONGER
    )
    assert "gazette-old" not in files["ferry-stopped.yaml"]
    assert "gazette-1018" in files["ferry-stopped.yaml"]


def test_statements_go_to_another_claim(tmp_path: Path) -> None:
    files = retired(collection(tmp_path), "ferry-stopped", claims_to="answer#answered")
    assert "{claim: answered, by: gazette, stance: denies" in files["answer.yaml"]
    assert "{claim: [answered], by: gazette, stance: asserts" in files["answer.yaml"]
    assert "[[answer#answered|that report]]; see [[ferry-stopped]]" in files["answer.yaml"]
    assert files["answer.yaml"].endswith(NO_LONGER)


def test_links_to_its_claims_lead_to_the_note(tmp_path: Path) -> None:
    gazette = FILES["publishers/gazette.yaml"].replace("Made up.", 'Of "[[ferry-stopped#halted]]".')
    corpus = collection(tmp_path, {"publishers/gazette.yaml": gazette})
    move = retire(corpus, "ferry-stopped", REASON, DAY, drop_statements=True)
    text = move.texts["entries/publishers/gazette.yaml"] or ""
    assert "[[ferry-stopped]]" in text
    assert text.endswith(NO_LONGER)
    assert move.leads == {"ferry-stopped#stopped": "ferry-stopped", "ferry-stopped#halted": "ferry-stopped"}


@pytest.mark.parametrize("state", ["draft", "retracted"])
def test_what_readers_do_not_see_may_lean_on_it(tmp_path: Path, state: str) -> None:
    retraction = "  - {date: 2026-01-02, kind: retraction, what: So}\n"
    answer = ANSWER.replace("summary:", f"state: {state}\nsummary:").replace("#halted|", "|") + retraction
    ferry = FERRY.replace("  gazette-old: {publisher: gazette, url: https://example.org/old}\n", "")
    answer = answer.replace(", gazette-old]", "]")
    files = {"developments/2024/answer.yaml": answer, "developments/2024/ferry-stopped.yaml": ferry}
    assert list(retired(collection(tmp_path, files), "ferry-stopped")) == ["ferry-stopped.yaml"]


def test_superseded_entry_can_be_retracted(tmp_path: Path) -> None:
    answer = ANSWER.replace("summary:", "state: superseded\nsummary:")
    files = retired(collection(tmp_path, {"developments/2024/answer.yaml": answer}), "answer")
    assert files["answer.yaml"].count("state: ") == 1
    assert "state: retracted" in files["answer.yaml"]


@pytest.mark.parametrize(
    ("name", "claims_to", "message"),
    [
        (
            "gazette",
            "",
            "`gazette` is a publisher, which is not retracted: `merge gazette …` leads to what takes its place",
        ),
        ("gazette-1018", "", "`gazette-1018` is a source: only developments are retracted"),
        ("answer#answered", "", "`answer#answered` is a claim: only developments are retracted"),
        ("answr", "", "nothing has the id `answr`: did you mean `answer`?"),
        ("answer", "gazette", "`gazette` is not a claim of another entry"),
        ("answer", "answer#answered", "`answer#answered` is not a claim of another entry"),
    ],
)
def test_only_developments_are_retracted(tmp_path: Path, name: str, claims_to: str, message: str) -> None:
    with pytest.raises(MisuseError) as refused:
        retire(collection(tmp_path), name, REASON, DAY, claims_to=claims_to)
    assert message in str(refused.value)


def test_entity_is_named_with_those_that_name_it(tmp_path: Path) -> None:
    with pytest.raises(MisuseError) as refused:
        retire(collection(tmp_path), "gazette", REASON, DAY)
    assert str(refused.value).endswith(
        "; it is named in\n  entries/developments/2024/answer.yaml\n  entries/developments/2024/ferry-stopped.yaml"
    )


@pytest.mark.parametrize(
    ("state", "message"), [("draft", "delete the file"), ("retracted", "it was retracted already")]
)
def test_draft_and_retracted_entry_are_not_retracted(tmp_path: Path, state: str, message: str) -> None:
    answer = ANSWER.replace("summary:", f"state: {state}\nsummary:")
    answer += "  - {date: 2026-01-02, kind: retraction, what: So}\n"
    corpus = collection(tmp_path, {"developments/2024/answer.yaml": answer})
    assert isinstance(corpus.by_id["answer"], Development)
    with pytest.raises(MisuseError, match=message):
        retire(corpus, "answer", REASON, DAY)
