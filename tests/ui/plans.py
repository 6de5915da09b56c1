"""Plans to look at, and a source that holds them in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import factories as make
from moushi.changes.model import Change, ChangeSet, Edit, Source, applied
from moushi.domain.rank import spread
from moushi.domain.record import Record
from moushi.domain.snapshot import MemorySnapshot
from moushi.errors import Message, say

LONG = "围绕远洋渔业、船舶修造、海岛民宿和水产精深加工等产业，" * 2


def county(
    name: str = "鹤沙县工商联", year: int = 2031, themes: int = 2, items: int = 2, words: str = "办实事"
) -> tuple[Record, ...]:
    """A federation and its plan: an opening, themes, items with a unit each."""
    of = make.federation(name)
    plan = make.plan(of, year, slogan="稳扎稳打开新局")
    ranks = spread(themes + 1)
    found: list[Record] = [of, plan, make.passage(plan, "潮起海岛，万象更新。", rank=ranks[0])]
    for number, rank in enumerate(ranks[1:], 1):
        theme = make.theme(plan, f"第{number}块：{words}。", rank=rank)
        found.append(theme)
        for n, key in enumerate(spread(items), 1):
            item = make.item(theme, f"{number}之{n}：{words}；", rank=key)
            found += [item, make.unit(item, f"科室{number}{n}")]
    return tuple(found)


class MemorySource:
    """What the window asks of the desk, over records in memory; it counts how often it is read."""

    def __init__(
        self,
        records: Iterable[Record] = (),
        notices: Sequence[Message] = (),
        *,
        path: Path = Path("county.sqlite"),
        read_only: bool = False,
    ) -> None:
        self.records = {record.id: record for record in records}
        self.notices = notices
        self.path = path
        self.read_only = read_only
        self.observers: list[Callable[[ChangeSet], None]] = []
        self.closed = False
        self.reads = 0

    @contextmanager
    def snapshot(self) -> Iterator[MemorySnapshot]:
        assert not self.closed
        self.reads += 1
        yield MemorySnapshot(self.records.values())

    def subscribe(self, observer: Callable[[ChangeSet], None]) -> Callable[[], None]:
        self.observers.append(observer)
        return lambda: self.observers.remove(observer)

    def close(self) -> None:
        self.closed = True

    def apply(self, *edits: Edit) -> None:
        self.records = applied(self.records, edits)
        change = ChangeSet(uuid4(), 1, datetime(2031, 1, 1, tzinfo=UTC), Source(""), say("Test"), edits)
        for observer in self.observers:
            observer(change)

    def the(self, kind: type[Record], text: str) -> Record:
        """The record of a kind in which that text stands."""
        return next(r for r in self.records.values() if isinstance(r, kind) and text in str(r))

    def reword(self, record: Record, field: str, new: str) -> None:
        self.apply(Change(type(record), record.id, field, getattr(record, field), new))
