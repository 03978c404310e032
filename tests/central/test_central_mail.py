"""E-mail to customers: each at most once, whatever refuses, cuts, waits or crashes; and nothing in it ends a header."""

from __future__ import annotations

import dataclasses
import email
import email.policy
import json
import logging
import os
import ssl
import threading
import time

import pytest
from sqlalchemy import insert, select, update

from central_service import mail, mail_finding, smtp_line
from central_service.app import wall_ms
from central_service.centre import open_centre
from central_service.console import words
from central_service.mail_tables import mail as mail_table
from central_service.mail_texts import LANGUAGES, TEMPLATES, written
from central_service.payments import NoGateway
from central_service.refusal import Refusal
from central_service.server import EmbeddedCentre
from central_service.smtp_line import MailConfig, NotSent, compose, read_config
from central_service.tables import state_row, store, stream_head
from counter_app.domain.mail_item import MailItem
from counter_app.domain.mailbox import Account
from counter_app.domain.pickup import Pickup
from counter_app.domain.rows import to_plain
from counter_app.domain.task import DECLINE_REASONS, TaskKind
from counter_app.domain.task_ship import ShipTask
from tests.central.smtp_server import SmtpServer
from tests.central.station import PLATFORM_TOKEN, Platform, Station

DAY = 86_400_000
NOON = 1_793_966_400_000  # 6 November 2026, 12:00 UTC


class Clock:
    now = NOON

    def __call__(self) -> int:
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def centre(tmp_path, clock):
    made = open_centre(
        f"sqlite:///{tmp_path / 'c.db'}",
        platform_token="x" * 16,
        demo=False,
        clock=clock,
        entropy=os.urandom,
        gateway=NoGateway(),
    )

    def fill(connection):
        settings = '{"name": "Northgate Mail", "zone": "America/New_York", "storage": {"packages": 7}}'
        connection.execute(insert(store).values(store_id="s1", org="o", name="s1", settings=settings))
        connection.execute(insert(stream_head).values(store_id="s1", seq=0))

    made.db.transact(fill)
    mail_finding.look(made, "s1")
    yield made
    made.db.close()


def put(centre, entity, row, **changed):
    """A row as the fold writes it, new or changed."""

    def work(connection):
        seq = connection.execute(
            update(stream_head)
            .where(stream_head.c.store_id == "s1")
            .values(seq=stream_head.c.seq + 1)
            .returning(stream_head.c.seq)
        ).scalar_one()
        text = json.dumps(to_plain(dataclasses.replace(row, **changed)))
        where = (state_row.c.store_id == "s1", state_row.c.entity == entity, state_row.c.id == row.id)
        if not connection.execute(update(state_row).where(*where).values(seq=seq, row=text)).rowcount:
            connection.execute(insert(state_row).values(store_id="s1", entity=entity, id=row.id, seq=seq, row=text))

    centre.db.transact(work)


ANN = Account("a1", "12", "active", "Ann Lee", email="ann@example.org")
PIECE = MailItem("i1", "M-1", "received", "a1", "12", mail_type="package", received_ms=NOON, received_on="2026-11-06")


def config(server, **more):
    return MailConfig("127.0.0.1", server.port, "post@northgate.example", "none", timeout_s=2.0, **more)


def states(centre):
    with centre.db.read() as connection:
        rows = connection.execute(select(mail_table.c.id, mail_table.c.state, mail_table.c.code)).all()
    return {row[0]: (row[1], row[2]) for row in rows}


def arrived(centre):
    """One e-mail in the queue; its name."""
    put(centre, "account", ANN)
    put(centre, "item", PIECE)
    assert mail_finding.look(centre, "s1") == 1
    return "arrived:i1:a1"


def read(text):
    return email.message_from_string(text, policy=email.policy.default)


# ---------------------------------------------------------------- what is written about


