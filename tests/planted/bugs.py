"""Bugs that the suites must catch, planted in memory in a process of their own: name -> what makes it.

Each is a mistake that somebody could make in good faith. None of them can be reached from the program.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

BUGS: dict[str, Callable[[], None]] = {}


def bug(work: Callable[[], None]) -> Callable[[], None]:
    """Enter a bug under the name of its function."""
    BUGS[work.__name__] = work
    return work


def plant(name: str) -> None:
    """Plant a bug for the rest of this process; "" is none."""
    if name:
        BUGS[name]()


@bug
def synchronous_normal() -> None:
    """A commit that is not yet on the disk when it returns."""
    import sqlcipher3.dbapi2 as driver

    real = driver.connect

    class Quick(driver.Connection):  # type: ignore[misc]
        def execute(self, sql: str, *args: Any) -> Any:
            return super().execute(sql.replace("synchronous = FULL", "synchronous = NORMAL"), *args)

    driver.connect = lambda *args, **named: real(*args, factory=Quick, **named)


@bug
def announce_before_commit() -> None:
    """The screen shows what is not yet kept."""
    from counter_app.desk.context import Act, Desk, demand

    @contextmanager
    def act(self: Desk, actor: Any, action: str) -> Iterator[Act]:
        demand(actor, action)
        with self.db.write() as connection:
            made = Act(self, connection, actor)
            yield made
            for event in made.events:
                self.announce(event)

    Desk.act = act  # type: ignore[method-assign]


@bug
def doubtful_printed_again() -> None:
    """What a crash caught on its way to paper is simply printed again."""
    from counter_app.domain.print_job import JobState
    from printers.spooler import Spooler

    def recover(self: Spooler) -> int:
        caught = list(self._jobs.printing())
        for job in caught:
            self._mark(job, JobState.OWED)
        return len(caught)

    Spooler.recover = recover  # type: ignore[method-assign]


@bug
def printing_marked_after_sending() -> None:
    """The job is marked when its bytes are already on their way."""
    from counter_app.domain.print_job import JobState
    from printers.spooler import Spooler

    def send(self: Spooler, line: Any, job: Any, transport: Any, data: bytes) -> bool:
        transport.send(data, line.printer.timeout_s)
        self._mark(job, JobState.PRINTING)
        self._mark(job, JobState.DONE)
        return True

    Spooler._send = send  # type: ignore[method-assign]


@bug
def rollback_hides_the_full_disk() -> None:
    """SQLITE_FULL has rolled back already; a ROLLBACK of ours after it fails, and its failure is what is told."""
    from counter_app.store.db import Database, translated

    @contextmanager
    def write(self: Database, *, background: bool = False) -> Iterator[Any]:
        with translated(), self._turn.taken(background), self._writer.connect() as connection, connection.begin() as it:
            try:
                yield connection
                it.commit()
            except Exception:
                connection.connection.cursor().execute("ROLLBACK")
                raise

    Database.write = write  # type: ignore[method-assign]


@bug
def prev_from_memory() -> None:
    """The place in the chain is remembered instead of read, also after an act that never was."""
    from counter_app.store import journal

    real_head, real_append = journal.head, journal.append
    known: dict[tuple[int, str], tuple[int, bytes]] = {}

    def head(connection: Any, identity: Any) -> tuple[int, bytes]:
        return known.get((id(connection.engine), identity.incarnation)) or real_head(connection, identity)

    def append(connection: Any, identity: Any, *args: Any) -> Any:
        n, _ = head(connection, identity)
        done = real_append(connection, identity, *args)
        known[id(connection.engine), identity.incarnation] = (n + 1, done.op_hash)
        return done

    journal.append, journal.head = append, head


@bug
def try_counted_after_compare() -> None:
    """Pulling the plug after a wrong password gives a free try."""
    from counter_app.desk import sign_in

    real = sign_in.sign_in

    def compared_first(desk: Any, email: str, password: str) -> Any:
        with desk.db.read() as connection:
            found = connection.exec_driver_sql("SELECT password_hash FROM verifier WHERE email = ?", (email,)).first()
        if found is not None:
            sign_in._verified(desk, found[0], password)
        return real(desk, email, password)

    sign_in.sign_in = compared_first


@bug
def passphrase_try_counted_after_compare() -> None:
    """The same for the passphrase of the home."""
    from counter_app.store import keys

    real_write, real_kek = keys._write, keys._kek
    late: list[Any] = []

    def write(path: Any, wrapped: Any) -> None:
        late.append((path, dict(wrapped))) if wrapped.get("tries") else real_write(path, wrapped)

    def kek(*args: Any) -> bytes:
        found = real_kek(*args)
        while late:
            real_write(*late.pop())
        return found

    keys._write, keys._kek = write, kek


@bug
def environment_trusted() -> None:
    """A proxy of the environment and a netrc have a say in where the token goes."""
    from counter_app.sync.central import Central

    real = Central.__init__

    def init(self: Central, *args: Any, **named: Any) -> None:
        real(self, *args, **named)
        self._session.trust_env = True

    Central.__init__ = init  # type: ignore[method-assign]


@bug
def redirects_followed() -> None:
    """A captive portal gets the token."""
    import requests

    real = requests.Session.request

    def request(self: Any, *args: Any, **named: Any) -> Any:
        return real(self, *args, **{**named, "allow_redirects": True})

    requests.Session.request = request  # type: ignore[method-assign]


@bug
def core_encoded_again_before_hashing() -> None:
    """Not the bytes that were signed are hashed, but what this program would write."""
    import json

    from counter_app.domain import evidence

    real = evidence.op_hash
    evidence.op_hash = lambda core: real(json.dumps(json.loads(core), sort_keys=True).encode())


@bug
def store_read_from_the_body() -> None:
    """The centre believes the request about whose rows it may have."""
    from dataclasses import replace

    from central_service import pull

    real = pull.page

    def page(centre: Any, signer: Any, at: Any, max_rows: int) -> Any:
        return real(centre, replace(signer, store=at.id.removeprefix("store:")), at, max_rows)

    pull.page = page


@bug
def rights_only_in_the_window() -> None:
    """A button that is grey, and nothing behind it."""
    import sys

    for name, module in list(sys.modules.items()):
        if name.startswith("counter_app.desk") and hasattr(module, "demand"):
            module.demand = lambda actor, action: None  # type: ignore[attr-defined]


@bug
def wall_clock_for_expiry() -> None:
    """Setting the computer's clock gives a PIN more hours."""
    from counter_app.desk import sign_in
    from counter_app.desk.context import Desk

    class Wall:
        def __init__(self, clock: Any) -> None:
            self._clock = clock

        def mono_ms(self) -> int:
            return int(self._clock.wall_ms())

        def __getattr__(self, name: str) -> Any:
            return getattr(self._clock, name)

    for name in ("sign_in", "switch"):
        real = getattr(sign_in, name)

        def by_wall(desk: Desk, *args: Any, real: Any = real) -> Any:
            clock = desk.clock
            desk.clock = Wall(clock)
            try:
                return real(desk, *args)
            finally:
                desk.clock = clock

        setattr(sign_in, name, by_wall)


