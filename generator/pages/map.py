"""The map: where the places of the collection lie, drawn and as a table that says the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator import links
from generator.charts import maps
from generator.geometry import atlas
from generator.output import Page
from generator.site import Link, Site
from generator.views import places


@dataclass(frozen=True, slots=True)
class Row:
    """A place in the table."""

    place: Link
    hangul: str
    where: str
    precision: str
    source: str
    named_by: str


def landing(site: Site) -> Iterator[Page]:
    """The one page; a map on which no place lies is left out."""
    spots = [spot for place in site.corpus.places.values() if (spot := places.spot(site, place))]
    rows = [_row(site, id_) for id_ in site.corpus.places]
    drawn = [maps.draw(chart, spots, links.MAP) for chart in atlas.maps().values() if maps.placed(chart, spots)]
    lead = f"{len(rows)} places that the developments name."
    yield site.page(
        "map.html", links.MAP, "Map", "map", description=lead, landing=True, lead=lead, maps=drawn, rows=rows
    )


def _row(site: Site, id_: str) -> Row:
    place = site.corpus.places[id_]
    point = place.point
    return Row(
        place=site.link(id_),
        hangul=place.names.hangul or "",
        where=places.coordinates(point) if point else "",
        precision=f"to {point.precision_km:g} km" if point and point.precision_km else "",
        source=point.source if point else "",
        named_by=places.named_by(site, place),
    )