def test_a_piece_that_arrives_is_written_about_once(centre):
    name = arrived(centre)
    put(centre, "item", PIECE, shelf="B-2")
    assert mail_finding.look(centre, "s1") == 0
    assert list(states(centre)) == [name]
    put(centre, "item", PIECE, account_id="a2")  # it was another customer's
    assert mail_finding.look(centre, "s1") == 1


def test_what_was_there_before_mail_was_switched_on_is_not_written_about(centre):
    put(centre, "item", PIECE, received_ms=NOON - 8 * DAY)
    put(centre, "item", dataclasses.replace(PIECE, id="i2", state="picked_up"))
    put(centre, "item", dataclasses.replace(PIECE, id="i3", account_id=""))
    assert mail_finding.look(centre, "s1") == 0


@pytest.mark.parametrize("outcome", ["return", "hold"])
def test_s09_mail_received_is_written_about_once_though_the_piece_lies_in_no_mailbox(centre, outcome):
    told = dataclasses.replace(
        PIECE, state="unassigned", account_id="", mailbox="", notice=outcome, notice_for="a1", notice_mailbox="12"
    )
    put(centre, "item", told)
    assert mail_finding.look(centre, "s1") == 1
    put(centre, "item", dataclasses.replace(told, state="returned_to_sender"))
    assert mail_finding.look(centre, "s1") == 0
    assert list(states(centre)) == [f"notice_{outcome}:i1"]
    with centre.db.read() as connection:
        account, facts = connection.execute(select(mail_table.c.account, mail_table.c.facts)).one()
    assert (account, json.loads(facts)["mailbox"]) == ("a1", "12")


def test_a_pickup_that_is_ready_is_written_about(centre):
    pickup = Pickup("p1", "a1", "12", "scheduled", "scheduled", ("i1", "i2"))
    put(centre, "pickup", pickup)
    assert mail_finding.look(centre, "s1") == 0
    put(centre, "pickup", pickup, state="ready")
    assert mail_finding.look(centre, "s1") == 0  # only put back: its customer stood here a minute ago
    put(centre, "pickup", pickup, state="ready", ready_ms=NOON)
    put(centre, "pickup", dataclasses.replace(pickup, id="p2", mode="walk_in", state="ready"))
    assert mail_finding.look(centre, "s1") == 1
    assert list(states(centre)) == ["pickup_ready:p1"]


def test_s14_three_pieces_are_one_notice_and_no_change_sends_a_second(centre):
    pickup = Pickup("p1", "a1", "12", "scheduled", "scheduled", ("i1", "i2", "i3"))
    put(centre, "pickup", pickup)
    mail_finding.look(centre, "s1")
    ready = dataclasses.replace(pickup, state="ready", fetched=pickup.items, ready_ms=NOON)
    for changed in (
        ready,
        dataclasses.replace(ready, appointment_ms=NOON + DAY),
        dataclasses.replace(ready, state="in_progress"),
        dataclasses.replace(ready, items=(*ready.items, "i4")),
    ):
        put(centre, "pickup", changed)
        mail_finding.look(centre, "s1")
    assert list(states(centre)) == ["pickup_ready:p1"]


def test_s14_a_declined_pickup_is_told_once_with_its_reason_and_a_walk_in_is_not(centre):
    pickup = Pickup("p1", "a1", "12", "declined", "scheduled", ("i1", "i2"), reason="not collected")
    put(centre, "item", PIECE)
    mail_finding.look(centre, "s1")
    put(centre, "pickup", pickup)
    put(centre, "pickup", dataclasses.replace(pickup, id="p2", mode="walk_in"))
    assert mail_finding.look(centre, "s1") == 1
    assert "pickup_declined:p1" in states(centre)
    put(centre, "pickup", pickup, remarks=("seen",))
    assert mail_finding.look(centre, "s1") == 0
    facts = {"mailbox": "12", "count": "2", "reason": "not collected\nBcc: x", "store": "Northgate Mail"}
    for language in LANGUAGES:
        subject, body = written("pickup_declined", language, facts)
        assert "\n" not in subject
        assert "not collected Bcc: x" in body


