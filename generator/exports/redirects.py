"""Old addresses: a page at each former id that leads on to the present one, without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import escape

from generator import links
from generator.corpus import Corpus
from generator.model import Development
from generator.output import OutputFile

_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
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
    """A page for each alias of an entry, and for each alias of a claim whose history has a page."""
    for alias, entry in corpus.aliases.items():
        if not isinstance(entry, Development) or corpus.is_reachable(entry):
            yield _redirect(links.entry(entry.folder, alias), links.entry(entry.folder, entry.id))
    for reference, claim in corpus.claim_aliases.items():
        if corpus.has_history(claim) and claim.entry in corpus.shown:
            yield _redirect(links.history(reference), links.history(claim.reference))


def _redirect(path: str, target: str) -> OutputFile:
    return OutputFile(path, _PAGE.format(target=escape(links.relative(path, target))).encode())
