#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The open report is replaced by a file, and compared with last year's, with real keys in menu and file chooser.

usage: test-replace.py BIANBAO BIANBAO-CLI SAMPLE TORN.txt FOLDER
"""
import json
import os
import subprocess
import sys

try:
    import pyatspi  # noqa: F401

    from desk import Plan, Program, keys, text_of, visible, wait, write
except ImportError as missing:
    print(f"1..0 # SKIP {missing}")
    sys.exit(77)

BINARY, CLI, SAMPLE, TORN, FOLDER = sys.argv[1:]
DOCUMENT = os.path.join(FOLDER, "ours.bianbao")
LAST = os.path.join(FOLDER, "last.bianbao")
TITLE = "示例市示例区人民政府办公室2023年政府信息公开工作年度报告"
OTHER = "示例经济开发区管委会2022年政府信息公开工作年度报告"
desk = {}


def show(path):
    return json.loads(subprocess.run([CLI, "show", "--json", path], capture_output=True, text=True, check=True).stdout)


def figures(path):
    return {cell: found["text"] for cell, found in show(path)["cells"].items()}


def titles():
    """Of the windows that there are."""
    root = desk["program"].root
    root.clear_cache()
    return [root.getChildAtIndex(index).name for index in range(root.childCount)]


def choose(path):
    """The chooser has the focus in its list; a slash begins a path there."""
    desk["program"].find(role="push button", name="_Open Open")
    write(path)
    wait("the path is typed", lambda: [node for node in desk["program"].all(role="text")
                                       if visible(node) and text_of(node) == path])
    keys("Return")
    desk["program"].gone(role="push button", name="_Open Open")


def menu(submenu, item, letter):
    # Without a window manager nobody gives the focus back when a dialog goes.
    window = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", TITLE], capture_output=True, text=True, check=True)
    subprocess.run(["xdotool", "windowfocus", "--sync", window.stdout.split()[-1]], check=True)
    keys("F10")
    desk["program"].find(role="menu")
    keys(submenu)
    desk["program"].find(role="menu item", part=item)
    keys(letter)


def button(name):
    return desk["program"].find(role="push button", name=name)


def press(name):
    button(name).queryAction().doAction(0)


def start():
    """a document of ours is open"""
    subprocess.run([CLI, "convert", "--force", SAMPLE, DOCUMENT], check=True)
    desk["before"] = figures(DOCUMENT)
    desk["program"] = Program(BINARY, DOCUMENT)
    desk["program"].find(role="list", name="Sections")
    wait("its title", lambda: titles() == [TITLE])


def look():
    """what is read comes up in a window of its own and says what keeping it would replace"""
    menu("d", "Replace by a File", "b")
    choose(TORN)
    button("Replace")
    desk["program"].find(role="label", part=f"replaces all that stands in “{TITLE}”")
    assert sorted(titles()) == sorted([TITLE, OTHER]), titles()


def refuse():
    """refused, the window goes, and the report is as it was"""
    press("Refuse")
    wait("one window", lambda: titles() == [TITLE])
    assert not [node for node in desk["program"].all(role="label", part="unsaved") if visible(node)]


def replace():
    """replaced, the document shows what was read, and keeps its file"""
    menu("d", "Replace by a File", "b")
    choose(TORN)
    press("Replace")
    wait("one window", lambda: titles() == [OTHER])
    keys("ctrl+s")
    wait("saved", lambda: show(DOCUMENT)["organisation"] == "示例经济开发区管委会")
    assert figures(DOCUMENT) == figures(TORN)


def undo():
    """one step brings the report back, figure by figure"""
    keys("ctrl+z")
    wait("the title", lambda: titles() == [TITLE])
    keys("ctrl+s")
    wait("saved", lambda: show(DOCUMENT)["year"] == 2023)
    assert figures(DOCUMENT) == desk["before"]


def wrong_year():
    """a report that is not last year's is refused with the year that is needed"""
    menu("w", "Compare with Last Year", "m")
    choose(SAMPLE)
    desk["program"].find(role="label", part="so the one for 2022 is needed")
    keys("Escape")
    desk["program"].gone(role="label", part="so the one for 2022 is needed")


def compare():
    """last year's report stands beside the figures; it is asked about where it is of another organisation"""
    subprocess.run([CLI, "new", "--organisation", "示例市示例区人民政府办公室", "--year", "2022", LAST], check=True)
    menu("w", "Compare with Last Year", "m")
    choose(TORN)
    desk["program"].find(role="label", part="is a report of “示例经济开发区管委会”")
    keys("Escape")
    desk["program"].gone(role="label", part="is a report of “示例经济开发区管委会”")
    menu("w", "Compare with Last Year", "m")
    choose(TORN)
    desk["program"].find(role="label", part="is a report of “示例经济开发区管委会”")
    keys("alt+m")
    desk["program"].find(role="label", part="of last year’s report stand beside their cells now")
    assert figures(DOCUMENT) == desk["before"]


def take_back():
    """and one step takes that back"""
    keys("ctrl+z")
    menu("w", "Compare with Last Year", "m")
    choose(LAST)
    desk["program"].find(role="label", part="0 figures of last year’s report")


os.makedirs(FOLDER, exist_ok=True)
for old in (DOCUMENT, LAST):
    if os.path.exists(old):
        os.unlink(old)
status = Plan([start, look, refuse, replace, undo, wrong_year, compare, take_back]).run()
if "program" in desk:
    if status:
        subprocess.run(["import", "-window", "root", os.path.join(FOLDER, "failed.png")], check=False)
    desk["program"].close()
sys.exit(status)
