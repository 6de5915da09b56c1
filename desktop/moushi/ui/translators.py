"""Qt's side of the language: the forms' texts, and Qt's own buttons and menus."""

from __future__ import annotations

import logging

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from moushi import paths
from moushi.desk.preferences import Language
from moushi.errors import MoushiError

_SPOKEN = "moushi.spoken"


def speak(app: QApplication, language: Language) -> None:
    """Let forms and Qt speak a language in place of the one spoken so far; windows follow by themselves."""
    if app.property(_SPOKEN):  # to look for children, PySide loads the kind of each: not on the first call
        for spoken in app.findChildren(QTranslator, options=Qt.FindChildOption.FindDirectChildrenOnly):
            app.removeTranslator(spoken)
            spoken.deleteLater()
    app.setProperty(_SPOKEN, True)
    QLocale.setDefault(QLocale(language.value))
    if language is Language.ENGLISH:
        return
    forms = paths.resources() / "i18n" / f"moushi_{language}.qm"
    if not _install(app, str(forms)):
        raise MoushiError("The program's own files are missing: {path}. Install Moushi again.", path=forms)
    qt = f"{QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)}/qtbase_{language}.qm"
    if not _install(app, qt):
        logging.getLogger(__name__).warning("%s is missing: Qt's own buttons stay English", qt)


def _install(app: QApplication, file: str) -> bool:
    translator = QTranslator(app)
    return translator.load(file) and app.installTranslator(translator)
