"""What all drawings keep to, and those of density, histories and links: little weight, plain words, no markup."""

import datetime
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from generator.charts import arcs, density, downward, history, lanes, lettering, svg
from generator.charts.arcs import Arc, Node
from generator.charts.density import Stretch
from generator.charts.history import Said, Turn
from generator.charts.lanes import Lane
from generator.charts.marks import Mark
from tests import drawings
from tests.made_up_drawings import AS_OF, MONTHS, PATH, SAID, TURNS, YEARS, all_drawings, node, on, weight

words = st.text(st.characters(exclude_categories=["C"]), min_size=1, max_size=60)


def test_drawings_are_xml_with_unique_ids_and_hidden_where_a_list_says_the_same() -> None:
    page = drawings.parse(*all_drawings())
    assert len(list(page.iter("svg"))) > 10
    assert drawings.unnamed(page) == []
    assert drawings.repeated_ids(page) == []
    assert drawings.unresolved(page) == []
    assert drawings.reached_though_hidden(page) == []


def test_checks_of_drawings_notice_what_is_wrong() -> None:
    page = drawings.parse(
        Markup('<svg id="a"/><svg id="a" role="img"/><svg aria-hidden="true"><a href="b"/><use href="#c"/></svg>')
    )
    assert len(drawings.unnamed(page)) == 2
    assert drawings.repeated_ids(page) == ["a"]
    assert drawings.unresolved(page) == ["#c"]
    assert drawings.reached_though_hidden(page) == ["b"]


def test_same_values_give_the_same_bytes() -> None:
    assert all_drawings() == all_drawings()


def test_numbers_have_one_decimal_at_most() -> None:
    for drawing in all_drawings():
        assert not re.search(r"\d\.\d\d", re.sub(r'preserveAspectRatio|stop-opacity="\.\d+"', "", drawing))


def test_no_style_and_no_colour_stands_in_a_drawing() -> None:
    for drawing in all_drawings():
        assert "style=" not in drawing
        assert not re.findall(r'(?:fill|stroke|color)="#', drawing)


def test_strip_shows_whole_years_and_leads_to_each_month_and_year() -> None:
    page = drawings.parse(density.strip(MONTHS, YEARS, PATH))
    assert "November 2023: 1" in drawings.words(page)
    assert "December 2026: 0 and 2 scheduled" in drawings.words(page)
    assert [year.text or next(iter(year)).text for item in page.iter("li") for year in item] == [
        "2023 ",
        "2024 ",
        "2025",
        "2026 ",
    ]
    assert drawings.hrefs(page)[:1] == ["2023.html#2023-11"]
    assert drawings.hrefs(page)[-1:] == ["2026.html"]
    last = [rect for rect in page.iter("rect") if rect.get("class") == "target"][-1]
    assert last.get("x") == "97.9%"


def test_strip_of_many_years_has_a_bar_for_each_year() -> None:
    years = [Stretch(year, 0, 10, f"chronology/{year}.html") for year in range(1980, 2027)]
    months = [Stretch(year.year, month, 1, "") for year in years for month in range(1, 11)]
    strip = density.strip(months, years, PATH)
    assert len(list(drawings.parse(strip).iter("rect"))) == 2 * len(years)
    assert len(strip) < 20_000


def test_history_stacks_the_stances_of_a_day_and_shows_each_once() -> None:
    page = drawings.parse(history.draw(SAID, TURNS, "claims/a.b.html"))
    links = [(link.get("class"), link.get("href")) for link in page.iter("a")]
    assert links == [
        ("stance-denies", "#statement-1"),
        ("stance-ambiguous", "#statement-2"),
        ("stance-asserts", "#statement-5"),
        ("stance-asserts", "#statement-4"),
    ]
    assert "10 February 2026: Arland asserts" in drawings.words(page)


def test_history_shows_each_status_up_to_the_next_and_the_last_to_the_end() -> None:
    page = drawings.parse(history.draw(SAID, TURNS, "claims/a.b.html"))
    bands = [(group.get("class"), next(group.iter("rect"))) for group in page.iter("g")]
    assert [(code, band.get("x"), band.get("width")) for code, band in bands] == [
        ("status-unsupported", "0%", "25%"),
        ("status-single-origin", "25%", "25%"),
        ("status-acknowledged", "50%", "50%"),
    ]


