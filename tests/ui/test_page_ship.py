"""Shipping, the carrier's list, bundles and rate tables in the Tasks room, by keyboard and scanner (S-11, 2.6, 2.7)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from counter_app.desk import consolidating
from counter_app.ports import RawScan
from tests.desk import parcel_acts as acts
from tests.desk.test_consolidating import BUNDLE
from tests.desk.test_consolidating import bundle as bundled_and_paid
from tests.desk.test_tasks import charged, task
from ui.sentences import sentence
from ui.widgets import unnamed_controls


def scan(text: str) -> RawScan:
    return RawScan(text.encode(), text, source="scanner")


@pytest.fixture
def room(bench: Any) -> Any:
    """A counter with Ann Lee's mailbox, the clerk signed in, and the Tasks room on the screen."""
    bench.shop = acts.opened(bench.counter)
    bench.sign_in(5)
    bench.shop.ann = bench.doing.actor
    bench.window.go("tasks")
    bench.settle()
    bench.page = bench.window.pages["tasks"]
    return bench


def typed(room: Any, where: Any, text: str, enter: bool = False) -> None:
    where.edit.setFocus()
    where.edit.selectAll()
    QTest.keyClicks(where.edit, text)
    if enter:
        QTest.keyClick(where.edit, Qt.Key.Key_Return)
        room.settle()


