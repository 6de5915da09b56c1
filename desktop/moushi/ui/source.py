"""What the window needs of the desk: a store that can be looked at and that tells when it changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from moushi.errors import Message

if TYPE_CHECKING:  # the records take a while to load; the window is painted before
    from moushi.changes.model import ChangeSet
    from moushi.domain.snapshot import Snapshot


class Source(Protocol):
    """An open store."""

    @property
    def path(self) -> Path:
        """The store's file."""
        ...

    @property
    def read_only(self) -> bool:
        """Whether another program holds the store, so that nothing can be written."""
        ...

    @property
    def notices(self) -> Sequence[Message]:
        """What a person should know on opening: who holds the store, a synchronised folder."""
        ...

    def snapshot(self) -> AbstractContextManager[Snapshot]:
        """All records as they stand now."""
        ...

    def subscribe(self, observer: Callable[[ChangeSet], None]) -> Callable[[], None]:
        """Call the observer, on any thread, after each change; the returned function ends that."""
        ...

    def close(self) -> None:
        """Let the store go; whoever asks it afterwards is at fault."""
        ...


Opener = Callable[[Path], Source]
"""Opens a store, or makes it; `MoushiError` when that cannot be."""

Words = Callable[[Message], str]
"""Renders a message in the person's language."""
