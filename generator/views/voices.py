"""A question voice by voice: how each turned, and what was asked of whom and never answered."""

from __future__ import annotations

from dataclasses import dataclass

from generator import words
from generator.corpus import Row
from generator.model import Claim
from generator.site import Link, Site
from generator.views import stands


@dataclass(frozen=True, slots=True)
class Turn:
    """A position, with the day and the number (from 1) of the statement by which it was taken."""

    code: str
    words: str
    date: str
    number: int


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice with its positions in order, and the number of its statements; a party would be admitting the claim."""

    link: Link
    is_party: bool
    statements: int
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """That somebody was asked and would not say; `later` is the position that this voice took in the end, if any."""

    who: Link
    date: str
    number: int
    later: Turn | None


def voices(site: Site, claim: Claim) -> list[Voice]:
    """Each voice, parties first, in the order in which they first spoke."""
    rows, parties = site.corpus.rows[claim.reference], site.corpus.parties(claim)
    taken: dict[str, list[Row]] = {}
    for row in site.corpus.taken(claim):
        taken.setdefault(row.voice, []).append(row)
    numbers = _numbers(rows)
    found = [
        Voice(
            link=site.link(voice, short=True),
            is_party=voice in parties,
            statements=sum(row.voice == voice for row in rows),
            turns=tuple(_turn(claim, row, numbers) for row in stands.turns(own)),
        )
        for voice, own in taken.items()
    ]
    return sorted(found, key=lambda voice: not voice.is_party)


def unheard(site: Site, claim: Claim) -> list[Link]:
    """The parties of which no statement is recorded."""
    heard = {row.voice for row in site.corpus.rows[claim.reference]}
    return [site.link(voice, short=True) for voice in sorted(site.corpus.parties(claim) - heard)]


def unanswered(site: Site, claim: Claim) -> list[Question]:
    """Every refusal to answer, in order."""
    rows = site.corpus.rows[claim.reference]
    numbers, taken = _numbers(rows), site.corpus.taken(claim)
    found = []
    for row in rows:
        if row.stance == "silent":
            after = (
                said for said in taken if said.voice == row.voice and said.stance != "silent" and said.order > row.order
            )
            answer = next(after, None)
            later = _turn(claim, answer, numbers) if answer else None
            found.append(Question(site.link(row.by, short=True), _date(row), numbers[_key(row)], later))
    return found


def _turn(claim: Claim, row: Row, numbers: dict[tuple[str, int, str], int]) -> Turn:
    return Turn(stands.code(row), stands.position(row, claim), _date(row), numbers[_key(row)])


def _date(row: Row) -> str:
    return words.brief(row.entry.date_of(row.statement).words())


def _numbers(rows: list[Row]) -> dict[tuple[str, int, str], int]:
    return {_key(row): number for number, row in enumerate(rows, 1)}


def _key(row: Row) -> tuple[str, int, str]:
    return (row.entry.id, row.number, row.by)
