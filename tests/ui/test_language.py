"""The clerk's language: texts, plurals, figures; a switch changes every word at once and loses nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QAbstractButton, QApplication

from counter_app.domain.values import Money
from ui import figures
from ui.language import language
from ui.sentences import sentence
from ui.widgets import key_text

NARROW, HARD = "\u202f", "\u00a0"


@pytest.fixture
def french(qapp: QApplication) -> Iterator[None]:
    language.speak(qapp, "fr")
    yield
    language.fall_silent(qapp)


@pytest.fixture(autouse=True)
def silent_again(qapp: QApplication) -> Iterator[None]:
    yield
    language.fall_silent(qapp)


def pieces(count: int) -> str:
    return QCoreApplication.translate("Pickups", "%n piece(s)", "", count)


@pytest.mark.parametrize(
    ("count", "said"), [(0, "0 article"), (1, "1 article"), (2, "2 articles"), (10**6, "1000000 articles")]
)
def test_french_counts_nothing_and_one_alike(french: None, count: int, said: str) -> None:
    assert pieces(count) == said


def test_english_has_its_plurals(qapp: QApplication) -> None:
    language.speak(qapp, "en")
    assert (pieces(0), pieces(1), pieces(2)) == ("0 pieces", "1 piece", "2 pieces")


def test_figures_are_written_as_in_french(french: None) -> None:
    at = datetime(2026, 11, 2, 14, 5, tzinfo=UTC)
    assert figures.money(Money(123_450)) == f"1{NARROW}234,50{HARD}$"
    assert (figures.clock_text(at), figures.date_text(at)) == ("14:05", "2 nov.")
    assert figures.long_date(at) == "Lundi 2 novembre"
    assert figures.when_text(at.replace(day=1), at) == "hier 14:05"
    assert figures.weight_text(1_234) == "2 lb 11,5 oz"
    assert figures.day_of("2026-08-15") == "15 août 2026"


def test_figures_are_written_as_in_english() -> None:
    at = datetime(2026, 11, 2, 14, 5, tzinfo=UTC)
    assert figures.money(Money(123_450)) == "$1,234.50"
    assert (figures.clock_text(at), figures.full_date(at)) == (f"2:05{NARROW}PM", "Nov 2, 2026")
    assert figures.when_text(at.replace(year=2025), at) == f"Nov 2, 2025, 2:05{NARROW}PM"
    assert figures.day_of("not a day!") == "not a day!"


def test_a_sentence_writes_its_days_in_the_language(french: None) -> None:
    assert "le 15 août 2026" in sentence("pickup.id_expired", {"expired_on": "2026-08-15"})


def test_keys_are_called_as_on_a_french_keyboard(french: None) -> None:
    assert (key_text("Ctrl+Return"), key_text("Escape")) == ("Ctrl+Entrée", "Échap")


def test_qt_speaks_french_too(french: None) -> None:
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Annuler"


def test_what_the_program_does_not_speak_becomes_english(qapp: QApplication) -> None:
    assert language.speak(qapp, "eo") == "en"


def test_a_switch_at_the_sign_in_page_changes_every_word_and_keeps_the_e_mail(bench: Any, qtbot: Any) -> None:
    bench.settle()
    bench.window.sign_in_page.email.set_text("jordan@northgate.example")
    press(bench, "Language: Français")
    qtbot.waitUntil(lambda: language.spoken == "fr", timeout=5_000)
    bench.settle()
    page = bench.window.sign_in_page
    assert page.go_in.label() == "Se connecter"
    assert page.email.text() == "jordan@northgate.example"
    assert bench.station.config.language == "fr"


def test_a_switch_at_work_keeps_the_clerk_and_the_room(bench: Any, qtbot: Any) -> None:
    bench.sign_in()
    bench.window.go("devices")
    bench.settle()
    press(bench, "Language: Français")
    qtbot.waitUntil(lambda: language.spoken == "fr", timeout=5_000)
    bench.settle()
    assert bench.doing.clerk is not None
    assert bench.window.page.key == "devices"
    assert bench.window.rail.current() == "devices"
    assert bench.window.scan_box.accessibleName() == "Scanner ou chercher"


def test_no_switch_while_a_piece_is_half_entered(bench: Any) -> None:
    bench.sign_in()
    bench.window.go("receive")
    bench.window.pages["receive"].form.tracking.set_text("1Z999AA10123456784")
    bench.window.go("devices")
    bench.settle()
    press(bench, "Language: Français")
    assert language.spoken == "en"
    assert "half entered" in bench.window.toasts.text()
    assert bench.window.pages["receive"].form.tracking.text() == "1Z999AA10123456784"


def test_a_muted_counter_plays_nothing_and_still_tells(bench: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    bench.sign_in()
    bench.window.go("devices")
    bench.settle()
    sounds, played = bench.window.sounds, []
    monkeypatch.setattr("ui.sounds.QGuiApplication.platformName", lambda: "a real screen")
    monkeypatch.setattr(sounds, "_begin", played.append)
    bench.window.play("taken")
    bench.window.pages["devices"].own.sound.click()
    bench.window.play("refused")
    assert [one.rpartition("/")[2] for one in played] == ["taken.wav"]
    assert sounds.heard[-1] == "refused"
    assert bench.station.config.sounds == "off"


def press(bench: Any, name: str) -> None:
    buttons = bench.window.findChildren(QAbstractButton)
    next(one for one in buttons if one.isVisible() and one.accessibleName() == name).click()
