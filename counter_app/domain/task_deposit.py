"""Check deposit: up to five checks for one bank, by mail that can be followed (2.10, KB-CHECK)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from counter_app.domain.mail_item import MailItem
from counter_app.domain.task import ChargeLine, Task

if TYPE_CHECKING:
    from counter_app.domain.task_fees import TaskPrices

CHECKS_MOST = 5
STALE_DAYS = 180
CHECK_CENTS_MOST = 100_000_000
PACKAGINGS = ("letter", "large_envelope")
SERVICES = ("usps_priority", "usps_priority_express", "usps_ground_advantage", "ups_ground", "fedex_ground")
"""What may carry checks: each is followed from hand to hand, which plain stamps are not."""
TO_PO_BOX = ("usps_priority",)
_PO_BOX = re.compile(
    r"\b(?:p\.?\s*o\.?|post\s*office)\s*(?:box|drawer)\b|\bp\.?\s*o\.?\s*b\.?\s*#?\d|\block\s*box\b", re.I
)
_ZIP = re.compile(r"\b([A-Z]{2})[\s,]+\d{5}(?:-\d{4})?\b")
_STATES = (
    " AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM "
    "NY NC ND OH OK OR PA PR RI SC SD TN TX UT VT VA VI GU WA WV WI WY "
)


@dataclass(frozen=True, slots=True)
class Check:
    """One check. `account` is what may be shown of its account number, `dated` ISO, `verdict` of the payee's name."""

    number: int
    item: str
    bank: str
    account: str = ""
    cents: int = 0
    dated: str = ""
    payee: str = ""
    verdict: str = ""
    endorsed: int = 0


@dataclass(frozen=True, slots=True)
class DepositTask(Task):
    """A deposit. `bank`, `bank_address` and `bank_account` say where the checks go; the customer has given them."""

    TERMS: ClassVar[tuple[str, ...]] = ("bank", "bank_address", "bank_account", "agreed_cents")

    bank: str = ""
    bank_address: str = ""
    bank_account: str = ""
    checks: tuple[Check, ...] = ()
    absent: tuple[str, ...] = ()
    """Pieces in which no check was found."""
    packaging: str = ""
    weight_g: int = 0
    service: str = ""
    postage_cents: int = 0
    tracking: str = ""
    own_label: int = 0

    @property
    def total(self) -> int:
        """What is deposited, in cents."""
        return sum(check.cents for check in self.checks)

    @property
    def with_checks(self) -> tuple[str, ...]:
        """The pieces at hand whose checks are deposited."""
        return tuple(item for item in self.at_hand if item not in self.absent)

    @property
    def po_box(self) -> bool:
        return is_po_box(self.bank_address)


def is_po_box(address: str) -> bool:
    """Whether mail to `address` goes into a box at a post office, where only the USPS delivers."""
    return _PO_BOX.search(address) is not None


def is_us_address(address: str) -> bool:
    """Whether `address` has a state and a ZIP code of the United States."""
    return any(f" {found[1]} " in _STATES for found in _ZIP.finditer(address.upper()))


def masked(number: str) -> str:
    """The last four digits of an account number, which is all that is kept and shown of it."""
    digits = "".join(ch for ch in number if ch.isascii() and ch.isalnum())
    return f"••{digits[-4:]}" if digits else ""


def same_bank(one: str, other: str) -> bool:
    """Whether two names of a bank are the same but for case, points and spaces."""
    return _bank_key(one) == _bank_key(other)


def _bank_key(name: str) -> str:
    return "".join(ch for ch in name.casefold() if ch.isalnum())


def days_old(dated: str, today: str) -> int:
    """Days from the date on a check to today, negative for a date to come; both ISO."""
    return (date.fromisoformat(today) - date.fromisoformat(dated)).days


def services_to(address: str) -> tuple[str, ...]:
    """The services that may carry checks to that bank: Priority Mail alone when its address is a PO box."""
    return TO_PO_BOX if is_po_box(address) else SERVICES


def deposit_gaps(task: DepositTask) -> tuple[str, ...]:
    """What stands open before the slip can be printed, as codes in the order of the work."""
    with_check = {check.item for check in task.checks}
    found = []
    if not task.bank or not task.bank_address:
        found.append("deposit.bank_missing")
    if not task.checks:
        found.append("deposit.no_checks")
    if any(item not in with_check for item in task.with_checks):
        found.append("deposit.piece_without_check")
    if any(not check.endorsed for check in task.checks):
        found.append("deposit.not_endorsed")
    return tuple(found)


def deposit_lines(task: DepositTask, items: Sequence[MailItem], prices: TaskPrices) -> tuple[ChargeLine, ...]:
    """$4.95 a deposit, and the postage as it is priced."""
    if not task.service:
        return ()
    lines = (ChargeLine("deposit", "", 1, prices.deposit), ChargeLine("postage", "", 1, task.postage_cents))
    return tuple(line for line in lines if line.unit_cents)
