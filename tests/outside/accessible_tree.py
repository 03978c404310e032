"""What a screen reader hears of a program, as JSON lines: one request a line in, one answer a line out.

Runs under the Python of the distribution, which has `gi`; the tests run under the project's own. Requests:
`{"pid": 12}` gives `{"nodes": [...]}` of that program's windows, only what shows, in the order of the tree;
`{"pid": 12, "box": 7}` gives `{"box": [x, y, width, height]}` of node 7 of the answer before;
`{"pid": 12, "beyond": true}` asks every node for children that it does not have and gives `{"asked": 80}`.
"""

import json
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402 - the version must be asked for first

MOST_CHILDREN = 120
"""A table is asked by its first rows only: with a million rows there would be no end to it."""

SAID = {
    Atspi.StateType.FOCUSED: "focused",
    Atspi.StateType.ENABLED: "enabled",
    Atspi.StateType.CHECKED: "checked",
    Atspi.StateType.SELECTED: "selected",
    Atspi.StateType.FOCUSABLE: "focusable",
    Atspi.StateType.ACTIVE: "active",
}


def applications(pid):
    desktop = Atspi.get_desktop(0)
    for n in range(desktop.get_child_count()):
        one = desktop.get_child_at_index(n)
        if one is not None and one.get_process_id() == pid:
            yield one


def nodes(pid):
    """(accessible, what is said of it) of all that shows."""
    for application in applications(pid):
        for n in range(application.get_child_count()):
            yield from below(application.get_child_at_index(n), 0)


def below(node, depth):
    if node is None:
        return
    node.clear_cache()
    try:
        states = node.get_state_set()
        if not states.contains(Atspi.StateType.VISIBLE):
            return
        said = {
            "depth": depth,
            "role": node.get_role_name(),
            "name": name_of(node),
            "text": text_of(node),
            "states": [word for state, word in SAID.items() if states.contains(state)],
        }
        count = min(node.get_child_count(), MOST_CHILDREN)
    except GLib.Error:
        return  # gone while it was asked
    yield node, said
    for n in range(count):
        try:
            child = node.get_child_at_index(n)
        except GLib.Error:
            continue
        yield from below(child, depth + 1)


def name_of(node):
    """Its own name; of a combo box, whose name is its value, that of the label in front of it."""
    if node.get_role() == Atspi.Role.COMBO_BOX:
        for relation in node.get_relation_set():
            if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY and relation.get_n_targets():
                return relation.get_target(0).get_name()
    return node.get_name() or ""


def text_of(node):
    if node.get_role() == Atspi.Role.COMBO_BOX:
        return node.get_name() or ""
    if node.get_role() not in (Atspi.Role.TEXT, Atspi.Role.ENTRY, Atspi.Role.PASSWORD_TEXT):
        return ""
    text = node.get_text_iface()
    return Atspi.Text.get_text(text, 0, -1) if text else ""


def ask_beyond(pid):
    """A screen reader's picture is always a moment old: what it asks for may have gone meanwhile."""
    asked = 0
    for node, _ in list(nodes(pid)):
        for past in (0, 1, 7):
            try:
                node.get_child_at_index(node.get_child_count() + past)
            except GLib.Error:
                pass
            asked += 1
    return asked


def main():
    Atspi.init()
    seen = []
    for line in sys.stdin:
        asked = json.loads(line)
        try:
            if "box" in asked:
                box = seen[asked["box"]].get_component_iface().get_extents(Atspi.CoordType.SCREEN)
                answer = {"box": [box.x, box.y, box.width, box.height]}
            elif "beyond" in asked:
                answer = {"asked": ask_beyond(asked["pid"])}
            else:
                found = list(nodes(asked["pid"]))
                seen = [node for node, _ in found]
                answer = {"nodes": [said for _, said in found]}
        except GLib.Error as error:
            answer = {"error": error.message}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
