"""The page of layouts as a person uses it: copy, change, see, be refused, take back.

Over 400 lines: every value of a layout is typed, refused and taken back on one page.
"""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QDesktopServices
from PySide6.QtWidgets import QApplication, QColorDialog, QLabel, QLineEdit

import factories as f
from moushi.desk.desk import Desk
from moushi.desk.layout_shelf import layouts_folder
from moushi.desk.layouts import (
    copy_layout,
    held_layout,
    layout_text,
    layouts,
    load_layout,
)
from moushi.desk.preferences import Language
from moushi.domain.records import Article
from moushi.store import open_store
from moushi.ui.draft import REST
from moushi.ui.layouts_page import LayoutsPage
from moushi.ui.notices import Notice
from ui.plans import county

Key, Left = Qt.Key, Qt.MouseButton.LeftButton


@pytest.fixture
def desk(make_desk):
    return make_desk(county())


@pytest.fixture
def page(page_of, desk, qtbot) -> LayoutsPage:
    page = page_of(LayoutsPage, desk=desk)
    composed(page, qtbot)
    return page


@pytest.fixture
def own(page, desk, qtbot) -> LayoutsPage:
    """The page with a copy of the newspaper's layout in view."""
    page.edit(copy_layout(desk, "zhoushan", "试用"))
    composed(page, qtbot)
    return page


def composed(page, qtbot):
    qtbot.waitUntil(lambda: not page._composing.isActive())


def notices(page: LayoutsPage) -> list[str]:
    return [notice.accessibleName() for notice in page.workplace.host.findChildren(Notice)]


def act_on(page: LayoutsPage, text: str) -> None:
    notice = page.workplace.host.findChildren(Notice)[-1]
    button = next(b for b in notice.findChildren(type(page.ui.back).__mro__[1]) if b.text() == text)
    button.click()


def type_in(qtbot, page, editor: QLineEdit, text: str, *, leave: bool = True) -> None:
    tabs = [page.ui.sheetTab, page.ui.columnsTab, page.ui.typeTab]
    page.ui.tabs.setCurrentWidget(next(tab for tab in tabs if tab.isAncestorOf(editor)))
    editor.setFocus()
    editor.selectAll()
    if not text:
        qtbot.keyClick(editor, Key.Key_Delete)
    elif text.isascii():
        qtbot.keyClicks(editor, text)
    else:  # as an input method does
        editor.insert(text)
    if leave:
        qtbot.keyClick(editor, Key.Key_Tab)
    composed(page, qtbot)


def choose(qtbot, box, text: str) -> None:
    """Choose with the keyboard, as a person does who opens the list."""
    box.setFocus()
    row = next(n for n in range(box.count()) if box.itemText(n).startswith(text))
    qtbot.keyClick(box, Key.Key_Home)
    for _ in range(row):
        qtbot.keyClick(box, Key.Key_Down)
    if box.currentIndex() != row:
        box.setCurrentIndex(row)
        box.activated.emit(row)


def faults(page: LayoutsPage) -> list[str]:
    labels = [label for label in page.findChildren(QLabel) if label.objectName().endswith("Fault")]
    return [label.text() for label in labels if not label.isHidden()]


def test_a_layout_of_the_program_is_shown_and_cannot_be_changed(page):
    assert page.ui.presets.currentText() == "报纸版面（A3 横向四栏）"
    assert "复制一份" in page.ui.note.text()
    assert page.ui.measure.text() == "21.75"
    assert page.ui.measure.isReadOnly()
    assert not page.ui.sections.isEnabled()
    assert not page.delete.isEnabled()
    assert page.ui.galley.galley.lines
    assert page.ui.caption.text() == "2031 年的计划"


