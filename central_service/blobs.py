"""Photos and signatures come in: tus 1.0 core with creation, checksum and termination, and go out again by their hash.

`{id}` is an upload (32 hex digits), which only the station that began it knows, or a stored photo (its SHA-256). The
store is the token's; what another store has is 404, as if it were nowhere. An upload needs no lock that somebody could
leave behind: a chunk is read and checked before it counts, and counts only at the offset it was sent for. So a newer
request goes first, and one that hung meanwhile hears 409.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from typing import TYPE_CHECKING, Annotated, Any, Literal

import msgspec
from sqlalchemy import Connection, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError
from starlette.responses import Response

from central_service.arrival import Signer
from central_service.blob_files import BlobFiles, BlobGoneError
from central_service.blob_tables import blob, blob_part, blob_upload
from central_service.centre import Centre
from central_service.messages import Hash
from central_service.refusal import Refusal, too_many
from central_service.shapes import Shape, whole
from counter_app.limits import BLOB_MAX_BYTES, IMAGE_FORMATS, PDF_FORMAT

if TYPE_CHECKING:
    from central_service.route import Call

TUS = "1.0.0"
CHUNK_TYPE = "application/offset+octet-stream"
CHUNK_SECONDS = 30.0
"""A whole chunk of 256 KB on a line of 70 kbit/s."""
UPLOADS_MOST = 20
"""Unfinished ones of one station."""
UPLOAD_LIFE_MS = 24 * 3_600_000
"""Since its last chunk."""
MAGIC_BYTES = max(map(len, IMAGE_FORMATS))
_SERVED = {
    IMAGE_FORMATS[0]: ("jpg", "image/jpeg"),
    IMAGE_FORMATS[1]: ("png", "image/png"),
    PDF_FORMAT: ("pdf", "application/pdf"),
}
State = Literal["sending", "stored", "durable"]
DURABLE: State = "durable"
"""What a photo is once file and row are on the disk. A centre that copies them elsewhere says `stored` until it has."""


class NewBlob(Shape, frozen=True):
    """A photo that a station has: the SHA-256 of its plain bytes, how many they are, and what it shows."""

    sha256: Hash
    size: Annotated[int, whole(1)]
    kind: Literal["piece", "signature", "id", "driver", "scan"]


class BlobState(Shape, frozen=True):
    """Where to go on: `id` for the next requests, the offset that is wanted next, and how safe the photo is."""

    id: str
    offset: int
    state: State


def create(call: Call) -> Response:
    """Begin an upload, go on with an own one, or hear that the photo is here. Refusal 412, 413, 429, 503."""
    centre, station, asked = call.centre, call.station, call.asked
    files = _files(call)
    if call.headers.get("upload-length", str(asked.size)) != str(asked.size):
        raise Refusal(400, "blob.length_differs")
    if asked.size > BLOB_MAX_BYTES:
        raise Refusal(413, "blob.too_large", max_bytes=BLOB_MAX_BYTES)
    known = _stored(centre, files, station.store, asked.sha256)
    if known is not None:
        return _told(200, BlobState(asked.sha256, known.size, known.state), asked.size)
    now_ms = centre.clock()
    fresh = centre.entropy(16).hex()

    def work(connection: Connection) -> tuple[Any, list[str]]:
        mine = (blob_upload.c.store_id == station.store, blob_upload.c.device == station.device)
        late = (blob_upload.c.store_id == station.store, blob_upload.c.touched_ms < now_ms - UPLOAD_LIFE_MS)
        old = list(connection.execute(select(blob_upload.c.id).where(*late)).scalars())
        for one in old:
            _forget(connection, station.store, one)
        same = (blob_upload.c.sha256 == asked.sha256, blob_upload.c.size == asked.size)
        begun = connection.execute(select(blob_upload).where(*mine, *same).order_by(blob_upload.c.id)).first()
        if begun is not None:
            return begun, old
        count = connection.execute(select(func.count()).select_from(blob_upload).where(*mine)).scalar_one()
        if count >= UPLOADS_MOST:
            raise too_many("blob.too_many_uploads", 60)
        values = {"sha256": asked.sha256, "kind": asked.kind, "size": asked.size, "touched_ms": now_ms, "received": 0}
        values |= {"store_id": station.store, "id": fresh, "device": station.device}
        connection.execute(insert(blob_upload).values(values))
        return None, old

    begun, old = centre.db.transact(work, station.store)
    for one in old:
        files.drop_upload(station.store, one)
    made = BlobState(fresh, 0, "sending") if begun is None else BlobState(begun.id, begun.received, "sending")
    return _told(201, made, asked.size, {"Location": f"/v1/blobs/{made.id}"})


def look(call: Call) -> Response:
    """HEAD: how far an upload is, or whether a photo is stored. Refusal 404; 410 for one that expired or was lost."""
    centre, station, files = call.centre, call.station, _files(call)
    if len(call.path_id) == 64:
        known = _stored(centre, files, station.store, call.path_id)
        if known is None:
            raise _unknown_or_lost(centre, station.store, call.path_id)
        return _told(200, BlobState(call.path_id, known.size, known.state), known.size)
    row = _upload(centre, files, station, call.path_id)
    state: State = _finish(centre, files, row) if row.received == row.size else "sending"
    return _told(200, BlobState(row.id, row.received, state), row.size)


def append(call: Call) -> Response:
    """PATCH: one chunk of at most 1 MB at the offset that is wanted; with the last one the whole is checked.

    Refusal 409 `blob.offset_differs` (with the wanted one), 460 `blob.checksum_wrong`, 413 for more than was said,
    415 for what is neither JPEG nor PNG (a scan: no PDF), 422 `blob.content_wrong` when the whole is not what was said.
    """
    centre, station, files = call.centre, call.station, _files(call)
    row = _upload(centre, files, station, call.path_id)
    said = call.headers.get("upload-offset", "")
    if not (said.isascii() and said.isdigit() and len(said) < 16):
        raise Refusal(400, "blob.offset_missing")
    _demand_checksum(call.headers.get("upload-checksum", ""), call.body)
    if int(said) != row.received:
        raise Refusal(409, "blob.offset_differs", offset=row.received)
    end = row.received + len(call.body)
    if end > row.size:
        raise Refusal(413, "blob.longer_than_said", max_bytes=row.size)
    if row.received == 0 and (len(call.body) >= MAGIC_BYTES or end == row.size) and not _fits(row.kind, call.body):
        _end(centre, files, row)
        raise Refusal(415, "blob.not_a_picture")
    if call.body:
        _count_in(centre, files, row, call.body)
    state = _finish(centre, files, row) if end == row.size else "sending"
    return Response(status_code=204, headers=_headers(end, row.size, state))


def terminate(call: Call) -> Response:
    """DELETE: give an unfinished upload up. A stored photo is not a station's to remove: Refusal 404."""
    row = _upload(call.centre, _files(call), call.station, call.path_id)
    _end(call.centre, _files(call), row)
    return Response(status_code=204, headers={"Tus-Resumable": TUS, "Cache-Control": "no-store"})


