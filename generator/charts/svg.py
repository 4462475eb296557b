"""How numbers, paths and the outermost element of a drawing are written: short, and the same on every machine."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from markupsafe import Markup

from generator.render import Pattern

Position = tuple[float, float]

_HIDDEN = Markup('aria-hidden="true"')
_LABELLED = Pattern('role="{}" aria-label="{}"')


def number(value: float) -> str:
    """A number with one decimal at most."""
    return _tenths(round(value * 10))


def hidden() -> Markup:
    """The attribute of a drawing whose content stands beside it as text."""
    return _HIDDEN


def labelled(label: str, *, has_links: bool = False) -> Markup:
    """The attributes of a drawing with a name: a group if there are links to reach in it, else an image."""
    return _LABELLED.format("group" if has_links else "img", label)


def lines(shapes: Iterable[Sequence[Position]], *, closed: bool = False) -> Markup:
    """The data of a path along some lines: relative steps, from points rounded first so that no error adds up."""
    return Markup("".join(_line(shape, closed=closed) for shape in shapes))


def _line(shape: Sequence[Position], *, closed: bool) -> str:
    points = [(round(x * 10), round(y * 10)) for x, y in shape]
    steps = [(x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairwise(points)]
    steps = [step for step in (steps[:-1] if closed else steps) if step != (0, 0)]
    if not steps:
        return ""
    drawn = "".join(_joined(x) + _joined(y) for x, y in steps)
    start = _tenths(points[0][0]) + _joined(points[0][1])
    return f"M{start}l{drawn.removeprefix(' ')}{'z' if closed else ''}"


def _tenths(value: int) -> str:
    whole, tenth = divmod(abs(value), 10)
    return ("-" if value < 0 else "") + (str(whole) if whole or not tenth else "") + (f".{tenth}" if tenth else "")


def _joined(value: int) -> str:
    """A number as it follows another one: a minus sign parts them too."""
    return _tenths(value) if value < 0 else " " + _tenths(value)
