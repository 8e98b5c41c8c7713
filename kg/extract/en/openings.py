"""Occasions told by what somebody does there: opened, reviewed, sworn in, met the media."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.en.clauses import group, negated, next_subject, subject
from kg.extract.en.occasions import kind_of, words_of
from kg.extract.en.opening_rules import (
    ATTENDED_BY,
    DELIVERED_BY,
    DONE_BY,
    GIVEN_BY,
    HELD_FOR,
    MEAL_OF_MANY,
    MEDIA,
    MOURNED,
    OF_CEREMONIES,
    OPENED_BY,
    OPENS,
    SPOKE_AT_SCHOOL,
    SPOKE_IN,
    SPOKE_THERE,
    SWORN,
    THERE_WERE,
)
from kg.extract.en.patterns import Rule
from kg.extract.en.place_nouns import VENUES
from kg.extract.en.scene import Scene
from kg.extract.en.settle import settle
from kg.extract.en.story import Draft, Story
from kg.model import Evidence, Kind, Place, Role, Status

# words that name an occasion of its own, not "the ceremony in front of the Harbour Hall"
_NAME: Final = re.compile(r"(?:(?!in |at |of |on |for )[a-z][\w'’-]* ){0,4}[A-Z]")
# who answers the media, where "met the media" has principals
_SPEAKS: Final = re.compile(r"shared|answered|g[ai]v|w(?:as|ere) interviewed")


# what was told before: "The parade was reviewed by"
_AGAIN: Final = re.compile(
    r"(?:The|This) (?:[\w-]+ )?(?P<noun>parade|ceremony|forum|conference|seminar|symposium|summit|workshop|roundtable"
    r"|dialogue|congress|convention) "
)
_SPOKEN: Final = re.compile("[Ss]peak|[Ss]haring")
_QUOTED: Final = re.compile(r"[\"“][^\"”]*[\"”]")
_NOT_SPOKEN_AT: Final = frozenset({Kind.MEETING, Kind.VISIT, Kind.APPOINTMENT})


def new_draft(scene: Scene, kind: Kind, rule: Rule, words: frozenset[str], start: int, end: int) -> Draft:
    """An event that ``scene.text[start:end]`` tells, and what it may be called later on."""
    return Draft(kind, Status.HELD, rule.name, scene.extent(start, end), scene.span, words=words)


def opened(scene: Scene, story: Story) -> list[Draft]:
    """ "The exhibition was opened today by the Secretary for Development": a Ceremony, unless it was told before."""
    m = scene.match(OPENED_BY)
    if m is None:
        return []
    who = group(scene, m.group("who"))
    what = kind_of(scene.text[: m.start()])
    role = Role.PRINCIPAL if len(who) == 1 else Role.ATTENDEE
    mark = "verb" if m["verb"] else "act"
    is_officiated = "officiated" in m[mark]
    again = _AGAIN.fullmatch(scene.text, 0, m.start())
    earlier = story.last(what) if is_officiated and what else story.called(again["noun"]) if again else None
    if earlier is not None and (is_officiated or again):
        earlier.add(who, role, "role-officiated-by", scene.extent(*m.span(mark)))
        return []
    if what is not Kind.CEREMONY and not is_officiated and any(verb in m[mark] for verb in OF_CEREMONIES):
        return []
    kind = what if is_officiated and what else Kind.CEREMONY
    draft = new_draft(scene, kind, OPENED_BY, frozenset({"ceremony", "opening"}), *m.span(mark))
    draft.add(who, role, f"role-{OPENED_BY.name}", draft.trigger)
    return [settle(draft, scene, story, *m.span(mark))]


def done_at(scene: Scene, story: Story) -> list[Draft]:
    """ "The prizes were presented by the Director to Mr Lau at a ceremony": who did it there, and to whom."""
    found = _named(scene, story, DONE_BY, Role.PRINCIPAL)
    m = scene.match(DONE_BY)
    for draft in found if m and m["taker"] else ():
        draft.add(group(scene, m["taker"]), Role.ATTENDEE, "role-recipient", draft.trigger)  # type: ignore[index]
    return found


def given_by(scene: Scene, story: Story) -> list[Draft]:
    """ "The tunnel was commissioned at a ceremony officiated by the Director": who gave it."""
    return _named(scene, story, GIVEN_BY, Role.PRINCIPAL)


def delivered_by(scene: Scene, story: Story) -> list[Draft]:
    """ "The keynote speech at the Forum was delivered by Mr Lau": a speaker there."""
    return _named(scene, story, DELIVERED_BY, Role.SPEAKER)


def held_for(scene: Scene, story: Story) -> list[Draft]:
    """ "The swearing-in ceremony of the Director of Audit, Mr Lau, was held": whom it was held for."""
    return _named(scene, story, HELD_FOR, Role.PRINCIPAL)


def attended_by(scene: Scene, story: Story) -> list[Draft]:
    """ "The opening ceremony of the Expo was attended by ...", unless it was told before."""
    return _named(scene, story, ATTENDED_BY, Role.ATTENDEE)


def there_were(scene: Scene, story: Story) -> list[Draft]:
    """ "Among those speaking at the Symposium were ...", unless it was told before."""
    m = scene.match(THERE_WERE)
    if m and scene.text.endswith("fficiating ", 0, m.start()) and story.last(Kind.CEREMONY):
        return []  # of the opening told before, not of the exhibition
    role = Role.SPEAKER if m and _SPOKEN.search(m["act"]) else Role.ATTENDEE
    if m and m["hosts"]:
        role = Role.PRINCIPAL
    if m and m["act"].casefold().startswith("representing") and kind_of(m["what"]) is Kind.SIGNING:
        role = Role.PRINCIPAL
    return _named(scene, story, THERE_WERE, role)


def _named(scene: Scene, story: Story, rule: Rule, role: Role) -> list[Draft]:
    """The occasion named as ``what`` with the people of a rule in it; none if the story has one that may be it."""
    m = scene.match(rule)
    kind = kind_of(m["what"]) if m else None
    if m is None or kind is None or negated(scene, m.start("verb")):
        return []
    words = words_of(m["what"])
    same = [draft for draft in story.drafts if draft.kind is kind]
    is_named = _NAME.match(m["what"]) is not None
    told = same if is_named else story.drafts
    if any(draft.words & words for draft in told) or (same and not is_named):
        return []
    start, end = min(m.start("what"), m.start("verb")), max(m.end("what"), m.end("verb"))
    draft = new_draft(scene, kind, rule, words, start, end)
    draft.add(group(scene, m["who"]), role, f"role-{rule.name}", scene.extent(*m.span("verb")))
    draft.phrase = scene.extent(*m.span("what"))
    return [settle(draft, scene, story, *m.span("verb"))]


def opens(scene: Scene, story: Story) -> list[Draft]:
    """ "officially opened the Harbour Sports Centre": a Ceremony, unless an occasion is opened."""
    m = scene.match(OPENS)
    is_site = m is not None and kind_of(m["what"]) is None and m["what"].split()[-1] in VENUES
    who = subject(scene, m.start()) if m and is_site and not negated(scene, m.start()) else []
    if m is None or not who:
        return []
    draft = new_draft(scene, Kind.CEREMONY, OPENS, frozenset({"ceremony", "opening"}), *m.span("verb"))
    draft.add(who, Role.PRINCIPAL, f"role-{OPENS.name}", draft.trigger)
    site = scene.extent(*m.span("what"))
    draft.place = Place(story.text[site.start : site.end], Evidence(site, "place-object"))
    return [settle(draft, scene, story, *m.span("verb"))]


def spoke_in(scene: Scene, story: Story) -> list[Draft]:
    """ "delivered a lecture to students": a Speech where no occasion is told."""
    m = scene.match(SPOKE_IN)
    if m is None or negated(scene, m.start()) or any(d.kind not in _NOT_SPOKEN_AT for d in story.drafts):
        return []
    who = next_subject(scene, m.end()) if not scene.text[: m.start()].strip() else subject(scene, m.start())
    if not who or kind_of(scene.text[m.end("verb") :]) is not None:
        return []
    draft = new_draft(scene, Kind.SPEECH, SPOKE_IN, frozenset({"speech"}), *m.span("verb"))
    draft.add(who, Role.SPEAKER, f"role-{SPOKE_IN.name}", draft.trigger)
    return [settle(draft, scene, story, *m.span("verb"))]


def dined(scene: Scene, story: Story) -> list[Draft]:
    """ "had lunch with the community": a Reception, where who had it may have spoken."""
    m = scene.match(MEAL_OF_MANY)
    who = subject(scene, m.start()) if m and not negated(scene, m.start()) else []
    if m is None or not who:
        return []
    draft = new_draft(scene, Kind.RECEPTION, MEAL_OF_MANY, words_of(m["verb"]), *m.span("verb"))
    role = Role.SPEAKER if m["speaks"] else Role.PRINCIPAL if m["verb"].startswith("host") else Role.ATTENDEE
    draft.add(who, role, f"role-{MEAL_OF_MANY.name}", draft.trigger)
    return [settle(draft, scene, story, *m.span("verb"))]


def spoke_there(scene: Scene, story: Story) -> list[Draft]:
    """ "visited the House, where she gave a speech", "delivered a speech at the College": a Speech."""
    for rule in (SPOKE_THERE, SPOKE_AT_SCHOOL):
        m = scene.match(rule)
        if m is None or negated(scene, m.start("verb")) or any(d.kind not in _NOT_SPOKEN_AT for d in story.drafts):
            continue
        around = scene.text[: m.start()] if rule is SPOKE_THERE else _QUOTED.sub("", m.group())
        who = group(scene, m["who"]) if rule is SPOKE_THERE else subject(scene, m.start())
        if not who or kind_of(around) is not None or " meeting" in around:
            continue
        draft = new_draft(scene, Kind.SPEECH, rule, frozenset({"speech"}), *m.span("verb"))
        draft.add(who, Role.SPEAKER, f"role-{rule.name}", draft.trigger)
        return [settle(draft, scene, story, *m.span("verb"))]
    return []


def sworn(scene: Scene, story: Story) -> list[Draft]:
    """ "was sworn in": a Ceremony."""
    return _by_verb(scene, story, SWORN, Kind.CEREMONY, "ceremony")


def mourned(scene: Scene, story: Story) -> list[Draft]:
    """ "observed a minute's silence", "laid a wreath", where no ceremony is named: a Ceremony."""
    m = scene.match(MOURNED)
    if m is None or negated(scene, m.start()) or kind_of(scene.text[m.end() :]) is not None:
        return []
    who = subject(scene, m.start())
    if not who:
        return []
    if m["again"] and (earlier := story.called("silence")):
        earlier.add(who, Role.ATTENDEE, f"role-{MOURNED.name}", scene.extent(*m.span("verb")))
        return []
    draft = new_draft(scene, Kind.CEREMONY, MOURNED, frozenset({"ceremony", "silence"}), *m.span("verb"))
    draft.add(who, Role.PRINCIPAL, f"role-{MOURNED.name}", draft.trigger)
    return [settle(draft, scene, story, *m.span("verb"))]


def media(scene: Scene, story: Story) -> list[Draft]:
    """ "met the media": a Briefing."""
    return _by_verb(scene, story, MEDIA, Kind.BRIEFING, "media")


def _by_verb(scene: Scene, story: Story, rule: Rule, kind: Kind, word: str) -> list[Draft]:
    m = scene.match(rule)
    if m is None or negated(scene, m.start()):
        return []
    opens = not scene.text[: m.start()].strip()
    who = next_subject(scene, m.end()) if opens else subject(scene, m.start())
    if not who:
        return []
    draft = new_draft(scene, kind, rule, frozenset({word}), *m.span("verb"))
    role = Role.SPEAKER if _SPEAKS.match(m["verb"]) else Role.PRINCIPAL
    draft.add(who, role, f"role-{rule.name}", draft.trigger)
    return [settle(draft, scene, story, *m.span("verb"))]
