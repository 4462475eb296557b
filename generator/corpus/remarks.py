"""The remarks beside a status: who evades, who denied and took it back, who admitted it when, what a court found."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from generator.corpus.case import Case
from generator.corpus.status import Remark, Status


def of_claim(case: Case) -> Iterator[Remark]:
    """The remarks on a claim that is no figure; the first stands in its badge."""
    yield from _evasions(case)
    yield from _withdrawn(case)
    admitted = case.admitted() if case.status() is Status.ACKNOWLEDGED else {}
    if admitted:
        denials = tuple(_denial(case, voice) for voice in admitted)
        yield Remark("acknowledged", tuple(admitted), tuple(admitted.values()), denials)
    for voice, row in case.yes.items():
        if voice in case.courts:
            yield Remark("found-by-court", (voice,), (row.day,), (case.courts[voice],))
    if case.yes and all(row.is_unnamed for row in case.yes.values()):
        yield Remark("unnamed-only")
    if not admitted:
        yield from _doubts(case)


def of_figure(case: Case) -> Iterator[Remark]:
    """The remarks on a figure: a denial or silence is no value, and stands beside it."""
    yield from _evasions(case)
    for kind, stance in (("denied-by", "denies"), ("doubted", "doubts")):
        if voices := _voices(case, stance):
            yield Remark(kind, voices)


def _voices(case: Case, stance: str) -> tuple[str, ...]:
    return tuple(voice for voice, row in case.positions.items() if row.stance == stance)


def _evasions(case: Case) -> Iterator[Remark]:
    """Parties that were asked and left it open, or would not say; each with what is known of an earlier denial."""
    for kind, stance in (("evades", "ambiguous"), ("silent", "silent")):
        if voices := tuple(voice for voice in _voices(case, stance) if voice in case.parties):
            yield Remark(kind, voices, details=tuple(_denial(case, voice) for voice in voices))


def _doubts(case: Case) -> Iterator[Remark]:
    if doubted := _voices(case, "doubts"):
        yield Remark("doubted", doubted)
    if unconfirmed := tuple(voice for voice in _voices(case, "ambiguous") if voice not in case.parties):
        yield Remark("not-confirmed", unconfirmed)


def _denial(case: Case, voice: str) -> str:
    """The day of a voice's last denial, marked `withdrawn` where it took that back on the same day; empty for none."""
    own = [row for row in case.taken if row.voice == voice]
    for number in range(len(own) - 1, -1, -1):
        if own[number].stance == "denies":
            is_withdrawn = any(row.day == own[number].day for row in own[number + 1 :])
            return own[number].day.isoformat() + (" withdrawn" if is_withdrawn else "")
    return ""


def _withdrawn(case: Case) -> Iterator[Remark]:
    """Of a claim that nobody asserts any more: since when, the day on which the last voice took another position."""
    asserted: set[str] = set()
    since: datetime.date | None = None
    for row in case.taken:
        if row.stance == "asserts":
            asserted.add(row.voice)
        elif row.voice in asserted:
            asserted.remove(row.voice)
            since = row.day
    if since and not asserted:
        yield Remark("no-longer-asserted", days=(since,))
