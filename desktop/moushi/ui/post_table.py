"""Posts as a small list: in a member's panel by body, in a chamber's by holder, found while typing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

from PySide6.QtCore import Qt

from moushi.changes.model import Proposal, Source, changes_between
from moushi.desk import register
from moushi.desk.finding import HOLDERS, find_records
from moushi.domain.kinds import Role
from moushi.domain.record import Record
from moushi.domain.records import Chamber, Federation, Member, Membership, Person, Post
from moushi.domain.snapshot import Snapshot
from moushi.errors import say
from moushi.ui.holder_edit import TEXTS, Seeking
from moushi.ui.record_form import named_choices
from moushi.ui.record_model import Column, Index, RecordModel
from moushi.ui.workplace import Workplace

_HOLDER, _BODY = "person_id", "chamber_id"  # columns that show two fields as one
_LIKELY = Role.COUNCIL  # what a new holder is most likely to be


class MemberPosts(RecordModel):
    """The posts of one member; a role chosen in the last line is held in the member's chamber."""

    def __init__(self, workplace: Workplace, holder: Callable[[], Member | None]) -> None:
        super().__init__(
            workplace,
            Post,
            (
                Column("role", width=6),
                Column(_BODY, say("Body"), width=12, choices=self._bodies),
                Column("term_number", say("Term"), width=3),
                Column("from_on", say("From"), width=6),
                Column("to_on", say("To"), width=6),
            ),
            self._posts,
            self._new,
        )
        self._holder = holder

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """As of any list; the body is the federation or the chamber."""
        post = self.record(index.row()) if index.isValid() else None
        if not isinstance(post, Post) or self.columns[index.column()].field != _BODY:
            return super().data(index, role)
        body = post.chamber_id or post.federation_id
        if role == Qt.ItemDataRole.UserRole:
            return body
        name = next((text for text, held in self.choices(index.column()) if held == body), "")
        return name if role in TEXTS else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """As of any list; a body takes the place of the one before."""
        post = self.record(index.row())
        if not isinstance(post, Post) or self.columns[index.column()].field != _BODY:
            return super().setData(index, value, role)
        if not isinstance(value, UUID) or value in (post.chamber_id, post.federation_id):
            return False
        with self._workplace.desk.snapshot() as snapshot:
            chamber = snapshot.get(Chamber, value)
        held = replace(post, chamber_id=value if chamber else None, federation_id=None if chamber else value)
        title = say("Changed the body of a post")
        return self._workplace.apply(Proposal(Source(""), title, changes_between(post, held))) is not None

    def _posts(self, snapshot: Snapshot) -> Sequence[Record]:
        holder = self._holder()
        return register.posts_in_rank(snapshot.where(Post, member_id=holder.id)) if holder else ()

    def _bodies(self, snapshot: Snapshot) -> Sequence[tuple[str, Any]]:
        holder = self._holder()
        federation = snapshot.get(Federation, holder.federation_id) if holder else None
        if federation is None:
            return ()
        chambers = named_choices(snapshot.where(Chamber, federation_id=federation.id))
        return [(federation.name, federation.id), *chambers]

    def _new(self, values: Any) -> Post | None:
        holder = self._holder()
        if holder is None:
            return None
        body = values.get(_BODY)
        with self._workplace.desk.snapshot() as snapshot:
            chamber = snapshot.get(Chamber, body) if body else None
            if body is None:
                memberships = [m for m in snapshot.where(Membership, member_id=holder.id) if not m.left_on]
                chamber = snapshot.get(Chamber, memberships[0].chamber_id) if memberships else None
        return Post(
            id=uuid4(),
            role=values.get("role") or _LIKELY,
            member_id=holder.id,
            chamber_id=chamber.id if chamber else None,
            federation_id=None if chamber else holder.federation_id,
            term_number=values.get("term_number") or (chamber.term_number if chamber else None),
            from_on=values.get("from_on"),
            to_on=values.get("to_on"),
        )


class ChamberPosts(Seeking, RecordModel):
    """The posts of one chamber by rank; a name typed in the last line is a new holder."""

    def __init__(self, workplace: Workplace, body: Callable[[], Chamber | None]) -> None:
        super().__init__(
            workplace,
            Post,
            (
                Column(_HOLDER, say("Holder"), width=12),
                Column("role", width=6),
                Column("term_number", say("Term"), width=3),
                Column("from_on", say("From"), width=6),
                Column("to_on", say("To"), width=6),
            ),
            self._posts,
            lambda _: None,
        )
        self._body = body
        self._names: dict[UUID, str] = {}

    def sought(self, column: int) -> tuple[type[Member | Person], ...]:
        """The holder is found among members and people."""
        return HOLDERS if self.columns[column].field == _HOLDER else ()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """As of any list; the holder is the person or the member."""
        post = self.record(index.row()) if index.isValid() else None
        if not isinstance(post, Post) or self.columns[index.column()].field != _HOLDER:
            return super().data(index, role)
        return self._names.get(post.id, "") if role in TEXTS else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """As of any list; a holder is a name typed or a record chosen, a new name becomes a person's."""
        if not index.isValid() or self.columns[index.column()].field != _HOLDER:
            return super().setData(index, value, role)
        body, post = self._body(), self.record(index.row())
        chosen = value if isinstance(value, Record) else None
        name = str(getattr(chosen, "name", value)).strip()
        if body is None or not name or (chosen is None and index.data() == name and post is not None):
            return False
        is_new = not isinstance(post, Post)
        held = (
            post
            if isinstance(post, Post)
            else Post(id=uuid4(), role=_LIKELY, chamber_id=body.id, term_number=body.term_number)
        )
        if chosen is None:
            chosen = self._only(name)
        with self._workplace.desk.snapshot() as snapshot:
            proposal = register.holding(snapshot, held, name, chosen, is_new=is_new)
        return bool(proposal.edits) and self._workplace.apply(proposal) is not None

    def _only(self, name: str) -> Record | None:
        """The one member or person of just that name."""
        like = find_records(self._workplace.desk, name, HOLDERS)
        found = [each for each in like if each.name == name]
        return found[0] if len(found) == 1 else None

    def _posts(self, snapshot: Snapshot) -> Sequence[Record]:
        body = self._body()
        posts = register.posts_in_rank(snapshot.where(Post, chamber_id=body.id)) if body else []
        self._names = {post.id: register.holder_name(snapshot, post) for post in posts}
        return posts
