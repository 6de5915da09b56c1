"""Which store the window works on: opened, chosen, shown as a sample, backed up, put back, let go."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from moushi import paths
from moushi.desk import preferences
from moushi.errors import MoushiError, say
from moushi.ui.workplace import Opener, Workplace

if TYPE_CHECKING:
    from moushi.desk.desk import Desk
    from moushi.desk.keeping import Whole


class Storeroom(QObject):
    """Opens stores for a workplace; `opened` follows each one, `leaving` comes before one is let go."""

    opened = Signal()
    leaving = Signal()

    def __init__(self, workplace: Workplace, opener: Opener, window: QWidget) -> None:
        super().__init__(window)
        self._workplace = workplace
        self._opener = opener
        self._window = window
        self._own: Path | None = None  # the store that was open before the sample

    def open(self, path: Path, *, remember: bool = False) -> bool:
        """Open a store in place of the one that is open; when it cannot be opened, that one stays.

        `remember` makes it the one that the next start opens.
        """
        workplace = self._workplace
        try:
            desk = self._opener(path)
            self._read(desk)
        except MoushiError as fault:
            workplace.report(fault)
            self._offer_backup(path, fault)
            return False
        workplace.notices.clear()
        self._let_go()
        workplace.open(desk)
        for message in desk.notices:
            workplace.notices.show(message)
        if remember:
            workplace.guarded(lambda: preferences.change(store=str(desk.path)))
        self.opened.emit()
        return True

    def _read(self, desk: Desk) -> None:
        """Read what the window shows first: what is damaged often shows only when it is read."""
        try:
            self._workplace.try_out(desk)
        except MoushiError:
            _fault_of(desk.close)  # its backup fails likewise
            raise

    def _offer_backup(self, path: Path, fault: MoushiError) -> None:
        """Where a store is damaged: a way to put one of its backups in its place."""
        from moushi.desk.keeping import is_damage  # loads the store

        if is_damage(fault):
            self._workplace.notices.show(
                fault.message, (say("Restore a Backup…"), lambda: self._restore_damaged(path))
            )

    def _restore_damaged(self, path: Path) -> None:
        from moushi.desk.keeping import backups_beside, restore_backup  # loads the store
        from moushi.ui.moving import choose_store_file

        workplace = self._workplace
        title = workplace.words(say("Restore a Backup"))
        backup = choose_store_file(self._window, workplace.words, title, backups_beside(path))
        if backup is None:
            return
        if fault := _fault_of(lambda: restore_backup(backup, path)):
            workplace.report(fault)
        elif self.open(path):
            workplace.tell(say("Restored {backup}. The damaged file lies beside it.", backup=backup.name))

    def choose(self) -> None:
        """Let the person choose another store."""
        from PySide6.QtWidgets import QFileDialog

        words = self._workplace.words
        kind = words(say("Moushi store"))
        folder = self._workplace.desk.path.parent if self._workplace.is_open else paths.data_dir()
        chosen, _ = QFileDialog.getOpenFileName(
            self._window, words(say("Open Store")), str(folder), f"{kind} (*.sqlite)"
        )
        if chosen:
            self.change_to(Path(chosen))

    def change_to(self, path: Path) -> None:
        """Work on another store from now on, also after the next start."""
        if self._workplace.is_open and self._workplace.desk.path == path.resolve():
            return
        self.leaving.emit()
        self.open(path, remember=True)

    def show_sample(self, path: Path) -> None:
        """Look at the sample; the person's own store is a click away."""
        held = self._workplace.desk.path if self._workplace.is_open else None
        if held == path.resolve():
            told = say("You are looking at the sample already.")
        else:
            self._own = held
            told = say("This is the sample: try whatever you like in it. Your own store is as it was.")
            self.leaving.emit()
            if not self.open(path):
                return
        own = self._own or Path(preferences.load().store or paths.default_store())
        self._workplace.notices.show(told, (say("Back to My Store"), lambda: self.change_to(own)))

    def back_up(self) -> None:
        """Write the whole store to one file that the person names."""
        from moushi.desk.keeping import save_whole  # loads the store
        from moushi.ui.saving import ask_where

        workplace = self._workplace
        name = f"{workplace.words(say('Moushi backup'))}-{workplace.today():%Y-%m-%d}"
        title, kinds = say("Back Up to a File"), {".sqlite": say("Moushi store")}
        out = ask_where(self._window, workplace, title, kinds, name=name)
        if out:
            desk = workplace.desk
            workplace.run(
                say("Writing a checked copy of the store…"),
                lambda _: save_whole(desk, out),
                self._tell_whole,
            )

    def _tell_whole(self, whole: Whole) -> None:
        self._workplace.tell(say("Written: {file}", file=whole.path))
        if whole.shortfall:
            self._workplace.notices.show(whole.shortfall)

    def restore(self, backup: Path) -> None:
        """Put a backup in the place of the open store, and open it again whatever came of that."""
        from moushi.desk.keeping import restore_open  # loads the store

        workplace = self._workplace
        path = workplace.desk.path

        def leave() -> None:
            self.leaving.emit()
            self._close()

        fault = _fault_of(lambda: restore_open(backup, path, leave))
        is_refused = workplace.is_open  # before anything was closed
        if not is_refused and not self.open(path):
            return
        if fault:
            workplace.report(fault)
        else:
            done = say("Restored {backup}. What was there before is among the backups.", backup=backup.name)
            workplace.tell(done)

    def let_go(self) -> MoushiError | None:
        """Let the store go; a fault is its last backup's, the store is closed all the same."""
        return _fault_of(self._close)

    def _let_go(self) -> None:
        if fault := self.let_go():
            self._workplace.report(fault)

    def _close(self) -> None:
        self._workplace.jobs.finish()
        self._workplace.close()


def _fault_of(act: Callable[[], object]) -> MoushiError | None:
    try:
        act()
    except MoushiError as fault:
        return fault
    return None
