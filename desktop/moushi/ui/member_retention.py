"""The quiet line that offers members for deletion whose time of keeping is over, and says what that means."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Qt, QTimer

from moushi.desk import retention
from moushi.desk.retention import Due
from moushi.errors import Message, say
from moushi.ui.generated.members_page import Ui_MembersPage
from moushi.ui.workplace import Workplace

_REST = 160  # milliseconds: the list is painted before


class RetentionOffer(QObject):
    """The line above the list: who is kept no longer; then, before anything is done, what would be erased."""

    def __init__(
        self, workplace: Workplace, ui: Ui_MembersPage, let_go: Callable[[], bool], parent: QObject
    ) -> None:
        """`let_go` keeps what is typed and shows no member any more; False when that cannot be."""
        super().__init__(parent)
        self._workplace = workplace
        self._ui = ui
        self._let_go = let_go
        self._due = Due((), ())
        self._put_off: frozenset[UUID] = frozenset()
        self._warned = False
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._look)
        ui.offerAct.clicked.connect(self._act)
        ui.offerLater.clicked.connect(self._later)

    def look(self) -> None:
        """See a little later whose time is over, and offer them; those put off are asked after a restart."""
        self._rest.start()

    def _look(self) -> None:
        if not self._workplace.is_open:
            return
        if not self._workplace.may_write:
            self._show(Due((), ()))
            return
        desk, scope = self._workplace.desk, self._workplace.scope
        self._workplace.guarded(lambda: retention.finish(desk))
        found = retention.due(desk, self._workplace.today(), scope.federation)
        if found != self._due:
            self._warned = False
        self._show(found if set(found.ids) - self._put_off else Due((), ()))

    def retranslate(self) -> None:
        """Say it in the language of now."""
        self._show(self._due)

    def _show(self, due: Due) -> None:
        self._due = due
        ui, words = self._ui, self._workplace.words
        told: tuple[Message, Message] = (due.message, say("Delete for Good…"))
        if self._warned:
            told = (retention.WARNING, say("Erase {count} Members Now", count=len(due.ids)))
        ui.offerText.setText(words(told[0]) if due.ids else "")
        ui.offerAct.setText(words(told[1]))
        ui.offer.setVisible(bool(due.ids))

    def _act(self) -> None:
        if not self._warned:
            self._warned = True
            self._show(self._due)
            self._ui.offerLater.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._let_go():
            ids, desk = self._due.ids, self._workplace.desk
            self._warned = False
            self._show(Due((), ()))
            self._workplace.run(say("Deleting for good"), partial(retention.erase, desk, ids), self._done)

    def _done(self, told: Message) -> None:
        self._workplace.tell(told)
        if self._workplace.is_open:
            scope = self._workplace.scope
            self._workplace.look(scope.year, scope.federation)  # every page reads anew

    def _later(self) -> None:
        if not self._warned:
            self._put_off = frozenset(self._due.ids)
            self._show(Due((), ()))
        self._warned = False
        self._show(self._due)
        self._ui.table.setFocus(Qt.FocusReason.OtherFocusReason)
