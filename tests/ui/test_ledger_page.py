"""The ledger page, as a clerk uses it: a pile of notes, looking entries up, by days, items, photos.

Over 400 lines: one page, with one set of helpers.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

import factories as make
from moushi.changes.model import typed
from moushi.desk.preferences import Language
from moushi.domain.kinds import ActivityKind, CountRule, MeasureSource
from moushi.domain.record import Record
from moushi.domain.records import Activity, ActivityItem, Attachment, Chamber, Member, Participation
from moushi.store.attachments import folder_of
from moushi.ui.ledger_page import LedgerPage
from moushi.ui.workplace import Workplace

pops_up = pytest.mark.qt_log_ignore("This plugin does not support")  # of the offscreen platform, on lists

TODAY = date(2031, 3, 20)
OF = make.federation()
LU, SHA = make.chamber(OF, "鹭汀镇商会"), make.chamber(OF, "沙浦镇商会")
YUANFAN, HAIMAO = make.member(OF, "远帆渔具有限公司"), make.member(OF, "海锚民宿")
PLAN = make.plan(OF, 2031)
THEME = make.theme(PLAN)
CAR = make.item(THEME, "办好亲清直通车·政企恳谈会；", short_title="亲清直通车")
SESSIONS = make.measure(
    CAR,
    name="场次",
    source=MeasureSource.LEDGER,
    rule=CountRule.ACTIVITIES,
    activity_kind=ActivityKind.DIALOGUE,
)
VISIT = make.activity(OF, title="走访远帆", held_on=date(2031, 3, 12), chamber_id=LU.id)
TALK = make.activity(OF, ActivityKind.TALK, title="宣讲", held_on=date(2031, 3, 15), people=80)
GIFT = make.activity(
    OF, ActivityKind.DONATION, title="助学", held_on=date(2031, 4, 2), amount=Decimal(20_000_000)
)
COUNTY = (OF, LU, SHA, YUANFAN, HAIMAO, PLAN, THEME, CAR, SESSIONS, VISIT, TALK, GIFT)
COUNTY = (*COUNTY, make.participation(VISIT, YUANFAN))

CONTROL = Qt.KeyboardModifier.ControlModifier
ShowPage = Callable[..., LedgerPage]


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Workplace, "today", lambda _: TODAY)


@pytest.fixture
def show_page(page_of: Callable[..., LedgerPage]) -> ShowPage:
    def shown(records: tuple[Record, ...] = COUNTY, **options: object) -> LedgerPage:
        return page_of(LedgerPage, records, **options)

    return shown


def listed(page: LedgerPage) -> list[str]:
    return [str(page.model.index(row, 2).data()) for row in range(page.model.rowCount())]


def cell(page: LedgerPage, row: int, heading: str) -> str:
    headings = [
        str(page.model.headerData(n, Qt.Orientation.Horizontal)) for n in range(page.model.columnCount())
    ]
    return str(page.model.index(row, headings.index(heading)).data())


def choose(page: LedgerPage, entry: Activity) -> None:
    page.list.go_to(page.model.row_of(entry.id))


def of_kind(page: LedgerPage, kind: type[Record]) -> list[Record]:
    with page.workplace.desk.snapshot() as snapshot:
        return list(snapshot.where(kind))


def stored(page: LedgerPage, title: str) -> Activity:
    (found,) = [each for each in of_kind(page, Activity) if getattr(each, "title", "") == title]
    assert isinstance(found, Activity)
    return found


def write(qtbot: QtBot, text: str, at: QWidget | None = None) -> None:
    """Type where the keyboard is; Chinese is committed by an input method."""
    editor = at or QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.setFocus()
    if text.isascii():
        editor.selectAll()
        qtbot.keyClicks(editor, text)
    else:
        editor.selectAll()
        editor.insert(text)
        editor.textEdited.emit(editor.text())


def enter(qtbot: QtBot, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, Qt.Key.Key_Return, modifiers)


def focused(page: LedgerPage) -> str:
    widget = QApplication.focusWidget()
    return widget.objectName() if widget else ""


def notices(page: LedgerPage) -> str:
    host = page.workplace.host  # type: ignore[attr-defined]
    return "\n".join(label.text() for label in host.findChildren(QLabel))


# -- a pile of notes -----------------------------------------------------------------------------------------


@pops_up
def test_a_pile_of_notes_is_written_down_without_the_mouse(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    qtbot.keyClick(page, Qt.Key.Key_N, CONTROL)
    ui = page.ui
    assert focused(page) == "heldOn"
    assert ui.heldOn.text() == "2031-03-20"
    write(qtbot, "3.16")
    enter(qtbot)
    assert focused(page) == "entryKind"
    ui.entryKind.setCurrentIndex(list(ActivityKind).index(ActivityKind.DIALOGUE))
    ui.entryKind.activated.emit(ui.entryKind.currentIndex())
    enter(qtbot)
    assert focused(page) == "title"
    write(qtbot, "第三期恳谈会")
    enter(qtbot)
    assert focused(page) == "entryChamber"
    assert "第三期恳谈会" in listed(page)
    qtbot.keyClick(ui.entryChamber, Qt.Key.Key_Down)
    enter(qtbot)
    assert focused(page) == "member"
    write(qtbot, "远帆")
    enter(qtbot)
    assert (focused(page), ui.member.text()) == ("member", "")
    write(qtbot, "hmms")
    enter(qtbot)
    assert [ui.members.item(n).text() for n in range(ui.members.count())] == ["海锚民宿", "远帆渔具有限公司"]
    enter(qtbot)
    assert focused(page) == "collected"
    write(qtbot, "12")
    enter(qtbot)
    write(qtbot, "9")
    enter(qtbot)
    assert focused(page) == "place"
    write(qtbot, "文化礼堂")
    enter(qtbot)
    assert focused(page) == "heldOn"
    held = stored(page, "第三期恳谈会")
    assert (held.held_on, held.kind, held.collected, held.closed, held.place) == (
        date(2031, 3, 16),
        ActivityKind.DIALOGUE,
        12,
        9,
        "文化礼堂",
    )
    assert held.chamber_id == LU.id
    assert (
        len([each for each in of_kind(page, Participation) if getattr(each, "activity_id", 0) == held.id])
        == 2
    )
    # the next one begins with kind, chamber and place, and today
    assert (ui.heldOn.text(), ui.title.text(), ui.place.text()) == ("2031-03-20", "", "文化礼堂")
    assert ui.entryKind.currentText() == "亲清直通车·政企恳谈会"
    assert ui.entryChamber.currentText() == "鹭汀镇商会"
    write(qtbot, "第四期", ui.title)
    enter(qtbot, CONTROL)
    assert stored(page, "第四期").chamber_id == LU.id
    assert ui.title.text() == ""
    assert len(of_kind(page, Activity)) == 5


def test_the_kind_decides_which_counts_are_asked(show_page: ShowPage) -> None:
    page = show_page()
    ui = page.ui
    asked = {
        VISIT: [],
        TALK: ["people"],
        GIFT: ["amount"],
    }
    for entry, names in asked.items():
        choose(page, entry)
        fields = (
            "meeting",
            "people",
            "collected",
            "closed",
            "cases",
            "settled",
            "jobs",
            "villages",
            "amount",
            "fee",
        )
        assert [name for name in fields if getattr(ui, name).isVisible()] == names
    ui.entryKind.setCurrentIndex(list(ActivityKind).index(ActivityKind.LOAN))
    ui.entryKind.activated.emit(ui.entryKind.currentIndex())
    assert ui.fee.isVisible()


def test_amounts_are_typed_and_shown_as_offices_write_them(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    choose(page, GIFT)
    assert page.ui.amount.text() == "2000万"
    write(qtbot, "1.2亿", page.ui.amount)
    page.settle()
    assert stored(page, "助学").amount == 120_000_000
    assert cell(page, page.model.row_of(GIFT.id), "金额") == "1.2亿"


def test_the_last_values_are_remembered_in_the_store(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    page.workplace.desk.store.put_setting(
        "ledger.last", {"kind": "training", "chamber": str(SHA.id), "place": "礼堂"}
    )
    page.add()
    assert page.ui.entryKind.currentText() == "培训"
    assert page.ui.entryChamber.currentText() == "沙浦镇商会"
    assert page.ui.people.isVisible()


def test_an_entry_begun_and_left_is_none_and_one_with_a_count_is_one(
    show_page: ShowPage, qtbot: QtBot
) -> None:
    page = show_page()
    page.add()
    for _ in range(3):
        enter(qtbot)
    choose(page, VISIT)
    assert len(of_kind(page, Activity)) == 3
    page.workplace.desk.store.put_setting("ledger.last", {"kind": "talk"})
    page.form.forget()
    page.add()
    write(qtbot, "35", page.ui.people)
    choose(page, VISIT)
    assert len(of_kind(page, Activity)) == 4


def test_going_on_without_having_said_anything_asks_for_something(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    page.add()
    enter(qtbot, CONTROL)
    assert "请写上事项或会员" in notices(page)
    assert focused(page) == "title"
    assert len(of_kind(page, Activity)) == 3
    page.ui.entryChamber.setFocus()
    qtbot.keyClick(page.ui.entryChamber, Qt.Key.Key_Down)
    enter(qtbot, CONTROL)  # a visit to a chamber is one
    assert len(of_kind(page, Activity)) == 4
    assert page.form.is_entering


def test_the_date_goes_a_day_on_and_back_with_the_arrows(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    choose(page, VISIT)
    page.ui.heldOn.setFocus()
    qtbot.keyClick(page.ui.heldOn, Qt.Key.Key_Up)
    qtbot.keyClick(page.ui.heldOn, Qt.Key.Key_Up)
    assert page.ui.heldOn.text() == "2031-03-14"
    qtbot.keyClick(page.ui.heldOn, Qt.Key.Key_Down)
    page.settle()
    assert stored(page, "走访远帆").held_on == date(2031, 3, 13)


@pops_up
def test_several_members_are_pasted_at_once_and_strangers_stay_in_the_line(
    show_page: ShowPage, qtbot: QtBot
) -> None:
    page = show_page()
    choose(page, TALK)
    write(qtbot, "远帆渔具有限公司、海锚民宿，无名氏", page.ui.member)
    enter(qtbot)
    assert page.ui.members.count() == 2
    assert page.ui.member.text() == "无名氏"
    assert "“无名氏”还不是会员" in notices(page)
    assert page.workplace.desk.store.history()[0].edit_count == 2  # one step
    qtbot.keyClick(page.ui.member, Qt.Key.Key_Escape)
    assert page.ui.member.text() == ""


@pops_up
def test_enter_takes_the_first_found_and_down_another(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page((*COUNTY, make.member(OF, "远航货栈"), make.member(OF, "远航货栈第二分店")))
    choose(page, TALK)
    line = page.ui.member
    popup = line.completer().popup()
    write(qtbot, "yh", line)
    assert popup.isVisible()
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert (page.ui.members.count(), line.text()) == (1, "")
    assert page.ui.members.item(0).text() == "远航货栈"
    write(qtbot, "yh", line)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.ui.members.count() == 2)
    assert line.text() == ""
    write(qtbot, "yhhz", line)
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()


@pops_up
def test_a_name_typed_in_full_is_added_on_leaving_and_a_part_of_one_is_said(
    show_page: ShowPage, qtbot: QtBot
) -> None:
    page = show_page()
    choose(page, TALK)
    popup = page.ui.member.completer().popup()
    write(qtbot, "海锚民宿", page.ui.member)
    qtbot.keyClick(popup if popup.isVisible() else page.ui.member, Qt.Key.Key_Tab)
    assert (page.ui.members.count(), page.ui.member.text()) == (1, "")
    write(qtbot, "远帆", page.ui.member)
    qtbot.keyClick(popup if popup.isVisible() else page.ui.member, Qt.Key.Key_Tab)
    assert (page.ui.members.count(), page.ui.member.text()) == (1, "远帆")
    choose(page, VISIT)
    assert "“远帆”没有添加" in notices(page)
    assert page.ui.member.text() == ""


def test_delete_takes_a_member_out_and_undo_brings_it_back(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    choose(page, VISIT)
    page.ui.members.setFocus()
    page.ui.members.setCurrentRow(0)
    qtbot.keyClick(page.ui.members, Qt.Key.Key_Delete)
    assert of_kind(page, Participation) == []
    assert not page.ui.members.isVisible()
    assert cell(page, page.model.row_of(VISIT.id), "会员") == ""
    page.workplace.undo()
    assert page.ui.members.count() == 1
    assert cell(page, page.model.row_of(VISIT.id), "会员") == "远帆渔具有限公司"


@pops_up
def test_a_member_alone_brings_a_new_entry_into_the_store_in_one_step(
    show_page: ShowPage, qtbot: QtBot
) -> None:
    page = show_page()
    page.add()
    write(qtbot, "海锚", page.ui.member)
    enter(qtbot)
    assert len(of_kind(page, Activity)) == 4
    assert "走访：海锚民宿" in listed(page)
    write(qtbot, "走访海锚", page.ui.title)
    enter(qtbot)
    assert stored(page, "走访海锚").held_on == TODAY
    page.workplace.undo()
    page.workplace.undo()
    assert len(of_kind(page, Activity)) == 3


def test_likely_slips_are_said_while_typing(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    page.add()
    ui = page.ui
    ui.entryKind.setCurrentIndex(list(ActivityKind).index(ActivityKind.DIALOGUE))
    ui.entryKind.activated.emit(ui.entryKind.currentIndex())
    write(qtbot, "3", ui.collected)
    write(qtbot, "5", ui.closed)
    qtbot.waitUntil(ui.advice.isVisible)
    assert "办结问题（5）多于归集问题（3）" in ui.advice.text()
    write(qtbot, "2030-3-1", ui.heldOn)
    qtbot.waitUntil(lambda: "不在当前年份2031年内" in ui.advice.text())
    write(qtbot, "3", ui.closed)
    write(qtbot, "2031-3-1", ui.heldOn)
    qtbot.waitUntil(lambda: not ui.advice.isVisible())


def test_the_same_event_twice_is_said_and_gone_to(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    page.add()
    ui = page.ui
    ui.entryChamber.setFocus()
    qtbot.keyClick(ui.entryChamber, Qt.Key.Key_Down)
    write(qtbot, "访企", ui.title)
    write(qtbot, "3.12", ui.heldOn)
    qtbot.waitUntil(lambda: "当天可能已记过：走访远帆" in ui.advice.text())
    ui.advice.linkActivated.emit(str(VISIT.id))
    assert ui.title.text() == "走访远帆"


def test_a_value_that_cannot_be_kept_is_said_and_stays(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    choose(page, TALK)
    write(qtbot, "很多", page.ui.people)
    enter(qtbot)
    assert page.ui.fault.isVisible()
    assert page.ui.people.text() == "很多"
    assert not page.settle()


# -- the list ------------------------------------------------------------------------------------------------


def test_the_newest_stands_first_and_lines_say_what_was_counted(show_page: ShowPage) -> None:
    page = show_page()
    assert listed(page) == ["助学", "宣讲", "走访远帆"]
    assert [cell(page, 1, head) for head in ("日期", "类别", "数量")] == ["2031-03-15", "宣讲", "80人"]
    assert page.ui.count.text() == "3条记录"
    assert page.ui.title.text() == "助学"


@pops_up
def test_words_kinds_months_and_members_narrow_the_list(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    ui = page.ui
    qtbot.keyClick(page, Qt.Key.Key_F, CONTROL)
    write(qtbot, "远帆渔具")
    qtbot.waitUntil(lambda: listed(page) == ["走访远帆"])
    qtbot.keyClick(ui.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(listed(page)) == 3)
    for box, value, found in (
        (ui.kind, ActivityKind.TALK, ["宣讲"]),
        (ui.month, 4, ["助学"]),
        (ui.chamber, LU.id, ["走访远帆"]),
    ):
        box.setCurrentIndex([box.itemData(n) for n in range(box.count())].index(value))
        box.activated.emit(box.currentIndex())
        assert listed(page) == found
        box.setCurrentIndex(0)
        box.activated.emit(0)
    write(qtbot, "yuanfan", ui.memberFilter)
    enter(qtbot)
    assert listed(page) == ["走访远帆"]
    assert ui.memberFilter.text() == "远帆渔具有限公司"
    qtbot.keyClick(ui.memberFilter, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(listed(page)) == 3)


def test_entries_of_other_years_are_seen_among_all_years(show_page: ShowPage) -> None:
    old = make.activity(OF, title="旧事", held_on=date(2029, 5, 1))
    page = show_page((*COUNTY, old))
    assert "旧事" not in listed(page)
    page.ui.month.setCurrentIndex(page.ui.month.count() - 1)
    page.ui.month.activated.emit(page.ui.month.count() - 1)
    assert listed(page)[-1] == "旧事"
    page.ui.month.setCurrentIndex(0)
    page._reload()
    assert page.reveal(Activity, old.id)  # no year to choose has it
    assert page.ui.title.text() == "旧事"


def test_headings_sort_and_turn_round(show_page: ShowPage) -> None:
    page = show_page()
    header = page.ui.table.horizontalHeader()
    header.sectionClicked.emit(0)
    assert listed(page) == ["走访远帆", "宣讲", "助学"]
    header.sectionClicked.emit(6)
    assert listed(page)[0] == "助学"


def test_deleting_is_one_step_and_the_notice_takes_it_back(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    choose(page, VISIT)
    page.ui.table.setFocus()
    qtbot.keyClick(page.ui.table, Qt.Key.Key_Delete)
    assert "走访远帆" not in listed(page)
    assert of_kind(page, Participation) == []
    assert "已删除台账记录：走访远帆" in notices(page)
    host = page.workplace.host  # type: ignore[attr-defined]
    (undo,) = [button for button in host.findChildren(QPushButton) if button.text() == "撤销"]
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert "走访远帆" in listed(page)
    assert len(of_kind(page, Participation)) == 1


def test_rows_are_copied_for_excel(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    choose(page, TALK)
    page.ui.table.setFocus()
    qtbot.keyClick(page.ui.table, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text().startswith("2031-03-15\t宣讲\t宣讲\t\t\t80人")


def test_what_another_page_changes_is_seen(show_page: ShowPage) -> None:
    page = show_page()
    choose(page, VISIT)
    page.workplace.apply(typed(Member, YUANFAN.id, "name", YUANFAN.name, "新帆渔具"))
    assert cell(page, page.model.row_of(VISIT.id), "会员") == "新帆渔具"
    assert page.ui.members.item(0).text() == "新帆渔具"
    page.workplace.apply(typed(Chamber, LU.id, "name", LU.name, "新汀商会"))
    assert page.ui.entryChamber.currentText() == "新汀商会"


def test_records_of_the_ledger_are_revealed(show_page: ShowPage) -> None:
    page = show_page()
    page.ui.search.setText("助学")
    page.list.search_now()
    joined = of_kind(page, Participation)[0]
    assert page.reveal(Participation, joined.id)
    assert page.ui.title.text() == "走访远帆"
    assert page.ui.search.text() == ""
    assert not page.reveal(Chamber, LU.id)


# -- plan items ----------------------------------------------------------------------------------------------


def suggestions(page: LedgerPage) -> list[QToolButton]:
    return [each for each in page.ui.suggestions.findChildren(QToolButton) if each.isVisible()]


def test_an_item_that_counts_the_kind_is_suggested_and_taken_by_a_click(
    show_page: ShowPage, qtbot: QtBot
) -> None:
    page = show_page()
    choose(page, VISIT)
    assert suggestions(page) == []
    dialogue = make.activity(OF, ActivityKind.DIALOGUE, title="第三期", held_on=date(2031, 3, 16))
    page.workplace.apply(make.proposal(dialogue))
    choose(page, dialogue)
    (button,) = suggestions(page)
    assert button.text() == "服务“亲清直通车”？"
    assert "计入指标：场次（亲清直通车）" in page.ui.counted.text()
    for before, now in (("亲清直通车", "恳谈会"), ("恳谈会", "亲清直通车")):
        page.workplace.apply(typed(type(CAR), CAR.id, "short_title", before, now))
        qtbot.waitUntil(lambda: len(suggestions(page)) == 1)
        (button,) = suggestions(page)
        assert button.text() == f"服务“{now}”？"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert suggestions(page) == []
    assert page.ui.items.item(0).text() == "亲清直通车"
    assert cell(page, page.model.row_of(dialogue.id), "服务条目") == "亲清直通车"
    page.ui.items.setFocus()
    page.ui.items.setCurrentRow(0)
    qtbot.keyClick(page.ui.items, Qt.Key.Key_Delete)
    assert of_kind(page, ActivityItem) == []


def test_a_suggestion_is_no_wider_than_the_form(show_page: ShowPage) -> None:
    words = "围绕远洋渔业、船舶修造、海岛民宿和水产精深加工等产业办好恳谈会"
    item = make.item(THEME, words, short_title=words, rank="9")
    measure = make.measure(
        item, source=MeasureSource.LEDGER, rule=CountRule.CLOSED, activity_kind=ActivityKind.DIALOGUE
    )
    dialogue = make.activity(OF, ActivityKind.DIALOGUE, title="第三期", held_on=date(2031, 3, 16))
    page = show_page((*COUNTY, item, measure, dialogue))
    page.resize(567, 250)
    choose(page, dialogue)
    QApplication.processEvents()
    assert len(suggestions(page)) == 2
    ui = page.ui
    assert ui.panelHolder.width() <= ui.panel.viewport().width()
    assert all(button.geometry().right() <= ui.suggestions.width() for button in suggestions(page))
    assert suggestions(page)[1].text().endswith("…")


@pops_up
def test_an_item_is_found_by_its_words(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    choose(page, VISIT)
    write(qtbot, "恳谈", page.ui.item)
    enter(qtbot)
    assert len(of_kind(page, ActivityItem)) == 1
    asked: list[object] = []
    page.workplace.reveal_asked.connect(lambda _kind, held: asked.append(held))
    page.ui.items.setFocus()
    page.ui.items.setCurrentRow(0)
    enter(qtbot)
    assert asked == [CAR.id]
    write(qtbot, "无此条", page.ui.item)
    enter(qtbot)
    assert "2031年计划里没有含“无此条”的条目" in notices(page)


# -- by days -------------------------------------------------------------------------------------------------


def by_days(page: LedgerPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page, Qt.Key.Key_M, CONTROL)
    assert focused(page) == "days"


def day_lines(page: LedgerPage) -> list[str]:
    return [page.ui.dayEntries.item(n).text() for n in range(page.ui.dayEntries.count())]


def test_the_month_is_gone_through_by_keyboard(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    choose(page, TALK)
    by_days(page, qtbot)
    ui, grid = page.ui, page.ui.days
    assert (ui.monthName.text(), grid.day) == ("2031年3月", date(2031, 3, 15))
    assert day_lines(page) == ["宣讲"]
    assert not ui.month.isVisible()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Left):
        qtbot.keyClick(grid, key)
    assert ui.dayName.text() == "2031年3月12日（周三）：1条"
    assert ui.title.text() == "走访远帆"
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert focused(page) == "dayEntries"
    qtbot.keyClick(ui.dayEntries, Qt.Key.Key_Return)
    assert focused(page) == "title"
    grid.setFocus()
    qtbot.keyClick(grid, Qt.Key.Key_PageDown)
    assert (ui.monthName.text(), grid.day) == ("2031年4月", date(2031, 4, 12))
    assert ui.dayName.text() == "2031年4月12日（周六）：没有记录"
    qtbot.keyClick(grid, Qt.Key.Key_Home)
    qtbot.keyClick(grid, Qt.Key.Key_Left)
    assert grid.day == date(2031, 3, 31)
    qtbot.keyClick(grid, Qt.Key.Key_Down)
    assert (ui.monthName.text(), grid.day) == ("2031年4月", date(2031, 4, 7))
    qtbot.keyClick(grid, Qt.Key.Key_End)
    assert grid.day == date(2031, 4, 30)
    qtbot.keyClick(page, Qt.Key.Key_M, CONTROL)
    assert focused(page) == "table"


def test_enter_on_an_empty_day_writes_an_entry_down_on_it(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    choose(page, TALK)
    by_days(page, qtbot)
    qtbot.keyClick(page.ui.days, Qt.Key.Key_Up)
    qtbot.keyClick(page.ui.days, Qt.Key.Key_Return)
    assert focused(page) == "heldOn"
    assert page.ui.heldOn.text() == "2031-03-08"
    write(qtbot, "妇女节活动", page.ui.title)
    enter(qtbot)
    assert stored(page, "妇女节活动").held_on == date(2031, 3, 8)
    assert day_lines(page) == ["走访 妇女节活动"]
    assert page.ui.title.text() == "妇女节活动"
    qtbot.keyClick(page, Qt.Key.Key_N, CONTROL)
    assert page.ui.heldOn.text() == "2031-03-08"
    day = page.ui.dayEntries
    spot = day.visualItemRect(day.item(0)).center()
    qtbot.mouseClick(day.viewport(), Qt.MouseButton.LeftButton, pos=spot)  # back to the one before
    assert page.ui.title.text() == "妇女节活动"


def test_a_click_goes_to_a_day_and_buttons_to_months(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    choose(page, TALK)
    qtbot.mouseClick(page.ui.asCalendar, Qt.MouseButton.LeftButton)
    ui, grid = page.ui, page.ui.days
    month = grid.month
    assert month is not None
    assert grid.sheet is not None
    place = month.place(VISIT.held_on)
    spot = grid.visualRect(grid.sheet.index(place // 7, place % 7)).center()
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert day_lines(page) == ["走访远帆"]
    assert ui.title.text() == "走访远帆"
    qtbot.mouseClick(ui.later, Qt.MouseButton.LeftButton)
    assert ui.monthName.text() == "2031年4月"
    qtbot.mouseClick(ui.earlier, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(ui.toToday, Qt.MouseButton.LeftButton)
    assert grid.day == TODAY
    qtbot.mouseClick(ui.asList, Qt.MouseButton.LeftButton)
    assert ui.table.isVisible()


def test_days_are_read_out_with_their_entries(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    choose(page, TALK)
    by_days(page, qtbot)
    index = page.ui.days.currentIndex()
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "2031年3月15日（周六），1条：宣讲"
    below = page.ui.days.sheet.index(index.row() + 1, index.column())  # type: ignore[union-attr]
    assert below.data(Qt.ItemDataRole.AccessibleTextRole) == "2031年3月22日（周六），没有记录"
    interface = QAccessible.queryAccessibleInterface(page.ui.days)
    assert interface.text(QAccessible.Text.Name) == "本月日期"


def test_filters_and_changes_reach_the_month_too(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    choose(page, TALK)
    by_days(page, qtbot)
    page.workplace.apply(typed(Activity, TALK.id, "title", "宣讲", "法律宣讲"))
    assert day_lines(page) == ["宣讲 法律宣讲"]
    kinds = [page.ui.kind.itemData(n) for n in range(page.ui.kind.count())]
    page.ui.kind.setCurrentIndex(kinds.index(ActivityKind.VISIT))
    page.ui.kind.activated.emit(page.ui.kind.currentIndex())
    assert day_lines(page) == []
    page.ui.kind.setCurrentIndex(0)
    page.ui.kind.activated.emit(0)
    page.ui.dayEntries.setFocus()
    qtbot.keyClick(page.ui.dayEntries, Qt.Key.Key_Delete)
    assert TALK.id not in {each.id for each in of_kind(page, Activity)}
    assert day_lines(page) == []


# -- photos and papers ---------------------------------------------------------------------------------------


def attached(page: LedgerPage) -> list[str]:
    return [page.ui.attachments.item(n).text() for n in range(page.ui.attachments.count())]


def test_files_dropped_on_the_form_are_attached(show_page: ShowPage, qtbot: QtBot, tmp_path: Path) -> None:
    page = show_page()
    choose(page, VISIT)
    photo, program = tmp_path / "走访.jpg", tmp_path / "装机.exe"
    photo.write_bytes(b"\xff\xd8 a photo")
    program.write_bytes(b"MZ")
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(path)) for path in (photo, program)])
    drop(page.ui.panelHolder, held)
    qtbot.waitUntil(lambda: attached(page) == ["走访.jpg  10 B"])
    assert "装机.exe 不能添加" in notices(page)
    assert len(list(folder_of(page.workplace.desk.path).iterdir())) == 1
    drop(page.ui.panelHolder, held)
    qtbot.waitUntil(lambda: "走访.jpg 已经添加过了" in notices(page))


def drop(on: QWidget, held: QMimeData) -> None:
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enters = QDragEnterEvent(QPoint(9, 9), copy, held, left, none)
    QApplication.sendEvent(on, enters)
    assert enters.isAccepted()
    QApplication.sendEvent(on, QDropEvent(QPointF(9, 9), copy, held, left, none))


def test_a_picture_is_pasted_and_opened_as_a_copy(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    choose(page, VISIT)
    picture = QImage(8, 8, QImage.Format.Format_RGB32)
    picture.fill(QColor("teal"))
    QGuiApplication.clipboard().setImage(picture)
    page.ui.table.setFocus()
    qtbot.keyClick(page.ui.table, Qt.Key.Key_V, CONTROL)
    qtbot.waitUntil(lambda: len(attached(page)) == 1)
    assert attached(page)[0].startswith("图片")
    opened: list[Path] = []
    page.form.files.open_file = lambda path: bool(opened.append(path)) or True
    page.ui.attachments.setFocus()
    page.ui.attachments.setCurrentRow(0)
    enter(qtbot)
    assert QImage(str(opened[0])).pixelColor(3, 3) == QColor("teal")
    qtbot.keyClick(page.ui.attachments, Qt.Key.Key_Delete)
    assert of_kind(page, Attachment) == []
    page.workplace.undo()
    assert len(attached(page)) == 1
    page.form.files.open_file = lambda _: False
    page.ui.attachments.setFocus()
    page.ui.attachments.setCurrentRow(0)
    enter(qtbot)
    assert "没有能打开" in notices(page)


def test_a_refused_attachment_leaves_no_file(show_page: ShowPage, qtbot: QtBot, tmp_path: Path) -> None:
    page = show_page()
    choose(page, VISIT)
    photo = tmp_path / "a.jpg"
    photo.write_bytes(b"\xff\xd8")
    page.workplace.apply = lambda *_: None  # type: ignore[method-assign]  # as when the store refuses
    page.form.files.attach([photo])
    folder = folder_of(page.workplace.desk.path)
    qtbot.waitUntil(lambda: folder.is_dir() and not list(folder.iterdir()))
    del page.workplace.apply


def test_the_only_line_is_taken_out_by_tab_and_delete(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page()
    choose(page, VISIT)
    page.ui.member.setFocus()
    qtbot.keyClick(page.ui.member, Qt.Key.Key_Tab)
    assert page.ui.members.hasFocus()
    qtbot.keyClick(page.ui.members, Qt.Key.Key_Delete)
    assert of_kind(page, Participation) == []


def test_however_many_files_are_refused_each_is_named(
    show_page: ShowPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page = show_page()
    choose(page, VISIT)
    paths = [tmp_path / f"{n}.exe" for n in "甲乙丙丁戊"]
    page.form.files.attach([*paths, tmp_path / "己.jpg"])
    qtbot.waitUntil(lambda: "甲.exe 不能添加" in notices(page))
    assert "乙.exe、丙.exe、丁.exe、戊.exe、己.jpg 也没有添加" in notices(page)


def test_nothing_to_paste_and_a_missing_file_are_said(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page((*COUNTY, make.attachment(VISIT, "合影.jpg")))
    choose(page, VISIT)
    assert attached(page) == ["合影.jpg：文件不见了"]
    page.ui.attachments.setFocus()
    page.ui.attachments.setCurrentRow(0)
    enter(qtbot)
    assert "county-files" in notices(page)
    QGuiApplication.clipboard().setText("words")
    qtbot.keyClick(page.ui.attach, Qt.Key.Key_V, CONTROL)
    assert "剪贴板里没有文件或图片" in notices(page)


# -- as any page ---------------------------------------------------------------------------------------------


def test_two_federations_ask_which_one_a_new_entry_is_of(show_page: ShowPage) -> None:
    page = show_page((*COUNTY, make.federation("海岬县工商联")))
    assert not page.ui.add.isEnabled()
    page.add()
    assert "先在上方选定工商联" in notices(page)


def test_a_store_for_reading_only_takes_nothing(
    page_of: Callable[..., LedgerPage], make_desk: Callable[..., object], qtbot: QtBot
) -> None:
    page = page_of(LedgerPage, desk=make_desk(COUNTY, read_only=True))
    choose(page, VISIT)
    ui = page.ui
    assert not ui.add.isEnabled()
    assert ui.title.isReadOnly()
    assert not ui.member.isEnabled()
    assert not ui.attach.isEnabled()
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(Path("x.jpg").absolute()))])
    none = Qt.KeyboardModifier.NoModifier
    enters = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, held, Qt.MouseButton.LeftButton, none)
    QApplication.sendEvent(ui.panelHolder, enters)
    assert not enters.isAccepted()
    ui.members.setFocus()
    ui.members.setCurrentRow(0)
    qtbot.keyClick(ui.members, Qt.Key.Key_Delete)
    assert len(of_kind(page, Participation)) == 1
    by_days(page, qtbot)
    qtbot.keyClick(ui.dayEntries, Qt.Key.Key_Delete)
    assert len(of_kind(page, Activity)) == 3


def test_the_page_speaks_english_too(show_page: ShowPage, qtbot: QtBot) -> None:
    page = show_page(speak=Language.ENGLISH)
    assert page.ui.count.text() == "3 ledger entries"
    choose(page, TALK)
    by_days(page, qtbot)
    assert page.ui.monthName.text() == "March 2031"
    assert page.ui.dayName.text() == "Sat 2031-3-15: 1 in the ledger"


def test_every_letter_of_the_page_s_menu_is_given_once(show_page: ShowPage) -> None:
    texts = [action.text() for action in show_page().commands() if not action.isSeparator()]
    letters = [text[text.index("&") + 1].upper() for text in texts]
    assert len(set(letters)) == len(letters)
