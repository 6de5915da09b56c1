"""The chambers page: terms in words, officers found while typing, townships without a chamber.

Over 400 lines: the form, the panels of renewal and extension, and the townships share one page.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

import factories as make
from moushi.domain.kinds import ChamberKind, Colour, Role
from moushi.domain.record import Record
from moushi.domain.records import Chamber, ChamberTerm, Member, Membership, Person, Post, Rating, Township
from moushi.ui.cells import COLOUR_ROLE
from moushi.ui.chambers_page import ChambersPage
from moushi.ui.holder_edit import HolderEdit
from moushi.ui.record_table import RecordTable

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
    rows = range(len(page.form.posts.records))
    return [(page.form.posts.index(row, 0).data(), page.form.posts.index(row, 1).data()) for row in rows]


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
    table.setCurrentIndex(page.form.posts.index(row, 0))
    table.edit(page.form.posts.index(row, 0))
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
    assert page.form.posts.setData(page.form.posts.index(0, 0), "林听潮")
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
    rows = range(len(page.townships.records))
    return {page.townships.index(row, 0).data(): page.townships.index(row, 1).data() for row in rows}


def test_townships_without_a_chamber_are_clear(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    qtbot.keyClick(page, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert page.ui.townships.hasFocus()
    assert towns(page) == {"岱中街道": "无商会", "沙浦镇": "无商会", "鹭汀镇": "鹭汀镇商会"}
    assert page.ui.townshipLine.text() == "共3个乡镇街道，1个有商会，2个没有。"


def test_however_many_townships_there_are_the_page_fits_on_a_small_screen(show_page: ShowPage) -> None:
    page = show_page((*COUNTY, *(make.township(OF, f"{n}号镇") for n in range(13))))
    assert page.minimumSizeHint().height() <= 270  # of 350 under the menu and the bar


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


def test_a_township_keeps_a_name(show_page: ShowPage) -> None:
    page = show_page()
    model = page.townships
    assert not model.setData(model.index(0, 0), " ")
    assert "不能空着" in notices(page)
    assert all(each.name for each in of_kind(page, Township))


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


# -- terms -------------------------------------------------------------------------------------------------

TODAY = date(2031, 6, 1)
BEGAN = date(2026, 5, 20)
NOW = make.chamber(OF, "岱中街道商会", township_id=DAI.id, term_number=3, term_began_on=BEGAN, term_years=5)
FISHING = make.chamber(OF, "渔具行业商会", term_began_on=date(2026, 12, 1), term_years=5, rating_level="市级")
TERMS = (
    OF,
    LU,
    DAI,
    NOW,
    FISHING,
    make.chamber(OF, "船舶行业商会", term_began_on=date(2030, 12, 1), term_years=5),
    make.chamber_term(NOW, number=2, began_on=date(2021, 5, 20), ended_on=date(2026, 5, 20), years=5),
    make.chamber_term(NOW, number=1, began_on=date(2016, 5, 20), ended_on=date(2021, 9, 1), years=5),
    YUANFAN,
    SHA,
    SECRETARY,
    make.membership(YUANFAN, NOW),
    make.post(SECRETARY, NOW, role=Role.SECRETARY_GENERAL, from_on=BEGAN, term_number=3),
    make.post(YUANFAN, NOW, role=Role.PRESIDENT, from_on=BEGAN, term_number=3),
)


@pytest.fixture
def terms_page(show_page: ShowPage, monkeypatch: pytest.MonkeyPatch) -> ChambersPage:
    """The page on 1 June 2031, at a chamber whose third term ended in May."""
    from moushi.ui.workplace import Workplace

    monkeypatch.setattr(Workplace, "today", lambda _: TODAY)
    page = show_page(TERMS)
    choose(page, NOW)
    return page


def lines(table: RecordTable) -> list[list[str]]:
    model = table.model()
    columns = range(model.columnCount())
    return [[str(model.index(row, n).data() or "") for n in columns] for row in range(model.rowCount())]


def press(qtbot: QtBot, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    held = modifiers[0] if modifiers else Qt.KeyboardModifier.NoModifier
    qtbot.keyClick(QApplication.focusWidget(), key, held)


CTRL = Qt.KeyboardModifier.ControlModifier


def renewing(page: ChambersPage, qtbot: QtBot) -> None:
    page.ui.table.setFocus()
    press(qtbot, Qt.Key.Key_R, CTRL)
    assert page.renewal.isVisible()


def retype(qtbot: QtBot, text: str) -> None:
    """Type over what stands in the field that has the keyboard, and go on with Enter."""
    editor = QApplication.focusWidget()
    editor.selectAll()  # type: ignore[union-attr]  # a line edit
    qtbot.keyClicks(editor, text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)


def in_office(page: ChambersPage) -> list[tuple[str, str, str]]:
    table = page.ui.posts
    return [(name, role, term) for name, role, term, _, to in lines(table)[:-1] if not to]


def test_the_timeline_has_the_running_term_first_with_its_state(terms_page: ChambersPage) -> None:
    assert lines(terms_page.ui.terms) == [
        ["3", "逾期", "2026-05-20", "2031-05-20", "5", ""],
        ["2", "按期换届", "2021-05-20", "2026-05-20", "5", ""],
        ["1", "逾期换届", "2016-05-20", "2021-09-01", "5", ""],
        ["补录往届", "", "", "", "", ""],
    ]
    assert terms_page.form.terms.index(0, 1).data(COLOUR_ROLE) == Colour.RED


def test_terms_that_ended_are_typed_in_the_timeline_the_running_one_in_its_fields(
    terms_page: ChambersPage, qtbot: QtBot
) -> None:
    model = terms_page.form.terms
    assert not model.flags(model.index(0, 2)) & Qt.ItemFlag.ItemIsEditable
    assert model.setData(model.index(1, 3), "2026-6-1")
    assert lines(terms_page.ui.terms)[1][1] == "逾期换届"
    assert model.setData(model.index(3, 3), "2016.5.20")
    assert lines(terms_page.ui.terms)[3] == ["", "已结束", "", "2016-05-20", "", ""]
    terms_page.ui.terms.setFocus()
    terms_page.ui.terms.selectRow(0)
    press(qtbot, Qt.Key.Key_Delete)
    assert "本届的内容在下面各栏里改" in notices(terms_page)
    terms_page.ui.terms.selectRow(3)
    press(qtbot, Qt.Key.Key_Delete)
    assert len(of_kind(terms_page, ChamberTerm)) == 2


def test_a_renewal_is_entered_by_keyboard_alone_and_taken_back_at_once(
    terms_page: ChambersPage, qtbot: QtBot
) -> None:
    page = terms_page
    before = [of_kind(page, kind) for kind in (Chamber, ChamberTerm, Post, Person)]
    renewing(page, qtbot)
    assert not page.ui.tabs.isVisible()
    assert "本届：第3届，2026-05-20起，2031-05-20届满，逾期" in page.renewal.ui.before.text()
    assert lines(page.renewal.ui.officers)[:2] == [
        ["远帆渔具有限公司", "会长", "会员"],
        ["林听潮", "秘书长", "人员"],
    ]
    assert page.renewal.ui.day.hasFocus()
    retype(qtbot, "2031-5-30")
    assert "逾期换届" in page.renewal.ui.advice.text()
    assert page.renewal.ui.number.text() == "4"
    press(qtbot, Qt.Key.Key_Return)
    retype(qtbot, "4")
    table = page.renewal.ui.officers
    assert table.hasFocus()
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Up)
    press(qtbot, Qt.Key.Key_Space)  # the secretary-general is not re-elected
    assert [officer.name for officer in page.renewal.officers.officers] == ["远帆渔具有限公司"]
    press(qtbot, Qt.Key.Key_Down)
    type_in_cell(table, qtbot, "禾小满")
    assert lines(table)[2] == ["禾小满", "理事", "新人"]
    assert page.renewal.officers.setData(page.renewal.officers.index(2, 1), Role.SECRETARY_GENERAL)
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert page.ui.tabs.isVisible()
    assert page.ui.table.hasFocus()
    assert lines(page.ui.terms)[:2] == [
        ["4", "届内", "2031-05-30", "2035-05-30", "4", ""],
        ["3", "逾期换届", "2026-05-20", "2031-05-30", "5", ""],
    ]
    assert in_office(page) == [("远帆渔具有限公司", "会长", "4"), ("禾小满", "秘书长", "4")]
    assert "岱中街道商会2031-05-30换届" in notices(page)
    page.workplace.undo()
    assert [of_kind(page, kind) for kind in (Chamber, ChamberTerm, Post, Person)] == before
    assert lines(page.ui.terms)[0][:2] == ["3", "逾期"]


@pytest.mark.qt_log_ignore(r"does not support (propagateSizeHints|raise\(\)|grabbing the keyboard)")
def test_tab_after_an_officer_s_name_goes_to_their_own_role(terms_page: ChambersPage, qtbot: QtBot) -> None:
    renewing(terms_page, qtbot)
    model, table = terms_page.renewal.officers, terms_page.renewal.ui.officers
    table.setFocus()
    table.setCurrentIndex(model.index(2, 0))
    type_in_cell(table, qtbot, "禾小满", Qt.Key.Key_Tab)
    here = table.currentIndex()
    assert (here.row(), here.column()) == (2, 1)
    assert lines(table)[2][0] == "禾小满"


def type_in_cell(table: RecordTable, qtbot: QtBot, text: str, end: Qt.Key = Qt.Key.Key_Return) -> None:
    """Type a name in the current cell, as one does after F2."""
    press(qtbot, Qt.Key.Key_F2)
    editor = table.findChild(HolderEdit)
    assert isinstance(editor, HolderEdit)
    editor.selectAll()
    editor.insert(text)
    editor.textEdited.emit(text)
    qtbot.keyClick(editor, end)
    qtbot.waitUntil(lambda: table.findChild(HolderEdit) is None)


def test_a_renewal_is_entered_by_mouse_too(terms_page: ChambersPage, qtbot: QtBot) -> None:
    page = terms_page
    qtbot.mouseClick(page.ui.renew, Qt.MouseButton.LeftButton)
    assert page.renewal.isVisible()
    table = page.renewal.ui.officers
    cell = table.visualRect(page.renewal.officers.index(1, 0))
    tick = QPoint(cell.left() + 12, cell.center().y())
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=tick)
    assert [officer.name for officer in page.renewal.officers.officers] == ["远帆渔具有限公司"]
    qtbot.mouseClick(page.renewal.ui.act, Qt.MouseButton.LeftButton)
    assert in_office(page) == [("远帆渔具有限公司", "会长", "4")]
    undo = next(b for b in page.workplace.host.findChildren(QPushButton) if b.text() == "撤销")  # type: ignore[attr-defined]
    undo.click()
    assert len(in_office(page)) == 2


def test_a_day_before_the_term_began_is_refused_where_it_is_typed(
    terms_page: ChambersPage, qtbot: QtBot
) -> None:
    page = terms_page
    renewing(page, qtbot)
    retype(qtbot, "2026-5-20")
    assert "本届从2026-05-20开始，换届日期应在这之后" in page.renewal.ui.fault.text()
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert page.renewal.isVisible()
    assert len(of_kind(page, ChamberTerm)) == 2
    page.renewal.ui.day.setFocus()
    retype(qtbot, "some day")
    assert "看不出是哪一天" in page.renewal.ui.fault.text()
    page.renewal.ui.day.setFocus()
    retype(qtbot, "2030-5-20")
    assert "提前换届：本届到2031-05-20届满" in page.renewal.ui.advice.text()
    assert not page.renewal.ui.fault.isVisible()
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert not page.renewal.isVisible()
    assert lines(page.ui.terms)[1][1] == "提前换届"


def test_a_renewal_put_aside_changes_nothing_and_is_gone_on_with(
    terms_page: ChambersPage, qtbot: QtBot
) -> None:
    page = terms_page
    renewing(page, qtbot)
    press(qtbot, Qt.Key.Key_Escape)
    assert page.ui.tabs.isVisible()
    assert "先放下" not in notices(page)
    renewing(page, qtbot)
    retype(qtbot, "2031-5-28")
    assert not page.settle()  # the program is not left without asking
    press(qtbot, Qt.Key.Key_Escape)
    assert "岱中街道商会：先放下，没有改动" in notices(page)
    assert page.settle()
    go_on = next(b for b in page.workplace.host.findChildren(QPushButton) if b.text() == "继续填")  # type: ignore[attr-defined]
    go_on.click()
    assert page.renewal.ui.day.text() == "2031-5-28"
    assert len(of_kind(page, ChamberTerm)) == 2


def test_renewals_of_two_chambers_are_put_aside_and_each_is_gone_on_with(
    terms_page: ChambersPage, qtbot: QtBot
) -> None:
    page = terms_page
    for chamber, day in ((NOW, "2031-5-28"), (FISHING, "2031-5-29")):
        choose(page, chamber)
        page.ui.renew.click()
        retype(qtbot, day)
        page.renewal.officers.setData(
            page.renewal.officers.index(page.renewal.officers.rowCount() - 1, 0), day
        )
        press(qtbot, Qt.Key.Key_Escape)
    first = next(b for b in page.workplace.host.findChildren(QPushButton) if b.text() == "继续填")  # type: ignore[attr-defined]
    first.click()
    assert page.renewal.chamber is not None
    assert (page.renewal.chamber.id, page.renewal.ui.day.text()) == (NOW.id, "2031-5-28")
    press(qtbot, Qt.Key.Key_Escape)
    page.workplace.notices.clear()
    for chamber, day in ((FISHING, "2031-5-29"), (NOW, "2031-5-28")):
        choose(page, chamber)
        page.ui.renew.click()
        assert page.renewal.ui.day.text() == day
        assert page.renewal.officers.officers[-1].name == day
        press(qtbot, Qt.Key.Key_Escape)
    page.ui.renew.click()
    anew = [b for b in page.workplace.host.findChildren(QPushButton) if b.text() == "重新填"]  # type: ignore[attr-defined]
    anew[-1].click()
    assert page.renewal.ui.day.text() == "2031-06-01"
    press(qtbot, Qt.Key.Key_Escape)
    page.ui.renew.click()
    assert page.renewal.ui.day.text() == "2031-06-01"


def test_a_renewal_that_the_program_s_end_interrupted_is_gone_on_with(
    terms_page: ChambersPage, page_of: Callable[..., ChambersPage], qtbot: QtBot
) -> None:
    renewing(terms_page, qtbot)
    retype(qtbot, "2031-5-28")
    model = terms_page.renewal.officers
    assert model.setData(model.index(2, 0), "禾小满")
    assert model.setData(model.index(0, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    again = page_of(ChambersPage, desk=terms_page.workplace.desk)  # as after a start
    choose(again, FISHING)
    again.ui.renew.click()
    assert again.renewal.ui.day.text() == "2031-06-01"
    press(qtbot, Qt.Key.Key_Escape)
    choose(again, NOW)
    again.ui.renew.click()
    assert "接着上次没完成的换届填" in notices(again)
    assert again.renewal.ui.day.text() == "2031-5-28"
    assert [officer.name for officer in again.renewal.officers.officers] == ["林听潮", "禾小满"]
    again.renewal.carry_out()
    assert in_office(again) == [("林听潮", "秘书长", "4"), ("禾小满", "理事", "4")]
    again.ui.renew.click()
    assert again.renewal.ui.day.text() == "2031-06-01"  # the one that was carried out is gone


def test_the_menu_rests_while_a_renewal_is_entered(terms_page: ChambersPage, qtbot: QtBot) -> None:
    page = terms_page

    def usable() -> list[str]:
        return [action.text() for action in page.commands() if action.isEnabled() and action.text()]

    renewing(page, qtbot)
    assert usable() == ["完成换届或延期(&U)"]
    press(qtbot, Qt.Key.Key_Escape)
    assert len(usable()) == 11
    assert "完成换届或延期(&U)" not in usable()


def test_a_chamber_that_goes_away_meanwhile_takes_its_renewal_along(
    terms_page: ChambersPage, qtbot: QtBot
) -> None:
    page = terms_page
    renewing(page, qtbot)
    page.remove([NOW.id])
    assert not page.renewal.isVisible()
    assert page.ui.tabs.isVisible()


def test_officers_are_dropped_added_and_moved(terms_page: ChambersPage, qtbot: QtBot) -> None:
    page = terms_page
    renewing(page, qtbot)
    model, table = page.renewal.officers, page.renewal.ui.officers
    table.setFocus()
    table.setCurrentIndex(model.index(0, 0))
    press(qtbot, Qt.Key.Key_Delete)
    assert [officer.name for officer in model.officers] == ["林听潮"]
    assert lines(table)[0][0] == "远帆渔具有限公司"  # it can be ticked again
    assert model.setData(model.index(2, 1), Role.VICE)  # a role without a name yet
    assert model.setData(model.index(2, 0), YUANFAN)
    assert lines(table)[2] == ["远帆渔具有限公司", "副主席（副会长）", "会员"]
    assert model.move(2, -1) == 1
    assert [officer.name for officer in model.officers] == ["远帆渔具有限公司", "林听潮"]
    assert model.move(0, -1) == 0
    table.setCurrentIndex(model.index(1, 0))
    press(qtbot, Qt.Key.Key_Delete)
    assert len(lines(table)) == 3
    assert not model.setData(QModelIndex(), "禾小满")


def test_two_of_one_name_are_told_and_asked(show_page: ShowPage, qtbot: QtBot) -> None:
    twins = (make.person("禾小满"), make.person("禾小满"))
    page = show_page((*COUNTY, *twins))
    choose(page, LUTING)
    renewing(page, qtbot)
    model = page.renewal.officers
    assert model.setData(model.index(2, 0), "禾小满")
    assert lines(page.renewal.ui.officers)[2][2] == "同名2个"
    page.renewal.carry_out()
    assert "有2个叫禾小满的" in page.renewal.ui.fault.text()
    assert model.setData(model.index(2, 0), twins[1])
    page.renewal.carry_out()
    assert not page.renewal.isVisible()
    held = [p for p in of_kind(page, Post) if getattr(p, "person_id", None) == twins[1].id]
    assert len(held) == 1


def test_a_term_is_extended_once(terms_page: ChambersPage, qtbot: QtBot) -> None:
    page = terms_page
    page.ui.table.setFocus()
    press(qtbot, Qt.Key.Key_E, CTRL)
    assert page.extension.ui.until.text() == "2032-05-20"
    retype(qtbot, "2032-5-21")
    assert "最多延至2032-05-20" in page.extension.ui.fault.text()
    assert page.extension.isVisible()
    retype(qtbot, "2031-12-31")
    assert not page.extension.isVisible()
    assert lines(page.ui.terms)[0] == ["3", "一年内到期", "2026-05-20", "2031-12-31", "5", "2031-12-31"]
    press(qtbot, Qt.Key.Key_E, CTRL)
    assert "本届已延期至2031-12-31，一届只能延期一次" in page.extension.ui.fault.text()
    press(qtbot, Qt.Key.Key_Escape)
    page.workplace.undo()
    assert lines(page.ui.terms)[0][1] == "逾期"


def test_a_term_of_unknown_length_is_not_extended_and_the_panel_says_why(
    show_page: ShowPage, qtbot: QtBot
) -> None:
    page = show_page()
    choose(page, TRADE)
    page.ui.table.setFocus()
    press(qtbot, Qt.Key.Key_E, CTRL)
    assert "还不知道渔具行业商会本届哪天届满" in page.extension.ui.fault.text()


def test_without_a_chamber_the_commands_ask_for_one(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page((OF,))
    page.ui.search.setFocus()
    press(qtbot, Qt.Key.Key_R, CTRL)
    assert not page.renewal.isVisible()
    assert "先选一家商会" in notices(page)


def type_extension(page: ChambersPage, qtbot: QtBot, text: str) -> None:
    editor = page.ui.termExtendedTo
    editor.setFocus()
    editor.selectAll()
    qtbot.keyClicks(editor, text) if text else qtbot.keyClick(editor, Qt.Key.Key_Delete)
    qtbot.keyClick(editor, Qt.Key.Key_Return)


def test_an_extension_typed_in_its_field_obeys_the_rules_and_can_be_put_right(
    terms_page: ChambersPage, qtbot: QtBot
) -> None:
    page = terms_page

    def kept() -> date | None:
        return page.form.chamber.term_extended_to if page.form.chamber else None

    type_extension(page, qtbot, "2032-5-21")
    assert "最多延至2032-05-20" in page.ui.fault.text()
    assert kept() is None
    type_extension(page, qtbot, "2031-12-3")
    assert kept() == date(2031, 12, 3)
    type_extension(page, qtbot, "2031-12-31")
    assert "一届只能延期一次。原来填错的，先清空" in page.ui.fault.text()
    assert kept() == date(2031, 12, 3)
    type_extension(page, qtbot, "")
    assert kept() is None
    type_extension(page, qtbot, "2031-12-31")
    assert kept() == date(2031, 12, 31)
    assert not page.ui.fault.isVisible()
    type_extension(page, qtbot, "2031-11-30")  # shorter is no second extension
    assert kept() == date(2031, 11, 30)


def test_more_than_five_years_are_a_hint(terms_page: ChambersPage, qtbot: QtBot) -> None:
    page = terms_page
    page.ui.termYears.setFocus()
    retype(qtbot, "6")
    assert "2032-05-20届满：一年内到期" in page.ui.termLine.text()
    assert "章程规定每届1至5年，这里是6年" in page.ui.termLine.text()


def test_what_is_due_and_overdue_is_counted_and_one_click_away(
    terms_page: ChambersPage, qtbot: QtBot
) -> None:
    page = terms_page
    assert (page.ui.overdue.text(), page.ui.due.text()) == ("已逾期 1", "12个月内到期 1")
    assert page.ui.tabs.tabText(1) == "乡镇街道，2个无商会(&W)"
    qtbot.mouseClick(page.ui.overdue, Qt.MouseButton.LeftButton)
    assert listed(page) == ["岱中街道商会"]
    qtbot.mouseClick(page.ui.due, Qt.MouseButton.LeftButton)
    assert listed(page) == ["渔具行业商会"]
    assert not page.ui.overdue.isChecked()
    page.ui.due.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert len(listed(page)) == 3
    only = next(action for action in page.commands() if action.text().startswith("只看到期和逾期"))
    only.trigger()
    assert listed(page) == ["岱中街道商会", "渔具行业商会"]
    assert page.ui.overdue.isChecked()
    assert page.ui.due.isChecked()


# -- Four Goods --------------------------------------------------------------------------------------------


def test_a_new_recognition_moves_the_one_before_to_the_list_in_one_step(
    terms_page: ChambersPage, qtbot: QtBot
) -> None:
    page = terms_page
    page.ui.ratingLevel.setFocus()
    keys(qtbot, page.ui.ratingLevel, "县级")
    qtbot.keyClick(page.ui.ratingLevel, Qt.Key.Key_Return)
    retype(qtbot, "2029")
    page.ui.recognise.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert page.ui.newLevel.hasFocus()
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Return)
    assert "认定要有级别和年度" in page.ui.ratingFault.text()
    keys(qtbot, page.ui.newLevel, "市级")
    press(qtbot, Qt.Key.Key_Return)
    assert page.ui.newYear.text() == "2031"
    press(qtbot, Qt.Key.Key_Return)
    assert not page.ui.newLevel.isVisible()
    assert page.ui.recognise.hasFocus()
    assert (page.ui.ratingLevel.text(), page.ui.ratingYear.text()) == ("市级", "2031")
    assert lines(page.ui.ratings)[0] == ["县级", "2029"]
    page.workplace.undo()
    assert (page.ui.ratingLevel.text(), page.ui.ratingYear.text()) == ("县级", "2029")
    assert of_kind(page, Rating) == []


def test_earlier_recognitions_are_typed_in_their_list(terms_page: ChambersPage, qtbot: QtBot) -> None:
    page = terms_page
    assert page.form.ratings.setData(page.form.ratings.index(0, 0), "县级")
    assert page.form.ratings.setData(page.form.ratings.index(0, 1), "2027")
    assert lines(page.ui.ratings)[0] == ["县级", "2027"]
    page.ui.recognise.click()
    press(qtbot, Qt.Key.Key_Escape)
    assert not page.ui.newLevel.isVisible()
    assert len(of_kind(page, Rating)) == 1


def test_chambers_are_listed_by_level(terms_page: ChambersPage) -> None:
    page = terms_page

    def only(box: QComboBox, text: str) -> list[str]:
        box.setCurrentIndex(box.findText(text))
        box.activated.emit(box.currentIndex())
        return listed(page)

    assert only(page.ui.rating, "市级") == ["渔具行业商会"]
    assert only(page.ui.rating, "未认定") == ["船舶行业商会", "岱中街道商会"]


# -- townships renamed -------------------------------------------------------------------------------------


def test_a_renamed_township_keeps_its_chamber_and_is_not_entered_again(show_page: ShowPage) -> None:
    page = show_page()
    row = list(towns(page)).index("鹭汀镇")
    assert page.townships.setData(page.townships.index(row, 0), "鹭汀街道")
    assert towns(page)["鹭汀街道"] == "鹭汀镇商会"
    assert not page.townships.setData(page.townships.index(3, 0), "鹭汀街道")
    assert "鹭汀街道已在表中" in notices(page)
    assert not page.townships.setData(page.townships.index(3, 0), "鹭汀镇")
    assert len(of_kind(page, Township)) == 3
    choose(page, LUTING)
    assert page.ui.township.currentText() == "鹭汀街道"
    assert listed(page, 2)[0] == "鹭汀街道"
