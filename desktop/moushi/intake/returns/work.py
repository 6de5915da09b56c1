"""What the tables of one return share while they are compared, and how the cells of a row are compared."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from uuid import UUID

from moushi.changes.model import Edit, Severity, Sides
from moushi.compile.return_document import SentTable
from moushi.compile.return_rows import HeldRow
from moushi.domain.period import Period
from moushi.domain.record import Record, Scalar
from moushi.domain.records import Chamber
from moushi.domain.snapshot import Snapshot
from moushi.errors import Message, say
from moushi.intake.list_draft import ListDraft
from moushi.intake.returns.columns import Column, printed, scalar, words
from moushi.intake.returns.reading import ReadCell, ReadRow, ReadTable
from moushi.intake.returns.rules import Base, Verdict, is_empty, same, verdict
from moushi.intake.returns.table import SentAndRead
from moushi.intake.returns.told import Kind

Into = Callable[["Column"], Record | None]
"""The record into which a column's value goes; None where there is none."""
Absent = Callable[["Column", Scalar], tuple[Edit, ...]]
"""The mend that puts a likely value where there is no record yet."""


@dataclass(frozen=True, slots=True)
class Renewal:
    """A congress of which a return tells: its day, the term that it opened and the one before."""

    day: date
    number: int
    before: int


@dataclass
class ReturnWork:
    """A return while it is compared: whose it is, and the draft that gathers what it changes."""

    draft: ListDraft
    snapshot: Snapshot
    chamber: Chamber
    period: Period
    brought: Mapping[tuple[UUID, str], Collection[Scalar]] = field(default_factory=dict)
    without_faulty: bool = False
    renewal: Renewal | None = None
    step: Callable[[], None] = lambda: None

    def fault(self, where: str, message: Message, action: Message, *, advice: Message | None = None) -> None:
        """Say what forbids taking the file in, unless it is to be taken in without the cells named."""
        severity = Severity.WARNING if self.without_faulty else Severity.ERROR
        self.draft.tell(severity, where, message, action, advice=advice)

    def warn(self, where: str, message: Message, action: Message) -> None:
        """Say what a person should look at."""
        self.draft.tell(Severity.WARNING, where, message, action)

    def hint(self, where: str, message: Message, action: Message) -> None:
        """Say what a person may want to know."""
        self.draft.tell(Severity.HINT, where, message, action)


