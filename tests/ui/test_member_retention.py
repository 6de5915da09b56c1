"""Members kept no longer: offered in a quiet line, erased only after it was said what that means."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

import factories as make
from moushi.changes.model import typed
from moushi.domain.record import Record
from moushi.domain.records import Member
from moushi.ui.members_page import MembersPage
from ui.windows import noticed

OF = make.federation()
OVER = make.member(OF, "退潮渔网合作社", left_on=date(2020, 1, 1), retain_until=date(2021, 1, 1))
LATER = make.member(OF, "未到期货栈", left_on=date(2020, 1, 1), retain_until=date(2999, 1, 1))
HERE = make.member(OF, "远帆渔具有限公司")

ShowPage = Callable[..., MembersPage]


@pytest.fixture
def show_page(page_of: Callable[..., MembersPage]) -> ShowPage:
    def shown(records: tuple[Record, ...] = (OF, OVER, LATER, HERE), **options: object) -> MembersPage:
        return page_of(MembersPage, records, **options)

    return shown


def names(page: MembersPage) -> set[str]:
    with page.workplace.desk.snapshot() as snapshot:
        return {member.name for member in snapshot.where(Member)}


def test_they_are_erased_after_a_second_press_and_nothing_offers_them_again(
    show_page: ShowPage, qtbot: QtBot
) -> None:
    page = show_page()
    ui = page.ui
    qtbot.waitUntil(ui.offer.isVisible)
    assert page.reveal(Member, OVER.id)
    assert ui.offerText.text() == "1家会员退会后保留期已过：退潮渔网合作社"
    qtbot.mouseClick(ui.offerAct, Qt.MouseButton.LeftButton)
    assert "不能撤销" in ui.offerText.text()
    assert ui.offerAct.text() == "立即彻底删除1家"
    assert ui.offerLater.hasFocus()  # Enter alone erases nothing
    assert OVER.name in names(page)
    qtbot.mouseClick(ui.offerAct, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "已彻底删除1家会员" in noticed(page))
    assert names(page) == {LATER.name, HERE.name}
    assert not ui.offer.isVisible()
    assert ui.name.text() != OVER.name
    assert OVER.name.encode() not in page.workplace.desk.path.read_bytes()


def test_it_can_be_put_off(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    ui = page.ui
    qtbot.waitUntil(ui.offer.isVisible)
    qtbot.mouseClick(ui.offerAct, Qt.MouseButton.LeftButton)
    qtbot.keyClick(ui.offerLater, Qt.Key.Key_Space)
    assert ui.offerAct.text() == "彻底删除…"
    assert ui.offer.isVisible()
    qtbot.mouseClick(ui.offerLater, Qt.MouseButton.LeftButton)
    assert not ui.offer.isVisible()
    page.refresh()
    qtbot.wait(120)
    assert not ui.offer.isVisible()
    assert OVER.name in names(page)


def test_the_line_follows_what_is_typed(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page((OF, LATER, HERE))
    qtbot.wait(120)
    assert not page.ui.offer.isVisible()
    page.workplace.apply(typed(Member, LATER.id, "retain_until", LATER.retain_until, date(2021, 1, 1)))
    qtbot.waitUntil(page.ui.offer.isVisible)
    page.workplace.undo()
    qtbot.waitUntil(lambda: not page.ui.offer.isVisible())


def test_a_store_for_reading_only_offers_nothing(
    page_of: Callable[..., MembersPage], make_desk: Callable[..., object], qtbot: QtBot
) -> None:
    page = page_of(MembersPage, desk=make_desk((OF, OVER, HERE), read_only=True))
    qtbot.wait(120)
    assert not page.ui.offer.isVisible()
