"""Does the name on a piece stand on that mailbox's Form 1583? (S-09, R-3, DMM 508)

`exact` may be inserted, `likely` needs a clerk's eye, `no` is a gate. Likeness alone is never `exact`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple, Protocol

from counter_app.domain.name_likeness import Likeness, compare_firm, compare_person
from counter_app.domain.name_scripts import digits_as_letters, hides_latin, look_alike, romanised, skeleton
from counter_app.domain.name_words import (
    MAYBE_TITLES,
    Words,
    credentials_joined,
    firm_words,
    is_firm,
    person_words,
    search_key,
    spelled_out,
    tokens,
)
from counter_app.domain.text import clean, is_mixed_script

__all__ = ["AuthorizedName", "NameMatch", "match", "search_key", "tokens"]

Verdict = Literal["exact", "likely", "no"]

_TEXT_MAX = 2_000
_PARTS_MAX = 12
_ALIKE = 0.02
"""Two names whose scores lie this close together are equally good."""

_BETWEEN_PARTS = re.compile(
    r"(?P<care>\bc\s?/\s?o\b|\b(?:in )?care of\b|\battn\b|\batt[:.]|\battention\b|\bfao\b"
    r"|\b(?:a|à) l['’]attention d[eu]\b|\baux bons soins de\b|\batenci[oó]n\b)"
    r"|\bd\s?/\s?b\s?/\s?a\b|\bd\.b\.a\b|\bdba\b|\bdoing business as\b|\ba/k/a\b|\baka\b|\bt/a\b"
    r"|\btrading as\b|\b[fn]/k/a\b|\b[fn]ka\b|\bformerly\b|\bn[ée]e\b|\bgeb\.|[()]|(?P<beside>[|;/]|\s[-–—]\s)",
    re.IGNORECASE,
)
# What stands behind a name and is none: `or current resident`, the private mailbox number (DMM 508).
_NOT_A_NAME = re.compile(
    r"\s*\b(?:or\s+(?:current\s+)?|current\s+)(?:resident|occupant|householder)\b"
    r"|\s+(?:pmb\b\s*#?|#)\s*\d[\w-]*\s*$",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"\s*[|;/]\s*|\s+[-–—]\s+")
_JOINT = re.compile(r"\s+(?:&|\+|and|et|und|y)\s+", re.IGNORECASE)


class Named(Protocol):
    """A name of the form: its text, and `person` or `business`."""

    @property
    def text(self) -> str: ...

    @property
    def kind(self) -> str: ...


@dataclass(frozen=True, slots=True)
class AuthorizedName:
    """A name that an approved Form 1583 lists for a mailbox; `kind` is `person` or `business`."""

    text: str
    kind: str = "person"
    name_id: str = ""


@dataclass(frozen=True, slots=True)
class NameMatch:
    """What `match` found. `name` is the authorised text, `name_id` its id where the caller gave one.

    Reasons are stable codes: accent, order, suffix, initial, middle, typo, misread (letters that a camera mixes up),
    cut (letters missing at the edge), spacing, partial, dba (matched one part of several), joint (several people on
    the piece), mixed_script, other_script (compared in Latin letters), ambiguous.
    """

    verdict: Verdict
    name: str | None = None
    score: float = 0.0
    reasons: tuple[str, ...] = ()
    name_id: str = ""


class _Found(NamedTuple):
    name: Named
    like: Likeness


class _Reading(NamedTuple):
    """One way to read the text, and whether what it names can be exact: is the piece for that name?"""

    text: str
    reasons: frozenset[str]
    may_be_exact: bool
    several: bool = False
    """Several names read as one: then no word of it may be taken for a middle name."""


# Reasons that leave open who of two relatives is meant: two such matches on different names are ambiguous.
_WEAK = frozenset(("initial", "middle", "suffix"))


def match(text: str, authorised: Sequence[Named | str]) -> NameMatch:
    """Compare the name on a piece with the `authorised` names of one mailbox; linear in their number.

    `text` is one name or the lines above the street, as read or typed (`Acme LLC\\nATTN: J. Smith`).
    """
    names = [AuthorizedName(name) if isinstance(name, str) else name for name in authorised]
    names = [name for name in names if clean(name.text).text]
    best: list[_Found] = []
    for reading in _readings(text):
        found = list(_found(reading, names))
        if any(hit.like.exact for hit in found):
            return _decide(found)
        best += found
    best += _joint(text, names)
    return _decide(best or _last_resort(text, names))


def _decide(found: list[_Found]) -> NameMatch:
    if not found:
        return NameMatch("no")
    exact = [hit for hit in found if hit.like.exact]
    top = max(exact or found, key=lambda hit: hit.like.score)
    if not exact:
        rivals = [hit for hit in found if hit.like.score >= top.like.score - _ALIKE]
    elif top.like.reasons & _WEAK:
        rivals = exact
    else:
        rivals = [top]
    reasons = set(top.like.reasons)
    verdict: Verdict = "exact" if exact else "likely"
    if len({search_key(hit.name.text) for hit in rivals}) > 1:
        reasons.add("ambiguous")
        verdict = "likely"
    name_id = str(getattr(top.name, "name_id", ""))
    return NameMatch(verdict, top.name.text, round(top.like.score, 3), tuple(sorted(reasons)), name_id)


def _readings(text: str) -> Iterator[_Reading]:
    """The whole, then its parts; only who the piece is for can make it exact, not who it goes through."""
    parts: list[tuple[str, bool]] = []
    beside = False
    for line in text[:_TEXT_MAX].splitlines():
        begin, care = 0, False
        for sign in _BETWEEN_PARTS.finditer(line):
            parts.append((line[begin : sign.start()], care))
            begin, care = sign.end(), sign["care"] is not None
            beside = beside or sign["beside"] is not None
        parts.append((line[begin:], care))
    whole = _tidy(text[:_TEXT_MAX])
    kept = [(tidy, care) for part, care in parts if (tidy := _tidy(part))][:_PARTS_MAX]
    if len(kept) > 1:
        # `ATTN John Smith / Acme LLC` is for Acme, wherever the ATTN line stands.
        addressee = next((n for n, (_, care) in enumerate(kept) if not care), 0)
    else:
        addressee = 0
        if kept and kept[0][0] == whole:
            yield _reading(whole, frozenset(), True)
            yield from _before_comma(whole)
            return
    yield _reading(whole, frozenset(), True)._replace(several=len(kept) > 1)
    reasons = frozenset(("dba",)) if len(kept) > 1 else frozenset()
    for n in sorted(range(len(kept)), key=lambda n: n != addressee):
        # Who stands beside the first name, as in `John Smith / Mary Jones`, is an addressee as well.
        yield _reading(kept[n][0], reasons, n == addressee and not beside)


def _before_comma(text: str) -> Iterator[_Reading]:
    head, comma, _ = text.partition(",")
    if comma and len(tokens(head)) > 1:
        yield _reading(head, frozenset(("dba",)), False)


def _reading(text: str, reasons: frozenset[str], may_be_exact: bool) -> _Reading:
    if is_mixed_script(text) or hides_latin(text):
        return _Reading(look_alike(text), reasons | {"mixed_script"}, False)
    return _Reading(text, reasons, may_be_exact)


def _tidy(text: str) -> str:
    return clean(_NOT_A_NAME.sub(" ", text)).text.strip(" ,:.-/")


def _joint(text: str, names: Sequence[Named]) -> list[_Found]:
    """`John & Mary Smith`: exact only when each of them stands on the form with a name of his own."""
    for reading in _readings(text):
        parts = _BESIDE.split(reading.text)
        surname: tuple[str, ...] = ()
        if len(parts) < 2:
            parts = [] if is_firm(reading.text) else _JOINT.split(reading.text)
            surname = person_words(parts[-1]).words[-1:] if parts else ()
        if not 2 <= len(parts) <= 4:
            continue
        found: list[_Found] = []
        for part in parts:
            alone = len(person_words(part).words) == 1
            one = match(f"{part} {surname[0]}" if alone and surname else part, names)
            hit = next((name for name in names if name.text == one.name), None)
            if hit is not None:
                exact = one.verdict == "exact" and reading.may_be_exact
                reasons = reading.reasons.union(one.reasons, ("joint",))
                found.append(_Found(hit, Likeness(one.score, exact, reasons)))
        if len(found) == len(parts) and all(hit.like.exact for hit in found):
            return found[:1]
        if found:
            top = max(found, key=lambda hit: hit.like.score)
            return [_Found(top.name, top.like.likely())]
    return []


def _last_resort(text: str, names: Sequence[Named]) -> list[_Found]:
    """What is likely only when the text is read in another way than it stands there; never exact."""
    found: list[_Found] = []
    for reading in list(_readings(text)):
        for other, reason in _otherwise(reading.text):
            hits = _found(_Reading(other, reading.reasons | {reason}, True), names)
            # A turned name must fit wholly: likeness on top of another order is a coincidence.
            whole = (hit for hit in hits if reason != "order" or hit.like.exact or "spacing" in hit.like.reasons)
            found += (hit._replace(like=hit.like.likely()) for hit in whole)
        latin = romanised(reading.text)
        for name in names:
            there = romanised(name.text)
            if latin != reading.text or there != name.text:
                aside = _Reading(latin, reading.reasons | {"other_script"}, False)
                found += (hit._replace(name=name) for hit in _found(aside, [AuthorizedName(there, name.kind)]))
            bones = _bones(reading.text)
            if any(len(one) > 3 for one in bones & _bones(name.text)):
                found.append(_Found(name, Likeness(0.7, False, reading.reasons | {"misread"})))
    return found


_ESTATE = re.compile(r"^(?:the\s)?(?:estate|family|parents|heirs|succession|familia|familie)\s(?:of|de|von)\s", re.I)


def _otherwise(text: str) -> Iterator[tuple[str, str]]:
    letters = digits_as_letters(text)
    if letters != text:
        yield letters, "misread"
    words = text.split(" ")
    if 1 < len(words) <= 6 and "," not in text:
        yield " ".join([words[-1], *words[:-1]]), "order"
        if len(words) > 2:
            yield " ".join([*words[1:], words[0]]), "order"
    if (rest := _ESTATE.sub("", text)) != text:
        yield rest, "partial"
    head, comma, tail = text.partition(",")
    if comma and " " in head and " " in tail.strip():
        yield tail.strip(), "dba"


@lru_cache(maxsize=8_192)
def _bones(text: str) -> frozenset[str]:
    return frozenset((skeleton("".join(firm_words(text))), skeleton(person_words(_turned(text)[0]).letters)))


def _found(reading: _Reading, names: Sequence[Named]) -> Iterator[_Found]:
    as_firm = is_firm(reading.text)
    people = list(_people(reading.text))
    for name in names:
        if name.kind == "business" or is_firm(name.text):
            like = _compare_firms(reading.text, name.text)
        else:
            there = _authorised_people(name.text)
            likes = [
                (one, turned) for person, turned in people for own in there if (one := compare_person(person, own))
            ]
            like, turned = max(likes, key=lambda hit: (hit[0].exact, hit[0].score), default=(None, False))
            if like and turned:
                like = like.because("order")
            if like and as_firm:
                like = like.likely("suffix")
        if like:
            like = like.because(*reading.reasons)
            if reading.several and like.reasons & _WEAK:
                like = like.likely()
            yield _Found(name, like if reading.may_be_exact else like.likely())


def _compare_firms(text: str, name: str) -> Likeness | None:
    like = compare_firm(firm_words(text), firm_words(name))
    if like is None or not like.exact:
        if not text.isascii():
            spelled = compare_firm(firm_words(spelled_out(text)), firm_words(name))
            like = spelled.because("accent") if spelled and spelled.exact else like
        if not name.isascii():
            spelled = compare_firm(firm_words(text), firm_words(spelled_out(name)))
            like = spelled.because("accent") if spelled and spelled.exact else like
    return like


def _people(text: str) -> Iterator[tuple[Words, bool]]:
    turned_text, turned = _turned(text)
    person = person_words(turned_text)
    yield person, turned
    if person.titles & MAYBE_TITLES:
        yield person_words(turned_text, keep_titles=True), turned
    if not turned and person.words[:1] == ("m",) and len(person.words) > 2:
        # `M. Jean Dupont` is Monsieur in French.
        given = max(1, person.given - 1)
        rest = person._replace(words=person.words[1:], alt=person.alt[1:], plain=person.plain[2:], given=given)
        yield rest, False


@lru_cache(maxsize=8_192)
def _authorised_people(text: str) -> tuple[Words, ...]:
    turned = _turned(text)[0]
    person = person_words(turned)
    if person.titles & MAYBE_TITLES:
        return person, person_words(turned, keep_titles=True)
    return (person,)


def _turned(text: str) -> tuple[str, bool]:
    """`SMITH, JOHN Q, JR` as `JOHN Q SMITH JR`; commas before a mere suffix only go away."""
    text = credentials_joined(text)
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if len(parts) < 2:
        return text, False
    tail: list[str] = []
    for n in range(len(parts) - 1, 0, -1):
        if _is_suffix(parts[n]):
            tail.insert(0, parts.pop(n))
    if len(parts) < 2:
        return " ".join([*parts, *tail]), False
    return " ".join([*parts[1:], parts[0], *tail]), True


def _is_suffix(part: str) -> bool:
    words = tokens(part)
    short = len(words) == 1 or (len(words) == 2 and words[0] == "the")
    return short and person_words(f"x y {part}").words == ("x", "y")
