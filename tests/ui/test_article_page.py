"""The article page: an article begun, chosen, ordered, worded, previewed, exported, compared.

Over 400 lines: one page, with one set of helpers, is tried from beginning an article to sending it.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QCoreApplication, QModelIndex, QPointF, Qt
from PySide6.QtGui import QAccessible, QAction, QDesktopServices, QDropEvent, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QTabWidget,
    QToolButton,
    QWidget,
)

import factories as make
from moushi.changes.model import Change
from moushi.desk.preferences import Language
from moushi.domain.kinds import ArticleKind
from moushi.domain.rank import spread
from moushi.domain.record import Record
from moushi.domain.records import Article, ArticleItem, ArticleSection, PlanItem
from moushi.ui import translators
from moushi.ui.article_page import ArticlePage
from moushi.ui.notices import Notice
from moushi.ui.printing import Preview

KEY, ALT, NONE = Qt.Key, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier


def county(name: str = "云屿县工商联", items: int = 3) -> list[Record]:
    of = make.federation(name)
    plan = make.plan(of, heading=f"{name}：")
    theme = make.theme(plan, f"{name}一是办实事。", rank="2")
    opening = make.passage(plan, f"{name}开篇。", rank="01")
    made = [make.item(theme, f"{name}第{n}件；", rank=rank) for n, rank in enumerate(spread(items), 1)]
    return [of, plan, opening, theme, *made]


def with_article(*counties: list[Record], **fields) -> list[Record]:
    """Records of counties and an article that prints them."""
    records = [record for each in counties for record in each]
    article = make.article(**({"headline": "海岛商会新年打算"} | fields))
    plans = [record for record in records if type(record).__name__ == "Plan"]
    sections = [
        make.section(article, plan, rank=r) for plan, r in zip(plans, spread(len(plans)), strict=True)
    ]
    return [*records, article, *sections]


@pytest.fixture
def page(page_of) -> ArticlePage:
    return page_of(ArticlePage, with_article(county()))


def settle() -> None:
    for _ in range(3):
        QCoreApplication.processEvents()


def printed(page: ArticlePage) -> str:
    """The preview's words, as they stand on it."""
    settle()
    galley = page.ui.galley.galley
    return "".join(line.text for line in galley.lines) if galley else ""


def stored(page: ArticlePage, kind: type[Record]) -> tuple:
    with page.workplace.desk.snapshot() as snapshot:
        return snapshot.where(kind)


def notices(page: ArticlePage) -> list[str]:
    settle()
    host = page.workplace.host
    return [notice.accessibleName() for notice in host.findChildren(Notice) if not notice.isHidden()]


def button(page: ArticlePage, text: str) -> QPushButton:
    return next(b for b in page.workplace.host.findChildren(QPushButton) if b.text() == text)


def index(page: ArticlePage, *path: int) -> QModelIndex:
    found = QModelIndex()
    for row in path:
        found = page.items.model.index(row, 0, found)
    return found


def to_items(page: ArticlePage, *path: int) -> None:
    page.ui.tabs.setCurrentWidget(page.ui.itemsTab)
    page.ui.outline.setFocus()
    page.ui.outline.setCurrentIndex(index(page, *path))


def tree(page: ArticlePage, *path: int) -> list[str]:
    parent = index(page, *path)
    return [page.items.model.index(row, 0, parent).data() for row in range(page.items.model.rowCount(parent))]


def line_of(page: ArticlePage, words: str) -> int:
    return next(n for n, line in enumerate(page.ui.galley.galley.lines) if words in line.text)


def click_on(page: ArticlePage, qtbot, words: str) -> None:
    view = page.ui.galley
    at = view.point_of(line_of(page, words)).toPoint()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, NONE, at)


# -- beginning ---------------------------------------------------------------------------------------------


