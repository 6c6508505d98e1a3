#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""LibreOffice as the judge of exported files: what it finds in them is what the report holds.

usage: judge-exports.py EXPORT_SAMPLES_PROGRAM [NUMBER | DOCUMENT...]

Without more the fixtures, every format; else that many generated reports, or these documents, as pages and Word documents
(judge-figures.py has the workbooks).

HTML is converted to DOCX: the same paragraphs in the same order, the same text in every place of every table.
DOCX is opened and saved again, with the same result, and saved as plain text.
XLSX is converted to CSV, once with the cached results and once with all formulas computed anew: the same values.
Speaks TAP; skips where soffice is not installed.
"""

import csv
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
import zipfile
from decimal import Decimal

WORD = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
CSV_FILTER = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1'
DOCX_FILTER = 'docx:MS Word 2007 XML'
TEXT_FILTER = 'txt:Text (encoded):UTF8'
RECALCULATE = '''<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
<value>0</value></prop></item>
</oor:items>
'''


class Expected:
    """What export-samples wrote beside a report."""

    def __init__(self, path):
        self.paragraphs = []
        self.tables = {}
        with open(path, encoding='utf-8') as lines:
            for line in lines:
                kind, *rest = line.rstrip('\n').split('\t')
                if kind == 'P':
                    self.paragraphs.append(rest[0])
                else:
                    table, row, column, text, value = rest
                    self.tables.setdefault(int(table), {})[int(row), int(column)] = (text, value)


def spaces(text):
    """HTML makes one space of several."""
    return re.sub('[ \u00a0]+', ' ', text).strip(' ')


def soffice(profile, arguments):
    command = ['soffice', f'-env:UserInstallation=file://{profile}', '--headless', '--norestore', *arguments]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          timeout=240 + 5 * len(arguments))
    if done.returncode != 0:
        raise AssertionError(f'{" ".join(command)}: exit {done.returncode}\n{done.stdout}')


def run_text(element):
    return ''.join(node.text or '' for node in element.iter(WORD + 't'))


def docx_table(table):
    """The texts of a Word table by the place of their top left corner."""
    cells = {}
    for row_number, row in enumerate(table.findall(WORD + 'tr')):
        column = 0
        for cell in row.findall(WORD + 'tc'):
            properties = cell.find(WORD + 'tcPr')
            span = properties.find(WORD + 'gridSpan') if properties is not None else None
            merge = properties.find(WORD + 'vMerge') if properties is not None else None
            if merge is None or merge.get(WORD + 'val') == 'restart':
                cells[row_number, column] = run_text(cell)
            column += int(span.get(WORD + 'val')) if span is not None else 1
    return cells


def read_docx(path):
    with zipfile.ZipFile(path) as docx:
        body = ElementTree.fromstring(docx.read('word/document.xml')).find(WORD + 'body')
    paragraphs = [run_text(node) for node in body.findall(WORD + 'p')]
    tables = [docx_table(node) for node in body.findall(WORD + 'tbl')]
    return [text for text in paragraphs if text.strip()], tables


def judge_docx(expected, path):
    paragraphs, tables = read_docx(path)
    wanted = [spaces(text) for text in expected.paragraphs]
    found = [spaces(text) for text in paragraphs]
    assert found == wanted, f'paragraphs differ:\n{found}\n{wanted}'
    assert len(tables) == len(expected.tables), f'{len(tables)} tables'
    for number, table in enumerate(tables):
        wanted = {place: spaces(text) for place, (text, _) in expected.tables[number].items()}
        found = {place: spaces(text) for place, text in table.items()}
        assert found == wanted, f'table {number}: {sorted(set(found.items()) ^ set(wanted.items()))}'


def in_order(cells):
    """The texts of each row from left to right."""
    rows = {}
    for (row, _), text in sorted(cells.items()):
        rows.setdefault(row, []).append(text)
    return rows


def judge_saved_again(expected, path):
    """LibreOffice counts the columns of a table anew from its own rounded lengths: their order is what must hold."""
    paragraphs, tables = read_docx(path)
    assert paragraphs == expected.paragraphs, f'paragraphs differ:\n{paragraphs}\n{expected.paragraphs}'
    assert len(tables) == len(expected.tables), f'{len(tables)} tables'
    for number, table in enumerate(tables):
        wanted = in_order({place: text for place, (text, _) in expected.tables[number].items()})
        found = in_order(table)
        assert found == wanted, f'table {number}: {found}\n{wanted}'


def judge_text(expected, path):
    """Paragraphs stand in the text one after the other; what stands in tables is there as often as it should be."""
    with open(path, encoding='utf-8-sig') as stream:
        lines = [line.rstrip('\n') for line in stream]
    title, *others = expected.paragraphs
    assert title in (lines[0], lines[0] + lines[1]), f'the title is “{lines[0]}”'
    rest = iter(lines[1:])
    for text in others:
        assert text in rest, f'missing or out of order: “{text}”'
    for number, cells in expected.tables.items():
        wanted = [text for text, _ in cells.values() if text]
        short = [text for text in set(wanted) if lines.count(text) < wanted.count(text)]
        assert not short, f'table {number}: less often than it should be: {short}'


def part_checks(rows):
    """The rows without the one that a workbook has below a table, and what that one says of the balances."""
    checks = [row for row in rows if row and row[0].startswith('勾稽关系核对')]
    assert len(checks) <= 1, checks
    return [row for row in rows if row not in checks], [text for row in checks for text in row[1:]]


def judge_xlsx(expected, base):
    files = glob.glob(glob.escape(base) + '-*.csv')
    assert len(files) == 1 + len(expected.tables), files
    for number, cells in expected.tables.items():
        path, = [name for name in files if f'-{"二三四"[number]}、' in name]
        with open(path, encoding='utf-8', newline='') as stream:
            rows = list(csv.reader(stream))
        for (row, column), (text, value) in cells.items():
            found = rows[row + 1][column].replace('\n', '')
            same = Decimal(found) == Decimal(value) if value else found == text
            assert same, f'table {number}, row {row}, column {column}: “{found}”, not “{text}”'
        rows, checks = part_checks(rows)
        assert all(re.fullmatch('-?[0-9]*', text) for text in checks), f'table {number}: {checks}'
        extra = [text for row, line in enumerate(rows[1:]) for column, text in enumerate(line)
                 if text and (row, column) not in cells]
        assert not extra, f'table {number}: nobody wrote {extra}'
    path, = [name for name in files if name.endswith('-正文.csv')]
    with open(path, encoding='utf-8', newline='') as stream:
        # The first lines are indented.
        found = [row[0].removeprefix('　　') for row in csv.reader(stream) if row and row[0]]
    assert found == expected.paragraphs, f'narrative differs:\n{found}\n{expected.paragraphs}'


def convert_texts(folder, paths):
    """Each kind of file in one call: starting the judge costs more than judging."""
    profile = os.path.join(folder, 'profile')
    soffice(profile, ['--infilter=HTML (StarWriter)', '--convert-to', DOCX_FILTER, '--outdir', os.path.join(folder, 'from-html'),
                      *[path + '.html' for path in paths]])
    soffice(profile, ['--convert-to', DOCX_FILTER, '--outdir', os.path.join(folder, 'saved-again'),
                      *[path + '.docx' for path in paths]])
    soffice(profile, ['--convert-to', TEXT_FILTER, '--outdir', os.path.join(folder, 'as-text'),
                      *[path + '.docx' for path in paths]])


def convert_workbooks(folder, paths):
    profile = os.path.join(folder, 'profile')
    soffice(profile, ['--convert-to', CSV_FILTER, '--outdir', os.path.join(folder, 'cached'),
                      *[path + '.xlsx' for path in paths]])
    other = os.path.join(folder, 'profile-computed')
    os.makedirs(os.path.join(other, 'user'))
    with open(os.path.join(other, 'user', 'registrymodifications.xcu'), 'w', encoding='utf-8') as stream:
        stream.write(RECALCULATE)
    soffice(other, ['--convert-to', CSV_FILTER, '--outdir', os.path.join(folder, 'computed'),
                    *[path + '.xlsx' for path in paths]])


def judge(folder, names, workbooks):
    number = 0
    failed = 0
    for name in names:
        expected = Expected(os.path.join(folder, name + '.expected'))
        cases = [('html to docx', judge_docx, os.path.join(folder, 'from-html', name + '.docx')),
                 ('docx', judge_docx, os.path.join(folder, name + '.docx')),
                 ('docx saved again', judge_saved_again, os.path.join(folder, 'saved-again', name + '.docx')),
                 ('docx as text', judge_text, os.path.join(folder, 'as-text', name + '.txt'))]
        if workbooks:
            cases += [('xlsx as cached', judge_xlsx, os.path.join(folder, 'cached', name)),
                      ('xlsx computed', judge_xlsx, os.path.join(folder, 'computed', name))]
        for label, check, path in cases:
            number += 1
            try:
                check(expected, path)
                print(f'ok {number} {name}: {label}')
            except (AssertionError, ArithmeticError, ValueError, LookupError, OSError) as problem:
                failed += 1
                print(f'not ok {number} {name}: {label}')
                print('\n'.join('# ' + line for line in str(problem).splitlines()))
    print(f'1..{number}')
    return failed


def main():
    if shutil.which('soffice') is None:
        print('1..0 # SKIP LibreOffice (soffice) is not installed')
        return 0
    with tempfile.TemporaryDirectory(prefix='bianbao-judge-') as folder:
        workbooks = len(sys.argv) == 2
        subprocess.run([sys.argv[1], folder, *sys.argv[2:]], check=True)
        names = sorted(name[:-len('.expected')] for name in os.listdir(folder) if name.endswith('.expected'))
        paths = [os.path.join(folder, name) for name in names]
        convert_texts(folder, paths)
        if workbooks:
            convert_workbooks(folder, paths)
        return 1 if judge(folder, names, workbooks) else 0


if __name__ == '__main__':
    sys.exit(main())
