"""A street of stores for the tests of a file, and somebody who reads the pages without a browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import pytest
import requests

from tests.console.street import OPERATOR, PASSWORD, Street


class Reader:
    """Opens pages and sends forms as a browser would, with cookies and the form's own token."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.session = requests.Session()
        self.session.trust_env = False

    def get(self, path: str, **more: Any) -> requests.Response:
        return self.session.get(self.url + path, timeout=20, allow_redirects=False, **more)

    def token(self, path: str) -> str:
        return form_token(self.get(path).text)

    def post(self, path: str, seen_on: str = "", **fields: Any) -> requests.Response:
        """Send a form; `seen_on` is the page it stands on."""
        data = {**({"form_token": self.token(seen_on)} if seen_on else {}), **fields}
        return self.session.post(self.url + path, data=data, timeout=20, allow_redirects=False)

    def sign_in(self, email: str = OPERATOR, password: str = PASSWORD) -> requests.Response:
        return self.post("/console/login", "/console/login", email=email, password=password)

    def close(self) -> None:
        self.session.close()


def form_token(page: str) -> str:
    found = re.search(r'name="form_token" value="([^"]+)"', page)
    assert found, page[:500]
    return unescape(found[1])


@pytest.fixture(scope="module")
def street(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Street]:
    made = Street(tmp_path_factory.mktemp("street"))
    yield made
    made.close()


@pytest.fixture
def visitor(street: Street) -> Iterator[Reader]:
    """Nobody in particular."""
    made = Reader(street.url)
    yield made
    made.close()


@pytest.fixture
def operator(visitor: Reader) -> Reader:
    """Signed in."""
    assert visitor.sign_in().headers["Location"] == "/console"
    return visitor
