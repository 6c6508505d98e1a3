#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Twelve clipboards of other programs, pasted with Control+V into a real window, saved and read back by another program.

usage: test-paste.py BIANBAO BIANBAO-CLI CLIPBOARDS SAMPLE FOLDER
"""
import configparser
import json
import os
import subprocess
import sys

try:
    import pyatspi  # noqa: F401

    from desk import Plan, Program, keys, wait
except ImportError as missing:
    print(f"1..0 # SKIP {missing}")
    sys.exit(77)

BINARY, CLI, CLIPBOARDS, SAMPLE, FOLDER = sys.argv[1:]
DOCUMENT = os.path.join(FOLDER, "pasted.bianbao")
PAGES = {"t2": 2, "t3": 3, "t4": 4}
# Rows below the first one of table 3.
DOWN = {"t3.deny.1.natural": 4, "t3.granted.natural": 2}
desk = {}


def show(path):
    return json.loads(subprocess.run([CLI, "show", "--json", path], capture_output=True, text=True, check=True).stdout)["cells"]


def offer(name):
    """The file as the clipboard's only content, in its own type."""
    kind = "text/html" if name.endswith(".html") else "UTF8_STRING"
    subprocess.run(["xclip", "-selection", "clipboard", "-t", kind, "-i", os.path.join(CLIPBOARDS, name)],
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)


def expected(case, sample):
    cells = dict(pair.split("=", 1) for pair in case.get("after", "").split(";") if pair)
    if "table" in case:
        cells.update({cell: found["text"] for cell, found in sample.items()
                      if cell.startswith(case["table"] + ".") and found["origin"] == "read" and not cell.endswith(".total")
                      and not cell.startswith("t3.total.")})
    return cells


def asked():
    """The windows alone are looked at: a table of 144 rows takes long to walk through."""
    root = desk["program"].root
    root.clear_cache()
    return any(root.getChildAtIndex(index).name == "Paste" for index in range(root.childCount))


def settled(wanted):
    """Whether the saved document holds what is wanted. The question about what pasting would do is answered where there is one; a
    block without surprises is pasted at once. How long either takes is the machine's affair."""
    if asked():
        keys("Return")
        wait("the question is answered", lambda: not asked())
    keys("ctrl+s")
    found = show(DOCUMENT)
    for cell, text in wanted.items():
        assert found[cell]["text"] == text, (cell, text, found[cell])
    return True


def paste(name, case, sample):
    offer(name)
    keys("ctrl+Home", *["Down"] * DOWN.get(case["at"], 0))
    # The program answers, so it has heard of the new clipboard, too.
    assert not asked()
    keys("ctrl+v")
    wait("the cells of " + name, lambda: settled(expected(case, sample)))
    keys("ctrl+z")


def read_cases():
    parser = configparser.ConfigParser(interpolation=None, comment_prefixes="#", delimiters="=")
    parser.optionxform = str
    parser.read(os.path.join(CLIPBOARDS, "cases.ini"), encoding="utf-8")
    return {name: dict(parser[name]) for name in parser.sections()}


def make_step(name, case, sample):
    def step():
        desk["program"].page(PAGES[case["at"].split(".")[0]])
        paste(name, case, sample)
    step.__doc__ = name
    return step


def start():
    """a blank report of 2023"""
    subprocess.run([CLI, "new", "--organisation", "测试市", "--year", "2023", DOCUMENT], check=True)
    desk["program"] = Program(BINARY, DOCUMENT)
    desk["program"].find(role="list", name="Sections")


os.makedirs(FOLDER, exist_ok=True)
for old in os.listdir(FOLDER):
    os.unlink(os.path.join(FOLDER, old))
known = show(SAMPLE)
steps = [start] + [make_step(name, case, known) for name, case in read_cases().items()]
status = Plan(steps).run()
if "program" in desk:
    if status:
        subprocess.run(["import", "-window", "root", os.path.join(FOLDER, "failed.png")], check=False)
    desk["program"].close()
sys.exit(status)
