"""The demo's page `/demo`: whoever tries Counter out plays the customer here. Served on loopback, with `--demo` only.

It asks for what the platform's interface can do: a pickup, a task, an answer to a price, and what the card answers.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from sqlalchemy import Connection, func, select

from central_service import platform
from central_service.console import customer_tasks, words
from central_service.console.figures import like
from central_service.console.markup import Child, Markup, el, foreign, icon
from central_service.console.parts import card, empty, facts, pill, said, table, two, when
from central_service.console.visit import Elsewhere, Shown, Visit
from central_service.platform_messages import CardAnswers, NewPickup
from central_service.refusal import Refusal
from central_service.shapes import ShapeError, read
from central_service.tables import charge, state_row, store
from counter_app.domain.mailbox import Account
from counter_app.domain.rows import from_plain

BOXES_MAX = 7
OTHERS_MAX = 8
"""Pieces that cannot be asked for: the newest are enough."""
CARRIERS = {"ups": "UPS", "usps": "USPS", "fedex": "FedEx", "amazon": "Amazon", "dhl": "DHL"}
CARD_ANSWERS = {
    "paid": "works",
    "declined": "is declined next time",
    "unknown": "does not answer next time",
}


@dataclass(frozen=True)
class Box:
    """The chosen mailbox with all that its customer may see."""

    store: str
    account: Account
    items: tuple[dict[str, Any], ...]
    pickups: tuple[dict[str, Any], ...]
    tasks: tuple[dict[str, Any], ...]
    charges: tuple[Any, ...]


def show(visit: Visit) -> Shown:
    """Choose a store and a mailbox; see its pieces and ask for them."""
    centre = visit.centre
    wanted = visit.asked("box")
    with visit.look() as connection:
        stores = connection.execute(select(store.c.store_id, store.c.name).order_by(store.c.name).limit(200)).all()
        ids = [one.store_id for one in stores]
        chosen = visit.asked("store") if visit.asked("store") in ids else (ids[0] if ids else "")
        found = _boxes(connection, chosen, wanted) if chosen else []
        account = visit.asked("account") or (found[0].id if len(found) == 1 else "")
        box = _box(connection, chosen, account) if account else None
    if not stores:
        nothing = empty(
            "store", "No store yet", "Start the demo with ./counter demo: it founds a store with customers and pieces."
        )
        return Shown("The customer's page", (_top(), card(nothing)))
    choose = card(
        el(
            "form",
            el("label", "Store", for_="store"),
            el(
                "select",
                [el("option", one.name, value=one.store_id, selected=one.store_id == chosen) for one in stores],
                id="store",
                name="store",
            ),
            el("label", "Mailbox or name", for_="box"),
            el(
                "div",
                el("input", type="search", id="box", name="box", value=wanted, maxlength=100),
                el("button", "Find"),
                class_="line",
            ),
            method="get",
            action="/demo",
            class_="stack",
        ),
        el("div", [_box_link(chosen, wanted, one, box) for one in found], class_="boxes")
        if found
        else el("p", "No mailbox of that number or name.", class_="muted"),
        title="Who are you today?",
    )
    if box is None:
        main: Child = card(
            empty(
                "user-round",
                "Choose a mailbox",
                "Its pieces, pickups and card appear here, as its customer would see them.",
            )
        )
        side: Child = None
    else:
        now_ms = centre.clock()
        tasks = customer_tasks.listed(visit, box.tasks, _hidden(box))
        main = (_pieces(visit, box), tasks, card(_pickups(box, now_ms), title="Pickups"))
        side = _card_of(visit, box)
    return Shown(
        "The customer's page",
        (_top(), said(visit), el("div", el("div", main), el("div", choose, side), class_="columns")),
        live=True,
    )


def _top() -> Markup:
    text = two(
        el("h1", "The customer's page"),
        "Demo: you play the customer. What you ask for here reaches the counter with its next exchange.",
    )
    return el("div", el("div", icon("mail"), class_="sign"), text, class_="topline")


def _boxes(connection: Connection, store_id: str, wanted: str) -> list[Account]:
    # Mailbox and name stand inside of the row: good enough for a demo's few hundred.
    query = select(state_row.c.id, state_row.c.row).where(
        state_row.c.store_id == store_id, state_row.c.entity == "account"
    )
    if wanted:
        query = query.where(
            func.lower(state_row.c.row).like(like(json.dumps(wanted, ensure_ascii=False)[1:-1]), escape="\\")
        )
    rows = [
        from_plain("account", json.loads(one.row))
        for one in connection.execute(query.order_by(state_row.c.id).limit(500))
    ]
    boxes = [one for one in rows if isinstance(one, Account)]
    exact = [one for one in boxes if one.mailbox == wanted]
    held = (
        select(state_row.c.account, func.count())
        .where(
            state_row.c.store_id == store_id,
            state_row.c.entity == "item",
            state_row.c.row.like('%"state":"received"%'),
        )
        .group_by(state_row.c.account)
    )
    holding = {row[0]: int(row[1]) for row in connection.execute(held)}
    return exact or sorted(boxes, key=lambda one: (-holding.get(one.id, 0), one.mailbox))[:BOXES_MAX]


def _box(connection: Connection, store_id: str, account: str) -> Box | None:
    def rows(entity: str, *, one: bool = False) -> list[dict[str, Any]]:
        column = state_row.c.id if one else state_row.c.account
        mine = (state_row.c.store_id == store_id, state_row.c.entity == entity, column == account)
        found = connection.execute(select(state_row.c.row).where(*mine).order_by(state_row.c.id.desc())).scalars()
        return [json.loads(text) for text in found]

    holder = rows("account", one=True)
    row = from_plain("account", holder[0]) if holder else None
    if not isinstance(row, Account):
        return None
    paid = connection.execute(
        select(charge).where(charge.c.store_id == store_id, charge.c.account == account).order_by(charge.c.key)
    ).all()
    return Box(store_id, row, tuple(rows("item")), tuple(rows("pickup")), tuple(rows("task")), tuple(paid))


def _box_link(store_id: str, wanted: str, one: Account, box: Box | None) -> Markup:
    query = {key: value for key, value in (("store", store_id), ("box", wanted), ("account", one.id)) if value}
    chosen = box is not None and box.account.id == one.id
    name = two(foreign(one.holder), ("PMB ", foreign(one.mailbox)))
    return el("a", name, href=f"/demo?{urlencode(query)}", aria_current="true" if chosen else None, class_="box")


def _is_free(item: dict[str, Any]) -> bool:
    return item.get("state") in platform.FREE and not item.get("task_id")


def _pieces(visit: Visit, box: Box) -> Markup:
    now_ms = visit.centre.clock()
    rows = []
    free = [one for one in box.items if _is_free(one)]
    others = [one for one in box.items if not _is_free(one)]
    for one in [*free, *others[:OTHERS_MAX]]:
        may = _is_free(one)
        text, kind = words.ITEM_STATES.get(one.get("state", ""), (words.state(str(one.get("state", ""))), "plain"))
        field = f"i-{one['id']}"
        tick = el("input", type="checkbox", name="item", value=one["id"], id=field, aria_label="Ask") if may else None
        carrier = CARRIERS.get(str(one.get("carrier", "")), "")
        what = f"{one.get('mail_type', '')} {carrier}".strip().replace("_", " ")
        name = two(what[:1].upper() + what[1:], foreign(str(one.get("tracking") or one.get("mail_id", ""))))
        rows.append(
            (
                tick,
                el("label", name, for_=field) if may else name,
                pill(text, kind),  # type: ignore[arg-type]
                when(int(one.get("received_ms", 0)), now_ms),
            )
        )
    nothing = empty(
        "package", "No pieces", "Receive one for this mailbox at the counter (F2); it appears here by itself."
    )
    listed = table("Pieces", ("", "Piece", "State", "Received"), rows, nothing)
    title = (foreign(box.account.holder), " · PMB ", foreign(box.account.mailbox))
    head = el("div", el("h2", title), pill(words.state(box.account.state)), class_="card-head")
    if not free:
        why = "None of the pieces is free to be asked for: a pickup needs one that is on the shelf."
        return card(head, listed, el("p", why, class_="muted") if box.items else None)
    ask = visit.post(
        "/demo/pickup",
        _hidden(box),
        listed,
        el(
            "div",
            el("span", "Tick the pieces, then say what is to be done.", class_="muted"),
            *customer_tasks.choice(),
            el("button", icon("hand-helping"), "Ask for a pickup", class_="primary"),
            class_="pager",
        ),
        class_="stack",
    )
    return card(head, ask)


def _hidden(box: Box) -> Child:
    return (
        el("input", type="hidden", name="store", value=box.store),
        el("input", type="hidden", name="account", value=box.account.id),
    )


def _pickups(box: Box, now_ms: int) -> Markup:
    rows = []
    for one in box.pickups:
        text, kind = words.PICKUP_STATES.get(one.get("state", ""), (words.state(str(one.get("state", ""))), "plain"))
        cents = int(one.get("amount_cents", 0))
        asked_ms = int(one.get("requested_ms", 0)) or int(one.get("handed_ms", 0))
        count = len(one.get("items", ()))
        rows.append(
            (
                two(
                    f"{count} piece{'' if count == 1 else 's'}",
                    "at the counter" if one.get("mode") == "walk_in" else "asked for",
                ),
                pill(text, kind),  # type: ignore[arg-type]
                words.money(cents) if cents else "–",
                when(asked_ms, now_ms) if asked_ms else "–",
            )
        )
    nothing = empty(
        "hand-helping", "No pickup yet", "Tick a piece above and ask for it: the counter sees it under Pickups (F4)."
    )
    return table("Pickups", ("What", "State", "#Price", "When"), rows, nothing)


def _card_of(visit: Visit, box: Box) -> Markup:
    buttons = [
        el(
            "label",
            el("input", type="radio", name="answer", value=key, checked=key == "paid"),
            f"It {text}",
            class_="pick",
        )
        for key, text in CARD_ANSWERS.items()
    ]
    lines = [(words.money(one.amount_cents), one.result or "open") for one in box.charges[-5:]]
    return card(
        visit.post(
            "/demo/card",
            _hidden(box),
            el("p", "The next time the counter charges this customer's card:", class_="muted"),
            buttons,
            el("button", "Set the card"),
            class_="stack",
        ),
        facts(*lines) if lines else None,
        title="The card",
    )


# ---------------------------------------------------------------- what a customer does


def pickup(visit: Visit) -> Elsewhere:
    """Ask for the ticked pieces."""
    body = {"store": visit.field("store"), "account": visit.field("account"), "items": list(visit.form.get("item", ()))}
    asked: NewPickup = _shaped(NewPickup, body)
    platform.make_pickup(visit.centre, asked)
    return _back(body["store"], body["account"], "pickup")


def task(visit: Visit) -> Elsewhere:
    """Ask for a task about the ticked pieces."""
    customer_tasks.ask(visit)
    return _back(visit.field("store"), visit.field("account"), "task")


def task_back(visit: Visit) -> Elsewhere:
    """Take a task back."""
    customer_tasks.take_back(visit)
    return _back(visit.field("store"), visit.field("account"), "task_back")


def task_price(visit: Visit) -> Elsewhere:
    """Answer a price."""
    customer_tasks.answer_price(visit)
    return _back(visit.field("store"), visit.field("account"), "price")


def card_answers(visit: Visit) -> Elsewhere:
    """Say what the card answers next."""
    answer = visit.field("answer")
    if answer not in CARD_ANSWERS:
        raise Refusal(400, "request.field_wrong", field="answer")
    account = visit.field("account")
    # A card that works is one that nothing else is told about.
    answers = [] if answer == "paid" else [answer]
    platform.set_card_answers(visit.centre, _shaped(CardAnswers, {"account": account, "answers": answers}))
    return _back(visit.field("store"), account, "card")


def _shaped(shape: Any, value: dict[str, Any]) -> Any:
    try:
        return read(shape, value)
    except ShapeError as error:
        raise Refusal(400, "request.field_wrong", field=error.field) from None


def _back(store_id: Any, account: Any, text: str) -> Elsewhere:
    return Elsewhere("/demo?" + urlencode({"store": store_id, "account": account, "said": text}))
