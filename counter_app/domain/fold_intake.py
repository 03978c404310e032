"""How operations change a carrier drop, and a piece that is kept apart or goes back to its sender (2.3, 2.12)."""

from __future__ import annotations

from dataclasses import replace

from counter_app.domain.folding import Step, contest, reject_unknown, remark
from counter_app.domain.intake import Intake, IntakeState
from counter_app.domain.mail_item import ItemState, MailItem
from counter_app.domain.manifest import Manifest, ManifestState
from counter_app.domain.operations import MalformedOperationError, Operation
from counter_app.domain.rows import Row

OPEN = IntakeState.OPEN.value


# ------------------------------------------------------------ a carrier's drop


def _opened(row: Row | None, op: Operation) -> Row:
    if row is not None:
        return contest(row, op)
    return Intake(
        id=op.entity_id,
        state=OPEN,
        carrier=op.text("carrier"),
        driver=op.text("driver"),
        pieces=op.number("pieces"),
        accountable=op.number("accountable"),
        opened_ms=op.at_ms,
        opened_by=op.actor.id,
    )


def _drop(row: Row | None, op: Operation) -> Intake:
    if row is None:
        reject_unknown(op, "op.intake_unknown")
        return Intake(op.entity_id, OPEN, contested=(op.op_id,))
    if not isinstance(row, Intake):
        raise MalformedOperationError("op.wrong_row")
    return row


def _squared(row: Row | None, op: Operation) -> Row:
    one = _drop(row, op)
    if op.op_id in one.contested:
        return one
    if one.state != OPEN:
        return contest(one, op)
    after = replace(
        one,
        state=IntakeState.SQUARED.value,
        squared_ms=op.at_ms,
        squared_by=op.actor.id,
        inserted=op.number("inserted"),
        reason=op.text("reason"),
    )
    if op.number("inserted") != one.pieces and not op.text("reason"):
        return remark(after, f"intake.reason_missing:{op.op_id}")
    return after


def _drop_slipped(row: Row | None, op: Operation) -> Row:
    one = _drop(row, op)
    if op.op_id in one.contested:
        return one
    if one.state != OPEN:
        return contest(one, op)
    return replace(one, slipped_on=op.text("day"), slip_reason=op.text("reason"))


INTAKE_STEPS: dict[str, Step] = {
    "intake.opened": _opened,
    "intake.squared": _squared,
    "intake.slipped": _drop_slipped,
}


# ------------------------------------------------------------ pieces that are not for a mailbox's shelf


def apart_steps(the_item: Step, move: Step) -> dict[str, Step]:
    """The steps on a piece. `the_item` gives it or its stub, `move` brings it into RETURNED_TO_SENDER."""

    def piece(row: Row | None, op: Operation) -> MailItem:
        found = the_item(row, op)
        if not isinstance(found, MailItem):
            raise MalformedOperationError("op.wrong_row")
        return found

    def slipped(row: Row | None, op: Operation) -> Row:
        one = piece(row, op)
        if op.op_id in one.contested:
            return one
        if one.state != ItemState.UNASSIGNED.value:
            return contest(one, op)
        return replace(one, slipped_on=op.text("day"), slip_reason=op.text("reason"))

    def notice_given(row: Row | None, op: Operation) -> Row:
        one = piece(row, op)
        if op.op_id in one.contested:
            return one
        if one.state != ItemState.UNASSIGNED.value or one.notice:
            return contest(one, op)
        return replace(
            one,
            notice=op.text("outcome"),
            notice_for=op.text("account"),
            notice_mailbox=op.text("mailbox"),
            apart="hold" if op.text("outcome") == "hold" else one.apart,
            apart_ms=op.at_ms,
        )

    def marked(row: Row | None, op: Operation) -> Row:
        one = piece(row, op)
        if op.op_id in one.contested:
            return one
        if ItemState(one.state) not in (ItemState.UNASSIGNED, ItemState.RECEIVED) or one.apart == "return":
            return contest(one, op)
        return replace(
            one,
            apart="return",
            apart_ms=op.at_ms,
            apart_by=op.actor.id,
            return_reason=op.text("return_reason"),
            return_note=op.text("note"),
            return_photo=op.text("photo"),
            return_due_ms=op.number("due_ms"),
        )

    def unmarked(row: Row | None, op: Operation) -> Row:
        one = piece(row, op)
        if op.op_id in one.contested:
            return one
        if one.apart != "return" or not one.on_the_shelf:
            return contest(one, op)
        apart = "hold" if one.notice == "hold" else ""
        return replace(one, apart=apart, return_reason="", return_note="", return_photo="", return_due_ms=0)

    def handed_over(row: Row | None, op: Operation) -> Row:
        one = piece(row, op)
        if op.op_id in one.contested:
            return one
        if one.apart != "return":
            # Nobody said why it goes back, and nobody held it against the six months.
            return contest(one, op)
        after = move(one, op)
        if not isinstance(after, MailItem) or op.op_id in after.contested:
            return after
        return replace(after, apart="", manifest=op.entity_id)

    return {
        "item.slipped": slipped,
        "item.notice_given": notice_given,
        "item.return_marked": marked,
        "item.return_unmarked": unmarked,
        "manifest.returns_handed_over": handed_over,
    }


# ------------------------------------------------------------ the list that the carrier takes


def _begun(row: Row | None, op: Operation) -> Row:
    if row is not None:
        return contest(row, op)
    return Manifest(op.entity_id, ManifestState.OPEN.value, "returns", op.text("carrier"), opened_ms=op.at_ms)


def _returns(row: Row | None, op: Operation) -> Manifest:
    if row is None:
        reject_unknown(op, "op.manifest_unknown")
        return Manifest(op.entity_id, ManifestState.OPEN.value, "returns", contested=(op.op_id,))
    if not isinstance(row, Manifest):
        raise MalformedOperationError("op.wrong_row")
    return row


def _while_open(row: Row | None, op: Operation) -> tuple[Manifest, bool]:
    one = _returns(row, op)
    if op.op_id in one.contested:
        return one, False
    if one.state != ManifestState.OPEN.value or one.kind != "returns":
        return contest(one, op), False
    return one, True


def _scanned(row: Row | None, op: Operation) -> Row:
    one, may = _while_open(row, op)
    return replace(one, entries=tuple(dict.fromkeys((*one.entries, op.text("item"))))) if may else one


def _taken_off(row: Row | None, op: Operation) -> Row:
    one, may = _while_open(row, op)
    return replace(one, entries=tuple(each for each in one.entries if each != op.text("item"))) if may else one


def _handed(row: Row | None, op: Operation) -> Row:
    one, may = _while_open(row, op)
    if not may:
        return one
    after = replace(one, state=ManifestState.HANDED_OVER.value, handed_ms=op.at_ms, handed_by=op.actor.id)
    if set(op.names("items")) != set(one.entries):
        after = remark(after, f"manifest.pieces_differ:{op.op_id}")
    return replace(after, entries=op.names("items"))


RETURNS_STEPS: dict[str, Step] = {
    "manifest.returns_begun": _begun,
    "manifest.return_scanned": _scanned,
    "manifest.return_taken_off": _taken_off,
    "manifest.returns_handed_over": _handed,
}
