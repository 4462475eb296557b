"""`diff`: what a change means, in words. A case is an edit of a small collection, with the account that it gives."""

from __future__ import annotations

import html
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import build, review
from generator.report.columns import visible, width
from generator.review import Sides
from generator.review.markdown import literal
from generator.review.markdown import render as as_markdown
from generator.review.plain import filled
from generator.review.plain import render as as_text
from tests.entries_of import write
from tests.repository import DEVELOPMENT, PROJECT, SAMPLE, Repository

Files: TypeAlias = dict[str, str]

EXPECTED = Path(__file__).parent / "reviews"
ADDED = "  - {date: 2026-11-24, kind: added, what: First version}\n"
NEWER = "  - {date: 2026-11-25, kind: %s, what: %s}\n"
OFFICE, TIMES = "actors/bridge-office.yaml", "publishers/example-times.yaml"
ADMITTED = "developments/2024/bridge-office-admits.yaml"
FERRY = "developments/2024/ferry-laid-up.yaml"

BEFORE: Files = SAMPLE | {
    "actors/ferry-company.yaml": SAMPLE[OFFICE].replace("Bridge Office", "Ferry Company"),
    FERRY: """\
title: The ferry at Sample is laid up
date: 2024-11
summary: The ferry did not run.
text: |
  It used to run daily. [@times-ferry] Nobody had said why. See [[bridge-closed]].
themes: [crossings]
places: [sample]
actors: [ferry-company]
sources:
  times-ferry:
    publisher: example-times
    title: Ferry laid up
    url: https://example.org/ferry
    published: 2024-11-03
  radio-ferry:
    publisher: Sample Radio
    url: https://example.org/radio
    published: 2024-11-04
    origin: times-ferry
claims:
  laid-up:
    text: The ferry at Sample was laid up.
    about: [ferry-company]
  days:
    text: Days without a ferry
    unit: days
statements:
  - claim: laid-up
    by: example-times
    unnamed: a hand on board
    stance: asserts
    date: 2024-11-03
    source: [times-ferry, radio-ferry]
  - claim: days
    by: example-times
    value: about 20
    date: 2024-11-03
    source: times-ferry
relations:
  - {type: related, to: bridge-closed, note: Another way over}
revisions:
  - {date: 2026-11-24, kind: added, what: First version}
""",
}


def contested(files: Files) -> Files:
    """An entry is added that answers others, so that their claims have another status."""
    return files | {
        ADMITTED: """\
title: The Bridge Office admits that the bridge is closed
date: 2024-12-02
summary: The office said that it had closed the bridge, and denied that the ferry was laid up.
sources:
  times-admits:
    publisher: example-times
    title: 다리를 닫았다
    title-translation: We closed the bridge
    url: https://example.org/admits
    published: 2024-12-02
    language: ko
statements:
  - claim: bridge-closed#closed
    by: bridge-office
    speaker: Ada Sample
    stance: asserts
    source: times-admits
  - claim: ferry-laid-up#laid-up
    by: bridge-office
    stance: denies
    source: times-admits
relations:
  - {type: responds-to, to: bridge-closed}
revisions:
  - {date: 2026-11-25, kind: added, what: First version}
"""
    }


def reworded(files: Files) -> Files:
    """Most fields of one entry say something else, with a revision."""
    changes = {
        "The ferry at Sample is laid up": "The ferry at Sample stops",
        "date: 2024-11\n": "date: 2024-11-02~\noccurrence: cancelled\n",
        "The ferry did not run.": "The ferry did not run, and nobody said why.",
        "It used to run daily. [@times-ferry] Nobody had said why.": "It used to run\n  daily. [@times-ferry] Why, "
        "nobody had said.",
        "places: [sample]\n": "",
        "    title: Ferry laid up\n": "    title: Ferry is laid up\n",
        "published: 2024-11-03": "published: 2024-11-02",
        "    origin: times-ferry\n": "",
        "The ferry at Sample was laid up.": "The ferry at Sample was laid up in November.",
        "about: [ferry-company]": "about: [ferry-company, bridge-office]",
        "stance: asserts": "stance: doubts\n    quote: Who knows?",
        "about 20": "over 20",
        "Another way over": "The other way over",
        ADDED: ADDED + NEWER % ("correction", "The day, was: nothing"),
    }
    return _edited(files, FERRY, changes)


