"""The history of a question: every statement on a claim in order, in its own words, and how its status turned."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator import links, words
from generator.charts import history as strip
from generator.corpus import Row, Status
from generator.dates import day as calendar_day
from generator.diagnostics import handling
from generator.model import Claim, Development, Entry
from generator.output import Page
from generator.site import Citations, Site
from generator.views import claims, matrix, sources, stands, voices


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
    for entry in site.corpus.shown.values():
        yield from of_entry(site, entry)


def of_entry(site: Site, entry: Entry) -> Iterator[Page]:
    """Those of one entry, if it is a development that readers see."""
    if isinstance(entry, Development) and entry.id in site.corpus.shown:
        for claim in entry.claims.values():
            if site.corpus.has_history(claim):
                with handling(entry.path):
                    yield _page(site, claim)


def _page(site: Site, claim: Claim) -> Page:
    path, citations = links.history(claim.reference), Citations()
    turns = list(_turns(site, claim, citations))
    home = site.corpus.developments[claim.entry]
    badge = claims.badge(site, site.corpus.assess(claim))
    listed = sources.cited(site, citations)
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
        matrix=matrix.address(site, home),
        changes=[(calendar_day(day), badge) for day, badge in claims.changes(site, claim)],
        strip=_strip(site, claim, path),
        voices=voices.voices(site, claim),
        unheard=voices.unheard(site, claim),
        unanswered=voices.unanswered(site, claim),
        turns=turns,
        first=turns[0].row.date,
        last=turns[-1].row.date,
        sources=listed,
        usual_day=sources.usual_day(listed),
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


def _strip(site: Site, claim: Claim, path: str) -> Markup:
    said = [
        strip.Said(row.day, site.corpus.name(row.voice), *_sign(row), f"{path}#statement-{number}")
        for number, row in enumerate(site.corpus.rows[claim.reference], 1)
    ]
    turns = [strip.Turn(day, badge.code, badge.label.sign, badge.status) for day, badge in claims.changes(site, claim)]
    return strip.draw(said, turns, path)


def _sign(row: Row) -> tuple[str, str, str]:
    """The code, sign and word of a statement in the strip, where a figure is a sign alone."""
    if row.statement.value:
        return stands.code(row), words.STATUSES[Status.FIGURES].sign, "gives a figure"
    return (row.stance, *words.STANCES[row.stance][1::-1])
