"""Acts and papers in words: what the Inbox, the print queue and Today say of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from ui.sentences import sentence
from ui.words import mail_id


def act_name(kind: str) -> str:
    """An act of the journal as a clerk would say it; what the program does not know stays an act."""
    return {
        "item.received": QCoreApplication.translate("Acts", "Piece received"),
        "item.assigned": QCoreApplication.translate("Acts", "Piece assigned to a mailbox"),
        "item.reassigned": QCoreApplication.translate("Acts", "Piece moved to another mailbox"),
        "item.moved": QCoreApplication.translate("Acts", "Piece put on another shelf"),
        "item.weighed": QCoreApplication.translate("Acts", "Piece weighed"),
        "item.taken_back": QCoreApplication.translate("Acts", "Intake taken back"),
        "item.missed": QCoreApplication.translate("Acts", "Piece not where it should be"),
        "item.looked_for": QCoreApplication.translate("Acts", "Piece looked for"),
        "item.found": QCoreApplication.translate("Acts", "Piece found again"),
        "item.lost": QCoreApplication.translate("Acts", "Piece declared lost"),
        "item.photo_viewed": QCoreApplication.translate("Acts", "Photo of the piece looked at"),
        "shelf.set": QCoreApplication.translate("Acts", "Shelf set up"),
        "shelf.closed": QCoreApplication.translate("Acts", "Shelf closed"),
        "shelf.reopened": QCoreApplication.translate("Acts", "Shelf used again"),
        "stocktake.begun": QCoreApplication.translate("Acts", "Count of a shelf begun"),
        "stocktake.piece_found": QCoreApplication.translate("Acts", "Piece found while counting a shelf"),
        "stocktake.unknown_found": QCoreApplication.translate("Acts", "Unknown code found while counting a shelf"),
        "stocktake.ended": QCoreApplication.translate("Acts", "Count of a shelf ended"),
        "stocktake.dropped": QCoreApplication.translate("Acts", "Count of a shelf dropped"),
        "item.slipped": QCoreApplication.translate("Acts", "Why a piece waits until tomorrow"),
        "item.notice_given": QCoreApplication.translate("Acts", "Customer told: mail received"),
        "item.return_marked": QCoreApplication.translate("Acts", "Piece marked for its sender"),
        "item.return_unmarked": QCoreApplication.translate("Acts", "Return to the sender taken back"),
        "intake.opened": QCoreApplication.translate("Acts", "Carrier drop opened"),
        "intake.squared": QCoreApplication.translate("Acts", "Carrier drop squared"),
        "intake.slipped": QCoreApplication.translate("Acts", "Why a drop waits until tomorrow"),
        "manifest.returns_begun": QCoreApplication.translate("Acts", "List of returns begun"),
        "manifest.return_scanned": QCoreApplication.translate("Acts", "Piece put on the list of returns"),
        "manifest.return_taken_off": QCoreApplication.translate("Acts", "Piece taken off the list of returns"),
        "manifest.returns_handed_over": QCoreApplication.translate("Acts", "Returns handed to the carrier"),
        "item.settled": QCoreApplication.translate("Acts", "Contested act of a piece settled"),
        "pickup.settled": QCoreApplication.translate("Acts", "Contested act of a pickup settled"),
        "pickup.requested": QCoreApplication.translate("Acts", "Pickup requested"),
        "pickup.opened": QCoreApplication.translate("Acts", "Pickup opened"),
        "pickup.started": QCoreApplication.translate("Acts", "Pickup started"),
        "pickup.put_back": QCoreApplication.translate("Acts", "Pickup put back"),
        "pickup.pieces_added": QCoreApplication.translate("Acts", "Pieces added to a pickup"),
        "pickup.pieces_left": QCoreApplication.translate("Acts", "Pieces left for another pickup"),
        "pickup.id_checked": QCoreApplication.translate("Acts", "ID checked"),
        "pickup.piece_scanned": QCoreApplication.translate("Acts", "Piece scanned for a pickup"),
        "pickup.piece_missing": QCoreApplication.translate("Acts", "Piece not found for a pickup"),
        "pickup.charge_asked": QCoreApplication.translate("Acts", "Charge asked for"),
        "pickup.charge_put_off": QCoreApplication.translate("Acts", "Charge put off"),
        "pickup.charged": QCoreApplication.translate("Acts", "Pickup charged"),
        "pickup.tried_again": QCoreApplication.translate("Acts", "Charge tried again"),
        "pickup.signed": QCoreApplication.translate("Acts", "Pickup signed for"),
        "pickup.handed_over": QCoreApplication.translate("Acts", "Pieces handed over"),
        "pickup.declined": QCoreApplication.translate("Acts", "Pickup declined"),
        "pickup.planned": QCoreApplication.translate("Acts", "Pickup written down for later"),
        "pickup.appointed": QCoreApplication.translate("Acts", "Time of a pickup set"),
        "pickup.piece_fetched": QCoreApplication.translate("Acts", "Piece brought to the counter"),
        "pickup.authorised": QCoreApplication.translate("Acts", "Written authorisation kept"),
        "pickup.signature_refused": QCoreApplication.translate("Acts", "Signature refused"),
        "pickup.courtesy_marked": QCoreApplication.translate("Acts", "Pieces marked as picked up"),
        "pickup.taken": QCoreApplication.translate("Acts", "Pickup taken over"),
        "pickup.let_go": QCoreApplication.translate("Acts", "Pickup let go"),
        "pickup.owed_retried": QCoreApplication.translate("Acts", "Owed fee asked for again"),
        "pickup.owed_given_up": QCoreApplication.translate("Acts", "Owed fee given up"),
        "account.note_set": QCoreApplication.translate("Acts", "Note on a mailbox"),
        "account.names_set": QCoreApplication.translate("Acts", "Names on a form"),
        "account.state_set": QCoreApplication.translate("Acts", "State of a mailbox"),
        "account.registered": QCoreApplication.translate("Acts", "Mailbox registered"),
        "task.requested": QCoreApplication.translate("Acts", "Task asked for by the customer"),
        "task.opened": QCoreApplication.translate("Acts", "Task written down at the counter"),
        "task.pieces_added": QCoreApplication.translate("Acts", "Piece in its task again"),
        "task.taken": QCoreApplication.translate("Acts", "Task taken up"),
        "task.let_go": QCoreApplication.translate("Acts", "Task left to others"),
        "task.piece_ticked": QCoreApplication.translate("Acts", "Piece gathered for a task"),
        "task.piece_missing": QCoreApplication.translate("Acts", "Piece not found for a task"),
        "task.piece_left_out": QCoreApplication.translate("Acts", "Piece left out: it lies in another task"),
        "task.extra_set": QCoreApplication.translate("Acts", "Charge or discount added"),
        "task.extra_removed": QCoreApplication.translate("Acts", "Charge or discount taken away"),
        "task.customer_asked": QCoreApplication.translate("Acts", "Customer asked about the price"),
        "task.customer_answered": QCoreApplication.translate("Acts", "Answer of the customer"),
        "task.charge_asked": QCoreApplication.translate("Acts", "Charge asked for"),
        "task.nothing_due": QCoreApplication.translate("Acts", "Nothing to pay"),
        "task.charged": QCoreApplication.translate("Acts", "Card charged"),
        "task.tried_again": QCoreApplication.translate("Acts", "Payment tried again"),
        "task.declined": QCoreApplication.translate("Acts", "Task declined"),
        "task.cancelled": QCoreApplication.translate("Acts", "Task taken back by the customer"),
        "task.settled": QCoreApplication.translate("Acts", "Contested act of a task settled"),
        "task.bags_sealed": QCoreApplication.translate("Acts", "Pieces sealed in poly bags"),
        "task.labels_owed": QCoreApplication.translate("Acts", "Delivery labels owed"),
        "task.piece_dropped": QCoreApplication.translate("Acts", "Piece taken out of a delivery"),
        "task.driver_arrived": QCoreApplication.translate("Acts", "Driver at the counter"),
        "task.driver_gone": QCoreApplication.translate("Acts", "Driver gone without the pieces"),
        "task.driver_photographed": QCoreApplication.translate("Acts", "Driver photographed"),
        "task.code_tried": QCoreApplication.translate("Acts", "Driver's code compared"),
        "task.code_released": QCoreApplication.translate("Acts", "Driver's code may be tried again"),
        "task.code_sent": QCoreApplication.translate("Acts", "Driver's code sent"),
        "task.handed_to_driver": QCoreApplication.translate("Acts", "Pieces handed to a driver"),
        "task.delivery_put_back": QCoreApplication.translate("Acts", "Delivery put back on the shelf"),
        "task.delivered": QCoreApplication.translate("Acts", "Delivered"),
        "task.delivery_noted": QCoreApplication.translate("Acts", "Delivery noted by a clerk"),
        "task.pieces_returned": QCoreApplication.translate("Acts", "Piece brought back by a driver"),
        "task.pieces_not_returned": QCoreApplication.translate("Acts", "Piece not brought back by a driver"),
        "task.driver_photo_viewed": QCoreApplication.translate("Acts", "Driver's photo looked at"),
        "supply.counted": QCoreApplication.translate("Acts", "Supply counted"),
        "supply.restocked": QCoreApplication.translate("Acts", "Supply restocked"),
        "supply.level_set": QCoreApplication.translate("Acts", "Level for ordering set"),
        "item.storage_noted": QCoreApplication.translate("Acts", "Customer told about storage"),
        "ship.addressed": QCoreApplication.translate("Acts", "Address of a parcel set"),
        "ship.weighed": QCoreApplication.translate("Acts", "Parcel packed and weighed"),
        "ship.options_set": QCoreApplication.translate("Acts", "Options of a parcel set"),
        "ship.priced": QCoreApplication.translate("Acts", "Parcel priced"),
        "ship.label_made": QCoreApplication.translate("Acts", "Shipping label made"),
        "ship.voided": QCoreApplication.translate("Acts", "Shipping label taken back"),
        "ship.label_wanted": QCoreApplication.translate("Acts", "Another shipping label wanted"),
        "manifest.parcels_begun": QCoreApplication.translate("Acts", "List of parcels begun"),
        "manifest.parcel_scanned": QCoreApplication.translate("Acts", "Parcel scanned for the carrier"),
        "manifest.parcel_taken_off": QCoreApplication.translate("Acts", "Parcel taken off the carrier's list"),
        "manifest.parcels_handed_over": QCoreApplication.translate("Acts", "Parcels handed to the carrier"),
        "item.bundled": QCoreApplication.translate("Acts", "Consolidated piece made"),
        "consolidate.bundled": QCoreApplication.translate("Acts", "Pieces bound together"),
        "consolidate.undone": QCoreApplication.translate("Acts", "Consolidation undone"),
        "station.rates_imported": QCoreApplication.translate("Acts", "Rate table imported"),
        "task.envelope_opened": QCoreApplication.translate("Acts", "Envelope opened"),
        "task.scan_saved": QCoreApplication.translate("Acts", "Draft of a scan saved"),
        "task.scan_noted": QCoreApplication.translate("Acts", "Note on what was in an envelope"),
        "task.scan_completed": QCoreApplication.translate("Acts", "Scan sent to the customer"),
        "item.incident": QCoreApplication.translate("Acts", "Incident with a piece"),
        "task.pages_counted": QCoreApplication.translate("Acts", "Pages counted for shredding"),
        "task.put_on_pile": QCoreApplication.translate("Acts", "Pieces put on the shred pile"),
        "task.rescued": QCoreApplication.translate("Acts", "Pieces taken off the shred pile"),
        "task.pile_shredded": QCoreApplication.translate("Acts", "Shred pile shredded"),
        "task.discarded": QCoreApplication.translate("Acts", "Pieces discarded"),
        "task.deposit_to": QCoreApplication.translate("Acts", "Bank of a deposit set"),
        "task.check_set": QCoreApplication.translate("Acts", "Check written down"),
        "task.check_removed": QCoreApplication.translate("Acts", "Check taken off the list"),
        "task.check_absent": QCoreApplication.translate("Acts", "No check in a piece"),
        "task.deposit_prepared": QCoreApplication.translate("Acts", "Deposit slip printed"),
        "task.deposit_packed": QCoreApplication.translate("Acts", "Checks packed and weighed"),
        "task.deposit_priced": QCoreApplication.translate("Acts", "Postage of a deposit set"),
        "task.deposit_labelled": QCoreApplication.translate("Acts", "Label put on a deposit"),
        "task.deposit_sent": QCoreApplication.translate("Acts", "Deposit handed to the carrier"),
        "session.signed_in": QCoreApplication.translate("Acts", "Clerk signed in"),
        "session.signed_out": QCoreApplication.translate("Acts", "Clerk signed out"),
        "session.locked_out": QCoreApplication.translate("Acts", "Clerk locked out"),
        "station.tail_lost": QCoreApplication.translate("Acts", "Acts lost from the disk"),
        "station.rebuilt": QCoreApplication.translate("Acts", "Store rebuilt after damage"),
        "centre.proof": QCoreApplication.translate("Acts", "The centre's journal"),
    }.get(kind, QCoreApplication.translate("Acts", "An act at this counter"))


def what_happened(code: str, kind: str, facts: Mapping[str, Any]) -> str:
    """The sentence of an Inbox entry. A second hand-over of one piece is said in its own words: it needs eyes now."""
    if code == "op.contested" and kind == "pickup.handed_over":
        return QCoreApplication.translate(
            "Acts",
            "Another counter handed over a piece of this pickup as well. Both acts are kept: "
            "find out who has the piece.",
        )
    if code == "op.contested" and kind in ("item.received", "item.assigned", "item.reassigned"):
        return QCoreApplication.translate(
            "Acts",
            "Another counter did something else with this piece first. Both acts are kept: "
            "look at the piece and put it into the right mailbox.",
        )
    if code == "op.move_not_allowed":
        return QCoreApplication.translate(
            "Acts", "Somebody had dealt with this before the act reached the centre, so it was taken back here."
        )
    return sentence(code, facts)


def paper_name(kind: str) -> str:
    """A print job's kind in words."""
    return {
        "item_label": QCoreApplication.translate("Acts", "Piece label"),
        "shelf_slip": QCoreApplication.translate("Acts", "Shelf slip"),
        "shelf_label": QCoreApplication.translate("Acts", "Label of a shelf"),
        "pull_sheet": QCoreApplication.translate("Acts", "Fetch list"),
        "delivery_label": QCoreApplication.translate("Acts", "Delivery label"),
        "endorsement_label": QCoreApplication.translate("Acts", "Endorsement label"),
        "returns_manifest": QCoreApplication.translate("Acts", "List of returns"),
        "pickup_receipt": QCoreApplication.translate("Acts", "Pickup receipt"),
        "money_slip": QCoreApplication.translate("Acts", "Receipt"),
        "deposit_slip": QCoreApplication.translate("Acts", "Deposit slip"),
        "test_label": QCoreApplication.translate("Acts", "Test label"),
        "shipping_label": QCoreApplication.translate("Acts", "Shipping label"),
        "parcel_list": QCoreApplication.translate("Acts", "List of parcels"),
    }.get(kind, QCoreApplication.translate("Acts", "Paper"))


