"""In which script a text is written, and whether its language is written so."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

_LETTERS = {
    "Latin letters": "A-Za-z\u00c0-\u024f\u1e00-\u1eff",
    "Hangul": "\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3",
    "kana": "\u3041-\u3096\u30a1-\u30fa",
    "Chinese characters": "\u3400-\u4dbf\u4e00-\u9fff",
    "Cyrillic letters": "\u0400-\u04ff",
}
_WORDS = {script: re.compile(f"[{letters}]+") for script, letters in _LETTERS.items()}
# The scripts of which a language needs one, then those that may stand beside it; by language, or by a script that a
# tag such as `ko-Latn` names.
_LATIN: tuple[tuple[str, ...], tuple[str, ...]] = (("Latin letters",), ())
_CYRILLIC = (("Cyrillic letters",), ("Latin letters",))
_CHINESE = (("Chinese characters",), ("Latin letters",))
_WRITTEN = {
    "ko": (("Hangul",), ("Chinese characters", "Latin letters")),
    "ja": (("kana", "Chinese characters"), ("Latin letters",)),
    **dict.fromkeys(["zh", "Hans", "Hant"], _CHINESE),
    **dict.fromkeys(["ru", "uk", "be", "bg", "mk", "Cyrl"], _CYRILLIC),
    **dict.fromkeys(["en", "fr", "de", "es", "it", "pt", "nl", "pl", "cs", "sk", "hu", "fi", "sv", "da", "no"], _LATIN),
    **dict.fromkeys(["nb", "ro", "hr", "sl", "lt", "lv", "et", "tr", "vi", "id", "ms", "Latn"], _LATIN),
}


class _Writing(NamedTuple):
    """The scripts that a language needs; a letter of one of them; and a letter of a script that is strange to it."""

    scripts: tuple[str, ...]
    own: re.Pattern[str]
    strange: re.Pattern[str]


def misfit(text: str, tag: str) -> tuple[str, str] | None:
    """The script in which a text is written and its language is not, with the first word in it; None if all is well.

    Words of other scripts may stand in a text that has more letters of its own. Languages of which nothing is known
    here are taken to fit.
    """
    writing = _writing(tag)
    if writing is None or (writing.scripts == _LATIN[0] and text.isascii()):
        return None
    if writing.own.search(text) and not writing.strange.search(text):
        return None
    # Japanese has Chinese characters too, but Chinese has no kana.
    is_japanese = writing.scripts == _CHINESE[0] and _WORDS["kana"].search(text)
    if not is_japanese and len(writing.own.findall(text)) > len(writing.strange.findall(text)):
        return None
    found = {script: words.findall(text) for script, words in _WORDS.items() if script not in writing.scripts}
    if is_japanese:
        found = {"kana": found["kana"]}
    script = max(found, key=lambda name: len("".join(found[name])))
    return (script, found[script][0]) if found[script] else None


@cache
def _writing(tag: str) -> _Writing | None:
    language, _, script = tag.partition("-")
    written = _WRITTEN.get(script[:4]) or _WRITTEN.get(language)
    if written is None:
        return None
    needed, beside = written
    strange = "".join(letters for name, letters in _LETTERS.items() if name not in needed + beside)
    return _Writing(needed, re.compile(f"[{''.join(map(_LETTERS.__getitem__, needed))}]"), re.compile(f"[{strange}]"))
