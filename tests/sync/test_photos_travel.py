"""Photos of a real station to a real centre over real HTTP: whole, once, after the acts; and none leaves too early."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine, delete, update

from central_service.blob_tables import blob, blob_upload
from central_service.centre import blob_folder
from central_service.server import EmbeddedCentre
from counter_app.desk import inbox, today
from counter_app.domain.retention import DAY_MS
from counter_app.errors import Offline, ServerBusy, StoreError, SyncError
from counter_app.events import InboxChanged
from counter_app.limits import BLOB_CHUNK_MAX_BYTES
from counter_app.store import journal, photos
from counter_app.store.blobs import Blobs, note
from counter_app.sync.blob_line import BlobLine
from counter_app.sync.blobs import CHUNK_LEAST, CHUNK_MOST, PhotoRounds, see
from counter_app.sync.central import Central
from counter_app.sync.schedule import Schedule
from tests.central.station import PLATFORM_TOKEN, Platform, fresh_id
from tests.counter_acts import one, piece
from tests.sync.cutting_line import CuttingLine
from tests.sync.test_engine import Shop, Station

JPEG = b"\xff\xd8\xff\xe0"


def picture(size: int = 20_000) -> bytes:
    return JPEG + os.urandom(size - len(JPEG))


@dataclass
class Sender:
    """A station with its photo rounds, small chunks, and a line that can break."""

    station: Station
    rounds: PhotoRounds
    way: CuttingLine
    account: str
    low: bool = False
    asked: list[str] = field(default_factory=list)

    @property
    def desk(self) -> Any:
        return self.station.desk

    def photo(self, data: bytes = b"") -> str:
        """A piece is received with a photo; its name."""
        return str(piece(self.station.counter, self.station.clerk, self.account, photo=data or picture()).photo)

    def round(self) -> bool:
        """Acts, then photos; a line that broke is tried again at once."""
        self.station.engine.round()
        return self.again()

    def again(self) -> bool:
        self.rounds._not_before = 0
        return self.rounds.round()

    def until_still(self) -> None:
        for _ in range(30):
            self.round()
            if not self.waiting():
                return
        raise AssertionError("the photos do not arrive")

    def state(self, name: str) -> str:
        return str(one(self.desk, "SELECT state FROM photo WHERE sha256 = ?", name))

    def waiting(self) -> int:
        with self.desk.db.read() as connection:
            return photos.waiting_count(connection)

    def later(self, ms: int) -> None:
        self.station.counter.clock.advance(ms)


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedCentre]:
    centre = EmbeddedCentre(tmp_path_factory.mktemp("centre") / "central.db", platform_token=PLATFORM_TOKEN)
    centre.start()
    yield centre
    centre.stop()


@pytest.fixture
def make_sender(running: EmbeddedCentre, make_counter: Any) -> Iterator[Callable[..., Sender]]:
    platform, store = Platform(running.base_url), fresh_id()
    platform.store(store)
    shop = Shop(
        make_counter, platform, running.base_url, store, platform.clerk(store, level=4), platform.account(store)
    )
    ways: list[CuttingLine] = []

    def make(name: str = "one") -> Sender:
        station = shop.station(name)
        station.engine.round()
        way = CuttingLine(running.port)
        ways.append(way)
        central = Central(way.url, timeouts_s=(1.0, 2.0), answer_s=5.0)
        shop.opened.append(central)
        central.speak_for(station.desk.identity.device, station.desk.identity.sign)
        counter = station.counter
        rounds = PhotoRounds(
            station.desk.db,
            station.desk.blobs,
            BlobLine(central),
            counter.clock,
            counter.told.append,
            Schedule(random=lambda: 0.5),
            lambda: counter.clock.wall,
            chunk_least=4_000,
            chunk_most=8_000,
        )
        sender = Sender(station, rounds, way, shop.account)
        rounds.low_disk = lambda: sender.low
        return sender

    yield make
    for central in shop.opened:
        central.close()
    for way in ways:
        way.close()
    platform.close()


@pytest.fixture
def sender(make_sender: Callable[..., Sender]) -> Sender:
    return make_sender()


def at_the_centre(running: EmbeddedCentre, name: str) -> bool:
    return any(path.name == name for path in blob_folder(running._url).rglob("*"))


def change(running: EmbeddedCentre, statement: Any) -> None:
    engine = create_engine(running._url)
    with engine.begin() as connection:
        connection.execute(statement)
    engine.dispose()


def test_p12_a_photo_goes_from_captured_to_durable_and_comes_back_the_same(sender: Sender) -> None:
    name = sender.photo(data := picture())
    assert sender.state(name) == "captured"
    assert not sender.round()
    assert sender.state(name) == "durable"
    assert sender.rounds.line.fetch(name) == data
    assert sender.desk.blobs.open_plain(name) == data


def test_3_8_chunks_grow_on_a_good_line_and_stay_within_a_megabyte() -> None:
    assert CHUNK_LEAST == 256 * 1024
    assert CHUNK_MOST == BLOB_CHUNK_MAX_BYTES == 1_000_000


CUT = st.tuples(st.none() | st.integers(0, 30_000), st.none() | st.integers(0, 600))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cuts=st.lists(CUT, max_size=8), size=st.integers(4, 30_000))
def test_p12_a_line_cut_after_any_byte_resumes_and_the_bytes_are_equal(
    sender: Sender, cuts: list[tuple[int | None, int | None]], size: int
) -> None:
    sender.rounds.line._central._session.close()
    name = sender.photo(data := picture(size))
    sender.way.cuts = list(cuts)
    sender.until_still()
    sender.way.cuts = []
    assert sender.state(name) == "durable"
    sender.rounds.line._central._session.close()  # else a cut of before may still wait on this connection
    assert sender.rounds.line.fetch(name) == data


def test_p12_a_cut_sends_at_most_one_chunk_again(sender: Sender) -> None:
    sender.round()
    sender.rounds.line._central._session.close()
    before = sender.way.sent_up
    sender.way.cuts = [(15_000, None)]
    sender.photo(picture(40_000))
    sender.until_still()
    assert sender.way.sent_up - before < 40_000 + 8_000 + 12 * 700


def test_3_8_an_act_goes_before_the_next_chunk(sender: Sender) -> None:
    name = sender.photo(picture(40_000))
    sender.station.engine.round()
    append, chunks = sender.rounds.line.append, []

    def acts_in_between(at: Any, chunk: bytes, size: int) -> Any:
        chunks.append(len(chunk))
        if len(chunks) == 2:
            sender.photo()
        return append(at, chunk, size)

    sender.rounds.line.append = acts_in_between  # type: ignore[method-assign]
    assert sender.again(), "it gives way and says that there is more"
    assert len(chunks) == 2
    assert sender.state(name) == "sending"
    sender.until_still()
    assert sender.state(name) == "durable"
    assert sum(chunks) == 60_000, "and goes on where it stopped"


def test_3_8_the_end_of_the_program_is_not_kept_waiting(sender: Sender) -> None:
    sender.photo()
    sender.station.engine.round()
    sender.rounds.stopping = lambda: True
    assert sender.again()
    assert sender.way.sent_up == 0


def test_p12_a_crash_between_two_chunks_goes_on_at_the_centres_offset(make_sender: Any) -> None:
    sender = make_sender()
    name = sender.photo(data := picture(40_000))
    sender.station.engine.round()
    append, chunks = sender.rounds.line.append, []

    class Died(BaseException):
        pass

    def dies(at: Any, chunk: bytes, size: int) -> Any:
        chunks.append(len(chunk))
        done = append(at, chunk, size)
        if len(chunks) == 3:
            raise Died
        return done

    sender.rounds.line.append = dies
    with pytest.raises(Died):
        sender.again()
    sender.rounds.line.append = append
    sender.rounds._ready = False
    before = sender.way.sent_up
    sender.until_still()
    assert sender.way.sent_up - before < 40_000 - 16_000 + 5_000
    assert sender.rounds.line.fetch(name) == data


def test_p12_a_crash_before_the_last_answer_was_noted_sends_nothing_twice(sender: Sender) -> None:
    name = sender.photo()
    sender.station.engine.round()
    with pytest.MonkeyPatch.context() as broken:
        broken.setattr(PhotoRounds, "_arrived", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            sender.again()
    assert sender.state(name) == "sending"
    before = sender.way.sent_up
    sender.again()
    assert sender.state(name) == "durable"
    assert sender.way.sent_up - before < 4_000


def test_p12_an_upload_that_the_centre_forgot_begins_anew(running: EmbeddedCentre, sender: Sender) -> None:
    name = sender.photo(data := picture(40_000))
    sender.station.engine.round()
    append, chunks = sender.rounds.line.append, []

    def forgets(at: Any, chunk: bytes, size: int) -> Any:
        chunks.append(at.id)
        if len(chunks) == 2:
            change(running, delete(blob_upload).where(blob_upload.c.id == at.id))
        elif len(chunks) == 4:
            change(running, update(blob_upload).where(blob_upload.c.id == at.id).values(touched_ms=1))
        return append(at, chunk, size)

    sender.rounds.line.append = forgets  # type: ignore[method-assign]
    sender.until_still()
    assert len(set(chunks)) == 3
    assert sender.rounds.line.fetch(name) == data


def test_p12_two_stations_with_one_photo_both_end_durable(make_sender: Any) -> None:
    both, data = [make_sender("one"), make_sender("two")], picture()
    names = {sender.photo(data) for sender in both}
    for sender in both:
        sender.round()
    (name,) = names
    assert [sender.state(name) for sender in both] == ["durable", "durable"]


def test_3_7_a_photo_that_the_centre_refuses_does_not_hold_up_the_others(sender: Sender) -> None:
    bad, good = sender.photo(b"no picture at all"), sender.photo()
    sender.round()
    assert (sender.state(bad), sender.state(good)) == ("captured", "durable")
    for _ in range(photos.TRIES):
        sender.round()
    (entry,) = inbox.entries(sender.desk)
    assert (entry.code, entry.kind) == ("photo.refused", "item.received")
    assert any(isinstance(told, InboxChanged) for told in sender.station.counter.told)
    before = sender.way.sent_up
    sender.round()
    assert sender.way.sent_up == before, "it is set aside"
    assert sender.waiting() == 1, "and counts as not sent"
    inbox.resolve(sender.desk, sender.station.clerk, entry.op_id)
    sender.round()
    assert sender.way.sent_up > before


@pytest.mark.parametrize(
    "error", [Offline(), ServerBusy("server.busy", retry_after_s=30), SyncError("request.not_found", status=404)]
)
def test_3_8_trouble_with_photos_is_no_trouble_for_acts(sender: Sender, error: SyncError) -> None:
    sender.photo()

    def fails(*_: Any) -> Any:
        raise error

    sender.rounds.line.create = fails  # type: ignore[method-assign]
    sender.round()
    assert sender.station.statuses() == {"applied": 1}
    assert sender.waiting() == 1
    assert sender.rounds._not_before > sender.station.counter.clock.mono_ms()
    before = sender.way.sent_up
    assert not sender.rounds.round(), "it waits by itself"
    assert sender.way.sent_up == before
    assert one(sender.desk, "SELECT count(*) FROM photo_way WHERE tries > 0") == 0, "and blames no photo"


def test_goal_12_everything_sent_is_never_said_while_a_photo_is_not_durable(
    running: EmbeddedCentre, sender: Sender
) -> None:
    name = sender.photo()
    assert today.day(sender.desk).to_send == 2
    sender.station.engine.round()
    assert today.day(sender.desk).to_send == 1
    sender.again()
    assert today.day(sender.desk).to_send == 0
    with sender.desk.db.write() as connection:
        photos.mark(connection, name, "stored", durable_ms=0)
    change(running, update(blob).where(blob.c.sha256 == name).values(state="stored"))
    sender.again()
    assert (sender.state(name), today.day(sender.desk).to_send) == ("stored", 1)
    change(running, update(blob).where(blob.c.sha256 == name).values(state="durable"))
    sender.again()
    assert (sender.state(name), today.day(sender.desk).to_send) == ("durable", 0)


# ---------------------------------------------------------------- leaving


def test_p12_a_photo_leaves_when_it_is_durable_answered_and_a_day_old(sender: Sender) -> None:
    name = sender.photo(data := picture())
    sender.until_still()
    sender.later(DAY_MS - 60_000)
    sender.round()
    assert sender.desk.blobs.has(name)
    sender.later(120_000)
    sender.round()
    assert sender.state(name) == "purged"
    assert not sender.desk.blobs.has(name)
    assert one(sender.desk, "SELECT size FROM photo WHERE sha256 = ?", name) == len(data)
    assert one(sender.desk, "SELECT purged_ms FROM photo_way WHERE sha256 = ?", name) > 0
    assert see(sender.desk.db, sender.desk.blobs, sender.rounds.line, name) == data
    assert not sender.desk.blobs.has(name), "looking at it does not keep it"


def test_7_6_a_low_disk_lets_durable_photos_go_early_and_unsent_ones_never(sender: Sender) -> None:
    sender.low = True
    sent, kept = sender.photo(), sender.photo(b"no picture at all")
    for _ in range(3):
        sender.round()
    assert (sender.state(sent), sender.desk.blobs.has(sent)) == ("purged", False)
    assert (sender.state(kept), sender.desk.blobs.has(kept)) == ("captured", True)


STATES = st.sampled_from(("durable", "durable", "durable", "captured", "sending", "stored"))
AGES = st.sampled_from((0, DAY_MS - 1, DAY_MS, 3 * DAY_MS, 3 * DAY_MS))
ANSWERED = ("applied", "contested", "rejected", "quarantined")
ANSWERS = st.sampled_from((*ANSWERED, *ANSWERED, "waiting", "deferred", "parked"))
HELD = st.fixed_dictionaries(
    {
        "state": STATES,
        "acts": st.lists(st.tuples(ANSWERS, st.none() | st.integers(1, 9)), max_size=3),
        "captured": AGES,
        "durable": AGES,
        "still_there": st.sampled_from((True, True, True, False)),
    }
)


class _Unhurried(PhotoRounds):
    def _gives_way(self) -> bool:
        return False


class Recorded:
    """A centre that says of each photo what the example wants."""

    def __init__(self, there: dict[str, bool]) -> None:
        self.there = there

    def look(self, name: str, size: int) -> Any:
        from counter_app.sync.blob_line import At, NotThere

        if not self.there[name]:
            raise NotThere("blob.lost", status=410)
        return At(name, size, "durable")

    def create(self, *_: Any) -> Any:
        raise Offline


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(held=st.lists(HELD, min_size=1, max_size=6), durable_seq=st.none() | st.integers(0, 9), low=st.booleans())
def test_p12_never_purged_unless_durable_answered_and_old_enough(
    counter: Any, held: list[dict[str, Any]], durable_seq: int | None, low: bool
) -> None:
    desk, now = counter.desk, counter.clock.wall
    kept: dict[str, dict[str, Any]] = {}
    with desk.db.write() as connection:
        for table in ("photo", "photo_way", "photo_act", "journal"):
            connection.exec_driver_sql(f"DELETE FROM {table}")
        connection.exec_driver_sql("DELETE FROM meta WHERE key = 'durable_seq'")
        if durable_seq is not None:
            connection.exec_driver_sql("INSERT INTO meta (key, value) VALUES ('durable_seq', ?)", (str(durable_seq),))
        for number, example in enumerate(held):
            name = desk.blobs.keep(JPEG + bytes([number]), "piece")
            kept[name] = example
            note(connection, name, "piece", 5, now - example["captured"])
            photos.mark(connection, name, example["state"], durable_ms=now - example["durable"])
            for count, (status, seq) in enumerate(example["acts"]):
                op_id = f"{number}-{count}"
                connection.exec_driver_sql(
                    "INSERT INTO journal (op_id, incarnation, n, kind, entity, at_ms, core, op_hash, sig, status, seq) "
                    "VALUES (?, 'i', ?, 'item.received', 'e', 0, x'', x'', x'', ?, ?)",
                    (op_id, number * 10 + count, status, seq),
                )
                connection.exec_driver_sql("INSERT INTO photo_act VALUES (?, ?)", (name, op_id))
    line = Recorded({name: example["still_there"] for name, example in kept.items()})
    rounds = _Unhurried(
        desk.db,
        desk.blobs,
        line,  # type: ignore[arg-type]
        counter.clock,
        counter.told.append,
        Schedule(random=lambda: 0.5),
        lambda: now,
        lambda: low,
    )
    rounds._purge()
    for name, example in kept.items():
        answered = all(
            status in ANSWERED and (durable_seq is None or (seq is not None and seq <= durable_seq))
            for status, seq in example["acts"]
        )
        old = example["captured"] >= DAY_MS and example["durable"] >= DAY_MS
        may = example["state"] == "durable" and bool(example["acts"]) and answered and (old or low)
        assert desk.blobs.has(name) == (not (may and example["still_there"])), (example, durable_seq, low)


def test_p12_what_the_centre_lost_meanwhile_is_sent_again_and_does_not_leave(
    running: EmbeddedCentre, sender: Sender
) -> None:
    name = sender.photo(data := picture())
    sender.until_still()
    for path in blob_folder(running._url).rglob(name):
        path.unlink()
    sender.later(2 * DAY_MS)
    sender.round()
    assert sender.desk.blobs.has(name)
    sender.until_still()
    assert sender.rounds.line.fetch(name) == data


def test_3_11_a_photo_that_only_the_centre_had_and_lost_is_a_task_in_the_inbox(
    running: EmbeddedCentre, sender: Sender
) -> None:
    name = sender.photo()
    sender.until_still()
    sender.later(2 * DAY_MS)
    sender.round()
    assert sender.state(name) == "purged"
    for path in blob_folder(running._url).rglob(name):
        path.unlink()
    sender.round()
    assert inbox.entries(sender.desk) == [], "asked about after a week"
    with pytest.raises(StoreError, match=r"^photo\.missing$"):
        see(sender.desk.db, sender.desk.blobs, sender.rounds.line, name)
    sender.later(8 * DAY_MS)
    sender.round()
    (entry,) = inbox.entries(sender.desk)
    assert (entry.code, entry.kind, sender.state(name)) == ("photo.missing", "item.received", "lost")
    assert sender.waiting() == 0


def test_a_purged_photo_without_the_internet_says_where_it_is(sender: Sender) -> None:
    name = sender.photo()
    sender.until_still()
    sender.later(2 * DAY_MS)
    sender.round()
    for line in (None, sender.rounds.line):
        sender.rounds.line._central._session.close()
        sender.way.cuts = [(0, 0)] * 4
        with pytest.raises(StoreError, match=r"^photo\.at_centre$"):
            see(sender.desk.db, sender.desk.blobs, line, name)
    with pytest.raises(StoreError, match=r"^photo\.gone$"):
        see(sender.desk.db, sender.desk.blobs, sender.rounds.line, "0" * 64)


def test_the_same_photo_taken_again_after_it_left_is_here_again(sender: Sender) -> None:
    name = sender.photo(data := picture())
    sender.until_still()
    sender.later(2 * DAY_MS)
    sender.round()
    assert sender.photo(data) == name
    assert (sender.state(name), sender.desk.blobs.open_plain(name)) == ("captured", data)
    sender.later(2 * DAY_MS)
    sender.again()
    assert sender.desk.blobs.has(name), "its new act is not answered"
    sender.until_still()
    assert sender.state(name) == "durable"


# ---------------------------------------------------------------- restores


def test_3_9_after_a_restore_of_the_centre_nothing_that_it_said_counts(running: EmbeddedCentre, sender: Sender) -> None:
    name, gone = sender.photo(data := picture()), sender.photo()
    sender.until_still()
    sender.later(2 * DAY_MS)
    with sender.desk.db.write() as connection:
        photos.mark(connection, name, "durable", durable_ms=sender.station.counter.clock.wall)
    sender.round()
    assert (sender.state(name), sender.state(gone)) == ("durable", "purged")
    for each in (name, gone):
        change(running, delete(blob).where(blob.c.sha256 == each))
        for path in blob_folder(running._url).rglob(each):
            path.unlink()
    with sender.desk.db.write() as connection:
        connection.exec_driver_sql("UPDATE meta SET value = 'another' WHERE key = 'epoch'")
    sender.again()
    assert sender.state(name) == "durable"
    assert sender.rounds.line.fetch(name) == data, "it was sent again"
    assert [entry.code for entry in inbox.entries(sender.desk)] == ["photo.missing"], "and this one nobody has"


def test_3_9_a_station_that_was_restored_sends_what_only_it_has(sender: Sender, make_sender: Any) -> None:
    kept = sender.photo(picture())
    folder = sender.desk.blobs.folder
    backup = folder.with_name("backup")
    shutil.copytree(folder, backup)
    with sender.desk.db.write() as connection:
        rows = connection.exec_driver_sql("SELECT * FROM photo").all()
    sender.until_still()
    late = sender.photo(picture())
    sender.until_still()
    sender.later(2 * DAY_MS)
    sender.round()
    assert (sender.state(kept), sender.state(late)) == ("purged", "purged")
    # The store is set back: rows and files of the backup, the photo that was durable then was left out of it.
    with sender.desk.db.write() as connection:
        for table in ("photo", "photo_way", "photo_act"):
            connection.exec_driver_sql(f"DELETE FROM {table}")
        for row in rows:
            connection.exec_driver_sql("INSERT INTO photo VALUES (?, ?, ?, ?, ?)", tuple(row))
        note(connection, late, "piece", 20_000, 0)
        photos.mark(connection, late, "durable", durable_ms=1)
    shutil.copytree(backup, folder, dirs_exist_ok=True)
    sender.rounds.blobs = sender.desk.blobs = Blobs(folder, b"\x08" * 32)
    sender.rounds._ready = False
    sender.round()
    assert (sender.state(kept), sender.state(late)) == ("durable", "purged")
    assert one(sender.desk, "SELECT count(*) FROM photo_act") == 2, "whose they are is found in the journal again"


def test_p12_a_file_that_is_gone_here_is_no_loss_when_the_centre_has_it(sender: Sender) -> None:
    name, never = sender.photo(), sender.photo()
    sender.until_still()
    with sender.desk.db.write() as connection:
        photos.mark(connection, name, "captured")
        photos.mark(connection, never, "captured")
    sender.desk.blobs.purge(name)
    sender.desk.blobs.purge(never)
    sender.rounds.line.look = _without(sender.rounds.line.look, never)  # type: ignore[method-assign]
    sender.round()
    assert (sender.state(name), sender.state(never)) == ("purged", "lost")
    assert [entry.code for entry in inbox.entries(sender.desk)] == ["photo.missing"]


def _without(look: Callable[..., Any], name: str) -> Callable[..., Any]:
    from counter_app.sync.blob_line import NotThere

    def looked(upload: str, size: int) -> Any:
        if upload == name:
            raise NotThere("blob.unknown", status=404)
        return look(upload, size)

    return looked


def test_a_crash_after_the_row_and_before_the_file_leaves_no_file_for_ever(sender: Sender) -> None:
    name = sender.photo()
    sender.until_still()
    with sender.desk.db.write() as connection:
        photos.mark(connection, name, "purged", purged_ms=1, look_ms=sender.station.counter.clock.wall * 2)
    sender.rounds._ready = False
    sender.round()
    assert not sender.desk.blobs.has(name)
    with sender.desk.db.read() as connection:
        assert journal.waiting_count(connection) == 0
