#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reviewing a file with real keys: read, walk through what is doubtful, refuse nothing by accident, keep, look again, close.

usage: test-review.py BIANBAO TORN.txt
"""
import os
import sys

try:
    import pyatspi
    from desk import Plan, Program, keys, wait, write
except ImportError as missing:
    print(f"1..0 # SKIP {missing}")
    sys.exit(77)

BINARY, REPORT = sys.argv[1:]
desk = {}


def shown(**what):
    return desk["program"].find(**what)


def focused_cell():
    for node in desk["program"].all(role="text", part="表"):
        if node.getState().contains(pyatspi.STATE_FOCUSED):
            return node.name
    return None


def read():
    """the summary says what was read, beside the report"""
    desk["before"] = os.stat(REPORT).st_mtime_ns
    desk["program"] = Program(BINARY, REPORT)
    shown(role="list", name="What Was Read")
    shown(role="list", name="To Look At")
    shown(role="push button", name="Keep")
    shown(role="label", part="places to look at")


def walk():
    """F8 goes from one place to the next, and Shift+F8 back"""
    keys("F8")
    first = wait("a doubtful cell", focused_cell)
    shown(role="label", part="line ")
    keys("F8")
    second = wait("another doubtful cell", lambda: focused_cell() not in (None, first) and focused_cell())
    assert first != second
    keys("shift+F8")
    wait("the first again", lambda: focused_cell() == first)
    desk["first"] = first


def confirm():
    """what is typed there is looked at, and can be taken back"""
    write("9")
    keys("Return")
    keys("ctrl+z")
    wait("the cell has the focus again", lambda: focused_cell() == desk["first"])


def hide():
    """F7 hides the file and brings it back"""
    keys("F7")
    desk["program"].gone(role="push button", name="Original")
    keys("F7")
    shown(role="push button", name="Original")


def keep():
    """kept, the report stays, the file goes out of the way"""
    desk["program"].keep()
    desk["program"].gone(role="push button", name="Original")
    shown(role="label", part="not saved yet")


def close():
    """as it was read it closes without a question, and the file is as it was"""
    keys("ctrl+w")
    assert desk["program"].process.wait(20) == 0
    assert os.stat(REPORT).st_mtime_ns == desk["before"]


status = Plan([read, walk, confirm, hide, keep, close]).run()
if "program" in desk:
    desk["program"].close()
sys.exit(status)
