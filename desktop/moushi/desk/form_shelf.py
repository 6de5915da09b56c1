"""Return forms as a person chooses and adapts them: the program's own, and copies in store and folder.

A form's name is its file's: returns are known by it, so it stays; a person calls the form by its title.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from moushi import paths
from moushi.desk.shelf import Held, Shelf, ShelfWords
from moushi.errors import Message, MoushiError, say

if TYPE_CHECKING:
    from moushi.desk.desk import Desk
    from moushi.domain.returns import ReturnForm

_WORDS = ShelfWords(
    rewritten=say(
        "The file of the form “{title}” was not there any more and has been written again. "
        "To be rid of a form, delete it in the program."
    ),
    changed=say("The form “{title}” was changed in its file; it is used as it stands there."),
    both_kept=say(
        "The form “{title}” is not the same in the store and in its file. Both are kept: the one of "
        "the file is called “{other}” now."
    ),
    faulty=say("The form's file {file} cannot be used: {reason}. Mend the file, or put it aside."),
    taken=say("“{name}” is the name of a form of the program. Give the file another name."),
    stays=say("“{name}” is a form of the program and stays as it is. Copy it first."),
    gone=say("There is no form “{name}” any more."),
    too_large=say("it is too large to be a form"),
    read_only=say("This store is open for reading only, and forms belong to it."),
    unnamed="form",
)
_ORDER = ("progress", "chamber", "members", "activities")


@lru_cache(maxsize=64)
def _parsed(text: str, name: str) -> ReturnForm:
    from moushi.domain.form_reading import parse_form  # the shelf is looked at with every start

    return parse_form(text, name)


def _fault_of(fault: MoushiError) -> Message:
    from moushi.domain.form_reading import FormError

    if isinstance(fault, FormError):
        if fault.key:
            return say(
                "line {line}, key {key}: {reason}", line=fault.line, key=fault.key, reason=fault.reason
            )
        return say("line {line}: {reason}", line=fault.line, reason=fault.reason)
    if "reason" in fault.message.values:
        return say("{reason}", reason=fault.message.values["reason"])
    return fault.message


SHELF = Shelf("forms", lambda: paths.forms() / "returns", _parsed, _fault_of, _WORDS)


@dataclass(frozen=True, slots=True)
class FormOnShelf:
    """A form as a person chooses it; `fault` is what is wrong with its file.

    `form` is None where the file is faulty and the store has no earlier text of it.
    """

    name: str
    title: str
    own: bool
    form: ReturnForm | None
    fault: Message | None = None


def shipped_forms() -> tuple[ReturnForm, ...]:
    """The program's own forms, in the order in which they stand in a workbook."""
    forms = [_parsed(text, name) for name, text in SHELF.shipped.items()]
    return tuple(sorted(forms, key=lambda form: _ORDER.index(form.name)))


def forms_of(desk: Desk) -> tuple[ReturnForm, ...]:
    """All forms that can be used: the program's own, then the person's."""
    return tuple(each.form for each in forms_on_shelf(desk) if each.form)


def forms_on_shelf(desk: Desk | Path | None) -> tuple[FormOnShelf, ...]:
    """All forms: the program's own, then the person's, those with faults among them."""
    given = [FormOnShelf(form.name, form.title, own=False, form=form) for form in shipped_forms()]
    state = SHELF.shelved(desk)
    own = []
    for name in sorted({*state.held, *state.broken}):
        form = _parsed(state.held[name].text, name) if name in state.held else None
        title = form.title if form else state.broken[name]
        own.append(FormOnShelf(name, title, own=True, form=form, fault=state.faults.get(name)))
    return (*given, *own)


def load_form(desk: Desk, name: str) -> ReturnForm:
    """The form of that name; `MoushiError` that lists them when there is none, or says what is wrong."""
    found = {each.name: each for each in forms_on_shelf(desk)}
    each = found.get(name)
    if each and each.form:
        return each.form
    if each and each.fault:
        raise MoushiError("{fault}", fault=each.fault)
    raise MoushiError(
        "There is no form “{name}”. Choose one of: {names}.",
        name=name,
        names="、".join(other for other, each in found.items() if each.form),
    )


def forms_folder(store: Path) -> Path:
    """The folder of the forms of a store's person, beside the store; it may not exist."""
    return SHELF.folder(store)


def exchange_forms(desk: Desk) -> tuple[Message, ...]:
    """Bring store and folder into step; returns what a person should know of it."""
    return SHELF.exchange(desk)


def copy_form(desk: Desk, name: str, title: str) -> str:
    """Copy a form under another title; returns the copy's name."""
    return SHELF.copy(desk, name, title)


def save_form(desk: Desk, name: str, text: str, copied: str | None = None) -> ReturnForm:
    """Keep a form's text, in store and folder; `FormError` when it has a fault."""
    return SHELF.save(desk, name, text, copied)


def delete_form(desk: Desk, name: str) -> Held | None:
    """Delete a form of the person's; returns what was deleted, to be saved again, None of a faulty file."""
    return SHELF.delete(desk, name)
