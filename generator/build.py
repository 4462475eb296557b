"""The program: entries are loaded, joined into a corpus, checked by the rules, and rendered.

A stage takes values and returns values.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator import rules
from generator.corpus import Corpus
from generator.diagnostics import Diagnostic, has_errors
from generator.load import Loaded, load, locate
from generator.model import Entry
from generator.output import Neighbour, OutputFile, Page


@dataclass(frozen=True, slots=True)
class Result:
    """What became of the entries: all faults, the texts in which they stand, and the corpus where there is no error.

    `readable` is the corpus of what could be read, errors or none.
    """

    diagnostics: tuple[Diagnostic, ...]
    texts: dict[str, str]
    corpus: Corpus | None
    readable: Corpus


def build(root: Path, *, drafts: bool = False) -> Result:
    """Load and check the entries below `root`. With `drafts`, readers will see those too."""
    return judge(load(root), drafts=drafts)


def judge(loaded: Loaded, *, drafts: bool = False) -> Result:
    """Check what has been loaded."""
    corpus = Corpus(loaded, drafts=drafts)
    diagnostics = (*loaded.diagnostics, *locate(rules.check(corpus), loaded))
    return Result(diagnostics, loaded.texts, None if has_errors(diagnostics) else corpus, corpus)


def pages(corpus: Corpus, name: str, url: str = "") -> Iterator[Page]:
    """All pages of the site called `name`, landing pages first, one at a time.

    `url` is where the site will be published, by which pages cite themselves; else they give their place in the site.
    """
    from generator import pages as kinds  # templates and Markdown are not for those who only check
    from generator.site import Site

    return kinds.pages(Site(corpus, name, url))


def pages_of(corpus: Corpus, entry: Entry, name: str, url: str = "") -> Iterator[Page]:
    """The pages of that site which are made of one entry, its own first."""
    from generator import pages as kinds
    from generator.site import Site

    return kinds.of_entry(Site(corpus, name, url), entry)


def files(corpus: Corpus) -> Iterator[OutputFile]:
    """What is published beside the pages."""
    from generator import exports

    return exports.files(corpus)


def resolve(corpus: Corpus, reference: str) -> Neighbour | None:
    """What `id` or `entry#claim` in a hand-written page leads to, with its title; None for what readers cannot see."""
    from generator.site import Site

    target = Site(corpus, "").target(reference)
    return Neighbour(target.address, target.words) if target.address else None
