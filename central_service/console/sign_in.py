"""The page on which an operator signs in, and the way out."""

from __future__ import annotations

from central_service.console import operators
from central_service.console.markup import Markup, el, icon
from central_service.console.visit import Elsewhere, Shown, Visit
from central_service.refusal import Refusal

TRY_AGAIN = "E-mail and password do not belong together. Look at both, and try again."


def ask(visit: Visit) -> Shown:
    """The form."""
    return Shown("Sign in", _form(visit))


def sign_in(visit: Visit) -> Shown | Elsewhere:
    """Open a session, or say that it was not right; which of the two was wrong is not said."""
    email = visit.field("email")
    try:
        return Elsewhere("/console", operators.sign_in(visit.centre, email, visit.field("password")))
    except Refusal as refusal:
        if refusal.code != "operator.wrong_password":
            raise
        return Shown("Sign in", _form(visit, TRY_AGAIN, email), status=403)


def sign_out(visit: Visit) -> Elsewhere:
    """End the session here, not only in the browser."""
    operators.sign_out(visit.centre, visit.operator)
    return Elsewhere("/console/login", "")


def _form(visit: Visit, wrong: str = "", email: str = "") -> Markup:
    said = el("div", icon("circle-alert"), el("span", wrong), class_="banner bad", role="alert") if wrong else None
    return el(
        "section",
        el("div", icon("mail"), class_="sign"),
        el("h1", "Central service"),
        el("p", "The operator's console", class_="muted"),
        said,
        visit.post(
            "/console/login",
            el("label", "E-mail", for_="email"),
            el(
                "input",
                type="email",
                id="email",
                name="email",
                value=email,
                autocomplete="username",
                required=True,
                maxlength=200,
                autofocus=not email,
            ),
            el("label", "Password", for_="password"),
            el(
                "input",
                type="password",
                id="password",
                name="password",
                autocomplete="current-password",
                required=True,
                maxlength=200,
                autofocus=bool(email),
            ),
            el("button", "Sign in", class_="primary"),
            class_="stack",
        ),
        el(
            "p",
            "New here? ",
            el("code", "./counter central-operator add E-MAIL"),
            " makes an operator.",
            class_="muted hint",
        ),
        class_="card door",
    )