def test_without_an_article_the_page_says_what_one_is_and_begins_it_with_all_plans(page_of, qtbot):
    page = page_of(ArticlePage, [*county(), *county("鹤沙县工商联")])
    assert "2031年还没有稿件" in page.ui.emptyText.text()
    qtbot.mouseClick(page.ui.beginPlan, Qt.MouseButton.LeftButton)
    assert page.ui.stack.currentWidget() is page.ui.work
    assert page.ui.headline.text() == page.ui.headline.selectedText() == "县、区工商联2031年工作计划"
    assert QApplication.focusWidget() is page.ui.headline
    assert "云屿县工商联第1件；" in printed(page)
    assert "鹤沙县工商联第1件；" in printed(page)


def test_with_one_federation_in_view_an_article_begins_with_its_plan(page_of):
    records = [*county(), *county("鹤沙县工商联")]
    page = page_of(ArticlePage, records, federation=records[0].id)
    page.new_plan.trigger()
    assert page.ui.headline.text() == "云屿县工商联2031年工作计划"
    assert page.items.add.isEnabled()


def test_without_a_plan_the_page_says_to_enter_one_first(page_of):
    page = page_of(ArticlePage, [make.federation()])
    assert "年还没有计划，稿件由计划编成" in page.ui.emptyText.text()
    assert not page.ui.beginPlan.isVisible()
    assert not page.new_plan.isEnabled()


def test_a_progress_article_without_reports_says_so_where_it_would_be_seen(page_of):
    page = page_of(ArticlePage, county())
    page.new_progress.trigger()
    assert page.ui.articles.currentText().startswith("云屿县工商联2031年工作进展")
    assert page.ui.period.isVisible()
    assert page.ui.period.currentData() == "2031"
    settle()
    assert page.ui.previewFault.isVisible()
    assert "2031" in page.ui.previewFault.text()
    assert not page.ui.galley.isVisible()


def test_a_progress_article_shows_what_was_reported(page_of):
    records = county()
    item = next(r for r in records if isinstance(r, PlanItem))
    report = make.progress(item, "2031-04", narrative="已办两场")
    page = page_of(ArticlePage, [*records, report])
    page.new_progress.trigger()
    assert page.ui.period.currentText() == "2031年4月"
    assert "已办两场。" in printed(page)
    to_items(page)
    click_on_words = line_of(page, "已办两场")
    assert click_on_words >= 0
    assert tree(page, 0, 0)[1] == "【未报】云屿县工商联第2件；"


# -- the title block ---------------------------------------------------------------------------------------


def test_the_preview_follows_typing_and_a_visit_is_one_change(page, qtbot):
    before = page.workplace.desk.store.history()
    page.ui.kicker.setFocus()
    qtbot.keyClicks(page.ui.kicker, "zhen")
    assert "zhen" in printed(page)
    assert stored(page, Article)[0].kicker == ""
    page.form._drafts["kicker"].keep(leaving=False)  # two seconds of rest
    qtbot.keyClicks(page.ui.kicker, " zhua")
    qtbot.keyClick(page.ui.kicker, KEY.Key_Tab)
    assert stored(page, Article)[0].kicker == "zhen zhua"
    assert len(page.workplace.desk.store.history()) == len(before) + 1
    page.workplace.undo()
    assert page.ui.kicker.text() == ""
    assert "zhen" not in printed(page)


def test_the_lead_has_a_paragraph_to_a_line(page, qtbot):
    page.ui.lead.setFocus()
    qtbot.keyClicks(page.ui.lead, "one")
    qtbot.keyClick(page.ui.lead, KEY.Key_Return)
    qtbot.keyClicks(page.ui.lead, "two")
    settle()
    assert [line.text for line in page.ui.galley.galley.lines if line.role == "lead"] == ["one", "two"]


def test_another_layout_sets_the_article_anew(page):
    before = page.ui.galley.galley.layout.name
    box = page.ui.preset
    box.setCurrentIndex(box.findData("manuscript"))
    box.activated.emit(box.currentIndex())
    settle()
    assert (before, page.ui.galley.galley.layout.name) == ("zhoushan", "manuscript")
    assert box.currentText() == "投稿稿件（A4 单栏）"
    assert stored(page, Article)[0].layout == "manuscript"


