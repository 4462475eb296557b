"""The values that entries choose among, each with what it means."""

from __future__ import annotations

from typing import Annotated, Literal

from generator.model.guidance import Meanings

STANCES = {
    "asserts": "says that it is true, admits it, or treats it as settled",
    "denies": "says that it is false",
    "doubts": "says that it is not proven",
    "ambiguous": "speaks to it and leaves it open",
    "silent": "was asked and would not say",
}
RELIABILITY = {
    "A": "reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
CREDIBILITY = {
    "1": "confirmed by independent sources",
    "2": "probably true",
    "3": "possibly true",
    "4": "doubtful",
    "5": "improbable",
    "6": "truth cannot be judged",
}

Stance = Annotated[Literal["asserts", "denies", "doubts", "ambiguous", "silent"], Meanings(STANCES)]
Reliability = Annotated[Literal["A", "B", "C", "D", "E", "F"], Meanings(RELIABILITY)]
Credibility = Annotated[Literal["1", "2", "3", "4", "5", "6"], Meanings(CREDIBILITY)]
Occurrence = Annotated[
    Literal["scheduled", "cancelled"],
    Meanings(
        {"scheduled": "set for a day, and not known to have happened", "cancelled": "set for a day and called off"}
    ),
]
State = Annotated[
    Literal["published", "draft", "superseded", "retracted"],
    Meanings(
        {
            "published": "readers see it, and its statements count",
            "draft": "only a preview shows it",
            "superseded": "readers see it, and its statements count no more",
            "retracted": "its address tells when and why; all else goes, and its statements count no more",
        }
    ),
]
RelationType = Annotated[
    Literal["responds-to", "implements", "part-of", "supersedes", "appeals", "related", "distinct-from"],
    Meanings(
        {
            "responds-to": "an answer to it, or a reaction",
            "implements": "carries it out",
            "part-of": "a step of it",
            "supersedes": "takes its place",
            "appeals": "contests it before a higher court",
            "related": "bears on it in some other way",
            "distinct-from": "is another thing, though it looks alike; shown as “Not to be confused with”",
        }
    ),
]
RevisionKind = Annotated[
    Literal["added", "update", "correction", "retraction"],
    Meanings(
        {
            "added": "the first line, and no other",
            "update": "what is new was put in",
            "correction": "what was wrong was put right",
            "retraction": "the entry was withdrawn; the line says why",
        }
    ),
]
ActorKind = Annotated[
    Literal[
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
    ],
    Meanings(
        {
            "state": "a state as a whole",
            "government-body": "a government, a ministry, an agency, an office or a mission",
            "armed-force": "the forces of a state, or a branch of them",
            "unit": "a part of an armed force, such as a corps or a fleet",
            "person": "somebody by name",
            "party": "a political party, or a body of one",
            "parliament": "a parliament, or a committee of one",
            "court": "a court or a tribunal",
            "international": "a body of several states",
            "organization": "any other; never an outlet, which is a publisher",
        }
    ),
]
PublisherKind = Annotated[
    Literal["news-agency", "newspaper", "broadcaster", "online", "government", "international", "research", "other"],
    Meanings(
        {
            "news-agency": "sends its reports to other outlets",
            "newspaper": "appears in print",
            "broadcaster": "is on radio or television",
            "online": "is on the web alone",
            "government": "is the site or the gazette of a government or of a body of one",
            "international": "is the site of a body of several states",
            "research": "is an institute, or a project of research",
            "other": "is none of these",
        }
    ),
]
Side = Annotated[
    Literal["right", "left", "above", "below"],
    Meanings({"right": "after the dot", "left": "before the dot", "above": "over the dot", "below": "under the dot"}),
]
