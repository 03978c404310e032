"""What the demo says of itself."""

from PySide6.QtCore import QCoreApplication


def banner() -> str:
    return QCoreApplication.translate(
        "Demo",
        "Demo: invented customers, simulated devices, a centre inside this program. Nothing leaves this computer.",
    )


def hint() -> str:
    """Who can sign in, for the sign-in screen of the demo."""
    from counter_app.demo.platform import CLERKS, PASSWORD  # loads the way to the centre: not before the window

    return QCoreApplication.translate("Demo", "Demo: sign in as {email} with {password}").format(
        email=CLERKS[0][2], password=PASSWORD
    )
