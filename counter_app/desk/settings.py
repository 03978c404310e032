"""The store's settings as the centre hands them out with the registration of a device."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from counter_app.domain.delivery import COURIERS
from counter_app.domain.fees import PickupPrices
from counter_app.domain.mail_item import MAIL_TYPES
from counter_app.domain.pickup_terms import PickupTerms, terms_from
from counter_app.domain.service_level import ZONE, StoreHours, hours_from
from counter_app.domain.storage import FreeDays, StorageRate, StorageRates, StorageTerms
from counter_app.domain.task_fees import TaskPrices
from counter_app.domain.task_ship import CARRIERS
from counter_app.domain.text import clean
from counter_app.domain.values import Money


@dataclass(frozen=True, slots=True)
class CustomType:
    """A kind of mail as this store calls it, and as which type of the trade it is charged."""

    name: str
    like: str


@dataclass(frozen=True, slots=True)
class StoreSettings:
    """What a store decides. Money in cents; `offline_handover` is `refuse` or `charge_later` up to the limit."""

    name: str
    zone: str
    address_lines: tuple[str, ...]
    hours: StoreHours
    prices: PickupPrices
    offline_handover: str = "refuse"
    offline_limit_cents: int = 0
    idle_lock_s: int = 300
    storage: StorageTerms = field(default_factory=StorageTerms)
    task_prices: TaskPrices = field(default_factory=TaskPrices)
    carriers: tuple[str, ...] = CARRIERS
    """With whom this store ships."""
    shred_days: int = 7
    """So long a piece can be saved from the shred pile, and is not shredded (T24)."""
    blank_ink: int = 100
    """Below so much ink, in hundredths of a percent of the sheet, a side counts as blank (2.8)."""
    pickups: PickupTerms = field(default_factory=PickupTerms)
    couriers: Mapping[str, str] = field(default_factory=lambda: dict(COURIERS))
    """Who drives personal deliveries: key -> as it writes itself; the store's own list on top of the usual (S-17)."""
    custom_types: tuple[CustomType, ...] = ()


def settings_from(plain: Mapping[str, Any]) -> StoreSettings:
    """Settings from the centre's JSON; missing ones take a safe default (hand-over offline: refuse)."""
    zone = str(plain.get("zone") or ZONE)
    prices = plain.get("pickup_prices") or {}
    mode = str(plain.get("offline_handover") or "refuse")
    return StoreSettings(
        name=str(plain.get("name") or "Mail center"),
        zone=zone,
        address_lines=tuple(str(line) for line in plain.get("address_lines") or ()),
        hours=hours_from(zone, plain.get("hours") or {}),
        prices=PickupPrices(
            letters=Money(int(prices.get("per_visit_cents", 0))),
            package=Money(int(prices.get("per_package_cents", 0))),
        ),
        offline_handover=mode if mode in ("refuse", "charge_later") else "refuse",
        offline_limit_cents=int(plain.get("offline_limit_cents") or 0),
        idle_lock_s=int(plain.get("idle_lock_s") or 300),
        storage=_storage(plain.get("storage") or {}),
        task_prices=_task_prices(plain.get("task_prices") or {}),
        carriers=tuple(str(one) for one in plain.get("carriers") or CARRIERS if str(one) in CARRIERS),
        shred_days=max(0, int(plain.get("shred_days", 7))),
        blank_ink=min(10_000, max(0, int(plain.get("blank_ink", 100)))),
        pickups=terms_from(plain.get("pickups") or {}),
        couriers={**COURIERS, **{str(key): str(name) for key, name in (plain.get("couriers") or {}).items()}},
        custom_types=_custom_types(plain.get("custom_types") or ()),
    )


def _task_prices(plain: Mapping[str, Any]) -> TaskPrices:
    """`{"scan_page": 50, "shred": 225}`, in cents; what a store does not say is what is usual in the trade."""
    return TaskPrices(**{one.name: int(plain[one.name]) for one in fields(TaskPrices) if one.name in plain})


def _custom_types(plain: Any) -> tuple[CustomType, ...]:
    """`[{"name": "Yellow envelope", "like": "large_envelope"}]`; what is like no type of the trade is left out."""
    made = (CustomType(clean(str(one.get("name", ""))).text, str(one.get("like", ""))) for one in plain)
    return tuple(one for one in made if one.name and one.like in MAIL_TYPES)[:20]


def _storage(plain: Mapping[str, Any]) -> StorageTerms:
    """`{"letters": 30, "packages": 7, "plans": {"business": {"letters": 60, "packages": 14}}}`, in free days, and
    `"rates": {"letters": {"cents": 5}, "packages": {"cents": 10, "unit": "pound_day"}, "weekends": true}`."""
    usual = _free_days(plain, FreeDays())
    plans = plain.get("plans") or {}
    rates = plain.get("rates") or {}
    return StorageTerms(
        usual,
        {str(plan): _free_days(days, usual) for plan, days in plans.items()},
        StorageRates(
            _rate(rates.get("letters") or {}), _rate(rates.get("packages") or {}), bool(rates.get("weekends", True))
        ),
    )


def _rate(plain: Mapping[str, Any]) -> StorageRate:
    return StorageRate(int(plain.get("cents", 0)), str(plain.get("unit", "day")))


def _free_days(plain: Mapping[str, Any], otherwise: FreeDays) -> FreeDays:
    return FreeDays(
        letters=int(plain.get("letters", otherwise.letters)), packages=int(plain.get("packages", otherwise.packages))
    )
