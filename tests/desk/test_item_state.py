"""How an item stands today, in the words of its form."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import factories as f
from moushi.desk import language
from moushi.desk.item_state import standings
from moushi.domain.kinds import ActivityKind, Colour, CountRule, MeasureSource, State, StateOverride
from moushi.domain.record import Record
from moushi.domain.snapshot import MemorySnapshot

OF = f.federation()
PLAN = f.plan(OF)
THEME = f.theme(PLAN)
CHINESE = language.translations("zh_CN")


def told(item: Record, *more: Record, today: date = date(2031, 6, 15), year: int = 2031) -> list[str]:
    snapshot = MemorySnapshot([OF, PLAN, THEME, item, *more])
    return [standing.words.render(CHINESE) for standing in standings(snapshot, item, year, today)]  # type: ignore[arg-type]


def test_an_item_of_which_nobody_reported_says_so() -> None:
    assert told(f.item(THEME)) == ["未报"]


def test_each_measure_is_told_by_name_with_the_share_that_is_done() -> None:
    item = f.item(THEME)
    visits = f.measure(item, "走访企业", target=Decimal(30), rank="1")
    fairs = f.measure(item, "展会", target=Decimal(2), rank="2")
    reports = (
        f.progress(visits, "2031-05", value=Decimal(15)),
        f.progress(visits, "2031-06", value=Decimal(6)),
        f.progress(fairs, "2031-06", value=Decimal(2)),
    )
    visited, shown = told(item, visits, fairs, *reports)
    assert visited.startswith("走访企业：")
    assert "70%" in visited
    assert shown.startswith("展会：已完成")
    assert "100%" in shown


def test_a_plan_of_a_past_year_stands_as_at_its_end_one_of_a_coming_year_as_at_its_beginning() -> None:
    item = f.item(THEME)
    measure = f.measure(item, target=Decimal(2))
    done = f.progress(measure, "2031-12", value=Decimal(2))
    snapshot = MemorySnapshot([OF, PLAN, THEME, item, measure, done])
    (after,) = standings(snapshot, item, 2031, date(2032, 2, 1))
    assert (after.state, after.rate) == (State.DONE, "100%")
    (within,) = standings(snapshot, item, 2031, date(2031, 11, 30))
    assert within.rate != "100%"
    (before,) = standings(snapshot, item, 2031, date(2030, 11, 1))
    assert before.rate != "100%"


def test_a_state_set_by_hand_is_the_one_that_is_told() -> None:
    override = next(iter(StateOverride))
    item = f.item(THEME, state_override=override)
    (standing,) = standings(MemorySnapshot([OF, PLAN, THEME, item]), item, 2031, date(2031, 6, 15))
    assert standing.state.name == override.name
    assert standing.measure == ""
    assert isinstance(standing.colour, Colour)


def test_a_measure_that_counts_itself_stands_by_what_the_ledger_holds() -> None:
    item = f.item(THEME)
    visits = f.measure(
        item,
        "走访",
        target=Decimal(4),
        source=MeasureSource.LEDGER,
        rule=CountRule.ACTIVITIES,
        activity_kind=ActivityKind.VISIT,
    )
    held = [f.activity(OF, held_on=date(2031, month, 2)) for month in (1, 3)]
    assert told(item, visits, *held) == ["走访：达序推进（50%）"]


def test_an_item_that_was_done_says_so_from_that_day_on() -> None:
    item = f.item(THEME, done_on=date(2031, 5, 1))
    assert told(item, today=date(2031, 6, 1)) == ["已完成（100%）"]
    assert told(item, today=date(2031, 4, 1)) == ["未报"]
