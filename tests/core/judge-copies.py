#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""LibreOffice as the judge of copied tables: pasted into a text they keep their merged cells, and in a sheet each cell its place.

usage: judge-copies.py COPY_SAMPLES_PROGRAM

Speaks TAP; skips where soffice is not installed.
"""
import csv
import glob
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
import zipfile
from html.parser import HTMLParser

HERE = os.path.dirname(os.path.abspath(__file__))
SPECIFICATION = importlib.util.spec_from_file_location('judge_exports', os.path.join(HERE, 'judge-exports.py'))
exports = importlib.util.module_from_spec(SPECIFICATION)
SPECIFICATION.loader.exec_module(exports)


class Table(HTMLParser):
    """The copy itself: place of the top left corner -> text, rows and columns that the cell covers."""

    def __init__(self, text):
        super().__init__()
        self.cells = {}
        self.covered = set()
        self.row = -1
        self.place = None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        if tag == 'tr':
            self.row += 1
        elif tag == 'td':
            spans = dict(attributes)
            rows, columns = int(spans.get('rowspan', 1)), int(spans.get('colspan', 1))
            column = 0
            while (self.row, column) in self.covered:
                column += 1
            self.covered |= {(self.row + r, column + c) for r in range(rows) for c in range(columns)}
            self.place = (self.row, column)
            self.cells[self.place] = ['', rows, columns]

    def handle_endtag(self, tag):
        if tag == 'td':
            self.place = None

    def handle_data(self, data):
        if self.place is not None:
            self.cells[self.place][0] += data


def clean(text):
    return ''.join(text.split())


def judge_text(copy, path):
    """In a text: the same texts at the same corners, so no merged cell came apart."""
    with zipfile.ZipFile(path) as archive:
        root = ElementTree.fromstring(archive.read('word/document.xml'))
    table, = list(root.iter(exports.WORD + 'tbl'))
    found = {place: clean(text) for place, text in exports.docx_table(table).items()}
    wanted = {place: clean(text) for place, (text, _, _) in copy.cells.items()}
    assert found == wanted, f'{set(found.items()) ^ set(wanted.items())}'


def judge_sheet(copy, path):
    """In a sheet: each text in its cell, and figures as figures."""
    with open(path, encoding='utf-8', newline='') as stream:
        rows = list(csv.reader(stream))
    found = {(r, c): clean(text) for r, row in enumerate(rows) for c, text in enumerate(row) if clean(text)}
    wanted = {place: clean(text) for place, (text, _, _) in copy.cells.items() if clean(text)}
    assert found == wanted, f'{set(found.items()) ^ set(wanted.items())}'


def main():
    if shutil.which('soffice') is None:
        print('1..0 # SKIP LibreOffice (soffice) is not installed')
        return 0
    number = failed = 0
    with tempfile.TemporaryDirectory(prefix='bianbao-judge-') as folder:
        subprocess.run([sys.argv[1], folder], check=True)
        paths = sorted(glob.glob(os.path.join(folder, '*.html')))
        profile = os.path.join(folder, 'profile')
        exports.soffice(profile, ['--infilter=HTML (StarWriter)', '--convert-to', exports.DOCX_FILTER, '--outdir', folder, *paths])
        exports.soffice(profile, ['--infilter=calc_HTML_WebQuery', '--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76', '--outdir', folder, *paths])
        for path in paths:
            with open(path, encoding='utf-8') as stream:
                copy = Table(stream.read())
            for label, check, suffix in (('in a text', judge_text, '.docx'), ('in a sheet', judge_sheet, '.csv')):
                number += 1
                try:
                    check(copy, path[:-len('.html')] + suffix)
                    print(f'ok {number} {os.path.basename(path)} {label}')
                except (AssertionError, ValueError, LookupError, OSError) as problem:
                    failed += 1
                    print(f'not ok {number} {os.path.basename(path)} {label}')
                    print('\n'.join('# ' + line for line in str(problem).splitlines()))
    print(f'1..{number}')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
