"""How events are called."""

from __future__ import annotations

from collections.abc import Sequence

from kg.model import Event, Kind

KIND_LABELS = {
    "en": {kind: kind.value for kind in Kind},
    "zh": {
        Kind.MEETING: "會面",
        Kind.VISIT: "訪問",
        Kind.CEREMONY: "典禮",
        Kind.CONFERENCE: "會議",
        Kind.RECEPTION: "宴會",
        Kind.SIGNING: "簽署",
        Kind.BRIEFING: "記者會",
        Kind.SPEECH: "致辭",
        Kind.APPOINTMENT: "任命",
        Kind.OTHER: "活動",
    },
}
"""How the label of an event begins, by the language of its release."""

NAMES_IN_LABEL = 3


def event_label(event: Event, names: Sequence[str], lang: str) -> str:
    """A short line that tells events apart: kind, people, day.

    >>> from kg.model import Event, Kind, Status
    >>> talk = Event(Kind.MEETING, Status.HELD, None, None, None, (), None, ())
    >>> event_label(talk, ["John Lee", "Sun Meijun"], "en")
    'Meeting: John Lee, Sun Meijun'
    >>> event_label(talk, ["A", "B", "C", "D", "E"], "en")
    'Meeting: A, B, C and 2 others'
    """
    chinese = lang.startswith("zh")
    kind = KIND_LABELS["zh" if chinese else "en"][event.kind]
    colon, comma, full_comma = ("：", "、", "，") if chinese else (": ", ", ", ", ")
    shown = names if len(names) <= NAMES_IN_LABEL + 1 else names[:NAMES_IN_LABEL]
    who = comma.join(shown)
    if rest := len(names) - len(shown):
        who += f"等{len(names)}人" if chinese else f" and {rest} others"
    label = kind + colon + who if who else kind
    day = event.when and (event.when.start or event.when.end)
    return f"{label}{full_comma}{day}" if day else label
