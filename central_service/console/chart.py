"""Operations per minute as a picture, drawn by the server: no script, no style, the figures beside it as text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from central_service.console.markup import Markup, el
from central_service.console.parts import number

WIDTH, HEIGHT = 960, 200
LEFT, RIGHT, TOP, BOTTOM = 44, 8, 12, 24
MINUTE_MS = 60_000


def throughput(minutes: Sequence[int], end_ms: int) -> Markup:
    """Bars of five minutes each, scaled to operations per minute. `minutes` are the last ones before `end_ms`."""
    step = 5
    groups = [minutes[start : start + step] for start in range(0, len(minutes), step)]
    rates = [sum(one) / max(1, len(one)) for one in groups]
    top = _top(max(rates, default=0))
    wide, high = WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM
    each = wide / max(1, len(groups))
    first_ms = end_ms // MINUTE_MS * MINUTE_MS - len(minutes) * MINUTE_MS
    lines = []
    for part in (0, 0.5, 1):
        y = TOP + high * (1 - part)
        lines.append(el("line", x1=LEFT, x2=WIDTH - RIGHT, y1=_n(y), y2=_n(y), class_="axis" if not part else "grid"))
        lines.append(el("text", _figure(top * part), x=LEFT - 8, y=_n(y + 4), text_anchor="end"))
    bars = []
    for index, rate in enumerate(rates):
        at = datetime.fromtimestamp((first_ms + index * step * MINUTE_MS) / 1000, UTC)
        tall = max(1.5, high * rate / top) if rate else 0
        title = el("title", f"{at:%H:%M} UTC: {number(sum(groups[index]))} operations, {_figure(rate)} a minute")
        x, wide_bar = _n(LEFT + index * each + each * 0.15), _n(each * 0.7)
        ground = el("rect", title, x=x, y=TOP, width=wide_bar, height=high, class_="ground")
        bar = el("rect", x=x, y=_n(TOP + high - tall), width=wide_bar, height=_n(tall), rx="1.5", class_="bar")
        bars.append(el("g", bar, ground))
        if at.minute % 60 == 0 or at.minute > 60 - step:
            middle = _n(LEFT + (index + 0.5) * each)
            hour = f"{at + timedelta(minutes=step - 1):%H}:00"
            lines.append(el("text", hour, x=middle, y=HEIGHT - 6, text_anchor="middle"))
    total = sum(minutes)
    said = (
        f"{number(total)} operations in {len(minutes) // 60} hours, at most {_figure(max(rates, default=0))} a minute"
    )
    return el("svg", *lines, *bars, viewBox=f"0 0 {WIDTH} {HEIGHT}", class_="chart", role="img", aria_label=said)


def _top(most: float) -> float:
    """The next of 1, 2, 5, 10, 20, 50... at or above `most`."""
    size = 1.0
    while True:
        for one in (1, 2, 5):
            if one * size >= most:
                return one * size
        size *= 10


def _figure(value: float) -> str:
    return number(round(value)) if value >= 10 or value == int(value) else f"{value:.1f}"


def _n(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".")
