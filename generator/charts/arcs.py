"""What a development is linked with, in the order of time: a list with arcs beside it, steady where a list grows."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator import links
from generator.charts import svg
from generator.render import Pattern

Pair = tuple[int, int]

# Links that are drawn; more are left to a list.
MOST = 12
# Units of the drawing: the height of a row, and where the dots stand. Rows stretch it to their own height.
_ROW = 40.0
_WIDTH = 64
_DOTS = 57.0
_SHALLOWEST = 16.0
_DEEPEST = 72.0

_LIST = Pattern(
    '<div class="chart arcs"><svg viewBox="0 0 {} {}" preserveAspectRatio="none" aria-hidden="true">{}</svg>'
    "<ol>{}</ol></div>{}"
)
_PATH = Pattern('<path class="{}" d="{}"/>')
_NODE = Pattern('<li><span class="when">{}</span> {}<a href="{}">{}</a></li>')
_OWN_NODE = Pattern('<li><span class="when">{}</span> <strong>{}</strong></li>')
_WORDS = Pattern("<span>{}</span> ")
_AGAINST = Markup('<p class="note">Dashed: a link to something later.</p>')


@dataclass(frozen=True, slots=True)
class Node:
    """A development from its first day to its last; `words` say how the one of the page is linked with it."""

    id: str
    day: datetime.date
    last: datetime.date
    date: str
    title: str
    address: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Arc:
    """A link between two developments by their ids; of one that is not mutual, the first refers to the second."""

    one: str
    other: str
    is_mutual: bool = False


def draw(own: Node, others: Iterable[Node], arcs: Iterable[Arc], path: str) -> Markup:
    """The diagram of `own` and what it is linked with, and of the links among these; arcs to others are left out."""
    nodes = sorted([own, *others], key=lambda node: (node.day, node.id))
    places = {node.id: number for number, node in enumerate(nodes)}
    known = {node.id: node for node in nodes}
    shown = [arc for arc in arcs if arc.one in known and arc.other in known]
    against = {_pair(arc, places) for arc in shown if not arc.is_mutual and known[arc.one].last < known[arc.other].day}
    along = {_pair(arc, places) for arc in shown} - against
    drawn = Markup().join(_paths(sorted(along), sorted(against), places[own.id], len(nodes)))
    rows = Markup().join(_row(node, own, path) for node in nodes)
    return _LIST.format(_WIDTH, svg.number(_ROW * len(nodes)), drawn, rows, _AGAINST if against else "")


def _pair(arc: Arc, places: Mapping[str, int]) -> Pair:
    """The rows of its ends, the upper first."""
    one, other = sorted([places[arc.one], places[arc.other]])
    return one, other


def _paths(along: Sequence[Pair], against: Sequence[Pair], own: int, count: int) -> Iterator[Markup]:
    """Arcs among the others lie below those of the development itself, those against time on top, then the dots."""
    for name, chosen in (
        ("others", [pair for pair in along if own not in pair]),
        ("own", [pair for pair in along if own in pair]),
        ("against", against),
    ):
        if chosen:
            yield _PATH.format(name, "".join(_arc(*pair, count) for pair in chosen))
    yield _PATH.format("dots", "".join(_dot(number) for number in range(count) if number != own))
    yield _PATH.format("dots own-dot", _dot(own))


def _arc(one: int, other: int, count: int) -> str:
    """A curve to the left, deeper the further apart its ends are."""
    depth = _SHALLOWEST + (_DEEPEST - _SHALLOWEST) * (abs(one - other) - 1) / max(1, count - 2)
    x, bend, start, end = (svg.number(value) for value in (_DOTS, _DOTS - depth, _y(one), _y(other)))
    return f"M{x} {start}C{bend} {start} {bend} {end} {x} {end}"


def _dot(number: int) -> str:
    """The round end of a stroke without a length, which stays round when the drawing is stretched."""
    return f"M{svg.number(_DOTS)} {svg.number(_y(number))}h0"


def _y(number: int) -> float:
    return (number + 0.5) * _ROW


def _row(node: Node, own: Node, path: str) -> Markup:
    if node is own:
        return _OWN_NODE.format(node.date, node.title)
    words = _WORDS.format(node.words) if node.words else Markup()
    return _NODE.format(node.date, words, links.relative(path, node.address), node.title)
