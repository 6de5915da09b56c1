"""The progress page as a person fills it in: by keyboard, by input method, by blocks from Excel.

Over 400 lines: one page, with one set of helpers, from choosing a period to the exported sheet.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import openpyxl
import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPlainTextEdit, QPushButton

import factories as make
from moushi.changes.model import Change
from moushi.desk.desk import Desk
from moushi.desk.preferences import Language
from moushi.desk.report_row import Filter
from moushi.domain.kinds import (
    ActivityKind,
    Colour,
    CountRule,
    MeasureKind,
    MeasureSource,
    PlanState,
    State,
)
from moushi.domain.period import Period, parse_period
from moushi.domain.rank import spread
from moushi.domain.records import Activity, Chamber, Measure, Milestone, Plan, PlanItem, Progress, Theme
from moushi.errors import MoushiError
from moushi.ui.cells import COLOUR_ROLE
from moushi.ui.progress_model import COLUMNS, column_of
from moushi.ui.progress_page import ProgressPage
from moushi.ui.workplace import Workplace, rendered
from ui.windows import notices

COUNTY = make.federation("鹤沙县工商联")
PLAN = make.plan(COUNTY, 2031)
THEMES = [make.theme(PLAN, f"第{n}块工作。", rank=str(n)) for n in (1, 2)]
VISIT = make.item(THEMES[0], "走访执委企业六十家次，听意见、解难题；", short_title="走访企业", rank="1")
LOANS = make.item(THEMES[0], "授信两千万元；", rank="2")
FAIR = make.item(THEMES[1], "办好渔具展。", rank="1")
VISITS = make.measure(VISIT, "走访", unit="家次", target=Decimal(12))
CREDIT = make.measure(LOANS, "授信", kind=MeasureKind.AMOUNT, unit="万元", target=Decimal(20_000_000))
FAIRS = make.measure(FAIR, "展会", unit="场", target=Decimal(4))
RECORDS = (COUNTY, PLAN, *THEMES, VISIT, LOANS, FAIR, VISITS, CREDIT, FAIRS)
MARCH = parse_period("2031-03")


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr(Workplace, "now", lambda _: datetime(2031, 4, 3, 9, tzinfo=UTC))


@pytest.fixture
def page(page_of):
    def shown(*more, **options):
        page = page_of(ProgressPage, [*RECORDS, *more], **options)
        page.ui.table.setFocus()
        return page

    return shown


def row_of(page, title):
    return next(
        n for n, line in enumerate(page.ui.table.report_model.lines) if getattr(line, "title", "") == title
    )


def cell(page, title, column):
    return page.ui.table.model().index(row_of(page, title), column_of(column))


def text(page, title, column):
    return cell(page, title, column).data()


def go(page, title, column):
    page.ui.table.go(row_of(page, title), column_of(column))


def current(page):
    index = page.ui.table.currentIndex()
    return page.ui.table.report_model.row(index).title, COLUMNS[index.column()].name


def keys(qtbot, page, typed, *then):
    """Type where the keyboard is, Chinese by an input method, as a person does; then press keys."""
    if typed.isascii():
        for character in typed:
            qtbot.keyClicks(QApplication.focusWidget(), character)
    else:
        at = QApplication.focusWidget()
        compose(at, "pin'yin")
        compose(at, "", typed)
    for key in then:
        qtbot.keyClick(QApplication.focusWidget(), key)
    QCoreApplication.processEvents()


def stored(page, kind=Progress):
    with page.workplace.desk.snapshot() as snapshot:
        return snapshot.where(kind)


def compose(widget, preedit, commit=""):
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QCoreApplication.sendEvent(widget, event)
    QCoreApplication.processEvents()


def test_a_month_is_entered_down_its_column(page, qtbot):
    page = page()
    assert current(page) == ("走访企业", "value")
    keys(qtbot, page, "3", Qt.Key.Key_Return)
    assert current(page) == ("授信两千万元；", "value")
    keys(qtbot, page, "600", Qt.Key.Key_Return)
    assert current(page) == ("办好渔具展。", "value")  # the theme between is passed over
    keys(qtbot, page, "0", Qt.Key.Key_Return)
    told = {(report.measure_id, report.period, report.value) for report in stored(page)}
    assert told == {(VISITS.id, "2031-03", 3), (CREDIT.id, "2031-03", 6_000_000), (FAIRS.id, "2031-03", 0)}
    assert [text(page, t, "value") for t in ("走访企业", "授信两千万元；", "办好渔具展。")] == [
        "3",
        "600万",
        "0",
    ]
    assert [text(page, t, "state") for t in ("走访企业", "授信两千万元；", "办好渔具展。")] == [
        "达序推进",
        "达序推进",
        "滞后",
    ]
    assert (text(page, "走访企业", "rate"), text(page, "走访企业", "gap")) == ("25%", "0%")


def test_each_cell_that_is_left_is_one_change_and_undo_takes_it_back(page, qtbot):
    page = page()
    before = len(page.workplace.desk.store.history())
    keys(qtbot, page, "3", Qt.Key.Key_Return)
    keys(qtbot, page, "600", Qt.Key.Key_Return)
    assert len(page.workplace.desk.store.history()) == before + 2
    page.workplace.undo()
    page.workplace.undo()
    assert stored(page) == ()
    assert (text(page, "走访企业", "value"), text(page, "走访企业", "state")) == ("", "未报")


def test_enter_passes_over_rows_that_take_no_number(page, qtbot):
    words = make.measure(LOANS, "引导", kind=MeasureKind.CONTINUING, target=None, rank="01")
    page = page(words)
    keys(qtbot, page, "3", Qt.Key.Key_Return)
    index = page.ui.table.currentIndex()
    assert page.ui.table.report_model.row(index).measure == CREDIT


def test_digits_typed_where_nothing_can_be_typed_change_no_other_row(page, qtbot):
    words = make.measure(LOANS, "引导", kind=MeasureKind.CONTINUING, target=None, rank="01")
    page = page(words, make.progress(VISITS, "2031-03", value=Decimal(31)))
    before = stored(page)
    go(page, "走访企业", "rate")
    place = page.ui.table.currentIndex()
    keys(qtbot, page, "31")
    assert page.ui.table.currentIndex() == place
    assert stored(page) == before
    assert "这一格不能填" in page.ui.fault.text()


def test_what_cannot_be_read_leaves_the_cell_as_it_was_and_says_how_to_write_it(page, qtbot):
    page = page(make.progress(VISITS, "2031-03", value=Decimal(2)))
    keys(qtbot, page, "若干", Qt.Key.Key_Return)
    assert (text(page, "走访企业", "value"), current(page)) == ("2", ("走访企业", "value"))
    assert "2000万" in page.ui.fault.text()
    assert page.ui.fault.isVisible()
    keys(qtbot, page, "4", Qt.Key.Key_Return)
    assert (text(page, "走访企业", "value"), page.ui.fault.isVisible()) == ("4", False)


def test_what_cannot_be_read_is_said_when_the_cell_is_left_by_mouse_too(page, qtbot):
    page = page()
    keys(qtbot, page, "若干")
    place = page.ui.table.visualRect(cell(page, "办好渔具展。", "value")).center()
    qtbot.mouseClick(page.ui.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert (current(page)[0], page.ui.fault.isVisible()) == ("办好渔具展。", True)
    QCoreApplication.processEvents()
    keys(qtbot, page, "", Qt.Key.Key_Up)
    assert not page.ui.fault.isVisible()


def test_escape_leaves_the_cell_as_it_was(page, qtbot):
    page = page(make.progress(VISITS, "2031-03", value=Decimal(2)))
    keys(qtbot, page, "9", Qt.Key.Key_Escape)
    assert (text(page, "走访企业", "value"), current(page)) == ("2", ("走访企业", "value"))
    assert QApplication.focusWidget() is page.ui.table


def test_tab_keeps_the_cell_and_goes_to_the_right_then_out_of_the_table(page, qtbot):
    page = page()
    keys(qtbot, page, "3", Qt.Key.Key_Tab)
    assert current(page) == ("走访企业", "cumulative")
    keys(qtbot, page, "", *[Qt.Key.Key_Tab] * 3)
    assert current(page) == ("走访企业", "next_steps")
    keys(qtbot, page, "", Qt.Key.Key_Backtab)
    assert current(page) == ("走访企业", "problems")
    keys(qtbot, page, "", Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.ui.narrative
    assert stored(page)[0].value == 3


def test_delete_clears_the_cells_and_the_report_with_the_last_of_them(page, qtbot):
    page = page(
        make.progress(VISITS, "2031-03", value=Decimal(2)),
        make.progress(CREDIT, "2031-03", value=Decimal(10_000), narrative="已办"),
    )
    page.ui.table.selectAll()
    go(page, "走访企业", "value")
    model = page.ui.table.selectionModel()
    model.select(cell(page, "授信两千万元；", "value"), model.SelectionFlag.Select)
    keys(qtbot, page, "", Qt.Key.Key_Delete)
    assert [(report.value, report.narrative) for report in stored(page)] == [(None, "已办")]


def test_an_input_method_commits_into_the_narrative_and_nothing_is_kept_before(page, qtbot):
    page = page()
    editor = page.ui.narrative
    editor.setFocus()
    compose(editor, "zou'fang")
    page.settle()
    assert stored(page) == ()
    compose(editor, "", "走访三家")
    page.ui.problems.setFocus()
    assert [report.narrative for report in stored(page)] == ["走访三家"]
    assert text(page, "走访企业", "narrative") == "走访三家"


def test_an_input_method_begins_in_a_cell_and_enter_waits_for_it(page, qtbot):
    page = page()
    go(page, "走访企业", "narrative")
    compose(page.ui.table, "zou")
    editor = page.ui.table.viewport().findChild(QPlainTextEdit)
    compose(page.ui.table, "zou'fang")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert stored(page) == ()
    compose(page.ui.table, "", "走访")
    assert QApplication.focusWidget() is editor
    compose(editor, "san'jia")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert stored(page) == ()
    compose(editor, "", "三家")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert [report.narrative for report in stored(page)] == ["走访三家"]
    assert current(page) == ("授信两千万元；", "narrative")


def test_a_cell_left_while_composing_is_kept_when_the_composition_ends(page, qtbot):
    page = page()
    keys(qtbot, page, "1")
    editor = page.ui.table.viewport().findChild(QLineEdit)
    compose(editor, "er")
    page.ui.filter.setFocus()
    assert stored(page) == ()
    compose(editor, "", "2")
    qtbot.waitUntil(lambda: bool(stored(page)))
    assert stored(page)[0].value == 12


def test_lines_are_begun_with_alt_and_enter(page, qtbot):
    page = page()
    go(page, "走访企业", "narrative")
    keys(qtbot, page, "一")
    editor = QApplication.focusWidget()
    qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    keys(qtbot, page, "二", Qt.Key.Key_Return)
    assert stored(page)[0].narrative == "一\n二"
    shown = page.ui.table.itemDelegateForColumn(column_of("narrative"))
    assert shown.displayText("一\n二", None) == "一 二"


def test_a_block_from_excel_is_pasted_as_one_change(page, qtbot):
    page = page()
    QGuiApplication.clipboard().setText("3\t3\r\n600万\t\r\n1\t\r\n")
    before = len(page.workplace.desk.store.history())
    qtbot.keyClick(page.ui.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    told = {(r.measure_id, r.value, r.cumulative) for r in stored(page)}
    assert told == {(VISITS.id, 3, 3), (CREDIT.id, 6_000_000, None), (FAIRS.id, 1, None)}
    assert len(page.workplace.desk.store.history()) == before + 1


def test_of_a_block_that_cannot_be_read_nothing_is_pasted_until_the_person_says_so(page, qtbot):
    page = page()
    QGuiApplication.clipboard().setText("3\n若干\n1\n")
    page._paste.trigger()
    assert stored(page) == ()
    said = [label.text() for label in page.workplace.host.findChildren(QLabel)]
    assert any("“授信两千万元；”的本期：“若干”不是数字" in text for text in said)
    (rest,) = [b for b in page.workplace.host.findChildren(QPushButton) if b.text() == "粘贴其余"]
    rest.click()
    assert {report.value for report in stored(page)} == {3, 1}


def test_a_block_longer_than_the_sheet_is_refused(page):
    page = page()
    QGuiApplication.clipboard().setText("1\n" * 4)
    page._paste.trigger()
    assert (stored(page), "4行" in page.ui.fault.text()) == ((), True)


def test_one_value_is_pasted_into_all_selected_cells(page):
    page = page()
    QGuiApplication.clipboard().setText("1\n")
    model = page.ui.table.selectionModel()
    model.select(cell(page, "办好渔具展。", "value"), model.SelectionFlag.Select)
    page._paste.trigger()
    assert {report.measure_id for report in stored(page)} == {VISITS.id, FAIRS.id}


def test_cells_are_copied_without_the_themes_between_and_pasted_as_they_were(page):
    page = page(make.progress(VISITS, "2031-03", value=Decimal(2), cumulative=Decimal(9)))
    page.ui.table.selectAll()
    page._copy.trigger()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 3
    assert lines[0].split("\t")[:8] == ["1", "走访企业", "走访", "12家次", "", "2", "9", "滞后"]
    before = stored(page)
    page.ui.table.selectAll()
    page._paste.trigger()
    assert (stored(page), page.ui.fault.isVisible()) == (before, False)


def test_a_total_that_differs_is_said_with_both_numbers(page):
    page = page(make.progress(VISITS, "2031-03", value=Decimal(2), cumulative=Decimal(9)))
    assert text(page, "走访企业", "cumulative") == "9 ≠ 2"
    assert page.ui.hint.text() == "2031年3月：报送累计9，各期合计2，不一致。"
    page._choose_filter(Filter.DIFFERING)
    assert len(page.ui.table.report_model.lines) == 2


def test_a_total_below_zero_is_hinted_at_quietly(page):
    correction = make.progress(VISITS, "2031-03", value=Decimal(-5))
    page = page(make.progress(VISITS, "2031-02", value=Decimal(3)), correction)
    assert page.ui.hint.text() == "累计为负数（-2）。更正时可以填负数，请核对正负号。"
    assert not page.ui.fault.isVisible()
    go(page, "授信两千万元；", "value")
    assert page.ui.hint.text() == ""


def test_a_correction_that_leaves_something_and_a_share_below_zero_are_not_hinted_at(page):
    growth = make.measure(FAIR, "增幅", kind=MeasureKind.RATIO, target=Decimal("0.05"), rank="2")
    page = page(
        growth,
        make.progress(growth, "2031-03", value=Decimal("-0.02")),
        make.progress(VISITS, "2031-02", value=Decimal(8)),
        make.progress(VISITS, "2031-03", value=Decimal(-5)),
    )
    for row, line in enumerate(page.ui.table.report_model.lines):
        if hasattr(line, "measure"):
            page.ui.table.go(row, column_of("value"))
            assert page.ui.hint.text() == ""


def test_the_last_months_value_is_there_as_a_help(page):
    page = page(make.progress(VISITS, "2031-02", value=Decimal(2), narrative="走访两家"))
    assert page.ui.period.currentText() == "2月"
    page._next.trigger()
    assert (text(page, "走访企业", "last"), text(page, "走访企业", "value")) == ("2", "")
    assert page.ui.narrative.placeholderText() == "走访两家"
    assert page.ui.narrative.toPlainText() == ""


def test_periods_are_gone_through_by_keyboard(page, qtbot):
    page = page()
    assert (page._period, page.ui.period.currentText()) == (MARCH, "3月")
    for _ in range(3):
        qtbot.keyClick(page.ui.table, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert (page._period, page._choices._schedule.text()) == (Period(2031, 6, 6), "序时进度50%")
    qtbot.keyClick(page.ui.table, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page._period == Period(2031, 5, 5)
    assert [page.ui.period.itemText(n) for n in (0, 11, 13, 16, 18)] == [
        "1月",
        "12月",
        "第1季度",
        "第4季度",
        "全年",
    ]
    for place in (13, 16, 18, 11):
        page.ui.period.setCurrentIndex(place)
        assert page.ui.period.currentIndex() == place
    assert not page._next.isEnabled()


def test_a_quarter_shows_what_its_months_come_to(page):
    months = [make.progress(VISITS, f"2031-0{n}", value=Decimal(1)) for n in (1, 2, 3)]
    page = page(*months)
    page.ui.period.setCurrentIndex(13)
    index = cell(page, "走访企业", "value")
    assert (index.data(), index.data(Qt.ItemDataRole.EditRole)) == ("3", "")


def test_filters_leave_rows_and_keep_them_while_they_are_filled_in(page, qtbot):
    page = page(make.progress(FAIRS, "2031-03", value=Decimal(0), problems="缺场地"))
    chip = page._choices.chips[Filter.UNREPORTED]
    assert chip.text() == "本期未填 2"
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    titles = [line.title for line in page.ui.table.report_model.lines]
    assert titles == ["第1块工作。", "走访企业", "授信两千万元；"]
    page.ui.table.setFocus()
    go(page, "走访企业", "value")
    keys(qtbot, page, "3", Qt.Key.Key_Return)
    assert current(page) == ("授信两千万元；", "value")
    assert text(page, "走访企业", "state") == "达序推进"
    assert chip.text() == "本期未填 1"
    page.ui.filter.setCurrentIndex(page._choices.offered.index(Filter.PROBLEMS))
    assert [line.title for line in page.ui.table.report_model.lines] == ["第2块工作。", "办好渔具展。"]
    qtbot.mouseClick(page._choices.chips[State.BEHIND], Qt.MouseButton.LeftButton)
    assert page.ui.filter.currentText() == "滞后 1"
    qtbot.mouseClick(page._choices.chips[State.BEHIND], Qt.MouseButton.LeftButton)
    assert page.ui.filter.currentText() == "全部 3"


def test_one_goes_from_one_missing_report_to_the_next(page, qtbot):
    page = page(make.progress(CREDIT, "2031-03", value=Decimal(0)))
    qtbot.keyClick(page.ui.table, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert current(page) == ("办好渔具展。", "value")
    page._next_missing.trigger()
    assert current(page) == ("走访企业", "value")


def test_milestones_are_ticked_and_dated(page, qtbot):
    item = make.item(THEMES[1], "建驿站。", rank="2")
    steps = [
        make.milestone(item, name, rank=rank, due_on=date(2031, month, 10))
        for name, rank, month in zip(("选址", "装修", "开张"), spread(3), (2, 6, 9), strict=True)
    ]
    page = page(item, *steps)
    go(page, "建驿站。", "state")
    table = page.ui.milestones
    assert [table.item(0, n).text() for n in range(3)] == ["①选址", "2.10", ""]
    assert text(page, "建驿站。", "state") == "滞后"
    table.setFocus()
    table.setCurrentCell(0, 0)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert (table.item(0, 2).text(), stored(page, Milestone)[0].done_on) == ("3.31", date(2031, 3, 31))
    assert (text(page, "建驿站。", "state"), text(page, "建驿站。", "reached")) == ("达序推进", "1/3")
    table.item(0, 2).setText("2月8日")
    assert stored(page, Milestone)[0].done_on == date(2031, 2, 8)
    table.item(0, 2).setText("哪天")
    assert (table.item(0, 2).text(), page.ui.fault.isVisible()) == ("2.8", True)


def test_details_show_the_whole_row_and_keep_what_is_typed(page, qtbot):
    page = page()
    assert page.ui.about.text() == VISIT.text
    assert "未报" in page.ui.standing.text()
    page.ui.evidence.setFocus()
    keys(qtbot, page, "a")
    page.ui.reportedBy.setFocus()
    keys(qtbot, page, "b")
    go(page, "办好渔具展。", "value")
    assert [(r.evidence, r.reported_by) for r in stored(page)] == [("a", "b")]
    assert (page.ui.about.text(), page.ui.evidence.toPlainText()) == ("办好渔具展。", "")
    go(page, "走访企业", "value")
    assert page.ui.evidence.toPlainText() == "a"


def test_words_are_typed_row_by_row_without_leaving_the_details(page, qtbot):
    page = page()
    page.ui.narrative.setFocus()
    for words in ("a", "b", "c"):
        keys(qtbot, page, words)
        qtbot.keyClick(page.ui.narrative, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is page.ui.narrative
    page.settle()
    assert {r.measure_id: r.narrative for r in stored(page)} == {
        VISITS.id: "a",
        CREDIT.id: "b",
        FAIRS.id: "c",
    }
    qtbot.keyClick(page.ui.narrative, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert page.ui.narrative.toPlainText() == "b"


def test_one_visit_to_a_detail_is_one_change(page, qtbot):
    page = page(make.progress(VISITS, "2031-03", value=Decimal(2)))
    before = len(page.workplace.desk.store.history())
    page.ui.narrative.setFocus()
    for letter in "abc":
        keys(qtbot, page, letter)
        page._panel._drafts["narrative"].keep(leaving=False)  # rest
    page.ui.problems.setFocus()
    assert stored(page)[0].narrative == "abc"
    assert len(page.workplace.desk.store.history()) == before + 1


def test_a_visit_goes_on_after_a_look_at_another_window(page, qtbot):
    page = page()
    before = len(page.workplace.desk.store.history())
    page.ui.narrative.setFocus()
    keys(qtbot, page, "ab")
    other = QLineEdit()
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: [report.narrative for report in stored(page)] == ["ab"])
    page.activateWindow()
    qtbot.waitUntil(page.ui.narrative.hasFocus)
    keys(qtbot, page, "c")
    page.settle()
    assert [report.narrative for report in stored(page)] == ["abc"]
    assert len(page.workplace.desk.store.history()) == before + 1
    other.deleteLater()


def test_what_the_store_refused_can_be_copied_when_another_row_is_shown(page, qtbot, monkeypatch):
    page = page()

    def refuse(*_):
        raise MoushiError("The disk is full.")

    monkeypatch.setattr(Desk, "apply", refuse)
    page.ui.narrative.setFocus()
    keys(qtbot, page, "abc")
    go(page, "办好渔具展。", "value")
    host = page.workplace.host
    assert any("“abc”" in notice and "3个字" in notice for notice in notices(host))
    (button,) = (b for b in host.findChildren(QPushButton) if b.text() == "复制文字")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "abc"


def test_what_others_change_is_followed_where_it_stands(page):
    page = page()
    go(page, "办好渔具展。", "value")
    page.workplace.apply(make.proposal(make.progress(VISITS, "2031-03", value=Decimal(6))))
    assert (text(page, "走访企业", "value"), text(page, "走访企业", "state")) == ("6", "超序时")
    assert current(page) == ("办好渔具展。", "value")
    page.workplace.apply(make.proposal(Change(PlanItem, VISIT.id, "short_title", "走访企业", "走一走")))
    assert text(page, "走一走", "value") == "6"
    page.workplace.apply(make.proposal(Change(Theme, THEMES[0].id, "lead", THEMES[0].lead, "头一块。")))
    assert page.ui.table.report_model.lines[0].title == "头一块。"


def test_a_report_of_the_whole_item_has_a_row_that_goes_with_it(page, qtbot):
    own = make.progress(VISITS, "2031-03", narrative="三家")
    page = page(make.progress(VISIT, "2031-03", narrative="走了"), own)
    assert cell(page, "走访企业", "measure").data() == "整项工作"
    go(page, "走访企业", "narrative")
    keys(qtbot, page, "", Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: cell(page, "走访企业", "measure").data() == "走访")
    assert stored(page) == (own,)


def test_a_closed_plan_is_not_typed_in_and_says_so_quietly(page_of, qtbot):
    closed = make.plan(COUNTY, 2031, state=PlanState.DRAFT)
    page = page_of(ProgressPage, [COUNTY, closed, *RECORDS[2:]])
    page.workplace.apply(make.proposal(Change(Plan, PLAN.id, "state", PlanState.DRAFT, PlanState.CLOSED)))
    page.ui.table.setFocus()
    keys(qtbot, page, "3", Qt.Key.Key_Return)
    assert (stored(page), page.ui.narrative.isReadOnly()) == ((), True)
    assert page.ui.quiet.text() == "鹤沙县工商联的计划已归档，不能填写。请先在计划页把状态改回来。"


def test_a_store_for_reading_only_is_not_typed_in(page_of, make_desk, qtbot):
    page = page_of(ProgressPage, desk=make_desk(RECORDS, read_only=True))
    page.ui.table.setFocus()
    keys(qtbot, page, "3", Qt.Key.Key_Return, Qt.Key.Key_Delete)
    assert (stored(page), page.ui.narrative.isReadOnly()) == ((), True)
    assert "只读" in page.ui.quiet.text()


def test_without_a_plan_the_page_says_how_to_begin(page_of):
    page = page_of(ProgressPage, [COUNTY], year=2031)
    assert page.ui.stack.currentWidget() is page.ui.emptyPage
    assert "还没有" in page.ui.emptyText.text()
    page.workplace.apply(make.proposal(*RECORDS[1:3]))
    page.workplace.look(2031, None)
    assert "还没有工作条目" in page.ui.emptyText.text()
    page.workplace.apply(make.proposal(*RECORDS[3:]))
    assert page.ui.stack.currentWidget() is page.ui.sheetPage


@pytest.mark.parametrize(
    ("kind", "record", "shown"),
    [
        (PlanItem, FAIR, "办好渔具展。"),
        (Measure, CREDIT, "授信两千万元；"),
        (Progress, make.progress(FAIRS, "2031-01", value=Decimal(1)), "办好渔具展。"),
        (Milestone, make.milestone(LOANS), "授信两千万元；"),
    ],
)
def test_a_record_is_gone_to(page, kind, record, shown):
    more = [] if record in RECORDS else [record, make.progress(VISITS, "2031-03", value=Decimal(1))]
    page = page(*more)
    assert page.reveal(kind, record.id)
    assert current(page)[0] == shown
    assert page._period == (Period(2031, 1, 1) if kind is Progress else MARCH)
    assert not page.reveal(Theme, THEMES[0].id)


def test_the_sheet_is_exported_for_the_period_in_view(page, qtbot, tmp_path, monkeypatch):
    page = page(make.progress(VISITS, "2031-03", value=Decimal(2)))
    asked = []

    def choose(_parent, _title, suggested, _kinds):
        asked.append(suggested)
        return str(tmp_path / "进展.xlsx"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    page._export.trigger()
    qtbot.waitUntil(lambda: not page.workplace.jobs.busy)
    assert asked[0].endswith("鹤沙县工商联2031年3月工作任务进展情况表.xlsx")
    said = [label.text() for label in page.workplace.host.findChildren(QLabel)]
    assert "已写好：进展.xlsx" in said
    book = openpyxl.load_workbook(tmp_path / "进展.xlsx")
    assert any("2031年3月" in str(c.value) for row in book.worksheets[0].iter_rows() for c in row)


def test_states_are_told_by_word_and_colour(page):
    page = page(
        make.progress(VISITS, "2031-03", value=Decimal(3)),
        make.progress(FAIRS, "2031-03", value=Decimal(0)),
    )
    told = [
        (t, text(page, t, "state"), cell(page, t, "state").data(COLOUR_ROLE))
        for t in ("走访企业", "授信两千万元；", "办好渔具展。")
    ]
    assert told == [
        ("走访企业", "达序推进", "green"),
        ("授信两千万元；", "未报", ""),
        ("办好渔具展。", "滞后", "yellow"),
    ]


def test_the_page_is_told_in_english_too(page):
    page = page(speak=Language.ENGLISH)
    heads = [page.ui.table.model().headerData(n, Qt.Orientation.Horizontal) for n in range(len(COLUMNS))]
    assert heads[:2] == ["No.", "Item"]
    head = page.ui.table.horizontalHeader()
    assert all(page.ui.table.columnWidth(n) >= head.sectionSizeHint(n) for n in range(len(COLUMNS)))


def test_on_a_small_screen_the_table_comes_first(page):
    page = page()
    assert page.ui.details.isVisible()
    page.resize(590, 300)
    QCoreApplication.processEvents()
    assert page.size().width() == 590
    assert (page.ui.details.isVisible(), page.ui.table.isColumnHidden(column_of("last"))) == (False, True)
    page._details.trigger()
    assert page.ui.details.isVisible()


@pytest.mark.parametrize("language", Language)
def test_commands_have_letters_of_their_own(page, language):
    shown = page(speak=language)
    letters = [a.text().partition("&")[2][:1] for a in shown.commands() if not a.isSeparator()]
    assert all(letters)
    assert len(set(letters)) == len(letters)


def test_words_are_typed_over_the_cells_within_the_table(page, qtbot):
    page = page()
    go(page, "办好渔具展。", "next_steps")
    qtbot.keyClick(page.ui.table, Qt.Key.Key_F2)
    editor = page.ui.table.viewport().findChild(QPlainTextEdit)
    assert page.ui.table.viewport().rect().contains(editor.geometry())
    assert editor.accessibleName() == "下步打算"
    assert editor.height() > 3 * editor.fontMetrics().lineSpacing()


def test_leaving_the_page_keeps_the_cell_that_is_open(page, qtbot):
    page = page()
    keys(qtbot, page, "7")
    page.settle()
    assert stored(page)[0].value == 7


def test_a_cell_that_cannot_be_kept_is_not_left(page, qtbot):
    page = page()
    keys(qtbot, page, "x7")
    assert not page.settle()
    assert QApplication.focusWidget().text() == "x7"
    keys(qtbot, page, "", Qt.Key.Key_Escape)
    assert page.settle()


def test_another_year_begins_with_a_period_of_its_own(page):
    later = make.plan(COUNTY, 2032)
    theme = make.theme(later, "新一年。")
    page = page(later, theme, make.item(theme, "再办展。"))
    page.workplace.look(2032, None)
    assert (page._period, current(page)[0]) == (Period(2032, 1, 1), "再办展。")
    page.workplace.look(2031, None)
    assert (page._period, current(page)[0]) == (MARCH, "走访企业")


# -- counted measures, parts, the year by month ------------------------------------------------------------

COUNTED = make.measure(
    FAIR,
    "走访次数",
    unit="次",
    target=Decimal(12),
    rank="2",
    source=MeasureSource.LEDGER,
    rule=CountRule.ACTIVITIES,
    activity_kind=ActivityKind.VISIT,
)
HELD = [
    make.activity(COUNTY, ActivityKind.VISIT, title=title, held_on=date(2031, month, 2))
    for title, month in (("春访", 2), ("夏访", 3), ("秋访", 9))
]


def named(page, name):
    """The place of the row of a measure or a part of that name."""
    lines = page.ui.table.report_model.lines
    words = page.workplace.words
    return next(
        n
        for n, line in enumerate(lines)
        if name in (rendered(words, line.name) if hasattr(line, "name") else "")
    )


def test_a_counted_measure_is_read_only_names_its_source_and_lists_its_records(page, qtbot):
    page = page(COUNTED, *HELD)
    page.ui.table.go(named(page, "走访次数"), column_of("value"))
    index = page.ui.table.currentIndex()
    assert index.data() == "1"
    assert page.ui.table.model().index(index.row(), column_of("reached")).data() == "2"
    keys(qtbot, page, "5")
    assert "不用填写" in page.ui.fault.text()
    assert "台账" in page.ui.standing.text()
    qtbot.waitUntil(page.ui.records.isVisible)
    records = page.ui.records.model()
    assert [records.index(n, 0).data() for n in range(records.rowCount())] == ["2.2 春访", "3.2 夏访"]
    with qtbot.waitSignal(page.workplace.reveal_asked) as asked:
        page.ui.records.setFocus()
        qtbot.keyClick(page.ui.records, Qt.Key.Key_Return)
    assert asked.args == [Activity, HELD[0].id]
    page.ui.table.go(named(page, "走访"), column_of("value"))
    assert not page.ui.records.isVisible()


def test_a_new_entry_of_the_ledger_is_counted_at_once(page):
    page = page(COUNTED, *HELD)
    new = make.activity(COUNTY, ActivityKind.VISIT, held_on=date(2031, 3, 30))
    page.workplace.apply(make.proposal(new))
    assert page.ui.table.model().index(named(page, "走访次数"), column_of("value")).data() == "2"
    page.workplace.undo()
    assert page.ui.table.model().index(named(page, "走访次数"), column_of("value")).data() == "1"


def test_parts_are_reported_in_rows_under_their_measure(page, qtbot):
    part = make.sub_measure(VISITS, "岛外", target=Decimal(4))
    page = page(part)
    assert named(page, "其中：岛外") == row_of(page, "走访企业") + 1
    page.ui.table.go(named(page, "其中：岛外"), column_of("value"))
    keys(qtbot, page, "2", Qt.Key.Key_Return)
    (report,) = stored(page)
    assert (report.measure_id, report.part_id, report.value) == (VISITS.id, part.id, 2)
    row = named(page, "其中：岛外")
    assert page.ui.table.model().index(row, column_of("reached")).data() == "2"
    assert page.ui.table.model().index(row, column_of("rate")).data() == "50%"
    assert text(page, "走访企业", "state") == "未报"  # a part is not the whole
    page._clear()
    page.ui.table.go(named(page, "其中：岛外"), column_of("value"))
    qtbot.keyClick(page.ui.table, Qt.Key.Key_Delete)
    assert stored(page) == ()


def test_amounts_of_parts_are_typed_as_those_of_their_measure(page, qtbot):
    part = make.sub_measure(CREDIT, "小微企业")
    page = page(part)
    page.ui.table.go(named(page, "小微企业"), column_of("value"))
    keys(qtbot, page, "300", Qt.Key.Key_Return)
    assert [report.value for report in stored(page)] == [3_000_000]
    assert page.reveal(Progress, stored(page)[0].id)
    assert "小微企业" in str(page._model.row(page.ui.table.currentIndex()).name.values)


def month(page, title, number):
    """The cell of a month in the year's table."""
    table = page.ui.yearTable.model()
    row = next(n for n in range(table.rowCount()) if table.index(n, 1).data() == title)
    return table.index(row, 3 + number)


