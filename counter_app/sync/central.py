"""The centre over HTTP: the only code of the station that opens a connection to it.

No environment variable, netrc entry or redirect has a say: a proxy of the shop or a captive portal must not see a
token. Every answer is read with a limit, and whatever is not the centre's JSON means "offline".
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlencode, urlsplit

import requests

from counter_app.errors import Offline, ServerBusy, SignInNeeded, SyncError, VersionMismatch
from counter_app.limits import ANSWER_MAX_BYTES, ANSWER_MAX_RATIO
from counter_app.sync.deadline import Deadline
from counter_app.sync.pull_answer import PulledAnswer
from counter_app.sync.wire import parse_json

_LINE_BROKE: type[Exception] = requests.exceptions.BaseHTTPError  # type: ignore[attr-defined]
"""What a read past requests raises: the base of urllib3's errors, under the name that requests gives it."""

TIMEOUTS_S = (3.05, 20.0)
"""To connect, and between two bytes."""

ANSWER_S = 30.0
"""For one whole question and answer: a line that gives a byte a second must not keep the exchange for an hour."""
WAIT_TIMEOUTS_S, WAIT_S = (3.05, 58.0), 60.0
"""For a connection that only waits for news: the centre answers after 55 seconds at most."""
_LOOPBACK = ("127.0.0.1", "::1", "localhost")


class EpochChanged(SyncError):
    """The centre's history is another one than before (it was restored)."""


class DeviceForked(SyncError):
    """The centre has another operation under a number of this incarnation: the store was set back or copied (3.9)."""


