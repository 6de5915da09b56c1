"""The galley on the screen: a click or Enter leads to what stands there; it zooms, marks and follows."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import uuid4

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import factories as f
from moushi.compile.article import compile_plans
from moushi.compile.documents import Ref
from moushi.desk.galley import Galley, compose_galley, compose_strip
from moushi.desk.layouts import NEWSPAPER, load_layout
from moushi.domain.record import Record
from moushi.domain.records import Plan, PlanItem, Theme
from moushi.domain.snapshot import MemorySnapshot
from moushi.ui.galley_view import GalleyView
from output.word.samples import page
from ui.windows import CONTROL, settle

unheeded = pytest.mark.qt_log_ignore("(propagateSizeHints|not accepted by receiving widget)")
"""Qt's test events complain of every press and release that a widget leaves to those around it."""

Key = Qt.Key
LAYOUT = load_layout(NEWSPAPER)
COUNTY = f.planned_county(themes=6, items=12)
ITEMS = [record for record in COUNTY if isinstance(record, PlanItem)]


def strip(records: tuple[Record, ...] = COUNTY) -> Galley:
    snapshot = MemorySnapshot(records)
    (plan,) = snapshot.where(Plan)
    return compose_strip(compile_plans(snapshot, (plan,), plan.year), LAYOUT)


@pytest.fixture
def view(app: QApplication, qtbot: QtBot) -> Iterator[GalleyView]:
    shown = GalleyView()
    shown.resize(360, 300)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    shown.show_galley(strip())
    shown.setFocus()
    yield shown
    shown.close()
    shown.deleteLater()
    settle()


@pytest.fixture
def clicked(view: GalleyView) -> list[Ref]:
    refs: list[Ref] = []
    view.clicked.connect(refs.append)
    return refs


def ink(view: GalleyView) -> int:
    """How many pixels of the viewport differ from its ground."""
    image = view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    ground = image.pixelColor(2, 2).value()
    return sum(
        abs(image.pixelColor(x, y).value() - ground) > 60
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    )


def middle(view: GalleyView, number: int, at: float) -> QPoint:
    """A point on a line, at an em from its left edge."""
    line = view.galley.lines[number]  # type: ignore[union-attr]
    half = line.width / 2 * view.scale
    return (view.point_of(number) + QPointF(at * line.size * view.scale - half, 0)).toPoint()


def test_the_words_are_painted(view: GalleyView) -> None:
    full = ink(view)
    assert full > 500
    view.show_galley(None)
    assert ink(view) < full / 20
    assert view.galley is None


@unheeded
def test_a_click_leads_to_the_record_whose_words_stand_there(
    view: GalleyView, clicked: list[Ref], qtbot: QtBot
) -> None:
    number = next(n for n, line in enumerate(view.galley.lines) if len(line.parts) > 1)
    line = view.galley.lines[number]
    for part in line.parts:
        glyph = line.glyphs[part.start]
        qtbot.mouseClick(
            view.viewport(),
            Qt.MouseButton.LeftButton,
            pos=middle(view, number, glyph.x + glyph.advance / 2),
        )
    assert clicked == [part.mark for part in line.parts]


@unheeded
def test_a_click_beside_the_words_or_with_another_button_leads_nowhere(
    view: GalleyView, clicked: list[Ref], qtbot: QtBot
) -> None:
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=view.point_of(3).toPoint())
    view.show_galley(None)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    qtbot.keyClick(view, Key.Key_Return)
    qtbot.keyClick(view, Key.Key_Down)
    assert clicked == []


def test_the_hand_says_where_a_click_leads_somewhere(view: GalleyView, qtbot: QtBot) -> None:
    qtbot.mouseMove(view.viewport(), view.point_of(3).toPoint())
    assert view.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
    qtbot.mouseMove(view.viewport(), QPoint(2, 2))
    assert view.viewport().cursor().shape() == Qt.CursorShape.ArrowCursor


def test_keys_walk_the_lines_and_enter_leads_to_what_stands_there(
    view: GalleyView, clicked: list[Ref], qtbot: QtBot
) -> None:
    lines = view.galley.lines
    for _ in range(4):
        qtbot.keyClick(view, Key.Key_Down)
    qtbot.keyClick(view, Key.Key_Up)
    qtbot.keyClick(view, Key.Key_Return)
    assert clicked == [lines[2].parts[0].mark]
    for _ in range(len(lines) + 5):
        qtbot.keyClick(view, Key.Key_Down)
    qtbot.keyClick(view, Key.Key_Enter)
    assert clicked[-1] == lines[-1].parts[0].mark
    assert 0 <= view.point_of(len(lines) - 1).y() <= view.viewport().height()
    for _ in range(len(lines) + 5):
        qtbot.keyClick(view, Key.Key_Up)
    qtbot.keyClick(view, Key.Key_Return)
    assert clicked[-1] == lines[0].parts[0].mark
    assert 0 <= view.point_of(0).y() <= view.viewport().height()


