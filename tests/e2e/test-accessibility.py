# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole window as a screen reader meets it: whatever takes the focus has a name, on every page, pane and dialog; every
cell is named by table, row and column, says what it is, and says when it is wrong.

usage: test-accessibility.py BIANBAO REPORT
"""
import collections
import subprocess
import sys
import time

try:
    import desk
    import pyatspi
except ImportError as problem:
    print(f"1..0 # SKIP {problem}")
    sys.exit(77)

BINARY, REPORT = sys.argv[1:3]

# Input cells and totals of the edition 2021, and the number of the table in their names.
TABLES = {2: ("表二", 10), 3: ("表三", 175), 4: ("表四", 15)}

state = {"names": 0}
program = None


shown = desk.visible


def path_of(node):
    parts = []
    while node is not None and node.getRoleName() != "application" and len(parts) < 6:
        parts.append(f"{node.getRoleName()} {node.name!r}")
        node = node.parent
    return " in ".join(parts)


def unnamed():
    """What takes the focus and has no name, or one that is said twice."""
    program.root.clear_cache()
    found = []
    count = 0
    for node in desk.walk(program.root):
        if not node.getState().contains(pyatspi.STATE_FOCUSABLE) or not shown(node):
            continue
        count += 1
        name = (node.name or "").strip()
        half = len(name) // 2
        if not name or (half > 1 and name[:half] == name[half + 1:]):
            found.append(path_of(node))
    state["names"] += count
    assert count > 0, "nothing takes the focus"
    return found


def expect_names(where):
    """Nodes come and go while we look: what has no name must have none for a while."""
    def none():
        state["last"] = unnamed()
        return not state["last"]
    try:
        desk.wait(f"names in {where}", none, 5)
    except desk.Late:
        raise AssertionError(f"{where}: not named well: {'; '.join(state['last'][:8])}") from None


def escape(what):
    desk.keys("Escape")
    program.gone(**what)


def start_page():
    """Start page: everything has a name"""
    program.find(role="push button", name="Create Report")
    expect_names("start page")


def open_report():
    """Every page of a report: everything has a name"""
    global program
    program.close()
    program = desk.Program(BINARY, REPORT)
    program.find(role="list", name="Sections")
    expect_names("review, summary")
    desk.keys("F8")
    expect_names("review, original")
    program.keep()
    for page in range(7):
        program.page(page)
        expect_names(f"page {page}")


def cells_of(table):
    return [node for node in program.all(role="text", part=f"{table} ›")]


def cell_names():
    """Every cell is named by table, row and column, each once"""
    for page, (table, count) in TABLES.items():
        program.page(page)
        cells = desk.wait(f"the cells of {table}", lambda t=table, n=count: len(cells_of(t)) == n and cells_of(t))
        names = [cell.name for cell in cells]
        twice = [name for name, times in collections.Counter(names).items() if times > 1]
        assert not twice, f"{table}: not one name a cell: {twice[:3]}"
        bad = [name for name in names if len(name.split(" › ")) < 3 or not all(name.split(" › "))]
        assert not bad, f"{table}: {bad[:3]}"
    program.page(3)
    program.find(role="text", name="表三 › 不予公开 › 1.属于国家秘密 › 自然人")


def cell_states():
    """A cell says what it is, and that it is wrong"""
    program.page(3)
    for cell in cells_of("表三"):
        assert cell.description, f"{cell.name} says nothing about itself"
    name = "表三 › 一、本年新收政府信息公开申请数量 › 自然人"
    desk.keys("ctrl+Home")
    program.inspected(name)
    assert not invalid(name)
    desk.write("many")
    desk.keys("Return")
    desk.wait("the cell is invalid", lambda: invalid(name))
    assert "many" not in program.cell(name).name
    desk.keys("ctrl+z")
    desk.wait("the cell is valid again", lambda: not invalid(name))


def invalid(name):
    program.root.clear_cache()
    states = program.cell(name).getState()
    # GTK 4.8 says "invalid" where it means "invalid entry".
    return states.contains(pyatspi.STATE_INVALID_ENTRY) or states.contains(pyatspi.STATE_INVALID)


def issues():
    """The pane of issues: every row and button has a name"""
    program.page(4)
    desk.keys("F8")
    program.find(role="list", name="Issues")
    expect_names("issues")


def find_bar():
    """Find and replace: everything has a name"""
    desk.keys("ctrl+h")
    desk.wait("the bar", lambda: [n for n in program.all(part="Replace") if shown(n)])
    expect_names("find and replace")
    desk.keys("Escape")


def main_menu():
    """Main menu: every item has a name, and the keys go on behind it, from a submenu, too"""
    for letter, item in ((None, "Preferences"), ("w", "Section Done"), ("d", "Replace by a File")):
        desk.keys("F10")
        program.find(role="menu item", part="Preferences")
        if letter:
            desk.keys(letter)
        program.find(role="menu item", part=item)
        expect_names("main menu")
        desk.keys("Escape")
        program.gone(role="menu item", part=item)


def help_page():
    """Help: everything has a name, and Escape goes back"""
    desk.keys("F1")
    program.find(role="list", name="Topics")
    expect_names("help")
    desk.keys("Escape")
    program.find(role="list", name="Sections")


def dialog(keys, what, where):
    desk.keys(*keys)
    program.find(**what)
    expect_names(where)
    escape(what)


def dialogs():
    """Preferences, export, list of keys: everything has a name"""
    dialog(["ctrl+comma"], {"part": "Smaller Text"}, "preferences")
    dialog(["ctrl+shift+p"], {"role": "push button", "name": "Zoom In"}, "preview")
    dialog(["ctrl+question"], {"role": "label", "name": "Save As"}, "list of keys")
    # The report has errors: the button asks.
    desk.keys("ctrl+e")
    program.find(role="push button", part="Export Anyway")
    program.find(role="check box", part="Plain text")
    expect_names("export")
    escape({"role": "check box", "part": "Plain text"})


def offer(text):
    subprocess.run(["xclip", "-selection", "clipboard", "-i"], input=text.encode(), stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL, check=True)


def shown_windows(name):
    program.root.clear_cache()
    return [n for n in range(program.root.childCount) if program.root.getChildAtIndex(n).name == name]


def work_dialogs():
    """The list of figures, and what pasting would do: everything has a name"""
    program.page(1)
    desk.keys("ctrl+shift+i")
    desk.wait("the list of figures", lambda: shown_windows("Insert a Figure"))
    expect_names("list of figures")
    desk.keys("Escape")
    desk.wait("the list is gone", lambda: not shown_windows("Insert a Figure"))
    program.page(3)
    desk.keys("ctrl+Home")
    offer("901\t902\n903\t904\n")
    desk.keys("ctrl+v")
    desk.wait("what pasting would do", lambda: shown_windows("Paste"))
    expect_names("what pasting would do")
    desk.keys("Escape")
    desk.wait("it is gone", lambda: not shown_windows("Paste"))


def question():
    """The question before a window closes: everything has a name"""
    program.page(2)
    program.page(3)
    desk.write("7")
    desk.keys("Return", "ctrl+w")
    program.find(role="push button", part="Discard")
    expect_names("question")
    desk.keys("Escape")


def enough():
    """Something was looked at"""
    print(f"# {state['names']} named")
    assert state["names"] > 300, state


program = desk.Program(BINARY)
try:
    status = desk.Plan([start_page, open_report, cell_names, cell_states, issues, find_bar, main_menu, help_page, dialogs, work_dialogs, question,
                        enough]).run()
finally:
    program.close()
sys.exit(status)
