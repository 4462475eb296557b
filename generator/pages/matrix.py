"""Who says what, side by side: a page for each theme and each development whose claims several voices speak to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator import links, words
from generator.diagnostics import handling
from generator.model import Claim, Development, Entry, Theme
from generator.output import Page
from generator.site import Link, Site
from generator.views import histories, ledger_lines, lists, matrix, stands
from generator.views.more import Further

_HISTORIES = 40
_DEVELOPMENTS = 40
_LEAD = "Claims beside each other, with the position of each voice; and the questions to which most has been said."


@dataclass(frozen=True, slots=True)
class Way:
    """The way to a matrix, with the number of claims in it."""

    title: str
    address: str
    claims: int


def pages(site: Site) -> Iterator[Page]:
    """The way to all, the matrices of developments, and those of themes with their further parts."""
    yield _ways_page(site)
    entries: list[Development | Theme] = [*site.corpus.shown.values(), *site.corpus.themes.values()]
    for entry in entries:
        yield from of_entry(site, entry)


def of_entry(site: Site, entry: Entry) -> Iterator[Page]:
    """Those of one entry, if it is a theme or a development that readers see."""
    if isinstance(entry, Theme) or (isinstance(entry, Development) and entry.id in site.corpus.shown):
        found = matrix.claims_of(site, entry)
        if matrix.has_matrix(site, found):
            with handling(entry.path):
                yield from _of(site, entry, found)


def _ways_page(site: Site) -> Page:
    developments = sorted(_ways(site, site.corpus.shown.values()), key=lambda way: (-way.claims, way.address))
    return site.page(
        "who_says_what.html",
        links.COMPARED,
        "Who says what",
        "claims",
        description=_LEAD,
        lead=_LEAD,
        themes=list(_ways(site, site.corpus.themes.values())),
        developments=developments[:_DEVELOPMENTS],
        histories=histories.longest(site, _HISTORIES),
    )


def _ways(site: Site, entries: Iterable[Development | Theme]) -> Iterator[Way]:
    for entry in entries:
        if address := matrix.address(site, entry):
            yield Way(entry.title, address, len(matrix.claims_of(site, entry)))


def _of(site: Site, entry: Development | Theme, found: list[Claim]) -> Iterator[Page]:
    path = links.matrix(site.address(entry))
    more = lists.matrix_parts(site, entry)
    yield _page(site, entry, path, f"Who says what: {entry.title}", found, more)
    for address, part in more.parts:
        yield _page(site, entry, address, f"Who says what: {entry.title}, {part.label}", part.rows)


def _page(
    site: Site,
    entry: Development | Theme,
    path: str,
    title: str,
    found: Sequence[Claim],
    more: Further[Claim] | None = None,
) -> Page:
    shown = [] if more else matrix.by_dispute(site, found)
    compared, alone = _parted(site, shown) if isinstance(entry, Theme) else (list(found), [])
    table = matrix.of_claims(site, compared)
    return site.page(
        "matrix.html",
        path,
        title,
        "themes" if isinstance(entry, Theme) else "chronology",
        description=f"{title}. {len(found)} claims, and the position of each voice on them.",
        count=len(found),
        whole=Link(entry.title, site.address(entry)),
        more=more.links if more else [],
        span=stands.span(site, shown),
        matrix=table,
        others=words.joined(table.others) if table.others else "",
        alone=[ledger_lines.line(site, claim) for claim in alone],
    )


def _parted(site: Site, found: list[Claim]) -> tuple[list[Claim], list[Claim]]:
    """Claims to which several voices speak, and those to which one does, by that voice."""
    alone = [claim for claim in found if len(site.corpus.assess(claim).positions) == 1]
    alone.sort(key=lambda claim: site.corpus.name(next(iter(site.corpus.assess(claim).positions))).casefold())
    single = {claim.reference for claim in alone}
    return [claim for claim in found if claim.reference not in single], alone
