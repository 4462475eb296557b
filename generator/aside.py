"""Work that another process does meanwhile, as a copy of this one: it has all that is here, and results come back.

Where that cannot be, or the other comes to an early end, the work is done here: it takes longer, and no more.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import threading
from collections.abc import Callable, Generator, Iterable, Iterator
from itertools import islice
from multiprocessing.connection import Connection
from typing import Generic, TypeVar

T = TypeVar("T")

# For fewer files or entries, another process takes longer to begin than it saves.
FEW = 1_000
_AT_ONCE = 100


class Aside(Generic[T]):
    """Begins at once to make what `make` yields, for whoever asks later. With `few`, it is made when asked for."""

    def __init__(self, make: Callable[[], Iterable[T]], *, few: bool) -> None:
        self._make = make
        self._received = 0
        self._receiver: Connection | None = None
        if not few and _may_fork():
            context = multiprocessing.get_context("fork")
            self._receiver, sender = context.Pipe(duplex=False)
            self._process = context.Process(target=_send, args=(make, sender, self._receiver), daemon=True)
            self._process.start()
            sender.close()

    def results(self) -> Generator[T, None, None]:
        """All that is made, in order, once. Raises what `make` raises."""
        if self._receiver:
            for result in self._receive(self._receiver):
                self._received += 1
                yield result
        yield from islice(self._make(), self._received, None) if not self._receiver else ()

    def _receive(self, receiver: Connection) -> Iterator[T]:
        try:
            while part := receiver.recv():
                yield from part
        except EOFError:
            self._receiver = None
        finally:
            receiver.close()
            self._process.join()


def _may_fork() -> bool:
    """Whether this process can be copied; a copy of one with several threads can hang."""
    return "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1


def _send(make: Callable[[], Iterable[T]], sender: Connection, receiver: Connection) -> None:
    """Send all in parts, and an empty one at the end; where something goes wrong or nobody listens, just end."""
    receiver.close()  # else this process would listen to itself for ever
    with contextlib.suppress(Exception):  # the other process comes to the same, and can tell of it
        results = iter(make())
        while part := list(islice(results, _AT_ONCE)):
            sender.send(part)
        sender.send([])