def press(room: Any, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(room.window.focusWidget() or room.window, key, modifier)
    room.settle()


def at_work(room: Any, task_id: str) -> Any:
    room.page.work_on("ship", task_id)
    room.settle()
    return room.page.panel


def test_a_parcel_is_packed_priced_charged_and_labelled_by_keyboard(room: Any) -> None:
    task_id = acts.asked_to_ship(room.shop)
    panel = at_work(room, task_id)
    assert unnamed_controls(panel) == []
    room.station.devices.grams = 907
    panel._weigh()
    room.settle()
    QTest.qWait(0)
    typed(room, panel.packing.scales.weight, "2 lb")
    typed(room, panel.packing.scales.size, "12 x 9 x 4", enter=True)
    assert panel.note._text.text() == sentence("ship.contents_missing")
    panel.packing.contents.set_key("none")
    typed(room, panel.packing.scales.size, "12 x 9 x 4", enter=True)
    assert (task(room.shop, task_id).weight_g, task(room.shop, task_id).length_mm) == (907, 305)
    assert panel.price.no_rates.text() == sentence("rates.none")
    typed(room, panel.price.service, "Ground")
    typed(room, panel.price.retail, "10,50", enter=True)
    assert (task(room.shop, task_id).state, task(room.shop, task_id).postage_cents) == ("priced", 1_050)
    press(room, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    charged(room.shop, task_id, "paid")
    panel.refresh()
    room.settle()
    room.window.take_scan(scan("9400111899223197428497"))
    room.settle()
    assert panel.label.number.error() == sentence("ship.tracking_other_carrier")
    room.window.take_scan(scan(acts.TRACKING["ups"]))
    room.settle()
    assert task(room.shop, task_id).tracking == acts.TRACKING["ups"]
    assert room.page.panel is None


def test_s11_the_window_warns_above_one_and_a_fifth_and_refuses_above_one_and_a_half(room: Any) -> None:
    task_id = acts.asked_to_ship(room.shop)
    acts.packed(room.shop, task_id)
    price = at_work(room, task_id).price
    typed(room, price.service, "Ground")
    typed(room, price.retail, "10")
    typed(room, price.factor, "1.2")
    assert price.guard.isHidden()
    typed(room, price.factor, "1.201")
    assert price.guard.text() == sentence("ship.markup_reason_missing")
    typed(room, price.factor, "1.201", enter=True)
    assert price.reason.error() == sentence("ship.markup_reason_missing")
    typed(room, price.factor, "1.501", enter=True)
    assert price.factor.error() == sentence("ship.markup_blocked")
    assert task(room.shop, task_id).state == "weighed"
    typed(room, price.factor, "1,5")
    typed(room, price.reason, "No discount", enter=True)
    assert (task(room.shop, task_id).postage_cents, task(room.shop, task_id).markup_reason) == (1_500, "No discount")


def test_news_take_nothing_away_that_is_being_typed(room: Any) -> None:
    task_id = acts.asked_to_ship(room.shop)
    acts.packed(room.shop, task_id)
    panel = at_work(room, task_id)
    typed(room, panel.address.fields["city"], "Salem")
    typed(room, panel.options.declared, "12.50")
    panel.options.signature.setChecked(True)
    panel.packing.contents.set_key("alcohol")
    panel.price.carrier.set_key("fedex")
    typed(room, panel.price.service, "Home Delivery")
    room.window.focus_scan_box()
    panel.refresh()  # as another counter's work arrives
    room.settle()
    said = (panel.address.fields["city"].text(), panel.options.declared.text(), panel.options.signature.isChecked())
    assert said == ("Salem", "12.50", True)
    assert (panel.packing.contents.key(), panel.price.carrier.key()) == ("alcohol", "fedex")
    assert panel.price.service.text() == "Home Delivery"
    other = acts.asked_to_ship(room.shop)
    assert at_work(room, other).address.fields["city"].text() == "Portland"  # and none of it is there for the next one
    assert panel.options.declared.text() == ""


def test_beside_a_field_with_an_error_the_buttons_stay_on_its_line(room: Any) -> None:
    room.page.show_list("shred_pile")
    room.settle()
    pile = room.page.panel

    def top(widget: Any) -> int:
        return widget.mapTo(pile, widget.rect().topLeft()).y()

    pile.count.show_error("x " * 80)
    room.settle()
    assert top(pile.go) == top(pile.all) == top(pile.count.edit)
    assert top(pile.rescue) == top(pile.reason.edit)


def test_a_rate_of_the_table_is_chosen_by_enter(room: Any, tmp_path: Path) -> None:
    table = tmp_path / "rates.csv"
    table.write_bytes(acts.TABLE)
    room.page.show_list("rate_tables")
    room.page.panel.take(table)
    room.settle()
    assert room.page.panel.table.rows.row_at(0)["version"] == "2026-b"
    task_id = acts.asked_to_ship(room.shop)
    acts.packed(room.shop, task_id)
    price = at_work(room, task_id).price
    assert price.rates.rows.row_at(0)["service"] == "USPS Ground"
    price.rates.setFocus()
    QTest.keyClick(price.rates, Qt.Key.Key_Return)
    assert (price.retail.text(), price.table.isChecked()) == ("11.55", True)
    typed(room, price.factor, "1.1", enter=True)
    assert task(room.shop, task_id).postage_cents == 1_270


def test_a_table_with_a_mistake_is_told_line_by_line_and_not_imported(room: Any, tmp_path: Path) -> None:
    table = tmp_path / "rates.csv"
    table.write_bytes(acts.TABLE + b"rate,Air,8,8,7.00\nrate,Ground,8,x,7.00\n")
    room.page.show_list("rate_tables")
    panel = room.page.panel
    panel.take(table)
    room.settle()
    told = [panel.problems.rows.row_at(n) for n in range(panel.problems.rows.rowCount())]
    assert [(one["line"], one["why"]) for one in told] == [
        ("10", sentence("rates.service_unknown")),
        ("11", sentence("rates.number_wrong")),
    ]
    assert panel.table.rows.rowCount() == 0
    panel.take(tmp_path / "none.csv")
    room.settle()
    assert panel.note._text.text() == sentence("rates.not_read")
    press(room, Qt.Key.Key_Escape)
    assert room.page.panel is None


def test_the_driver_takes_what_is_scanned_and_the_label_is_printed_again_and_voided(room: Any) -> None:
    gone = acts.labelled(room.shop)
    stays = acts.labelled(room.shop, number="1Z12345E0291980794")
    post = acts.labelled(room.shop, "usps")
    press(room, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    panel = room.page.panel
    assert unnamed_controls(panel) == []
    panel.carrier.set_key("ups")
    room.window.take_scan(scan(acts.TRACKING["ups"]))
    room.window.take_scan(scan(acts.TRACKING["usps"]))
    room.settle()
    room.settle()
    assert panel.note._text.text() == sentence("parcels.other_carrier")
    assert panel.count.text() == "1 of 2 scanned"
    typed(room, panel.driver, "Dana", enter=True)
    assert [task(room.shop, one).state for one in (gone, stays, post)] == [
        "handed_to_carrier",
        "label_printed",
        "label_printed",
    ]
    press(room, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert panel.note._text.text() == sentence("parcels.again")
    panel.void.click()
    room.settle()
    assert panel.reason.error() == sentence("parcels.void_why")
    typed(room, panel.reason, "Wrong box", enter=True)
    assert (task(room.shop, stays).state, panel.note._text.text()) == ("voided", sentence("ship.void_store"))
    press(room, Qt.Key.Key_Escape)
    again = at_work(room, stays)
    press(room, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert (task(room.shop, stays).state, again.label.again.isVisible()) == ("paid", False)


def test_a_bundle_is_bound_with_a_warning_and_taken_apart_with_a_reason(room: Any) -> None:
    task_id = bundled_and_paid(room.shop)
    room.page.work_on("consolidate", task_id)
    room.settle()
    panel = room.page.panel
    assert unnamed_controls(panel) == []
    typed(room, panel.bundle.scales.weight, "80 kg")
    press(room, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert task(room.shop, task_id).state == "paid"  # asked first
    press(room, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    typed(room, panel.bundle.scales.weight, "4 lb 3")
    typed(room, panel.bundle.shelf, "B3", enter=True)
    assert task(room.shop, task_id).state == "consolidated"
    room.page.show_list("bundles")
    room.settle()
    shown = room.page.panel
    assert shown.table.rows.row_at(0)["mail_id"].startswith("C")
    shown.go.click()
    room.settle()
    assert shown.reason.error() == sentence("consolidate.undo_why")
    typed(room, shown.reason, "The customer wants them apart", enter=True)
    assert task(room.shop, task_id).state == "undone"
    assert shown.table.rows.rowCount() == 0


def test_customs_lines_are_written_down_where_the_parcel_goes_abroad(room: Any) -> None:
    task_id = acts.asked_to_ship(room.shop)
    panel = at_work(room, task_id)
    assert panel.options.customs.isHidden()
    typed(room, panel.address.fields["postcode"], "9", enter=True)
    assert panel.address.fields["postcode"].error() == sentence("ship.zip_wrong")
    typed(room, panel.address.fields["country"], "ch", enter=True)
    assert not panel.options.customs.isHidden()
    typed(room, panel.options.description, "gift")
    typed(room, panel.options.value, "15", enter=True)
    assert panel.options.description.error() == sentence("ship.customs_vague", {"line": 1})
    typed(room, panel.options.description, "Wool scarf")
    typed(room, panel.options.value, "15", enter=True)
    assert [line.description for line in task(room.shop, task_id).customs] == ["Wool scarf"]
    panel.options._rows[0].click()
    room.settle()
    assert task(room.shop, task_id).customs == ()


def test_the_empty_lists_say_how_they_fill(room: Any) -> None:
    for key in ("parcels_out", "bundles", "rate_tables"):
        room.page.show_list(key)
        room.settle()
        assert room.page.panel.empty.isVisible()
        assert unnamed_controls(room.page.panel) == []
    bound = bundled_and_paid(room.shop)
    consolidating.bind(room.shop.desk, room.shop.ann, bound, BUNDLE)
    room.page.show_list("bundles")
    room.settle()
    assert not room.page.panel.empty.isVisible()
