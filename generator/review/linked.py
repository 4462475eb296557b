"""Links into entries that a change makes, takes away or breaks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from generator.corpus import Corpus
from generator.model import Entry
from generator.review.change import Change, Rank
from generator.review.sides import Sides, title
from generator.rules import dangling_link, unpublished

# What is named by which other entry, both by their present names: by what, for each id that the latter had then.
_Pairs: TypeAlias = dict[tuple[str, str], dict[str, list[str]]]
_HOW = {
    "about": "claim",
    "claim": "statement",
    "based-on": "statement",
    "by": "statement",
    "speaker": "statement",
    "publisher": "source",
    "origin": "source",
    "link": "text",
}


def links_back(sides: Sides) -> Iterator[Change]:
    """For each entry that is linked from others than before: from which, and by what."""
    was, now = _pairs(sides.before, sides), _pairs(sides.after, sides)
    words: dict[str, list[str]] = {}
    for sign, pairs, others, other in (("+", now, was, sides.before), ("−", was, now, sides.after)):
        for target, origin in sorted(pairs.keys() - others.keys()):
            if not other.is_lost(origin):
                for id_, how in pairs[target, origin].items():
                    words.setdefault(target, []).append(f"{sign} `{id_}` ({', '.join(dict.fromkeys(how))})")
    for target in sorted(words):
        if entry := sides.after.by_id.get(target):
            yield Change(Rank.RELATION, f"`{target}`, {title(entry)}: {', '.join(words[target])}")


class BrokenLinks:
    """Links that lead nowhere, or to what readers cannot see, and did not before."""

    def __init__(self, sides: Sides) -> None:
        self._before = set(_broken(sides.before))
        self._after = list(dict.fromkeys(_broken(sides.after)))

    def of(self, old: Entry | None, new: Entry) -> Iterator[Change]:
        """Those of one entry."""
        for path, message in self._after:
            if path == new.path and not (old and (old.path, message) in self._before):
                yield Change(Rank.FAULT, f"broken link: {message}")


def _broken(side: Corpus) -> Iterator[tuple[str, str]]:
    for rule in (dangling_link, unpublished):
        yield from ((finding.path, finding.message) for finding in rule.check(side))


def _pairs(side: Corpus, sides: Sides) -> _Pairs:
    found: _Pairs = {}
    for target, mentions in side.mentions.items():
        home = sides.name(target).partition("#")[0]
        for mention in mentions:
            origin = sides.name(mention.entry.id)
            if origin != home:
                how = found.setdefault((home, origin), {}).setdefault(mention.entry.id, [])
                how.append(_HOW.get(mention.use.how, mention.use.how))
    return found
