"""The pages in the middle of the window: made when first wanted, one of them in view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from moushi.ui.rail import MAKERS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStackedWidget

    from moushi.ui.page import Page
    from moushi.ui.workplace import Workplace


class Pages(QObject):
    """Turns from page to page; what was typed on one is kept before the next comes into view."""

    made = Signal(str, object)  # name and `Page`, before it is first shown
    turned = Signal(str, object)  # name and `Page` that came into view
    settled = Signal(bool)  # whether all that was typed could be kept

    def __init__(self, workplace: Workplace, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._workplace = workplace
        self._stack = stack
        self._made: dict[str, Page] = {}

    @property
    def current(self) -> Page | None:
        """The page in view; None while no store is shown."""
        shown = self._stack.currentWidget()
        return next((page for page in self._made.values() if page is shown), None)

    @property
    def current_name(self) -> str:
        """The name of the page in view, or nothing."""
        return next((name for name, page in self._made.items() if page is self.current), "")

    def page(self, name: str) -> Page:
        """The page of that name (among `rail.MAKERS`), whether it is in view or not."""
        if name not in self._made:
            page = MAKERS[name](self._workplace)
            page.setObjectName(f"{name}Page")
            self._stack.addWidget(page)
            self._made[name] = page
            self.made.emit(name, page)
        return self._made[name]

    def turn(self, name: str) -> Page:
        """Turn to a page; without a federation there is no plan, and the first start stands in its place."""
        page = self.page("first" if name == "plan" and not self._workplace.scope.federations else name)
        is_other = self.current is not page
        if is_other:
            self.settle()
            self._stack.setCurrentWidget(page)
        page.enter()
        if is_other:
            (page.first or page).setFocus(Qt.FocusReason.OtherFocusReason)
        self.turned.emit(name, page)
        return page

    def settle(self) -> bool:
        """Keep what was typed on the page in view; False when some of it cannot be kept."""
        from PySide6.QtGui import QGuiApplication

        QGuiApplication.inputMethod().commit()  # a draft keeps nothing of what is still composed
        page = self.current
        is_kept = page is None or _is_kept(page)
        self.settled.emit(is_kept)
        return is_kept


def _is_kept(page: Page) -> bool:
    """Whether all that was typed on a page, in a cell too, could be kept."""
    from moushi.ui.cells import settle_cell  # loads widgets that a start can do without

    kept = (settle_cell(), page.settle() is not False)
    return all(kept)
