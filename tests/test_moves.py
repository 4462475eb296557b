"""Laws of renaming, merging and retiring, on random entries of the shipped collection.

Whatever is done, a check finds nothing wrong, nobody has to add a revision, and every address that there was answers:
with a page, on which the claims and sources that stood there still have their places, with a redirect to one, or with
the note that remains of what was retracted.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urljoin

import pytest

from generator import build, references, review
from generator.corpus import Corpus
from generator.editing.layout import lay_out
from generator.editing.merge import merge
from generator.editing.move import Move
from generator.editing.refusal import MisuseError, RefusedError
from generator.editing.rename import rename
from generator.editing.retire import retire
from generator.load import with_texts
from generator.output import OutputFile, outline
from generator.review.content import content

ROOT = Path(__file__).parent.parent
PAGES = sorted((ROOT / "docs").rglob("*.md"))
DAY = "2026-11-25"
Operation = Callable[[Corpus, random.Random], Move]


@pytest.fixture(scope="module")
def shipped() -> Corpus:
    found = build.build(ROOT).corpus
    assert found
    return found


def a_rename(corpus: Corpus, chance: random.Random) -> Move:
    old = chance.choice([*corpus.by_id, *corpus.sources, *corpus.claims])
    return rename(corpus, old, f"{old[:75] if '#' not in old else old}-{chance.randrange(100)}")


def a_merge(corpus: Corpus, chance: random.Random) -> Move:
    """Of two that are random but for what nobody could merge: their kinds, units and languages are the same."""
    claims = chance.choice([[c for c in corpus.shown_claims.values() if c.unit], list(corpus.shown_claims.values())])
    alike = chance.choice(
        [
            list(corpus.shown),
            [claim.reference for claim in claims],
            _of_one_publisher(corpus, chance),
            list(chance.choice([corpus.actors, corpus.places, corpus.themes, corpus.publishers])),
        ]
    )
    one, into = chance.sample(alike, 2)
    return merge(corpus, one, into, DAY)


def _of_one_publisher(corpus: Corpus, chance: random.Random) -> list[str]:
    several = [ids for ids in corpus.sources_of.values() if len(ids) > 1]
    return chance.choice(several)


def a_retirement(corpus: Corpus, chance: random.Random) -> Move:
    return retire(corpus, chance.choice(list(corpus.shown)), "Made up for a test", DAY, drop_statements=True)


@dataclass
class Done:
    """What became of a collection by a number of operations, and how many of these could not be done."""

    corpus: Corpus
    refused: list[str] = field(default_factory=list)
    pages: list[str] = field(default_factory=lambda: [page.read_text("utf-8") for page in PAGES])

    def dangling(self) -> list[str]:
        """What hand-written pages name and is not there."""
        named = {target for page in self.pages for target in references.targets(page)}
        return [name for name in sorted(named) if not build.resolve(self.corpus, name)]

    def do(self, operation: Operation, chance: random.Random) -> None:
        try:
            move = operation(self.corpus, chance)
        except (MisuseError, RefusedError) as error:
            self.refused.append(str(error))
            return
        after = build.judge(with_texts(self.corpus.loaded, move.texts))
        if after.diagnostics:  # what the command line would not write
            self.refused.append(after.diagnostics[0].message)
            return
        assert after.corpus
        found = review.check(review.Sides(self.corpus, after.corpus))
        assert [f"{fault.path}: {fault.message}" for fault in found] == []
        assert [path for path, text in move.texts.items() if text is not None and lay_out(text, path) != text] == []
        self.pages = [references.retarget(page, move.leads) for page in self.pages]
        self.corpus = after.corpus


def done(corpus: Corpus, seed: int, *operations: Operation, times: int) -> Done:
    """A collection after so many random operations; most of them could be done."""
    chance, found = random.Random(seed), Done(corpus)
    for _ in range(times):
        found.do(chance.choice(operations), chance)
    assert len(found.refused) <= times / 2, found.refused
    assert found.dangling() == []
    return found


class Addresses:
    """All that answers at an address of a site: pages, with the anchors of claims and of `others`, and redirects."""

    def __init__(self, corpus: Corpus, others: Iterable[str] = ()) -> None:
        claims = {reference.rpartition("#")[2] for reference in (*corpus.claims, *corpus.claim_aliases)}
        named = claims | set(others)
        self.pages = {page.path: outline(page.body).anchors & named for page in build.pages(corpus, "Made up")}
        self.redirects = {file.path: _target(file) for file in build.files(corpus)}
        self.notes = {f"developments/{entry.id}.html" for entry in corpus.retracted}

    def missing_from(self, after: Addresses) -> Iterator[str]:
        """The addresses of this site at which nothing answers in another one."""
        for path in (*self.pages, *self.redirects):
            page, mark, _ = after.answer(path).partition("#")
            if page not in after.pages:
                yield path
            elif not mark and page not in after.notes:
                yield from (f"{path}#{anchor}" for anchor in self.pages.get(path, frozenset()) - after.pages[page])

    def answer(self, path: str) -> str:
        """Where an address leads in the end; a redirect that leads in a circle gives itself."""
        found = path
        while found not in self.pages and found.partition("#")[0] in self.redirects:
            found = self.redirects[found]
            if found == path:
                return path
        return found


def _target(file: OutputFile) -> str:
    (found,) = re.findall(r'http-equiv="refresh" content="0; url=([^"]*)"', file.content.decode())
    return urljoin(file.path, str(found))


@pytest.mark.parametrize("seed", [1, 2])
def test_after_renaming_and_merging_every_address_answers(shipped: Corpus, seed: int) -> None:
    after = done(shipped, seed, a_rename, a_merge, times=14).corpus
    of_sources = [*after.sources, *after.source_aliases]
    assert list(Addresses(shipped, shipped.sources).missing_from(Addresses(after, of_sources))) == []


@pytest.mark.parametrize("seed", [3])
def test_after_retiring_too_every_address_answers(shipped: Corpus, seed: int) -> None:
    after = done(shipped, seed, a_rename, a_merge, a_retirement, times=20).corpus
    assert after.retracted
    assert list(Addresses(shipped).missing_from(Addresses(after))) == []


def test_renaming_back_leaves_all_as_it_was_but_for_aliases(shipped: Corpus) -> None:
    chance = random.Random(4)
    for old in chance.sample([*shipped.by_id, *shipped.sources, *shipped.claims], 20):
        new = f"{old[:75] if '#' not in old else old}-x"
        there = with_texts(shipped.loaded, rename(shipped, old, new).texts)
        back = with_texts(there, rename(Corpus(there), new, old).texts)
        changed = [(a, b) for a, b in zip(shipped.entries, back.entries, strict=True) if a != b]
        assert [(b.id, b.path, content(b, str)) for _, b in changed] == [
            (a.id, a.path, content(a, str)) for a, _ in changed
        ]
        assert len(changed) == 1


def test_address_that_is_gone_is_noticed(shipped: Corpus) -> None:
    move = rename(shipped, "mine-laying-order", "border-order")
    texts = {path: text and text.replace("aliases: [mine-laying-order]\n", "") for path, text in move.texts.items()}
    lost = build.judge(with_texts(shipped.loaded, texts)).readable
    missing = set(Addresses(shipped, shipped.sources).missing_from(Addresses(lost, lost.sources)))
    assert "developments/mine-laying-order.html" in missing
    assert not any("#" in address for address in missing)
