#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a workbook costs: `bianbao-cli convert` beside the least that reads the same report and writes the same cells.

usage: bench-xlsx.py BIANBAO_CLI MINIMAL_XLSX REPORT

Whole processes, one of each in turn, so that what else the machine does meets both; the median of each is compared. Exit
status 1 when ours takes more than 1.3 times as long.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile

RUNS = 41
LIMIT = 1.3


def spent():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def run(command):
    """Processor time: the time on the wall of a busy machine says more about the machine."""
    before = spent()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return (spent() - before) * 1000


def main():
    cli, minimal, report = sys.argv[1:]
    with tempfile.TemporaryDirectory(prefix='bianbao-bench-') as folder:
        document = os.path.join(folder, 'report.bianbao')
        subprocess.run([cli, 'convert', report, document], check=True)
        commands = {
            'bianbao-cli convert': [cli, 'convert', '--force', document, os.path.join(folder, 'ours.xlsx')],
            'minimal-xlsx': [minimal, document, os.path.join(folder, 'minimal.xlsx')],
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
