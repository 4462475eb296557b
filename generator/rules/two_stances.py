"""One voice with two stances on one claim on one day in two files: their order would be that of the files' names."""

from __future__ import annotations

from collections.abc import Iterator

from generator.corpus import Corpus, Row
from generator.diagnostics import Also, Finding, Severity


def check(corpus: Corpus) -> Iterator[Finding]:
    """Pairs of statements whose order is not known."""
    for reference, rows in corpus.rows.items():
        said: dict[tuple[str, object], list[Row]] = {}
        for row in rows:
            said.setdefault((row.voice, row.day), []).append(row)
        for same in said.values():
            yield from _clashes(reference, same, corpus)


def _clashes(reference: str, rows: list[Row], corpus: Corpus) -> Iterator[Finding]:
    last = rows[-1]
    others = [row for row in rows if row.entry is not last.entry and row.stance != last.stance]
    if others and not all(row.moment for row in (*others, last)):
        message = f"`{corpus.name(last.voice)}` takes two stances on `{reference}` on one day, in two files"
        here, there = (_stance(row) for row in (last, others[0]))
        help_ = "add a time with its offset to the `date` of both"
        yield Finding("two-stances", message, here.path, here.where, help_, severity=Severity.WARNING, also=(there,))


def _stance(row: Row) -> Also:
    key = "value" if row.statement.value else "stance"
    return Also(row.entry.path, ("statements", row.number, key), "on the same day")
