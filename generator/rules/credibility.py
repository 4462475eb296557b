"""Credibility 1 means confirmed by independent origins, so there must be two; an outdated judgement is flagged."""

from __future__ import annotations

from collections.abc import Iterator

from generator.corpus import Corpus
from generator.corpus.voices import UNNAMED
from generator.diagnostics import Also, Finding, Severity


def check(corpus: Corpus) -> Iterator[Finding]:
    """Judgements that the statements do not bear."""
    for claim in corpus.claims.values():
        if not claim.credibility:
            continue
        path = corpus.developments[claim.entry].path
        where = ("claims", claim.id, "credibility")
        rows = [row for row in corpus.rows[claim.reference] if row.day <= corpus.day]
        origins = corpus.origins(claim) - {UNNAMED}
        is_supported = len(origins) > 1 or corpus.is_lost_mention(claim.reference)
        if claim.credibility.grade == "1" and not is_supported:
            message = f"credibility 1 needs two independent origins, and there {'is one' if origins else 'is none'}"
            yield Finding("credibility-unsupported", message, path, (*where, "grade"), "grade it 2 or lower")
        if rows and rows[-1].day > claim.credibility.date.latest:
            message = f"something was said on this claim on {rows[-1].day.isoformat()}, after the judgement"
            said = Also(rows[-1].entry.path, ("statements", rows[-1].number), "said here", at_key=True)
            yield Finding(
                "credibility-outdated",
                message,
                path,
                (*where, "date"),
                "judge it anew",
                severity=Severity.WARNING,
                also=(said,),
            )
