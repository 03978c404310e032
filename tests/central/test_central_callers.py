"""Every route of /openapi.json against six wrong callers: refused with a stable code, and nothing is changed.

What a caller of the right sort but of another store would ask for stands in `about_another_store`. A station's route
that is not there is asked with nothing in it; then the answer must have nothing of this store, and nothing is changed.
At the photos' routes everybody asks for a photo and for an unfinished upload of this store, in the form that is wanted.
"""

from __future__ import annotations

from typing import Any

import pytest
import requests
from sqlalchemy import select, update

from central_service.keys import token_hash
from central_service.tables import device, metadata, token
from tests.central.conftest import Shop
from tests.central.station import Station
from tests.central.tus import Sender, checksum, name_of, picture

PHOTOS = "/blobs"
NOTED = {"token", "login_try"}
"""Tables in which the service keeps count of sign-ins."""
UNSIGNED = {"auth.needed"}
FORBIDDEN = {"auth.device_only", "auth.platform_only", "auth.other_device", "auth.other_store", "clerk.wrong_password"}


class Callers:
    """A store with a piece and an account, and everybody who may not come in there."""

    def __init__(self, shop: Shop) -> None:
        self.shop = shop
        self.mine, self.late, self.gone = shop.station(), shop.station(), shop.station()
        self.account = shop.platform.account(shop.store)
        self.piece = self.mine.received(self.account)
        self.mine.push(self.piece)
        sender, self.photo, self.half = Sender(self.mine), picture(), picture()
        sender.send(self.photo)
        self.upload = sender.create(self.half).json()["id"]
        sender.patch(self.upload, 0, self.half[:1_000])
        shop.platform.store(shop.store + "b")
        self.other = shop.station(shop.store + "b")
        with shop.beneath() as connection:
            late = update(token).where(token.c.hash == token_hash(self.late.token))
            connection.execute(late.values(expires_ms=1))
            connection.execute(update(device).where(device.c.id == self.gone.device).values(revoked=1))

    def about_another_store(self) -> dict[tuple[str, str], dict[str, Any]]:
        """What the other store's station would say to reach this store: method and path of the route, body."""
        mine = self.mine
        sync = {"epoch": mine.epoch, "incarnation": mine.incarnation}
        return {
            ("post", "/v1/sync/push"): sync | {"device_id": mine.device, "ops": [mine.received()]},
            ("post", "/v1/sync/pull"): {"streams": [{"id": f"store:{self.shop.store}", "cursor": ""}], "max_rows": 10},
            ("post", "/v1/clerks/login"): {"email": "walk@example.org", "password": "open sesame"},
        }

    def photo_ids(self, method: str) -> tuple[str, ...]:
        """What a route of photos with an {id} is asked for."""
        return (self.upload,) if method in ("patch", "delete") else (name_of(self.photo), self.upload)

    def tus(self, method: str) -> dict[str, Any]:
        """Headers and body of a request about a photo, all as it must be; what would begin one has no bytes."""
        spoken = {"Tus-Resumable": "1.0.0"}
        if method == "post":
            return {"headers": spoken, "json": {"sha256": "ab" * 32, "size": 0, "kind": "piece"}}
        if method == "patch":
            rest = self.half[1_000:]
            spoken |= {"Content-Type": "application/offset+octet-stream", "Upload-Offset": "1000"}
            return {"headers": spoken | {"Upload-Checksum": checksum(rest)}, "data": rest}
        return {"headers": spoken}

    def authorization(self, who: str, wanted: str) -> str:
        platform = self.shop.platform.token
        return {
            "no token": "",
            "garbage": "Bearer not-a-token",
            "expired": f"Bearer {self.late.token}",
            "another store's": f"Bearer {self.other.token}",
            "revoked": f"Bearer {self.gone.token}",
            "wrong role": f"Bearer {platform if wanted == 'device' else self.mine.token}",
        }[who]

    def everything(self) -> dict[str, list[Any]]:
        with self.shop.beneath() as connection:
            found = {
                table.name: sorted(map(repr, connection.execute(select(table))))
                for table in metadata.sorted_tables
                if table.name not in NOTED
            }
        return found | {"photos": sorted(map(str, self.shop.centre.more["blobs"].rglob("*")))}


