"""Who says what: claims in rows, voices in columns, and in a cell the voice's position with its day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator import links, words
from generator.model import Claim, Development, Entry, Theme
from generator.site import Link, Site
from generator.views import claims, stands
from generator.views.stands import Stand

# Of fewer claims there is nothing to compare.
LEAST = 3
# As many columns as can be read beside the claims on a screen of 1,280 pixels.
COLUMNS = 7
# Of many voices, one with a smaller share of the claims than this would have a column of dashes.
_SPARSE = 8


@dataclass(frozen=True, slots=True)
class Cell:
    """A voice's position on a claim, or None where none is recorded; a party would be admitting the claim."""

    voice: str
    stand: Stand | None
    is_party: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A claim with a cell for each column, and the positions of those without a column."""

    claim: Claim
    address: str
    home: str
    badge: claims.Badge
    statuses: str
    cells: tuple[Cell, ...]
    others: tuple[Stand, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """`voices` have a column, `others` have none."""

    voices: tuple[Link, ...]
    others: tuple[str, ...]
    lines: tuple[Line, ...]


def of_claims(site: Site, found: Sequence[Claim]) -> Matrix:
    """The matrix of some claims, in their order, with columns for the voices that say or would have to say most."""
    stood = {claim.reference: stands.stands(site, claim) for claim in found}
    columns, others = _voices(site, found, stood)
    lines = [_line(site, claim, stood[claim.reference], columns) for claim in found]
    return Matrix(
        tuple(site.link(voice, short=True) for voice in columns),
        tuple(sorted((site.corpus.name(voice) for voice in others), key=str.casefold)),
        tuple(lines),
    )


def _voices(site: Site, found: Iterable[Claim], stood: dict[str, list[Stand]]) -> tuple[list[str], list[str]]:
    """Voices with a column, by the number of claims that they speak to or are a party of; and those without one."""
    counts: Counter[str] = Counter()
    for claim in found:
        counts.update(site.corpus.parties(claim) | {stand.voice for stand in stood[claim.reference]})
    ranked = sorted(counts, key=lambda voice: (-counts[voice], voice))
    least = max(2, len(stood) / _SPARSE) if len(ranked) > COLUMNS else 0
    columns = [voice for voice in ranked if counts[voice] >= least][:COLUMNS]
    spoken = {stand.voice for positions in stood.values() for stand in positions}
    return columns, [voice for voice in ranked if voice in spoken and voice not in columns]


def _line(site: Site, claim: Claim, positions: list[Stand], columns: list[str]) -> Line:
    by_voice = {stand.voice: stand for stand in positions}
    parties = site.corpus.parties(claim)
    return Line(
        claim=claim,
        address=links.claim(claim.reference),
        home=site.corpus.developments[claim.entry].title,
        badge=claims.badge(site, site.corpus.assess(claim)),
        statuses=stands.statuses(site, claim),
        cells=tuple(Cell(site.corpus.name(voice), by_voice.get(voice), is_party=voice in parties) for voice in columns),
        others=tuple(stand for stand in positions if stand.voice not in columns),
    )


def address(site: Site, entry: Entry) -> str:
    """The page of the matrix of a theme or a development; empty where it has none."""
    return links.matrix(site.address(entry)) if has_matrix(site, claims_of(site, entry)) else ""


def ways(site: Site, entry: Entry) -> list[Link]:
    """The link to that page, for the facts of an entry; none where there is no such page."""
    found = address(site, entry)
    return [Link(f"Who says what on {len(claims_of(site, entry))} claims", found)] if found else []


def claims_of(site: Site, entry: Entry) -> list[Claim]:
    """The claims that a theme's or a development's matrix compares."""
    if isinstance(entry, Theme):
        return site.corpus.claims_of_theme.get(entry.id, [])
    return list(entry.claims.values()) if isinstance(entry, Development) else []


def has_matrix(site: Site, found: Sequence[Claim]) -> bool:
    """Whether there is anything to compare: three claims or more, and two voices at least that speak to them."""
    return len(found) >= LEAST and len({voice for claim in found for voice in site.corpus.assess(claim).positions}) > 1


def by_dispute(site: Site, found: Iterable[Claim]) -> list[Claim]:
    """What is disputed first, then by status; of one status, what was last spoken to first."""

    def order(claim: Claim) -> tuple[int, int, str]:
        rows = site.corpus.rows[claim.reference]
        last = rows[-1].day.toordinal() if rows else 0
        return (words.STATUS_ORDER.index(site.corpus.assess(claim).status), -last, claim.reference)

    return sorted(found, key=order)
