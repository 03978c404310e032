"""The Pickups room, by subject: how a pickup begins, who collects, the gate, the fee, how it ends, who waits (S-12).

This is the room's table of contents; each part says its own rules.
"""

from __future__ import annotations

from counter_app.desk.pickup_charging import charge, charge_later, charge_owed, give_up_owed, owed, try_again
from counter_app.desk.pickup_collector import authorise, check_card, check_document, check_id
from counter_app.desk.pickup_ending import (
    OtherTask,
    declinable_from,
    decline,
    decline_other,
    mark_picked_up,
    other_task,
)
from counter_app.desk.pickup_gate import hand_over, piece_missing, put_back, refuse_to_sign, scan_piece, sign
from counter_app.desk.pickup_opening import (
    add_pieces,
    appoint,
    begin,
    fetch_piece,
    find_waiting,
    leave_pieces,
    let_go,
    open_walk_in,
    plan,
    start,
    take,
)
from counter_app.desk.pickup_visit import Visit, pickable, visit
from counter_app.desk.waiting import LONG_DAYS, Counts, Waiting, counts, listing, place

__all__ = [
    "LONG_DAYS",
    "Counts",
    "OtherTask",
    "Visit",
    "Waiting",
    "add_pieces",
    "appoint",
    "authorise",
    "begin",
    "charge",
    "charge_later",
    "charge_owed",
    "check_card",
    "check_document",
    "check_id",
    "counts",
    "declinable_from",
    "decline",
    "decline_other",
    "fetch_piece",
    "find_waiting",
    "give_up_owed",
    "hand_over",
    "leave_pieces",
    "let_go",
    "listing",
    "mark_picked_up",
    "open_walk_in",
    "other_task",
    "owed",
    "pickable",
    "piece_missing",
    "place",
    "plan",
    "put_back",
    "refuse_to_sign",
    "scan_piece",
    "sign",
    "start",
    "take",
    "try_again",
    "visit",
]
