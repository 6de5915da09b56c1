"""What is under review: one thing taken in, how far its review is, and how several stand together.

A `Taken` is frozen: every step answers another one, so that reading can happen on any thread.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from moushi.changes.model import Change, ChangeSet, Edit, Finding, Insert, Proposal, Severity
from moushi.changes.review import Review
from moushi.desk.marking import to_be_mended
from moushi.desk.places import Places, SourceText
from moushi.desk.readings import Readings
from moushi.desk.review_context import Context
from moushi.desk.review_groups import Group, Op
from moushi.desk.taking_in import Wish
from moushi.domain.records import Plan
from moushi.errors import Message, say
from moushi.intake.source import FileKind, SourceFile


class State(StrEnum):
    """How far the review of one thing is."""

    OPEN = "open"
    ERRORS = "errors"
    UNREADABLE = "unreadable"
    SAME = "same"
    REJECTED = "rejected"
    TAKEN = "taken in"


@dataclass(frozen=True)
class Taken:
    """One thing to review: a file, a pasted text or an undo.

    `base` is the proposal as it was read, `review` the choice of its edits with the mends of the findings
    `mends` (positions) laid over it; both are None where it could not be read, which `error` tells. `later`
    are the changes because of which some edits of an undo cannot be taken. `note` says why it was read anew.
    """

    name: str
    state: State
    source: Path | SourceFile | None = None
    kind: FileKind | None = None
    wish: Wish = field(default_factory=Wish)
    error: Message | None = None
    base: Proposal | None = None
    review: Review | None = None
    mends: frozenset[int] = frozenset()
    groups: tuple[Group, ...] = ()
    text: SourceText | None = None
    later: tuple[ChangeSet, ...] = ()
    note: Message | None = None
    change: ChangeSet | None = None
    context: Context = field(default_factory=dict, repr=False)
    places: Places = field(default_factory=Places, repr=False)
    readings: Readings = field(default_factory=Readings, repr=False, compare=False)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was noticed."""
        return self.base.findings if self.base else ()

    @property
    def path(self) -> Path | None:
        """The file, if it is one."""
        return self.source if isinstance(self.source, Path) else None

    @property
    def is_open(self) -> bool:
        """Whether its edits can still be chosen and applied."""
        return self.state is State.OPEN

    @property
    def is_settled(self) -> bool:
        """Whether nothing of it waits for the person."""
        return self.state in (State.TAKEN, State.REJECTED, State.SAME)

    @property
    def is_chosen(self) -> bool:
        """Whether the person has chosen among the edits, which reading it anew would forget."""
        return bool(self.mends or (self.review and self.review.rejected))

    @property
    def can_apply(self) -> bool:
        """Whether there is anything to apply and nothing forbids it."""
        return self.is_open and bool(self.accepted and self.accepted.edits)

    @property
    def is_clean(self) -> bool:
        """Whether it can be taken in without a look: nothing in it is in conflict with the records."""
        return self.is_open and not any(finding.sides for finding in self.findings)

    @property
    def can_leave_faulty(self) -> bool:
        """Whether only cells of a return are faulty, so that the rest can be taken in without them."""
        return bool(self.state is State.ERRORS and self.base and self.base.returned and self.base.edits)

    @property
    def can_mark(self) -> bool:
        """Whether it is a return in which the chamber has something to mend."""
        return bool(self.base and self.base.returned and to_be_mended(self.findings))

    @property
    def can_wish(self) -> bool:
        """Whether it can be read anew for another year or federation."""
        is_return = bool(self.base and self.base.returned)  # which says itself whose it is
        return self.source is not None and self.base is not None and self.change is None and not is_return

    @property
    def is_undo(self) -> bool:
        """Whether it takes a change back."""
        return bool(self.base and self.base.undoes)

    @property
    def title(self) -> str | Message:
        """What it is called: the file's name, of an undo what it takes back."""
        return self.base.title if self.base and self.base.undoes else self.name

    @cached_property
    def counts(self) -> Counts:
        """What it holds, for its line in the list."""
        return counts(self.groups, self.findings)

    @cached_property
    def accepted(self) -> Proposal | None:
        """What is applied: the edits that are taken, but those which a mend has turned into no change."""
        if self.review is None:
            return None
        proposal = self.review.accepted
        return replace(proposal, edits=tuple(edit for edit in proposal.edits if not _is_idle(edit)))


