"""Ceremonies, conferences, receptions, briefings: who attended, spoke, officiated, hosted."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from kg.extract.en.ahead import meant, occasion_ahead
from kg.extract.en.clauses import describes, group, negated, next_subject, role_words, subject
from kg.extract.en.conferring import conferring
from kg.extract.en.council import in_council
from kg.extract.en.gathering_rules import (
    AMONG_MANY,
    ANAPHOR,
    ANOTHER,
    CHAIRING,
    GENERIC,
    HOSTED_BY,
    JOINED_IN,
    PRESENTED,
    RULES,
    SEAT_OF_LEARNING,
    SEVERAL,
    SPOKE,
    THEN_SPOKE,
    TOGETHER_WITH,
    WHICH_IS,
)
from kg.extract.en.host_rules import HOST
from kg.extract.en.hosts import at_start, at_which, banquet, featured, hosts, joined_at, officiating, passive, postponed
from kg.extract.en.occasions import has_occasion, kind_of, words_of
from kg.extract.en.openings import (
    attended_by,
    delivered_by,
    dined,
    done_at,
    given_by,
    held_for,
    media,
    mourned,
    new_draft,
    opened,
    opens,
    spoke_in,
    spoke_there,
    sworn,
    there_were,
)
from kg.extract.en.patterns import GROUP, Rule
from kg.extract.en.scene import Ref, Scene
from kg.extract.en.series import held_in_series
from kg.extract.en.settle import choose_date, settle
from kg.extract.en.signings import signings
from kg.extract.en.story import Draft, Story, first_day
from kg.model import Kind, Role, Span


def gatherings(scene: Scene, story: Story, limit: int) -> list[Draft]:
    """Gatherings of all kinds that a sentence states before ``limit``."""
    found: list[Draft] = []
    if has_occasion(scene.folded) or _abbreviates(scene, story):
        for rule, role in RULES:
            if rule not in scene.rules:
                continue
            found_at = (m for m in scene.matches(rule, limit) if not describes(scene, m.start("verb")))
            stated = (m for m in found_at if not negated(scene, m.start()))
            told = [draft for m in stated if (draft := _gathering(scene, story, rule, role, m))]
            found += [*told, *(another for draft in told if (another := _another(scene, story, draft)))]
            for draft in told:
                found += held_in_series(draft, scene, story, scene.masked(draft.trigger.end))
        for step in _NAMED:
            found += step(scene, story)
    for step in _UNNAMED:
        found += step(scene, story)
    found += signings(scene, story, limit)
    if any(draft.kind not in _NOT_SPOKEN_AT for draft in found):
        found = [draft for draft in found if draft.rule not in _SPEECHES]
    # not what is only reported: "said that the two bureaux signed an agreement last year"
    found = [draft for draft in found if scene.masked(draft.trigger.start) <= limit]
    occasion_ahead(scene, story, {draft.kind for draft in found})
    return found


def presentations(scene: Scene, story: Story) -> None:
    """ "presented certificates to ...": the giver and the takers were at the ceremony told before."""
    ceremony = story.last(Kind.CEREMONY, Kind.RECEPTION) if PRESENTED in scene.rules else None
    if ceremony is None:
        return
    for m in scene.matches(PRESENTED):
        verb = scene.extent(*m.span("verb" if m["verb"] else "confers"))
        first = not ceremony.people(Role.PRINCIPAL)
        givers = subject(scene, m.start())
        ceremony.add(givers, Role.PRINCIPAL if first else Role.ATTENDEE, PRESENTED.name, verb)
        if taker := m["who"] or m["taker"]:
            ceremony.add(group(scene, taker), Role.ATTENDEE, "role-recipient", verb)


def _gathering(scene: Scene, story: Story, rule: Rule, role: Role, m: re.Match[str]) -> Draft | None:
    """The occasion named behind a verb, unless the phrase names no one occasion."""
    what = m.group("what").strip()
    kind = (
        _kind(rule, what)
        or _called(scene, m)
        or (Kind.SPEECH if SPOKE.search(m["verb"]) and SEAT_OF_LEARNING.fullmatch(what) else None)
    )
    aside = _ASIDE.search(what)
    if aside and kind_of(what[: aside.start()]) is None:
        return None  # "held meetings on the sidelines of the Harbour Forum"
    who = group(scene, m["who"]) if m.groupdict().get("who") else subject(scene, m.start())
    if not who and not scene.text[: m.start("verb")].strip():
        who = next_subject(scene, m.end())
    if (
        not who
        and role is not Role.PRINCIPAL
        and (many := AMONG_MANY.search(scene.text, max(0, m.start("verb") - _MANY_REACH), m.start("verb")))
    ):
        who = group(scene, many["who"])
    if joined := JOINED_IN.search(scene.text, max(0, m.start("verb") - _JOINED_REACH), m.start("verb")):
        who = [*group(scene, joined["who"]), *group(scene, joined["other"])]
    if _A_PART.match(what):
        return None
    if inside := _INSIDE.search(what):
        earlier = meant(story, inside["noun"])
        if earlier is not None and who and earlier.kind in (Kind.CONFERENCE, Kind.CEREMONY, Kind.RECEPTION):
            earlier.take(_attended(scene, rule, role, m, earlier.kind, who))
            return None
    if _PANEL.fullmatch(what) and who and (around := story.last(Kind.CONFERENCE)) and not scene.whens:
        around.take(_attended(scene, rule, role, m, around.kind, who))
        return None
    if what == "meeting" and role is Role.ATTENDEE:
        return None  # left to those who join the meeting told before
    if ANAPHOR.match(what.casefold()) and m.group("det") in {"the ", "this "}:
        return _again(scene, story, rule, role, m, who)
    if who and _abbreviated(scene, story, rule, role, m, who):
        return None
    is_open = scene.text.startswith(" with ", m.end("what"))  # left to the rules for meetings
    is_sitting = kind_of(what.casefold()) is Kind.CONFERENCE or (_is_internal(what) and not is_open)
    if kind is None or not who or (GENERIC.match(what) and not is_sitting):
        return None
    if _is_opening(rule, m, kind):
        kind = Kind.CEREMONY
    if rule.name == "opened" and _ASKING.search(what.casefold()):
        return None  # "launched a public consultation"
    if SEVERAL.match(what) or (kind is Kind.MEETING and not is_sitting) or _is_custom(rule, m, kind):
        return None
    if role is Role.ATTENDEE and THEN_SPOKE.search(scene.text, m.end()):
        role = Role.SPEAKER
    draft = _attended(scene, rule, role, m, kind, who)
    if kind is Kind.SPEECH:
        draft.phrase = None  # the university is where it was
    named = WHICH_IS.match(scene.text, m.end("what")) if kind_of(what) is None else None
    if host := HOSTED_BY.match(scene.text, m.end("what")):
        draft.add(group(scene, host.group("who")), Role.PRINCIPAL, HOST.name, role_words(scene, host))
    return settle(draft, scene, story, m.start("verb"), named.end() if named else m.end("verb"))


def _joined(scene: Scene, story: Story, draft: Draft) -> Draft | None:
    """The second of "an eye-dotting ceremony and a reception", where one phrase names two."""
    two = _TWO.fullmatch(story.text, draft.phrase.start, draft.phrase.end) if draft.phrase else None
    kinds = (kind_of(two["one"]), kind_of(two["two"])) if two else (None, None)
    if two is None or kinds[0] is None or kinds[1] is None:
        return None
    if kinds[0] is kinds[1] and not (_ends_in_kind(two["one"]) and _ends_in_kind(two["two"])):
        return None
    draft.kind, draft.words = kinds[0], words_of(two["one"])
    draft.trigger = Span(draft.trigger.start, two.end("one"))
    span = Span(*two.span("two"))
    second = Draft(kinds[1], draft.status, draft.rule, span, scene.span, words=words_of(two["two"]), phrase=span)
    second.when, second.place, second.own_day, second.beside = draft.when, draft.place, draft.own_day, True
    second.take(draft)
    return second


def _ends_in_kind(phrase: str) -> bool:
    """Whether a phrase is the name of an occasion to its end: "Harbour Summit", not "Forum on the Future of Fairs"."""
    names = (_NAMED_OCCASION.match(phrase), _TITLED_OCCASION.match(phrase))
    return any(name is not None and kind_of(name["noun"]) is not None for name in names)


def _abbreviates(scene: Scene, story: Story) -> bool:
    """Whether a sentence may use the abbreviation of an occasion told before."""
    phrases = (draft.phrase for draft in story.drafts if draft.phrase)
    return any("(" in story.text[p.start : p.end] for p in phrases) and _CAPITALS.search(scene.text) is not None


def _abbreviated(scene: Scene, story: Story, rule: Rule, role: Role, m: re.Match[str], who: list[Ref]) -> Draft | None:
    """The occasion told before that defined an abbreviation now used: "will attend the 76th WHA on May 21"."""
    words = _CAPITALS.findall(m.group("what"))
    named = ((draft, story.text[draft.phrase.start : draft.phrase.end]) for draft in story.drafts if draft.phrase)
    told = next((draft for draft, name in named if any(_defines(name, word) for word in words)), None)
    if told is None:
        return None
    own = choose_date(scene, m.end("verb"))
    is_purpose = story.text.endswith("to ", 0, told.trigger.start)
    if own and told.when and first_day(own) != first_day(told.when) and not is_purpose:
        return None
    told.take(_attended(scene, rule, role, m, told.kind, who))
    told.retold.add(scene.span)
    told.when = own if own and is_purpose else told.when or own
    return told


def _defines(name: str, word: str) -> bool:
    """Whether an occasion is called ``word`` for short, and not only a body in its name: "the HCO (HCO) Meeting"."""
    _, found, behind = name.partition(f"({word})")
    return bool(found) and kind_of(behind) is None and not behind.rstrip().endswith(_MEETING_NOUNS)


def _another(scene: Scene, story: Story, draft: Draft) -> Draft | None:
    """The second of two occasions: "will address the dinner as well as a luncheon hosted by the Association"."""
    if second := _joined(scene, story, draft):
        return second
    m = ANOTHER.regex.search(scene.text, scene.masked(draft.phrase.end)) if draft.phrase else None
    kind = kind_of(m.group("what")) if m else None
    if m is None or kind is None or GROUP.search(scene.text, scene.masked(draft.trigger.end), m.start()):
        return None
    second = new_draft(scene, kind, ANOTHER, words_of(m.group("what")), *m.span("what"))
    second.take(draft)
    second.phrase, second.beside = second.trigger, True
    settle(second, scene, story, *m.span("what"))
    second.status = draft.status
    return second


def _attended(scene: Scene, rule: Rule, role: Role, m: re.Match[str], kind: Kind, who: list[Ref]) -> Draft:
    draft = new_draft(scene, kind, rule, words_of(m.group("what").strip()), m.start("verb"), m.end("what"))
    draft.add(who, role, f"role-{rule.name}", draft.trigger)
    draft.phrase = scene.extent(*m.span("what"))
    if m.group("verb").startswith(CHAIRING) and (beside := TOGETHER_WITH.match(scene.text, m.end("what"))):
        draft.add(group(scene, beside.group("who")), Role.PRINCIPAL, f"role-{rule.name}", role_words(scene, beside))
    return draft


def _is_custom(rule: Rule, m: re.Match[str], kind: Kind) -> bool:
    """ "held celebrations", "opened dialogue": without an article no occasion is meant."""
    is_held = rule.name == "hosted" and m.group("verb").startswith(("held", "hold", "conven"))
    return m.group("det") is None and (rule.name == "opened" or (is_held and kind is Kind.CEREMONY))


def _kind(rule: Rule, what: str) -> Kind | None:
    """What kind of occasion a phrase names; what is launched may be called an event."""
    if _is_internal(what):
        return Kind.MEETING
    is_event = rule.name == "opened" and _EVENT.search(what.casefold()) is not None
    return kind_of(what) or (Kind.CEREMONY if is_event else None)


def _is_internal(what: str) -> bool:
    """Whether departments meet one another, who are not named."""
    low = what.casefold()
    return _INTERNAL.search(low) is not None and _OF_BODY.search(low) is None


def _called(scene: Scene, m: re.Match[str]) -> Kind | None:
    """The kind that words behind a name say: "attended the Educa, an education exhibition"."""
    named = WHICH_IS.match(scene.text, m.end("what")) if m["what"][:1].isupper() else None
    return kind_of(named["kind"]) if named else None


def _is_opening(rule: Rule, m: re.Match[str], kind: Kind) -> bool:
    """Whether what is told is the opening of an exhibition, or the launch of a week of events."""
    if rule.name == "opened" and kind is Kind.CONFERENCE and not m.group("verb").endswith(("opened", "opens")):
        return True
    return rule.name in _OPENING and _SHOW.search(m.group("what").casefold()) is not None


def _again(scene: Scene, story: Story, rule: Rule, role: Role, m: re.Match[str], who: list[Ref]) -> Draft | None:
    """ "Speaking at the reception, Miss Chau ..." goes back to the reception told before."""
    what = m.group("what").strip()
    earlier = meant(story, what.casefold())
    who = who or next_subject(scene, m.end())
    kind = kind_of(what)
    if earlier is not None:
        again = _attended(scene, rule, role, m, earlier.kind, who)
        for occasion in story.beside(earlier) if what.endswith("s") else [earlier]:
            occasion.take(again)
        return None
    if kind is None or not who:
        return None
    draft = _attended(scene, rule, role, m, kind, who)
    return settle(draft, scene, story, m.start("verb"), m.end("verb"))


_MEETING_NOUNS: Final = ("Meeting", "meeting", "Meetings", "meetings")
_SPEECHES: Final = frozenset({"spoke-in", "spoke-there", "spoke-at-school"})
_NOT_SPOKEN_AT: Final = frozenset({Kind.MEETING, Kind.SPEECH, Kind.OTHER, Kind.SIGNING})
_OPENING: Final = frozenset({"officiated-at", "opened"})
# an exhibition, not "the Fair Trade Conference"
_SHOW: Final = re.compile(
    r"^(?:exhibition|expo|fair)\b|\b(?:exhibition|expo|exposition|fair)(?= (?:of|on|at|in|for)\b| ?$)"
)
_ASIDE: Final = re.compile(r"\bon the (?:sidelines|margins|fringes) of\b")
# "chaired a dialogue at the event": a part of what was told before
_INSIDE: Final = re.compile(
    r" (?:at|during|of) the (?P<noun>event|forum|summit|conference|seminar|symposium|reception) ?$"
)
# "opened the seminar and took part in one of the panel sessions"
_A_PART: Final = re.compile(
    r"one of (?:the|its) (?:[\w-]+ ){0,2}(?:sessions|panels|discussions|dialogues|workshops) ?$"
)
# what a conference told before is made up of
_PANEL: Final = re.compile(r"(?:[a-z-]+ ){0,2}panel (?:discussion|session)s?")
# no sitting of a body: "chaired an urgent inter-departmental meeting"
_INTERNAL: Final = re.compile(
    r"^(?:(?:urgent|emergency|special|another|first|second|third|high-level) ){0,2}"
    r"(?:(?:inter-?|cross-)(?:departmental|bureau|agency)|urgent|emergency|internal) (?:[\w-]+ ){0,3}?meetings?\b"
    r"|^meetings? of (?:the |an? )?(?:inter-?|cross-)(?:departmental|bureau|agency)\b"
)
_OF_BODY: Final = re.compile(r"\b(?:council|committee|board|assembly|commission|panel)\b")
_ASKING: Final = re.compile(r"\bconsultations?\b(?! (?:session|forum|meeting|conference))")
_EVENT: Final = re.compile(r"\bevent(?=$| [\"“])")
_JOINED_REACH: Final = 40
_MANY_REACH: Final = 240
_TWO: Final = re.compile(r"(?P<one>[^,]{3,60}) and (?:an? |the )(?P<two>[^,]{3,90}?) ?")
_CAPITALS: Final = re.compile(r"\b[A-Z]{2,8}\b")
_NAMED_OCCASION: Final = re.compile(r"[A-Z0-9](?:.*? )?(?P<noun>[A-Z][a-z]+)(?: (?:in|at) [A-Z].*)?$")
# "Asia Summit on Global Health", "Harbour Convention 2026"
_TITLED_OCCASION: Final = re.compile(
    r"[A-Z0-9][\w&'’-]*(?: [A-Z0-9][\w&'’-]*)*? (?P<noun>[A-Z][a-z]+)(?: on [A-Z].*| 20\d\d)$"
)
_Step = Callable[[Scene, Story], list[Draft]]
_NAMED: Final[tuple[_Step, ...]] = (
    *(officiating, banquet, hosts, at_which, joined_at, passive, at_start, featured),
    *(delivered_by, done_at, given_by, held_for, attended_by, there_were),
)
"""Rules that need the noun of an occasion in the sentence, in order of trial, behind ``RULES``."""
_UNNAMED: Final[tuple[_Step, ...]] = (
    opened,
    opens,
    postponed,
    sworn,
    mourned,
    media,
    spoke_in,
    spoke_there,
    dined,
    conferring,
    in_council,
)
"""Rules that do not."""
