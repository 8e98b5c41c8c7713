"""What a block of a release is, by its first words and its place; used by :mod:`kg.extract.en.segment`.

``RULES`` lists the rules in order of trial; the first that answers decides, else the block is a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

from kg.model import Span


class BlockKind(StrEnum):
    """What a block of a release is."""

    TITLE = "title"
    HEADER = "header"  # "The following is issued on behalf of ..."
    INTRODUCTION = "introduction"  # "Following is the speech by ... today (June 21):"
    VOCATIVE = "vocative"  # "Minister Li (Vice Minister ...), distinguished guests, ladies and gentlemen,"
    TURN = "turn"  # "Reporter: ...", "Reply:"
    ITEM = "item"
    HEADING = "heading"
    CAPTION = "caption"
    NOTE = "note"
    PARAGRAPH = "paragraph"


class Voice(StrEnum):
    """Who tells what the block says: the release itself, or somebody it lets speak."""

    RELEASE = "release"
    SPEECH = "speech"
    QUESTION = "question"
    REPLY = "reply"


class Place(NamedTuple):
    """A block and what came before it: its number (the title is 0) and the voice that was speaking.

    ``is_dialogue`` once the introduction has announced a transcript, or a question and its reply.
    """

    text: str
    span: Span
    number: int
    voice: Voice
    is_dialogue: bool
    after: BlockKind

    def starts(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The match of ``pattern`` at the beginning of the block."""
        return pattern.match(self.text, self.span.start, self.span.end)

    def ends_with(self, marks: str) -> bool:
        """Whether the last character of the block is one of ``marks``."""
        return self.text[self.span.end - 1] in marks


class Kind(NamedTuple):
    """The answer of a rule: the kind, the speaker's label in a turn, and the voice from here on if it changes."""

    kind: BlockKind
    speaker: Span | None = None
    voice: Voice | None = None
    opens_dialogue: bool = False


QUESTIONERS = frozenset({"question", "reporter", "attendee", "journalist", "moderator", "host", "interviewer", "q"})
"""Labels of a turn that asks; every other speaker replies."""

REPLIERS = frozenset({"reply", "answer", "a"})

