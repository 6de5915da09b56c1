"""Exporting rosters: from a page's menu, asked little, told where the file is."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

import factories as make
from moushi.compile.roster_document import Grouping, RosterKind
from moushi.desk import preferences
from moushi.desk.preferences import Language
from moushi.ui.chambers_page import ChambersPage
from moushi.ui.ledger_page import LedgerPage
from moushi.ui.members_page import MembersPage
from moushi.ui.notices import Notice
from moushi.ui.page import Page
from moushi.ui.roster_export import RosterExport
from rosters import COUNTY, LUTING, OF, PHONES

SMALL = QSize(660, 320)
languages = pytest.mark.parametrize("speak", list(Language))


@pytest.fixture
def named(monkeypatch, tmp_path) -> list[str]:
    """Answers the question for a file with one in a folder; what was suggested is kept."""
    suggested: list[str] = []

    def answer(_parent, _title, path, filters):
        suggested.append(path)
        return str(tmp_path / Path(path).name), filters.partition(";;")[0]

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return suggested


def panel_of(page: Page) -> RosterExport:
    found = page.findChild(RosterExport)
    assert found is not None
    return found


def opened(page: Page, qtbot: QtBot) -> RosterExport:
    qtbot.keyClick(
        page, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    panel = panel_of(page)
    qtbot.waitUntil(panel.isVisible)
    return panel


def choose(panel: RosterExport, kind: RosterKind) -> None:
    panel.ui.kind.setCurrentIndex(list(RosterKind).index(kind))


def notices(page: Page) -> list[str]:
    return [page.words(each.message) for each in page.workplace.host.findChildren(Notice)]


def test_the_members_page_exports_what_it_lists_to_excel(page_of, named, qtbot, tmp_path):
    page = page_of(MembersPage, COUNTY, federation=OF.id)
    page.ui.search.setText("民宿")
    panel = opened(page, qtbot)
    assert panel.kind is RosterKind.MEMBERS
    assert panel.ui.onlyListed.isVisible()
    panel.ui.asOf.setText("2031-3-31")
    qtbot.mouseClick(panel.ui.excel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(notices(page)))
    (file,) = tmp_path.glob("*.xlsx")
    assert file.name == "云屿县工商联会员名册（2031-03-31）.xlsx"
    assert file.name in notices(page)[0]
    values = [cell.value for row in load_workbook(BytesIO(file.read_bytes())).worksheets[0] for cell in row]
    assert "民宿联盟" in values
    assert "江海平" not in values
    assert preferences.load().exports == str(tmp_path)


def test_without_the_tick_for_it_all_members_are_exported(page_of, named, qtbot, tmp_path):
    page = page_of(MembersPage, COUNTY, federation=OF.id)
    page.ui.search.setText("民宿")
    panel = opened(page, qtbot)
    qtbot.keyClick(panel.ui.onlyListed, Qt.Key.Key_Space)
    panel.ui.asOf.setText("2031-3-31")
    qtbot.mouseClick(panel.ui.excel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(notices(page)))
    (file,) = tmp_path.glob("*.xlsx")
    values = [cell.value for row in load_workbook(BytesIO(file.read_bytes())).worksheets[0] for cell in row]
    assert {"民宿联盟", "江海平"} <= set(values)


def test_the_chambers_page_exports_the_officers_of_its_chamber_to_word(page_of, named, qtbot, tmp_path):
    page = page_of(ChambersPage, COUNTY, federation=OF.id)
    page.list.select(LUTING.id)
    panel = opened(page, qtbot)
    assert panel.ui.chamber.currentText() == "鹭汀镇商会"
    panel.ui.asOf.setFocus()
    qtbot.keyClick(panel.ui.asOf, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(notices(page)))
    (file,) = tmp_path.glob("*.docx")
    assert file.name.startswith("鹭汀镇商会班子名册")
    assert page.workplace.desk.store.exports()[0].what == "roster"


def test_a_day_that_is_none_is_said_beside_it_and_nothing_is_asked(page_of, named, qtbot):
    page = page_of(MembersPage, COUNTY, federation=OF.id)
    panel = opened(page, qtbot)
    panel.ui.asOf.setText("昨天吧")
    qtbot.mouseClick(panel.ui.word, Qt.MouseButton.LeftButton)
    assert "昨天吧" in panel.ui.fault.text()
    assert panel.ui.fault.isVisible()
    assert panel.focusWidget() is panel.ui.asOf
    assert named == []
    qtbot.keyClicks(panel.ui.asOf, "1")
    assert not panel.ui.fault.isVisible()


def test_what_is_asked_follows_the_list(page_of, qtbot):
    panel = opened(page_of(ChambersPage, COUNTY, federation=OF.id), qtbot)
    ui = panel.ui
    choose(panel, RosterKind.CHAMBERS)
    assert not ui.phones.isVisible()
    assert not ui.chamber.isVisible()
    assert ui.grouping.currentData() == Grouping.KIND
    choose(panel, RosterKind.COMMITTEE)
    assert ui.phones.isVisible()
    assert not ui.grouping.isVisible()
    choose(panel, RosterKind.MEMBERS)
    assert [ui.grouping.itemText(n) for n in range(ui.grouping.count())] == [
        "乡镇街道",
        "商会",
        "类别",
        "不分组",
    ]


def test_personal_data_goes_out_only_ticked_and_the_panel_says_what_that_means(
    page_of, named, qtbot, tmp_path
):
    page = page_of(MembersPage, COUNTY, federation=OF.id)
    panel = opened(page, qtbot)
    assert not panel.ui.phones.isChecked()
    assert not panel.ui.personalNote.isVisible()
    qtbot.keyClick(panel.ui.phones, Qt.Key.Key_Space)
    assert "内含个人信息，注意保管" in panel.ui.personalNote.text()
    panel.ui.asOf.setText("2031-3-31")
    qtbot.mouseClick(panel.ui.excel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(notices(page)))
    (file,) = tmp_path.glob("*.xlsx")
    values = [cell.value for row in load_workbook(BytesIO(file.read_bytes())).worksheets[0] for cell in row]
    assert PHONES[0] in values
    (entry,) = page.workplace.desk.store.exports()
    assert page.workplace.desk.store.export(entry.id).document["phones"] is True


def test_thinking_better_of_it_leaves_the_panel_as_it_is(page_of, monkeypatch, qtbot):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    panel = opened(page_of(MembersPage, COUNTY, federation=OF.id), qtbot)
    qtbot.mouseClick(panel.ui.word, Qt.MouseButton.LeftButton)
    assert panel.isVisible()
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()


@languages
def test_each_letter_leads_to_one_control_and_everything_has_a_name(page_of, qtbot, speak):
    panel = opened(page_of(MembersPage, COUNTY, federation=OF.id, speak=speak), qtbot)
    texts = [w.text() for w in panel.findChildren(QLabel) if w.buddy()]
    texts += [w.text() for w in panel.findChildren(QAbstractButton)]
    letters = [text.partition("&")[2][:1].upper() for text in texts if "&" in text]
    assert len(letters) == len(set(letters)) == 10
    for control in (panel.ui.kind, panel.ui.chamber, panel.ui.asOf, panel.ui.grouping, panel.ui.word):
        assert control.accessibleName()


@languages
def test_it_fits_a_small_screen_at_twice_the_size(page_of, qtbot, speak):
    page = page_of(MembersPage, COUNTY, federation=OF.id, speak=speak)
    page.ui.search.setText("民宿")
    panel = opened(page, qtbot)
    panel.resize(panel.sizeHint().boundedTo(SMALL))
    QApplication.processEvents()
    assert panel.height() <= SMALL.height()
    assert panel.width() <= SMALL.width()
    for button in panel.findChildren(QAbstractButton):
        if isinstance(button, QWidget) and button.isVisible():
            assert button.width() >= button.minimumSizeHint().width()


def test_the_ledger_of_a_year_gone_by_is_exported_until_its_last_day(page_of, named, qtbot, tmp_path):
    last = datetime.now().astimezone().year - 1
    held = make.activity(OF, title="走访企业", held_on=date(last, 12, 31))
    page = page_of(LedgerPage, (*COUNTY, held), federation=OF.id, year=last)
    panel = RosterExport(page.workplace, RosterKind.LEDGER, page)
    assert panel.ui.asOf.text() == f"{last}-12-31"
    qtbot.mouseClick(panel.ui.word, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(notices(page)))
    (file,) = tmp_path.glob("*.docx")
    assert file.name == f"云屿县工商联{last}年工作台账（{last}-12-31）.docx"


def test_the_usual_day_follows_the_list_until_another_is_typed(page_of, qtbot):
    last = datetime.now().astimezone().year - 1
    held = make.activity(OF, title="走访企业", held_on=date(last, 3, 1))
    page = page_of(MembersPage, (*COUNTY, held), year=last, federation=OF.id)
    panel = opened(page, qtbot)
    today = page.workplace.today().isoformat()
    assert panel.ui.asOf.text() == today
    choose(panel, RosterKind.LEDGER)
    assert panel.ui.asOf.text() == f"{last}-12-31"
    choose(panel, RosterKind.MEMBERS)
    assert panel.ui.asOf.text() == today
    panel.ui.asOf.setText("2023-6-30")
    choose(panel, RosterKind.LEDGER)
    assert panel.ui.asOf.text() == "2023-6-30"
