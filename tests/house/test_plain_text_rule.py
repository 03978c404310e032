"""Text from outside is shown as plain text (a name must not become markup), and no dangerous calls."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PRODUCT = ("counter_app", "ui", "resources", "printers", "central_service", "benchmarks")
WIDGETS = ("ui/widgets.py", "ui/chips.py")
"""Where the widgets that guess about markup are tamed, for all others to use."""

GUESSING = {"QLabel": "use the plain label", "QErrorMessage": "shows its text as markup"}
DIALOGS = {"about", "critical", "information", "question", "warning"}
MARKUP_CALLS = {"setHtml", "insertHtml", "appendHtml", "setMarkdown"}
FORBIDDEN_CALLS = {"eval", "exec"}
FORBIDDEN_MODULES = {"pickle", "cPickle", "dill", "shelve", "marshal"}
FORBIDDEN_ARGUMENTS = {"verify": False, "allow_redirects": True, "shell": True}
FORBIDDEN_TEXT = ("sqlcipher" + "_export",)


def name_of(call: ast.Call) -> str:
    """`QLabel` for QLabel(...) and QtWidgets.QLabel(...), `setHtml` for x.setHtml(...)."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def markup_faults(file: str, source: str) -> Iterator[str]:
    """Where a file of ui/ lets Qt guess whether a text is markup."""
    tree = ast.parse(source)
    editors = {ast.unparse(target) for target in rich_editors(tree)}
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and file not in WIDGETS:
            bases = {ast.unparse(base).rpartition(".")[2] for base in node.bases}
            yield from (f"{file}:{node.lineno} {base}: {why}" for base, why in GUESSING.items() if base in bases)
        if not isinstance(node, ast.Call):
            continue
        name, where = name_of(node), f"{file}:{node.lineno}"
        of = ast.unparse(node.func.value) if isinstance(node.func, ast.Attribute) else ""
        if name in MARKUP_CALLS:
            yield f"{where} {name}"
        if of.rpartition(".")[2] == "QMessageBox" and name in DIALOGS:
            yield f"{where} QMessageBox.{name} guesses about markup"
        if file in WIDGETS:
            continue
        if name in GUESSING:
            yield f"{where} {name}: {GUESSING[name]}"
        if name == "setToolTip":
            yield f"{where} setToolTip guesses about markup"
        if name == "setText" and (of in editors or of.startswith(("QTextEdit(", "QTextBrowser("))):
            yield f"{where} setText of a QTextEdit guesses about markup"


def rich_editors(tree: ast.AST) -> Iterator[ast.expr]:
    """What a QTextEdit was assigned to."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(node.value, ast.Call):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            yield from targets if name_of(node.value) in ("QTextEdit", "QTextBrowser") else []


def dangers(file: str, source: str) -> Iterator[str]:
    """Calls that would run what comes from outside, or trust it unseen."""
    yield from (f"{file} holds {text}" for text in FORBIDDEN_TEXT if text in source)
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import | ast.ImportFrom):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or ""]
            bad = FORBIDDEN_MODULES & {name.partition(".")[0] for name in names}
            yield from (f"{file}:{node.lineno} imports {name}" for name in sorted(bad))
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name) and node.func.id in FORBIDDEN_CALLS:
                yield f"{file}:{node.lineno} calls {node.func.id}"
            for argument in node.keywords:
                value = argument.value.value if isinstance(argument.value, ast.Constant) else None
                if argument.arg in FORBIDDEN_ARGUMENTS and value is FORBIDDEN_ARGUMENTS[argument.arg]:
                    yield f"{file}:{node.lineno} passes {argument.arg}={value}"
        if isinstance(node, ast.Assign) and ast.unparse(node.value) == "False":
            names = [getattr(target, "attr", "") for target in node.targets]
            yield from (f"{file}:{node.lineno} sets verify=False" for name in names if name == "verify")


def sources(*folders: str) -> Iterator[tuple[str, str]]:
    for folder in folders:
        for file in sorted((ROOT / folder).rglob("*.py")):
            yield file.relative_to(ROOT).as_posix(), file.read_text("utf-8")


def test_ui_shows_text_from_outside_as_plain_text() -> None:
    assert [fault for file, source in sources("ui") for fault in markup_faults(file, source)] == []


def test_no_dangerous_call_in_the_product() -> None:
    assert [fault for file, source in sources(*PRODUCT) for fault in dangers(file, source)] == []


@pytest.mark.parametrize(
    "source",
    [
        "label = QLabel('x')",
        "label = QtWidgets.QLabel()",
        "class Mine(QLabel): ...",
        "QMessageBox.warning(self, 'a', name)",
        "QtWidgets.QMessageBox.question(self, 'a', name)",
        "QErrorMessage(self)",
        "self.view.setHtml(text)",
        "button.setToolTip(name)",
        "QTextEdit().setText(name)",
        "self.note = QTextEdit()\nself.note.setText(name)",
    ],
)
def test_planted_markup_is_caught(source: str) -> None:
    assert len(list(markup_faults("ui/pages/planted.py", source))) == 1


def test_the_tamed_widgets_may_do_what_others_may_not() -> None:
    source = "class Plain(QLabel): ...\nx = QLabel()\nx.setToolTip(escape(t))\ny = QTextEdit()\ny.setText(t)"
    assert list(markup_faults(WIDGETS[0], source)) == []
    assert len(list(markup_faults(WIDGETS[0], "x.setHtml(t)"))) == 1
    assert list(markup_faults("ui/a.py", "edit = QLineEdit()\nedit.setText(t)\nbox = QPlainTextEdit(t)")) == []


@pytest.mark.parametrize(
    "source",
    [
        "requests.get(url, verify=False)",
        "session.verify = False",
        "session.post(url, allow_redirects=True)",
        "eval(text)",
        "exec(text)",
        "import pickle",
        "from pickle import loads",
        "subprocess.run(line, shell=True)",
        f"db.execute('select {FORBIDDEN_TEXT[0]}(1)')",
    ],
)
def test_planted_dangers_are_caught(source: str) -> None:
    assert len(list(dangers("counter_app/planted.py", source))) == 1


def test_safe_calls_are_left_alone() -> None:
    source = "get(url, verify=True, allow_redirects=False)\ndialog.exec()\nsubprocess.run(a, shell=False)"
    assert list(dangers("counter_app/fine.py", source)) == []
