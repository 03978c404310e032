"""A mail server on loopback that speaks SMTP as far as it must, and breaks off where a test says so."""

from __future__ import annotations

import socket
import ssl
import threading
from dataclasses import dataclass, field


@dataclass
class SmtpServer:
    """`behave` names what it does with the next conversation: accept, refuse (550 to RCPT), put_off (451 to RCPT),
    refuse_text (554 behind the text), cut (closes behind the text), cut_early (closes at MAIL), silent (says nothing
    behind the text), keeps (takes the text and closes without a word)."""

    tls: ssl.SSLContext | None = None
    behave: list[str] = field(default_factory=list)
    got: list[str] = field(default_factory=list)
    """Texts that were answered 250, and those that were taken by `keeps`."""
    said: list[str] = field(default_factory=list)
    conversations: int = 0
    _open: list[socket.socket] = field(default_factory=list)

    def __enter__(self) -> SmtpServer:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="smtp", daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._stop.set()
        socket.create_connection(("127.0.0.1", self.port), 5).close()
        self._thread.join(10)
        self._listener.close()
        assert not self._thread.is_alive()

    def _run(self) -> None:
        while True:
            line, _ = self._listener.accept()
            if self._stop.is_set():
                line.close()
                return
            self.conversations += 1
            line.settimeout(5)
            try:
                self._talk(line, self.behave.pop(0) if self.behave else "accept")
            except OSError:
                pass
            finally:
                for one in (line, *self._open):
                    one.close()
                self._open.clear()

    def _talk(self, line: socket.socket, how: str) -> None:
        file = line.makefile("rwb")

        def say(text: str) -> None:
            file.write(text.encode() + b"\r\n")
            file.flush()

        say("220 mail.test ESMTP")
        while asked := file.readline():
            words = asked.decode("latin-1").strip()
            self.said.append(words)
            verb = words[:4].upper()
            if verb in ("EHLO", "HELO"):
                say("250-mail.test" + ("\r\n250-STARTTLS" if self.tls and not isinstance(line, ssl.SSLSocket) else ""))
                say("250 8BITMIME")
            elif verb == "STAR" and self.tls:
                say("220 go on")
                file.close()
                line = self.tls.wrap_socket(line, server_side=True)
                self._open.append(line)
                file = line.makefile("rwb")
            elif verb == "MAIL" and how == "cut_early":
                return
            elif verb == "RCPT" and how in ("refuse", "put_off"):
                say("550 no such mailbox" if how == "refuse" else "451 later")
            elif verb in ("MAIL", "RCPT", "RSET", "NOOP"):
                say("250 ok")
            elif verb == "DATA":
                say("354 go ahead")
                text = b""
                while not text.endswith(b"\r\n.\r\n"):
                    text += file.readline()
                if how == "refuse_text":
                    say("554 no")
                    continue
                if how == "cut":
                    return
                if how == "silent":
                    file.readline()
                    return
                self.got.append(text[:-5].decode())
                if how == "keeps":
                    return
                say("250 taken")
            elif verb == "QUIT":
                say("221 bye")
                return
            else:
                say("500 what")
