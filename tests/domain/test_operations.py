"""What an operation is made of: fields, types, limits, and the rows it touches."""

from typing import Any

import pytest

from counter_app.domain.employee import Actor
from counter_app.domain.operations import (
    KINDS,
    MalformedOperationError,
    Operation,
    checked_body,
    kind_of,
    touches,
)

NEEDED: dict[str, Any] = {
    "mail_type": "letter",
    "mode": "walk_in",
    "id_type": "passport",
    "result": "paid",
    "task_kind": "shred",
    "shelf_kind": "bin",
    "step": "boxes",
    "why": "no_show",
    "return_reason": "unknown",
    "outcome": "hold",
    "packaging": "box",
    "source": "store",
    "note_kind": "unreadable",
    "incident": "opened_by_mistake",
    "deposit_packaging": "letter",
    "deposit_service": "usps_priority",
}


def least(kind: str) -> dict[str, Any]:
    return {key: NEEDED[key] for key in KINDS[kind].fields if key in NEEDED}


def op(kind: str, entity_id: str = "x", **body: Any) -> Operation:
    return Operation("op1", kind, entity_id, Actor("c1", 6), 0, body)


@pytest.mark.parametrize("kind", KINDS)
def test_a_checked_body_has_every_field_and_checking_again_changes_nothing(kind: str) -> None:
    body = checked_body(kind, least(kind))
    assert set(body) == set(KINDS[kind].fields)
    assert checked_body(kind, body) == body
    defaults = {"int": 0, "list": (), "str": "", "json": ""}
    assert all(body[key] == NEEDED.get(key, defaults[typ]) for key, typ in KINDS[kind].fields.items())


@pytest.mark.parametrize("kind", KINDS)
def test_unknown_fields_are_refused(kind: str) -> None:
    with pytest.raises(MalformedOperationError, match=r"op\.field_unknown") as caught:
        checked_body(kind, {**least(kind), "surprise": "x"})
    assert caught.value.code == "op.field_unknown"


@pytest.mark.parametrize(("kind", "key"), [(kind.name, key) for kind in KINDS.values() for key in kind.fields])
def test_every_field_refuses_the_wrong_types(kind: str, key: str) -> None:
    typ = KINDS[kind].fields[key]
    wrong: list[Any] = [1.5, True, b"x", {"a": 1}, object()]
    wrong += {
        "int": ["1", -1, 2**53 + 1, [1]],
        "list": ["abc", 5, ["ok", 5], [None], [""], ["x" * 201], ["x"] * 501],
    }.get(typ, [5, ["x"], "x" * 4_001])
    for value in wrong:
        with pytest.raises(MalformedOperationError) as caught:
            checked_body(kind, {**least(kind), key: value})
        assert caught.value.code == "op.field_wrong"


@pytest.mark.parametrize("key", NEEDED)
def test_a_choice_is_needed_and_is_one_of_the_list(key: str) -> None:
    kind = next(name for name, one in KINDS.items() if key in one.fields)
    for body in ({}, {key: ""}, {key: "something else"}):
        with pytest.raises(MalformedOperationError):
            checked_body(kind, {**least(kind), **body} if body else {k: v for k, v in least(kind).items() if k != key})


def test_limits_are_inclusive() -> None:
    assert checked_body("item.weighed", {"weight_g": 2**53})["weight_g"] == 2**53
    assert len(checked_body("account.note_set", {"note": "n" * 4_000})["note"]) == 4_000  # type: ignore[arg-type]
    assert checked_body("pickup.pieces_added", {"items": ["x" * 200] * 500})["items"] == ("x" * 200,) * 500


def test_flags_are_known_flags() -> None:
    body = checked_body("item.received", {"mail_type": "letter", "flags": ["damaged", "perishable"]})
    assert body["flags"] == ("damaged", "perishable")
    with pytest.raises(MalformedOperationError):
        checked_body("item.received", {"mail_type": "letter", "flags": ["damaged", "explosive"]})


