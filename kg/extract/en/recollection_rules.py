"""The ways in which a speaker says that "we" met: the speaker and somebody whom the sentence names as ``<P:other>``."""

from __future__ import annotations

from typing import Final

from kg.extract.en.patterns import rule

RULES: Final = (
    rule(
        "meeting-our",
        r"\b(?i:at|in|during|after|following) (?P<ours>our|my) (?:(?:[\w-]+ ){0,2}?(?P<verb>meeting|talks|discussions?"
        r"|lunch|dinner|breakfast|conversation) with|(?:[\w-]+ )?call on) {ADV}<P:other>",
        (" our ", "^our ", " my "),
        "At our meeting with Mr Lau Kam-wing in May, he said so",
    ),
    rule(
        "meeting-when-we-met",
        r"<P:other>[^.;\ue000]{0,160}? when (?P<ours>we) (?:first |last )?(?P<verb>met)\b(?! (?:with )?\ue000)",
        ("when we ",),
        "I wish to thank Ms Kitty Sham, who first told me of it when we met in May",
    ),
)
"""In order of trial."""
