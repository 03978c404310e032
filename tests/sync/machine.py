"""Everything that may happen to a store on bad days, in any order, over the real code; the invariants of sync.md 5."""

from __future__ import annotations

import base64
import json
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from central_service import leaving
from counter_app import verify
from counter_app.domain.digest import buckets_of
from counter_app.store import journal, pulled
from tests.sync.acts import handed_over, new_item, received
from tests.sync.line import CHOKE, FAULTS
from tests.sync.poison import POISON, poisoned
from tests.sync.power import Crash
from tests.sync.set_up import STORE, Setup
from tests.sync.station import ENTITIES, Station
from tests.sync.world import World

ROUNDS_TO_DRAIN = 40
ROUNDS_EACH = 12
YEARS_10_MS = 10 * 365 * 86_400_000
_names = st.sampled_from(("A", "B", "C"))
_faults = st.sampled_from(("", "", "lost_answer", "late", *FAULTS))


class Days(RuleBasedStateMachine):
    """One run: acts, faults, restores in any order, then quiet, then the invariants."""

    setup: Setup
    heard: Setup | None = None
    """The same after the first exchange of both stations, where that is not what is looked at."""
    world_class: type[World] = World
    runs = 0

    def __init__(self) -> None:
        super().__init__()
        type(self).runs += 1
        self._folder = tempfile.TemporaryDirectory(dir=self.setup.folder)
        self._poison = poisoned()
        self._poison.__enter__()
        self.world: World = None  # type: ignore[assignment]
        self.items: list[str] = []
        self.visits = 0

    def station(self, name: str) -> Station:
        return self.world.stations.get(name) or self.world.stations["A"]

    def _act(self, name: str, *parts: Any, cut: int = -1, **who: Any) -> None:
        station = self.station(name)
        station.cut.after = cut
        try:
            station.act(*parts, **who)
        except Crash:
            station.power_back()
        finally:
            station.cut.after = -1

    def _item(self, which: int) -> str:
        return self.items[which % len(self.items)] if self.items else new_item(self.world)

    # ------------------------------------------------------------ what clerks do

    @initialize(which=st.booleans())
    def first_pulls(self, which: bool) -> None:
        ready = self.heard if which else None
        self.world = self.world_class(Path(self._folder.name), ready or self.setup)
        if which and not ready:
            for station in self.world.stations.values():
                station.round()

    @rule(name=_names, cut=st.sampled_from((-1, -1, -1, 0, 3, 6, 9)))
    def receive(self, name: str, cut: int) -> None:
        item = new_item(self.world)
        self._act(name, received(self.world, item, "A1"), cut=cut)
        self.items.append(item)

    @rule(name=_names, which=st.integers(0, 5), shelf=st.sampled_from(("B1", "B2", POISON, CHOKE)))
    def shelve(self, name: str, which: int, shelf: str) -> None:
        self._act(name, ("item.moved", self._item(which), {"shelf": shelf}))

    @rule(name=_names, which=st.integers(0, 2), cut=st.sampled_from((-1, -1, 0, 5, 15)))
    def hand_over(self, name: str, which: int, cut: int) -> None:
        self._act(name, *handed_over(self.world, self._item(which)), cut=cut)

    @rule(name=_names, which=st.integers(0, 5))
    def take_back(self, name: str, which: int) -> None:
        self._act(name, ("item.taken_back", self._item(which), {"reason": "wrong store"}))

    @rule(name=_names, text=st.sampled_from(("rings twice", "")), low=st.booleans())
    def note(self, name: str, text: str, low: bool) -> None:
        """A wish; the station believes in a level that the centre took away."""
        station = self.station(name)
        if station.eye.ask("SELECT 1 FROM account WHERE id = ?", self.world.account):
            who = self.world.low if low else self.world.clerk
            self._act(name, ("account.note_set", self.world.account, {"note": text}), actor=who)

    @rule(name=_names, which=st.integers(0, 3))
    def settle(self, name: str, which: int) -> None:
        """The manager resolves what two counters did with one piece."""
        station = self.station(name)
        sql = "SELECT op_id, facts FROM inbox WHERE state = 'open' AND code = 'op.contested' ORDER BY id"
        found = [(op_id, json.loads(text or "{}")) for op_id, text in station.eye.ask(sql)]
        found = [(op_id, facts["rows"]) for op_id, facts in found if facts.get("rows")]
        if found:
            op_id, rows = found[which % len(found)]
            self._act(name, *((f"{entity}.settled", row_id, {"acts": [op_id]}) for entity, row_id in rows))

    @rule(name=_names, years=st.sampled_from((-YEARS_10_MS, 0, YEARS_10_MS)))
    def clock_jumps(self, name: str, years: int) -> None:
        self.station(name).times.skew_ms = years

    # ------------------------------------------------------------ the exchange

    @rule(name=_names, faults=st.lists(_faults, max_size=3), size=st.sampled_from((1, 2, 3, 50)))
    def push(self, name: str, faults: list[str], size: int) -> None:
        station = self.station(name)
        station.engine.batch_ops = min(size, station.engine.batch_ops)
        self._exchange(station, faults, station.engine.push_once)

    @rule(name=_names, faults=st.lists(_faults, max_size=2), cut=st.sampled_from((-1, -1, 0, 1, 2, 4, 8)))
    def pull(self, name: str, faults: list[str], cut: int) -> None:
        station = self.station(name)
        station.cut.after = cut
        self._exchange(station, faults, station.engine.pull_once)

    @rule(name=_names, cut=st.sampled_from((-1, -1, 0, 1, 2, 5, 10)))
    def round(self, name: str, cut: int) -> None:
        station = self.station(name)
        station.cut.after = cut
        self._exchange(station, [], station.engine.round)

    def _exchange(self, station: Station, faults: list[str], work: Any) -> None:
        from counter_app.errors import CounterError

        station.engine._epochs = station.engine._forks = 0
        station.line.faults = list(faults)
        try:
            work()
        except CounterError:
            pass
        except Crash:
            station.power_back()
        finally:
            station.cut.after = -1
            station.line.faults = []

    @precondition(lambda self: self.world.under_way)
    @rule(which=st.integers(0, 5), keep=st.booleans())
    def late_request_arrives(self, which: int, keep: bool) -> None:
        held = self.world.under_way
        asked = held[which % len(held)]
        if not keep:
            held.remove(asked)
        self.world.deliver(*asked)

    # ------------------------------------------------------------ disks

    @rule()
    def centre_backed_up(self) -> None:
        self.world.back_up()

    @precondition(lambda self: self.world.backup is not None)
    @rule()
    def centre_restored(self) -> None:
        self.world.restore()

    @rule(name=_names)
    def station_backed_up(self, name: str) -> None:
        self.world.back_up_station(self.station(name))

    @precondition(lambda self: any(one.backup for one in self.world.stations.values()))
    @rule(name=_names)
    def station_restored(self, name: str) -> None:
        if self.station(name).backup:
            self.world.restore_station(self.station(name))

    @precondition(lambda self: "C" not in self.world.stations)
    @rule(name=st.sampled_from(("A", "B")))
    def station_cloned(self, name: str) -> None:
        self.world.clone_station(self.station(name), "C")

    @rule(which=st.integers(0, 5))
    def a_row_leaves_the_store(self, which: int) -> None:
        self.world.leave("item", self._item(which))

    @rule(years=st.sampled_from((1, 2)))
    def tombstones_are_purged(self, years: int) -> None:
        self.world.now_ms += years * 365 * 86_400_000
        leaving.purge(self.world.centre, STORE)

    @rule(name=_names, which=st.integers(0, 5), how=st.sampled_from(("lost", "old", "invented")))
    def a_row_is_wrong_here(self, name: str, which: int, how: str) -> None:
        """A mistake of this program, or of a disk: what nobody noticed is found by the next comparison."""
        self.station(name).spoil(self._item(which), how)

    @rule(name=_names)
    def program_starts_again(self, name: str) -> None:
        self.station(name).power_back()

    # ------------------------------------------------------------ what holds at each moment

    @invariant()
    def p18_the_queue_is_kept(self) -> None:
        for station in self.world.stations.values():
            assert station.confirmed <= station.on_disk(), "P18: a confirmed act left the disk"

    @invariant()
    def p6_every_own_act_is_seen(self) -> None:
        for station in self.world.stations.values():
            station.eye.once("P6", lambda station=station: self._own_acts_are_seen(station))  # type: ignore[misc]

    def _own_acts_are_seen(self, station: Station) -> None:
        shown: dict[tuple[str, str], list[str]] = {}
        for op_id, entity, row_id in station.eye.ask(
            "SELECT t.op_id, t.entity, t.id FROM touched t JOIN journal j ON j.op_id = t.op_id "
            # A row that left the store took the acts with it that came before.
            "LEFT JOIN base_row b ON b.entity = t.entity AND b.id = t.id AND b.data IS NULL "
            "WHERE (b.seq IS NULL OR j.seq IS NULL OR j.seq > b.seq) "
            "AND j.status IN ('waiting', 'deferred', 'parked', 'applied', 'contested') "
            "AND j.kind <> 'account.note_set'"
        ):
            # An act that left with its row need not come back with it, nor when the history is begun anew.
            left = (op_id, row_id) in self.world.left_with
            if (entity, row_id) not in shown:
                found = station.eye.ask(f"SELECT data FROM {entity} WHERE id = ?", row_id)
                assert found or left, "P6: the row of an own act is not shown"
                if not found:
                    continue
                shown[entity, row_id] = [entry[0] for entry in json.loads(found[0][0])["history"]]
            times = shown[entity, row_id].count(op_id)
            assert times == 1 or (left and not times), f"P6: an own act is shown {times} times"

    @invariant()
    def p4_a_cursor_covers_only_what_is_here(self) -> None:
        # Whatever this looks at: the two databases, the name of the history, and what was spoiled on purpose.
        moment = f"P4 {self.world.eye.version()} {self.world.opened} {len(self.world.spoiled)}"
        for station in self.world.stations.values():
            station.eye.once(moment, lambda station=station: self._its_cursor_is_covered(station))  # type: ignore[misc]

    def _its_cursor_is_covered(self, station: Station) -> None:
        kept = station.eye.ask("SELECT cursor, epoch FROM cursor")
        if not kept or kept[0][1] != self.world.centre.epoch or not kept[0][0]:
            return
        reached = json.loads(base64.urlsafe_b64decode(kept[0][0].partition(".")[0]))["seq"]
        have = {
            (entity, row_id): seq
            for entity in ENTITIES
            for row_id, seq in station.eye.ask(f"SELECT id, seq FROM {entity}")
        }
        for key, seq in self.world.seqs().items():
            if seq > reached or (station.name, key[1]) in self.world.spoiled:
                continue
            assert (have.get(key) or 0) >= seq, "P4: the cursor covers a row that is not here"

    # ------------------------------------------------------------ quiet, and the account

    def teardown(self) -> None:
        try:
            if self.world is not None:
                self._settle()
        finally:
            self._poison.__exit__(None, None, None)
            if self.world is not None:
                self.world.close()
            self._folder.cleanup()

    def _settle(self) -> None:
        world = self.world
        for asked in world.under_way:
            world.deliver(*asked)
        world.under_way.clear()
        for station in world.stations.values():
            # One last bad moment in each run: what was taken in is not told.
            station.line.faults = ["lost_answer"]
            station.round()
        if world.backup is not None:
            for station in world.stations.values():
                station.round()
            world.restore()  # and the centre is lost once more, after everything was answered
        self._drain()
        self._assert_p5_while_one_chokes()
        world.chokes = False
        set_aside = 0
        for station in world.stations.values():
            parked = [row[0] for row in station.eye.ask("SELECT op_id FROM journal WHERE status = 'parked'")]
            with station.db.write() as connection:
                for op_id in parked:
                    journal.try_again(connection, op_id)
                set_aside += len(parked)
        if set_aside:
            self._drain()
        # A whole round of each, too: whoever came first has not seen what the others handed in after him.
        for station in world.stations.values():
            assert not station.compare_now(), "P5: the exchange, or the comparison (P15), does not come about"
        self._assert_once()
        self._assert_one_picture()
        self._assert_quiet()
        for station in world.stations.values():
            assert not station.alarms(), "P1: an honest centre is held for a liar"

    def _drain(self) -> None:
        """Rounds until nobody has anything to send. Whoever has nothing left waits for the others, and then hears."""
        everybody = list(self.world.stations.values())
        for station in everybody:
            station.times.skew_ms = 0
            station.line.faults = []
        # Each act that no answer comes to is tried eight times alone, after it was found by halving.
        chokes = sum(station.chokes() for station in everybody) if self.world.chokes else 0
        turn = everybody
        for _ in range(ROUNDS_TO_DRAIN + ROUNDS_EACH * chokes):
            codes = [station.round() for station in turn]
            if "sync.resync_stopped" in codes:
                self.world.now_ms += 25 * 3_600_000  # the guard holds for a day
            busy = [station for station in everybody if station.unsent()]
            if turn is everybody and not busy and not any(codes):
                break
            turn = busy or everybody

    def _assert_p5_while_one_chokes(self) -> None:
        for station in self.world.stations.values():
            left = station.unsent()
            assert not left, f"P5: {left} acts never arrive"

    def _assert_once(self) -> None:
        world = self.world
        listed = world.numbers_listed()
        there = set(listed)
        assert len(listed) == len(there), "P1: an act arrived twice"
        must = set().union(*(one.confirmed for one in world.stations.values())) | world.only_there
        assert must <= there, f"P1: lost {len(must - there)} acts"
        wishes = set().union(*(one.wishes for one in world.stations.values()))
        assert there <= must | wishes | world.may, "P2: the centre has what nobody did"
        kept = {row[0] for row in world.query("SELECT op_id FROM journal")}
        for (_, _), (_, row) in world.truth().items():
            assert {entry[0] for entry in row["history"]} <= kept, "P2: an event without an operation"
        seqs = [row[0] for row in world.query("SELECT seq FROM journal WHERE store_id = ?", STORE)]
        assert len(seqs) == len(set(seqs)), "P11: two operations in one place"

    def _assert_one_picture(self) -> None:
        truth = self.world.truth()
        kept = self.world.query("SELECT op_id, status, seq FROM journal WHERE store_id = ?", STORE)
        answers = {op_id: (status, seq) for op_id, status, seq in kept}
        for station in self.world.stations.values():
            odd = station.eye.ask("SELECT code FROM journal WHERE status = 'quarantined' AND code <> 'op.raised'")
            assert not odd, f"P8: an honest act is held for nonsense: {odd}"
            for op_id, status, seq in station.acts():
                assert (status, seq) == answers.get(op_id), f"P8: {station.name} knows another answer: {status}"
            wrong = [what for code, what in self._verdict(station) if code not in (verify.GOOD, verify.WARNINGS)]
            assert not wrong, f"P2: an honest journal does not prove itself: {wrong}"
            rows = station.rows()
            other = {key: (rows.get(key), truth.get(key)) for key in rows.keys() ^ truth.keys()}
            assert not other, f"P3: other rows than the centre at {station.name}: {other}"
            for key, row in truth.items():
                assert rows[key] == row, f"P3: {key[0]} differs from the centre's"
            with station.db.read() as connection:
                mine = buckets_of(pulled.named(connection))
            assert mine == buckets_of((*key, seq) for key, (seq, _) in truth.items()), "P15: rows equal, digest not"
            contested = {
                op_id
                for (entity, _), (_, row) in truth.items()
                if entity in pulled.CONTESTABLE
                for op_id in row["contested"]
            }
            assert contested == station.contested_tasks(), "P10: a contested act is not a task here"

    def _verdict(self, station: Station) -> list[tuple[int, str]]:
        return verify.verify(station.db, station.identity.public_key, self.world.now_ms).found

    def _assert_quiet(self) -> None:
        before = {name: (one.rows(), one.acts(), len(one.told)) for name, one in self.world.stations.items()}
        heads = self.world.query("SELECT seq FROM stream_head")
        for station in self.world.stations.values():
            station.round()
        after = {name: (one.rows(), one.acts(), len(one.told)) for name, one in self.world.stations.items()}
        assert before == after, "P7: a second round moves something"
        assert heads == self.world.query("SELECT seq FROM stream_head"), "P7: a second round writes at the centre"


class PlainDays(Days):
    """Without what the eight planted bugs have nothing to do with, so that each is met sooner."""

    a_row_leaves_the_store = tombstones_are_purged = a_row_is_wrong_here = None  # type: ignore[assignment]
    settle = clock_jumps = None  # type: ignore[assignment]
