"""What a clerk reads when what was typed is no price."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

MONEY: dict[str, Any] = {
    "money.nothing_due": QT_TRANSLATE_NOOP("Sentences", "There is nothing to charge: no storage is owed up to today."),
    "money.charged_already": QT_TRANSLATE_NOOP(
        "Sentences", "The postage due for {mail_id} is in a fee already. Look for it under Tasks."
    ),
    "money.told": QT_TRANSLATE_NOOP("Sentences", "The customer was told that it is free until {until}."),
    "money.not_paid": QT_TRANSLATE_NOOP("Sentences", "There is a receipt once this is paid."),
    "money.day_wrong": QT_TRANSLATE_NOOP("Sentences", "That is no day. Type it as year-month-day."),
    "money.empty": QT_TRANSLATE_NOOP("Sentences", "Type an amount in dollars and cents, such as 12.50."),
    "money.unreadable": QT_TRANSLATE_NOOP("Sentences", "That is no amount. Type dollars and cents, such as 12.50."),
    "money.ambiguous": QT_TRANSLATE_NOOP(
        "Sentences",
        "That can be read in two ways. Type the amount with two digits for the cents, such as 1234.00 or 1.23.",
    ),
    "money.negative": QT_TRANSLATE_NOOP("Sentences", "An amount is never below nothing. Type it without a minus."),
    "money.too_large": QT_TRANSLATE_NOOP(
        "Sentences", "That amount is too large to be right. Check it and type it again."
    ),
}
