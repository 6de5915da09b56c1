"""The settings page as a person uses it: name, office, looks, place, backups, another computer."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

import factories as f
from moushi.desk import keeping, preferences
from moushi.desk.desk import open_for_work
from moushi.desk.office import Office, office
from moushi.desk.preferences import Appearance, Language
from moushi.domain.records import Federation
from moushi.store import open_store
from moushi.ui.notices import Notice
from moushi.ui.settings_page import SettingsPage

Key, Left = Qt.Key, Qt.MouseButton.LeftButton


@pytest.fixture
def desk(make_desk):
    return make_desk([f.federation()])


@pytest.fixture
def page(page_of, desk) -> SettingsPage:
    return page_of(SettingsPage, desk=desk)


def notices(page: SettingsPage) -> list[str]:
    return [notice.accessibleName() for notice in page.workplace.host.findChildren(Notice)]


def settled(page: SettingsPage, qtbot) -> None:
    qtbot.waitUntil(lambda: not page.workplace.jobs.busy)


def listed(page: SettingsPage) -> list[list[str]]:
    return [
        [page.model.index(row, column).data() for column in range(3)] for row in range(page.model.rowCount())
    ]


def type_in(qtbot, editor: QLineEdit, text: str) -> None:
    editor.setFocus()
    editor.selectAll()
    editor.insert(text)
    qtbot.keyClick(editor, Key.Key_Tab)


def test_the_name_typed_is_kept_and_stands_in_the_history_from_then_on(page, desk, qtbot):
    type_in(qtbot, page.ui.person, "禾小满")
    assert preferences.load().person == "禾小满"
    assert desk.apply(f.proposal(f.person())).source.person == "禾小满"


def test_the_office_typed_is_kept_with_the_store(page, desk, qtbot):
    type_in(qtbot, page.ui.heading, "云屿县工商业联合会")
    type_in(qtbot, page.ui.contact, "舷如一")
    page.ui.phone.insert("0580-0000101")
    page.settle()
    assert office(desk) == Office("云屿县工商业联合会", "舷如一", "0580-0000101")


def test_what_is_kept_is_shown_again(page_of, desk):
    preferences.change(person="禾小满", appearance=Appearance.DARK)
    desk.store.put_setting("office", {"heading": "云屿县工商业联合会"})
    ui = page_of(SettingsPage, desk=desk).ui
    assert (ui.person.text(), ui.heading.text(), ui.contact.text()) == ("禾小满", "云屿县工商业联合会", "")
    assert ui.appearance.currentText() == "深色"
    assert ui.language.currentText() == "中文"
    assert str(desk.path) in ui.place.text()


def test_language_and_colours_are_chosen_with_the_keyboard(page, qtbot):
    page.ui.language.setFocus()
    with qtbot.waitSignal(page.language_chosen) as chosen:
        qtbot.keyClick(page.ui.language, Key.Key_Down)
    assert chosen.args == [Language.ENGLISH]
    assert isinstance(chosen.args[0], Language)
    page.ui.appearance.setFocus()
    with qtbot.waitSignal(page.appearance_chosen) as chosen:
        qtbot.keyClick(page.ui.appearance, Key.Key_End)
    assert chosen.args == [Appearance.DARK]


def test_tab_goes_through_the_page_from_top_to_bottom(page, qtbot):
    page.ui.person.setFocus()
    met = [page.ui.person.objectName()]
    while True:
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_Tab)
        name = QApplication.focusWidget().objectName()
        if name == "person":
            break
        met.append(name)
    assert met[:8] == [
        "person",
        "heading",
        "contact",
        "phone",
        "language",
        "appearance",
        "showFolder",
        "openOther",
    ]
    assert met[-2:] == ["saveWhole", "bringWhole"]


def test_what_has_the_keyboard_is_scrolled_into_view(page, qtbot):
    page.resize(600, 270)
    page.ui.person.setFocus()
    while QApplication.focusWidget() is not page.ui.saveWhole:
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_Tab)
    top = page.ui.saveWhole.mapTo(page.ui.scroll.viewport(), page.ui.saveWhole.rect().topLeft())
    assert page.ui.scroll.viewport().rect().contains(top)
    assert page.ui.scroll.horizontalScrollBar().maximum() == 0


def test_a_backup_is_made_at_once_and_listed(page, qtbot):
    assert listed(page) == []
    qtbot.mouseClick(page.ui.backUpNow, Left)
    settled(page, qtbot)
    ((when, why, size),) = listed(page)
    assert when.startswith("今天 ")
    assert why == "手工备份"
    assert size.endswith("KB")
    assert notices(page)[0].startswith("已备份：")


def test_a_backup_by_key(page, qtbot):
    qtbot.keyClick(page, Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    settled(page, qtbot)
    assert page.model.rowCount() == 1


def test_the_chosen_backup_is_asked_to_be_restored_and_the_store_can_be_put_back(page, desk, qtbot):
    assert not page.ui.restoreChosen.isEnabled()
    older = keeping.back_up(desk)
    desk.apply(f.proposal(f.federation("鹤沙县工商联")))
    keeping.back_up(desk)
    page.refresh()
    page.ui.backups.setFocus()
    qtbot.keyClick(page.ui.backups, Key.Key_Down)
    with qtbot.waitSignal(page.restore_asked) as asked:
        qtbot.mouseClick(page.ui.restoreChosen, Left)
    assert asked.args == [older.path]
    path = desk.path
    keeping.restore_open(asked.args[0], path, page.workplace.close)  # as the window does
    page.workplace.open(open_for_work(path))
    page.enter()
    with page.workplace.desk.snapshot() as snapshot:
        assert [each.name for each in snapshot.where(Federation)] == ["云屿县工商联"]
    assert listed(page)[0][1] == "恢复其他备份前"


def test_the_whole_is_saved_as_one_file_and_brought_in_elsewhere(page, tmp_path, qtbot, monkeypatch):
    suggested = []

    def named(_parent: object, _title: str, path: str, _kinds: str) -> tuple[str, str]:
        suggested.append(Path(path).name)
        return str(tmp_path / "carry"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", named)
    qtbot.mouseClick(page.ui.saveWhole, Left)
    settled(page, qtbot)
    saved = tmp_path / "carry.sqlite"
    assert suggested[0].startswith("moushi-云屿县工商联-")
    assert str(saved) in notices(page)[0]
    open_store(saved, read_only=True).close()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(saved), ""))
    with qtbot.waitSignal(page.restore_asked) as asked:
        qtbot.mouseClick(page.ui.bringWhole, Left)
    assert asked.args == [saved]


def test_a_dialog_that_is_left_does_nothing(page, qtbot, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    ui = page.ui
    for signal in (page.restore_asked, page.store_wanted):
        with qtbot.assertNotEmitted(signal):
            for button in (
                ui.openOther,
                ui.moveStore,
                ui.chooseExports,
                ui.backUpTo,
                ui.restoreFile,
                ui.bringWhole,
            ):
                qtbot.mouseClick(button, Left)
    assert notices(page) == []


def test_another_store_is_asked_for(page, tmp_path, qtbot, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "other.sqlite"), ""))
    with qtbot.waitSignal(page.store_wanted) as wanted:
        qtbot.mouseClick(page.ui.openOther, Left)
    assert wanted.args == [tmp_path / "other.sqlite"]


def test_the_store_is_moved_with_its_backups_and_opened_there(page, desk, tmp_path, qtbot, monkeypatch):
    keeping.back_up(desk)
    there = tmp_path / "there"
    there.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(there))
    with qtbot.waitSignal(page.store_wanted) as wanted:
        qtbot.mouseClick(page.ui.moveStore, Left)
    assert wanted.args == [there / desk.path.name]
    assert preferences.store_to_open()[0] == there / desk.path.name
    assert len(list((there / f"{desk.path.stem}-backups").iterdir())) == 1
    assert desk.path.exists()
    assert str(there) in notices(page)[0]


def test_a_store_is_not_moved_where_one_lies_and_the_person_is_told(page, desk, qtbot, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(desk.path.parent))
    with qtbot.assertNotEmitted(page.store_wanted):
        qtbot.mouseClick(page.ui.moveStore, Left)
    assert "已经有" in notices(page)[0]


def test_the_folder_for_exports_is_chosen_and_kept(page, tmp_path, qtbot, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    qtbot.mouseClick(page.ui.chooseExports, Left)
    assert page.ui.exports.text() == str(tmp_path)
    assert preferences.export_folder() == tmp_path


def test_the_store_is_shown_in_its_folder_or_the_person_is_told_where(page, desk, qtbot, monkeypatch):
    asked = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url.toLocalFile()))
    qtbot.mouseClick(page.ui.showFolder, Left)
    assert asked == [str(desk.path.parent)]
    assert str(desk.path.parent) in notices(page)[0]


def test_a_store_for_reading_only_can_be_carried_away_but_not_changed(page_of, make_desk):
    ui = page_of(SettingsPage, desk=make_desk([f.federation()], read_only=True)).ui
    assert ui.heading.isReadOnly()
    for button in (ui.moveStore, ui.backUpNow, ui.restoreChosen, ui.restoreFile, ui.bringWhole):
        assert not button.isEnabled()
    for button in (ui.backUpTo, ui.saveWhole, ui.openOther):
        assert button.isEnabled()


def test_a_preference_that_cannot_be_kept_is_told(page, qtbot, monkeypatch, tmp_path):
    (tmp_path / "file").touch()
    monkeypatch.setenv("MOUSHI_HOME", str(tmp_path / "file"))
    type_in(qtbot, page.ui.person, "禾小满")
    assert notices(page)


def test_it_speaks_english_too(page_of, desk):
    ui = page_of(SettingsPage, desk=desk, speak=Language.ENGLISH).ui
    assert ui.personLabel.text() == "Your &name"
    assert [ui.appearance.itemText(n) for n in range(3)] == ["As the system has them", "Light", "Dark"]
