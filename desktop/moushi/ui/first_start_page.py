"""The first start on one page: the county, its townships, and what the year's plan begins with."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QSignalBlocker,
    QStringListModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCompleter, QFileDialog

from moushi.desk import beginning, preferences
from moushi.desk.beginning import Beginning, County
from moushi.domain.kinds import Level
from moushi.domain.records import federation_id
from moushi.domain.words import choice_word
from moushi.errors import say
from moushi.ui.dropping import accept_copy
from moushi.ui.generated.first_start_page import Ui_FirstStartPage
from moushi.ui.moving import choose_store_file
from moushi.ui.page import Page
from moushi.ui.workplace import Workplace

_SIDE_BY_SIDE = 760  # logical pixels; on a narrower page the steps stand below each other


class Start(StrEnum):
    """What the plan begins with: nothing, this year's plan in a file, last year's in a file to copy."""

    BLANK = "blank"
    FILE = "file"
    LAST_YEAR = "last_year"


class CountyCompleter(QCompleter):
    """Finds counties by any part of their name or by the initials of its pinyin."""

    def __init__(self, counties: tuple[County, ...]) -> None:
        super().__init__()
        self._names = [county.name for county in counties]
        model = QStringListModel([f"{county.name} {county.pinyin}" for county in counties], self)
        self.setModel(model)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """The name alone."""
        return str(index.data()).split(" ")[0]


class FirstStartPage(Page):
    """`begun` tells what comes next (`Start`) and with which file; the scope is the new plan's then."""

    begun = Signal(str, object)  # Start, Path or None
    store_wanted = Signal(object)  # Path
    restore_asked = Signal(object)  # Path

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._counties = beginning.counties()
        self._prefilled: tuple[str, ...] = ()
        self.ui = Ui_FirstStartPage()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]  # built by uic
        self._lay_out()
        self._wire()
        self.retranslate()
        self._show_choice()
        self._count()

    def refresh(self) -> None:
        """The page shows what is typed on it; the year is this one until another is chosen."""
        writes = self.workplace.may_write
        self.ui.begin.setEnabled(writes)
        self.ui.bring.setEnabled(writes)
        if self.ui.year.property("untouched") is not False:
            with QSignalBlocker(self.ui.year):
                self.ui.year.setValue(self.workplace.today().year)
            self._show_choice()

    def follow(self, _change: object) -> None:
        """Nothing that changes elsewhere changes this page."""

    def retranslate(self) -> None:
        """Say it in the language of now."""
        ui = self.ui
        with QSignalBlocker(ui.level):
            held = Level(ui.level.currentData() or Level.COUNTY)
            ui.level.clear()
            for level in (Level.COUNTY, Level.DISTRICT, Level.CITY):
                ui.level.addItem(self.words(choice_word(level)), level)
            ui.level.setCurrentIndex(ui.level.findData(held))
        if editor := ui.county.lineEdit():
            editor.setPlaceholderText(self.words(say("Choose, or type a name")))
        self._say("")
        self._show_choice()
        self._count()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter begins, but where it takes a county of the list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.ui.county.hasFocus():
            self.ui.begin.click()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The steps side by side where there is room."""
        wide = event.size().width() >= _SIDE_BY_SIDE
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self.ui.steps.direction() != direction:
            self.ui.steps.setDirection(direction)
        super().resizeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file with the plan can be dropped anywhere on the page."""
        if event.mimeData().hasUrls():
            accept_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take a dropped file as the one with the plan."""
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            accept_copy(event)
            self._take_file(files[0])

    # -- how it is made ----------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        ui = self.ui
        self.setAcceptDrops(True)
        for editor in (ui.county, ui.federation, ui.above, ui.file, ui.townships.viewport()):
            editor.setAcceptDrops(False)  # a file dropped on one of them is the plan, not its text
        ui.county.addItems([county.name for county in self._counties])
        ui.county.setCurrentIndex(-1)
        ui.county.setCompleter(CountyCompleter(self._counties))
        for column in range(3):
            ui.steps.setStretch(column, 1)
        for hint in (ui.townLabel, ui.townCount, ui.fromHint):
            hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        ui.fault.setForegroundRole(QPalette.ColorRole.BrightText)
        self.first = ui.county

    def _wire(self) -> None:
        ui = self.ui
        ui.county.currentTextChanged.connect(self._derive)
        ui.townships.textChanged.connect(self._count)
        ui.year.valueChanged.connect(lambda _: self._choose_year())
        for choice in (ui.blank, ui.thisYear, ui.lastYear):
            choice.toggled.connect(self._show_choice)
        ui.chooseFile.clicked.connect(self._choose_file)
        ui.begin.clicked.connect(self._begin)
        ui.sample.clicked.connect(self._show_sample)
        ui.bring.clicked.connect(self._bring)

    # -- the county --------------------------------------------------------------------------------------

    def _derive(self, place: str) -> None:
        """Fill in what follows from the county; townships that were typed stay."""
        ui = self.ui
        county = beginning.county_named(place, self._counties)
        ui.federation.setText(beginning.federation_name(county.name if county else place))
        level = county.level if county else beginning.level_of(place, self._counties)
        ui.level.setCurrentIndex(ui.level.findData(level))
        above = beginning.federation_name(county.city) if county else ""
        ui.above.setText(above)
        ui.above.setCursorPosition(0)
        if beginning.township_names(ui.townships.toPlainText()) == self._prefilled:
            self._prefilled = county.townships if county else ()
            ui.townships.setPlainText("\n".join(self._prefilled))
        self._say("")

    def _count(self) -> None:
        count = len(beginning.township_names(self.ui.townships.toPlainText()))
        word = say("{count} townships and subdistricts", count=count) if count else say("None yet")
        self.ui.townCount.setText(self.words(word))

    def _choose_year(self) -> None:
        self.ui.year.setProperty("untouched", False)
        self._show_choice()

    # -- what it begins with -----------------------------------------------------------------------------

    @property
    def start(self) -> Start:
        """What the person chose to begin with."""
        if self.ui.thisYear.isChecked():
            return Start.FILE
        return Start.LAST_YEAR if self.ui.lastYear.isChecked() else Start.BLANK

    def _show_choice(self) -> None:
        ui, year = self.ui, self.ui.year.value()
        hints = {
            Start.BLANK: say("You type themes and items yourself, or take files in later."),
            Start.FILE: say(
                "The plan, official paper or task table of {year} is read and shown for review first.",
                year=year,
            ),
            Start.LAST_YEAR: say(
                "The plan of {last} is read and shown for review, then copied as the draft of {year}: dates "
                "one year on, nothing reached yet.",
                last=year - 1,
                year=year,
            ),
        }
        ui.thisYear.setText(self.words(say("A file w&ith the plan of {year}", year=year)))
        ui.lastYear.setText(self.words(say("The plan of {last} fro&m a file, copied", last=year - 1)))
        ui.fromHint.setText(self.words(hints[self.start]))
        for control in (ui.file, ui.chooseFile):
            control.setEnabled(self.start is not Start.BLANK)
        self._say("")

    def _choose_file(self) -> None:
        kinds = self.words(say("Plans, papers and tables"))
        chosen, _ = QFileDialog.getOpenFileName(
            self,
            self.words(say("File with the Plan")),
            str(preferences.export_folder()),
            f"{kinds} (*.docx *.xlsx *.xls *.et *.ods *.txt *.md);;{self.words(say('All files'))} (*)",
        )
        if chosen:
            self._take_file(Path(chosen))

    def _take_file(self, path: Path) -> None:
        if self.start is Start.BLANK:
            self.ui.thisYear.setChecked(True)
        self.ui.file.setText(str(path))
        self.ui.file.setToolTip(str(path))
        self._say("")

    # -- what can be done --------------------------------------------------------------------------------

    def _begin(self) -> None:
        """Put the federation, its townships and a plan into the store, and say what comes next."""
        ui, workplace = self.ui, self.workplace
        self._say("")
        if not ui.federation.text().strip():
            self._say(self.words(say("Choose or type your county first.")))
            ui.county.setFocus()
            return
        path = Path(ui.file.text().strip().strip('"')).expanduser() if self.start is not Start.BLANK else None
        if path is not None and not path.is_file():
            self._say(self.words(say("Choose the file with the plan, or begin with a blank one.")))
            ui.chooseFile.setFocus()
            return
        told = self._told()
        with workplace.desk.snapshot() as snapshot:
            proposal = workplace.guarded(lambda: beginning.begin(snapshot, told))
        if proposal and workplace.apply(proposal):
            workplace.look(told.year, federation_id(told.federation))
            self.begun.emit(self.start.value, path)

    def _told(self) -> Beginning:
        ui = self.ui
        county = beginning.county_named(ui.county.currentText(), self._counties)
        name = ui.federation.text().strip()
        own = county is not None and name == beginning.federation_name(county.name)
        return Beginning(
            name,
            Level(ui.level.currentData()),  # Qt hands a plain text back
            ui.year.value(),
            beginning.township_names(ui.townships.toPlainText()),
            ui.above.text().strip(),
            code=county.code if county and own else None,
        )

    def _say(self, text: str) -> None:
        self.ui.fault.setText(text)

    def _show_sample(self) -> None:
        now = self.workplace.now()
        self.workplace.run(
            say("Preparing the sample"), lambda _: beginning.make_sample(now), self.store_wanted.emit
        )

    def _bring(self) -> None:
        title = self.words(say("Bring In from Another Computer"))
        chosen = choose_store_file(self, self.words, title, preferences.export_folder())
        if chosen:
            self.restore_asked.emit(chosen)
