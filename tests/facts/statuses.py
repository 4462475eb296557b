"""Where what readers are told of a claim departs from what an editor expects, or from page to page: each in words.

What was added after the day of the research is not measured by it; what pages show is measured for every claim.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator import links, words
from generator.corpus import Corpus
from generator.model import Claim
from generator.output import Page
from tests.facts.deviations import DAY
from tests.html_page import Element, HtmlPage


def of_badges(corpus: Corpus, expected: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    """Claims whose badge on the day of the research is another than expected, or is not expected at all."""
    for reference, claim in corpus.shown_claims.items():
        badge = words.badge(corpus, corpus.assess(claim, DAY))
        if reference in expected:
            wanted = expected[reference]["status"]
            yield from [f"{reference}: {badge!r}, not {wanted!r}"] if badge != wanted else []
        elif corpus.developments[claim.entry].added.latest <= DAY:
            yield f"{reference}: {badge!r} is not expected"
    yield from (f"{reference}: no such claim" for reference in expected.keys() - corpus.shown_claims.keys())


def of_pages(corpus: Corpus, pages: Iterable[Page]) -> Iterator[str]:
    """Claims that their development's page or the ledger does not show, or shows with another status."""
    missing = {(reference, where) for reference in corpus.shown_claims for where in ("page", "ledger")}
    for page in pages:
        for reference, where, shown in _shown(corpus, page):
            missing.discard((reference, where))
            wanted = _told(corpus, corpus.shown_claims[reference])
            yield from [f"{reference}: the {where} shows {shown!r}, not {wanted!r}"] if shown != wanted else []
    yield from sorted(f"{reference}: not on the {where}" for reference, where in missing)


def _told(corpus: Corpus, claim: Claim) -> str:
    """A claim with its status and all remarks, without white space."""
    assessment = corpus.assess(claim)
    return _squeezed(claim.text, words.status(assessment), *words.remarks(corpus, assessment))


def _shown(corpus: Corpus, page: Page) -> Iterator[tuple[str, str, str]]:
    """What a page shows of claims: which claim, whether on the page of its development or in the ledger, and what."""
    kind, _, id_ = page.path.removesuffix(".html").partition("/")
    if kind == "developments" and id_ in corpus.shown:
        yield from _on_page(corpus, id_, HtmlPage(page.body))
    elif kind == "claims":
        yield from _in_ledger(corpus, page.path, HtmlPage(page.body))


def _on_page(corpus: Corpus, id_: str, body: HtmlPage) -> Iterator[tuple[str, str, str]]:
    for claim in corpus.shown[id_].claims.values():
        for heading in body.of("h3", id=claim.id):
            below = [e for e in body.elements if e.tag == "p" and e.parent is heading.parent]
            text = body.text(heading).removesuffix("#").strip().removesuffix(f"({claim.unit})")
            yield claim.reference, "page", _squeezed(text, *_badge(body, below[0]))


def _in_ledger(corpus: Corpus, path: str, body: HtmlPage) -> Iterator[tuple[str, str, str]]:
    addresses = {links.relative(path, links.claim(reference)): reference for reference in corpus.shown_claims}
    for row in body.of("tr"):
        cells = [e for e in body.elements if e.tag == "td" and e.parent is row]
        for link in [e for e in body.of("a") if cells and e.parent is cells[0]]:
            if reference := addresses.get(link.attributes["href"]):
                yield reference, "ledger", _squeezed(body.text(link), body.text(cells[1]))


def _badge(body: HtmlPage, line: Element) -> list[str]:
    """The pieces of text in a line, without those that are there for the eye alone."""
    return [
        data
        for element, data in body.pieces
        if line in element.ancestors() and not any(e.attributes.get("aria-hidden") for e in element.ancestors())
    ]


def _squeezed(*pieces: str) -> str:
    return "".join("".join(pieces).split())
