#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A text written with real keys: Chinese, paragraphs, pasting from Word, dragging, tidying up, undo.

usage: test-writing.py BIANBAO BIANBAO-CLI FOLDER
"""
import json
import os
import subprocess
import sys

try:
    import pyatspi
    from desk import Plan, Program, keys, text_of, wait
except ImportError as missing:
    print(f"1..0 # SKIP {missing}")
    sys.exit(77)

BINARY, CLI, FOLDER = sys.argv[1:]
DOCUMENT = os.path.join(FOLDER, "writing.bianbao")
TITLE = "总体情况"
WORD = ("<html><head><meta charset=\"utf-8\"><style>p.MsoNormal {text-indent:32.0pt}</style></head><body>"
        "<p class=MsoNormal><b>（二）依申请公开。</b>收到<span lang=EN-US>78</span>件。</p><p class=MsoNormal>&nbsp;</p>"
        "<p class=MsoNormal>　　办结<img src=\"file:///C:/1.png\">79件。</p></body></html>")
desk = {}


def write(text):
    """Types @text, slowly: for a character that is on no key xdotool lends it one, and soon takes it back."""
    subprocess.run(["xdotool", "type", "--clearmodifiers", "--delay", "200", text], check=True)


def shows(text):
    wait(f"the text {text!r}", lambda: text_of(desk["text"]) == text)


def copy(target, content):
    """Puts @content on the clipboard; xclip goes on holding it behind our back."""
    command = ["xclip", "-i", "-selection", "clipboard", "-t", target]
    subprocess.run(command, input=content.encode(), check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def focused(node):
    return node.getState().contains(pyatspi.STATE_FOCUSED)


def open_page():
    """a blank report opens, and Ctrl+Page Down lands in the text"""
    os.makedirs(FOLDER, exist_ok=True)
    if os.path.exists(DOCUMENT):
        os.remove(DOCUMENT)
    subprocess.run([CLI, "new", "--organisation=测试市", "--year=2024", DOCUMENT], check=True)
    desk["program"] = Program(BINARY, DOCUMENT)
    desk["program"].find(role="list", name="Sections")
    keys("ctrl+Next")
    desk["text"] = desk["program"].find(role="text", name=TITLE)
    wait("focus in the text", lambda: focused(desk["text"]))


def type_chinese():
    """Chinese, letters and a second paragraph arrive as they are typed"""
    write("（一）主动公开。公开12件")
    keys("Return")
    write("正文")
    shows("（一）主动公开。公开12件\n正文")


def count():
    """the count is there for the eye, and said when typing pauses"""
    program = desk["program"]
    program.find(role="label", name="15 of about 1000 characters")
    wait("description", lambda: "15 of about 1000" in program.find(role="text", name=TITLE).description)


def topic():
    """the topic that was dealt with is ticked, and no other"""
    program = desk["program"]
    program.find(role="list item", part="In the text: 主动公开")
    assert [item for item in program.all(role="list item") if item.name.startswith("Not in the text yet: 依申请公开")]


def undo():
    """Ctrl+Z takes back what was typed last and nothing else, Ctrl+Shift+Z brings it back"""
    keys("ctrl+z")
    wait("less text", lambda: text_of(desk["text"]).startswith("（一）主动公开。公开12件")
         and len(text_of(desk["text"])) < 16)
    keys("ctrl+shift+z")
    shows("（一）主动公开。公开12件\n正文")


def paste_word():
    """what Word copies arrives as paragraphs, in one step"""
    copy("text/html", WORD)
    keys("ctrl+End", "Return", "ctrl+v")
    shows("（一）主动公开。公开12件\n正文\n（二）依申请公开。收到78件。\n办结79件。")
    desk["program"].find(role="label", part="picture left out")
    keys("ctrl+z")
    shows("（一）主动公开。公开12件\n正文\n")
    keys("BackSpace")
    shows("（一）主动公开。公开12件\n正文")


def paste_verbatim():
    """Ctrl+Shift+V takes the text as it is"""
    copy("UTF8_STRING", "  甲\n\n乙")
    keys("ctrl+End", "ctrl+shift+v")
    shows("（一）主动公开。公开12件\n正文  甲\n\n乙")
    keys("ctrl+z")
    shows("（一）主动公开。公开12件\n正文")


def fill(text):
    copy("UTF8_STRING", text)
    keys("ctrl+a", "ctrl+shift+v")
    shows(text)


def place(line, column):
    """Where a character is on the screen, of lines that are not full: two characters of indent, 16 pt, GB/T 9704."""
    box = desk["text"].queryComponent().getExtents(pyatspi.WINDOW_COORDS)
    em = 96 * 16 / 72
    return round(box.x + em * (2.25 + 2 + column)), round(box.y + em * (1.5 + 1.8125 * (line + 0.5)))


def move(x, y):
    subprocess.run(["xdotool", "mousemove", str(x), str(y)], check=True)


def press(what):
    subprocess.run(["xdotool", what, "1"], check=True)


def drag():
    """a dragged text is moved, and that is one step"""
    fill("甲乙丙丁戊己庚辛")
    keys("ctrl+Home", "shift+Right", "shift+Right")
    desk["program"].find(role="label", name="2 of 8 characters selected")
    move(*place(0, 1))
    press("mousedown")
    for column in (2, 3, 4, 5, 6):
        move(*place(0, column))
        subprocess.run(["sleep", "0.1"], check=True)
    press("mouseup")
    shows("丙丁戊己甲乙庚辛")
    keys("ctrl+z")
    shows("甲乙丙丁戊己庚辛")


def tidy():
    """Ctrl+Shift+T tidies up, says what it did, and one undo takes it back"""
    program = desk["program"]
    fill("公开 12件,其中 3件")
    keys("ctrl+shift+t")
    shows("公开12件，其中3件")
    program.find(role="label", part="Tidied up: ")
    keys("ctrl+z")
    shows("公开 12件,其中 3件")
    keys("ctrl+shift+z")
    shows("公开12件，其中3件")


def leave():
    """Tab leaves the text and types nothing"""
    keys("Tab")
    wait("focus elsewhere", lambda: not focused(desk["text"]))
    shows("公开12件，其中3件")


def save():
    """what was written is in the document, without indents or other dress"""
    keys("ctrl+s")
    shown = [CLI, "show", "--json", DOCUMENT]
    wait("the document", lambda: json.loads(subprocess.run(shown, capture_output=True, text=True, check=True).stdout)
         ["sections"]["overview"] == "公开12件，其中3件")


def close():
    """it ends"""
    desk["program"].close()


PLAN = Plan([open_page, type_chinese, count, topic, undo, paste_word, paste_verbatim, drag, tidy, leave, save, close])
try:
    sys.exit(PLAN.run())
finally:
    if "program" in desk:
        desk["program"].close()
