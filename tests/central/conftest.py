"""A centre on loopback for the tests of a file, on SQLite and on PostgreSQL; for each test a store of its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, NullPool, create_engine, event

from central_service.keys import KEY_ENVIRONMENT
from central_service.server import EmbeddedCentre
from tests.central.real_postgres import CENTRE_KEY, HOW, RealPostgres, binaries, serving
from tests.central.sql_rule import refused
from tests.central.station import PLATFORM_TOKEN, Platform, Station, fresh_id

DATABASES = ("sqlite", "postgresql")


class Shop:
    """One store on one centre, as the tests use it."""

    def __init__(self, centre: EmbeddedCentre, stack: ExitStack) -> None:
        self.stack = stack
        self.centre = centre
        self.url = centre.base_url
        self.platform = Platform(self.url)
        stack.callback(self.platform.close)
        self.store = fresh_id()
        self.platform.store(self.store)
        self.clerk = self.platform.clerk(self.store)

    def station(self, store: str = "", clerk: str = "") -> Station:
        station = Station(self.url, self.platform, store or self.store)
        station.clerk = clerk or self.clerk
        self.stack.callback(station.close)
        return station

    @contextmanager
    def beneath(self) -> Iterator[Connection]:
        """The database itself, past every wall; what is done there is committed."""
        engine = create_engine(past_the_wall(self.centre._url), poolclass=NullPool)
        with engine.begin() as connection:
            yield connection


def past_the_wall(url: str) -> str:
    """The same database for a superuser."""
    return url.replace("postgresql://counter@", "postgresql+pg8000://postgres@")


@pytest.fixture(autouse=True)
def only_sql_that_is_taken(request: pytest.FixtureRequest) -> Iterator[None]:
    """Whatever a test makes the service say to its database is held against the rule. A test of the database itself
    may say more: its module has OWN_SQL."""
    with statements() as seen:
        yield
    if not getattr(request.module, "OWN_SQL", False):
        assert {one: refused(one) for one in seen if refused(one)} == {}


@contextmanager
def statements() -> Iterator[list[str]]:
    """Every statement that is sent to a database by this process meanwhile, each once."""
    seen: dict[str, None] = {}

    def note(_connection, _cursor, statement: str, *_more) -> None:
        seen[statement] = None

    found: list[str] = []
    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield found
    finally:
        event.remove(Engine, "before_cursor_execute", note)
        found += seen


@pytest.fixture(scope="session")
def postgres() -> Iterator[RealPostgres]:
    """A PostgreSQL that runs as long as the tests do."""
    found = binaries()
    if not found:
        pytest.skip(HOW)
    with serving(found[0]) as server:
        yield server


@contextmanager
def empty_database(kind: str, folder: Path, request: pytest.FixtureRequest, *, bare: bool = False) -> Iterator[str]:
    """The URL of a database of `kind` without rows, `bare` without tables; with the centre's key in its place."""
    if kind == "sqlite":
        yield f"sqlite:///{folder}/central.db"
        return
    server: RealPostgres = request.getfixturevalue("postgres")
    url = server.database() if bare else server.ready()
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv(KEY_ENVIRONMENT, CENTRE_KEY)
        yield url
    server.drop(url)


@pytest.fixture(params=DATABASES)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty database for one test, of each kind."""
    with empty_database(request.param, tmp_path, request) as url:
        yield url


@pytest.fixture(scope="module", params=DATABASES)
def running(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedCentre]:
    folder = tmp_path_factory.mktemp("centre")
    with empty_database(request.param, folder, request) as url:
        centre = EmbeddedCentre(url, platform_token=PLATFORM_TOKEN)
        centre.more["blobs"] = folder / "photos"
        centre.start()
        yield centre
        centre.stop()


@pytest.fixture
def shop(running: EmbeddedCentre) -> Iterator[Shop]:
    with ExitStack() as stack:
        yield Shop(running, stack)