def fetch(call: Call) -> Response:
    """GET by the station of the store. Refusal 404, 410 for one that was lost."""
    return _served(call, call.station.store, {"Tus-Resumable": TUS})


def fetch_for_platform(call: Call) -> Response:
    """GET by the platform, of the store that it names. Refusal 404, 410."""
    response = _served(call, call.asked.store, {})
    call.centre.log("blob_read", store=call.asked.store, photo=call.path_id[:12])
    return response


def _served(call: Call, store: str, more: dict[str, str]) -> Response:
    files = _files(call, tus=False)
    known = _stored(call.centre, files, store, call.path_id) if len(call.path_id) == 64 else None
    try:
        if known is None:
            raise BlobGoneError
        _, data = files.read(store, call.path_id)
    except BlobGoneError:
        raise _unknown_or_lost(call.centre, store, call.path_id) from None
    ending, media_type = next(named for magic, named in _SERVED.items() if data.startswith(magic))
    headers = {
        "Content-Disposition": f'attachment; filename="{call.path_id}.{ending}"',
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",
    }
    return Response(data, 200, headers | more, media_type)


# ---------------------------------------------------------------- one upload


def _upload(centre: Centre, files: BlobFiles, station: Signer, upload: str) -> Any:
    query = select(blob_upload).where(blob_upload.c.store_id == station.store, blob_upload.c.id == upload)
    with centre.db.read(station.store) as connection:
        row = connection.execute(query.where(blob_upload.c.device == station.device)).one_or_none()
    if row is None:
        raise Refusal(404, "blob.unknown")
    if row.touched_ms < centre.clock() - UPLOAD_LIFE_MS:
        _end(centre, files, row)
        raise Refusal(410, "blob.upload_expired")
    return row


