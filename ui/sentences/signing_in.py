"""What a clerk reads of who works here: signing in, PIN, lock."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

SIGNING_IN: dict[str, Any] = {
    "sign_in.needed": QT_TRANSLATE_NOOP("Sentences", "Sign in first."),
    "sign_in.wrong": QT_TRANSLATE_NOOP("Sentences", "That is not right. {left} tries left."),
    "sign_in.locked": QT_TRANSLATE_NOOP(
        "Sentences", "Too many wrong tries. Sign in while the computer is online, or ask a manager."
    ),
    "sign_in.unknown_here": QT_TRANSLATE_NOOP(
        "Sentences", "Nobody with this e-mail has signed in here yet. The first time needs the internet."
    ),
    "sign_in.grant_expired": QT_TRANSLATE_NOOP(
        "Sentences", "Your permission to work offline has run out. Sign in while the computer is online."
    ),
    "sign_in.pin_off": QT_TRANSLATE_NOOP("Sentences", "The PIN cannot be used now. Sign in with your password."),
    "sign_in.pin_too_simple": QT_TRANSLATE_NOOP("Sentences", "Choose six digits with at least three different ones."),
    "clerk.too_many_tries": QT_TRANSLATE_NOOP("Sentences", "Too many wrong tries. Wait a few minutes and try again."),
    "sign_in.not_employed": QT_TRANSLATE_NOOP(
        "Sentences", "This account has been closed or changed at the centre. Ask your manager."
    ),
    "clerk.wrong_password": QT_TRANSLATE_NOOP("Sentences", "E-mail or password is wrong. Try again."),
}
