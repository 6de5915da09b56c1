"""The overview page: lists that lead on, by keyboard and by mouse; plots as tables, copies, pictures."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QStackedWidget

import factories as make
from moushi.desk.preferences import Language
from moushi.domain.kinds import ActivityKind
from moushi.domain.rank import spread
from moushi.domain.records import Chamber, PlanItem
from moushi.ui import overview_page
from moushi.ui.overview_page import OverviewPage
from moushi.ui.workplace import Workplace
from ui.windows import CONTROL, settle, tree

COUNTY = make.federation("鹤沙县工商联", short_name="鹤沙县")
PLAN = make.plan(COUNTY, 2031)
THEME = make.theme(PLAN, "一是把商会办实。", label="商会建设")
VISITS = make.item(THEME, "走访执委企业。", rank="1")
FAIR = make.item(THEME, "办渔具展。", rank="2", due_on=date(2031, 6, 20))
OLD = make.item(THEME, "办年会。", rank="3", due_on=date(2031, 5, 1))
COUNT = make.measure(VISITS, "走访", unit="家次", target=Decimal(12))
ONCE = [make.measure(each, target=Decimal(1)) for each in (FAIR, OLD)]
TOWN = make.township(COUNTY)
CHAMBER = make.chamber(COUNTY, "渔具商会", term_began_on=date(2026, 5, 1), term_years=5, term_number=2)
ENTRIES = [
    make.activity(COUNTY, ActivityKind.VISIT, held_on=date(2031, 6, 2)),
    make.activity(COUNTY, ActivityKind.TALK, held_on=date(2031, 3, 2)),
]
ALL = (COUNTY, PLAN, THEME, VISITS, FAIR, OLD, COUNT, *ONCE, TOWN, CHAMBER, *ENTRIES)


@pytest.fixture
def page(page_of, monkeypatch):
    """The overview as of 10 June 2031."""
    monkeypatch.setattr(Workplace, "today", lambda _: date(2031, 6, 10))

    def shown(records=ALL, **how) -> OverviewPage:
        found = page_of(OverviewPage, records, **how)
        while found._later.isActive():
            settle()
        settle()
        return found

    return shown


@pytest.fixture
def asked(page):
    """The page, and the records that were asked for."""
    shown, wanted = page(), []
    shown.workplace.reveal_asked.connect(lambda kind, record_id: wanted.append((kind, record_id)))
    return shown, wanted


def lines(card) -> list[str]:
    model = card.model
    return [model.index(n).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(model.rowCount())]


def test_the_cards_tell_what_is_due_late_unreported_and_which_chambers_are_due(page):
    shown = page()
    assert shown.ui.summary.text() == "2031年6月10日 · 3项工作，进展看到5月底 · 序时进度41.7%"
    assert shown.due.heading.text() == "30天内要做的  1"
    assert lines(shown.due) == ["办渔具展。\n未启动 · 还有10天 · 6月20日"]
    assert lines(shown.late) == ["办年会。\n逾期 · 已过40天 · 5月1日"]
    assert shown.unreported.heading.text() == "5月未报  2"
    assert lines(shown.unreported) == ["走访执委企业。", "办年会。"]
    assert lines(shown.register) == [
        "渔具商会\n逾期 · 已过40天 · 5月1日到期 · 第2届",
        "鹭汀镇\n没有商会",
    ]
    assert shown.due.view.accessibleName() == "30天内要做的  1"


def test_enter_and_a_click_lead_to_the_record(asked, qtbot):
    page, wanted = asked
    assert page.first is page.due.view
    page.first.setFocus()
    qtbot.keyClick(page.due.view, Qt.Key.Key_Return)
    assert wanted == [(PlanItem, FAIR.id)]
    view = page.register.view
    place = view.visualRect(page.register.model.index(0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert wanted[1:] == [(Chamber, CHAMBER.id)]
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Enter)
    assert wanted[-1][1] == TOWN.id


def test_what_is_unreported_leads_to_the_progress_page_where_pages_can_be_turned(asked, qtbot):
    page, wanted = asked
    page.unreported.view.setFocus()
    qtbot.keyClick(page.unreported.view, Qt.Key.Key_Return)
    assert wanted == [(PlanItem, VISITS.id)]
    turned = []
    page.page_wanted.connect(lambda *asked_for: turned.append(asked_for))
    qtbot.keyClick(page.unreported.view, Qt.Key.Key_Return)
    assert turned == [("progress", PlanItem, VISITS.id)]
    assert len(wanted) == 1


def test_a_long_list_shows_its_first_lines_until_it_is_opened(page, qtbot):
    items = [make.item(THEME, f"办好第{n}件事。", rank=rank) for n, rank in enumerate(spread(30), 1)]
    card = page((COUNTY, PLAN, THEME, *items)).unreported
    tall = card.view.height()
    assert card.more.text() == "全部30项"
    assert not card.view.verticalScrollBar().isVisible()
    card.more.setFocus()
    qtbot.keyClick(card.more, Qt.Key.Key_Space)
    assert card.view.verticalScrollBar().isVisible()
    assert card.view.height() > 2.5 * tall
    assert card.more.text() == "收起"
    card.view.setFocus()
    for _ in range(29):
        qtbot.keyClick(card.view, Qt.Key.Key_Down)
    seen = card.view.visualRect(card.view.currentIndex())
    assert card.view.currentIndex().row() == 29
    assert card.view.viewport().rect().contains(seen)
    qtbot.mouseClick(card.more, Qt.MouseButton.LeftButton)
    assert card.view.height() == tall


def test_a_low_page_scrolls_to_where_the_keyboard_is(page, qtbot):
    items = [make.item(THEME, f"办好第{n}件事。", rank=rank) for n, rank in enumerate(spread(12), 1)]
    shown = page((COUNTY, PLAN, THEME, *items))
    shown.resize(560, 250)
    shown.unreported.more.setChecked(True)
    view, port = shown.unreported.view, shown.ui.scroll.viewport()
    view.setFocus()
    qtbot.waitUntil(lambda: shown.ui.sheet.width() <= 560)
    for _ in range(11):
        qtbot.keyClick(view, Qt.Key.Key_Down)
        settle()
    row = view.visualRect(view.currentIndex())
    assert port.rect().contains(row.translated(view.viewport().mapTo(port, QPoint())))


def test_without_a_plan_it_says_where_to_begin_and_the_register_stands(page, qtbot):
    shown, turned = page((COUNTY, TOWN, CHAMBER)), []
    assert "2031年还没有计划" in shown.ui.beginText.text()
    assert [card.isVisible() for card in (shown.due, shown.late, shown.unreported, shown.themes)] == [
        False
    ] * 4
    assert lines(shown.register)[0].startswith("渔具商会")
    assert [action.isEnabled() for action in shown.commands() if not action.isSeparator()] == [False] * 3
    shown.page_wanted.connect(lambda *asked_for: turned.append(asked_for))
    assert shown.first is shown.ui.toPlan
    shown.first.setFocus()
    qtbot.keyClick(shown.ui.toPlan, Qt.Key.Key_Space)
    assert turned == [("plan", None, None)]


def test_empty_lists_say_so_and_what_to_do(page):
    shown = page((COUNTY, PLAN, THEME, VISITS, make.progress(VISITS, "2031-05", narrative="走了三家")))
    assert shown.due.empty.text() == "30天内没有到期的事。"
    assert shown.late.empty.text() == "没有逾期或滞后的。"
    assert shown.unreported.empty.text() == "该报的都报了。"
    assert "Ctrl+3" in shown.register.empty.text()
    assert "Ctrl+5" in shown.ledger.note.text()
    assert not shown.ledger.plot.isVisible()
    assert not shown.due.view.isVisible()
    assert shown.first is shown.themes.plot


def test_a_report_takes_its_line_away_and_undo_brings_it_back(page, qtbot):
    shown = page()
    report = make.progress(COUNT, "2031-05", value=Decimal(5))
    shown.workplace.apply(make.proposal(report))
    assert lines(shown.unreported) == ["办年会。"]
    qtbot.waitUntil(lambda: not shown._later.isActive())
    assert shown.year.plot.months[4].completed == Decimal("0.417")
    shown.workplace.undo()
    assert len(lines(shown.unreported)) == 2


def test_a_page_out_of_view_reads_nothing(page, monkeypatch):
    shown, read = page(), []
    stack = QStackedWidget()
    other = QStackedWidget()
    stack.addWidget(other)
    stack.addWidget(shown)
    stack.setCurrentWidget(other)
    monkeypatch.setattr(shown, "refresh", lambda: read.append(1))
    shown.workplace.apply(make.proposal(make.progress(COUNT, "2031-05", value=Decimal(5))))
    assert read == []
    stack.setCurrentWidget(shown)
    shown.enter()
    assert read == [1]
    stack.removeWidget(shown)
    shown.setParent(None)


def test_a_large_plan_is_judged_piece_by_piece_and_comes_out_the_same(page, monkeypatch):
    at_once = page().view
    monkeypatch.setattr(overview_page, "_AT_ONCE", 0)
    monkeypatch.setattr(overview_page, "_SLICE", 0)
    assert page().view == at_once


# -- plots -------------------------------------------------------------------------------------------------


def test_plots_tell_the_states_the_year_and_the_ledger(page):
    shown = page((*ALL, make.progress(COUNT, "2031-04", value=Decimal(4))))
    bars = shown.themes.plot.bars
    assert [(bar.name, bar.total) for bar in bars] == [("全部", 3), ("商会建设", 3)]
    assert shown.themes.plot.accessibleDescription() == "3项工作：逾期 1 · 未报 1 · 未启动 1"
    assert shown.year.plot.accessibleDescription() == "5月：序时41.7%，完成33.3%（1个指标平均）"
    assert [month.completed is not None for month in shown.year.plot.months] == [False] * 3 + [True] * 2 + [
        False
    ] * 7
    assert shown.ledger.plot.accessibleDescription() == "6月 · 走访 1"


def test_f4_shows_plots_as_tables_and_back(page, qtbot):
    shown = page()
    shown.themes.plot.setFocus()
    qtbot.keyClick(shown.themes.plot, Qt.Key.Key_F4)
    assert QApplication.focusWidget() is shown.themes.table
    assert [plot.table.isVisible() for plot in (shown.themes, shown.year, shown.ledger)] == [True] * 3
    model = shown.themes.table.model()
    heads = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]
    assert heads == ["板块", "条数", "逾期", "未报", "未启动", "平均完成率", "计入指标数"]
    assert [model.index(1, n).data() for n in range(7)] == ["商会建设", "3", "1", "1", "1", "", "0"]
    months = shown.ledger.table.model()
    assert [months.index(5, n).data() for n in range(4)] == ["6月", "1", "1", "0"]
    qtbot.keyClick(shown.themes.table, Qt.Key.Key_F4)
    assert shown.themes.plot.isVisible()


def test_one_plot_alone_becomes_a_table_by_its_button(page, qtbot):
    shown = page()
    actions = shown.year.button.menu().actions()
    assert [action.text() for action in actions] == [
        "显示为表格(&T)",
        "复制图片(&C)",
        "复制表格(&B)",
        "存为图片(&S)…",
    ]
    shown.year.as_table.trigger()
    assert shown.year.table.isVisible()
    assert shown.themes.plot.isVisible()


def test_cells_are_copied_as_excel_takes_them(page, qtbot):
    shown = page()
    shown.themes.as_table.trigger()
    shown.themes.table.setFocus()
    shown.themes.table.selectAll()
    qtbot.keyClick(shown.themes.table, Qt.Key.Key_C, CONTROL)
    copied = QGuiApplication.clipboard().text()
    assert copied.splitlines() == ["全部\t3\t1\t1\t1\t\t0", "商会建设\t3\t1\t1\t1\t\t0"]
    shown.themes.copy_table.trigger()
    assert QGuiApplication.clipboard().text().splitlines()[0].startswith("板块\t条数\t逾期")


def test_a_plot_is_copied_as_a_picture(page, qtbot):
    shown = page()
    shown.themes.plot.setFocus()
    qtbot.keyClick(shown.themes.plot, Qt.Key.Key_C, CONTROL)
    image = QGuiApplication.clipboard().image()
    assert image.width() == 1280
    assert shown.themes.subject == "鹤沙县2031年 各板块进展"


def test_a_plot_is_saved_as_a_picture_whole_or_not_at_all(page, qtbot, tmp_path, monkeypatch):
    shown, out = page(), tmp_path / "进展.png"
    asked_with = []

    def ask(_parent, _title, suggested, _filters):
        asked_with.append(suggested)
        return str(out), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    shown.ledger.plot.setFocus()
    qtbot.keyClick(shown.ledger.plot, Qt.Key.Key_E, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert asked_with[0].endswith("鹤沙县2031年台账：每月条数.png")
    assert QImage(str(out)).width() == 1280
    out.unlink()
    out.mkdir()
    shown.ledger.save_picture.trigger()
    assert out.is_dir()
    assert list(tmp_path.glob(".moushi-*")) == []


@pytest.mark.parametrize(("width", "columns"), [(1240, 4), (560, 2), (420, 1)])
def test_cards_stand_in_as_many_columns_as_there_is_room_for(page, qtbot, width, columns):
    shown = page()
    shown.resize(width, 300)
    qtbot.waitUntil(lambda: shown.ui.sheet.width() <= width)
    qtbot.waitUntil(lambda: len({card.geometry().left() for card in shown._cards}) == columns)
    sheet = QRect(0, 0, shown.ui.sheet.width(), shown.ui.sheet.height())
    assert all(sheet.contains(card.geometry()) for card in (*shown._cards, *shown._plots))


def test_it_speaks_english_too(page):
    shown = page(speak=Language.ENGLISH)
    assert shown.late.heading.text() == "Overdue and behind  1"
    assert lines(shown.late) == ["办年会。\nOverdue · 40 days ago · 5/1"]
    assert shown.year.plot.months[0].words == "Jan: schedule 8.3%"


def test_in_the_window_a_line_opens_its_item_on_the_plan_page(show, qtbot, monkeypatch):
    monkeypatch.setattr(Workplace, "today", lambda _: date(2031, 6, 10))
    window = show(ALL)
    qtbot.keyClick(window, Qt.Key.Key_1, CONTROL)
    shown = window.ui.pages.currentWidget()
    assert isinstance(shown, OverviewPage)
    assert QApplication.focusWidget() is shown.due.view
    qtbot.keyClick(shown.due.view, Qt.Key.Key_Return)
    assert window.pages.current_name == "plan"
    assert tree(window).currentIndex().data().startswith("办渔具展")


def test_in_the_window_an_unreported_line_opens_its_item_on_the_progress_page(show, qtbot, monkeypatch):
    monkeypatch.setattr(Workplace, "today", lambda _: date(2031, 6, 10))
    window = show(ALL)
    qtbot.keyClick(window, Qt.Key.Key_1, CONTROL)
    shown = window.ui.pages.currentWidget()
    assert isinstance(shown, OverviewPage)
    assert lines(shown.unreported)
    shown.unreported.view.setFocus()
    qtbot.keyClick(shown.unreported.view, Qt.Key.Key_Return)
    assert window.pages.current_name == "progress"
