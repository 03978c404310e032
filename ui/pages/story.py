"""The story of a piece on one screen: who, when, where, which act, sent or not; saved as a PDF (security 5)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt

from counter_app import events
from counter_app.errors import CounterError
from ui import words
from ui.acts import act_name
from ui.buttons import button
from ui.figures import moment_text
from ui.frame import PageHead
from ui.notices import FactGrid
from ui.pages import shelf_words
from ui.pages.page import Page
from ui.pages.photo_box import opened
from ui.pages.story_words import sent_words, told
from ui.signing import PhotoView
from ui.story_export import StoryExport
from ui.table import Column, Rows, RowsModel, RowTable
from ui.widgets import Card, lay, row, text_label

if TYPE_CHECKING:
    from counter_app.desk.custody import Happened, Story
    from ui.window import Window

_STALE = (events.PieceChanged, events.PickupChanged, events.RowsArrived, events.OutcomesArrived)


class StoryPage(Page):
    """The acts in a list, the chosen one beside it; Escape goes back to where the clerk came from."""

    def __init__(self, window: Window) -> None:
        self.save = button(
            QCoreApplication.translate("Story", "Save as PDF"), "second", "file-text", "Ctrl+S", clicked=self.save_pdf
        )
        super().__init__(window, PageHead("", "", self.save))
        self.story: Story | None = None
        self._item_id = ""
        self._back = "today"
        self.export = StoryExport(self)
        columns = (
            Column("what", QCoreApplication.translate("Story", "What happened"), 0, "two_line"),
            Column("when", QCoreApplication.translate("Story", "When"), 150, "two_line"),
            Column("who", QCoreApplication.translate("Story", "Who and where"), 170, "two_line"),
            Column("state", QCoreApplication.translate("Story", "Sent"), 120, "pill"),
        )
        self.table = RowTable(
            RowsModel(columns, Rows()), QCoreApplication.translate("Story", "The story of this piece")
        )
        self.table.selected_row.connect(lambda _row: self._choose())
        sheet = Card(margins=(2, 4, 2, 8))
        sheet.body.addWidget(self.table)
        both = row(sheet, self._make_side(), gap=16)
        both.setStretch(0, 1)
        self.fold(both)
        self.body.addLayout(both, 1)

    def _make_side(self) -> Card:
        side = Card()
        side.setFixedWidth(332)
        self._title = text_label("", "h2", wrap=True)
        self.facts = FactGrid(
            (
                ("when", QCoreApplication.translate("Story", "When, by the store's clock")),
                ("who", QCoreApplication.translate("Story", "Who")),
                ("where", QCoreApplication.translate("Story", "Shelf")),
                ("station", QCoreApplication.translate("Story", "Counter")),
                ("sent", QCoreApplication.translate("Story", "Centre")),
                ("anchor", QCoreApplication.translate("Story", "Anchor")),
                ("said", QCoreApplication.translate("Story", "What was said")),
            ),
            wide=("when", "anchor", "said"),
        )
        self.view = PhotoView(QCoreApplication.translate("Story", "Photo of the piece"))
        self.look = button(
            QCoreApplication.translate("Story", "Look at the photo"),
            "second",
            "image",
            "Ctrl+O",
            clicked=self.see_photo,
        )
        lay(side.body, self._title, self.facts, self.view, self.look, gap=12, margins=(18, 16, 18, 18))
        side.body.setStretch(2, 1)
        return side

    # ------------------------------------------------------------ asking

    def open(self, item_id: str) -> None:
        """Tell the story of this piece."""
        self._item_id = item_id
        self.view.show_nothing(QCoreApplication.translate("Story", "Each look at a photo is noted"))
        self._ask()

    def _ask(self) -> None:
        if self._item_id and self.doing.actor is not None:
            self.doing.do(self.doing.rooms.custody.story, self._item_id, done=self._show)

    def heard(self, event: object) -> None:
        if isinstance(event, _STALE) and self.isVisible():
            self._ask()

    def _show(self, story: Story) -> None:
        self.story = story
        item = story.item
        desk = self.doing.station.desk
        now = desk.local(desk.now_ms())
        self.head.set_title(
            QCoreApplication.translate("Story", "Story of {piece}").format(piece=words.mail_id(item.mail_id))
        )
        where = words.piece_state(item)[0] + (f" · {item.shelf}" if item.shelf else "")
        self.head.set_subtitle(f"{words.pmb(item.mailbox)} · {where}")
        rows = []
        for one in story.events:
            sent, kind = sent_words(one.sent)
            at = desk.local(one.at_ms)
            rows.append(
                {
                    "id": one.op_id,
                    "what": act_name(one.kind),
                    "what_note": told(one),
                    "when": moment_text(at, now),
                    "when_note": at.strftime("%H:%M:%S"),
                    "who": one.by,
                    "who_note": shelf_words.shelf_of(one.where),
                    "state": sent,
                    "state_kind": kind,
                }
            )
        at = self.table.currentIndex().row()
        self.table.rows.set_source(Rows(rows))
        if rows:
            self.table.select_row(min(max(0, at), len(rows) - 1))
        self.look.setEnabled(bool(item.photo))
        if not item.photo:
            self.view.show_nothing(QCoreApplication.translate("Story", "No photo was taken"))
        self._choose()

    @property
    def chosen(self) -> Happened | None:
        wanted = str(self.table.current_row().get("id", ""))
        return next((one for one in self.story.events if one.op_id == wanted), None) if self.story else None

    def _choose(self) -> None:
        one = self.chosen
        if one is None:
            return
        desk = self.doing.station.desk
        here = self.doing.station.config.name if one.station == desk.identity.device else ""
        self._title.setText(act_name(one.kind))
        self.facts.set_value("when", desk.local(one.at_ms).strftime("%Y-%m-%d %H:%M:%S %Z"))
        self.facts.set_value("who", one.by)
        self.facts.set_value("where", shelf_words.shelf_of(one.where))
        self.facts.set_value("station", here or QCoreApplication.translate("Story", "Another counter"))
        self.facts.set_value("sent", sent_words(one.sent)[0])
        self.facts.set_value("anchor", one.anchor)
        self.facts.set_value("said", told(one))

    # ------------------------------------------------------------ the photo and the PDF

    def see_photo(self) -> None:
        """Open the photo; that somebody looked at it is noted before it is opened (security 10)."""
        if self._item_id:
            self.doing.do(self.doing.rooms.custody.view_photo, self._item_id, done=self._fetch, failed=self.window_.say)

    def _fetch(self, name: str) -> None:
        station: Any = self.doing.station
        self.doing.aside(lambda: station.see_photo(name), done=self._seen, failed=self._not_seen)

    def _seen(self, data: bytes) -> None:
        image = opened(data)
        if image.isNull():
            self.view.show_nothing(QCoreApplication.translate("Story", "This photo cannot be opened"))
        else:
            self.view.show_image(image)

    def _not_seen(self, error: CounterError) -> None:
        self.window_.say(error)

    def save_pdf(self) -> None:
        if self.story is not None:
            self.export.save(self.story)

    # ------------------------------------------------------------ Page

    def came_from(self, key: str) -> None:
        """The room to which Escape goes back."""
        self._back = key if key != self.key else self._back

    def shown(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def left(self) -> None:
        # A photo is shown for as long as one looks at it.
        self.view.show_nothing(QCoreApplication.translate("Story", "Each look at a photo is noted"))

    def escape(self) -> bool:
        self.window_.go(self._back)
        return True
