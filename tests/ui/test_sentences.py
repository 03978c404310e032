"""Every code that a clerk can be shown has its sentence, and a sentence never shows more than text."""

from __future__ import annotations

import ast
import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import ui.sentences
from counter_app.domain.mailbox import RULES
from counter_app.errors import CounterError
from counter_app.store.db import _CAUSES
from ui.sentences import SENTENCES, say, sentence

ROOT = Path(__file__).resolve().parents[2]
RAISED = ("RuleViolation", "CounterError", "StoreError", "DeviceError", "BadReading", "Offline", "Rejected")
RAISED += ("SyncError", "ServerBusy")
SHOWN_FROM = ("counter_app", "counter_app/desk", "counter_app/store", "counter_app/sync")
"""Folders whose files raise what a clerk is shown; a device's and a printer's codes are shown by their state."""


def codes_raised(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in RAISED and node.args:
            code = node.args[0]
            if isinstance(code, ast.Constant) and isinstance(code.value, str):
                yield code.value


def shown_codes() -> list[str]:
    files = [
        file
        for place in SHOWN_FROM
        for file in ([ROOT / place] if place.endswith(".py") else (ROOT / place).glob("*.py"))
    ]
    codes = {code for file in files for code in codes_raised(file)}
    codes |= {code for _, code in _CAUSES}
    return sorted(codes | {rule.reason for rule in RULES.values() if rule.reason})


@pytest.mark.parametrize("code", shown_codes())
def test_every_code_of_the_desk_and_the_store_has_its_sentence(code: str) -> None:
    assert code in SENTENCES


def test_facts_are_put_in_as_text_and_a_missing_one_is_an_ellipsis() -> None:
    assert "<b>Ann</b>" in say(CounterError("name.not_on_form", name="<b>Ann</b>", mailbox="12"))
    assert "…" in sentence("name.not_on_form", {})


def test_a_code_without_a_sentence_shows_itself() -> None:
    assert sentence("no.such_code") == "no.such_code"


def test_a_code_has_its_sentence_in_one_place_only() -> None:
    found: dict[str, str] = {}
    for module in pkgutil.iter_modules(ui.sentences.__path__):
        tables = vars(importlib.import_module(f"ui.sentences.{module.name}"))
        for code in [code for name, table in tables.items() if name == module.name.upper() for code in table]:
            assert code not in found, (code, found[code], module.name)
            found[code] = module.name
    assert set(found) == set(SENTENCES)
