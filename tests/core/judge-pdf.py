#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""PDFs as other programs find them: every cell in its rectangle, every paragraph in its order, nothing outside the page.

usage: judge-pdf.py EXPORT_SAMPLES_PROGRAM BIANBAO_CLI NUMBER

Our own reader finds in the PDF what it finds in our text: every cell, every sentence. qpdf finds no fault, pdffonts finds every font embedded, pdftotext finds each text of each table inside the rectangle that
was drawn for it and all other text as it is in the report, pdfinfo finds tags and nothing about who made the file where.
Full lines and pages are measured. Real reports are judged too where BIANBAO_REPORTS names a folder of them.
Speaks TAP; skips where qpdf or poppler-utils are not installed.
"""

import glob
import html
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

spec = importlib.util.spec_from_file_location('judge_exports', os.path.join(os.path.dirname(__file__), 'judge-exports.py'))
judge_exports = importlib.util.module_from_spec(spec)
spec.loader.exec_module(judge_exports)

POINTS = 72 / 25.4
LEFT, TOP, WIDTH, HEIGHT = 28 * POINTS, 37 * POINTS, 156 * POINTS, 225 * POINTS
LINES, CHARACTERS = 22, 28
TOLERANCE = 1 * POINTS
WORD = re.compile(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>', re.S)
CONTENT = re.compile(rb'%% Contents for page (\d+)\n.*?stream\n(.*?)\nendstream', re.S)


def run(*command):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=True).stdout


def bare(text):
    """Lines and cells end where they end: white space is layout."""
    return re.sub(r'[\s\u3000]+', '', text)


class Word:
    def __init__(self, found):
        self.left, self.top, self.right, self.bottom = (float(found[i]) for i in range(1, 5))
        self.text = html.unescape(found[5])
        self.x, self.y = (self.left + self.right) / 2, (self.top + self.bottom) / 2


def read_words(path):
    """The words of each page, in the order of the file's text."""
    pages = run('pdftotext', '-bbox', path, '-').decode().split('<page ')[1:]
    return [[Word(found) for found in WORD.finditer(page)] for page in pages]


def read_parts(path):
    """The tables drawn on each page: a list of parts, each a list of rectangles (left, top, right, bottom)."""
    pages = {}
    for number, content in CONTENT.findall(run('qpdf', '--qdf', '--object-streams=disable', path, '-')):
        parts = []
        corners = []
        for x, y, operator in re.findall(rb'(?:([-\d.]+) ([-\d.]+) ([ml])|\bS\b)', content):
            if operator:
                corners.append((float(x), float(y)))
            elif corners:
                # Closing a rectangle leaves the pen at its beginning: one corner more.
                rectangles = [corners[i:i + 4] for i in range(0, len(corners) - 3, 4)]
                parts.append([(min(x for x, _ in r), min(y for _, y in r), max(x for x, _ in r), max(y for _, y in r))
                              for r in rectangles])
                corners = []
        pages[int(number)] = parts
    return [pages[number] for number in sorted(pages)]


def text_in(words, rectangle):
    """Takes the words of a rectangle away from those of the page. What begins in it must end in it."""
    left, top, right, bottom = rectangle
    inside = [word for word in words if left < word.x < right and top < word.y < bottom]
    for word in inside:
        assert word.left > left - 0.5 and word.right < right + 0.5, f'“{word.text}” is wider than its cell'
        words.remove(word)
    return bare(''.join(word.text for word in sorted(inside, key=lambda word: (round(word.y / 3), word.x))))


def edges(values):
    """Sorted, with those that differ only by rounding as one."""
    result = []
    for value in sorted(values):
        if not result or value - result[-1] > 0.2:
            result.append(value)
    return result


def index_of(values, value):
    return min(range(len(values)), key=lambda i: abs(values[i] - value))


class Tables:
    """Follows the tables of a report through the pages."""

    def __init__(self, expected):
        self.expected = [{place: bare(text) for place, (text, _) in cells.items()} for _, cells in sorted(expected.tables.items())]
        self.heights = []
        self.n_repeated = 0
        self.is_headed = False
        self.reset()

    def reset(self):
        self.rows = 0
        self.found = []
        self.labels = {}

    def is_repeated(self, texts):
        """The heads once more on a further page: exactly the first texts of the table."""
        first = [text for _, text in sorted(self.expected[len(self.heights) - 1].items())][:len(texts)]
        return self.rows > 0 and texts == first

    def take(self, part, words):
        if self.rows == 0:
            self.heights.append(0)
        texts = [text_in(words, rectangle) for rectangle in part]
        bands = edges([value for r in part for value in (r[1], r[3])])
        self.heights[-1] += bands[-1] - bands[0]
        if self.is_repeated(texts):
            self.is_headed = True
            return
        assert self.rows == 0 or len(self.heights) == 1 or self.is_headed, 'a further page without the heads of its table'
        self.is_headed = False
        self.found += [(self.rows + index_of(bands, r[1]), r, text) for r, text in zip(part, texts)]
        self.rows += len(bands) - 1
        if self.rows > max(row for row, _ in self.expected[len(self.heights) - 1]):
            self.close()

    def close(self):
        wanted = self.expected[len(self.heights) - 1]
        placed = {}
        for row in sorted({row for row, _, _ in self.found}):
            cells = sorted((r[0], text) for found_row, r, text in self.found if found_row == row)
            columns = sorted(column for wanted_row, column in wanted if wanted_row == row)
            # Labels beside rows of two pages go on on the second: on the left, one deep in the table more than the other.
            further = len(cells) - len(columns)
            for left, text in cells[:further]:
                assert left in self.labels, f'table {len(self.heights)}, row {row}: “{text}” is no label'
                label = self.labels[left]
                # Once more, whole, where there is room for it.
                repeated = text != '' and text == wanted[label] == placed[label]
                self.n_repeated += repeated
                if not repeated:
                    placed[label] += text
            for (left, text), column in zip(cells[further:], columns):
                placed[row, column] = text
                self.labels[left] = (row, column)
        assert placed == wanted, f'table {len(self.heights)}: {sorted(set(placed.items()) ^ set(wanted.items()))}'
        self.reset()


