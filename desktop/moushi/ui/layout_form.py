"""The form on a layout: each editor bound to a value of its file, checked with each keystroke."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtGui import QColor, QFontDatabase, QIcon, QPixmap
from PySide6.QtWidgets import QCheckBox, QColorDialog, QComboBox, QFormLayout, QLabel, QLineEdit, QWidget

from moushi.desk.layout_editing import (
    ALIGN_WORDS,
    PAPERS,
    ROLE_FIELDS,
    ROLE_WORDS,
    SECTION_WORDS,
    SHEET_FIELDS,
    SIZES,
    Field,
    LayoutDraft,
    entered,
    paper_of,
    plain,
    sheet_values,
    size_name,
)
from moushi.errors import Message, say
from moushi.output.proof.faces import face_of
from moushi.ui.draft import Draft
from moushi.ui.record_form import mark
from moushi.ui.words import Words

if TYPE_CHECKING:
    from moushi.ui.generated.layouts_page import Ui_LayoutsPage

_SHEET = {
    "title": "title",
    "page.width_mm": "width",
    "page.height_mm": "height",
    "page.top_mm": "top",
    "page.bottom_mm": "bottom",
    "page.left_mm": "left",
    "page.right_mm": "right",
    "columns": "columns",
    "measure_em": "measure",
    "gutter_em": "gutter",
    "section_columns": "sectionColumns",
    "sections": "sections",
    "rule_pt": "rule",
    "leading": "leading",
    "character_pitch_pt": "pitch",
}
_ROLE = {
    "east_asian": "faces",
    "western": "western",
    "size_pt": "size",
    "bold": "bold",
    "colour": "colour",
    "align": "align",
    "leading_pt": "roleLeading",
    "space_before_pt": "before",
    "space_after_pt": "after",
    "first_indent_em": "indent",
}
_OTHER = ""  # a sheet without a name


@dataclass(slots=True)
class _Bound:
    """An editor, the label of its fault, and the field; a role's field is of the role that is chosen."""

    field: Field
    editor: QLineEdit | QComboBox | QCheckBox
    fault: QLabel
    of_role: bool
    draft: Draft | None = None


