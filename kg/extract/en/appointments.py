"""Appointments, and the posts they and acting arrangements give: "will succeed ... as", "will act as"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from kg.extract.en.appointment_rules import (
    ACTING,
    ALSO,
    AND_AS,
    ANNOUNCED_NEXT,
    APPOINTING,
    AS,
    EFFECT,
    EXTENDED,
    FOLLOWING,
    HOLDS,
    MADE_PUBLIC,
    MEMBERSHIP,
    OF_ANOTHER,
    PAST,
    RULES,
    SAME_TERM,
    TERM,
    TERM_ENDS,
    TERM_TO,
    TOO,
    UNNAMED,
    VICE,
    YEAR_FIRST,
)
from kg.extract.en.clauses import group, negated, subject
from kg.extract.en.dealing import dealt, is_dealt
from kg.extract.en.patterns import DATE, GROUP, Rule
from kg.extract.en.posts import Post
from kg.extract.en.posts_at import posts_at, posts_listed
from kg.extract.en.scene import Ref, Scene
from kg.extract.en.settle import choose_date, is_recalled, is_same_day
from kg.extract.en.story import Draft, Story, first_day
from kg.model import Kind, Role, Span, Status, When

_WORDS: Final = frozenset({"appointment"})
NEW_MEMBERS: Final = "new-members"
_RECENT_MONTHS: Final = 3  # an appointment dated longer ago belongs to a career told
_HIS_POST: Final = re.compile(r" (?:his|her|the) (?:post|position|vacancy|place)\b")
_TAKES_UP: Final = frozenset({"succeeds", "took-office"})
_WITH_OTHERS: Final = frozenset({"appoints", "appointment-of"})
_ABOUT_TERM: Final = re.compile(r"ppointment|\b(?:term|tenure)\b|\bwill assume (?:office|duty)\b")
_ALSO_REACH: Final = 12
_PUBLIC_REACH: Final = 40
_OTHER_REACH: Final = 60
_OF_A_BODY: Final = re.compile(r" (?:of|for) (?:the |an? |its )?[A-Z]")
_LEAD: Final = 400  # characters in which a release says that it is about appointments


@dataclass(frozen=True, slots=True)
class Given:
    """A post that a sentence gives to a person in words other than apposition; ``name`` refers to the person."""

    person: int
    post: Post
    name: Span


def appointments(scene: Scene, story: Story, limit: int) -> tuple[list[Draft], list[Given]]:
    """Appointment events of a sentence and the posts it gives."""
    drafts: list[Draft] = []
    given = [*_acting(scene, story, limit), *_holds(scene, story, limit)]
    for rule in RULES:
        for m in scene.matches(rule, limit):
            draft, posts = _appointment(scene, story, rule, m)
            given += posts
            if posts and rule.name in _WITH_OTHERS:
                given += _and_others(scene, story, m.end("verb"), draft)
            drafts += [draft] if draft else []
    for m in scene.matches(EXTENDED, limit):
        draft = Draft(
            Kind.APPOINTMENT, Status.HELD, EXTENDED.name, scene.extent(*m.span("verb")), scene.span, words=_WORDS
        )
        draft.add(group(scene, m["who"]), Role.PRINCIPAL, f"role-{EXTENDED.name}", draft.trigger)
        draft.when = _date(scene, story, m.end()) or story.term
        drafts.append(draft)
    for m in scene.matches(TOO, limit) if drafts else ():
        drafts[-1].add(group(scene, m["who"]), Role.PRINCIPAL, TOO.name, scene.extent(*m.span("verb")))
    _effect(scene, story)
    if story.term is None and story.text.find("ppoint", 0, _LEAD) >= 0 and (term := scene.match(TERM)):
        story.term = None if TERM_ENDS.match(scene.text, term.end()) else choose_date(scene, term.end())
    _opens(scene, story)
    return drafts, given


def _opens(scene: Scene, story: Story) -> None:
    """ "... made the following appointments:", "The re-appointed members are:": those in the lines behind it."""
    opening = scene.match(FOLLOWING)
    if opening is None:
        return
    trigger = scene.extent(opening.start(), opening.end() - 1)
    opened = story.last(Kind.APPOINTMENT) if opening["again"] else None
    if opened is None:
        opened = Draft(Kind.APPOINTMENT, Status.HELD, FOLLOWING.name, trigger, scene.span, words=_WORDS)
        opened.when = story.term or story.day or (choose_date(scene, opening.start()) if opening["acts"] else None)
        story.drafts.append(opened)
    story.open_list, story.open_noun, story.open_words = [opened], None, trigger


def listed(story: Story, holders: Sequence[tuple[int, Span]]) -> None:
    """A membership list under headings ("Members") in a release about appointments: all listed are appointed."""
    opening = holders[0][1]
    if len(holders) < 2 or not APPOINTING.search(story.text, 0, opening.start):
        return
    people = {person for person, _ in holders}
    told = [d for d in story.drafts if d.kind is Kind.APPOINTMENT]
    draft = next((d for d in told if people & set(d.parts)), None)
    if told and draft is None:
        return  # who is appointed has been told; the list shows who belongs to the body
    if draft is not None and _shows_all(story, draft, opening):
        return
    if draft is None:
        draft = Draft(Kind.APPOINTMENT, Status.HELD, "appointment-list", opening, opening, words=_WORDS)
        story.drafts.append(draft)
    draft.add([Ref(person, span) for person, span in holders], Role.PRINCIPAL, "role-listed", None)
    if draft.when is None:
        draft.when = story.term


def _shows_all(story: Story, draft: Draft, opening: Span) -> bool:
    """Whether a list is the membership of a body of which the release has named all those appointed."""
    between = draft.sentence.start, opening.start
    return MEMBERSHIP.search(story.text, *between) is not None and not UNNAMED.search(story.text, *between)


def _acting(scene: Scene, story: Story, limit: int) -> list[Given]:
    """ "Mr Lau will act as Director of Marine", "Mr Lau will be the Acting Director of Marine"."""
    given: list[Given] = []
    for m in scene.matches(ACTING, limit):
        posts = posts_at(story.text, scene.origin(m.end()), _ceiling(scene, m.end()), ACTING.name)
        refs = group(scene, m.group("who") or m.group("she"))
        acting = tuple(replace(post, acting=True) for post in posts)
        given += [Given(ref.person, post, ref.span) for ref, post in _each(story.text, refs, acting)]
    return given


def _holds(scene: Scene, story: Story, limit: int) -> list[Given]:
    """ "Mr Pang is also the Chairman of the Association"."""
    given: list[Given] = []
    for m in scene.matches(HOLDS, limit):
        if scene.text.startswith("Acting ", m.end()):
            continue
        posts = posts_listed(story.text, scene.origin(m.start("held")), _ceiling(scene, m.end()), HOLDS.name)
        held = [post for post in posts if post.label[0].isupper() or _OF_A_BODY.search(post.label)]
        given += [Given(ref.person, post, ref.span) for ref, post in _each(story.text, group(scene, m["who"]), held)]
    return given


def _each(text: str, refs: Sequence[Ref], posts: Sequence[Post]) -> list[tuple[Ref, Post]]:
    """Who of several people holds which of several posts: each all of them, or in their order where so told."""
    if len(refs) > 1 and posts and is_dealt(text, posts[-1].span.end):
        return list(zip(refs, dealt(posts, len(refs)) or (), strict=False))
    return [(ref, post) for ref in refs for post in posts]


def _ceiling(scene: Scene, at: int) -> int:
    """Where the next person's words begin, as far as a post can reach."""
    following = GROUP.search(scene.text, at)
    return scene.origin(following.start()) if following else scene.span.end


