"""A published entry does not lean on what readers cannot see."""

from __future__ import annotations

from collections.abc import Iterator

from generator.corpus import Corpus, Use
from generator.diagnostics import Finding
from generator.model import Development


def check(corpus: Corpus) -> Iterator[Finding]:
    """Links from shown entries to drafts, and statements on claims of entries that do not count."""
    for entry in corpus.entries:
        if isinstance(entry, Development) and entry.state in ("draft", "retracted"):
            continue
        for use in corpus.uses[entry.path]:
            if problem := _problem(corpus, use):
                yield _finding(f"`{use.target}` {problem}", entry.path, use)


def _finding(message: str, path: str, use: Use) -> Finding:
    code, help_ = "link-to-unpublished", "leave it out"
    return Finding(code, message, path, use.where, help_, needle=use.needle, occurrence=use.occurrence)


def _problem(corpus: Corpus, use: Use) -> str:
    if "sources" in use.kinds and (declared := corpus.sources.get(use.target)):
        return "is declared in a draft" if declared.entry.is_draft else ""
    home, mark, _ = use.target.partition("#")
    entry = corpus.developments.get(home)
    if entry and entry.is_draft:
        return "stands in a draft" if mark else "is a draft"
    return "was retracted" if entry and entry.state == "retracted" and mark else ""
