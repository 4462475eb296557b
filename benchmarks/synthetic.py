"""Synthetic corpora: any number of developments of realistic size, each on a day of its own, with what they name.

A corpus of n developments is the beginning of every larger one, and each entry depends on its number alone. Links lead
to near entries, save those to a few states that all name and to one umbrella entry in forty: what grows is the
collection, and not the pages of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from benchmarks import developments, scenery
from benchmarks.cast import Step
from benchmarks.developments import Fields


def write(folder: Path, count: int) -> None:
    """Write a corpus of so many developments, and all that they name, below `folder/entries`."""
    for path, fields in entries(count):
        file = folder / "entries" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        text = yaml.dump(fields, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=120)
        file.write_text(text, encoding="utf-8")


def entries(count: int) -> Iterator[tuple[str, Fields]]:
    """The path below `entries/` and the fields of every file."""
    for number in range(count):
        step = Step(number)
        yield f"developments/{step.day.year}/{step.id}.yaml", developments.fields(step)
        yield from scenery.first_named_at(step)
    yield from scenery.states()


class _Dumper(yaml.CSafeDumper):
    """Writes prose of several paragraphs as people do, as a block, and repeats what stands in several places."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def _represent_text(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _represent_text)
