"""Letters that are not what they look like, and names in another script or misread by a camera.

None of this ever makes two names the same; it only says that a clerk should look (S-09, T14).
"""

from __future__ import annotations

import re
import unicodedata

# Cyrillic and Greek letters that cannot be told from Latin ones on an envelope: capitals first, then small ones.
_LOOK_ALIKES = str.maketrans(
    "АВЕЅІЈКМНОРСТУХԀԌԚԜΑΒΕΖΗΙΚΜΝΟΡΤΥΧаеорсухіјѕԁһԛԝαορνικτυ",
    "ABESIJKMHOPCTYXDGQWABEZHIKMNOPTYXaeopcyxijsdhqwaopviktu",
)
_LATIN = re.compile(r"[a-z]")

_LETTERS = (
    "а=a б=b в=v г=g д=d е=e з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f ы=y э=e і=i ј=j љ=lj њ=nj ё=e "
    "ж=zh х=kh ц=ts ч=ch ш=sh щ=shch ъ= ь= ю=yu я=ya є=ye ї=yi ґ=g ў=u ђ=dj ћ=c џ=dz ѓ=g ќ=k "
    "α=a β=v γ=g δ=d ε=e ζ=z η=i ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=f ω=o θ=th χ=ch ψ=ps"
)
_GREEK_PAIRS = (("ου", "ou"), ("μπ", "b"), ("ντ", "nt"), ("γγ", "ng"), ("γκ", "gk"), ("αυ", "af"), ("ευ", "ef"))
_ROMAN = str.maketrans({pair[0]: pair[2:] for pair in _LETTERS.split(" ")})

_MISREAD = str.maketrans("0158i|!9", "olsbllig")
_DIGITS = str.maketrans("01589|", "OlSBgl")
_DIGIT_AND_LETTER = re.compile(r"\b(?=\w*[^\W\d_])(?=\w*\d)\w+\b|(?<=[^\W\d_])\|(?=\w)|\b[0158]\b")


def look_alike(text: str) -> str:
    """`text` with Cyrillic and Greek letters that look Latin replaced by the Latin ones, case folded."""
    return text.translate(_LOOK_ALIKES).casefold()


def hides_latin(text: str) -> bool:
    """Whether a whole word of look-alike letters of another script stands beside Latin words (T14)."""
    if text.isascii() or not _LATIN.search(text.casefold()):
        return False
    return any(not word.isascii() and word.translate(_LOOK_ALIKES).isascii() for word in text.split())


def romanised(text: str) -> str:
    """A Cyrillic or Greek name in Latin letters, one of the ways it is written; other scripts stay as they are."""
    if text.isascii():
        return text
    plain = "".join(
        ch for ch in unicodedata.normalize("NFKD", text.casefold()) if not "\u0300" <= ch <= "\u036f" or ch == "\u0306"
    )
    plain = unicodedata.normalize("NFC", plain)
    for pair, latin in _GREEK_PAIRS:
        plain = plain.replace(pair, latin)
    return plain.translate(_ROMAN)


def skeleton(word: str) -> str:
    """What is left of a folded word when letters that cameras mix up are one: 0/o, 1/l/i, 5/s, 8/b, 9/g, rn/m, vv/w."""
    # Apart, not together: in "vvv" nobody knows which two were a w.
    return word.translate(_MISREAD).replace("m", "rn").replace("w", "vv")


def digits_as_letters(text: str) -> str:
    """`J0hn Smith L1C` as `JOhn Smith LlC`: digits inside of words read as the letters they look like."""
    return _DIGIT_AND_LETTER.sub(lambda found: found[0].translate(_DIGITS), text)
