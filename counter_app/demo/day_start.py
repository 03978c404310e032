"""The morning: the store is founded, the clerk signs in, the register is there, and every room has its picture."""

from __future__ import annotations

from counter_app.demo.day_counters import four_more
from counter_app.demo.platform import CLERKS
from counter_app.demo.world import World
from counter_app.errors import CounterError
from counter_app.paths import Home
from counter_app.station import Station
from counter_app.store.keys import KeySource
from ui.widgets import unnamed_controls


def founding(world: World) -> None:
    """the centre holds the store's history"""
    shop, report = world.shop, world.report
    names = sum(len(one.names) for one in shop.customers)
    report.check("400 mailboxes are founded at the centre", len(shop.customers) == 400, len(shop.customers))
    report.check("600 names stand on their forms", names == 600, names)
    pieces = len(shop.platform.get("items", store="northgate"))
    report.check("3,000 pieces of history are at the centre", pieces == 3_000, pieces)
    report.check("the store was founded within two minutes", shop.founded_in_s < 120, f"{shop.founded_in_s:.1f} s")


def signing_in(world: World) -> None:
    """signing in at the sign-in screen"""
    hand, report = world.hand, world.report
    report.check("the sign-in screen shows", hand.sees("Sign in"))
    hand.picture("sign-in")
    email = CLERKS[0][2]
    world.sign_in(email, "not-this-one")
    report.check("a wrong password is refused in words", hand.reads("clerk.wrong_password"))
    hand.picture("sign-in-refused")
    report.check("nobody is signed in after a wrong password", world.doing.clerk is None)
    world.sign_in(email)
    hand.wait(lambda: world.doing.clerk, "the clerk to be signed in")
    report.check("the clerk signs in with the right password", world.doing.clerk is not None)


def register(world: World) -> None:
    """the register is pulled from the centre"""
    hand, report = world.hand, world.report
    hand.wait(lambda: world.count("SELECT count(*) FROM item") == 3_000, "the pieces to be pulled", 60)
    accounts = world.count("SELECT count(*) FROM account")
    report.check("the station has pulled all pieces", True, world.count("SELECT count(*) FROM item"))
    report.check("the station has pulled all mailboxes", accounts == 400, accounts)
    raw = b"".join(path.read_bytes() for path in (world.folder / "homes" / "counter-1").glob("store.db*"))
    plain = [one.holder for one in world.shop.customers[:50] if one.holder.encode() in raw]
    report.check("no customer's name can be read in the store's file", not plain, f"{len(raw)} bytes")
    report.check("the status bar says that the centre is there", hand.sees("Connection: online"))
    statuses = world.station.device_statuses
    hand.wait(lambda: all(one.state == "ready" for one in statuses()), "every device to be ready")
    report.check("every device and printer is ready", True, len(statuses()))


def rooms(world: World) -> None:
    """every room has its picture"""
    hand, report = world.hand, world.report
    for key in world.hand.window.pages:
        if key in ("answer", "story"):
            continue  # they show what somebody asked for, later in the day
        hand.go(key)
        hand.wait(lambda: not world.doing.at_work, "the desk to be idle")
        hand.sees("Connection: online", 5)
        hand.picture(f"room-{key}")
    nameless = unnamed_controls(hand.window)
    figure = ", ".join(type(one).__name__ + one.objectName() for one in nameless) or "all"
    report.check("every control has an accessible name", not nameless, figure)


def yes_no(world: World) -> None:
    """the yes/no screen answers names, numbers and nonsense"""
    hand, report = world.hand, world.report
    customer = world.customer(0)
    hand.go("today")
    hand.enter(customer.mailbox)
    report.check("typing a mailbox number answers with its holder", hand.sees(customer.holder))
    hand.picture("answer-mailbox")
    hand.enter(customer.holder.lower())
    report.check("typing a name answers with its mailbox", hand.sees(f"PMB {customer.mailbox}"))
    broken = customer.holder[:-2] + customer.holder[-1]
    hand.enter(broken)
    report.check("one typing error is asked about, not taken for an answer", hand.reads("answer.guess"), broken)
    hand.picture("answer-guess")
    hand.enter("zzzzqqqq xxyy")
    report.check("what nobody knows is said to be unknown", hand.reads("answer.unknown"))
    hand.picture("answer-unknown")
    for state, code in (
        ("on_hold", "mailbox.on_hold"),
        ("expired", "mailbox.expired"),
        ("pending_approval", "mailbox.never_approved"),
    ):
        one = world.in_state(state)
        hand.enter(one.mailbox)
        report.check(f"a mailbox that is {state} says so", hand.reads(code), one.mailbox)
        hand.picture(f"answer-{state}")


def second_instance(world: World) -> None:
    """a second program on the same home"""
    home = Home(world.folder / "homes" / "counter-1")
    try:
        Station(home, world.station.config, KeySource("keyfile", key_file=home.key_file), lambda event: None)
    except CounterError as error:
        world.report.check(
            "a second program on the same home is refused", error.code == "store.already_open", error.code
        )
    else:
        world.report.check("a second program on the same home is refused", False)


STEPS = (founding, signing_in, register, rooms, yes_no, second_instance, four_more)
