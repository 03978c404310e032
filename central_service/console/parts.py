"""What the pages are built of: tables with an empty state, pills, pages of a list, times in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Literal

from central_service.console.markup import Child, Markup, el, icon
from central_service.console.visit import PAGE_ROWS, Visit

Kind = Literal["ok", "warn", "bad", "info", "plain"]
SAID = {
    "told": "The store is told: it stands in the Inbox of each of its stations.",
    "taken": "It was taken in. The stations get it with their next exchange.",
    "taken_contested": "It was taken in, and contradicts what was there: it stands under Contested now.",
    "still": "It still cannot be taken in, for the reason below. Nothing was changed.",
    "rejected": "It was read now, and refused by its rule. It is closed; the reason is below.",
    "aside": "It is set aside for good. Its bytes are kept.",
    "mail_again": "It is queued, and goes with the next look at what is to be sent.",
    "mail_arrived": "It counts as sent. Nothing more goes out.",
    "pickup": "The pickup is asked for. The counter sees it with its next exchange.",
    "task": "The task is asked for. The counter sees it with its next exchange.",
    "task_back": "The task is taken back; its pieces are free again.",
    "price": "The counter has your answer with its next exchange.",
    "card": "The card answers as you said, from the next charge on.",
}


def pill(text: str, kind: Kind = "plain") -> Markup:
    """A short state."""
    return el("span", text, class_=f"pill {kind}")


def number(value: int) -> str:
    """With a thin gap every three digits."""
    return f"{value:,}".replace(",", "\u202f")


def count(value: int, kind: Kind = "warn") -> Markup:
    """A number that should be nought: loud only when it is not."""
    return pill(number(value), kind) if value else el("span", "0", class_="muted")


def when(at_ms: int, now_ms: int) -> Markup:
    """How long ago, the exact time with it; a dash for never."""
    if at_ms <= 0:
        return el("span", "never", class_="muted")
    at = datetime.fromtimestamp(at_ms / 1000, UTC)
    return el("time", ago(now_ms - at_ms), datetime=f"{at:%Y-%m-%dT%H:%M:%SZ}", title=f"{at:%Y-%m-%d %H:%M:%S} UTC")


def ago(past_ms: int) -> str:
    """A length of time in the words of a person; a clock that is ahead is said to be."""
    seconds = past_ms // 1_000
    if seconds < -60:
        return f"in {_length(-seconds)}"
    return "just now" if seconds < 60 else f"{_length(seconds)} ago"


def _length(seconds: int) -> str:
    for unit, size in (("d", 86_400), ("h", 3_600)):
        if seconds >= 2 * size:
            return f"{seconds // size} {unit}"
    return f"{max(1, seconds // 60)} min"


def stamp(at_ms: int) -> str:
    """The exact time, UTC."""
    return f"{datetime.fromtimestamp(at_ms / 1000, UTC):%Y-%m-%d %H:%M:%S}" if 0 < at_ms < 4_102_444_800_000 else "–"


def empty(sign: str, title: str, text: str, action: Child = None) -> Markup:
    """Where a list would be: why there is nothing, and what to do."""
    return el("div", icon(sign), el("h2", title), el("p", text), action, class_="empty")


def table(caption: str, columns: Sequence[str], rows: Sequence[Sequence[Child]], nothing: Markup) -> Markup:
    """A list. A column whose name begins with "#" holds numbers."""
    if not rows:
        return nothing
    heads = [el("th", one.lstrip("#"), scope="col", class_="number" if one[:1] == "#" else None) for one in columns]
    body = [
        el(
            "tr",
            [
                el("td", cell, class_="number" if column[:1] == "#" else None)
                for column, cell in zip(columns, cells, strict=True)
            ],
        )
        for cells in rows
    ]
    made = el("table", el("caption", caption), el("thead", el("tr", heads)), el("tbody", body))
    return el("div", made, class_="table", tabindex="0", role="region", aria_label=caption)


def card(*inside: Child, title: str = "", tools: Child = None, class_: str = "") -> Markup:
    """A sheet upon the page."""
    head = el("div", el("h2", title), tools, class_="card-head") if title else None
    return el("section", head, *inside, class_=f"card {class_}".strip())


def two(first: Child, second: Child) -> Markup:
    """A line and a smaller one below it."""
    return el("div", el("div", first, class_="strong"), el("div", second, class_="small"))


def facts(*pairs: tuple[str, Child]) -> Markup:
    """Names and what they are."""
    return el("dl", [el("div", el("dt", name), el("dd", value)) for name, value in pairs], class_="facts")


def search(visit: Visit, label: str) -> Markup:
    """The field above a list: finds by store."""
    wanted = visit.asked("q")
    clear = el("a", "Clear", href=visit.link(q="", page=""), class_="button quiet") if wanted else None
    show = visit.asked("show")
    return el(
        "form",
        el("label", label, for_="q", class_="hidden"),
        el("span", icon("search"), class_="glass"),
        el("input", type="search", id="q", name="q", value=wanted, placeholder=label, maxlength=100),
        el("input", type="hidden", name="show", value=show) if show else None,
        el("button", "Search"),
        clear,
        method="get",
        action=visit.address,
        role="search",
        class_="search",
    )


def tabs(visit: Visit, choices: Sequence[tuple[str, str]]) -> Markup:
    """Which part of a list; the first is shown when nothing is chosen."""
    chosen = visit.asked("show") or choices[0][0]
    links = [
        el("a", text, href=visit.link(show=key, page=""), aria_current="true" if key == chosen else None)
        for key, text in choices
    ]
    return el("nav", links, class_="tabs", aria_label="Which")


def pager(visit: Visit, total: int) -> Child:
    """Which part of how many, and the ways to the others."""
    pages = max(1, -(-total // PAGE_ROWS))
    at = min(visit.page_number, pages)
    if total <= PAGE_ROWS:
        return el("p", f"{number(total)} in all", class_="pager muted") if total else None
    first = (at - 1) * PAGE_ROWS + 1
    back = el("a", "Previous", href=visit.link(page=at - 1), class_="button", rel="prev") if at > 1 else None
    on = el("a", "Next", href=visit.link(page=at + 1), class_="button", rel="next") if at < pages else None
    text = f"{number(first)} to {number(min(total, at * PAGE_ROWS))} of {number(total)}"
    return el("div", el("span", text, class_="muted"), el("span", back, on, class_="tools"), class_="pager")


def said(visit: Visit) -> Child:
    """What the last act came to; only sentences of ours, chosen by a short word."""
    text = SAID.get(visit.asked("said"), "")
    kind = "warn" if visit.asked("said") in ("still", "rejected") else "ok"
    sign = icon("triangle-alert" if kind == "warn" else "circle-check")
    return el("div", sign, el("span", text), class_=f"banner {kind}", role="status") if text else None
