"""The cursor on PostgreSQL: writers that run at once, a tight poller, and not one row missed."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from central_service import pull
from central_service.arrival import Signer
from central_service.keys import KEY_ENVIRONMENT
from central_service.messages import StreamAt
from central_service.platform import make_store
from central_service.platform_messages import NewStore
from tests.central.cursor_race import Outcome, Race, opened, put, race
from tests.central.real_postgres import CENTRE_KEY, RealPostgres

EVIDENCE = Path(__file__).resolve().parents[2] / "docs" / "evidence" / "sync.md"
TITLE = "## PostgreSQL cursor"
HEAD = f"""{TITLE}

Written by `./counter test --long tests/central/test_central_cursor.py`. Writers in threads put new rows and change old
ones through the service's own Database and Book; one poller asks for page after page, every 2 ms, through the service's
own page. Missed is a row whose last version the poller does not have after the last commit. The same race with numbers
from a plain sequence and `seq > cursor` must miss rows: it shows that the race sees."""

OWN_SQL = True


@contextmanager
def fresh(postgres: RealPostgres) -> Iterator[str]:
    url = postgres.database()
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv(KEY_ENVIRONMENT, CENTRE_KEY)
        yield url
    postgres.drop(url)


def run(postgres: RealPostgres, how: Race) -> Outcome:
    with fresh(postgres) as url:
        return race(url, how)


@pytest.mark.parametrize("hold_s", [0.0, 0.02])
def test_p11_five_writers_and_a_tight_poller_and_nothing_is_missed(postgres, hold_s):
    out = run(postgres, Race(seconds=1.5, hold_s=hold_s))
    assert (out.faults, out.missed, out.disorder) == ([], 0, 0)
    assert out.written > 50
    assert out.polls > 20


def test_the_race_sees_what_a_plain_sequence_misses(postgres):
    out = run(postgres, Race(seconds=1.5, hold_s=0.02, by_sequence=True))
    assert out.faults == []
    assert out.missed > 10


def test_a_row_that_changes_while_its_page_is_cut_takes_nothing_behind_it_away(postgres):
    with fresh(postgres) as url, opened(url) as centre:
        make_store(centre, NewStore("org1", "s1", "Store"))
        put(centre, "a", "b", "c")
        statements: list[str] = []

        def change(_connection, _cursor, statement: str, *_more) -> None:
            # Between the two statements that a page is cut with, a writer changes the row that it is cut at.
            if "state_row.seq <= " in statement and not statements:
                statements.append(statement)
                writer = threading.Thread(target=put, args=(centre, "b"))
                writer.start()
                writer.join(10)

        event.listen(Engine, "after_cursor_execute", change)
        try:
            has, cursor, more = set(), "", True
            while more:
                page = pull.page(centre, Signer("org1", "s1", "d1", ""), StreamAt("store:s1", cursor), 2)
                has |= {row_id for row_id, _, _ in page.tables["item"]}
                cursor, more = page.next, page.more
        finally:
            event.remove(Engine, "after_cursor_execute", change)
    assert statements
    assert has == {"a", "b", "c"}


@pytest.mark.long
@pytest.mark.timeout(3_600)
def test_the_same_with_a_million_rows(postgres):
    rows = int(os.environ.get("COUNTER_CURSOR_ROWS", "1000000"))
    hot = run(postgres, Race(seconds=3_000, rows=rows, batch=400, page=1_000))
    held = run(postgres, Race(seconds=30, hold_s=0.02))
    many = run(postgres, Race(seconds=30, stores=1_000, batch=50, page=1_000))
    naive = run(postgres, Race(seconds=30, by_sequence=True))
    naive_held = run(postgres, Race(seconds=30, hold_s=0.02, by_sequence=True))
    write_evidence(
        {
            "head row, one store, a million rows": hot,
            "head row, one store, transactions up to 20 ms": held,
            "head row, 1,000 stores, poller on one": many,
            "sequence, one store": naive,
            "sequence, one store, transactions up to 20 ms": naive_held,
        }
    )
    assert hot.written >= rows
    assert [(one.faults, one.missed, one.disorder) for one in (hot, held, many)] == [([], 0, 0)] * 3
    assert naive.missed > 0
    assert naive_held.missed > 0


def write_evidence(found: dict[str, Outcome]) -> None:
    """Put the section into the page; what others wrote there stays."""
    lines = [
        f"| {name} | {one.written} | {one.transactions} | {one.polls} | **{one.missed}** | {one.seconds:.0f} |"
        for name, one in found.items()
    ]
    table = "| numbers from, how | rows written | transactions | polls | missed | seconds |\n|---|---|---|---|---|---|"
    section = f"{HEAD}\n\n{table}\n" + "\n".join(lines) + "\n"
    page = EVIDENCE.read_text(encoding="utf-8") if EVIDENCE.exists() else "# Sync and the central service: figures\n"
    before, _, rest = page.partition(TITLE)
    _, mark, after = rest.partition("\n## ")
    EVIDENCE.write_text(f"{before.rstrip()}\n\n{section}{mark}{after}", encoding="utf-8")
