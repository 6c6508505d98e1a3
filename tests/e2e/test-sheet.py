#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The table sheet with a real pointer and real keys: selecting, dragging past the edge, scrolling, editing, menu, clipboard.

usage: test-sheet.py BIANBAO REPORT FOLDER
"""
import os
import re
import subprocess
import sys
import time

try:
    import pyatspi

    from desk import Plan, Program, keys, text_of, wait, write
except ImportError as missing:
    print(f"1..0 # SKIP {missing}")
    sys.exit(77)

BINARY, REPORT, FOLDER = sys.argv[1:]
NEW = "表三 › 一、本年新收政府信息公开申请数量 › "
CARRIED = "表三 › 二、上年结转政府信息公开申请数量 › "
GRANTED = "表三 › （一）予以公开 › "
LAST = "表三 › 四、结转下年度继续办理 › "
desk = {}
nodes = {}
labels = {}


def xdo(*arguments):
    subprocess.run(["xdotool", *map(str, arguments)], check=True)


def extents(node):
    return node.queryComponent().getExtents(pyatspi.WINDOW_COORDS)


def middle(node):
    area = extents(node)
    return area.x + area.width // 2, area.y + area.height // 2


def point(node):
    xdo("mousemove", *middle(node))


def click(node, *options):
    point(node)
    xdo("click", *options, 1)


def head(part):
    """A label of the table."""
    if not labels:
        labels.update({node.name: node for node in desk["program"].all(role="label") if node.name and 180 < extents(node).y < 540})
    return next(node for name, node in labels.items() if name.startswith(part))


def selected(pattern):
    """What is said below the table about what is selected."""
    def said():
        return [n.name for n in desk["program"].all(role="label") if re.fullmatch(pattern, n.name) and n.getState().contains(pyatspi.STATE_VISIBLE)]
    return wait(pattern, said)


def cell(name):
    """Cells and heads stay where they are in the tree, which is large: each is looked for once."""
    if name not in nodes:
        nodes.update({node.name: node for node in desk["program"].all(role="text")})
    return nodes[name]


def wait_text(name, text):
    wait(f"{name} = {text!r}", lambda: text_of(cell(name)) == text)


def value(name):
    return text_of(cell(name))


def focused(name):
    def has_focus():
        cell(name).clear_cache()
        return cell(name).getState().contains(pyatspi.STATE_FOCUSED)
    wait(f"{name} has the focus", has_focus)


def number(name):
    return int(value(name))


def open_page():
    """the table of requests"""
    desk["program"] = Program(BINARY, REPORT)
    desk["program"].find(role="list", name="Sections")
    desk["program"].keep()
    desk["program"].page(3)
    desk["program"].cell(NEW + "自然人")


def drag():
    """a drag selects, says how many and their sum"""
    point(cell(NEW + "自然人"))
    xdo("mousedown", 1)
    for name in (NEW + "商业企业", CARRIED + "商业企业", CARRIED + "科研机构"):
        point(cell(name))
        time.sleep(0.05)
    xdo("mouseup", 1)
    total = sum(number(row + column) for row in (NEW, CARRIED) for column in ("自然人", "商业企业", "科研机构"))
    selected(f"6 cells selected, sum {total}")
    focused(NEW + "自然人")


def shift_click():
    """Shift and a click move the other corner"""
    xdo("keydown", "shift")
    click(cell(CARRIED + "商业企业"))
    xdo("keyup", "shift")
    selected("4 cells selected, sum .*")
    keys("Escape")
    desk["program"].gone(role="label", part="cells selected")


def heads():
    """heads select their row, their rows, their column, their columns"""
    click(head("一、本年新收"))
    selected("7 cells selected, sum .*")
    click(head("法人或其他组织"))
    selected("125 cells selected, sum .*")
    click(head("科研机构"))
    selected("25 cells selected, sum .*")
    xdo("keydown", "shift")
    click(head("社会公益组织"))
    xdo("keyup", "shift")
    selected("50 cells selected, sum .*")
    keys("Escape")
    focused(NEW + "科研机构")


def wheel():
    """the wheel scrolls and changes nothing, also over the cell with the focus"""
    node = cell(NEW + "科研机构")
    before, top = text_of(node), extents(node).y
    point(node)
    xdo("click", "--repeat", 3, "--delay", 30, 5)
    wait("it scrolled", lambda: extents(cell(NEW + "科研机构")).y < top)
    assert value(NEW + "科研机构") == before
    xdo("click", "--repeat", 6, "--delay", 30, 4)
    wait("it scrolled back", lambda: extents(cell(NEW + "科研机构")).y == top)
    # The first press after a scroll only stops what is left of it.
    time.sleep(0.5)
    # Its button, pressed by mistake, inserts nothing.
    xdo("click", 2)
    time.sleep(0.3)
    assert value(NEW + "科研机构") == before


def replace():
    """a click and a digit replace, Escape restores, F2 edits"""
    click(cell(NEW + "自然人"))
    focused(NEW + "自然人")
    before = value(NEW + "自然人")
    write("7")
    wait_text(NEW + "自然人", "7")
    keys("Escape")
    wait_text(NEW + "自然人", before)
    keys("F2")
    write("9")
    wait_text(NEW + "自然人", before + "9")
    keys("Left", "Left", "BackSpace")
    wait_text(NEW + "自然人", before[:-2] + before[-1] + "9")
    keys("Escape")
    wait_text(NEW + "自然人", before)


def double_click():
    """a double click edits where it was clicked"""
    node = cell(NEW + "自然人")
    before = text_of(node)
    point(node)
    xdo("click", "--repeat", 2, "--delay", 60, 1)
    write("3")
    wait("a digit more", lambda: len(value(NEW + "自然人")) == len(before) + 1)
    keys("Escape")
    wait_text(NEW + "自然人", before)


def past_the_edge():
    """a drag below the edge scrolls on to the last row"""
    point(cell(GRANTED + "自然人"))
    xdo("mousedown", 1)
    x, y = middle(cell(CARRIED + "商业企业"))
    xdo("mousemove", x, y + 60)
    xdo("mousemove", x, 760)
    wait("the last row", lambda: extents(cell(LAST + "商业企业")).y < 560, 20)
    selected("46 cells selected, sum .*")
    xdo("mouseup", 1)
    keys("Escape")


def focused_text():
    return next(n for n in desk["program"].all(role="text") if n.getState().contains(pyatspi.STATE_FOCUSED))


def below_heads():
    """the cell with the focus is never below the heads, whichever way it came"""
    keys("ctrl+Home")
    focused(NEW + "自然人")
    bottom = extents(head("商业企业")).y + extents(head("商业企业")).height - 1
    for names in (["ctrl+End"], ["Up"] * 12, ["Page_Up"], ["Prior"], ["ctrl+Home"], ["Page_Down"]):
        keys(*names)
        time.sleep(0.3)
        wait("clear of the heads", lambda: extents(focused_text()).y >= bottom)


def menu():
    """the menu has its keys, and what it does is one step"""
    keys("ctrl+Home", "shift+space")
    row = [value(NEW + column) for column in ("自然人", "商业企业")]
    x, y = middle(cell(NEW + "商业企业"))
    xdo("mousemove", x, y, "click", 3)
    item = desk["program"].find(role="menu item", part="Clear Cells")
    selected("7 cells selected, sum .*")
    keys("l")
    wait_text(NEW + "自然人", "")
    wait_text(NEW + "商业企业", "")
    assert item
    focused(NEW + "自然人")
    selected("7 cells selected")
    keys("ctrl+z")
    wait_text(NEW + "自然人", row[0])
    wait_text(NEW + "商业企业", row[1])


def menu_keys():
    """arrows stay in the menu, and what is typed at once after it is the cell's"""
    keys("ctrl+Home")
    first = value(NEW + "自然人")
    keys("Menu")
    desk["program"].find(role="menu item", part="Clear Cells")
    keys("Down", "Down", "Down", "Down", "Return")
    wait_text(NEW + "自然人", "")
    keys("ctrl+z")
    wait_text(NEW + "自然人", first)
    keys("End")
    total = value(NEW + "总计")
    keys("Menu")
    desk["program"].find(role="menu item", part="Type This Total")
    keys("Up", "Up", "Up", "Up", "Up")
    xdo("key", "Return", "key", 4, "key", 2, "key", "Return")
    wait_text(NEW + "总计", "42")
    focused(NEW + "总计")
    keys("ctrl+z")
    wait_text(NEW + "总计", total)


