"""Rules on words and languages at their limits. What they report stands in `reports/wording/`."""

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import faults
from generator.corpus import Corpus
from generator.corpus.names import key
from generator.corpus.scripts import misfit
from generator.diagnostics import Finding
from generator.model import Development
from generator.rules import judging_words, languages, malformed_reference, name_has_page, same_sentence
from tests.entries_of import actor, corpus, development, publisher, statement

LONG = "The pilots of the harbour waited before the northern lock until the guard had left"
MAIL: dict[str, Any] = {"publisher": "harbour-mail", "url": "https://example.org/mail"}
IN_WORDS = MAIL | {"publisher": "Northmark Courier"}


def places(found: list[Finding]) -> list[tuple[str, tuple[str | int, ...]]]:
    return [(finding.path.rpartition("/")[2].removesuffix(".yaml"), finding.where) for finding in found]


# Words that judge


def judged(title: str, **fields: Any) -> list[str]:
    return [finding.needle for finding in judging_words.check(corpus(development("a", title=title, **fields)))]


@pytest.mark.parametrize("word", sorted(word for kind in judging_words.LIST for word in kind.words.split(", ")))
def test_every_listed_word_is_found_and_stands_on_the_page_of_the_fault(word: str) -> None:
    assert judged(f"A lock, {word}, is shut") == [word]
    assert judged(f"{word.capitalize()}: a lock is shut") == [word.capitalize()]
    assert re.search(rf"\b{word}\b", " ".join(faults.explanation("judging-words").mend.split()))


def test_contributors_are_shown_every_listed_word() -> None:
    guide = (Path(__file__).parent.parent / "docs/contribute/index.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (.+?) \|", guide.split("{#judging-words}")[1].split("\n## ")[0], re.MULTILINE)[1:]
    shown = [word for row in rows for word in row.split(", ")]
    # `regime(s)` stands for both.
    both = [form for word in shown for form in {word.partition("(")[0], re.sub("[()]", "", word)}]
    assert sorted(both) == sorted(word for kind in judging_words.LIST for word in kind.words.split(", "))


def test_each_word_is_listed_once() -> None:
    words = [word for kind in judging_words.LIST for word in kind.words.split(", ")]
    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The regime's guard, brutally", ["regime", "brutally"]),
        ("A provocation at the lock (massive)", ["provocation", "massive"]),
        ("A provocateur clears regimental massifs", []),
        ("A lock with an anti-regime slogan", []),
        ('The guard of the "so-called lock"', []),
        ("The guard of the “brutal” lock", []),
        ('The "lock" is finally shut, a "lock" of ice', ["finally"]),
        ("The envoy calls the lock a provocation", []),
        ("Envoy: the lock is a provocation", []),
        ("The lock is a provocation, says the envoy", ["provocation"]),
        ("The envoy spoke. The lock is a provocation", ["provocation"]),
        ("The envoy spoke; clearly the lock is shut", ["clearly"]),
        ("The Propaganda Department shuts a lock", []),
        ("Propaganda shuts a lock", ["Propaganda"]),
        ("The sanctions regime ends", []),
        ("The regime of sanctions ends", ["regime"]),
        ("A regime ends after a regime", ["regime", "regime"]),
    ],
)
def test_words_are_found_where_they_are_the_sites_own(text: str, found: list[str]) -> None:
    assert judged(text) == found


def test_titles_summaries_and_claims_are_searched_and_no_other_text() -> None:
    word = "A brutal lock."
    claims = {"shut": {"text": word, "credibility": {"grade": "2", "reason": word, "date": "2026-01-01"}}}
    said = [statement("shut", "north", quote=word, note=word)]
    entry = development("a", title=word, summary=word, text=word, assessment=word, claims=claims, statements=said)
    found = list(judging_words.check(corpus(entry)))
    assert [finding.where for finding in found] == [("title",), ("summary",), ("claims", "shut", "text")]


def test_a_word_that_stands_twice_is_told_apart() -> None:
    found = list(judging_words.check(corpus(development("a", title='The "regime" and the regime'))))
    assert [(finding.needle, finding.occurrence) for finding in found] == [("regime", 1)]


# Languages


