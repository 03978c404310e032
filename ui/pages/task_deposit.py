"""Check deposit at work: gather, write the checks down, slip, envelope and postage, fee, label (2.10)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from counter_app.domain.task import TaskState
from counter_app.domain.task_deposit import DepositTask, deposit_gaps
from counter_app.domain.values import AmountError, parse_money, spoken_mail_id
from counter_app.errors import CounterError
from counter_app.ports import RawScan
from ui.notices import Answer
from ui.pages.deposit_checks import ChecksBody
from ui.pages.deposit_mailing import LabelBody, MailingBody
from ui.pages.task_panel import Part, TaskPanel
from ui.sentences import say, sentence

if TYPE_CHECKING:
    from counter_app.desk.task_work import TaskView

WRITING = (TaskState.GATHERED, TaskState.PREPARED)
MAILING = (TaskState.PREPARED, TaskState.WEIGHED, TaskState.PRICED)


class DepositPanel(TaskPanel):
    def parts(self) -> list[Part]:
        self.checks = ChecksBody(self._add, self._take_off, self._no_check, self._set_bank, self._print_slip)
        self.mailing = MailingBody(self._weigh, self._set_postage)
        self.label = LabelBody(self.finish)
        self._confirmed = ""
        return [
            self.gather_part(),
            Part("checks", QCoreApplication.translate("Paper", "Write the checks down"), self.checks, True),
            Part("mailing", QCoreApplication.translate("Paper", "Envelope and postage"), self.mailing),
            self.fee_part(),
            Part("label", QCoreApplication.translate("Paper", "Label"), self.label),
        ]

    def standing(self, view: TaskView) -> dict[str, tuple[str, str]]:
        task, state = _of(view), TaskState(view.task.state)
        prepared = state not in (TaskState.REQUESTED, TaskState.GATHERED)
        priced = prepared and state not in (TaskState.PREPARED, TaskState.WEIGHED)
        count = QCoreApplication.translate("Paper", "%n check(s)", "", len(task.checks)) if task.checks else ""
        return {
            **super().standing(view),
            "checks": ("done" if prepared else "", count),
            "mailing": ("done" if priced else "", ""),
            "label": ("done" if task.tracking else "", ""),
        }

    def todo(self, view: TaskView) -> list[str]:
        standing = self.standing(view)
        said = {
            "gather": QCoreApplication.translate("Tasks", "Scan every piece"),
            "checks": QCoreApplication.translate("Paper", "Write the checks down and print the slip"),
            "mailing": QCoreApplication.translate("Paper", "Weigh the envelope and set the postage"),
            "fee": QCoreApplication.translate("Tasks", "Charge the fee"),
        }
        return [text for key, text in said.items() if standing[key][0] != "done"]

    def action(self, view: TaskView) -> str:
        return QCoreApplication.translate("Paper", "The label is on it")

    def show_more(self, view: TaskView) -> None:
        task, state, desk = _of(view), TaskState(view.task.state), self.page.doing.station.desk
        stale = frozenset(self.page.doing.rooms.depositing.stale(task, desk.today()))
        self.checks.show_view(view, task, stale, state in WRITING)
        self.mailing.show_task(task, state in MAILING)
        self.label.save.setEnabled(state is TaskState.PAID)
        self.side.say_more(sentence("deposit.stale", {"number": min(stale)}) if stale else "")

    def forget(self) -> None:
        self._confirmed = ""
        self.checks.forget()
        for one in (self.mailing.grams, self.mailing.postage, self.label.number):
            one.clear()

    @property
    def rooms(self) -> Any:
        return self.page.doing.rooms.depositing

    # ------------------------------------------------------------ the checks

    def _set_bank(self) -> None:
        bank, address, account = (one.text() for one in (self.checks.bank, self.checks.address, self.checks.number))
        self.act(self.rooms.set_bank, bank, address, account, failed=self._bank_wrong)

    def _bank_wrong(self, error: CounterError) -> None:
        self.window_.play("refused")
        self.checks.address.show_error(say(error))

    def _add(self) -> None:
        form = self.checks
        try:
            cents = parse_money(form.amount.text())
        except AmountError as error:
            form.amount.show_error(sentence(error.code))
            return
        entry = self.rooms.CheckEntry(
            form.piece.key(),
            form.drawn.text(),
            form.account.text(),
            cents,
            form.dated.text().strip(),
            form.payee.text(),
            form.endorsed.isChecked(),
            self._confirmed,
        )
        self.act(self.rooms.set_check, entry, done=self._added, failed=self._check_wrong)

    def _added(self, view: TaskView) -> None:
        self._confirmed = ""
        self.checks.clear_entry()
        self.window_.play("taken")
        self.show_view(view)

    def _check_wrong(self, error: CounterError) -> None:
        form = self.checks
        facts = {**error.facts, "mail_id": spoken_mail_id(str(error.facts.get("mail_id") or ""))}
        if error.code == "deposit.payee_confirm":
            self._ask_payee(str(error.facts["likely"]), say(error))
            return
        place = {
            "deposit.amount_wrong": form.amount,
            "deposit.date_wrong": form.dated,
            "deposit.date_to_come": form.dated,
            "deposit.payee_not_on_account": form.payee,
            "deposit.bank_on_check_missing": form.drawn,
        }.get(error.code)
        self.window_.play("refused")
        if place is not None:
            place.show_error(sentence(error.code, facts))
            place.setFocus()
        else:
            self.tell(sentence(error.code, facts), "bad")

    def _ask_payee(self, likely: str, text: str) -> None:
        self.window_.play("unknown")

        def answered(key: str) -> None:
            if key == "same":
                self._confirmed = likely
                self._add()

        self.question.ask(
            text,
            (
                Answer("same", QCoreApplication.translate("Paper", "It is the same"), "primary", "Ctrl+Y"),
                Answer("no", QCoreApplication.translate("Paper", "No"), "second", "Ctrl+N"),
            ),
            answered,
            focus=False,
        )

    def _take_off(self, number: int) -> None:
        self.act(self.rooms.remove_check, number)

    def _no_check(self, item_id: str) -> None:
        self.act(self.rooms.no_check, item_id)

    def _print_slip(self) -> None:
        if self.view is None:
            return
        if TaskState(self.view.task.state) is TaskState.GATHERED:
            self.act(self.rooms.prepare)
        elif not deposit_gaps(_of(self.view)):
            self.act(self.rooms.print_slip, done=lambda _none: self.tell(_again(), "ok"))

    # ------------------------------------------------------------ the envelope

    def _weigh(self) -> None:
        devices, task_id = self.page.doing.station.devices, self.task_id
        self.page.doing.aside(
            lambda: devices.weigh("scale"),
            done=lambda reading: self.mailing.grams.set_text(str(reading.grams)) if task_id == self.task_id else None,
            failed=lambda error: self.mailing.grams.show_error(say(error)),
        )

    def _set_postage(self) -> None:
        form = self.mailing
        typed = form.grams.text().strip()
        grams = int(typed) if typed.isascii() and typed.isdigit() else 0
        try:
            cents = parse_money(form.postage.text())
        except AmountError as error:
            form.postage.show_error(sentence(error.code))
            return
        packaging, service, rooms = form.packaging.key(), form.service.key(), self.rooms
        state = TaskState(self.view.task.state) if self.view else None

        def both(desk: Any, actor: Any, task_id: str) -> Any:
            if state is not TaskState.WEIGHED:
                rooms.pack(desk, actor, task_id, packaging, grams)
            return rooms.price(desk, actor, task_id, service, cents)

        self.act(both, failed=self._postage_wrong)

    def _postage_wrong(self, error: CounterError) -> None:
        self.window_.play("refused")
        place = self.mailing.grams if error.code == "deposit.packaging_wrong" else self.mailing.postage
        place.show_error(say(error))
        self.refresh()

    # ------------------------------------------------------------ the label

    def scanned(self, scan: RawScan) -> bool:
        """Once it is paid, what is scanned is the label."""
        if self.view is not None and TaskState(self.view.task.state) is TaskState.PAID and scan.source != "typed":
            self.label.number.set_text(scan.text)
            self.finish()
            return True
        return super().scanned(scan)

    def finish(self) -> None:
        if self.view is None or TaskState(self.view.task.state) is not TaskState.PAID:
            return
        number, own = self.label.number.text(), self.label.own.isChecked()
        self.act(self.rooms.label, number, own, failed=lambda error: self.label.number.show_error(say(error)))


def _again() -> str:
    return QCoreApplication.translate("Paper", "The slip is printed once more.")


def _of(view: TaskView) -> DepositTask:
    task = view.task
    return task if isinstance(task, DepositTask) else DepositTask(task.id, task.kind, "", "", task.state)