def test_characters_and_lines_are_counted_as_one_types(page, qtbot):
    page.ui.byline.setFocus()
    settle()
    count = int(page.ui.counts.text().split("字")[0])
    qtbot.keyClicks(page.ui.byline, "abc d")
    settle()
    assert page.ui.counts.text().startswith(f"{count + 4}字，")
    assert page.ui.counts.text().endswith(" · 云屿县工商联3行")


def test_the_field_that_is_entered_is_marked_in_the_preview(page):
    page.ui.kicker.setFocus()
    page.ui.headline.setFocus()
    settle()
    assert page.ui.galley._marked == {line_of(page, "海岛商会新年打算")}


# -- sections and items ------------------------------------------------------------------------------------


def test_space_leaves_an_item_out_and_takes_it_back(page, qtbot):
    to_items(page, 0, 0, 1)
    assert "第2件" in printed(page)
    qtbot.keyClick(page.ui.outline, KEY.Key_Space)
    assert "第2件" not in printed(page)
    assert not page.ui.wording.isEnabled()
    assert "勾选" in page.ui.wording.placeholderText()
    qtbot.keyClick(page.ui.outline, KEY.Key_Space)
    assert "第2件" in printed(page)
    assert stored(page, ArticleItem) == ()


def test_alt_and_arrows_order_items_and_sections_and_plans_stay(page_of, qtbot):
    page = page_of(ArticlePage, with_article(county(), county("鹤沙县工商联")))
    to_items(page, 0, 0, 0)
    qtbot.keyClick(page.ui.outline, KEY.Key_Down, ALT)
    assert [text[-3] for text in tree(page, 0, 0)] == list("213")
    assert page.ui.outline.currentIndex().data() == "云屿县工商联第1件；"
    assert printed(page).index("云屿县工商联第2件") < printed(page).index("云屿县工商联第1件")
    qtbot.keyClick(page.ui.outline, KEY.Key_Up, ALT)
    assert stored(page, ArticleItem) == ()
    to_items(page, 1)
    qtbot.keyClick(page.ui.outline, KEY.Key_Up, ALT)
    assert tree(page) == ["鹤沙县工商联", "云屿县工商联"]
    assert not page.items.up.isEnabled()
    assert [item.text[-3] for item in stored(page, PlanItem)] == sorted(
        item.text[-3] for item in stored(page, PlanItem)
    )


def test_an_item_is_worded_for_the_paper_and_its_plan_stays(page, qtbot):
    to_items(page, 0, 0, 0)
    page.ui.wording.setFocus()
    assert page.ui.planWords.toPlainText() == "云屿县工商联第1件；"
    qtbot.keyClicks(page.ui.wording, "in other words;")
    assert "in other words;" in printed(page)
    assert stored(page, ArticleItem) == ()
    qtbot.keyClick(page.ui.wording, KEY.Key_Backtab)
    (entry,) = stored(page, ArticleItem)
    assert entry.wording == "in other words;"
    assert tree(page, 0, 0)[0] == "【改写】in other words;"
    assert "第1件" not in printed(page)
    assert sorted(item.text[-3] for item in stored(page, PlanItem)) == ["1", "2", "3"]
    page.ui.wording.setFocus()
    page.ui.wording.selectAll()
    qtbot.keyClick(page.ui.wording, KEY.Key_Delete)
    page.ui.outline.setFocus()
    assert stored(page, ArticleItem) == ()
    assert "第1件" in printed(page)
    assert page.ui.wording.placeholderText() == "与计划相同"


def test_what_is_typed_is_kept_when_another_item_is_chosen(page, qtbot):
    to_items(page, 0, 0, 0)
    page.ui.wording.setFocus()
    qtbot.keyClicks(page.ui.wording, "first")
    page.items.select(page.items.model.line(index(page, 0, 0, 1)).node.id)
    assert [entry.wording for entry in stored(page, ArticleItem)] == ["first"]
    assert page.ui.wording.toPlainText() == ""


