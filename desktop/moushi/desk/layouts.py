"""Layout presets as a person chooses and changes them: the program's own, and copies of them.

A preset's name is its file's; articles know it by that name, so it stays; a person calls it by its title.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from moushi.desk.layout_shelf import SHELF, load_shipped, parsed, shipped
from moushi.desk.shelf import Held, with_title
from moushi.errors import Message, MoushiError, say
from moushi.typeset.layout import Layout

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
    state = SHELF.shelved(shelf)
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
    return (*shipped(), *sorted(SHELF.shelved(shelf).held))


def load_layout(name: str, shelf: Desk | Path | None = None) -> Layout:
    """The preset of that name; `MoushiError` that lists them when there is none, or says what is wrong."""
    if name in shipped():
        return load_shipped(name)
    state = SHELF.shelved(shelf)
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
    return SHELF.text(name, shelf)


def held_layout(desk: Desk, name: str) -> Held:
    """A person's preset with the text that it began with."""
    return SHELF.held(desk, name)


def articles_with(snapshot: Snapshot, name: str) -> int:
    """How many articles, of whatever year, are set in a preset."""
    from moushi.domain.records import Article  # the command line composes without records

    return len(snapshot.where(Article, layout=name))


# -- changing ----------------------------------------------------------------------------------------------


def copy_layout(desk: Desk, name: str, title: str) -> str:
    """Copy a preset under another title; returns the copy's name."""
    return SHELF.copy(desk, name, title)


def rename_layout(desk: Desk, name: str, title: str) -> None:
    """Give a preset another title; its name, by which articles know it, stays."""
    save_layout(desk, name, with_title(held_layout(desk, name).text, title))


def save_layout(desk: Desk, name: str, text: str, copied: str | None = None) -> Layout:
    """Keep a preset's text, in store and folder; `copied` is what it began with, where that is not known yet.

    `MoushiError` when the text is no layout, the name is one of the program's own, or nothing can be written.
    """
    return SHELF.save(desk, name, text, copied)


def delete_layout(desk: Desk, name: str) -> Held | None:
    """Delete a preset of the person's; returns what was deleted, to be saved again, None of a faulty file.

    Articles that are set in it are set in the usual one from then on. A faulty file is put aside.
    """
    return SHELF.delete(desk, name)


def put_aside(desk: Desk, name: str) -> Path | None:
    """Rename a faulty file so that it is no preset any more; the last good text is written again."""
    return SHELF.put_aside(desk, name)