def paper_for(kind: str, payload: Mapping[str, Any]) -> str:
    """For whom or what a paper is: mailbox, name and Mail ID of a piece, the collector of a receipt."""
    if kind == "pickup_receipt":
        return str(payload.get("collector") or "")
    if kind == "money_slip":
        return str(payload.get("about") or "")
    if kind == "shelf_label":
        return str(payload.get("code") or "")
    if kind == "pull_sheet":
        return str(payload.get("title") or "")
    if kind == "shipping_label":
        return " · ".join(part for part in (str(payload.get("carrier") or ""), *(payload.get("to") or [])[:1]) if part)
    if kind == "parcel_list":
        return str(payload.get("when") or "")
    if kind == "deposit_slip":
        return " · ".join(str(payload.get(key) or "") for key in ("holder", "bank"))
    if kind == "test_label":
        return str(payload.get("when") or "")
    if kind == "returns_manifest":
        return str(payload.get("carrier") or "")
    pmb, name = str(payload.get("pmb") or ""), str(payload.get("name") or "")
    box = QCoreApplication.translate("Acts", "PMB {pmb}").format(pmb=pmb) if pmb else ""
    return " · ".join(part for part in (box, name, mail_id(str(payload.get("mail_id") or ""))) if part)


def carrier_name(carrier: str) -> str:
    """A carrier as it writes itself."""
    known = {"usps": "USPS", "ups": "UPS", "fedex": "FedEx", "dhl": "DHL", "ontrac": "OnTrac", "amazon": "Amazon"}
    return known.get(carrier.lower(), carrier)


def printer_name(name: str) -> str:
    """A printer of this station, by its name in jobs."""
    return {
        "label": QCoreApplication.translate("Acts", "Label printer"),
        "receipt": QCoreApplication.translate("Acts", "Receipt printer"),
        "shipping": QCoreApplication.translate("Acts", "Printer of shipping labels"),
    }.get(name, name)
