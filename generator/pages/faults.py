"""Faults and fixes: a list of all that a check can report, and a page for each code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from markupsafe import Markup, escape

from generator import faults, links
from generator.faults import Explanation
from generator.output import Neighbour, Page
from generator.site import Site

_LEAD = "What can be wrong with an entry, why it matters to readers, and how it is mended."
_CODE = re.compile(r"`([^`]+)`")


def landing(site: Site) -> Iterator[Page]:
    """The list of all codes by what they are about."""
    groups = faults.groups()
    yield site.page(
        "faults.html",
        links.FAULTS,
        "Faults and fixes",
        "faults",
        description=_LEAD,
        landing=True,
        lead=_LEAD,
        groups=groups,
        address=links.fault,
    )


def pages(site: Site) -> Iterator[Page]:
    """The page of each code. The list is searched in their stead: their examples are about nothing real."""
    ordered = list(chain.from_iterable(faults.groups().values()))
    for number, fault in enumerate(ordered):
        path = links.fault(fault.code)
        yield site.page(
            "fault.html",
            path,
            fault.title,
            "faults",
            description=_plain(fault.why.split(". ")[0]) + ".",
            searchable=False,
            before=_neighbour(ordered[number - 1]) if number else None,
            after=_neighbour(ordered[number + 1]) if number + 1 < len(ordered) else None,
            fault=fault,
            index=links.FAULTS,
            group=faults.GROUPS[fault.group],
            why=_paragraphs(fault.why, path),
            mend=_paragraphs(fault.mend, path),
        )


def _neighbour(fault: Explanation) -> Neighbour:
    return Neighbour(links.fault(fault.code), fault.title)


def _plain(text: str) -> str:
    return " ".join(text.replace("`", "").split())


def _paragraphs(text: str, path: str) -> list[Markup]:
    """The paragraphs of a text with its words in backticks as code; a code of another fault leads to its page."""
    return [Markup("").join(_pieces(paragraph, path)) for paragraph in text.split("\n\n")]


def _pieces(paragraph: str, path: str) -> Iterator[Markup]:
    for number, piece in enumerate(_CODE.split(paragraph)):
        if number % 2 == 0:
            yield escape(piece)
        elif piece in faults.codes():
            yield Markup('<a href="{}"><code>{}</code></a>').format(links.relative(path, links.fault(piece)), piece)
        else:
            yield Markup("<code>{}</code>").format(piece)
