"""The settings page: person, office, looks, where the store lies, backups, another computer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSignalBlocker,
    Qt,
    QUrl,
    Signal,
)
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication, QPalette
from PySide6.QtWidgets import QComboBox, QFileDialog, QHeaderView

from moushi.changes.model import ChangeSet
from moushi.desk import keeping, language, preferences
from moushi.desk.keeping import KeptBackup, Whole
from moushi.desk.layouts import NEWSPAPER
from moushi.desk.office import Office, keep_office, office
from moushi.desk.past import when_words
from moushi.desk.preferences import Appearance, Language
from moushi.errors import Message, say
from moushi.ui.cells import NUMBER
from moushi.ui.generated.settings_page import Ui_SettingsPage
from moushi.ui.moving import choose_store_file, name_store_file
from moushi.ui.page import Page, command
from moushi.ui.workplace import Workplace

Index = QModelIndex | QPersistentModelIndex

_LANGUAGES = {Language.CHINESE: "中文", Language.ENGLISH: "English"}  # each in its own words
_APPEARANCES = {
    Appearance.SYSTEM: say("As the system has them"),
    Appearance.LIGHT: say("Light"),
    Appearance.DARK: say("Dark"),
}
_HEADS = (say("When"), say("Made"), say("Size"))
_WIDEST = 860  # a form wider than this is hard to read


class BackupsModel(QAbstractTableModel):
    """The backups of the store: when, for what, how large."""

    def __init__(self, workplace: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._backups: tuple[KeptBackup, ...] = ()

    def show(self, backups: tuple[KeptBackup, ...]) -> None:
        """List these."""
        self.beginResetModel()
        self._backups = backups
        self.endResetModel()

    def backup(self, index: Index) -> KeptBackup | None:
        """The backup on a line."""
        return self._backups[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index | None = None) -> int:
        """How many there are."""
        return 0 if parent is not None and parent.isValid() else len(self._backups)

    def columnCount(self, parent: Index | None = None) -> int:
        """When, for what, how large."""
        return 0 if parent is not None and parent.isValid() else len(_HEADS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' heads."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._workplace.words(_HEADS[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's text; the file as tool tip."""
        backup = self.backup(index)
        if backup and role == Qt.ItemDataRole.DisplayRole:
            words = self._workplace.words
            match index.column():
                case 0:
                    return words(when_words(backup.at, self._workplace.now()))
                case 1:
                    return words(backup.reason)
                case _:
                    return keeping.size_words(backup.size)
        if backup and role == Qt.ItemDataRole.ToolTipRole:
            return str(backup.path)
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == len(_HEADS) - 1:
            return NUMBER
        return None


