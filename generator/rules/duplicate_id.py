"""An id names one thing: files, old ids, sources in the whole corpus; claims and anchors within an entry."""

from __future__ import annotations

from collections.abc import Iterator

from generator import links
from generator.corpus import Corpus
from generator.diagnostics import Finding
from generator.model import Development, Entry


def check(corpus: Corpus) -> Iterator[Finding]:
    """Ids that are taken."""
    yield from _files(corpus)
    yield from _sources(corpus)
    for entry in corpus.developments.values():
        yield from _anchors(entry)


def _files(corpus: Corpus) -> Iterator[Finding]:
    seen: dict[str, Entry] = {}
    for entry in corpus.entries:
        if entry.id in seen:
            message = f"the id `{entry.id}` is taken by `{seen[entry.id].path}`"
            yield Finding("duplicate-id", message, entry.path, (), "rename one of the two files", at_key=True)
        seen.setdefault(entry.id, entry)
    old: dict[str, str] = {}
    for entry in corpus.entries:
        for number, alias in enumerate(entry.aliases):
            holder = seen[alias].path if alias in seen else old.get(alias)
            if holder and (alias in seen or holder != entry.path):
                yield Finding(
                    "duplicate-id", f"the id `{alias}` is taken by `{holder}`", entry.path, ("aliases", number)
                )
            old.setdefault(alias, entry.path)


def _sources(corpus: Corpus) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for entry in corpus.entries:
        for id_ in entry.sources if isinstance(entry, Development) else ():
            place = ("sources", id_)
            if id_ in seen:
                help_ = "declare it once; any entry may cite it"
                yield Finding(
                    "duplicate-id",
                    f"the source `{id_}` is declared in `{seen[id_]}`",
                    entry.path,
                    place,
                    help_,
                    at_key=True,
                )
            elif holder := corpus.by_id.get(id_) or corpus.aliases.get(id_):
                message = f"the id `{id_}` is taken by `{holder.path}`"
                yield Finding("duplicate-id", message, entry.path, place, at_key=True)
            seen.setdefault(id_, entry.path)


def _anchors(entry: Development) -> Iterator[Finding]:
    for id_ in (*entry.claims, *entry.sources):
        kind = "claims" if id_ in entry.claims else "sources"
        if links.is_taken(id_):
            yield Finding(
                "reserved-id",
                f"`{id_}` names a part of the page",
                entry.path,
                (kind, id_),
                "choose another id",
                at_key=True,
            )
    for id_ in (id_ for id_ in entry.claims if id_ in entry.sources):
        yield Finding(
            "duplicate-id", f"the claim `{id_}` has the id of a source", entry.path, ("claims", id_), at_key=True
        )
    for key, claim in entry.claims.items():
        for number, alias in enumerate(claim.aliases):
            others = [
                id_ for id_, other in entry.claims.items() if id_ == alias or (id_ < key and alias in other.aliases)
            ]
            if others or alias in entry.sources or links.is_taken(alias):
                yield Finding(
                    "duplicate-id", f"the id `{alias}` is taken", entry.path, ("claims", key, "aliases", number)
                )
