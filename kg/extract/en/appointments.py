"""Appointments, and the posts they and acting arrangements give: "will succeed ... as", "will act as"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from kg.extract.en.appointment_rules import (
    ALSO,
    AND_AS,
    ANNOUNCED_NEXT,
    APPOINTING,
    AS,
    BEHIND_COLON,
    EFFECT,
    EXTENDED,
    FOLLOWING,
    ITEM,
    MADE_PUBLIC,
    MEMBER_OF,
    MEMBERSHIP,
    OF_A_LIST,
    OF_ANOTHER,
    OTHERS_ARE,
    PAST,
    RULES,
    SAME_TERM,
    TERM,
    UNNAMED,
    VICE,
    YEAR_FIRST,
)
from kg.extract.en.clauses import group, negated, subject
from kg.extract.en.patterns import DATE, Rule
from kg.extract.en.posts import Post
from kg.extract.en.posts_at import posts_listed
from kg.extract.en.posts_given import Given, ceiling, each, posts_acting, posts_held, posts_in_capacity, posts_of_doers
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
_ABOUT_TERM: Final = re.compile(r"ppointment|\b(?:term|tenure)\b|\bwill (?:assume (?:office|duty)|serve)\b")
_ALL: Final = re.compile(r"ppointments\b")
_ALSO_REACH: Final = 12
_PUBLIC_REACH: Final = 40
_OTHER_REACH: Final = 60
_COLON_REACH: Final = 200
_GIVING: Final = (posts_acting, posts_held, posts_in_capacity, posts_of_doers)
_LEAD: Final = 400  # characters in which a release says that it is about appointments


def appointments(scene: Scene, story: Story, limit: int) -> tuple[list[Draft], list[Given]]:
    """Appointment events of a sentence and the posts it gives."""
    drafts: list[Draft] = []
    given = [read for step in _GIVING for read in step(scene, story, limit)]
    for rule, m in _in_order(scene, limit):
        draft, posts = _appointment(scene, story, rule, m, drafts)
        given += posts
        if rule.name in _WITH_OTHERS and (posts or draft):
            given += _and_others(scene, story, m.end("verb"), draft)
        if draft and not any(draft is other for other in (*drafts, *story.drafts)):
            drafts.append(draft)
    for m in scene.matches(EXTENDED, limit):
        draft = Draft(
            Kind.APPOINTMENT, Status.HELD, EXTENDED.name, scene.extent(*m.span("verb")), scene.span, words=_WORDS
        )
        draft.add(group(scene, m["who"]), Role.PRINCIPAL, f"role-{EXTENDED.name}", draft.trigger)
        draft.when = _date(scene, story, m.end()) or story.term
        drafts.append(draft)
    _effect(scene, story)
    if story.term is None and story.text.find("ppoint", 0, _LEAD) >= 0 and (term := scene.match(TERM)):
        story.term = _date_in(scene, term.end())
    _opens(scene, story)
    return drafts, given


def _in_order(scene: Scene, limit: int) -> list[tuple[Rule, re.Match[str]]]:
    """The matches of all rules as they stand in the sentence."""
    found = [(m.start("verb"), k, rule, m) for k, rule in enumerate(RULES) for m in scene.matches(rule, limit)]
    return [(rule, m) for _, _, rule, m in sorted(found, key=lambda each: each[:2])]


def _opens(scene: Scene, story: Story) -> None:
    """ "... made the following appointments:", "The re-appointed members are:": those in the lines behind it."""
    opening = scene.match(FOLLOWING)
    if opening is None:
        return
    trigger = scene.extent(opening.start(), opening.end() - 1)
    opened = story.last(Kind.APPOINTMENT) if opening["again"] else None
    if opened is None:
        opened = Draft(Kind.APPOINTMENT, Status.HELD, FOLLOWING.name, trigger, scene.span, words=_WORDS)
        opened.when = (
            story.term
            or story.day
            or (choose_date(scene, opening.start()) if opening["acts"] or opening["extends"] else None)
        )
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
        draft.when = story.term or story.day


def _shows_all(story: Story, draft: Draft, opening: Span) -> bool:
    """Whether a list is the membership of a body of which the release has named all those appointed."""
    between = draft.sentence.start, opening.start
    return MEMBERSHIP.search(story.text, *between) is not None and not UNNAMED.search(story.text, *between)


def _appointment(
    scene: Scene, story: Story, rule: Rule, m: re.Match[str], told: Sequence[Draft]
) -> tuple[Draft | None, list[Given]]:
    """The appointment that one match tells, or adds to, and the posts that it gives.

    ``told`` are those that the words before in the sentence tell.
    """
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
    draft = _draft(scene, story, rule, m)
    earlier = told[-1] if told else story.last(Kind.APPOINTMENT)
    if earlier and _joins(scene, story, rule, m, draft, posts, earlier):
        earlier.add(who, Role.PRINCIPAL, f"role-{rule.name}", draft.trigger)
        return earlier, given
    draft.add(who, Role.PRINCIPAL, f"role-{rule.name}", draft.trigger)
    return draft, given


def _draft(scene: Scene, story: Story, rule: Rule, m: re.Match[str]) -> Draft:
    """The appointment that a match tells, with its day: that on which it takes effect, else on which it was told."""
    kind = Kind.OTHER if rule.name == "resigns" else Kind.APPOINTMENT
    status = Status.RECALLED if is_recalled(scene, story, *m.span("verb")) else Status.HELD
    draft = Draft(kind, status, rule.name, scene.extent(*m.span("verb")), scene.span, words=_WORDS)
    if rule.name != "election":
        draft.when = _date(scene, story, m.end("verb")) or story.term or _made_public(scene)
        draft.own_day = draft.when is not None
        if draft.when is None and "elect" in m["verb"]:
            draft.when = story.day  # "The Panel met today. Members elected Mr Lau as Chairman."
    if rule.name == "succeeds":
        draft.status = Status.SCHEDULED
    return draft


def _joins(
    scene: Scene, story: Story, rule: Rule, m: re.Match[str], draft: Draft, posts: Sequence[Post], earlier: Draft
) -> bool:
    """Whether those of ``draft`` are of the appointments told before: of the same term, or to no body of their own."""
    if rule.name == NEW_MEMBERS or scene.match(ITEM):
        return True
    is_dated = _date_in(scene, m.end("verb")) is not None
    if not is_dated and (SAME_TERM.search(scene.text) or _goes_on(scene, rule, m)):
        return True
    if draft.status is not earlier.status or "appoint" not in m["verb"]:
        return False
    days = {first_day(draft.when), first_day(earlier.when)}
    return len(days - {None}) < 2 and all(_is_of_list(story, earlier, draft, post) for post in posts)


def _is_of_list(story: Story, earlier: Draft, draft: Draft, post: Post) -> bool:
    """Whether a post is a seat in the body of the list told before: "member", "board member of the Authority"."""
    m = OF_A_LIST.fullmatch(post.label)
    if m is None or m["body"] is None:
        return m is not None
    told = story.text[earlier.sentence.start : min(earlier.sentence.end, draft.trigger.start)]
    return m["seat"] == "member" and MEMBER_OF.search(told) is not None and m["body"] in told


def _and_others(scene: Scene, story: Story, at: int, draft: Draft | None) -> list[Given]:
    """ "appointed Mr Lau as Chairman of the Board and Ms Sham as its Director": the further people, and their posts."""
    given: list[Given] = []
    while m := AND_AS.search(scene.text, at, _clause_end(scene, at)):
        who = group(scene, m["who"])
        posts = posts_listed(story.text, scene.origin(m.end()), ceiling(scene, m.end()), "post-appointed")
        held = [post for post in posts if post.label[0].isupper() or " of " in post.label or " to " in post.label]
        given += [Given(ref.person, post, ref.span) for ref, post in each(story.text, who, held)]
        if draft:
            draft.add(who, Role.PRINCIPAL, "role-appointed-with", scene.extent(*m.span("others")))
        at = m.end("who")
    return given


def _date(scene: Scene, story: Story, at: int) -> When | None:
    """The day on which an appointment takes effect: that of the sentence, or "that day" of the one told before."""
    told = story.last(Kind.APPOINTMENT)
    return told.when if told and is_same_day(scene, story.text) else _date_in(scene, at)


def _date_in(scene: Scene, at: int) -> When | None:
    """The day on which a sentence says that an appointment takes effect, not that on which it was announced."""
    dated = [
        (start, when)
        for start, end, when in _marks(scene)
        if not (_is_public(scene, start, end) or OF_ANOTHER.search(scene.text, max(at, start - _OTHER_REACH), start))
    ]
    return next((when for start, when in dated if start >= at), dated[-1][1] if dated else None)


def _made_public(scene: Scene) -> When | None:
    """The day on which a sentence says that an appointment was announced."""
    return next((when for start, end, when in _marks(scene) if _is_public(scene, start, end)), None)


def _marks(scene: Scene) -> list[tuple[int, int, When]]:
    """The marks of dates on which something begins: start, end, date; not "for a term to June 30, 2028"."""
    marks = ((m.start(), m.end(), scene.whens[int(m["date"])]) for m in DATE.finditer(scene.text))
    return [each for each in marks if each[2].start]


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
    if rule.name == "succeeded-by" and not subject(scene, m.start()):
        return []  # "The solo part will be replaced by ..."
    if mark := m.groupdict().get("who"):
        too = m.groupdict().get("too")  # "appointed Mr Lau and re-appointed Ms Sham as members"
        return [*group(scene, mark), *(group(scene, too) if too else ())]
    if behind := BEHIND_COLON.search(scene.text, max(0, m.start() - _COLON_REACH), m.start()):
        return group(scene, behind["who"])
    return subject(scene, m.start()) or (story.subject if rule.name == "election" else [])


def _clause_end(scene: Scene, at: int) -> int:
    """Where the clause ends that goes on at ``at``: at a mark, or before others who are appointed to something else."""
    ends = [found for end in (". ", "; ", " while ") if (found := scene.text.find(end, at)) >= 0]
    others = OTHERS_ARE.search(scene.text, at)
    return min([*ends, others.start() if others else len(scene.text)])


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
    given = [Given(ref.person, post, ref.span) for ref, post in each(story.text, who, posts) if not post.former]
    old = m.groupdict().get("old")
    if not m["verb"].startswith(("will", "would", "is to")):
        old = None  # who is succeeded now holds the post no more
    elif old is None and (vice := VICE.search(scene.text, m.end(), end)):
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
    return posts_listed(story.text, scene.origin(start), ceiling(scene, start), "post-appointed")


def _effect(scene: Scene, story: Story) -> None:
    """ "His appointment took effect on January 1, 2012." dates the appointment told before."""
    opened = [draft for draft in story.open_list if draft.kind is Kind.APPOINTMENT]
    if opened and scene.match(EFFECT):
        opened[0].when = choose_date(scene, 0)
    if _ABOUT_TERM.search(scene.text) and scene.match(EFFECT):
        last = story.last(Kind.APPOINTMENT)
        when = choose_date(scene, 0)
        if last is not None and when is not None and last.sentence != scene.span:
            for draft in story.drafts if _ALL.search(scene.text) else ():
                if draft.kind is Kind.APPOINTMENT and draft.sentence == last.sentence:
                    draft.when = when
            last.when = when
