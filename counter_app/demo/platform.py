"""The platform's side of the demo: it founds the store at the centre, signs customers up and asks for pickups."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import requests

from central_service.console.operators import add_operator
from central_service.database import Database
from counter_app.demo.people import Customer

STORE, ORG = "northgate", "northgate-mail"
PASSWORD = "northgate-demo"  # noqa: S105 - a demo's clerk, told on its sign-in screen
CLERKS = (
    ("clerk-jordan", "Jordan Miles", "jordan@northgate.example", 4),
    ("clerk-ana", "Ana Ruiz", "ana@northgate.example", 2),
    ("clerk-chloe", "Chloé Martin", "chloe@northgate.example", 1),
)
SETTINGS: dict[str, Any] = {
    "name": "Northgate Mail",
    "zone": "America/New_York",
    "address_lines": ["12 Main Street", "Albany NY 12207", "518-555-0100"],
    "hours": {"weekly": {**{str(day): [540, 1080] for day in range(5)}, "5": [600, 840]}, "closed": ["2026-12-25"]},
    "pickup_prices": {"per_visit_cents": 100, "per_package_cents": 250},
    "offline_handover": "charge_later",
    "offline_limit_cents": 2_000,
    "pickups": {"lead_days": 0},
    "storage": {"rates": {"letters": {"cents": 5}, "packages": {"cents": 50}}},
}


OPERATOR = "operator@northgate.example"


def let_operator_in(database: Path, now_ms: int) -> None:
    """Whoever tries the demo may open the console of its centre."""
    db = Database(f"sqlite:///{database.resolve()}")
    try:
        add_operator(db, OPERATOR, PASSWORD, now_ms)
    finally:
        db.close()


def addresses(base_url: str) -> str:
    """Where the pages of the demo's centre are, and who may open them, for the terminal."""
    return (
        f"The customer's page: {base_url}/demo\n"
        f"The console of the central service: {base_url}/console ({OPERATOR}, {PASSWORD})"
    )


class Platform:
    """Speaks to the centre's platform routes with the platform's token."""

    def __init__(self, base_url: str, token: str) -> None:
        self._base = base_url
        self._session = requests.Session()
        self._session.trust_env = False
        self._session.headers["Authorization"] = f"Bearer {token}"

    def close(self) -> None:
        self._session.close()

    def post(self, path: str, **body: Any) -> Any:
        """One act of the platform; requests.HTTPError when the centre refuses."""
        answer = self._session.post(f"{self._base}/v1/platform/{path}", json=body, timeout=30, allow_redirects=False)
        answer.raise_for_status()
        return answer.json()

    def get(self, path: str, **query: Any) -> Any:
        answer = self._session.get(f"{self._base}/v1/platform/{path}", params=query, timeout=30, allow_redirects=False)
        answer.raise_for_status()
        return answer.json()

    def photo(self, name: str) -> bytes:
        """A photo that the centre keeps, by its SHA-256."""
        path = f"{self._base}/v1/platform/blobs/{name}"
        answer = self._session.get(path, params={"store": STORE}, timeout=30, allow_redirects=False)
        answer.raise_for_status()
        return answer.content

    def found(self, customers: Sequence[Customer], step: Callable[[int, int], None] = lambda done, of: None) -> None:
        """The store, its clerks and its customers."""
        self.post("stores", org=ORG, store=STORE, name=SETTINGS["name"], settings=SETTINGS)
        for clerk_id, name, email, level in CLERKS:
            self.post("employees", store=STORE, id=clerk_id, name=name, email=email, level=level, password=PASSWORD)
        for done, one in enumerate(customers, 1):
            self.post(
                "accounts",
                store=STORE,
                id=account_id(one),
                mailbox=one.mailbox,
                holder=one.holder,
                names=[{"text": text, "kind": kind} for text, kind in one.names],
                collectors=[{"name": name} for name in one.collectors],
                email=one.email,
                phone=one.phone,
                plan=one.plan,
                state=one.state,
                since=one.since,
                id_expires_on=one.id_expires_on,
            )
            step(done, len(customers))

    def enrolment_code(self) -> str:
        """A one-time code for a new station of the store."""
        return str(self.post("enrolments", store=STORE)["code"])

    def request_pickup(self, account: str, items: Sequence[str], appointment_ms: int = 0) -> str:
        """A customer asks for pieces; the id of the pickup."""
        asked = self.post("pickups", store=STORE, account=account, items=list(items), appointment_ms=appointment_ms)
        return str(asked["id"])

    def card_answers(self, account: str, *answers: str) -> None:
        """What the card of this customer answers next: paid, declined, unknown."""
        self.post("card", account=account, answers=list(answers))

    def journal(self) -> list[dict[str, Any]]:
        """Every operation that the centre holds, in its order."""
        lines: list[dict[str, Any]] = []
        while True:
            page = self.get("journal", store=STORE, after=lines[-1]["seq"] if lines else 0)["ops"]
            if not page:
                return lines
            lines += page


def account_id(one: Customer) -> str:
    return f"account-{one.mailbox}"
