"""The status of a claim on a day, computed from what had been said by then; nobody types it.

The rules stand in the project's description of its data: a voice's position is its latest stance that counts, a party is a
voice that would be admitting the claim, and an origin is the voice from which an assertion comes.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.corpus.voices import UNNAMED
from generator.model import Development, Statement

FIGURE_WINDOW = datetime.timedelta(days=31)


class Status(StrEnum):
    """What a reader may make of a claim, from what has been said."""

    CONTESTED = "contested"
    DENIED = "denied"
    UNSUPPORTED = "unsupported"
    ACKNOWLEDGED = "acknowledged"
    DECLARED = "declared"
    CORROBORATED = "corroborated"
    SINGLE_ORIGIN = "single-origin"
    NO_STATEMENT = "no-statement"
    FIGURES = "figures"


@dataclass(frozen=True, slots=True)
class Row:
    """One statement on one claim in the name of one voice."""

    statement: Statement
    entry: Development
    number: int
    by: str
    voice: str
    origin: str
    day: datetime.date
    moment: datetime.datetime | None

    @property
    def order(self) -> tuple[datetime.date, datetime.datetime, str, int]:
        """By day, then time where given, then entry and place in the file."""
        return (self.day, self.moment or _DAWN, self.entry.id, self.number)

    @property
    def stance(self) -> str:
        """The stance; whoever gives a figure asserts it."""
        return self.statement.stance or "asserts"

    @property
    def is_unnamed(self) -> bool:
        """Whether it was said off the record."""
        return self.statement.unnamed is not None


@dataclass(frozen=True, slots=True)
class Remark:
    """A word beside the status: `kind` with the voices it speaks of, each with a day and a word where there is one."""

    kind: str
    voices: tuple[str, ...] = ()
    days: tuple[datetime.date, ...] = ()
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Assessment:
    """The status of a claim on a day, the remarks on it and each voice's position, newest last."""

    status: Status
    remarks: tuple[Remark, ...]
    positions: dict[str, Row]
    figures: tuple[Row, ...] = ()


_DAWN = datetime.datetime.min.replace(tzinfo=datetime.UTC)


def assess(
    rows: Sequence[Row], parties: Iterable[str], courts: dict[str, str], day: datetime.date, *, is_figure: bool
) -> Assessment:
    """Assess a claim from its rows (in order) as of `day`. `courts` gives the instance of every court by its id."""
    said = [row for row in rows if row.day <= day]
    case = _Case(said, frozenset(parties), courts)
    if is_figure:
        figures = case.figures()
        remarks = (*case.evasions(), *case.refusals())
        return Assessment(Status.FIGURES if figures else Status.NO_STATEMENT, remarks, case.positions, figures)
    return Assessment(case.status(), tuple(case.remarks()), case.positions)


def history(
    rows: Sequence[Row], parties: Iterable[str], courts: dict[str, str], *, is_figure: bool
) -> list[tuple[datetime.date, Assessment]]:
    """The days on which the status changed, each with what it then was."""
    parties, changes = frozenset(parties), []
    last: tuple[object, ...] | None = None
    for day in sorted({row.day for row in rows}):
        assessment = assess(rows, parties, courts, day, is_figure=is_figure)
        state = (assessment.status, tuple(row.statement.value for row in assessment.figures))
        if state != last:
            changes.append((day, assessment))
        last = state
    return changes


