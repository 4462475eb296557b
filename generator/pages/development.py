"""The page of a development: what happened, what is claimed about it, who says what, from which sources."""

from __future__ import annotations

import json
from collections.abc import Iterator

from generator import links
from generator.dates import day
from generator.diagnostics import handling
from generator.model import Claim, Development, Entry
from generator.output import Page
from generator.site import Citations, Link, Site, unique
from generator.views import cite, claims, events, linked, matrix, previews, said, sides, sources
from generator.views.more import Further, events_of, part_pages


def pages(site: Site) -> Iterator[Page]:
    """A page for each development that readers see, and one for each further part of a long list on it."""
    shown = list(site.corpus.shown.values())
    for number in range(len(shown)):
        yield from _of(site, shown, number)


def of_entry(site: Site, entry: Entry) -> Iterator[Page]:
    """Those of one entry, if it is a development that readers see."""
    shown = list(site.corpus.shown.values())
    if isinstance(entry, Development) and entry.id in site.corpus.shown:
        yield from _of(site, shown, shown.index(entry))


def _of(site: Site, shown: list[Development], number: int) -> Iterator[Page]:
    entry = shown[number]
    with handling(entry.path):
        before = shown[number - 1] if number else None
        after = shown[number + 1] if number + 1 < len(shown) else None
        found = linked.linked(site, entry, site.address(entry))
        more = events_of(site.address(entry), found.naming)
        yield _page(site, entry, before, after, found, more)
        yield from part_pages(
            site, more, f"Named by: {entry.title}", Link(entry.title, site.address(entry)), "chronology"
        )


def _page(
    site: Site,
    entry: Development,
    before: Development | None,
    after: Development | None,
    found: linked.Linked,
    more: Further[events.Event],
) -> Page:
    path, citations = links.development(entry.id), Citations()
    changed = site.updated(entry, *_also(site, entry))
    values = {
        **_head(site, entry),
        **_content(site, entry, path, citations),
        "linked": found,
        "more": more.links,
        "previews": previews.previews(site, entry.id, (entry.text, entry.assessment), _names(site, entry)),
        "citations": cite.of_page(site, entry, changed),
        "claim_citations": cite.of_claim(site, entry, changed) if entry.claims else [],
    }
    return site.page(
        "development.html",
        path,
        entry.title,
        "chronology",
        description=entry.summary,
        updated=changed,
        source=entry.path.removeprefix("entries/"),
        before=site.neighbour(before),
        after=site.neighbour(after),
        head=_structured_data(entry),
        entry=entry,
        **values,
    )


def _head(site: Site, entry: Development) -> dict[str, object]:
    """The first screen: when it was, how sure it is, and who says so, by the entry's first claim."""
    first = next(iter(entry.claims.values()), None) if entry.counts else None
    return {
        "badge": claims.badge(site, site.corpus.assess(first)) if first else None,
        "notice": _notice(site, entry),
        "outcome": [site.link(other.id) for other in events.outcomes(site, entry)],
        "first": first,
        "sides": sides.sides(site, first) if first and not first.unit else [],
        "facts": _facts(site, entry),
    }


def _content(site: Site, entry: Development, path: str, citations: Citations) -> dict[str, object]:
    """What is told, claimed and said, in the order of the page: sources are numbered as they are first cited."""
    told = {
        "text": site.html(entry.text, path, citations),
        "claims": [(claims.view(site, claim), _sides(site, claim)) for claim in entry.claims.values()],
        "moved": _moved(site, entry),
        "as_of": day(site.corpus.day),
        "statements": [said.of_statement(site, entry, number, citations) for number in range(len(entry.statements))],
        "quotations": [said.of_quotation(site, entry, number, citations) for number in range(len(entry.quotations))],
        "assessment": site.html(entry.assessment, path, citations),
    }
    listed = sources.cited(site, _with_unused(entry, citations))
    return {**told, "sources": listed, "usual_day": sources.usual_day(listed)}


def _moved(site: Site, entry: Development) -> list[tuple[str, Link]]:
    """The claims that stood here, by their old ids; those that readers no longer see have no words."""
    moved = site.corpus.moved_claims.get(entry.id, {})
    return [
        (id_, site.target(claim.reference) if claim.entry in site.corpus.shown else Link("one that is not published"))
        for id_, claim in moved.items()
    ]


def _sides(site: Site, claim: Claim) -> list[sides.Side]:
    """The sides on a claim of which not every statement is shown; figures stay in the order of their days."""
    return sides.sides(site, claim) if len(site.corpus.rows[claim.reference]) > claims.SHORT and not claim.unit else []


def _also(site: Site, entry: Development) -> Iterator[Development]:
    """The other entries whose changes show on the page: those that speak to its claims, and those that relate to it."""
    for claim in entry.claims.values():
        yield from (row.entry for row in site.corpus.rows[claim.reference])
    yield from (other for other, _ in site.corpus.answers.get(entry.id, ()))


def _with_unused(entry: Development, citations: Citations) -> Citations:
    """A source that the entry declares and others cite stands in its list too: that is where its anchor is."""
    for id_ in entry.sources:
        citations.number(id_)
    return citations


def _notice(site: Site, entry: Development) -> str:
    if entry.is_draft:
        return "A draft: it is not published, and its statements do not count."
    if entry.state == "superseded":
        return "Superseded: its statements no longer count."
    if entry.occurrence == "cancelled":
        return "Cancelled."
    if entry.occurrence == "scheduled" and events.is_ahead(site, entry):
        return f"Scheduled for {entry.date.words().removeprefix('on ')}."
    if entry.occurrence == "scheduled":
        known = "what became of it:" if events.outcomes(site, entry) else "whether it took place is not recorded."
        return f"Was due {entry.date.words()}; {known}"
    return ""


def _facts(site: Site, entry: Development) -> list[tuple[str, list[Link]]]:
    above = [relation.to for relation in entry.relations if relation.type == "part-of"]
    return [
        ("Places", [site.link(id_) for id_ in entry.places]),
        ("Actors", [site.link(id_, short=True) for id_ in _actors(site, entry)]),
        ("Themes", [site.link(id_) for id_ in entry.themes]),
        ("Part of", [site.link(id_) for id_ in above]),
        ("Side by side", matrix.ways(site, entry)),
    ]


def _actors(site: Site, entry: Development) -> list[str]:
    named = [use.target for use in site.corpus.uses[entry.path] if use.how in ("by", "speaker", "about", "actor")]
    return [id_ for id_ in unique(named) if id_ in site.corpus.actors]


def _names(site: Site, entry: Development) -> list[str]:
    """The ids behind the names in the facts."""
    return [*_actors(site, entry), *entry.places, *entry.themes]


def _structured_data(entry: Development) -> str:
    """JSON-LD (schema.org Article); `<` is written as an escape, so that nothing in a title can end the script."""
    data = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": entry.title,
        "description": entry.summary,
        "datePublished": entry.added.text,
        "dateModified": entry.updated.text,
    }
    text = json.dumps(data, ensure_ascii=False).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return f'<script type="application/ld+json">{text}</script>'
