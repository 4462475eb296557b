"""Chains of `speaks-for`, `part-of`, `broader` and `origin` come to an end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from generator.corpus import Corpus
from generator.diagnostics import Also, Finding

# By the id of what stands below: the file and place of each step up, by the id of what stands above.
Steps: TypeAlias = Mapping[str, Mapping[str, tuple[str, tuple[str | int, ...]]]]


def check(corpus: Corpus) -> Iterator[Finding]:
    """Each circle once, at its alphabetically first member."""
    for chain in ("speaks-for", "part-of", "broader"):
        yield from _circles(chain, _entity_steps(corpus, chain))
    yield from _circles("part-of", _development_steps(corpus))
    yield from _circles("origin", _origin_steps(corpus))


def _entity_steps(corpus: Corpus, chain: str) -> Steps:
    return {
        entity.id: {use.target: (entity.path, use.where) for use in corpus.uses[entity.path] if use.how == chain}
        for entity in corpus.entities
    }


def _development_steps(corpus: Corpus) -> Steps:
    return {
        entry.id: {
            relation.to: (entry.path, ("relations", number, "to"))
            for number, relation in enumerate(entry.relations)
            # That an entry is part of itself is reported by another rule.
            if relation.type == "part-of" and relation.to != entry.id
        }
        for entry in corpus.developments.values()
    }


def _origin_steps(corpus: Corpus) -> Steps:
    return {
        id_: {declared.source.origin: (declared.entry.path, ("sources", id_, "origin"))}
        for id_, declared in corpus.sources.items()
        if declared.source.origin
    }


def _circles(chain: str, steps: Steps) -> Iterator[Finding]:
    for start in sorted(steps):
        circle = _way_back(start, steps)
        if circle and start == min(circle):
            ways = list(zip(circle, [*circle[1:], start], strict=True))
            also = tuple(Also(*steps[below][above], label=f"leads to `{above}`") for below, above in ways[1:])
            (path, where), label = steps[start][ways[0][1]], f"leads to `{ways[0][1]}`"
            message = f"`{chain}` leads in a circle: {' → '.join([*circle, start])}"
            yield Finding("circle", message, path, where, "take out one of these steps", label, also=also)


def _way_back(start: str, steps: Steps) -> list[str]:
    """The shortest way up from `start` that leads back to it, without its end; empty for none."""
    ways, reached = [[start]], set[str]()
    for way in ways:  # grows while it is read
        for above in sorted(steps.get(way[-1], ())):
            if above == start:
                return way
            if above not in reached:
                reached.add(above)
                ways.append([*way, above])
    return []
