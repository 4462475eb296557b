"""What `new` does for each kind of entry: what is missing, what is asked, what is wrong, and what is made."""

from __future__ import annotations

import datetime

from generator.corpus import Corpus
from generator.editing.scaffold import dialogue, faults
from generator.editing.scaffold.development import Scaffold, proposed_id, scaffold
from generator.editing.scaffold.dialogue import Talk
from generator.editing.scaffold.entity import proposed_entity_id, scaffold_entity
from generator.editing.scaffold.faults import Wrong
from generator.editing.scaffold.typed import OF_A_SOURCE, Typed, development_of, entity_of, missing


def completed(corpus: Corpus, folder: str, typed: Typed, talk: Talk) -> Typed:
    """What was typed, with answers for what is missing or at fault; if nothing is, nothing is asked."""
    complaints = wrong(corpus, folder, typed)
    is_development = folder == "developments"
    questions = list(dialogue.of_development(corpus) if is_development else dialogue.of_entity(corpus, folder))
    is_answerable = {one.flag for one in complaints} <= {question.flag for question in questions}
    if not is_answerable or not (complaints or missing(folder, typed)):
        return typed
    return dialogue.fill(typed, questions, lambda typed: wrong(corpus, folder, typed), talk)


def wrong(corpus: Corpus, folder: str, typed: Typed) -> list[Wrong]:
    """All that is wrong with what was typed; none of it stands in the way of another."""
    if folder == "developments":
        wanted = development_of(typed)
        found = faults.of_development(corpus, wanted)
        if not wanted.sources:
            found += [Wrong(flag, _NO_SOURCE) for flag in OF_A_SOURCE if typed[flag]]
        return found or ([] if wanted.id or proposed_id(corpus, wanted) else [_NO_ID])
    entity = entity_of(folder, typed)
    found = faults.of_entity(corpus, entity)
    if typed.get("grade", []) not in ([], ["F"]) and not typed.get("reason"):
        found.append(_NO_REASON)
    return found or ([] if entity.id or proposed_entity_id(corpus, entity) else [_NO_ID])


def made(corpus: Corpus, folder: str, typed: Typed, day: datetime.date) -> Scaffold:
    """The new file for what was typed, in which nothing is `wrong`; `day` is the day on which it is added."""
    if folder == "developments":
        return scaffold(corpus, development_of(typed), day)
    return scaffold_entity(corpus, entity_of(folder, typed, day.isoformat()), day)


_NO_REASON = Wrong("reason", "a grade rests on a reason: how the outlet works, in a sentence")
_NO_SOURCE = "a source is known by its address: give `url` too"
_NO_ID = Wrong("id", "none can be made of these words, as none is in Latin letters: give one")
