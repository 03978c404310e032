"""Debian's chromium, driven by its own chromedriver over the W3C WebDriver protocol: only what the tests need."""

from __future__ import annotations

import base64
import contextlib
import shutil
import socket
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import requests

T = TypeVar("T")
START_S, ANSWER_S = 20.0, 30.0
NAMES = ("chromium", "chromium-browser", "google-chrome")
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
FLAGS = (
    "--headless=new",
    "--no-sandbox",  # as root in a container there is none to be had
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--disable-extensions",
    "--force-color-profile=srgb",
    "--hide-scrollbars",
)


def missing() -> str:
    """The line to type where there is no browser to drive; "" where there is one."""
    if any(map(shutil.which, NAMES)) and shutil.which("chromedriver"):
        return ""
    return "no browser: sudo apt-get install -y --no-install-recommends chromium chromium-driver"


class Browser:
    """One window. `close` ends browser and driver."""

    def __init__(self, folder: Path, width: int = 1366, height: int = 768, *, dark: bool = False) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self._http = requests.Session()
        self._http.trust_env = False
        self._driver = subprocess.Popen(
            ["chromedriver", f"--port={port}", "--allowed-ips=127.0.0.1"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._base = f"http://127.0.0.1:{port}"
        self._session = ""
        try:
            wait(self._alive, "chromedriver to answer", START_S)
            binary = next(filter(None, map(shutil.which, NAMES)))
            args = [*FLAGS, f"--user-data-dir={folder}", f"--window-size={width},{height}"]
            chrome = {"binary": binary, "args": [*args, *(["--force-dark-mode"] if dark else [])]}
            wanted = {"browserName": "chrome", "goog:chromeOptions": chrome, "goog:loggingPrefs": {"browser": "ALL"}}
            made = self._ask("POST", "/session", {"capabilities": {"alwaysMatch": wanted}})
            self._session = f"/session/{made['sessionId']}"
        except BaseException:
            self.close()
            raise
        features = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        self.devtools("Emulation.setEmulatedMedia", features=features)
        self.devtools(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False
        )

    def _alive(self) -> bool:
        with contextlib.suppress(requests.ConnectionError):
            return bool(self._http.get(f"{self._base}/status", timeout=ANSWER_S).json()["value"]["ready"])
        return False

    def _ask(self, method: str, path: str, body: Any = None) -> Any:
        said = self._http.request(method, self._base + self._session + path, json=body, timeout=ANSWER_S)
        value = said.json()["value"]
        if said.status_code != 200:
            raise LookupError(f"{value['error']}: {value['message'].splitlines()[0]}")
        return value

    def devtools(self, command: str, **params: Any) -> Any:
        """One command of the DevTools protocol."""
        return self._ask("POST", "/goog/cdp/execute", {"cmd": command, "params": params})

    def open(self, address: str) -> None:
        self._ask("POST", "/url", {"url": address})

    @property
    def address(self) -> str:
        return str(self._ask("GET", "/url"))

    @property
    def text(self) -> str:
        """What stands on the page."""
        return str(self.run("return document.body.innerText"))

    def run(self, script: str) -> Any:
        """What a script in the page returns."""
        return self._ask("POST", "/execute/sync", {"script": script, "args": []})

    def click(self, css: str) -> None:
        self._on(css, "click", {})

    def press(self, text: str) -> None:
        """Click the button or link that says `text`, as a person finds it, once it is there."""
        self._on(f'//*[self::a or self::button][normalize-space(.)="{text}"]', "click", {}, "xpath")

    def type(self, css: str, text: str) -> None:
        self._on(css, "value", {"text": text})

    def _on(self, where: str, act: str, body: dict[str, Any], using: str = "css selector") -> None:
        # A page may be on its way, or just be renewed: what is not there yet, or not any more, is looked for again.
        why = [""]

        def done() -> bool:
            try:
                found = self._ask("POST", "/element", {"using": using, "value": where})[ELEMENT]
                self._ask("POST", f"/element/{found}/{act}", body)
            except LookupError as error:
                why[0] = str(error)
                return False
            return True

        wait(done, where, ANSWER_S / 3, lambda: why[0])

    def sees(self, text: str, within_s: float = 10.0) -> None:
        """Wait until `text` stands on the page."""
        wait(lambda: text in self.text, f"{text!r} on the page", within_s, lambda: self.text[:2_000])

    def complaints(self) -> list[str]:
        """What the browser has to complain about since it was last asked: scripts, policies, files not found."""
        return [one["message"] for one in self._ask("POST", "/se/log", {"type": "browser"})]

    def picture(self, file: Path) -> None:
        file.write_bytes(base64.b64decode(self._ask("GET", "/screenshot")))

    def close(self) -> None:
        if self._session:
            with contextlib.suppress(requests.RequestException, LookupError):
                self._ask("DELETE", "")
        self._http.close()
        self._driver.terminate()
        try:
            self._driver.wait(10)
        except subprocess.TimeoutExpired:
            self._driver.kill()
            self._driver.wait(10)


def wait(fact: Callable[[], T], what: str, within_s: float, instead: Callable[[], str] = lambda: "") -> T:
    """Wait for a fact with a deadline."""
    until = time.monotonic() + within_s
    while True:
        found = fact()
        if found:
            return found
        if time.monotonic() > until:
            raise AssertionError(f"waited {within_s:.0f} s for {what}; there is: {instead()}")
        time.sleep(0.02)
