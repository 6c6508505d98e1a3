#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""PDF files that LibreOffice makes of our web pages, read back: every figure and every sentence must be the same.

usage: judge-pdf-reader.py PDF_SAMPLES_PROGRAM CLI [N [KIND...]]

N generated reports (2 unless told) are printed in every kind: on A4 and other paper, in other fonts, with labels of one character a
line, with heads that are repeated or not, in tables without any rule. Speaks TAP; skips where soffice is not installed. With
BIANBAO_KEEP set to a folder the files stay there.
"""
import glob
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

PAPER = r'size: 21cm 29.7cm; margin: 3.7cm 2.6cm 3.5cm 2.8cm'


def fonts(family):
    return lambda page: re.sub(r'font-family: [^;}]*', f'font-family: "{family}"', page)


def paper(size, margin):
    return lambda page: page.replace(PAPER, f'size: {size}; margin: {margin}')


def no_repeat(page):
    return page.replace('<thead>', '<tbody>').replace('</thead>', '</tbody>')


def letters(page):
    """The label of the results as many Word templates have it: one character a line."""
    return page.replace('三、本年度办理结果<', '<br>'.join('三、本年度办理结果') + '<')


def unruled(page):
    return re.sub(r'border:1px solid #000', 'border:none', page)


def roomy(page):
    """Cells with room around their text, as web pages print them."""
    return re.sub(r'padding:2.5pt [0-9.]+pt( 2.5pt [0-9.]+pt)?', 'padding:4pt 4pt', page)


def top(page):
    return page.replace('vertical-align:middle', 'vertical-align:top')


def gray(page):
    return page.replace('border:1px solid #000', 'border:0.5px solid #ccc')


def separate(page):
    return page.replace('border-collapse: collapse', 'border-collapse: separate').replace('cellspacing="0"', 'cellspacing="2"')


def split_rows(page):
    return page.replace('page-break-inside:avoid', 'page-break-inside:auto')


# kind -> what is done to the page before it is printed
KINDS = {
    'plain': [],
    'letters': [letters],
    'no-repeat': [no_repeat, letters],
    'landscape': [paper('29.7cm 21cm', '2cm'), letters],
    'low': [paper('21cm 14cm', '2cm 2.6cm 2cm 2.8cm'), no_repeat],
    'low-repeat': [paper('21cm 16cm', '2cm 2.6cm 2cm 2.8cm'), letters],
    'split-rows': [paper('21cm 17cm', '2cm 2.6cm 2cm 2.8cm'), split_rows, roomy, no_repeat],
    'sans': [fonts('Noto Sans CJK SC')],
    'ming': [fonts('AR PL UMing CN'), letters],
    'kai': [fonts('AR PL UKai CN'), roomy],
    'gray': [gray, roomy],
    'separate': [separate],
    'unruled': [unruled],
    'unruled-roomy': [unruled, roomy],
    'unruled-letters': [unruled, letters, no_repeat],
    'unruled-ming': [unruled, roomy, fonts('AR PL UMing CN')],
    'unruled-top': [unruled, top],
    'unruled-low': [unruled, paper('21cm 16cm', '2cm 2.6cm 2cm 2.8cm')],
    'unruled-landscape': [unruled, paper('29.7cm 21cm', '2cm'), fonts('Noto Sans CJK SC')],
}


def make_pages(samples, folder, n, kinds):
    subprocess.run([samples, folder, str(n)], check=True)
    for path in sorted(glob.glob(os.path.join(folder, '[0-9]*.html'))):
        with open(path, encoding='utf-8') as stream:
            page = stream.read()
        os.remove(path)
        for kind in kinds:
            text = page
            for change in KINDS[kind]:
                text = change(text)
            with open(f'{path[:-5]}.{kind}.html', 'w', encoding='utf-8') as stream:
                stream.write(text)


def print_pages(folder):
    pages = sorted(glob.glob(os.path.join(folder, '*.html')))
    command = ['soffice', f'-env:UserInstallation=file://{folder}/profile', '--headless', '--norestore',
               '--infilter=HTML (StarWriter)', '--convert-to', 'pdf', '--outdir', folder]
    for start in range(0, len(pages), 40):
        subprocess.run(command + pages[start:start + 40], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=900)


def read(cli, path):
    run = subprocess.run([cli, 'show', '--json', '--as-read', path], capture_output=True, text=True, timeout=120)
    if run.returncode != 0:
        raise ValueError(run.stderr.strip()[:200])
    return json.loads(run.stdout)


def plain(text):
    return ''.join((text or '').split())


def words_only(text):
    """LibreOffice hangs punctuation over the margin, where programs that take text out of PDF files do not find it."""
    return re.sub(r'[，。：；、！,.:;!]', '', plain(str(text)))


def compare_cells(wanted, found):
    """Returns: what is shown as another number, and what is not there."""
    silent, lost = [], []
    for cell, known in wanted['cells'].items():
        seen = found['cells'].get(cell, {'state': 'missing'})
        if known.get('state') == 'number':
            if seen.get('state') != 'number':
                lost.append(f'{cell} {known["text"]!r}: {seen}')
            elif seen['value'] != known['value']:
                silent.append(f'{cell} {known["text"]!r}: {seen}')
        elif seen.get('state') == 'number':
            silent.append(f'{cell} {known}: {seen}')
        elif plain(known.get('text')) != plain(seen.get('text')):
            lost.append(f'{cell} {known}: {seen}')
    return silent, lost


def judge(cli, path):
    """Returns: lines of what differs, the number of silent cells first."""
    name = os.path.basename(path).split('.')[0]
    wanted = read(cli, os.path.join(os.path.dirname(path), name + '.bianbao'))
    try:
        found = read(cli, path)
    except ValueError as error:
        return 0, len(wanted['cells']), [f'not read: {error}']
    silent, lost = compare_cells(wanted, found)
    noted = {cell for note in found.get('notes', []) for cell in note.get('cells', [])}
    lost = [line if line.split()[0] in noted else line + ' NOT NOTED' for line in lost]
    words = [f'{key}: {found.get(key)!r} is not {wanted.get(key)!r}' for key in ('form', 'year', 'organisation') if found.get(key) != wanted.get(key)]
    for section, text in wanted['sections'].items():
        seen = found['sections'].get(section)
        if words_only(text) != words_only(seen):
            words.append(f'{section}: {str(seen)[:1500]!r} is not {str(text)[:1500]!r}')
    return len(silent), len(lost), ['SILENT ' + line for line in silent] + ['lost ' + line for line in lost] + words


def main(argv):
    samples, cli = argv[1:3]
    n = int(argv[3]) if len(argv) > 3 else int(os.environ.get('BIANBAO_PDF_REPORTS', '2'))
    kinds = argv[4:] or list(KINDS)
    if shutil.which('soffice') is None:
        print('1..0 # SKIP soffice is not installed')
        return 0
    print(f'1..{len(kinds)}')
    folder = os.environ.get('BIANBAO_KEEP') or tempfile.mkdtemp(prefix='bianbao-pdf-')
    try:
        make_pages(samples, folder, n, kinds)
        print_pages(folder)
        for number, kind in enumerate(kinds, 1):
            results = [(path, judge(cli, path)) for path in sorted(glob.glob(os.path.join(folder, f'[0-9]*.{kind}.pdf')))]
            silent, lost = (sum(result[i] for _, result in results) for i in range(2))
            if kind.startswith('unruled'):
                # Where no figure stands, nothing shows where a table is, and a lone one is a line of text: under 1 % of some 200 cells a
                # report; the first two reports have all.
                good = len(results) == n and silent == 0 and lost < 2 * n and not any(lines for _, (_, _, lines) in results[:2])
            else:
                good = len(results) == n and not any(lines for _, (_, _, lines) in results)
            print(f'{"ok" if good else "not ok"} {number} {kind}')
            print(f'# {len(results)} files, {silent} silent, {lost} lost', flush=True)
            for path, (_, _, lines) in results:
                for line in lines[:6]:
                    print(f'# {os.path.basename(path)}: {line}')
    finally:
        if not os.environ.get('BIANBAO_KEEP'):
            shutil.rmtree(folder, ignore_errors=True)
    return 0


if __name__ == '__main__':
    sys.exit(main(sys.argv))
