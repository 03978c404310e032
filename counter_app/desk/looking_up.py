"""What the one search box finds, and why: account or piece, by which of its names or numbers, sure or guessed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from counter_app.desk.context import Desk, demand
from counter_app.desk.customers import seen_by
from counter_app.domain import permissions
from counter_app.domain.employee import Actor
from counter_app.domain.mail_item import MailItem
from counter_app.domain.mailbox import Account
from counter_app.domain.name_words import is_firm
from counter_app.store import near, search, state

PIECES = 5
"""So many pieces stand below the accounts."""


@dataclass(frozen=True, slots=True)
class Found:
    """One row of the drop-down: an account or a piece.

    `why` says by what it was found: mailbox, holder, firm, name (on the form today), former_name (no longer),
    collector, email, phone, mail_id, tracking; `text` is that name or number, "" where this clerk may not see it.
    `guess`: what was typed has a typing error. `former`: the mailbox is this holder's no longer (R-17).
    """

    account: Account | None
    item: MailItem | None
    why: str
    text: str
    guess: bool
    former: bool = False


def look_up(desk: Desk, actor: Actor, typed: str) -> list[Found]:
    """Accounts and pieces by what was typed, the surest first, guesses last; see `store.search` for the limits."""
    demand(actor, "customer.look")
    contact = bool(permissions.allows(actor, "customer.contact"))
    today = desk.today()
    found: list[Found] = []
    with desk.db.read() as connection:
        hits = search.account_hits(connection, typed)
        for hit in hits:
            account = state.account(connection, hit.account_id)
            if account is None:
                continue
            why, text = why_found(account, search.terms(typed), hit.guess, today)
            if why in ("email", "phone") and not contact:
                text = ""
            former = account.state in ("released", "inactive")
            found.append(Found(seen_by(actor, account), None, why, text, hit.guess, former))
        ids = search.item_ids(connection, typed, PIECES)
        guessed = not ids and all(one.guess for one in found)
        for item_id in search.near_item_ids(connection, typed, PIECES) if guessed else ids:
            item = state.item(connection, item_id)
            if item is not None:
                key = "".join(ch for ch in typed.upper() if ch.isalnum())
                by_id = not item.tracking or item.mail_id.startswith(key[:4])
                why, text = ("mail_id", item.mail_id) if by_id else ("tracking", item.tracking)
                found.append(Found(None, item, why, text, guessed))
    # A piece found as typed stands before accounts that are only guessed.
    return sorted(found, key=lambda one: one.guess)


def why_found(account: Account, words: list[str], guess: bool, today: str) -> tuple[str, str]:
    """(code, text) of the first name or number of the account that all the words fit; else the one that most fit."""
    best, most = ("holder", account.holder), -1
    for why, text, parts in _by(account, today):
        fit = sum(any(_fits(word, part, guess) for part in parts) for word in words)
        if fit > most:
            best, most = (why, text), fit
        if fit == len(words):
            break
    return best


def _fits(word: str, part: str, guess: bool) -> bool:
    return part.startswith(word) or (guess and near.is_near(word, part))


def _by(account: Account, today: str) -> Iterator[tuple[str, str, list[str]]]:
    number = account.mailbox.lower()
    yield "mailbox", account.mailbox, [number, number.lstrip("0"), "pmb"]
    yield ("firm" if is_firm(account.holder) else "holder"), account.holder, search.terms(account.holder)
    for name in account.names:
        firm = name.kind == "business" or is_firm(name.text)
        why = "former_name" if not name.valid_on(today) else "firm" if firm else "name"
        yield why, name.text, search.terms(name.text)
    for one in account.collectors:
        yield "collector", one.name, search.terms(one.name)
    yield "email", account.email, search.terms(account.email)
    digits = "".join(ch for ch in account.phone if ch.isdigit())
    # Typed in groups, each group is a word of its own.
    yield "phone", account.phone, [digits[n:] for n in range(len(digits))]