def acted(row, op_id, kind, at_ms=NOON, **changed):
    """The row after one more act, as the fold leaves it."""
    return dataclasses.replace(row, history=(*row.history, (op_id, kind, at_ms, "c1")), **changed)


SHIP = ShipTask("t1", "ship", "a1", "12", "priced", ("i1", "i2"), agreed_cents=1_000)


def facts_of(centre, name):
    with centre.db.read() as connection:
        found = connection.execute(
            select(mail_table.c.account, mail_table.c.facts).where(mail_table.c.id == name)
        ).one()
    return found[0], json.loads(found[1])


def test_s10_a_declined_task_is_told_once_with_its_reason_and_the_clerks_comment(centre):
    over = acted(SHIP, "op1", "task.declined", state="declined", reason="not_allowed", comment="Perfume\nBcc: x")
    put(centre, "task", SHIP)
    assert mail_finding.look(centre, "s1") == 0
    put(centre, "task", over)
    put(centre, "task", dataclasses.replace(over, id="t2", kind="fee"))  # nobody had asked for that
    put(
        centre,
        "task",
        acted(dataclasses.replace(SHIP, id="t3"), "op3", "task.declined", NOON - 8 * DAY, state="declined"),
    )
    assert mail_finding.look(centre, "s1") == 1
    put(centre, "task", acted(over, "op2", "task.settled"))
    assert mail_finding.look(centre, "s1") == 0
    account, facts = facts_of(centre, "task_declined:t1")
    assert account == "a1"
    subject, body = written("task_declined", "en", facts | {"store": "Northgate Mail"})
    assert subject == "What you asked Northgate Mail for was declined"
    assert "mailbox 12 was declined: shipping.\nThe rules for mail do not allow it. Perfume Bcc: x\n" in body
    assert "(2 in all)" in body
    body = written("task_declined", "fr", facts | {"store": "Northgate Mail", "why": "other"})[1]
    assert "refusée : expédition.\nPerfume Bcc: x\n" in body


def test_s11_each_question_about_a_price_is_one_e_mail_with_both_amounts(centre):
    asked = acted(SHIP, "op1", "task.customer_asked", state="awaiting_customer", amount_cents=123_450)
    put(centre, "task", asked)
    assert mail_finding.look(centre, "s1") == 1
    put(centre, "task", dataclasses.replace(asked, remarks=("looked at",)))
    assert mail_finding.look(centre, "s1") == 0
    put(centre, "task", acted(asked, "op2", "task.customer_answered", state="priced"))
    assert mail_finding.look(centre, "s1") == 0
    again = acted(asked, "op3", "task.customer_asked", amount_cents=130_000)
    put(centre, "task", again)
    assert mail_finding.look(centre, "s1") == 1
    assert sorted(states(centre)) == ["price_asked:op1", "price_asked:op3"]
    _, facts = facts_of(centre, "price_asked:op1")
    body = written("price_asked", "en", facts | {"store": "N"})[1]
    assert "mailbox 12 (shipping) costs $1,234.50. Until now you have agreed to $10.00." in body
    body = written("price_asked", "fr", facts | {"store": "N"})[1]
    assert "coûte 1\u202f234,50\u00a0$. Jusqu’ici, vous avez accepté 10,00\u00a0$." in body
    body = written("price_asked", "en", facts | {"store": "N", "agreed_cents": "0"})[1]
    assert "costs $1,234.50.\nPlease answer" in body


