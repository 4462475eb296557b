"""The pages of a single entry in the frame of the whole site, of which nothing else is built."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.plugins import PluginCollection
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation

from generator.content import Content, Reading
from generator.mkdocs_plugin import SitePlugin

_NAME = "intelligence-site"


class SettingsError(Exception):
    """`mkdocs.yml` cannot be used; MkDocs has said why."""


def build_single(root: Path, folder: Path, content: Callable[[str, str], Content], faults: str) -> list[str]:
    """Build the pages of a content that is made from the site's name and address, and give their paths.

    `faults` are shown above each page. Settings are those of the site; nobody has to pass for strict.
    """
    try:
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(folder), strict=False)
    except MkDocsException as error:
        raise SettingsError(str(error)) from None
    plugin = _SinglePlugin(content, faults)
    plugin.config = config.plugins[_NAME].config
    plugins = PluginCollection()
    for name, other in config.plugins.items():
        plugins[name] = plugin if name == _NAME else other
    config.plugins = plugins
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return plugin.paths


class _SinglePlugin(SitePlugin):  # type: ignore[no-untyped-call]
    """Lets MkDocs see the whole navigation, and build none of its pages."""

    def __init__(self, content: Callable[[str, str], Content], faults: str) -> None:
        self._made, self._shown_faults = content, faults

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self._published]

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        self.read = lambda root, name, url, *, drafts: Reading(self._made(name, url), "")
        self.config.stamp = True
        return super().on_config(config)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        files = super().on_files(files, config=config)
        for path in _targets(config.nav):
            if path.endswith(".md") and files.get_file_from_path(path) is None:
                files.append(File.generated(config, path, content=""))
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        for file in list(files.documentation_pages()):
            files.remove(file)
        return super().on_nav(nav, config=config, files=files)

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        env = super().on_env(env, config=config, files=files)
        env.globals["own_faults"] = self._shown_faults
        return env

    def _write_last(self, config: MkDocsConfig) -> None:
        """There is no other page to know of."""


def _targets(nav: Any) -> Iterator[str]:
    """The files that a navigation names, at any depth."""
    if isinstance(nav, str):
        yield nav
    for item in nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ():
        yield from _targets(item)
