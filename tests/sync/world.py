"""A store in a box: real stations and a real centre in one thread, and between them a line that does what it is told.

Real are the station's store, journal, engine and HTTP client down to the bytes of a request, and the centre from its
door (token, shapes, refusals) down to its database. Not there are sockets and threads: a request is handed to the
centre's door, and a line decides what becomes of it and of its answer. One clock, one source of randomness: the same
choices give the same run.
"""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch
from urllib.parse import urlsplit

import requests
import sqlcipher3.dbapi2 as driver
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from requests import packages
from sqlalchemy import Engine as SqlEngine
from sqlalchemy import create_engine, event
from starlette.requests import Request

from central_service import database as centre_database
from central_service import door, leaving, serving
from central_service import journal as centre_journal
from central_service import messages as m
from central_service import platform_messages as pm
from central_service.centre import Centre, open_centre
from central_service.devices import standings
from central_service.keys import token_hash
from central_service.payments import Gateway, NoGateway
from central_service.refusal import Refusal
from central_service.route import Call
from central_service.routes import routes
from counter_app.domain import fold
from counter_app.domain.employee import Actor
from counter_app.domain.values import new_id, new_mail_id
from counter_app.errors import SyncError
from counter_app.store import journal, schema
from counter_app.store.db import Database
from counter_app.store.journal import Identity, Moment
from counter_app.sync.central import Central
from counter_app.sync.engine import Engine

HTTPResponse: Any = packages.urllib3.response.HTTPResponse  # type: ignore[attr-defined]
START_MS = 1_793_631_600_000
PLATFORM = "platform-token-for-tests"
STORE = "s1"
KEY = b"\x07" * 32
POISON = "POISON"
"""A shelf at which the fold of the centre falls over."""
CHOKE = "CHOKE"
"""A shelf that something between station and centre answers with 500, each time."""
ENTITIES = ("item", "pickup", "account", "employee")
STATUSES = {
    "401": (401, {"code": "auth.needed", "args": {}}),
    "403": (403, {"code": "auth.other_device", "args": {}}),
    "408": (408, {"code": "request.too_slow", "args": {}}),
    "409": (409, {"code": "sync.cursor_scope", "args": {}}),
    "410": (410, {"code": "sync.cursor_expired", "args": {}}),
    "413": (413, {"code": "sync.batch_too_large", "args": {"max_bytes": 1}}),
    "426": (426, {"code": "sync.version", "args": {}}),
    "429": (429, {"code": "request.too_often", "args": {"wait_s": 3}}),
    "500": (500, {"code": "server.fault", "args": {"id": "ab"}}),
    "503": (503, {"code": "server.busy", "args": {"id": "ab"}}),
}
FAULTS = ("lost_request", "lost_answer", "late", "twice", "cut", "html", "crash", *STATUSES)


class Crash(BaseException):
    """The power is gone. No code of the program can catch it and go on."""


@dataclass
class Times:
    """The clocks of one computer: its wall may be wrong by years, its monotonic one numbers every act of the box."""

    world: World
    skew_ms: int = 0

    def wall_ms(self) -> int:
        self.world.now_ms += 1
        return self.world.now_ms + self.skew_ms

    def mono_ms(self) -> int:
        return self.world.now_ms


@dataclass
class Cut:
    """Power that fails at the `after`-th statement of a database from now on; -1 never, 0 behind a commit."""

    after: int = -1

    def spent(self) -> bool:
        if self.after < 0:
            return False
        self.after -= 1
        return self.after < 0


class Disk(Database):
    """The station's store on a computer that can lose its power between two statements and behind a commit."""

    def __init__(self, path: Path, cut: Cut) -> None:
        self._cut = cut
        super().__init__(path, KEY)

    def _open(self, read_only: bool = False) -> None:
        super()._open(read_only)
        # At the driver, so that the program takes the same ways past SQLAlchemy as without anybody who listens.
        pool: Any = self._writer.pool
        connect = pool._creator
        pool._creator = lambda: _Mains(connect(), self._cut)

    @contextmanager
    def write(self, *, background: bool = False) -> Iterator[Any]:
        with super().write(background=background) as connection:
            yield connection
        if self._cut.spent():
            raise Crash  # it is on the disk, and nobody was told


