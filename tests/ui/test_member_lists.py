"""A member's mentor pairs and recognitions, and what is said of its code."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

import factories as make
from moushi.domain.record import Record
from moushi.domain.records import Member, Pairing, Rating
from moushi.ui.holder_edit import HolderEdit
from moushi.ui.members_page import MembersPage
from ui.windows import noticed

OF = make.federation()
OLD = make.member(OF, "远帆渔具有限公司")
YOUNG = make.member(OF, "曾小舟", new_generation=True, birth_year=1995)
OTHER = make.member(OF, "曾大海")
COUNTY = (OF, OLD, YOUNG, OTHER)

ShowPage = Callable[..., MembersPage]


@pytest.fixture
def show_page(page_of: Callable[..., MembersPage]) -> ShowPage:
    def shown(records: tuple[Record, ...] = COUNTY, **options: object) -> MembersPage:
        return page_of(MembersPage, records, **options)

    return shown


def pairs(page: MembersPage) -> list[tuple[str, str]]:
    with page.workplace.desk.snapshot() as snapshot:
        names = {member.id: member.name for member in snapshot.where(Member)}
        return [(names[each.mentor_id], names[each.mentee_id]) for each in snapshot.where(Pairing)]


def cells(page: MembersPage, row: int = 0) -> list[str]:
    model = page.form.pairs
    return [str(model.index(row, column).data()) for column in range(model.columnCount())]


@pytest.mark.qt_log_ignore("This plugin does not support")  # of the offscreen platform, on lists that pop up
def test_a_pair_is_made_by_pinyin_initials_typed_in_the_last_line(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    page.list.select(OLD.id)
    table, model = page.ui.pairs, page.form.pairs
    table.setFocus()
    table.setCurrentIndex(model.index(0, 0))
    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = table.findChild(HolderEdit)
    assert isinstance(editor, QLineEdit)
    qtbot.keyClicks(editor, "zxz")
    popup = editor.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: pairs(page) == [("远帆渔具有限公司", "曾小舟")])
    assert cells(page)[:2] == ["曾小舟", "导师"]


def test_one_of_the_new_generation_is_the_one_guided(show_page: ShowPage) -> None:
    page = show_page()
    page.list.select(YOUNG.id)
    model = page.form.pairs
    assert model.setData(model.index(0, 0), "yuanfan")
    assert pairs(page) == [("远帆渔具有限公司", "曾小舟")]
    assert cells(page)[:2] == ["远帆渔具有限公司", "被传帮带人"]
    assert model.setData(model.index(0, 1), "mentor")
    assert pairs(page) == [("曾小舟", "远帆渔具有限公司")]
    assert model.setData(model.index(0, 2), "2030-3-1")
    assert cells(page) == ["远帆渔具有限公司", "导师", "2030-03-01", ""]


def test_what_names_nobody_or_several_or_is_the_member_itself_is_said(show_page: ShowPage) -> None:
    page = show_page()
    page.list.select(OLD.id)
    model = page.form.pairs
    assert not model.setData(model.index(0, 0), "无此人")
    assert "没有找到会员“无此人”" in noticed(page)
    assert not model.setData(model.index(0, 0), "曾")
    assert "对应多家会员" in noticed(page)
    assert not model.setData(model.index(0, 0), OLD)
    assert "导师不能是本人" in noticed(page)
    assert model.setData(model.index(0, 0), YOUNG)
    assert not model.setData(model.index(1, 0), YOUNG)
    assert "已在带曾小舟" in noticed(page)
    assert len(pairs(page)) == 1


def test_another_member_takes_the_place_of_the_one_typed_before(show_page: ShowPage) -> None:
    page = show_page((*COUNTY, make.pairing(OLD, YOUNG, from_on=date(2029, 1, 1))))
    page.list.select(OLD.id)
    model = page.form.pairs
    assert not model.setData(model.index(0, 0), "曾小舟")  # as it stands
    assert model.setData(model.index(0, 0), "曾大海")
    assert pairs(page) == [("远帆渔具有限公司", "曾大海")]
    assert cells(page)[2] == "2029-01-01"


def test_pairs_that_have_ended_stand_last(show_page: ShowPage) -> None:
    ended = make.pairing(OLD, OTHER, from_on=date(2030, 1, 1), to_on=date(2030, 6, 1))
    page = show_page((*COUNTY, ended, make.pairing(OLD, YOUNG, from_on=date(2028, 1, 1))))
    page.list.select(OLD.id)
    assert [cells(page, row)[0] for row in (0, 1)] == ["曾小舟", "曾大海"]


def test_a_recognition_is_added_by_its_level_or_its_year(show_page: ShowPage) -> None:
    page = show_page()
    page.list.select(OLD.id)
    model = page.form.ratings
    assert model.setData(model.index(0, 1), "市级")
    assert model.setData(model.index(0, 2), "2029")
    assert model.setData(model.index(1, 0), "重信用单位")
    with page.workplace.desk.snapshot() as snapshot:
        held = {(each.name, each.level, each.year) for each in snapshot.where(Rating, member_id=OLD.id)}
    assert held == {("清廉民企示范单位", "市级", 2029), ("重信用单位", "", None)}
    assert [model.index(row, 2).data() for row in (0, 1)] == ["2029", ""]


def test_a_code_says_whose_it_is_and_whether_the_kind_fits(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    page.list.select(OLD.id)
    ui = page.ui
    ui.uscc.setFocus()
    qtbot.keyClicks(ui.uscc, "91")
    assert "91：企业" in ui.usccAdvice.text()
    assert "不符" not in ui.usccAdvice.text()
    ui.uscc.clear()
    qtbot.keyClicks(ui.uscc, "51")
    assert "51：社会组织" in ui.usccAdvice.text()
    assert "类别与此信用代码不符" in ui.usccAdvice.text()
    ui.memberKind.setCurrentIndex(1)
    assert "类别与此信用代码不符" not in ui.usccAdvice.text()
