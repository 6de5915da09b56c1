"""The townships of one federation, each with its chambers or the words that it has none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt

from moushi.desk.chambers import Coverage, coverage
from moushi.domain.kinds import Colour
from moushi.domain.record import Record
from moushi.domain.records import Chamber, Member, Township, township_id
from moushi.domain.snapshot import Snapshot
from moushi.domain.townships import township_called
from moushi.errors import say
from moushi.ui.cells import COLOUR_ROLE
from moushi.ui.record_model import Column, Index, RecordModel
from moushi.ui.workplace import Workplace

_CHAMBERS = "federation_id"  # the column whose cells say the township's chambers


class TownshipsModel(RecordModel):
    """A small list: names are typed, chambers are said."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(
            workplace,
            Township,
            (Column("name", width=12), Column(_CHAMBERS, say("Chamber"), width=16)),
            self._townships,
            self._new,
        )
        self.coverage: Coverage | None = None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """As of any list; the second column says the chambers, red with words where there are none."""
        township = self.record(index.row()) if index.isValid() else None
        if township is None or self.coverage is None or self.columns[index.column()].field != _CHAMBERS:
            return super().data(index, role)
        names = self.coverage.chambers.get(township.id, ())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return "、".join(names) or self._workplace.words(say("no chamber"))
        return (Colour.GREEN if names else Colour.RED) if role == COLOUR_ROLE else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What is said cannot be typed."""
        flags = super().flags(index)
        return flags if index.column() == 0 else flags & ~Qt.ItemFlag.ItemIsEditable

    def remove(self, rows: Sequence[int]) -> bool:
        """Delete townships that nothing hangs on; of one in use say by how many, and do nothing."""
        with self._workplace.desk.snapshot() as snapshot:
            for township in filter(None, map(self.record, rows)):
                members = len(snapshot.where(Member, township_id=township.id))
                chambers = len(snapshot.where(Chamber, township_id=township.id))
                if members or chambers:
                    self._workplace.tell(
                        say(
                            "{name} is in use: {members} members, {chambers} chambers. "
                            "Give them another township first, then delete it.",
                            name=getattr(township, "name", ""),
                            members=members,
                            chambers=chambers,
                        )
                    )
                    return False
        return super().remove(rows)

    def _townships(self, snapshot: Snapshot) -> Sequence[Record]:
        one = self._workplace.scope.one
        self.coverage = coverage(snapshot, one, self._workplace.today()) if one else None
        return self.coverage.townships if self.coverage else ()

    def _new(self, values: Any) -> Township | None:
        one, name = self._workplace.scope.one, str(values.get("name") or "").strip()
        if one is None or not name:
            return None
        with self._workplace.desk.snapshot() as snapshot:
            held = township_called(snapshot, one.id, name)
        if held is None:
            return Township(id=township_id(one.id, name), federation_id=one.id, name=name)
        self._workplace.tell(say("{name} is in the list already, as {held}.", name=name, held=held.name))
        return None
