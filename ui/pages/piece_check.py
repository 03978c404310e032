"""A piece in the Inbox that came in before the register: what the register says now, and the one key for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from counter_app.errors import CounterError
from ui import words
from ui.sentences import say

if TYPE_CHECKING:
    from counter_app.desk.inbox import Entry
    from ui.pages.inbox import InboxPage

TO_CHECK = "piece.to_check"
"""The code of such an entry."""


class PieceCheck:
    """Asks the desk about the chosen piece, says it on the page, and does what its button says."""

    def __init__(self, page: InboxPage) -> None:
        self._page = page
        self._entry = ""
        self.todo = ""
        """confirm, open or seen; "" while it is being looked up."""

    def choose(self, entry: Entry) -> None:
        self._entry, self.todo = entry.op_id, ""
        self._page.action.set_text(QCoreApplication.translate("Inbox", "Open the piece"))
        self._page.doing.do(
            self._page.doing.rooms.to_be_checked.look,
            entry.facts.get("item", ""),
            done=lambda found: self._found(entry, found),
            failed=lambda error: self._gone(entry, error),
        )

    def _found(self, entry: Entry, found: Any) -> None:
        if entry.op_id != self._entry:
            return  # the clerk has gone on to another entry
        name = found.item.name_on_piece
        self.todo = "confirm" if found.ready else "open"
        if found.ready:
            box = words.pmb(found.account.mailbox)
            text = QCoreApplication.translate("Inbox", "“{name}” stands on the Form 1583 of {mailbox}.")
            self._say(text.format(name=name, mailbox=box))
            self._page.action.set_text(QCoreApplication.translate("Inbox", "Put it into {mailbox}").format(mailbox=box))
        elif found.account is not None and found.verdict == "likely":
            text = QCoreApplication.translate(
                "Inbox", "“{name}” may be {likely} of {mailbox}. Open it and say whose it is."
            )
            self._say(text.format(name=name, likely=found.matched, mailbox=words.pmb(found.account.mailbox)))
        else:
            text = QCoreApplication.translate(
                "Inbox", "No mailbox fits “{name}” by itself. Open it and say whose it is."
            )
            self._say(text.format(name=name))

    def _gone(self, entry: Entry, error: CounterError) -> None:
        if entry.op_id == self._entry:
            self.todo = "seen"
            self._say(say(error))
            self._page.action.set_text(QCoreApplication.translate("Inbox", "Mark as seen"))

    def _say(self, text: str) -> None:
        self._page.say_about(text)

    def act(self, entry: Entry) -> bool:
        """Do what the button says; False when the entry is only to be closed."""
        if self.todo == "seen":
            return False
        if self.todo == "confirm":
            self._page.doing.do(
                self._page.doing.rooms.to_be_checked.confirm,
                entry.facts.get("item", ""),
                done=self._confirmed,
                failed=self._page.refused,
            )
        else:
            self._page.idle()
            if self.todo:
                self._page.window_.go("receive", item_id=entry.facts.get("item", ""))
        return True

    def _confirmed(self, item: Any) -> None:
        text = QCoreApplication.translate("Receive", "{mail_id} belongs to {mailbox} now · label printing")
        self._page.done(text.format(mail_id=words.mail_id(item.mail_id), mailbox=words.pmb(item.mailbox)))
