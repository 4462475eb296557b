"""The questions that make up for flags: few, each with a proposal, and asked again while the answer is at fault."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from generator.corpus import Corpus
from generator.corpus.similar import declared
from generator.editing.scaffold.development import day_in, proposed_id, publisher
from generator.editing.scaffold.entity import proposed_entity_id, suggested
from generator.editing.scaffold.faults import Wrong
from generator.editing.scaffold.lines import clean
from generator.editing.scaffold.text import choices
from generator.editing.scaffold.typed import Typed, development_of, entity_of
from generator.model import KINDS

# The answer that takes back a proposal.
NONE = "-"


@dataclass(frozen=True, slots=True)
class Talk:
    """Somebody at a terminal: `ask` gives the answer to a prompt, `tell` shows a line."""

    ask: Callable[[str], str]
    tell: Callable[[str], None]

    def agrees(self, question: str, *, by_default: bool) -> bool:
        """Whether the answer is yes."""
        answer = self.ask(f"{question} [{'Y/n' if by_default else 'y/N'}]: ").strip().lower()
        return answer in ("y", "yes") if answer else by_default


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked for a flag that was not given. Nothing is asked where no answer is of use."""

    flag: str
    words: str
    proposal: Callable[[Typed], str] = lambda typed: ""
    is_asked: Callable[[Typed], bool] = lambda typed: True


def fill(typed: Typed, questions: Iterable[Question], wrong: Callable[[Typed], list[Wrong]], talk: Talk) -> Typed:
    """What was typed, with an answer for each flag that was not, or whose text is at fault, as `wrong` tells."""
    for question in questions:
        is_given = bool(typed.get(question.flag))
        complaints = [one.message for one in wrong(typed) if is_given and one.flag == question.flag]
        for complaint in complaints:
            talk.tell(complaint)
        if (complaints or not is_given) and question.is_asked(typed):
            typed = _with_answer(typed, question, wrong, talk)
    return typed


def of_development(corpus: Corpus) -> Iterator[Question]:
    """The questions on a development."""
    yield Question("title", "Title, a headline that judges nothing")
    yield Question("date", "Date on which it happened, such as 2024-10-18 or 2024-10")
    yield Question("summary", "Summary, a sentence or two (Enter: later)")
    yield Question("url", "Address of a source (Enter: none)")

    def is_new(typed: Typed) -> bool:
        return bool(typed.get("url")) and not declared(corpus, typed["url"])

    def outlet(typed: Typed) -> str:
        return publisher(corpus, development_of(typed).sources[0])

    def published(typed: Typed) -> str:
        return day_in(typed["url"][0])

    yield Question("publisher", "Its outlet, by id or name", outlet, is_new)
    words = f"Published on ({NONE} if the source does not show it)"
    yield Question("published", words, published, lambda typed: is_new(typed) and bool(published(typed)))
    yield Question("id", "Id, which is its address for ever", lambda typed: proposed_id(corpus, development_of(typed)))


def of_entity(corpus: Corpus, folder: str) -> Iterator[Question]:
    """The questions on an actor, place, theme or publisher."""
    yield Question("name", "Name in English")
    if folder in ("actors", "publishers"):
        yield Question("kind", f"Kind ({', '.join(choices(KINDS[folder], 'kind'))})")
    yield Question("description", "Description, in a sentence")
    for flag, words in (("country", "Country"), ("part-of", "Part of"), ("speaks-for", "Whose voice it is")):
        suggestion = _suggestion(corpus, folder, flag)
        yield Question(flag, f"{words} ({NONE} for none)", suggestion, _is_some(suggestion))
    if folder == "publishers":
        yield Question("url", "Its own address (Enter: none)")
        yield Question("grade", "Reliability, A to F; F: cannot be judged", lambda typed: "F")
        yield Question("reason", "The reason for the grade", is_asked=lambda typed: typed.get("grade") != ["F"])
    yield Question(
        "id", "Id, which is its address for ever", lambda typed: proposed_entity_id(corpus, entity_of(folder, typed))
    )


def _suggestion(corpus: Corpus, folder: str, flag: str) -> Callable[[Typed], str]:
    return lambda typed: suggested(corpus, entity_of(folder, typed)).get(flag, "")


def _is_some(proposal: Callable[[Typed], str]) -> Callable[[Typed], bool]:
    return lambda typed: bool(proposal(typed))


def _with_answer(typed: Typed, question: Question, wrong: Callable[[Typed], list[Wrong]], talk: Talk) -> Typed:
    proposal = question.proposal(typed)
    prompt = f"{question.words} [{proposal}]: " if proposal else f"{question.words}: "
    while True:
        answer = clean(talk.ask(prompt)) or proposal
        filled = {**typed, question.flag: [answer] if answer and answer != NONE else []}
        complaints = [one.message for one in wrong(filled) if one.flag == question.flag]
        if not complaints:
            return filled
        for complaint in complaints:
            talk.tell(f"  {complaint}")
