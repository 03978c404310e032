"""What goes wrong in a day: printers, scales, two stations at one piece, a locked counter; and the proof at night."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver

from counter_app.demo.day_counters import Counter, an_hour_alone, asked_everywhere, one_picture
from counter_app.demo.day_receive import received
from counter_app.demo.platform import STORE
from counter_app.demo.walk import Report
from counter_app.demo.world import World
from counter_app.desk import money, sign_in
from counter_app.paths import Home
from counter_app.store import keys
from counter_app.store.keys import KeySource
from ui.status import in_trouble, role_name, short

OPEN_JOBS = "SELECT count(*) FROM print_job WHERE state <> 'done'"


def no_paper(world: World) -> None:
    """the label printer runs out of paper"""
    hand, report, printer = world.hand, world.report, world.shop.equipment.label_printer
    # The label of what was done before may be on its way; it is none of those that are counted here.
    hand.wait(lambda: world.count(OPEN_JOBS) == 0, "what was printed before", 20)
    before = len(printer.labels)
    printer.paper_out()
    item = received(world, world.number(), world.customer(7))
    report.check("a piece is received although the printer has no paper", item.state == "received")
    report.check("the status bar says that there is no paper", hand.sees("no paper"))
    hand.go("print")
    hand.picture("print-queue-no-paper")
    open_jobs = world.count(OPEN_JOBS)
    report.check("its label waits in the print queue", open_jobs >= 1, open_jobs)
    printer.mend()
    world.station.spooler.wake()
    came = printer.wait_for_labels(before + 1, 20)
    hand.wait(lambda: world.count(OPEN_JOBS) == 0, "the queue to be empty", 20)
    report.check("with paper the label comes out once", came and len(printer.labels) == before + 1)


def printer_off(world: World) -> None:
    """the label printer is switched off"""
    hand, report, printer = world.hand, world.report, world.shop.equipment.label_printer
    before = len(printer.labels)
    printer.power_off()
    received(world, world.number(), world.customer(7))
    report.check(
        "the status bar says that the printer is not there",
        hand.sees(in_trouble(role_name("printer"), short("printer.gone"))),
    )
    hand.picture("printer-off")
    printer.power_on()
    world.station.spooler.wake()
    hand.wait(lambda: len(printer.labels) == before + 1, "the label after switching on", 30)
    report.check("switched on again it prints what is owed, once", len(printer.labels) == before + 1)


def scale_unplugged(world: World) -> None:
    """the scale is moved and unplugged"""
    hand, report, scale = world.hand, world.report, world.shop.equipment.scale
    hand.go("receive")
    scale.move()
    page = hand.window.pages["receive"]
    hand.press("Weigh")
    hand.sees("Scale: moving", 5)
    report.check("a moving scale gives no weight", not page.form.weight.grams())  # type: ignore[attr-defined]
    scale.unplug()
    report.check(
        "an unplugged scale says so in the status bar",
        hand.sees(in_trouble(role_name("scale"), short("device.gone")), 10),
    )
    hand.go("devices")
    hand.picture("devices-scale-gone")
    scale.plug_in()
    scale.put(0)
    ready = hand.wait(
        lambda: all(one.state == "ready" for one in world.station.device_statuses()), "the scale to come back", 20
    )
    report.check("plugged in again it comes back by itself", bool(ready))


def two_stations(world: World) -> None:
    """two stations hand out one piece"""
    hand, report = world.hand, world.report
    customer = world.customer(8)
    item = received(world, world.number(), customer)
    world.all_sent()
    other = world.others[0]
    other.station.worker.kick()  # type: ignore[union-attr]
    hand.wait(lambda: other.has(item.id), "the second station to have pulled the piece", 60)
    report.check("a second station of the store shows the same piece", True)
    world.shop.centre.stop()
    try:
        for counter in (Counter(world.station, world.doing.actor), other):  # type: ignore[arg-type]
            counter.hand_out(customer, item)
    finally:
        world.shop.centre.start()
    for station in (world.station, other.station):
        station.worker.kick()  # type: ignore[union-attr]
    world.all_sent(60)

    def contested() -> list[str]:
        return [line["kind"] for line in world.shop.platform.journal() if line["status"] == "contested"]

    hand.wait(lambda: "pickup.handed_over" in contested(), "the contradiction to be kept", 30)
    report.check("both hand-overs of one piece are kept, and contested", True, ", ".join(contested()))
    asked_everywhere(world)


def locked(world: World) -> None:
    """the counter is locked and unlocked by PIN"""
    hand, report, desk = world.hand, world.report, world.station.desk
    actor = world.doing.actor
    if actor is None:
        return
    sign_in.set_pin(desk, actor, "480159")
    waiting = world.count("SELECT count(*) FROM journal")
    hand.window.lock()
    report.check("a locked counter shows no customer", not hand.window.rail.isVisible())
    hand.picture("locked")
    world.scan("1Z999AA10123456784")
    hand.wait(lambda: hand.window.heard_sounds[-1:] == ["refused"], "the refusal of a scan while locked")
    report.check("a scan while locked shows nothing", not hand.window.rail.isVisible())
    hand.type_into("PIN", "480159", enter=True)
    hand.wait(lambda: world.doing.clerk, "the PIN to unlock")
    report.check(
        "the PIN unlocks it, and the journal kept everything", world.count("SELECT count(*) FROM journal") > waiting
    )


def evening(world: World) -> None:
    """the evening: everything is sent, every picture is taken"""
    hand, report = world.hand, world.report
    world.all_sent(60)
    for key in ("today", "receive", "pickups", "customers", "inbox", "print"):
        hand.go(key)
        hand.wait(lambda: not world.doing.at_work, "the desk to be idle")
        hand.sees("Connection: online", 5)
        hand.picture(f"evening-{key}")
    the_till(world)
    own, lost, doubled = world.twice_or_lost()
    report.check("in the evening the centre has everything exactly once", lost == 0 and doubled == 0, own)
    photos = world.photos()
    same = [world.shop.platform.photo(one) == world.station.desk.blobs.open_plain(one) for one in photos]
    report.check("in the evening the centre has every photo and signature, byte for byte", all(same), len(same))
    report.check("the status bar says that everything is sent", hand.sees("%n to send", 5, n="0"))
    report.check("the print queue is empty", world.count(OPEN_JOBS) == 0)
    journal_rows = world.count("SELECT count(*) FROM journal")
    report.check("the journal of the day has at least 50 acts", journal_rows >= 50, journal_rows)


def the_till(world: World) -> None:
    """S-15: the sum of the day is what the cards have paid, to the cent"""
    hand, report = world.hand, world.report
    hand.window.go("money", view="day")
    page: Any = hand.window.pages["money"]
    hand.wait(lambda: page.day._day and not world.doing.at_work, "the day end")
    lines = world.shop.platform.get("charges", store=STORE)
    cards = sum(one["amount_cents"] for one in lines if one["result"] == "paid")
    told = world.do(money.day_end).paid_cents
    report.check("S-15: the day end is the sum of what the cards have paid", told == cards, f"{told} cents")
    hand.picture("money-day-end")


def after_closing(folder: Path, report: Report) -> None:
    """the custody journal proves itself, and shows a single changed byte"""
    home = Home(folder / "homes" / "counter-1")
    code, said = _verify(home.root)
    report.check("verify of the station's home exits 0", code == 0, said)
    broken = folder / "homes" / "tampered"
    shutil.rmtree(broken, ignore_errors=True)
    shutil.copytree(home.root, broken)
    opened = keys.open_keys(Home(broken).keys, KeySource("keyfile", key_file=Home(broken).key_file))
    connection = driver.connect(str(Home(broken).store))
    try:
        connection.execute(f"PRAGMA key = \"x'{opened.store_key.hex()}'\"")
        row = connection.execute("SELECT position, core FROM journal ORDER BY position LIMIT 1 OFFSET 5").fetchone()
        core = bytearray(row[1])
        core[len(core) // 2] ^= 1
        connection.execute("UPDATE journal SET core = ? WHERE position = ?", (bytes(core), row[0]))
        connection.commit()
    finally:
        connection.close()
    code, said = _verify(broken)
    report.check("verify exits 3 after one byte of the journal was changed", code == 3, said)
    shutil.rmtree(broken, ignore_errors=True)


def _verify(home: Path) -> tuple[int, str]:
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "counter_app.main"]
    command = [*program, "verify", str(home)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)  # noqa: S603 - own program
    return done.returncode, (done.stdout.strip().splitlines() or [done.stderr.strip()[-200:]])[-1]


STEPS = (no_paper, printer_off, scale_unplugged, an_hour_alone, two_stations, locked, evening, one_picture)
