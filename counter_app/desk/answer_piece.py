"""The yes/no screen's answer for a piece: where it is, whose, since when, in which task, and what may be done."""

from __future__ import annotations

from counter_app.desk.answer_mailbox import state_line
from counter_app.desk.answer_parts import (
    Answer,
    Line,
    Offer,
    Task,
    colour_of,
    offer,
    storage_line,
    task_line,
    task_of,
)
from counter_app.desk.context import Desk
from counter_app.domain.employee import Actor
from counter_app.domain.mail_item import ItemState, MailItem
from counter_app.domain.mailbox import Account, AccountState
from counter_app.domain.pickup import OPEN, PickupState
from counter_app.store import state

DAY_MS = 86_400_000
_PICKABLE = (ItemState.RECEIVED, ItemState.SCANNED)


def about(desk: Desk, actor: Actor, asked: str, item: MailItem, account: Account | None) -> Answer:
    """What may be done with this piece, and why not; the right to look was asked before.

    `account` is its mailbox as this clerk may see it, None while it has none.
    """
    task = _task(desk, item)
    lines = _lines(desk, item, account, task)
    verdict = _verdict(item, account, task)
    offers = _offers(actor, item, account, task)
    main = {"hand_over": "hand_over", "assign": "assign", "open_task": "open_task", "unpaid": "open_task"}.get(verdict)
    return Answer(
        "piece",
        verdict,
        # A piece that goes out now is not held up by storage that would end soon.
        colour_of(verdict, [line for line in lines if not line.code.startswith("storage.")]),
        asked,
        item=item,
        account=account,
        tasks=(task,) if task else (),
        lines=tuple(lines),
        offers=offers,
        main=next((one.action for one in offers if one.allowed and one.action == main), ""),
    )


def _task(desk: Desk, item: MailItem) -> Task | None:
    if not item.task_id or item.state != ItemState.IN_TASK.value:
        return None
    with desk.db.read() as connection:
        pickup = state.pickup(connection, item.task_id)
    return task_of(desk, pickup) if pickup is not None and PickupState(pickup.state) in OPEN else None


def _lines(desk: Desk, item: MailItem, account: Account | None, task: Task | None) -> list[Line]:
    where = {"shelf": item.shelf, "mailbox": item.mailbox, "ms": item.final_ms}
    # A piece without a mailbox counts as not inserted (T2).
    kind = "warn" if item.state in ("unassigned", "lost") else "ok" if item.on_the_shelf else "info"
    lines = [Line(f"piece.{item.state}", kind, where)]
    if item.searched_for:
        told = {"last_shelf": item.last_shelf or "–", "ms": item.searching_ms}
        lines = [Line("piece.searched_for", "warn", told)]
    if item.contested:
        lines.append(Line("piece.contested", "bad"))
    if item.apart:
        lines.append(Line(f"piece.apart_{item.apart}", "warn", {"mailbox": item.notice_mailbox or item.mailbox}))
    if item.was_of:
        lines.append(Line("piece.moved_here", "info", {"why": item.moved_why}))
    if task is not None:
        lines.append(task_line(task))
    if account is not None:
        if account.state != AccountState.ACTIVE.value:
            lines.append(state_line(account))
        if account.holder != item.name_matched:
            lines.append(Line("piece.whose", "info", {"holder": account.holder, "mailbox": account.mailbox}))
    if item.on_the_shelf:
        days = max(0, desk.local(desk.now_ms()).toordinal() - desk.local(item.received_ms).toordinal())
        lines.append(Line("piece.since", "info", {"days": days, "since_ms": item.received_ms}))
    if account is not None:
        lines += storage_line(desk, account, (item,), desk.today())
    return lines


def _verdict(item: MailItem, account: Account | None, task: Task | None) -> str:
    here = ItemState(item.state)
    if item.contested:
        return "contested"
    if item.searched_for:
        return "searching"
    if here is ItemState.UNASSIGNED:
        return "assign"
    if here is ItemState.IN_TASK:
        if task is None:
            return "in_task"
        return "unpaid" if task.pickup.state == PickupState.PAYMENT_DECLINED.value else "open_task"
    if here in _PICKABLE:
        return "hand_over" if account is not None and account.rule.walk_in_pickup else "keep"
    return "lost" if here is ItemState.LOST else "gone"


def _offers(actor: Actor, item: MailItem, account: Account | None, task: Task | None) -> tuple[Offer, ...]:
    """Always in the same places, so that a key does the same for every piece."""
    here = ItemState(item.state)
    shelf, pickable = item.on_the_shelf, here in _PICKABLE and account is not None
    # Whatever is kept for a task waits until that task is done or declined (2.3).
    if here is ItemState.IN_TASK:
        blocked = "piece.task_first"
    elif here is ItemState.UNASSIGNED:
        blocked = "piece.assign_first"
    else:
        blocked = "piece.not_here" if not shelf else "mailbox.unknown"
    if task is not None:
        out = offer(actor, "pickup.process", "open_task")
    else:
        can = pickable and account is not None and account.rule.walk_in_pickup
        out = offer(actor, "pickup.process", "hand_over", can, account.rule.reason if account and pickable else blocked)
    if here is ItemState.UNASSIGNED:
        whose = offer(actor, "item.assign", "assign")
    else:
        whose = offer(actor, "item.reassign", "reassign", pickable, blocked)
    return (
        out,
        whose,
        offer(actor, "item.move", "move", shelf, "piece.not_here"),
        offer(actor, "print.answer", "print_again", shelf, "piece.not_here"),
        offer(actor, "print.answer", "shelf_slip", shelf, "piece.not_here"),
    )
