"""Photos at the centre over real HTTP: tus by the letter, whole or not at all, and never another store's."""

from __future__ import annotations

import errno
import os
import socket
import threading
from pathlib import Path
from typing import Any

import pytest
import requests
from sqlalchemy import delete, update

from central_service import blob_files, blobs
from central_service.blob_tables import blob, blob_upload
from central_service.centre import blob_folder
from counter_app.limits import BLOB_CHUNK_MAX_BYTES, BLOB_MAX_BYTES
from tests.central.tus import Sender, checksum, name_of, picture


@pytest.fixture
def sender(shop: Any) -> Sender:
    return Sender(shop.station())


def said(response: requests.Response) -> tuple[int, str]:
    return response.status_code, response.json()["code"]


def files(shop: Any) -> list[Path]:
    return [path for path in shop.centre.more["blobs"].rglob("*") if path.is_file()]


def write(shop: Any, statement: Any) -> None:
    with shop.beneath() as connection:
        connection.execute(statement)


def test_p12_what_was_sent_in_chunks_comes_back_byte_for_byte(sender: Sender) -> None:
    data = picture(5_001)
    made = sender.create(data)
    assert made.status_code == 201
    assert made.headers["Location"] == f"/v1/blobs/{made.json()['id']}"
    assert made.json() == {"id": made.json()["id"], "offset": 0, "state": "sending"}
    upload = made.json()["id"]
    first = sender.patch(upload, 0, data[:2_000])
    assert (first.status_code, first.headers["Upload-Offset"], first.headers["Blob-State"]) == (204, "2000", "sending")
    looked = sender.head(upload)
    assert (looked.status_code, looked.headers["Upload-Offset"], looked.headers["Upload-Length"]) == (
        200,
        "2000",
        "5001",
    )
    assert sender.get(name_of(data)).status_code == 404, "what is not whole is not there"
    last = sender.patch(upload, 2_000, data[2_000:])
    assert (last.headers["Upload-Offset"], last.headers["Blob-State"]) == ("5001", "durable")
    known = sender.head(name_of(data))
    assert (known.headers["Upload-Offset"], known.headers["Blob-State"]) == ("5001", "durable")
    got = sender.get(name_of(data))
    assert (got.content, got.headers["Content-Type"]) == (data, "image/jpeg")
    again = sender.create(data)
    assert (again.status_code, again.json()["state"]) == (200, "durable")


def test_3_4_what_lies_on_the_disk_is_encrypted_and_named_by_hashes_only(shop: Any, sender: Sender) -> None:
    data = picture()
    sender.send(data)
    half = sender.create(other := picture()).json()["id"]
    sender.patch(half, 0, other[:2_000])
    mine = [path for path in files(shop) if path.name == name_of(data) or half in path.parts]
    assert len(mine) == 2
    for path in files(shop):
        assert path.stat().st_mode & 0o077 == 0
        inside = path.relative_to(shop.centre.more["blobs"]).parts
        assert all(set(part) <= set("0123456789abcdef") or part == "uploads" for part in inside)
        assert path.read_bytes()[:6] == b"CNTRC1"
        assert data[100:140] not in path.read_bytes()
        assert other[100:140] not in path.read_bytes()


def test_p12_a_file_that_was_changed_or_moved_to_another_name_is_not_served(shop: Any, sender: Sender) -> None:
    one, two = picture(), picture()
    sender.send(one)
    sender.send(two)
    place = {path.name: path for path in files(shop)}
    place[name_of(one)].write_bytes(place[name_of(two)].read_bytes())
    assert said(sender.get(name_of(one)))[0] in (404, 410)
    assert sender.get(name_of(two)).content == two


def test_p12_two_stations_send_one_photo_at_once_and_both_end_well(shop: Any) -> None:
    one, two, data = Sender(shop.station()), Sender(shop.station()), picture()
    first, second = (each.create(data).json()["id"] for each in (one, two))
    assert first != second
    one.patch(first, 0, data[:2_000])
    two.patch(second, 0, data[:3_000])
    assert one.patch(first, 2_000, data[2_000:]).headers["Blob-State"] == "durable"
    assert two.patch(second, 3_000, data[3_000:]).headers["Blob-State"] == "durable"
    assert one.get(name_of(data)).content == data
    assert not [path for path in files(shop) if first in path.parts or second in path.parts]


def test_p12_a_station_that_lost_the_answer_goes_on_with_its_own_upload(sender: Sender) -> None:
    data = picture()
    first = sender.create(data).json()["id"]
    sender.patch(first, 0, data[:1_000])
    again = sender.create(data)
    assert (again.status_code, again.json()) == (201, {"id": first, "offset": 1_000, "state": "sending"})


