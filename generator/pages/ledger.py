"""The ledger: every claim with its status and each voice's position, contested first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator import links, listing, words
from generator.corpus import Status
from generator.model import Claim
from generator.output import Page
from generator.site import Site
from generator.views import ledger_lines, matrix, stands
from generator.views.ledger_lines import Line

# Claims on one page: at some 590 bytes a claim it stays below 200 KB with its frame.
_LIMIT = 300
# Of a ledger in parts: the contested claims before the ways to the parts.
_CONTESTED = 40


def landing(site: Site) -> Iterator[Page]:
    """The ledger, or where it is too long what is contested and the way to the parts."""
    found, parts = list(site.corpus.shown_claims.values()), _parts(site)
    contested = [claim for claim in found if site.corpus.assess(claim).status is Status.CONTESTED]
    shown = matrix.by_dispute(site, contested)[:_CONTESTED] if parts else found
    yield _page(
        site,
        links.LEDGER,
        "Claims",
        shown,
        lead=_lead(len(found), is_whole=not parts),
        landing=True,
        more=[(f"claims/{part.key}.html", part.label, len(part.rows)) for part in parts],
    )


def pages(site: Site) -> Iterator[Page]:
    """The parts of a long ledger, by the date of the developments."""
    for part in _parts(site):
        title = f"Claims of {part.label}"
        yield _page(site, f"claims/{part.key}.html", title, part.rows, lead=_lead(len(part.rows), is_whole=True))


def _lead(count: int, *, is_whole: bool) -> str:
    counted = f"{count:,} claims" if count != 1 else "One claim"
    what = "what is contested first" if is_whole else "of which the contested ones that were last spoken to stand here"
    return f"{counted}, {what}. A status is computed from the statements recorded, never typed."


def _parts(site: Site) -> list[listing.Part[Claim]]:
    return listing.split(
        list(site.corpus.shown_claims.values()),
        lambda claim: site.corpus.developments[claim.entry].date.anchor,
        _LIMIT,
    )


def _page(site: Site, path: str, title: str, found: Iterable[Claim], *, lead: str, **values: object) -> Page:
    shown = list(found)
    more = values.setdefault("more", [])
    return site.page(
        "ledger.html",
        path,
        title,
        "claims",
        description=lead,
        lead=lead,
        span=None if more else stands.span(site, shown),
        groups=_groups(site, shown),
        **values,
    )


def _groups(site: Site, found: list[Claim]) -> list[tuple[Status, words.Label, list[Line]]]:
    """Every status with its claims, also where there are none: as of another day there may be some."""
    by_status: dict[Status, list[Line]] = {status: [] for status in words.STATUS_ORDER}
    for claim in found:
        by_status[site.corpus.assess(claim).status].append(ledger_lines.line(site, claim))
    return [(status, words.STATUSES[status], lines) for status, lines in by_status.items()]
