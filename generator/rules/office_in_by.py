"""A statement is made in the name of an office; the person who holds it is its speaker."""

from __future__ import annotations

from collections.abc import Iterator

from generator.corpus import Corpus
from generator.diagnostics import Also, Finding, Severity


def check(corpus: Corpus) -> Iterator[Finding]:
    """Persons with an office in `by`."""
    for entry in corpus.developments.values():
        for use in corpus.uses[entry.path]:
            person = corpus.actors.get(use.target)
            if use.how == "by" and person and person.kind == "person" and person.part_of:
                message = f"`{person.id}` holds an office: `{person.part_of}`"
                help_ = f"write `by: {person.part_of}` and `speaker: {person.id}`"
                office = Also(person.path, ("part-of",), "the office that is held")
                yield Finding(
                    "office-in-by", message, entry.path, use.where, help_, severity=Severity.WARNING, also=(office,)
                )
