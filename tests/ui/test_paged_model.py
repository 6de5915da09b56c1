"""Paged models: rows are read a page at a time, and only those that come into view."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from moushi.desk.register import Heading, Marked, Row
from moushi.domain.kinds import Colour
from moushi.errors import say
from moushi.store.listing import Glimpse, Ids, Order
from moushi.ui.cells import COLOUR_ROLE
from moushi.ui.paged_list import PagedList
from moushi.ui.paged_model import PagedModel

COLUMNS = (
    Heading(say("Name"), 8, Order("name")),
    Heading(say("Term state"), 8, None),
    Heading(say("Staff"), 4, Order("staff"), is_number=True),
)
OVERDUE = Marked(say("overdue"), Colour.RED)


class Numbers:
    """A list of numbers as names."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.asked: list[int] = []

    def order(self, _column: int, descending: bool) -> Sequence[UUID]:
        found = [UUID(int=number) for number in range(self.count)]
        return found[::-1] if descending else found

    def read(self, ids: Sequence[UUID]) -> Sequence[Row]:
        self.asked.append(len(ids))
        return [Row(held, (str(held.int), OVERDUE, "7"), is_past=held.int == 3) for held in ids]


Made = tuple[Numbers, PagedModel]


@pytest.fixture
def model(make_desk: Callable[..., object], workplace: Callable[..., object]) -> Callable[[int], Made]:
    def made(count: int) -> Made:
        numbers = Numbers(count)
        place = workplace(make_desk())
        built = PagedModel(place, COLUMNS, numbers.order, numbers.read)  # type: ignore[arg-type]
        built.reload()
        return numbers, built

    return made


def text(model: PagedModel, row: int, column: int = 0) -> str:
    return str(model.index(row, column).data())


def test_a_page_is_read_once_and_only_when_it_comes_into_view(model: Callable[[int], Made]) -> None:
    numbers, shown = model(1000)
    assert shown.rowCount() == 1000
    assert numbers.asked == []
    assert [text(shown, row) for row in (0, 5, 49)] == ["0", "5", "49"]
    assert text(shown, 999) == "999"
    assert numbers.asked == [50, 50]


def test_few_pages_are_kept_however_far_one_scrolls(model: Callable[[int], Made]) -> None:
    numbers, shown = model(50 * 120)
    for row in range(0, 50 * 120, 50):
        text(shown, row)
    text(shown, 0)
    assert numbers.asked == [50] * 121


def test_sorting_asks_for_the_order_and_keeps_what_cannot_be_sorted_by(model: Callable[[int], Made]) -> None:
    _, shown = model(10)
    shown.sort(0, Qt.SortOrder.DescendingOrder)
    assert text(shown, 0) == "9"
    shown.sort(1, Qt.SortOrder.AscendingOrder)
    assert text(shown, 0) == "9"


def test_states_have_word_and_colour_numbers_stand_at_the_right(model: Callable[[int], Made]) -> None:
    _, shown = model(5)
    assert text(shown, 0, 1) == "逾期"
    assert shown.index(0, 1).data(COLOUR_ROLE) == Colour.RED
    assert shown.index(0, 0).data(COLOUR_ROLE) is None
    right = shown.index(0, 2).data(Qt.ItemDataRole.TextAlignmentRole)
    assert Qt.AlignmentFlag(right) & Qt.AlignmentFlag.AlignRight
    assert shown.index(3, 0).data(Qt.ItemDataRole.ForegroundRole) is not None
    assert shown.index(2, 0).data(Qt.ItemDataRole.ForegroundRole) is None
    assert shown.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "届期: 逾期"


def test_the_current_record_stays_current_when_the_order_changes(
    model: Callable[[int], Made], qtbot: QtBot
) -> None:
    numbers, shown = model(500)
    host = QWidget()
    qtbot.addWidget(host)
    view, search = QTableView(host), QLineEdit(host)
    listed = PagedList(view, shown, search, host)
    assert listed.select(UUID(int=3))
    listed.sort_by(0)
    assert view.currentIndex().row() == 496
    assert listed.current_id == UUID(int=3)
    numbers.count = 2
    listed.reload()
    assert listed.current_id is None
    assert not listed.select(UUID(int=3))
    view.selectAll()
    assert listed.selected_count == 2


# -- lists so long that only their beginning is sorted at once ---------------------------------------------


class Begun(Numbers):
    """A long list that tells its beginning first; its second half may turn round."""

    is_turned = False

    def order(self, column: int, descending: bool) -> Sequence[UUID]:
        found = list(super().order(column, descending))
        return found[:500] + found[:499:-1] if self.is_turned else found

    def glimpse(self, _column: int, descending: bool, first: int) -> Glimpse | None:
        ids = self.order(0, descending)[:first]
        return Glimpse(Ids([held.hex for held in ids]), self.count)


@pytest.fixture
def begun(make_desk: Callable[..., object], workplace: Callable[..., object]) -> tuple[Begun, PagedModel]:
    numbers = Begun(1000)
    place = workplace(make_desk())
    built = PagedModel(place, COLUMNS, numbers.order, numbers.read, glimpse=numbers.glimpse)  # type: ignore[arg-type]
    built.reload()
    return numbers, built


def test_the_first_rows_are_there_before_all_are_sorted(
    begun: tuple[Begun, PagedModel], qtbot: QtBot
) -> None:
    _, shown = begun
    assert shown.is_begun
    assert shown.rowCount() == 1000
    assert text(shown, 99) == "99"
    assert shown.is_begun
    with qtbot.waitSignal(shown.settled):
        pass
    assert not shown.is_begun
    assert shown.row_of(UUID(int=700)) == 700


def test_what_is_asked_for_beyond_the_first_rows_is_there_at_once(begun: tuple[Begun, PagedModel]) -> None:
    _, shown = begun
    assert text(shown, 999) == "999"
    shown.reload()
    assert shown.id_at(500) == UUID(int=500)
    shown.reload()
    assert len(list(shown.ids)) == 1000


def test_the_current_record_is_current_again_when_its_place_is_known(
    begun: tuple[Begun, PagedModel], qtbot: QtBot
) -> None:
    numbers, shown = begun
    host = QWidget()
    qtbot.addWidget(host)
    view, search = QTableView(host), QLineEdit(host)
    listed = PagedList(view, shown, search, host)
    chosen: list[UUID | None] = []
    listed.chosen.connect(chosen.append)
    assert listed.select(UUID(int=3))
    listed.sort_by(0)
    assert shown.is_begun
    assert chosen == [UUID(int=3)]  # the form stays as it is meanwhile
    with qtbot.waitSignal(shown.settled):
        pass
    assert view.currentIndex().row() == 996
    listed.sort_by(0)
    assert listed.current_id == UUID(int=3)  # whoever asks does not wait
    numbers.count = 2
    listed.reload()
    assert listed.current_id is None


def test_rows_that_changed_behind_the_beginning_come_to_light(
    begun: tuple[Begun, PagedModel], qtbot: QtBot
) -> None:
    numbers, shown = begun
    shown.complete()
    numbers.is_turned = True
    shown.reload()
    assert text(shown, 999) == "999"  # as it seemed to be
    with qtbot.waitSignal(shown.settled):
        pass
    assert text(shown, 999) == "500"