@pytest.mark.parametrize("entity", ["task", "pickup"])
def test_s15_each_refusal_of_a_card_is_one_e_mail_with_the_amount(centre, entity):
    rows = {
        "task": dataclasses.replace(SHIP, amount_cents=1_250),
        "pickup": Pickup("t1", "a1", "12", "in_progress", "walk_in", ("i1",), amount_cents=1_250),
    }
    put(centre, "item", PIECE)
    mail_finding.look(centre, "s1")
    declined = acted(rows[entity], "op1", f"{entity}.charged", state="payment_declined")
    put(centre, entity, declined)
    assert mail_finding.look(centre, "s1") == 1
    put(centre, entity, dataclasses.replace(declined, remarks=("looked at",)))
    put(centre, entity, acted(declined, "op2", f"{entity}.tried_again", state="paid"))
    assert mail_finding.look(centre, "s1") == 0
    put(centre, entity, acted(declined, "op3", f"{entity}.charged"))
    assert mail_finding.look(centre, "s1") == 1
    account, facts = facts_of(centre, "card_declined:op1")
    assert account == "a1"
    said = {"task": ("shipping", "expédition"), "pickup": ("a pickup", "un ramassage")}[entity]
    assert f"mailbox 12: {said[0]}, $12.50. Nothing" in written("card_declined", "en", facts | {"store": "N"})[1]
    assert f"boîte 12 : {said[1]}, 12,50\u00a0$. Rien" in written("card_declined", "fr", facts | {"store": "N"})[1]


def test_a_question_that_was_answered_before_anybody_looked_is_not_asked_again(centre):
    asked = acted(SHIP, "op1", "task.customer_asked", state="awaiting_customer", amount_cents=123_450)
    put(centre, "task", acted(acted(asked, "op2", "task.customer_answered"), "op3", "task.customer_asked"))
    assert mail_finding.look(centre, "s1") == 1
    assert list(states(centre)) == ["price_asked:op3"]


def test_a_clerks_note_about_storage_is_one_e_mail_for_each_note(centre):
    name = arrived(centre)
    noted = acted(PIECE, "op1", "item.storage_noted", storage_noted_ms=NOON, storage_until="2026-11-13")
    put(centre, "item", noted)
    assert mail_finding.look(centre, "s1") == 1
    put(centre, "item", acted(noted, "op2", "item.moved", shelf="B-2"))
    assert mail_finding.look(centre, "s1") == 0
    put(centre, "item", acted(noted, "op3", "item.storage_noted", storage_until="2026-11-13"))
    assert mail_finding.look(centre, "s1") == 1
    assert sorted(states(centre)) == [name, "storage_noted:op1", "storage_noted:op3"]
    _, facts = facts_of(centre, "storage_noted:op1")
    body = written("storage_noted", "en", facts | {"store": "N"})[1]
    assert "a package for mailbox 12 (M-1) lies at N. Its last free day is 2026-11-13" in body


def test_free_days_that_end_soon_are_written_about_once(centre, clock):
    name = arrived(centre)
    found = []
    for _ in range(12):
        clock.now += DAY
        if mail_finding.stores(centre):
            found.append(mail_finding.look(centre, "s1"))
    assert found == [0, 1] + [0] * 10  # 7 free days, told 5 days before their end
    assert list(states(centre)) == [name, "storage_ends:i1"]
    assert mail_finding.stores(centre) == []


def test_pages_that_end_inside_an_operation_lose_nothing(centre, monkeypatch):
    monkeypatch.setattr(mail_finding, "ROWS_AT_ONCE", 3)
    for number in range(10):
        put(centre, "item", dataclasses.replace(PIECE, id=f"i{number}"))
    centre.db.transact(lambda connection: connection.execute(update(state_row).values(seq=state_row.c.seq / 2 + 1)))
    while mail_finding.stores(centre):
        mail_finding.look(centre, "s1")
    assert len(states(centre)) == 10


