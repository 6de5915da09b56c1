"""How the review looks: old and new of a record as rich text, labels cut to the room there is."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QTextCursor
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QTextEdit

from moushi.desk.review_groups import Group, Row
from moushi.desk.side_words import SideWords
from moushi.desk.under_review import Taken
from moushi.domain.words import kind_word
from moushi.errors import say
from moushi.ui.diff_text import marked, plain
from moushi.ui.review_model import OPS
from moushi.ui.words import Words
from moushi.ui.workplace import rendered

_WRAPPED = 40  # what a break may leave empty, logical pixels


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

    def put(self, text: str) -> None:
        """Show a text, whole in tool tip and for screen readers."""
        self.setText(text)
        self.setToolTip(text)
        self.setAccessibleName(text)


class AdviceLabel(QLabel):
    """A text of a few `lines`; what is longer is cut at the end, and whole in the tool tip."""

    lines = 3

    def heightForWidth(self, width: int) -> int:
        """As much as the text needs, at most `lines`."""
        return min(super().heightForWidth(width), self._most)

    def sizeHint(self) -> QSize:
        """No wider than what stands beside it wants to be."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """As tall as the text needs, so that what stands beside it makes room."""
        return QSize(0, self.heightForWidth(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, cut to the room there is."""
        if super().heightForWidth(self.width()) <= self.height():
            super().paintEvent(event)
            return
        lines = max(self.height() // self.fontMetrics().lineSpacing(), 1)
        room = lines * self.width() - _WRAPPED * (lines - 1)
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter = QPainter(self)
        flags = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), flags, text)
        painter.end()

    @property
    def _most(self) -> int:
        return self.lines * self.fontMetrics().lineSpacing()


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
    """A record's fields, old and new, and why it cannot be taken, as HTML; findings are told below."""
    op = f" · {words(OPS[group.op])}" if group.op else ""
    parts = [_quiet(_capital(words(kind_word(group.kind))) + op)]
    if taken.review and taken.review.out_of_reach.intersection(group.positions):
        parts.append(_quiet(words(say("A later change stands on this; it cannot be undone alone."))))
    parts += [_row(row, words, palette) for row in group.rows]
    if not group.rows:
        parts.append(f"<p>{plain(rendered(words, group.title))}</p>")
    return "".join(parts)


def conflict(sides: SideWords, words: Words, palette: QPalette) -> str:
    """A conflict's three values under each other, the returned one marked against the one held, as HTML."""
    returned, held = rendered(words, sides.returned), rendered(words, sides.held)
    old, new = marked(held, returned, palette)
    lines = "".join(
        f'<tr><td class="quiet side">{escape(words(side))}</td><td>{text}</td></tr>'
        for side, text in (
            (say("sent out"), plain(rendered(words, sides.sent))),
            (say("returned"), new),
            (say("held now"), old),
        )
    )
    label = words(say("Conflict: {field}", field=sides.field))
    whose = f"<p>{plain(sides.record)}</p>" if sides.record else ""
    return f'<p class="label">{escape(_capital(label))}</p>{whose}<table>{lines}</table>'


def _row(row: Row, words: Words, palette: QPalette) -> str:
    label = f'<p class="label">{escape(_capital(words(row.label)))}</p>'
    old, new = rendered(words, row.old), rendered(words, row.new)
    if not old or old == new:
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