class _Mains:
    """A connection of the driver whose statements need power."""

    def __init__(self, real: Any, cut: Cut) -> None:
        self._real, self._cut = real, cut

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)

    def cursor(self) -> Any:
        made = self._real.cursor(_Cursor)
        made.cut = self._cut
        return made

    def execute(self, *asked: Any) -> Any:
        if self._cut.spent():
            raise Crash
        return self._real.execute(*asked)

    def executemany(self, *asked: Any) -> Any:
        if self._cut.spent():
            raise Crash
        return self._real.executemany(*asked)


class _Cursor(driver.Cursor):  # type: ignore[misc]
    cut: Cut

    def execute(self, *asked: Any) -> Any:
        if self.cut.spent():
            raise Crash
        return super().execute(*asked)

    def executemany(self, *asked: Any) -> Any:
        if self.cut.spent():
            raise Crash
        return super().executemany(*asked)


class Eye:
    """A connection of its own for the questions of the box: past SQLAlchemy, and it knows when nothing has changed."""

    def __init__(self, engine: SqlEngine) -> None:
        self._kept = engine.raw_connection()
        self._driven: Any = self._kept.driver_connection
        self._known: dict[str, tuple[int, Any]] = {}

    def ask(self, sql: str, *values: Any) -> list[Any]:
        return list(self._driven.execute(sql, values).fetchall())

    def version(self) -> int:
        """Another number after each commit of anybody else."""
        return int(self._driven.execute("PRAGMA data_version").fetchone()[0])

    def once(self, name: str, work: Callable[[], Any]) -> Any:
        """What `work` gave since the last change."""
        now = self.version()
        if self._known.get(name, (-1, None))[0] != now:
            self._known[name] = (now, work())
        return self._known[name][1]

    def close(self) -> None:
        self._kept.close()


