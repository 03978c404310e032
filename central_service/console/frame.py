"""Around every page: the rail, the head, and the pages that say why there is no page."""

from __future__ import annotations

from datetime import UTC, datetime

from central_service.console import look
from central_service.console.markup import Child, Markup, el, icon, page
from central_service.console.visit import Shown, Visit
from central_service.refusal import Refusal

ROOMS = (
    ("overview", "/console", "layout-dashboard", "Overview"),
    ("stores", "/console/stores", "store", "Stores"),
    ("stations", "/console/stations", "plug", "Stations"),
    ("contested", "/console/contested", "arrow-right-left", "Contested"),
    ("quarantine", "/console/quarantine", "shield-alert", "Quarantine"),
    ("mails", "/console/mails", "inbox", "E-mail"),
    ("acts", "/console/acts", "history", "Operators' acts"),
)
_WHY = {
    "operator.too_many_tries": (
        "Too many tries",
        "Sign-in is closed for a while, so that nobody can guess a password. Wait, then try again.",
    ),
    "form.not_ours": (
        "That form is out of date",
        "It was not from this page, or you have signed in or out since it was loaded. Nothing was changed. "
        "Go back, load the page again, and send it once more.",
    ),
    "request.origin_foreign": (
        "Another page sent this",
        "Only the console's own pages may change anything here. Nothing was changed.",
    ),
    "request.host_foreign": (
        "Wrong address",
        "The demo answers on this computer only, under 127.0.0.1 or localhost.",
    ),
    "page.not_found": ("There is nothing here", "The page has moved, or what it was about is gone."),
    "case.closed": (
        "Somebody was faster",
        "Another operator has dealt with this already. Nothing was done a second time.",
    ),
    "mail.not_open": (
        "Somebody was faster",
        "Another operator has decided about this e-mail already, or it was sent meanwhile. Nothing was changed.",
    ),
    "pickup.items_not_free": (
        "Not all of these pieces are free",
        "One of them has left the shelf or is in another task since the page was loaded. Nothing was asked for.",
    ),
    "request.too_large": ("Too much at once", "That form was larger than anything this page asks for."),
    "request.field_wrong": ("That does not fit", "One of the fields is empty, too long, or not what was asked for."),
    "server.busy": (
        "The database is busy",
        "It did not answer in time. Nothing was changed. Try again in a few seconds.",
    ),
}
_OTHERWISE = ("That did not work", "The service refused it. Nothing was changed.")


class Trouble(bytes):
    """A page that says why there is no page; `status` goes with it."""

    status = 500


def document(found: Shown, visit: Visit) -> bytes:
    """A page in its frame: with the rail for an operator, plain before sign-in and for a customer."""
    body = (
        el("a", "Skip to the page", href="#main", class_="skip"),
        _rail(found, visit) if visit.session else None,
        el(
            "main",
            el("div", _head(found, visit), found.main, class_="sheet", data_live="main" if found.live else None),
            id="main",
            tabindex="-1",
            class_="" if visit.session else "alone",
        ),
    )
    return page(head=_document_head(found.title, found.live), body=body)


def _document_head(title: str, live: bool = False) -> Child:
    return (
        el("meta", charset="utf-8"),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("title", f"{title} · Counter"),
        el("link", rel="icon", type="image/svg+xml", href=look.address("icon.svg")),
        el("link", rel="stylesheet", href=look.address("console.css")),
        el("script", src=look.address("refresh.js"), defer=True) if live else None,
    )


def _head(found: Shown, visit: Visit) -> Child:
    if not visit.session:
        return None
    now = datetime.fromtimestamp(visit.centre.clock() / 1000, UTC)
    stamp = el("span", f"As of {now:%H:%M:%S} UTC", class_="stamp")
    renew = el("a", icon("refresh-cw"), "Refresh", href=visit.link(), class_="button quiet") if found.live else None
    under = el("p", found.under, class_="under") if found.under else None
    to, name = found.back
    back = el("p", el("a", name, href=to), class_="back") if to else None
    return el(
        "header", el("div", back, el("h1", found.title), under), el("div", stamp, renew, class_="tools"), class_="head"
    )


def _rail(found: Shown, visit: Visit) -> Markup:
    links = [
        el(
            "a",
            icon(sign),
            el("span", text),
            href=to,
            aria_current="page" if room == found.room else None,
        )
        for room, to, sign, text in ROOMS
    ]
    who = el(
        "div",
        el("span", visit.operator.email, class_="who", title=visit.operator.email),
        visit.post("/console/logout", el("button", icon("log-out"), el("span", "Sign out"))),
        class_="end",
    )
    name = el(
        "a",
        icon("mail"),
        el("span", el("b", "Counter"), el("small", "Central service")),
        href="/console",
        class_="brand",
    )
    return el("nav", name, el("div", links, class_="rooms"), who, aria_label="Console", class_="rail")


def refused(refusal: Refusal) -> Trouble:
    """The page for a refusal: what happened and what to do, the code for support."""
    title, text = _WHY.get(refusal.code, _WHY["page.not_found"] if refusal.status == 404 else _OTHERWISE)
    if refusal.retry_after_s:
        text += f" ({refusal.retry_after_s} seconds)"
    return _trouble(refusal.status, title, text, refusal.code)


def failed(status: int, trouble: str) -> Trouble:
    """The page for a fault of ours; the id stands in the log too."""
    if status == 503:
        return _trouble(503, *_WHY["server.busy"], trouble)
    text = "The service made a mistake with this page. What it says about it is in its log, under this number."
    return _trouble(status, "Something broke here", text, trouble)


def _trouble(status: int, title: str, text: str, code: str) -> Trouble:
    card = el(
        "section",
        el("div", icon("circle-alert"), class_="sign bad"),
        el("h1", title),
        el("p", text),
        el("p", el("code", code), class_="muted"),
        el("a", "Back to the start", href="/console", class_="button"),
        class_="card door",
    )
    body = el("main", el("div", card, class_="sheet"), class_="alone", id="main")
    found = Trouble(page(head=_document_head(title), body=body))
    found.status = status
    return found
