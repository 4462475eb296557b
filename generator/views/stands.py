"""Each voice's position on a claim, and what it and the claim's status were on earlier days.

The earlier ones go into attributes, from which a script shows a page as of another day. They are written short, because
a page holds hundreds: items parted by `;`, oldest first, and fields by `|`. The last item has a day alone: from that
day on it was as the page says. What the script can read off the page is left out.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator import links, words
from generator.corpus import Row, Status
from generator.dates import day
from generator.model import Claim
from generator.site import Site
from generator.views import claims


@dataclass(frozen=True, slots=True)
class Stand:
    """A voice's position on a claim: `code` is the stance, or `figure`; `days` are its earlier positions."""

    voice: str
    name: str
    code: str
    words: str
    date: str
    address: str
    days: str


@dataclass(frozen=True, slots=True)
class Span:
    """The days as of which claims can be shown, from the first statement to the collection's own day."""

    first: datetime.date
    last: datetime.date

    @property
    def words(self) -> str:
        """The last of them as a reader says it."""
        return day(self.last)


def span(site: Site, found: Iterable[Claim]) -> Span | None:
    """The days that make a difference for some claims, or None where nothing was said."""
    days = [rows[0].day for claim in found if (rows := site.corpus.rows[claim.reference])]
    return Span(min(days), site.corpus.day) if days else None


def stands(site: Site, claim: Claim) -> list[Stand]:
    """The position of each voice, oldest first."""
    own: dict[str, list[Row]] = {}
    for row in site.corpus.taken(claim):
        own.setdefault(row.voice, []).append(row)
    return [_stand(site, claim, rows) for rows in sorted(own.values(), key=lambda rows: rows[-1].order)]


def _stand(site: Site, claim: Claim, rows: list[Row]) -> Stand:
    last = rows[-1]
    return Stand(
        voice=last.voice,
        name=site.corpus.name(last.voice),
        code=code(last),
        words=position(last, claim),
        date=words.brief(last.entry.date_of(last.statement).words()),
        address=links.statement(last.entry.id, last.number),
        days=_days(claim, rows),
    )


def _days(claim: Claim, rows: list[Row]) -> str:
    """The earlier positions and the day of the last one; empty where there is one, on a day that its date names."""
    last = rows[-1]
    earlier = [_earlier(row, claim) for row in turns(rows) if row is not last]
    if not earlier and last.entry.date_of(last.statement).words() == day(last.day):
        return ""
    return ";".join([*earlier, last.day.isoformat()])


def turns(rows: Sequence[Row]) -> Iterator[Row]:
    """Of one voice's statements the first of each position: later ones that repeat it are left out."""
    for _, same in groupby(rows, lambda row: row.statement.value or row.stance):
        yield next(same)


def code(row: Row) -> str:
    """The stance of a statement, or `figure`: by this word styles and scripts know it."""
    return "figure" if row.statement.value else row.stance


def position(row: Row, claim: Claim) -> str:
    """The stance in a word, or the figure."""
    return claims.figure(row.statement, claim) or words.STANCES[row.stance].word


def _earlier(row: Row, claim: Claim) -> str:
    return f"{row.day}|{position(row, claim)}|{row.entry.id}|{row.number + 1}"


def statuses(site: Site, claim: Claim) -> str:
    """What the status was on earlier days: of each the day and the code; of figures, what is told of them.

    Empty where it was never another one since somebody first spoke.
    """
    changes = site.corpus.history(claim)
    if len(changes) < 2:
        return ""
    earlier = [
        f"{date}|{words.status(was) if was.status is Status.FIGURES else was.status}" for date, was in changes[:-1]
    ]
    return ";".join([*earlier, changes[-1][0].isoformat()])


def since(site: Site, claim: Claim) -> str:
    """Since when the status is what it is, and what it was before, in words; empty where it never changed."""
    changes = site.corpus.history(claim)
    if len(changes) < 2:
        return ""
    before = [f"{words.status(was)} from {words.brief(day(date))}" for date, was in changes[-2::-1]]
    return f"Since {words.brief(day(changes[-1][0]))}; before that {', '.join(before)}"
