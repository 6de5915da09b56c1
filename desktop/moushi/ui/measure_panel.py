"""How the chosen measure is counted: its source, rule and parts, its value now, and the records it counts."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QEvent, QSignalBlocker, QStringListModel, Qt
from PySide6.QtWidgets import QWidget

from moushi.desk import measuring
from moushi.domain.counting import is_counted
from moushi.domain.kinds import ActivityKind, CountRule, MeasureKind, MeasureSource
from moushi.domain.record import Record, Scalar, with_field
from moushi.domain.records import Measure, PlanItem, SubMeasure
from moushi.domain.snapshot import Snapshot
from moushi.domain.words import choice_word
from moushi.errors import say
from moushi.ui.generated.measure_panel import Ui_MeasurePanel
from moushi.ui.list_line import ListLine, NameCompleter
from moushi.ui.record_form import fill_choices, index_of
from moushi.ui.record_model import Column, RecordModel
from moushi.ui.workplace import Workplace

if TYPE_CHECKING:
    from moushi.changes.model import Proposal

_BETWEEN_NAMES = re.compile(r"[、,，;；\s]+")
_COUNTING = (MeasureSource.LEDGER, MeasureSource.REGISTER)
_FOLDING = (  # it folds; it is no switch that is on
    "QToolButton, QToolButton:checked { background: transparent; color: palette(window-text); padding: 2px; }"
)
_RULE_COLUMNS = ("rule", "activity_kind", "level")


class MeasurePanel(QWidget):
    """Shows one measure of an item, and keeps what is chosen of it at once, each as one change."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self.ui = Ui_MeasurePanel()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]  # built by uic
        self._measure: Measure | None = None
        self._parts: tuple[SubMeasure, ...] = ()
        self._year = 0
        self._is_free = False
        ui = self.ui
        ui.source.activated.connect(self._choose_source)
        ui.rule.activated.connect(self._choose_rule)
        ui.activities.activated.connect(self._choose_activities)
        ui.serving.clicked.connect(lambda checked: self._narrow("serving_only", checked))
        self.level = ListLine(workplace, ui.level, self._level, self)
        self.chambers = ListLine(workplace, ui.chambers, self._chambers, self)
        self._names = QStringListModel(self)
        completer = NameCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        ui.chambers.setCompleter(completer)
        self.parts = RecordModel(
            workplace,
            SubMeasure,
            (
                Column("name", say("Part"), 12),
                Column("target", say("Target"), 5, is_amount=lambda _: self._is_amount),
                Column("rule", say("Counted"), 7, choices=self._rules),
                Column("activity_kind", say("Activities"), 7),
                Column("level", say("Level"), 4),
            ),
            self._rows,
            self._new_part,
            year=lambda: self._year,
            locked=lambda: not self._is_free,
        )
        ui.parts.show_model(self.parts)
        ui.partsTitle.toggled.connect(self._unfold)
        ui.partsTitle.setStyleSheet(_FOLDING)
        self._unfold(is_open=False)
        ui.records.take(workplace.words)
        ui.records.asked.connect(workplace.reveal)
        ui.whose.activated.connect(self._show_counted)
        self.fill()

    @property
    def editors(self) -> Sequence[QWidget]:
        """What the keyboard goes through, in order."""
        ui = self.ui
        return (
            ui.source,
            ui.rule,
            ui.activities,
            ui.level,
            ui.chambers,
            ui.serving,
            ui.partsTitle,
            ui.parts,
            ui.whose,
            ui.records,
        )

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the other language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.ui.retranslateUi(self)  # type: ignore[no-untyped-call]  # built by uic
            if self._measure is not None:
                self._say_all(self._measure)
        super().changeEvent(event)

    def fill(self) -> None:
        """Offer the choices in the language of now."""
        fill_choices(self.ui.source, MeasureSource, self._workplace)
        every = self._workplace.words(say("every kind"))
        fill_choices(self.ui.activities, ActivityKind, self._workplace, empty=every)

    def show_measure(
        self, snapshot: Snapshot, measure: Measure | None, year: int, *, free: bool, anew: bool = True
    ) -> None:
        """Show a measure, None hides the panel; where not `anew`, nothing changed that it may count."""
        if measure is None or self._measure is None or measure.id != self._measure.id:
            self.settle()
            anew = True
        is_other = measure is None or self._measure is None or measure.id != self._measure.id
        self._measure, self._year, self._is_free = measure, year, free
        self.setVisible(measure is not None)
        if measure is None:
            return
        parts = snapshot.where(SubMeasure, measure_id=measure.id)
        anew = anew or parts != self._parts
        self._parts = parts
        self._show_fields(snapshot, measure, is_other=is_other)
        self.parts.refresh()
        for n, column in enumerate(self.parts.columns):
            self.ui.parts.setColumnHidden(
                n, column.field in _RULE_COLUMNS and measure.source not in _COUNTING
            )
        if is_other or parts:
            self.ui.partsTitle.setChecked(bool(parts))
        self._offer_parts(measure)
        if anew:
            self._show_count(snapshot, measure)

    def settle(self) -> bool:
        """Keep what was typed; False when some of it cannot be kept."""
        return all([self.level.settle(), self.chambers.settle()])

    @property
    def _is_amount(self) -> bool:
        return self._measure is not None and self._measure.kind is MeasureKind.AMOUNT

    def _show_fields(self, snapshot: Snapshot, measure: Measure, *, is_other: bool) -> None:
        ui, free = self.ui, self._is_free
        self._say_all(measure)
        rules = [
            (self._workplace.words(choice_word(rule)), rule) for rule in measuring.rules_of(measure.source)
        ]
        fill_choices(ui.rule, rules, self._workplace, empty=self._workplace.words(say("(choose)")))
        for box, value in (
            (ui.source, measure.source),
            (ui.rule, measure.rule),
            (ui.activities, measure.activity_kind),
        ):
            with QSignalBlocker(box):
                box.setCurrentIndex(index_of(box, value))
            box.setEnabled(free)
        with QSignalBlocker(ui.serving):
            ui.serving.setChecked(measure.serving_only)
        ui.serving.setEnabled(free)
        if is_other or not self.level.draft.is_dirty:
            self.level.show(measure.level, free=free)
        if is_other or not self.chambers.draft.is_dirty:
            self.chambers.show(measuring.chambers_line(snapshot, measure), free=free)
        narrowings = measuring.narrowings_of(measure.rule)
        counts = measure.source in _COUNTING
        for editor, is_shown in (
            (ui.rule, counts),
            (ui.activities, counts and "activity_kind" in narrowings),
            (ui.level, counts and "level" in narrowings),
            (ui.chambers, measuring.names_chambers(measure)),
            (ui.serving, counts and "serving_only" in narrowings),
        ):
            ui.fields.setRowVisible(editor, is_shown)
        if measuring.names_chambers(measure):
            item = snapshot.get(PlanItem, measure.item_id)
            self._names.setStringList(measuring.chamber_names(snapshot, item) if item else [])

    def _say_all(self, measure: Measure) -> None:
        """Say which chambers are meant where none is named."""
        due, every = say("All that fall due this year"), say("All chambers")
        told = every if measure.source is MeasureSource.RETURNS else due
        self.ui.chambers.setPlaceholderText(self._workplace.words(told))

    def _unfold(self, is_open: bool) -> None:
        """Show the parts; where there are none, only when they are asked for."""
        self.ui.partsTitle.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)
        self.ui.parts.setVisible(is_open)

    def _offer_parts(self, measure: Measure) -> None:
        """Offer to list the records of the whole or of a part that counts itself."""
        counted = [(part.name, part.id) for part in self._parts if is_counted(part, measure)]
        whole = self._workplace.words(say("the whole measure"))
        fill_choices(self.ui.whose, [(whole, None), *counted], self._workplace)
        self.ui.whose.setVisible(bool(counted))

    def _show_counted(self) -> None:
        if self._measure is not None:
            with self._workplace.desk.snapshot() as snapshot:
                self._show_count(snapshot, self._measure)

    def _show_count(self, snapshot: Snapshot, measure: Measure) -> None:
        """Say the rule and the value, and list the records."""
        chosen = self.ui.whose.currentData()
        part = next((each for each in self._parts if each.id == chosen), None)
        day = measuring.as_of(self._year, self._workplace.today())
        found = measuring.counted(snapshot, measure, day, part)
        words = self._workplace.words
        counts = measure.source in _COUNTING
        told = found.rule
        if measure.source is MeasureSource.RETURNS:
            told = measuring.asked_words(snapshot, measure, day)
        elif counts and measure.rule is None:
            told = say("Choose what is counted.")
        self.ui.words.setText(words(told))
        self.ui.words.setVisible(measure.source is not MeasureSource.HAND)
        self.ui.value.setText(words(found.value) if found.value else "")
        self.ui.countedBox.setVisible(found.value is not None)
        self.ui.records.show_lines(found.lines)
        self.ui.records.setVisible(bool(found.lines))

    def _choose_source(self) -> None:
        source = MeasureSource(self.ui.source.currentData())
        self._put(lambda snapshot, held: measuring.set_source(snapshot, held, source))

    def _choose_rule(self) -> None:
        chosen = self.ui.rule.currentData()  # Qt gives a choice back as its bare text
        rule = None if chosen is None else CountRule(chosen)
        self._put(lambda snapshot, held: measuring.set_rule(snapshot, held, rule))

    def _choose_activities(self) -> None:
        chosen = self.ui.activities.currentData()
        self._narrow("activity_kind", None if chosen is None else ActivityKind(chosen))

    def _narrow(self, name: str, value: object) -> None:
        self._put(lambda snapshot, held: measuring.set_narrowing(snapshot, held, name, value))

    def _put(self, make: Callable[[Snapshot, Measure], Proposal | None]) -> None:
        """Keep a choice; what the store refuses shows again as it is kept."""
        proposal = self._proposal(make)
        if proposal is None or self._workplace.apply(proposal) is None:
            measure = self._measure
            if measure is not None:
                with self._workplace.desk.snapshot() as snapshot:
                    self._show_fields(snapshot, measure, is_other=False)

    def _proposal(self, make: Callable[[Snapshot, Measure], Proposal | None]) -> Proposal | None:
        with self._workplace.desk.snapshot() as snapshot:
            held = snapshot.get(Measure, self._measure.id) if self._measure else None
            return make(snapshot, held) if held else None

    def _level(self, line: str) -> Proposal | None:
        return self._proposal(lambda s, held: measuring.set_narrowing(s, held, "level", line.strip()))

    def _chambers(self, line: str) -> Proposal | None:
        names = [name for name in _BETWEEN_NAMES.split(line) if name]
        return self._proposal(lambda s, held: measuring.set_chambers(s, held, names))

    def _rules(self, _snapshot: Snapshot) -> list[tuple[str, CountRule]]:
        source = self._measure.source if self._measure else MeasureSource.HAND
        return [(self._workplace.words(choice_word(rule)), rule) for rule in measuring.rules_of(source)]

    def _rows(self, snapshot: Snapshot) -> Sequence[Record]:
        return snapshot.where(SubMeasure, measure_id=self._measure.id) if self._measure else ()

    def _new_part(self, values: Mapping[str, Scalar]) -> Record | None:
        measure = self._measure
        if measure is None:
            return None
        made: Record = SubMeasure(
            id=uuid4(), measure_id=measure.id, rank="", name="", activity_kind=measure.activity_kind
        )
        for name, value in values.items():
            made = with_field(made, name, value)
        return made
