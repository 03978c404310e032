"""The yes/no screen: type or scan anything, and one answer says what may be done with it, and why not."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from counter_app.desk import customers
from counter_app.desk.context import Desk, demand
from counter_app.desk.pieces import find_piece
from counter_app.domain import permissions, tracking
from counter_app.domain.employee import Actor
from counter_app.domain.mail_item import ItemState, MailItem
from counter_app.domain.mailbox import Account, AccountState, InsertRule
from counter_app.domain.pickup import Pickup
from counter_app.domain.text import clean, scan_text
from counter_app.store import search, state

_LONG_MS = 30 * 86_400_000


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to know: a stable code, its facts, and how it is meant: ok, warn, bad or info."""

    code: str
    kind: str = "info"
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing that may be done, or not: then `why` is the stable code of the reason."""

    action: str
    allowed: bool
    why: str = ""
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the counter says about what was typed or scanned.

    `subject`: piece, mailbox, choice (several accounts), new_piece (a tracking number never seen), nothing.
    `colour`: ok, warn, bad, info; it is never the only sign, `lines` say it in words.
    """

    subject: str
    colour: str
    asked: str
    item: MailItem | None = None
    account: Account | None = None
    accounts: tuple[Account, ...] = ()
    pickup: Pickup | None = None
    on_shelf: tuple[MailItem, ...] = ()
    carrier: str = ""
    tracking: str = ""
    lines: tuple[Line, ...] = ()
    offers: tuple[Offer, ...] = ()


def answer(desk: Desk, actor: Actor, asked: str) -> Answer:
    """The answer for a Mail ID, tracking number, mailbox number, name, phone or e-mail, in that order."""
    demand(actor, "customer.look")
    text = scan_text(asked).text.strip()
    if not text:
        return Answer("nothing", "info", "", lines=(Line("answer.empty"),))
    with desk.db.read() as connection:
        item = find_piece(connection, text)
        account = customers.seen_by(actor, state.account(connection, item.account_id)) if item else None
    if item is not None:
        return _about_piece(desk, actor, text, item, account)
    holders = customers.by_mailbox(desk, actor, text.removeprefix("PMB").strip(" #"))
    if len(holders) == 1:
        return about_account(desk, actor, text, holders[0])
    if holders:
        return _choice(text, holders, "answer.former_holder")
    known = [one for one in tracking.identify(text) if one.check != "failed" and one.confidence >= 0.4]
    if known:
        offers = (_offer(actor, "item.insert", "receive"),)
        line = Line("answer.new_tracking", "info", {"carrier": known[0].carrier, "number": known[0].number})
        return Answer(
            "new_piece", "info", text, carrier=known[0].carrier, tracking=known[0].number, lines=(line,), offers=offers
        )
    # No customer is called like a barcode, and looking for one with a typing error in it takes its time.
    found = [] if _is_code(text) else customers.find(desk, actor, clean(text).text)
    if len(found) == 1:
        return about_account(desk, actor, text, found[0])
    if found:
        return _choice(text, found, "answer.several")
    with desk.db.read() as connection:
        ids = search.item_ids(connection, text, 2)
        lone = state.item(connection, ids[0]) if len(ids) == 1 else None
        account = customers.seen_by(actor, state.account(connection, lone.account_id)) if lone else None
    if lone is not None:
        return _about_piece(desk, actor, text, lone, account)
    return Answer("nothing", "bad", text, lines=(Line("answer.unknown", "bad", {"asked": text[:40]}),))


def _is_code(text: str) -> bool:
    """One word with letters and at least four digits, or with more digits than a phone number; no e-mail address."""
    digits = sum(ch.isdigit() for ch in text)
    if digits < 4 or "@" in text or len(text.split()) > 1:
        return False
    return digits > 12 or any(ch.isalpha() for ch in text)


def about_mailbox(desk: Desk, actor: Actor, account_id: str) -> Answer:
    """The answer for an account that the clerk has picked himself; RuleViolation("mailbox.unknown")."""
    account = customers.card(desk, actor, account_id).account
    return about_account(desk, actor, account.mailbox, account)


