"""Kinds of new members, by their names where nothing else tells, and what is asked of those that left."""

from __future__ import annotations

from collections import defaultdict

from moushi.changes.model import Severity
from moushi.domain.kinds import MemberKind
from moushi.domain.lasting import retained
from moushi.domain.record import Scalar
from moushi.domain.records import Member
from moushi.errors import say
from moushi.intake.list_content import GROUP, ORGANISATION, is_person
from moushi.intake.list_draft import ListDraft

_SHOWN = 5


class InferredKinds:
    """The kinds that names tell; `tell` says which were taken as other than enterprises."""

    def __init__(self) -> None:
        """Begin with none."""
        self._inferred: dict[MemberKind, list[tuple[str, str]]] = defaultdict(list)

    def of(self, name: str, where: str) -> MemberKind:
        """The kind of a new member of that name."""
        kind = MemberKind.ENTERPRISE
        if GROUP.search(name):
            kind = MemberKind.GROUP
        elif not ORGANISATION.search(name) and len(name) <= 4 and is_person(name):
            kind = MemberKind.INDIVIDUAL
        if kind is not MemberKind.ENTERPRISE:
            self._inferred[kind].append((name, where))
        return kind

    def tell(self, draft: ListDraft) -> None:
        """Say what was inferred."""
        for kind, found in self._inferred.items():
            words = "、".join(name for name, _ in found[:_SHOWN]) + ("…" if len(found) > _SHOWN else "")
            message = (
                say("By their names {count} are taken as individuals: {names}", count=len(found), names=words)
                if kind is MemberKind.INDIVIDUAL
                else say("By their names {count} are taken as groups: {names}", count=len(found), names=words)
            )
            action = say("If one is none, change its kind on the members page.")
            draft.tell(Severity.HINT, found[0][1], message, action)


def ask_again(draft: ListDraft, member: Member, where: str) -> None:
    """Ask of a member that left, but is named, whether it is one again."""
    message = say("“{name}” left on {date}, but is in the list.", name=member.name, date=member.left_on)
    action = say("If it is a member again, take the suggestion.")
    again: dict[str, Scalar] = {"left_on": None, "retain_until": retained(member, None)}
    draft.offer_all(where, message, action, member, again)