@bug
def label_text_not_escaped() -> None:
    """A name on a label is a command for its printer."""
    from printers import zpl

    zpl._hex = lambda text: text


@bug
def cursor_saved_before_its_rows() -> None:
    """A cut between the two leaves a station that will never ask for those rows again (P4)."""
    from counter_app.sync.engine import Engine

    real = Engine._keep

    def keep(self: Engine, page: Any, epoch: str, *, first: bool) -> None:
        with self.db.write(background=True) as connection:
            connection.exec_driver_sql(
                "INSERT INTO cursor (stream, epoch, cursor, high) VALUES (?, ?, ?, ?) "
                "ON CONFLICT (stream) DO UPDATE SET cursor = excluded.cursor",
                (page.stream, epoch, page.next, page.high),
            )
        real(self, page, epoch, first=first)

    Engine._keep = keep  # type: ignore[method-assign]


@bug
def forgotten_when_answered() -> None:
    """What the centre has answered is thrown away, so that a restored centre can never get it again."""
    from counter_app.store import journal

    real = journal.record

    def record(connection: Any, answers: Any, now_ms: int) -> None:
        real(connection, answers, now_ms)
        for answer in answers:
            connection.exec_driver_sql("DELETE FROM journal WHERE op_id = ?", (answer.op_id,))

    journal.record = record


@bug
def poison_stops_the_queue() -> None:
    """An act at which the centre chokes is sent again for ever, and everything waits behind it."""
    from counter_app.sync.engine import Engine

    Engine._failed = lambda self, waiting, error: None  # type: ignore[method-assign]


@bug
def another_history_not_noticed() -> None:
    """A centre that was set back is taken for the one before."""
    from counter_app.store import journal

    journal.send_all_again = lambda connection: None


@bug
def keys_named_before_the_store() -> None:
    """A cut leaves a home that is a station by its keys, and has no store."""
    from counter_app.store.backup import flush_folder
    from counter_app.sync import enrol

    real = enrol._Side.name

    def name(self: Any) -> None:
        shutil.copy(self._keys, self._final_keys)
        flush_folder(self._final_keys.parent)
        real(self)

    enrol._Side.name = name  # type: ignore[method-assign]
