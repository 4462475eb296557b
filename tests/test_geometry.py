"""The outlines of maps: the line is where it is, and what makes the extract cuts and simplifies truly."""

import json
import math
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.geometry import atlas
from generator.geometry.clip import Frame, clip
from generator.geometry.simplify import simplify
from generator.geometry.topology import Line, Topology

# The conference huts, through which the line runs.
PANMUNJOM = (126.677, 37.956)
EARTH = 6371.0088
coordinates = st.tuples(st.floats(-100, 100), st.floats(-100, 100))


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
    length = along[0] ** 2 + along[1] ** 2
    share = min(1.0, max(0.0, -(one[0] * along[0] + one[1] * along[1]) / length)) if length else 0.0
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
