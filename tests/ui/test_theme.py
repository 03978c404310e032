"""Contrast of every pair of colours, and the switch of the theme at run time."""

from __future__ import annotations

import wave

import pytest
from PySide6.QtGui import QFontDatabase, QFontMetrics, QRawFont
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

import resources
from resources.theme import DARK, EDGES, LIGHT, PAIRS, Colors
from ui.buttons import button
from ui.chips import Chip
from ui.theme import apply_theme, font, icon, look, pixmap
from ui.widgets import IconLabel, icon_label, text_label


def luminance(color: str) -> float:
    parts = [int(color[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, bright = sorted((luminance(one), luminance(other)))
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("pair", PAIRS, ids="-on-".join)
def test_text_has_contrast_of_4_5(theme: Colors, pair: tuple[str, str]) -> None:
    assert contrast(getattr(theme, pair[0]), getattr(theme, pair[1])) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("pair", EDGES, ids="-on-".join)
def test_edges_and_focus_rings_have_contrast_of_3(theme: Colors, pair: tuple[str, str]) -> None:
    assert contrast(getattr(theme, pair[0]), getattr(theme, pair[1])) >= 3


def test_the_theme_switches_without_a_restart(qapp: QApplication) -> None:
    root = QWidget()
    root.setObjectName("page")
    inside = QVBoxLayout(root)
    for widget in (
        text_label("Text", "h1"),
        icon_label("check"),
        Chip("Ready", "ok"),
        button("Go", "primary"),
    ):
        inside.addWidget(widget)
    root.show()
    grounds, icons = {}, {}
    drawn = root.findChild(IconLabel)
    for mode in ("light", "dark", "light"):
        apply_theme(qapp, mode)
        qapp.processEvents()
        picture = root.grab().toImage()
        grounds[mode] = picture.pixelColor(2, 2).name().upper()
        icons[mode] = drawn.pixmap().toImage()
        assert look.mode == mode
    assert grounds == {"light": LIGHT.bg, "dark": DARK.bg}
    assert icons["light"] != icons["dark"]


def test_themed_is_announced_once_for_a_switch(qapp: QApplication) -> None:
    heard: list[str] = []

    def hear() -> None:
        heard.append(look.mode)

    look.themed.connect(hear)
    apply_theme(qapp, "dark")
    look.themed.disconnect(hear)
    assert heard == ["dark"]


def test_the_shipped_font_is_used_and_its_digits_can_line_up(qapp: QApplication) -> None:
    assert "Inter" in QFontDatabase.families()
    tabular = QFontMetrics(font(14, 400, tabular=True))
    assert tabular.horizontalAdvance("1111") == tabular.horizontalAdvance("8888")
    shapes = QRawFont.fromFont(font())
    assert shapes.familyName() == "Inter"
    assert all(shapes.supportsCharacter(ord(letter)) for letter in "éñœ€ÉÜß·…")


def test_every_shipped_icon_draws_in_the_colour_asked_for(qapp: QApplication) -> None:
    names = sorted(file.stem for file in resources.path("icons").glob("*.svg"))
    assert len(names) >= 45
    for name in names:
        picture = pixmap(name, "#ff0000", 24).toImage()
        inked = [
            picture.pixelColor(x, y)
            for x in range(0, picture.width(), 2)
            for y in range(0, picture.height(), 2)
            if picture.pixelColor(x, y).alpha() > 200
        ]
        assert inked, name
        assert all(color.red() > 200 and color.green() < 60 for color in inked), name
    assert not icon("check").isNull()


@pytest.mark.parametrize("name", ["taken", "refused", "unknown"])
def test_sounds_are_short_and_small(name: str) -> None:
    file = resources.path(f"sounds/{name}.wav")
    assert file.stat().st_size < 40_000
    with wave.open(str(file), "rb") as sound:
        assert 0.1 < sound.getnframes() / sound.getframerate() < 0.6


def test_licences_lie_beside_fonts_and_icons() -> None:
    assert "SIL Open Font License" in resources.path("fonts/Inter-OFL.txt").read_text(encoding="utf-8")
    assert "ISC License" in resources.path("icons/Lucide-ISC.txt").read_text(encoding="utf-8")
