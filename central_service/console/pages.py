"""The pages of the console that show: overview, stores, stations, what operators did."""

from __future__ import annotations

from central_service.console import chart, figures, mails, words
from central_service.console.markup import Child, Markup, el, foreign
from central_service.console.parts import (
    card,
    count,
    empty,
    facts,
    number,
    pager,
    pill,
    search,
    table,
    tabs,
    two,
    when,
)
from central_service.console.visit import Shown, Visit
from central_service.refusal import Refusal

HOURS = 6


def overview(visit: Visit) -> Shown:
    """What an operator looks at first: is somebody silent, does something pile up, does something need him."""
    now_ms = visit.centre.clock()
    with visit.look() as connection:
        total = figures.totals(connection, now_ms)
        minutes = figures.per_minute(connection, now_ms, HOURS)
        disputes, _ = figures.contested(connection, "", False, 1)
        aside, _ = figures.quarantined(connection, "", False, 1)
        doubtful, doubtful_count = mails.page_of(connection, "doubtful", 1)
        silent, silent_count = figures.stations(connection, "", "silent", now_ms, 1)
    hour = sum(minutes[-60:])
    tiles = el(
        "div",
        _tile("Stores", total.stores, "/console/stores", "founded here"),
        _tile("Stations", total.stations, "/console/stations", f"{number(total.seen_lately)} seen within 15 min"),
        _tile("Operations", hour, "", "arrived in the last hour"),
        _tile("Waiting at stations", total.waiting, "/console/stations?show=waiting", "as they last said"),
        _tile("Contested", total.contested, "/console/contested", "not told to the store yet", "warn"),
        _tile("Quarantine", total.quarantined, "/console/quarantine", "not decided yet", "bad"),
        class_="tiles",
    )
    if any(minutes):
        drawn: Child = chart.throughput(minutes, now_ms)
    else:
        drawn = empty(
            "chart-column",
            "No operations yet",
            f"Nothing has arrived in the last {HOURS} hours. Each bar will be five minutes.",
        )
    work = (
        [
            (
                _open(f"/console/contested/{one.store_id}/{one.op_id}", words.kind(one.kind), foreign(one.store_name)),
                pill("Contested", "warn"),
                when(one.received_at_ms, now_ms),
            )
            for one in disputes[:5]
        ]
        + [
            (
                _open(f"/console/quarantine/{one.store_id}/{one.mark}", words.code(one.code), foreign(one.store_name)),
                pill("Quarantine", "bad"),
                when(one.received_at_ms, now_ms),
            )
            for one in aside[:5]
        ]
        + [
            (
                _open(f"/console/mails/{one.store}/{one.mark}", words.mail(one.template), foreign(one.store_name)),
                pill("E-mail in doubt", "warn"),
                when(one.queued_ms, now_ms),
            )
            for one in doubtful[:5]
        ]
        + [
            (
                _open(
                    f"/console/stores/{one.store}",
                    "A station is silent for a day",
                    (foreign(one.store_name), " · ", foreign(one.name)),
                ),
                pill("Silent", "warn"),
                when(one.seen_ms, now_ms),
            )
            for one in silent[:5]
        ]
    )
    nothing = empty(
        "circle-check",
        "Nothing needs you",
        "No operation is contested or in quarantine, no e-mail is in doubt, and every station was heard today.",
    )
    more = total.contested + total.quarantined + doubtful_count + silent_count - len(work)
    rest = el("p", f"and {number(more)} more", class_="pager muted") if more > 0 else None
    return Shown(
        "Overview",
        (
            tiles,
            card(drawn, title="Operations a minute", tools=el("span", f"last {HOURS} hours, UTC", class_="muted")),
            card(table("What needs you", ("What", "Kind", "Since"), work, nothing), rest, title="What needs you"),
        ),
        "overview",
        live=True,
        under="All stores at one glance",
    )


def _tile(name: str, value: int, to: str, under: str, kind: str = "") -> Markup:
    inside = (el("span", name, class_="name"), el("b", number(value)), el("span", under, class_="small"))
    loud = f" {kind}" if kind and value else ""
    return el("a", *inside, href=to, class_=f"tile{loud}") if to else el("div", *inside, class_="tile")


def _open(to: str, first: Child, second: Child) -> Markup:
    return two(el("a", first, href=to), second)


def stores(visit: Visit) -> Shown:
    """All stores by name."""
    now_ms = visit.centre.clock()
    wanted = visit.asked("q")
    with visit.look() as connection:
        lines, total = figures.stores(connection, wanted, visit.page_number)
    rows = [
        (
            _open(f"/console/stores/{one.store}", foreign(one.name), one.store),
            number(one.stations),
            when(one.seen_ms, now_ms),
            count(one.waiting, "info"),
            count(one.parked, "bad"),
            count(one.contested, "warn"),
            count(one.quarantined, "bad"),
            ", ".join(one.versions) or el("span", "–", class_="muted"),
        )
        for one in lines
    ]
    if wanted:
        nothing = _not_found(visit, "No store of that name")
    else:
        nothing = empty(
            "store", "No store yet", "The platform founds stores: POST /v1/platform/stores. They appear here at once."
        )
    columns = ("Store", "#Stations", "Last seen", "#Waiting", "#Parked", "#Contested", "#Quarantine", "Program")
    return Shown(
        "Stores",
        card(search(visit, "Search by store"), table("Stores", columns, rows, nothing), pager(visit, total)),
        "stores",
        live=True,
        under="Every store, and its stations in sum",
    )


def _not_found(visit: Visit, title: str) -> Markup:
    text = "Part of the name or of the id is enough; capital letters do not matter."
    return empty("search", title, text, el("a", "Show all", href=visit.link(q="", page=""), class_="button"))


