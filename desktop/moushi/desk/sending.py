"""Sending forms out: a workbook for each chamber, noted in the journal with what was prefilled in it."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from itertools import count
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from moushi.compile.return_document import ReturnDocument, sent_to_json
from moushi.compile.returns import compile_return
from moushi.desk.articles import period_words
from moushi.desk.choosing import choose_period
from moushi.desk.desk import Desk
from moushi.desk.file_names import fit_name
from moushi.desk.office import office
from moushi.desk.sending_wishes import chosen_forms, keep_due, suggested_due
from moushi.domain.kinds import ReturnEvent
from moushi.domain.lasting import is_asked
from moushi.domain.period import Period
from moushi.domain.reading import by_name
from moushi.domain.records import Chamber, Federation, Plan, normal_name
from moushi.domain.returns import (
    FieldType,
    ReturnForm,
    ReturnLine,
    Rows,
    course_of,
)
from moushi.domain.snapshot import Snapshot
from moushi.errors import Message, MoushiError, reason_of
from moushi.output.atomic import write_atomically

FORMS = "forms"
"""What the journal calls these exports."""

_MANY = 12  # names that an error lists


@dataclass(frozen=True, slots=True)
class SentFile:
    """A workbook that was written for a chamber; `id` is that of the sending."""

    path: Path
    chamber: Chamber
    id: UUID


@dataclass(frozen=True, slots=True)
class Sent:
    """What was sent out, and why what is missing was not."""

    period: Period
    due_on: date
    forms: tuple[ReturnForm, ...]
    files: tuple[SentFile, ...]
    failures: tuple[Message, ...] = ()


# -- sending out -------------------------------------------------------------------------------------------


def export_forms(
    desk: Desk,
    folder: Path,
    year: int,
    period: str,
    *,
    chambers: Collection[str | UUID] = (),
    due_on: date | None = None,
    forms: Sequence[ReturnForm] | None = None,
    now: datetime,
    may_replace: Callable[[Path], bool] | None = None,
    report: Callable[[int, int], None] = lambda _done, _of: None,
) -> Sent:
    """Write a workbook for each chamber that is there, or for those named, and note each in the journal.

    Sending anew reopens a return. What was written stays when another one fails, which is told. A file of
    the same name is replaced where it is just as it was sent out, or where `may_replace` says so; one in
    which anybody has typed keeps its name, and the new one gets another. A day that is named is remembered.

    Raises:
        MoushiError: nothing can be sent: no such chamber, no plan of the year for a form that asks about it,
            a period of another year, a store or a folder that takes nothing.
    """
    if desk.read_only:
        raise MoushiError(
            "This store is open for reading only, so it cannot be noted what is sent out. Open the store for "
            "writing."
        )
    chosen = chosen_forms(desk) if forms is None else tuple(forms)
    if not chosen:
        raise MoushiError("No form is chosen to be sent out. Choose one.")
    with desk.snapshot() as snapshot:
        when = choose_period(snapshot, (), year, period)
        _check_plan(snapshot, chosen, year)
        asked = _chambers(snapshot, chambers, when, now.date())
        due = due_on or suggested_due(desk, when, now.date())
        documents = [_document(desk, snapshot, chosen, each, when, due, now.date()) for each in asked]
        names = _names(snapshot, asked, when)
    _make_folder(folder)
    if due_on:
        keep_due(desk, when, due_on)
    ours = _sent_before(desk)
    written: list[SentFile] = []
    failures: list[Message] = []
    for done, (chamber, document) in enumerate(zip(asked, documents, strict=True)):
        report(done, len(documents))
        try:
            if not document.tables:
                raise MoushiError("{chamber}: these forms ask it nothing.", chamber=chamber.name)
            path = _free(folder, names[chamber.id], may_replace or ours)
            _send(desk, document, path, now)
            written.append(SentFile(path, chamber, document.id))
        except MoushiError as fault:
            failures.append(fault.message)
    report(len(documents), len(documents))
    return Sent(when, due, chosen, tuple(written), tuple(failures))


def _check_plan(snapshot: Snapshot, forms: Sequence[ReturnForm], year: int) -> None:
    is_asked = any(table.rows is Rows.PROGRESS for form in forms for table in form.tables)
    if is_asked and not snapshot.where(Plan, year=year):
        raise MoushiError("There is no plan for {year}. Take one in with: moushi import FILE", year=year)


def _document(
    desk: Desk,
    snapshot: Snapshot,
    forms: Sequence[ReturnForm],
    chamber: Chamber,
    period: Period,
    due_on: date,
    today: date,
) -> ReturnDocument:
    who = office(desk)
    return compile_return(
        snapshot,
        forms,
        chamber,
        period,
        due_on=due_on,
        office=who.heading,
        contact="　".join(filter(None, (who.contact, who.phone))),
        sending_id=uuid4(),
        sent_on=today,
    )


def _send(desk: Desk, document: ReturnDocument, path: Path, now: datetime) -> None:
    """Write a workbook and note it; where it cannot be noted, all is as before."""
    from moushi.output.excel.return_form import return_xlsx

    data = return_xlsx(document)
    sha256 = hashlib.sha256(data).hexdigest()
    before = path.read_bytes() if path.exists() else None
    write_atomically(path, data)
    try:
        _note(desk, document, path.resolve(), sha256, now)
    except BaseException:
        if before is None:
            path.unlink(missing_ok=True)
        else:
            write_atomically(path, before)
        raise


def _note(desk: Desk, document: ReturnDocument, path: Path, sha256: str, now: datetime) -> None:
    """Note the personal data that goes out, then the sending with what was prefilled."""
    desk.store.record_export(
        uuid4(), what=FORMS, path=str(path), sha256=sha256, document=_taken_out(document)
    )
    line = ReturnLine(
        id=document.id,
        at=now,
        person=desk.store.person,
        event=ReturnEvent.SENT,
        chamber_id=document.chamber_id,
        period=str(document.period),
        due_on=document.due_on,
        file=str(path),
        sha256=sha256,
    )
    desk.store.record_returns([(line, sent_to_json(document))])


def _taken_out(document: ReturnDocument) -> dict[str, Any]:
    """What the journal of exports says of a workbook: no person's values, which retention would erase."""
    phones = [
        row.values.get(field.key)
        for each in document.tables
        for field in each.table.fields
        if field.type is FieldType.PHONE
        for row in each.rows
    ]
    return {
        "chamber": document.chamber,
        "period": str(document.period),
        "forms": [form.name for form in document.forms],
        "rows": sum(len(each.rows) for each in document.tables),
        "phones": any(phones),
    }


