"""The words of a name as they are compared: folded letters; titles, suffixes, particles, legal forms."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from counter_app.domain.text import clean

# Letters that Unicode does not take apart, as passports and address labels write them.
_LETTERS = str.maketrans(
    {"ø": "o", "œ": "oe", "æ": "ae", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h", "ŋ": "ng"}
)
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼʻ`´′\u02b9"))
# `Ph.D.`, `M. D.` at the end of a name that has two words already: letters of one credential.
_DOTTED = re.compile(r"(?<=\w)(,?\s+)((?:[A-Za-z]{1,2}\.\s?){1,2}[A-Za-z]{1,2})\.?(?=$|,)")


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split(" "))


HONORIFICS = _words(
    "mr mrs ms miss mx dr prof professor rev hon sir madam mme mlle mlles mm monsieur madame mademoiselle",
    "sr sra srta senor senora senorita don dona herr herrn frau dhr mevr sig dott ing dipl lic pan pani mgr",
    "capt captain sgt lt col maj gen cpl judge fr sister rabbi dame lady lord messrs maitre",
)
MAYBE_TITLES = _words("don dona gen fr pan sig dame lady lord hon judge lt col maj ing lic captain")
"""Titles that are names of people too: alone before one word they are the given name (`Don Johnson`)."""
GENERATIONS = {
    "jr": "2",
    "junior": "2",
    "ii": "2",
    "2nd": "2",
    "sr": "1",
    "senior": "1",
    "iii": "3",
    "3rd": "3",
    "iv": "4",
    "4th": "4",
    "pere": "1",
    "fils": "2",
}
_SPELLED = {"second": "2", "third": "3", "fourth": "4", "elder": "1", "younger": "2"}
"""Only behind `the`."""
CREDENTIALS = _words("md phd esq esquire cpa dds dmd dvm rn jd mba pe do")
PARTICLES = _words("de la las los le les du des del della di da das do dos van von der den zu")
AND = "&"
JOINT = frozenset((AND, "and", "et", "und", "y"))
_ANDS = JOINT | {"e"}
_GLUED = _words("o mc mac d l n st saint van von de del della di da la le du des ter ten")

_LEGAL_FORMS = _words(
    "llc inc incorporated corp corporation co company ltd limited gmbh ag sarl sas sasu sa spa srl bv nv plc",
    "pllc pc lp llp lllp ltda pty_ltd limited_liability_company limited_partnership &_co",
    "sa_de_cv s_de_rl s_de_rl_de_cv sapi_de_cv aps ab oy kg ohg ug kft sro doo eurl sl slu pty pvt gbr",
)
_LONGEST_FORM = max(map(len, _LEGAL_FORMS))
_FIRMS_ONLY = _words("llc inc corp ltd gmbh sarl sas pllc llp incorporated corporation cv aps eurl ohg kft sro")
_FIRM_TITLES = _words("the firma fa messrs societe ste")

_BETWEEN_WORDS = re.compile(r"[^\w&-]+")


class Words(NamedTuple):
    """A person's name taken apart: the words that count, without titles, particles, suffixes."""

    words: tuple[str, ...]
    alt: tuple[str, ...]
    """The same words with umlauts spelled out (mueller)."""
    surname: int
    """How many of the last words are one hyphenated surname (1 when there is no hyphen)."""
    given: int
    """The same for the first words: `Jean-Pierre` is two."""
    generation: str
    titles: frozenset[str]
    plain: str
    """The letters before accents were taken off, to say whether accents differ."""
    letters: str
    """All words with the particles, written as one."""


def fold(text: str) -> str:
    """`text` without case, accents, apostrophes and compatibility forms: `Straße Nº` -> `strasse no`."""
    if text.isascii():
        return text.lower().translate(_APOSTROPHES)
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_LETTERS).translate(_APOSTROPHES)
    apart = unicodedata.normalize("NFKD", folded)
    return unicodedata.normalize("NFC", "".join(ch for ch in apart if not "\u0300" <= ch <= "\u036f"))


def tokens(text: str) -> tuple[str, ...]:
    """The folded words of a name in their order; hyphens and dots part words, apostrophes do not."""
    return tuple(_split(fold(clean(text).text)))


def search_key(text: str) -> str:
    """What the store indexes and searches by: the folded words, one blank between them."""
    return " ".join(tokens(text))


@lru_cache(maxsize=8_192)
def legal_form(words: tuple[str, ...]) -> int:
    """How many words at the end of `words` are a legal form (`sa de cv` -> 3); never all of them."""
    end = len(words)
    while True:
        for size in range(min(_LONGEST_FORM, end - 1), 0, -1):
            if "_".join(words[end - size : end]) in _LEGAL_FORMS:
                end -= size
                break
        else:
            return len(words) - end