def test_a_copy_is_named_and_changed_beside_the_page(page, desk, qtbot):
    before = len(page.ui.galley.galley.lines)
    button = next(b for b in page.ui.bar.children() if getattr(b, "text", lambda: "")() == "复制")
    qtbot.mouseClick(button, Left)
    assert page.ui.title.hasFocus()
    assert page.ui.title.selectedText() == "报纸版面（A3 横向四栏）副本"
    type_in(qtbot, page, page.ui.title, "岱山版")
    assert page.ui.presets.currentText() == "岱山版（自建）"
    type_in(qtbot, page, page.ui.measure, "12", leave=False)
    assert len(page.ui.galley.galley.lines) > before  # as it is typed
    (own,) = (preset for preset in layouts(desk) if preset.own)
    assert load_layout(own.name, desk).measure_em == 21.75
    qtbot.keyClick(page.ui.measure, Key.Key_Tab)
    assert load_layout(own.name, desk).measure_em == 12
    assert (layouts_folder(desk.path) / f"{own.name}.toml").exists()


def test_what_is_typed_is_kept_after_a_rest(own, desk, qtbot, monkeypatch):
    type_in(qtbot, own, own.ui.leading, "1.8", leave=False)
    qtbot.waitUntil(lambda: load_layout("试用", desk).leading == 1.8, timeout=REST + 2000)
    assert own.ui.leading.hasFocus()


def test_nonsense_is_refused_where_it_is_typed_with_the_reason(own, desk, qtbot):
    type_in(qtbot, own, own.ui.columns, "5", leave=False)
    assert faults(own) == ["栏宽：各栏共宽 1014.8 磅，版心只有 810.7 磅"]
    assert own.ui.columns.property("faulty")
    assert own.ui.columns.accessibleDescription() == faults(own)[0]
    qtbot.keyClick(own.ui.columns, Key.Key_Tab)
    assert own.ui.columns.text() == "5"  # not lost
    assert load_layout("试用", desk).columns == 4
    assert own.settle() is False
    type_in(qtbot, own, own.ui.measure, "x", leave=False)
    assert faults(own)[1] == "请填数字，例如 21.75。"
    type_in(qtbot, own, own.ui.measure, "17")
    assert faults(own) == ["每单元栏数：5 栏不能这样均分"]
    type_in(qtbot, own, own.ui.sectionColumns, "1")
    assert faults(own) == []
    layout = load_layout("试用", desk)
    assert (layout.columns, layout.measure_em, layout.section_columns) == (5, 17, 1)


def test_what_waits_is_there_again_when_another_layout_was_looked_at(own, qtbot):
    type_in(qtbot, own, own.ui.columns, "99")
    choose(qtbot, own.ui.presets, "投稿稿件")
    assert (own.ui.columns.text(), faults(own)) == ("1", [])
    choose(qtbot, own.ui.presets, "试用")
    assert own.ui.columns.text() == "99"
    assert faults(own) == ["应为 1 到 12 的整数"]


def test_the_last_change_is_taken_back_and_the_first_state_restored(own, desk, qtbot):
    assert not own.take_back.isEnabled()
    type_in(qtbot, own, own.ui.leading, "1.8")
    type_in(qtbot, own, own.ui.gutter, "")
    assert load_layout("试用", desk).gutter_em == 0
    own.take_back.trigger()
    assert own.ui.gutter.text() == "1"
    assert load_layout("试用", desk).gutter_em == 1
    own.restore.trigger()
    assert own.ui.leading.text() == "1.5"
    assert layout_text("试用", desk) == held_layout(desk, "试用").copied
    own.take_back.trigger()
    assert load_layout("试用", desk).leading == 1.8
    own.take_back.trigger()
    assert not own.take_back.isEnabled()


def test_taking_back_first_drops_what_could_not_be_kept(own, desk, qtbot):
    type_in(qtbot, own, own.ui.leading, "9")
    assert own.take_back.isEnabled()
    own.take_back.trigger()
    assert own.ui.leading.text() == "1.5"
    assert faults(own) == []
    assert not own.take_back.isEnabled()


