"""What is declared is used: sources are cited, and entities are named by some development."""

from __future__ import annotations

from collections.abc import Iterator

from generator.corpus import Corpus
from generator.diagnostics import Finding, Severity


def check(corpus: Corpus) -> Iterator[Finding]:
    """Sources that nothing cites, and entities that nothing mentions."""
    named = {use.target for uses in corpus.uses.values() for use in uses}
    for id_, declared in corpus.sources.items():
        if id_ not in named and not corpus.is_lost_mention(id_):
            message = f"nothing cites the source `{id_}`"
            where = ("sources", id_)
            yield Finding(
                "unused-source",
                message,
                declared.entry.path,
                where,
                "cite it, or remove it",
                severity=Severity.WARNING,
                at_key=True,
            )
    for entity in corpus.entities:
        if entity.id not in named and not corpus.is_lost_mention(entity.id):
            help_ = "name it in an entry, or remove the file"
            message = f"nothing mentions `{entity.id}`"
            yield Finding("unmentioned", message, entity.path, ("name",), help_, severity=Severity.WARNING)
