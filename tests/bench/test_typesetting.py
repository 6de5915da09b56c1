"""Composing a page, and typing in an item while the page is composed beside it."""

from __future__ import annotations

from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextCursor, QTextLayout, QTextOption
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from bench.conftest import FRAME, Beside, Budgets, Painted, nearly_worst
from bench.large_county import PAGE, YEAR
from moushi.compile.article import compile_plans
from moushi.desk.desk import open_to_look
from moushi.desk.layouts import NEWSPAPER, load_layout
from moushi.domain.records import Article, ArticleSection, Plan, PlanItem, Theme
from moushi.domain.snapshot import Snapshot
from moushi.output.proof.faces import font_of
from moushi.typeset.justify import place
from moushi.typeset.lines import compose
from moushi.ui.window import MainWindow

pytestmark = pytest.mark.bench

STROKES = 200
_TYPED = "会同乡镇商会，把服务送上“渔船”；12家企业一一回访。"


def test_composing_a_page(beside: Beside, budgets: Budgets, qapp: QApplication, store: Path) -> None:
    paragraphs = page_of(store)
    layout = load_layout(NEWSPAPER)
    body, measure, indent = layout.roles["body"], layout.measure_em, layout.first_indent_em
    font = font_of(body, 20)
    option = QTextOption(Qt.AlignmentFlag.AlignJustify)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)

    def by_us() -> None:
        for text in paragraphs:
            for line in compose(text, measure, indent):
                place(line, measure)

    def by_qt() -> None:
        for text in paragraphs:
            laid = QTextLayout(text, font)
            laid.setTextOption(option)
            laid.beginLayout()
            y, first = 0.0, indent * 20
            while (line := laid.createLine()).isValid():
                line.setLineWidth(measure * 20 - first)
                line.setPosition(QPointF(first, y))
                y, first = y + line.height(), 0.0
            laid.endLayout()
            for run in laid.glyphRuns():  # ours are numbers of Python too
                run.positions()

    assert 0.9 * PAGE < sum(map(len, paragraphs)) < 1.1 * PAGE
    ours, qts = beside(by_us, by_qt, rounds=100)
    budgets.against(f"compose a page of {PAGE:,} characters", ours, "Qt's QTextLayout", qts, 1.5)


def page_of(store: Path) -> list[str]:
    """The paragraphs of the page of 3,000 characters."""
    with open_to_look(store) as desk, desk.snapshot() as snapshot:
        plan, _ = plan_and_item(snapshot)
        document = compile_plans(snapshot, (plan,), plan.year)
    return ["".join(run.text for run in each.runs) for s in document.sections for each in s.paragraphs]


def plan_and_item(snapshot: Snapshot) -> tuple[Plan, PlanItem]:
    """The year's plan with most items, and an item in the middle of it."""
    return max(
        (items_of(snapshot, plan) for plan in snapshot.where(Plan, year=YEAR)), key=lambda found: found[2]
    )[:2]


def items_of(snapshot: Snapshot, plan: Plan) -> tuple[Plan, PlanItem, int]:
    themes = sorted(snapshot.where(Theme, plan_id=plan.id), key=lambda theme: theme.rank)
    items = [item for theme in themes for item in snapshot.where(PlanItem, theme_id=theme.id)]
    return plan, items[len(items) // 2], len(items)


def test_typing_in_an_item_of_the_plan(
    benchmark: Any, budgets: Budgets, window: MainWindow, qtbot: QtBot
) -> None:
    page = window.show_page("plan")
    with window.workplace.desk.snapshot() as snapshot:
        _, item = plan_and_item(snapshot)
    assert page.reveal(PlanItem, item.id)
    strip = page.ui.strip
    qtbot.waitUntil(lambda: strip.galley is not None)
    before = strip.galley.characters
    assert 0.9 * PAGE < before < 1.1 * PAGE
    times = typed(benchmark, page.ui.itemText, Painted(strip.viewport()))
    assert strip.galley.characters - before == STROKES
    budgets.within("keystroke in an item, plan page (p95)", nearly_worst(times), FRAME, "one display frame")


def test_typing_the_wording_of_an_item_in_the_article(
    benchmark: Any, budgets: Budgets, window: MainWindow
) -> None:
    with window.workplace.desk.snapshot() as snapshot:
        (article,) = snapshot.where(Article)
        section = snapshot.where(ArticleSection, article_id=article.id)[0]
        _, item, _ = items_of(snapshot, snapshot.get(Plan, section.plan_id))
    page = window.show_page("article")
    assert page.reveal(Article, article.id)
    page.ui.tabs.setCurrentWidget(page.ui.itemsTab)
    page.items.select(item.id)
    galley = page.ui.galley
    before = galley.galley.characters
    assert 0.9 * PAGE < before < 1.1 * PAGE
    times = typed(benchmark, page.ui.wording, Painted(galley.viewport()))
    assert galley.galley.characters - before == STROKES - len(item.text)
    budgets.within("keystroke in an item, whole page (p95)", nearly_worst(times), FRAME, "one display frame")


def typed(benchmark: Any, editor: QPlainTextEdit, painted: Painted) -> list[float]:
    """Type into an editor, each key until the composed page is painted; the times of all keys."""
    editor.setFocus(Qt.FocusReason.OtherFocusReason)
    editor.moveCursor(QTextCursor.MoveOperation.End)
    QApplication.processEvents()
    signs = cycle(_TYPED)
    none = Qt.KeyboardModifier.NoModifier

    def stroke(sign: str) -> None:
        painted.after(
            lambda: QTest.sendKeyEvent(QTest.KeyAction.Click, editor, Qt.Key.Key_unknown, sign, none)
        )

    benchmark.pedantic(stroke, setup=lambda: ((next(signs),), {}), rounds=STROKES)
    return benchmark.stats.stats.data
