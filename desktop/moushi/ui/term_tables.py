"""Small lists of a chamber: its terms, the running one first, and its earlier recognitions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from uuid import uuid4

from PySide6.QtCore import Qt

from moushi.desk import four_goods, terms
from moushi.desk.register import Marked
from moushi.domain.record import Record
from moushi.domain.records import Chamber, ChamberTerm, Rating
from moushi.domain.snapshot import Snapshot
from moushi.domain.terms import running_term
from moushi.errors import say
from moushi.ui.cells import COLOUR_ROLE
from moushi.ui.record_model import Column, Index, RecordModel
from moushi.ui.workplace import Workplace

_STATE = "chamber_id"  # the column whose cells say how the term stands or did

STATE_COLUMN = 1
"""Where the states stand."""

_SAID = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


class TermsModel(RecordModel):
    """The running term, which the form's fields change, then those that have ended, which are typed here."""

    def __init__(self, workplace: Workplace, chamber: Callable[[], Chamber | None]) -> None:
        super().__init__(
            workplace,
            ChamberTerm,
            (
                Column("number", say("Term"), width=5),
                Column(_STATE, say("Term state"), width=8),
                Column("began_on", say("From"), width=6),
                Column("ended_on", say("To"), width=6),
                Column("years", say("Years"), width=3),
                Column("extended_to", say("Extended to"), width=6),
            ),
            self._terms,
            self._new,
        )
        self._chamber = chamber
        self._running: Chamber | None = None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """As of any list; the states are said, with their colours."""
        term = self.record(index.row()) if index.isValid() else None
        if not isinstance(term, ChamberTerm):
            if index.isValid() and index.column() == 0 and role == Qt.ItemDataRole.DisplayRole:
                return self._workplace.words(say("Earlier…"))
            return super().data(index, role)
        if index.column() != STATE_COLUMN:
            return super().data(index, role)
        state = self._state(term)
        if role in _SAID:
            return self._workplace.words(state.word)
        return state.colour if role == COLOUR_ROLE else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What is said cannot be typed, nor the running term, which the fields below it change."""
        flags = super().flags(index)
        is_typed = index.column() != STATE_COLUMN and not self._is_running(self.record(index.row()))
        return flags if is_typed else flags & ~Qt.ItemFlag.ItemIsEditable

    def remove(self, rows: Sequence[int]) -> bool:
        """Delete terms that have ended; of the running one say where it is changed."""
        if any(self._is_running(self.record(row)) for row in rows):
            self._workplace.tell(say("The running term is changed in the fields below it."))
            return False
        return super().remove(rows)

    def _state(self, term: ChamberTerm) -> Marked:
        if self._running is not None and self._is_running(term):
            return terms.term_state(self._running, self._workplace.today())
        return terms.ended_state(term)

    def _is_running(self, term: Record | None) -> bool:
        return term is not None and self._running is not None and term.id == self._running.id

    def _terms(self, snapshot: Snapshot) -> Sequence[Record]:
        shown = self._chamber()
        self._running = (snapshot.get(Chamber, shown.id) or shown) if shown else None
        if self._running is None:
            return ()
        return [running_term(self._running), *terms.ended_terms(snapshot, self._running.id)]

    def _new(self, values: Any) -> ChamberTerm | None:
        chamber = self._chamber()
        return ChamberTerm(id=uuid4(), chamber_id=chamber.id, **values) if chamber else None


class RatingsModel(RecordModel):
    """The recognitions before the newest, which stands in the chamber's own fields."""

    def __init__(self, workplace: Workplace, chamber: Callable[[], Chamber | None]) -> None:
        super().__init__(
            workplace,
            Rating,
            (Column("level", say("Level"), width=12), Column("year", say("Year"), width=6)),
            self._earlier,
            self._new,
        )
        self._chamber = chamber

    def _earlier(self, snapshot: Snapshot) -> Sequence[Record]:
        chamber = self._chamber()
        return four_goods.earlier(snapshot, chamber.id) if chamber else ()

    def _new(self, values: Any) -> Rating | None:
        chamber = self._chamber()
        return Rating(id=uuid4(), chamber_id=chamber.id, **values) if chamber else None
