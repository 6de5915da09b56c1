"""Edits and findings of a proposal while they gather from what was read."""

from __future__ import annotations

from uuid import UUID

from moushi.changes.model import Change, Delete, Edit, Finding, Insert, Severity, changes_between
from moushi.domain.record import Record
from moushi.domain.snapshot import Snapshot, dependents
from moushi.errors import say
from moushi.intake.marks import half_width_marks, with_full_width_marks


class Draft:
    """What a file would change, gathered record by record; `touched` are those inserted or changed."""

    def __init__(self, snapshot: Snapshot, findings: list[Finding]) -> None:
        """Begin with the findings of reading."""
        self.snapshot = snapshot
        self.findings = findings
        self.edits: list[Edit] = []
        self.touched: set[UUID] = set()
        self._gone: set[UUID] = set()

    def put(self, record: Record) -> None:
        """Insert a record."""
        self.edits.append(Insert(record))
        self.touched.add(record.id)

    def change(self, before: Record, after: Record) -> None:
        """Change each field that differs."""
        changes = changes_between(before, after)
        self.edits.extend(changes)
        self.touched.update(change.id for change in changes)

    def put_or_change(self, before: Record | None, after: Record, where: str, text_field: str) -> None:
        """Insert the record, or change the one before it; then look at the marks of its text."""
        if before is None:
            self.put(after)
        else:
            self.change(before, after)
        self.check_text(after, text_field, getattr(after, text_field), where)

    def remove(self, record: Record) -> None:
        """Delete a record and, before it, all that hang on it; what moves elsewhere is not deleted."""
        hanging = [*dependents(self.snapshot, record), record]
        moved_items = {one.id for one in hanging if one.id in self.touched}
        for one in hanging:
            belongs_to_moved = getattr(one, "item_id", None) in moved_items
            if one.id not in self._gone and one.id not in self.touched and not belongs_to_moved:
                self.edits.append(Delete(one))
                self._gone.add(one.id)

    def check_text(self, record: Record, field: str, text: str, where: str) -> None:
        """Offer to mend half-width marks; nothing is mended unasked."""
        places = half_width_marks(text)
        if not places:
            return
        mended = with_full_width_marks(text)
        self.findings.append(
            Finding(
                Severity.HINT,
                where,
                say(
                    "{count} half-width marks in Chinese text, the first after “{before}”.",
                    count=len(places),
                    before=text[max(0, places[0] - 8) : places[0]],
                ),
                say("Accept the suggested mend to print: {mended}", mended=mended),
                (Change(type(record), record.id, field, text, mended),),
            )
        )
