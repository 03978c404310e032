"""A task at work: its steps in the order of the work, ticked by what the store says, with the customer's card beside.

The panel decides nothing. Each key and button asks the desk, which holds the gates; what comes back is shown. This
class has what all kinds share: gathering the pieces and the fee. A kind with steps of its own says them in `parts`,
how far each is in `standing`, and what its last button does in `finish`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter_app.domain.task import CHARGED_FROM, TaskKind, TaskState
from counter_app.domain.values import spoken_mail_id
from counter_app.errors import CounterError
from counter_app.events import OutcomesArrived, RowsArrived, SyncChanged, TaskChanged
from counter_app.ports import RawScan
from ui.notices import Answer, AskBar, Banner
from ui.pages import pickup_words
from ui.pages import task_words as words
from ui.pages.checklist import StopBand, steps_of
from ui.pages.codes import is_piece_code
from ui.pages.task_extras import ExtrasBox
from ui.pages.task_fee import FeeBody
from ui.pages.task_gather import GatherBody
from ui.pages.task_side import TaskSide
from ui.scroll import Scroll, bring_into_view
from ui.sentences import say, sentence
from ui.widgets import Card, lay

if TYPE_CHECKING:
    from counter_app.desk.task_work import TaskView
    from ui.pages.page import Page
    from ui.window import Window

SCANS_KEPT = 200
ELSEWHERE = ("item.in_other_task", "task.piece_gone")
"""What the desk says of a piece that this task names and another one has."""


@dataclass(frozen=True, slots=True)
class Part:
    """One step: its key, its title, its body, and whether the body takes the spare room."""

    key: str
    title: str
    body: QWidget
    grows: bool = False


class TaskPanel(QWidget):
    """One task under work. `closed` is sent when the list should show again; `elsewhere` names a task to go to."""

    closed = Signal()
    elsewhere = Signal(str, str)

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self.view: TaskView | None = None
        self.busy = False
        self._scans: list[str] = []
        self._opened = self._turn = ""
        self.stop = StopBand()
        self.note = Banner("", "bad")
        self.note.hide()
        self.question = AskBar()
        self.gather = GatherBody(self._missing)
        self.fee = FeeBody(self.charge, self._ask_customer, self._try_again, self._open_extras, self._receipt)
        self.extras = ExtrasBox(self._set_extra, self._remove_extra)
        made = self.parts()
        list_, steps = steps_of([(part.title, part.body, part.grows) for part in made])
        self.steps = {part.key: step for part, step in zip(made, steps, strict=True)}
        for key, step in self.steps.items():
            step.head.clicked.connect(lambda _checked=False, key=key: self._open_step(key))
        sheet = Card(margins=(18, 12, 18, 12))
        sheet.body.addWidget(Scroll(list_))
        self.side = TaskSide(self.finish, self.escape, self._decline)
        body = lay(QHBoxLayout(), sheet, self.side, gap=16)
        body.setStretch(0, 1)
        page.fold(body)
        whole = lay(QVBoxLayout(self), self.stop, self.note, self.question, self.extras, body, gap=12)
        whole.setStretch(4, 1)

    # ------------------------------------------------------------ what a kind says of itself

    def parts(self) -> list[Part]:
        """The steps of this kind in the order of the work."""
        return [self.gather_part(), self.fee_part()]

    def standing(self, view: TaskView) -> dict[str, tuple[str, str]]:
        """How far each step is: key -> (done, now, wait, bad or "", a few words)."""
        return {"gather": self.gather_standing(view), "fee": self.fee_standing(view)}

    def todo(self, view: TaskView) -> list[str]:
        """What stands open in words; while anything does, the last button waits."""
        open_ = {key for key, (state, _) in self.standing(view).items() if state != "done"}
        said = {
            "gather": QCoreApplication.translate("Tasks", "Scan every piece"),
            "fee": QCoreApplication.translate("Tasks", "Charge the fee"),
        }
        return [said[key] for key in self.steps if key in open_ and key in said]

    def action(self, view: TaskView) -> str:
        """What the last button says; "" when this kind is done with the fee."""
        return ""

    def finish(self) -> None:
        """The last button was pressed."""

    def show_more(self, view: TaskView) -> None:
        """Show what only this kind has."""

    def forget(self) -> None:
        """Another task: nothing of the one before stays."""

    # ------------------------------------------------------------ what all kinds share

    def gather_part(self) -> Part:
        return Part("gather", QCoreApplication.translate("Tasks", "Gather the pieces"), self.gather, True)

    def fee_part(self) -> Part:
        return Part("fee", QCoreApplication.translate("Tasks", "Fee"), self.fee)

    def gather_standing(self, view: TaskView) -> tuple[str, str]:
        task = view.task
        if not task.items:
            return "done", ""
        text = QCoreApplication.translate("Tasks", "{count} of {all} gathered").format(
            count=sum(item in task.ticked for item in task.at_hand), all=len(task.at_hand)
        )
        if task.missing:
            text += " · " + QCoreApplication.translate("Tasks", "%n not found", "", len(task.missing))
        return ("" if task.state == TaskState.REQUESTED.value else "done"), text

    def fee_standing(self, view: TaskView) -> tuple[str, str]:
        state, amount = TaskState(view.task.state), words.cents(view.due_cents)
        if state is TaskState.CHARGING:
            return "wait", QCoreApplication.translate("Tasks", "Checking {amount}…").format(amount=amount)
        if state is TaskState.PAYMENT_DECLINED:
            return "bad", QCoreApplication.translate("Tasks", "Card declined")
        if state is TaskState.AWAITING_CUSTOMER:
            return "wait", QCoreApplication.translate("Tasks", "The customer is asked about {amount}").format(
                amount=amount
            )
        if view.task.payment == "nothing_due":
            return "done", QCoreApplication.translate("Tasks", "Nothing to pay")
        if view.task.payment == "paid":
            return "done", QCoreApplication.translate("Tasks", "{amount} paid").format(amount=amount)
        return "", amount

    def chargeable(self, view: TaskView) -> bool:
        """Whether everything before the fee is done."""
        return TaskState(view.task.state) is CHARGED_FROM.get(TaskKind(view.task.kind))

    # ------------------------------------------------------------ showing

    @property
    def window_(self) -> Window:
        return self.page.window_

    @property
    def work(self) -> Any:
        return self.page.doing.rooms.task_work

    @property
    def task_id(self) -> str:
        return self.view.task.id if self.view else ""

    def show_view(self, view: TaskView, anew: bool = False) -> None:
        """Show a task as the store has it; `anew`: it was not on the screen before."""
        if not view.task.open and not anew:
            self.ended(view)
            return
        if anew:
            self._forget_all()
        self.view = view
        desk = self.page.doing.station.desk
        self.page.head.set_title(
            QCoreApplication.translate("Tasks", "{task} for {name}").format(
                task=words.kind(view.task.kind, len(view.task.items)), name=view.account.holder
            )
        )
        self.page.head.set_subtitle(
            " · ".join((pickup_words.pmb(view.account.mailbox), pickup_words.pieces(len(view.task.items))))
        )
        self.gather.show_view(view)
        self.fee.show_view(view, self.chargeable(view))
        self.extras.show_lines(view.task.extras)
        self.side.show_view(view, desk.local, desk.now_ms())
        self.side.show_todo(self.todo(view), self.action(view))
        self.show_more(view)
        self._show_steps(view)

    def _show_steps(self, view: TaskView) -> None:
        known = self.standing(view)
        turn = next((key for key in self.steps if known.get(key, ("", ""))[0] not in ("done", "wait")), "")
        turn = turn or next((key for key in self.steps if known.get(key, ("", ""))[0] == "wait"), "")
        if turn != self._turn:
            self._opened = turn
        self._turn = turn
        for key, step in self.steps.items():
            state, note = known.get(key, ("", ""))
            step.head.say("now" if not state and key == turn else state, note)
            step.open(key == self._opened)

    def _open_step(self, key: str) -> None:
        self._opened = key
        if self.view is not None:
            self._show_steps(self.view)
        self.window_.focus_scan_box()

    def _forget_all(self) -> None:
        self._scans = []
        self._opened = self._turn = ""
        self.stop.clear()
        self.note.hide()
        self.question._answer("")
        self.extras.hide()
        self.side.reason.hide()
        self.forget()

    def ended(self, view: TaskView) -> None:
        """The task is not in the to-do list any more: say how it ended, and show the list."""
        self.window_.play("taken")
        text = QCoreApplication.translate("Tasks", "{task} for {name}: {state}").format(
            task=words.kind(view.task.kind, len(view.task.items)),
            name=view.account.holder,
            state=words.state_pill(view.task.state)[0],
        )
        self.window_.toasts.show_toast(text)
        self.leave()

    def leave(self) -> None:
        self._forget_all()
        self.view = None
        self.closed.emit()

    # ------------------------------------------------------------ acting

    def act(
        self,
        use_case: Callable[..., Any],
        *args: Any,
        done: Callable[[Any], object] | None = None,
        failed: Callable[[CounterError], object] | None = None,
    ) -> None:
        """Ask the desk for one step of this task; while it is under way no other one is asked for."""
        if self.busy or self.view is None:
            return
        task_id = self.task_id
        self.busy = True

        def came(view: Any) -> None:
            self.busy = False
            if task_id == self.task_id:
                self.note.hide()
                (done or self.went_on)(view)
            self._next_scan()

        def refused(error: CounterError) -> None:
            self.busy = False
            (failed or self.refused)(error)
            self._next_scan()

        self.page.doing.do(use_case, task_id, *args, done=came, failed=refused)

    def went_on(self, view: TaskView) -> None:
        self.show_view(view)
        self.window_.focus_scan_box()

    def refused(self, error: CounterError) -> None:
        if error.code in ELSEWHERE and error.facts.get("item_id"):
            self._offer_other(error)
            return
        self.window_.play("refused")
        self.tell(say(error), "bad")
        self.refresh()

    def tell(self, text: str, kind: str) -> None:
        self.note.show_text(text, kind)
        self.note.show()
        bring_into_view(self.note)

    def refresh(self) -> None:
        """Read the task anew: it may have been charged, changed elsewhere, or ended."""
        if self.view is not None:
            task_id = self.task_id
            self.page.doing.do(
                self.work.view,
                task_id,
                done=lambda view: self.show_view(view) if task_id == self.task_id else None,
            )

    def heard(self, event: object) -> None:
        ours = isinstance(event, TaskChanged) and event.task_id == self.task_id
        news = ours or isinstance(event, (RowsArrived, OutcomesArrived, SyncChanged))
        if news and self.view is not None and not self.busy:
            self.refresh()

    # ------------------------------------------------------------ the pieces

    def scanned(self, scan: RawScan) -> bool:
        """A piece; typed text that is no number of a piece goes to the yes/no screen."""
        if scan.source == "typed" and not is_piece_code(scan.text):
            return False
        self._scans = [*self._scans[-SCANS_KEPT:], scan.text]  # a scanner is faster than the disk: none is lost
        self._next_scan()
        return True

    def _next_scan(self) -> None:
        if self._scans and not self.busy:
            text = self._scans.pop(0)
            self.act(self.work.tick, text, done=self._ticked, failed=self._wrong_piece)

    def _ticked(self, view: TaskView) -> None:
        self.stop.clear()
        self.window_.play("taken")
        self.went_on(view)

    def _wrong_piece(self, error: CounterError) -> None:
        facts = {**error.facts, "mail_id": spoken_mail_id(str(error.facts.get("mail_id") or ""))}
        if error.code == "pickup.foreign_piece":
            self.window_.play("refused")
            self.note.hide()
            self.stop.stop(sentence(error.code, {**facts, "mailbox": facts.get("mailbox") or "–"}))
            bring_into_view(self.stop)
        elif error.code in ELSEWHERE and facts.get("item_id"):
            self._offer_other(error)
        else:
            self.window_.play("unknown" if error.code == "item.unknown" else "refused")
            self.tell(sentence(error.code, facts), "bad")

    def _offer_other(self, error: CounterError) -> None:
        """A piece that this task names lies in another one, or has left through it: go there, or go on without it."""
        self.window_.play("unknown")
        facts = error.facts
        kind, task_id, item_id = (str(facts.get(key) or "") for key in ("kind", "task_id", "item_id"))
        spoken = spoken_mail_id(str(facts.get("mail_id") or ""))
        ask, answers = sentence(error.code, {**facts, "mail_id": spoken}), []
        if kind:
            ask = QCoreApplication.translate("Tasks", "{mail_id} is in another task: {task}. Go there?")
            ask = ask.format(mail_id=spoken, task=words.kind(kind))
            answers.append(Answer("go", QCoreApplication.translate("Tasks", "Go there"), "primary", "Ctrl+Y"))
        if self.view is not None and item_id in self.view.task.items:
            answers.append(
                Answer("without", QCoreApplication.translate("Tasks", "Go on without it"), "second", "Ctrl+S")
            )
        answers.append(Answer("no", QCoreApplication.translate("Tasks", "No"), "second", "Ctrl+N"))

        def answered(key: str) -> None:
            if key == "go":
                self.elsewhere.emit(kind, task_id)
            elif key == "without":
                self._missing(item_id)

        self.question.ask(ask, answers, answered, focus=False)
        self.refresh()

    def _missing(self, item_id: str) -> None:
        self.act(self.work.missing, item_id)

    # ------------------------------------------------------------ the fee

    def charge(self) -> None:
        """Ask for the fee; with nothing to pay the task simply goes on."""
        self.act(self.work.charge)

    def _ask_customer(self) -> None:
        self.act(self.work.ask_customer)

    def _try_again(self) -> None:
        """One key: back among the open tasks, and charged once more unless the customer has to be asked first."""

        def again(desk: Any, actor: Any, task_id: str) -> TaskView:
            view: TaskView = self.work.try_again(desk, actor, task_id)
            return view if view.must_ask else self.work.charge(desk, actor, task_id)

        self.act(again)

    def _receipt(self) -> None:
        self.act(self.page.doing.rooms.money.print_receipt)

    def _open_extras(self) -> None:
        self.extras.open_box()

    def _set_extra(self, label: str, cents: int, discount: bool) -> None:
        key = f"extra-{'minus' if discount else 'plus'}-{label.casefold()[:40]}"
        self.act(
            lambda desk, actor, task_id: self.work.set_extra(
                desk, actor, task_id, key, label, cents, discount=discount
            ),
            done=self._extra_set,
            failed=self.extras.refused,
        )

    def _extra_set(self, view: TaskView) -> None:
        self.extras.hide()
        self.went_on(view)

    def _remove_extra(self, key: str) -> None:
        self.act(self.work.remove_extra, key)

    # ------------------------------------------------------------ out of it

    def unsaved(self) -> bool:
        return not self.extras.isHidden() or not self.side.reason.isHidden()

    def escape(self) -> bool:
        """Close what is open; else back to the list. What was done stays done, and others may go on with it."""
        for box in (self.extras, self.side.reason):
            if not box.isHidden():
                box.hide()
                self.window_.focus_scan_box()
                return True
        if self.view is None:
            return False
        if self.view.mine:
            self.act(self.work.let_go, done=lambda _view: self.leave(), failed=lambda _error: self.leave())
        else:
            self.leave()
        return True

    def _decline(self, reason: str, comment: str) -> None:
        self.act(
            self.work.decline, reason, comment, failed=lambda error: self.side.reason.comment.show_error(say(error))
        )
