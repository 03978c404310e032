"""Power lost between hand-over and label: a delivery dies at each commit, and nothing of it is lost or done twice."""

from __future__ import annotations

import json
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.delivering import CODE
from tests.faults.rounds import Ledger, Shop, Zygote
from tests.faults.still_clerk import CRASHED

WHERE = {"before commit": 1, "after commit": 4}


@pytest.mark.parametrize(("where", "step"), WHERE.items())
def test_s18_a_delivery_that_dies_at_every_commit_is_handed_over_once_with_a_label_on_each_piece(
    zygote: Zygote, tmp_path: Path, where: str, step: int
) -> None:
    with ExitStack() as stack:
        shop, ledger = Shop(tmp_path, stack), Ledger()
        zygote.order("delivery_day", **shop.order(receive=True))
        for report in zygote.expect("ended"):
            ledger.note(report)
        account = shop.customers[0][0]
        items = [row["id"] for row in shop.platform.get("items", store="northgate", account=account)]
        assert len(items) == 2
        terms = {"courier": "uber", "address": "5 Elm Street", "code": CODE}
        asked = {"store": "northgate", "account": account, "kind": "personal_delivery", "items": items}
        task_id = shop.platform.post("tasks", **asked, terms=terms)["id"]
        number, ended = 1, CRASHED
        while ended == CRASHED and number < 200:
            zygote.order("delivery_day", **shop.order(receive=False, where=where, number=number))
            for report in zygote.expect("ended"):
                ledger.note(report)
            ended, number = report["ended"], number + step
        assert ended == 0, "a delivery without an end"
        assert number > 12, "too short to mean anything"
        zygote.order("drain", **shop.order())
        for report in zygote.expect("ended"):
            ledger.note(report)
        assert ledger.held_against(shop) == {}
        row = next(one for one in shop.platform.get("tasks", store="northgate") if one["id"] == task_id)
        assert (row["state"], row["remarks"], row["contested"], row["bags"]) == ("handed_to_driver", [], [], 1)
        assert CODE.replace(" ", "") not in json.dumps(row).replace(" ", "")
        db = shop.opened()
        try:
            with db.read() as connection:
                done = connection.exec_driver_sql(
                    "SELECT payload FROM print_job WHERE kind = 'delivery_label' AND state = 'done' ORDER BY position"
                )
                assert [json.loads(one)["piece"] for one in done.scalars()] == ["1 of 2", "2 of 2"]
        finally:
            db.close()