@pytest.mark.parametrize(
    ("text", "tag", "script"),
    [
        ("The lock is shut", "en", None),
        ("수문이 닫혔다", "ko", None),
        ("水門 폐쇄", "ko", None),
        ("수문은 ATACMS MLRS", "ko", None),
        ("水門が閉まった", "ja", None),
        ("水閘關閉", "zh-Hant", None),
        ("水門閉鎖", "ja", None),
        ("Шлюз закрыт", "ru", None),
        ("Шлюз MLRS закрыт", "uk", None),
        ("Le sas est fermé – “수문”", "fr", None),
        ("sumun", "ko-Latn", None),
        ("1,300 (2024)", "ko", None),
        ("수문", "mn", None),
        ("수문이 닫혔다", "en", "Hangul"),
        ("올해 작업은 MDL 일대", "en", "Hangul"),
        ("Шлюз закрыт", "ko", "Cyrillic letters"),
        ("The lock is shut", "ko", "Latin letters"),
        ("The lock is shut", "ru", "Latin letters"),
        ("The lock is shut", "ja", "Latin letters"),
        ("The lock is shut", "zh", "Latin letters"),
        ("水閘關閉", "ko", "Chinese characters"),
        ("水門が閉まった", "zh", "kana"),
        ("水門が閉まった", "ko", "kana"),
        ("水門 폐쇄 소식이다", "ja", "Hangul"),
        ("수문이 닫혔다", "ko-Latn", "Hangul"),
        ("水閘關閉", "en", "Chinese characters"),
    ],
)
def test_a_text_fits_its_language_by_its_script(text: str, tag: str, script: str | None) -> None:
    found = misfit(text, tag)
    assert (found[0] if found else None) == script
    assert found is None or found[1] in text


@given(st.text(max_size=12), st.sampled_from(["en", "ko", "ja", "zh", "ru", "vi", "mn", "ko-Latn"]))
def test_what_does_not_fit_is_a_word_of_the_text(text: str, tag: str) -> None:
    found = misfit(text, tag)
    assert found is None or (found[1] and found[1] in text)


def of_languages(source: dict[str, Any], **said: Any) -> list[tuple[str, Any]]:
    words = {"by": "north", "source": "mail"} | said
    entry = development("a", sources={"mail": source}, quotations=[words] if "quote" in said else [])
    made = corpus(entry, publisher("harbour-mail", language="ko"))
    return [(finding.code, finding.where) for finding in languages.check(made)]


def test_language_of_a_quote_is_its_own_or_its_sources_or_the_publishers() -> None:
    quote = ("quotations", 0, "quote")
    assert of_languages(MAIL, quote="닫혔다") == []
    assert of_languages(MAIL | {"language": "en"}, quote="닫혔다") == [("language-mismatch", quote)]
    assert of_languages(MAIL | {"language": "en"}, quote="닫혔다", language="ko") == []
    assert of_languages(MAIL, quote="Shut", language="ko") == [("language-mismatch", (*quote[:-1], "language"))]
    assert of_languages(IN_WORDS | {"language": "ko"}, quote="닫혔다") == []
    assert of_languages(IN_WORDS, quote="Shut", language="en") == []
    assert of_languages(IN_WORDS, quote="Shut") == [("missing-language", quote)]


def test_titles_have_the_language_of_their_source_and_translations_are_english() -> None:
    title = ("sources", "mail", "title")
    assert of_languages(MAIL | {"title": "Shut"}) == [("language-mismatch", title)]
    assert of_languages(MAIL | {"title": "Shut", "language": "ko"}) == [
        ("language-mismatch", ("sources", "mail", "language"))
    ]
    assert of_languages(MAIL | {"title": "닫혔다", "title-translation": "닫혔다"}) == [
        ("language-mismatch", ("sources", "mail", "title-translation"))
    ]
    assert of_languages(MAIL, quote="닫혔다", translation="Shut “닫”") == []
    assert of_languages(MAIL, quote="닫혔다", translation="닫혔다") == [
        ("language-mismatch", ("quotations", 0, "translation"))
    ]


def test_a_language_that_is_missing_is_told_once_for_each_source() -> None:
    titled = IN_WORDS | {"title": "Shut"}
    assert of_languages(titled) == [("missing-language", ("sources", "mail", "title"))]
    assert of_languages(titled, quote="Shut") == [("missing-language", ("quotations", 0, "quote"))]
    assert of_languages(IN_WORDS) == []


def test_an_outlet_that_is_not_there_or_has_a_page_lacks_no_language() -> None:
    assert of_languages(MAIL | {"publisher": "no-such-outlet", "title": "Shut"}, quote="Shut") == []
    assert of_languages(MAIL | {"publisher": "Harbour Mail", "title": "Shut"}, quote="Shut") == []


# Sentences


def repeated(*texts: str, **fields: Any) -> list[tuple[str, tuple[str | int, ...]]]:
    entries = (development(f"entry-{n}", text=text, **fields) for n, text in enumerate(texts))
    return places(list(same_sentence.check(corpus(*entries))))


@pytest.mark.parametrize(
    "other",
    [
        f"{LONG}.",
        f"{LONG.replace(' before ', chr(10) + 'before ')}.",
        f"Another came first. {LONG}. And one after it.",
        f"Another came first. [@mail] [@courier] {LONG}. [@mail]",
        f"{LONG.replace('guard', '[[guard]]')}.",
        f"{LONG.replace('the northern lock', '[[lock-shut|the northern lock]]')} [@mail].",
        f"Another paragraph.\n\n{LONG.upper()}",
    ],
)
def test_a_sentence_of_another_entry_is_found_whatever_it_cites(other: str) -> None:
    assert repeated(f"{LONG}. [@mail]", other) == [("entry-1", ("text",))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It was shut.", "It was shut."),
        (f"{LONG}.", f"{LONG} for the feast."),
        (f"{LONG}.", f'They wrote: "One came. {LONG}."'),
        (f"“{LONG}.”", f"“{LONG}.”"),
    ],
)
def test_short_sentences_others_and_quotations_may_stand_twice(one: str, other: str) -> None:
    assert repeated(one, other) == []


