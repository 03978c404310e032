"""Every reason code that the comparison of names gives has a sentence."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from counter_app.domain import names
from tests.domain.name_pairs import pairs
from ui.name_reasons import _sentences, why_likely


def test_every_reason_of_every_likely_name_can_be_said(qapp: Any) -> None:
    for verdict, text, form, kind in pairs():
        found = names.match(text, [names.AuthorizedName(form, kind)])
        assert set(found.reasons) <= set(_sentences())
        if verdict == "likely":
            assert why_likely(found.reasons), (text, form, found.reasons)


def test_the_gravest_reason_is_said_first(qapp: Any) -> None:
    assert why_likely(("typo", "mixed_script")) == _sentences()["mixed_script"]
    assert why_likely(()) == ""
    assert all(code in Path(names.__file__).read_text(encoding="utf-8") for code in _sentences())
