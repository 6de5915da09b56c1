"""Photos and papers of the ledger's entries: attached by a copy, opened as a copy, missed when gone."""

from __future__ import annotations

import re
import stat
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID, uuid4

from moushi.changes.model import Delete, Edit, Finding, Insert, Proposal, Severity, Source
from moushi.desk.desk import Desk
from moushi.desk.ledger import entry_title
from moushi.domain.records import Activity, Attachment
from moushi.domain.snapshot import Snapshot
from moushi.errors import Message, MoushiError, reason_of, say
from moushi.store import attachments as files
from moushi.store.attachments import Kept, Standing
from moushi.store.files import reading_from

MOST = 20 * 1024 * 1024
"""The most bytes of one attachment."""

PHOTOS = ("jpg", "jpeg", "png", "gif", "bmp", "webp", "heic", "tif", "tiff")
PAPERS = (
    *("pdf", "ofd", "doc", "docx", "wps", "rtf", "odt", "txt"),
    *("xls", "xlsx", "et", "csv", "ods", "ppt", "pptx", "dps", "odp"),
)
"""The endings of what can be attached: what a program shows, and nothing that is a program."""

Report = Callable[[int, int], None]
"""Called with (steps done, steps in all)."""

_LONGEST = 100  # characters of a name, without its ending
_RESERVED = re.compile(
    r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE
)  # no file of Windows' may be so called


@dataclass(frozen=True, slots=True)
class Attached:
    """An attachment, and whether its file is there."""

    record: Attachment
    standing: Standing


@dataclass(frozen=True, slots=True)
class Taken:
    """Files that were copied to the store's folder, and why others were not."""

    kept: tuple[tuple[str, Kept], ...] = ()
    refused: tuple[Message, ...] = ()

    @property
    def told(self) -> Message | None:
        """Why the first was refused, and the names of the others: one notice, however many there are."""
        if len(self.refused) < 2:
            return self.refused[0] if self.refused else None
        first, *others = self.refused
        names = "、".join(_name_in(each) for each in others)
        return say("{first} Not attached either: {names}.", first=first, names=names)


def _name_in(message: Message) -> str:
    """The name of the file that a message tells of."""
    return clean_name(Path(str(message.values.get("name") or message.values.get("path", ""))).name)


def copy_in(desk: Desk, paths: Sequence[Path], report: Report = lambda _done, _of: None) -> Taken:
    """Copy files to the store's folder, off the window's thread; no record names them yet.

    `report` hears how many are done; when it raises, what was copied goes again.
    """
    kept: list[tuple[str, Kept]] = []
    refused: list[Message] = []
    for count, path in enumerate(paths):
        try:
            report(count, len(paths))
        except BaseException:
            give_back(desk, Taken(tuple(kept)))
            raise
        try:
            _require_writable(desk)
            _require_kind(path)
            kept.append((clean_name(path.name), files.keep_file(desk.path, path, MOST)))
        except MoushiError as fault:
            refused.append(fault.message)
    return Taken(tuple(kept), tuple(refused))


def copy_in_bytes(desk: Desk, data: bytes, name: str) -> Taken:
    """As `copy_in`, of a picture that was pasted."""
    try:
        _require_writable(desk)
        return Taken(((name, files.keep_bytes(desk.path, data, MOST, name)),))
    except MoushiError as fault:
        return Taken((), (fault.message,))


def give_back(desk: Desk, taken: Taken) -> None:
    """Let go of files that were copied for nothing: the entry could not be changed."""
    files.give_back(desk.path, [kept for _, kept in taken.kept])


def _require_writable(desk: Desk) -> None:
    if desk.read_only:
        raise MoushiError("The store is open for reading only: nothing can be attached.")


def _require_kind(path: Path) -> None:
    if path.suffix.lower().lstrip(".") not in (*PHOTOS, *PAPERS) and not path.is_dir():
        raise MoushiError(
            "{name} cannot be attached: it is neither a photo nor a paper (PDF, Word, Excel, WPS, text). "
            "Save it as one of these.",
            name=clean_name(path.name),
        )


def clean_name(name: str) -> str:
    """A file's name as every computer can bear it: no path, no hidden or turning signs, not too long."""
    bare = "".join(c for c in unicodedata.normalize("NFC", name) if unicodedata.category(c)[0] != "C")
    bare = re.sub(r'[\\/:*?"<>|]+', "_", bare).strip().rstrip(". ")
    stem, dot, ending = bare.rpartition(".")
    if not dot:
        stem, ending = bare, ""
    stem = stem[:_LONGEST].rstrip(". ") or "_"
    cleaned = f"{stem}{dot}{ending[:10]}"
    return f"_{cleaned}" if _RESERVED.fullmatch(cleaned) else cleaned


