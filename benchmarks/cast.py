"""Who and what a synthetic development is about, worked out from its number alone."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cached_property
from random import Random

from benchmarks import phrases
from benchmarks.phrases import STATES, State

FIRST_DAY = datetime.date(2000, 1, 1)
GROUP = 40
# So many developments to one of a kind.
PER_BODY, PER_PERSON, PER_PLACE, PER_PUBLISHER, PER_THEME = 8, 12, 10, 12, 50


@dataclass(frozen=True)
class Step:
    """The cast and the scene of one development, by its number."""

    number: int

    @cached_property
    def random(self) -> Random:
        """Chooses words for this development, the same ones every time."""
        return Random(self.number)

    @property
    def day(self) -> datetime.date:
        return FIRST_DAY + datetime.timedelta(self.number)

    @property
    def id(self) -> str:
        work = phrases.WORKS[self.number % len(phrases.WORKS)]
        return f"{self.accused.id}-{work}-{self.number:05}"

    @property
    def is_umbrella(self) -> bool:
        return self.number % GROUP == 0

    @property
    def umbrella(self) -> Step:
        """The entry in which the claims live that all entries of a group speak to."""
        return Step(self.number - self.number % GROUP)

    @property
    def accused(self) -> State:
        """Of the three states that speak, the one that the claims of a group are about."""
        return STATES[self.number // GROUP % len(STATES)]

    @property
    def accuser(self) -> State:
        return STATES[(self.number // GROUP + 1) % len(STATES)]

    @property
    def onlooker(self) -> State:
        return STATES[self.number % len(STATES)]

    # What is named here, and by a few near developments besides.

    @property
    def body(self) -> str:
        return f"body-{self.number // PER_BODY:04}"

    @property
    def person(self) -> str:
        return f"speaker-{self.number // PER_PERSON:04}"

    @property
    def place(self) -> str:
        return f"place-{self.number // PER_PLACE:04}"

    @property
    def publisher(self) -> str:
        return f"outlet-{self.number // PER_PUBLISHER:04}"

    @property
    def theme(self) -> str:
        return f"theme-{self.number // PER_THEME:04}"

    def near(self) -> Step:
        """One of the dozen developments before this one; of the first one, itself."""
        return Step(max(0, self.number - self.random.randint(1, 12)))
