"""Quotes and titles have a language, which tells screen readers how to say them, and are written as it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.corpus import Corpus
from generator.corpus.names import key
from generator.corpus.scripts import misfit
from generator.diagnostics import Also, Finding, Severity
from generator.model import Development, Source, Where, Words, is_id

_GUESSES = {"Hangul": "`ko`", "kana": "`ja`", "Chinese characters": "`zh` or `ja`", "Cyrillic letters": "`ru` or `uk`"}


def check(corpus: Corpus) -> Iterator[Finding]:
    """Texts of which the language cannot be known, once for each source; and texts that are written otherwise."""
    languages = {id_: corpus.language(id_) for id_ in corpus.sources}
    untold: set[str] = set()
    for entry, where, words in corpus.said:
        if words.quote is None:
            continue
        language = words.language or languages.get(words.source[0])
        if language is None and words.source[0] not in untold:
            untold.add(words.source[0])
            yield from _unknown_quote(corpus, entry, words, (*where, "quote"))
        elif language and misfit(words.quote, language):
            yield _written(entry, words.quote, language, (*where, "quote"), words)
        if words.translation and not words.translation.isascii() and misfit(words.translation, "en"):
            yield _written(entry, words.translation, "en", (*where, "translation"))
    for id_, declared in corpus.sources.items():
        source, english, language = declared.source, declared.source.title_translation, languages[id_]
        if source.title and language is None and id_ not in untold:
            yield from _unknown_title(corpus, source, declared.entry)
        elif source.title and language and misfit(source.title, language):
            yield _written(declared.entry, source.title, language, ("sources", id_, "title"), source)
        if english and not english.isascii() and misfit(english, "en"):
            yield _written(declared.entry, english, "en", ("sources", id_, "title-translation"))


def _unknown_quote(corpus: Corpus, entry: Development, words: Words, where: Where) -> Iterator[Finding]:
    declared = corpus.sources.get(words.source[0])
    if declared and _is_untold(corpus, declared.source):
        there = Also(declared.entry.path, ("sources", declared.source.id, "publisher"), "has no page to tell it")
        yield _missing(entry, where, declared.source, (there,))


def _unknown_title(corpus: Corpus, source: Source, entry: Development) -> Iterator[Finding]:
    if _is_untold(corpus, source):
        yield _missing(entry, ("sources", source.id, "title"), source)


def _is_untold(corpus: Corpus, source: Source) -> bool:
    """Whether its outlet has no page; of an id that is none, and of an outlet that has one, another rule tells."""
    return not is_id(source.publisher) and key(source.publisher) not in corpus.outlets


def _missing(entry: Development, where: Where, source: Source, also: tuple[Also, ...] = ()) -> Finding:
    message, help_ = f"the language of this {where[-1]} is not known", f"add `language: …` to the source `{source.id}`"
    return Finding(
        "missing-language", message, entry.path, where, help_, severity=Severity.WARNING, at_key=True, also=also
    )


def _written(
    entry: Development, text: str, language: str, where: Where, told_by: Words | Source | None = None
) -> Finding:
    """That a text is in another script; underlined is its language where that is given beside it."""
    script, word = misfit(text, language) or ("", "")
    message = f"this is in {script}, and its language is `{language}`"
    help_ = (
        f"give the language that it has, perhaps {_GUESSES.get(script, '`en`')}" if told_by else "write it in English"
    )
    found = Finding("language-mismatch", message, entry.path, where, help_, severity=Severity.WARNING, needle=word)
    if told_by and told_by.language:
        there = Also(entry.path, where, script, needle=word)
        return replace(found, where=(*where[:-1], "language"), needle="", also=(there,))
    return found
