"""Rosters and lists as neutral documents: what was asked for, and the table that a writer prints of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

PERSONAL_NOTICE = "内含个人信息，注意保管"
"""Stands in the foot of every file that holds telephone numbers or years of birth."""

Value = str | int | Decimal | date | None
"""What stands in a cell."""


class RosterKind(StrEnum):
    """What is listed: 执委名册, 商会班子名册, 商会基本情况表, 会员名册, 台账."""

    COMMITTEE = "committee"
    OFFICERS = "officers"
    CHAMBERS = "chambers"
    MEMBERS = "members"
    LEDGER = "ledger"


class Grouping(StrEnum):
    """What rows are gathered under."""

    TOWNSHIP = "township"
    CHAMBER = "chamber"
    KIND = "kind"
    MONTH = "month"
    NONE = "none"


GROUPINGS: Mapping[RosterKind, tuple[Grouping, ...]] = {
    RosterKind.COMMITTEE: (Grouping.NONE,),
    RosterKind.OFFICERS: (Grouping.CHAMBER,),
    RosterKind.CHAMBERS: (Grouping.KIND, Grouping.NONE),
    RosterKind.MEMBERS: (Grouping.TOWNSHIP, Grouping.CHAMBER, Grouping.KIND, Grouping.NONE),
    RosterKind.LEDGER: (Grouping.KIND, Grouping.MONTH, Grouping.NONE),
}
"""How each kind may be grouped, the usual way first."""

OF_PEOPLE = frozenset({RosterKind.COMMITTEE, RosterKind.OFFICERS, RosterKind.MEMBERS})
"""The kinds that can hold telephone numbers and years of birth."""


@dataclass(frozen=True, slots=True)
class RosterChoice:
    """What is asked for: which list of which federations, as of which day, grouped how.

    Telephone numbers and years of birth are in it only where they are asked for. `chambers` and `members`
    narrow it to those (`chambers` empty, `members` None: all). Of the ledger it is the day's year until then.
    """

    kind: RosterKind
    federations: tuple[UUID, ...]
    as_of: date
    grouping: Grouping | None = None
    phones: bool = False
    birth_years: bool = False
    chambers: tuple[UUID, ...] = ()
    members: frozenset[UUID] | None = None

    @property
    def grouped_by(self) -> Grouping:
        """How it is grouped; as is usual where that is not said, or where it cannot be."""
        offered = GROUPINGS[self.kind]
        return self.grouping if self.grouping in offered else offered[0]

    @property
    def with_phones(self) -> bool:
        """Whether telephone numbers are in it."""
        return self.phones and self.kind in OF_PEOPLE

    @property
    def with_birth_years(self) -> bool:
        """Whether years of birth are in it."""
        return self.birth_years and self.kind in OF_PEOPLE

    @property
    def is_personal(self) -> bool:
        """Whether it holds what is left out of exports unless somebody ticks it."""
        return self.with_phones or self.with_birth_years


class Align(StrEnum):
    """Where a cell's text stands."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class RosterColumn:
    """A column: its head, width in characters (Han), and where its cells stand.

    A `flexible` column takes the room that is left and gives where there is none; a `code` is digits that are
    no number; an `optional` column is left out where nothing stands in it.
    """

    head: str
    width: float
    align: Align = Align.LEFT
    flexible: bool = False
    code: bool = False
    optional: bool = True


@dataclass(frozen=True, slots=True)
class RosterGroup:
    """Rows under a title, which is empty where rows are not grouped; a cell for each column."""

    title: str
    rows: tuple[tuple[Value, ...], ...]


@dataclass(frozen=True, slots=True)
class RosterDocument:
    """A roster ready to be printed: the office's heading, title, subtitle, table, notes with counts.

    `notice` stands in the foot of every page, and is empty where nothing personal is in it.
    """

    kind: RosterKind
    office: str
    title: str
    subtitle: str
    as_of: date
    made_on: date
    columns: tuple[RosterColumn, ...]
    groups: tuple[RosterGroup, ...]
    footnotes: tuple[str, ...]
    notice: str = ""

    @property
    def count(self) -> int:
        """How many rows there are."""
        return sum(len(group.rows) for group in self.groups)
