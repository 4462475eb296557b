"""What a link leads to, in a few words: shown beside it, before a reader follows it.

A page carries the previews of the links in its prose and of the names in its facts, up to so many characters, so that
none grows without bound. What stands on the page itself needs no preview here: a script shows it as it stands there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator import words
from generator.model import Development, Entity
from generator.prose import plain, references, sentence_around
from generator.site import Site, unique

ROOM = 2_500


@dataclass(frozen=True, slots=True)
class Preview:
    """The entry at an address: its name, what kind of thing it is or when it happened, and a sentence."""

    address: str
    title: str
    kind: str
    words: str
    status: str = ""


def previews(site: Site, here: str, texts: Iterable[str | None], ids: Iterable[str] = ()) -> list[Preview]:
    """The previews of what some texts on the page of `here` link to, and of other entries, each once."""
    linked = [reference.target for text in texts if text for reference in references(text) if not reference.is_citation]
    wanted = unique([*(target.partition("#")[0] for target in linked), *ids])
    found, room = [], ROOM
    for preview in _of(site, (id_ for id_ in wanted if id_ != here)):
        room -= len(preview.title) + len(preview.words)
        if room < 0:
            break
        found.append(preview)
    return found


def _of(site: Site, ids: Iterable[str]) -> Iterator[Preview]:
    for id_ in ids:
        entry = site.corpus.by_id.get(id_)
        if isinstance(entry, Development) and entry.id in site.corpus.shown:
            first = next(iter(entry.claims.values()), None)
            status = words.status(site.corpus.assess(first)) if first and entry.counts else ""
            yield Preview(site.address(entry), entry.title, entry.date.words(), entry.summary, status)
        elif isinstance(entry, Entity):
            yield Preview(site.address(entry), entry.name, _kind(entry), _sentence(site, entry))


def _kind(entity: Entity) -> str:
    """`government body`; of a place or a theme, just that."""
    kind = getattr(entity, "kind", None) or entity.folder.removesuffix("s")
    return str(kind).replace("-", " ")


def _sentence(site: Site, entity: Entity) -> str:
    return plain(sentence_around(entity.description, 0), lambda target: site.target(target).words)
