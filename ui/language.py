"""The language that the window speaks: its texts, Qt's own, and how dates, money and numbers are written."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

import resources

LANGUAGES = {"en": "English", "fr": "Français"}
"""Every language that is offered, in its own words."""
SYSTEM = "system"
_LOCALES = {"en": "en_US", "fr": "fr_FR"}


class Language(QObject):
    """The language in force. `spoken` is its code, `locale` how it writes figures; `changed` after a switch."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.spoken = "en"
        self.locale = QLocale(_LOCALES["en"])
        self._texts: list[QTranslator] = []

    def speak(self, app: QCoreApplication, wanted: str) -> str:
        """Put `wanted` ("en", "fr" or "system") in force; the code of what is spoken now.

        A language that the program does not have becomes English, which needs its own file for its plurals.
        """
        self.fall_silent(app)
        if wanted == SYSTEM:
            wanted = QLocale.system().name().partition("_")[0]
        self.spoken = wanted if wanted in LANGUAGES else "en"
        self.locale = QLocale(_LOCALES[self.spoken])
        QLocale.setDefault(self.locale)
        for file in (_of_qt(self.spoken), resources.path(f"i18n/counter_{self.spoken}.qm")):
            texts = QTranslator(app)
            if texts.load(str(file)):
                app.installTranslator(texts)
                self._texts.append(texts)
        self.changed.emit()
        return self.spoken

    def fall_silent(self, app: QCoreApplication) -> None:
        """Take every translation out: texts are those of the source again."""
        for texts in self._texts:
            app.removeTranslator(texts)
        self._texts.clear()
        self.spoken, self.locale = "en", QLocale(_LOCALES["en"])
        QLocale.setDefault(self.locale)


language = Language()


def _of_qt(code: str) -> Path:
    """Qt's own texts: the buttons of its file dialog, the menu of a line of text."""
    return Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / f"qtbase_{code}.qm"
