"""Parcels with a label: scanned one by one as the carrier's driver takes them, printed again, taken back (2.6)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout

from counter_app.errors import CounterError
from counter_app.events import ManifestChanged, RowsArrived, TaskChanged
from counter_app.ports import RawScan
from ui.acts import carrier_name
from ui.buttons import button
from ui.entries import beside, combo, field
from ui.notices import EmptyState
from ui.pages import pickup_words
from ui.pages.watched_list import WatchedList
from ui.sentences import say, sentence
from ui.table import Column, Rows, RowsModel, RowTable
from ui.widgets import Card, lay, row, text_label

if TYPE_CHECKING:
    from ui.pages.page import Page


class ParcelsOut(WatchedList):
    """One carrier at a time. A scan puts a parcel on the list; what was not scanned stays here."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._lists: tuple[Any, ...] = ()
        self._scans: list[str] = []
        self._busy = False
        self.carrier = combo(QCoreApplication.translate("Ship", "Carrier"), ())
        self.carrier.setFixedWidth(200)
        self.carrier.changed.connect(lambda _key: self._show(self._lists))
        self.count = text_label("", "strong")
        self.others = [
            button(
                QCoreApplication.translate("Ship", "Bundles"), "link", "", "Ctrl+B", clicked=lambda: self._go("bundles")
            ),
            button(
                QCoreApplication.translate("Ship", "Rate tables"),
                "link",
                "",
                "Ctrl+T",
                clicked=lambda: self._go("rate_tables"),
            ),
        ]
        columns = (
            Column("who", QCoreApplication.translate("Ship", "Parcel"), 0, "two_line"),
            Column("service", QCoreApplication.translate("Ship", "Service"), 150, gives_way=True),
            Column("tracking", QCoreApplication.translate("Ship", "Tracking number"), 230, "mono"),
            Column("state", QCoreApplication.translate("Ship", "State"), 150, "pill"),
        )
        self.table = RowTable(RowsModel(columns, Rows()), QCoreApplication.translate("Ship", "Parcels for the carrier"))
        self.empty = EmptyState(
            "truck",
            QCoreApplication.translate("Ship", "No parcel waits for a carrier"),
            QCoreApplication.translate("Ship", "Parcels appear here as soon as their label is made."),
        )
        sheet = Card(margins=(0, 0, 0, 0))
        sheet.body.addWidget(self.table)
        sheet.body.addWidget(self.empty)
        self.driver = field(QCoreApplication.translate("Ship", "Driver"), max_chars=60)
        self.driver.setFixedWidth(220)
        self.driver.entered.connect(lambda _text: self.hand_over())
        self.go = button(
            QCoreApplication.translate("Ship", "Hand over"), "primary", "truck", "Ctrl+Return", clicked=self.hand_over
        )
        self.off = button(QCoreApplication.translate("Ship", "Driver left it"), shortcut="Ctrl+M", clicked=self._off)
        self.again = button(
            QCoreApplication.translate("Ship", "Print label again"), "second", "printer", "Ctrl+P", clicked=self._again
        )
        self.slip = button(QCoreApplication.translate("Ship", "Packing slip"), "second", "receipt", clicked=self._slip)
        self.reason = field(QCoreApplication.translate("Ship", "Why is the label taken back?"), max_chars=200)
        self.reason.entered.connect(lambda _text: self._void())
        self.void = button(QCoreApplication.translate("Ship", "Void label"), "danger", "undo-2", clicked=self._void)
        above = row(self.carrier, beside(self.count), None, *map(beside, self.others), gap=12)
        below = row(
            beside(self.off),
            beside(self.again),
            beside(self.slip),
            None,
            self.driver,
            beside(self.go),
            gap=8,
        )
        voiding = row(self.reason, beside(self.void), beside(self.back), gap=8)
        voiding.setStretch(0, 1)
        whole = lay(QVBoxLayout(self), above, self.note, sheet, below, voiding, gap=12)
        whole.setStretch(2, 1)

    # ------------------------------------------------------------ showing

    def refresh(self) -> None:
        if self.page.doing.clerk is not None:
            self.page.doing.do(self.rooms.parcels.lists, done=self._show)

    def heard(self, event: object) -> None:
        if isinstance(event, (ManifestChanged, TaskChanged, RowsArrived)) and not self._busy:
            self.refresh()

    def _show(self, lists: tuple[Any, ...]) -> None:
        self._lists = lists
        if [one.carrier for one in lists] != [key for key, _ in self._known()]:
            self.carrier.set_items([(one.carrier, carrier_name(one.carrier)) for one in lists])
        chosen = self._chosen()
        waiting = chosen.waiting if chosen else ()
        self.page.head.set_title(QCoreApplication.translate("Ship", "Parcels for the carrier"))
        self.page.head.set_subtitle(sentence("parcels.how"))
        rows = [
            {
                "id": one.task_id,
                "who": one.holder or pickup_words.pmb(one.mailbox),
                "who_note": f"{pickup_words.pmb(one.mailbox)} · {one.to}",
                "service": one.service,
                "tracking": one.tracking or "–",
                "state": QCoreApplication.translate("Ship", "Scanned")
                if one.on_list
                else QCoreApplication.translate("Ship", "Not scanned"),
                "state_kind": "ok" if one.on_list else "warn",
            }
            for one in waiting
        ]
        at = max(0, self.table.currentIndex().row())
        self.table.rows.set_source(Rows(rows))
        self.table.select_row(min(at, len(rows) - 1))
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.carrier.setVisible(bool(lists))
        scanned = chosen.scanned if chosen else 0
        self.count.setText(
            QCoreApplication.translate("Ship", "{count} of {all} scanned").format(count=scanned, all=len(rows))
            if rows
            else ""
        )
        self.go.setEnabled(scanned > 0)
        for one in (self.off, self.again, self.slip, self.void):
            one.setEnabled(bool(rows))

    def _known(self) -> list[tuple[str, str]]:
        box = self.carrier.box
        return [(str(box.itemData(n)), box.itemText(n)) for n in range(box.count())]

    def _chosen(self) -> Any:
        return next((one for one in self._lists if one.carrier == self.carrier.key()), None)

    def _row(self) -> str:
        chosen = self.table.current_row()
        return str(chosen["id"]) if chosen else ""

    # ------------------------------------------------------------ the driver

    def scanned(self, scan: RawScan) -> bool:
        self._scans.append(scan.text)
        self._next()
        return True

    def _next(self) -> None:
        if not self._scans or self._busy or not self.carrier.key():
            if not self.carrier.key():
                self._scans.clear()
                self.tell(sentence("parcels.none_waiting"))
            return
        text, carrier, parcels = self._scans.pop(0), self.carrier.key(), self.rooms.parcels
        self._busy = True
        self.page.doing.do(
            lambda desk, actor: parcels.scan(desk, actor, parcels.begin(desk, actor, carrier).id, text),
            done=lambda _list: self._took(),
            failed=self._not_taken,
        )

    def _took(self) -> None:
        self._busy = False
        self.window_.play("taken")
        self.note.hide()
        self.refresh()
        self._next()

    def _not_taken(self, error: CounterError) -> None:
        self._busy = False
        self.refused(error)
        self._next()

    def hand_over(self) -> None:
        chosen = self._chosen()
        if chosen is not None and chosen.manifest is not None:
            hand_over = self.rooms.parcels.hand_over
            text = self.driver.text()
            self.page.doing.do(hand_over, chosen.manifest.id, text, done=self._handed, failed=self.refused)

    def _handed(self, manifest: Any) -> None:
        self.driver.clear()
        self.note.hide()
        self.window_.play("taken")
        text = QCoreApplication.translate("Ship", "%n parcel(s) handed over", "", len(manifest.entries))
        self.window_.toasts.show_toast(text)
        self.refresh()

    def _off(self) -> None:
        chosen = self._chosen()
        if chosen is not None and chosen.manifest is not None and self._row():
            take_off = self.rooms.parcels.take_off
            self.page.doing.do(
                take_off, chosen.manifest.id, self._row(), done=lambda _list: self.refresh(), failed=self.refused
            )

    # ------------------------------------------------------------ the label

    def _again(self) -> None:
        if self._row():
            self._paper(self.rooms.ship_label.print_again, sentence("parcels.again"))

    def _slip(self) -> None:
        if self._row():
            self._paper(self.rooms.ship_label.print_slip, sentence("parcels.slip"))

    def _paper(self, use_case: Any, text: str) -> None:
        self.page.doing.do(use_case, self._row(), done=lambda _job: self.tell(text, "ok"), failed=self.refused)

    def _void(self) -> None:
        if self._row():
            void = self.rooms.ship_label.void
            self.page.doing.do(void, self._row(), self.reason.text(), done=self._voided, failed=self._not_voided)

    def _voided(self, gone: Any) -> None:
        self.reason.clear()
        self.tell(sentence(gone.money), "info")
        self.refresh()

    def _not_voided(self, error: CounterError) -> None:
        if error.code == "task.reason_missing":
            self.window_.play("refused")
            self.reason.show_error(sentence("parcels.void_why"))
            self.reason.setFocus()
        else:
            self.window_.play("refused")
            self.tell(say(error))

    def _go(self, key: str) -> None:
        show: Any = getattr(self.page, "show_list", None)
        if show is not None:
            self.note.hide()
            show(key)
