"""A small station for the tests: real keys, real cores, real signatures, real HTTP. And the platform's own calls.

Every answer is held against the shape that the route promises, so a drifting answer fails wherever it appears.
"""

from __future__ import annotations

import base64
import os
from typing import Any

import requests
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from central_service.messages import Fault
from central_service.routes import routes
from central_service.shapes import read
from counter_app.domain import evidence
from counter_app.domain.operations import KINDS
from counter_app.domain.values import new_id, new_mail_id

NOW = 1_790_000_000_000
PLATFORM_TOKEN = "platform-token-for-tests"
_SHAPES = {(one.method, one.path): one.answers for one in routes(demo=True)}


def fresh_id() -> str:
    return new_id(NOW, os.urandom(10))


class Refused(Exception):
    def __init__(self, status: int, body: dict[str, Any]) -> None:
        super().__init__(f"{status} {body}")
        self.status, self.code, self.args_out = status, body["code"], body["args"]


def call(
    session: requests.Session, url: str, method: str, path: str, token: str = "", route: str = "", **more: Any
) -> Any:
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    response = session.request(method, url + path, headers=headers, timeout=20, **more)
    assert response.headers["Cache-Control"] == "no-store"
    body = response.json()
    if response.status_code != 200:
        read(Fault, body, path)
        raise Refused(response.status_code, body)
    read(_SHAPES[method, route or path], body, path)
    return body


class Platform:
    """The platform's calls, with its token."""

    def __init__(self, url: str, token: str = PLATFORM_TOKEN) -> None:
        self.url, self.token = url, token
        self.session = requests.Session()

    def post(self, path: str, route: str = "", **body: Any) -> Any:
        return call(self.session, self.url, "POST", f"/v1/platform/{path}", self.token, route, json=body)

    def get(self, path: str, **query: Any) -> Any:
        return call(self.session, self.url, "GET", f"/v1/platform/{path}", self.token, params=query)

    def store(self, store: str) -> None:
        settings = {"zone": "America/New_York", "pickup_prices": {"per_visit_cents": 100, "per_package_cents": 200}}
        self.post("stores", org="org1", store=store, name=f"Store {store}", settings=settings)

    def clerk(self, store: str, level: int = 2, **more: Any) -> str:
        body = {"name": "Cleo Clerk", "email": f"{os.urandom(4).hex()}@example.org", "password": "open sesame"} | more
        return self.post("employees", store=store, level=level, **body)["id"]

    def account(self, store: str, *, active: bool = True, mailbox: str = "12") -> str:
        account = self.post(
            "accounts",
            store=store,
            mailbox=mailbox,
            holder="Ann Lee",
            names=[{"text": "Ann Lee"}],
            email="a@example.org",
        )["id"]
        if active:
            for state in ("docs_submitted", "pre_review", "pending_approval", "active"):
                self.state(store, account, state)
        return account

    def state(self, store: str, account: str, state: str) -> None:
        self.post(
            f"accounts/{account}/state",
            "/v1/platform/accounts/{id}/state",
            store=store,
            state=state,
            since="2026-09-01",
        )

    def close(self) -> None:
        self.session.close()


