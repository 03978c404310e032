"""Makes the three counter sounds from sines: `python -m resources.make_sounds`.

Short, and told apart by pitch and rhythm.
"""

from __future__ import annotations

import math
import struct
import wave

from resources import path

RATE = 22_050
SOUNDS: dict[str, tuple[tuple[float, float], ...]] = {
    # (hertz, seconds); 0 hertz is a rest
    "taken": ((1174.7, 0.07), (1568.0, 0.13)),
    "refused": ((311.1, 0.14), (0.0, 0.05), (233.1, 0.26)),
    "unknown": ((659.3, 0.09), (0.0, 0.06), (659.3, 0.09)),
}


def tone(hertz: float, seconds: float) -> list[int]:
    """One note with a soft start and end, so that the loudspeaker does not click."""
    count = int(RATE * seconds)
    edge = int(RATE * 0.008)
    samples = []
    for n in range(count):
        gain = min(1.0, n / edge, (count - n) / edge)
        angle = 2 * math.pi * hertz * n / RATE
        samples.append(int(32_767 * 0.45 * gain * (0.8 * math.sin(angle) + 0.2 * math.sin(2 * angle))))
    return samples


def main() -> None:
    for name, notes in SOUNDS.items():
        samples = [sample for note in notes for sample in tone(*note)]
        with wave.open(str(path(f"sounds/{name}.wav")), "wb") as out:
            out.setnchannels(1)
            out.setsampwidth(2)
            out.setframerate(RATE)
            out.writeframes(struct.pack(f"<{len(samples)}h", *samples))


if __name__ == "__main__":
    main()