def copy():
    """what is copied is what another program gets"""
    keys("ctrl+Home", "shift+Right", "shift+Down", "ctrl+c")
    expected = "\n".join("\t".join(value(row + column) for column in ("自然人", "商业企业")) for row in (NEW, CARRIED))
    wait("the clipboard", lambda: subprocess.run(["xclip", "-o", "-selection", "clipboard"], capture_output=True, text=True,
                                                 check=False, timeout=5).stdout.strip() == expected)


def fill_down():
    """Ctrl+D fills down, and does not mark the section done"""
    program = desk["program"]
    before = value(GRANTED + "自然人")
    keys("ctrl+Home")
    keys("shift+Down", "shift+Down", "ctrl+d")
    wait_text(GRANTED + "自然人", value(NEW + "自然人"))
    assert not program.find(role="check box", part="Done").getState().contains(pyatspi.STATE_CHECKED)
    keys("ctrl+z")
    wait_text(GRANTED + "自然人", before)


def close():
    """it ends"""
    desk["program"].process.terminate()
    wait("the end", lambda: desk["program"].process.poll() is not None)


os.makedirs(FOLDER, exist_ok=True)
status = Plan([open_page, drag, shift_click, heads, wheel, replace, double_click, past_the_edge, below_heads, menu, menu_keys, copy,
               fill_down, close]).run()
if status and "program" in desk:
    subprocess.run(["import", "-window", "root", os.path.join(FOLDER, "failed.png")], check=False)
    desk["program"].close()
sys.exit(status)
