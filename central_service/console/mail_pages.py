"""The pages about e-mails that need a person: those that may have arrived, and those that were given up."""

from __future__ import annotations

from central_service.console import figures, mails, words
from central_service.console.markup import Child, Markup, el, foreign, icon
from central_service.console.parts import card, empty, facts, number, pager, pill, said, stamp, table, tabs, two, when
from central_service.console.visit import Elsewhere, Shown, Visit


def letters(visit: Visit) -> Shown:
    """All e-mails that wait for a decision: the doubtful ones, and those that were given up."""
    now_ms = visit.centre.clock()
    given_up = visit.asked("show") == "given_up"
    with visit.look() as connection:
        lines, total = mails.page_of(connection, "given_up" if given_up else "doubtful", visit.page_number)
    rows = [
        (
            two(el("a", words.mail(one.template), href=_address(one)), el("code", one.mark[:12])),
            foreign(one.store_name),
            _to(one),
            words.mail_code(one.code),
            when(one.queued_ms, now_ms),
        )
        for one in lines
    ]
    if given_up:
        nothing = empty("circle-check", "None was given up", "Every e-mail found a server that took it.")
    else:
        nothing = empty(
            "circle-check",
            "No e-mail is in doubt",
            "When the line breaks just as a text is handed over, nobody knows whether it went. It is not sent twice "
            "by itself: it stands here until somebody has looked.",
        )
    return Shown(
        "E-mail",
        card(
            el("div", tabs(visit, (("doubtful", "In doubt"), ("given_up", "Given up"))), class_="bar"),
            table("E-mails", ("What", "Store", "To", "Why", "Written"), rows, nothing),
            pager(visit, total),
        ),
        "mails",
        live=True,
        under="What may have reached a customer, and what did not",
    )


def one_letter(visit: Visit) -> Shown:
    """One e-mail, and the two things that can be decided about it."""
    now_ms = visit.centre.clock()
    store_id, mark = visit.way["store"], visit.way["id"]
    with visit.look() as connection:
        one = mails.one(connection, store_id, mark)
        acts = figures.acts_about(connection, store_id, mark)
    known = facts(
        ("State", pill(*words.MAIL_STATES.get(one.state, (one.state, "plain")))),
        ("Store", el("a", foreign(one.store_name), href=f"/console/stores/{store_id}")),
        ("To", _to(one)),
        ("Written (UTC)", stamp(one.queued_ms)),
        ("Tries", number(one.tries)),
        ("Why", words.mail_code(one.code) if one.code else "–"),
        ("Message-ID begins with", el("code", one.mark)),
    )
    done = [(when(act.at_ms, now_ms), words.ACTS.get(act.what, act.what), act.operator) for act in acts]
    history = (
        card(table("What was done", ("When", "What", "Operator"), done, el("p")), title="What was done")
        if done
        else None
    )
    decide = el("div", _decide(visit, one), class_="action") if one.state in mails.OPEN else None
    return Shown(
        words.mail(one.template),
        (said(visit), card(known, decide), history),
        "mails",
        back=("/console/mails", "All of the e-mail"),
    )


def _decide(visit: Visit, one: mails.MailLine) -> Child:
    again = visit.post(
        f"{visit.address}/again",
        el(
            "p",
            "It goes to the address that the customer has today."
            + (" If the first one did arrive, the customer gets it twice." if one.state == "doubtful" else ""),
        ),
        el("button", icon("refresh-cw"), "Send it again", class_="" if one.state == "doubtful" else "primary"),
    )
    if one.state != "doubtful":
        return again
    arrived = visit.post(
        f"{visit.address}/arrived",
        el("p", "Look for the Message-ID in the log of the mail server. If it was taken there, it arrived."),
        el("button", icon("check"), "It arrived", class_="primary"),
    )
    return arrived, again


def _to(one: mails.MailLine) -> Markup:
    return foreign(one.to) if one.to else el("span", "no address", class_="muted")


def _address(one: mails.MailLine) -> str:
    return f"/console/mails/{one.store}/{one.mark}"


def again(visit: Visit) -> Elsewhere:
    """Send it once more."""
    store_id, mark = visit.way["store"], visit.way["id"]
    mails.send_again(visit.centre, visit.operator.email, store_id, mark)
    return Elsewhere(f"/console/mails/{store_id}/{mark}?said=mail_again")


def arrived(visit: Visit) -> Elsewhere:
    """It arrived: nothing more is sent."""
    store_id, mark = visit.way["store"], visit.way["id"]
    mails.note_arrived(visit.centre, visit.operator.email, store_id, mark)
    return Elsewhere(f"/console/mails/{store_id}/{mark}?said=mail_arrived")
