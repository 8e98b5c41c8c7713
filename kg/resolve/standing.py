"""What a post tells of its holder: whether one person holds it at a time, how high it is, whom it serves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.resolution import Body, Office
from kg.resolve.names import slug

_RANKS = (
    r"(?:(?:Permanent|Under|Deputy|Assistant|Principal|Chief|Financial|Private|Senior|Political|Administrative"
    r"|Associate|Vice)[ -])*"
)

MAIN = re.compile(
    rf"{_RANKS}(?:Secretary|Director|Commissioner|Controller|Postmaster General|Registrar|Superintendent|Ombudsman"
    r"|Solicitor General|Law Officer|Government Economist|Judge|Justice|Administrator|Minister|Premier|Governor|Mayor"
    r"|Ambassador|Consul|Executive|Head|Representative|Auditor|Statistician|Magistrate|Political Commissar|Assistant"
    r"|District Officer|Government (?:Chemist|Printer|Property Administrator|Land Transport Administrator"
    r"|Chief Information Officer)|Chief District Judge|District Judge|Law Draftsman|Land Registrar|Official Receiver"
    r"|Information Coordinator|Judiciary Administrator|Chief Electoral Officer)\b"
)
"""How the label of a full-time office begins; a person has one at a time ("Permanent Secretary for Security")."""

CHAIR = re.compile(
    r"(?:Chair(?:man|person|woman|lady)?|President|Convenor|Dean|Vice-Chancellor|Provost|Principal|Headmaster"
    r"|Secretary-General|Speaker|Editor-in-Chief|Founder|Archbishop|Bishop)\b(?! Emeritus)"
)
"""How the label of an office begins that one person holds at a time, though beside another ("Chairman of X")."""

PRINCIPAL = re.compile(
    r"Chief Executive|Chief Secretary for Administration|Financial Secretary|(?:Deputy )?(?:Chief|Financial) Secretary"
    r"(?: for Administration)?|Deputy Secretary for Justice|Secretary for (?:the )?[A-Z].*"
)
"""The labels of the principal officials of the Government of Hong Kong; the reference data must have the post."""

SEVERAL = re.compile(
    r"(?:Deputy|Assistant|Principal Assistant|Associate|Senior|Vice|Judge|Justice|Magistrate|Law Officer|Superintendent"
    r"|Representative|Consul(?! General|-General)|Executive Director|Director of the Board)\b"
)
"""How the label of a main office begins that several hold at a time."""

DEPUTIES = re.compile(r"(?:Principal Assistant|Assistant|Deputy) Secretary (?:for|of) (?!Justice\b)")
"""How the label of an office in a bureau begins that several hold at a time, each with a number."""

MEMBER = re.compile(r"(?:[\w-]+ )*(?:Member|Advis[eo]r|Delegate|Deputy to|Fellow|Patron|Professor|Consultant)\b")
"""How the label of an office begins that never is held by one alone."""

PRIVATE = re.compile(
    r"\b(?:Limited|Ltd|Company|Group|Holdings|Bank|University|College|School|Association|Federation|Society|Foundation"
    r"|Alliance|Institute|Chamber|Union|Club|Clubs)\b"
)
"""A word of the name of a body outside the Government."""

COMMITTEE = re.compile(r"(?:Panel|Committee|Subcommittee|(?:\w+ )+(?:Committee|Subcommittee))\b.* of the ")
"""How the name of a body begins whose chairman is a member of the body that it is of."""

GRADES: tuple[tuple[re.Pattern[str], int, str], ...] = (
    (re.compile(r"Permanent Secretary\b"), 5, "officer"),
    (re.compile(r"Director of the Chief Executive's Office"), 5, "political"),
    (re.compile(r"Under Secretary\b"), 4, "political"),
    (re.compile(r"(?:Political|Special) Assistant\b"), 2, "political"),
    (re.compile(r"Deputy Secretary\b|Administrative Assistant\b|Private Secretary\b"), 3, "officer"),
    (re.compile(r"Principal Assistant Secretary\b|Assistant Secretary\b|District Officer\b"), 2, "officer"),
    (re.compile(r"(?:\w+ )?(?:Judge|Justice|Magistrate|Recorder)\b|Law (?:Officer|Draftsman)"), 3, "department"),
    (re.compile(r"Deputy\b"), 3, "department"),
    (re.compile(r"(?:Assistant|Principal|Senior|Chief (?!Executive)\w+ Officer)\b"), 2, "department"),
    (
        re.compile(
            r"(?:Director|Commissioner|Controller|Postmaster|Head|Registrar|Superintendent|Solicitor General)\b"
        ),
        4,
        "head",
    ),
)
"""How the label of an office of the Government begins, its grade, and the service its holder is in.

