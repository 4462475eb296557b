"""Developments in time: shapes that tell the truth, nothing over anything, across a desk and down a phone."""

import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.charts import density, downward, lanes, marks, packing, shapes
from generator.charts.density import Stretch
from generator.charts.lanes import Lane
from generator.charts.marks import Mark
from generator.charts.timescale import NARROWEST, Scale, month_after
from tests import drawings
from tests.made_up_drawings import AS_OF, DAY, LANES, PATH, SOME, development, mark, on, weight

days = st.dates(datetime.date(2020, 1, 1), datetime.date(2029, 12, 31))


def test_two_drawings_of_a_kind_share_a_page_by_their_prefixes() -> None:
    page = drawings.parse(*(lanes.draw(SOME, LANES, AS_OF, PATH, prefix) for prefix in ("one", "other")))
    assert drawings.repeated_ids(page) == []
    assert drawings.unresolved(page) == []


@pytest.mark.parametrize(
    ("date", "occurrence", "shape"),
    [
        ("2024-10-18", None, "dot"),
        ("2024-10-18T09:00+09:00", None, "dot"),
        ("2024-10-18~", None, "dashed"),
        ("2024-10", None, "outlined"),
        ("2024", None, "outlined"),
        ("2024-10?", None, "dashed"),
        ("2024-10-08/2024-10-13", None, "bar"),
        ("2024-10-08/..", None, "fading"),
        ("../2024-10-08", None, "fading"),
        ("2024-01-19..2024-01-23", None, "dashed"),
        ("..2024-01-23", None, "dashed"),
        ("2024-10-18", "scheduled", "hollow"),
        ("2024-10", "cancelled", "crossed"),
    ],
)
def test_shape_says_how_well_a_date_is_known(date: str, occurrence: str | None, shape: str) -> None:
    assert marks.of(development(date, occurrence), "", "").shape == shape
    assert shape in shapes.WORDS


def test_open_ends_reach_the_own_day_of_the_collection_or_two_months_back() -> None:
    scale = Scale(on(2024, 1, 1), on(2026, 12, 31), AS_OF)
    start, end = marks.span(marks.of(development("2025-01-01/.."), "", ""), scale)
    assert (start, end) == (scale.x(on(2025, 1, 1)), scale.x(AS_OF + DAY))
    start, end = marks.span(marks.of(development("../2025-01-01"), "", ""), scale)
    assert (start, end) == (scale.x(on(2024, 11, 2)), scale.x(on(2025, 1, 2)))


def test_key_explains_the_shapes_that_are_there_and_no_others() -> None:
    text = drawings.words(drawings.parse(shapes.key(["hollow", "dot", "dot"], "a")))
    assert text == "day scheduled"


def test_lanes_name_themes_with_links_and_the_day_of_the_collection() -> None:
    page = drawings.parse(lanes.draw(SOME, [*LANES, Lane("empty", "Nothing", "")], AS_OF, PATH))
    text = drawings.words(page)
    assert "Piers & bridges 7" in text
    assert "as of 24 November 2026" in text
    assert "Nothing" not in text
    assert {"../themes/piers.html", "../developments/pier-2024-10-18.html"} <= set(drawings.hrefs(page))


def test_few_names_stand_beside_their_marks_and_clear_of_the_edge() -> None:
    long = "A name that is far too long to stand in full beside the mark of what it names"
    held = [
        mark(on(2024, 1, 1), name=long),
        mark(on(2026, 11, 1), name=long),
        mark(on(2024, 1, 1), "bar", days=1050, name=long),
    ]
    page = drawings.parse(lanes.draw(held, LANES, AS_OF, PATH))
    anchors = [text.get("class") for text in page.iter("text") if (text.text or "").startswith("A name")]
    assert anchors == ["start", "end", "start"]
    assert "A name that is far too long to stand in full beside…" in drawings.words(page)


def test_thirty_marks_in_a_week_stay_within_one_screen() -> None:
    page = drawings.parse(lanes.draw([mark(on(2024, 10, 18))] * 40 + [mark(on(2026, 1, 1))], LANES, AS_OF, PATH))
    assert max(float(drawing.get("height", "")) for drawing in page.iter("svg")) < 150


@given(st.lists(st.tuples(st.floats(0, NARROWEST), st.floats(0, 100)).map(lambda pair: (pair[0], sum(pair)))))
def test_marks_in_one_row_never_touch(extents: list[packing.Extent]) -> None:
    rows = packing.rows(extents)
    for row in set(rows):
        inside = sorted(extent for extent, taken in zip(extents, rows, strict=True) if taken == row)
        assert all(one[1] + packing.GAP <= other[0] for one, other in pairwise(inside))
    assert set(rows) == set(range(len(set(rows))))


@given(days, days, days)
def test_scale_keeps_the_order_of_days_within_its_width(
    one: datetime.date, other: datetime.date, day: datetime.date
) -> None:
    scale = Scale(min(one, other), max(one, other), AS_OF)
    assert 0 <= scale.x(day) <= scale.x(day + DAY) <= 100
    assert scale.months()[0] == scale.start
    assert all(month_after(month) == after for month, after in pairwise([*scale.months(), scale.end]))


def test_drawing_for_a_phone_is_closed_and_has_a_target_for_each_month() -> None:
    months = {on(2024, 10, 1): "chronology/2024.html#2024-10"}
    page = drawings.parse(downward.draw(SOME, LANES, AS_OF, months, PATH))
    (details,) = page.iter("details")
    assert details.get("open") is None
    assert drawings.hrefs(page) == ["2024.html#2024-10"]
    assert all(float(box.get("height", "")) >= 24 for box in page.iter("rect") if box.get("class") == "target")


def test_drawing_for_a_phone_gives_its_room_to_the_highest_heap() -> None:
    crowd = [mark(on(2024, 10, 18), lane="ferries")] * 30
    page = drawings.parse(downward.draw([*SOME, *crowd], LANES, AS_OF, {}, PATH))
    heights = [drawing.get("height") for drawing in page.iter("svg") if drawing.get("aria-hidden") == "true"]
    assert float(heights[0] or "") < 1000


def test_drawings_are_light() -> None:
    first = on(2023, 9, 1)
    held = [mark(first + 5 * n * DAY, lane=f"theme-{n % 9}") for n in range(220)]
    titled = [
        Mark(m.day_from, m.day_to, m.shape, m.title, f"developments/a-name-of-twenty-{n}.html", m.lane, m.date)
        for n, m in enumerate(held)
    ]
    themes = [Lane(f"theme-{n}", f"A theme {n}", f"themes/theme-{n}.html", n) for n in range(9)]
    months = sorted({(m.anchor.year, m.anchor.month) for m in held})
    bars = [Stretch(year, month, 5, f"chronology/{year}.html#{year}-{month:02}") for year, month in months]
    years = [Stretch(year, 0, 60, f"chronology/{year}.html") for year in range(2023, 2027)]
    addresses = {on(bar.year, bar.month, 1): bar.address for bar in bars}
    assert weight([density.strip(bars, years, PATH), lanes.draw(titled, themes, AS_OF, PATH)]) < 60_000
    assert weight([downward.draw(titled, themes, AS_OF, addresses, PATH)]) < 15_000
