"""The bytes of the custody journal: one form, commitments, a chain in which every byte counts."""

import hashlib
import json
import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain import evidence
from counter_app.domain.evidence import EvidenceError, canonical, conceal, parse, reveal
from counter_app.domain.operations import KINDS, checked_body

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12).map(lambda t: unicodedata.normalize("NFC", t))
values = st.recursive(
    texts | st.integers(-(2**53), 2**53),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)
SALT = bytes(range(16))


def code_of(act: Any, *args: Any) -> str:
    with pytest.raises(EvidenceError) as caught:
        act(*args)
    return caught.value.code


def counted() -> Any:
    drawn = iter(range(1_000))
    return lambda size: next(drawn).to_bytes(size, "big")


# ------------------------------------------------------------ one form


def test_keys_are_sorted_and_nothing_is_spaced() -> None:
    assert canonical({"b": 1, "a": ["x", -2], "C": {}}) == b'{"C":{},"a":["x",-2],"b":1}'
    assert canonical({"z": 'é\n"\\\x00\u2028'}) == '{"z":"é\\n\\"\\\\\\u0000\u2028"}'.encode()


def test_strings_and_keys_are_nfc() -> None:
    assert canonical({"cafe\u0301": "Jose\u0301"}) == canonical({"caf\u00e9": "Jos\u00e9"})
    assert code_of(canonical, {"caf\u00e9": 1, "cafe\u0301": 2}) == "evidence.duplicate_key"


@pytest.mark.parametrize("bad", [None, True, False, 1.0, float("nan"), b"x", {1: "a"}, {"a"}, object()])
def test_no_floats_no_null_no_booleans(bad: Any) -> None:
    assert code_of(canonical, {"a": [bad]}) == "evidence.type"


def test_integers_end_at_two_to_the_53() -> None:
    assert canonical([2**53, -(2**53)]) == b"[9007199254740992,-9007199254740992]"
    assert code_of(canonical, {"a": 2**53 + 1}) == "evidence.integer"
    assert code_of(canonical, {"a": -(2**53) - 1}) == "evidence.integer"


def test_half_a_surrogate_pair_is_refused() -> None:
    assert code_of(canonical, {"a": "\ud800"}) == "evidence.text"
    assert code_of(parse, b'{"a":"\\ud800"}') == "evidence.text"
    assert code_of(evidence.commitment, SALT, "\ud800") == "evidence.text"


def nested(depth: int) -> Any:
    value: Any = "x"
    for _ in range(depth):
        value = [value]
    return value


def test_depth_ends_at_20() -> None:
    canonical(nested(20))
    assert code_of(canonical, nested(21)) == "evidence.too_deep"
    assert parse(canonical({"a": nested(19)})) == {"a": nested(19)}
    assert code_of(parse, b'{"a":' + b"[" * 20 + b"1" + b"]" * 20 + b"}") == "evidence.too_deep"


def test_bottomless_json_is_refused_and_not_a_crash() -> None:
    assert code_of(parse, b'{"a":' + b"[" * 200_000 + b"]" * 200_000 + b"}") in {
        "evidence.not_json",
        "evidence.too_deep",
    }


