"""Kinds, states and codes in the operator's words."""

from __future__ import annotations

from typing import Literal

KINDS = {
    "item.received": "Piece received",
    "item.assigned": "Piece given to a mailbox",
    "item.reassigned": "Piece moved to another mailbox",
    "item.settled": "Two acts on one piece settled",
    "pickup.settled": "Two acts on one pickup settled",
    "item.moved": "Piece moved to another shelf",
    "item.weighed": "Piece weighed",
    "item.taken_back": "Piece taken back",
    "pickup.opened": "Pickup opened at the counter",
    "pickup.pieces_added": "Pieces added to a pickup",
    "pickup.pieces_left": "Pieces left for another pickup",
    "pickup.started": "Pickup begun",
    "pickup.id_checked": "ID checked",
    "pickup.piece_scanned": "Piece scanned for a pickup",
    "pickup.piece_missing": "Piece not found",
    "pickup.charge_asked": "Charge asked for",
    "pickup.charge_put_off": "Charge put off",
    "pickup.nothing_due": "Nothing due",
    "pickup.charged": "Answer of the card",
    "pickup.tried_again": "Charge tried again",
    "pickup.signed": "Pickup signed for",
    "pickup.put_back": "Pickup put back",
    "pickup.handed_over": "Pieces handed over",
    "pickup.declined": "Pickup declined",
    "pickup.requested": "Pickup asked for by the customer",
    "shelf.set": "Shelf set up",
    "shelf.closed": "Shelf closed",
    "shelf.reopened": "Shelf used again",
    "stocktake.begun": "Count of a shelf begun",
    "stocktake.piece_found": "Piece found in a count",
    "stocktake.unknown_found": "Unknown code found in a count",
    "stocktake.ended": "Count of a shelf ended",
    "stocktake.dropped": "Count of a shelf dropped",
    "item.missed": "Piece not where it should be",
    "item.looked_for": "Piece looked for",
    "item.found": "Piece found again",
    "item.lost": "Piece declared lost",
    "item.photo_viewed": "Photo of a piece looked at",
    "pickup.planned": "Pickup written down for later",
    "pickup.appointed": "Time of a pickup set",
    "pickup.piece_fetched": "Piece brought to the counter",
    "pickup.authorised": "Written authorisation kept",
    "pickup.signature_refused": "Signature refused",
    "pickup.courtesy_marked": "Pieces marked as picked up",
    "pickup.taken": "Pickup taken over",
    "pickup.let_go": "Pickup let go",
    "pickup.owed_retried": "Owed fee asked for again",
    "pickup.owed_given_up": "Owed fee given up",
    "task.requested": "Task asked for by the customer",
    "task.opened": "Task written down at the counter",
    "task.pieces_added": "Piece in its task again",
    "task.taken": "Task taken up by a clerk",
    "task.let_go": "Task let go",
    "task.piece_ticked": "Piece gathered for a task",
    "task.piece_missing": "Piece not found for a task",
    "task.piece_left_out": "Piece left out: it lies in another task",
    "task.extra_set": "Charge or discount added",
    "task.extra_removed": "Charge or discount removed",
    "task.customer_asked": "Customer asked about the price",
    "task.customer_answered": "Answer of the customer",
    "task.charge_asked": "Charge asked for",
    "task.nothing_due": "Nothing due",
    "task.charged": "Answer of the card",
    "task.tried_again": "Charge tried again",
    "task.declined": "Task declined",
    "task.cancelled": "Task taken back by the customer",
    "ship.addressed": "Address of a parcel set",
    "ship.weighed": "Parcel packed and weighed",
    "ship.options_set": "Options of a parcel set",
    "ship.priced": "Parcel priced",
    "ship.label_made": "Shipping label made",
    "ship.voided": "Shipping label taken back",
    "ship.label_wanted": "Another shipping label wanted",
    "manifest.parcels_begun": "List of parcels begun",
    "manifest.parcel_scanned": "Parcel scanned for the carrier",
    "manifest.parcel_taken_off": "Parcel taken off the carrier's list",
    "manifest.parcels_handed_over": "Parcels handed to the carrier",
    "item.bundled": "Consolidated piece made",
    "consolidate.bundled": "Pieces bound together",
    "consolidate.undone": "Consolidation undone",
    "station.rates_imported": "Rate table imported",
    "task.settled": "Two acts on one task settled",
    "task.bags_sealed": "Pieces sealed in poly bags",
    "task.labels_owed": "Labels of a delivery printed",
    "task.piece_dropped": "Piece taken out of a delivery",
    "task.driver_arrived": "Driver at the counter",
    "task.driver_gone": "Driver gone without the pieces",
    "task.driver_photographed": "Driver photographed",
    "task.code_tried": "Code of a driver compared",
    "task.code_released": "Code may be tried again",
    "task.code_sent": "Code of a driver sent",
    "task.handed_to_driver": "Pieces handed to a driver",
    "task.delivery_put_back": "Delivery put back on the shelf",
    "task.delivered": "Delivered",
    "task.delivery_noted": "Delivered, as a clerk says",
    "task.pieces_returned": "Pieces brought back by a driver",
    "task.pieces_not_returned": "Pieces not brought back by a driver",
    "task.driver_photo_viewed": "Photo of a driver looked at",
    "supply.counted": "Supply counted",
    "supply.restocked": "Supply restocked",
    "supply.level_set": "Level for ordering set",
    "item.storage_noted": "Customer told about storage",
    "intake.opened": "Carrier drop opened",
    "intake.squared": "Carrier drop squared",
    "intake.slipped": "Carrier drop left for tomorrow",
    "item.slipped": "Piece left for tomorrow",
    "item.notice_given": "Customer told that mail has come",
    "item.return_marked": "Piece marked for its sender",
    "item.return_unmarked": "Mark for the sender taken back",
    "manifest.returns_begun": "List of returns begun",
    "manifest.return_scanned": "Piece put on the list of returns",
    "manifest.return_taken_off": "Piece taken off the list of returns",
    "manifest.returns_handed_over": "Returns handed to the carrier",
    "task.envelope_opened": "Envelope opened",
    "task.scan_saved": "Draft of a scan saved",
    "task.scan_noted": "Note on what was in an envelope",
    "task.scan_completed": "Scan sent to the customer",
    "item.incident": "Incident with a piece",
    "task.pages_counted": "Pages counted for shredding",
    "task.put_on_pile": "Pieces put on the shred pile",
    "task.rescued": "Pieces taken off the shred pile",
    "task.pile_shredded": "Shred pile shredded",
    "task.discarded": "Pieces discarded",
    "task.deposit_to": "Bank of a deposit set",
    "task.check_set": "Check written down",
    "task.check_removed": "Check taken off the list",
    "task.check_absent": "No check in a piece",
    "task.deposit_prepared": "Deposit slip printed",
    "task.deposit_packed": "Checks packed and weighed",
    "task.deposit_priced": "Postage of a deposit set",
    "task.deposit_labelled": "Label put on a deposit",
    "task.deposit_sent": "Deposit handed to the carrier",
    "account.note_set": "Note on a mailbox",
    "account.registered": "Mailbox signed up",
    "account.state_set": "State of a mailbox set",
    "account.names_set": "Names of a mailbox set",
    "employee.set": "Employee set",
    "session.signed_in": "Clerk signed in",
    "session.signed_out": "Clerk signed out",
    "session.locked_out": "Clerk locked out",
    "station.tail_lost": "Acts lost from a disk",
    "station.rebuilt": "Store rebuilt after damage",
}
CODES = {
    "op.shape": "It does not have the form of an operation.",
    "core.not_base64": "Its core cannot be decoded.",
    "core.shape": "Its core does not have the form that was agreed.",
    "core.not_yours": "It names another store or station than the one that sent it.",
    "evidence.not_json": "Its core is not the JSON that was agreed.",
    "op.signature_wrong": "Its signature is not the station's.",
    "op.id_reused": "There is another operation under the same id.",
    "op.kind_unknown": "This program does not know such operations: the station is newer. Update the service first.",
    "op.version_unknown": "This program does not know this form: the station is newer. Update the service first.",
    "op.field_unknown": "It has a field that this program does not know. Update the service first.",
    "op.field_wrong": "One of its fields holds what it may not.",
    "op.personal_in_clear": "It held personal data in clear.",
    "op.raised": "The service made a mistake with it. Its log says where; take it in again once that is mended.",
    "op.no_place": "Its number in the station's chain is taken by another operation.",
    "op.no_step": "It does not fit to what it is about.",
    "op.wrong_row": "It does not fit to what it is about.",
    "op.row_not_touched": "It does not fit to what it is about.",
    "rights.platform_only": "Only the platform may do this, and a station claims to have done it.",
}
ITEM_STATES = {
    "unassigned": ("Not assigned", "warn"),
    "received": ("On the shelf", "ok"),
    "scanned": ("Scanned", "ok"),
    "in_task": ("In a task", "info"),
    "picked_up": ("Picked up", "plain"),
    "handed_to_driver": ("With the driver", "info"),
    "delivered": ("Delivered", "plain"),
    "shipped": ("Shipped", "plain"),
    "lost": ("Not found", "bad"),
    "returned_to_sender": ("Returned to its sender", "plain"),
    "taken_back": ("Taken back", "plain"),
}
PICKUP_STATES = {
    "scheduled": ("Scheduled", "info"),
    "ready": ("Ready", "ok"),
    "in_progress": ("At the counter", "info"),
    "charging": ("Checking the card", "info"),
    "paid": ("Paid", "ok"),
    "pay_later": ("Pay later", "warn"),
    "payment_declined": ("Card declined", "bad"),
    "handed_over": ("Handed over", "plain"),
    "declined": ("Declined", "plain"),
}
ACTS = {
    "signed_in": "Signed in",
    "signed_out": "Signed out",
    "told": "Told the store",
    "taken_in": "Took it in again",
    "tried_again": "Tried to take it in",
    "set_aside": "Set it aside for good",
    "mail_again": "Sent an e-mail again",
    "mail_arrived": "Found that an e-mail arrived",
}
ABOUT = {"told": "contested", "mail_again": "mails", "mail_arrived": "mails"}
"""Act -> the pages on which what it is about stands; the quarantine's for every other."""
MAILS = {
    "arrived": "A piece has arrived",
    "pickup_ready": "A pickup is ready",
    "pickup_declined": "A pickup was declined",
    "storage_ends": "Free storage ends soon",
    "storage_noted": "A clerk wrote that storage begins to cost",
    "scan_ready": "A scan is ready",
    "incident": "Something went wrong with a piece",
    "notice_return": "Mail has come, and goes back to its sender",
    "notice_hold": "Mail has come for a mailbox on hold",
    "task_declined": "A task was declined",
    "price_asked": "A question about a price",
    "card_declined": "A card was declined",
}
MAIL_STATES: dict[str, tuple[str, Literal["ok", "warn", "bad", "info", "plain"]]] = {
    "queued": ("Waits to be sent", "info"),
    "sending": ("Being sent", "info"),
    "sent": ("Sent", "ok"),
    "doubtful": ("In doubt", "warn"),
    "given_up": ("Given up", "bad"),
}
MAIL_CODES = {
    "mail.no_answer": "The server did not say whether it took it",
    "mail.no_address": "The customer has no address any more",
    "mail.refused": "The server refused it for good",
    "mail.put_off": "The server put it off until the tries were used up",
    "mail.server_away": "The server did not answer",
    "mail.login_refused": "The server refused our sign-in",
    "mail.address_wrong": "The customer's address cannot be written to",
    "mail.header_wrong": "Its head could not be written",
}
ENTITIES = {
    "item": "Piece",
    "pickup": "Pickup",
    "account": "Mailbox account",
    "employee": "Employee",
    "task": "Task",
    "intake": "Carrier drop",
    "shelf": "Shelf",
    "manifest": "Manifest",
    "stocktake": "Stocktake",
    "supply": "Supply",
}
PLATFORM = "platform"


