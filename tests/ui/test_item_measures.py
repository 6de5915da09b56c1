"""Measures on the plan page as a clerk meets them: offered by the text, counted, carried over."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication

import factories as make
from moushi.desk.preferences import Language
from moushi.domain.kinds import ActivityKind, CountRule, MeasureKind, MeasureSource, PlanState
from moushi.domain.records import (
    Continuation,
    Measure,
    MeasureChamber,
    Plan,
    PlanItem,
    SubMeasure,
    Theme,
    Township,
)
from moushi.ui import translators
from moushi.ui.plan_page import PlanPage
from moushi.ui.workplace import Workplace
from ui.windows import CONTROL, compose, held, lines, notices, settle, tree

Key = Qt.Key
COUNTY = make.federation("鹤沙县工商联")
PLAN = make.plan(COUNTY, 2031)
THEME = make.theme(PLAN, "一是办实事。", label="实事")
ITEM = make.item(THEME, "办好两场渔具展。", short_title="渔具展")
TOWNS = [make.township(COUNTY, name) for name in ("鹭汀镇", "沙角乡")]
CHAMBERS = [
    make.chamber(COUNTY, "鹭汀镇商会", township_id=TOWNS[0].id, founded_on=date(2026, 1, 1)),
    make.chamber(COUNTY, "渔具行业协会"),
]
RECORDS = (COUNTY, PLAN, THEME, ITEM, *TOWNS, *CHAMBERS)
COVERED = make.measure(
    ITEM,
    "商会覆盖",
    kind=MeasureKind.RATIO,
    unit="个",
    target=None,
    source=MeasureSource.REGISTER,
    rule=CountRule.TOWNSHIPS_COVERED,
)


def records(*more):
    """The county with more records, or some in another state."""
    return {record.id: record for record in (*RECORDS, *more)}.values()


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr(Workplace, "now", lambda _: datetime(2031, 6, 3, 9, tzinfo=UTC))
    monkeypatch.setattr("moushi.ui.item_offers.REST", 10)


@pytest.fixture
def page(page_of):
    """The page on one item, its form open."""

    def shown(*more, at="渔具展", **options) -> PlanPage:
        found = page_of(PlanPage, records(*more), **options)
        tree(found).expandAll()
        go(found, at)
        return found

    return shown


def go(page: PlanPage, title: str) -> None:
    """Go to the line of the outline in which that stands."""
    view = tree(page)
    index = view.model().index(0, 0)
    while index.isValid() and title not in index.data():
        index = view.indexBelow(index)
    assert index.isValid(), f"{title} is not in the outline"
    view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    view.setFocus()
    settle()


def offered(page: PlanPage) -> list[str]:
    """The offers under the text, as they are read."""
    return [line.label.text() for line in page.ui.offers._lines if line.isVisible()]


def choose(qtbot, box, text: str) -> None:
    """Choose a word of a list by keyboard."""
    box.setFocus()
    words = [box.itemText(n) for n in range(box.count())]
    qtbot.keyClick(box, Key.Key_Home)
    for _ in range(words.index(text)):
        qtbot.keyClick(box, Key.Key_Down)


def measures(page: PlanPage) -> list[tuple[str, Decimal | None]]:
    return [(measure.name, measure.target) for measure in held(page.workplace, Measure)]


# -- offers ------------------------------------------------------------------------------------------------


def test_what_the_text_suggests_is_taken_by_a_click_and_offered_no_more(page, qtbot):
    shown = page()
    assert offered(shown) == ["建议指标：渔具展 2场"]
    qtbot.mouseClick(shown.ui.offers.buttons[0], Qt.MouseButton.LeftButton)
    assert measures(shown) == [("渔具展", Decimal(2))]
    assert offered(shown) == []
    shown.workplace.undo()
    assert offered(shown) == ["建议指标：渔具展 2场"]


def test_it_is_taken_by_a_key_from_the_middle_of_typing(page, qtbot):
    shown = page()
    shown.ui.itemText.setFocus()
    shown.ui.itemText.selectAll()
    compose(shown.ui.itemText, commit="走访企业不少于12次，办好三场沙龙；")
    qtbot.waitUntil(lambda: len(offered(shown)) == 2)
    assert offered(shown)[0] == "建议指标：走访企业 12次，取自台账"
    qtbot.keyClick(shown.ui.itemText, Key.Key_M, CONTROL)
    assert measures(shown) == [("走访企业", Decimal(12))]
    assert QApplication.focusWidget() is shown.ui.itemText
    assert offered(shown) == ["建议指标：沙龙 3场"]
    assert shown.forms.details.panel.ui.source.currentText() == "台账"


def test_tab_leads_from_the_text_to_the_offer_and_space_takes_it(page, qtbot):
    shown = page()
    shown.ui.itemText.setFocus()
    qtbot.keyClick(shown.ui.itemText, Key.Key_Tab)
    qtbot.keyClick(shown.ui.beginsParagraph, Key.Key_Tab)
    button = QApplication.focusWidget()
    assert button.accessibleName() == "采纳建议指标：渔具展 2场"
    qtbot.keyClick(button, Key.Key_Space)
    assert measures(shown) == [("渔具展", Decimal(2))]


def test_typing_rests_before_anything_is_offered(page, qtbot):
    shown = page()
    shown.ui.itemText.setFocus()
    shown.ui.itemText.selectAll()
    compose(shown.ui.itemText, commit="办三场沙龙；")
    assert offered(shown) == ["建议指标：渔具展 2场"]  # as it was
    qtbot.waitUntil(lambda: offered(shown) == ["建议指标：沙龙 3场"])


def test_a_closed_plan_is_offered_nothing(page):
    closed = make.plan(COUNTY, 2031, state=PlanState.CLOSED)
    assert offered(page(closed)) == []


# -- how a measure is counted ------------------------------------------------------------------------------


def test_its_labels_follow_the_language(page, app):
    panel = page(COVERED).forms.details.panel.ui
    chinese = panel.sourceLabel.text()
    translators.speak(app, Language.ENGLISH)
    settle()
    assert panel.sourceLabel.text() not in ("", chinese)


def test_the_rule_the_value_and_the_records_are_shown_and_lead_to_the_register(page, qtbot):
    shown = page(COVERED)
    panel = shown.forms.details.panel.ui
    assert panel.source.currentText() == "名录"
    assert panel.value.text() == "截至6月3日：1/2个"
    model = panel.records.model()
    assert [model.index(n, 0).data() for n in range(2)] == ["沙角乡", "鹭汀镇"]
    assert [model.index(n, 1).data() for n in range(2)] == ["未计入", "已计入"]
    with qtbot.waitSignal(shown.workplace.reveal_asked) as asked:
        panel.records.setFocus()
        qtbot.keyClick(panel.records, Key.Key_Return)
    assert asked.args == [Township, TOWNS[1].id]


def test_the_count_follows_the_register(page):
    shown = page(COVERED)
    new = make.chamber(COUNTY, "沙角乡商会", township_id=TOWNS[1].id)
    shown.workplace.apply(make.proposal(new))
    assert shown.forms.details.panel.ui.value.text() == "截至6月3日：2/2个"
    shown.workplace.undo()
    assert shown.forms.details.panel.ui.value.text() == "截至6月3日：1/2个"


def test_source_and_rule_are_chosen_by_keyboard_each_as_one_change(page, qtbot):
    visits = [
        make.activity(COUNTY, ActivityKind.VISIT, title="春访", held_on=date(2031, 3, 1)),
        make.activity(COUNTY, ActivityKind.TALK, title="宣讲", held_on=date(2031, 4, 1)),
    ]
    bare = make.measure(ITEM, "走访", unit="次", target=Decimal(12))
    shown = page(bare, *visits)
    panel = shown.forms.details.panel.ui
    assert not panel.rule.isVisible()
    before = len(shown.workplace.desk.store.history())
    choose(qtbot, panel.source, "台账")
    assert panel.rule.isVisible()
    assert panel.words.text() == "请选择计数口径。"
    choose(qtbot, panel.rule, "活动次数")
    choose(qtbot, panel.activities, "走访")
    (measure,) = held(shown.workplace, Measure)
    assert (measure.source, measure.rule) == (MeasureSource.LEDGER, CountRule.ACTIVITIES)
    assert measure.activity_kind is ActivityKind.VISIT
    assert panel.value.text() == "截至6月3日：1次"
    assert panel.records.model().index(0, 0).data() == "3.1 春访"
    assert len(shown.workplace.desk.store.history()) > before
    choose(qtbot, panel.source, "手工填报")
    assert not panel.rule.isVisible()
    assert held(shown.workplace, Measure)[0].rule is None


def test_chambers_are_named_on_a_line_and_an_unknown_one_is_said(page, qtbot):
    renewal = make.measure(
        ITEM,
        "换届",
        kind=MeasureKind.RATIO,
        target=None,
        source=MeasureSource.REGISTER,
        rule=CountRule.CHAMBERS_RENEWED,
    )
    shown = page(renewal)
    panel = shown.forms.details.panel.ui
    panel.chambers.setCompleter(None)  # the offscreen platform has a word to say of each popup
    panel.chambers.setFocus()
    compose(panel.chambers, commit="鹭汀镇商会、渔具行业协会")
    qtbot.keyClick(panel.chambers, Key.Key_Tab)
    assert len(held(shown.workplace, MeasureChamber)) == 2
    assert panel.value.text() == "截至6月3日：0/2场"
    panel.chambers.setFocus()
    panel.chambers.selectAll()
    compose(panel.chambers, commit="海盐会")
    qtbot.keyClick(panel.chambers, Key.Key_Tab)
    assert "没有商会“海盐会”" in notices(shown.workplace.host)[0]
    assert len(held(shown.workplace, MeasureChamber)) == 2


def test_which_chambers_the_returns_ask_is_chosen_by_keyboard_said_and_taken_back(page, qtbot):
    shown = page(make.measure(ITEM, "网具更新", unit="套"))
    panel = shown.forms.details.panel.ui
    panel.chambers.setCompleter(None)  # the offscreen platform has a word to say of each popup
    assert not panel.chambers.isVisible()
    choose(qtbot, panel.source, "商会回执")
    settle()
    assert panel.chambers.isVisible()
    assert not panel.rule.isVisible()
    assert panel.chambers.placeholderText() == "全部商会"
    assert panel.words.text() == (
        "由商会回执填报：下发填报表时问这些商会，收回后自动相加。现在问全部商会，共2家。"
    )
    qtbot.keyClick(panel.source, Key.Key_Tab)
    assert QApplication.focusWidget() is panel.chambers
    compose(panel.chambers, commit="鹭汀镇商会")
    qtbot.keyClick(panel.chambers, Key.Key_Tab)
    assert [each.chamber_id for each in held(shown.workplace, MeasureChamber)] == [CHAMBERS[0].id]
    assert panel.words.text().endswith("只问上面列出的商会，共1家。")
    choose(qtbot, panel.source, "手工填报")
    assert not panel.chambers.isVisible()
    assert not panel.words.isVisible()
    assert held(shown.workplace, MeasureChamber) == ()
    shown.workplace.undo()
    settle()
    assert panel.source.currentText() == "商会回执"
    assert panel.chambers.text() == "鹭汀镇商会"
    shown.workplace.undo()
    settle()
    assert panel.chambers.text() == ""
    assert panel.words.text().endswith("现在问全部商会，共2家。")


def test_where_no_chamber_is_named_a_renewal_says_which_are_meant(page):
    renewal = make.measure(ITEM, "换届", source=MeasureSource.REGISTER, rule=CountRule.CHAMBERS_RENEWED)
    shown = page(renewal)
    panel = shown.forms.details.panel.ui
    assert panel.chambers.placeholderText() == "今年到期的商会"


def test_parts_are_typed_under_their_measure_with_rules_of_its_source(page, qtbot):
    shown = page(COVERED)
    panel = shown.forms.details.panel.ui
    assert not panel.parts.isVisible()
    panel.partsTitle.setFocus()
    qtbot.keyClick(panel.partsTitle, Key.Key_Space)
    parts = shown.forms.details.panel.parts
    parts.setData(parts.index(0, 0), "省级")
    (part,) = held(shown.workplace, SubMeasure)
    offered = [rule for _, rule in parts.choices(2) if rule is not None]
    assert CountRule.CHAMBERS_RATED in offered
    assert CountRule.ACTIVITIES not in offered
    parts.setData(parts.index(0, 2), CountRule.CHAMBERS_RATED)
    assert panel.whose.isVisible()
    assert [panel.whose.itemText(n) for n in range(2)] == ["整个指标", "省级"]
    choose(qtbot, panel.whose, "省级")
    assert panel.value.text() == "截至6月3日：0家"
    assert held(shown.workplace, SubMeasure, id=part.id)[0].rule is CountRule.CHAMBERS_RATED


def test_each_measure_shows_its_own_rule_when_it_is_chosen(page, qtbot):
    other = make.measure(ITEM, "沙龙", rank="2")
    shown = page(COVERED, other)
    table = shown.ui.measures
    table.setFocus()
    qtbot.keyClick(table, Key.Key_Down)
    assert shown.forms.details.panel.ui.source.currentText() == "手工填报"
    qtbot.keyClick(table, Key.Key_Up)
    assert shown.forms.details.panel.ui.source.currentText() == "名录"
    assert shown.reveal(Measure, other.id)
    assert shown.forms.details.panel.ui.source.currentText() == "手工填报"


def test_in_a_closed_plan_the_panel_can_be_read_only(page):
    closed = make.plan(COUNTY, 2031, state=PlanState.CLOSED)
    panel = page(closed, COVERED).forms.details.panel.ui
    assert not panel.source.isEnabled()
    assert panel.value.text() == "截至6月3日：1/2个"


# -- done, carried over, copied ----------------------------------------------------------------------------


def test_the_day_on_which_it_was_done_makes_it_done(page, qtbot):
    shown = page()
    assert shown.ui.standing.text() == "未报"
    shown.ui.done.setFocus()
    qtbot.keyClicks(shown.ui.done, "5.20")
    qtbot.keyClick(shown.ui.done, Key.Key_Tab)
    assert held(shown.workplace, PlanItem)[0].done_on == date(2031, 5, 20)
    assert shown.ui.standing.text().startswith("已完成")


def test_an_item_is_carried_over_by_keyboard_and_the_way_leads_there_and_back(page, qtbot):
    shown = page(make.measure(ITEM, "展会", target=Decimal(2)))
    tree(shown).setFocus()
    qtbot.keyClick(tree(shown), Key.Key_F7)
    settle()
    assert QApplication.focusWidget() is shown.ui.rollTheme
    assert shown.ui.rollTheme.currentText() == "新建板块：实事"
    qtbot.keyClick(shown.ui.rollTheme, Key.Key_Tab)
    qtbot.keyClick(shown.ui.rollGoals, Key.Key_Tab)
    qtbot.keyClick(shown.ui.rollNow, Key.Key_Space)
    assert notices(shown.workplace.host) == ["已结转到2032年。"]
    assert {plan.year for plan in held(shown.workplace, Plan)} == {2031, 2032}
    assert shown.ui.links.buttons[0].text() == "结转到2032年第1条：渔具展"
    assert not shown.ui.rollBox.isVisible()
    (link,) = held(shown.workplace, Continuation)
    with qtbot.waitSignal(shown.workplace.reveal_asked) as asked:
        qtbot.mouseClick(shown.ui.links.buttons[0], Qt.MouseButton.LeftButton)
    assert asked.args == [PlanItem, link.item_id]
    assert shown.reveal(PlanItem, link.item_id)
    assert shown.workplace.scope.year == 2032
    assert shown.ui.links.buttons[0].text() == "接续2031年第1条：渔具展"
    shown.workplace.undo()
    assert {plan.year for plan in held(shown.workplace, Plan)} == {2031}


def test_it_goes_into_the_theme_that_is_chosen(page, qtbot):
    plan = make.plan(COUNTY, 2032)
    alike = make.theme(plan, "一是办实事。", label="实事", rank="1")
    other = make.theme(plan, "二是开新局。", label="新局", rank="2")
    shown = page(plan, alike, other)
    shown.forms.roll_over()
    assert shown.ui.rollTheme.currentText() == "同名板块：实事"
    choose(qtbot, shown.ui.rollTheme, "新局")
    qtbot.mouseClick(shown.ui.rollNow, Qt.MouseButton.LeftButton)
    (item,) = held(shown.workplace, PlanItem, theme_id=other.id)
    assert item.text == ITEM.text


def test_into_a_closed_plan_nothing_is_carried(page, qtbot):
    closed = make.plan(COUNTY, 2032, state=PlanState.CLOSED)
    shown = page(closed)
    shown.forms.roll_over()
    qtbot.mouseClick(shown.ui.rollNow, Qt.MouseButton.LeftButton)
    assert "已归档，不能修改" in notices(shown.workplace.host)[0]
    assert held(shown.workplace, Continuation) == ()


def test_last_year_s_plan_is_copied_as_a_start_each_item_linked(page_of, qtbot):
    closed = make.plan(COUNTY, 2031, state=PlanState.CLOSED)
    shown = page_of(PlanPage, records(closed), year=2032, federation=COUNTY.id)
    assert shown.ui.beginCopy.isVisible()
    assert "2031" in shown.ui.beginCopy.text()
    qtbot.mouseClick(shown.ui.beginCopy, Qt.MouseButton.LeftButton)
    assert len(held(shown.workplace, Theme)) == 2
    (link,) = held(shown.workplace, Continuation)
    assert link.continued_id == ITEM.id
    tree(shown).expandAll()
    go(shown, "渔具展")
    assert shown.ui.links.buttons[0].text() == "接续2031年第1条：渔具展"
    assert lines(shown)[-1] == "渔具展"
    shown.workplace.undo()
    assert held(shown.workplace, Continuation) == ()
