"""The fee of a pickup: asked for through the journal, answered by the centre, never twice; and what is owed (S-15)."""

from __future__ import annotations

from counter_app.desk.context import Act, Desk
from counter_app.desk.held import hold
from counter_app.desk.pickup_visit import (
    Visit,
    begun,
    in_progress,
    letters_cents,
    step_done,
    the_account,
    the_pickup,
    the_visit,
)
from counter_app.domain.employee import Actor
from counter_app.domain.pickup import Pickup, PickupState, gaps
from counter_app.domain.text import clean
from counter_app.errors import RuleViolation
from counter_app.store import state


def charge(desk: Desk, actor: Actor, pickup_id: str) -> Visit:
    """Ask the centre to charge the fee; nothing due counts as paid at once.

    The key of the charge is the pickup and its attempt, so that asking twice never charges twice (S-15). Who collects
    and which pieces leave is settled before: RuleViolation with the open gap otherwise (S-12).
    """
    with desk.act(actor, "pickup.process") as act:
        pickup = in_progress(act.connection, actor, pickup_id)
        _demand_settled(pickup)
        hold(act, pickup, pickup.to_hand_over)
        _demand_served(act, pickup)
        now = the_visit(desk, act.connection, pickup_id)
        if now.due.cents == 0:
            act.write("pickup.nothing_due", pickup_id)
        else:
            act.write(
                "pickup.charge_asked",
                pickup_id,
                amount_cents=now.due.cents,
                attempt=pickup.attempt + 1,
                letters_cents=letters_cents(now),
            )
        return step_done(act, pickup_id)


def charge_later(desk: Desk, actor: Actor, pickup_id: str) -> Visit:
    """Without the internet: let the fee be charged when the act arrives, if the store's setting allows it.

    RuleViolation: pickup.offline_refused (the store does not), pickup.offline_limit (with the limit),
    pickup.online (there is no reason to put it off).
    """
    with desk.act(actor, "pickup.process") as act:
        pickup = begun(act.connection, actor, pickup_id)
        if PickupState(pickup.state) not in (PickupState.IN_PROGRESS, PickupState.CHARGING):
            raise RuleViolation("pickup.wrong_state", state=pickup.state)
        if desk.online:
            raise RuleViolation("pickup.online")
        if desk.settings.offline_handover != "charge_later":
            raise RuleViolation("pickup.offline_refused")
        _demand_settled(pickup)
        hold(act, pickup, pickup.to_hand_over)
        _demand_served(act, pickup)
        charging = pickup.state == PickupState.CHARGING.value
        now = the_visit(desk, act.connection, pickup_id)
        cents = pickup.amount_cents if charging else now.due.cents
        if cents > desk.settings.offline_limit_cents:
            raise RuleViolation(
                "pickup.offline_limit", amount_cents=cents, limit_cents=desk.settings.offline_limit_cents
            )
        attempt = pickup.attempt if charging else pickup.attempt + 1
        letters = pickup.letters_cents if charging else letters_cents(now)
        act.write("pickup.charge_put_off", pickup_id, amount_cents=cents, attempt=attempt, letters_cents=letters)
        return step_done(act, pickup_id)


def try_again(desk: Desk, actor: Actor, pickup_id: str) -> Visit:
    """After a declined card: the customer has changed the payment method, back to work (S-15)."""
    with desk.act(actor, "pickup.process") as act:
        pickup = the_pickup(act.connection, pickup_id)
        if pickup.state != PickupState.PAYMENT_DECLINED.value:
            raise RuleViolation("pickup.wrong_state", state=pickup.state)
        act.write("pickup.tried_again", pickup_id)
        return step_done(act, pickup_id)


def owed(desk: Desk, account_id: str) -> tuple[Pickup, ...]:
    """The pickups of an account whose pieces are gone and whose fee was declined, the oldest first (2.5 no. 6)."""
    with desk.db.read() as connection:
        rows = connection.exec_driver_sql(
            "SELECT id FROM pickup WHERE account_id = ? AND state = 'handed_over' "
            "AND json_extract(data, '$.payment') = 'declined' ORDER BY json_extract(data, '$.handed_ms')",
            (account_id,),
        ).all()
        return tuple(found for row in rows if (found := state.pickup(connection, row[0])))


def charge_owed(desk: Desk, actor: Actor, pickup_id: str) -> Visit:
    """Ask again for a fee that was declined after the pieces had left: a new attempt under its own key."""
    with desk.act(actor, "pickup.process") as act:
        pickup = _owed(the_pickup(act.connection, pickup_id))
        act.write("pickup.owed_retried", pickup_id, amount_cents=pickup.amount_cents, attempt=pickup.attempt + 1)
        return step_done(act, pickup_id)


def give_up_owed(desk: Desk, actor: Actor, pickup_id: str, reason: str) -> Visit:
    """Let an owed fee go; the reason stays with the pickup (KB-PUUNPD)."""
    with desk.act(actor, "pickup.give_up") as act:
        _owed(the_pickup(act.connection, pickup_id))
        said = clean(reason).text
        if not said:
            raise RuleViolation("pickup.give_up_reason_missing")
        act.write("pickup.owed_given_up", pickup_id, reason=said)
        return step_done(act, pickup_id)


def _owed(pickup: Pickup) -> Pickup:
    if not pickup.owed:
        raise RuleViolation("pickup.not_owed")
    return pickup


def _demand_served(act: Act, pickup: Pickup) -> None:
    """A mailbox that has ended meanwhile gives nothing out that is not paid already (4.2 case 14)."""
    account = the_account(act.connection, pickup.account_id)
    if not account.rule.walk_in_pickup:
        raise RuleViolation(account.rule.reason, mailbox=account.mailbox)


def _demand_settled(pickup: Pickup) -> None:
    # What was charged for can neither be taken out of the pickup nor marked as missing any more.
    early = [gap for gap in gaps(pickup) if gap not in ("pickup.not_paid", "pickup.not_signed")]
    if early:
        raise RuleViolation(early[0], gaps=tuple(early))
