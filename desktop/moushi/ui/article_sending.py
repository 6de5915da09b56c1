"""Sending an article: Word, proof, composed text, the clipboard, paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from moushi.compile.article import compile_article
from moushi.compile.documents import ArticleDocument
from moushi.desk.choosing import ArticleWish
from moushi.desk.exporting import Written, export_article, file_name, whole_text
from moushi.domain.records import Article
from moushi.errors import Message, say
from moushi.ui.opening import tell_written
from moushi.ui.saving import ask_where
from moushi.ui.workplace import Workplace

WORD: Mapping[str, Message] = {".docx": say("Word documents")}
PROOF: Mapping[str, Message] = {".pdf": say("PDF documents"), ".png": say("Pictures")}
TEXT: Mapping[str, Message] = {".txt": say("Text files")}
"""The files an article is written to, by their endings."""


class Sending(QObject):
    """What leaves the page; `article` gives the id of the article with everything typed kept, else None."""

    written = Signal()  # a version more is in the journal

    def __init__(self, workplace: Workplace, article: Callable[[], UUID | None], page: QWidget) -> None:
        super().__init__(page)
        self._workplace = workplace
        self._article = article
        self._page = page

    def export(self, title: Message, kinds: Mapping[str, Message]) -> None:
        """Ask for a file of one of these kinds and write the article there, in the way of its ending."""
        desk = self._workplace.desk
        article_id = self._article()
        with desk.snapshot() as snapshot:
            article = snapshot.get(Article, article_id) if article_id else None
            name = file_name(snapshot, article) if article else ""
        if article is None:
            return
        out = ask_where(self._page, self._workplace, title, kinds, name=name)
        if out is None:
            return
        wish, now = ArticleWish(str(article.id)), self._workplace.now()
        self._workplace.run(
            say("Writing {file}…", file=out.name),
            lambda report: export_article(desk, out, article.year, wish=wish, now=now, report=report),
            self._tell,
        )

    def copy(self) -> None:
        """Put the whole text on the clipboard, for a chat."""
        document = self._document()
        if document:
            QGuiApplication.clipboard().setText(whole_text(document))
            count = document.characters
            self._workplace.tell(
                say("The whole text is copied, {count} characters. Paste it into the chat.", count=count)
            )

    def print_out(self, title: str) -> None:
        """Show how the article is printed, to print it from there."""
        document = self._document()
        if document:
            from moushi.ui.printing import Preview  # loads Qt's printing

            name = document.headline.text if document.headline else title
            Preview(document, name, self._workplace.words, self._page).open()

    def _document(self) -> ArticleDocument | None:
        article_id = self._article()
        if article_id is None:
            return None

        def compiled() -> ArticleDocument | None:
            with self._workplace.desk.snapshot() as snapshot:
                article = snapshot.get(Article, article_id)
                return compile_article(snapshot, article) if article else None

        return self._workplace.guarded(compiled)

    def _tell(self, made: Written) -> None:
        """Say what was written and offer to open it."""
        message = say("Written: {file}", file=made.path.name)
        if made.more:
            pages = 1 + len(made.more)
            message = say(
                "Written: {file} and so on, one file for each of {pages} pages",
                file=made.path.name,
                pages=pages,
            )
        if not made.in_journal:
            message = say(
                "Written: {file}. This store is open for reading only, so the versions do not list it.",
                file=made.path.name,
            )
        for notice in (made.warning, *made.notices):
            if notice:
                self._workplace.tell(notice)
        tell_written(self._workplace, message, made.path)
        self.written.emit()
