"""Appointments, and the posts they and acting arrangements give: "will succeed ... as", "will act as"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from kg.extract.en.appointment_rules import ACTING, APPOINTING, AS, EFFECT, HOLDS, PAST, RULES, SAME_TERM, TERM
from kg.extract.en.clauses import group, negated, subject
from kg.extract.en.patterns import GROUP, Rule
from kg.extract.en.posts import Post, posts_at
from kg.extract.en.scene import Ref, Scene
from kg.extract.en.settle import choose_date, is_recalled
from kg.extract.en.story import Draft, Story, first_day
from kg.model import Kind, Role, Span, Status

_WORDS: Final = frozenset({"appointment"})
_RECENT_MONTHS: Final = 3  # an appointment dated longer ago belongs to a career told
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
            drafts += [draft] if draft else []
    _effect(scene, story)
    if story.term is None and story.text.find("ppoint", 0, _LEAD) >= 0 and (term := TERM.search(scene.text)):
        story.term = choose_date(scene, term.end())
    return drafts, given


def listed(story: Story, holders: Sequence[tuple[int, Span]]) -> None:
    """A membership list under headings ("Members") in a release about appointments: all listed are appointed."""
    opening = holders[0][1]
    if len(holders) < 2 or not APPOINTING.search(story.text, 0, opening.start):
        return
    people = {person for person, _ in holders}
    told = [d for d in story.drafts if d.kind is Kind.APPOINTMENT]
    draft = next((d for d in told if people & set(d.parts)), told[0] if told else None)
    if draft is None:
        draft = Draft(Kind.APPOINTMENT, Status.HELD, "appointment-list", opening, opening, words=_WORDS)
        story.drafts.append(draft)
    draft.add([Ref(person, span) for person, span in holders], Role.PRINCIPAL, "role-listed", None)
    if draft.when is None:
        draft.when = story.term


def _acting(scene: Scene, story: Story, limit: int) -> list[Given]:
    """ "Mr Lau will act as Director of Marine", "Mr Lau will be the Acting Director of Marine"."""
    given: list[Given] = []
    for m in scene.matches(ACTING, limit):
        posts = posts_at(story.text, scene.origin(m.end()), _ceiling(scene, m.end()), ACTING.name)
        refs = group(scene, m.group("who") or m.group("she"))
        given += [Given(ref.person, replace(post, acting=True), ref.span) for ref in refs for post in posts[:1]]
    return given


def _holds(scene: Scene, story: Story, limit: int) -> list[Given]:
    """ "Mr Pang is also the Chairman of the Association"."""
    given: list[Given] = []
    for m in scene.matches(HOLDS, limit):
        if scene.text.startswith("Acting ", m.end()):
            continue
        posts = posts_at(story.text, scene.origin(m.end()), _ceiling(scene, m.end()), HOLDS.name)
        given += [Given(ref.person, post, ref.span) for ref in group(scene, m.group("who")) for post in posts[:1]]
    return given


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
    was = rule.name == "appointed" and m.group("verb").startswith(("was", "were"))
    if was and _long_ago(scene, story, m.end(), clause_end):
        return None, []
    post = _post(scene, story, m.end("verb"), clause_end)
    given = [] if rule.name == "resigns" or post is None or post.former else _given(scene, m, who, post)
    if rule.name == "succeeds" and _tells_nothing_new(story, m, who, post):
        return None, given
    kind = Kind.OTHER if rule.name == "resigns" else Kind.APPOINTMENT
    status = Status.RECALLED if is_recalled(scene, story, *m.span("verb")) else Status.HELD
    draft = Draft(kind, status, rule.name, scene.extent(*m.span("verb")), scene.span, words=_WORDS)
    draft.when = choose_date(scene, m.end("verb")) if rule.name != "election" else None
    draft.own_day = draft.when is not None
    earlier = story.last(Kind.APPOINTMENT)
    if earlier and draft.when is None and SAME_TERM.search(scene.text):
        earlier.add(who, Role.PRINCIPAL, f"role-{rule.name}", draft.trigger)
        return None, given
    draft.add(who, Role.PRINCIPAL, f"role-{rule.name}", draft.trigger)
    if rule.name == "succeeds":
        draft.status = Status.SCHEDULED
    return draft, given


def _appointed(scene: Scene, story: Story, rule: Rule, m: re.Match[str]) -> list[Ref]:
    """Who is appointed: named by the pattern, or the subject; of "his election" whoever the story is about."""
    if mark := m.groupdict().get("who"):
        return group(scene, mark)
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


def _given(scene: Scene, m: re.Match[str], who: list[Ref], post: Post) -> list[Given]:
    """The post, given to those appointed, and held by those whom they succeed."""
    old = m.groupdict().get("old")
    return [Given(ref.person, post, ref.span) for ref in (*who, *(group(scene, old) if old else ()))]


def _tells_nothing_new(story: Story, m: re.Match[str], who: list[Ref], post: Post | None) -> bool:
    """Whether "will take up ..." names no post, or an appointment told before is told again ("will succeed ...")."""
    if post is None and "succeed" not in m.group("verb"):
        return True
    people = {ref.person for ref in who}
    return any(d.kind is Kind.APPOINTMENT and people <= set(d.parts) for d in story.drafts)


def _post(scene: Scene, story: Story, at: int, end: int) -> Post | None:
    """The post named behind the verb: "as the Director of Marine"."""
    m = AS.search(scene.text, at, end)
    start = m.end() if m else at + len(scene.text[at:end]) - len(scene.text[at:end].lstrip())
    posts = posts_at(story.text, scene.origin(start), _ceiling(scene, start), "post-appointed")
    return posts[0] if posts else None


def _effect(scene: Scene, story: Story) -> None:
    """ "His appointment took effect on January 1, 2012." dates the appointment told before."""
    if "ppointment" in scene.text and scene.match(EFFECT):
        last = story.last(Kind.APPOINTMENT)
        when = choose_date(scene, 0)
        if last is not None and when is not None and last.sentence != scene.span:
            last.when = when
