"""The covering note: what is written in a chat or a mail to which the chambers' forms are attached."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from moushi.desk.desk import Desk
from moushi.desk.office import contact_line, office
from moushi.domain.numbers import full_day
from moushi.domain.period import Period
from moushi.domain.return_book import COVER_SHEET
from moushi.domain.returns import FieldType, ReturnForm

_INDENT = "　　"


def covering_note(
    desk: Desk,
    period: Period,
    due_on: date,
    forms: Sequence[ReturnForm],
    *,
    chamber: str = "",
    sender: str = "",
    today: date,
) -> str:
    """The note to one chamber or, without its name, to all; in Chinese, as it is pasted.

    `sender` is the federation's name, which stands below where the office has no heading of its own.
    """
    from moushi.output.excel import return_words as words  # with openpyxl, which is slow to load

    who = office(desk)
    named = "、".join(form.title for form in forms)
    what = f"要填的有：{named}。上次的内容已经填好，有变化的直接改，没有变化的不用动；"
    paragraphs = [
        f"{chamber or '各商会'}：",
        f"{_INDENT}{words.title(str(period))}已经发出，请填好后于{words.due(due_on)}发回。",
        f"{_INDENT}{what}怎么填，看表里第一页“{COVER_SHEET}”。",
    ]
    fields = (field for form in forms for table in form.tables for field in table.fields)
    if any(field.type is FieldType.PHONE for field in fields):
        paragraphs.append(f"{_INDENT}{words.PERSONAL}")
    if whom := contact_line(who):
        paragraphs.append(f"{_INDENT}有不清楚的，请问：{whom}。")
    paragraphs += [name for name in (who.heading or sender, full_day(today)) if name]
    return "\n".join(paragraphs)
