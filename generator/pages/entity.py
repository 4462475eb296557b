"""The page of an actor, a place, a theme or a publisher: what it is, where it stands, and everything that names it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator import links, listing, words
from generator.corpus import DeclaredSource, Mention, Row
from generator.diagnostics import handling
from generator.model import Actor, Claim, Entity, Entry, Grade, Place, Publisher, Theme
from generator.model.named import Point
from generator.output import Page
from generator.prose import plain
from generator.site import Link, Site, unique
from generator.views import claims, events, lists, matrix, places, previews, sources
from generator.views.more import Further, events_of, part_pages

_SCRIPTS = {
    "hangul": ("Hangul", "ko"),
    "hanja": ("Hanja", "ko-Hant"),
    "mr": ("McCune–Reischauer", "ko-Latn"),
    "rr": ("Revised Romanization", "ko-Latn"),
    "kp_official": ("in DPRK spelling", "ko-Latn"),
    "cyrillic": ("Cyrillic", "ru"),
}
_HEADINGS = {
    "actors": "Developments that name it",
    "places": "What happened here",
    "themes": "Developments",
    "publishers": "Developments that it reports or speaks in",
}
# Positions on an actor's page; all of them stand in the ledger.
_POSITIONS = 60


@dataclass(frozen=True, slots=True)
class Position:
    """The last position taken in somebody's name on a claim."""

    row: claims.RowView
    text: str
    address: str


def pages(site: Site) -> Iterator[Page]:
    """A page for each entity, and the further parts of its long lists."""
    positions = _positions(site, site.corpus.shown_claims.values())
    for entity in site.corpus.entities:
        yield from _of(site, entity, positions.get(entity.id, []))


def of_entry(site: Site, entry: Entry) -> Iterator[Page]:
    """Those of one entry, if it is an entity."""
    if isinstance(entry, Entity):
        rows = site.corpus.rows
        spoken = (
            c for c in site.corpus.shown_claims.values() if any(row.voice == entry.id for row in rows[c.reference])
        )
        yield from _of(site, entry, _positions(site, spoken).get(entry.id, []))


def _of(site: Site, entity: Entity, said: list[tuple[Claim, Row]]) -> Iterator[Page]:
    with handling(entity.path):
        rows = events.mentioned(site, _mentions(site, entity))
        more = events_of(site.address(entity), rows)
        yield _page(site, entity, rows, more, lists.cited(site, entity), said)
        yield from _source_pages(site, entity)
        yield from part_pages(site, more, entity.name, Link(entity.name, site.address(entity)), entity.folder)


def _mentions(site: Site, entity: Entity) -> list[Mention]:
    return site.corpus.mentions.get(entity.id, [])


def _page(
    site: Site,
    entity: Entity,
    rows: list[events.Event],
    more: Further[events.Event],
    cited: list[DeclaredSource],
    said: list[tuple[Claim, Row]],
) -> Page:
    path = site.address(entity)
    source_parts = lists.source_parts(site, entity)
    newest = said[-_POSITIONS:][::-1]
    return site.page(
        "entity.html",
        path,
        entity.name,
        entity.folder,
        description=plain(entity.description, lambda target: site.target(target).words),
        updated=site.updated(entity, *(mention.entry for mention in _mentions(site, entity))),
        source=entity.path.removeprefix("entries/"),
        entity=entity,
        names=[(*_SCRIPTS[field], value) for field in _SCRIPTS if (value := getattr(entity.names, field))],
        summary=site.html(entity.description, path),
        facts=_facts(site, entity),
        previews=previews.previews(site, entity.id, (entity.description,), _above(entity)),
        map=places.small_map(site, entity) if isinstance(entity, Place) else "",
        grade=_grade(entity),
        members=_members(site, entity),
        positions=[
            Position(claims.row(site, claim, row), claim.text, links.claim(claim.reference)) for claim, row in newest
        ],
        positions_left=len(said) - len(newest),
        heading=_HEADINGS[entity.folder],
        more=more.links,
        months=[] if more else listing.by_month(rows, lambda row: row.day),
        sources=[] if source_parts else _views(site, cited),
        source_parts=source_parts.links,
    )


def _above(entity: Entity) -> list[str]:
    """The ids of what an entity belongs to or speaks for."""
    ids = (getattr(entity, field, None) for field in ("part_of", "broader", "speaks_for"))
    return [id_ for id_ in ids if id_]


def _grade(entity: Entity) -> Grade | None:
    return entity.reliability if isinstance(entity, Publisher) else None


def _facts(site: Site, entity: Entity) -> list[tuple[str, list[Link]]]:
    facts: list[tuple[str, list[Link]]] = []
    if isinstance(entity, Actor | Publisher):
        facts.append(("Kind", [Link(entity.kind.replace("-", " "))]))
    if isinstance(entity, Actor) and entity.instance:
        facts.append(("Instance", [Link(entity.instance)]))
    if isinstance(entity, Actor | Place) and entity.part_of:
        facts.append(("Part of", [site.link(entity.part_of)]))
    if isinstance(entity, Theme) and entity.broader:
        facts.append(("Part of", [site.link(entity.broader)]))
    if isinstance(entity, Actor | Publisher) and entity.speaks_for:
        facts.append(("Speaks for", [site.link(site.corpus.voices.voice(entity.id))]))
    if isinstance(entity, Place) and entity.point:
        facts.append(("Coordinates", [Link(_coordinates(entity.point))]))
    if isinstance(entity, Publisher):
        facts.append(("Language", [Link(words.language(entity.language))]))
    if isinstance(entity, Publisher) and entity.url:
        facts.append(("Address", [Link(entity.url, entity.url)]))
    if entity.wikidata:
        facts.append(("Wikidata", [Link(entity.wikidata, f"https://www.wikidata.org/wiki/{entity.wikidata}")]))
    facts.append(("Also", [Link(name) for name in entity.also_known_as]))
    facts.append(("Side by side", matrix.ways(site, entity)))
    return facts


def _coordinates(point: Point) -> str:
    near = f", to {point.precision_km:g} km" if point.precision_km else ""
    return f"{places.coordinates(point)} ({point.source}{near})"


def _members(site: Site, entity: Entity) -> list[Link]:
    """Entities that are part of this one or speak for it, by name."""
    ids = [
        m.entry.id for m in site.corpus.mentions.get(entity.id, []) if m.use.how in ("part-of", "speaks-for", "broader")
    ]
    return sorted((site.link(id_) for id_ in unique(ids)), key=lambda link: link.words.casefold())


def _positions(site: Site, among: Iterable[Claim]) -> dict[str, list[tuple[Claim, Row]]]:
    """By voice: the last position on each claim, oldest first."""
    found: dict[str, list[tuple[Claim, Row]]] = {}
    for claim in among:
        for voice, row in site.corpus.assess(claim).positions.items():
            found.setdefault(voice, []).append((claim, row))
    for said in found.values():
        said.sort(key=lambda pair: (pair[1].order, pair[0].reference))
    return found


def _views(site: Site, cited: Sequence[DeclaredSource]) -> list[sources.SourceView]:
    return [sources.view(site, declared.source.id, number) for number, declared in enumerate(cited, 1)]


def _source_pages(site: Site, entity: Entity) -> Iterator[Page]:
    """A page for each part of a list of texts that is too long for the publisher's own page."""
    for address, part in lists.source_parts(site, entity).parts:
        title = f"Texts of {entity.name}, {part.label}"
        whole = Link(entity.name, site.address(entity))
        yield site.page(
            "sources_part.html", address, title, entity.folder, whole=whole, sources=_views(site, part.rows)
        )
