"""Runs a program for as long as its starter lives, however that ends: ``python keeper.py PROGRAM ARGUMENT...``

The starter holds the other end of this program's standard input, which ends when it closes it, and when it is
killed too. Imports nothing of kg, so that it is there at once.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from threading import Thread

PATIENCE = 3.0  # seconds that the program has to end by itself


def main(command: Sequence[str]) -> int:
    """Run the command until it ends or standard input does. Gives its exit code."""
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL)
    Thread(target=_end_with_input, args=(process,), daemon=True).start()
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:  # meant for the starter too, which decides
            continue


def _end_with_input(process: subprocess.Popen[bytes]) -> None:
    while sys.stdin.buffer.read(1):
        pass
    process.terminate()
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
