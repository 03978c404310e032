"""The pages of the console on which something is done: contested operations, and what lies in quarantine."""

from __future__ import annotations

from typing import Any

from central_service.console import cases, figures, words
from central_service.console.markup import Child, Markup, el, foreign, icon
from central_service.console.parts import (
    card,
    empty,
    facts,
    number,
    pager,
    pill,
    said,
    search,
    stamp,
    table,
    tabs,
    two,
    when,
)
from central_service.console.visit import Elsewhere, Shown, Visit
from counter_app.domain.permissions import PLATFORM


def contested(visit: Visit) -> Shown:
    """All contested operations, those that nobody has told the store about first."""
    now_ms = visit.centre.clock()
    told = visit.asked("show") == "told"
    wanted = visit.asked("q")
    with visit.look() as connection:
        lines, total = figures.contested(connection, wanted, told, visit.page_number)
    rows = [
        (
            two(
                el("a", words.kind(one.kind), href=f"/console/contested/{one.store_id}/{one.op_id}"),
                el("code", one.op_id[-12:]),
            ),
            foreign(one.store_name),
            foreign(one.station or "–"),
            when(one.received_at_ms, now_ms),
        )
        for one in lines
    ]
    nothing = empty(
        "circle-check",
        "Nothing is contested",
        "When two stations did something with one piece that cannot both be, both acts are kept, "
        "and the second stands here.",
    )
    if wanted:
        nothing = _none(visit)
    return Shown(
        "Contested",
        card(
            el(
                "div",
                tabs(visit, (("open", "Open"), ("told", "Told to the store"))),
                search(visit, "Search by store"),
                class_="bar",
            ),
            table("Contested operations", ("Act", "Store", "Station", "Arrived"), rows, nothing),
            pager(visit, total),
        ),
        "contested",
        live=True,
        under="Two acts that cannot both be. Both are kept; the store finds out what is true",
    )


def _none(visit: Visit) -> Markup:
    text = "Part of the store's name or id is enough."
    return empty(
        "search", "Nothing of such a store", text, el("a", "Show all", href=visit.link(q="", page=""), class_="button")
    )


def one_contest(visit: Visit) -> Shown:
    """Both sides of one contested operation."""
    now_ms = visit.centre.clock()
    store_id, op_id = visit.way["store"], visit.way["id"]
    with visit.look() as connection:
        found = cases.contest(connection, store_id, op_id)
        name = figures.name_of(connection, store_id) or ""
        acts = figures.acts_about(connection, store_id, op_id)
    told = next((one for one in acts if one.what == "told"), None)
    if told:
        action: Child = el(
            "p", icon("circle-check"), f"{told.operator} told the store, ", when(told.at_ms, now_ms), ".", class_="done"
        )
    else:
        action = visit.post(
            f"{visit.address}/tell",
            el(
                "p",
                "The store's stations get an Inbox entry about this act. A manager there finds out who has the piece.",
            ),
            el("button", icon("bell"), "Tell the store", class_="primary"),
        )
    sheets = [
        card(
            facts(
                (words.ENTITIES.get(entity, entity), el("code", row_id)),
                ("State now", words.state(state) if state else "–"),
                ("This act", pill("contested here", "warn") if disputed else pill("fits here", "ok")),
            ),
            table(
                "Acts",
                ("Act", "It says", "Station", "Who", "Done there (UTC)", "Arrived (UTC)"),
                [_side(one, op_id) for one in sides],
                _no_acts(),
            ),
            title=words.ENTITIES.get(entity, entity),
        )
        for entity, row_id, state, disputed, sides in found.rows
    ]
    head = card(
        facts(
            ("Act", words.kind(found.kind)),
            ("Store", el("a", foreign(name), href=f"/console/stores/{store_id}")),
            ("Operation", el("code", op_id)),
        ),
        el("div", action, class_="action"),
    )
    return Shown(
        f"{words.kind(found.kind)}, contested",
        (said(visit), head, *sheets),
        "contested",
        back=("/console/contested", "All contested"),
    )


def _no_acts() -> Markup:
    return empty(
        "history", "No acts", "The row behind this act is not here any more; the act itself is in the journal."
    )


def _side(one: cases.Side, op_id: str) -> tuple[Child, ...]:
    mark: Child = pill("contested", "warn") if one.contested else None
    this: Child = pill("this act", "info") if one.op_id == op_id else None
    return (
        two(el("span", words.kind(one.kind), " ", this, mark), el("code", one.op_id[-12:])),
        [el("div", f"{words.field(name)}: ", foreign(value)) for name, value in one.says] or "–",
        foreign(one.station or "–"),
        "the platform" if one.actor == PLATFORM.id else el("code", foreign(one.actor[-12:])),
        stamp(one.at_ms),
        stamp(one.received_ms),
    )


def tell(visit: Visit) -> Elsewhere:
    """The one action on a contested operation."""
    store_id, op_id = visit.way["store"], visit.way["id"]
    cases.tell_store(visit.centre, visit.operator.email, store_id, op_id)
    return Elsewhere(f"/console/contested/{store_id}/{op_id}?said=told")


