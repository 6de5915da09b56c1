"""Long reading in steps: at each it can be ended, and tells how far it is."""

from __future__ import annotations

import gc
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from time import monotonic
from uuid import UUID

from moushi.domain.record import R, Record, Scalar
from moushi.domain.snapshot import Count, Snapshot

Step = Callable[[], None]
"""Called at every row and look; it ends the work when it raises."""

_PACE = 0.1  # seconds; a person who leaves does not notice, and the reading is not slowed


class SteppingSnapshot:
    """A snapshot that makes a step at each look at it."""

    def __init__(self, below: Snapshot, step: Step) -> None:
        """Look through to the snapshot below."""
        self._below = below
        self._step = step

    def get(self, kind: type[R], record_id: UUID, /) -> R | None:
        """The record of that id, or None."""
        self._step()
        return self._below.get(kind, record_id)

    def where(self, kind: type[R], /, **equal: Scalar) -> tuple[R, ...]:
        """The records whose fields equal the given values, in order."""
        self._step()
        return self._below.where(kind, **equal)

    def among(self, kind: type[R], name: str, values: Collection[Scalar], /) -> tuple[R, ...]:
        """The records of which a field holds one of the values."""
        self._step()
        return self._below.among(kind, name, values)

    def numbers(
        self, kind: type[Record], by: tuple[str, ...], /, **among: Collection[Scalar]
    ) -> Mapping[tuple[Scalar, ...], int]:
        """How many records have each combination of values of some fields."""
        self._step()
        return self._below.numbers(kind, by, **among)

    def counts(self, subject: UUID, /) -> tuple[Count, ...]:
        """What a measure or a part that counts itself comes to."""
        self._step()
        return self._below.counts(subject)


def paced(step: Step) -> Step:
    """The same step, made only every tenth of a second however often it is called."""
    due = monotonic() + _PACE

    def made() -> None:
        nonlocal due
        if (now := monotonic()) >= due:
            due = now + _PACE
            step()

    return made


def on_and_on() -> None:
    """Let no step end anything."""


@contextmanager
def unswept() -> Iterator[None]:
    """Without looking for garbage while much is made and kept: that is a quarter of the time of reading."""
    was_sweeping = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_sweeping:
            gc.enable()
