"""A stranger with a signed paper: the form at the ID step, its photo, and the pieces that it names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from counter_app.domain.pickup import Written
from counter_app.domain.values import parse_mail_id
from counter_app.errors import CounterError
from ui.pages.paper_box import PaperBox
from ui.sentences import say
from ui.status import short

if TYPE_CHECKING:
    from counter_app.desk.pickups import Visit
    from ui.pages.hand_over import HandOver


class Papers:
    """Asks camera and desk for the panel; `box` is the form."""

    def __init__(self, panel: HandOver) -> None:
        self._panel = panel
        self.box = PaperBox(self._keep, self._photo)

    def open_box(self) -> None:
        if self._panel.visit is not None:
            self.box.open_box(self._panel.visit)

    def named(self, text: str) -> bool:
        """A scanned piece of this pickup, while the form is open, is one that the paper names."""
        visit = self._panel.visit
        if visit is None or self.box.isHidden():
            return False
        mail_id = parse_mail_id(text)
        found = next((one for one in visit.items if mail_id is not None and one.mail_id == str(mail_id)), None)
        if found is None:
            return False
        self.box.name_piece(found.id, found.mail_id)
        self._panel.page.window_.play("taken")
        return True

    def _keep(self, written: Written) -> None:
        self._panel.act(self._panel.pickups.authorise, written, done=self._kept, failed=self._refused)

    def _kept(self, visit: Visit) -> None:
        self.box.close_box()
        self._panel.page.window_.play("taken")
        self._panel.went_on(visit)

    def _refused(self, error: CounterError) -> None:
        self._panel.page.window_.play("refused")
        self.box.show_problem(say(error))

    def _photo(self) -> None:
        pickup_id = self._panel.pickup_id
        devices = self._panel.page.doing.station.devices

        def came(data: Any) -> None:
            if pickup_id == self._panel.pickup_id and not self.box.isHidden():
                self._panel.page.window_.play("taken" if self.box.show_photo(data) else "refused")

        def failed(error: CounterError) -> None:
            self._panel.page.window_.play("refused")
            text = QCoreApplication.translate("Receive", "Camera: {trouble}")
            self.box.show_trouble(text.format(trouble=short(error.code)))

        self._panel.page.doing.aside(lambda: devices.photo("camera"), done=came, failed=failed)
