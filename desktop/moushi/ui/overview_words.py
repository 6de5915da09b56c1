"""The overview in words: headings, what an empty list says, and the plots' bars, points and tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QLocale

from moushi.desk.overview import Overview
from moushi.desk.overview_states import DUE_DAY, MonthPoint, ThemeShare
from moushi.domain.kinds import ActivityKind, State
from moushi.domain.numbers import percent, shown_share
from moushi.domain.words import choice_word
from moushi.errors import Message, say
from moushi.ui.plot_bars import MonthBar, StateBar
from moushi.ui.plot_year import YearMonth
from moushi.ui.plots import Figures
from moushi.ui.words import Words

STATES = (
    *(State.DONE, State.AHEAD, State.ON_SCHEDULE, State.BEHIND, State.OVERDUE),
    *(State.UNREPORTED, State.NOT_STARTED, State.SUSPENDED, State.CANCELLED),
)
"""The states in the order in which they stand in bars, legends and tables."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a plot shows: its title, its table, what it says in all, and a line of explanation."""

    title: str
    figures: Figures
    summary: str
    note: str = ""


def month_name(month: int) -> str:
    """A month's short name."""
    return QLocale().standaloneMonthName(month, QLocale.FormatType.ShortFormat)


def state_name(words: Words, state: State) -> str:
    """A state's word as a heading."""
    text = words(choice_word(state))
    return text[:1].upper() + text[1:]


# -- headings and empty lists ------------------------------------------------------------------------------


def summary(view: Overview, words: Words) -> str:
    """The line over the page: the day, the month whose reports count, how many items there are."""
    day = say("{year}/{month}/{day}", year=view.day.year, month=view.day.month, day=view.day.day)
    if not view.items:
        return words(day)
    month = month_name(view.called.period.last)
    items, last = len(view.items), view.called.period.last
    share = percent(shown_share(Fraction(last, 12)))
    if view.called.is_due:
        told = say(
            "{day} · {items} items as of the end of {month} · schedule {share}",
            day=day,
            items=items,
            month=month,
            share=share,
        )
    else:
        told = say("{day} · {items} items · no month is to be reported yet", day=day, items=items)
    return words(told)


def no_plan(view: Overview) -> Message | None:
    """What to do where there is nothing to be late with; None where there is."""
    if view.items:
        return None
    if view.book.plans:
        return say(
            "The plan of {year} has no items yet. Enter them on the plan page; what is due, late or "
            "unreported then stands here.",
            year=view.year,
        )
    return say(
        "There is no plan for {year} yet. Enter one on the plan page, or drop the paper or the task table on "
        "the window to take it in. What is due, late or unreported then stands here.",
        year=view.year,
    )


def nothing_unreported(view: Overview) -> Message:
    """Why nothing is unreported."""
    if not view.called.is_due:
        return say("No month is to be reported yet: January is from the {day}th on.", day=DUE_DAY)
    return say("Everything under way is reported.")


def unreported_title(view: Overview) -> Message:
    """What the list of what is unreported is called."""
    if not view.called.is_due:
        return say("Unreported")
    return say("Unreported in {month}", month=month_name(view.called.period.last))


def nothing_of_register(view: Overview) -> Message:
    """Why no chamber is due for renewal."""
    register = view.register
    if not register.chambers and not register.townships:
        return say(
            "No chambers are entered yet. Enter them on the chambers page (Ctrl+3), or drop a list on the "
            "window to take it in."
        )
    if not register.townships:
        return say(
            "No chamber is due for renewal within a year. The townships are still to be entered on the "
            "chambers page (Ctrl+3): then it is seen which of them have none."
        )
    return say("No chamber is due for renewal within a year, and every township has one.")


# -- plots -------------------------------------------------------------------------------------------------