def take_number(words, page):
    """The page number, below the text on the outer side."""
    number = [word for word in words if word.y > TOP + HEIGHT + 5 * POINTS]
    text = bare(''.join(word.text for word in sorted(number, key=lambda word: word.x)))
    assert text == f'—{page}—', f'page {page} has the number “{text}”'
    assert (number[0].x > LEFT + WIDTH / 2) == (page % 2 == 1), f'page {page}: number on the inner side'
    for word in number:
        words.remove(word)


def in_lines(words):
    """From top to bottom, from left to right: fonts of one line need not be equally high."""
    lines = []
    for word in sorted(words, key=lambda word: word.y):
        if not lines or word.y - lines[-1][0].y > 8:
            lines.append([])
        lines[-1].append(word)
    return [sorted(line, key=lambda word: word.x) for line in lines]


def judge_order(expected, path):
    """As the file is read aloud, or copied from a viewer: one paragraph after the other."""
    pages = run('pdftotext', '-raw', path, '-').decode().split('\f')
    text = bare(''.join(re.sub(r'— *\d+ *—\s*$', '', page) for page in pages))
    place = 0
    for paragraph in expected.paragraphs:
        found = text.find(bare(paragraph), place)
        assert found >= 0, f'missing or out of order: “{paragraph}”'
        place = found + len(bare(paragraph))


def judge_text(expected, path):
    pages = read_words(path)
    parts = read_parts(path)
    tables = Tables(expected)
    text = ''
    for page, (words, drawn) in enumerate(zip(pages, parts), 1):
        for word in words:
            assert word.left > LEFT - TOLERANCE and word.right < LEFT + WIDTH + TOLERANCE, f'page {page}: “{word.text}” is outside'
        take_number(words, page)
        for word in words:
            assert TOP < word.y < TOP + HEIGHT, f'page {page}: “{word.text}” is outside'
        for part in drawn:
            tables.take(part, words)
        text += bare(''.join(word.text for line in in_lines(words) for word in line))
    assert len(pages) == len(parts) and len(tables.heights) == len(tables.expected) and tables.rows == 0, 'tables are missing'
    wanted = bare(''.join(expected.paragraphs))
    assert text == wanted, f'paragraphs differ:\n{text}\n{wanted}'
    return sum(len(cells) for cells in tables.expected), tables


def judge_file(path):
    done = run('qpdf', '--check', path).decode()
    assert 'No syntax or stream encoding errors' in done, done
    for line in run('pdffonts', path).decode().splitlines()[2:]:
        embedded, _, unicode = line.split()[-5:-2]
        assert embedded == unicode == 'yes', f'font: {line}'
    assert re.search(r'^Tagged: +yes$', run('pdfinfo', path).decode(), re.M), 'not tagged'
    catalogue = run('qpdf', '--show-object=trailer', path).decode()
    assert '/Lang (zh-CN)' in run('qpdf', '--show-object=' + re.search(r'/Root (\d+)', catalogue)[1], path).decode(), 'no language'
    struct = run('pdfinfo', '-struct', path).decode()
    for tag in ('Document', 'H1', 'H2', 'Table', 'TR', 'TH', 'TD'):
        assert re.search(rf'^ *{tag}\b', struct, re.M), f'no tag {tag}'


def judge_report(expected, path):
    judge_file(path)
    cells, tables = judge_text(expected, path)
    private = re.findall(r'^ *Private\b', run('pdfinfo', '-struct', path).decode(), re.M)
    assert len(private) == tables.n_repeated, f'{tables.n_repeated} labels are repeated, {len(private)} are private'
    judge_order(expected, path)
    assert tables.heights[1] <= 1.5 * HEIGHT, f'table 3 is {tables.heights[1] / HEIGHT:.2f} pages high'
    return cells