def test_p12_a_damaged_chunk_counts_nothing(sender: Sender) -> None:
    data = picture()
    upload = sender.create(data).json()["id"]
    wrong = sender.patch(upload, 0, data[:1_000], Upload_Checksum=checksum(b"other bytes"))
    assert said(wrong) == (460, "blob.checksum_wrong")
    for bad in ("", "md5 AAAA", "sha256 !!!", "sha256 AAAA"):
        assert said(sender.patch(upload, 0, data[:9], Upload_Checksum=bad)) == (400, "blob.checksum_missing")
    assert sender.head(upload).headers["Upload-Offset"] == "0"


def test_p12_a_chunk_counts_only_at_the_offset_that_is_wanted(sender: Sender) -> None:
    data = picture()
    upload = sender.create(data).json()["id"]
    sender.patch(upload, 0, data[:1_000])
    for offset in (0, 999, 1_001, 10**14):
        refused = sender.patch(upload, offset, data[:500])
        assert said(refused) == (409, "blob.offset_differs")
        assert refused.json()["args"] == {"offset": 1_000}
    for offset in ("", "-1", "1e3", "٣", "9" * 30):
        spoken = {"Upload_Offset": offset.encode().decode("latin-1")}
        assert said(sender.patch(upload, 0, b"x", **spoken)) == (400, "blob.offset_missing")
    assert sender.patch(upload, 1_000, data[1_000:]).headers["Blob-State"] == "durable"


def test_p12_another_length_or_content_than_was_said_is_never_stored(shop: Any, sender: Sender) -> None:
    data = picture()
    upload = sender.create(data).json()["id"]
    assert said(sender.patch(upload, 0, data + b"more")) == (413, "blob.longer_than_said")
    assert said(sender.ask("POST", "/v1/blobs", b"{}", Content_Type="text/plain")) == (415, "request.not_json_type")
    body = f'{{"sha256":"{name_of(data)}","size":5000,"kind":"piece"}}'.encode()
    differs = sender.ask("POST", "/v1/blobs", body, Content_Type="application/json", Upload_Length="5001")
    assert said(differs) == (400, "blob.length_differs")
    lie = sender.create(picture(), sha256="ab" * 32).json()["id"]
    assert said(sender.patch(lie, 0, picture())) == (422, "blob.content_wrong")
    assert sender.head(lie).status_code == 404, "and it begins anew"
    assert sender.head("ab" * 32).status_code == 404
    assert not [path for path in files(shop) if lie in path.parts or path.name == "ab" * 32]


@pytest.mark.parametrize("data", [b"<html><script>" + b"x" * 4_000, b"\xff\xd8", b"GIF89a" + b"x" * 100, b"x"])
def test_t10_only_jpeg_and_png_are_taken(shop: Any, sender: Sender, data: bytes) -> None:
    upload = sender.create(data).json()["id"]
    assert said(sender.patch(upload, 0, data)) == (415, "blob.not_a_picture")
    assert sender.head(upload).status_code == 404
    assert sender.head(name_of(data)).status_code == 404


def test_t10_a_first_chunk_of_a_few_bytes_hides_nothing(sender: Sender) -> None:
    data = b"<html>" + b"x" * 100
    upload = sender.create(data).json()["id"]
    assert sender.patch(upload, 0, data[:2]).status_code == 204
    assert said(sender.patch(upload, 2, data[2:])) == (415, "blob.not_a_picture")


def test_8_1_an_upload_of_somebody_else_is_nowhere(shop: Any, sender: Sender) -> None:
    data = picture()
    upload = sender.create(data).json()["id"]
    sender.send(whole := picture())
    shop.platform.store(shop.store + "b")
    beside, foreign = Sender(shop.station()), Sender(shop.station(shop.store + "b"))
    for other in (beside, foreign):
        unknown = other.patch("0" * 32, 0, data)
        got = other.patch(upload, 0, data)
        assert (got.status_code, got.content) == (unknown.status_code, unknown.content) == (404, got.content)
        assert other.head(upload).status_code == 404
        assert other.ask("DELETE", f"/v1/blobs/{upload}").status_code == 404
    assert beside.get(name_of(whole)).content == whole, "a photo is the store's"
    never = foreign.get("0" * 64)
    assert (foreign.get(name_of(whole)).content, foreign.head(name_of(whole)).status_code) == (never.content, 404)
    assert foreign.create(whole).status_code == 201, "and that another store has it is not told"
    assert sender.head(upload).headers["Upload-Offset"] == "0"