def theme_bars(view: Overview, words: Words) -> tuple[tuple[StateBar, ...], Told]:
    """A bar for all items and one for each theme."""
    bars = tuple(_theme_bar(share, words) for share in view.themes)
    met = [state for state in STATES if state in view.states]
    headers = [
        words(say("Theme")),
        words(say("Number of items")),
        *(state_name(words, state) for state in met),
    ]
    headers += [words(say("Mean completion")), words(say("Measures in it"))]
    rows = [
        (
            bar.name,
            str(share.items),
            *(str(share.states.get(state, 0)) for state in met),
            "" if share.completion.share is None else percent(share.completion.share),
            str(share.completion.of),
        )
        for bar, share in zip(bars, view.themes, strict=True)
    ]
    told = ""
    if view.themes:
        counted = " · ".join(f"{state_name(words, state)} {view.states[state]}" for state in met)
        told = words(say("{count} items: {states}", count=view.themes[0].items, states=counted))
    title = words(say("Progress by theme"))
    note = words(say("At the right: how many items, and the mean completion of their measures."))
    return bars, Told(title, Figures(tuple(headers), tuple(rows)), told, note)


def _theme_bar(share: ThemeShare, words: Words) -> StateBar:
    theme = share.theme
    name = words(say("All items"))
    if theme:
        name = theme.label or " ".join(theme.lead.split()).rstrip("。；，：") or words(say("(no label)"))
    if share.owner:
        name = f"{share.owner} {name}"
    behind = words(say("{count} items", count=share.items))
    if share.completion.share is not None:
        behind = words(
            say("{count} items · {share}", count=share.items, share=percent(share.completion.share))
        )
    states = tuple((state, share.states[state]) for state in STATES if state in share.states)
    return StateBar(name, states, behind)


def year_months(points: Sequence[MonthPoint], words: Words) -> tuple[tuple[YearMonth, ...], Told]:
    """The year's months with both shares."""
    months, rows = [], []
    for point in points:
        name, known = month_name(point.month), point.completion
        share = known.share if known else None
        scheduled = percent(point.scheduled)
        if share is None or known is None:
            told = say("{month}: schedule {scheduled}", month=name, scheduled=scheduled)
        else:
            told = say(
                "{month}: schedule {scheduled}, completed {share} (mean of {count} measures)",
                month=name,
                scheduled=scheduled,
                share=percent(share),
                count=known.of,
            )
        months.append(YearMonth(name, point.scheduled, share, words(told)))
        completed = "" if share is None else percent(share)
        rows.append((name, scheduled, completed, str(known.of) if known else ""))
    headers = (say("Month"), say("Schedule"), say("Mean completion"), say("Measures in it"))
    named = tuple(map(words, headers))
    last = [month.words for month in months if month.completed is not None]
    note = say("Mean completion of the measures that are to keep pace with the year or with milestones.")
    if not last:
        note = say("As soon as numbers are reported of measures, their completion stands here as a line.")
    title = words(say("The year: schedule and completion"))
    return tuple(months), Told(title, Figures(named, tuple(rows)), "".join(last[-1:]), words(note))


def ledger_bars(view: Overview, words: Words) -> tuple[tuple[MonthBar, ...], Told]:
    """The ledger's months with the kinds of their entries."""
    bars, rows = [], []
    kinds = list(view.ledger.kinds)
    for month, count in enumerate(view.ledger.months, 1):
        name, found = month_name(month), view.ledger.of_month(month)
        told = f"{name} · {_kinds(found, words)}" if found else words(say("{month}: nothing", month=name))
        bars.append(MonthBar(name, count, told))
        rows.append((name, str(count), *(str(found.get(kind, 0)) for kind in kinds)))
    headers = [words(say("Month")), words(say("Entries")), *(_heading(words(choice_word(k))) for k in kinds)]
    this = bars[view.day.month - 1]
    title = words(say("Ledger by month"))
    told, figures = this.words, Figures(tuple(headers), tuple(rows))
    if not kinds:
        empty = say(
            "The ledger of {year} has no entries yet. Enter them on the ledger page (Ctrl+5).", year=view.year
        )
        told = words(empty)
    return tuple(bars), Told(title, figures, told, told)


def _kinds(found: Mapping[ActivityKind, int], words: Words) -> str:
    return " · ".join(f"{_heading(words(choice_word(kind)))} {count}" for kind, count in found.items())


def _heading(text: str) -> str:
    return text[:1].upper() + text[1:]
