"""The name on the piece, held against the form while it is typed: early what the desk will decide (S-09)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from ui.name_reasons import why_likely
from ui.sentences import sentence

if TYPE_CHECKING:
    from ui.pages.receive import ReceivePage


class NameCheck:
    """Writes the verdict of the page's form. It decides nothing: the desk asks again when the piece is received."""

    def __init__(self, page: ReceivePage) -> None:
        self._page = page
        self._said = ""

    def take(self, name: str) -> None:
        """The clerk has looked: this name of the form stands on the piece."""
        self._page.form.name.set_text(name)
        self.entered()

    def key(self, n: int) -> None:
        if n < len(self._page.card.names):
            self.take(self._page.card.names[n])

    def changed(self) -> None:
        self._page.form.confirmed = ""
        self.check(final=False)

    def entered(self) -> None:
        if self.check(final=True) == "ok":
            self._page.form.shelf.edit.setFocus()
            self._page.form.shelf.edit.selectAll()

    def confirm(self) -> None:
        """`Yes, it is`: the likely name is the one meant."""
        found = self._match()
        if found is not None and found.verdict == "likely" and found.name:
            self._page.form.confirmed = found.name
            self.entered()

    def _match(self) -> Any:
        name = self._page.form.name.text().strip()
        if self._page.place is None or not name:
            return None
        return self._page.doing.rooms.receiving.check_name(self._page.place.account, name, self._page.place.today)

    def check(self, final: bool) -> str:
        """Show early what the desk will say; returns ok, warn, bad or ""."""
        found, verdict = self._match(), self._page.form.verdict
        if final:
            self._said = self._page.form.name.text().strip()  # typed to its end: from now on it is right or wrong
        if found is None:
            hint = ""
            if self._page.place is not None and self._page.place.names:
                hint = QCoreApplication.translate("Receive", "Type the name on the piece, or press its Ctrl key")
            verdict.say("", hint)
        elif found.verdict == "exact" and found.name:
            verdict.say("ok", QCoreApplication.translate("Receive", "On the form: {name}").format(name=found.name))
        elif found.verdict == "likely" and found.name and self._page.form.confirmed == found.name:
            said = QCoreApplication.translate("Receive", "You say that it is {name}").format(name=found.name)
            verdict.say("ok", said)
        elif found.verdict == "likely" and found.name:
            verdict.say("warn", self._likely(found), found.name)
        elif self._said == self._page.form.name.text().strip():
            mailbox = self._page.place.account.mailbox
            verdict.say("bad", sentence("receive.not_on_form", {"mailbox": mailbox}))
        else:
            verdict.say("", QCoreApplication.translate("Receive", "Not on the form so far"))
        self._page.here.show_mode()
        return verdict.kind

    def _likely(self, found: Any) -> str:
        if "ambiguous" in found.reasons:
            return QCoreApplication.translate(
                "Receive", "More than one name is as near. Is it {name}? Look at the piece."
            ).format(name=found.name)
        asked = QCoreApplication.translate("Receive", "Is it {name}? Look at the piece.").format(name=found.name)
        return f"{asked} {why_likely(found.reasons)}".strip()