def judge_measures(program, folder):
    """3000 characters: the second page has nothing but them. Everything within a millimetre."""
    source, path = os.path.join(folder, 'measures.txt'), os.path.join(folder, 'measures.pdf')
    with open(source, 'w', encoding='utf-8') as stream:
        stream.write('示例局2023年政府信息公开工作年度报告\n一、总体情况\n' + '政务公开工作' * 500 + '\n')
    subprocess.run([program, 'convert', source, path], stdout=subprocess.DEVNULL, check=True)
    words = read_words(path)[1]
    take_number(words, 2)
    lines = in_lines(words)
    assert len(lines) == LINES, f'{len(lines)} lines'
    for line in lines:
        length = sum(len(word.text) for word in line)
        left, right = line[0].left, line[-1].right
        assert length == CHARACTERS, f'{length} characters'
        assert abs(left - LEFT) < TOLERANCE and abs(right - left - WIDTH) < TOLERANCE, f'{left / POINTS} to {right / POINTS} mm'
    pitch = (lines[-1][0].y - lines[0][0].y) / (LINES - 1)
    assert abs(pitch * LINES - HEIGHT) < TOLERANCE, f'{pitch * LINES / POINTS} mm for {LINES} lines'
    middle = (lines[0][0].y + lines[-1][0].y) / 2
    assert abs(middle - TOP - HEIGHT / 2) < 3 * TOLERANCE, f'the text is {(middle - TOP) / POINTS} mm below the top'


def read_back(program, paths):
    """What `show` says of each file, without the places."""
    done = subprocess.run([program, 'show', '--json', '--as-read', *paths], stdout=subprocess.PIPE, check=True)
    reports = []
    for line in done.stdout.decode().splitlines():
        report = json.loads(line)
        cells = {name: (cell.get('state'), cell.get('value'), bare(cell['text'])) for name, cell in report['cells'].items()}
        sections = {name: bare(json.dumps(text, ensure_ascii=False)).replace('\\n', '') for name, text in report['sections'].items()}
        reports.append({'year': report['year'], 'title': bare(report['title']), **cells, **sections})
    return reports


def judge_read_back(program, folder, names):
    """Every cell with its value and words, every text but for its white space, which is layout in a PDF."""
    paths = [os.path.join(folder, name) for name in names]
    found = read_back(program, [path + '.pdf' for path in paths])
    wanted = read_back(program, [path + '.txt' for path in paths])
    for name, one, other in zip(names, found, wanted):
        different = [f'{name}: {key}: {one.get(key)}, not {other[key]}' for key in other if one.get(key) != other[key]]
        assert not different, '\n'.join(different[:5])
    print(f'# {sum(len(report) for report in wanted)} cells and texts of {len(wanted)} reports are read back')


def judge(program, folder, names):
    cases = [(name, lambda name=name: judge_report(judge_exports.Expected(os.path.join(folder, name + '.expected')),
                                                   os.path.join(folder, name + '.pdf'))) for name in names]
    # Marks of HTML on a line of their own are no name of an office to our reader: the hostile title is one line to it.
    cases.append(('read back', lambda: judge_read_back(program, folder, [name for name in names if name != 'hostile'])))
    cases.append(('measures', lambda: judge_measures(program, folder)))
    failed = cells = 0
    for number, (name, check) in enumerate(cases, 1):
        try:
            cells += check() or 0
            print(f'ok {number} {name}')
        except (AssertionError, ValueError, LookupError, OSError, subprocess.CalledProcessError) as problem:
            failed += 1
            print(f'not ok {number} {name}')
            print('\n'.join('# ' + line for line in str(problem).splitlines()))
    print(f'# {cells} places of tables hold what they should')
    print(f'1..{len(cases)}')
    return failed


def real_reports(program, folder):
    """Published reports, where there are any, as documents: what was read from them is what must be in the PDF."""
    documents = []
    for source in sorted(glob.glob(os.path.join(os.environ.get('BIANBAO_REPORTS', '/nowhere'), '*.*'))):
        path = os.path.join(folder, f'real-{len(documents)}.bianbao')
        if source.endswith(('.txt', '.html', '.docx')):
            subprocess.run([program, 'convert', source, path], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if os.path.exists(path):
            print(f'# real-{len(documents)}: {os.path.basename(source)}')
            documents.append(path)
    return documents


def main():
    for needed in ('qpdf', 'pdftotext', 'pdffonts'):
        if shutil.which(needed) is None:
            print(f'1..0 # SKIP {needed} is not installed')
            return 0
    with tempfile.TemporaryDirectory(prefix='bianbao-judge-') as folder:
        subprocess.run([sys.argv[1], folder], check=True)
        subprocess.run([sys.argv[1], folder, sys.argv[3]], check=True)
        documents = real_reports(sys.argv[2], folder)
        if documents:
            subprocess.run([sys.argv[1], folder, *documents], check=True)
        names = sorted(name[:-len('.expected')] for name in os.listdir(folder) if name.endswith('.expected'))
        return 1 if judge(sys.argv[2], folder, names) else 0


if __name__ == '__main__':
    sys.exit(main())
