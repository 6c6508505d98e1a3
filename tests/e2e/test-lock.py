#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two people and one file: two real programs, each with a session of its own. Who comes second reads, until the
first is gone.

usage: test-lock.py BIANBAO BIANBAO-CLI SAMPLE FOLDER
"""
import json
import os
import subprocess
import sys

try:
    import pyatspi  # noqa: F401

    from desk import Plan, Program, keys, wait, write
except ImportError as missing:
    print(f"1..0 # SKIP {missing}")
    sys.exit(77)

BINARY, CLI, SAMPLE, FOLDER = sys.argv[1:]
DOCUMENT = os.path.join(FOLDER, "shared.bianbao")
LOCK = os.path.join(FOLDER, ".~lock.shared.bianbao#")
NAME = "Organisation"
desk = {}


def begin_session():
    """A session bus of its own: one program a session. Both are seen on the same bus of accessibility."""
    reply = subprocess.run(["dbus-send", "--session", "--print-reply=literal", "--dest=org.a11y.Bus", "/org/a11y/bus",
                            "org.a11y.Bus.GetAddress"], capture_output=True, text=True, check=True).stdout
    os.environ["AT_SPI_BUS_ADDRESS"] = reply.strip()
    bus = subprocess.Popen(["dbus-daemon", "--session", "--nofork", "--print-address=1"], stdout=subprocess.PIPE, text=True)
    desk.setdefault("buses", []).append(bus)
    os.environ["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()


def organisation_in_file():
    shown = subprocess.run([CLI, "show", "--json", DOCUMENT], capture_output=True, text=True, check=True).stdout
    return json.loads(shown)["organisation"]


def first_opens():
    """the first opens the document and has it"""
    os.makedirs(FOLDER, exist_ok=True)
    for name in os.listdir(FOLDER):
        os.unlink(os.path.join(FOLDER, name))
    subprocess.run([CLI, "convert", SAMPLE, DOCUMENT], check=True)
    desk["name"] = organisation_in_file()
    desk["first"] = Program(BINARY, DOCUMENT)
    desk["first"].wait_text(NAME, desk["name"])
    assert os.path.isfile(LOCK)
    keys("End")
    write("1")
    desk["first"].wait_text(NAME, desk["name"] + "1")


def second_reads():
    """the second reads, and no key changes anything"""
    begin_session()
    desk["second"] = second = Program(BINARY, DOCUMENT)
    second.find(role="label", part="Opened read-only")
    second.wait_text(NAME, desk["name"])
    keys("End")
    write("7")
    keys("ctrl+s", "ctrl+Next", "ctrl+Next")
    write("7")
    second.find(role="label", part="The report is read-only")
    keys("Delete", "ctrl+Prior", "ctrl+Prior")
    second.wait_text(NAME, desk["name"])
    assert organisation_in_file() == desk["name"]


def nobody_writes_over():
    """the command line does not write over it either"""
    run = subprocess.run([CLI, "convert", "--force", SAMPLE, DOCUMENT], capture_output=True, text=True)
    assert run.returncode == 2 and "open elsewhere" in run.stderr, run
    assert organisation_in_file() == desk["name"]


def first_dies():
    """the first is killed: the second may edit"""
    desk["first"].process.kill()
    desk["first"].process.wait(20)
    assert os.path.isfile(LOCK)
    desk["second"].find(role="push button", name="Edit").queryAction().doAction(0)
    desk["second"].gone(role="label", part="open elsewhere")
    desk["second"].wait_text(NAME, desk["name"])
    keys("End")
    write("2")
    desk["second"].wait_text(NAME, desk["name"] + "2")
    keys("ctrl+s")
    wait("the file", lambda: organisation_in_file() == desk["name"] + "2")


def nothing_stays():
    """ended from outside, the program takes its lock away"""
    assert os.path.isfile(LOCK)
    desk["second"].close()
    assert os.listdir(FOLDER) == ["shared.bianbao"], os.listdir(FOLDER)


status = Plan([first_opens, second_reads, nobody_writes_over, first_dies, nothing_stays]).run()
for program in ("first", "second"):
    if program in desk and desk[program].process.poll() is None:
        desk[program].close()
for running in desk.get("buses", []):
    running.terminate()
sys.exit(status)
