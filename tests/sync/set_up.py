"""The store that every run in a box begins with: made once, through the service's own rooms."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from central_service import messages as m
from central_service import platform_messages as pm
from central_service.centre import open_centre
from central_service.payments import NoGateway
from central_service.route import Call
from central_service.routes import routes
from counter_app.store import schema
from counter_app.store.db import Database
from tests.sync.power import KEY

START_MS = 1_793_631_600_000
PLATFORM = "platform-token-for-tests"
STORE = "s1"


@dataclass
class Setup:
    """A centre with a store, a manager, a clerk who lost his rights, an account and two stations; all in `folder`."""

    folder: Path
    clerk: str = ""
    low: str = ""
    account: str = ""
    keys: dict[str, Ed25519PrivateKey] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)
    """Of the stations that have heard from the centre already."""
    now_ms: int = START_MS + 1_000_000
    seed: int = 0


def set_up(folder: Path) -> Setup:
    """Made once, through the service's own rooms; every run begins with a copy."""
    made = Setup(folder)
    random = Random(1)
    times = iter(range(START_MS, START_MS + 900_000))
    centre = open_centre(
        f"sqlite:///{folder / 'central.db'}",
        platform_token=PLATFORM,
        demo=False,
        clock=lambda: next(times),
        entropy=random.randbytes,
        gateway=NoGateway(),
    )
    served = {(one.method, one.path): one for one in routes(demo=False)}

    def ask(path: str, message: Any, path_id: str = "", route: str = "") -> Any:
        return served["POST", route or path].serve(Call(centre, message, None, path_id))

    ask("/v1/platform/stores", pm.NewStore("org1", STORE, "Northgate Mail", {"zone": "America/New_York"}))
    people = [("Cleo Clerk", "c@example.org", 4), ("Lou Low", "l@example.org", 1)]
    made.clerk, made.low = (
        ask("/v1/platform/employees", pm.SetEmployee(STORE, name, email, level, password="open sesame")).id
        for name, email, level in people
    )
    made.account = ask(
        "/v1/platform/accounts",
        pm.NewAccount(STORE, "12", "Ann Lee", (pm.NameOnForm("Ann Lee"),)),
    ).id
    for state in ("docs_submitted", "pre_review", "pending_approval", "active"):
        ask(
            f"/v1/platform/accounts/{made.account}/state",
            pm.SetAccountState(STORE, state, "2026-09-01"),
            made.account,
            "/v1/platform/accounts/{id}/state",
        )
    for name in ("A", "B"):
        key = Ed25519PrivateKey.from_private_bytes(name.encode() * 32)
        code = ask("/v1/platform/enrolments", pm.InStore(STORE)).code
        said = ask("/v1/devices/register", m.RegisterDevice(code, key.public_key().public_bytes_raw().hex(), name))
        made.keys[said.device_id] = key
        db = Database(folder / f"{name}.db", KEY)
        schema.upgrade(db)
        with db.write() as connection:
            meta = {"org": said.org, "store": STORE, "device_id": said.device_id, "incarnation": said.incarnation}
            meta["centre_key"] = said.centre_key
            connection.exec_driver_sql(
                "INSERT INTO meta (key, value) VALUES (?, ?)", list({**meta, "epoch": said.epoch}.items())
            )
        db.close()
    centre.db.close()
    return made