def _count_in(centre: Centre, files: BlobFiles, row: Any, data: bytes) -> None:
    """The chunk onto the disk, then into the row; only one of those that were sent for an offset gets there."""
    name = files.keep_part(row.store_id, row.id, row.received, data)
    now_ms = centre.clock()

    def work(connection: Connection) -> bool:
        mine = (
            blob_upload.c.store_id == row.store_id,
            blob_upload.c.id == row.id,
            blob_upload.c.received == row.received,
        )
        moved = connection.execute(
            update(blob_upload).where(*mine).values(received=row.received + len(data), touched_ms=now_ms)
        )
        if moved.rowcount != 1:
            return False
        part = {"store_id": row.store_id, "upload": row.id, "start": row.received, "size": len(data), "name": name}
        connection.execute(insert(blob_part).values(part))
        return True

    if centre.db.transact(work, row.store_id):
        return
    files.drop_part(row.store_id, row.id, name)
    query = select(blob_upload.c.received).where(blob_upload.c.store_id == row.store_id, blob_upload.c.id == row.id)
    with centre.db.read(row.store_id) as connection:
        wanted = connection.execute(query).scalar()
    if wanted is None:
        raise Refusal(404, "blob.unknown")  # finished or given up by a newer request
    raise Refusal(409, "blob.offset_differs", offset=wanted)


def _finish(centre: Centre, files: BlobFiles, row: Any) -> State:
    """All bytes are here: check the whole, keep it under its hash, and only then say so. May be done again."""
    mine = (blob_part.c.store_id == row.store_id, blob_part.c.upload == row.id)
    with centre.db.read(row.store_id) as connection:
        parts = connection.execute(select(blob_part).where(*mine).order_by(blob_part.c.start)).all()
    try:
        data = b"".join(files.read_part(row.store_id, row.id, one.start, one.name) for one in parts)
    except BlobGoneError:
        known = _stored(centre, files, row.store_id, row.sha256)
        if known is not None:
            return _state(known)  # the same request, sent twice, has just finished
        _end(centre, files, row)
        raise Refusal(410, "blob.upload_expired") from None
    if len(data) != row.size or hashlib.sha256(data).hexdigest() != row.sha256:
        known = _stored(centre, files, row.store_id, row.sha256)
        if known is not None:
            return _state(known)
        _end(centre, files, row)
        raise Refusal(422, "blob.content_wrong")
    if not _fits(row.kind, data):
        _end(centre, files, row)
        raise Refusal(415, "blob.not_a_picture")
    files.keep(row.store_id, row.sha256, row.kind, data)
    _note(centre, row.store_id, row.sha256, row.kind, row.size, row.device, upload=row.id)
    files.drop_upload(row.store_id, row.id)
    centre.log("blob_stored", store=row.store_id, kind=row.kind, size=row.size)
    return DURABLE


def _note(centre: Centre, store: str, sha256: str, kind: str, size: int, device: str, upload: str = "") -> None:
    """The row of a photo whose file is on the disk; the upload that it came by ends with it."""
    mine = (blob.c.store_id == store, blob.c.sha256 == sha256)
    values = {"kind": kind, "size": size, "state": DURABLE, "device": device, "stored_ms": centre.clock()}

    def work(connection: Connection) -> None:
        if connection.execute(update(blob).where(*mine).values(values)).rowcount == 0:
            connection.execute(insert(blob).values(values | {"store_id": store, "sha256": sha256}))
        if upload:
            _forget(connection, store, upload)

    try:
        centre.db.transact(work, store)
    except IntegrityError:
        centre.db.transact(work, store)  # another station's upload of the same photo was first: now there is a row


