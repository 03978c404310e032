"""Consolidation at work: gather, fee, then weigh and bind together with a new label that begins with C (2.7)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.domain.task import TaskState
from counter_app.domain.task_consolidate import too_big_for
from counter_app.domain.values import spoken_mail_id
from counter_app.errors import CounterError
from ui import words
from ui.acts import carrier_name
from ui.entries import combo, field
from ui.notices import Answer
from ui.pages.ship_packing import Scales
from ui.pages.task_panel import Part, TaskPanel
from ui.sentences import say, sentence
from ui.widgets import lay, row

if TYPE_CHECKING:
    from collections.abc import Callable

    from counter_app.desk.task_work import TaskView


class BundleBody(QWidget):
    """The new piece: its weight, sides, kind and place. Enter in a field binds it."""

    def __init__(self, weigh: Callable[[], object], save: Callable[[], object]) -> None:
        super().__init__()
        self.scales = Scales(weigh, save)
        self.kind = combo(QCoreApplication.translate("Ship", "Kind of piece"), words.mail_types())
        self.shelf = field(QCoreApplication.translate("Ship", "Shelf"), max_chars=12)
        self.shelf.setFixedWidth(140)
        self.shelf.entered.connect(lambda _text: save())
        lay(QVBoxLayout(self), self.scales, row(self.kind, self.shelf, None, gap=8), gap=8, margins=(34, 0, 0, 8))


class ConsolidatePanel(TaskPanel):
    def parts(self) -> list[Part]:
        self.bundle = BundleBody(self._weigh, self.finish)
        return [
            self.gather_part(),
            self.fee_part(),
            Part("bundle", QCoreApplication.translate("Ship", "Bind and weigh"), self.bundle),
        ]

    def standing(self, view: TaskView) -> dict[str, tuple[str, str]]:
        return {**super().standing(view), "bundle": ("", "")}

    def todo(self, view: TaskView) -> list[str]:
        standing = self.standing(view)
        said = {
            "gather": QCoreApplication.translate("Tasks", "Scan every piece"),
            "fee": QCoreApplication.translate("Tasks", "Charge the fee"),
        }
        return [text for key, text in said.items() if standing[key][0] != "done"]

    def action(self, view: TaskView) -> str:
        return QCoreApplication.translate("Ship", "Bind and print the label")

    def forget(self) -> None:
        self.bundle.scales.forget()
        self.bundle.shelf.clear()
        self.bundle.kind.set_key("package")

    def _weigh(self) -> None:
        devices, task_id, weight = self.page.doing.station.devices, self.task_id, self.bundle.scales.weight
        self.page.doing.aside(
            lambda: devices.weigh("scale"),
            done=lambda reading: weight.set_text(f"{reading.grams} g") if task_id == self.task_id else None,
            failed=lambda error: weight.show_error(say(error)),
        )

    def finish(self) -> None:
        if self.view is None or TaskState(self.view.task.state) is not TaskState.PAID:
            return
        typed = self.bundle.scales.read(flat=True)
        if typed is None:
            return
        rooms = self.page.doing.rooms.consolidating
        asked = rooms.Bundle(**typed, mail_type=self.bundle.kind.key(), shelf=self.bundle.shelf.text())
        big = too_big_for(typed["weight_g"], typed["length_mm"], typed["width_mm"], typed["height_mm"])
        if not big:
            self._bind(asked)
            return
        self.window_.play("unknown")
        self.question.ask(
            sentence("consolidate.too_big", {"carriers": ", ".join(carrier_name(one) for one in big)}),
            (
                Answer("go", QCoreApplication.translate("Ship", "Bind it anyway"), "primary", "Ctrl+Y"),
                Answer("no", QCoreApplication.translate("Ship", "No"), "second", "Ctrl+N"),
            ),
            lambda key: self._bind(asked) if key == "go" else None,
            focus=False,
        )

    def _bind(self, asked: Any) -> None:
        self.act(self.page.doing.rooms.consolidating.bind, asked, failed=self._wrong)

    def _wrong(self, error: CounterError) -> None:
        self.window_.play("refused")
        facts = {**error.facts, "mail_id": spoken_mail_id(str(error.facts.get("mail_id") or ""))}
        self.tell(sentence(error.code, facts), "bad")