class _Case:
    """What was said of one claim by one day."""

    def __init__(self, rows: list[Row], parties: frozenset[str], courts: dict[str, str]) -> None:
        self.rows = rows
        self.parties = parties
        self.courts = courts
        self.positions: dict[str, Row] = {}
        for row in rows:
            if not self._changes_nothing(row):
                self.positions.pop(row.voice, None)
                self.positions[row.voice] = row
        self.yes = {voice: row for voice, row in self.positions.items() if row.stance == "asserts"}
        self.no = {voice: row for voice, row in self.positions.items() if row.stance == "denies"}

    def _changes_nothing(self, row: Row) -> bool:
        before = self.positions.get(row.voice)
        return before is not None and (row.stance == "silent" or (row.is_unnamed and not before.is_unnamed))

    def status(self) -> Status:
        if not self.rows:
            return Status.NO_STATEMENT
        if self.no:
            return Status.CONTESTED if self.yes else Status.DENIED
        if not self.yes:
            return Status.UNSUPPORTED
        if self.admitted():
            return Status.ACKNOWLEDGED
        origins = self.origins()
        if origins <= self.parties and self.parties & self.yes.keys():
            return Status.DECLARED
        return Status.CORROBORATED if len(origins) > 1 else Status.SINGLE_ORIGIN

    def origins(self) -> set[str]:
        """Independent origins of the assertions that stand: unnamed ones and courts count only where they stand alone."""
        origins = {row.origin for row in self.yes.values()}
        named = origins - {UNNAMED} or origins
        return named - self.courts.keys() or named

    def admitted(self) -> dict[str, datetime.date]:
        """The parties that assert it after somebody else did, with the day of each one's first assertion by name."""
        others = [
            row.day
            for row in self.rows
            if row.stance == "asserts" and row.voice not in self.parties and row.origin not in self.parties
        ]
        if not others:
            return {}
        first = {party: self._first_assertion(party) for party in self.parties & self.yes.keys()}
        return {
            party: day
            for party, day in sorted(first.items(), key=lambda item: (item[1] or others[0], item[0]))
            if day and day > others[0]
        }

    def _first_assertion(self, voice: str) -> datetime.date | None:
        named = (row.day for row in self.rows if row.voice == voice and row.stance == "asserts" and not row.is_unnamed)
        return next(named, None)

    def remarks(self) -> Iterable[Remark]:
        yield from self.evasions()
        if not self.yes and (days := [row.day for row in self.rows if row.stance == "asserts"]):
            yield Remark("no-longer-asserted", days=(self._withdrawn_on() or days[-1],))
        admitted = self.admitted() if self.status() is Status.ACKNOWLEDGED else {}
        if admitted:
            yield Remark(
                "acknowledged",
                tuple(admitted),
                tuple(admitted.values()),
                tuple(self._denial(voice) for voice in admitted),
            )
        for voice, row in self.yes.items():
            if voice in self.courts:
                yield Remark("found-by-court", (voice,), (row.day,), (self.courts[voice],))
        if self.yes and all(row.is_unnamed for row in self.yes.values()):
            yield Remark("unnamed-only")
        if not admitted:
            yield from self._doubts()

    def _doubts(self) -> Iterable[Remark]:
        doubted = tuple(voice for voice, row in self.positions.items() if row.stance == "doubts")
        unconfirmed = tuple(
            v for v, row in self.positions.items() if row.stance == "ambiguous" and v not in self.parties
        )
        if doubted:
            yield Remark("doubted", doubted)
        if unconfirmed:
            yield Remark("not-confirmed", unconfirmed)

    def evasions(self) -> Iterable[Remark]:
        """Parties that were asked and left it open, or would not say; each with what is known of an earlier denial."""
        for kind, stance in (("evades", "ambiguous"), ("silent", "silent")):
            voices = tuple(v for v, row in self.positions.items() if row.stance == stance and v in self.parties)
            if voices:
                yield Remark(kind, voices, details=tuple(self._denial(voice) for voice in voices))

    def refusals(self) -> Iterable[Remark]:
        """Of a figure: who says that it is false or unproven."""
        for kind, stance in (("denied-by", "denies"), ("doubted", "doubts")):
            voices = tuple(voice for voice, row in self.positions.items() if row.stance == stance)
            if voices:
                yield Remark(kind, voices)

    def _denial(self, voice: str) -> str:
        """The day of a voice's last denial, marked `withdrawn` where it took that back on the same day; empty for none."""
        own = [row for row in self.rows if row.voice == voice]
        for number in range(len(own) - 1, -1, -1):
            if own[number].stance == "denies":
                after = [row for row in own[number + 1 :] if row.day == own[number].day and row.stance != "silent"]
                return own[number].day.isoformat() + (" withdrawn" if after else "")
        return ""

    def _withdrawn_on(self) -> datetime.date | None:
        """The day on which the last voice that asserted it took another position."""
        asserted: dict[str, datetime.date | None] = {}
        for row in self.rows:
            if row.stance == "asserts":
                asserted[row.voice] = None
            elif row.voice in asserted and row.stance != "silent" and asserted[row.voice] is None:
                asserted[row.voice] = row.day
        return max((day for day in asserted.values() if day), default=None)

    def figures(self) -> tuple[Row, ...]:
        """The latest value of each voice, over those not more than 31 days older than the newest; oldest first."""
        latest: dict[str, Row] = {}
        for row in self.rows:
            if row.statement.value and not (
                row.voice in latest and row.is_unnamed and not latest[row.voice].is_unnamed
            ):
                latest[row.voice] = row
        newest = max((row.day for row in latest.values()), default=datetime.date.min)
        return tuple(
            sorted((row for row in latest.values() if newest - row.day <= FIGURE_WINDOW), key=lambda row: row.order)
        )
