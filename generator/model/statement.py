"""What is claimed, and what was said: claims, statements on them, and words that are about none."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Any

from pydantic import Field, PrivateAttr, field_validator, model_validator
from pydantic_core import PydanticCustomError

from generator.model import forms
from generator.model.base import (
    ActorId,
    ClaimReference,
    Day,
    EventDate,
    Language,
    Model,
    OneOrMany,
    OriginId,
    SourceId,
    Text,
    VoiceId,
    scalar,
)
from generator.model.choices import Credibility, Stance
from generator.model.figure import Figure, FigureError, parse_figure
from generator.model.guidance import Takes


class Judgement(Model):
    """Credibility on the Admiralty scale (NATO AJP-2.1). A 6 means that it cannot be judged; better leave it out."""

    grade: Credibility = Field(description="The number.")
    reason: Text = Field(description="Why, in a sentence.")
    date: Day = Field(description="The day of the judgement.")


class Claim(Model):
    """A checkable statement of fact, or (with `unit`) a question of how many.

    Its id is its key: no other claim and no source of the entry has it, nor a part of the page, such as `summary`.
    """

    _id: str = PrivateAttr("")
    _entry: str = PrivateAttr("")

    text: Text = Field(
        description="One thing, as it is asserted, in its narrowest honest form; for a figure, what is counted.",
        examples=["The port of Northhaven was closed to foreign ships on 14 May 2024."],
    )
    unit: Text | None = Field(
        None, description="What a figure counts; statements then give a `value`.", examples=["ships"]
    )
    about: tuple[ActorId, ...] = Field((), description="Whoever would be admitting it.", examples=[["exampleland"]])
    credibility: Judgement | None = Field(None, description="The editors' judgement of it.")
    aliases: tuple[ClaimReference, ...] = Field(
        (),
        description="Old ids of this claim; of one that stood in another entry, with the entry's.",
        examples=[["harbour-closed", "pier-shut#closed"]],
    )

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

    by: OneOrMany[VoiceId] = Field(
        min_length=1, description="In whose name; several only for the same words.", examples=["kremlin"]
    )
    speaker: Annotated[Text, Takes(("actors",))] | None = Field(
        None,
        description="Whose mouth: an actor's id, or a name in words, or a description of who spoke on the record.",
        examples=["dmitry-peskov", "a delegate"],
    )
    unnamed: Text | None = Field(
        None,
        description="In place of `speaker`, off the record: the source as it is described.",
        examples=["a source in the ministry"],
    )
    date: EventDate | None = Field(
        None,
        description="When it became public; if left out, the entry's date, which must then be one day.",
        examples=["2024-10-24"],
    )
    source: OneOrMany[SourceId] = Field(
        min_length=1, description="The sources that carry it.", examples=[["tass-1021", "kbs-8090965"]]
    )
    quote: Text | None = Field(None, description="The original words.")
    language: Language | None = Field(
        None, description="Of the quote, if it is not the first source's.", examples=["ru"]
    )
    translation: Text | None = Field(None, description="The quote in English.")
    translator: Annotated[Text, Takes(("sources",))] | None = Field(
        None,
        description="Who translated: `editors`, the id of a source, or a name; left out if it is not known.",
        examples=["editors"],
    )
    note: Text | None = Field(
        None, description="A word of explanation, without a full stop.", examples=["Known here only in Korean"]
    )

    @model_validator(mode="after")
    def _one_mouth(self) -> Words:
        if self.speaker and self.unnamed:
            raise PydanticCustomError("speaker-and-unnamed", "`speaker` and `unnamed` exclude each other")
        if self.translation and not self.quote:
            raise PydanticCustomError("translation-without-quote", "there is a translation, but no quote")
        return self


class Statement(Words):
    """What somebody said of one or more claims."""

    claim: OneOrMany[ClaimReference] = Field(
        min_length=1,
        description="One claim or several: of this entry by its id, of another with the entry's.",
        examples=["port-closed", "troops-to-russia#sent"],
    )
    stance: Stance | None = Field(
        None,
        description="Towards the claim, by the speaker's own words. A statement has either this or `value`.",
    )
    value: Annotated[Figure, forms.FIGURE] | None = Field(
        None,
        description="The speaker's figure, without commas, where the claim has a `unit`. A statement has either this "
        "or `stance`.",
        examples=["about 600"],
    )
    based_on: OriginId | None = Field(None, description="Whom the speaker names as the basis.", examples=["rok-nis"])

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
