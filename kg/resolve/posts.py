"""Posts: one office whoever holds it, the agency it is in, and the jurisdiction it speaks for."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from kg.model import Body, Form, Office
from kg.reference import PostFact, Reference
from kg.resolve.agencies import Agencies
from kg.resolve.facts import HOME, best, by_slug, identity
from kg.resolve.names import office_slug
from kg.resolve.record import HeldPost, Record
from kg.resolve.redirect import NONE, Redirects
from kg.resolve.standing import PRINCIPAL, Standing, standing

STATE_OFFICE = re.compile(
    r"\b(?:Minister|Ambassador|Consul|High Commissioner|Premier|Vice-Premier|Governor|Mayor|Senator|Congress\w+"
    r"|King|Queen|Prince|Princess|Chancellor|Secretary of State|Attorney[- ]General|Member of Parliament"
    r"|Party Secretary|President of the (?:\w+ )*Republic"
    r"|(?:Municipal|Provincial) (?:People's |Party )?(?:Bureau|Commission|Committee|Department|Government|Office))\b",
    re.IGNORECASE,
)
"""Offices whose holder speaks for the country or province that their name mentions first."""

NOT_EXCLUSIVE = re.compile(
    r"\b(?:Member|Deputy to|Delegate|Honorary|Advis[eo]r|Consultant|Professor|Fellow|Patron|Convenor"
    r"|National Committee of the Chinese People's Political Consultative Conference)\b",
    re.IGNORECASE,
)
"""Posts that people of another jurisdiction hold as well; they tell nobody apart."""

UNDER = re.compile(
    r"(?:(?:Senior |Principal |Chief |Acting )*(?:Deputy|Assistant|Under|Permanent|Associate|Vice)[ -]"
    r"|(?:Political|Administrative|Press|Special) (?:Assistant|Secretary) to (?:the )?"
    r"|(?:Private )?Secretary to (?:the )?)+"
)
"""How the name of a post below a known one begins: "Deputy Director of Marine", "Political Assistant to the ..."."""

_PART = re.compile(r" \([^()]*\)$")
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_LONGEST_PLACE = 4


_TO_BE = re.compile(r"-(?:elect|designate)$")


class Posts:
    """All offices of a build; made with :func:`resolve_posts`."""

    def __init__(
        self,
        offices: Mapping[str, Office],
        keys: Mapping[str, tuple[str, ...]],
        names: Mapping[str, tuple[PostFact, ...]],
        reference: Reference,
    ) -> None:
        self._offices = offices
        self._names = names
        self._keys = keys
        self._reference = reference
        self._jurisdictions: dict[str, str | None] = {}
        self._standings: dict[str, Standing] = {}

    def of(self, release: str) -> tuple[Office, ...]:
        """The office of each tenure of a release."""
        return tuple(self._offices[key] for key in self._keys[release])

    @property
    def seen(self) -> frozenset[str]:
        """The keys of the posts that the releases name, and those that stand for others."""
        return frozenset(self._offices) | {alias for one in self._offices.values() for alias in one.identity.aliases}

    def own_key(self, held: HeldPost, record: Record) -> str:
        """The key of a post from its own release and the reference data alone; no other release can change it."""
        key = office_slug(held.post)
        fact = best(self._names.get(key) or self._reference.posts_abbreviated(held.post), record.day)
        agency = None if held.agency is None else record.agencies[held.agency]
        if agency is None or any(f"-{office_slug(form)}-" in f"-{key}-" for form in agency.forms):
            return fact.key if fact else key
        body = self._reference.agencies.get(fact.agency) if fact and fact.agency else None
        ours = {office_slug(name) for name in (*body.names, body.abbreviation or "")} if body else set()
        fits = {office_slug(form) for form in agency.forms} & ours
        return fact.key if fact and fits else f"{key}-of-{office_slug(agency.name)}"

    def is_principal(self, key: str) -> bool:
        """Whether the reference data know this post, by its key, as that of a principal official, also one to be."""
        fact = self._reference.posts.get(_TO_BE.sub("", key))
        return fact is not None and fact.jurisdiction == HOME and PRINCIPAL.fullmatch(fact.name) is not None

    def standing(self, office: Office) -> Standing:
        """What the post tells of its holder."""
        key = office.identity.key
        if key not in self._standings:
            known = key in self._reference.posts
            self._standings[key] = standing(office, known=known, jurisdiction=self.jurisdiction(office))
        return self._standings[key]

    def jurisdiction(self, office: Office) -> str | None:
        """The country or region that the holder serves, where the post says so: an ISO code, else None."""
        key = office.identity.key
        if key not in self._jurisdictions:
            self._jurisdictions[key] = self._infer(office)
        return self._jurisdictions[key]

    def _infer(self, office: Office) -> str | None:
        label = office.identity.label
        if NOT_EXCLUSIVE.search(label):
            return None
        fact = self._reference.posts.get(office.identity.key)
        code = fact.jurisdiction if fact else None
        if code is None and office.agency:
            code = office.agency.jurisdiction
        if code is None and STATE_OFFICE.search(label):
            code = first_country(label, self._reference)
        return None if code == "INT" else code


def resolve_posts(
    records: Sequence[Record], agencies: Agencies, reference: Reference, corrected: Redirects = NONE
) -> Posts:
    """Every post of every tenure; ``corrected`` are those that people have made one."""
    names = by_slug(reference.posts.values())
    forms: defaultdict[str, set[Form]] = defaultdict(set)
    linked: defaultdict[str, Counter[str]] = defaultdict(Counter)
    keys: dict[str, tuple[str, ...]] = {}
    for record in records:
        bodies = agencies.of(record.id)
        found = []
        for tenure in record.tenures:
            body = None if tenure.agency is None else bodies[tenure.agency]
            key = corrected.of(_key(tenure.post, body, record.day, names, agencies, reference))
            forms[key].add(Form(tenure.post, record.lang))
            if body:
                linked[key][body.identity.key] += 1
            found.append(key)
        keys[record.id] = tuple(found)
    offices = {key: _office(key, seen, linked[key], agencies, reference, corrected) for key, seen in forms.items()}
    return Posts(offices, keys, names, reference)


def first_country(text: str, reference: Reference) -> str | None:
    """The code of the country that the text names first, by a place or by a demonym ("British").

    >>> from kg.reference import load
    >>> first_country("Consul General of Hong Kong in a far country", load())
    'HK'
    """
    words = list(_WORD.finditer(text))
    for first in range(len(words)):
        for last in range(min(first + _LONGEST_PLACE, len(words)), first, -1):
            name = re.sub(r"['’]s$", "", text[words[first].start() : words[last - 1].end()]).casefold()
            facts = reference.place_names.get(name) or reference.demonyms.get(name, ())
            if codes := {fact.country for fact in facts if fact.country}:
                return min(codes)
    return None


def _key(
    post: str,
    body: Body | None,
    day: date,
    names: Mapping[str, tuple[PostFact, ...]],
    agencies: Agencies,
    reference: Reference,
) -> str:
    """The key of a post: its name, and its agency where the name does not say it ("chairman-of-x")."""
    key = office_slug(post)
    facts = names.get(key) or reference.posts_abbreviated(post)
    if fact := best([fact for fact in facts if body is None or _fits(fact, body, agencies)], day):
        return fact.key
    if body is None or any(f"-{office_slug(form.text)}-" in f"-{key}-" for form in body.identity.forms):
        return key  # whole words: "ma" is not in "chairman"
    return f"{key}-of-{body.identity.key}"


def _fits(fact: PostFact, body: Body, agencies: Agencies) -> bool:
    """Whether the agency that the text gives is the post's, or one above it."""
    above = agencies.body(fact.agency) if fact.agency else None
    while above is not None:
        if above.identity.key == body.identity.key:
            return True
        above = above.parent
    return fact.agency is None and fact.jurisdiction == body.jurisdiction


