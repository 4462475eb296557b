"""Maps with places: the coast, the line, a dot and a name for each place, and a small one for the page of a place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from markupsafe import Markup

from generator import links
from generator.charts import labels, lettering, svg
from generator.charts.projection import Projection, outlines
from generator.geometry import atlas
from generator.geometry.atlas import Area, Map
from generator.render import Pattern

_WIDTH = 360.0
_SMALL_WIDTH = {True: 240.0, False: 170.0}
# The demilitarized zone is, by name, two kilometres wide on each side; on a map too small to show that it is left out.
_ZONE_KM = 4.0
_ZONE_FROM = 0.9

_FIGURE = Pattern('<figure class="chart map{}" id="{}">{}<figcaption>{}</figcaption></figure>')
_SMALL = Pattern('<figure class="chart map-small">{}<figcaption>{}</figcaption></figure>')
_SVG = Pattern('<svg class="map-drawing" viewBox="0 0 {0} {1}" width="{0}" height="{1}" {2}>{3}{4}</svg>')
_SEA = Markup('<rect class="sea" width="100%" height="100%"/>')
_PATH = Pattern('<path class="{}" d="{}"/>')
_ZONE = Pattern('<path class="zone" stroke-width="{}" d="{}"/>')
_TEXT = Pattern('<text class="area" x="{}" y="{}">{}</text>')
_DETAIL = Pattern('<rect class="detail" x="{}" y="{}" width="{}" height="{}"/>')
_SCALE = Pattern('<path class="scale" d="M{0} {2}H{1}"/><text class="scale-words" x="{0}" y="{3}">{4} km</text>')
_DOT = Pattern('<circle class="dot" cx="{}" cy="{}" r="3.5"/>')
_MINOR = Pattern('<circle class="dot" cx="{}" cy="{}" r="2"/>')
_NAME = Pattern('<text class="{}" x="{}" y="{}">{}</text>')
_LINK = Pattern('<a href="{}"><title>{}</title>{}{}</a>')
_CREDITS = Pattern('{} <span class="credits">{}.</span>')


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a map; a pointer shows `note` after its name, and `side`, `dx` and `dy` say where the name goes."""

    name: str
    address: str
    lon: float
    lat: float
    note: str = ""
    side: str = ""
    dx: float = 0.0
    dy: float = 0.0


def best(spot: Spot) -> Map | None:
    """The map that shows most around a place, or None where none holds it."""
    holding = [chart for chart in atlas.maps().values() if chart.holds(spot.lon, spot.lat)]
    return max(holding, key=lambda chart: Projection(chart.frame, _WIDTH).per_km, default=None)


def draw(chart: Map, spots: Iterable[Spot], path: str) -> Markup:
    """A map: links to the spots that no other map shows better, and mere dots for those that its detail shows."""
    projection = Projection(chart.frame, _WIDTH)
    spots = list(spots)
    ground = [*_ground(chart, projection), *_areas(chart, projection), _detail(chart, projection)]
    minor = [_MINOR.format(*map(svg.number, _point(spot, projection))) for spot in _left_to_detail(chart, spots)]
    marks = _links(placed(chart, spots), projection, path)
    label = svg.labelled(f"Map: {chart.title}", has_links=True)
    drawing = _svg(projection, label, [*ground, *minor, *marks])
    shape = " map-wide" if is_wide(chart) else ""
    return _FIGURE.format(shape, f"map-{chart.id}", drawing, caption(chart))


def small(chart: Map, spot: Spot) -> Markup:
    """A small map with one place on it."""
    projection = Projection(chart.frame, _SMALL_WIDTH[is_wide(chart)])
    names = labels.place([_name(spot, projection)], [], sheet(projection))
    marks = _mark(spot, names[0], projection)
    label = svg.labelled(f"Map: {spot.name} on the map “{chart.title}”")
    drawing = _svg(projection, label, [*_ground(chart, projection), *marks])
    return _SMALL.format(drawing, _CREDITS.format("", _credits(chart)))


def caption(chart: Map) -> Markup:
    """What stands under a map: its title, how to read it, whose outlines it shows."""
    return _CREDITS.format(" ".join(filter(None, [f"{chart.title}.", chart.note])), _credits(chart))


def _credits(chart: Map) -> str:
    return ". ".join(chart.credits)


