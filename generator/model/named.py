"""What a file of its own describes: an entry with an id, and the entities that entries are about."""

from __future__ import annotations

from functools import cached_property
from typing import Literal

from pydantic import Field, PrivateAttr

from generator.model.base import (
    Country,
    Day,
    Decimal,
    Id,
    Language,
    Model,
    OldId,
    Reliability,
    Text,
    Url,
)


class Revision(Model):
    """A line of an entry's own history."""

    date: Day = Field(description="The day of the change.")
    kind: Literal["added", "update", "correction", "retraction"] = Field(description="What kind of change it was.")
    what: Text = Field(description="What changed, for a reader.")
    was: Text | None = Field(None, description="The old wording, where one was replaced.")


class Entry(Model):
    """Anything that has a file: its id is the file's stem."""

    # Pydantic finds a private attribute by a slow detour, every time: the properties that pages ask for are cached.
    _id: str = PrivateAttr("")
    _path: str = PrivateAttr("")

    aliases: tuple[OldId, ...] = Field((), description="Old ids, which keep their addresses.")
    revisions: tuple[Revision, ...] = Field(min_length=1, description="The first is the day that the entry was added.")

    @cached_property
    def id(self) -> str:
        """The file's stem."""
        return self._id

    @cached_property
    def path(self) -> str:
        """The file, relative to the folder that holds `entries/`."""
        return self._path

    @cached_property
    def folder(self) -> str:
        """The folder of its kind, which is also that of its address."""
        return self._path.split("/")[1]

    @property
    def added(self) -> Day:
        """The day that the entry was added."""
        return self.revisions[0].date

    @cached_property
    def updated(self) -> Day:
        """The day of its newest revision."""
        return max((revision.date for revision in self.revisions), key=lambda date: date.latest)

    def identify(self, id_: str, path: str) -> None:
        """Tell the entry its own name; for the loader alone."""
        self._id = id_
        self._path = path


class Names(Model):
    """A name in other scripts and romanisations; never derived by a program."""

    hangul: Text | None = Field(None, description="In Hangul, NFC.")
    hanja: Text | None = Field(None, description="In Chinese characters.")
    mr: Text | None = Field(None, description="McCune–Reischauer, for northern names.")
    rr: Text | None = Field(None, description="Revised Romanization of Korean, for southern names.")
    kp_official: Text | None = Field(None, description="As the DPRK romanises it.")
    cyrillic: Text | None = Field(None, description="In Cyrillic, as the bearer writes it.")


class Grade(Model):
    """Reliability on the Admiralty scale (NATO AJP-2.1): A reliable … E unreliable, F cannot be judged."""

    grade: Reliability = Field(description="A–F; F means that it cannot be judged, not that it is worst.")
    reason: Text = Field(description="The conduct that the grade rests on, in a sentence.")
    date: Day | None = Field(None, description="The day of the judgement.")


class Entity(Entry):
    """What actors, places, themes and publishers share."""

    name: Text = Field(description="The name in English, as pages show it.")
    names: Names = Field(
        default_factory=lambda: Names.model_validate({}), description="The name in other scripts and romanisations."
    )
    short: Text | None = Field(None, description="A shorter name for tables and badges.")
    description: Text = Field(description="What it is, in a sentence to three; Markdown.")
    also_known_as: tuple[Text, ...] = Field((), description="Other spellings, for search.")
    wikidata: Text | None = Field(None, pattern=r"^Q[1-9]\d*$", description="Its item in Wikidata.")

    @property
    def title(self) -> str:
        """What pages call it."""
        return self.name

    @property
    def short_name(self) -> str:
        """What tables and badges call it."""
        return self.short or self.name


class Actor(Entity):
    """Who does or says something."""

    kind: Literal[
        "state",
        "government-body",
        "armed-force",
        "unit",
        "person",
        "party",
        "parliament",
        "court",
        "international",
        "organization",
    ] = Field(description="What kind of actor it is; an outlet is a publisher.")
    country: Country | None = Field(None, description="ISO 3166-1 alpha-2.")
    part_of: Id | None = Field(None, description="The body it belongs to; of a person, the office held.")
    speaks_for: Id | None = Field(
        None, description="Whose voice its word is; courts, oppositions and people out of office have none."
    )
    instance: Text | None = Field(None, description="Of a court: its instance, such as `first instance`.")


class Publisher(Entity):
    """An outlet whose texts entries cite."""

    kind: Literal[
        "news-agency", "newspaper", "broadcaster", "online", "government", "international", "research", "other"
    ] = Field(description="What kind of outlet it is.")
    country: Country | None = Field(None, description="ISO 3166-1 alpha-2.")
    language: Language = Field("en", description="The language of its texts, BCP 47.")
    url: Url | None = Field(None, description="Its own address.")
    speaks_for: Id | None = Field(None, description="Whose voice it is: a state medium's state.")
    reliability: Grade = Field(description="Its reliability, with a reason and a date.")


class Point(Model):
    """A coordinate (WGS 84, decimal degrees) that a named source gives."""

    lat: Decimal = Field(ge=-90, le=90, description="Degrees north.")
    lon: Decimal = Field(ge=-180, le=180, description="Degrees east.")
    precision_km: Decimal | None = Field(None, gt=0, description="How far off it may be, in kilometres.")
    source: Text = Field(description="Where the coordinate comes from.")


class Label(Model):
    """Where the name of a place goes on a map, for the few that would stand in each other's way."""

    side: Literal["right", "left", "above", "below"] = Field(description="The side of the dot.")
    dx: Decimal = Field(
        0.0, description="Moved to the right by so many units, of which the map is 360 wide; negative: left."
    )
    dy: Decimal = Field(0.0, description="Moved down, likewise.")


class Place(Entity):
    """Where something happened."""

    country: Country | None = Field(None, description="ISO 3166-1 alpha-2.")
    part_of: Id | None = Field(None, description="The larger place.")
    point: Point | None = Field(None, description="Its coordinate; absent for lines and areas.")
    label: Label | None = Field(None, description="Where its name goes on a map; as a rule where there is room.")


class Theme(Entity):
    """A subject that joins developments."""

    broader: Id | None = Field(None, description="The theme above it.")
