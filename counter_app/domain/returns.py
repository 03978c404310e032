"""What goes back to its sender: for which reasons, when not, and with which words on it (2.12, R-14 to R-18)."""

from __future__ import annotations

from counter_app.domain.mailbox import Account, AccountState, InsertRule

REASONS = (
    "not_approved",
    "name_not_on_form",
    "inactive_6_months",
    "rejected",
    "misdelivered",
    "unknown",
    "customer_request",
    "refused",
    "unclaimed",
)
"""Why a piece goes back; stable codes, in the journal and on manifests."""

NO_AUTHORIZATION = (
    "Undeliverable, Commercial Mail Receiving Agency, No Authorization to Receive Mail for this Addressee"
)
_ENDORSEMENTS = {
    "misdelivered": "Misdelivered",
    "customer_request": "Refused",
    "refused": "Refused",
    "unclaimed": "Unclaimed",
}


def endorsement(reason: str) -> str:
    """The words for the carrier; in the language of the post, whatever the clerk speaks (2.12)."""
    return _ENDORSEMENTS.get(reason, NO_AUTHORIZATION)


def reasons_for(account: Account | None, named: bool, today: str) -> tuple[str, ...]:
    """The reasons for which a piece may go back today, the likeliest first.

    `account` is the mailbox whose number stands on it, None when there is none; `named` says whether its name stands
    or stood on that mailbox's form. Mail of a customer, or of one who left less than six months ago, is not refused
    (R-14, R-15): for a former holder's own piece only a carrier's mistake is left. A number that has another holder
    now proves nothing; the name decides (R-17).
    """
    if account is None:
        return ("unknown", "misdelivered", "refused")
    if not named:
        return ("name_not_on_form", "misdelivered", "unknown")
    rule, state = account.insert_rule(today), AccountState(account.state)
    if rule is InsertRule.HOLD_OR_REMAIL:
        return ("misdelivered",)
    if rule is InsertRule.RETURN:
        return ("rejected" if state is AccountState.REJECTED else "inactive_6_months", "misdelivered")
    if rule is InsertRule.NOTICE_AND_RETURN:
        return ("not_approved", "misdelivered")
    if rule is InsertRule.NOTICE_AND_HOLD:
        return ("customer_request", "misdelivered")
    return ("customer_request", "refused", "unclaimed", "misdelivered")