@pytest.mark.parametrize(
    ("core", "code"),
    [
        (b'{"a":1,"a":1}', "evidence.duplicate_key"),
        (b'{"a":{"b":1,"b":2}}', "evidence.duplicate_key"),
        (b'{"a":1.0}', "evidence.type"),
        (b'{"a":1e3}', "evidence.type"),
        (b'{"a":NaN}', "evidence.type"),
        (b'{"a":-Infinity}', "evidence.type"),
        (b'{"a":null}', "evidence.type"),
        (b'{"a":true}', "evidence.type"),
        (b'{"a":9007199254740993}', "evidence.integer"),
        (b'{"a":' + b"9" * 5_000 + b"}", "evidence.not_json"),
        (b'{"b":1,"a":2}', "evidence.not_canonical"),
        (b'{"a": 1}', "evidence.not_canonical"),
        (b'{"a":1}\n', "evidence.not_canonical"),
        (b'{"a":-0}', "evidence.not_canonical"),
        (b'{"a":"\\u0041"}', "evidence.not_canonical"),
        (b'{"a":"\\/"}', "evidence.not_canonical"),
        ('{"a":"e\u0301"}'.encode(), "evidence.not_canonical"),
        (b"[]", "evidence.not_canonical"),
        (b'"a"', "evidence.not_canonical"),
        (b"", "evidence.not_json"),
        (b"{", "evidence.not_json"),
        (b'{"a":01}', "evidence.not_json"),
        (b'{"a":"\t"}', "evidence.not_json"),
        (b'{"a":"\xff"}', "evidence.not_json"),
        (b'\xef\xbb\xbf{"a":1}', "evidence.not_json"),
        (b'{"a":1}{"a":1}', "evidence.not_json"),
    ],
)
def test_one_meaning_has_one_form(core: bytes, code: str) -> None:
    assert code_of(parse, core) == code


@given(st.dictionaries(texts, values, max_size=5))
def test_parse_gives_back_what_canonical_wrote(value: dict[str, Any]) -> None:
    core = canonical(value)
    assert parse(core) == value
    assert canonical(parse(core)) == core
    assert json.loads(core) == value


@given(st.binary(max_size=60) | st.text(max_size=40).map(lambda t: t.encode("utf-8", "surrogatepass")))
def test_any_bytes_are_parsed_or_refused_with_a_code(core: bytes) -> None:
    try:
        value = parse(core)
    except EvidenceError:
        return
    assert canonical(value) == core


# ------------------------------------------------------------ golden values: these bytes may never change


def test_golden_commitment() -> None:
    expected = hashlib.sha256(b"counter-c1" + SALT + "Jos\u00e9".encode()).hexdigest()
    assert evidence.commitment(SALT, "Jose\u0301") == expected
    assert expected == "20b657a20d3b545236aad2ec1b0122ae165e3d656d05874460d5c9940773b9fd"


def test_golden_hash_chain() -> None:
    core = canonical({"v": 1, "kind": "item.moved", "n": 1, "body": {"shelf": "A-12"}})
    assert core == b'{"body":{"shelf":"A-12"},"kind":"item.moved","n":1,"v":1}'
    assert evidence.op_hash(core) == hashlib.sha256(b"\x00counter-op-1\n" + core).digest()
    assert evidence.op_hash(core).hex() == "b9a12a3a44a63d6d758aed4e1465bda9500827425a4e37133c47addc1a467256"
    start = evidence.genesis("org", "store", "device", "inc", bytes(range(32)))
    assert start == hashlib.sha256(b"counter-genesis-1\norg\nstore\ndevice\ninc\n" + bytes(range(32))).digest()
    assert start.hex() == "cdef4531086e58782ba9e0b643e9bcfeb39100321ec33bb77a98236ba8bfb36c"
    assert evidence.signing_bytes(b"\x01" * 32) == b"counter-sig-1\n" + b"\x01" * 32


def test_genesis_depends_on_each_of_its_parts() -> None:
    base = ["org", "store", "device", "inc"]
    seen = {evidence.genesis(*base, b"k" * 32), evidence.genesis(*base, b"j" * 32)}
    for place in range(4):
        seen.add(evidence.genesis(*[part + ("x" if i == place else "") for i, part in enumerate(base)], b"k" * 32))
    assert len(seen) == 6


# ------------------------------------------------------------ personal fields


def test_names_do_not_stand_in_the_bytes_and_come_back_when_opened() -> None:
    body = checked_body("item.received", {"mail_type": "letter", "name": "Ada Byron", "flags": ["damaged"]})
    hidden, opened = conceal(body, KINDS["item.received"].personal, counted())
    assert b"Byron" not in canonical(hidden)
    assert set(opened) == {"name"}
    assert set(hidden) == set(body) - {"matched", "sender"}, "what is empty is neither committed nor disclosed"
    assert checked_body("item.received", reveal(parse(canonical(hidden)), opened)) == body


