"""The demo's station with its simulated devices at hand: what the drawer's buttons do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from counter_app.config import read_config
from counter_app.demo import people
from counter_app.demo.platform import account_id, addresses
from counter_app.demo.store import DemoStore
from counter_app.demo.words import hint
from counter_app.devices.simulated_pictures import Wear
from counter_app.station import Station
from counter_app.store.keys import KeySource
from ui.demo_drawer import DemoDrawer
from ui.doing import Doing


class Bench:
    """A `Station` that can also be played with; everything else is the station's own."""

    def __init__(self, folder: Path, seed: int, doing: Doing, tell: Callable[[str], None]) -> None:
        self.shop = DemoStore(folder, seed, tell)
        try:
            home = self.shop.new_station("counter-1")
            source = KeySource("keyfile", key_file=home.key_file)
            self.station = Station(home, read_config(home.config), source, doing.hear)
        except BaseException:
            self.shop.close()
            raise
        self.station.start()
        print(addresses(self.shop.centre.base_url), flush=True)
        self._online = True

    def __getattr__(self, name: str) -> Any:
        return getattr(self.station, name)

    def furnish(self, window: Any) -> None:
        """Put the drawer into the window and say who can sign in."""
        window.sign_in_page.set_hint(hint())
        # The drawer ends with the status bar that holds its handle, when the window speaks another language.
        drawer = DemoDrawer(self, window)
        window.add_handle(drawer.handle)
        window.status.destroyed.connect(drawer.deleteLater)

    def close(self) -> None:
        self.station.close()
        self.shop.close()

    # ------------------------------------------------------------ the drawer's buttons

    def put_on_scale(self, grams: int) -> None:
        self.shop.equipment.scale.put(grams)

    def plug(self, device: str, plugged: bool) -> None:
        """Pull or plug the cable of scale, scanner or a printer."""
        equipment = self.shop.equipment
        if device in ("scale", "scanner"):
            line = getattr(equipment, device)
            line.plug_in() if plugged else line.unplug()
        else:
            printer = equipment.label_printer if device == "printer" else equipment.receipt_printer
            printer.power_on() if plugged else printer.power_off()

    def paper(self, there: bool) -> None:
        printer = self.shop.equipment.label_printer
        printer.mend() if there else printer.paper_out()

    def network(self, there: bool) -> None:
        """Stop the centre, as a pulled cable would look from here, or start it again."""
        if there and not self._online:
            self.shop.centre.start()
        elif not there and self._online:
            self.shop.centre.stop()
        self._online = there

    def scan(self, text: str) -> None:
        self.shop.equipment.scanner.scan(text)

    def new_parcel(self) -> tuple[str, str, str]:
        """A parcel that a driver has just brought: its number, its mailbox, the name on it; the camera sees it."""
        random = self.shop.random
        customer = random.choice([one for one in self.shop.customers if one.state == "active"])
        number = people.number(random, random.choice(("ups", "fedex", "amazon", "usps")))
        name, _ = random.choice(customer.names)
        self.shop.equipment.camera.show_parcel(number, (name, f"PMB {customer.mailbox}", "12 Main Street"), Wear())
        return number, customer.mailbox, name

    def card_declines(self, mailbox: str) -> None:
        """The next charge to this mailbox's card is declined."""
        for customer in self.shop.customers:
            if customer.mailbox == mailbox:
                self.shop.platform.card_answers(account_id(customer), "declined")
