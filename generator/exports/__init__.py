"""Every file that is published beside the pages: one module per kind, each with `files(corpus)`.

A new kind is a module and a line here.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.corpus import Corpus
from generator.exports import redirects
from generator.output import OutputFile

KINDS = (redirects,)


def files(corpus: Corpus) -> Iterator[OutputFile]:
    """All files, one at a time."""
    for kind in KINDS:
        yield from kind.files(corpus)
