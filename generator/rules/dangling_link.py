"""A link leads to an entry, a source or a claim that exists, and to one of the right kind."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import TypeAlias

from generator.corpus import ANY, Corpus, Use
from generator.diagnostics import Finding
from generator.model import Entry
from generator.spelling import Known

# What can be named, by its kinds.
Ids: TypeAlias = dict[frozenset[str], Known]
# As many claims are listed, where none has a like name.
_MOST = 8
_CODES = {"sources": "dangling-citation", "claims": "dangling-claim"}


def check(corpus: Corpus) -> Iterator[Finding]:
    """Every naming of something that is not there."""
    ids: Ids = {}
    for entry in corpus.entries:
        for use in corpus.uses[entry.path]:
            if not _exists(corpus, use) and not corpus.is_lost(use.target):
                yield _finding(corpus, use, entry, ids)


def _exists(corpus: Corpus, use: Use) -> bool:
    if use.kinds == {"claims"}:
        return corpus.claim(use.target) is not None
    if "sources" in use.kinds and use.target in corpus.sources:
        return True
    entry = corpus.by_id.get(use.target)
    return entry is not None and entry.folder in use.kinds


def _finding(corpus: Corpus, use: Use, home: Entry, ids: Ids) -> Finding:
    code = next((_CODES[kind] for kind in _CODES if use.kinds == {kind}), "dangling-link")
    message, label = f"no {_kinds(use)} has the id `{use.target}`", "unknown id"
    if "#" not in use.target and (entry := corpus.by_id.get(use.target)):
        code, label = "wrong-kind", f"wanted: {_kinds(use)}"
        message = f"`{use.target}` lies in `{entry.folder}/`, which is not what is named here"
    help_ = _help(corpus, use, home.id, ids)
    return Finding(code, message, home.path, use.where, help_, label, needle=use.needle, occurrence=use.occurrence)


def _kinds(use: Use) -> str:
    """What may be named, in words: `actor, publisher or source`."""
    words = ["entry"] if use.kinds == ANY else sorted(kind.removesuffix("s") for kind in use.kinds)
    return " or ".join(filter(None, [", ".join(words[:-1]), words[-1]]))


def _help(corpus: Corpus, use: Use, home: str, ids: Ids) -> str:
    """The likely id, of claims among those of the same entry; else what to do. `home` is the entry that names it."""
    id_, mark, claim = use.target.partition("#")
    renamed = corpus.source_aliases.get(id_) or corpus.names_of(id_)[0]
    if renamed != id_:
        return f"it is now called `{renamed}{mark}{claim}`"
    if mark and (entry := corpus.developments.get(id_)) and entry.claims:
        likely = Known(entry.claims).likely(claim)
        # In prose a claim has its entry before it even there.
        prefix = f"{id_}#" if use.needle or id_ != home else ""
        return f"did you mean `{prefix}{likely}`?" if likely else f"claims of `{id_}`: {_listed(entry.claims)}"
    if use.kinds not in ids:
        ids[use.kinds] = Known(_candidates(corpus, use))
    if likely := ids[use.kinds].likely(use.target):
        return f"did you mean `{likely}`?"
    return _other_help(use)


def _listed(ids: Collection[str]) -> str:
    return ", ".join(f"`{id_}`" for id_ in islice(ids, _MOST)) + (", …" if len(ids) > _MOST else "")


def _other_help(use: Use) -> str:
    if use.how in ("publisher", "speaker"):
        return "write the name in words, with a capital letter, if it has no page"
    if use.kinds == {"claims"}:
        return "a claim of another entry is named `entry#claim`"
    if use.kinds == {"sources"}:
        return "declare it below `sources`, or take an id from there"
    folders = " or ".join(f"`entries/{kind}/`" for kind in sorted(use.kinds) if kind != "sources")
    return f"an id is the name of a file in {'`entries/`' if use.kinds == ANY else folders}: take one, or add the file"


def _candidates(corpus: Corpus, use: Use) -> Iterable[str]:
    if use.kinds == {"claims"}:
        return corpus.claims
    ids = {id_ for id_, entry in corpus.by_id.items() if entry.folder in use.kinds}
    return ids | corpus.sources.keys() if "sources" in use.kinds else ids