class Station:
    """One station of a store: makes operations, hands them in, pulls rows."""

    def __init__(self, url: str, platform: Platform, store: str) -> None:
        self.url, self.store, self.clerk = url, store, ""
        self.session = requests.Session()
        self.key = Ed25519PrivateKey.generate()
        self.public = self.key.public_key().public_bytes_raw()
        code = platform.post("enrolments", store=store)["code"]
        said = self.call("POST", "/v1/devices/register", code=code, public_key=self.public.hex(), name="Desk 1")
        self.registered, self.org, self.device = said, said["org"], said["device_id"]
        self.epoch = said["epoch"]
        self.token = ""
        self.log_on()
        self.begin(said["incarnation"])

    def call(self, method: str, path: str, token: str = "", **body: Any) -> Any:
        return call(self.session, self.url, method, path, token, json=body)

    def log_on(self) -> None:
        given = self.call("POST", "/v1/devices/challenge", device_id=self.device)["challenge"]
        signature = self.key.sign(b"counter-token-1\n" + bytes.fromhex(given)).hex()
        answer = self.call("POST", "/v1/devices/token", device_id=self.device, challenge=given, signature=signature)
        self.token = answer["token"]

    def begin(self, incarnation: str) -> None:
        """A new chain."""
        self.incarnation, self.n = incarnation, 0
        self.prev = evidence.genesis(self.org, self.store, self.device, incarnation, self.public).hex()

    def core(self, kind: str, entity: str, hidden: dict[str, Any], **changed: Any) -> dict[str, Any]:
        return {
            "v": 1,
            "op_id": fresh_id(),
            "n": self.n + 1,
            "prev": self.prev,
            "kind": kind,
            "entity": entity,
            "actor": self.clerk,
            "grant": "",
            "present": "password",
            "at_ms": NOW,
            "mono_ms": 5,
            "boot": "b1",
            "offset_ms": -3,
            "offset_age_s": 1,
            "org": self.org,
            "store": self.store,
            "device": self.device,
            "incarnation": self.incarnation,
            "body": hidden,
        } | changed

    def make(self, kind: str, entity: str, **body: Any) -> dict[str, Any]:
        """The next operation of the chain, as it goes over the wire."""
        hidden, opened = evidence.conceal(body, KINDS[kind].personal, os.urandom)
        return self.seal(self.core(kind, entity, hidden), opened)

    def seal(self, core: dict[str, Any], opened: dict[str, tuple[bytes, str]] | None = None) -> dict[str, Any]:
        """`core` signed; the chain goes on behind it."""
        data = evidence.canonical(core)
        digest = evidence.op_hash(data)
        self.n, self.prev = core["n"], digest.hex()
        return {
            "core": base64.b64encode(data).decode(),
            "sig": self.key.sign(evidence.signing_bytes(digest)).hex(),
            "open": {key: [salt.hex(), text] for key, (salt, text) in (opened or {}).items()},
        }

    def received(self, account: str = "", item: str = "") -> dict[str, Any]:
        """A piece comes in."""
        return self.make(
            "item.received",
            item or fresh_id(),
            mail_id=new_mail_id(os.urandom(6)),
            account=account,
            mailbox="12",
            name="Ann Lee",
            matched="Ann Lee",
            verdict="exact",
            mail_type="package",
        )

    def pickup_until_charge(
        self, account: str, items: list[str], kind: str = "pickup.charge_asked"
    ) -> tuple[str, list[Any]]:
        """A walk-in up to the charge: its id and its operations."""
        pickup = fresh_id()
        ops = [
            self.make("pickup.opened", pickup, account=account, mailbox="12", mode="walk_in", items=items),
            self.make("pickup.id_checked", pickup, collector="Ann Lee", id_type="passport", listed=1),
            *(self.make("pickup.piece_scanned", pickup, item=item) for item in items),
            self.make("pickup.signed", pickup, signature="ab" * 32),
            self.make(kind, pickup, amount_cents=300, attempt=1),
        ]
        return pickup, ops

    def push(self, *ops: dict[str, Any], **changed: Any) -> list[dict[str, Any]]:
        body = {"epoch": self.epoch, "device_id": self.device, "incarnation": self.incarnation, "ops": list(ops)}
        return self.call("POST", "/v1/sync/push", self.token, **(body | changed))["results"]

    def pull(self, cursor: str = "", max_rows: int = 1000) -> dict[str, Any]:
        streams = [{"id": f"store:{self.store}", "cursor": cursor}]
        page = self.call("POST", "/v1/sync/pull", self.token, streams=streams, max_rows=max_rows)["streams"][0]
        # What goes without saying is not said.
        return {"tables": {}, "more": False, "next": cursor, "gone": []} | page

    def rows(self, max_rows: int = 1000) -> dict[str, dict[str, Any]]:
        """Every row of the store by table and id, page by page."""
        found: dict[str, dict[str, Any]] = {}
        cursor, more = "", True
        while more:
            page = self.pull(cursor, max_rows)
            cursor, more = page["next"], page["more"]
            for table, rows in page["tables"].items():
                found.setdefault(table, {}).update({row_id: row for row_id, _, row in rows})
        return found

    def close(self) -> None:
        self.session.close()


def entity_of(op: dict[str, Any]) -> str:
    return evidence.parse(base64.b64decode(op["core"]))["entity"]


def op_id_of(op: dict[str, Any]) -> str:
    return evidence.parse(base64.b64decode(op["core"]))["op_id"]
