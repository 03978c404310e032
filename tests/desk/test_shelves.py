"""The shelf map at a real counter: what lies where, putting by scan, fetching in walking order (2.3)."""

from typing import Any

import pytest

from counter_app.desk import searches, shelves
from counter_app.domain.employee import Actor
from counter_app.domain.shelf import SHELF_KINDS
from counter_app.events import ShelvesChanged
from counter_app.store import state
from tests.counter_acts import everything, kinds, one, piece, ready_to_leave, refusal

CLERK, MANAGER = Actor("clerk-1", 1), Actor("meg", 4)


@pytest.fixture
def shop(counter: Any) -> Any:
    counter.account("a1", "101", "Ann Lee")
    counter.clerk()
    for code, zone, kind, turn, capacity in (
        ("B-2", "Back", "shelf", 20, 0),
        ("B-10", "Back", "bin", 0, 0),
        ("A-1", "Front", "folder", 10, 2),
    ):
        shelves.set_up(counter.desk, MANAGER, code, zone, kind, turn, capacity)
    return counter


def test_the_map_shows_each_shelf_in_walking_order_with_what_lies_there(shop: Any) -> None:
    for shelf in ("B-2", "B-2", "A-1", "Q-7", ""):
        piece(shop, MANAGER, shelf=shelf)
    shown = shelves.store_map(shop.desk, CLERK)
    assert [(one.code, one.zone, one.pieces, one.full) for one in shown.places] == [
        ("A-1", "Front", 1, False),
        ("B-2", "Back", 2, False),
        ("B-10", "Back", 0, False),
        ("Q-7", "", 1, False),
    ]
    assert (shown.without_place, shown.searched_for, shown.pieces) == (1, 0, 5)
    assert shown.places[3].shelf is None, "nobody has set it up, and still it is shown: a piece lies there"


def test_what_went_out_is_not_on_the_map_and_what_is_searched_for_is_counted_apart(shop: Any) -> None:
    gone, missed, _ = (piece(shop, MANAGER, shelf="B-2") for _ in range(3))
    pickup_id = ready_to_leave(shop, MANAGER, [gone])
    from counter_app.desk import pickups

    pickups.hand_over(shop.desk, MANAGER, pickup_id)
    searches.report(shop.desk, CLERK, missed.id)
    shown = shelves.store_map(shop.desk, CLERK)
    assert [one.pieces for one in shown.places if one.code == "B-2"] == [1]
    assert (shown.without_place, shown.searched_for, shown.pieces) == (0, 1, 2)


def test_a_scan_in_front_of_the_shelves_is_a_shelf_a_piece_or_nothing(shop: Any) -> None:
    item = piece(shop, MANAGER, shelf="B-2", tracking="1Z999AA10123456784")
    shown = shelves.recognise(shop.desk, CLERK, " b-2 ")
    assert (shown.kind, shown.place.code, shown.place.pieces) == ("shelf", "B-2", 1)
    assert shelves.recognise(shop.desk, CLERK, item.mail_id).item.id == item.id
    assert shelves.recognise(shop.desk, CLERK, "1Z999AA10123456784").item.id == item.id
    new = shelves.recognise(shop.desk, CLERK, "D-4")
    assert (new.kind, new.place.shelf, new.place.pieces) == ("shelf", None, 0)
    assert shelves.recognise(shop.desk, CLERK, "https://example.org").kind == "unknown"


def test_a_piece_is_put_on_the_shelf_that_was_scanned(shop: Any) -> None:
    item = piece(shop, MANAGER, shelf="B-2")
    put = shelves.put(shop.desk, CLERK, item.id, "a-1")
    assert (put.item.shelf, put.before, put.place.pieces, put.full, put.was_searched) == ("A-1", "B-2", 1, False, False)
    assert kinds(shop.desk)[-1] == "item.moved"


def test_a_shelf_that_is_full_warns_and_still_takes_the_piece(shop: Any) -> None:
    last = [shelves.put(shop.desk, CLERK, piece(shop, MANAGER).id, "A-1") for _ in range(3)]
    assert [one.full for one in last] == [False, False, True]
    assert [one.pieces for one in shelves.store_map(shop.desk, CLERK).places if one.code == "A-1"] == [3]


def test_an_unknown_shelf_is_asked_about_before_anything_is_put_there(shop: Any) -> None:
    item = piece(shop, MANAGER, shelf="B-2")
    before = everything(shop.desk)
    error = refusal(shelves.put, shop.desk, CLERK, item.id, "D-4")
    assert (error.code, error.facts["shelf"], everything(shop.desk) == before) == ("shelf.unknown", "D-4", True)
    assert shelves.put(shop.desk, CLERK, item.id, "D-4", anyway=True).item.shelf == "D-4"
    other = piece(shop, MANAGER)
    assert shelves.put(shop.desk, CLERK, other.id, "D-4").item.shelf == "D-4", "a piece lies there already: it is one"


def test_nothing_is_put_on_a_closed_shelf_and_what_lies_there_is_still_found(shop: Any) -> None:
    item = piece(shop, MANAGER, shelf="B-2")
    assert shelves.close(shop.desk, MANAGER, "B-2").state == "closed"
    assert shelves.close(shop.desk, MANAGER, "B-2").state == "closed", "twice is once"
    assert refusal(shelves.put, shop.desk, CLERK, item.id, "B-2").code == "shelf.closed"
    assert [one.id for one in shelves.lying(shop.desk, CLERK, "B-2")] == [item.id]
    assert shelves.reopen(shop.desk, MANAGER, "B-2").in_use
    assert shelves.put(shop.desk, CLERK, item.id, "B-2").item.shelf == "B-2"
    assert kinds(shop.desk).count("shelf.closed") == 1


