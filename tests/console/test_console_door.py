"""The door of the pages: headers, cookies, sign-in and lock-out, sessions that end, forms that are not ours."""

from __future__ import annotations

import json
import os

import pytest
import requests

from central_service.console import operators
from central_service.console.look import address, files
from central_service.console.visit import Way
from central_service.console.ways import ways
from central_service.console.web import WRONG_A_MINUTE, Tries
from central_service.refusal import Refusal
from central_service.server import EmbeddedCentre
from tests.central.station import PLATFORM_TOKEN
from tests.console.conftest import Reader, form_token
from tests.console.street import OPERATOR, PASSWORD, Street

PAGES = [one for one in ways(demo=True) if one.method == "GET"]
FORMS = [one for one in ways(demo=True) if one.method == "POST"]
BEHIND = [one for one in ways(demo=True) if one.who == "operator"]
CSP = (
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; font-src 'self'; "
    "img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)


def path_of(way: Way) -> str:
    return way.path.replace("{store}", "s1").replace("{id}", "x1").replace("{rest:path}", "nowhere")


def assert_guarded(answer: requests.Response) -> None:
    assert answer.headers["Content-Security-Policy"] == CSP
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert "server" not in answer.headers


@pytest.mark.parametrize("way", PAGES, ids=lambda way: way.path)
def test_every_page_is_guarded_signed_in_or_not(way: Way, visitor: Reader) -> None:
    assert_guarded(visitor.get(path_of(way)))
    visitor.sign_in()
    answer = visitor.get(path_of(way))
    assert_guarded(answer)
    assert answer.status_code in (200, 404)
    assert "style=" not in answer.text
    assert "<script>" not in answer.text


@pytest.mark.parametrize("way", BEHIND, ids=lambda way: f"{way.method} {way.path}")
def test_nobody_sees_or_does_anything_without_a_session(way: Way, visitor: Reader) -> None:
    for cookie in ("", "no-session", "ab" * 32):
        if cookie:
            visitor.session.cookies.set("counter-console", cookie, domain="127.0.0.1")
        answer = visitor.get(path_of(way)) if way.method == "GET" else visitor.post(path_of(way))
        assert (answer.status_code, answer.headers["Location"], answer.text) == (303, "/console/login", "")


@pytest.mark.parametrize("way", FORMS, ids=lambda way: way.path)
def test_a_form_without_this_sessions_token_changes_nothing(way: Way, street: Street, visitor: Reader) -> None:
    visitor.sign_in()
    visitor.get("/demo")
    other = Reader(street.url)
    other.sign_in()
    strange = other.token("/console/acts") if way.who == "operator" else other.token("/console/login")
    own = visitor.token("/console/acts") if way.who == "operator" else visitor.token("/console/login")
    other.close()
    for token in ("", "x", strange, own[:-1], own.replace(".", "", 1), "." + own, f"é{own}"):
        answer = visitor.post(path_of(way), form_token=token)
        assert answer.status_code == 403, token
        assert "form.not_ours" in answer.text
        assert_guarded(answer)
    twice = visitor.session.post(visitor.url + path_of(way), data=[("form_token", own)] * 2, timeout=20)
    assert twice.status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Host": "evil.example"},
    ],
    ids=str,
)
def test_t23_another_page_can_send_nothing_even_with_the_right_token(headers: dict[str, str], operator: Reader) -> None:
    body = {"form_token": operator.token("/console")}
    answer = operator.session.post(operator.url + "/console/logout", data=body, headers=headers, timeout=20)
    assert answer.status_code == 403
    assert operator.get("/console").status_code == 200


@pytest.mark.parametrize("headers", [{"Host": "["}, {"Host": "[::1"}, {"Origin": "http://["}], ids=str)
def test_an_address_that_is_none_is_refused_and_no_fault(headers: dict[str, str], visitor: Reader) -> None:
    assert visitor.get("/console/login", headers=headers).status_code == 400


def test_an_endless_address_is_refused_and_no_fault(operator: Reader) -> None:
    assert operator.get("/console/stores?" + "&".join("a=1" for _ in range(30))).status_code == 400
    assert operator.get("/console/stores?q=%ff%00%0d&q=2&page=%00").status_code == 200


