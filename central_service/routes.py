"""Every route of the service in one table: who may call it, what it asks, what it answers, who serves it.

The server, openapi.json and the isolation tests all read this table, so that they cannot drift apart.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from central_service import (
    blob_openapi,
    blobs,
    cashier,
    clerks,
    devices,
    digest,
    health,
    proof,
    pull,
    reports,
)
from central_service import messages as m
from central_service import proof_messages as pm
from central_service.arrival import core_size
from central_service.centre import Centre
from central_service.journal import take_in
from central_service.platform_routes import DEMO_ROUTES, PLATFORM_ROUTES
from central_service.refusal import Refusal
from central_service.route import JSON_BODY, Body, Call, Method, Route
from counter_app.limits import BLOB_CHUNK_MAX_BYTES, PULL_MAX_ROWS, PUSH_MAX_BYTES, PUSH_MAX_OPS

CHUNK_BODY = Body(blobs.CHUNK_TYPE, BLOB_CHUNK_MAX_BYTES, "request.not_chunk_type", blobs.CHUNK_SECONDS)


def _hello(call: Call) -> m.Hello:
    centre = call.centre
    limits = m.Limits(PUSH_MAX_OPS, PUSH_MAX_BYTES, PULL_MAX_ROWS)
    return m.Hello(centre.clock(), centre.epoch, ("v1",), 1, limits, centre.keys.public_hex)


def _push(call: Call) -> m.Pushed:
    asked: m.Push = call.asked
    centre, station = call.centre, call.station
    if asked.device_id != station.device:
        raise Refusal(403, "auth.other_device")
    if asked.epoch != centre.epoch:
        raise Refusal(409, "sync.epoch_changed", epoch=centre.epoch)
    if sum(map(core_size, asked.ops)) > PUSH_MAX_BYTES:
        raise Refusal(413, "sync.batch_too_large", max_bytes=PUSH_MAX_BYTES)
    results, charges, leaves = take_in(centre, station, asked.incarnation, asked.ops)
    centre.metrics.count("counter_push_rows_total", len(asked.ops))
    for result in results:
        centre.metrics.count("counter_operations_total", result=result.status)
    try:
        cashier.settle_now(centre, station.store, charges)
    except Exception as error:  # the operations are committed and the retry thread has the charge: answer
        centre.log("cashier_raised", error=type(error).__name__)
    receipts = proof.receipts(centre, station.store, results, leaves)
    return m.Pushed(centre.epoch, centre.clock(), results, call.durable, receipts)


def _pull(call: Call) -> m.Pulled:
    asked: m.Pull = call.asked
    if asked.schema < pull.SCHEMA_LEAST:
        raise Refusal(426, "sync.version", least=pull.SCHEMA_LEAST)
    pages = tuple(pull.page(call.centre, call.station, at, asked.max_rows) for at in asked.streams)
    if asked.unread:
        call.centre.log("rows_unread", device=call.station.device, count=asked.unread)
    count = sum(len(rows) for one in pages for rows in one.tables.values())
    call.centre.metrics.count("counter_pull_rows_total", count)
    checkpoint = proof.with_pull(call.centre, call.station, asked.tree)
    return m.Pulled(call.centre.epoch, call.centre.clock(), pages, call.durable, pull.HINTS, checkpoint)


def _nothing_new(centre: Centre, asked: m.Pull, standing: devices.Standing) -> m.Pulled | None:
    if asked.schema < pull.SCHEMA_LEAST or asked.unread or len(asked.streams) != 1:
        return None
    if asked.tree and not proof.is_known(standing.tree, asked.tree[0]):
        return None
    page = pull.empty_page(centre, standing, asked.streams[0])
    if page is None:
        return None
    return m.Pulled(centre.epoch, centre.clock(), (page,), standing.durable_streams, pull.HINTS)


def _moved(centre: Centre, asked: m.AskWait, standing: devices.Standing) -> m.Waited | None:
    moved = pull.has_moved(centre, standing, m.StreamAt(asked.stream, asked.cursor))
    return m.Waited(centre.epoch, True) if moved else None


def _wait(call: Call) -> m.Waited:
    if call.standing is None:
        raise Refusal(401, "auth.needed")
    return _moved(call.centre, call.asked, call.standing) or m.Waited(call.centre.epoch, False)


def _checkpoint(call: Call) -> pm.Witnessed:
    centre, store = call.centre, call.station.store
    found = proof.checkpoint(centre, store, call.asked)
    return pm.Witnessed(centre.epoch, centre.clock(), found, proof.witnesses(centre, store))


def _blob(method: Method, path: str, serve: Callable[[Call], Any], summary: str, asks: type | None = None) -> Route:
    body = CHUNK_BODY if method == "PATCH" else JSON_BODY
    described = blob_openapi.DESCRIBED[method]
    spoken = {"Tus-Resumable": blobs.TUS}
    return Route(
        method,
        path,
        "device",
        asks,
        blobs.BlobState,
        serve,
        summary,
        body=body,
        said_with_all=spoken,
        described=described,
    )


_ROUTES = (
    Route("GET", "/v1/hello", "anybody", None, m.Hello, _hello, "Time, epoch, versions, limits", waits=False),
    Route(
        "POST",
        "/v1/devices/register",
        "anybody",
        m.RegisterDevice,
        m.Registered,
        lambda call: devices.register(call.centre, call.asked),
        "Enrol a station with a code",
    ),
    Route(
        "POST",
        "/v1/devices/challenge",
        "anybody",
        m.AskChallenge,
        m.Challenge,
        lambda call: devices.challenge(call.centre, call.asked.device_id),
        "Bytes for a station to sign",
    ),
    Route(
        "POST",
        "/v1/devices/token",
        "anybody",
        m.AskToken,
        m.Token,
        lambda call: devices.issue_token(call.centre, call.asked),
        "A token for 15 minutes",
    ),
    Route(
        "POST",
        "/v1/clerks/login",
        "device",
        m.LogIn,
        m.LoggedIn,
        lambda call: clerks.log_in(call.centre, call.station, call.asked),
        "A clerk signs in and gets a grant",
    ),
    Route("POST", "/v1/sync/push", "device", m.Push, m.Pushed, _push, "Hand in operations"),
    Route("POST", "/v1/sync/pull", "device", m.Pull, m.Pulled, _pull, "Rows that changed", at_once=_nothing_new),
    Route(
        "GET",
        "/v1/sync/wait",
        "device",
        m.AskWait,
        m.Waited,
        _wait,
        "Answered when something is behind the cursor, or after 55 seconds",
        waits=False,
        at_once=_moved,
        held=True,
    ),
    _blob("POST", "/v1/blobs", blobs.create, "Begin to send a photo, or hear that it is here", blobs.NewBlob),
    # Before GET: starlette answers HEAD with GET's function where it comes first.
    _blob("HEAD", "/v1/blobs/{id}", blobs.look, "How far an upload is, how safe a photo is"),
    _blob("PATCH", "/v1/blobs/{id}", blobs.append, "The next chunk of an upload"),
    _blob("DELETE", "/v1/blobs/{id}", blobs.terminate, "Give an unfinished upload up"),
    _blob("GET", "/v1/blobs/{id}", blobs.fetch, "A stored photo of the station's own store"),
    Route(
        "GET",
        "/v1/sync/digest",
        "device",
        m.AskDigest,
        m.Digest,
        lambda call: digest.digest(call.centre, call.station, call.asked.stream),
        "What the rows of a stream come to",
    ),
    Route(
        "GET",
        "/v1/sync/bucket",
        "device",
        m.AskBucket,
        m.Bucket,
        lambda call: digest.bucket(call.centre, call.station, call.asked.stream, int(call.asked.bucket)),
        "Every row of one bucket of a stream",
    ),
    Route(
        "POST",
        "/v1/diag",
        "device",
        m.Report,
        m.Reported,
        lambda call: reports.take(call.centre, call.station, call.asked),
        "A station says how it is, and hears what its store should look at",
    ),
    Route(
        "POST",
        "/v1/sync/checkpoint",
        "device",
        pm.TreeAsked,
        pm.Witnessed,
        _checkpoint,
        "The newest checkpoint of the store, its proofs, and who has cosigned one",
    ),
    Route(
        "POST",
        "/v1/sync/cosign",
        "device",
        pm.Cosigned,
        m.Nothing,
        lambda call: proof.cosign(call.centre, call.station, call.asked),
        "A station signs a checkpoint that it has checked",
    ),
    Route("GET", "/healthz", "anybody", None, m.Alive, lambda call: m.Alive(True), "The process answers", waits=False),
    Route("GET", "/readyz", "anybody", None, m.Alive, lambda call: health.ready(call.centre), "It can work"),
)


def routes(*, demo: bool) -> tuple[Route, ...]:
    """The routes that are served; the card simulator's only in a demo. `/openapi.json` comes on top."""
    return (*_ROUTES, *PLATFORM_ROUTES, *(DEMO_ROUTES if demo else ()))
