"""What an entry says, apart from how it is written, what links call each other and what it tells of its own history."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, TypeAlias

from generator import prose
from generator.corpus.uses import uses
from generator.model import Development, Entry
from generator.model.base import Model

Rename: TypeAlias = Callable[[str], str]
Content: TypeAlias = dict[str, Any]

PROSE = ("text", "assessment", "description")
_HISTORY = ("aliases", "revisions")


def content(entry: Entry, rename: Rename) -> Content:
    """The fields of an entry that are set, by their names in YAML, with every link by its present name.

    Of what has become one, and stood in a list twice, the list says no more than before.
    """
    found: Content = plain(entry)
    for use in uses(entry):
        if use.where[0] not in PROSE:
            _put(found, use.where, rename(use.target))
    for field in PROSE:
        if field in found:
            found[field] = renamed(unfolded(found[field]), rename)
    for name in _HISTORY:
        found.pop(name, None)
    if isinstance(entry, Development):
        # In their order, which says what the badge of the entry is.
        found["claims"] = {
            rename(c.reference): _without_old_ids(found["claims"][id_]) for id_, c in entry.claims.items()
        }
        found["sources"] = {rename(id_): _without_old_ids(facts) for id_, facts in found["sources"].items()}
    return {name: _once(value) for name, value in found.items()}


def plain(value: Any) -> Any:
    """A field's value as lists and dictionaries; of models, the fields that are set."""
    if isinstance(value, Model):
        fields = type(value).model_fields.items()
        values = ((field.alias or name, getattr(value, name), field.default) for name, field in fields)
        return {name: plain(given) for name, given, default in values if given != default}
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, tuple) else value


def renamed(text: str, rename: Rename) -> str:
    """Prose in which every link has the present name of its target."""

    def replace(match: Any) -> str:
        target = match["link"] or match["cite"]
        return str(match[0].replace(target, rename(target), 1))

    return prose.REFERENCE.sub(replace, text)


def unfolded(text: str) -> str:
    """Prose with a line for each paragraph: where its lines are broken says nothing."""
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in re.split(r"\n\s*\n", text))


def _without_old_ids(facts: Content) -> Content:
    return {name: value for name, value in facts.items() if name != "aliases"}


def _once(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _once(item) for key, item in value.items()}
    if not isinstance(value, list):
        return value
    items = [_once(item) for item in value]
    return [item for number, item in enumerate(items) if item not in items[:number]]


def _put(found: Content, where: tuple[str | int, ...], value: str) -> None:
    here: Any = found
    for step in where[:-1]:
        here = here[step]
    here[where[-1]] = value
