"""Machine-readable zones: ICAO's own specimens, every check digit, names cut off, and what is none (S-12)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain import mrz

PASSPORT = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"
"""Doc 9303 part 4, appendix B."""
CARD_2 = "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6"
"""Part 6, appendix B."""
CARD_1 = "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<"
"""Part 5, appendix B."""
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<"


def weighed(text: str) -> int:
    """The rule of part 3, 4.9, written a second time, as a table."""
    values = {letter: LETTERS.index(letter) + 10 for letter in LETTERS[:26]}
    values |= {str(digit): digit for digit in range(10)} | {"<": 0}
    return sum(values[letter] * (7, 3, 1)[n % 3] for n, letter in enumerate(text)) % 10


def passport(names: str = "ERIKSSON<<ANNA<MARIA", expires: str = "300415", personal: str = "") -> str:
    """A passport of Utopia as its two lines."""
    number, born = "L898902C3", "740812"
    parts = [number + str(weighed(number)), "UTO", born + str(weighed(born)), "F", expires + str(weighed(expires))]
    personal = personal.ljust(14, "<")
    parts.append(personal + str(weighed(personal)))
    whole = parts[0] + parts[2] + parts[4] + parts[5]
    return f"P<UTO{names}".ljust(44, "<")[:44] + "\n" + "".join(parts) + str(weighed(whole))


@pytest.mark.parametrize(
    ("text", "kind"), [(PASSPORT, "passport"), (CARD_2, "id_card"), (CARD_1, "id_card")], ids=["TD3", "TD2", "TD1"]
)
def test_s12_the_specimens_of_icao_are_read(text: str, kind: str) -> None:
    read = mrz.parse(text)
    assert (read.kind, read.issuer, read.truncated) == (kind, "UTO", False)
    assert (read.family_name, read.given_names) == ("ERIKSSON", "ANNA MARIA")
    assert read.expires_on == date(2012, 4, 15)
    assert mrz.parse(text.replace("\n", "")) == read  # as a reader types it that ends no line
    assert mrz.parse(text.lower().replace("\n", "\r\n") + "\r\n") == read


@pytest.mark.parametrize("text", [PASSPORT, CARD_2, CARD_1], ids=["TD3", "TD2", "TD1"])
def test_s12_nothing_but_name_kind_and_validity_leaves_the_reader(text: str) -> None:
    read = mrz.parse(text)
    everything = str({name: getattr(read, name) for name in read.__slots__})
    for secret in ("L898902C3", "D23145890", "740812", "ZE184226B", "1974"):
        assert secret not in everything
    assert "ERIKSSON" not in repr(read)


@given(st.text(LETTERS, max_size=60))
def test_s12_the_check_digit_is_the_weighted_sum_and_tells_one_wrong_character(text: str) -> None:
    assert mrz.check_digit(text) == weighed(text)


@given(st.text("0123456789", min_size=1, max_size=14), st.data())
def test_s12_one_digit_read_wrong_is_always_told(text: str, data: st.DataObject) -> None:
    # 7, 3 and 1 have no factor in common with 10: no single digit can change without changing the sum.
    place = data.draw(st.integers(0, len(text) - 1))
    other = data.draw(st.sampled_from([one for one in "0123456789" if one != text[place]]))
    assert mrz.check_digit(text[:place] + other + text[place + 1 :]) != mrz.check_digit(text)


@pytest.mark.parametrize("place", [0, 4, 9, 13, 18, 19, 21, 26, 27, 28, 42, 43])
def test_s12_a_wrong_figure_in_the_second_line_is_misread(place: int) -> None:
    first, second = passport(personal="12345").split("\n")
    wrong = "2" if second[place] != "2" else "3"  # not "1" for "L", which weighs the same in tens
    with pytest.raises(mrz.MrzError, match=r"mrz\.misread"):
        mrz.parse(f"{first}\n{second[:place]}{wrong}{second[place + 1 :]}")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "P<UTO",
        PASSPORT.split("\n")[0],
        PASSPORT + "\nX",
        PASSPORT.replace("P<", "V<"),
        PASSPORT.replace("L8", "L?"),
        CARD_1.replace("\n7408", "\n\n408"),
        "x" * 5_000,
        "<" * 44 + "\n" + "<" * 44,
        "P<UTO" + "<" * 39 + "\n" + PASSPORT.split("\n")[1],
    ],
)
def test_s12_what_is_no_document_is_said_to_be_none(text: str) -> None:
    with pytest.raises(mrz.MrzError, match=r"mrz\.not_a_document"):
        mrz.parse(text)


@given(st.text(max_size=120))
def test_s12_no_text_breaks_the_reader(text: str) -> None:
    mrz.begins(text)
    try:
        mrz.parse(text)
    except mrz.MrzError as error:
        assert error.code in ("mrz.not_a_document", "mrz.misread")


def test_s12_a_name_that_fills_its_field_may_be_cut_off() -> None:
    read = mrz.parse(passport("PAPANDROPOULOUS<<JONATHON<WARREN<TREVOR<ALEXANDER"))
    assert read.truncated
    assert (read.family_name, read.given_names) == ("PAPANDROPOULOUS", "JONATHON WARREN TREVOR")


def test_s12_a_document_without_an_end_has_none() -> None:
    first, second = CARD_2.split("\n")
    end = "<<<<<<0"
    without = second[:21] + end + second[28:35]
    whole = without[:10] + without[13:20] + without[21:35]
    assert mrz.parse(f"{first}\n{without}{weighed(whole)}").expires_on is None


def test_s12_a_card_number_of_more_than_nine_characters_goes_on_in_the_field_behind() -> None:
    number, rest = "D23145890", "734"
    # Doc 9303-5: the check digit is over the number and its rest; the filler counts nothing but takes its place.
    field = number + "<" + rest + str(mrz.check_digit(number + rest))
    first = f"I<UTO{field}".ljust(30, "<")
    middle = "7408122F1204159UTO<<<<<<<<<<<"
    whole = first[5:] + middle[:7] + middle[8:15] + middle[18:29]
    read = mrz.parse(f"{first}\n{middle}{weighed(whole)}\nERIKSSON<<ANNA<MARIA<<<<<<<<<<")
    assert read.family_name == "ERIKSSON"


def test_s12_lines_are_waited_for() -> None:
    first, second = mrz.lines_of(PASSPORT)
    assert mrz.begins(first)
    assert not mrz.begins(second)
    assert [mrz.lines_missing(one) for one in ((), (first,), (first, second))] == [1, 1, 0]
    one, two, three = mrz.lines_of(CARD_1)
    assert [mrz.lines_missing(given_) for given_ in ((one,), (one, two), (one, two, three))] == [2, 1, 0]
    for nothing in (
        "",
        "Anna Eriksson",
        "1Z999AA10123456784",
        "9400111899223817428490420122079400111899",
        "M5EEQX1JK3S",
    ):
        assert not mrz.begins(nothing)