_HEADER = re.compile(r"\W{0,2}(?:The|THE) (?i:following is (?:[a-z ]{0,30})?(?:issued|released)\b)")
_SPOKEN = (
    *("speech", "speeches", "remarks", "address", "message", "transcript", "keynote", "statement", "letter", "article"),
    *("toast", "eulogy", "question", "questions", "reply", "text", "blog", "welcome"),
)
_INTRODUCTION = re.compile(
    rf"\W{{0,2}}(?:The )?(?i:following (?:is|are) (?:an? |the )?[^:.]{{0,90}}?\b(?P<what>{'|'.join(_SPOKEN)})\b)"
)
_SPOKEN_BY = rf"(?:[a-z]+ )?(?:{'|'.join(_SPOKEN)})\b"
_SPEECH_TITLE = re.compile(
    rf"{_SPOKEN_BY}.* by\b|[\w ]{{1,60}}['’]s? {_SPOKEN_BY} (?:at|in|on|to|for)\b", re.IGNORECASE
)
# "The following is ..." opens a paragraph, or ends one that has told the occasion
_FOLLOWING = re.compile(
    r"^\W{0,2}(?:The )?(?:following|below) (?:is|are)\b"
    rf"|(?<=\. )(?:The )?(?:following|below) (?:is|are) [^.\n]{{0,120}}\b(?:{'|'.join(_SPOKEN)})\b[^.\n]*:$",
    re.IGNORECASE | re.MULTILINE,
)
_BEGINNING = 3000
_DIALOGUE = re.compile(r"transcript|question", re.IGNORECASE)
_LABEL = re.compile(r"(?P<label>[A-Z][^:.;?!\n]{0,90}):(?=\s|\Z)")
_SMALL_WORDS = frozenset({"of", "for", "the", "and", "to", "in", "on", "de", "van", "von", "bin", "der"})
_ADDRESSED = re.compile(
    r"(?:ladies and gentlemen|president|chairman|chairperson|madam|colleagues|friends|guests|members)\b", re.IGNORECASE
)
_LAST_ADDRESS = re.compile(r"ladies and gentlemen(?:,? good (?:morning|afternoon|evening))?[.!]?\Z", re.IGNORECASE)
_SENTENCE_INSIDE = re.compile(r"(?<=[a-z]{3})[.!?] (?=[A-Z])")
_ITEM = re.compile(r"(?:\((?:\d{1,2}|[a-zA-Z]|[ivx]{2,4})\)|[•·‧●*–—-](?=\s)|\d{1,3}\.(?=\s)|[a-z]\)) ?(?=\S)")
_CAPTION = re.compile(
    r"(?:(?:The )?(?:photo|picture|image|video)s?(?: \d+)?(?: \([a-z ]+\))? ?(?::|shows?\b)|\(?from (?:left|right)\b)",
    re.IGNORECASE,
)
_POSITION = re.compile(
    r"\((?:(?:front|back|middle) row, )?(?:(?:first|second|third|fourth|fifth|sixth|seventh|eighth) )?"
    r"(?:(?:from )?(?:the )?(?:left|right)|centre|center)\b[^()]{0,40}\)"
)
_NOTE = re.compile(
    r"\(?(?:notes?(?: to (?:editors?|news editors?))?(?: \d)? ?:|notes? to editors?|remarks?:|please (?:also )?refer to"
    r"|to be continued|\* (?!(?:The )?(?:Hon|Mrs? |Ms |Miss |Dr |Prof|Ir )))",
    re.IGNORECASE,
)
_NOTE_ALONE = re.compile(
    r"\((?:Please|To be|The (?:speech|remarks|transcript)|This is|English|Translation)\b[^()]*\)\Z", re.IGNORECASE
)
# Behind it the transcript is over, and the release speaks again.
_CHINESE_PART = re.compile(r"\(Please (?:also )?refer to the Chinese (?:portion|version|part)\b")
_HONORIFIC = re.compile(r"(?:Mrs?|Ms|Miss|Dr|Prof(?:essor)?|Sir|Ir|Hon|The Hon|Madam|Sister|Father|Rev)\.? [A-Z]")
_LONGEST_HEADING = 110
_TERMINAL = ".!?:;,"
_CLOSING = "\"'”’)]"


def first_voice(text: str, title: str) -> Voice:
    """Whose words a release begins with: those of a speech where the title says so and no introduction does."""
    is_speech = _SPEECH_TITLE.match(title) and not _FOLLOWING.search(text, len(title), len(title) + _BEGINNING)
    return Voice.SPEECH if is_speech else Voice.RELEASE


def header(place: Place) -> Kind | None:
    """ "The following is issued on behalf of the Hong Kong Monetary Authority:"."""
    return Kind(BlockKind.HEADER) if place.number <= 2 and place.starts(_HEADER) else None


def introduction(place: Place) -> Kind | None:
    """ "Following is the speech by the Chief Executive ... today (June 21):"."""
    found = place.starts(_INTRODUCTION) if place.number <= 3 else None
    if not found:
        return None
    is_dialogue = _DIALOGUE.search(place.text, found.start(), found.end()) is not None
    return Kind(BlockKind.INTRODUCTION, voice=Voice.SPEECH, opens_dialogue=is_dialogue)


def note(place: Place) -> Kind | None:
    """ "Note to editors", "(Please also refer to the Chinese portion of the transcript.)"."""
    if place.starts(_CHINESE_PART):
        return Kind(BlockKind.NOTE, voice=Voice.RELEASE)
    return Kind(BlockKind.NOTE) if place.starts(_NOTE) or place.starts(_NOTE_ALONE) else None


def caption(place: Place) -> Kind | None:
    """ "Photo 1 shows ...", "From left: ..."."""
    return Kind(BlockKind.CAPTION, voice=Voice.RELEASE) if place.starts(_CAPTION) else None


