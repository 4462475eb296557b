"""The entities that developments are about: who acts, where, under which theme, and who published it."""

from __future__ import annotations

from pydantic import Field

from generator.model.base import (
    ActorId,
    Country,
    Decimal,
    Distance,
    Language,
    Latitude,
    Longitude,
    Model,
    PlaceId,
    Text,
    ThemeId,
    Url,
    VoiceId,
    Wikidata,
)
from generator.model.choices import ActorKind, PublisherKind, Side
from generator.model.entry import Entry, Grade


class Names(Model):
    """A name in other scripts and romanisations; never derived by a program."""

    hangul: Text | None = Field(None, description="In Hangul, NFC.", examples=["국방성"])
    hanja: Text | None = Field(None, description="In Chinese characters.", examples=["國防省"])
    mr: Text | None = Field(None, description="McCune–Reischauer, for northern names.", examples=["Kukpangsŏng"])
    rr: Text | None = Field(
        None, description="Revised Romanization of Korean, for southern names.", examples=["Gukbangbu"]
    )
    kp_official: Text | None = Field(None, description="As the DPRK romanises it.", examples=["Rodong Sinmun"])
    cyrillic: Text | None = Field(None, description="In Cyrillic, as the bearer writes it.", examples=["Кремль"])


class Entity(Entry):
    """What actors, places, themes and publishers share."""

    name: Text = Field(description="The name in English, as pages show it.", examples=["Korean Central News Agency"])
    names: Names = Field(
        default_factory=lambda: Names.model_validate({}),
        description="The name in other scripts and romanisations.",
        examples=[{"hangul": "국방성"}],
    )
    short: Text | None = Field(None, description="A shorter name for tables and badges.", examples=["KCNA"])
    description: Text = Field(description="What it is, in a sentence to three; Markdown.")
    also_known_as: tuple[Text, ...] = Field((), description="Other spellings, for the search.", examples=[["Nebenzya"]])
    wikidata: Wikidata | None = Field(None, description="Its item in Wikidata.", examples=["Q42"])

    @property
    def title(self) -> str:
        """What pages call it."""
        return self.name

    @property
    def short_name(self) -> str:
        """What tables and badges call it."""
        return self.short or self.name


class Actor(Entity):
    """Who does or says something. An outlet is a publisher, and never an actor. Some entry must name it."""

    kind: ActorKind = Field(description="What kind of actor it is.")
    country: Country | None = Field(None, description="Its country.", examples=["KP"])
    part_of: ActorId | None = Field(
        None, description="The body that it belongs to; of a person, the office held.", examples=["kremlin"]
    )
    speaks_for: VoiceId | None = Field(
        None,
        description="Whose voice its word is. Courts, oppositions and persons have none: a person in office has "
        "`part-of`, and statements go in the name of the office.",
        examples=["dprk"],
    )
    instance: Text | None = Field(
        None,
        description="Of a court: its instance, as words that can follow “a court of”.",
        examples=["first instance"],
    )


class Publisher(Entity):
    """An outlet whose texts entries cite. Some entry must name it."""

    kind: PublisherKind = Field(description="What kind of outlet it is.")
    country: Country | None = Field(None, description="Its country.", examples=["KP"])
    language: Language = Field("en", description="The language of its texts; English if left out.", examples=["ko"])
    url: Url | None = Field(None, description="Its own address.", examples=["https://example.org/"])
    speaks_for: VoiceId | None = Field(
        None, description="Whose voice it is: a state medium's state; independent outlets have none.", examples=["dprk"]
    )
    reliability: Grade = Field(description="Its reliability, with the reason and the day.")


class Point(Model):
    """A coordinate (WGS 84, decimal degrees) that a named source gives."""

    lat: Latitude = Field(description="Degrees north.", examples=["37.96"])
    lon: Longitude = Field(description="Degrees east.", examples=["126.68"])
    precision_km: Distance | None = Field(None, description="How far off it may be, in kilometres.", examples=["0.5"])
    source: Text = Field(description="Where the coordinate comes from.", examples=["GeoNames"])


class Label(Model):
    """Where the name of a place goes on a map, for the few that would stand in each other's way."""

    side: Side = Field(description="The side of the dot.")
    dx: Decimal = Field(
        0.0,
        description="Moved to the right by so many units, of which the map is 360 wide; to the left, if negative.",
        examples=["2"],
    )
    dy: Decimal = Field(0.0, description="Moved down, likewise.", examples=["-3"])


class Place(Entity):
    """Where something happened. Some entry must name it."""

    country: Country | None = Field(None, description="Its country.", examples=["KP"])
    part_of: PlaceId | None = Field(None, description="The larger place.", examples=["kangwon-dprk"])
    point: Point | None = Field(
        None,
        description="Its coordinate; none for lines and areas.",
        examples=[{"lat": "37.96", "lon": "126.68", "source": "GeoNames"}],
    )
    label: Label | None = Field(
        None, description="Where its name goes on a map, if not where there is room.", examples=[{"side": "left"}]
    )


class Theme(Entity):
    """A subject that joins developments. Some entry must name it."""

    broader: ThemeId | None = Field(None, description="The theme above it.", examples=["inter-korean-relations"])
