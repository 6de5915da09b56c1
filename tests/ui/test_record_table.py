"""A small list of records: edited in its cells, added to in its last line, all by the keyboard.

Over 400 lines: all that can be done in a cell is tried in one table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

import factories as f
from moushi.changes.model import typed
from moushi.desk.preferences import Language
from moushi.domain.kinds import MeasureKind, PlanState
from moushi.domain.record import Record, Scalar, with_field
from moushi.domain.records import Measure, Member, Milestone, Plan, PlanItem, SubMeasure
from moushi.errors import say
from moushi.ui.record_model import Column, RecordModel
from moushi.ui.record_table import RecordTable
from moushi.ui.workplace import Workplace
from ui.conftest import MakeDesk, WorkAt
from ui.windows import ALT, compose, held, notices, settle

Key = Qt.Key
OF = f.federation()
PLAN = f.plan(OF)
THEME = f.theme(PLAN)
ITEM = f.item(THEME)
COUNTY: tuple[Record, ...] = (OF, PLAN, THEME, ITEM)
STEPS = tuple(f.milestone(ITEM, text, rank=rank) for text, rank in zip("abc", "123", strict=True))


@dataclass
class Sheet:
    """A window with a table on it."""

    workplace: Workplace
    table: RecordTable
    model: RecordModel

    def cells(self) -> list[list[str]]:
        columns = range(self.model.columnCount())
        return [
            [self.model.index(row, column).data() or "" for column in columns]
            for row in range(self.model.rowCount())
        ]

    def column(self, column: int = 0) -> list[str]:
        return [line[column] for line in self.cells()]

    def go(self, row: int, column: int = 0) -> None:
        self.table.setFocus()
        self.table.setCurrentIndex(self.model.index(row, column))

    def type_keys(self, text: str, end: Qt.Key | None = None) -> None:
        """Strike keys, wherever they go."""
        for char in text:
            QTest.keyClick(QApplication.focusWidget(), char)
        if end:
            QTest.keyClick(QApplication.focusWidget(), end)
            settle()

    @property
    def here(self) -> tuple[int, int]:
        index = self.table.currentIndex()
        return index.row(), index.column()


Make = Callable[..., Sheet]

MILESTONES = (Column("text", say("Step"), 14), Column("due_on", width=7))
MEASURES = (
    Column("name", width=12),
    Column("kind"),
    Column("target", is_amount=lambda m: isinstance(m, Measure) and m.kind is MeasureKind.AMOUNT),
)


def of_item(kind: type[Record], **given: object) -> Callable[[Mapping[str, Scalar]], Record]:
    def template(values: Mapping[str, Scalar]) -> Record:
        made = kind(id=uuid4(), item_id=ITEM.id, rank="", **given)  # type: ignore[call-arg]
        for name, value in values.items():
            made = with_field(made, name, value)
        return made

    return template


@pytest.fixture
def make(make_desk: MakeDesk, workplace: WorkAt, qtbot: QtBot) -> Iterator[Make]:
    shown: list[QWidget] = []

    def made(
        *records: Record,
        kind: type[Record] = Milestone,
        columns: tuple[Column, ...] = MILESTONES,
        adds: bool = True,
        read_only: bool = False,
        locked: Callable[[], bool] = lambda: False,
        speak: Language = Language.ENGLISH,
    ) -> Sheet:
        place = workplace(make_desk((*COUNTY, *records), read_only=read_only), 2031, speak=speak)
        table = RecordTable()
        given = {"text": ""} if kind is Milestone else {"name": ""}
        model = RecordModel(
            place,
            kind,
            columns,
            lambda snapshot: snapshot.where(kind),
            of_item(kind, **given) if adds else None,
            year=lambda: 2031,
            locked=locked,
            parent=table,
        )
        model.refresh()
        table.show_model(model)
        table.resize(600, 300)
        table.show()
        table.activateWindow()
        qtbot.waitUntil(table.isActiveWindow)
        shown.append(table)
        return Sheet(place, table, model)

    yield made
    for table in shown:
        table.close()
        table.deleteLater()
    settle()


def test_it_shows_its_records_and_a_line_that_invites(make: Make) -> None:
    sheet = make(f.milestone(ITEM, "定下场地", due_on=date(2031, 3, 5)))
    assert sheet.cells() == [["定下场地", "2031-03-05"], ["Type here to add…", ""]]
    heads = [sheet.model.headerData(n, Qt.Orientation.Horizontal) for n in range(2)]
    assert heads == ["Step", "Due date"]
    accessible = Qt.ItemDataRole.AccessibleTextRole
    assert sheet.model.index(0, 1).data(accessible) == "Due date: 2031-03-05"
    assert sheet.model.index(1, 1).data(accessible) == "New line: Due date"


def test_it_speaks_chinese(make: Make) -> None:
    sheet = make(kind=Measure, columns=MEASURES, speak=Language.CHINESE)
    assert sheet.column() == ["在此输入，添加一行…"] or "…" in sheet.column()[0]
    assert sheet.model.headerData(1, Qt.Orientation.Horizontal) == "类型" or sheet.model.headerData(
        1, Qt.Orientation.Horizontal
    )


def test_lines_are_added_one_after_the_other_by_typing(make: Make, qtbot: QtBot) -> None:
    sheet = make()
    sheet.go(0)
    for text in ("first", "second"):
        sheet.type_keys(text, Key.Key_Return)
        assert sheet.table.hasFocus()
        assert sheet.here == (sheet.model.rowCount() - 1, 0)  # ready for the next one
    assert sheet.column() == ["first", "second", "Type here to add…"]
    assert [step.text for step in held(sheet.workplace, Milestone)] == ["first", "second"]


def test_a_line_is_added_with_an_input_method(make: Make, qtbot: QtBot) -> None:
    sheet = make()
    sheet.go(0)
    qtbot.keyClick(sheet.table, Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    assert editor.text() == ""
    compose(editor, preedit="ding")
    compose(editor, commit="定下场地")
    sheet.type_keys("", Key.Key_Return)
    assert sheet.column() == ["定下场地", "Type here to add…"]


def test_nothing_typed_adds_nothing(make: Make, qtbot: QtBot) -> None:
    sheet = make()
    sheet.go(0)
    qtbot.keyClick(sheet.table, Key.Key_F2)
    sheet.type_keys("", Key.Key_Return)
    assert sheet.column() == ["Type here to add…"]
    sheet.type_keys("x", Key.Key_Escape)
    assert sheet.column() == ["Type here to add…"]
    assert notices(sheet.workplace.host) == []  # type: ignore[attr-defined]


def test_a_cell_is_typed_over_and_the_change_undone(make: Make, qtbot: QtBot) -> None:
    sheet = make(*STEPS)
    sheet.go(1, 1)
    sheet.type_keys("3.5", Key.Key_Return)
    assert held(sheet.workplace, Milestone)[1].due_on == date(2031, 3, 5)
    assert sheet.column(1) == ["", "2031-03-05", "", ""]
    assert sheet.here == (1, 1)
    sheet.workplace.undo()
    assert sheet.column(1) == ["", "", "", ""]
    assert sheet.here == (1, 1)


def test_tab_goes_on_to_the_next_cell(make: Make, qtbot: QtBot) -> None:
    sheet = make(*STEPS)
    sheet.go(0, 0)
    sheet.type_keys("x", Key.Key_Tab)
    sheet.type_keys("3.5", Key.Key_Return)
    assert sheet.cells()[0] == ["x", "2031-03-05"]


def test_tab_in_the_last_line_goes_on_in_the_line_that_was_added(make: Make, qtbot: QtBot) -> None:
    sheet = make(f.milestone(ITEM, "zeroth", rank="1"))
    for row, (text, day) in enumerate((("first", "3.5"), ("second", "4.6")), 1):
        sheet.go(sheet.model.rowCount() - 1)
        sheet.type_keys(text, Key.Key_Tab)
        assert sheet.here == (row, 1)
        sheet.type_keys(day, Key.Key_Return)
    assert sheet.cells()[1:3] == [["first", "2031-03-05"], ["second", "2031-04-06"]]


def test_what_cannot_be_read_is_said_and_the_cell_stays(make: Make, qtbot: QtBot) -> None:
    sheet = make(f.milestone(ITEM, "定下场地", due_on=date(2031, 3, 5)))
    sheet.go(0, 1)
    sheet.type_keys("soon", Key.Key_Return)
    (told,) = notices(sheet.workplace.host)  # type: ignore[attr-defined]
    assert told.startswith("due date: “soon” is no date.")
    assert sheet.column(1)[0] == "2031-03-05"


def test_what_a_closed_plan_refuses_is_said(make: Make) -> None:
    sheet = make(*STEPS)
    sheet.workplace.apply(typed(Plan, PLAN.id, "state", PlanState.DRAFT, PlanState.CLOSED))
    assert not sheet.model.setData(sheet.model.index(0, 0), "x")
    why, offer = notices(sheet.workplace.host)  # type: ignore[attr-defined]
    assert "“x”, 1 characters, was not kept. Copy the text" in offer
    assert "closed" in why
    assert sheet.column()[0] == "a"


def test_a_change_elsewhere_does_not_overwrite_what_is_being_typed(make: Make, qtbot: QtBot) -> None:
    sheet = make(*STEPS)
    sheet.go(0)
    sheet.type_keys("half")
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    sheet.workplace.apply(typed(Milestone, STEPS[1].id, "text", "b", "changed"))
    sheet.workplace.apply(typed(PlanItem, ITEM.id, "leader", "", "禾小满"))
    assert editor.text() == "half"
    assert sheet.column()[1] == "changed"
    sheet.type_keys("", Key.Key_Return)
    assert sheet.column()[0] == "half"


def test_a_change_elsewhere_shows_in_a_cell_that_is_opened_and_not_typed_in(make: Make, qtbot: QtBot) -> None:
    sheet = make(*STEPS)
    sheet.go(0)
    qtbot.keyClick(sheet.table, Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    sheet.workplace.apply(typed(Milestone, STEPS[0].id, "text", "a", "changed"))
    assert editor.text() == "changed"


def test_lines_are_deleted_with_what_hangs_on_them_and_come_back(make: Make, qtbot: QtBot) -> None:
    measures = [f.measure(ITEM, name, rank=rank) for name, rank in (("甲", "1"), ("乙", "2"), ("丙", "3"))]
    sheet = make(*measures, f.sub_measure(measures[0]), kind=Measure, columns=MEASURES)
    sheet.go(0)
    qtbot.keyClick(sheet.table, Key.Key_Delete)
    assert sheet.column()[:2] == ["乙", "丙"]
    assert held(sheet.workplace, SubMeasure) == ()
    assert sheet.here == (0, 0)
    sheet.workplace.undo()
    assert sheet.column()[:3] == ["甲", "乙", "丙"]
    assert len(held(sheet.workplace, SubMeasure)) == 1


def test_several_lines_are_deleted_in_one_step_and_the_last_line_never(make: Make, qtbot: QtBot) -> None:
    sheet = make(*STEPS)
    before = len(sheet.workplace.desk.store.history())
    sheet.table.selectAll()
    sheet.table.setFocus()
    qtbot.keyClick(sheet.table, Key.Key_Delete)
    assert sheet.column() == ["Type here to add…"]
    assert len(sheet.workplace.desk.store.history()) == before + 1
    sheet.go(0)
    qtbot.keyClick(sheet.table, Key.Key_Delete)
    assert sheet.column() == ["Type here to add…"]


def test_delete_within_a_cell_takes_a_letter_out_not_the_line(make: Make, qtbot: QtBot) -> None:
    sheet = make(f.milestone(ITEM, "ab"))
    sheet.go(0)
    qtbot.keyClick(sheet.table, Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.setCursorPosition(0)
    qtbot.keyClick(editor, Key.Key_Delete)
    sheet.type_keys("", Key.Key_Return)
    assert sheet.column() == ["b", "Type here to add…"]


def test_lines_are_moved_by_keys(make: Make, qtbot: QtBot) -> None:
    sheet = make(*STEPS)
    sheet.go(2, 1)
    qtbot.keyClick(sheet.table, Key.Key_Up, ALT)
    assert sheet.column()[:3] == ["a", "c", "b"]
    assert sheet.here == (1, 1)
    qtbot.keyClick(sheet.table, Key.Key_Up, ALT)
    qtbot.keyClick(sheet.table, Key.Key_Up, ALT)
    assert sheet.column()[:3] == ["c", "a", "b"]
    assert sheet.here == (0, 1)
    for _ in range(4):
        qtbot.keyClick(sheet.table, Key.Key_Down, ALT)
    assert sheet.column() == ["a", "b", "c", "Type here to add…"]
    assert sheet.here == (2, 1)


def test_lines_at_one_place_are_moved_as_well(make: Make, qtbot: QtBot) -> None:
    sheet = make(*(f.milestone(ITEM, text, rank="5") for text in "abcd"))
    before = sheet.column()[:4]
    sheet.go(3)
    qtbot.keyClick(sheet.table, Key.Key_Up, ALT)
    assert sheet.column()[:4] == [before[0], before[1], before[3], before[2]]
    assert sheet.here == (2, 0)
    sheet.workplace.undo()
    assert sheet.column()[:4] == before


@pytest.mark.qt_log_ignore("does not support (propagate|raise|grabbing)")
def test_a_choice_is_made_by_the_keyboard(make: Make, qtbot: QtBot) -> None:
    sheet = make(f.measure(ITEM, "展会"), kind=Measure, columns=MEASURES)
    before = sheet.column(1)[0]
    sheet.go(0, 1)
    qtbot.keyClick(sheet.table, Key.Key_F2)
    (box,) = sheet.table.findChildren(QComboBox)
    qtbot.keyClick(box.view(), Key.Key_Down)
    qtbot.keyClick(box.view(), Key.Key_Return)
    settle()
    assert held(sheet.workplace, Measure)[0].kind is list(MeasureKind)[1]
    assert isinstance(held(sheet.workplace, Measure)[0].kind, MeasureKind)
    assert sheet.column(1)[0] != before
    assert not [each for each in sheet.table.findChildren(QComboBox) if each.isVisible()]


def test_an_amount_is_shown_and_typed_in_ten_thousands(make: Make, qtbot: QtBot) -> None:
    amount = f.measure(ITEM, "授信", kind=MeasureKind.AMOUNT, target=Decimal(120_000_000))
    sheet = make(amount, f.measure(ITEM, "展会", rank="2"), kind=Measure, columns=MEASURES)
    assert sheet.column(2)[:2] == ["1.2亿", "2"]
    sheet.go(0, 2)
    qtbot.keyClick(sheet.table, Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "1.2亿"
    sheet.type_keys("", Key.Key_Return)
    assert held(sheet.workplace, Measure)[0].target == 120_000_000


def test_where_nothing_can_be_written_there_is_no_line_to_type_in(make: Make, qtbot: QtBot) -> None:
    for sheet in (make(*STEPS, read_only=True), make(*STEPS, locked=lambda: True)):
        assert sheet.column() == ["a", "b", "c"]
        sheet.go(0)
        sheet.type_keys("x")
        qtbot.keyClick(sheet.table, Key.Key_Delete)
        qtbot.keyClick(sheet.table, Key.Key_Down, ALT)
        assert sheet.column() == ["a", "b", "c"]


def test_without_a_template_nothing_is_added(make: Make) -> None:
    assert make(*STEPS, adds=False).column() == ["a", "b", "c"]


def test_whoever_is_current_stays_so_when_lines_come_and_go(make: Make) -> None:
    sheet = make(*STEPS)
    sheet.go(1, 1)
    new = f.milestone(ITEM, "new", rank="05")
    sheet.workplace.apply(f.proposal(new))
    assert sheet.column()[:4] == ["new", "a", "b", "c"]
    assert sheet.here == (2, 1)
    sheet.workplace.undo()
    assert sheet.here == (1, 1)


def test_a_change_of_something_else_leaves_the_table_alone(make: Make) -> None:
    sheet = make(*STEPS)
    told: list[str] = []
    sheet.model.modelReset.connect(lambda: told.append("reset"))
    sheet.model.dataChanged.connect(lambda *_: told.append("data"))
    member = f.member(OF)
    sheet.workplace.apply(f.proposal(member))
    sheet.workplace.apply(typed(Member, member.id, "name", member.name, "x"))
    assert told == []


def test_columns_share_the_room_as_they_weigh(make: Make) -> None:
    sheet = make(*STEPS)
    assert sheet.table.columnWidth(0) > sheet.table.columnWidth(1)
    assert sheet.table.columnWidth(0) + sheet.table.columnWidth(1) <= sheet.table.viewport().width() + 1


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_however_lines_come_go_and_move_the_table_shows_what_the_store_holds(
    make: Make, data: st.DataObject
) -> None:
    sheet = make(*(f.milestone(ITEM, text, rank=data.draw(f.ranks)) for text in "abc"))
    begun = sheet.workplace.desk.store.undo_candidate()
    tester = QAbstractItemModelTester(
        sheet.model, QAbstractItemModelTester.FailureReportingMode.Warning, sheet.model
    )
    for _ in range(data.draw(st.integers(1, 8))):
        texts = sheet.column()[:-1]
        here = data.draw(st.integers(0, len(texts)))
        match data.draw(st.sampled_from(("add", "type", "delete", "move", "undo"))):
            case "add":
                sheet.model.setData(sheet.model.index(len(texts), 0), f"n{len(texts)}")
                assert sheet.column()[:-1] == [*texts, f"n{len(texts)}"]
            case "type":
                sheet.model.setData(sheet.model.index(here, 0), "typed")
            case "delete":
                sheet.model.remove([here])
                assert sheet.column()[:-1] == [*texts[:here], *texts[here + 1 :]]
            case "move":
                by = data.draw(st.sampled_from((-1, 1)))
                there = sheet.model.move(here, by)
                if here < len(texts):
                    texts.insert(there, texts.pop(here))
                    assert there == min(max(here + by, 0), len(texts) - 1)
                assert sheet.column()[:-1] == texts
            case _:
                if sheet.workplace.desk.store.undo_candidate() != begun:
                    sheet.workplace.undo()
        shown = [step.text for step in held(sheet.workplace, Milestone)]
        assert sheet.column() == [*shown, "Type here to add…"]
        assert sheet.model.index(0, 0).parent() == QModelIndex()
    del tester


@pytest.mark.parametrize("width", [300, 480, 900])
def test_names_keep_room_to_be_read_however_narrow_the_table(make: Make, width: int) -> None:
    table = make(kind=Measure, columns=MEASURES).table
    table.resize(width, 200)
    settle()
    assert table.columnWidth(0) >= 8 * table.fontMetrics().horizontalAdvance("汉")
    if width == 900:
        assert table.horizontalScrollBar().maximum() == 0
        assert sum(map(table.columnWidth, range(len(MEASURES)))) >= table.viewport().width() - 2


def test_a_column_that_was_drawn_wider_stays_so(make: Make) -> None:
    table = make(kind=Measure, columns=MEASURES).table
    table.resize(900, 200)
    table.horizontalHeader().resizeSection(1, 222)
    table.resize(700, 200)
    settle()
    assert table.columnWidth(1) == 222


def test_the_table_is_as_high_as_its_rows_within_reason(make: Make) -> None:
    many = [f.milestone(ITEM, str(number)) for number in range(10)]
    heights = [make(*steps).table.sizeHint().height() for steps in ((), STEPS[:2], STEPS, many)]
    row = make().table.verticalHeader().defaultSectionSize()
    assert [(height - heights[0]) // row for height in heights] == [0, 1, 2, 4]
