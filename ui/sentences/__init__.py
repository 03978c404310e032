"""What a clerk reads: each stable code becomes what happened, why, and what to do next.

Facts are put in as plain text. A code without a sentence shows itself, so that it can be reported; a test demands a
sentence for every code that the program can raise. The sentences stand in the files beside this one, by subject.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

from counter_app.errors import CounterError
from ui.figures import day_of
from ui.sentences.answers import ANSWERS
from ui.sentences.centre import CENTRE
from ui.sentences.damage import DAMAGE
from ui.sentences.deliveries import DELIVERIES
from ui.sentences.devices import DEVICES
from ui.sentences.files import FILES
from ui.sentences.inbox import INBOX
from ui.sentences.intake import INTAKE
from ui.sentences.mailboxes import MAILBOXES
from ui.sentences.money import MONEY
from ui.sentences.paper import PAPER
from ui.sentences.pickups import PICKUPS
from ui.sentences.pickups_depth import PICKUPS_DEPTH
from ui.sentences.program import PROGRAM
from ui.sentences.receiving import RECEIVING
from ui.sentences.shelves import SHELVES
from ui.sentences.signing_in import SIGNING_IN
from ui.sentences.store import STORE
from ui.sentences.tasks import TASKS

FACT_MAX = 500
"""Characters of a fact in a sentence; a fact may come from a settings file or a device."""

# Each entry is found through QT_TRANSLATE_NOOP and translated when it is shown.
SENTENCES: dict[str, Any] = {
    **PROGRAM,
    **SIGNING_IN,
    **STORE,
    **DAMAGE,
    **MAILBOXES,
    **ANSWERS,
    **RECEIVING,
    **PICKUPS,
    **TASKS,
    **DELIVERIES,
    **MONEY,
    **PICKUPS_DEPTH,
    **INBOX,
    **INTAKE,
    **PAPER,
    **DEVICES,
    **CENTRE,
    **FILES,
    **SHELVES,
}

BY_FACTS = {"store.full": "store.full_by"}
"""Codes that are told by an event without any facts, and by an error with them: then in other words."""


def sentence(code: str, facts: Mapping[str, Any] | None = None) -> str:
    """The sentence of `code` in the clerk's language with its facts put in; the code itself when there is none."""
    pattern = SENTENCES.get(BY_FACTS.get(code, code) if facts else code)
    if pattern is None:
        return code
    text = QCoreApplication.translate("Sentences", str(pattern))
    values = {key: _said(value) for key, value in (facts or {}).items()}
    return re.sub(r"\{(\w+)\}", lambda found: values.get(found[1], "…"), text)


def say(error: CounterError) -> str:
    """What a clerk reads of an error."""
    return sentence(error.code, error.facts)


def _said(value: Any) -> str:
    if isinstance(value, (tuple, list)):
        text = ", ".join(str(one) for one in value)
    else:
        text = Path(value).name if isinstance(value, Path) else day_of(str(value))
    return text if len(text) <= FACT_MAX else text[: FACT_MAX - 1] + "…"
