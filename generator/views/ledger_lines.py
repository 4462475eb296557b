"""Claims as rows of a ledger: status, how it was before, and each voice's position."""

from __future__ import annotations

from dataclasses import dataclass

from generator import links
from generator.model import Claim
from generator.site import Site
from generator.views import claims, stands


@dataclass(frozen=True, slots=True)
class Line:
    """A claim as a row of the ledger; `since` and `statuses` tell how its status was before."""

    claim: Claim
    badge: claims.Badge
    address: str
    home: str
    history: str
    statements: int
    since: str
    statuses: str
    positions: list[stands.Stand]


def line(site: Site, claim: Claim) -> Line:
    """A claim with the position of each voice."""
    return Line(
        claim=claim,
        badge=claims.badge(site, site.corpus.assess(claim)),
        address=links.claim(claim.reference),
        home=site.corpus.developments[claim.entry].title,
        history=links.history(claim.reference) if site.corpus.has_history(claim) else "",
        statements=len(site.corpus.rows[claim.reference]),
        since=stands.since(site, claim),
        statuses=stands.statuses(site, claim),
        positions=stands.stands(site, claim),
    )
