"""Nothing answers what has not happened yet; intervals are compared, so only what is certain is reported."""

from __future__ import annotations

from collections.abc import Iterator

from generator.corpus import Corpus
from generator.diagnostics import Also, Finding

_LATER = {"responds-to": "responds to", "implements": "implements", "supersedes": "supersedes", "appeals": "appeals"}


def check(corpus: Corpus) -> Iterator[Finding]:
    """Relations that run against time."""
    for entry in corpus.developments.values():
        for number, relation in enumerate(entry.relations):
            other = corpus.developments.get(relation.to)
            if other and relation.type in _LATER and entry.date.latest < other.date.earliest:
                message = f"this happened before what it {_LATER[relation.type]}"
                dates = tuple(Also(of.path, ("date",), of.date.words()) for of in (entry, other))
                where = ("relations", number, "to")
                yield Finding("before-its-cause", message, entry.path, where, "check both dates", also=dates)
            if relation.to == entry.id:
                yield Finding(
                    "links-to-itself", "the entry is related to itself", entry.path, ("relations", number, "to")
                )
