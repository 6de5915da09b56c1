"""A shelf: what a person may copy and adapt (layouts, return forms), in the store and as files beside it.

The store is the home of a person's own: they travel with its one file, with every backup, to another
computer. The folder `<store>-<shelf>` beside it has each as a TOML file that can be read, copied and changed
by hand; `exchange` brings the two into step. Which text both had last is noted in the folder, so that it
shows on which side something was changed: a changed file counts, a missing one is written again, a new one
is taken in; where the store's text is another one too, both are kept and the person is told. A file that
cannot be used is told and left alone.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from moushi.errors import Message, MoushiError, say
from moushi.output.atomic import write_atomically

if TYPE_CHECKING:
    from moushi.desk.desk import Desk

_NOTED = ".in-step.json"
_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f.\s]+')  # no file system takes these in a name
_MOST_NAME = 40
_MOST_TITLE = 40
_TITLE = re.compile(r"""^\s*title\s*=\s*["'](.+?)["']""", re.MULTILINE)


class Titled(Protocol):
    """What lies on a shelf has a title."""

    @property
    def title(self) -> str:
        """What a person calls it."""


T = TypeVar("T", bound=Titled)


@dataclass(frozen=True, slots=True)
class Held:
    """The text of a person's own, and the text that it began with."""

    text: str
    copied: str


@dataclass(slots=True)
class Shelved:
    """A person's own as store and folder have them together, and what has to be done about it."""

    held: dict[str, Held] = field(default_factory=dict)
    faults: dict[str, Message] = field(default_factory=dict)
    broken: dict[str, str] = field(default_factory=dict)  # names of faulty files to their titles
    missing: list[str] = field(default_factory=list)  # files to be written
    told: list[Message] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ShelfWords:
    """What is said of what lies on a shelf: sentences whose places are filled as they are needed."""

    rewritten: Message
    changed: Message
    both_kept: Message
    faulty: Message
    taken: Message
    stays: Message
    gone: Message
    too_large: Message
    read_only: Message
    unnamed: str


def _filled(sentence: Message, **values: object) -> Message:
    return Message(sentence.source, values)


def _refusal(sentence: Message, **values: object) -> MoushiError:
    return MoushiError(sentence.source, **values)


class Shelf(Generic[T]):
    """A shelf, by its key in the store, with which the folder's name ends too.

    `program` is the folder of the program's own, `parse` reads the text of a name (remembering what it has
    read, since pages ask often), and `fault_of` makes of its `MoushiError` the clause that says what is
    wrong.
    """

    def __init__(
        self,
        key: str,
        program: Callable[[], Path],
        parse: Callable[[str, str], T],
        fault_of: Callable[[MoushiError], Message],
        words: ShelfWords,
        most_bytes: int = 100_000,
    ) -> None:
        """Take what tells this shelf from others."""
        self.key, self.parse, self.words = key, parse, words
        self._program, self._fault_of, self._most_bytes = program, fault_of, most_bytes

    # -- the program's own -------------------------------------------------------------------------------

    @cached_property
    def shipped(self) -> Mapping[str, str]:
        """The program's own: their names in order, to their texts."""
        files = {path.stem: path for path in self._program().glob("*.toml")}
        return {name: files[name].read_text("utf-8") for name in sorted(files)}

    def is_shipped(self, name: str) -> bool:
        """Whether a name is that of one of the program's own."""
        return name.casefold() in self.shipped  # file systems of Windows do not tell Zhoushan from zhoushan

    # -- store and folder in step ------------------------------------------------------------------------

    def folder(self, store: Path) -> Path:
        """The folder of a store's person, beside the store; it may not exist."""
        return store.with_name(f"{store.stem}-{self.key}")

    def exchange(self, desk: Desk) -> tuple[Message, ...]:
        """Bring store and folder into step; returns what a person should know of it."""
        folder = self.folder(desk.path)
        if desk.read_only or not (folder.is_dir() or self.kept(desk)):
            return ()
        state = self.shelved(desk)
        try:
            if state.held != self.kept(desk):
                self.keep(desk, state.held)  # before a file gives way to the store's text
            for name in state.missing:
                write(folder, name, state.held[name].text)
            good = {name: hash_of(held.text) for name, held in state.held.items() if name not in state.faults}
            noted = noted_hashes(folder)
            now = {name: noted[name] for name in state.faults if name in noted} | good
            if now != noted:
                note_hashes(folder, now)
        except MoushiError as fault:
            return (*state.told, *state.faults.values(), fault.message)
        return (*state.told, *state.faults.values())

    def shelved(self, place: Desk | Path | None) -> Shelved:
        """What store and folder, or a folder alone, have together; nothing is written."""
        if place is None:
            return Shelved()
        if isinstance(place, Path):
            folder, state, noted = place, Shelved(), {}
        else:
            folder = self.folder(place.path)
            state, noted = Shelved(held=self.kept(place)), noted_hashes(folder)
        stored = dict(state.held)
        found = self.files_of(folder)
        for name, file in found.items():
            self._compare(state, noted.get(name), name, file)
        for name in stored.keys() - found.keys():
            state.missing.append(name)
            if name in noted:
                title = self.parse(stored[name].text, name).title
                state.told.append(_filled(self.words.rewritten, title=title))
        return state

    def _compare(self, state: Shelved, noted: str | None, name: str, file: Path) -> None:
        """Take one file into the state."""
        try:
            text = self._read(file)
            if self.is_shipped(name):
                raise MoushiError("{fault}", fault=_filled(self.words.taken, name=name))
            title = self.parse(text, name).title
        except MoushiError as fault:
            state.faults[name] = _filled(self.words.faulty, file=file.name, reason=self._fault_of(fault))
            state.broken[name] = self._title_in(file) or name
            return
        held = state.held.get(name)
        if held is None:
            state.held[name] = Held(text, text)
        elif held.text != text and noted == hash_of(held.text):
            state.held[name] = Held(text, held.copied)
            state.told.append(_filled(self.words.changed, title=title))
        elif held.text != text:
            self._keep_both(state, name, text, title)

    def _keep_both(self, state: Shelved, name: str, text: str, title: str) -> None:
        """Keep the store's text under its name, and the file's under another one."""
        other_title = f"{title[: _MOST_TITLE - 10]}（文件）"
        other = self.free_name(f"{name}-文件", {*state.held, *state.broken})
        other_text = with_title(text, other_title)
        state.missing.append(name)
        if any(held.text == other_text for held in state.held.values()):
            return  # kept apart once already
        state.held[other] = Held(other_text, other_text)
        state.missing.append(other)
        state.told.append(_filled(self.words.both_kept, title=title, other=other_title))

    def _stored(self, desk: Desk) -> dict[str, Any]:
        stored = desk.store.setting(self.key)
        return stored if isinstance(stored, dict) else {}

    def kept(self, desk: Desk) -> dict[str, Held]:
        """What the store holds, as far as it can be used: a newer program may have written it."""
        found: dict[str, Held] = {}
        for name, told in self._stored(desk).items():
            with suppress(MoushiError, KeyError, TypeError):
                held = Held(*(_required(told[part]) for part in ("text", "copied")))
                self.parse(held.text, name)
                found[name] = held
        return found

    def keep(self, desk: Desk, held: Mapping[str, Held]) -> None:
        """Keep these; what the store has that cannot be used now stays there."""
        usable = self.kept(desk)
        strange = {name: told for name, told in self._stored(desk).items() if name not in usable}
        desk.store.put_setting(self.key, (strange | {n: asdict(each) for n, each in held.items()}) or None)

    def files_of(self, place: Desk | Path) -> dict[str, Path]:
        """The files in the folder of a store, or in a folder, by their names."""
        folder = place if isinstance(place, Path) else self.folder(place.path)
        try:
            return {path.stem: path for path in sorted(folder.glob("*.toml")) if path.is_file()}
        except OSError:
            return {}

    def _read(self, file: Path) -> str:
        try:
            if file.stat().st_size > self._most_bytes:
                raise MoushiError("{reason}", reason=self.words.too_large)
            return file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        except UnicodeDecodeError as fault:
            raise MoushiError("{reason}", reason=say("it is not saved as UTF-8")) from fault
        except OSError as fault:
            raise MoushiError("{reason}", reason=fault.strerror or str(fault)) from fault

    def _title_in(self, file: Path) -> str:
        """The title in a file that cannot be read as a whole."""
        try:
            found = _TITLE.search(self._read(file))
        except MoushiError:
            return ""
        return found[1] if found else ""

    # -- changing ----------------------------------------------------------------------------------------

    def copy(self, desk: Desk, name: str, title: str) -> str:
        """Copy one under another title; returns the copy's name."""
        text = with_title(self.text(name, desk), title)
        own = self.free_name(title, {*self.shelved(desk).held, *self.files_of(desk)})
        self.save(desk, own, text)
        return own

    def text(self, name: str, place: Desk | Path | None = None) -> str:
        """The text of one; of one whose file is faulty the last text that was not."""
        if name in self.shipped:
            return self.shipped[name]
        return self.held(place, name).text

    def held(self, place: Desk | Path | None, name: str) -> Held:
        """One of the person's with the text that it began with; `MoushiError` when it is gone."""
        held = self.shelved(place).held.get(name)
        if held is None:
            raise _refusal(self.words.gone, name=name)
        return held

    def save(self, desk: Desk, name: str, text: str, copied: str | None = None) -> T:
        """Keep a text, in store and folder; `copied` is what it began with, where that is not known yet.

        `MoushiError` when it cannot be read, the name is one of the program's own, or nothing can be written.
        """
        if self.is_shipped(name):
            raise _refusal(self.words.stays, name=name)
        self.require_writing(desk)
        read = self.parse(text, name)
        kept = self.kept(desk)
        began = copied or (kept[name].copied if name in kept else text)
        folder = self.folder(desk.path)
        write(folder, name, text)  # the file first: what is only in the file counts as changed by hand
        self.keep(desk, {**kept, name: Held(text, began)})
        note_hashes(folder, {**noted_hashes(folder), name: hash_of(text)})
        return read

    def delete(self, desk: Desk, name: str) -> Held | None:
        """Delete one of the person's; returns what was deleted, to be saved again.

        A faulty file is put aside, and None returned where the store has no text of it.
        """
        self.require_writing(desk)
        kept, state = self.kept(desk), self.shelved(desk)
        held = state.held.get(name)
        folder = self.folder(desk.path)
        if held is None or name in state.faults:
            self.put_aside(desk, name)
        else:
            try:
                path_of(folder, name).unlink(missing_ok=True)
            except OSError as fault:
                raise untouchable(path_of(folder, name), fault) from fault
        self.keep(desk, {other: each for other, each in kept.items() if other != name})
        note_hashes(folder, {other: each for other, each in noted_hashes(folder).items() if other != name})
        return held

    def put_aside(self, desk: Desk, name: str) -> Path | None:
        """Rename a faulty file so that it counts no more; the last good text is written again."""
        self.require_writing(desk)
        folder = self.folder(desk.path)
        path = path_of(folder, name)
        if not path.exists():
            return None
        number, target = 1, path.with_name(f"{path.name}.bad")
        while target.exists():
            number += 1
            target = path.with_name(f"{path.name}.bad{number}")
        try:
            path.rename(target)
        except OSError as fault:
            raise untouchable(path, fault) from fault
        kept = self.kept(desk)
        if name in kept:
            write(folder, name, kept[name].text)
        return target

    def require_writing(self, desk: Desk) -> None:
        """Raise `MoushiError` where nothing may be changed."""
        if desk.read_only:
            raise _refusal(self.words.read_only)

    def free_name(self, title: str, taken: Iterable[str]) -> str:
        """A file's name made of a title, none of those nor one of the program's own."""
        bare = _UNFIT.sub("-", title).strip("-")[:_MOST_NAME].strip("-") or self.words.unnamed
        used = {name.casefold() for name in (*taken, *self.shipped)}
        number, name = 1, bare
        while name.casefold() in used:
            number += 1
            name = f"{bare}-{number}"
        return name


def with_title(text: str, title: str) -> str:
    """A text under another title; all else of it stays as it is."""
    from moushi.desk.layout_editing import with_values  # loads tomlkit

    return with_values(text, {"title": title})


def _required(text: object) -> str:
    if not isinstance(text, str):
        raise TypeError
    return text


def path_of(folder: Path, name: str) -> Path:
    """Where a file of that name lies."""
    return folder / f"{name}.toml"


def write(folder: Path, name: str, text: str) -> None:
    """Write a file; `MoushiError` when that cannot be."""
    try:
        folder.mkdir(exist_ok=True)
    except OSError as fault:
        raise untouchable(folder, fault) from fault
    write_atomically(path_of(folder, name), text.encode())


def untouchable(path: Path, fault: OSError) -> MoushiError:
    """What is said of a file or folder that cannot be changed."""
    return MoushiError(
        "{path} could not be changed: {reason}. Close it where it is open, and try again.",
        path=path,
        reason=fault.strerror or str(fault),
    )


def hash_of(text: str) -> str:
    """By what a text is known again."""
    return hashlib.sha256(text.encode()).hexdigest()


def noted_hashes(folder: Path) -> dict[str, str]:
    """Hashes of the texts that store and folder had last in step, by name."""
    try:
        noted = json.loads((folder / _NOTED).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(name): str(text) for name, text in noted.items()} if isinstance(noted, dict) else {}


def note_hashes(folder: Path, noted: Mapping[str, str]) -> None:
    """Note the texts that store and folder have in step now."""
    if folder.is_dir():
        write_atomically(folder / _NOTED, json.dumps(dict(noted), ensure_ascii=False, indent=1).encode())
