"""Disagreements: what voices contradict each other about, what was settled, and what only one side says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator import links
from generator.corpus import Status
from generator.model import Claim
from generator.output import Page
from generator.site import Site
from generator.views import groups, matrix, stands
from generator.views.groups import Item

_SETTLED = 40
_LEAD = "What one voice asserts and another denies, what they agree on since, and what only one side says."


@dataclass(frozen=True, slots=True)
class Settled:
    """A claim that was contested once, with its statuses in words."""

    item: Item
    since: str


def pages(site: Site) -> Iterator[Page]:
    """The one page."""
    found = list(site.corpus.shown_claims.values())
    contested = [claim for claim in found if site.corpus.assess(claim).status is Status.CONTESTED]
    settled = [claim for claim in found if _is_settled(site, claim)]
    yield site.page(
        "disagreements.html",
        links.DISAGREEMENTS,
        "Disagreements",
        "claims",
        description=_LEAD,
        lead=_LEAD,
        contested=groups.gather(
            site, ((claim, _sides(site, claim)) for claim in matrix.by_dispute(site, contested)[::-1])
        ),
        settled=[
            Settled(groups.item(site, claim), stands.since(site, claim))
            for claim in matrix.by_dispute(site, settled)[:_SETTLED]
        ],
        declared=groups.gather(
            site, ((claim, [_taking(site, claim, "asserts")]) for claim in found if _is_declared(site, claim))
        ),
        of_others=groups.gather(site, _of_others(site, found)),
        ledger=links.LEDGER,
    )


def _sides(site: Site, claim: Claim) -> list[list[str]]:
    """The voices that assert a claim and those that deny it, whichever comes first by name: so opponents meet."""
    return sorted(_taking(site, claim, stance) for stance in ("asserts", "denies"))


def _taking(site: Site, claim: Claim, stance: str) -> list[str]:
    positions = site.corpus.assess(claim).positions
    return sorted(voice for voice, row in positions.items() if row.stance == stance)


def _is_settled(site: Site, claim: Claim) -> bool:
    statuses = [was.status for _, was in site.corpus.history(claim)]
    return Status.CONTESTED in statuses[:-1] and statuses[-1] is not Status.CONTESTED


def _is_declared(site: Site, claim: Claim) -> bool:
    return site.corpus.assess(claim).status is Status.DECLARED


def _of_others(site: Site, found: list[Claim]) -> Iterator[tuple[Claim, list[Iterable[str]]]]:
    """What one actor asserts of others of whom nothing is recorded; outlets are no side."""
    for claim in found:
        parties, asserting = site.corpus.parties(claim), _taking(site, claim, "asserts")
        heard = {row.voice for row in site.corpus.rows[claim.reference]}
        if len(asserting) == 1 and asserting[0] in site.corpus.actors and parties and not parties & heard:
            yield claim, [asserting, parties]
