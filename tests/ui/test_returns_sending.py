"""Sending forms out from the returns page: which, to whom, by when; what goes with them; recalling."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

import factories as f
from moushi.desk import form_shelf, preferences, returns
from moushi.desk.office import Office, keep_office
from moushi.desk.preferences import Language
from moushi.domain.kinds import MeasureSource
from moushi.ui import marked_copies
from moushi.ui.returns_model import DUE, NAME, STATE, TODO
from moushi.ui.returns_page import ReturnsPage
from moushi.ui.returns_sending import ReturnsSending
from moushi.ui.returns_text import ReturnsText
from moushi.ui.workplace import Workplace
from ui.test_access import cut_off
from ui.windows import CONTROL, SHIFT, notices, settle

Key, Left = Qt.Key, Qt.MouseButton.LeftButton
OF = f.federation()
PLAN = f.plan(OF)
THEME = f.theme(PLAN)
ITEM = f.item(THEME)
MEASURE = f.measure(ITEM, source=MeasureSource.RETURNS)
REEF = f.chamber(OF, "白礁镇商会")
EGRET = f.chamber(OF, "鹭汀镇商会")
TIDE = f.chamber(OF, "潮音镇商会")
COUNTY = (OF, PLAN, THEME, ITEM, MEASURE, REEF, EGRET, TIDE)
NOW = datetime(2031, 6, 28, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def june(monkeypatch):
    """The 28th of June 2031."""
    monkeypatch.setattr(Workplace, "now", lambda _: NOW)


@pytest.fixture
def desk(make_desk, app, tmp_path):
    desk = make_desk(COUNTY)
    keep_office(desk, Office("云屿县工商联", "禾小满", "0580-0000001"))
    (tmp_path / "out").mkdir()
    preferences.change(exports=str(tmp_path / "out"))
    return desk


def rows(page: ReturnsPage, *columns: int) -> list[tuple[str, ...]]:
    model = page.ui.table.model()
    return [tuple(model.index(row, c).data() for c in columns) for row in range(model.rowCount())]


def in_front(page: ReturnsPage, qtbot) -> None:
    """As a window system does it when a panel is closed."""
    settle()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)


def opened(page: ReturnsPage, qtbot) -> ReturnsSending:
    in_front(page, qtbot)
    qtbot.keyClick(page, Key.Key_E, CONTROL | SHIFT)
    (panel,) = page.findChildren(ReturnsSending)
    qtbot.waitUntil(panel.isActiveWindow)
    return panel


def told(page: ReturnsPage, qtbot) -> ReturnsText:
    qtbot.waitUntil(lambda: bool(page.findChildren(ReturnsText)), timeout=20_000)
    (panel,) = page.findChildren(ReturnsText)
    return panel


def sent(page: ReturnsPage, qtbot) -> ReturnsText:
    panel = opened(page, qtbot)
    qtbot.keyClick(panel.ui.due, Key.Key_Return)
    return told(page, qtbot)


def test_forms_go_out_to_all_with_a_note_ready_to_copy(page_of, desk, qtbot, tmp_path):
    page = page_of(ReturnsPage, desk=desk)
    panel = opened(page, qtbot)
    assert panel.ui.period.text() == "2031年6月"
    assert panel.ui.chambers.currentText() == "全部商会（3家）"
    assert panel.ui.due.text() == "2031-07-05"  # the usual day is past
    assert panel.ui.folder.text() == str(tmp_path / "out" / "2031年6月填报表")
    panel.ui.due.setFocus()
    panel.ui.due.selectAll()
    qtbot.keyClicks(panel.ui.due, "7.10")
    qtbot.keyClick(panel.ui.due, Key.Key_Return)
    text = told(page, qtbot)
    folder = tmp_path / "out" / "2031年6月填报表"
    assert len(list(folder.glob("*.xlsx"))) == 3
    assert str(folder) in text.ui.lead.text()
    assert text.ui.text.toPlainText().startswith("各商会：")
    assert text.ui.to.count() == 4
    qtbot.mouseClick(text.ui.copy, Left)
    assert "7月10日" in QGuiApplication.clipboard().text()
    text.ui.to.setCurrentIndex(1)
    assert text.ui.text.toPlainText().startswith("白礁镇商会：")
    text.reject()
    assert rows(page, STATE, DUE) == [("已下发", "07-10")] * 3
    assert page.tools.open_folder.isEnabled()


def test_the_panel_begins_with_those_not_sent_yet_or_with_the_selected(page_of, desk, qtbot):
    page = page_of(ReturnsPage, desk=desk)
    page.ui.table.go(page.model.index(0, NAME))
    page.ui.table.setFocus()
    qtbot.keyClick(page.ui.table, Key.Key_Down, SHIFT)
    panel = opened(page, qtbot)
    assert panel.ui.chambers.currentText() == "选中的（2家）"
    qtbot.keyClick(panel.ui.due, Key.Key_Return)
    told(page, qtbot).reject()
    assert rows(page, NAME, STATE) == [
        ("白礁镇商会", "已下发"),
        ("潮音镇商会", "已下发"),
        ("鹭汀镇商会", "未下发"),
    ]
    page.ui.table.go(page.model.index(0, NAME))
    panel = opened(page, qtbot)
    assert panel.ui.chambers.currentText() == "还没下发的（1家）"
    assert not panel.ui.anew.isVisible()
    panel.ui.chambers.setCurrentIndex(0)
    assert "其中2家商会这一期已经下发过" in panel.ui.anew.text()
    assert panel.ui.anew.isVisible()
    panel.reject()


def test_only_ticked_forms_go_out_and_are_ticked_the_next_time(page_of, desk, qtbot, tmp_path):
    page = page_of(ReturnsPage, desk=desk)
    panel = opened(page, qtbot)
    titles = [panel.ui.forms.item(row).text() for row in range(panel.ui.forms.count())]
    assert titles[0] == "工作进展"
    assert len(titles) == 4
    panel.ui.forms.setFocus()
    for row in range(1, 4):
        panel.ui.forms.setCurrentRow(row)
        qtbot.keyClick(panel.ui.forms, Key.Key_Space)
    qtbot.keyClick(panel.ui.due, Key.Key_Return)
    told(page, qtbot).reject()
    file = next((tmp_path / "out" / "2031年6月填报表").glob("*.xlsx"))
    sheets = load_workbook(file).sheetnames
    assert not any("活动" in name for name in sheets)
    settle()
    panel = opened(page, qtbot)
    states = [panel.ui.forms.item(row).checkState() for row in range(4)]
    assert states == [Qt.CheckState.Checked, *[Qt.CheckState.Unchecked] * 3]
    panel.reject()


def test_a_form_is_copied_to_be_adapted_and_one_with_a_fault_says_which(page_of, desk, qtbot):
    page = page_of(ReturnsPage, desk=desk)
    panel = opened(page, qtbot)
    qtbot.mouseClick(panel.ui.formsFolder, Left)
    assert panel.ui.fault.text() == "还没有自己的表格。请先复制一份。"
    panel.ui.forms.setCurrentRow(0)
    qtbot.mouseClick(panel.ui.copyForm, Left)
    assert panel.ui.forms.count() == 5
    assert panel.ui.forms.currentItem().text() == "工作进展副本（自己的）"
    assert "用记事本改这个文件" in notices(page.workplace.host)[-1]
    (file,) = form_shelf.forms_folder(desk.path).glob("*.toml")
    file.write_text(file.read_text("utf-8") + "\nnothing of the kind\n", "utf-8")
    panel._fill_forms()
    item = panel.ui.forms.item(panel.ui.forms.currentRow())
    assert item.text() == "工作进展副本：文件有错，按改错前的发"
    assert "行" in panel.ui.aboutForm.text()
    file.with_name("全新的表.toml").write_text("nothing of the kind", "utf-8")
    panel._fill_forms()
    items = [panel.ui.forms.item(row) for row in range(panel.ui.forms.count())]
    (new,) = [each for each in items if each.text() == "全新的表：文件有错"]
    assert new.checkState() == Qt.CheckState.Unchecked
    assert not new.flags() & Qt.ItemFlag.ItemIsUserCheckable
    panel.reject()


@pytest.mark.parametrize(
    ("due", "fault"),
    [
        ("", "请写明哪一天前报回，例如 2024-6-25。"),
        ("6.1", "2031-06-01 已经过了。请写今天或以后的日子。"),
        ("soon", None),
    ],
)
def test_a_day_that_is_none_is_told_and_nothing_is_sent(page_of, desk, qtbot, due, fault):
    page = page_of(ReturnsPage, desk=desk)
    panel = opened(page, qtbot)
    panel.ui.due.setText(due)
    qtbot.mouseClick(panel.ui.send, Left)
    assert panel.isVisible()
    assert panel.ui.fault.isVisible()
    assert panel.ui.fault.text() == (fault or panel.ui.fault.text())
    assert QApplication.focusWidget() is panel.ui.due
    panel.reject()
    assert desk.store.returns() == []


def test_without_a_form_or_a_folder_nothing_is_sent(page_of, desk, qtbot, monkeypatch, tmp_path):
    page = page_of(ReturnsPage, desk=desk)
    panel = opened(page, qtbot)
    panel.ui.folder.setText("填报表")
    qtbot.mouseClick(panel.ui.send, Left)
    assert "请选择存放文件的文件夹" in panel.ui.fault.text()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "elsewhere"))
    qtbot.mouseClick(panel.ui.choose, Left)
    assert panel.ui.folder.text() == str(tmp_path / "elsewhere")
    for row in range(panel.ui.forms.count()):
        panel.ui.forms.item(row).setCheckState(Qt.CheckState.Unchecked)
    qtbot.mouseClick(panel.ui.send, Left)
    assert panel.ui.fault.text() == "请至少勾选一份表格。"
    panel.reject()


def test_a_folder_that_takes_nothing_is_told_and_nothing_is_noted(page_of, desk, qtbot, tmp_path):
    page = page_of(ReturnsPage, desk=desk)
    panel = opened(page, qtbot)
    (tmp_path / "file").write_text("x")
    panel.ui.folder.setText(str(tmp_path / "file" / "below"))
    faults = []
    page.workplace.report_asked.connect(faults.append)
    qtbot.mouseClick(panel.ui.send, Left)
    qtbot.waitUntil(lambda: bool(faults))
    assert desk.store.returns() == []


def test_a_sending_is_recalled_and_the_return_is_as_before(page_of, desk, qtbot):
    page = page_of(ReturnsPage, desk=desk)
    assert not page.tools.recall.isEnabled()
    sent(page, qtbot).reject()
    page.ui.table.setFocus()
    page.ui.table.selectAll()
    page.tools.recall.trigger()
    assert [state for (state,) in rows(page, STATE)] == ["未下发"] * 3
    assert "已撤回3份" in notices(page.workplace.host)[-1]
    assert not page.tools.recall.isEnabled()


def test_cancelled_sending_shows_what_was_noted_until_then(page_of, desk, qtbot):
    page = page_of(ReturnsPage, desk=desk)
    panel = opened(page, qtbot)
    qtbot.mouseClick(panel.ui.send, Left)
    page.workplace.jobs.cancel()
    qtbot.waitUntil(lambda: not page.workplace.jobs.busy)
    settle()
    noted = {line.chamber_id for line in desk.store.returns()}
    assert len([state for (state,) in rows(page, STATE) if state == "已下发"]) == len(noted)


@pytest.mark.parametrize("speak", list(Language))
def test_the_panels_fit_a_small_screen_at_twice_the_size(page_of, desk, qtbot, speak):
    page = page_of(ReturnsPage, desk=desk, speak=speak)
    panel = opened(page, qtbot)
    panel.resize(QSize(600, 300))
    settle()
    assert [text for text in map(cut_off, panel.findChildren(QLabel)) if text] == []
    qtbot.keyClick(panel.ui.due, Key.Key_Return)
    text = told(page, qtbot)
    text.resize(QSize(600, 300))
    settle()
    assert text.height() <= 300
    assert [each for each in map(cut_off, text.findChildren(QLabel)) if each] == []
    text.reject()


# -- marked copies -----------------------------------------------------------------------------------------


def test_a_marked_copy_asks_for_the_file_only_where_it_is_not_under_review(
    page_of, desk, qtbot, monkeypatch, tmp_path
):
    from moushi.desk.exporting import Written
    from moushi.domain.kinds import ReturnEvent
    from moushi.domain.returns import ReturnLine
    from moushi.intake.source import SourceFile

    page = page_of(ReturnsPage, desk=desk)
    sent(page, qtbot).reject()
    upon = next(line for line in desk.store.returns() if line.chamber_id == REEF.id)
    came = ReturnLine(
        *(upon.id, NOW, "", ReturnEvent.RECEIVED, REEF.id, upon.period),
        file="白礁.xlsx",
        sha256="ab" * 32,
        errors=2,
        edits=1,
    )
    desk.store.record_returns([(came, None)])
    page.enter()
    page.ui.table.go(page.model.index(page.model.place(REEF.id), NAME))
    assert page.tools.mark.isEnabled()
    asked, made = [], []

    def marked(_desk, each, file, out, now):
        made.append((each.chamber.name, file, out.name, now))
        return Written(out, in_journal=True)

    monkeypatch.setattr(returns, "mark_file", marked)
    monkeypatch.setattr(marked_copies, "ask_where", lambda *_, name: tmp_path / f"{name}.xlsx")
    monkeypatch.setattr(
        QFileDialog, "getOpenFileName", lambda *_: asked.append(1) or (str(tmp_path / "a.xlsx"), "")
    )
    in_front(page, qtbot)
    qtbot.keyClick(page, Key.Key_M, CONTROL)
    qtbot.waitUntil(lambda: len(made) == 1)
    assert made[0][:3] == ("白礁镇商会", tmp_path / "a.xlsx", "白礁（请修改）.xlsx")
    held = SourceFile("白礁.xlsx", b"x")
    page.find_source = {"ab" * 32: held}.get
    qtbot.keyClick(page, Key.Key_M, CONTROL)
    qtbot.waitUntil(lambda: len(made) == 2)
    assert made[1][1] is held
    assert asked == [1]
    assert Path(made[1][2]).suffix == ".xlsx"


# -- from sending out to undo, in the window ---------------------------------------------------------------


def filled(file: Path, out: Path, number: str) -> Path:
    """The workbook with a number typed for the first measure, as a chamber sends it back."""
    book = load_workbook(file)
    sheet = next(each for each in book if "进展" in each.title)
    head = next(cell for row in sheet.iter_rows() for cell in row if cell.value == "本期完成")
    sheet.cell(head.row + 1, head.column).value = number
    book.save(out)
    return out


def test_a_form_goes_out_comes_back_is_taken_in_and_undone(show, desk, qtbot, tmp_path):
    window = show(desk)
    window.workplace.look(2031, None)
    page = window.show_page("returns")
    sent(page, qtbot).reject()
    folder = tmp_path / "out" / "2031年6月填报表"
    form = next(folder.glob("白礁*.xlsx"))
    back = filled(form, tmp_path / "白礁镇商会(1).xlsx", "3")
    in_front(window, qtbot)
    window.workplace.take_in([back])
    qtbot.waitUntil(lambda: window.pages.current_name == "review", timeout=20_000)
    window.show_page("returns")
    assert rows(page, NAME, STATE, TODO)[0] == ("白礁镇商会", "已收", "1处改动还没导入")
    page.ui.table.go(page.model.index(0, NAME))
    qtbot.keyClick(page.ui.table, Key.Key_Return)
    assert window.pages.current_name == "review"
    qtbot.keyClick(window.pages.current, Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: window.pages.current_name == "returns", timeout=20_000)
    assert rows(page, NAME, STATE)[0] == ("白礁镇商会", "已入库")
    qtbot.keyClick(page, Key.Key_T, CONTROL)
    qtbot.waitUntil(lambda: rows(page, STATE)[0] == ("已收",))
    qtbot.keyClick(window, Key.Key_Y, CONTROL)
    qtbot.waitUntil(lambda: rows(page, STATE)[0] == ("已入库",))


def test_a_faulty_return_is_to_be_mended_and_its_marked_copy_goes_back(
    show, desk, qtbot, tmp_path, monkeypatch
):
    window = show(desk)
    window.workplace.look(2031, None)
    page = window.show_page("returns")
    sent(page, qtbot).reject()
    form = next((tmp_path / "out" / "2031年6月填报表").glob("白礁*.xlsx"))
    back = filled(form, tmp_path / "白礁镇商会.xlsx", "三四场吧")
    in_front(window, qtbot)
    window.workplace.take_in([back])
    qtbot.waitUntil(lambda: window.pages.current_name == "review", timeout=20_000)
    window.show_page("returns")
    page.ui.table.go(page.model.index(0, NAME))
    assert rows(page, NAME, STATE)[0] == ("白礁镇商会", "待修正")
    assert "1处要改正" in rows(page, TODO)[0][0]
    monkeypatch.setattr(marked_copies, "ask_where", lambda *_, name: tmp_path / f"{name}.xlsx")
    qtbot.keyClick(page, Key.Key_M, CONTROL)
    out = tmp_path / "白礁镇商会（请修改）.xlsx"
    qtbot.waitUntil(lambda: "已退回改正件" in rows(page, TODO)[0][0], timeout=20_000)
    assert out.is_file()
    assert "退回改正件" in page.ui.story.text()
    page.acts.remind()
    text = told(page, qtbot)
    assert "改正件" in text.ui.text.toPlainText()
    text.reject()