def pictured(place: Place) -> Kind | None:
    """ "Mr Lee (second left) meets ..." told by the release: also the caption of a photo."""
    is_release = place.voice is Voice.RELEASE and place.number > 1
    return Kind(BlockKind.CAPTION) if is_release and _POSITION.search(place.text, *_ends(place)) else None


def turn(place: Place) -> Kind | None:
    """ "Reporter: ...", "Question:", "Chief Executive: Good morning." """
    found = place.starts(_LABEL)
    if not found:
        return None
    label = found["label"].strip()
    name = label.lower().rstrip(" 0123456789()")
    if name in QUESTIONERS:
        voice = Voice.QUESTION
    elif name in REPLIERS or (place.is_dialogue and _is_name(label)):
        voice = Voice.REPLY
    else:
        return None
    if not place.is_dialogue and len(name) == 1:
        return None
    return Kind(BlockKind.TURN, Span(found.start(), found.start() + len(label)), voice, opens_dialogue=True)


def _is_name(label: str) -> bool:
    """Only capitalised words and small ones between: a post or a person, not "To that, I say"."""
    words = label.replace(",", " ").split()
    return len(words) <= 14 and all(word[0].isupper() or word[0] in "(&" or word in _SMALL_WORDS for word in words)


def vocative(place: Place) -> Kind | None:
    """ "Minister Li (Vice Minister of ...), distinguished guests, ladies and gentlemen,"."""
    is_address = place.ends_with(",:") or _LAST_ADDRESS.search(place.text, *_ends(place))
    if place.voice is Voice.RELEASE or not is_address:
        return None
    is_first = place.after in (BlockKind.INTRODUCTION, BlockKind.TURN) or place.number <= 2
    if not is_first or _SENTENCE_INSIDE.search(place.text, *_ends(place)):
        return None
    is_addressed = not place.ends_with(":") or _ADDRESSED.search(place.text, *_ends(place))
    return Kind(BlockKind.VOCATIVE) if is_addressed else None


def item(place: Place) -> Kind | None:
    """ "(1) of the number of training courses", "• Legal profession"."""
    return Kind(BlockKind.ITEM) if place.starts(_ITEM) else None


def heading(place: Place) -> Kind | None:
    """A short line without a mark at its end: "Smart City Blueprint for Hong Kong"."""
    length = place.span.end - place.span.start
    if place.number == 0 or length > _LONGEST_HEADING or place.text[place.span.end - 1] in _TERMINAL + _CLOSING:
        return None
    if place.starts(_HONORIFIC):
        return Kind(BlockKind.ITEM)
    return Kind(BlockKind.HEADING) if place.text[place.span.start].isupper() else None


def _ends(place: Place) -> tuple[int, int]:
    return place.span.start, place.span.end


RULES: tuple[Callable[[Place], Kind | None], ...] = (
    *(header, introduction, note, caption, pictured),
    *(turn, vocative, item, heading),
)

_ORDINARY = re.compile(
    r"(?!(?i:(?:the )?following|photo|picture|image|video|from (?:left|right)|note|remark|please))[A-Z]"
)


def kind_of(place: Place) -> Kind:
    """The kind of a block by the first rule that answers; most blocks are seen to be paragraphs at once."""
    if _is_ordinary(place):
        return pictured(place) or _PARAGRAPH
    return next((found for rule in RULES if (found := rule(place))), _PARAGRAPH)


def _is_ordinary(place: Place) -> bool:
    """Whether a block is a long line with a full stop at its end, and opens neither with a label nor with a keyword."""
    text, (start, end) = place.text, place.span
    reach = start + 1 + _LONGEST_HEADING
    if reach > end or text[end - 1] != "." or text.find(":", start, reach) >= 0 or text.find("\n", start, reach) >= 0:
        return False
    return _ORDINARY.match(text, start) is not None


_PARAGRAPH = Kind(BlockKind.PARAGRAPH)
