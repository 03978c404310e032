"""What the platform (sign-up, customer portal, office) does here. Its acts become operations of the centre."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, delete, func, insert, select

from central_service.book import Book
from central_service.centre import Centre
from central_service.clerks import hasher
from central_service.journal import CENTRE_DEVICE, act
from central_service.messages import Nothing
from central_service.payments import CardSimulator
from central_service.platform_messages import (
    CardAnswers,
    ChargeLine,
    CollectorOnForm,
    DeliveryDone,
    DriverCode,
    ItemsOf,
    JournalLine,
    JournalOf,
    JournalPage,
    Made,
    NameOnForm,
    NewAccount,
    NewPickup,
    NewStore,
    NewTask,
    PriceAnswer,
    SetAccountNames,
    SetAccountState,
    SetEmployee,
    TaskTakenBack,
)
from central_service.refusal import Refusal
from central_service.tables import charge, device, employee_secret, journal, quarantine, state_row, store, stream_head
from counter_app.domain.delivery import DeliveryTask, sealed_code, spoken_code
from counter_app.domain.mail_item import ItemState, MailItem
from counter_app.domain.mailbox import Account, AccountState, way_to
from counter_app.domain.pickup_terms import appointment_refused, terms_from
from counter_app.domain.service_level import ZONE, hours_from
from counter_app.domain.task import Task, TaskKind
from counter_app.domain.values import new_id

FREE = (ItemState.RECEIVED.value, ItemState.SCANNED.value)
"""On the shelf and in no task; a piece without an account can't be asked for."""
JOURNAL_PAGE = 10_000


def make_store(centre: Centre, asked: NewStore) -> Made:
    """A store with its stream and the centre's own device; Refusal 409 `store.exists`."""

    def work(connection: Connection) -> Made:
        if connection.execute(select(store.c.store_id).where(store.c.store_id == asked.store)).first():
            raise Refusal(409, "store.exists")
        settings = json.dumps(asked.settings)
        connection.execute(
            insert(store).values(store_id=asked.store, org=asked.org, name=asked.name, settings=settings)
        )
        connection.execute(insert(stream_head).values(store_id=asked.store, seq=0))
        own = {"id": CENTRE_DEVICE, "name": "Central service", "public_key": centre.keys.public_hex}
        # Nobody asks for a token as the centre: revoked for that, good for its signatures.
        connection.execute(insert(device).values(store_id=asked.store, revoked=1, **own))
        return Made(asked.store)

    return centre.db.transact(work, asked.store)


def set_employee(centre: Centre, asked: SetEmployee) -> Made:
    """An employee, new or changed; Refusal 409 `employee.email_taken`, 400 without any password."""
    secret = hasher.hash(asked.password) if asked.password else ""
    email = asked.email.strip().lower()

    def work(connection: Connection) -> Made:
        book, org = _open(centre, connection, asked.store)
        employee = asked.id or new_id(book.now_ms, centre.entropy(10))
        mine = employee_secret.c.store_id == asked.store
        holder = connection.execute(select(employee_secret).where(mine, employee_secret.c.email == email)).first()
        if holder is not None and holder.employee != employee:
            raise Refusal(409, "employee.email_taken")
        before = connection.execute(
            select(employee_secret.c.hash).where(mine, employee_secret.c.employee == employee)
        ).scalar_one_or_none()
        if not secret and before is None:
            raise Refusal(400, "employee.password_needed")
        body = {"name": asked.name, "email": asked.email, "level": asked.level, "active": int(asked.active)}
        act(centre, book, org, "employee.set", employee, body)
        connection.execute(delete(employee_secret).where(mine, employee_secret.c.employee == employee))
        values = {"store_id": asked.store, "employee": employee, "email": email, "hash": secret or before}
        connection.execute(insert(employee_secret).values(**values))
        book.close()
        return Made(employee)

    return centre.db.transact(work, asked.store)