def test_it_fits_the_width_and_zooms_by_keys_and_by_the_wheel(view: GalleyView, qtbot: QtBot) -> None:
    fitted = view.scale
    assert view.galley.width * fitted <= view.viewport().width()
    assert view.horizontalScrollBar().maximum() == 0
    qtbot.keyClick(view, Key.Key_Plus, CONTROL)
    qtbot.keyClick(view, Key.Key_Plus, CONTROL)
    assert view.scale == pytest.approx(fitted * 1.21)
    assert view.horizontalScrollBar().maximum() > 0
    qtbot.keyClick(view, Key.Key_Minus, CONTROL)
    assert view.scale == pytest.approx(fitted * 1.1)
    qtbot.keyClick(view, Key.Key_0, CONTROL)
    assert view.scale == pytest.approx(fitted)
    turn(view, 120, CONTROL)
    assert view.scale == pytest.approx(fitted * 1.1)
    for _ in range(60):
        turn(view, 120, CONTROL)
    assert view.scale == 6.0
    for _ in range(120):
        turn(view, -120, CONTROL)
    assert view.scale == pytest.approx(0.4)
    view.set_zoom(None)
    view.resize(240, 300)
    settle()
    assert view.scale < fitted


def turn(view: GalleyView, by: int, held: Qt.KeyboardModifier) -> None:
    """Turn the wheel over the middle."""
    at = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        at,
        view.viewport().mapToGlobal(at),
        QPoint(),
        QPoint(0, by),
        Qt.MouseButton.NoButton,
        held,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def test_the_wheel_alone_scrolls(view: GalleyView) -> None:
    fitted = view.scale
    turn(view, -120, Qt.KeyboardModifier.NoModifier)
    assert view.scale == fitted
    assert view.verticalScrollBar().value() > 0


def test_a_marked_record_comes_into_view_and_is_seen(view: GalleyView) -> None:
    last = ITEMS[-1]
    view.clearFocus()
    plain = view.viewport().grab().toImage()
    view.mark(ITEMS[0].id, follow=False)
    assert view.viewport().grab().toImage() != plain
    assert view.verticalScrollBar().value() == 0
    view.mark(last.id)
    numbers = view.galley.lines_of(last.id)
    assert all(0 <= view.point_of(n).y() <= view.viewport().height() for n in numbers)
    view.mark(ITEMS[0].id)
    assert 0 <= view.point_of(view.galley.lines_of(ITEMS[0].id)[0]).y() <= view.viewport().height()
    view.mark(None)
    view.verticalScrollBar().setValue(0)
    assert view.viewport().grab().toImage() == plain
    view.mark(uuid4())
    assert view.viewport().grab().toImage() == plain


def test_enter_leads_to_what_was_marked_last(view: GalleyView, clicked: list[Ref], qtbot: QtBot) -> None:
    view.mark(ITEMS[-1].id)
    qtbot.keyClick(view, Key.Key_Return)
    number = view.galley.lines_of(ITEMS[-1].id)[0]
    assert clicked == [view.galley.lines[number].parts[0].mark]


def test_the_place_in_view_stays_while_one_types(view: GalleyView) -> None:
    view.mark(ITEMS[-1].id)
    before = view.verticalScrollBar().value()
    assert before > 0
    longer = tuple(
        f.item(r, id=r.id, text=r.text + "多写一句；", rank=r.rank, theme_id=r.theme_id)  # type: ignore[arg-type]
        if r == ITEMS[-1]
        else r
        for r in COUNTY
    )
    view.show_galley(strip(longer))
    assert view.verticalScrollBar().value() == before
    view.show_galley(strip(COUNTY[:3]))  # and where there is less, the end of it
    assert view.verticalScrollBar().value() <= view.verticalScrollBar().maximum()


def test_a_lead_is_painted_bold_also_when_the_same_words_were_plain_before(view: GalleyView) -> None:
    of = f.federation()
    plan = f.plan(of, heading="", slogan="")
    theme = f.theme(plan, "")
    whole = f.item(theme, "一是建商会。走访企业；")
    lead = f.theme(plan, "一是建商会。", id=theme.id)
    rest = f.item(lead, "走访企业；", id=whole.id)

    plain, bold = strip((of, plan, theme, whole)), strip((of, plan, lead, rest))
    assert [line.text for line in plain.lines] == [line.text for line in bold.lines]

    def painted(galley: Galley) -> QImage:
        view.show_galley(galley)
        return view.viewport().grab().toImage()

    before, after = painted(plain), painted(bold)
    view.set_zoom(2.0)
    view.set_zoom(None)  # nothing painted before is remembered
    assert painted(bold) == after
    assert before != after


@unheeded
def test_a_whole_page_is_shown_in_its_columns(view: GalleyView, clicked: list[Ref], qtbot: QtBot) -> None:
    view.show_galley(compose_galley(page(), LAYOUT))
    view.resize(1000, 700)
    settle()
    numbers = [n for n, line in enumerate(view.galley.lines) if line.role == "body"]
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.point_of(numbers[-1]).toPoint())
    assert len(clicked) == 1
    assert isinstance(COUNTY[3], Theme)
