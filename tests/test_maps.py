"""Maps: names stand clear of one another, the zone is as wide as it is, and nothing calls the line a border."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import build
from generator.charts import labels, maps
from generator.charts.maps import Spot
from generator.charts.projection import Projection
from generator.geometry import atlas
from generator.geometry.atlas import Map
from tests import drawings

ROOT = Path(__file__).parent.parent
ALL_MAPS = list(atlas.maps().values())


@pytest.fixture(scope="module")
def shipped() -> list[Spot]:
    """The places of the shipped entries."""
    corpus = build.build(ROOT, drafts=False).corpus
    assert corpus
    spots = []
    for place in corpus.places.values():
        if place.point:
            spot = Spot(place.short_name, f"places/{place.id}.html", place.point.lon, place.point.lat)
            side = place.label
            spots.append(replace(spot, side=side.side, dx=side.dx, dy=side.dy) if side else spot)
    return spots


@pytest.mark.parametrize("chart", ALL_MAPS, ids=lambda chart: chart.id)
def test_zone_is_two_kilometres_on_each_side_where_it_is_drawn(chart: Map, shipped: list[Spot]) -> None:
    page = drawings.parse(maps.draw(chart, shipped, "places/index.html"))
    zones = [path for path in page.iter("path") if path.get("class") == "zone"]
    assert len(zones) == (chart.id == "line")
    for zone in zones:
        per_km = Projection(chart.frame, 360.0).per_km
        assert float(zone.get("stroke-width", "")) == pytest.approx(4 * per_km, abs=0.05)


@pytest.mark.parametrize("chart", ALL_MAPS, ids=lambda chart: chart.id)
def test_every_shipped_place_has_a_name_clear_of_all_others(chart: Map, shipped: list[Spot]) -> None:
    assert faults(chart, shipped) == []


def test_places_in_each_others_way_are_noticed() -> None:
    chart = atlas.maps()["line"]
    twice = [Spot(name, "", 127.0, 37.6, side="right") for name in ("One", "Other")]
    assert faults(chart, twice) == ["One over Other", "Other over One"]
    beside = [Spot("One", "", 127.0, 37.6, side="right"), Spot("Other", "", 127.1, 37.6)]
    assert "One over dot of Other" in faults(chart, beside)
    assert faults(chart, [Spot("A name much too long for the edge", "", 128.7, 37.6, side="right")]) == [
        "A name much too long for the edge over the edge"
    ]


def faults(chart: Map, spots: list[Spot]) -> list[str]:
    """What a map shows badly: names without room, over other names or dots, or over the edge."""
    projection, found = Projection(chart.frame, 360.0), []
    placed = maps.placed(chart, spots)
    for spot, label in placed:
        if label is None:
            found.append(f"{spot.name} without a name")
            continue
        for other, beside in placed:
            if other is not spot and label.box.overlaps(labels.dot(*projection.point(other.lon, other.lat))):
                found.append(f"{spot.name} over dot of {other.name}")
            if other is not spot and beside and label.box.overlaps(beside.box):
                found.append(f"{spot.name} over {other.name}")
        found += [] if maps.sheet(projection).holds(label.box) else [f"{spot.name} over the edge"]
    return found


@given(st.lists(st.builds(labels.Name, st.sampled_from(["Seoul", "한글", "A long name"]), *[st.floats(5, 95)] * 2)))
def test_names_that_find_room_by_themselves_are_clear(names: list[labels.Name]) -> None:
    sheet = labels.Box(0, 0, 100, 100)
    boxes = [label.box for label in labels.place(names, [], sheet) if label]
    dots = [labels.dot(name.x, name.y) for name in names]
    assert all(sheet.holds(box) for box in boxes)
    assert not any(box.overlaps(dot) for box in boxes for dot in dots)
    assert not any(one.overlaps(other) for n, one in enumerate(boxes) for other in boxes[:n])


def test_places_are_named_on_the_map_that_shows_most_around_them(shipped: list[Spot]) -> None:
    named = {chart.id: {spot.name for spot, _ in maps.placed(chart, shipped)} for chart in ALL_MAPS}
    assert {"Kaesong", "Panmunjom", "Seoul"} <= named["line"]
    assert "Pyongyang" in named["peninsula"]
    assert "Moscow" in named["beyond"]
    assert sum(map(len, named.values())) == len(set.union(*named.values()))
    assert maps.best(Spot("Washington", "", -77.0, 38.9)) is None


def test_maps_are_drawings_with_a_name_and_links_to_places(shipped: list[Spot]) -> None:
    page = drawings.parse(*(maps.draw(chart, shipped, "places/index.html") for chart in ALL_MAPS))
    assert drawings.unnamed(page) == []
    assert drawings.repeated_ids(page) == []
    assert {"panmunjom.html", "pyongyang.html", "moscow.html"} <= set(drawings.hrefs(page))


def test_maps_are_light_and_the_same_every_time(shipped: list[Spot]) -> None:
    for chart in ALL_MAPS:
        first = maps.draw(chart, shipped, "places/index.html")
        assert maps.draw(chart, shipped, "places/index.html") == first
        assert len(first.encode()) < 25_000


def test_small_map_of_a_place_is_an_image_with_a_name(shipped: list[Spot]) -> None:
    for spot in shipped:
        chart = maps.best(spot)
        if chart:
            small = maps.small(chart, spot)
            (svg,) = drawings.parse(small).iter("svg")
            assert svg.get("role") == "img"
            assert spot.name in svg.get("aria-label", "")
            assert spot.name in drawings.words(svg)
            assert len(small.encode()) < 15_000


def test_no_map_speaks_of_a_border(shipped: list[Spot]) -> None:
    for chart in ALL_MAPS:
        page = drawings.parse(maps.draw(chart, shipped, "places/index.html"))
        assert "border" not in drawings.words(page).lower()
        assert ("Military Demarcation Line" in drawings.words(page)) == ("line" in atlas.layers(chart.shapes))


def test_maps_name_whose_outlines_they_show() -> None:
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    for chart in ALL_MAPS:
        text = drawings.words(drawings.parse(maps.caption(chart)))
        assert "Natural Earth" in text
        assert ("© OpenStreetMap contributors" in text) == ("line" in atlas.layers(chart.shapes))
    assert "Natural Earth" in notice
    assert "© OpenStreetMap contributors" in notice


def test_names_of_places_are_escaped() -> None:
    chart = atlas.maps()["line"]
    page = drawings.parse(maps.draw(chart, [Spot("<b>&", "places/b.html", 127, 38, "x > y")], "index.html"))
    assert drawings.hrefs(page) == ["places/b.html"]
    assert "<b>&" in drawings.words(page)
