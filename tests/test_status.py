"""The status of a claim: worked examples, and laws that hold whatever is said by whom, when and in which file."""

import datetime
import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.corpus import Assessment, Corpus, Status
from generator.load import Loaded
from tests.entries_of import A_SOURCE, corpus, corpus_of, day, development, publisher, statement, the_claim

NORTH = ("north",)
VOICES = {"north-office": "north", "north-agency": "north"}


def said(line: str) -> dict[str, Any]:
    """A statement from a line: who, stance or figure, day of October 2024, then `unnamed` or `from` whom."""
    by, stance, date, *more = line.split()
    fields: dict[str, Any] = {"date": f"2024-10-{date}"}
    if more == ["unnamed"]:
        fields["unnamed"] = "an official"
    elif more:
        fields["based-on"] = more[1]
    if stance.isdigit():
        return statement("affair#done", by, date=fields.pop("date"), value=stance, **fields)
    return statement("affair#done", by, stance, **fields)


def assessed(*lines: str, about: tuple[str, ...] = NORTH, as_of: str | None = None, **claim: Any) -> Assessment:
    made = corpus_of(*map(said, lines), about=about, claim=claim)
    return made.assess(the_claim(made), day(as_of) if as_of else None)


# Worked examples


@pytest.mark.parametrize(
    ("status", "lines"),
    [
        ("no-statement", []),
        ("single-origin", ["gazette-daily asserts 01"]),
        ("single-origin", ["gazette-daily asserts 01", "gazette-daily asserts 02"]),
        ("single-origin", ["gazette-daily asserts 01 unnamed"]),
        ("single-origin", ["gazette-daily asserts 01", "south asserts 02 from gazette-daily"]),
        ("single-origin", ["gazette-daily asserts 01", "south asserts 02 unnamed"]),
        ("single-origin", ["gazette-daily asserts 01", "court asserts 02"]),
        ("single-origin", ["court asserts 02"]),
        ("single-origin", ["gazette-daily asserts 01 from north", "south silent 02"]),
        ("corroborated", ["gazette-daily asserts 01", "south asserts 02"]),
        ("corroborated", ["gazette-daily asserts 01", "south asserts 02", "north silent 03"]),
        ("declared", ["north asserts 01"]),
        ("declared", ["north-office asserts 01", "gazette-daily asserts 02 from north"]),
        ("declared", ["gazette-daily asserts 01 from north", "north asserts 02"]),
        ("acknowledged", ["gazette-daily asserts 01", "north-agency asserts 02"]),
        ("acknowledged", ["gazette-daily asserts 01", "north denies 02", "north asserts 03"]),
        ("acknowledged", ["gazette-daily asserts 01", "gazette-daily doubts 02", "north asserts 03"]),
        ("corroborated", ["north asserts 01", "gazette-daily asserts 02"]),
        ("corroborated", ["north asserts 01", "gazette-daily asserts 01"]),
        ("corroborated", ["north asserts 01 unnamed", "gazette-daily asserts 02", "north silent 03"]),
        ("contested", ["gazette-daily asserts 01", "north denies 02"]),
        ("contested", ["gazette-daily asserts 01", "north asserts 02", "south denies 03"]),
        ("denied", ["north denies 01"]),
        ("denied", ["gazette-daily asserts 01", "gazette-daily denies 02"]),
        ("unsupported", ["gazette-daily asserts 01", "gazette-daily doubts 02"]),
        ("unsupported", ["north ambiguous 01"]),
        ("unsupported", ["north silent 01"]),
        ("corroborated", ["gazette-daily asserts 01", "south asserts 01", "north denies 02", "north ambiguous 03"]),
    ],
)
def test_a_status_follows_from_what_was_said(status: str, lines: list[str]) -> None:
    assert assessed(*lines).status == status


@pytest.mark.parametrize(
    ("lines", "remarks"),
    [
        (["gazette-daily asserts 01"], []),
        (["gazette-daily asserts 01 unnamed"], [("unnamed-only",)]),
        (["gazette-daily asserts 01", "north ambiguous 02"], [("evades", "north", "")]),
        (["gazette-daily asserts 01", "north silent 02"], [("silent", "north", "")]),
        (["north denies 01", "north ambiguous 02"], [("evades", "north", "2024-10-01")]),
        (["north denies 02", "north ambiguous 02"], [("evades", "north", "2024-10-02 withdrawn")]),
        (["north denies 02", "north silent 02"], []),
        (
            ["gazette-daily asserts 01", "gazette-daily doubts 02"],
            [("no-longer-asserted",), ("doubted", "gazette-daily")],
        ),
        (["gazette-daily asserts 01", "south ambiguous 02"], [("not-confirmed", "south")]),
        (["gazette-daily asserts 01", "south doubts 02", "north asserts 03"], [("acknowledged", "north", "")]),
        (
            ["gazette-daily asserts 01", "north denies 02", "north asserts 03"],
            [("acknowledged", "north", "2024-10-02")],
        ),
        (["gazette-daily asserts 01", "court asserts 02"], [("found-by-court", "court", "first instance")]),
    ],
)
def test_a_remark_says_what_the_status_leaves_out(lines: list[str], remarks: list[tuple[str, ...]]) -> None:
    made = assessed(*lines).remarks
    assert [(remark.kind, *remark.voices, *remark.details) for remark in made] == remarks