def one_store(visit: Visit) -> Shown:
    """One store with its stations and its open cases."""
    now_ms = visit.centre.clock()
    store_id = visit.way["id"]
    with visit.look() as connection:
        name = figures.name_of(connection, store_id)
        if name is None:
            raise Refusal(404, "page.not_found")
        lines = figures.stations_of(connection, store_id)
        disputes, aside = figures.open_of(connection, store_id)
        acts = figures.acts_of(connection, store_id)
    at_work = [one for one in lines if not one.revoked]
    nothing = empty(
        "plug",
        "No station yet",
        "A station joins with an enrolment code: POST /v1/platform/enrolments gives one, for ten minutes.",
    )
    head = facts(
        ("Store", el("code", store_id)),
        ("Stations at work", number(len(at_work))),
        ("Waiting at stations", number(sum(one.waiting for one in at_work))),
        ("Parked", count(sum(one.parked for one in at_work), "bad")),
        ("Contested", _cases(disputes, f"/console/contested?q={store_id}", "warn")),
        ("Quarantine", _cases(aside, f"/console/quarantine?q={store_id}", "bad")),
    )
    return Shown(
        name,
        (
            card(head),
            card(
                table("Stations", _STATIONS[1:], [_station(one, now_ms)[1:] for one in lines], nothing),
                title="Stations",
            ),
            card(_acts_table(acts, now_ms, of_one_store=True), title="What operators did here"),
        ),
        "stores",
        live=True,
        back=("/console/stores", "All stores"),
    )


def _cases(value: int, to: str, kind: str) -> Child:
    return el("a", count(value, "warn" if kind == "warn" else "bad"), href=to) if value else "0"


_STATIONS = ("Store", "Station", "Last seen", "#Waiting", "#Parked", "#Photos", "Program", "Last trouble")


def stations(visit: Visit) -> Shown:
    """All stations by store."""
    now_ms = visit.centre.clock()
    wanted, show = visit.asked("q"), visit.asked("show")
    with visit.look() as connection:
        lines, total = figures.stations(connection, wanted, show, now_ms, visit.page_number)
    if wanted:
        nothing = _not_found(visit, "No station of such a store")
    elif show in ("silent", "waiting", "parked"):
        nothing = empty("circle-check", "None", "That is as it should be.")
    else:
        nothing = empty("plug", "No station yet", "A store's stations appear here as soon as they are enrolled.")
    choices = (
        ("all", "All"),
        ("silent", "Silent for a day"),
        ("waiting", "With acts waiting"),
        ("parked", "With parked acts"),
    )
    return Shown(
        "Stations",
        card(
            el("div", tabs(visit, choices), search(visit, "Search by store"), class_="bar"),
            table("Stations", _STATIONS, [_station(one, now_ms) for one in lines], nothing),
            pager(visit, total),
        ),
        "stations",
        live=True,
        under="What each station last said of itself",
    )


def _station(one: figures.StationLine, now_ms: int) -> tuple[Child, ...]:
    dash = el("span", "–", class_="muted")
    if one.revoked:
        state: Child = pill("Revoked", "bad")
    elif one.seen_ms and now_ms - one.seen_ms < figures.SEEN_LATELY_MS:
        state = (el("span", class_="dot ok"), when(one.seen_ms, now_ms))
    else:
        late = now_ms - one.seen_ms > figures.SILENT_MS
        state = (el("span", class_=f"dot {'warn' if late else ''}".strip()), when(one.seen_ms, now_ms))
    told = bool(one.at_ms)
    return (
        el("a", foreign(one.store_name), href=f"/console/stores/{one.store}"),
        two(foreign(one.name), el("code", one.device[-12:])),
        state,
        count(one.waiting, "info") if told else dash,
        count(one.parked, "bad") if told else dash,
        count(one.photos, "info") if told else dash,
        one.version or dash,
        el("code", one.last_code) if one.last_code else dash,
    )


def acts(visit: Visit) -> Shown:
    """The operators' journal: only ever added to."""
    now_ms = visit.centre.clock()
    with visit.look() as connection:
        lines, total = figures.acts(connection, visit.asked("q"), visit.page_number)
    return Shown(
        "Operators' acts",
        card(search(visit, "Search by store"), _acts_table(lines, now_ms), pager(visit, total)),
        "acts",
        under="Who did what, and why; nothing is ever taken out of this list",
    )


def _acts_table(lines: object, now_ms: int, *, of_one_store: bool = False) -> Markup:
    rows = []
    for one in lines:  # type: ignore[attr-defined]
        about: Child = el("span", "–", class_="muted")
        if one.about:
            room = words.ABOUT.get(one.what, "quarantine")
            about = el("a", el("code", one.about[:12] + "…"), href=f"/console/{room}/{one.store_id}/{one.about}")
        what = (
            when(one.at_ms, now_ms),
            two(
                words.ACTS.get(one.what, one.what),
                foreign(one.reason) if one.reason else el("code", one.code) if one.code else "",
            ),
            one.operator,
            about,
        )
        rows.append(
            what
            if of_one_store
            else (*what, foreign(one.store_name) if one.store_name else el("span", "–", class_="muted"))
        )
    nothing = empty(
        "history",
        "Nothing yet",
        "What an operator does about an operation is written down here, with name and reason.",
    )
    columns = ("When", "What", "Operator", "About", "Store")
    return table("Operators' acts", columns[:4] if of_one_store else columns, rows, nothing)


def nothing(visit: Visit) -> Shown:
    """Every address that is no page."""
    raise Refusal(404, "page.not_found")
