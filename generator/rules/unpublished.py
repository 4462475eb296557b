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
                message = f"`{use.target}` {problem}"
                help_ = "publish it first, or leave the link out"
                yield Finding(
                    "link-to-unpublished",
                    message,
                    entry.path,
                    use.where,
                    help_,
                    needle=use.needle,
                    occurrence=use.occurrence,
                )


def _problem(corpus: Corpus, use: Use) -> str:
    home = use.target.partition("#")[0]
    if use.kinds == {"sources"} or "sources" in use.kinds:
        declared = corpus.sources.get(use.target)
        return "is declared in a draft" if declared and declared.entry.is_draft else ""
    entry = corpus.developments.get(home)
    if entry and entry.is_draft:
        return "is a draft"
    return "was retracted" if entry and entry.state == "retracted" and use.kinds == {"claims"} else ""
