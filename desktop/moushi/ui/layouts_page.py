"""The page of layouts: a preset's values beside an article set in it; a person's own ones can be changed.

Over 400 lines: it joins the list of layouts, the form and the preview, and what may be done with each.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from time import perf_counter
from uuid import UUID

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QAction, QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QToolButton

from moushi.changes.model import ChangeSet
from moushi.desk import layouts as presets
from moushi.desk.galley import compose_galley
from moushi.desk.layout_editing import LayoutDraft
from moushi.desk.layout_preview import Looked, looked_at
from moushi.desk.layout_shelf import exchange, layouts_folder
from moushi.desk.layouts import NEWSPAPER, Preset
from moushi.errors import Message, MoushiError, say
from moushi.output.proof.faces import measuring
from moushi.typeset.layout import Layout
from moushi.ui.article_bar import name_by, walk
from moushi.ui.flow import FlowLayout
from moushi.ui.generated.layouts_page import Ui_LayoutsPage
from moushi.ui.layout_form import LayoutForm
from moushi.ui.page import Page, command, separator
from moushi.ui.workplace import Workplace

_SHARES = (4, 7)  # of the width: the form, the preview
_LOW = 420  # logical pixels of height
_NARROW = 700
_LONG = 0.1  # seconds of setting; a longer article waits for a pause in typing,
_PATIENCE = 300  # of so many milliseconds
_MOST_TITLE = 50


class LayoutsPage(Page):
    """One layout in view; `finished` asks to go back to where the person came from."""

    finished = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.ui = Ui_LayoutsPage()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]  # built by uic
        self.first = self.ui.presets
        self._presets: tuple[Preset, ...] = ()
        self._name = NEWSPAPER
        self._article: UUID | None = None
        self._looked: Looked | None = None
        self._drafts: dict[str, LayoutDraft] = {}  # while the program runs, so that changes can be taken back
        self._saved: dict[str, str] = {}  # the texts that the drafts stand on
        self._trying: Layout | None = None
        self._store: Path | None = None
        self._narrow = False
        self.form = LayoutForm(self.words, self.ui, self)
        self._composing = QTimer(self, singleShot=True, interval=0)
        self._make_commands()
        self._wire()
        self.retranslate()

    # -- what the window asks ------------------------------------------------------------------------------

    def edit(self, name: str, article: UUID | None = None) -> None:
        """Show a layout, with an article set in it."""
        if self.workplace.is_open:
            self.form.settle()
        self._name, self._article = name, article
        self._renew()

    def refresh(self) -> None:
        """Read the layouts anew, from store and folder, and the article to look at."""
        if self.workplace.desk.path != self._store:
            self._store = self.workplace.desk.path
            self._drafts.clear()
            self._saved.clear()
        told = self.workplace.guarded(lambda: exchange(self.workplace.desk)) or ()
        self._presets = presets.layouts(self.workplace.desk)
        for message in told:
            if message not in [preset.fault for preset in self._presets]:  # which stands at the layout itself
                self.workplace.tell(message)
        if self._name not in [preset.name for preset in self._presets]:
            self._name = NEWSPAPER
        self._read_document()
        self._list()
        self._show()

    def follow(self, _change: ChangeSet) -> None:
        """The article that is looked at may read differently."""
        self._read_document()
        self._composing.start()

    def settle(self) -> bool:
        """Keep what was typed so far; False when some of it cannot be kept."""
        return self.form.settle()

    def commands(self) -> Sequence[QAction]:
        """The page's menu."""
        return self._commands

    def retranslate(self) -> None:
        """Say it in the language of now."""
        for action, text, short in (
            (self.copy, say("&Copy Layout"), say("Copy")),
            (self.take_back, say("&Take Back Last Change"), say("Take Back")),
            (self.restore, say("&As When It Was Copied"), say("As Copied")),
            (self.delete, say("De&lete Layout"), say("Delete")),
            (self.put_aside, say("&Put the Faulty File Aside"), say("Put File Aside")),
            (self.show_folder, say("Show &Folder"), say("Show Folder")),
            (self.go_back, say("&Back"), say("Back")),
        ):
            action.setText(self.words(text))
            action.setIconText(self.words(short))
        self.form.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a low screen the menu stands in for the bar; on a narrow one the names stand above."""
        super().resizeEvent(event)
        self.ui.bar.setVisible(self.height() >= _LOW)
        if (self.width() < _NARROW) is not self._narrow:
            self._narrow = not self._narrow
            self.form.fit(narrow=self._narrow)

    # -- how it is made ------------------------------------------------------------------------------------

    def _make_commands(self) -> None:
        self.copy, self.take_back, self.restore = command(self), command(self), command(self)
        self.delete, self.put_aside, self.show_folder = command(self), command(self), command(self)
        self.go_back = command(self, "Esc")
        shown = (self.copy, self.take_back, self.restore, self.delete, self.put_aside, self.show_folder)
        self._commands = (*shown, separator(self), self.go_back)
        flow = FlowLayout(self.ui.bar)
        buttons = []
        for action in shown:
            button = QToolButton(self.ui.bar)
            button.setProperty("framed", True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setDefaultAction(action)
            name_by(button, action)
            action.changed.connect(lambda button=button, action=action: _follow_action(button, action))
            flow.addWidget(button)
            buttons.append(button)
        walk(self.ui.presets, *buttons, self.ui.tabs)

    def _wire(self) -> None:
        ui = self.ui
        for position, share in enumerate(_SHARES):
            ui.splitter.setStretchFactor(position, share)
        ui.presets.activated.connect(self._choose)
        ui.back.clicked.connect(self.go_back.trigger)
        self.go_back.triggered.connect(self._go_back)
        self.copy.triggered.connect(self._copy)
        self.take_back.triggered.connect(self._take_back)
        self.restore.triggered.connect(self._restore)
        self.delete.triggered.connect(self._delete)
        self.put_aside.triggered.connect(self._put_aside)
        self.show_folder.triggered.connect(self._show_folder)
        self.form.tried.connect(self._try)
        self.form.kept.connect(self._save)
        self.form.judged.connect(self._allow)
        self._composing.timeout.connect(self._compose)

    # -- showing -------------------------------------------------------------------------------------------

    @property
    def preset(self) -> Preset:
        """The layout in view."""
        return next(preset for preset in self._presets if preset.name == self._name)

    def _choose(self, row: int) -> None:
        self.form.settle()
        self._name = self._presets[row].name
        self._show()

    def _list(self) -> None:
        box = self.ui.presets
        with QSignalBlocker(box):
            box.clear()
            for preset in self._presets:
                own = say("{title} – own", title=preset.title)
                faulty = say("{title} – faulty file", title=preset.title)
                title = faulty if preset.fault else own
                box.addItem(self.words(title) if preset.own else preset.title, preset.name)
            box.setCurrentIndex([preset.name for preset in self._presets].index(self._name))
        box.setToolTip(box.currentText())
        width = box.view().sizeHintForColumn(0) + box.view().verticalScrollBar().sizeHint().width()
        box.view().setMinimumWidth(width)

    def _show(self) -> None:
        preset = self.preset
        self.ui.presets.setToolTip(self.ui.presets.currentText())
        draft = self._draft_of(preset)
        self.ui.splitter.setVisible(draft is not None)
        self.ui.nothing.setVisible(draft is None)
        self.form.show(draft, writes=self._writes)
        self._trying = None
        self._say_note()
        self._allow()
        self._composing.start()

    @property
    def _writes(self) -> bool:
        return self.preset.own and self.preset.fault is None and self.workplace.may_write

    def _draft_of(self, preset: Preset) -> LayoutDraft | None:
        """The draft of a layout: the one of before, where its text is still what the draft stands on."""
        if not preset.is_usable:
            return None
        text = self.workplace.guarded(lambda: presets.layout_text(preset.name, self.workplace.desk))
        if text is None:
            return None
        if self._saved.get(preset.name) != text:
            self._drafts[preset.name] = LayoutDraft(text, preset.name)
            self._saved[preset.name] = text
        return self._drafts[preset.name]

    def _say_note(self) -> None:
        preset, note = self.preset, self.ui.note
        told: Message | None = None
        if preset.fault:
            told = preset.fault
            if preset.is_usable:
                told = say(
                    "{fault} Until then the last text of it that could be used is in force.",
                    fault=preset.fault,
                )
        elif not preset.own:
            told = say("This layout belongs to the program and stays as it is. Copy it to change the copy.")
        elif not self.workplace.may_write:
            told = say("This store is open for reading only, and layouts belong to it.")
        note.setText(self.words(told) if told else "")
        note.setVisible(told is not None)
        name = "fault" if preset.fault else "quiet"
        for each in ("fault", "quiet"):
            note.setProperty(each, each == name)
        note.style().unpolish(note)
        note.style().polish(note)

    def _allow(self) -> None:
        preset, draft, writes = self.preset, self.form.draft, self.workplace.may_write
        self.copy.setEnabled(writes and preset.is_usable)
        self.take_back.setEnabled(
            self._writes and draft is not None and (draft.can_undo or bool(draft.waiting))
        )
        self.restore.setEnabled(self._writes)
        self.delete.setEnabled(writes and preset.own)
        self.put_aside.setVisible(preset.fault is not None)
        self.put_aside.setEnabled(writes and preset.fault is not None)
        self.show_folder.setEnabled(layouts_folder(self.workplace.desk.path).is_dir())

    # -- the preview ---------------------------------------------------------------------------------------

    def _read_document(self) -> None:
        def read() -> Looked:
            with self.workplace.desk.snapshot() as snapshot:
                return looked_at(snapshot, self.workplace.scope.year, self._article)

        self._looked = self.workplace.guarded(read)

    def _try(self, layout: Layout) -> None:
        self._trying = layout
        self._composing.start()

    def _compose(self) -> None:
        """Set the article in the layout as it would be with what is being typed."""
        ui, draft, looked = self.ui, self.form.draft, self._looked
        if draft is None or looked is None:
            ui.galley.show_galley(None)
            ui.caption.put("")
            ui.counts.put("")
            return
        layout = self._trying or draft.layout
        begun = perf_counter()
        galley = compose_galley(looked.document, layout, measuring(layout))
        self._composing.setInterval(_PATIENCE if perf_counter() - begun > _LONG else 0)
        ui.galley.show_galley(galley)
        ui.caption.put(self.words(looked.caption))
        told = say(
            "{characters} characters, {lines} lines", characters=galley.characters, lines=len(galley.lines)
        )
        sheets = say("Sheets: {count}", count=len(galley.sheets))
        ui.counts.put(" · ".join(map(self.words, (sheets, told))))

    # -- what a person does --------------------------------------------------------------------------------

    def _save(self) -> None:
        """Keep the layout; a file that was changed by hand meanwhile is shown and not written over."""
        draft, desk, name = self.form.draft, self.workplace.desk, self._name
        assert draft is not None
        self._trying = None
        told = self.workplace.guarded(lambda: exchange(desk)) or ()
        now = self.workplace.guarded(lambda: presets.held_layout(desk, name).text)
        if now is not None and now != self._saved[name]:
            draft.replace(now)
            self._saved[name] = now
            self.workplace.tell(
                say(
                    "The layout's file was changed by hand meanwhile and is shown as it stands there. “Take "
                    "Back” brings back what you typed."
                )
            )
            QTimer.singleShot(0, self, self.form.write)
        else:
            for message in told:
                self.workplace.tell(message)
            layout = self.workplace.guarded(lambda: presets.save_layout(desk, name, draft.text))
            if layout:
                self._saved[name] = draft.text
                self._retitle(layout.title)
        self._allow()
        self._composing.start()

    def _retitle(self, title: str) -> None:
        if title != self.preset.title:
            self._presets = presets.layouts(self.workplace.desk)
            self._list()

    def _copy(self) -> None:
        desk, preset = self.workplace.desk, self.preset
        self.form.settle()
        title = self._free_title(preset.title)
        name = self.workplace.guarded(lambda: presets.copy_layout(desk, preset.name, title))
        if name is None:
            return
        self._name = name
        self.refresh()
        self.ui.tabs.setCurrentIndex(0)
        self.ui.title.setFocus()
        self.ui.title.selectAll()
        self.workplace.tell(say("Copied. Give the copy a name and change what you like.", title=title))

    def _free_title(self, title: str) -> str:
        held = {preset.title for preset in self._presets}
        wished, number = self.words(say("{title} (copy)", title=title[:_MOST_TITLE])), 1
        while wished in held:
            number += 1
            wished = self.words(say("{title} (copy {number})", title=title[:_MOST_TITLE], number=number))
        return wished

    def _take_back(self) -> None:
        draft = self.form.draft
        if draft is None:
            return
        self.form.settle()
        if draft.waiting:
            draft.waiting.clear()
        else:
            draft.undo()
        self._changed(draft)

    def _restore(self) -> None:
        draft, desk = self.form.draft, self.workplace.desk
        held = self.workplace.guarded(lambda: presets.held_layout(desk, self._name))
        if draft is None or held is None:
            return
        self.form.settle()
        draft.replace(held.copied)
        self._changed(draft)
        self.workplace.tell(
            say("The layout is as it was when it was copied."), (say("Take Back"), self.take_back.trigger)
        )

    def _changed(self, draft: LayoutDraft) -> None:
        if draft.text != self._saved[self._name]:
            self._save()
        self.form.show(draft, writes=self._writes)
        self._trying = None
        self._allow()
        self._composing.start()

    def _delete(self) -> None:
        desk, preset = self.workplace.desk, self.preset
        self.form.settle()
        with desk.snapshot() as snapshot:
            count = presets.articles_with(snapshot, preset.name)
        try:
            held = presets.delete_layout(desk, preset.name)
        except MoushiError as fault:
            self.workplace.notices.show(fault.message)
            return
        self._drafts.pop(preset.name, None)
        self._saved.pop(preset.name, None)
        self._name = NEWSPAPER
        self.refresh()
        told = say("Deleted the layout “{title}”.", title=preset.title)
        if count:
            told = say(
                "Deleted the layout “{title}”. {count} articles name it; they are set in the usual one now.",
                title=preset.title,
                count=count,
            )

        def bring_back() -> None:
            if held and self.workplace.guarded(
                lambda: presets.save_layout(desk, preset.name, held.text, held.copied)
            ):
                self.edit(preset.name, self._article)

        self.workplace.tell(told, (say("Undo"), bring_back) if held else None)

    def _put_aside(self) -> None:
        desk, name = self.workplace.desk, self._name
        path = self.workplace.guarded(lambda: presets.put_aside(desk, name))
        self.refresh()
        if path:
            self.workplace.tell(say("The faulty file is called {file} now.", file=path.name))

    def _show_folder(self) -> None:
        folder = layouts_folder(self.workplace.desk.path)
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self.workplace.tell(
                say("The folder could not be shown. Open it in your file manager: {folder}", folder=folder)
            )

    def _go_back(self) -> None:
        self.form.settle()
        self.finished.emit()


def _follow_action(button: QToolButton, action: QAction) -> None:
    name_by(button, action)
    button.setVisible(action.isVisible())