@dataclass(frozen=True, slots=True)
class Counts:
    """How many records are new, changed or deleted, and how many findings there are of each severity.

    `conflicts` are those findings where a return and the records both changed a value since it was sent.
    """

    new: int = 0
    changed: int = 0
    deleted: int = 0
    findings: tuple[tuple[Severity, int], ...] = ()
    conflicts: int = 0

    @property
    def errors(self) -> int:
        """How many findings forbid taking it in."""
        return dict(self.findings).get(Severity.ERROR, 0)


def counts(some: tuple[Group, ...], findings: tuple[Finding, ...]) -> Counts:
    """How many records and findings there are."""
    ops = Counter(group.op for group in records_in(some))
    of = Counter(finding.severity for finding in findings)
    changed = ops[Op.CHANGED] + ops[Op.MOVED]
    return Counts(
        ops[Op.NEW],
        changed,
        ops[Op.DELETED],
        tuple((s, of[s]) for s in Severity if of[s]),
        sum(1 for finding in findings if finding.sides),
    )


@dataclass(frozen=True, slots=True)
class Overall:
    """How many of several things are clean, have conflicts or errors, cannot be read, or are done with."""

    clean: int = 0
    conflicts: int = 0
    errors: int = 0
    unreadable: int = 0
    done: int = 0

    @property
    def message(self) -> Message:
        """The numbers in words, those that are none left out."""
        told = (
            (self.clean, say("{count} to take in", count=self.clean)),
            (self.conflicts, say("{count} with conflicts", count=self.conflicts)),
            (self.errors, say("{count} with errors", count=self.errors)),
            (self.unreadable, say("{count} cannot be read", count=self.unreadable)),
            (self.done, say("{count} done", count=self.done)),
        )
        parts = [message for count, message in told if count]
        joined: Message = parts[0] if parts else say("nothing")
        for part in parts[1:]:
            joined = say("{first} · {second}", first=joined, second=part)
        return joined


def overall(things: Iterable[Taken]) -> Overall:
    """How several things stand together; each counts once, by what is most pressing."""
    found: Counter[str] = Counter(map(_standing, things))
    return Overall(**found)


def _standing(taken: Taken) -> str:
    match taken.state:
        case State.OPEN:
            return "clean" if taken.is_clean else "conflicts"
        case State.ERRORS:
            return "errors"
        case State.UNREADABLE:
            return "unreadable"
        case _:
            return "done"


def notes(taken: Taken) -> tuple[Message, ...]:
    """What a person should know first: why it cannot be taken in, was read anew, or stays in part."""
    said = [note for note in (taken.error, taken.note) if note]
    if taken.later:
        joined: Message = taken.later[0].title
        for change in taken.later[1:]:
            joined = say("{first}; {second}", first=joined, second=change.title)
        said.append(
            say(
                "Later changes stand on some of these edits, which therefore cannot be undone: {titles}",
                titles=joined,
            )
        )
    if not said and taken.state is State.ERRORS:
        said.append(say("This file has errors and cannot be taken in. Mend them as the findings say."))
    if not said and taken.state is State.SAME:
        said.append(nothing_new(taken))
    return tuple(said)


def left_to_look_at(taken: Taken) -> int:
    """How many warnings it has whose suggestions nobody has taken."""
    found = enumerate(taken.findings)
    return sum(f.severity is Severity.WARNING and number not in taken.mends for number, f in found)


def nothing_new(taken: Taken) -> Message:
    """That a file holds nothing that the records do not."""
    return say("Nothing in {file} differs from the records.", file=taken.name)


def years(taken: Taken) -> frozenset[int]:
    """The years of the plans that it touches."""
    inserted = (edit.record for edit in (taken.base.edits if taken.base else ()) if isinstance(edit, Insert))
    return frozenset(p.year for p in (*taken.context.values(), *inserted) if isinstance(p, Plan))


def names_owners(taken: Taken) -> bool:
    """Whether it holds several plans, whose federations it names itself."""
    return sum(1 for group in taken.groups if group.kind is Plan) > 1


def records_in(some: Iterable[Group]) -> Iterator[Group]:
    """All groups of records, those of single fields left out."""
    for group in some:
        if group.field is None:
            yield group
        yield from records_in(group.children)


def _is_idle(edit: Edit) -> bool:
    return isinstance(edit, Change) and edit.old == edit.new
