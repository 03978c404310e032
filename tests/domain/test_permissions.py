"""Who may do what: six levels against every action (2.22), platform acts, and who may grant (S-20)."""

import pytest

from counter_app.domain import permissions
from counter_app.domain.employee import Actor, Level, may_grant
from counter_app.domain.operations import KINDS

# Least level of each action, from the table of rights: insert L1, tasks and pickups L2, recipient admin L3,
# reassign L4, employees L5; looking and one's own session belong to every clerk.
EXPECTED = {
    "item.insert": 1,
    "item.assign": 1,
    "item.move": 1,
    "item.weigh": 1,
    "item.take_back": 1,
    "item.search": 1,
    "item.declare_lost": 4,
    "shelf.count": 1,
    "shelf.set_up": 4,
    "item.return": 1,
    "item.reassign": 4,
    "item.duplicate_override": 2,
    "pickup.process": 2,
    "pickup.decline": 2,
    "money.report": 4,
    "pickup.decline_early": 4,
    "pickup.courtesy": 3,
    "pickup.give_up": 3,
    "task.process": 2,
    "task.price": 2,
    "task.decline": 2,
    "customer.look": 1,
    "customer.contact": 3,
    "customer.note": 3,
    "inbox.resolve": 2,
    "custody.settle": 4,
    "print.answer": 1,
    "device.set_up": 4,
    "employee.manage": 5,
    "delivery.note_delivered": 3,
    "delivery.release_code": 4,
    "delivery.driver_photo": 4,
    "supply.keep": 2,
    "supply.level": 4,
    "session.own": 1,
    "export.list": 4,
}
PLATFORM_ACTS = {"platform.account", "platform.pickup", "platform.task", "platform.charge", "platform.employee"}


def clerk(level: int) -> Actor:
    return Actor("c1", level)


def test_no_cell_of_the_table_is_missing() -> None:
    assert set(permissions.LEAST_LEVEL) == set(EXPECTED)
    assert set(permissions.PLATFORM_ONLY) == PLATFORM_ACTS


@pytest.mark.parametrize("level", range(7))
@pytest.mark.parametrize("action", EXPECTED)
def test_level_against_action(action: str, level: int) -> None:
    verdict = permissions.allows(clerk(level), action)
    if level >= EXPECTED[action]:
        assert (verdict.allowed, bool(verdict), verdict.code, verdict.least_level) == (True, True, "", 0)
    else:
        assert (verdict.allowed, bool(verdict)) == (False, False)
        assert (verdict.code, verdict.least_level) == ("rights.level_too_low", EXPECTED[action])


@pytest.mark.parametrize("level", range(8))
@pytest.mark.parametrize("action", ["", "item.erase", "ITEM.INSERT", "platform.everything"])
def test_an_unknown_action_is_refused_to_every_level(action: str, level: int) -> None:
    assert permissions.allows(clerk(level), action) == permissions.Verdict(False, "rights.unknown_action")


@pytest.mark.parametrize("level", range(8))
@pytest.mark.parametrize("action", sorted(PLATFORM_ACTS))
def test_platform_acts_are_refused_to_every_level(action: str, level: int) -> None:
    for actor in (clerk(level), Actor("platform", level, "password"), Actor("platform", level, "service", "grant")):
        assert permissions.allows(actor, action) == permissions.Verdict(False, "rights.platform_only")
    assert permissions.allows(permissions.PLATFORM, action)


def test_the_platform_is_no_clerk() -> None:
    assert not any(permissions.allows(permissions.PLATFORM, action) for action in EXPECTED)


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_the_action_of_every_kind_stands_in_a_table(kind: object) -> None:
    assert getattr(kind, "action") in set(EXPECTED) | PLATFORM_ACTS  # noqa: B009 - object keeps pytest's ids simple


@pytest.mark.parametrize("actor", range(9))
@pytest.mark.parametrize("level", range(-1, 9))
def test_s20_nobody_grants_above_his_own_level(actor: int, level: int) -> None:
    assert may_grant(actor, level) is (actor >= 5 and 1 <= level <= 6 and level <= actor)


def test_s20_the_six_levels_in_order() -> None:
    assert [level.name for level in sorted(Level)] == [
        "MAIL_INSERTER",
        "TASK_PROCESSOR",
        "CUSTOMER_SERVICE",
        "MANAGER",
        "ADMIN",
        "OWNER",
    ]