def attaching(snapshot: Snapshot, entry: Activity, taken: Taken) -> Proposal | None:
    """The proposal by which files that were copied belong to an entry, which may not be in the store yet.

    None when it has them all already.
    """
    there = {each.sha256 for each in snapshot.where(Attachment, activity_id=entry.id)}
    new: dict[str, Attachment] = {}
    for name, kept in taken.kept:
        if kept.sha256 not in there:
            record = Attachment(
                id=uuid4(), activity_id=entry.id, name=name, sha256=kept.sha256, size=kept.size
            )
            new.setdefault(kept.sha256, record)
    if not new:
        return None
    edits: list[Edit] = [] if snapshot.get(Activity, entry.id) else [Insert(entry)]
    edits += map(Insert, new.values())
    names = "、".join(each.name for each in new.values())
    title = say("Attached to {entry}: {names}", entry=entry_title(entry), names=names)
    return Proposal(Source(""), title, tuple(edits))


def detaching(snapshot: Snapshot, ids: Iterable[UUID]) -> Proposal | None:
    """The proposal that takes attachments away; their files stay, since it can be taken back."""
    found = [each for held in ids if (each := snapshot.get(Attachment, held))]
    if not found:
        return None
    title = say("Attachments taken away: {names}", names="、".join(each.name for each in found))
    return Proposal(Source(""), title, tuple(map(Delete, found)))


def attached(desk: Desk, snapshot: Snapshot, entry: Activity) -> list[Attached]:
    """The attachments of an entry by name, and whether their files are there."""
    found = sorted(
        snapshot.where(Attachment, activity_id=entry.id), key=lambda each: (each.name, str(each.id))
    )
    return [Attached(each, files.standing(desk.path, each.sha256, each.size)) for each in found]


def copy_out(desk: Desk, attachment: Attachment, folder: Path) -> Path:
    """A copy of an attachment under its own name, for another program to open; it cannot be written.

    `MoushiError` when its file is missing, altered, or of a kind that is not opened.
    """
    name = clean_name(attachment.name)
    if name.rpartition(".")[2].lower() not in (*PHOTOS, *PAPERS):
        raise MoushiError("{name} is neither a photo nor a paper and is not opened.", name=name)
    match files.standing(desk.path, attachment.sha256, attachment.size, thorough=True):
        case Standing.MISSING:
            raise MoushiError(
                "The file of {name} is missing. Copy the folder {folder} from the computer where it was "
                "attached to beside this store, or attach it again.",
                name=name,
                folder=files.folder_of(desk.path).name,
            )
        case Standing.ALTERED:
            raise MoushiError(
                "The file of {name} is not as it was attached. Attach it again from where it came.", name=name
            )
    source = files.place_of(desk.path, attachment.sha256)
    with reading_from(source):
        data = source.read_bytes()
    target = folder / attachment.sha256[:12] / name
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if not target.exists() or target.read_bytes() != data:
            target.unlink(missing_ok=True)
            target.write_bytes(data)
            target.chmod(stat.S_IREAD)
    except OSError as fault:
        raise MoushiError(
            "{name} could not be opened: {reason}. Free some space and try again.",
            name=name,
            reason=reason_of(fault),
        ) from fault
    return target


def examine(desk: Desk) -> list[Finding]:
    """Attachments whose files are missing or altered; every file is read through."""
    with desk.snapshot() as snapshot:
        held = [(each, snapshot.get(Activity, each.activity_id)) for each in snapshot.where(Attachment)]
    return [
        _finding(desk, each, entry, how)
        for each, entry in held
        if (how := files.standing(desk.path, each.sha256, each.size, thorough=True)) is not Standing.WHOLE
    ]


def _finding(desk: Desk, each: Attachment, entry: Activity | None, how: Standing) -> Finding:
    told = (
        say("The attachment {name} of {entry} is missing.", name=each.name, entry=_of(entry))
        if how is Standing.MISSING
        else say("The attachment {name} of {entry} was altered.", name=each.name, entry=_of(entry))
    )
    action = say("Attach it again, or copy the folder of attachments from where the store came.")
    return Finding(Severity.WARNING, files.folder_of(desk.path).name, told, action)


def _of(entry: Activity | None) -> Message | str:
    return entry_title(entry) if entry else ""
