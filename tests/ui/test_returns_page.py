"""The returns page as a person uses it: what is missing, what came, reminding, undoing a file.

Over 400 lines: one page, with one set of helpers.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog

import factories as f
from moushi.changes.model import Insert, Proposal, Source
from moushi.desk.desk import Desk
from moushi.desk.office import Office, keep_office
from moushi.desk.preferences import Language
from moushi.domain.kinds import Colour, ReturnEvent
from moushi.domain.records import Chamber
from moushi.domain.returns import ReturnLine
from moushi.errors import say
from moushi.ui.cells import COLOUR_ROLE
from moushi.ui.returns_model import CAME, DUE, FILE, NAME, OWNER, SENT, STATE, TODO
from moushi.ui.returns_page import ReturnsPage
from moushi.ui.returns_text import ReturnsText
from moushi.ui.workplace import Workplace
from ui.windows import ALT, CONTROL, SHIFT, notices, settle

Key, Left = Qt.Key, Qt.MouseButton.LeftButton
OF = f.federation()
PLAN = f.plan(OF)
REEF = f.chamber(OF, "白礁镇商会")
EGRET = f.chamber(OF, "鹭汀镇商会")
TIDE = f.chamber(OF, "潮音镇商会")
COUNTY = (OF, PLAN, REEF, EGRET, TIDE)
NOW = datetime(2031, 6, 28, 10, tzinfo=UTC)
SENT_AT = datetime(2031, 6, 15, 2, tzinfo=UTC)
SHA = "ab" * 32


@pytest.fixture(autouse=True)
def june(monkeypatch):
    """The 28th of June 2031."""
    monkeypatch.setattr(Workplace, "now", lambda _: NOW)


@pytest.fixture
def desk(make_desk):
    desk = make_desk(COUNTY)
    keep_office(desk, Office("云屿县工商联", "禾小满", "0580-0000001"))
    return desk


def send(desk: Desk, *chambers: Chamber, period: str = "2031-06", due: date | None = date(2031, 6, 25)):
    lines = [
        ReturnLine(
            *(uuid4(), SENT_AT, "禾小满", ReturnEvent.SENT, each.id, period, due),
            file=f"/下发/{each.name}.xlsx",
        )
        for each in chambers
    ]
    desk.store.record_returns([(line, None) for line in lines])
    return lines


def come(desk: Desk, upon: ReturnLine, sha256: str = SHA, name: str = "报表(1).xlsx", **counts: int) -> None:
    line = ReturnLine(
        *(upon.id, SENT_AT + timedelta(days=5), "", ReturnEvent.RECEIVED, upon.chamber_id, upon.period),
        file=name,
        sha256=sha256,
        **counts,
    )
    desk.store.record_returns([(line, None)])


def take_in(desk: Desk, sha256: str = SHA, name: str = "报表(1).xlsx") -> UUID:
    source = Source(name, sha256, "")
    member = f.member(OF, f"渔社{sha256[:4]}")
    return desk.apply(Proposal(source, say("Took in {file}", file=name), (Insert(member),))).id


def rows(page: ReturnsPage, *columns: int) -> list[tuple[str, ...]]:
    """What stands in some columns, from top to bottom."""
    model = page.ui.table.model()
    return [tuple(model.index(row, c).data() for c in columns) for row in range(model.rowCount())]


def matrix(page: ReturnsPage) -> dict[str, list[str]]:
    """What stands beside each chamber, below the periods' heads."""
    model, across, down = page.ui.matrix.model(), Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    columns = range(model.columnCount())
    found = {"": [model.headerData(c, across) for c in columns]}
    for row in range(model.rowCount()):
        found[model.headerData(row, down)] = [model.index(row, c).data() for c in columns]
    return found


def stand_on(page: ReturnsPage, chamber: Chamber) -> QModelIndex:
    index = page.model.index(page.model.place(chamber.id), NAME)
    page.ui.table.go(index)
    return index


