"""One computer at the counter, in a box: the station's real store, journal, engine and HTTP client, and no threads."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Engine as SqlEngine

from counter_app.domain.employee import Actor
from counter_app.errors import SyncError
from counter_app.store import journal
from counter_app.store.journal import Identity, Moment
from counter_app.sync.central import Central
from tests.sync.line import CHOKE, Line
from tests.sync.power import Crash, Cut, Disk

if TYPE_CHECKING:
    from tests.sync.world import World

ENTITIES = ("item", "pickup", "account", "employee")


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
