"""What the yes/no screen says: its verdict in a few words, what to do now, and what there is to know."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

ANSWERS: dict[str, Any] = {
    # ---- the verdict, large
    "verdict.insert": QT_TRANSLATE_NOOP("Sentences", "Yes: insert"),
    "verdict.insert_and_warn": QT_TRANSLATE_NOOP("Sentences", "Yes: insert and warn"),
    "verdict.notice_and_return": QT_TRANSLATE_NOOP("Sentences", "No: tell and return"),
    "verdict.notice_and_hold": QT_TRANSLATE_NOOP("Sentences", "No: tell and set aside"),
    "verdict.hold_or_remail": QT_TRANSLATE_NOOP("Sentences", "No: hold it"),
    "verdict.return": QT_TRANSLATE_NOOP("Sentences", "No: return it"),
    "verdict.no_names": QT_TRANSLATE_NOOP("Sentences", "No: nobody on the form"),
    "verdict.name_gone": QT_TRANSLATE_NOOP("Sentences", "No: not for this name"),
    "verdict.collects_only": QT_TRANSLATE_NOOP("Sentences", "Ask: collects, gets no mail"),
    "verdict.hand_over": QT_TRANSLATE_NOOP("Sentences", "Yes: hand over"),
    "verdict.open_task": QT_TRANSLATE_NOOP("Sentences", "Yes: in its pickup"),
    "verdict.assign": QT_TRANSLATE_NOOP("Sentences", "Ask: whose is it?"),
    "verdict.unpaid": QT_TRANSLATE_NOOP("Sentences", "No: not paid"),
    "verdict.in_task": QT_TRANSLATE_NOOP("Sentences", "No: kept for a task"),
    "verdict.keep": QT_TRANSLATE_NOOP("Sentences", "No: it stays here"),
    "verdict.lost": QT_TRANSLATE_NOOP("Sentences", "Ask: where is it?"),
    "verdict.contested": QT_TRANSLATE_NOOP("Sentences", "Ask: a manager"),
    "verdict.gone": QT_TRANSLATE_NOOP("Sentences", "No: not here any more"),
    "verdict.which": QT_TRANSLATE_NOOP("Sentences", "Ask: which one?"),
    "verdict.which_holder": QT_TRANSLATE_NOOP("Sentences", "Ask: which holder?"),
    "verdict.guess": QT_TRANSLATE_NOOP("Sentences", "Ask: did you mean …?"),
    "verdict.new_piece": QT_TRANSLATE_NOOP("Sentences", "Ask: a new piece?"),
    "verdict.unknown": QT_TRANSLATE_NOOP("Sentences", "No: unknown"),
    "verdict.empty": QT_TRANSLATE_NOOP("Sentences", "Ask anything"),
    # ---- what to do now
    "do.insert": QT_TRANSLATE_NOOP(
        "Sentences", "Find the name on the piece among the names on the form, then receive it."
    ),
    "do.insert_and_warn": QT_TRANSLATE_NOOP(
        "Sentences", "Receive the piece as usual, then tell the customer what is still open."
    ),
    "do.notice_and_return": QT_TRANSLATE_NOOP(
        "Sentences", "Record “mail received” for the customer, then return the piece to its sender."
    ),
    "do.notice_and_hold": QT_TRANSLATE_NOOP(
        "Sentences", "Tell the customer that mail has come, and set the piece aside until there is an instruction."
    ),
    "do.hold_or_remail": QT_TRANSLATE_NOOP(
        "Sentences", "Hold the piece or mail it on: for six months after the closing it may not be refused."
    ),
    "do.return": QT_TRANSLATE_NOOP("Sentences", "Do not insert it. Return the piece to its sender."),
    "do.no_names": QT_TRANSLATE_NOOP(
        "Sentences", "Do not insert it. Ask the customer for a Form 1583, or return the piece to its sender."
    ),
    "do.name_gone": QT_TRANSLATE_NOOP(
        "Sentences", "Do not insert mail for this name. Ask the customer to add it again, or return the piece."
    ),
    "do.collects_only": QT_TRANSLATE_NOOP(
        "Sentences", "This person may collect with an ID. Insert mail only for the other names on the form."
    ),
    "do.hand_over": QT_TRANSLATE_NOOP("Sentences", "Begin a pickup: ID first, then scan, fee and signature."),
    "do.open_task": QT_TRANSLATE_NOOP("Sentences", "Go on in its pickup: ID, scan, fee, signature."),
    "do.assign": QT_TRANSLATE_NOOP("Sentences", "Find the mailbox by the name on the piece, and assign it."),
    "do.unpaid": QT_TRANSLATE_NOOP(
        "Sentences", "Keep the piece. Open its pickup and try the payment again, or decline the pickup."
    ),
    "do.in_task": QT_TRANSLATE_NOOP("Sentences", "Keep the piece on its shelf until that task is done or declined."),
    "do.keep": QT_TRANSLATE_NOOP("Sentences", "Keep the piece on its shelf. Why it may not go out stands below."),
    "do.lost": QT_TRANSLATE_NOOP("Sentences", "Look on the shelves beside its own, then tell a manager."),
    "do.contested": QT_TRANSLATE_NOOP(
        "Sentences", "Do not give the piece away. A manager decides in the Inbox which counter is right."
    ),
    "do.gone": QT_TRANSLATE_NOOP(
        "Sentences", "There is nothing to do. If it is in your hand, receive it as a new piece."
    ),
    # ---- what there is to know
    "answer.several_pieces": QT_TRANSLATE_NOOP("Sentences", "Several pieces match. Look at the label, then choose."),
    "answer.guess": QT_TRANSLATE_NOOP(
        "Sentences", "Nothing is called exactly “{asked}”. Choose what was meant, or type it again."
    ),
    "answer.name_gone": QT_TRANSLATE_NOOP(
        "Sentences", "{name} stands on the form of PMB {mailbox} no longer: no mail comes in for this name."
    ),
    "answer.collects_only": QT_TRANSLATE_NOOP("Sentences", "{name} may collect, but gets no mail here."),
    "answer.payment_ok": QT_TRANSLATE_NOOP("Sentences", "Payments are in order."),
    "holder.given_on": QT_TRANSLATE_NOOP(
        "Sentences", "Former holder: PMB {mailbox} belongs to {holder} now. Go by the name, never by the number."
    ),
    "holder.former": QT_TRANSLATE_NOOP("Sentences", "{holder} had this number before. Look at the name on each piece."),
    "holder.former_with_pieces": QT_TRANSLATE_NOOP(
        "Sentences", "{holder} had this number before and still has pieces here ({count}). Look at each name."
    ),
    "holder.shared": QT_TRANSLATE_NOOP(
        "Sentences", "{holder} is in the register with the same number. Look at the name on each piece."
    ),
    "storage.soon": QT_TRANSLATE_NOOP(
        "Sentences", "Storage is free until {until} (days left: {days}) for {mail_id}. Remind the customer."
    ),
    "storage.last_day": QT_TRANSLATE_NOOP(
        "Sentences", "Today is the last free day of storage for {mail_id}. Remind the customer."
    ),
    "storage.over": QT_TRANSLATE_NOOP(
        "Sentences", "Storage was free until {until} for {mail_id}; since then each day counts. Remind the customer."
    ),
    "task.scheduled": QT_TRANSLATE_NOOP("Sentences", "Pickup asked for, due {due}. Pieces: {pieces}."),
    "task.appointment": QT_TRANSLATE_NOOP("Sentences", "Pickup agreed for {due}. Pieces: {pieces}."),
    "task.late": QT_TRANSLATE_NOOP("Sentences", "Pickup overdue since {due}. Pieces: {pieces}."),
    "task.in_progress": QT_TRANSLATE_NOOP("Sentences", "Pickup in progress. Pieces: {pieces}."),
    "task.charging": QT_TRANSLATE_NOOP("Sentences", "Pickup waits for the bank’s answer. Pieces: {pieces}."),
    "task.paid": QT_TRANSLATE_NOOP("Sentences", "Pickup paid, not handed over yet. Pieces: {pieces}."),
    "task.pay_later": QT_TRANSLATE_NOOP("Sentences", "Pickup to be charged later. Pieces: {pieces}."),
    "task.payment_declined": QT_TRANSLATE_NOOP(
        "Sentences", "Pickup with a declined payment: nothing goes out before it is paid. Pieces: {pieces}."
    ),
    "piece.whose": QT_TRANSLATE_NOOP("Sentences", "It belongs to {holder}, PMB {mailbox}."),
    "piece.since": QT_TRANSLATE_NOOP("Sentences", "Received {since}; days here: {days}."),
    # ---- why an offer is refused, and what to do instead
    "piece.not_here": QT_TRANSLATE_NOOP(
        "Sentences", "The piece is not on our shelves. If it is in your hand, receive it as a new one."
    ),
    "piece.task_first": QT_TRANSLATE_NOOP(
        "Sentences", "The piece is kept for an open task. Finish that task, or decline it first."
    ),
    "piece.assign_first": QT_TRANSLATE_NOOP("Sentences", "The piece has no mailbox yet. Assign it first."),
}