@pytest.mark.parametrize(
    ("code", "changes", "refused"),
    [
        ("", {}, "item.shelf_wrong"),
        ("B 3", {}, "item.shelf_wrong"),
        ("B-3; DROP", {}, "item.shelf_wrong"),
        ("ABCDEFGHIJKLM", {}, "item.shelf_wrong"),
        ("B-3", {"zone": " "}, "shelf.zone_missing"),
        ("B-3", {"kind": "cupboard"}, "shelf.field_wrong"),
        ("B-3", {"turn": 10_000}, "shelf.field_wrong"),
        ("B-3", {"capacity": -1}, "shelf.field_wrong"),
    ],
)
def test_a_shelf_that_makes_no_sense_is_refused_and_nothing_is_written(
    shop: Any, code: str, changes: dict[str, Any], refused: str
) -> None:
    before = everything(shop.desk)
    assert refusal(shelves.set_up, shop.desk, MANAGER, code, **{"zone": "Back", **changes}).code == refused
    assert everything(shop.desk) == before


def test_setting_up_tells_and_the_same_code_again_changes_it(shop: Any) -> None:
    made = [shelves.set_up(shop.desk, MANAGER, "C-1", "Back", kind, 5, 9) for kind in SHELF_KINDS]
    assert {one.id for one in made} == {"shelf.C-1"}
    assert made[-1].kind == "returns"
    assert shop.told[-1] == ShelvesChanged("C-1")
    assert refusal(shelves.close, shop.desk, MANAGER, "Z-9").code == "shelf.unknown"
    assert refusal(shelves.reopen, shop.desk, MANAGER, "Z-9").code == "shelf.unknown"


def test_the_label_of_a_shelf_is_owed_once_it_is_set_up(shop: Any) -> None:
    shelves.print_label(shop.desk, CLERK, "B-2")
    payload = one(shop.desk, "SELECT payload FROM print_job WHERE kind = 'shelf_label'")
    assert '"code":"B-2"' in payload.replace(" ", "")
    assert refusal(shelves.print_label, shop.desk, CLERK, "Z-9").code == "shelf.unknown"


# ------------------------------------------------------------ fetching


def test_a_fetch_list_is_in_walking_order_for_any_set_of_pieces(shop: Any) -> None:
    where = ("", "B-10", "Q-7", "B-2", "A-1", "B-2")
    items = [piece(shop, MANAGER, shelf=shelf) for shelf in where]
    missed = piece(shop, MANAGER, shelf="A-1")
    searches.report(shop.desk, CLERK, missed.id)
    listed = shelves.fetch_list(shop.desk, [one.id for one in (*items, missed, items[0])] + ["nobody"])
    assert [(one.code, one.searched_for) for one in listed] == [
        ("A-1", False),
        ("B-2", False),
        ("B-2", False),
        ("B-10", False),
        ("Q-7", False),
        ("", False),
        ("A-1", True),
    ]
    assert [one.shelf.zone if one.shelf else "" for one in listed] == ["Front", "Back", "Back", "Back", "", "", "Front"]


def test_the_pull_sheet_has_the_pieces_as_one_walks(shop: Any) -> None:
    items = [piece(shop, MANAGER, shelf=shelf) for shelf in ("B-2", "A-1")]
    shelves.print_fetch_list(shop.desk, CLERK, "Ship 12", [one.id for one in items])
    with shop.desk.db.read() as connection:
        import json

        kind, payload, printer = connection.exec_driver_sql(
            "SELECT kind, payload, printer FROM print_job WHERE kind = 'pull_sheet'"
        ).one()
    said = json.loads(payload)
    assert (kind, printer, said["title"]) == ("pull_sheet", "receipt", "Ship 12")
    assert [line[:2] for line in said["lines"]] == [["A-1", items[1].mail_id], ["B-2", items[0].mail_id]]
    assert refusal(shelves.print_fetch_list, shop.desk, CLERK, "x", ["nobody"]).code == "fetch.nothing"


def test_more_pieces_than_fit_on_a_sheet_are_refused_with_how_many_do(shop: Any, monkeypatch: Any) -> None:
    monkeypatch.setattr(shelves, "SHEET_MAX", 1)
    items = [piece(shop, MANAGER).id for _ in range(2)]
    error = refusal(shelves.print_fetch_list, shop.desk, CLERK, "x", items)
    assert (error.code, error.facts) == ("fetch.too_many", {"most": 1, "count": 2})


def test_a_piece_that_is_gone_or_unknown_is_not_put_anywhere(shop: Any) -> None:
    item = piece(shop, MANAGER)
    pickup_id = ready_to_leave(shop, MANAGER, [item])
    from counter_app.desk import pickups

    pickups.hand_over(shop.desk, MANAGER, pickup_id)
    assert refusal(shelves.put, shop.desk, CLERK, item.id, "B-2").code == "item.not_on_shelf"
    assert refusal(shelves.put, shop.desk, CLERK, "nobody", "B-2").code == "item.unknown"
    with shop.desk.db.read() as connection:
        assert state.item(connection, item.id).shelf == ""
