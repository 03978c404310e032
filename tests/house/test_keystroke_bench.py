"""The benchmark of the search box measures what it says, on a register small enough for a test."""

from __future__ import annotations

from pathlib import Path

from benchmarks import keystroke
from benchmarks.invented_names import Register
from counter_app.store import search


def test_the_benchmark_gives_its_figures_for_each_size(tmp_path: Path) -> None:
    figures = keystroke.measure(tmp_path, sizes=(300,), keystrokes=40)
    assert [one.name for one in figures] == [
        "keystroke_300_p99",
        "keystroke_typo_300_p99",
        "keystroke_typo_300_recall",
    ]
    assert all(one.value > 0 for one in figures)
    assert figures[-1].value >= 0.95


def test_the_register_is_the_same_each_time_and_has_a_long_tail() -> None:
    one, two = Register(seed=5), Register(seed=5)
    assert list(one.holders(500)) == list(two.holders(500))
    assert len(set(one.surnames)) >= 60_000
    drawn = [name.split()[-1] for name in one.holders(4_000)]
    assert len(set(drawn)) > 1_500
    assert drawn.count("Okafor") + drawn.count("Miller") > 30


def test_the_bulk_fill_writes_what_accept_pulled_writes(counter, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    from counter_app.domain.rows import to_plain
    from counter_app.store import state

    keystroke.fill(counter.desk, 50)
    tables = ("account", "account_search", "search_word")
    with counter.desk.db.read() as connection:
        bulk = [connection.exec_driver_sql(f"SELECT * FROM {one} ORDER BY 1").all() for one in tables]
        accounts = [state.account(connection, f"a{n}") for n in range(50)]
    with counter.desk.db.write() as connection:
        for one in tables:
            connection.exec_driver_sql(f"DELETE FROM {one}")
        rows = [(one.id, 1, to_plain(one)) for one in accounts if one is not None]
        assert state.accept_pulled(connection, "account", rows) == []
    with counter.desk.db.read() as connection:
        again = [connection.exec_driver_sql(f"SELECT * FROM {one} ORDER BY 1").all() for one in tables]
        assert search.account_ids(connection, accounts[7].holder)  # type: ignore[union-attr]
    assert again == bulk
