"""A clerk who hands a personal delivery to its driver, and goes on where he was after each crash (S-18)."""

from __future__ import annotations

from counter_app.demo import people
from counter_app.desk import deliveries, task_work
from counter_app.domain.delivery import DeliveryTask
from counter_app.store import state
from tests.delivering import CODE, JPEG
from tests.faults.still_clerk import StillClerk


class DeliveryClerk(StillClerk):
    """The whole station in one thread, as its parent's."""

    def two_pieces(self) -> None:
        """Two pieces of one customer, which the delivery will be of."""
        account, name = self.order["customers"][0]
        for carrier in ("ups", "fedex"):
            self.receive(people.number(self.random, carrier), account, name)
        self.print_all()
        self.exchange()

    def delivery(self) -> DeliveryTask | None:
        with self.station.db.read() as connection:
            row = connection.exec_driver_sql("SELECT id FROM task WHERE kind = 'personal_delivery'").first()
            found = state.task(connection, row[0]) if row else None
        return found if isinstance(found, DeliveryTask) else None

    def deliver(self) -> None:
        """Every step that is not done yet, each confirmed; then everything printed and sent."""
        task = self.wait(self.delivery, "the delivery to arrive")
        with self.station.db.read() as connection:
            items = [found for one in task.items if (found := state.item(connection, one))]
        for item in items:
            if task.state == "requested" and item.id not in task.ticked:
                self.act(task_work.tick, task.id, item.mail_id)
                self.say(done="task.piece_ticked", entity=task.id)
        steps = (
            ("gathered", "task.bags_sealed", deliveries.seal, (1,)),
            ("labelled", "task.driver_arrived", deliveries.driver_here, ("Dee",)),
            ("driver_arrived", "task.driver_photographed", deliveries.photograph, (JPEG,)),
            ("photo_taken", "task.code_tried", deliveries.try_code, (CODE,)),
            ("code_matched", "task.handed_to_driver", deliveries.hand_over, (True,)),
        )
        for before, kind, use_case, more in steps:
            now = self.delivery()
            assert now is not None
            if now.state == before:
                self.act(use_case, task.id, *more)
                self.say(done=kind, entity=task.id)
                self.print_all()
        self.print_all()
        self.exchange()
