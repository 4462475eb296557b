"""Where a place lies, in words and on a map."""

from __future__ import annotations

from markupsafe import Markup

from generator.charts import maps
from generator.charts.maps import Spot
from generator.model import Development, Place
from generator.model.named import Point
from generator.site import Site


def coordinates(point: Point) -> str:
    """Degrees as a reader says them."""
    north = f"{abs(point.lat):g}° {'N' if point.lat >= 0 else 'S'}"
    east = f"{abs(point.lon):g}° {'E' if point.lon >= 0 else 'W'}"
    return f"{north}, {east}"


def named_by(site: Site, place: Place) -> str:
    """How many developments name a place: `1 development`."""
    mentions = site.corpus.mentions.get(place.id, ())
    count = len({mention.entry.id for mention in mentions if isinstance(mention.entry, Development)})
    return f"{count} development{'s' * (count != 1)}"


def spot(site: Site, place: Place) -> Spot | None:
    """A place as a map shows it; None where no point of it is known."""
    point, label = place.point, place.label
    if not point:
        return None
    found = (place.short_name, site.address(place), float(point.lon), float(point.lat), named_by(site, place))
    return Spot(*found, label.side, float(label.dx), float(label.dy)) if label else Spot(*found)


def small_map(site: Site, place: Place) -> Markup:
    """The map that shows most around a place, small; empty where none shows it."""
    found = spot(site, place)
    chart = maps.best(found) if found else None
    return maps.small(chart, found) if chart and found else Markup()
