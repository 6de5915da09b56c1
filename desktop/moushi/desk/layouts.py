"""Layout presets: the program's own, and a person's, which are kept in the store and lie as files beside it.

The store is the home of a person's presets: they travel with its one file, with every backup, to another
computer. The folder `<store>-layouts` beside it has each as a TOML file that can be read, copied and changed
by hand; `exchange` brings the two into step. Which text both had last is noted in the folder, so that it
shows on which side something was changed: a changed file counts, a missing one is written again, a new one
is taken in; where the store's text is another one too, both are kept and the person is told. A file that is
no layout is told and left alone. A preset's name is its file's; articles know it by that name, so it stays;
a person calls it by its title.
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
    from moushi.domain.snapshot import Snapshot

MANUSCRIPT = "manuscript"
NEWSPAPER = "zhoushan"

_KEY = "layouts"
_NOTED = ".in-step.json"
_MOST_BYTES = 100_000  # a layout has two or three thousand
_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f.\s]+')  # no file system takes these in a name
_MOST_NAME = 40
_TITLE = re.compile(r"""^\s*title\s*=\s*["'](.+?)["']""", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Preset:
    """A preset as a person chooses it; `fault` is what is wrong with its file.

    A faulty preset can be set only if the store has an earlier text of it: `is_usable`.
    """

    name: str
    title: str
    own: bool
    fault: Message | None = None
    is_usable: bool = True


@dataclass(frozen=True, slots=True)
class Held:
    """The text of a person's preset, and the text that it began with."""

    text: str
    copied: str


@dataclass(slots=True)
class _State:
    """A person's presets as store and folder have them together, and what has to be done about it."""

    held: dict[str, Held] = field(default_factory=dict)
    faults: dict[str, Message] = field(default_factory=dict)
    broken: dict[str, str] = field(default_factory=dict)  # names of faulty files to their titles
    missing: list[str] = field(default_factory=list)  # files to be written
    told: list[Message] = field(default_factory=list)


# -- choosing and loading ----------------------------------------------------------------------------------


def layouts_folder(store: Path) -> Path:
    """The folder of the presets of a store's person, beside the store; it may not exist."""
    return store.with_name(f"{store.stem}-layouts")


def layouts(shelf: Desk | Path | None = None) -> tuple[Preset, ...]:
    """All presets: the program's own, then the person's, those with faults among them."""
    state = _state(shelf)
    shipped = [Preset(name, load_layout(name).title, own=False) for name in _shipped()]
    own = [
        Preset(
            name,
            _parsed(state.held[name].text, name).title if name in state.held else state.broken[name],
            own=True,
            fault=state.faults.get(name),
            is_usable=name in state.held,
        )
        for name in sorted({*state.held, *state.broken})
    ]
    return (*shipped, *own)


def layout_names(shelf: Desk | Path | None = None) -> tuple[str, ...]:
    """The names of all presets that can be set."""
    return (*_shipped(), *sorted(_state(shelf).held))


def load_layout(name: str, shelf: Desk | Path | None = None) -> Layout:
    """The preset of that name; `MoushiError` that lists them when there is none, or says what is wrong."""
    if name in _shipped():
        return _load_shipped(name)
    state = _state(shelf)
    if name in state.held:
        return _parsed(state.held[name].text, name)
    if name in state.faults:
        raise MoushiError("{fault}", fault=state.faults[name])
    raise MoushiError(
        "There is no layout “{name}”. Choose one of: {names}.",
        name=name,
        names="、".join((*_shipped(), *sorted(state.held))),
    )


def layout_or(name: str, usual: str, shelf: Desk | Path | None = None) -> tuple[Layout, Message | None]:
    """The preset that an article names, else the usual one; a warning where the named one is not there."""
    try:
        return load_layout(name or usual, shelf), None
    except MoushiError as fault:
        preset = load_layout(usual)
        warning = say("{fault} “{title}” is used instead.", fault=fault.message, title=preset.title)
        return preset, warning


def layout_text(name: str, shelf: Desk | Path | None = None) -> str:
    """The text of a preset's file; of one whose file is faulty the last one that was not."""
    if name in _shipped():
        return _shipped_text(name)
    held = _state(shelf).held.get(name)
    if held is None:
        raise MoushiError("There is no layout “{name}” any more.", name=name)
    return held.text


def held_layout(desk: Desk, name: str) -> Held:
    """A person's preset with the text that it began with."""
    held = _state(desk).held.get(name)
    if held is None:
        raise MoushiError("There is no layout “{name}” any more.", name=name)
    return held


def articles_with(snapshot: Snapshot, name: str) -> int:
    """How many articles, of whatever year, are set in a preset."""
    from moushi.domain.records import Article  # the command line composes without records

    return len(snapshot.where(Article, layout=name))


# -- changing ----------------------------------------------------------------------------------------------


def copy_layout(desk: Desk, name: str, title: str) -> str:
    """Copy a preset under another title; returns the copy's name."""
    from moushi.desk.layout_editing import with_values  # loads tomlkit

    text = with_values(layout_text(name, desk), {"title": title})
    own = _free_name(title, {*_shipped(), *_state(desk).held, *_files(desk)})
    save_layout(desk, own, text)
    return own


def rename_layout(desk: Desk, name: str, title: str) -> None:
    """Give a preset another title; its name, by which articles know it, stays."""
    from moushi.desk.layout_editing import with_values  # loads tomlkit

    save_layout(desk, name, with_values(held_layout(desk, name).text, {"title": title}))


def save_layout(desk: Desk, name: str, text: str, copied: str | None = None) -> Layout:
    """Keep a preset's text, in store and folder; `copied` is what it began with, where that is not known yet.

    `MoushiError` when the text is no layout, the name is one of the program's own, or nothing can be written.
    """
    if _is_shipped(name):
        raise MoushiError("“{name}” is a layout of the program and stays as it is. Copy it first.", name=name)
    _require_writing(desk)
    layout = parse_layout(text, name)
    kept = _kept(desk)
    began = copied or (kept[name].copied if name in kept else text)
    folder = layouts_folder(desk.path)
    _write(folder, name, text)  # the file first: what is only in the file counts as changed by hand
    _keep(desk, {**kept, name: Held(text, began)})
    _note(folder, {**_noted(folder), name: _hash(text)})
    return layout


def delete_layout(desk: Desk, name: str) -> Held | None:
    """Delete a preset of the person's; returns what was deleted, to be saved again, None of a faulty file.

    Articles that are set in it are set in the usual one from then on. A faulty file is put aside.
    """
    _require_writing(desk)
    kept = _kept(desk)
    held = _state(desk).held.get(name)
    folder = layouts_folder(desk.path)
    if held is None or name in _state(desk).faults:
        put_aside(desk, name)
    else:
        try:
            _path(folder, name).unlink(missing_ok=True)
        except OSError as fault:
            raise _untouchable(_path(folder, name), fault) from fault
    _keep(desk, {other: each for other, each in kept.items() if other != name})
    _note(folder, {other: each for other, each in _noted(folder).items() if other != name})
    return held


def put_aside(desk: Desk, name: str) -> Path | None:
    """Rename a faulty file so that it is no preset any more; the last good text is written again."""
    _require_writing(desk)
    folder = layouts_folder(desk.path)
    path = _path(folder, name)
    if not path.exists():
        return None
    number, target = 1, path.with_name(f"{path.name}.bad")
    while target.exists():
        number += 1
        target = path.with_name(f"{path.name}.bad{number}")
    try:
        path.rename(target)
    except OSError as fault:
        raise _untouchable(path, fault) from fault
    kept = _kept(desk)
    if name in kept:
        _write(folder, name, kept[name].text)
    return target


def exchange(desk: Desk) -> tuple[Message, ...]:
    """Bring store and folder into step; returns what a person should know of it."""
    folder = layouts_folder(desk.path)
    if desk.read_only or not (folder.is_dir() or _kept(desk)):
        return ()
    state = _state(desk)
    try:
        if state.held != _kept(desk):
            _keep(desk, state.held)  # before a file gives way to the store's text
        for name in state.missing:
            _write(folder, name, state.held[name].text)
        good = {name: _hash(held.text) for name, held in state.held.items() if name not in state.faults}
        noted = _noted(folder)
        now = {name: noted[name] for name in state.faults if name in noted} | good
        if now != noted:
            _note(folder, now)
    except MoushiError as fault:
        return (*state.told, *state.faults.values(), fault.message)
    return (*state.told, *state.faults.values())


# -- store and folder --------------------------------------------------------------------------------------


@cache
def _shipped() -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in (paths.resources() / "layouts").glob("*.toml")))