WHO = ("no token", "garbage", "expired", "another store's", "revoked", "wrong role")


@pytest.fixture(scope="module")
def paths(running) -> dict[str, Any]:
    return requests.get(running.base_url + "/openapi.json", timeout=10).json()["paths"]


def test_t19_six_wrong_callers_at_every_route_change_nothing(shop, paths):
    callers = Callers(shop)
    about = callers.about_another_store()
    guarded = [
        (method, path, next(iter(said["security"][0])))
        for path, item in paths.items()
        for method, said in item.items()
        if said["security"]
    ]
    assert len(guarded) >= 14
    assert about.keys() <= {(method, path) for method, path, _ in guarded}
    before, tried = callers.everything(), 0
    for method, path, wanted in guarded:
        for who in WHO:
            authorization = callers.authorization(who, wanted)
            for one in callers.photo_ids(method) if PHOTOS in path else (callers.account,):
                response = ask(shop, method, path.replace("{id}", one), authorization, about, callers)
                judged(response, who, wanted, (method, path) in about, callers)
            tried += 1
    assert tried == len(guarded) * 6
    assert callers.everything() == before


def ask(
    shop: Shop, method: str, path: str, authorization: str, about: dict[tuple[str, str], Any], callers: Callers
) -> requests.Response:
    headers = {"Authorization": authorization} if authorization else {}
    more = {} if method in ("get", "head") else {"json": about.get((method, path)) or {}}
    if PHOTOS in path:
        more = callers.tus(method)
        headers |= more.pop("headers")
    return requests.request(method, shop.url + path, headers=headers, timeout=10, **more)


def judged(response: requests.Response, who: str, wanted: str, told: bool, callers: Callers) -> None:
    where = (response.request.method, response.request.path_url, who, response.text[:200])
    head = response.request.method == "HEAD"  # an answer without a body
    code = response.json().get("code") if response.status_code >= 400 and not head else ""
    if who in ("no token", "garbage", "expired", "revoked"):
        assert (response.status_code, head or code in UNSIGNED) == (401, True), where
    elif who == "wrong role" or wanted == "platform" or told:
        assert (response.status_code, head or code in FORBIDDEN) == (403, True), where
    elif PHOTOS in str(response.request.path_url):
        # What another store has is nowhere.
        assert response.status_code == (400 if response.request.method == "POST" else 404), where
    else:
        # Its own store is all that it can reach here.
        assert response.status_code < 500, where
        for canary in (callers.shop.store + '"', callers.account, callers.mine.device, "Ann Lee"):
            assert canary not in response.text, where


def test_a_refused_caller_does_not_learn_why(shop, paths):
    callers = Callers(shop)
    for who in ("no token", "garbage", "expired", "revoked"):
        said = ask(shop, "post", "/v1/sync/pull", callers.authorization(who, "device"), {}, callers)
        assert (said.status_code, said.text) == (401, '{"code":"auth.needed","args":{}}'), who


def test_the_callers_test_sees_a_route_that_lets_somebody_in(shop, paths, monkeypatch):
    callers = Callers(shop)
    monkeypatch.setattr("central_service.serving.door.presented", lambda *_: "")
    response = ask(shop, "get", "/v1/platform/items?store=" + shop.store, "", {}, callers)
    with pytest.raises(AssertionError):
        judged(response, "no token", "platform", False, callers)


def test_a_stranger_of_the_same_store_is_not_the_device_that_it_says_it_is(shop):
    callers = Callers(shop)
    second: Station = shop.station()
    body = callers.about_another_store()["post", "/v1/sync/push"]
    said = ask(shop, "post", "/v1/sync/push", f"Bearer {second.token}", {("post", "/v1/sync/push"): body}, callers)
    assert (said.status_code, said.json()["code"]) == (403, "auth.other_device")
