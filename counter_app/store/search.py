"""Find accounts by name, firm, mailbox, phone or e-mail as the clerk types; pieces by Mail ID or tracking number.

FTS5 with prefix indexes 1, 2 and 3 in rowid order: ranking by bm25 costs 132 ms at 200,000 rows and is not used.
When no word begins as typed, the distinct words of the index are searched for one typing error.
"""

from __future__ import annotations

import unicodedata

from rapidfuzz.distance import OSA
from sqlalchemy import Connection

from counter_app.domain.mailbox import Account
from counter_app.domain.names import search_key

LIMIT = 20


def words_of(account: Account) -> str:
    """Everything by which an account is found, normalised: names on the form, mailbox, phone, e-mail."""
    names = [account.holder, *(name.text for name in account.names), *(one.name for one in account.collectors)]
    phone = "".join(ch for ch in account.phone if ch.isdigit())
    parts = [part for name in names for part in (search_key(name), _initials(name))]
    # A phone number with its country is typed without, and by its last seven or four digits.
    parts += [phone, phone[-10:], phone[-7:], phone[-4:]]
    parts += [account.mailbox, account.mailbox.lstrip("0"), account.email.lower()]
    return " ".join(dict.fromkeys(word for part in parts for word in part.split()))


def _initials(name: str) -> str:
    """Letters that stand alone, written together: `Acme L.L.C.` is also looked for as `llc`."""
    runs = "".join(word if len(word) == 1 else " " for word in search_key(name).split())
    return " ".join(run for run in runs.split() if len(run) > 1)


def index_account(connection: Connection, account: Account) -> None:
    """Write the words of an account anew."""
    number = connection.exec_driver_sql("SELECT number FROM account WHERE id = ?", (account.id,)).scalar_one()
    connection.exec_driver_sql("DELETE FROM account_search WHERE rowid = ?", (number,))
    connection.exec_driver_sql("INSERT INTO account_search (rowid, words) VALUES (?, ?)", (number, words_of(account)))


def account_ids(connection: Connection, typed: str, limit: int = LIMIT) -> list[str]:
    """Ids of accounts in which every typed word begins a word; else those within one typing error of each.

    Nothing that is typed is ever read as a query language: each word is quoted.
    """
    terms = _terms(typed)
    if not terms:
        return []
    found = _matching(connection, [[term] for term in terms], limit)
    if found or max(len(term) for term in terms) < 4:
        return found
    near = [[term, *_near(connection, term)] if len(term) >= 4 else [term] for term in terms]
    return _matching(connection, near, limit)


def _terms(typed: str) -> list[str]:
    cleaned = "".join(ch if unicodedata.category(ch)[0] != "C" else " " for ch in typed[:200])
    key = search_key(cleaned)
    return [term for term in (key or cleaned.lower()).split() if any(ch.isalnum() for ch in term)][:8]


def _matching(connection: Connection, groups: list[list[str]], limit: int) -> list[str]:
    query = " AND ".join("(" + " OR ".join(_quoted(term) + "*" for term in group) + ")" for group in groups)
    rows = connection.exec_driver_sql(
        "SELECT a.id FROM account_search s JOIN account a ON a.number = s.rowid WHERE s.words MATCH ? "
        "ORDER BY s.rowid LIMIT ?",
        (query, limit),
    )
    return [row[0] for row in rows]


def _quoted(term: str) -> str:
    return '"' + term.replace('"', '""') + '"'


def _near(connection: Connection, term: str) -> list[str]:
    # The first letter is nearly always right; if it is the wrong one, the whole vocabulary is looked through.
    for low, high in ((term[0], term[0] + "\U0010ffff"), ("", "\U0010ffff")):
        rows = connection.exec_driver_sql(
            "SELECT term FROM account_vocabulary WHERE term >= ? AND term < ?", (low, high)
        )
        near = [
            word
            for (word,) in rows
            if OSA.distance(term, word, score_cutoff=1) <= 1
            or (len(word) > len(term) and OSA.distance(term, word[: len(term)], score_cutoff=1) <= 1)
        ]
        if near:
            return near[:20]
    return []


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
