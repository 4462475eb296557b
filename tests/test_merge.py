"""Two that are one become one: nothing is lost, nothing is told twice, and every link leads there."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import build
from generator.corpus import Corpus
from generator.editing.layout import lay_out
from generator.editing.merge import merge
from generator.editing.refusal import MisuseError, RefusedError
from generator.load import with_texts
from tests.entries_of import write

DAY = "2026-01-05"
ADDED = "revisions:\n  - {date: 2026-01-01, kind: added, what: First version}\n"
REPORT = """\
# yaml-language-server: $schema=../../../schema/development.schema.json
# Looked at by Ada

title: "Gazette: a ferry was stopped"
date: 2024-10-19
summary: The Gazette told of it.
text: |
  It stopped at night, after [[ferry-stopped|what happened]]. [@gazette-1019]
themes: [ferries, night]  # both
places: [pier]
sources:
  gazette-1019: {publisher: gazette, title: A ferry, url: https://example.org/1019}
  times-copy:
    publisher: times
    url: https://example.org/times  # the same
claims:
  stopped:
    text: The ferry was stopped.
    aliases: [halted]
  seen: {text: The pilot saw it., aliases: [noticed]}
statements:
  - {claim: [seen, ferry-stopped#crew], by: gazette, stance: asserts, source: gazette-1019}
  # as the Times had it
  - {claim: stopped, by: times, stance: asserts, date: 2024-10-18, source: times-copy}
quotations:
  - {by: gazette, source: gazette-1019, quote: Good night.}
relations:
  - {type: responds-to, to: ferry-stopped, note: It told of it}
  - {type: related, to: other}
aliases: [ferry-report]
revisions:
  - {date: 2026-01-02, kind: added, what: First version}
"""
FERRY = (
    """\
title: A ferry was stopped
date: 2024-10-18
summary: It was stopped at the pier.
text: >-
  It stopped at the pier. [@times-1018]
themes: [ferries]
sources:
  times-1018: {publisher: times, url: https://example.org/times}
claims:
  stopped: {text: The ferry was stopped.}
  crew: {text: There was a crew.}
statements:
  - {claim: stopped, by: times, stance: asserts, source: times-1018}
relations:
  - {type: related, to: other}
  - {type: related, to: report, note: What the Gazette told}
"""
    + ADDED
)
OTHER = (
    """\
title: Something else
date: 2024-10-20
summary: In short.
text: "[[report]], [[report#seen|the pilot]], [[report#noticed]] and [[ferry-stopped]]. [@times-copy]"
statements:
  - {claim: [report#stopped, ferry-stopped#stopped], by: times, stance: asserts, source: [times-copy, times-1018]}
relations:
  - {type: responds-to, to: ferry-stopped, note: The event}
  - {type: responds-to, to: report}
"""
    + ADDED
)
FILES = {
    "developments/2024/report.yaml": REPORT,
    "developments/2024/ferry-stopped.yaml": FERRY,
    "developments/2024/other.yaml": OTHER,
    "themes/ferries.yaml": f"name: Ferries\ndescription: Made up.\n{ADDED}",
    "themes/night.yaml": f"name: Night\ndescription: Made up.\n{ADDED}",
    "places/pier.yaml": f"name: Pier\ndescription: Made up.\n{ADDED}",
    "publishers/times.yaml": (
        f"name: Times\nkind: newspaper\ndescription: Made up.\nreliability: {{grade: F, reason: Made up}}\n{ADDED}"
    ),
    "publishers/gazette.yaml": (
        "name: Lake Gazette\nshort: Gazette\nkind: online\ncountry: NO  # or not\n"
        "description: Told of in [[ferry-stopped]].\n"
        f"also-known-as: [The Gazette]\nreliability: {{grade: F, reason: Made up}}\naliases: [lake-gazette]\n{ADDED}"
    ),
}
MERGED = """\
title: A ferry was stopped
date: 2024-10-18
summary: It was stopped at the pier.
text: |
  It stopped at the pier. [@times-1018]

  It stopped at night, after what happened. [@gazette-1019]
themes: [ferries, night]
places: [pier]
sources:
  times-1018:
    publisher: times
    url: https://example.org/times
    aliases: [times-copy]
  gazette-1019:
    publisher: gazette
    title: A ferry
    url: https://example.org/1019
    accessed: 2026-01-02
claims:
  stopped:
    text: The ferry was stopped.
    aliases: [halted]
  crew:
    text: There was a crew.
  seen:
    text: The pilot saw it.
    aliases: [noticed]
statements:
  - {claim: stopped, by: times, stance: asserts, source: times-1018}
  - {claim: [seen, crew], by: gazette, stance: asserts, date: 2024-10-19, source: gazette-1019}
quotations:
  - {by: gazette, date: 2024-10-19, source: gazette-1019, quote: Good night.}
relations:
  - {type: related, to: other}
aliases: [report, ferry-report]
revisions:
  - {date: 2026-01-01, kind: added, what: First version}
  - {date: 2026-01-05, kind: update, what: "Put together with: Gazette: a ferry was stopped"}
# Of `report`, merged on 2026-01-05, for an editor to use or delete:
# title: "Gazette: a ferry was stopped"
# date: 2024-10-19
# summary: The Gazette told of it.
# times-copy:
#   publisher: times
#   url: https://example.org/times  # the same
# # as the Times had it
# - {claim: stopped, by: times, stance: asserts, date: 2024-10-18, source: times-1018}
# - {type: responds-to, to: ferry-stopped, note: It told of it}
# - {type: related, to: ferry-stopped, note: What the Gazette told}
# revisions:
#   - {date: 2026-01-02, kind: added, what: First version}
# both
# Looked at by Ada
"""


def collection(root: Path, files: dict[str, str] | None = None) -> Corpus:
    result = build.build(write(root, FILES | (files or {})))
    assert result.corpus, result.diagnostics
    return result.corpus


def merged(corpus: Corpus, one: str, into: str) -> dict[str, str]:
    """The files that change, by their paths below `entries/`, without those that go; all must be sound."""
    move = merge(corpus, one, into, DAY)
    before = build.judge(corpus.loaded).diagnostics
    assert len(build.judge(with_texts(corpus.loaded, move.texts)).diagnostics) <= len(before)
    return {path.removeprefix("entries/"): text for path, text in move.texts.items() if text is not None}


def test_development_takes_in_what_another_has_and_keeps_what_is_not_decided_as_comments(tmp_path: Path) -> None:
    files = merged(collection(tmp_path), "report", "ferry-stopped")
    assert files["developments/2024/ferry-stopped.yaml"] == MERGED
    assert lay_out(MERGED, "entries/developments/2024/x.yaml") == MERGED


def test_what_named_both_names_one_once(tmp_path: Path) -> None:
    text = merged(collection(tmp_path), "report", "ferry-stopped")["developments/2024/other.yaml"]
    assert "[[ferry-stopped]], [[ferry-stopped#seen|the pilot]], [[ferry-stopped#noticed]] and" in text
    assert "{claim: [ferry-stopped#stopped], by: times, stance: asserts, source: [times-1018]}" in text
    assert text.count("to: ferry-stopped") == 1


def test_date_title_and_summary_of_the_one_that_stays_are_kept_either_way(tmp_path: Path) -> None:
    text = merged(collection(tmp_path), "ferry-stopped", "report")["developments/2024/report.yaml"]
    assert 'title: "Gazette: a ferry was stopped"\ndate: 2024-10-19\n' in text
    assert "{claim: stopped, by: times, stance: asserts, date: 2024-10-18, source: times-copy}" in text
    assert "# title: A ferry was stopped\n# date: 2024-10-18\n" in text


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("text: The ferry was stopped.\n", "text: It was.\n", "the id `stopped` is taken by a claim"),
        (
            "aliases: [noticed]",
            "aliases: [crew]",
            "`crew` is taken by a claim, .*: the address `report#crew` would lead",
        ),
        ("  seen: {", "  times-1018: {", "the id `times-1018` is taken by a source"),
        (
            "date: 2024-10-19",
            "date: 2024-10-19\nstate: superseded",
            "`report` is superseded, and `ferry-stopped` is published",
        ),
    ],
)
def test_what_only_an_editor_can_decide_is_refused(tmp_path: Path, old: str, new: str, message: str) -> None:
    report = REPORT.replace(old, new).replace("[seen,", "[times-1018," if "times-1018" in new else "[seen,")
    report = report.replace("claim: [seen, ferry-stopped#crew]", "claim: seen") if "superseded" in new else report
    other = OTHER.replace("[[report#seen|the pilot]], [[report#noticed]]", "so")
    files = {"developments/2024/report.yaml": report, "developments/2024/other.yaml": other}
    with pytest.raises(RefusedError, match=message):
        merge(collection(tmp_path, files), "report", "ferry-stopped", DAY)


# Entities.


def test_entity_takes_the_names_of_another_and_keeps_the_rest_as_comments(tmp_path: Path) -> None:
    corpus = collection(tmp_path)
    files = merged(corpus, "gazette", "times")
    assert files["publishers/times.yaml"] == (
        "name: Times\nkind: newspaper\ndescription: Made up.\n"
        "also-known-as: [Lake Gazette, Gazette, The Gazette]\n"
        "reliability: {grade: F, reason: Made up}\naliases: [gazette, lake-gazette]\n"
        + ADDED
        + '  - {date: 2026-01-05, kind: update, what: "Put together with: Lake Gazette"}\n'
        "# Of `gazette`, merged on 2026-01-05, for an editor to use or delete:\n"
        '# kind: online\n# country: "NO"  # or not\n# description: Told of in [[ferry-stopped]].\n'
    )
    assert "gazette," not in files["developments/2024/report.yaml"].replace("gazette-1019", "")


def test_publishers_of_different_languages_are_not_one_until_their_sources_say_which(tmp_path: Path) -> None:
    gazette = FILES["publishers/gazette.yaml"] + "language: ko\n"
    with pytest.raises(RefusedError, match="differ in `language`"):
        merge(collection(tmp_path, {"publishers/gazette.yaml": gazette}), "gazette", "times", DAY)


# Claims and sources.


def test_claim_becomes_part_of_another_of_its_entry(tmp_path: Path) -> None:
    files = merged(collection(tmp_path), "report#seen", "report#stopped")
    text = files["developments/2024/report.yaml"]
    assert "{claim: [stopped, ferry-stopped#crew], by: gazette" in text
    assert "    aliases: [halted, seen, noticed]\n" in text
    assert "# Of `report#seen`, merged on 2026-01-05" in text
    assert "# seen: {text: The pilot saw it., aliases: [noticed]}\n" in text
    assert 'what: "Two claims that are one were put together: The pilot saw it."' in text
    other = files["developments/2024/other.yaml"]
    assert "[[report#stopped|the pilot]], [[report#stopped]]" in other
    assert "put together" not in other


def test_what_was_said_on_both_in_the_same_words_was_said_once(tmp_path: Path) -> None:
    again = "  - {claim: seen, by: times, stance: asserts, date: 2024-10-18, source: times-copy}\n"
    report = REPORT.replace("quotations:", again + "quotations:")
    files = merged(collection(tmp_path, {"developments/2024/report.yaml": report}), "report#seen", "report#stopped")
    assert files["developments/2024/report.yaml"].count("by: times") == 1


def test_claim_becomes_part_of_one_in_another_entry_and_both_tell_so(tmp_path: Path) -> None:
    corpus = collection(tmp_path)
    move = merge(corpus, "report#stopped", "ferry-stopped#stopped", DAY)
    after = build.judge(with_texts(corpus.loaded, move.texts))
    assert after.corpus
    claim = after.corpus.claims["ferry-stopped#stopped"]
    assert claim.aliases == ("report#stopped", "report#halted")
    assert list(after.corpus.developments["report"].claims) == ["seen"]
    for id_ in ("report", "ferry-stopped"):
        newest = after.corpus.developments[id_].revisions[-1]
        assert (newest.date.text, newest.what) == (
            DAY,
            "Two claims that are one were put together: The ferry was stopped.",
        )
    assert after.corpus.developments["report"].statements[1].claim == ("ferry-stopped#stopped",)
    assert after.corpus.developments["other"].statements[0].claim == ("ferry-stopped#stopped",)
    assert "# Of" not in (move.texts["entries/developments/2024/ferry-stopped.yaml"] or "")


def test_entry_may_follow_its_claim(tmp_path: Path) -> None:
    corpus = collection(tmp_path)
    for one, into in [("report#stopped", "ferry-stopped#stopped"), ("report", "ferry-stopped")]:
        result = build.judge(with_texts(corpus.loaded, merge(corpus, one, into, DAY).texts))
        assert result.corpus, result.diagnostics
        corpus = result.corpus
    for old in ("report#stopped", "report#halted"):
        assert corpus.claim(old) is corpus.claims["ferry-stopped#stopped"]


def test_claim_that_comes_back_has_its_old_id_without_the_name_of_the_entry(tmp_path: Path) -> None:
    corpus = collection(tmp_path)
    for one, into in [("report#seen", "ferry-stopped#crew"), ("ferry-stopped#crew", "report#stopped")]:
        corpus = build.judge(with_texts(corpus.loaded, merge(corpus, one, into, DAY).texts)).readable
    assert corpus.claims["report#stopped"].aliases == ("halted", "ferry-stopped#crew", "seen", "noticed")


def test_figure_is_no_part_of_a_question_of_yes_or_no(tmp_path: Path) -> None:
    report = REPORT.replace("  seen: {", "  number: {text: Ferries stopped, unit: ferries}\n  seen: {")
    corpus = collection(tmp_path, {"developments/2024/report.yaml": report})
    with pytest.raises(RefusedError, match="do not have the same `unit`"):
        merge(corpus, "report#number", "report#seen", DAY)


def test_source_becomes_part_of_another_with_what_it_tells_otherwise_as_comments(tmp_path: Path) -> None:
    files = merged(collection(tmp_path), "times-copy", "times-1018")
    assert "aliases: [times-copy]" in files["developments/2024/ferry-stopped.yaml"]
    assert "# times-copy:\n#   publisher: times\n" in files["developments/2024/ferry-stopped.yaml"]
    assert "times-copy" not in files["developments/2024/report.yaml"]
    assert "source: [times-1018]" in files["developments/2024/other.yaml"]
    assert "[@times-1018]" in files["developments/2024/other.yaml"]


def test_texts_in_two_languages_are_no_one_source(tmp_path: Path) -> None:
    report = REPORT.replace("url: https://example.org/times ", "language: ko\n    url: https://example.org/times ")
    with pytest.raises(RefusedError, match="differ in publisher or language"):
        merge(collection(tmp_path, {"developments/2024/report.yaml": report}), "times-copy", "times-1018", DAY)


# What cannot be meant.


@pytest.mark.parametrize(
    ("one", "into", "message"),
    [
        ("report", "times", "`report` is a development, and `times` is a publisher"),
        ("report", "report#seen", "`report` is a development, and `report#seen` is a claim"),
        ("times-copy", "times", "`times-copy` is a source, and `times` is a publisher"),
        ("report", "report", "`report` and `report` are one already"),
        ("reprt", "report", "nothing has the id `reprt`: did you mean `report`?"),
    ],
)
def test_only_two_of_a_kind_become_one(tmp_path: Path, one: str, into: str, message: str) -> None:
    with pytest.raises(MisuseError) as refused:
        merge(collection(tmp_path), one, into, DAY)
    assert str(refused.value) == message


def test_revision_is_not_dated_before_the_last_one(tmp_path: Path) -> None:
    with pytest.raises(MisuseError, match="was revised on 2026-01-02, which is later than 2026-01-01"):
        merge(collection(tmp_path), "ferry-stopped", "report", "2026-01-01")