def test_history_has_sign_and_word_of_every_stance_and_of_a_status_where_there_is_room() -> None:
    text = drawings.words(drawings.parse(history.draw(SAID, TURNS, "claims/a.b.html")))
    assert all(word in text for word in ("✕ denies", "≈ ambiguous", "● asserts", "✓ acknowledged"))


def test_arcs_are_a_list_in_the_order_of_time() -> None:
    page = drawings.parse(
        arcs.draw(node(2, ""), [node(3), node(0)], [Arc("event-2", "event-0")], "developments/event-2.html")
    )
    assert [link.text for item in page.iter("li") for link in item if link.tag in ("a", "strong")] == [
        "Event <0> of the pier",
        "Event <2> of the pier",
        "Event <3> of the pier",
    ]
    assert drawings.hrefs(page) == ["event-0.html", "event-3.html"]


@pytest.mark.parametrize(
    ("arc", "is_against"),
    [
        (Arc("event-2", "event-0"), False),
        (Arc("event-0", "event-2"), True),
        (Arc("event-0", "event-2", is_mutual=True), False),
        (Arc("event-0", "elsewhere"), False),
    ],
)
def test_arc_against_time_stands_out(arc: Arc, is_against: bool) -> None:
    drawing = arcs.draw(node(2, ""), [node(0)], [arc], "developments/event-2.html")
    classes = {path.get("class") for path in drawings.parse(drawing).iter("path")}
    assert ("against" in classes) == is_against
    assert ("a link to something later" in drawing) == is_against
    assert ("own" in classes) == (not is_against and arc.other != "elsewhere")


def test_what_goes_on_may_refer_to_what_happened_meanwhile() -> None:
    lasting = Node("long", on(2024, 1, 1), datetime.date.max, "since 2024", "Long", "developments/long.html")
    assert "later" not in arcs.draw(node(2, ""), [lasting], [Arc("long", "event-2")], "developments/event-2.html")


def test_arcs_of_twelve_links_and_those_among_them_are_light() -> None:
    others = [node(number) for number in range(arcs.MOST)]
    links = [Arc(f"event-{one}", f"event-{one - 1}") for one in range(1, arcs.MOST + 1)]
    links += [Arc(f"event-{arcs.MOST}", f"event-{one}") for one in range(arcs.MOST)]
    assert weight([arcs.draw(node(arcs.MOST, ""), others, links, "developments/event-12.html")]) < 4_000


def test_whatever_an_entry_says_is_escaped() -> None:
    evil = "<script>alert(1)</script> & \"'"
    held = [Mark(AS_OF, AS_OF, "dot", evil, "a.html", evil, evil, evil)]
    lane = [Lane(evil, evil, "a.html")]
    said = [Said(AS_OF, evil, "asserts", "●", evil, "a.html")]
    own = Node("own", AS_OF, AS_OF, evil, evil, "a.html", evil)
    page = drawings.parse(
        lanes.draw(held, lane, AS_OF, PATH),
        downward.draw(held, lane, AS_OF, {}, PATH),
        history.draw(said, [Turn(AS_OF, "denied", "✕", evil)], PATH),
        arcs.draw(own, [], [], PATH),
    )
    assert not list(page.iter("script"))
    assert drawings.words(page).count("alert(1)") > 5


@given(words, st.integers(10, 60))
def test_shortened_words_are_whole_and_short_enough(text: str, length: int) -> None:
    short = lettering.shortened(text, length)
    assert len(short) <= max(length, 2)
    assert short == text or (short.endswith("…") and text.startswith(short[:-1]))


@given(st.lists(st.tuples(st.floats(-999, 999), st.floats(-999, 999)), min_size=2))
def test_path_ends_where_its_line_ends(line: list[svg.Position]) -> None:
    numbers = [float(number) for number in re.findall(r"-?(?:\d+\.\d|\d+|\.\d)", svg.lines([line]))]
    points = list(zip(numbers[::2], numbers[1::2], strict=True))
    if points:
        assert sum(x for x, _ in points) == pytest.approx(line[-1][0], abs=0.06)
        assert sum(y for _, y in points) == pytest.approx(line[-1][1], abs=0.06)
