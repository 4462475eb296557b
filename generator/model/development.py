"""A development: one thing that happened at one date, with the claims it raised and what was said at it."""

from __future__ import annotations

import datetime
from functools import cached_property
from typing import Any, Literal

from pydantic import Field, PrivateAttr, field_validator, model_validator
from pydantic_core import PydanticCustomError

from generator.dates import Date
from generator.model.base import (
    ClaimReference,
    Credibility,
    Day,
    EventDate,
    Id,
    Language,
    Model,
    OneOrMany,
    Stance,
    Text,
    scalar,
)
from generator.model.figure import Figure, FigureError, parse_figure
from generator.model.named import Entry
from generator.model.source import Source

SUMMARY_LENGTH = 400


class Judgement(Model):
    """Credibility of a claim on the Admiralty scale (NATO AJP-2.1): 1 confirmed … 5 improbable, 6 cannot be judged."""

    grade: Credibility = Field(description="1–6; 6 means that it cannot be judged, not that it is worst.")
    reason: Text = Field(description="Why, in a sentence.")
    date: Day = Field(description="The day of the judgement.")


class Claim(Model):
    """A checkable statement of fact, or (with `unit`) a question of how many. Its id is its key in the entry."""

    _id: str = PrivateAttr("")
    _entry: str = PrivateAttr("")

    text: Text = Field(description="One thing, as it is asserted, in its narrowest honest form.")
    about: tuple[Id, ...] = Field((), description="Whoever would be admitting it: actors.")
    unit: Text | None = Field(None, description="What a figure counts; statements then give a `value`.")
    credibility: Judgement | None = Field(None, description="The editors' judgement of it.")
    aliases: tuple[Id, ...] = Field((), description="Old ids of this claim.")

    @cached_property
    def id(self) -> str:
        """Its key in the entry."""
        return self._id

    @cached_property
    def entry(self) -> str:
        """The id of the development in which it lives."""
        return self._entry

    @cached_property
    def reference(self) -> str:
        """Its name in the whole corpus: `entry#claim`."""
        return f"{self._entry}#{self._id}"


class Words(Model):
    """What statements and quotations share: who said it, when, and where it is to be read."""

    by: OneOrMany[Id] = Field(min_length=1, description="In whose name: actors or publishers.")
    speaker: Text | None = Field(None, description="Whose mouth: an actor's id, or a name in words.")
    unnamed: Text | None = Field(None, description="Instead of `speaker`, off the record: the source as described.")
    date: EventDate | None = Field(
        None, description="When it became public; default: the entry's date, if that is one day."
    )
    source: OneOrMany[Id] = Field(min_length=1, description="The sources that carry it.")
    quote: Text | None = Field(None, description="The original words.")
    language: Language | None = Field(None, description="Of the quote, BCP 47; default: the first source's.")
    translation: Text | None = Field(None, description="The quote in English.")
    translator: Text | None = Field(None, description="`editors`, a name, or the id of the source that translates.")
    note: Text | None = Field(None, description="A word of explanation.")

    @model_validator(mode="after")
    def _one_mouth(self) -> Words:
        if self.speaker and self.unnamed:
            raise PydanticCustomError("speaker-and-unnamed", "`speaker` and `unnamed` exclude each other")
        if self.translation and not self.quote:
            raise PydanticCustomError("translation-without-quote", "there is a translation, but no quote")
        return self


class Statement(Words):
    """What somebody said of one or more claims."""

    claim: OneOrMany[ClaimReference] = Field(min_length=1, description="Claims of this entry, or `entry#claim`.")
    stance: Stance | None = Field(None, description="Towards the claim, by the speaker's own words.")
    value: Figure | None = Field(
        None, description="Of a claim with a unit: N, about N, over N, up to N, at least N or N..M."
    )
    based_on: Id | None = Field(
        None, description="Whom the speaker says it has it from: an actor, publisher or source."
    )

    @field_validator("value", mode="before")
    @classmethod
    def _figure(cls, value: Any) -> Figure:
        try:
            return parse_figure(scalar(value))
        except FigureError as error:
            raise PydanticCustomError("bad-figure", "{reason}", {"reason": str(error)}) from None

    @model_validator(mode="after")
    def _one_position(self) -> Statement:
        if (self.stance is None) == (self.value is None):
            raise PydanticCustomError("stance-or-value", "a statement has either a `stance` or a `value`")
        return self


class Quotation(Words):
    """Words that matter and are about no claim."""

    quote: Text = Field(description="The original words.")


class Relation(Model):
    """A link to another development, with its kind."""

    type: Literal["responds-to", "implements", "part-of", "supersedes", "appeals", "related"] = Field(
        description="The kind of link."
    )
    to: Id = Field(description="The other development.")
    note: Text | None = Field(None, description="Why, in a few words.")


class Development(Entry):
    """One thing that happened at one date or in one span."""

    title: Text = Field(max_length=140, description="What happened, as a headline that judges nothing.")
    date: EventDate = Field(description="When it happened: 2024, 2024-10, 2024-10-18, with ? ~ %, a/b, a/.., a..b.")
    occurrence: Literal["scheduled", "cancelled"] | None = Field(None, description="Only for what has not happened.")
    state: Literal["published", "draft", "superseded", "retracted"] = Field(
        "published", description="Drafts are not published."
    )
    summary: Text = Field(max_length=SUMMARY_LENGTH, description="One plain sentence or two, no judgement.")
    text: Text | None = Field(None, description="Markdown, with [[links]] and [@citations].")
    assessment: Text | None = Field(None, description="The editors' own judgement, set apart; Markdown.")
    themes: tuple[Id, ...] = Field((), description="Themes it belongs to.")
    places: tuple[Id, ...] = Field((), description="Where it happened.")
    actors: tuple[Id, ...] = Field((), description="Only those that no statement and no claim names.")
    sources: dict[Id, Source] = Field(default_factory=dict, description="The sources that this entry declares.")
    claims: dict[Id, Claim] = Field(
        default_factory=dict, description="The claims that live here; the first gives the badge."
    )
    statements: tuple[Statement, ...] = Field(
        (), description="Everything said at this development, wherever the claim lives."
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
        """Whether it is left out of the published site."""
        return self.state == "draft"

    @property
    def counts(self) -> bool:
        """Whether its statements count: those of published entries do."""
        return self.state == "published"

    def date_of(self, words: Words) -> Date:
        """When something was said at this development: its own date, or the entry's."""
        return words.date or self.date
