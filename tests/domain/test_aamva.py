import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.aamva import AamvaError, parse
from tests.domain.aamva_cards import payload

VERSIONS = range(1, 12)


@pytest.mark.parametrize("version", VERSIONS)
def test_every_version_of_a_us_card_is_read(version):
    card = parse(payload(version))
    assert (card.family_name, card.given_names, card.number) == ("SAMPLE", "ANNA QUINCY", "T64235789")
    assert (card.birth_date, card.expires_on) == (date(1986, 6, 6), date(2029, 12, 10))
    assert (card.jurisdiction, card.version, card.truncated) == ("VA", version, False)
    assert card.address.lines() == ("2300 WEST BROAD STREET", "RICHMOND, VA 23269")
    assert (card.address.country, card.document) == ("USA", "driver_license")


@pytest.mark.parametrize("version", VERSIONS)
def test_every_version_of_a_canadian_card_is_read(version):
    text = payload(version, issuer="636012", state="ON", postal="M5V2T6     ", birth=date(1990, 11, 12))
    card = parse(text)
    assert (card.birth_date, card.expires_on) == (date(1990, 11, 12), date(2029, 12, 10))
    assert (card.jurisdiction, card.address.postal_code, card.address.country) == ("ON", "M5V 2T6", "CAN")


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("end", ["\r\n", "\r", "|", "\x1e", "\n\n", ""])
def test_whatever_parts_the_elements_the_card_is_read(version, end):
    assert parse(payload(version, end=end)) == parse(payload(version))


@pytest.mark.parametrize("version", VERSIONS)
def test_what_a_keyboard_wedge_leaves_is_read(version):
    typed = "".join(ch for ch in payload(version) if ch.isprintable())
    assert parse(typed) == parse(payload(version))
    assert parse(typed[1:]) == parse(payload(version))


@pytest.mark.parametrize("family", ["DADSON", "DACRUZ", "DBASE", "CANDACE", "WOODDD", "HARDCASTLE"])
def test_a_name_that_holds_the_letters_of_an_element_is_no_element(family):
    card = parse(payload(9, family=family, first="DAVID", middle="", end=""))
    assert (card.family_name, card.given_names) == (family, "DAVID")
    assert card == parse(payload(9, family=family, first="DAVID", middle=""))


@pytest.mark.parametrize("version", [2, 3])
@pytest.mark.parametrize("family", ["DADSON", "DACRUZ", "DAGNY"])
def test_a_surname_that_begins_like_an_element_is_none_in_early_versions_either(version, family):
    assert parse(payload(version, family=family, end="")).family_name == family


@pytest.mark.parametrize("error", [-7, -1, 1, 40, 900])
def test_wrong_subfile_offsets_do_no_harm(error):
    assert parse(payload(9, offset_error=error)) == parse(payload(9))


def test_a_card_without_its_header_is_read_as_version_0():
    body = payload(9).partition("DLDAQ")
    card = parse(body[1] + body[2])
    assert (card.version, card.jurisdiction, card.number) == (0, "VA", "T64235789")
    assert parse("  \n" + payload(9)) == parse(payload(9))


def test_an_early_connecticut_card_says_aamva_and_a_bare_postal_code():
    text = payload(1, issuer="636006", state="CT", postal="061031234")
    assert text[4:9] == "AAMVA"
    card = parse(text)
    assert (card.jurisdiction, card.address.postal_code) == ("CT", "06103-1234")


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("10001", "10001"),
        ("100010000", "10001"),
        ("10001      ", "10001"),
        ("10001-1234 ", "10001-1234"),
        ("", ""),
    ],
)
def test_padded_postal_codes(raw, code):
    assert parse(payload(9, issuer="636001", state="NY", postal=raw)).address.postal_code == code