def test_a_number_ends_no_sentence() -> None:
    assert repeated(f"{LONG} by order No. 27", f"{LONG} by order No. 28") == []


def test_summaries_and_assessments_are_compared_too_and_one_entry_may_repeat_itself() -> None:
    one = development("a", text=f"{LONG}. {LONG}.", summary=f"{LONG}.")
    other = development("b", "2024-10-19", assessment=f"{LONG}.")
    assert places(list(same_sentence.check(corpus(one)))) == []
    (found,) = same_sentence.check(corpus(one, other))
    assert (found.where, found.also[0].path, found.also[0].where) == (("assessment",), one.path, ("text",))


# Names in words


def named(entry: Development) -> list[tuple[str, str]]:
    outlets = publisher("harbour-mail", name="The Harbour Mail", short="HM", also_known_as=["Hafen-Post"])
    made = corpus(entry, outlets, actor("ada-sample", name="Ada Sample", kind="person"))
    return [(finding.message, finding.help) for finding in name_has_page.check(made)]


@pytest.mark.parametrize("name", ["Harbour Mail", "the harbour-mail", "HM", "Hafenpost", "HarbourMail"])
def test_an_outlet_in_words_that_has_a_page_is_found(name: str) -> None:
    found = named(development("a", sources={"mail": MAIL | {"publisher": name}}))
    assert found == [(f"`{name}` has a page: `harbour-mail`", "write `harbour-mail`")]


@pytest.mark.parametrize("name", ["Harbour Mail (republication)", "Harbour Main", "Harbour", "harbour-mail", "–"])
def test_an_outlet_with_another_name_is_not(name: str) -> None:
    assert named(development("a", sources={"mail": MAIL | {"publisher": name}})) == []


def test_speakers_are_held_against_actors_and_translators_against_outlets() -> None:
    words = {"by": "north", "source": "mail", "quote": "Shut.", "translation": "Shut."}
    said = [words | {"speaker": "Ada-Sample", "translator": "Hafen Post"}, words | {"speaker": "Harbour Mail"}]
    found = named(development("a", sources={"mail": MAIL}, quotations=said))
    assert [help_ for _, help_ in found] == ["write `ada-sample`", "write the id of its source that translates this"]


@given(st.text(max_size=20))
def test_a_name_has_the_same_key_however_it_is_cased_or_spaced(name: str) -> None:
    assert key(f" {name} ") == key(name) or name.casefold().startswith("the ")
    assert key(key(name)) == key(name) or key(name).startswith("the ")


# Brackets


def brackets(**fields: Any) -> list[tuple[str | int, ...]]:
    made: Corpus = corpus(development("a", sources={"mail": MAIL}, **fields))
    return [finding.where for finding in malformed_reference.check(made)]


def test_brackets_in_a_quote_are_reported_only_if_they_name_something_here() -> None:
    def quoting(text: str, field: str = "quote") -> list[tuple[str | int, ...]]:
        words = {"by": "north", "source": "mail", "quote": "Shut.", field: text}
        return brackets(quotations=[words])

    assert quoting("[[a]] was shut") == quoting("Shut [@mail]") == quoting("[[a#shut]]") == [("quotations", 0, "quote")]
    assert quoting("Shut, see [[a]]", "translation") == [("quotations", 0, "translation")]
    assert quoting("[[Photo]] Shut [@ Lock] [[b]] [@post] [[") == []


def test_brackets_in_names_and_notes_are_reported_whatever_they_name() -> None:
    words = {"by": "north", "source": "mail", "quote": "Shut."}
    assert brackets(quotations=[words | {"note": "See [[b"}]) == [("quotations", 0, "note")]
    assert brackets(quotations=[words | {"speaker": "[[Ada Sample]]"}]) == [("quotations", 0, "speaker")]
    assert brackets(quotations=[words | {"unnamed": "an aide [@post]"}]) == [("quotations", 0, "unnamed")]
    found = malformed_reference.check(corpus(actor("b", short="[[b", also_known_as=["B", "[@b"])))
    assert [finding.where for finding in found] == [("short",), ("also-known-as", 1)]


def test_brackets_in_titles_of_sources_are_words_of_others() -> None:
    made = development("a", sources={"mail": MAIL | {"title": "[[Photo]] A lock", "title-translation": "See [[a]]"}})
    assert [each.where for each in malformed_reference.check(corpus(made))] == [
        ("sources", "mail", "title-translation")
    ]