def about_account(desk: Desk, actor: Actor, asked: str, account: Account) -> Answer:
    """What may be done with this mailbox today."""
    card = customers.card(desk, actor, account.id)
    today = desk.today()
    rule = account.insert_rule(today)
    takes = rule in (InsertRule.INSERT, InsertRule.INSERT_AND_WARN)
    lines = [_state_line(account)]
    valid = tuple(name.text for name in account.names if name.valid_on(today))
    lines.append(Line("answer.names", "info" if valid else "bad", {"names": valid}))
    if account.id_expires_on:
        kind = "bad" if account.id_expires_on < today else "info"
        lines.append(
            Line("answer.id_expired" if kind == "bad" else "answer.id_until", kind, {"on": account.id_expires_on})
        )
    if account.payment == "declined":
        lines.append(Line("answer.payment_declined", "warn"))
    if account.note:
        lines.append(Line("answer.note", "info", {"note": account.note}))
    if card.on_shelf:
        oldest = min(item.received_ms for item in card.on_shelf)
        kind = "warn" if desk.now_ms() - oldest > _LONG_MS else "info"
        lines.append(Line("answer.on_shelf", kind, {"count": len(card.on_shelf), "oldest_ms": oldest}))
    offers = [
        _offer(actor, "item.insert", "receive", takes, account.rule.reason, todo=rule.value),
        _pickup_offer(actor, account, card),
        _offer(actor, "customer.note", "note"),
    ]
    worst = max((line.kind for line in lines), key=("info", "ok", "warn", "bad").index)
    colour = worst if worst in ("warn", "bad") else "ok"
    return Answer(
        "mailbox",
        colour,
        asked,
        account=account,
        pickup=card.pickup,
        on_shelf=card.on_shelf,
        lines=tuple(lines),
        offers=tuple(offers),
    )


def _about_piece(desk: Desk, actor: Actor, asked: str, item: MailItem, account: Account | None) -> Answer:
    state_kind = "ok" if item.on_the_shelf else "info"
    if item.state == ItemState.UNASSIGNED.value:
        state_kind = "warn"  # it counts as not inserted until it has a mailbox (T2)
    lines = [
        Line(f"piece.{item.state}", state_kind, {"shelf": item.shelf, "mailbox": item.mailbox, "ms": item.final_ms})
    ]
    if item.contested:
        lines.append(Line("piece.contested", "bad"))
    if account is not None and account.state != AccountState.ACTIVE.value:
        lines.append(_state_line(account))
    shelf = item.on_the_shelf
    here = ItemState(item.state)
    pickable = here in (ItemState.RECEIVED, ItemState.SCANNED) and account is not None
    can_collect = pickable and account is not None and account.rule.walk_in_pickup
    why_not = account.rule.reason if account and pickable else f"piece.{item.state}"
    offers = [
        _offer(actor, "pickup.process", "hand_over", can_collect or here is ItemState.IN_TASK, why_not),
        _offer(actor, "item.assign", "assign", here is ItemState.UNASSIGNED, f"piece.{item.state}"),
        _offer(actor, "item.move", "move", shelf, f"piece.{item.state}"),
        _offer(actor, "item.reassign", "reassign", pickable, f"piece.{item.state}"),
        _offer(actor, "print.answer", "print_again", shelf, f"piece.{item.state}"),
        _offer(actor, "print.answer", "shelf_slip", shelf, f"piece.{item.state}"),
    ]
    with desk.db.read() as connection:
        pickup = state.pickup(connection, item.task_id) if item.task_id else None
    worst = max((line.kind for line in lines), key=("info", "ok", "warn", "bad").index)
    return Answer(
        "piece", worst, asked, item=item, account=account, pickup=pickup, lines=tuple(lines), offers=tuple(offers)
    )


def _choice(asked: str, accounts: list[Account], code: str) -> Answer:
    # Two holders with one name are both shown and never picked from by the program (2.3).
    line = Line(code, "warn" if code == "answer.former_holder" else "info", {"count": len(accounts)})
    return Answer("choice", "info", asked, accounts=tuple(accounts), lines=(line,))


def _state_line(account: Account) -> Line:
    reason = account.rule.reason
    kind = "ok" if not reason else "warn" if account.rule.shown_in_insert_search else "bad"
    return Line(reason or "mailbox.active", kind, {"mailbox": account.mailbox, "since": account.state_since})


def _pickup_offer(actor: Actor, account: Account, card: customers.Card) -> Offer:
    if not account.rule.walk_in_pickup:
        return Offer("hand_over", False, account.rule.reason)
    if not card.on_shelf:
        return Offer("hand_over", False, "answer.nothing_on_shelf")
    return _offer(actor, "pickup.process", "hand_over")


def _offer(actor: Actor, action: str, name: str, allowed: bool = True, why: str = "", **facts: Any) -> Offer:
    verdict = permissions.allows(actor, action)
    if not verdict:
        return Offer(name, False, verdict.code, {"least_level": verdict.least_level})
    return Offer(name, allowed, "" if allowed else why, facts)
