"""Dates: what can be written, which days it means, how it sorts and how it is said."""

import calendar
import datetime
import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates import Date, DateError, parse_date

QUALIFIERS = {"": "", "?": "possibly ", "~": "about ", "%": "possibly about "}
DAYS = st.dates(datetime.date(1, 1, 1), datetime.date(9999, 12, 31))


@st.composite
def points(draw: st.DrawFn) -> str:
    """A year, a month or a day, with or without a qualifier."""
    text = draw(DAYS).isoformat()[: draw(st.sampled_from([4, 7, 10]))]
    return text + draw(st.sampled_from(sorted(QUALIFIERS)))


@st.composite
def pairs(draw: st.DrawFn) -> str:
    """A span or a choice of days, perhaps open at one end."""
    first, last = sorted([draw(points()), draw(points())], key=lambda text: (text[:10], -len(text)))
    forms = [f"{first}/{last}", f"{first}..{last}", f"{first}/..", f"../{last}", f"..{last}"]
    return draw(st.sampled_from(forms))


@st.composite
def moments(draw: st.DrawFn) -> str:
    """A time of a day with its offset."""
    time = draw(st.times()).strftime("%H:%M")
    return draw(DAYS.filter(lambda day: 1 < day.year < 9999)).isoformat() + f"T{time}" + draw(OFFSETS)


OFFSETS = st.sampled_from(["Z", "+09:00", "+08:30", "-05:00"])


def read(text: str) -> Date | None:
    """The date, or None where it ends before it begins, which two points drawn at random may do."""
    try:
        return parse_date(text)
    except DateError as error:
        if "ends before it begins" in str(error):
            return None
        raise


@given(st.one_of(points(), pairs(), moments()))
def test_no_date_ends_before_it_begins_and_its_anchor_lies_within(text: str) -> None:
    if date := read(text):
        assert date.earliest <= date.anchor <= date.latest


@given(st.one_of(points(), pairs(), moments()))
def test_a_date_keeps_what_was_written(text: str) -> None:
    if date := read(text):
        assert date.text == text
        assert parse_date(date.text) == date


@given(points())
def test_a_point_means_all_days_that_begin_with_it(text: str) -> None:
    date, written = parse_date(text), text.rstrip("?~%")
    assert date.earliest.isoformat().startswith(written)
    assert date.latest.isoformat().startswith(written)
    beyond = [date.earliest.toordinal() - 1, date.latest.toordinal() + 1]
    inside = [n for n in beyond if 1 <= n <= datetime.date.max.toordinal()]
    assert not any(datetime.date.fromordinal(n).isoformat().startswith(written) for n in inside)


@given(points())
def test_the_words_of_a_point_can_be_read_back(text: str) -> None:
    said = parse_date(text).words()
    qualifier = text[len(text.rstrip("?~%")) :]
    assert said.startswith(QUALIFIERS[qualifier])
    *day, year = said.removeprefix(QUALIFIERS[qualifier]).split(" ")
    month = [f"-{list(calendar.month_name).index(day[-1]):02}"] if day else []
    number = [f"-{int(day[0]):02}"] if len(day) == 2 else []
    assert "".join([year.zfill(4), *month, *number]) + qualifier == text


@given(st.one_of(points(), pairs()), st.one_of(points(), pairs()))
def test_two_dates_that_differ_never_read_the_same(first: str, second: str) -> None:
    a, b = read(first), read(second)
    if a and b and a != b:
        assert a.words() != b.words()


@given(st.lists(st.one_of(points(), pairs()), max_size=8))
def test_the_order_by_first_and_last_day_agrees_with_the_calendar(texts: list[str]) -> None:
    dates = sorted(filter(None, map(read, texts)), key=lambda date: (date.earliest, date.latest, date.text))
    for before, after in pairwise(dates):
        assert not after.latest < before.earliest


@given(st.integers(0, 9999), st.integers(0, 99), st.integers(0, 99))
def test_only_days_of_the_calendar_are_days(year: int, month: int, day: int) -> None:
    text = f"{year:04}-{month:02}-{day:02}"
    try:
        expected = datetime.date(year, month, day)
    except ValueError:
        with pytest.raises(DateError, match="in the calendar"):
            parse_date(text)
    else:
        assert parse_date(text).earliest == parse_date(text).latest == expected


@given(st.text("0123456789-/.?~%TZ:+ \n٣", max_size=24))
def test_whatever_is_written_is_a_date_or_refused(text: str) -> None:
    try:
        date = parse_date(text)
    except DateError:
        return
    assert date.earliest <= date.latest
    assert date.words()


