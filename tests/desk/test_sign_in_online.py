"""The first sign-in of a clerk at a counter: what the centre answers is checked before it is kept."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest

from counter_app.desk import sign_in
from counter_app.errors import Offline, RuleViolation

LATER_MS = 1_900_000_000_000


def grant(**said: Any) -> str:
    return base64.b64encode(json.dumps({"clerk": "c-1", "not_after": LATER_MS, **said}).encode()).decode()


def answer(**changed: Any) -> dict[str, Any]:
    clerk = {"id": "c-1", "name": "Ana Ruiz", "email": "Ana@example.org", "level": 2}
    return {"clerk": clerk, "grant": grant(), "grant_sig": "00ff", **changed}


def test_after_an_online_sign_in_the_clerk_signs_in_without_the_internet(counter: Any) -> None:
    clerk = sign_in.sign_in_online(counter.desk, answer(), "a long password")
    assert (clerk.id, clerk.level, clerk.email) == ("c-1", 2, "ana@example.org")
    assert sign_in.sign_in(counter.desk, "ana@example.org ", "a long password").id == "c-1"


def test_an_online_sign_in_opens_a_locked_out_clerk(counter: Any) -> None:
    sign_in.sign_in_online(counter.desk, answer(), "a long password")
    for _ in range(sign_in.PASSWORD_TRIES):
        with pytest.raises(RuleViolation, match=r"sign_in\.wrong"):
            sign_in.sign_in(counter.desk, "ana@example.org", "wrong")
    with pytest.raises(RuleViolation, match=r"sign_in\.locked"):
        sign_in.sign_in(counter.desk, "ana@example.org", "a long password")
    assert sign_in.sign_in_online(counter.desk, answer(), "a long password").id == "c-1"


def test_a_grant_that_has_run_out_signs_nobody_in(counter: Any) -> None:
    with pytest.raises(RuleViolation, match=r"sign_in\.grant_expired"):
        sign_in.sign_in_online(counter.desk, answer(grant=grant(not_after=5)), "a long password")


@pytest.mark.parametrize(
    "said",
    [
        {},
        answer(grant="no base64!"),
        answer(grant=base64.b64encode(b"no json").decode()),
        answer(grant=base64.b64encode(b"[1]").decode()),
        answer(grant=grant(not_after="soon")),
        answer(grant=grant(not_after=True)),
        answer(grant=7),
        answer(clerk=None),
        answer(clerk={"id": "c-1", "name": "Ana", "email": "a@example.org"}),
        answer(clerk={"id": "c-1", "name": 3, "email": "a@example.org", "level": 2}),
        answer(clerk={"id": "c-1", "name": "Ana", "email": "a@example.org", "level": "6"}),
        answer(grant_sig=""),
    ],
)
def test_an_answer_that_is_not_the_centres_is_not_kept(counter: Any, said: dict[str, Any]) -> None:
    with pytest.raises(Offline) as raised:
        sign_in.sign_in_online(counter.desk, said, "a long password")
    assert raised.value.code == "sync.not_the_centre"
    assert sign_in.clerks(counter.desk) == []
