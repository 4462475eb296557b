"""Rules at their limits: what is just allowed, and what no longer is. What they report stands in `reports/`."""

import re
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import rules
from generator.corpus import Corpus
from tests.entries_of import A_SOURCE, actor, codes, corpus, corpus_of, development, publisher, statement, theme

CLAIM: dict[str, Any] = {"text": "It was done."}


# Order of events


@pytest.mark.parametrize(
    ("kind", "date", "other", "is_reported"),
    [
        ("responds-to", "2024-10-17", "2024-10-18", True),
        ("responds-to", "2024-10-18", "2024-10-18", False),
        ("responds-to", "2024-10", "2024-10-18", False),
        ("responds-to", "2024-09", "2024-10", True),
        ("responds-to", "2024-10-17?", "2024-10-18", True),
        ("responds-to", "2024-09/..", "2024-10", False),
        ("responds-to", "2024-09", "../2024-10", False),
        ("responds-to", "2024-09-01/2024-10-01", "2024-10-02..2024-10-09", True),
        ("implements", "2024-10-17", "2024-10-18", True),
        ("supersedes", "2024-10-17", "2024-10-18", True),
        ("appeals", "2024-10-17", "2024-10-18", True),
        ("part-of", "2024-10-17", "2024-10-18", False),
        ("related", "2024-10-17", "2024-10-18", False),
    ],
)
def test_only_an_answer_that_certainly_came_before_its_question_is_reported(
    kind: str, date: str, other: str, is_reported: bool
) -> None:
    made = corpus(
        development("answer", date, relations=[{"type": kind, "to": "question"}]), development("question", other)
    )
    assert ("before-its-cause" in codes(made)) == is_reported


@pytest.mark.parametrize(
    ("date", "year", "is_reported"),
    [
        ("2024-10-18", "2024", False),
        ("2023-12-31/2024-01-02", "2023", False),
        ("2023-12-31/2024-01-02", "2024", True),
        ("2023-12-31..2024-01-02", "2023", False),
        ("2024-05/..", "2024", False),
        ("../2024-05", "2024", False),
        ("2024-01-01T00:30+09:00", "2024", False),
        ("0900", "0900", False),
    ],
)
def test_a_development_lies_in_the_year_in_which_it_began(date: str, year: str, is_reported: bool) -> None:
    assert ("wrong-year" in codes(corpus(development("an-entry", date, year=year)))) == is_reported


# Sources and what they carry


def published(*days: str, said: str = "2024-10-18") -> list[str]:
    sources = {f"source-{number}": A_SOURCE | {"published": on} for number, on in enumerate(days)}
    sources |= {"undated": A_SOURCE} if not days else {}
    statements = [statement("done", "north", source=list(sources), date=said)]
    entry = development("affair", "2024", sources=sources, claims={"done": CLAIM}, statements=statements)
    return codes(corpus(entry, actor("north")))


@pytest.mark.parametrize(
    ("on", "said", "code"),
    [
        ("2024-10-18", "2024-10-18", None),
        ("2024-10-17", "2024-10-18", None),
        ("2024-10-16", "2024-10-18", "source-too-early"),
        ("2024-10", "2024-10-18", None),
        ("2024-10", "2024-11-01", None),
        ("2024-10", "2024-11-02", "source-too-early"),
        ("2024-10-16~", "2024-10-18", "source-too-early"),
        ("2024-10-20", "2024-10-18", None),
        ("2024-10-21", "2024-10-18", "source-late"),
        ("2024-10-21", "2024-10", None),
        ("2024-10-18T01:00+09:00", "2024-10-19", None),
    ],
)
def test_a_source_appears_within_a_day_before_and_two_days_after_what_it_carries(
    on: str, said: str, code: str | None
) -> None:
    assert published(on, said=said) == ([code] if code else [])


def test_a_late_source_beside_one_in_time_or_without_a_date_is_no_fault() -> None:
    assert published("2024-10-25", "2024-10-19") == []
    assert published() == []


