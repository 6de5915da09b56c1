"""The review of chambers' returns: how files stand, conflicts, cells, faults left out, marked copies."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

import fifty
from moushi.desk import under_review
from moushi.desk.under_review import State
from moushi.domain.records import Member, Progress
from moushi.ui.notices import Notice
from moushi.ui.review_files import FileFilter
from moushi.ui.review_page import ReviewPage

SENT = datetime(2031, 3, 20, 9, tzinfo=UTC)
CHAMBERS, MEMBERS = 8, 6  # one file with a conflict, one with an error


@pytest.fixture
def made(make_desk, tmp_path):
    return fifty.fifty_returns(make_desk(), tmp_path / "out", SENT, CHAMBERS, MEMBERS)


@pytest.fixture
def page(page_of, made, qtbot):
    page = page_of(ReviewPage, desk=made.desk)
    page.take_in([made.paths[0].parent])
    settle(page, qtbot)
    return page


def settle(page, qtbot):
    qtbot.waitUntil(lambda: not page.workplace.jobs.busy, timeout=60_000)


def choose(page, state):
    row = next(n for n, taken in enumerate(page._items) if taken.state is state)
    page.ui.things.setCurrentIndex(page.things.index(row))
    return page._items[row]


def faulty_row(page):
    return next(n for n, taken in enumerate(page._items) if taken.state is State.ERRORS)


def stored(page, kind):
    with page.workplace.desk.snapshot() as snapshot:
        return snapshot.where(kind)


def notices(page):
    return [n.accessibleName() for n in page.workplace.host.findChildren(Notice)]


def test_files_are_listed_by_how_they_stand(page):
    texts = [page.ui.thingsFilter.itemText(n) for n in range(4)]
    assert texts == ["全部文件：8", "待处理：8", "有冲突：1", "有错误：1"]
    page.ui.thingsFilter.setCurrentIndex(list(FileFilter).index(FileFilter.ERRORS))
    faulty = next(n for n, taken in enumerate(page._items) if taken.state is State.ERRORS)
    shown = {n for n in range(CHAMBERS) if not page.ui.things.isRowHidden(n)}
    assert faulty in shown
    assert shown <= {faulty, page._current}
    assert "错误 1 处" in page.things.index(faulty).data()


def test_all_files_without_conflict_or_error_are_taken_in_at_one_step_each_a_change_of_its_own(
    page, made, qtbot
):
    assert page.ui.takeInAll.text().startswith("导入全部无冲突文件（6）")
    before = len(page.workplace.desk.store.history())
    qtbot.mouseClick(page.ui.takeInAll, Qt.MouseButton.LeftButton)
    settle(page, qtbot)
    assert len(page.workplace.desk.store.history()) == before + 6
    reported = stored(page, Progress)
    waiting = {page._items[n].name for n in range(CHAMBERS) if not page._items[n].is_settled}
    assert len(waiting) == 2
    assert notices(page) == ["已导入 6 份文件，共 24 处改动"]
    assert sum(int(r.value) for r in reported) == sum(
        count for name, count in made.reports.items() if name not in waiting
    )


def test_warnings_that_nobody_has_looked_at_are_told_when_all_is_taken_in_at_one_step(page_of, made, qtbot):
    for path in made.paths[:2]:
        workbook = load_workbook(path)
        progress = workbook["工作进展"]
        progress.cell(4, next(cell.column for cell in progress[3] if cell.value == "累计完成")).value = "约30"
        workbook.save(path)
    page = page_of(ReviewPage, desk=made.desk)
    page.take_in([made.paths[0].parent])
    settle(page, qtbot)
    qtbot.mouseClick(page.ui.takeInAll, Qt.MouseButton.LeftButton)
    settle(page, qtbot)
    (told,) = notices(page)
    assert told.startswith("已导入 6 份文件")
    assert told.endswith("；还有 2 处警告没看过")


def test_a_conflict_shows_its_three_values_and_keeps_what_is_held_unless_taken(page, qtbot):
    row = next(n for n, taken in enumerate(page._items) if taken.counts.conflicts)
    page.ui.things.setCurrentIndex(page.things.index(row))
    told = page.ui.comparison.toPlainText()
    assert "冲突：电话" in told
    for words in ("下发时", "回执", "库内现有"):
        assert words in told
    assert "1380007" in told
    assert "1390007" in told
    assert "1370007" in told
    (change,) = page._items[row].findings[page.ui.findings.currentIndex().row()].mend
    assert next(m.name for m in stored(page, Member) if m.id == change.id) in told
    qtbot.wait(50)  # the box of findings finds its room
    qtbot.mouseClick(page.ui.mend, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.ui.takeIn, Qt.MouseButton.LeftButton)
    settle(page, qtbot)
    assert not any((m.phone or "").startswith("1370007") for m in stored(page, Member))


def test_the_suggestion_taken_is_told_by_the_name_of_the_member(page):
    row = next(n for n, taken in enumerate(page._items) if taken.counts.conflicts)
    page.ui.things.setCurrentIndex(page.things.index(row))
    before = {group.id for top in page._items[row].groups for group in under_review.records_in([top])}
    page.ui.mend.click()
    now = [group for top in page._items[row].groups for group in under_review.records_in([top])]
    (changed,) = [group for group in now if group.id not in before and group.op]
    assert changed.title in {member.name for member in stored(page, Member)}


def test_a_file_taken_in_is_said_to_be_so_and_its_conflict_can_still_be_settled(page, made, qtbot):
    row = next(n for n, taken in enumerate(page._items) if taken.counts.conflicts)
    page.ui.things.setCurrentIndex(page.things.index(row))
    path = page._items[row].source
    qtbot.mouseClick(page.ui.takeIn, Qt.MouseButton.LeftButton)
    settle(page, qtbot)
    assert page.things.index(row).data().splitlines()[1].startswith("已导入")
    assert page.ui.thingsFilter.itemText(list(FileFilter).index(FileFilter.CONFLICTS)) == "有冲突：0"
    page.take_in([path])
    settle(page, qtbot)
    again = page._items[-1]
    assert again.state is State.OPEN
    assert again.review.proposal.edits == ()
    assert not page.ui.takeIn.isEnabled()
    page.ui.mend.click()
    qtbot.mouseClick(page.ui.takeIn, Qt.MouseButton.LeftButton)
    settle(page, qtbot)
    (taken,) = again.base.findings[0].mend
    assert taken.new in {member.phone for member in stored(page, Member)}


def test_a_fault_is_shown_in_its_cell(page, qtbot):
    choose(page, State.ERRORS)
    qtbot.mouseClick(page.ui.goTo, Qt.MouseButton.LeftButton)
    view = page.ui.sheetView
    assert page.ui.tabs.currentWidget() is view
    assert view.currentIndex().data() == "二三十人上下"
    assert "二三十人上下" in view.currentIndex().data(Qt.ItemDataRole.ToolTipRole)


def test_the_rest_of_a_faulty_return_is_taken_in_without_the_cells_that_are_faulty(page, qtbot):
    taken = choose(page, State.ERRORS)
    assert not page.ui.takeIn.isEnabled()
    qtbot.mouseClick(page.ui.leaveFaulty, Qt.MouseButton.LeftButton)
    settle(page, qtbot)
    again = next(each for each in page._items if each.name == taken.name)
    assert again.state is State.OPEN
    assert not page.ui.leaveFaulty.isVisible()
    qtbot.mouseClick(page.ui.takeIn, Qt.MouseButton.LeftButton)
    settle(page, qtbot)
    assert {r.value for r in stored(page, Progress)}
    assert all(m.staff != 20 for m in stored(page, Member) if m.name.endswith("二三十人上下"))


def test_at_twice_the_size_the_records_can_be_read_beside_files_and_buttons(page, qtbot):
    page.resize(606, 290)  # the page at 1366 × 768 and 200 %
    row = next(n for n, taken in enumerate(page._items) if taken.counts.conflicts)
    page.ui.things.setCurrentIndex(page.things.index(row))
    qtbot.wait(20)
    assert page.ui.mend.isVisible()
    assert page.ui.tree.header().sectionSize(0) >= page.fontMetrics().horizontalAdvance("汉") * 7
    page.ui.things.setCurrentIndex(page.things.index(faulty_row(page)))
    qtbot.wait(20)
    assert page.ui.leaveFaulty.isVisible()
    assert page.ui.markedCopy.isVisible()
    assert page.ui.tree.header().sectionSize(0) >= page.fontMetrics().horizontalAdvance("汉") * 7


def test_a_marked_copy_goes_back_with_what_is_to_be_mended(page, qtbot, tmp_path, monkeypatch):
    choose(page, State.ERRORS)
    out = tmp_path / "改正.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(out), ""))
    qtbot.mouseClick(page.ui.markedCopy, Qt.MouseButton.LeftButton)
    settle(page, qtbot)
    assert any("改正.xlsx" in told for told in notices(page))
    sheet = load_workbook(out)["会员变动"]
    (cell,) = [c for row in sheet.iter_rows() for c in row if c.value == "二三十人上下"]
    assert "二三十人上下" in cell.comment.text


def test_a_file_without_faults_offers_neither_marked_copy_nor_leaving_cells_out(page):
    row = next(n for n, taken in enumerate(page._items) if taken.is_clean and not taken.findings)
    page.ui.things.setCurrentIndex(page.things.index(row))
    assert not page.ui.leaveFaulty.isVisible()
    assert not page.ui.markedCopy.isVisible()


@pytest.mark.acceptance
def test_fifty_returns_of_200_members_are_walked_through(page_of, make_desk, qtbot, tmp_path):
    made = fifty.fifty_returns(make_desk(), tmp_path / "out", SENT)
    page = page_of(ReviewPage, desk=made.desk)
    page.take_in([made.paths[0].parent])
    settle(page, qtbot)
    ui = page.ui
    texts = [ui.thingsFilter.itemText(n) for n in range(4)]
    assert texts == ["全部文件：50", "待处理：49", "有冲突：2", "有错误：3"]
    qtbot.mouseClick(ui.takeInAll, Qt.MouseButton.LeftButton)
    settle(page, qtbot)
    waiting = [row for row, taken in enumerate(page._items) if not taken.is_settled]
    assert len(waiting) == len(fifty.CONFLICTS) + len(fifty.ERRORS)
    for row in waiting:  # each in turn: conflicts as they are held, faulty ones without their cells
        page.ui.things.setCurrentIndex(page.things.index(row))
        settle(page, qtbot)
        qtbot.wait(50)
        if page._items[row].state is State.ERRORS:
            qtbot.mouseClick(ui.leaveFaulty, Qt.MouseButton.LeftButton)
            settle(page, qtbot)
        qtbot.mouseClick(ui.takeIn, Qt.MouseButton.LeftButton)
        settle(page, qtbot)
    assert not page.has_open
    assert len(stored(page, Progress)) == 49
    now = {member.id: member.phone for member in stored(page, Member)}
    for typed in made.typed.values():
        assert all(now[member] == phone for (member, _), phone in typed.items())
