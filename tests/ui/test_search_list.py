"""Accounts under the scan box: they follow the typing, the focus stays where it is, and late answers are dropped."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from counter_app.desk import receiving
from counter_app.desk.looking_up import Found
from counter_app.desk.receiving import Arrival
from counter_app.domain.mailbox import Account
from counter_app.ports import RawScan

KEY = Qt.Key


class Typing:
    def __init__(self, bench: Any, qtbot: Any) -> None:
        self.bench, self.qtbot, self.window = bench, qtbot, bench.window
        self.box, self.list = bench.window.scan_box, bench.window.search_list
        self.window.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is self.window, timeout=2_000)
        self.window.focus_scan_box()

    def type(self, text: str) -> None:
        QTest.keyClicks(self.box, text)
        self.qtbot.waitUntil(lambda: self.list._asked == self.box.text(), timeout=2_000)
        self.bench.settle()

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(self.box, key)
        self.bench.settle()

    def shown(self) -> list[str]:
        rows = self.list.table.rows
        return [rows.row_at(n)["who"] for n in range(rows.rowCount())] if self.list.is_open() else []


@pytest.fixture
def typing(bench: Any, qtbot: Any) -> Typing:
    bench.counter.account("a1", "214", "Amara Okafor")
    bench.counter.account("a2", "215", "Amara Oldman", state="on_hold")
    bench.counter.account("a3", "331", "Wei-Lin Chen")
    bench.sign_in(4)
    return Typing(bench, qtbot)


def test_accounts_drop_down_while_one_types_and_the_focus_stays(typing: Typing) -> None:
    typing.type("amar")
    assert typing.shown() == ["Amara Okafor", "Amara Oldman"]
    assert typing.list.table.rows.row_at(1)["state"] == "On hold"
    assert QApplication.focusWidget() is typing.box
    typing.type("a ok")
    assert typing.shown() == ["Amara Okafor"]


def test_down_and_enter_open_the_answer_for_that_account(typing: Typing) -> None:
    typing.type("amar")
    typing.key(KEY.Key_Down)
    typing.key(KEY.Key_Down)
    typing.key(KEY.Key_Up)
    typing.key(KEY.Key_Down)
    typing.key(KEY.Key_Return)
    assert typing.window.page is typing.window.answer_page
    assert typing.window.answer_page.answer.account.id == "a2"
    assert typing.box.text() == ""
    assert not typing.list.is_open()


def test_enter_without_a_choice_asks_what_was_typed(typing: Typing) -> None:
    typing.window.go("answer")
    typing.type("amar")
    typing.key(KEY.Key_Return)
    assert typing.window.answer_page.answer.subject == "choice"
    assert not typing.list.is_open()


def test_escape_closes_the_list_and_keeps_the_text(typing: Typing) -> None:
    typing.type("amar")
    typing.key(KEY.Key_Escape)
    assert not typing.list.is_open()
    assert typing.box.text() == "amar"


def test_an_answer_to_text_that_has_changed_is_dropped(typing: Typing) -> None:
    typing.type("amar")
    late = [Found(Account("x", "9", "active", "Somebody Late"), None, "holder", "Somebody Late", False)]
    typing.list._answered("ama", late)
    assert typing.shown() == ["Amara Okafor", "Amara Oldman"]
    typing.key(KEY.Key_Escape)
    typing.list._answered("amar", late)
    assert typing.shown() == []


def test_a_scan_meanwhile_puts_the_list_away(typing: Typing) -> None:
    typing.type("amar")
    typing.window.take_scan(RawScan(b"331", "331"))
    typing.bench.settle()
    assert not typing.list.is_open()


def _notes(typing: Typing) -> list[str]:
    rows = typing.list.table.rows
    return [rows.row_at(n)["who_note"] for n in range(rows.rowCount())]


def test_a_row_says_by_which_of_its_names_it_was_found(typing: Typing) -> None:
    names = [{"text": "Amara Oldman"}, {"text": "Widow Twankey"}, {"text": "Gone Girl", "valid_to": "2020-01-01"}]
    typing.bench.counter.account(
        "a4", "404", "Amara Oldman", names=names, collectors=[{"name": "Courier Carl"}], email="box@mail.example"
    )
    said = {"twank": "On the form: Widow Twankey", "girl": "No longer on the form: Gone Girl"}
    said |= {"carl": "May collect: Courier Carl", "box@mail": "By e-mail: box@mail.example"}
    for typed, why in said.items():
        typing.window.scan_box.reset()
        typing.type(typed)
        assert _notes(typing) == [f"PMB 404 · {why}"]


def test_a_guess_says_that_it_is_one_and_nothing_is_chosen(typing: Typing) -> None:
    typing.type("okfaor")
    assert typing.shown() == ["Amara Okafor"]
    assert _notes(typing)[0].startswith("Did you mean")
    assert "Did you mean" in typing.list._hint.whole_text()
    assert not typing.list.table.currentIndex().isValid()


def test_a_piece_is_listed_by_its_tracking_number_and_enter_opens_it(typing: Typing) -> None:
    desk, actor = typing.bench.counter.desk, typing.bench.counter.clerk()
    done = receiving.receive(desk, actor, Arrival(account_id="a1", name="Amara Okafor", tracking="1Z999AA10123456784"))
    typing.type("456784")
    assert typing.shown() == ["Piece for Amara Okafor"]
    typing.key(KEY.Key_Down)
    typing.key(KEY.Key_Return)
    assert typing.window.answer_page.answer.item.id == done.item.id


def test_nobody_found_says_so(typing: Typing) -> None:
    typing.type("zzzzqqq")
    assert typing.list.is_open()
    assert typing.shown() == []
    assert "Nobody" in typing.list._hint.whole_text()


def test_nobody_signed_in_sees_no_name(typing: Typing) -> None:
    typing.type("amar")
    typing.window.lock()
    typing.list.search("amar")
    typing.bench.settle()
    assert not typing.list.is_open()
