"""The words for what was said of a claim: rows of statements, and the status and remarks that follow from them."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from generator.model import Development, Statement

_DAWN = datetime.datetime.min.replace(tzinfo=datetime.UTC)


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


class Row(NamedTuple):
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
