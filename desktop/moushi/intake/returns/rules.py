"""What a cell of a return means, by three values: as it was sent, as it came back, as it is held by now."""

from __future__ import annotations

from collections.abc import Collection
from enum import Enum

from moushi.domain.record import Scalar
from moushi.intake.list_draft import alike


class Base(Enum):
    """That it is not known what a form was sent with."""

    UNKNOWN = "unknown"


class Verdict(Enum):
    """What follows from a cell."""

    NOTHING = "nothing"
    EDIT = "edit"
    UNSURE = "unsure"  # an edit, but what was sent is not known
    CONFLICT = "conflict"  # the records have another value by now than the chamber saw
    EMPTIED = "emptied"  # a value that was there is gone
    BACK = "back"  # as it was sent, but an earlier file of the same return has changed it


def is_empty(value: Scalar) -> bool:
    """Whether a value says nothing; 0 says something, that something is not so does not."""
    return value is None or value is False or value == ""


def same(name: str, one: Scalar, other: Scalar) -> bool:
    """Whether two values of a field say the same: width and blanks of texts do not matter."""
    if is_empty(one) or is_empty(other):
        return is_empty(one) and is_empty(other)
    return alike(name, one, other)


def verdict(
    name: str, sent: Scalar | Base, returned: Scalar, held: Scalar, brought: Collection[Scalar] = ()
) -> Verdict:
    """What follows from a cell of the field `name`.

    `brought` are the values that earlier files of the same return have put there: what is held since then is
    the chamber's own word, which it may change.
    """
    if same(name, returned, held):
        return Verdict.NOTHING
    is_own = any(same(name, value, held) for value in brought)
    if sent is Base.UNKNOWN:
        if is_empty(returned):
            return Verdict.EMPTIED
        return Verdict.EDIT if is_own or is_empty(held) else Verdict.UNSURE
    if same(name, returned, sent):
        return Verdict.BACK if is_own else Verdict.NOTHING
    if is_empty(returned):
        return Verdict.EMPTIED
    return Verdict.EDIT if is_own or same(name, held, sent) else Verdict.CONFLICT