class Central:
    """One centre. Safe for one thread at a time; `sign` is the device key."""

    def __init__(
        self,
        base_url: str,
        *,
        ca_file: str = "",
        timeouts_s: tuple[float, float] = TIMEOUTS_S,
        answer_s: float = ANSWER_S,
    ) -> None:
        parts = urlsplit(base_url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise SyncError("sync.address_wrong", url=base_url[:100])
        if parts.scheme == "http" and parts.hostname not in _LOOPBACK:
            raise SyncError("sync.address_not_private", host=parts.hostname)
        self._base = base_url.rstrip("/")
        self._timeouts_s = timeouts_s
        self._answer_s = answer_s
        self._session = requests.Session()
        self._session.trust_env = False
        # What requests would say of itself with every poll is a tenth of an empty round.
        self._session.headers.clear()
        self._session.headers["User-Agent"] = "Counter"
        self._session.verify = ca_file or True
        self._deadline = Deadline(self._session)
        self._token = ""
        self._device = ""
        self._sign: Callable[[bytes], bytes] | None = None
        self.on_heads: Callable[[dict[str, int]], None] = lambda heads: None
        """Told with each token how far the centre has heard this station: incarnation -> running number."""

    def cut(self) -> None:
        """Nothing more is asked: what is on its way ends at once with Offline. From any thread."""
        self._deadline.cut()

    def close(self) -> None:
        self._session.close()

    def hello(self) -> dict[str, Any]:
        """Who the centre is: epoch, limits, time."""
        said = self._ask("GET", "/v1/hello", None)
        spoken = said.get("api")
        if not isinstance(spoken, list) or "v1" not in spoken:
            raise VersionMismatch("sync.version")
        return said

    def register(self, code: str, public_key: bytes, name: str) -> dict[str, Any]:
        """Make this device known by a one-time code. SyncError with the centre's own code when it refuses."""
        return self._ask(
            "POST", "/v1/devices/register", {"code": code, "public_key": public_key.hex(), "name": name[:80]}
        )

    def speak_for(self, device: str, sign: Callable[[bytes], bytes]) -> None:
        """From now on get tokens for `device`, by signing the centre's challenge."""
        self._device, self._sign, self._token = device, sign, ""

    def log_in(self, email: str, password: str) -> dict[str, Any]:
        """A clerk's online sign-in: who it is, and a signed grant."""
        return self._as_device("/v1/clerks/login", {"email": email, "password": password})

    def push(self, body: Mapping[str, Any]) -> dict[str, Any]:
        return self._as_device("/v1/sync/push", body)

    def pull(self, body: Mapping[str, Any]) -> Mapping[str, Any]:
        """Read when something of it is asked for: what is no answer of a pull says so then."""
        return PulledAnswer(self._fetch_as_device("/v1/sync/pull", body))

    def report(self, body: Mapping[str, Any]) -> dict[str, Any]:
        """How this station is; the answer holds what its store should look at."""
        return self._as_device("/v1/diag", body)

    def cosign(self, body: Mapping[str, Any]) -> dict[str, Any]:
        return self._as_device("/v1/sync/cosign", body)

    def digest(self, stream: str) -> dict[str, Any]:
        """What the rows of a stream come to."""
        return self._as_device(f"/v1/sync/digest?{urlencode({'stream': stream})}", None)

    def wait(self, stream: str, cursor: str) -> dict[str, Any]:
        """Answered when something is behind the cursor, or after a time without."""
        return self._as_device(f"/v1/sync/wait?{urlencode({'stream': stream, 'cursor': cursor})}", None)

    def bucket(self, stream: str, number: int) -> dict[str, Any]:
        """The rows of one bucket of a stream."""
        return self._as_device(f"/v1/sync/bucket?{urlencode({'stream': stream, 'bucket': number})}", None)

    def carry(
        self, method: str, path: str, data: bytes, headers: Mapping[str, str], *, seconds: float = 0.0, most: int = 0
    ) -> tuple[int, Mapping[str, str], bytes]:
        """Bytes there or back, as the device: status, headers and body of an answer that says which tus it speaks.

        Anything else is read as every other answer: Offline, ServerBusy, SignInNeeded, SyncError.
        """
        if not self._token:
            self._authorise()
        said = self._carry(method, path, data, headers, seconds or self._answer_s, most or ANSWER_MAX_BYTES)
        if said[0] == 401:
            self._authorise()
            said = self._carry(method, path, data, headers, seconds or self._answer_s, most or ANSWER_MAX_BYTES)
        if said[0] in (401, 403):
            raise SignInNeeded("sync.not_registered", status=said[0])
        return said

    def _carry(
        self, method: str, path: str, data: bytes, headers: Mapping[str, str], seconds: float, most: int
    ) -> tuple[int, Mapping[str, str], bytes]:
        spoken = {"Accept-Encoding": "identity", "Authorization": f"Bearer {self._token}", **headers}
        try:
            with (
                self._deadline.of(seconds),
                self._session.request(
                    method,
                    self._base + path,
                    data=data or None,
                    headers=spoken,
                    timeout=self._timeouts_s,
                    allow_redirects=False,
                    stream=True,
                ) as answer,
            ):
                status = answer.status_code
                if "Tus-Resumable" not in answer.headers or status == 429 or status >= 500:
                    if method == "HEAD" and status >= 429:  # which has no body to read a code from
                        raise ServerBusy("sync.busy", retry_after_s=_seconds(answer.headers.get("Retry-After", "")))
                    self._read(answer)
                    raise Offline("sync.not_the_centre")
                received = _limited(answer, time.monotonic() + seconds, most)
                if self._deadline.passed or len(received) < _length(answer):
                    raise Offline("sync.too_slow" if self._deadline.passed else "sync.offline")
                return status, answer.headers, received
        except (requests.RequestException, _LINE_BROKE, OSError) as error:
            if self._deadline.passed:
                raise Offline("sync.too_slow") from error
            if isinstance(error, requests.exceptions.SSLError):
                raise Offline("sync.not_private") from error
            raise Offline from error

    def _as_device(self, path: str, body: Mapping[str, Any] | None) -> dict[str, Any]:
        return parse_json(self._fetch_as_device(path, body))

    def _fetch_as_device(self, path: str, body: Mapping[str, Any] | None) -> bytes:
        method = "GET" if body is None else "POST"
        if not self._token:
            self._authorise()
        try:
            return self._fetch(method, path, body, self._token)
        except SignInNeeded as error:
            if error.facts.get("status") != 401:
                raise
        self._authorise()
        return self._fetch(method, path, body, self._token)

    def _authorise(self) -> None:
        if self._sign is None:
            raise SignInNeeded("sync.not_registered")
        said = self._ask("POST", "/v1/devices/challenge", {"device_id": self._device})
        try:
            challenge = bytes.fromhex(said["challenge"])
        except (KeyError, TypeError, ValueError) as error:
            raise Offline("sync.not_the_centre") from error
        signature = self._sign(b"counter-token-1\n" + challenge)
        body = {"device_id": self._device, "challenge": challenge.hex(), "signature": signature.hex()}
        said = self._ask("POST", "/v1/devices/token", body)
        self._token = str(said.get("token") or "")
        if not self._token:
            raise Offline("sync.not_the_centre")
        heads = said.get("heads")
        if isinstance(heads, dict):  # a centre of an earlier version tells nothing
            self.on_heads({name: n for name, n in heads.items() if isinstance(n, int)})

    def _ask(self, method: str, path: str, body: Mapping[str, Any] | None) -> dict[str, Any]:
        return parse_json(self._fetch(method, path, body))

    def _fetch(self, method: str, path: str, body: Mapping[str, Any] | None, token: str = "") -> bytes:
        headers = {"Accept-Encoding": "gzip"}
        data = None
        if body is not None:
            headers["Content-Type"] = "application/json"
            data = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
        if token:
            headers["Authorization"] = f"Bearer {token}"
        try:
            with (
                self._deadline.of(self._answer_s),
                self._session.request(
                    method,
                    self._base + path,
                    data=data,
                    headers=headers,
                    timeout=self._timeouts_s,
                    allow_redirects=False,
                    stream=True,
                ) as answer,
            ):
                return self._read(answer)
        except (requests.RequestException, _LINE_BROKE, OSError) as error:
            if self._deadline.passed:
                raise Offline("sync.too_slow") from error
            if isinstance(error, requests.exceptions.SSLError):
                raise Offline("sync.not_private") from error
            raise Offline from error

    def _read(self, answer: requests.Response) -> bytes:
        """The bytes of a good answer; any other raises what it says."""
        if 300 <= answer.status_code < 400 or answer.status_code == 511:
            raise Offline("sync.portal")
        later = _seconds(answer.headers.get("Retry-After", ""))
        received = _limited(answer, time.monotonic() + self._answer_s)
        if self._deadline.passed:
            raise Offline("sync.too_slow")  # an answer whose end we have cut off ourselves
        if not answer.headers.get("Content-Type", "").startswith("application/json"):
            # A gateway before the centre speaks its own HTML when the centre is down or asks to wait.
            if answer.status_code == 429 or answer.status_code >= 500:
                raise ServerBusy("sync.busy", retry_after_s=later)
            raise Offline("sync.not_the_centre")
        if answer.status_code == 200:
            return received
        said = parse_json(received)
        code = str(said.get("code") or "sync.refused")[:80]
        raw = said.get("args")
        args = raw if isinstance(raw, dict) else {}
        if answer.status_code == 409 and code == "sync.epoch_changed":
            raise EpochChanged(code, epoch=str(args.get("epoch") or ""))
        if answer.status_code == 409 and code == "sync.device_forked" and isinstance(args.get("n"), int):
            raise DeviceForked(code, n=args["n"])
        if answer.status_code in (401, 403):
            raise SignInNeeded(code, status=answer.status_code)
        if answer.status_code == 426:
            raise VersionMismatch(code)
        if answer.status_code in (408, 425, 429) or answer.status_code >= 500:
            raise ServerBusy(code, retry_after_s=later, fault=answer.status_code == 500)
        raise SyncError(code, status=answer.status_code)


def _length(answer: requests.Response) -> int:
    said = answer.headers.get("Content-Length", "")
    return int(said) if said.isdigit() and answer.request.method != "HEAD" else 0


def _limited(answer: requests.Response, until: float, most: int = ANSWER_MAX_BYTES) -> bytes:
    chunks: list[bytes] = []
    size = 0
    # One read of the socket at a time: a bigger one would wait for all of its bytes, past any deadline.
    while chunk := answer.raw.read1(64 * 1024, decode_content=True):
        size += len(chunk)
        wire = max(answer.raw.tell(), 1)
        if size > most or (size > 1_000_000 and size / wire > ANSWER_MAX_RATIO):
            raise Offline("sync.answer_too_large")
        if time.monotonic() > until:
            raise Offline("sync.too_slow")
        chunks.append(chunk)
    return b"".join(chunks)


def _seconds(text: str) -> int:
    return min(int(text), 3600) if text.isascii() and text.isdigit() else 0
