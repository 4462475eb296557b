"""What files may hold that could not be read, or not in whole: nothing is called missing that may be there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from generator.model import is_id

_ALIASES = re.compile(r"\baliases\s*:(.*(?:\n[ \t]*-.*)*)")
_KEY = re.compile(r"^[ \t]+([^\s#].*?)[ \t]*:[ \t\r]*$", re.MULTILINE)


class Lost:
    """The texts of such files, by their paths."""

    def __init__(self, broken: Mapping[str, str]) -> None:
        self._broken = broken

    def holds(self, target: str) -> bool:
        """Whether an entry, a source or a claim (`entry#claim`) may be in one of them, under this or an old id."""
        home, _, id_ = target.rpartition("#")
        if (home or id_) in self._files or (home or id_) in self._aliases:
            return True
        declared = re.compile(
            rf"(^|[{{,\s])[\"']?{re.escape(id_)}[\"']?\s*:|^[ \t]*{re.escape(id_)}[ \t\r]*$", re.MULTILINE
        )
        is_key = _letters(id_) in self._wrong_keys or any(declared.search(text) for text in self._broken.values())
        return not home and is_key

    def mentions(self, id_: str) -> bool:
        """Whether one of them may name this; of a claim, also without the entry in which it lives."""
        home, mark, _ = id_.partition("#")
        return bool(mark and home in self._files) or any(id_ in text for text in self._broken.values())

    @cached_property
    def _files(self) -> set[str]:
        """The ids that the files have, or were meant to have."""
        stems = (path.rpartition("/")[2].rpartition(".")[0] for path in self._broken)
        return {re.sub(r"[_ ]", "-", stem.lower()) for stem in stems}

    @cached_property
    def _wrong_keys(self) -> set[str]:
        """The letters of keys that cannot be ids, and may have been meant for one with the same letters."""
        keys = (key for text in self._broken.values() for key in _KEY.findall(text))
        return {_letters(key) for key in keys if not is_id(key)}

    @cached_property
    def _aliases(self) -> set[str]:
        """The old ids that they have."""
        lists = (found for text in self._broken.values() for found in _ALIASES.findall(text))
        return {alias for written in lists for alias in re.findall(r"[a-z0-9-]+", written)}


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.lower())
