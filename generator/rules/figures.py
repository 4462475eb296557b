"""A claim with a unit asks how many: statements on it give a value, and only they."""

from __future__ import annotations

from collections.abc import Iterator

from generator.corpus import Corpus
from generator.diagnostics import Finding


def check(corpus: Corpus) -> Iterator[Finding]:
    """Values where nothing is counted, and stances where a value is wanted."""
    for entry in corpus.developments.values():
        for number, statement in enumerate(entry.statements):
            claims = [claim for reference in statement.claim if (claim := corpus.claim(reference, entry.id))]
            where = ("statements", number)
            if statement.value and (plain := [claim for claim in claims if claim.unit is None]):
                message = f"the claim `{plain[0].reference}` has no unit, so nothing is counted"
                yield Finding("value-without-unit", message, entry.path, (*where, "value"), "give a `stance` instead")
            counted = [claim for claim in claims if claim.unit]
            if counted and statement.stance in ("asserts", "ambiguous"):
                message = f"the claim `{counted[0].reference}` asks for a figure in {counted[0].unit}"
                help_ = "give a `value`, or the stance denies, doubts or silent"
                yield Finding("unit-without-value", message, entry.path, (*where, "stance"), help_)
