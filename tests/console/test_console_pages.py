"""What the console shows and does: figures, lists with pages and search, contested, quarantine, foreign texts."""

from __future__ import annotations

import json
import sqlite3
from html.parser import HTMLParser

import pytest

from central_service.console import figures
from central_service.console.chart import throughput
from central_service.console.markup import el, foreign
from central_service.console.parts import ago
from counter_app.domain import operations
from counter_app.domain.operations import KINDS
from tests.central.station import Station, fresh_id
from tests.console.conftest import Reader
from tests.console.street import OPERATOR, Street
from tests.security import hostile_strings


class Outline(HTMLParser):
    """Which elements a page is made of, and that each is closed."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.open: list[str] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag not in ("meta", "link", "input", "br"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_no_hostile_string_becomes_markup() -> None:
    plain = Outline(str(el("p", foreign("Ann"), title="Ann"))).tags
    for _, text in hostile_strings.all_strings():
        made = str(el("p", foreign(text), text, title=text))
        found = Outline(made)
        assert found.tags == plain, text
        assert found.attributes == {"title"}, text


def test_no_address_leads_away_from_this_server() -> None:
    for wrong in ("http://evil.example", "//evil.example", "javascript:alert(1)", "data:text/html,x", ""):
        with pytest.raises(ValueError, match="this server"):
            el("a", "x", href=wrong)


def test_names_from_outside_are_shown_as_they_are_on_every_page(street: Street, operator: Reader) -> None:
    evil = """<script>alert(1)</script>"><img src=x onerror=alert(2)>'{{7*7}}"""
    store = street.store(evil)
    op_id, _ = street.contested(store)
    street.quarantined(store)
    station = street.station(store)
    station.push(station.seal(station.core("<b>kind</b>", fresh_id(), {})))
    mark = marks(street, store)[0]
    paths = ["", "/stores", f"/stores/{store}", "/stations", "/contested", f"/contested/{store}/{op_id}", "/quarantine"]
    paths += [f"/quarantine/{store}/{mark}" for mark in marks(street, store)]
    paths += [f"/stores?q={evil}", "/stores?q=%3Cb%3E", f"/quarantine?q={evil}&show=<b>", "/acts?page=<b>"]
    for path in [*(f"/console{one}" for one in paths), f"/demo?store={store}&box={evil}&account=<b>"]:
        answer = operator.get(path)
        assert answer.status_code == 200, path
        assert "<script>alert" not in answer.text
        assert "<img" not in answer.text
        assert "<b>kind" not in answer.text
        Outline(answer.text)
    assert mark


def marks(street: Street, store: str) -> list[str]:
    with sqlite3.connect(street.path) as db:
        found = [row[0] for row in db.execute("SELECT mark FROM quarantine WHERE store_id = ?", (store,))]
    db.close()
    return found


def test_an_empty_service_says_what_will_stand_there(tmp_path) -> None:
    street = Street(tmp_path)
    reader = Reader(street.url)
    reader.sign_in()
    said = {
        "": "Nothing needs you",
        "/stores": "The platform founds stores",
        "/stations": "as soon as they are enrolled",
        "/contested": "both acts are kept",
        "/quarantine": "holds up nothing behind it",
        "/stations?show=silent": "as it should be",
    }
    for path, text in said.items():
        assert text in reader.get("/console" + path).text
    assert "No store yet" in reader.get("/demo").text
    reader.close()
    street.close()


