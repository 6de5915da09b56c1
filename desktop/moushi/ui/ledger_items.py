"""The plan items that an entry of the ledger serves: chosen by words, or suggested and taken by a click."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QToolButton

from moushi.desk import ledger_links
from moushi.desk.ledger import item_title
from moushi.desk.ledger_links import Choice
from moushi.domain.records import Activity, PlanItem
from moushi.errors import say
from moushi.ui.flow import FlowLayout
from moushi.ui.generated.ledger_page import Ui_LedgerPage
from moushi.ui.link_list import Line
from moushi.ui.workplace import Workplace

_MOST = 4  # suggestions
_MARGINS = 80  # pixels of the panel's width that are not a button's words


class LedgerItems(QObject):
    """The part of the form that links an entry to the plan."""

    def __init__(
        self, workplace: Workplace, ui: Ui_LedgerPage, entry: Callable[[], Activity | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._ui = ui
        self._entry = entry
        self._flow = FlowLayout(ui.suggestions)
        self._offered: list[tuple[UUID, str]] = []  # with their words
        ui.item.seek_by(self._find, workplace.words)
        ui.item.chosen.connect(self._add)
        ui.item.missed.connect(self._tell_unknown)
        ui.items.removed.connect(self._remove)
        ui.items.opened.connect(self._go_to)
        ui.panel.installEventFilter(self)

    def refresh(self) -> None:
        """Show what the entry serves, and what it may serve."""
        entry = self._entry()
        if entry is None or not self._workplace.is_open:
            return
        with self._workplace.desk.snapshot() as snapshot:
            served = ledger_links.served(snapshot, entry)
            offered = ledger_links.suggested(snapshot, entry)[:_MOST]
            told = ledger_links.counted_for(snapshot, entry)
        self._ui.items.show_lines([Line(link.id, item_title(item), item.text) for link, item in served])
        self._suggest(offered if self._workplace.may_write else [])
        words = self._workplace.words
        self._ui.counted.setText("\n".join(map(words, told)))
        self._ui.counted.setVisible(bool(told))

    def _suggest(self, items: Sequence[PlanItem]) -> None:
        """Offer items as buttons."""
        offered = [(item.id, self._asked(item)) for item in items]
        if offered != self._offered or self._flow.count() != len(offered):
            while (old := self._flow.takeAt(0)) is not None:
                if widget := old.widget():
                    widget.hide()
                    widget.deleteLater()
            self._offered = offered
            for item in items:
                self._flow.addWidget(self._button(item))
            self._fit()
        self._ui.suggestions.setVisible(bool(items))

    def _asked(self, item: PlanItem) -> str:
        return self._workplace.words(say("Serves “{item}”?", item=item_title(item)))

    def _button(self, item: PlanItem) -> QToolButton:
        title = item_title(item)
        button = QToolButton(self._ui.suggestions)
        button.setProperty("framed", True)
        button.setAccessibleName(self._asked(item))
        button.setToolTip(item.text)
        button.clicked.connect(lambda: self._add([Choice(item, title)]))
        return button

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Suggestions are no wider than the panel."""
        if watched is self._ui.panel and event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    def _fit(self) -> None:
        room = self._ui.panel.width() - _MARGINS
        for button in self._ui.suggestions.findChildren(QToolButton):
            words = button.fontMetrics().elidedText(
                button.accessibleName(), Qt.TextElideMode.ElideRight, room
            )
            button.setText(words.replace("&", "&&"))

    def _find(self, text: str) -> Sequence[Choice]:
        entry = self._entry()
        if entry is None:
            return ()
        return (
            self._workplace.guarded(lambda: ledger_links.find_items(self._workplace.desk, entry, text)) or ()
        )

    def _add(self, chosen: Iterable[Choice]) -> None:
        for choice in chosen:
            entry = self._entry()
            if entry is None or not isinstance(choice.record, PlanItem):
                continue
            with self._workplace.desk.snapshot() as snapshot:
                proposal = ledger_links.serving(snapshot, entry, choice.record)
            if proposal:
                self._workplace.apply(proposal)

    def _remove(self, ids: Sequence[UUID]) -> None:
        with self._workplace.desk.snapshot() as snapshot:
            proposal = ledger_links.not_serving(snapshot, ids)
        if proposal and self._workplace.may_write:
            self._workplace.apply(proposal)

    def _go_to(self, link: UUID) -> None:
        entry = self._entry()
        if entry is None:
            return
        with self._workplace.desk.snapshot() as snapshot:
            found = [item for held, item in ledger_links.served(snapshot, entry) if held.id == link]
        if found:
            self._workplace.reveal(PlanItem, found[0].id)

    def _tell_unknown(self, text: str) -> None:
        entry = self._entry()
        year = entry.held_on.year if entry else self._workplace.scope.year
        self._workplace.tell(say("No item of the plan of {year} has “{text}”.", year=year, text=text))