# ---------------------------------------------------------------- quarantine


def quarantine(visit: Visit) -> Shown:
    """All that could not be understood, undecided first."""
    now_ms = visit.centre.clock()
    closed = visit.asked("show") == "closed"
    wanted = visit.asked("q")
    with visit.look() as connection:
        lines, total = figures.quarantined(connection, wanted, closed, visit.page_number)
    rows = [
        (
            two(
                el("a", words.code(one.code), href=f"/console/quarantine/{one.store_id}/{one.mark}"),
                el("code", one.code),
            ),
            foreign(one.store_name),
            foreign(one.station or "–"),
            number(one.size),
            when(one.received_at_ms, now_ms),
        )
        for one in lines
    ]
    nothing = empty(
        "shield-check",
        "Nothing lies in quarantine",
        "An operation that the service cannot understand is kept here with its bytes, and holds up nothing behind it.",
    )
    if wanted:
        nothing = _none(visit)
    return Shown(
        "Quarantine",
        card(
            el(
                "div",
                tabs(visit, (("open", "Undecided"), ("closed", "Decided"))),
                search(visit, "Search by store"),
                class_="bar",
            ),
            table("Quarantine", ("Why", "Store", "Station", "#Bytes", "Arrived"), rows, nothing),
            pager(visit, total),
        ),
        "quarantine",
        live=True,
        under="What could not be understood. Nothing of it is lost: every byte is kept",
    )


def one_kept(visit: Visit) -> Shown:
    """One operation in quarantine, what can be read of it, and what was done about it."""
    now_ms = visit.centre.clock()
    store_id, mark = visit.way["store"], visit.way["id"]
    with visit.look() as connection:
        kept = cases.kept(connection, store_id, mark)
        acts = figures.acts_about(connection, store_id, mark)
    closed = next((one for one in acts if one.what in figures.CLOSING), None)
    known = facts(
        ("Code", el("code", kept.line.code)),
        ("Store", el("a", foreign(kept.store_name), href=f"/console/stores/{store_id}")),
        ("Station", foreign(kept.station or "–")),
        ("Arrived (UTC)", stamp(kept.line.received_at_ms)),
        ("Bytes", number(len(kept.line.raw))),
        *_readable(kept),
    )
    tried = [
        (
            when(one.at_ms, now_ms),
            words.ACTS.get(one.what, one.what),
            one.operator,
            foreign(one.reason) if one.reason else el("code", one.code or "–"),
        )
        for one in acts
    ]
    history = (
        card(
            table("What was done", ("When", "What", "Operator", "Result or reason"), tried, el("p")),
            title="What was done",
        )
        if tried
        else None
    )
    actions: Child = (
        _decide(visit)
        if closed is None
        else el(
            "p",
            icon("circle-check"),
            f"{words.ACTS[closed.what]}: {closed.operator}, ",
            when(closed.at_ms, now_ms),
            ".",
            class_="done",
        )
    )
    return Shown(
        "In quarantine",
        (said(visit), card(known, el("div", actions, class_="action")), history),
        "quarantine",
        under=words.code(kept.line.code),
        back=("/console/quarantine", "All of the quarantine"),
    )


def _decide(visit: Visit) -> Child:
    return (
        visit.post(
            f"{visit.address}/again",
            el("p", "Once the service is updated or mended, the kept bytes can be read anew, as if they came now."),
            el("button", icon("refresh-cw"), "Take it in again", class_="primary"),
        ),
        visit.post(
            f"{visit.address}/aside",
            el("label", "Or close it, with the reason", for_="reason"),
            el(
                "div",
                el("input", type="text", id="reason", name="reason", required=True, maxlength=200, autocomplete="off"),
                el("button", "Set aside for good", class_="danger"),
                class_="line",
            ),
        ),
    )


def _readable(kept: Any) -> list[tuple[str, Child]]:
    said_here = kept.said
    if said_here is None:
        return [("Operation", el("span", "cannot be read", class_="muted"))]
    return [
        ("Act", foreign(words.kind(said_here.kind))),
        ("Operation", el("code", said_here.op_id)),
        ("Number in the chain", number(said_here.n)),
        ("About", el("code", foreign(said_here.entity))),
        ("Done there (UTC)", stamp(said_here.at_ms)),
    ]


def again(visit: Visit) -> Elsewhere:
    """Take the kept bytes in once more."""
    store_id, mark = visit.way["store"], visit.way["id"]
    result = cases.take_in_again(visit.centre, visit.operator.email, store_id, mark)
    came_to = {"applied": "taken", "contested": "taken_contested", "rejected": "rejected"}.get(result.status, "still")
    return Elsewhere(f"/console/quarantine/{store_id}/{mark}?said={came_to}")


def aside(visit: Visit) -> Elsewhere:
    """Close the case with a reason."""
    store_id, mark = visit.way["store"], visit.way["id"]
    cases.set_aside(visit.centre, visit.operator.email, store_id, mark, visit.field("reason"))
    return Elsewhere(f"/console/quarantine/{store_id}/{mark}?said=aside")
