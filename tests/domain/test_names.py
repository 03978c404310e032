import time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from counter_app.domain.names import AuthorizedName, match, search_key, tokens

ACME = AuthorizedName("Acme Widgets LLC", "business", "n-2")
JOHN = AuthorizedName("John Quincy Smith", "person", "n-1")

EXACT = [
    ("JOHN SMITH", "John Smith", ()),
    ("Mr. John Smith", "John Smith", ()),
    ("SMITH, JOHN", "John Smith", ("order",)),
    ("SMITH, JOHN Q.", "John Quincy Smith", ("initial", "order")),
    ("John Q Smith", "John Quincy Smith", ("initial",)),
    ("John Quincy Smith", "John Q. Smith", ("initial",)),
    ("John Smith", "John Quincy Smith", ("middle",)),
    ("José Muñoz", "Jose Munoz", ("accent",)),
    ("Jorgen Strasse", "Jørgen Straße", ("accent",)),
    ("Anna Mueller", "Anna Müller", ("accent",)),
    ("Sean OBrien", "Seán O'Brien", ("accent",)),
    ("Sean O Brien", "Sean O'Brien", ("spacing",)),
    ("Maria Garcia Lopez", "Maria Garcia-Lopez", ()),
    ("Juan Cruz", "Juan de la Cruz", ()),
    ("Monsieur Jean du Pont", "Jean Pont", ()),
    ("M. Jean Dupont", "Jean Dupont", ()),
    ("Sra. Ana Ruiz", "Ana Ruiz", ()),
    ("John Smith Jr.", "John Smith, Jr", ()),
    ("SMITH, JOHN, JR", "John Smith Jr", ("order",)),
    ("John Smith II", "John Smith 2nd", ()),
    ("John Smith", "John Smith Jr", ("suffix",)),
    ("John Smith, MD", "John Smith", ()),
    ("John Smith or Current Resident", "John Smith", ()),
    ("John Smith PMB 123", "John Smith", ()),
    ("John Smith PMB #123-A", "John Smith", ()),
    ("JOHN SMITH #123", "John Smith", ()),
    ("Resident Records LLC", "Resident Records LLC", ()),
    ("A/C Repair LLC", "A/C Repair LLC", ()),
    ("John Smith DBA Acme", "John Smith", ("dba",)),
    ("John Smith d/b/a Acme", "John Smith", ("dba",)),
    ("John Smith c/o Acme LLC", "John Smith", ("dba",)),
    ("JOHN SMITH\n12 MAIN ST PMB 7\nAUSTIN TX", "John Smith", ("dba",)),
    ("ATTN: John Smith", "John Smith", ()),
    ("Madonna", "Madonna", ()),
    ("Acme Widgets", "Acme Widgets LLC", ("suffix",)),
    ("ACME WIDGETS, L.L.C.", "Acme Widgets LLC", ()),
    ("The Acme Widgets Inc", "Acme Widgets, Inc.", ()),
    ("Smith and Sons Ltd", "Smith & Sons Ltd.", ()),
    ("Durand et Fils SARL", "Durand & Fils SARL", ()),
    ("Tacos Ruiz", "Tacos Ruiz S.A. de C.V.", ("suffix",)),
    ("Acme Widgets LLC\nATTN Mary Jones", "Acme Widgets LLC", ("dba",)),
    ("ATTN MARY JONES\nACME WIDGETS LLC", "Acme Widgets LLC", ("dba",)),
]

LIKELY = [
    ("J Smith", "John Smith", "initial"),
    ("John Smith", "J Smith", "initial"),
    ("John P Smith", "John Q Smith", "initial"),
    ("John Peter Smith", "John Quincy Smith", "middle"),
    ("Jhon Smith", "John Smith", "typo"),
    ("John Smiht", "John Smith", "typo"),
    ("Christofer Anderssen", "Christopher Anderson", "typo"),
    ("Jon Smith", "John Smith", "typo"),
    ("Alex Smith", "Alexander Smith", "partial"),
    ("Smith John", "John Smith", "order"),
    ("John Smith Jr", "John Smith Sr", "suffix"),
    ("John Smith Jr", "John Smith", "suffix"),
    ("Maria Garcia", "Maria Garcia-Lopez", "partial"),
    ("Maria Lopez", "Maria Garcia-Lopez", "partial"),
    ("Mr Smith", "John Smith", "partial"),
    ("Joann Smith", "Jo Ann Smith", "spacing"),
    ("Acme Widget LLC", "Acme Widgets LLC", "typo"),
    ("Acme LLC c/o John Smith", "John Smith", "dba"),
    ("Acme LLC ATTN John Smith", "John Smith", "dba"),
    ("J\u043ehn Smith", "John Smith", "mixed_script"),
    ("John Smith LLC", "John Smith", "suffix"),
    ("John & Mary Smith", "John Smith", "joint"),
    ("John y Mary Smith", "John Smith", "joint"),
    ("John Smith Mary Smith", "John Smith", "middle"),
    ("John Smith/Acme Widgets LLC", "John Smith", "dba"),
    ("Acme Widgets LLC - John Smith", "Acme Widgets LLC", "dba"),
    ("John Smith / Mary Jones", "John Smith", "dba"),
    ("John Smith\nMary Jones", "John Jones", "middle"),
    ("John Smith Mary Jones", "John Jones", "middle"),
    ("John c/o Jones", "John Jones", "middle"),
    ("John Smith, Acme", "John Smith", "dba"),
    ("Estate of John Smith", "John Smith", "partial"),
    ("\u0406\u0432\u0430\u043d", "Ivan", "other_script"),
]

