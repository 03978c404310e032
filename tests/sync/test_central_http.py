"""The centre over HTTP against servers that misbehave: nothing hangs, nothing leaks, only the centre is believed."""

from __future__ import annotations

import datetime
import gzip
import ipaddress
import json
import os
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from counter_app.errors import CounterError, Offline, ServerBusy, SignInNeeded, SyncError, VersionMismatch
from counter_app.sync.central import Central, EpochChanged

TOKEN = "a-token-that-must-not-leak"
Answer = bytes | Callable[[socket.socket, "Server"], None]


class Server:
    """A server of one thread on loopback that answers each request with the next of `answers`, the last for ever."""

    def __init__(self, answers: list[Answer], context: ssl.SSLContext | None = None) -> None:
        self.answers, self.context = answers, context
        self.requests: list[bytes] = []
        self.connections = 0
        self.stopping = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.settimeout(0.05)
        self.port = self._listener.getsockname()[1]
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def _run(self) -> None:
        while not self.stopping.is_set():
            try:
                line, _ = self._listener.accept()
            except TimeoutError:
                continue
            self.connections += 1
            line.settimeout(5)
            try:
                if self.context is not None:
                    line = self.context.wrap_socket(line, server_side=True)
                self._serve(line)
            except (OSError, ssl.SSLError):
                pass
            finally:
                line.close()

    def _serve(self, line: socket.socket) -> None:
        data = b""
        while b"\r\n\r\n" not in data:
            got = line.recv(65_536)
            if not got:
                return
            data += got
        head, _, body = data.partition(b"\r\n\r\n")
        length = next(
            (int(one.split(b":")[1]) for one in head.split(b"\r\n") if one.lower().startswith(b"content-length")), 0
        )
        while len(body) < length:
            body += line.recv(65_536)
        self.requests.append(head + b"\r\n\r\n" + body)
        answer = self.answers[min(len(self.requests), len(self.answers)) - 1]
        if callable(answer):
            answer(line, self)
        else:
            line.sendall(answer)

    def close(self) -> None:
        self.stopping.set()
        self._thread.join(10)
        self._listener.close()
        assert not self._thread.is_alive()


def http(status: str = "200 OK", body: Any = None, content_type: str = "application/json", **headers: str) -> bytes:
    data = body if isinstance(body, bytes) else json.dumps(body if body is not None else {}).encode()
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {content_type}", f"Content-Length: {len(data)}", "Connection: close"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + data


HELLO = http(body={"api": ["v1"], "epoch": "e"})


@pytest.fixture
def serve() -> Iterator[Callable[..., Server]]:
    opened: list[Server] = []

    def make(*answers: Answer, context: ssl.SSLContext | None = None) -> Server:
        opened.append(Server(list(answers), context))
        return opened[-1]

    yield make
    for server in opened:
        server.close()


@pytest.fixture
def speak() -> Iterator[Callable[..., Central]]:
    opened: list[Central] = []

    def make(server: Server, *, scheme: str = "http", host: str = "127.0.0.1", **more: Any) -> Central:
        how = {"timeouts_s": (1.0, 0.5), "answer_s": 1.0} | more
        opened.append(Central(f"{scheme}://{host}:{server.port}", **how))
        return opened[-1]

    yield make
    for central in opened:
        central.close()


def _refusal(work: Callable[[], Any]) -> CounterError:
    with pytest.raises(SyncError) as raised:
        work()
    return raised.value


def test_the_centre_is_understood(serve: Any, speak: Any) -> None:
    server = serve(HELLO)
    assert speak(server).hello()["epoch"] == "e"
    assert server.requests[0].startswith(b"GET /v1/hello HTTP/1.1\r\n")


def test_a_compressed_answer_is_opened(serve: Any, speak: Any) -> None:
    body = gzip.compress(json.dumps({"api": ["v1"], "epoch": "é" * 5_000}).encode())
    assert speak(serve(http(body=body, Content_Encoding="gzip"))).hello()["epoch"] == "é" * 5_000


def test_an_answer_in_chunks_is_put_together(serve: Any, speak: Any) -> None:
    parts = [b'{"api": ["v1"], ', b'"epoch": "e"}']
    body = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"
    head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
    assert speak(serve(head + body)).hello()["epoch"] == "e"


HTML = b"<html>Please accept the terms of this network</html>"


