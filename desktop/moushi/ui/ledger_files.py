"""Photos and papers of an entry: chosen, dropped or pasted, opened with the desktop's program, taken away."""

from __future__ import annotations

import atexit
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import mkdtemp
from uuid import UUID

from PySide6.QtCore import QBuffer, QEvent, QIODevice, QMimeData, QObject, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QKeySequence
from PySide6.QtWidgets import QFileDialog

from moushi.desk import attachments
from moushi.desk.attachments import PAPERS, PHOTOS, Taken
from moushi.desk.keeping import size_words
from moushi.domain.records import Activity, Attachment
from moushi.errors import say
from moushi.store.attachments import Standing
from moushi.ui.dropping import accept_copy
from moushi.ui.generated.ledger_page import Ui_LedgerPage
from moushi.ui.link_list import Line
from moushi.ui.page import command
from moushi.ui.workplace import Workplace

_MEGA = 1024 * 1024


class LedgerFiles(QObject):
    """The part of the form that holds attachments; `open_file` shows a file to the person."""

    def __init__(
        self, workplace: Workplace, ui: Ui_LedgerPage, entry: Callable[[], Activity | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._ui = ui
        self._entry = entry
        self._copies: Path | None = None  # where copies lie that other programs show
        self.open_file: Callable[[Path], bool] = lambda path: QDesktopServices.openUrl(
            QUrl.fromLocalFile(str(path))
        )
        ui.attach.clicked.connect(self.choose)
        ui.attachments.opened.connect(self._open)
        ui.attachments.removed.connect(self._remove)
        paste = command(ui.splitter, QKeySequence.StandardKey.Paste)  # but for editors, which have their own
        paste.triggered.connect(self.paste)
        ui.panelHolder.setAcceptDrops(True)
        ui.panelHolder.installEventFilter(self)

    def retranslate(self) -> None:
        """Say it in the language of now."""
        told = say(
            "Photos, PDF, Word, Excel, WPS, each up to {most} MB: choose them, drop them here, or paste.",
            most=attachments.MOST // _MEGA,
        )
        self._ui.filesHint.setText(self._workplace.words(told))
        self.refresh()

    def refresh(self) -> None:
        """Show the attachments of the entry."""
        entry, workplace = self._entry(), self._workplace
        if entry is None or not workplace.is_open:
            return
        with workplace.desk.snapshot() as snapshot:
            held = attachments.attached(workplace.desk, snapshot, entry)
        self._ui.attachments.show_lines(
            [
                Line(
                    each.record.id,
                    self._words(each.record, each.standing),
                    "",
                    each.standing is not Standing.WHOLE,
                )
                for each in held
            ]
        )
        self._ui.attach.setEnabled(workplace.may_write)
        self._ui.filesHint.setVisible(workplace.may_write)

    def _words(self, attachment: Attachment, standing: Standing) -> str:
        words = self._workplace.words
        match standing:
            case Standing.MISSING:
                return words(say("{name}: the file is missing", name=attachment.name))
            case Standing.ALTERED:
                return words(say("{name}: the file was altered", name=attachment.name))
        return f"{attachment.name}  {size_words(attachment.size)}"

    # -- taking in -----------------------------------------------------------------------------------------

    def choose(self) -> None:
        """Let the person choose files."""
        words = self._workplace.words
        endings = " ".join(f"*.{ending}" for ending in (*PHOTOS, *PAPERS))
        chosen, _ = QFileDialog.getOpenFileNames(
            self._ui.panel,
            words(say("Attach Photos and Papers")),
            str(Path.home()),
            f"{words(say('Photos and papers'))} ({endings})",
        )
        if chosen:
            self.attach([Path(each) for each in chosen])

    def paste(self) -> None:
        """Attach the files or the picture on the clipboard."""
        if not self._take(QGuiApplication.clipboard().mimeData()):
            self._workplace.tell(
                say("There is neither a file nor a picture to paste. Copy one first, then try again.")
            )

    def attach(self, paths: Sequence[Path]) -> None:
        """Copy files to the store's folder off the window's thread, then attach them."""
        entry, desk = self._entry(), self._workplace.desk
        if entry is not None:
            self._workplace.run(
                say("Attaching files"),
                lambda report: attachments.copy_in(desk, paths, report),
                lambda taken: self._attach(entry, taken),
            )

    def attach_picture(self, picture: QImage) -> None:
        """Attach a picture that is no file yet, as PNG."""
        entry = self._entry()
        if entry is None:
            return
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        picture.save(buffer, "PNG")  # type: ignore[call-overload]  # Qt takes the format as text
        name = self._workplace.words(say("Picture {time}", time=f"{self._workplace.now():%Y%m%d-%H%M%S}"))
        data = bytes(buffer.data().data())
        self._attach(entry, attachments.copy_in_bytes(self._workplace.desk, data, f"{name}.png"))

    def _attach(self, entry: Activity, taken: Taken) -> None:
        """Tell which files were not taken, and attach the others."""
        if taken.told:
            self._workplace.notices.show(taken.told)
        if not taken.kept:
            return
        now = self._entry()
        held = now if now is not None and now.id == entry.id else entry
        with self._workplace.desk.snapshot() as snapshot:
            proposal = attachments.attaching(snapshot, held, taken)
        if proposal is None:
            self._workplace.tell(say("{name} is attached already.", name=taken.kept[0][0]))
        elif self._workplace.apply(proposal) is None:
            self._workplace.guarded(lambda: attachments.give_back(self._workplace.desk, taken))

    def _take(self, held: QMimeData | None) -> bool:
        """Attach the files or the picture that something holds; False when there is none."""
        if held is None or self._entry() is None or not self._workplace.may_write:
            return False
        paths = _files(held)
        if paths:
            self.attach(paths)
        elif held.hasImage():
            picture = held.imageData()
            if not isinstance(picture, QImage):
                picture = picture.toImage()
            self.attach_picture(picture)
        return bool(paths) or held.hasImage()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Files and pictures dropped on the form belong to its entry."""
        if watched is not self._ui.panelHolder:
            return False
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            if self._take(event.mimeData()):
                accept_copy(event)
            return True
        if isinstance(event, QDragEnterEvent) and event.type() == QEvent.Type.DragEnter:
            held = event.mimeData()
            can_take = self._entry() is not None and self._workplace.may_write
            if can_take and (_files(held) or held.hasImage()):
                accept_copy(event)
                return True
        return False

    # -- opening, taking away ------------------------------------------------------------------------------

    def _open(self, attachment_id: UUID) -> None:
        workplace = self._workplace
        with workplace.desk.snapshot() as snapshot:
            attachment = snapshot.get(Attachment, attachment_id)
        if attachment is None:
            return
        if self._copies is None:
            self._copies = Path(mkdtemp(prefix="moushi-"))
            atexit.register(shutil.rmtree, self._copies, ignore_errors=True)  # what is shown still stays
        folder = self._copies
        copy = workplace.guarded(lambda: attachments.copy_out(workplace.desk, attachment, folder))
        if copy and not self.open_file(copy):
            workplace.tell(
                say("No program on this computer opens {name}. Install one that does.", name=attachment.name)
            )
        self.refresh()

    def _remove(self, ids: Sequence[UUID]) -> None:
        workplace = self._workplace
        with workplace.desk.snapshot() as snapshot:
            proposal = attachments.detaching(snapshot, ids)
        change = workplace.apply(proposal) if proposal and workplace.may_write else None
        if change:
            workplace.tell(change.title, (say("Undo"), workplace.undo))


def _files(held: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in held.urls() if url.isLocalFile()]