@pytest.mark.parametrize("language", [*LANGUAGES, "de"])
@pytest.mark.parametrize("template", TEMPLATES)
def test_every_text_is_whole_and_plain(template, language):
    facts = {"mailbox": "12", "mail_id": "M-1", "mail_type": "large_envelope", "store": "A\r\nB", "count": "2"}
    more = {"until": "2026-12-01", "reason": "late", "text": "The flap\r\nis torn.", "pages": "3"}
    more |= {"task": "check_deposit", "why": "other", "comment": "no\r\nname", "amount_cents": "1250"}
    subject, body = written(template, language, facts | more)
    assert "{" not in subject + body
    assert "\n" not in subject
    assert "A B" in body


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_kind_and_no_reason_is_told_in_the_programs_own_words(language):
    told = {"mailbox": "12", "store": "N", "count": "1", "comment": ""}
    for kind in TaskKind:
        for why in DECLINE_REASONS:
            body = written("task_declined", language, told | {"task": kind.value, "why": why})[1]
            assert why == "other" or why.replace("_", " ") not in body
            assert why == "other" or "\n\n\n" not in body
            assert language == "en" or kind.value.replace("_", " ") not in body


def test_an_operator_reads_what_each_e_mail_is_about():
    assert set(words.MAILS) == set(TEMPLATES)


# ---------------------------------------------------------------- sending


def test_it_is_sent_with_an_id_made_from_its_name(centre):
    with SmtpServer() as server:
        name = arrived(centre)
        assert mail.send_one(centre, config(server), "s1", name) == "sent"
        assert mail.send_one(centre, config(server), "s1", name) == ""
    (text,) = server.got
    said = read(text)
    assert said["Message-ID"] == mail.message_id("s1", name, "post@northgate.example")
    assert (said["To"], said["From"]) == ("ann@example.org", "post@northgate.example")
    assert said["Subject"] == "Something has arrived for PMB 12"
    assert "a package has arrived for mailbox 12 at Northgate Mail (M-1)" in said.get_content()
    assert states(centre)[name] == ("sent", "")


@pytest.mark.parametrize(
    ("how", "state"),
    [
        ("refuse", ("given_up", "mail.refused")),
        ("put_off", ("queued", "mail.put_off")),
        ("cut_early", ("queued", "mail.server_away")),
        ("refuse_text", ("given_up", "mail.refused")),
        ("cut", ("doubtful", "mail.no_answer")),
        ("silent", ("doubtful", "mail.no_answer")),
        ("keeps", ("doubtful", "mail.no_answer")),
    ],
)
def test_what_a_server_does_decides_what_the_row_says(centre, clock, how, state):
    with SmtpServer(behave=[how]) as server:
        name = arrived(centre)
        mine = dataclasses.replace(config(server), timeout_s=0.5)
        assert mail.send_one(centre, mine, "s1", name) == state[0]
        assert states(centre)[name] == state
        clock.now += DAY
        again = mail.send_one(centre, mine, "s1", name)
    assert again == ("sent" if state[0] == "queued" else "")
    assert len(server.got) == (1 if state[0] == "queued" or how == "keeps" else 0)


def test_a_server_that_is_away_is_asked_again_with_growing_waits_and_given_up(centre, clock):
    with SmtpServer() as server:
        pass
    name, waits = arrived(centre), []
    while mail.send_one(centre, config(server), "s1", name) == "queued":
        with centre.db.read() as connection:
            due = connection.execute(select(mail_table.c.next_try_ms)).scalar_one()
        waits.append(due - clock.now)
        assert mail.send_one(centre, config(server), "s1", name) == ""
        clock.now = due
    assert waits == [min(5_000 * 2**number, 3_600_000) for number in range(mail.TRIES_MAX - 1)]
    assert states(centre)[name] == ("given_up", "mail.server_away")
    centre.db.transact(lambda connection: mail.send_again(connection, "s1", name, clock.now), "s1")
    assert states(centre)[name] == ("queued", "")
    with pytest.raises(Refusal, match=r"mail\.not_open"):
        centre.db.transact(lambda connection: mail.send_again(connection, "s1", name, clock.now), "s1")