@pytest.mark.parametrize(
    ("answer", "error", "code"),
    [
        (http(body=HTML, content_type="text/html"), Offline, "sync.not_the_centre"),
        (http(body=HTML), Offline, "sync.not_the_centre"),
        (http("302 Found", b"", Location="http://127.0.0.1:1/"), Offline, "sync.portal"),
        (http("307 Temporary Redirect", b"", Location="/v1/hello"), Offline, "sync.portal"),
        (http("304 Not Modified", b""), Offline, "sync.portal"),
        (http("511 Network Authentication Required", HTML, "text/html"), Offline, "sync.portal"),
        (http("404 Not Found", HTML, "text/html"), Offline, "sync.not_the_centre"),
        (http("500 Oops", {"code": "centre.fault"}), ServerBusy, "centre.fault"),
        (http("503 Busy", HTML, "text/html"), ServerBusy, "sync.busy"),
        (http("429 Slow", HTML, "text/html"), ServerBusy, "sync.busy"),
        (http("408 Late", {"code": "x.late"}), ServerBusy, "x.late"),
        (http("401 Who", {"code": "token.unknown"}), SignInNeeded, "token.unknown"),
        (http("403 No", {"code": "device.revoked"}), SignInNeeded, "device.revoked"),
        (
            http("409 Other", {"code": "sync.epoch_changed", "args": {"epoch": "e2"}}),
            EpochChanged,
            "sync.epoch_changed",
        ),
        (http("409 Other", {"code": "sync.device_forked"}), SyncError, "sync.device_forked"),
        (http("426 Old", {"code": "client.too_old"}), VersionMismatch, "client.too_old"),
        (http("400 Bad", {"code": 7, "args": [1]}), SyncError, "7"),
        (http("400 Bad", {}), SyncError, "sync.refused"),
        (http(body={"api": ["v9"]}), VersionMismatch, "sync.version"),
        (http(body={"api": 5}), VersionMismatch, "sync.version"),
        (http(body={"api": {"v1": 1}}), VersionMismatch, "sync.version"),
        (http(body={}), VersionMismatch, "sync.version"),
        (b"SSH-2.0-OpenSSH_9.2\r\n", Offline, "sync.offline"),
        (b"", Offline, "sync.offline"),
        (b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{", Offline, "sync.offline"),
        (http(body=b"not gzip at all", Content_Encoding="gzip"), Offline, "sync.offline"),
        (http(body=gzip.compress(b"{}" * 50)[:-9], Content_Encoding="gzip"), Offline, "sync.not_the_centre"),
    ],
)
def test_whatever_is_not_the_centre_has_its_own_name(
    serve: Any, speak: Any, answer: bytes, error: type[Exception], code: str
) -> None:
    raised = _refusal(speak(serve(answer)).hello)
    assert (type(raised), raised.code) == (error, code)


@pytest.mark.parametrize(
    "body",
    [
        *(b"[]", b"null", b'"v1"', b"{", b"\xff\xfe", b"", b'{"a": NaN}', b'{"a": 1e400, "a": 2}'),
        *(b'{"a": 99999999999999999}', b'{"a": ' + b"9" * 5_000 + b"}"),
        *(b'{"a":' * 30 + b"1" + b"}" * 30, b"[" * 100_000),
    ],
    ids=range(12),
)
def test_t15_json_that_makes_no_sense_is_not_the_centre(serve: Any, speak: Any, body: bytes) -> None:
    raised = _refusal(speak(serve(http(body=body))).hello)
    assert (type(raised), raised.code) == (Offline, "sync.not_the_centre")


@pytest.mark.parametrize(
    ("said", "seconds"), [("120", 120), ("0", 0), ("999999", 3600), ("-5", 0), ("soon", 0), ("", 0), ("١٢", 0)]
)
@pytest.mark.parametrize("content_type", ["application/json", "text/html"])
def test_how_long_to_wait_is_heard_within_reason(
    serve: Any, speak: Any, said: str, seconds: int, content_type: str
) -> None:
    head = http("429 Slow", {}, content_type).replace(
        b"\r\n\r\n", b"\r\nRetry-After: " + said.encode() + b"\r\n\r\n", 1
    )
    raised = _refusal(speak(serve(head)).hello)
    assert isinstance(raised, ServerBusy)
    assert raised.facts["retry_after_s"] == seconds


def _drip(pause_s: float, head: bytes) -> Callable[[socket.socket, Server], None]:
    def answer(line: socket.socket, server: Server) -> None:
        line.sendall(head)
        while not server.stopping.wait(pause_s):
            line.sendall(b" ")

    return answer


LONG = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n"


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (lambda line, server: server.stopping.wait(5), "sync.offline"),
        (_drip(5, LONG), "sync.offline"),
        (_drip(0.02, LONG), "sync.too_slow"),
    ],
    ids=["silent", "stops in the body", "a byte at a time"],
)
def test_a_slow_line_is_left_in_time(serve: Any, speak: Any, answer: Any, code: str) -> None:
    central = speak(serve(answer))
    started = time.monotonic()
    raised = _refusal(central.hello)
    assert (type(raised), raised.code) == (Offline, code)
    assert time.monotonic() - started < 4