def _appointment(scene: Scene, story: Story, rule: Rule, m: re.Match[str]) -> tuple[Draft | None, list[Given]]:
    """The appointment that one match tells, and the posts that it gives."""
    who = _appointed(scene, story, rule, m)
    clause_end = _clause_end(scene, m.end())
    if not who or negated(scene, m.start("verb")):
        return None, []
    was = rule.name == "took-office" or (rule.name == "appointed" and m.group("verb").startswith(("was", "were")))
    if was and _long_ago(scene, story, m.end(), clause_end):
        return None, []
    posts = _posts(scene, story, m.end("verb"), clause_end)
    is_past = was and _dated_before(scene, m.start())
    given = [] if rule.name == "resigns" or is_past else _given(scene, story, m, who, posts, clause_end)
    if rule.name == "appointment-of" and _commented(story, who):
        return None, given
    if rule.name in _TAKES_UP and _tells_nothing_new(story, m, who, posts):
        return None, given
    kind = Kind.OTHER if rule.name == "resigns" else Kind.APPOINTMENT
    status = Status.RECALLED if is_recalled(scene, story, *m.span("verb")) else Status.HELD
    draft = Draft(kind, status, rule.name, scene.extent(*m.span("verb")), scene.span, words=_WORDS)
    draft.when = _date(scene, story, m.end("verb")) if rule.name != "election" else None
    draft.own_day = draft.when is not None
    earlier = story.last(Kind.APPOINTMENT)
    if earlier and draft.when is None and (SAME_TERM.search(scene.text) or _goes_on(scene, rule, m)):
        earlier.add(who, Role.PRINCIPAL, f"role-{rule.name}", draft.trigger)
        return None, given
    if earlier and rule.name == NEW_MEMBERS:
        earlier.add(who, Role.PRINCIPAL, f"role-{rule.name}", draft.trigger)
        return None, given
    if draft.when is None and rule.name != "election":
        draft.when = story.term or _made_public(scene)
        draft.own_day = draft.when is not None
    draft.add(who, Role.PRINCIPAL, f"role-{rule.name}", draft.trigger)
    if rule.name == "succeeds":
        draft.status = Status.SCHEDULED
    return draft, given


