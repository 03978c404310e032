"""Acts about money that belong to no task."""

from __future__ import annotations

from counter_app.domain.kinds import Nature, kind

MONEY = (kind("item.storage_noted", Nature.FACT, "customer.contact", "until"),)