NO = [
    ("", "John Smith"),
    ("   \u202e", "John Smith"),
    ("Current Resident", "John Smith"),
    ("John", "John Smith"),
    ("Mary Smith", "John Smith"),
    ("John Jones", "John Smith"),
    ("Bob Lee", "Rob Lee"),
    ("M Smith", "John Smith"),
    ("Acme Holdings LLC", "Acme Widgets LLC"),
    ("LLC", "Acme Widgets LLC"),
    ("Studio 1001", "Studio 1002"),
    ("John Smith", ""),
    ("John and Mary Jones", "John Smith"),
    ("\u0418\u0432\u0430\u043d", "Boris"),
]


@pytest.mark.parametrize(("text", "authorised", "reasons"), EXACT)
def test_s09_the_same_name_is_exact_and_says_what_differed(text, authorised, reasons):
    found = match(text, [authorised])
    assert (found.verdict, found.name, found.reasons) == ("exact", authorised, reasons)
    assert 0.9 < found.score <= 1


@pytest.mark.parametrize(("text", "authorised", "reason"), LIKELY)
def test_s09_likeness_is_never_exact(text, authorised, reason):
    found = match(text, [authorised])
    assert (found.verdict, found.name) == ("likely", authorised)
    assert reason in found.reasons
    assert 0 < found.score < 1


@pytest.mark.parametrize(("text", "authorised"), NO)
def test_s09_another_name_is_refused(text, authorised):
    found = match(text, [authorised])
    assert (found.verdict, found.name, found.score) == ("no", None, 0.0)


def test_s09_nobody_is_authorised_on_an_empty_form():
    assert match("John Smith", []).verdict == "no"


def test_the_id_of_the_authorised_name_comes_back():
    assert match("acme widgets", [JOHN, ACME]).name_id == "n-2"


def test_two_names_equally_meant_are_ambiguous():
    found = match("John Smith", ["John Q Smith", "John P Smith"])
    assert (found.verdict, "ambiguous" in found.reasons) == ("likely", True)
    found = match("John Smith", ["John Smith Jr", "John Smith Sr"])
    assert (found.verdict, "ambiguous" in found.reasons) == ("likely", True)
    found = match("J Smith", ["John Smith", "Jane Smith"])
    assert (found.verdict, "ambiguous" in found.reasons) == ("likely", True)


def test_one_exact_name_alone_wins_over_likenesses():
    assert match("John Smith", ["Jon Smith", "John Smith", "John Q Smith"]).name == "John Smith"
    assert match("John Smith", ["Jon Smith", "John Smith", "John Q Smith"]).verdict == "exact"
    assert match("John Smith", ["John Smith", "JOHN SMITH"]).verdict == "exact"


def test_everybody_on_a_joint_piece_must_stand_on_the_form():
    assert match("John & Mary Smith", ["John Smith", "Mary Smith"]).verdict == "exact"
    assert match("John Smith and Mary Jones", ["Mary Jones", "John Smith"]).verdict == "exact"
    assert match("John Smith and Mary Jones", ["John Smith"]).verdict == "likely"
    assert match("John Smith / Acme LLC", ["Acme LLC", "John Smith"]).verdict == "exact"
    assert match("Mr & Mrs John Smith", ["John Smith"]).verdict == "likely"


def test_search_key_is_folded_words():
    assert search_key("  Jörg O'Brien-Smith, Jr.") == "jorg obrien smith jr"
    assert tokens("Straße & Œuvre") == ("strasse", "&", "oeuvre")


# Names long enough that none of them is a title, a particle or a suffix.
NAME = st.text("abcdefghijklmnopqrstuvwxyzéüñøß", min_size=3, max_size=12).map("Xu{}".format)
LETTERS = "abcdefghijklmnopqrstuvwxyz"


@given(NAME, NAME)
def test_s09_a_name_matches_itself_in_any_case_and_order(first, last):
    assert match(f"{first} {last}".upper(), [f"{first} {last}"]).verdict == "exact"
    assert match(f"{last}, {first}", [f"{first} {last}"]).verdict == "exact"


@given(st.text(LETTERS, min_size=4, max_size=12), st.data())
def test_s09_one_changed_letter_is_never_exact(word, data):
    place = data.draw(st.integers(0, len(word) - 1))
    letter = data.draw(st.sampled_from(LETTERS))
    assume(letter != word[place])
    changed = word[:place] + letter + word[place + 1 :]
    assert match(f"Zelda {changed}", [f"Zelda {word}"]).verdict != "exact"
    assert match(f"{changed} Zelda", [AuthorizedName(f"{word} Zelda", "business")]).verdict != "exact"


@given(st.text(max_size=300), st.lists(st.text(max_size=60), max_size=4))
def test_any_text_gets_an_answer(text, authorised):
    found = match(text, authorised)
    assert (found.name is None) == (found.verdict == "no")
    assert 0 <= found.score <= 1


def test_a_thousand_names_are_compared_in_no_time():
    authorised = [f"{first}{n} Smith{last}" for n in range(10) for first in LETTERS[:10] for last in LETTERS[:10]]
    match("John Smith", authorised)
    begun = time.perf_counter()
    match("John Smitha", authorised)
    assert time.perf_counter() - begun < 0.25


def test_hostile_length_stays_quick():
    begun = time.perf_counter()
    match("a & " * 100_000, ["John Smith"] * 50)
    match("x" * 1_000_000, ["y" * 100_000])
    match("c/o " * 100_000, ["John Smith"] * 50)
    assert time.perf_counter() - begun < 3
