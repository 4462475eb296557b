"""Whether web addresses can still be read: asked politely, host by host, and only reported."""

from __future__ import annotations

import http.client
import time
import urllib.error
import urllib.request
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit

_HEADERS = {"User-Agent": "Mozilla/5.0 (compatible; source check of a static site; once a week)", "Accept": "*/*"}
_TIMEOUT = 30
_HOSTS_AT_ONCE = 8
# Some servers know only how to give a page, and not how to tell whether they would.
_ASK_AGAIN = {400, 403, 404, 405, 406, 409, 410, 429, 500, 501, 503}


class Outcome(StrEnum):
    """What became of a request, in a reader's words."""

    READ = "can be read"
    MOVED = "moved for good"
    GONE = "gone"
    REFUSED = "refuses programs"
    FAILS = "the server fails"
    UNREACHABLE = "cannot be reached"


@dataclass(frozen=True, slots=True)
class Answer:
    """The outcome for one address; `detail` is the new address, the code of the answer, or what went wrong."""

    url: str
    outcome: Outcome
    detail: str = ""


def ask(urls: Iterable[str], pause: float) -> Iterator[Answer]:
    """Ask for each address once, in order of the addresses; `pause` is in seconds, between two requests to one host."""
    hosts: dict[str, list[str]] = {}
    for url in sorted(set(urls)):
        hosts.setdefault(urlsplit(url).netloc, []).append(url)
    with ThreadPoolExecutor(_HOSTS_AT_ONCE) as pool:
        answers = pool.map(lambda of_host: _ask_host(of_host, pause), hosts.values())
        yield from sorted((answer for of_host in answers for answer in of_host), key=lambda answer: answer.url)


def _ask_host(urls: list[str], pause: float) -> list[Answer]:
    answers = []
    for number, url in enumerate(urls):
        if number:
            time.sleep(pause)
        answers.append(_ask(url))
    return answers


def _ask(url: str) -> Answer:
    """Ask for the head alone; where that is not answered well, for the page."""
    answer, code = _request(url, "HEAD")
    return _request(url, "GET")[0] if code in _ASK_AGAIN or answer.outcome is Outcome.UNREACHABLE else answer


class _Follower(urllib.request.HTTPRedirectHandler):
    """Follows where a server sends us, and notes whether each step was for good."""

    def __init__(self) -> None:
        self.codes: list[int] = []

    def redirect_request(self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Any:
        self.codes.append(code)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _request(url: str, method: str) -> tuple[Answer, int]:
    """The answer to one request, and the code of the last reply; 0 where there was none."""
    follower = _Follower()
    try:
        opener = urllib.request.build_opener(follower)
        with opener.open(
            urllib.request.Request(_sent(url), headers=_HEADERS, method=method), timeout=_TIMEOUT
        ) as reply:
            if follower.codes and set(follower.codes) <= {301, 308}:
                return Answer(url, Outcome.MOVED, reply.geturl()), reply.status
            return Answer(url, Outcome.READ), reply.status
    except urllib.error.HTTPError as error:
        error.close()
        return Answer(url, _outcome(error.code), str(error.code)), error.code
    except (OSError, http.client.HTTPException, ValueError) as error:
        return Answer(url, Outcome.UNREACHABLE, str(getattr(error, "reason", error)) or type(error).__name__), 0


def _sent(url: str) -> str:
    """An address as browsers send it: in ASCII, where people write Hangul and other letters."""
    parts = urlsplit(url)
    path, query = (quote(part, safe="/%:@!$&'()*+,;=~?[]") for part in (parts.path, parts.query))
    return urlunsplit((parts.scheme, parts.netloc.encode("idna").decode(), path, query, ""))


def _outcome(code: int) -> Outcome:
    if code in (404, 410):
        return Outcome.GONE
    # A server that sends us round in circles, or nowhere, refuses nobody.
    return Outcome.FAILS if code >= 500 or code < 400 else Outcome.REFUSED