def rearranged(files: Files) -> Files:
    """Claims, statements and sources come, go and change places, without a revision."""
    changes = {
        "  laid-up:\n    text: The ferry at Sample was laid up.\n    about: [ferry-company]\n": "",
        "times-ferry": "times-ferries",
        "times-ferries:\n": "times-ferries:\n    aliases: [times-ferry]\n",
        "  days:\n": "  sunk:\n    text: The ferry sank.\n  days-idle:\n    aliases: [days]\n",
        "claim: laid-up": "claim: sunk",
        "claim: days": "claim: days-idle",
        "  radio-ferry:\n": "  other-ferry:\n",
        "times-ferries, radio-ferry": "times-ferries, other-ferry",
        "  - {type: related, to: bridge-closed, note: Another way over}": "  - {type: responds-to, to: bridge-closed}",
        "See [[bridge-closed]].": "See [[bridge-clsed]].",
    }
    return _edited(files, FERRY, changes)


def across(files: Files) -> Files:
    """A claim and a source go to another entry."""
    claim = "  laid-up:\n    text: The ferry at Sample was laid up.\n    about: [ferry-company]\n"
    source = re.findall(r"  times-ferry:\n(?:    .*\n)+", files[FERRY])[0]
    files = _edited(files, FERRY, {claim: "", "claim: laid-up": "claim: bridge-closed#ferry-laid-up", source: ""})
    alias = claim.replace("  laid-up", "  ferry-laid-up") + "    aliases: ['ferry-laid-up#laid-up']\n"
    return _edited(files, DEVELOPMENT, {"claims:\n": source + "claims:\n", "statements:\n": alias + "statements:\n"})


def entities(files: Files) -> Files:
    """Who speaks for whom, and how far an outlet can be relied on, is another matter than before."""
    changed = _edited(files, OFFICE, {"kind: state": "kind: government-body\nspeaks-for: ferry-company"})
    grade = {"grade: C, reason: Made up for a test": "grade: D, reason: It was wrong on the ferry"}
    changed = _edited(changed, TIMES, {**grade, "A made-up": "A quite made-up", ADDED: ADDED + NEWER % ("update", "D")})
    return changed | {
        "publishers/sample-radio.yaml": SAMPLE[TIMES].replace("Example Times", "Sample Radio")
        + "speaks-for: bridge-office\n"
    }


def voices(files: Files) -> Files:
    """An outlet has the word of somebody else: no statement is another one, and figures read as they did."""
    reason = {"reason: Made up for a test": f"reason: Made up for a test {'at length ' * 6}"}
    revised = {
        "revisions:\n": "speaks-for: ferry-company\nrevisions:\n",
        ADDED: ADDED + NEWER % ("update", "Its voice"),
    }
    return _edited(files, TIMES, reason | revised)


def moved(files: Files) -> Files:
    """One entry is renamed, one becomes part of another, one is retracted, one goes without a trace."""
    files = dict(files)
    files["actors/office-of-bridges.yaml"] = files.pop(OFFICE) + "aliases: [bridge-office]\n"
    files["themes/ways.yaml"] = files.pop("themes/crossings.yaml").replace("Crossings", "Ways")
    retraction = {"claims:\n": "state: retracted\nclaims:\n", ADDED: ADDED + NEWER % ("retraction", "Nobody said so")}
    files = _edited(files, FERRY, retraction)
    files = {path: text.replace("[crossings]", "[ways]") for path, text in files.items()}
    merged = {"bridge-office": "office-of-bridges"}
    files = _edited(files, DEVELOPMENT, merged)
    files.pop("actors/ferry-company.yaml")
    files["actors/office-of-bridges.yaml"] = files["actors/office-of-bridges.yaml"].replace(
        "[bridge-office]", "[bridge-office, ferry-company]"
    )
    return _edited(files, FERRY, {"ferry-company": "office-of-bridges"})


