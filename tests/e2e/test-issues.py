#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Issues with real keys: F8 from one to the next, a repair by its button, a warning accepted with a reason and withdrawn, a note
to a cell; saved, and read back.

usage: test-issues.py BIANBAO BIANBAO-CLI REPORT.txt FOLDER
"""
import json
import os
import subprocess
import sys

try:
    import pyatspi

    from desk import Plan, Program, keys, text_of, visible, wait, walk, write
except ImportError as missing:
    print(f"1..0 # SKIP {missing}")
    sys.exit(77)

BINARY, CLI, SAMPLE, FOLDER = sys.argv[1:]
REPORT = os.path.join(FOLDER, "report.txt")
DOCUMENT = os.path.join(FOLDER, "issues.bianbao")
TOTAL = "表四 › 行政复议 › 总计"
LICENCES = "表二 › 行政许可 › 本年处理决定数量"
HEIGHT = 768  # of the display
desk = {}


def spoil():
    """A total that is one too many, a remark beside a figure."""
    text = open(SAMPLE, encoding="utf-8").read()
    lines = text.splitlines()
    for number, line in enumerate(lines):
        places = line.split("\t")
        if len(places) == 15 and all(place.isdigit() for place in places):
            places[4] = str(sum(map(int, places[:4])) + 1)
            lines[number] = "\t".join(places)
        elif places[0] == "行政许可":
            lines[number] = line.replace("41286", "41286（含转办12件）")
    open(REPORT, "w", encoding="utf-8").write("\n".join(lines) + "\n")


def rows(part=""):
    return [row for row in desk["program"].all(role="list item", part=part)
            if visible(row)]


def row_with(part):
    return wait(f"a line with {part}", lambda: rows(part) and rows(part)[0])


def focused(name):
    cell = desk["program"].cell(name)
    wait(f"the focus in {name}", lambda: cell.getState().contains(pyatspi.STATE_FOCUSED))


def click(node):
    """A real click in the middle of @node, once it stands still."""
    seen = []

    def place():
        area = node.queryComponent().getExtents(pyatspi.WINDOW_COORDS)
        seen.append((area.x + area.width // 2, area.y + area.height // 2))
        return area.width > 1 and seen[-1][1] < HEIGHT and seen[-6:] == [seen[-1]] * 6
    wait(f"{node.name} on the screen", place)
    subprocess.run(["xdotool", "mousemove", *map(str, seen[-1]), "click", "1"], check=True)


def press(part, name):
    """Clicks the button @name of the line with @part."""
    click(wait(f"the button {name}", lambda: [node for node in walk(row_with(part)) if node.name == name and visible(node)][0]))


def saved():
    shown = subprocess.run([CLI, "show", "--json", DOCUMENT], capture_output=True, text=True, check=True).stdout
    return json.loads(shown)


def open_report():
    """the report opens with its issues"""
    desk["program"] = Program(BINARY, REPORT)
    desk["program"].find(role="list", name="Sections")
    desk["program"].keep()
    row_with("总计 reported as")
    row_with("is more than a number")


def walk_issues():
    """F8 and Shift+F8 land on the cell of each issue"""
    keys("F8")
    focused(TOTAL)
    keys("F8")
    focused(LICENCES)
    keys("shift+F8")
    focused(TOTAL)


def repair():
    """a repair says what it will do, and one undo takes it back"""
    program = desk["program"]
    before = text_of(program.cell(TOTAL))
    after = str(int(before) - 1)
    press("总计 reported as", f"Set the total to {after}")
    program.wait_text(TOTAL, after)
    wait("no such issue", lambda: not rows("总计 reported as"))
    focused(TOTAL)
    keys("ctrl+z")
    program.wait_text(TOTAL, before)
    keys("ctrl+y")
    program.wait_text(TOTAL, after)


def accept():
    """a warning is accepted with a reason; without one it is not"""
    keys("F8")
    focused(LICENCES)
    press("is more than a number", "Accept…")
    reason = desk["program"].find(role="text", name="Reason")
    wait("the focus in the reason", lambda: reason.getState().contains(pyatspi.STATE_FOCUSED))
    keys("Return")
    assert rows("is more than a number")
    write("as printed")
    keys("Return")
    wait("the issue is folded away", lambda: not rows("is more than a number"))
    row_with("Accepted (1)")


def withdraw():
    """it can be withdrawn, and accepted again by undo"""
    head = row_with("Accepted (1)")
    click(head)
    wait("the accepted issue below it", lambda: rows("is more than a number"))
    keys("Down", "Tab", "space")
    wait("no accepted issue", lambda: not rows("Accepted ("))
    row_with("is more than a number")
    keys("ctrl+z")
    row_with("Accepted (1)")


def write_note():
    """Shift+F2 writes a note to the cell; Escape goes back to the cell"""
    program = desk["program"]
    program.page(2)
    keys("Tab")
    cell = wait("a cell with the focus", lambda: [node for node in program.all(role="text")
                                                  if node.name.startswith("表二") and node.getState().contains(pyatspi.STATE_FOCUSED)])[0]
    desk["noted"] = cell.name
    keys("shift+F2")
    wait("the focus in the note", lambda: [node for node in program.all(role="text", name="Note to the cell")
                                           if node.getState().contains(pyatspi.STATE_FOCUSED)])
    write("asked the archive")
    keys("Escape")
    focused(desk["noted"])
    wait("the note in the description", lambda: "asked the archive" in program.cell(desk["noted"]).description)


def save():
    """acceptance and note are saved"""
    keys("ctrl+s")
    wait("the name in the file dialog", lambda: [n for n in desk["program"].all(role="text") if text_of(n).endswith(".bianbao")])
    keys("ctrl+a")
    write(DOCUMENT)
    keys("Return")
    wait("the document", lambda: os.path.getsize(DOCUMENT) > 0)
    desk["program"].find(role="label", part="issues.bianbao")
    assert "asked the archive" in open(DOCUMENT, encoding="utf-8").read()


def reopen():
    """read back: the issue is accepted, the note stands in its cell"""
    desk["program"].close()
    assert saved()["cells"]["t2.licences.decisions"]["text"] == "41286（含转办12件）"
    program = desk["program"] = Program(BINARY, DOCUMENT)
    program.page(2)
    wait("the note", lambda: "asked the archive" in program.cell(desk["noted"]).description)
    row_with("Accepted (1)")
    assert not rows("总计 reported as")


def close():
    """it closes without a question"""
    keys("ctrl+q")
    wait("the end", lambda: desk["program"].process.poll() is not None)
    assert desk["program"].process.returncode == 0


os.makedirs(FOLDER, exist_ok=True)
for old in os.listdir(FOLDER):
    os.unlink(os.path.join(FOLDER, old))
spoil()
status = Plan([open_report, walk_issues, repair, accept, withdraw, write_note, save, reopen, close]).run()
if status and "program" in desk:
    subprocess.run(["import", "-window", "root", os.path.join(FOLDER, "failed.png")], check=False)
    desk["program"].close()
sys.exit(status)
