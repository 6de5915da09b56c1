"""Reviewing what is taken in: files read one by one, edits taken or rejected, mends taken, then applied."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from pathlib import Path

from moushi.changes.mending import mended, ties_beside
from moushi.changes.model import Finding, Proposal
from moushi.changes.review import Review
from moushi.changes.undo import UndoReview
from moushi.desk import logs
from moushi.desk.desk import Desk
from moushi.desk.exporting import Written
from moushi.desk.marking import write_marked_copy
from moushi.desk.places import Places, SourceText, places_of, source_text
from moushi.desk.readings import Readings
from moushi.desk.review_context import context_of
from moushi.desk.review_groups import groups
from moushi.desk.stepping import Step, SteppingSnapshot, paced, unswept
from moushi.desk.taking_in import Wish, propose_kind
from moushi.desk.under_review import State, Taken
from moushi.errors import Message, MoushiError, reason_of, say
from moushi.intake.source import FileKind, SourceFile, UnreadableError, decode_text, file_kind, read_source

Report = Callable[[int, int], None]
"""Called with (files done, files in all), also while a long one is read; ends the work when it raises."""

ENDINGS = frozenset({".txt", ".docx", ".xlsx", ".xls", ".et", ".ods", ".csv"})
"""Endings of the files that are taken from a folder; a file that is named itself is told by its content."""


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
            found.append(_take_one(desk, source, wish, today, met, step, Readings()))
    report(len(listed), len(listed))
    return found


def take_again(
    desk: Desk, taken: Taken, wish: Wish, today: date, report: Report = lambda _done, _of: None
) -> Taken:
    """Read a thing anew with another wish or against the records of now; the choice of edits begins anew."""
    if taken.source is None:
        return taken
    step = paced(partial(report, 0, 0))
    return _take_one(desk, taken.source, wish, today, {}, step, taken.readings)


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


def mark(desk: Desk, taken: Taken, out: Path, now: datetime) -> Written:
    """Write the marked copy of a return under review; `MoushiError` as `write_marked_copy` says."""
    if taken.source is None:
        raise MoushiError("{file}: there is nothing that the chamber has to mend.", file=taken.name)
    source = taken.source if isinstance(taken.source, SourceFile) else read_source(taken.source)
    return write_marked_copy(desk, source, taken.findings, out, now=now)


def rejected(taken: Taken) -> Taken:
    """Put aside: nothing of it is applied."""
    return replace(taken, state=State.REJECTED)


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
    desk: Desk,
    source: Path | SourceFile,
    wish: Wish,
    today: date,
    met: dict[str, str],
    step: Step,
    readings: Readings,
) -> Taken:
    try:
        file = read_source(source) if isinstance(source, Path) else source
        twin = met.setdefault(file.sha256, file.name)
        if twin is not file.name:  # nothing to decide
            message = say(
                "{file}: the same content as {other}, under which it is shown. Once is enough.",
                file=file.name,
                other=twin,
            )
            return Taken(file.name, State.SAME, source, error=message)
        return _read(desk, source, file, wish, today, step, readings)
    except MoushiError as error:
        return _unreadable(source.name, source, error.message)
    except Exception as fault:  # a fault in one file, logged, does not take the others along
        message = say("{file}: {fault}", file=source.name, fault=logs.report_bug(fault))
        return _unreadable(source.name, source, message)


def _read(
    desk: Desk,
    source: Path | SourceFile,
    file: SourceFile,
    wish: Wish,
    today: date,
    step: Step,
    readings: Readings,
) -> Taken:
    kind = file_kind(file)
    with desk.snapshot() as snapshot:
        looking = SteppingSnapshot(snapshot, step)
        proposal = propose_kind(desk, file, kind, looking, wish, today, step, readings)
        proposal = replace(proposal, findings=tuple(map(_on_the_page, proposal.findings)))
        beside = {tie.id: tie for tie in ties_beside(proposal, looking)}
        mends = (edit for finding in proposal.findings for edit in finding.mend)
        context = {**beside, **context_of((*proposal.edits, *mends), looking)}
    text = _text_of(file, kind)
    places = places_of(proposal, text)
    return Taken(
        name=file.name,
        state=_state_of(proposal),
        source=source,
        kind=kind,
        wish=wish,
        base=proposal,
        review=Review(proposal),
        groups=groups(proposal, context, places, step),
        text=text,
        context=context,
        places=places,
        readings=readings,
    )


def _state_of(proposal: Proposal) -> State:
    """How a thing just read stands; a return with nothing but suggestions waits for the person, too."""
    if proposal.has_errors:
        return State.ERRORS
    suggests = proposal.returned is not None and any(finding.mend for finding in proposal.findings)
    return State.OPEN if proposal.edits or suggests else State.SAME


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
    "Name the period with --period, such as 2023-06.": say(
        "Write the period above a table, such as 2023年6月填报表, and take the file in again."
    ),
    "If the file is of that period all the same, name it with --period.": say(
        "If the file is of that period all the same, send the chamber a form of it, then take it in again."
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
