"""A claim that is denied and that nobody is recorded as asserting wants the assertion, or a new wording."""

from __future__ import annotations

from collections.abc import Iterator

from generator.corpus import Corpus
from generator.diagnostics import Also, Finding, Severity


def check(corpus: Corpus) -> Iterator[Finding]:
    """Denials of what nobody said."""
    for reference, rows in corpus.rows.items():
        stances = {row.stance for row in rows}
        claim = corpus.claims[reference]
        is_asserted = "asserts" in stances or corpus.is_lost_mention(reference)
        if claim.unit is None and "denies" in stances and not is_asserted:
            message = f"`{claim.id}` is denied, and nobody is recorded as asserting it"
            path, where = corpus.developments[claim.entry].path, ("claims", claim.id)
            help_ = "add who asserts it, or word the claim as it was asserted"
            denial = next(row for row in rows if row.stance == "denies")
            also = Also(denial.entry.path, ("statements", denial.number, "stance"), "denied here")
            yield Finding(
                "denied-unasserted", message, path, where, help_, severity=Severity.WARNING, at_key=True, also=(also,)
            )
