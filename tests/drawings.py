"""What every drawing must be: well-formed XML, with a name or hidden from readers, its ids unique."""

from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from markupsafe import Markup


def parse(*drawings: Markup) -> Element:
    """The drawings of a page as one element; raises where one is no XML."""
    return ElementTree.fromstring(f"<page>{''.join(drawings)}</page>")


def unnamed(page: Element) -> list[Element]:
    """The drawings that neither have a name nor are hidden."""
    return [svg for svg in page.iter("svg") if not _is_hidden(svg, page) and not _has_name(svg)]


def repeated_ids(page: Element) -> list[str]:
    """The ids that stand more than once."""
    ids = [found for element in page.iter() if (found := element.get("id"))]
    return sorted({id_ for id_ in ids if ids.count(id_) > 1})


def unresolved(page: Element) -> list[str]:
    """The ids to which a part of a drawing refers and which nothing has."""
    ids = {element.get("id") for element in page.iter()}
    parts = [part for svg in page.iter("svg") for part in svg.iter()]
    uses = [part.get("href", "") for part in parts if part.tag == "use"]
    urls = [value[4:-1] for part in parts for value in part.attrib.values() if value.startswith("url(#")]
    return sorted({name for name in (*uses, *urls) if name[1:] not in ids})


def reached_though_hidden(page: Element) -> list[str]:
    """The links that a keyboard reaches though readers are not told of them."""
    links = [link for svg in page.iter("svg") if _is_hidden(svg, page) for link in svg.iter("a")]
    return [link.get("href", "") for link in links if link.get("tabindex") != "-1"]


def hrefs(page: Element) -> list[str]:
    """Where links lead."""
    return [link.get("href", "") for link in page.iter("a")]


def words(page: Element) -> str:
    """All text."""
    return " ".join(" ".join(page.itertext()).split())


def _has_name(svg: Element) -> bool:
    return svg.get("role") in ("img", "group") and bool(svg.get("aria-label"))


def _is_hidden(svg: Element, page: Element) -> bool:
    parents = {child: parent for parent in page.iter() for child in parent}
    element: Element | None = svg
    while element is not None:
        if element.get("aria-hidden") == "true":
            return True
        element = parents.get(element)
    return False