def make_account(centre: Centre, asked: NewAccount) -> Made:
    """A mailbox account, walked to the state it is in; Refusal 409 `account.exists`, 400 `account.state_unknown`."""
    try:
        way = way_to(AccountState(asked.state or AccountState.SIGNED_UP.value))
    except ValueError:
        raise Refusal(400, "account.state_unknown") from None

    def work(connection: Connection) -> Made:
        book, org = _open(centre, connection, asked.store)
        account = asked.id or new_id(book.now_ms, centre.entropy(10))
        if book.row("account", account) is not None:
            raise Refusal(409, "account.exists")
        body = {
            "mailbox": asked.mailbox,
            "holder": asked.holder,
            "email": asked.email,
            "phone": asked.phone,
            "plan": asked.plan,
            "restricted_delivery": asked.restricted_delivery,
            **_frozen(asked.names, asked.collectors),
        }
        act(centre, book, org, "account.registered", account, body)
        for state in way:
            act(centre, book, org, "account.state_set", account, {"state": state.value, "since": asked.since})
        if asked.id_expires_on:
            act(centre, book, org, "account.state_set", account, {"id_expires_on": asked.id_expires_on})
        book.close()
        return Made(account)

    return centre.db.transact(work, asked.store)


def set_account_state(centre: Centre, account: str, asked: SetAccountState) -> Made:
    """A move of an account by the table of moves (S-02); Refusal 409 `account.move_not_allowed`."""
    body = {
        "state": asked.state,
        "since": asked.since,
        "payment": asked.payment,
        "id_expires_on": asked.id_expires_on,
    }

    def work(connection: Connection) -> Made:
        book, org = _open(centre, connection, asked.store)
        _account(book, account)
        try:
            act(centre, book, org, "account.state_set", account, body)
        except Refusal as refusal:
            if refusal.code == "op.contested":
                raise Refusal(409, "account.move_not_allowed", state=asked.state) from None
            raise
        book.close()
        return Made(account)

    return centre.db.transact(work, asked.store)


def set_account_names(centre: Centre, account: str, asked: SetAccountNames) -> Made:
    """The names and collectors of an account, replaced (S-09)."""

    def work(connection: Connection) -> Made:
        book, org = _open(centre, connection, asked.store)
        _account(book, account)
        body = {**_frozen(asked.names, asked.collectors), "restricted_delivery": asked.restricted_delivery}
        act(centre, book, org, "account.names_set", account, body)
        book.close()
        return Made(account)

    return centre.db.transact(work, asked.store)


def make_pickup(centre: Centre, asked: NewPickup) -> Made:
    """A pickup that a customer asked for. Refusal 409 `pickup.items_not_free` names the pieces that are not on the
    shelf, not of that account, or in another task; 409 with the mailbox's reason when its state allows no tasks; 409
    `pickup.too_soon`, `pickup.store_closed`, `pickup.appointment_missing` by the store's own terms, as at its counter.
    """

    def work(connection: Connection) -> Made:
        book, org = _open(centre, connection, asked.store)
        account = _account(book, asked.account)
        if not account.rule.tasks:
            raise Refusal(409, account.rule.reason)
        book.load([("item", item) for item in asked.items])
        taken = [item for item in asked.items if not _free(book, item, asked.account)]
        if taken:
            raise Refusal(409, "pickup.items_not_free", items=taken)
        _demand_appointment(connection, asked, book.now_ms)
        pickup = new_id(book.now_ms, centre.entropy(10))
        body = {
            "account": asked.account,
            "mailbox": account.mailbox,
            "items": list(dict.fromkeys(asked.items)),
            "appointment_ms": asked.appointment_ms,
        }
        act(centre, book, org, "pickup.requested", pickup, body)
        book.close()
        return Made(pickup)

    return centre.db.transact(work, asked.store)


def _demand_appointment(connection: Connection, asked: NewPickup, now_ms: int) -> None:
    text = connection.execute(select(store.c.settings).where(store.c.store_id == asked.store)).scalar_one()
    try:
        settings = json.loads(text)
        hours = hours_from(str(settings.get("zone") or ZONE), settings.get("hours") or {})
        terms = terms_from(settings.get("pickups") or {})
    except (ValueError, TypeError, AttributeError, KeyError, IndexError):
        raise Refusal(409, "store.settings_wrong") from None
    refused, earliest = appointment_refused(terms, hours, asked.appointment_ms, now_ms)
    if refused:
        raise Refusal(409, refused, **({"earliest_ms": int(earliest.timestamp() * 1000)} if earliest else {}))


