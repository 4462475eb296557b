"""Prose: Markdown that carries no markup of its own, whatever is written into it."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.markup import Anchor, Prose
from generator.prose import Reference, plain, references, sentence_around

PROSE = Prose()
ELEMENTS = {"p", "a", "span", "sup", "em", "strong", "code", "pre", "ul", "ol", "li", "blockquote", "hr", "br"}
ATTRIBUTES = {"href", "title", "rel", "class"}
PIECES = [
    *("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<b onclick=alert(1)>", "</p></div>", "<!--", "-->"),
    *("[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](&#106;avascript:alert(1))", "[x](java\tscript:y)"),
    *("[x]( javascript:alert(1))", "[x](<javascript:alert(1)>)", "[x](data:text/html,y)", "[x](//example.org)"),
    *("[x](vbscript:y)", "[x](file:///etc/passwd)", "[x](mailto:a@example.org)", "<a@example.org>", "[x](other.html)"),
    *("<javascript:alert(1)>", "<https://example.org/a?b=c&d>", "[x](https://example.org 't\" onclick=y')"),
    *("![x](https://example.org/i.png)", "![x][r]", "[x][r]", "[r]", "\n\n[r]: javascript:alert(1)\n\n"),
    *("{onclick=alert(1)}", "{: #id .class }", "{{ 7*7 }}", "{% raw %}", "&lt;", "&#60;", "&amp;", "&", "\x1aamp;"),
    *("[[a]]", "[[a|words <i>]]", "[[a#b|R&D]]", "[[a&b]]", "[@s]", "[[", "]]", "[@", "[", "]", "(", ")", '"', "'"),
    *("`", "``", "```\n", "*", "**", "_", "\\", "\n", "\n\n", "    ", "> ", "- ", "1. ", "# ", "\n===\n", "\n---\n"),
    *("북한", " ", "word", "https://example.org/", "own"),
]
HOSTILE = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


class Reader(HTMLParser):
    """What a browser would make of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.elements.append(("comment", {}))

    def handle_decl(self, decl: str) -> None:
        self.elements.append(("declaration", {}))

    def handle_pi(self, data: str) -> None:
        self.elements.append(("instruction", {}))


def resolve(reference: Reference) -> Anchor:
    """Leads into the site, with hostile words and title."""
    words = reference.words or f"<{reference.target}>"
    return Anchor(f"../{len(reference.target)}.html?a=b&c", words, 'A "title" <script> & more')


def html(text: str) -> str:
    return str(PROSE.html(text, resolve))


def read(text: str) -> Reader:
    return Reader(html(text))


@given(HOSTILE)
def test_prose_makes_no_element_and_no_attribute_but_its_own(text: str) -> None:
    for tag, attributes in read(text).elements:
        assert tag in ELEMENTS
        assert attributes.keys() <= ATTRIBUTES
        assert attributes.get("class") in (None, "citation")


@given(HOSTILE)
def test_a_link_leads_to_the_web_or_where_the_site_leads_it(text: str) -> None:
    for tag, attributes in read(text).elements:
        if tag == "a":
            href = attributes["href"] or ""
            assert href.startswith(("https://", "http://", "../"))
            assert "script:" not in href.lower()


@given(HOSTILE)
def test_every_link_that_is_shown_is_one_that_is_checked(text: str) -> None:
    shown: list[tuple[str, str, bool]] = []

    def note(reference: Reference) -> Anchor:
        shown.append((reference.target, reference.words, reference.is_citation))
        return Anchor("", reference.target)

    PROSE.html(text, note)
    assert set(shown) <= {(reference.target, reference.words, reference.is_citation) for reference in references(text)}


@given(HOSTILE)
def test_a_link_is_written_at_its_offset(text: str) -> None:
    for reference in references(text):
        assert text.startswith(reference.written, reference.start)


@given(st.text(st.sampled_from("ab <>&;:/'\"={}#!%북한\U0001f600")))
def test_text_without_markdown_shows_as_it_was_written(text: str) -> None:
    shown = read(f"a {text}")
    assert [tag for tag, _ in shown.elements] == ["p"]
    assert shown.text.split() == f"a {text}".split()


