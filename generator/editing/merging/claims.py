"""Two claims become one: all that was said on the first is said on the second."""

from __future__ import annotations

from generator.corpus import Corpus
from generator.editing import items
from generator.editing.merging import left
from generator.editing.move import Move
from generator.editing.refusal import RefusedError
from generator.editing.rename import leads_of
from generator.editing.working import Working
from generator.model import Claim

_CONTENT = ("text", "about", "unit", "credibility")


def merge(corpus: Corpus, one: Claim, into: Claim, day: str) -> Move:
    """Make the claim `one` part of `into`, which may stand in another entry. Its own wording stays as a comment."""
    if one.unit != into.unit:
        raise RefusedError(f"`{one.reference}` and `{into.reference}` do not have the same `unit`")
    working, leads = Working(corpus), leads_of(one, into.reference)
    path, other = (corpus.developments[claim.entry].path for claim in (one, into))
    working.link(leads, {})
    was = items.item(items.tree(working.text(path)), ("claims", one.id))
    assert was
    working.change(path, lambda tree: items.without(tree, ("claims", one.id)))
    working.alias(other, ("claims", into.id), aliases(one, into, into.entry))
    if not is_same(one, into) or any(was.comments()):
        lines = left.remarks(one.reference, day, path, [was])
        working.change(other, lambda tree: items.with_remarks(tree, lines))
    what = f"Two claims that are one were put together: {one.text}"
    for changed in dict.fromkeys([other, path]):
        working.revise(changed, day, "update", what)
    return Move(working.texts, leads)


def is_same(one: Claim, other: Claim) -> bool:
    """Whether two claims say the same, whatever they are called."""
    return all(getattr(one, field) == getattr(other, field) for field in _CONTENT)


def aliases(one: Claim, into: Claim, home: str) -> list[str]:
    """The old ids of a claim of the entry `home` when it has taken in another; those of that entry without its name."""
    taken_in = (one.reference, *(alias if "#" in alias else f"{one.entry}#{alias}" for alias in one.aliases))
    short = (name.removeprefix(f"{home}#") for name in taken_in)
    return [name for name in dict.fromkeys([*into.aliases, *short]) if name != into.id]
