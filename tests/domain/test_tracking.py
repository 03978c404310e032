import string

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from counter_app.domain import check_digits
from counter_app.domain.tracking import identify, maxicode_ups

# Numbers that carriers and shippers made public, each with its carrier's arithmetic behind it.
PASSED = [
    ("1Z999AA10123456784", "ups", "1Z999AA10123456784", "Next Day Air"),
    (" 1z 5r8 939 03 5756 712 7", "ups", "1Z5R89390357567127", "Ground"),
    ("1ZXX3150YW44070023", "ups", "1ZXX3150YW44070023", "1Z"),
    ("K 150 623 562 0", "ups", "K1506235620", "Waybill"),
    ("0307 1790 0005 2348 3741", "usps", "03071790000523483741", "USPS 20"),
    ("9400 1112 0108 0805 4830 16", "usps", "9400111201080805483016", "IMpb"),
    ("420787459400111206206406260787", "usps", "9400111206206406260787", "IMpb"),
    ("]C1420787459400111206206406260787", "usps", "9400111206206406260787", "IMpb"),
    ("42078745\x1d9400111206206406260787", "usps", "9400111206206406260787", "IMpb"),
    ("(420)78745(94)00111206206406260787", "usps", "9400111206206406260787", "IMpb"),
    ("4201028200009261290113185417468510", "usps", "9261290113185417468510", "IMpb"),
    ("4201002334249200190132607600833457", "usps", "9200190132607600833457", "IMpb"),
    ("92748931507708513018050063", "usps", "92748931507708513018050063", "IMpb"),
    ("9101 1234 5678 9000 0000 13", "usps", "9101123456789000000013", "Legacy 91"),
    ("420 22153 9101026837331000039521", "usps", "9101026837331000039521", "Legacy 91"),
    ("7196 9010 7560 0307 7385", "usps", "71969010756003077385", "Legacy 20"),
    ("RB123456785US", "usps", "RB123456785US", "Registered"),
    ("RB123456785GB", "royal-mail", "RB123456785GB", "Registered"),
    ("RB000000005US", "usps", "RB000000005US", "Registered"),
    ("CP003000000CA", "canada-post", "CP003000000CA", "Parcel"),
    ("EE 123 456 785 JP", "postal", "EE123456785JP", "EMS"),
    ("986578788855", "fedex", "986578788855", "Express"),
    ("0414 4176 0228 964", "fedex", "041441760228964", "Ground"),
    ("00 0123 4500 0000 0027", "fedex", "000123450000000027", "Ground SSCC"),
    ("9611020987654312345672", "fedex", "987654312345672", "Ground 96"),
    ("9622001900000000000000776632517510", "fedex", "776632517510", "Ground GSN"),
    ("1001921334250001000300779017972697", "fedex", "779017972697", "Express 34"),
    ("32971514560102447849175802862014", "fedex", "784917580286", "ASTRA"),
    ("3318810025", "dhl", "3318810025", "Express"),
    ("73891051146", "dhl", "73891051146", "Express"),
    ("C11031500001879", "ontrac", "C11031500001879", "OnTrac"),
    ("D10011354453707", "ontrac", "D10011354453707", "OnTrac"),
    ("7035114477138472", "canada-post", "7035114477138472", "Domestic"),
    ("320595463938", "purolator", "320595463938", "Domestic"),
    ("008182709980000020033350276C", "dpd", "008182709980000020033350276C", "DPD 28"),
    ("09980000020033F", "dpd", "09980000020033F", "DPD 14"),
]
WITHOUT_CHECK = [
    ("TBA010000000000", "amazon"),
    ("tbm502887274000", "amazon"),
    ("C1004444443", "amazon"),
    ("JJD0099999999", "dhl"),
    ("JVGL0999999990", "dhl"),
    ("GM2951173225174494", "dhl"),
    ("60120172242323", "dhl"),
    ("LX17635036", "ontrac"),
    ("1LS717793482164", "ontrac"),
    ("1LS7119013618127-1", "ontrac"),
    ("1LSCXVE005BUEFX", "ontrac"),
    ("KYV009956937", "purolator"),
    ("JFV247545960", "purolator"),
    ("YT2112345678901234", "yunexpress"),
]


@pytest.mark.parametrize(("text", "carrier", "number", "service"), PASSED)
def test_a_true_number_is_known_and_passes(text, carrier, number, service):
    first = identify(text)[0]
    assert (first.carrier, first.number, first.service, first.check) == (carrier, number, service, "passed")