def test_sheet_and_its_turn_are_chosen_by_name(own, desk, qtbot):
    assert (own.ui.paper.currentText(), own.ui.orientation.currentText()) == ("A3", "横向")
    choose(qtbot, own.ui.paper, "A4")
    assert "版心只有" in faults(own)[0]
    assert own.ui.paper.currentText() == "A3"
    type_in(qtbot, own, own.ui.measure, "10")
    choose(qtbot, own.ui.paper, "A4")
    assert (own.ui.width.text(), own.ui.height.text(), faults(own)) == ("297", "210", [])
    type_in(qtbot, own, own.ui.width, "300")
    assert own.ui.paper.currentText() == "其他"


def test_the_type_of_each_part_is_changed(own, desk, qtbot):
    own.ui.tabs.setCurrentWidget(own.ui.typeTab)
    assert own.ui.role.currentText() == "正文"
    assert (own.ui.size.text(), own.ui.sizes.currentText()) == ("9", "小五  9")
    type_in(qtbot, own, own.ui.size, "六号")
    assert own.ui.size.text() == "7.5"
    assert load_layout("试用", desk).roles["theme_lead"].size_pt == 7.5
    choose(qtbot, own.ui.role, "主标题")
    assert own.ui.size.text() == "36"
    choose(qtbot, own.ui.sizes, "初号")
    assert own.ui.size.text() == "42"
    own.ui.bold.setFocus()
    qtbot.keyClick(own.ui.bold, Key.Key_Space)
    choose(qtbot, own.ui.align, "左对齐")
    type_in(qtbot, own, own.ui.colour, "c00000")
    assert own.ui.colour.text() == "#C00000"
    headline = load_layout("试用", desk).roles["headline"]
    assert (headline.size_pt, headline.bold, headline.align, headline.colour) == (
        42,
        False,
        "left",
        "#C00000",
    )
    choose(qtbot, own.ui.role, "板块句")
    assert own.ui.size.isReadOnly()


def test_a_face_is_put_first_and_the_one_in_use_is_named(own, desk, qtbot):
    own.ui.tabs.setCurrentWidget(own.ui.typeTab)
    face = own.ui.pick.itemText(0)
    choose(qtbot, own.ui.pick, face)
    assert load_layout("试用", desk).roles["body"].east_asian[:2] == (face, "宋体")
    assert own.ui.pick.currentIndex() == -1
    assert own.ui.used.text().startswith("本机实际使用：")
    type_in(qtbot, own, own.ui.faces, "、")
    assert faults(own) == ["至少写一种字体，最多 30 种"]


def test_a_colour_is_picked(own, desk, qtbot, monkeypatch):
    own.ui.tabs.setCurrentWidget(own.ui.typeTab)
    monkeypatch.setattr(QColorDialog, "getColor", lambda *_: QColor("#123456"))
    qtbot.mouseClick(own.ui.pickColour, Left)
    assert load_layout("试用", desk).roles["body"].colour == "#123456"
    monkeypatch.setattr(QColorDialog, "getColor", lambda *_: QColor())
    qtbot.mouseClick(own.ui.pickColour, Left)
    assert own.ui.colour.text() == "#123456"


def test_a_deleted_layout_says_how_many_articles_name_it_and_comes_back(own, desk):
    desk.apply(f.proposal(f.article(layout="试用")))
    own.delete.trigger()
    assert [preset.name for preset in layouts(desk) if preset.own] == []
    assert notices(own)[-1].startswith("已删除版式“试用”。有 1 篇稿件选用它，现改用默认版式。")
    assert own.ui.presets.currentText() == "报纸版面（A3 横向四栏）"
    act_on(own, "撤销")
    assert own.ui.presets.currentText() == "试用（自建）"
    assert [preset.name for preset in layouts(desk) if preset.own] == ["试用"]


