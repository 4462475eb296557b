"""Maps: the line is where it is, names stand clear of one another, and nothing calls the line a border."""

import json
import math
from dataclasses import replace
from itertools import pairwise
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
from generator.geometry.clip import Frame, clip
from generator.geometry.simplify import simplify
from generator.geometry.topology import Line, Topology
from tests import drawings

ROOT = Path(__file__).parent.parent
# The conference huts, through which the line runs.
PANMUNJOM = (126.677, 37.956)
EARTH = 6371.0088
ALL_MAPS = list(atlas.maps().values())
coordinates = st.tuples(st.floats(-100, 100), st.floats(-100, 100))


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


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The distance of two positions that are near each other."""
    across = math.radians(other[0] - one[0]) * math.cos(math.radians((one[1] + other[1]) / 2))
    return EARTH * math.hypot(across, math.radians(other[1] - one[1]))


def on_a_plane(line: Line, origin: tuple[float, float]) -> Line:
    """Positions near the origin in kilometres from it."""
    squeeze = math.cos(math.radians(origin[1]))
    unit = math.radians(1) * EARTH
    return [((x - origin[0]) * squeeze * unit, (y - origin[1]) * unit) for x, y in line]


def from_segment(one: tuple[float, float], other: tuple[float, float]) -> float:
    """How far the origin lies from a piece of a line."""
    along = (other[0] - one[0], other[1] - one[1])
    share = -(one[0] * along[0] + one[1] * along[1]) / (along[0] ** 2 + along[1] ** 2)
    share = min(1.0, max(0.0, share))
    return math.hypot(one[0] + share * along[0], one[1] + share * along[1])


def the_line() -> Line:
    """The Military Demarcation Line."""
    (line,) = atlas.layers("peninsula")["line"]
    return line


def test_line_is_about_247_km_long() -> None:
    assert sum(kilometres(*pair) for pair in pairwise(the_line())) == pytest.approx(247, abs=1)


def test_line_passes_through_panmunjom() -> None:
    assert min(kilometres(point, PANMUNJOM) for point in the_line()) == pytest.approx(0.29, abs=0.02)
    near = on_a_plane(the_line(), PANMUNJOM)
    assert min(from_segment(*pair) for pair in pairwise(near)) < 0.05


def test_line_runs_from_the_imjin_to_the_eastern_coast() -> None:
    assert the_line()[0] == pytest.approx((126.66, 37.78), abs=0.01)
    assert the_line()[-1] == pytest.approx((128.36, 38.62), abs=0.01)


def test_outlines_leave_out_the_line_that_is_up_to_3_km_off() -> None:
    near_the_middle = (127.5, 38.3)
    for ring in atlas.layers("peninsula")["land"]:
        assert all(kilometres(point, near_the_middle) > 40 for point in ring)


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
            (svg,) = drawings.parse(small)
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


@given(st.lists(coordinates, min_size=1), st.floats(0.1, 20))
def test_simplified_line_keeps_its_ends_and_stays_near(line: Line, tolerance: float) -> None:
    simple = simplify(line, tolerance)
    assert (simple[0], simple[-1]) == (line[0], line[-1])
    assert simplify(line, 0.0) == simplify(simplify(line, 0.0), 0.0)
    for x, y in line:
        pieces = list(pairwise([(px - x, py - y) for px, py in simple]))
        near = min((from_segment(*pair) for pair in pieces if pair[0] != pair[1]), default=0.0)
        assert near <= tolerance + 1e-6 or not pieces


@given(st.lists(coordinates, min_size=3))
def test_nothing_of_a_clipped_ring_lies_outside_the_frame(ring: Line) -> None:
    for cut in clip([[*ring, ring[0]]], Frame(-10, -20, 30, 40)):
        assert cut[0] == cut[-1]
        assert all(-10.0001 <= x <= 30.0001 and -20.0001 <= y <= 40.0001 for x, y in cut)


def test_outline_of_two_neighbours_leaves_out_what_they_share(tmp_path: Path) -> None:
    squares = {
        "arcs": [[[1, 0], [0, 1]], [[1, 1], [-1, 0], [0, -1], [1, 0]], [[1, 0], [1, 0], [0, 1], [-1, 0]]],
        "transform": {"scale": [10, 10], "translate": [100, 0]},
        "objects": {
            "countries": {
                "geometries": [
                    {"id": "west", "type": "Polygon", "arcs": [[0, 1]]},
                    {"id": "east", "type": "MultiPolygon", "arcs": [[[2, -1]]]},
                ]
            }
        },
    }
    (tmp_path / "squares.json").write_text(json.dumps(squares), encoding="utf-8")
    topology = Topology(tmp_path / "squares.json", "countries")
    (ring,) = topology.outline()
    assert ring[0] == ring[-1]
    assert set(ring) == {(100, 0), (110, 0), (120, 0), (120, 10), (110, 10), (100, 10)}
    assert topology.frontier("west", ["east"]) == [[(110, 0), (110, 10)]]
    assert topology.outline(["west"])[0][:2] == [(110, 0), (110, 10)]
