"""A form on one record: what is typed is kept as drafts are, one visit is one change, nothing is lost.

Over 400 lines: each way in which typing begins, rests and ends is tried on one form.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

import factories as f
from moushi.changes.model import Delete, typed
from moushi.desk.preferences import Language
from moushi.domain.kinds import MemberKind, PlanState
from moushi.domain.record import Record
from moushi.domain.records import Member, Plan, PlanItem
from moushi.ui.record_form import RecordForm, fill_choices, index_of
from moushi.ui.workplace import Workplace
from ui.conftest import MakeDesk, WorkAt
from ui.windows import compose, held, notices, settle

Key = Qt.Key
REST = 60
OF = f.federation()
LANDING, HARBOUR = f.township(OF, "鹭汀镇"), f.township(OF, "白礁乡")
MEMBER = f.member(OF, "远帆渔具有限公司", staff=30, registered_capital=Decimal(20_000_000))
OTHER = f.member(OF, "潮声民宿")
PLAN = f.plan(OF)
THEME = f.theme(PLAN)
ITEM = f.item(THEME, "走访企业。")
COUNTY: tuple[Record, ...] = (OF, LANDING, HARBOUR, MEMBER, OTHER, PLAN, THEME, ITEM)


@dataclass
class Sheet:
    """A window with a form on a member."""

    window: QWidget
    workplace: Workplace
    form: RecordForm
    name: QLineEdit
    staff: QLineEdit
    capital: QLineEdit
    joined: QLineEdit
    reason: QPlainTextEdit
    young: QCheckBox
    kind: QComboBox
    township: QComboBox
    fault: QLabel

    @property
    def member(self) -> Member:
        (found,) = held(self.workplace, Member, id=MEMBER.id)
        return found

    @property
    def changes(self) -> int:
        return len(self.workplace.desk.store.history())


Make = Callable[..., Sheet]


@pytest.fixture
def make(
    make_desk: MakeDesk, workplace: WorkAt, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Make]:
    monkeypatch.setattr("moushi.ui.draft.REST", REST)
    windows: list[QWidget] = []

    def made(record: Record | None = MEMBER, *, read_only: bool = False) -> Sheet:
        place = workplace(make_desk(COUNTY, read_only=read_only), 2031, speak=Language.ENGLISH)
        window = QWidget()
        layout = QVBoxLayout(window)
        name, staff, capital, joined = (QLineEdit() for _ in range(4))
        reason, young, kind, township, fault = (
            QPlainTextEdit(),
            QCheckBox(),
            QComboBox(),
            QComboBox(),
            QLabel(),
        )
        for each in (name, staff, capital, joined, reason, young, kind, township, fault):
            layout.addWidget(each)
        fill_choices(kind, MemberKind, place)
        fill_choices(township, [(each.name, each.id) for each in (LANDING, HARBOUR)], place, empty="-")
        editors = {
            "name": name,
            "staff": staff,
            "registered_capital": capital,
            "joined_on": joined,
            "left_reason": reason,
            "new_generation": young,
            "kind": kind,
            "township_id": township,
        }
        form = RecordForm(place, Member, editors, fault, year=lambda: 2031, parent=window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        form.show(record)
        windows.append(window)
        return Sheet(window, place, form, name, staff, capital, joined, reason, young, kind, township, fault)

    yield made
    for window in windows:
        window.close()
        window.deleteLater()
    settle()


def retype(qtbot: QtBot, editor: QLineEdit, text: str) -> None:
    editor.setFocus()
    editor.selectAll()
    qtbot.keyClicks(editor, text)


def test_the_form_shows_what_is_kept(make: Make) -> None:
    sheet = make()
    assert sheet.name.text() == "远帆渔具有限公司"
    assert sheet.staff.text() == "30"
    assert sheet.capital.text() == "2000万"
    assert sheet.joined.text() == ""
    assert not sheet.young.isChecked()
    assert sheet.township.currentText() == "-"
    assert not sheet.fault.isVisible()


def test_what_was_typed_is_kept_when_its_field_is_left_and_is_shown_as_it_is_spelled(
    make: Make, qtbot: QtBot
) -> None:
    sheet = make()
    retype(qtbot, sheet.capital, "1,200")
    retype(qtbot, sheet.joined, "6.30")
    assert sheet.member.registered_capital == 1200
    sheet.name.setFocus()
    assert sheet.member.joined_on == date(2031, 6, 30)
    assert (sheet.capital.text(), sheet.joined.text()) == ("1200", "2031-06-30")


def test_what_was_typed_is_kept_after_a_rest_and_stands_as_it_was_typed(make: Make, qtbot: QtBot) -> None:
    sheet = make()
    retype(qtbot, sheet.capital, "1,200")
    assert sheet.member.registered_capital == 20_000_000
    qtbot.waitUntil(lambda: sheet.member.registered_capital == 1200)
    assert sheet.capital.text() == "1,200"
    assert sheet.capital.hasFocus()
    sheet.name.setFocus()
    assert sheet.capital.text() == "1200"


def test_one_visit_is_one_change_however_often_one_rests_or_leaves_the_window(
    make: Make, qtbot: QtBot
) -> None:
    sheet = make()
    before = sheet.changes
    retype(qtbot, sheet.name, "Yuan")
    qtbot.waitUntil(lambda: sheet.member.name == "Yuan")
    qtbot.keyClicks(sheet.name, "fan")
    elsewhere = QLineEdit()
    elsewhere.show()
    elsewhere.activateWindow()
    qtbot.waitUntil(lambda: sheet.member.name == "Yuanfan")
    sheet.window.activateWindow()
    qtbot.waitUntil(sheet.name.hasFocus)
    qtbot.keyClick(sheet.name, Key.Key_End)
    qtbot.keyClicks(sheet.name, " Ltd")
    sheet.staff.setFocus()
    assert sheet.member.name == "Yuanfan Ltd"
    assert sheet.changes == before + 1
    sheet.workplace.undo()
    assert sheet.member.name == "远帆渔具有限公司"
    assert sheet.name.text() == "远帆渔具有限公司"
    elsewhere.close()
    elsewhere.deleteLater()


def test_two_visits_are_two_changes(make: Make, qtbot: QtBot) -> None:
    sheet = make()
    before = sheet.changes
    retype(qtbot, sheet.staff, "31")
    sheet.name.setFocus()
    retype(qtbot, sheet.staff, "32")
    sheet.name.setFocus()
    assert sheet.changes == before + 2
    sheet.workplace.undo()
    assert sheet.staff.text() == "31"


def test_typing_back_what_stood_there_leaves_no_visit_to_undo(make: Make, qtbot: QtBot) -> None:
    sheet = make()
    candidate = sheet.workplace.desk.store.undo_candidate()
    retype(qtbot, sheet.staff, "31")
    qtbot.waitUntil(lambda: sheet.member.staff == 31)
    retype(qtbot, sheet.staff, "30")
    sheet.name.setFocus()
    assert sheet.member.staff == 30
    assert sheet.workplace.desk.store.undo_candidate() == candidate
    sheet.workplace.redo()
    assert sheet.staff.text() == "31"


def test_nothing_is_kept_while_the_input_method_composes(make: Make, qtbot: QtBot) -> None:
    sheet = make()
    before = sheet.changes
    sheet.name.setFocus()
    sheet.name.selectAll()
    compose(sheet.name, preedit="yuan")
    qtbot.wait(3 * REST)
    assert sheet.changes == before
    compose(sheet.name, commit="远")
    qtbot.waitUntil(lambda: sheet.member.name == "远")
    compose(sheet.name, preedit="fan")
    qtbot.wait(3 * REST)
    compose(sheet.name, commit="帆")
    sheet.staff.setFocus()
    assert sheet.member.name == "远帆"
    assert sheet.changes == before + 1


def test_a_change_made_elsewhere_shows_unless_the_field_is_being_typed_in(make: Make, qtbot: QtBot) -> None:
    sheet = make()
    retype(qtbot, sheet.name, "Half a na")
    sheet.workplace.apply(typed(Member, MEMBER.id, "name", MEMBER.name, "别名"))
    sheet.workplace.apply(typed(Member, MEMBER.id, "staff", 30, 40))
    assert sheet.name.text() == "Half a na"
    assert sheet.staff.text() == "40"
    sheet.workplace.undo()
    assert sheet.staff.text() == "30"
    sheet.staff.setFocus()
    assert sheet.member.name == "Half a na"
    sheet.workplace.undo()
    assert sheet.name.text() == "别名"


def test_a_change_made_elsewhere_does_not_break_into_a_composition(make: Make, qtbot: QtBot) -> None:
    sheet = make()
    sheet.name.setFocus()
    compose(sheet.name, preedit="yuan")
    sheet.workplace.apply(typed(Member, MEMBER.id, "name", MEMBER.name, "别名"))
    compose(sheet.name, commit="远")
    sheet.staff.setFocus()
    assert "远" in sheet.member.name


def test_a_faulty_text_is_marked_said_and_not_lost_and_not_kept(make: Make, qtbot: QtBot) -> None:
    sheet = make()
    before = sheet.changes
    retype(qtbot, sheet.staff, "some")
    retype(qtbot, sheet.joined, "soon")
    sheet.name.setFocus()
    assert sheet.changes == before
    assert (sheet.staff.text(), sheet.joined.text()) == ("some", "soon")
    assert sheet.staff.property("faulty")
    assert "“some” is no whole number" in sheet.staff.accessibleDescription()
    assert sheet.fault.isVisible()
    assert [line.split(":")[0] for line in sheet.fault.text().splitlines()] == ["staff", "joined on"]
    assert not sheet.form.settle()
    sheet.workplace.apply(typed(Member, MEMBER.id, "contact", "", "禾小满"))
    assert sheet.staff.text() == "some"
    retype(qtbot, sheet.staff, "31")
    retype(qtbot, sheet.joined, "2031-7-1")
    sheet.name.setFocus()
    assert (sheet.member.staff, sheet.member.joined_on) == (31, date(2031, 7, 1))
    assert not sheet.staff.property("faulty")
    assert sheet.staff.accessibleDescription() == ""
    assert not sheet.fault.isVisible()
    assert sheet.form.settle()


def test_a_faulty_text_that_gives_way_to_another_record_is_said_once_more(make: Make, qtbot: QtBot) -> None:
    sheet = make()
    retype(qtbot, sheet.staff, "some")
    sheet.form.show(OTHER)
    assert sheet.staff.text() == ""
    assert not sheet.fault.isVisible()
    (told,) = notices(sheet.workplace.host)  # type: ignore[attr-defined]
    assert "“some” is no whole number" in told


def test_a_field_is_emptied(make: Make, qtbot: QtBot) -> None:
    sheet = make()
    sheet.staff.setFocus()
    sheet.staff.selectAll()
    qtbot.keyClick(sheet.staff, Key.Key_Delete)
    sheet.name.setFocus()
    assert sheet.member.staff is None
    sheet.workplace.undo()
    assert sheet.staff.text() == "30"


@pytest.mark.parametrize("blank", ["", "  "])
def test_a_name_is_not_emptied(make: Make, qtbot: QtBot, blank: str) -> None:
    sheet = make()
    before = sheet.changes
    retype(qtbot, sheet.name, f"x{blank}")
    qtbot.keyClick(sheet.name, Key.Key_Home)
    qtbot.keyClick(sheet.name, Key.Key_Delete)
    sheet.staff.setFocus()
    assert (sheet.member.name, sheet.changes) == (MEMBER.name, before)
    assert "must not be empty" in sheet.fault.text()
    sheet.form.show(OTHER)
    assert sheet.member.name == MEMBER.name
    sheet.form.show(sheet.member)
    assert sheet.name.text() == MEMBER.name


def test_ticks_and_choices_are_kept_at_once(make: Make, qtbot: QtBot) -> None:
    sheet = make()
    before = sheet.changes
    qtbot.mouseClick(sheet.young, Qt.MouseButton.LeftButton, pos=QPoint(8, sheet.young.height() // 2))
    assert sheet.member.new_generation
    sheet.young.setFocus()
    qtbot.keyClick(sheet.young, Key.Key_Space)
    assert not sheet.member.new_generation
    sheet.township.setFocus()
    qtbot.keyClick(sheet.township, Key.Key_Down)
    assert sheet.member.township_id == LANDING.id
    qtbot.keyClick(sheet.township, Key.Key_End)
    assert sheet.member.township_id == HARBOUR.id
    qtbot.keyClick(sheet.township, Key.Key_Home)
    assert sheet.member.township_id is None
    sheet.kind.setFocus()
    qtbot.keyClick(sheet.kind, Key.Key_Down)
    assert sheet.member.kind is list(MemberKind)[1]
    assert isinstance(sheet.member.kind, MemberKind)
    assert sheet.changes == before + 6
    sheet.workplace.undo()
    assert sheet.kind.currentIndex() == index_of(sheet.kind, MEMBER.kind)


def test_another_record_is_shown_when_what_was_typed_in_the_first_is_kept(make: Make, qtbot: QtBot) -> None:
    sheet = make()
    retype(qtbot, sheet.name, "Yuanfan")
    sheet.form.show(OTHER)
    assert sheet.member.name == "Yuanfan"
    assert sheet.name.text() == "潮声民宿"
    retype(qtbot, sheet.name, "Chaosheng")
    sheet.form.show(None)
    assert sheet.name.text() == ""
    assert not sheet.name.isEnabled()
    assert {member.name for member in held(sheet.workplace, Member)} == {"Yuanfan", "Chaosheng"}


def test_where_nothing_can_be_written_texts_can_be_read_and_not_typed_in(make: Make, qtbot: QtBot) -> None:
    sheet = make(read_only=True)
    assert sheet.name.isEnabled()
    assert sheet.name.isReadOnly()
    assert not sheet.kind.isEnabled()
    assert not sheet.young.isEnabled()
    sheet.name.setFocus()
    qtbot.keyClicks(sheet.name, "x")
    assert sheet.name.text() == MEMBER.name


def test_a_record_deleted_elsewhere_empties_the_form_and_its_undo_does_no_harm(make: Make) -> None:
    sheet = make()
    proposal = f.proposal(Delete(MEMBER))
    sheet.workplace.apply(proposal)
    assert sheet.form.record is None
    assert sheet.name.text() == ""
    assert not sheet.name.isEnabled()
    sheet.workplace.undo()
    assert sheet.member == MEMBER


def test_the_begun_record_goes_in_when_its_name_is_left_filled_in(make: Make, qtbot: QtBot) -> None:
    sheet = make(None)
    inserted: list[Record] = []
    sheet.form.inserted.connect(inserted.append)
    before = sheet.changes
    new = f.member(OF, "")
    sheet.form.begin(new)
    assert sheet.form.is_new
    retype(qtbot, sheet.staff, "12")
    sheet.name.setFocus()
    qtbot.mouseClick(sheet.young, Qt.MouseButton.LeftButton, pos=QPoint(8, sheet.young.height() // 2))
    assert sheet.changes == before
    sheet.name.setFocus()
    qtbot.keyClicks(sheet.name, "Hai")
    qtbot.wait(3 * REST)
    assert sheet.changes == before  # half a name is no record
    qtbot.keyClicks(sheet.name, "yan")
    sheet.staff.setFocus()
    (made,) = held(sheet.workplace, Member, id=new.id)
    assert (made.name, made.staff, made.new_generation) == ("Haiyan", 12, True)
    assert inserted == [made]
    assert not sheet.form.is_new
    assert sheet.changes == before + 1
    retype(qtbot, sheet.staff, "13")
    sheet.name.setFocus()
    assert held(sheet.workplace, Member, id=new.id)[0].staff == 13
    assert sheet.changes == before + 2


def test_a_begun_record_without_a_name_leaves_nothing(make: Make, qtbot: QtBot) -> None:
    sheet = make(None)
    before = sheet.changes
    sheet.form.begin(f.member(OF, ""))
    retype(qtbot, sheet.name, "  ")
    sheet.form.show(MEMBER)
    assert sheet.changes == before
    assert not sheet.form.is_new


def test_a_begun_record_is_kept_by_settling(make: Make, qtbot: QtBot) -> None:
    sheet = make(None)
    new = f.member(OF, "")
    sheet.form.begin(new)
    retype(qtbot, sheet.name, "Haiyan")
    assert sheet.form.settle()
    assert held(sheet.workplace, Member, id=new.id)[0].name == "Haiyan"


def test_edits_that_go_along_are_one_change_with_the_typed_one(
    make_desk: MakeDesk, workplace: WorkAt, qtbot: QtBot
) -> None:
    place = workplace(make_desk(COUNTY), 2031)
    name, contact = QLineEdit(), QLineEdit()

    def along(record: Record, field: str, value: object) -> tuple:
        return typed(Member, OTHER.id, "contact", "", str(value)).edits if field == "contact" else ()

    form = RecordForm(place, Member, {"name": name, "contact": contact}, along=along)
    form.show(MEMBER)
    contact.setText("禾小满")
    before = len(place.desk.store.history())
    assert form.settle()
    assert [member.contact for member in held(place, Member)] == ["禾小满", "禾小满"]
    assert len(place.desk.store.history()) == before + 1
    name.deleteLater()
    contact.deleteLater()


def test_a_refused_change_is_said_and_what_was_typed_stays(make_desk: MakeDesk, workplace: WorkAt) -> None:
    place = workplace(make_desk(COUNTY), 2031)
    text = QPlainTextEdit()
    form = RecordForm(place, PlanItem, {"text": text})
    form.show(ITEM)
    place.apply(typed(Plan, PLAN.id, "state", PlanState.DRAFT, PlanState.CLOSED))
    text.setPlainText("走访三十家。")
    assert not form.settle()
    assert text.toPlainText() == "走访三十家。"
    (told,) = notices(place.host)  # type: ignore[attr-defined]
    assert "2031" in told
    assert held(place, PlanItem)[0].text == "走访企业。"
    text.deleteLater()


def test_what_the_store_refused_can_be_copied_when_another_record_is_shown(
    make_desk: MakeDesk, workplace: WorkAt, qtbot: QtBot
) -> None:
    place = workplace(make_desk(COUNTY), 2031)
    text = QPlainTextEdit()
    form = RecordForm(place, PlanItem, {"text": text})
    form.show(ITEM)
    place.apply(typed(Plan, PLAN.id, "state", PlanState.DRAFT, PlanState.CLOSED))
    text.setPlainText("走访三十家。")
    form.show(None)
    assert "6" in notices(place.host)[-1]  # type: ignore[attr-defined]
    buttons = place.host.findChildren(QPushButton)  # type: ignore[attr-defined]
    (button,) = (button for button in buttons if button.text() == "复制文字")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "走访三十家。"
    text.deleteLater()


def test_each_keystroke_is_told(make: Make, qtbot: QtBot) -> None:
    sheet = make()
    told: list[tuple[str, str]] = []
    sheet.form.typed.connect(lambda name, text: told.append((name, text)))
    retype(qtbot, sheet.staff, "31")
    assert told == [("staff", "3"), ("staff", "31")]


def test_a_choice_that_is_offered_again_stays(make: Make) -> None:
    sheet = make()
    sheet.kind.setCurrentIndex(1)
    fill_choices(sheet.kind, MemberKind, sheet.workplace)
    assert sheet.kind.currentIndex() == 1
    fill_choices(sheet.township, [], sheet.workplace)
    assert sheet.township.currentIndex() == -1
    assert index_of(sheet.township, uuid4()) == -1
    assert isinstance(sheet.kind.itemData(0), str)
    assert QApplication.focusWidget() is not sheet.kind
