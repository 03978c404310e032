"""What is written to customers: plain text, short, English and French. What rows hold goes in, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Mapping

LANGUAGES = ("en", "fr")
_TEXTS: dict[tuple[str, str], tuple[str, str]] = {
    ("arrived", "en"): (
        "Something has arrived for PMB {mailbox}",
        "Hello,\n\na {mail_type} has arrived for mailbox {mailbox} at {store} ({mail_id}).\n\n{store}\n",
    ),
    ("arrived", "fr"): (
        "Un envoi est arrivé pour la boîte {mailbox}",
        "Bonjour,\n\nun envoi est arrivé pour la boîte {mailbox} chez {store} ({mail_id}).\n\n{store}\n",
    ),
    ("pickup_ready", "en"): (
        "Your pickup is ready at {store}",
        "Hello,\n\nyour pickup for mailbox {mailbox} is ready ({count} in all). Please bring a photo ID.\n\n{store}\n",
    ),
    ("pickup_ready", "fr"): (
        "Votre retrait est prêt chez {store}",
        "Bonjour,\n\nvotre retrait pour la boîte {mailbox} est prêt ({count} en tout). Apportez une pièce d’identité "
        "avec photo.\n\n{store}\n",
    ),
    ("storage_ends", "en"): (
        "Free storage ends on {until}",
        "Hello,\n\na {mail_type} for mailbox {mailbox} ({mail_id}) is stored free of charge until {until}.\n\n"
        "{store}\n",
    ),
    ("storage_ends", "fr"): (
        "La garde gratuite prend fin le {until}",
        "Bonjour,\n\nun envoi pour la boîte {mailbox} ({mail_id}) est gardé gratuitement jusqu’au {until}.\n\n"
        "{store}\n",
    ),
    ("incident", "en"): (
        "About your {mail_type} for PMB {mailbox}",
        "Hello,\n\nsomething went wrong with a {mail_type} for mailbox {mailbox} at {store} ({mail_id}).\n"
        "{text}\n\nWe are sorry. Please answer this e-mail if you have a question.\n\n{store}\n",
    ),
    ("incident", "fr"): (
        "Au sujet de votre envoi pour la boîte {mailbox}",
        "Bonjour,\n\nun incident est survenu avec un envoi pour la boîte {mailbox} chez {store} ({mail_id}).\n"
        "{text}\n\nNous en sommes désolés. Répondez à cet e-mail si vous avez une question.\n\n{store}\n",
    ),
    ("scan_ready", "en"): (
        "Your scan for PMB {mailbox} is ready",
        "Hello,\n\nthe scan that you asked for is in your account: {pages} page(s), mailbox {mailbox}.\n"
        "The paper stays with us: tell us what to do with it.\n\n{store}\n",
    ),
    ("scan_ready", "fr"): (
        "Votre numérisation pour la boîte {mailbox} est prête",
        "Bonjour,\n\nla numérisation demandée se trouve dans votre compte : {pages} page(s), boîte {mailbox}.\n"
        "Le papier reste chez nous : dites-nous ce que nous devons en faire.\n\n{store}\n",
    ),
}
TEMPLATES = tuple(sorted({name for name, _ in _TEXTS}))
_CONTROL = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]+")


def written(template: str, language: str, facts: Mapping[str, str]) -> tuple[str, str]:
    """Subject and body. Facts are one line each, whatever they hold: a line break in a name begins no header."""
    subject, body = _TEXTS[template, language if language in LANGUAGES else "en"]
    flat = {key: _CONTROL.sub(" ", str(value))[:200].replace("_", " ") for key, value in facts.items()}
    return subject.format(**flat), body.format(**flat)
