"""Posts that the lines above names give: "Members", "Judges of the High Court (commencing June 2, 2025)"."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.extract.en.offices import HEADS, LOWER_HEADS
from kg.extract.en.people import Name
from kg.extract.en.post_labels import label_of
from kg.extract.en.post_words import singular
from kg.extract.en.posts import Post
from kg.extract.en.posts_at import posts_at
from kg.model import Span

_MARKS = " *-–—=_•#^@+\t0123456789.)("  # before a name of a list, or under its heading
_SECTION = re.compile(r"[A-Z][\w'’&/,-]*(?: [\w'’&/,()-]+){0,7}")  # "Social service and education sectors"
_LISTED = re.compile(r"[*#^@+ ]*(?:Mr|Mrs|Ms|Miss|Dr|Prof|Ir|Sir|Madam|Hon|The Hon|Sister|Father|Rev|[•-])")
_ROW_ENDS = re.compile(r"(?: \([^()\n]*\))?[,;.]?(?:\n|$)")
HEADED = "post-heading"
"""The rule of a post under the heading of a list; of those who are in office and not appointed it is another."""
_LONGEST_HEADING = 120
_REMARK = re.compile(r" ?\((?=[^()]{3}).*\)$")  # "Members (in alphabetical order of surnames)"
# "Law Draftsman (ex officio member)": an item of a list, whose remark says what it is there
_ITEM_REMARK = re.compile(
    r"\((?:[Ee]x[- ]officio |(?:[Nn]on-)?[Oo]fficial )?"
    r"(?:[Mm]ember|(?:[Vv]ice-)?[Cc]hair\w*|[Cc]onvenor|[Ss]ecretary)\)$"
)
_STATUS_HEADING = re.compile(
    r"(?:(?P<new>(?:Newly[ -]|Re-?)?[Aa]ppointed(?: and re-?appointed)?)|Existing|Serving|Incumbent|Continuing) "
    r"(?:non-official |lay )?(?P<noun>(?:members?|directors?|trustees?))"
)
# the day from which an office is held, behind it or in the next line
_DATED = re.compile(
    r"\((?:with effect|commencing|effective|for (?:a|another|a further) term)\b[^()\n]*\)$", re.IGNORECASE
)
_OF_OTHER_PLACES = " from another common law jurisdiction"
_HEADING = re.compile(
    r"(?:Ex-officio |Official |Non-official |Non-ex-officio |Ad hoc |New |Incumbent )?(?:[A-Z][a-z-]+ ?){1,3}:?$"
)


def heading_post(text: str, name: Name, headings: dict[int, Post | None]) -> Post | None:
    """The post that a list is headed by: "Members", a line of dashes, then a name a line.

    ``headings`` keeps what was found above the beginning of each line looked at, so that each is read once.
    """
    start = text.rfind("\n", 0, name.whole.start) + 1
    before = text[start : name.whole.start].strip(_MARKS)
    if before and before != "The":  # "The Honourable Mr Justice Lau"
        is_row = before.endswith(":") and _ROW_ENDS.match(text, name.whole.end)
        return _heading(text.index(before, start), before) if is_row else None  # "Chairman: Mr Lau"
    passed: list[int] = []
    post, is_next, is_dated = None, True, False
    while start > 0 and start not in headings:
        passed.append(start)
        end = start - 1
        start = text.rfind("\n", 0, end) + 1
        line = text[start:end].strip()
        if not line.strip(_MARKS):
            continue
        remark = _DATED.search(line)
        is_dated = is_dated or remark is not None
        if remark and remark.start() == 0:
            continue  # "(with effect from July 30, 2021)" in a line of its own
        post = (_whole_line(start, line) if is_dated and is_next else None) or _heading(start, line)
        if post or not (_LISTED.match(line) or _SECTION.fullmatch(line)):
            break
        is_next = False
    else:
        post, is_next = headings.get(start), False
    if post and not (is_next or post.plural or post.label.endswith("ember")):
        post = None  # "Chairman" is who stands right under it
    headings.update(dict.fromkeys(passed, post))
    return post


def _heading(start: int, line: str) -> Post | None:
    """The post that a line names: "Ex-officio Members:", "Newly appointed members", "Members (in no order)"."""
    if _ITEM_REMARK.search(line):
        return None
    line = _REMARK.sub("", line).rstrip(":")
    if told := _STATUS_HEADING.fullmatch(line):
        one = told["noun"].removesuffix("s")
        rule = HEADED if told["new"] else "post-heading-held"
        span = Span(start + told.start("noun"), start + told.end("noun"))
        return Post(span, one, False, False, one != told["noun"], rule)
    m = _HEADING.match(line)
    if m is None:
        whole = _whole_line(start, line)
        return whole if whole and whole.plural else None
    heading = m.group().rstrip(":")
    words = heading.split()
    one = singular(words[-1])
    if one not in HEADS and one.casefold() not in LOWER_HEADS:
        return None
    label = " ".join([*words[:-1], one])
    return Post(Span(start, start + len(heading)), label, False, False, one != words[-1], HEADED)


def _whole_line(start: int, line: str) -> Post | None:
    """The one office that a whole line names: "Judges of the Court of First Instance (commencing June 2, 2025)"."""
    line = _REMARK.sub("", line).rstrip(":")
    if not line[:1].isupper() or not (" of " in line or " for " in line) or len(line) > _LONGEST_HEADING:
        return None
    at = line.find(_OF_OTHER_PLACES)
    probe = line.replace(_OF_OTHER_PLACES, "") if at >= 0 else line
    posts = posts_at(probe, 0, len(probe), HEADED)
    if len(posts) != 1 or (posts[0].span.start, posts[0].span.end) != (0, len(probe)):
        return None
    label = label_of(line)[0] if at >= 0 else posts[0].label
    return replace(posts[0], span=Span(start, start + len(line)), label=label)
