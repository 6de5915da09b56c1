"""The forms of the plan page: of a plan, a passage, a theme and an item."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from PySide6.QtCore import QItemSelectionModel, QObject, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from moushi.desk import planning, rolling, suggesting
from moushi.desk.entering import one_paragraph
from moushi.desk.item_state import standings
from moushi.domain.kinds import MeasureKind, PassageKind, PlanState, StateOverride
from moushi.domain.record import Record, Scalar, with_field
from moushi.domain.records import Chamber, Measure, Milestone, Passage, Plan, PlanItem, Theme
from moushi.domain.snapshot import Snapshot
from moushi.errors import say
from moushi.ui.list_line import ListLine, NameCompleter
from moushi.ui.record_form import Editor, RecordForm, fill_choices
from moushi.ui.record_model import Column, RecordModel
from moushi.ui.roll_over import RollOver
from moushi.ui.workplace import Workplace

if TYPE_CHECKING:
    from moushi.changes.model import Proposal
    from moushi.ui.generated.plan_page import Ui_PlanPage


_CHOSEN = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class PlanForms(QObject):
    """Shows one record of a plan in the form of its kind; `typed` brings it as it is being typed."""

    typed = Signal(object)  # the record with what is typed, not kept yet

    def __init__(self, workplace: Workplace, ui: Ui_PlanPage, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._ui = ui
        self._plan: Plan | None = None
        self._item: PlanItem | None = None
        self.forms: Mapping[type[Record], RecordForm] = {
            Plan: self._form(
                Plan,
                {"heading": ui.planHeading, "slogan": ui.planSlogan, "state": ui.planState},
                ui.planFault,
                lambda _: False,  # a closed plan is opened again here; the store refuses the rest
            ),
            Passage: self._form(
                Passage,
                {
                    "text": ui.passageText,
                    "kind": ui.passageKind,
                    "speaker_unit": ui.speakerUnit,
                    "speaker_post": ui.speakerPost,
                    "speaker_name": ui.speakerName,
                },
                ui.passageFault,
            ),
            Theme: self._form(Theme, {"lead": ui.themeLead, "label": ui.themeLabel}, ui.themeFault),
            PlanItem: self._form(
                PlanItem,
                {
                    "text": ui.itemText,
                    "begins_paragraph": ui.beginsParagraph,
                    "short_title": ui.shortTitle,
                    "responsible": ui.responsible,
                    "leader": ui.leader,
                    "due_on": ui.due,
                    "done_on": ui.done,
                    "state_override": ui.override,
                    "override_reason": ui.reason,
                },
                ui.itemFault,
            ),
        }
        self.units = ListLine(workplace, ui.units, lambda line: self._line(planning.set_units, line), self)
        self.programmes = ListLine(
            workplace, ui.programmes, lambda line: self._line(planning.set_programmes, line), self
        )
        self._names = QStringListModel(self)
        completer = NameCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        ui.programmes.setCompleter(completer)
        self.milestones = self._table(
            Milestone,
            (
                Column("text", say("Step"), 14),
                Column("due_on", say("Due"), 7),
                Column("done_on", say("Done"), 7),
            ),
        )
        self.measures = self._table(
            Measure,
            (
                Column("name", say("Measure"), 12),
                Column("kind", width=6),
                Column("direction", width=6),
                Column("target", say("Target"), 6, is_amount=_is_amount),
                Column("unit", say("Unit"), 4),
                Column("base", say("Of"), 5),
                Column("due_on", say("Due"), 7),
            ),
        )
        ui.milestones.show_model(self.milestones)
        ui.measures.show_model(self.measures)
        ui.measures.selectionModel().currentChanged.connect(self._on_measure)
        ui.measurePanel.bind(workplace)
        self._chambers: tuple[Chamber, ...] = ()
        ui.offers.speak(workplace.words)
        ui.offers.rested.connect(self._on_rest)
        ui.offers.taken.connect(self._take)
        ui.links.asked.connect(lambda item_id: workplace.reveal(PlanItem, item_id))
        self.rolling = RollOver(workplace, ui, lambda: self._item, self)
        chain: list[QWidget] = [ui.beginsParagraph, *ui.offers.buttons, *ui.links.buttons, ui.shortTitle]
        chain += [ui.units, ui.responsible, ui.leader, ui.due, ui.programmes, ui.milestones, ui.measures]
        chain += [*ui.measurePanel.editors, ui.done, ui.override, ui.reason, ui.rollOver, ui.rollTheme]
        chain += [ui.rollGoals, ui.rollNow, ui.beginBlank, ui.beginCopy, ui.beginFile, ui.strip]
        for before, after in pairwise(chain):  # what is made in code stands behind what the form names
            QWidget.setTabOrder(before, after)
        self.fill()

    @property
    def record_id(self) -> UUID | None:
        """The record that is shown."""
        return next((form.record.id for form in self.forms.values() if form.record is not None), None)

    def fill(self) -> None:
        """Offer the choices in the language of now."""
        ui, workplace = self._ui, self._workplace
        fill_choices(ui.planState, PlanState, workplace)
        fill_choices(ui.passageKind, PassageKind, workplace)
        fill_choices(ui.override, StateOverride, workplace, empty=workplace.words(say("(not set)")))
        ui.measurePanel.fill()
        ui.offers.speak(workplace.words)
        self.rolling.fill()

    def show(self, snapshot: Snapshot, record: Record | None) -> None:
        """Show a record of a plan; None, or a record of another kind, empties the forms."""
        self._plan = planning.plan_of(snapshot, record)
        self._item = record if isinstance(record, PlanItem) else None
        for kind, form in self.forms.items():
            form.show(record if type(record) is kind else None)
        free = self._workplace.may_write and not self._is_closed(record)
        item = self._item
        self.units.show(planning.units_line(snapshot, item) if item else None, free=free)
        self.programmes.show(planning.programmes_line(snapshot, item) if item else None, free=free)
        self._names.setStringList(planning.programme_names(snapshot) if item else [])
        self.milestones.refresh()
        self.measures.refresh()
        self._chambers = suggesting.chambers_of(snapshot, item) if item else ()
        self._to_first_measure()
        self._show_more(snapshot, item)

    def show_standing(self, snapshot: Snapshot) -> None:
        """Say how the item stands."""
        item, plan = self._item, self._plan
        held = snapshot.get(PlanItem, item.id) if item else None
        if held is None or plan is None:
            self._ui.standing.setText("")
            return
        wanting = held.state_override is not None and not held.override_reason.strip()
        why = self._workplace.words(say("A state set by hand needs its reason")) if wanting else ""
        self._ui.reason.setPlaceholderText(why)
        found = standings(snapshot, held, plan.year, self._workplace.today())
        self._ui.standing.setText("<br>".join(escape(self._workplace.words(each.words)) for each in found))

    def follow(self, snapshot: Snapshot, *, anew: bool = True) -> None:
        """Show what changed of an item's lines and standing; forms and tables follow by themselves.

        Not `anew`: nothing changed that measures may count.
        """
        item = self._item
        if item and (held := snapshot.get(PlanItem, item.id)):
            self._plan = planning.plan_of(snapshot, held)
            free = self._workplace.may_write and not self._is_closed(held)
            if not self.units.draft.is_dirty:
                self.units.show(planning.units_line(snapshot, held), free=free)
            if not self.programmes.draft.is_dirty:
                self.programmes.show(planning.programmes_line(snapshot, held), free=free)
            if anew:
                self._chambers = suggesting.chambers_of(snapshot, held)
            self._show_more(snapshot, held, anew=anew)

    def go_to_measure(self, measure_id: UUID) -> bool:
        """Choose a measure of the item that is shown."""
        row = self.measures.row_of(measure_id)
        if row < 0:
            return False
        self._ui.measures.selectionModel().setCurrentIndex(self.measures.index(row, 0), _CHOSEN)
        self._ui.formScroll.ensureWidgetVisible(self._ui.measures)
        return True

    def take_offer(self) -> None:
        """Take the first measure that the text suggests, as it stands in the editor."""
        if self._ui.offers.isVisible() or self._item is not None:
            self._on_rest(self._ui.itemText.toPlainText())
            self._ui.offers.take()

    def settle(self) -> bool:
        """Keep everything typed so far; False when some of it cannot be kept."""
        kept = [form.settle() for form in self.forms.values()]
        lines = [self.units.settle(), self.programmes.settle(), self._ui.measurePanel.settle()]
        return all([*kept, *lines])

    def _form(
        self,
        kind: type[Record],
        editors: Mapping[str, Editor],
        fault: QLabel,
        locked: Callable[[Record], bool] | None = None,
    ) -> RecordForm:
        form = RecordForm(
            self._workplace,
            kind,
            editors,
            fault,
            year=lambda: self._plan.year if self._plan else None,
            locked=locked or self._is_closed,
            parent=self,
        )
        form.typed.connect(lambda name, text: self._on_typed(form, name, text))
        form.shown.connect(self._on_shown)
        return form

    def _table(self, kind: type[Milestone | Measure], columns: tuple[Column, ...]) -> RecordModel:
        def rows(snapshot: Snapshot) -> tuple[Record, ...]:
            return snapshot.where(kind, item_id=self._item.id) if self._item else ()

        def template(values: Mapping[str, Scalar]) -> Record | None:
            return _made(kind, self._item.id, values) if self._item else None

        return RecordModel(
            self._workplace,
            kind,
            columns,
            rows,
            template,
            year=lambda: self._plan.year if self._plan else None,
            locked=lambda: self._item is None or self._is_closed(self._item),
        )

    def _line(self, make: Callable[[Snapshot, PlanItem, str], Proposal | None], line: str) -> Proposal | None:
        item = self._item
        if item is None:
            return None
        with self._workplace.desk.snapshot() as snapshot:
            held = snapshot.get(PlanItem, item.id)
            return make(snapshot, held, line) if held else None

    def _on_typed(self, form: RecordForm, name: str, text: str) -> None:
        record = form.record
        if isinstance(record, PlanItem) and name == "text":
            self._ui.offers.follow(text)
        if record is not None and name in ("text", "lead", "heading", "slogan"):
            self.typed.emit(with_field(record, name, one_paragraph(text)))

    def _on_shown(self, record: Record | None) -> None:
        if isinstance(record, PlanItem):
            self._item = record
        if isinstance(record, Plan):
            self._plan = record

    def _show_more(self, snapshot: Snapshot, item: PlanItem | None, *, anew: bool = True) -> None:
        """Show of an item what is not in fields of its own: standing, offers, links, the chosen measure."""
        ui = self._ui
        self.show_standing(snapshot)
        text = ui.itemText.toPlainText() if item else ""
        self._offer(snapshot, item, text)
        ui.links.show_links(rolling.links(snapshot, item) if item else (), self._workplace.words)
        self.rolling.show_item(snapshot, item)
        self._show_measure(snapshot, anew=anew)

    def _offer(self, snapshot: Snapshot, item: PlanItem | None, text: str) -> None:
        free = item is not None and self._workplace.may_write and not self._is_closed(item)
        found = suggesting.offers(snapshot, item, text, self._chambers) if item and free else ()
        self._ui.offers.show_offers(found)

    def _on_rest(self, text: str) -> None:
        """Typing rests: offer what the text suggests now."""
        if self._item is not None and self._workplace.is_open:
            with self._workplace.desk.snapshot() as snapshot:
                self._offer(snapshot, snapshot.get(PlanItem, self._item.id), text)

    def _take(self, offer: suggesting.Offer) -> None:
        item = self._item
        if item is None:
            return
        with self._workplace.desk.snapshot() as snapshot:
            proposal = suggesting.take(snapshot, item, offer.suggestion)
        if self._workplace.apply(proposal):
            self.go_to_measure(suggesting.taken_id(item, offer.suggestion))

    def _to_first_measure(self) -> None:
        if self.measures.record(0) is not None:
            self._ui.measures.selectionModel().setCurrentIndex(self.measures.index(0, 0), _CHOSEN)

    def _on_measure(self) -> None:
        if self._workplace.is_open and self._item is not None:
            with self._workplace.desk.snapshot() as snapshot:
                self._show_measure(snapshot)

    def _show_measure(self, snapshot: Snapshot, *, anew: bool = True) -> None:
        """Show how the chosen measure is counted, else the first one."""
        row = self.measures.record(self._ui.measures.currentIndex().row()) or self.measures.record(0)
        held = snapshot.get(Measure, row.id) if row and self._item else None
        free = self._workplace.may_write and not self._is_closed(held)
        year = self._plan.year if self._plan else 0
        self._ui.measurePanel.show_measure(snapshot, held, year, free=free, anew=anew)

    def _is_closed(self, _record: Record | None) -> bool:
        return self._plan is not None and self._plan.state is PlanState.CLOSED


def _made(kind: type[Record], item_id: UUID, values: Mapping[str, Scalar]) -> Record:
    """A milestone or measure of the values typed in a table's last line."""
    made: Record
    if kind is Milestone:
        made = Milestone(id=uuid4(), item_id=item_id, rank="", text="")
    else:
        made = Measure(id=uuid4(), item_id=item_id, rank="", name="")
    for name, value in values.items():
        made = with_field(made, name, value)
    return made


def _is_amount(record: Record) -> bool:
    return isinstance(record, Measure) and record.kind is MeasureKind.AMOUNT
