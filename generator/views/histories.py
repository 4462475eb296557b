"""Which claims have been spoken to most: the ways to their histories."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator import links
from generator.model import Claim
from generator.site import Site
from generator.views import claims


@dataclass(frozen=True, slots=True)
class Question:
    """A claim with a page of its own, and how many statements that page tells of."""

    text: str
    address: str
    statements: int
    badge: claims.Badge


def longest(site: Site, count: int, found: Iterable[Claim] | None = None) -> list[Question]:
    """The claims with most statements, of all or of some claims; fewer than `count` where not enough have a history."""
    among = site.corpus.shown_claims.values() if found is None else found
    told = [claim for claim in among if site.corpus.has_history(claim)]
    told.sort(key=lambda claim: (-len(site.corpus.rows[claim.reference]), claim.reference))
    return [_question(site, claim) for claim in told[:count]]


def _question(site: Site, claim: Claim) -> Question:
    return Question(
        text=claim.text,
        address=links.history(claim.reference),
        statements=len(site.corpus.rows[claim.reference]),
        badge=claims.badge(site, site.corpus.assess(claim)),
    )
