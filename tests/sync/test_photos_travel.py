"""Photos of a real station to a real centre over real HTTP: whole, once, after the acts; and none leaves too early."""

from __future__ import annotations

import errno
import logging
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, update

from central_service import blob_files
from central_service.blob_tables import blob, blob_upload
from central_service.server import EmbeddedCentre
from counter_app.desk import inbox, today
from counter_app.domain.retention import DAY_MS
from counter_app.errors import Offline, ServerBusy, SyncError
from counter_app.events import InboxChanged
from counter_app.limits import BLOB_CHUNK_MAX_BYTES
from counter_app.store import photos
from counter_app.sync.blobs import CHUNK_LEAST, CHUNK_MOST, PhotoRounds
from tests.counter_acts import one
from tests.sync.photo_sender import Sender, change, picture


def test_p12_a_photo_goes_from_captured_to_durable_and_comes_back_the_same(sender: Sender) -> None:
    name = sender.photo(data := picture())
    assert sender.state(name) == "captured"
    assert not sender.round()
    assert sender.state(name) == "durable"
    assert sender.rounds.line.fetch(name) == data
    assert sender.desk.blobs.open_plain(name) == data


def sent_chunks(sender: Sender) -> list[int]:
    """The length of each chunk that is tried from now on."""
    append, tried = sender.rounds.line.append, []

    def noted(at: Any, chunk: bytes, size: int) -> Any:
        tried.append(len(chunk))
        return append(at, chunk, size)

    sender.rounds.line.append = noted  # type: ignore[method-assign]
    return tried


def test_3_8_chunks_grow_on_a_good_line_and_stay_within_a_megabyte(sender: Sender) -> None:
    assert CHUNK_LEAST == 256 * 1024
    assert CHUNK_MOST == BLOB_CHUNK_MAX_BYTES == 1_000_000
    sender.rounds.chunk_least, sender.rounds.chunk_most = CHUNK_LEAST, CHUNK_MOST
    name, tried = sender.photo(data := picture(3_500_000)), sent_chunks(sender)
    before = sender.way.sent_up
    sender.until_still()
    assert tried == [262_144, 524_288, 1_000_000, 1_000_000, 713_568]
    assert sender.way.sent_up - before < 3_500_000 * 1.02, "8 (11): what is sent beside the photo is 2 % at most"
    assert sender.rounds.line.fetch(name) == data


CUT = st.tuples(st.none() | st.integers(0, 30_000), st.none() | st.integers(0, 600))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cuts=st.lists(CUT, max_size=8), size=st.integers(4, 30_000))
def test_p12_a_line_cut_after_any_byte_resumes_and_the_bytes_are_equal(
    sender: Sender, cuts: list[tuple[int | None, int | None]], size: int
) -> None:
    line = sender.rounds.line
    line._central._session.close()
    name = sender.photo(data := picture(size))
    sender.way.cuts = list(cuts)
    append, tried = line.append, sent_chunks(sender)
    try:
        sender.until_still()
    finally:
        line.append = append  # type: ignore[method-assign]
    broke = len(cuts) - len(sender.way.cuts)
    sender.way.cuts = []
    assert sender.state(name) == "durable"
    assert sum(tried) - size <= broke * sender.rounds.chunk_most, "one chunk is sent again for each cut, at most"
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


@pytest.mark.parametrize("place", ["keep_part", "keep"])
def test_3_11_a_full_disk_of_the_centre_loses_nothing_and_holds_up_no_act(
    sender: Sender, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, place: str
) -> None:
    begun, append = sender.photo(data := picture(20_000)), sender.rounds.line.append

    def full(*_: Any) -> Any:
        with blob_files._room():
            raise OSError(errno.ENOSPC, "no space left on device")

    def fills_up(at: Any, chunk: bytes, size: int) -> Any:
        if at.offset:
            monkeypatch.setattr(blob_files.BlobFiles, place, full)
        return append(at, chunk, size)

    sender.rounds.line.append = fills_up  # type: ignore[method-assign]
    with caplog.at_level(logging.INFO, "counter_app.sync.blobs"):
        sender.round()
        late = sender.photo()
        sender.later(2 * DAY_MS)
        for _ in range(photos.TRIES + 2):
            sender.round()
    codes = [getattr(record, "code", "") for record in caplog.records]
    assert codes[0] == "blob.no_room"
    assert set(codes) <= {"blob.no_room", "sync.busy"}, "HEAD has no body to say more"
    assert sender.station.statuses() == {"applied": 2}, "acts go on"
    assert inbox.entries(sender.desk) == [], "no photo is blamed for the centre's disk"
    assert (sender.waiting(), sender.state(begun), sender.state(late)) == (2, "sending", "captured")
    assert all(map(sender.desk.blobs.has, (begun, late)))
    monkeypatch.undo()
    sender.rounds.line.append = append  # type: ignore[method-assign]
    sender.until_still()
    assert sender.rounds.line.fetch(begun) == data
