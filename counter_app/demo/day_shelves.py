"""In front of the shelves: pieces are put by scan, a shelf is counted, a missing piece is found, a story is told."""

from __future__ import annotations

from typing import Any

from counter_app.demo.day_receive import received
from counter_app.demo.world import World
from counter_app.domain.mail_item import MailItem
from counter_app.store import state

HERE, ELSEWHERE = "T-1", "T-2"
CUSTOMER = 12


def _now(world: World, item: MailItem) -> MailItem:
    with world.station.db.read() as connection:
        found = state.item(connection, item.id)
    return found or item


def _part(world: World, name: str) -> Any:
    """One of the parts of the room, once it shows."""
    page: Any = world.hand.window.pages["shelves"]
    world.hand.go("shelves")
    page.turn_to(name)
    world.hand.wait(lambda: not world.doing.at_work, "the shelves to be there")
    return page.part


def _put(world: World, shelf: str, items: list[MailItem]) -> None:
    part = _part(world, "map")
    part.left()
    world.scan(shelf)
    world.hand.wait(lambda: part.open_shelf == shelf or world.hand.find("Use it as it is"), "the shelf to be asked for")
    if part.open_shelf != shelf:
        world.hand.press("Use it as it is")
        world.hand.wait(lambda: part.open_shelf == shelf, "the shelf to be open")
    for item in items:
        world.scan(item.mail_id)
        world.hand.wait(lambda item=item: _now(world, item).shelf == shelf, "the piece on its shelf")  # type: ignore[misc]


def put_away(world: World) -> None:
    """pieces are put on shelves by scan: a shelf, then its pieces"""
    report, customer = world.report, world.customer(CUSTOMER)
    items = [received(world, world.number(), customer) for _ in range(3)]
    _put(world, HERE, items[:2])
    _put(world, ELSEWHERE, items[2:])
    report.check(
        "a shelf, then its pieces: each has its place", [_now(world, one).shelf for one in items[:2]] == [HERE] * 2
    )
    world.hand.picture("shelf-map")
    world.shelved = items


def counted(world: World) -> None:
    """a shelf is counted: one piece is missing and one is there too many"""
    report, hand = world.report, world.hand
    here, missing, stray = world.shelved
    part = _part(world, "count")
    for code in (HERE, here.mail_id, stray.mail_id):
        world.scan(code)
        hand.wait(lambda: part.shelf == HERE and not world.doing.at_work, "the count to go on")
    told = hand.wait(
        lambda: part.count is not None and len(part.count.right) == 1 and part.count.misplaced and part.count,
        "what was scanned to be counted",
    )
    report.check("the count shows what is missing", [one.id for one in told.missing] == [missing.id])
    report.check("and what is there too many", [one.where for one in told.misplaced] == [ELSEWHERE])
    hand.picture("shelf-count")
    part.move_all_here()
    hand.wait(lambda: _now(world, stray).shelf == HERE, "the stray piece to belong here")
    part.ask_end()
    hand.press("End and search")
    hand.wait(lambda: _now(world, missing).searched_for, "the missing piece to be searched for")
    report.check("after the count the missing piece is searched for", _now(world, missing).last_shelf == HERE)
    _part(world, "missing")
    report.check("the search says where it was seen last", hand.sees("Last seen"))
    hand.picture("missing")


def found_again(world: World) -> None:
    """the missing piece is found again by a scan in another room"""
    missing = world.shelved[1]
    world.hand.go("today")
    world.scan(missing.mail_id)
    world.hand.wait(lambda: not _now(world, missing).searched_for, "the search to be over")
    world.report.check("a scan in any room ends the search", not _now(world, missing).searched_for)
    _put(world, HERE, [missing])
    world.all_sent()
    there = world.shop.platform.get("items", store="northgate")
    same: dict[str, Any] = next((row for row in there if row["id"] == missing.id), {})
    world.report.check("the centre knows where it lies again", same.get("state") == "received", same.get("shelf", HERE))


def story(world: World) -> None:
    """the story of a piece is told and saved as a PDF"""
    hand, report, item = world.hand, world.report, world.shelved[1]
    hand.window.go("story", item_id=item.id)
    page: Any = hand.window.pages["story"]
    told = hand.wait(lambda: page.story is not None and page.story.item.id == item.id and page.story, "the story")
    kinds = [one.kind for one in told.events]
    wanted = ["item.received", "item.moved", "stocktake.ended", "item.found", "item.moved"]
    report.check("its story has every act in order", kinds == wanted, ", ".join(kinds))
    report.check(
        "every act of it carries its anchor and was sent", all(one.n and one.sent == "sent" for one in told.events)
    )
    hand.picture("story")
    path = world.folder / "pictures" / "story.pdf"
    page.export.write(told, path, "Letter")
    report.check("it is saved as a PDF", path.read_bytes().startswith(b"%PDF-"), path.stat().st_size)
    hand.go("today")


STEPS = (put_away, counted, found_again, story)
