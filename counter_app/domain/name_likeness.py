"""How like two names are, word by word; what that means at the counter is decided in `names`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from counter_app.domain.name_given import is_given, two_people
from counter_app.domain.name_scripts import skeleton
from counter_app.domain.name_words import AND, JOINT, Words, is_glued, legal_form

_TYPO_WORD_MAX = 40


class Likeness(NamedTuple):
    """`exact` means the same name, not merely a like one; reasons are those of `names.NameMatch`."""

    score: float
    exact: bool
    reasons: frozenset[str]

    def likely(self, *reasons: str, factor: float = 0.9) -> Likeness:
        return Likeness(self.score * factor, False, self.reasons | set(reasons))

    def because(self, *reasons: str) -> Likeness:
        return Likeness(self.score, self.exact, self.reasons | set(reasons))


_SAME, _INITIAL, _MISREAD, _TYPO, _CUT, _OTHER = 5, 4, 3, 2, 1, 0
_WHY = {_INITIAL: "initial", _MISREAD: "misread", _TYPO: "typo", _CUT: "cut"}
_CLOSE = (_MISREAD, _TYPO)


def _relation(one: str, one_alt: str, two: str, two_alt: str) -> int:
    if one in (two, two_alt) or one_alt == two:
        return _SAME
    if len(one) == 1 or len(two) == 1:
        return _INITIAL if one[0] == two[0] or skeleton(one[0]) == skeleton(two[0]) else _OTHER
    if skeleton(one) == skeleton(two):
        return _MISREAD
    return _TYPO if _is_typo(one, two) else _OTHER


def _given(one: str, one_alt: str, two: str, two_alt: str) -> int:
    """The same for given names: a known other name is no typing error, and the edge of a label cuts letters off."""
    relation = _relation(one, one_alt, two, two_alt)
    if relation == _TYPO and two_people(one, two):
        return _OTHER
    if relation == _OTHER and 0 < len(two) - len(one) <= 2 <= len(one) and two.endswith(one) and not is_given(one):
        return _CUT
    return relation


def _surname(one: str, one_alt: str, two: str, two_alt: str) -> int:
    relation = _relation(one, one_alt, two, two_alt)
    if relation == _OTHER and len(two) - len(one) == 2 and len(one) > 3 and two.startswith(one):
        return _CUT
    return relation


def _like(score: float, exact: bool, *reasons: str) -> Likeness:
    return Likeness(score, exact, frozenset(reasons))


def compare_person(here: Words, there: Words) -> Likeness | None:
    """How like the person `here` (on the piece) is to the one `there` (on the form); None when not at all."""
    if not here.words or not there.words or JOINT & set(here.words) - set(there.words):
        return None
    hit = _compare_words(here, there)
    if hit is None:
        return None
    if hit.exact and _has_strange_number(here, there):
        hit = hit.likely("misread")
    if hit.exact and here.plain != there.plain and (here.words == there.words or not hit.reasons):
        hit = hit.because("accent")
    if here.generation == there.generation:
        return hit
    if not here.generation:
        return hit._replace(score=hit.score - 0.02, reasons=hit.reasons | {"suffix"})
    # The piece names a Jr. that the form does not, or the form's is the father: not the same person for sure.
    return hit.likely("suffix", factor=0.6 if there.generation else 0.8)


def _has_strange_number(here: Words, there: Words) -> bool:
    return any(not word.isalpha() and word not in there.words for word in here.words)


def _compare_words(here: Words, there: Words) -> Likeness | None:
    a, b = here.words, there.words
    if a == b:
        married = {"mrs", "mme", "frau", "sra"}
        other = (
            len(a) == 1 and here.titles and there.titles and bool(here.titles & married) != bool(there.titles & married)
        )
        return _like(0.6, False, "partial") if other else _like(1.0, True)
    if (glued := _glued(here, there)) is not None:
        return glued
    last = _surname(a[-1], here.alt[-1], b[-1], there.alt[-1])
    if len(a) == 1 or len(b) == 1:
        if len(a) == len(b):
            return _like(1.0, True, "accent") if last == _SAME else _one_word(last)
        in_surname = len(a[0]) > 1 and a[0] in b[-there.surname :]
        return _like(0.5, False, "partial") if len(a) == 1 and in_surname else None
    first = _given(a[0], here.alt[0], b[0], there.alt[0])
    if first == _OTHER and last == _SAME and (_are_initials(here, there) or _are_initials(there, here)):
        return _like(0.7, False, "initial")
    if first == _OTHER or last == _OTHER:
        return _rearranged(a, b, first, last)
    middle, score = _middle_names(a[1:-1], b[1:-1])
    if a.count(a[-1]) != b.count(b[-1]):
        score = min(score, 0.7)  # `John Smith Mary Smith` is two people
    reasons = {middle} - {""}
    if here.given > 1 and there.given > 1 and len(a) > 2 < len(b) and _given(a[1], a[1], b[1], b[1]) == _OTHER:
        return None  # Jean-Paul and Jean-Pierre
    if _surname_cut(here, there) or _surname_cut(there, here) or _given_cut(here, there) or _given_cut(there, here):
        return _like(0.65, False, "partial") if first == _SAME == last else None
    if first == _SAME == last:
        return _like(score, score > 0.8, *reasons)
    both_close = first in _CLOSE and last in _CLOSE
    if score < 0.8 or (first != _SAME and last != _SAME and not both_close):
        return None
    if last == _INITIAL:
        return _like(0.5, False, "initial", *reasons) if len(a[0]) > 2 else None
    return _like(0.75 if _INITIAL in (first, last) else 0.8, False, *_why(first, last), *reasons)


def _glued(here: Words, there: Words) -> Likeness | None:
    """Names that differ only in their blanks and particles: `Mac Donald`, `JohnSmith`, `Jan Vandenberg`."""
    a, b = here.words, there.words
    if a[0][0] == b[0][0] and "".join(a) == "".join(b):
        exact = is_glued(a) or is_glued(b) or _written_without_blanks(a + b)
        return _like(0.97, True, "spacing") if exact else _like(0.9, False, "spacing")
    if len(a) == 1 and len(b) > 1 and a[0] == b[0] + b[-1]:
        return _like(0.8, False, "spacing")
    if here.letters == there.letters and len(a) > 1 < len(b):
        particles = a[0] == b[0] and (here.letters != "".join(a) or there.letters != "".join(b))
        return _like(0.97 if particles else 0.85, particles, "spacing")
    return None


def _written_without_blanks(words: tuple[str, ...]) -> bool:
    return all(
        "\u2e80" <= ch <= "\u9fff" or "\uac00" <= ch <= "\ud7a3" or ch >= "\U00020000" for one in words for ch in one
    )


def _are_initials(short: Words, long: Words) -> bool:
    """`JP Dupont` for Jean-Pierre Dupont: the first word is the initials of all given names."""
    given = long.words[:-1]
    return len(short.words) == 2 and len(given) > 1 and short.words[0] == "".join(word[0] for word in given)


def _given_cut(whole: Words, other: Words) -> bool:
    """Whether `other` lacks a part of the hyphenated given name of `whole`."""
    given = whole.words[: whole.given]
    return whole.given > 1 and other.words[: whole.given] != given and not _initials_of(other.words, given)


def _initials_of(words: tuple[str, ...], given: tuple[str, ...]) -> bool:
    return len(words) > len(given) and all(one == two[0] for one, two in zip(words, given, strict=False))


def _why(*relations: int) -> Iterator[str]:
    for relation in relations:
        if relation in _WHY:
            yield _WHY[relation]


def _one_word(relation: int) -> Likeness | None:
    return _like(0.7, False, *_why(relation)) if relation in _CLOSE else None


def _rearranged(a: tuple[str, ...], b: tuple[str, ...], first: int, last: int) -> Likeness | None:
    if sorted(a) == sorted(b):
        return _like(0.85, False, "order")
    if first == _SAME and len(a[0]) > 1 and (b[-1] in a[1:] or a[-1] in b[1:]):
        return _like(0.65, False, "partial")
    short_form = min(len(a[0]), len(b[0])) > 2 and (a[0].startswith(b[0]) or b[0].startswith(a[0]))
    if last == _SAME and short_form and not two_people(a[0], b[0]):
        return _like(0.6, False, "partial")  # Alex for Alexander
    if last == _SAME and len(a[0]) > 1 and (_within(a, b) or (len(b[0]) > 1 and _within(b, a))):
        return _like(0.6, False, "partial")
    return None


def _middle_names(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[str, float]:
    """The reason code and the score of the middle names on the piece and the form, when the rest agrees.

    More than one name that the form does not have may be another person's: `John Smith Mary Jones`.
    """
    if a == b:
        return "", 1.0
    if sum(len(word) > 1 for word in a) > len(b) + 1 or len(b) > len(a) + 2:
        return "middle", 0.7
    if not a or not b:
        return "middle", 0.96
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    if all(one == two for one, two in zip(short, long, strict=False)):
        return "middle", 0.96
    initial = False
    rest = iter(long)
    for word in short:
        # In order: each middle name of the shorter list is one of the longer list, or its initial.
        other = next((o for o in rest if o == word or (1 in (len(o), len(word)) and o[0] == word[0])), None)
        if other is None:
            pairs = zip(a, b, strict=False)
            if len(a) == len(b) and all(one == two or _is_typo(one, two) for one, two in pairs):
                return "typo", 0.8
            return ("initial", 0.7) if 1 in (len(short[0]), len(long[0])) else ("middle", 0.6)
        initial = initial or other != word
    return ("initial", 0.98) if initial else ("middle", 0.96)


def _surname_cut(whole: Words, other: Words) -> bool:
    """Whether `other` lacks a part of the hyphenated surname of `whole`."""
    return whole.surname > 1 and any(
        not any(_relation(word, word, one, one) in (_SAME, *_CLOSE) for one in other.words[1:])
        for word in whole.words[-whole.surname :]
    )


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    rest = iter(long)
    return len(short) < len(long) and all(word in rest for word in short)


def compare_firm(a: tuple[str, ...], b: tuple[str, ...]) -> Likeness | None:
    """The same for the words of two firms; which legal form a firm has is left aside (reason `suffix`)."""
    if not a or not b:
        return None
    forms = a[len(a) - legal_form(a) :], b[len(b) - legal_form(b) :]
    a, b = a[: len(a) - len(forms[0])], b[: len(b) - len(forms[1])]
    reasons = frozenset(("suffix",)) if forms[0] != forms[1] else frozenset()
    score = 0.98 if reasons else 1.0
    if a == b:
        return Likeness(score, True, reasons)
    if "".join(a) == "".join(b):
        return Likeness(0.9 * score, False, reasons | {"spacing"})
    if len(a) == len(b):
        relations = [_relation(one, one, two, two) for one, two in zip(a, b, strict=True)]
        close = sum(one in _CLOSE for one in relations)
        if all(one == _SAME or one in _CLOSE for one in relations) and close <= max(1, len(a) // 2):
            return Likeness(0.8 * score, False, reasons.union(_why(*relations)))
        return Likeness(0.7 * score, False, reasons | {"order"}) if sorted(a) == sorted(b) else None
    if tuple(word for word in a if word != AND) == tuple(word for word in b if word != AND):
        return Likeness(0.8 * score, False, reasons | {"partial"})
    short, long = (a, b) if len(a) < len(b) else (b, a)
    if any(word.isdigit() for word in long[len(short) :]):
        return None  # Studio 1001 is not Studio
    if long[: len(short)] == short and len("".join(short)) > 3 and 2 * len(short) >= len(long):
        return Likeness(0.6 * score, False, reasons | {"partial"})
    return None


def _is_typo(one: str, two: str) -> bool:
    """One edit when a word has 4 letters or more, two from 8 on; a number is never a mistyped number."""
    short, long = sorted((len(one), len(two)))
    allowed = 0 if long < 4 else 1 if short < 8 else 2
    if not allowed or abs(len(one) - len(two)) > allowed or max(len(one), len(two)) > _TYPO_WORD_MAX:
        return False
    return one.isalpha() and two.isalpha() and _edits(one, two, allowed) <= allowed


def _edits(one: str, two: str, allowed: int) -> int:
    """Optimal string alignment distance, given up as soon as it is above `allowed`."""
    while one and two and one[0] == two[0]:
        one, two = one[1:], two[1:]
    while one and two and one[-1] == two[-1]:
        one, two = one[:-1], two[:-1]
    if allowed == 1:
        single = len(one) < 2 and len(two) < 2
        return int(bool(one or two)) if single else 1 if len(one) == 2 and one == two[::-1] else 2
    before: list[int] = []
    row = list(range(len(two) + 1))
    for i, left in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, right in enumerate(two, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (left != right))
            if i > 1 and j > 1 and left == two[j - 2] and one[i - 2] == right:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
        if min(row) > allowed:
            return allowed + 1
    return row[-1]
