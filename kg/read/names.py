"""Official numbers and addresses of press releases, and what they tell.

The Hong Kong government numbers its releases ``P`` + date + serial and puts them under
``.../gia/general/YYYYMM/DD/``. Until 2000 the page was called ``MMDDnnn.htm``, which is unique within a year only.
"""

from __future__ import annotations

import os
import re
from datetime import date

from kg.read import dates

_OFFICIAL = re.compile(r"(?<![A-Za-z0-9])P((?:19|20)\d{6})\d{4,5}(?!\d)", re.IGNORECASE)
_OLD_ADDRESS = re.compile(r"gia/general/((?:19|20)\d{4})/(\d{2})/(\d{7})(?!\d)")
_ADDRESS_DAY = re.compile(r"gia/general/((?:19|20)\d{4})/(\d{2})/")
_OLD_ID = re.compile(r"((?:19|20)\d{4})-\d{2}(\d{2})\d{3}")


def official_id(text: str) -> str | None:
    """The official number in a file name or address, or None.

    >>> official_id("https://www.info.gov.hk/gia/general/202505/19/P2025051900123.htm")
    'P2025051900123'
    >>> official_id("http://www.info.gov.hk/gia/general/199805/01/0501132.htm")
    '199805-0501132'
    """
    match = _OFFICIAL.search(text)
    return match[0].upper() if match else _old_id(text)


def stem(path: str) -> str:
    """The name of a file without folders and without its kind.

    >>> stem("releases/S01-meeting.txt.gz"), stem("-")
    ('S01-meeting', 'stdin')
    """
    if path == "-":
        return "stdin"
    name = _file_name(path)
    for suffix in (".gz", ".txt", ".text", ".htm", ".html", ".xhtml", ".csv", ".jsonl", ".ndjson"):
        if name.lower().endswith(suffix) and len(name) > len(suffix):
            name = name[: -len(suffix)]
    return name


def number_of_file(path: str) -> str | None:
    """The official number in a file's name, or (for old pages) in the folders of a mirrored archive; or None.

    >>> number_of_file("a/P2022062100598p.htm"), number_of_file("a/S01-meeting.txt")
    ('P2022062100598', None)
    """
    return official_id(_file_name(path)) or _old_id(path.replace(os.sep, "/"))


def id_of_file(path: str) -> str:
    """The official number in the file's name, else the name without its kind.

    >>> id_of_file("a/P2022062100598p.htm"), id_of_file("a/S01-meeting.txt")
    ('P2022062100598', 'S01-meeting')
    """
    return number_of_file(path) or stem(path)


def address(release: str) -> str | None:
    """Where the government publishes the release with this official number, or None for any other.

    >>> address("P2025051900123")
    'https://www.info.gov.hk/gia/general/202505/19/P2025051900123.htm'
    """
    match = _OFFICIAL.fullmatch(release)
    if not match:
        return None
    return f"https://www.info.gov.hk/gia/general/{match[1][:6]}/{match[1][6:]}/{release}.htm"


def day_of(release: str, url: str | None) -> date | None:
    """The day that the official number or the address implies, or None."""
    if match := _OFFICIAL.fullmatch(release):
        return dates.from_digits(match[1])
    if match := _OLD_ID.fullmatch(release):
        return dates.from_digits(match[1] + match[2])
    if url and (match := _ADDRESS_DAY.search(url)):
        return dates.from_digits(match[1] + match[2])
    return None


def _file_name(path: str) -> str:
    return os.path.basename(path)  # noqa: PTH119  # a Path per file is slow among 400,000


def _old_id(address: str) -> str | None:
    match = _OLD_ADDRESS.search(address)
    return f"{match[1]}-{match[3]}" if match else None
