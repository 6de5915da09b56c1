"""Lists as read, before they are compared with the records: tables of rows, values by meaning."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from moushi.changes.model import Finding
from moushi.domain.kinds import Role
from moushi.intake.list_columns import Header
from moushi.intake.list_meanings import ListKind, Meaning
from moushi.intake.list_values import Doubt


@dataclass(frozen=True, slots=True)
class Subject:
    """What a title, a group or a sheet's name tells of the rows below; empty or None where it does not."""

    federation: str = ""
    chamber: str = ""
    township: str = ""
    industry: str = ""
    role: Role | None = None
    term: int | None = None
    year: int | None = None
    text: str = ""

    def within(self, above: Subject) -> Subject:
        """This one, with what only the one above tells."""
        return Subject(
            self.federation or above.federation,
            self.chamber or above.chamber,
            self.township or above.township,
            self.industry or above.industry,
            self.role or above.role,
            self.term or above.term,
            self.year or above.year,
            f"{above.text} {self.text}".strip(),
        )


@dataclass(frozen=True, slots=True)
class ListRow:
    """A row: where it is (`Sheet!B7`, its key column), its values by meaning, what is in doubt, its subject.

    Texts are `str`, names `tuple[str, ...]`, posts `tuple[Office, ...]`, days `date`, counts and years
    `int`, amounts `Decimal` in yuan, answers `bool`, a recognition `(level, year)`. What is empty is missing.
    """

    where: str
    values: Mapping[Meaning, Any]
    doubts: Mapping[Meaning, tuple[str, Doubt]]
    subject: Subject

    def text(self, meaning: Meaning) -> str:
        """A text, "" when there is none."""
        return str(self.values.get(meaning, ""))


@dataclass(frozen=True, slots=True)
class ListTable:
    """One table of a list: its sheet, header, rows; `where` is its first cell."""

    sheet: str
    where: str
    header: Header
    rows: tuple[ListRow, ...]

    @property
    def kind(self) -> ListKind:
        """What its rows are."""
        return self.header.kind


@dataclass(frozen=True, slots=True)
class ReadLists:
    """All tables of a file, and what was noticed on the way."""

    tables: Sequence[ListTable]
    findings: Sequence[Finding] = field(default=())
