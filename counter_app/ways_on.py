"""The ways on of a store that cannot be used: a fresh one in its place, and a file of what was not sent."""

from __future__ import annotations

from pathlib import Path

from ui.sentences import sentence


def begin_rebuild(home_folder: Path, key_file: Path | None) -> None:
    """Set the damaged store aside and begin a fresh one in its place; another Counter must not be open on it."""
    from counter_app import rebuild
    from counter_app.clocks import SystemClock, os_entropy
    from counter_app.instance import Instance
    from counter_app.paths import Home
    from counter_app.store import keys
    from counter_app.unlocking import key_source

    home = Home(home_folder)
    home.make()
    held = Instance(home.lock)
    try:
        opened = keys.open_keys(home.keys, key_source(home, key_file))
        rebuild.begin(home, opened, SystemClock().wall_ms(), os_entropy)
    finally:
        held.release()


def export_unsent(home_folder: Path, key_file: Path | None) -> str:
    """Save the acts that the centre does not have; what was saved and where, in a sentence."""
    from counter_app import unsent
    from counter_app.clocks import SystemClock
    from counter_app.paths import Home
    from counter_app.unlocking import key_source

    home = Home(home_folder)
    saved = unsent.export(home, key_source(home, key_file), SystemClock().wall_ms())
    if not saved.count:
        return sentence("store.nothing_to_export")
    return sentence("store.exported", {"count": saved.count, "file": str(saved.path)})
