#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A Word document as LibreOffice sets it, measured on its pages: 28 characters a line and 22 lines a page on 156 by 225 mm, page
numbers on the outer side, table 3 within a page and a half, and nothing that leaves the sheet.

usage: judge-word-pages.py BIANBAO_CLI REPORT FONTS_CONF
Speaks TAP; skips where soffice or pdftotext is not installed.
"""

import importlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

judge = importlib.import_module('judge-exports')

MM = 72 / 25.4
LEFT, TOP, WIDTH, HEIGHT = 28 * MM, 37 * MM, 156 * MM, 225 * MM
TOLERANCE = 1 * MM
XHTML = '{http://www.w3.org/1999/xhtml}'

# Forty characters that break anywhere: what a line holds is then what fits.
FILL = '全年工作平稳有序各项任务按期完成持续推进信息发布解读回应不断提升服务水平' * 12


class Word:
    def __init__(self, page, node):
        self.page = page
        self.left, self.top, self.right, self.bottom = (float(node.get(name)) for name in ('xMin', 'yMin', 'xMax', 'yMax'))
        self.text = node.text or ''


def read_words(pdf):
    """The words of each page, from the top, as pdftotext finds them."""
    text = subprocess.run(['pdftotext', '-bbox', pdf, '-'], check=True, capture_output=True).stdout
    root = ElementTree.fromstring(re.sub(rb'[\x00-\x08\x0b\x0c\x0e-\x1f]', b'', text))
    pages = root.findall(f'.//{XHTML}page')
    for page in pages:
        size = float(page.get('width')), float(page.get('height'))
        assert abs(size[0] - 210 * MM) < 1 and abs(size[1] - 297 * MM) < 1, f'the sheet is {size}'
    return [[Word(number, node) for node in page.findall(f'{XHTML}word')] for number, page in enumerate(pages, 1)]


def in_text(word):
    return word.top < TOP + HEIGHT


def lines_of(words):
    """What stands at one height, from the left."""
    lines = {}
    for word in words:
        key = next((top for top in lines if abs(top - word.top) < 5), word.top)
        lines.setdefault(key, []).append(word)
    return [sorted(line, key=lambda word: word.left) for _, line in sorted(lines.items())]


def judge_lines(pages):
    full = [line for line in lines_of([word for word in pages[1] if in_text(word)])]
    assert len(full) == 22, f'page 2 has {len(full)} lines'
    counts = {sum(len(word.text) for word in line) for line in full}
    assert max(counts) == 28, f'lines have up to {max(counts)} characters'
    for line in full:
        if sum(len(word.text) for word in line) == 28:
            left, right = line[0].left, line[-1].right
            assert abs(left - LEFT) < TOLERANCE and abs(right - LEFT - WIDTH) < TOLERANCE, f'a full line from {left} to {right}'
    first, last = full[0][0], full[-1][0]
    pitch = (last.top - first.top) / 21
    assert abs(pitch - 29) < 0.1, f'the lines are {pitch} points apart'
    assert first.top > TOP - TOLERANCE and last.bottom < TOP + HEIGHT + TOLERANCE, f'text from {first.top} to {last.bottom}'


def judge_indents(pages):
    firsts = [line[0].left for line in lines_of(pages[1]) if line[0].left > LEFT + TOLERANCE and in_text(line[0])]
    assert firsts, 'no line is indented'
    assert all(abs(left - LEFT - 2 * WIDTH / 28) < TOLERANCE for left in firsts), f'indented by {[left - LEFT for left in firsts]}'


def judge_numbers(pages):
    for number, words in enumerate(pages, 1):
        line = [word for word in words if not in_text(word)]
        assert ''.join(word.text for word in line) == f'—{number}—', f'page {number}: {[word.text for word in line]}'
        left, right = min(word.left for word in line) - LEFT, LEFT + WIDTH - max(word.right for word in line)
        outer = right if number % 2 else left
        assert abs(outer - 14) < TOLERANCE, f'page {number}: {outer} points from the outer edge'
        middle = (line[0].top + line[0].bottom) / 2 - TOP - HEIGHT
        assert abs(middle - 7 * MM) < 2 * MM, f'page {number}: the number is {middle / MM:.1f} mm below the text'


def judge_sheet(pages):
    """A full stop may hang over the right edge by its own width; nothing else leaves the text, and nothing the sheet."""
    for words in pages:
        for word in words:
            assert word.left > LEFT - TOLERANCE, f'page {word.page}: “{word.text}” begins at {word.left}'
            assert word.right < LEFT + WIDTH + 16 + TOLERANCE, f'page {word.page}: “{word.text}” ends at {word.right}'


def judge_table(pages):
    words = [word for page in pages for word in page]
    first = next(word for word in words if word.text.startswith('一、本年新收'))
    last = next(word for word in words if word.text.startswith('四、结转下年度'))
    pages_between = last.page - first.page
    height = last.bottom - first.top + pages_between * HEIGHT
    assert height < 1.5 * HEIGHT, f'table 3 takes {height / HEIGHT:.2f} pages'
    if pages_between:
        heads = [word for word in words if word.text.startswith('申请人情况')]
        assert len(heads) == 1 + pages_between, f'the head of table 3 stands {len(heads)} times'


def judge_fonts(pdf):
    lines = subprocess.run(['pdffonts', pdf], check=True, capture_output=True, text=True).stdout.splitlines()[2:]
    assert len(lines) >= 3, f'{len(lines)} faces'
    for line in lines:
        assert line.split()[-5] == 'yes', f'not embedded: {line}'


def make_pdf(folder, program, report, fonts):
    """REPORT with 总体情况 so long that it fills pages."""
    with open(report, encoding='utf-8') as stream:
        text = stream.read()
    text = re.sub('(?m)^(一、总体情况)$', '\\1\n' + '\n'.join([FILL] * 8), text, count=1)
    source, word = os.path.join(folder, 'report.txt'), os.path.join(folder, 'report.docx')
    with open(source, 'w', encoding='utf-8') as stream:
        stream.write(text)
    subprocess.run([program, 'convert', source, word], check=True, stdout=subprocess.DEVNULL)
    os.environ['FONTCONFIG_FILE'] = fonts
    judge.soffice(os.path.join(folder, 'profile'), ['--convert-to', 'pdf', '--outdir', folder, word])
    return os.path.join(folder, 'report.pdf')


def main():
    if shutil.which('soffice') is None or shutil.which('pdftotext') is None:
        print('1..0 # SKIP LibreOffice (soffice) or pdftotext is not installed')
        return 0
    with tempfile.TemporaryDirectory(prefix='bianbao-pages-') as folder:
        pdf = make_pdf(folder, *sys.argv[1:4])
        pages = read_words(pdf)
        cases = [('28 characters on 22 lines', judge_lines, pages), ('first lines', judge_indents, pages),
                 ('page numbers', judge_numbers, pages), ('the sheet', judge_sheet, pages),
                 ('table 3', judge_table, pages), ('faces', judge_fonts, pdf)]
        failed = 0
        for number, (label, check, argument) in enumerate(cases, 1):
            try:
                check(argument)
                print(f'ok {number} {label}')
            except AssertionError as problem:
                failed += 1
                print(f'not ok {number} {label}\n# {problem}')
        print(f'1..{len(cases)}')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
