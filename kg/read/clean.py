"""The one place where characters are normalised; offsets into a release count what comes out of here."""

from __future__ import annotations

import re
import unicodedata

_BREAK = re.compile("[\r\v\f\x1c-\x1e\x85\u2028\u2029]")

# Characters that print nothing: controls, soft hyphens, zero-width and direction marks, byte order marks,
# and the code points that Unicode reserves as noncharacters (XML and some RDF parsers reject them).
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufdd0-\ufdef"
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
_SPACE = re.compile(r"[^\S\n ]")  # no-break, thin, ideographic ... spaces and tabs
_HYPHEN = re.compile("[\u2010\u2011]")  # hyphens by their own code points: "Kui\u2011nung" is "Kui-nung"
_PLAIN = bytes(range(ord(" "), 0x7F)) + b"\n"  # what stays as it is
_SURROGATE = re.compile("[\ud800-\udfff]")  # half a character; JSON escapes can smuggle one in


def unify(text: str) -> str:
    r"""Give every break, space, hyphen and character one form: ``\n``, ``" "``, ``-``, and Unicode's NFC.

    Runs of spaces are kept, because indents tell where paragraphs begin; :func:`squeeze` removes them.
    Words glued together or garbled in the source are left as they are. Idempotent.

    >>> unify("Mr\u00a0Lee\r\nco\u00ad-operation\u200b")
    'Mr Lee\nco-operation'
    """
    text = text.replace("\r\n", "\n")
    if text.isascii() and not text.encode().translate(None, _PLAIN):
        return text
    alphabet = "".join(set(text))  # far shorter than the text, so it is searched instead
    for pattern, form in ((_BREAK, "\n"), (_INVISIBLE, ""), (_SPACE, " "), (_HYPHEN, "-"), (_SURROGATE, "\ufffd")):
        for found in pattern.findall(alphabet):
            text = text.replace(found, form)
    return unicodedata.normalize("NFC", text)


def squeeze(line: str) -> str:
    """One line with single spaces and none at its ends.

    >>> squeeze("     Mr  Lee ")
    'Mr Lee'
    """
    row = line.strip()
    one_by_one = "  " not in row and row.isprintable()  # as a space is, and no other gap
    return row if one_by_one else " ".join(row.split())
