"""The adapter: pages of the corpus become pages of a MkDocs site. Only this package imports MkDocs.

Landing pages pass through MkDocs, as hand-written ones do. Leaf pages, unbounded in number, are stamped (see `shell`).
"""

from __future__ import annotations

import calendar
import datetime
import os
import posixpath
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

import jinja2
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as Frame

from generator import references, shell
from generator.content import (
    PACKAGE,
    Content,
    FaultsAlone,
    Reading,
    assets,
    published_asset,
    read_entries,
    search_entries,
    split,
)
from generator.mkdocs_plugin.frame import deferred, dress, dress_hand_written, follow, write
from generator.mkdocs_plugin.options import SiteOptions
from generator.mkdocs_plugin.preview import Preview
from generator.output import Outline, Page, outline

_log = get_plugin_logger("intelligence_site")

# Templates that have to know all pages, and so are rendered last.
_LAST = ("404.html", "sitemap.xml")

# The theme has these outside of any block. HTML knows no `autocomplete` for switches, and icons have no name.
_AUTOCOMPLETE = re.compile(r'(<input class="md-toggle"[^>]*) autocomplete="off"')
_ICON = '<svg xmlns="http://www.w3.org/2000/svg"'

# The frame of a leaf holds no text in which the beginning of a line matters; its indentation is a tenth of a page.
_INDENT = re.compile(r"\n\s+")


class SitePlugin(BasePlugin[SiteOptions]):  # type: ignore[no-untyped-call]
    """One instance lives as long as MkDocs runs; while serving, it holds the last content that was free of errors."""

    has_started = False  # of the class: MkDocs tells nobody how far it came
    read: Callable[..., Reading] = staticmethod(read_entries)

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        SitePlugin.has_started = True
        self._serving = command == "serve"
        self._content: Content | None = None
        self._preview: Preview | None = None

    # The entries are read first; while nobody previews, faults end the build before it has touched the output.

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        drafts = self._serving if self.config.drafts is None else self.config.drafts
        reading = self.read(_root(config), config.site_name, config.site_url or "", drafts=drafts)
        sys.stderr.write(reading.report)
        if reading.content is None and not self._serving:
            raise SystemExit(1)
        self._faults = reading.report if reading.content is None else ""
        self._content = reading.content or self._content
        addresses = (config.site_url, self.config.edit_url, self.config.report_url)
        self._addresses = shell.Addresses(*(address or "" for address in addresses))
        config.extra_css += [path for path in assets() if path.endswith(".css")]
        config.extra_javascript += [deferred(path) for path in assets() if path.endswith(".js")]
        return config

    # Landing pages and hand-written pages pass through MkDocs.

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        config.theme.static_templates.difference_update(_LAST)
        for path in assets():
            files.append(File.generated(config, path, content=published_asset(path)))
        if self._content is None:
            config.nav = ["index.md"]
            files = Files(file for file in files if not file.is_documentation_page())
        self._begin(self._content or FaultsAlone(self._faults))
        for path, page in self._framed.items():
            level = InclusionLevel.INCLUDED if page.landing else InclusionLevel.NOT_IN_NAV
            files.append(File.generated(config, path, content="", inclusion=level))
        return files

    def _begin(self, content: Content) -> None:
        framed, self._leaves = split(content.pages()) if self.config.stamp else (list(content.pages()), iter(()))
        self._framed = {page.path.removesuffix(".html") + ".md": page for page in framed}
        self._other_files = content.files
        self._resolve = content.resolve
        self._published: list[tuple[str, datetime.date | None]] = []
        self._search: list[dict[str, str]] = []
        # MkDocs takes the day of the build from here, never from the clock.
        self._day = max(page.updated for page in framed)
        os.environ["SOURCE_DATE_EPOCH"] = str(calendar.timegm(self._day.timetuple()))

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        self._nav, self._files = nav, files
        return nav

    def on_page_markdown(self, markdown: str, *, page: Frame, config: MkDocsConfig, files: Files) -> str:
        for target in references.targets(markdown):
            if self._resolve(target) is None:
                _log.warning("%s: no entry or claim has the id `%s`", page.file.src_uri, target)
        return references.link(markdown, page.url, self._resolve)

    def on_page_content(self, html: str, *, page: Frame, config: MkDocsConfig, files: Files) -> str:
        generated = self._framed.get(page.file.src_uri)
        if generated is None:
            self._published.append((page.url, None))
            dress_hand_written(page, f"{Path(config.docs_dir).name}/{page.file.src_uri}", self._addresses)
            return html
        read = self._publish(generated)
        page.present_anchor_ids = set(read.anchors)
        follow(page, generated.before, generated.after)
        return dress(page, shell.values(generated, read, self._addresses), generated.section)

    def _publish(self, page: Page) -> Outline:
        """Note a page for the search and the sitemap."""
        read = outline(page.body)
        self._published.append((page.path, page.updated))
        self._search += search_entries(page, read)
        return read

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        env.trim_blocks = env.lstrip_blocks = True  # a page carries no lines left empty by the theme's conditions
        env.globals.update(faults=self._faults, frame={}, collection_day=self._day)
        self._env = env
        return env

    def on_page_context(self, context: Any, *, page: Frame, config: MkDocsConfig, nav: Navigation) -> Any:
        context["frame"] = page.meta["frame"]
        return context

    def on_post_page(self, output: str, *, page: Frame | None, config: MkDocsConfig) -> str:
        return _AUTOCOMPLETE.sub(r"\1", output).replace(_ICON, f'{_ICON} aria-hidden="true"')

    # Leaf pages are stamped, one at a time.

    @event_priority(50)  # the search plugin writes its index at 0
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        stamper = shell.Stamper(lambda kind: self._frame(kind, config), self._addresses)
        for page in self._leaves:
            write(config, page.path, stamper.stamp(page, self._publish(page)).encode())
        for file in self._other_files():
            write(config, file.path, file.content)
        self._write_last(config)
        search: Any = config.plugins.get("material/search")
        if search:
            search.search_index.entries += self._search

    def _frame(self, kind: shell.Variant, config: MkDocsConfig) -> str:
        """The HTML of a page of this kind with tokens in the places of its values."""
        page = Frame(None, File.generated(config, posixpath.join(kind.folder, "shell.md"), content=""), config)
        page.content = dress(page, shell.tokens(kind, self._addresses), kind.section)
        follow(page, *shell.neighbours(kind))
        context = get_context(self._nav, self._files, config, page)
        context = config.plugins.on_page_context(context, page=page, config=config, nav=self._nav)
        html = self._env.get_template("main.html").render(context)
        return _INDENT.sub("\n", config.plugins.on_post_page(html, page=page, config=config))

    def _write_last(self, config: MkDocsConfig) -> None:
        """The templates that have to know all pages."""
        context: Any = get_context(self._nav, self._files, config, base_url=urlsplit(config.site_url or "/").path)
        sections = sorted({path.partition("/")[0] for path, _ in self._published if "/" in path})
        missing = self._env.get_template("404.html").render(context, sections=sections)
        write(config, "404.html", self.on_post_page(missing, page=None, config=config).encode())
        if config.site_url:
            pages = [(self._addresses.canonical(path), updated) for path, updated in self._published]
            write(config, "sitemap.xml", self._env.get_template("sitemap.xml").render(pages=pages).encode())

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, **builder: Any) -> LiveReloadServer:
        self._preview = Preview(server)
        self._preview.follow(
            server, (_root(config) / "entries", *(PACKAGE / name for name in ("templates", "assets", "theme")))
        )
        return server

    def on_shutdown(self) -> None:
        if self._preview:
            self._preview.end()


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent
