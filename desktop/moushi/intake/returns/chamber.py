"""The card of a chamber in a return: what it says of itself, and whether it was renewed (换届)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from moushi.compile.return_rows import HeldRow, held_rows
from moushi.domain.records import ChamberTerm
from moushi.domain.returns import Rows
from moushi.domain.snapshot import Snapshot
from moushi.domain.terms import ended_term
from moushi.errors import say
from moushi.intake.returns.reading import ReadRow
from moushi.intake.returns.rules import Verdict, is_empty, verdict
from moushi.intake.returns.work import Renewal, TableWork

_NUMBER, _BEGAN = "Chamber.term_number", "Chamber.term_began_on"
_CODE, _SOCIAL = "Chamber.uscc", "5"
_EXTENDED = "Chamber.term_extended_to"


class ChamberCard:
    """Takes the one row of a table that is the chamber itself."""

    def __init__(self, table: TableWork) -> None:
        """Take the table."""
        self._table = table
        self._work = table.work

    def take_all(self) -> None:
        """Bring the card into the records; a second one is told."""
        rows = [row for row in self._table.rows() if self._table.says_something(row)]
        for row in rows[1:]:
            message = say("A second card; it was left out: {text}", text=self._table.all_words(row))
            self._work.warn(row.where, message, say("If it is the right one, delete the first."))
        if rows and not self._table.is_as_sent(rows[0], self._work.chamber.id):
            self._take(self._table.read_out(rows[0]))

    def _take(self, row: ReadRow) -> None:
        work, chamber = self._work, self._work.chamber
        (held,) = held_rows(work.snapshot, Rows.CHAMBER, chamber, work.period)
        renewal = self._renewal(row)
        passed: set[str] = set()
        if renewal is not None:
            passed = {_NUMBER, _BEGAN, *self._renew(row, renewal)}
        elif self._is_other_term(row):
            passed = {_NUMBER}
            self._ask_for_day(row)
        if self._is_no_chambers_code(row, held):
            passed.add(_CODE)
        self._table.compare(
            row, held, lambda column: chamber if column.lands != "Township.name" else None, passed=passed
        )

    def _is_no_chambers_code(self, row: ReadRow, held: HeldRow) -> bool:
        """Whether a code was typed that is that of an enterprise, say, which is said."""
        code = self._table.value(row, _CODE)
        known = (None, "", held.value(_CODE), self._table.sent_value(held.id, _CODE))
        if code in known or str(code).startswith(_SOCIAL):
            return False
        message = say("“{code}” is the code of no social organisation; it was left out.", code=code)
        action = say("Ask for the code of the chamber's own certificate. If it is right, change it by hand.")
        self._work.warn(self._table.place(row, _CODE), message, action)
        return True

    # -- renewal -----------------------------------------------------------------------------------------

    def _is_next_term(self, row: ReadRow) -> bool:
        """Whether the card names the term after the one that is held, as the chamber's own word."""
        held = self._work.chamber.term_number
        return self._is_other_term(row) and self._table.value(row, _NUMBER) == (held or 0) + 1

    def _is_other_term(self, row: ReadRow) -> bool:
        """Whether the card names another term than the one that is held, as the chamber's own word."""
        chamber, column = self._work.chamber, self._table.of.get(_NUMBER)
        number = self._table.value(row, _NUMBER)
        if column is None or chamber.term_number is None or not isinstance(number, int):
            return False
        found = verdict(column.name, self._table.base(column, chamber.id), number, chamber.term_number)
        return found in (Verdict.EDIT, Verdict.UNSURE)

    def _renewal(self, row: ReadRow) -> Renewal | None:
        """The congress that the card tells of: the next term with the day on which it began."""
        chamber, day = self._work.chamber, self._table.value(row, _BEGAN)
        if not isinstance(day, date) or chamber.term_number is None or not self._is_next_term(row):
            return None
        before = max(
            filter(None, (chamber.term_began_on, _last_end(self._work.snapshot, chamber.id))), default=None
        )
        if (before is not None and day <= before) or chamber.dissolved_on is not None:
            return None
        return Renewal(day, chamber.term_number + 1, chamber.term_number)

    def _renew(self, row: ReadRow, renewal: Renewal) -> tuple[str, ...]:
        """Close the term; which landings are seen to by that beside its number and day."""
        work, chamber = self._work, self._work.chamber
        where = self._table.place(row, _NUMBER)
        work.renewal = renewal
        work.draft.put(ended_term(chamber, renewal.day), where)
        work.draft.set(chamber, "term_number", renewal.number, where)
        work.draft.set(chamber, "term_began_on", renewal.day, self._table.place(row, _BEGAN))
        until = self._table.value(row, _EXTENDED)
        is_old = is_empty(until) or until == chamber.term_extended_to
        if is_old:
            work.draft.clear(chamber, "term_extended_to", where)
        message = say(
            "By this the chamber was renewed on {day}: term {before} becomes one that has ended.",
            day=renewal.day,
            before=renewal.before,
        )
        work.hint(where, message, say("If only the number was wrong, reject it and change it by hand."))
        return (_EXTENDED,) if is_old else ()

    def _ask_for_day(self, row: ReadRow) -> None:
        chamber, number = self._work.chamber, self._table.value(row, _NUMBER)
        where = self._table.place(row, _NUMBER)
        message = say(
            "Term {number} is named, but no later day on which it began; term {held} is held.",
            number=number,
            held=chamber.term_number,
        )
        action = say(
            "Ask for the day of the renewal. If only the number is to be changed, take the suggestion."
        )
        self._work.draft.offer(where, message, action, chamber, "term_number", number)


def _last_end(snapshot: Snapshot, chamber_id: UUID) -> date | None:
    """The day on which the chamber's last term that is over ended."""
    terms = snapshot.where(ChamberTerm, chamber_id=chamber_id)
    return max((term.ended_on for term in terms if term.ended_on), default=None)
