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
    ("notice_return", "en"): (
        "Mail has come for you at {store}",
        "Hello,\n\nmail for you has come to {store}. Mailbox {mailbox} is not approved yet, so it goes back "
        "to its sender ({mail_id}). Please complete your Form 1583; from then on your mail is kept for you."
        "\n\n{store}\n",
    ),
    ("notice_return", "fr"): (
        "Du courrier est arrivé pour vous chez {store}",
        "Bonjour,\n\ndu courrier est arrivé pour vous chez {store}. La boîte {mailbox} n’est pas encore approuvée : "
        "il est renvoyé à l’expéditeur ({mail_id}). Complétez votre formulaire 1583 ; ensuite, votre courrier "
        "est gardé pour vous.\n\n{store}\n",
    ),
    ("notice_hold", "en"): (
        "Mail has come for mailbox {mailbox}, which is on hold",
        "Hello,\n\nmail has come for mailbox {mailbox} at {store} ({mail_id}). Your mailbox is on hold, so the piece "
        "is kept apart until you tell us what to do with it.\n\n{store}\n",
    ),
    ("notice_hold", "fr"): (
        "Du courrier est arrivé pour la boîte {mailbox}, qui est suspendue",
        "Bonjour,\n\ndu courrier est arrivé pour la boîte {mailbox} chez {store} ({mail_id}). Votre boîte est "
        "suspendue : l’envoi est gardé à part jusqu’à vos instructions.\n\n{store}\n",
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
    ("pickup_declined", "en"): (
        "Your pickup at {store} was declined",
        "Hello,\n\nyour pickup for mailbox {mailbox} was declined: {reason}. What was kept for it ({count} in all) "
        "stays in storage, and you can ask for it again.\n\n{store}\n",
    ),
    ("pickup_declined", "fr"): (
        "Votre retrait chez {store} a été refusé",
        "Bonjour,\n\nvotre retrait pour la boîte {mailbox} a été refusé : {reason}. Ce qui était gardé pour ce retrait "
        "({count} en tout) reste chez nous ; vous pouvez le demander de nouveau.\n\n{store}\n",
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
}
TEMPLATES = tuple(sorted({name for name, _ in _TEXTS}))
_CONTROL = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]+")


def written(template: str, language: str, facts: Mapping[str, str]) -> tuple[str, str]:
    """Subject and body. Facts are one line each, whatever they hold: a line break in a name begins no header."""
    subject, body = _TEXTS[template, language if language in LANGUAGES else "en"]
    flat = {key: _CONTROL.sub(" ", str(value))[:200].replace("_", " ") for key, value in facts.items()}
    return subject.format(**flat), body.format(**flat)