@pytest.mark.parametrize(
    "text",
    [
        *("2023-02-29", "2023-02-30", "2024-13", "2024-00", "2024-10-00", "0000", "0000-01-01", "1900-02-29"),
        *("2024-1-2", "24-10-18", "2024-10-18\n", " 2024", "2024-10-18T", "20241018", "٢٠٢٤", "2024-W42", "2024-24"),
        *("2024-10-18T21:08", "2024-10-18T24:00Z", "2024-10-18T21:60Z", "2023-02-29T10:00Z", "2024-10-18T21:08+15:00"),
        *(
            "2024-10-19/2024-10-18",
            "2025/2024",
            "2024-10-19..2024-10-18",
            "/2024",
            "2024/",
            "2024..",
            "../..",
            "..",
            "/",
        ),
        *("2024/2025/2026", "2024??", "~2024", "..2023-02-29", "2024/2023-02-29"),
        *("0001-01-01T00:00+09:00", "9999-12-31T23:00-05:00"),
    ],
)
def test_what_no_calendar_has_and_what_is_no_date_is_refused_by_name(text: str) -> None:
    with pytest.raises(DateError) as refused:
        parse_date(text)
    named = re.match("(?s)[^`]*`(.+?)` ", str(refused.value))
    assert named
    assert named[1] in text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2024", "2024"),
        ("2024-10", "October 2024"),
        ("2024-10-18", "18 October 2024"),
        ("2024-10-18~", "about 18 October 2024"),
        ("2024-10?", "possibly October 2024"),
        ("2024%", "possibly about 2024"),
        ("2024-05/..", "since May 2024"),
        ("../2024-05-03", "until 3 May 2024"),
        ("..2024-05-03", "on or before 3 May 2024"),
        ("2024-10-08/2024-10-13", "8 to 13 October 2024"),
        ("2024-01-29/2024-02-02", "29 January to 2 February 2024"),
        ("2023-12-30/2024-01-02", "30 December 2023 to 2 January 2024"),
        ("2023/2024", "2023 to 2024"),
        ("2024-01-19..2024-01-23", "on a day between 19 and 23 January 2024"),
        ("2024-10-11T21:08+09:00", "11 October 2024, 21:08 (UTC+09:00)"),
        ("2024-10-11T12:08Z", "11 October 2024, 12:08 (UTC)"),
    ],
)
def test_a_date_is_said_as_a_reader_would_say_it(text: str, words: str) -> None:
    assert parse_date(text).words() == words


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023", "2023-01-01", "2023-12-31"),
        ("2024-05/..", "2024-05-01", "9999-12-31"),
        ("../2024-05", "0001-01-01", "2024-05-31"),
        ("2024-10-08/2024-11", "2024-10-08", "2024-11-30"),
    ],
)
def test_a_date_knows_its_first_and_its_last_day(text: str, earliest: str, latest: str) -> None:
    date = parse_date(text)
    assert (date.earliest.isoformat(), date.latest.isoformat()) == (earliest, latest)


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("2024", "year"),
        ("2024-10~", "month"),
        ("2024-10-18", "day"),
        ("2024-10-11T21:08+09:00", "day"),
        ("2023/2024", "span"),
        ("2024/..", "open"),
        ("../2024", "open"),
        ("2023..2024", "within"),
    ],
)
def test_the_precision_of_a_date_is_that_of_its_source(text: str, precision: str) -> None:
    assert parse_date(text).precision == precision


def test_an_open_date_stands_in_the_chronology_where_it_is_known() -> None:
    assert parse_date("2024-05/..").anchor == datetime.date(2024, 5, 1)
    assert parse_date("../2024-05").anchor == datetime.date(2024, 5, 31)


def test_a_time_of_day_never_moves_a_date_to_another_day() -> None:
    early = parse_date("2024-10-18T00:00+09:00")
    assert early.earliest == early.latest == datetime.date(2024, 10, 18)
    assert early.words().startswith("18 October 2024")


def test_times_of_one_day_sort_by_the_instant_and_not_by_the_clock() -> None:
    tokyo, pyongyang, london = "2016-10-11T21:00+09:00", "2016-10-11T20:45+08:30", "2016-10-11T12:30Z"
    assert sorted([london, pyongyang, tokyo], key=lambda text: str(parse_date(text).moment)) == [
        tokyo,
        pyongyang,
        london,
    ]


def test_only_a_time_of_day_has_a_moment() -> None:
    assert parse_date("2024-10-18").moment is None