def test_what_is_said_at_an_entry_of_several_days_wants_a_day_of_its_own() -> None:
    def said(of: str, **fields: str) -> list[str]:
        statements = [statement("done", "north", **fields)]
        sources = {"gazette": A_SOURCE}
        entry = development("affair", of, sources=sources, claims={"done": CLAIM}, statements=statements)
        return codes(corpus(entry, actor("north")))

    assert said("2024-10-18") == []
    assert said("2024-10") == ["missing-date"]
    assert said("2024-10", date="2024-10") == []


@pytest.mark.parametrize(
    "user",
    [
        development("user", text="As was written. [@spare]"),
        development("user", assessment="As was written. [@spare]"),
        development("user", sources={"copy": A_SOURCE | {"origin": "spare"}}, text="[@copy]"),
        development("user", quotations=[{"by": "north", "quote": "x", "source": "spare"}]),
        development("user", statements=[statement("affair#done", "north", source=["gazette", "spare"])]),
        development("user", statements=[statement("affair#done", "north") | {"based-on": "spare"}]),
        development("user", quotations=[{"by": "north", "quote": "x", "source": "gazette", "translator": "spare"}]),
        theme("user", description="As was written. [@spare]"),
    ],
)
def test_a_source_is_used_wherever_it_is_cited(user: Any) -> None:
    sources = {"gazette": A_SOURCE, "spare": A_SOURCE}
    affair = development("affair", sources=sources, claims={"done": CLAIM}, text="[@gazette]")
    alone, used = corpus(affair, actor("north")), corpus(affair, actor("north"), user)
    assert "unused-source" in [finding.code for finding in rules.check(alone)]
    assert "unused-source" not in [finding.code for finding in rules.check(used)]


# Claims


def graded(*lines: dict[str, Any], grade: str = "1", on: str = "2026-01-01") -> list[str]:
    return codes(corpus_of(*lines, claim={"credibility": {"grade": grade, "reason": "Why", "date": on}}))


def test_credibility_1_needs_two_origins() -> None:
    first, second = statement("affair#done", "south"), statement("affair#done", "gazette-daily")
    assert graded(first, second) == []
    assert graded(first) == ["credibility-unsupported"]
    assert graded(first, grade="2") == []
    assert graded() == ["credibility-unsupported"]


@pytest.mark.parametrize("fields", [{"unnamed": "an official"}, {"based-on": "south"}])
def test_what_depends_on_another_or_on_nobody_named_is_no_second_origin(fields: dict[str, str]) -> None:
    lines = statement("affair#done", "south"), statement("affair#done", "gazette-daily") | fields
    assert graded(*lines) == ["credibility-unsupported"]


def test_a_court_beside_another_voice_is_no_second_origin() -> None:
    found, said = statement("affair#done", "court"), statement("affair#done", "gazette-daily")
    assert graded(found, said) == ["credibility-unsupported"]


def test_a_judgement_is_outdated_once_something_newer_was_said() -> None:
    line = statement("affair#done", "south", date="2024-10-18")
    assert graded(line, grade="2", on="2024-10-18") == []
    assert graded(line, grade="2", on="2024-10-17") == ["credibility-outdated"]
    today = statement("affair#done", "south", date="2026-01-01")
    assert graded(today, grade="2", on="2025-12-31") == ["credibility-outdated"]


