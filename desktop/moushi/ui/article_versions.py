"""The article page's last tab: the versions that went out, and what has changed since the one selected."""

from __future__ import annotations

from datetime import datetime
from html import escape
from uuid import UUID

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QListWidgetItem, QWidget

from moushi.desk import versions
from moushi.desk.layouts import layouts
from moushi.desk.versions import DIFFERENCE_WORDS, Difference, TextChange, Version
from moushi.errors import Message, MoushiError, say
from moushi.ui.article_bar import fill_bar, walk
from moushi.ui.diff_text import marked, plain
from moushi.ui.generated.article_page import Ui_ArticlePage
from moushi.ui.opening import open_file, show_in_folder
from moushi.ui.workplace import Workplace

_MOST = 200  # changes that are listed


class VersionsPanel(QObject):
    """The list of versions and, below it, the changes since the selected one."""

    went = Signal(object)  # the `Ref` of a change that was clicked
    marked = Signal(object)  # ids of what has changed, to be marked in the preview

    def __init__(self, workplace: Workplace, ui: Ui_ArticlePage, page: QWidget) -> None:
        super().__init__(page)
        self._workplace = workplace
        self._ui = ui
        self._article: UUID | None = None
        self._versions: tuple[Version, ...] = ()
        self._titles: dict[str, str] = {}  # of layouts, by name
        self._changes: tuple[TextChange, ...] = ()
        self._fault: Message | None = None
        self.open, self.show_folder = QAction(page), QAction(page)
        ui.markChanges.toggled.connect(lambda _: self._mark())
        self.open.triggered.connect(self._open)
        self.show_folder.triggered.connect(self._show_folder)
        buttons = fill_bar(ui.versionsBar, self.open, self.show_folder)
        walk(ui.wording, *buttons, ui.versions, ui.markChanges)
        ui.versions.currentRowChanged.connect(lambda _: self._compare())
        ui.versions.itemActivated.connect(lambda _: self._open())
        ui.changes.anchorClicked.connect(self._go)
        ui.versionsSplitter.setStretchFactor(0, 2)
        ui.versionsSplitter.setStretchFactor(1, 3)

    @property
    def current(self) -> Version | None:
        """The selected version."""
        row = self._ui.versions.currentRow()
        return self._versions[row] if 0 <= row < len(self._versions) else None

    def show_article(self, article_id: UUID | None) -> None:
        """Show an article's versions; the selected one stays, else the newest is selected."""
        held = self.current.id if self.current and article_id == self._article else None
        self._article = article_id
        found = versions.versions(self._workplace.desk, article_id) if article_id else ()
        self._versions = found
        self._titles = {preset.name: preset.title for preset in layouts(self._workplace.desk)}
        view = self._ui.versions
        view.blockSignals(True)
        view.clear()
        for version in found:
            view.addItem(QListWidgetItem(self._line(version)))
        rows = [row for row, version in enumerate(found) if version.id == held]
        view.setCurrentRow(rows[0] if rows else (0 if found else -1))
        view.blockSignals(False)
        self._compare()

    def retranslate(self) -> None:
        """Say it in the language of now."""
        words = self._workplace.words
        for action, text in ((self.open, say("Open File")), (self.show_folder, say("Show in Folder"))):
            action.setText(words(text))
        for row, version in enumerate(self._versions):
            self._ui.versions.item(row).setText(self._line(version))
        self.write()

    def _line(self, version: Version) -> str:
        layout = self._titles.get(version.layout, version.layout)
        first = [f"{_local(version.at):%Y-%m-%d %H:%M}", version.audience]
        second = [version.path.name, layout, version.person]
        return "\n".join(" · ".join(filter(None, parts)) for parts in (first, second))

    def _compare(self) -> None:
        self._changes, self._fault = (), None
        version = self.current
        self.open.setEnabled(version is not None)
        self.show_folder.setEnabled(version is not None)
        if version:
            try:
                sent = versions.sent_document(self._workplace.desk, version.id)
                with self._workplace.desk.snapshot() as snapshot:
                    self._changes = versions.changes_since(snapshot, sent)
            except MoushiError as fault:
                self._fault = fault.message
        self.write()
        self._mark()

    def _mark(self) -> None:
        """Let the preview mark what has changed since the selected version, if that is asked for."""
        shown = self._changes if self._ui.markChanges.isChecked() else ()
        self.marked.emit({change.ref.id for change in shown if change.ref})

    def write(self) -> None:
        """Write the changes anew, in the words and colours of now."""
        words, palette = self._workplace.words, self._ui.changes.palette()
        quiet, link = palette.placeholderText().color().name(), palette.link().color().name()
        self._ui.changes.document().setDefaultStyleSheet(
            f"p {{ margin: 0 0 4px 0; }} .quiet {{ color: {quiet}; }} a {{ color: {link}; }}"
        )
        told = [f"<p>{escape(words(self._summary()))}</p>"]
        for number, change in enumerate(self._changes[:_MOST]):
            place = escape(words(change.where))
            place = f'<a href="{number}">{place}</a>' if change.ref else place
            what = escape(words(DIFFERENCE_WORDS[change.difference]))
            told.append(f'<p>{place} <span class="quiet">{what}</span></p>{self._texts(change)}')
        if len(self._changes) > _MOST:
            told.append(f"<p>{escape(words(say('The first {count} are listed.', count=_MOST)))}</p>")
        self._ui.changes.setHtml("".join(told))

    def _texts(self, change: TextChange) -> str:
        old, new = plain(change.old), plain(change.new)
        if change.difference is Difference.CHANGED:
            old, new = marked(change.old, change.new, self._ui.changes.palette())
        if change.difference is Difference.MOVED:
            old = ""
        labels = (say("sent"), old), (say("now"), new)
        return "".join(
            f'<p><span class="quiet">{escape(self._workplace.words(label))}</span> {text}</p>'
            for label, text in labels
            if text
        )

    def _summary(self) -> Message:
        version = self.current
        if self._fault is not None:
            return self._fault
        if version is None:
            return say("Nothing of this article was exported yet. What you export is listed here.")
        day = f"{_local(version.at):%m-%d}"
        count = len(self._changes)
        if not count:
            return say("Nothing has changed since this version.")
        if version.audience:
            return say(
                "{count} changes since the version sent on {day} to {audience}:",
                count=count,
                day=day,
                audience=version.audience,
            )
        return say("{count} changes since the version of {day}:", count=count, day=day)

    def _go(self, url: QUrl) -> None:
        number = url.toString()
        if number.isdecimal():
            self.went.emit(self._changes[int(number)].ref)

    def _open(self) -> None:
        if self.current:
            open_file(self._workplace, self.current.path)

    def _show_folder(self) -> None:
        if self.current:
            show_in_folder(self._workplace, self.current.path)


def _local(at: datetime) -> datetime:
    return at.astimezone()
