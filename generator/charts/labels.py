"""Where the names of places go on a map: beside their dots, over no other dot, name or edge."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.charts import lettering

SIZE = 11.0
DOT = 3.5
_GAP = 3.0
_SIDES = ("right", "left", "above", "below")
_ANCHORS = {"right": "start", "left": "end", "above": "middle", "below": "middle"}


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the map."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Box) -> bool:
        """Whether two rectangles share more than an edge."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def holds(self, other: Box) -> bool:
        """Whether the other lies within this one."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )


@dataclass(frozen=True, slots=True)
class Name:
    """A name to be put beside the dot at `x`, `y`; without a side, on the first where it is free."""

    words: str
    x: float
    y: float
    side: str = ""
    dx: float = 0.0
    dy: float = 0.0


@dataclass(frozen=True, slots=True)
class Label:
    """Where the words of a name begin, end or have their middle (`anchor`), on which base line, and what they cover."""

    x: float
    y: float
    anchor: str
    box: Box


def dot(x: float, y: float) -> Box:
    """What a dot covers."""
    return Box(x - DOT, y - DOT, x + DOT, y + DOT)


def place(names: Sequence[Name], taken: Iterable[Box], sheet: Box) -> list[Label | None]:
    """A label for each name, in order; None where there is no room for one.

    Those whose side is given are placed first, and stay there whatever is in their way.
    """
    boxes = [*taken, *(dot(name.x, name.y) for name in names)]
    labels: dict[int, Label] = {}
    for number in sorted(range(len(names)), key=lambda number: not names[number].side):
        label = _free(names[number], boxes, sheet)
        if label:
            labels[number] = label
            boxes.append(label.box)
    return [labels.get(number) for number in range(len(names))]


def _free(name: Name, boxes: list[Box], sheet: Box) -> Label | None:
    if name.side:
        return _label(name, name.side)
    for side in _SIDES:
        label = _label(name, side)
        if sheet.holds(label.box) and not any(label.box.overlaps(box) for box in boxes):
            return label
    return None


def _label(name: Name, side: str) -> Label:
    width = lettering.width(name.words, SIZE)
    x = name.x + name.dx + {"right": DOT + _GAP, "left": -DOT - _GAP}.get(side, 0.0)
    y = name.y + name.dy + {"above": -DOT - _GAP, "below": DOT + _GAP + 0.7 * SIZE}.get(side, 0.35 * SIZE)
    left = x - {"start": 0.0, "middle": width / 2, "end": width}[_ANCHORS[side]]
    return Label(x, y, _ANCHORS[side], Box(left, y - 0.8 * SIZE, left + width, y + 0.25 * SIZE))