@given(st.dictionaries(st.sampled_from(["name", "note", "shelf"]), texts), st.randoms())
def test_conceal_and_reveal_round_trip(body: dict[str, str], rnd: Any) -> None:
    hidden, opened = conceal(body, frozenset({"name", "note"}), rnd.randbytes)
    assert reveal(hidden, opened) == {key: text for key, text in body.items() if text or key == "shelf"}


def test_what_an_older_version_committed_to_though_it_was_empty_still_opens() -> None:
    salt = b"s" * 16
    hidden = {"name": {"c": evidence.commitment(salt, "")}, "shelf": "B-2"}
    assert reveal(hidden, {"name": (salt, "")}) == {"name": "", "shelf": "B-2"}


def test_equal_names_do_not_look_equal() -> None:
    hidden, _ = conceal({"name": "Ada", "matched": "Ada"}, frozenset({"name", "matched"}), counted())
    assert hidden["name"] != hidden["matched"]


def test_a_wrong_salt_or_value_is_caught() -> None:
    hidden, opened = conceal({"name": "Ada"}, frozenset({"name"}), counted())
    salt, text = opened["name"]
    for wrong in ((salt, "Eve"), (b"\xff" * 16, text), (salt, text + " ")):
        assert code_of(reveal, hidden, {"name": wrong}) == "evidence.disclosure_wrong"
    assert code_of(reveal, hidden, {"name": (b"", text)}) == "evidence.salt"
    assert code_of(reveal, {"name": {"x": 1}}, opened) == "evidence.disclosure_wrong"


def test_an_erased_disclosure_leaves_a_valid_operation() -> None:
    body = checked_body("item.assigned", {"account": "a1", "name": "Ada", "matched": "Ada"})
    hidden, opened = conceal(body, KINDS["item.assigned"].personal, counted())
    before = evidence.op_hash(canonical(hidden))
    del opened["name"]
    shown = checked_body("item.assigned", reveal(hidden, opened))
    assert (shown["name"], shown["matched"], shown["account"]) == ("", "Ada", "a1")
    assert evidence.op_hash(canonical(hidden)) == before


# ------------------------------------------------------------ the chain


def chain(count: int) -> list[bytes]:
    prev, cores = evidence.genesis("o", "s", "d", "i", b"k" * 32).hex(), []
    for n in range(1, count + 1):
        cores.append(canonical({"n": n, "prev": prev, "kind": "item.moved", "body": {"shelf": f"A-{n}"}}))
        prev = evidence.op_hash(cores[-1]).hex()
    return cores


def holds(cores: list[bytes], tip: str) -> bool:
    prev = evidence.genesis("o", "s", "d", "i", b"k" * 32).hex()
    for n, core in enumerate(cores, start=1):
        try:
            one = parse(core)
        except EvidenceError:
            return False
        if (one.get("n"), one.get("prev")) != (n, prev):
            return False
        prev = evidence.op_hash(core).hex()
    return prev == tip


def test_any_changed_byte_breaks_the_chain() -> None:
    cores = chain(4)
    tip = evidence.op_hash(cores[-1]).hex()
    assert holds(cores, tip)
    for place, core in enumerate(cores):
        for at in range(len(core)):
            for flip in (0x01, 0x20, 0x80):
                changed = core[:at] + bytes([core[at] ^ flip]) + core[at + 1 :]
                assert not holds([*cores[:place], changed, *cores[place + 1 :]], tip), (place, at, flip)


def test_a_deleted_swapped_doubled_or_cut_operation_breaks_the_chain() -> None:
    a, b, c = chain(3)
    tip = evidence.op_hash(c).hex()
    for wrong in ([b, c], [a, c], [a, b], [b, a, c], [a, a, b, c], [a, c, b], []):
        assert not holds(wrong, tip)
