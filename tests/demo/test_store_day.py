"""The whole day of the demo, as `./counter demo --headless` walks it; the long form of the tests runs it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from counter_app.demo import people

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.long
def test_every_check_of_a_store_day_holds(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "counter_app.main", "demo", "--headless", str(tmp_path / "day")]
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, timeout=900, check=False)
    report = json.loads((tmp_path / "day" / "report.json").read_text(encoding="utf-8"))
    assert [one["name"] for one in report["checks"] if not one["ok"]] == []
    assert len(report["checks"]) >= 150
    assert done.returncode == 0


def test_the_same_seed_makes_the_same_customers() -> None:
    from random import Random

    one, other = people.customers(Random(7)), people.customers(Random(7))
    assert one == other
    assert len(one) == 400
    assert sum(len(customer.names) for customer in one) == 600
    assert {"active", "on_hold", "expired", "inactive", "pending_approval"} <= {customer.state for customer in one}


@pytest.mark.parametrize("carrier", ["ups", "usps", "fedex", "amazon", "dhl"])
def test_invented_numbers_carry_a_right_check_digit(carrier: str) -> None:
    from random import Random

    from counter_app.domain import tracking

    random = Random(3)
    for _ in range(20):
        found = tracking.identify(people.number(random, carrier))[0]
        assert (found.carrier, found.check) in ((carrier, "passed"), (carrier, "absent"))
