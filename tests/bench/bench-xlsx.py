#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a workbook costs: `bianbao-cli convert` of a document beside the least that writes the same cells.

usage: bench-xlsx.py BIANBAO_CLI LIST_CELLS MINIMAL_XLSX REPORT

Whole processes, one of each in turn, so that what else the machine does meets both; the median of each is compared. Exit
status 1 when ours takes more than LIMIT times as long.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile

RUNS = 101
LIMIT = 2.4


def spent():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def run(command):
    """Processor time: the time on the wall of a busy machine says more about the machine."""
    before = spent()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return (spent() - before) * 1000


def main():
    cli, list_cells, minimal, report = sys.argv[1:]
    with tempfile.TemporaryDirectory(prefix='bianbao-bench-') as folder:
        document = os.path.join(folder, 'report.bianbao')
        cells = os.path.join(folder, 'cells')
        subprocess.run([cli, 'convert', report, document], check=True)
        with open(cells, 'wb') as file:
            subprocess.run([list_cells, document], check=True, stdout=file)
        commands = {
            'bianbao-cli convert': [cli, 'convert', '--force', document, os.path.join(folder, 'ours.xlsx')],
            'minimal-xlsx': [minimal, cells, os.path.join(folder, 'minimal.xlsx')],
        }
        times = {name: [] for name in commands}
        for _ in range(RUNS):
            for name, command in commands.items():
                times[name].append(run(command))
    ours, least = (statistics.median(times[name]) for name in commands)
    print(f'bianbao-cli convert: {ours:.1f} ms, minimal-xlsx: {least:.1f} ms, {ours / least:.2f} times')
    return 0 if ours <= LIMIT * least else 1


if __name__ == '__main__':
    sys.exit(main())
