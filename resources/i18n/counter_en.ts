<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>AccessibleNames</name>
  <message>
   <source>Message</source>
   <translation>Message</translation>
  </message>
  <message>
   <source>Rail</source>
   <translation>Rail</translation>
  </message>
  <message>
   <source>Sign in</source>
   <translation>Sign in</translation>
  </message>
  <message>
   <source>Top</source>
   <translation>Top</translation>
  </message>
 </context>
 <context>
  <name>Acts</name>
  <message>
   <source>Acts lost from the disk</source>
   <translation>Acts lost from the disk</translation>
  </message>
  <message>
   <source>Address of a parcel set</source>
   <translation>Address of a parcel set</translation>
  </message>
  <message>
   <source>An act at this counter</source>
   <translation>An act at this counter</translation>
  </message>
  <message>
   <source>Another counter did something else with this piece first. Both acts are kept: look at the piece and put it into the right mailbox.</source>
   <translation>Another counter did something else with this piece first. Both acts are kept: look at the piece and put it into the right mailbox.</translation>
  </message>
  <message>
   <source>Another counter handed over a piece of this pickup as well. Both acts are kept: find out who has the piece.</source>
   <translation>Another counter handed over a piece of this pickup as well. Both acts are kept: find out who has the piece.</translation>
  </message>
  <message>
   <source>Another shipping label wanted</source>
   <translation>Another shipping label wanted</translation>
  </message>
  <message>
   <source>Answer of the customer</source>
   <translation>Answer of the customer</translation>
  </message>
  <message>
   <source>Bank of a deposit set</source>
   <translation>Bank of a deposit set</translation>
  </message>
  <message>
   <source>Card charged</source>
   <translation>Card charged</translation>
  </message>
  <message>
   <source>Carrier drop opened</source>
   <translation>Carrier drop opened</translation>
  </message>
  <message>
   <source>Carrier drop squared</source>
   <translation>Carrier drop squared</translation>
  </message>
  <message>
   <source>Charge asked for</source>
   <translation>Charge asked for</translation>
  </message>
  <message>
   <source>Charge or discount added</source>
   <translation>Charge or discount added</translation>
  </message>
  <message>
   <source>Charge or discount taken away</source>
   <translation>Charge or discount taken away</translation>
  </message>
  <message>
   <source>Charge put off</source>
   <translation>Charge put off</translation>
  </message>
  <message>
   <source>Charge tried again</source>
   <translation>Charge tried again</translation>
  </message>
  <message>
   <source>Check taken off the list</source>
   <translation>Check taken off the list</translation>
  </message>
  <message>
   <source>Check written down</source>
   <translation>Check written down</translation>
  </message>
  <message>
   <source>Checks packed and weighed</source>
   <translation>Checks packed and weighed</translation>
  </message>
  <message>
   <source>Clerk locked out</source>
   <translation>Clerk locked out</translation>
  </message>
  <message>
   <source>Clerk signed in</source>
   <translation>Clerk signed in</translation>
  </message>
  <message>
   <source>Clerk signed out</source>
   <translation>Clerk signed out</translation>
  </message>
  <message>
   <source>Consolidated piece made</source>
   <translation>Consolidated piece made</translation>
  </message>
  <message>
   <source>Consolidation undone</source>
   <translation>Consolidation undone</translation>
  </message>
  <message>
   <source>Contested act of a pickup settled</source>
   <translation>Contested act of a pickup settled</translation>
  </message>
  <message>
   <source>Contested act of a piece settled</source>
   <translation>Contested act of a piece settled</translation>
  </message>
  <message>
   <source>Contested act of a task settled</source>
   <translation>Contested act of a task settled</translation>
  </message>
  <message>
   <source>Count of a shelf begun</source>
   <translation>Count of a shelf begun</translation>
  </message>
  <message>
   <source>Count of a shelf dropped</source>
   <translation>Count of a shelf dropped</translation>
  </message>
  <message>
   <source>Count of a shelf ended</source>
   <translation>Count of a shelf ended</translation>
  </message>
  <message>
   <source>Customer asked about the price</source>
   <translation>Customer asked about the price</translation>
  </message>
  <message>
   <source>Customer told about storage</source>
   <translation>Customer told about storage</translation>
  </message>
  <message>
   <source>Customer told: mail received</source>
   <translation>Customer told: mail received</translation>
  </message>
  <message>
   <source>Delivered</source>
   <translation>Delivered</translation>
  </message>
  <message>
   <source>Delivery label</source>
   <translation>Delivery label</translation>
  </message>
  <message>
   <source>Delivery labels owed</source>
   <translation>Delivery labels owed</translation>
  </message>
  <message>
   <source>Delivery noted by a clerk</source>
   <translation>Delivery noted by a clerk</translation>
  </message>
  <message>
   <source>Delivery put back on the shelf</source>
   <translation>Delivery put back on the shelf</translation>
  </message>
  <message>
   <source>Deposit handed to the carrier</source>
   <translation>Deposit handed to the carrier</translation>
  </message>
  <message>
   <source>Deposit slip</source>
   <translation>Deposit slip</translation>
  </message>
  <message>
   <source>Deposit slip printed</source>
   <translation>Deposit slip printed</translation>
  </message>
  <message>
   <source>Draft of a scan saved</source>
   <translation>Draft of a scan saved</translation>
  </message>
  <message>
   <source>Driver at the counter</source>
   <translation>Driver at the counter</translation>
  </message>
  <message>
   <source>Driver gone without the pieces</source>
   <translation>Driver gone without the pieces</translation>
  </message>
  <message>
   <source>Driver photographed</source>
   <translation>Driver photographed</translation>
  </message>
  <message>
   <source>Driver's code compared</source>
   <translation>Driver's code compared</translation>
  </message>
  <message>
   <source>Driver's code may be tried again</source>
   <translation>Driver's code may be tried again</translation>
  </message>
  <message>
   <source>Driver's code sent</source>
   <translation>Driver's code sent</translation>
  </message>
  <message>
   <source>Driver's photo looked at</source>
   <translation>Driver's photo looked at</translation>
  </message>
  <message>
   <source>Endorsement label</source>
   <translation>Endorsement label</translation>
  </message>
  <message>
   <source>Envelope opened</source>
   <translation>Envelope opened</translation>
  </message>
  <message>
   <source>Fetch list</source>
   <translation>Fetch list</translation>
  </message>
  <message>
   <source>ID checked</source>
   <translation>ID checked</translation>
  </message>
  <message>
   <source>Incident with a piece</source>
   <translation>Incident with a piece</translation>
  </message>
  <message>
   <source>Intake taken back</source>
   <translation>Intake taken back</translation>
  </message>
  <message>
   <source>Label of a shelf</source>
   <translation>Label of a shelf</translation>
  </message>
  <message>
   <source>Label printer</source>
   <translation>Label printer</translation>
  </message>
  <message>
   <source>Label put on a deposit</source>
   <translation>Label put on a deposit</translation>
  </message>
  <message>
   <source>Level for ordering set</source>
   <translation>Level for ordering set</translation>
  </message>
  <message>
   <source>List of parcels</source>
   <translation>List of parcels</translation>
  </message>
  <message>
   <source>List of parcels begun</source>
   <translation>List of parcels begun</translation>
  </message>
  <message>
   <source>List of returns</source>
   <translation>List of returns</translation>
  </message>
  <message>
   <source>List of returns begun</source>
   <translation>List of returns begun</translation>
  </message>
  <message>
   <source>Mailbox registered</source>
   <translation>Mailbox registered</translation>
  </message>
  <message>
   <source>Names on a form</source>
   <translation>Names on a form</translation>
  </message>
  <message>
   <source>No check in a piece</source>
   <translation>No check in a piece</translation>
  </message>
  <message>
   <source>Note on a mailbox</source>
   <translation>Note on a mailbox</translation>
  </message>
  <message>
   <source>Note on what was in an envelope</source>
   <translation>Note on what was in an envelope</translation>
  </message>
  <message>
   <source>Nothing to pay</source>
   <translation>Nothing to pay</translation>
  </message>
  <message>
   <source>Options of a parcel set</source>
   <translation>Options of a parcel set</translation>
  </message>
  <message>
   <source>Owed fee asked for again</source>
   <translation>Owed fee asked for again</translation>
  </message>
  <message>
   <source>Owed fee given up</source>
   <translation>Owed fee given up</translation>
  </message>
  <message>
   <source>PMB {pmb}</source>
   <translation>PMB {pmb}</translation>
  </message>
  <message>
   <source>Pages counted for shredding</source>
   <translation>Pages counted for shredding</translation>
  </message>
  <message>
   <source>Paper</source>
   <translation>Paper</translation>
  </message>
  <message>
   <source>Parcel packed and weighed</source>
   <translation>Parcel packed and weighed</translation>
  </message>
  <message>
   <source>Parcel priced</source>
   <translation>Parcel priced</translation>
  </message>
  <message>
   <source>Parcel scanned for the carrier</source>
   <translation>Parcel scanned for the carrier</translation>
  </message>
  <message>
   <source>Parcel taken off the carrier's list</source>
   <translation>Parcel taken off the carrier's list</translation>
  </message>
  <message>
   <source>Parcels handed to the carrier</source>
   <translation>Parcels handed to the carrier</translation>
  </message>
  <message>
   <source>Payment tried again</source>
   <translation>Payment tried again</translation>
  </message>
  <message>
   <source>Photo of the piece looked at</source>
   <translation>Photo of the piece looked at</translation>
  </message>
  <message>
   <source>Pickup charged</source>
   <translation>Pickup charged</translation>
  </message>
  <message>
   <source>Pickup declined</source>
   <translation>Pickup declined</translation>
  </message>
  <message>
   <source>Pickup let go</source>
   <translation>Pickup let go</translation>
  </message>
  <message>
   <source>Pickup opened</source>
   <translation>Pickup opened</translation>
  </message>
  <message>
   <source>Pickup put back</source>
   <translation>Pickup put back</translation>
  </message>
  <message>
   <source>Pickup receipt</source>
   <translation>Pickup receipt</translation>
  </message>
  <message>
   <source>Pickup requested</source>
   <translation>Pickup requested</translation>
  </message>
  <message>
   <source>Pickup signed for</source>
   <translation>Pickup signed for</translation>
  </message>
  <message>
   <source>Pickup started</source>
   <translation>Pickup started</translation>
  </message>
  <message>
   <source>Pickup taken over</source>
   <translation>Pickup taken over</translation>
  </message>
  <message>
   <source>Pickup written down for later</source>
   <translation>Pickup written down for later</translation>
  </message>
  <message>
   <source>Piece assigned to a mailbox</source>
   <translation>Piece assigned to a mailbox</translation>
  </message>
  <message>
   <source>Piece brought back by a driver</source>
   <translation>Piece brought back by a driver</translation>
  </message>
  <message>
   <source>Piece brought to the counter</source>
   <translation>Piece brought to the counter</translation>
  </message>
  <message>
   <source>Piece declared lost</source>
   <translation>Piece declared lost</translation>
  </message>
  <message>
   <source>Piece found again</source>
   <translation>Piece found again</translation>
  </message>
  <message>
   <source>Piece found while counting a shelf</source>
   <translation>Piece found while counting a shelf</translation>
  </message>
  <message>
   <source>Piece gathered for a task</source>
   <translation>Piece gathered for a task</translation>
  </message>
  <message>
   <source>Piece in its task again</source>
   <translation>Piece in its task again</translation>
  </message>
  <message>
   <source>Piece label</source>
   <translation>Piece label</translation>
  </message>
  <message>
   <source>Piece left out: it lies in another task</source>
   <translation>Piece left out: it lies in another task</translation>
  </message>
  <message>
   <source>Piece looked for</source>
   <translation>Piece looked for</translation>
  </message>
  <message>
   <source>Piece marked for its sender</source>
   <translation>Piece marked for its sender</translation>
  </message>
  <message>
   <source>Piece moved to another mailbox</source>
   <translation>Piece moved to another mailbox</translation>
  </message>
  <message>
   <source>Piece not brought back by a driver</source>
   <translation>Piece not brought back by a driver</translation>
  </message>
  <message>
   <source>Piece not found for a pickup</source>
   <translation>Piece not found for a pickup</translation>
  </message>
  <message>
   <source>Piece not found for a task</source>
   <translation>Piece not found for a task</translation>
  </message>
  <message>
   <source>Piece not where it should be</source>
   <translation>Piece not where it should be</translation>
  </message>
  <message>
   <source>Piece put on another shelf</source>
   <translation>Piece put on another shelf</translation>
  </message>
  <message>
   <source>Piece put on the list of returns</source>
   <translation>Piece put on the list of returns</translation>
  </message>
  <message>
   <source>Piece received</source>
   <translation>Piece received</translation>
  </message>
  <message>
   <source>Piece scanned for a pickup</source>
   <translation>Piece scanned for a pickup</translation>
  </message>
  <message>
   <source>Piece taken off the list of returns</source>
   <translation>Piece taken off the list of returns</translation>
  </message>
  <message>
   <source>Piece taken out of a delivery</source>
   <translation>Piece taken out of a delivery</translation>
  </message>
  <message>
   <source>Piece weighed</source>
   <translation>Piece weighed</translation>
  </message>
  <message>
   <source>Pieces added to a pickup</source>
   <translation>Pieces added to a pickup</translation>
  </message>
  <message>
   <source>Pieces bound together</source>
   <translation>Pieces bound together</translation>
  </message>
  <message>
   <source>Pieces discarded</source>
   <translation>Pieces discarded</translation>
  </message>
  <message>
   <source>Pieces handed over</source>
   <translation>Pieces handed over</translation>
  </message>
  <message>
   <source>Pieces handed to a driver</source>
   <translation>Pieces handed to a driver</translation>
  </message>
  <message>
   <source>Pieces left for another pickup</source>
   <translation>Pieces left for another pickup</translation>
  </message>
  <message>
   <source>Pieces marked as picked up</source>
   <translation>Pieces marked as picked up</translation>
  </message>
  <message>
   <source>Pieces put on the shred pile</source>
   <translation>Pieces put on the shred pile</translation>
  </message>
  <message>
   <source>Pieces sealed in poly bags</source>
   <translation>Pieces sealed in poly bags</translation>
  </message>
  <message>
   <source>Pieces taken off the shred pile</source>
   <translation>Pieces taken off the shred pile</translation>
  </message>
  <message>
   <source>Postage of a deposit set</source>
   <translation>Postage of a deposit set</translation>
  </message>
  <message>
   <source>Printer of shipping labels</source>
   <translation>Printer of shipping labels</translation>
  </message>
  <message>
   <source>Rate table imported</source>
   <translation>Rate table imported</translation>
  </message>
  <message>
   <source>Receipt</source>
   <translation>Receipt</translation>
  </message>
  <message>
   <source>Receipt printer</source>
   <translation>Receipt printer</translation>
  </message>
  <message>
   <source>Return to the sender taken back</source>
   <translation>Return to the sender taken back</translation>
  </message>
  <message>
   <source>Returns handed to the carrier</source>
   <translation>Returns handed to the carrier</translation>
  </message>
  <message>
   <source>Scan sent to the customer</source>
   <translation>Scan sent to the customer</translation>
  </message>
  <message>
   <source>Shelf closed</source>
   <translation>Shelf closed</translation>
  </message>
  <message>
   <source>Shelf set up</source>
   <translation>Shelf set up</translation>
  </message>
  <message>
   <source>Shelf slip</source>
   <translation>Shelf slip</translation>
  </message>
  <message>
   <source>Shelf used again</source>
   <translation>Shelf used again</translation>
  </message>
  <message>
   <source>Shipping label</source>
   <translation>Shipping label</translation>
  </message>
  <message>
   <source>Shipping label made</source>
   <translation>Shipping label made</translation>
  </message>
  <message>
   <source>Shipping label taken back</source>
   <translation>Shipping label taken back</translation>
  </message>
  <message>
   <source>Shred pile shredded</source>
   <translation>Shred pile shredded</translation>
  </message>
  <message>
   <source>Signature refused</source>
   <translation>Signature refused</translation>
  </message>
  <message>
   <source>Somebody had dealt with this before the act reached the centre, so it was taken back here.</source>
   <translation>Somebody had dealt with this before the act reached the centre, so it was taken back here.</translation>
  </message>
  <message>
   <source>State of a mailbox</source>
   <translation>State of a mailbox</translation>
  </message>
  <message>
   <source>Store rebuilt after damage</source>
   <translation>Store rebuilt after damage</translation>
  </message>
  <message>
   <source>Supply counted</source>
   <translation>Supply counted</translation>
  </message>
  <message>
   <source>Supply restocked</source>
   <translation>Supply restocked</translation>
  </message>
  <message>
   <source>Task asked for by the customer</source>
   <translation>Task asked for by the customer</translation>
  </message>
  <message>
   <source>Task declined</source>
   <translation>Task declined</translation>
  </message>
  <message>
   <source>Task left to others</source>
   <translation>Task left to others</translation>
  </message>
  <message>
   <source>Task taken back by the customer</source>
   <translation>Task taken back by the customer</translation>
  </message>
  <message>
   <source>Task taken up</source>
   <translation>Task taken up</translation>
  </message>
  <message>
   <source>Task written down at the counter</source>
   <translation>Task written down at the counter</translation>
  </message>
  <message>
   <source>Test label</source>
   <translation>Test label</translation>
  </message>
  <message>
   <source>The centre's journal</source>
   <translation>The centre's journal</translation>
  </message>
  <message>
   <source>Time of a pickup set</source>
   <translation>Time of a pickup set</translation>
  </message>
  <message>
   <source>Unknown code found while counting a shelf</source>
   <translation>Unknown code found while counting a shelf</translation>
  </message>
  <message>
   <source>Why a drop waits until tomorrow</source>
   <translation>Why a drop waits until tomorrow</translation>
  </message>
  <message>
   <source>Why a piece waits until tomorrow</source>
   <translation>Why a piece waits until tomorrow</translation>
  </message>
  <message>
   <source>Written authorisation kept</source>
   <translation>Written authorisation kept</translation>
  </message>
 </context>
 <context>
  <name>Answer</name>
  <message>
   <source>A new piece?</source>
   <translation>A new piece?</translation>
  </message>
  <message>
   <source>Applicant</source>
   <translation>Applicant</translation>
  </message>
  <message>
   <source>Assign</source>
   <translation>Assign</translation>
  </message>
  <message>
   <source>Carrier</source>
   <translation>Carrier</translation>
  </message>
  <message>
   <source>Enter takes this number to the Receive room. Esc goes back.</source>
   <translation>Enter takes this number to the Receive room. Esc goes back.</translation>
  </message>
  <message>
   <source>Firm</source>
   <translation>Firm</translation>
  </message>
  <message>
   <source>For</source>
   <translation>For</translation>
  </message>
  <message>
   <source>Hand over</source>
   <translation>Hand over</translation>
  </message>
  <message>
   <source>ID expired {day}</source>
   <translation>ID expired {day}</translation>
  </message>
  <message>
   <source>ID until {day}</source>
   <translation>ID until {day}</translation>
  </message>
  <message>
   <source>Mailbox</source>
   <translation>Mailbox</translation>
  </message>
  <message>
   <source>Mailboxes that match</source>
   <translation>Mailboxes that match</translation>
  </message>
  <message>
   <source>Move</source>
   <translation>Move</translation>
  </message>
  <message>
   <source>Name on the form</source>
   <translation>Name on the form</translation>
  </message>
  <message>
   <source>Name on the piece</source>
   <translation>Name on the piece</translation>
  </message>
  <message>
   <source>Names on the Form 1583</source>
   <translation>Names on the Form 1583</translation>
  </message>
  <message>
   <source>No longer, since {day}</source>
   <translation>No longer, since {day}</translation>
  </message>
  <message>
   <source>No name on it</source>
   <translation>No name on it</translation>
  </message>
  <message>
   <source>Nobody</source>
   <translation>Nobody</translation>
  </message>
  <message>
   <source>Not before {day}</source>
   <translation>Not before {day}</translation>
  </message>
  <message>
   <source>Not possible: {text}</source>
   <translation>Not possible: {text}</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Note</translation>
  </message>
  <message>
   <source>Note for every clerk</source>
   <translation>Note for every clerk</translation>
  </message>
  <message>
   <source>Nothing found</source>
   <translation>Nothing found</translation>
  </message>
  <message>
   <source>Nothing is on the shelf</source>
   <translation>Nothing is on the shelf</translation>
  </message>
  <message>
   <source>On the form</source>
   <translation>On the form</translation>
  </message>
  <message>
   <source>On the shelf</source>
   <translation>On the shelf</translation>
  </message>
  <message>
   <source>Only collects</source>
   <translation>Only collects</translation>
  </message>
  <message>
   <source>Open the pickup</source>
   <translation>Open the pickup</translation>
  </message>
  <message>
   <source>PMB {number}</source>
   <translation>PMB {number}</translation>
  </message>
  <message>
   <source>Piece</source>
   <translation>Piece</translation>
  </message>
  <message>
   <source>Pieces on the shelf</source>
   <translation>Pieces on the shelf</translation>
  </message>
  <message>
   <source>Print label</source>
   <translation>Print label</translation>
  </message>
  <message>
   <source>Reassign</source>
   <translation>Reassign</translation>
  </message>
  <message>
   <source>Receive a piece</source>
   <translation>Receive a piece</translation>
  </message>
  <message>
   <source>Received</source>
   <translation>Received</translation>
  </message>
  <message>
   <source>Remarks</source>
   <translation>Remarks</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Save</translation>
  </message>
  <message>
   <source>Scan or type something else, or go back with Esc</source>
   <translation>Scan or type something else, or go back with Esc</translation>
  </message>
  <message>
   <source>Shelf</source>
   <translation>Shelf</translation>
  </message>
  <message>
   <source>Shelf slip</source>
   <translation>Shelf slip</translation>
  </message>
  <message>
   <source>State</source>
   <translation>State</translation>
  </message>
  <message>
   <source>Story</source>
   <translation>Story</translation>
  </message>
  <message>
   <source>The label is printing again</source>
   <translation>The label is printing again</translation>
  </message>
  <message>
   <source>The piece</source>
   <translation>The piece</translation>
  </message>
  <message>
   <source>The shelf slip is printing</source>
   <translation>The shelf slip is printing</translation>
  </message>
  <message>
   <source>Tracking number</source>
   <translation>Tracking number</translation>
  </message>
  <message>
   <source>Type</source>
   <translation>Type</translation>
  </message>
  <message>
   <source>Type part of a name, a mailbox number, a phone number or the last digits of a label.</source>
   <translation>Type part of a name, a mailbox number, a phone number or the last digits of a label.</translation>
  </message>
  <message>
   <source>Weight</source>
   <translation>Weight</translation>
  </message>
  <message>
   <source>What is asked</source>
   <translation>What is asked</translation>
  </message>
  <message>
   <source>What there is to know</source>
   <translation>What there is to know</translation>
  </message>
  <message>
   <source>Which shelf?</source>
   <translation>Which shelf?</translation>
  </message>
  <message>
   <source>Your answer</source>
   <translation>Your answer</translation>
  </message>
  <message>
   <source>no shelf noted</source>
   <translation>no shelf noted</translation>
  </message>
  <message>
   <source>nothing</source>
   <translation>nothing</translation>
  </message>
  <message>
   <source>since {day}</source>
   <translation>since {day}</translation>
  </message>
  <message>
   <source>until {day}</source>
   <translation>until {day}</translation>
  </message>
  <message>
   <source>{offers}: {why}</source>
   <translation>{offers}: {why}</translation>
  </message>
  <message>
   <source>{what}: {text}</source>
   <translation>{what}: {text}</translation>
  </message>
  <message>
   <source>↑ ↓ choose, Enter opens, Esc goes back</source>
   <translation>↑ ↓ choose, Enter opens, Esc goes back</translation>
  </message>
 </context>
 <context>
  <name>Customers</name>
  <message numerus="yes">
   <source>%n found</source>
   <translation>
    <numerusform>%n found</numerusform>
    <numerusform>%n found</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n mailbox(es)</source>
   <translation>
    <numerusform>%n mailbox</numerusform>
    <numerusform>%n mailboxes</numerusform>
   </translation>
  </message>
  <message>
   <source>Active</source>
   <translation>Active</translation>
  </message>
  <message>
   <source>All</source>
   <translation>All</translation>
  </message>
  <message>
   <source>Closed</source>
   <translation>Closed</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Customer</translation>
  </message>
  <message>
   <source>Customers</source>
   <translation>Customers</translation>
  </message>
  <message>
   <source>E-mail</source>
   <translation>E-mail</translation>
  </message>
  <message>
   <source>Expired</source>
   <translation>Expired</translation>
  </message>
  <message>
   <source>Find a customer</source>
   <translation>Find a customer</translation>
  </message>
  <message>
   <source>Former holder of PMB {mailbox}</source>
   <translation>Former holder of PMB {mailbox}</translation>
  </message>
  <message>
   <source>Former holder: this number has another holder now. Look at the name, never at the number.</source>
   <translation>Former holder: this number has another holder now. Look at the name, never at the number.</translation>
  </message>
  <message>
   <source>Hand over</source>
   <translation>Hand over</translation>
  </message>
  <message>
   <source>ID valid until</source>
   <translation>ID valid until</translation>
  </message>
  <message>
   <source>Latest pieces</source>
   <translation>Latest pieces</translation>
  </message>
  <message>
   <source>Lay here by mistake</source>
   <translation>Lay here by mistake</translation>
  </message>
  <message>
   <source>Mailbox</source>
   <translation>Mailbox</translation>
  </message>
  <message>
   <source>Mailbox card</source>
   <translation>Mailbox card</translation>
  </message>
  <message>
   <source>May collect</source>
   <translation>May collect</translation>
  </message>
  <message>
   <source>Name, firm, mailbox, phone or e-mail</source>
   <translation>Name, firm, mailbox, phone or e-mail</translation>
  </message>
  <message>
   <source>Names on the Form 1583</source>
   <translation>Names on the Form 1583</translation>
  </message>
  <message>
   <source>Nobody found</source>
   <translation>Nobody found</translation>
  </message>
  <message>
   <source>Not approved</source>
   <translation>Not approved</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Note</translation>
  </message>
  <message>
   <source>Note for every clerk</source>
   <translation>Note for every clerk</translation>
  </message>
  <message>
   <source>On hold</source>
   <translation>On hold</translation>
  </message>
  <message>
   <source>On the shelf</source>
   <translation>On the shelf</translation>
  </message>
  <message>
   <source>PMB {mailbox} · holder now, there was another</source>
   <translation>PMB {mailbox} · holder now, there was another</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>Phone</translation>
  </message>
  <message>
   <source>Pickup: {state}</source>
   <translation>Pickup: {state}</translation>
  </message>
  <message>
   <source>Pieces</source>
   <translation>Pieces</translation>
  </message>
  <message>
   <source>Plan</source>
   <translation>Plan</translation>
  </message>
  <message>
   <source>Receive a piece</source>
   <translation>Receive a piece</translation>
  </message>
  <message>
   <source>Save note</source>
   <translation>Save note</translation>
  </message>
  <message>
   <source>State</source>
   <translation>State</translation>
  </message>
  <message>
   <source>This number had another holder before. Look at the name on each piece.</source>
   <translation>This number had another holder before. Look at the name on each piece.</translation>
  </message>
  <message>
   <source>Type a part of the name, the mailbox number, or the last digits of the phone number.</source>
   <translation>Type a part of the name, the mailbox number, or the last digits of the phone number.</translation>
  </message>
  <message>
   <source>and {count} more</source>
   <translation>and {count} more</translation>
  </message>
  <message>
   <source>now {mailbox}</source>
   <translation>now {mailbox}</translation>
  </message>
  <message>
   <source>{day}, expired</source>
   <translation>{day}, expired</translation>
  </message>
  <message>
   <source>{name} · no longer, since {day}</source>
   <translation>{name} · no longer, since {day}</translation>
  </message>
  <message>
   <source>{name} · not before {day}</source>
   <translation>{name} · not before {day}</translation>
  </message>
  <message>
   <source>{name} · until {day}</source>
   <translation>{name} · until {day}</translation>
  </message>
 </context>
 <context>
  <name>Damage</name>
  <message>
   <source>Close Counter</source>
   <translation>Close Counter</translation>
  </message>
  <message>
   <source>Counter cannot start</source>
   <translation>Counter cannot start</translation>
  </message>
  <message>
   <source>Counter has stopped</source>
   <translation>Counter has stopped</translation>
  </message>
  <message numerus="yes">
   <source>Rebuild (about %n minute(s))</source>
   <translation>
    <numerusform>Rebuild (about %n minute)</numerusform>
    <numerusform>Rebuild (about %n minutes)</numerusform>
   </translation>
  </message>
  <message>
   <source>Save unsent acts to a file</source>
   <translation>Save unsent acts to a file</translation>
  </message>
  <message>
   <source>Understood</source>
   <translation>Understood</translation>
  </message>
 </context>
 <context>
  <name>Deliveries</name>
  <message numerus="yes">
   <source>%n bag(s)</source>
   <translation>
    <numerusform>%n bag</numerusform>
    <numerusform>%n bags</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n label(s)</source>
   <translation>
    <numerusform>%n label</numerusform>
    <numerusform>%n labels</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n missing</source>
   <translation>
    <numerusform>%n missing</numerusform>
    <numerusform>%n missing</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n piece(s) did not come back and are searched for</source>
   <translation>
    <numerusform>%n piece did not come back and are searched for</numerusform>
    <numerusform>%n pieces did not come back and are searched for</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n to prepare</source>
   <translation>
    <numerusform>%n to prepare</numerusform>
    <numerusform>%n to prepare</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n used since they were counted</source>
   <translation>
    <numerusform>%n used since they were counted</numerusform>
    <numerusform>%n used since they were counted</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n with a driver</source>
   <translation>
    <numerusform>%n with a driver</numerusform>
    <numerusform>%n with a driver</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n wrong so far</source>
   <translation>
    <numerusform>%n wrong so far</numerusform>
    <numerusform>%n wrong so far</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>About %n poly bag(s) left</source>
   <translation>
    <numerusform>About %n poly bag left</numerusform>
    <numerusform>About %n poly bags left</numerusform>
   </translation>
  </message>
  <message>
   <source>All back: the pieces of {name} are on the shelf again</source>
   <translation>All back: the pieces of {name} are on the shelf again</translation>
  </message>
  <message>
   <source>Allow three more tries</source>
   <translation>Allow three more tries</translation>
  </message>
  <message>
   <source>Another reason</source>
   <translation>Another reason</translation>
  </message>
  <message>
   <source>Asked for less than an hour before closing.</source>
   <translation>Asked for less than an hour before closing.</translation>
  </message>
  <message>
   <source>Back on the shelf</source>
   <translation>Back on the shelf</translation>
  </message>
  <message>
   <source>Camera: {trouble}. {rule}</source>
   <translation>Camera: {trouble}. {rule}</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Close</translation>
  </message>
  <message>
   <source>Code locked</source>
   <translation>Code locked</translation>
  </message>
  <message>
   <source>Code of the driver</source>
   <translation>Code of the driver</translation>
  </message>
  <message>
   <source>Code that the driver says</source>
   <translation>Code that the driver says</translation>
  </message>
  <message>
   <source>Code to compare</source>
   <translation>Code to compare</translation>
  </message>
  <message>
   <source>Compare</source>
   <translation>Compare</translation>
  </message>
  <message>
   <source>Compare the code</source>
   <translation>Compare the code</translation>
  </message>
  <message>
   <source>Count anew</source>
   <translation>Count anew</translation>
  </message>
  <message>
   <source>Courier</source>
   <translation>Courier</translation>
  </message>
  <message>
   <source>Ctrl+T ticks it, Ctrl+Enter hands over.</source>
   <translation>Ctrl+T ticks it, Ctrl+Enter hands over.</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Customer</translation>
  </message>
  <message>
   <source>Delivered</source>
   <translation>Delivered</translation>
  </message>
  <message>
   <source>Deliveries</source>
   <translation>Deliveries</translation>
  </message>
  <message>
   <source>Driver</source>
   <translation>Driver</translation>
  </message>
  <message>
   <source>Driver is here</source>
   <translation>Driver is here</translation>
  </message>
  <message>
   <source>Driver refuses</source>
   <translation>Driver refuses</translation>
  </message>
  <message>
   <source>Driver's photo</source>
   <translation>Driver's photo</translation>
  </message>
  <message>
   <source>Hand over</source>
   <translation>Hand over</translation>
  </message>
  <message>
   <source>Hand to the driver</source>
   <translation>Hand to the driver</translation>
  </message>
  <message>
   <source>Has no code</source>
   <translation>Has no code</translation>
  </message>
  <message>
   <source>How do you know?</source>
   <translation>How do you know?</translation>
  </message>
  <message>
   <source>I counted so many</source>
   <translation>I counted so many</translation>
  </message>
  <message>
   <source>I hand the pieces to the driver</source>
   <translation>I hand the pieces to the driver</translation>
  </message>
  <message>
   <source>In progress</source>
   <translation>In progress</translation>
  </message>
  <message>
   <source>In progress until the platform says delivered. If the driver comes back with it, scan each piece.</source>
   <translation>In progress until the platform says delivered. If the driver comes back with it, scan each piece.</translation>
  </message>
  <message>
   <source>In the print queue</source>
   <translation>In the print queue</translation>
  </message>
  <message>
   <source>It matches</source>
   <translation>It matches</translation>
  </message>
  <message>
   <source>Keep them ready</source>
   <translation>Keep them ready</translation>
  </message>
  <message>
   <source>Label</source>
   <translation>Label</translation>
  </message>
  <message>
   <source>Labels</source>
   <translation>Labels</translation>
  </message>
  <message>
   <source>Labels of this delivery</source>
   <translation>Labels of this delivery</translation>
  </message>
  <message>
   <source>Labels to print</source>
   <translation>Labels to print</translation>
  </message>
  <message>
   <source>Late request: less than an hour before closing.</source>
   <translation>Late request: less than an hour before closing.</translation>
  </message>
  <message>
   <source>Left</source>
   <translation>Left</translation>
  </message>
  <message>
   <source>Locked: call support</source>
   <translation>Locked: call support</translation>
  </message>
  <message>
   <source>Mailbox</source>
   <translation>Mailbox</translation>
  </message>
  <message>
   <source>Name of the driver</source>
   <translation>Name of the driver</translation>
  </message>
  <message>
   <source>No delivery here</source>
   <translation>No delivery here</translation>
  </message>
  <message>
   <source>No driver came</source>
   <translation>No driver came</translation>
  </message>
  <message>
   <source>No photo yet</source>
   <translation>No photo yet</translation>
  </message>
  <message>
   <source>Not printed</source>
   <translation>Not printed</translation>
  </message>
  <message>
   <source>Note as delivered</source>
   <translation>Note as delivered</translation>
  </message>
  <message>
   <source>Noted: {name} has the pieces</source>
   <translation>Noted: {name} has the pieces</translation>
  </message>
  <message>
   <source>Number of poly bags</source>
   <translation>Number of poly bags</translation>
  </message>
  <message>
   <source>One label on each piece</source>
   <translation>One label on each piece</translation>
  </message>
  <message>
   <source>Order at so many</source>
   <translation>Order at so many</translation>
  </message>
  <message>
   <source>Personal deliveries</source>
   <translation>Personal deliveries</translation>
  </message>
  <message>
   <source>Photo of the driver</source>
   <translation>Photo of the driver</translation>
  </message>
  <message>
   <source>Photograph the driver</source>
   <translation>Photograph the driver</translation>
  </message>
  <message>
   <source>Piece</source>
   <translation>Piece</translation>
  </message>
  <message>
   <source>Pieces</source>
   <translation>Pieces</translation>
  </message>
  <message>
   <source>Poly bags</source>
   <translation>Poly bags</translation>
  </message>
  <message>
   <source>Poly bags used</source>
   <translation>Poly bags used</translation>
  </message>
  <message>
   <source>Poly bags were never counted here. Count them once; then each delivery takes its own off.</source>
   <translation>Poly bags were never counted here. Count them once; then each delivery takes its own off.</translation>
  </message>
  <message>
   <source>Print again</source>
   <translation>Print again</translation>
  </message>
  <message>
   <source>Process</source>
   <translation>Process</translation>
  </message>
  <message>
   <source>Put back on the shelf</source>
   <translation>Put back on the shelf</translation>
  </message>
  <message>
   <source>Put back: no driver</source>
   <translation>Put back: no driver</translation>
  </message>
  <message>
   <source>Put back: the pieces of {name} are free again</source>
   <translation>Put back: the pieces of {name} are free again</translation>
  </message>
  <message>
   <source>Put letters and small pieces into poly bags and seal them; a box goes as it is.</source>
   <translation>Put letters and small pieces into poly bags and seal them; a box goes as it is.</translation>
  </message>
  <message>
   <source>Put the pieces back on the shelf? The customer is told.</source>
   <translation>Put the pieces back on the shelf? The customer is told.</translation>
  </message>
  <message>
   <source>Ready</source>
   <translation>Ready</translation>
  </message>
  <message>
   <source>Refuses the photo</source>
   <translation>Refuses the photo</translation>
  </message>
  <message>
   <source>Returned</source>
   <translation>Returned</translation>
  </message>
  <message>
   <source>Scan every piece</source>
   <translation>Scan every piece</translation>
  </message>
  <message>
   <source>Scheduled</source>
   <translation>Scheduled</translation>
  </message>
  <message>
   <source>Seal and print labels</source>
   <translation>Seal and print labels</translation>
  </message>
  <message>
   <source>Seal, and count the bags</source>
   <translation>Seal, and count the bags</translation>
  </message>
  <message>
   <source>Show for one minute</source>
   <translation>Show for one minute</translation>
  </message>
  <message>
   <source>So many came in</source>
   <translation>So many came in</translation>
  </message>
  <message>
   <source>Spaces and capitals do not matter.</source>
   <translation>Spaces and capitals do not matter.</translation>
  </message>
  <message>
   <source>State</source>
   <translation>State</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>Status</translation>
  </message>
  <message>
   <source>Support has cleared it</source>
   <translation>Support has cleared it</translation>
  </message>
  <message>
   <source>Take the photo</source>
   <translation>Take the photo</translation>
  </message>
  <message>
   <source>Taken and put away</source>
   <translation>Taken and put away</translation>
  </message>
  <message>
   <source>The driver did not know the code</source>
   <translation>The driver did not know the code</translation>
  </message>
  <message>
   <source>The driver has not come</source>
   <translation>The driver has not come</translation>
  </message>
  <message>
   <source>The driver left</source>
   <translation>The driver left</translation>
  </message>
  <message>
   <source>The driver refused the photo</source>
   <translation>The driver refused the photo</translation>
  </message>
  <message>
   <source>The label is printed again</source>
   <translation>The label is printed again</translation>
  </message>
  <message>
   <source>The rest did not come back</source>
   <translation>The rest did not come back</translation>
  </message>
  <message>
   <source>The store closes soon and no driver has the pieces. Put them back; the customer is told.</source>
   <translation>The store closes soon and no driver has the pieces. Put them back; the customer is told.</translation>
  </message>
  <message>
   <source>The store closes soon and no driver has them: put them back.</source>
   <translation>The store closes soon and no driver has them: put them back.</translation>
  </message>
  <message>
   <source>This piece cannot go</source>
   <translation>This piece cannot go</translation>
  </message>
  <message>
   <source>Tick the hand-over</source>
   <translation>Tick the hand-over</translation>
  </message>
  <message>
   <source>To gather</source>
   <translation>To gather</translation>
  </message>
  <message>
   <source>To hand over</source>
   <translation>To hand over</translation>
  </message>
  <message>
   <source>To prepare</source>
   <translation>To prepare</translation>
  </message>
  <message>
   <source>To seal</source>
   <translation>To seal</translation>
  </message>
  <message>
   <source>Waits for a driver</source>
   <translation>Waits for a driver</translation>
  </message>
  <message>
   <source>What customers ask to have brought appears here by itself.</source>
   <translation>What customers ask to have brought appears here by itself.</translation>
  </message>
  <message>
   <source>What did not come back is searched for.</source>
   <translation>What did not come back is searched for.</translation>
  </message>
  <message>
   <source>What did support say? It is kept with the delivery.</source>
   <translation>What did support say? It is kept with the delivery.</translation>
  </message>
  <message>
   <source>When</source>
   <translation>When</translation>
  </message>
  <message>
   <source>Why does the driver not take the pieces? They stay here.</source>
   <translation>Why does the driver not take the pieces? They stay here.</translation>
  </message>
  <message>
   <source>Why? It is written down.</source>
   <translation>Why? It is written down.</translation>
  </message>
  <message>
   <source>With the driver</source>
   <translation>With the driver</translation>
  </message>
  <message>
   <source>as the app shows it</source>
   <translation>as the app shows it</translation>
  </message>
  <message>
   <source>late request</source>
   <translation>late request</translation>
  </message>
  <message>
   <source>order now: the level is {level}</source>
   <translation>order now: the level is {level}</translation>
  </message>
  <message>
   <source>the store orders at {level}</source>
   <translation>the store orders at {level}</translation>
  </message>
  <message>
   <source>{count} of {all} back</source>
   <translation>{count} of {all} back</translation>
  </message>
  <message>
   <source>{mail_id} is back; scan the others of {name} too</source>
   <translation>{mail_id} is back; scan the others of {name} too</translation>
  </message>
  <message>
   <source>{n} of {count}</source>
   <translation>{n} of {count}</translation>
  </message>
 </context>
 <context>
  <name>Demo</name>
  <message>
   <source>1.25 lb</source>
   <translation>1.25 lb</translation>
  </message>
  <message>
   <source>A driver brings a parcel</source>
   <translation>A driver brings a parcel</translation>
  </message>
  <message>
   <source>Card of PMB declines next</source>
   <translation>Card of PMB declines next</translation>
  </message>
  <message>
   <source>Demo: invented customers, simulated devices, a centre inside this program. Nothing leaves this computer.</source>
   <translation>Demo: invented customers, simulated devices, a centre inside this program. Nothing leaves this computer.</translation>
  </message>
  <message>
   <source>Demo: sign in as {email} with {password}</source>
   <translation>Demo: sign in as {email} with {password}</translation>
  </message>
  <message>
   <source>Empty</source>
   <translation>Empty</translation>
  </message>
  <message>
   <source>Internet</source>
   <translation>Internet</translation>
  </message>
  <message>
   <source>Label printer switched on</source>
   <translation>Label printer switched on</translation>
  </message>
  <message>
   <source>Mailbox whose card declines</source>
   <translation>Mailbox whose card declines</translation>
  </message>
  <message>
   <source>Paper in the label printer</source>
   <translation>Paper in the label printer</translation>
  </message>
  <message>
   <source>Scale plugged in</source>
   <translation>Scale plugged in</translation>
  </message>
  <message>
   <source>Scan a driver licence</source>
   <translation>Scan a driver licence</translation>
  </message>
  <message>
   <source>Scan it</source>
   <translation>Scan it</translation>
  </message>
  <message>
   <source>Scan this</source>
   <translation>Scan this</translation>
  </message>
  <message>
   <source>Scanner plugged in</source>
   <translation>Scanner plugged in</translation>
  </message>
  <message>
   <source>Simulated devices</source>
   <translation>Simulated devices</translation>
  </message>
  <message>
   <source>Text for the simulated scanner</source>
   <translation>Text for the simulated scanner</translation>
  </message>
 </context>
 <context>
  <name>Devices</name>
  <message>
   <source>A driver licence, {n} characters</source>
   <translation>A driver licence, {n} characters</translation>
  </message>
  <message>
   <source>A scanner that types like a keyboard works without settings.</source>
   <translation>A scanner that types like a keyboard works without settings.</translation>
  </message>
  <message>
   <source>Devices</source>
   <translation>Devices</translation>
  </message>
  <message>
   <source>Looking …</source>
   <translation>Looking …</translation>
  </message>
  <message>
   <source>Not set up on this computer: {names}.</source>
   <translation>Not set up on this computer: {names}.</translation>
  </message>
  <message>
   <source>On its way …</source>
   <translation>On its way …</translation>
  </message>
  <message>
   <source>Picture of the camera</source>
   <translation>Picture of the camera</translation>
  </message>
  <message>
   <source>Print a test 4 x 6</source>
   <translation>Print a test 4 x 6</translation>
  </message>
  <message>
   <source>Print a test label</source>
   <translation>Print a test label</translation>
  </message>
  <message>
   <source>Print a test receipt</source>
   <translation>Print a test receipt</translation>
  </message>
  <message>
   <source>Printed. Is it straight and whole?</source>
   <translation>Printed. Is it straight and whole?</translation>
  </message>
  <message>
   <source>Printing …</source>
   <translation>Printing …</translation>
  </message>
  <message>
   <source>Result of the test</source>
   <translation>Result of the test</translation>
  </message>
  <message>
   <source>Scan anything now.</source>
   <translation>Scan anything now.</translation>
  </message>
  <message>
   <source>Sounds for taken, refused and unknown</source>
   <translation>Sounds for taken, refused and unknown</translation>
  </message>
  <message>
   <source>Take a picture</source>
   <translation>Take a picture</translation>
  </message>
  <message>
   <source>This counter</source>
   <translation>This counter</translation>
  </message>
  <message>
   <source>Weigh now</source>
   <translation>Weigh now</translation>
  </message>
  <message>
   <source>Weighing …</source>
   <translation>Weighing …</translation>
  </message>
  <message>
   <source>keyboard</source>
   <translation>keyboard</translation>
  </message>
  <message>
   <source>kind not told</source>
   <translation>kind not told</translation>
  </message>
  <message>
   <source>not asked yet</source>
   <translation>not asked yet</translation>
  </message>
  <message>
   <source>{grams} g</source>
   <translation>{grams} g</translation>
  </message>
  <message>
   <source>{printer}: did it come out? Answer in the print queue.</source>
   <translation>{printer}: did it come out? Answer in the print queue.</translation>
  </message>
  <message>
   <source>{ready} of {all} ready · a device that is plugged in again comes back by itself</source>
   <translation>{ready} of {all} ready · a device that is plugged in again comes back by itself</translation>
  </message>
 </context>
 <context>
  <name>Export</name>
  <message numerus="yes">
   <source>%n row(s)</source>
   <translation>
    <numerusform>%n row</numerusform>
    <numerusform>%n rows</numerusform>
   </translation>
  </message>
  <message>
   <source>Export this list as a file</source>
   <translation>Export this list as a file</translation>
  </message>
  <message>
   <source>Export …</source>
   <translation>Export …</translation>
  </message>
  <message>
   <source>List for a spreadsheet (*.csv)</source>
   <translation>List for a spreadsheet (*.csv)</translation>
  </message>
  <message>
   <source>On the shelf</source>
   <translation>On the shelf</translation>
  </message>
  <message>
   <source>Received in the last 30 days</source>
   <translation>Received in the last 30 days</translation>
  </message>
  <message>
   <source>Received today</source>
   <translation>Received today</translation>
  </message>
  <message>
   <source>Save the list</source>
   <translation>Save the list</translation>
  </message>
  <message>
   <source>Stopped. No file was written.</source>
   <translation>Stopped. No file was written.</translation>
  </message>
  <message>
   <source>Which pieces go into the file?</source>
   <translation>Which pieces go into the file?</translation>
  </message>
  <message>
   <source>Writing the list</source>
   <translation>Writing the list</translation>
  </message>
  <message>
   <source>{rows} saved as {file}</source>
   <translation>{rows} saved as {file}</translation>
  </message>
 </context>
 <context>
  <name>Figures</name>
  <message>
   <source>MMM d</source>
   <translation>MMM d</translation>
  </message>
  <message>
   <source>MMM d, yyyy</source>
   <translation>MMM d, yyyy</translation>
  </message>
  <message>
   <source>dddd, MMMM d</source>
   <translation>dddd, MMMM d</translation>
  </message>
  <message>
   <source>today {time}</source>
   <translation>today {time}</translation>
  </message>
  <message>
   <source>yesterday {time}</source>
   <translation>yesterday {time}</translation>
  </message>
  <message>
   <source>{ounces} oz</source>
   <translation>{ounces} oz</translation>
  </message>
  <message>
   <source>{pounds} lb {ounces} oz</source>
   <translation>{pounds} lb {ounces} oz</translation>
  </message>
 </context>
 <context>
  <name>FirstSync</name>
  <message>
   <source>Go on</source>
   <translation>Go on</translation>
  </message>
  <message>
   <source>Go on fetching the register</source>
   <translation>Go on fetching the register</translation>
  </message>
  <message>
   <source>Rows of the register that are here</source>
   <translation>Rows of the register that are here</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Stop</translation>
  </message>
  <message>
   <source>Stop fetching the register</source>
   <translation>Stop fetching the register</translation>
  </message>
  <message>
   <source>The register is here; it is being made searchable.</source>
   <translation>The register is here; it is being made searchable.</translation>
  </message>
  <message>
   <source>The register is still arriving.</source>
   <translation>The register is still arriving.</translation>
  </message>
  <message>
   <source>The register is still arriving: {done} of {total} rows, about {left} min left.</source>
   <translation>The register is still arriving: {done} of {total} rows, about {left} min left.</translation>
  </message>
  <message>
   <source>The register is still arriving: {done} of {total} rows, about {left} s left.</source>
   <translation>The register is still arriving: {done} of {total} rows, about {left} s left.</translation>
  </message>
  <message>
   <source>The register is still arriving: {done} of {total} rows.</source>
   <translation>The register is still arriving: {done} of {total} rows.</translation>
  </message>
  <message>
   <source>The register is still arriving: {done} of {total} rows; it goes on when the centre answers.</source>
   <translation>The register is still arriving: {done} of {total} rows; it goes on when the centre answers.</translation>
  </message>
  <message>
   <source>The register was stopped at {done} of {total} rows.</source>
   <translation>The register was stopped at {done} of {total} rows.</translation>
  </message>
  <message>
   <source>The register was stopped.</source>
   <translation>The register was stopped.</translation>
  </message>
 </context>
 <context>
  <name>Inbox</name>
  <message numerus="yes">
   <source>%n thing(s) to look at</source>
   <translation>
    <numerusform>%n thing to look at</numerusform>
    <numerusform>%n things to look at</numerusform>
   </translation>
  </message>
  <message>
   <source>A photo is lost</source>
   <translation>A photo is lost</translation>
  </message>
  <message>
   <source>All is well</source>
   <translation>All is well</translation>
  </message>
  <message>
   <source>Answered</source>
   <translation>Answered</translation>
  </message>
  <message>
   <source>Check</source>
   <translation>Check</translation>
  </message>
  <message>
   <source>Done here</source>
   <translation>Done here</translation>
  </message>
  <message>
   <source>Inbox</source>
   <translation>Inbox</translation>
  </message>
  <message>
   <source>It is sent again.</source>
   <translation>It is sent again.</translation>
  </message>
  <message>
   <source>Kept apart</source>
   <translation>Kept apart</translation>
  </message>
  <message>
   <source>Look</source>
   <translation>Look</translation>
  </message>
  <message>
   <source>Mail ID</source>
   <translation>Mail ID</translation>
  </message>
  <message>
   <source>Mailbox</source>
   <translation>Mailbox</translation>
  </message>
  <message>
   <source>Mark as seen</source>
   <translation>Mark as seen</translation>
  </message>
  <message>
   <source>Marked as seen.</source>
   <translation>Marked as seen.</translation>
  </message>
  <message>
   <source>No mailbox fits “{name}” by itself. Open it and say whose it is.</source>
   <translation>No mailbox fits “{name}” by itself. Open it and say whose it is.</translation>
  </message>
  <message>
   <source>Not accepted</source>
   <translation>Not accepted</translation>
  </message>
  <message>
   <source>Not sent</source>
   <translation>Not sent</translation>
  </message>
  <message>
   <source>Nothing to look at</source>
   <translation>Nothing to look at</translation>
  </message>
  <message>
   <source>Open the piece</source>
   <translation>Open the piece</translation>
  </message>
  <message>
   <source>Put it into {mailbox}</source>
   <translation>Put it into {mailbox}</translation>
  </message>
  <message>
   <source>The centre took everything that was sent. What it cannot simply take comes here, with what to do.</source>
   <translation>The centre took everything that was sent. What it cannot simply take comes here, with what to do.</translation>
  </message>
  <message>
   <source>To be checked</source>
   <translation>To be checked</translation>
  </message>
  <message>
   <source>To do</source>
   <translation>To do</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Try again</translation>
  </message>
  <message>
   <source>Two acts on the same thing</source>
   <translation>Two acts on the same thing</translation>
  </message>
  <message>
   <source>What happened</source>
   <translation>What happened</translation>
  </message>
  <message>
   <source>When</source>
   <translation>When</translation>
  </message>
  <message>
   <source>“{name}” may be {likely} of {mailbox}. Open it and say whose it is.</source>
   <translation>“{name}” may be {likely} of {mailbox}. Open it and say whose it is.</translation>
  </message>
  <message>
   <source>“{name}” stands on the Form 1583 of {mailbox}.</source>
   <translation>“{name}” stands on the Form 1583 of {mailbox}.</translation>
  </message>
 </context>
 <context>
  <name>Keys</name>
  <message>
   <source>Enter</source>
   <translation>Enter</translation>
  </message>
  <message>
   <source>Esc</source>
   <translation>Esc</translation>
  </message>
 </context>
 <context>
  <name>Language</name>
  <message>
   <source>Language: {name}</source>
   <translation>Language: {name}</translation>
  </message>
 </context>
 <context>
  <name>Levels</name>
  <message>
   <source>Admin</source>
   <translation>Admin</translation>
  </message>
  <message>
   <source>Customer service</source>
   <translation>Customer service</translation>
  </message>
  <message>
   <source>Mail inserter</source>
   <translation>Mail inserter</translation>
  </message>
  <message>
   <source>Manager</source>
   <translation>Manager</translation>
  </message>
  <message>
   <source>Owner</source>
   <translation>Owner</translation>
  </message>
  <message>
   <source>Task processor</source>
   <translation>Task processor</translation>
  </message>
 </context>
 <context>
  <name>Money</name>
  <message numerus="yes">
   <source>%n payment(s)</source>
   <translation>
    <numerusform>%n payment</numerusform>
    <numerusform>%n payments</numerusform>
   </translation>
  </message>
  <message>
   <source>A piece appears here five days before its free days end, and stays while it costs.</source>
   <translation>A piece appears here five days before its free days end, and stays while it costs.</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>Amount</translation>
  </message>
  <message>
   <source>Being checked</source>
   <translation>Being checked</translation>
  </message>
  <message>
   <source>Charge storage</source>
   <translation>Charge storage</translation>
  </message>
  <message>
   <source>Charged later</source>
   <translation>Charged later</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Customer</translation>
  </message>
  <message>
   <source>Day end</source>
   <translation>Day end</translation>
  </message>
  <message>
   <source>Days that cost</source>
   <translation>Days that cost</translation>
  </message>
  <message>
   <source>Declined</source>
   <translation>Declined</translation>
  </message>
  <message>
   <source>Each payment that the centre has confirmed appears here.</source>
   <translation>Each payment that the centre has confirmed appears here.</translation>
  </message>
  <message>
   <source>Earlier</source>
   <translation>Earlier</translation>
  </message>
  <message>
   <source>For</source>
   <translation>For</translation>
  </message>
  <message>
   <source>Free until</source>
   <translation>Free until</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Kind</translation>
  </message>
  <message>
   <source>Later</source>
   <translation>Later</translation>
  </message>
  <message>
   <source>Mail ID</source>
   <translation>Mail ID</translation>
  </message>
  <message>
   <source>Mailbox</source>
   <translation>Mailbox</translation>
  </message>
  <message>
   <source>Money</source>
   <translation>Money</translation>
  </message>
  <message>
   <source>No piece costs storage soon</source>
   <translation>No piece costs storage soon</translation>
  </message>
  <message>
   <source>Not for this clerk</source>
   <translation>Not for this clerk</translation>
  </message>
  <message>
   <source>Nothing was paid on this day</source>
   <translation>Nothing was paid on this day</translation>
  </message>
  <message>
   <source>Open now</source>
   <translation>Open now</translation>
  </message>
  <message>
   <source>Owed</source>
   <translation>Owed</translation>
  </message>
  <message>
   <source>Paid</source>
   <translation>Paid</translation>
  </message>
  <message>
   <source>Paid, by kind</source>
   <translation>Paid, by kind</translation>
  </message>
  <message>
   <source>Payments of the day</source>
   <translation>Payments of the day</translation>
  </message>
  <message>
   <source>Piece</source>
   <translation>Piece</translation>
  </message>
  <message>
   <source>Pieces whose free days end</source>
   <translation>Pieces whose free days end</translation>
  </message>
  <message>
   <source>Print day end</source>
   <translation>Print day end</translation>
  </message>
  <message>
   <source>Shelf</source>
   <translation>Shelf</translation>
  </message>
  <message>
   <source>Storage</source>
   <translation>Storage</translation>
  </message>
  <message>
   <source>Tell the customer</source>
   <translation>Tell the customer</translation>
  </message>
  <message>
   <source>The customer is told with the next exchange</source>
   <translation>The customer is told with the next exchange</translation>
  </message>
  <message>
   <source>The day end of {day} is in the print queue</source>
   <translation>The day end of {day} is in the print queue</translation>
  </message>
  <message>
   <source>Tomorrow adds</source>
   <translation>Tomorrow adds</translation>
  </message>
  <message>
   <source>costs from tomorrow</source>
   <translation>costs from tomorrow</translation>
  </message>
  <message numerus="yes">
   <source>costs since %n day(s)</source>
   <translation>
    <numerusform>costs since %n day</numerusform>
    <numerusform>costs since %n days</numerusform>
   </translation>
  </message>
  <message>
   <source>{owed} owed · {count} start to cost tomorrow</source>
   <translation>{owed} owed · {count} start to cost tomorrow</translation>
  </message>
 </context>
 <context>
  <name>Name</name>
  <message>
   <source>An initial stands for a name.</source>
   <translation>An initial stands for a name.</translation>
  </message>
  <message>
   <source>It is spelled differently.</source>
   <translation>It is spelled differently.</translation>
  </message>
  <message>
   <source>It is written in another alphabet.</source>
   <translation>It is written in another alphabet.</translation>
  </message>
  <message>
   <source>It names several people, and not all of them are on the form.</source>
   <translation>It names several people, and not all of them are on the form.</translation>
  </message>
  <message>
   <source>It stands beside another name that is not on the form.</source>
   <translation>It stands beside another name that is not on the form.</translation>
  </message>
  <message>
   <source>Jr, Sr, II or the kind of firm differs.</source>
   <translation>Jr, Sr, II or the kind of firm differs.</translation>
  </message>
  <message>
   <source>Letters may be misread, such as 0 for O or rn for m.</source>
   <translation>Letters may be misread, such as 0 for O or rn for m.</translation>
  </message>
  <message>
   <source>Letters seem to be cut off at the edge.</source>
   <translation>Letters seem to be cut off at the edge.</translation>
  </message>
  <message>
   <source>More than one name on the form is as near.</source>
   <translation>More than one name on the form is as near.</translation>
  </message>
  <message>
   <source>Only a part of the name stands there.</source>
   <translation>Only a part of the name stands there.</translation>
  </message>
  <message>
   <source>Only accents differ.</source>
   <translation>Only accents differ.</translation>
  </message>
  <message>
   <source>Some letters only look like Latin letters.</source>
   <translation>Some letters only look like Latin letters.</translation>
  </message>
  <message>
   <source>The blanks stand elsewhere.</source>
   <translation>The blanks stand elsewhere.</translation>
  </message>
  <message>
   <source>The middle name differs.</source>
   <translation>The middle name differs.</translation>
  </message>
  <message>
   <source>The words stand in another order.</source>
   <translation>The words stand in another order.</translation>
  </message>
 </context>
 <context>
  <name>Paper</name>
  <message numerus="yes">
   <source>%n blank side(s) left out, not charged</source>
   <translation>
    <numerusform>%n blank side left out, not charged</numerusform>
    <numerusform>%n blank sides left out, not charged</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n check(s)</source>
   <translation>
    <numerusform>%n check</numerusform>
    <numerusform>%n checks</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n file(s) of before lie in the folder: take them only if they are of this piece.</source>
   <translation>
    <numerusform>%n file of before lie in the folder: take them only if they are of this piece.</numerusform>
    <numerusform>%n files of before lie in the folder: take them only if they are of this piece.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n page(s)</source>
   <translation>
    <numerusform>%n page</numerusform>
    <numerusform>%n pages</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n page(s) for the customer</source>
   <translation>
    <numerusform>%n page for the customer</numerusform>
    <numerusform>%n pages for the customer</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n piece(s)</source>
   <translation>
    <numerusform>%n piece</numerusform>
    <numerusform>%n pieces</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n piece(s) shredded</source>
   <translation>
    <numerusform>%n piece shredded</numerusform>
    <numerusform>%n pieces shredded</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n piece(s) taken off the pile</source>
   <translation>
    <numerusform>%n piece taken off the pile</numerusform>
    <numerusform>%n pieces taken off the pile</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n task(s) chosen</source>
   <translation>
    <numerusform>%n task chosen</numerusform>
    <numerusform>%n tasks chosen</numerusform>
   </translation>
  </message>
  <message>
   <source>A page cannot be read</source>
   <translation>A page cannot be read</translation>
  </message>
  <message>
   <source>Account</source>
   <translation>Account</translation>
  </message>
  <message>
   <source>Account of the customer</source>
   <translation>Account of the customer</translation>
  </message>
  <message>
   <source>Add the check</source>
   <translation>Add the check</translation>
  </message>
  <message>
   <source>Address of the bank</source>
   <translation>Address of the bank</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>Amount</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Back</translation>
  </message>
  <message>
   <source>Back to shelf</source>
   <translation>Back to shelf</translation>
  </message>
  <message>
   <source>Bank</source>
   <translation>Bank</translation>
  </message>
  <message>
   <source>Bank on the check</source>
   <translation>Bank on the check</translation>
  </message>
  <message>
   <source>By</source>
   <translation>By</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Cancel</translation>
  </message>
  <message>
   <source>Check</source>
   <translation>Check</translation>
  </message>
  <message>
   <source>Checks of this deposit</source>
   <translation>Checks of this deposit</translation>
  </message>
  <message>
   <source>Choose all that may go</source>
   <translation>Choose all that may go</translation>
  </message>
  <message>
   <source>Choose or leave</source>
   <translation>Choose or leave</translation>
  </message>
  <message>
   <source>Chosen</source>
   <translation>Chosen</translation>
  </message>
  <message>
   <source>Close the envelopes again</source>
   <translation>Close the envelopes again</translation>
  </message>
  <message>
   <source>Count the pages</source>
   <translation>Count the pages</translation>
  </message>
  <message>
   <source>Count the pages of each piece</source>
   <translation>Count the pages of each piece</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Customer</translation>
  </message>
  <message>
   <source>Damaged while it was opened</source>
   <translation>Damaged while it was opened</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>Date</translation>
  </message>
  <message>
   <source>Dated</source>
   <translation>Dated</translation>
  </message>
  <message>
   <source>Deposit for {bank} handed over</source>
   <translation>Deposit for {bank} handed over</translation>
  </message>
  <message>
   <source>Deposited at</source>
   <translation>Deposited at</translation>
  </message>
  <message>
   <source>Deposits for the carrier</source>
   <translation>Deposits for the carrier</translation>
  </message>
  <message>
   <source>Deposits with a label appear here until the carrier has taken them.</source>
   <translation>Deposits with a label appear here until the carrier has taken them.</translation>
  </message>
  <message numerus="yes">
   <source>Discard %n piece(s)</source>
   <translation>
    <numerusform>Discard %n piece</numerusform>
    <numerusform>Discard %n pieces</numerusform>
   </translation>
  </message>
  <message>
   <source>Endorsed</source>
   <translation>Endorsed</translation>
  </message>
  <message>
   <source>Envelope and postage</source>
   <translation>Envelope and postage</translation>
  </message>
  <message>
   <source>Everything is back in its envelope, and each is closed</source>
   <translation>Everything is back in its envelope, and each is closed</translation>
  </message>
  <message>
   <source>Hold each piece against the screen before it is opened.</source>
   <translation>Hold each piece against the screen before it is opened.</translation>
  </message>
  <message>
   <source>How many pieces are in your hand?</source>
   <translation>How many pieces are in your hand?</translation>
  </message>
  <message>
   <source>In the piece</source>
   <translation>In the piece</translation>
  </message>
  <message>
   <source>In your own words</source>
   <translation>In your own words</translation>
  </message>
  <message>
   <source>In your own words; the customer reads it</source>
   <translation>In your own words; the customer reads it</translation>
  </message>
  <message>
   <source>It is the same</source>
   <translation>It is the same</translation>
  </message>
  <message>
   <source>It is the store's own label</source>
   <translation>It is the store's own label</translation>
  </message>
  <message>
   <source>Keep blank side</source>
   <translation>Keep blank side</translation>
  </message>
  <message>
   <source>Kept until {date}</source>
   <translation>Kept until {date}</translation>
  </message>
  <message>
   <source>Label</source>
   <translation>Label</translation>
  </message>
  <message>
   <source>Large envelope</source>
   <translation>Large envelope</translation>
  </message>
  <message>
   <source>Letter</source>
   <translation>Letter</translation>
  </message>
  <message>
   <source>Mail ID or tracking number</source>
   <translation>Mail ID or tracking number</translation>
  </message>
  <message>
   <source>Mailbox</source>
   <translation>Mailbox</translation>
  </message>
  <message>
   <source>May be shredded</source>
   <translation>May be shredded</translation>
  </message>
  <message>
   <source>Meant for another person</source>
   <translation>Meant for another person</translation>
  </message>
  <message>
   <source>More than one thing in the envelope</source>
   <translation>More than one thing in the envelope</translation>
  </message>
  <message>
   <source>No</source>
   <translation>No</translation>
  </message>
  <message>
   <source>No check</source>
   <translation>No check</translation>
  </message>
  <message>
   <source>No check in this piece</source>
   <translation>No check in this piece</translation>
  </message>
  <message>
   <source>No deposit waits for the carrier</source>
   <translation>No deposit waits for the carrier</translation>
  </message>
  <message>
   <source>Not endorsed</source>
   <translation>Not endorsed</translation>
  </message>
  <message>
   <source>Note it</source>
   <translation>Note it</translation>
  </message>
  <message>
   <source>Noted in the piece's history; the customer is written to.</source>
   <translation>Noted in the piece's history; the customer is written to.</translation>
  </message>
  <message>
   <source>On the pile since</source>
   <translation>On the pile since</translation>
  </message>
  <message>
   <source>Open the envelopes</source>
   <translation>Open the envelopes</translation>
  </message>
  <message>
   <source>Opened by mistake</source>
   <translation>Opened by mistake</translation>
  </message>
  <message>
   <source>Over 180 days</source>
   <translation>Over 180 days</translation>
  </message>
  <message numerus="yes">
   <source>PDF of %n page(s)</source>
   <translation>
    <numerusform>PDF of %n page</numerusform>
    <numerusform>PDF of %n pages</numerusform>
   </translation>
  </message>
  <message>
   <source>Packaging</source>
   <translation>Packaging</translation>
  </message>
  <message>
   <source>Page {n}</source>
   <translation>Page {n}</translation>
  </message>
  <message>
   <source>Pages</source>
   <translation>Pages</translation>
  </message>
  <message>
   <source>Pages by piece</source>
   <translation>Pages by piece</translation>
  </message>
  <message>
   <source>Pages of the chosen piece</source>
   <translation>Pages of the chosen piece</translation>
  </message>
  <message>
   <source>Pages of the scan</source>
   <translation>Pages of the scan</translation>
  </message>
  <message>
   <source>Pages taken out</source>
   <translation>Pages taken out</translation>
  </message>
  <message>
   <source>Paid shred tasks appear here once their pieces are put on the pile.</source>
   <translation>Paid shred tasks appear here once their pieces are put on the pile.</translation>
  </message>
  <message>
   <source>Pay to the order of</source>
   <translation>Pay to the order of</translation>
  </message>
  <message>
   <source>Photo</source>
   <translation>Photo</translation>
  </message>
  <message>
   <source>Piece</source>
   <translation>Piece</translation>
  </message>
  <message>
   <source>Pieces</source>
   <translation>Pieces</translation>
  </message>
  <message>
   <source>Postage</source>
   <translation>Postage</translation>
  </message>
  <message>
   <source>Print the slip</source>
   <translation>Print the slip</translation>
  </message>
  <message>
   <source>Put on the shred pile</source>
   <translation>Put on the shred pile</translation>
  </message>
  <message>
   <source>Read by somebody it is not meant for</source>
   <translation>Read by somebody it is not meant for</translation>
  </message>
  <message>
   <source>Report</source>
   <translation>Report</translation>
  </message>
  <message>
   <source>Save the count</source>
   <translation>Save the count</translation>
  </message>
  <message>
   <source>Save the draft</source>
   <translation>Save the draft</translation>
  </message>
  <message>
   <source>Scan each label as the carrier takes it</source>
   <translation>Scan each label as the carrier takes it</translation>
  </message>
  <message>
   <source>Scan into the watched folder, drop files here, or take a photo.</source>
   <translation>Scan into the watched folder, drop files here, or take a photo.</translation>
  </message>
  <message>
   <source>Scan the pages</source>
   <translation>Scan the pages</translation>
  </message>
  <message>
   <source>Scan the pages and save them</source>
   <translation>Scan the pages and save them</translation>
  </message>
  <message>
   <source>Send all the same</source>
   <translation>Send all the same</translation>
  </message>
  <message>
   <source>Send to the customer</source>
   <translation>Send to the customer</translation>
  </message>
  <message>
   <source>Service</source>
   <translation>Service</translation>
  </message>
  <message>
   <source>Set the bank</source>
   <translation>Set the bank</translation>
  </message>
  <message>
   <source>Set the postage</source>
   <translation>Set the postage</translation>
  </message>
  <message>
   <source>Shred</source>
   <translation>Shred</translation>
  </message>
  <message>
   <source>Shred pile</source>
   <translation>Shred pile</translation>
  </message>
  <message>
   <source>Something went wrong with a piece</source>
   <translation>Something went wrong with a piece</translation>
  </message>
  <message>
   <source>State</source>
   <translation>State</translation>
  </message>
  <message>
   <source>Take from the folder</source>
   <translation>Take from the folder</translation>
  </message>
  <message>
   <source>Take off the list</source>
   <translation>Take off the list</translation>
  </message>
  <message>
   <source>Take off the pile</source>
   <translation>Take off the pile</translation>
  </message>
  <message>
   <source>Take out</source>
   <translation>Take out</translation>
  </message>
  <message>
   <source>Tasks on the shred pile</source>
   <translation>Tasks on the shred pile</translation>
  </message>
  <message>
   <source>The bank has a PO box: only USPS Priority Mail goes there.</source>
   <translation>The bank has a PO box: only USPS Priority Mail goes there.</translation>
  </message>
  <message>
   <source>The envelopes are open</source>
   <translation>The envelopes are open</translation>
  </message>
  <message>
   <source>The label is on it</source>
   <translation>The label is on it</translation>
  </message>
  <message>
   <source>The shred pile is empty</source>
   <translation>The shred pile is empty</translation>
  </message>
  <message>
   <source>The slip is printed once more.</source>
   <translation>The slip is printed once more.</translation>
  </message>
  <message numerus="yes">
   <source>Throw %n piece(s) away for good?</source>
   <translation>
    <numerusform>Throw %n piece away for good?</numerusform>
    <numerusform>Throw %n pieces away for good?</numerusform>
   </translation>
  </message>
  <message>
   <source>Throw away</source>
   <translation>Throw away</translation>
  </message>
  <message>
   <source>Tracking number</source>
   <translation>Tracking number</translation>
  </message>
  <message>
   <source>Turn left</source>
   <translation>Turn left</translation>
  </message>
  <message>
   <source>Turn right</source>
   <translation>Turn right</translation>
  </message>
  <message>
   <source>Weigh</source>
   <translation>Weigh</translation>
  </message>
  <message>
   <source>Weigh the envelope and set the postage</source>
   <translation>Weigh the envelope and set the postage</translation>
  </message>
  <message>
   <source>Weight in grams</source>
   <translation>Weight in grams</translation>
  </message>
  <message>
   <source>What happened</source>
   <translation>What happened</translation>
  </message>
  <message>
   <source>What was found</source>
   <translation>What was found</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>Why</translation>
  </message>
  <message>
   <source>With a photo</source>
   <translation>With a photo</translation>
  </message>
  <message>
   <source>Working on the pages</source>
   <translation>Working on the pages</translation>
  </message>
  <message>
   <source>Write the checks down</source>
   <translation>Write the checks down</translation>
  </message>
  <message>
   <source>Write the checks down and print the slip</source>
   <translation>Write the checks down and print the slip</translation>
  </message>
  <message>
   <source>blank</source>
   <translation>blank</translation>
  </message>
  <message>
   <source>blank, kept</source>
   <translation>blank, kept</translation>
  </message>
  <message>
   <source>blank, left out</source>
   <translation>blank, left out</translation>
  </message>
  <message>
   <source>goes back to its shelf</source>
   <translation>goes back to its shelf</translation>
  </message>
  <message>
   <source>not saved yet</source>
   <translation>not saved yet</translation>
  </message>
  <message>
   <source>turned by {degrees} degrees</source>
   <translation>turned by {degrees} degrees</translation>
  </message>
  <message>
   <source>{count} of {most} checks · {total}</source>
   <translation>{count} of {most} checks · {total}</translation>
  </message>
  <message>
   <source>“For Deposit Only” is on its back</source>
   <translation>“For Deposit Only” is on its back</translation>
  </message>
 </context>
 <context>
  <name>Pickups</name>
  <message numerus="yes">
   <source>%n customer(s)</source>
   <translation>
    <numerusform>%n customer</numerusform>
    <numerusform>%n customers</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n day(s)</source>
   <translation>
    <numerusform>%n day</numerusform>
    <numerusform>%n days</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n hour(s)</source>
   <translation>
    <numerusform>%n hour</numerusform>
    <numerusform>%n hours</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n minute(s)</source>
   <translation>
    <numerusform>%n minute</numerusform>
    <numerusform>%n minutes</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n not found</source>
   <translation>
    <numerusform>%n not found</numerusform>
    <numerusform>%n not found</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n piece(s)</source>
   <translation>
    <numerusform>%n piece</numerusform>
    <numerusform>%n pieces</numerusform>
   </translation>
  </message>
  <message>
   <source>Accept</source>
   <translation>Accept</translation>
  </message>
  <message>
   <source>Active</source>
   <translation>Active</translation>
  </message>
  <message numerus="yes">
   <source>Add all %n other(s)</source>
   <translation>
    <numerusform>Add all %n other</numerusform>
    <numerusform>Add all %n others</numerusform>
   </translation>
  </message>
  <message>
   <source>Add this piece</source>
   <translation>Add this piece</translation>
  </message>
  <message>
   <source>Agree on a time with the customer</source>
   <translation>Agree on a time with the customer</translation>
  </message>
  <message>
   <source>All</source>
   <translation>All</translation>
  </message>
  <message>
   <source>Allowed to collect</source>
   <translation>Allowed to collect</translation>
  </message>
  <message>
   <source>Approval pending</source>
   <translation>Approval pending</translation>
  </message>
  <message>
   <source>Ask for it first</source>
   <translation>Ask for it first</translation>
  </message>
  <message>
   <source>Asked for again; the answer comes with the next exchange</source>
   <translation>Asked for again; the answer comes with the next exchange</translation>
  </message>
  <message>
   <source>At the counter</source>
   <translation>At the counter</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Back</translation>
  </message>
  <message>
   <source>Brought to the counter</source>
   <translation>Brought to the counter</translation>
  </message>
  <message>
   <source>Can be declined from {day} on</source>
   <translation>Can be declined from {day} on</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Cancel</translation>
  </message>
  <message>
   <source>Card declined</source>
   <translation>Card declined</translation>
  </message>
  <message>
   <source>Card declined: ask the customer to update the payment method.</source>
   <translation>Card declined: ask the customer to update the payment method.</translation>
  </message>
  <message>
   <source>Carrier</source>
   <translation>Carrier</translation>
  </message>
  <message>
   <source>Charge again</source>
   <translation>Charge again</translation>
  </message>
  <message>
   <source>Charge later</source>
   <translation>Charge later</translation>
  </message>
  <message>
   <source>Charge later (up to {limit})</source>
   <translation>Charge later (up to {limit})</translation>
  </message>
  <message>
   <source>Charge the card</source>
   <translation>Charge the card</translation>
  </message>
  <message>
   <source>Charge {amount}</source>
   <translation>Charge {amount}</translation>
  </message>
  <message>
   <source>Check</source>
   <translation>Check</translation>
  </message>
  <message>
   <source>Check a photo ID</source>
   <translation>Check a photo ID</translation>
  </message>
  <message>
   <source>Check a photo ID before handing over</source>
   <translation>Check a photo ID before handing over</translation>
  </message>
  <message>
   <source>Checking {amount}…</source>
   <translation>Checking {amount}…</translation>
  </message>
  <message>
   <source>Checking… The bank has not answered. Nothing leaves before it does.</source>
   <translation>Checking… The bank has not answered. Nothing leaves before it does.</translation>
  </message>
  <message>
   <source>Checking… There is no internet, so no answer can come.</source>
   <translation>Checking… There is no internet, so no answer can come.</translation>
  </message>
  <message>
   <source>Clear</source>
   <translation>Clear</translation>
  </message>
  <message>
   <source>Closed</source>
   <translation>Closed</translation>
  </message>
  <message>
   <source>Collected by</source>
   <translation>Collected by</translation>
  </message>
  <message>
   <source>Consolidated</source>
   <translation>Consolidated</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Customer</translation>
  </message>
  <message>
   <source>Customer told</source>
   <translation>Customer told</translation>
  </message>
  <message>
   <source>Customers with pieces waiting</source>
   <translation>Customers with pieces waiting</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Day</translation>
  </message>
  <message>
   <source>Decline</source>
   <translation>Decline</translation>
  </message>
  <message>
   <source>Decline it</source>
   <translation>Decline it</translation>
  </message>
  <message>
   <source>Decline pickup</source>
   <translation>Decline pickup</translation>
  </message>
  <message>
   <source>Decline that task</source>
   <translation>Decline that task</translation>
  </message>
  <message>
   <source>Declined</source>
   <translation>Declined</translation>
  </message>
  <message>
   <source>Declined: its pieces are free again and its customer is told</source>
   <translation>Declined: its pieces are free again and its customer is told</translation>
  </message>
  <message>
   <source>Delivered</source>
   <translation>Delivered</translation>
  </message>
  <message>
   <source>Deposited</source>
   <translation>Deposited</translation>
  </message>
  <message>
   <source>Discarded</source>
   <translation>Discarded</translation>
  </message>
  <message>
   <source>Driver licence</source>
   <translation>Driver licence</translation>
  </message>
  <message>
   <source>Everything is done. Hand the pieces over.</source>
   <translation>Everything is done. Hand the pieces over.</translation>
  </message>
  <message>
   <source>Expected {when}</source>
   <translation>Expected {when}</translation>
  </message>
  <message>
   <source>Expired</source>
   <translation>Expired</translation>
  </message>
  <message>
   <source>Fee</source>
   <translation>Fee</translation>
  </message>
  <message>
   <source>Fee checking</source>
   <translation>Fee checking</translation>
  </message>
  <message>
   <source>Find somebody who may collect</source>
   <translation>Find somebody who may collect</translation>
  </message>
  <message>
   <source>First the ID and every piece, then the fee.</source>
   <translation>First the ID and every piece, then the fee.</translation>
  </message>
  <message>
   <source>For all pieces of this pickup. If the paper names single ones, scan those now.</source>
   <translation>For all pieces of this pickup. If the paper names single ones, scan those now.</translation>
  </message>
  <message>
   <source>Form renewal due</source>
   <translation>Form renewal due</translation>
  </message>
  <message>
   <source>Former holder</source>
   <translation>Former holder</translation>
  </message>
  <message>
   <source>Get a signature</source>
   <translation>Get a signature</translation>
  </message>
  <message>
   <source>Give up the fee</source>
   <translation>Give up the fee</translation>
  </message>
  <message>
   <source>Give up what is owed</source>
   <translation>Give up what is owed</translation>
  </message>
  <message>
   <source>Give up…</source>
   <translation>Give up…</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>Go on</translation>
  </message>
  <message>
   <source>Go there</source>
   <translation>Go there</translation>
  </message>
  <message>
   <source>Good until</source>
   <translation>Good until</translation>
  </message>
  <message>
   <source>Hand over</source>
   <translation>Hand over</translation>
  </message>
  <message>
   <source>Hand over to {name}</source>
   <translation>Hand over to {name}</translation>
  </message>
  <message>
   <source>Handed over</source>
   <translation>Handed over</translation>
  </message>
  <message>
   <source>History</source>
   <translation>History</translation>
  </message>
  <message>
   <source>How did the customer get them? No fee.</source>
   <translation>How did the customer get them? No fee.</translation>
  </message>
  <message>
   <source>In a task</source>
   <translation>In a task</translation>
  </message>
  <message>
   <source>In progress</source>
   <translation>In progress</translation>
  </message>
  <message>
   <source>Keep the paper</source>
   <translation>Keep the paper</translation>
  </message>
  <message>
   <source>Kept here after all</source>
   <translation>Kept here after all</translation>
  </message>
  <message>
   <source>Kind of photo ID, or scan a licence, a passport or an ID card</source>
   <translation>Kind of photo ID, or scan a licence, a passport or an ID card</translation>
  </message>
  <message>
   <source>Large envelope</source>
   <translation>Large envelope</translation>
  </message>
  <message>
   <source>Late · {when}</source>
   <translation>Late · {when}</translation>
  </message>
  <message>
   <source>Late: expected {when}</source>
   <translation>Late: expected {when}</translation>
  </message>
  <message>
   <source>Leave in progress</source>
   <translation>Leave in progress</translation>
  </message>
  <message>
   <source>Leave it</source>
   <translation>Leave it</translation>
  </message>
  <message>
   <source>Leave this pickup in progress, or put the pieces back?</source>
   <translation>Leave this pickup in progress, or put the pieces back?</translation>
  </message>
  <message>
   <source>Leave this pickup to the other clerks</source>
   <translation>Leave this pickup to the other clerks</translation>
  </message>
  <message>
   <source>Leave to others</source>
   <translation>Leave to others</translation>
  </message>
  <message>
   <source>Leave what the paper does not name</source>
   <translation>Leave what the paper does not name</translation>
  </message>
  <message>
   <source>Left for another pickup</source>
   <translation>Left for another pickup</translation>
  </message>
  <message>
   <source>Left for tomorrow</source>
   <translation>Left for tomorrow</translation>
  </message>
  <message>
   <source>Letter</source>
   <translation>Letter</translation>
  </message>
  <message>
   <source>Letters, once a visit</source>
   <translation>Letters, once a visit</translation>
  </message>
  <message>
   <source>Letters, paid in this visit already</source>
   <translation>Letters, paid in this visit already</translation>
  </message>
  <message>
   <source>Magazine</source>
   <translation>Magazine</translation>
  </message>
  <message>
   <source>Mailbox</source>
   <translation>Mailbox</translation>
  </message>
  <message>
   <source>Mailbox card</source>
   <translation>Mailbox card</translation>
  </message>
  <message>
   <source>Mailbox on the paper</source>
   <translation>Mailbox on the paper</translation>
  </message>
  <message>
   <source>Mark as picked up</source>
   <translation>Mark as picked up</translation>
  </message>
  <message>
   <source>Mark the pieces as picked up, without a fee</source>
   <translation>Mark the pieces as picked up, without a fee</translation>
  </message>
  <message>
   <source>Marked as picked up</source>
   <translation>Marked as picked up</translation>
  </message>
  <message>
   <source>Marked for its sender</source>
   <translation>Marked for its sender</translation>
  </message>
  <message>
   <source>Military ID</source>
   <translation>Military ID</translation>
  </message>
  <message>
   <source>Missing</source>
   <translation>Missing</translation>
  </message>
  <message>
   <source>More pieces</source>
   <translation>More pieces</translation>
  </message>
  <message>
   <source>Moved to another mailbox</source>
   <translation>Moved to another mailbox</translation>
  </message>
  <message>
   <source>New pickup</source>
   <translation>New pickup</translation>
  </message>
  <message>
   <source>New pickup: find the customer</source>
   <translation>New pickup: find the customer</translation>
  </message>
  <message>
   <source>No</source>
   <translation>No</translation>
  </message>
  <message>
   <source>No photo yet</source>
   <translation>No photo yet</translation>
  </message>
  <message>
   <source>No piece to hand over</source>
   <translation>No piece to hand over</translation>
  </message>
  <message>
   <source>No piece waits for anybody</source>
   <translation>No piece waits for anybody</translation>
  </message>
  <message>
   <source>Nobody is waiting here</source>
   <translation>Nobody is waiting here</translation>
  </message>
  <message>
   <source>Nobody signs</source>
   <translation>Nobody signs</translation>
  </message>
  <message>
   <source>Nobody signs? Then nothing leaves, and the pieces go back.</source>
   <translation>Nobody signs? Then nothing leaves, and the pieces go back.</translation>
  </message>
  <message>
   <source>Not approved</source>
   <translation>Not approved</translation>
  </message>
  <message>
   <source>Not found</source>
   <translation>Not found</translation>
  </message>
  <message>
   <source>Not found on its shelf</source>
   <translation>Not found on its shelf</translation>
  </message>
  <message>
   <source>Not in pickup</source>
   <translation>Not in pickup</translation>
  </message>
  <message>
   <source>Not on the shelf</source>
   <translation>Not on the shelf</translation>
  </message>
  <message>
   <source>Nothing due</source>
   <translation>Nothing due</translation>
  </message>
  <message>
   <source>On hold</source>
   <translation>On hold</translation>
  </message>
  <message>
   <source>On the shelf</source>
   <translation>On the shelf</translation>
  </message>
  <message>
   <source>Only for: {pieces}</source>
   <translation>Only for: {pieces}</translation>
  </message>
  <message>
   <source>Other photo ID</source>
   <translation>Other photo ID</translation>
  </message>
  <message>
   <source>Owed</source>
   <translation>Owed</translation>
  </message>
  <message>
   <source>PMB {mailbox}</source>
   <translation>PMB {mailbox}</translation>
  </message>
  <message>
   <source>Package</source>
   <translation>Package</translation>
  </message>
  <message>
   <source>Packages, {count} × {price}</source>
   <translation>Packages, {count} × {price}</translation>
  </message>
  <message>
   <source>Paid, to hand over</source>
   <translation>Paid, to hand over</translation>
  </message>
  <message>
   <source>Passport</source>
   <translation>Passport</translation>
  </message>
  <message>
   <source>Payment declined</source>
   <translation>Payment declined</translation>
  </message>
  <message>
   <source>Photo ID</source>
   <translation>Photo ID</translation>
  </message>
  <message>
   <source>Photo of the paper</source>
   <translation>Photo of the paper</translation>
  </message>
  <message>
   <source>Photo of the signed paper</source>
   <translation>Photo of the signed paper</translation>
  </message>
  <message>
   <source>Picked up…</source>
   <translation>Picked up…</translation>
  </message>
  <message>
   <source>Pickup asked for</source>
   <translation>Pickup asked for</translation>
  </message>
  <message>
   <source>Pickup declined</source>
   <translation>Pickup declined</translation>
  </message>
  <message>
   <source>Pickup of {name} declined; its pieces are free again</source>
   <translation>Pickup of {name} declined; its pieces are free again</translation>
  </message>
  <message>
   <source>Pickup of {name} left to the others</source>
   <translation>Pickup of {name} left to the others</translation>
  </message>
  <message>
   <source>Pickups</source>
   <translation>Pickups</translation>
  </message>
  <message>
   <source>Piece</source>
   <translation>Piece</translation>
  </message>
  <message>
   <source>Pieces</source>
   <translation>Pieces</translation>
  </message>
  <message>
   <source>Pieces of this pickup</source>
   <translation>Pieces of this pickup</translation>
  </message>
  <message>
   <source>Pieces on the shelf and pickups that customers ask for appear here.</source>
   <translation>Pieces on the shelf and pickups that customers ask for appear here.</translation>
  </message>
  <message>
   <source>Postcard</source>
   <translation>Postcard</translation>
  </message>
  <message>
   <source>Put back</source>
   <translation>Put back</translation>
  </message>
  <message>
   <source>Put back: the pieces stay kept for this pickup</source>
   <translation>Put back: the pieces stay kept for this pickup</translation>
  </message>
  <message>
   <source>Put into a pickup</source>
   <translation>Put into a pickup</translation>
  </message>
  <message>
   <source>Put on a shelf</source>
   <translation>Put on a shelf</translation>
  </message>
  <message>
   <source>Put the wrong piece back</source>
   <translation>Put the wrong piece back</translation>
  </message>
  <message>
   <source>Put to its mailbox</source>
   <translation>Put to its mailbox</translation>
  </message>
  <message>
   <source>Ready</source>
   <translation>Ready</translation>
  </message>
  <message>
   <source>Received</source>
   <translation>Received</translation>
  </message>
  <message>
   <source>Refuses to sign</source>
   <translation>Refuses to sign</translation>
  </message>
  <message>
   <source>Rejected</source>
   <translation>Rejected</translation>
  </message>
  <message>
   <source>Returned</source>
   <translation>Returned</translation>
  </message>
  <message>
   <source>Returned to its sender</source>
   <translation>Returned to its sender</translation>
  </message>
  <message>
   <source>Scan every piece</source>
   <translation>Scan every piece</translation>
  </message>
  <message>
   <source>Scan the pieces that you bring to the counter</source>
   <translation>Scan the pieces that you bring to the counter</translation>
  </message>
  <message>
   <source>Scanned</source>
   <translation>Scanned</translation>
  </message>
  <message>
   <source>Scheduled</source>
   <translation>Scheduled</translation>
  </message>
  <message>
   <source>Set the time</source>
   <translation>Set the time</translation>
  </message>
  <message>
   <source>Settle the fee</source>
   <translation>Settle the fee</translation>
  </message>
  <message>
   <source>Shelf</source>
   <translation>Shelf</translation>
  </message>
  <message>
   <source>Shipped</source>
   <translation>Shipped</translation>
  </message>
  <message>
   <source>Shredded</source>
   <translation>Shredded</translation>
  </message>
  <message>
   <source>Sign after all</source>
   <translation>Sign after all</translation>
  </message>
  <message>
   <source>Signature</source>
   <translation>Signature</translation>
  </message>
  <message>
   <source>Signature of the collector</source>
   <translation>Signature of the collector</translation>
  </message>
  <message>
   <source>Signed</source>
   <translation>Signed</translation>
  </message>
  <message>
   <source>Somebody brings a written authorisation</source>
   <translation>Somebody brings a written authorisation</translation>
  </message>
  <message>
   <source>Somebody else: the name as it stands on the ID</source>
   <translation>Somebody else: the name as it stands on the ID</translation>
  </message>
  <message>
   <source>State ID</source>
   <translation>State ID</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>Status</translation>
  </message>
  <message>
   <source>Stay</source>
   <translation>Stay</translation>
  </message>
  <message>
   <source>Stays here</source>
   <translation>Stays here</translation>
  </message>
  <message>
   <source>Still to do</source>
   <translation>Still to do</translation>
  </message>
  <message>
   <source>Take it too</source>
   <translation>Take it too</translation>
  </message>
  <message>
   <source>Take over</source>
   <translation>Take over</translation>
  </message>
  <message>
   <source>Taken back</source>
   <translation>Taken back</translation>
  </message>
  <message>
   <source>The fee is given up</source>
   <translation>The fee is given up</translation>
  </message>
  <message>
   <source>There is no internet: the card cannot be charged now.</source>
   <translation>There is no internet: the card cannot be charged now.</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>Time</translation>
  </message>
  <message>
   <source>Time…</source>
   <translation>Time…</translation>
  </message>
  <message>
   <source>To scan</source>
   <translation>To scan</translation>
  </message>
  <message>
   <source>Total</source>
   <translation>Total</translation>
  </message>
  <message>
   <source>Tracking no.</source>
   <translation>Tracking no.</translation>
  </message>
  <message>
   <source>Tribal ID</source>
   <translation>Tribal ID</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Try again</translation>
  </message>
  <message>
   <source>Unassigned</source>
   <translation>Unassigned</translation>
  </message>
  <message>
   <source>Unknown</source>
   <translation>Unknown</translation>
  </message>
  <message>
   <source>Waiting</source>
   <translation>Waiting</translation>
  </message>
  <message>
   <source>Waiting long</source>
   <translation>Waiting long</translation>
  </message>
  <message>
   <source>Weighed</source>
   <translation>Weighed</translation>
  </message>
  <message>
   <source>Weight</source>
   <translation>Weight</translation>
  </message>
  <message>
   <source>Who is it? These may collect:</source>
   <translation>Who is it? These may collect:</translation>
  </message>
  <message>
   <source>Who may collect, as on the paper</source>
   <translation>Who may collect, as on the paper</translation>
  </message>
  <message>
   <source>Why do you take it over?</source>
   <translation>Why do you take it over?</translation>
  </message>
  <message>
   <source>Why does the store give this fee up?</source>
   <translation>Why does the store give this fee up?</translation>
  </message>
  <message>
   <source>Why? The customer is told.</source>
   <translation>Why? The customer is told.</translation>
  </message>
  <message>
   <source>With a driver</source>
   <translation>With a driver</translation>
  </message>
  <message>
   <source>a fee</source>
   <translation>a fee</translation>
  </message>
  <message>
   <source>asked for by the customer</source>
   <translation>asked for by the customer</translation>
  </message>
  <message>
   <source>check deposit</source>
   <translation>check deposit</translation>
  </message>
  <message>
   <source>consolidation</source>
   <translation>consolidation</translation>
  </message>
  <message>
   <source>discarding</source>
   <translation>discarding</translation>
  </message>
  <message>
   <source>done</source>
   <translation>done</translation>
  </message>
  <message>
   <source>open and scan</source>
   <translation>open and scan</translation>
  </message>
  <message>
   <source>personal delivery</source>
   <translation>personal delivery</translation>
  </message>
  <message>
   <source>pickup</source>
   <translation>pickup</translation>
  </message>
  <message>
   <source>shipping</source>
   <translation>shipping</translation>
  </message>
  <message>
   <source>shredding</source>
   <translation>shredding</translation>
  </message>
  <message>
   <source>walk-in</source>
   <translation>walk-in</translation>
  </message>
  <message>
   <source>written authorisation</source>
   <translation>written authorisation</translation>
  </message>
  <message>
   <source>{amount} is charged later</source>
   <translation>{amount} is charged later</translation>
  </message>
  <message>
   <source>{amount} is owed: the card was declined after the pieces had left.</source>
   <translation>{amount} is owed: the card was declined after the pieces had left.</translation>
  </message>
  <message>
   <source>{amount} paid</source>
   <translation>{amount} paid</translation>
  </message>
  <message>
   <source>{days} d</source>
   <translation>{days} d</translation>
  </message>
  <message>
   <source>{done} of {pieces} at the counter for {name}</source>
   <translation>{done} of {pieces} at the counter for {name}</translation>
  </message>
  <message>
   <source>{hours} h</source>
   <translation>{hours} h</translation>
  </message>
  <message>
   <source>{mail_id} belongs to this mailbox but not to this pickup. Take it too?</source>
   <translation>{mail_id} belongs to this mailbox but not to this pickup. Take it too?</translation>
  </message>
  <message>
   <source>{mail_id} is in another task: {task}, PMB {mailbox}.</source>
   <translation>{mail_id} is in another task: {task}, PMB {mailbox}.</translation>
  </message>
  <message>
   <source>{minutes} min</source>
   <translation>{minutes} min</translation>
  </message>
  <message>
   <source>{name} is expected {when}</source>
   <translation>{name} is expected {when}</translation>
  </message>
  <message>
   <source>{name} is expected, without a fixed time</source>
   <translation>{name} is expected, without a fixed time</translation>
  </message>
  <message>
   <source>{name} signs for {pieces}</source>
   <translation>{name} signs for {pieces}</translation>
  </message>
  <message>
   <source>{pieces} at the counter for {name}: ready, the customer is told</source>
   <translation>{pieces} at the counter for {name}: ready, the customer is told</translation>
  </message>
  <message>
   <source>{pieces} handed to {name}</source>
   <translation>{pieces} handed to {name}</translation>
  </message>
  <message>
   <source>{pieces} of {name} marked as picked up, without a fee</source>
   <translation>{pieces} of {name} marked as picked up, without a fee</translation>
  </message>
  <message>
   <source>{pieces} waiting for {customers} · oldest {age}</source>
   <translation>{pieces} waiting for {customers} · oldest {age}</translation>
  </message>
  <message>
   <source>{scanned} of {all} scanned</source>
   <translation>{scanned} of {all} scanned</translation>
  </message>
 </context>
 <context>
  <name>PrintQueue</name>
  <message numerus="yes">
   <source>%n paper(s) owed</source>
   <translation>
    <numerusform>%n paper owed</numerusform>
    <numerusform>%n papers owed</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n to be answered</source>
   <translation>
    <numerusform>%n to be answered</numerusform>
    <numerusform>%n to be answered</numerusform>
   </translation>
  </message>
  <message>
   <source>Did it come out?</source>
   <translation>Did it come out?</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Done</translation>
  </message>
  <message>
   <source>Everything is printed</source>
   <translation>Everything is printed</translation>
  </message>
  <message>
   <source>Failed</source>
   <translation>Failed</translation>
  </message>
  <message>
   <source>Good: it came out.</source>
   <translation>Good: it came out.</translation>
  </message>
  <message>
   <source>How the label looks</source>
   <translation>How the label looks</translation>
  </message>
  <message>
   <source>It is printed again.</source>
   <translation>It is printed again.</translation>
  </message>
  <message>
   <source>It is printed as soon as the printer is ready.</source>
   <translation>It is printed as soon as the printer is ready.</translation>
  </message>
  <message>
   <source>Labels and receipts are printed by themselves. One that could not be printed stays here until it is.</source>
   <translation>Labels and receipts are printed by themselves. One that could not be printed stays here until it is.</translation>
  </message>
  <message>
   <source>No paper waits</source>
   <translation>No paper waits</translation>
  </message>
  <message>
   <source>No picture of this paper</source>
   <translation>No picture of this paper</translation>
  </message>
  <message>
   <source>No such printer is set up on this computer. It waits.</source>
   <translation>No such printer is set up on this computer. It waits.</translation>
  </message>
  <message>
   <source>No, print again</source>
   <translation>No, print again</translation>
  </message>
  <message>
   <source>Owed</source>
   <translation>Owed</translation>
  </message>
  <message>
   <source>Paper</source>
   <translation>Paper</translation>
  </message>
  <message>
   <source>Print queue</source>
   <translation>Print queue</translation>
  </message>
  <message>
   <source>Print this again</source>
   <translation>Print this again</translation>
  </message>
  <message>
   <source>Printer</source>
   <translation>Printer</translation>
  </message>
  <message>
   <source>Printing</source>
   <translation>Printing</translation>
  </message>
  <message>
   <source>Since</source>
   <translation>Since</translation>
  </message>
  <message>
   <source>State</source>
   <translation>State</translation>
  </message>
  <message>
   <source>Tries</source>
   <translation>Tries</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Try again</translation>
  </message>
  <message>
   <source>Yes, it came out</source>
   <translation>Yes, it came out</translation>
  </message>
  <message>
   <source>Yes, it did</source>
   <translation>Yes, it did</translation>
  </message>
 </context>
 <context>
  <name>Progress</name>
  <message>
   <source>Stop</source>
   <translation>Stop</translation>
  </message>
  <message>
   <source>Stop: {title}</source>
   <translation>Stop: {title}</translation>
  </message>
 </context>
 <context>
  <name>Rail</name>
  <message>
   <source>{count} waiting</source>
   <translation>{count} waiting</translation>
  </message>
 </context>
 <context>
  <name>Receive</name>
  <message numerus="yes">
   <source>%n letter(s) in this stack</source>
   <translation>
    <numerusform>%n letter in this stack</numerusform>
    <numerusform>%n letters in this stack</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n piece(s) on the shelf</source>
   <translation>
    <numerusform>%n piece on the shelf</numerusform>
    <numerusform>%n pieces on the shelf</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n without a mailbox</source>
   <translation>
    <numerusform>%n without a mailbox</numerusform>
    <numerusform>%n without a mailbox</numerusform>
   </translation>
  </message>
  <message>
   <source>A stack of letters</source>
   <translation>A stack of letters</translation>
  </message>
  <message>
   <source>Accountable</source>
   <translation>Accountable</translation>
  </message>
  <message>
   <source>As it is written there</source>
   <translation>As it is written there</translation>
  </message>
  <message>
   <source>Assign</source>
   <translation>Assign</translation>
  </message>
  <message>
   <source>Back to its sender</source>
   <translation>Back to its sender</translation>
  </message>
  <message>
   <source>Camera: {trouble}</source>
   <translation>Camera: {trouble}</translation>
  </message>
  <message>
   <source>Carrier</source>
   <translation>Carrier</translation>
  </message>
  <message>
   <source>Clear</source>
   <translation>Clear</translation>
  </message>
  <message>
   <source>Count what the carrier brings</source>
   <translation>Count what the carrier brings</translation>
  </message>
  <message>
   <source>Driver</source>
   <translation>Driver</translation>
  </message>
  <message>
   <source>Drop at hand</source>
   <translation>Drop at hand</translation>
  </message>
  <message>
   <source>Each piece that you receive shows here.</source>
   <translation>Each piece that you receive shows here.</translation>
  </message>
  <message>
   <source>For</source>
   <translation>For</translation>
  </message>
  <message>
   <source>For example: delivered again after a return</source>
   <translation>For example: delivered again after a return</translation>
  </message>
  <message>
   <source>For example: one piece was torn and went back</source>
   <translation>For example: one piece was torn and went back</translation>
  </message>
  <message>
   <source>For whom</source>
   <translation>For whom</translation>
  </message>
  <message>
   <source>For {name}</source>
   <translation>For {name}</translation>
  </message>
  <message>
   <source>Is it {name}? Look at the piece.</source>
   <translation>Is it {name}? Look at the piece.</translation>
  </message>
  <message>
   <source>Keep as unassigned</source>
   <translation>Keep as unassigned</translation>
  </message>
  <message>
   <source>Leave</source>
   <translation>Leave</translation>
  </message>
  <message>
   <source>Mail received</source>
   <translation>Mail received</translation>
  </message>
  <message>
   <source>Mailbox number</source>
   <translation>Mailbox number</translation>
  </message>
  <message>
   <source>Mailbox number or name</source>
   <translation>Mailbox number or name</translation>
  </message>
  <message>
   <source>More than one name is as near. Is it {name}? Look at the piece.</source>
   <translation>More than one name is as near. Is it {name}? Look at the piece.</translation>
  </message>
  <message>
   <source>Move it</source>
   <translation>Move it</translation>
  </message>
  <message>
   <source>Move {mail_id} to the right mailbox</source>
   <translation>Move {mail_id} to the right mailbox</translation>
  </message>
  <message>
   <source>Name on the piece</source>
   <translation>Name on the piece</translation>
  </message>
  <message>
   <source>Names on the Form 1583</source>
   <translation>Names on the Form 1583</translation>
  </message>
  <message>
   <source>New</source>
   <translation>New</translation>
  </message>
  <message>
   <source>New drop</source>
   <translation>New drop</translation>
  </message>
  <message>
   <source>No drop is open</source>
   <translation>No drop is open</translation>
  </message>
  <message>
   <source>No name</source>
   <translation>No name</translation>
  </message>
  <message>
   <source>No name on the Form 1583: nothing may be inserted</source>
   <translation>No name on the Form 1583: nothing may be inserted</translation>
  </message>
  <message>
   <source>No photo</source>
   <translation>No photo</translation>
  </message>
  <message>
   <source>No photo yet</source>
   <translation>No photo yet</translation>
  </message>
  <message>
   <source>No piece without a mailbox</source>
   <translation>No piece without a mailbox</translation>
  </message>
  <message>
   <source>No: {why}</source>
   <translation>No: {why}</translation>
  </message>
  <message>
   <source>None of them</source>
   <translation>None of them</translation>
  </message>
  <message>
   <source>Not on the form so far</source>
   <translation>Not on the form so far</translation>
  </message>
  <message>
   <source>Not taken in: give the piece back to its carrier</source>
   <translation>Not taken in: give the piece back to its carrier</translation>
  </message>
  <message>
   <source>Nothing has come in today</source>
   <translation>Nothing has come in today</translation>
  </message>
  <message>
   <source>Nothing on the shelf</source>
   <translation>Nothing on the shelf</translation>
  </message>
  <message>
   <source>On the form: {name}</source>
   <translation>On the form: {name}</translation>
  </message>
  <message>
   <source>One piece</source>
   <translation>One piece</translation>
  </message>
  <message>
   <source>Open the drop</source>
   <translation>Open the drop</translation>
  </message>
  <message>
   <source>Ounces</source>
   <translation>Ounces</translation>
  </message>
  <message>
   <source>Photo</source>
   <translation>Photo</translation>
  </message>
  <message>
   <source>Photo of the letter</source>
   <translation>Photo of the letter</translation>
  </message>
  <message>
   <source>Photo of the piece</source>
   <translation>Photo of the piece</translation>
  </message>
  <message>
   <source>Piece</source>
   <translation>Piece</translation>
  </message>
  <message>
   <source>Pieces</source>
   <translation>Pieces</translation>
  </message>
  <message>
   <source>Postage due</source>
   <translation>Postage due</translation>
  </message>
  <message>
   <source>Pounds</source>
   <translation>Pounds</translation>
  </message>
  <message>
   <source>Read the barcode from the photo</source>
   <translation>Read the barcode from the photo</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Reason</translation>
  </message>
  <message>
   <source>Receive</source>
   <translation>Receive</translation>
  </message>
  <message>
   <source>Received pieces</source>
   <translation>Received pieces</translation>
  </message>
  <message>
   <source>Return it</source>
   <translation>Return it</translation>
  </message>
  <message>
   <source>Scale: moving</source>
   <translation>Scale: moving</translation>
  </message>
  <message>
   <source>Scale: no weight yet</source>
   <translation>Scale: no weight yet</translation>
  </message>
  <message>
   <source>Scale: nothing on it</source>
   <translation>Scale: nothing on it</translation>
  </message>
  <message>
   <source>Scale: {trouble}</source>
   <translation>Scale: {trouble}</translation>
  </message>
  <message>
   <source>Scale: {weight}</source>
   <translation>Scale: {weight}</translation>
  </message>
  <message>
   <source>Scan it</source>
   <translation>Scan it</translation>
  </message>
  <message>
   <source>Scan it, or type it and press Enter</source>
   <translation>Scan it, or type it and press Enter</translation>
  </message>
  <message>
   <source>Scan the piece, say whose it is, put it on its shelf</source>
   <translation>Scan the piece, say whose it is, put it on its shelf</translation>
  </message>
  <message>
   <source>Scan the tracking number, then type the mailbox or the name. What may be done shows here at once.</source>
   <translation>Scan the tracking number, then type the mailbox or the name. What may be done shows here at once.</translation>
  </message>
  <message>
   <source>Sender</source>
   <translation>Sender</translation>
  </message>
  <message>
   <source>Shelf</source>
   <translation>Shelf</translation>
  </message>
  <message>
   <source>Shelf {shelf}: scan the pieces that lie there. Esc ends it.</source>
   <translation>Shelf {shelf}: scan the pieces that lie there. Esc ends it.</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Size</translation>
  </message>
  <message>
   <source>Space: picture. Enter: insert. A letter: another name. Digits: another mailbox.</source>
   <translation>Space: picture. Enter: insert. A letter: another name. Digits: another mailbox.</translation>
  </message>
  <message>
   <source>Square</source>
   <translation>Square</translation>
  </message>
  <message>
   <source>Square it</source>
   <translation>Square it</translation>
  </message>
  <message>
   <source>Square the drop</source>
   <translation>Square the drop</translation>
  </message>
  <message>
   <source>Stack of letters</source>
   <translation>Stack of letters</translation>
  </message>
  <message>
   <source>State</source>
   <translation>State</translation>
  </message>
  <message>
   <source>The drop of {carrier} is squared: {done} of {all}</source>
   <translation>The drop of {carrier} is squared: {done} of {all}</translation>
  </message>
  <message>
   <source>The form is empty again</source>
   <translation>The form is empty again</translation>
  </message>
  <message>
   <source>The number first. Ctrl+B goes back to one piece.</source>
   <translation>The number first. Ctrl+B goes back to one piece.</translation>
  </message>
  <message>
   <source>The piece in hand</source>
   <translation>The piece in hand</translation>
  </message>
  <message>
   <source>This is no photo</source>
   <translation>This is no photo</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>Today</translation>
  </message>
  <message>
   <source>Tracking number</source>
   <translation>Tracking number</translation>
  </message>
  <message>
   <source>Type</source>
   <translation>Type</translation>
  </message>
  <message>
   <source>Type mailbox and name as they stand on the piece and receive it: it is checked later.</source>
   <translation>Type mailbox and name as they stand on the piece and receive it: it is checked later.</translation>
  </message>
  <message>
   <source>Type the name on the piece, or press its Ctrl key</source>
   <translation>Type the name on the piece, or press its Ctrl key</translation>
  </message>
  <message>
   <source>U: none of them, keep it as unassigned. Digits: another mailbox.</source>
   <translation>U: none of them, keep it as unassigned. Digits: another mailbox.</translation>
  </message>
  <message>
   <source>Unassigned</source>
   <translation>Unassigned</translation>
  </message>
  <message>
   <source>Weigh</source>
   <translation>Weigh</translation>
  </message>
  <message>
   <source>What you keep as unassigned waits here.</source>
   <translation>What you keep as unassigned waits here.</translation>
  </message>
  <message>
   <source>Which holder stands on the letter?</source>
   <translation>Which holder stands on the letter?</translation>
  </message>
  <message>
   <source>Which name stands on it? Press its letter.</source>
   <translation>Which name stands on it? Press its letter.</translation>
  </message>
  <message>
   <source>Whose is {mail_id}?</source>
   <translation>Whose is {mail_id}?</translation>
  </message>
  <message>
   <source>Whose letters are they?</source>
   <translation>Whose letters are they?</translation>
  </message>
  <message>
   <source>Whose piece is it?</source>
   <translation>Whose piece is it?</translation>
  </message>
  <message>
   <source>Why the count differs</source>
   <translation>Why the count differs</translation>
  </message>
  <message>
   <source>Yes</source>
   <translation>Yes</translation>
  </message>
  <message>
   <source>Yes, but: {why}</source>
   <translation>Yes, but: {why}</translation>
  </message>
  <message>
   <source>Yes, it is {name}</source>
   <translation>Yes, it is {name}</translation>
  </message>
  <message>
   <source>Yes: insert it.</source>
   <translation>Yes: insert it.</translation>
  </message>
  <message>
   <source>You say that it is {name}</source>
   <translation>You say that it is {name}</translation>
  </message>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>and %n more</numerusform>
    <numerusform>and %n more</numerusform>
   </translation>
  </message>
  <message>
   <source>check digit wrong</source>
   <translation>check digit wrong</translation>
  </message>
  <message>
   <source>not weighed</source>
   <translation>not weighed</translation>
  </message>
  <message numerus="yes">
   <source>{carrier}: %n piece(s) to insert</source>
   <translation>
    <numerusform>{carrier}: %n piece to insert</numerusform>
    <numerusform>{carrier}: %n pieces to insert</numerusform>
   </translation>
  </message>
  <message>
   <source>{done} of {all} inserted</source>
   <translation>{done} of {all} inserted</translation>
  </message>
  <message>
   <source>{mail_id} belongs to {mailbox} now · label printing</source>
   <translation>{mail_id} belongs to {mailbox} now · label printing</translation>
  </message>
  <message>
   <source>{mail_id} for {mailbox}</source>
   <translation>{mail_id} for {mailbox}</translation>
  </message>
  <message>
   <source>{mail_id} goes back to its sender · label printing</source>
   <translation>{mail_id} goes back to its sender · label printing</translation>
  </message>
  <message>
   <source>{mail_id} goes back, the customer is told · label printing</source>
   <translation>{mail_id} goes back, the customer is told · label printing</translation>
  </message>
  <message>
   <source>{mail_id} is kept apart, the customer is told · label printing</source>
   <translation>{mail_id} is kept apart, the customer is told · label printing</translation>
  </message>
  <message>
   <source>{mail_id} is kept as unassigned</source>
   <translation>{mail_id} is kept as unassigned</translation>
  </message>
  <message>
   <source>{mail_id} is taken back; throw its label away</source>
   <translation>{mail_id} is taken back; throw its label away</translation>
  </message>
  <message>
   <source>{mail_id} is taken in, to be checked</source>
   <translation>{mail_id} is taken in, to be checked</translation>
  </message>
  <message>
   <source>{mail_id} lies on {shelf}</source>
   <translation>{mail_id} lies on {shelf}</translation>
  </message>
  <message>
   <source>{mail_id} stays here as unassigned; throw its label away</source>
   <translation>{mail_id} stays here as unassigned; throw its label away</translation>
  </message>
  <message>
   <source>{mailbox}, to be checked</source>
   <translation>{mailbox}, to be checked</translation>
  </message>
  <message>
   <source>{seen} of {all} accountable</source>
   <translation>{seen} of {all} accountable</translation>
  </message>
  <message>
   <source>{text} · label printing</source>
   <translation>{text} · label printing</translation>
  </message>
  <message>
   <source>↓ shows the last ones</source>
   <translation>↓ shows the last ones</translation>
  </message>
 </context>
 <context>
  <name>Returns</name>
  <message>
   <source>Back to its sender</source>
   <translation>Back to its sender</translation>
  </message>
  <message>
   <source>By</source>
   <translation>By</translation>
  </message>
  <message>
   <source>Goes back</source>
   <translation>Goes back</translation>
  </message>
  <message>
   <source>Handed over</source>
   <translation>Handed over</translation>
  </message>
  <message>
   <source>Keep it here</source>
   <translation>Keep it here</translation>
  </message>
  <message>
   <source>Kept apart</source>
   <translation>Kept apart</translation>
  </message>
  <message>
   <source>Label again</source>
   <translation>Label again</translation>
  </message>
  <message>
   <source>Late</source>
   <translation>Late</translation>
  </message>
  <message>
   <source>Leave</source>
   <translation>Leave</translation>
  </message>
  <message>
   <source>Mark it, print the label</source>
   <translation>Mark it, print the label</translation>
  </message>
  <message>
   <source>Not for a shelf here</source>
   <translation>Not for a shelf here</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Note</translation>
  </message>
  <message>
   <source>Nothing goes back</source>
   <translation>Nothing goes back</translation>
  </message>
  <message>
   <source>Nothing waits for a carrier.</source>
   <translation>Nothing waits for a carrier.</translation>
  </message>
  <message>
   <source>On hold: keep it until there is an instruction</source>
   <translation>On hold: keep it until there is an instruction</translation>
  </message>
  <message>
   <source>On the label: {words}</source>
   <translation>On the label: {words}</translation>
  </message>
  <message>
   <source>On the list</source>
   <translation>On the list</translation>
  </message>
  <message>
   <source>Piece</source>
   <translation>Piece</translation>
  </message>
  <message>
   <source>Scan each piece as the carrier takes it</source>
   <translation>Scan each piece as the carrier takes it</translation>
  </message>
  <message>
   <source>Scan each piece into the carrier's hands; then its driver signs the list.</source>
   <translation>Scan each piece into the carrier's hands; then its driver signs the list.</translation>
  </message>
  <message>
   <source>State</source>
   <translation>State</translation>
  </message>
  <message>
   <source>The label is printing again</source>
   <translation>The label is printing again</translation>
  </message>
  <message>
   <source>To scan</source>
   <translation>To scan</translation>
  </message>
  <message>
   <source>What may not be inserted is marked in the Receive room, or scan a piece here.</source>
   <translation>What may not be inserted is marked in the Receive room, or scan a piece here.</translation>
  </message>
  <message>
   <source>What the carrier takes</source>
   <translation>What the carrier takes</translation>
  </message>
  <message>
   <source>What the next clerk should know</source>
   <translation>What the next clerk should know</translation>
  </message>
  <message>
   <source>Who takes them</source>
   <translation>Who takes them</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>Why</translation>
  </message>
  <message>
   <source>Why it goes back</source>
   <translation>Why it goes back</translation>
  </message>
  <message>
   <source>With the carrier by {time}</source>
   <translation>With the carrier by {time}</translation>
  </message>
  <message numerus="yes">
   <source>{carrier} took back %n piece(s) · list printing</source>
   <translation>
    <numerusform>{carrier} took back %n piece · list printing</numerusform>
    <numerusform>{carrier} took back %n pieces · list printing</numerusform>
   </translation>
  </message>
  <message>
   <source>{done} of {all}</source>
   <translation>{done} of {all}</translation>
  </message>
  <message>
   <source>{done} of {all} scanned</source>
   <translation>{done} of {all} scanned</translation>
  </message>
  <message>
   <source>{mail_id} back to its sender?</source>
   <translation>{mail_id} back to its sender?</translation>
  </message>
  <message>
   <source>{mail_id} is on the list</source>
   <translation>{mail_id} is on the list</translation>
  </message>
  <message>
   <source>{mail_id} stays here; throw its label away</source>
   <translation>{mail_id} stays here; throw its label away</translation>
  </message>
 </context>
 <context>
  <name>Rooms</name>
  <message>
   <source>Customers</source>
   <translation>Customers</translation>
  </message>
  <message>
   <source>Deliveries</source>
   <translation>Deliveries</translation>
  </message>
  <message>
   <source>Devices</source>
   <translation>Devices</translation>
  </message>
  <message>
   <source>Inbox</source>
   <translation>Inbox</translation>
  </message>
  <message>
   <source>Money</source>
   <translation>Money</translation>
  </message>
  <message>
   <source>Pickups</source>
   <translation>Pickups</translation>
  </message>
  <message>
   <source>Print queue</source>
   <translation>Print queue</translation>
  </message>
  <message>
   <source>Receive</source>
   <translation>Receive</translation>
  </message>
  <message>
   <source>Returns</source>
   <translation>Returns</translation>
  </message>
  <message>
   <source>Shelves</source>
   <translation>Shelves</translation>
  </message>
  <message>
   <source>Tasks</source>
   <translation>Tasks</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>Today</translation>
  </message>
 </context>
 <context>
  <name>ScanBox</name>
  <message>
   <source>Scan a parcel, or type a name, mailbox or tracking number</source>
   <translation>Scan a parcel, or type a name, mailbox or tracking number</translation>
  </message>
  <message>
   <source>Scan or search</source>
   <translation>Scan or search</translation>
  </message>
 </context>
 <context>
  <name>Search</name>
  <message>
   <source>Accounts</source>
   <translation>Accounts</translation>
  </message>
  <message>
   <source>By e-mail: {text}</source>
   <translation>By e-mail: {text}</translation>
  </message>
  <message>
   <source>By phone: {text}</source>
   <translation>By phone: {text}</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Customer</translation>
  </message>
  <message>
   <source>Did you mean this?</source>
   <translation>Did you mean this?</translation>
  </message>
  <message>
   <source>Firm on the form: {text}</source>
   <translation>Firm on the form: {text}</translation>
  </message>
  <message>
   <source>May collect: {text}</source>
   <translation>May collect: {text}</translation>
  </message>
  <message>
   <source>No longer on the form: {text}</source>
   <translation>No longer on the form: {text}</translation>
  </message>
  <message>
   <source>Nobody is called exactly that. Did you mean one of these?</source>
   <translation>Nobody is called exactly that. Did you mean one of these?</translation>
  </message>
  <message>
   <source>Nobody is called that here. Enter looks everywhere.</source>
   <translation>Nobody is called that here. Enter looks everywhere.</translation>
  </message>
  <message>
   <source>On the form: {text}</source>
   <translation>On the form: {text}</translation>
  </message>
  <message>
   <source>Piece for {name}</source>
   <translation>Piece for {name}</translation>
  </message>
  <message>
   <source>Search results</source>
   <translation>Search results</translation>
  </message>
  <message>
   <source>State</source>
   <translation>State</translation>
  </message>
  <message>
   <source>↑ ↓ choose · Enter takes it · Esc closes</source>
   <translation>↑ ↓ choose · Enter takes it · Esc closes</translation>
  </message>
 </context>
 <context>
  <name>Sentences</name>
  <message>
   <source>A ZIP code is five digits, or nine with a dash: 97201-1234.</source>
   <translation>A ZIP code is five digits, or nine with a dash: 97201-1234.</translation>
  </message>
  <message>
   <source>A backup was read back and is not what was written. The disk may be failing: tell your support today.</source>
   <translation>A backup was read back and is not what was written. The disk may be failing: tell your support today.</translation>
  </message>
  <message>
   <source>A check digit does not fit: the lines were read wrong. Scan them again, or look at the document.</source>
   <translation>A check digit does not fit: the lines were read wrong. Scan them again, or look at the document.</translation>
  </message>
  <message>
   <source>A check is not endorsed yet. Write "For Deposit Only" on the back of each, and tick it.</source>
   <translation>A check is not endorsed yet. Write "For Deposit Only" on the back of each, and tick it.</translation>
  </message>
  <message>
   <source>A check of this piece is on the list. Take it off first.</source>
   <translation>A check of this piece is on the list. Take it off first.</translation>
  </message>
  <message>
   <source>A clerk wrote this task down without saying who asked for it. Nothing is thrown away without the customer's word: decline it, and let the customer ask.</source>
   <translation>A clerk wrote this task down without saying who asked for it. Nothing is thrown away without the customer's word: decline it, and let the customer ask.</translation>
  </message>
  <message>
   <source>A deposit has at most {most} checks. Put this one back; the customer asks for a second deposit.</source>
   <translation>A deposit has at most {most} checks. Put this one back; the customer asks for a second deposit.</translation>
  </message>
  <message>
   <source>A digit of this tracking number is wrong. Scan the barcode instead of typing.</source>
   <translation>A digit of this tracking number is wrong. Scan the barcode instead of typing.</translation>
  </message>
  <message>
   <source>A dot is no signature. Clear the pad and have the whole name signed.</source>
   <translation>A dot is no signature. Clear the pad and have the whole name signed.</translation>
  </message>
  <message>
   <source>A finished PDF is a scan by itself. Take it alone, or scan its pages as pictures.</source>
   <translation>A finished PDF is a scan by itself. Take it alone, or scan its pages as pictures.</translation>
  </message>
  <message>
   <source>A heavier parcel would cost less than a lighter one</source>
   <translation>A heavier parcel would cost less than a lighter one</translation>
  </message>
  <message>
   <source>A manager can take a bundle apart while it lies on its shelf.</source>
   <translation>A manager can take a bundle apart while it lies on its shelf.</translation>
  </message>
  <message>
   <source>A new code has just arrived for this delivery. Ask the driver again.</source>
   <translation>A new code has just arrived for this delivery. Ask the driver again.</translation>
  </message>
  <message>
   <source>A newer Counter made this store. Update the program on this computer.</source>
   <translation>A newer Counter made this store. Update the program on this computer.</translation>
  </message>
  <message>
   <source>A page of this draft is not on this computer. Scan it again, or go on where the draft was made.</source>
   <translation>A page of this draft is not on this computer. Scan it again, or go on where the draft was made.</translation>
  </message>
  <message>
   <source>A parcel is insured up to $2,500. Lower the sum, or split it into two parcels.</source>
   <translation>A parcel is insured up to $2,500. Lower the sum, or split it into two parcels.</translation>
  </message>
  <message>
   <source>A parcel is not insured above what is inside. Correct the value or the insurance.</source>
   <translation>A parcel is not insured above what is inside. Correct the value or the insurance.</translation>
  </message>
  <message>
   <source>A parcel ships today or later.</source>
   <translation>A parcel ships today or later.</translation>
  </message>
  <message>
   <source>A piece has no check on the list. Write its check down, or say that there is none in it.</source>
   <translation>A piece has no check on the list. Write its check down, or say that there is none in it.</translation>
  </message>
  <message>
   <source>A piece of this pickup was promised to another task already.</source>
   <translation>A piece of this pickup was promised to another task already.</translation>
  </message>
  <message>
   <source>A receipt of the centre does not fit the act that was sent. The act is kept here; tell your support now.</source>
   <translation>A receipt of the centre does not fit the act that was sent. The act is kept here; tell your support now.</translation>
  </message>
  <message>
   <source>A scan has at most {most} sides. Make two scans of this one.</source>
   <translation>A scan has at most {most} sides. Make two scans of this one.</translation>
  </message>
  <message>
   <source>A shipping label needs 4 x 6 in labels in the printer. Load them and print again; nothing is bought twice.</source>
   <translation>A shipping label needs 4 x 6 in labels in the printer. Load them and print again; nothing is bought twice.</translation>
  </message>
  <message>
   <source>A size is three numbers: length, width, height, for example 12 x 9 x 4 in or 30 x 20 x 10 cm.</source>
   <translation>A size is three numbers: length, width, height, for example 12 x 9 x 4 in or 30 x 20 x 10 cm.</translation>
  </message>
  <message>
   <source>A stamp is for one letter or postcard by USPS. Choose another label.</source>
   <translation>A stamp is for one letter or postcard by USPS. Choose another label.</translation>
  </message>
  <message>
   <source>A table is of one carrier, and this is the second</source>
   <translation>A table is of one carrier, and this is the second</translation>
  </message>
  <message>
   <source>A value in the settings is wrong: {key} can be {values}.</source>
   <translation>A value in the settings is wrong: {key} can be {values}.</translation>
  </message>
  <message>
   <source>A value in the settings is wrong: {key}. Correct it, or ask whoever set this computer up.</source>
   <translation>A value in the settings is wrong: {key}. Correct it, or ask whoever set this computer up.</translation>
  </message>
  <message>
   <source>All checks of a deposit are drawn on one bank, here {bank}. This one goes into a deposit of its own.</source>
   <translation>All checks of a deposit are drawn on one bank, here {bank}. This one goes into a deposit of its own.</translation>
  </message>
  <message>
   <source>An amount is never below nothing. Type it without a minus.</source>
   <translation>An amount is never below nothing. Type it without a minus.</translation>
  </message>
  <message>
   <source>An earlier act of this computer is missing at the centre. Tell your support.</source>
   <translation>An earlier act of this computer is missing at the centre. Tell your support.</translation>
  </message>
  <message>
   <source>Another program is saving a backup right now. Try again in a minute.</source>
   <translation>Another program is saving a backup right now. Try again in a minute.</translation>
  </message>
  <message>
   <source>Ask anything</source>
   <translation>Ask anything</translation>
  </message>
  <message>
   <source>Ask the driver for the code and type it. Until it matches nothing leaves.</source>
   <translation>Ask the driver for the code and type it. Until it matches nothing leaves.</translation>
  </message>
  <message>
   <source>Ask: a manager</source>
   <translation>Ask: a manager</translation>
  </message>
  <message>
   <source>Ask: a new piece?</source>
   <translation>Ask: a new piece?</translation>
  </message>
  <message>
   <source>Ask: collects, gets no mail</source>
   <translation>Ask: collects, gets no mail</translation>
  </message>
  <message>
   <source>Ask: did you mean …?</source>
   <translation>Ask: did you mean …?</translation>
  </message>
  <message>
   <source>Ask: where is it?</source>
   <translation>Ask: where is it?</translation>
  </message>
  <message>
   <source>Ask: which holder?</source>
   <translation>Ask: which holder?</translation>
  </message>
  <message>
   <source>Ask: which one?</source>
   <translation>Ask: which one?</translation>
  </message>
  <message>
   <source>Ask: whose is it?</source>
   <translation>Ask: whose is it?</translation>
  </message>
  <message>
   <source>Asleep. Wake it: press its button, or put something on it.</source>
   <translation>Asleep. Wake it: press its button, or put something on it.</translation>
  </message>
  <message>
   <source>At most {most} tasks are shredded in one go. Take fewer, then the rest.</source>
   <translation>At most {most} tasks are shredded in one go. Take fewer, then the rest.</translation>
  </message>
  <message>
   <source>Begin a pickup: ID first, then scan, fee and signature.</source>
   <translation>Begin a pickup: ID first, then scan, fee and signature.</translation>
  </message>
  <message>
   <source>Begin each line with carrier, service, zone or rate</source>
   <translation>Begin each line with carrier, service, zone or rate</translation>
  </message>
  <message>
   <source>Below zero. Empty the scale and set it to zero.</source>
   <translation>Below zero. Empty the scale and set it to zero.</translation>
  </message>
  <message>
   <source>Busy, or used by another program. Close that program.</source>
   <translation>Busy, or used by another program. Close that program.</translation>
  </message>
  <message>
   <source>Carriers do not take this. Take it out and weigh the parcel again, or decline the task with “Not allowed”.</source>
   <translation>Carriers do not take this. Take it out and weigh the parcel again, or decline the task with “Not allowed”.</translation>
  </message>
  <message>
   <source>Check {number} is older than 180 days: the bank may refuse it.</source>
   <translation>Check {number} is older than 180 days: the bank may refuse it.</translation>
  </message>
  <message>
   <source>Checks travel only by a service that can be followed. Choose one of the list.</source>
   <translation>Checks travel only by a service that can be followed. Choose one of the list.</translation>
  </message>
  <message>
   <source>Choose a letter or a large envelope, and weigh it: up to {most_g} grams.</source>
   <translation>Choose a letter or a large envelope, and weigh it: up to {most_g} grams.</translation>
  </message>
  <message>
   <source>Choose at least one piece for this task.</source>
   <translation>Choose at least one piece for this task.</translation>
  </message>
  <message>
   <source>Choose how the parcel is packed.</source>
   <translation>Choose how the parcel is packed.</translation>
  </message>
  <message>
   <source>Choose or scan what is to be shredded.</source>
   <translation>Choose or scan what is to be shredded.</translation>
  </message>
  <message>
   <source>Choose six digits with at least three different ones.</source>
   <translation>Choose six digits with at least three different ones.</translation>
  </message>
  <message>
   <source>Choose the courier from the list.</source>
   <translation>Choose the courier from the list.</translation>
  </message>
  <message>
   <source>Choose the customer first, then scan the licence at the hand-over.</source>
   <translation>Choose the customer first, then scan the licence at the hand-over.</translation>
  </message>
  <message>
   <source>Choose what happened to the piece.</source>
   <translation>Choose what happened to the piece.</translation>
  </message>
  <message>
   <source>Choose what kind of piece the bundle is.</source>
   <translation>Choose what kind of piece the bundle is.</translation>
  </message>
  <message>
   <source>Choose whose label it is.</source>
   <translation>Choose whose label it is.</translation>
  </message>
  <message>
   <source>Choose why; the customer is told.</source>
   <translation>Choose why; the customer is told.</translation>
  </message>
  <message>
   <source>Chosen: {pieces}, which is not the number that you typed. Count what you hold, and type it again.</source>
   <translation>Chosen: {pieces}, which is not the number that you typed. Count what you hold, and type it again.</translation>
  </message>
  <message>
   <source>Close the envelopes again first, and tick that they are.</source>
   <translation>Close the envelopes again first, and tick that they are.</translation>
  </message>
  <message>
   <source>Closed for six months or more</source>
   <translation>Closed for six months or more</translation>
  </message>
  <message>
   <source>Count the pages: a piece has at least one.</source>
   <translation>Count the pages: a piece has at least one.</translation>
  </message>
  <message>
   <source>Count the pieces: a drop has 1 to {most} of them.</source>
   <translation>Count the pieces: a drop has 1 to {most} of them.</translation>
  </message>
  <message>
   <source>Count the poly bags again: 0 to {limit}.</source>
   <translation>Count the poly bags again: 0 to {limit}.</translation>
  </message>
  <message>
   <source>Counter cannot write to its folder. Nothing was saved.</source>
   <translation>Counter cannot write to its folder. Nothing was saved.</translation>
  </message>
  <message>
   <source>Counter cannot write to its folder: {folder}.</source>
   <translation>Counter cannot write to its folder: {folder}.</translation>
  </message>
  <message>
   <source>Counter is closing.</source>
   <translation>Counter is closing.</translation>
  </message>
  <message>
   <source>Counter is open on this computer already. Use the window that is there.</source>
   <translation>Counter is open on this computer already. Use the window that is there.</translation>
  </message>
  <message>
   <source>Counter made a mistake while it spoke to the centre. Everything is kept here; it tries again by itself.</source>
   <translation>Counter made a mistake while it spoke to the centre. Everything is kept here; it tries again by itself.</translation>
  </message>
  <message>
   <source>Counter made a mistake with this device. Unplug it and plug it in again; if it stays, tell your support.</source>
   <translation>Counter made a mistake with this device. Unplug it and plug it in again; if it stays, tell your support.</translation>
  </message>
  <message>
   <source>Counter made a mistake. Nothing was saved. Try again; if it stays, tell your support.</source>
   <translation>Counter made a mistake. Nothing was saved. Try again; if it stays, tell your support.</translation>
  </message>
  <message>
   <source>Counter was not closed properly. Checking the store …</source>
   <translation>Counter was not closed properly. Checking the store …</translation>
  </message>
  <message>
   <source>Counter was stopped while this printed. Look whether the label came out.</source>
   <translation>Counter was stopped while this printed. Look whether the label came out.</translation>
  </message>
  <message>
   <source>Customs line {line}: a tariff code is 6 to 10 digits. Leave it empty if you do not know it.</source>
   <translation>Customs line {line}: a tariff code is 6 to 10 digits. Leave it empty if you do not know it.</translation>
  </message>
  <message>
   <source>Customs line {line}: say how many, at least one.</source>
   <translation>Customs line {line}: say how many, at least one.</translation>
  </message>
  <message>
   <source>Customs line {line}: say what it is (“wool scarf”), not “gift” or “goods”.</source>
   <translation>Customs line {line}: say what it is (“wool scarf”), not “gift” or “goods”.</translation>
  </message>
  <message>
   <source>Customs line {line}: say what one is worth.</source>
   <translation>Customs line {line}: say what one is worth.</translation>
  </message>
  <message>
   <source>Customs line {line}: say where it was made, as two letters such as US.</source>
   <translation>Customs line {line}: say where it was made, as two letters such as US.</translation>
  </message>
  <message>
   <source>Delivered here by mistake</source>
   <translation>Delivered here by mistake</translation>
  </message>
  <message>
   <source>Delivered on {day} for PMB {mailbox}.</source>
   <translation>Delivered on {day} for PMB {mailbox}.</translation>
  </message>
  <message>
   <source>Discarded on {day}.</source>
   <translation>Discarded on {day}.</translation>
  </message>
  <message>
   <source>Disk error: the last act was not saved. Close Counter and start it again, and do that act once more. If it comes back, the disk is failing.</source>
   <translation>Disk error: the last act was not saved. Close Counter and start it again, and do that act once more. If it comes back, the disk is failing.</translation>
  </message>
  <message>
   <source>Do not give the piece away. A manager decides in the Inbox which counter is right.</source>
   <translation>Do not give the piece away. A manager decides in the Inbox which counter is right.</translation>
  </message>
  <message>
   <source>Do not insert it. Ask the customer for a Form 1583, or return the piece to its sender.</source>
   <translation>Do not insert it. Ask the customer for a Form 1583, or return the piece to its sender.</translation>
  </message>
  <message>
   <source>Do not insert it. Return the piece to its sender.</source>
   <translation>Do not insert it. Return the piece to its sender.</translation>
  </message>
  <message>
   <source>Do not insert mail for this name. Ask the customer to add it again, or return the piece.</source>
   <translation>Do not insert mail for this name. Ask the customer to add it again, or return the piece.</translation>
  </message>
  <message>
   <source>E-mail or password is wrong. Try again.</source>
   <translation>E-mail or password is wrong. Try again.</translation>
  </message>
  <message>
   <source>Everything is done.</source>
   <translation>Everything is done.</translation>
  </message>
  <message>
   <source>Find the mailbox by the name on the piece, and assign it.</source>
   <translation>Find the mailbox by the name on the piece, and assign it.</translation>
  </message>
  <message>
   <source>Find the name on the piece among the names on the form, then receive it.</source>
   <translation>Find the name on the piece among the names on the form, then receive it.</translation>
  </message>
  <message>
   <source>Finish or leave the piece that is shown, then scan the next one.</source>
   <translation>Finish or leave the piece that is shown, then scan the next one.</translation>
  </message>
  <message>
   <source>For this reason the piece may not go back: a counter does not refuse mail of its customers. Choose one of the reasons that are offered, or keep it.</source>
   <translation>For this reason the piece may not go back: a counter does not refuse mail of its customers. Choose one of the reasons that are offered, or keep it.</translation>
  </message>
  <message>
   <source>Former holder: PMB {mailbox} belongs to {holder} now. Go by the name, never by the number.</source>
   <translation>Former holder: PMB {mailbox} belongs to {holder} now. Go by the name, never by the number.</translation>
  </message>
  <message>
   <source>From {first} to {last} is no range of days.</source>
   <translation>From {first} to {last} is no range of days.</translation>
  </message>
  <message>
   <source>Go on in its pickup: ID, scan, fee, signature.</source>
   <translation>Go on in its pickup: ID, scan, fee, signature.</translation>
  </message>
  <message>
   <source>Good. Now the next line of the document.</source>
   <translation>Good. Now the next line of the document.</translation>
  </message>
  <message>
   <source>Handed over on {day} for PMB {mailbox}.</source>
   <translation>Handed over on {day} for PMB {mailbox}.</translation>
  </message>
  <message>
   <source>Hold the piece or mail it on: for six months after the closing it may not be refused.</source>
   <translation>Hold the piece or mail it on: for six months after the closing it may not be refused.</translation>
  </message>
  <message>
   <source>Hold the piece or mail it on; it may not be refused in the first six months.</source>
   <translation>Hold the piece or mail it on; it may not be refused in the first six months.</translation>
  </message>
  <message>
   <source>If it is in your hand, scan its label or put it on a shelf: the search is over then.</source>
   <translation>If it is in your hand, scan its label or put it on a shelf: the search is over then.</translation>
  </message>
  <message>
   <source>Insert it and tell the customer.</source>
   <translation>Insert it and tell the customer.</translation>
  </message>
  <message>
   <source>Insert it.</source>
   <translation>Insert it.</translation>
  </message>
  <message>
   <source>Inserted by mistake and taken back.</source>
   <translation>Inserted by mistake and taken back.</translation>
  </message>
  <message>
   <source>Is {payee} the same as {likely} on the form? Confirm it only if you are sure.</source>
   <translation>Is {payee} the same as {likely} on the form? Confirm it only if you are sure.</translation>
  </message>
  <message>
   <source>It belongs to {holder}, PMB {mailbox}.</source>
   <translation>It belongs to {holder}, PMB {mailbox}.</translation>
  </message>
  <message>
   <source>It gave something that must not be used. Try again.</source>
   <translation>It gave something that must not be used. Try again.</translation>
  </message>
  <message>
   <source>It goes back to its sender: give it to the carrier in the Returns room (F11).</source>
   <translation>It goes back to its sender: give it to the carrier in the Returns room (F11).</translation>
  </message>
  <message>
   <source>It is being searched for since {day}; it was thought to be on {last_shelf}.</source>
   <translation>It is being searched for since {day}; it was thought to be on {last_shelf}.</translation>
  </message>
  <message>
   <source>It is set up differently than the settings say. Check speed and protocol.</source>
   <translation>It is set up differently than the settings say. Check speed and protocol.</translation>
  </message>
  <message>
   <source>It lay in another mailbox by mistake: {why}</source>
   <translation>It lay in another mailbox by mistake: {why}</translation>
  </message>
  <message>
   <source>It sends without an end. Unplug it and plug it in again.</source>
   <translation>It sends without an end. Unplug it and plug it in again.</translation>
  </message>
  <message>
   <source>Its address in the settings is wrong: {why}.</source>
   <translation>Its address in the settings is wrong: {why}.</translation>
  </message>
  <message>
   <source>Keep the piece on its shelf until that task is done or declined.</source>
   <translation>Keep the piece on its shelf until that task is done or declined.</translation>
  </message>
  <message>
   <source>Keep the piece on its shelf. Why it may not go out stands below.</source>
   <translation>Keep the piece on its shelf. Why it may not go out stands below.</translation>
  </message>
  <message>
   <source>Keep the piece. Open its pickup and try the payment again, or decline the pickup.</source>
   <translation>Keep the piece. Open its pickup and try the payment again, or decline the pickup.</translation>
  </message>
  <message>
   <source>Kept for a task that is open ({shelf}, PMB {mailbox}).</source>
   <translation>Kept for a task that is open ({shelf}, PMB {mailbox}).</translation>
  </message>
  <message>
   <source>Look at a photo ID first. Without one nothing leaves, whoever asks.</source>
   <translation>Look at a photo ID first. Without one nothing leaves, whoever asks.</translation>
  </message>
  <message>
   <source>Look on the shelves beside its own, then tell a manager.</source>
   <translation>Look on the shelves beside its own, then tell a manager.</translation>
  </message>
  <message>
   <source>Mailbox not approved</source>
   <translation>Mailbox not approved</translation>
  </message>
  <message>
   <source>Mailbox rejected</source>
   <translation>Mailbox rejected</translation>
  </message>
  <message>
   <source>Measure all three sides of the parcel, each up to 3 m: 12 x 9 x 4.</source>
   <translation>Measure all three sides of the parcel, each up to 3 m: 12 x 9 x 4.</translation>
  </message>
  <message>
   <source>Missing: is it in your hand?</source>
   <translation>Missing: is it in your hand?</translation>
  </message>
  <message>
   <source>More than 1.2 times retail needs a reason. Write why, or lower the factor.</source>
   <translation>More than 1.2 times retail needs a reason. Write why, or lower the factor.</translation>
  </message>
  <message>
   <source>More than 1.5 times retail is not allowed for anybody. Lower the factor.</source>
   <translation>More than 1.5 times retail is not allowed for anybody. Lower the factor.</translation>
  </message>
  <message>
   <source>Name not on the Form 1583</source>
   <translation>Name not on the Form 1583</translation>
  </message>
  <message>
   <source>Never fetched</source>
   <translation>Never fetched</translation>
  </message>
  <message>
   <source>No answer from the centre. Everything is kept here and sent later.</source>
   <translation>No answer from the centre. Everything is kept here and sent later.</translation>
  </message>
  <message>
   <source>No carrier takes more than 150 kg. Check the weight.</source>
   <translation>No carrier takes more than 150 kg. Check the weight.</translation>
  </message>
  <message>
   <source>No check is written down yet.</source>
   <translation>No check is written down yet.</translation>
  </message>
  <message>
   <source>No deposit waits for the carrier under this label. Check the envelope.</source>
   <translation>No deposit waits for the carrier under this label. Check the envelope.</translation>
  </message>
  <message>
   <source>No driver is here yet.</source>
   <translation>No driver is here yet.</translation>
  </message>
  <message>
   <source>No free Mail ID was found. Try again.</source>
   <translation>No free Mail ID was found. Try again.</translation>
  </message>
  <message>
   <source>No line above names this service</source>
   <translation>No line above names this service</translation>
  </message>
  <message>
   <source>No name stands on the Form 1583: nothing may be inserted.</source>
   <translation>No name stands on the Form 1583: nothing may be inserted.</translation>
  </message>
  <message>
   <source>No parcel that waits has this number. Keep it here and look at its label.</source>
   <translation>No parcel that waits has this number. Keep it here and look at its label.</translation>
  </message>
  <message>
   <source>No parcel with a label waits for this carrier.</source>
   <translation>No parcel with a label waits for this carrier.</translation>
  </message>
  <message>
   <source>No photo of {mail_id} was taken.</source>
   <translation>No photo of {mail_id} was taken.</translation>
  </message>
  <message>
   <source>No piece has more than {most} pages. Check the number.</source>
   <translation>No piece has more than {most} pages. Check the number.</translation>
  </message>
  <message>
   <source>No piece of this delivery is left. Put it back; the customer is told.</source>
   <translation>No piece of this delivery is left. Put it back; the customer is told.</translation>
  </message>
  <message>
   <source>No piece with this code is known here.</source>
   <translation>No piece with this code is known here.</translation>
  </message>
  <message>
   <source>No rate table is in force today. The parcel stays weighed: type the carrier's price, or import a table.</source>
   <translation>No rate table is in force today. The parcel stays weighed: type the carrier's price, or import a table.</translation>
  </message>
  <message>
   <source>No recovery sheet was made before this backup. Use the key of the computer that it is of.</source>
   <translation>No recovery sheet was made before this backup. Use the key of the computer that it is of.</translation>
  </message>
  <message>
   <source>No side is longer than 3 meters (118 in). Look whether it was inches or centimeters.</source>
   <translation>No side is longer than 3 meters (118 in). Look whether it was inches or centimeters.</translation>
  </message>
  <message>
   <source>No side of a piece is nothing or less. Measure it again.</source>
   <translation>No side of a piece is nothing or less. Measure it again.</translation>
  </message>
  <message>
   <source>No such state. Type its two letters, such as NY.</source>
   <translation>No such state. Type its two letters, such as NY.</translation>
  </message>
  <message>
   <source>No tracking number was found in the photo.</source>
   <translation>No tracking number was found in the photo.</translation>
  </message>
  <message>
   <source>No: hold it</source>
   <translation>No: hold it</translation>
  </message>
  <message>
   <source>No: it stays here</source>
   <translation>No: it stays here</translation>
  </message>
  <message>
   <source>No: kept for a task</source>
   <translation>No: kept for a task</translation>
  </message>
  <message>
   <source>No: nobody on the form</source>
   <translation>No: nobody on the form</translation>
  </message>
  <message>
   <source>No: not for this name</source>
   <translation>No: not for this name</translation>
  </message>
  <message>
   <source>No: not here any more</source>
   <translation>No: not here any more</translation>
  </message>
  <message>
   <source>No: not paid</source>
   <translation>No: not paid</translation>
  </message>
  <message>
   <source>No: return it</source>
   <translation>No: return it</translation>
  </message>
  <message>
   <source>No: tell and return</source>
   <translation>No: tell and return</translation>
  </message>
  <message>
   <source>No: tell and set aside</source>
   <translation>No: tell and set aside</translation>
  </message>
  <message>
   <source>No: unknown</source>
   <translation>No: unknown</translation>
  </message>
  <message>
   <source>Nobody counts {shelf} any more; another counter has ended it. Begin anew if you want to count again.</source>
   <translation>Nobody counts {shelf} any more; another counter has ended it. Begin anew if you want to count again.</translation>
  </message>
  <message>
   <source>Nobody fits {mail_id} by itself. Open it and say whose it is.</source>
   <translation>Nobody fits {mail_id} by itself. Open it and say whose it is.</translation>
  </message>
  <message>
   <source>Nobody has said yet whether anything inside may not be shipped. Look, and answer.</source>
   <translation>Nobody has said yet whether anything inside may not be shipped. Look, and answer.</translation>
  </message>
  <message>
   <source>Nobody has signed yet.</source>
   <translation>Nobody has signed yet.</translation>
  </message>
  <message>
   <source>Nobody has tried for 30 days whether a backup can be restored. Run a drill: it changes nothing here.</source>
   <translation>Nobody has tried for 30 days whether a backup can be restored. Run a drill: it changes nothing here.</translation>
  </message>
  <message>
   <source>Nobody is found for “{asked}”.</source>
   <translation>Nobody is found for “{asked}”.</translation>
  </message>
  <message>
   <source>Nobody is signed in, so the scan was not taken. Sign in, then scan the piece again.</source>
   <translation>Nobody is signed in, so the scan was not taken. Sign in, then scan the piece again.</translation>
  </message>
  <message>
   <source>Nobody knows the addressee</source>
   <translation>Nobody knows the addressee</translation>
  </message>
  <message>
   <source>Nobody may do this at the counter.</source>
   <translation>Nobody may do this at the counter.</translation>
  </message>
  <message>
   <source>Nobody says in which unit this scale weighs. Put it into the settings.</source>
   <translation>Nobody says in which unit this scale weighs. Put it into the settings.</translation>
  </message>
  <message>
   <source>Nobody with this e-mail has signed in here yet. The first time needs the internet.</source>
   <translation>Nobody with this e-mail has signed in here yet. The first time needs the internet.</translation>
  </message>
  <message>
   <source>Not connected. Plug it in; it comes back by itself.</source>
   <translation>Not connected. Plug it in; it comes back by itself.</translation>
  </message>
  <message>
   <source>Not found since {day}. Look on the shelves around {shelf}.</source>
   <translation>Not found since {day}. Look on the shelves around {shelf}.</translation>
  </message>
  <message>
   <source>Not found. Plug it in and switch it on; it comes back by itself.</source>
   <translation>Not found. Plug it in and switch it on; it comes back by itself.</translation>
  </message>
  <message>
   <source>Not on the Form 1583 of PMB {mailbox}. Keep it as unassigned, or return it.</source>
   <translation>Not on the Form 1583 of PMB {mailbox}. Keep it as unassigned, or return it.</translation>
  </message>
  <message>
   <source>Not signed, so nothing leaves. Put the pieces back on their shelves; the fee is paid and stays with this pickup: whoever signs later pays nothing again.</source>
   <translation>Not signed, so nothing leaves. Put the pieces back on their shelves; the fee is paid and stays with this pickup: whoever signs later pays nothing again.</translation>
  </message>
  <message>
   <source>Not signed, so nothing leaves. Put the pieces back on their shelves; they stay kept for this pickup until somebody who may collect signs for them.</source>
   <translation>Not signed, so nothing leaves. Put the pieces back on their shelves; they stay kept for this pickup until somebody who may collect signs for them.</translation>
  </message>
  <message>
   <source>Note saved</source>
   <translation>Note saved</translation>
  </message>
  <message>
   <source>Note: {note}</source>
   <translation>Note: {note}</translation>
  </message>
  <message>
   <source>Nothing is called exactly “{asked}”. Choose what was meant, or type it again.</source>
   <translation>Nothing is called exactly “{asked}”. Choose what was meant, or type it again.</translation>
  </message>
  <message>
   <source>Nothing is known of “{asked}”. Try another part of the name, or the last digits of the number.</source>
   <translation>Nothing is known of “{asked}”. Try another part of the name, or the last digits of the number.</translation>
  </message>
  <message>
   <source>Nothing is on the list yet. Scan the pieces that go back.</source>
   <translation>Nothing is on the list yet. Scan the pieces that go back.</translation>
  </message>
  <message>
   <source>Nothing is on the shelf for this mailbox. Look among the pieces without a mailbox.</source>
   <translation>Nothing is on the shelf for this mailbox. Look among the pieces without a mailbox.</translation>
  </message>
  <message>
   <source>Nothing is owed for this pickup any more.</source>
   <translation>Nothing is owed for this pickup any more.</translation>
  </message>
  <message>
   <source>Nothing of this delivery has come back yet. Scan what the driver brings.</source>
   <translation>Nothing of this delivery has come back yet. Scan what the driver brings.</translation>
  </message>
  <message>
   <source>Nothing waits any more: every piece is in a mailbox.</source>
   <translation>Nothing waits any more: every piece is in a mailbox.</translation>
  </message>
  <message>
   <source>Nothing was due for this pickup.</source>
   <translation>Nothing was due for this pickup.</translation>
  </message>
  <message>
   <source>Nothing was imported. Correct the lines below in the file, and import it again.</source>
   <translation>Nothing was imported. Correct the lines below in the file, and import it again.</translation>
  </message>
  <message>
   <source>Nothing was read. Scan the card again.</source>
   <translation>Nothing was read. Scan the card again.</translation>
  </message>
  <message>
   <source>On the shelf ({shelf}) for PMB {mailbox}.</source>
   <translation>On the shelf ({shelf}) for PMB {mailbox}.</translation>
  </message>
  <message>
   <source>On the shelf ({shelf}), but its mailbox is not known yet.</source>
   <translation>On the shelf ({shelf}), but its mailbox is not known yet.</translation>
  </message>
  <message>
   <source>One of the values cannot be right. Check type and weight.</source>
   <translation>One of the values cannot be right. Check type and weight.</translation>
  </message>
  <message>
   <source>One piece is no bundle. Find the others, or decline the task.</source>
   <translation>One piece is no bundle. Find the others, or decline the task.</translation>
  </message>
  <message>
   <source>Only USPS delivers to a PO box. Choose USPS, or ask the customer for a street address.</source>
   <translation>Only USPS delivers to a PO box. Choose USPS, or ask the customer for a street address.</translation>
  </message>
  <message>
   <source>Only USPS delivers to the armed forces (APO, FPO, DPO). Choose USPS.</source>
   <translation>Only USPS delivers to the armed forces (APO, FPO, DPO). Choose USPS.</translation>
  </message>
  <message>
   <source>Only banks in the United States take these deposits; their address ends with a state and a ZIP code. Decline the task, or put the address right.</source>
   <translation>Only banks in the United States take these deposits; their address ends with a state and a ZIP code. Decline the task, or put the address right.</translation>
  </message>
  <message>
   <source>Only the last step is left.</source>
   <translation>Only the last step is left.</translation>
  </message>
  <message>
   <source>Only the platform can do this.</source>
   <translation>Only the platform can do this.</translation>
  </message>
  <message>
   <source>Opened and scanned; on the shelf ({shelf}) for PMB {mailbox}.</source>
   <translation>Opened and scanned; on the shelf ({shelf}) for PMB {mailbox}.</translation>
  </message>
  <message>
   <source>Other pieces were handed over than were gathered.</source>
   <translation>Other pieces were handed over than were gathered.</translation>
  </message>
  <message>
   <source>Other users of this computer can read the key file. Take that right away, then start again.</source>
   <translation>Other users of this computer can read the key file. Take that right away, then start again.</translation>
  </message>
  <message>
   <source>PMB {mailbox} has a pickup waiting already. Open that one and add pieces to it.</source>
   <translation>PMB {mailbox} has a pickup waiting already. Open that one and add pieces to it.</translation>
  </message>
  <message>
   <source>PMB {mailbox} has expired. Mail is still inserted; nothing goes out before it is paid.</source>
   <translation>PMB {mailbox} has expired. Mail is still inserted; nothing goes out before it is paid.</translation>
  </message>
  <message>
   <source>PMB {mailbox} has no holder any more. Return the piece to its sender.</source>
   <translation>PMB {mailbox} has no holder any more. Return the piece to its sender.</translation>
  </message>
  <message>
   <source>PMB {mailbox} is active.</source>
   <translation>PMB {mailbox} is active.</translation>
  </message>
  <message>
   <source>PMB {mailbox} is on hold. Tell the customer that mail has come and keep the piece apart.</source>
   <translation>PMB {mailbox} is on hold. Tell the customer that mail has come and keep the piece apart.</translation>
  </message>
  <message>
   <source>PMB {mailbox} is on hold: keep the piece apart until there is an instruction.</source>
   <translation>PMB {mailbox} is on hold: keep the piece apart until there is an instruction.</translation>
  </message>
  <message>
   <source>PMB {mailbox} must renew its Form 1583. Work goes on; remind the customer.</source>
   <translation>PMB {mailbox} must renew its Form 1583. Work goes on; remind the customer.</translation>
  </message>
  <message>
   <source>PMB {mailbox} was closed.</source>
   <translation>PMB {mailbox} was closed.</translation>
  </message>
  <message>
   <source>PMB {mailbox} was closed. For six months its mail is held or re-mailed, never refused.</source>
   <translation>PMB {mailbox} was closed. For six months its mail is held or re-mailed, never refused.</translation>
  </message>
  <message>
   <source>PMB {mailbox} was never approved: no mail may be inserted. Record “mail received” and return the piece.</source>
   <translation>PMB {mailbox} was never approved: no mail may be inserted. Record “mail received” and return the piece.</translation>
  </message>
  <message>
   <source>PMB {mailbox} was rejected. Return the piece to its sender.</source>
   <translation>PMB {mailbox} was rejected. Return the piece to its sender.</translation>
  </message>
  <message>
   <source>Packed into a consolidation for PMB {mailbox}.</source>
   <translation>Packed into a consolidation for PMB {mailbox}.</translation>
  </message>
  <message>
   <source>Payments are in order.</source>
   <translation>Payments are in order.</translation>
  </message>
  <message>
   <source>Pickup agreed for {due}. Pieces: {pieces}.</source>
   <translation>Pickup agreed for {due}. Pieces: {pieces}.</translation>
  </message>
  <message>
   <source>Pickup asked for, due {due}. Pieces: {pieces}.</source>
   <translation>Pickup asked for, due {due}. Pieces: {pieces}.</translation>
  </message>
  <message>
   <source>Pickup in progress. Pieces: {pieces}.</source>
   <translation>Pickup in progress. Pieces: {pieces}.</translation>
  </message>
  <message>
   <source>Pickup overdue since {due}. Pieces: {pieces}.</source>
   <translation>Pickup overdue since {due}. Pieces: {pieces}.</translation>
  </message>
  <message>
   <source>Pickup paid, not handed over yet. Pieces: {pieces}.</source>
   <translation>Pickup paid, not handed over yet. Pieces: {pieces}.</translation>
  </message>
  <message>
   <source>Pickup to be charged later. Pieces: {pieces}.</source>
   <translation>Pickup to be charged later. Pieces: {pieces}.</translation>
  </message>
  <message>
   <source>Pickup waits for the bank’s answer. Pieces: {pieces}.</source>
   <translation>Pickup waits for the bank’s answer. Pieces: {pieces}.</translation>
  </message>
  <message>
   <source>Pickup with a declined payment: nothing goes out before it is paid. Pieces: {pieces}.</source>
   <translation>Pickup with a declined payment: nothing goes out before it is paid. Pieces: {pieces}.</translation>
  </message>
  <message>
   <source>Pieces on the shelf: {count}, the oldest since {day}.</source>
   <translation>Pieces on the shelf: {count}, the oldest since {day}.</translation>
  </message>
  <message>
   <source>Press the letter of the name that stands on it. U keeps it as unassigned.</source>
   <translation>Press the letter of the name that stands on it. U keeps it as unassigned.</translation>
  </message>
  <message>
   <source>Prices of this station; importing a version again replaces it.</source>
   <translation>Prices of this station; importing a version again replaces it.</translation>
  </message>
  <message>
   <source>Reading the damaged store. You can work: pieces are kept, mailboxes come with the register.</source>
   <translation>Reading the damaged store. You can work: pieces are kept, mailboxes come with the register.</translation>
  </message>
  <message>
   <source>Receive the piece as usual, then tell the customer what is still open.</source>
   <translation>Receive the piece as usual, then tell the customer what is still open.</translation>
  </message>
  <message>
   <source>Received {since}; days here: {days}.</source>
   <translation>Received {since}; days here: {days}.</translation>
  </message>
  <message>
   <source>Record “mail received” and keep the piece apart until there is an instruction.</source>
   <translation>Record “mail received” and keep the piece apart until there is an instruction.</translation>
  </message>
  <message>
   <source>Record “mail received” for the customer, then return the piece to its sender.</source>
   <translation>Record “mail received” for the customer, then return the piece to its sender.</translation>
  </message>
  <message>
   <source>Record “mail received”, then return the piece to its sender.</source>
   <translation>Record “mail received”, then return the piece to its sender.</translation>
  </message>
  <message>
   <source>Registered mail is not taken in: its addressee must fetch it at the post office. Leave it with the carrier and tell the customer.</source>
   <translation>Registered mail is not taken in: its addressee must fetch it at the post office. Leave it with the carrier and tell the customer.</translation>
  </message>
  <message>
   <source>Registering this computer was not finished. Nothing is lost: start Counter with its code again, or with a new one if ten minutes have passed.</source>
   <translation>Registering this computer was not finished. Nothing is lost: start Counter with its code again, or with a new one if ten minutes have passed.</translation>
  </message>
  <message>
   <source>Return the piece to its sender.</source>
   <translation>Return the piece to its sender.</translation>
  </message>
  <message>
   <source>Returned to its sender on {day}.</source>
   <translation>Returned to its sender on {day}.</translation>
  </message>
  <message>
   <source>STOP: {mail_id} belongs to PMB {mailbox}. Put it back on its shelf.</source>
   <translation>STOP: {mail_id} belongs to PMB {mailbox}. Put it back on its shelf.</translation>
  </message>
  <message>
   <source>Save the carrier's prices as CSV, as docs/shipping-rates.md shows, and import the file here.</source>
   <translation>Save the carrier's prices as CSV, as docs/shipping-rates.md shows, and import the file here.</translation>
  </message>
  <message>
   <source>Say in which zone {shelf} stands, for example Front.</source>
   <translation>Say in which zone {shelf} stands, for example Front.</translation>
  </message>
  <message>
   <source>Say what the charge or discount is for; it is on the receipt.</source>
   <translation>Say what the charge or discount is for; it is on the receipt.</translation>
  </message>
  <message>
   <source>Say what was in the envelope; the customer reads it.</source>
   <translation>Say what was in the envelope; the customer reads it.</translation>
  </message>
  <message>
   <source>Say which carrier it is.</source>
   <translation>Say which carrier it is.</translation>
  </message>
  <message>
   <source>Say which kind of ID you looked at.</source>
   <translation>Say which kind of ID you looked at.</translation>
  </message>
  <message>
   <source>Say whose piece it is, or keep it as unassigned with Ctrl+U.</source>
   <translation>Say whose piece it is, or keep it as unassigned with Ctrl+U.</translation>
  </message>
  <message>
   <source>Say why the driver does not take the pieces.</source>
   <translation>Say why the driver does not take the pieces.</translation>
  </message>
  <message>
   <source>Scan a shelf first, then its pieces; or one piece, then its shelf.</source>
   <translation>Scan a shelf first, then its pieces; or one piece, then its shelf.</translation>
  </message>
  <message>
   <source>Scan each parcel as the driver takes it; nothing was scanned yet.</source>
   <translation>Scan each parcel as the driver takes it; nothing was scanned yet.</translation>
  </message>
  <message>
   <source>Scan each parcel as the driver takes it; the others stay.</source>
   <translation>Scan each parcel as the driver takes it; the others stay.</translation>
  </message>
  <message>
   <source>Scan every piece first, or mark it as not found.</source>
   <translation>Scan every piece first, or mark it as not found.</translation>
  </message>
  <message>
   <source>Scan every piece, or mark it as not found.</source>
   <translation>Scan every piece, or mark it as not found.</translation>
  </message>
  <message>
   <source>Scan or type the shelf where the pieces lie from now on.</source>
   <translation>Scan or type the shelf where the pieces lie from now on.</translation>
  </message>
  <message>
   <source>Scan or type the tracking number of the label.</source>
   <translation>Scan or type the tracking number of the label.</translation>
  </message>
  <message>
   <source>Scan the barcode of the label. Our own label is printed by itself, 4 x 6 in.</source>
   <translation>Scan the barcode of the label. Our own label is printed by itself, 4 x 6 in.</translation>
  </message>
  <message>
   <source>Seal letters and small pieces first, and say how many poly bags it took.</source>
   <translation>Seal letters and small pieces first, and say how many poly bags it took.</translation>
  </message>
  <message>
   <source>Setting the damaged store aside …</source>
   <translation>Setting the damaged store aside …</translation>
  </message>
  <message>
   <source>Several mailboxes match. Look at the piece or the ID, then choose.</source>
   <translation>Several mailboxes match. Look at the piece or the ID, then choose.</translation>
  </message>
  <message>
   <source>Several pieces match. Look at the label, then choose.</source>
   <translation>Several pieces match. Look at the label, then choose.</translation>
  </message>
  <message>
   <source>Several stations save into {folder}. Choose the folder of one of them: {stations}.</source>
   <translation>Several stations save into {folder}. Choose the folder of one of them: {stations}.</translation>
  </message>
  <message>
   <source>Shelf {shelf} was closed: nothing is put there any more. Scan another shelf, or open it again.</source>
   <translation>Shelf {shelf} was closed: nothing is put there any more. Scan another shelf, or open it again.</translation>
  </message>
  <message>
   <source>Shipped on {day} for PMB {mailbox}.</source>
   <translation>Shipped on {day} for PMB {mailbox}.</translation>
  </message>
  <message>
   <source>Shredded on {day}.</source>
   <translation>Shredded on {day}.</translation>
  </message>
  <message>
   <source>Sign in first.</source>
   <translation>Sign in first.</translation>
  </message>
  <message>
   <source>Sizes are in inches (in), centimeters (cm) or millimeters (mm).</source>
   <translation>Sizes are in inches (in), centimeters (cm) or millimeters (mm).</translation>
  </message>
  <message>
   <source>Somebody has answered this already.</source>
   <translation>Somebody has answered this already.</translation>
  </message>
  <message>
   <source>Somebody has dealt with this already.</source>
   <translation>Somebody has dealt with this already.</translation>
  </message>
  <message>
   <source>Something else answered instead of the centre. Everything is kept here and sent later.</source>
   <translation>Something else answered instead of the centre. Everything is kept here and sent later.</translation>
  </message>
  <message>
   <source>Something has happened to {mail_id} since. Correct it instead of taking it back.</source>
   <translation>Something has happened to {mail_id} since. Correct it instead of taking it back.</translation>
  </message>
  <message>
   <source>Something is half entered. Finish or clear it, then change the language.</source>
   <translation>Something is half entered. Finish or clear it, then change the language.</translation>
  </message>
  <message>
   <source>Stopped. Nothing was changed.</source>
   <translation>Stopped. Nothing was changed.</translation>
  </message>
  <message>
   <source>Storage is free until {until} (days left: {days}) for {mail_id}. Remind the customer.</source>
   <translation>Storage is free until {until} (days left: {days}) for {mail_id}. Remind the customer.</translation>
  </message>
  <message>
   <source>Storage was free until {until} for {mail_id}; since then each day counts. Remind the customer.</source>
   <translation>Storage was free until {until} for {mail_id}; since then each day counts. Remind the customer.</translation>
  </message>
  <message>
   <source>Take a photo first (F10): what goes back leaves a picture here.</source>
   <translation>Take a photo first (F10): what goes back leaves a picture here.</translation>
  </message>
  <message>
   <source>Take a photo of the signed paper first; it is what proves the hand-over.</source>
   <translation>Take a photo of the signed paper first; it is what proves the hand-over.</translation>
  </message>
  <message>
   <source>Taking over acts of the damaged store: {done} of {total}</source>
   <translation>Taking over acts of the damaged store: {done} of {total}</translation>
  </message>
  <message>
   <source>Taking over the register and the shelves: {done} of {total}</source>
   <translation>Taking over the register and the shelves: {done} of {total}</translation>
  </message>
  <message>
   <source>Tell the customer that mail has come, and set the piece aside until there is an instruction.</source>
   <translation>Tell the customer that mail has come, and set the piece aside until there is an instruction.</translation>
  </message>
  <message>
   <source>That amount cannot be right. Type it in dollars and cents.</source>
   <translation>That amount cannot be right. Type it in dollars and cents.</translation>
  </message>
  <message>
   <source>That amount is too large to be right. Check it and type it again.</source>
   <translation>That amount is too large to be right. Check it and type it again.</translation>
  </message>
  <message>
   <source>That can be read in two ways. Type the amount with two digits for the cents, such as 1234.00 or 1.23.</source>
   <translation>That can be read in two ways. Type the amount with two digits for the cents, such as 1234.00 or 1.23.</translation>
  </message>
  <message>
   <source>That cannot be the amount of a check. Type it in dollars and cents.</source>
   <translation>That cannot be the amount of a check. Type it in dollars and cents.</translation>
  </message>
  <message>
   <source>That cannot be the name of a file. Choose another name.</source>
   <translation>That cannot be the name of a file. Choose another name.</translation>
  </message>
  <message>
   <source>That cannot be the postage of a letter. Type it in dollars and cents.</source>
   <translation>That cannot be the postage of a letter. Type it in dollars and cents.</translation>
  </message>
  <message>
   <source>That is no amount. Type dollars and cents, such as 12.50.</source>
   <translation>That is no amount. Type dollars and cents, such as 12.50.</translation>
  </message>
  <message>
   <source>That is no day. Type it as year-month-day.</source>
   <translation>That is no day. Type it as year-month-day.</translation>
  </message>
  <message>
   <source>That is no factor. Type it like 1.2.</source>
   <translation>That is no factor. Type it like 1.2.</translation>
  </message>
  <message>
   <source>That is no passport and no ID card. Scan or type the lines at its foot, one after the other.</source>
   <translation>That is no passport and no ID card. Scan or type the lines at its foot, one after the other.</translation>
  </message>
  <message>
   <source>That is no place a carrier could find. Ask the customer for the real address.</source>
   <translation>That is no place a carrier could find. Ask the customer for the real address.</translation>
  </message>
  <message>
   <source>That is no tracking number. Scan the barcode of the label again.</source>
   <translation>That is no tracking number. Scan the barcode of the label again.</translation>
  </message>
  <message>
   <source>That is no weight. Type it like 12 oz, 2 lb 3 oz or 900 g.</source>
   <translation>That is no weight. Type it like 12 oz, 2 lb 3 oz or 900 g.</translation>
  </message>
  <message>
   <source>That is not possible at this step any more.</source>
   <translation>That is not possible at this step any more.</translation>
  </message>
  <message>
   <source>That is not right. {left} tries left.</source>
   <translation>That is not right. {left} tries left.</translation>
  </message>
  <message>
   <source>That is not the code of this delivery. Ask the driver again; tries left: {left}.</source>
   <translation>That is not the code of this delivery. Ask the driver again; tries left: {left}.</translation>
  </message>
  <message>
   <source>That is too short for a tracking number. Scan the barcode of the label.</source>
   <translation>That is too short for a tracking number. Scan the barcode of the label.</translation>
  </message>
  <message>
   <source>That number cannot be right. Count again: up to {limit}.</source>
   <translation>That number cannot be right. Count again: up to {limit}.</translation>
  </message>
  <message>
   <source>That number of copies cannot be printed.</source>
   <translation>That number of copies cannot be printed.</translation>
  </message>
  <message>
   <source>That was no card. Scan the barcode on its back.</source>
   <translation>That was no card. Scan the barcode on its back.</translation>
  </message>
  <message>
   <source>That weight cannot be right. Weigh the parcel, or type it: 12 oz, 2 lb 3 oz, 900 g.</source>
   <translation>That weight cannot be right. Weigh the parcel, or type it: 12 oz, 2 lb 3 oz, 900 g.</translation>
  </message>
  <message>
   <source>The Form 1583 of PMB {mailbox} does not let you take restricted delivery. Leave the piece with the carrier; the addressee signs for it himself.</source>
   <translation>The Form 1583 of PMB {mailbox} does not let you take restricted delivery. Leave the piece with the carrier; the addressee signs for it himself.</translation>
  </message>
  <message>
   <source>The ID that was kept expired on {on}. Ask the customer for a valid one.</source>
   <translation>The ID that was kept expired on {on}. Ask the customer for a valid one.</translation>
  </message>
  <message>
   <source>The ID that was kept is valid until {on}.</source>
   <translation>The ID that was kept is valid until {on}.</translation>
  </message>
  <message>
   <source>The PIN cannot be used now. Sign in with your password.</source>
   <translation>The PIN cannot be used now. Sign in with your password.</translation>
  </message>
  <message>
   <source>The act did not fit to what it was about. Look at the piece.</source>
   <translation>The act did not fit to what it was about. Look at the piece.</translation>
  </message>
  <message>
   <source>The act held personal data in clear and was refused. Tell your support.</source>
   <translation>The act held personal data in clear and was refused. Tell your support.</translation>
  </message>
  <message>
   <source>The act holds a value that the centre does not take. Tell your support.</source>
   <translation>The act holds a value that the centre does not take. Tell your support.</translation>
  </message>
  <message>
   <source>The act holds something that the centre does not know. Tell your support.</source>
   <translation>The act holds something that the centre does not know. Tell your support.</translation>
  </message>
  <message>
   <source>The bank and its address are missing. Type them, or ask the customer.</source>
   <translation>The bank and its address are missing. Type them, or ask the customer.</translation>
  </message>
  <message>
   <source>The bank has a PO box: only USPS Priority Mail may go there. Choose it.</source>
   <translation>The bank has a PO box: only USPS Priority Mail may go there. Choose it.</translation>
  </message>
  <message>
   <source>The bundle does not lie free on its shelf, so it stays together. Decline its task first.</source>
   <translation>The bundle does not lie free on its shelf, so it stays together. Decline its task first.</translation>
  </message>
  <message>
   <source>The camera gave no picture. Look at the camera and take the photo again.</source>
   <translation>The camera gave no picture. Look at the camera and take the photo again.</translation>
  </message>
  <message>
   <source>The camera gave no picture. Unplug it and plug it in again.</source>
   <translation>The camera gave no picture. Unplug it and plug it in again.</translation>
  </message>
  <message>
   <source>The card is being checked. Nothing is charged twice; go on with another task meanwhile.</source>
   <translation>The card is being checked. Nothing is charged twice; go on with another task meanwhile.</translation>
  </message>
  <message>
   <source>The card was declined. The customer changes the payment method in the account; then try again.</source>
   <translation>The card was declined. The customer changes the payment method in the account; then try again.</translation>
  </message>
  <message>
   <source>The card was declined: the task waits for the customer. Process it to try again or to decline it.</source>
   <translation>The card was declined: the task waits for the customer. Process it to try again or to decline it.</translation>
  </message>
  <message>
   <source>The card was read only in part. Scan it again, or look at it.</source>
   <translation>The card was read only in part. Scan it again, or look at it.</translation>
  </message>
  <message>
   <source>The carrier's time to take this label back is over. Call the carrier.</source>
   <translation>The carrier's time to take this label back is over. Call the carrier.</translation>
  </message>
  <message>
   <source>The centre could not prove that this act comes from this computer. Tell your support.</source>
   <translation>The centre could not prove that this act comes from this computer. Tell your support.</translation>
  </message>
  <message>
   <source>The centre could not take this act, and it was set aside. Try again; if it comes back, tell your support.</source>
   <translation>The centre could not take this act, and it was set aside. Try again; if it comes back, tell your support.</translation>
  </message>
  <message>
   <source>The centre did not accept this act, and it was taken back here.</source>
   <translation>The centre did not accept this act, and it was taken back here.</translation>
  </message>
  <message>
   <source>The centre did not take the photo of this act; it is kept here. Try again; if it comes back, tell support.</source>
   <translation>The centre did not take the photo of this act; it is kept here. Try again; if it comes back, tell support.</translation>
  </message>
  <message>
   <source>The centre does not accept this computer’s proof. Ask a manager to register it again.</source>
   <translation>The centre does not accept this computer’s proof. Ask a manager to register it again.</translation>
  </message>
  <message>
   <source>The centre does not know this account.</source>
   <translation>The centre does not know this account.</translation>
  </message>
  <message>
   <source>The centre does not know this form of the act yet. It needs an update; the act is kept.</source>
   <translation>The centre does not know this form of the act yet. It needs an update; the act is kept.</translation>
  </message>
  <message>
   <source>The centre does not know this kind of act yet. It needs an update; the act is kept.</source>
   <translation>The centre does not know this kind of act yet. It needs an update; the act is kept.</translation>
  </message>
  <message>
   <source>The centre does not know this pickup.</source>
   <translation>The centre does not know this pickup.</translation>
  </message>
  <message>
   <source>The centre does not know this piece.</source>
   <translation>The centre does not know this piece.</translation>
  </message>
  <message>
   <source>The centre does not know where this computer stopped. Everything is fetched again by itself.</source>
   <translation>The centre does not know where this computer stopped. Everything is fetched again by itself.</translation>
  </message>
  <message>
   <source>The centre does not say which history it has. Everything is kept here and sent later.</source>
   <translation>The centre does not say which history it has. Everything is kept here and sent later.</translation>
  </message>
  <message>
   <source>The centre had another act on the same thing first. Both are kept; look at the piece and put it right.</source>
   <translation>The centre had another act on the same thing first. Both are kept; look at the piece and put it right.</translation>
  </message>
  <message>
   <source>The centre has another act under the same number. Tell your support.</source>
   <translation>The centre has another act under the same number. Tell your support.</translation>
  </message>
  <message>
   <source>The centre has every act of this counter: there is nothing to save.</source>
   <translation>The centre has every act of this counter: there is nothing to save.</translation>
  </message>
  <message>
   <source>The centre has no room on its disk. Everything is kept here and sent later; tell support.</source>
   <translation>The centre has no room on its disk. Everything is kept here and sent later; tell support.</translation>
  </message>
  <message>
   <source>The centre has other acts of this computer than this store. Stop here and tell your support.</source>
   <translation>The centre has other acts of this computer than this store. Stop here and tell your support.</translation>
  </message>
  <message>
   <source>The centre has this account already.</source>
   <translation>The centre has this account already.</translation>
  </message>
  <message>
   <source>The centre is busy. Everything is kept here and sent later.</source>
   <translation>The centre is busy. Everything is kept here and sent later.</translation>
  </message>
  <message>
   <source>The centre keeps this act apart until somebody has looked at it. Tell your support.</source>
   <translation>The centre keeps this act apart until somebody has looked at it. Tell your support.</translation>
  </message>
  <message>
   <source>The centre made a mistake with this act. It is kept; tell your support.</source>
   <translation>The centre made a mistake with this act. It is kept; tell your support.</translation>
  </message>
  <message>
   <source>The centre made a mistake. Everything is kept here and sent later.</source>
   <translation>The centre made a mistake. Everything is kept here and sent later.</translation>
  </message>
  <message>
   <source>The centre refused this. Everything is kept here.</source>
   <translation>The centre refused this. Everything is kept here.</translation>
  </message>
  <message>
   <source>The centre repeats itself. Everything is kept here and sent later; tell your support.</source>
   <translation>The centre repeats itself. Everything is kept here and sent later; tell your support.</translation>
  </message>
  <message>
   <source>The centre was restored. Everything is kept here and sent again by itself.</source>
   <translation>The centre was restored. Everything is kept here and sent again by itself.</translation>
  </message>
  <message>
   <source>The centre was set back to a backup and waits for its operator. Everything is kept here and sent later.</source>
   <translation>The centre was set back to a backup and waits for its operator. Everything is kept here and sent later.</translation>
  </message>
  <message>
   <source>The centre's journal no longer fits what the centre signed before. Nothing is lost here; tell your support.</source>
   <translation>The centre's journal no longer fits what the centre signed before. Nothing is lost here; tell your support.</translation>
  </message>
  <message>
   <source>The centre’s address in the settings is not private (https). Nothing was sent.</source>
   <translation>The centre’s address in the settings is not private (https). Nothing was sent.</translation>
  </message>
  <message>
   <source>The centre’s address in the settings is wrong.</source>
   <translation>The centre’s address in the settings is wrong.</translation>
  </message>
  <message>
   <source>The centre’s answer to the registration makes no sense. Try again with a new code.</source>
   <translation>The centre’s answer to the registration makes no sense. Try again with a new code.</translation>
  </message>
  <message>
   <source>The check is for {payee}, whose name does not stand on the form of mailbox {mailbox}. It is not deposited: put it back and tell the customer.</source>
   <translation>The check is for {payee}, whose name does not stand on the form of mailbox {mailbox}. It is not deposited: put it back and tell the customer.</translation>
  </message>
  <message>
   <source>The check was deposited on {day}.</source>
   <translation>The check was deposited on {day}.</translation>
  </message>
  <message>
   <source>The code can be tried; there is nothing to release.</source>
   <translation>The code can be tried; there is nothing to release.</translation>
  </message>
  <message>
   <source>The code that was scanned holds nothing that can be read. Nothing was changed: scan another one.</source>
   <translation>The code that was scanned holds nothing that can be read. Nothing was changed: scan another one.</translation>
  </message>
  <message>
   <source>The code was wrong three times. Keep the pieces and call support; a manager allows new tries, or a new code comes.</source>
   <translation>The code was wrong three times. Keep the pieces and call support; a manager allows new tries, or a new code comes.</translation>
  </message>
  <message>
   <source>The computer was asleep. What was scanned meanwhile was not used: scan it again.</source>
   <translation>The computer was asleep. What was scanned meanwhile was not used: scan it again.</translation>
  </message>
  <message>
   <source>The computer's clock is wrong by {by}. Work goes on; times are marked. Set it right in the computer's settings.</source>
   <translation>The computer's clock is wrong by {by}. Work goes on; times are marked. Set it right in the computer's settings.</translation>
  </message>
  <message>
   <source>The computer's clock is {by} ahead of the last work here, and the centre cannot be asked. Work goes on; times are marked. Look whether the computer shows today's date.</source>
   <translation>The computer's clock is {by} ahead of the last work here, and the centre cannot be asked. Work goes on; times are marked. Look whether the computer shows today's date.</translation>
  </message>
  <message>
   <source>The connection is not private. Nothing was sent.</source>
   <translation>The connection is not private. Nothing was sent.</translation>
  </message>
  <message>
   <source>The counter is still starting. It takes a second or two.</source>
   <translation>The counter is still starting. It takes a second or two.</translation>
  </message>
  <message>
   <source>The customer agreed to {agreed}. Ask first: nothing is charged without a yes.</source>
   <translation>The customer agreed to {agreed}. Ask first: nothing is charged without a yes.</translation>
  </message>
  <message>
   <source>The customer asked for it</source>
   <translation>The customer asked for it</translation>
  </message>
  <message>
   <source>The customer has seven full days to come. Decline it from {from_day} on, or ask a manager to do it now.</source>
   <translation>The customer has seven full days to come. Decline it from {from_day} on, or ask a manager to do it now.</translation>
  </message>
  <message>
   <source>The customer is asked about the price. The clock of this task stands still until the answer.</source>
   <translation>The customer is asked about the price. The clock of this task stands still until the answer.</translation>
  </message>
  <message>
   <source>The customer is asked about the price. The clock stands still until the answer.</source>
   <translation>The customer is asked about the price. The clock stands still until the answer.</translation>
  </message>
  <message>
   <source>The customer refuses it</source>
   <translation>The customer refuses it</translation>
  </message>
  <message>
   <source>The customer wants the invoice removed. Take it out, reseal the parcel, and tick the box.</source>
   <translation>The customer wants the invoice removed. Take it out, reseal the parcel, and tick the box.</translation>
  </message>
  <message>
   <source>The customer was told that it is free until {until}.</source>
   <translation>The customer was told that it is free until {until}.</translation>
  </message>
  <message>
   <source>The customer's own label is set aside. Nothing was paid here for it.</source>
   <translation>The customer's own label is set aside. Nothing was paid here for it.</translation>
  </message>
  <message>
   <source>The disk did not take the backup in {folder}. Try another disk, or ask your support.</source>
   <translation>The disk did not take the backup in {folder}. Try another disk, or ask your support.</translation>
  </message>
  <message>
   <source>The disk had lost the newest acts; all {total} were found again. Have the disk checked.</source>
   <translation>The disk had lost the newest acts; all {total} were found again. Have the disk checked.</translation>
  </message>
  <message>
   <source>The disk has lost the newest acts: {count} between {since} and {until}. What the centre had comes back by itself; check the pieces of that time on the shelves, and have the disk checked.</source>
   <translation>The disk has lost the newest acts: {count} between {since} and {until}. What the centre had comes back by itself; check the pieces of that time on the shelves, and have the disk checked.</translation>
  </message>
  <message>
   <source>The disk has lost {count} acts after {since} that the centre has. They come back by themselves; acts that were not sent yet may be missing too: check the pieces of that time on the shelves.</source>
   <translation>The disk has lost {count} acts after {since} that the centre has. They come back by themselves; acts that were not sent yet may be missing too: check the pieces of that time on the shelves.</translation>
  </message>
  <message>
   <source>The disk is full, so nothing new is written here. What was done is safe and is still sent. Delete files or empty the trash on this computer; Counter goes on by itself.</source>
   <translation>The disk is full, so nothing new is written here. What was done is safe and is still sent. Delete files or empty the trash on this computer; Counter goes on by itself.</translation>
  </message>
  <message>
   <source>The disk is full, so {file} was not saved; what was there before stays. Make room and try again.</source>
   <translation>The disk is full, so {file} was not saved; what was there before stays. Make room and try again.</translation>
  </message>
  <message>
   <source>The disk is full. Nothing was saved. Make room and try again.</source>
   <translation>The disk is full. Nothing was saved. Make room and try again.</translation>
  </message>
  <message>
   <source>The disk is full: {free_mb} MB are free and Counter needs {needed_mb} MB. Nothing was saved. Free {more_mb} MB and try again.</source>
   <translation>The disk is full: {free_mb} MB are free and Counter needs {needed_mb} MB. Nothing was saved. Free {more_mb} MB and try again.</translation>
  </message>
  <message>
   <source>The driver for it is missing on this computer.</source>
   <translation>The driver for it is missing on this computer.</translation>
  </message>
  <message>
   <source>The driver for the camera is missing on this computer.</source>
   <translation>The driver for the camera is missing on this computer.</translation>
  </message>
  <message>
   <source>The driver has the pieces already.</source>
   <translation>The driver has the pieces already.</translation>
  </message>
  <message>
   <source>The fee is not paid yet.</source>
   <translation>The fee is not paid yet.</translation>
  </message>
  <message>
   <source>The file cannot be read. It may have been moved, or the folder is not there any more.</source>
   <translation>The file cannot be read. It may have been moved, or the folder is not there any more.</translation>
  </message>
  <message>
   <source>The file could not be read. Copy it to this computer first.</source>
   <translation>The file could not be read. Copy it to this computer first.</translation>
  </message>
  <message>
   <source>The file is larger than {limit_mb} MB. Split it by carrier.</source>
   <translation>The file is larger than {limit_mb} MB. Split it by carrier.</translation>
  </message>
  <message>
   <source>The folder for {file} is not there any more. Choose another place.</source>
   <translation>The folder for {file} is not there any more. Choose another place.</translation>
  </message>
  <message>
   <source>The holder of PMB {mailbox} left less than six months ago. His mail is held or mailed on with new postage, and not sent back.</source>
   <translation>The holder of PMB {mailbox} left less than six months ago. His mail is held or mailed on with new postage, and not sent back.</translation>
  </message>
  <message>
   <source>The internet is there: charge now.</source>
   <translation>The internet is there: charge now.</translation>
  </message>
  <message>
   <source>The key of this computer is missing, so the store stays closed. Nothing is lost: use the recovery sheet.</source>
   <translation>The key of this computer is missing, so the store stays closed. Nothing is lost: use the recovery sheet.</translation>
  </message>
  <message>
   <source>The key of this store is kept in another way than the settings say. Correct key_mode.</source>
   <translation>The key of this store is kept in another way than the settings say. Correct key_mode.</translation>
  </message>
  <message>
   <source>The label cannot be shown.</source>
   <translation>The label cannot be shown.</translation>
  </message>
  <message>
   <source>The label is incomplete ({field}) and cannot be printed.</source>
   <translation>The label is incomplete ({field}) and cannot be printed.</translation>
  </message>
  <message>
   <source>The label is void here. Void it in the carrier's account too; its credit takes days. The customer has no money back by that: ask for a refund if he is owed one.</source>
   <translation>The label is void here. Void it in the carrier's account too; its credit takes days. The customer has no money back by that: ask for a refund if he is owed one.</translation>
  </message>
  <message>
   <source>The label is void. The carrier credits the platform, which takes days. The customer has no money back by that: ask for a refund if he is owed one.</source>
   <translation>The label is void. The carrier credits the platform, which takes days. The customer has no money back by that: ask for a refund if he is owed one.</translation>
  </message>
  <message>
   <source>The label of a scanned parcel (PMB {mailbox}) was taken back. Take that parcel off the list.</source>
   <translation>The label of a scanned parcel (PMB {mailbox}) was taken back. Take that parcel off the list.</translation>
  </message>
  <message>
   <source>The label was taken back; the parcel is still paid. Make another label, or decline the task.</source>
   <translation>The label was taken back; the parcel is still paid. Make another label, or decline the task.</translation>
  </message>
  <message>
   <source>The labels do not fit the pieces. Seal the pieces again.</source>
   <translation>The labels do not fit the pieces. Seal the pieces again.</translation>
  </message>
  <message>
   <source>The last payment was declined. Ask the customer to change the card.</source>
   <translation>The last payment was declined. Ask the customer to change the card.</translation>
  </message>
  <message>
   <source>The letter is held back. A stamp is not paid back; the customer has no money back by that.</source>
   <translation>The letter is held back. A stamp is not paid back; the customer has no money back by that.</translation>
  </message>
  <message>
   <source>The line to the centre is too slow. Everything is kept here and sent later.</source>
   <translation>The line to the centre is too slow. Everything is kept here and sent later.</translation>
  </message>
  <message>
   <source>The line with carrier, version and dates is missing</source>
   <translation>The line with carrier, version and dates is missing</translation>
  </message>
  <message>
   <source>The name in this act could not be read any more after damage. Look at the piece and put it right.</source>
   <translation>The name in this act could not be read any more after damage. Look at the piece and put it right.</translation>
  </message>
  <message>
   <source>The number of columns is wrong for this kind of line</source>
   <translation>The number of columns is wrong for this kind of line</translation>
  </message>
  <message>
   <source>The packed parcel is too heavy or too large for this carrier. Choose another one, or repack it.</source>
   <translation>The packed parcel is too heavy or too large for this carrier. Choose another one, or repack it.</translation>
  </message>
  <message>
   <source>The packing slip is printed.</source>
   <translation>The packing slip is printed.</translation>
  </message>
  <message>
   <source>The paper is for PMB {written}, this pickup is for PMB {mailbox}. It is not good here: ask the customer for another one.</source>
   <translation>The paper is for PMB {written}, this pickup is for PMB {mailbox}. It is not good here: ask the customer for another one.</translation>
  </message>
  <message>
   <source>The paper names single pieces, and not all of these. Put the others back, or mark them as not found.</source>
   <translation>The paper names single pieces, and not all of these. Put the others back, or mark them as not found.</translation>
  </message>
  <message>
   <source>The paper was good until {until}. Nothing leaves on it: ask the customer for a new one.</source>
   <translation>The paper was good until {until}. Nothing leaves on it: ask the customer for a new one.</translation>
  </message>
  <message>
   <source>The parcel goes to {country}: customs want to know what is inside. Fill in at least one line.</source>
   <translation>The parcel goes to {country}: customs want to know what is inside. Fill in at least one line.</translation>
  </message>
  <message>
   <source>The passphrase is wrong.</source>
   <translation>The passphrase is wrong.</translation>
  </message>
  <message>
   <source>The photo could not be saved. Is the disk full? Nothing was received; try again.</source>
   <translation>The photo could not be saved. Is the disk full? Nothing was received; try again.</translation>
  </message>
  <message>
   <source>The photo of this act is not on this computer and not at the centre any more. The act itself is kept; tell your support.</source>
   <translation>The photo of this act is not on this computer and not at the centre any more. The act itself is kept; tell your support.</translation>
  </message>
  <message>
   <source>The picture is black. Take the cap off, or make light.</source>
   <translation>The picture is black. Take the cap off, or make light.</translation>
  </message>
  <message>
   <source>The picture is damaged. Take it again.</source>
   <translation>The picture is damaged. Take it again.</translation>
  </message>
  <message>
   <source>The picture is too large.</source>
   <translation>The picture is too large.</translation>
  </message>
  <message>
   <source>The piece has no mailbox yet. Assign it first.</source>
   <translation>The piece has no mailbox yet. Assign it first.</translation>
  </message>
  <message>
   <source>The piece is in PMB {mailbox} already.</source>
   <translation>The piece is in PMB {mailbox} already.</translation>
  </message>
  <message>
   <source>The piece is kept for an open task. Finish that task, or decline it first.</source>
   <translation>The piece is kept for an open task. Finish that task, or decline it first.</translation>
  </message>
  <message>
   <source>The piece is not on our shelves. If it is in your hand, receive it as a new one.</source>
   <translation>The piece is not on our shelves. If it is in your hand, receive it as a new one.</translation>
  </message>
  <message>
   <source>The pieces cannot be ready before {earliest}. Take a later time.</source>
   <translation>The pieces cannot be ready before {earliest}. Take a later time.</translation>
  </message>
  <message>
   <source>The pieces that were handed over are not those of the pickup at the centre. Look at both.</source>
   <translation>The pieces that were handed over are not those of the pickup at the centre. Look at both.</translation>
  </message>
  <message>
   <source>The platform has sent no code for this delivery yet. Ask support; it arrives here by itself.</source>
   <translation>The platform has sent no code for this delivery yet. Ask support; it arrives here by itself.</translation>
  </message>
  <message>
   <source>The postage due for {mail_id} is in a fee already. Look for it under Tasks.</source>
   <translation>The postage due for {mail_id} is in a fee already. Look for it under Tasks.</translation>
  </message>
  <message>
   <source>The price is above what the customer agreed to. Ask the customer first.</source>
   <translation>The price is above what the customer agreed to. Ask the customer first.</translation>
  </message>
  <message>
   <source>The print job is damaged and cannot be printed.</source>
   <translation>The print job is damaged and cannot be printed.</translation>
  </message>
  <message>
   <source>The printer answered something that makes no sense. Is it the right kind of printer?</source>
   <translation>The printer answered something that makes no sense. Is it the right kind of printer?</translation>
  </message>
  <message>
   <source>The printer did not say whether the label came out. Look at the paper.</source>
   <translation>The printer did not say whether the label came out. Look at the paper.</translation>
  </message>
  <message>
   <source>The printer does not answer. Is it on, and is its cable or network there?</source>
   <translation>The printer does not answer. Is it on, and is its cable or network there?</translation>
  </message>
  <message>
   <source>The printer has no paper. Put a roll in; the label comes by itself.</source>
   <translation>The printer has no paper. Put a roll in; the label comes by itself.</translation>
  </message>
  <message>
   <source>The printer is busy. The label comes by itself.</source>
   <translation>The printer is busy. The label comes by itself.</translation>
  </message>
  <message>
   <source>The printer is paused. Press its pause or feed button.</source>
   <translation>The printer is paused. Press its pause or feed button.</translation>
  </message>
  <message>
   <source>The printer reports a fault. Switch it off and on.</source>
   <translation>The printer reports a fault. Switch it off and on.</translation>
  </message>
  <message>
   <source>The printer’s address in the settings is wrong: {why}.</source>
   <translation>The printer’s address in the settings is wrong: {why}.</translation>
  </message>
  <message>
   <source>The printer’s cover is open. Close it; the label comes by itself.</source>
   <translation>The printer’s cover is open. Close it; the label comes by itself.</translation>
  </message>
  <message>
   <source>The rate table has no price for this parcel. It stays weighed: type the carrier's price.</source>
   <translation>The rate table has no price for this parcel. It stays weighed: type the carrier's price.</translation>
  </message>
  <message>
   <source>The recovery sheet was misread somewhere. Nothing was changed: look again at every letter.</source>
   <translation>The recovery sheet was misread somewhere. Nothing was changed: look again at every letter.</translation>
  </message>
  <message>
   <source>The register is here now. Look the mailbox up, then receive the piece.</source>
   <translation>The register is here now. Look the mailbox up, then receive the piece.</translation>
  </message>
  <message>
   <source>The same label is printed once more. Nothing is bought.</source>
   <translation>The same label is printed once more. Nothing is bought.</translation>
  </message>
  <message>
   <source>The scale does not answer. Is it on, and set up as the settings say?</source>
   <translation>The scale does not answer. Is it on, and set up as the settings say?</translation>
  </message>
  <message>
   <source>The scale gave no weight. Is it on?</source>
   <translation>The scale gave no weight. Is it on?</translation>
  </message>
  <message>
   <source>The scale gave no weight. Put the piece on it and try again.</source>
   <translation>The scale gave no weight. Put the piece on it and try again.</translation>
  </message>
  <message>
   <source>The scale refused to weigh. Try again.</source>
   <translation>The scale refused to weigh. Try again.</translation>
  </message>
  <message>
   <source>The scale reports a fault. Switch it off and on.</source>
   <translation>The scale reports a fault. Switch it off and on.</translation>
  </message>
  <message>
   <source>The scale reports something that Counter does not know. Do not use the weight.</source>
   <translation>The scale reports something that Counter does not know. Do not use the weight.</translation>
  </message>
  <message>
   <source>The scale showed a weight that cannot be. Try again.</source>
   <translation>The scale showed a weight that cannot be. Try again.</translation>
  </message>
  <message>
   <source>The scale shows another unit than the settings say. Change one of them.</source>
   <translation>The scale shows another unit than the settings say. Change one of them.</translation>
  </message>
  <message>
   <source>The scale wants to be calibrated. Do not use it until then.</source>
   <translation>The scale wants to be calibrated. Do not use it until then.</translation>
  </message>
  <message>
   <source>The scale wants to be set to zero. Empty it and press Zero.</source>
   <translation>The scale wants to be set to zero. Empty it and press Zero.</translation>
  </message>
  <message>
   <source>The scale’s answer was cut off. Check the cable.</source>
   <translation>The scale’s answer was cut off. Check the cable.</translation>
  </message>
  <message>
   <source>The scale’s answer was damaged. Check the cable.</source>
   <translation>The scale’s answer was damaged. Check the cable.</translation>
  </message>
  <message>
   <source>The scan was cut off and was dropped. Scan again.</source>
   <translation>The scan was cut off and was dropped. Scan again.</translation>
  </message>
  <message>
   <source>The scan was damaged and was dropped. Scan again.</source>
   <translation>The scan was damaged and was dropped. Scan again.</translation>
  </message>
  <message>
   <source>The scan was too long and was dropped. Scan again.</source>
   <translation>The scan was too long and was dropped. Scan again.</translation>
  </message>
  <message>
   <source>The second place for backups is not there. Plug the disk in again; on this computer they are still saved.</source>
   <translation>The second place for backups is not there. Plug the disk in again; on this computer they are still saved.</translation>
  </message>
  <message>
   <source>The settings ({file}) are too large to be read.</source>
   <translation>The settings ({file}) are too large to be read.</translation>
  </message>
  <message>
   <source>The settings ({file}) cannot be read: {where}. Correct them, or ask whoever set this computer up.</source>
   <translation>The settings ({file}) cannot be read: {where}. Correct them, or ask whoever set this computer up.</translation>
  </message>
  <message>
   <source>The settings hold something unknown: {key}. Correct them, or ask whoever set this computer up.</source>
   <translation>The settings hold something unknown: {key}. Correct them, or ask whoever set this computer up.</translation>
  </message>
  <message>
   <source>The settings name a kind of device that is not known.</source>
   <translation>The settings name a kind of device that is not known.</translation>
  </message>
  <message>
   <source>The settings name a label size that is not known.</source>
   <translation>The settings name a label size that is not known.</translation>
  </message>
  <message>
   <source>The settings name a way to keep the key that Counter does not know. Correct key_mode.</source>
   <translation>The settings name a way to keep the key that Counter does not know. Correct key_mode.</translation>
  </message>
  <message>
   <source>The settings of this store make no sense. Ask the platform's support; nothing here is lost.</source>
   <translation>The settings of this store make no sense. Ask the platform's support; nothing here is lost.</translation>
  </message>
  <message>
   <source>The signature is missing.</source>
   <translation>The signature is missing.</translation>
  </message>
  <message>
   <source>The store asks for its passphrase.</source>
   <translation>The store asks for its passphrase.</translation>
  </message>
  <message>
   <source>The store cannot be opened. Close other programs that may hold it and start Counter again.</source>
   <translation>The store cannot be opened. Close other programs that may hold it and start Counter again.</translation>
  </message>
  <message>
   <source>The store could not be updated for this Counter. Nothing was changed and nothing is lost: start the Counter that you had before, and tell your support.</source>
   <translation>The store could not be updated for this Counter. Nothing was changed and nothing is lost: start the Counter that you had before, and tell your support.</translation>
  </message>
  <message>
   <source>The store is closed then. Take a time within its hours.</source>
   <translation>The store is closed then. Take a time within its hours.</translation>
  </message>
  <message>
   <source>The store is so damaged that it cannot be told which counter this is. Nothing was changed. Ask your support: this computer must be registered again.</source>
   <translation>The store is so damaged that it cannot be told which counter this is. Nothing was changed. Ask your support: this computer must be registered again.</translation>
  </message>
  <message>
   <source>The store must be updated for this Counter, which needs {needed_mb} MB; the disk has {free_mb} MB. Nothing was changed. Make room and start again.</source>
   <translation>The store must be updated for this Counter, which needs {needed_mb} MB; the disk has {free_mb} MB. Nothing was changed. Make room and start again.</translation>
  </message>
  <message>
   <source>The store of this computer is not in its folder {folder}. Rebuild makes a fresh one and asks the centre for everything. What was not sent yet is lost, unless you have the file or a backup: then quit and put it back.</source>
   <translation>The store of this computer is not in its folder {folder}. Rebuild makes a fresh one and asks the centre for everything. What was not sent yet is lost, unless you have the file or a backup: then quit and put it back.</translation>
  </message>
  <message>
   <source>The store on this computer is damaged, and nothing more is written into it. Rebuild makes a fresh one beside it, so that you can go on at once, and takes over what can be read. The damaged one is kept.</source>
   <translation>The store on this computer is damaged, and nothing more is written into it. Rebuild makes a fresh one beside it, so that you can go on at once, and takes over what can be read. The damaged one is kept.</translation>
  </message>
  <message>
   <source>The store was busy for too long. Nothing was saved; try again.</source>
   <translation>The store was busy for too long. Nothing was saved; try again.</translation>
  </message>
  <message>
   <source>The store was rebuilt. All {total} acts of this counter are here again.</source>
   <translation>The store was rebuilt. All {total} acts of this counter are here again.</translation>
  </message>
  <message>
   <source>The street has no number, so nothing can be delivered. Ask the customer.</source>
   <translation>The street has no number, so nothing can be delivered. Ask the customer.</translation>
  </message>
  <message>
   <source>The table ends before it begins</source>
   <translation>The table ends before it begins</translation>
  </message>
  <message>
   <source>The table has more than {said} lines. Split it.</source>
   <translation>The table has more than {said} lines. Split it.</translation>
  </message>
  <message>
   <source>The table has no zones or no prices</source>
   <translation>The table has no zones or no prices</translation>
  </message>
  <message>
   <source>The unit is oz, lb, g or kg</source>
   <translation>The unit is oz, lb, g or kg</translation>
  </message>
  <message>
   <source>The weight did not come to rest. Keep hands off the scale and try again.</source>
   <translation>The weight did not come to rest. Keep hands off the scale and try again.</translation>
  </message>
  <message>
   <source>The weight is nothing. Put the parcel on the scale again.</source>
   <translation>The weight is nothing. Put the parcel on the scale again.</translation>
  </message>
  <message>
   <source>The weight is still moving. Wait a moment.</source>
   <translation>The weight is still moving. Wait a moment.</translation>
  </message>
  <message>
   <source>The {days} days in which a piece can be taken off the pile are over.</source>
   <translation>The {days} days in which a piece can be taken off the pile are over.</translation>
  </message>
  <message>
   <source>There cannot be more accountable pieces than the {pieces} that were counted. Count them again.</source>
   <translation>There cannot be more accountable pieces than the {pieces} that were counted. Count them again.</translation>
  </message>
  <message>
   <source>There is a receipt once this is paid.</source>
   <translation>There is a receipt once this is paid.</translation>
  </message>
  <message>
   <source>There is no backup in {folder}.</source>
   <translation>There is no backup in {folder}.</translation>
  </message>
  <message>
   <source>There is no page yet. Scan, drop or photograph at least one side.</source>
   <translation>There is no page yet. Scan, drop or photograph at least one side.</translation>
  </message>
  <message>
   <source>There is no photo of the driver, and without one nothing is handed over. If the driver refuses, keep the pieces and say so.</source>
   <translation>There is no photo of the driver, and without one nothing is handed over. If the driver refuses, keep the pieces and say so.</translation>
  </message>
  <message>
   <source>There is no picture yet: Space takes it. Enter once more inserts the letter without one.</source>
   <translation>There is no picture yet: Space takes it. Enter once more inserts the letter without one.</translation>
  </message>
  <message>
   <source>There is no piece to hand over.</source>
   <translation>There is no piece to hand over.</translation>
  </message>
  <message>
   <source>There is no room for a backup. Make room on the disk of {folder}; the next one comes by itself.</source>
   <translation>There is no room for a backup. Make room on the disk of {folder}; the next one comes by itself.</translation>
  </message>
  <message>
   <source>There is no shelf {shelf} yet, and nothing was put there. Set it up, or scan the shelf that you mean.</source>
   <translation>There is no shelf {shelf} yet, and nothing was put there. Set it up, or scan the shelf that you mean.</translation>
  </message>
  <message>
   <source>There is nothing in the form yet. Scan the piece first.</source>
   <translation>There is nothing in the form yet. Scan the piece first.</translation>
  </message>
  <message>
   <source>There is nothing to charge: no storage is owed up to today.</source>
   <translation>There is nothing to charge: no storage is owed up to today.</translation>
  </message>
  <message>
   <source>There is nothing to do. If it is in your hand, receive it as a new piece.</source>
   <translation>There is nothing to do. If it is in your hand, receive it as a new piece.</translation>
  </message>
  <message>
   <source>There is nothing to fetch.</source>
   <translation>There is nothing to fetch.</translation>
  </message>
  <message>
   <source>There is something in {folder} already. Choose a folder that is empty.</source>
   <translation>There is something in {folder} already. Choose a folder that is empty.</translation>
  </message>
  <message>
   <source>This ID expired on {expired_on}. Ask for a valid one.</source>
   <translation>This ID expired on {expired_on}. Ask for a valid one.</translation>
  </message>
  <message>
   <source>This PDF asks for a password, so the customer could not open it. Scan the paper again without one.</source>
   <translation>This PDF asks for a password, so the customer could not open it. Scan the paper again without one.</translation>
  </message>
  <message>
   <source>This PDF holds a program or other files and is not passed on. Scan the paper as pictures.</source>
   <translation>This PDF holds a program or other files and is not passed on. Scan the paper as pictures.</translation>
  </message>
  <message>
   <source>This PDF is damaged or not whole. Scan the paper again.</source>
   <translation>This PDF is damaged or not whole. Scan the paper again.</translation>
  </message>
  <message>
   <source>This ZIP code lies in another state. Check both with the customer.</source>
   <translation>This ZIP code lies in another state. Check both with the customer.</translation>
  </message>
  <message>
   <source>This account has been closed or changed at the centre. Ask your manager.</source>
   <translation>This account has been closed or changed at the centre. Ask your manager.</translation>
  </message>
  <message>
   <source>This cannot be printed as a barcode.</source>
   <translation>This cannot be printed as a barcode.</translation>
  </message>
  <message>
   <source>This carrier takes no label back. Call the carrier if the parcel must not leave.</source>
   <translation>This carrier takes no label back. Call the carrier if the parcel must not leave.</translation>
  </message>
  <message>
   <source>This check is dated {dated}, which is still to come. The bank does not take it before: put it back and tell the customer.</source>
   <translation>This check is dated {dated}, which is still to come. The bank does not take it before: put it back and tell the customer.</translation>
  </message>
  <message>
   <source>This code is wrong or was used already. Ask a manager for a new one.</source>
   <translation>This code is wrong or was used already. Ask a manager for a new one.</translation>
  </message>
  <message>
   <source>This computer does not have that room.</source>
   <translation>This computer does not have that room.</translation>
  </message>
  <message>
   <source>This computer gives no good random numbers, so nothing was changed. Tell your support.</source>
   <translation>This computer gives no good random numbers, so nothing was changed. Tell your support.</translation>
  </message>
  <message>
   <source>This computer has no such device.</source>
   <translation>This computer has no such device.</translation>
  </message>
  <message>
   <source>This computer has no such printer.</source>
   <translation>This computer has no such printer.</translation>
  </message>
  <message>
   <source>This computer is not registered at the centre. Ask a manager.</source>
   <translation>This computer is not registered at the centre. Ask a manager.</translation>
  </message>
  <message>
   <source>This computer was away for more than a year. Everything is fetched again by itself.</source>
   <translation>This computer was away for more than a year. Everything is fetched again by itself.</translation>
  </message>
  <message>
   <source>This computer was restored from a backup. Look whether this label was printed since then.</source>
   <translation>This computer was restored from a backup. Look whether this label was printed since then.</translation>
  </message>
  <message>
   <source>This computer would have to fetch everything again, for the second time in a day. Work goes on with what is here, and everything is sent; tell support, then mark this as done to let it try again.</source>
   <translation>This computer would have to fetch everything again, for the second time in a day. Work goes on with what is here, and everything is sent; tell support, then mark this as done to let it try again.</translation>
  </message>
  <message>
   <source>This count was never begun here. Scan the shelf and begin again.</source>
   <translation>This count was never begun here. Scan the shelf and begin again.</translation>
  </message>
  <message>
   <source>This counter’s file of keys is damaged: the store stays closed. Nothing is lost; use the recovery sheet.</source>
   <translation>This counter’s file of keys is damaged: the store stays closed. Nothing is lost; use the recovery sheet.</translation>
  </message>
  <message>
   <source>This drop is not known here. Look at the list again.</source>
   <translation>This drop is not known here. Look at the list again.</translation>
  </message>
  <message>
   <source>This drop is squared already. Choose the drop that the piece came with, or open a new one.</source>
   <translation>This drop is squared already. Choose the drop that the piece came with, or open a new one.</translation>
  </message>
  <message>
   <source>This fee is above the limit for charging later. Wait for the internet.</source>
   <translation>This fee is above the limit for charging later. Wait for the internet.</translation>
  </message>
  <message>
   <source>This file does not belong to Counter. Nothing was opened.</source>
   <translation>This file does not belong to Counter. Nothing was opened.</translation>
  </message>
  <message>
   <source>This folder has a store already; it is not registered twice. Start Counter without a code.</source>
   <translation>This folder has a store already; it is not registered twice. Start Counter without a code.</translation>
  </message>
  <message>
   <source>This folder has keys already; they are never written over.</source>
   <translation>This folder has keys already; they are never written over.</translation>
  </message>
  <message>
   <source>This is no CSV file. Save the table as CSV and import that.</source>
   <translation>This is no CSV file. Save the table as CSV and import that.</translation>
  </message>
  <message>
   <source>This is no page: only PDF, JPEG, PNG and TIFF can be taken. The other pages are kept.</source>
   <translation>This is no page: only PDF, JPEG, PNG and TIFF can be taken. The other pages are kept.</translation>
  </message>
  <message>
   <source>This is no postage due. Type dollars and cents, for example 1.35, at most 1,000.00.</source>
   <translation>This is no postage due. Type dollars and cents, for example 1.35, at most 1,000.00.</translation>
  </message>
  <message>
   <source>This is no price</source>
   <translation>This is no price</translation>
  </message>
  <message>
   <source>This is no step of the search. Nothing was noted.</source>
   <translation>This is no step of the search. Nothing was noted.</translation>
  </message>
  <message>
   <source>This is no weight. Type pounds and ounces, or weigh it.</source>
   <translation>This is no weight. Type pounds and ounces, or weigh it.</translation>
  </message>
  <message>
   <source>This is not a picture.</source>
   <translation>This is not a picture.</translation>
  </message>
  <message>
   <source>This is too large ({megabytes} MB). Scan it in black and white or with fewer dots, or in two parts.</source>
   <translation>This is too large ({megabytes} MB). Scan it in black and white or with fewer dots, or in two parts.</translation>
  </message>
  <message>
   <source>This key does not open the store. Nothing was changed.</source>
   <translation>This key does not open the store. Nothing was changed.</translation>
  </message>
  <message>
   <source>This kind of printer address does not work on this system.</source>
   <translation>This kind of printer address does not work on this system.</translation>
  </message>
  <message>
   <source>This label could not be drawn. Tell your support.</source>
   <translation>This label could not be drawn. Tell your support.</translation>
  </message>
  <message>
   <source>This label is already on another parcel (PMB {mailbox}). Take the right one.</source>
   <translation>This label is already on another parcel (PMB {mailbox}). Take the right one.</translation>
  </message>
  <message>
   <source>This label was not printed here: it is a stamp or the customer's own.</source>
   <translation>This label was not printed here: it is a stamp or the customer's own.</translation>
  </message>
  <message>
   <source>This line of the address is empty. Ask the customer.</source>
   <translation>This line of the address is empty. Ask the customer.</translation>
  </message>
  <message>
   <source>This list does not exist any more.</source>
   <translation>This list does not exist any more.</translation>
  </message>
  <message>
   <source>This list has gone with the carrier already. Begin a new one for the next.</source>
   <translation>This list has gone with the carrier already. Begin a new one for the next.</translation>
  </message>
  <message>
   <source>This list is full ({limit}). Hand it over and begin the next one.</source>
   <translation>This list is full ({limit}). Hand it over and begin the next one.</translation>
  </message>
  <message>
   <source>This list was handed over already. Begin a new one.</source>
   <translation>This list was handed over already. Begin a new one.</translation>
  </message>
  <message>
   <source>This mailbox cannot change to that state.</source>
   <translation>This mailbox cannot change to that state.</translation>
  </message>
  <message>
   <source>This mailbox is not in the register.</source>
   <translation>This mailbox is not in the register.</translation>
  </message>
  <message>
   <source>This needs access level {least_level}; you have level {level}. Ask a colleague who has it.</source>
   <translation>This needs access level {least_level}; you have level {level}. Ask a colleague who has it.</translation>
  </message>
  <message>
   <source>This network asks for a sign-in page. Open a browser and sign in.</source>
   <translation>This network asks for a sign-in page. Open a browser and sign in.</translation>
  </message>
  <message>
   <source>This number has a holder and a former one. Look for whom the piece is, then choose.</source>
   <translation>This number has a holder and a former one. Look for whom the piece is, then choose.</translation>
  </message>
  <message>
   <source>This number is of another carrier than the one that was priced. Take the right label.</source>
   <translation>This number is of another carrier than the one that was priced. Take the right label.</translation>
  </message>
  <message>
   <source>This paper belongs to another pickup, and a paper is good for one. Ask the customer for a new one.</source>
   <translation>This paper belongs to another pickup, and a paper is good for one. Ask the customer for a new one.</translation>
  </message>
  <message>
   <source>This parcel has no label now, so there is nothing to print.</source>
   <translation>This parcel has no label now, so there is nothing to print.</translation>
  </message>
  <message>
   <source>This parcel is not for this carrier. Do not hand it over.</source>
   <translation>This parcel is not for this carrier. Do not hand it over.</translation>
  </message>
  <message>
   <source>This parcel of PMB {mailbox} has no label yet. Keep it here and finish its task first.</source>
   <translation>This parcel of PMB {mailbox} has no label yet. Keep it here and finish its task first.</translation>
  </message>
  <message>
   <source>This person may collect with an ID. Insert mail only for the other names on the form.</source>
   <translation>This person may collect with an ID. Insert mail only for the other names on the form.</translation>
  </message>
  <message>
   <source>This photo is damaged and is not shown.</source>
   <translation>This photo is damaged and is not shown.</translation>
  </message>
  <message>
   <source>This photo is kept at the centre, and this computer is offline. Look again when it is online.</source>
   <translation>This photo is kept at the centre, and this computer is offline. Look again when it is online.</translation>
  </message>
  <message>
   <source>This photo is not on this computer any more.</source>
   <translation>This photo is not on this computer any more.</translation>
  </message>
  <message>
   <source>This pickup does not exist any more.</source>
   <translation>This pickup does not exist any more.</translation>
  </message>
  <message>
   <source>This pickup is not at that step.</source>
   <translation>This pickup is not at that step.</translation>
  </message>
  <message>
   <source>This piece has no label yet. Seal the pieces first.</source>
   <translation>This piece has no label yet. Seal the pieces first.</translation>
  </message>
  <message>
   <source>This piece is not on the shred pile. Nothing was done.</source>
   <translation>This piece is not on the shred pile. Nothing was done.</translation>
  </message>
  <message>
   <source>This piece is not part of the pickup yet. Add it with “More pieces”.</source>
   <translation>This piece is not part of the pickup yet. Add it with “More pieces”.</translation>
  </message>
  <message>
   <source>This place has another zone in a line above</source>
   <translation>This place has another zone in a line above</translation>
  </message>
  <message>
   <source>This program and the centre have no common version. Update the program on this computer.</source>
   <translation>This program and the centre have no common version. Update the program on this computer.</translation>
  </message>
  <message>
   <source>This program cannot work on this kind of task yet. Update Counter, or do it in the portal.</source>
   <translation>This program cannot work on this kind of task yet. Update Counter, or do it in the portal.</translation>
  </message>
  <message>
   <source>This program does not know this kind of label.</source>
   <translation>This program does not know this kind of label.</translation>
  </message>
  <message>
   <source>This recovery sheet is of another computer, or an older one. Nothing was changed.</source>
   <translation>This recovery sheet is of another computer, or an older one. Nothing was changed.</translation>
  </message>
  <message>
   <source>This scale speaks a language that Counter does not know.</source>
   <translation>This scale speaks a language that Counter does not know.</translation>
  </message>
  <message>
   <source>This scanner speaks a language that Counter does not know.</source>
   <translation>This scanner speaks a language that Counter does not know.</translation>
  </message>
  <message>
   <source>This service was there already</source>
   <translation>This service was there already</translation>
  </message>
  <message>
   <source>This shelf was never set up, so it can be neither closed nor opened. Set it up first.</source>
   <translation>This shelf was never set up, so it can be neither closed nor opened. Set it up first.</translation>
  </message>
  <message>
   <source>This store does not ship with that carrier. Choose another one.</source>
   <translation>This store does not ship with that carrier. Choose another one.</translation>
  </message>
  <message>
   <source>This store hands out by appointment only. Agree on a day and a time.</source>
   <translation>This store hands out by appointment only. Agree on a day and a time.</translation>
  </message>
  <message>
   <source>This store has no type called “{type}” any more. Choose another type.</source>
   <translation>This store has no type called “{type}” any more. Choose another type.</translation>
  </message>
  <message>
   <source>This system has no place for the key of the store. Set a passphrase, or ask your support.</source>
   <translation>This system has no place for the key of the store. Set a passphrase, or ask your support.</translation>
  </message>
  <message>
   <source>This task does not exist any more.</source>
   <translation>This task does not exist any more.</translation>
  </message>
  <message>
   <source>This task is charged already. A correction is a request for a refund or an extra charge.</source>
   <translation>This task is charged already. A correction is a request for a refund or an extra charge.</translation>
  </message>
  <message>
   <source>This task is finished or was given up. Choose another one.</source>
   <translation>This task is finished or was given up. Choose another one.</translation>
  </message>
  <message>
   <source>This task is no consolidation. Choose another one.</source>
   <translation>This task is no consolidation. Choose another one.</translation>
  </message>
  <message>
   <source>This task is no parcel. Choose another one.</source>
   <translation>This task is no parcel. Choose another one.</translation>
  </message>
  <message>
   <source>This task is no personal delivery.</source>
   <translation>This task is no personal delivery.</translation>
  </message>
  <message>
   <source>This task is not at that step.</source>
   <translation>This task is not at that step.</translation>
  </message>
  <message>
   <source>This tracking number came in before, as {mail_id} (PMB {mailbox}). Give a reason to take it again.</source>
   <translation>This tracking number came in before, as {mail_id} (PMB {mailbox}). Give a reason to take it again.</translation>
  </message>
  <message>
   <source>This user may not open it. Ask whoever set this computer up.</source>
   <translation>This user may not open it. Ask whoever set this computer up.</translation>
  </message>
  <message>
   <source>This was stopped before it was done. Nothing was left behind.</source>
   <translation>This was stopped before it was done. Nothing was left behind.</translation>
  </message>
  <message>
   <source>This weight has a price already</source>
   <translation>This weight has a price already</translation>
  </message>
  <message>
   <source>This {carrier} number has not come in here. Do you have the piece in hand?</source>
   <translation>This {carrier} number has not come in here. Do you have the piece in hand?</translation>
  </message>
  <message>
   <source>Tick that you hand the pieces to the driver.</source>
   <translation>Tick that you hand the pieces to the driver.</translation>
  </message>
  <message>
   <source>Today is the last free day of storage for {mail_id}. Remind the customer.</source>
   <translation>Today is the last free day of storage for {mail_id}. Remind the customer.</translation>
  </message>
  <message>
   <source>Too heavy for this scale.</source>
   <translation>Too heavy for this scale.</translation>
  </message>
  <message>
   <source>Too heavy or too large for {carriers}. You can go on, but it may not ship as one parcel.</source>
   <translation>Too heavy or too large for {carriers}. You can go on, but it may not ship as one parcel.</translation>
  </message>
  <message>
   <source>Too many wrong passphrases. Nothing is lost: open the store with the recovery sheet.</source>
   <translation>Too many wrong passphrases. Nothing is lost: open the store with the recovery sheet.</translation>
  </message>
  <message>
   <source>Too many wrong tries. Sign in while the computer is online, or ask a manager.</source>
   <translation>Too many wrong tries. Sign in while the computer is online, or ask a manager.</translation>
  </message>
  <message>
   <source>Too many wrong tries. Wait a few minutes and try again.</source>
   <translation>Too many wrong tries. Wait a few minutes and try again.</translation>
  </message>
  <message>
   <source>Turn and capacity of {shelf} are numbers from 0 to 9999. Nothing was changed.</source>
   <translation>Turn and capacity of {shelf} are numbers from 0 to 9999. Nothing was changed.</translation>
  </message>
  <message>
   <source>Two counters did something here that cannot both be, and the central service asks you to settle it. Find out what is true, put it right, then mark this as seen.</source>
   <translation>Two counters did something here that cannot both be, and the central service asks you to settle it. Find out what is true, put it right, then mark this as seen.</translation>
  </message>
  <message>
   <source>Two counters say different things about this piece. A manager has to look at it in the Inbox.</source>
   <translation>Two counters say different things about this piece. A manager has to look at it in the Inbox.</translation>
  </message>
  <message>
   <source>Two devices have the same name.</source>
   <translation>Two devices have the same name.</translation>
  </message>
  <message>
   <source>Two of the same kind are plugged in. Say in the settings which one it is, by its serial number.</source>
   <translation>Two of the same kind are plugged in. Say in the settings which one it is, by its serial number.</translation>
  </message>
  <message>
   <source>Two scans ran into each other and were dropped. Scan again.</source>
   <translation>Two scans ran into each other and were dropped. Scan again.</translation>
  </message>
  <message>
   <source>Type an amount in dollars and cents, such as 12.50.</source>
   <translation>Type an amount in dollars and cents, such as 12.50.</translation>
  </message>
  <message>
   <source>Type or scan anything: a piece, a mailbox, a name, a phone number.</source>
   <translation>Type or scan anything: a piece, a mailbox, a name, a phone number.</translation>
  </message>
  <message>
   <source>Type the bank that is printed on the check.</source>
   <translation>Type the bank that is printed on the check.</translation>
  </message>
  <message>
   <source>Type the carrier's retail price first; without it nobody can see how far the store is above it.</source>
   <translation>Type the carrier's retail price first; without it nobody can see how far the store is above it.</translation>
  </message>
  <message>
   <source>Type the carrier's service, such as Ground.</source>
   <translation>Type the carrier's service, such as Ground.</translation>
  </message>
  <message>
   <source>Type the code that the driver says.</source>
   <translation>Type the code that the driver says.</translation>
  </message>
  <message>
   <source>Type the country as two letters, such as US or CA.</source>
   <translation>Type the country as two letters, such as US or CA.</translation>
  </message>
  <message>
   <source>Type the date on the check as year-month-day, such as 2026-03-02.</source>
   <translation>Type the date on the check as year-month-day, such as 2026-03-02.</translation>
  </message>
  <message>
   <source>Type the name as it stands on the ID.</source>
   <translation>Type the name as it stands on the ID.</translation>
  </message>
  <message>
   <source>Type the name that stands on the piece.</source>
   <translation>Type the name that stands on the piece.</translation>
  </message>
  <message>
   <source>Type until when the paper is good, as 2026-11-30. A paper without a date is good for today only.</source>
   <translation>Type until when the paper is good, as 2026-11-30. A paper without a date is good for today only.</translation>
  </message>
  <message>
   <source>Type who may collect, as the paper says it.</source>
   <translation>Type who may collect, as the paper says it.</translation>
  </message>
  <message>
   <source>Updating the store for this Counter …</source>
   <translation>Updating the store for this Counter …</translation>
  </message>
  <message>
   <source>Updating the store for this Counter: comparing it with the old one …</source>
   <translation>Updating the store for this Counter: comparing it with the old one …</translation>
  </message>
  <message>
   <source>Updating the store for this Counter: copying it …</source>
   <translation>Updating the store for this Counter: copying it …</translation>
  </message>
  <message>
   <source>Updating the store for this Counter: nearly done …</source>
   <translation>Updating the store for this Counter: nearly done …</translation>
  </message>
  <message>
   <source>Updating the store for this Counter: saving a backup …</source>
   <translation>Updating the store for this Counter: saving a backup …</translation>
  </message>
  <message>
   <source>With a driver, for PMB {mailbox}.</source>
   <translation>With a driver, for PMB {mailbox}.</translation>
  </message>
  <message>
   <source>Without the internet this store hands nothing over unpaid. Wait, or ask the owner.</source>
   <translation>Without the internet this store hands nothing over unpaid. Wait, or ask the owner.</translation>
  </message>
  <message>
   <source>Write a whole number</source>
   <translation>Write a whole number</translation>
  </message>
  <message>
   <source>Write both dates as 2026-01-31</source>
   <translation>Write both dates as 2026-01-31</translation>
  </message>
  <message>
   <source>Write down how the customer came by these pieces; nothing is charged for them.</source>
   <translation>Write down how the customer came by these pieces; nothing is charged for them.</translation>
  </message>
  <message>
   <source>Write down why in your own words; the customer is told.</source>
   <translation>Write down why in your own words; the customer is told.</translation>
  </message>
  <message>
   <source>Write down why the bundle is taken apart.</source>
   <translation>Write down why the bundle is taken apart.</translation>
  </message>
  <message>
   <source>Write down why the label is taken back.</source>
   <translation>Write down why the label is taken back.</translation>
  </message>
  <message>
   <source>Write down why the store gives this fee up.</source>
   <translation>Write down why the store gives this fee up.</translation>
  </message>
  <message>
   <source>Write down why they wait until tomorrow.</source>
   <translation>Write down why they wait until tomorrow.</translation>
  </message>
  <message>
   <source>Write down why you take it over; it stays in the history.</source>
   <translation>Write down why you take it over; it stays in the history.</translation>
  </message>
  <message>
   <source>Write down why {mail_id} is given up; its story keeps it, and the customer is told.</source>
   <translation>Write down why {mail_id} is given up; its story keeps it, and the customer is told.</translation>
  </message>
  <message>
   <source>Write down why; both histories keep it.</source>
   <translation>Write down why; both histories keep it.</translation>
  </message>
  <message>
   <source>Write down why; it is kept with the delivery.</source>
   <translation>Write down why; it is kept with the delivery.</translation>
  </message>
  <message>
   <source>Write down why; the customer is told.</source>
   <translation>Write down why; the customer is told.</translation>
  </message>
  <message>
   <source>Write the day as 2026-11-30 and the time as 14:30, the store's time.</source>
   <translation>Write the day as 2026-11-30 and the time as 14:30, the store's time.</translation>
  </message>
  <message>
   <source>Write three digits, a range such as 100-149, or a country</source>
   <translation>Write three digits, a range such as 100-149, or a country</translation>
  </message>
  <message>
   <source>Yes: hand over</source>
   <translation>Yes: hand over</translation>
  </message>
  <message>
   <source>Yes: in its pickup</source>
   <translation>Yes: in its pickup</translation>
  </message>
  <message>
   <source>Yes: insert</source>
   <translation>Yes: insert</translation>
  </message>
  <message>
   <source>Yes: insert and warn</source>
   <translation>Yes: insert and warn</translation>
  </message>
  <message>
   <source>Your permission to work offline has run out. Sign in while the computer is online.</source>
   <translation>Your permission to work offline has run out. Sign in while the computer is online.</translation>
  </message>
  <message>
   <source>{by} is working on this pickup. Ask, or take it over with a reason.</source>
   <translation>{by} is working on this pickup. Ask, or take it over with a reason.</translation>
  </message>
  <message>
   <source>{by} works on it</source>
   <translation>{by} works on it</translation>
  </message>
  <message>
   <source>{by} works on this task. Take it over with a reason, or choose another one.</source>
   <translation>{by} works on this task. Take it over with a reason, or choose another one.</translation>
  </message>
  <message>
   <source>{carrier} {version} is imported: {rows} lines.</source>
   <translation>{carrier} {version} is imported: {rows} lines.</translation>
  </message>
  <message>
   <source>{carrier} {version} is replaced: {rows} lines.</source>
   <translation>{carrier} {version} is replaced: {rows} lines.</translation>
  </message>
  <message>
   <source>{count} acts that the centre does not have were saved to {file}. Give this file to your support.</source>
   <translation>{count} acts that the centre does not have were saved to {file}. Give this file to your support.</translation>
  </message>
  <message>
   <source>{count} pieces do not fit on one fetch list; {most} do. Choose fewer pieces.</source>
   <translation>{count} pieces do not fit on one fetch list; {most} do. Choose fewer pieces.</translation>
  </message>
  <message>
   <source>{file} could not be written ({why}). What was there is as it was: choose another place.</source>
   <translation>{file} could not be written ({why}). What was there is as it was: choose another place.</translation>
  </message>
  <message>
   <source>{file} could not be written there. Is it open in another program, or the folder not yours? Try another place.</source>
   <translation>{file} could not be written there. Is it open in another program, or the folder not yours? Try another place.</translation>
  </message>
  <message>
   <source>{file} could not be written: the disk reports a fault. Choose another place.</source>
   <translation>{file} could not be written: the disk reports a fault. Choose another place.</translation>
  </message>
  <message>
   <source>{holder} had this number before and still has pieces here ({count}). Look at each name.</source>
   <translation>{holder} had this number before and still has pieces here ({count}). Look at each name.</translation>
  </message>
  <message>
   <source>{holder} had this number before. Look at the name on each piece.</source>
   <translation>{holder} had this number before. Look at the name on each piece.</translation>
  </message>
  <message>
   <source>{holder} is in the register with the same number. Look at the name on each piece.</source>
   <translation>{holder} is in the register with the same number. Look at the name on each piece.</translation>
  </message>
  <message>
   <source>{mail_id} already belongs to PMB {mailbox}.</source>
   <translation>{mail_id} already belongs to PMB {mailbox}.</translation>
  </message>
  <message>
   <source>{mail_id} belongs to PMB {mailbox}.</source>
   <translation>{mail_id} belongs to PMB {mailbox}.</translation>
  </message>
  <message>
   <source>{mail_id} belongs to another mailbox (PMB {mailbox}). Pieces of two mailboxes never travel together.</source>
   <translation>{mail_id} belongs to another mailbox (PMB {mailbox}). Pieces of two mailboxes never travel together.</translation>
  </message>
  <message>
   <source>{mail_id} can still be saved until {until} and is not shredded before. Leave it on the pile.</source>
   <translation>{mail_id} can still be saved until {until} and is not shredded before. Leave it on the pile.</translation>
  </message>
  <message>
   <source>{mail_id} has left the shelf through another task. Go on without it; its own page says where it went.</source>
   <translation>{mail_id} has left the shelf through another task. Go on without it; its own page says where it went.</translation>
  </message>
  <message>
   <source>{mail_id} has no finished scan. A check is deposited only after the customer has seen it: scan it first.</source>
   <translation>{mail_id} has no finished scan. A check is deposited only after the customer has seen it: scan it first.</translation>
  </message>
  <message>
   <source>{mail_id} is all that is left of a task that is paid. Ask support to give the money back; until then it stays in the search.</source>
   <translation>{mail_id} is all that is left of a task that is paid. Ask support to give the money back; until then it stays in the search.</translation>
  </message>
  <message>
   <source>{mail_id} is being searched for already.</source>
   <translation>{mail_id} is being searched for already.</translation>
  </message>
  <message>
   <source>{mail_id} is in another task. Finish or decline that first.</source>
   <translation>{mail_id} is in another task. Finish or decline that first.</translation>
  </message>
  <message>
   <source>{mail_id} is marked already. Nothing was changed.</source>
   <translation>{mail_id} is marked already. Nothing was changed.</translation>
  </message>
  <message>
   <source>{mail_id} is marked to go back to its sender. Take the mark back first, if it is to stay.</source>
   <translation>{mail_id} is marked to go back to its sender. Take the mark back first, if it is to stay.</translation>
  </message>
  <message>
   <source>{mail_id} is not marked to go back. Keep it here: do not give it to the carrier.</source>
   <translation>{mail_id} is not marked to go back. Keep it here: do not give it to the carrier.</translation>
  </message>
  <message>
   <source>{mail_id} is not on the shelf any more.</source>
   <translation>{mail_id} is not on the shelf any more.</translation>
  </message>
  <message>
   <source>{mail_id} is not on this list. Put it back where you took it; it lies on {shelf}.</source>
   <translation>{mail_id} is not on this list. Put it back where you took it; it lies on {shelf}.</translation>
  </message>
  <message>
   <source>{mail_id} is not searched for any more; somebody has found it or handed it over.</source>
   <translation>{mail_id} is not searched for any more; somebody has found it or handed it over.</translation>
  </message>
  <message>
   <source>{mail_id} is not with the driver of this delivery. Look it up in the box above.</source>
   <translation>{mail_id} is not with the driver of this delivery. Look it up in the box above.</translation>
  </message>
  <message>
   <source>{mail_id} lies on {shelf}. More lies there now than fits ({pieces} of {capacity}): look for room.</source>
   <translation>{mail_id} lies on {shelf}. More lies there now than fits ({pieces} of {capacity}): look for room.</translation>
  </message>
  <message>
   <source>{mail_id} was not asked for in this task. Put it back on its shelf.</source>
   <translation>{mail_id} was not asked for in this task. Put it back on its shelf.</translation>
  </message>
  <message>
   <source>{most} pieces or more lie on {shelf}; so many cannot be counted at once. Divide the shelf into several first.</source>
   <translation>{most} pieces or more lie on {shelf}; so many cannot be counted at once. Divide the shelf into several first.</translation>
  </message>
  <message>
   <source>{name} may collect, but gets no mail here.</source>
   <translation>{name} may collect, but gets no mail here.</translation>
  </message>
  <message>
   <source>{name} stands on the form of PMB {mailbox} no longer: no mail comes in for this name.</source>
   <translation>{name} stands on the form of PMB {mailbox} no longer: no mail comes in for this name.</translation>
  </message>
  <message>
   <source>{number} was scanned, but the piece in hand has {there}. Receive or clear it first, then scan the next one.</source>
   <translation>{number} was scanned, but the piece in hand has {there}. Receive or clear it first, then scan the next one.</translation>
  </message>
  <message>
   <source>{other} is another shelf, and {shelf} is still being counted. End or leave that count first.</source>
   <translation>{other} is another shelf, and {shelf} is still being counted. End or leave that count first.</translation>
  </message>
  <message>
   <source>{pages} pages would be sent, but {charged} were charged. Send it all the same, or ask for a refund or an extra charge.</source>
   <translation>{pages} pages would be sent, but {charged} were charged. Send it all the same, or ask for a refund or an extra charge.</translation>
  </message>
  <message>
   <source>{pieces} pieces were counted and {recorded} are recorded; {accountable} were accountable and {seen} are marked so. Look for the difference, or write down why it is so.</source>
   <translation>{pieces} pieces were counted and {recorded} are recorded; {accountable} were accountable and {seen} are marked so. Look for the difference, or write down why it is so.</translation>
  </message>
  <message>
   <source>{rescued} of {total} acts were rescued; {count} between {since} and {until} are missing. Check the pieces of that time on the shelves; what the centre had comes back by itself.</source>
   <translation>{rescued} of {total} acts were rescued; {count} between {since} and {until} are missing. Check the pieces of that time on the shelves; what the centre had comes back by itself.</translation>
  </message>
  <message>
   <source>“Mail received” is for mailboxes that are not approved or on hold. PMB {mailbox} is neither.</source>
   <translation>“Mail received” is for mailboxes that are not approved or on hold. PMB {mailbox} is neither.</translation>
  </message>
  <message>
   <source>“{asked}” is neither a shelf nor a piece that is known here. Receive the piece first, or scan another code.</source>
   <translation>“{asked}” is neither a shelf nor a piece that is known here. Receive the piece first, or scan another code.</translation>
  </message>
  <message>
   <source>“{code}” is no tracking number, mailbox or shelf that Counter knows. Nothing was changed: scan another code, or type the number into its field.</source>
   <translation>“{code}” is no tracking number, mailbox or shelf that Counter knows. Nothing was changed: scan another code, or type the number into its field.</translation>
  </message>
  <message>
   <source>“{mailbox}” is no mailbox number. Type the number that stands on the piece, or leave it empty.</source>
   <translation>“{mailbox}” is no mailbox number. Type the number that stands on the piece, or leave it empty.</translation>
  </message>
  <message>
   <source>“{name}” came in before the register was here. Hold it against the Form 1583 and put it into its mailbox.</source>
   <translation>“{name}” came in before the register was here. Hold it against the Form 1583 and put it into its mailbox.</translation>
  </message>
  <message>
   <source>“{name}” is not on the Form 1583 of PMB {mailbox}. Do not insert it: keep it as unassigned or return it.</source>
   <translation>“{name}” is not on the Form 1583 of PMB {mailbox}. Do not insert it: keep it as unassigned or return it.</translation>
  </message>
  <message>
   <source>“{name}” looks like {likely} on PMB {mailbox}. Is it that person? Look at the piece and say so.</source>
   <translation>“{name}” looks like {likely} on PMB {mailbox}. Is it that person? Look at the piece and say so.</translation>
  </message>
  <message>
   <source>“{name}” may not collect here. The customer can add this person to the Form 1583, or give a signed paper for this once.</source>
   <translation>“{name}” may not collect here. The customer can add this person to the Form 1583, or give a signed paper for this once.</translation>
  </message>
  <message>
   <source>“{shelf}” is not a shelf. Shelves are letters, digits and dashes, at most 12.</source>
   <translation>“{shelf}” is not a shelf. Shelves are letters, digits and dashes, at most 12.</translation>
  </message>
 </context>
 <context>
  <name>Shelves</name>
  <message numerus="yes">
   <source>%n piece(s)</source>
   <translation>
    <numerusform>%n piece</numerusform>
    <numerusform>%n pieces</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n piece(s) were not scanned. Search for them?</source>
   <translation>
    <numerusform>%n piece were not scanned. Search for them?</numerusform>
    <numerusform>%n pieces were not scanned. Search for them?</numerusform>
   </translation>
  </message>
  <message>
   <source>All belong here</source>
   <translation>All belong here</translation>
  </message>
  <message>
   <source>Asked for</source>
   <translation>Asked for</translation>
  </message>
  <message>
   <source>At the end, what was not scanned is searched for, and what lies here belongs here.</source>
   <translation>At the end, what was not scanned is searched for, and what lies here belongs here.</translation>
  </message>
  <message>
   <source>Back to the list</source>
   <translation>Back to the list</translation>
  </message>
  <message>
   <source>Begun {when} by {who}</source>
   <translation>Begun {when} by {who}</translation>
  </message>
  <message>
   <source>Belongs elsewhere</source>
   <translation>Belongs elsewhere</translation>
  </message>
  <message>
   <source>Beside it</source>
   <translation>Beside it</translation>
  </message>
  <message>
   <source>Bin</source>
   <translation>Bin</translation>
  </message>
  <message>
   <source>By</source>
   <translation>By</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Cancel</translation>
  </message>
  <message>
   <source>Change</source>
   <translation>Change</translation>
  </message>
  <message>
   <source>Change {shelf}</source>
   <translation>Change {shelf}</translation>
  </message>
  <message>
   <source>Check deposit</source>
   <translation>Check deposit</translation>
  </message>
  <message>
   <source>Close it</source>
   <translation>Close it</translation>
  </message>
  <message>
   <source>Closed</source>
   <translation>Closed</translation>
  </message>
  <message>
   <source>Code on its label</source>
   <translation>Code on its label</translation>
  </message>
  <message>
   <source>Colleagues asked</source>
   <translation>Colleagues asked</translation>
  </message>
  <message>
   <source>Consolidate</source>
   <translation>Consolidate</translation>
  </message>
  <message>
   <source>Count</source>
   <translation>Count</translation>
  </message>
  <message>
   <source>Count a shelf</source>
   <translation>Count a shelf</translation>
  </message>
  <message>
   <source>Count this shelf</source>
   <translation>Count this shelf</translation>
  </message>
  <message>
   <source>Counted</source>
   <translation>Counted</translation>
  </message>
  <message>
   <source>Counting {shelf}</source>
   <translation>Counting {shelf}</translation>
  </message>
  <message>
   <source>Declare lost</source>
   <translation>Declare lost</translation>
  </message>
  <message>
   <source>Discard</source>
   <translation>Discard</translation>
  </message>
  <message>
   <source>Doing what</source>
   <translation>Doing what</translation>
  </message>
  <message>
   <source>Drop the count</source>
   <translation>Drop the count</translation>
  </message>
  <message>
   <source>Drop the count of {shelf}? Nothing follows from it.</source>
   <translation>Drop the count of {shelf}? Nothing follows from it.</translation>
  </message>
  <message>
   <source>End and search</source>
   <translation>End and search</translation>
  </message>
  <message>
   <source>End the count</source>
   <translation>End the count</translation>
  </message>
  <message>
   <source>Enter: belongs here</source>
   <translation>Enter: belongs here</translation>
  </message>
  <message>
   <source>Enter: receive it</source>
   <translation>Enter: receive it</translation>
  </message>
  <message>
   <source>Fetch</source>
   <translation>Fetch</translation>
  </message>
  <message>
   <source>Fetched</source>
   <translation>Fetched</translation>
  </message>
  <message>
   <source>Fits (pieces, 0 for any)</source>
   <translation>Fits (pieces, 0 for any)</translation>
  </message>
  <message>
   <source>Floor</source>
   <translation>Floor</translation>
  </message>
  <message>
   <source>Folder</source>
   <translation>Folder</translation>
  </message>
  <message>
   <source>For</source>
   <translation>For</translation>
  </message>
  <message>
   <source>Found, in my hand</source>
   <translation>Found, in my hand</translation>
  </message>
  <message>
   <source>Front, Back, Cellar</source>
   <translation>Front, Back, Cellar</translation>
  </message>
  <message>
   <source>Full</source>
   <translation>Full</translation>
  </message>
  <message>
   <source>Go on counting</source>
   <translation>Go on counting</translation>
  </message>
  <message>
   <source>It is searched for from now on; see Missing.</source>
   <translation>It is searched for from now on; see Missing.</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Kind</translation>
  </message>
  <message>
   <source>Label</source>
   <translation>Label</translation>
  </message>
  <message>
   <source>Last seen</source>
   <translation>Last seen</translation>
  </message>
  <message>
   <source>Left by the register</source>
   <translation>Left by the register</translation>
  </message>
  <message>
   <source>Looked for it in</source>
   <translation>Looked for it in</translation>
  </message>
  <message>
   <source>Lost</source>
   <translation>Lost</translation>
  </message>
  <message>
   <source>Map</source>
   <translation>Map</translation>
  </message>
  <message>
   <source>Missed by</source>
   <translation>Missed by</translation>
  </message>
  <message>
   <source>Missing</source>
   <translation>Missing</translation>
  </message>
  <message>
   <source>New shelf</source>
   <translation>New shelf</translation>
  </message>
  <message>
   <source>No shelf</source>
   <translation>No shelf</translation>
  </message>
  <message>
   <source>No shelf yet</source>
   <translation>No shelf yet</translation>
  </message>
  <message>
   <source>Not found</source>
   <translation>Not found</translation>
  </message>
  <message>
   <source>Not scanned yet</source>
   <translation>Not scanned yet</translation>
  </message>
  <message>
   <source>Not set up</source>
   <translation>Not set up</translation>
  </message>
  <message>
   <source>Not there</source>
   <translation>Not there</translation>
  </message>
  <message>
   <source>Nothing is missing</source>
   <translation>Nothing is missing</translation>
  </message>
  <message>
   <source>Nothing to fetch</source>
   <translation>Nothing to fetch</translation>
  </message>
  <message>
   <source>On the books</source>
   <translation>On the books</translation>
  </message>
  <message>
   <source>Open and scan</source>
   <translation>Open and scan</translation>
  </message>
  <message>
   <source>Other shelves</source>
   <translation>Other shelves</translation>
  </message>
  <message>
   <source>Outgoing mail</source>
   <translation>Outgoing mail</translation>
  </message>
  <message>
   <source>Personal delivery</source>
   <translation>Personal delivery</translation>
  </message>
  <message>
   <source>Physical boxes</source>
   <translation>Physical boxes</translation>
  </message>
  <message>
   <source>Pickup</source>
   <translation>Pickup</translation>
  </message>
  <message>
   <source>Piece</source>
   <translation>Piece</translation>
  </message>
  <message>
   <source>Pieces</source>
   <translation>Pieces</translation>
  </message>
  <message>
   <source>Pieces of tasks and of pickups that customers asked for come here, in walking order.</source>
   <translation>Pieces of tasks and of pickups that customers asked for come here, in walking order.</translation>
  </message>
  <message>
   <source>Pieces of this count</source>
   <translation>Pieces of this count</translation>
  </message>
  <message>
   <source>Pieces on the chosen shelf</source>
   <translation>Pieces on the chosen shelf</translation>
  </message>
  <message>
   <source>Pieces that are searched for</source>
   <translation>Pieces that are searched for</translation>
  </message>
  <message>
   <source>Pieces that you scan are put on {shelf} until you scan another shelf. Esc ends.</source>
   <translation>Pieces that you scan are put on {shelf} until you scan another shelf. Esc ends.</translation>
  </message>
  <message>
   <source>Pieces to fetch</source>
   <translation>Pieces to fetch</translation>
  </message>
  <message>
   <source>Print the list</source>
   <translation>Print the list</translation>
  </message>
  <message>
   <source>Returns</source>
   <translation>Returns</translation>
  </message>
  <message>
   <source>Room</source>
   <translation>Room</translation>
  </message>
  <message numerus="yes">
   <source>Room for %n</source>
   <translation>
    <numerusform>Room for %n</numerusform>
    <numerusform>Room for %n</numerusform>
   </translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Save</translation>
  </message>
  <message>
   <source>Scan the label of a shelf, then every piece that lies there. A count that was left is gone on with.</source>
   <translation>Scan the label of a shelf, then every piece that lies there. A count that was left is gone on with.</translation>
  </message>
  <message>
   <source>Search</source>
   <translation>Search</translation>
  </message>
  <message>
   <source>Searched for</source>
   <translation>Searched for</translation>
  </message>
  <message>
   <source>Set it up</source>
   <translation>Set it up</translation>
  </message>
  <message>
   <source>Set up the first shelf with Ctrl+N, or scan a shelf's label and pieces to put there.</source>
   <translation>Set up the first shelf with Ctrl+N, or scan a shelf's label and pieces to put there.</translation>
  </message>
  <message>
   <source>Shelf</source>
   <translation>Shelf</translation>
  </message>
  <message>
   <source>Shelves</source>
   <translation>Shelves</translation>
  </message>
  <message>
   <source>Ship</source>
   <translation>Ship</translation>
  </message>
  <message>
   <source>Shred</source>
   <translation>Shred</translation>
  </message>
  <message>
   <source>Shred pile</source>
   <translation>Shred pile</translation>
  </message>
  <message>
   <source>Since {when}</source>
   <translation>Since {when}</translation>
  </message>
  <message>
   <source>Story</source>
   <translation>Story</translation>
  </message>
  <message>
   <source>The fetch list is printing</source>
   <translation>The fetch list is printing</translation>
  </message>
  <message>
   <source>The label of {shelf} is printing</source>
   <translation>The label of {shelf} is printing</translation>
  </message>
  <message>
   <source>The shelf is as the register says.</source>
   <translation>The shelf is as the register says.</translation>
  </message>
  <message>
   <source>There</source>
   <translation>There</translation>
  </message>
  <message>
   <source>There is no shelf {shelf} yet. Set it up?</source>
   <translation>There is no shelf {shelf} yet. Set it up?</translation>
  </message>
  <message>
   <source>To be fetched</source>
   <translation>To be fetched</translation>
  </message>
  <message>
   <source>To fetch</source>
   <translation>To fetch</translation>
  </message>
  <message>
   <source>Turn on the walk</source>
   <translation>Turn on the walk</translation>
  </message>
  <message>
   <source>Unknown</source>
   <translation>Unknown</translation>
  </message>
  <message>
   <source>Use it again</source>
   <translation>Use it again</translation>
  </message>
  <message>
   <source>Use it as it is</source>
   <translation>Use it as it is</translation>
  </message>
  <message>
   <source>Was on</source>
   <translation>Was on</translation>
  </message>
  <message>
   <source>What is not found at a hand-over, in a task or in a count comes here, with where it was seen last.</source>
   <translation>What is not found at a hand-over, in a task or in a count comes here, with where it was seen last.</translation>
  </message>
  <message>
   <source>Why is it given up?</source>
   <translation>Why is it given up?</translation>
  </message>
  <message>
   <source>Zone</source>
   <translation>Zone</translation>
  </message>
  <message>
   <source>not set up</source>
   <translation>not set up</translation>
  </message>
  <message>
   <source>room for {capacity}</source>
   <translation>room for {capacity}</translation>
  </message>
  <message>
   <source>turn {turn}</source>
   <translation>turn {turn}</translation>
  </message>
  <message>
   <source>{done} of {whole} fetched</source>
   <translation>{done} of {whole} fetched</translation>
  </message>
  <message>
   <source>{open} of {all}</source>
   <translation>{open} of {all}</translation>
  </message>
  <message>
   <source>{pieces} pieces here, {free} without a shelf</source>
   <translation>{pieces} pieces here, {free} without a shelf</translation>
  </message>
  <message>
   <source>{piece} is declared lost</source>
   <translation>{piece} is declared lost</translation>
  </message>
  <message>
   <source>{piece} is declared lost; its task goes on without it</source>
   <translation>{piece} is declared lost; its task goes on without it</translation>
  </message>
  <message>
   <source>{piece} is found again. Put it on a shelf now: scan it on the map.</source>
   <translation>{piece} is found again. Put it on a shelf now: scan it on the map.</translation>
  </message>
  <message>
   <source>{piece} lies on {shelf}</source>
   <translation>{piece} lies on {shelf}</translation>
  </message>
  <message>
   <source>{piece} lies on {shelf}. Scan the shelf to put it there.</source>
   <translation>{piece} lies on {shelf}. Scan the shelf to put it there.</translation>
  </message>
  <message numerus="yes">
   <source>{shelf} is counted: %n piece(s) to search for</source>
   <translation>
    <numerusform>{shelf} is counted: %n piece to search for</numerusform>
    <numerusform>{shelf} is counted: %n pieces to search for</numerusform>
   </translation>
  </message>
  <message>
   <source>{shelf} is counted: nothing is missing</source>
   <translation>{shelf} is counted: nothing is missing</translation>
  </message>
 </context>
 <context>
  <name>Ship</name>
  <message numerus="yes">
   <source>%n customs line(s)</source>
   <translation>
    <numerusform>%n customs line</numerusform>
    <numerusform>%n customs lines</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n line(s) are wrong</source>
   <translation>
    <numerusform>%n line are wrong</numerusform>
    <numerusform>%n lines are wrong</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n parcel(s) handed over</source>
   <translation>
    <numerusform>%n parcel handed over</numerusform>
    <numerusform>%n parcels handed over</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n piece(s) are back in the mailbox</source>
   <translation>
    <numerusform>%n piece are back in the mailbox</numerusform>
    <numerusform>%n pieces are back in the mailbox</numerusform>
   </translation>
  </message>
  <message>
   <source>Add customs line</source>
   <translation>Add customs line</translation>
  </message>
  <message>
   <source>Address</source>
   <translation>Address</translation>
  </message>
  <message>
   <source>Alcohol</source>
   <translation>Alcohol</translation>
  </message>
  <message>
   <source>Another label</source>
   <translation>Another label</translation>
  </message>
  <message>
   <source>Apartment, floor</source>
   <translation>Apartment, floor</translation>
  </message>
  <message>
   <source>As it came</source>
   <translation>As it came</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Back</translation>
  </message>
  <message>
   <source>Bind and print the label</source>
   <translation>Bind and print the label</translation>
  </message>
  <message>
   <source>Bind and weigh</source>
   <translation>Bind and weigh</translation>
  </message>
  <message>
   <source>Bind it anyway</source>
   <translation>Bind it anyway</translation>
  </message>
  <message>
   <source>Bound</source>
   <translation>Bound</translation>
  </message>
  <message>
   <source>Box</source>
   <translation>Box</translation>
  </message>
  <message>
   <source>Bundle</source>
   <translation>Bundle</translation>
  </message>
  <message>
   <source>Bundles</source>
   <translation>Bundles</translation>
  </message>
  <message>
   <source>Bundles on the shelf</source>
   <translation>Bundles on the shelf</translation>
  </message>
  <message>
   <source>Carrier</source>
   <translation>Carrier</translation>
  </message>
  <message>
   <source>Carrier and price</source>
   <translation>Carrier and price</translation>
  </message>
  <message>
   <source>Carrier's box</source>
   <translation>Carrier's box</translation>
  </message>
  <message>
   <source>Carrier's envelope</source>
   <translation>Carrier's envelope</translation>
  </message>
  <message>
   <source>Cash or jewels</source>
   <translation>Cash or jewels</translation>
  </message>
  <message>
   <source>City</source>
   <translation>City</translation>
  </message>
  <message>
   <source>Company</source>
   <translation>Company</translation>
  </message>
  <message>
   <source>Consolidated pieces are here until the customer has them shipped or fetches them.</source>
   <translation>Consolidated pieces are here until the customer has them shipped or fetches them.</translation>
  </message>
  <message>
   <source>Correct the address</source>
   <translation>Correct the address</translation>
  </message>
  <message>
   <source>Counted as</source>
   <translation>Counted as</translation>
  </message>
  <message>
   <source>Country</source>
   <translation>Country</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Customer</translation>
  </message>
  <message>
   <source>Customer's own label</source>
   <translation>Customer's own label</translation>
  </message>
  <message>
   <source>Customs: what is inside</source>
   <translation>Customs: what is inside</translation>
  </message>
  <message>
   <source>Driver</source>
   <translation>Driver</translation>
  </message>
  <message>
   <source>Driver left it</source>
   <translation>Driver left it</translation>
  </message>
  <message>
   <source>Drugs</source>
   <translation>Drugs</translation>
  </message>
  <message>
   <source>Envelope</source>
   <translation>Envelope</translation>
  </message>
  <message>
   <source>Fill in the customs lines</source>
   <translation>Fill in the customs lines</translation>
  </message>
  <message>
   <source>Hand over</source>
   <translation>Hand over</translation>
  </message>
  <message>
   <source>Hazardous: aerosol, perfume, paint</source>
   <translation>Hazardous: aerosol, perfume, paint</translation>
  </message>
  <message>
   <source>How many</source>
   <translation>How many</translation>
  </message>
  <message>
   <source>Import a rate table</source>
   <translation>Import a rate table</translation>
  </message>
  <message>
   <source>Import a table …</source>
   <translation>Import a table …</translation>
  </message>
  <message>
   <source>In force</source>
   <translation>In force</translation>
  </message>
  <message>
   <source>Insured for</source>
   <translation>Insured for</translation>
  </message>
  <message>
   <source>Is anything forbidden inside?</source>
   <translation>Is anything forbidden inside?</translation>
  </message>
  <message>
   <source>It says</source>
   <translation>It says</translation>
  </message>
  <message>
   <source>Keep the options</source>
   <translation>Keep the options</translation>
  </message>
  <message>
   <source>Kind of piece</source>
   <translation>Kind of piece</translation>
  </message>
  <message>
   <source>Label</source>
   <translation>Label</translation>
  </message>
  <message>
   <source>Length x width x height</source>
   <translation>Length x width x height</translation>
  </message>
  <message>
   <source>Line</source>
   <translation>Line</translation>
  </message>
  <message>
   <source>Lithium batteries</source>
   <translation>Lithium batteries</translation>
  </message>
  <message>
   <source>Look inside and answer</source>
   <translation>Look inside and answer</translation>
  </message>
  <message>
   <source>Made in</source>
   <translation>Made in</translation>
  </message>
  <message>
   <source>Make the label</source>
   <translation>Make the label</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>No</source>
   <translation>No</translation>
  </message>
  <message>
   <source>No bundle lies on a shelf</source>
   <translation>No bundle lies on a shelf</translation>
  </message>
  <message>
   <source>No parcel waits for a carrier</source>
   <translation>No parcel waits for a carrier</translation>
  </message>
  <message>
   <source>No rate table yet</source>
   <translation>No rate table yet</translation>
  </message>
  <message>
   <source>Not scanned</source>
   <translation>Not scanned</translation>
  </message>
  <message>
   <source>Not today</source>
   <translation>Not today</translation>
  </message>
  <message>
   <source>Nothing forbidden</source>
   <translation>Nothing forbidden</translation>
  </message>
  <message>
   <source>Pack and weigh</source>
   <translation>Pack and weigh</translation>
  </message>
  <message>
   <source>Pack and weigh the parcel</source>
   <translation>Pack and weigh the parcel</translation>
  </message>
  <message>
   <source>Packaging</source>
   <translation>Packaging</translation>
  </message>
  <message>
   <source>Packed and weighed</source>
   <translation>Packed and weighed</translation>
  </message>
  <message>
   <source>Packing slip</source>
   <translation>Packing slip</translation>
  </message>
  <message>
   <source>Padded envelope</source>
   <translation>Padded envelope</translation>
  </message>
  <message>
   <source>Parcel</source>
   <translation>Parcel</translation>
  </message>
  <message>
   <source>Parcels appear here as soon as their label is made.</source>
   <translation>Parcels appear here as soon as their label is made.</translation>
  </message>
  <message>
   <source>Parcels for the carrier</source>
   <translation>Parcels for the carrier</translation>
  </message>
  <message>
   <source>Perishable</source>
   <translation>Perishable</translation>
  </message>
  <message>
   <source>Pieces</source>
   <translation>Pieces</translation>
  </message>
  <message>
   <source>Platform label</source>
   <translation>Platform label</translation>
  </message>
  <message>
   <source>Postage {amount}</source>
   <translation>Postage {amount}</translation>
  </message>
  <message>
   <source>Price from the table</source>
   <translation>Price from the table</translation>
  </message>
  <message>
   <source>Print label again</source>
   <translation>Print label again</translation>
  </message>
  <message>
   <source>Rate table (*.csv *.txt)</source>
   <translation>Rate table (*.csv *.txt)</translation>
  </message>
  <message>
   <source>Rate tables</source>
   <translation>Rate tables</translation>
  </message>
  <message>
   <source>Rates from the tables</source>
   <translation>Rates from the tables</translation>
  </message>
  <message>
   <source>Remove the invoice</source>
   <translation>Remove the invoice</translation>
  </message>
  <message>
   <source>Retail</source>
   <translation>Retail</translation>
  </message>
  <message>
   <source>Retail price</source>
   <translation>Retail price</translation>
  </message>
  <message>
   <source>Scanned</source>
   <translation>Scanned</translation>
  </message>
  <message>
   <source>Service</source>
   <translation>Service</translation>
  </message>
  <message>
   <source>Services</source>
   <translation>Services</translation>
  </message>
  <message>
   <source>Set carrier and price</source>
   <translation>Set carrier and price</translation>
  </message>
  <message>
   <source>Set the price</source>
   <translation>Set the price</translation>
  </message>
  <message>
   <source>Shelf</source>
   <translation>Shelf</translation>
  </message>
  <message>
   <source>Signature at delivery</source>
   <translation>Signature at delivery</translation>
  </message>
  <message>
   <source>Something else forbidden</source>
   <translation>Something else forbidden</translation>
  </message>
  <message>
   <source>Stamp (one letter)</source>
   <translation>Stamp (one letter)</translation>
  </message>
  <message>
   <source>State</source>
   <translation>State</translation>
  </message>
  <message>
   <source>Store's own label</source>
   <translation>Store's own label</translation>
  </message>
  <message>
   <source>Street and number</source>
   <translation>Street and number</translation>
  </message>
  <message>
   <source>Take apart</source>
   <translation>Take apart</translation>
  </message>
  <message>
   <source>Take away: {line}</source>
   <translation>Take away: {line}</translation>
  </message>
  <message>
   <source>Tariff code</source>
   <translation>Tariff code</translation>
  </message>
  <message>
   <source>Telephone</source>
   <translation>Telephone</translation>
  </message>
  <message>
   <source>The address is right</source>
   <translation>The address is right</translation>
  </message>
  <message>
   <source>The customer was quoted {amount}.</source>
   <translation>The customer was quoted {amount}.</translation>
  </message>
  <message>
   <source>The invoice is out</source>
   <translation>The invoice is out</translation>
  </message>
  <message>
   <source>Times</source>
   <translation>Times</translation>
  </message>
  <message>
   <source>Tobacco</source>
   <translation>Tobacco</translation>
  </message>
  <message>
   <source>Tracking number</source>
   <translation>Tracking number</translation>
  </message>
  <message>
   <source>Tube</source>
   <translation>Tube</translation>
  </message>
  <message>
   <source>Valid</source>
   <translation>Valid</translation>
  </message>
  <message>
   <source>Value of the contents</source>
   <translation>Value of the contents</translation>
  </message>
  <message>
   <source>Value, insurance, customs</source>
   <translation>Value, insurance, customs</translation>
  </message>
  <message>
   <source>Version</source>
   <translation>Version</translation>
  </message>
  <message>
   <source>Void label</source>
   <translation>Void label</translation>
  </message>
  <message>
   <source>Weapon or ammunition</source>
   <translation>Weapon or ammunition</translation>
  </message>
  <message>
   <source>Weigh</source>
   <translation>Weigh</translation>
  </message>
  <message>
   <source>Weight</source>
   <translation>Weight</translation>
  </message>
  <message>
   <source>What is it?</source>
   <translation>What is it?</translation>
  </message>
  <message>
   <source>What is wrong</source>
   <translation>What is wrong</translation>
  </message>
  <message>
   <source>What is wrong in the file</source>
   <translation>What is wrong in the file</translation>
  </message>
  <message>
   <source>Why is it taken apart?</source>
   <translation>Why is it taken apart?</translation>
  </message>
  <message>
   <source>Why is the label taken back?</source>
   <translation>Why is the label taken back?</translation>
  </message>
  <message>
   <source>Why more than 1.2 times?</source>
   <translation>Why more than 1.2 times?</translation>
  </message>
  <message>
   <source>Worth of one</source>
   <translation>Worth of one</translation>
  </message>
  <message>
   <source>ZIP code</source>
   <translation>ZIP code</translation>
  </message>
  <message>
   <source>Zone</source>
   <translation>Zone</translation>
  </message>
  <message>
   <source>insured for {amount}</source>
   <translation>insured for {amount}</translation>
  </message>
  <message>
   <source>remove invoice</source>
   <translation>remove invoice</translation>
  </message>
  <message>
   <source>signature</source>
   <translation>signature</translation>
  </message>
  <message>
   <source>{count} of {all} scanned</source>
   <translation>{count} of {all} scanned</translation>
  </message>
 </context>
 <context>
  <name>SignIn</name>
  <message>
   <source>6 digits</source>
   <translation>6 digits</translation>
  </message>
  <message>
   <source>Caps Lock is on</source>
   <translation>Caps Lock is on</translation>
  </message>
  <message>
   <source>Changed your password? Ask the centre</source>
   <translation>Changed your password? Ask the centre</translation>
  </message>
  <message>
   <source>Choose with the arrow keys, then type.</source>
   <translation>Choose with the arrow keys, then type.</translation>
  </message>
  <message>
   <source>Clerks of this counter</source>
   <translation>Clerks of this counter</translation>
  </message>
  <message>
   <source>E-mail</source>
   <translation>E-mail</translation>
  </message>
  <message>
   <source>Opening the store …</source>
   <translation>Opening the store …</translation>
  </message>
  <message>
   <source>PIN</source>
   <translation>PIN</translation>
  </message>
  <message>
   <source>Password</source>
   <translation>Password</translation>
  </message>
  <message>
   <source>Sign in</source>
   <translation>Sign in</translation>
  </message>
  <message>
   <source>Signing in …</source>
   <translation>Signing in …</translation>
  </message>
  <message>
   <source>Somebody else</source>
   <translation>Somebody else</translation>
  </message>
  <message>
   <source>The first time at this counter needs the internet, once.</source>
   <translation>The first time at this counter needs the internet, once.</translation>
  </message>
  <message>
   <source>Type your e-mail.</source>
   <translation>Type your e-mail.</translation>
  </message>
  <message>
   <source>Type your password.</source>
   <translation>Type your password.</translation>
  </message>
  <message>
   <source>Use the PIN instead</source>
   <translation>Use the PIN instead</translation>
  </message>
  <message>
   <source>Use the password instead</source>
   <translation>Use the password instead</translation>
  </message>
  <message>
   <source>Who works here?</source>
   <translation>Who works here?</translation>
  </message>
  <message>
   <source>Works without the internet. Everything is kept on this computer, encrypted, and sent when it can be.</source>
   <translation>Works without the internet. Everything is kept on this computer, encrypted, and sent when it can be.</translation>
  </message>
 </context>
 <context>
  <name>SignaturePad</name>
  <message>
   <source>Sign here</source>
   <translation>Sign here</translation>
  </message>
 </context>
 <context>
  <name>Status</name>
  <message numerus="yes">
   <source>%n to send</source>
   <translation>
    <numerusform>%n to send</numerusform>
    <numerusform>%n to send</numerusform>
   </translation>
  </message>
  <message>
   <source>Backup drill due</source>
   <translation>Backup drill due</translation>
  </message>
  <message>
   <source>Backup missing</source>
   <translation>Backup missing</translation>
  </message>
  <message>
   <source>Camera</source>
   <translation>Camera</translation>
  </message>
  <message>
   <source>Computer's clock: wrong by {by}</source>
   <translation>Computer's clock: wrong by {by}</translation>
  </message>
  <message>
   <source>Connection: offline</source>
   <translation>Connection: offline</translation>
  </message>
  <message>
   <source>Connection: online</source>
   <translation>Connection: online</translation>
  </message>
  <message>
   <source>Disk full: nothing new is written</source>
   <translation>Disk full: nothing new is written</translation>
  </message>
  <message>
   <source>Disk nearly full: {free} MB</source>
   <translation>Disk nearly full: {free} MB</translation>
  </message>
  <message>
   <source>Document scanner</source>
   <translation>Document scanner</translation>
  </message>
  <message>
   <source>Label printer</source>
   <translation>Label printer</translation>
  </message>
  <message>
   <source>No room for photos: {free} MB</source>
   <translation>No room for photos: {free} MB</translation>
  </message>
  <message>
   <source>Offline · everything is kept here</source>
   <translation>Offline · everything is kept here</translation>
  </message>
  <message>
   <source>Online · just synced</source>
   <translation>Online · just synced</translation>
  </message>
  <message>
   <source>Online · not everything is sent yet</source>
   <translation>Online · not everything is sent yet</translation>
  </message>
  <message>
   <source>Online · synced {age} ago</source>
   <translation>Online · synced {age} ago</translation>
  </message>
  <message>
   <source>Receipts</source>
   <translation>Receipts</translation>
  </message>
  <message>
   <source>Scale</source>
   <translation>Scale</translation>
  </message>
  <message>
   <source>Scanner</source>
   <translation>Scanner</translation>
  </message>
  <message>
   <source>Second backup missing</source>
   <translation>Second backup missing</translation>
  </message>
  <message>
   <source>Shipping labels</source>
   <translation>Shipping labels</translation>
  </message>
  <message>
   <source>Store damaged</source>
   <translation>Store damaged</translation>
  </message>
  <message>
   <source>The centre refuses this computer</source>
   <translation>The centre refuses this computer</translation>
  </message>
  <message>
   <source>Working …</source>
   <translation>Working …</translation>
  </message>
  <message>
   <source>Working … · Stop</source>
   <translation>Working … · Stop</translation>
  </message>
  <message>
   <source>asleep</source>
   <translation>asleep</translation>
  </message>
  <message>
   <source>below zero</source>
   <translation>below zero</translation>
  </message>
  <message>
   <source>busy</source>
   <translation>busy</translation>
  </message>
  <message>
   <source>cover open</source>
   <translation>cover open</translation>
  </message>
  <message>
   <source>does not answer</source>
   <translation>does not answer</translation>
  </message>
  <message>
   <source>moving</source>
   <translation>moving</translation>
  </message>
  <message>
   <source>no paper</source>
   <translation>no paper</translation>
  </message>
  <message>
   <source>not connected</source>
   <translation>not connected</translation>
  </message>
  <message>
   <source>out of order</source>
   <translation>out of order</translation>
  </message>
  <message>
   <source>overloaded</source>
   <translation>overloaded</translation>
  </message>
  <message>
   <source>paused</source>
   <translation>paused</translation>
  </message>
  <message>
   <source>picture is black</source>
   <translation>picture is black</translation>
  </message>
  <message>
   <source>ready</source>
   <translation>ready</translation>
  </message>
  <message>
   <source>starting</source>
   <translation>starting</translation>
  </message>
  <message>
   <source>{name}: {trouble}</source>
   <translation>{name}: {trouble}</translation>
  </message>
  <message>
   <source>{n} d</source>
   <translation>{n} d</translation>
  </message>
  <message>
   <source>{n} h</source>
   <translation>{n} h</translation>
  </message>
  <message>
   <source>{n} min</source>
   <translation>{n} min</translation>
  </message>
  <message>
   <source>{n} s</source>
   <translation>{n} s</translation>
  </message>
 </context>
 <context>
  <name>Story</name>
  <message>
   <source>Anchor</source>
   <translation>Anchor</translation>
  </message>
  <message>
   <source>Another counter</source>
   <translation>Another counter</translation>
  </message>
  <message>
   <source>Carrier</source>
   <translation>Carrier</translation>
  </message>
  <message>
   <source>Centre</source>
   <translation>Centre</translation>
  </message>
  <message>
   <source>Centre, anchor</source>
   <translation>Centre, anchor</translation>
  </message>
  <message>
   <source>Contested</source>
   <translation>Contested</translation>
  </message>
  <message>
   <source>Counter</source>
   <translation>Counter</translation>
  </message>
  <message>
   <source>Each look at a photo is noted</source>
   <translation>Each look at a photo is noted</translation>
  </message>
  <message>
   <source>For</source>
   <translation>For</translation>
  </message>
  <message>
   <source>Kept here</source>
   <translation>Kept here</translation>
  </message>
  <message>
   <source>Look at the photo</source>
   <translation>Look at the photo</translation>
  </message>
  <message>
   <source>Mailbox</source>
   <translation>Mailbox</translation>
  </message>
  <message>
   <source>No photo was taken</source>
   <translation>No photo was taken</translation>
  </message>
  <message>
   <source>Page {page} of {pages}</source>
   <translation>Page {page} of {pages}</translation>
  </message>
  <message>
   <source>Photo of the piece</source>
   <translation>Photo of the piece</translation>
  </message>
  <message>
   <source>Refused</source>
   <translation>Refused</translation>
  </message>
  <message>
   <source>Save as PDF</source>
   <translation>Save as PDF</translation>
  </message>
  <message>
   <source>Save the story</source>
   <translation>Save the story</translation>
  </message>
  <message>
   <source>Saved as {file}</source>
   <translation>Saved as {file}</translation>
  </message>
  <message>
   <source>See Inbox</source>
   <translation>See Inbox</translation>
  </message>
  <message>
   <source>Sent</source>
   <translation>Sent</translation>
  </message>
  <message>
   <source>Shelf</source>
   <translation>Shelf</translation>
  </message>
  <message>
   <source>Shelf, counter</source>
   <translation>Shelf, counter</translation>
  </message>
  <message>
   <source>State</source>
   <translation>State</translation>
  </message>
  <message>
   <source>Story of {piece}</source>
   <translation>Story of {piece}</translation>
  </message>
  <message>
   <source>The story of this piece</source>
   <translation>The story of this piece</translation>
  </message>
  <message>
   <source>This photo cannot be opened</source>
   <translation>This photo cannot be opened</translation>
  </message>
  <message>
   <source>Told on</source>
   <translation>Told on</translation>
  </message>
  <message>
   <source>Tracking number</source>
   <translation>Tracking number</translation>
  </message>
  <message>
   <source>What happened</source>
   <translation>What happened</translation>
  </message>
  <message>
   <source>What was said</source>
   <translation>What was said</translation>
  </message>
  <message>
   <source>When</source>
   <translation>When</translation>
  </message>
  <message>
   <source>When, by the store's clock</source>
   <translation>When, by the store's clock</translation>
  </message>
  <message>
   <source>Who</source>
   <translation>Who</translation>
  </message>
  <message>
   <source>Who and where</source>
   <translation>Who and where</translation>
  </message>
  <message>
   <source>shelf {shelf}</source>
   <translation>shelf {shelf}</translation>
  </message>
  <message>
   <source>“{reason}”</source>
   <translation>“{reason}”</translation>
  </message>
 </context>
 <context>
  <name>Tasks</name>
  <message numerus="yes">
   <source>%n late</source>
   <translation>
    <numerusform>%n late</numerusform>
    <numerusform>%n late</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n not found</source>
   <translation>
    <numerusform>%n not found</numerusform>
    <numerusform>%n not found</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n task(s) to do</source>
   <translation>
    <numerusform>%n task to do</numerusform>
    <numerusform>%n tasks to do</numerusform>
   </translation>
  </message>
  <message>
   <source>A piece cannot be found</source>
   <translation>A piece cannot be found</translation>
  </message>
  <message>
   <source>Add</source>
   <translation>Add</translation>
  </message>
  <message>
   <source>All kinds</source>
   <translation>All kinds</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>Amount</translation>
  </message>
  <message>
   <source>Another reason: write it down</source>
   <translation>Another reason: write it down</translation>
  </message>
  <message>
   <source>Ask the customer</source>
   <translation>Ask the customer</translation>
  </message>
  <message>
   <source>Asked for</source>
   <translation>Asked for</translation>
  </message>
  <message>
   <source>Asked for twice</source>
   <translation>Asked for twice</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Back</translation>
  </message>
  <message>
   <source>Brought back</source>
   <translation>Brought back</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Cancel</translation>
  </message>
  <message>
   <source>Cannot be done with this piece</source>
   <translation>Cannot be done with this piece</translation>
  </message>
  <message>
   <source>Card declined</source>
   <translation>Card declined</translation>
  </message>
  <message>
   <source>Charge</source>
   <translation>Charge</translation>
  </message>
  <message>
   <source>Charge later</source>
   <translation>Charge later</translation>
  </message>
  <message>
   <source>Charge or discount</source>
   <translation>Charge or discount</translation>
  </message>
  <message>
   <source>Charge the fee</source>
   <translation>Charge the fee</translation>
  </message>
  <message>
   <source>Charge {amount}</source>
   <translation>Charge {amount}</translation>
  </message>
  <message>
   <source>Check deposit</source>
   <translation>Check deposit</translation>
  </message>
  <message>
   <source>Checking the card</source>
   <translation>Checking the card</translation>
  </message>
  <message>
   <source>Checking {amount}…</source>
   <translation>Checking {amount}…</translation>
  </message>
  <message>
   <source>Code matches</source>
   <translation>Code matches</translation>
  </message>
  <message>
   <source>Completed</source>
   <translation>Completed</translation>
  </message>
  <message>
   <source>Consolidate</source>
   <translation>Consolidate</translation>
  </message>
  <message>
   <source>Consolidate and ship</source>
   <translation>Consolidate and ship</translation>
  </message>
  <message>
   <source>Consolidated</source>
   <translation>Consolidated</translation>
  </message>
  <message>
   <source>Counted</source>
   <translation>Counted</translation>
  </message>
  <message>
   <source>Customer asked</source>
   <translation>Customer asked</translation>
  </message>
  <message>
   <source>Decline</source>
   <translation>Decline</translation>
  </message>
  <message>
   <source>Decline task</source>
   <translation>Decline task</translation>
  </message>
  <message>
   <source>Declined</source>
   <translation>Declined</translation>
  </message>
  <message>
   <source>Delivered</source>
   <translation>Delivered</translation>
  </message>
  <message>
   <source>Discard</source>
   <translation>Discard</translation>
  </message>
  <message>
   <source>Discarded</source>
   <translation>Discarded</translation>
  </message>
  <message>
   <source>Discarding</source>
   <translation>Discarding</translation>
  </message>
  <message>
   <source>Discount</source>
   <translation>Discount</translation>
  </message>
  <message>
   <source>Do next</source>
   <translation>Do next</translation>
  </message>
  <message>
   <source>Draft</source>
   <translation>Draft</translation>
  </message>
  <message>
   <source>Driver is here</source>
   <translation>Driver is here</translation>
  </message>
  <message>
   <source>Due</source>
   <translation>Due</translation>
  </message>
  <message>
   <source>Everything is done</source>
   <translation>Everything is done</translation>
  </message>
  <message>
   <source>Extra charge</source>
   <translation>Extra charge</translation>
  </message>
  <message>
   <source>Fee</source>
   <translation>Fee</translation>
  </message>
  <message>
   <source>First shelf</source>
   <translation>First shelf</translation>
  </message>
  <message>
   <source>Further pages</source>
   <translation>Further pages</translation>
  </message>
  <message>
   <source>Gather the pieces</source>
   <translation>Gather the pieces</translation>
  </message>
  <message>
   <source>Gathered</source>
   <translation>Gathered</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>Go on</translation>
  </message>
  <message>
   <source>Go on without it</source>
   <translation>Go on without it</translation>
  </message>
  <message>
   <source>Go there</source>
   <translation>Go there</translation>
  </message>
  <message>
   <source>In another task</source>
   <translation>In another task</translation>
  </message>
  <message>
   <source>In progress</source>
   <translation>In progress</translation>
  </message>
  <message>
   <source>In your own words</source>
   <translation>In your own words</translation>
  </message>
  <message>
   <source>Insurance</source>
   <translation>Insurance</translation>
  </message>
  <message>
   <source>Label printed</source>
   <translation>Label printed</translation>
  </message>
  <message>
   <source>Label voided</source>
   <translation>Label voided</translation>
  </message>
  <message>
   <source>Labelled</source>
   <translation>Labelled</translation>
  </message>
  <message>
   <source>Late</source>
   <translation>Late</translation>
  </message>
  <message>
   <source>Mailbox</source>
   <translation>Mailbox</translation>
  </message>
  <message>
   <source>Mailbox card</source>
   <translation>Mailbox card</translation>
  </message>
  <message>
   <source>No</source>
   <translation>No</translation>
  </message>
  <message>
   <source>Not found</source>
   <translation>Not found</translation>
  </message>
  <message>
   <source>Not on the shelf</source>
   <translation>Not on the shelf</translation>
  </message>
  <message>
   <source>Not what the customer thinks it is</source>
   <translation>Not what the customer thinks it is</translation>
  </message>
  <message>
   <source>Nothing to do here</source>
   <translation>Nothing to do here</translation>
  </message>
  <message>
   <source>Nothing to pay</source>
   <translation>Nothing to pay</translation>
  </message>
  <message>
   <source>Nothing to pay: go on</source>
   <translation>Nothing to pay: go on</translation>
  </message>
  <message>
   <source>On the shred pile</source>
   <translation>On the shred pile</translation>
  </message>
  <message>
   <source>Open and scan</source>
   <translation>Open and scan</translation>
  </message>
  <message>
   <source>Open tasks</source>
   <translation>Open tasks</translation>
  </message>
  <message>
   <source>Opened</source>
   <translation>Opened</translation>
  </message>
  <message>
   <source>Packages in the bundle</source>
   <translation>Packages in the bundle</translation>
  </message>
  <message>
   <source>Paid</source>
   <translation>Paid</translation>
  </message>
  <message>
   <source>Payment declined</source>
   <translation>Payment declined</translation>
  </message>
  <message>
   <source>Personal delivery</source>
   <translation>Personal delivery</translation>
  </message>
  <message>
   <source>Photo taken</source>
   <translation>Photo taken</translation>
  </message>
  <message>
   <source>Pickup</source>
   <translation>Pickup</translation>
  </message>
  <message>
   <source>Piece</source>
   <translation>Piece</translation>
  </message>
  <message>
   <source>Pieces</source>
   <translation>Pieces</translation>
  </message>
  <message>
   <source>Pieces of this task</source>
   <translation>Pieces of this task</translation>
  </message>
  <message>
   <source>Postage</source>
   <translation>Postage</translation>
  </message>
  <message>
   <source>Postage due</source>
   <translation>Postage due</translation>
  </message>
  <message>
   <source>Prepared</source>
   <translation>Prepared</translation>
  </message>
  <message>
   <source>Priced</source>
   <translation>Priced</translation>
  </message>
  <message>
   <source>Print receipt</source>
   <translation>Print receipt</translation>
  </message>
  <message>
   <source>Process</source>
   <translation>Process</translation>
  </message>
  <message>
   <source>Ready</source>
   <translation>Ready</translation>
  </message>
  <message>
   <source>Scan every piece</source>
   <translation>Scan every piece</translation>
  </message>
  <message>
   <source>Scanned pages</source>
   <translation>Scanned pages</translation>
  </message>
  <message>
   <source>Scheduled</source>
   <translation>Scheduled</translation>
  </message>
  <message>
   <source>Sealed</source>
   <translation>Sealed</translation>
  </message>
  <message>
   <source>Shelf</source>
   <translation>Shelf</translation>
  </message>
  <message>
   <source>Ship</source>
   <translation>Ship</translation>
  </message>
  <message>
   <source>Shred</source>
   <translation>Shred</translation>
  </message>
  <message>
   <source>Shredded</source>
   <translation>Shredded</translation>
  </message>
  <message>
   <source>Shredding</source>
   <translation>Shredding</translation>
  </message>
  <message>
   <source>Signature on delivery</source>
   <translation>Signature on delivery</translation>
  </message>
  <message>
   <source>State</source>
   <translation>State</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>Status</translation>
  </message>
  <message>
   <source>Still to do</source>
   <translation>Still to do</translation>
  </message>
  <message>
   <source>Storage</source>
   <translation>Storage</translation>
  </message>
  <message>
   <source>Take away: {line}</source>
   <translation>Take away: {line}</translation>
  </message>
  <message>
   <source>Take over</source>
   <translation>Take over</translation>
  </message>
  <message>
   <source>Taken apart again</source>
   <translation>Taken apart again</translation>
  </message>
  <message>
   <source>Taken back by the customer</source>
   <translation>Taken back by the customer</translation>
  </message>
  <message>
   <source>Taken off the pile</source>
   <translation>Taken off the pile</translation>
  </message>
  <message>
   <source>Task</source>
   <translation>Task</translation>
  </message>
  <message>
   <source>Tasks</source>
   <translation>Tasks</translation>
  </message>
  <message>
   <source>The address is not right</source>
   <translation>The address is not right</translation>
  </message>
  <message>
   <source>The card is declined again and again</source>
   <translation>The card is declined again and again</translation>
  </message>
  <message>
   <source>The customer is asked about {amount}</source>
   <translation>The customer is asked about {amount}</translation>
  </message>
  <message>
   <source>The customer no longer wants it</source>
   <translation>The customer no longer wants it</translation>
  </message>
  <message>
   <source>The customer writes</source>
   <translation>The customer writes</translation>
  </message>
  <message>
   <source>The rules do not allow it</source>
   <translation>The rules do not allow it</translation>
  </message>
  <message>
   <source>To charge</source>
   <translation>To charge</translation>
  </message>
  <message>
   <source>To gather</source>
   <translation>To gather</translation>
  </message>
  <message>
   <source>To scan</source>
   <translation>To scan</translation>
  </message>
  <message>
   <source>Total</source>
   <translation>Total</translation>
  </message>
  <message>
   <source>Tracking no.</source>
   <translation>Tracking no.</translation>
  </message>
  <message>
   <source>Try the card again</source>
   <translation>Try the card again</translation>
  </message>
  <message>
   <source>Weighed</source>
   <translation>Weighed</translation>
  </message>
  <message>
   <source>What customers ask for appears here by itself, with the time until when it is due.</source>
   <translation>What customers ask for appears here by itself, with the time until when it is due.</translation>
  </message>
  <message>
   <source>What for? It is on the receipt.</source>
   <translation>What for? It is on the receipt.</translation>
  </message>
  <message>
   <source>Why do you take it over?</source>
   <translation>Why do you take it over?</translation>
  </message>
  <message>
   <source>Why? The customer is told.</source>
   <translation>Why? The customer is told.</translation>
  </message>
  <message>
   <source>With the carrier</source>
   <translation>With the carrier</translation>
  </message>
  <message>
   <source>With the driver</source>
   <translation>With the driver</translation>
  </message>
  <message>
   <source>late: {when}</source>
   <translation>late: {when}</translation>
  </message>
  <message>
   <source>next one due {when}</source>
   <translation>next one due {when}</translation>
  </message>
  <message>
   <source>{amount} paid</source>
   <translation>{amount} paid</translation>
  </message>
  <message>
   <source>{count} of {all} gathered</source>
   <translation>{count} of {all} gathered</translation>
  </message>
  <message>
   <source>{mail_id} is in another task: {task}. Go there?</source>
   <translation>{mail_id} is in another task: {task}. Go there?</translation>
  </message>
  <message>
   <source>{task} for {name}</source>
   <translation>{task} for {name}</translation>
  </message>
  <message>
   <source>{task} for {name}: {state}</source>
   <translation>{task} for {name}: {state}</translation>
  </message>
 </context>
 <context>
  <name>Toast</name>
  <message>
   <source>Undo</source>
   <translation>Undo</translation>
  </message>
 </context>
 <context>
  <name>Today</name>
  <message numerus="yes">
   <source>%n act(s) wait to be sent</source>
   <translation>
    <numerusform>%n act wait to be sent</numerusform>
    <numerusform>%n acts wait to be sent</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n late</source>
   <translation>
    <numerusform>%n late</numerusform>
    <numerusform>%n late</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n not inserted yet</source>
   <translation>
    <numerusform>%n not inserted yet</numerusform>
    <numerusform>%n not inserted yet</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n not inserted yet, due by {time}</source>
   <translation>
    <numerusform>%n not inserted yet, due by {time}</numerusform>
    <numerusform>%n not inserted yet, due by {time}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n of them came on an earlier day</source>
   <translation>
    <numerusform>%n of them came on an earlier day</numerusform>
    <numerusform>%n of them came on an earlier day</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n piece(s)</source>
   <translation>
    <numerusform>%n piece</numerusform>
    <numerusform>%n pieces</numerusform>
   </translation>
  </message>
  <message>
   <source>6 digits</source>
   <translation>6 digits</translation>
  </message>
  <message>
   <source>All are in a mailbox</source>
   <translation>All are in a mailbox</translation>
  </message>
  <message>
   <source>All came today</source>
   <translation>All came today</translation>
  </message>
  <message>
   <source>All in time</source>
   <translation>All in time</translation>
  </message>
  <message>
   <source>Closed</source>
   <translation>Closed</translation>
  </message>
  <message>
   <source>Delivery waits for its driver: {who}</source>
   <translation>Delivery waits for its driver: {who}</translation>
  </message>
  <message>
   <source>Did it come out? {paper}</source>
   <translation>Did it come out? {paper}</translation>
  </message>
  <message>
   <source>Do not set a PIN now</source>
   <translation>Do not set a PIN now</translation>
  </message>
  <message>
   <source>Due</source>
   <translation>Due</translation>
  </message>
  <message>
   <source>Everything is kept here: {acts}. Work goes on without the internet.</source>
   <translation>Everything is kept here: {acts}. Work goes on without the internet.</translation>
  </message>
  <message>
   <source>Find the mailbox: {name}</source>
   <translation>Find the mailbox: {name}</translation>
  </message>
  <message>
   <source>Finish the pickup: {who}</source>
   <translation>Finish the pickup: {who}</translation>
  </message>
  <message>
   <source>Good afternoon, {name}</source>
   <translation>Good afternoon, {name}</translation>
  </message>
  <message>
   <source>Good evening, {name}</source>
   <translation>Good evening, {name}</translation>
  </message>
  <message>
   <source>Good morning, {name}</source>
   <translation>Good morning, {name}</translation>
  </message>
  <message>
   <source>Handed over today</source>
   <translation>Handed over today</translation>
  </message>
  <message>
   <source>Inbox</source>
   <translation>Inbox</translation>
  </message>
  <message>
   <source>Insert them</source>
   <translation>Insert them</translation>
  </message>
  <message>
   <source>Late</source>
   <translation>Late</translation>
  </message>
  <message>
   <source>Look at: {act}</source>
   <translation>Look at: {act}</translation>
  </message>
  <message>
   <source>Must be in a mailbox today</source>
   <translation>Must be in a mailbox today</translation>
  </message>
  <message>
   <source>Needs a look</source>
   <translation>Needs a look</translation>
  </message>
  <message>
   <source>Needs an answer</source>
   <translation>Needs an answer</translation>
  </message>
  <message>
   <source>New PIN, 6 digits</source>
   <translation>New PIN, 6 digits</translation>
  </message>
  <message>
   <source>Next to do</source>
   <translation>Next to do</translation>
  </message>
  <message>
   <source>No driver, put back: {who}</source>
   <translation>No driver, put back: {who}</translation>
  </message>
  <message>
   <source>Not inserted yet</source>
   <translation>Not inserted yet</translation>
  </message>
  <message>
   <source>Not now</source>
   <translation>Not now</translation>
  </message>
  <message>
   <source>Note the reason</source>
   <translation>Note the reason</translation>
  </message>
  <message>
   <source>Nothing waits</source>
   <translation>Nothing waits</translation>
  </message>
  <message numerus="yes">
   <source>Oldest: %n day(s)</source>
   <translation>
    <numerusform>Oldest: %n day</numerusform>
    <numerusform>Oldest: %n days</numerusform>
   </translation>
  </message>
  <message>
   <source>On the shelf</source>
   <translation>On the shelf</translation>
  </message>
  <message>
   <source>Open until {time}</source>
   <translation>Open until {time}</translation>
  </message>
  <message>
   <source>Opens at {time}</source>
   <translation>Opens at {time}</translation>
  </message>
  <message>
   <source>Opens {day}, {time}</source>
   <translation>Opens {day}, {time}</translation>
  </message>
  <message numerus="yes">
   <source>Order poly bags: about %n left</source>
   <translation>
    <numerusform>Order poly bags: about %n left</numerusform>
    <numerusform>Order poly bags: about %n left</numerusform>
   </translation>
  </message>
  <message>
   <source>PIN set. Lock the counter, and six digits bring you back.</source>
   <translation>PIN set. Lock the counter, and six digits bring you back.</translation>
  </message>
  <message>
   <source>PMB {mailbox}</source>
   <translation>PMB {mailbox}</translation>
  </message>
  <message>
   <source>Paper</source>
   <translation>Paper</translation>
  </message>
  <message>
   <source>Payment declined</source>
   <translation>Payment declined</translation>
  </message>
  <message>
   <source>Payment declined: {who}</source>
   <translation>Payment declined: {who}</translation>
  </message>
  <message>
   <source>Pickup: {who}</source>
   <translation>Pickup: {who}</translation>
  </message>
  <message>
   <source>Pickups</source>
   <translation>Pickups</translation>
  </message>
  <message>
   <source>Prepare the delivery: {who}</source>
   <translation>Prepare the delivery: {who}</translation>
  </message>
  <message>
   <source>Put back now</source>
   <translation>Put back now</translation>
  </message>
  <message>
   <source>Receive a piece</source>
   <translation>Receive a piece</translation>
  </message>
  <message>
   <source>Received today</source>
   <translation>Received today</translation>
  </message>
  <message>
   <source>Running low</source>
   <translation>Running low</translation>
  </message>
  <message>
   <source>Scan the first piece, or type a name. Everything starts in the box above.</source>
   <translation>Scan the first piece, or type a name. Everything starts in the box above.</translation>
  </message>
  <message>
   <source>Set PIN</source>
   <translation>Set PIN</translation>
  </message>
  <message>
   <source>Set a PIN for quick switching</source>
   <translation>Set a PIN for quick switching</translation>
  </message>
  <message>
   <source>Since</source>
   <translation>Since</translation>
  </message>
  <message>
   <source>Tasks to do</source>
   <translation>Tasks to do</translation>
  </message>
  <message numerus="yes">
   <source>The reason is noted for %n</source>
   <translation>
    <numerusform>The reason is noted for %n</numerusform>
    <numerusform>The reason is noted for %n</numerusform>
   </translation>
  </message>
  <message>
   <source>The store orders at {level}.</source>
   <translation>The store orders at {level}.</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>Today</translation>
  </message>
  <message>
   <source>Today {opens} to {closes}</source>
   <translation>Today {opens} to {closes}</translation>
  </message>
  <message>
   <source>Waiting to be sent</source>
   <translation>Waiting to be sent</translation>
  </message>
  <message>
   <source>Why they wait until tomorrow</source>
   <translation>Why they wait until tomorrow</translation>
  </message>
  <message>
   <source>asked for late</source>
   <translation>asked for late</translation>
  </message>
  <message>
   <source>by {time}</source>
   <translation>by {time}</translation>
  </message>
  <message>
   <source>expected {when}</source>
   <translation>expected {when}</translation>
  </message>
  <message>
   <source>no name</source>
   <translation>no name</translation>
  </message>
  <message>
   <source>{n} in progress</source>
   <translation>{n} in progress</translation>
  </message>
  <message>
   <source>{task}: {who}</source>
   <translation>{task}: {who}</translation>
  </message>
 </context>
 <context>
  <name>TopBar</name>
  <message>
   <source>Light or dark</source>
   <translation>Light or dark</translation>
  </message>
  <message>
   <source>Lock the counter</source>
   <translation>Lock the counter</translation>
  </message>
 </context>
 <context>
  <name>Window</name>
  <message>
   <source>Saving a backup…</source>
   <translation>Saving a backup…</translation>
  </message>
  <message>
   <source>Scan a piece, or type a name, mailbox or tracking number</source>
   <translation>Scan a piece, or type a name, mailbox or tracking number</translation>
  </message>
  <message>
   <source>Scan or search</source>
   <translation>Scan or search</translation>
  </message>
  <message>
   <source>This screen is small, so Counter is enlarged to {percent} % only.</source>
   <translation>This screen is small, so Counter is enlarged to {percent} % only.</translation>
  </message>
  <message>
   <source>{piece} was missing and is found again. Put it on a shelf now.</source>
   <translation>{piece} was missing and is found again. Put it on a shelf now.</translation>
  </message>
 </context>
 <context>
  <name>Words</name>
  <message>
   <source>Accountable</source>
   <translation>Accountable</translation>
  </message>
  <message>
   <source>Active</source>
   <translation>Active</translation>
  </message>
  <message>
   <source>Check</source>
   <translation>Check</translation>
  </message>
  <message>
   <source>Closed</source>
   <translation>Closed</translation>
  </message>
  <message>
   <source>Consolidated</source>
   <translation>Consolidated</translation>
  </message>
  <message>
   <source>Damaged</source>
   <translation>Damaged</translation>
  </message>
  <message>
   <source>Delivered</source>
   <translation>Delivered</translation>
  </message>
  <message>
   <source>Deposited</source>
   <translation>Deposited</translation>
  </message>
  <message>
   <source>Discarded</source>
   <translation>Discarded</translation>
  </message>
  <message>
   <source>Expired</source>
   <translation>Expired</translation>
  </message>
  <message>
   <source>Foreign post</source>
   <translation>Foreign post</translation>
  </message>
  <message>
   <source>Form renewal due</source>
   <translation>Form renewal due</translation>
  </message>
  <message>
   <source>Former holder</source>
   <translation>Former holder</translation>
  </message>
  <message>
   <source>In a task</source>
   <translation>In a task</translation>
  </message>
  <message>
   <source>Kept here</source>
   <translation>Kept here</translation>
  </message>
  <message>
   <source>Large envelope</source>
   <translation>Large envelope</translation>
  </message>
  <message>
   <source>Letter</source>
   <translation>Letter</translation>
  </message>
  <message>
   <source>Looks like a check</source>
   <translation>Looks like a check</translation>
  </message>
  <message>
   <source>Lost</source>
   <translation>Lost</translation>
  </message>
  <message>
   <source>Magazine</source>
   <translation>Magazine</translation>
  </message>
  <message>
   <source>Missing</source>
   <translation>Missing</translation>
  </message>
  <message>
   <source>No carrier</source>
   <translation>No carrier</translation>
  </message>
  <message>
   <source>No mailbox yet</source>
   <translation>No mailbox yet</translation>
  </message>
  <message>
   <source>Not approved</source>
   <translation>Not approved</translation>
  </message>
  <message>
   <source>On hold</source>
   <translation>On hold</translation>
  </message>
  <message>
   <source>On the shelf</source>
   <translation>On the shelf</translation>
  </message>
  <message>
   <source>Package</source>
   <translation>Package</translation>
  </message>
  <message>
   <source>Perishable</source>
   <translation>Perishable</translation>
  </message>
  <message>
   <source>Picked up</source>
   <translation>Picked up</translation>
  </message>
  <message>
   <source>Postage due</source>
   <translation>Postage due</translation>
  </message>
  <message>
   <source>Postcard</source>
   <translation>Postcard</translation>
  </message>
  <message>
   <source>Registered</source>
   <translation>Registered</translation>
  </message>
  <message>
   <source>Rejected</source>
   <translation>Rejected</translation>
  </message>
  <message>
   <source>Restricted</source>
   <translation>Restricted</translation>
  </message>
  <message>
   <source>Returned</source>
   <translation>Returned</translation>
  </message>
  <message>
   <source>See Inbox</source>
   <translation>See Inbox</translation>
  </message>
  <message>
   <source>Sent</source>
   <translation>Sent</translation>
  </message>
  <message>
   <source>Shipped</source>
   <translation>Shipped</translation>
  </message>
  <message>
   <source>Shredded</source>
   <translation>Shredded</translation>
  </message>
  <message>
   <source>Taken back</source>
   <translation>Taken back</translation>
  </message>
  <message>
   <source>To be checked</source>
   <translation>To be checked</translation>
  </message>
  <message>
   <source>Unassigned</source>
   <translation>Unassigned</translation>
  </message>
  <message>
   <source>With a driver</source>
   <translation>With a driver</translation>
  </message>
 </context>
</TS>
