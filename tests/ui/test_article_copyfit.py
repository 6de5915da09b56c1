"""Copyfitting on the article page: lines in the tree, targets typed, what is over or short, cheap lines."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QPalette

import factories as make
from moushi.desk.preferences import Language
from moushi.domain.rank import spread
from moushi.domain.record import Record
from moushi.domain.records import Article, ArticleSection, Plan
from moushi.ui.article_outline import ROOM
from moushi.ui.article_page import ArticlePage
from moushi.ui.notices import Notice

KEY = Qt.Key
LINE = 21  # characters of a full line, 19 of the first
CHEAP = "港。"


def county(name: str, *texts: str) -> list[Record]:
    of = make.federation(name)
    plan = make.plan(of, heading=f"{name}：")
    theme = make.theme(plan, "", rank="2")
    items = [make.item(theme, text, rank=rank) for text, rank in zip(texts, spread(len(texts)), strict=True)]
    return [of, plan, theme, *items]


def with_article(*counties: list[Record], **fields) -> list[Record]:
    records = [record for each in counties for record in each]
    article = make.article(**fields)
    plans = [record for record in records if isinstance(record, Plan)]
    sections = [
        make.section(article, plan, rank=rank) for plan, rank in zip(plans, spread(len(plans)), strict=True)
    ]
    return [*records, article, *sections]


FIRST = county(
    "云屿县工商联", "海" * 30, "渔" * (19 + 9 * LINE - 30) + CHEAP
)  # 10 full lines, and one character
SECOND = county("白礁区工商联", "岛" * 50)


@pytest.fixture
def page(page_of) -> ArticlePage:
    page = page_of(ArticlePage, with_article(FIRST, SECOND))
    page.ui.tabs.setCurrentWidget(page.ui.itemsTab)
    settle()
    return page


def settle() -> None:
    for _ in range(3):
        QCoreApplication.processEvents()


def section(page: ArticlePage, number: int = 0) -> ArticleSection:
    with page.workplace.desk.snapshot() as snapshot:
        (article,) = snapshot.where(Article)
        return snapshot.where(ArticleSection, article_id=article.id)[number]


def rooms(page: ArticlePage) -> list[str]:
    """What the tree tells at the right of each line, from the top."""
    found = (index.data(ROOM) for index in page.items.model.indexes())
    return [room.text if room else "" for room in found]


def aim(page: ArticlePage, qtbot, text: str) -> None:
    target = page.copyfit.ui.target
    target.setFocus()
    target.selectAll()
    target.insert(text)  # as an input method does
    qtbot.keyClick(target, KEY.Key_Return)
    settle()


def told(page: ArticlePage) -> str:
    return page.copyfit.ui.verdict.text()


def test_each_line_of_the_tree_tells_its_lines_and_characters(page):
    first, theme, one, other, *second = rooms(page)
    assert (first, theme, one, other) == ("11行", "210字 11行", "30字 2行", "10行 末行1字")
    assert second == ["3行", "50字 3行", "50字 3行"]
    tip = page.items.model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "栏深6行、29毫米" in tip


def test_the_tree_says_them_to_a_screen_reader(page):
    index = page.items.model.index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "云屿县工商联，刊登, 11行"


def test_a_target_is_typed_kept_and_told(page, qtbot):
    aim(page, qtbot, "9行")
    assert section(page).target_lines == 9
    assert page.copyfit.ui.target.text() == "9行"
    assert told(page) == "超2行（目标9行），约40字。排紧仍超2行，请删字。"
    assert page.copyfit.ui.verdict.foregroundRole() is QPalette.ColorRole.BrightText
    assert rooms(page)[0] == "11行 超2行"


def test_a_depth_is_a_target_too(page, qtbot):
    aim(page, qtbot, "30mm")
    assert (section(page).target_lines, section(page).target_mm) == (None, 30)
    assert page.copyfit.ui.target.text() == "30毫米"
    assert told(page).startswith("欠1行（目标12行），约20字")
    assert page.copyfit.ui.verdict.foregroundRole() is QPalette.ColorRole.Link


def test_nothing_typed_takes_the_target_away_and_undo_brings_it_back(page, qtbot):
    aim(page, qtbot, "12")
    target = page.copyfit.ui.target
    target.selectAll()
    qtbot.keyClick(target, KEY.Key_Delete)
    qtbot.keyClick(target, KEY.Key_Return)
    settle()
    assert section(page).target_lines is None
    page.workplace.undo()
    settle()
    assert section(page).target_lines == 12
    assert target.text() == "12行"


@pytest.mark.parametrize(("typed", "reason"), [("many", "不是目标"), ("0", "不能排成0行")])
def test_nonsense_is_refused_where_it_is_typed_with_the_reason(page, qtbot, typed, reason):
    aim(page, qtbot, typed)
    assert reason in told(page)
    page.ui.wording.setFocus()
    page._compose()
    assert page.copyfit.ui.target.text() == typed  # it stays to be mended, and so does the reason
    assert reason in told(page)
    assert section(page).target_lines is None
    assert not page.settle()
    aim(page, qtbot, "12")
    assert section(page).target_lines == 12
    assert page.settle()


def test_a_section_is_set_to_fill_its_target(page, qtbot):
    fit = page.copyfit.ui.fit
    assert not fit.isEnabled()
    aim(page, qtbot, "12")
    assert "勾选“按此排满”可排到目标" in told(page)
    assert fit.isEnabled()
    fit.click()
    settle()
    assert section(page).fit
    assert told(page) == "已按目标排满12行"
    assert page.ui.galley.galley.section_lines[0] == 12
    assert rooms(page)[0] == "12行 正好"
    fit.click()
    settle()
    assert not section(page).fit


def test_the_target_is_the_selected_lines_section(page, qtbot):
    aim(page, qtbot, "12")
    page.items.select(section(page, 1).id)
    assert page.copyfit.ui.target.text() == ""
    aim(page, qtbot, "3")
    assert section(page, 1).target_lines == 3
    assert told(page) == "正好3行"
    page.items.select(FIRST[3].id)
    assert page.copyfit.ui.target.text() == "12行"


def test_a_target_is_kept_when_another_section_is_chosen(page, qtbot):
    target = page.copyfit.ui.target
    target.setFocus()
    qtbot.keyClicks(target, "15")
    page.items.select(section(page, 1).id)
    settle()
    assert section(page).target_lines == 15
    assert section(page, 1).target_lines is None
    assert target.text() == ""


def test_what_is_no_target_is_told_when_another_section_is_chosen(page, qtbot):
    aim(page, qtbot, "many")
    page.items.select(section(page, 1).id)
    settle()
    assert page.copyfit.ui.target.text() == ""
    assert "不是目标" not in told(page)
    notices = [notice.accessibleName() for notice in page.workplace.host.findChildren(Notice)]
    assert any("目标没有保存：“many”不是目标" in text for text in notices)


def test_cheap_lines_are_pointed_out_and_lead_to_their_item(page, qtbot):
    button, menu = page.copyfit.ui.savings, page.copyfit.ui.savings.menu()
    assert button.text() == "省1行(&C)"
    menu.aboutToShow.emit()
    (action,) = menu.actions()
    assert action.text().startswith("&1 段末删")
    assert "渔渔渔" in action.text()
    action.trigger()
    assert page.items.current.node.id == FIRST[4].id


def test_it_is_measured_while_one_types(page, qtbot):
    page.items.select(SECOND[3].id)
    wording = page.ui.wording
    wording.setFocus()
    wording.insertPlainText("短")
    settle()
    assert rooms(page)[-1] == "1字 1行"
    assert section(page, 1).target_lines is None


def test_without_cheap_lines_there_is_no_button(page_of):
    page = page_of(ArticlePage, with_article(SECOND))
    page.ui.tabs.setCurrentWidget(page.ui.itemsTab)
    settle()
    assert page.copyfit.ui.savings.isHidden()


def test_a_manuscript_is_measured_by_the_newspaper_and_says_so(page_of):
    page = page_of(ArticlePage, with_article(SECOND, layout="manuscript"))
    page.ui.tabs.setCurrentWidget(page.ui.itemsTab)
    settle()
    assert rooms(page)[0] == "3行"
    assert "按“报纸版面" in told(page)


def test_an_article_without_a_section_has_no_target(page_of):
    page = page_of(ArticlePage, [*SECOND, make.article()])
    page.ui.tabs.setCurrentWidget(page.ui.itemsTab)
    settle()
    assert not page.copyfit.ui.target.isEnabled()
    assert told(page) == ""


@pytest.mark.parametrize("language", Language)
def test_in_a_narrow_column_everything_is_in_view(show, language):
    window = show(with_article(FIRST, SECOND), language)
    page = window.show_page("article")
    page.ui.tabs.setCurrentWidget(page.ui.itemsTab)
    for width in (683, 1366):
        window.resize(width, 350 if width < 1000 else 740)
        settle()
        panel = page.copyfit
        for widget in (panel.ui.target, panel.ui.fit, panel.ui.savings):
            right = widget.mapTo(panel, widget.rect().topRight()).x()
            assert 0 <= right <= panel.width()
            assert widget.width() >= min(widget.minimumSizeHint().width(), 60)
