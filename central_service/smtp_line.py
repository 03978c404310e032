"""One e-mail over SMTP, in steps that say where it broke: before the server had it, or after, when nobody knows."""

from __future__ import annotations

import re
import smtplib
import ssl
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from typing import Any

LOOPBACK = ("127.0.0.1", "::1", "localhost")
ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?")
"""An address without quotes, comments and spaces: what the trade's customers have, and nothing that ends a line."""


@dataclass(frozen=True, repr=False)
class MailConfig:
    """How mail leaves. `security`: starttls, tls, or none, which is for a server on this computer only."""

    host: str
    port: int
    sender: str
    security: str = "starttls"
    username: str = ""
    password: str = ""
    ca_file: str = ""
    timeout_s: float = 20.0

    def __post_init__(self) -> None:
        if self.security not in ("starttls", "tls", "none"):
            raise ValueError("mail: security is starttls, tls or none")
        if self.security == "none" and self.host not in LOOPBACK:
            raise ValueError("mail: without TLS only to this computer")
        if not ADDRESS.fullmatch(self.sender):
            raise ValueError("mail: the sender is no address")


def read_config(path: Path) -> MailConfig:
    """From a TOML file with a table [mail]; the password stands in a file of its own (`password_file`).

    ValueError for what is missing or wrong, OSError when a file cannot be read.
    """
    try:
        said: dict[str, Any] = dict(tomllib.loads(path.read_text(encoding="utf-8"))["mail"])
    except (KeyError, TypeError) as error:
        raise ValueError("mail: there is no table [mail]") from error
    password_file = said.pop("password_file", "")
    password = Path(password_file).read_text(encoding="utf-8").strip() if password_file else ""
    try:
        return MailConfig(password=password, **said)
    except TypeError as error:
        raise ValueError("mail: host, port and sender are needed; nothing that is not known") from error


class NotSent(Exception):
    """The server does not have it. `final`: it never will; `code` is stable."""

    def __init__(self, code: str, *, final: bool) -> None:
        super().__init__(code)
        self.code, self.final = code, final


class InDoubt(Exception):
    """It was handed over and no answer came."""


def compose(config: MailConfig, to: str, message_id: str, subject: str, body: str, date: str) -> EmailMessage:
    """The e-mail; NotSent when an address or a header is none."""
    if not ADDRESS.fullmatch(to):
        raise NotSent("mail.address_wrong", final=True)
    made = EmailMessage(policy=SMTP)
    try:
        made["From"], made["To"], made["Subject"] = config.sender, to, subject
        made["Date"], made["Message-ID"] = date, message_id
        made["Auto-Submitted"] = "auto-generated"
        made.set_content(body)
    except ValueError as error:  # a line break in a header
        raise NotSent("mail.header_wrong", final=True) from error
    return made


def send(config: MailConfig, made: EmailMessage, before_data: Callable[[], None]) -> None:
    """Hand it over. `before_data` is called when everything but the text itself is agreed; what it raises ends it.

    NotSent, InDoubt.
    """
    try:
        server = _connected(config)
    except smtplib.SMTPAuthenticationError as error:
        raise NotSent("mail.login_refused", final=False) from error
    except (smtplib.SMTPException, OSError) as error:
        raise NotSent("mail.server_away", final=False) from error
    try:
        _agree(server, config.sender, str(made["To"]))
        before_data()
        try:
            status, _ = server.data(made.as_bytes())
        except smtplib.SMTPDataError as error:  # refused before the text
            raise _refused(error.smtp_code) from error
        except (smtplib.SMTPException, OSError) as error:
            raise InDoubt from error
        if status != 250:
            raise _refused(status)
    finally:
        server.close()


def _connected(config: MailConfig) -> smtplib.SMTP:
    context = ssl.create_default_context(cafile=config.ca_file or None)
    server: smtplib.SMTP
    if config.security == "tls":
        server = smtplib.SMTP_SSL(config.host, config.port, timeout=config.timeout_s, context=context)
    else:
        server = smtplib.SMTP(config.host, config.port, timeout=config.timeout_s)
    try:
        if config.security == "starttls":
            server.starttls(context=context)
        if config.username:
            server.login(config.username, config.password)
        server.ehlo_or_helo_if_needed()
    except BaseException:
        server.close()
        raise
    return server


def _agree(server: smtplib.SMTP, sender: str, to: str) -> None:
    try:
        for status, _ in (server.mail(sender), server.rcpt(to)):
            if status not in (250, 251):
                raise _refused(status)
    except (smtplib.SMTPException, OSError) as error:
        raise NotSent("mail.server_away", final=False) from error


def _refused(status: int) -> NotSent:
    return NotSent("mail.refused", final=True) if status >= 500 else NotSent("mail.put_off", final=False)
