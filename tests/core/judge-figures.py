#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Generated reports as workbooks and lists of figures: every cell as LibreOffice and our own reader find it.

usage: judge-figures.py EXPORT_SAMPLES_PROGRAM BIANBAO_CLI NUMBER

XLSX is converted to CSV and to figures by our reader; our CSV goes through LibreOffice and comes back the same; JSON, CSV and
workbook agree; xmllint reads every part of every workbook; no file names the user, the computer or a folder.
Speaks TAP; skips where soffice is not installed.
"""

import csv
import getpass
import importlib.util
import io
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import zipfile
from decimal import Decimal

spec = importlib.util.spec_from_file_location('judge_exports', os.path.join(os.path.dirname(__file__), 'judge-exports.py'))
judge_exports = importlib.util.module_from_spec(spec)
spec.loader.exec_module(judge_exports)

# Figures are numbers, and nothing else is made into one: 12% and 3/4 are what somebody typed instead of a figure.
CSV_IN = 'Text - txt - csv (StarCalc):44,34,76,1,,0,false,false'
CSV_OUT = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true'


def same_figure(one, other):
    if one == other:
        return True
    try:
        return Decimal(one) == Decimal(other)
    except ArithmeticError:
        return False


def judge_text_only(folder, name):
    """No program that opens the file computes a text: it has no formulas but those of the totals and of their check."""
    with zipfile.ZipFile(os.path.join(folder, name + '.xlsx')) as book:
        sheets = [book.read(part).decode() for part in book.namelist() if part.startswith('xl/worksheets/sheet')]
    formulas = [text for sheet in sheets for text in re.findall('<f>(.*?)</f>', sheet)]
    others = [text for text in formulas if not re.fullmatch(r'SUM\([A-Z0-9:,]+\)|IF\(COUNT\([A-Z0-9:,]+\)=[0-9]+,(SUM\([A-Z0-9:,]+\)|[A-Z0-9+-]+),""\)', text)]
    assert not others, others


def read_list(path):
    with open(path, encoding='utf-8-sig', newline='') as stream:
        return list(csv.reader(stream))


def judge_list(folder, name):
    """Our CSV after LibreOffice read and wrote it: nothing computed, nothing cut, no figure changed."""
    wanted = read_list(os.path.join(folder, name + '.csv'))
    found = read_list(os.path.join(folder, 'lists', name + '.csv'))
    assert len(found) == len(wanted), f'{len(found)} rows, not {len(wanted)}'
    for number, (row, other) in enumerate(zip(wanted, found), 1):
        assert len(row) == len(other), f'row {number}: {other}'
        for one, two in zip(row, other):
            assert same_figure(one, two), f'row {number}: “{two}”, not “{one}”'
    return len(wanted) - 1


def judge_data(folder, name, shown):
    """JSON, CSV and what our reader finds in the workbook say the same of every cell."""
    with open(os.path.join(folder, name + '.json'), encoding='utf-8') as stream:
        data = json.load(stream, parse_float=Decimal)
    heads, *rows = read_list(os.path.join(folder, name + '.csv'))
    listed = {row['id']: row for row in (dict(zip(heads, values)) for values in rows)}
    assert list(data['cells']) == list(listed) == list(shown['cells']), 'other cells'
    for cell, told in data['cells'].items():
        row, read = listed[cell], shown['cells'][cell]
        value = told.get('value')
        assert (row['value'] == '') == (value is None), f'{cell}: {row} {told}'
        assert value is None or Decimal(row['value']) == value, f'{cell}: {row} {told}'
        assert read.get('value') == value, f'{cell}: the workbook says {read}, not {told}'
        assert row['state'] == told['state'] and row['label'] == told['label'], f'{cell}: {row} {told}'


def private_words(folder):
    words = {getpass.getuser(), socket.gethostname(), os.path.basename(folder), os.path.expanduser('~')}
    return [word.encode() for word in words if len(word) > 2 and word != 'root'] + [b'/tmp/', b'/home/', b'/root']


def judge_parts(folder, name):
    words = private_words(folder)
    contents = {}
    for suffix in ('.xlsx', '.docx'):
        with zipfile.ZipFile(os.path.join(folder, name + suffix)) as book:
            contents.update({suffix + ' ' + part: book.read(part) for part in book.namelist()})
    for part, content in contents.items():
        subprocess.run(['xmllint', '--noout', '--nonet', '-'], input=content, check=True)
    for suffix in ('.csv', '.json', '.html', '.txt', '.pdf'):
        with open(os.path.join(folder, name + suffix), 'rb') as stream:
            contents[suffix] = stream.read()
    for part, content in contents.items():
        for word in words:
            assert word not in content, f'{part} holds {word}'


def show_all(program, folder, names):
    done = subprocess.run([program, 'show', '--json', '--as-read', *[os.path.join(folder, name + '.xlsx') for name in names]],
                          stdout=subprocess.PIPE, text=True, check=True)
    return [json.loads(line, parse_float=Decimal) for line in io.StringIO(done.stdout)]


def convert(folder, names):
    paths = [os.path.join(folder, name) for name in names]
    judge_exports.soffice(os.path.join(folder, 'profile'), [
        '--convert-to', judge_exports.CSV_FILTER, '--outdir', os.path.join(folder, 'books'), *[path + '.xlsx' for path in paths]])
    judge_exports.soffice(os.path.join(folder, 'profile'), [
        f'--infilter={CSV_IN}', '--convert-to', CSV_OUT, '--outdir', os.path.join(folder, 'lists'), *[path + '.csv' for path in paths]])


def judge(program, folder, names):
    shown = show_all(program, folder, names)
    failed = 0
    cells = 0
    for number, (name, report) in enumerate(zip(names, shown), 1):
        try:
            expected = judge_exports.Expected(os.path.join(folder, name + '.expected'))
            judge_exports.judge_xlsx(expected, os.path.join(folder, 'books', name))
            judge_data(folder, name, report)
            judge_parts(folder, name)
            judge_text_only(folder, name)
            cells += judge_list(folder, name)
            print(f'ok {number} {name}')
        except (AssertionError, ArithmeticError, ValueError, LookupError, OSError, subprocess.CalledProcessError) as problem:
            failed += 1
            print(f'not ok {number} {name}')
            print('\n'.join('# ' + line for line in str(problem).splitlines()))
    print(f'# {cells} cells of {len(names) - failed} reports are the same everywhere')
    print(f'1..{len(names)}')
    return failed


def main():
    if shutil.which('soffice') is None or shutil.which('xmllint') is None:
        print('1..0 # SKIP LibreOffice (soffice) or xmllint is not installed')
        return 0
    with tempfile.TemporaryDirectory(prefix='bianbao-judge-') as folder:
        subprocess.run([sys.argv[1], folder], check=True)
        subprocess.run([sys.argv[1], folder, sys.argv[3]], check=True)
        subprocess.run([sys.argv[1], folder, 'formulas'], check=True)
        names = sorted(name[:-len('.expected')] for name in os.listdir(folder) if name.endswith('.expected'))
        convert(folder, names)
        return 1 if judge(sys.argv[2], folder, names) else 0


if __name__ == '__main__':
    sys.exit(main())
