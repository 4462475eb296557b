"""Other ids: every link follows at its exact place, whatever it stands in, and nothing else of a file changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import build
from generator.corpus import Corpus
from generator.editing.layout import lay_out
from generator.editing.refusal import MisuseError, RefusedError
from generator.editing.rename import rename
from generator.load import load, with_texts
from generator.model import Development
from tests.entries_of import write

ADDED = "revisions:\n  - {date: 2026-01-01, kind: added, what: First version}\n"

# In these files ‹…› stands for an id that is renamed in some test; what else reads like it stays.
FERRY = (
    """\
# The entry ferry-stopped, and what follows from it
title: "A ferry: ferry-stopped"   # ferry-stopped
date: 2024-10-18
summary: ferry-stopped and gazette-1 are words here.
text: |  # about [[ferry-stopped]]
  It stopped. [@‹gazette-1›] See [[ferry-stopped-again]], [[‹ferry-stopped›#‹stopped›]] and [@gazette-10].

  Then `[[‹ferry-stopped›|words
  on two lines]]` [@‹gazette-1›].
assessment: "It \\"stopped\\" at\\
  \\ [[‹ferry-stopped›]] and [[‹ferry-stopped›|ferry-stopped]]"
sources:
  "‹gazette-1›": {publisher: gazette, url: "https://example.org/gazette-1"}
  gazette-10:
    publisher: gazette   # the gazette
    url: https://example.org/10
    origin: '‹gazette-1›'
claims:
  ‹stopped›:
    text: It stopped.
  stopped-again: {text: It stopped again.}
statements:
  - {claim: ‹stopped›, by: gazette, stance: asserts, source: ‹gazette-1›}
  - claim: [ stopped-again,
             ‹stopped› ]
    by: "gazette"
    stance: asserts
    source: [gazette-10, "‹gazette-1›"]
    translator: ‹gazette-1›
    quote: ferry-stopped
    translation: stopped
"""
    + ADDED
)
AGAIN = (
    """\
title: The ferry stops again
date: 2024-10-19
summary: In short.
text: >-
  It stopped, after what [[‹ferry-stopped›|had
  happened before]].
statements:
  - claim:
    - ‹ferry-stopped›#‹stopped›
    - ferry-stopped#stopped-again
    by: [gazette]
    stance: denies
    source: ‹gazette-1›
    based-on: ‹gazette-1›
relations:
  - to: ‹ferry-stopped›
    type: responds-to
"""
    + ADDED
)
GAZETTE = (
    """\
name: Gazette
kind: newspaper
reliability: {grade: F, reason: Made up}
description: Known from [[‹ferry-stopped›#‹stopped›]]. [@‹gazette-1›]
"""
    + ADDED
)
FILES = {
    "developments/2024/ferry-stopped.yaml": FERRY,
    "developments/2024/ferry-stopped-again.yaml": AGAIN,
    "publishers/gazette.yaml": GAZETTE,
}


def with_ids(text: str, old: str = "", new: str = "") -> str:
    """A file in which one id is called otherwise, wherever it is marked."""
    return text.replace(f"‹{old}›", new).replace("‹", "").replace("›", "")


def collection(root: Path, files: dict[str, str] = FILES) -> Corpus:
    result = build.build(write(root, {path: with_ids(text) for path, text in files.items()}))
    assert result.corpus, result.diagnostics
    return result.corpus


def renamed(corpus: Corpus, old: str, new: str) -> dict[str, str]:
    """All files after something was renamed, by their paths below `entries/`; they must be sound."""
    move = rename(corpus, old, new)
    result = build.judge(with_texts(corpus.loaded, move.texts))
    assert result.diagnostics == ()
    return {path.removeprefix("entries/"): text for path, text in result.texts.items()}


def test_sample_has_an_id_at_every_kind_of_place(tmp_path: Path) -> None:
    assert collection(tmp_path)


def test_links_to_an_entry_follow_it_and_the_old_id_leads_on(tmp_path: Path) -> None:
    files = renamed(collection(tmp_path), "ferry-stopped", "ferry-halted")
    moved = with_ids(FERRY, "ferry-stopped", "ferry-halted").replace(ADDED, "aliases: [ferry-stopped]\n" + ADDED)
    again = with_ids(AGAIN, "ferry-stopped", "ferry-halted").replace("    - ferry-stopped#", "    - ferry-halted#")
    assert files == {
        "developments/2024/ferry-halted.yaml": moved,
        "developments/2024/ferry-stopped-again.yaml": again,
        "publishers/gazette.yaml": with_ids(GAZETTE, "ferry-stopped", "ferry-halted"),
    }


def test_links_to_a_claim_follow_it(tmp_path: Path) -> None:
    files = renamed(collection(tmp_path), "ferry-stopped#stopped", "ferry-stopped#halted")
    own = with_ids(FERRY, "stopped", "halted")
    assert files == {
        "developments/2024/ferry-stopped.yaml": own.replace(
            "    text: It stopped.\n", "    text: It stopped.\n    aliases: [stopped]\n"
        ),
        "developments/2024/ferry-stopped-again.yaml": with_ids(AGAIN, "stopped", "halted"),
        "publishers/gazette.yaml": with_ids(GAZETTE, "stopped", "halted"),
    }


def test_citations_follow_a_source(tmp_path: Path) -> None:
    files = renamed(collection(tmp_path), "gazette-1", "times")
    own = with_ids(FERRY, "gazette-1", "times")
    assert files == {
        "developments/2024/ferry-stopped.yaml": own.replace('gazette-1"}', 'gazette-1", aliases: [gazette-1]}'),
        "developments/2024/ferry-stopped-again.yaml": with_ids(AGAIN, "gazette-1", "times"),
        "publishers/gazette.yaml": with_ids(GAZETTE, "gazette-1", "times"),
    }


def test_names_follow_a_publisher(tmp_path: Path) -> None:
    files = renamed(collection(tmp_path), "gazette", "lake-gazette")
    assert "publisher: gazette" not in "".join(files.values())
    assert "by: [lake-gazette]" in files["developments/2024/ferry-stopped-again.yaml"]
    assert "publishers/lake-gazette.yaml" in files


def test_entry_that_names_its_own_claim_in_full_goes_on_doing_so(tmp_path: Path) -> None:
    files = FILES | {
        "developments/2024/ferry-stopped.yaml": FERRY.replace("claim: ‹stopped›", "claim: ferry-stopped#stopped")
    }
    own = renamed(collection(tmp_path, files), "ferry-stopped", "ferry-halted")["developments/2024/ferry-halted.yaml"]
    assert "{claim: ferry-halted#stopped, by" in own


@pytest.mark.parametrize(
    ("old", "new"),
    [("ferry-stopped", "x"), ("gazette", "x"), ("gazette-1", "x"), ("ferry-stopped#stopped", "ferry-stopped#x")],
)
def test_renaming_back_leaves_an_alias_of_the_other_name_alone(tmp_path: Path, old: str, new: str) -> None:
    corpus = collection(tmp_path)
    there = build.judge(with_texts(corpus.loaded, rename(corpus, old, new).texts)).readable
    back = renamed(there, new, old)
    id_ = new.rpartition("#")[2]
    changed = {path: text for path, text in back.items() if text != with_ids(FILES[path])}
    assert all(f"aliases: [{id_}]" in text for text in changed.values())
    assert len(changed) == 1


def test_layout_of_fmt_is_kept_where_an_id_takes_more_room(tmp_path: Path) -> None:
    files = {path: lay_out(with_ids(text), f"entries/{path}") for path, text in FILES.items()}
    found = renamed(collection(tmp_path, files), "ferry-stopped", "ferry-" + "-".join(["stopped"] * 8))
    assert {path: lay_out(text, f"entries/{path}") for path, text in found.items()} == found


def test_lines_end_as_they_did(tmp_path: Path) -> None:
    files = {path: text.replace("at\\\n  \\ ", "at ").replace("\n", "\r\n") for path, text in FILES.items()}
    for path, text in renamed(collection(tmp_path, files), "ferry-stopped", "ferry-halted").items():
        assert text.count("\n") == text.count("\r\n"), path


def test_link_that_an_escape_hides_is_not_guessed_at(tmp_path: Path) -> None:
    hidden = AGAIN.replace("to: ‹ferry-stopped›", 'to: "ferry\\x2dstopped"')
    corpus = collection(tmp_path, FILES | {"developments/2024/ferry-stopped-again.yaml": hidden})
    with pytest.raises(RefusedError, match=r"without escapes in `entries/developments/2024/ferry-stopped-again\.yaml`"):
        rename(corpus, "ferry-stopped", "ferry-halted")


def test_development_stays_in_the_folder_of_its_year(tmp_path: Path) -> None:
    move = rename(collection(tmp_path), "ferry-stopped", "ferry-halted")
    assert move.moved == {"entries/developments/2024/ferry-halted.yaml": "entries/developments/2024/ferry-stopped.yaml"}
    assert [edit.path for edit in move.edits() if edit.text is None] == list(move.moved.values())


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("fery-stopped", "x", "nothing has the id `fery-stopped`: did you mean `ferry-stopped`?"),
        (
            "ferry-stopped#stoped",
            "x",
            "nothing has the id `ferry-stopped#stoped`: did you mean `ferry-stopped#stopped`?",
        ),
        ("nothing-like-it", "x", "nothing has the id `nothing-like-it`"),
        (
            "gazette",
            "gazette-1",
            "the id `gazette-1` is taken by a source, in `entries/developments/2024/ferry-stopped.yaml`",
        ),
        ("gazette-1", "gazette", "the id `gazette` is taken by a publisher, in `entries/publishers/gazette.yaml`"),
        ("gazette", "gazette", "the id `gazette` is taken by a publisher, in `entries/publishers/gazette.yaml`"),
        (
            "gazette",
            "Gazette",
            "`Gazette` cannot be an id: lower-case letters, digits and single hyphens, at most 80 in all",
        ),
        ("gazette", "index", "`index` is a reserved name"),
        ("gazette-1", "sources", "`sources` is a reserved name"),
        (
            "ferry-stopped#stopped",
            "stopped",
            "`ferry-stopped#stopped` is renamed to `entry#claim`, and `stopped` is none",
        ),
        ("gazette", "gazette#x", "`gazette` is renamed to an id, and `gazette#x` is none"),
        (
            *("ferry-stopped#stopped", "ferry-stopped-again#stopped"),
            "`ferry-stopped#stopped` would leave its entry: `merge` makes it part of a claim there",
        ),
        (
            *("ferry-stopped#stopped", "ferry-stopped#stopped-again"),
            "the id `stopped-again` is taken by a claim, in `entries/developments/2024/ferry-stopped.yaml`",
        ),
        (
            *("ferry-stopped#stopped", "ferry-stopped#gazette-1"),
            "the id `gazette-1` is taken by a source, in `entries/developments/2024/ferry-stopped.yaml`",
        ),
        (
            "ferry-stopped#stopped",
            "ferry-stopped#summary",
            "`summary` is a reserved name: it is that of a part of the page",
        ),
    ],
)
def test_what_cannot_be_meant_is_told(tmp_path: Path, old: str, new: str, message: str) -> None:
    with pytest.raises(MisuseError) as refused:
        rename(collection(tmp_path), old, new)
    assert str(refused.value) == message


@pytest.mark.parametrize(
    ("old", "new"),
    [("ferry-stopped", "ferry-x"), ("gazette-1", "x"), ("ferry-stopped#stopped", "ferry-stopped#x")],
)
def test_old_id_is_taken_and_tells_what_it_is_now(tmp_path: Path, old: str, new: str) -> None:
    corpus = collection(tmp_path)
    after = build.judge(with_texts(corpus.loaded, rename(corpus, old, new).texts)).readable
    with pytest.raises(MisuseError, match=f"`{old}` is now called `{new}`"):
        rename(after, old, "y")
    other = "ferry-x#stopped-again" if old == "ferry-stopped" else "ferry-stopped#stopped-again"
    target = f"{other.partition('#')[0]}#{old.partition('#')[2]}" if "#" in old else old
    with pytest.raises(MisuseError, match="is taken by"):
        rename(after, other if "#" in old else "gazette", target)


def test_claim_under_an_old_name_is_found_after_its_entry_was_renamed(tmp_path: Path) -> None:
    corpus = collection(tmp_path)
    for old, new in [("ferry-stopped#stopped", "ferry-stopped#x"), ("ferry-stopped", "y")]:
        corpus = build.judge(with_texts(corpus.loaded, rename(corpus, old, new).texts)).readable
    with pytest.raises(MisuseError, match="`ferry-stopped#stopped` is now called `y#x`"):
        rename(corpus, "ferry-stopped#stopped", "ferry-stopped#z")


def test_other_entries_are_the_same_objects_but_for_what_they_name(tmp_path: Path) -> None:
    corpus = collection(tmp_path)
    move = rename(corpus, "ferry-stopped", "ferry-halted")
    after = {entry.id: entry for entry in with_texts(corpus.loaded, move.texts).entries}
    before = {entry.id: entry for entry in load(tmp_path).entries}
    own, halted = before["ferry-stopped"], after["ferry-halted"]
    assert isinstance(own, Development)
    assert isinstance(halted, Development)
    assert (own.statements, own.sources) == (halted.statements, halted.sources)
    assert own.text
    assert halted.text == own.text.replace("[[ferry-stopped#", "[[ferry-halted#").replace(
        "[[ferry-stopped|", "[[ferry-halted|"
    )
