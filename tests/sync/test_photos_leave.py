"""When a photo leaves its station, where it is seen then, and what a restore of either side does to photos."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete

from central_service.blob_tables import blob
from central_service.centre import blob_folder
from central_service.server import EmbeddedCentre
from counter_app.desk import inbox
from counter_app.domain.retention import DAY_MS
from counter_app.errors import Offline, StoreError
from counter_app.store import journal, photos, pulled
from counter_app.store.blobs import Blobs, note
from counter_app.sync.blobs import PhotoRounds, see
from counter_app.sync.schedule import Schedule
from tests.counter_acts import one
from tests.sync.photo_sender import JPEG, Sender, change, picture


def test_p12_a_photo_leaves_when_it_is_durable_answered_and_a_day_old(sender: Sender) -> None:
    name = sender.photo(data := picture())
    sender.until_still()
    sender.later(DAY_MS - 60_000)
    sender.round()
    assert sender.desk.blobs.has(name)
    sender.later(120_000, backup=False)
    sender.round()
    assert sender.state(name) == "purged"
    assert not sender.desk.blobs.has(name)
    assert one(sender.desk, "SELECT size FROM photo WHERE sha256 = ?", name) == len(data)
    assert one(sender.desk, "SELECT purged_ms FROM photo_way WHERE sha256 = ?", name) > 0
    assert see(sender.desk.db, sender.desk.blobs, sender.rounds.line, name) == data
    assert not sender.desk.blobs.has(name), "looking at it does not keep it"


def test_p12_a_photo_stays_until_a_backup_of_the_centre_has_its_act(sender: Sender) -> None:
    name = sender.photo()
    sender.until_still()
    sender.later(5 * DAY_MS, backup=False)
    sender.round()
    assert (sender.state(name), sender.desk.blobs.has(name)) == ("durable", True)
    late = sender.photo()
    sender.back_up()
    sender.until_still()
    sender.later(5 * DAY_MS, backup=False)
    sender.round()
    assert (sender.state(name), sender.state(late)) == ("purged", "durable"), "the second is newer than the backup"


def test_7_6_a_low_disk_lets_durable_photos_go_early_and_unsent_ones_never(sender: Sender) -> None:
    sender.low = True
    sent, kept = sender.photo(), sender.photo(b"no picture at all")
    for _ in range(3):
        sender.round()
    assert sender.state(sent) == "durable", "no backup of the centre has its act yet"
    sender.back_up()
    for _ in range(2):
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
@given(held=st.lists(HELD, min_size=1, max_size=6), durable_seq=st.integers(0, 12), low=st.booleans())
def test_p12_never_purged_unless_durable_answered_and_old_enough(
    counter: Any, held: list[dict[str, Any]], durable_seq: int, low: bool
) -> None:
    desk, now = counter.desk, counter.clock.wall
    kept: dict[str, dict[str, Any]] = {}
    with desk.db.write() as connection:
        for table in ("photo", "photo_way", "photo_act", "journal"):
            connection.exec_driver_sql(f"DELETE FROM {table}")
        meta = {row[0]: row[1] for row in connection.exec_driver_sql("SELECT key, value FROM meta")}
        stream = f"store:{meta['store']}"
        connection.exec_driver_sql("DELETE FROM meta WHERE key = ?", (f"durable:{stream}",))
        pulled.note_durable(connection, {stream: durable_seq}, meta["epoch"])
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
        answered = all(status in ANSWERED and seq is not None and seq <= durable_seq for status, seq in example["acts"])
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
