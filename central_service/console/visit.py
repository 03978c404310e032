"""One request for a page and what comes of it: what the pages are given, and what they give back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlencode

from sqlalchemy import Connection

from central_service.centre import Centre
from central_service.console.markup import Child, Markup, el
from central_service.console.operators import Session, form_token
from central_service.database import EVERY_STORE
from central_service.refusal import Refusal

PAGE_ROWS = 25
SEARCH_MAX = 100


@dataclass(frozen=True)
class Visit:
    """A request that passed the door. `bearer` is the hash of the cookie that its forms are tied to."""

    centre: Centre
    address: str
    way: Mapping[str, str] = field(default_factory=dict)
    query: Mapping[str, str] = field(default_factory=dict)
    form: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    session: Session | None = None
    bearer: str = ""

    @property
    def operator(self) -> Session:
        if self.session is None:
            raise Refusal(403, "operator.needed")
        return self.session

    def look(self) -> AbstractContextManager[Connection]:
        """One state of the database, of every store: operators look at all of them."""
        return self.centre.db.read(EVERY_STORE)

    def asked(self, name: str) -> str:
        """One field of the address, cut to what anybody types; "" when it is not there."""
        return self.query.get(name, "").strip()[:SEARCH_MAX]

    def field(self, name: str, most: int = 200) -> str:
        """One field of the form; Refusal 400 when it is longer than `most` or there twice."""
        values = self.form.get(name, ())
        if len(values) > 1 or any(len(one) > most for one in values):
            raise Refusal(400, "request.field_wrong", field=name)
        return values[0] if values else ""

    @property
    def page_number(self) -> int:
        """From 1; what is no number is the first page."""
        text = self.query.get("page", "")
        return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 7 else 1

    def link(self, **changed: str | int) -> str:
        """This page with other search or paging."""
        kept = {key: value for key, value in self.query.items() if key in ("q", "show", "page")}
        said = {key: str(value) for key, value in (kept | changed).items() if value not in ("", None)}
        return self.address + (f"?{urlencode(said)}" if said else "")

    def post(self, to: str, *children: Child, class_: str = "") -> Markup:
        """A form that changes something, with the token that proves it is from this page."""
        token = el("input", type="hidden", name="form_token", value=form_token(self.centre, self.bearer))
        return el("form", token, *children, method="post", action=to, class_=class_ or None)


@dataclass(frozen=True)
class Shown:
    """A page. `room` is the entry of the rail that it belongs to; `live` when it may renew itself."""

    title: str
    main: Child
    room: str = ""
    status: int = 200
    live: bool = False
    under: str = ""
    back: tuple[str, str] = ("", "")
    """Where the list is that this page was opened from, and what it is called."""


@dataclass(frozen=True)
class Elsewhere:
    """The browser goes on there. `token` opens a session with it, "" ends the one there is, None leaves it."""

    to: str
    token: str | None = None


@dataclass(frozen=True)
class Way:
    """A page and who may see it: an operator, or anybody who reaches it (sign-in, and the demo on loopback)."""

    method: Literal["GET", "POST"]
    path: str
    serve: Callable[[Visit], Shown | Elsewhere]
    who: Literal["operator", "anybody"] = "operator"
