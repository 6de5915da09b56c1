"""Layout presets as a person chooses and changes them: the program's own, and copies of them.

A preset's name is its file's; articles know it by that name, so it stays; a person calls it by its title.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from moushi.desk.layout_shelf import (
    Held,
    files_of,
    free_name,
    hash_of,
    is_shipped,
    keep_layouts,
    kept_layouts,
    layouts_folder,
    load_shipped,
    note_hashes,
    noted_hashes,
    parsed,
    path_of,
    require_writing,
    shelved,
    shipped,
    shipped_text,
    untouchable,
    write_layout,
)
from moushi.errors import Message, MoushiError, say
from moushi.typeset.layout import Layout, parse_layout

if TYPE_CHECKING:
    from moushi.desk.desk import Desk
    from moushi.domain.snapshot import Snapshot

MANUSCRIPT = "manuscript"
NEWSPAPER = "zhoushan"


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


# -- choosing and loading ----------------------------------------------------------------------------------


def layouts(shelf: Desk | Path | None = None) -> tuple[Preset, ...]:
    """All presets: the program's own, then the person's, those with faults among them."""
    state = shelved(shelf)
    given = [Preset(name, load_layout(name).title, own=False) for name in shipped()]
    own = [
        Preset(
            name,
            parsed(state.held[name].text, name).title if name in state.held else state.broken[name],
            own=True,
            fault=state.faults.get(name),
            is_usable=name in state.held,
        )
        for name in sorted({*state.held, *state.broken})
    ]
    return (*given, *own)


def layout_names(shelf: Desk | Path | None = None) -> tuple[str, ...]:
    """The names of all presets that can be set."""
    return (*shipped(), *sorted(shelved(shelf).held))


def load_layout(name: str, shelf: Desk | Path | None = None) -> Layout:
    """The preset of that name; `MoushiError` that lists them when there is none, or says what is wrong."""
    if name in shipped():
        return load_shipped(name)
    state = shelved(shelf)
    if name in state.held:
        return parsed(state.held[name].text, name)
    if name in state.faults:
        raise MoushiError("{fault}", fault=state.faults[name])
    raise MoushiError(
        "There is no layout “{name}”. Choose one of: {names}.",
        name=name,
        names="、".join((*shipped(), *sorted(state.held))),
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
    if name in shipped():
        return shipped_text(name)
    held = shelved(shelf).held.get(name)
    if held is None:
        raise MoushiError("There is no layout “{name}” any more.", name=name)
    return held.text


def held_layout(desk: Desk, name: str) -> Held:
    """A person's preset with the text that it began with."""
    held = shelved(desk).held.get(name)
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
    own = free_name(title, {*shipped(), *shelved(desk).held, *files_of(desk)})
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
    if is_shipped(name):
        raise MoushiError("“{name}” is a layout of the program and stays as it is. Copy it first.", name=name)
    require_writing(desk)
    layout = parse_layout(text, name)
    kept = kept_layouts(desk)
    began = copied or (kept[name].copied if name in kept else text)
    folder = layouts_folder(desk.path)
    write_layout(folder, name, text)  # the file first: what is only in the file counts as changed by hand
    keep_layouts(desk, {**kept, name: Held(text, began)})
    note_hashes(folder, {**noted_hashes(folder), name: hash_of(text)})
    return layout


def delete_layout(desk: Desk, name: str) -> Held | None:
    """Delete a preset of the person's; returns what was deleted, to be saved again, None of a faulty file.

    Articles that are set in it are set in the usual one from then on. A faulty file is put aside.
    """
    require_writing(desk)
    kept = kept_layouts(desk)
    held = shelved(desk).held.get(name)
    folder = layouts_folder(desk.path)
    if held is None or name in shelved(desk).faults:
        put_aside(desk, name)
    else:
        try:
            path_of(folder, name).unlink(missing_ok=True)
        except OSError as fault:
            raise untouchable(path_of(folder, name), fault) from fault
    keep_layouts(desk, {other: each for other, each in kept.items() if other != name})
    note_hashes(folder, {other: each for other, each in noted_hashes(folder).items() if other != name})
    return held


def put_aside(desk: Desk, name: str) -> Path | None:
    """Rename a faulty file so that it is no preset any more; the last good text is written again."""
    require_writing(desk)
    folder = layouts_folder(desk.path)
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
    kept = kept_layouts(desk)
    if name in kept:
        write_layout(folder, name, kept[name].text)
    return target
