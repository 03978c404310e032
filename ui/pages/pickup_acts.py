"""What the card of the Pickups room does beyond the hand-over: prepare by scan, a time, a courtesy, what is owed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from counter_app.errors import CounterError
from ui.pages import pickup_words as words
from ui.sentences import say

if TYPE_CHECKING:
    from ui.pages.pickups import PickupsPage


class CardActs:
    """Asks the desk for the page; each answer is told in a toast, each refusal beside what was entered."""

    def __init__(self, page: PickupsPage) -> None:
        self._page = page
        self._owed: tuple[Any, ...] = ()

    @property
    def _rooms(self) -> Any:
        return self._page.doing.rooms

    # ------------------------------------------------------------ prepare

    def scanned(self, text: str, item: Any) -> None:
        """A piece in the list: it selects its customer. Among the scheduled ones it is brought to the counter."""
        if item is None or self._page.filters.key() != "scheduled" or not item.task_id:
            self._page._found(text, item)
            return
        pickups = self._rooms.pickups
        self._page.doing.do(
            pickups.fetch_piece,
            item.task_id,
            text,
            done=self._fetched,
            failed=lambda _error: self._page._found(text, item),
        )

    def _fetched(self, visit: Any) -> None:
        self._page.window_.play("taken")
        pickup = visit.pickup
        if pickup.state == "ready":
            said = QCoreApplication.translate(
                "Pickups", "{pieces} at the counter for {name}: ready, the customer is told"
            )
        else:
            said = QCoreApplication.translate("Pickups", "{done} of {pieces} at the counter for {name}")
        self._page.window_.toasts.show_toast(
            said.format(
                done=len(set(pickup.to_hand_over) & set(pickup.fetched)),
                pieces=words.pieces(len(pickup.to_hand_over)),
                name=visit.account.holder,
            )
        )
        self._page.reload(account_id=visit.account.id)
        self._page.window_.focus_scan_box()

    # ------------------------------------------------------------ a time

    def set_time(self, at_ms: int) -> None:
        """Agree on a time; a customer who has no pickup yet gets one with every piece that may go (S-16)."""
        account_id, rooms = self._page._account_id, self._rooms

        def act(desk: Any, actor: Any) -> Any:
            pickup = rooms.customers.card(desk, actor, account_id).pickup
            if pickup is not None:
                return rooms.pickups.appoint(desk, actor, pickup.id, at_ms)
            free = [one.id for one in rooms.pickups.pickable(desk, account_id)]
            return rooms.pickups.plan(desk, actor, account_id, free, at_ms)

        self._page.doing.do(act, done=self._time_set, failed=self._time_refused)

    def _time_refused(self, error: CounterError) -> None:
        self._page.window_.play("refused")
        self._page.card.when.show_error(say(error))

    def _time_set(self, visit: Any) -> None:
        self._page.card.when.close_box()
        self._page.window_.play("taken")
        desk = self._page.doing.station.desk
        at_ms = visit.pickup.appointment_ms
        when = words.appointment(desk.local(at_ms), desk.local(desk.now_ms())) if at_ms else ""
        text = (
            QCoreApplication.translate("Pickups", "{name} is expected {when}")
            if when
            else QCoreApplication.translate("Pickups", "{name} is expected, without a fixed time")
        )
        self._page.window_.toasts.show_toast(text.format(name=visit.account.holder, when=when))
        self._page.window_.focus_scan_box()
        self._page.reload(account_id=visit.account.id)

    # ------------------------------------------------------------ leave it to the others

    def let_go(self) -> None:
        """The pickup that this clerk is at is anybody's again; the toast takes it back."""
        account_id, rooms = self._page._account_id, self._rooms

        def act(desk: Any, actor: Any) -> Any:
            pickup = rooms.customers.card(desk, actor, account_id).pickup
            return rooms.pickups.let_go(desk, actor, pickup.id if pickup else "")

        self._page.doing.do(act, done=self._let_go)

    def _let_go(self, visit: Any) -> None:
        doing, pickup_id, pickups = self._page.doing, visit.pickup.id, self._rooms.pickups
        self._page.window_.play("taken")
        text = QCoreApplication.translate("Pickups", "Pickup of {name} left to the others")
        self._page.window_.toasts.show_toast(
            text.format(name=visit.account.holder),
            undo=lambda: doing.do(pickups.take, pickup_id, done=lambda _visit: self._page.reload()),
        )
        self._page.window_.focus_scan_box()
        self._page.reload(account_id=visit.account.id)

    # ------------------------------------------------------------ courtesy

    def mark(self, reason: str) -> None:
        """Mark every piece of the chosen customer that lies in no task; one that does is said with its task."""
        account_id, rooms = self._page._account_id, self._rooms

        def act(desk: Any, actor: Any) -> Any:
            shelf = rooms.customers.card(desk, actor, account_id).on_shelf
            return rooms.pickups.mark_picked_up(desk, actor, account_id, [one.id for one in shelf], reason)

        self._page.doing.do(act, done=self._marked, failed=self._not_marked)

    def _not_marked(self, error: CounterError) -> None:
        self._page.window_.play("refused")
        if error.code == "item.in_other_task":
            self._page.card.courtesy.close_box()
            facts = error.facts
            self._page.other.show_task(str(facts.get("task_id") or ""), str(facts.get("mail_id") or ""))
            return
        self._page.card.courtesy.reason.show_error(say(error))

    def _marked(self, visit: Any) -> None:
        self._page.card.courtesy.close_box()
        self._page.window_.play("taken")
        text = QCoreApplication.translate("Pickups", "{pieces} of {name} marked as picked up, without a fee")
        self._page.window_.toasts.show_toast(
            text.format(pieces=words.pieces(len(visit.pickup.items)), name=visit.account.holder)
        )
        self._page.window_.focus_scan_box()
        self._page.reload()

    # ------------------------------------------------------------ owed

    def show_owed(self, account_id: str) -> None:
        """What the chosen customer owes, if anything."""

        def show(owed: tuple[Any, ...]) -> None:
            if account_id == self._page._account_id:
                self._owed = owed
                self._page.card.show_owed(sum(one.amount_cents for one in owed), len(owed))

        self._page.doing.ask(self._rooms.pickups.owed, account_id, done=show)

    def charge_owed(self) -> None:
        """Ask again for everything that the customer owes, each under its own key."""
        ids, pickups = [one.id for one in self._owed], self._rooms.pickups
        text = QCoreApplication.translate("Pickups", "Asked for again; the answer comes with the next exchange")
        self._each(lambda desk, actor: [pickups.charge_owed(desk, actor, one) for one in ids], text)

    def give_up(self, reason: str) -> None:
        """Let go of everything that the customer owes."""
        ids, pickups = [one.id for one in self._owed], self._rooms.pickups
        text = QCoreApplication.translate("Pickups", "The fee is given up")
        self._each(lambda desk, actor: [pickups.give_up_owed(desk, actor, one, reason) for one in ids], text)

    def _each(self, act: Any, text: str) -> None:
        if not self._owed:
            return

        def done(_visits: Any) -> None:
            self._page.card.lost.close_box()
            self._page.window_.play("taken")
            self._page.window_.toasts.show_toast(text)
            self._page.window_.focus_scan_box()
            self._page.reload()

        def failed(error: CounterError) -> None:
            self._page.window_.play("refused")
            if self._page.card.lost.isHidden():
                self._page.window_.toasts.show_toast(say(error), kind="warn")
            else:
                self._page.card.lost.reason.show_error(say(error))

        self._page.doing.do(act, done=done, failed=failed)
