"""The preview: whatever goes wrong in a build, the last good site stays, with the fault above each page."""

from __future__ import annotations

import html
import re
import shutil
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from mkdocs.livereload import LiveReloadServer

_BODY = re.compile(rb"<body[^>]*>")
_NOTICE = """
<div class="md-typeset"><p><strong>This fault keeps the site from being built anew.</strong> It is shown as it was
before; the terminal may tell more.</p><pre class="frame-faults">{}</pre></div>
"""


class Preview:
    """Stands between the server of MkDocs and its build.

    As MkDocs has it, a build that fails leaves half a site, and every request unanswered until one succeeds.
    """

    def __init__(self, server: LiveReloadServer) -> None:
        self._site = Path(server.root)
        self._build: Callable[[], None] = server.builder
        self._answer: Callable[..., Iterable[bytes]] = server.serve_request
        self._notice = b""
        self._watched = Path(tempfile.mkdtemp(prefix="watched-"))
        server.builder = self.build
        server.set_app(self.answer)

    def follow(self, server: LiveReloadServer, folders: Iterable[Path]) -> None:
        """Watch folders, even those that go away and come back.

        A watched folder that goes away is forgotten, but not one to which a link in a watched folder leads.
        """
        for number, folder in enumerate(folders):
            (self._watched / f"{number}-{folder.name}").symlink_to(folder)
        server.watch(str(self._watched))

    def end(self) -> None:
        """Leave nothing behind."""
        shutil.rmtree(self._watched, ignore_errors=True)

    def build(self) -> None:
        """Build anew; the last good site is put back if that fails."""
        kept = self._site.with_name(f"{self._site.name}-kept")
        self._site.rename(kept)
        try:
            self._site.mkdir()
            self._build()
        except BaseException as fault:
            shutil.rmtree(self._site, ignore_errors=True)
            kept.rename(self._site)
            if isinstance(fault, KeyboardInterrupt):
                raise
            self._notice = _told(fault).encode()
        else:
            self._notice = b""
            shutil.rmtree(kept, ignore_errors=True)

    def answer(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """What the server answers; a page, with the fault above it."""
        begun: list[tuple[str, list[tuple[str, str]]]] = []
        chunks = self._answer(environ, lambda status, headers: begun.append((status, headers)))
        [(status, headers)] = begun
        if self._notice and ("Content-Type", "text/html") in headers:
            page = _BODY.sub(lambda body: body[0] + self._notice, b"".join(chunks), count=1)
            headers = [header for header in headers if header[0] != "Content-Length"]
            headers.append(("Content-Length", str(len(page))))
            chunks = [page]
        start_response(status, headers)
        return chunks


def _told(fault: BaseException) -> str:
    """Print a fault, and give it as HTML."""
    if not isinstance(fault, SystemExit):
        traceback.print_exception(fault)
    words = "".join(traceback.format_exception_only(fault)).strip()
    print(f"The site is shown as it was before this fault: {words}", file=sys.stderr)
    return _NOTICE.format(html.escape(words))
