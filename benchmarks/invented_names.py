"""Names in any number, the same for the same seed, spread as in a real register: a few common, a long tail of rare.

The vocabulary decides what forgiving a typing error costs, so it must not be small: some 70,000 surnames made of
syllables behind the common ones, some 3,000 given names. The n-th most common name is drawn about 1/n as often.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator
from itertools import accumulate
from random import Random

from counter_app.demo.people import FIRST, LAST

SURNAMES = 70_000
GIVEN_NAMES = 3_000
_PARTS = """
b c d f g h j k l m n p r s t v w z br ch cr dr fl gr kl kr mc pr sch sh sl st sz th tr v vl y
a e i o u ai au ea ei ie oo ou a e i o
b d g k l ll m n nd ng r rr rd s ss t tt v z ck ch ns rk lt
n r l s t ck nd ng rt ski son er ez o berg man mann ov ic as is quist ley ton well ford
a e o n na ne lia ra ka ta ik is us an en in el io ia ette
Studio Imports Partners Consulting Bakery Holdings Legal Dental Freight Supply
"""
_BEGIN, _MIDDLE, _LINK, _SURNAME_END, _GIVEN_END, _FIRM_END = (line.split() for line in _PARTS.strip().splitlines())


class Register:
    """Draws holders: people, one in twelve a firm."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)  # noqa: S311 - invented names
        self.surnames = _grown(self._random, LAST, SURNAMES, _SURNAME_END)
        self.given = _grown(self._random, FIRST, GIVEN_NAMES, _GIVEN_END)
        self._surname_steps = list(accumulate(1 / (n + 12) for n in range(len(self.surnames))))
        self._given_steps = list(accumulate(1 / (n + 12) for n in range(len(self.given))))

    def holders(self, count: int) -> Iterator[str]:
        """`count` names of holders."""
        for n in range(count):
            surname = self._drawn(self.surnames, self._surname_steps)
            if n % 12 == 11:
                yield f"{surname} {self._random.choice(_FIRM_END)} LLC"
            else:
                yield f"{self._drawn(self.given, self._given_steps)} {surname}"

    def _drawn(self, names: list[str], steps: list[float]) -> str:
        return names[bisect(steps, self._random.random() * steps[-1], hi=len(names) - 1)]


def _grown(random: Random, common: tuple[str, ...], count: int, ends: list[str]) -> list[str]:
    names = dict.fromkeys(common)
    while len(names) < count:
        inner = "".join(random.choice(_MIDDLE) + random.choice(_LINK) for _ in range(random.choice((0, 1, 1, 1, 2))))
        names[(random.choice(_BEGIN) + inner + random.choice(_MIDDLE) + random.choice(ends)).title()] = None
    return list(names)