def test_8_1_a_chunk_of_ten_megabytes_is_refused_and_hears_it(sender: Sender) -> None:
    data = picture(20_000_000)
    upload = sender.create(data).json()["id"]
    refused = sender.patch(upload, 0, data[:10_000_000])
    assert said(refused) == (413, "request.too_large")
    assert refused.json()["args"] == {"max_bytes": BLOB_CHUNK_MAX_BYTES}
    wrong_type = sender.patch(upload, 0, data[:9], Content_Type="application/json")
    assert said(wrong_type) == (415, "request.not_chunk_type")
    assert said(sender.create(b"", size=BLOB_MAX_BYTES + 1)) == (413, "blob.too_large")
    assert said(sender.create(b"", size=0)) == (400, "request.field_wrong")


def test_t7_a_name_that_is_no_hash_is_nowhere(sender: Sender) -> None:
    for name in ("x" * 64, "A" * 64, "x" * 32, "a:b", "a..b"):
        assert said(sender.get(name)) == (404, "blob.unknown"), name
        assert sender.head(name).status_code == 404
        assert sender.patch(name, 0, b"x").status_code == 404


def test_another_version_of_tus_is_told_which_one_is_spoken(shop: Any) -> None:
    station = shop.station()
    response = requests.delete(
        f"{shop.url}/v1/blobs/{'0' * 32}", headers={"Authorization": f"Bearer {station.token}"}, timeout=10
    )
    assert (response.status_code, response.json()) == (
        412,
        {"code": "blob.version_unknown", "args": {"version": "1.0.0"}},
    )


def test_8_1_a_station_has_only_so_many_unfinished_uploads(shop: Any, sender: Sender) -> None:
    begun = [sender.create(picture()).json()["id"] for _ in range(blobs.UPLOADS_MOST)]
    refused = sender.create(picture())
    assert said(refused) == (429, "blob.too_many_uploads")
    assert int(refused.headers["Retry-After"]) > 0
    assert Sender(shop.station()).create(picture()).status_code == 201, "that is the station's own limit"
    assert sender.ask("DELETE", f"/v1/blobs/{begun[0]}").status_code == 204
    assert sender.head(begun[0]).status_code == 404
    assert sender.create(picture()).status_code == 201


def test_an_upload_that_nobody_goes_on_with_ends_after_a_day(shop: Any, sender: Sender) -> None:
    late, data = sender.create(other := picture()).json()["id"], picture()
    sender.patch(late, 0, other[:1_000])
    upload = sender.create(data).json()["id"]
    sender.patch(upload, 0, data[:1_000])
    write(shop, update(blob_upload).values(touched_ms=1))
    assert said(sender.patch(upload, 1_000, data[1_000:])) == (410, "blob.upload_expired")
    assert sender.head(upload).status_code == 404
    sender.send(data)
    assert not [path for path in files(shop) if late in path.parts], "one that never came back is swept by the next"


def test_p12_a_request_that_hangs_does_not_hold_the_upload(shop: Any, sender: Sender) -> None:
    data = picture()
    upload = sender.create(data).json()["id"]
    host, port = shop.url.removeprefix("http://").split(":")
    head = (
        f"PATCH /v1/blobs/{upload} HTTP/1.1\r\nHost: {host}:{port}\r\nAuthorization: Bearer {sender.station.token}\r\n"
        "Tus-Resumable: 1.0.0\r\nContent-Type: application/offset+octet-stream\r\nUpload-Offset: 0\r\n"
        f"Upload-Checksum: {checksum(data[:2_000])}\r\nContent-Length: 2000\r\n\r\n"
    )
    with socket.create_connection((host, int(port)), timeout=10) as old:
        old.sendall(head.encode() + data[:1_999])
        assert sender.head(upload).headers["Upload-Offset"] == "0"
        assert sender.patch(upload, 0, data[:3_000]).status_code == 204, "the newer request goes first"
        old.sendall(data[1_999:2_000])
        assert old.recv(4_096).startswith(b"HTTP/1.1 409")
    assert sender.patch(upload, 3_000, data[3_000:]).headers["Blob-State"] == "durable"
    assert sender.get(name_of(data)).content == data


def test_p12_many_requests_for_one_offset_and_one_is_taken(shop: Any, sender: Sender) -> None:
    data = picture()
    upload = sender.create(data).json()["id"]
    found: list[int] = []
    threads = [
        threading.Thread(target=lambda: found.append(sender.patch(upload, 0, data[:4_000]).status_code))
        for _ in range(6)
    ]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert sorted(found) == [204, *[409] * 5]
    assert sender.patch(upload, 4_000, data[4_000:]).headers["Blob-State"] == "durable"
    assert sender.get(name_of(data)).content == data


