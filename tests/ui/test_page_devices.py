"""Devices: states in words that follow the device, and a test of each with what it really gives."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QBuffer, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from counter_app.desk import inbox
from counter_app.errors import DeviceError
from counter_app.events import DeviceChanged, PrintJobChanged
from counter_app.ports import DeviceStatus, RawScan
from ui.sentences import sentence

CTRL = Qt.KeyboardModifier.ControlModifier


def page(bench: Any) -> Any:
    bench.sign_in()
    bench.station.config = replace(
        bench.station.config,
        devices={"scale": "hid:0922:8003", "camera": "camera:0"},
        printers={"label": "tcp://clerk:secret@10.0.0.7:9100"},
    )
    bench.window.go("devices")
    bench.settle()
    return bench.window.pages["devices"]


def said(shown: Any, role: str) -> str:
    return shown.cards[role].result.text()


def test_only_devices_of_this_computer_have_a_card_and_the_scanner_always_has(bench: Any) -> None:
    shown = page(bench)
    seen = [role for role, card in shown.cards.items() if card.isVisible()]
    assert seen == ["scanner", "scale", "camera", "printer"]
    assert "Receipts" in shown._none.text()
    assert "Shipping labels" not in shown._none.text()  # a store with one label printer misses nothing


def test_an_address_shows_no_password(bench: Any) -> None:
    shown = page(bench)
    assert shown.cards["printer"].address.whole_text() == "tcp://…@10.0.0.7:9100"


def test_a_device_that_is_gone_says_what_to_do_and_comes_back_by_itself(bench: Any) -> None:
    shown = page(bench)
    card = shown.cards["printer"]
    assert card.chip.text() == "not asked yet"
    bench.doing.hear(DeviceChanged(DeviceStatus("printer", "label", "fault", "printer.no_paper")))
    bench.settle()
    assert (card.chip.text(), card.chip.kind) == ("no paper", "bad")
    assert card.advice.text() == sentence("printer.no_paper")
    bench.doing.hear(DeviceChanged(DeviceStatus("printer", "label", "ready")))
    bench.settle()
    assert (card.chip.text(), card.advice.isVisible()) == ("ready", False)


def test_what_happened_before_the_page_was_opened_shows_too(bench: Any) -> None:
    bench.window.make_rooms()
    bench.doing.hear(DeviceChanged(DeviceStatus("printer", "label", "gone", "printer.gone")))
    bench.settle()
    assert page(bench).cards["printer"].chip.text() == "not connected"


def test_a_scan_is_shown_here_and_nowhere_else(bench: Any) -> None:
    shown = page(bench)
    bench.window.take_scan(RawScan(b"x", "1Z999AA10\x1d1", "code128", source="wedge"))
    assert bench.window.page is shown
    assert said(shown, "scanner") == "1Z999AA10␝1  ·  code128"


def test_what_is_typed_is_still_a_search(bench: Any) -> None:
    page(bench)
    bench.window.scan_box.entered.emit("214")
    assert bench.window.page.key == "answer"


def test_a_licence_shows_no_person(bench: Any) -> None:
    shown = page(bench)
    bench.window.take_scan(RawScan(b"x", "@\n\x1e\rANSI 636000080002DLDCSMILES", "pdf417", source="scanner"))
    assert "MILES" not in said(shown, "scanner")
    assert said(shown, "scanner").endswith("pdf417")


def test_the_scale_weighs_by_key_and_its_trouble_is_never_a_weight(bench: Any, qtbot: Any) -> None:
    shown = page(bench)
    bench.station.devices.grams = 1_234
    QTest.keyClick(bench.window.scan_box, Qt.Key.Key_1, CTRL)
    qtbot.waitUntil(lambda: said(shown, "scale") == "2 lb 11.5 oz  ·  1,234 g", timeout=5_000)
    bench.station.devices.trouble = DeviceError("scale.in_motion")
    shown.weigh_now()
    qtbot.waitUntil(lambda: said(shown, "scale") == sentence("scale.in_motion"), timeout=5_000)
    assert shown.weigh.isEnabled()


def test_the_camera_shows_its_picture_or_why_there_is_none(bench: Any, qtbot: Any) -> None:
    shown = page(bench)
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    image.fill(0)
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    bench.station.devices.picture = bytes(buffer.data())
    QTest.keyClick(bench.window.scan_box, Qt.Key.Key_2, CTRL)
    qtbot.waitUntil(lambda: said(shown, "camera") == "64 × 48", timeout=5_000)
    assert shown.photo.isVisible()
    bench.station.devices.picture = b"no picture"
    shown.take_picture()
    qtbot.waitUntil(lambda: said(shown, "camera") == sentence("picture.not_a_picture"), timeout=5_000)
    assert not shown.photo.isVisible()


def test_a_test_label_is_owed_and_its_way_to_paper_is_told(bench: Any) -> None:
    shown = page(bench)
    QTest.keyClick(bench.window.scan_box, Qt.Key.Key_3, CTRL)
    bench.settle()
    (job,) = inbox.print_queue(bench.counter.desk)
    assert (job.kind, job.printer) == ("test_label", "label")
    bench.doing.hear(PrintJobChanged(job.id, "test_label", "done"))
    bench.settle()
    assert said(shown, "printer").startswith("Printed.")


def test_a_test_of_another_clerk_is_not_told_here(bench: Any) -> None:
    shown = page(bench)
    bench.doing.hear(PrintJobChanged("job-of-before", "test_label", "done"))
    bench.settle()
    assert said(shown, "printer") == ""


def test_leaving_forgets_what_was_scanned(bench: Any) -> None:
    shown = page(bench)
    bench.window.take_scan(RawScan(b"x", "1Z999AA10", "code128", source="wedge"))
    bench.window.go("today")
    assert said(shown, "scanner") == ""
