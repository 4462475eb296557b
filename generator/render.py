"""Templates and what they may call; whatever comes from an entry is escaped here, by Jinja's autoescape."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from generator import links

_HANGUL = re.compile(
    "[\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff]+(?:[ ·,…0-9]+[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]+)*"
)
_TAGS = re.compile(r"(<[^>]*>)")


class Renderer:
    """The Jinja environment of all pages."""

    def __init__(self, folder: Path = Path(__file__).parent / "templates") -> None:
        self._environment = Environment(
            loader=FileSystemLoader(folder),
            autoescape=True,
            auto_reload=False,  # a renderer lives for one build
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            extensions=["jinja2.ext.do"],
        )
        self._environment.filters["hangul"] = mark_hangul

    def render(self, template: str, path: str, **values: object) -> str:
        """Fill a template for the page at `path`; in it, `to(address)` is the relative link from there."""
        return self._environment.get_template(template).render(to=partial(links.relative, path), path=path, **values)


class Pattern:
    """A piece of HTML with places for values, which it escapes: what `Markup.format` does, at a fifth of its time."""

    def __init__(self, html: str) -> None:
        self._html = html

    def format(self, *values: object) -> Markup:
        """The HTML with the values in their places."""
        return Markup(self._html.format(*map(escape, values)))


def mark_hangul(text: str | Markup) -> Markup:
    """Text or HTML with every run of Hangul marked as Korean, for screen readers, fonts and line breaks."""
    markup = escape(text)
    if markup.isascii() or not _HANGUL.search(markup):
        return markup
    pieces = _TAGS.split(markup)
    pieces[0::2] = [_HANGUL.sub(r'<span lang="ko">\g<0></span>', piece) for piece in pieces[0::2]]
    return Markup("".join(pieces))
