"""What a pickup costs: letters together once a visit, packages one by one (KB-PUPRICE)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from counter_app.domain.values import Money

LETTER_TYPES = frozenset(("letter", "large_envelope", "postcard", "magazine", "check"))
"""Mail types that are charged together, however many they are. A check comes in an envelope."""

PACKAGE_TYPES = frozenset(("package",))


@dataclass(frozen=True, slots=True)
class PickupPrices:
    """The store's own pickup prices: `letters` for all flat mail of one visit, `package` for each package."""

    letters: Money
    package: Money

    def __post_init__(self) -> None:
        if self.letters.currency != self.package.currency:
            raise ValueError("a store's pickup prices are in one currency")
        if min(self.letters.cents, self.package.cents) < 0:
            raise ValueError("a price is never negative")


@dataclass(frozen=True, slots=True)
class FeeLine:
    """One line of a charge: `kind` (pickup.letters, pickup.letters_paid, pickup.package); `quantity` times `unit` is
    `amount`."""

    kind: str
    quantity: int
    unit: Money
    amount: Money


def pickup_fee(
    mail_types: Sequence[str], prices: PickupPrices, *, courtesy: bool = False, letters_paid: bool = False
) -> list[FeeLine]:
    """The fee lines of one visit; `mail_types` has each piece's type, one without a price is a ValueError.

    `letters_paid`: the one charge for flat mail was made in this visit already, with another pickup.
    A courtesy pickup is free and has no line (KB-PUMARK). Ten letters at $1.00 cost $1.00 (KB-PUPRICE).
    """
    unknown = sorted(set(mail_types) - LETTER_TYPES - PACKAGE_TYPES)
    if unknown:
        raise ValueError(f"no pickup price for {', '.join(unknown)}")
    if courtesy:
        return []
    packages = sum(1 for mail_type in mail_types if mail_type in PACKAGE_TYPES)
    lines: list[FeeLine] = []
    if len(mail_types) > packages and letters_paid:
        nothing = Money(0, prices.letters.currency)
        lines.append(FeeLine("pickup.letters_paid", 1, nothing, nothing))
    elif len(mail_types) > packages:
        lines.append(FeeLine("pickup.letters", 1, prices.letters, prices.letters))
    if packages:
        lines.append(FeeLine("pickup.package", packages, prices.package, prices.package.times(packages)))
    return lines


def total(lines: Iterable[FeeLine], currency: str = "USD") -> Money:
    """The sum of `lines`; nothing in `currency` when there are none. Mixed currencies are a ValueError."""
    amounts = [line.amount for line in lines]
    return sum(amounts[1:], amounts[0]) if amounts else Money(0, currency)