def placed(chart: Map, spots: Iterable[Spot]) -> list[tuple[Spot, labels.Label | None]]:
    """The spots that a map names, each with its label, or None where there is no room."""
    spots = list(spots)
    projection = Projection(chart.frame, _WIDTH)
    named = [spot for spot in spots if best(spot) is chart]
    dots = [labels.dot(*_point(spot, projection)) for spot in _left_to_detail(chart, spots)]
    taken = [*dots, *(_area_box(area, projection) for area in chart.areas), *_edges(chart, projection)]
    found = labels.place([_name(spot, projection) for spot in named], taken, sheet(projection))
    return list(zip(named, found, strict=True))


def _left_to_detail(chart: Map, spots: list[Spot]) -> list[Spot]:
    detail = atlas.maps()[chart.detail] if chart.detail else None
    return [spot for spot in spots if detail and best(spot) is detail]


def _name(spot: Spot, projection: Projection) -> labels.Name:
    return labels.Name(spot.name, *_point(spot, projection), spot.side, spot.dx, spot.dy)


def is_wide(chart: Map) -> bool:
    """Whether a map is wider than high."""
    return Projection(chart.frame, _WIDTH).height < _WIDTH


def sheet(projection: Projection) -> labels.Box:
    """What a map covers."""
    return labels.Box(0.0, 0.0, projection.width, projection.height)


def _point(spot: Spot, projection: Projection) -> svg.Position:
    return projection.point(spot.lon, spot.lat)


def _svg(projection: Projection, attributes: Markup, parts: Iterable[Markup]) -> Markup:
    width, height = svg.number(projection.width), svg.number(projection.height)
    return _SVG.format(width, height, attributes, _SEA, Markup().join(parts))


def _ground(chart: Map, projection: Projection) -> list[Markup]:
    """Land, then lines, then the scale."""
    found = outlines(chart.shapes, projection)
    parts = [_PATH.format(layer, found[layer]) for layer in (*atlas.AREAS, *atlas.LINES) if layer in found]
    if "line" in found and projection.per_km >= _ZONE_FROM:
        parts.insert(-1, _ZONE.format(svg.number(_ZONE_KM * projection.per_km), found["line"]))
    return [*parts, _scale(chart, projection)]


def _scale(chart: Map, projection: Projection) -> Markup:
    base = projection.height - 8
    end = 8 + chart.scale * projection.per_km
    return _SCALE.format(8, svg.number(end), svg.number(base), svg.number(base - 4), f"{chart.scale:,}")


def _areas(chart: Map, projection: Projection) -> list[Markup]:
    points = ((projection.point(area.lon, area.lat), area.words) for area in chart.areas)
    return [_TEXT.format(svg.number(x), svg.number(y), words) for (x, y), words in points]


def _area_box(area: Area, projection: Projection) -> labels.Box:
    x, y = projection.point(area.lon, area.lat)
    half = lettering.width(area.words, labels.SIZE) / 2
    return labels.Box(x - half, y - 0.8 * labels.SIZE, x + half, y + 0.25 * labels.SIZE)


def _detail(chart: Map, projection: Projection) -> Markup:
    """The frame of the map that shows a part of this one."""
    if not chart.detail:
        return Markup()
    box = _frame(chart.detail, projection)
    corner = (box.left, box.top, box.right - box.left, box.bottom - box.top)
    return _DETAIL.format(*map(svg.number, corner))


def _frame(detail: str, projection: Projection) -> labels.Box:
    frame = atlas.maps()[detail].frame
    return labels.Box(*projection.point(frame.west, frame.north), *projection.point(frame.east, frame.south))


def _edges(chart: Map, projection: Projection) -> list[labels.Box]:
    """The sides of that frame, over which no name may run."""
    if not chart.detail:
        return []
    box = _frame(chart.detail, projection)
    return [replace(box, right=box.left), replace(box, bottom=box.top), replace(box, left=box.right)]


def _links(found: Iterable[tuple[Spot, labels.Label | None]], projection: Projection, path: str) -> list[Markup]:
    return [
        _LINK.format(
            links.relative(path, spot.address),
            " – ".join(filter(None, [spot.name, spot.note])),
            *_mark(spot, label, projection),
        )
        for spot, label in found
    ]


def _mark(spot: Spot, label: labels.Label | None, projection: Projection) -> tuple[Markup, Markup]:
    x, y = _point(spot, projection)
    words = _NAME.format(label.anchor, svg.number(label.x), svg.number(label.y), spot.name) if label else Markup()
    return _DOT.format(svg.number(x), svg.number(y)), words
