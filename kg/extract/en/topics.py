"""What an occasion was about, in the words of the release."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.en.scene import Scene
from kg.model import Evidence

# Where the words on a topic end: the same people did something else.
_AND_DID: Final = (
    r",? and (?:conducted|visited|met|attended|toured|exchanged|explored|held|called|had|took|introduced|briefed|"
    r"updated|expressed|thanked|shared|invited|encouraged|reiterated|outlined|urged|welcomed) "
)
# "to exchange views on trade", "discussed co-operation in finance"
_TOPIC: Final = re.compile(
    r"(?:(?:exchange|exchanged|exchanging) views (?:with [^,.;]+? )?on|(?:to )?discuss(?:ed|ing)?|exchanged ideas on"
    r"|to learn (?:more )?about|to brief \w+ on|(?:meeting|talks?|discussions?) on|to promote|to explore|views on)"
    r" (?P<topic>(?!and )[^.;:\ue000\ue002]{3,400}?)(?=[.;:\ue000\ue002]|$| before | after which | with (?:him|her"
    r"|them)\b| at \ue000"
    rf"| (?:on|in|from) \ue002|{_AND_DID})"
)
# "exchanged views with Mr Delmas on green finance"
_TOPIC_BEHIND: Final = re.compile(
    r" ?\ue000\d+\ue001,? on (?!(?:the (?:sidelines|margins|occasion|invitation)|behalf)\b)"
    r"(?P<topic>[a-z][^.;:\ue000\ue002]{3,400}?)"
    rf"(?=[.;:\ue000\ue002]|$| before | during (?:an?|his|her|their) | on \ue002|{_AND_DID})"
)
_TOPIC_NEEDS: Final = (" on", "discuss", "about", "to promote", "to explore")


def topic_of(scene: Scene, at: int) -> Evidence | None:
    """What an occasion was about, in the words of the release."""
    if not any(word in scene.folded for word in _TOPIC_NEEDS):
        return None
    m = _TOPIC.search(scene.text, at) or _TOPIC_BEHIND.match(scene.text, at)
    if m is None:
        return None
    start = m.start("topic")
    return Evidence(scene.extent(start, start + len(m.group("topic").rstrip(" ,"))), "topic")
