"""Old addresses: a page at each leads on to what is there now; with JavaScript, to the same place in it.

An address is old because an id was changed, or because the page has gone: the history of a claim and the comparison of
an entry's claims are made only while there is enough to tell, and of what was retracted a tombstone alone remains.
"""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import escape

from generator import links, words
from generator.corpus import Corpus
from generator.model import Claim, Development, Entry, Theme
from generator.output import OutputFile
from generator.site import Site
from generator.views import filters, lists, matrix

_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<script>location.replace("{target}"{place})</script>
<meta http-equiv="refresh" content="0; url={target}">
<meta name="robots" content="noindex">
<title>Moved</title>
</head>
<body>
<p>This page has moved to <a href="{target}">{target}</a>.</p>
</body>
</html>
"""


def files(corpus: Corpus) -> Iterator[OutputFile]:
    """A page at each old address that leads somewhere."""
    site = Site(corpus, "")
    for entry in corpus.entries:
        if not isinstance(entry, Development) or corpus.is_reachable(entry):
            yield from _of_entry(site, entry)
    for claim in corpus.claims.values():
        if corpus.is_reachable(corpus.developments[claim.entry]):
            yield from _of_claim(corpus, claim)
    yield from _of_statuses(site)


def _of_entry(site: Site, entry: Entry) -> Iterator[OutputFile]:
    """From an entry's old ids, to its page and to those of the parts of its lists."""
    address = site.address(entry)
    further = list(lists.addresses(site, entry)) if entry.aliases and _is_shown(site, entry) else []
    for alias in entry.aliases:
        old = links.entry(entry.folder, alias)
        yield _redirect(old, address)
        for part in further:
            yield _redirect(old.removesuffix(".html") + part.removeprefix(address.removesuffix(".html")), part)
    yield from _of_matrix(site, entry)


def _of_matrix(site: Site, entry: Entry) -> Iterator[OutputFile]:
    """From where its claims are compared, or may have been when there were more or others spoke to them."""
    found = matrix.address(site, entry) if _is_shown(site, entry) else ""
    if found or _claims_ever(site.corpus, entry) >= matrix.LEAST:
        for name in (entry.id, *entry.aliases):
            path = links.matrix(links.entry(entry.folder, name))
            if path != found:
                yield _redirect(path, found or site.address(entry))


def _claims_ever(corpus: Corpus, entry: Entry) -> int:
    """How many claims an entry has or had; of a theme, with those of what was retracted."""
    if isinstance(entry, Theme):
        others = (d for d in corpus.developments.values() if entry.id in d.themes and corpus.is_reachable(d))
        return sum(_claims_ever(corpus, other) for other in others)
    if isinstance(entry, Development):
        aliases = sum(len(claim.aliases) for claim in entry.claims.values())
        return len(entry.claims) + aliases + len(corpus.moved_claims.get(entry.id, ()))
    return 0


def _is_shown(site: Site, entry: Entry) -> bool:
    return not isinstance(entry, Development) or entry.id in site.corpus.shown


def _of_claim(corpus: Corpus, claim: Claim) -> Iterator[OutputFile]:
    """From the histories that a claim has had, by all its names, to the one that it has, or to the claim itself.

    What was said on a claim of a retracted entry may be gone: any of them may have had one.
    """
    is_shown = claim.entry in corpus.shown
    if is_shown and not corpus.had_history(claim):
        return
    whole = links.claim(claim.reference) if is_shown else links.development(claim.entry)
    target = links.history(claim.reference) if is_shown and corpus.has_history(claim) else whole
    for reference in corpus.references_of(claim):
        if links.history(reference) != target:
            yield _redirect(links.history(reference), target)


def _of_statuses(site: Site) -> Iterator[OutputFile]:
    """From the developments of a status that no claim has at present."""
    found = filters.by_status(site)
    yield from (_redirect(links.by_status(s), links.CHRONOLOGY) for s in words.STATUS_ORDER if s not in found)


def _redirect(path: str, target: str) -> OutputFile:
    leads = links.relative(path, target)
    place = "" if "#" in leads else " + location.hash"
    return OutputFile(path, _PAGE.format(target=escape(leads), place=place).encode())