def _forget(connection: Connection, store: str, upload: str) -> None:
    connection.execute(delete(blob_part).where(blob_part.c.store_id == store, blob_part.c.upload == upload))
    connection.execute(delete(blob_upload).where(blob_upload.c.store_id == store, blob_upload.c.id == upload))


def _end(centre: Centre, files: BlobFiles, row: Any) -> None:
    centre.db.transact(lambda connection: _forget(connection, row.store_id, row.id), row.store_id)
    files.drop_upload(row.store_id, row.id)


# ---------------------------------------------------------------- what is stored


def _stored(centre: Centre, files: BlobFiles, store: str, sha256: str) -> Any:
    """The row of a photo whose file is there, None otherwise.

    A row without its file says `lost` from now on. A file without a row (the database was set back to an older backup,
    3.9) is taken in again, if it is what its name says.
    """
    mine = (blob.c.store_id == store, blob.c.sha256 == sha256)
    with centre.db.read(store) as connection:
        row = connection.execute(select(blob).where(*mine)).one_or_none()
    there = files.has(store, sha256)
    if row is not None and there and row.state != "lost":
        return row
    if not there:
        if row is not None and row.state != "lost":
            gone = update(blob).where(*mine).values(state="lost")
            centre.db.transact(lambda connection: connection.execute(gone).rowcount, store)
            centre.log("blob_lost", store=store, kind=row.kind)
        return None
    try:
        kind, data = files.read(store, sha256)
    except BlobGoneError:
        return None
    _note(centre, store, sha256, kind, len(data), row.device if row is not None else "")
    with centre.db.read(store) as connection:
        return connection.execute(select(blob).where(*mine)).one_or_none()


def _state(row: Any) -> State:
    return "durable" if row.state == DURABLE else "stored"


def _unknown_or_lost(centre: Centre, store: str, sha256: str) -> Refusal:
    query = select(blob.c.state).where(blob.c.store_id == store, blob.c.sha256 == sha256)
    with centre.db.read(store) as connection:
        known = connection.execute(query).scalar()
    return Refusal(404, "blob.unknown") if known is None else Refusal(410, "blob.lost")


# ---------------------------------------------------------------- what was asked


def _files(call: Call, *, tus: bool = True) -> BlobFiles:
    if tus and call.headers.get("tus-resumable") != TUS:
        raise Refusal(412, "blob.version_unknown", version=TUS)
    if call.centre.blobs is None:
        raise Refusal(503, "blob.not_kept_here")
    return BlobFiles(call.centre.blobs, call.centre.keys, call.centre.entropy)


def _demand_checksum(said: str, data: bytes) -> None:
    name, _, text = said.partition(" ")
    try:
        wanted = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        wanted = b""
    if name != "sha256" or len(wanted) != 32:
        raise Refusal(400, "blob.checksum_missing")
    if not hmac.compare_digest(hashlib.sha256(data).digest(), wanted):
        raise Refusal(460, "blob.checksum_wrong")


def _fits(kind: str, data: bytes) -> bool:
    """A scan is a PDF, everything else a picture."""
    return data.startswith(PDF_FORMAT if kind == "scan" else IMAGE_FORMATS)


def _headers(offset: int, size: int, state: str) -> dict[str, str]:
    return {
        "Tus-Resumable": TUS,
        "Upload-Offset": str(offset),
        "Upload-Length": str(size),
        "Blob-State": state,
        "Cache-Control": "no-store",
    }


def _told(status: int, made: BlobState, size: int, more: dict[str, str] | None = None) -> Response:
    headers = _headers(made.offset, size, made.state) | (more or {})
    return Response(msgspec.json.encode(made), status, headers, "application/json")
