"""Figures of one worker for Prometheus, in its text format 0.0.4.

Every worker process counts for itself, and an answer of `/metrics` is the one worker's that served it: with several
workers each gets a port of its own for this, or sums are taken over time. No store, station or customer is ever a
label: figures leave the house.
"""

from __future__ import annotations

import threading
import time
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping

BUCKETS_S = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
_COUNTERS = {
    "counter_requests_total": "Answered requests.",
    "counter_operations_total": "Operations by what became of them.",
    "counter_push_rows_total": "Operations that stations handed in.",
    "counter_pull_rows_total": "Rows that stations pulled.",
    "counter_database_busy_total": "Transactions that were begun again because the database was busy.",
    "counter_refused_total": "Requests refused before they were read.",
    "counter_faults_total": "Answers with a 5xx status that are this program's fault.",
    "counter_mails_total": "E-mails by what became of them.",
}
_GAUGES = {
    "counter_mails_queued": "E-mails that wait to be sent.",
    "counter_mails_doubtful": "E-mails of which nobody knows whether they arrived.",
    "counter_quarantined": "Operations that lie in quarantine.",
    "counter_contested": "Operations that contradict another one.",
    "counter_charges_open": "Charges whose result is not known.",
    "counter_requests_under_way": "Requests that are being served.",
    "counter_started_seconds": "When this worker started, Unix time.",
}
_SECONDS = "counter_request_seconds"
Labels = tuple[tuple[str, str], ...]


class Metrics:
    """Counts from any thread. Names are the ones above; labels are few and of a known set."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._counts: dict[tuple[str, Labels], int] = defaultdict(int)
        self._times: dict[str, list[float]] = {}
        self._started = time.time()

    def count(self, name: str, by: int = 1, **labels: str) -> None:
        """Add to a counter; KeyError for one that is not described above."""
        _COUNTERS[name]
        with self._lock:
            self._counts[name, tuple(sorted(labels.items()))] += by

    def took(self, route: str, seconds: float) -> None:
        """One request of `route` was answered in `seconds`."""
        with self._lock:
            # Counts per bucket, then the one above all, then the sum.
            times = self._times.setdefault(route, [0.0] * (len(BUCKETS_S) + 2))
            times[bisect_left(BUCKETS_S, seconds)] += 1
            times[-1] += seconds

    def text(self, gauges: Mapping[str, float]) -> str:
        """Everything, with what is measured now."""
        with self._lock:
            counts, times = dict(self._counts), {route: list(one) for route, one in self._times.items()}
        lines: list[str] = []
        for name, told in _COUNTERS.items():
            lines += [f"# HELP {name} {told}", f"# TYPE {name} counter"]
            found = sorted((labels, value) for (known, labels), value in counts.items() if known == name)
            lines += [f"{name}{_labels(labels)} {value}" for labels, value in found]
        lines += [f"# HELP {_SECONDS} Time to answer.", f"# TYPE {_SECONDS} histogram"]
        for route, one in sorted(times.items()):
            lines += _histogram(route, one)
        for name, told in _GAUGES.items():
            value = self._started if name == "counter_started_seconds" else gauges.get(name)
            if value is not None:
                lines += [f"# HELP {name} {told}", f"# TYPE {name} gauge", f"{name} {value:.15g}"]
        return "\n".join(lines) + "\n"


def _histogram(route: str, times: list[float]) -> Iterable[str]:
    total = 0
    for bound, inside in zip((*BUCKETS_S, None), times[:-1], strict=True):
        total += int(inside)
        until = "+Inf" if bound is None else f"{bound:g}"
        yield f"{_SECONDS}_bucket{_labels((('route', route), ('le', until)))} {total}"
    yield f"{_SECONDS}_sum{_labels((('route', route),))} {times[-1]:.6f}"
    yield f"{_SECONDS}_count{_labels((('route', route),))} {total}"


def _labels(labels: Labels) -> str:
    if not labels:
        return ""
    inside = ",".join(f'{key}="{_escaped(value)}"' for key, value in labels)
    return "{" + inside + "}"


def _escaped(value: str) -> str:
    return value.replace("\\", r"\\").replace("\n", r"\n").replace('"', r"\"")