def _above(post: str, reference: Reference) -> str | None:
    """The agency of the known post that this one is below: of "Deputy Director of Marine" the Marine Department."""
    bare = _PART.sub("", post)
    found = UNDER.match(bare)
    if found is None:
        return None
    rest = bare[found.end() :]
    names = [rest] if rest.startswith(("Director", "Commissioner", "Secretary")) else [rest, f"Secretary {rest}"]
    facts = [fact for name in names for fact in reference.posts_named(name) if fact.agency in reference.agencies]
    agencies = {fact.agency for fact in facts}
    return min(filter(None, agencies)) if len(agencies) == 1 else None


def _office(
    key: str, seen: set[Form], linked: Counter[str], agencies: Agencies, reference: Reference, corrected: Redirects
) -> Office:
    fact = reference.posts.get(key)
    short = fact.abbreviation if fact else None
    agency = fact.agency if fact and fact.agency in reference.agencies else None
    if agency is None:  # the one most releases give; among equals the first by key
        agency = min(linked, key=lambda body: (-linked[body], body), default=None)
    if agency is None:
        agency = next(filter(None, (_above(form.text, reference) for form in sorted(seen))), None)
    reason = "a post of the reference data" if fact else "one name"
    aliases = tuple(sorted(corrected.aliases(key)))
    named = {form for form in seen if form.text != short}
    whole = identity(key, named, fact, reason, aliases, corrected.labels.get(key, ()))
    return Office(whole, short, agencies.body(agency) if agency else None)