FIELDS = {
    "mailbox": "Mailbox",
    "shelf": "Shelf",
    "weight_g": "Grams",
    "mail_type": "Type",
    "carrier": "Carrier",
    "state": "State",
    "mode": "Way",
    "result": "Card",
    "amount_cents": "Cents",
    "listed": "On the form",
}
"""The fields of an operation that say what it did and name nobody."""


def field(name: str) -> str:
    """A field of an operation as a caption."""
    return FIELDS.get(name, name)


def kind(name: str) -> str:
    """What an operation is called; its own name when this program does not know it."""
    return KINDS.get(name, name)


def code(name: str) -> str:
    """Why something is in quarantine, as a sentence."""
    return CODES.get(name, "The service could not take it in.")


def mail(template: str) -> str:
    """What an e-mail says, in a line."""
    return MAILS.get(template, "An e-mail")


def mail_code(name: str) -> str:
    """Why an e-mail is where it is."""
    return MAIL_CODES.get(name, "It could not be sent")


def state(name: str) -> str:
    """A state of a row as a word."""
    known = ITEM_STATES.get(name) or PICKUP_STATES.get(name)
    return known[0] if known else name.replace("_", " ").capitalize()


def money(cents: int) -> str:
    """US dollars."""
    return f"${cents // 100}.{cents % 100:02d}"
