"""The same clerk at the real window, without a screen: what is confirmed is what the window showed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from counter_app import desktop
from counter_app.demo.platform import CLERKS, PASSWORD
from counter_app.demo.walk import Hand
from counter_app.domain.values import parse_mail_id
from counter_app.errors import CounterError
from tests.faults.clerk import WAIT_S, Clerk, Say, told
from ui.doing import Doing
from ui.window import Window


class ScreenClerk(Clerk):
    """Receives, undoes, locks and signs in at the window; its other acts go through the window's `Doing`."""

    def __init__(self, order: dict[str, Any], say: Say) -> None:
        desktop.application()
        self.doing = Doing()
        self.window = Window(self.doing, wedge=False)
        self.window.show()
        self.hand = Hand(self.window, Path(order["home"]) / "scratch")
        super().__init__(order, say)

    def _hear(self, event: object) -> None:
        told(event, self.say)
        self.doing.hear(event)

    def wait(self, fact: Callable[[], Any], what: str) -> Any:
        return self.hand.wait(fact, what, WAIT_S)

    def start(self) -> None:
        self.station.start()
        self.doing.start(self.station)
        self.window.ready()
        self.sign_in()
        self.answer_doubtful()

    def do(self, use_case: Callable[..., Any], *args: Any) -> Any:
        box: list[Any] = []
        self.doing.ask(use_case, *args, done=lambda got: box.append((got,)), failed=box.append)
        answer = self.wait(lambda: box, "an answer of the desk")[0]
        if isinstance(answer, CounterError):
            raise answer
        return answer[0]

    def sign_in(self) -> None:
        page = self.window.sign_in_page
        self.wait(lambda: page.go_in.isEnabled(), "the sign-in screen")
        self.wait(lambda: not self.station.thread.busy(), "the list of clerks")
        if page.email.isVisible():
            self.hand.type_into("E-mail", CLERKS[0][2])
        self.hand.type_into("Password", PASSWORD, enter=True)
        self.wait(lambda: self.doing.clerk, "the clerk to be signed in")
        self.actor = self.doing.actor
        self.say(done="session.signed_in", entity=CLERKS[0][0])

    def lock_and_unlock(self) -> None:
        self.window.lock()
        self.wait(lambda: not self.window.rail.isVisible(), "the lock")
        self.sign_in()

    # ------------------------------------------------------------ the Receive room

    @property
    def form(self) -> Any:
        return self.window.pages["receive"].form  # type: ignore[attr-defined]

    def fill_in(self, tracking: str, account: str, name: str) -> None:
        self._scan(tracking)
        self.hand.type_into("For whom", account.removeprefix("account-"), enter=True)
        self.wait(lambda: self.form.account_id == account, "the mailbox to be chosen")
        self.hand.type_into("Name on the piece", name, enter=True)
        self.window.toasts.dismiss()

    def receive(self, tracking: str, account: str, name: str) -> None:
        self.say(begins=tracking, account=account, name=name)
        self.fill_in(tracking, account, name)
        self.hand.press("Receive")
        self.wait(lambda: self.mail_id() or self.form.reason.isVisible(), "the answer")
        if self.mail_id():
            self.confirmed(tracking)
        else:
            self.say(known=tracking)
            self.form.drop.click()

    def unassigned(self, tracking: str) -> None:
        self._scan(tracking)
        self.window.toasts.dismiss()
        self.hand.press("Keep as unassigned")
        self.wait(self.mail_id, "the toast")
        self.confirmed(tracking)

    def take_back(self) -> None:
        """Undo, while the toast of the last piece shows."""
        mail_id = self.mail_id()
        if mail_id and self.window.toasts.toast.undo.isVisible():
            self.window.toasts.undo()
            self.wait(lambda: "taken back" in self.hand.toast, "the toast of the undo")
            self.say(undone=mail_id)
            self.form.drop.click()

    def _scan(self, tracking: str) -> None:
        self.hand.go("receive")
        if not self.form.is_empty():
            self.form.drop.click()
        self.hand.enter(tracking)
        self.wait(lambda: self.form.tracking.text() == tracking, "the number in its field")

    def mail_id(self) -> str | None:
        """What the toast says was received."""
        words = self.hand.toast.split()
        return parse_mail_id(words[0]) if words and "taken back" not in self.hand.toast else None

    def confirmed(self, tracking: str) -> None:
        """Report what the toast says."""
        self.say(done="item.received", mail_id=self.mail_id(), tracking=tracking)
        QApplication.processEvents()