Principal officials have grade 6. People rise, hardly ever the other way. Administrative officers and political
appointees ("officer", "political") are posted from one bureau or department to another; officers of a department
("department") stay in it, and its head may be of either kind (Civil Service Bureau, "Directorate Officers").
"""

_CITIES = r"(?:Beijing|Shanghai|Tianjin|Chongqing)"

MAINLAND_GRADES: tuple[tuple[re.Pattern[str], int], ...] = (
    (re.compile(r"(?:(?:Vice[- ])?Premier|State Councillor|(?:Vice[- ])?President of the People's Republic)\b"), 7),
    (re.compile(r"(?:Vice[- ])?Chairman of the (?:National|Standing) Committee\b"), 7),
    (re.compile(rf"(?:Minister|Governor|Chairman of the .* Autonomous Region|Mayor of {_CITIES})\b"), 6),
    (re.compile(rf"Secretary of the CPC (?:{_CITIES}|.* (?:Provincial|Region) Committee)"), 6),
    (re.compile(r"Director of the .* (?:State Council|Central People's Government)\b"), 6),
    (re.compile(r"(?:Vice[- ](?:Minister|Governor|Chairman of the .* Autonomous Region))\b"), 5),
    (re.compile(r"Deputy Director of the .* (?:State Council|Central People's Government)\b"), 5),
    (re.compile(r"(?:Mayor|Secretary of the CPC .* Municipal Committee)\b"), 4),
    (re.compile(r"(?:Vice[- ]Mayor|(?:Deputy )?Director of (?:the )?.* (?:Municipal|Provincial))\b"), 3),
)
"""How the label of an office of the Mainland begins, and its grade: leaders of the state; heads of ministries and
provinces; their deputies; heads of cities; offices below (the ranks of the Civil Servant Law of 2018, article 18)."""

TOO_WIDE = frozenset({"hong-kong-special-administrative-region-government"})
"""Agencies that most officials belong to: that two posts are in it says nothing of their holders."""

_UNDER = re.compile(r"(?:(?:Senior|Principal|Chief|Deputy|Assistant|Associate) )+(?=[A-Z])")

_WITH_BODY = re.compile(r" (?:of|for|to|at|in|on) |,")


@dataclass(frozen=True, slots=True)
class Standing:
    """Of one post: ``single`` when one person holds it at a time, ``main`` when its holder has no other main office,
    ``principal`` for the heads of the Government, ``named`` when it says of which body or subject.

    ``head`` is what stands before the body or subject ("Chairman"). ``role`` is one for all ways to say a post: its
    own key where the reference data have it, else head and agency. ``agency`` is the key of its agency or, where that
    is unknown, of its head ("commissioner-for-sports"); ``jurisdiction`` an ISO code or None. ``lineage`` are the
    agency and those that took its place. ``sphere`` is
    "government" (of Hong Kong), "abroad" or "public", None where it cannot be told; ``grade`` and ``service`` are those
    of :data:`GRADES`, or None, the grade on the Mainland that of :data:`MAINLAND_GRADES`.
    """

    label: str
    head: str
    role: str
    single: bool
    main: bool
    principal: bool
    named: bool
    agency: str | None
    jurisdiction: str | None
    lineage: frozenset[str]
    sphere: str | None
    grade: int | None
    service: str | None


def standing(office: Office, *, known: bool, jurisdiction: str | None) -> Standing:
    """The standing of a post; ``known`` when the reference data have it.

    >>> from kg.resolution import Identity, Verdict
    >>> def post(label): return Office(Identity("x", label, (), Verdict.SAME, ""), None, None)
    >>> standing(post("Secretary for Security"), known=True, jurisdiction="HK").principal
    True
    >>> standing(post("Member"), known=False, jurisdiction=None).single
    False
    """
    label = office.identity.label
    named = office.agency is not None or _WITH_BODY.search(label) is not None
    main = MAIN.match(label) is not None
    head = _WITH_BODY.split(label)[0]
    agency = office.agency.identity.key if office.agency else None
    agency = None if agency in TOO_WIDE else agency
    chief = main or CHAIR.match(label) is not None
    several = MEMBER.match(label) or DEPUTIES.match(label)
    alone = not several and (known or (chief and not SEVERAL.match(label)))
    principal = known and jurisdiction == "HK" and PRINCIPAL.fullmatch(label) is not None
    foreign = jurisdiction not in (None, "HK")
    outside = "public" if named or known else None
    sphere = _sphere(office, known, jurisdiction) if main or foreign else outside
    grade, service = _grade(label, principal) if sphere == "government" else (None, None)
    if jurisdiction == "CN":
        grade = next((grade for pattern, grade in MAINLAND_GRADES if pattern.match(label)), None)
    body = agency or (slug(_UNDER.sub("", label, count=1)) if main and named else None)
    return Standing(
        label=label,
        head=head,
        role=office.identity.key if known or agency is None else f"{slug(head)}@{agency}",
        single=(named or known) and alone,
        main=main and jurisdiction is not None,
        principal=principal,
        named=named or known,
        agency=body,
        jurisdiction=jurisdiction,
        lineage=frozenset(_heirs(office.agency)) | ({body} if body else frozenset()),
        sphere=sphere,
        grade=grade,
        service=service,
    )


def _heirs(agency: Body | None) -> Iterator[str]:
    """The keys of the agencies that took the place of this one, one after the other, and of that of a committee."""
    for heir in agency.successors if agency else ():
        yield heir.identity.key
        yield from _heirs(heir)
    if agency and agency.parent and COMMITTEE.match(agency.identity.label):
        yield agency.parent.identity.key


def _sphere(office: Office, known: bool, jurisdiction: str | None) -> str | None:
    """ "Hong Kong" in the name of a body makes it none of the Government."""
    if jurisdiction == "HK":
        body = office.agency
        return "government" if known or (body and body.jurisdiction == "HK") else "public"
    if jurisdiction is None:
        return "public" if PRIVATE.search(office.identity.label) else None
    return "abroad"


def _grade(label: str, principal: bool) -> tuple[int | None, str | None]:
    if principal:
        return 6, "political"
    return next(((grade, service) for pattern, grade, service in GRADES if pattern.match(label)), (None, None))
