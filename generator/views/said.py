"""What was said at a development: the words, whose they are, and towards which claims they take which stance."""

from __future__ import annotations

from dataclasses import dataclass

from generator import links, words
from generator.model import Development, Words
from generator.site import Citations, Link, Site
from generator.views import claims


@dataclass(frozen=True, slots=True)
class StanceView:
    """Towards which claim a statement takes which stance; a claim of the same page shows its status itself."""

    stance: words.Label
    value: str
    text: str
    address: str
    badge: claims.Badge | None


@dataclass(frozen=True, slots=True)
class SaidView:
    """A statement or quotation with its words."""

    anchor: str
    said: Words
    date: str
    who: list[Link]
    speaker: Link | None
    numbers: list[tuple[str, int]]
    quote: claims.Quote | None
    stances: list[StanceView]
    based_on: Link | None


def of_statement(site: Site, entry: Development, number: int, citations: Citations) -> SaidView:
    """The nth statement of an entry, from 0."""
    said = entry.statements[number]
    stances = []
    for reference in said.claim:
        if claim := site.corpus.claim(reference, entry.id):
            stance = said.stance or "asserts"
            elsewhere = claim.entry != entry.id
            badge = claims.badge(site, site.corpus.assess(claim)) if elsewhere else None
            stances.append(
                StanceView(
                    words.STANCES[stance], claims.figure(said, claim), claim.text, links.claim(claim.reference), badge
                )
            )
    based_on = site.link(said.based_on) if said.based_on and said.based_on not in site.corpus.sources else None
    return _said(site, entry, links.statement_anchor(number), said, citations, stances, based_on)


def of_quotation(site: Site, entry: Development, number: int, citations: Citations) -> SaidView:
    """The nth quotation of an entry, from 0."""
    said = entry.quotations[number]
    return _said(site, entry, f"quotation-{number + 1}", said, citations, [], None)


def _said(
    site: Site,
    entry: Development,
    anchor: str,
    said: Words,
    citations: Citations,
    stances: list[StanceView],
    based_on: Link | None,
) -> SaidView:
    return SaidView(
        anchor=anchor,
        said=said,
        date=entry.date_of(said).words(),
        who=[site.link(id_) for id_ in said.by],
        speaker=claims.speaker(site, said),
        numbers=[(id_, citations.number(id_)) for id_ in said.source],
        quote=claims.quote(site, said),
        stances=stances,
        based_on=based_on,
    )
