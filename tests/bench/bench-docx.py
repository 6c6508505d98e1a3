#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A report made into a Word document, the whole run of the program, beside pandoc's of the same report as a page.

usage: bench-docx.py BIANBAO_CLI REPORT
Ours from its own document, and from the page, where a second process reads. Medians of rounds in which each has its turn.
Exit status 1 when the first takes more than 0.3 of pandoc's time; 77 without pandoc.
"""

import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROUNDS = 9
LIMIT = 0.3


def seconds(command):
    begin = time.monotonic()
    subprocess.run([str(word) for word in command], check=True, capture_output=True)
    return time.monotonic() - begin


def medians(commands):
    for command in commands:
        seconds(command)  # the first run reads the program from the disk
    rounds = [[seconds(command) for command in commands] for _ in range(ROUNDS)]
    return [statistics.median(times) for times in zip(*rounds)]


def main():
    program, report = sys.argv[1:3]
    if shutil.which('pandoc') is None:
        print('pandoc is not installed (apt-get install pandoc)')
        return 77
    with tempfile.TemporaryDirectory(prefix='bianbao-bench-') as name:
        folder = pathlib.Path(name)
        page, document = folder / 'report.html', folder / 'report.bianbao'
        seconds([program, 'convert', report, page])
        seconds([program, 'convert', report, document])
        ours, read, theirs = medians([
            [program, 'convert', '--force', document, folder / 'ours.docx'],
            [program, 'convert', '--force', page, folder / 'read.docx'],
            ['pandoc', page, '-o', folder / 'theirs.docx'],
        ])
    print(f'DOCX: {ours * 1000:.0f} ms, pandoc: {theirs * 1000:.0f} ms, {ours / theirs:.2f} of it (limit {LIMIT}); '
          f'with the page read first {read * 1000:.0f} ms, {read / theirs:.2f}')
    return 0 if ours <= LIMIT * theirs else 1


if __name__ == '__main__':
    sys.exit(main())