class LayoutForm(QObject):
    """Shows a `LayoutDraft` and lets it be changed."""

    tried = Signal(object)  # the Layout as it would be with what is being typed
    kept = Signal()  # the draft's text is another one
    judged = Signal()  # something was kept, or waits because it cannot be

    def __init__(self, words: Words, ui: Ui_LayoutsPage, page: QWidget) -> None:
        super().__init__(page)
        self._words = words
        self._ui = ui
        self._page = page
        self._draft: LayoutDraft | None = None
        self._writes = False
        self._bound: dict[str, _Bound] = {}
        for fields, names, of_role in ((SHEET_FIELDS, _SHEET, False), (ROLE_FIELDS, _ROLE, True)):
            for field in fields:
                self._bind(field, names[field.key], of_role=of_role)
        for name in ("paper", "orientation", "role"):
            getattr(ui, f"{name}Fault").hide()
        ui.paper.activated.connect(lambda _: self._choose_sheet())
        ui.orientation.activated.connect(lambda _: self._choose_sheet())
        ui.role.activated.connect(lambda _: self._choose_role())
        ui.sizes.activated.connect(lambda _: self._type_in("size_pt", plain(ui.sizes.currentData())))
        ui.pick.activated.connect(self._pick_face)
        ui.pickColour.clicked.connect(self._pick_colour)
        self.retranslate()

    @property
    def draft(self) -> LayoutDraft | None:
        """The layout that is shown."""
        return self._draft

    @property
    def role(self) -> str:
        """The part whose type is shown."""
        return str(self._ui.role.currentData() or "")

    def show(self, draft: LayoutDraft | None, *, writes: bool) -> None:
        """Show a layout; `writes` says whether it can be changed."""
        self._draft, self._writes = draft, writes
        self._fill_roles()
        self.write()

    def settle(self) -> bool:
        """Keep everything typed so far; False when some of it cannot be kept."""
        for bound in self._bound.values():
            if bound.draft and self._writes:
                bound.draft.keep(leaving=True)
        return self._draft is None or not self._draft.waiting

    def write(self) -> None:
        """Show all values of the draft; what is being typed at the moment stays."""
        draft, ui = self._draft, self._ui
        for key in self._bound:
            self._write(key)
        for choice in (ui.paper, ui.orientation, ui.sizes, ui.pick, ui.pickColour):
            choice.setEnabled(draft is not None and self._writes)
        ui.role.setEnabled(draft is not None)
        self._write_hints()

    def retranslate(self) -> None:
        """Say it in the language of now."""
        words, ui = self._words, self._ui
        _fill(ui.sections, {value: words(word) for value, word in SECTION_WORDS.items()})
        _fill(ui.align, {value: words(word) for value, word in ALIGN_WORDS.items()})
        _fill(ui.paper, {**{name: name for name in PAPERS}, _OTHER: words(say("another sheet"))})
        _fill(ui.orientation, {False: words(say("upright")), True: words(say("wide"))})
        _fill(ui.sizes, {**{size: f"{name}  {plain(size)}" for name, size in SIZES.items()}})
        faces = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
        _fill(ui.pick, {face: face for face in faces})
        ui.pick.setCurrentIndex(-1)
        ui.pick.setPlaceholderText(words(say("Put an installed face first…")))
        self._fill_roles()
        self.write()
        self.fit()

    def fit(self, *, narrow: bool | None = None) -> None:
        """Leave the form the room that its longest names want; on a narrow screen they stand above."""
        ui = self._ui
        forms = (ui.sheetForm, ui.columnsForm, ui.typeForm)
        if narrow is not None:
            policy = (
                QFormLayout.RowWrapPolicy.WrapAllRows if narrow else QFormLayout.RowWrapPolicy.DontWrapRows
            )
            for layout in (ui.sheetFormLayout, ui.columnsFormLayout, ui.typeFormLayout):
                layout.setRowWrapPolicy(policy)
        bar = ui.sheetScroll.verticalScrollBar().sizeHint().width()
        ui.tabs.setMinimumWidth(max(form.minimumSizeHint().width() for form in forms) + bar + 24)

    # -- binding -------------------------------------------------------------------------------------------

    def _bind(self, field: Field, name: str, *, of_role: bool) -> None:
        editor, fault = getattr(self._ui, name), getattr(self._ui, f"{name}Fault")
        fault.setProperty("fault", True)
        fault.hide()
        bound = _Bound(field, editor, fault, of_role)
        self._bound[field.key] = bound
        match editor:
            case QCheckBox():
                editor.clicked.connect(lambda checked: self._choose(field.key, str(bool(checked))))
            case QComboBox():
                editor.activated.connect(lambda _: self._choose(field.key, str(editor.currentData())))
            case _:
                bound.draft = Draft(
                    editor, lambda text, leaving: self._keep(bound, text, leaving=leaving), self
                )
                bound.draft.typed.connect(lambda text: self._try(bound, text))

    def _role_of(self, bound: _Bound) -> str:
        return self.role if bound.of_role else ""

    def _try(self, bound: _Bound, text: str) -> None:
        """Show what a text would make of the layout, or why it cannot be."""
        draft = self._draft
        if draft is None or (bound.draft and bound.draft.is_composing):
            return
        layout, reason = draft.check(bound.field, text, self._role_of(bound))
        self._blame(bound, reason)
        self.tried.emit(layout)

    def _keep(self, bound: _Bound, text: str, *, leaving: bool) -> bool:
        """Keep a text; one that cannot be kept waits in its field."""
        draft = self._draft
        if draft is None or not self._writes:
            return True
        before = draft.text
        reason = draft.enter(bound.field, text, self._role_of(bound))
        if draft.text != before:
            self.kept.emit()
        if leaving or draft.text != before:
            self.write()
        self._blame(bound, reason)
        self.judged.emit()
        return reason is None

    def _choose(self, key: str, text: str) -> None:
        bound, draft = self._bound[key], self._draft
        if draft is None or not self._writes:
            return
        before = draft.text
        reason = draft.enter(bound.field, text, self._role_of(bound))
        if draft.text != before:
            self.kept.emit()
            self.write()
        self._blame(bound, reason)
        self.judged.emit()

    def _type_in(self, key: str, text: str) -> None:
        """Put a chosen value into a field as if it were typed, and keep it."""
        bound = self._bound[key]
        if bound.draft and self._writes:
            assert isinstance(bound.editor, QLineEdit)
            bound.editor.setText(text)
            bound.draft.keep(leaving=True)

    def _choose_sheet(self) -> None:
        draft, ui = self._draft, self._ui
        if draft is None or not self._writes:
            return
        before = draft.text
        paper, wide = ui.paper.currentData() or _OTHER, bool(ui.orientation.currentData())
        reason = draft.put(sheet_values(draft.layout, paper, wide=wide))
        if draft.text != before:
            self.kept.emit()
        self.write()
        _tell(ui.paperFault, self._words(reason) if reason else "")

    def _choose_role(self) -> None:
        """Show another part's type; what was typed for the one before is kept or waits there."""
        self._ui.pick.setCurrentIndex(-1)
        self.write()

    # -- writing -------------------------------------------------------------------------------------------

    def _fill_roles(self) -> None:
        roles = self._draft.roles if self._draft else ()
        _fill(self._ui.role, {role: self._words(ROLE_WORDS[role]) for role in roles})
        if self._ui.role.currentIndex() < 0 and roles:
            self._ui.role.setCurrentIndex(roles.index("body"))

    def _write(self, key: str) -> None:
        bound, draft = self._bound[key], self._draft
        role = self._role_of(bound)
        text = draft.text_of(bound.field, role) if draft else ""
        match bound.editor:
            case QCheckBox() as box:
                with QSignalBlocker(box):
                    box.setChecked(text == str(True))
                box.setEnabled(draft is not None and self._writes)
            case QComboBox() as box:
                with QSignalBlocker(box):
                    box.setCurrentIndex(box.findData(text))
                box.setEnabled(draft is not None and self._writes)
            case QLineEdit() as line:
                assert bound.draft
                busy = line.hasFocus() and (bound.draft.is_dirty or bound.draft.is_composing)
                if not busy:
                    bound.draft.show(text)
                    self._blame(bound, draft.fault_of(bound.field, role) if draft else None)
                line.setEnabled(draft is not None)
                line.setReadOnly(not self._writes or (role == "theme_lead" and key == "size_pt"))
                usual = draft.usual(bound.field, role) if draft and bound.field.optional else ""
                line.setPlaceholderText(usual)

    def _write_hints(self) -> None:
        draft, ui, words = self._draft, self._ui, self._words
        _tell(ui.paperFault, "")
        if draft is None:
            for label in (ui.used, ui.room):
                label.clear()
            return
        layout = draft.layout
        paper, wide = paper_of(layout)
        for box, value in ((ui.paper, paper), (ui.orientation, wide)):
            with QSignalBlocker(box):
                box.setCurrentIndex(box.findData(value))
        role = layout.roles[self.role]
        named = size_name(role.size_pt)
        with QSignalBlocker(ui.sizes):
            ui.sizes.setCurrentIndex(ui.sizes.findData(SIZES[named]) if named else -1)
        ui.used.setText(words(say("Used on this computer: {face}", face=face_of(role))))
        self._colour_button(role.colour)
        wide_pt, room = layout.width_pt(layout.columns), layout.page.text_width_pt
        ui.room.setText(
            words(
                say(
                    "The columns take {wide} of {room} mm between the margins.",
                    wide=f"{wide_pt / 72 * 25.4:.1f}",
                    room=f"{room / 72 * 25.4:.1f}",
                )
            )
        )
        ui.sizes.setEnabled(self._writes and self.role != "theme_lead")

    def _colour_button(self, colour: str) -> None:
        swatch = QPixmap(14, 14)
        swatch.fill(QColor(colour))
        self._ui.pickColour.setIcon(QIcon(swatch))

    def _blame(self, bound: _Bound, reason: Message | None) -> None:
        fault = self._words(reason) if reason else ""
        if isinstance(bound.editor, QLineEdit):
            mark(bound.editor, fault)
        else:
            bound.editor.setAccessibleDescription(fault)
        _tell(bound.fault, fault)

    # -- choosing ------------------------------------------------------------------------------------------

    def _pick_face(self, row: int) -> None:
        """Put an installed face before the others."""
        bound, face = self._bound["east_asian"], self._ui.pick.itemText(row)
        self._ui.pick.setCurrentIndex(-1)
        assert bound.draft
        held = entered(bound.field, bound.draft.text)
        others = [other for other in held if other != face] if isinstance(held, list) else []
        self._type_in("east_asian", "、".join([face, *others]))

    def _pick_colour(self) -> None:
        draft = self._draft
        if draft is None:
            return
        title = self._words(say("Colour of the type"))
        chosen = QColorDialog.getColor(QColor(draft.layout.roles[self.role].colour), self._page, title)
        if chosen.isValid():
            self._type_in("colour", chosen.name().upper())


def _tell(label: QLabel, fault: str) -> None:
    label.setText(fault[:1].upper() + fault[1:])
    label.setVisible(bool(fault))


def _fill(
    box: QComboBox, choices: dict[object, str] | dict[str, str] | dict[bool, str] | dict[float, str]
) -> None:
    """Offer choices without telling anybody; what was chosen stays chosen."""
    with QSignalBlocker(box):
        held = box.currentData()
        box.clear()
        for value, text in choices.items():
            box.addItem(text[:1].upper() + text[1:], value)
        box.setCurrentIndex(box.findData(held) if held is not None else -1)
    view = box.view()
    view.setMinimumWidth(view.sizeHintForColumn(0) + view.verticalScrollBar().sizeHint().width())
