"""The steps of a hand-over, each a line with its tick and a body that opens when it is its turn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, Qt
from PySide6.QtGui import QImageWriter
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QVBoxLayout, QWidget

from counter_app.domain.values import Money, spoken_mail_id
from ui.buttons import Button, button
from ui.entries import field
from ui.figures import money
from ui.pages import pickup_words as words
from ui.pages.hand_over_states import EARLY, SETTLED, amount_of
from ui.pages.paper_box import PaperBox
from ui.sentences import sentence
from ui.signing import SignaturePad
from ui.table import Column, Rows, RowsModel, RowTable
from ui.widgets import lay, row, rule, text_label

if TYPE_CHECKING:
    from counter_app.desk.pickups import Visit

PEOPLE_SHOWN = 6
NAME_SHOWN = 26


class IdBody(QWidget):
    """Which kind of ID, and whose. `checked(name, id_type)` is called when both are there; a typed line of a passport
    goes to `document` instead."""

    def __init__(self, checked: Callable[[str, str], object], document: Callable[[str], bool], paper: PaperBox) -> None:
        super().__init__()
        self._checked, self._document = checked, document
        self.paper = paper
        self._group = QButtonGroup(self)
        self.types: dict[str, Button] = {}
        kinds = QGridLayout()
        kinds.setContentsMargins(0, 0, 0, 0)
        kinds.setSpacing(8)
        for n, (key, text) in enumerate(words.id_types()):
            one = button(text, "filter", "", f"Alt+{n + 1}")
            self._group.addButton(one)
            self.types[key] = one
            kinds.addWidget(one, n // 3, n % 3)
        self._people = QGridLayout()
        self._people.setContentsMargins(0, 0, 0, 0)
        self._people.setSpacing(8)
        self.buttons: list[Button] = []
        self._shown: tuple[str, ...] = ()
        self.name = field(
            QCoreApplication.translate("Pickups", "Somebody else: the name as it stands on the ID"), max_chars=120
        )
        self.name.entered.connect(self._typed)
        self.write_paper = button(
            QCoreApplication.translate("Pickups", "Somebody brings a written authorisation"),
            "second",
            "file-text",
            "Alt+7",
        )
        self.problem = text_label("", "error", wrap=True)
        self.problem.hide()
        self._usual = QWidget()
        self._usual.setObjectName("plain")
        lay(
            QVBoxLayout(self._usual),
            text_label(
                QCoreApplication.translate("Pickups", "Kind of photo ID, or scan a licence, a passport or an ID card"),
                "caption",
            ),
            kinds,
            text_label(QCoreApplication.translate("Pickups", "Who is it? These may collect:"), "caption"),
            self._people,
            self.name,
            self.problem,
            row(self.write_paper, None),
            gap=8,
        )
        self.paper.toggled.connect(lambda is_open: self._usual.setVisible(not is_open))
        lay(QVBoxLayout(self), self._usual, self.paper, None, gap=8, margins=(34, 0, 0, 6))

    def show_people(self, names: Sequence[str], on_paper: Sequence[str] = ()) -> None:
        """One button for each person who may collect; those of a written authorisation carry its sign."""
        if tuple(names) == self._shown:
            return
        self._shown = tuple(names)
        for old in self.buttons:
            old.hide()
            old.deleteLater()
        self.buttons = []
        for n, name in enumerate(names[:PEOPLE_SHOWN]):
            short = name if len(name) <= NAME_SHOWN else name[: NAME_SHOWN - 1] + "…"
            icon = "file-text" if name in on_paper else "user-round"
            one = button(short, "second", icon, f"Ctrl+{n + 1}", accessible=name)
            one.clicked.connect(lambda _checked=False, name=name: self.collect(name))
            self._people.addWidget(one, n // 2, n % 2)
            self.buttons.append(one)

    def id_type(self) -> str:
        return next((key for key, one in self.types.items() if one.isChecked()), "")

    def collect(self, name: str) -> None:
        self._checked(name, self.id_type())

    def _typed(self, text: str) -> None:
        if self._document(text):
            self.name.clear()
        else:
            self.collect(text)

    def show_problem(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def reset(self) -> None:
        """For another customer: nothing of the one before stays."""
        self._group.setExclusive(False)
        for one in self.types.values():
            one.setChecked(False)
        self._group.setExclusive(True)
        self.name.clear()
        self.show_problem("")
        self.paper.close_box()


class PiecesBody(QWidget):
    """The pieces with their shelves; ticked as they are scanned. `missing` and `leave` get one id, `more` several."""

    def __init__(
        self,
        missing: Callable[[str], object],
        more: Callable[[tuple[str, ...]], object],
        leave: Callable[[str], object],
    ) -> None:
        super().__init__()
        self._missing, self._more, self._leave = missing, more, leave
        columns = (
            Column("piece", QCoreApplication.translate("Pickups", "Piece"), 0, "two_line"),
            Column("tracking", QCoreApplication.translate("Pickups", "Tracking no."), 168, "mono"),
            Column("shelf", QCoreApplication.translate("Pickups", "Shelf"), 76, "strong"),
            Column("status", QCoreApplication.translate("Pickups", "Status"), 128, "pill"),
        )
        self.table = RowTable(
            RowsModel(columns, Rows()), QCoreApplication.translate("Pickups", "Pieces of this pickup")
        )
        self.table.selected_row.connect(lambda _row: self._enable())
        self.missing = button(
            QCoreApplication.translate("Pickups", "Not on the shelf"), shortcut="Ctrl+M", clicked=self._not_there
        )
        self.more = button(QCoreApplication.translate("Pickups", "More pieces"), shortcut="Ctrl+P", clicked=self._add)
        self.stays = button(QCoreApplication.translate("Pickups", "Stays here"), shortcut="Ctrl+S", clicked=self._stay)
        self._others: tuple[str, ...] = ()
        self._own = 0
        self._may = False
        acts = row(self.missing, self.stays, self.more, None, gap=8)
        inside = lay(QVBoxLayout(self), self.table, acts, gap=8, margins=(20, 0, 0, 6))
        inside.setStretch(0, 1)

    def show_pieces(self, visit: Visit) -> None:
        """The pickup's pieces, then those of the same mailbox that could go too."""
        self._may = visit.pickup.state == "in_progress"
        rows = [_piece(item, *_scan_state(visit, item.id)) for item in visit.items]
        self._own = len(rows)
        self._others = tuple(item.id for item in visit.more) if self._may else ()
        also = QCoreApplication.translate("Pickups", "Not in pickup")
        if self._may:
            rows += [_piece(item, also, "") for item in visit.more]
        chosen = self.table.current_row().get("id")
        self.table.rows.set_source(Rows(rows))
        keep = next(
            (n for n, one in enumerate(rows) if one["id"] == chosen and (one["todo"] or chosen in self._others)), -1
        )
        to_scan = next((n for n, one in enumerate(rows) if one["todo"]), -1)
        if max(keep, to_scan) >= 0:
            self.table.select_row(keep if keep >= 0 else to_scan)
        self._enable()

    def _enable(self) -> None:
        chosen = self.table.current_row()
        self.missing.setEnabled(self._may and bool(chosen.get("todo")))
        # One piece at least goes out: else the pickup is given up.
        self.stays.setEnabled(self._may and self._own > 1 and bool(chosen) and chosen.get("id") not in self._others)
        self.more.setVisible(bool(self._others))
        count = len(self._others)
        text = QCoreApplication.translate("Pickups", "Add all %n other(s)", "", count)
        if chosen.get("id") in self._others:
            text = QCoreApplication.translate("Pickups", "Add this piece")
        self.more.set_text(text)

    def _not_there(self) -> None:
        chosen = self.table.current_row()
        if self._may and chosen.get("todo"):
            self._missing(str(chosen["id"]))

    def _stay(self) -> None:
        if self.stays.isEnabled():
            self._leave(str(self.table.current_row()["id"]))

    def _add(self) -> None:
        chosen = self.table.current_row().get("id")
        if self._others:
            self._more((str(chosen),) if chosen in self._others else self._others)


