"""Members that leave a chamber by a return: whether they leave the federation too, and their posts."""

from __future__ import annotations

from datetime import date

from moushi.compile.return_rows import HeldRow
from moushi.domain.lasting import retained
from moushi.domain.posts import in_office
from moushi.domain.records import Member, Membership, Post
from moushi.errors import say
from moushi.intake.returns.reading import ReadRow
from moushi.intake.returns.rules import same
from moushi.intake.returns.work import TableWork

JOINED = "Membership.joined_on"
LEFT, LEFT_WHOLLY, REASON = "Membership.left_on", "Member.left_on", "Member.left_reason"


class Leaving:
    """What follows from the day of leaving that a row names."""

    def __init__(self, table: TableWork) -> None:
        """Take the table of members."""
        self._table, self._work = table, table.work

    def stays_elsewhere(self, held: HeldRow) -> bool:
        """Whether the member is in another chamber too, and so stays one of the federation."""
        places = self._work.snapshot.where(Membership, member_id=held.id)
        return any(p.chamber_id != self._work.chamber.id and p.left_on is None for p in places)

    def ask_for_day(self, row: ReadRow, held: HeldRow, before: Membership) -> None:
        """Ask for the day where only the reason for leaving is given."""
        reason = self._table.text(row, REASON)
        if not reason or same("", reason, held.value(REASON)) or self._work.draft.now(before).left_on:
            return
        cell = self._table.cell(row, LEFT)
        if cell is None or cell.doubt is None:  # a doubtful day is told by itself
            message = say("A reason for leaving is given, but no day: “{reason}”.", reason=reason)
            self._work.warn(self._table.place(row, REASON), message, say("Ask for the day of leaving."))

    def tell_stay(self, row: ReadRow) -> None:
        """Say that one who leaves stays a member of the federation."""
        message = say("The member leaves this chamber, but is in another one, and stays a member.")
        if reason := self._table.text(row, REASON):
            message = say(
                "The member leaves this chamber, but is in another one, and stays a member. The reason is "
                "kept nowhere: {reason}",
                reason=reason,
            )
        action = say("If it leaves the federation, enter that on the members page.")
        self._work.hint(self._table.place(row, LEFT), message, action)

    def is_too_early(self, row: ReadRow, held: HeldRow) -> bool:
        """Whether the member would have left before it joined by a day that was typed, which is said."""
        joined, left = (self._table.value(row, lands) or held.value(lands) for lands in (JOINED, LEFT))
        if not isinstance(joined, date) or not isinstance(left, date) or left >= joined:
            return False
        if (joined, left) == (held.value(JOINED), held.value(LEFT)):
            return False
        message = say("It would have left on {left}, before it joined on {joined}.", left=left, joined=joined)
        self._work.fault(self._table.place(row, LEFT), message, say("Ask for the right days."))
        return True

    def follow(self, row: ReadRow, held: HeldRow, before: Membership, *, stays: bool) -> None:
        """What follows from another day of leaving: the member leaves too, its posts are asked about."""
        draft, member = self._work.draft, held.records["Member"]
        assert isinstance(member, Member)
        place, now = draft.now(before), draft.now(member)
        wholly = now.left_on != member.left_on
        if place.left_on == before.left_on and not wholly:
            return
        where = self._table.place(row, LEFT)
        left = place.left_on if place.left_on != before.left_on else now.left_on
        if left is None:
            return
        if wholly and place.left_on is None:
            draft.set(before, "left_on", left, where)
        if not stays and (member.left_on is None or member.left_on == before.left_on):
            draft.set(member, "left_on", left, where)
            draft.set(member, "retain_until", retained(member, left), where)
        posts = self._work.snapshot.where(Post, member_id=member.id)
        for post in in_office([each for each in posts if each.chamber_id == self._work.chamber.id], left):
            message = say("“{name}” leaves, but holds a post in the chamber.", name=now.name)
            action = say("If that ended on {day}, take the suggestion.", day=left)
            draft.offer(where, message, action, post, "to_on", left)
