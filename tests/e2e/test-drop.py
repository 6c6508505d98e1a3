#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files are dragged with the mouse from the window of another program onto the real window: what is said while they are held
there, and what comes of dropping them.

usage: test-drop.py BIANBAO BIANBAO-CLI FOLDER-WINDOW SAMPLE FOLDER
"""
import os
import subprocess
import sys
import time

try:
    import pyatspi  # noqa: F401

    from desk import Late, Plan, Program, keys, visible, wait
except ImportError as missing:
    print(f"1..0 # SKIP {missing}")
    sys.exit(77)

BINARY, CLI, FOLDER_WINDOW, SAMPLE, FOLDER = sys.argv[1:]
NAMES = ["page.html", "words.docx", "ours.bianbao", "picture.png", "all"]
# The window of the folder stands beside, and its rows have this height.
SIDE, ROW = 1390, 40
TARGET = (560, 420)
desk = {}


def path_of(name):
    return os.path.join(FOLDER, name)


def ask(*arguments):
    return subprocess.run(["xdotool", *map(str, arguments)], capture_output=True, text=True, check=True).stdout


def windows_of(process):
    """The windows of a process that can be seen; the one that came last stands last."""
    return [int(line) for line in ask("search", "--onlyvisible", "--pid", process.pid).split()]


def documents():
    """The windows that the program has, by their titles."""
    root = desk["program"].root
    root.clear_cache()
    return [root.getChildAtIndex(index).name for index in range(root.childCount)]


def drag(name):
    x, y = SIDE + 100, 20 + NAMES.index(name) * ROW + ROW // 2
    ask("mousemove", x, y)
    time.sleep(0.1)
    ask("mousedown", 1)
    time.sleep(0.1)
    # Beyond the distance from which it is a drag, then along a line.
    for step in range(1, 13):
        ask("mousemove", x + (TARGET[0] - x) * step // 12, y + (TARGET[1] - y) * step // 12)
        time.sleep(0.03)


def is_said(part):
    """A hand is never quite still."""
    ask("mousemove", TARGET[0] + int(time.monotonic() * 10) % 5, TARGET[1])
    return [node for node in desk["program"].all(role="label", part=part) if visible(node)]


def hold(name, part):
    """Drags the file over the program, step by step, and keeps the button down until it says @part. A busy machine may take the
    press for a click: then it is done again."""
    for attempt in (1, 2, 3):
        drag(name)
        try:
            wait(part, lambda: is_said(part), 8)
            return
        except Late:
            if attempt == 3:
                raise
            ask("mousemove", SIDE + 100, 500)
            release()


def give_up(part):
    """Escape, until @part is gone and stays so: one look may find nothing while the program is drawing, and the other program may
    not have taken the key yet. The button is let go only then."""
    for attempt in (1, 2, 3):
        keys("Escape")
        unsaid(part)
        time.sleep(0.5)
        if not [node for node in desk["program"].all(role="label", part=part) if visible(node)]:
            return
    raise Late(part)


def release():
    ask("mouseup", 1)


def photograph(name):
    subprocess.run(["import", "-window", "root", path_of(f"{name}.png")], check=True)


def said(part):
    return desk["program"].find(role="label", part=part)


def unsaid(part):
    desk["program"].gone(role="label", part=part)


def reset():
    """One window that shows nothing."""
    if "program" in desk:
        assert desk["program"].close() == 0
    desk["program"] = Program(BINARY)
    desk["program"].find(role="push button", part="Open a File")
    wait("the window", lambda: windows_of(desk["program"].process))
    ask("windowsize", windows_of(desk["program"].process)[-1], 1366, 768)


def start():
    """a window, and beside it that of a folder"""
    for name in NAMES[:3]:
        subprocess.run([CLI, "convert", "--force", SAMPLE, path_of(name)], check=True)
    subprocess.run(["convert", "-size", "60x60", "xc:red", path_of("picture.png")], check=True)
    desk["folder"] = subprocess.Popen(["/usr/bin/python3", FOLDER_WINDOW, *map(path_of, NAMES[:-1])])
    wait("the folder", lambda: windows_of(desk["folder"]))
    ask("windowmove", windows_of(desk["folder"])[-1], SIDE, 20)
    reset()


def over_and_away():
    """held over the window a file is announced by its name; taken away again, nothing happened"""
    hold("page.html", "Drop to Open “page.html”")
    photograph("held")
    ask("mousemove", SIDE + 100, 500)
    unsaid("Drop to Open")
    release()
    desk["program"].find(role="push button", part="Open a File")


def picture():
    """what is no report is refused by its name, before the drop and after it"""
    hold("picture.png", "“picture.png” is no report that can be read")
    said("Reports can be read from")
    photograph("refused")
    release()
    unsaid("Reports can be read from")
    said("“picture.png” is no report that can be read")
    assert len(documents()) == 1
    desk["program"].find(role="push button", part="Open a File")


def page():
    """a web page comes up for review, in the empty window"""
    hold("page.html", "Drop to Open “page.html”")
    release()
    desk["program"].find(role="push button", name="Keep")
    desk["program"].find(role="list", name="What Was Read")
    said("read from “page.html”")
    unsaid("Drop to Open")
    assert len(documents()) == 1


def words():
    """over a report, also over its text, a Word document gets a window of its own"""
    hold("words.docx", "Drop to Open “words.docx”")
    said("a window of its own")
    photograph("held-over-report")
    release()
    wait("two windows", lambda: len(documents()) == 2)
    said("read from “words.docx”")
    unsaid("Drop to Open")


def same_again():
    """the same file again brings up the window that shows it"""
    hold("words.docx", "Drop to Open “words.docx”")
    release()
    unsaid("Drop to Open")
    time.sleep(0.5)
    assert len(documents()) == 2, documents()


def ours():
    """a document of ours opens without review, with its name"""
    reset()
    hold("ours.bianbao", "Drop to Open “ours.bianbao”")
    release()
    desk["program"].find(role="list", name="Sections")
    said("ours.bianbao")
    assert not [node for node in desk["program"].all(role="push button", name="Keep") if visible(node)]


def several():
    """of several, each that can be read gets its window, and the other one is named"""
    reset()
    hold("all", "Drop to Open 3 Reports")
    photograph("several")
    release()
    wait("three windows", lambda: len(documents()) == 3)
    said("“picture.png” is no report that can be read")


def cancelled():
    """Escape while dragging leaves everything as it is"""
    reset()
    hold("page.html", "Drop to Open “page.html”")
    give_up("Drop to Open")
    release()
    desk["program"].find(role="push button", part="Open a File")
    assert len(documents()) == 1


os.makedirs(FOLDER, exist_ok=True)
status = Plan([start, over_and_away, picture, page, words, same_again, ours, several, cancelled]).run()
if "program" in desk:
    if status:
        photograph("failed")
        release()
    desk["program"].close()
if "folder" in desk:
    desk["folder"].terminate()
    desk["folder"].wait(20)
sys.exit(status)
