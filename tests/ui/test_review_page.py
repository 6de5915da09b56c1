"""The review page by keyboard and mouse: what is seen, chosen and mended, and what is in the records then.

Over 400 lines: one page, with one set of helpers, from the first file to what is in the records.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionViewItem

from county_page import ITEMS, page_text
from moushi.changes.model import typed
from moushi.desk.preferences import Language
from moushi.desk.taking_in import Wish, propose_source
from moushi.domain.records import Article, Federation, Plan, PlanItem
from moushi.intake.source import SourceFile
from moushi.ui.notices import Notice
from moushi.ui.review_page import ReviewPage

SAMPLE = Path(__file__).parents[1] / "samples" / "three-questions.txt"
TODAY = date(2031, 5, 4)
HALF = page_text(measure=200).replace(ITEMS[0], ITEMS[0].replace("，", ","))


@pytest.fixture
def page(page_of):
    return page_of(ReviewPage)


def settle(page, qtbot):
    qtbot.waitUntil(lambda: not page.workplace.jobs.busy)
    qtbot.wait(1)


def take_in(page, qtbot, *paths):
    page.take_in(paths)
    settle(page, qtbot)


def paste(page, qtbot, text):
    page.take_in([SourceFile("粘贴的文字", text.encode())])
    settle(page, qtbot)


def held(page, text):
    """The store already holds what a text says."""
    desk = page.workplace.desk
    desk.apply(propose_source(desk, SourceFile("before", text.encode()), Wish(year=2031), TODAY))


def lines(page):
    """The tree as a person reads it: text, what happens, findings."""
    model = page.sheet.edits
    return [tuple(index.siblingAtColumn(n).data() for n in range(3)) for index in model.indexes()]


def line_of(page, words, column=0):
    return next(i for i in page.sheet.edits.indexes() if words in i.data()).siblingAtColumn(column)


def choose(page, words):
    """Click on a line."""
    tree, index = page.ui.tree, line_of(page, words)
    tree.scrollTo(index)
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualRect(index).center())


def box(page, index):
    return index.data(Qt.ItemDataRole.CheckStateRole)


def click_box(page, qtbot, index):
    tree = page.ui.tree
    tree.scrollTo(index)
    option = QStyleOptionViewItem()
    tree.initViewItemOption(option)
    option.rect = tree.visualRect(index)
    option.features |= QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
    place = (
        tree.style().subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, option, tree).center()
    )
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))


def notices(page):
    return [n.accessibleName() for n in page.workplace.host.findChildren(Notice)]


def press_in_notice(page, qtbot, text):
    buttons = page.workplace.host.findChildren(QPushButton)
    (button,) = [b for b in buttons if b.text() == text and not b.isHidden()]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def stored(page, kind):
    with page.workplace.desk.snapshot() as snapshot:
        return snapshot.where(kind)


def items(page):
    return sorted(item.text for item in stored(page, PlanItem))


def test_a_page_is_shown_by_plan_theme_and_item_and_taken_in_by_keyboard(page, qtbot):
    with qtbot.waitSignal(page.wanted):
        page.take_in([SourceFile("粘贴的文字", page_text().encode())])
    settle(page, qtbot)
    told = lines(page)
    assert any(ITEMS[0] in text and op == "＋ 新增" for text, op, _ in told)
    assert page.ui.takeIn.text().startswith("导入")
    with qtbot.waitSignal(page.finished):
        qtbot.keyClick(page.ui.tree, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert items(page) == sorted(ITEMS)
    assert not page.has_open
    assert "粘贴的文字" in notices(page)[-1]


def test_what_was_taken_in_can_be_undone_at_the_notice(page, qtbot):
    paste(page, qtbot, page_text())
    with qtbot.waitSignal(page.finished):
        qtbot.mouseClick(page.ui.takeIn, Qt.MouseButton.LeftButton)
    press_in_notice(page, qtbot, "撤销")
    assert items(page) == []


def test_two_changes_in_the_same_page_show_old_and_new(page, qtbot):
    text = SAMPLE.read_text("utf-8")
    held(page, text)
    paste(page, qtbot, text.replace("聘请15名", "聘请25名").replace("企业少填表", "企业少填些表"))
    assert [op for _, op, _ in lines(page) if op] == ["～ 修改", "～ 修改"]
    choose(page, "聘请25名")
    shown = page.ui.comparison.toPlainText()
    assert "聘请15名" in shown
    assert "聘请25名" in shown
    html = page.ui.comparison.toHtml()
    assert "line-through" in html
    assert "underline" in html
    assert page.ui.counted.text() == "新增 0、修改 2、删除 0 · 提醒：警告1 · 提示3"


def test_space_rejects_an_item_and_takes_it_again(page, qtbot):
    paste(page, qtbot, page_text())
    choose(page, ITEMS[0])
    page.ui.tree.setFocus()
    before = page.ui.takeIn.text()
    qtbot.keyClick(page.ui.tree, Qt.Key.Key_Space)
    assert box(page, line_of(page, ITEMS[0])) == Qt.CheckState.Unchecked
    assert box(page, line_of(page, "聚焦堵点难点")) == Qt.CheckState.PartiallyChecked
    assert page.ui.takeIn.text() != before
    qtbot.keyClick(page.ui.tree, Qt.Key.Key_Space)
    assert page.ui.takeIn.text() == before
    qtbot.keyClick(page.ui.tree, Qt.Key.Key_Space)
    with qtbot.waitSignal(page.finished):
        qtbot.keyClick(page.ui.tree, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert items(page) == sorted(ITEMS[1:])


def test_space_turns_all_selected_lines(page, qtbot):
    paste(page, qtbot, page_text())
    choose(page, ITEMS[0])
    qtbot.keyClick(page.ui.tree, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(page.ui.tree, Qt.Key.Key_Space)
    states = [box(page, line_of(page, text)) for text in ITEMS]
    on, off = Qt.CheckState.Checked, Qt.CheckState.Unchecked
    assert states == [off, off, on, on]


def test_going_to_a_finding_chooses_just_its_line_whatever_key_is_held(page, qtbot):
    paste(page, qtbot, HALF)
    choose(page, ITEMS[3])
    for _ in range(page.sheet.findings.rowCount()):
        qtbot.keyClick(page.ui.tree, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
        assert len(page.ui.tree.selectionModel().selectedRows()) == 1


def test_a_click_on_the_box_of_a_theme_rejects_its_items(page, qtbot):
    paste(page, qtbot, page_text())
    click_box(page, qtbot, line_of(page, "聚焦堵点难点"))
    assert box(page, line_of(page, ITEMS[1])) == Qt.CheckState.Unchecked
    click_box(page, qtbot, line_of(page, ITEMS[1]))
    assert box(page, line_of(page, ITEMS[1])) == Qt.CheckState.Checked
    assert box(page, line_of(page, "聚焦堵点难点")) == Qt.CheckState.PartiallyChecked


def test_all_edits_are_rejected_and_accepted_by_commands(page, qtbot):
    paste(page, qtbot, page_text())
    control = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(page.ui.tree, Qt.Key.Key_R, control)
    assert not page.ui.takeIn.isEnabled()
    qtbot.keyClick(page.ui.tree, Qt.Key.Key_A, control)
    assert page.ui.takeIn.isEnabled()
    assert box(page, line_of(page, ITEMS[2])) == Qt.CheckState.Checked


def test_a_suggestion_is_taken_seen_taken_back_and_applied(page, qtbot):
    paste(page, qtbot, HALF)
    assert line_of(page, "走访执委企业", 2).data() == "提示 1"
    choose(page, "走访执委企业")
    assert page.ui.mend.isVisible()
    qtbot.mouseClick(page.ui.mend, Qt.MouseButton.LeftButton)
    assert line_of(page, "走访执委企业").data() == ITEMS[0]
    assert "已采纳建议" in page.ui.findings.currentIndex().data()
    qtbot.mouseClick(page.ui.mend, Qt.MouseButton.LeftButton)
    assert "120家," in line_of(page, "走访执委企业").data()
    qtbot.mouseClick(page.ui.mend, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.finished):
        qtbot.mouseClick(page.ui.takeIn, Qt.MouseButton.LeftButton)
    assert items(page) == sorted(ITEMS)


def test_the_first_finding_with_a_suggestion_is_chosen_and_its_advice_said_once(page, qtbot):
    paste(page, qtbot, HALF)
    assert "半角" in page.ui.findings.currentIndex().data()
    assert page.ui.mend.isVisible()
    choose(page, "走访执委企业")
    assert "半角" in page.ui.advice.text()
    assert "半角" not in page.ui.comparison.toPlainText()


def test_on_a_low_page_what_is_chosen_stands_whole_and_the_edits_keep_their_room(page, qtbot):
    page.resize(606, 280)
    paste(page, qtbot, HALF)
    settle(page, qtbot)
    assert (page.width(), page.height()) == (606, 280)
    assert page.ui.mend.isVisible()
    assert page.ui.advice.toolTip() == page.ui.advice.text()
    assert page.ui.tree.width() > 200


def test_a_suggestion_that_restores_the_record_is_said_to_change_nothing(page, qtbot):
    held(page, page_text())
    paste(page, qtbot, HALF)
    qtbot.keyClick(
        page.ui.tree, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert line_of(page, "走访执委企业", 1).data() == "＝ 不变"
    assert not page.ui.takeIn.isEnabled()


def test_the_place_of_a_finding_is_shown_in_the_text(page, qtbot):
    paste(page, qtbot, HALF)
    qtbot.keyClick(page.ui.tree, Qt.Key.Key_F8)
    while "半角" not in page.ui.findings.currentIndex().data():
        qtbot.keyClick(page.ui.tree, Qt.Key.Key_F8)
    qtbot.mouseClick(page.ui.goTo, Qt.MouseButton.LeftButton)
    assert page.ui.sourceText.isVisible()
    assert "120家," in page.ui.sourceText.textCursor().block().text()
    assert page.ui.sourceText.extraSelections()


def test_the_place_of_an_item_is_shown_in_the_text(page, qtbot):
    paste(page, qtbot, HALF)
    choose(page, ITEMS[3])
    qtbot.keyClick(page.ui.tree, Qt.Key.Key_F4)
    assert ITEMS[3][:6] in page.ui.sourceText.textCursor().block().text()


def test_the_filter_shows_what_has_findings_with_what_it_stands_under(page, qtbot):
    paste(page, qtbot, HALF)
    everything = len(lines(page))
    page.ui.filter.setFocus()
    qtbot.keyClick(page.ui.filter, Qt.Key.Key_Down)
    told = lines(page)
    assert 0 < len(told) < everything
    assert any("走访执委企业" in text for text, _, _ in told)
    assert not any(ITEMS[3] in text for text, _, _ in told)
    choose(page, "聚焦堵点难点")
    page.ui.tree.setFocus()
    qtbot.keyClick(page.ui.tree, Qt.Key.Key_Space)  # the theme's other item too, though it is not shown
    page.ui.filter.setCurrentIndex(0)
    assert box(page, line_of(page, ITEMS[1])) == Qt.CheckState.Unchecked


def test_a_broken_file_among_several_is_told_and_the_others_are_taken_in(page, qtbot, tmp_path):
    (tmp_path / "一.txt").write_text(page_text())
    (tmp_path / "二.docx").write_bytes(b"PK\x03\x04 cut short")
    (tmp_path / "三.txt").write_text(SAMPLE.read_text("utf-8"))
    take_in(page, qtbot, *(tmp_path / name for name in ("一.txt", "二.docx", "三.txt")))
    shown = [page.things.index(n).data() for n in range(3)]
    assert shown[1] == "二.docx\n无法读取"
    assert shown[0].startswith("一.txt\n待核对")
    qtbot.mouseClick(page.ui.takeInAll, Qt.MouseButton.LeftButton)
    settle(page, qtbot)
    assert page.has_open
    assert "二.docx" in page.ui.note.text()
    assert len(stored(page, Plan)) == 3
    assert len(page.workplace.desk.store.backups()) == 1
    assert "2 份文件" in notices(page)[-1]
    with qtbot.waitSignal(page.finished):
        qtbot.mouseClick(page.ui.close, Qt.MouseButton.LeftButton)
    assert not page.has_open


def test_one_file_after_the_other_is_taken_or_put_aside(page, qtbot, tmp_path):
    (tmp_path / "一.txt").write_text(page_text())
    (tmp_path / "二.txt").write_text(SAMPLE.read_text("utf-8"))
    take_in(page, qtbot, tmp_path)
    qtbot.mouseClick(page.ui.takeIn, Qt.MouseButton.LeftButton)
    settle(page, qtbot)
    assert page.ui.heading.text().startswith("二.txt")
    assert page.ui.tree.hasFocus()
    with qtbot.waitSignal(page.finished):
        qtbot.mouseClick(page.ui.reject, Qt.MouseButton.LeftButton)
    assert len(stored(page, Plan)) == 1


def test_the_next_file_is_compared_with_what_came_in_before_it(page, qtbot, tmp_path):
    for part in "上下":
        (tmp_path / f"{part}.txt").write_text(page_text(f"2031年，海岛商会这样谋划（{part}）"))
    take_in(page, qtbot, tmp_path)
    assert page.ui.counted.text().startswith("新增 15")
    qtbot.keyClick(page.ui.tree, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(page, qtbot)
    assert page.ui.counted.text().startswith("新增 2、")  # its article and that article's section
    qtbot.keyClick(page.ui.tree, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(page, qtbot)
    assert items(page) == sorted(ITEMS)
    assert not page.has_open


def test_two_files_of_one_plan_taken_in_together_do_not_double_it(page, qtbot, tmp_path):
    for part in "上下":
        (tmp_path / f"{part}.txt").write_text(page_text(f"2031年，海岛商会这样谋划（{part}）"))
    take_in(page, qtbot, tmp_path)
    shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(page.ui.tree, Qt.Key.Key_Return, shift)
    settle(page, qtbot)
    assert "重新对照" in page.ui.note.text()
    assert items(page) == sorted(ITEMS)


def test_taking_in_at_once_the_file_that_is_being_compared_anew_leaves_nothing_half_done(
    page, qtbot, tmp_path
):
    for part in "上下":
        (tmp_path / f"{part}.txt").write_text(page_text(f"2031年，海岛商会这样谋划（{part}）"))
    take_in(page, qtbot, tmp_path)
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(page.ui.tree, Qt.Key.Key_Return, control)
    for _ in range(400):
        qtbot.keyClick(page.ui.tree, Qt.Key.Key_Return, control)
        if not page.has_open:
            break
        qtbot.wait(2)
    settle(page, qtbot)
    assert not page.has_open
    assert items(page) == sorted(ITEMS)


def test_one_broken_file_alone_is_a_notice(page, qtbot, tmp_path):
    (tmp_path / "坏.docx").write_bytes(b"PK\x03\x04 cut short")
    with qtbot.assertNotEmitted(page.wanted):
        take_in(page, qtbot, tmp_path / "坏.docx")
    assert "坏.docx" in notices(page)[-1]
    assert not page.has_open


def test_a_file_with_errors_cannot_be_taken_in(page, qtbot):
    paste(page, qtbot, "2031年，海岛商会这样谋划")
    assert not page.ui.takeIn.isEnabled()
    assert "错误" in page.ui.note.text()
    assert page.ui.findings.currentIndex().data().startswith("错误")
    assert page.ui.advice.isVisible()
    qtbot.keyClick(page.ui.tree, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(page, qtbot)
    assert page.workplace.desk.store.history() == []


def test_esc_goes_back_and_keeps_what_is_offered(page, qtbot):
    paste(page, qtbot, page_text())
    with qtbot.waitSignal(page.finished):
        qtbot.keyClick(page.ui.tree, Qt.Key.Key_Escape)
    assert page.has_open
    assert page.ui.takeIn.isEnabled()


def test_what_is_closed_can_be_shown_again(page, qtbot):
    paste(page, qtbot, page_text())
    choose(page, ITEMS[0])
    page.sheet.toggle_selected()
    qtbot.mouseClick(page.ui.close, Qt.MouseButton.LeftButton)
    assert not page.has_open
    with qtbot.waitSignal(page.wanted):
        press_in_notice(page, qtbot, "重新显示")
    assert box(page, line_of(page, ITEMS[0])) == Qt.CheckState.Unchecked


def test_the_year_can_be_chosen_where_the_text_does_not_say_it(page, qtbot):
    paste(page, qtbot, page_text())
    assert "暂按" in "".join(
        page.sheet.findings.index(n).data() for n in range(page.sheet.findings.rowCount())
    )
    wanted = page.ui.year.itemText(1)
    page.ui.year.setFocus()
    qtbot.keyClick(page.ui.year, Qt.Key.Key_Down)
    settle(page, qtbot)
    assert page.ui.year.currentText() == wanted
    qtbot.keyClick(page.ui.tree, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(page, qtbot)
    assert [str(plan.year) for plan in stored(page, Plan)] == [wanted]


def test_the_federation_can_be_typed_where_the_text_does_not_say_it(page, qtbot):
    paste(page, qtbot, "聚焦堵点难点，让办事少跑一座岛。" + "".join(ITEMS[:2]))
    page.ui.federation.setFocus()
    page.ui.federation.lineEdit().selectAll()
    qtbot.keyClicks(page.ui.federation.lineEdit(), "Wangchao")
    qtbot.keyClick(page.ui.federation.lineEdit(), Qt.Key.Key_Return)
    settle(page, qtbot)
    assert line_of(page, "Wangchao")
    qtbot.mouseClick(page.ui.takeIn, Qt.MouseButton.LeftButton)
    settle(page, qtbot)
    assert [each.name for each in stored(page, Federation)] == ["Wangchao"]


def test_records_changed_meanwhile_are_compared_anew(page, qtbot):
    held(page, page_text())
    paste(page, qtbot, HALF.replace("（上）", "（上）"))
    item = next(item for item in stored(page, PlanItem) if item.text == ITEMS[0])
    page.workplace.desk.apply(typed(PlanItem, item.id, "text", item.text, "走访执委企业不少于125家。"))
    qtbot.mouseClick(page.ui.takeIn, Qt.MouseButton.LeftButton)
    settle(page, qtbot)
    assert "重新对照" in page.ui.note.text()
    choose(page, "走访执委企业")
    assert "125" in page.ui.comparison.toPlainText()


def test_an_undo_on_which_later_changes_stand_names_them_and_undoes_the_rest(page, qtbot):
    held(page, page_text())
    (change,) = page.workplace.desk.store.history()
    item = next(item for item in stored(page, PlanItem) if item.text == ITEMS[0])
    page.workplace.desk.apply(typed(PlanItem, item.id, "text", item.text, "后来改过。"))
    page.review_undo(page.workplace.desk.undo(str(change.id)))
    settle(page, qtbot)
    assert "修改" in page.ui.note.text()
    blocked = line_of(page, ITEMS[0])
    assert box(page, blocked) is None
    choose(page, ITEMS[0])
    assert "不能单独撤销" in page.ui.comparison.toPlainText()
    qtbot.keyClick(page.ui.tree, Qt.Key.Key_Space)
    assert page.ui.takeIn.text().startswith("撤销")
    with qtbot.waitSignal(page.finished):
        qtbot.mouseClick(page.ui.takeIn, Qt.MouseButton.LeftButton)
    assert items(page) == ["后来改过。"]
    assert stored(page, Article) == ()


def test_the_place_of_a_finding_is_shown_in_its_sheet(page, qtbot, tmp_path):
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.title = "任务"
    for row in (
        ["鹤沙县工商联2031年工作任务分解表"],
        ["序号", "工作任务", "牵头单位", "完成时限"],
        [1, "办好三场渔具展,", "会员部", "天亮之前"],
        [2, "走访一百家会员企业。", "宣教部", "6月底"],
    ):
        sheet.append(row)
    book.save(tmp_path / "任务.xlsx")
    take_in(page, qtbot, tmp_path / "任务.xlsx")
    findings = page.sheet.findings
    row = next(n for n in range(findings.rowCount()) if "天亮之前" in findings.index(n).data())
    page.ui.findings.setCurrentIndex(findings.index(row))
    assert page.ui.tabs.currentWidget() is page.ui.comparison
    qtbot.mouseClick(page.ui.goTo, Qt.MouseButton.LeftButton)
    view = page.ui.sheetView
    assert page.ui.tabs.currentWidget() is view
    assert view.currentIndex().data() == "天亮之前"
    assert (view.currentIndex().row(), view.currentIndex().column()) == (2, 3)
    assert "天亮之前" in view.currentIndex().data(Qt.ItemDataRole.ToolTipRole)
    assert view.currentIndex().data(Qt.ItemDataRole.BackgroundRole) is not None
    assert view.model().headerData(3, Qt.Orientation.Horizontal) == "D"


def test_a_record_that_is_there_is_gone_to(page, qtbot):
    text = page_text(measure=200)
    held(page, text)
    paste(page, qtbot, text.replace("120家", "130家"))
    choose(page, "130家")
    with qtbot.waitSignal(page.workplace.reveal_asked) as asked:
        qtbot.keyClick(page.ui.tree, Qt.Key.Key_F4, Qt.KeyboardModifier.ShiftModifier)
    assert asked.args[0] is PlanItem


def test_the_page_speaks_english_and_everything_has_a_name(page_of, qtbot):
    page = page_of(ReviewPage, speak=Language.ENGLISH)
    paste(page, qtbot, HALF)
    assert page.ui.takeIn.text().startswith("Take &In")
    assert line_of(page, ITEMS[3], 1).data() == "+ new"
    for action in page.commands():
        assert action.isSeparator() or "&" in action.text()
    letters = [a.text()[a.text().index("&") + 1].lower() for a in page.commands() if not a.isSeparator()]
    assert len(set(letters)) == len(letters)
    for widget in page.findChildren(QPushButton):
        assert widget.accessibleName() or widget.text()


def test_nothing_can_be_taken_in_where_the_store_is_only_read(page_of, make_desk, qtbot):
    page = page_of(ReviewPage, desk=make_desk(read_only=True))
    paste(page, qtbot, page_text())
    assert not page.ui.takeIn.isEnabled()


def test_what_belongs_to_another_store_is_dropped(page, make_desk, qtbot):
    paste(page, qtbot, page_text())
    page.workplace.open(make_desk())
    page.refresh()
    assert not page.has_open
    assert page.sheet.edits.rowCount() == 0


def test_the_tree_is_a_sound_model(page, qtbot, qtmodeltester):
    paste(page, qtbot, HALF)
    qtmodeltester.check(page.sheet.edits, force_py=True)
    qtmodeltester.check(page.sheet.findings, force_py=True)
    qtmodeltester.check(page.things, force_py=True)
    assert page.sheet.edits.index(0, 0).parent() == QModelIndex()
