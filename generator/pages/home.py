"""The home page: what is new, what is contested, what comes next, and the shape of the collection."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator import links
from generator.corpus import Status
from generator.dates import day
from generator.model import Claim, Development
from generator.output import Page
from generator.site import Site
from generator.views import claims, events, histories, overview, sides

_NEW = 8
_CONTESTED = 5
_HISTORIES = 5
# Names in one side of a contested claim; the others stand with the claim.
_VOICES = 4


@dataclass(frozen=True, slots=True)
class Contest:
    """A contested claim with those who assert and those who deny it, and what is to be known first of its status."""

    text: str
    address: str
    remarks: list[str]
    sides: list[sides.Side]


def landing(site: Site) -> Iterator[Page]:
    """The one page."""
    shown = list(site.corpus.shown.values())
    scheduled = [entry for entry in shown if entry.occurrence == "scheduled"]
    coming = [entry for entry in scheduled if events.is_ahead(site, entry)]
    due = [entry for entry in scheduled if entry not in coming and not events.outcomes(site, entry)]
    contested = _contested(site)
    yield site.page(
        "home.html",
        links.HOME,
        "Who says what, and how sure it is",
        "home",
        description=_lead(shown),
        landing=True,
        lead=_lead(shown),
        as_of=day(site.corpus.day),
        strip=overview.strip(site, links.HOME),
        new=_rows(site, _newest(shown)),
        contested=[_contest(site, claim) for claim in contested[:_CONTESTED]],
        contested_count=len(contested),
        voices=_VOICES,
        coming=_rows(site, coming),
        due=_rows(site, due),
        histories=histories.longest(site, _HISTORIES),
        counts=_counts(site),
    )


def _rows(site: Site, entries: list[Development]) -> list[events.Event]:
    return [events.event(site, entry) for entry in entries]


def _lead(shown: list[Development]) -> str:
    count = f"{len(shown)} developments" if len(shown) != 1 else "One development"
    return f"{count}. Every claim with who says it, who denies it, from which source, and how independent they are."


def _newest(shown: list[Development]) -> list[Development]:
    """Last changed first; of one day, the latest in time first."""
    return sorted(shown, key=lambda entry: (entry.updated.latest, entry.date.anchor, entry.id), reverse=True)[:_NEW]


def _contested(site: Site) -> list[Claim]:
    """Contested claims, those with the newest statements first."""
    rows, assess = site.corpus.rows, site.corpus.assess
    found = [claim for claim in site.corpus.shown_claims.values() if assess(claim).status is Status.CONTESTED]
    return sorted(found, key=lambda claim: (rows[claim.reference][-1].day, claim.reference), reverse=True)


def _contest(site: Site, claim: Claim) -> Contest:
    badge = claims.badge(site, site.corpus.assess(claim))
    taken = [side for side in sides.sides(site, claim) if side.stance.word in ("asserts", "denies")]
    return Contest(claim.text, links.claim(claim.reference), badge.remarks[:1], taken)


def _counts(site: Site) -> list[tuple[str, int, str]]:
    corpus = site.corpus
    return [
        ("Developments", len(corpus.shown), links.CHRONOLOGY),
        ("Claims", len(corpus.shown_claims), links.LEDGER),
        ("Statements", sum(len(entry.statements) for entry in corpus.shown.values()), links.LEDGER),
        ("Sources", sum(len(entry.sources) for entry in corpus.shown.values()), links.INDEXES["publishers"]),
        ("Actors", len(corpus.actors), links.INDEXES["actors"]),
        ("Places", len(corpus.places), links.MAP),
    ]
