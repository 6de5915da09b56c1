"""Reviewing what is taken in: files read one by one, edits taken or rejected, mends taken, then applied.

A `Taken` is frozen: every step answers another one, so that reading can happen on any thread.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import cached_property, partial
from pathlib import Path

from moushi.changes.mending import mended, ties_beside
from moushi.changes.model import Change, ChangeSet, Edit, Finding, Insert, Proposal, Severity
from moushi.changes.review import Review
from moushi.changes.undo import UndoReview
from moushi.desk import logs
from moushi.desk.desk import Desk
from moushi.desk.places import Places, SourceText, places_of, source_text
from moushi.desk.review_groups import Context, Group, Op, context_of, groups
from moushi.desk.stepping import Step, SteppingSnapshot, paced, unswept
from moushi.desk.taking_in import Wish, propose_source
from moushi.domain.records import Plan
from moushi.errors import Message, MoushiError, reason_of, say
from moushi.intake.source import FileKind, SourceFile, UnreadableError, decode_text, file_kind, read_source

Report = Callable[[int, int], None]
"""Called with (files done, files in all), also while a long one is read; ends the work when it raises."""

ENDINGS = frozenset({".txt", ".docx", ".xlsx", ".xls", ".et", ".ods", ".csv"})
"""Endings of the files that are taken from a folder; a file that is named itself is told by its content."""


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
    def can_wish(self) -> bool:
        """Whether it can be read anew for another year or federation."""
        return self.source is not None and self.base is not None and self.change is None

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


def take(
    desk: Desk, sources: Sequence[Path | SourceFile], wish: Wish, today: date, report: Report
) -> list[Taken]:
    """Read files, folders' files and pasted texts; what cannot be read does not stop the others."""
    listed = list(_listed(sources))
    found: list[Taken] = []
    met: dict[str, str] = {}
    for done, source in enumerate(listed):
        report(done, len(listed))
        if isinstance(source, Taken):
            found.append(source)
        else:
            step = paced(partial(report, done, len(listed)))
            found.append(_take_one(desk, source, wish, today, met, step))
    report(len(listed), len(listed))
    return found


def take_again(
    desk: Desk, taken: Taken, wish: Wish, today: date, report: Report = lambda _done, _of: None
) -> Taken:
    """Read a thing anew with another wish or against the records of now; the choice of edits begins anew."""
    if taken.source is None:
        return taken
    return _take_one(desk, taken.source, wish, today, {}, paced(partial(report, 0, 0)))


def review_undo(desk: Desk, undo: UndoReview) -> Taken:
    """An undo of which some edits are off, because later changes stand on them."""
    proposal = undo.review.proposal
    review = replace(undo.review, barred=undo.review.rejected)
    with desk.snapshot() as snapshot:
        context = context_of(proposal.edits, snapshot)
    return Taken(
        name=proposal.source.name,
        state=State.OPEN,
        base=proposal,
        review=review,
        later=undo.because_of,
        context=context,
        groups=groups(proposal, context, Places()),
    )


def chosen(taken: Taken, positions: Iterable[int], *, take: bool) -> Taken:
    """With those edits taken or rejected, and what hangs together with them."""
    if taken.review is None or not taken.is_open:
        return taken
    choose = taken.review.accept if take else taken.review.reject
    other = replace(taken, review=choose(*positions))
    if "counts" in taken.__dict__:  # the same records; a person chooses many times
        other.__dict__["counts"] = taken.counts
    return other


@unswept()
def with_mends(taken: Taken, findings: Iterable[int]) -> Taken:
    """With the mends of just those findings; one that does not fit beside the others is left out."""
    if taken.base is None or taken.review is None or not taken.is_open:
        return taken
    proposal, mends = mended(taken.base, findings, taken.context.values())
    review = taken.review.of(proposal)
    return replace(taken, review=review, mends=mends, groups=groups(proposal, taken.context, taken.places))


def rejected(taken: Taken) -> Taken:
    """Put aside: nothing of it is applied."""
    return replace(taken, state=State.REJECTED)


def _is_idle(edit: Edit) -> bool:
    return isinstance(edit, Change) and edit.old == edit.new


def _listed(sources: Iterable[Path | SourceFile]) -> Iterator[Path | SourceFile | Taken]:
    """The files in their order, those of a folder by name; a folder without any is told."""
    for source in sources:
        if not isinstance(source, Path) or not source.is_dir():
            yield source
            continue
        try:
            yield from files_of(source)
        except UnreadableError as fault:
            yield _unreadable(source.name, source, fault.message)


