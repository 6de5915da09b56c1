"""What is written to chambers whose returns are missing or to be mended: texts to paste into a chat.

They are Chinese whatever language the window speaks, like all that goes out to chambers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from moushi.desk.articles import period_words
from moushi.desk.office import Office
from moushi.desk.returns import MISSING, Board, Return
from moushi.domain.numbers import full_day
from moushi.domain.period import Period
from moushi.domain.returns import ReturnState

_NUMBERS = "一二三四五六七八九十"


def to_remind(board: Board, period: Period) -> tuple[Return, ...]:
    """The returns that are asked for once more: overdue ones, other missing ones, those to be mended."""
    wanted = (*MISSING, ReturnState.TO_MEND)
    found = [each for each in board.of(period) if each.state in wanted]
    return tuple(sorted(found, key=lambda each: (wanted.index(each.state), each.due_on or date.max)))


def reminder(returns: Sequence[Return], period: Period, office: Office) -> str:
    """One text for all these chambers; "" when nothing of theirs is missing or to be mended."""
    parts = list(_parts(returns))
    if not parts:
        return ""
    day = returns[0].day
    lines = ["各商会：", f"{period_words(period)}填报表还有下列各会要办，请抓紧。"]
    for place, (title, names) in enumerate(parts):
        number = _NUMBERS[place] if place < len(_NUMBERS) else str(place + 1)
        lines.append(f"{number}、{title}：" if len(parts) > 1 else f"{title}：")
        lines.append(f"　　{'、'.join(names)}。")
    lines.append(f"已经报送的请忽略。{_whom_to_ask(office)}")
    lines += _signed(office, day)
    return "\n".join(lines) + "\n"


def reminder_to(each: Return, office: Office) -> str:
    """A text for one chamber; "" when nothing of its return is missing or to be mended."""
    when, day = period_words(each.period), each.day
    match each.state:
        case ReturnState.OVERDUE if each.due_on:
            asked = (
                f"{when}填报表应于{_day(each.due_on, day)}前报送，已逾期{each.days_over}天，"
                "我们还没有收到。请尽快填好发回；已经报送的请忽略。"
            )
        case ReturnState.SENT:
            asked = f"{when}填报表我们还没有收到。请{_until(each)}填好发回；已经报送的请忽略。"
        case ReturnState.TO_MEND:
            asked = (
                f"{when}填报表已经收到，其中有{each.errors}处要改正，"
                f"改正件上标了颜色、写了说明。请只改这几处，{_until(each)}发回，其他内容不用重填。"
            )
        case _:
            return ""
    return (
        "\n".join([f"{each.chamber.name}：", f"{asked}{_whom_to_ask(office)}", *_signed(office, day)]) + "\n"
    )


def _parts(returns: Iterable[Return]) -> Iterator[tuple[str, list[str]]]:
    """What is asked for, each with the chambers: overdue and other missing ones by the day they are due."""
    held = sorted(returns, key=lambda each: each.due_on or date.max)
    for state in MISSING:
        for due, some in groupby([each for each in held if each.state is state], lambda each: each.due_on):
            group = list(some)
            names = [each.chamber.name for each in group]
            first = group[0]
            if state is ReturnState.OVERDUE and due:
                yield f"逾期未报（应于{_day(due, first.day)}前报送，已逾期{first.days_over}天）", names
            elif due:
                left = "今天截止" if due == first.day else f"还有{-first.days_over}天"
                yield f"尚未报送（请于{_day(due, first.day)}前报送，{left}）", names
            else:
                yield "尚未报送", names
    mending = [
        f"{each.chamber.name}（{each.errors}处）" for each in held if each.state is ReturnState.TO_MEND
    ]
    if mending:
        yield "已经报送，要按改正件改正后再报", mending


def _until(each: Return) -> str:
    if each.due_on is None or each.days_over > 0:
        return "尽快"
    return "今天内" if each.days_over == 0 else f"于{_day(each.due_on, each.day)}前"


def _day(day: date, seen_from: date) -> str:
    year = "" if day.year == seen_from.year else f"{day.year}年"
    return f"{year}{day.month}月{day.day}日"


def _whom_to_ask(office: Office) -> str:
    whom = f"{office.contact}（{office.phone}）" if office.contact and office.phone else ""
    whom = whom or office.contact or office.phone
    return f"有疑问请与{whom}联系。" if whom else "有疑问请与我们联系。"


def _signed(office: Office, day: date) -> list[str]:
    return [*filter(None, (office.heading,)), full_day(day)]