class PowerCutError(BaseException):
    """The process is gone: nothing behind it runs."""


@pytest.mark.parametrize("place", ["compose", "send", "before_data", "after_data"])
def test_one_send_whatever_crashes(centre, clock, monkeypatch, place):
    """Before the text was handed over it is sent later; behind it nobody knows, and it is never sent by itself."""
    with SmtpServer() as server:
        name = arrived(centre)

        def cut(*_args, **_more):
            raise PowerCutError

        with monkeypatch.context() as broken:
            if place in ("compose", "send"):
                broken.setattr(mail, place, cut)
            elif place == "before_data":
                broken.setattr(smtp_line, "_agree", cut)
            else:
                real = smtp_line.send

                def cut_behind(*args):
                    real(*args)
                    raise PowerCutError

                broken.setattr(mail, "send", cut_behind)
            with pytest.raises(PowerCutError):
                mail.send_one(centre, config(server), "s1", name)
        assert mail.send_one(centre, config(server), "s1", name) == ""  # the claim still runs
        clock.now += mail.LEASE_MS
        wanted = "doubtful" if place == "after_data" else "sent"
        assert mail.send_one(centre, config(server), "s1", name) == wanted
    assert len(server.got) == 1


def test_two_workers_send_one_mail_once(centre):
    with SmtpServer() as server:
        name = arrived(centre)
        found = []
        start = threading.Barrier(2)

        def work():
            start.wait(5)
            found.append(mail.send_one(centre, config(server), "s1", name))

        threads = [threading.Thread(target=work) for _ in range(2)]
        for one in threads:
            one.start()
        for one in threads:
            one.join(10)
    assert sorted(found) == ["", "sent"]
    assert len(server.got) == 1


@pytest.mark.parametrize(
    "address",
    [
        "ann@example.org\r\nBcc: all@example.org",
        "ann@example.org, b@example.org",
        "<ann@example.org>",
        "ann",
        "a b@c.d",
    ],
)
def test_an_address_that_is_more_than_one_is_given_up_before_anybody_is_asked(centre, address):
    with SmtpServer() as server:
        name = arrived(centre)
        put(centre, "account", ANN, email=address)
        assert mail.send_one(centre, config(server), "s1", name) == "given_up"
    assert states(centre)[name] == ("given_up", "mail.address_wrong")
    assert server.said == []


def test_a_customer_without_an_address_is_not_written_to(centre):
    with SmtpServer() as server:
        name = arrived(centre)
        put(centre, "account", ANN, email="")
        assert mail.send_one(centre, config(server), "s1", name) == "given_up"
    assert states(centre)[name] == ("given_up", "mail.no_address")


def test_a_line_break_in_a_fact_begins_no_header(centre):
    with SmtpServer() as server:
        put(centre, "account", ANN)
        put(centre, "item", PIECE, mailbox="12\r\nBcc: all@example.org\r\n\r\nHello")
        mail_finding.look(centre, "s1")
        assert mail.send_one(centre, config(server), "s1", "arrived:i1:a1") == "sent"
    said = read(server.got[0])
    assert said["Bcc"] is None
    assert said["Subject"] == "Something has arrived for PMB 12 Bcc: all@example.org Hello"
    made = compose(config(server), "a@example.org", "<x@y>", "s", "b", "now")
    assert made["To"] == "a@example.org"
    with pytest.raises(NotSent, match=r"mail\.header_wrong"):
        compose(config(server), "a@example.org", "<x@y>", "s\r\nBcc: b@example.org", "b", "now")


# ---------------------------------------------------------------- the line


def test_tls_is_needed_but_on_this_computer():
    with pytest.raises(ValueError, match="without TLS"):
        MailConfig("mail.example.org", 25, "a@example.org", "none")
    with pytest.raises(ValueError, match="sender"):
        MailConfig("mail.example.org", 25, "a@example.org\nBcc: x@example.org")
    with pytest.raises(ValueError, match="security"):
        MailConfig("mail.example.org", 25, "a@example.org", "maybe")