def _scan_state(visit: Visit, item_id: str) -> tuple[str, str]:
    if item_id in visit.pickup.missing:
        return QCoreApplication.translate("Pickups", "Not found"), "bad"
    if item_id in visit.pickup.scanned:
        return QCoreApplication.translate("Pickups", "Scanned"), "ok"
    return QCoreApplication.translate("Pickups", "To scan"), "warn"


def _piece(item: Any, status: str, kind: str) -> dict[str, Any]:
    return {
        "id": item.id,
        "piece": words.described(item),
        "piece_note": spoken_mail_id(item.mail_id),
        "tracking": item.tracking,
        "shelf": item.shelf or "–",
        "status": status,
        "status_kind": kind,
        "todo": kind == "warn",
    }


class FeeBody(QWidget):
    """The lines of the fee and the one way on that its state allows."""

    def __init__(self, charge: Callable[[], object], later: Callable[[], object], again: Callable[[], object]) -> None:
        super().__init__()
        self._lines = QGridLayout()
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setVerticalSpacing(6)
        self._lines.setColumnStretch(0, 1)
        self.state = text_label("", "muted", wrap=True)
        self.charge = button(
            QCoreApplication.translate("Pickups", "Charge the card"), "primary", "receipt", "F9", clicked=charge
        )
        self.later = button(
            QCoreApplication.translate("Pickups", "Charge later"), "primary", "clock", "F9", clicked=later
        )
        self.again = button(
            QCoreApplication.translate("Pickups", "Try again"), "primary", "refresh-cw", "F9", clicked=again
        )
        for one in (self.charge, self.later, self.again):
            one.hide()
        lay(
            QVBoxLayout(self),
            self._lines,
            rule(),
            self.state,
            row(self.charge, self.later, self.again, None, gap=8),
            None,
            gap=10,
            margins=(34, 2, 0, 6),
        )

    def show_visit(self, visit: Visit, online: bool, settings: Any) -> None:
        """The fee of this pickup and the one way on; "checking" is all that a charge without an answer says."""
        state, amount = visit.pickup.state, amount_of(visit)
        self.show_lines(visit, amount.cents)
        if state == "payment_declined":
            text = QCoreApplication.translate(
                "Pickups", "Card declined: ask the customer to update the payment method."
            )
            self.show_way(text, "bad", "again")
        elif state in SETTLED:
            self.show_way("", "muted")
        elif EARLY & set(visit.open_gaps):
            text = QCoreApplication.translate("Pickups", "First the ID and every piece, then the fee.")
            self.show_way(text, "muted")
        elif state == "charging" and online:
            text = QCoreApplication.translate(
                "Pickups", "Checking… The bank has not answered. Nothing leaves before it does."
            )
            self.show_way(text, "warn")
        elif online:
            charge = QCoreApplication.translate("Pickups", "Charge {amount}").format(amount=money(amount))
            self.show_way("", "muted", "charge", charge)
        else:
            self._show_offline(state, amount, settings)

    def _show_offline(self, state: str, amount: Money, settings: Any) -> None:
        limit = Money(settings.offline_limit_cents, amount.currency)
        if settings.offline_handover != "charge_later":
            self.show_way(sentence("pickup.offline_refused"), "warn")
        elif amount.cents > limit.cents:
            self.show_way(sentence("pickup.offline_limit"), "warn")
        else:
            text = (
                QCoreApplication.translate("Pickups", "Checking… There is no internet, so no answer can come.")
                if state == "charging"
                else QCoreApplication.translate("Pickups", "There is no internet: the card cannot be charged now.")
            )
            later = QCoreApplication.translate("Pickups", "Charge later (up to {limit})")
            self.show_way(text, "warn", "later", later.format(limit=money(limit)))

    def show_lines(self, visit: Visit, total_cents: int) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        shown = [(words.fee_line(line), money(line.amount), "body") for line in visit.fee_lines]
        total = money(type(visit.due)(total_cents, visit.due.currency))
        shown.append((QCoreApplication.translate("Pickups", "Total"), total, "strong"))
        for n, (text, amount, role) in enumerate(shown):
            self._lines.addWidget(text_label(text, role), n, 0)
            right = text_label(amount, role)
            right.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._lines.addWidget(right, n, 1)

    def show_way(self, text: str, role: str, way: str = "", way_text: str = "") -> None:
        """What stands about the fee, and which of the three buttons helps: charge, later, again or none."""
        self.state.setText(text)
        self.state.set_role(role)
        self.state.setVisible(bool(text))
        for key, one in (("charge", self.charge), ("later", self.later), ("again", self.again)):
            one.setVisible(key == way)
            if key == way and way_text:
                one.set_text(way_text)


