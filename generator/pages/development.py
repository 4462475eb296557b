"""The page of a development: what happened, what is claimed about it, who says what, from which sources."""

from __future__ import annotations

import json
from collections.abc import Iterator

from generator import links, words
from generator.corpus import Mention
from generator.dates import day
from generator.diagnostics import handling
from generator.model import Development
from generator.output import Page
from generator.site import Citations, Link, Site, unique
from generator.views import claims, events, said, sources
from generator.views.more import Further, events_of, part_pages


def pages(site: Site) -> Iterator[Page]:
    """A page for each development that readers see, and one for each further part of a long list on it."""
    shown = list(site.corpus.shown.values())
    for number, entry in enumerate(shown):
        with handling(entry.path):
            before = shown[number - 1] if number else None
            after = shown[number + 1] if number + 1 < len(shown) else None
            backlinks = _backlinks(site, entry)
            more = events_of(links.development(entry.id), backlinks)
            yield _page(site, entry, before, after, backlinks, more)
            yield from part_pages(
                site, more, f"Named by: {entry.title}", Link(entry.title, site.address(entry)), "chronology"
            )


def _page(
    site: Site,
    entry: Development,
    before: Development | None,
    after: Development | None,
    backlinks: list[events.Event],
    more: Further[events.Event],
) -> Page:
    path, citations = links.development(entry.id), Citations()
    text = site.html(entry.text, path, citations)
    views = [claims.view(site, claim, citations) for claim in entry.claims.values()]
    return site.page(
        "development.html",
        path,
        entry.title,
        "chronology",
        description=entry.summary,
        updated=site.updated(entry, *_also(site, entry)),
        source=entry.path.removeprefix("entries/"),
        before=site.neighbour(before),
        after=site.neighbour(after),
        head=_structured_data(entry),
        entry=entry,
        badge=views[0].badge if views and entry.counts else None,
        notice=_notice(site, entry),
        outcome=[site.link(other.id) for other in events.outcomes(site, entry)],
        facts=_facts(site, entry),
        text=text,
        claims=views,
        as_of=day(site.corpus.day),
        statements=[said.of_statement(site, entry, number, citations) for number in range(len(entry.statements))],
        quotations=[said.of_quotation(site, entry, number, citations) for number in range(len(entry.quotations))],
        assessment=site.html(entry.assessment, path, citations),
        relations=list(_relations(site, entry)),
        backlinks=backlinks,
        more=more.links,
        sources=sources.cited(site, _with_unused(entry, citations)),
    )


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
        return f"Scheduled for {entry.date.words()}."
    if entry.occurrence == "scheduled":
        known = "what became of it:" if events.outcomes(site, entry) else "whether it took place is not recorded."
        return f"Was due {entry.date.words()}; {known}"
    return ""


def _facts(site: Site, entry: Development) -> list[tuple[str, list[Link]]]:
    above = [relation.to for relation in entry.relations if relation.type == "part-of"]
    named = [use.target for use in site.corpus.uses[entry.path] if use.how in ("by", "speaker", "about", "actor")]
    return [
        ("Places", [site.link(id_) for id_ in entry.places]),
        ("Actors", [site.link(id_, short=True) for id_ in unique(named) if id_ in site.corpus.actors]),
        ("Themes", [site.link(id_) for id_ in entry.themes]),
        ("Part of", [site.link(id_) for id_ in above]),
    ]


def _relations(site: Site, entry: Development) -> Iterator[tuple[str, list[events.Event]]]:
    """Relations both ways, each kind under its own heading, in the order of the kinds."""
    there = [(relation, site.corpus.shown.get(relation.to)) for relation in entry.relations]
    here = site.corpus.answers.get(entry.id, [])
    for kind, (label, inverse) in words.RELATIONS.items():
        outward = [(other, relation.note) for relation, other in there if other and relation.type == kind]
        inward = [(other, relation.note) for other, relation in here if relation.type == kind]
        if label == inverse:
            known = {other.id for other, _ in outward}
            outward, inward = outward + [pair for pair in inward if pair[0].id not in known], []
        for heading, pairs in ((label, outward), (inverse, inward)):
            if pairs:
                pairs.sort(key=lambda pair: pair[0].order)
                yield heading, [events.event(site, other, [note] if note else []) for other, note in pairs]


def _backlinks(site: Site, entry: Development) -> list[events.Event]:
    """Who names this entry in its text, or speaks to its claims, with the sentence or the claim."""
    mentions: list[Mention] = [m for m in site.corpus.mentions.get(entry.id, []) if m.use.how == "link"]
    grouped: dict[str, list[str]] = {}
    for mention in mentions:
        grouped.setdefault(mention.entry.id, []).append(events.reason(site, mention))
    for claim in entry.claims.values():
        for mention in site.corpus.mentions.get(claim.reference, []):
            grouped.setdefault(mention.entry.id, []).append(events.reason(site, mention) or f"Speaks to: {claim.text}")
    grouped.pop(entry.id, None)
    shown = (site.corpus.shown.get(id_) for id_ in grouped)
    found = sorted(filter(None, shown), key=lambda other: other.order)
    return [events.event(site, other, unique(grouped[other.id])) for other in found]


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
