"""Members whose time of keeping is over: who they are, what deleting them for good means, and doing it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from moushi.desk.desk import Desk
from moushi.domain.lasting import is_over
from moushi.domain.reading import by_name
from moushi.domain.records import Member
from moushi.errors import Message, say
from moushi.store.listing import Listing, Order

Report = Callable[[int, int], None]
"""Called with (steps done, steps in all)."""

_NAMED = 3  # in one line


@dataclass(frozen=True, slots=True)
class Due:
    """The members that are kept no longer, by name."""

    ids: tuple[UUID, ...]
    names: tuple[str, ...]

    @property
    def message(self) -> Message:
        """Who they are, in one line."""
        names = "、".join(self.names[:_NAMED]) + (" …" if len(self.names) > _NAMED else "")
        return say("{count} members left and are kept no longer: {names}", count=len(self.ids), names=names)


def due(desk: Desk, today: date, federation: UUID | None = None) -> Due:
    """The members that left and whose day of keeping has passed."""
    equal = {"federation_id": federation} if federation else {}
    left = Listing(Member, Order("retain_until"), equal=equal, filled={"left_on": True, "retain_until": True})
    members = desk.store.records(Member, desk.store.listing(left)[:]).values()
    over = by_name(each for each in members if is_over(each.left_on, each.retain_until, today))
    return Due(tuple(each.id for each in over), tuple(each.name for each in over))


WARNING = say(
    "Deleting for good erases these members with their chambers, posts and entries in the ledger: from the "
    "register, the history, the journals and the backups. Numbers counted from them change. It cannot be "
    "undone. Copies kept elsewhere and files exported before are not reached; delete those yourself."
)
"""Said before it is done."""


def finish(desk: Desk) -> bool:
    """Finish an erasure that was cut off when the program last died; False when none was."""
    return desk.store.finish_erasing()


def erase(desk: Desk, ids: Sequence[UUID], report: Report = lambda _done, _of: None) -> Message:
    """Delete members for good; what was done, in words."""
    erased = desk.store.erase(ids, report)
    if erased.dropped:
        return say(
            "{count} members deleted for good; backups written anew: {rewritten}, dropped: {dropped}.",
            count=erased.members,
            rewritten=erased.rewritten,
            dropped=erased.dropped,
        )
    return say(
        "{count} members deleted for good; backups written anew: {rewritten}.",
        count=erased.members,
        rewritten=erased.rewritten,
    )
