"""What can be set for the plugin in `mkdocs.yml`."""

from __future__ import annotations

from mkdocs.config import base, config_options


class SiteOptions(base.Config):  # type: ignore[no-untyped-call]
    """The options of the plugin in `mkdocs.yml`."""

    stamp = config_options.Type(bool, default=True)
    """Whether leaf pages are stamped; otherwise they pass through MkDocs one by one, which must give the same pages."""

    drafts = config_options.Optional(config_options.Type(bool))
    """Whether drafts are shown; not set, they are in a preview only."""

    edit_url = config_options.Optional(config_options.URL())
    """Where a file can be edited: an address with `{path}` in it."""

    report_url = config_options.Optional(config_options.URL())
    """Where an error can be reported: an address with `{path}` and `{title}` in it."""