def test_names_that_take_other_forms():
    assert parse(payload(1).replace("SAMPLE,ANNA,QUINCY", "SAMPLE ANNA QUINCY")).family_name == "SAMPLE"
    early = payload(1, issuer="636025", state="PA").replace("SAMPLE,ANNA,QUINCY", "ANNA QUINCY SAMPLE")
    assert (parse(early).family_name, parse(early).given_names) == ("SAMPLE", "ANNA QUINCY")
    assert parse(payload(9, middle="NONE")).given_names == "ANNA"
    assert parse(payload(9, suffix="JR")).suffix == "JR"
    assert parse(payload(1, suffix="JR")).suffix == "JR"


def test_bytes_are_utf8_or_latin1_and_mangled_utf8_is_mended():
    text = payload(9, family="MUÑOZ")
    for raw in (text.encode(), text.encode("latin-1"), text, text.encode().decode("latin-1")):
        assert parse(raw).family_name == "MUÑOZ"


def test_a_state_that_swaps_the_order_of_dates_and_a_card_without_expiry():
    swapped = payload(9).replace("DBB06061986", "DBB19860606")
    assert parse(swapped).birth_date == date(1986, 6, 6)
    assert parse(payload(9, issuer="636026", state="AZ", expires=None)).expires_on is None
    assert parse(payload(9).replace("DBB06061986", "DBB13451986")).birth_date is None


def test_a_truncated_name_and_an_id_card_say_so():
    assert parse(payload(9, truncated="T")).truncated is True
    assert parse(payload(9, truncated="U")).truncated is False
    assert parse(payload(9, kind="ID")).document == "id_card"


def test_nothing_personal_is_in_a_repr():
    card = parse(payload(9))
    shown = repr(card) + repr(card.address) + str(card)
    assert not any(word in shown for word in ("SAMPLE", "ANNA", "T64235789", "1986", "BROAD", "23269"))
    assert card.masked_number == "******789"


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("", "aamva.empty"),
        (b"\x00\r\n", "aamva.empty"),
        ("1Z999AA10123456784", "aamva.not_a_card"),
        ("hello\nworld", "aamva.not_a_card"),
        ("DABCDACDEDADFGH", "aamva.not_a_card"),
        ("@\n\x1e\rANSI 636000090002DL00410278", "aamva.incomplete"),
        (payload(9).replace("DAQT64235789", "DAQ"), "aamva.incomplete"),
        ("x" * 5000, "aamva.too_long"),
    ],
)
def test_nonsense_is_an_error_with_a_code_and_without_the_payload(raw, code):
    with pytest.raises(AamvaError) as caught:
        parse(raw)
    assert caught.value.code == code
    assert str(caught.value) == code


NAMES = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ'ÉÑ-", min_size=1, max_size=30).filter(
    lambda name: name not in ("NONE", "UNAVL", "UNAVAIL", "UNAVAILABLE", "NMN")
)
DATES = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@given(st.integers(1, 11), NAMES, NAMES, DATES, DATES, st.sampled_from(["636000", "636012"]))
def test_what_was_written_is_read_back(version, family, first, birth, expires, issuer):
    card = parse(payload(version, family=family, first=first, birth=birth, expires=expires, issuer=issuer))
    assert (card.family_name, card.given_names) == (family, f"{first} QUINCY")
    assert (card.birth_date, card.expires_on) == (birth, expires)


@given(st.one_of(st.text(max_size=300), st.binary(max_size=300)), st.integers(0, 400))
def test_any_payload_is_a_card_or_an_aamva_error(raw, cut):
    whole = payload(9)
    damaged = whole[:cut] + raw + whole[cut:] if isinstance(raw, str) else raw
    for text in (raw, damaged, whole[:cut]):
        try:
            card = parse(text)
        except AamvaError:
            continue
        assert card.number


def test_the_longest_payload_is_read_in_no_time():
    begun = time.perf_counter()
    names = "DCSx" * 300 + "DDETDAC" * 200 + "DDFTDAD" * 200
    for raw in (names, "D" * 4096, "DAC" * 1365, "ANSI 636000" * 372, payload(9)[:-20] + "DAA" * 1200):
        try:
            parse(raw)
        except AamvaError:
            pass
    assert time.perf_counter() - begun < 0.5
