"""The forms of texts that fields take, as far as regular expressions can say them: for editors, and for the model.

They are written for Python and for JavaScript alike, and match a text as a whole. Which days a calendar has, and that
the larger of two numbers comes last, is left to the model.
"""

from __future__ import annotations

from generator.dates import DATE_PATTERN, DAY_PATTERN
from generator.model.guidance import Form

RESERVED_FILE_NAMES = frozenset(
    ["index", "con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))]
)
ID_LENGTH = 80

_ID = "[a-z0-9]+(-[a-z0-9]+)*"
_WORDS = "lower-case letters and digits, in words joined by single hyphens"
ID = Form(_ID, f"an id: {_WORDS}", ID_LENGTH)
OLD_ID = Form(
    f"(?!({'|'.join(sorted(RESERVED_FILE_NAMES))})$){_ID}", f"an id that is no reserved name: {_WORDS}", ID_LENGTH
)
_HALF = f"[^#]{{1,{ID_LENGTH}}}"
CLAIM = Form(f"(?={_HALF}(#{_HALF})?$)({_ID}#)?{_ID}", "a claim: `claim` or `entry#claim`")

DATE = Form(DATE_PATTERN, "a date, such as 2024, 2024-10, 2024-10-18~, 2024-05/.. or ..2024-11-05")
DAY = Form(DAY_PATTERN, "a single day, such as 2024-10-18")

_NUMBER = "[0-9]{1,12}"
FIGURE = Form(
    rf"(about |over |up to |at least )?{_NUMBER}|{_NUMBER}\.\.{_NUMBER}",
    "a figure: 600, about 600, over 600, up to 600, at least 600 or 500..600",
)

# A host may stand after the name of a user; one that is an address of numbers and colons stands in brackets.
_BAD = r'\s<>"\\^`{|}'
_HOST = rf"(\[[0-9A-Fa-f:.]+\]|[^{_BAD}/?#@:[\]])[^{_BAD}/?#@[\]]*"
URL = Form(
    rf"[Hh][Tt][Tt][Pp][Ss]?://([^{_BAD}/?#[\]]*@)?{_HOST}([/?#][^{_BAD}]*)?",
    "a web address, which begins with http:// or https://",
)
LANGUAGE = Form(
    "[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?", "a language tag (BCP 47), such as ko, en or zh-Hant"
)
COUNTRY = Form("[A-Z]{2}", "a country in two letters (ISO 3166-1), such as KP")
SHA256 = Form("[0-9a-f]{64}", "64 digits of base 16")
WIKIDATA = Form("Q[1-9][0-9]*", "the Q and the number of an item in Wikidata, such as Q42")

_FRACTION = r"(\.[0-9]+)?"
DECIMAL = Form(rf"-?[0-9]{{1,3}}{_FRACTION}", "a decimal number, such as 37.96")
LATITUDE = Form(rf"-?(0?90(\.0+)?|0?[0-8]?[0-9]{_FRACTION})", "degrees from -90 to 90, such as 37.96")
LONGITUDE = Form(rf"-?(180(\.0+)?|(1[0-7]|0?[0-9])?[0-9]{_FRACTION})", "degrees from -180 to 180, such as 126.68")
DISTANCE = Form(rf"(?=.*[1-9])[0-9]{{1,3}}{_FRACTION}", "a number of more than 0, such as 0.5")
