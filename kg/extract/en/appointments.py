"""Appointments, and the posts they and acting arrangements give: "will succeed ... as", "will act as"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kg.extract.en.meeting_rules import ADV
from kg.extract.en.meetings import negated
from kg.extract.en.posts import Post, posts_at
from kg.extract.en.scene import GROUP, Ref, Scene, pattern
from kg.extract.en.settle import choose_date, trigger
from kg.extract.en.story import Draft, Story, first_day, group, subject
from kg.model import Kind, Role, Span, Status

APPOINTED: Final = pattern(
    r"\b(?P<verb>(?:has been|have been|is|are|was|were|will be|is to be|be) {ADV}(?:re-?appointed|appointed|named|elected|re-?elected|nominated|redeployed|promoted|posted|sworn in))\b"
    .replace("{ADV}", ADV)
)  # fmt: skip
SUCCEEDS: Final = pattern(
    r"\b(?P<verb>(?:will|is to|would) (?:succeed|replace|take over from|take up|assume|fill))\b(?: {ADV}<P:old>)?".replace(
        "{ADV}", ADV
    )
)
APPOINTS: Final = pattern(
    r"\b(?P<verb>(?:have|has|will)? ?(?:re-)?appoint(?:ed|s)?) {ADV}<P:who> {ADV}(?:to be|as)\b".replace("{ADV}", ADV)
)
THE_APPOINTMENT: Final = pattern(
    r"\b(?P<verb>[Tt]he (?:re-)?appointments?)(?: by [^,.;\ue000]{0,60})?(?:, [^,.;\ue000]{0,120},)? of <P:who>(?: as\b)?"
)
SITS: Final = pattern(r"<P:who> (?P<verb>(?:will|would) sit) as\b")
RESIGNS: Final = pattern(
    r"<P:who> (?P<verb>(?:has |have )?(?:tendered (?:his|her|their) resignation|resigns?|resigned|steps? down|stepped down))\b"
)
ELECTION: Final = pattern(r"\b(?P<verb>(?:his|her|their) (?:election|appointment)) as\b")
ACTING: Final = pattern(
    r"(?:(?:<P:who>,? {ADV})(?P<verb>(?:will |would )?(?:act|acts|acted|be acting)) as|(?:<P:she>,? {ADV})(?P<be>(?:will be|is|would be|be)) (?:the )?(?=Acting ))".replace(
        "{ADV}", ADV
    )
)
PAST: Final = re.compile(r"\b(?:in|from|since) (?:\w+ )?(?:19|20)\d\d\b")
_AS: Final = re.compile(
    r"\b(?:as|to be|(?:post|position|office|duties) (?:of|as)) (?=(?:the |an? |its |our )?(?:[A-Z]|acting ))"
)
_EFFECT: Final = re.compile(r"took effect|takes effect|with effect|will take effect|effective")
_APPOINTING: Final = re.compile(r"[Aa]ppoint|membership|re-appoint")
_TERM: Final = re.compile(r"\b(?:term|tenure|period|appointments?|effect|effective)\b")


@dataclass(frozen=True, slots=True)
class Given:
    """A post that a sentence gives to a person in words other than apposition."""

    person: int
    post: Post
    name: Span


def appointments(scene: Scene, story: Story, limit: int) -> tuple[list[Draft], list[Given]]:
    """Appointment events of a sentence and the posts it gives."""
    drafts: list[Draft] = []
    given: list[Given] = []
    for m in ACTING.finditer(scene.text, 0, limit):
        refs = group(scene, m.group("who") or m.group("she"))
        at = scene.origin(m.end())
        posts = posts_at(story.text, at, _ceiling(scene, m.end()), "post-acting")
        for ref in refs:
            given += [Given(ref.person, _as_acting(p), ref.span) for p in posts[:1]]
    if re.search(
        r"ppoint|succe|elect|sworn|nomin|redeploy|promot|resign|step|take (?:up|over)|sit as|assume|named|posted|replace",
        scene.text,
    ):
        for regex, name in ((APPOINTED, "appointed"), (SUCCEEDS, "succeeds"), (APPOINTS, "appoints"),
                            (THE_APPOINTMENT, "appointment-of"), (SITS, "sits-as"), (RESIGNS, "resigns"), (ELECTION, "election")):  # fmt: skip
            for m in regex.finditer(scene.text, 0, limit):
                _appointment(scene, story, name, m, drafts, given)
    _effect(scene, story)
    if story.term is None and "ppoint" in story.text[:400] and (term := _TERM.search(scene.text)):
        story.term = choose_date(scene, term.end())
    return drafts, given


def listed(story: Story, holders: Sequence[tuple[int, Span]]) -> None:
    """A membership list under headings ("Members") in a release about appointments: all listed are appointed."""
    opening = holders[0][1]
    lead = story.text[: opening.start]
    if len(holders) < 2 or not _APPOINTING.search(lead):
        return
    people = {person for person, _ in holders}
    told = [d for d in story.drafts if d.kind is Kind.APPOINTMENT]
    draft = next((d for d in told if people & set(d.parts)), told[0] if told else None)
    if draft is None:
        draft = Draft(
            Kind.APPOINTMENT, Status.HELD, "appointment-list", opening, opening, words=frozenset({"appointment"})
        )
        story.drafts.append(draft)
    draft.add([Ref(person, span) for person, span in holders], Role.PRINCIPAL, "role-listed")
    if draft.when is None:
        draft.when = story.term


def _long_ago(scene: Scene, story: Story, at: int, end: int) -> bool:
    """Whether an appointment is part of a career told: a year, or a date months before the release."""
    day = first_day(choose_date(scene, at))
    months = (story.issued.year - day.year) * 12 + story.issued.month - day.month if day else 0
    return months > 3 or PAST.search(scene.text, at, end) is not None


def _ceiling(scene: Scene, at: int) -> int:
    """Where the next person's words begin, as far as a post can reach."""
    following = GROUP.search(scene.text, at)
    return scene.origin(following.start()) if following else scene.span.end


