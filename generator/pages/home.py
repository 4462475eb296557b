"""The home page: what is new, what is contested, what comes next, and the shape of the collection."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator import links, listing
from generator.corpus import Row, Status
from generator.model import Claim, Development
from generator.output import Page
from generator.site import Site
from generator.views import claims, events

_NEW = 8
_CONTESTED = 8


@dataclass(frozen=True, slots=True)
class Contest:
    """A contested claim with the positions on both sides."""

    text: str
    address: str
    remarks: list[str]
    positions: list[tuple[claims.RowView, str]]


def landing(site: Site) -> Iterator[Page]:
    """The one page."""
    shown = list(site.corpus.shown.values())
    scheduled = [entry for entry in shown if entry.occurrence == "scheduled"]
    coming = [entry for entry in scheduled if events.is_ahead(site, entry)]
    due = [entry for entry in scheduled if entry not in coming and not events.outcomes(site, entry)]
    past = [entry for entry in shown if entry not in coming]
    years = listing.by_year(past, lambda entry: entry.date.anchor)
    yield site.page(
        "home.html",
        links.HOME,
        "Who says what, and how sure it is",
        "home",
        description=_lead(shown),
        landing=True,
        lead=_lead(shown),
        new=[events.event(site, entry) for entry in _newest(shown)],
        contested=[_contest(site, claim) for claim in _contested(site)],
        coming=[events.event(site, entry) for entry in coming],
        due=[events.event(site, entry) for entry in due],
        counts=_counts(site),
        years=[(part.label, links.chronology(part.key), len(part.rows)) for part in years],
        changes_address=links.CHANGES,
        ledger_address=links.LEDGER,
    )


def _lead(shown: list[Development]) -> str:
    count = f"{len(shown)} developments" if len(shown) != 1 else "One development"
    return f"{count}. Every claim with who says it, who denies it, from which source, and how independent they are."


def _newest(shown: list[Development]) -> list[Development]:
    """Last changed first; of one day, the latest in time first."""
    return sorted(shown, key=lambda entry: (entry.updated.latest, entry.date.anchor, entry.id), reverse=True)[:_NEW]


def _contested(site: Site) -> list[Claim]:
    """Contested claims, those with the newest statements first."""
    found = [
        claim for claim in site.corpus.shown_claims.values() if site.corpus.assess(claim).status is Status.CONTESTED
    ]
    return sorted(found, key=lambda claim: (site.corpus.rows[claim.reference][-1].day, claim.reference), reverse=True)[
        :_CONTESTED
    ]


def _contest(site: Site, claim: Claim) -> Contest:
    badge = claims.badge(site, site.corpus.assess(claim))
    rows = [row for row in claims.positions(site, claim) if row.stance in ("asserts", "denies")]
    return Contest(claim.text, links.claim(claim.reference), badge.remarks, [_stand(site, claim, row) for row in rows])


def _stand(site: Site, claim: Claim, row: Row) -> tuple[claims.RowView, str]:
    return claims.row(site, claim, row), site.corpus.name(row.voice)


def _counts(site: Site) -> list[tuple[str, int, str]]:
    corpus = site.corpus
    return [
        ("Developments", len(corpus.shown), links.CHRONOLOGY),
        ("Claims", len(corpus.shown_claims), links.LEDGER),
        ("Statements", sum(len(entry.statements) for entry in corpus.shown.values()), links.LEDGER),
        ("Sources", sum(len(entry.sources) for entry in corpus.shown.values()), links.INDEXES["publishers"]),
        ("Actors", len(corpus.actors), links.INDEXES["actors"]),
        ("Places", len(corpus.places), links.INDEXES["places"]),
    ]
