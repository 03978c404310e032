"""A customer's appointment is held against the store's own terms, by the same rule as at the counter (S-14)."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import insert, select

from central_service import platform
from central_service.centre import open_centre
from central_service.payments import NoGateway
from central_service.platform_messages import NewAccount, NewPickup, NewStore
from central_service.refusal import Refusal
from central_service.tables import journal, state_row
from counter_app.domain.mail_item import MailItem
from counter_app.domain.rows import to_plain


def at(text: str) -> int:
    """A time at the store, in UTC milliseconds."""
    local = datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("America/New_York"))
    return int(local.astimezone(UTC).timestamp() * 1000)


HALF_DAY = {"hours": {"special": {"2026-11-03": [540, 720]}}}


class Asking:
    """A centre at Monday, 2 November 2026, 10:00 in New York; each store has one piece to ask for."""

    def __init__(self, url: str) -> None:
        self.now = at("2026-11-02T10:00")
        self.centre = open_centre(
            url, platform_token="x" * 16, demo=False, clock=lambda: self.now, entropy=os.urandom, gateway=NoGateway()
        )

    def ask(self, appointment: str | int, **settings: object) -> tuple[str, object]:
        """The code of the refusal and its earliest time; ("", None) when the pickup was made."""
        store = f"s{os.urandom(4).hex()}"
        plain = {"zone": "America/New_York", **settings}
        platform.make_store(self.centre, NewStore(org="o", store=store, name="S", settings=plain))
        platform.make_account(self.centre, NewAccount(store, "12", "Ann Lee", id="a1", state="active"))
        piece = json.dumps(to_plain(MailItem("i1", "M-1", "received", "a1", "12")))
        row = {"store_id": store, "entity": "item", "id": "i1", "seq": 1, "account": "a1", "row": piece}
        self.centre.db.transact(lambda connection: connection.execute(insert(state_row).values(**row)), store)
        at_ms = at(appointment) if isinstance(appointment, str) and appointment else int(appointment or 0)
        try:
            platform.make_pickup(self.centre, NewPickup(store, "a1", ("i1",), at_ms))
        except Refusal as refused:
            assert self.asked_for(store) == 0, "what is refused leaves nothing behind"
            assert refused.status == 409
            return refused.code, refused.args_out.get("earliest_ms")
        assert self.asked_for(store) == 1
        return "", None

    def asked_for(self, store: str) -> int:
        with self.centre.db.read(store) as connection:
            kinds = connection.execute(select(journal.c.kind).where(journal.c.store_id == store)).scalars().all()
        return kinds.count("pickup.requested")


@pytest.fixture(scope="module")
def asking(tmp_path_factory):
    made = Asking(f"sqlite:///{tmp_path_factory.mktemp('centre') / 'c.db'}")
    yield made
    made.centre.db.close()


@pytest.mark.parametrize(
    ("appointment", "settings", "code", "earliest"),
    [
        ("", {}, "", ""),
        ("2026-11-03T09:00", {}, "", ""),
        ("2026-11-02T17:00", {}, "pickup.too_soon", "2026-11-03T09:00"),
        ("2026-11-03T08:59", {}, "pickup.too_soon", "2026-11-03T09:00"),
        ("2026-10-30T10:00", {}, "pickup.too_soon", "2026-11-03T09:00"),
        ("2026-11-03T10:00", {"pickups": {"lead_days": 2}}, "pickup.too_soon", "2026-11-04T09:00"),
        ("2026-11-02T10:30", {"pickups": {"lead_days": 0}}, "", ""),
        ("2026-11-03T18:00", {}, "pickup.store_closed", "2026-11-03T09:00"),
        ("2026-11-07T12:00", {}, "pickup.store_closed", "2026-11-03T09:00"),
        ("2026-11-03T15:00", HALF_DAY, "pickup.store_closed", "2026-11-03T09:00"),
        ("2026-11-03T15:00", {"hours": {"closed": ["2026-11-03"]}}, "pickup.too_soon", "2026-11-04T09:00"),
        ("2026-11-03T07:00", {"zone": "Europe/Paris"}, "", ""),  # 13:00 there
        ("", {"pickups": {"offered": "by_appointment"}}, "pickup.appointment_missing", ""),
        ("2026-11-03T09:00", {"pickups": {"offered": "by_appointment"}}, "", ""),
        ("2026-11-03T09:00", {"hours": {"weekly": {"0": None}}}, "pickup.store_closed", ""),  # it never opens
        ("2026-11-03T09:00", {"hours": {"weekly": "always"}}, "store.settings_wrong", ""),
        ("2026-11-03T09:00", {"zone": "Middle/Earth"}, "store.settings_wrong", ""),
    ],
)  # fmt: skip
def test_s14_an_appointment_is_held_against_the_stores_lead_time_and_hours(
    asking, appointment: str, settings: dict, code: str, earliest: str
) -> None:
    assert asking.ask(appointment, **settings) == (code, at(earliest) if earliest else None)


def test_s14_a_time_beyond_every_calendar_is_no_time_at_which_the_store_is_open(asking) -> None:
    assert asking.ask(2**53 - 1)[0] == "pickup.store_closed"
