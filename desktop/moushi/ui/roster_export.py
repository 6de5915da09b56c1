"""The panel that exports rosters: which list, as of which day, with what, to Word or Excel."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QWidget

from moushi.compile.roster_document import GROUPINGS, OF_PEOPLE, Grouping, RosterChoice, RosterKind
from moushi.desk import rosters
from moushi.desk.entering import entered_date
from moushi.desk.exporting import Written
from moushi.desk.office import office
from moushi.desk.register import MemberFilter
from moushi.domain.records import Chamber
from moushi.errors import Message, MoushiError, say
from moushi.ui.generated.roster_export import Ui_RosterExport
from moushi.ui.opening import tell_written
from moushi.ui.page import Page
from moushi.ui.record_form import fill_choices, index_of, named_choices
from moushi.ui.saving import ask_where
from moushi.ui.workplace import Workplace

_WORD, _EXCEL = {rosters.WORD: say("Word documents")}, {rosters.EXCEL: say("Excel workbook")}
_OF_ONE_CHAMBER = frozenset({RosterKind.OFFICERS, RosterKind.LEDGER})


def export_roster(
    page: Page, kind: RosterKind, *, chamber: Chamber | None = None, listed: MemberFilter | None = None
) -> None:
    """Open the panel on a page, with all that was typed kept; see `RosterExport`."""
    if page.settle() is not False:
        RosterExport(page.workplace, kind, page, chamber=chamber.id if chamber else None, listed=listed)


class RosterExport(QDialog):
    """Asks what to export and where to; it is freed when closed.

    `kind` is the list offered first, `chamber` the one meant if the list is of one, `listed` what the members
    page lists, to be exported alone if the person wants that.
    """

    def __init__(
        self,
        workplace: Workplace,
        kind: RosterKind,
        parent: QWidget,
        *,
        chamber: UUID | None = None,
        listed: MemberFilter | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workplace = workplace
        self._listed = listed
        self.ui = ui = Ui_RosterExport()
        ui.setupUi(self)  # type: ignore[no-untyped-call]  # built by uic
        self._fill()
        ui.kind.setCurrentIndex(index_of(ui.kind, kind))
        self._proposed = self._usual_day().isoformat()
        ui.asOf.setText(self._proposed)
        ui.chamber.setCurrentIndex(max(index_of(ui.chamber, chamber), 0))
        ui.onlyListed.setChecked(listed is not None and not listed.is_open)
        ui.kind.currentIndexChanged.connect(self._follow)
        ui.kind.currentIndexChanged.connect(self._propose_day)
        for box in (ui.phones, ui.birthYears):
            box.toggled.connect(self._follow)
        ui.asOf.textEdited.connect(lambda _: self._blame(None))
        ui.word.clicked.connect(lambda: self._export(_WORD))
        ui.excel.clicked.connect(lambda: self._export(_EXCEL))
        ui.close.clicked.connect(self.reject)
        self._blame(None)
        self._follow()
        self.resize(self.size().boundedTo(parent.screen().availableSize() * 0.9))
        self.open()
        ui.kind.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the other language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.ui.retranslateUi(self)  # type: ignore[no-untyped-call]  # built by uic
            self._fill()
            self._follow()
        super().changeEvent(event)

    @property
    def kind(self) -> RosterKind:
        """The list that is chosen."""
        return RosterKind(self.ui.kind.currentData())  # Qt gives a choice back as bare text

    def choice(self) -> RosterChoice:
        """What is asked for; `MoushiError` when the day is none."""
        ui, kind = self.ui, self.kind
        chamber = ui.chamber.currentData() if kind in _OF_ONE_CHAMBER else None
        return RosterChoice(
            kind,
            tuple(federation.id for federation in self._workplace.scope.shown),
            self._day(),
            Grouping(ui.grouping.currentData()),
            phones=ui.phones.isChecked(),
            birth_years=ui.birthYears.isChecked(),
            chambers=(chamber,) if chamber else (),
        )

    def _usual_day(self) -> date:
        """Today; for the ledger of another year, its last day."""
        today, year = self._workplace.today(), self._workplace.scope.year
        return date(year, 12, 31) if self.kind is RosterKind.LEDGER and year != today.year else today

    def _propose_day(self) -> None:
        """Propose the day that is usual for the list, where no other was typed."""
        if self.ui.asOf.text() == self._proposed:
            self._proposed = self._usual_day().isoformat()
            self.ui.asOf.setText(self._proposed)

    def _day(self) -> date:
        text = self.ui.asOf.text()
        if not text.strip():
            raise MoushiError("Say as of which day the list is to be, such as 2024-6-30.")
        return entered_date(text, self._workplace.scope.year)

    def _export(self, kinds: dict[str, Message]) -> None:
        """Ask for the file, then write it while the window goes on; the panel closes."""
        try:
            wanted = self.choice()
        except MoushiError as fault:
            self._blame(fault.message)
            self.ui.asOf.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        desk, now = self._workplace.desk, self._workplace.now()
        name = rosters.file_name(desk, wanted)
        path = ask_where(self, self._workplace, say("Export Roster"), kinds, name=name)
        if path is None:
            return
        only = self._listed if self._offers_listed and self.ui.onlyListed.isChecked() else None
        workplace = self._workplace

        def write(report: Callable[[int, int], None]) -> Written:
            members = rosters.listed_members(desk, only) if only else None
            return rosters.export_roster(desk, replace(wanted, members=members), path, now=now, report=report)

        def tell(made: Written) -> None:
            tell_written(workplace, say("Written: {file}", file=made.path.name), made.path)

        self.accept()
        workplace.run(say("Writing {file}…", file=path.name), write, tell)

    # -- what is shown -------------------------------------------------------------------------------------

    @property
    def _offers_listed(self) -> bool:
        return self._listed is not None and not self._listed.is_open and self.kind is RosterKind.MEMBERS

    def _fill(self) -> None:
        """Offer the lists, and the chambers of the scope."""
        ui, words, scope = self.ui, self._workplace.words, self._workplace.scope
        kinds = [(words(word), kind) for kind, word in rosters.ROSTER_WORDS.items()]
        fill_choices(ui.kind, kinds, self._workplace)
        with self._workplace.desk.snapshot() as snapshot:
            held = [c for f in scope.shown for c in snapshot.where(Chamber, federation_id=f.id)]
        fill_choices(ui.chamber, named_choices(held), self._workplace, empty=words(say("All chambers")))
        ui.owner.setText(scope.one.name if scope.one else words(say("All federations")))
        heading = office(self._workplace.desk).heading
        ui.office.setText(heading or words(say("None yet; type it in Settings")))

    def _follow(self) -> None:
        """Show what can be said of the list that is chosen."""
        ui, words, kind = self.ui, self._workplace.words, self.kind
        offered = [(words(rosters.GROUPING_WORDS[each]), each) for each in GROUPINGS[kind]]
        fill_choices(ui.grouping, offered, self._workplace)
        personal = kind in OF_PEOPLE
        ui.fields.setRowVisible(ui.chamber, kind in _OF_ONE_CHAMBER)
        ui.fields.setRowVisible(ui.grouping, len(offered) > 1)
        ui.fields.setRowVisible(ui.onlyListed, self._offers_listed)
        ui.fields.setRowVisible(ui.phones, personal)
        ui.fields.setRowVisible(ui.birthYears, personal)
        told = personal and (ui.phones.isChecked() or ui.birthYears.isChecked())
        ui.fields.setRowVisible(ui.personalNote, told)

    def _blame(self, fault: Message | None) -> None:
        self.ui.fault.setText(self._workplace.words(fault) if fault else "")
        self.ui.fields.setRowVisible(self.ui.fault, fault is not None)
        if fault:
            self.ui.scroll.ensureWidgetVisible(self.ui.fault)
