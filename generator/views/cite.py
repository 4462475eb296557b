"""How a page and a claim on it are cited: by Chicago's rules, by APA's, as BibTeX, and by the plain address.

The address is in full where the site knows under which it is published, else that within the site.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from markupsafe import Markup, escape

from generator import links
from generator.dates import calendar_month
from generator.model import Development
from generator.render import Pattern
from generator.site import Site

# What a script puts in the place of these, so that a page need not carry the citations of each of its claims.
WORDS, CODE, CLAIM = "‹words›", "‹code›", "‹claim›"

_QUOTED = re.compile(r"[\"“]([^\"“”]*)[\"”]")
_SPECIAL = str.maketrans(
    {character: f"\\{character}" for character in "&%$#_{}"}
    | {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
)


@dataclass(frozen=True, slots=True)
class Citation:
    """One way to cite; `is_code` marks what a program reads."""

    form: str
    text: Markup
    is_code: bool = False


def of_page(site: Site, entry: Development, changed: datetime.date) -> list[Citation]:
    """The citations of a development's page, as it was last changed."""
    title, address = entry.title, site.published_address(links.development(entry.id))
    return [
        Citation("Chicago", _chicago(Pattern("“{}”").format(_ended(title, ".")), site.name, changed, address)),
        Citation("APA", _apa(Pattern("<cite>{}</cite>.").format(title.rstrip(".")), site.name, changed, address)),
        Citation("BibTeX", _bibtex(entry.id, title, "", site.name, changed, address), is_code=True),
        Citation("Link", escape(address)),
    ]


def of_claim(site: Site, entry: Development, changed: datetime.date) -> list[Citation]:
    """The citations of any claim on the page, with stand-ins for its words, these in BibTeX, and its id."""
    title, address = entry.title, f"{site.published_address(links.development(entry.id))}#{CLAIM}"
    chicago = Pattern("“{}.” Claim in “{}”").format(WORDS, _ended(title, ","))
    apa = Pattern("<cite>{}</cite> [Claim in “{}”].").format(WORDS, _inner(title))
    return [
        Citation("Chicago", _chicago(chicago, site.name, changed, address)),
        Citation("APA", _apa(apa, site.name, changed, address)),
        Citation("BibTeX", _bibtex(f"{entry.id}.{CLAIM}", CODE, title, site.name, changed, address), is_code=True),
        Citation("Link", escape(address)),
    ]


def _chicago(title: Markup, collection: str, changed: datetime.date, address: str) -> Markup:
    return Pattern("{} <cite>{}</cite>. Last modified {}. {}.").format(title, collection, _american(changed), address)


def _apa(title: Markup, collection: str, changed: datetime.date, address: str) -> Markup:
    date = f"{changed.year}, {calendar_month(changed.month)} {changed.day}"
    return Pattern("{} ({}). {}. {}").format(title, date, collection, address)


def _bibtex(key: str, title: str, within: str, collection: str, changed: datetime.date, address: str) -> Markup:
    note = f"Last modified {_american(changed)}"
    fields = {
        "title": f"{{{_escaped(title)}}}",
        "howpublished": _escaped(collection),
        "year": str(changed.year),
        "note": f"Claim in ``{_escaped(_inner(within))}''. {note}" if within else note,
        "url": address,
    }
    return Pattern("@misc{{{},\n{}\n}}").format(
        key, ",\n".join(f"  {name} = {{{text}}}" for name, text in fields.items())
    )


def _american(date: datetime.date) -> str:
    return f"{calendar_month(date.month)} {date.day}, {date.year}"


def _inner(title: str) -> str:
    """A title as it stands within quotation marks."""
    return _QUOTED.sub(r"‘\1’", title)


def _ended(title: str, mark: str) -> str:
    """A title within quotation marks, with the mark that follows it; one that asks or exclaims takes none."""
    return _inner(title) + ("" if title.endswith(("?", "!")) else mark)


def _escaped(text: str) -> str:
    """Text in BibTeX; Hangul and accents stay as they are, since today's programs read UTF-8."""
    return text.translate(_SPECIAL)
