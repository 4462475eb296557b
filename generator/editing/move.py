"""What becomes of files when something is renamed, merged or retired, as values that nobody has written yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.editing.edit import Edit


@dataclass(frozen=True, slots=True)
class Move:
    """The texts of the files that change, by path, None for one that goes, and what else has to follow.

    `leads` tells what links are to say by what they say now: `id`, or `entry#claim`. `moved` has the former paths of
    files by their new ones.
    """

    texts: Mapping[str, str | None]
    leads: Mapping[str, str]
    moved: Mapping[str, str] = field(default_factory=dict)

    def edits(self) -> Iterator[Edit]:
        """What to write; files go last, so that at no time anything is nowhere."""
        for path in sorted(self.texts, key=lambda path: (self.texts[path] is None, path)):
            yield Edit(path, self.texts[path])
