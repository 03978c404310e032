"""Enrolment, tokens, sign-in: each secret once, each try counted, nothing told to the wrong one."""

from __future__ import annotations

import base64
import json
import os
import threading

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from sqlalchemy import select, update

from central_service import clerks, devices, platform
from central_service.arrival import Signer
from central_service.centre import open_centre
from central_service.keys import token_hash
from central_service.messages import AskToken, LogIn, RegisterDevice
from central_service.payments import NoGateway
from central_service.platform_messages import NewStore, SetEmployee
from central_service.refusal import Refusal
from central_service.tables import device, metadata
from tests.central.station import PLATFORM_TOKEN, Refused


class Office:
    """A centre without HTTP and with a clock of its own."""

    def __init__(self, url: str) -> None:
        self.now = 1_790_000_000_000
        self.centre = open_centre(
            url,
            platform_token=PLATFORM_TOKEN,
            demo=False,
            clock=lambda: self.now,
            entropy=os.urandom,
            gateway=NoGateway(),
        )
        platform.make_store(self.centre, NewStore("org1", "s1", "Store", {"zone": "UTC"}))
        self.key = Ed25519PrivateKey.generate()
        self.public = self.key.public_key().public_bytes_raw().hex()

    def code(self) -> str:
        return devices.make_enrolment(self.centre, "s1").code

    def register(self, code: str, public: str = ""):
        return devices.register(self.centre, RegisterDevice(code, public or self.public, "Desk"))

    def prove(self, device: str, given: str, key=None):
        signature = (key or self.key).sign(b"counter-token-1\n" + bytes.fromhex(given)).hex()
        return devices.issue_token(self.centre, AskToken(device, given, signature))

    def log_in(self, email: str, password: str):
        return clerks.log_in(self.centre, Signer("org1", "s1", "d1", self.public), LogIn(email, password))


@pytest.fixture
def office(database_url):
    made = Office(database_url)
    yield made
    made.centre.db.close()


def refusal_of(call, *args) -> tuple[int, str]:
    with pytest.raises(Refusal) as refused:
        call(*args)
    return refused.value.status, refused.value.code


def test_an_enrolment_code_has_eight_letters_and_works_once(office):
    code = office.code()
    assert len(code) == 8
    assert office.register(f"{code[:4].lower()}-{code[4:]}").settings == {"zone": "UTC"}
    assert refusal_of(office.register, code, "ab" * 32) == (403, "device.code_wrong")


def test_a_spent_code_names_the_same_station_again_to_the_same_key_and_only_while_it_lives(office):
    code = office.code()
    first = office.register(code)
    again = office.register(f"{code[:4]} {code[4:]}")
    assert (again.device_id, again.store) == (first.device_id, first.store)
    assert refusal_of(office.register, code[:4] + "2222") == (403, "device.code_wrong")
    with office.centre.db.read("s1") as connection:
        assert len(connection.execute(select(device.c.id).where(device.c.public_key == office.public)).all()) == 1
    office.now += devices.CODE_LIFE_MS
    assert refusal_of(office.register, code) == (403, "device.code_wrong")


def test_a_spent_code_names_no_station_that_was_revoked(office):
    code = office.code()
    office.register(code)
    office.centre.db.transact(lambda connection: connection.execute(update(device).values(revoked=1)), "s1")
    assert refusal_of(office.register, code) == (403, "device.code_wrong")


def test_an_enrolment_code_ends_after_ten_minutes(office):
    code = office.code()
    office.now += devices.CODE_LIFE_MS
    assert refusal_of(office.register, code) == (403, "device.code_wrong")


def test_an_enrolment_code_ends_after_five_wrong_tries(office):
    code = office.code()
    for _ in range(devices.CODE_TRIES):
        assert refusal_of(office.register, code[:4] + "2222") == (403, "device.code_wrong")
    assert refusal_of(office.register, code) == (403, "device.code_wrong")


def test_a_challenge_gives_one_token_within_two_minutes_to_the_right_key(office):
    device = office.register(office.code()).device_id
    given = devices.challenge(office.centre, device).challenge
    wrong = (401, "device.not_proven")
    assert refusal_of(office.prove, device, given, Ed25519PrivateKey.generate()) == wrong
    token = office.prove(device, given).token
    name = token_hash(token)
    assert devices.standings(office.centre, [name])[name].signer.store == "s1"
    assert refusal_of(office.prove, device, given) == wrong, "a challenge was used twice"
    late = devices.challenge(office.centre, device).challenge
    office.now += devices.CHALLENGE_LIFE_MS + 1
    assert refusal_of(office.prove, device, late) == wrong
    other = devices.challenge(office.centre, "somebody").challenge
    assert refusal_of(office.prove, device, other) == wrong
    assert refusal_of(office.prove, device, "00" * 56) == wrong


def test_a_token_ends_after_fifteen_minutes_and_is_kept_only_as_a_hash(office, tmp_path):
    device = office.register(office.code()).device_id
    token = office.prove(device, devices.challenge(office.centre, device).challenge).token
    assert all(token.encode() not in path.read_bytes() for path in tmp_path.iterdir())
    office.now += devices.TOKEN_LIFE_S * 1_000
    assert devices.standings(office.centre, [token_hash(token)]) == {}


