"""The register while it arrives for the first time: whether it does, and stopping it and going on.

Meanwhile a piece is taken in for somebody who cannot be looked up yet (`receiving.receive_to_be_checked`); nothing is
handed out to anybody, because every gate asks the register.
"""

from __future__ import annotations

from counter_app.desk.context import Desk, demand
from counter_app.domain.employee import Actor
from counter_app.errors import RuleViolation
from counter_app.store import side_file


def state(desk: Desk) -> str:
    """What the store notes of it: "arriving", "paused" (by a clerk), or "" when the register is here."""
    with desk.db.read() as connection:
        return side_file.state_of(connection)


def pause(desk: Desk, actor: Actor) -> None:
    """Stop fetching; what came is kept, and the counter's own acts go on being sent. RuleViolation register.here."""
    _note(desk, actor, "paused")


def go_on(desk: Desk, actor: Actor) -> None:
    """Fetch the rest. RuleViolation register.here."""
    _note(desk, actor, "arriving")


def _note(desk: Desk, actor: Actor, value: str) -> None:
    demand(actor, "customer.look")
    with desk.db.write() as connection:
        if not side_file.state_of(connection):
            raise RuleViolation("register.here")
        side_file.note_state(connection, value)
