"""Of what was retracted a tombstone remains, which says when and why: a revision of that kind."""

from __future__ import annotations

from collections.abc import Iterator

from generator.corpus import Corpus
from generator.diagnostics import Finding


def check(corpus: Corpus) -> Iterator[Finding]:
    """Retracted developments without a retraction, unless that may be what could not be read."""
    for entry in corpus.retracted:
        is_told = any(revision.kind == "retraction" for revision in entry.revisions)
        if not is_told and entry.path not in corpus.loaded.broken:
            help_ = "add a revision `{date: …, kind: retraction, what: …}`"
            yield Finding("missing-retraction", "no revision tells of the retraction", entry.path, ("state",), help_)
