"""One thing has one entry and one text one source: what is told or declared again is merged, or said to differ."""

from __future__ import annotations

from collections.abc import Iterator

from generator.corpus import Corpus, DeclaredSource, similar
from generator.diagnostics import Also, Finding, Severity
from generator.model import Development, Where


def check(corpus: Corpus) -> Iterator[Finding]:
    """Developments that are probably one, each at the later added; and addresses that are declared twice."""
    pairs = set()
    for entry, likeness in similar.pairs(corpus):
        pairs |= {(entry.id, likeness.entry.id), (likeness.entry.id, entry.id)}
        yield _duplicate(entry, likeness)
    first: dict[str, DeclaredSource] = {}
    for id_, declared in corpus.sources.items():
        earlier = first.setdefault(corpus.addresses[id_], declared)
        # Of a development that is told twice its source is not reported as well.
        if earlier is not declared and (declared.entry.id, earlier.entry.id) not in pairs:
            yield _declared_twice(declared, earlier)


def _duplicate(entry: Development, likeness: similar.Likeness) -> Finding:
    other = likeness.entry
    message = f"this is probably `{other.id}` told again: it has {likeness.common}"
    help_ = f"add to `{other.id}` instead, or say that the two differ: `{{type: distinct-from, to: {other.id}}}`"
    place, there = (_main_source(each) if likeness.is_by_source else ("title",) for each in (entry, other))
    also = (Also(other.path, there, "here first"),)
    return Finding("likely-duplicate", message, entry.path, place, help_, severity=Severity.WARNING, also=also)


def _main_source(entry: Development) -> Where:
    """The address of the main source, or the place that cites it first if it is declared elsewhere."""
    id_ = similar.main_source(entry)
    if id_ in entry.sources:
        return ("sources", id_, "url")
    return ("statements" if entry.statements else "quotations", 0, "source", 0)


def _declared_twice(declared: DeclaredSource, earlier: DeclaredSource) -> Finding:
    message = f"this address is declared as `{earlier.source.id}` already"
    help_ = f"cite `{earlier.source.id}`, which any entry may, and leave this one out"
    where = ("sources", declared.source.id, "url")
    also = (Also(earlier.entry.path, ("sources", earlier.source.id, "url"), "declared here first"),)
    return Finding("duplicate-source", message, declared.entry.path, where, help_, severity=Severity.WARNING, also=also)
