"""Ceremonies, conferences, receptions, signings, briefings: who attended, spoke, officiated, hosted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from kg.extract.en.meeting_rules import ADV
from kg.extract.en.meetings import negated
from kg.extract.en.occasions import has_occasion, kind_of
from kg.extract.en.scene import GROUP, Ref, Scene, pattern
from kg.extract.en.settle import choose_place, settle, trigger
from kg.extract.en.story import Draft, Story, group, subject
from kg.model import Kind, Role, Span, Status

# The noun phrase of an occasion: up to punctuation, a person, a date, or what says where and by whom.
_PHRASE: Final = r"(?P<what>(?:[\"“][^\"”]{1,160}[\"”]|\([A-Z][\w&-]{1,12}\)|[^.,;:()\ue000\ue002\"“])+?)(?=[.,;:(\ue000\ue002]|\.$|$| held (?:at|in|on|by)| hosted| given| staged| organised| jointly| co-organised| and (?!the |an? |its |other |related )[a-z]+| to (?:[a-z]+) | where | which | with )"


@dataclass(frozen=True, slots=True)
class GatheringRule:
    """A verb that puts its subject into the occasion named behind it, in a role."""

    name: str
    regex: re.Pattern[str]
    role: Role
    example: str


def _rule(name: str, verbs: str, role: Role, example: str) -> GatheringRule:
    return GatheringRule(
        name,
        pattern(rf"\b(?P<verb>{verbs}) {ADV}(?P<det>the |an? |this |his |her |their |its )?{_PHRASE}"),
        role,
        example,
    )


_SPEECH: Final = r"(?:[\w'’-]+ ){0,4}?(?:speech|speeches|remarks|address|keynote|lecture|presentation)"
RULES: Final = (
    _rule("spoke-at", rf"(?:deliver(?:ed|s|ing)?|gave|gives?|giving|made|make) (?:an? |the |his |her )?{_SPEECH} (?:at|to|for|during)", Role.SPEAKER,
          "Mr Mok delivered a keynote speech at the Zurich Asia Wealth Forum"),
    _rule("spoke-at", r"(?:[Ss]peak(?:s|ing)?|spoke) (?:at|to)|addressed|addresses|[Aa]ddressing|(?:will|to) address", Role.SPEAKER,
          "Mr Mok will speak at the Zurich Asia Wealth Forum"),
    _rule("officiated-at", r"officiat(?:ed|es|ing|e) at|presided (?:over|at)|presides over", Role.PRINCIPAL,
          "The Secretary for Education, Dr Choi Yuk-lin, officiated at the opening ceremony"),
    _rule("presented-at", r"present(?:s|ed)? [^.;\ue000]{3,80}? at", Role.PRINCIPAL,
          "Mr Chan will present prizes to the winners at the prize presentation ceremony"),
    _rule("hosted", r"welcom(?:ed|es) (?:the )?guests (?:at|to)|hosts?|hosted|hosting|co-hosted|chair(?:ed|s)?|convened|held", Role.PRINCIPAL,
          "Mr Hsu hosted a dinner for Hong Kong students"),
    _rule("guest-at", r"(?:was|were) (?:among the |the |an? )?guests? (?:of honour )?at", Role.PRINCIPAL,
          "Mr Lau and Mr Pang were guests at a dinner given in their honour by the Association"),
    _rule("attended", r"attend(?:ed|s|ing)?|joined|joins?|took part in|takes? part in|participat(?:ed|es|ing|e) in|was present at|were present at|witness(?:ed|es)?", Role.ATTENDEE,
          "Mr Damian Kwok attended the New Year's Eve Gala Dinner"),
)  # fmt: skip

_THEN_SPOKE = pattern(
    r"\band {ADV}(?:deliver(?:ed|s)?|gave|give|made|spoke)(?: (?:an? |the )?".replace("{ADV}", ADV) + _SPEECH + ")?"
)
_GENERIC = re.compile(
    r"^(?:(?:multiple|various|several|many|other|different|some|more|these|two|three|four|five|a (?:series|number) of|local|business) .*|[a-z]+s|.*\bmeetings?)$"
)
_ANAPHOR = re.compile(
    r"^(?:event|occasion|(?:\w+ )?(?:ceremony|dinner|lunch|luncheon|reception|forum|summit|conference|seminar|banquet|session|briefing|expo|exhibition))$"
)
_OFFICIATING = pattern(
    r"\b[Oo]fficiating (?:guests )?at (?:the )?(?P<what>[^.;\ue000]{3,120}?),? (?:were|was|are|is|included|include) (?P<p><P:who>)"
)
_ALSO = re.compile(r"(?:[Aa]lso|[Oo]ther) $")
_HOST = pattern(
    r"\b[Tt]he (?P<what>(?:\w+ )?(?:dinner|lunch|luncheon|reception|banquet|ceremony|forum|conference|seminar)) [^.;\ue000]{0,80}?(?:hosted|held|given|chaired)[^.;\ue000]{0,60}? by (?:<P:who>)"
)
_GIVEN_FOR = pattern(
    r"\bwill host (?:an? )(?P<what>[^.;\ue000]{0,40}?(?:banquet|dinner|reception|luncheon|lunch)) for (?P<p><P:who>)"
)
_PRESENTED = pattern(r"\bpresent(?:ed|s) [^.;\ue000]{3,120}? to (?:<P:who>)?")
_HELD_BY_BODY = re.compile(
    r"\b(?:held|hosted|co-hosted|organised|co-organised|staged|jointly held|jointly organised|jointly hosted|convened) (?:an? |the |its )(?P<what>[^.;:,()\ue000\ue002]{3,90}?)"
    r"(?= (?:titled|themed|entitled|in|at|with|on|for|to|today|yesterday|jointly|called|under)\b|[.;:,()\ue002])"
)
_FIRST_OCCASION = re.compile(
    r"\bat (?:the |an? )(?P<what>(?:\([A-Z][\w&-]{1,12}\)|[^.;:,()\ue000\ue002]){3,160}?) held (?:at|in|on)\b"
)
_POSTPONED = pattern(
    r"\b[Tt]he (?P<what>[A-Z][^.;\ue000]{2,80}?) by <P:who>[^.;]{0,200}?\b(?:postponed|rescheduled|put off) (?:to|until) <D:to>"
)
_SIGNED_BY = pattern(r"\b(?:was|were) {ADV}signed {ADV}by {ADV}(?P<p><P:who>)".replace("{ADV}", ADV))
_SIGNED = pattern(
    r"\b(?P<verb>sign(?:ed|s)?) {ADV}[^.;\ue000]{0,160}?(?:MOUs?|MoUs?|[Mm]emorand\w+|[Aa]greements?|[Dd]ocuments?|[Dd]eclaration|[Pp]rotocol|[Cc]ontract|[Ll]etter of [Ii]ntent|[Aa]rrangement)".replace(
        "{ADV}", ADV
    )
)
_SIGNED_PLAIN = re.compile(
    r"\b(?:Memorandum|Agreement|agreement|MOU|MoU|Arrangement|arrangement)\b[^.;]{0,200}? (?:was|were) (?P<verb>signed|concluded)"
)
_SIGNING_SEEN = pattern(
    r"\bwitness(?:ed|es)? (?P<verb>the signing of) [^.;\ue000]{3,200}? (?:by|between) {ADV}<P:who>(?: and (?:by )?<P:also>)?".replace(
        "{ADV}", ADV
    )
)
_AT_WHICH = pattern(
    r"\b(?:an? |the )(?P<what>[^.;,\ue000]{3,90}?)(?: (?:organised|held|hosted|staged|given)\b[^.;\ue000]{0,140}?)?,? (?:at which|where) <P:who>,? {ADV}(?:spoke|delivered|gave|officiated|addressed)".replace(
        "{ADV}", ADV
    )
)
_REPRESENTED = pattern(r"represented by {ADV}<P:who>".replace("{ADV}", ADV))
_SIGNED_WITH = pattern(r"\bsign(?:ed|s)? [^.;\ue000]{0,200}? with <P:who>")
_OPENED_BY = pattern(
    r"\b(?P<verb>(?:was|were|is|are|will be) {ADV}(?:officially )?(?:opened|launched|unveiled|inaugurated|declared open|officiated(?: at)?|kicked off)) {ADV}by <P:who>".replace(
        "{ADV}", ADV
    )
)
_HOSTED_BY = pattern(
    r"[^.;\ue000]{0,60}?\b(?:hosted|given|held) [^.;\ue000]{0,40}?by {ADV}<P:who>".replace("{ADV}", ADV)
)
_AT_START = pattern(
    r"^(?:At|During) (?:the |an? )(?P<what>[^.;\ue000]{3,140}?), <P:who>,? {ADV}(?:said|spoke|addressed|remarked|thanked|welcomed|highlighted|pointed out"
    r"|noted|shared|delivered|introduced)\b".replace("{ADV}", ADV)
)
_PASSIVE_HOST = pattern(
    r"\b[Aa]n? (?P<what>[^.;,\ue000]{3,60}?) (?P<verb>(?:was|is|will be) (?:moderated|chaired|hosted|led)) by <P:who>"
)
_WITNESSED = pattern(r"\b[Ww]itnessed by {ADV}<P:who>".replace("{ADV}", ADV))
_SWORN = re.compile(r"\b(?P<verb>(?:was|were|is|are|will be) sworn in)\b")
_MEDIA = re.compile(
    r"\b(?P<verb>(?:will )?(?:meet|met|meets|speak to|spoke to|brief(?:ed)?)) (?:with )?(?:the )?(?:media|press|reporters)\b"
)


def gatherings(scene: Scene, story: Story, limit: int) -> list[Draft]:
    """Gatherings of all kinds that a sentence states before ``limit``."""
    found: list[Draft] = []
    if has_occasion(scene.text):
        for rule in RULES:
            for m in rule.regex.finditer(scene.text, 0, limit):
                if not negated(scene, m.start()) and (draft := _gathering(scene, story, rule, m)):
                    found.append(draft)
        found += _officiating(scene, story)
        found += _at_which(scene, story)
        found += _passive(scene, story)
        found += _at_start(scene, story)
    if opened := _OPENED_BY.search(scene.text):
        found += _opened(scene, story, opened)
    found += _postponed(scene, story)
    found += _signing(scene, story)
    found += _by_verb(scene, story, _SWORN, "sworn-in", Kind.CEREMONY, Role.PRINCIPAL, {"ceremony"})
    found += _by_verb(scene, story, _MEDIA, "met-media", Kind.BRIEFING, Role.PRINCIPAL, {"media"})
    _occasion_ahead(scene, story, {d.kind for d in found})
    return found


def _words(what: str) -> frozenset[str]:
    return frozenset(w for w in re.findall(r"[\w-]+", what.casefold()) if kind_of(w) or w in {"meeting", "event"})


def _gathering(scene: Scene, story: Story, rule: GatheringRule, m: re.Match[str]) -> Draft | None:
    what = m.group("what").strip()
    kind = kind_of(what)
    who = subject(scene, m.start(), story)
    if not who and scene.text[: m.start("verb")].strip() == "":
        who = _next_subject(scene, m.end())  # "Speaking at the forum today, the Secretary, Miss Mak, said ..."
    if _ANAPHOR.match(what.casefold()) and m.group("det") in {"the ", "this "}:
        return _again(scene, story, rule, m, what, who)
    if kind is None or not who or (_GENERIC.match(what) and kind_of(what.casefold()) is not Kind.CONFERENCE):
        return None
    if re.match(r"(?:multiple|various|several|many|different|some)\b", what) or kind is Kind.MEETING:
        return None
    if (
        rule.name == "hosted"
        and m.group("verb").startswith(("held", "conven"))
        and kind is Kind.CEREMONY
        and m.group("det") is None
    ):
        return None
    end = m.end("what")
    draft = Draft(kind, Status.HELD, rule.name, trigger(scene, m.start("verb"), end), scene.span)
    draft.words = _words(what)
    role = rule.role
    if role is Role.ATTENDEE and _THEN_SPOKE.search(scene.text, m.end()):
        role = Role.SPEAKER
    draft.add(who, role, f"role-{rule.name}")
    if host := _HOSTED_BY.match(scene.text, m.end("what")):
        draft.add(group(scene, host.group("who")), Role.PRINCIPAL, "role-host")
    draft.phrase = scene.extent(m.start("what"), m.end("what"))
    return settle(draft, scene, story, m.start("verb"), m.end("verb"))


def _again(
    scene: Scene, story: Story, rule: GatheringRule, m: re.Match[str], what: str, who: list[Ref]
) -> Draft | None:
    """ "Speaking at the reception, Miss Chau ..." goes back to the reception told before."""
    noun = what.casefold().split()[-1]
    earlier = next(
        (
            d
            for d in reversed(story.drafts)
            if noun in d.words or (noun in {"event", "occasion"} and d.kind is not Kind.MEETING)
        ),
        None,
    )
    who = who or _next_subject(scene, m.end())
    kind = kind_of(what)
    if earlier is not None:
        earlier.add(who, rule.role, f"role-{rule.name}")
        return None
    if kind is None or not who:
        return None
    draft = Draft(
        kind, Status.HELD, rule.name, trigger(scene, m.start("verb"), m.end("what")), scene.span, words=_words(what)
    )
    draft.add(who, rule.role, f"role-{rule.name}")
    draft.phrase = scene.extent(m.start("what"), m.end("what"))
    return settle(draft, scene, story, m.start("verb"), m.end("verb"))


def _next_subject(scene: Scene, at: int) -> list[Ref]:
    m = pattern(r"^[^.;\ue000]{0,180}?, <P:who>").match(scene.text[at:])
    return group(scene, m.group("who")) if m else []


def _officiating(scene: Scene, story: Story) -> list[Draft]:
    found = []
    for name, regex, role in (
        ("officiating", _OFFICIATING, Role.ATTENDEE),
        ("host-banquet", _GIVEN_FOR, Role.PRINCIPAL),
    ):
        for m in regex.finditer(scene.text):
            kind = kind_of(m.group("what"))
            who = group(scene, m.group("who"))
            if kind is None or not who:
                continue
            if name == "officiating" and _ALSO.search(scene.text[: m.start()]) and (earlier := story.last(kind)):
                earlier.add(who, role, "role-officiating")
                continue
            draft = Draft(
                kind,
                Status.HELD,
                name,
                trigger(scene, m.start(), m.end("what")),
                scene.span,
                words=_words(m.group("what")),
            )
            if name == "host-banquet":
                draft.add(subject(scene, m.start(), story), Role.PRINCIPAL, "role-host")
            elif len(who) == 1:
                role = Role.PRINCIPAL
            draft.add(who, role, f"role-{name}")
            found.append(settle(draft, scene, story, m.start(), m.end("what")))
    for m in _HOST.finditer(scene.text):
        noun = m.group("what").casefold().split()[-1]
        earlier = next((d for d in reversed(story.drafts) if noun in d.words), None)
        if earlier is not None:
            earlier.add(group(scene, m.group("who")), Role.PRINCIPAL, "role-host")
            again = settle(
                Draft(earlier.kind, Status.HELD, "", Span(0, 0), scene.span), scene, story, m.start(), m.end("what")
            )
            if again.place and again.place is not story.city:
                earlier.place = again.place
    return found


def _opened(scene: Scene, story: Story, m: re.Match[str]) -> list[Draft]:
    """ "The exhibition was opened today by the Secretary for Development": a Ceremony, unless it was told before."""
    who = group(scene, m.group("who"))
    what = kind_of(scene.text[: m.start()])
    role = Role.PRINCIPAL if len(who) == 1 else Role.ATTENDEE
    if "officiated" in m.group("verb") and (earlier := story.last(what) if what else None):
        earlier.add(who, role, "role-officiated-by")
        return []
    kind = what if "officiated" in m.group("verb") and what else Kind.CEREMONY
    draft = Draft(
        kind,
        Status.HELD,
        "opened-by",
        trigger(scene, m.start("verb"), m.end("verb")),
        scene.span,
        words=frozenset({"ceremony", "opening"}),
    )
    draft.add(who, role, "role-opened-by")
    return [settle(draft, scene, story, m.start("verb"), m.end("verb"))]


def _occasion_ahead(scene: Scene, story: Story, told: set[Kind]) -> None:
    """An occasion named without anybody in it: those who take part come in the next sentences."""
    m = _FIRST_OCCASION.search(scene.text) or _HELD_BY_BODY.search(scene.text)
    if (
        m is None
        or (kind := kind_of(m.group("what"))) is None
        or kind in told
        or GROUP.search(scene.text, 0, m.start())
    ):
        return
    draft = Draft(
        kind,
        Status.HELD,
        "occasion",
        trigger(scene, m.start("what"), m.end("what")),
        scene.span,
        words=_words(m.group("what")),
    )
    story.told(settle(draft, scene, story, m.start("what"), m.end("what")))


def _by_verb(
    scene: Scene, story: Story, regex: re.Pattern[str], name: str, kind: Kind, role: Role, words: set[str]
) -> list[Draft]:
    m = regex.search(scene.text)
    who = subject(scene, m.start(), story) if m else []
    if m is None or not who or negated(scene, m.start()):
        return []
    draft = Draft(
        kind, Status.HELD, name, trigger(scene, m.start("verb"), m.end("verb")), scene.span, words=frozenset(words)
    )
    draft.add(who, role, f"role-{name}")
    return [settle(draft, scene, story, m.start("verb"), m.end("verb"))]


def _signing(scene: Scene, story: Story) -> list[Draft]:
    """Signatories are principals, witnesses attendees; "represented by" counts where something is signed."""
    if "sign" not in scene.text and "conclude" not in scene.text:
        return []
    by, plain = _SIGNED_BY.search(scene.text), _SIGNED_PLAIN.search(scene.text)
    act = _SIGNED.search(scene.text)
    seen = _SIGNING_SEEN.search(scene.text)
    if seen and not by:
        return _seen_signing(scene, story, seen)
    m = by or plain or act
    if m is None or negated(scene, m.start()):
        return []
    start, end = (m.start("verb"), m.end("verb")) if "verb" in m.groupdict() else (m.start(), m.start("p"))
    draft = Draft(
        Kind.SIGNING,
        Status.HELD,
        "signed",
        trigger(scene, start, end),
        scene.span,
        words=frozenset({"signing", "ceremony"}),
    )
    if by:
        draft.add(group(scene, by.group("who")), Role.PRINCIPAL, "role-signatory")
    elif act:
        draft.add(subject(scene, act.start(), story), Role.PRINCIPAL, "role-signatory")
    if other := _SIGNED_WITH.search(scene.text):
        draft.add(group(scene, other.group("who")), Role.PRINCIPAL, "role-signatory")
    for r in _REPRESENTED.finditer(scene.text):
        draft.add(group(scene, r.group("who")), Role.PRINCIPAL, "role-signatory")
    for w in _WITNESSED.finditer(scene.text):
        draft.add(group(scene, w.group("who")), Role.ATTENDEE, "role-witness")
    settle(draft, scene, story, start, end)
    earlier = story.last(Kind.SIGNING)
    if earlier is not None and (not earlier.parts or "same occasion" in scene.text or not draft.own_day):
        for person, part in draft.parts.items():
            earlier.add(part.refs, part.role, part.evidence[0].rule)
            _ = person
        earlier.place, earlier.when = earlier.place or draft.place, earlier.when or draft.when
        return []
    return [draft]


def _seen_signing(scene: Scene, story: Story, m: re.Match[str]) -> list[Draft]:
    """ "He witnessed the signing of a letter of intent by Mr Noh and Mr Woo"."""
    draft = Draft(
        Kind.SIGNING,
        Status.HELD,
        "signing-seen",
        trigger(scene, m.start("verb"), m.end("verb")),
        scene.span,
        words=frozenset({"signing", "ceremony"}),
    )
    draft.add(group(scene, m.group("who")), Role.PRINCIPAL, "role-signatory")
    if m.group("also"):
        draft.add(group(scene, m.group("also")), Role.PRINCIPAL, "role-signatory")
    draft.add(subject(scene, m.start(), story), Role.ATTENDEE, "role-witness")
    return [settle(draft, scene, story, m.start(), m.end())]


def _at_start(scene: Scene, story: Story) -> list[Draft]:
    """ "At the opening session of the Forum, the Director, Ms Mok-Tan, welcomed over 200 film-makers"."""
    m = _AT_START.search(scene.text)
    kind = kind_of(m.group("what")) if m else None
    if m is None or kind in (None, Kind.MEETING):
        return []
    words = _words(m.group("what"))
    earlier = next((d for d in reversed(story.drafts) if d.kind is kind and words & d.words), None)
    if earlier is not None:
        earlier.add(group(scene, m.group("who")), Role.SPEAKER, "role-speaker")
        return []
    draft = Draft(
        kind, Status.HELD, "at-occasion", trigger(scene, m.start("what"), m.end("what")), scene.span, words=words
    )
    draft.add(group(scene, m.group("who")), Role.SPEAKER, "role-speaker")
    return [settle(draft, scene, story, m.start("what"), m.end("what"))]


def _passive(scene: Scene, story: Story) -> list[Draft]:
    """ "A separate legal seminar was moderated by ..."."""
    m = _PASSIVE_HOST.search(scene.text)
    kind = kind_of(m.group("what")) if m else None
    if m is None or kind is None:
        return []
    words = trigger(scene, m.start("what"), m.end("verb"))
    draft = Draft(kind, Status.HELD, "passive-host", words, scene.span, words=_words(m.group("what")))
    role = Role.ATTENDEE if "moderated" in m.group("verb") else Role.PRINCIPAL
    draft.add(group(scene, m.group("who")), role, "role-host")
    return [settle(draft, scene, story, m.start("what"), m.end("verb"))]


def _at_which(scene: Scene, story: Story) -> list[Draft]:
    """ "The day ended with a reception organised by the office, at which Ms Lam-Drury and Mr Shum spoke"."""
    m = _AT_WHICH.search(scene.text)
    kind = kind_of(m.group("what")) if m else None
    if m is None or kind is None:
        return []
    draft = Draft(
        kind,
        Status.HELD,
        "at-which",
        trigger(scene, m.start("what"), m.end("what")),
        scene.span,
        words=_words(m.group("what")),
    )
    draft.add(group(scene, m.group("who")), Role.SPEAKER, "role-speaker")
    return [settle(draft, scene, story, m.start("what"), m.end("what"))]


def _postponed(scene: Scene, story: Story) -> list[Draft]:
    """ "The Lecture by General Haidar, originally scheduled for tomorrow, has been postponed to October 20"."""
    m = _POSTPONED.search(scene.text)
    kind = kind_of(m.group("what")) if m else None
    if m is None or kind is None:
        return []
    draft = Draft(
        kind,
        Status.SCHEDULED,
        "postponed",
        trigger(scene, m.start("what"), m.end("what")),
        scene.span,
        words=_words(m.group("what")),
    )
    draft.add(group(scene, m.group("who")), Role.SPEAKER, "role-speaker")
    draft.when = scene.whens[int(m.group("to"))]
    draft.place = choose_place(scene, story, m.end("what"))
    return [draft]


def presentations(scene: Scene, story: Story) -> None:
    """ "presented certificates to ...": the giver and the takers were at the ceremony told before."""
    ceremony = story.last(Kind.CEREMONY)
    if ceremony is None:
        return
    for m in _PRESENTED.finditer(scene.text):
        givers = subject(scene, m.start(), story)
        first = not ceremony.people(Role.PRINCIPAL)
        ceremony.add(givers, Role.PRINCIPAL if first else Role.ATTENDEE, "role-presenter")
        if m.group("who"):
            ceremony.add(group(scene, m.group("who")), Role.ATTENDEE, "role-recipient")
