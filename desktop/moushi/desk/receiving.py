"""Returns that come back: what the journal knows of one, and that it came, noted once for each file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID, uuid4

from moushi.changes.model import Change, Insert, Proposal, Severity, Source
from moushi.compile.return_document import SentTable, sent_from_json
from moushi.desk.desk import Desk
from moushi.desk.stepping import Step, on_and_on
from moushi.domain.kinds import ReturnEvent
from moushi.domain.record import Scalar, fields_of
from moushi.domain.returns import ReturnLine, course_of
from moushi.domain.snapshot import Snapshot
from moushi.intake.returns.comparing import propose_return
from moushi.intake.returns.owner import Owner, ReturnWish, owner_of
from moushi.intake.returns.reading import ReadReturn

Brought = Mapping[tuple[UUID, str], Collection[Scalar]]
"""What files have put into records, by record and field."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What journal and history know of a return; `is_asked` is False where it is none that was sent."""

    id: UUID | None = None
    sent: tuple[SentTable, ...] | None = None
    brought: Brought = field(default_factory=dict)
    is_asked: bool = True


def propose_received(
    desk: Desk,
    read: ReadReturn,
    snapshot: Snapshot,
    source: Source,
    wish: ReturnWish,
    *,
    without_faulty: bool = False,
    step: Step = on_and_on,
) -> Proposal:
    """What taking in a return would change, compared with what the journal knows of it."""
    known = _known(desk, read, owner_of(read, snapshot, wish), source)
    proposal = propose_return(
        read,
        known.sent,
        snapshot,
        source,
        wish,
        brought=known.brought,
        is_asked=known.is_asked,
        without_faulty=without_faulty,
        step=step,
    )
    if proposal.returned is None or known.id is None:
        return proposal
    return replace(proposal, returned=replace(proposal.returned, id=known.id))


def _known(desk: Desk, read: ReadReturn, owner: Owner, source: Source) -> _Known:
    """By the id in the hidden sheet; where that is gone, the sending in force for chamber and period."""
    chamber, period = owner.chamber, owner.period
    if chamber is None or period is None:
        return _Known()
    lines = [line for line in desk.store.returns() if line.chamber_id == chamber.id]
    number = read.id
    if number is None:
        of_period = [line for line in lines if line.period == str(period)]
        sent = course_of(of_period).sent
        if sent is None:
            return _Known(is_asked=not any(line.event is ReturnEvent.SENT for line in lines))
        number = sent.id
    found = desk.store.sent_return(number)
    if found is None:
        return _Known(number)
    line, document = found
    if line.chamber_id != chamber.id or line.period != str(period):
        return _Known(number, is_asked=False)
    files = {each.sha256 for each in lines if each.event is ReturnEvent.RECEIVED and each.id == number}
    try:
        tables = sent_from_json(document) if document else None
    except (KeyError, TypeError, ValueError):  # written by another version
        tables = None
    return _Known(number, tables, _brought(desk, _until(desk, source, filter(None, files))))


def _until(desk: Desk, source: Source, files: Iterable[str]) -> Iterable[str]:
    """Those of the files that a file may take back: of one taken in before, none that came after it."""
    own = desk.store.file_change(source.sha256) if source.sha256 else None
    if own is None:
        return files
    changes = {file: desk.store.file_change(file) for file in files}
    return [file for file, change in changes.items() if change and change.number <= own.number]


def _brought(desk: Desk, files: Iterable[str]) -> Brought:
    found: dict[tuple[UUID, str], set[Scalar]] = defaultdict(set)
    for edit in desk.store.edits_of_files(sorted(files)):
        match edit:
            case Change(_, record_id, name, _, new):
                found[record_id, name].add(new)
            case Insert(record):
                for spec in fields_of(edit.kind):
                    found[record.id, spec.name].add(getattr(record, spec.name))
            case _:
                pass
    return found


def receive(desk: Desk, proposals: Iterable[Proposal], now: datetime) -> tuple[ReturnLine, ...]:
    """Note in the journal that these returns came; which lines that makes, as `Receipts.note` says."""
    return Receipts(desk).note(proposals, now)


class Receipts:
    """Notes that returns of one batch came; what the journal has of a year is read once for all of them."""

    def __init__(self, desk: Desk) -> None:
        """Take the desk to note at; nobody else notes receipts in its store meanwhile."""
        self._desk = desk
        self._noted: dict[int, list[ReturnLine]] = {}

    def note(self, proposals: Iterable[Proposal], now: datetime) -> tuple[ReturnLine, ...]:
        """Note in the journal that these returns came, as what they were read; which lines that makes.

        One line for each file: another one only when a file has faults no longer, or has them by now. What is
        no return, or is none that the records have a chamber for, is passed over.
        """
        if self._desk.read_only:
            return ()
        made: list[ReturnLine] = []
        for proposal in proposals:
            line = _line(proposal, now, self._desk.store.person)
            if line is not None and not _is_noted(line, [*self._of_year(int(line.period[:4])), *made]):
                made.append(line)
        if made:
            self._desk.store.record_returns([(line, None) for line in made])
            for line in made:
                self._of_year(int(line.period[:4])).append(line)
        return tuple(made)

    def _of_year(self, year: int) -> list[ReturnLine]:
        if year not in self._noted:
            self._noted[year] = list(self._desk.store.returns(year))
        return self._noted[year]


def _line(proposal: Proposal, now: datetime, person: str) -> ReturnLine | None:
    returned = proposal.returned
    if returned is None or proposal.source.sha256 is None:
        return None
    found = [finding.severity for finding in proposal.findings]
    return ReturnLine(
        id=returned.id or uuid4(),
        at=now,
        person=proposal.source.person or person,
        event=ReturnEvent.RECEIVED,
        chamber_id=returned.chamber_id,
        period=returned.period,
        file=proposal.source.name,
        sha256=proposal.source.sha256,
        errors=found.count(Severity.ERROR),
        warnings=found.count(Severity.WARNING),
        edits=len(proposal.edits),
    )


def _is_noted(line: ReturnLine, lines: Iterable[ReturnLine]) -> bool:
    """Whether the journal has it that this file came, with faults as now or without as now."""
    same = [
        each
        for each in lines
        if each.event is ReturnEvent.RECEIVED
        and (each.sha256, each.chamber_id, each.period) == (line.sha256, line.chamber_id, line.period)
    ]
    return bool(same) and bool(same[-1].errors) == bool(line.errors)
