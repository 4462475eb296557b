"""Whose word a statement is in the end, and from whom it comes."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model import Actor, Publisher, Source, Statement

UNNAMED = "unnamed"


class Voices:
    """Follows `speaks-for` and `origin` to their ends. Circles, which a rule reports, end where they close."""

    def __init__(
        self, actors: Mapping[str, Actor], publishers: Mapping[str, Publisher], sources: Mapping[str, Source]
    ) -> None:
        self._speaks_for = {id_: publisher.speaks_for for id_, publisher in publishers.items()}
        self._speaks_for |= {id_: actor.speaks_for for id_, actor in actors.items()}
        self._sources = sources
        self._voices: dict[str, str] = {}

    def voice(self, id_: str) -> str:
        """The state, body or outlet for which an actor or publisher finally speaks."""
        if id_ not in self._voices:
            seen, here = {id_}, id_
            while (next_ := self._speaks_for.get(here)) and next_ not in seen:
                seen.add(next_)
                here = next_
            self._voices[id_] = here
        return self._voices[id_]

    def origin(self, id_: str) -> str:
        """The voice from which an actor, publisher or source has what it says; an outlet in words is its own voice."""
        seen: set[str] = set()
        while (source := self._sources.get(id_)) and id_ not in seen:
            seen.add(id_)
            id_ = source.origin or source.publisher
        return self.voice(id_)

    def origin_of_statement(self, statement: Statement, by: str, *, is_party: bool) -> str:
        """The origin of what `by` says: whom it is based on, `unnamed`, whom its own source repeats, or itself."""
        if statement.based_on:
            return self.origin(statement.based_on)
        if statement.unnamed and not is_party:
            return UNNAMED
        return self._repeated(statement, by) or self.voice(by)

    def _repeated(self, statement: Statement, by: str) -> str | None:
        """Whom an outlet repeats in a source of its own, where it has no source of its own that repeats nobody."""
        own = [source for id_ in statement.source if (source := self._sources.get(id_)) and source.publisher == by]
        origins = [self.origin(source.origin) if source.origin else self.voice(by) for source in own]
        return origins[0] if origins and self.voice(by) not in origins else None
