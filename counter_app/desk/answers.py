"""The yes/no screen: type or scan anything, and one answer says what may be done with it, and why not."""

from __future__ import annotations

from counter_app.desk import answer_mailbox, answer_piece, customers
from counter_app.desk.answer_parts import VERDICTS, Allowed, Answer, Line, Offer, Task, offer
from counter_app.desk.context import Desk, demand
from counter_app.desk.looking_up import Found, why_found
from counter_app.desk.pieces import find_piece
from counter_app.domain import tracking
from counter_app.domain.employee import Actor
from counter_app.domain.mailbox import Account
from counter_app.domain.text import clean, scan_text
from counter_app.errors import RuleViolation
from counter_app.store import search, state

__all__ = ["Allowed", "Answer", "Line", "Offer", "Task", "about_account", "about_mailbox", "about_piece", "answer"]

FORMER = ("released", "inactive")
PIECES = 10
"""So many pieces are shown when the last digits fit several."""


def answer(desk: Desk, actor: Actor, asked: str) -> Answer:
    """The answer for a Mail ID, tracking number, mailbox number, name, phone or e-mail, in that order.

    What is only a typing error away is asked and never opened: a guess is nobody's answer.
    """
    demand(actor, "customer.look")
    text = scan_text(asked).text.strip()
    if not text:
        return _plain("nothing", "empty", "", Line("answer.empty"))
    with desk.db.read() as connection:
        item = find_piece(connection, text)
        account = customers.seen_by(actor, state.account(connection, item.account_id)) if item else None
    if item is not None:
        return answer_piece.about(desk, actor, text, item, account)
    holders = customers.by_mailbox(desk, actor, text.removeprefix("PMB").strip(" #"))
    if len(holders) == 1:
        return answer_mailbox.about(desk, actor, text, holders[0])
    if holders:
        found = [Found(one, None, "mailbox", one.mailbox, False, one.state in FORMER) for one in holders]
        return _choice(text, "which_holder", "answer.former_holder", found)
    known = [one for one in tracking.identify(text) if one.check != "failed" and one.confidence >= 0.4]
    if known:
        return _new_piece(actor, text, known[0])
    # No customer is called like a barcode, and looking for one with a typing error in it takes its time.
    named = None if _is_code(text) else _by_name(desk, actor, text)
    if named is not None and named.verdict != "guess":
        return named
    with desk.db.read() as connection:
        pieces = [one for key in search.item_ids(connection, text, PIECES) if (one := state.item(connection, key))]
        lone = pieces[0] if len(pieces) == 1 else None
        account = customers.seen_by(actor, state.account(connection, lone.account_id)) if lone else None
    if lone is not None:
        return answer_piece.about(desk, actor, text, lone, account)
    if pieces:
        listed = [Found(None, one, "tracking", one.tracking, False) for one in pieces]
        return _choice(text, "which", "answer.several_pieces", listed)
    return named or _plain("nothing", "unknown", text, Line("answer.unknown", "bad", {"asked": text[:40]}))


def about_mailbox(desk: Desk, actor: Actor, account_id: str) -> Answer:
    """The answer for an account that the clerk has picked himself; RuleViolation("mailbox.unknown")."""
    demand(actor, "customer.look")
    with desk.db.read() as connection:
        account = customers.seen_by(actor, state.account(connection, account_id))
    if account is None:
        raise RuleViolation("mailbox.unknown")
    return answer_mailbox.about(desk, actor, account.mailbox, account)


def about_account(desk: Desk, actor: Actor, asked: str, account: Account) -> Answer:
    """What may be done with this mailbox today."""
    demand(actor, "customer.look")
    seen = customers.seen_by(actor, account)
    assert seen is not None  # noqa: S101 - an account that is there is seen by everybody
    return answer_mailbox.about(desk, actor, asked, seen)


def about_piece(desk: Desk, actor: Actor, item_id: str) -> Answer:
    """The answer for a piece that the clerk has picked himself; RuleViolation("item.unknown")."""
    demand(actor, "customer.look")
    with desk.db.read() as connection:
        item = state.item(connection, item_id)
        account = customers.seen_by(actor, state.account(connection, item.account_id)) if item else None
    if item is None:
        raise RuleViolation("item.unknown")
    return answer_piece.about(desk, actor, item.mail_id, item, account)


def _by_name(desk: Desk, actor: Actor, text: str) -> Answer | None:
    """The account that carries what was typed; several, or a guess, are asked. None when nobody does."""
    typed, today = clean(text).text, desk.today()
    words = search.terms(typed)
    listed: list[Found] = []
    with desk.db.read() as connection:
        hits = search.account_hits(connection, typed)
        sure = [one for one in hits if not one.guess]
        for hit in (sure or hits)[: search.LIMIT]:
            account = customers.seen_by(actor, state.account(connection, hit.account_id))
            if account is not None:
                # What this clerk may not see is not looked at either: he found it by that, and is not told more (2.22).
                why, by = why_found(account, words, hit.guess, today)
                listed.append(Found(account, None, why, by, hit.guess, account.state in FORMER))
    if not listed:
        return None
    if not sure:
        return _choice(text, "guess", "answer.guess", listed)
    only = listed[0]
    if len(listed) > 1 or only.account is None:
        return _choice(text, "which", "answer.several", listed)
    return answer_mailbox.about(desk, actor, text, only.account, (only.why, only.text))


def _new_piece(actor: Actor, text: str, known: tracking.TrackingMatch) -> Answer:
    take = offer(actor, "item.insert", "receive")
    return Answer(
        "new_piece",
        "new_piece",
        "info",
        text,
        carrier=known.carrier,
        tracking=known.number,
        lines=(Line("answer.new_tracking", "info", {"carrier": known.carrier, "number": known.number}),),
        offers=(take,),
        main="receive" if take.allowed else "",
    )


def _choice(asked: str, verdict: str, code: str, found: list[Found]) -> Answer:
    # Two holders with one name are both shown and never picked from by the program (2.3).
    line = Line(code, VERDICTS[verdict], {"count": len(found), "asked": asked[:40]})
    return Answer("choice", verdict, VERDICTS[verdict], asked, found=tuple(found), lines=(line,))


def _plain(subject: str, verdict: str, asked: str, line: Line) -> Answer:
    return Answer(subject, verdict, VERDICTS[verdict], asked, lines=(line,))


def _is_code(text: str) -> bool:
    """One word with letters and at least four digits, or with more digits than a phone number; no e-mail address."""
    digits = sum(ch.isdigit() for ch in text)
    if digits < 4 or "@" in text or len(text.split()) > 1:
        return False
    return digits > 12 or any(ch.isalpha() for ch in text)
