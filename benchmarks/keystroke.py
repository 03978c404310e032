"""From a keystroke in the search box to the rows, and what a typing error costs, at 20,000 to 1,000,000 names."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import Connection

from benchmarks.bench import Figure, apart, desk_in, p99
from benchmarks.invented_names import Register
from counter_app.desk.context import Desk
from counter_app.domain.rows import from_plain
from counter_app.store import near, search, state

SIZES = (20_000, 200_000, 1_000_000)
GOALS_MS = {20_000: 1.0, 200_000: 2.0, 1_000_000: 5.0}
TYPO_GOAL_MS = 5.0
KEYSTROKES = 400
PASSES = 3
SCANS = 12
LIKE_FROM = 200_000
"""Below it the whole register lies in the page cache, and reading all of it is as quick as anything."""
_PAGE = 20_000
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_TIMES_GOAL = 50.0


def measure(folder: Path, sizes: Sequence[int] = SIZES, keystrokes: int = KEYSTROKES) -> list[Figure]:
    """For each size: p99 of a keystroke, how many times quicker than LIKE, p99 and recall with one typing error."""
    figures = []
    for size in sizes:
        place = folder / f"names-{size}"
        place.mkdir()
        with desk_in(place) as desk:
            before = _size(place)
            holders = fill(desk, size)
            grown = f"store grown by {(_size(place) - before) / 1e6:.0f} MB"
            figures += _figures(desk, holders, keystrokes, grown)
    return figures


def fill(desk: Desk, count: int) -> list[str]:
    """Accounts in bulk: the rows, words and vocabulary that `state.accept_pulled` writes, in large statements."""
    holders = list(Register(seed=5).holders(count))
    sql = "INSERT INTO account (number, id, seq, mailbox, state, holder, data) VALUES (?, ?, ?, ?, ?, ?, ?)"
    vocabulary: set[str] = set()
    with desk.db.write() as connection:
        for start in range(0, count, _PAGE):
            rows: list[tuple[Any, ...]] = []
            words: list[tuple[int, str]] = []
            for n in range(start, min(count, start + _PAGE)):
                account = _account(n, holders[n])
                rows.append((n + 1, *state._values("account", account, 1)))
                words.append((n + 1, search.words_of(account)))
                vocabulary |= search._parts(words[-1][1])
            connection.exec_driver_sql(sql, rows)
            connection.exec_driver_sql("INSERT INTO account_search (rowid, words) VALUES (?, ?)", words)
        near.remember(connection, vocabulary)
    desk.db.checkpoint()
    return holders


def _account(n: int, holder: str) -> Any:
    given, surname = holder.split()[:2]
    return from_plain(
        "account",
        {
            "id": f"a{n}",
            "mailbox": str(n),
            "state": "active",
            "holder": holder,
            "names": [{"text": holder}],
            "phone": f"{200 + n % 700}{n * 7_919 % 10_000_000:07d}",
            "email": f"{given}.{surname}{n % 997}@mail.example".lower(),
        },
    )


def _figures(desk: Desk, holders: list[str], keystrokes: int, grown: str) -> list[Figure]:
    random = Random(7)  # noqa: S311 - invented typing
    typed = [text for text, _ in _typing(random, holders, keystrokes)]
    wrong = list(_typing_errors(random, holders, keystrokes))
    size = _short(len(holders))
    compared = len(holders) >= LIKE_FROM
    with desk.db.read() as connection:
        found: dict[str, list[search.Hit]] = {}
        right = _passes([text for text, _ in wrong], lambda text: found.update({text: _hits(connection, text)}))
        direct = _passes(typed, lambda text: _hits(connection, text))
        sample = typed[: SCANS if len(holders) < 500_000 else SCANS // 4]  # one scan of a million names takes seconds
        scan = [_once(lambda text=text: _like(connection, text)) for text in sample]  # type: ignore[misc]
        hit = [_is_found(connection, meant, found[text]) for text, meant in wrong]
    each = [round(statistics.mean(scan) / statistics.mean(one[: len(sample)]), 1) for one in direct]
    times = statistics.median(each)
    recall = sum(hit) / len(hit)
    goal = GOALS_MS.get(len(holders), 5.0)
    scans = f"same {len(sample)} keystrokes; LIKE mean {statistics.mean(scan) * 1000:.1f} ms; {grown}"
    like = "LIKE '%typed%' over holder, mailbox and words of the same store"
    of = "one error anywhere: swap, other letter, letter missing, letter too many"
    return [
        _p99_of(f"keystroke_{size}_p99", direct, goal),
        *(
            [Figure(f"keystroke_{size}_like", times, "x", _TIMES_GOAL, times >= _TIMES_GOAL, like, scans, apart(each))]
            if compared
            else []
        ),
        _p99_of(f"keystroke_typo_{size}_p99", right, TYPO_GOAL_MS),
        Figure(f"keystroke_typo_{size}_recall", round(recall, 4), "", 0.98, recall >= 0.98, of, _misses(wrong, hit)),
    ]


def _p99_of(name: str, passes: list[list[float]], goal_ms: float) -> Figure:
    """p99 over every keystroke of every pass; the spread is how far the p99 of the passes lie apart."""
    found = p99(name, [one for each in passes for one in each], goal_ms, "none: milliseconds in the store, encrypted")
    spread = apart([p99("", each, goal_ms, "").value for each in passes])
    return replace(found, note=f"{found.note} in {PASSES} passes over all of them", spread=spread)


def _hits(connection: Connection, text: str) -> list[search.Hit]:
    return search.account_hits(connection, text)


def _passes(texts: list[str], work: Callable[[str], object]) -> list[list[float]]:
    """Seconds of each text, pass by pass.

    A pass goes through all texts, so a page of the store that one text warmed is cold again for the next pass.
    """
    return [[_once(lambda text=text: work(text)) for text in texts] for _ in range(PASSES)]  # type: ignore[misc]


def _once(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _like(connection: Connection, text: str) -> None:
    some = f"%{text}%"
    connection.exec_driver_sql(
        "SELECT a.id FROM account a JOIN account_search_content s ON s.id = a.number "
        "WHERE a.holder LIKE ? OR a.mailbox LIKE ? OR s.c0 LIKE ? LIMIT 20",
        (some, some, some),
    ).all()


def _typing(random: Random, holders: list[str], count: int) -> Iterator[tuple[str, str]]:
    """What clerks have in the box after a keystroke: (text, all of it); words in any order, the last unfinished."""
    for _ in range(count):
        n = random.randrange(len(holders))
        given, surname = holders[n].lower().split()[:2]
        whole = random.choice(
            (surname, surname, f"{given} {surname}", f"{surname} {given}", f"{given} {surname}", str(n))
        )
        least = whole.find(" ") + 2
        yield whole[: random.randrange(least, len(whole) + 1) if len(whole) > least else len(whole)], whole


def _typing_errors(random: Random, holders: list[str], count: int) -> Iterator[tuple[str, str]]:
    """(with one error, as it was meant): a surname, or both names, the last word unfinished in half of them."""
    made = 0
    while made < count:
        given, surname = holders[random.randrange(len(holders))].lower().split()[:2]
        words = [search.search_key(one) for one in ((surname,) if random.random() < 0.5 else (given, surname))]
        if random.random() < 0.5 and len(words[-1]) > 5:
            words[-1] = words[-1][: random.randrange(5, len(words[-1]))]
        wrong = random.randrange(len(words))
        if len(words[wrong]) < 5 or " " in words[wrong]:
            continue
        meant = " ".join(words)
        place = 0 if random.random() < 0.25 else random.randrange(len(words[wrong]))
        words[wrong] = _with_error(random, words[wrong], place)
        if " ".join(words) != meant:
            made += 1
            yield " ".join(words), meant


def _with_error(random: Random, word: str, at: int) -> str:
    match random.randrange(4):
        case 0 if at + 1 < len(word):
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        case 1:
            return word[:at] + word[at + 1 :]
        case 2:
            return word[:at] + random.choice(_LETTERS) + word[at:]
        case _:
            return word[:at] + random.choice(_LETTERS) + word[at + 1 :]


def _is_found(connection: Connection, meant: str, hits: list[search.Hit]) -> bool:
    """Whether a row of what was meant is among the rows: anybody of that name, for there may be thousands."""
    wanted = search.terms(meant)
    for one in hits:
        row = connection.exec_driver_sql(
            "SELECT s.words FROM account_search s JOIN account a ON a.number = s.rowid WHERE a.id = ?",
            (one.account_id,),
        ).scalar_one()
        parts = search._parts(row)
        if all(any(part.startswith(term) for part in parts) for term in wanted):
            return True
    return False


def _misses(wrong: list[tuple[str, str]], hit: list[bool]) -> str:
    missed = [f"{text} for {meant}" for (text, meant), found in zip(wrong, hit, strict=True) if not found]
    return f"{len(wrong)} errors; missed: {', '.join(missed[:6]) or 'none'}"


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.glob("store.db"))


def _short(count: int) -> str:
    return f"{count // 1_000_000}m" if count >= 1_000_000 else f"{count // 1_000}k" if count >= 1_000 else str(count)
