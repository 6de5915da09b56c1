"""Small lists of a member: its chambers, its mentor pairs, its recognitions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID, uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from moushi.desk import pairing
from moushi.desk.finding import find_records
from moushi.desk.pairing import PART_WORDS, Part
from moushi.domain.record import Record
from moushi.domain.records import Chamber, Member, Membership, Pairing, Person, Rating
from moushi.domain.snapshot import Snapshot
from moushi.errors import MoushiError, say
from moushi.ui.holder_edit import TEXTS, Seeking
from moushi.ui.record_form import named_choices
from moushi.ui.record_model import Column, Index, RecordModel
from moushi.ui.workplace import Workplace

_PART, _OTHER = "mentor_id", "mentee_id"  # columns: what the member is in the pair, and who the other one is

Holder = Callable[[], Member | None]


class Memberships(RecordModel):
    """The chambers of a member; one chosen in the last line is joined today."""

    def __init__(self, workplace: Workplace, holder: Holder, parent: QWidget) -> None:
        super().__init__(
            workplace,
            Membership,
            (
                Column("chamber_id", width=12, choices=self._chambers),
                Column("joined_on", say("Joined"), width=6),
                Column("left_on", say("Left"), width=6),
            ),
            self._memberships,
            self._new,
            parent=parent,
        )
        self._holder = holder

    def _memberships(self, snapshot: Snapshot) -> Sequence[Record]:
        member = self._holder()
        return snapshot.where(Membership, member_id=member.id) if member else ()

    def _chambers(self, snapshot: Snapshot) -> Sequence[tuple[str, Any]]:
        member = self._holder()
        return named_choices(snapshot.where(Chamber, federation_id=member.federation_id)) if member else ()

    def _new(self, values: Any) -> Membership | None:
        member, chamber = self._holder(), values.get("chamber_id")
        if member is None or not isinstance(chamber, UUID):
            return None
        today = self._workplace.today()
        return Membership(id=uuid4(), member_id=member.id, chamber_id=chamber, joined_on=today)


class Pairs(Seeking, RecordModel):
    """The mentor pairs of a member; a name typed in the last line makes one."""

    def __init__(self, workplace: Workplace, holder: Holder, parent: QWidget) -> None:
        super().__init__(
            workplace,
            Pairing,
            (
                Column(_OTHER, say("Other member"), width=12),
                Column(_PART, say("This one is"), width=5, choices=self._parts),
                Column("from_on", say("From"), width=6),
                Column("to_on", say("To"), width=6),
            ),
            self._pairs,
            lambda _: None,
            parent=parent,
        )
        self._holder = holder
        self._names: dict[UUID, str] = {}

    def sought(self, column: int) -> tuple[type[Member | Person], ...]:
        """The other one is found among the members."""
        return (Member,) if self.columns[column].field == _OTHER else ()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """As of any list; a part in words, the other member by name."""
        pair, member = (self.record(index.row()) if index.isValid() else None), self._holder()
        if not isinstance(pair, Pairing) or member is None:
            return super().data(index, role)
        match self.columns[index.column()].field:
            case "mentee_id":
                return self._names.get(pair.id, "") if role in TEXTS else None
            case "mentor_id":
                part = pairing.part_of(pair, member)
                if role == Qt.ItemDataRole.UserRole:
                    return part
                return self._workplace.words(PART_WORDS[part]) if role in TEXTS else None
            case _:
                return super().data(index, role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """As of any list; a part or another member takes the place of the one before."""
        name = self.columns[index.column()].field if index.isValid() else ""
        member, held = self._holder(), self.record(index.row())
        if name not in (_PART, _OTHER) or member is None:
            return super().setData(index, value, role)
        pair = held if isinstance(held, Pairing) else None
        part = pairing.part_of(pair, member) if pair else pairing.likely_part(member)
        with self._workplace.desk.snapshot() as snapshot:
            other = snapshot.get(Member, pairing.other_of(pair, member)) if pair else None
        if name == _PART:
            part = Part(value) if value else part
        elif isinstance(value, Member):
            other = value
        else:
            typed = str(value).strip()
            if not typed or (pair and typed == index.data()):
                return False
            other = self._meant(typed)
        if other is None:
            return False
        return self._make(member, part, other, pair)

    def _make(self, member: Member, part: Part, other: Member, pair: Pairing | None) -> bool:
        try:
            with self._workplace.desk.snapshot() as snapshot:
                proposal = pairing.pairing(snapshot, member, part, other, pair)
        except MoushiError as fault:
            self._workplace.tell(fault.message)
            return False
        return proposal is not None and self._workplace.apply(proposal) is not None

    def _meant(self, typed: str) -> Member | None:
        """The one member of just that name, else the only one found; of several say so."""
        found = find_records(self._workplace.desk, typed, (Member,))
        exact = [each for each in found if each.name == typed] or found
        if len(exact) == 1:
            return exact[0]
        told = say("No member is found by “{text}”. Enter the member first.", text=typed)
        if exact:
            told = say("Several members are found by “{text}”. Choose one from the list.", text=typed)
        self._workplace.tell(told)
        return None

    def _parts(self, _: Snapshot) -> Sequence[tuple[str, Any]]:
        return [(self._workplace.words(word), part) for part, word in PART_WORDS.items()]

    def _pairs(self, snapshot: Snapshot) -> Sequence[Record]:
        member = self._holder()
        pairs = pairing.pairs_of(snapshot, member) if member else []
        others = {pair.id: snapshot.get(Member, pairing.other_of(pair, member)) for pair in pairs if member}
        self._names = {pair_id: other.name for pair_id, other in others.items() if other}
        return pairs


class Recognitions(RecordModel):
    """The recognitions of a member, the newest first; the usual one where only level or year is typed."""

    def __init__(self, workplace: Workplace, holder: Holder, parent: QWidget) -> None:
        super().__init__(
            workplace,
            Rating,
            (
                Column("name", say("Recognised as"), width=12),
                Column("level", say("Level"), width=5),
                Column("year", say("Year"), width=4),
            ),
            self._ratings,
            self._new,
            year=lambda: workplace.today().year,
            parent=parent,
        )
        self._holder = holder

    def _ratings(self, snapshot: Snapshot) -> Sequence[Record]:
        member = self._holder()
        found = snapshot.where(Rating, member_id=member.id) if member else ()
        return sorted(found, key=lambda rating: (-(rating.year or 0), rating.name))

    def _new(self, values: Any) -> Rating | None:
        member = self._holder()
        if member is None:
            return None
        return Rating(id=uuid4(), member_id=member.id, **{"name": pairing.RECOGNITIONS[0], **values})
