"""Sending an article: Word, composed text, the clipboard, paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from moushi.compile.article import compile_article
from moushi.compile.documents import ArticleDocument
from moushi.desk.choosing import ArticleWish
from moushi.desk.exporting import Written, export_article, file_name, whole_text
from moushi.domain.records import Article
from moushi.errors import say
from moushi.ui.opening import tell_written
from moushi.ui.workplace import Workplace

FOLDER = "export_folder"
"""The setting under which the folder of the last export is kept."""


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
        words, desk = self._workplace.words, self._workplace.desk
        article_id = self._article()
        with desk.snapshot() as snapshot:
            article = snapshot.get(Article, article_id) if article_id else None
            name = file_name(snapshot, article, ending) if article else ""
        if article is None:
            return
        is_word = ending == ".docx"
        kind = say("Word documents") if is_word else say("Text files")
        chosen, _ = QFileDialog.getSaveFileName(
            self._page,
            words(say("Export Word") if is_word else say("Export Text")),
            str(self._folder() / name),
            f"{words(kind)} (*{ending})",
        )
        if not chosen:
            return
        out = Path(chosen)
        if out.suffix.lower() != ending:
            out = out.with_name(out.name + ending)
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

    def _folder(self) -> Path:
        kept = self._workplace.desk.store.setting(FOLDER)
        return Path(kept) if isinstance(kept, str) and Path(kept).is_dir() else Path.home()

    def _tell(self, made: Written) -> None:
        """Say what was written and offer to open it; the next export begins in the same folder."""
        message = say("Written: {file}", file=made.path.name)
        if made.in_journal:
            store = self._workplace.desk.store
            self._workplace.guarded(lambda: store.put_setting(FOLDER, str(made.path.parent)))
        else:
            message = say(
                "Written: {file}. This store is open for reading only, so the versions do not list it.",
                file=made.path.name,
            )
        tell_written(self._workplace, message, made.path)
        self.written.emit()