def test_a_wording_that_goes_with_its_item_comes_back_by_the_notice(page, qtbot):
    to_items(page, 0, 0, 0)
    page.ui.wording.setFocus()
    qtbot.keyClicks(page.ui.wording, "mine")
    page.ui.outline.setFocus()
    qtbot.keyClick(page.ui.outline, KEY.Key_Space)
    assert any("见报文字" in text for text in notices(page))
    qtbot.mouseClick(button(page, "撤销"), Qt.MouseButton.LeftButton)
    assert [entry.wording for entry in stored(page, ArticleItem)] == ["mine"]
    assert page.ui.wording.toPlainText() == "mine"


def test_what_another_changes_meanwhile_leaves_the_draft_alone(page, qtbot):
    to_items(page, 0, 0, 0)
    page.ui.wording.setFocus()
    qtbot.keyClicks(page.ui.wording, "half")
    item = stored(page, PlanItem)[1]
    page.workplace.desk.apply(make.proposal(Change(PlanItem, item.id, "text", item.text, "别处改的；")))
    settle()
    assert page.ui.wording.toPlainText() == "half"
    assert "别处改的；" in printed(page)


def test_sections_are_taken_out_and_put_in_again(page_of):
    page = page_of(ArticlePage, with_article(county(), county("鹤沙县工商联")))
    to_items(page, 0)
    page.items.remove.trigger()
    assert tree(page) == ["鹤沙县工商联"]
    (entry,) = page.items.add.menu().actions()
    assert entry.text() == "&1 云屿县工商联"
    entry.trigger()
    assert tree(page) == ["鹤沙县工商联", "云屿县工商联"]
    assert page.ui.outline.currentIndex().data() == "云屿县工商联"


# -- to and fro --------------------------------------------------------------------------------------------


def test_a_click_in_the_preview_goes_to_what_stands_there(page, qtbot):
    settle()
    click_on(page, qtbot, "海岛商会新年打算")
    assert QApplication.focusWidget() is page.ui.headline
    click_on(page, qtbot, "第3件")
    assert page.ui.tabs.currentWidget() is page.ui.itemsTab
    assert "云屿县工商联" in page.ui.outline.currentIndex().data()


def test_a_double_click_goes_to_the_plan(page, qtbot):
    settle()
    view = page.ui.galley
    at = view.point_of(line_of(page, "开篇")).toPoint()
    with qtbot.waitSignal(page.workplace.reveal_asked) as asked:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, NONE, at)
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, NONE, at)
    assert asked.args[0].__name__ == "Passage"
    assert page.ui.outline.currentIndex().data() == "云屿县工商联"


def test_the_selected_item_is_shown_in_the_plan(page, qtbot):
    to_items(page, 0, 0, 2)
    with qtbot.waitSignal(page.workplace.reveal_asked) as asked:
        page.to_plan.trigger()
    kind, record_id = asked.args
    assert (kind, record_id) == (PlanItem, page.items.model.line(index(page, 0, 0, 2)).node.id)


def test_other_pages_lead_to_an_article_and_to_an_item_of_it(page_of):
    records = with_article(county())
    other = make.article(headline="另一篇")
    article = next(r for r in records if isinstance(r, Article))
    item = next(r for r in records if isinstance(r, PlanItem))
    entry = make.article_item(article, item, wording="另说；")
    page = page_of(ArticlePage, [*records, other, entry])
    assert page.reveal(Article, other.id)
    assert page.ui.articles.currentText() == "另一篇"
    assert page.reveal(ArticleItem, entry.id)
    assert page.ui.outline.currentIndex().data() == "【改写】另说；"
    section = next(r for r in records if isinstance(r, ArticleSection))
    assert page.reveal(ArticleSection, section.id)
    assert page.ui.outline.currentIndex().data() == "云屿县工商联"
    assert not page.reveal(Article, UUID(int=1))
    assert not page.reveal(PlanItem, item.id)