def test_the_cookie_is_out_of_reach_of_scripts_and_of_other_pages(visitor: Reader) -> None:
    answer = visitor.sign_in()
    cookie = answer.headers["Set-Cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert "path=/" in cookie
    assert "secure" not in cookie  # plain HTTP, and on loopback
    visitor_cookie = Reader(visitor.url).get("/console/login").headers["Set-Cookie"].lower()
    assert "httponly" in visitor_cookie
    assert "samesite=strict" in visitor_cookie


def test_away_from_loopback_the_cookie_goes_over_tls_only(tmp_path) -> None:
    centre = EmbeddedCentre(tmp_path / "central.db", platform_token=PLATFORM_TOKEN, demo=False)
    url = centre.start()
    try:
        for headers in ({"Host": "central.example"}, {"X-Forwarded-Proto": "https"}):
            cookie = requests.get(url + "/console/login", headers=headers, timeout=20).headers["Set-Cookie"]
            assert cookie.startswith("__Host-counter-visitor=")
            assert "secure" in cookie.lower()
        assert requests.get(url + "/demo", timeout=20).status_code == 404
    finally:
        centre.stop()


def test_the_pages_are_no_part_of_the_interface_document(street: Street) -> None:
    document = requests.get(street.url + "/openapi.json", timeout=20).text
    assert "/console" not in document
    assert '"/demo' not in document
    assert "/v1/diag" in json.loads(document)["paths"]


# ---------------------------------------------------------------- sign-in


def test_a_wrong_password_and_an_unknown_address_look_the_same(visitor: Reader) -> None:
    answers = [visitor.sign_in(OPERATOR, "not it at all"), visitor.sign_in("nobody@counter.example", "not it at all")]
    assert [one.status_code for one in answers] == [403, 403]
    said = [
        one.text.replace(form_token(one.text), "").replace(OPERATOR, "").replace("nobody@counter.example", "")
        for one in answers
    ]
    assert said[0] == said[1]
    assert "not it at all" not in answers[0].text
    assert visitor.get("/console").status_code == 303


def test_after_five_tries_the_right_password_does_not_help_either(street: Street, visitor: Reader) -> None:
    street.new_operator("locked@counter.example", PASSWORD)
    for _ in range(5):
        assert visitor.sign_in("locked@counter.example", "wrong wrong wrong").status_code == 403
    answer = visitor.sign_in("Locked@counter.example ", PASSWORD)
    assert answer.status_code == 429
    assert 0 < int(answer.headers["Retry-After"]) <= 60
    assert visitor.sign_in().status_code == 303  # another operator is not held up


def test_one_address_cannot_guess_for_ever_whatever_it_types() -> None:
    now = [1_000.0]
    tries = Tries(lambda: now[0])
    for _ in range(WRONG_A_MINUTE):
        tries.check("10.0.0.9")
        tries.wrong("10.0.0.9")
    with pytest.raises(Refusal) as refused:
        tries.check("10.0.0.9")
    assert (refused.value.status, refused.value.retry_after_s) == (429, 61)
    tries.check("10.0.0.8")
    now[0] += 61
    tries.check("10.0.0.9")


def test_signing_out_ends_the_session_here_and_not_only_in_the_browser(operator: Reader) -> None:
    kept = operator.session.cookies.get("counter-console")
    answer = operator.post("/console/logout", "/console")
    assert answer.headers["Location"] == "/console/login"
    operator.session.cookies.set("counter-console", kept, domain="127.0.0.1")
    assert operator.get("/console").status_code == 303


def test_a_new_password_and_a_removal_end_every_open_session(street: Street, visitor: Reader) -> None:
    street.new_operator("new@counter.example", PASSWORD)
    visitor.sign_in("new@counter.example")
    assert visitor.get("/console").status_code == 200
    street.new_operator("new@counter.example", PASSWORD + "!")
    assert visitor.get("/console").status_code == 303
    assert visitor.sign_in("new@counter.example").status_code == 403


def test_only_hashes_of_sessions_are_kept(street: Street, operator: Reader) -> None:
    token = operator.session.cookies.get("counter-console") or ""
    assert len(token) == 64
    stored = b"".join(path.read_bytes() for path in street.path.parent.iterdir())
    assert token.encode() not in stored
    assert PASSWORD.encode() not in stored


# ---------------------------------------------------------------- sessions in time


@pytest.fixture
def centre(tmp_path):
    from central_service.centre import open_centre
    from central_service.payments import NoGateway

    made = open_centre(
        f"sqlite:///{tmp_path}/c.db",
        platform_token=PLATFORM_TOKEN,
        demo=False,
        clock=lambda: NOW[0],
        entropy=os.urandom,
        gateway=NoGateway(),
    )
    NOW[0] = 1_790_000_000_000
    operators.add_operator(made.db, OPERATOR, PASSWORD, NOW[0])
    yield made
    made.db.close()


NOW = [0]


def test_a_session_ends_after_half_an_hour_without_a_page(centre) -> None:
    token = operators.sign_in(centre, OPERATOR, PASSWORD)
    for _ in range(3):
        NOW[0] += operators.IDLE_MS - 1
        assert operators.session_of(centre, token)
    NOW[0] += operators.IDLE_MS
    assert operators.session_of(centre, token) is None


def test_a_page_that_renews_itself_does_not_keep_the_session_open(centre) -> None:
    token = operators.sign_in(centre, OPERATOR, PASSWORD)
    for _ in range(3):
        NOW[0] += operators.IDLE_MS // 3
        found = operators.session_of(centre, token, by_itself=True)
    assert found is None


def test_a_session_ends_after_twelve_hours_in_any_case(centre) -> None:
    token = operators.sign_in(centre, OPERATOR, PASSWORD)
    began = NOW[0]
    while NOW[0] + operators.IDLE_MS - 1 < began + operators.LONGEST_MS:
        NOW[0] += operators.IDLE_MS - 1
        assert operators.session_of(centre, token)
    NOW[0] = began + operators.LONGEST_MS
    assert operators.session_of(centre, token) is None


def test_a_clock_that_was_set_back_gives_no_session_more_life(centre) -> None:
    token = operators.sign_in(centre, OPERATOR, PASSWORD)
    NOW[0] -= 3_600_000
    assert operators.session_of(centre, token) is None


@pytest.mark.parametrize(
    ("email", "password"), [("no address", PASSWORD), ("a@b c", PASSWORD), (OPERATOR, "short"), (OPERATOR, "x" * 201)]
)
def test_an_operator_needs_an_address_and_a_long_password(centre, email: str, password: str) -> None:
    with pytest.raises(ValueError, match=r"address|password"):
        operators.add_operator(centre.db, email, password, 1)


# ---------------------------------------------------------------- what the pages load


def test_the_pages_load_only_files_of_ours_by_an_address_that_changes_with_them(visitor: Reader) -> None:
    assert set(files()) >= {"console.css", "refresh.js", "icon.svg", "Inter-400.ttf"}
    for name in files():
        answer = visitor.get(address(name))
        assert answer.status_code == 200
        assert "immutable" in answer.headers["Cache-Control"]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
    for wrong in ("../tables.py", "..%2Ftables.py", "console.css/..", "nothing.css", "%00.css"):
        assert visitor.get(address("") + wrong).status_code in (303, 404)
    assert visitor.get("/console/static/0000000000000000/console.css").status_code == 404


def test_a_form_of_another_sort_or_size_is_refused(visitor: Reader) -> None:
    url = visitor.url + "/console/login"
    visitor.get("/console/login")
    post = visitor.session.post
    assert post(url, json={"email": OPERATOR}, timeout=20).status_code == 415
    assert post(url, files={"email": b"x"}, timeout=20).status_code == 415
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    assert post(url, data="a=" + "b" * 70_000, headers=kind, timeout=20).status_code == 413
    assert post(url, data=b"a=%ff%fe", headers=kind, timeout=20).status_code in (400, 403)
    assert post(url, data=b"\xff\xfe", headers=kind, timeout=20).status_code == 400
    assert post(url, data="&".join("a=1" for _ in range(400)), headers=kind, timeout=20).status_code == 400
