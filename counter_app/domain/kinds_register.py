"""The acts on accounts and employees, and those of a session and a station, which have no row."""

from __future__ import annotations

from counter_app.domain.kinds import Nature, kind

REGISTER = (
    kind("account.note_set", Nature.INTENT, "customer.note", "note", personal="note"),
    kind(
        "account.registered",
        Nature.FACT,
        "platform.account",
        "mailbox holder email phone plan names:json collectors:json restricted_delivery",
        personal="holder email phone names collectors",
        choices={"restricted_delivery": ("", "yes", "no")},
    ),
    kind(
        "account.state_set",
        Nature.FACT,
        "platform.account",
        "state since payment id_expires_on",
    ),
    kind(
        "account.names_set",
        Nature.FACT,
        "platform.account",
        "names:json collectors:json restricted_delivery",
        personal="names collectors",
        choices={"restricted_delivery": ("", "yes", "no")},
    ),
    kind("employee.set", Nature.FACT, "platform.employee", "name email level:int active:int", "name email"),
    kind("session.signed_in", Nature.FACT, "session.own", "clerk present"),
    kind("session.signed_out", Nature.FACT, "session.own", "clerk"),
    kind("session.locked_out", Nature.FACT, "session.own", "clerk tries:int"),
    kind("station.tail_lost", Nature.FACT, "session.own", "incarnation missing:list since_ms:int until_ms:int"),
    kind(
        "station.rebuilt",
        Nature.FACT,
        "session.own",
        "incarnation missing:list since_ms:int until_ms:int rescued:int",
    ),
)
