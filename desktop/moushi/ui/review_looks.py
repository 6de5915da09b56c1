"""How the review looks: old and new of a record as rich text, and boxes that are seen in the dark too."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QTextCursor
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QStyledItemDelegate, QStyleOptionViewItem, QTextEdit

from moushi.desk.review_groups import Group, Row
from moushi.desk.reviewing import Taken
from moushi.domain.words import kind_word
from moushi.errors import say
from moushi.ui.diff_text import marked, plain
from moushi.ui.review_model import OPS
from moushi.ui.words import Words
from moushi.ui.workplace import rendered


class BoxDelegate(QStyledItemDelegate):
    """Draws boxes with an outline of the text's colour; the style's own can hardly be seen on dark ground."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The style makes the outline of the window's colour."""
        super().initStyleOption(option, index)
        palette = QPalette(option.palette)
        palette.setColor(QPalette.ColorRole.Window, palette.text().color())
        option.palette = palette


class CutLabel(QLabel):
    """One line of plain text, cut in the middle to the room there is."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as much as fits; the tool tip has the whole."""
        painter = QPainter(self)
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, self.width())
        self.style().drawItemText(
            painter,
            self.rect(),
            Qt.AlignmentFlag.AlignVCenter,
            self.palette(),
            self.isEnabled(),
            text,
            self.foregroundRole(),
        )
        painter.end()

    def say(self, text: str) -> None:
        """Show a text, whole in tool tip and for screen readers."""
        self.setText(text)
        self.setToolTip(text)
        self.setAccessibleName(text)


def mark_line(edit: QPlainTextEdit, line: int) -> bool:
    """Mark a line, counted from 1, and bring it into view; False when there is none."""
    block = edit.document().findBlockByNumber(line - 1)
    if not block.isValid():
        return False
    cursor = QTextCursor(block)
    edit.setTextCursor(cursor)
    edit.centerCursor()
    mark = QTextEdit.ExtraSelection()
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    mark.cursor = cursor
    mark.format.setBackground(edit.palette().highlight())
    mark.format.setForeground(edit.palette().highlightedText())
    mark.format.setFontUnderline(True)
    edit.setExtraSelections([mark])
    return True


def comparison_style(palette: QPalette) -> str:
    """The style sheet of `comparison`."""
    quiet = palette.placeholderText().color().name()
    return f"""
        p {{ margin: 0 0 4px 0; }}
        .quiet {{ color: {quiet}; }}
        .label {{ font-weight: bold; margin: 6px 0 0 0; }}
        td {{ padding: 2px 10px 2px 0; }}
        .side {{ white-space: nowrap; }}
    """


def comparison(taken: Taken, group: Group, words: Words, palette: QPalette) -> str:
    """A record's fields, old and new, what was noticed of it, and why it cannot be taken, as HTML."""
    op = f" · {words(OPS[group.op])}" if group.op else ""
    parts = [_quiet(_capital(words(kind_word(group.kind))) + op)]
    if taken.review and taken.review.out_of_reach.intersection(group.positions):
        parts.append(_quiet(words(say("A later change stands on this; it cannot be undone alone."))))
    parts += [_row(row, words, palette) for row in group.rows]
    if not group.rows:
        parts.append(f"<p>{plain(rendered(words, group.title))}</p>")
    parts += [_quiet(words(taken.findings[number].message)) for number in group.findings]
    return "".join(parts)


def _row(row: Row, words: Words, palette: QPalette) -> str:
    label = f'<p class="label">{escape(_capital(words(row.label)))}</p>'
    old, new = rendered(words, row.old), rendered(words, row.new)
    if not old:
        return f"{label}<p>{plain(new)}</p>"
    if not new:
        return f"{label}<p>{marked(old, '', palette)[0]}</p>"
    before, after = marked(old, new, palette) if row.is_text else (plain(old), plain(new))
    lines = "".join(
        f'<tr><td class="quiet side">{escape(words(side))}</td><td>{text}</td></tr>'
        for side, text in ((say("old"), before), (say("new"), after))
    )
    return f"{label}<table>{lines}</table>"


def _quiet(text: str) -> str:
    return f'<p class="quiet">{plain(text)}</p>'


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
