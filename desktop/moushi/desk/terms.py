"""Terms of office (届): when a chamber's begin and end, what falls due, and what an extension may be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from uuid import UUID

from moushi.changes.model import Proposal, Source, changes_between
from moushi.desk.register import Marked
from moushi.domain.kinds import Colour
from moushi.domain.lasting import lasts
from moushi.domain.records import Chamber, ChamberTerm
from moushi.domain.snapshot import Snapshot
from moushi.domain.terms import is_due, is_overdue, regular_end, term_ends, years_later
from moushi.errors import Message, MoushiError, say

MOST_YEARS = 5
"""Charters give a term at most five years; a chamber's own length counts all the same."""

IN_TERM = Marked(say("in term"), Colour.GREEN)
DUE = Marked(say("due within a year"), Colour.BLUE)
OVERDUE = Marked(say("overdue"), Colour.RED)
UNKNOWN = Marked(say("term not entered"), Colour.NONE)
DISSOLVED = Marked(say("dissolved"), Colour.NONE)
STATES = (OVERDUE, DUE, IN_TERM, UNKNOWN, DISSOLVED)

ENDED = Marked(say("ended"), Colour.NONE)
IN_TIME = Marked(say("renewed in time"), Colour.NONE)
EARLY = Marked(say("renewed early"), Colour.NONE)
LATE = Marked(say("renewed late"), Colour.NONE)


def term_state(chamber: Chamber, today: date) -> Marked:
    """How a chamber stands with its term: a year ahead it is due, from the day after its end overdue."""
    if not lasts(None, chamber.dissolved_on, today):
        return DISSOLVED
    ends = term_ends(chamber)
    if ends is None:
        return UNKNOWN
    if is_overdue(ends, today):
        return OVERDUE
    return DUE if is_due(ends, today) else IN_TERM


def ended_state(term: ChamberTerm) -> Marked:
    """How a term that has ended did: in time, which an extension gives more of, before that or after."""
    end = regular_end(term)
    if end is None or term.ended_on is None:
        return ENDED
    if term.ended_on > max(end, term.extended_to or end):
        return LATE
    return EARLY if term.ended_on < end else IN_TIME


def ended_terms(snapshot: Snapshot, chamber_id: UUID) -> list[ChamberTerm]:
    """The terms of a chamber that have ended, the last one first; those without any day by number."""
    found = snapshot.where(ChamberTerm, chamber_id=chamber_id)
    return sorted(
        found,
        key=lambda term: (term.ended_on or term.began_on or date.min, term.number or 0, str(term.id)),
        reverse=True,
    )


def by_end(chambers: Iterable[Chamber], today: date, state: Marked) -> list[Chamber]:
    """The chambers in a state of their terms, the one that ends first before the others."""
    found = [chamber for chamber in chambers if term_state(chamber, today) is state]
    return sorted(found, key=lambda chamber: (term_ends(chamber) or date.max, chamber.name, str(chamber.id)))


def term_advice(chamber: Chamber) -> Message | None:
    """What a person should look at in a running term as it was entered; None for nothing."""
    years, end, until = chamber.term_years, regular_end(chamber), chamber.term_extended_to
    if years is not None and not 1 <= years <= MOST_YEARS:
        return say(
            "Charters give a term 1 to {most} years; this one has {years}.", most=MOST_YEARS, years=years
        )
    if end is None or until is None:
        return None
    if until <= end:
        return say("Extended to {until}, but its length reaches to {end} anyhow.", until=until, end=end)
    latest = latest_extension(chamber)
    if latest is not None and until > latest:
        return say("Extended by more than a year, at most to {latest}.", latest=latest)
    return None


# -- extension ---------------------------------------------------------------------------------------------


def latest_extension(chamber: Chamber) -> date | None:
    """The last day to which a term can be extended: a year after its regular end."""
    end = regular_end(chamber)
    return years_later(end, 1) if end else None


def check_extension(chamber: Chamber, until: date) -> None:
    """Refuse a day to which the running term cannot be extended; `MoushiError` gives the reason."""
    end, latest = _known_end(chamber)
    if until <= end:
        raise MoushiError("The term lasts to {end} anyhow. An extension ends after that day.", end=end)
    if until > latest:
        raise MoushiError("A term is extended by a year at most, here to {latest}.", latest=latest)


def check_only_extension(chamber: Chamber, until: date) -> None:
    """Refuse a second extension of the running term, also one that ends within the year of the first."""
    if chamber.term_extended_to is not None and until > chamber.term_extended_to:
        raise MoushiError(
            "The term is extended to {until} already, and a term is extended only once. Was that day wrong, "
            "clear it first, then enter the right one.",
            until=chamber.term_extended_to,
        )


def check_extendable(chamber: Chamber) -> None:
    """Refuse an extension of the running term to whatever day; `MoushiError` gives the reason."""
    check_live(chamber)
    if chamber.term_extended_to is not None:
        raise MoushiError(
            "The term is extended to {until} already, and a term is extended only once. Hold the congress, "
            "and enter the renewal.",
            until=chamber.term_extended_to,
        )
    _known_end(chamber)


def extension(chamber: Chamber, until: date) -> Proposal:
    """The running term extended (延期), once and by a year at most; `MoushiError` says why it cannot be."""
    check_extendable(chamber)
    check_extension(chamber, until)
    title = say("{name}: term extended to {until}", name=chamber.name, until=until)
    return Proposal(Source(""), title, changes_between(chamber, replace(chamber, term_extended_to=until)))


def check_live(chamber: Chamber) -> None:
    """Refuse anything about the term of a chamber that was dissolved; `MoushiError` gives the reason."""
    if chamber.dissolved_on is not None:
        raise MoushiError(
            "{name} was dissolved on {day}. Was that a mistake, clear the day in its form first.",
            name=chamber.name,
            day=chamber.dissolved_on,
        )


def _known_end(chamber: Chamber) -> tuple[date, date]:
    """The regular end of a term and the last day that it can be extended to; `MoushiError` without them."""
    end, latest = regular_end(chamber), latest_extension(chamber)
    if end is None or latest is None:
        raise MoushiError(
            "It is not known when the term of {name} ends. Enter when it began and its years first.",
            name=chamber.name,
        )
    return end, latest