@pytest.mark.parametrize(("text", "carrier"), WITHOUT_CHECK)
def test_a_number_without_check_digit_is_known_by_its_shape(text, carrier):
    first = identify(text)[0]
    assert (first.carrier, first.check) == (carrier, "absent")


@pytest.mark.parametrize(("text", "carrier", "number", "service"), PASSED)
def test_a_wrong_check_digit_is_never_the_first_answer_with_passed(text, carrier, number, service):
    place = len(text) - (5 if service == "ASTRA" else 1)
    if service in ("Registered", "EMS", "Parcel"):
        place = len(text) - 3
    for wrong in string.digits:
        if wrong == text[place]:
            continue
        answers = identify(text[:place] + wrong + text[place + 1 :])
        assert [one.check for one in answers if one.carrier == carrier and one.service == service] in (
            [],
            ["failed"],
        )
        assert not any(one.carrier == carrier and one.check == "passed" for one in answers[:1])
        assert all(one.confidence < 0.4 for one in answers if one.check == "failed")


@pytest.mark.parametrize(
    "text", ["", " ", "hello", "12345", "RB123456785XX", "TBA50288727400A", "1Z", "\x00", "9" * 600, "١" * 12]
)
def test_what_no_carrier_prints_gets_no_answer(text):
    assert identify(text) == []


def test_a_failed_reading_stands_behind_all_others():
    answers = identify("331426749957")
    assert [(one.carrier, one.check) for one in answers] == [("purolator", "passed"), ("fedex", "failed")]


def test_maxicode_joins_the_split_ups_number():
    message = "[)>\x1e01\x1d96{}\x1d840\x1d0{}\x1d1Z{}\x1dUPSN\x1d{}\x1d089\x1d\x1d1/1\x1d10\x1dY\x1e\x04"
    text = message.format("841706672", "03", "57567127", "5R8939")
    assert identify(text)[0].number == "1Z5R89390357567127"
    assert identify(text)[0].check == "passed"
    assert identify(message.format("841706672", "03", "57567128", "5R8939"))[0].check == "failed"
    assert maxicode_ups("1Z5R89390357567127") is None
    assert identify("[)>\x1e05\x1d") == []


def digits(count):
    return st.text(string.digits, min_size=count, max_size=count)


def gs1(body):
    return next(body + digit for digit in string.digits if check_digits.mod10(body + digit, (3, 1)))


# Schemes whose weights find every single wrong digit: 3 and 1 have an inverse modulo 10.
SAFE = st.one_of(
    st.tuples(
        st.just("usps"),
        st.tuples(st.sampled_from(("92", "93", "94", "95")), digits(19)).map("".join).map(gs1),
    ),
    st.tuples(st.just("usps"), st.tuples(st.sampled_from(("92", "94")), digits(23)).map("".join).map(gs1)),
    st.tuples(st.just("canada-post"), digits(15).map(gs1)),
)


@given(SAFE, st.data())
def test_one_wrong_digit_never_passes_first(case, data):
    carrier, number = case
    first = identify(number)[0]
    assert (first.carrier, first.number, first.check) == (carrier, number, "passed")
    place = data.draw(st.integers(2 if carrier == "usps" else 0, len(number) - 1))
    wrong = data.draw(st.sampled_from(string.digits))
    assume(wrong != number[place])
    answers = identify(number[:place] + wrong + number[place + 1 :])
    assert not any(one.carrier == carrier and one.check == "passed" for one in answers)


@given(st.text(string.ascii_uppercase + string.digits, min_size=6, max_size=6), digits(9))
def test_every_ups_number_with_its_check_digit_passes(shipper, rest):
    passed = [n for d in string.digits if identify(n := f"1Z{shipper}{rest}{d}")[0].check == "passed"]
    assert len(passed) == 1


@given(st.text(max_size=120))
def test_any_text_gets_an_ordered_answer(text):
    answers = identify(text)
    assert answers == identify(text.upper()) or not text.isascii()
    ranks = [(one.check == "failed", -one.confidence) for one in answers]
    assert ranks == sorted(ranks)
    assert all(0 < one.confidence <= 1 for one in answers)


@given(st.sampled_from([row[0] for row in PASSED]), st.lists(st.integers(0, 40), max_size=5))
def test_spaces_dashes_and_case_do_not_matter(text, places):
    assume("]" not in text)
    spread = text.lower()
    for place in places:
        spread = spread[:place] + " -"[place % 2] + spread[place:]
    assert identify(spread) == identify(text)
