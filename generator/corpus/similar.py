"""Which developments are probably one thing told twice, and which are akin: for a rule, and for who begins an entry.

Two are probably the same if they have the same main source, or if they have the same day, a first actor in common and
similar titles; of a draft it is not known yet who its first actor is, and day and title are enough.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TypeAlias, TypeVar

from generator.corpus.address import address
from generator.corpus.collection import Collection, DeclaredSource
from generator.corpus.titles import are_similar, title_words
from generator.dates import Date
from generator.model import Development

_SAME_SOURCE = "the same main source"

# What a draft shares with one akin to it weighs at least so large a part of all that could be shared.
AKIN_PART = 0.4

Days: TypeAlias = tuple[datetime.date, datetime.date]
K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Draft:
    """A development before it is written: the words typed for it, with the ids of its actors, and no more."""

    title: str
    date: Date | None = None
    actors: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Likeness:
    """A development that is probably the same as another, and what both have, in words: `the same …`."""

    entry: Development
    common: str
    is_by_source: bool = False


def duplicates(corpus: Collection, draft: Draft) -> list[Likeness]:
    """The developments, retracted ones left out, that a draft probably tells again, in chronological order.

    They have one of its addresses as their main source, or its day and a similar title.
    """
    found = []
    wanted, words = {address(url) for url in draft.urls}, title_words(draft.title)
    for entry in _candidates(corpus):
        if main_address(corpus, entry) in wanted:
            found.append(Likeness(entry, _SAME_SOURCE, is_by_source=True))
        elif draft.date and _days(draft.date) == _days(entry.date) and are_similar(words, title_words(entry.title)):
            found.append(Likeness(entry, _same_day(sorted(first_actors(entry).intersection(draft.actors)))))
    return found


def akin(corpus: Collection, draft: Draft, most: int = 5) -> list[Development]:
    """The developments that readers see and that have most in common with a draft, the likeliest first.

    What counts are words of title and summary, and actors, whose names are not counted again: the rarer, the more. One
    thing in common is not enough, nor are some that weigh little among all of the draft; of those that have as much,
    the nearest in time comes first.
    """
    wanted = _telling_words(corpus, draft).union(draft.actors)
    shared = {
        id_: wanted & (title_words(f"{entry.title} {entry.summary}") | _actors(corpus, entry))
        for id_, entry in corpus.shown.items()
    }
    holders = {thing: sum(thing in things for things in shared.values()) for thing in sorted(wanted)}
    weights = {thing: math.log(1 + len(shared) / (count or 1)) for thing, count in holders.items()}
    weight = {id_: math.fsum(weights[thing] for thing in things) for id_, things in shared.items() if len(things) > 1}
    enough = AKIN_PART * math.fsum(weights.values())
    found = [corpus.shown[id_] for id_ in weight if weight[id_] >= enough]
    found.sort(key=lambda entry: (-weight[entry.id], _distance(entry, draft)))
    return found[:most]


def declared(corpus: Collection, urls: Iterable[str]) -> dict[str, DeclaredSource]:
    """The sources that are declared already, by those of the given addresses that lead to them."""
    known = {place: corpus.sources[id_] for id_, place in corpus.addresses.items()}
    return {url: known[address(url)] for url in urls if address(url) in known}


def pairs(corpus: Collection) -> Iterator[tuple[Development, Likeness]]:
    """Each development that is probably told again, with the first of those added before it that it repeats.

    Left out are pairs of which one names the other: by a relation, of which `distinct-from` says no more than that,
    by a link, or by what is said on its claims. Whoever wrote that knew of both.
    """
    entries = sorted(_candidates(corpus), key=lambda entry: entry.added.latest)
    found = set()
    for group in _groups((main_address(corpus, entry) or entry.path, entry) for entry in entries).values():
        for number, entry in enumerate(group):
            if same := _first_unknown(corpus, entry, islice(group, number)):
                found.add(entry.id)
                yield entry, Likeness(same, _SAME_SOURCE, is_by_source=True)
    for on_one_day in _groups((_days(entry.date), entry) for entry in entries).values():
        acting = ((actor, entry) for entry in on_one_day for actor in sorted(first_actors(entry)))
        for actor, group in _groups(acting).items():
            for entry, others in _similar(group):
                if entry.id not in found and (same := _first_unknown(corpus, entry, others)):
                    found.add(entry.id)
                    yield entry, Likeness(same, _same_day([actor]))


def main_source(entry: Development) -> str | None:
    """The id of the source on which an entry mainly rests: the first of what was first said, else the first of all."""
    said = entry.statements or entry.quotations
    return said[0].source[0] if said else next(iter(entry.sources), None)


def main_address(corpus: Collection, entry: Development) -> str | None:
    """Where the main source of an entry stands; None if there is none."""
    return corpus.addresses.get(main_source(entry) or "")


def first_actors(entry: Development) -> set[str]:
    """Those in whose name the first statement is made, whom the first claim is about, and the first of `actors`."""
    first = set(entry.actors[:1])
    if entry.statements:
        first.add(entry.statements[0].by[0])
    if entry.claims:
        first.update(next(iter(entry.claims.values())).about[:1])
    return first


def _candidates(corpus: Collection) -> Iterator[Development]:
    return (entry for entry in corpus.developments.values() if entry.state != "retracted")


def _groups(keyed: Iterable[tuple[K, Development]]) -> dict[K, list[Development]]:
    """Developments by a key that two of them have at least, in the order in which they come."""
    groups: dict[K, list[Development]] = {}
    for key, entry in keyed:
        groups.setdefault(key, []).append(entry)
    return {key: group for key, group in groups.items() if len(group) > 1}


def _similar(group: list[Development]) -> Iterator[tuple[Development, Iterator[Development]]]:
    """Each of a group, with those before it that have a similar title."""
    words = [title_words(entry.title) for entry in group]
    for number, entry in enumerate(group):
        yield entry, (group[n] for n in range(number) if are_similar(words[n], words[number]))


def _first_unknown(corpus: Collection, entry: Development, others: Iterable[Development]) -> Development | None:
    """The first of the others that neither names the entry nor is named by it."""
    return next((other for other in others if not (_names(corpus, entry, other) or _names(corpus, other, entry))), None)


def _names(corpus: Collection, entry: Development, other: Development) -> bool:
    return any(use.target.partition("#")[0] == other.id for use in corpus.uses[entry.path])


def _actors(corpus: Collection, entry: Development) -> set[str]:
    return {use.target for use in corpus.uses[entry.path] if use.how in ("by", "about", "actor", "speaker")}


def _telling_words(corpus: Collection, draft: Draft) -> frozenset[str]:
    """The words of a title without the names of the actors, which count as actors."""
    actors = (corpus.actors[id_] for id_ in draft.actors if id_ in corpus.actors)
    names = (name for actor in actors for name in (actor.name, actor.short or "", *actor.also_known_as))
    return title_words(draft.title).difference(*map(title_words, names))


def _days(date: Date) -> Days:
    return date.earliest, date.latest


def _distance(entry: Development, draft: Draft) -> int:
    return abs((entry.date.anchor - draft.date.anchor).days) if draft.date else 0


def _same_day(actors: list[str]) -> str:
    return f"the same day, `{actors[0]}` and a similar title" if actors else "the same day and a similar title"
