import time
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from counter_app.domain.text import TEXT_MAX, _cleaned, clean, is_mixed_script, is_plain, scan_text

JOINERS = "\u200c\u200d"
# Hostile characters often enough that combinations of them meet.
HOSTILE = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(
            " \t\n\u00a0\u200b\u200c\u200d\u202e\u2066\ufeff\u0301\u0308\u0344"
            "\u0915\u094d\u0937\u0627Ae\u1100\u1161\u3164"
        ),
    )
)


@pytest.mark.parametrize(
    ("raw", "text", "changed"),
    [
        ("Ann Lee", "Ann Lee", set()),
        ("Ann\u202eeeL", "AnneeL", {"hidden"}),
        ("\ufeffAnn", "Ann", {"hidden"}),
        ("A\u200bn\u2066n\u2069", "Ann", {"hidden"}),
        ("A\x1b[31mnn\x00", "A[31mnn", {"hidden"}),
        ("  Ann\t\nLee\u00a0 ", "Ann Lee", {"space"}),
        ("Ann\u2028Lee", "Ann Lee", {"space"}),
        ("Jose\u0301", "José", set()),
        ("a" + "\u0316" * 9, "a" + "\u0316" * 4, {"marks"}),
        ("Ann\ud800", "Ann", {"hidden"}),
        ("Kim\u3164", "Kim", {"hidden"}),
        ("Ann\U000e0041\U000e007f", "Ann", {"hidden"}),
        ("x" * 201, "x" * 200, {"length"}),
        ("", "", set()),
        ("\u202e", "", {"hidden"}),
    ],
)
def test_t14_clean_takes_hidden_characters_away_and_says_so(raw, text, changed):
    cleaned = clean(raw)
    assert (cleaned.text, set(cleaned.changed)) == (text, changed)


def test_t14_joiners_stay_inside_scripts_that_need_them_only():
    assert clean("می\u200cخواهم").text == "می\u200cخواهم"
    assert clean("क्\u200dष").text == "क्\u200dष"
    assert clean("An\u200dn\u200c").text == "Ann"
    assert clean("क्\u200d\u200d\u200dष").text == "क्\u200dष"
    assert clean("क्\u200dA").text == "क्A"


def test_t14_joiners_do_not_let_a_tower_of_marks_through():
    assert clean("\u0627" + "\u064b\u200d" * 20).text.count("\u064b") == 4


def test_t14_a_cut_never_falls_into_a_combining_run():
    text = "x" * 9 + "q\u0316\u0317" + "y" * 20
    assert clean(text, 10).text == "x" * 9
    assert clean(text, 11).text == "x" * 9
    assert clean(text, 12).text == "x" * 9 + "q\u0316\u0317"


@given(HOSTILE, st.integers(1, 40))
@example("\u0627" + "\u064b" * 4 + "\u200d" + "\u064b" + "b", 40)
def test_t14_clean_is_idempotent_never_too_long_and_leaves_nothing_hidden(raw, limit):
    cleaned = clean(raw, limit)
    again = clean(cleaned.text, limit)
    assert again.text == cleaned.text
    assert again.changed == frozenset()
    assert len(cleaned.text) <= limit
    assert unicodedata.is_normalized("NFC", cleaned.text)
    assert all(unicodedata.category(ch) not in ("Cc", "Cf", "Cs") or ch in JOINERS for ch in cleaned.text)
    cleaned.text.encode("utf-8")


@given(HOSTILE)
def test_t14_nothing_changed_means_the_text_is_what_came_in(raw):
    cleaned = clean(raw)
    if not cleaned.changed:
        assert unicodedata.normalize("NFC", raw) == cleaned.text


def test_t14_clean_stays_linear_on_long_mark_runs():
    begun = time.perf_counter()
    clean("a" + "\u0301\u0316" * 150_000)
    assert time.perf_counter() - begun < 3


def test_scan_text_keeps_only_the_group_separator():
    assert scan_text(b"420\x1d94001\r\n").text == "420\x1d94001"
    assert scan_text("\x02 1Z999\x1b \x03").text == "1Z999"
    assert scan_text(b"\xe9t\xe9").text == "été"
    assert scan_text("a  b").text == "a  b"
    assert scan_text("x" * 5000).changed == {"length"}


@given(st.one_of(st.binary(max_size=200), st.text(max_size=200)))
def test_scan_text_is_always_printable_and_idempotent(data):
    scanned = scan_text(data, 50).text
    assert len(scanned) <= 50
    assert all(unicodedata.category(ch) not in ("Cc", "Cf", "Cs") for ch in scanned.replace("\x1d", ""))
    assert scan_text(scanned, 50).text == scanned


@pytest.mark.parametrize(
    ("text", "mixed"),
    [
        ("Ann Lee", False),
        ("Анна Lee", False),
        ("\u0410nna Lee", True),
        ("J\u03bfhn", True),
        ("José Müller", False),
        ("Ивановъ-Smith", False),
        ("", False),
    ],
)
def test_t14_mixed_script_is_seen_within_one_word(text, mixed):
    assert is_mixed_script(text) is mixed


def test_limits_below_one_are_refused():
    with pytest.raises(ValueError, match="limit"):
        clean("x", 0)
    with pytest.raises(ValueError, match="limit"):
        scan_text("x", 0)
    assert TEXT_MAX == 200


def test_t14_every_plain_letter_is_what_the_long_way_leaves_as_it_is():
    letters = [chr(code) for code in range(0x110000) if is_plain(chr(code))]
    assert len(letters) > 300
    for letter in letters:
        for made in (letter, f"a{letter}b", f"{letter}{letter}", f"\u00e9{letter}"):
            assert clean(made) == _cleaned(made, 200), hex(ord(letter))


@given(st.text(st.characters(max_codepoint=0x17F) | st.just(" "), max_size=12), st.integers(1, 12))
def test_t14_the_short_way_of_plain_texts_ends_where_the_long_one_does(made, limit):
    assert clean(made, limit) == _cleaned(made, limit)
