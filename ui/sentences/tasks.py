"""What a clerk reads of the to-do list and of tasks of any kind."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

TASKS: dict[str, Any] = {
    "task.unknown": QT_TRANSLATE_NOOP("Sentences", "This task does not exist any more."),
    "task.not_open": QT_TRANSLATE_NOOP("Sentences", "This task is finished or was given up. Choose another one."),
    "task.locked": QT_TRANSLATE_NOOP(
        "Sentences", "{by} works on this task. Take it over with a reason, or choose another one."
    ),
    "task.wrong_step": QT_TRANSLATE_NOOP("Sentences", "This task is not at that step."),
    "task.no_pieces": QT_TRANSLATE_NOOP("Sentences", "Choose at least one piece for this task."),
    "task.piece_not_in_task": QT_TRANSLATE_NOOP(
        "Sentences", "{mail_id} was not asked for in this task. Put it back on its shelf."
    ),
    "task.piece_gone": QT_TRANSLATE_NOOP(
        "Sentences",
        "{mail_id} has left the shelf through another task. Go on without it; its own page says where it went.",
    ),
    "task.label_missing": QT_TRANSLATE_NOOP(
        "Sentences", "Say what the charge or discount is for; it is on the receipt."
    ),
    "task.amount_wrong": QT_TRANSLATE_NOOP("Sentences", "That amount cannot be right. Type it in dollars and cents."),
    "task.charged_already": QT_TRANSLATE_NOOP(
        "Sentences", "This task is charged already. A correction is a request for a refund or an extra charge."
    ),
    "task.customer_must_agree": QT_TRANSLATE_NOOP(
        "Sentences", "The price is above what the customer agreed to. Ask the customer first."
    ),
    "task.reason_missing": QT_TRANSLATE_NOOP("Sentences", "Choose why; the customer is told."),
    "task.comment_missing": QT_TRANSLATE_NOOP("Sentences", "Write down why in your own words; the customer is told."),
    "task.card_declined": QT_TRANSLATE_NOOP(
        "Sentences", "The card was declined. The customer changes the payment method in the account; then try again."
    ),
    "task.checking": QT_TRANSLATE_NOOP(
        "Sentences", "The card is being checked. Nothing is charged twice; go on with another task meanwhile."
    ),
    "task.awaiting_customer": QT_TRANSLATE_NOOP(
        "Sentences", "The customer is asked about the price. The clock of this task stands still until the answer."
    ),
    "task.customer_must_agree_to": QT_TRANSLATE_NOOP(
        "Sentences", "The customer agreed to {agreed}. Ask first: nothing is charged without a yes."
    ),
    "task.paused_payment_declined": QT_TRANSLATE_NOOP(
        "Sentences", "The card was declined: the task waits for the customer. Process it to try again or to decline it."
    ),
    "task.paused_awaiting_customer": QT_TRANSLATE_NOOP(
        "Sentences", "The customer is asked about the price. The clock stands still until the answer."
    ),
    "task.worked_on": QT_TRANSLATE_NOOP("Sentences", "{by} works on it"),
    "task.all_done": QT_TRANSLATE_NOOP("Sentences", "Everything is done."),
    "task.last_step": QT_TRANSLATE_NOOP("Sentences", "Only the last step is left."),
    "task.no_panel": QT_TRANSLATE_NOOP(
        "Sentences", "This program cannot work on this kind of task yet. Update Counter, or do it in the portal."
    ),
    "op.task_unknown": QT_TRANSLATE_NOOP("Sentences", "This task does not exist any more."),
}