def test_the_years_articles_are_chosen_above(page_of):
    records = with_article(county())
    other = make.article(headline="另一篇", part="下")
    page = page_of(ArticlePage, [*records, other, make.article(2030, headline="旧年")])
    texts = [page.ui.articles.itemText(n) for n in range(page.ui.articles.count())]
    assert texts == ["海岛商会新年打算", "另一篇（下）"]
    page.ui.articles.activated.emit(1)
    assert page.ui.headline.text() == page.ui.articles.currentText()[:3] == "另一篇"
    assert page.ui.part.currentText() == "下"


# -- sending -----------------------------------------------------------------------------------------------


@pytest.fixture
def saved_as(monkeypatch, tmp_path):
    """Answers the file dialog; what it was asked with is kept."""
    asked: list[str] = []

    def answer(path: Path) -> list[str]:
        def dialog(_parent, _title, proposed, _kinds):
            asked.append(proposed)
            return str(path), ""

        monkeypatch.setattr(QFileDialog, "getSaveFileName", dialog)
        return asked

    return answer


def export(page: ArticlePage, qtbot, action) -> None:
    with qtbot.waitSignal(page.sending.written):
        action.trigger()


def test_word_is_exported_with_what_was_just_typed_and_can_be_opened(
    page, qtbot, saved_as, tmp_path, monkeypatch
):
    out = tmp_path / "outbox" / "article.docx"
    out.parent.mkdir()
    asked = saved_as(out)
    page.ui.headline.setFocus()
    page.ui.headline.setText("刚刚改的题目")
    export(page, qtbot, page.export_word)
    assert out.read_bytes().startswith(b"PK")
    assert Path(asked[0]).name == "云屿县工商联2031年工作计划-稿件.docx"
    assert stored(page, Article)[0].headline == "刚刚改的题目"
    assert any("article.docx" in text for text in notices(page))
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or True)
    qtbot.mouseClick(button(page, "打开文件"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button(page, "打开所在文件夹"), Qt.MouseButton.LeftButton)
    assert opened == [str(out), str(out.parent)]
    saved_as(tmp_path / "outbox" / "second")
    export(page, qtbot, page.export_text)
    assert Path(asked[1]).parent == out.parent  # the folder of the last export
    assert "刚刚改的题目" in (tmp_path / "outbox" / "second.txt").read_text("utf-8")


@pytest.mark.parametrize(("ending", "begins"), [(".pdf", b"%PDF"), (".png", b"\x89PNG")])
def test_a_proof_is_exported_as_pdf_or_picture_and_kept_among_the_versions(
    page, qtbot, saved_as, tmp_path, ending, begins
):
    out = tmp_path / f"校样{ending}"
    asked = saved_as(out)
    export(page, qtbot, page.export_proof)
    assert Path(asked[0]).suffix == ".pdf"
    assert out.read_bytes().startswith(begins)
    page.ui.tabs.setCurrentWidget(page.ui.versionsTab)
    assert out.name in page.ui.versions.item(0).text()


def test_a_file_that_is_gone_is_said_instead_of_opened(page, qtbot, saved_as, tmp_path):
    out = tmp_path / "article.docx"
    saved_as(out)
    export(page, qtbot, page.export_word)
    out.unlink()
    qtbot.mouseClick(button(page, "打开文件"), Qt.MouseButton.LeftButton)
    assert any("不在原处" in text for text in notices(page))


def test_no_file_chosen_writes_nothing(page, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    page.export_word.trigger()
    assert notices(page) == []


def test_versions_say_what_went_to_whom_and_what_has_changed_since(page_of, qtbot, saved_as, tmp_path):
    page = page_of(ArticlePage, with_article(county(), audience="群岛日报"))
    page.ui.tabs.setCurrentWidget(page.ui.versionsTab)
    assert "还没有导出过" in page.ui.changes.toPlainText()
    saved_as(tmp_path / "article.docx")
    export(page, qtbot, page.export_word)
    first, second = page.ui.versions.item(0).text().split("\n")
    assert first.endswith(" · 群岛日报")
    assert second.startswith("article.docx · 投稿稿件（A4 单栏）")
    assert "没有改动" in page.ui.changes.toPlainText()
    item = stored(page, PlanItem)[0]
    page.workplace.desk.apply(make.proposal(Change(PlanItem, item.id, "text", item.text, "改过的第1件；")))
    settle()
    text = page.ui.changes.toPlainText()
    assert "送群岛日报的版本之后改动 1 处" in text
    assert item.text in text
    assert "改过的第1件；" in text
    assert "line-through" in page.ui.changes.toHtml()
    page.versions.went.emit(page.versions._changes[0].ref)
    assert page.ui.outline.currentIndex().data() == "改过的第1件；"
    bare = page.ui.galley.viewport().grab().toImage()
    page.ui.markChanges.click()
    assert page.ui.galley.viewport().grab().toImage() != bare
    page.ui.markChanges.click()
    assert page.ui.galley.viewport().grab().toImage() == bare


def test_the_whole_text_is_copied_for_a_chat(page):
    page.copy_text.trigger()
    assert QGuiApplication.clipboard().text().split("\n") == [
        *("海岛商会新年打算", "", "云屿县工商联：", "云屿县工商联开篇。"),
        *("云屿县工商联一是办实事。云屿县工商联第1件；云屿县工商联第2件；云屿县工商联第3件；", ""),
    ]
    assert any("全文已复制" in text for text in notices(page))


def test_printing_begins_with_a_preview(page, qtbot):
    page.print_out.trigger()
    (dialog,) = page.findChildren(Preview)
    assert dialog.isVisible()
    assert "海岛商会新年打算" in dialog.windowTitle()
    dialog.close()


def test_an_article_is_deleted_and_comes_back(page, qtbot):
    page.delete.trigger()
    assert page.ui.stack.currentWidget() is page.ui.empty
    assert len(stored(page, PlanItem)) == 3
    qtbot.mouseClick(button(page, "撤销"), Qt.MouseButton.LeftButton)
    assert page.ui.stack.currentWidget() is page.ui.work
    assert page.ui.headline.text() == "海岛商会新年打算"


# -- manners -----------------------------------------------------------------------------------------------


def test_who_only_looks_can_read_and_send_but_change_nothing(page_of, make_desk, qtbot, saved_as, tmp_path):
    desk = make_desk(with_article(county()), read_only=True)
    page = page_of(ArticlePage, desk=desk)
    assert page.ui.headline.isReadOnly()
    assert not page.delete.isEnabled()
    to_items(page, 0, 0, 0)
    qtbot.keyClick(page.ui.outline, KEY.Key_Space)
    assert "第1件" in printed(page)
    assert page.ui.wording.isReadOnly()
    saved_as(tmp_path / "article.docx")
    export(page, qtbot, page.export_word)
    assert any("只读" in text for text in notices(page))


@pytest.mark.parametrize("language", Language)
def test_every_command_has_a_letter_of_its_own(page_of, language):
    page = page_of(ArticlePage, with_article(county()), speak=language)
    texts = [action.text() for action in page.commands() if not action.isSeparator()]
    letters = [text.partition("&")[2][:1].upper() for text in texts]
    assert all(letters)
    assert len(set(letters)) == len(letters)


@pytest.mark.parametrize("language", Language)
def test_every_control_has_a_name_for_screen_readers(page_of, language):
    page = page_of(ArticlePage, with_article(county()), speak=language)
    kinds = (QAbstractButton, QAbstractScrollArea, QComboBox, QLineEdit, QTabWidget)
    made_by_qt = {"qt_spinbox_lineedit", "ScrollLeftButton", "ScrollRightButton"}
    unnamed = [
        widget.objectName()
        for widget in page.findChildren(QWidget)
        if isinstance(widget, kinds)
        and not isinstance(widget.parentWidget(), QComboBox | QAbstractScrollArea)
        and "Container" not in type(widget.parentWidget()).__name__
        and widget.objectName() not in made_by_qt
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).strip()
        and widget.metaObject().className() != "QComboBoxListView"
    ]
    assert unnamed == []


@pytest.mark.parametrize(
    ("tab", "names"),
    [
        (0, "kicker headline part byline lead audience preset"),
        (1, "down remove outline planWords wording"),
        (2, "versions changes"),
    ],
)
def test_the_tab_key_goes_round_in_the_order_of_the_page(page_of, qtbot, tab, names):
    page = page_of(ArticlePage, with_article(county(), county("鹤沙县工商联")))
    page.ui.tabs.setCurrentIndex(tab)
    page.items.select(page.items.model.line(index(page, 0, 0, 0)).node.id)
    page.ui.articles.setFocus()
    visited = []
    for _ in range(16):
        qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Tab)
        widget = QApplication.focusWidget()
        is_button = isinstance(widget, QToolButton) and widget.defaultAction()
        actions = {page.items.down: "down", page.items.remove: "remove"}
        visited.append(actions.get(widget.defaultAction(), "") if is_button else widget.objectName())
        if widget is page.ui.galley:
            break
    places = [visited.index(name) for name in names.split()]
    assert places == sorted(places)
    assert visited[-1] == "galley"


