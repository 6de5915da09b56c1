"""The members page over 100,000 members: show, reach the end, sort, filter, search."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from statistics import median
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from bench.conftest import Budgets, Painted, nearly_worst
from bench.large_county import MEMBERS
from moushi.desk.finding import HOLDERS, find_records
from moushi.domain.records import Member
from moushi.store import pinyin
from moushi.ui.members_page import MembersPage
from moushi.ui.window import MainWindow

pytestmark = pytest.mark.bench

LIMIT = 0.1
SEARCH_LIMIT = 0.05
SEARCHES = 200
_ROUNDS = 5
_NO_KEYS = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def page(window: MainWindow) -> MembersPage:
    shown = window.show_page("members")
    assert isinstance(shown, MembersPage)
    shown.ui.search.clear()
    shown.list.search_now()
    QApplication.processEvents()
    assert shown.model.rowCount() == MEMBERS
    return shown


@pytest.fixture
def painted(page: MembersPage) -> Iterator[Painted]:
    counter = Painted(page.ui.table.viewport())
    yield counter
    page.ui.table.viewport().removeEventFilter(counter)


def test_show(
    benchmark: Any, budgets: Budgets, window: MainWindow, page: MembersPage, painted: Painted
) -> None:
    def elsewhere() -> None:
        window.show_page("plan")
        page._stale = True  # as after a change
        forget(page)
        QApplication.processEvents()

    benchmark.pedantic(
        lambda: painted.after(lambda: window.show_page("members")), setup=elsewhere, rounds=_ROUNDS
    )
    budgets.within(f"{MEMBERS:,} members: show", benchmark.stats.stats.median, LIMIT)


def test_reach_the_end(benchmark: Any, budgets: Budgets, page: MembersPage, painted: Painted) -> None:
    table, model = page.ui.table, page.model
    table.setFocus()

    def at_the_top() -> None:
        page.list.reload()  # forgets the rows that were read
        model.complete()  # which a moment after showing it does by itself
        painted.after(lambda: QTest.keyClick(table, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier))

    def to_the_end() -> None:
        painted.after(lambda: QTest.keyClick(table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier))

    at_the_top(), to_the_end()  # the form is laid out for its first member
    benchmark.pedantic(to_the_end, setup=at_the_top, rounds=_ROUNDS)
    assert table.currentIndex().row() == MEMBERS - 1
    assert table.visualRect(model.index(MEMBERS - 1, 0)).bottom() <= table.viewport().height()
    budgets.within(f"{MEMBERS:,} members: reach the end", benchmark.stats.stats.median, LIMIT)


def test_sort(benchmark: Any, budgets: Budgets, page: MembersPage, painted: Painted) -> None:
    columns = [n for n, column in enumerate(page.model.columns) if column.order]
    header = page.ui.table.horizontalHeader()

    def click(column: int) -> None:
        at = QPoint(header.sectionViewportPosition(column) + header.sectionSize(column) // 2, 8)
        painted.after(lambda: QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, _NO_KEYS, at))

    def bring_in(column: int) -> None:
        forget(page)
        page.ui.table.scrollTo(page.model.index(0, column))
        QApplication.processEvents()

    clicks = [column for column in columns for _ in range(2 * _ROUNDS)]
    times = each(benchmark, clicks, click, bring_in)
    slowest = max(columns, key=lambda column: median(times[column]))
    name = page.words(page.model.columns[slowest].text)
    budgets.within(
        f"{MEMBERS:,} members: sort by {len(columns)} columns",
        median(times[slowest]),
        LIMIT,
        f"the slowest, {name}",
    )
    page.list.sort_by(0)


def test_rest_of_the_list(benchmark: Any, budgets: Budgets, page: MembersPage) -> None:
    """What is sorted after the first rows are painted: a moment in which the window does not answer."""
    columns = [n for n, column in enumerate(page.model.columns) if column.order]

    def begun(column: int) -> None:
        forget(page)
        page.model.sorted_by = (column, False)
        page.model.reload()

    times = each(
        benchmark, [n for n in columns for _ in range(_ROUNDS)], lambda _: page.model.complete(), begun
    )
    slowest = max(columns, key=lambda column: median(times[column]))
    name = page.words(page.model.columns[slowest].text)
    told = f"{MEMBERS:,} members: the rest, after the first rows"
    budgets.within(told, median(times[slowest]), LIMIT, f"the slowest, {name}")
    page.model.sorted_by = (0, False)
    page.list.reload()


def test_filter(benchmark: Any, budgets: Budgets, page: MembersPage, painted: Painted) -> None:
    ui = page.ui
    boxes = {"township": ui.township, "kind": ui.kind, "chamber": ui.chamber, "standing": ui.standing}
    key = {True: Qt.Key.Key_Down, False: Qt.Key.Key_Up}

    def turn(name: str) -> None:
        box: QComboBox = boxes[name]
        painted.after(lambda: QTest.keyClick(box, key[box.currentIndex() == 0]))

    turns = [name for name in boxes for _ in range(2 * _ROUNDS)]

    def at_hand(name: str) -> None:
        forget(page)
        boxes[name].setFocus()

    times = each(benchmark, turns, turn, at_hand)
    assert page.model.rowCount() == MEMBERS
    slowest = max(boxes, key=lambda name: median(times[name]))
    budgets.within(
        f"{MEMBERS:,} members: filter by {len(boxes)} choices",
        median(times[slowest]),
        LIMIT,
        f"the slowest, {slowest}",
    )


def initials(word: str) -> str:
    """A word as the first letters of its syllables."""
    return "".join(pinyin.readings(char)[0][0] for char in word)


def full(word: str) -> str:
    """A word as it is read, as far as one types before looking at the list."""
    return "".join(pinyin.readings(char)[0] for char in word)[:6]


SPELLINGS: dict[str, Callable[[str], str]] = {
    "1–4 characters": str,
    "1–4 initials": initials,
    "pinyin up to 6 letters": full,
}


@pytest.mark.parametrize(("what", "spelled"), SPELLINGS.items(), ids=["characters", "initials", "pinyin"])
def test_search(
    benchmark: Any,
    budgets: Budgets,
    page: MembersPage,
    painted: Painted,
    what: str,
    spelled: Callable[[str], str],
) -> None:
    words = iter([spelled(word) for word in sought(page)])

    def typed() -> None:
        page.ui.search.clear()
        for sign in next(words):
            QTest.sendKeyEvent(QTest.KeyAction.Click, page.ui.search, Qt.Key.Key_unknown, sign, _NO_KEYS)

    def searched() -> None:  # the rest after the last key, which is meant, is not waited for
        painted.after(page.list.search_now)

    typed(), searched()
    benchmark.pedantic(searched, setup=typed, rounds=SEARCHES)
    worst = nearly_worst(benchmark.stats.stats.data)
    limit = SEARCH_LIMIT if spelled is not full else LIMIT  # of pinyin written out the design says nothing
    budgets.within(f"{MEMBERS:,} members: search {what} (p95)", worst, limit)


@pytest.mark.parametrize(("what", "spelled"), SPELLINGS.items(), ids=["characters", "initials", "pinyin"])
def test_type_ahead(
    benchmark: Any, budgets: Budgets, page: MembersPage, what: str, spelled: Callable[[str], str]
) -> None:
    words = iter([spelled(word) for word in sought(page)])
    desk = page.workplace.desk
    benchmark.pedantic(lambda: find_records(desk, next(words), HOLDERS), rounds=SEARCHES)
    worst = nearly_worst(benchmark.stats.stats.data)
    budgets.within(f"{MEMBERS:,} members: type-ahead {what} (p95)", worst, LIMIT)


def sought(page: MembersPage) -> list[str]:
    """Parts of members' names, 1 to 4 characters long."""
    rng = random.Random(11)
    ids = [page.model.ids[rng.randrange(MEMBERS)] for _ in range(SEARCHES + 1)]
    names = [member.name for member in page.workplace.desk.store.records(Member, ids).values()]
    lengths = [1 + n % 4 for n in range(len(names))]
    starts = [rng.randrange(len(name) - 3) for name in names]
    return [name[at : at + size] for name, at, size in zip(names, starts, lengths, strict=True)]


def forget(page: MembersPage) -> None:
    """Let the store keep no list of before: what is measured is asked for the first time."""
    page.workplace.desk.store._lists.forget()


def each(
    benchmark: Any, wanted: list[Any], act: Callable[[Any], None], before: Callable[[Any], None]
) -> dict[Any, list[float]]:
    """The times of an act by what it is done to."""
    coming = iter(wanted)

    def setup() -> tuple[tuple[Any], dict[str, Any]]:
        one = next(coming)
        before(one)
        return (one,), {}

    benchmark.pedantic(act, setup=setup, rounds=len(wanted))
    times: dict[Any, list[float]] = {}
    for one, time in zip(wanted, benchmark.stats.stats.data, strict=True):
        times.setdefault(one, []).append(time)
    return times
