"""Old ids of sources and claims are anchors of pages beside their present ones: nothing else there has them."""

from __future__ import annotations

from collections.abc import Iterator

from generator import links
from generator.corpus import Corpus
from generator.diagnostics import Also, Finding
from generator.model import Development, Where

_HELP = "an old id leads to one thing: take it out here"


def check(corpus: Corpus) -> Iterator[Finding]:
    """Old ids that something else has, or once had."""
    yield from _of_sources(corpus)
    yield from _of_claims(corpus)


def _of_sources(corpus: Corpus) -> Iterator[Finding]:
    seen: dict[str, Also] = {}
    for id_, declared in corpus.sources.items():
        for number, alias in enumerate(declared.source.aliases):
            where = ("sources", id_, "aliases", number)
            holder = _holder(corpus, alias) or (seen.get(alias) if corpus.source_aliases[alias] != id_ else None)
            seen.setdefault(alias, Also(declared.entry.path, where, "an old id of this one"))
            if links.is_taken(alias):
                yield _reserved(alias, declared.entry.path, where)
            elif holder:
                yield _taken(alias, declared.entry.path, where, holder)


def _holder(corpus: Corpus, id_: str) -> Also | None:
    """What has an id that is to be one of a source."""
    if id_ in corpus.sources:
        return Also(corpus.sources[id_].entry.path, ("sources", id_), "a source", at_key=True)
    if entry := corpus.by_id.get(id_) or corpus.aliases.get(id_):
        return Also(entry.path, (), "an entry", at_key=True)
    return None


def _of_claims(corpus: Corpus) -> Iterator[Finding]:
    """Old ids of claims that the page where they stood has for something else."""
    seen: dict[str, dict[str, Also]] = {}
    for claim in sorted(corpus.claims.values(), key=lambda claim: claim.reference):
        path = corpus.developments[claim.entry].path
        for number, alias in enumerate(claim.aliases):
            home, _, id_ = alias.rpartition("#")
            page = corpus.names_of(home or claim.entry)[0]
            where = ("claims", claim.id, "aliases", number)
            if page not in seen:
                seen[page] = dict(_on_page(corpus.developments.get(page)))
            if links.is_taken(id_):
                yield _reserved(id_, path, where)
            elif (holder := seen[page].get(id_)) and not _is_own(holder, path, where, claim.entry, home):
                yield _taken(alias, path, where, holder)
            seen[page].setdefault(id_, Also(path, where, "an old id of this one"))


def _is_own(holder: Also, path: str, where: Where, entry: str, home: str) -> bool:
    """Whether a claim has an old id twice, or had its present one in what has become part of its entry: in `home`."""
    if holder.path != path or holder.where[:2] != where[:2]:
        return False
    return len(holder.where) > 2 or home not in ("", entry)


def _on_page(entry: Development | None) -> Iterator[tuple[str, Also]]:
    """The anchors of an entry's page, with what has them."""
    if entry:
        for id_ in entry.claims:
            yield id_, Also(entry.path, ("claims", id_), "a claim", at_key=True)
        for id_, source in entry.sources.items():
            yield id_, Also(entry.path, ("sources", id_), "a source", at_key=True)
            for number, alias in enumerate(source.aliases):
                yield alias, Also(entry.path, ("sources", id_, "aliases", number), "an old id of this source")


def _taken(id_: str, path: str, where: Where, holder: Also) -> Finding:
    return Finding("duplicate-id", f"the id `{id_}` is taken", path, where, _HELP, also=(holder,))


def _reserved(id_: str, path: str, where: Where) -> Finding:
    return Finding("reserved-id", f"`{id_}` names a part of the page", path, where, _HELP)
