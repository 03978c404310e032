"""For whom the piece in hand is: a mailbox number, a name, or a choice among several; never a guess (R-17)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from counter_app.domain.mailbox import Account
from ui import words
from ui.sentences import sentence

if TYPE_CHECKING:
    from ui.pages.receive import ReceivePage


class Destination:
    """Asks the desk whose mailbox is meant and what that means, and shows it in the form and on the card."""

    def __init__(self, page: ReceivePage) -> None:
        self._page = page

    def entered(self, text: str) -> None:
        if self._page.place is not None or not text.strip():
            self._page.form.name.edit.setFocus()
            return
        self._page.doing.do(
            self._page.doing.rooms.receiving.recognise,
            text,
            done=lambda found: self._recognised(text, found),
            failed=self._page.window_.say,
        )

    def _recognised(self, text: str, found: Any) -> None:
        if found.kind == "mailbox":
            self.choose_one(found.accounts, text)
            return
        self._page.doing.do(
            self._page.doing.rooms.customers.find, text, done=lambda accounts: self.choose_one(accounts, text)
        )

    def choose_one(self, accounts: Sequence[Account], text: str) -> None:
        if len(accounts) == 1:
            self.choose(accounts[0])
            return
        self._page.form.whom.edit.setFocus()
        if not accounts and self._page.window_.first_sync.under_way:
            self._page.form.name.edit.setFocus()  # it is checked when the register is here
        elif accounts:
            # Several holders, or a former one: both are shown and nobody is picked by the program.
            self.forget()
            self._page.form.whom.set_text(text)
            self._page.form.whom_list.offer(accounts)
        else:
            self._page.window_.play("unknown")
            self._page.form.whom.show_error(sentence("receive.nobody", {"asked": text[:40]}))

    def choose(self, account: Account) -> None:
        """The piece is for this mailbox: show at once what that means."""
        self.ask(account.id, focus=True)

    def ask(self, account_id: str, focus: bool = False) -> None:
        if not account_id:
            return
        self._page.doing.do(
            self._page.doing.rooms.receiving.destination,
            account_id,
            done=lambda place: self._placed(place, focus),
            failed=self._page.window_.say,
        )

    def _placed(self, place: Any, focus: bool) -> None:
        account = place.account
        if not focus and self._page.form.account_id != account.id:
            return  # the clerk has gone on to another mailbox
        if self._page.form.account_id != account.id:
            self._page.form.confirmed = ""
            self._page.form.show_trouble("")
        self._page.place = place
        self._page.form.account_id = account.id
        self._page.form.whom.set_text(f"{words.pmb(account.mailbox)} · {account.holder}")
        self._page.form.whom_list.close()
        self._page.card.show_place(place)
        self._page.doing.do(
            self._page.doing.rooms.receiving.senders, account.id, done=self._page.form.details.offer_senders
        )
        self._page.names.check(final=False)
        if focus:
            if not place.takes:
                self._page.window_.play("refused")
            self._page.form.name.edit.setFocus()
        self._page.here.show_mode()

    def forget(self) -> None:
        if self._page.place is None and not self._page.form.account_id:
            return
        self._page.place, self._page.form.account_id, self._page.form.confirmed = None, "", ""
        self._page.card.clear()
        self._page.form.verdict.say("", "")
        self._page.here.show_mode()
