"""The SQL that the service runs stays inside what a distributed PostgreSQL takes, and is cut along the store."""

from __future__ import annotations

import re
from contextlib import ExitStack

import pytest
from sqlalchemy import ForeignKeyConstraint, Sequence, delete, update
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from central_service import schema
from central_service.blob_tables import blob, blob_upload
from central_service.routes import routes
from central_service.server import EmbeddedCentre
from central_service.tables import metadata
from counter_app.domain.receipts import Checkpoint
from tests.central.conftest import DATABASES, Shop, empty_database, statements
from tests.central.sql_rule import NOT_TAKEN, refused
from tests.central.station import PLATFORM_TOKEN, entity_of
from tests.central.tus import Sender, name_of, picture

WITHOUT_STORE = {
    "centre": "one row about the database itself",
    "operator": "who may open the console, of the house that runs the service",
    "operator_session": "signed in at the console",
    "operator_try": "wrong passwords at the console",
}
"""Tables whose key does not begin with the store, and why."""

FOUND_ACROSS_STORES = {
    "token": "a bearer token names its store",
    "stream_head": "a backup asks how far every store has come, and so do stations that wait for news",
    "device": "a station that asks for a token names itself only",
    "enrolment": "the code names the store",
    "charge": "the retry thread looks for what is due",
}
"""Tables that something looks into before the store is known, and why. On a distributed database these few statements
go to every node; each finds its row by an index of its own."""


WALKED_ELSEWHERE: dict[tuple[str, str], str] = {
    ("POST", "/v1/platform/tasks/{id}/price"): "test_central_tasks",
    ("POST", "/v1/platform/tasks/{id}/code"): "test_central_deliveries",
    ("POST", "/v1/platform/tasks/{id}/delivered"): "test_central_deliveries",
}
"""Routes that the walk does not call, and the test that does: what they say is refused there all the same."""


def test_every_primary_key_begins_with_the_store():
    for table in metadata.sorted_tables:
        if table.name in WITHOUT_STORE:
            assert "store_id" not in table.c
            continue
        assert table.primary_key.columns.keys()[0] == "store_id", table.name
        for constraint in table.constraints:
            columns = [column.name for column in getattr(constraint, "columns", [])]
            assert not columns or columns[0] == "store_id", f"{table.name}: unique without the store: {columns}"
            assert not isinstance(constraint, ForeignKeyConstraint) or "store_id" in columns
        for index in table.indexes:
            assert not index.unique or index.columns.keys()[0] == "store_id"


def test_no_table_counts_by_itself():
    for table in metadata.sorted_tables:
        for column in table.c:
            assert not isinstance(column.default, Sequence)
            assert column.identity is None
            assert column.computed is None
        created = str(CreateTable(table).compile(dialect=postgresql.dialect()))
        assert refused(created) == []


def test_the_revisions_say_nothing_that_is_not_taken():
    for file in [*(schema.MIGRATIONS / "versions").glob("*.py"), schema.MIGRATIONS / "row_security.py"]:
        for text in re.findall(r'op\.execute\(\s*f?"(.*?)"\s*\)', file.read_text(encoding="utf-8"), re.DOTALL):
            assert refused(text) == [], file.name


@pytest.mark.parametrize("kind", DATABASES)
def test_a_walk_of_every_route_runs_only_what_is_taken(kind, tmp_path, request):
    with ExitStack() as stack:
        url = stack.enter_context(empty_database(kind, tmp_path, request))
        seen = stack.enter_context(statements())
        centre = EmbeddedCentre(url, platform_token=PLATFORM_TOKEN)
        centre.more["blobs"] = tmp_path / "photos"
        centre.start()
        stack.callback(centre.stop)
        walked = walk(Shop(centre, stack))
    unknown = {(one.method, one.path) for one in routes(demo=True)} - walked - WALKED_ELSEWHERE.keys()
    assert unknown == set(), "the walk knows no such route: add it, or name the test that calls it"
    assert len(seen) > 40
    assert {one: refused(one) for one in seen if refused(one)} == {}
    assert [one for one in seen if not bound_to_a_store(one)] == []
    if kind == "postgresql":
        assert any("SET LOCAL counter.store" in one for one in seen)