def test_nobody_there_is_offline(speak: Any) -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]
    central = Central(f"http://127.0.0.1:{port}", timeouts_s=(1.0, 1.0))
    assert type(_refusal(central.hello)) is Offline
    central.close()


@pytest.mark.parametrize("kind", ["bomb", "layers", "plain"])
def test_t9_an_answer_that_grows_is_cut(serve: Any, speak: Any, kind: str) -> None:
    import tracemalloc

    bomb = gzip.compress(b" " * 60_000_000)
    if kind == "bomb":
        answer: Answer = http(body=bomb, Content_Encoding="gzip")
    elif kind == "layers":
        answer = http(body=gzip.compress(bomb), Content_Encoding="gzip, gzip")
    else:

        def answer(line: socket.socket, server: Server) -> None:
            line.sendall(LONG.replace(b"100000", b"90000000"))
            for _ in range(90):
                line.sendall(b" " * 1_000_000)

    central = speak(serve(answer), answer_s=20.0)
    tracemalloc.start()
    raised = _refusal(central.hello)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (type(raised), raised.code) == (Offline, "sync.answer_too_large")
    assert peak < 40_000_000


def _registered(central: Central) -> Central:
    central.speak_for("device-1", lambda data: b"\x01" * 64)
    return central


def _as_device(*answers: Answer) -> list[Answer]:
    return [http(body={"challenge": "00ff"}), http(body={"token": TOKEN}), *answers]


def test_a_token_is_got_by_signing_and_used_until_it_is_refused(serve: Any, speak: Any) -> None:
    again = _as_device(http(body={"n": 2}))
    server = serve(*_as_device(http(body={"n": 1}), http("401 Who", {"code": "token.unknown"}), *again))
    central = _registered(speak(server))
    assert [central.push({})["n"], central.push({})["n"]] == [1, 2]
    paths = [request.split(b" ")[1].decode() for request in server.requests]
    ask = ["/v1/devices/challenge", "/v1/devices/token"]
    assert paths == [*ask, "/v1/sync/push", "/v1/sync/push", *ask, "/v1/sync/push"]
    assert f"Authorization: Bearer {TOKEN}".encode() in server.requests[2]
    assert TOKEN.encode() not in server.requests[0] + server.requests[1]


def test_a_token_that_is_refused_twice_is_not_tried_for_ever(serve: Any, speak: Any) -> None:
    no = http("401 Who", {"code": "token.unknown"})
    server = serve(*_as_device(no), *_as_device(no))
    assert type(_refusal(lambda: _registered(speak(server)).push({}))) is SignInNeeded
    assert len(server.requests) == 6


@pytest.mark.parametrize(
    "answers",
    [
        [http(body={})],
        [http(body={"challenge": 5})],
        [http(body={"challenge": "zz"})],
        [http(body={"challenge": "00"}), http(body={})],
        [http(body={"challenge": "00"}), http(body={"token": ""})],
    ],
    ids=range(5),
)
def test_a_challenge_that_makes_no_sense_gives_no_token(serve: Any, speak: Any, answers: list[Answer]) -> None:
    assert _refusal(lambda: _registered(speak(serve(*answers))).pull({})).code == "sync.not_the_centre"


def test_who_is_not_registered_asks_nobody(serve: Any, speak: Any) -> None:
    server = serve(HELLO)
    assert _refusal(lambda: speak(server).push({})).code == "sync.not_registered"
    assert server.connections == 0


def test_t17_a_redirect_sends_nothing_on(serve: Any, speak: Any) -> None:
    thief = serve(HELLO)
    away = http("302 Found", b"", Location=f"http://127.0.0.1:{thief.port}/v1/sync/push")
    server = serve(*_as_device(away))
    raised = _refusal(lambda: _registered(speak(server)).push({"secret": 1}))
    assert raised.code == "sync.portal"
    assert (thief.connections, thief.requests) == (0, [])


