"""The store's troubles stand in the status bar as text, and go away with their cause."""

from __future__ import annotations

from typing import Any

import pytest

from counter_app.events import BackupChanged, DrillDue, SpaceChanged, StoreChecked
from ui.frame import StatusBar
from ui.store_chips import show_store


@pytest.fixture
def bar(qtbot: Any) -> StatusBar:
    made = StatusBar()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("trouble", "cure", "key", "said"),
    [
        (SpaceChanged("low", 1_900), SpaceChanged("plenty", 9_000), "space", "Disk nearly full: 1900 MB"),
        (SpaceChanged("no_photos", 400), SpaceChanged("plenty", 9_000), "space", "No room for photos: 400 MB"),
        (SpaceChanged("read_only", 90), SpaceChanged("plenty", 9_000), "space", "Disk full: nothing new is written"),
        (BackupChanged("failed", code="backup.no_room"), BackupChanged("saved", 1), "backup", "Backup missing"),
        (BackupChanged("saved", 1, "backup.second_gone"), BackupChanged("saved", 2), "backup", "Second backup missing"),
        (StoreChecked("store.damaged"), StoreChecked(""), "store", "Store damaged"),
        (DrillDue(True), DrillDue(False), "drill", "Backup drill due"),
    ],
    ids=repr,
)
def test_7_4_7_6_a_trouble_has_a_chip_until_it_is_over(
    bar: StatusBar, trouble: object, cure: object, key: str, said: str
) -> None:
    show_store(bar, BackupChanged("running", step="copying"))
    assert bar._chips == {}
    show_store(bar, trouble)
    assert bar._chips[key].shown_text() == said
    show_store(bar, cure)
    assert key not in bar._chips
