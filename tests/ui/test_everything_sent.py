"""Goal 12: the window is green only when no act waits and the centre keeps every photo."""

from __future__ import annotations

from typing import Any

import pytest

from counter_app.events import SyncChanged
from counter_app.store import journal, photos
from tests.counter_acts import piece

JPEG = b"\xff\xd8\xff\xe0 a parcel"


class Light:
    """The status bar's word on the exchange, after a round of which the worker has just told."""

    def __init__(self, bench: Any, qtbot: Any) -> None:
        self.bench, self.qtbot = bench, qtbot
        self.db = bench.counter.desk.db

    def after(self, *statements: str) -> tuple[str, str, str]:
        """(colour of the connection, its text, the queue's text) once these statements and a round are done."""
        with self.db.write() as connection:
            for one in statements:
                connection.exec_driver_sql(one)
            waiting = journal.unsent_count(connection) + photos.waiting_count(connection)
        self.bench.doing.hear(SyncChanged("online", waiting, self.bench.counter.clock.wall))
        return self.shows(f"{waiting} to send")

    def shows(self, queue: str) -> tuple[str, str, str]:
        bar = self.bench.window.status
        self.qtbot.waitUntil(lambda: bar.chip("queue").shown_text() == queue, timeout=5_000)
        connection = bar.chip("connection")
        return connection.kind, connection.shown_text(), bar.chip("queue").shown_text()


@pytest.fixture
def light(bench: Any, qtbot: Any) -> Light:
    bench.sign_in()
    bench.counter.account("a1", "12", "Ann Lee")
    return Light(bench, qtbot)


GREEN = ("ok", "Online · just synced", "0 to send")
ANSWERED = "UPDATE journal SET status = 'applied', seq = position"


def test_goal_12_not_green_with_a_photo_that_the_centre_does_not_keep_for_good(light: Light) -> None:
    assert light.after(ANSWERED) == GREEN
    piece(light.bench.counter, light.bench.doing.actor, photo=JPEG)
    assert light.after(ANSWERED) == ("info", "Online · not everything is sent yet", "1 to send")
    for state in ("sending", "stored"):
        assert light.after(f"UPDATE photo SET state = '{state}'")[0] == "info", state
    assert light.after("UPDATE photo SET state = 'durable'") == GREEN
    assert light.after("UPDATE photo SET state = 'captured'")[0] == "info", "the centre has lost it"


def test_goal_12_not_green_with_a_photo_that_was_set_aside(light: Light) -> None:
    piece(light.bench.counter, light.bench.doing.actor, photo=JPEG)
    aside = (
        f"INSERT INTO photo_way (sha256, tries, code) SELECT sha256, {photos.TRIES}, 'blob.not_a_picture' FROM photo"
    )
    assert light.after(ANSWERED, aside)[0] == "info"


@pytest.mark.parametrize("status", ["waiting", "deferred", "parked"])
def test_goal_12_not_green_with_an_act_that_is_not_answered(light: Light, status: str) -> None:
    piece(light.bench.counter, light.bench.doing.actor)
    light.after(ANSWERED)
    one = f"UPDATE journal SET status = '{status}' WHERE position = (SELECT max(position) FROM journal)"
    assert light.after(one) == ("info", "Online · not everything is sent yet", "1 to send")


def test_goal_12_not_green_from_the_moment_of_an_act_on(light: Light) -> None:
    assert light.after(ANSWERED) == GREEN
    piece(light.bench.counter, light.bench.doing.actor, photo=JPEG)
    assert light.shows("2 to send")[0] == "info", "though no round has told of it"
