"""Writers and a poller that race on one store or on many, through the service's own Database, Book and page.

What is measured is what a station would be left with: after the last commit the poller asks until there is no more,
and then every row must be there in its last version. `by_sequence` numbers the rows from a sequence of the database
and reads `seq > cursor`, as one would write it down first: it must miss rows, or the race proves nothing.
"""

from __future__ import annotations

import os
import random
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from sqlalchemy import func, select, text

from central_service import pull
from central_service.arrival import Signer
from central_service.book import Book
from central_service.centre import Centre, open_centre
from central_service.messages import StreamAt
from central_service.payments import NoGateway
from central_service.platform import make_store
from central_service.platform_messages import NewStore
from central_service.tables import state_row
from counter_app.domain.rows import from_plain
from tests.central.station import PLATFORM_TOKEN

PAGE = 50
SEQUENCE = "naive_numbers"
PIECE = {"id": "x", "mail_id": "M1", "state": "received", "mailbox": "12", "name": "Ann Lee", "received_ms": 1}


class NumbersFromASequence(Book):
    """A book whose numbers come from a sequence: taken now, seen whenever its transaction ends."""

    def __init__(self, connection, store: str, room: int, now_ms: int) -> None:
        super().__init__(_NoHead(), store, 0, now_ms)
        self.connection = connection
        taken = connection.execute(text(f"SELECT nextval('{SEQUENCE}') FROM generate_series(1, {room})"))
        self._numbers = list(taken.scalars())

    def next_seq(self) -> int:
        return self._numbers.pop(0)


class _NoHead:
    """Stands in for the head row, which this book leaves alone."""

    def execute(self, _statement) -> _NoHead:
        return self

    def scalar_one_or_none(self) -> int:
        return 0


@dataclass
class Outcome:
    """`missed`: rows whose last version the poller does not have; `disorder`: pages that went back."""

    written: int = 0
    transactions: int = 0
    polls: int = 0
    missed: int = 0
    disorder: int = 0
    seconds: float = 0.0
    faults: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Race:
    """How the race is run; `hold_s` is the longest time that a writer keeps its transaction open."""

    writers: int = 5
    seconds: float = 2.0
    rows: int = 10**9
    stores: int = 1
    batch: int = 8
    hold_s: float = 0.0
    poll_every_s: float = 0.002
    page: int = PAGE
    by_sequence: bool = False


@contextmanager
def opened(url: str) -> Iterator[Centre]:
    """A centre without HTTP."""
    centre = open_centre(
        url,
        platform_token=PLATFORM_TOKEN,
        demo=False,
        clock=lambda: 1_790_000_000_000,
        entropy=os.urandom,
        gateway=NoGateway(),
    )
    try:
        yield centre
    finally:
        centre.db.close()


def race(url: str, how: Race) -> Outcome:
    """Run it on the empty database at `url`."""
    with opened(url) as centre:
        return _run(centre, how)


def put(centre: Centre, *rows: str) -> None:
    """New or changed rows of the store s1, one transaction."""

    def work(connection) -> None:
        book = Book(connection, "s1", len(rows), 1)
        book.load([("item", row) for row in rows])
        for row in rows:
            book.put("item", row, from_plain("item", PIECE), book.next_seq())
        book.close()

    centre.db.transact(work, "s1")


def _run(centre: Centre, how: Race) -> Outcome:
    if how.by_sequence:
        centre.db.transact(lambda connection: connection.execute(text(f"CREATE SEQUENCE {SEQUENCE}")))
    names = [f"s{number}" for number in range(how.stores)]
    for name in names:
        make_store(centre, NewStore("org1", name, name))
    out, lock, end = Outcome(), threading.Lock(), time.monotonic() + how.seconds
    began = time.monotonic()
    threads = [
        threading.Thread(target=_write, args=(centre, how, number, names, end, out, lock), name=f"writer-{number}")
        for number in range(how.writers)
    ]
    for thread in threads:
        thread.start()
    poller = _Poller(centre, how, names[0], out)
    while any(thread.is_alive() for thread in threads):
        poller.ask()
        time.sleep(how.poll_every_s)
    for thread in threads:
        thread.join()
    while poller.ask():
        pass
    out.seconds = time.monotonic() - began
    out.missed = poller.missed()
    return out


def _write(
    centre: Centre, how: Race, number: int, names: list[str], end: float, out: Outcome, lock: threading.Lock
) -> None:
    dice, made = random.Random(number), 0
    kind = NumbersFromASequence if how.by_sequence else Book
    item = from_plain("item", PIECE)

    def work(connection) -> None:
        # Some rows are new, some are rows of before that change once more; never one that another writer changes.
        book = kind(connection, name, len(rows), 1)
        book.load([("item", row) for row in rows])
        for row in rows:
            book.put("item", row, item, book.next_seq())
        time.sleep(hold)
        book.close()

    try:
        while time.monotonic() < end:
            size, hold = dice.randint(1, how.batch), dice.random() * how.hold_s
            name = dice.choice(names)
            rows = [f"w{number}-{made + offset}" for offset in range(size)]
            if made and dice.random() < 0.2:
                rows[0] = f"w{number}-{dice.randrange(made)}"
            rows = list(dict.fromkeys(rows))
            centre.db.transact(work, name)
            made += size
            with lock:
                out.written += len(rows)
                out.transactions += 1
                if out.written >= how.rows:
                    return
    except Exception as error:
        out.faults.append(repr(error))


class _Poller:
    def __init__(self, centre: Centre, how: Race, store: str, out: Outcome) -> None:
        self.centre, self.how, self.store, self.out = centre, how, store, out
        self.signer = Signer("org1", store, "d1", "")
        self.cursor, self.reached = "", 0
        self.has: dict[str, int] = {}

    def ask(self) -> bool:
        """One page; whether there is more."""
        self.out.polls += 1
        if self.how.by_sequence:
            return self._ask_by_sequence()
        page = pull.page(self.centre, self.signer, StreamAt(f"store:{self.store}", self.cursor), self.how.page)
        for row_id, seq, _ in page.tables["item"]:
            self.out.disorder += seq <= self.reached or seq > page.high
            self.has[row_id] = seq
        self.reached = max([self.reached, *(seq for _, seq, _ in page.tables["item"])])
        self.cursor = page.next
        return page.more

    def _ask_by_sequence(self) -> bool:
        with self.centre.db.read(self.store) as connection:
            rows = connection.execute(
                select(state_row.c.id, state_row.c.seq)
                .where(state_row.c.store_id == self.store, state_row.c.seq > self.reached)
                .order_by(state_row.c.seq)
                .limit(self.how.page)
            ).all()
        self.has.update((row.id, row.seq) for row in rows)
        self.reached = rows[-1].seq if rows else self.reached
        return len(rows) == self.how.page

    def missed(self) -> int:
        with self.centre.db.read(self.store) as connection:
            there = connection.execute(
                select(state_row.c.id, state_row.c.seq).where(state_row.c.store_id == self.store)
            )
            wrong = sum(self.has.get(row.id) != row.seq for row in there)
            assert connection.execute(select(func.count()).select_from(state_row)).scalar_one() >= len(self.has)
        return wrong
