"""Old addresses: a page at each former id leads on to the present one; with JavaScript, to the same place in it."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import escape

from generator import links
from generator.corpus import Corpus
from generator.model import Development, Entry
from generator.output import OutputFile
from generator.site import Site
from generator.views import matrix

_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<script>location.replace("{target}" + location.hash)</script>
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
    """A page for each alias of an entry and of a claim, beside each page that these have."""
    site = Site(corpus, "")
    for alias, entry in corpus.aliases.items():
        if not isinstance(entry, Development) or corpus.is_reachable(entry):
            yield from _of_entry(site, alias, entry)
    for reference, claim in corpus.claim_aliases.items():
        if corpus.has_history(claim) and claim.entry in corpus.shown:
            yield _redirect(links.history(reference), links.history(claim.reference))


def _of_entry(site: Site, alias: str, entry: Entry) -> Iterator[OutputFile]:
    address = links.entry(entry.folder, alias)
    yield _redirect(address, site.address(entry))
    if isinstance(entry, Development) and entry.id not in site.corpus.shown:
        return
    if found := matrix.address(site, entry):
        yield _redirect(links.matrix(address), found)
    if isinstance(entry, Development):
        yield from _of_histories(site.corpus, alias, entry)


def _of_histories(corpus: Corpus, alias: str, entry: Development) -> Iterator[OutputFile]:
    """From the histories of an entry's claims under its former id, by all the names of these."""
    for id_, claim in entry.claims.items():
        if corpus.has_history(claim):
            for name in (id_, *claim.aliases):
                yield _redirect(links.history(f"{alias}#{name}"), links.history(claim.reference))


def _redirect(path: str, target: str) -> OutputFile:
    return OutputFile(path, _PAGE.format(target=escape(links.relative(path, target))).encode())