def test_lists_have_pages_and_are_found_by_store(tmp_path) -> None:
    street = Street(tmp_path)
    for number in range(60):
        street.store(f"Corner {number:02d}%_", f"c{number:02d}")
    reader = Reader(street.url)
    reader.sign_in()
    first, last = reader.get("/console/stores").text, reader.get("/console/stores?page=3").text
    assert first.count("<tr>") == 26
    assert ("Corner 00" in first, "Corner 25" in first, "Corner 59" in last) == (True, False, True)
    assert "1 to 25 of 60" in first
    assert "51 to 60 of 60" in last
    assert 'rel="next"' not in last
    assert reader.get("/console/stores?page=99").text.count("<tr>") == 11
    for odd in ("-1", "0", "x", "٣", "9" * 30):
        assert "Corner 00" in reader.get(f"/console/stores?page={odd}").text
    assert reader.get("/console/stores?q=CORNER 07").text.count("<tr>") == 2
    assert reader.get("/console/stores?q=c12").text.count("<tr>") == 2
    assert reader.get("/console/stores?q=%25_").text.count("<tr>") == 26
    assert "No store of that name" in reader.get("/console/stores?q=n_r").text
    assert reader.get("/console/stores/nothing").status_code == 404
    reader.close()
    street.close()


def test_what_a_station_says_of_itself_stands_at_its_store(street: Street, operator: Reader) -> None:
    store = street.store("Reporting Street")
    station = street.station(store)
    assert "never" not in operator.get("/console/stations?q=Reporting").text  # it got a token just now
    street.report(station, version="9.8.7", waiting=1234, parked=2, photos=5, last_code="sync.too_slow")
    street.report(station, version="9.8.7", waiting=1233, parked=2, photos=5, last_code="sync.too_slow")
    page = operator.get("/console/stations?q=Reporting").text
    for text in ("9.8.7", "1\u202f233", "sync.too_slow", "just now"):
        assert text in page
    assert "Reporting" in operator.get("/console/stations?show=parked").text
    assert "Reporting" not in operator.get("/console/stations?show=silent").text
    assert "9.8.7" in operator.get(f"/console/stores/{store}").text


# ---------------------------------------------------------------- contested


def test_a_contested_act_shows_both_sides_and_the_store_is_told_once(street: Street, operator: Reader) -> None:
    store = street.store("Contested Street")
    op_id, item = street.contested(store)
    page = f"/console/contested/{store}/{op_id}"
    text = operator.get(page).text
    assert item in text
    assert text.count("Piece given to a mailbox") >= 3  # the title, and both sides
    assert ">12<" in text
    assert ">13<" in text
    assert "Lee" not in text  # whose piece it is is not the operator's business
    assert operator.post(f"{page}/tell", page).headers["Location"] == f"{page}?said=told"
    assert "told the store" in operator.get(page).text
    again = operator.post(f"{page}/tell", "/console/acts")
    assert (again.status_code, "case.closed" in again.text) == (409, True)
    assert op_id not in operator.get("/console/contested?q=Contested").text
    assert op_id in operator.get("/console/contested?show=told&q=Contested").text
    acts = operator.get("/console/acts").text
    assert "Told the store" in acts
    assert OPERATOR in acts


def test_every_station_of_the_store_hears_of_it_and_no_other(street: Street, operator: Reader) -> None:
    store, other = street.store("Told Street"), street.store("Untold Street")
    op_id, _ = street.contested(store)
    third, stranger = street.station(store), street.station(other)
    assert street.report(third)["notices"] == []
    page = f"/console/contested/{store}/{op_id}"
    operator.post(f"{page}/tell", page)
    assert [(one["op_id"], one["kind"]) for one in street.report(third)["notices"]] == [(op_id, "item.assigned")]
    assert street.report(stranger)["notices"] == []


def test_a_case_of_another_store_or_none_is_not_there(street: Street, operator: Reader) -> None:
    store, other = street.store("Own Street"), street.store("Other Street")
    op_id, _ = street.contested(store)
    street.quarantined(store)
    mark = marks(street, store)[0]
    for path in (f"contested/{other}/{op_id}", f"contested/{store}/nothing", f"quarantine/{other}/{mark}"):
        assert operator.get(f"/console/{path}").status_code == 404
    assert operator.post(f"/console/contested/{other}/{op_id}/tell", "/console").status_code == 404
    assert operator.post(f"/console/quarantine/{other}/{mark}/again", "/console").status_code == 404


# ---------------------------------------------------------------- quarantine


