"""Whose a return is and of which period; an error says why it is not taken for any."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from moushi.changes.model import Finding, Severity
from moushi.domain.period import Period
from moushi.domain.records import Chamber, Federation, normal_name
from moushi.domain.returns import Rows
from moushi.domain.snapshot import Snapshot
from moushi.errors import Message, say
from moushi.intake.returns.reading import ReadReturn

Refuse = Callable[[Message, Message], None]


@dataclass(frozen=True, slots=True)
class ReturnWish:
    """What a person says beside the file, None where nothing; `in_view` is the federation looked at."""

    year: int | None = None
    period: Period | None = None
    federation: str | None = None
    in_view: str | None = None


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose a return is, and what was noticed; an error among that refuses the file."""

    chamber: Chamber | None
    period: Period | None
    findings: tuple[Finding, ...] = ()

    @property
    def is_refused(self) -> bool:
        """Whether an error says why it cannot be taken in."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)


def owner_of(read: ReadReturn, snapshot: Snapshot, wish: ReturnWish, *, is_asked: bool = True) -> Owner:
    """Whose a return is and of which period, by its hidden sheet, its words and what a person says.

    `is_asked` is False where the journal has no form of that period that was sent to the chamber.
    """
    findings: list[Finding] = []

    def refuse(message: Message, action: Message) -> None:
        findings.append(Finding(Severity.ERROR, read.where, message, action))

    if read.several:
        refuse(
            say(
                "The workbook holds hidden sheets of several returns: {names}.",
                names="、".join(read.several),
            ),
            say("Ask for each return as a file of its own."),
        )
    chamber = _chamber(read, snapshot, wish, refuse)
    period = _period(read, wish, refuse)
    if chamber is not None and read.chamber_id is not None:
        _check_words(read, snapshot, chamber, refuse)
    if chamber is not None and period is not None and not is_asked and not wish.period:
        refuse(
            say(
                "No form of {period} was sent to “{chamber}”.",
                period=period,
                chamber=chamber.name,
            ),
            say("If the file is of that period all the same, name it with --period."),
        )
    return Owner(chamber, period, tuple(findings))


def _period(read: ReadReturn, wish: ReturnWish, refuse: Refuse) -> Period | None:
    period = read.period or wish.period
    if period is None:
        refuse(
            say("The file does not say of which period it is."),
            say("Name the period with --period, such as 2023-06."),
        )
        return None
    if wish.period is not None and wish.period != period:
        refuse(
            say("The form is of {period}, not of {wanted}.", period=period, wanted=wish.period),
            say("Ask for the form of the right period, or name the one that it is of."),
        )
    elif wish.year is not None and wish.year != period.year:
        refuse(
            say("The form is of {period}, not of {wanted}.", period=period, wanted=wish.year),
            say("Ask for the form of the right year, or name the one that it is of."),
        )
    return period


def _chamber(read: ReadReturn, snapshot: Snapshot, wish: ReturnWish, refuse: Refuse) -> Chamber | None:
    if read.chamber_id is not None:
        held = snapshot.get(Chamber, read.chamber_id)
        if held is None:
            refuse(
                say(
                    "The form was sent to a chamber that is not here; it names “{chamber}”.",
                    chamber=read.chamber,
                ),
                say("Look whether another office sent it. If the chamber is one here, send it its own form."),
            )
        return held
    named = [each for each in _among(snapshot, wish) if _is_called(each, read.chamber, snapshot)]
    if len(named) == 1:
        return named[0]
    if not read.chamber:
        refuse(
            say("The file does not say of which chamber it is."),
            say("Write the chamber's name above the table (填报单位：…商会) and take the file in again."),
        )
    elif named:
        refuse(
            say("“{chamber}” may be any of {count} chambers.", chamber=read.chamber, count=len(named)),
            say("Name the federation with --federation."),
        )
    else:
        refuse(
            say("The form is one of “{chamber}”, which is not among the chambers.", chamber=read.chamber),
            say("Look whether it is another county's form, or take its chamber in first."),
        )
    return None


def _among(snapshot: Snapshot, wish: ReturnWish) -> Iterable[Chamber]:
    """The chambers that may be meant: of the federation named, else of that in view, else all."""
    held = snapshot.where(Federation)
    for name in filter(None, (wish.federation, wish.in_view)):
        found = [
            each
            for each in held
            if normal_name(name) in (normal_name(each.name), normal_name(each.short_name))
        ]
        if found:
            return snapshot.where(Chamber, federation_id=found[0].id)
    return snapshot.where(Chamber)


def _is_called(chamber: Chamber, name: str, snapshot: Snapshot) -> bool:
    """Whether a chamber has that name, perhaps with its county before it."""
    wanted, own = normal_name(name), normal_name(chamber.name)
    if not wanted or wanted == own:
        return bool(wanted)
    federation = snapshot.get(Federation, chamber.federation_id)
    place = normal_name(federation.name).split("工商", maxsplit=1)[0] if federation else ""
    return bool(place) and {wanted, own} == {wanted.removeprefix(place), place + wanted.removeprefix(place)}


def _check_words(read: ReadReturn, snapshot: Snapshot, chamber: Chamber, refuse: Refuse) -> None:
    """Refuse one chamber's form in which another one stands: by its title, or by the name on its card."""
    names = [read.chamber]
    for table in read.tables:
        if table.table.rows is Rows.CHAMBER:
            keys = [each.key for each in table.table.fields if each.lands == "Chamber.name"]
            names += [str(row.value(key) or "") for row in table.rows for key in keys]
    others = [
        each for each in snapshot.where(Chamber, federation_id=chamber.federation_id) if each.id != chamber.id
    ]
    for name in dict.fromkeys(filter(None, names)):
        if _is_called(chamber, name, snapshot):
            continue
        other = next((each for each in others if _is_called(each, name, snapshot)), None)
        if other is not None:
            refuse(
                say(
                    "The form was sent to “{chamber}”, but “{other}” is written in it.",
                    chamber=chamber.name,
                    other=other.name,
                ),
                say("Send “{other}” its own form and have it filled in there.", other=other.name),
            )
            return
