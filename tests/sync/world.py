"""A store in a box: real stations and a real centre in one thread, and between them a line that does what it is told.

Real are the station's store, journal, engine and HTTP client down to the bytes of a request, and the centre from its
door (token, shapes, refusals) down to its database. Not there are sockets and threads: a request is handed to the
centre's door, and a line decides what becomes of it and of its answer. One clock, one source of randomness: the same
choices give the same run.
"""

from __future__ import annotations

import json
import shutil
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

from sqlalchemy import Engine as SqlEngine
from sqlalchemy import create_engine, event
from starlette.requests import Request

from central_service import database as centre_database
from central_service import door, leaving, serving
from central_service import platform_messages as pm
from central_service.centre import Centre, open_centre
from central_service.devices import standings
from central_service.keys import token_hash
from central_service.payments import Gateway, NoGateway
from central_service.refusal import Refusal
from central_service.route import Call
from central_service.routes import routes
from counter_app.sync.engine import Engine
from tests.sync.line import STATUSES, choking
from tests.sync.power import Crash, Cut
from tests.sync.set_up import PLATFORM, STORE, Setup
from tests.sync.station import Eye, Station, number_of


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


def heard(setup: Setup, folder: Path) -> Setup:
    """The same store after the first exchange of each station, for the runs that begin there."""
    world = World(folder, setup)
    for station in world.stations.values():
        assert station.round() == ""
    tokens = {name: station.central._token for name, station in world.stations.items()}
    world.close()
    # Other bytes than those of the set-up and of this exchange: what is new in a run must be new in its store.
    return replace(setup, folder=folder, tokens=tokens, now_ms=world.now_ms, seed=20_261_129)