def _is_shipped(name: str) -> bool:
    return name.casefold() in _shipped()  # file systems of Windows do not tell Zhoushan from zhoushan


@cache
def _shipped_text(name: str) -> str:
    return (paths.resources() / "layouts" / f"{name}.toml").read_text("utf-8")


@cache
def _load_shipped(name: str) -> Layout:
    return parse_layout(_shipped_text(name), name)


@lru_cache(maxsize=64)  # the preview asks with each keystroke
def _parsed(text: str, name: str) -> Layout:
    return parse_layout(text, name)


def _state(shelf: Desk | Path | None) -> _State:
    """What store and folder have together; nothing is written."""
    if shelf is None:
        return _State()
    if isinstance(shelf, Path):
        folder, state, noted = shelf, _State(), {}
    else:
        folder = layouts_folder(shelf.path)
        state, noted = _State(held=_kept(shelf)), _noted(folder)
    stored = dict(state.held)
    found = _files(folder)
    for name, file in found.items():
        _compare(state, noted.get(name), name, file)
    for name in stored.keys() - found.keys():
        state.missing.append(name)
        if name in noted:
            state.told.append(
                say(
                    "The file of the layout “{title}” was not there any more and has been written again. "
                    "To be rid of a layout, delete it in the program.",
                    title=_parsed(stored[name].text, name).title,
                )
            )
    return state


