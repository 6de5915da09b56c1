"""Sending an article: Word, composed text, the clipboard, paper."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from moushi.compile.article import compile_article
from moushi.compile.documents import ArticleDocument
from moushi.desk.choosing import ArticleWish
from moushi.desk.exporting import Written, export_article, file_name, whole_text
from moushi.domain.records import Article
from moushi.errors import say
from moushi.ui.opening import tell_written
from moushi.ui.saving import ask_where
from moushi.ui.workplace import Workplace


class Sending(QObject):
    """What leaves the page; `article` gives the id of the article with everything typed kept, else None."""

    written = Signal()  # a version more is in the journal

    def __init__(self, workplace: Workplace, article: Callable[[], UUID | None], page: QWidget) -> None:
        super().__init__(page)
        self._workplace = workplace
        self._article = article
        self._page = page

    def export(self, ending: str) -> None:
        """Ask for a file and write the article there: as .docx, or as .txt line by line as composed."""
        desk = self._workplace.desk
        article_id = self._article()
        with desk.snapshot() as snapshot:
            article = snapshot.get(Article, article_id) if article_id else None
            name = file_name(snapshot, article, ending) if article else ""
        if article is None:
            return
        is_word = ending == ".docx"
        kind = say("Word documents") if is_word else say("Text files")
        title = say("Export Word") if is_word else say("Export Text")
        out = ask_where(self._page, self._workplace, title, kind, name=name, ending=ending)
        if out is None:
            return
        wish, now = ArticleWish(str(article.id)), self._workplace.now()
        self._workplace.run(
            say("Writing {file}…", file=out.name),
            lambda _: export_article(desk, out, article.year, wish=wish, now=now),
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
        if not made.in_journal:
            message = say(
                "Written: {file}. This store is open for reading only, so the versions do not list it.",
                file=made.path.name,
            )
        if made.warning:
            self._workplace.tell(made.warning)
        tell_written(self._workplace, message, made.path)
        self.written.emit()
