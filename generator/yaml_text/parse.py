"""A text is read; where it has faults, what is sound is read without them."""

from __future__ import annotations

from generator.yaml_text import characters
from generator.yaml_text.document import Document, Fault
from generator.yaml_text.reader import read
from generator.yaml_text.rest import Rest

# As many readings are worth their while: a text with more faults of its own is beyond repair.
_ROUNDS = 20
_HOPELESS = frozenset(["empty-file", "not-a-mapping"])
# Values are read without these.
_HARMLESS = frozenset(["control-character", "invisible-character"])


def parse(text: str) -> Document:
    """Read one YAML mapping. Faults are values; nothing is raised for bad input."""
    odd = list(characters.faults(Document(text)))
    document = Document(text) if odd else read(text)
    if odd or document.faults:
        document = _read_rest(text, odd)
    document.in_parts += characters.uncomposed(document)
    return document


def _read_rest(text: str, odd: list[Fault]) -> Document:
    """The sound pieces of a text, and the faults of all others."""
    readable, found = characters.readable(text), list[Fault]()
    if readable is None:
        return Document(text, faults=odd)
    rest = Rest(readable)
    document = read(text, rest.text, is_odd=bool(odd))
    if _HOPELESS & {fault.code for fault in document.faults}:
        document.faults = odd or document.faults
        return document
    for _ in range(_ROUNDS):
        odd += [fault for fault in document.faults if fault.code in _HARMLESS]
        if not (faults := [fault for fault in document.faults if fault.code not in _HOPELESS | _HARMLESS]):
            document.data = document.data or {}
            break
        found += _take_out(rest, faults, ends_early=document.ends_early)
        document = read(text, rest.text, is_odd=bool(odd))
    else:
        document.data = None
    # What a character that is not seen makes of its line is no fault of its own.
    lines = {fault.span.line for fault in odd}
    of_structure = {fault for fault in found if fault.span.line not in lines}
    document.faults = sorted({*odd, *of_structure}, key=lambda fault: (fault.span, fault.code))
    gone = {key for key in rest.partly if document.data and document.data.get(key) == ""}
    document.data = document.data and {key: value for key, value in document.data.items() if key not in gone}
    document.lost, document.hidden = frozenset(rest.lost | gone), frozenset(rest.hidden)
    document.partly = frozenset(rest.partly)
    return document


def _take_out(rest: Rest, faults: list[Fault], *, ends_early: bool) -> list[Fault]:
    """Take out the pieces in which there are faults. Gives those that none taken out before can explain.

    Of a text that ends early, in its last piece, any key may have been lost.
    """
    own, pieces = [], []
    for fault in faults:
        if fault.code == "several-documents":
            rest.cut_off(fault.span.line)
            own.append(fault)
            continue
        spans = [fault.span, *(span for span, _ in fault.also)]
        # What a line that is not in its place makes of those below it nobody knows.
        goes_on = fault.code == "yaml-syntax" and not fault.stands_alone
        of_fault = [rest.piece(span.line, span.end_line, to_the_end=goes_on) for span in spans]
        pieces += of_fault
        may_follow = rest.is_gone if fault.stands_alone else rest.is_near
        own += [] if any(may_follow(piece) for piece in of_fault) else [fault]
    for piece in pieces:
        rest.take_out(piece)
        rest.lost |= {""} if ends_early and rest.is_last(piece) else set()
    return own