@pytest.mark.parametrize("text", ["yesterday", "2026-02-30", "20260102", "2026-1-2", "2026-W01-1", "2026-01-02T00:00"])
@pytest.mark.parametrize(
    ("kind", "key"),
    [
        ("item.received", "received_on"),
        ("account.state_set", "since"),
        ("account.state_set", "id_expires_on"),
        ("pickup.authorised", "until"),
    ],
)
def test_dates_are_iso_dates(kind: str, key: str, text: str) -> None:
    assert checked_body(kind, {**least(kind), key: "2028-02-29"})[key] == "2028-02-29"
    with pytest.raises(MalformedOperationError):
        checked_body(kind, {**least(kind), key: text})


@pytest.mark.parametrize("verdict", ["exact", "likely", "no", ""])
def test_the_verdict_on_a_name(verdict: str) -> None:
    assert checked_body("item.assigned", {"verdict": verdict})["verdict"] == verdict
    with pytest.raises(MalformedOperationError):
        checked_body("item.assigned", {"verdict": verdict + "!"})


def test_an_unknown_kind_is_malformed_everywhere() -> None:
    for act in (
        lambda: kind_of("item.eaten"),
        lambda: checked_body("item.eaten", {}),
        lambda: touches(op("item.eaten")),
    ):
        with pytest.raises(MalformedOperationError, match=r"op\.kind_unknown"):
            act()


@pytest.mark.parametrize("kind", KINDS)
def test_touches_names_its_own_row_first_and_every_piece_once(kind: str) -> None:
    rows = touches(op(kind, "p1", items=("i1", "i2", "i1")))
    if kind.startswith(("session.", "station.")):
        assert rows == ()
    else:
        pieces = (("item", "i1"), ("item", "i2")) if ("item", "items") in KINDS[kind].also_touches else ()
        assert rows == ((KINDS[kind].entity, "p1"), *pieces)


def test_the_kinds_that_move_pieces_along() -> None:
    assert {one.name for one in KINDS.values() if ("item", "items") in one.also_touches} == {
        "pickup.opened",
        "pickup.pieces_added",
        "pickup.pieces_left",
        "pickup.handed_over",
        "pickup.declined",
        "pickup.requested",
        "pickup.planned",
        "pickup.piece_fetched",
        "pickup.piece_missing",
        "pickup.courtesy_marked",
        "task.requested",
        "task.opened",
        "task.pieces_added",
        "task.declined",
        "task.cancelled",
        "task.handed_to_driver",
        "task.delivery_put_back",
        "task.delivered",
        "task.delivery_noted",
        "task.pieces_returned",
        "task.pieces_not_returned",
        "manifest.returns_handed_over",
        "manifest.parcels_handed_over",
        "consolidate.bundled",
        "consolidate.undone",
        "task.scan_completed",
        "task.put_on_pile",
        "task.rescued",
        "task.pile_shredded",
        "task.discarded",
        "task.deposit_sent",
    }


def test_the_kinds_that_say_where_one_piece_is() -> None:
    kinds = {one.name for one in KINDS.values() if ("item", "item") in one.also_touches}
    assert kinds == {"stocktake.piece_found", "task.piece_ticked", "task.piece_missing", "task.piece_left_out"}
    for kind in kinds:
        assert touches(op(kind, "t1", item="i1")) == ((KINDS[kind].entity, "t1"), ("item", "i1"))
        assert touches(op(kind, "t1")) == ((KINDS[kind].entity, "t1"),)


def test_personal_fields_are_fields_and_text() -> None:
    for kind in KINDS.values():
        assert all(kind.fields.get(key) in {"str", "json"} for key in kind.personal), kind.name


def test_names_of_people_are_personal_in_every_kind() -> None:
    people = {"name", "matched", "holder", "email", "phone", "names", "collectors", "collector", "note"}
    for kind in KINDS.values():
        assert people & set(kind.fields) <= kind.personal, kind.name


def test_an_erased_or_foreign_value_reads_as_nothing() -> None:
    one = op("item.received", mailbox=5, weight_g="heavy", flags="damaged")
    assert (one.text("mailbox"), one.text("name"), one.number("weight_g"), one.names("flags")) == ("", "", 0, ())
