"""What was said of one claim by one day: each voice's position, and the status that follows.

The rules stand in the project's description of its data: a position is a voice's latest stance that counts, a party is
a voice that would be admitting the claim, and an origin is the voice from which an assertion comes.
"""

from __future__ import annotations

import datetime

from generator.corpus.status import Row, Status
from generator.corpus.voices import UNNAMED

FIGURE_WINDOW = datetime.timedelta(days=31)


class Case:
    """`rows` are what was said, in order; `taken`, those of them that changed a position."""

    def __init__(self, rows: list[Row], parties: frozenset[str], courts: dict[str, str]) -> None:
        self.rows = rows
        self.parties = parties
        self.courts = courts
        self.taken: list[Row] = []
        self.positions: dict[str, Row] = {}
        for row in rows:
            if not self._changes_nothing(row):
                self.taken.append(row)
                self.positions.pop(row.voice, None)
                self.positions[row.voice] = row
        self.yes = {voice: row for voice, row in self.positions.items() if row.stance == "asserts"}
        self.no = {voice: row for voice, row in self.positions.items() if row.stance == "denies"}

    def _changes_nothing(self, row: Row) -> bool:
        before = self.positions.get(row.voice)
        return before is not None and (row.stance == "silent" or (row.is_unnamed and not before.is_unnamed))

    def status(self) -> Status:
        """The status of a claim that is no figure."""
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
        """Independent origins of the assertions that stand; unnamed ones and courts count only where they are alone."""
        origins = {row.origin for row in self.yes.values()}
        named = origins - {UNNAMED} or origins
        return named - self.courts.keys() or named

    def admitted(self) -> dict[str, datetime.date]:
        """The parties that assert it after somebody else did, with the day of each one's first assertion by name."""
        others = [row.day for row in self.rows if row.stance == "asserts" and row.origin not in self.parties]
        days = {party: self._first_assertion(party) for party in sorted(self.parties & self.yes.keys())}
        later = {party: day for party, day in days.items() if day and others and day > others[0]}
        return dict(sorted(later.items(), key=lambda item: item[1]))

    def _first_assertion(self, voice: str) -> datetime.date | None:
        named = (row.day for row in self.rows if row.voice == voice and row.stance == "asserts" and not row.is_unnamed)
        return next(named, None)

    def figures(self) -> tuple[Row, ...]:
        """The latest value of each voice, over those not more than 31 days older than the newest; oldest first."""
        latest: dict[str, Row] = {}
        for row in self.rows:
            before = latest.get(row.voice)
            if row.statement.value and not (before and row.is_unnamed and not before.is_unnamed):
                latest[row.voice] = row
        newest = max((row.day for row in latest.values()), default=datetime.date.min)
        recent = (row for row in latest.values() if newest - row.day <= FIGURE_WINDOW)
        return tuple(sorted(recent, key=lambda row: row.order))
