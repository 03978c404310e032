"""Words one typing error away from what was typed, among the words of all names in the store.

An error behind the third letter is looked for among the words that begin with these three, a few dozen. For an error
in the first three letters every text that one insertion, deletion, substitution or transposition makes is looked up
as the beginning of a word. Both are steps in one B-tree of distinct words: the size of the store hardly matters, an
error in the first letter costs no more than one in the last, and a word need not be typed to its end.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA
from sqlalchemy import Connection

WORD_MIN = 3
"""Shorter words are never forgiven an error: nearly everything would be near."""
_HEAD = re.compile(r"[^\W\d_]{3,}")
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_CYRILLIC = "абвгдезийклмнопрстуфхцчшщъыьэюяієїґ"
_GREEK = "αβγδεζηθικλμνξοπρστυφχψω"
_LAST = "\U0010ffff"
_PROBE = """SELECT v.value, (SELECT word FROM search_word WHERE word >= v.value ORDER BY word LIMIT 1)
    FROM json_each(?) v
    WHERE EXISTS (SELECT 1 FROM search_word WHERE word >= v.value AND word < v.value || char(1114111))"""


def heads(words: Iterable[str]) -> set[str]:
    """The letters that each word begins with, three or more; what an error is looked for in (`okafor412` -> okafor)."""
    return {found[0] for word in words if (found := _HEAD.match(word))}


def remember(connection: Connection, words: Iterable[str]) -> None:
    """Add the heads of these words to the vocabulary."""
    rows = [(head,) for head in sorted(heads(words))]
    if rows:
        connection.exec_driver_sql("INSERT INTO search_word (word) VALUES (?) ON CONFLICT DO NOTHING", rows)


def forget(connection: Connection, words: Iterable[str]) -> None:
    """Take words out of the vocabulary that no account has any more: a name that is gone must not stay behind."""
    for head in sorted(heads(words)):
        query = '"' + head + '"*'
        used = connection.exec_driver_sql(
            "SELECT 1 FROM account_search WHERE account_search MATCH ? LIMIT 1", (query,)
        ).first()
        if used is None:
            connection.exec_driver_sql("DELETE FROM search_word WHERE word = ?", (head,))


def is_known(connection: Connection, term: str) -> bool:
    """Whether a known word begins with the letters of `term`; a term without letters counts as known."""
    found = _HEAD.match(term)
    if found is None:
        return True
    sql = "SELECT 1 FROM search_word WHERE word >= ? AND word < ? LIMIT 1"
    return connection.exec_driver_sql(sql, (found[0], found[0] + _LAST)).first() is not None


def near_words(connection: Connection, term: str) -> list[str]:
    """Beginnings of known words that are one error away from `term`, the likeliest first.

    For `okafro412` the letters are corrected and the digits stay. A term without letters at its begin has none.
    """
    found = _HEAD.match(term)
    if found is None:
        return []
    head, tail = found[0], term[found.end() :]
    # So many letters are the way to the word; errors among them are looked up one by one.
    first = 3 if len(head) < 6 else 4
    known = _wrong_later(connection, head, first) | _wrong_at_first(connection, head, first)
    known.pop(head, None)
    # Whole words before beginnings; a swap of two letters is the likeliest error, a letter too many the rarest.
    order = sorted(known, key=lambda text: (*known[text], text))
    if tail:
        return [text + tail for text in order if not known[text][0]]
    return [text for text in order if len(text) >= WORD_MIN or not known[text][0]]


def _wrong_later(connection: Connection, head: str, first: int) -> dict[str, tuple[bool, int]]:
    sql = "SELECT word FROM search_word WHERE word >= ? AND word < ?"
    begin, size = head[:first], len(head)
    words = set(connection.exec_driver_sql(sql, (begin, begin + _LAST)).scalars())
    known: dict[str, tuple[bool, int]] = {}
    for kind, end in ((3, size - 1), (2, size + 1), (1, size)):
        begins = list({word[:end] for word in words if len(word) >= end})
        for text, _, _ in process.extract(head, begins, scorer=OSA.distance, score_cutoff=1, limit=None):
            known[text] = (text not in words, 0 if kind == 1 and sorted(text) == sorted(head) else kind)
    return known


def _wrong_at_first(connection: Connection, head: str, first: int) -> dict[str, tuple[bool, int]]:
    made = variants(head, _alphabet(head), first)
    probed = connection.exec_driver_sql(_PROBE, (json.dumps(list(made), ensure_ascii=False),))
    return {text: (text != word, made[text]) for text, word in probed}


def variants(term: str, alphabet: str, first: int = 40) -> dict[str, int]:
    """All that one typing error among the `first` letters makes of `term`, and which.

    0: two letters swapped, 1: another letter, 2: one missing, 3: one too many.
    """
    made: dict[str, int] = {}
    size = min(first, len(term))
    for n in range(size):
        made[term[:n] + term[n + 1 :]] = 3
    for n in range(size + (first > len(term))):
        begin, end = term[:n], term[n:]
        made.update((begin + letter + end, 2) for letter in alphabet)
    for n in range(size):
        begin, end = term[:n], term[n + 1 :]
        made.update((begin + letter + end, 1) for letter in alphabet)
    for n in range(min(size, len(term) - 1)):
        made[term[:n] + term[n + 1] + term[n] + term[n + 2 :]] = 0
    made.pop(term, None)
    made.pop("", None)
    return made


def is_near(term: str, word: str) -> bool:
    """Whether `word`, or the part of it that is typed so far, is one error away from `term` or begins with it."""
    if word.startswith(term):
        return True
    made = variants(term, "".join(sorted(set(word))))
    return any(word[:size] in made for size in range(max(1, len(term) - 1), len(term) + 2))


def _alphabet(term: str) -> str:
    for alphabet in (_LATIN, _CYRILLIC, _GREEK):
        if any(ch in alphabet for ch in term):
            return alphabet
    return ""  # a script without an alphabet: swaps and letters too many are still found
