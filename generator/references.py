"""References in hand-written pages: `[[id]]`, `[[id|words]]` and `[[id#claim]]` become links to generated pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from markupsafe import Markup, escape

from generator import links
from generator.output import Neighbour
from generator.render import mark_hangul

# Fenced blocks and code spans come first, so that what looks like a reference inside them is passed over.
_PIECE = re.compile(
    r"(?P<fence>^[ ]*(?P<marks>`{3,}|~{3,})[^\n]*\n.*?(?:^[ ]*(?P=marks)[`~]*[ ]*$|\Z))"
    r"|(?P<span>(?<!`)(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`))"
    r"|(?<!\\)\[\[(?P<target>[^\[\]|\n]+)(?:\|(?P<words>[^\[\]]+))?\]\]",
    re.DOTALL | re.MULTILINE,
)
_PUNCTUATION = re.compile(r"[^\w\s]|_")


def link(markdown: str, here: str, resolve: Callable[[str], Neighbour | None]) -> str:
    """Put links in the place of references; one that cannot be resolved stays as it is.

    The links are HTML, not Markdown, because MkDocs takes a Markdown link to a generated page for a broken one.
    """

    def replace(match: re.Match[str]) -> str:
        target = match["target"] and resolve(match["target"].strip())
        if not target:
            return match[0]
        words = (match["words"] or target.title).strip().replace("\n", " ")
        return f'<a href="{escape(links.relative(here, target.path))}">{_literal(words)}</a>'

    return _PIECE.sub(replace, markdown)


def retarget(markdown: str, leads: Mapping[str, str]) -> str:
    """Let references lead elsewhere: `leads` has the new targets by the old ones. Nothing else changes."""

    def replace(match: re.Match[str]) -> str:
        old = (match["target"] or "").strip()
        return match[0].replace(old, leads[old], 1) if old in leads else match[0]

    return _PIECE.sub(replace, markdown)


def targets(markdown: str) -> Iterator[str]:
    """What the references in a page point to, in order."""
    for match in _PIECE.finditer(markdown):
        if match["target"]:
            yield match["target"].strip()


def _literal(words: str) -> str:
    """Text that Markdown prints as it is, its Hangul marked as Korean."""
    return mark_hangul(Markup(_PUNCTUATION.sub(lambda match: f"&#{ord(match[0])};", words)))