def files_of(folder: Path) -> list[Path]:
    """As `files_in`; `UnreadableError` when the folder cannot be read or holds none."""
    name = folder.resolve().name
    try:
        inside = files_in(folder)
    except OSError as fault:
        raise UnreadableError(
            "{folder}: the folder cannot be read ({fault}). Copy it to this computer.",
            folder=name,
            fault=reason_of(fault),
        ) from fault
    if not inside:
        raise UnreadableError(
            "{folder}: no file that can be taken in lies in this folder. "
            "Take in .txt, .docx or .xlsx files; folders within it are not looked through.",
            folder=name,
        )
    return inside


def files_in(folder: Path) -> list[Path]:
    """A folder's own files that are taken, by name; `OSError` when it cannot be read."""
    return sorted(path for path in folder.iterdir() if _is_wanted(path))


def _is_wanted(path: Path) -> bool:
    """Whether a folder's file is taken; `~$` is what Word and WPS leave beside an open file."""
    return path.suffix.lower() in ENDINGS and not path.name.startswith(("~$", ".")) and path.is_file()


def _unreadable(name: str, source: Path | SourceFile, error: Message) -> Taken:
    return Taken(name, State.UNREADABLE, source, error=error)


@unswept()
def _take_one(
    desk: Desk, source: Path | SourceFile, wish: Wish, today: date, met: dict[str, str], step: Step
) -> Taken:
    try:
        file = read_source(source) if isinstance(source, Path) else source
        twin = met.setdefault(file.sha256, file.name)
        if twin is not file.name:
            raise UnreadableError(
                "{file}: the same content as {other}, under which it is shown. Once is enough.",
                file=file.name,
                other=twin,
            )
        return _read(desk, source, file, wish, today, step)
    except MoushiError as error:
        return _unreadable(source.name, source, error.message)
    except Exception as fault:  # a fault in one file, logged, does not take the others along
        message = say("{file}: {fault}", file=source.name, fault=logs.report_bug(fault))
        return _unreadable(source.name, source, message)


def _read(
    desk: Desk, source: Path | SourceFile, file: SourceFile, wish: Wish, today: date, step: Step
) -> Taken:
    kind = file_kind(file)
    proposal = propose_source(desk, file, wish, today, step)
    proposal = replace(proposal, findings=tuple(map(_on_the_page, proposal.findings)))
    text = _text_of(file, kind)
    with desk.snapshot() as snapshot:
        looking = SteppingSnapshot(snapshot, step)
        beside = {tie.id: tie for tie in ties_beside(proposal, looking)}
        context = {**beside, **context_of(proposal.edits, looking)}
    places = places_of(proposal, text)
    state = State.ERRORS if proposal.has_errors else State.OPEN if proposal.edits else State.SAME
    return Taken(
        name=file.name,
        state=state,
        source=source,
        kind=kind,
        wish=wish,
        base=proposal,
        review=Review(proposal),
        groups=groups(proposal, context, places, step),
        text=text,
        context=context,
        places=places,
    )


def _text_of(file: SourceFile, kind: FileKind) -> SourceText | None:
    """What the person brought, line by line: of a document its paragraphs, of a workbook nothing."""
    match kind:
        case FileKind.TEXT:
            return source_text(decode_text(file))
        case FileKind.WORD:
            from moushi.intake.docx_text import read_docx  # loads lxml

            printed = {paragraph.index: paragraph.printed for paragraph in read_docx(file).paragraphs}
            numbers = range(1, max(printed, default=0) + 1)
            return SourceText(tuple(printed.get(n, "").replace("\n", "\u2028") for n in numbers))
        case _:
            return None


_ACTIONS = {
    "If that is wrong, undo and take it in again with --year.": say(
        "If that is wrong, choose another year for this file above."
    ),
    "Name the federation with --federation, or rename it afterwards.": say(
        "Choose its federation for this file above."
    ),
    "Name the federation with --federation.": say("Choose its federation for this file above."),
    "If it is another's, name the federation with --federation.": say(
        "If it is another's, choose its federation for this file above."
    ),
    "If it is a plan of its own, take it in with another --year or --federation.": say(
        "If it is a plan of its own, choose another year or federation for this file above."
    ),
}
"""What the command line's person does by options, and the window's on the page."""


def _on_the_page(finding: Finding) -> Finding:
    action = _ACTIONS.get(finding.action.source)
    return replace(finding, action=action) if action else finding
