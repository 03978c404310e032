"""What a tester who plays the customer asks for beside pickups: a scan, a parcel, shredding, a delivery (S-10)."""

from __future__ import annotations

from typing import Any

from central_service import platform
from central_service.console import words
from central_service.console.markup import Child, Markup, el, icon
from central_service.console.parts import card, empty, pill, table, two, when
from central_service.console.visit import Visit
from central_service.platform_messages import NewTask, PriceAnswer, TaskTakenBack
from central_service.refusal import Refusal
from central_service.shapes import ShapeError, read
from counter_app.domain.task import MOVES, TaskState

KINDS = {
    "scan": "Open and scan",
    "ship": "Ship",
    "consolidate": "Consolidate",
    "shred": "Shred",
    "discard": "Discard",
    "check_deposit": "Deposit a check",
    "personal_delivery": "Deliver by driver",
}
_TERMS: dict[str, dict[str, Any]] = {
    "ship": {
        "to": {
            "name": "A. Customer",
            "line1": "5 Elm Street",
            "city": "Troy",
            "state": "NY",
            "postcode": "12180",
        },
        "carrier": "usps",
        "agreed_cents": 900,
    },
    "check_deposit": {
        "bank": "First Example Bank",
        "bank_address": "PO Box 12, Albany NY 12201",
        "bank_account": "000123456789",
        "agreed_cents": 2_000,
    },
    "personal_delivery": {"courier": "uber", "address": "5 Elm Street, Albany", "code": "2719"},
}
"""What an invented customer says beside the kind; a real portal asks for it."""
TAKEN_BACK_IN = {
    kind.value: frozenset(old.value for old, new in moves if new is TaskState.CANCELLED)
    for kind, moves in MOVES.items()
}
STATES: dict[str, tuple[str, str]] = {
    "requested": ("Asked for", "info"),
    "charging": ("Checking the card", "info"),
    "paid": ("Paid", "ok"),
    "payment_declined": ("Card declined", "bad"),
    "awaiting_customer": ("Your answer is needed", "warn"),
    "declined": ("Declined", "plain"),
    "cancelled": ("Taken back", "plain"),
    "handed_to_driver": ("With the driver", "info"),
}


def choice() -> tuple[Child, ...]:
    """The kinds, and the button that asks for one of them; inside the form of the pieces."""
    return (
        el("select", [el("option", text, value=key) for key, text in KINDS.items()], name="kind", aria_label="What"),
        el("button", icon("list-checks"), "Ask for it", formaction="/demo/task"),
    )


def listed(visit: Visit, tasks: tuple[dict[str, Any], ...], hidden: Child) -> Markup:
    """The tasks of a mailbox, with what its customer may still do about each."""
    now_ms = visit.centre.clock()
    rows = []
    for one in tasks:
        state = str(one.get("state", ""))
        text, kind = STATES.get(state, (words.state(state), "plain"))
        cents = int(one.get("amount_cents", 0))
        count = len(one.get("items", ()))
        rows.append(
            (
                two(KINDS.get(str(one.get("kind")), "Fee"), f"{count} piece{'' if count == 1 else 's'}"),
                pill(text, kind),  # type: ignore[arg-type]
                words.money(cents) if cents else "–",
                when(int(one.get("requested_ms", 0)), now_ms),
                _acts(visit, one, hidden),
            )
        )
    nothing = empty("list-checks", "No task yet", "Tick a piece above, choose what is to be done, and ask for it.")
    return card(table("Tasks", ("What", "State", "#Price", "When", ""), rows, nothing), title="Tasks")


def _acts(visit: Visit, one: dict[str, Any], hidden: Child) -> Child:
    task = el("input", type="hidden", name="task", value=str(one["id"]))
    if one.get("state") == TaskState.AWAITING_CUSTOMER.value:
        return visit.post(
            "/demo/task/price",
            hidden,
            task,
            el("button", "Yes", name="agreed", value="1"),
            el("button", "No", name="agreed", value="0"),
            class_="line",
        )
    if one.get("state") in TAKEN_BACK_IN.get(str(one.get("kind")), ()):
        return visit.post("/demo/task/back", hidden, task, el("button", "Take back"), class_="line")
    return ""


def ask(visit: Visit) -> None:
    """Ask for a task about the ticked pieces."""
    kind = visit.field("kind")
    body = {
        "store": visit.field("store"),
        "account": visit.field("account"),
        "kind": kind,
        "items": list(visit.form.get("item", ())),
        "terms": _TERMS.get(kind, {}),
    }
    platform.make_task(visit.centre, _shaped(NewTask, body))


def take_back(visit: Visit) -> None:
    """The customer does not want it any more."""
    platform.take_task_back(visit.centre, visit.field("task"), _shaped(TaskTakenBack, {"store": visit.field("store")}))


def answer_price(visit: Visit) -> None:
    """The customer says yes or no to a price."""
    agreed = visit.field("agreed")
    if agreed not in ("0", "1"):
        raise Refusal(400, "request.field_wrong", field="agreed")
    said = _shaped(PriceAnswer, {"store": visit.field("store"), "agreed": agreed == "1"})
    platform.answer_price(visit.centre, visit.field("task"), said)


def _shaped(shape: Any, value: dict[str, Any]) -> Any:
    try:
        return read(shape, value)
    except ShapeError as error:
        raise Refusal(400, "request.field_wrong", field=error.field) from None
