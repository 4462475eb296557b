"""The status of a claim on a day, and how it changed; computed from what had been said, typed by nobody."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence

from generator.corpus import remarks
from generator.corpus.case import Case
from generator.corpus.status import Assessment, Row, Status


def assess(
    rows: Sequence[Row], parties: Iterable[str], courts: dict[str, str], day: datetime.date, *, is_figure: bool
) -> Assessment:
    """Assess a claim from its rows (in order) as of `day`. `courts` gives the instance of every court by its id."""
    case = Case([row for row in rows if row.day <= day], frozenset(parties), courts)
    if not is_figure:
        return Assessment(case.status(), tuple(remarks.of_claim(case)), case.positions)
    figures = case.figures()
    status = Status.FIGURES if figures else Status.NO_STATEMENT
    return Assessment(status, tuple(remarks.of_figure(case)), case.positions, figures)


def history(
    rows: Sequence[Row], parties: Iterable[str], courts: dict[str, str], *, is_figure: bool
) -> list[tuple[datetime.date, Assessment]]:
    """The days on which the status changed, each with what it then was."""
    parties, changes = frozenset(parties), []
    last: tuple[object, ...] | None = None
    for day in sorted({row.day for row in rows}):
        assessment = assess(rows, parties, courts, day, is_figure=is_figure)
        state = (assessment.status, _spread(assessment.figures))
        if state != last:
            changes.append((day, assessment))
        last = state
    return changes


def _spread(figures: Sequence[Row]) -> tuple[object, ...]:
    """What is told of figures as a whole: how many voices, and the one value or from where to where they go."""
    values = {row.statement.value for row in figures if row.statement.value}
    if len(values) > 1:
        return (len(figures), min(value.low for value in values), max(value.high for value in values))
    return (len(figures), *values)
