"""What a clerk would say to a name on a piece, by a table judged by hand, and what must hold for every name."""

from __future__ import annotations

import time
from collections import Counter

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from counter_app.domain.name_given import two_people
from counter_app.domain.name_scripts import digits_as_letters, hides_latin, romanised
from counter_app.domain.names import AuthorizedName, match, search_key
from tests.domain.name_pairs import pairs

PAIRS = pairs()


def test_the_table_holds_250_pairs_and_more_of_each_verdict() -> None:
    count = Counter(verdict for verdict, *_ in PAIRS)
    assert min(count.values()) >= 250
    assert len({(text, form) for _, text, form, _ in PAIRS}) == len(PAIRS)


@pytest.mark.parametrize("verdict", ["exact", "likely", "no"])
def test_s09_every_pair_of_the_table_gets_the_verdict_of_a_clerk(verdict: str) -> None:
    judged = [one for one in PAIRS if one[0] == verdict]
    found = [(text, form, match(text, [AuthorizedName(form, kind)])) for _, text, form, kind in judged]
    assert [(text, form, one.verdict, one.reasons) for text, form, one in found if one.verdict != verdict] == []


@pytest.mark.parametrize(
    ("text", "form", "reason"),
    [
        ("J0hn Smith", "John Smith", "misread"),
        ("Thornas Baker", "Thomas Baker", "misread"),
        ("Bob L1C", "Bob LLC", "misread"),
        ("ristopher Anderson", "Christopher Anderson", "typo"),
        ("nest Hall", "Ernest Hall", "cut"),
        ("Christopher Anders", "Christopher Anderson", "cut"),
        ("\u0418\u0432\u0430\u043d \u041f\u0435\u0442\u0440\u043e\u0432", "Ivan Petrov", "other_script"),
        ("\u0422\u041e\u041c Cope", "Tom Cope", "mixed_script"),
        ("J\u043ehn Smith", "John Smith", "mixed_script"),
        ("Chen Xiaolong", "Xiaolong Chen", "order"),
        ("Jean Dupont", "Jean-Pierre Dupont", "partial"),
        ("JP Dupont", "Jean-Pierre Dupont", "initial"),
    ],
)
def test_a_likely_name_says_why_it_is_only_likely(text: str, form: str, reason: str) -> None:
    found = match(text, [form])
    assert (found.verdict, reason in found.reasons) == ("likely", True), found


GENERATIONS = ["Jr", "Jr.", "Sr", "Senior", "Junior", "II", "III", "IV", "2nd", "3rd", "the Third"]
_SAME = [{"Jr", "Jr.", "Junior", "II", "2nd"}, {"Sr", "Senior"}, {"III", "3rd", "the Third"}, {"IV"}]


@pytest.mark.parametrize("here", GENERATIONS)
@pytest.mark.parametrize("there", GENERATIONS)
@pytest.mark.parametrize("shape", ["{0} {1} {2}", "{1} {2}, {0}", "{1}, {0} {2}", "{1}, {2}, {0}", "{0} {2} {1}"])
def test_s09_father_and_son_are_never_exact_for_one_another(here: str, there: str, shape: str) -> None:
    found = match(shape.format("John", "Smith", here), [f"John Smith {there}"])
    same = any({here, there} <= group for group in _SAME)
    assert found.verdict == ("exact" if same else "likely")


LETTERS = "abcdefghijklmnopqrstuvwxyz"
WORD = st.text(LETTERS, min_size=3, max_size=10).map(lambda text: "Xu" + text)
PERSON = st.lists(WORD, min_size=2, max_size=4).map(" ".join)
ACCENTS = {"a": "á", "e": "é", "i": "í", "o": "ô", "u": "ù", "c": "ç", "n": "ñ", "z": "ż", "l": "ł", "s": "š"}
OCR = {"o": "0", "l": "1", "i": "1", "s": "5", "b": "8", "m": "rn", "g": "9", "w": "vv"}


