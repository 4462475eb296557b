"""Nothing answers what has not happened yet; intervals are compared, so only what is certain is reported."""

from __future__ import annotations

from collections.abc import Iterator

from generator.corpus import Corpus
from generator.diagnostics import Finding

_LATER = {"responds-to": "responds to", "implements": "implements", "supersedes": "supersedes", "appeals": "appeals"}


def check(corpus: Corpus) -> Iterator[Finding]:
    """Relations that run against time."""
    for entry in corpus.developments.values():
        for number, relation in enumerate(entry.relations):
            other = corpus.developments.get(relation.to)
            if other and relation.type in _LATER and entry.date.latest < other.date.earliest:
                message = (
                    f"this happened before what it {_LATER[relation.type]} ({entry.date.words()}, {other.date.words()})"
                )
                yield Finding("before-its-cause", message, entry.path, ("relations", number, "to"), "check both dates")
            if relation.to == entry.id:
                yield Finding(
                    "links-to-itself", "the entry is related to itself", entry.path, ("relations", number, "to")
                )