def blessed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The update of the service: from now on it knows these operations, which are like moves to a shelf."""
    from counter_app.domain import fold_items

    kind = KINDS["item.moved"]
    monkeypatch.setitem(operations.KINDS, "item.blessed", type(kind)(**{**as_dict(kind), "name": "item.blessed"}))
    monkeypatch.setitem(fold_items.STEPS, "item.blessed", fold_items.STEPS["item.moved"])


def as_dict(kind: operations.Kind) -> dict[str, object]:
    return {name: getattr(kind, name) for name in kind.__dataclass_fields__}


def aside(street: Street, store: str) -> tuple[Station, str, str]:
    """A piece whose next act is not understood, and another act behind it: (station, piece, mark)."""
    station = street.station(store)
    item = fresh_id()
    received = station.received(item=item)
    unknown = station.seal(station.core("item.blessed", item, {"shelf": "A-01"}))
    behind = station.received()
    said = station.push(received, unknown, behind)
    assert [one["status"] for one in said] == ["applied", "quarantined", "applied"]
    return station, item, marks(street, store)[0]


def test_what_still_cannot_be_read_stays_and_the_try_is_noted(street: Street, operator: Reader) -> None:
    store = street.store("Still Street")
    _, _, mark = aside(street, store)
    page = f"/console/quarantine/{store}/{mark}"
    assert operator.post(f"{page}/again", page).headers["Location"] == f"{page}?said=still"
    text = operator.get(f"{page}?said=still").text
    assert "still cannot be taken in" in text
    assert "Tried to take it in" in text
    assert "Take it in again" in text
    assert "Still Street" in operator.get("/console/quarantine?q=Still").text


def test_after_an_update_the_kept_bytes_are_taken_in_once(
    street: Street, operator: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = street.store("Again Street")
    station, item, mark = aside(street, store)
    cursor = station.pull()["next"]
    blessed(monkeypatch)
    page = f"/console/quarantine/{store}/{mark}"
    assert operator.post(f"{page}/again", page).headers["Location"] == f"{page}?said=taken"
    assert station.rows()["item"][item]["shelf"] == "A-01"
    pulled = station.pull(cursor)["tables"]["item"]
    assert [one[0] for one in pulled] == [item]  # a station that had all before gets it with the next page
    assert operator.post(f"{page}/again", "/console").status_code == 409
    assert "Take it in again" not in operator.get(page).text
    assert "Again Street" in operator.get("/console/quarantine?show=closed&q=Again").text
    # The chain goes on, and the first answer stands for a station that asks once more.
    assert station.push(station.received())[0]["status"] == "applied"


def test_a_line_that_never_was_in_the_journal_gets_its_place_there(
    street: Street, operator: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = street.store("Unsigned Street")
    station = street.station(store)
    op = station.received()
    unproven = {**op, "sig": "00" * 64}
    assert station.push(unproven)[0]["code"] == "op.signature_wrong"
    mark = marks(street, store)[0]
    page = f"/console/quarantine/{store}/{mark}"
    assert operator.post(f"{page}/again", page).headers["Location"] == f"{page}?said=still"
    # Say that the check was at fault and is mended.
    monkeypatch.setattr("central_service.arrival.signed_by", lambda *_: True)
    assert operator.post(f"{page}/again", page).headers["Location"] == f"{page}?said=taken"
    journal = street.platform.get("journal", store=store)["ops"]
    assert sum(one["kind"] == "item.received" for one in journal) == 1
    assert len(station.rows()["item"]) == 1


def test_what_has_no_place_in_the_chain_any_more_stays_where_it_is(
    street: Street, operator: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = street.store("Placeless Street")
    station = street.station(store)
    genesis, op = station.prev, station.received()
    assert station.push({**op, "sig": "00" * 64})[0]["code"] == "op.signature_wrong"
    station.n, station.prev = 0, genesis
    assert station.push(station.received())[0]["status"] == "applied"  # the true bytes of that place
    monkeypatch.setattr("central_service.arrival.signed_by", lambda *_: True)
    page = f"/console/quarantine/{store}/{marks(street, store)[0]}"
    assert operator.post(f"{page}/again", page).headers["Location"] == f"{page}?said=still"
    assert "op.no_place" in operator.get(page).text
    journal = street.platform.get("journal", store=store)["ops"]
    assert sum(one["kind"] == "item.received" for one in journal) == 1


def test_an_operation_that_raises_again_changes_nothing_and_is_noted(
    street: Street, operator: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = street.store("Raising Street")
    _, item, mark = aside(street, store)
    blessed(monkeypatch)
    from counter_app.domain import fold_items

    def raises(*_: object) -> None:
        raise KeyError("planted")

    monkeypatch.setitem(fold_items.STEPS, "item.blessed", raises)
    page = f"/console/quarantine/{store}/{mark}"
    assert operator.post(f"{page}/again", page).headers["Location"] == f"{page}?said=still"
    assert "op.raised" in operator.get(page).text
    assert item


def test_setting_aside_needs_a_reason_keeps_the_bytes_and_closes_the_case(street: Street, operator: Reader) -> None:
    store = street.store("Aside Street")
    _, _, mark = aside(street, store)
    page = f"/console/quarantine/{store}/{mark}"
    assert operator.post(f"{page}/aside", page, reason="  ").status_code == 400
    assert operator.post(f"{page}/aside", page, reason="x" * 201).status_code == 400
    done = operator.post(f"{page}/aside", page, reason="A <b>test</b> store,\n closed since May")
    assert done.headers["Location"] == f"{page}?said=aside"
    text = operator.get(page).text
    assert "A &lt;b&gt;test&lt;/b&gt; store, closed since May" in text
    assert marks(street, store) == [mark]
    assert operator.post(f"{page}/again", "/console").status_code == 409
    assert "Aside Street" not in operator.get("/console/quarantine?q=Aside").text.split("<main")[1].split("search")[0]


# ---------------------------------------------------------------- the chart and the words


def test_the_chart_tells_every_operation_of_its_hours() -> None:
    minutes = [0] * 355 + [1, 2, 3, 4, 5]
    made = throughput(minutes, 1_790_000_040_000)
    assert 'aria-label="15 operations in 6 hours, at most 3 a minute"' in made
    assert made.count("<rect") == 144
    assert throughput([0] * 360, 0)


def test_operations_are_counted_in_the_minute_in_which_they_arrived(street: Street, operator: Reader) -> None:
    store = street.store("Counted Street")
    station = street.station(store)
    station.push(*(station.received() for _ in range(3)))
    with sqlite3.connect(street.path) as db:
        last = db.execute("SELECT max(received_at_ms) FROM journal").fetchone()[0]
        total = db.execute("SELECT count(*) FROM journal").fetchone()[0]
    db.close()
    from central_service.database import Database

    database = Database(f"sqlite:///{street.path}")
    with database.read() as connection:
        assert sum(figures.per_minute(connection, last, 6)) <= total
        minutes = figures.per_minute(connection, last + 60_000, 6)
        assert (len(minutes), sum(minutes)) == (360, total)
        assert minutes[-1] >= 3
        assert sum(figures.per_minute(connection, last + 7 * 3_600_000, 6)) == 0
    database.close()


@pytest.mark.parametrize(
    ("past_ms", "said"),
    [
        (0, "just now"),
        (59_999, "just now"),
        (60_000, "1 min ago"),
        (3_600_000, "60 min ago"),
        (7_200_000, "2 h ago"),
        (172_800_000, "2 d ago"),
        (-59_000, "just now"),
        (-3_600_000, "in 60 min"),
    ],
)
def test_times_are_said_as_a_person_says_them(past_ms: int, said: str) -> None:
    assert ago(past_ms) == said


def test_every_kind_of_operation_has_its_words() -> None:
    from central_service.console import words

    assert set(words.KINDS) >= set(KINDS)
    assert json.dumps(sorted(set(words.KINDS) - set(KINDS))) == "[]"