def test_chambers_stand_with_state_days_and_what_is_to_be_done(page_of, desk):
    to_reef, to_egret = send(desk, REEF, EGRET)
    come(desk, to_egret, errors=2, warnings=1)
    page = page_of(ReturnsPage, desk=desk)
    assert page.ui.period.currentText() == "6月  1/2"
    assert rows(page, NAME, STATE, SENT, DUE, CAME, FILE, TODO) == [
        ("白礁镇商会", "逾期", "06-15", "06-25", "", "", "逾期3天"),
        ("潮音镇商会", "未下发", "", "", "", "", ""),
        ("鹭汀镇商会", "待修正", "06-15", "06-25", "06-20", "报表(1).xlsx", "2处要改正 · 1处要核对"),
    ]
    assert to_reef.chamber_id == REEF.id


def test_a_state_is_a_word_with_its_colour(page_of, desk):
    send(desk, REEF)
    page = page_of(ReturnsPage, desk=desk)
    colours = [page.model.index(row, STATE).data(COLOUR_ROLE) for row in range(3)]
    assert colours == [Colour.RED, None, None]


def test_the_totals_are_told_and_chips_choose_by_state(page_of, desk, qtbot):
    (to_reef, *_) = send(desk, REEF, EGRET)
    come(desk, to_reef, edits=3)
    page = page_of(ReturnsPage, desk=desk)
    chips = {state: chip for state, chip in page.choices.chips.items() if chip.isVisible()}
    assert [chip.text() for chip in chips.values()] == ["未下发 1", "已收 1", "逾期 1"]
    assert "下发 2 · 已收 1 · 待修正 0 · 逾期 1" in [
        label.text() for label in page.ui.chips.findChildren(type(page.ui.quiet))
    ]
    overdue = list(chips.values())[-1]
    qtbot.mouseClick(overdue, Left)
    assert rows(page, NAME) == [("鹭汀镇商会",)]
    assert page.ui.filter.currentText() == "逾期 1"
    qtbot.mouseClick(overdue, Left)
    assert len(rows(page, NAME)) == 3


def test_the_filter_by_keyboard_leaves_what_was_not_received(page_of, desk, qtbot):
    (to_reef, *_) = send(desk, REEF, EGRET)
    come(desk, to_reef)
    page = page_of(ReturnsPage, desk=desk)
    page.ui.filter.setFocus()
    qtbot.keyClick(page.ui.filter, Key.Key_Down)
    assert page.ui.filter.currentText() == "未收 1"
    assert rows(page, NAME) == [("鹭汀镇商会",)]


def test_a_search_narrows_the_list_and_enter_goes_to_it(page_of, desk, qtbot):
    page = page_of(ReturnsPage, desk=desk)
    qtbot.keyClick(page, Key.Key_F, CONTROL)
    assert QApplication.focusWidget() is page.ui.search
    page.ui.search.setText("潮音")
    assert rows(page, NAME) == [("潮音镇商会",)]
    qtbot.keyClick(page.ui.search, Key.Key_Return)
    assert QApplication.focusWidget() is page.ui.table
    for sound in ("cyz", "chaoyin"):
        page.ui.search.setText(sound)
        assert rows(page, NAME) == [("潮音镇商会",)]
    page.ui.search.setText("没有这样的")
    assert "没有这样的回执" in page.ui.quiet.text()


def test_periods_are_gone_through_by_keys_and_by_the_list(page_of, desk, qtbot):
    send(desk, REEF, period="2031-05")
    page = page_of(ReturnsPage, desk=desk)
    assert page.ui.period.currentText() == "5月  0/1"  # the month called for was not sent: the newest is
    qtbot.keyClick(page, Key.Key_Right, ALT)
    assert page.ui.period.currentText() == "6月"
    assert "还没有下发" in page.ui.quiet.text()
    qtbot.keyClick(page, Key.Key_Left, ALT)
    assert rows(page, STATE)[0] == ("逾期",)
    place = page.ui.period.findText("第2季度")
    page.ui.period.setCurrentIndex(place)
    assert str(page.period) == "2031-Q2"


