"""The ledger: every claim with its status and each voice's position, contested first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator import links, listing, words
from generator.corpus import Row
from generator.model import Claim
from generator.output import Page
from generator.site import Site
from generator.views import claims

_LEAD = "Every claim, what is contested first. A status is computed from the statements recorded, never typed."


@dataclass(frozen=True, slots=True)
class Stand:
    """A voice's position on a claim."""

    row: claims.RowView
    voice: str


@dataclass(frozen=True, slots=True)
class Line:
    """A claim as a row of the ledger."""

    claim: Claim
    badge: claims.Badge
    address: str
    home: str
    positions: list[Stand]


def landing(site: Site) -> Iterator[Page]:
    """The ledger, or where it is too long the way to its parts."""
    parts = _parts(site)
    more = [(f"claims/{part.key}.html", part.label, len(part.rows)) for part in parts]
    found = [] if parts else list(site.corpus.shown_claims.values())
    yield _page(site, links.LEDGER, "Claims", found, more, landing=True)


def pages(site: Site) -> Iterator[Page]:
    """The parts of a long ledger, by the date of the developments."""
    for part in _parts(site):
        yield _page(site, f"claims/{part.key}.html", f"Claims of {part.label}", list(part.rows), [], landing=False)


def _parts(site: Site) -> list[listing.Part[Claim]]:
    return listing.split(
        list(site.corpus.shown_claims.values()), lambda claim: site.corpus.developments[claim.entry].date.anchor
    )


def _page(
    site: Site, path: str, title: str, found: list[Claim], more: list[tuple[str, str, int]], *, landing: bool
) -> Page:
    groups = list(_groups(site, found))
    return site.page(
        "ledger.html", path, title, "claims", description=_LEAD, landing=landing, lead=_LEAD, groups=groups, more=more
    )


def _groups(site: Site, found: list[Claim]) -> Iterator[tuple[words.Label, list[Line]]]:
    by_status: dict[str, list[Claim]] = {}
    for claim in found:
        by_status.setdefault(site.corpus.assess(claim).status, []).append(claim)
    for status in words.STATUS_ORDER:
        if status in by_status:
            yield words.STATUSES[status], [line(site, claim) for claim in by_status[status]]


def line(site: Site, claim: Claim) -> Line:
    """A claim with the last position of each voice."""
    return Line(
        claim=claim,
        badge=claims.badge(site, site.corpus.assess(claim)),
        address=links.claim(claim.reference),
        home=site.corpus.developments[claim.entry].title,
        positions=[_stand(site, claim, row) for row in claims.positions(site, claim)],
    )


def _stand(site: Site, claim: Claim, row: Row) -> Stand:
    return Stand(claims.row(site, claim, row), site.corpus.name(row.voice))