def walk(shop: Shop) -> set[tuple[str, str]]:
    """Call every route so that it does its work; those that were called and did not refuse."""
    called: set[tuple[str, str]] = set()
    station, platform = shop.station(), shop.platform
    for session in (station.session, platform.session):
        session.hooks["response"].append(lambda response, **_: called.add(_route(response)))
    station.log_on()
    account = platform.account(shop.store)
    piece, other, third = (station.received(account) for _ in range(3))
    _, ops = station.pickup_until_charge(account, [entity_of(piece)])
    station.push(piece, other, third, *ops)
    station.push(piece, station.received() | {"sig": "00"}, {"core": "?"})
    station.rows(max_rows=2)
    platform.post("employees", store=shop.store, level=3, name="A", email="walk@example.org", password="open sesame")
    station.call("POST", "/v1/clerks/login", station.token, email="walk@example.org", password="open sesame")
    platform.post(f"accounts/{account}/names", "/v1/platform/accounts/{id}/names", store=shop.store, names=[])
    platform.post("pickups", store=shop.store, account=account, items=[entity_of(other)], appointment_ms=0)
    task = platform.post("tasks", store=shop.store, account=account, kind="shred", items=[entity_of(third)])["id"]
    platform.post(f"tasks/{task}/taken-back", "/v1/platform/tasks/{id}/taken-back", store=shop.store)
    platform.post("card", account=account, answers=["declined"])
    for path in ("items", "pickups", "tasks", "journal", "charges"):
        platform.get(path, store=shop.store)
    platform.post("stores", org="org1", store=shop.store + "x", name="S", settings={})
    code = platform.post("enrolments", store=shop.store)["code"]
    for _ in range(2):
        station.call("POST", "/v1/devices/register", code=code, public_key="ab" * 32, name="Desk 9")
    station.call("POST", "/v1/diag", station.token, version="0.1", waiting=0, parked=0, photos=0, last_code="")
    stream = f"store:{shop.store}"
    for path in (f"/v1/sync/digest?stream={stream}", f"/v1/sync/bucket?stream={stream}&bucket=3"):
        given = {"Authorization": f"Bearer {station.token}"}
        assert station.session.get(station.url + path, headers=given, timeout=10).status_code == 200
    waited = f"/v1/sync/wait?stream={stream}"
    assert station.session.get(station.url + waited, headers=given, timeout=10).json()["moved"] is True
    push = {"epoch": station.epoch, "device_id": station.device, "incarnation": station.incarnation}
    said = station.call("POST", "/v1/sync/push", station.token, **push, ops=[station.received()])["receipts"][-1]
    asked = {"size": 1, "root": "0" * 64, "position": said["position"]}
    now = station.call("POST", "/v1/sync/checkpoint", station.token, **asked)["checkpoint"]
    seen = Checkpoint(station.epoch, station.store, now["size"], now["root"], now["at_ms"])
    named = {"epoch": station.epoch} | {name: now[name] for name in ("size", "root", "at_ms", "sig")}
    signed = station.key.sign(seen.cosigned_bytes()).hex()
    station.call("POST", "/v1/sync/cosign", station.token, **named, cosig=signed)
    walk_photos(shop, Sender(station, station.session.request))
    heads = platform.get("heads")
    platform.post("durable", epoch=heads["epoch"], heads=heads["heads"])
    platform.post("gone", store=shop.store, entity="item", id=entity_of(other))
    for path in ("/v1/hello", "/healthz", "/readyz"):
        station.session.get(station.url + path, timeout=10)
    return called


def walk_photos(shop: Shop, sender: Sender) -> None:
    """A photo comes in, is asked for, is lost on the disk and comes again; an upload ends too late, one is given up."""
    late, data = picture(), picture()
    begun = sender.create(late).json()["id"]
    with shop.beneath() as connection:
        connection.execute(update(blob_upload).where(blob_upload.c.store_id == shop.store).values(touched_ms=1))
    assert Sender(sender.station).patch(begun, 0, late).status_code == 410
    sender.send(data)
    for _ in range(2):
        with shop.beneath() as connection:  # a row that an older backup does not have
            connection.execute(delete(blob).where(blob.c.store_id == shop.store))
        for known in (name_of(data), sender.create(data).json()["id"]):
            sender.head(known)
        sender.get(name_of(data))
        whole = f"{shop.url}/v1/platform/blobs/{name_of(data)}?store={shop.store}"
        given = {"Authorization": f"Bearer {shop.platform.token}"}
        assert shop.platform.session.get(whole, headers=given, timeout=10).content == data
    for path in shop.centre.more["blobs"].rglob(name_of(data)):
        path.unlink()
    assert Sender(sender.station).get(name_of(data)).status_code == 410
    sender.ask("DELETE", f"/v1/blobs/{sender.create(data).json()['id']}")


def _route(response) -> tuple[str, str]:
    path = re.sub(r"(/accounts/|/blobs/|/tasks/)[^/]+", r"\1{id}", response.request.path_url.partition("?")[0])
    assert response.status_code in (200, 201, 204), (path, response.text)
    return response.request.method, path


def bound_to_a_store(statement: str) -> bool:
    """Whether a statement about stores' rows names the store it is about, or is one of those that may not."""
    text = " ".join(statement.split())
    tables = set(re.findall(r"\b(?:FROM|INTO|UPDATE|JOIN)\s+(\w+)", text)) & set(metadata.tables)
    tables -= WITHOUT_STORE.keys() | FOUND_ACROSS_STORES.keys()
    if not tables or not re.match(r"SELECT|UPDATE|DELETE", text):
        return True
    return bool(re.search(r"\bstore_id = ", text))


@pytest.mark.parametrize(
    "statement",
    [
        "LISTEN moved",
        "SELECT pg_notify('a', 'b')",
        "SELECT pg_advisory_xact_lock(1)",
        "CREATE TRIGGER t AFTER INSERT ON journal EXECUTE FUNCTION f()",
        "CREATE TABLE t (id SERIAL)",
        "CREATE TABLE t (id BIGINT GENERATED ALWAYS AS IDENTITY)",
        "SELECT nextval('numbers')",
        "SELECT xmin, id FROM journal",
        "ALTER TABLE t ADD CONSTRAINT c UNIQUE (a) DEFERRABLE INITIALLY DEFERRED",
        "SET counter.store = 'x'",
        "BEGIN; SET counter.store = 'x'",
        "UPDATE device SET name = %s, store_id = %s WHERE id = %s",
        "CREATE TEMP TABLE t (a INT)",
        "LOCK TABLE journal",
    ],
)
def test_the_rule_sees_what_it_must_refuse(statement):
    assert refused(statement)


def test_the_rule_lets_the_words_of_people_pass():
    assert refused("SELECT 1 FROM state_row WHERE row = 'listen; lock table, serial 5, it''s a trigger'") == []
    assert refused("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE; SET LOCAL counter.store = 's1'") == []
    assert not bound_to_a_store("SELECT row FROM state_row WHERE id = %s")
    assert bound_to_a_store("SELECT row FROM state_row WHERE state_row.store_id = %s")
    assert len(NOT_TAKEN) > 10
