"""What lies where by the register; and, within an act of any room, a piece missing or there again (2.3, 2.11)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.mail_item import ItemState, MailItem
from counter_app.domain.shelf import Shelf, shelf_id
from counter_app.events import PieceChanged
from counter_app.store import state

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from counter_app.desk.context import Act

_HERE = "state IN ('unassigned', 'received', 'in_task', 'scanned')"
"""Word for word as the index has it (migration 0009)."""
_SEARCHED = "json_extract(data, '$.searching_ms') > 0"
LYING_MAX = 500


@dataclass(frozen=True, slots=True)
class Place:
    """A shelf with what lies there. `shelf` is None for a code that nobody has set up."""

    code: str
    shelf: Shelf | None
    pieces: int

    @property
    def full(self) -> bool:
        return self.shelf is not None and 0 < self.shelf.capacity <= self.pieces

    @property
    def zone(self) -> str:
        return self.shelf.zone if self.shelf else ""


def name_of(connection: Connection, clerk_id: str) -> str:
    """A clerk as people call him; his id where this station has never heard his name."""
    sql = (
        "SELECT name FROM employee WHERE id = ? AND name <> '' "
        "UNION ALL SELECT name FROM verifier WHERE clerk_id = ? AND name <> '' LIMIT 1"
    )
    row = connection.exec_driver_sql(sql, (clerk_id, clerk_id)).first()
    return str(row[0]) if row else clerk_id


def place_at(connection: Connection, code: str) -> Place:
    """The place with this code, set up or not, and how many pieces lie there."""
    sql = f"SELECT count(*) FROM item WHERE shelf = ? AND {_HERE}"  # noqa: S608 - own constant
    return Place(code, shelf_named(connection, code), int(connection.exec_driver_sql(sql, (code,)).scalar_one()))


def shelf_named(connection: Connection, code: str) -> Shelf | None:
    """The shelf with this code as it was set up, or None."""
    row = state.get(connection, "shelf", shelf_id(code)) if code else None
    return row if isinstance(row, Shelf) else None


def all_shelves(connection: Connection) -> list[Shelf]:
    """Every shelf that was ever set up, closed ones too."""
    rows = connection.exec_driver_sql("SELECT id FROM shelf").all()
    return [one for row in rows if isinstance(one := state.get(connection, "shelf", row[0]), Shelf)]


def pieces_on(connection: Connection, code: str) -> list[MailItem]:
    """What the register has on a shelf, the longest waiting first; at most 500."""
    sql = f"SELECT id FROM item WHERE shelf = ? AND {_HERE} ORDER BY received_ms, id LIMIT ?"  # noqa: S608
    rows = connection.exec_driver_sql(sql, (code, LYING_MAX)).all()
    return [found for row in rows if (found := state.item(connection, row[0]))]


def counted_by_shelf(connection: Connection) -> dict[str, int]:
    """Pieces by the code of their shelf; "" for those that have none, which those that are searched for are among."""
    sql = f"SELECT shelf, count(*) FROM item WHERE {_HERE} GROUP BY shelf"  # noqa: S608 - own constant
    return {row[0]: row[1] for row in connection.exec_driver_sql(sql)}


def count_searched(connection: Connection) -> int:
    """How many pieces are searched for; such a piece has no shelf."""
    sql = f"SELECT count(*) FROM item WHERE shelf = '' AND {_HERE} AND {_SEARCHED}"  # noqa: S608 - own constants
    return int(connection.exec_driver_sql(sql).scalar_one())


def searched_ids(connection: Connection) -> list[str]:
    """The pieces that are searched for, the longest first, then those that were declared lost; at most 500."""
    sql = (
        f"SELECT id, json_extract(data, '$.searching_ms') AS since, 0 AS lost FROM item "  # noqa: S608 - own constants
        f"WHERE shelf = '' AND {_HERE} AND {_SEARCHED} "
        "UNION ALL SELECT id, json_extract(data, '$.searching_ms'), 1 FROM item WHERE state = 'lost' "
        "ORDER BY lost, since, id LIMIT ?"
    )
    return [row[0] for row in connection.exec_driver_sql(sql, (LYING_MAX,))]


def note_missing(act: Act, item_id: str) -> None:
    """Within another act: the piece is not where it should be. Nothing is written when that is known already."""
    item = state.item(act.connection, item_id)
    if item is not None and item.on_the_shelf and not item.searched_for:
        done = act.write("item.missed", item_id, shelf=item.shelf)
        act.tell(PieceChanged(item_id, "item.missed", done.op.op_id))


def note_seen(act: Act, item_id: str) -> None:
    """Within another act: somebody has the piece in hand. Nothing is written unless it was searched for."""
    item = state.item(act.connection, item_id)
    if item is not None and (item.searched_for or item.state == ItemState.LOST.value):
        done = act.write("item.found", item_id, shelf="")
        act.tell(PieceChanged(item_id, "item.found", done.op.op_id))
