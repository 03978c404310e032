"""Accounts and employees through the fold (S-02, S-20)."""

import json
from dataclasses import replace

import pytest

from counter_app.domain import fold
from counter_app.domain.employee import Actor, Employee
from counter_app.domain.mailbox import Account, Collector, FormName
from counter_app.domain.operations import MalformedOperationError
from counter_app.domain.rows import Row
from tests.domain.worlds import (
    op,
    registered,
)

# ------------------------------------------------------------ accounts and employees


def test_an_account_from_sign_up_to_release() -> None:
    row: Row = registered()
    for state, since in [
        ("docs_submitted", ""),
        ("pre_review", ""),
        ("pending_approval", ""),
        ("active", "2025-01-02"),
        ("inactive", "2025-08-31"),
        ("released", "2025-11-29"),
    ]:
        after = fold.apply("account", row, op("account.state_set", "a1", state=state, since=since))
        assert isinstance(after, Account)
        assert (after.state, after.contested) == (state, ())
        row = after
    assert isinstance(row, Account)
    assert row.state_since == "2025-08-31"  # R-14 counts from the closing
    assert row.names == (FormName("Ada Byron"), FormName("Byron Ltd", "business", valid_to="2026-12-31"))


def test_payment_and_id_are_set_without_a_move() -> None:
    act = op("account.state_set", "a1", payment="declined", id_expires_on="2026-05-06")
    row = fold.apply("account", registered(), act)
    assert isinstance(row, Account)
    assert (row.state, row.payment, row.id_expires_on, row.contested) == ("signed_up", "declined", "2026-05-06", ())
    kept = fold.apply("account", row, op("account.state_set", "a1", state="signed_up"))
    assert isinstance(kept, Account)
    assert (kept.payment, kept.id_expires_on) == ("declined", "2026-05-06")


def test_names_and_note_of_an_account() -> None:
    people = json.dumps([{"name": "Carl"}])
    row = fold.apply("account", registered(), op("account.names_set", "a1", names="", collectors=people))
    row = fold.apply("account", row, op("account.note_set", "a1", Actor("c", 3), note="rings twice"))
    assert isinstance(row, Account)
    assert (row.names, row.collectors, row.note) == ((), (Collector("Carl"),), "rings twice")


@pytest.mark.parametrize(
    "names",
    ["{", "5", '"Ada"', '["Ada"]', '[{"text":5}]', '[{"text":"Ada","age":"9"}]', "[{}]", "null", "[" * 4_000],
)
def test_names_that_make_no_sense_are_malformed(names: str) -> None:
    with pytest.raises(MalformedOperationError, match=r"op\.field_wrong"):
        fold.apply("account", registered(), op("account.names_set", "a1", names=names))


def test_an_account_nobody_registered_and_a_state_nobody_knows_are_malformed() -> None:
    for act in (op("account.state_set", "a9", state="active"), op("account.names_set", "a9")):
        with pytest.raises(MalformedOperationError, match="account_unknown"):
            fold.apply("account", None, act)
    with pytest.raises(MalformedOperationError, match="state"):
        fold.apply("account", registered(), op("account.state_set", "a1", state="asleep"))


def test_s20_an_employee_is_changed_and_keeps_the_history() -> None:
    first = op("employee.set", "e1", name="Eve", email="eve@example.org", level=2, active=1)
    row = fold.apply("employee", None, first)
    assert row is not None
    row = fold.apply("employee", replace(row, contested=("x",), remarks=("y",)), op("employee.set", "e1", name="Eve"))
    assert isinstance(row, Employee)
    assert (row.name, row.level, row.active, row.contested, row.remarks) == ("Eve", 0, False, ("x",), ("y",))
    assert row.history[0][0] == first.op_id
    assert len(row.history) == 2
