"""HTML as values: every text is escaped on its way in, because there is no other way in.

`el("td", name)` escapes `name`; only what `el` itself made passes as it is. Nobody writes a tag as text.
"""

from __future__ import annotations

import html
from collections.abc import Iterable
from functools import cache
from importlib import resources as package_files
from typing import Any

from counter_app.domain.text import clean

VOID = frozenset({"br", "input", "link", "meta"})
_OUR_ADDRESSES = frozenset({"href", "src", "action"})


class Markup(str):
    """HTML that is safe to send. Made here and nowhere else."""

    __slots__ = ()


Child = str | int | None | Iterable["Child"]


def el(tag: str, *children: Child, **attributes: str | int | bool | None) -> Markup:
    """One element. `class_` is class, `data_x` is data-x; None and False leave an attribute out, True has no value.

    ValueError for an address that is not a way on this server: no page links or sends anything anywhere else.
    """
    said = "".join(_attribute(name.rstrip("_").replace("_", "-"), value) for name, value in attributes.items())
    if tag in VOID:
        return Markup(f"<{tag}{said}>")
    return Markup(f"<{tag}{said}>{joined(children)}</{tag}>")


def joined(children: Child) -> Markup:
    """Elements and texts side by side, the texts escaped."""
    if children is None:
        return Markup()
    if isinstance(children, Markup):
        return children
    if isinstance(children, (str, int)):
        return Markup(html.escape(str(children), quote=True))
    return Markup("".join(joined(one) for one in children))


def foreign(text: str) -> Markup:
    """A text that somebody outside chose: one line, without hidden characters, its direction kept to itself (T14)."""
    return el("bdi", clean(text).text)


def _attribute(name: str, value: str | int | bool | None) -> str:
    if value is None or value is False:
        return ""
    if value is True:
        return f" {name}"
    if name in _OUR_ADDRESSES and not (str(value).startswith(("/", "#", "?")) and not str(value).startswith("//")):
        raise ValueError("a page leads only to this server")
    return f' {name}="{html.escape(str(value), quote=True)}"'


@cache
def icon(name: str) -> Markup:
    """One of the house's icons, drawn in the colour of the text around it; for the eye only."""
    text = package_files.files("resources").joinpath("icons", f"{name}.svg").read_text(encoding="utf-8")
    inside = text[text.index(">") + 1 : text.rindex("</svg>")]
    return Markup(f'<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{inside}</svg>')


def page(*, head: Child, body: Child) -> bytes:
    """The whole document as bytes."""
    whole: Any = el("html", el("head", head), el("body", body), lang="en")
    return b"<!doctype html>\n" + str(whole).encode("utf-8", "replace")