def _and_others(scene: Scene, story: Story, at: int, draft: Draft | None) -> list[Given]:
    """ "appointed Mr Lau as Chairman of the Board and Ms Sham as its Director": the further people, and their posts."""
    given: list[Given] = []
    while m := AND_AS.search(scene.text, at, _clause_end(scene, at)):
        who = group(scene, m["who"])
        posts = posts_listed(story.text, scene.origin(m.end()), _ceiling(scene, m.end()), "post-appointed")
        if not posts:
            break
        given += [Given(ref.person, post, ref.span) for ref, post in _each(story.text, who, posts)]
        if draft:
            draft.add(who, Role.PRINCIPAL, "role-appointed-with", scene.extent(*m.span("others")))
        at = m.end("who")
    return given


def _date(scene: Scene, story: Story, at: int) -> When | None:
    """The day on which a sentence says that an appointment takes effect, not that on which it was announced."""
    told = story.last(Kind.APPOINTMENT)
    if told and is_same_day(scene, story.text):
        return told.when
    dated = [
        (start, when)
        for start, end, when in _marks(scene)
        if not (
            _is_public(scene, start, end)
            or OF_ANOTHER.search(scene.text, max(at, start - _OTHER_REACH), start)
            or TERM_TO.search(scene.text, max(0, start - _PUBLIC_REACH), start)
        )
    ]
    return next((when for start, when in dated if start >= at), dated[-1][1] if dated else None)


def _made_public(scene: Scene) -> When | None:
    """The day on which a sentence says that an appointment was announced."""
    return next((when for start, end, when in _marks(scene) if _is_public(scene, start, end)), None)


def _marks(scene: Scene) -> list[tuple[int, int, When]]:
    """The marks of dates that have a day or a month: start, end, date."""
    marks = ((m.start(), m.end(), scene.whens[int(m["date"])]) for m in DATE.finditer(scene.text))
    return [each for each in marks if first_day(each[2])]


def _is_public(scene: Scene, start: int, end: int) -> bool:
    """Whether a date says when something was announced or gazetted."""
    before = MADE_PUBLIC.search(scene.text, max(0, start - _PUBLIC_REACH), start)
    return before is not None or ANNOUNCED_NEXT.match(scene.text, end) is not None


def _goes_on(scene: Scene, rule: Rule, m: re.Match[str]) -> bool:
    """ "The Chief Executive has also re-appointed Ms Sham as a member": the list told before goes on."""
    return (
        rule.name == "appoints" and ALSO.search(scene.text, max(0, m.start() - _ALSO_REACH), m.end("verb")) is not None
    )