# -- chambers ----------------------------------------------------------------------------------------------


def _chambers(
    snapshot: Snapshot, wanted: Collection[str | UUID], period: Period, today: date
) -> tuple[Chamber, ...]:
    """The chambers that are asked for a period, by name, or those of them that are wanted, in that order."""
    everyone = snapshot.where(Chamber)
    live = tuple(by_name(chamber for chamber in everyone if is_asked(chamber, period, today)))
    if not live:
        raise MoushiError("There is no chamber to send forms to. Enter the chambers first.")
    if not wanted:
        return live
    found: dict[UUID, Chamber] = {}
    for each in wanted:
        meant = [chamber for chamber in live if _is_meant(chamber, each)]
        if not meant:
            gone = next((chamber for chamber in everyone if _is_meant(chamber, each)), None)
            raise _unknown(each, gone, [chamber.name for chamber in live])
        found |= {chamber.id: chamber for chamber in meant}
    return tuple(found.values())


def _is_meant(chamber: Chamber, wanted: str | UUID) -> bool:
    if isinstance(wanted, UUID):
        return chamber.id == wanted
    return normal_name(chamber.name) == normal_name(wanted)


def _unknown(wanted: str | UUID, gone: Chamber | None, names: Sequence[str]) -> MoushiError:
    if gone is not None:
        return MoushiError(
            "{name} is not there at the end of that period, or is no more: look at when it was founded and "
            "dissolved.",
            name=gone.name,
        )
    near = get_close_matches(str(wanted), names, 3, 0.3)
    if near:
        return MoushiError(
            "There is no chamber “{name}”. Near to it are: {names}.", name=wanted, names="、".join(near)
        )
    listed = "、".join(names[:_MANY]) + ("…" if len(names) > _MANY else "")
    return MoushiError(
        "There is no chamber “{name}”. Chambers there are: {names}.", name=wanted, names=listed
    )


