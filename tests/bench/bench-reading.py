#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A web page read, the whole run of the program with its reading process, beside pandoc's of the same page.

usage: bench-reading.py BENCH_COST BIANBAO_CLI READER REPORT
REPORT as a page of 40 to 60 KB, and the same page among 3 MB of a site's navigation. Medians of rounds in which each has its
turn. The limits are for the time of the processor, because the time on the wall of a busy machine says more about the machine;
both are printed. Of memory the largest counts, ours of both processes together, as if both stood at their peaks at once.
Exit status 1 when the page takes more than 0.5 of pandoc's time or 0.3 of its memory, or the large page 0.3 s or 80 MiB; 77
without pandoc.
"""

import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile

COST = sys.argv[1]
ROUNDS = 9
TIME_LIMIT = 0.5
MEMORY_LIMIT = 0.3
LARGE_SECONDS = 0.3
LARGE_MEBIBYTES = 80
LARGE = 3 * 1000 * 1000
ITEM = ('<li class="item"><a href="/art/2024/1/{0}.html" style="font-size:14px;line-height:24px;color:#333" target="_blank" '
        'title="政务公开工作动态第{0}期"><span>政务公开工作动态第{0}期</span></a><em>2024-01-{1:02}</em></li>\n')


def cost(command, stdin='/dev/null', environment=None):
    """Seconds of the processor and on the wall, and MiB."""
    with open(stdin, 'rb') as stream:
        result = subprocess.run([COST, *command], stdin=stream, stdout=subprocess.PIPE, check=True, env={**os.environ, **(environment or {})})
    seconds, wall, size = result.stdout.split()
    return float(seconds), float(wall), int(size) / 1024


def measure(commands):
    for command in commands:
        cost(command)  # the first run reads the program from the disk
    rounds = [[cost(command) for command in commands] for _ in range(ROUNDS)]
    return [(statistics.median(run[0] for run in one), statistics.median(run[1] for run in one), max(run[2] for run in one)) for one in zip(*rounds)]


def both_sizes(program, reader, page, folder):
    """The kernel tells the larger of two processes: each is run alone, ours with a reader that says what it once said."""
    answer, again = folder / 'answer', folder / 'again'
    answer.write_bytes(subprocess.run([reader, 'html'], stdin=page.open('rb'), stdout=subprocess.PIPE, check=True).stdout)
    again.write_text(f'#!/bin/sh\ncat {answer}\n')
    again.chmod(0o700)
    return cost([reader, 'html'], str(page))[2] + cost([program, 'show', str(page)], environment={'BIANBAO_READER': str(again)})[2]


def make_large(page, path):
    items = []
    size = 0
    while size < LARGE:
        items.append(ITEM.format(len(items), len(items) % 28 + 1))
        size += len(items[-1].encode())
    text = page.read_text('utf-8')
    at = text.index('>', text.index('<body')) + 1
    path.write_text(text[:at] + '<ul>' + ''.join(items) + '</ul>' + text[at:], 'utf-8')


def tell(name, result, limits):
    seconds, wall, size = result
    over = seconds > limits[0] or size > limits[1]
    print(f'{name}: {seconds * 1000:.0f} ms ({wall * 1000:.0f} on the wall), {size:.1f} MiB (at most {limits[0] * 1000:.0f} ms, {limits[1]:.1f} MiB){" TOO MUCH" if over else ""}')
    return over


def main():
    program, reader, report = sys.argv[2:5]
    if shutil.which('pandoc') is None:
        print('pandoc is not installed (apt-get install pandoc)')
        return 77
    with tempfile.TemporaryDirectory(prefix='bianbao-bench-') as name:
        folder = pathlib.Path(name)
        page, large = folder / 'page.html', folder / 'large.html'
        cost([program, 'convert', report, str(page)])
        make_large(page, large)
        ours, beside, ours_large = measure([[program, 'show', str(page)], ['pandoc', str(page), '-o', str(folder / 'out.docx')],
                                            [program, 'show', str(large)]])
        ours = (*ours[:2], both_sizes(program, reader, page, folder))
        ours_large = (*ours_large[:2], both_sizes(program, reader, large, folder))
        print(f'pandoc, {page.stat().st_size // 1000} KB: {beside[0] * 1000:.0f} ms ({beside[1] * 1000:.0f} on the wall), {beside[2]:.1f} MiB')
        over = tell('bianbao, the same page', ours, (TIME_LIMIT * beside[0], MEMORY_LIMIT * beside[2]))
        return tell(f'bianbao, {large.stat().st_size / 1e6:.1f} MB', ours_large, (LARGE_SECONDS, LARGE_MEBIBYTES)) or over


sys.exit(int(main()))