def test_alt_and_arrows_move_nothing_while_the_title_block_is_in_view(page, qtbot):
    to_items(page, 0, 0, 0)
    page.ui.tabs.setCurrentWidget(page.ui.titleTab)
    page.ui.lead.setFocus()
    qtbot.keyClick(page.ui.lead, KEY.Key_Down, ALT)
    assert [text[-3] for text in tree(page, 0, 0)] == list("123")


def test_a_low_window_leaves_the_tree_its_room(page):
    assert page.ui.itemsBar.isHidden() is False
    page.resize(560, 280)
    assert page.minimumSizeHint().height() < 280
    assert page.ui.itemsBar.isHidden()
    assert page.ui.planWords.isHidden()
    to_items(page, 0, 0, 0)
    settle()
    assert page.ui.outline.height() >= 58
    assert page.ui.galley.horizontalScrollBar().maximum() > 0  # larger than the whole page would be


def test_the_page_speaks_the_other_language(page, app):
    assert page.ui.tabs.tabText(1) == "条目(&I)"
    page.words = page.items.model._words = str
    page.workplace.words = str
    translators.speak(app, Language.ENGLISH)
    settle()
    assert page.ui.tabs.tabText(1) == "&Items"
    assert page.ui.counts.text().endswith(" lines")
    assert page.export_word.iconText() == "Export Word"