def _appointed(scene: Scene, story: Story, rule: Rule, m: re.Match[str]) -> list[Ref]:
    """Who is appointed: named by the pattern, or the subject; of "his election" whoever the story is about."""
    if mark := m.groupdict().get("who"):
        too = m.groupdict().get("too")  # "appointed Mr Lau and re-appointed Ms Sham as members"
        return [*group(scene, mark), *(group(scene, too) if too else ())]
    return subject(scene, m.start()) or (story.subject if rule.name == "election" else [])


def _clause_end(scene: Scene, at: int) -> int:
    """Where the clause ends that goes on at ``at``."""
    for end in (". ", "; "):
        if (found := scene.text.find(end, at)) >= 0:
            return found
    return len(scene.text)


def _long_ago(scene: Scene, story: Story, at: int, end: int) -> bool:
    """Whether an appointment is part of a career told: a year, or a date months before the release."""
    day = first_day(choose_date(scene, at))
    months = (story.issued.year - day.year) * 12 + story.issued.month - day.month if day else 0
    return months > _RECENT_MONTHS or PAST.search(scene.text, at, end) is not None


def _dated_before(scene: Scene, at: int) -> bool:
    """Whether the clause begins with a year: "In 2006, Ms Chan was named Director"."""
    start = max(scene.text.rfind(". ", 0, at), scene.text.rfind("; ", 0, at)) + 1
    return YEAR_FIRST.search(scene.text, start, at) is not None


def _given(
    scene: Scene, story: Story, m: re.Match[str], who: list[Ref], posts: Sequence[Post], end: int
) -> list[Given]:
    """The posts, given to those appointed, and the first held by those whom they will succeed."""
    given = [Given(ref.person, post, ref.span) for ref, post in _each(story.text, who, posts) if not post.former]
    old = m.groupdict().get("old")
    if (
        old is None
        and m["verb"].startswith(("will", "would", "is to"))
        and (vice := VICE.search(scene.text, m.end(), end))
    ):
        old = vice["old"]  # "will take up the post of Director of Marine, to succeed Ms Sham"
    held = [post for post in posts[:1] if not post.former]
    before = group(scene, old)[:1] if old else ()
    return given + [Given(ref.person, post, ref.span) for ref in before for post in held]


def _commented(story: Story, who: list[Ref]) -> bool:
    """Whether some of these were appointed before: "Commenting on the appointments of ..."."""
    told = {person for d in story.drafts if d.kind is Kind.APPOINTMENT for person in d.parts}
    return bool(told & {ref.person for ref in who})


def _tells_nothing_new(story: Story, m: re.Match[str], who: list[Ref], posts: Sequence[Post]) -> bool:
    """Whether "will take up ..." names no post, or an appointment told before is told again ("will succeed ...")."""
    fills = "fill" in m.group("verb") and _HIS_POST.match(m.string, m.end("verb")) is not None
    if not posts and not fills and "succeed" not in m.group("verb"):
        return True
    people = {ref.person for ref in who}
    return any(d.kind is Kind.APPOINTMENT and people <= set(d.parts) for d in story.drafts)


def _posts(scene: Scene, story: Story, at: int, end: int) -> tuple[Post, ...]:
    """The posts named behind the verb: "as the Director of Marine"."""
    m = AS.search(scene.text, at, end)
    start = m.end() if m else at + len(scene.text[at:end]) - len(scene.text[at:end].lstrip())
    return posts_listed(story.text, scene.origin(start), _ceiling(scene, start), "post-appointed")


def _effect(scene: Scene, story: Story) -> None:
    """ "His appointment took effect on January 1, 2012." dates the appointment told before."""
    opened = [draft for draft in story.open_list if draft.kind is Kind.APPOINTMENT]
    if opened and scene.match(EFFECT):
        opened[0].when = choose_date(scene, 0)
    if _ABOUT_TERM.search(scene.text) and scene.match(EFFECT):
        last = story.last(Kind.APPOINTMENT)
        when = choose_date(scene, 0)
        if last is not None and when is not None and last.sentence != scene.span:
            last.when = when