def test_a_claim_is_no_longer_asserted_since_the_last_voice_changed_its_mind() -> None:
    lines = ["gazette-daily asserts 01", "south asserts 02", "gazette-daily doubts 03", "south ambiguous 05"]
    remark = assessed(*lines, "gazette-daily denies 07").remarks[0]
    assert (remark.kind, remark.days) == ("no-longer-asserted", (day("2024-10-05"),))


def test_a_party_acknowledges_on_the_day_of_its_first_assertion_by_name() -> None:
    lines = ["gazette-daily asserts 01", "north asserts 03 unnamed", "north asserts 05", "north asserts 07"]
    (remark,) = assessed(*lines).remarks
    assert (remark.kind, remark.days) == ("acknowledged", (day("2024-10-05"),))


def test_figures_are_the_latest_of_each_voice_within_a_month_of_the_newest() -> None:
    lines = ["gazette-daily 100 01", "gazette-daily 300 05", "south 500 20", "court 700 21"]
    assert [row.statement.value.low for row in assessed(*lines, unit="men").figures if row.statement.value] == [
        300,
        500,
        700,
    ]
    later = {**said("court 900 31"), "date": "2024-11-10"}
    made = corpus_of(*map(said, lines), later, claim={"unit": "men"})
    figures = made.assess(the_claim(made)).figures
    assert [row.statement.value.low for row in figures if row.statement.value] == [500, 900]


def test_a_denial_of_a_figure_is_a_remark_and_no_figure() -> None:
    made = assessed("gazette-daily 100 01", "north denies 02", "south doubts 03", unit="men")
    assert made.status == Status.FIGURES
    assert [(remark.kind, remark.voices) for remark in made.remarks] == [("denied-by", NORTH), ("doubted", ("south",))]


def test_a_figure_of_which_nobody_gave_a_number_has_no_statement() -> None:
    assert assessed("north denies 02", unit="men").status == Status.NO_STATEMENT


@pytest.mark.parametrize(
    ("state", "status"), [("published", "denied"), ("draft", "no-statement"), ("superseded", "no-statement")]
)
def test_only_what_published_entries_say_counts(state: str, status: str) -> None:
    affair = development("affair", sources={"gazette": A_SOURCE}, claims={"done": {"text": "It was done."}})
    other = development("other", state=state, statements=[statement("affair#done", "north", "denies")])
    made = corpus(affair, other)
    assert made.assess(the_claim(made)).status == status


def test_what_is_said_at_one_day_is_ordered_by_its_hour() -> None:
    late, early = "2024-10-02T09:30+09:00", "2024-10-02T00:10Z"
    lines = [
        statement("affair#done", "north", "asserts", date=late),
        statement("affair#done", "north", "denies", date=early),
    ]
    made = corpus_of(*lines)
    assert made.assess(the_claim(made)).positions["north"].stance == "asserts"


# Laws


BY = st.sampled_from(["north", "north-office", "north-agency", "south", "gazette-daily", "court"])
STANCES = st.sampled_from(["asserts", "denies", "doubts", "ambiguous", "silent"])
HOW = st.sampled_from(["", "", "", " unnamed", " from north", " from gazette-daily"])
DAYS = st.lists(st.integers(1, 20), max_size=7, unique=True)


@st.composite
def histories(draw: st.DrawFn) -> list[str]:
    """Lines of what was said, each on a day of its own."""
    return [f"{draw(BY)} {draw(STANCES)} {date:02}{draw(HOW)}" for date in draw(DAYS)]


def verdict(made: Assessment) -> tuple[Any, ...]:
    """What readers see of an assessment: no file, no order in which files were read."""
    positions = [(voice, row.stance, row.day) for voice, row in made.positions.items()]
    return (made.status, made.remarks, positions)


@given(histories(), st.randoms(use_true_random=False), st.sampled_from([(), NORTH, ("north", "south")]))
def test_the_order_of_files_and_what_stands_in_which_does_not_matter(
    lines: list[str], shuffle: random.Random, about: tuple[str, ...]
) -> None:
    expected = verdict(assessed(*lines, about=about))
    mixed = lines.copy()
    shuffle.shuffle(mixed)
    assert verdict(assessed(*mixed, about=about)) == expected
    made = corpus_of(*map(said, mixed), about=about)
    entries = list(made.entries)
    shuffle.shuffle(entries)
    again = Corpus(Loaded(tuple(entries), {}, {}, ()))
    assert verdict(again.assess(the_claim(again))) == expected