def test_t17_no_environment_and_no_netrc_has_a_say(
    serve: Any, speak: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    proxy = serve(HELLO)
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login thief password stolen\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{proxy.port}")
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    server = serve(*_as_device(http(body={"n": 1})))
    assert _registered(speak(server)).push({}) == {"n": 1}
    assert proxy.connections == 0
    assert f"Authorization: Bearer {TOKEN}".encode() in server.requests[2]
    assert all(b"Basic" not in request for request in server.requests)


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("http://centre.example.org", "sync.address_not_private"),
        ("http://10.0.0.1:8000", "sync.address_not_private"),
        ("http://127.0.0.1.example.org", "sync.address_not_private"),
        ("http://127.0.0.1@evil.example", "sync.address_not_private"),
        ("HTTP://evil.example", "sync.address_not_private"),
        ("ftp://127.0.0.1", "sync.address_wrong"),
        ("file:///etc/passwd", "sync.address_wrong"),
        ("127.0.0.1:80", "sync.address_wrong"),
        ("https://", "sync.address_wrong"),
        ("", "sync.address_wrong"),
    ],
)
def test_t16_only_a_private_line_is_spoken_on(url: str, code: str) -> None:
    with pytest.raises(SyncError) as raised:
        Central(url)
    assert raised.value.code == code


@pytest.mark.parametrize("url", ["http://localhost:1", "http://127.0.0.1:1", "http://[::1]:1", "https://c.example"])
def test_t16_the_own_computer_and_https_are_private(url: str) -> None:
    Central(url).close()


# ---------------------------------------------------------------- certificates


def _named(host: str) -> x509.GeneralName:
    # By address and not by name: a bare system may not even know "localhost".
    return x509.IPAddress(ipaddress.ip_address(host)) if host[0].isdigit() else x509.DNSName(host)


class Authority:
    """A certificate authority of the test's own."""

    def __init__(self, folder: Path, name: str) -> None:
        self.folder, self.name = folder, name
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
        self.file = folder / f"{name}.pem"
        usage = x509.KeyUsage(True, *[False] * 4, True, True, False, False)
        ski = x509.SubjectKeyIdentifier.from_public_key(self.key.public_key())
        made = self._build(self.subject, self.key, 0, 30).add_extension(x509.BasicConstraints(True, None), True)
        made = made.add_extension(usage, True).add_extension(ski, False)
        self.file.write_bytes(made.sign(self.key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM))

    def _build(self, subject: x509.Name, key: Any, start: int, end: int) -> x509.CertificateBuilder:
        now = datetime.datetime.now(datetime.UTC)
        day = datetime.timedelta(days=1)
        return (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(self.subject)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now + (start - 1) * day)
            .not_valid_after(now + end * day)
        )

    def server(self, host: str = "127.0.0.1", end: int = 30) -> ssl.SSLContext:
        """A server's context with a certificate for `host`."""
        key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, host)])
        start = min(0, end - 5)
        made = self._build(subject, key, start, end).add_extension(x509.SubjectAlternativeName([_named(host)]), False)
        aki = x509.AuthorityKeyIdentifier.from_issuer_public_key(self.key.public_key())
        made = made.add_extension(aki, False)
        file = self.folder / f"server-{os.urandom(4).hex()}.pem"
        file.write_bytes(
            made.sign(self.key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)
            + key.private_bytes(
                serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            )
        )
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(file)
        return context


@pytest.fixture
def ours(tmp_path: Path) -> Authority:
    return Authority(tmp_path, "ours")


def test_t16_a_private_authority_is_believed_when_it_was_named(serve: Any, speak: Any, ours: Authority) -> None:
    server = serve(HELLO, context=ours.server())
    assert speak(server, scheme="https", host="127.0.0.1", ca_file=str(ours.file)).hello()["epoch"] == "e"


@pytest.mark.parametrize("wrong", ["foreign authority", "other host", "expired", "nobody named"])
def test_t16_nothing_is_sent_on_a_line_that_is_not_private(
    serve: Any, speak: Any, ours: Authority, tmp_path: Path, wrong: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = Authority(tmp_path, "theirs")
    context = {
        "foreign authority": theirs.server(),
        "other host": ours.server("elsewhere.example"),
        "expired": ours.server(end=-1),
        "nobody named": ours.server(),
    }[wrong]
    for name in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):
        # With its defaults requests would believe these.
        monkeypatch.setenv(name, str(theirs.file if wrong == "foreign authority" else ours.file))
    server = serve(HELLO, context=context)
    ca_file = "" if wrong == "nobody named" else str(ours.file)
    central = speak(server, scheme="https", host="127.0.0.1", ca_file=ca_file)
    raised = _refusal(lambda: central.register("CODE", b"\x01" * 32, "Counter 1"))
    assert (type(raised), raised.code) == (Offline, "sync.not_private")
    assert server.requests == []
