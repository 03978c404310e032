"""The weight of a piece: typed in pounds and ounces, or taken from the scale; its trouble is words, never a number."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter_app.domain.values import Weight
from counter_app.ports import Reading
from ui.buttons import button
from ui.entries import field
from ui.figures import GRAMS_PER_TENTH_OUNCE, OUNCES_PER_POUND_TENTHS, weight_text
from ui.language import language
from ui.status import short
from ui.widgets import lay, text_label

MOST_GRAMS = 500_000
EMPTY_BELOW_G = 3
"""A scale that shows less has nothing on it."""


class WeightWrong(ValueError):
    """What stands in the fields is no weight."""


class WeightEntry(QWidget):
    """Pounds, ounces and the scale. Empty fields mean not weighed.

    The scale fills in by itself once per piece, only from a stable reading, never over what somebody typed, and
    after a piece only when it has been empty in between: the last piece may still lie on it.
    """

    def __init__(self, weigh: Callable[[], object]) -> None:
        super().__init__()
        self.pounds = field(QCoreApplication.translate("Receive", "Pounds"), "lb", max_chars=6)
        self.ounces = field(QCoreApplication.translate("Receive", "Ounces"), "oz", max_chars=6)
        self.weigh = button(QCoreApplication.translate("Receive", "Weigh"), "second", "scale", "F9", clicked=weigh)
        self.live = text_label("", "caption", elide="right")
        self._exact: tuple[str, str, int] = ("", "", 0)
        self._by_hand = False
        self._armed = True
        for one in (self.pounds, self.ounces):
            one.setFixedWidth(58)
            one.edit.textEdited.connect(lambda _text: self._typed())
        self.live.setFixedWidth(self.weigh.sizeHint().width())
        beside = lay(QVBoxLayout(), self.live, self.weigh, None, gap=4)
        lay(QHBoxLayout(self), self.pounds, self.ounces, beside, gap=8)
        self.show_live(None, "")

    # ------------------------------------------------------------ what it holds

    def grams(self) -> int:
        """The weight in grams, 0 when nothing was weighed. WeightWrong when the fields hold no weight."""
        pounds, ounces = self.pounds.text().strip(), self.ounces.text().strip()
        if (pounds, ounces) == self._exact[:2]:
            return self._exact[2]
        if not pounds and not ounces:
            return 0
        try:
            grams = Weight.from_pounds(_number(pounds)).grams + Weight.from_ounces(_number(ounces)).grams
        except (InvalidOperation, ValueError) as error:
            raise WeightWrong from error
        if not 0 < grams <= MOST_GRAMS:
            raise WeightWrong
        return grams

    def set_grams(self, grams: int) -> None:
        """Show a weight, 0 for none; the exact grams are kept beside their rounded pounds and ounces."""
        pounds, rest = divmod(round(grams / GRAMS_PER_TENTH_OUNCE), OUNCES_PER_POUND_TENTHS)
        ounces = f"{rest / 10:g}".replace(".", language.locale.decimalPoint())
        self.pounds.set_text(str(pounds) if grams and pounds else "")
        self.ounces.set_text(ounces if grams else "")
        self._exact = (self.pounds.text(), self.ounces.text(), grams)
        self._by_hand = False

    def show_error(self) -> None:
        """The fields hold no weight; the page says so in words."""
        for one in (self.pounds, self.ounces):
            one.show_error(" ")

    def next_piece(self) -> None:
        """The piece is done; the scale fills in again when it has been empty."""
        self._armed = False
        self.set_grams(0)

    def is_empty(self) -> bool:
        return not self.pounds.text().strip() and not self.ounces.text().strip()

    def _typed(self) -> None:
        self._by_hand = True

    # ------------------------------------------------------------ the scale

    def heard(self, reading: Reading | None, code: str, take: bool) -> bool:
        """The scale has shown something; with `take` it may fill in. True when it did."""
        self.show_live(reading, code)
        if reading is None or not reading.stable:
            return False
        if reading.grams < EMPTY_BELOW_G:
            self._armed = True
            return False
        if not (take and self._armed and self.is_empty() and not self._by_hand):
            return False
        self.set_grams(reading.grams)
        return True

    def weighed(self, reading: Reading) -> bool:
        """The clerk asked for it. True when the weight was taken; else the words beneath say why not."""
        self.show_live(reading, "")
        if not reading.stable or not EMPTY_BELOW_G <= reading.grams <= MOST_GRAMS:
            return False
        self.set_grams(reading.grams)
        return True

    def show_live(self, reading: Reading | None, code: str) -> None:
        """What the scale shows, in words while it shows no weight."""
        if reading is None:
            text = (
                QCoreApplication.translate("Receive", "Scale: {trouble}").format(trouble=short(code))
                if code
                else QCoreApplication.translate("Receive", "Scale: no weight yet")
            )
            kind = "error" if code else "caption"
        elif not reading.stable:
            text, kind = QCoreApplication.translate("Receive", "Scale: moving"), "error"
        elif reading.grams < EMPTY_BELOW_G:
            text, kind = QCoreApplication.translate("Receive", "Scale: nothing on it"), "caption"
        else:
            shown = weight_text(reading.grams)
            text, kind = QCoreApplication.translate("Receive", "Scale: {weight}").format(weight=shown), "caption"
        self.live.set_role(kind)
        self.live.setText(text)


def _number(text: str) -> Decimal:
    value = Decimal(text.replace(",", ".")) if text else Decimal(0)
    if not value.is_finite() or value < 0 or value > 10_000:
        raise WeightWrong
    return value