def deleted(files: Files) -> Files:
    """One entry goes, and the links to it stay."""
    return {path: text for path, text in files.items() if path != "actors/ferry-company.yaml"}


def drafts(files: Files) -> Files:
    """A draft is added, and what was published is one now."""
    draft = files[DEVELOPMENT].replace("times-bridge", "times-again") + "state: draft\n"
    files = files | {"developments/2024/bridge-again.yaml": draft.replace("2024-10-18", "2024-10-19")}
    return _edited(files, FERRY, {"claims:\n": "state: draft\nclaims:\n"})


def unreadable(files: Files) -> Files:
    """One file is no YAML any more, and of one a field cannot be read."""
    files = _edited(files, DEVELOPMENT, {"title: ": "title: [", "no reason": "no ground"})
    return _edited(files, OFFICE, {"kind: state": "kind: nonsense", "A made-up": "One more made-up"})


def hostile(files: Files) -> Files:
    """Entries try to be more than text."""
    title = "title: '@everyone <img src=x> [a](https://example.org) #1 `code` www.example.org'"
    return _edited(files, FERRY, {"title: The ferry at Sample is laid up": title})


CASES: list[Callable[[Files], Files]] = [
    *(contested, reworded, rearranged, across, entities, voices, moved, deleted, drafts, unreadable, hostile)
]


def _edited(files: Files, path: str, changes: dict[str, str]) -> Files:
    text = files[path]
    for old, new in changes.items():
        assert old in text, old
        text = text.replace(old, new)
    return files | {path: text}


def sides(root: Path, case: Callable[[Files], Files]) -> Sides:
    before, after = write(root / "before", BEFORE), write(root / "after", case(BEFORE))
    return Sides(build.build(before).readable, build.build(after).readable)


# Accounts


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case.__name__))
def test_an_account_reads_as_expected(case: Callable[[Files], Files], tmp_path: Path) -> None:
    account = review.account(sides(tmp_path, case))
    for suffix, text in (("txt", as_text(account, "Before and after.")), ("md", as_markdown(account, "Compared."))):
        expected = EXPECTED / f"{case.__name__}.{suffix}"
        if os.environ.get("ACCEPT"):
            expected.write_text(text, encoding="utf-8", newline="\n")
        assert text == expected.read_text(encoding="utf-8")


def test_nothing_is_told_of_what_says_the_same(tmp_path: Path) -> None:
    assert review.account(sides(tmp_path, lambda files: files)).is_empty
    laid_out = {"by: example-times": "by: [example-times]", "It used to run daily.": "It used to run\n  daily."}
    assert review.account(sides(tmp_path / "laid-out", lambda files: _edited(files, FERRY, laid_out))).is_empty


def test_there_and_back_what_was_added_is_removed(tmp_path: Path) -> None:
    there = sides(tmp_path, contested)
    back = review.account(Sides(there.after, there.before))
    assert [(part.id, part.what) for part in back.parts if part.what in ("added", "removed")] == [
        ("bridge-office-admits", "removed")
    ]
    statuses = [change.words for part in back.parts for change in part.changes if change.rank == review.Rank.STATUS]
    assert len(statuses) == 2


# Text and Markdown


@given(st.text())
def test_text_of_entries_stays_text_in_markdown(text: str) -> None:
    plain = " ".join(visible(text).split())
    written = literal(text)
    made = markdown.markdown(f"x {written}")
    assert set(re.findall(r"<[^>]*>", made)) <= {"<p>", "</p>", "<code>", "</code>"}
    shown = html.unescape(re.sub(r"</?(p|code)>", "", made)).replace("\u200b", "")
    assert shown.split() == ["x", *re.sub(r"(?<!`)`([a-zA-Z0-9#/._-]+)`(?!`)", r"\1", plain).split()]


@pytest.mark.parametrize(
    "text",
    [
        "@ada",
        "a@example.org",
        "#12",
        "example/x#12",
        "GH-12",
        "https://example.org",
        "www.example.org",
        "0a1b2c3d",
        ":smile:",
    ],
)
def test_nothing_that_github_makes_a_link_of_is_left_whole(text: str) -> None:
    shown = html.unescape(literal(f"see {text} there"))
    assert text not in shown
    assert text in shown.replace("\u200b", "")