def make_task(centre: Centre, asked: NewTask) -> Made:
    """A task that a customer asked for. Refusal 409 `task.items_not_free` names the pieces that are not on the shelf,
    not of that account, or in another task; 409 with the mailbox's reason when its state allows no tasks; 400 for terms
    that its kind does not understand. The `code` in the terms of a delivery is sealed before anything is written."""
    terms = _sealed(centre, asked)

    def work(connection: Connection) -> Made:
        book, org = _open(centre, connection, asked.store)
        account = _account(book, asked.account)
        if not account.rule.tasks:
            raise Refusal(409, account.rule.reason)
        book.load([("item", item) for item in asked.items])
        taken = [item for item in asked.items if not _free(book, item, asked.account)]
        if taken:
            raise Refusal(409, "task.items_not_free", items=taken)
        task = new_id(book.now_ms, centre.entropy(10))
        body = {
            "task_kind": asked.kind,
            "account": asked.account,
            "mailbox": account.mailbox,
            "items": list(dict.fromkeys(asked.items)),
            "wanted_ms": asked.wanted_ms,
            "instructions": asked.instructions,
            "terms": json.dumps(terms),
        }
        try:
            act(centre, book, org, "task.requested", task, body)
        except Refusal as refusal:
            if refusal.code == "op.field_wrong":
                raise Refusal(400, "request.field_wrong", field="terms") from None
            raise
        book.close()
        return Made(task)

    return centre.db.transact(work, asked.store)


def take_task_back(centre: Centre, task: str, asked: TaskTakenBack) -> Made:
    """The customer does not want it any more; Refusal 409 `task.too_late` once it is charged or out of the house."""

    def body(row: Task) -> dict[str, Any]:
        return {"reason": asked.reason, "items": list(row.items)}

    return _act_on_task(centre, task, asked.store, "task.cancelled", body, refused="task.too_late")


def answer_price(centre: Centre, task: str, asked: PriceAnswer) -> Made:
    """The customer's answer to a price; Refusal 409 `task.not_asked` when nobody has asked him. After a no the task is
    his to take back, or the store's to decline."""

    def body(row: Task) -> dict[str, Any]:
        return {"amount_cents": row.amount_cents, "agreed": int(asked.agreed)}

    return _act_on_task(centre, task, asked.store, "task.customer_answered", body, refused="task.not_asked")


def note_delivered(centre: Centre, task: str, asked: DeliveryDone) -> Made:
    """The customer has what the driver took; Refusal 409 `delivery.not_out` when no driver has it."""

    def body(row: Task) -> dict[str, Any]:
        out = row.out if isinstance(row, DeliveryTask) else ()
        return {"delivered_ms": asked.delivered_ms, "items": list(out)}

    return _act_on_task(centre, task, asked.store, "task.delivered", body, refused="delivery.not_out")


def send_code(centre: Centre, task: str, asked: DriverCode) -> Made:
    """The code of a delivery, its first or a new one (three more tries); Refusal 409 `delivery.too_late` once the
    driver has the pieces, 400 for a code without a letter or digit."""
    sealed = _code(centre, asked.code)

    def body(row: Task) -> dict[str, Any]:
        return {**sealed, "courier": asked.courier}

    return _act_on_task(centre, task, asked.store, "task.code_sent", body, refused="delivery.too_late")


def _sealed(centre: Centre, asked: NewTask) -> dict[str, Any]:
    if asked.kind != TaskKind.PERSONAL_DELIVERY.value or "code" not in asked.terms:
        return dict(asked.terms)
    rest = {key: value for key, value in asked.terms.items() if key != "code"}
    return {**rest, **_code(centre, str(asked.terms["code"]))}


def _code(centre: Centre, code: str) -> dict[str, str]:
    if not spoken_code(code):
        raise Refusal(400, "request.field_wrong", field="code")
    return sealed_code(code, centre.entropy(16).hex())


def _act_on_task(
    centre: Centre, task: str, store_id: str, kind: str, body: Callable[[Task], dict[str, Any]], refused: str
) -> Made:
    def work(connection: Connection) -> Made:
        book, org = _open(centre, connection, store_id)
        row = book.row("task", task)
        if not isinstance(row, Task):
            raise Refusal(404, "task.unknown")
        try:
            act(centre, book, org, kind, task, body(row))
        except Refusal as refusal:
            if refusal.code == "op.contested":
                raise Refusal(409, refused, state=row.state) from None
            raise
        book.close()
        return Made(task)

    return centre.db.transact(work, store_id)


