"""The words of shipping: packaging, contents, whose label, carriers, bundles."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from counter_app.domain.task_ship import CARRIERS
from ui.acts import carrier_name


def packagings() -> list[tuple[str, str]]:
    return [
        ("box", QCoreApplication.translate("Ship", "Box")),
        ("own", QCoreApplication.translate("Ship", "As it came")),
        ("padded", QCoreApplication.translate("Ship", "Padded envelope")),
        ("envelope", QCoreApplication.translate("Ship", "Envelope")),
        ("tube", QCoreApplication.translate("Ship", "Tube")),
        ("carrier_box", QCoreApplication.translate("Ship", "Carrier's box")),
        ("carrier_envelope", QCoreApplication.translate("Ship", "Carrier's envelope")),
    ]


def contents() -> list[tuple[str, str]]:
    """The answers to what may not be shipped, the open question first."""
    return [
        ("", QCoreApplication.translate("Ship", "Look inside and answer")),
        ("none", QCoreApplication.translate("Ship", "Nothing forbidden")),
        ("lithium", QCoreApplication.translate("Ship", "Lithium batteries")),
        ("alcohol", QCoreApplication.translate("Ship", "Alcohol")),
        ("tobacco", QCoreApplication.translate("Ship", "Tobacco")),
        ("weapon", QCoreApplication.translate("Ship", "Weapon or ammunition")),
        ("hazardous", QCoreApplication.translate("Ship", "Hazardous: aerosol, perfume, paint")),
        ("perishable", QCoreApplication.translate("Ship", "Perishable")),
        ("cash", QCoreApplication.translate("Ship", "Cash or jewels")),
        ("drugs", QCoreApplication.translate("Ship", "Drugs")),
        ("other", QCoreApplication.translate("Ship", "Something else forbidden")),
    ]


def sources() -> list[tuple[str, str]]:
    return [
        ("platform", QCoreApplication.translate("Ship", "Platform label")),
        ("store", QCoreApplication.translate("Ship", "Store's own label")),
        ("stamp", QCoreApplication.translate("Ship", "Stamp (one letter)")),
        ("customer", QCoreApplication.translate("Ship", "Customer's own label")),
    ]


def carriers(offered: tuple[str, ...] = CARRIERS) -> list[tuple[str, str]]:
    return [(one, carrier_name(one)) for one in offered]


def factor(permille: int) -> str:
    """1200 -> `1.2`."""
    whole, rest = divmod(permille, 1_000)
    return f"{whole}.{rest:03d}".rstrip("0").rstrip(".") if rest else str(whole)


def read_factor(text: str) -> int:
    """`1.2`, `1,25` as thousandths; 0 for what is none."""
    said = text.strip().replace(",", ".")
    whole, _, rest = said.partition(".")
    if not (whole or rest) or len(rest) > 3 or len(whole) > 3 or not (whole + rest).isascii():
        return 0
    return int(whole or "0") * 1_000 + int(rest.ljust(3, "0")) if (whole + rest).isdigit() else 0