@pytest.mark.parametrize(
    ("stances", "is_reported"),
    [
        (["denies"], True),
        (["denies", "doubts"], True),
        (["denies", "asserts"], False),
        (["doubts"], False),
        (["silent"], False),
        ([], False),
    ],
)
def test_a_denial_of_what_nobody_asserts_is_doubtful(stances: list[str], is_reported: bool) -> None:
    lines = (statement("affair#done", "south", stance, date=f"2024-10-0{n}") for n, stance in enumerate(stances, 1))
    assert ("denied-unasserted" in codes(corpus_of(*lines))) == is_reported


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"value": "about 600"}, None),
        ({"stance": "denies"}, None),
        ({"stance": "doubts"}, None),
        ({"stance": "silent"}, None),
        ({"stance": "asserts"}, "unit-without-value"),
        ({"stance": "ambiguous"}, "unit-without-value"),
    ],
)
def test_a_figure_is_given_denied_doubted_or_withheld(fields: dict[str, str], code: str | None) -> None:
    line = {"claim": "affair#done", "by": "south", "source": "gazette"} | fields
    assert codes(corpus_of(line, claim={"unit": "men"})) == ([code] if code else [])


# Two stances on one day


def on_one_day(first: dict[str, str], second: dict[str, str]) -> list[str]:
    lines = ({"claim": "affair#done", "source": "gazette", "date": "2024-10-18"} | line for line in (first, second))
    return [code for code in codes(corpus_of(*lines)) if code == "two-stances"]


def test_two_stances_of_one_voice_on_one_day_in_two_files_have_no_order() -> None:
    yes, no = {"by": "north", "stance": "asserts"}, {"by": "north", "stance": "denies"}
    assert on_one_day(yes, no) == ["two-stances"]
    assert on_one_day(yes | {"by": "north-office"}, no | {"by": "north-agency"}) == ["two-stances"]
    assert on_one_day(yes, no | {"by": "south"}) == []
    assert on_one_day(yes, yes) == []
    assert on_one_day(yes, no | {"date": "2024-10-19"}) == []


def test_times_of_day_put_two_stances_in_order() -> None:
    yes, no = {"by": "north", "stance": "asserts"}, {"by": "north", "stance": "denies"}
    early, late = {"date": "2024-10-18T09:00+09:00"}, {"date": "2024-10-18T10:00+09:00"}
    assert on_one_day(yes | early, no | late) == []
    assert on_one_day(yes | early, no) == ["two-stances"]


def test_two_stances_in_one_file_stand_in_its_order() -> None:
    statements = [statement("done", "north"), statement("done", "north", "denies")]
    entry = development("affair", sources={"gazette": A_SOURCE}, claims={"done": CLAIM}, statements=statements)
    assert codes(corpus(entry, actor("north"))) == []


# Names


def test_a_person_in_office_is_a_speaker_and_one_without_is_not() -> None:
    def said_by(**fields: str) -> list[str]:
        entry = development("an-entry", quotations=[{"by": "jan", "quote": "x", "source": "gazette"}], sources=SOURCES)
        return codes(corpus(entry, actor("jan", **fields), actor("office")))

    assert said_by(kind="person", part_of="office") == ["office-in-by"]
    assert said_by(kind="person") == []
    assert said_by(kind="government-body", part_of="office") == []


SOURCES = {"gazette": A_SOURCE}


@pytest.mark.parametrize(
    ("state", "target_state", "is_reported"),
    [
        ("published", "draft", True),
        ("superseded", "draft", True),
        ("draft", "draft", False),
        ("retracted", "draft", False),
        ("published", "retracted", False),
        ("published", "superseded", False),
    ],
)
def test_what_readers_see_does_not_lead_to_a_draft(state: str, target_state: str, is_reported: bool) -> None:
    made = corpus(development("here", state=state, text="[[there]]"), development("there", state=target_state))
    assert ("link-to-unpublished" in codes(made)) == is_reported


@pytest.mark.parametrize(
    "namer",
    [
        development("namer", actors=["office"]),
        development("namer", text="[[office]]"),
        actor("namer", part_of="office"),
        publisher("namer", speaks_for="office"),
        theme("namer", description="[[office]]"),
    ],
)
def test_what_anything_names_is_mentioned(namer: Any) -> None:
    found = [finding.path for finding in rules.check(corpus(namer, actor("office"))) if finding.code == "unmentioned"]
    assert "entries/actors/office.yaml" not in found


# Circles


