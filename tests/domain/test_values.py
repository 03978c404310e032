"""Money, weights and ids: units, rounding, and what the check character of a Mail ID finds."""

import uuid
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counter_app.domain.values import (
    MOST_CENTS,
    AmountError,
    Money,
    Weight,
    new_id,
    new_mail_id,
    parse_mail_id,
    parse_money,
    spoken_mail_id,
)

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
mail_ids = st.builds(new_mail_id, st.binary(min_size=6, max_size=6), st.booleans())


def test_money_adds_within_one_currency_only() -> None:
    assert Money(150) + Money(275) == Money(425)
    assert Money(35).times(3) == Money(105, "USD")
    with pytest.raises(ValueError, match="EUR"):
        Money(1) + Money(1, "EUR")


@pytest.mark.parametrize(
    ("ounces", "grams"),
    [("113.5", 3218), ("0", 0), ("1", 28), ("16", 454), ("0.0176", 0), ("0.01764", 1), ("1600", 45359)],
)
def test_ounces_become_the_nearest_gram(ounces: str, grams: int) -> None:
    assert Weight.from_ounces(Decimal(ounces)).grams == grams


def test_weight_is_shown_in_tenths_of_an_ounce() -> None:
    assert Weight.from_ounces(Decimal("113.5")).ounces == Decimal("113.5")
    assert Weight.from_pounds(Decimal("7.09375")) == Weight(3218)  # 113.5 oz
    assert Weight(0).ounces == Decimal("0.0")


@given(st.integers(0, 20_000))
def test_tenths_of_an_ounce_survive_grams_within_half_a_gram(tenths: int) -> None:
    shown = Weight.from_ounces(Decimal(tenths) / 10).ounces
    assert abs(shown - Decimal(tenths) / 10) <= Decimal("0.1")


def test_a_weight_is_never_negative() -> None:
    with pytest.raises(ValueError, match="negative"):
        Weight(-1)
    with pytest.raises(ValueError, match="negative"):
        Weight.from_ounces(Decimal("-0.1"))


@given(st.integers(0, 2**48 - 1), st.binary(min_size=10, max_size=16))
def test_new_id_is_a_uuid_of_version_7(now_ms: int, entropy: bytes) -> None:
    text = new_id(now_ms, entropy)
    parsed = uuid.UUID(text)
    assert str(parsed) == text
    assert parsed.int >> 76 & 0xF == 7
    assert parsed.variant == uuid.RFC_4122
    assert parsed.int >> 80 == now_ms


def test_new_id_golden_value() -> None:
    assert new_id(0x017F22E279B0, bytes.fromhex("0cc318c4dc0c0c07398f")) == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f"


@given(st.lists(st.integers(0, 2**48 - 1), min_size=2, max_size=2, unique=True), st.binary(min_size=10, max_size=10))
def test_ids_sort_by_time(times: list[int], entropy: bytes) -> None:
    early, late = sorted(times)
    assert new_id(early, b"\xff" * 10) < new_id(late, entropy)


def test_ids_need_enough_entropy() -> None:
    with pytest.raises(ValueError, match="10 bytes"):
        new_id(0, b"\0" * 9)
    with pytest.raises(ValueError, match="6 bytes"):
        new_mail_id(b"\0" * 5)


def test_all_74_bits_of_entropy_count() -> None:
    base = new_id(1, bytes(10))
    ids = {new_id(1, (1 << bit).to_bytes(10, "big")) for bit in range(80)}
    assert len(ids - {base}) == 74


def test_45_bits_of_entropy_make_different_mail_ids() -> None:
    ids = {new_mail_id((1 << bit).to_bytes(6, "big")) for bit in range(48)}
    assert len(ids - {new_mail_id(bytes(6))}) == 45


@given(mail_ids)
def test_mail_id_round_trip(mail_id: str) -> None:
    assert len(mail_id) == 11
    assert parse_mail_id(mail_id) == mail_id
    assert parse_mail_id(spoken_mail_id(mail_id).lower()) == mail_id
    assert parse_mail_id(f" {mail_id[:3]} {mail_id[3:]} ") == mail_id


def test_a_consolidation_starts_with_c() -> None:
    assert new_mail_id(bytes(6)).startswith("M")
    assert new_mail_id(bytes(6), consolidation=True).startswith("C")


@given(mail_ids)
def test_letters_that_look_like_digits_are_read_as_digits(mail_id: str) -> None:
    for one in ("I", "L", "i", "l"):
        assert parse_mail_id(mail_id[0] + mail_id[1:].replace("1", one)) == mail_id
    for zero in ("O", "o"):
        assert parse_mail_id(mail_id[0] + mail_id[1:].replace("0", zero)) == mail_id


