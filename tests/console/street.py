"""A few stores with stations, a contested hand-over and something in quarantine, made over the real protocol."""

from __future__ import annotations

from contextlib import ExitStack
from typing import Any

from central_service.console import operators
from central_service.database import Database
from central_service.server import EmbeddedCentre
from tests.central.station import PLATFORM_TOKEN, Platform, Station, fresh_id

OPERATOR, PASSWORD = "olga@counter.example", "a long enough password"


class Street:
    """One centre with its operator; `close` ends it."""

    def __init__(self, folder: Any, *, demo: bool = True) -> None:
        self._stack = ExitStack()
        self.path = folder / "central.db"
        self.centre = EmbeddedCentre(self.path, platform_token=PLATFORM_TOKEN, demo=demo)
        self.url = self.centre.start()
        self._stack.callback(self.centre.stop)
        self.platform = Platform(self.url)
        self._stack.callback(self.platform.close)
        self.new_operator(OPERATOR, PASSWORD)

    def new_operator(self, email: str, password: str) -> None:
        db = Database(f"sqlite:///{self.path}")
        operators.add_operator(db, email, password, 1)
        db.close()

    def store(self, name: str, store: str = "") -> str:
        """A store called `name`."""
        store = store or fresh_id()
        settings = {"zone": "America/New_York", "pickup_prices": {"per_visit_cents": 100, "per_package_cents": 200}}
        self.platform.post("stores", org="org1", store=store, name=name, settings=settings)
        return store

    def station(self, store: str) -> Station:
        station = Station(self.url, self.platform, store)
        station.clerk = self.platform.clerk(store)
        self._stack.callback(station.close)
        return station

    def report(self, station: Station, **said: Any) -> dict[str, Any]:
        body = {"version": "0.1.0", "waiting": 0, "parked": 0, "photos": 0} | said
        return station.call("POST", "/v1/diag", station.token, **body)

    def contested(self, store: str) -> tuple[str, str]:
        """One piece, given to two mailboxes by two stations: (operation, piece)."""
        account, other = self.platform.account(store), self.platform.account(store, mailbox="13")
        first, second = self.station(store), self.station(store)
        item = fresh_id()
        first.push(
            first.make(
                "item.received",
                item,
                mail_id="M7F3K2QZXW",
                mail_type="package",
                mailbox="",
                name="Ann Lee",
                verdict="no",
            )
        )
        first.push(first.make("item.assigned", item, account=account, mailbox="12", name="Ann Lee", verdict="exact"))
        said = second.push(
            second.make("item.assigned", item, account=other, mailbox="13", name="Bo Lee", verdict="exact")
        )
        assert said[0]["status"] == "contested", said
        return said[0]["op_id"], item

    def quarantined(self, store: str, station: Station | None = None) -> dict[str, Any]:
        """An operation of a kind that this program does not know: its result."""
        station = station or self.station(store)
        said = station.push(station.seal(station.core("item.blessed", fresh_id(), {"by": "nobody"})))
        assert said[0]["status"] == "quarantined", said
        return said[0]

    def close(self) -> None:
        self._stack.close()
