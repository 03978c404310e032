import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.fees import LETTER_TYPES, FeeLine, PickupPrices, pickup_fee, total
from counter_app.domain.values import Money

PRICES = PickupPrices(letters=Money(100), package=Money(250))
TYPES = st.lists(st.sampled_from((*sorted(LETTER_TYPES), "package")), max_size=30)


def test_kb_puprice_ten_letters_are_one_charge():
    assert pickup_fee(["letter"] * 10, PRICES) == [FeeLine("pickup.letters", 1, Money(100), Money(100))]


def test_kb_puprice_letters_and_large_envelopes_go_together_and_each_package_alone():
    lines = pickup_fee(["letter", "package", "large_envelope", "package", "postcard", "magazine"], PRICES)
    assert lines == [
        FeeLine("pickup.letters", 1, Money(100), Money(100)),
        FeeLine("pickup.package", 2, Money(250), Money(500)),
    ]
    assert total(lines) == Money(600)


def test_kb_pumark_a_courtesy_pickup_is_free():
    assert pickup_fee(["package"], PRICES, courtesy=True) == []
    assert total([], "CAD") == Money(0, "CAD")


def test_a_type_without_a_price_is_refused_not_given_away():
    with pytest.raises(ValueError, match="sofa"):
        pickup_fee(["letter", "sofa"], PRICES)
    with pytest.raises(ValueError, match="sofa"):
        pickup_fee(["sofa"], PRICES, courtesy=True)


def test_prices_are_sane():
    with pytest.raises(ValueError, match="currency"):
        PickupPrices(Money(100, "USD"), Money(100, "CAD"))
    with pytest.raises(ValueError, match="negative"):
        PickupPrices(Money(-1), Money(100))


@given(TYPES, st.integers(0, 10_000), st.integers(0, 10_000))
def test_kb_puprice_the_total_is_one_letter_charge_and_the_packages(types, letters, package):
    prices = PickupPrices(Money(letters, "CAD"), Money(package, "CAD"))
    lines = pickup_fee(types, prices)
    packages = types.count("package")
    assert total(lines, "CAD") == Money((letters if len(types) > packages else 0) + packages * package, "CAD")
    assert all(line.amount == line.unit.times(line.quantity) for line in lines)
