"""The voices on a claim by the side that they took last: who asserts it, who denies it, who leaves it open."""

from __future__ import annotations

from dataclasses import dataclass

from generator import links, words
from generator.corpus import Row
from generator.model import Claim
from generator.site import Site
from generator.views import claims


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice with the day and the address of the statement by which it took its position."""

    name: str
    date: str
    address: str
    value: str


@dataclass(frozen=True, slots=True)
class Side:
    """A stance with the voices that took it, in the order in which they did."""

    stance: words.Label
    voices: list[Voice]


def sides(site: Site, claim: Claim) -> list[Side]:
    """The sides on a claim, in the order of the stances; of a figure, those who give one count as asserting it."""
    rows = claims.positions(site, claim)
    found = ((label, [row for row in rows if row.stance == stance]) for stance, label in words.STANCES.items())
    return [Side(label, [_voice(site, claim, row) for row in taken]) for label, taken in found if taken]


def _voice(site: Site, claim: Claim, row: Row) -> Voice:
    return Voice(
        name=site.corpus.name(row.by),
        date=words.brief(row.entry.date_of(row.statement).words()),
        address=links.statement(row.entry.id, row.number),
        value=claims.figure(row.statement, claim),
    )