def test_nobody_gets_a_token_as_the_centre(office):
    given = devices.challenge(office.centre, "centre").challenge
    signature = office.centre.keys.sign(b"counter-token-1\n" + bytes.fromhex(given)).hex()
    assert refusal_of(devices.issue_token, office.centre, AskToken("centre", given, signature))[0] == 401


def test_a_grant_binds_clerk_store_and_device_for_fourteen_days(office):
    employee = platform.set_employee(office.centre, SetEmployee("s1", "Kim", "Kim@example.org", 3, password="pw")).id
    said = office.log_in(" kim@EXAMPLE.org ", "pw")
    grant = base64.b64decode(said.grant)
    public = Ed25519PublicKey.from_public_bytes(bytes.fromhex(office.centre.keys.public_hex))
    public.verify(bytes.fromhex(said.grant_sig), b"counter-grant-1\n" + grant)
    assert json.loads(grant) == {
        "clerk": employee,
        "store": "s1",
        "level": 3,
        "device": "d1",
        "not_before": office.now,
        "not_after": office.now + 14 * 86_400_000,
        "pin_allowed": 1,
    }


def test_sign_in_counts_tries_for_known_and_unknown_alike(office):
    platform.set_employee(office.centre, SetEmployee("s1", "Kim", "kim@example.org", 3, password="pw"))
    for email in ("kim@example.org", "nobody@example.org"):
        for _ in range(clerks.FREE_TRIES):
            assert refusal_of(office.log_in, email, "wrong") == (403, "clerk.wrong_password")
        assert refusal_of(office.log_in, email, "pw") == (429, "clerk.too_many_tries")
    office.now += clerks.FIRST_WAIT_MS
    assert office.log_in("kim@example.org", "pw").clerk.name == "Kim"
    assert office.log_in("kim@example.org", "pw").clerk.level == 3


def test_an_inactive_employee_cannot_sign_in(office):
    made = platform.set_employee(office.centre, SetEmployee("s1", "Kim", "kim@example.org", 3, password="pw"))
    change = SetEmployee("s1", "Kim", "kim@example.org", 3, id=made.id, active=False)
    platform.set_employee(office.centre, change)
    assert refusal_of(office.log_in, "kim@example.org", "pw") == (403, "clerk.wrong_password")


def test_passwords_are_kept_as_argon2id_only(office, tmp_path):
    platform.set_employee(office.centre, SetEmployee("s1", "Kim", "kim@example.org", 3, password="canary-pw-77"))
    raw = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    with office.centre.db.read("s1") as connection:
        raw += repr([connection.execute(select(table)).all() for table in metadata.sorted_tables]).encode()
    assert b"canary-pw-77" not in raw
    assert b"$argon2id$" in raw


def test_sign_in_over_the_wire(shop):
    shop.platform.clerk(shop.store, level=4, email="mo@example.org", password="pw")
    station = shop.station()
    said = station.call("POST", "/v1/clerks/login", station.token, email="mo@example.org", password="pw")
    assert said["clerk"]["level"] == 4
    with pytest.raises(Refused) as refused:
        station.call("POST", "/v1/clerks/login", station.token, email="mo@example.org", password="no")
    assert (refused.value.status, refused.value.code) == (403, "clerk.wrong_password")


def test_tries_that_come_at_the_same_moment_are_counted_one_by_one(office):
    together, said = threading.Barrier(12), []

    def guess() -> None:
        together.wait(10)
        said.append(refusal_of(office.log_in, "nobody@example.org", "guess"))

    threads = [threading.Thread(target=guess) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert sorted(said) == [(403, "clerk.wrong_password")] * clerks.FREE_TRIES + [(429, "clerk.too_many_tries")] * 7


def test_one_challenge_that_is_answered_twice_at_the_same_moment_gives_one_token(office):
    station = office.register(office.code()).device_id
    given = devices.challenge(office.centre, station).challenge
    together, tokens, refused = threading.Barrier(6), [], []

    def prove() -> None:
        together.wait(10)
        try:
            tokens.append(office.prove(station, given).token)
        except Refusal as refusal:
            refused.append((refusal.status, refusal.code))

    threads = [threading.Thread(target=prove) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert (len(tokens), refused) == (1, [(401, "device.not_proven")] * 5)


def test_one_code_that_is_used_twice_at_the_same_moment_makes_one_station(office):
    code = office.code()
    together, made, refused = threading.Barrier(4), [], []

    def register(public: str) -> None:
        together.wait(10)
        try:
            made.append(office.register(code, public).device_id)
        except Refusal as refusal:
            refused.append((refusal.status, refusal.code))

    threads = [threading.Thread(target=register, args=(f"{number:02x}" * 32,)) for number in range(1, 5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert (len(made), refused) == (1, [(403, "device.code_wrong")] * 3)
