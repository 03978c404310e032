"""Shared by all tests: no screen, no real home, no network but loopback."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
