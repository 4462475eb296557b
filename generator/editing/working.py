"""A working copy of a collection: what its files will hold once all that is asked for has been done."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from generator.corpus import Corpus, Use
from generator.corpus.uses import uses
from generator.editing import items, spans
from generator.editing.layout import lay_out
from generator.editing.layout.tree import Tree
from generator.editing.refusal import MisuseError
from generator.model import KINDS, Development, Entry, Where, validate
from generator.rules import duplicate_item
from generator.yaml_text import parse


class Working:
    """The texts of files that have changed so far, over those of a corpus without errors."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.texts: dict[str, str | None] = {}

    def text(self, path: str) -> str:
        """What a file holds by now."""
        return self.texts.get(path) or self.corpus.loaded.texts[path]

    def entry(self, path: str) -> Entry:
        """The entry that the file at a path makes by now."""
        kind = KINDS[path.split("/")[1]]
        entry, findings = validate(kind, parse(self.text(path)).data or {}, path)
        assert entry, findings
        return entry

    def development(self, path: str) -> Development:
        """The development that the file at a path makes by now."""
        entry = self.entry(path)
        assert isinstance(entry, Development)
        return entry

    def change(self, path: str, change: Callable[[Tree], Tree]) -> None:
        """Change what the file at a path holds."""
        self.texts[path] = items.text(change(items.tree(self.text(path))), path)

    def without(self, path: str, where: Where) -> None:
        """Take out what stands at a place in a file."""
        self.change(path, lambda tree: items.without(tree, where))

    def named(self) -> set[str]:
        """The ids of all that entries name by now."""
        return {use.target for entry in self.corpus.entries for use in self._uses(entry)}

    def _uses(self, entry: Entry) -> Iterable[Use]:
        return uses(self.entry(entry.path)) if entry.path in self.texts else self.corpus.uses[entry.path]

    def alias(self, path: str, where: Where, ids: Sequence[str]) -> None:
        """Give what stands at a place in a file other old ids."""
        before = self.text(path)
        after = spans.with_aliases(before, where, ids)
        if after is None:
            at = (*where, "aliases")
            self.change(path, lambda tree: items.with_items(items.without(tree, at), at, items.texts(ids)))
        else:
            self.put(path, before, after)

    def key(self, path: str, where: Where, key: str) -> None:
        """Give what stands at a place in a file another key."""
        before = self.text(path)
        self.put(path, before, spans.with_key(before, where, key))

    def revise(self, path: str, day: str, kind: str, what: str) -> None:
        """Let the entry at a path tell what was done to it. Raises `MisuseError` for a day before its last revision."""
        newest = self.entry(path).updated
        if day < newest.text:
            raise MisuseError(f"{path} was revised on {newest.text}, which is later than {day}")
        revision = items.record(date=day, kind=kind, what=what)
        self.change(path, lambda tree: items.with_items(tree, ("revisions",), [revision]))

    def put(self, path: str, before: str, after: str) -> None:
        """Another text for a file: if it had the canonical layout, it has it still."""
        self.texts[path] = lay_out(after, path) if lay_out(before, path) == before else after

    def link(self, leads: Mapping[str, str], ids: Mapping[str, str], but: Collection[str] = ()) -> None:
        """Let links lead elsewhere, in all files but some: `leads` has the new targets, `ids` new ids of entries.

        A file that had the canonical layout has it afterwards; any other keeps its own. What would then stand in a
        list twice stands there once.
        """
        for entry in self.corpus.entries:
            if entry.path not in but and any(use.target in leads for use in self.corpus.uses[entry.path]):
                self._link(entry, leads, ids.get(entry.id, entry.id))

    def _link(self, entry: Entry, leads: Mapping[str, str], id_: str) -> None:
        path, before = entry.path, self.text(entry.path)
        now = self.entry(path) if path in self.texts else entry
        after = spans.with_links(now, before, leads, id_)
        if after == before:
            return
        self.put(path, before, after)
        for twice in (duplicate_item.repeated, _said_twice):
            for where in reversed(list(twice(self.entry(path)))):
                self.without(path, where)


def _said_twice(entry: Entry) -> Iterator[Where]:
    """Statements that are the same as one before, now that their claims, voices or sources are one."""
    statements = entry.statements if isinstance(entry, Development) else ()
    yield from (("statements", number) for number, said in enumerate(statements) if said in statements[:number])
