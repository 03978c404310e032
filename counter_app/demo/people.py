"""Invented people and numbers, the same for the same seed; French, English and Spanish names."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from counter_app.domain import tracking

FIRST = tuple(
    """
    Amara Olivia James Noah Grace Ethan Chloe Liam Ava Mason Ruth Caleb Nora Felix Ivy Omar Priya Wei Mei Tariq
    Élodie Chloé Lucie Camille Jérôme Benoît Margaux Théo Anaïs Gaël Océane Hélène Zoé Loïc Mathéo Noémie
    Lucía Mateo Sofía Íñigo Valentina Joaquín Inés Andrés Nuria Beatriz Ramón Belén Tomás Aitana Gonzalo Rocío
    """.split()  # noqa: SIM905 - a list of words is read more easily so
)
LAST = tuple(
    """
    Okafor Miller Hughes Bennett Fairview Chen Patel Nguyen Ivanova Hassan Schmidt Rossi Kowalski Larsen Foster
    Tremblay Lefèvre Dubois Moreau Gagnon Côté Bélanger Rousseau Fournier Girard Mercier Lambert Chevalier
    García Fernández Núñez Muñoz Ibáñez Delgado Castillo Peña Ortega Vázquez Quiñones Herrera Zamora Solís
    """.split()  # noqa: SIM905
)
FIRMS = (
    "Bright Dental Group",
    "Fairview Realty LLC",
    "Delgado & Sons LLC",
    "Atelier Lumière SARL",
    "Panadería La Espiga LLC",
    "Northside Robotics Inc",
    "Blue Heron Press LLC",
    "Café des Arts SAS",
    "Ibérica Imports Corp",
    "Quiet Harbor Yoga LLC",
    "Old Mill Furniture Co",
    "Tremblay Conseil Inc",
    "Solar Peak Energy LLC",
)


@dataclass(frozen=True, slots=True)
class Customer:
    """A holder of a mailbox, as the platform has signed them up."""

    mailbox: str
    holder: str
    names: tuple[tuple[str, str], ...]
    state: str = "active"
    collectors: tuple[str, ...] = ()
    email: str = ""
    phone: str = ""
    plan: str = "personal"
    since: str = ""
    id_expires_on: str = ""
    account: str = field(default="")


def customers(random: Random, count: int = 400, names: int = 600) -> list[Customer]:
    """`count` mailboxes with `names` names on their forms; every state of an account occurs."""
    extra = names - count
    states = (
        ["on_hold"] * 6
        + ["expired"] * 8
        + ["inactive"] * 6
        + ["pending_approval"] * 8
        + ["signed_up"] * 3
        + ["resubmission_due"] * 6
        + ["rejected"] * 2
    )
    random.shuffle(states)
    more = [1] * extra + [0] * (count - extra) if extra <= count else [extra // count] * count
    random.shuffle(more)
    taken: set[str] = set()
    made = []
    for index in range(count):
        firm = random.random() < 0.18
        holder = _firm(random, taken) if firm else _person(random, taken)
        # The first fifty are plain active mailboxes: the day's script works with them.
        state = states.pop() if index >= 50 and states and random.random() < 0.3 else "active"
        forms = [(holder, "business" if firm else "person")]
        forms += [(_person(random, taken), "person") for _ in range(more[index])]
        made.append(
            Customer(
                mailbox=str(101 + index),
                holder=holder,
                names=tuple(forms),
                state=state,
                collectors=(_person(random, taken),) if firm or random.random() < 0.12 else (),
                email=f"box{101 + index}@mail.example",
                phone=f"518-555-{random.randrange(10_000):04d}",
                plan="business" if firm else random.choice(("personal", "virtual_business")),
                since="2026-09-14" if state != "active" else "",
                id_expires_on=f"{random.randrange(2027, 2032)}-{random.randrange(1, 13):02d}-15",
            )
        )
    return made


def _person(random: Random, taken: set[str]) -> str:
    while True:
        middle = f" {random.choice('ABCDEFGJLMNPRST')}." if random.random() < 0.2 else ""
        name = f"{random.choice(FIRST)}{middle} {random.choice(LAST)}"
        if name not in taken:
            taken.add(name)
            return name


def _firm(random: Random, taken: set[str]) -> str:
    for name in FIRMS:
        if name not in taken:
            taken.add(name)
            return name
    while True:
        name = f"{random.choice(LAST)} {random.choice(('Studio', 'Consulting', 'Imports', 'Partners', 'Atelier'))} LLC"
        if name not in taken:
            taken.add(name)
            return name


def number(random: Random, carrier: str) -> str:
    """A tracking number of `carrier` whose check digit is right."""
    while True:
        body = {
            "ups": lambda: "1Z" + _pick(random, "ABCDEFGH0123456789", 6) + "03" + _digits(random, 7),
            "usps": lambda: "9400111" + _digits(random, 14),
            "fedex": lambda: _digits(random, 11),
            "amazon": lambda: "TBA" + _digits(random, 12),
            "dhl": lambda: _digits(random, 9),
        }[carrier]()
        for last in [""] if carrier == "amazon" else "0123456789":
            found = tracking.identify(body + last)
            if found and found[0].carrier == carrier and found[0].check != "failed":
                return body + last


def _digits(random: Random, count: int) -> str:
    return _pick(random, "123456789", 1) + _pick(random, "0123456789", count - 1)


def _pick(random: Random, letters: str, count: int) -> str:
    return "".join(random.choice(letters) for _ in range(count))
