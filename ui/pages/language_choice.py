"""The switch between languages: one press, and every text of the window is another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.buttons import button
from ui.language import LANGUAGES, language
from ui.widgets import lay

if TYPE_CHECKING:
    from ui.window import Window


class LanguageChoice(QWidget):
    """A chip for each language, in its own words, so that who does not read this one finds his own."""

    def __init__(self, window: Window) -> None:
        super().__init__()
        self._window = window
        line = lay(QHBoxLayout(self), gap=8)
        self.chips = {}
        for code, name in LANGUAGES.items():
            spoken = QCoreApplication.translate("Language", "Language: {name}").format(name=name)
            chip = button(name, "filter", accessible=spoken, clicked=lambda code=code: self._choose(code))
            chip.setAutoExclusive(True)
            chip.setChecked(code == language.spoken)
            self.chips[code] = chip
            line.addWidget(chip)

    def _choose(self, code: str) -> None:
        if code == language.spoken:
            return
        if not self._window.speak(code):
            self.chips[language.spoken].setChecked(True)
