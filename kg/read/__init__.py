"""From files, pages and tables to releases.

>>> from kg.read import scan
>>> [item.title for item in scan(["tests/releases"])]
['CE meets Minister of General Administration of Customs (with photo)']
"""

from kg.read.problem import ReadError
from kg.read.reader import read, rescan, scan

__all__ = ["ReadError", "read", "rescan", "scan"]
