"""Merging on the members page: likely duplicates found, values chosen by keyboard, both one, all undone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

import factories as make
from moushi.domain.record import Record
from moushi.domain.records import Member, Membership
from moushi.ui.members_page import MembersPage
from ui.windows import noticed

OF = make.federation()
CHAMBER = make.chamber(OF, "鹭汀镇商会")
YUANFAN = make.member(OF, "远帆渔具有限公司", uscc="91350100M000100Y43", staff=9, joined_on=date(2021, 1, 1))
AGAIN = make.member(OF, "远帆（渔具）公司", phone="13812345678", joined_on=date(2019, 5, 1))
HAIMAO = make.member(OF, "海锚民宿")
HAIMAO_TOO = make.member(OF, "海锚民宿有限公司")
COUNTY = (
    *(OF, CHAMBER, YUANFAN, AGAIN, HAIMAO, HAIMAO_TOO),
    make.membership(YUANFAN, CHAMBER),
    make.membership(AGAIN, CHAMBER, joined_on=date(2018, 1, 1)),
)
CTRL = Qt.KeyboardModifier.ControlModifier

ShowPage = Callable[..., MembersPage]


@pytest.fixture
def show_page(page_of: Callable[..., MembersPage]) -> ShowPage:
    def shown(records: tuple[Record, ...] = COUNTY, **options: object) -> MembersPage:
        return page_of(MembersPage, records, **options)

    return shown


def listed(page: MembersPage) -> list[str]:
    return sorted(str(page.model.index(row, 0).data()) for row in range(page.model.rowCount()))


def pairs(page: MembersPage) -> list[set[str]]:
    model = page.merging.pairs
    return [{model.index(row, column).data() for column in (0, 1)} for row in range(model.rowCount())]


def value(page: MembersPage, field: str) -> tuple[str, str]:
    model = page.merging.values
    row = [model.index(n, 0).data() for n in range(model.rowCount())].index(field)
    return model.index(row, 1).data(), model.index(row, 2).data()


def members(page: MembersPage) -> dict[str, Member]:
    with page.workplace.desk.snapshot() as snapshot:
        return {member.name: member for member in snapshot.where(Member)}


def look_for(page: MembersPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page, Qt.Key.Key_D, CTRL)
    qtbot.waitUntil(lambda: page.merging.pairs.rowCount() > 0)


def test_likely_duplicates_stand_in_the_place_of_the_form(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    look_for(page, qtbot)
    assert not page.ui.panel.isVisible()
    assert page.merging.ui.pairs.hasFocus()
    assert page.merging.ui.told.text() == "共2对"
    assert {AGAIN.name, YUANFAN.name} in pairs(page)
    assert {HAIMAO.name, HAIMAO_TOO.name} in pairs(page)
    qtbot.keyClick(page.merging.ui.pairs, Qt.Key.Key_Escape)
    assert page.ui.panel.isVisible()
    assert page.ui.table.hasFocus()


def test_two_are_merged_by_keyboard_alone_and_undone(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    look_for(page, qtbot)
    ui = page.merging.ui
    if {AGAIN.name, YUANFAN.name} != pairs(page)[0]:
        qtbot.keyClick(ui.pairs, Qt.Key.Key_Down)
    qtbot.keyClick(ui.pairs, Qt.Key.Key_Return)
    assert ui.values.hasFocus()
    first = page.merging.values.shown
    assert first is not None
    assert first.first == YUANFAN  # there is more to it
    assert value(page, "电话") == ("○ （空）", "● 138****5678")
    assert value(page, "人数") == ("● 9", "○ （空）")
    row = [page.merging.values.index(n, 0).data() for n in range(page.merging.values.rowCount())].index(
        "名称"
    )
    ui.values.setCurrentIndex(page.merging.values.index(row, 2))
    qtbot.keyClick(ui.values, Qt.Key.Key_Left)
    qtbot.keyClick(ui.values, Qt.Key.Key_Space)
    assert value(page, "名称") == ("● 远帆渔具有限公司", "○ 远帆（渔具）公司")
    qtbot.keyClick(page, Qt.Key.Key_Return, CTRL)
    assert listed(page) == sorted(["远帆渔具有限公司", HAIMAO.name, HAIMAO_TOO.name])
    held = members(page)[YUANFAN.name]
    assert (held.phone, held.staff, held.joined_on) == (AGAIN.phone, 9, date(2019, 5, 1))
    with page.workplace.desk.snapshot() as snapshot:
        (membership,) = snapshot.where(Membership)
    assert membership.joined_on == date(2018, 1, 1)
    assert "已将远帆（渔具）公司并入远帆渔具有限公司" in noticed(page)
    assert pairs(page) == [{HAIMAO.name, HAIMAO_TOO.name}]
    page.workplace.undo()
    assert len(listed(page)) == 4
    assert members(page) == {each.name: each for each in (YUANFAN, AGAIN, HAIMAO, HAIMAO_TOO)}


def test_a_value_is_taken_by_a_click(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    page.list.view.selectAll()
    page.merging.compare_two(YUANFAN.id, AGAIN.id)
    page.merging.show()
    view, model = page.merging.ui.values, page.merging.values
    row = [model.index(n, 0).data() for n in range(model.rowCount())].index("电话")
    at = view.visualRect(model.index(row, 1)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert value(page, "电话") == ("● （空）", "○ 138****5678")
    told = model.index(row, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "电话：，保留"


def test_the_two_selected_are_merged_others_are_asked_for(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    page.list.select(YUANFAN.id)
    qtbot.keyClick(page, Qt.Key.Key_M, CTRL)
    assert "选中两家会员" in noticed(page)
    assert not page.is_merging
    page.list.go_to(0)
    page.ui.table.setFocus()
    qtbot.keyClick(page.ui.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(page, Qt.Key.Key_M, CTRL)
    assert page.is_merging
    assert page.merging.ui.told.text() in ("选定的两家会员。", "共1对")
    assert page.merging.pairs.rowCount() == 1


def test_two_that_are_two_are_not_offered_again(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    look_for(page, qtbot)
    qtbot.mouseClick(page.merging.ui.apart, Qt.MouseButton.LeftButton)
    assert page.merging.pairs.rowCount() == 1
    qtbot.mouseClick(page.merging.ui.apart, Qt.MouseButton.LeftButton)
    assert page.merging.ui.told.text() == "没有可能重复的会员了。"
    assert not page.merging.ui.merge.isEnabled()
    qtbot.mouseClick(page.merging.ui.close, Qt.MouseButton.LeftButton)
    page.find_duplicates()
    qtbot.waitUntil(lambda: page.merging.ui.told.text() == "没有可能重复的会员了。")


def test_what_changes_meanwhile_is_compared_anew(show_page: ShowPage, qtbot: QtBot) -> None:
    from moushi.changes.model import typed

    page = show_page()
    look_for(page, qtbot)
    page.merging.compare_two(YUANFAN.id, AGAIN.id)
    page.workplace.apply(typed(Member, YUANFAN.id, "staff", 9, 12))
    assert value(page, "人数")[0] == "● 12"


def test_a_store_for_reading_only_merges_nothing(
    page_of: Callable[..., MembersPage], make_desk: Callable[..., object]
) -> None:
    page = page_of(MembersPage, desk=make_desk(COUNTY, read_only=True))
    page.find_duplicates()
    assert not page.is_merging


def test_the_panel_speaks_english_too(show_page: ShowPage, qtbot: QtBot) -> None:
    from moushi.desk.preferences import Language

    page = show_page(speak=Language.ENGLISH)
    look_for(page, qtbot)
    assert page.merging.ui.told.text() == "Pairs: 2"
    assert page.merging.ui.merge.text() == "&Merge"
    name = QAccessible.queryAccessibleInterface(page.merging.ui.values).text(QAccessible.Text.Name)
    assert "Space" in name
