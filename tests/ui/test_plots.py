"""Plots: bars and lines in proportion, told in words and by keyboard, fine and light as pictures."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from moushi.desk.preferences import Appearance
from moushi.domain.kinds import State
from moushi.ui import appearance
from moushi.ui.plot_bars import MonthBar, MonthsPlot, StateBar, StatesPlot
from moushi.ui.plot_year import YearMonth, YearPlot
from moushi.ui.plots import _PATTERNS, PICTURE_TEXT, Figures, Inks, Plot, png_of

WORDS = {state: str(state) for state in State}
ROOM = QRectF(0, 0, 500, 200)


@pytest.fixture
def shown(app, qtbot):
    """Shows a plot by itself."""

    def at(plot: Plot, width: int = 500) -> Plot:
        qtbot.addWidget(plot)
        plot.resize(width, max(plot.minimumHeight(), 120))
        plot.show()
        plot.resize(width, plot.minimumHeight())
        plot.activateWindow()
        qtbot.waitUntil(plot.isActiveWindow)
        plot.setFocus()
        return plot

    return at


def states(*bars: StateBar) -> StatesPlot:
    plot = StatesPlot()
    plot.put_title("各板块进展")
    plot.put(bars, WORDS, Figures(("板块",), (("全部",),)), "共8项")
    return plot


def months(*counts: int) -> MonthsPlot:
    plot = MonthsPlot()
    bars = [MonthBar(f"{n}月", count, f"{n}月：{count}条") for n, count in enumerate(counts, 1)]
    plot.put(bars, 2, Figures(), "6月：3条")
    return plot


def year(*shares: str | None) -> YearPlot:
    plot = YearPlot()
    points = [
        YearMonth(f"{n}月", Decimal(n) / 12, None if share is None else Decimal(share), f"{n}月：{share}")
        for n, share in enumerate(shares, 1)
    ]
    plot.put(points, ("序时进度", "完成"), Figures(), "")
    return plot


BAR = StateBar("全部", ((State.DONE, 1), (State.BEHIND, 2), (State.OVERDUE, 5)), "8项")


def test_the_parts_of_a_bar_are_as_long_as_their_share(app):
    plot, inks = states(BAR), Inks(QPalette(), app.font())
    parts = [part for _, _, part in plot.parts(BAR, ROOM, ROOM, inks)]
    whole = parts[-1].right() - parts[0].left()
    assert [part.width() / whole for part in parts] == pytest.approx([1 / 8, 2 / 8, 5 / 8])
    assert all(left.right() == pytest.approx(right.left()) for left, right in pairwise(parts))
    assert parts[0].left() > inks.bold_width("全部")
    assert parts[-1].right() < ROOM.right() - inks.metrics.horizontalAdvance("8项")


def test_what_is_painted_is_as_long_as_its_share(shown):
    plot = shown(states(StateBar("", ((State.DONE, 3), (State.OVERDUE, 1)))))
    image = plot.grab().toImage()
    row = round(plot.room().top() + 4) * image.devicePixelRatio()
    colours = [image.pixelColor(x, int(row)).name() for x in range(image.width())]
    green, red = colours.count("#2e7d4f"), colours.count("#b3261e")
    assert green / red == pytest.approx(3, rel=0.05)
    assert green + red > image.width() * 0.8


def test_each_state_has_a_colour_and_pattern_of_its_own():
    assert set(_PATTERNS) == set(State)
    assert len(set(_PATTERNS.values())) == len(State)


def test_months_are_as_tall_as_their_numbers(app):
    plot, inks = months(4, 0, 8, 2), Inks(QPalette(), app.font())
    tall = [plot.bar(place, ROOM, inks).height() for place in range(4)]
    assert tall[0] / tall[2] == pytest.approx(0.5)
    assert tall[3] / tall[2] == pytest.approx(0.25)
    assert tall[1] == 0
    assert len({plot.bar(place, ROOM, inks).bottom() for place in range(4)}) == 1


@given(st.lists(st.integers(0, 10**6), min_size=12, max_size=12))
def test_no_bar_leaves_its_room(counts):
    plot, inks = MonthsPlot(), Inks(QPalette(), QGuiApplication.font())
    plot.bars = tuple(MonthBar(str(n), count, "") for n, count in enumerate(counts))
    assert all(ROOM.contains(plot.bar(place, ROOM, inks).adjusted(0, 0, 0, 1)) for place in range(12))


def test_the_year_s_lines_rise_with_their_shares_and_end_where_nothing_is_known(app):
    plot, inks = year("0.1", "0.1", None, "0.3", *[None] * 8), Inks(QPalette(), app.font())
    scheduled, completed = plot.scheduled(ROOM, inks), plot.completed(ROOM, inks)
    assert len(scheduled) == 13
    rises = [before.y() - after.y() for before, after in pairwise(scheduled)]
    assert rises == pytest.approx([rises[0]] * 12)
    assert rises[0] > 0
    assert [point.x() for point in completed] == pytest.approx([scheduled[n].x() for n in (1, 2, 4)])
    tall = scheduled[0].y() - scheduled[-1].y()
    assert [(scheduled[0].y() - point.y()) / tall for point in completed] == pytest.approx([0.1, 0.1, 0.3])


def test_the_arrows_go_from_spot_to_spot_and_say_it(shown, qtbot):
    plot = shown(states(BAR, StateBar("商会建设", ((State.DONE, 1),))))
    assert plot.accessibleDescription() == "共8项"
    before = plot.grab().toImage()
    told = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_End, Qt.Key.Key_Right):
        qtbot.keyClick(plot, key)
        told.append(plot.accessibleDescription())
    assert told == [
        "全部 · done 1/8",
        "全部 · behind 2/8",
        "全部 · done 1/8",
        "商会建设 · done 1/1",
        "商会建设 · done 1/1",
    ]
    assert plot.grab().toImage() != before
    plot.clearFocus()
    assert plot.accessibleDescription() == "共8项"


def test_a_click_tells_what_is_under_it(shown, qtbot):
    plot = shown(months(4, 0, 8))
    spot = plot.spots(plot.room(), plot.inks())[2]
    qtbot.mouseClick(plot, Qt.MouseButton.LeftButton, pos=spot.rect.center().toPoint())
    assert plot.accessibleDescription() == "3月：8条"


@pytest.mark.parametrize("look", [Appearance.LIGHT, Appearance.DARK])
def test_a_picture_is_light_and_twice_as_fine_whatever_the_window_is(app, shown, look):
    appearance.dress(app, look)
    plot = shown(states(BAR))
    image = plot.picture("鹤沙县2031年 各板块进展")
    assert (image.width(), image.devicePixelRatio()) == (1280, 2)
    assert image.pixelColor(2, 2) == QColor("white")
    assert round(image.dotsPerMeterX() * 0.0254) == 192
    assert png_of(image).startswith(b"\x89PNG")


def test_a_picture_s_text_is_as_large_as_its_bars_want(app):
    plot = states(StateBar("商会建设", ((State.DONE, 3), (State.OVERDUE, 1)), "4项"))
    fine = plot.picture("鹤沙县")
    left = [x for x in range(24, 400) for y in range(70, 110) if fine.pixelColor(x, y) == QColor("#2e7d4f")]
    word = [
        (x, y)
        for x in range(20, min(left) - 4)
        for y in range(66, 130)
        if fine.pixelColor(x, y).lightness() < 100
    ]
    wide = max(x for x, _ in word) - min(x for x, _ in word)
    tall = max(y for _, y in word) - min(y for _, y in word)
    assert wide == pytest.approx(4 * 2 * PICTURE_TEXT, rel=0.1)
    assert tall == pytest.approx(2 * PICTURE_TEXT, rel=0.2)


def test_a_narrow_plot_wraps_its_legend_and_grows(shown):
    every = StateBar("全部", tuple((state, 1) for state in State))
    wide, narrow = shown(states(every), 900), shown(states(every), 240)
    assert narrow.minimumHeight() > wide.minimumHeight()


def test_a_plot_without_numbers_can_be_shown(shown):
    for plot in (StatesPlot(), MonthsPlot(), YearPlot()):
        shown(plot).grab()
        assert plot.spot() is None