def test_p12_a_crash_between_the_last_chunk_and_its_answer_is_made_good_by_asking(
    sender: Sender, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = picture()
    upload = sender.create(data).json()["id"]
    with monkeypatch.context() as broken:
        broken.setattr(blob_files.BlobFiles, "keep", lambda *_: 1 / 0)
        assert said(sender.patch(upload, 0, data)) == (500, "server.fault")
        assert sender.head(name_of(data)).status_code == 404, "not said to be stored before it is"
    assert sender.head(upload).headers["Blob-State"] == "durable"
    assert sender.get(name_of(data)).content == data


def test_p12_a_crash_between_the_file_and_its_row_is_made_good_too(
    shop: Any, sender: Sender, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = picture()
    upload = sender.create(data).json()["id"]
    with monkeypatch.context() as broken:
        broken.setattr(blobs, "_note", lambda *_, **__: 1 / 0)
        assert sender.patch(upload, 0, data).status_code == 500
    assert sender.head(upload).headers["Blob-State"] == "durable"
    assert sender.create(data).status_code == 200
    assert not [path for path in files(shop) if upload in path.parts]


def test_p12_chunks_that_the_disk_lost_begin_anew(shop: Any, sender: Sender) -> None:
    data = picture()
    upload = sender.create(data).json()["id"]
    sender.patch(upload, 0, data[:2_000])
    for path in [path for path in files(shop) if upload in path.parts]:
        path.unlink()
    assert said(sender.patch(upload, 2_000, data[2_000:])) == (410, "blob.upload_expired")
    sender.send(data)
    assert sender.get(name_of(data)).content == data


def test_a_full_disk_of_the_centre_is_told_and_keeps_what_was_there(
    shop: Any, sender: Sender, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = picture()
    upload = sender.create(data).json()["id"]
    sender.patch(upload, 0, data[:2_000])

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "no space left on device")

    before = files(shop)
    with monkeypatch.context() as broken:
        broken.setattr(blob_files.os, "fsync", full)
        assert said(sender.patch(upload, 2_000, data[2_000:])) == (507, "blob.no_room")
    assert files(shop) == before, "no half file stays"
    assert sender.patch(upload, 2_000, data[2_000:]).headers["Blob-State"] == "durable"


def test_3_9_a_database_that_was_set_back_finds_its_photos_again(shop: Any, sender: Sender) -> None:
    data = picture()
    sender.send(data)
    write(shop, delete(blob).where(blob.c.sha256 == name_of(data)))
    assert sender.head(name_of(data)).headers["Blob-State"] == "durable"
    assert sender.get(name_of(data)).content == data


def test_3_11_a_photo_that_the_centre_lost_is_410_until_somebody_sends_it_again(shop: Any, sender: Sender) -> None:
    data = picture()
    sender.send(data)
    (place,) = [path for path in files(shop) if path.name == name_of(data)]
    place.unlink()
    assert sender.head(name_of(data)).status_code == 410
    assert said(sender.get(name_of(data))) == (410, "blob.lost")
    sender.send(data)
    assert sender.head(name_of(data)).headers["Blob-State"] == "durable"


def test_a_stored_photo_is_not_a_stations_to_remove(sender: Sender) -> None:
    data = picture()
    sender.send(data)
    assert sender.ask("DELETE", f"/v1/blobs/{name_of(data)}").status_code == 404
    assert sender.get(name_of(data)).content == data


def test_the_platform_gets_a_photo_as_a_file_to_save_and_never_as_a_page(shop: Any, sender: Sender) -> None:
    data = b"\x89PNG\r\n\x1a\n" + os.urandom(3_000)
    sender.send(data)
    path, headers = f"/v1/platform/blobs/{name_of(data)}", {"Authorization": f"Bearer {shop.platform.token}"}
    got = requests.get(shop.url + path, params={"store": shop.store}, headers=headers, timeout=10)
    assert (got.status_code, got.content, got.headers["Content-Type"]) == (200, data, "image/png")
    assert got.headers["Content-Disposition"] == f'attachment; filename="{name_of(data)}.png"'
    assert got.headers["X-Content-Type-Options"] == "nosniff"
    assert got.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert got.headers["Cache-Control"] == "no-store"
    shop.platform.store(shop.store + "c")
    for store in (shop.store + "c", "nowhere"):
        assert requests.get(shop.url + path, params={"store": store}, headers=headers, timeout=10).status_code == 404
    for name in ("0" * 64, "0" * 32, "..", "a:b"):
        path = f"/v1/platform/blobs/{name}"
        answer = requests.get(shop.url + path, params={"store": shop.store}, headers=headers, timeout=10)
        assert answer.status_code in (400, 404)


def test_a_centre_on_a_database_server_keeps_photos_only_where_it_is_told() -> None:
    assert blob_folder("postgresql+psycopg://host/counter") is None
    assert blob_folder("sqlite://") is None
    assert blob_folder("sqlite:////srv/central.db") == Path("/srv/central.db.blobs")
