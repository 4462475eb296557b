"""What a collection knows of the words typed for something new: whom and what they name, and whose address it is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from generator.corpus import Collection
from generator.corpus.names import key
from generator.editing.scaffold.ids import host_of, site_of
from generator.model import Entity
from generator.spelling import likely

# What may follow a name in Korean within one word.
_PARTICLE = "(?:은|는|이|가|을|를|의|에|에서|에게|와|과|도|로|으로|측|발)?"
# What stands before the name of a place, or after it in Korean, where it is meant and nobody who governs there.
_WHERE = "(?:above|across|around|at|in|inside|into|near|off|outside|over|within)"
_WHERE_IN_KOREAN = "(?:에|에서)"
# A place is where it happened as a rule if it was so for so large a part of the titles that name it.
_AS_A_RULE = 0.75
_IN_BRACKETS = re.compile(r"\s*\([^)]*\)")
_DASHES = re.compile("[-\u2010-\u2015\u2212/]")
_STEM = 6
_SMALL_WORDS = frozenset(["and", "for", "from", "in", "of", "on", "the", "to", "with"])


@dataclass(frozen=True, slots=True)
class Known:
    """An entity that the words name, and the name by which they do; of a name that several have, each is doubtful."""

    entity: Entity
    name: str
    is_doubtful: bool = False

    @property
    def is_place(self) -> bool:
        """Whether it is a place."""
        return self.entity.folder == "places"


def known(corpus: Collection, words: str) -> list[Known]:
    """Who and what is named: actors, places, publishers and themes, in the order of these kinds, then of the words.

    The longest name wins: within that of a ministry, the name of its state is not read.
    """
    named = [*corpus.actors.values(), *corpus.places.values(), *corpus.publishers.values()]
    return [*_named(named, words), *(Known(theme, theme.name) for theme in _themes(corpus, words))]


def happened(corpus: Collection, words: str) -> list[Known]:
    """Who and what is named in the words for a development; a place is doubtful that may stand for who governs there.

    That is known by the preposition, or else by what was true of the titles that name it.
    """
    return [
        replace(one, is_doubtful=True) if one.is_place and not _is_where(corpus, one, words) else one
        for one in known(corpus, words)
    ]


def called(entities: Mapping[str, Entity], typed: str) -> str:
    """The id that is typed, or the one whose name is; empty where there is none or more than one."""
    if typed in entities:
        return typed
    wanted = key(typed)
    ids = [id_ for id_, entity in entities.items() if wanted in {key(name) for name in _names(entity)}]
    return ids[0] if len(ids) == 1 else ""


def namesakes(entities: Mapping[str, Entity], names: Iterable[str]) -> list[Known]:
    """Those that have one of the names already, each with the first of these."""
    found: dict[str, Known] = {}
    for name in names:
        for entity in entities.values():
            if key(name) in {key(other) for other in _names(entity)}:
                found.setdefault(entity.id, Known(entity, name))
    return list(found.values())


def close(entities: Mapping[str, Entity], typed: str) -> str:
    """The id that is probably meant, or nothing."""
    return likely(typed.lower().replace(" ", "-"), entities)


def publisher_of(corpus: Collection, url: str) -> str:
    """The publisher whose address it is: by its own, or by that of its sources, if all there are its own."""
    host = host_of(url)
    if not host:
        return ""
    for same in (lambda other: other == host, lambda other: site_of(other) == site_of(host)):
        owners = {p.id for p in corpus.publishers.values() if p.url and same(host_of(p.url))}
        sources = [found.source for found in corpus.sources.values() if same(host_of(found.source.url))]
        cited = {called(corpus.publishers, source.publisher) for source in sources}
        for ids in (owners, cited):
            if len(ids) == 1 and "" not in ids:
                return ids.pop()
    return ""


def _named(entities: Iterable[Entity], words: str) -> list[Known]:
    names = _by_name(entities)
    rest, found = _even(words), []
    for name in sorted(names, key=lambda name: (-len(name), name)):
        pattern = re.compile(
            rf"(?<!\w){re.escape(name)}{_ending(name)}(?!\w)", 0 if _is_acronym(name) else re.IGNORECASE
        )
        if match := pattern.search(rest):
            rest = pattern.sub(lambda hit: "\0" * len(hit[0]), rest)
            found.append((match.start(), name))
    seen: dict[str, Known] = {}
    for _, name in sorted(found):
        for entity in names[name]:
            seen.setdefault(entity.id, Known(entity, name, is_doubtful=_has_rival(entity, names[name])))
    order = ("actors", "places", "publishers")
    return sorted(seen.values(), key=lambda one: order.index(one.entity.folder))


def _is_where(corpus: Collection, place: Known, words: str) -> bool:
    name = re.escape(place.name)
    if re.search(rf"\b{_WHERE} (?:the )?{name}(?!\w)|(?<!\w){name}{_WHERE_IN_KOREAN}", _even(words), re.IGNORECASE):
        return not place.is_doubtful
    names = "|".join(re.escape(_even(each)) for each in _names(place.entity))
    named = re.compile(rf"(?<!\w)(?:{names})(?!\w)", re.IGNORECASE)
    titles = ((entry, _even(entry.title)) for entry in corpus.developments.values())
    there = [place.entity.id in entry.places for entry, title in titles if named.search(title)]
    return not place.is_doubtful and sum(there) >= _AS_A_RULE * len(there)


def _by_name(entities: Iterable[Entity]) -> dict[str, list[Entity]]:
    found: dict[str, list[Entity]] = {}
    for entity in entities:
        for name in {_even(name) for name in _names(entity)}:
            if len(name) > 1:
                found.setdefault(name, []).append(entity)
    return found


def _has_rival(entity: Entity, others: list[Entity]) -> bool:
    return any(other.folder == entity.folder and other is not entity for other in others)


def _names(entity: Entity) -> Iterator[str]:
    """What an entity is called, without remarks in brackets and articles."""
    scripts = (value for value in entity.names.model_dump().values() if value)
    for name in filter(None, (entity.name, entity.short, *entity.also_known_as, *scripts)):
        yield name
        yield _IN_BRACKETS.sub("", name).removeprefix("The ")


def _even(text: str) -> str:
    """A text in which only the letters count: dashes are spaces, and all apostrophes are one."""
    plain = _DASHES.sub(" ", unicodedata.normalize("NFC", text)).replace("’", "'").replace("‘", "'")
    return " ".join(plain.split())


def _is_acronym(name: str) -> bool:
    """Whether it is told from a word by its capitals: `US`."""
    return len(name) <= 5 and name.isupper()


def _ending(name: str) -> str:
    return _PARTICLE if "가" <= name[-1] <= "힣" else ""


def _themes(corpus: Collection, words: str) -> Iterator[Entity]:
    """Themes of whose name each word that counts begins like one of the words typed."""
    stems = _stems(words)
    for theme in corpus.themes.values():
        wanted = _stems(theme.name)
        if wanted and wanted <= stems:
            yield theme


def _stems(words: str) -> set[str]:
    split = re.findall(r"\w+", _even(words).casefold())
    return {word[:_STEM].removesuffix("s") for word in split if word not in _SMALL_WORDS}
