"""Copyfitting on the article page: what each line of the tree takes, targets of sections, cheap lines."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QWidget

from moushi.compile.documents import ArticleDocument
from moushi.desk import arranging
from moushi.desk.articles import SectionView
from moushi.desk.copyfit import CopyFit, Extent, Saving, SectionFit, Target, measure_up, paper_layout
from moushi.desk.copyfit_words import (
    advice,
    depth_words,
    extent_words,
    parse_target,
    saving_words,
    section_words,
    target_words,
    verdict,
    whole_words,
)
from moushi.desk.galley import Galley
from moushi.errors import Message, MoushiError, say
from moushi.ui.article_bar import walk
from moushi.ui.article_items import ItemsPanel, propose
from moushi.ui.article_outline import Room, RoomDelegate
from moushi.ui.article_preview import Shown
from moushi.ui.draft import Draft
from moushi.ui.generated.article_copyfit import Ui_ArticleCopyfit
from moushi.ui.generated.article_page import Ui_ArticlePage
from moushi.ui.workplace import Workplace

_MOST_TOLD = 4000
_NARROW = 380  # logical pixels
_MOST_LINES = 2  # of the verdict
_LONGEST = 24  # characters of an item in the menu of cheap lines


class CopyfitPanel(QWidget):
    """Below the tree the room of the section in view; in the tree the room of every line."""

    went = Signal(object)  # the `Ref` of words whose last line is cheap to save

    def __init__(self, workplace: Workplace, ui: Ui_ArticlePage, items: ItemsPanel) -> None:
        super().__init__(ui.wordingPanel)
        self.ui = Ui_ArticleCopyfit()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]  # built by uic
        ui.wordingLayout.insertWidget(0, self)
        walk(ui.outline, self.ui.target, self.ui.fit, self.ui.savings, ui.planWords)
        self._workplace = workplace
        self._items = items
        self._section: SectionView | None = None
        self._room_for: UUID | None = None  # the section that the room of the verdict is for
        self._measured: CopyFit | None = None
        self._composed: tuple[Shown | None, ArticleDocument | None, Galley | None] = (None, None, None)
        self._measuring = QTimer(self, singleShot=True, interval=0)
        self._measuring.timeout.connect(self._measure)
        self._words_of: dict[UUID, str] = {}
        self._told: dict[tuple[Extent, Saving | None], Room] = {}  # what was said once in this language
        self._fault = ""  # why what was typed as a target is none
        self._by_layout = ""  # the layout measured by, where it is not the one in view
        self._draft = Draft(self.ui.target, self._keep, self)
        self._draft.typed.connect(self._type)
        ui.outline.setItemDelegate(RoomDelegate(ui.outline))
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.ui.savings.setMenu(self._menu)
        self.ui.target.returnPressed.connect(lambda: self._draft.keep(leaving=True))
        self.ui.fit.clicked.connect(self._set_fit)
        items.selected.connect(lambda _: self.show_section())

    def measure(self, shown: Shown | None, document: ArticleDocument | None, galley: Galley | None) -> None:
        """Measure the article as it is set in the preview, once that is painted."""
        self._composed = (shown, document, galley)
        self._measuring.start()

    def _measure(self) -> None:
        shown, document, galley = self._composed
        self._measured, self._by_layout = None, ""
        if shown and document and galley and self._workplace.is_open:
            layout = paper_layout(document, self._workplace.desk)
            is_shown = layout == galley.layout
            self._measured = measure_up(document, layout, galley.section_rows if is_shown else None)
            self._by_layout = "" if is_shown else layout.title
            self._words_of = {
                run.ref.id: run.text
                for section in document.sections
                for paragraph in section.paragraphs
                for run in paragraph.runs
                if run.ref
            }
            self._items.model.show_rooms(dict(self._rooms(shown, self._measured)))
        else:
            self._items.model.show_rooms({})
        self.show_section()

    def show_section(self) -> None:
        """Show the section that the selected line stands in."""
        line = self._items.current
        section = line.section if line else None
        if self._section and (section is None or section.id != self._section.id):
            self._leave()
        self._section = section
        ui, writes = self.ui, self._workplace.may_write
        held = Target(section.target_lines, section.target_mm) if section else Target()
        shown = target_words(held)
        if not self._draft.is_dirty:
            self._fault = ""
            self._draft.show(self._say(shown))
        ui.target.setEnabled(section is not None)
        ui.target.setReadOnly(not writes)
        ui.fit.setEnabled(writes and held != Target())
        ui.fit.setChecked(section is not None and section.fit)
        self._tell(self._measure_of(section))

    def settle(self) -> bool:
        """Keep the target that was typed; False when it is none."""
        return self._draft.keep(leaving=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow column the tick and the button stand below the target."""
        super().resizeEvent(event)
        is_narrow = self.width() < _NARROW
        ways = QBoxLayout.Direction
        self.ui.rowsLayout.setDirection(ways.TopToBottom if is_narrow else ways.LeftToRight)
        self._room_for = None
        self._make_room()

    def retranslate(self) -> None:
        """Say it in the language of now."""
        self._told.clear()
        self.show_section()

    # -- what is shown -------------------------------------------------------------------------------------

    def _rooms(self, shown: Shown, fit: CopyFit) -> Iterator[tuple[UUID, Room]]:
        """What each line of the tree takes, by its id."""
        draft = self._items.draft  # a wording being typed is not among the records in view

        def owner(record: UUID) -> UUID:
            return draft.item_id if draft and draft.id == record else shown.owner_of(record)

        records: dict[UUID, list[UUID]] = {}
        for record in fit.records:
            records.setdefault(owner(record), []).append(record)
        cheap = {owner(saving.ref.id): saving for saving in fit.savings}
        for section in shown.view.sections:
            found = self._measure_of(section)
            if found:
                yield section.id, self._section_room(found)
            for theme in section.themes:
                of_theme = list(records.get(theme.id, ()))
                for item in theme.items:
                    own = records.get(item.id, [])
                    of_theme += own
                    if room := self._room(fit, own, cheap.get(item.id)):
                        yield item.id, room
                if room := self._room(fit, of_theme, cheap.get(theme.id)):
                    yield theme.id, room

    def _room(self, fit: CopyFit, records: list[UUID], saving: Saving | None) -> Room | None:
        extent = fit.extent(records)
        if extent is None:
            return None
        key = extent, saving
        if key not in self._told:
            if len(self._told) > _MOST_TOLD:
                self._told.clear()
            self._told[key] = self._told_of(extent, saving)
        return self._told[key]

    def _told_of(self, extent: Extent, saving: Saving | None) -> Room:
        tip = self._say(whole_words(extent))
        told = self._say(extent_words(extent, saving))
        if saving:
            return Room(told, told, f"{tip}\n{self._say(saving_words(saving))}", _role(-1))
        return Room(told, self._say(say("{lines} lines", lines=extent.lines)), tip)

    def _section_room(self, section: SectionFit) -> Room:
        told = self._say(section_words(section))
        over = section.against.over if section.against else 0
        return Room(told, told, self._say(depth_words(section)), _role(over))

    def _measure_of(self, section: SectionView | None) -> SectionFit | None:
        """What was measured of a section; None where nothing of it is printed."""
        if section is None or self._measured is None:
            return None
        return next((each for each in self._measured.sections if each.plan_id == section.plan_id), None)

    def _tell(self, section: SectionFit | None) -> None:
        """Say how a section stands against its target, and how many lines are cheap to save."""
        told: list[Message] = []
        if section:
            told.append(_against(section) or depth_words(section))
            if self._by_layout:
                told.append(say("Measured by “{layout}”.", layout=self._by_layout))
        over = section.against.over if section and section.against else 0
        self._put(*((self._fault, 1) if self._fault else (" ".join(map(self._say, told)), over)))
        count = len(self._measured.savings) if self._measured else 0
        self.ui.savings.setVisible(count > 0)
        saved = self._say(say("&Cheap lines: {count}", count=count))
        if saved != self.ui.savings.text():  # or the whole form would be laid out anew at each key
            self.ui.savings.setText(saved)

    def _put(self, text: str, over: int) -> None:
        label = self.ui.verdict
        label.put(text)
        self._make_room()
        role = _role(over) or QPalette.ColorRole.WindowText
        if role != label.foregroundRole():
            label.setForegroundRole(role)

    def _make_room(self) -> None:
        """One or two lines; two once needed stay, so that the tree keeps its place while one types."""
        label, of_now = self.ui.verdict, self._section.id if self._section else None
        needed = min(label.lines_needed(), _MOST_LINES)
        label.make_room(max(needed, label.lines) if of_now == self._room_for else needed)
        self._room_for = of_now

    def _fill_menu(self) -> None:
        self._menu.clear()
        for number, saving in enumerate(self._measured.savings if self._measured else (), 1):
            words = " ".join(self._words_of.get(saving.ref.id, "").split())
            words = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
            told = f"{self._say(saving_words(saving))} · {words}".replace("&", "&&")
            action = self._menu.addAction(f"&{number} {told}" if number < 10 else told)
            action.triggered.connect(lambda _=False, ref=saving.ref: self.went.emit(ref))

    def _say(self, message: Message | None) -> str:
        return self._workplace.words(message) if message else ""

    # -- what a person does --------------------------------------------------------------------------------

    def _keep(self, text: str, leaving: bool) -> bool:
        """Keep a target when its field is left: what is typed of one so far is another one."""
        section = self._section
        if section is None or not self._workplace.may_write:
            return True
        if not leaving:
            return False
        try:
            target = parse_target(text)
            if target != Target(section.target_lines, section.target_mm):
                with self._workplace.desk.snapshot() as snapshot:
                    proposal = arranging.set_target(snapshot, section.id, target.lines, target.mm)
                self._draft.kept = text
                if proposal.edits:
                    self._workplace.desk.apply(proposal)
        except MoushiError as fault:
            self._draft.kept = self._say(target_words(Target(section.target_lines, section.target_mm)))
            self._fault = self._say(fault.message)
            self._tell(self._measure_of(section))
            return False
        return True

    def _type(self) -> None:
        """What is typed anew is not judged before it is there."""
        if self._fault:
            self._fault = ""
            self._tell(self._measure_of(self._section))

    def _leave(self) -> None:
        """Keep the target of a section that goes out of view, or say why that cannot be."""
        if self._draft.is_dirty and not self._draft.keep(leaving=True):
            self._workplace.tell(say("The target was not kept: {reason}", reason=self._fault))
        self._draft.kept = self._draft.text

    def _set_fit(self, fit: bool) -> None:
        section = self._section
        if section:
            self.settle()
            propose(self._workplace, lambda snapshot: arranging.set_fit(snapshot, section.id, fit=fit))
            self.show_section()


def _against(section: SectionFit) -> Message | None:
    """A section against its target, and what that asks for."""
    state, action = verdict(section), advice(section)
    return say("{state}. {action}", state=state, action=action) if state and action else state


def _role(over: int) -> QPalette.ColorRole | None:
    """The colour of what is too long, or too short; the words say so too."""
    if not over:
        return None
    return QPalette.ColorRole.BrightText if over > 0 else QPalette.ColorRole.Link
