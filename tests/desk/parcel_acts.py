"""What the tests of shipping do at a counter, and a rate table that was made up for them."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from counter_app.desk import ship, ship_label, task_work
from counter_app.desk.ship import Packed, Price
from counter_app.domain import fold
from counter_app.domain.address_shape import Address
from counter_app.domain.operations import Operation, checked_body
from counter_app.domain.permissions import PLATFORM
from counter_app.domain.rows import to_plain
from counter_app.store import state
from tests.counter_acts import piece
from tests.desk.test_tasks import asked, charged

HOME = Address("Cara Wells", "", "7 Pine Street", "Apt 2", "Portland", "OR", "97201")
BOX = Packed(900, 300, 200, 100, "box", "none")
TRACKING = {"ups": "1Z999AA10123456784", "usps": "9400111899223197428497", "fedex": "999999999993"}
TABLE = b"""# Invented prices for tests; no carrier asks them.
carrier,usps,2026-b,2026-07-12,2027-01-10
service,Ground,oz,0,50
zone,*,005-299,4
zone,*,900-999,8
rate,Ground,8,8,7.00
rate,Ground,8,32,11.00
rate,Ground,8,64,14.00
rate,Ground,4,64,9.00
"""


def opened(counter: Any) -> Any:
    """A store with two customers, and the centre's answers to a question about a price."""
    counter.account("a1", "101", "Ann Lee")
    counter.account("b1", "102", "Bob Stone")
    counter.ann = counter.clerk(level=2, clerk_id="ann")

    def answer(task_id: str, agreed: int) -> None:
        with counter.desk.db.write() as connection:
            row = state.task(connection, task_id)
            body = checked_body("task.customer_answered", {"amount_cents": row.amount_cents, "agreed": agreed})
            now = counter.desk.now_ms()
            op = Operation(counter.desk.new_id(), "task.customer_answered", task_id, PLATFORM, now, body)
            after = to_plain(fold.apply("task", row, op))
            connection.exec_driver_sql("UPDATE journal SET status = 'applied', seq = 900 WHERE status = 'waiting'")
            seq = connection.exec_driver_sql("SELECT seq FROM task WHERE id = ?", (task_id,)).scalar() or 0
            assert state.accept_pulled(connection, "task", [(task_id, max(901, seq + 1), after)]) == []

    counter.answer = answer
    return counter


def asked_to_ship(shop: Any, pieces: int = 1, mail_type: str = "package", **terms: Any) -> str:
    """A customer asks for his pieces to be sent to Oregon, and they are gathered."""
    found = [piece(shop, shop.ann, mail_type=mail_type) for _ in range(pieces)]
    said = {"to": asdict(HOME), "carrier": "ups", **terms}
    task_id = asked(shop, "ship", tuple(item.id for item in found), terms=json.dumps(said))
    for item in found:
        task_work.tick(shop.desk, shop.ann, task_id, item.mail_id)
    return task_id


def packed(shop: Any, task_id: str, how: Packed = BOX) -> Any:
    return ship.pack(shop.desk, shop.ann, task_id, how)


def priced(shop: Any, task_id: str, retail: int = 1_000, permille: int = 1_000, carrier: str = "ups") -> Any:
    return ship.price(shop.desk, shop.ann, task_id, Price(carrier, "Ground", "store", retail, permille))


def paid(shop: Any, carrier: str = "ups", pieces: int = 1) -> str:
    """A parcel of one carrier up to the paid charge."""
    task_id = asked_to_ship(shop, pieces)
    packed(shop, task_id)
    priced(shop, task_id, carrier=carrier)
    task_work.charge(shop.desk, shop.ann, task_id)
    charged(shop, task_id, "paid")
    return task_id


def labelled(shop: Any, carrier: str = "ups", number: str = "", pieces: int = 1) -> str:
    task_id = paid(shop, carrier, pieces)
    ship_label.make(shop.desk, shop.ann, task_id, number or TRACKING[carrier])
    return task_id
