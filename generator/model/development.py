"""A development: one thing that happened at one date, with the claims it raised and what was said at it."""

from __future__ import annotations

import datetime
from functools import cached_property

from pydantic import Field

from generator.dates import Date
from generator.model.base import ActorId, DevelopmentId, EventDate, Id, Model, PlaceId, Text, ThemeId
from generator.model.choices import Occurrence, RelationType, State
from generator.model.entry import Entry
from generator.model.source import Source
from generator.model.statement import Claim, Quotation, Statement, Words

SUMMARY_LENGTH = 400


class Relation(Model):
    """A link to another development, whose page shows the inverse by itself."""

    type: RelationType = Field(description="What this development is to the other.")
    to: DevelopmentId = Field(description="The other development.", examples=["freighter-sails"])
    note: Text | None = Field(
        None, description="Why, in a few words.", examples=["The freighter had sailed against advice"]
    )


class Development(Entry):
    """One thing that happened at one date or in one span."""

    title: Text = Field(
        max_length=140,
        description="What happened, as a headline that judges nothing.",
        examples=["Port of Northhaven closed to foreign ships"],
    )
    date: EventDate = Field(description="When it happened.", examples=["2024-05-14", "2024-04/.."])
    occurrence: Occurrence | None = Field(None, description="Only of what has not happened.")
    state: State = Field("published", description="What readers see of it; `published` if left out.")
    summary: Text = Field(
        max_length=SUMMARY_LENGTH, description="One plain sentence or two, no judgement, no Markdown."
    )
    text: Text | None = Field(
        None,
        description="Context in Markdown, with links, `[[entry]]`, and citations, `[@source]`; no headings, no HTML.",
    )
    assessment: Text | None = Field(None, description="The editors' own judgement, shown apart; Markdown.")
    themes: tuple[ThemeId, ...] = Field((), description="Themes that it belongs to.", examples=[["shipping"]])
    places: tuple[PlaceId, ...] = Field((), description="Where it happened.", examples=[["northhaven"]])
    actors: tuple[ActorId, ...] = Field(
        (),
        description="Who took part, as far as no claim and no statement names them.",
        examples=[["northhaven-pilots"]],
    )
    sources: dict[Id, Source] = Field(default_factory=dict, description="The sources that this entry declares, by id.")
    claims: dict[Id, Claim] = Field(
        default_factory=dict,
        description="The claims that live here, by id; the first is the badge of the entry in lists.",
    )
    statements: tuple[Statement, ...] = Field(
        (), description="What was said at this development, wherever the claim lives."
    )
    quotations: tuple[Quotation, ...] = Field((), description="Words that matter and are about no claim.")
    relations: tuple[Relation, ...] = Field((), description="Links to other developments.")

    def identify(self, id_: str, path: str) -> None:
        """Tell the entry, its sources and its claims their names; for the loader alone."""
        super().identify(id_, path)
        for key, source in self.sources.items():
            source._id = key
        for key, claim in self.claims.items():
            claim._id, claim._entry = key, id_

    @cached_property
    def order(self) -> tuple[datetime.date, datetime.date, str]:
        """Sorts developments in a chronology."""
        return (self.date.anchor, self.date.latest, self.id)

    @property
    def is_draft(self) -> bool:
        """Whether readers do not see it yet."""
        return self.state == "draft"

    @property
    def counts(self) -> bool:
        """Whether its statements count: those of published entries do."""
        return self.state == "published"

    def date_of(self, words: Words) -> Date:
        """When something was said at this development: its own date, or the entry's."""
        return words.date or self.date