class SignBody(QWidget):
    """The pad; `accept(png)` gets the picture, which the desk measures; `refuse()` when nobody will sign."""

    def __init__(self, accept: Callable[[bytes], object], refuse: Callable[[], object]) -> None:
        super().__init__()
        self._accept = accept
        self.pad = SignaturePad(QCoreApplication.translate("Pickups", "Signature of the collector"))
        self.pad.setMaximumSize(560, 300)
        self.caption = text_label("", "caption")
        self.ok = button(
            QCoreApplication.translate("Pickups", "Accept"), "primary", "check", "Ctrl+G", clicked=self.accept
        )
        self.wipe = button(QCoreApplication.translate("Pickups", "Clear"), shortcut="Ctrl+R", clicked=self.pad.clear)
        self.refuse = button(
            QCoreApplication.translate("Pickups", "Refuses to sign"), shortcut="Ctrl+J", clicked=refuse
        )
        inside = lay(
            QVBoxLayout(self),
            self.caption,
            self.pad,
            row(self.ok, self.wipe, self.refuse, None, gap=8),
            gap=8,
            margins=(34, 0, 0, 6),
        )
        inside.setStretch(1, 1)
        inside.addStretch(0)

    def accept(self) -> None:
        self._accept(png_of(self.pad))


def png_of(pad: SignaturePad) -> bytes:
    """The signature as a PNG file."""
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(pad.image())
    buffer.close()
    return bytes(kept.data())
