"""What `/openapi.json` promises is kept: requests made from it by schemathesis, right ones and wrong ones, as whoever.

Each is sent as nobody, as a station and as the platform: never a server error, never a status, type or body that the
document does not name. The long form (COUNTER_LONG=1) makes some hundreds of each instead of a dozen.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from central_service.openapi import openapi
from central_service.routes import routes
from central_service.server import EmbeddedCentre
from tests.central.conftest import Shop
from tests.central.station import PLATFORM_TOKEN, Station

schemathesis = pytest.importorskip("schemathesis", reason="no schemathesis here: type  pip install schemathesis")
GenerationMode = schemathesis.GenerationMode


@schemathesis.serializer("application/offset+octet-stream")
def chunk(_context: Any, value: Any) -> Any:
    """A part of a photo is bytes as they are."""
    return value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogatepass")


EACH = {"sqlite": 300, "postgresql": 100} if os.environ.get("COUNTER_LONG") == "1" else {"sqlite": 8, "postgresql": 3}
"""Requests of each kind to each route, as each caller."""
DOCUMENT = schemathesis.openapi.from_dict(openapi(routes(demo=True)))
OPERATIONS = {found.ok().label: found.ok() for found in DOCUMENT.get_all_operations()}
TRIED = [
    (label, mode)
    for label, operation in sorted(OPERATIONS.items())
    for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)
    # What asks for nothing cannot be asked wrongly.
    if mode is GenerationMode.POSITIVE or operation.body or operation.query or operation.path_parameters
]
CHECKS = [
    schemathesis.checks.not_a_server_error,
    *(
        getattr(schemathesis.specs.openapi.checks, name)
        for name in ("status_code_conformance", "content_type_conformance", "response_schema_conformance")
    ),
]
QUIET = settings(deadline=None, database=None, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module")
def shop(running: EmbeddedCentre) -> Iterator[Shop]:
    with ExitStack() as stack:
        yield Shop(running, stack)


@pytest.fixture(scope="module")
def station(shop: Shop) -> Station:
    """One for all tests; each asks for a token anew."""
    return shop.station()


def _as(case: Any, url: str, token: str) -> None:
    headers = {"Authorization": f"Bearer {token}"} if token else {"Authorization": ""}
    response = case.call(base_url=url, headers=headers, timeout=20)
    case.validate_response(response, checks=CHECKS)


@pytest.mark.parametrize(("label", "mode"), TRIED, ids=lambda one: getattr(one, "value", one))
def test_every_answer_is_one_that_the_document_names(label: str, mode: Any, shop: Shop, station: Station) -> None:
    operation = OPERATIONS[label]
    station.log_on()

    @settings(QUIET, max_examples=EACH["sqlite" if "sqlite" in shop.centre._url else "postgresql"])
    @given(case=operation.as_strategy(generation_mode=mode))
    def ask(case: Any) -> None:
        for token in ("", station.token, PLATFORM_TOKEN):
            _as(case, shop.url, token)

    ask()


def test_the_document_that_is_served_is_the_one_that_was_tried(shop: Shop) -> None:
    served = shop.platform.session.get(f"{shop.url}/openapi.json", timeout=20).json()
    assert served == openapi(routes(demo=True))