NAMES = ["a", "b", "c", "d", "e"]


def has_circle(steps: dict[str, str]) -> bool:
    return any(start in _beyond(start, steps) for start in steps)


def _beyond(start: str, steps: dict[str, str]) -> set[str]:
    reached: set[str] = set()
    here = steps.get(start)
    while here and here not in reached:
        reached.add(here)
        here = steps.get(here)
    return reached


@given(st.dictionaries(st.sampled_from(NAMES), st.sampled_from(NAMES)))
def test_a_circle_of_offices_is_reported_once_and_in_full(steps: dict[str, str]) -> None:
    made = corpus(*(actor(name, part_of=steps.get(name)) for name in NAMES))
    found = [
        re.findall("[a-e]", finding.message.partition(":")[2])
        for finding in rules.check(made)
        if finding.code == "circle"
    ]
    assert bool(found) == has_circle(steps)
    assert len({frozenset(circle) for circle in found}) == len(found)
    for circle in found:
        assert circle[0] == circle[-1] == min(circle)
        assert all(steps[below] == above for below, above in pairwise(circle))


@given(st.dictionaries(st.sampled_from(NAMES), st.lists(st.sampled_from(NAMES), max_size=3, unique=True)))
def test_a_circle_of_developments_is_reported_where_each_is_part_of_several(parts: dict[str, list[str]]) -> None:
    wholes = {name: [to for to in parts.get(name, []) if to != name] for name in NAMES}
    entries = (development(name, relations=[{"type": "part-of", "to": to} for to in wholes[name]]) for name in NAMES)
    found = [finding for finding in rules.check(corpus(*entries)) if finding.code == "circle"]
    assert bool(found) == any(name in _above(name, wholes) for name in NAMES)


def _above(start: str, wholes: dict[str, list[str]]) -> set[str]:
    reached: set[str] = set()
    ahead = list(wholes[start])
    while ahead:
        here = ahead.pop()
        if here not in reached:
            reached.add(here)
            ahead += wholes[here]
    return reached


def test_old_ids_of_claims_lead_to_one_claim_each() -> None:
    def of(one: list[str], other: list[str]) -> list[str]:
        claims = ({"done": CLAIM | {"aliases": aliases}} for aliases in (one, other))
        first, second = (development(id_, claims=claim) for id_, claim in zip(("one", "other"), claims, strict=True))
        return codes(corpus(first, second, development("left", aliases=["gone"])))

    assert of(["left#done", "gone#was"], ["left#seen"]) == []
    assert of(["left#seen"], ["left#seen"]) == ["duplicate-id"]
    assert of(["other#done"], []) == ["duplicate-id"]
    assert of(["done"], []) == ["duplicate-id"]
    assert of(["one#done"], []) == ["duplicate-id"]


def test_a_claim_of_a_renamed_entry_is_named_as_it_is_called_now() -> None:
    new = development("new", aliases=["old"], sources={"gazette": A_SOURCE}, claims={"done": CLAIM})
    other = development("other", sources={"gazette": A_SOURCE}, statements=[statement("old#done", "someone")])
    found = [finding.help for finding in rules.check(corpus(new, other)) if finding.code == "dangling-claim"]
    assert found == ["it is now called `new#done`"]


def test_an_internal_error_names_the_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Corpus, "retracted", property(lambda corpus: 1 / 0))
    with pytest.raises(ZeroDivisionError) as error:
        codes(corpus(theme("bridges")))
    assert error.value.__notes__ == ["while handling the rule retraction"]


def test_a_statement_by_five_voices_is_one_in_the_history_of_a_claim() -> None:
    def told(*lines: dict[str, Any]) -> bool:
        made = corpus_of(*lines)
        return made.has_history(made.claims["affair#done"])

    voices = ["north", "south", "court", "gazette-daily", "north-office"]
    assert not told(statement("affair#done", voices))
    assert told(*(statement("affair#done", voice) for voice in voices))
