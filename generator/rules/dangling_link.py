"""A link leads to an entry, a source or a claim that exists, and to one of the right kind."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator

from generator.corpus import Corpus, Use
from generator.diagnostics import Finding

_CODES = {"sources": "dangling-citation", "claims": "dangling-claim"}
_WORDS = {"sources": "source", "claims": "claim", "actors": "actor", "publishers": "publisher", "places": "place"}


def check(corpus: Corpus) -> Iterator[Finding]:
    """Every naming of something that is not there."""
    for entry in corpus.entries:
        for use in corpus.uses[entry.path]:
            if not _exists(corpus, use) and not corpus.is_lost(use.target):
                yield _finding(corpus, use, entry.path)


def _exists(corpus: Corpus, use: Use) -> bool:
    if use.kinds == {"claims"}:
        return corpus.claim(use.target) is not None
    if "sources" in use.kinds and use.target in corpus.sources:
        return True
    entry = corpus.by_id.get(use.target)
    return entry is not None and entry.folder in use.kinds


def _finding(corpus: Corpus, use: Use, path: str) -> Finding:
    code = next((_CODES[kind] for kind in _CODES if use.kinds == {kind}), "dangling-link")
    words = " or ".join(_WORDS.get(kind, "entry") for kind in sorted(use.kinds)) if len(use.kinds) < 4 else "entry"
    message = f"no {words} has the id `{use.target}`"
    if "#" not in use.target and (entry := corpus.by_id.get(use.target)):
        code, message = "wrong-kind", f"`{use.target}` is in `{entry.folder}/`, and this must be a {words}"
    return Finding(
        code, message, path, use.where, _help(corpus, use), "unknown id", needle=use.needle, occurrence=use.occurrence
    )


def _help(corpus: Corpus, use: Use) -> str:
    if renamed := corpus.aliases.get(use.target):
        return f"it is now called `{renamed.id}`"
    close = difflib.get_close_matches(use.target, sorted(_candidates(corpus, use)), 1)
    if close:
        return f"did you mean `{close[0]}`?"
    if use.how in ("publisher", "speaker"):
        return "write the name in words, with a capital letter, if it has no page"
    return ""


def _candidates(corpus: Corpus, use: Use) -> Iterable[str]:
    if use.kinds == {"claims"}:
        return corpus.claims
    ids = {id_ for id_, entry in corpus.by_id.items() if entry.folder in use.kinds}
    return ids | corpus.sources.keys() if "sources" in use.kinds else ids
