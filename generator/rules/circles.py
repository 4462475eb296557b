"""Chains of `speaks-for`, `part-of`, `broader` and `origin` come to an end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.corpus import Corpus, Use
from generator.diagnostics import Finding

_CHAINS = ("speaks-for", "part-of", "broader")


def check(corpus: Corpus) -> Iterator[Finding]:
    """Each circle once, at its alphabetically first member."""
    for chain in _CHAINS:
        steps = {entity.id: use for entity in corpus.entities for use in corpus.uses[entity.path] if use.how == chain}
        for id_, circle in _circles({key: use.target for key, use in steps.items()}):
            yield _finding(chain, circle, corpus.by_id[id_].path, steps[id_].where)
    origins = {id_: declared.source.origin for id_, declared in corpus.sources.items() if declared.source.origin}
    for id_, circle in _circles(origins):
        yield _finding("origin", circle, corpus.sources[id_].entry.path, ("sources", id_, "origin"))
    yield from _part_of(corpus)


def _part_of(corpus: Corpus) -> Iterator[Finding]:
    """Developments may be part of several others; a circle is found by walking up from each."""
    above = {
        d.id: [relation.to for relation in d.relations if relation.type == "part-of"]
        for d in corpus.developments.values()
    }
    for id_, entry in corpus.developments.items():
        seen, ahead = set(), list(above[id_])
        while ahead:
            here = ahead.pop()
            if here not in seen:
                seen.add(here)
                ahead.extend(above.get(here, ()))
        if id_ in seen and id_ == min(
            seen & {other for other in seen if id_ in above.get(other, ()) or other == id_} | {id_}
        ):
            number = next(n for n, relation in enumerate(entry.relations) if relation.type == "part-of")
            yield _finding("part-of", [id_], entry.path, ("relations", number, "to"))


def _circles(steps: Mapping[str, str]) -> Iterator[tuple[str, list[str]]]:
    for start in sorted(steps):
        circle, here = [start], steps[start]
        while here in steps and here not in circle:
            circle.append(here)
            here = steps[here]
        if here == start and start == min(circle):
            yield start, circle


def _finding(chain: str, circle: list[str], path: str, where: Use.where) -> Finding:
    return Finding(
        "circle", f"`{chain}` leads in a circle: {' → '.join([*circle, circle[0]])}", path, where, "break it here"
    )
