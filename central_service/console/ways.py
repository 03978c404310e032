"""Every page in one table: its address, who may see it, who makes it."""

from __future__ import annotations

from central_service.console import case_pages, customer, mail_pages, pages, sign_in
from central_service.console.visit import Way

_CONSOLE = (
    Way("GET", "/console", pages.overview),
    Way("GET", "/console/stores", pages.stores),
    Way("GET", "/console/stores/{id}", pages.one_store),
    Way("GET", "/console/stations", pages.stations),
    Way("GET", "/console/contested", case_pages.contested),
    Way("GET", "/console/contested/{store}/{id}", case_pages.one_contest),
    Way("POST", "/console/contested/{store}/{id}/tell", case_pages.tell),
    Way("GET", "/console/quarantine", case_pages.quarantine),
    Way("GET", "/console/quarantine/{store}/{id}", case_pages.one_kept),
    Way("POST", "/console/quarantine/{store}/{id}/again", case_pages.again),
    Way("POST", "/console/quarantine/{store}/{id}/aside", case_pages.aside),
    Way("GET", "/console/mails", mail_pages.letters),
    Way("GET", "/console/mails/{store}/{id}", mail_pages.one_letter),
    Way("POST", "/console/mails/{store}/{id}/again", mail_pages.again),
    Way("POST", "/console/mails/{store}/{id}/arrived", mail_pages.arrived),
    Way("GET", "/console/acts", pages.acts),
    Way("GET", "/console/login", sign_in.ask, "anybody"),
    Way("POST", "/console/login", sign_in.sign_in, "anybody"),
    Way("POST", "/console/logout", sign_in.sign_out),
    Way("GET", "/console/{rest:path}", pages.nothing),
)
_DEMO = (
    Way("GET", "/demo", customer.show, "anybody"),
    Way("POST", "/demo/pickup", customer.pickup, "anybody"),
    Way("POST", "/demo/task", customer.task, "anybody"),
    Way("POST", "/demo/task/back", customer.task_back, "anybody"),
    Way("POST", "/demo/task/price", customer.task_price, "anybody"),
    Way("POST", "/demo/card", customer.card_answers, "anybody"),
)


def ways(*, demo: bool) -> tuple[Way, ...]:
    """The pages that are served; the customer's only in a demo."""
    return _CONSOLE + _DEMO if demo else _CONSOLE