def test_a_broken_file_is_told_at_its_layout_and_put_aside(page, desk):
    folder = layouts_folder(desk.path)
    folder.mkdir()
    (folder / "坏的.toml").write_text('title = "县里的"\ncolumns = 0\n', "utf-8")
    page.edit("坏的")
    assert page.ui.presets.currentText() == "县里的（文件有错）"
    assert "坏的.toml" in page.ui.note.text()
    assert "columns：应为 1 到 12 的整数" in page.ui.note.text()
    assert not page.copy.isEnabled()
    assert page.ui.splitter.isHidden()
    page.put_aside.trigger()
    assert (folder / "坏的.toml.bad").exists()
    assert notices(page)[-1].startswith("有错的文件已改名为 坏的.toml.bad")
    assert not page.ui.splitter.isHidden()
    assert not page.put_aside.isVisible()


def test_a_file_changed_by_hand_meanwhile_is_not_written_over(own, desk, qtbot):
    file = layouts_folder(desk.path) / "试用.toml"
    file.write_text(file.read_text("utf-8").replace("gutter_em = 1", "gutter_em = 0.5"), "utf-8")
    type_in(qtbot, own, own.ui.leading, "1.8")
    assert "在别处改过" in notices(own)[-1]
    qtbot.waitUntil(lambda: own.ui.gutter.text() == "0.5")
    assert (own.ui.leading.text(), load_layout("试用", desk).gutter_em) == ("1.5", 0.5)
    own.take_back.trigger()
    layout = load_layout("试用", desk)
    assert (layout.leading, layout.gutter_em) == (1.8, 1)
    assert "leading = 1.8" in file.read_text("utf-8")


def test_an_article_is_seen_in_the_layout_and_without_any_the_sample(page, desk, qtbot, page_of, make_desk):
    plan = f.plan(federation := f.federation("鹭汀县工商联"), 2030)
    article = f.article(year=2030, headline="去年的稿件")
    desk.apply(f.proposal(federation, plan, f.passage(plan, "潮起海岛。"), article, f.section(article, plan)))
    page.edit("manuscript", article.id)
    composed(page, qtbot)
    assert page.ui.caption.text() == "稿件：去年的稿件"
    empty = page_of(LayoutsPage, desk=make_desk())
    composed(empty, qtbot)
    assert empty.ui.caption.text() == "示例文字"
    assert len(empty.ui.galley.galley.lines) > 50


def test_a_reader_can_look_and_change_nothing(page_of, make_desk, qtbot):
    writer = make_desk(county())
    copy_layout(writer, "zhoushan", "试用")
    reader = Desk(open_store(writer.path, read_only=True))
    page = page_of(LayoutsPage, desk=reader)
    page.edit("试用")
    assert "只读" in page.ui.note.text()
    assert page.ui.measure.isReadOnly()
    assert not any(action.isEnabled() for action in (page.copy, page.delete, page.restore))


def test_esc_and_the_button_lead_back_with_everything_kept(own, desk, qtbot):
    type_in(qtbot, own, own.ui.leading, "1.8", leave=False)
    with qtbot.waitSignal(own.finished):
        qtbot.keyClick(own.ui.leading, Key.Key_Escape)
    assert load_layout("试用", desk).leading == 1.8
    with qtbot.waitSignal(own.finished):
        qtbot.mouseClick(own.ui.back, Left)


