"""The members page, as a clerk uses it: looking members up, typing a pile of forms, leaving, deleting.

Over 400 lines: one page, with one set of helpers.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

import factories as make
from moushi.domain.kinds import MemberKind, Role
from moushi.domain.record import Record
from moushi.domain.records import Chamber, Member, Membership, Post
from moushi.ui.members_page import MembersPage
from ui.windows import noticed

OF = make.federation()
LU, SHA = make.township(OF, "鹭汀镇"), make.township(OF, "沙浦镇")
CHAMBER = make.chamber(OF, "鹭汀镇商会", township_id=LU.id)
YUANFAN = make.member(
    OF,
    "远帆渔具有限公司",
    township_id=LU.id,
    phone="13812345678",
    joined_on=date(2020, 5, 1),
    staff=9,
    uscc="91350100M000100Y43",
)
HAIMIAO = make.member(OF, "海锚民宿", township_id=SHA.id, kind=MemberKind.INDIVIDUAL, staff=30)
LEFT = make.member(OF, "旧港货栈", left_on=date(2030, 3, 1))
COUNTY = (OF, LU, SHA, CHAMBER, YUANFAN, HAIMIAO, LEFT, make.membership(YUANFAN, CHAMBER))

ShowPage = Callable[..., MembersPage]


@pytest.fixture
def show_page(page_of: Callable[..., MembersPage]) -> ShowPage:
    def shown(records: tuple[Record, ...] = COUNTY, **options: object) -> MembersPage:
        return page_of(MembersPage, records, **options)

    return shown


def listed(page: MembersPage) -> list[str]:
    return [str(page.model.index(row, 0).data()) for row in range(page.model.rowCount())]


def cell(page: MembersPage, row: int, heading: str) -> str:
    headings = [
        str(page.model.headerData(n, Qt.Orientation.Horizontal)) for n in range(page.model.columnCount())
    ]
    return str(page.model.index(row, headings.index(heading)).data())


def choose(page: MembersPage, member: Member) -> None:
    page.list.go_to(page.model.row_of(member.id))


def stored(page: MembersPage, member: Member) -> Member | None:
    with page.workplace.desk.snapshot() as snapshot:
        return snapshot.get(Member, member.id)


def of_kind(page: MembersPage, kind: type[Record]) -> list[Record]:
    with page.workplace.desk.snapshot() as snapshot:
        return list(snapshot.where(kind))


def keys(qtbot: QtBot, widget: QWidget, text: str) -> None:
    """Type Chinese too, which has no keys of its own: an input method commits it."""
    widget.setFocus()
    insert = getattr(widget, "insert", None)
    if insert and not text.isascii():
        insert(text)
    else:
        qtbot.keyClicks(widget, text)


def test_members_now_are_listed_with_the_names_of_what_they_point_to(show_page: ShowPage) -> None:
    page = show_page()
    assert sorted(listed(page)) == ["海锚民宿", "远帆渔具有限公司"]
    row = page.model.row_of(YUANFAN.id)
    assert [cell(page, row, head) for head in ("乡镇街道", "商会", "类别", "人数")] == [
        "鹭汀镇",
        "鹭汀镇商会",
        "企业",
        "9",
    ]
    assert page.ui.count.text().startswith("2家")


def test_searching_while_typing_narrows_the_list(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    qtbot.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.ui.search.hasFocus()
    keys(qtbot, page.ui.search, "民宿")
    qtbot.waitUntil(lambda: listed(page) == ["海锚民宿"])
    qtbot.keyClick(page.ui.search, Qt.Key.Key_Return)
    assert page.ui.table.hasFocus()
    assert page.ui.name.text() == "海锚民宿"
    qtbot.keyClick(page.ui.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(listed(page)) == 2)
    assert page.ui.name.text() == "海锚民宿"  # what was chosen stays so


def test_nothing_found_says_what_to_do(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    keys(qtbot, page.ui.search, "zzz")
    qtbot.waitUntil(lambda: listed(page) == [])
    assert "请改搜索词" in page.ui.empty.text()


def test_filters_and_those_who_left(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    page.ui.township.setFocus()
    qtbot.keyClick(page.ui.township, Qt.Key.Key_Down)
    page.ui.township.activated.emit(page.ui.township.currentIndex())
    assert len(listed(page)) == 1
    page.ui.township.setCurrentIndex(0)
    page.ui.standing.setCurrentIndex(1)
    page.ui.standing.activated.emit(1)
    assert listed(page) == ["旧港货栈"]
    assert cell(page, 0, "退会") == "2030-03-01"


def test_headings_sort_and_turn_round(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    header = page.ui.table.horizontalHeader()
    staff = next(n for n, column in enumerate(page.model.columns) if column.text.source == "Staff")
    header.sectionClicked.emit(staff)
    assert listed(page) == ["远帆渔具有限公司", "海锚民宿"]
    header.sectionClicked.emit(staff)
    assert listed(page) == ["海锚民宿", "远帆渔具有限公司"]


def test_a_pile_of_forms_is_typed_without_the_mouse(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    qtbot.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    ui = page.ui
    assert ui.name.hasFocus()
    keys(qtbot, ui.name, "晨汐网络科技")
    qtbot.keyClick(ui.name, Qt.Key.Key_Tab)
    assert ui.memberKind.hasFocus()
    assert "晨汐网络科技" in listed(page)
    keys(qtbot, ui.industry, "网络")
    keys(qtbot, ui.joinedOn, "2031-3-5")
    keys(qtbot, ui.birthYear, "1990")
    qtbot.keyClick(ui.birthYear, Qt.Key.Key_Return)
    assert ui.name.hasFocus()
    assert ui.name.text() == ""
    assert (ui.industry.text(), ui.joinedOn.text()) == ("网络", "2031-03-05")
    keys(qtbot, ui.name, "潮生餐饮")
    qtbot.keyClick(ui.name, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert ui.name.text() == ""
    assert {"晨汐网络科技", "潮生餐饮"} <= set(listed(page))
    added = [member for member in of_kind(page, Member) if getattr(member, "name", "") == "潮生餐饮"]
    assert [getattr(member, "industry", "") for member in added] == ["网络"]


def test_a_field_that_enter_goes_to_is_scrolled_into_view(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    page.resize(606, 280)
    page.add()
    QApplication.processEvents()
    for _ in range(12):
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, Qt.Key.Key_Return)
        QApplication.processEvents()
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused.visibleRegion().boundingRect().height() > focused.height() // 2, focused.objectName()


def test_the_last_chamber_is_joined_and_remembered_in_the_store(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    page.workplace.desk.store.put_setting("register.last", {"chamber": str(CHAMBER.id), "kind": "group"})
    page.add()
    assert page.ui.memberKind.currentText() == "团体"
    keys(qtbot, page.ui.name, "和兴渔业合作社")
    page.settle()
    new = next(m for m in of_kind(page, Member) if getattr(m, "name", "") == "和兴渔业合作社")
    held = [m for m in of_kind(page, Membership) if getattr(m, "member_id", None) == new.id]
    assert [getattr(m, "chamber_id", None) for m in held] == [CHAMBER.id]
    assert cell(page, page.model.row_of(new.id), "商会") == "鹭汀镇商会"
    page.workplace.undo()  # one step: the member with its membership
    assert "和兴渔业合作社" not in listed(page)


def test_a_member_begun_and_left_empty_is_none(show_page: ShowPage) -> None:
    page = show_page()
    page.add()
    choose(page, YUANFAN)
    assert page.ui.name.text() == "远帆渔具有限公司"
    assert len(of_kind(page, Member)) == 3


def test_a_likely_duplicate_is_said_while_typing_and_can_be_gone_to(
    show_page: ShowPage, qtbot: QtBot
) -> None:
    page = show_page()
    page.add()
    keys(qtbot, page.ui.name, "远帆（渔具）有限责任公司")
    qtbot.waitUntil(page.ui.nameAdvice.isVisible)
    assert "可能已有" in page.ui.nameAdvice.text()
    assert "名称相同" in page.ui.nameAdvice.text()
    page.ui.nameAdvice.linkActivated.emit(str(YUANFAN.id))
    assert page.ui.name.text() == "远帆渔具有限公司"


def test_going_to_a_duplicate_drops_the_new_member(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    page.add()
    keys(qtbot, page.ui.name, "远帆渔具公司")
    page.ui.nameAdvice.linkActivated.emit(str(YUANFAN.id))
    assert page.ui.name.text() == "远帆渔具有限公司"
    assert len(of_kind(page, Member)) == 3


def test_a_duplicate_entered_already_is_offered_for_deletion(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    page.add()
    keys(qtbot, page.ui.name, "远帆渔具公司")
    qtbot.keyClick(page.ui.name, Qt.Key.Key_Tab)
    assert len(of_kind(page, Member)) == 4
    page.ui.nameAdvice.linkActivated.emit(str(YUANFAN.id))
    assert "远帆渔具公司已作为新会员录入" in noticed(page)
    host = page.workplace.host  # type: ignore[attr-defined]
    (button,) = [b for b in host.findChildren(QPushButton) if b.text() == "删除"]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(of_kind(page, Member)) == 3


def test_a_new_member_that_the_filters_hide_can_be_typed_to_its_end(
    show_page: ShowPage, qtbot: QtBot
) -> None:
    page = show_page()
    page.ui.search.setText("海锚")
    page.list.search_now()
    page.add()
    keys(qtbot, page.ui.name, "晨汐网络科技")
    qtbot.keyClick(page.ui.name, Qt.Key.Key_Tab)
    assert listed(page) == ["海锚民宿"]
    assert page.ui.name.text() == "晨汐网络科技"
    assert page.ui.memberKind.hasFocus()


def test_the_same_code_is_said(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    page.add()
    keys(qtbot, page.ui.uscc, "91350100M000100Y43")
    qtbot.waitUntil(page.ui.nameAdvice.isVisible)
    assert "信用代码相同" in page.ui.nameAdvice.text()


def test_a_code_is_advised_on_while_it_is_typed_and_never_refused(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    choose(page, HAIMIAO)
    keys(qtbot, page.ui.uscc, "91350100M000100Y44")
    assert page.ui.usccAdvice.isVisible()
    assert "校验码不符" in page.ui.usccAdvice.text()
    page.settle()
    held = stored(page, HAIMIAO)
    assert held is not None
    assert held.uscc == "91350100M000100Y44"


def test_a_code_may_be_typed_in_any_width_and_case(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    choose(page, HAIMIAO)
    page.ui.uscc.setFocus()
    qtbot.keyClicks(page.ui.uscc, "91350100m000 100y43")
    assert page.ui.uscc.text() == "91350100M000100Y43"
    page.ui.uscc.setCursorPosition(2)
    qtbot.keyClicks(page.ui.uscc, "a")
    assert (page.ui.uscc.text()[:4], page.ui.uscc.cursorPosition()) == ("91A3", 3)


def test_enter_on_a_row_goes_to_its_form(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    choose(page, HAIMIAO)
    page.ui.table.setFocus()
    qtbot.keyClick(page.ui.table, Qt.Key.Key_Return)
    assert page.ui.name.hasFocus()


def test_a_phone_number_is_masked_until_asked_for(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    choose(page, YUANFAN)
    assert page.ui.phoneMasked.text() == "138****5678"
    assert not page.ui.phone.isVisible()
    qtbot.mouseClick(page.ui.phoneShow, Qt.MouseButton.LeftButton)
    assert page.ui.phone.isVisible()
    assert page.ui.phone.text() == "13812345678"
    choose(page, HAIMIAO)
    choose(page, YUANFAN)
    assert not page.ui.phone.isVisible()


def test_leaving_before_joining_is_said_at_once(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    choose(page, YUANFAN)
    assert not page.ui.leavingAdvice.isVisible()
    keys(qtbot, page.ui.leftOn, "2020-2-28")
    page.settle()
    assert "退会日期早于入会日期（2020-05-01）" in page.ui.leavingAdvice.text()
    assert page.ui.leavingAdvice.isVisible()
    page.workplace.undo()
    assert not page.ui.leavingAdvice.isVisible()


def test_leaving_offers_how_long_the_member_is_kept(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    choose(page, YUANFAN)
    keys(qtbot, page.ui.leftOn, "2031-2-28")
    page.settle()
    assert page.ui.retainUntil.text() == "2032-02-28"
    page.workplace.undo()
    held = stored(page, YUANFAN)
    assert held is not None
    assert (held.left_on, held.retain_until) == (None, None)


def test_deleting_is_one_step_and_the_notice_takes_it_back(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    choose(page, YUANFAN)
    page.ui.table.setFocus()
    qtbot.keyClick(page.ui.table, Qt.Key.Key_Delete)
    assert listed(page) == ["海锚民宿"]
    assert of_kind(page, Membership) == []
    assert page.ui.name.text() == "海锚民宿"
    assert "已删除" in noticed(page)
    page.workplace.undo()
    assert len(of_kind(page, Membership)) == 1
    assert len(listed(page)) == 2


def test_going_to_a_row_while_control_is_held_chooses_it_alone(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    choose(page, YUANFAN)
    qtbot.keyPress(page.ui.table, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    choose(page, HAIMIAO)
    assert page.list.selected_ids == [HAIMIAO.id]
    qtbot.keyRelease(page.ui.table, Qt.Key.Key_Control)


def test_rows_are_copied_for_excel(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    choose(page, YUANFAN)
    page.ui.table.setFocus()
    qtbot.keyClick(page.ui.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().startswith("远帆渔具有限公司\t企业\t鹭汀镇\t鹭汀镇商会")


def test_kind_and_township_are_chosen_from_lists(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    choose(page, HAIMIAO)
    for box, letters in ((page.ui.memberKind, "企"), (page.ui.memberTownship, "")):
        box.setFocus()
        at = box.currentIndex()
        qtbot.keyClick(box, Qt.Key.Key_Up)
        assert box.currentIndex() == at - 1, letters
    held = stored(page, HAIMIAO)
    assert held is not None
    assert held.kind is MemberKind.GROUP
    assert held.township_id == LU.id or held.township_id is None


def test_a_post_is_added_by_its_role_in_the_member_s_chamber(show_page: ShowPage) -> None:
    page = show_page()
    choose(page, YUANFAN)
    assert page.form.posts.setData(page.form.posts.index(0, 0), Role.VICE)
    (post,) = of_kind(page, Post)
    assert (getattr(post, "chamber_id", None), getattr(post, "member_id", None)) == (CHAMBER.id, YUANFAN.id)
    assert page.form.posts.index(0, 1).data() == "鹭汀镇商会"
    assert cell(page, page.model.row_of(YUANFAN.id), "职务") != ""
    assert page.form.posts.setData(page.form.posts.index(0, 1), OF.id)
    assert page.form.posts.index(0, 1).data() == OF.name


def test_what_is_hidden_by_filters_is_revealed(show_page: ShowPage) -> None:
    page = show_page()
    page.ui.search.setText("海锚")
    page.list.search_now()
    assert page.reveal(Member, LEFT.id)
    assert page.ui.name.text() == "旧港货栈"
    membership = of_kind(page, Membership)[0]
    assert page.reveal(Membership, membership.id)
    assert page.ui.name.text() == "远帆渔具有限公司"
    assert not page.reveal(Chamber, CHAMBER.id)


def test_a_value_changed_elsewhere_is_seen_and_rows_stay_where_they_are(show_page: ShowPage) -> None:
    page = show_page()
    before = listed(page)
    from moushi.changes.model import typed

    page.workplace.apply(typed(Member, YUANFAN.id, "name", YUANFAN.name, "阿远帆"))
    assert listed(page) == [name.replace("远帆渔具有限公司", "阿远帆") for name in before]


def test_two_federations_ask_which_one_a_new_member_is_of(show_page: ShowPage) -> None:
    page = show_page((*COUNTY, make.federation("海岬县工商联")))
    assert not page.ui.add.isEnabled()
    page.add()
    assert "先在上方选定工商联" in noticed(page)


def test_a_store_for_reading_only_takes_no_new_members(
    page_of: Callable[..., MembersPage], make_desk: Callable[..., object]
) -> None:
    page = page_of(MembersPage, desk=make_desk(COUNTY, read_only=True))
    choose(page, YUANFAN)
    assert not page.ui.add.isEnabled()
    assert page.ui.name.isReadOnly()
    assert len(listed(page)) == 2


def test_the_page_speaks_english_too(show_page: ShowPage) -> None:
    from moushi.desk.preferences import Language

    page = show_page(speak=Language.ENGLISH)
    assert page.ui.count.text() == "2 members"
    assert page.commands()[0].text() == "&Add Member"


def test_every_letter_of_the_page_s_menu_is_given_once(show_page: ShowPage) -> None:
    texts = [action.text() for action in show_page().commands() if not action.isSeparator()]
    letters = [text[text.index("&") + 1].upper() for text in texts]
    assert len(set(letters)) == len(letters)
    assert QApplication.focusWidget() is not None


@pytest.mark.qt_log_ignore("This plugin does not support")  # of the offscreen platform, on lists that pop up
def test_a_role_is_chosen_from_the_list_in_its_cell(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    choose(page, YUANFAN)
    table = page.ui.posts
    table.setFocus()
    table.setCurrentIndex(page.form.posts.index(0, 0))
    qtbot.keyClick(table, Qt.Key.Key_F2)
    box = table.findChild(QComboBox)
    box.hidePopup()
    box.setCurrentIndex(box.findText("副主席（副会长）"))
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: of_kind(page, Post) != [])
    assert getattr(of_kind(page, Post)[0], "role", None) is Role.VICE