@given(PERSON, st.sampled_from(["", "Mr. ", "Dr ", "Mme ", "Prof. Dr. ", "Sgt. "]), st.booleans(), st.booleans())
def test_s09_case_accents_titles_and_order_never_change_exact(
    name: str, title: str, accents: bool, turned: bool
) -> None:
    words = name.split()
    written = f"{words[-1]}, {title}{' '.join(words[:-1])}" if turned else title + name
    if accents:
        written = "".join(ACCENTS.get(ch, ch) for ch in written)
    for text in (written, written.upper(), written.lower()):
        assert match(text, [name]).verdict == "exact"


def test_s09_a_misread_w_beside_a_v_is_never_refused() -> None:
    assert match("Xuaaa Xuavvv", ["Xuaaa Xuavw"]).verdict == "likely"
    assert match("Xuaaa Xuavvv", ["Xuaaa Xuawv"]).verdict == "likely"
    assert match("R Xuavw", ["Mary Xuavw"]).verdict == "no", "an m is no r, though its skeleton begins with one"


@given(PERSON, st.data())
def test_s09_one_misread_letter_of_an_exact_name_is_never_refused(name: str, data: st.DataObject) -> None:
    places = [n for n, ch in enumerate(name) if ch in OCR]
    assume(places)
    place = data.draw(st.sampled_from(places))
    text = name[:place] + OCR[name[place]] + name[place + 1 :]
    for written in (text, text.upper(), "Mr. " + text):
        assert match(written, [name]).verdict == "likely"
    assert match(text + " LLC", [AuthorizedName(name + " LLC", "business")]).verdict == "likely"


@pytest.mark.parametrize("form", sorted({form for _, _, form, _ in PAIRS if form.isascii()}))
def test_s09_one_misread_letter_of_a_real_name_is_never_refused(form: str) -> None:
    for n, ch in enumerate(form):
        for digit in {OCR.get(ch.lower()), "1" if ch == "I" else None} - {None}:
            text = f"{form[:n]}{digit}{form[n + 1 :]}"
            assert match(text, [form]).verdict != "no", text


@given(PERSON, PERSON)
def test_s09_another_person_is_never_exact(one: str, two: str) -> None:
    here, there = one.split(), two.split()
    assume(here[0] != there[0] or here[-1] != there[-1])
    assume("".join(here) != "".join(there))
    assert match(one, [two]).verdict != "exact"


@given(st.text(max_size=40), st.text(max_size=40))
def test_normalising_is_the_same_for_both_sides_and_done_once(one: str, two: str) -> None:
    assert search_key(search_key(one)) == search_key(one)
    assert (search_key(one) == search_key(two)) == (search_key(two) == search_key(one))


def test_known_given_names_are_told_apart_and_their_spellings_are_not() -> None:
    for one, two in (("maria", "mario"), ("jean", "sean"), ("eric", "erica"), ("ivan", "ivana"), ("paolo", "paola")):
        assert two_people(one, two)
        assert two_people(two, one)
    for one, two in (("eric", "erik"), ("jon", "john"), ("dan", "daniel"), ("jhon", "john"), ("sara", "sarah")):
        assert not two_people(one, two)


def test_other_scripts_are_written_in_latin_letters_and_look_alikes_are_seen() -> None:
    assert romanised("\u0429\u0443\u043a\u0438\u043d \u0419\u043e\u0433") == "shchukin yog"
    assert romanised("\u0393\u03b9\u03ce\u03c1\u03b3\u03bf\u03c2") == "giorgos"
    assert romanised("José") == "jose"
    assert hides_latin("\u0422\u041e\u041c Cope")
    assert not hides_latin("\u0418\u0432\u0430\u043d Petrov")
    assert not hides_latin("Strauß")
    assert digits_as_letters("J0hn 5mith 1001 A") == "JOhn Smith 1001 A"


def test_ten_names_are_compared_well_within_a_millisecond() -> None:
    forms = sorted({form for _, _, form, _ in PAIRS})
    took = []
    for n, (_, text, form, _) in enumerate(PAIRS):
        box = [form, *(forms[(n + step) % len(forms)] for step in range(9))]
        rounds = []
        for _ in range(3):
            begun = time.perf_counter()
            match(text, box)
            rounds.append(time.perf_counter() - begun)
        took.append(min(rounds))
    # 0.5 ms was measured; the bound leaves room for a machine that does other things meanwhile.
    assert sorted(took)[int(len(took) * 0.99)] < 0.005