def _compare(state: _State, noted: str | None, name: str, file: Path) -> None:
    """Take one file into the state."""
    try:
        text = _read(file)
        if _is_shipped(name):
            raise MoushiError(
                "“{name}” is the name of a layout of the program. Give the file another name.", name=name
            )
        layout = _parsed(text, name)
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
    elif held.text != text and noted == _hash(held.text):
        state.held[name] = Held(text, held.copied)
        state.told.append(
            say(
                "The layout “{title}” was changed in its file; it is used as it stands there.",
                title=layout.title,
            )
        )
    elif held.text != text:
        _keep_both(state, name, text, layout.title)


def _keep_both(state: _State, name: str, text: str, title: str) -> None:
    """Keep the store's text under its name, and the file's under another one."""
    from moushi.desk.layout_editing import with_values  # loads tomlkit

    other_title = f"{title[:50]}（文件）"
    other = _free_name(f"{name}-文件", {*_shipped(), *state.held, *state.broken})
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


def _kept(desk: Desk) -> dict[str, Held]:
    """What the store holds, as far as it can be used: a newer program may have written it."""
    found: dict[str, Held] = {}
    for name, told in _stored(desk).items():
        with suppress(MoushiError, KeyError, TypeError):
            held = Held(*(_required(told[part]) for part in ("text", "copied")))
            _parsed(held.text, name)
            found[name] = held
    return found


def _required(text: object) -> str:
    if not isinstance(text, str):
        raise TypeError
    return text


def _keep(desk: Desk, held: Mapping[str, Held]) -> None:
    """Keep these; what the store has of presets that cannot be used now stays there."""
    usable = _kept(desk)
    strange = {name: told for name, told in _stored(desk).items() if name not in usable}
    kept = strange | {name: asdict(each) for name, each in held.items()}
    desk.store.put_setting(_KEY, kept or None)


def _files(shelf: Desk | Path) -> dict[str, Path]:
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


def _path(folder: Path, name: str) -> Path:
    return folder / f"{name}.toml"


def _write(folder: Path, name: str, text: str) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except OSError as fault:
        raise _untouchable(folder, fault) from fault
    write_atomically(_path(folder, name), text.encode())


def _untouchable(path: Path, fault: OSError) -> MoushiError:
    return MoushiError(
        "{path} could not be changed: {reason}. Close it where it is open, and try again.",
        path=path,
        reason=fault.strerror or str(fault),
    )


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _noted(folder: Path) -> dict[str, str]:
    """Hashes of the texts that store and folder had last in step, by name."""
    try:
        noted = json.loads((folder / _NOTED).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(name): str(text) for name, text in noted.items()} if isinstance(noted, dict) else {}


def _note(folder: Path, noted: Mapping[str, str]) -> None:
    if folder.is_dir():
        write_atomically(folder / _NOTED, json.dumps(dict(noted), ensure_ascii=False, indent=1).encode())


def _require_writing(desk: Desk) -> None:
    if desk.read_only:
        raise MoushiError("This store is open for reading only, and layouts belong to it.")


def _free_name(title: str, taken: Iterable[str]) -> str:
    """A file's name made of a title."""
    bare = _UNFIT.sub("-", title).strip("-")[:_MOST_NAME].strip("-") or "layout"
    used = {name.casefold() for name in taken}
    number, name = 1, bare
    while name.casefold() in used:
        number += 1
        name = f"{bare}-{number}"
    return name
