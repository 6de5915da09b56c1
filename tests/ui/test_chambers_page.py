"""The chambers page: terms in words, officers found while typing, townships without a chamber."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

import factories as make
from moushi.domain.kinds import ChamberKind, Role
from moushi.domain.record import Record
from moushi.domain.records import Chamber, Member, Membership, Person, Post, Township
from moushi.ui.chambers_page import ChambersPage
from moushi.ui.post_table import HolderEdit

OF = make.federation()
LU, SHA, DAI = (make.township(OF, name) for name in ("鹭汀镇", "沙浦镇", "岱中街道"))
LUTING = make.chamber(
    OF, "鹭汀镇商会", township_id=LU.id, term_number=3, term_began_on=date(2001, 2, 28), term_years=5
)
TRADE = make.chamber(OF, "渔具行业商会", kind=ChamberKind.TRADE, secretary="钟一舟")
YUANFAN = make.member(OF, "远帆渔具有限公司", township_id=SHA.id)
SECRETARY = make.person("林听潮")
COUNTY = (
    OF,
    LU,
    SHA,
    DAI,
    LUTING,
    TRADE,
    YUANFAN,
    SECRETARY,
    make.membership(YUANFAN, LUTING),
    make.post(SECRETARY, LUTING, role=Role.SECRETARY_GENERAL),
    make.post(YUANFAN, LUTING, role=Role.PRESIDENT),
)

ShowPage = Callable[..., ChambersPage]


@pytest.fixture
def show_page(page_of: Callable[..., ChambersPage]) -> ShowPage:
    def shown(records: tuple[Record, ...] = COUNTY, **options: object) -> ChambersPage:
        return page_of(ChambersPage, records, **options)

    return shown


def listed(page: ChambersPage, column: int = 0) -> list[str]:
    return [str(page.model.index(row, column).data()) for row in range(page.model.rowCount())]


def choose(page: ChambersPage, chamber: Chamber) -> None:
    page.list.go_to(page.model.row_of(chamber.id))


def of_kind(page: ChambersPage, kind: type[Record]) -> list[Record]:
    with page.workplace.desk.snapshot() as snapshot:
        return list(snapshot.where(kind))


def officers(page: ChambersPage) -> list[tuple[str, str]]:
    rows = range(len(page.posts._records))
    return [(page.posts.index(row, 0).data(), page.posts.index(row, 1).data()) for row in rows]


def notices(page: ChambersPage) -> str:
    host = page.workplace.host  # type: ignore[attr-defined]
    return "\n".join(label.text() for label in host.findChildren(QLabel))


def keys(qtbot: QtBot, widget: QWidget, text: str) -> None:
    widget.setFocus()
    insert = getattr(widget, "insert", None)
    if insert and not text.isascii():
        insert(text)
    else:
        qtbot.keyClicks(widget, text)


def test_terms_are_told_in_words(show_page: ShowPage) -> None:
    page = show_page()
    assert listed(page) == ["鹭汀镇商会", "渔具行业商会"]
    assert listed(page, 6) == ["逾期", "届期未填"]
    assert listed(page, 5) == ["2006-02-28", ""]
    assert listed(page, 9) == ["1", "0"]
    choose(page, LUTING)
    assert page.ui.termLine.text() == "2006-02-28届满：逾期"


def test_a_term_typed_anew_is_told_at_once(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    choose(page, TRADE)
    keys(qtbot, page.ui.termBeganOn, f"{page.workplace.today().year}-1-1")
    keys(qtbot, page.ui.termYears, "5")
    qtbot.keyClick(page.ui.termYears, Qt.Key.Key_Return)
    assert page.ui.termLine.text().endswith("届内")
    assert listed(page, 6) == ["逾期", "届内"]


def test_lists_are_narrowed_by_state_and_words(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    page.ui.state.setCurrentIndex(page.ui.state.findText("逾期"))
    page.ui.state.activated.emit(page.ui.state.currentIndex())
    assert listed(page) == ["鹭汀镇商会"]
    page.ui.state.setCurrentIndex(0)
    keys(qtbot, page.ui.search, "钟一")
    qtbot.waitUntil(lambda: listed(page) == ["渔具行业商会"])
    page.ui.search.clear()
    keys(qtbot, page.ui.search, "zzz")
    qtbot.waitUntil(lambda: listed(page) == [])
    assert "没有符合条件的商会" in page.ui.empty.text()


def test_a_new_chamber_is_typed(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    qtbot.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    keys(qtbot, page.ui.name, "岱中街道商会")
    qtbot.keyClick(page.ui.name, Qt.Key.Key_Return)
    assert "岱中街道商会" in listed(page)
    assert page.ui.posts.isVisible()
    assert page.ui.termYears.text() == "5"


def test_a_new_chamber_that_the_filters_hide_stays_in_its_form(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    page.ui.search.setText("渔具")
    page.list.search_now()
    page.add()
    keys(qtbot, page.ui.name, "岱中街道商会")
    qtbot.keyClick(page.ui.name, Qt.Key.Key_Return)
    assert listed(page) == ["渔具行业商会"]
    assert page.ui.name.text() == "岱中街道商会"


def test_officers_stand_in_order_of_rank(show_page: ShowPage) -> None:
    page = show_page()
    choose(page, LUTING)
    assert [name for name, _ in officers(page)] == ["远帆渔具有限公司", "林听潮"]


def type_holder(page: ChambersPage, qtbot: QtBot, row: int, text: str) -> HolderEdit:
    table = page.ui.posts
    table.setFocus()
    table.setCurrentIndex(page.posts.index(row, 0))
    table.edit(page.posts.index(row, 0))
    editor = table.findChild(HolderEdit)
    assert isinstance(editor, HolderEdit)
    editor.selectAll()
    editor.insert(text)
    editor.textEdited.emit(text)
    return editor


def test_a_name_of_nobody_known_becomes_a_person_with_the_post(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    choose(page, LUTING)
    editor = type_holder(page, qtbot, 2, "禾小满")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "禾小满" in [name for name, _ in officers(page)])
    assert {getattr(person, "name", "") for person in of_kind(page, Person)} == {"林听潮", "禾小满"}
    post = next(p for p in of_kind(page, Post) if getattr(p, "role", None) is Role.COUNCIL)
    assert getattr(post, "term_number", None) == 3
    page.workplace.undo()
    assert len(of_kind(page, Person)) == 1


@pytest.mark.qt_log_ignore("This plugin does not support")  # of the offscreen platform, on lists that pop up
def test_members_and_people_are_found_while_typing(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    choose(page, TRADE)
    editor = type_holder(page, qtbot, 0, "远帆")
    completions = editor.completer().completionModel()
    assert [completions.index(row, 0).data() for row in range(completions.rowCount())] == [
        "远帆渔具有限公司（会员）"
    ]
    editor.completer().complete()
    popup = editor.completer().popup()
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert editor.text() == "远帆渔具有限公司"
    assert editor.holder == YUANFAN
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: officers(page) != [])
    (post,) = [p for p in of_kind(page, Post) if getattr(p, "chamber_id", None) == TRADE.id]
    assert getattr(post, "member_id", None) == YUANFAN.id
    assert len(of_kind(page, Person)) == 1


def test_a_holder_gives_way_to_another(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    choose(page, LUTING)
    assert page.posts.setData(page.posts.index(0, 0), "林听潮")
    assert [name for name, _ in officers(page)] == ["林听潮", "林听潮"]
    assert len(of_kind(page, Person)) == 1


def test_deleting_a_chamber_takes_its_posts_along_and_can_be_undone(
    show_page: ShowPage, qtbot: QtBot
) -> None:
    page = show_page()
    choose(page, LUTING)
    page.ui.table.setFocus()
    qtbot.keyClick(page.ui.table, Qt.Key.Key_Delete)
    assert listed(page) == ["渔具行业商会"]
    assert of_kind(page, Post) == []
    assert "已删除商会：鹭汀镇商会" in notices(page)
    page.workplace.undo()
    assert len(of_kind(page, Post)) == 2


def towns(page: ChambersPage) -> dict[str, str]:
    rows = range(len(page.townships._records))
    return {page.townships.index(row, 0).data(): page.townships.index(row, 1).data() for row in rows}


def test_townships_without_a_chamber_are_clear(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    qtbot.keyClick(page, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert page.ui.townships.hasFocus()
    assert towns(page) == {"岱中街道": "无商会", "沙浦镇": "无商会", "鹭汀镇": "鹭汀镇商会"}
    assert page.ui.townshipLine.text() == "共3个乡镇街道，1个有商会，2个没有。"


def test_a_township_is_added_renamed_and_deleted(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    page.ui.tabs.setCurrentWidget(page.ui.townshipsTab)
    assert page.townships.setData(page.townships.index(3, 0), "金礁乡")
    assert towns(page)["金礁乡"] == "无商会"
    row = list(towns(page)).index("金礁乡")
    assert page.townships.setData(page.townships.index(row, 0), "金礁镇")
    assert "金礁镇" in towns(page)
    page.ui.townships.setFocus()
    page.ui.townships.selectRow(list(towns(page)).index("金礁镇"))
    qtbot.keyClick(page.ui.townships, Qt.Key.Key_Delete)
    assert "金礁镇" not in towns(page)


def test_a_township_is_not_entered_twice(show_page: ShowPage) -> None:
    page = show_page()
    assert not page.townships.setData(page.townships.index(3, 0), "鹭汀镇")
    assert "鹭汀镇已在表中" in notices(page)
    assert len(of_kind(page, Township)) == 3


def test_a_township_in_use_stays_and_says_by_whom(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    page.ui.tabs.setCurrentWidget(page.ui.townshipsTab)
    page.ui.townships.setFocus()
    page.ui.townships.selectRow(list(towns(page)).index("沙浦镇"))
    qtbot.keyClick(page.ui.townships, Qt.Key.Key_Delete)
    assert "沙浦镇还在用：会员1家、商会0家" in notices(page)
    assert len(of_kind(page, Township)) == 3


def test_records_of_chambers_are_revealed(show_page: ShowPage) -> None:
    page = show_page()
    page.ui.search.setText("zzz")
    page.list.search_now()
    assert page.reveal(Chamber, LUTING.id)
    assert page.ui.name.text() == "鹭汀镇商会"
    assert page.reveal(Township, SHA.id)
    assert page.ui.tabs.currentWidget() is page.ui.townshipsTab
    membership = of_kind(page, Membership)[0]
    assert page.reveal(Membership, membership.id)
    assert page.ui.tabs.currentWidget() is page.ui.chambersTab
    assert not page.reveal(Member, YUANFAN.id)


def test_the_page_speaks_english_too(show_page: ShowPage) -> None:
    from moushi.desk.preferences import Language

    page = show_page(speak=Language.ENGLISH)
    assert page.ui.count.text() == "2 chambers"
    assert listed(page, 6) == ["overdue", "term not entered"]


def test_every_letter_of_the_page_s_menu_is_given_once(show_page: ShowPage) -> None:
    texts = [action.text() for action in show_page().commands() if not action.isSeparator()]
    letters = [text[text.index("&") + 1].upper() for text in texts]
    assert len(set(letters)) == len(letters)