@given(st.text(), st.integers(20, 60))
def test_lines_are_filled_with_all_words_and_no_wider_than_they_may_be(text: str, columns: int) -> None:
    lines = filled(text, columns, "  * ", "    ").split("\n")
    assert " ".join(lines).split() == ["*", *visible(text).split()]
    assert all(width(line) <= columns or len(line.split()) <= 2 for line in lines)


def test_markdown_stays_within_its_limit_and_says_what_it_leaves_out(tmp_path: Path) -> None:
    account = review.account(sides(tmp_path, moved))
    whole = as_markdown(account, "Compared.")
    assert as_markdown(account, "Compared.", limit=len(whole.encode()) + 100) == whole
    for limit in range(len(whole.encode()) - 1, 600, -97):
        cut = as_markdown(account, "Compared.", limit=limit)
        left = cut.count("\n### ")
        assert len(cut.encode()) <= limit
        assert cut.endswith(f"\n… and {len(account.parts) + 1 - left} more part{'s' * (left != len(account.parts))}, "
                            "for which there is no room here.\n")  # fmt: skip


# The command line


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "repository")


def test_diff_tells_what_is_not_committed_and_what_is(repository: Repository) -> None:
    start = repository.git("rev-parse", "HEAD")[:8]
    repository.git("checkout", "--quiet", "-b", "change")
    repository.replace(DEVELOPMENT, "the bridge is closed", "the ford is closed")
    said = repository.generator("diff", "main")
    assert said.returncode == 0
    assert said.stdout.startswith(f"Compared with `main` at `{start}` of 2026-11-24, where this branch left it.\n")
    assert "      + Example Times: the ford is closed\n" in said.stdout
    repository.commit()
    assert repository.generator("diff", "main").stdout == said.stdout


def test_diff_leaves_out_what_others_did_meanwhile(repository: Repository) -> None:
    repository.git("checkout", "--quiet", "-b", "change")
    repository.git("checkout", "--quiet", "main")
    repository.replace(DEVELOPMENT, "the bridge is closed", "the ford is closed")
    repository.commit()
    repository.git("checkout", "--quiet", "change")
    assert repository.generator("diff", "main").stdout.count("\n") == 1


def test_diff_of_nothing_is_one_line(repository: Repository) -> None:
    said = repository.generator("diff", "HEAD")
    assert (said.returncode, said.stdout.count("\n")) == (0, 1)
    assert said.stdout.startswith("The entries say nothing else than in `HEAD` at `")


def test_diff_writes_markdown_into_a_file(repository: Repository) -> None:
    repository.replace(DEVELOPMENT, "the bridge is closed", "the ford is closed")
    said = repository.generator("diff", "HEAD", "--format", "markdown", "--output", "summary.md")
    assert (said.returncode, said.stdout, said.stderr) == (0, "", "")
    assert (repository.root / "summary.md").read_text(encoding="utf-8").startswith("## What this change means\n")
    said = repository.generator("diff", "HEAD", "--output", "no/such/folder")
    assert (said.returncode, said.stderr.count("\n")) == (2, 1)


def test_a_reader_who_has_seen_enough_is_no_fault(repository: Repository) -> None:
    repository.replace(DEVELOPMENT, "the bridge is closed", "the ford is closed")
    command = f"PYTHONPATH={PROJECT} {sys.executable} -m generator diff HEAD | true"
    done = subprocess.run(command, shell=True, cwd=repository.root, capture_output=True, check=True)
    assert done.stderr == b""


def test_diff_is_the_same_whatever_the_order_of_sets(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    for path, text in reworded(contested(BEFORE)).items():
        repository.write(path, text)
    said = set()
    for seed in ("1", "2"):
        monkeypatch.setenv("PYTHONHASHSEED", seed)
        said.add(repository.generator("diff", "HEAD").stdout)
    assert len(said) == 1
