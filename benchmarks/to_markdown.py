"""Turns the HTML of a page into the Markdown that somebody would have written: same words, same links, same ids."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from urllib.parse import urlsplit

_SPECIAL = re.compile(r"[\\`*_\[\]{}|#]")
_DROPPED = {"script", "style", "svg", "template"}
_VOID = {"br", "hr", "img", "input", "wbr"}
_BLOCKS = {"div", "section", "figure", "figcaption", "article", "nav", "header", "footer", "details", "dl", "ul", "ol"}
_MARKS = {"strong": "**", "em": "*", "b": "**", "i": "*"}


def to_markdown(body: str) -> str:
    """Convert the body of a page. Links to pages lead to their Markdown files."""
    converter = _Converter()
    converter.feed(body)
    converter.close()
    return re.sub(r"\n\s*\n", "\n\n", converter.root.text).strip() + "\n"


class _Element:
    """An open tag with the Markdown of what it holds so far."""

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.parts: list[str] = []
        self.rows: list[list[str]] = []
        self.count = int(attributes.get("start", "1"))

    @property
    def text(self) -> str:
        return "".join(self.parts)

    @property
    def line(self) -> str:
        line = " ".join(self.text.split())
        return f"\\{line}" if line.startswith(("- ", "+ ")) else line


class _Converter(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = _Element("body", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self.open[-1].parts.append(" ")
        if tag not in _VOID:
            self.open.append(_Element(tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        if data.isspace() and self.open[-1].tag in _BLOCKS | {"body", "table"}:
            return
        raw = self._is_inside("code")
        self.open[-1].parts.append(data if raw else _escaped(re.sub(r"\s+", " ", data)))

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        element = self.open.pop()
        assert element.tag == tag, f"</{tag}> closes <{element.tag}>"
        if element.tag not in _DROPPED:
            self.open[-1].parts.append(self._converted(element))

    def _converted(self, element: _Element) -> str:
        tag, id_ = element.tag, element.attributes.get("id")
        if re.fullmatch("h[1-6]", tag):
            return f"\n\n{'#' * int(tag[1])} {element.line}{f' {{#{id_}}}' if id_ else ''}\n\n"
        if tag == "p" and not self._is_inside("li", "td", "th", "dd"):
            return f"\n\n{element.line}{f'{chr(10)}{{: #{id_}}}' if id_ else ''}\n\n"
        anchor = f"[](){{#{id_}}}" if id_ else ""
        return self._block(element, anchor) if tag in _BLOCKS else self._piece(element, anchor)

    def _block(self, element: _Element, anchor: str) -> str:
        if element.tag in ("ul", "ol") and self._is_inside("li"):
            return "\n" + element.text
        if self._is_inside("li", "td", "th", "dd", "dl"):
            return anchor + element.text
        return f"\n\n{anchor}\n\n{element.text}\n\n"

    def _piece(self, element: _Element, anchor: str) -> str:
        match element.tag:
            case "a" if "href" in element.attributes:
                return anchor + _link(element)
            case "code" if self._is_inside("pre"):
                return "\n\n" + "".join(f"    {line}\n" for line in element.text.rstrip().split("\n")) + "\n"
            case "code":
                return f"{anchor}`{element.text}`"
            case "li":
                return self._item(element, anchor)
            case "dt":
                return f"\n- **{element.line}** "
            case "blockquote":
                return "\n\n" + "\n".join(f"> {line}" for line in element.text.strip().split("\n")) + "\n\n"
            case "th" | "td" | "tr" | "table":
                return self._table(element, anchor)
            case tag if tag in _MARKS and element.line:
                return f"{anchor}{_MARKS[tag]}{element.line}{_MARKS[tag]}"
        return anchor + element.text

    def _item(self, element: _Element, anchor: str) -> str:
        if self._is_inside("td", "th", "dd"):
            return f"{anchor}{element.line} "
        mark = "-"
        if self.open[-1].tag == "ol":
            mark = f"{self.open[-1].count}."
            self.open[-1].count += 1
        first, *others = [line for line in element.text.strip().split("\n") if line.strip()] or [""]
        first = f"\\{first}" if first.startswith(("- ", "+ ")) else first
        return "\n".join([f"{mark:<3} {anchor}{first}", *(f"    {line}" for line in others)]) + "\n"

    def _table(self, element: _Element, anchor: str) -> str:
        table = next(outer for outer in reversed([*self.open, element]) if outer.tag == "table")
        if element.tag == "tr":
            first, *others = element.rows[0] if element.rows else [""]
            table.rows.append([anchor + first, *others])
        elif element.tag != "table":
            row = next(outer for outer in reversed(self.open) if outer.tag == "tr")
            row.rows = [[*(row.rows[0] if row.rows else []), anchor + element.line]]
        else:
            head, *body = table.rows
            lines = [head, ["---"] * len(head), *body]
            return "\n\n" + "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n\n"
        return ""

    def _is_inside(self, *tags: str) -> bool:
        return any(element.tag in tags for element in self.open)


def _link(element: _Element) -> str:
    target, title = element.attributes["href"], element.attributes.get("title")
    parts = urlsplit(target)
    if not parts.scheme and parts.path.endswith(".html"):
        target = parts._replace(path=parts.path.removesuffix(".html") + ".md").geturl()
    quoted = f' "{title.replace(chr(34), chr(39))}"' if title else ""
    return f"[{element.line}]({target}{quoted})"


def _escaped(text: str) -> str:
    text = text.replace("&", "&amp;").replace("<", "&lt;")
    return _SPECIAL.sub(r"\\\g<0>", text)
