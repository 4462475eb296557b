"""A published entry does not lean on what readers cannot see."""

from __future__ import annotations

from collections.abc import Iterator

from generator.corpus import Corpus, Use
from generator.diagnostics import Also, Finding
from generator.model import Development


def check(corpus: Corpus) -> Iterator[Finding]:
    """Links from shown entries to drafts, and statements on claims of entries that do not count."""
    for entry in corpus.entries:
        if isinstance(entry, Development) and entry.state in ("draft", "retracted"):
            continue
        for use in corpus.uses[entry.path]:
            if found := _unpublished(corpus, use):
                yield _finding(found[0], found[1], entry.path, use)


def _finding(problem: str, other: Development, path: str, use: Use) -> Finding:
    code, message, help_ = "link-to-unpublished", f"`{use.target}` {problem}", "leave it out"
    also = (Also(other.path, ("state",), "not published"),)
    return Finding(code, message, path, use.where, help_, needle=use.needle, occurrence=use.occurrence, also=also)


def _unpublished(corpus: Corpus, use: Use) -> tuple[str, Development] | None:
    """What keeps readers from what is named, and the entry that does."""
    if "sources" in use.kinds and (declared := corpus.sources.get(use.target)):
        return ("is declared in a draft", declared.entry) if declared.entry.is_draft else None
    home, mark, _ = use.target.partition("#")
    entry = corpus.developments.get(home)
    if entry and entry.is_draft:
        return "stands in a draft" if mark else "is a draft", entry
    return ("was retracted", entry) if entry and entry.state == "retracted" and mark else None