class SettingsPage(Page):
    """`store_wanted` asks for another store, `restore_asked` for a backup in the place of the open one."""

    language_chosen = Signal(object)  # Language
    appearance_chosen = Signal(object)  # Appearance
    store_wanted = Signal(object)  # Path
    restore_asked = Signal(object)  # Path
    layouts_wanted = Signal(str, object)  # a preset's name, and no article to see it with

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.ui = Ui_SettingsPage()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]  # built by uic
        self.model = BackupsModel(workplace, self)
        self._lay_out()
        self._wire()
        self.retranslate()

    def refresh(self) -> None:
        """Show what is set now."""
        ui, desk = self.ui, self.workplace.desk
        preferred = preferences.load()
        ui.person.setText(preferred.person)
        held = office(desk)
        for editor, text in zip(
            self._office_editors(), (held.heading, held.contact, held.phone), strict=True
        ):
            editor.setText(text)
        _choose(ui.language, language.chosen())
        _choose(ui.appearance, preferred.appearance)
        ui.exports.setText(str(preferences.export_folder()))
        ui.exports.setToolTip(ui.exports.text())
        self._show_place()
        self._show_backups()
        writes = self.workplace.may_write
        for editor in self._office_editors():
            editor.setReadOnly(not writes)
        for control in (ui.moveStore, ui.backUpNow, ui.restoreFile, ui.bringWhole):
            control.setEnabled(writes)
        self._allow()

    def follow(self, _change: ChangeSet) -> None:
        """What is set here changes with no record; the store grows."""
        self._show_place()

    def settle(self) -> None:
        """Keep what was typed so far."""
        self._keep_person()
        self._keep_office()

    def commands(self) -> Sequence[QAction]:
        """Backing up."""
        return (self.back_up,)

    def retranslate(self) -> None:
        """Say it in the language of now."""
        ui = self.ui
        _fill(ui.language, dict(_LANGUAGES))
        _fill(ui.appearance, {look: self.words(word) for look, word in _APPEARANCES.items()})
        self.back_up.setText(self.words(say("&Back Up Now")))
        labels = [ui.personLabel, ui.headingLabel, ui.contactLabel, ui.phoneLabel, ui.languageLabel]
        labels += [ui.appearanceLabel, ui.exportsLabel]
        column = max(label.sizeHint().width() for label in labels)
        for label in labels:  # one edge for the editors of all sections
            label.setMinimumWidth(column)

    # -- how it is made ----------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        ui = self.ui
        ui.contents.setMaximumWidth(_WIDEST)
        ui.backups.setModel(self.model)
        head = ui.backups.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        for hint in (ui.personHint, ui.officeHint, ui.backupHint, ui.layoutsHint, ui.movingHint, ui.place):
            hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.first = ui.person

    def _wire(self) -> None:
        ui = self.ui
        self.back_up = command(self, "Ctrl+B")
        self.back_up.triggered.connect(self._back_up)
        ui.person.editingFinished.connect(self._keep_person)
        for editor in self._office_editors():
            editor.editingFinished.connect(self._keep_office)
        ui.language.activated.connect(
            lambda _: self.language_chosen.emit(Language(ui.language.currentData()))
        )
        ui.appearance.activated.connect(
            lambda _: self.appearance_chosen.emit(Appearance(ui.appearance.currentData()))
        )
        ui.showFolder.clicked.connect(self._show_folder)
        ui.openOther.clicked.connect(self._open_other)
        ui.moveStore.clicked.connect(self._move)
        ui.chooseExports.clicked.connect(self._choose_exports)
        ui.backups.selectionModel().currentChanged.connect(lambda *_: self._allow())
        ui.backUpNow.clicked.connect(self._back_up)
        ui.backUpTo.clicked.connect(self._save_whole)
        ui.editLayouts.clicked.connect(lambda: self.layouts_wanted.emit(NEWSPAPER, None))
        ui.saveWhole.clicked.connect(self._save_whole)
        ui.restoreChosen.clicked.connect(self._restore_chosen)
        ui.restoreFile.clicked.connect(lambda: self._restore_file(say("Restore from a File")))
        ui.bringWhole.clicked.connect(lambda: self._restore_file(say("Bring In from Another Computer")))

    def _office_editors(self) -> tuple[Any, Any, Any]:
        return self.ui.heading, self.ui.contact, self.ui.phone

    def _show_place(self) -> None:
        path = self.workplace.desk.path
        try:
            size = keeping.size_words(path.stat().st_size)
        except OSError:  # its disk is gone; the next change says so
            size = ""
        text = f"{path}  ({size})" if size else str(path)
        self.ui.place.setText(text)

    def _show_backups(self) -> None:
        kept = self.workplace.guarded(lambda: keeping.backups(self.workplace.desk)) or ()
        self.model.show(kept)
        if kept:
            self.ui.backups.setCurrentIndex(self.model.index(0, 0))
        self._allow()

    def _allow(self) -> None:
        chosen = self.model.backup(self.ui.backups.currentIndex())
        self.ui.restoreChosen.setEnabled(chosen is not None and self.workplace.may_write)

    # -- the person, the office --------------------------------------------------------------------------

    def _keep_person(self) -> None:
        desk = self.workplace.desk if self.workplace.is_open else None
        self.workplace.guarded(lambda: keeping.name_person(desk, self.ui.person.text()))

    def _keep_office(self) -> None:
        if self.workplace.may_write:
            told = Office(*(editor.text() for editor in self._office_editors()))
            self.workplace.guarded(lambda: keep_office(self.workplace.desk, told))

    # -- the store ---------------------------------------------------------------------------------------

    def _show_folder(self) -> None:
        folder = self.workplace.desk.path.parent
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self.workplace.tell(
                say("The folder could not be shown. Open it in your file manager: {folder}", folder=folder)
            )

    def _open_other(self) -> None:
        title = self.words(say("Open Store"))
        chosen = choose_store_file(self, self.words, title, self.workplace.desk.path.parent)
        if chosen:
            self.store_wanted.emit(chosen)

    def _choose_folder(self, title: Message, start: Path) -> Path | None:
        chosen = QFileDialog.getExistingDirectory(self, self.words(title), str(start))
        return Path(chosen) if chosen else None

    def _move(self) -> None:
        """Copy the backups, which may take long, then the store itself at once, and open it there."""
        desk = self.workplace.desk
        folder = self._choose_folder(say("Move the Store to This Folder"), desk.path.parent)
        if folder and self.workplace.guarded(lambda: keeping.moved_place(desk, folder)):
            self.workplace.run(
                say("Copying the backups"),
                lambda report: keeping.copy_backups(desk, folder, report),
                lambda _: self._finish_move(folder),
            )

    def _finish_move(self, folder: Path) -> None:
        desk = self.workplace.desk
        old = desk.path
        self.settle()
        place = self._waiting(lambda: keeping.move_store(desk, folder))
        if place:
            self.store_wanted.emit(place)
            self.workplace.tell(
                say(
                    "The store lies in {new} now. The file {old} stays there as a copy; delete it when you "
                    "no longer need it.",
                    new=place,
                    old=old,
                )
            )

    def _waiting(self, act: Callable[[], Path]) -> Path | None:
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            return self.workplace.guarded(act)
        finally:
            QGuiApplication.restoreOverrideCursor()

    def _choose_exports(self) -> None:
        folder = self._choose_folder(say("Folder for Exported Files"), preferences.export_folder())
        if folder and self.workplace.guarded(lambda: preferences.change(exports=str(folder))):
            self.ui.exports.setText(str(folder))
            self.ui.exports.setToolTip(str(folder))

    # -- backups and whole files -------------------------------------------------------------------------

    def _back_up(self) -> None:
        desk = self.workplace.desk
        self.settle()
        self.workplace.run(say("Making a backup"), lambda _: keeping.back_up(desk), self._backed_up)

    def _backed_up(self, made: KeptBackup) -> None:
        self._show_backups()
        self.workplace.tell(say("Backed up: {path}", path=made.path))

    def _save_whole(self) -> None:
        desk = self.workplace.desk
        self.settle()
        suggested = preferences.export_folder() / keeping.whole_name(desk, self.workplace.today())
        title = self.words(say("Save All as One File"))
        target = name_store_file(self, self.words, title, suggested)
        if target:
            self.workplace.run(
                say("Saving all as one file"), lambda _: keeping.save_whole(desk, target), self._saved
            )

    def _saved(self, whole: Whole) -> None:
        self.workplace.tell(
            say(
                "Everything is saved in {path}. On the other computer choose Settings ▸ Bring In from "
                "Another Computer.",
                path=whole.path,
            )
        )
        if whole.shortfall:
            self.workplace.notices.show(whole.shortfall)

    def _restore_chosen(self) -> None:
        backup = self.model.backup(self.ui.backups.currentIndex())
        if backup:
            self._ask_restore(backup.path)

    def _restore_file(self, title: Message) -> None:
        chosen = choose_store_file(self, self.words, self.words(title), preferences.export_folder())
        if chosen:
            self._ask_restore(chosen)

    def _ask_restore(self, path: Path) -> None:
        self.settle()
        self.restore_asked.emit(path)


def _fill(box: QComboBox, choices: dict[Any, str]) -> None:
    """Offer choices without telling anybody; what was chosen stays chosen."""
    with QSignalBlocker(box):
        held = box.currentData()
        box.clear()
        for value, text in choices.items():
            box.addItem(text, value)
        _choose(box, held)


def _choose(box: QComboBox, value: object) -> None:
    with QSignalBlocker(box):
        box.setCurrentIndex(max(box.findData(value), 0))
