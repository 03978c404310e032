"""Tokens of the look: colours of both themes, spaces, radii, type and sizes. No Qt here.

Every text pair holds 4.5:1 and every control edge 3:1 (WCAG 2.2, 1.4.3 and 1.4.11); `PAIRS` and
`EDGES` are what the test computes.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colors:
    """One theme. `x_soft` is the ground of a pill or banner, `x` the text and the icon upon it."""

    name: str
    bg: str
    surface: str
    sunken: str
    raised: str
    line: str
    ctl: str
    text: str
    muted: str
    rail: str
    rail_text: str
    rail_on: str
    rail_hover: str
    rail_sel: str
    rail_hint: str
    rail_focus: str
    badge: str
    badge_text: str
    accent: str
    accent_hi: str
    on_accent: str
    accent_soft: str
    accent_soft_text: str
    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    info: str
    info_soft: str
    danger: str
    danger_hi: str
    on_danger: str
    toast: str
    toast_text: str
    toast_act: str
    focus: str
    paper: str
    ink: str


LIGHT = Colors(
    name="light",
    bg="#F4F6F8",
    surface="#FFFFFF",
    sunken="#EDF0F4",
    raised="#FFFFFF",
    line="#DCE1E8",
    ctl="#7F8B9A",
    text="#16202C",
    muted="#526072",
    rail="#14233A",
    rail_text="#C6D2E3",
    rail_on="#FFFFFF",
    rail_hover="#1D3153",
    rail_sel="#25406B",
    rail_hint="#A6B7D0",
    rail_focus="#9CC0FF",
    badge="#B3382C",
    badge_text="#FFFFFF",
    accent="#1D57D0",
    accent_hi="#1746AC",
    on_accent="#FFFFFF",
    accent_soft="#E6EEFE",
    accent_soft_text="#17429F",
    ok="#17653A",
    ok_soft="#DDF3E4",
    warn="#7A4A00",
    warn_soft="#FDEFC8",
    bad="#A01F17",
    bad_soft="#FCE3E0",
    info="#17429F",
    info_soft="#E6EEFE",
    danger="#B3261E",
    danger_hi="#8F1D16",
    on_danger="#FFFFFF",
    toast="#16202C",
    toast_text="#FFFFFF",
    toast_act="#9CC0FF",
    focus="#1D57D0",
    paper="#FFFFFF",
    ink="#10203A",
)
DARK = Colors(
    name="dark",
    bg="#0F141A",
    surface="#181F28",
    sunken="#121920",
    raised="#202935",
    line="#2C3744",
    ctl="#738196",
    text="#E8EDF3",
    muted="#A5B2C2",
    rail="#0A0F15",
    rail_text="#B4C1D2",
    rail_on="#FFFFFF",
    rail_hover="#141D2A",
    rail_sel="#1E3357",
    rail_hint="#93A4BD",
    rail_focus="#A3C3FF",
    badge="#B3382C",
    badge_text="#FFFFFF",
    accent="#7FABFF",
    accent_hi="#A3C3FF",
    on_accent="#0A1526",
    accent_soft="#1C2F4F",
    accent_soft_text="#B5CFFF",
    ok="#7BDCA0",
    ok_soft="#15331F",
    warn="#F5C765",
    warn_soft="#3A2C0C",
    bad="#FFA39B",
    bad_soft="#42191A",
    info="#B5CFFF",
    info_soft="#1C2F4F",
    danger="#C8372D",
    danger_hi="#B02A21",
    on_danger="#FFFFFF",
    toast="#E8EDF3",
    toast_text="#16202C",
    toast_act="#1746AC",
    focus="#A3C3FF",
    paper="#FFFFFF",
    ink="#10203A",
)


@dataclass(frozen=True, slots=True)
class Metrics:
    """Pixels: a grid of 4, three radii, six type sizes, the heights that fingers and eyes rely on."""

    s1: int = 4
    s2: int = 8
    s3: int = 12
    s4: int = 16
    s5: int = 24
    s6: int = 32
    r_s: int = 6
    r_m: int = 8
    r_l: int = 12
    t_cap: int = 12
    t_body: int = 14
    t_strong: int = 15
    t_h2: int = 18
    t_h1: int = 24
    t_big: int = 34
    t_scan: int = 20
    h_ctl: int = 40
    h_row: int = 47
    h_head: int = 40
    h_scan: int = 60
    h_chip: int = 26
    h_filter: int = 34
    h_toast: int = 48
    w_rail: int = 228


METRICS = Metrics()

PAIRS: tuple[tuple[str, str], ...] = (
    ("text", "bg"),
    ("text", "surface"),
    ("text", "sunken"),
    ("text", "accent_soft"),
    ("muted", "bg"),
    ("muted", "surface"),
    ("muted", "sunken"),
    ("muted", "accent_soft"),
    ("rail_text", "rail"),
    ("rail_on", "rail_sel"),
    ("rail_on", "rail_hover"),
    ("rail_hint", "rail"),
    ("rail_hint", "rail_sel"),
    ("badge_text", "badge"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hi"),
    ("accent", "surface"),
    ("accent", "bg"),
    ("accent_soft_text", "accent_soft"),
    ("ok", "ok_soft"),
    ("warn", "warn_soft"),
    ("bad", "bad_soft"),
    ("bad", "surface"),
    ("bad", "bg"),
    ("info", "info_soft"),
    ("on_danger", "danger"),
    ("on_danger", "danger_hi"),
    ("toast_text", "toast"),
    ("toast_act", "toast"),
    ("text", "raised"),
    ("ink", "paper"),
    ("accent", "warn_soft"),
    ("accent", "bad_soft"),
    ("accent", "ok_soft"),
    ("accent", "info_soft"),
)
"""(text, ground): at least 4.5:1."""

EDGES: tuple[tuple[str, str], ...] = (
    ("ctl", "surface"),
    ("ctl", "bg"),
    ("focus", "surface"),
    ("focus", "bg"),
    ("rail_focus", "rail"),
    ("rail_focus", "rail_sel"),
    ("accent", "accent_soft"),
    ("on_accent", "accent"),
    ("toast_act", "toast"),
    ("danger", "surface"),
    ("on_danger", "danger"),
)
"""(edge of a control or its focus ring, ground): at least 3:1."""
