#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A report made into a PDF, the whole run of the program, beside LibreOffice's of our web page on the same machine.

usage: bench-pdf.py BIANBAO_CLI REPORT
Median of seven, taken in turn. Exit status 1 when ours takes more than a fifth; 77 where LibreOffice is not installed.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

RUNS = 7
LIMIT = 0.2


def run(*command):
    begin = time.monotonic()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT, check=True)
    return time.monotonic() - begin


def main():
    program, report = sys.argv[1:3]
    if shutil.which('soffice') is None:
        print('LibreOffice (soffice) is not installed')
        return 77
    with tempfile.TemporaryDirectory(prefix='bianbao-bench-') as folder:
        page, pdf = os.path.join(folder, 'report.html'), os.path.join(folder, 'report.pdf')
        other = ['soffice', f'-env:UserInstallation=file://{folder}/profile', '--headless', '--norestore',
                 '--infilter=HTML (StarWriter)', '--convert-to', 'pdf', '--outdir', os.path.join(folder, 'other'), page]
        run(program, 'convert', report, page)
        # The first runs read programs and fonts from the disk, and make LibreOffice's profile.
        run(*other)
        run(program, 'convert', '--force', report, pdf)
        times = [(run(program, 'convert', '--force', report, pdf), run(*other)) for _ in range(RUNS)]
    ours, theirs = (statistics.median(column) for column in zip(*times))
    print(f'PDF: {ours * 1000:.0f} ms, LibreOffice: {theirs * 1000:.0f} ms, {ours / theirs:.2f} of it (limit {LIMIT})')
    return 0 if ours <= LIMIT * theirs else 1


if __name__ == '__main__':
    sys.exit(main())
