"""Publication: MkDocs builds into a folder beside the site, which is then put in its place in one step.

A build that is killed at any moment leaves the old site or the new one, whole; the next one clears what it left.
MkDocs runs in this process, so that nothing goes on writing once the process is gone.
"""

from __future__ import annotations

import contextlib
import ctypes
import datetime
import errno
import fcntl
import os
import runpy
import secrets
import shutil
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

from generator import archive

_PREFIX = ".site-"
_PREVIOUS = ".site-previous"

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_RENAME_SWAP = 2
_CANNOT_EXCHANGE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM}


def publish(root: Path) -> int:
    """Build the site of the entries below `root` into `root/site`, or to where that leads, and give the exit code."""
    site = (root / "site").resolve()
    with beside(site) as folder:
        code = _mkdocs(root, "build", "--site-dir", str(folder))
        if code == 0:
            swap(folder, site)
    return code


def publish_as_file(root: Path) -> int:
    """Build the site of the entries below `root` into `root/site.zip`, for readers without a network."""
    with beside(root / "site") as folder:
        code = _mkdocs(root, "build", "--site-dir", str(folder))
        if code == 0:
            # The adapter tells MkDocs the day of the newest revision by this variable.
            day = datetime.datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), datetime.UTC).date()
            archive.pack(folder, root / "site.zip", day)
    return code


def serve(root: Path, port: int) -> int:
    """Show the site at an address of this machine, build it anew at every edit, and give the exit code."""
    try:
        socket.create_server(("127.0.0.1", port)).close()
    except (OSError, OverflowError) as error:
        print(f"cannot serve at port {port}: {error}", file=sys.stderr)
        return 2
    # After one warning, a strict preview leaves every request unanswered.
    return _mkdocs(root, "serve", "--no-strict", "--dev-addr", f"127.0.0.1:{port}")


def _mkdocs(root: Path, verb: str, *options: str) -> int:
    """Run MkDocs' command line in this process; called as a library, it logs nothing.

    MkDocs ends with 1 whatever is wrong. Before the plugin has started, that is the settings: with us, wrong usage.
    """
    from generator.mkdocs_plugin import SitePlugin

    SitePlugin.has_started = False
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    before = sys.argv
    sys.argv = ["mkdocs", verb, "--config-file", str(root / "mkdocs.yml"), *options]
    try:
        runpy.run_module("mkdocs", run_name="__main__", alter_sys=True)
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
        return code if SitePlugin.has_started or not code else 2
    finally:
        sys.argv = before
    return 0


@contextlib.contextmanager
def beside(site: Path) -> Iterator[Path]:
    """A new folder next to `site`, on the same file system; afterwards it is gone, with whatever it holds by then.

    A lock on it tells other builds that somebody is at work in it.
    """
    with _locked(site.parent):
        _recover(site)
        _clear(site.parent)
        folder = site.parent / f"{_PREFIX}{secrets.token_hex(4)}"
        folder.mkdir()
        lock = _lock(folder, fcntl.LOCK_EX)
    try:
        yield folder
    finally:
        _remove(folder)
        os.close(lock)


def swap(folder: Path, site: Path, *, in_one_step: bool = True) -> None:
    """Let `folder` take the place of `site`; the site that stood there is `folder` afterwards.

    That is one step where the system can do it. Otherwise it is two, and a process killed between them leaves no site;
    the next build puts it back.
    """
    with _locked(site.parent):
        if not os.path.lexists(site):
            folder.rename(site)
        elif not (in_one_step and exchange(folder, site)):
            previous = site.with_name(_PREVIOUS)
            site.rename(previous)
            folder.rename(site)
            previous.rename(folder)


def exchange(one: Path, other: Path) -> bool:
    """Let two names change places in one step; whether the system can do that."""
    library = ctypes.CDLL(None, use_errno=True)
    paths = os.fsencode(one), os.fsencode(other)
    if hasattr(library, "renameat2"):
        failed = library.renameat2(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE)
    elif hasattr(library, "renamex_np"):
        failed = library.renamex_np(*paths, _RENAME_SWAP)
    else:
        return False
    code = ctypes.get_errno()
    if failed and code not in _CANNOT_EXCHANGE:
        raise OSError(code, os.strerror(code), str(other))
    return not failed


def _recover(site: Path) -> None:
    previous = site.with_name(_PREVIOUS)
    if previous.exists() and not os.path.lexists(site):
        previous.rename(site)


def _clear(parent: Path) -> None:
    """Remove the folders of builds that were killed: those that nobody holds a lock on."""
    for folder in sorted(parent.glob(f"{_PREFIX}*")):
        try:
            lock = _lock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            continue
        _remove(folder)
        os.close(lock)


def _remove(left: Path) -> None:
    """Remove a folder, or the file that somebody had put where the site goes."""
    if left.is_dir() and not left.is_symlink():
        shutil.rmtree(left, ignore_errors=True)
    else:
        left.unlink(missing_ok=True)


@contextlib.contextmanager
def _locked(parent: Path) -> Iterator[None]:
    """Nobody else looks for left folders, makes one, or swaps, meanwhile."""
    lock = _lock(parent, fcntl.LOCK_EX)
    try:
        yield
    finally:
        os.close(lock)


def _lock(folder: Path, kind: int) -> int:
    """Lock a folder until the descriptor that this returns is closed, or this process ends."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, kind)
    except OSError:
        os.close(descriptor)
        raise
    return descriptor
