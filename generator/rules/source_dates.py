"""A source cannot report what was said after it appeared (a day is left for time zones), and seldom much later."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from generator.corpus import Corpus
from generator.dates import Date, day
from generator.diagnostics import Also, Finding, Severity
from generator.model import Development, Where, Words

_EARLY = datetime.timedelta(days=1)
_LATE = datetime.timedelta(days=2)


def check(corpus: Corpus) -> Iterator[Finding]:
    """Statements and quotations without a day, and sources that do not fit theirs."""
    for entry, where, words in corpus.said:
        yield from _of_words(corpus, entry, words, where)


def _of_words(corpus: Corpus, entry: Development, words: Words, where: Where) -> Iterator[Finding]:
    date = entry.date_of(words)
    if words.date is None and not entry.date.is_one_day:
        message = "the entry's date is not one day, so this needs a `date` of its own"
        also = Also(entry.path, ("date",), entry.date.words())
        yield Finding("missing-date", message, entry.path, where, "add `date: …`", at_key=True, also=(also,))
        return
    # A draft has a day of its own, and a file that could not be read may hold the newest revision.
    if date.is_open or (date.latest > max(corpus.day, entry.updated.latest) and not corpus.loaded.broken):
        yield _not_yet(corpus, entry, words, where)
        return
    yield from _unfit(corpus, entry, words, where)


def _unfit(corpus: Corpus, entry: Development, words: Words, where: Where) -> Iterator[Finding]:
    """Sources that appeared before what they are cited for, or all long after it."""
    date, published = entry.date_of(words), [_published(corpus, id_) for id_ in words.source]
    for number, on in enumerate(published):
        if on and on.latest < date.earliest and date.earliest - on.latest > _EARLY:
            message = f"`{words.source[number]}` was published on {on.words()}, before this was said ({date.words()})"
            also = (_said(entry, words, where), _source(corpus, words.source[number]))
            yield Finding(
                "source-too-early", message, entry.path, (*where, "source", number), "check both dates", also=also
            )
    if published and all(on and date.latest < on.earliest and on.earliest - date.latest > _LATE for on in published):
        message = f"every source of this is more than two days later than {date.words()}"
        also = (_said(entry, words, where), _source(corpus, words.source[0]))
        yield Finding(
            "source-late",
            message,
            entry.path,
            (*where, "source"),
            "check the day",
            severity=Severity.WARNING,
            also=also,
        )


def _not_yet(corpus: Corpus, entry: Development, words: Words, where: Where) -> Finding:
    """What is dated after the newest revision, or goes on, would never count."""
    place = (*where, "date") if words.date else where
    date = entry.date_of(words)
    message = f"this is dated {date.words()}, after the collection's own day, {day(corpus.day)}"
    help_ = (
        "give the day on which it was said" if date.is_open else "check the year, and add the revision that brings it"
    )
    return Finding("not-yet-said", message, entry.path, place, help_, at_key=words.date is None)


def _said(entry: Development, words: Words, where: Where) -> Also:
    return Also(entry.path, (*where, "date") if words.date else ("date",), "said then")


def _source(corpus: Corpus, id_: str) -> Also:
    return Also(corpus.sources[id_].entry.path, ("sources", id_, "published"), "published then")


def _published(corpus: Corpus, id_: str) -> Date | None:
    declared = corpus.sources.get(id_)
    return declared.source.published if declared else None