class TableWork(SentAndRead):
    """One table of a return while its rows are compared."""

    def __init__(self, work: ReturnWork, table: ReadTable, sent: SentTable | None) -> None:
        """Take the return, the table as read, and what its form was sent with if that is known."""
        super().__init__(table, sent, work.step)
        self.work = work

    # -- cells -------------------------------------------------------------------------------------------

    def compare(
        self,
        row: ReadRow,
        held: HeldRow,
        into: Into,
        *,
        passed: Collection[str] = (),
        offered: bool = False,
        absent: Absent = lambda _column, _value: (),
    ) -> bool:
        """Compare the cells of a row with the records; whether it says anything else than it was sent with.

        `passed` are landings that are seen to elsewhere. Where values are only `offered`, none is an edit,
        and what is empty says nothing.
        `absent` is asked for the mend of a likely value where there is no record that it could go into.
        """
        is_touched = False
        empty: list[tuple[Column, ReadCell]] = []
        is_glance_enough = self.is_known and not self.work.brought
        unlike = self.unlike(row, held.id) if is_glance_enough else None
        for column in self.columns:
            is_as_sent = unlike is not None and column.key not in unlike
            if is_as_sent and (not column.field.is_required or self.is_kept(row, held.id, column)):
                continue  # as most are
            cell = row.cells.get(column.key)
            if cell is None:
                continue
            if cell.note:
                self.note(cell)
            is_plain = is_glance_enough and cell.doubt is None
            is_plain = is_plain and (cell.value is not None or not column.field.is_required)
            if is_plain and cell.value == self.base(column, held.id):
                continue
            if column.lands in passed:
                continue
            if not column.lands:
                self._keep_nowhere(column, cell)
                continue
            base = self.base(column, held.id)
            is_changed = self._compare(column, cell, base, held, into, offered, absent)
            is_touched = is_touched or is_changed
            if column.field.is_required and cell.value is None and cell.doubt is None and not is_changed:
                empty.append((column, cell))
        if is_touched:
            for column, cell in empty:
                self.tell_required(column, cell.where)
        return is_touched

    def take_new(self, row: ReadRow, passed: Collection[str] = ()) -> dict[str, Scalar]:
        """The values of a new row by where they land; what is missing is told, what is in doubt left out."""
        values: dict[str, Scalar] = {}
        for column in self.columns:
            cell = row.cells.get(column.key)
            if cell is None:
                continue
            self.note(cell)
            if not column.lands:
                self._keep_nowhere(column, cell)
            elif column.field.is_locked or column.lands in passed or cell.doubt is not None:
                continue
            elif cell.value is not None:
                values[column.lands] = column.fitted(cell.value)
                self._tell_made(column, cell)
            elif column.field.is_required:
                self.tell_required(column, cell.where)
        return values

    def tell_doubts(
        self, row: ReadRow, into: Into = lambda _column: None, passed: Collection[str] = ()
    ) -> None:
        """Say what is in doubt in a new row, with the likely values for the records that it became."""
        for column in self.columns:
            cell = row.cells.get(column.key)
            if cell is not None and cell.doubt is not None and column.is_asked and column.lands not in passed:
                self.tell_doubt(column, cell, partial(into, column), None)

    def note(self, cell: ReadCell) -> None:
        """Tell of a comment that was left at a cell."""
        if cell.note:
            message = say("A comment was left here: {text}", text=" ".join(cell.note.split()))
            self.work.hint(cell.where, message, say("If it matters, enter it by hand."))

    def _compare(
        self,
        column: Column,
        cell: ReadCell,
        base: Scalar | Base,
        held: HeldRow,
        into: Into,
        offered: bool,
        absent: Absent,
    ) -> bool:
        """Compare one cell; whether it says anything else than it was sent with."""
        now = held.value(column.lands)
        if column.field.is_locked:
            if cell.doubt is None and not self._is_one_of(column, cell.value, base, now):
                self.told.gathered[Kind.LOCKED].append(cell.where)
            return False
        if cell.doubt is not None:
            is_changed = not self._is_as_held(column, cell, base, now)
            if is_changed:
                self.tell_doubt(column, cell, lambda: into(column), now, absent)
            return is_changed
        value = column.fitted(cell.value)
        target = held.records.get(column.field.record)
        brought = self.work.brought.get((target.id, column.name), ()) if target else ()
        found = verdict(column.name, base, value, now, brought)
        match found:
            case Verdict.BACK:
                self.told.gathered[Kind.BACK].append(cell.where)
            case Verdict.EMPTIED:
                return not offered and self._tell_emptied(column, cell, base, now, into)
            case Verdict.CONFLICT:
                self._tell_conflict(column, cell, base, value, now, into)
            case Verdict.EDIT | Verdict.UNSURE:
                self._take(column, cell, value, now, into, offered)
                if brought and not isinstance(base, Base) and not same(column.name, base, now):
                    self.told.gathered[Kind.AGAIN].append(cell.where)
                if found is Verdict.UNSURE:
                    self.told.gathered[Kind.UNSURE].append(cell.where)
            case Verdict.NOTHING:
                pass
        return isinstance(base, Base) or not same(column.name, base, value)

    def _take(
        self, column: Column, cell: ReadCell, value: Scalar, now: Scalar, into: Into, offered: bool
    ) -> None:
        record = into(column)
        if record is None:
            message = say(
                "“{label}”: “{text}” has no place here and was left out.",
                label=column.field.label,
                text=cell.shown,
            )
            self.work.warn(cell.where, message, say("If it matters, enter it by hand."))
        elif offered and getattr(self.work.draft.now(record), column.name) == getattr(record, column.name):
            message = say(
                "“{label}” is “{text}” here, held is “{held}”.",
                label=column.field.label,
                text=cell.shown,
                held=words(now),
            )
            action = say("If this one is right, take the suggestion.")
            self.work.draft.offer(cell.where, message, action, record, column.name, value)
        else:
            self.work.draft.set(record, column.name, value, cell.where)
            self._tell_made(column, cell)

    def _tell_made(self, column: Column, cell: ReadCell) -> None:
        if cell.made is not None:
            self.told.made[column.field.label].append((cell, cell.made))

    def _tell_conflict(
        self, column: Column, cell: ReadCell, base: Scalar | Base, value: Scalar, now: Scalar, into: Into
    ) -> None:
        sent = None if isinstance(base, Base) else base
        record = into(column)
        if record is None:
            self._take(column, cell, value, now, into, offered=True)
            return
        message = say(
            "“{label}” was changed on both sides: sent “{sent}”, returned “{returned}”, held now “{held}”.",
            label=column.field.label,
            sent=words(column.fitted(sent)),
            returned=words(value),
            held=words(now),
        )
        action = say("What is held stays. If what was returned is right, take the suggestion.")
        sides = Sides(sent, value, now)
        self.work.draft.offer_all(cell.where, message, action, record, {column.name: value}, sides)

    def _tell_emptied(
        self, column: Column, cell: ReadCell, base: Scalar | Base, now: Scalar, into: Into
    ) -> bool:
        """Tell of a value that is gone; what was sent empty, as far as is known, was never there."""
        if isinstance(base, Base):
            self.told.gathered[Kind.BLANK].append(cell.where)
            return False
        if column.field.is_required:
            self.tell_required(column, cell.where)
            return True
        record = into(column)
        message = say("“{label}” was emptied; “{held}” is held.", label=column.field.label, held=words(now))
        action = say("What is held stays. If it is to be emptied, take the suggestion.")
        if record is None:
            self.work.warn(cell.where, message, say("What is held stays. Change it by hand."))
            return True
        sides = None if same(column.name, base, now) else Sides(base, None, now)
        values = {column.name: column.nothing}
        self.work.draft.offer_all(cell.where, message, action, record, values, sides)
        return True

    def tell_required(self, column: Column, where: str) -> None:
        """Say that a value is missing that must be there."""
        message = say("“{label}” must be filled in.", label=column.field.label)
        self.work.fault(where, message, say("Have it filled in."))

    def tell_doubt(
        self,
        column: Column,
        cell: ReadCell,
        into: Callable[[], Record | None],
        now: Scalar,
        absent: Absent = lambda _column, _value: (),
    ) -> None:
        """Say what is in doubt in a cell and what to type there, with the likely value where there is one."""
        doubt = cell.doubt
        if doubt is None:
            return
        where, message, action = cell.where, doubt.message, doubt.action
        likely = scalar(doubt.likely)
        if likely is None:
            self.work.fault(where, message, action, advice=action)
            return
        likely = column.fitted(likely)
        if same(column.name, likely, now):
            return
        record = into()
        if record is None:
            self.work.draft.suggest(where, message, action, absent(column, likely), advice=action)
        else:
            self.work.draft.offer(where, message, action, record, column.name, likely, advice=action)

    def _is_as_held(self, column: Column, cell: ReadCell, base: Scalar | Base, now: Scalar) -> bool:
        """Whether a doubtful cell just says what was printed into it: that is no fault of the chamber's."""
        known = [value for value in (base, now) if not isinstance(value, Base) and not is_empty(value)]
        likely = scalar(cell.doubt.likely) if cell.doubt else None
        if likely is not None and any(same(column.name, column.fitted(likely), value) for value in known):
            return True
        return any(same(column.name, cell.shown, printed(value)) for value in known)

    def _is_one_of(self, column: Column, value: Scalar, base: Scalar | Base, now: Scalar) -> bool:
        """Whether a cell that is only shown says what was sent or is held, or nothing."""
        if is_empty(value):
            return True
        known = [each for each in (base, now) if not isinstance(each, Base)]
        return any(same(column.name, value, each) for each in known)

    def _keep_nowhere(self, column: Column, cell: ReadCell) -> None:
        if not cell.is_empty and cell.shown.strip():
            self.told.kept_nowhere[column.field.label].append(cell)

    # -- the end -----------------------------------------------------------------------------------------

    def finish(self) -> None:
        """Say what was gathered."""
        self.told.missing_at = self.where
        self.told.say_all(self.work.draft)
