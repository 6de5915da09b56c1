"""A person's layout presets in the store and, as files, beside it; the program's own among them.

The store is the home of a person's presets: they travel with its one file, with every backup, to another
computer. The folder `<store>-layouts` beside it has each as a TOML file that can be read, copied and changed
by hand; `exchange` brings the two into step. Which text both had last is noted in the folder, so that it
shows on which side something was changed: a changed file counts, a missing one is written again, a new one
is taken in; where the store's text is another one too, both are kept and the person is told. A file that is
no layout is told and left alone.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from moushi import paths
from moushi.errors import Message, MoushiError, say
from moushi.output.atomic import write_atomically
from moushi.typeset.layout import Layout, LayoutError, parse_layout

if TYPE_CHECKING:
    from moushi.desk.desk import Desk

_KEY = "layouts"
_NOTED = ".in-step.json"
_MOST_BYTES = 100_000  # a layout has two or three thousand
_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f.\s]+')  # no file system takes these in a name
_MOST_NAME = 40
_TITLE = re.compile(r"""^\s*title\s*=\s*["'](.+?)["']""", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Held:
    """The text of a person's preset, and the text that it began with."""

    text: str
    copied: str


@dataclass(slots=True)
class Shelved:
    """A person's presets as store and folder have them together, and what has to be done about it."""

    held: dict[str, Held] = field(default_factory=dict)
    faults: dict[str, Message] = field(default_factory=dict)
    broken: dict[str, str] = field(default_factory=dict)  # names of faulty files to their titles
    missing: list[str] = field(default_factory=list)  # files to be written
    told: list[Message] = field(default_factory=list)


def layouts_folder(store: Path) -> Path:
    """The folder of the presets of a store's person, beside the store; it may not exist."""
    return store.with_name(f"{store.stem}-layouts")


def exchange(desk: Desk) -> tuple[Message, ...]:
    """Bring store and folder into step; returns what a person should know of it."""
    folder = layouts_folder(desk.path)
    if desk.read_only or not (folder.is_dir() or kept_layouts(desk)):
        return ()
    state = shelved(desk)
    try:
        if state.held != kept_layouts(desk):
            keep_layouts(desk, state.held)  # before a file gives way to the store's text
        for name in state.missing:
            write_layout(folder, name, state.held[name].text)
        good = {name: hash_of(held.text) for name, held in state.held.items() if name not in state.faults}
        noted = noted_hashes(folder)
        now = {name: noted[name] for name in state.faults if name in noted} | good
        if now != noted:
            note_hashes(folder, now)
    except MoushiError as fault:
        return (*state.told, *state.faults.values(), fault.message)
    return (*state.told, *state.faults.values())


@cache
def shipped() -> tuple[str, ...]:
    """The names of the program's own presets."""
    return tuple(sorted(path.stem for path in (paths.resources() / "layouts").glob("*.toml")))


def is_shipped(name: str) -> bool:
    """Whether a name is that of a preset of the program."""
    return name.casefold() in shipped()  # file systems of Windows do not tell Zhoushan from zhoushan


@cache
def shipped_text(name: str) -> str:
    """The text of a preset of the program."""
    return (paths.resources() / "layouts" / f"{name}.toml").read_text("utf-8")


@cache
def load_shipped(name: str) -> Layout:
    """A preset of the program."""
    return parse_layout(shipped_text(name), name)


@lru_cache(maxsize=64)  # the preview asks with each keystroke
def parsed(text: str, name: str) -> Layout:
    """A preset by its text; `LayoutError` when the text is none."""
    return parse_layout(text, name)


def shelved(shelf: Desk | Path | None) -> Shelved:
    """What store and folder have together; nothing is written."""
    if shelf is None:
        return Shelved()
    if isinstance(shelf, Path):
        folder, state, noted = shelf, Shelved(), {}
    else:
        folder = layouts_folder(shelf.path)
        state, noted = Shelved(held=kept_layouts(shelf)), noted_hashes(folder)
    stored = dict(state.held)
    found = files_of(folder)
    for name, file in found.items():
        _compare(state, noted.get(name), name, file)
    for name in stored.keys() - found.keys():
        state.missing.append(name)
        if name in noted:
            state.told.append(
                say(
                    "The file of the layout “{title}” was not there any more and has been written again. "
                    "To be rid of a layout, delete it in the program.",
                    title=parsed(stored[name].text, name).title,
                )
            )
    return state


def _compare(state: Shelved, noted: str | None, name: str, file: Path) -> None:
    """Take one file into the state."""
    try:
        text = _read(file)
        if is_shipped(name):
            raise MoushiError(
                "“{name}” is the name of a layout of the program. Give the file another name.", name=name
            )
        layout = parsed(text, name)
    except MoushiError as fault:
        reason: Message = fault.message
        if isinstance(fault, LayoutError):
            reason = say("key {key}: {reason}", key=fault.key, reason=fault.reason)
        elif "reason" in reason.values:
            reason = say("{reason}", reason=reason.values["reason"])
        state.faults[name] = say(
            "The layout file {file} cannot be used: {reason}. Mend the file, or put it aside.",
            file=file.name,
            reason=reason,
        )
        state.broken[name] = _title_in(file) or name
        return
    held = state.held.get(name)
    if held is None:
        state.held[name] = Held(text, text)
    elif held.text != text and noted == hash_of(held.text):
        state.held[name] = Held(text, held.copied)
        state.told.append(
            say(
                "The layout “{title}” was changed in its file; it is used as it stands there.",
                title=layout.title,
            )
        )
    elif held.text != text:
        _keep_both(state, name, text, layout.title)


def _keep_both(state: Shelved, name: str, text: str, title: str) -> None:
    """Keep the store's text under its name, and the file's under another one."""
    from moushi.desk.layout_editing import with_values  # loads tomlkit

    other_title = f"{title[:50]}（文件）"
    other = free_name(f"{name}-文件", {*shipped(), *state.held, *state.broken})
    other_text = with_values(text, {"title": other_title})
    state.missing.append(name)
    if any(held.text == other_text for held in state.held.values()):
        return  # kept apart once already
    state.held[other] = Held(other_text, other_text)
    state.missing.append(other)
    state.told.append(
        say(
            "The layout “{title}” is not the same in the store and in its file. Both are kept: the one of "
            "the file is called “{other}” now.",
            title=title,
            other=other_title,
        )
    )


def _stored(desk: Desk) -> dict[str, Any]:
    stored = desk.store.setting(_KEY)
    return stored if isinstance(stored, dict) else {}


def kept_layouts(desk: Desk) -> dict[str, Held]:
    """What the store holds, as far as it can be used: a newer program may have written it."""
    found: dict[str, Held] = {}
    for name, told in _stored(desk).items():
        with suppress(MoushiError, KeyError, TypeError):
            held = Held(*(_required(told[part]) for part in ("text", "copied")))
            parsed(held.text, name)
            found[name] = held
    return found


def _required(text: object) -> str:
    if not isinstance(text, str):
        raise TypeError
    return text


def keep_layouts(desk: Desk, held: Mapping[str, Held]) -> None:
    """Keep these; what the store has of presets that cannot be used now stays there."""
    usable = kept_layouts(desk)
    strange = {name: told for name, told in _stored(desk).items() if name not in usable}
    kept = strange | {name: asdict(each) for name, each in held.items()}
    desk.store.put_setting(_KEY, kept or None)


def files_of(shelf: Desk | Path) -> dict[str, Path]:
    """The files in the folder of a store, or in a folder, by the presets' names."""
    folder = shelf if isinstance(shelf, Path) else layouts_folder(shelf.path)
    try:
        return {path.stem: path for path in sorted(folder.glob("*.toml")) if path.is_file()}
    except OSError:
        return {}


def _read(file: Path) -> str:
    try:
        if file.stat().st_size > _MOST_BYTES:
            raise MoushiError("{reason}", reason=say("it is too large to be a layout"))
        return file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as fault:
        raise MoushiError("{reason}", reason=say("it is not saved as UTF-8")) from fault
    except OSError as fault:
        raise MoushiError("{reason}", reason=fault.strerror or str(fault)) from fault


def _title_in(file: Path) -> str:
    """The title in a file that cannot be read as a whole."""
    try:
        found = _TITLE.search(_read(file))
    except MoushiError:
        return ""
    return found[1] if found else ""


def path_of(folder: Path, name: str) -> Path:
    """Where a preset's file lies."""
    return folder / f"{name}.toml"


def write_layout(folder: Path, name: str, text: str) -> None:
    """Write a preset's file; `MoushiError` when that cannot be."""
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
    """By what a preset's text is known again."""
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


def require_writing(desk: Desk) -> None:
    """Raise `MoushiError` where nothing may be changed."""
    if desk.read_only:
        raise MoushiError("This store is open for reading only, and layouts belong to it.")


def free_name(title: str, taken: Iterable[str]) -> str:
    """A file's name made of a title."""
    bare = _UNFIT.sub("-", title).strip("-")[:_MOST_NAME].strip("-") or "layout"
    used = {name.casefold() for name in taken}
    number, name = 1, bare
    while name.casefold() in used:
        number += 1
        name = f"{bare}-{number}"
    return name
