"""What lists would change, gathered row by row: records as they will be, and where each value was said."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from moushi.changes.model import (
    Change,
    Delete,
    Edit,
    Finding,
    Insert,
    Severity,
    Sides,
    Where,
    changes_between,
)
from moushi.domain.record import R, Record, Scalar, fields_of, pointers, with_field
from moushi.domain.records import KINDS, normal_name
from moushi.domain.snapshot import Snapshot
from moushi.errors import Message, say
from moushi.intake.list_meanings import Meaning
from moushi.intake.list_reading import ListRow
from moushi.intake.list_values import Doubt

_LINKS = ("member_id", "person_id", "chamber_id", "federation_id", "role", "activity_id")
_KIND_ORDER = {kind: number for number, kind in enumerate(KINDS.values())}


@dataclass(frozen=True, slots=True)
class _Offer:
    """A finding whose mend depends on what the records will be when all rows are taken."""

    finding: Finding
    mend: Callable[[], tuple[Edit, ...]]


class ListDraft:
    """Records of one proposal while its rows are compared with those held.

    A value that a row says replaces the one held; where two rows of the file say different ones of a record,
    the first stands and the other is offered. Nothing empty replaces anything.
    """

    def __init__(self, snapshot: Snapshot, findings: Iterable[Finding]) -> None:
        """Begin with the findings of reading."""
        self.snapshot = snapshot
        self.findings = list(findings)
        self._before: dict[UUID, Record] = {}
        self._after: dict[UUID, Record] = {}
        self._said: dict[UUID, dict[str, str]] = {}
        self._begun: dict[UUID, str] = {}  # where new records are said
        self._offers: list[_Offer] = []
        self._pointing: dict[UUID, list[Record]] | None = None

    # -- records -----------------------------------------------------------------------------------------

    def put(self, record: R, where: str, names: Iterable[str] = ()) -> R:
        """A new record; `names` are the fields that the row at `where` says."""
        self._after[record.id] = record
        self._begun.setdefault(record.id, where)
        self._said.setdefault(record.id, {}).update(dict.fromkeys(names, where))
        return record

    def now(self, record: R) -> R:
        """A record as it will be."""
        found = self._after.get(record.id, record)
        return found if isinstance(found, type(record)) else record

    def is_new(self, record: Record) -> bool:
        """Whether the record is one that the proposal brings."""
        return record.id in self._after and record.id not in self._before

    def set(self, record: R, name: str, value: Scalar, where: str) -> None:
        """Have a field hold a value that a row says."""
        if value is None or value == "":
            return
        held = self.now(record)
        old = getattr(held, name)
        said = self._said.setdefault(record.id, {})
        if alike(name, old, value):
            said.setdefault(name, where)
        elif name in said and old not in (None, ""):
            message = say(
                "“{new}” here, “{old}” at {place}: the first was kept.",
                new=_words(value),
                old=_words(old),
                place=said[name],
            )
            self.offer(where, message, say("If this one is right, take the suggestion."), held, name, value)
        else:
            said[name] = where
            if record.id not in self._after:
                self._before[record.id] = held
            self._after[record.id] = with_field(held, name, value)

    def clear(self, record: Record, name: str, where: str) -> None:
        """Have a field hold nothing, since that follows from what a row says."""
        held = self.now(record)
        if getattr(held, name) is not None:
            self._said.setdefault(record.id, {})[name] = where
            if record.id not in self._after:
                self._before[record.id] = held
            self._after[record.id] = with_field(held, name, None)

    def edits(self) -> tuple[Edit, ...]:
        """Inserts, what is pointed to before what points to it, then changes."""
        new = [record for number, record in self._after.items() if number not in self._before]
        new.sort(key=lambda record: _KIND_ORDER[type(record)])
        changes = (
            change
            for number, before in self._before.items()
            for change in changes_between(before, self._after[number])
        )
        return (*map(Insert, new), *changes)

    def where(self) -> Where:
        """Where it is said: by a record's id each field, and of a new record the row."""
        places: dict[tuple[UUID, str | None], str] = {
            (record, name): where for record, said in self._said.items() for name, where in said.items()
        }
        return places | {(record, None): where for record, where in self._begun.items()}

    def place_of(self, record: Record) -> str:
        """Where a new record is said; "" of one that is not new."""
        return self._begun.get(record.id, "")

    # -- findings ----------------------------------------------------------------------------------------

    def tell(
        self,
        severity: Severity,
        where: str,
        message: Message,
        action: Message,
        *,
        advice: Message | None = None,
    ) -> None:
        """Say something that has no mend."""
        self.findings.append(Finding(severity, where, message, action, advice=advice))

    def offer(
        self,
        where: str,
        message: Message,
        action: Message,
        record: Record,
        name: str,
        value: Scalar,
        *,
        advice: Message | None = None,
    ) -> None:
        """A warning with a value that a person may have put into a field."""
        self.offer_all(where, message, action, record, {name: value}, advice=advice)

    def offer_all(
        self,
        where: str,
        message: Message,
        action: Message,
        record: Record,
        values: Mapping[str, Scalar],
        sides: Sides | None = None,
        *,
        advice: Message | None = None,
    ) -> None:
        """A warning with values, by field, that a person may have put into a record together.

        `sides` are told where the records have another value by now than the file was made from.
        """

        def mend() -> tuple[Edit, ...]:
            now = self.now(record)
            changed = {name: value for name, value in values.items() if getattr(now, name) != value}
            return tuple(
                Change(type(record), record.id, name, getattr(now, name), value)
                for name, value in changed.items()
            )

        finding = Finding(Severity.WARNING, where, message, action, sides=sides, advice=advice)
        self._offers.append(_Offer(finding, mend))

    def suggest(
        self,
        where: str,
        message: Message,
        action: Message,
        mend: tuple[Edit, ...],
        *,
        advice: Message | None = None,
    ) -> None:
        """A warning with edits of its own that a person may take."""
        self.findings.append(Finding(Severity.WARNING, where, message, action, mend, advice=advice))

    def doubt(
        self,
        row: ListRow,
        fields: Mapping[Meaning, str],
        record: Record | None = None,
        passed: Iterable[Meaning] = (),
    ) -> None:
        """Say what is in doubt in a row, with the likely value for the record's field where there is one."""
        for meaning, (where, doubt) in row.doubts.items():
            if meaning in passed:
                continue
            name = fields.get(meaning)
            likely = _scalar(doubt)
            if record is not None and name and likely is not None:
                self.offer(where, doubt.message, doubt.action, record, name, likely)
            else:
                self.tell(Severity.WARNING, where, doubt.message, doubt.action)

    def offer_instead(
        self, where: str, message: Message, action: Message, new: Record, held: Record, names: Iterable[str]
    ) -> None:
        """A warning that a new record may be one held: the mend puts that in its place.

        What the new one says in the fields `names` and the held one leaves empty goes along.
        """
        names = tuple(names)
        finding = Finding(Severity.WARNING, where, message, action)
        self._offers.append(_Offer(finding, lambda: self._instead(new, held, names)))

    def _instead(self, new: Record, held: Record, names: Iterable[str]) -> tuple[Edit, ...]:
        edits: list[Edit] = []
        record, other = self.now(new), self.now(held)
        for name in names:
            value, now = getattr(record, name), getattr(other, name)
            if value not in (None, "", False) and now in (None, "", False):
                edits.append(Change(type(held), held.id, name, now, value))
        for hanging in self._pointing_to(new.id):
            moved = hanging
            for name in _fields_to(hanging, new.id):
                moved = with_field(moved, name, held.id)
            if self._is_double(hanging, moved):
                edits.append(Delete(hanging))
            else:
                edits += changes_between(hanging, moved)
        return (*edits, Delete(record))

    def _pointing_to(self, number: UUID) -> list[Record]:
        """The new records that point to one; when all rows are taken."""
        if self._pointing is None:
            self._pointing = defaultdict(list)
            for other, record in self._after.items():
                if other not in self._before:
                    for target in pointers(record):
                        self._pointing[target].append(record)
        return self._pointing.get(number, [])

    def _is_double(self, hanging: Record, moved: Record) -> bool:
        """Whether the records hold one already that links the same."""
        equal = {name: getattr(moved, name) for name in _LINKS if hasattr(moved, name)}
        return any(other.id != hanging.id for other in self.snapshot.where(type(moved), **equal))

    def all_findings(self) -> tuple[Finding, ...]:
        """What was noticed, in the order of the places on each sheet."""
        found = [
            *self.findings,
            *(replace(offer.finding, mend=offer.mend()) for offer in self._offers),
        ]
        sheets = list(dict.fromkeys(_sheet(finding.where) for finding in found))
        order = {name: number for number, name in enumerate(sheets)}
        return tuple(sorted(found, key=lambda finding: (order[_sheet(finding.where)], _row(finding.where))))


def alike(name: str, old: Scalar, new: Scalar) -> bool:
    """Whether a field says the same: width and blanks of a text do not matter, nor signs in a number."""
    if old == new:
        return True
    if not isinstance(old, str) or not isinstance(new, str) or not old:
        return False
    if name == "phone":
        return re.sub(r"\D", "", old) == re.sub(r"\D", "", new)
    return normal_name(old) == normal_name(new)


def _words(value: object) -> str:
    return "" if value is None else str(value)


def _scalar(doubt: Doubt) -> Scalar:
    likely = doubt.likely
    return likely if isinstance(likely, str | int | Decimal | date) else None


def _fields_to(record: Record, number: UUID) -> list[str]:
    return [
        spec.name
        for spec in fields_of(type(record))
        if spec.refers_to and getattr(record, spec.name) == number
    ]


def _sheet(where: str) -> str:
    return where.rpartition("!")[0]


def _row(where: str) -> tuple[int, str]:
    cell = where.rpartition("!")[2]
    digits = re.sub(r"\D", "", cell)
    return int(digits) if digits else 0, cell
