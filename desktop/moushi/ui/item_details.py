"""What an item has beside its own fields: units, programmes, steps, measures, offers, links, next year.

The plan page loads it with the first item that is shown, or when the page has stood for a moment.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from PySide6.QtCore import QItemSelectionModel, QObject, QStringListModel, Qt
from PySide6.QtWidgets import QWidget

from moushi.desk import planning, rolling, suggesting
from moushi.desk.item_state import standings
from moushi.domain.kinds import MeasureKind, PlanState
from moushi.domain.record import Record, Scalar, with_field
from moushi.domain.records import Chamber, Measure, Milestone, Plan, PlanItem
from moushi.domain.snapshot import Snapshot
from moushi.errors import say
from moushi.ui.list_line import ListLine, NameCompleter
from moushi.ui.record_model import Column, RecordModel
from moushi.ui.roll_over import RollOver
from moushi.ui.workplace import Workplace

if TYPE_CHECKING:
    from moushi.changes.model import Proposal
    from moushi.ui.generated.plan_page import Ui_PlanPage
    from moushi.ui.measure_panel import MeasurePanel

_CHOSEN = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class ItemDetails(QObject):
    """Shows them in the item's form; `item` and `plan` say what the form shows."""

    def __init__(
        self,
        workplace: Workplace,
        ui: Ui_PlanPage,
        item: Callable[[], PlanItem | None],
        plan: Callable[[], Plan | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._ui = ui
        self._item_shown = item
        self._plan_shown = plan
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
        self._panel: MeasurePanel | None = None
        self._chambers: tuple[Chamber, ...] = ()
        ui.offers.speak(workplace.words)
        ui.offers.rested.connect(self._on_rest)
        ui.offers.taken.connect(self._take)
        ui.links.asked.connect(lambda item_id: workplace.reveal(PlanItem, item_id))
        self.rolling = RollOver(workplace, ui, item, self)
        self.fill()

    @property
    def panel(self) -> MeasurePanel:
        """How the chosen measure is counted; made for the first measure that is shown."""
        if self._panel is None:
            from moushi.ui.measure_panel import MeasurePanel  # loads all that counts

            self._panel = MeasurePanel(self._workplace)
            self._ui.measureLayout.addWidget(self._panel)
            for before, after in pairwise([self._ui.measures, *self._panel.editors]):
                QWidget.setTabOrder(before, after)
        return self._panel

    def fill(self) -> None:
        """Offer the choices in the language of now."""
        if self._panel:
            self._panel.fill()
        self._ui.offers.speak(self._workplace.words)
        self.rolling.fill()

    def show(self, snapshot: Snapshot) -> None:
        """Show another item, or that there is none."""
        item, free = self._item, self._is_free
        self.units.show(planning.units_line(snapshot, item) if item else None, free=free)
        self.programmes.show(planning.programmes_line(snapshot, item) if item else None, free=free)
        self._names.setStringList(planning.programme_names(snapshot) if item else [])
        self.milestones.refresh()
        self.measures.refresh()
        self._chambers = suggesting.chambers_of(snapshot, item) if item else ()
        self._to_first_measure()
        self._show_more(snapshot, item)

    def follow(self, snapshot: Snapshot, item: PlanItem, *, anew: bool) -> None:
        """Show what changed of the item's lines and standing; tables follow by themselves.

        Not `anew`: nothing changed that measures may count.
        """
        if not self.units.draft.is_dirty:
            self.units.show(planning.units_line(snapshot, item), free=self._is_free)
        if not self.programmes.draft.is_dirty:
            self.programmes.show(planning.programmes_line(snapshot, item), free=self._is_free)
        if anew:
            self._chambers = suggesting.chambers_of(snapshot, item)
        self._show_more(snapshot, item, anew=anew)

    def settle(self) -> bool:
        """Keep what was typed; False when some of it cannot be kept."""
        kept = [self.units.settle(), self.programmes.settle()]
        return all([*kept, self._panel is None or self._panel.settle()])

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
        self._on_rest(self._ui.itemText.toPlainText())
        self._ui.offers.take()

    @property
    def _item(self) -> PlanItem | None:
        return self._item_shown()

    @property
    def _plan(self) -> Plan | None:
        return self._plan_shown()

    @property
    def _is_closed(self) -> bool:
        plan = self._plan
        return plan is not None and plan.state is PlanState.CLOSED

    @property
    def _is_free(self) -> bool:
        return self._workplace.may_write and not self._is_closed

    def _show_standing(self, snapshot: Snapshot) -> None:
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

    def _table(self, kind: type[Milestone | Measure], columns: tuple[Column, ...]) -> RecordModel:
        def rows(snapshot: Snapshot) -> tuple[Record, ...]:
            item = self._item
            return snapshot.where(kind, item_id=item.id) if item else ()

        def template(values: Mapping[str, Scalar]) -> Record | None:
            item = self._item
            return _made(kind, item.id, values) if item else None

        return RecordModel(
            self._workplace,
            kind,
            columns,
            rows,
            template,
            year=lambda: self._plan.year if self._plan else None,
            locked=lambda: self._item is None or self._is_closed,
        )

    def _line(self, make: Callable[[Snapshot, PlanItem, str], Proposal | None], line: str) -> Proposal | None:
        item = self._item
        if item is None:
            return None
        with self._workplace.desk.snapshot() as snapshot:
            held = snapshot.get(PlanItem, item.id)
            return make(snapshot, held, line) if held else None

    def _show_more(self, snapshot: Snapshot, item: PlanItem | None, *, anew: bool = True) -> None:
        """Show of an item what is not in fields of its own: standing, offers, links, the chosen measure."""
        ui = self._ui
        self._show_standing(snapshot)
        text = ui.itemText.toPlainText() if item else ""
        self._offer(snapshot, item, text)
        ui.links.show_links(rolling.links(snapshot, item) if item else (), self._workplace.words)
        self.rolling.show_item(snapshot, item)
        self._show_measure(snapshot, anew=anew)

    def _offer(self, snapshot: Snapshot, item: PlanItem | None, text: str) -> None:
        found = suggesting.offers(snapshot, item, text, self._chambers) if item and self._is_free else ()
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
        year = self._plan.year if self._plan else 0
        self._ui.measureRoom.setVisible(held is not None)
        if held or self._panel:
            self.panel.show_measure(snapshot, held, year, free=self._is_free, anew=anew)


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
