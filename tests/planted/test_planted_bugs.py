"""Bugs that must not get past the tests: each is planted in a process of its own, and a test that exists must fail.

Those of power cuts, kills, printing and a full disk are planted beside their harness, in `tests/faults`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.rounds import Zygote

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="forked with everything loaded")

CAUGHT_BY = {
    "prev_from_memory": "tests/store/test_journal.py::test_prev_comes_from_the_journal_and_not_from_a_memory",
    "try_counted_after_compare": (
        "tests/desk/test_sign_in.py::test_a_try_is_on_the_disk_before_it_is_compared[password-10]"
    ),
    "passphrase_try_counted_after_compare": "tests/store/test_keys.py::test_a_try_is_on_the_disk_before_it_is_compared",
    "environment_trusted": "tests/sync/test_central_http.py::test_t17_no_environment_and_no_netrc_has_a_say",
    "redirects_followed": "tests/sync/test_central_http.py::test_t17_a_redirect_sends_nothing_on",
    "core_encoded_again_before_hashing": "tests/domain/test_evidence.py::test_golden_hash_chain",
    "store_read_from_the_body": (
        "tests/central/test_central_access.py::test_a_device_of_another_store_sees_and_changes_nothing_of_this_one"
    ),
    "rights_only_in_the_window": (
        "tests/desk/test_rights_matrix.py::test_t4_who_may_not_is_refused_before_anything_is_written[receiving.receive]"
    ),
    "wall_clock_for_expiry": (
        "tests/desk/test_sign_in.py::test_p13_the_pin_lives_twelve_hours_of_the_clock_that_nobody_can_set[315360000000]"
    ),
    "forgotten_when_answered": "tests/store/test_journal.py::test_nothing_is_ever_deleted_from_the_journal",
    "poison_stops_the_queue": (
        "tests/sync/test_engine.py::test_p5_a_batch_that_chokes_the_centre_is_halved_down_to_the_one_act"
    ),
    "another_history_not_noticed": (
        "tests/sync/test_engine.py::test_p1_after_a_restore_of_the_centre_everything_is_sent_and_pulled_again"
    ),
    "label_text_not_escaped": (
        "tests/printers/test_print_languages.py::test_t2_zpl_of_printable_marks_is_command_for_command_the_same"
    ),
}


@pytest.fixture(scope="module")
def zygote(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Zygote]:
    made = Zygote(tmp_path_factory.mktemp("planted") / "zygote.log")
    yield made
    made.close()


def run(zygote: Zygote, folder: Path, bug: str, *tests: str) -> dict[str, int]:
    """What came of existing tests with this bug planted."""
    zygote.order("existing_test", bug=bug, tests=tests, folder=str(folder / "tests"), log=str(folder / "log"))
    return next(report for report in zygote.expect("ended") if "failed" in report)


def test_without_a_bug_every_one_of_these_tests_passes(zygote: Zygote, tmp_path: Path) -> None:
    came = run(zygote, tmp_path, "", *CAUGHT_BY.values())
    assert (came["failed"], came["errors"]) == (0, 0)
    assert came["passed"] >= len(CAUGHT_BY)


@pytest.mark.parametrize("bug", CAUGHT_BY)
def test_a_planted_bug_is_caught(zygote: Zygote, tmp_path: Path, bug: str) -> None:
    came = run(zygote, tmp_path, bug, CAUGHT_BY[bug])
    assert came["failed"] >= 1, "the tests do not see it"
    assert came["errors"] == 0
