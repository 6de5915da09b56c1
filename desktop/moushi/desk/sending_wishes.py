"""What is remembered of sending forms out: which ones go, and by when they are asked back."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from contextlib import suppress
from datetime import date, timedelta

from moushi.desk.desk import Desk
from moushi.desk.form_shelf import forms_of
from moushi.domain.period import Period
from moushi.domain.returns import ReturnForm, usual_due

_CHOSEN, _DUE = "forms sent out", "returns due"
_AT_LEAST = timedelta(days=7)  # to fill in what is asked late


def chosen_forms(desk: Desk) -> tuple[ReturnForm, ...]:
    """The forms that go out: those that the person chose, else all.

    Where nothing was chosen, an own form takes the place of those that have a table of the same key.
    """
    forms = forms_of(desk)
    kept = desk.store.setting(_CHOSEN)
    if isinstance(kept, list) and (chosen := tuple(form for form in forms if form.name in kept)):
        return chosen
    taken: set[str] = set()
    found: list[ReturnForm] = []
    for form in reversed(forms):  # a person's own ones are the last
        keys = {table.key for table in form.tables}
        if not keys & taken:
            found.append(form)
        taken |= keys
    return tuple(reversed(found))


def choose_forms(desk: Desk, names: Iterable[str] | None) -> None:
    """Remember which forms go out from now on; None: all."""
    desk.store.put_setting(_CHOSEN, None if names is None else list(names))


def suggested_due(desk: Desk, period: Period, today: date) -> date:
    """The day by which a period's returns are asked: as last time, else as usual; never too soon."""
    due = usual_due(period)
    kept = desk.store.setting(_DUE)
    if isinstance(kept, dict):
        with suppress(KeyError, TypeError, ValueError, OverflowError):
            due = _months_later(period, int(kept["months"]), int(kept["day"]))
    return due if due >= today else today + _AT_LEAST


def keep_due(desk: Desk, period: Period, due_on: date) -> None:
    """Remember by when a period's returns are asked, for the next period."""
    months = (due_on.year - period.year) * 12 + due_on.month - period.last
    desk.store.put_setting(_DUE, {"months": months, "day": due_on.day})


def _months_later(period: Period, months: int, day: int) -> date:
    years, month = divmod(period.last - 1 + months, 12)
    year = period.year + years
    return date(year, month + 1, min(day, monthrange(year, month + 1)[1]))
