"""The mailbox account: its states, its legal moves, and what each state allows at the counter (S-02, S-09)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class AccountState(Enum):
    SIGNED_UP = "signed_up"
    DOCS_SUBMITTED = "docs_submitted"
    PRE_REVIEW = "pre_review"
    PENDING_APPROVAL = "pending_approval"
    ACTIVE = "active"
    RESUBMISSION_DUE = "resubmission_due"
    ON_HOLD = "on_hold"
    EXPIRED = "expired"
    INACTIVE = "inactive"
    REJECTED = "rejected"
    RELEASED = "released"


S = AccountState
MOVES: frozenset[tuple[AccountState, AccountState]] = frozenset(
    {
        (S.SIGNED_UP, S.DOCS_SUBMITTED),
        (S.DOCS_SUBMITTED, S.PRE_REVIEW),
        (S.PRE_REVIEW, S.SIGNED_UP),
        (S.PRE_REVIEW, S.PENDING_APPROVAL),
        (S.PENDING_APPROVAL, S.ACTIVE),
        (S.PENDING_APPROVAL, S.PRE_REVIEW),
        (S.PENDING_APPROVAL, S.REJECTED),
        (S.ACTIVE, S.PENDING_APPROVAL),
        (S.ACTIVE, S.RESUBMISSION_DUE),
        (S.RESUBMISSION_DUE, S.PENDING_APPROVAL),
        (S.ACTIVE, S.ON_HOLD),
        (S.ON_HOLD, S.ACTIVE),
        (S.ACTIVE, S.EXPIRED),
        (S.EXPIRED, S.ACTIVE),
        (S.EXPIRED, S.INACTIVE),
        (S.ACTIVE, S.INACTIVE),
        (S.ON_HOLD, S.INACTIVE),
        (S.INACTIVE, S.ACTIVE),
        (S.INACTIVE, S.RELEASED),
    }
)


def may_move(old: AccountState, new: AccountState) -> bool:
    """Whether the account may go from `old` to `new`; staying is not a move."""
    return (old, new) in MOVES


def way_to(state: AccountState) -> tuple[AccountState, ...]:
    """The shortest row of legal moves from sign-up to `state`, for an account that is taken over from elsewhere."""
    ways: dict[AccountState, tuple[AccountState, ...]] = {S.SIGNED_UP: ()}
    queue = [S.SIGNED_UP]
    for here in queue:
        for old, new in sorted(MOVES, key=lambda move: (move[0].value, move[1].value)):
            if old is here and new not in ways:
                ways[new] = (*ways[here], new)
                queue.append(new)
    return ways[state]


class InsertRule(Enum):
    """What the counter does with a piece for a mailbox in a given state."""

    INSERT = "insert"
    INSERT_AND_WARN = "insert_and_warn"
    NOTICE_AND_RETURN = "notice_and_return"
    """`Mail received` notice to the customer, then back to the sender (unapproved recipient)."""
    NOTICE_AND_HOLD = "notice_and_hold"
    """`Mail received` notice for a mailbox on hold; the piece is kept until there is an instruction."""
    HOLD_OR_REMAIL = "hold_or_remail"
    """Closed for less than six months: the CMRA may not refuse it (R-14 to R-17)."""
    RETURN = "return"


@dataclass(frozen=True, slots=True)
class StateRule:
    """One row of the table of what a state allows; `reason` is the stable code of why not."""

    insert: InsertRule
    tasks: bool
    walk_in_pickup: bool
    shown_in_insert_search: bool
    reason: str


_NOT_APPROVED = StateRule(InsertRule.NOTICE_AND_RETURN, False, False, False, "mailbox.never_approved")
RULES: dict[AccountState, StateRule] = {
    S.SIGNED_UP: _NOT_APPROVED,
    S.DOCS_SUBMITTED: _NOT_APPROVED,
    S.PRE_REVIEW: _NOT_APPROVED,
    S.PENDING_APPROVAL: _NOT_APPROVED,
    S.ACTIVE: StateRule(InsertRule.INSERT, True, True, True, ""),
    S.RESUBMISSION_DUE: StateRule(InsertRule.INSERT_AND_WARN, True, True, True, "mailbox.form_renewal_due"),
    S.ON_HOLD: StateRule(InsertRule.NOTICE_AND_HOLD, False, False, False, "mailbox.on_hold"),
    S.EXPIRED: StateRule(InsertRule.INSERT_AND_WARN, False, False, True, "mailbox.expired"),
    S.INACTIVE: StateRule(InsertRule.HOLD_OR_REMAIL, False, False, False, "mailbox.inactive"),
    S.REJECTED: StateRule(InsertRule.RETURN, False, False, False, "mailbox.rejected"),
    S.RELEASED: StateRule(InsertRule.RETURN, False, False, False, "mailbox.released"),
}


@dataclass(frozen=True, slots=True)
class Collector:
    """A person of block 5 of the Form 1583: may collect, is not a recipient. Dates are ISO, "" means open."""

    name: str
    valid_to: str = ""


@dataclass(frozen=True, slots=True)
class FormName:
    """A name for which mail may be accepted: it stands on a Form 1583 of this mailbox (S-09)."""

    text: str
    kind: str = "person"
    valid_from: str = ""
    valid_to: str = ""

    def valid_on(self, day: str) -> bool:
        """Whether the name stood on the form on `day` (ISO date of the store)."""
        return (not self.valid_from or self.valid_from <= day) and (not self.valid_to or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Account:
    """A mailbox account as the counter knows it. Times are UTC milliseconds, dates ISO dates of the store."""

    id: str
    mailbox: str
    state: str
    holder: str
    names: tuple[FormName, ...] = ()
    collectors: tuple[Collector, ...] = ()
    email: str = ""
    phone: str = ""
    plan: str = ""
    payment: str = "ok"
    id_expires_on: str = ""
    state_since: str = ""
    """The day of the state; of a released mailbox the day on which it was closed."""
    restricted_delivery: str = ""
    """"yes" when the Form 1583 lets the counter take restricted delivery (R-20)."""
    note: str = ""
    contested: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    history: tuple[tuple[str, str, int, str], ...] = ()

    @property
    def rule(self) -> StateRule:
        return RULES[AccountState(self.state)]

    def insert_rule(self, today: str) -> InsertRule:
        """What to do with a piece today; a mailbox closed six months or more ago returns mail (R-14)."""
        if AccountState(self.state) in (S.INACTIVE, S.RELEASED) and self.state_since:
            return InsertRule.RETURN if months_between(self.state_since, today) >= 6 else InsertRule.HOLD_OR_REMAIL
        return self.rule.insert

    def may_collect(self, day: str) -> tuple[str, ...]:
        """Every person who may collect on `day`: those on the form, and the individuals of block 5.

        A firm on the form receives mail, but it has no photo ID to show.
        """
        people = [name.text for name in self.names if name.valid_on(day) and name.kind != "business"]
        people += [one.name for one in self.collectors if not one.valid_to or day <= one.valid_to]
        return tuple(dict.fromkeys(people))


def months_between(start: str, end: str) -> int:
    """Whole calendar months from ISO date `start` to `end`; 31 August to the last day of February is six.

    The last day of a shorter month completes the month (domain rule on month arithmetic, 4.2 case 8).
    """
    from_year, from_month, from_day = (int(part) for part in start.split("-"))
    to_year, to_month, to_day = (int(part) for part in end.split("-"))
    months = (to_year - from_year) * 12 + to_month - from_month
    if to_day < min(from_day, _days_in_month(to_year, to_month)):
        months -= 1
    return months


def _days_in_month(year: int, month: int) -> int:
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31
