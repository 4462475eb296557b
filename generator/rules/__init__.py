"""What entries must mean together: one module per rule, each with `check(corpus)`, and one line here."""

from __future__ import annotations

from collections.abc import Iterator

from generator.corpus import Corpus
from generator.diagnostics import Finding, handling
from generator.rules import (
    circles,
    credibility,
    dangling_link,
    denied_unasserted,
    duplicate_id,
    duplicate_item,
    figures,
    judging_words,
    languages,
    likely_duplicate,
    malformed_reference,
    name_has_page,
    office_in_by,
    old_id,
    order_of_events,
    retraction,
    same_sentence,
    source_dates,
    still_to_write,
    two_stances,
    unpublished,
    unused,
    wrong_year,
)

RULES = (
    circles,
    credibility,
    dangling_link,
    denied_unasserted,
    duplicate_id,
    duplicate_item,
    figures,
    judging_words,
    languages,
    likely_duplicate,
    malformed_reference,
    name_has_page,
    office_in_by,
    old_id,
    order_of_events,
    retraction,
    same_sentence,
    source_dates,
    still_to_write,
    two_stances,
    unpublished,
    unused,
    wrong_year,
)


def check(corpus: Corpus) -> Iterator[Finding]:
    """Apply every rule to the corpus."""
    for rule in RULES:
        with handling(f"the rule {rule.__name__.rpartition('.')[2]}"):
            yield from rule.check(corpus)