def _free(book: Book, item: str, account: str) -> bool:
    row = book.row("item", item)
    return isinstance(row, MailItem) and row.account_id == account and row.state in FREE and not row.task_id


def _open(centre: Centre, connection: Connection, store_id: str) -> tuple[Book, str]:
    book = Book(connection, store_id, 1, centre.clock())
    return book, connection.execute(select(store.c.org).where(store.c.store_id == store_id)).scalar_one()


def _account(book: Book, account: str) -> Account:
    row = book.row("account", account)
    if not isinstance(row, Account):
        raise Refusal(404, "account.unknown")
    return row


def _frozen(names: Sequence[NameOnForm], collectors: Sequence[CollectorOnForm]) -> dict[str, str]:
    return {
        "names": msgspec.json.encode(names).decode(),
        "collectors": msgspec.json.encode(collectors).decode(),
    }


# ---------------------------------------------------------------- what the platform looks at


def items(centre: Centre, asked: ItemsOf) -> tuple[dict[str, Any], ...]:
    """The pieces of a store, of one account when it is named, as plain rows."""
    return _rows(centre, asked.store, "item", asked.account)


def pickups(centre: Centre, store_id: str) -> tuple[dict[str, Any], ...]:
    """The pickups of a store as plain rows."""
    return _rows(centre, store_id, "pickup", "")


def tasks(centre: Centre, store_id: str) -> tuple[dict[str, Any], ...]:
    """The tasks of a store as plain rows."""
    return _rows(centre, store_id, "task", "")


def _rows(centre: Centre, store_id: str, entity: str, account: str) -> tuple[dict[str, Any], ...]:
    query = select(state_row.c.row).where(state_row.c.store_id == store_id, state_row.c.entity == entity)
    if account:
        query = query.where(state_row.c.account == account)
    with centre.db.read(store_id) as connection:
        _must_exist(connection, store_id)
        return tuple(json.loads(text) for text in connection.execute(query.order_by(state_row.c.id)).scalars())


def journal_page(centre: Centre, asked: JournalOf) -> JournalPage:
    """The journal of a store in the order of seq."""
    mine = journal.c.store_id == asked.store
    after = int(asked.after or 0)
    with centre.db.read(asked.store) as connection:
        _must_exist(connection, asked.store)
        counted = connection.execute(select(journal.c.kind, func.count()).where(mine).group_by(journal.c.kind))
        by_kind = {row[0]: int(row[1]) for row in counted}
        found = connection.execute(
            select(journal).where(mine, journal.c.seq > after).order_by(journal.c.seq).limit(JOURNAL_PAGE)
        )
        ops = tuple(JournalLine(r.op_id, r.kind, r.status, r.device, r.n, r.seq, r.code) for r in found)
        aside = connection.execute(
            select(func.count()).select_from(quarantine).where(quarantine.c.store_id == asked.store)
        ).scalar_one()
    return JournalPage(sum(by_kind.values()), by_kind, ops, aside)


def charges(centre: Centre, store_id: str) -> tuple[ChargeLine, ...]:
    """Every charge of a store."""
    with centre.db.read(store_id) as connection:
        _must_exist(connection, store_id)
        found = connection.execute(select(charge).where(charge.c.store_id == store_id).order_by(charge.c.key))
        return tuple(ChargeLine(r.key, r.pickup, r.account, r.amount_cents, r.result, r.asked) for r in found)


def _must_exist(connection: Connection, store_id: str) -> None:
    if connection.execute(select(store.c.store_id).where(store.c.store_id == store_id)).first() is None:
        raise Refusal(404, "store.unknown")


def set_card_answers(centre: Centre, asked: CardAnswers) -> Nothing:
    """Tell the card simulator what to answer; Refusal 404 when a real gateway is at work."""
    if not isinstance(centre.gateway, CardSimulator):
        raise Refusal(404, "request.not_found")
    centre.gateway.answer_next(asked.account, asked.answers)
    return Nothing()
