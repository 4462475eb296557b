"""What entries must mean together: one module per rule, each with `check(corpus)`, and one line here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import ModuleType

from generator.aside import FEW, Aside
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
    """Apply every rule to the corpus; in a large one, every other rule in another process."""
    corpus.prepare()
    others = Aside(lambda: _apply(RULES[1::2], corpus), few=len(corpus.entries) <= FEW)
    yield from _apply(RULES[::2], corpus)
    yield from others.results()


def _apply(rules: Sequence[ModuleType], corpus: Corpus) -> Iterator[Finding]:
    for rule in rules:
        with handling(f"the rule {rule.__name__.rpartition('.')[2]}"):
            yield from rule.check(corpus)
