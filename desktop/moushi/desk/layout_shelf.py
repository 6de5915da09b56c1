"""A person's layout presets in the store and, as files, beside it; the program's own among them."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from moushi import paths
from moushi.desk.shelf import Shelf, ShelfWords
from moushi.errors import Message, MoushiError, say

if TYPE_CHECKING:
    from moushi.desk.desk import Desk
    from moushi.typeset.layout import Layout

_WORDS = ShelfWords(
    rewritten=say(
        "The file of the layout “{title}” was not there any more and has been written again. "
        "To be rid of a layout, delete it in the program."
    ),
    changed=say("The layout “{title}” was changed in its file; it is used as it stands there."),
    both_kept=say(
        "The layout “{title}” is not the same in the store and in its file. Both are kept: the one of "
        "the file is called “{other}” now."
    ),
    faulty=say("The layout file {file} cannot be used: {reason}. Mend the file, or put it aside."),
    taken=say("“{name}” is the name of a layout of the program. Give the file another name."),
    stays=say("“{name}” is a layout of the program and stays as it is. Copy it first."),
    gone=say("There is no layout “{name}” any more."),
    too_large=say("it is too large to be a layout"),
    read_only=say("This store is open for reading only, and layouts belong to it."),
    unnamed="layout",
)


@lru_cache(maxsize=64)  # the preview asks with each keystroke
def parsed(text: str, name: str) -> Layout:
    """A preset by its text; `LayoutError` when the text is none."""
    from moushi.typeset.layout import parse_layout  # the shelf is looked at with every start

    return parse_layout(text, name)


def _fault_of(fault: MoushiError) -> Message:
    from moushi.typeset.layout import LayoutError

    if isinstance(fault, LayoutError):
        return say("key {key}: {reason}", key=fault.key, reason=fault.reason)
    if "reason" in fault.message.values:
        return say("{reason}", reason=fault.message.values["reason"])
    return fault.message


SHELF = Shelf("layouts", lambda: paths.resources() / "layouts", parsed, _fault_of, _WORDS)


def layouts_folder(store: Path) -> Path:
    """The folder of the presets of a store's person, beside the store; it may not exist."""
    return SHELF.folder(store)


def exchange(desk: Desk) -> tuple[Message, ...]:
    """Bring store and folder into step; returns what a person should know of it."""
    return SHELF.exchange(desk)


def shipped() -> tuple[str, ...]:
    """The names of the program's own presets."""
    return tuple(SHELF.shipped)


@cache
def load_shipped(name: str) -> Layout:
    """A preset of the program."""
    return parsed(SHELF.shipped[name], name)
