"""Shipping through the use cases on a real store: weight, options, rates, markup, price, customer (S-11, 2.6)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counter_app.desk import rates, ship, task_work
from counter_app.desk.ship import Options, Packed, Price
from counter_app.domain.address_shape import Address
from counter_app.domain.task_ship import CustomsLine, markup_of, postage_of
from tests.counter_acts import kinds, refusal
from tests.desk.parcel_acts import BOX, HOME, TABLE, asked_to_ship, opened, packed, priced
from tests.desk.test_tasks import charged, task

ABROAD = Address("Zoë Kühn", "", "Lindenweg 4", "", "Bern", "", "3011", "CH")
SCARF = CustomsLine("Wool scarf", 2, 1_500, "6117.10", "CH")


@pytest.fixture
def shop(counter: Any) -> Any:
    return opened(counter)


def test_a_parcel_goes_from_its_shelf_to_a_price(shop: Any) -> None:
    task_id = asked_to_ship(shop)
    view = packed(shop, task_id)
    assert (view.task.state, view.task.weight_g, view.task.packaging) == ("weighed", 900, "box")
    view = ship.price(shop.desk, shop.ann, task_id, Price("ups", "Ground", "store", 1_000, 1_100))
    assert (view.task.state, view.task.postage_cents, view.due_cents) == ("priced", 1_100, 1_100)
    assert [(line.key, line.label, line.cents) for line in view.lines] == [("postage", "UPS Ground", 1_100)]
    assert task_work.charge(shop.desk, shop.ann, task_id).task.state == "charging"
    charged(shop, task_id, "paid")
    assert task(shop, task_id).state == "paid"


@pytest.mark.parametrize(
    ("retail", "postage", "judged"),
    [
        (1_000, 1_000, "free"),
        (1_000, 1_200, "free"),  # 1.2 itself
        (1_000, 1_201, "reason"),
        (1_000, 1_500, "reason"),  # 1.5 itself
        (1_000, 1_501, "blocked"),
        (333, 399, "free"),
        (333, 400, "reason"),  # 1.2 times 3.33 is 3.996
        (1, 1, "free"),
        (1, 2, "blocked"),
        (0, 1, "blocked"),
        (0, 0, "free"),
    ],
)
def test_s11_the_factor_is_held_in_exact_integers(retail: int, postage: int, judged: str) -> None:
    assert markup_of(retail, postage) == judged


def test_s11_a_factor_above_one_and_a_fifth_needs_a_reason_and_above_one_and_a_half_there_is_no_way(shop: Any) -> None:
    task_id = asked_to_ship(shop)
    packed(shop, task_id)
    ask = Price("ups", "Ground", "store", 1_000, 1_200)
    assert ship.price(shop.desk, shop.ann, task_id, ask).task.markup_reason == ""
    high = replace(ask, permille=1_201)
    for reason in ("", "   ", "\u202e"):
        refused = refusal(ship.price, shop.desk, shop.ann, task_id, replace(high, reason=reason))
        assert refused.code == "ship.markup_reason_missing"
    view = ship.price(shop.desk, shop.ann, task_id, replace(high, permille=1_500, reason="No discount with UPS"))
    assert (view.task.postage_cents, view.task.markup_reason) == (1_500, "No discount with UPS")
    for clerk in (shop.ann, shop.clerk(level=6, clerk_id="owner")):
        task_work.let_go(shop.desk, shop.ann, task_id)
        error = refusal(ship.price, shop.desk, clerk, task_id, replace(high, permille=1_501, reason="I am the owner"))
        assert (error.code, error.facts["most_cents"]) == ("ship.markup_blocked", 1_500)
    assert task(shop, task_id).postage_cents == 1_500  # what was priced before stands


def test_s11_insurance_and_labour_are_no_postage(shop: Any) -> None:
    task_id = asked_to_ship(shop)
    ship.set_options(shop.desk, shop.ann, task_id, Options(declared_cents=50_000, insured_cents=50_000))
    packed(shop, task_id)
    task_work.set_extra(shop.desk, shop.ann, task_id, "labour", "Packing", 2_500)
    view = priced(shop, task_id, 1_000, 1_200)
    assert view.due_cents == 1_200 + 5 * 400 + 2_500
    assert view.task.remarks == ()


@pytest.mark.parametrize(
    ("insured", "fee"), [(1, 400), (9_999, 400), (10_000, 400), (10_001, 800), (250_000, 10_000), (0, 0)]
)
def test_insurance_costs_four_dollars_for_each_hundred_begun(shop: Any, insured: int, fee: int) -> None:
    task_id = asked_to_ship(shop)
    view = ship.set_options(shop.desk, shop.ann, task_id, Options(declared_cents=250_000, insured_cents=insured))
    assert view.due_cents == fee


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (Options(declared_cents=999_999, insured_cents=250_001), "ship.insured_too_high"),
        (Options(declared_cents=100, insured_cents=101), "ship.insured_above_value"),
        (Options(declared_cents=-1), "ship.amount_wrong"),
        (Options(insured_cents=-1), "ship.amount_wrong"),
        (Options(declared_cents=10**12), "ship.amount_wrong"),
        (Options(customs=(replace(SCARF, description="gift"),)), "ship.customs_vague"),
        (Options(customs=(SCARF, replace(SCARF, description=" \u200b "))), "ship.customs_vague"),
        (Options(customs=(replace(SCARF, quantity=0),)), "ship.customs_quantity"),
        (Options(customs=(replace(SCARF, value_cents=0),)), "ship.customs_value"),
        (Options(customs=(replace(SCARF, hs_code="61"),)), "ship.customs_hs"),
        (Options(customs=(replace(SCARF, origin="Switzerland"),)), "ship.customs_origin"),
    ],
)
def test_options_that_cannot_be_right_are_refused(shop: Any, options: Options, code: str) -> None:
    task_id = asked_to_ship(shop)
    error = refusal(ship.set_options, shop.desk, shop.ann, task_id, options)
    assert error.code == code
    assert "ship.options_set" not in kinds(shop.desk)


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"name": "", "company": ""}, "ship.address_missing", "name"),
        ({"line1": " "}, "ship.address_missing", "line1"),
        ({"city": "unknown"}, "ship.address_nowhere", "city"),
        ({"postcode": "9902"}, "ship.zip_wrong", "postcode"),
        ({"postcode": "00012"}, "ship.zip_wrong", "postcode"),
        ({"postcode": "97201-12"}, "ship.zip_wrong", "postcode"),
        ({"state": "ZZ"}, "ship.state_wrong", "state"),
        ({"state": "NY"}, "ship.zip_not_in_state", "postcode"),
        ({"line1": "Pine Street"}, "ship.no_house_number", "line1"),
        ({"country": "USA"}, "ship.country_wrong", "country"),
    ],
)
def test_an_undeliverable_address_is_refused_with_its_field(shop: Any, change: Any, code: str, field: str) -> None:
    task_id = asked_to_ship(shop)
    error = refusal(ship.address, shop.desk, shop.ann, task_id, replace(HOME, **change))
    assert (error.code, error.facts["field"]) == (code, field)


@pytest.mark.parametrize(
    "good",
    [
        replace(HOME, name="", company="Acme"),
        replace(HOME, postcode="97201-1234"),
        replace(HOME, state="or"),
        replace(HOME, line1="General Delivery"),
        replace(HOME, line1="PSC 3 Box 12", city="APO", state="AP", postcode="96303"),
        ABROAD,
    ],
)
def test_an_address_of_a_usual_shape_is_taken(shop: Any, good: Address) -> None:
    task_id = asked_to_ship(shop)
    assert ship.address(shop.desk, shop.ann, task_id, good).task.to.line1 == good.line1


@pytest.mark.parametrize("carrier", ["ups", "fedex", "dhl"])
def test_only_the_post_goes_to_a_po_box_and_to_the_forces(shop: Any, carrier: str) -> None:
    task_id = asked_to_ship(shop)
    packed(shop, task_id)
    ship.address(shop.desk, shop.ann, task_id, replace(HOME, line1="P.O. Box 12"))
    assert refusal(priced, shop, task_id, carrier=carrier).code == "ship.po_box"
    ship.address(shop.desk, shop.ann, task_id, Address("Bo", "", "Unit 1", "", "APO", "AE", "09001"))
    assert refusal(priced, shop, task_id, carrier=carrier).code == "ship.military"
    assert priced(shop, task_id, carrier="usps").task.state == "priced"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"weight_g": 0}, "ship.weight_wrong"),
        ({"weight_g": -3}, "ship.weight_wrong"),
        ({"weight_g": 150_001}, "ship.weight_wrong"),
        ({"length_mm": 0}, "ship.size_wrong"),
        ({"height_mm": 3_001}, "ship.size_wrong"),
        ({"width_mm": -1}, "ship.size_wrong"),
        ({"packaging": "crate"}, "ship.packaging_missing"),
        ({"contents": ""}, "ship.contents_missing"),
        ({"contents": "lithium"}, "ship.restricted"),
        ({"contents": "cash"}, "ship.restricted"),
    ],
)
def test_a_parcel_that_cannot_be_right_is_not_weighed(shop: Any, change: Any, code: str) -> None:
    task_id = asked_to_ship(shop)
    assert refusal(packed, shop, task_id, replace(BOX, **change)).code == code
    assert task(shop, task_id).state == "gathered"


def test_an_envelope_is_weighed_without_sides_and_a_box_is_not(shop: Any) -> None:
    task_id = asked_to_ship(shop)
    flat = Packed(28, packaging="envelope", contents="none")
    assert packed(shop, task_id, flat).task.state == "weighed"
    assert refusal(ship.pack, shop.desk, shop.ann, task_id, replace(flat, packaging="box")).code == "ship.size_wrong"


def test_an_invoice_that_is_to_be_removed_is_removed_before_it_goes_on(shop: Any) -> None:
    task_id = asked_to_ship(shop, remove_invoice=True)
    assert refusal(packed, shop, task_id).code == "ship.invoice_still_in"
    assert packed(shop, task_id, replace(BOX, invoice_removed=True)).task.invoice_removed


def test_abroad_nothing_goes_without_customs_lines(shop: Any) -> None:
    task_id = asked_to_ship(shop)
    ship.address(shop.desk, shop.ann, task_id, ABROAD)
    packed(shop, task_id)
    error = refusal(priced, shop, task_id, carrier="dhl")
    assert (error.code, error.facts["country"]) == ("ship.customs_missing", "CH")
    ship.set_options(shop.desk, shop.ann, task_id, Options(customs=(SCARF,)))
    assert priced(shop, task_id, carrier="dhl").task.customs == (SCARF,)


@pytest.mark.parametrize(
    ("carrier", "change", "which"),
    [
        ("usps", {"weight_g": 31_752}, "weight"),
        ("usps", {"length_mm": 1_300, "width_mm": 600, "height_mm": 500}, "girth"),
        ("ups", {"length_mm": 2_800}, "length"),
        ("dhl", {"weight_g": 70_001}, "weight"),
    ],
)
def test_what_is_overweight_after_packing_is_said_and_another_carrier_may_take_it(
    shop: Any, carrier: str, change: Any, which: str
) -> None:
    task_id = asked_to_ship(shop)
    packed(shop, task_id, replace(BOX, **change))
    error = refusal(priced, shop, task_id, carrier=carrier)
    assert (error.code, error.facts["which"]) == ("ship.over_limit", which)
    assert task(shop, task_id).state == "weighed"


def test_a_carrier_that_the_store_does_not_use_is_refused(shop: Any) -> None:
    shop.desk.settings = replace(shop.desk.settings, carriers=("usps",))
    task_id = asked_to_ship(shop)
    packed(shop, task_id)
    for carrier in ("ups", "pigeon", ""):
        assert refusal(priced, shop, task_id, carrier=carrier).code == "ship.carrier_not_offered"


def test_the_customers_own_label_costs_no_postage_and_a_stamp_is_for_one_letter(shop: Any) -> None:
    task_id = asked_to_ship(shop)
    packed(shop, task_id)
    view = ship.price(shop.desk, shop.ann, task_id, Price("ups", "", "customer", 99_999, 1_000))
    assert (view.task.postage_cents, view.due_cents) == (0, 0)
    stamp = Price("usps", "Letter", "stamp", 78, 1_000)
    assert refusal(ship.price, shop.desk, shop.ann, task_id, stamp).code == "ship.stamp_letter_only"
    letter = asked_to_ship(shop, mail_type="letter")
    packed(shop, letter, Packed(28, packaging="envelope", contents="none"))
    assert ship.price(shop.desk, shop.ann, letter, stamp).due_cents == 78
    assert refusal(ship.price, shop.desk, shop.ann, letter, replace(stamp, carrier="ups")).code == (
        "ship.stamp_letter_only"
    )


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"service": " "}, "ship.service_missing"),
        ({"retail_cents": 0}, "ship.retail_missing"),
        ({"retail_cents": -5}, "ship.retail_missing"),
        ({"permille": 0}, "ship.amount_wrong"),
        ({"permille": -1_000}, "ship.amount_wrong"),
        ({"retail_cents": 100_000_001, "permille": 1_000}, "ship.amount_wrong"),
        ({"source": ""}, "ship.source_missing"),
    ],
)
def test_a_price_that_cannot_be_right_is_refused(shop: Any, change: Any, code: str) -> None:
    task_id = asked_to_ship(shop)
    packed(shop, task_id)
    asked = replace(Price("ups", "Ground", "store", 1_000), **change)
    assert refusal(ship.price, shop.desk, shop.ann, task_id, asked).code == code


def test_with_no_table_and_with_no_rate_in_it_the_parcel_stays_weighed(shop: Any) -> None:
    task_id = asked_to_ship(shop)
    packed(shop, task_id)
    from_table = Price("usps", "Ground", "store", from_table=True)
    assert refusal(ship.offers, shop.desk, shop.ann, task_id).code == "rates.none"
    assert refusal(ship.price, shop.desk, shop.ann, task_id, from_table).code == "rates.none"
    rates.import_table(shop.desk, shop.clerk(level=5, clerk_id="boss"), TABLE)
    assert [(one.service, one.retail_cents, one.billed) for one in ship.offers(shop.desk, shop.ann, task_id)] == [
        ("Ground", 1_155, "32 oz")
    ]
    packed(shop, task_id, replace(BOX, weight_g=20_000))
    assert ship.offers(shop.desk, shop.ann, task_id) == ()
    assert refusal(ship.price, shop.desk, shop.ann, task_id, from_table).code == "ship.no_rate"
    assert task(shop, task_id).state == "weighed"
    packed(shop, task_id)
    view = ship.price(shop.desk, shop.ann, task_id, replace(from_table, retail_cents=1, permille=1_100))
    assert (view.task.retail_cents, view.task.postage_cents, view.task.rate_source) == (1_155, 1_270, "table:2026-b")


@pytest.mark.parametrize(
    "lines", [("12 Main Street", "Albany NY 12207"), ("12207 Main", "Albany, NY 10001", "518-555-0100")]
)
def test_the_origin_is_the_stores_zip_wherever_it_stands(shop: Any, lines: tuple[str, ...]) -> None:
    shop.desk.settings = replace(shop.desk.settings, address_lines=lines)
    table = TABLE.replace(b"zone,*,900-999,8", b"zone,100-129,900-999,8")
    rates.import_table(shop.desk, shop.clerk(level=5, clerk_id="boss"), table)
    task_id = asked_to_ship(shop)
    packed(shop, task_id)
    assert [one.zone for one in ship.offers(shop.desk, shop.ann, task_id)] == ["8"]


def test_what_is_changed_after_the_price_has_to_be_priced_again(shop: Any) -> None:
    task_id = asked_to_ship(shop)
    packed(shop, task_id)
    for change in (
        lambda: ship.address(shop.desk, shop.ann, task_id, HOME),
        lambda: ship.set_options(shop.desk, shop.ann, task_id, Options(signature=True)),
        lambda: packed(shop, task_id),
    ):
        assert priced(shop, task_id).task.state == "priced"
        assert change().task.state == "weighed"
        assert refusal(task_work.charge, shop.desk, shop.ann, task_id).code == "task.wrong_step"


def test_a_price_beyond_what_was_agreed_and_the_threshold_needs_the_customers_yes(shop: Any) -> None:
    prices = replace(shop.desk.settings.task_prices, price_change=100)
    shop.desk.settings = replace(shop.desk.settings, task_prices=prices)
    task_id = asked_to_ship(shop, agreed_cents=1_000)
    packed(shop, task_id)
    assert not priced(shop, task_id, 1_100, 1_000).must_ask  # within the threshold
    assert priced(shop, task_id, 1_101, 1_000).must_ask
    assert refusal(task_work.charge, shop.desk, shop.ann, task_id).code == "task.customer_must_agree"
    view = task_work.ask_customer(shop.desk, shop.ann, task_id)
    assert (view.task.state, view.task.amount_cents) == ("awaiting_customer", 1_101)
    shop.answer(task_id, agreed=0)
    assert refusal(task_work.charge, shop.desk, shop.ann, task_id).code == "task.customer_must_agree"
    task_work.ask_customer(shop.desk, shop.ann, task_id)
    shop.answer(task_id, agreed=1)
    assert task_work.charge(shop.desk, shop.ann, task_id).task.amount_cents == 1_101


STEP = st.one_of(
    st.tuples(st.just("weigh"), st.integers(1, 4_000)),
    st.tuples(st.just("extra"), st.integers(1, 5_000)),
    st.tuples(st.just("discount"), st.integers(1, 5_000)),
    st.tuples(st.just("insure"), st.integers(0, 250_000)),
    st.tuples(st.just("price"), st.integers(0, 1_700)),
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEP, max_size=8), retail=st.integers(1, 90_000))
def test_s11_whatever_the_order_the_charged_sum_is_that_of_its_lines_and_no_markup_slips_through(
    shop: Any, steps: list[tuple[str, int]], retail: int
) -> None:
    task_id = asked_to_ship(shop)
    packed(shop, task_id)
    for what, value in [*steps, ("price", 1_200)]:
        if what == "weigh":
            ship.pack(shop.desk, shop.ann, task_id, replace(BOX, weight_g=value))
        elif what == "insure":
            options = Options(declared_cents=value, insured_cents=value)
            ship.set_options(shop.desk, shop.ann, task_id, options)
        elif what == "price":
            asked = Price("ups", "Ground", "store", retail, value, "why" if value % 2 else "")
            judged = markup_of(retail, postage_of(retail, value))
            may = postage_of(retail, value) > 0 and (judged == "free" or (judged == "reason" and value % 2))
            if may:
                ship.price(shop.desk, shop.ann, task_id, asked)
            else:
                assert refusal(ship.price, shop.desk, shop.ann, task_id, asked)
        else:
            task_work.set_extra(shop.desk, shop.ann, task_id, what, what, value, discount=what == "discount")
    if task(shop, task_id).state != "priced":
        assert postage_of(retail, 1_200) == 0
        return
    view = task_work.charge(shop.desk, shop.ann, task_id)
    assert view.task.amount_cents == max(0, sum(line.cents for line in view.lines))
    assert view.task.postage_cents * 1_000 <= view.task.retail_cents * 1_500
    assert view.task.remarks == ()