@lru_cache(maxsize=8_192)
def is_firm(text: str) -> bool:
    """Whether `text` ends in a legal form that no person's name ends in."""
    words = firm_words(text)
    return len(words) > 1 and any(word in _FIRMS_ONLY for word in words[len(words) - legal_form(words) :])


@lru_cache(maxsize=8_192)
def firm_words(text: str) -> tuple[str, ...]:
    """The words of a firm's name: `and` in any language is `&`, spaced letters are one (`L.L.C.` -> llc)."""
    joined: list[str] = []
    letters = ""
    for word in _split(fold(clean(text).text).replace("&", " & ").replace("+", " & ")):
        if len(word) == 1 and word.isalpha() and not (word in _ANDS and letters == ""):
            letters += word
            continue
        if letters:
            joined.append(letters)
            letters = ""
        joined.append(AND if word in _ANDS else word)
    if letters:
        joined.append(letters)
    if len(joined) > 1 and joined[0] in _FIRM_TITLES:
        joined = joined[1:]
    return tuple(joined)


def spelled_out(text: str) -> str:
    """`text` with umlauts spelled out (`Müller` -> `mueller`), case folded."""
    return unicodedata.normalize("NFKC", text).casefold().translate(_UMLAUTS)


@lru_cache(maxsize=8_192)
def person_words(text: str, keep_titles: bool = False) -> Words:
    """A person's name taken apart; `LAST, FIRST` is not turned here.

    A title that may be a given name (`Don Juan Perez`) is taken for one with `keep_titles`.
    """
    cleaned = credentials_joined(clean(text).text).replace(".", " ")
    plain = unicodedata.normalize("NFKC", cleaned).casefold().translate(_APOSTROPHES)
    raw = _split(plain)
    words = [fold(word) for word in raw]
    titles: set[str] = set()
    while len(words) > 1 and _is_title(words, keep_titles):
        titles.add(words.pop(0))
        raw.pop(0)
    generation = _take_generation(words, raw)
    while len(words) > 1 and words[-1] in CREDENTIALS:
        # `Do` and `Pe` are surnames too: they only count as credentials behind two other words.
        if words[-1] in ("do", "pe") and len(words) < 3:
            break
        words.pop()
        raw.pop()
    chunks = [_split(part) for part in plain.replace(",", " ").split(" ")]
    surname = next((len(one) for one in reversed(chunks) if one[-1:] == raw[-1:]), 1)
    given = next((len(one) for one in chunks if one[:1] == raw[:1]), 1)
    surname = max(1, min(surname, len(words) - 1))
    last = len(words) - 1
    kept = [n for n, word in enumerate(words) if n in (0, last) or word not in PARTICLES]
    return Words(
        tuple(words[n] for n in kept),
        tuple(fold(raw[n].translate(_UMLAUTS)) for n in kept),
        surname,
        max(1, min(given, last)),
        generation,
        frozenset(titles),
        " ".join(raw[n] for n in kept),
        "".join(words),
    )


def _is_title(words: list[str], keep_titles: bool) -> bool:
    if words[0] not in HONORIFICS:
        return False
    return words[0] not in MAYBE_TITLES or (len(words) > 2 and len(words[1]) > 1 and not keep_titles)


def _take_generation(words: list[str], raw: list[str]) -> str:
    """Take `Jr`, `III`, `the Third` out of the words wherever they stand but first; the first one counts."""
    generation = ""
    n = 1
    while n < len(words):
        code = GENERATIONS.get(words[n], "")
        if words[n] in ("junior", "senior", "fils", "pere") and len(words) < 3:
            code = ""  # a surname
        start = n
        if words[n] in _SPELLED and words[n - 1] == "the" and n > 1:
            code, start = _SPELLED[words[n]], n - 1
        if not code:
            n += 1
            continue
        generation = generation or code
        del words[start : n + 1], raw[start : n + 1]
        n = start
    return generation


def credentials_joined(text: str) -> str:
    """`text` with `Ph.D.` and `M. D.` behind a whole name written as one word."""

    def join(found: re.Match[str]) -> str:
        joined = re.sub(r"[.\s]", "", found[2])
        known = joined.lower() in CREDENTIALS and len(_split(text[: found.start()])) > 1
        return found[1] + joined if known else found[0]

    return _DOTTED.sub(join, text) if "." in text else text


def is_glued(short: tuple[str, ...]) -> bool:
    """Whether a first word such as `o`, `mc` or `van` is at times written in one with the next."""
    return any(word in _GLUED for word in short)


def _split(folded: str) -> list[str]:
    return [
        word
        for chunk in _BETWEEN_WORDS.split(folded.replace("_", " ").replace("&", " & "))
        for word in chunk.split("-")
        if word
    ]
