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
    ("task_declined", "en"): (
        "What you asked {store} for was declined",
        "Hello,\n\nwhat you asked for mailbox {mailbox} was declined: {task}.\n{why}\n\n"
        "The pieces ({count} in all) stay in storage, and you can ask for something else.\n\n{store}\n",
    ),
    ("task_declined", "fr"): (
        "Votre demande à {store} a été refusée",
        "Bonjour,\n\nvotre demande pour la boîte {mailbox} a été refusée : {task}.\n{why}\n\n"
        "Les envois ({count} en tout) restent chez nous ; vous pouvez demander autre chose.\n\n{store}\n",
    ),
    ("card_declined", "en"): (
        "Your card was declined at {store}",
        "Hello,\n\nyour card was declined for mailbox {mailbox}: {task}, {amount}. Nothing is lost, and nothing is "
        "handed out or sent before it is paid.\nPlease change the payment method in your account; then we try again."
        "\n\n{store}\n",
    ),
    ("card_declined", "fr"): (
        "Votre carte a été refusée chez {store}",
        "Bonjour,\n\nvotre carte a été refusée pour la boîte {mailbox} : {task}, {amount}. Rien n’est perdu, et rien "
        "n’est remis ni expédié avant le paiement.\nChangez le moyen de paiement dans votre compte ; nous réessaierons "
        "ensuite.\n\n{store}\n",
    ),
    ("price_asked", "en"): (
        "{store} asks for your yes to a price",
        "Hello,\n\nwhat you asked for mailbox {mailbox} ({task}) costs {amount}.{agreed}\n"
        "Please answer yes or no in your account: until then nothing is charged, and nothing leaves.\n\n{store}\n",
    ),
    ("price_asked", "fr"): (
        "{store} vous demande votre accord sur un prix",
        "Bonjour,\n\nvotre demande pour la boîte {mailbox} ({task}) coûte {amount}.{agreed}\n"
        "Répondez oui ou non dans votre compte : d’ici là, rien n’est débité et rien ne part.\n\n{store}\n",
    ),
    ("storage_noted", "en"): (
        "Storage of a {mail_type} for PMB {mailbox}",
        "Hello,\n\na {mail_type} for mailbox {mailbox} ({mail_id}) lies at {store}. Its last free day is {until}; "
        "every day after it costs storage.\nPlease tell us in your account what to do with it.\n\n{store}\n",
    ),
    ("storage_noted", "fr"): (
        "Garde d’un envoi pour la boîte {mailbox}",
        "Bonjour,\n\nun envoi pour la boîte {mailbox} ({mail_id}) se trouve chez {store}. Le dernier jour gratuit est "
        "le {until} ; chaque jour suivant est facturé.\nDites-nous dans votre compte ce que nous devons en faire."
        "\n\n{store}\n",
    ),
}
TEMPLATES = tuple(sorted({name for name, _ in _TEXTS}))
_TASKS = {
    "scan": ("open and scan", "ouverture et numérisation"),
    "ship": ("shipping", "expédition"),
    "consolidate": ("consolidation", "regroupement"),
    "shred": ("shredding", "destruction"),
    "discard": ("discarding", "mise au rebut"),
    "check_deposit": ("check deposit", "dépôt de chèques"),
    "personal_delivery": ("personal delivery", "livraison personnelle"),
    "fee": ("a fee", "des frais"),
    "pickup": ("a pickup", "un ramassage"),
}
_WHY = {
    "piece_missing": ("A piece cannot be found.", "Un envoi reste introuvable."),
    "piece_wrong": ("The piece is not what it was taken for.", "L’envoi n’est pas ce que l’on croyait."),
    "not_possible": ("It cannot be done with this piece.", "Cela ne peut pas être fait avec cet envoi."),
    "not_allowed": ("The rules for mail do not allow it.", "Les règles du courrier ne le permettent pas."),
    "address_wrong": ("The address is not right.", "L’adresse n’est pas correcte."),
    "payment": ("Your card was declined again and again.", "Votre carte a été refusée à plusieurs reprises."),
    "customer_wish": ("You no longer want it.", "Vous n’en voulez plus."),
    "duplicate": ("It was asked for twice.", "Cela a été demandé deux fois."),
}
_AGREED = (" Until now you have agreed to {amount}.", " Jusqu’ici, vous avez accepté {amount}.")
_CONTROL = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]+")


def written(template: str, language: str, facts: Mapping[str, str]) -> tuple[str, str]:
    """Subject and body. Facts are one line each, whatever they hold: a line break in a name begins no header."""
    spoken = language if language in LANGUAGES else "en"
    subject, body = _TEXTS[template, spoken]
    flat = {key: _CONTROL.sub(" ", str(value))[:200].replace("_", " ") for key, value in facts.items()}
    flat |= _in_words(spoken, facts, flat)
    return subject.format(**flat), body.format(**flat)


def _in_words(language: str, facts: Mapping[str, str], flat: Mapping[str, str]) -> dict[str, str]:
    """What rows keep as codes and cents, as a customer reads it."""
    at = LANGUAGES.index(language)
    said: dict[str, str] = {}
    if "task" in facts:
        said["task"] = _TASKS.get(facts["task"], (flat["task"],) * 2)[at]
    if "why" in facts:
        # "Another reason" says nothing by itself: there is a comment then.
        parts = (_WHY.get(facts["why"], ("", ""))[at], flat.get("comment", ""))
        said["why"] = " ".join(part for part in parts if part)
    if "amount_cents" in facts:
        agreed = int(facts.get("agreed_cents") or 0)
        said["amount"] = _amount(int(facts["amount_cents"]), language)
        said["agreed"] = _AGREED[at].format(amount=_amount(agreed, language)) if agreed else ""
    return said


def _amount(cents: int, language: str) -> str:
    whole, rest = f"{cents // 100:,}", f"{cents % 100:02d}"
    return f"{whole.replace(',', chr(0x202F))},{rest}\u00a0$" if language == "fr" else f"${whole}.{rest}"