def test_the_folder_is_shown(own, desk, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    own.show_folder.trigger()
    assert opened == [str(layouts_folder(desk.path))]
    assert "文件夹" in notices(own)[-1]


@pytest.mark.parametrize("speak", list(Language))
def test_it_fits_a_small_screen_at_twice_the_size(page_of, make_desk, speak):
    page = page_of(LayoutsPage, desk=make_desk(county()), speak=speak)
    page.resize(590, 260)
    QApplication.processEvents()
    assert (page.width(), page.height()) == (590, 260)
    assert page.ui.bar.isHidden()
    assert page.ui.galley.width() > 150
    for scroll in (page.ui.sheetScroll, page.ui.columnsScroll, page.ui.typeScroll):
        page.ui.tabs.setCurrentIndex(page.ui.tabs.indexOf(scroll.parentWidget()))
        QApplication.processEvents()
        assert scroll.widget().width() <= scroll.viewport().width()


@pytest.mark.parametrize("speak", list(Language))
def test_everything_on_the_page_is_named_in_the_language(page_of, make_desk, speak):
    page = page_of(LayoutsPage, desk=make_desk(county()), speak=speak)
    editors = [
        page.ui.__dict__[name] for name in ("title", "measure", "faces", "paper", "role", "bold", "galley")
    ]
    assert all(editor.accessibleName() for editor in editors)
    is_chinese = speak is Language.CHINESE
    assert page.ui.measure.accessibleName() == ("栏宽" if is_chinese else "Width of a column")
    assert page.copy.iconText() == ("复制" if is_chinese else "Copy")
    assert page.ui.align.itemText(1) == ("居中" if is_chinese else "Centred")


@pytest.mark.parametrize("speak", list(Language))
def test_each_letter_leads_to_one_control_and_to_none_of_the_window(page_of, make_desk, speak):
    page = page_of(LayoutsPage, desk=make_desk(county()), speak=speak)
    texts = [label.text() for label in page.findChildren(QLabel) if label.buddy()] + [page.ui.back.text()]
    letters = [text.partition("&")[2][:1].upper() for text in texts if "&" in text]
    assert len(letters) == len(set(letters)) == 3
    assert not set(letters) & set("YRFEPVH")
    menu = [action.text().partition("&")[2][:1].upper() for action in page.commands() if action.text()]
    assert len(menu) == len(set(menu))
    assert all(menu)


def test_another_store_has_layouts_of_its_own(own, make_desk, qtbot):
    type_in(qtbot, own, own.ui.leading, "1.8")
    own.workplace.open(make_desk(county()))
    assert own.ui.presets.currentText() == "报纸版面（A3 横向四栏）"
    assert [preset.own for preset in own._presets] == [False] * 4
    assert not own.take_back.isEnabled()


def test_from_the_article_to_its_layout_and_back_the_copy_can_be_chosen(show, make_desk, qtbot):
    plan = f.plan(federation := f.federation("鹭汀县工商联"), 2031)
    article = f.article(year=2031, headline="新一年", layout="zhoushan-a4")
    desk = make_desk([federation, plan, f.passage(plan, "潮起海岛。"), article, f.section(article, plan)])
    window = show(desk)
    there = window.show_page("article")
    there.ui.tabs.setCurrentWidget(there.ui.titleTab)
    qtbot.mouseClick(there.ui.editLayout, Left)
    (page,) = window.findChildren(LayoutsPage)
    assert page.isVisible()
    assert page.ui.presets.currentText() == "报纸版面（A4 纵向两栏）"
    qtbot.waitUntil(lambda: page.ui.caption.text() == "稿件：新一年")
    page.copy.trigger()
    type_in(qtbot, page, page.ui.title, "岱山版", leave=False)
    qtbot.mouseClick(page.ui.back, Left)
    assert there.isVisible()
    choose(qtbot, there.ui.preset, "岱山版")
    with desk.snapshot() as snapshot:
        (kept,) = snapshot.where(Article)
    assert load_layout(kept.layout, desk).title == "岱山版"
    qtbot.mouseClick(there.ui.editLayout, Left)
    page.delete.trigger()
    qtbot.mouseClick(page.ui.back, Left)
    assert there.ui.preset.currentText() == f"{kept.layout}（已没有）"
    qtbot.waitUntil(lambda: "现改用“报纸版面（A3 横向四栏）”" in there.ui.previewFault.text())
    assert there.ui.galley.galley.lines


def test_from_the_settings_to_the_layouts_and_back(show, qtbot):
    window = show()
    settings = window.show_page("settings")
    qtbot.mouseClick(settings.ui.editLayouts, Left)
    (page,) = window.findChildren(LayoutsPage)
    assert page.isVisible()
    qtbot.keyClick(page.ui.presets, Key.Key_Escape)
    assert settings.isVisible()
