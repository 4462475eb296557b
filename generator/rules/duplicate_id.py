"""An id names one thing: files, old ids, sources in the whole corpus; claims and anchors within an entry."""

from __future__ import annotations

from collections.abc import Iterator

from generator import links
from generator.corpus import Corpus
from generator.diagnostics import Also, Finding
from generator.model import Development, Entry, Where


def check(corpus: Corpus) -> Iterator[Finding]:
    """Ids that are taken."""
    yield from _files(corpus)
    yield from _aliases(corpus)
    yield from _sources(corpus)
    for entry in corpus.developments.values():
        yield from _reserved(entry)
        yield from _claims(entry)


def _files(corpus: Corpus) -> Iterator[Finding]:
    for entry in corpus.entries:
        first = corpus.by_id[entry.id]
        if entry is not first:
            yield _taken(entry.id, entry.path, (), _file(first), "rename one of the two files", at_key=True)


def _aliases(corpus: Corpus) -> Iterator[Finding]:
    seen: dict[str, Also] = {}
    for entry in corpus.entries:
        for number, alias in enumerate(entry.aliases):
            holder = _file(corpus.by_id[alias]) if alias in corpus.by_id else seen.get(alias)
            where = ("aliases", number)
            # That an entry names an old id of its own twice is reported by another rule.
            if holder and (alias in corpus.by_id or holder.path != entry.path):
                yield _taken(alias, entry.path, where, holder, "an old id leads to one entry: take it out here")
            seen.setdefault(alias, Also(entry.path, where, "an old id of this one"))


def _sources(corpus: Corpus) -> Iterator[Finding]:
    seen: dict[str, Also] = {}
    for entry in corpus.entries:
        for id_ in entry.sources if isinstance(entry, Development) else ():
            where = ("sources", id_)
            if id_ in seen:
                message = f"the source `{id_}` is declared in `{seen[id_].path}`"
                help_ = "declare it once; any entry may cite it"
                yield Finding("duplicate-id", message, entry.path, where, help_, at_key=True, also=(seen[id_],))
            elif holder := _entry_called(corpus, id_):
                yield _taken(id_, entry.path, where, holder, "give the source another id", at_key=True)
            seen.setdefault(id_, Also(entry.path, where, "first declared here", at_key=True))


def _entry_called(corpus: Corpus, id_: str) -> Also | None:
    if id_ in corpus.by_id:
        return _file(corpus.by_id[id_])
    if id_ not in corpus.aliases:
        return None
    holder = corpus.aliases[id_]
    return Also(holder.path, ("aliases", holder.aliases.index(id_)), "an old id of this one")


def _file(entry: Entry) -> Also:
    return Also(entry.path, (), "the file with this id", at_key=True)


def _taken(id_: str, path: str, where: Where, holder: Also, help_: str, *, at_key: bool = False) -> Finding:
    message = f"the id `{id_}` is taken by `{holder.path}`"
    return Finding("duplicate-id", message, path, where, help_, at_key=at_key, also=(holder,))


def _reserved(entry: Development) -> Iterator[Finding]:
    for id_ in (*entry.claims, *entry.sources):
        if links.is_taken(id_):
            where = ("claims" if id_ in entry.claims else "sources", id_)
            message = f"`{id_}` names a part of the page"
            yield Finding("reserved-id", message, entry.path, where, "choose another id", at_key=True)


def _claims(entry: Development) -> Iterator[Finding]:
    for id_ in (id_ for id_ in entry.claims if id_ in entry.sources):
        message, also = (
            f"the claim `{id_}` has the id of a source",
            Also(entry.path, ("sources", id_), "the source", at_key=True),
        )
        yield Finding(
            "duplicate-id", message, entry.path, ("claims", id_), "rename one of the two", at_key=True, also=(also,)
        )
