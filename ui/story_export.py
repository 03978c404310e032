"""The story of a piece is saved as a PDF where the clerk chooses; whole or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QSaveFile, QStandardPaths, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from counter_app.errors import CounterError
from ui import words
from ui.acts import act_name
from ui.language import language
from ui.pages import shelf_words
from ui.pages.story_words import sent_words, told
from ui.story_pdf import Sheet, pdf_of

if TYPE_CHECKING:
    from counter_app.desk.custody import Story
    from ui.pages.story import StoryPage


class StoryExport(QObject):
    """One for the page. The size of the paper is the usual one of the clerk's country, or chosen by the file filter."""

    def __init__(self, page: StoryPage) -> None:
        super().__init__(page)
        self._page = page
        self.dialog: QFileDialog | None = None
        page.doing.clerk_changed.connect(self._clerk_changed)

    def save(self, story: Story) -> None:
        """Ask where to, and write it."""
        if self.dialog is not None:
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        title = QCoreApplication.translate("Story", "Save the story")
        suggested = f"story-{story.item.mail_id}.pdf"  # ours: no name of a customer names a file (T7)
        dialog = QFileDialog(self._page.window(), title, str(Path(folder or ".") / suggested))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        metric = language.locale.measurementSystem() == QLocale.MeasurementSystem.MetricSystem
        sizes = ("A4", "Letter") if metric else ("Letter", "A4")
        dialog.setNameFilters([f"PDF, {size} (*.pdf)" for size in sizes])
        dialog.setDefaultSuffix("pdf")
        if QGuiApplication.platformName() in ("offscreen", "minimal"):
            dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog = dialog
        dialog.fileSelected.connect(
            lambda text: self.write(story, Path(text), "Letter" if "Letter" in dialog.selectedNameFilter() else "A4")
        )
        dialog.finished.connect(lambda _result: self._closed())
        dialog.open()

    def write(self, story: Story, path: Path, size: str) -> None:
        """Write the document; what was at its place stays when it cannot be written."""
        window = self._page.window_
        file = QSaveFile(str(path))
        data = pdf_of(self.sheet(story), size)
        if not (file.open(QSaveFile.OpenModeFlag.WriteOnly) and file.write(data) == len(data) and file.commit()):
            window.say(CounterError("custody.not_saved", file=path.name, why=file.errorString()))
            return
        window.play("taken")
        window.toasts.show_toast(QCoreApplication.translate("Story", "Saved as {file}").format(file=path.name))

    def sheet(self, story: Story) -> Sheet:
        """What stands on the paper."""
        desk, item = self._page.doing.station.desk, story.item

        def when(at_ms: int) -> str:
            return str(desk.local(at_ms).strftime("%Y-%m-%d %H:%M:%S %Z"))

        state = words.piece_state(item)[0]
        here = self._page.doing.station.config.name
        other = QCoreApplication.translate("Story", "Another counter")
        rows = [
            (
                when(one.at_ms),
                "\n".join(part for part in (act_name(one.kind), told(one)) if part),
                one.by,
                "\n".join((shelf_words.shelf_of(one.where), here if one.station == desk.identity.device else other)),
                "\n".join(part for part in (sent_words(one.sent)[0], one.anchor) if part),
            )
            for one in story.events
        ]
        return Sheet(
            store=story.store,
            title=QCoreApplication.translate("Story", "Story of {piece}").format(piece=words.mail_id(item.mail_id)),
            facts=(
                (QCoreApplication.translate("Story", "Mailbox"), words.pmb(item.mailbox)),
                (QCoreApplication.translate("Story", "For"), item.name_matched or item.name_on_piece or "–"),
                (QCoreApplication.translate("Story", "Carrier"), words.carrier(item.carrier) or "–"),
                (QCoreApplication.translate("Story", "Tracking number"), item.tracking or "–"),
                (QCoreApplication.translate("Story", "State"), state + (f" · {item.shelf}" if item.shelf else "")),
                (QCoreApplication.translate("Story", "Told on"), when(story.told_ms)),
            ),
            columns=(
                (QCoreApplication.translate("Story", "When"), 0.2),
                (QCoreApplication.translate("Story", "What happened"), 0.28),
                (QCoreApplication.translate("Story", "Who"), 0.15),
                (QCoreApplication.translate("Story", "Shelf, counter"), 0.15),
                (QCoreApplication.translate("Story", "Centre, anchor"), 0.22),
            ),
            rows=rows,
            foot=f"{story.store} · {words.mail_id(item.mail_id)}",
            page_of=QCoreApplication.translate("Story", "Page {page} of {pages}"),
        )

    def _closed(self) -> None:
        self.dialog = None

    def _clerk_changed(self, clerk: object) -> None:
        if clerk is None and self.dialog is not None:
            self.dialog.reject()  # locked: nobody saves what he may not see
