"""Find accounts by name, firm, mailbox, phone or e-mail as the clerk types; pieces by Mail ID or tracking number.

FTS5 with prefix indexes 1, 2 and 3 in rowid order: ranking by bm25 costs 132 ms at 200,000 rows and is not used.
What is found exactly stands before what is one typing error away (`near`); the guesses are marked.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import Connection

from counter_app.domain.mailbox import Account
from counter_app.domain.names import search_key
from counter_app.store import near
from counter_app.store.db import straight

LIMIT = 20
_TERMS_MAX = 8
_GUESSES_MAX = 30
"""So many corrections of one word are looked at, and so many guesses shown: at four letters there may be a hundred."""
_NUMBER_MIN = 7
"""From so many digits on, one wrong digit of a phone number is forgiven; never of a mailbox number."""
_PIECE_MIN = 8
_GUESSES_BESIDE = 20
"""The same beside accounts that were found as typed."""
_TRIES_MAX = 10
_CHUNK = 500
_ALNUM = re.compile(r"[^\W_]+")


class Hit(NamedTuple):
    """An account that was found; `guess` when only a typing error away."""

    account_id: str
    guess: bool


def words_of(account: Account) -> str:
    """Everything by which an account is found, normalised: names on the form, mailbox, phone, e-mail."""
    names = [account.holder, *(name.text for name in account.names), *(one.name for one in account.collectors)]
    phone = "".join(ch for ch in account.phone if ch.isdigit())
    keys = [search_key(name) for name in dict.fromkeys(names)]
    parts = [part for key in keys for part in (key, _initials(key))]
    # A phone number with its country is typed without, and by its last seven or four digits.
    parts += [phone, phone[-10:], phone[-7:], phone[-4:]]
    parts += [account.mailbox, account.mailbox.lstrip("0"), account.email.lower()]
    return " ".join(dict.fromkeys(word for part in parts for word in part.split()))


def _initials(key: str) -> str:
    """Letters of a search key that stand alone, written together: `Acme L.L.C.` is also looked for as `llc`."""
    runs = "".join(word if len(word) == 1 else " " for word in key.split())
    return " ".join(run for run in runs.split() if len(run) > 1)


def index_account(connection: Connection, account: Account) -> None:
    """Write the words of an account anew."""
    index_accounts(connection, [account])


def index_accounts(connection: Connection, accounts: Sequence[Account]) -> None:
    """Write the words of these accounts anew, those only that have changed. Every account is in the store already."""
    words = {account.id: words_of(account) for account in accounts}
    ids = list(words)
    gone: set[str] = set()
    new: dict[int, str] = {}
    old: list[int] = []
    for start in range(0, len(ids), _CHUNK):
        chunk = ids[start : start + _CHUNK]
        marks = ",".join("?" * len(chunk))
        rows = connection.exec_driver_sql(
            "SELECT a.id, a.number, s.words FROM account a LEFT JOIN account_search s ON s.rowid = a.number "  # noqa: S608
            f"WHERE a.id IN ({marks})",
            tuple(chunk),
        )
        for account_id, number, before in rows.all():
            if before == words[account_id]:
                continue
            new[number] = words[account_id]
            if before is not None:
                old.append(number)
                gone.update(_parts(before))
    if old:
        connection.exec_driver_sql("DELETE FROM account_search WHERE rowid = ?", [(number,) for number in old])
    if new:
        connection.exec_driver_sql("INSERT INTO account_search (rowid, words) VALUES (?, ?)", list(new.items()))
        kept = {part for text in new.values() for part in _parts(text)}
        near.remember(connection, kept)
        near.forget(connection, gone - kept)


def index_all(connection: Connection, numbered: Iterable[tuple[int, Account]]) -> None:
    """Write the words of every account (number, account) into an index that is still empty."""
    rows = [(number, words_of(account)) for number, account in numbered]
    if rows:
        straight(connection).executemany("INSERT INTO account_search (rowid, words) VALUES (?, ?)", rows)
        near.remember(connection, {part for _, text in rows for part in _parts(text)})


def forget_account(connection: Connection, account_id: str) -> None:
    """Take the words of an account out of the index, while its row is still there.

    The vocabulary of typing errors loses those that no other account has: what is gone is not guessed at either.
    """
    sql = "SELECT s.rowid, s.words FROM account a JOIN account_search s ON s.rowid = a.number WHERE a.id = ?"
    for number, words in connection.exec_driver_sql(sql, (account_id,)).all():
        connection.exec_driver_sql("DELETE FROM account_search WHERE rowid = ?", (number,))
        near.forget(connection, _parts(words))


def _parts(words: str) -> set[str]:
    """The words as the index takes them apart: an e-mail address is several."""
    return set(_ALNUM.findall(words))


def account_ids(connection: Connection, typed: str, limit: int = LIMIT) -> list[str]:
    """Ids of accounts in which every typed word begins a word; only when there is none, those one error away."""
    hits = account_hits(connection, typed, limit)
    sure = [hit.account_id for hit in hits if not hit.guess]
    return sure or [hit.account_id for hit in hits]


def account_hits(connection: Connection, typed: str, limit: int = LIMIT) -> list[Hit]:
    """Accounts by what was typed: the mailbox of that number, whole words, beginnings; behind them the guesses.

    At most `limit` accounts, and as many guesses or 30 if that is more. The words may stand in any order, and each
    may be unfinished. A guess has one typing error in one or two words; there are none beside a full list, nor
    beside accounts that fit several words. Nothing that is typed is ever read as a query language: each word is quoted.
    """
    words = terms(typed)
    if not words:
        return []
    found = _mailboxes(connection, words, limit)
    found.update(_direct(connection, words, limit))
    sure = [Hit(account_id, False) for account_id in found][:limit]
    if len(sure) == limit or (sure and len(words) > 1):
        return sure
    guesses = _one_corrected(connection, words[0], not sure) if len(words) == 1 else _corrected(connection, words)
    return sure + [Hit(one, True) for one in guesses if one not in found][: max(limit, _GUESSES_MAX)]


def terms(typed: str) -> list[str]:
    """What was typed as words to look for, folded; at most eight."""
    cleaned = "".join(ch if unicodedata.category(ch)[0] != "C" else " " for ch in typed[:200])
    key = search_key(cleaned)
    return [term for term in (key or cleaned.lower()).split() if any(ch.isalnum() for ch in term)][:_TERMS_MAX]


def _mailboxes(connection: Connection, words: list[str], limit: int) -> dict[str, None]:
    if len(words) > 1 and words[0] == "pmb":
        words = words[1:]
    if len(words) != 1:
        return {}
    key = words[0].upper()
    rows = connection.exec_driver_sql(
        "SELECT id FROM account WHERE mailbox IN (?, ?, ?, ?) "
        "ORDER BY state IN ('released', 'inactive'), number LIMIT ?",
        (key, key.lstrip("0"), key.zfill(3), key.zfill(4), limit),
    )
    return {row[0]: None for row in rows}


def _direct(connection: Connection, words: list[str], limit: int) -> dict[str, None]:
    whole = _all_of([_word(term) for term in words])
    begun = _all_of([_begin(term) for term in words])
    if len(words) == 1:
        # A common name alone fills the list with whole words, without gathering all that merely begin so.
        rows = _rows(connection, whole, limit)
        return rows if len(rows) >= limit else rows | _rows(connection, begun, limit)
    if not all(near.is_known(connection, term) for term in words):
        return {}  # nobody has them all; "chen" alone would gather every Chen of a million names first
    rows = _rows(connection, begun, limit)
    if len(rows) > 1:
        rows = _rows(connection, whole, limit) | rows
    return rows


def _one_corrected(connection: Connection, term: str, anything: bool) -> dict[str, None]:
    most = _GUESSES_MAX if anything else _GUESSES_BESIDE
    if anything and term.isdigit() and len(term) >= _NUMBER_MIN:
        wrong = _any_of([_word(one) for one in near.variants(term, "0123456789")])
        return _rows(connection, wrong, _GUESSES_MAX)
    if len(term) < (near.WORD_MIN if anything else near.WORD_MIN + 1):
        return {}
    queries = [_begin(text) for text in near.near_words(connection, term)[:most]]
    if not queries:
        return {}
    # Each correction gets rows: otherwise the commonest name would crowd out the one that was meant.
    each = max(1, most // len(queries))
    each_query = f"SELECT * FROM (SELECT rowid FROM account_search WHERE words MATCH ? ORDER BY rowid LIMIT {each})"  # noqa: S608
    sql = " UNION ALL ".join([each_query] * len(queries))
    numbers = dict.fromkeys(connection.exec_driver_sql(sql, tuple(queries)).scalars())
    marks = ",".join("?" * len(numbers))
    sql = f"SELECT number, id FROM account WHERE number IN ({marks})"  # noqa: S608 - only marks
    ids: dict[int, str] = {row[0]: row[1] for row in connection.exec_driver_sql(sql, tuple(numbers))}
    return {ids[number]: None for number in numbers if number in ids}


def _corrected(connection: Connection, words: list[str]) -> dict[str, None]:
    """Accounts that fit all words when one of them, or two, are corrected."""
    able = [n for n, term in enumerate(words) if len(term) >= near.WORD_MIN]
    unknown = [n for n in able if not near.is_known(connection, words[n])]
    if unknown:
        tries = [tuple(unknown)] if len(unknown) < 3 else []  # a word that nobody has must be wrong
    else:
        tries = [(n,) for n in able] + [(n, m) for n in able for m in able if n < m]
    corrected: dict[int, list[str]] = {}
    for wrong in tries[:_TRIES_MAX]:
        groups = [_begin(term) for term in words]
        for n in wrong:
            if n not in corrected:
                corrected[n] = near.near_words(connection, words[n])[:_GUESSES_MAX]
            groups[n] = _any_of([_begin(text) for text in corrected[n]])
        if all(corrected[n] for n in wrong) and (found := _rows(connection, _all_of(groups), _GUESSES_MAX)):
            return found
    return {}


def _word(term: str) -> str:
    return '"' + term.replace('"', '""') + '"'


def _begin(term: str) -> str:
    return _word(term) + "*"


def _any_of(parts: list[str]) -> str:
    return "(" + " OR ".join(parts) + ")"


def _all_of(parts: list[str]) -> str:
    return " AND ".join(parts)


def _rows(connection: Connection, query: str, limit: int) -> dict[str, None]:
    rows = connection.exec_driver_sql(
        "SELECT a.id FROM account_search s JOIN account a ON a.number = s.rowid WHERE s.words MATCH ? "
        "ORDER BY s.rowid LIMIT ?",
        (query, limit),
    )
    return {row[0]: None for row in rows}


def item_ids(connection: Connection, typed: str, limit: int = LIMIT) -> list[str]:
    """Ids of pieces whose Mail ID or tracking number begins or ends with what was typed (at least 4 characters)."""
    key = "".join(ch for ch in typed.upper() if ch.isalnum())[:64]
    if len(key) < 4:
        return []
    found: dict[str, None] = {}
    for column, start in (("mail_id", key), ("tracking", key), ("tracking_reversed", key[::-1])):
        rows = connection.exec_driver_sql(
            f"SELECT id FROM item WHERE {column} >= ? AND {column} < ? ORDER BY {column} LIMIT ?",  # noqa: S608
            (start, start + "\U0010ffff", limit),
        )
        found.update((row[0], None) for row in rows)
    return list(found)[:limit]


def near_item_ids(connection: Connection, typed: str, limit: int = LIMIT) -> list[str]:
    """Ids of pieces whose whole Mail ID or tracking number is one typing error away from what was typed."""
    key = "".join(ch for ch in typed.upper() if ch.isalnum())[:40]
    if len(key) < _PIECE_MIN or not any(ch.isdigit() for ch in key):
        return []
    alphabet = "0123456789" if key.isdigit() else "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    made = json.dumps(sorted(near.variants(key, alphabet)), ensure_ascii=False)
    found: dict[str, None] = {}
    for column in ("mail_id", "tracking"):
        sql = f"SELECT i.id FROM json_each(?) v JOIN item i ON i.{column} = v.value LIMIT ?"  # noqa: S608 - own constant
        found.update((row[0], None) for row in connection.exec_driver_sql(sql, (made, limit)))
    return list(found)[:limit]