def test_all_periods_stand_beside_each_other_and_enter_goes_to_one(page_of, desk, qtbot):
    send(desk, REEF, period="2031-05")
    to_reef, to_egret, _ = send(desk, REEF, EGRET, TIDE)
    come(desk, to_egret)
    page = page_of(ReturnsPage, desk=desk)
    stand_on(page, EGRET)
    page.ui.table.setFocus()
    qtbot.keyClick(page.ui.table, Key.Key_F6)
    assert page.ui.matrix.hasFocus()
    assert matrix(page) == {
        "": ["5月\n0/1", "6月\n1/3"],
        "白礁镇商会": ["逾期", "逾期"],
        "潮音镇商会": ["未下发", "逾期"],
        "鹭汀镇商会": ["未下发", "已入库"],
    }
    assert page.ui.matrix.currentIndex().data() == "已入库"  # still at 鹭汀镇商会
    qtbot.keyClick(page.ui.matrix, Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "商会\t6月\n鹭汀镇商会\t已入库\n"
    page.ui.matrix.go(page.matrix.index(0, 0))
    qtbot.keyClick(page.ui.matrix, Key.Key_Return)
    assert page.ui.table.isVisible()
    assert str(page.period) == "2031-05"
    assert page.chosen[0].chamber == REEF
    assert to_reef.period == "2031-06"


def test_columns_sort_by_key_and_the_chosen_line_stays(page_of, desk, qtbot):
    (to_reef, *_) = send(desk, REEF, EGRET, TIDE)
    come(desk, to_reef)
    page = page_of(ReturnsPage, desk=desk)
    stand_on(page, TIDE)
    page.ui.table.setFocus()
    page.ui.table.go(page.model.index(page.model.place(TIDE.id), STATE))
    qtbot.keyClick(page.ui.table, Key.Key_S, CONTROL | SHIFT)
    assert [state for (state,) in rows(page, STATE)] == ["逾期", "逾期", "已入库"]
    qtbot.keyClick(page.ui.table, Key.Key_S, CONTROL | SHIFT)
    assert [state for (state,) in rows(page, STATE)] == ["已入库", "逾期", "逾期"]
    assert page.chosen[0].chamber == TIDE


def test_lines_are_copied_for_excel(page_of, desk, qtbot):
    send(desk, REEF)
    page = page_of(ReturnsPage, desk=desk)
    stand_on(page, REEF)
    page.ui.table.setFocus()
    qtbot.keyClick(page.ui.table, Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text().startswith("白礁镇商会\t逾期\t06-15\t06-25")


def test_what_happened_to_a_return_is_told_below(page_of, desk):
    (to_reef,) = send(desk, REEF)
    come(desk, to_reef, errors=1)
    marked = ReturnLine(
        *(to_reef.id, SENT_AT + timedelta(days=6), "", ReturnEvent.MARKED, REEF.id, "2031-06"), sha256=SHA
    )
    desk.store.record_returns([(marked, None)])
    page = page_of(ReturnsPage, desk=desk)
    stand_on(page, REEF)
    assert page.ui.story.text() == "06-15 下发，06-25 截止 · 06-20 收到 报表(1).xlsx · 06-21 退回改正件"


def test_a_return_without_a_file_leads_to_its_chamber(page_of, desk, qtbot):
    page = page_of(ReturnsPage, desk=desk)
    asked = []
    page.workplace.reveal_asked.connect(lambda kind, held: asked.append((kind, held)))
    index = stand_on(page, EGRET)
    page.ui.table.setFocus()
    qtbot.keyClick(page.ui.table, Key.Key_Return)
    rect = page.ui.table.visualRect(index)
    qtbot.mouseClick(page.ui.table.viewport(), Left, pos=rect.center())
    qtbot.mouseDClick(page.ui.table.viewport(), Left, pos=rect.center())
    assert asked == [(Chamber, EGRET.id)] * 2


def test_a_file_taken_in_leads_to_its_change_and_others_to_the_review(page_of, desk, qtbot):
    to_reef, to_egret = send(desk, REEF, EGRET)
    change = take_in(desk)
    come(desk, to_reef, edits=1)
    come(desk, to_egret, sha256="cd" * 32, name="D:\\微信\\鹭汀.xlsx", errors=1, edits=1)
    page = page_of(ReturnsPage, desk=desk)
    changes, files = [], []
    page.change_wanted.connect(changes.append)
    page.file_wanted.connect(lambda *file: files.append(file))
    for chamber in (REEF, EGRET):
        stand_on(page, chamber)
        qtbot.keyClick(page, Key.Key_G, CONTROL)
    assert changes == [change]
    assert files == [("cd" * 32, "鹭汀.xlsx")]


def test_a_whole_file_is_undone_and_the_state_follows_and_redo_too(page_of, desk, qtbot):
    (to_reef,) = send(desk, REEF)
    take_in(desk)
    come(desk, to_reef, edits=1)
    page = page_of(ReturnsPage, desk=desk)
    stand_on(page, REEF)
    assert rows(page, STATE)[0] == ("已入库",)
    qtbot.keyClick(page, Key.Key_T, CONTROL)
    qtbot.waitUntil(lambda: rows(page, STATE)[0] == ("已收",))
    assert rows(page, TODO)[0] == ("1处改动还没导入",)
    assert not page.tools.undo_file.isEnabled()
    page.workplace.redo()
    assert rows(page, STATE)[0] == ("已入库",)
    assert page.tools.undo_file.isEnabled()


def test_what_others_wrote_to_the_journal_is_seen_on_coming_back(page_of, desk):
    page = page_of(ReturnsPage, desk=desk)
    stand_on(page, EGRET)
    send(desk, EGRET)
    assert rows(page, STATE)[2] == ("未下发",)
    QApplication.sendEvent(page, QEvent(QEvent.Type.ActivationChange))
    assert rows(page, STATE)[2] == ("逾期",)
    assert page.chosen[0].chamber == EGRET
    send(desk, TIDE)
    page.enter()
    assert rows(page, STATE)[1] == ("逾期",)


def test_several_federations_in_view_are_told_apart(page_of, desk):
    other = f.federation("鹤沙县工商联")
    desk.apply(f.proposal(other, f.chamber(other, "鹤沙镇商会")))
    page = page_of(ReturnsPage, desk=desk, federation=OF.id)
    assert page.ui.table.isColumnHidden(OWNER)
    assert len(rows(page, NAME)) == 3
    page.workplace.look(2031, None)
    assert not page.ui.table.isColumnHidden(OWNER)
    assert ("鹤沙镇商会", "鹤沙县工商联") in rows(page, NAME, OWNER)


def test_without_chambers_it_is_said_what_to_do(page_of):
    page = page_of(ReturnsPage, [OF, PLAN])
    assert "还没有商会" in page.ui.emptyText.text()
    assert page.ui.stack.currentWidget() is page.ui.emptyPage


def test_a_store_open_for_reading_only_can_still_be_looked_at_and_reminded_from(page_of, make_desk, desk):
    send(desk, REEF)
    page = page_of(ReturnsPage, desk=make_desk(COUNTY, read_only=True))
    assert "只读" in page.ui.quiet.text()
    for action in (page.tools.send, page.tools.take_files, page.tools.undo_file, page.tools.recall):
        assert not action.isEnabled()


# -- reminding ---------------------------------------------------------------------------------------------


def reminding(page: ReturnsPage, qtbot) -> ReturnsText:
    qtbot.keyClick(page, Key.Key_R, CONTROL)
    (panel,) = page.findChildren(ReturnsText)
    qtbot.waitUntil(panel.isActiveWindow)
    return panel


def test_a_text_for_all_is_shown_and_copied(page_of, desk, qtbot):
    send(desk, REEF, EGRET)
    page = page_of(ReturnsPage, desk=desk)
    panel = reminding(page, qtbot)
    text = panel.ui.text.toPlainText()
    assert "已逾期3天" in text
    assert "禾小满（0580-0000001）" in text
    assert panel.ui.to.currentText() == "全部商会（2家）"
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
    assert QGuiApplication.clipboard().text() == text
    assert "可以粘贴到聊天里" in notices(page.workplace.host)[-1]
    qtbot.keyClick(panel, Key.Key_Escape)
    settle()
    assert page.findChildren(ReturnsText) == []


def test_a_text_for_one_chamber_can_be_changed_before_it_is_copied(page_of, desk, qtbot):
    send(desk, REEF, EGRET)
    page = page_of(ReturnsPage, desk=desk)
    panel = reminding(page, qtbot)
    panel.ui.to.setFocus()
    qtbot.keyClick(panel.ui.to, Key.Key_Down)
    assert panel.ui.text.toPlainText().startswith("白礁镇商会：\n2031年6月填报表应于6月25日前报送")
    panel.ui.text.setFocus()
    qtbot.keyClicks(panel.ui.text, "Hi: ")
    qtbot.mouseClick(panel.ui.copy, Left)
    assert QGuiApplication.clipboard().text().startswith("Hi: 白礁镇商会：")
    assert panel.isVisible()  # for the next one
    qtbot.keyClick(panel, Key.Key_Escape)


def test_only_the_selected_are_reminded_where_several_are(page_of, desk, qtbot):
    send(desk, REEF, EGRET, TIDE)
    page = page_of(ReturnsPage, desk=desk)
    stand_on(page, REEF)
    page.ui.table.setFocus()
    qtbot.keyClick(page.ui.table, Key.Key_Down, SHIFT)
    panel = reminding(page, qtbot)
    assert panel.ui.to.currentText() == "全部商会（2家）"
    assert "鹭汀" not in panel.ui.text.toPlainText()


def test_nothing_to_remind_of_leaves_the_command_out(page_of, desk):
    page = page_of(ReturnsPage, desk=desk)
    assert not page.tools.remind.isEnabled()


def test_the_reminder_is_chinese_in_an_english_window(page_of, desk, qtbot):
    send(desk, REEF)
    page = page_of(ReturnsPage, desk=desk, speak=Language.ENGLISH)
    assert rows(page, STATE, TODO)[0] == ("overdue", "3 days over")
    panel = reminding(page, qtbot)
    assert panel.ui.copy.text() == "Co&py the Text"
    assert "逾期未报" in panel.ui.text.toPlainText()


# -- taking in ---------------------------------------------------------------------------------------------


def test_files_and_folders_go_to_the_review(page_of, desk, monkeypatch, tmp_path):
    page = page_of(ReturnsPage, desk=desk)
    taken = []
    page.workplace.take_in_asked.connect(taken.append)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (["/a.xlsx", "/b.et"], ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    page.tools.take_files.trigger()
    page.tools.take_folder.trigger()
    assert taken == [(Path("/a.xlsx"), Path("/b.et")), (tmp_path,)]
    assert [action.text() for action in page.tools.take_in.menu().actions()] == [
        "收取文件(&F)…",
        "收取文件夹(&D)…",
    ]


# -- in the window -----------------------------------------------------------------------------------------


def test_the_page_is_turned_to_by_ctrl_6_and_leads_to_the_history(show, desk, qtbot):
    (to_reef,) = send(desk, REEF)
    change = take_in(desk)
    come(desk, to_reef, edits=1)
    window = show(desk)
    window.workplace.look(2031, None)
    qtbot.keyClick(window, Key.Key_6, CONTROL)
    page = window.pages.current
    assert isinstance(page, ReturnsPage)
    assert QApplication.focusWidget() is page.ui.table
    stand_on(page, REEF)
    qtbot.keyClick(page.ui.table, Key.Key_Return)
    assert window.pages.current_name == "history"
    history = window.pages.current
    assert history.model.entry(history.ui.changes.currentIndex()).id == change


def test_a_file_that_is_not_under_review_can_be_taken_in_again(show, desk, qtbot):
    (to_reef,) = send(desk, REEF)
    come(desk, to_reef, edits=1)
    window = show(desk)
    window.workplace.look(2031, None)
    window.show_page("returns")
    stand_on(window.pages.current, REEF)
    qtbot.keyClick(window.pages.current.ui.table, Key.Key_Return)
    assert "报表(1).xlsx 已不在核对中" in notices(window)[-1]