def _as_acting(post: Post) -> Post:
    return Post(post.span, post.label, True, post.former, post.plural, post.rule)


def _appointment(
    scene: Scene, story: Story, name: str, m: re.Match[str], drafts: list[Draft], given: list[Given]
) -> None:
    marks = m.groupdict()
    who = (
        group(scene, marks["who"])
        if marks.get("who")
        else subject(scene, m.start(), story) or (story.subject if name == "election" else [])
    )
    clause_end = next(
        (k for k in (scene.text.find(". ", m.end()), scene.text.find("; ", m.end())) if k >= 0), len(scene.text)
    )
    if not who or negated(scene, m.start("verb")):
        return
    if (
        name == "appointed"
        and m.group("verb").startswith(("was", "were"))
        and _long_ago(scene, story, m.end(), clause_end)
    ):
        return  # a career told: "was appointed a Recorder in 2001"
    start = trigger(scene, m.start("verb"), m.end("verb"))
    post = _post(scene, story, m.end("verb"), clause_end)
    if name != "resigns" and post and not post.former:
        given += [Given(r.person, post, r.span) for r in who]
        if marks.get("old"):
            given += [Given(r.person, post, r.span) for r in group(scene, marks["old"])]
    if name == "succeeds" and post is None and "succeed" not in m.group("verb"):
        return
    if name == "succeeds" and any(
        d.kind is Kind.APPOINTMENT and {r.person for r in who} <= set(d.parts) for d in story.drafts
    ):
        return  # told already: "the appointment of X", then whom X succeeds
    kind = Kind.OTHER if name == "resigns" else Kind.APPOINTMENT
    draft = Draft(kind, Status.HELD, name, start, scene.span, words=frozenset({"appointment"}))
    draft.when = _day(scene, story, m.end("verb")) if name != "election" else None
    draft.own_day = draft.when is not None
    draft.add(who, Role.PRINCIPAL, f"role-{name}")
    if name == "succeeds":
        draft.status = Status.SCHEDULED
    drafts.append(draft)


def _day(scene: Scene, story: Story, at: int):  # type: ignore[no-untyped-def]
    when = choose_date(scene, at)
    _ = story
    return when


def _post(scene: Scene, story: Story, at: int, end: int) -> Post | None:
    m = _AS.search(scene.text, at, end)
    start = m.end() if m else at + len(scene.text[at:end]) - len(scene.text[at:end].lstrip())
    posts = posts_at(story.text, scene.origin(start), _ceiling(scene, start), "post-appointed")
    return posts[0] if posts else None


def _effect(scene: Scene, story: Story) -> None:
    """ "His appointment took effect on January 1, 2012." dates the appointment told before."""
    if "ppointment" in scene.text and _EFFECT.search(scene.text):
        last = story.last(Kind.APPOINTMENT)
        when = choose_date(scene, 0)
        if last is not None and when is not None and last.sentence != scene.span:
            last.when = when