def test_a_server_that_offers_no_tls_gets_nothing(centre):
    with SmtpServer() as server:
        name = arrived(centre)
        wanted = dataclasses.replace(config(server), security="starttls", username="u", password="canary")
        assert mail.send_one(centre, wanted, "s1", name) == "queued"
    assert not any("canary" in one or one.startswith(("AUTH", "MAIL")) for one in server.said)


def test_a_certificate_of_somebody_else_gets_nothing(centre, tmp_path):
    ours, theirs = certificate(tmp_path, "ours"), certificate(tmp_path, "theirs")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(ours)
    with SmtpServer(tls=context) as server:
        name = arrived(centre)
        wanted = dataclasses.replace(config(server), security="starttls", ca_file=str(theirs))
        assert mail.send_one(centre, wanted, "s1", name) == "queued"
        assert not any(one.startswith("MAIL") for one in server.said)
        centre.clock.now += DAY
        assert mail.send_one(centre, dataclasses.replace(wanted, ca_file=str(ours)), "s1", name) == "sent"
    assert len(server.got) == 1


def certificate(folder, name):
    from datetime import UTC, datetime, timedelta
    from ipaddress import ip_address

    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = folder / f"{name}.pem"
    path.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        + made.public_bytes(serialization.Encoding.PEM)
    )
    return path


def test_the_configuration_is_a_file_and_the_password_another(tmp_path):
    (tmp_path / "password").write_text("open sesame\n")
    path = tmp_path / "mail.toml"
    text = '[mail]\nhost = "mail.example.org"\nport = 587\nsender = "post@example.org"\nusername = "post"\n'
    path.write_text(text + f'password_file = "{tmp_path / "password"}"\n')
    found = read_config(path)
    assert (found.host, found.security, found.password) == ("mail.example.org", "starttls", "open sesame")
    assert "sesame" not in repr(found)
    for wrong in ("", "mail = 5", '[mail]\nhost = "x"', text + "pasword = 1"):
        path.write_text(wrong)
        with pytest.raises(ValueError, match="mail:"):
            read_config(path)


def test_a_running_centre_writes_to_the_customer_and_its_log_names_nobody(tmp_path, caplog, monkeypatch):
    caplog.set_level(logging.DEBUG)
    monkeypatch.setattr(mail, "LOOK_EVERY_S", 0.02)
    with SmtpServer() as server:
        made = EmbeddedCentre(tmp_path / "c.db", platform_token=PLATFORM_TOKEN)
        made.more = {"mail": config(server)}
        made.start()
        platform = Platform(made.base_url)
        platform.store("s1")
        station = Station(made.base_url, platform, "s1")
        station.clerk = platform.clerk("s1")
        account = platform.account("s1")
        end = time.monotonic() + 10
        # The first look only notes where it begins.
        while not mail_look_was_taken(made):
            assert time.monotonic() < end
        station.push(station.seal(received_now(station, account)))
        while not server.got:
            assert time.monotonic() < end
        made.stop()
        station.close()
        platform.close()
    assert read(server.got[0])["To"] == "a@example.org"
    assert "a@example.org" not in "\n".join(one.getMessage() for one in caplog.records)


def received_now(station, account):
    import base64

    from counter_app.domain import evidence

    op = station.received(account)
    core = evidence.parse(base64.b64decode(op["core"]))
    station.n, station.prev = core["n"] - 1, core["prev"]
    return core | {"at_ms": wall_ms()}


def mail_look_was_taken(made):
    from central_service.database import Database
    from central_service.mail_tables import mail_seen

    db = Database(made._url)
    try:
        with db.read() as connection:
            return connection.execute(select(mail_seen.c.store_id)).first() is not None
    finally:
        db.close()
