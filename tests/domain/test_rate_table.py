"""Rate tables: what is read, what is refused line by line, and that no price falls with weight (2.6).

Every price here is invented.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.rate_table import Parcel, read, whole_units
from counter_app.domain.values import Weight
from counter_app.domain.weights import WeightWrong, parse_weight

TABLE = """carrier,ups,2026-a,2026-01-01,2026-12-31
service,Ground,lb,139,125
service,Air,g,0,0
zone,120-129,900-999,8
zone,120-129,CA,int
rate,Ground,8,1,10.00
rate,Ground,8,5,12.00
rate,Ground,8,150,90.00
rate,Air,int,500,25.00
"""


def parcel(grams: int = 400, sides: tuple[int, int, int] = (0, 0, 0), to: str = "97201", country: str = "US") -> Parcel:
    return Parcel(grams, *sides, origin="12207", postcode=to, country=country)


def test_a_table_prices_by_zone_weight_and_fuel() -> None:
    table, problems = read(TABLE)
    assert (problems, table.carrier, table.rows) == ((), "ups", 9)
    assert [(one.service, one.retail_cents, one.billed) for one in table.rates(parcel())] == [("Ground", 1_125, "1 lb")]
    assert [one.retail_cents for one in table.rates(parcel(to="M5V", country="CA"))] == [2_500]
    assert table.rates(parcel(to="10001")) == ()
    assert table.rates(parcel(grams=100_000)) == ()
    assert table.rates(parcel(to="")) == ()


def test_a_large_light_box_is_billed_by_its_room() -> None:
    table, _ = read(TABLE)
    cube = parcel(sides=(305, 305, 305))  # 12 in: 1,731 cubic inches, 139 to the pound
    assert table.rates(cube)[0].billed == "13 lb"


@pytest.mark.parametrize(("sign", "price"), [(";", "12,50"), (",", "12.50")])
def test_a_spreadsheet_may_use_semicolons_and_commas(sign: str, price: str) -> None:
    text = "\ufeff# invented\r\n" + TABLE.replace(",", sign).replace("12.00", price) + sign * 4 + "\r\n"
    table, problems = read(text)
    assert problems == ()
    assert table.rates(parcel(grams=2_000))[0].retail_cents == 1_407  # 12.50 and 12.5 % fuel, rounded up


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("price,Ground,8,1,10", "rates.row_unknown"),
        ("rate,Ground,8,1", "rates.columns"),
        ("carrier,usps,b,2026-01-01,2026-12-31", "rates.carrier_twice"),
        ("service,Ground,lb,0,0", "rates.service_twice"),
        ("service,Sea,stone,0,0", "rates.unit_wrong"),
        ("service,Sea,lb,-1,0", "rates.number_wrong"),
        ("zone,120,9x,8", "rates.zip_wrong"),
        ("zone,120,999-900,8", "rates.zip_wrong"),
        ("zone,125,950,7", "rates.zone_clash"),
        ("rate,Rail,8,1,10", "rates.service_unknown"),
        ("rate,Ground,8,1.5,10", "rates.number_wrong"),
        ("rate,Ground,8,0,10", "rates.number_wrong"),
        ("rate,Ground,8,2,free", "rates.price_wrong"),
        ("rate,Ground,8,2,-3", "rates.price_wrong"),
        ("rate,Ground,8,5,13", "rates.rate_twice"),
        ("rate,Ground,8,6,11.99", "rates.price_falls"),
    ],
)
def test_a_wrong_line_is_told_by_its_number(line: str, code: str) -> None:
    _, problems = read(TABLE + line + "\n")
    assert [(one.line, one.code) for one in problems] == [(10, code)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "rates.carrier_missing"),
        ("carrier,ups,a,2026-01-01,2026-12-31\n", "rates.no_rates"),
        ("carrier,ups,a,1.1.2026,2026-12-31\n", "rates.date_wrong"),
        ("carrier,ups,a,2026-12-31,2026-01-01\n", "rates.dates_turned"),
        ("carrier,,a,2026-12-31,2026-01-01\n", "rates.carrier_missing"),
        ("x\n" * 60_001, "rates.too_long"),
    ],
)
def test_a_table_that_is_none_is_refused(text: str, code: str) -> None:
    assert read(text)[1][0].code == code


@given(st.integers(1, 2_000))
def test_whole_ounces_and_pounds_survive_the_scale_in_grams(count: int) -> None:
    assert whole_units(Weight.from_ounces(Decimal(count)).grams, "oz") == count
    assert whole_units(Weight.from_pounds(Decimal(count)).grams, "lb") == count


@given(st.text(max_size=300))
def test_no_text_breaks_the_reader(text: str) -> None:
    table, problems = read(text)
    assert problems or table.services


@given(
    breaks=st.dictionaries(st.integers(1, 200), st.integers(1, 9_000), min_size=1, max_size=8),
    unit=st.sampled_from(["oz", "lb", "g", "kg"]),
    divisor=st.integers(0, 300),
    fuel=st.integers(0, 400),
    weights=st.lists(st.integers(1, 90_000), min_size=2, max_size=6),
    side=st.integers(0, 900),
)
def test_a_tables_price_never_falls_with_weight(
    breaks: dict[int, int], unit: str, divisor: int, fuel: int, weights: list[int], side: int
) -> None:
    prices = sorted(breaks.values())
    text = f"carrier,x,a,2026-01-01,2026-12-31\nservice,S,{unit},{divisor},{fuel}\nzone,*,*,1\n"
    for up_to, cents in zip(sorted(breaks), prices, strict=True):
        text += f"rate,S,1,{up_to},{cents // 100}.{cents % 100:02d}\n"
    table, problems = read(text)
    assert problems == ()
    asked = [table.rates(parcel(grams, (side, side, side))) for grams in sorted(weights)]
    found = [rates[0].retail_cents for rates in asked if rates]
    assert found == sorted(found)
    assert all(not later for first, later in pairwise(asked) if not first)


@pytest.mark.parametrize(
    ("text", "grams"),
    [
        ("12 oz", 340),
        ("2 lb 3 oz", 992),
        ("2lb3", 992),
        ("1,2 kg", 1_200),
        ("900 g", 900),
        ("16", 454),
        ("1 livre", 454),
    ],
)
def test_weights_as_people_type_them(text: str, grams: int) -> None:
    assert parse_weight(text) == grams


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "weight.unreadable"),
        ("heavy", "weight.unreadable"),
        ("-3 oz", "weight.unreadable"),
        ("3 oz 2 lb", "weight.unreadable"),
        ("1 kg 2", "weight.unreadable"),
        ("0", "weight.nothing"),
        ("0,001 g", "weight.nothing"),
        ("999 kg", "weight.too_large"),
        ("٣ oz", "weight.unreadable"),
    ],
)
def test_what_is_no_weight_is_refused(text: str, code: str) -> None:
    with pytest.raises(WeightWrong) as caught:
        parse_weight(text)
    assert caught.value.code == code