class Line(requests.adapters.BaseAdapter):
    """What one station's requests go through. `faults` are spent one by one on what it asks of the exchange."""

    def __init__(self, world: World) -> None:
        super().__init__()
        self.world = world
        self.faults: list[str] = []

    def send(self, request: requests.PreparedRequest, *_: Any, **__: Any) -> requests.Response:
        url = urlsplit(request.url or "")
        body = request.body if isinstance(request.body, bytes) else b""
        asked = (request.method or "", url.path, url.query, request.headers.get("Authorization", ""), body)
        fault = self.faults.pop(0) if self.faults and url.path.startswith("/v1/sync/") else ""
        if fault == "lost_request":
            raise requests.ConnectTimeout
        if fault == "html":
            return _answer(request, 200, {"Content-Type": "text/html"}, b"<html>Welcome to the Wi-Fi</html>")
        if fault in STATUSES:
            status, said = STATUSES[fault]
            head = {"Content-Type": "application/json", **({"Retry-After": "3"} if status == 429 else {})}
            return _answer(request, status, head, json.dumps(said).encode())
        if fault == "late":
            self.world.under_way.append(asked)
            raise requests.ReadTimeout
        if fault == "twice":
            self.world.deliver(*asked)
        if fault == "crash":
            self.world.cut.after = 1 + self.world.random.randrange(12)
        try:
            status, head, data = self.world.deliver(*asked)
        except Crash:
            self.world.power_back()
            raise requests.ConnectionError from None
        finally:
            self.world.cut.after = -1
        if fault == "lost_answer":
            raise requests.ReadTimeout
        return _answer(request, status, head, data[: len(data) // 2] if fault == "cut" else data)

    def close(self) -> None:
        pass


def _answer(request: requests.PreparedRequest, status: int, head: dict[str, str], data: bytes) -> requests.Response:
    made = requests.Response()
    made.status_code, made.url, made.request = status, request.url or "", request
    made.headers.update(head)
    made.raw = HTTPResponse(body=io.BytesIO(data), headers=head, status=status, preload_content=False)
    return made


@dataclass
class Station:
    """One computer at the counter. `confirmed` are the acts (by number) that a clerk saw accepted on this disk."""

    world: World
    name: str
    confirmed: set[int] = field(default_factory=set)
    wishes: set[int] = field(default_factory=set)
    told: list[Any] = field(default_factory=list)
    backup: tuple[set[int], set[int]] | None = None
    cut: Cut = field(default_factory=Cut)

    def __post_init__(self) -> None:
        self.times = Times(self.world)
        self.open()

    @property
    def path(self) -> Path:
        return self.world.folder / f"{self.name}.db"

    def open(self) -> None:
        self.cut.after = -1
        self.db = Disk(self.path, self.cut)
        with self.db.read() as connection:
            meta = dict(connection.exec_driver_sql("SELECT key, value FROM meta").all())
        self.eye = Eye(self.db._reader)
        key = self.world.keys[meta["device_id"]]
        self.identity = Identity(
            meta["org"],
            meta["store"],
            meta["device_id"],
            meta["incarnation"],
            key.public_key().public_bytes_raw(),
            key.sign,
            "boot",
        )
        self.line = Line(self.world)
        self.central = Central("http://localhost")
        self.central._deadline.of = _no_deadline  # type: ignore[method-assign]
        self.central._session.mount("http://", self.line)
        self.central.speak_for(self.identity.device, key.sign)
        self.engine = self.world.make_engine(self)

    def close(self) -> None:
        self.central.close()
        self.eye.close()
        self.db.close()

    def power_back(self) -> None:
        self.close()
        self.open()

    # ------------------------------------------------------------ acts

    def act(self, *parts: tuple[str, str, dict[str, Any]], actor: str = "", level: int = 4) -> int:
        """One transaction of a clerk; its number. What was committed counts as confirmed."""
        number = self.world.now_ms + 1
        try:
            with self.db.write() as connection:
                for kind, entity, body in parts:
                    wall = self.times.wall_ms()
                    journal.append(
                        connection,
                        self.engine.identity,
                        self.world.entropy,
                        Moment(wall, self.times.mono_ms()),
                        Actor(actor or self.world.clerk, level),
                        kind,
                        entity,
                        body,
                    )
                    number = self.times.mono_ms()
                    (self.wishes if kind == "account.note_set" else self.confirmed).add(number)
        except BaseException:
            # Not confirmed on screen; it may be on the disk all the same (the power failed behind the commit).
            mine = {number for number in self.on_disk() if number in self.confirmed | self.wishes}
            self.confirmed &= mine
            self.wishes &= mine
            raise
        return number

    def on_disk(self) -> set[int]:
        """The numbers of the acts in this journal."""
        found: set[int] = self.eye.once("numbers", self._numbers)
        return found

    def _numbers(self) -> set[int]:
        return {number_of(row[0]) for row in self.eye.ask("SELECT core FROM journal")}

    def chokes(self) -> int:
        """How many acts in this journal the way to the centre chokes on."""
        return sum(CHOKE.encode() in row[0] for row in self.eye.ask("SELECT core FROM journal"))

    def acts(self) -> list[tuple[str, str, int | None]]:
        """(op_id, status, seq) of everything in this journal, oldest first."""
        return self.eye.ask("SELECT op_id, status, seq FROM journal ORDER BY position")

    def unsent(self) -> int:
        """How many acts still wait for the centre."""
        sql = "SELECT count(*) FROM journal WHERE status IN ('waiting', 'deferred')"
        return int(self.eye.ask(sql)[0][0])

    def contested_tasks(self) -> set[str]:
        """The contested acts of custody that this counter is asked to look at."""
        found = self.eye.ask("SELECT op_id, facts FROM inbox WHERE state = 'open' AND code = 'op.contested'")
        return {op_id for op_id, facts in found if json.loads(facts or "{}").get("rows")}

    def alarms(self) -> list[tuple[str, str]]:
        """What this counter holds against the centre."""
        return self.eye.ask("SELECT code, facts FROM inbox WHERE code LIKE 'proof.%'")

    def compare_now(self) -> str:
        """A day has passed since the last comparison."""
        with self.db.write() as connection:
            connection.exec_driver_sql("DELETE FROM meta WHERE key = 'compared_ms'")
        return self.round()

    def spoil(self, row_id: str, how: str) -> None:
        """Lose, set back or invent a row of the centre that no own act has touched."""
        self.world.spoiled.add((self.name, row_id))
        with self.db.write() as connection:
            touched = connection.exec_driver_sql("SELECT 1 FROM touched WHERE id = ? LIMIT 1", (row_id,)).first()
            if touched is None and how == "lost":
                connection.exec_driver_sql("DELETE FROM item WHERE id = ?", (row_id,))
            elif touched is None and how == "old":
                connection.exec_driver_sql("UPDATE item SET seq = seq - 1 WHERE id = ? AND seq > 1", (row_id,))
            elif how == "invented":
                connection.exec_driver_sql(
                    "INSERT INTO item (id, seq, data, state) SELECT id || 'x', 1, data, state FROM item WHERE id = ? "
                    "ON CONFLICT DO NOTHING",
                    (row_id,),
                )

    def rows(self) -> dict[tuple[str, str], tuple[int, Any]]:
        """Every row as the clerk sees it."""
        return {
            (entity, row_id): (seq, json.loads(data))
            for entity in ENTITIES
            for row_id, seq, data in self.eye.ask(f"SELECT id, seq, data FROM {entity}")
        }

    def round(self) -> str:
        """One exchange; the code of what stopped it, "" for none. The power may fail in between."""
        try:
            self.engine.round()
        except SyncError as error:
            return error.code
        except Crash:
            self.power_back()
            return "crash"
        finally:
            self.cut.after = -1
        return ""


@contextmanager
def _no_deadline(_: float) -> Iterator[None]:
    yield


def number_of(core: bytes) -> int:
    """The number of an act in the box: the monotonic clock never says the same twice, and travels in the core."""
    return int(json.loads(core)["mono_ms"])


class World:
    """A centre with one store and its stations, on a copy of a set-up that was made once."""

    fresh_epoch = True
    """A restored centre names its history anew."""
    gateway: Gateway = NoGateway()

    def __init__(self, folder: Path, setup: Setup, seed: int = 0) -> None:
        self.folder = folder
        self.random = Random(seed or setup.seed)
        self.now_ms = setup.now_ms
        self.clerk, self.low, self.account = setup.clerk, setup.low, setup.account
        self.keys = setup.keys
        self.under_way: list[tuple[str, str, str, str, bytes]] = []
        self.cut = Cut()
        self.answers: dict[tuple[str, str, str], Any] = {}
        self.backup: set[int] | None = None
        self.may: set[int] = set()
        """Acts whose disk was lost: at most once is all that can be promised."""
        self.only_there: set[int] = set()
        """Acts whose disk was lost after the centre had them: still there, unless the centre is set back too."""
        self.left_with: set[tuple[str, str]] = set()
        """(op_id, row) of the acts that were in a row when it left: if it comes back, it comes without them."""
        self.chokes = True
        self.opened = 0
        """How often the centre was started."""
        self.spoiled: set[tuple[str, str]] = set()
        self.served = {(one.method, one.path): one for one in routes(demo=False)}
        for name in ("central.db", "central.db.key", "A.db", "B.db"):
            shutil.copyfile(setup.folder / name, folder / name)
        self.centre = self._open()
        self.stations = {name: Station(self, name) for name in ("A", "B")}
        for name, token in setup.tokens.items():
            self.stations[name].central._token = token

    def entropy(self, count: int) -> bytes:
        return self.random.randbytes(count)

    def make_engine(self, station: Station) -> Engine:
        return Engine(
            station.db,
            station.central,
            station.identity,
            station.times,
            station.told.append,
            entropy=self.entropy,
        )

    def _open(self) -> Centre:
        with patch.object(centre_database, "create_engine", _engine_that_remembers):
            centre = open_centre(
                f"sqlite:///{self.folder / 'central.db'}",
                platform_token=PLATFORM,
                demo=False,
                clock=self._centre_clock,
                entropy=self.entropy,
                gateway=self.gateway,
            )
        event.listen(centre.db._engine, "before_cursor_execute", self._before)
        event.listen(centre.db._engine, "commit", self._before)
        self.eye = Eye(centre.db._engine)
        self.opened += 1
        return centre

    def _shut(self) -> None:
        self.eye.close()
        self.centre.db.close()  # the last connection moves the log into the file

    def _before(self, *_: object) -> None:
        if self.cut.spent():
            raise Crash

    def _centre_clock(self) -> int:
        self.now_ms += 1
        return self.now_ms

    def close(self) -> None:
        for station in self.stations.values():
            station.close()
        self._shut()

    def power_back(self) -> None:
        """The centre's computer starts again on what is on its disk."""
        self.cut.after = -1
        self._shut()
        self.centre = self._open()

    # ------------------------------------------------------------ the line

    def deliver(self, method: str, path: str, query: str, who: str, body: bytes) -> tuple[int, dict[str, str], bytes]:
        """A request at the centre's door, as the web server would hand it in; the answer's status, head and bytes."""
        if self.chokes and path == "/v1/sync/push" and choking(body):
            status, said = STATUSES["500"]
            return status, {"Content-Type": "application/json"}, json.dumps(said).encode()
        centre, route = self.centre, self.served.get((method, path))
        try:
            if route is None:
                raise Refusal(404, "request.not_found")
            token = door.presented(centre, route.caller, who)
            name = token_hash(token)
            standing = door.admitted(route.caller, standings(centre, [name]).get(name)) if token else None
            request = Request({"type": "http", "method": method, "query_string": query.encode(), "headers": []})
            asked = door.message(route, request, body)
            said = route.at_once(centre, asked, standing) if route.at_once and standing else None
            if said is None:
                said = route.serve(Call(centre, asked, standing, ""))
            response = door.answer(200, said)
        except Refusal as refusal:
            response = door.refused(refusal)
        except Exception as error:
            response = serving.failed(centre, 500, "server.fault", error)
        else:
            if path == "/v1/sync/push":
                self._note_answers(json.loads(body), json.loads(bytes(response.body)))
        return response.status_code, dict(response.headers), bytes(response.body)

    def _note_answers(self, asked: Any, said: Any) -> None:
        """P8: the same bytes get the same answer, however often and in whatever company they come."""
        for op, result in zip(asked["ops"], said["results"], strict=True):
            if result["status"] == "deferred":
                continue
            first = self.answers.setdefault((said["epoch"], result["op_id"], op["core"]), result)
            assert result == first, "P8: a repeated operation got another answer"

    def leave(self, entity: str, row_id: str) -> None:
        """The platform erases a row, if the store has it."""
        sql = "SELECT row FROM state_row WHERE store_id = ? AND entity = ? AND id = ?"
        for (text,) in self.query(sql, STORE, entity, row_id):
            self.left_with |= {(entry[0], row_id) for entry in json.loads(text)["history"]}
        with suppress(Refusal):
            leaving.leave(self.centre, pm.RowGone(STORE, entity, row_id))

    # ------------------------------------------------------------ restores

    def back_up(self) -> None:
        self.backup = self.numbers()
        self._shut()
        shutil.copyfile(self.folder / "central.db", self.folder / "central.backup")
        self.centre = self._open()

    def restore(self) -> None:
        """The centre is set back to its copy; the drill gives the history a new name (3.9)."""
        assert self.backup is not None
        self._shut()
        for side in ("-wal", "-shm"):
            self.folder.joinpath(f"central.db{side}").unlink(missing_ok=True)
        shutil.copyfile(self.folder / "central.backup", self.folder / "central.db")
        self.only_there &= self.backup
        self.centre = self._open()
        if self.fresh_epoch:
            self.rename()

    def rename(self) -> None:
        name = self.entropy(16).hex()
        self.centre.db.transact(lambda connection: connection.exec_driver_sql("UPDATE centre SET epoch = ?", (name,)))
        self.power_back()

    def back_up_station(self, station: Station) -> None:
        target = self.folder / f"{station.name}.backup"
        target.unlink(missing_ok=True)
        station.db.copy_into(target)
        station.backup = (set(station.confirmed), set(station.wishes))

    def restore_station(self, station: Station) -> None:
        """The station's disk is set back to its copy, and nobody tells it."""
        assert station.backup is not None
        gone = (station.confirmed | station.wishes) - station.backup[0] - station.backup[1]
        station.close()
        for side in ("-wal", "-shm"):
            station.path.with_name(station.path.name + side).unlink(missing_ok=True)
        shutil.copyfile(self.folder / f"{station.name}.backup", station.path)
        station.confirmed, station.wishes = set(station.backup[0]), set(station.backup[1])
        elsewhere = set().union(*(one.confirmed for one in self.stations.values()))
        self.may |= gone
        self.only_there |= (gone & self.numbers()) - elsewhere
        station.open()

    def clone_station(self, station: Station, name: str) -> None:
        station.db.copy_into(self.folder / f"{name}.db")
        self.stations[name] = Station(self, name, set(station.confirmed), set(station.wishes))

    # ------------------------------------------------------------ what the centre has

    def query(self, sql: str, *values: Any) -> list[Any]:
        return self.eye.ask(sql, *values)

    def numbers_listed(self) -> list[int]:
        """The number of each act of a station in the journal of the centre."""
        rows = self.query("SELECT core FROM journal WHERE store_id = ? AND device <> 'centre'", STORE)
        return [number_of(bytes(row[0])) for row in rows]

    def numbers(self) -> set[int]:
        return set(self.numbers_listed())

    def truth(self) -> dict[tuple[str, str], tuple[int, Any]]:
        rows = self.query("SELECT entity, id, seq, row FROM state_row WHERE store_id = ?", STORE)
        return {(entity, row_id): (seq, json.loads(text)) for entity, row_id, seq, text in rows}

    def seqs(self) -> dict[tuple[str, str], int]:
        """(entity, id) -> seq of every row of the store."""
        sql = "SELECT entity, id, seq FROM state_row WHERE store_id = ?"
        found: dict[tuple[str, str], int] = self.eye.once(
            "seqs", lambda: {(entity, row_id): seq for entity, row_id, seq in self.query(sql, STORE)}
        )
        return found


_first: list[SqlEngine] = []


def _engine_that_remembers(*asked: Any, **more: Any) -> SqlEngine:
    """A new engine on the same statements: a centre that starts again need not translate each of them once more."""
    made = create_engine(*asked, **more)
    if not _first:
        _first.append(made)
    made.dialect = _first[0].dialect
    made.pool._dialect = _first[0].dialect
    made._compiled_cache = _first[0]._compiled_cache
    return made


def choking(body: bytes) -> bool:
    import base64

    return any(CHOKE.encode() in base64.b64decode(op["core"]) for op in json.loads(body)["ops"])


class PoisonedFold:
    """The fold as the centre has it, with a bug."""

    Rejected = fold.Rejected
    is_contested = staticmethod(fold.is_contested)

    @staticmethod
    def apply(entity: str, row: Any, op: Any, row_id: str = "") -> Any:
        if op.text("shelf") == POISON:
            raise LookupError("a bug of the centre")
        return fold.apply(entity, row, op, row_id)


@contextmanager
def poisoned() -> Iterator[None]:
    real = centre_journal.fold
    centre_journal.fold = PoisonedFold  # type: ignore[assignment]
    try:
        yield
    finally:
        centre_journal.fold = real


# ---------------------------------------------------------------- the set-up that every run begins with


@dataclass
class Setup:
    """A centre with a store, a manager, a clerk who lost his rights, an account and two stations; all in `folder`."""

    folder: Path
    clerk: str = ""
    low: str = ""
    account: str = ""
    keys: dict[str, Ed25519PrivateKey] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)
    """Of the stations that have heard from the centre already."""
    now_ms: int = START_MS + 1_000_000
    seed: int = 0


def set_up(folder: Path) -> Setup:
    """Made once, through the service's own rooms; every run begins with a copy."""
    made = Setup(folder)
    random = Random(1)
    times = iter(range(START_MS, START_MS + 900_000))
    centre = open_centre(
        f"sqlite:///{folder / 'central.db'}",
        platform_token=PLATFORM,
        demo=False,
        clock=lambda: next(times),
        entropy=random.randbytes,
        gateway=NoGateway(),
    )
    served = {(one.method, one.path): one for one in routes(demo=False)}

    def ask(path: str, message: Any, path_id: str = "", route: str = "") -> Any:
        return served["POST", route or path].serve(Call(centre, message, None, path_id))

    ask("/v1/platform/stores", pm.NewStore("org1", STORE, "Northgate Mail", {"zone": "America/New_York"}))
    people = [("Cleo Clerk", "c@example.org", 4), ("Lou Low", "l@example.org", 1)]
    made.clerk, made.low = (
        ask("/v1/platform/employees", pm.SetEmployee(STORE, name, email, level, password="open sesame")).id
        for name, email, level in people
    )
    made.account = ask(
        "/v1/platform/accounts",
        pm.NewAccount(STORE, "12", "Ann Lee", (pm.NameOnForm("Ann Lee"),)),
    ).id
    for state in ("docs_submitted", "pre_review", "pending_approval", "active"):
        ask(
            f"/v1/platform/accounts/{made.account}/state",
            pm.SetAccountState(STORE, state, "2026-09-01"),
            made.account,
            "/v1/platform/accounts/{id}/state",
        )
    for name in ("A", "B"):
        key = Ed25519PrivateKey.from_private_bytes(name.encode() * 32)
        code = ask("/v1/platform/enrolments", pm.InStore(STORE)).code
        said = ask("/v1/devices/register", m.RegisterDevice(code, key.public_key().public_bytes_raw().hex(), name))
        made.keys[said.device_id] = key
        db = Database(folder / f"{name}.db", KEY)
        schema.upgrade(db)
        with db.write() as connection:
            meta = {"org": said.org, "store": STORE, "device_id": said.device_id, "incarnation": said.incarnation}
            meta["centre_key"] = said.centre_key
            connection.exec_driver_sql(
                "INSERT INTO meta (key, value) VALUES (?, ?)", list({**meta, "epoch": said.epoch}.items())
            )
        db.close()
    centre.db.close()
    return made


def heard(setup: Setup, folder: Path) -> Setup:
    """The same store after the first exchange of each station, for the runs that begin there."""
    world = World(folder, setup)
    for station in world.stations.values():
        assert station.round() == ""
    tokens = {name: station.central._token for name, station in world.stations.items()}
    world.close()
    # Other bytes than those of the set-up and of this exchange: what is new in a run must be new in its store.
    return replace(setup, folder=folder, tokens=tokens, now_ms=world.now_ms, seed=20_261_129)


def new_item(world: World) -> str:
    return new_id(world.now_ms, world.entropy(10))


def received(world: World, item: str, shelf: str) -> tuple[str, str, dict[str, Any]]:
    body = {
        "mail_id": new_mail_id(world.entropy(6)),
        "account": world.account,
        "mailbox": "12",
        "name": "Ann Lee",
        "matched": "Ann Lee",
        "verdict": "exact",
        "mail_type": "package",
        "shelf": shelf,
    }
    return "item.received", item, body


def handed_over(world: World, item: str) -> list[tuple[str, str, dict[str, Any]]]:
    """A whole visit: asked at the counter, nothing due, out of the door."""
    pickup = new_item(world)
    return [
        ("pickup.opened", pickup, {"account": world.account, "mailbox": "12", "mode": "walk_in", "items": [item]}),
        ("pickup.nothing_due", pickup, {}),
        ("pickup.handed_over", pickup, {"items": [item]}),
    ]
