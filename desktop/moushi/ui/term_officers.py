"""Who is elected, as a small list that goes into the store only with the renewal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication

from moushi.desk.finding import HOLDERS
from moushi.desk.renewal import Officer, candidates
from moushi.desk.renewal_draft import Line
from moushi.domain.kinds import Role
from moushi.domain.record import Record
from moushi.domain.records import Chamber, Member, Person, Post
from moushi.domain.snapshot import Snapshot
from moushi.domain.words import kind_word
from moushi.errors import Message, say
from moushi.ui.holder_edit import Seeking
from moushi.ui.record_model import Column, Index, RecordModel
from moushi.ui.workplace import Workplace

NAME, ROLE, WHO = range(3)
"""The columns."""

_LIKELY = Role.COUNCIL  # what somebody added is most likely to be
_TEXTS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole)


class OfficersModel(Seeking, RecordModel):
    """A line for each officer, ticked where they are of the new term; the last line adds somebody."""

    altered = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(
            workplace,
            Post,
            (
                Column("person_id", say("Holder"), width=12),
                Column("role", width=8),
                Column("member_id", say("Known as"), width=7),
            ),
            self._posts,
            lambda _: None,
        )
        self._chamber: Chamber | None = None
        self._officers: dict[UUID, Line] = {}
        self._who: dict[UUID, Message] = {}

    def sought(self, column: int) -> tuple[type[Member | Person], ...]:
        """Members and people, by their names."""
        return HOLDERS if column == NAME else ()

    @property
    def officers(self) -> tuple[Officer, ...]:
        """Those that are ticked, in their order."""
        return tuple(line.officer for line in self._officers.values() if line.is_kept)

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines, also of those that are dropped."""
        return tuple(self._officers.values())

    def begin(self, chamber: Chamber, officers: Iterable[Officer]) -> None:
        """Propose the officers of the term that ends."""
        self.go_on(chamber, [Line(officer, was_in_office=True) for officer in officers])

    def go_on(self, chamber: Chamber, lines: Iterable[Line]) -> None:
        """Show lines as they were left."""
        self._chamber = chamber
        self._officers = {uuid4(): line for line in lines}
        self.refresh()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """As of any list; names with their ticks, who is dropped in quiet colour."""
        post = self.record(index.row()) if index.isValid() else None
        line = self._officers.get(post.id) if post else None
        if post is None or line is None:
            return super().data(index, role)
        if role == Qt.ItemDataRole.ForegroundRole and not line.is_kept:
            return QGuiApplication.palette().placeholderText()
        if index.column() == ROLE:
            return super().data(index, role)
        said = line.officer.name if index.column() == NAME else self._workplace.words(self._who[post.id])
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == NAME:
            return Qt.CheckState.Checked if line.is_kept else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._heading(index.column())}: {said}"
        return said if role in _TEXTS else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Names are ticked and typed, roles chosen, the rest is said."""
        flags = super().flags(index)
        if index.column() == WHO:
            return flags & ~Qt.ItemFlag.ItemIsEditable
        if index.column() == NAME and self.record(index.row()) is not None:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Keep a tick, a name typed, somebody chosen from the list, or a role; the last line adds one."""
        if not index.isValid() or index.column() == WHO:
            return False
        post = self.record(index.row())
        line = self._officers.get(post.id) if post else None
        if role == Qt.ItemDataRole.CheckStateRole and post and line:
            return self._put(post.id, replace(line, is_kept=Qt.CheckState(value) == Qt.CheckState.Checked))
        if role != Qt.ItemDataRole.EditRole:
            return False
        old = line.officer if line else Officer("", _LIKELY)
        officer = _with(old, index.column(), value)
        if officer is None or officer == old:
            return False
        made = replace(line, officer=officer, is_kept=True) if line else Line(officer)
        return self._put(post.id if post else uuid4(), made)

    def remove(self, rows: Sequence[int]) -> bool:
        """Drop officers: those of the old term are unticked, those added here go."""
        for post in [post for row in rows if (post := self.record(row))]:
            line = self._officers[post.id]
            if line.was_in_office:
                self._officers[post.id] = replace(line, is_kept=False)
            else:
                del self._officers[post.id]
        self._tell()
        return True

    def move(self, row: int, by: int) -> int:
        """Move an officer up (-1) or down (1); the row where they stand now."""
        if self.record(row) is None or self.record(row + by) is None:
            return row
        order = list(self._officers.items())
        order.insert(row + by, order.pop(row))
        self._officers = dict(order)
        self._tell()
        return row + by

    def _put(self, officer_id: UUID, line: Line) -> bool:
        self._officers[officer_id] = line
        self._tell()
        return True

    def _tell(self) -> None:
        self.refresh()
        self.altered.emit()

    def _posts(self, snapshot: Snapshot) -> Sequence[Record]:
        chamber = self._chamber
        if chamber is None:
            return ()
        self._who = {held: _who(snapshot, chamber, line.officer) for held, line in self._officers.items()}
        return [
            Post(id=held, role=line.officer.role, chamber_id=chamber.id)
            for held, line in self._officers.items()
        ]


def _with(officer: Officer, column: int, value: Any) -> Officer | None:
    """An officer with what was typed or chosen in a cell; None when that says nobody."""
    if column == ROLE:
        return replace(officer, role=Role(value))
    if isinstance(value, Person | Member):
        return replace(officer, name=value.name, holder=value)
    name = str(value).strip()
    if not name or name == officer.name:
        return None
    return replace(officer, name=name, holder=None)


def _who(snapshot: Snapshot, chamber: Chamber, officer: Officer) -> Message:
    """Whether that is a member, a person who is known, or somebody new."""
    if officer.holder is not None:
        return kind_word(type(officer.holder))
    found = candidates(snapshot, chamber, officer.name)
    if len(found) > 1:
        return say("{count} of this name", count=len(found))
    return kind_word(type(found[0])) if found else say("new person")
