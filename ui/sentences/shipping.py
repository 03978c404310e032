"""What a clerk reads of parcels, rate tables, carriers' lists and bundles."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

SHIPPING: dict[str, Any] = {
    "ship.not_a_parcel": QT_TRANSLATE_NOOP("Sentences", "This task is no parcel. Choose another one."),
    "ship.address_missing": QT_TRANSLATE_NOOP("Sentences", "This line of the address is empty. Ask the customer."),
    "ship.address_nowhere": QT_TRANSLATE_NOOP(
        "Sentences", "That is no place a carrier could find. Ask the customer for the real address."
    ),
    "ship.zip_wrong": QT_TRANSLATE_NOOP("Sentences", "A ZIP code is five digits, or nine with a dash: 97201-1234."),
    "ship.state_wrong": QT_TRANSLATE_NOOP("Sentences", "No such state. Type its two letters, such as NY."),
    "ship.zip_not_in_state": QT_TRANSLATE_NOOP(
        "Sentences", "This ZIP code lies in another state. Check both with the customer."
    ),
    "ship.country_wrong": QT_TRANSLATE_NOOP("Sentences", "Type the country as two letters, such as US or CA."),
    "ship.no_house_number": QT_TRANSLATE_NOOP(
        "Sentences", "The street has no number, so nothing can be delivered. Ask the customer."
    ),
    "ship.weight_wrong": QT_TRANSLATE_NOOP(
        "Sentences", "That weight cannot be right. Weigh the parcel, or type it: 12 oz, 2 lb 3 oz, 900 g."
    ),
    "weight.unreadable": QT_TRANSLATE_NOOP("Sentences", "That is no weight. Type it like 12 oz, 2 lb 3 oz or 900 g."),
    "weight.nothing": QT_TRANSLATE_NOOP("Sentences", "The weight is nothing. Put the parcel on the scale again."),
    "weight.too_large": QT_TRANSLATE_NOOP("Sentences", "No carrier takes more than 150 kg. Check the weight."),
    "ship.size_wrong": QT_TRANSLATE_NOOP(
        "Sentences", "Measure all three sides of the parcel, each up to 3 m: 12 x 9 x 4."
    ),
    "ship.packaging_missing": QT_TRANSLATE_NOOP("Sentences", "Choose how the parcel is packed."),
    "ship.contents_missing": QT_TRANSLATE_NOOP(
        "Sentences", "Nobody has said yet whether anything inside may not be shipped. Look, and answer."
    ),
    "ship.restricted": QT_TRANSLATE_NOOP(
        "Sentences",
        "Carriers do not take this. Take it out and weigh the parcel again, or decline the task with “Not allowed”.",
    ),
    "ship.invoice_still_in": QT_TRANSLATE_NOOP(
        "Sentences", "The customer wants the invoice removed. Take it out, reseal the parcel, and tick the box."
    ),
    "ship.amount_wrong": QT_TRANSLATE_NOOP("Sentences", "That amount cannot be right. Type it in dollars and cents."),
    "ship.insured_too_high": QT_TRANSLATE_NOOP(
        "Sentences", "A parcel is insured up to $2,500. Lower the sum, or split it into two parcels."
    ),
    "ship.insured_above_value": QT_TRANSLATE_NOOP(
        "Sentences", "A parcel is not insured above what is inside. Correct the value or the insurance."
    ),
    "ship.customs_vague": QT_TRANSLATE_NOOP(
        "Sentences", "Customs line {line}: say what it is (“wool scarf”), not “gift” or “goods”."
    ),
    "ship.customs_quantity": QT_TRANSLATE_NOOP("Sentences", "Customs line {line}: say how many, at least one."),
    "ship.customs_value": QT_TRANSLATE_NOOP("Sentences", "Customs line {line}: say what one is worth."),
    "ship.customs_hs": QT_TRANSLATE_NOOP(
        "Sentences", "Customs line {line}: a tariff code is 6 to 10 digits. Leave it empty if you do not know it."
    ),
    "ship.customs_origin": QT_TRANSLATE_NOOP(
        "Sentences", "Customs line {line}: say where it was made, as two letters such as US."
    ),
    "ship.customs_missing": QT_TRANSLATE_NOOP(
        "Sentences", "The parcel goes to {country}: customs want to know what is inside. Fill in at least one line."
    ),
    "ship.carrier_not_offered": QT_TRANSLATE_NOOP(
        "Sentences", "This store does not ship with that carrier. Choose another one."
    ),
    "ship.po_box": QT_TRANSLATE_NOOP(
        "Sentences", "Only USPS delivers to a PO box. Choose USPS, or ask the customer for a street address."
    ),
    "ship.military": QT_TRANSLATE_NOOP(
        "Sentences", "Only USPS delivers to the armed forces (APO, FPO, DPO). Choose USPS."
    ),
    "ship.over_limit": QT_TRANSLATE_NOOP(
        "Sentences", "The packed parcel is too heavy or too large for this carrier. Choose another one, or repack it."
    ),
    "ship.source_missing": QT_TRANSLATE_NOOP("Sentences", "Choose whose label it is."),
    "ship.stamp_letter_only": QT_TRANSLATE_NOOP(
        "Sentences", "A stamp is for one letter or postcard by USPS. Choose another label."
    ),
    "ship.service_missing": QT_TRANSLATE_NOOP("Sentences", "Type the carrier's service, such as Ground."),
    "ship.retail_missing": QT_TRANSLATE_NOOP(
        "Sentences", "Type the carrier's retail price first; without it nobody can see how far the store is above it."
    ),
    "ship.no_rate": QT_TRANSLATE_NOOP(
        "Sentences", "The rate table has no price for this parcel. It stays weighed: type the carrier's price."
    ),
    "rates.none": QT_TRANSLATE_NOOP(
        "Sentences",
        "No rate table is in force today. The parcel stays weighed: type the carrier's price, or import a table.",
    ),
    "ship.markup_reason_missing": QT_TRANSLATE_NOOP(
        "Sentences", "More than 1.2 times retail needs a reason. Write why, or lower the factor."
    ),
    "ship.markup_blocked": QT_TRANSLATE_NOOP(
        "Sentences", "More than 1.5 times retail is not allowed for anybody. Lower the factor."
    ),
    "ship.factor_wrong": QT_TRANSLATE_NOOP("Sentences", "That is no factor. Type it like 1.2."),
    "ship.label_how": QT_TRANSLATE_NOOP(
        "Sentences", "Scan the barcode of the label. Our own label is printed by itself, 4 x 6 in."
    ),
    "ship.after_void": QT_TRANSLATE_NOOP(
        "Sentences", "The label was taken back; the parcel is still paid. Make another label, or decline the task."
    ),
    "ship.tracking_missing": QT_TRANSLATE_NOOP("Sentences", "Scan or type the tracking number of the label."),
    "ship.tracking_wrong": QT_TRANSLATE_NOOP(
        "Sentences", "That is no tracking number. Scan the barcode of the label again."
    ),
    "ship.tracking_check": QT_TRANSLATE_NOOP(
        "Sentences", "A digit of this tracking number is wrong. Scan the barcode instead of typing."
    ),
    "ship.tracking_other_carrier": QT_TRANSLATE_NOOP(
        "Sentences", "This number is of another carrier than the one that was priced. Take the right label."
    ),
    "ship.tracking_used": QT_TRANSLATE_NOOP(
        "Sentences", "This label is already on another parcel (PMB {mailbox}). Take the right one."
    ),
    "ship.date_wrong": QT_TRANSLATE_NOOP("Sentences", "A parcel ships today or later."),
    "ship.no_label": QT_TRANSLATE_NOOP("Sentences", "This parcel has no label now, so there is nothing to print."),
    "ship.label_not_ours": QT_TRANSLATE_NOOP(
        "Sentences", "This label was not printed here: it is a stamp or the customer's own."
    ),
    "ship.void_never": QT_TRANSLATE_NOOP(
        "Sentences", "This carrier takes no label back. Call the carrier if the parcel must not leave."
    ),
    "ship.void_too_late": QT_TRANSLATE_NOOP(
        "Sentences", "The carrier's time to take this label back is over. Call the carrier."
    ),
    "ship.void_platform": QT_TRANSLATE_NOOP(
        "Sentences",
        "The label is void. The carrier credits the platform, which takes days. "
        "The customer has no money back by that: ask for a refund if he is owed one.",
    ),
    "ship.void_store": QT_TRANSLATE_NOOP(
        "Sentences",
        "The label is void here. Void it in the carrier's account too; its credit takes days. "
        "The customer has no money back by that: ask for a refund if he is owed one.",
    ),
    "ship.void_stamp": QT_TRANSLATE_NOOP(
        "Sentences", "The letter is held back. A stamp is not paid back; the customer has no money back by that."
    ),
    "ship.void_customer": QT_TRANSLATE_NOOP(
        "Sentences", "The customer's own label is set aside. Nothing was paid here for it."
    ),
    "parcels.none_waiting": QT_TRANSLATE_NOOP("Sentences", "No parcel with a label waits for this carrier."),
    "parcels.closed": QT_TRANSLATE_NOOP("Sentences", "This list was handed over already. Begin a new one."),
    "parcels.unknown": QT_TRANSLATE_NOOP(
        "Sentences", "No parcel that waits has this number. Keep it here and look at its label."
    ),
    "parcels.no_label": QT_TRANSLATE_NOOP(
        "Sentences", "This parcel of PMB {mailbox} has no label yet. Keep it here and finish its task first."
    ),
    "parcels.other_carrier": QT_TRANSLATE_NOOP(
        "Sentences", "This parcel is not for this carrier. Do not hand it over."
    ),
    "parcels.full": QT_TRANSLATE_NOOP("Sentences", "This list is full ({limit}). Hand it over and begin the next one."),
    "parcels.nothing_scanned": QT_TRANSLATE_NOOP(
        "Sentences", "Scan each parcel as the driver takes it; nothing was scanned yet."
    ),
    "parcels.label_gone": QT_TRANSLATE_NOOP(
        "Sentences", "The label of a scanned parcel (PMB {mailbox}) was taken back. Take that parcel off the list."
    ),
    "parcels.how": QT_TRANSLATE_NOOP("Sentences", "Scan each parcel as the driver takes it; the others stay."),
    "parcels.again": QT_TRANSLATE_NOOP("Sentences", "The same label is printed once more. Nothing is bought."),
    "parcels.slip": QT_TRANSLATE_NOOP("Sentences", "The packing slip is printed."),
    "parcels.void_why": QT_TRANSLATE_NOOP("Sentences", "Write down why the label is taken back."),
    "consolidate.undo_how": QT_TRANSLATE_NOOP(
        "Sentences", "A manager can take a bundle apart while it lies on its shelf."
    ),
    "consolidate.undo_why": QT_TRANSLATE_NOOP("Sentences", "Write down why the bundle is taken apart."),
    "rates.how": QT_TRANSLATE_NOOP(
        "Sentences", "Save the carrier's prices as CSV, as docs/shipping-rates.md shows, and import the file here."
    ),
    "rates.kept_here": QT_TRANSLATE_NOOP("Sentences", "Prices of this station; importing a version again replaces it."),
    "rates.imported": QT_TRANSLATE_NOOP("Sentences", "{carrier} {version} is imported: {rows} lines."),
    "rates.replaced": QT_TRANSLATE_NOOP("Sentences", "{carrier} {version} is replaced: {rows} lines."),
    "rates.nothing_imported": QT_TRANSLATE_NOOP(
        "Sentences", "Nothing was imported. Correct the lines below in the file, and import it again."
    ),
    "op.manifest_unknown": QT_TRANSLATE_NOOP("Sentences", "This list does not exist any more."),
    "consolidate.one_piece": QT_TRANSLATE_NOOP(
        "Sentences", "One piece is no bundle. Find the others, or decline the task."
    ),
    "consolidate.two_mailboxes": QT_TRANSLATE_NOOP(
        "Sentences",
        "{mail_id} belongs to another mailbox (PMB {mailbox}). Pieces of two mailboxes never travel together.",
    ),
    "consolidate.type_wrong": QT_TRANSLATE_NOOP("Sentences", "Choose what kind of piece the bundle is."),
    "consolidate.not_on_shelf": QT_TRANSLATE_NOOP(
        "Sentences", "The bundle does not lie free on its shelf, so it stays together. Decline its task first."
    ),
    "consolidate.not_a_bundle": QT_TRANSLATE_NOOP("Sentences", "This task is no consolidation. Choose another one."),
    "consolidate.too_big": QT_TRANSLATE_NOOP(
        "Sentences", "Too heavy or too large for {carriers}. You can go on, but it may not ship as one parcel."
    ),
    "printer.wrong_stock": QT_TRANSLATE_NOOP(
        "Sentences",
        "A shipping label needs 4 x 6 in labels in the printer. Load them and print again; nothing is bought twice.",
    ),
    "rates.too_large": QT_TRANSLATE_NOOP("Sentences", "The file is larger than {limit_mb} MB. Split it by carrier."),
    "rates.not_text": QT_TRANSLATE_NOOP("Sentences", "This is no CSV file. Save the table as CSV and import that."),
    "rates.not_read": QT_TRANSLATE_NOOP("Sentences", "The file could not be read. Copy it to this computer first."),
    "rates.too_long": QT_TRANSLATE_NOOP("Sentences", "The table has more than {said} lines. Split it."),
    "rates.columns": QT_TRANSLATE_NOOP("Sentences", "The number of columns is wrong for this kind of line"),
    "rates.row_unknown": QT_TRANSLATE_NOOP("Sentences", "Begin each line with carrier, service, zone or rate"),
    "rates.carrier_twice": QT_TRANSLATE_NOOP("Sentences", "A table is of one carrier, and this is the second"),
    "rates.carrier_missing": QT_TRANSLATE_NOOP("Sentences", "The line with carrier, version and dates is missing"),
    "rates.date_wrong": QT_TRANSLATE_NOOP("Sentences", "Write both dates as 2026-01-31"),
    "rates.dates_turned": QT_TRANSLATE_NOOP("Sentences", "The table ends before it begins"),
    "rates.service_twice": QT_TRANSLATE_NOOP("Sentences", "This service was there already"),
    "rates.unit_wrong": QT_TRANSLATE_NOOP("Sentences", "The unit is oz, lb, g or kg"),
    "rates.number_wrong": QT_TRANSLATE_NOOP("Sentences", "Write a whole number"),
    "rates.zip_wrong": QT_TRANSLATE_NOOP("Sentences", "Write three digits, a range such as 100-149, or a country"),
    "rates.zone_clash": QT_TRANSLATE_NOOP("Sentences", "This place has another zone in a line above"),
    "rates.service_unknown": QT_TRANSLATE_NOOP("Sentences", "No line above names this service"),
    "rates.price_wrong": QT_TRANSLATE_NOOP("Sentences", "This is no price"),
    "rates.rate_twice": QT_TRANSLATE_NOOP("Sentences", "This weight has a price already"),
    "rates.price_falls": QT_TRANSLATE_NOOP("Sentences", "A heavier parcel would cost less than a lighter one"),
    "rates.no_rates": QT_TRANSLATE_NOOP("Sentences", "The table has no zones or no prices"),
}
