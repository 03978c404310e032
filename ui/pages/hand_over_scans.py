"""Pieces and papers of a hand-over as they are scanned: in their order, and STOP for one of somebody else (S-12)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from counter_app.domain.values import spoken_mail_id
from counter_app.errors import CounterError
from ui.notices import Answer
from ui.scroll import bring_into_view
from ui.sentences import say, sentence

if TYPE_CHECKING:
    from counter_app.desk.pickups import Visit
    from ui.pages.hand_over import HandOver

SCANS_KEPT = 200


class Scans:
    """Gives each scan to the desk when its turn has come, and shows in the panel what the desk says of it."""

    def __init__(self, panel: HandOver) -> None:
        self._panel = panel
        self._waiting: list[Callable[[], object]] = []

    def forget(self) -> None:
        self._waiting = []

    def scan(self, text: str) -> None:
        """A piece."""
        self.in_turn(lambda: self._ask(text))

    def in_turn(self, ask: Callable[[], object]) -> None:
        """A scanner is faster than the disk: what a scan asks for waits for its turn, and none is lost."""
        self._waiting = [*self._waiting[-SCANS_KEPT:], ask]
        self.next()

    def next(self) -> None:
        if self._waiting and not self._panel.busy:
            self._waiting.pop(0)()

    def _ask(self, text: str) -> None:
        self._panel.act(
            self._panel.pickups.scan_piece,
            text,
            done=self._piece_scanned,
            failed=lambda error: self._wrong(text, error),
        )

    def _piece_scanned(self, visit: Visit) -> None:
        self._panel.stop.clear()
        self._panel.question._answer("")
        self._panel.page.window_.play("taken")
        self._panel.went_on(visit)

    def _wrong(self, text: str, error: CounterError) -> None:
        if error.code == "pickup.foreign_piece":
            facts = {**error.facts, "mail_id": spoken_mail_id(str(error.facts.get("mail_id") or ""))}
            if not facts.get("mailbox"):
                facts["mailbox"] = "–"
            self._panel.page.window_.play("refused")
            self._panel.note.hide()
            self._panel.stop.stop(sentence(error.code, facts))
            bring_into_view(self._panel.stop)
            self._panel.refresh()
        elif (
            error.code == "pickup.piece_not_in_pickup"
            and self._panel.visit
            and self._panel.visit.pickup.state == "in_progress"
        ):
            self._offer(text, error)
        elif error.code == "item.in_other_task":
            self._panel.page.window_.play("refused")
            self._panel.page.other.show_task(
                str(error.facts.get("task_id") or ""), str(error.facts.get("mail_id") or "")
            )
        else:
            self._panel.page.window_.play("unknown" if error.code == "item.unknown" else "refused")
            self._panel.tell(say(error), "bad")

    def _offer(self, text: str, error: CounterError) -> None:
        self._panel.page.window_.play("unknown")
        item_id = str(error.facts.get("item_id") or "")
        ask = QCoreApplication.translate(
            "Pickups", "{mail_id} belongs to this mailbox but not to this pickup. Take it too?"
        )
        self._panel.question.ask(
            ask.format(mail_id=spoken_mail_id(str(error.facts.get("mail_id") or ""))),
            (
                Answer("add", QCoreApplication.translate("Pickups", "Take it too"), "primary", "Ctrl+Y"),
                Answer("no", QCoreApplication.translate("Pickups", "No"), "second", "Ctrl+N"),
            ),
            lambda key: self._add_and_scan(item_id, text) if key == "add" else None,
            focus=False,
        )

    def _add_and_scan(self, item_id: str, text: str) -> None:
        pickups = self._panel.pickups

        def both(desk: Any, actor: Any, pickup_id: str) -> Any:
            pickups.add_pieces(desk, actor, pickup_id, [item_id])
            return pickups.scan_piece(desk, actor, pickup_id, text)

        self._panel.act(both, done=self._piece_scanned)
