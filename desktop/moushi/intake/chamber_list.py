"""Rows of lists of chambers: the chambers with their terms, and those who lead them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid4

from moushi.changes.model import Severity
from moushi.domain.kinds import ChamberKind, Role
from moushi.domain.records import Chamber, Federation
from moushi.errors import say
from moushi.intake.list_bodies import Bodies, kind_of_chamber
from moushi.intake.list_draft import ListDraft
from moushi.intake.list_meanings import Meaning
from moushi.intake.list_posts import Posts
from moushi.intake.list_reading import ListRow, ListTable
from moushi.intake.list_values import Office, split_firms

_FIELDS: Mapping[Meaning, str] = {
    Meaning.USCC: "uscc",
    Meaning.FOUNDED: "founded_on",
    Meaning.DISSOLVED: "dissolved_on",
    Meaning.TERM: "term_number",
    Meaning.TERM_BEGAN: "term_began_on",
    Meaning.TERM_YEARS: "term_years",
    Meaning.TERM_EXTENDED: "term_extended_to",
    Meaning.PARTY_BRANCH: "party_branch",
    Meaning.FULL_TIME: "full_time_staff",
    Meaning.SECRETARY: "secretary",
}
"""The fields of a chamber that columns fill."""

_LEADERS: Mapping[Meaning, Role] = {
    Meaning.PRESIDENT: Role.PRESIDENT,
    Meaning.CHIEF_SUPERVISOR: Role.CHIEF_SUPERVISOR,
    Meaning.BRANCH_SECRETARY: Role.BRANCH_SECRETARY,
}
"""The columns that name who holds a post."""


class ChamberList:
    """Takes rows one by one."""

    def __init__(self, draft: ListDraft, bodies: Bodies, posts: Posts) -> None:
        """Take the draft that gathers what rows change, the bodies that they name, and the posts."""
        self._draft = draft
        self._bodies = bodies
        self._posts = posts
        self._by_code: dict[UUID, dict[str, Chamber]] = {}

    def take(self, row: ListRow, federation: Federation, _table: ListTable) -> None:
        """Bring one row into the records."""
        name = row.text(Meaning.CHAMBER)
        chamber = self._known(row, name, federation)
        if chamber is None and not name:
            message = say("The row names no chamber, so it was left out.")
            self._draft.tell(Severity.WARNING, row.where, message, say("Add the name and take it in again."))
            self._draft.doubt(row, {})
            return
        values = self._values(row, federation)
        if chamber is None:
            chamber = self._bodies.put_chamber(
                Chamber(
                    id=uuid4(),
                    federation_id=federation.id,
                    name=name,
                    **{"kind": kind_of_chamber(name)} | values,
                ),
                federation,
                row.where,
                ("name", *values),
            )
        for field, value in values.items():
            self._set(row, chamber, field, value)
        self._draft.doubt(row, _FIELDS, chamber)
        self._lead(row, chamber, federation)

    def finish(self) -> None:
        """Nothing waits for the last row."""

    def _known(self, row: ListRow, name: str, federation: Federation) -> Chamber | None:
        """The chamber of the row's code, else of its name."""
        code = row.text(Meaning.USCC)
        if federation.id not in self._by_code:
            known = self._bodies.chambers(federation).values()
            self._by_code[federation.id] = {chamber.uscc: chamber for chamber in known if chamber.uscc}
        of_code = self._by_code[federation.id].get(code) if code else None
        of_name = self._bodies.known_chamber(name, federation) if name else None
        if of_code and of_name is None and name:
            held = self._draft.now(of_code)
            message = say(
                "By its code “{name}” is “{held}”, whose name would change.", name=name, held=held.name
            )
            self._draft.tell(
                Severity.WARNING, row.where, message, say("If the code is another's, reject the edits.")
            )
            self._draft.set(of_code, "name", name, row.where)
        return of_name or of_code

    def _values(self, row: ListRow, federation: Federation) -> dict[str, Any]:
        values = {field: row.values[meaning] for meaning, field in _FIELDS.items() if meaning in row.values}
        if rating := row.values.get(Meaning.RATING):
            values["rating_level"], values["rating_year"] = rating
        if said := row.text(Meaning.CHAMBER_KIND):
            kind = kind_of_chamber(said)
            if kind is not ChamberKind.OTHER or said in ("其他", "其它"):
                values["kind"] = kind
            else:
                message = say("“{text}” is no kind of chamber.", text=said)
                action = say("Choose its kind on the chambers page.")
                self._draft.tell(Severity.WARNING, row.where, message, action)
        text = row.text(Meaning.TOWNSHIP) or row.subject.township
        if township := self._bodies.township(text, federation, row.where):
            values["township_id"] = township
        return {name: value for name, value in values.items() if value is not None}

    def _set(self, row: ListRow, chamber: Chamber, field: str, value: Any) -> None:
        held = getattr(self._draft.now(chamber), field)
        if field == "term_number" and not self._draft.is_new(chamber) and held is not None and held != value:
            message = say(
                "“{name}” is held in term {held}; the list says {value}. The posts of the old term stay.",
                name=chamber.name,
                held=held,
                value=value,
            )
            action = say(
                "To close the old term with its posts, enter the renewal on the chambers page instead."
            )
            self._draft.tell(Severity.WARNING, row.where, message, action)
        self._draft.set(chamber, field, value, row.where)

    def _lead(self, row: ListRow, chamber: Chamber, federation: Federation) -> None:
        """Posts of those whom the row names as leaders."""
        for meaning, role in _LEADERS.items():
            for name in split_firms(row.text(meaning)):
                person = self._posts.person(row, name)
                if person is not None:
                    self._posts.take(row, person, (Office(role),), federation, chamber)