def test_three_hundred_items_follow_typing(page_of, qtbot):
    page = page_of(ArticlePage, with_article(county(items=300)))
    page.ui.kicker.setFocus()
    settle()
    start = page.workplace.now()
    for _ in range(5):
        page._compose()
    assert page.workplace.now() - start < timedelta(seconds=1)
    assert page.ui.galley.galley.characters > 3000


def test_kinds_of_articles_are_told_apart_in_the_list(page_of):
    progress = make.article(headline="进展", kind=ArticleKind.PROGRESS, period="2031-06")
    page = page_of(ArticlePage, [*with_article(county()), progress])
    assert page.ui.articles.itemText(1) == "进展 · 2031-06"


def test_an_item_is_dragged_before_another(page, qtbot):
    to_items(page, 0, 0, 2)
    outline, model = page.ui.outline, page.items.model
    data = model.mimeData([outline.currentIndex()])
    above = outline.visualRect(index(page, 0, 0, 0))
    at = QPointF(above.center().x(), above.top() + 1)
    event = QDropEvent(at, Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, NONE)
    model.dropMimeData(data, event.dropAction(), 0, 0, index(page, 0, 0))
    settle()
    assert [text[-3] for text in tree(page, 0, 0)] == list("312")
    assert printed(page).index("第3件") < printed(page).index("第1件")


