"""A personal delivery: a driver takes pieces to the customer, and six steps stand before the door (S-17, S-18, 2.9).

The code that the driver must say is nowhere kept as it is: the row and the journal have a salt and the hash of a slow
hash. What a clerk types is sent through the slow hash (its proof), and only whoever knows the code has the proof.
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import ClassVar

from counter_app.domain.service_level import StoreHours, delivery_in_time
from counter_app.domain.task import Task, TaskState

S = TaskState
COURIERS = {"uber": "Uber", "doordash": "DoorDash", "roadie": "Roadie", "skipcart": "Skipcart"}
"""Who drives, as data; a store adds its own in its settings."""
TRIES = 3
"""Wrong codes before support has to look at it."""
BAGS_MAX = 99
NO_SHOW_MS = 30 * 60_000
"""So long before closing the list says that a driver has not come (2.9)."""
GONE = ("no_show", "refused_photo", "wrong_code", "left", "other")
"""Why a driver goes without the pieces, or never came."""
PREPARED = (S.SEALED, S.LABELLED, S.DRIVER_ARRIVED, S.PHOTO_TAKEN, S.CODE_MATCHED)
"""The pieces are in their bags and wait for a driver, or he stands here."""
DRIVER_HERE = (S.DRIVER_ARRIVED, S.PHOTO_TAKEN, S.CODE_MATCHED)


@dataclass(frozen=True, slots=True)
class DeliveryTask(Task):
    """A delivery as station and centre keep it. Times in UTC milliseconds; `bags` is how many poly bags it took."""

    TERMS: ClassVar[tuple[str, ...]] = (
        "courier",
        "address",
        "window_from_ms",
        "window_to_ms",
        "code_salt",
        "code_check",
    )
    courier: str = ""
    address: str = ""
    window_from_ms: int = 0
    window_to_ms: int = 0
    code_salt: str = ""
    code_check: str = ""
    bags: int = 0
    sealed_ms: int = 0
    labelled: tuple[str, ...] = ()
    """The pieces for which a label "n of m" was owed, in their order."""
    driver: str = ""
    driver_ms: int = 0
    gone: str = ""
    """Why the last driver went without the pieces, one of GONE."""
    photo: str = ""
    tries: int = 0
    """Wrong codes since the last right one, new one, or release by support."""
    matched_ms: int = 0
    handed_ms: int = 0
    handed_by: str = ""
    delivered_ms: int = 0
    outcome: str = ""
    """delivered, partly_returned or returned; "" while it is not known."""
    returned: tuple[str, ...] = ()
    not_returned: tuple[str, ...] = ()
    """Pieces that a driver did not bring back with the others: searched for."""

    @property
    def locked_out(self) -> bool:
        """Whether the code was wrong three times: support has to look first."""
        return self.tries >= TRIES

    @property
    def out(self) -> tuple[str, ...]:
        """The pieces that are with the driver now."""
        if self.state != S.HANDED_TO_DRIVER.value:
            return ()
        return tuple(one for one in self.at_hand if one not in (*self.returned, *self.not_returned))


def gaps(task: DeliveryTask) -> tuple[str, ...]:
    """What still stands between these pieces and the driver, in the order of work; empty when nothing does (S-18).

    The last of the six steps, the tick "I hand the pieces to the driver", is part of the act itself.
    """
    found: list[str] = []
    if not task.at_hand:
        found.append("delivery.no_pieces")
    if any(item not in task.ticked for item in task.at_hand):
        found.append("delivery.not_gathered")
    if not task.sealed_ms:
        found.append("delivery.not_sealed")
    if not task.labelled or set(task.labelled) != set(task.at_hand):
        found.append("delivery.labels_owed")
    if not task.driver_ms:
        found.append("delivery.no_driver")
    if not task.photo:
        found.append("delivery.no_photo")
    if not task.matched_ms:
        found.append("delivery.code_locked" if task.locked_out else "delivery.code_not_matched")
    return tuple(found)


def label_numbers(task: DeliveryTask) -> tuple[tuple[str, str], ...]:
    """Each piece at hand with what its label says: "1 of 2", "2 of 2"."""
    pieces = task.at_hand
    return tuple((item, f"{n} of {len(pieces)}") for n, item in enumerate(pieces, 1))


# ---------------------------------------------------------------- the code


def spoken_code(text: str) -> str:
    """A code as it counts: letters and digits only, small; spaces and case do not matter (S-18)."""
    return "".join(ch for ch in text.casefold() if ch.isalnum())


def proof_of(code: str, salt: str) -> str:
    """What only somebody who knows the code can write down, hex; about 50 ms, so that no list is tried through."""
    said = spoken_code(code).encode()
    return hashlib.scrypt(said, salt=salt.encode(), n=2**14, r=8, p=1, dklen=32).hex()


def check_of(proof: str) -> str:
    """What the row keeps, hex: neither the code nor its proof can be had from it."""
    return hashlib.sha256(proof.encode()).hexdigest()


def sealed_code(code: str, salt: str) -> dict[str, str]:
    """The two terms of a delivery that stand for `code`; `salt` is random, hex."""
    return {"code_salt": salt, "code_check": check_of(proof_of(code, salt))}


def is_right(task: DeliveryTask, proof: str) -> bool:
    """Whether `proof` is that of the code of this delivery; never for a delivery without a code."""
    return bool(task.code_check) and hmac.compare_digest(check_of(proof), task.code_check)


# ---------------------------------------------------------------- its day


def day_of(task: DeliveryTask, hours: StoreHours) -> date:
    """The store's day on which it goes out: that of its window, else that of the request, while the store was open."""
    if wanted := task.window_from_ms or task.wanted_ms:
        return hours.local(_instant(wanted)).date()
    asked = _instant(task.requested_ms)
    day = hours.local(asked).date()
    if hours.is_business_day(day) and asked < hours.closing_at(day):
        return day
    try:
        return hours.next_business_day(day)
    except ValueError:  # a store that never opens
        return day


def late_request(task: DeliveryTask, hours: StoreHours) -> bool:
    """T8: asked for less than 1 h before the closing of the day it is wanted on (16:01 for 17:00)."""
    asked = _instant(task.requested_ms)
    return day_of(task, hours) == hours.local(asked).date() and not delivery_in_time(asked, hours)


def due_ms(task: DeliveryTask, hours: StoreHours) -> int:
    """When it should be out of the door: the end of its window, else the closing of its day; 0 when that is closed."""
    if end := task.window_to_ms or task.wanted_ms:
        return end
    day = day_of(task, hours)
    return int(hours.closing_at(day).timestamp() * 1000) if hours.is_business_day(day) else 0


def no_show(task: DeliveryTask, now_ms: int, hours: StoreHours) -> bool:
    """Whether it is prepared, due today or before, and the store closes within 30 minutes: put the pieces back."""
    if TaskState(task.state) not in PREPARED:
        return False
    today = hours.local(_instant(now_ms)).date()
    if day_of(task, hours) > today:
        return False
    if not hours.is_business_day(today):
        return True
    return _instant(now_ms) >= hours.closing_at(today) - timedelta(milliseconds=NO_SHOW_MS)


def _instant(at_ms: int) -> datetime:
    return datetime.fromtimestamp(at_ms / 1000, UTC)
