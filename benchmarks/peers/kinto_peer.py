"""Run by the Python of `.peers/`, never by Counter's: `kinto_peer.py ROWS` serves Kinto, in memory, with these rows.

It prints the port, and ends when its input does.
"""

import json
import sys
import threading

import waitress
from kinto import main

SETTINGS = {
    "storage_backend": "kinto.core.storage.memory",
    "cache_backend": "kinto.core.cache.memory",
    "permission_backend": "kinto.core.permission.memory",
    "bucket_write_principals": "system.Everyone",
    "bucket_create_principals": "system.Everyone",
    "paginate_by": "5000",
    "storage_max_fetch_size": "10000",
    "userid_hmac_secret": "bench",
    "multiauth.policies": "",
}

app = main({}, **SETTINGS)
storage = app.registry.storage
permission = app.registry.permission
storage.create("bucket", "", {"id": "b"})
storage.create("collection", "/buckets/b", {"id": "c"})
permission.add_principal_to_ace("/buckets/b", "read", "system.Everyone")
with open(sys.argv[1], encoding="utf-8") as file:
    for row in json.load(file):
        storage.create("record", "/buckets/b/collections/c", dict(row))
server = waitress.create_server(app, host="127.0.0.1", port=0, threads=2)
threading.Thread(target=server.run, daemon=True).start()
print(server.effective_port, flush=True)
sys.stdin.read()