# -- in the window -----------------------------------------------------------------------------------------


@pytest.fixture
def window(show):
    window = show(with_article(county()))
    window.show_page("article")
    settle()
    return window


def test_its_menu_has_a_letter_for_each_command_and_no_key_is_given_twice(window):
    window._fill_page_menu(window.pages.current)
    texts = [action.text() for action in window.ui.pageMenu.actions() if not action.isSeparator()]
    letters = [text.partition("&")[2][:1] for text in texts]
    assert len(letters) == len(set(letters)) >= 12
    window.show_page("plan")
    keys = [a.shortcut().toString() for a in window.findChildren(QAction) if not a.shortcut().isEmpty()]
    page_keys = {"Ctrl+Shift+E", "Ctrl+Shift+T", "Ctrl+P", "Ctrl+G"}
    assert page_keys <= set(keys)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("tab", range(3))
def test_each_letter_leads_to_one_field_or_tab_and_to_nothing_of_the_window(show, language, tab):
    window = show(with_article(county()), language)
    ui = window.show_page("article").ui
    ui.tabs.setCurrentIndex(tab)
    settle()
    texts = [ui.tabs.tabText(number) for number in range(ui.tabs.count())]
    texts += [w.text() for w in window.findChildren(QLabel) if w.buddy() and w.isVisible()]
    texts += [w.text() for w in window.findChildren(QAbstractButton) if w.isVisible()]
    texts += [action.text() for action in window.menuBar().actions()]
    letters = [text.partition("&")[2][:1].upper() for text in texts if "&" in text]
    assert len(letters) > 10
    assert [key for key in letters if letters.count(key) > 1] == []


def test_the_letters_lead_to_tabs_and_fields(window, qtbot):
    ui = window.pages.current.ui
    qtbot.keyClick(window, Qt.Key.Key_M, Qt.KeyboardModifier.AltModifier)
    assert QApplication.focusWidget() is ui.audience
    qtbot.keyClick(window, Qt.Key.Key_I, Qt.KeyboardModifier.AltModifier)
    assert ui.tabs.currentWidget() is ui.itemsTab


def test_the_bars_buttons_look_like_buttons(window):
    ui = window.pages.current.ui
    (export, *_) = ui.outBar.findChildren(QToolButton)
    for button in (export, ui.newButton):
        image = button.grab().toImage()
        edge, inside = image.pixelColor(0, button.height() // 2), image.pixelColor(4, 4)
        assert edge == window.palette().mid().color()
        assert inside == window.palette().button().color()


def test_a_file_that_cannot_be_written_is_said_above_the_page(window, qtbot, saved_as, tmp_path):
    saved_as(tmp_path / "missing" / "article.docx")
    window.pages.current.export_word.trigger()
    qtbot.waitUntil(
        lambda: any("missing" in notice.accessibleName() for notice in window.findChildren(Notice))
    )


def test_it_asks_for_no_more_room_than_a_small_screen_has(window):
    page = window.pages.current
    page.resize(560, 220)
    for tab in range(3):
        page.ui.tabs.setCurrentIndex(tab)
        settle()
        assert page.minimumSizeHint().height() <= 220
        assert page.minimumSizeHint().width() <= 570


def test_undo_in_the_window_takes_back_what_was_typed_in_the_title(window, qtbot):
    page = window.pages.current
    page.ui.headline.setFocus()
    page.ui.headline.selectAll()
    qtbot.keyClicks(page.ui.headline, "new")
    qtbot.keyClick(page.ui.headline, KEY.Key_Tab)
    window.ui.undo.trigger()
    settle()
    assert page.ui.headline.text() == "海岛商会新年打算"
    window.ui.redo.trigger()
    settle()
    assert page.ui.headline.text() == "new"
