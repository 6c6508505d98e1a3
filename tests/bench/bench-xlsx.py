#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a workbook costs: `bianbao-cli convert` of a document beside a program that has nothing but libxlsxwriter and a list of cells.

usage: bench-xlsx.py BIANBAO_CLI MINIMAL_XLSX MINIMAL_REPORT REPORT

That program writes the same cells twice: with their formats, formulas, merges, widths and heights, which is what the library alone
takes for what ours writes; and their values alone. A third program reads the document, as ours has to, and writes the values.
Whole processes, one of each in turn, so that what else the machine does meets
all; the medians are compared. Exit status 1 when ours takes longer than LIMITS times any.
"""

import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
import zipfile

RUNS = 101
# Reached: 1.22 and 1.37; against the last, 0.5. Ours also reads a document, examines it, writes rules and checks into the sheets, and
# sees to it that the file is on the disk.
LIMITS = {'cells': 1.3, 'values': 1.5, 'report': 1.0}
NAMES = {'cells': 'libxlsxwriter alone, cells', 'values': 'libxlsxwriter alone, values', 'report': 'reading, and values'}

NAMESPACE = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
# Numbers of libxlsxwriter.
ALIGN = {'left': 1, 'center': 2, 'right': 3}
VALIGN = {'top': 8, 'bottom': 9, 'center': 10}


def place(reference):
    letters, row = re.fullmatch(r'([A-Z]+)(\d+)', reference).groups()
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord('A') + 1
    return int(row) - 1, column - 1


def lines_of_formats(styles):
    numbers = {n.get('numFmtId'): n.get('formatCode') for n in styles.iter(NAMESPACE + 'numFmt')}
    fonts = list(styles.find(NAMESPACE + 'fonts'))
    for xf in styles.find(NAMESPACE + 'cellXfs'):
        font = fonts[int(xf.get('fontId'))]
        alignment = xf.find(NAMESPACE + 'alignment')
        alignment = alignment.attrib if alignment is not None else {}
        protection = xf.find(NAMESPACE + 'protection')
        yield 'F', font.find(NAMESPACE + 'name').get('val'), font.find(NAMESPACE + 'sz').get('val'), int(xf.get('borderId') != '0'), \
            ALIGN.get(alignment.get('horizontal'), 0), VALIGN.get(alignment.get('vertical'), 0), alignment.get('wrapText', 0), \
            alignment.get('shrinkToFit', 0), int(protection is not None), numbers.get(xf.get('numFmtId'), 'General')


def lines_of_cell(cell, strings):
    where = (*place(cell.get('r')), cell.get('s', 0))
    value = cell.find(NAMESPACE + 'v')
    formula = cell.find(NAMESPACE + 'f')
    if formula is not None:
        yield 'f', *where, value.text, '=' + formula.text
    elif value is None:
        yield 'b', *where
    elif cell.get('t') == 's':
        yield 's', *where, strings[int(value.text)]
    else:
        yield 'n', *where, value.text


def lines_of_sheet(sheet, strings):
    yield ('S',)
    for column in sheet.iter(NAMESPACE + 'col'):
        for n in range(int(column.get('min')) - 1, int(column.get('max'))):
            yield 'w', n, column.get('width')
    cells = {cell.get('r'): cell for cell in sheet.iter(NAMESPACE + 'c')}
    for merge in sheet.iter(NAMESPACE + 'mergeCell'):
        first, last = merge.get('ref').split(':')
        yield 'm', *place(first), *place(last), cells[first].get('s', 0)
    for row in sheet.iter(NAMESPACE + 'row'):
        if row.get('ht'):
            yield 'h', int(row.get('r')) - 1, row.get('ht')
        for cell in row:
            yield from lines_of_cell(cell, strings)


def list_cells(workbook):
    """Returns: everything, and the values alone."""
    with zipfile.ZipFile(workbook) as parts:
        def part(name):
            return ElementTree.fromstring(parts.read(name))
        strings = [''.join(t.text or '' for t in si.iter(NAMESPACE + 't')).replace('\n', ' ') for si in part('xl/sharedStrings.xml')]
        formats = list(lines_of_formats(part('xl/styles.xml')))
        names = sorted(name for name in parts.namelist() if name.startswith('xl/worksheets/sheet'))
        sheets = [line for name in names for line in lines_of_sheet(part(name), strings)]
    values = [line for line in sheets if line[0] in 'Sns']
    return formats + sheets, formats + [line[:3] + (0,) + line[4:] if len(line) > 1 else line for line in values]


def spent():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def run(command):
    """Processor time: the time on the wall of a busy machine says more about the machine."""
    before = spent()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return (spent() - before) * 1000


def main():
    cli, minimal, reading, report = sys.argv[1:]
    with tempfile.TemporaryDirectory(prefix='bianbao-bench-') as folder:
        document, workbook, output = (os.path.join(folder, name) for name in ('report.bianbao', 'ours.xlsx', 'minimal.xlsx'))
        subprocess.run([cli, 'convert', report, document], check=True)
        subprocess.run([cli, 'convert', document, workbook], check=True)
        commands = {'ours': [cli, 'convert', '--force', document, workbook], 'report': [reading, document, output]}
        for name, lines in zip(('cells', 'values'), list_cells(workbook)):
            commands[name] = [minimal, os.path.join(folder, name), output]
            with open(os.path.join(folder, name), 'w', encoding='utf-8') as file:
                file.writelines('\t'.join(map(str, line)) + '\n' for line in lines)
        times = {name: [] for name in commands}
        for _ in range(RUNS):
            for name, command in commands.items():
                times[name].append(run(command))
    medians = {name: statistics.median(times[name]) for name in commands}
    print(f'bianbao-cli convert: {medians["ours"]:.1f} ms')
    for name in LIMITS:
        print(f'{NAMES[name]}: {medians[name]:.1f} ms, ours takes {medians["ours"] / medians[name]:.2f} times as long')
    return 0 if all(medians['ours'] <= limit * medians[name] for name, limit in LIMITS.items()) else 1


if __name__ == '__main__':
    sys.exit(main())