def test_the_year_is_seen_by_month_and_a_month_leads_to_its_sheet(page, qtbot):
    page = page(
        make.progress(VISITS, "2031-01", value=Decimal(1)),
        make.progress(VISITS, "2031-02", value=Decimal(0)),
        COUNTED,
        *HELD,
    )
    go(page, "走访企业", "value")
    qtbot.keyClick(page.ui.table, Qt.Key.Key_F6)
    table = page.ui.yearTable
    assert table.isVisible()
    assert not page.ui.table.isVisible()
    assert QApplication.focusWidget() is table
    assert [month(page, "走访企业", n).data() for n in range(1, 7)] == ["1", "0", "未报", "未报", "", ""]
    assert month(page, "走访企业", 1).data(COLOUR_ROLE) == Colour.GREEN
    assert "达序推进" in month(page, "走访企业", 1).data(Qt.ItemDataRole.AccessibleTextRole)
    keep = table.currentIndex()
    assert keep.column() == 3 + page._period.last
    qtbot.keyClick(table, Qt.Key.Key_Left)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert page.ui.table.isVisible()
    assert (page._period, current(page)[0]) == (parse_period("2031-01"), "走访企业")


def test_the_year_is_copied_for_excel_and_follows_changes(page, qtbot):
    page = page(make.progress(VISITS, "2031-01", value=Decimal(1)))
    page._by_month.trigger()
    table = page.ui.yearTable
    page.workplace.apply(make.proposal(make.progress(VISITS, "2031-02", value=Decimal(7))))
    assert month(page, "走访企业", 2).data() == "7"
    january, february = month(page, "走访企业", 1), month(page, "走访企业", 2)
    table.setCurrentIndex(january)
    qtbot.keyClick(table, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert table.currentIndex() == february
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "1\t7\n"
    page._by_month.trigger()
    assert page.ui.table.isVisible()


def test_a_part_s_report_leaves_its_measure_unreported_in_the_year_too(page):
    part = make.sub_measure(VISITS, "岛外")
    page = page(part, make.part_progress(part, VISITS, "2031-01", value=Decimal(3)))
    page._by_month.trigger()
    assert month(page, "走访企业", 1).data() == "未报"


# -- chambers' own reports ---------------------------------------------------------------------------------

EAST, SOUTH, WEST = (make.chamber(COUNTY, f"{name}镇商会") for name in ("东", "南", "西"))
ASKED = make.measure(FAIR, "商会活动", unit="场", target=Decimal(12), rank="2", source=MeasureSource.RETURNS)
CHAMBERS = (EAST, SOUTH, WEST, ASKED)


def returned(chamber, value, **fields):
    return make.chamber_progress(ASKED, chamber, value=Decimal(value), **fields)


def at(page, column):
    return page.ui.table.model().index(named(page, "商会活动"), column_of(column))


def test_what_chambers_reported_stands_in_the_row_with_how_many_of_them(page, qtbot):
    page = page(*CHAMBERS, returned(EAST, 2, narrative="赶海节一场"), returned(WEST, 3, problems="缺场地"))
    assert (at(page, "value").data(), at(page, "reached").data()) == ("5 · 2/3", "5*")
    assert (at(page, "narrative").data(), at(page, "problems").data()) == (
        "东镇商会：赶海节一场",
        "西镇商会：缺场地",
    )
    assert "2/3 家商会已报" in at(page, "value").data(Qt.ItemDataRole.ToolTipRole)
    page.ui.table.go(named(page, "商会活动"), column_of("value"))
    assert "2/3 家商会已报" in page.ui.standing.text()
    assert page.ui.narrative.toPlainText() == ""
    assert page.ui.narrative.placeholderText() == "东镇商会：赶海节一场"
    qtbot.waitUntil(page.ui.records.isVisible)
    records = page.ui.records.model()
    told = [tuple(records.index(n, place).data() for place in range(2)) for n in range(records.rowCount())]
    assert told == [("南镇商会", "未报"), ("东镇商会　2场", "已报"), ("西镇商会　3场", "已报")]
    with qtbot.waitSignal(page.workplace.reveal_asked) as asked:
        page.ui.records.setFocus()
        qtbot.keyClick(page.ui.records, Qt.Key.Key_Return)
    assert asked.args == [Chamber, SOUTH.id]


def test_a_number_typed_over_the_chambers_stands_and_their_reports_stay(page, qtbot):
    page = page(*CHAMBERS, returned(EAST, 2), returned(WEST, 3))
    page.ui.table.go(named(page, "商会活动"), column_of("value"))
    keys(qtbot, page, "7", Qt.Key.Key_Return)
    assert (at(page, "value").data(), at(page, "reached").data()) == ("7 ≠ 5", "7")
    page.ui.table.go(named(page, "商会活动"), column_of("value"))
    assert "商会回执合计 5" in page.ui.hint.text()
    held = {report.chamber_id: report.value for report in stored(page)}
    assert held == {None: 7, EAST.id: 2, WEST.id: 3}
    qtbot.keyClick(page.ui.table, Qt.Key.Key_Delete)
    assert at(page, "value").data() == "5 · 2/3"
    qtbot.keyClick(page.ui.table, Qt.Key.Key_Delete)
    assert {report.chamber_id for report in stored(page)} == {EAST.id, WEST.id}


def test_words_are_typed_beside_those_of_the_chambers_never_into_them(page, qtbot):
    page = page(*CHAMBERS, returned(EAST, 2, narrative="赶海节一场"))
    page.ui.table.go(named(page, "商会活动"), column_of("narrative"))
    keys(qtbot, page, "全县两场", Qt.Key.Key_Return)
    assert at(page, "narrative").data() == "全县两场"
    assert {(r.chamber_id, r.narrative) for r in stored(page)} == {
        (None, "全县两场"),
        (EAST.id, "赶海节一场"),
    }


def test_a_return_is_followed_and_its_undo_takes_the_numbers_back(page):
    page = page(*CHAMBERS)
    page.ui.table.go(named(page, "商会活动"), column_of("value"))
    assert (at(page, "value").data(), at(page, "state").data()) == ("", "未报")
    assert "0/3 家商会已报" in page.ui.standing.text()
    page.workplace.apply(
        make.proposal(*(returned(each, 1) for each in (EAST, SOUTH, WEST)), source="东镇.xlsx")
    )
    assert (at(page, "value").data(), at(page, "reached").data()) == ("3", "3")
    assert "3/3 家商会已报" in page.ui.standing.text()
    page.workplace.undo()
    assert (at(page, "value").data(), at(page, "reached").data()) == ("", "")


def test_a_chamber_s_report_is_gone_to(page):
    report = returned(EAST, 2, period="2031-01")
    page = page(*CHAMBERS, report)
    assert page.reveal(Progress, report.id)
    assert at(page, "value").data() == "2 · 1/3"
