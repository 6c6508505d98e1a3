# SPDX-License-Identifier: GPL-3.0-or-later
"""A desk to work at: the real program on a display of its own, seen through AT-SPI and worked with real keys."""
import os
import re
import subprocess
import sys
import time

import pyatspi

PATIENCE = 20.0


class Late(AssertionError):
    """Something did not happen in time."""


def wait(what, condition, patience=PATIENCE):
    """Polls condition until it gives something true; never sleeps longer than a moment."""
    end = time.monotonic() + patience
    trouble = ""
    while True:
        try:
            value = condition()
        except Exception as problem:  # nodes vanish while we look at them
            value = None
            trouble = repr(problem)
        if value:
            return value
        if time.monotonic() > end:
            raise Late(f"not seen in {patience:.0f} s: {what} {trouble}")
        time.sleep(0.05)


def soon(condition, patience=1.0):
    """Whether condition becomes true in a moment: for what is asked for again if it does not."""
    end = time.monotonic() + patience
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


def keys(*names):
    subprocess.run(["xdotool", "key", "--clearmodifiers", "--delay", "30", *names], check=True)


def write(text):
    subprocess.run(["xdotool", "type", "--clearmodifiers", "--delay", "25", text], check=True)


def learn(text):
    """Puts the Chinese characters of @text on keys of their own. Left to itself, xdotool puts each on the same key just before
    it strikes it, and a busy program looks too late."""
    display = os.environ["DISPLAY"]
    layout = subprocess.run(["xkbcomp", display, "-"], capture_output=True, text=True, check=True).stdout
    characters = sorted({sign for sign in text if ord(sign) > 126})
    spare = re.findall(r"<(I\d+)> = \d+;", layout)
    assert len(characters) <= len(spare), (len(characters), len(spare))
    keys_of = dict(zip(spare, characters))
    layout = "\n".join(line for line in layout.split("\n")
                       if not any(f"key <{name}>" in line.replace("  ", " ") for name in keys_of))
    symbols = "".join(f"    key <{name}> {{ [ U{ord(sign):04X} ] }};\n" for name, sign in keys_of.items())
    head, mark, rest = layout.partition("xkb_symbols ")
    first, line, rest = rest.partition("\n")
    subprocess.run(["xkbcomp", "-w0", "-", display], input=head + mark + first + line + symbols + rest, text=True, check=True,
                   stderr=subprocess.DEVNULL)


def walk(node):
    yield node
    for index in range(node.childCount):
        child = node.getChildAtIndex(index)
        if child is not None:
            yield from walk(child)


def visible(node):
    return node.getState().contains(pyatspi.STATE_VISIBLE)


def text_of(node):
    text = node.queryText()
    return text.getText(0, text.characterCount)


class Program:
    """One run of the window."""

    def __init__(self, binary, *arguments):
        self.process = subprocess.Popen([binary, *arguments])
        self.root = wait("the program", self.find_application)

    def find_application(self):
        for application in pyatspi.Registry.getDesktop(0):
            if application is not None and application.get_process_id() == self.process.pid:
                return application
        return None

    def all(self, role=None, name=None, part=None):
        # What was asked for too early is remembered as not there.
        self.root.clear_cache()
        return [node for node in walk(self.root)
                if (role is None or node.getRoleName() == role)
                and (name is None or node.name == name)
                and (part is None or part in node.name)]

    def find(self, **what):
        def shown():
            found = [node for node in self.all(**what) if visible(node)]
            return found[0] if found else None
        return wait(f"{what}", shown)

    def gone(self, **what):
        wait(f"no more {what}", lambda: not [n for n in self.all(**what) if visible(n)])

    def cell(self, name):
        return self.find(role="text", name=name)

    def wait_text(self, name, text):
        wait(f"{name} = {text!r}", lambda: text_of(self.cell(name)) == text)

    def checked(self, part):
        box = self.find(role="check box", part=part)
        wait(f"{part} is checked", lambda: box.getState().contains(pyatspi.STATE_CHECKED))

    def inspected(self, name):
        """Waits until the line below the table names the cell, without its table: it has the focus."""
        self.find(role="label", name=name.split(" › ", 1)[1])

    def keep(self):
        """Keeps what was read from a file: the review is over."""
        self.find(role="push button", name="Keep").queryAction().doAction(0)
        self.gone(role="push button", name="Keep")
        # It would take clicks that are meant for the table.
        self.gone(role="label", part="The report is kept")

    def page(self, number):
        """Shows the page of section @number (0: Report)."""
        rows = self.find(role="list", name="Sections")

        def selected():
            rows.clear_cache()
            for index in range(rows.childCount):
                if rows.getChildAtIndex(index).getState().contains(pyatspi.STATE_SELECTED):
                    return index
            return None

        for _ in range(24):
            index = wait("the sections", lambda: (selected(),) if selected() is not None else None)[0]
            if index == number:
                return
            keys("ctrl+Next" if index < number else "ctrl+Prior")
            # A slow program is not told twice, or it would go past the page and back for ever.
            soon(lambda: selected() != index, 5.0)
        wait(f"page {number}", lambda: selected() == number)

    def close(self):
        if self.process.poll() is None:
            self.process.terminate()
        return self.process.wait(20)


class Plan:
    """Steps, printed as TAP."""

    def __init__(self, steps):
        self.steps = steps

    def run(self):
        print(f"1..{len(self.steps)}")
        for number, step in enumerate(self.steps, 1):
            name = step.__doc__ or step.__name__
            try:
                step()
            except Exception as problem:  # every later step builds on this one
                print(f"not ok {number} {name}\n# {type(problem).__name__}: {problem}", flush=True)
                for rest in range(number + 1, len(self.steps) + 1):
                    print(f"not ok {rest} not reached", flush=True)
                return 1
            print(f"ok {number} {name}", flush=True)
        return 0


def skip(reason):
    print(f"1..0 # SKIP {reason}")
    sys.exit(77)
