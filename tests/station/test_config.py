"""A station's config.toml: read with the place of what is wrong, written so that it is read the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counter_app.config import DEVICE_ROLES, PRINTER_ROLES, Config, config_text, read_config, with_choice
from counter_app.errors import CounterError
from counter_app.limits import CONFIG_MAX_BYTES


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def test_no_file_is_a_station_with_its_defaults(file: Path) -> None:
    assert read_config(file) == Config()
    assert Config().key_mode == "keyring"


def test_what_is_written_there_is_read(file: Path) -> None:
    file.write_text(
        '[station]\nname = "Bench"\ncentral = "https://c.example"\n[devices]\nscale = "serial:/dev/ttyUSB0?baud=9600"\n'
        '[printers]\nlabel = "tcp://10.0.0.5:9100?language=zpl"\n'
    )
    config = read_config(file)
    assert (config.name, config.central, config.key_mode) == ("Bench", "https://c.example", "keyring")
    assert config.devices == {"scale": "serial:/dev/ttyUSB0?baud=9600"}
    assert config.printers == {"label": "tcp://10.0.0.5:9100?language=zpl"}


@pytest.mark.parametrize(
    ("text", "code", "fact"),
    [
        ("[station", "config.not_toml", "where"),
        ("a = 1\na = 2", "config.not_toml", "where"),
        ("[statoin]\nname = 'x'", "config.unknown_key", "key"),
        ("[station]\nnmae = 'x'", "config.unknown_key", "key"),
        ("[station]\nname = 5", "config.wrong_type", "key"),
        ("station = 'x'", "config.wrong_type", "key"),
        ("[devices]\ntoaster = 'x'", "config.unknown_key", "key"),
        ("[devices.scale]\nx = 'y'", "config.wrong_type", "key"),
        ("[[printers]]\nlabel = 'x'", "config.wrong_type", "key"),
        ("# " + "x" * CONFIG_MAX_BYTES, "config.too_large", "file"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(file: Path, text: str, code: str, fact: str) -> None:
    file.write_text(text)
    with pytest.raises(CounterError) as raised:
        read_config(file)
    assert raised.value.code == code
    assert raised.value.facts[fact]


def test_bytes_that_are_no_text_are_no_toml(file: Path) -> None:
    file.write_bytes(b"\xff\xfe[station]")
    with pytest.raises(CounterError, match=r"^config\.not_toml$"):
        read_config(file)


TEXT = st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=30)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    config=st.builds(
        Config,
        name=TEXT,
        central=TEXT,
        ca_file=TEXT,
        key_mode=TEXT,
        wedge_prefix=TEXT,
        devices=st.dictionaries(st.sampled_from(DEVICE_ROLES), TEXT),
        printers=st.dictionaries(st.sampled_from(PRINTER_ROLES), TEXT),
    )
)
def test_whatever_is_written_is_read_the_same(file: Path, config: Config) -> None:
    file.write_bytes(config_text(config).encode())
    assert read_config(file) == config


REMARKED = '# our counter\n[station]\nname = "Front"  # by the door\n\n[devices]\nscale = "hid:any"\n'


@pytest.mark.parametrize(
    "text", ["", REMARKED, "[devices]\n", REMARKED + '\n[printers]\nlabel = "tcp://10.0.0.5:9100"\n']
)
def test_a_choice_is_put_in_and_everything_else_stays(file: Path, text: str) -> None:
    once = with_choice(text, "language", "fr")
    twice = with_choice(with_choice(once, "sounds", "off"), "language", "en")
    file.write_text(twice)
    config = read_config(file)
    assert (config.language, config.sounds) == ("en", "off")
    assert [line for line in twice.splitlines() if line in text.splitlines()] == text.splitlines() or not text
    assert twice.count("language") == 1


def test_a_choice_that_there_is_not_is_refused(file: Path) -> None:
    with pytest.raises(CounterError) as raised:
        with_choice("", "language", "klingon")
    assert raised.value.code == "config.wrong_value"
    file.write_text('[station]\nlanguage = "klingon"\n')
    with pytest.raises(CounterError) as read:
        read_config(file)
    assert read.value.code == "config.wrong_value"


def test_a_file_in_which_a_choice_cannot_be_put_is_left_alone() -> None:
    with pytest.raises(CounterError) as raised:
        with_choice('station = {name = "Front"}\n', "language", "fr")
    assert raised.value.code == "config.not_toml"