@pytest.mark.parametrize(
    "text",
    [
        *("<script>alert(1)</script>", "{{ 7*7 }}", "&lt;/title&gt;&lt;script&gt;", "&amp;lt;b&amp;gt;", "<!-- a -->"),
        *(
            "AT&T",
            "a < b > c",
            "{onclick=alert(1)}",
            "# No heading",
            "![x](https://example.org/i.png)",
            "<a@example.org>",
        ),
    ],
)
def test_what_looks_like_markup_shows_as_text(text: str) -> None:
    assert read(text).text.strip() == text
    assert "<script" not in html(text)


@pytest.mark.parametrize(
    "target",
    [
        *("javascript:alert(1)", "JAVASCRIPT:alert(1)", "&#106;avascript:alert(1)", "&#x6A;avascript:alert(1)"),
        *(
            "java&Tab;script:alert(1)",
            "data:text/html;base64,YQ==",
            "vbscript:a",
            "ftp://example.org/",
            "//example.org/",
        ),
        *("other.html", "#anchor", "mailto:a@example.org", "https:alert(1)", "", "file:///etc/passwd"),
    ],
)
def test_a_link_of_another_scheme_is_text(target: str) -> None:
    shown = read(f"A [words]({target}) b.")
    assert [tag for tag, _ in shown.elements] == ["p"]
    assert shown.text.strip() == f"A [words]({target}) b."


def test_a_link_by_way_of_a_definition_leads_to_the_web_alone() -> None:
    shown = read("[words][r]\n\n[r]: javascript:alert(1)")
    assert [tag for tag, _ in shown.elements] == ["p", "span"]


def test_a_link_to_the_web_keeps_its_address() -> None:
    (_, link) = read("[words](https://example.org/?a=b&c=d)").elements
    assert link == ("a", {"href": "https://example.org/?a=b&c=d", "rel": "noopener"})


def test_a_link_that_leads_nowhere_is_words_alone() -> None:
    shown = Reader(PROSE.html("[[a|the words]]", lambda reference: Anchor("", reference.words)))
    assert [tag for tag, _ in shown.elements] == ["p", "span"]
    assert shown.text.strip() == "the words"


def test_links_and_citations_are_told_apart() -> None:
    found = list(references("A [[b]], [[c|words\nfolded]], [[d#e]]. [@f] [@ g] [[h i]] [ [j] ]"))
    assert [(reference.target, reference.words, reference.is_citation) for reference in found] == [
        ("b", "", False),
        ("c", "words folded", False),
        ("d#e", "", False),
        ("f", "", True),
    ]


def test_code_shows_what_is_written_in_it() -> None:
    shown = read("Write `[[id]]` & `<b>` here.")
    assert shown.text.strip() == "Write [[id]] & <b> here."
    assert [tag for tag, _ in shown.elements] == ["p", "code", "code"]


def test_paragraphs_lists_and_emphasis_are_kept() -> None:
    tags = [tag for tag, _ in read("One *two* **three**.\n\n- four\n- five\n\n> six").elements]
    assert tags == ["p", "em", "strong", "ul", "li", "li", "blockquote", "p"]


TEXT = """\
First of all. The army [[a|closed? Yes]] the bridge. [@s] Then **no one** crossed. [[c|It]] was dark.

A paragraph with [[b]]"""


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("First", "First of all."),
        ("[[a", "The army closed? Yes the bridge."),
        ("one", "Then no one crossed."),
        ("[[c", "It was dark."),
        ("[[b", "A paragraph with the name of b"),
    ],
)
def test_the_sentence_around_a_link_is_whole_and_can_be_said_plainly(written: str, sentence: str) -> None:
    around = sentence_around(TEXT, TEXT.index(written))
    assert plain(around, lambda target: f"the name of {target}") == sentence


def test_a_name_in_plain_text_keeps_all_its_signs() -> None:
    assert plain("*One* [[a]] and [[b]].", lambda target: f"*{target}* {{{{ 7*7 }}}}") == (
        "One *a* {{ 7*7 }} and *b* {{ 7*7 }}."
    )


@given(HOSTILE)
def test_plain_text_is_one_line_without_references(text: str) -> None:
    said = plain(text)
    assert said == " ".join(said.split())
