#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole form of 2021 with the keyboard alone: 166 figures and three narratives, saved, read back by another program.

Every key is counted: one a digit, one a cell, one a page. Nothing is clicked, and nothing is told to the program by other ways.

usage: test-fill-in.py BIANBAO BIANBAO-CLI FOLDER
"""
import json
import os
import subprocess
import sys

try:
    import pyatspi

    from desk import Plan, Program, keys, learn, text_of, wait, write
except ImportError as missing:
    print(f"1..0 # SKIP {missing}")
    sys.exit(77)

BINARY, CLI, FOLDER = sys.argv[1:]
DOCUMENT = os.path.join(FOLDER, "filled.bianbao")
COLUMNS = ["natural", "business", "research", "charity", "legal", "other"]
ROWS = (["new", "carried_in", "granted", "partial"] + [f"deny.{n}" for n in range(1, 9)] + [f"unable.{n}" for n in range(1, 4)]
        + [f"refuse.{n}" for n in range(1, 6)] + [f"other.{n}" for n in range(1, 4)] + ["carried_out"])
RESULTS = ROWS[2:-1]
NARRATIVES = {
    "overview": "本机关全年主动公开政府信息三百条，依申请公开办理及时规范。",
    "problems": "存在公开渠道单一的问题，下一步将完善平台建设。",
    "other": "本年度未收取信息处理费。",
}
desk = {"typed": 0, "moved": 0, "pages": 0}


def figures_of_requests():
    """Columns in which new + carried in = results + carried out."""
    cells = {}
    for c, column in enumerate(COLUMNS):
        results = {row: (r * 7 + c * 3) % 11 if (r + c) % 3 else 0 for r, row in enumerate(RESULTS)}
        results["granted"] = 137 - 20 * c
        carried_in, carried_out = c + 2, 2 * c
        cells[f"t3.new.{column}"] = sum(results.values()) + carried_out - carried_in
        cells[f"t3.carried_in.{column}"] = carried_in
        cells.update({f"t3.{row}.{column}": value for row, value in results.items()})
        cells[f"t3.carried_out.{column}"] = carried_out
    return cells


def all_figures():
    """The inputs of each table in reading order."""
    requests = figures_of_requests()
    return {
        "t2": {"t2.rules.made": "0", "t2.rules.repealed": "0", "t2.rules.valid": "3",
               "t2.normative.made": "12", "t2.normative.repealed": "4", "t2.normative.valid": "108",
               "t2.licences.decisions": "20431", "t2.penalties.decisions": "1876", "t2.coercion.decisions": "52",
               "t2.fees.amount": "59237.2449"},
        "t3": {f"t3.{row}.{column}": str(requests[f"t3.{row}.{column}"]) for row in ROWS for column in COLUMNS},
        "t4": {f"t4.{group}.{part}": str(n * 3 + p) for n, group in enumerate(("review", "direct", "after_review"))
               for p, part in enumerate(("upheld", "corrected", "other", "pending"))},
    }


FIGURES = all_figures()


def send(names):
    subprocess.run(["xdotool", "key", "--clearmodifiers", "--delay", "8", *names], check=True)


def next_page():
    """Ctrl+Page Down: the documented key from one section to the next."""
    send(["ctrl+Next"])
    desk["pages"] += 1


def shown_section(number):
    row = desk["program"].find(role="list", name="Sections").getChildAtIndex(number)
    wait(f"page {number}", lambda: row.getState().contains(pyatspi.STATE_SELECTED))


def type_table(table):
    """Digits, and Tab behind all cells but the last: that one is left with its page."""
    cells = list(FIGURES[table].values())
    names = []
    for number, figure in enumerate(cells, 1):
        names += ["period" if sign == "." else sign for sign in figure]
        desk["typed"] += len(figure)
        if number < len(cells):
            names.append("Tab")
            desk["moved"] += 1
    for start in range(0, len(names), 40):
        send(names[start:start + 40])


def type_text(section):
    subprocess.run(["xdotool", "type", "--clearmodifiers", "--delay", "20", NARRATIVES[section]], check=True)


def create():
    """a new report of 2021, from the start page"""
    learn("测试市" + "".join(NARRATIVES.values()))
    desk["program"] = Program(BINARY)
    desk["program"].find(role="push button", name="Create Report")
    write("测试市")
    keys("Tab", "ctrl+a")
    write("2021")
    keys("Return")
    desk["program"].find(role="list", name="Sections")


def overview():
    """section one is written"""
    next_page()
    shown_section(1)
    type_text("overview")


def proactive():
    """section two: 10 figures"""
    next_page()
    shown_section(2)
    type_table("t2")


def requests():
    """section three: 144 figures, row by row"""
    next_page()
    shown_section(3)
    type_table("t3")


def disputes():
    """section four: 12 figures"""
    next_page()
    shown_section(4)
    type_table("t4")


def problems():
    """sections five and six are written"""
    next_page()
    shown_section(5)
    type_text("problems")
    next_page()
    shown_section(6)
    type_text("other")


def count():
    """one key a digit, one a cell, one a page"""
    cells = sum(len(table) for table in FIGURES.values())
    digits = sum(len(figure) for table in FIGURES.values() for figure in table.values())
    assert cells == 166, cells
    assert desk["typed"] == digits, desk
    assert desk["moved"] + desk["pages"] <= cells - 3 + 6, desk
    print(f"# {cells} figures of {digits} digits: {desk['typed']} keys to type, {desk['moved']} to move, {desk['pages']} between pages")


def save():
    """saved with the keyboard"""
    keys("ctrl+s")
    wait("the name in the file dialog",
         lambda: [n for n in desk["program"].all(role="text") if text_of(n).endswith(".bianbao")])
    keys("ctrl+a")
    write(DOCUMENT)
    keys("Return")
    wait("the document", lambda: os.path.getsize(DOCUMENT) > 0)
    desk["program"].find(role="label", part="filled.bianbao")


def read_back():
    """another program reads the same figures and texts"""
    document = json.loads(subprocess.run([CLI, "show", "--json", DOCUMENT], capture_output=True, text=True, check=True).stdout)
    for table in FIGURES.values():
        for cell, figure in table.items():
            assert document["cells"][cell]["text"] == figure, (cell, figure, document["cells"][cell])
    for section, text in NARRATIVES.items():
        assert document["sections"][section] == text, (section, document["sections"])


def sums():
    """every sum is right, and nothing is wrong"""
    cells = json.loads(subprocess.run([CLI, "show", "--json", DOCUMENT], capture_output=True, text=True, check=True).stdout)["cells"]

    def value(cell):
        return int(cells[cell]["text"])

    for row in ROWS:
        assert value(f"t3.{row}.total") == sum(value(f"t3.{row}.{column}") for column in COLUMNS), row
    for column in COLUMNS + ["total"]:
        assert value(f"t3.total.{column}") == sum(value(f"t3.{row}.{column}") for row in RESULTS), column
        assert (value(f"t3.new.{column}") + value(f"t3.carried_in.{column}")
                == value(f"t3.total.{column}") + value(f"t3.carried_out.{column}")), column
    for group in ("review", "direct", "after_review"):
        assert value(f"t4.{group}.total") == sum(value(f"t4.{group}.{part}") for part in ("upheld", "corrected", "other", "pending"))
    issues = json.loads(subprocess.run([CLI, "check", "--json", DOCUMENT], capture_output=True, text=True, check=False).stdout)
    assert not [issue for issue in issues["issues"] if issue["severity"] == "error"], issues


def close():
    """it closes without a question"""
    keys("ctrl+q")
    wait("the end", lambda: desk["program"].process.poll() is not None)
    assert desk["program"].process.returncode == 0


os.makedirs(FOLDER, exist_ok=True)
for old in os.listdir(FOLDER):
    os.unlink(os.path.join(FOLDER, old))
status = Plan([create, overview, proactive, requests, disputes, problems, count, save, read_back, sums, close]).run()
if status and "program" in desk:
    subprocess.run(["import", "-window", "root", os.path.join(FOLDER, "failed.png")], check=False)
    desk["program"].close()
sys.exit(status)
