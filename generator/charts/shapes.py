"""The shapes of marks, which say how well a date is known, and the key to them."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from generator.charts import svg
from generator.render import Pattern

# Radius of a dot; a bar is as high as a dot.
R = 3.3

# Every shape with its words in the key, in the key's order.
WORDS = {
    "dot": "day",
    "bar": "several days",
    "outlined": "month or year only",
    "dashed": "approximate, or one day within",
    "fading": "goes on",
    "hollow": "scheduled",
    "crossed": "cancelled",
}

_CIRCLE = Pattern('<circle{} cx="{}" cy="{}" r="{}"/>')
_RECT = Pattern('<rect{} x="{}" y="{}" width="{}" height="{}"{}/>')
_CROSS = Pattern('<text class="crossed" x="{}" y="{}">✕</text>')
_CLASS = Pattern(' class="{}"')
_CENTRED = Pattern(' transform="translate(-{})"')
_ROUND = Pattern(' rx="{}"')
_MASK = Pattern(' mask="url(#{})"')
_KEY = Pattern('<span class="shape-key"><svg width="{}" height="10" aria-hidden="true">{}</svg> {}</span> ')
_FADES = Pattern(
    '<linearGradient id="{0}-fade"{1}><stop stop-color="white"/><stop offset="1" stop-color="white" stop-opacity=".1"/>'
    '</linearGradient><linearGradient id="{0}-rise"{1}><stop stop-color="white" stop-opacity=".1"/>'
    '<stop offset="1" stop-color="white"/></linearGradient>'
    '<mask id="{0}-after" maskContentUnits="objectBoundingBox">'
    '<rect width="1" height="1" fill="url(#{0}-fade)"/></mask>'
    '<mask id="{0}-before" maskContentUnits="objectBoundingBox">'
    '<rect width="1" height="1" fill="url(#{0}-rise)"/></mask>'
)
_DOWN = Markup(' x2="0" y2="1"')


def dot(shape: str, x: str, y: float) -> Markup:
    """A mark no longer than a dot, with its middle at `x`."""
    if shape == "crossed":
        return _CROSS.format(x, svg.number(y + R))
    if shape in ("bar", "outlined", "fading"):
        side = svg.number(2 * R)
        return _RECT.format(_class(shape), x, svg.number(y - R), side, side, _CENTRED.format(svg.number(R)))
    return _CIRCLE.format(_class(shape), x, svg.number(y), svg.number(R))


def bar(shape: str, x: str, y: float, width: str, fade: str = "") -> Markup:
    """A mark with a length; `fade` is the id of a mask that lets one of its ends fade away."""
    more = _MASK.format(fade) if fade else Markup()
    if shape == "hollow":
        more = _ROUND.format(svg.number(R))
    return _RECT.format(_class(shape), x, svg.number(y - R), width, svg.number(2 * R), more)


def upright(shape: str, x: float, y: float, height: float, fade: str = "") -> Markup:
    """A bar that goes down the page, half as wide as a dot."""
    more = _MASK.format(fade) if fade else Markup()
    return _RECT.format(_class(shape), svg.number(x), svg.number(y), svg.number(R), svg.number(height), more)


def fades(prefix: str, *, is_downward: bool = False) -> Markup:
    """The masks that let a bar fade away: `…-after` at its end, `…-before` at its beginning."""
    return _FADES.format(prefix, _DOWN if is_downward else Markup())


def key(shapes: Iterable[str], prefix: str) -> Markup:
    """One line that says what these shapes mean."""
    shown = set(shapes)
    return Markup().join(_key(shape, prefix) for shape in WORDS if shape in shown)


def _key(shape: str, prefix: str) -> Markup:
    is_long = shape in ("bar", "outlined", "fading")
    fade = f"{prefix}-after" if shape == "fading" else ""
    drawn = bar(shape, "1", 5.0, "14", fade) if is_long else dot(shape, "5", 5.0)
    return _KEY.format(16 if is_long else 10, drawn, WORDS[shape])


def _class(shape: str) -> Markup:
    """What is filled needs no class."""
    return Markup() if shape in ("dot", "bar", "fading") else _CLASS.format(shape)
