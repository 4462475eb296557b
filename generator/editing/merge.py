"""Two things that are one become one: what the first has and the second has not moves, and its ids lead there.

What both have, and have differently, is not decided here: of entries and sources it stays as comments at the end of the
file for an editor to use or delete, and claims of one id with different contents are refused.
"""

from __future__ import annotations

from generator.corpus import Corpus, DeclaredSource
from generator.editing.merging import claims, developments, entities, sources
from generator.editing.move import Move
from generator.editing.names import named, what
from generator.editing.refusal import MisuseError
from generator.model import Claim, Development, Entity


def merge(corpus: Corpus, one: str, into: str, day: str) -> Move:
    """Make what is called `one` part of what is called `into`; `day` is that of the revision that tells of it.

    Raises `MisuseError` where these are not two things of a kind, `RefusedError` where an editor has to decide first.
    """
    first, second = named(corpus, one), named(corpus, into)
    if first is second:
        raise MisuseError(f"`{one}` and `{into}` are one already")
    if what(first) != what(second):
        raise MisuseError(f"`{one}` is {what(first)}, and `{into}` is {what(second)}")
    if isinstance(first, Claim) and isinstance(second, Claim):
        return claims.merge(corpus, first, second, day)
    if isinstance(first, DeclaredSource) and isinstance(second, DeclaredSource):
        return sources.merge(corpus, first, second, day)
    if isinstance(first, Development) and isinstance(second, Development):
        return developments.merge(corpus, first, second, day)
    assert isinstance(first, Entity)
    assert isinstance(second, Entity)
    return entities.merge(corpus, first, second, day)