@given(histories(), st.integers(1, 22))
def test_as_of_a_day_nothing_that_was_said_later_counts(lines: list[str], date: int) -> None:
    until = f"2024-10-{date:02}"
    then = [line for line in lines if int(line.split()[2]) <= date]
    assert verdict(assessed(*lines, as_of=until)) == verdict(assessed(*then))


@given(histories(), BY, STANCES.filter(lambda stance: stance != "silent"))
def test_a_later_stance_by_name_replaces_an_earlier_one(lines: list[str], by: str, stance: str) -> None:
    position = assessed(*lines, f"{by} {stance} 25").positions[VOICES.get(by, by)]
    assert (position.stance, position.day) == (stance, day("2024-10-25"))


@given(histories(), BY)
def test_silence_changes_no_position(lines: list[str], by: str) -> None:
    before, after = assessed(*lines), assessed(*lines, f"{by} silent 25")
    if VOICES.get(by, by) in before.positions:
        assert verdict(after) == verdict(before)


@given(histories(), BY, STANCES)
def test_off_the_record_words_change_no_position_that_was_taken_by_name(lines: list[str], by: str, stance: str) -> None:
    before, voice = assessed(*lines), VOICES.get(by, by)
    if voice in before.positions and not before.positions[voice].is_unnamed:
        after = assessed(*lines, f"{by} {stance} 25 unnamed")
        assert verdict(after) == verdict(before)


@given(histories())
def test_whoever_speaks_for_a_state_speaks_with_its_voice(lines: list[str]) -> None:
    plain = [line.replace("north-office", "north").replace("north-agency", "north") for line in lines]
    assert verdict(assessed(*lines)) == verdict(assessed(*plain))


@given(histories(), st.integers(1, 3))
def test_outlets_that_repeat_another_add_no_origin(lines: list[str], outlets: int) -> None:
    lines = [line for line in lines if "gazette-daily" not in line] + ["gazette-daily asserts 21"]
    sources = {"gazette": A_SOURCE, "first-hand": A_SOURCE | {"publisher": "gazette-daily"}}
    echoes: list[dict[str, Any]] = []
    for number in range(outlets):
        source = {"publisher": f"echo-{number}", "origin": "first-hand" if number == 0 else f"second-hand-{number - 1}"}
        sources[f"second-hand-{number}"] = A_SOURCE | source
        said_again = {"source": f"second-hand-{number}", "date": f"2024-10-{22 + number}"}
        echoes.append(statement("affair#done", f"echo-{number}", **said_again))
    alone = corpus_of(*map(said, lines), about=NORTH)
    among = corpus_of(*map(said, lines), *echoes, about=NORTH)
    affair = development(
        "affair", "2024-01", sources=sources, claims={"done": {"text": "It was done.", "about": ["north"]}}
    )
    others = [entry for entry in among.entries if entry.id != "affair"]
    repeated = corpus(affair, *others, *(publisher(f"echo-{number}") for number in range(outlets)))
    assert repeated.assess(the_claim(repeated)).status == alone.assess(the_claim(alone)).status


@given(histories(), st.sampled_from([(), NORTH]))
def test_the_history_of_a_claim_is_its_status_on_each_day_that_changed_it(
    lines: list[str], about: tuple[str, ...]
) -> None:
    made = corpus_of(*map(said, lines), about=about)
    claim = the_claim(made)
    changes = {date: assessment.status for date, assessment in made.history(claim)}
    status, date = Status.NO_STATEMENT, day("2024-10-01")
    while date < day("2024-10-26"):
        now = made.assess(claim, date).status
        assert (now != status) == (date in changes)
        assert changes.get(date, now) == now
        status, date = now, date + datetime.timedelta(days=1)


@given(histories(), st.sampled_from([(), NORTH]))
def test_a_status_is_what_the_positions_say(lines: list[str], about: tuple[str, ...]) -> None:
    made = assessed(*lines, about=about)
    stances = {row.stance for row in made.positions.values()}
    assert (made.status == Status.NO_STATEMENT) == (not lines)
    assert (made.status == Status.CONTESTED) == ({"asserts", "denies"} <= stances)
    assert (made.status == Status.DENIED) == ("denies" in stances and "asserts" not in stances)
    assert (made.status == Status.UNSUPPORTED) == (bool(lines) and not stances & {"asserts", "denies"})
    if made.status in (Status.DECLARED, Status.ACKNOWLEDGED):
        assert "north" in about


def test_what_a_party_says_from_an_origin_that_is_no_party_comes_before_its_admission() -> None:
    lines = ["south asserts 01 from gazette-daily", "north asserts 02"]
    assert assessed(*lines, about=("north", "south")).status == "acknowledged"
