"""Times, dates, money, weights and numbers as the language in force writes them. Times are the store's own."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from counter_app.domain.values import Money
from ui.language import language

GRAMS_PER_TENTH_OUNCE = 2.8349523125
OUNCES_PER_POUND_TENTHS = 160


def clock_text(at: datetime) -> str:
    """A time of the day: `9:05 AM`, `09:05`. `at` is in the store's zone."""
    return str(language.locale.toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat))


def when_text(at: datetime, now: datetime) -> str:
    """A moment as it is said at the counter, both in the store's zone: a time today, else the day before it."""
    if at.date() == now.date():
        return clock_text(at)
    if at.date() == now.date() - timedelta(days=1):
        return QCoreApplication.translate("Figures", "yesterday {time}").format(time=clock_text(at))
    day = date_text(at) if at.year == now.year else full_date(at)
    return f"{day}, {clock_text(at)}"


def moment_text(at: datetime, now: datetime) -> str:
    """The same for a history: the day alone once it is past yesterday: `today 2:06 PM`, `Oct 24, 2026`."""
    if at.date() == now.date():
        return QCoreApplication.translate("Figures", "today {time}").format(time=clock_text(at))
    return when_text(at, now) if at.date() == now.date() - timedelta(days=1) else full_date(at)


def date_text(at: date) -> str:
    """Month and day: `Nov 2`, `2 nov.`."""
    return _written(at, QCoreApplication.translate("Figures", "MMM d"))


def full_date(at: date) -> str:
    """Day with its year: `Nov 2, 2026`, `2 nov. 2026`."""
    return _written(at, QCoreApplication.translate("Figures", "MMM d, yyyy"))


def long_date(at: date) -> str:
    """Weekday, month and day, as a line begins: `Monday, November 2`, `Lundi 2 novembre`."""
    text = _written(at, QCoreApplication.translate("Figures", "dddd, MMMM d"))
    return text[:1].upper() + text[1:]


def day_of(text: str) -> str:
    """An ISO day (`2026-11-02`) as it is written here; other text as it is."""
    try:
        return full_date(date.fromisoformat(text)) if len(text) == len("2026-11-02") else text
    except ValueError:
        return text


def money(amount: Money) -> str:
    """US dollars: `$1,234.50`, `1 234,50 $`."""
    return str(language.locale.toCurrencyString(amount.cents / 100, "$"))


def number(count: int) -> str:
    """A whole number with its groups: `12,000`, `12 000`."""
    return str(language.locale.toString(count))


def decimal(value: float, places: int = 1) -> str:
    """A number with its decimal sign: `6.4`, `6,4`."""
    return str(language.locale.toString(value, "f", places))


def weight_text(grams: int) -> str:
    """A weight as shown at a counter in the United States: pounds and ounces to a tenth."""
    pounds, rest = divmod(round(grams / GRAMS_PER_TENTH_OUNCE), OUNCES_PER_POUND_TENTHS)
    ounces = decimal(rest / 10)
    if not pounds:
        return QCoreApplication.translate("Figures", "{ounces} oz").format(ounces=ounces)
    return QCoreApplication.translate("Figures", "{pounds} lb {ounces} oz").format(pounds=pounds, ounces=ounces)


def _written(at: date, pattern: str) -> str:
    return str(language.locale.toString(QDate(at.year, at.month, at.day), pattern))
