"""A claim with a unit asks how many: statements on it give a value, and only they."""

from __future__ import annotations

from collections.abc import Iterator

from generator.corpus import Corpus
from generator.diagnostics import Also, Finding
from generator.model import Claim


def check(corpus: Corpus) -> Iterator[Finding]:
    """Values where nothing is counted, and stances where a value is wanted."""
    for entry in corpus.developments.values():
        for number, statement in enumerate(entry.statements):
            claims = [claim for reference in statement.claim if (claim := corpus.claim(reference, entry.id))]
            where = ("statements", number)
            if statement.value and (plain := [claim for claim in claims if claim.unit is None]):
                message = f"the claim `{plain[0].reference}` has no unit, so nothing is counted"
                also = _claim(corpus, plain[0], "has no `unit`")
                help_ = "give a `stance` instead"
                yield Finding("value-without-unit", message, entry.path, (*where, "value"), help_, also=(also,))
            counted = [claim for claim in claims if claim.unit]
            if counted and statement.stance in ("asserts", "ambiguous"):
                message = f"the claim `{counted[0].reference}` asks for a figure in {counted[0].unit}"
                help_ = "give a `value`, or the stance denies, doubts or silent"
                also = _claim(corpus, counted[0], "asks how many")
                yield Finding("unit-without-value", message, entry.path, (*where, "stance"), help_, also=(also,))


def _claim(corpus: Corpus, claim: Claim, label: str) -> Also:
    where = ("claims", claim.id, "unit") if claim.unit else ("claims", claim.id)
    return Also(corpus.developments[claim.entry].path, where, label, at_key=claim.unit is None)
