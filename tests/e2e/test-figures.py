#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Linked figures, and find and replace, with real keys and a real pointer.

usage: test-figures.py BIANBAO REPORT FOLDER
"""
import json
import os
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
TEXT = "总体情况"
desk = {}


def overview():
    return desk["program"].find(role="text", name=TEXT)


def wait_overview(condition, what):
    return wait(what, lambda: condition(text_of(overview())))


def focused(name):
    def has_focus():
        for node in desk["program"].all(name=name):
            node.clear_cache()
            if node.getState().contains(pyatspi.STATE_FOCUSED):
                return True
        return False
    wait(f"{name} has the focus", has_focus)


def status(part):
    desk["program"].find(role="label", part=part)


def click_character(offset):
    """Clicks into the middle of a character of the overview."""
    area = overview().queryText().getCharacterExtents(offset, pyatspi.WINDOW_COORDS)
    subprocess.run(["xdotool", "mousemove", str(area[0] + area[2] // 2), str(area[1] + area[3] // 2), "click", "1"], check=True)


def open_report():
    """the report opens on its first section"""
    program = desk["program"] = Program(BINARY, REPORT)
    program.find(role="list", name="Sections")
    program.page(1)
    overview()
    desk["text"] = text_of(overview())
    desk["natural"] = None


def insert():
    """Ctrl+Shift+I, words of row and column, Enter: the figure stands at the caret"""
    program = desk["program"]
    program.page(3)
    desk["natural"] = text_of(program.cell(NEW + "自然人"))
    program.page(1)
    focused(TEXT)
    keys("ctrl+Home")
    keys("ctrl+shift+i")
    program.find(role="label", name="Insert a Figure")
    subprocess.run(["xclip", "-selection", "clipboard", "-i"], input="新收 自然人".encode(), check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    keys("ctrl+v")
    program.find(role="label", name=NEW + "自然人")
    keys("Return")
    wait_overview(lambda text: text == desk["natural"] + desk["text"], "the figure at the caret")


def jump_over():
    """Left goes over the whole figure; what is typed beside it leaves it alone"""
    keys("Left")
    write("x")
    wait_overview(lambda text: text == "x" + desk["natural"] + desk["text"], "x before the figure")
    keys("Right")
    write("y")
    wait_overview(lambda text: text == "x" + desk["natural"] + "y" + desk["text"], "y behind the figure")


def go_there():
    """Alt+Enter says what it is; Enter in it goes to the cell"""
    program = desk["program"]
    keys("Left", "alt+Return")
    program.find(role="label", name=NEW + "自然人")
    focused("Go to the Cell")
    keys("Return")
    program.inspected(NEW + "自然人")
    focused(NEW + "自然人")


def follow():
    """another figure in the cell: the text follows, undo takes both back"""
    program = desk["program"]
    write("98")
    keys("Return")
    program.page(1)
    wait_overview(lambda text: text == "x98y" + desk["text"], "98 in the text")
    keys("ctrl+z")
    program.page(1)
    wait_overview(lambda text: text.startswith("x" + desk["natural"] + "y"), "the figure of before")
    keys("ctrl+y")
    program.page(1)
    wait_overview(lambda text: text == "x98y" + desk["text"], "98 again")


def delete():
    """BackSpace first selects the figure, then removes it"""
    keys("ctrl+Home", "Right", "Right", "BackSpace")
    time.sleep(0.3)
    assert text_of(overview()) == "x98y" + desk["text"]
    keys("BackSpace")
    wait_overview(lambda text: text == "xy" + desk["text"], "no figure")
    keys("ctrl+z")
    wait_overview(lambda text: text == "x98y" + desk["text"], "the figure again")


def click():
    """a click on the figure says what it is"""
    program = desk["program"]
    click_character(1)
    program.find(role="push button", part="Go to the Cell")
    keys("Escape")
    program.gone(role="push button", part="Go to the Cell")


def find():
    """Ctrl+F goes from page to page and keeps the focus"""
    program = desk["program"]
    keys("ctrl+Home", "ctrl+f")
    focused("Find")
    write("98")
    status(" · 一、总体情况")
    keys("Return")
    status(" · 三、收到和处理政府信息公开申请情况")
    focused("Find")
    keys("shift+Return")
    status(" · 一、总体情况")
    keys("F3", "Escape")
    focused(NEW + "自然人")
    program.gone(name="Find")


def replace():
    """Ctrl+H replaces everywhere, and one undo takes it back"""
    program = desk["program"]
    program.page(1)
    keys("ctrl+h")
    focused("Find")
    keys("ctrl+a")
    write("98")
    keys("Tab")
    focused("Replace With")
    write("76")
    keys("ctrl+Return")
    program.find(role="label", part="replaced")
    wait_overview(lambda text: text.startswith("x76y"), "76 in the text")
    program.page(3)
    program.wait_text(NEW + "自然人", "76")
    keys("ctrl+z")
    program.wait_text(NEW + "自然人", "98")
    program.page(1)
    wait_overview(lambda text: text == "x98y" + desk["text"], "98 again")


def saved():
    """saved and opened again, the figure still follows"""
    program = desk["program"]
    path = os.path.join(FOLDER, "figures.bianbao")
    keys("Escape", "ctrl+s")
    wait("the name in the file dialog", lambda: [n for n in program.all(role="text") if text_of(n).endswith(".bianbao")])
    keys("ctrl+a")
    write(path)
    keys("Return")
    wait("the document", lambda: os.path.getsize(path) > 0)
    program.close()
    links = [link for section in json.load(open(path, encoding="utf-8"))["content"]["sections"].values() for link in section.get("links", [])]
    assert len(links) == 1, links
    program = desk["program"] = Program(BINARY, path)
    program.find(role="list", name="Sections")
    program.page(3)
    program.inspected(NEW + "自然人")
    write("5")
    keys("Return")
    program.page(1)
    wait_overview(lambda text: text == "x5y" + desk["text"], "5 in the text")


os.makedirs(FOLDER, exist_ok=True)
for old in os.listdir(FOLDER):
    os.unlink(os.path.join(FOLDER, old))
code = Plan([open_report, insert, jump_over, go_there, follow, delete, click, find, replace, saved]).run()
if code and "program" in desk:
    subprocess.run(["import", "-window", "root", os.path.join(FOLDER, "failed.png")], check=False)
if "program" in desk:
    desk["program"].close()
sys.exit(code)