@settings(max_examples=25, deadline=None)
@given(mail_ids)
def test_every_single_wrong_character_is_found(mail_id: str) -> None:
    for place in range(11):
        for other in ALPHABET:
            wrong = mail_id[:place] + other + mail_id[place + 1 :]
            if other != mail_id[place] and {other, mail_id[place]} != {"0", "Z"}:
                assert parse_mail_id(wrong) is None, (mail_id, wrong)


@given(mail_ids)
def test_every_swap_of_neighbours_is_found(mail_id: str) -> None:
    for place in range(10):
        a, b = mail_id[place], mail_id[place + 1]
        swapped = mail_id[:place] + b + a + mail_id[place + 2 :]
        if a != b and {a, b} != {"0", "Z"}:
            assert parse_mail_id(swapped) is None, (mail_id, swapped)


def test_0_against_z_is_the_documented_gap_and_never_in_the_check_character() -> None:
    zeros = new_mail_id(bytes(6))
    assert parse_mail_id(zeros[0] + "Z" + zeros[2:]) == zeros[0] + "Z" + zeros[2:]
    assert all(new_mail_id((n * 7919).to_bytes(6, "big"))[-1] != "Z" for n in range(2_000))


@pytest.mark.parametrize("text", ["", "M", "X000000000V", "M000000000", "M0000000000V", "MU00000000V", "M00000000é0"])
def test_what_is_no_mail_id_is_none(text: str) -> None:
    assert parse_mail_id(text) is None


@given(st.text(max_size=20))
def test_any_text_gives_a_mail_id_or_none(text: str) -> None:
    found = parse_mail_id(text)
    assert found is None or parse_mail_id(found) == found


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("12", 1200),
        ("$12", 1200),
        ("12 €", 1200),
        ("12€", 1200),
        ("US$ 4.95", 495),
        ("4,95 EUR", 495),
        ("12.5", 1250),
        ("12,50", 1250),
        (",50", 50),
        (".5", 50),
        ("0.05", 5),
        ("1,234.56", 123_456),
        ("1.234,56", 123_456),
        ("1 234,56", 123_456),
        ("1\u202f234,56\u00a0€", 123_456),
        ("1'234.50", 123_450),
        ("1\u2019234.50", 123_450),
        ("1 234", 123_400),
        ("12 345", 1_234_500),
        ("  7  ", 700),
        ("007.10", 710),
        ("0", 0),
        ("1'000", 100_000),
        ("US$ 3", 300),
        ("1,35 $", 135),
        ("1.000,00 €", 100_000),
        ("123456.89", 12_345_689),
    ],
)
def test_a_price_is_read_as_people_type_it_in_three_languages(text: str, cents: int) -> None:
    assert parse_money(text) == cents


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"),
        (" \t\u00a0", "empty"),
        ("1,234", "ambiguous"),
        ("1.234", "ambiguous"),
        ("12.345", "ambiguous"),
        ("1234,567", "ambiguous"),
        ("0.000", "ambiguous"),
        ("-5", "negative"),
        ("\u22125", "negative"),
        ("(5.00)", "negative"),
        ("5-", "negative"),
        ("$-5", "negative"),
        ("1,23,456", "unreadable"),
        ("1,00,0", "unreadable"),
        ("--", "negative"),
        ("1.2.3", "unreadable"),
        ("1,234,56", "unreadable"),
        ("12.", "unreadable"),
        ("$", "unreadable"),
        ("$$5", "unreadable"),
        ("1 2", "unreadable"),
        ("1,5.50", "unreadable"),
        ("5.1234", "unreadable"),
        ("five", "unreadable"),
        ("5 lb", "unreadable"),
        ("1e3", "unreadable"),
        ("٥", "unreadable"),
        ("5\x00", "unreadable"),
        ("1000000.01", "too_large"),
        ("9" * 400, "too_large"),
    ],
)
def test_what_is_no_price_or_could_be_two_is_refused_and_not_guessed(text: str, code: str) -> None:
    with pytest.raises(AmountError, match=f"money.{code}") as raised:
        parse_money(text)
    assert raised.value.code == f"money.{code}"


def test_seven_figures_with_two_commas_can_only_be_thousands() -> None:
    with pytest.raises(AmountError, match="too_large"):
        parse_money("1,234,567")
    assert parse_money("1000000") == MOST_CENTS


@given(st.integers(0, MOST_CENTS), st.sampled_from(["{:,.2f}", "${:,.2f}", "{:.2f}", "{:.2f} USD"]))
def test_what_is_shown_as_a_price_is_read_back_as_one(cents: int, shape: str) -> None:
    said = shape.format(cents / 100)
    assert parse_money(said) == cents
    french = said.replace(",", "\u202f").replace(".", ",")
    assert parse_money(french) == cents


@given(st.text(max_size=30))
def test_whatever_is_typed_is_a_price_or_a_code(text: str) -> None:
    try:
        assert 0 <= parse_money(text) <= MOST_CENTS
    except AmountError as error:
        assert error.code.startswith("money.")
