"""The history of a question: every statement on a claim in order, in its own words, and how its status turned."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator import links
from generator.dates import day as calendar_day
from generator.diagnostics import handling
from generator.model import Claim
from generator.output import Page
from generator.site import Citations, Site
from generator.views import claims, sources


@dataclass(frozen=True, slots=True)
class Turn:
    """A statement, and the status from that day on where it is the last of a day on which the status changed."""

    anchor: str
    row: claims.RowView
    quote: claims.Quote | None
    note: str
    day: str
    badge: claims.Badge | None


def pages(site: Site) -> Iterator[Page]:
    """A page for each claim with five statements or more."""
    for claim in site.corpus.shown_claims.values():
        if site.corpus.has_history(claim):
            with handling(site.corpus.developments[claim.entry].path):
                yield _page(site, claim)


def _page(site: Site, claim: Claim) -> Page:
    path, citations = links.history(claim.reference), Citations()
    turns = list(_turns(site, claim, citations))
    home = site.corpus.developments[claim.entry]
    badge = claims.badge(site, site.corpus.assess(claim))
    entries = {row.entry.id: row.entry for row in site.corpus.rows[claim.reference]}
    return site.page(
        "history.html",
        path,
        claim.text,
        "claims",
        description=f"History of a question: {'; '.join([badge.status, *badge.remarks[:1]])}.",
        updated=max(entry.updated.latest for entry in (home, *entries.values())),
        claim=claim,
        badge=badge,
        home=site.link(home.id),
        about=[site.link(id_, short=True) for id_ in claim.about],
        changes=[(calendar_day(day), badge) for day, badge in claims.changes(site, claim)],
        turns=turns,
        first=turns[0].row.date,
        last=turns[-1].row.date,
        sources=sources.cited(site, citations),
    )


def _turns(site: Site, claim: Claim, citations: Citations) -> Iterator[Turn]:
    changes = dict(claims.changes(site, claim))
    rows = site.corpus.rows[claim.reference]
    for number, row in enumerate(rows):
        ends_day = number + 1 == len(rows) or rows[number + 1].day != row.day
        yield Turn(
            anchor=f"statement-{number + 1}",
            row=claims.row(site, claim, row, citations),
            quote=claims.quote(site, row.statement),
            note=row.statement.note or "",
            day=calendar_day(row.day),
            badge=changes.get(row.day) if ends_day else None,
        )