# -- files -------------------------------------------------------------------------------------------------


def file_name(chamber: str, period: Period) -> str:
    """What a chamber's file is called by itself, without ending: 菜园镇商会 2031年3月 填报表."""
    return f"{fit_name(chamber).strip(' .')} {period_words(period)} 填报表".strip()


def _names(snapshot: Snapshot, chambers: Sequence[Chamber], period: Period) -> dict[UUID, str]:
    """The files' names; chambers of one name have their federation's before it."""
    often = Counter(file_name(chamber.name, period).casefold() for chamber in chambers)
    found = {}
    for chamber in chambers:
        name = file_name(chamber.name, period)
        owner = snapshot.get(Federation, chamber.federation_id)
        if often[name.casefold()] > 1 and owner:
            name = file_name(f"{owner.short_name or owner.name}{chamber.name}", period)
        found[chamber.id] = name
    return found


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise MoushiError(
            "The folder {folder} cannot be made: {reason}. Choose another place.",
            folder=folder,
            reason=reason_of(fault),
        ) from fault


def _sent_before(desk: Desk) -> Callable[[Path], bool]:
    """Whether a file is just as it was sent out once."""
    known = {line.sha256 for line in desk.store.returns() if line.event is ReturnEvent.SENT}

    def is_ours(path: Path) -> bool:
        try:
            return hashlib.sha256(path.read_bytes()).hexdigest() in known
        except OSError:  # another program does not let it be read: it stays
            return False

    return is_ours


def _free(folder: Path, name: str, may_replace: Callable[[Path], bool]) -> Path:
    """Where a file goes: under its name, or under the next number where a file of somebody's has that."""
    return next(path for path in _paths(folder, name) if not path.exists() or may_replace(path))


def _paths(folder: Path, name: str) -> Iterator[Path]:
    yield folder / f"{name}.xlsx"
    for number in count(2):
        yield folder / f"{name}（{number}）.xlsx"


# -- recalling ---------------------------------------------------------------------------------------------


def recall(desk: Desk, sendings: Collection[UUID], *, now: datetime) -> tuple[ReturnLine, ...]:
    """Take down that forms were sent out by mistake; the returns are as they were before.

    The files stay where they are. `MoushiError` when one was not sent, was recalled already, or a file came
    back upon it; then nothing is recalled.
    """
    lines = desk.store.returns()
    recalled = []
    for sending in dict.fromkeys(sendings):
        sent = next((n for n in lines if n.id == sending and n.event is ReturnEvent.SENT), None)
        if sent is None:
            raise MoushiError("This was not sent out, so it cannot be recalled.")
        of = [n for n in lines if (n.chamber_id, n.period) == (sent.chamber_id, sent.period)]
        course = course_of(of)
        if course.sent is None or course.sent.id != sending:
            raise MoushiError("This was recalled or sent anew already. Look at the newest one.")
        if course.came is not None:
            raise MoushiError(
                "{file} has come back upon it. What was answered cannot be recalled; send it anew instead.",
                file=Path(course.came.file).name,
            )
        recalled.append(
            ReturnLine(
                id=sending,
                at=now,
                person=desk.store.person,
                event=ReturnEvent.RECALLED,
                chamber_id=sent.chamber_id,
                period=sent.period,
            )
        )
    desk.store.record_returns([(line, None) for line in recalled])
    return tuple(recalled)
