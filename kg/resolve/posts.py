"""Posts: one office whoever holds it, the agency it is in, and the jurisdiction it speaks for."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date

import msgspec

from kg.reference import PostFact, Reference
from kg.resolution import Body, Form, Office
from kg.resolve.agencies import Agencies, Shown
from kg.resolve.facts import HOME, best, by_slug, identity
from kg.resolve.keyed import Keyed
from kg.resolve.names import office_slug
from kg.resolve.record import HeldPost, Record
from kg.resolve.redirect import NONE, Redirects
from kg.resolve.shelves import LostError, Shelves, Tallies, count, differing
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


_LINKS = ("-of", "-for", "-to", "-in", "-at", "-on", "-with", "-from")
_LINKED = ("of-", "for-", "and-", "in-", "at-", "to-", "on-")
_LETTERS = re.compile(r"[A-Z][A-Z&]{1,9}")  # an abbreviation
_TO_BE = re.compile(r"-(?:elect|designate)$")


class Printed(msgspec.Struct, array_like=True):
    """What the releases show of one post: how often each form, and each agency given with it."""

    forms: dict[Form, int]
    linked: dict[str, int]


@dataclass(frozen=True, slots=True)
class Told:
    """What tells of a post: every form, and the key of the agency that most releases give."""

    forms: frozenset[Form]
    agency: str | None


def _told(printed: Printed) -> Told | None:
    """Among agencies given equally often the first by key."""
    if not printed.forms:
        return None
    return Told(
        frozenset(printed.forms), min(printed.linked, key=lambda body: (-printed.linked[body], body), default=None)
    )


class Posts(Keyed[Printed]):
    """All offices of a build. ``corrected`` are those that people have made one."""

    def __init__(self, shelves: Shelves, agencies: Agencies, reference: Reference, corrected: Redirects = NONE) -> None:
        super().__init__(shelves.shelf("posts", Printed), corrected)
        self._agencies = agencies
        self._reference = reference
        self._names = by_slug(reference.posts.values())
        self._printed = Tallies(self._kept, lambda: Printed({}, {}), _told)
        self._standings = shelves.shelf("standings", Standing)
        self._roles = shelves.links("roles")  # role -> keys of posts
        self._within = shelves.links("posts_in")  # agency -> keys of posts
        self._said = shelves.links("said")  # agency -> names of posts that may say it
        self._saying = shelves.links("saying")  # agency and name of a post -> releases
        self._offices: dict[str, Office] = {}

    # --- what releases name

    def keys(self, record: Record, bodies: Sequence[str]) -> tuple[str, ...]:
        """The key of the post of each tenure of a release whose agencies have these keys."""
        given = (None if tenure.agency is None else bodies[tenure.agency] for tenure in record.tenures)
        return tuple(
            self._corrected.of(self._key(tenure.post, body, record.day))
            for tenure, body in zip(record.tenures, given, strict=True)
        )

    def _key(self, post: str, agency: str | None, day: date) -> str:
        """The key of a post: its name, with its agency by the key of that ("chairman-of-x")."""
        if fact := self._fact(post, agency, day):
            return fact.key
        if agency is None:
            return office_slug(post)
        return _in_agency(post, agency, self._agencies.body(agency).identity.forms)

    def _fact(self, post: str, agency: str | None, day: date) -> PostFact | None:
        facts = self._names.get(office_slug(post)) or self._reference.posts_abbreviated(post)
        return best([fact for fact in facts if agency is None or _fits(fact, agency, self._reference)], day)

    def count(self, record: Record, bodies: Sequence[str], keys: Sequence[str], by: int) -> None:
        """Take what a release shows of the posts with these keys, or take it off again (``by`` is 1 or -1)."""
        for tenure, key in zip(record.tenures, keys, strict=True):
            printed = self._printed.touch(key)
            count(printed.forms, [Form(tenure.post, record.lang)], by)
            if tenure.agency is not None:
                agency = bodies[tenure.agency]
                count(printed.linked, [agency], by)
                if self._fact(tenure.post, agency, record.day) is None:
                    self._say(agency, tenure.post, record.id, by)

    def _say(self, agency: str, post: str, release: str, by: int) -> None:
        """Remember which posts have keys that depend on the names of an agency."""
        both = f"{agency}\0{post}"
        if by > 0:
            self._said.add(agency, post)
            self._saying.add(both, release)
        elif release in self._saying.of(both):
            self._saying.drop(both, release)
            if not self._saying.of(both):
                self._said.drop(agency, post)

    def reworded(self, changed: Mapping[str, tuple[Shown | None, Shown | None]]) -> set[str]:
        """The releases where a post may have another key, as its agency has other names than before."""
        found: set[str] = set()
        for agency, (before, after) in changed.items():
            posts = self._said.of(agency)
            if posts:
                former, now = (self._agencies.identity(agency, one).forms if one else () for one in (before, after))
                for post in posts:
                    if _in_agency(post, agency, former) != _in_agency(post, agency, now):
                        found |= self._saying.of(f"{agency}\0{post}")
        return found

    def settle(self, changed: Collection[str]) -> tuple[set[str], set[str]]:
        """The keys of the posts that are new, other than before or gone, and of those that tell something else of
        their holders; ``changed`` are the bodies that are not as before."""
        self._offices.clear()
        settled = differing(self._printed.settle())
        for key, each in settled.items():
            former, now = (told and _agency(key, told, self._reference) for told in each)
            if former and former != now:
                self._within.drop(former, key)
            if now:
                self._within.add(now, key)
        touched = {*settled, *(post for agency in changed for post in self._within.of(agency))}
        return touched, self._restood(touched)

    def _restood(self, touched: Collection[str]) -> set[str]:
        """The posts that tell something else of their holders, as some are not as before."""
        former = {key: self._standings.get(key) for key in touched}
        now = {key: self._standing(self.office(key)) if self.seen(key) else None for key in touched}
        roles = {one.role for several in (former, now) for one in several.values() if one is not None}
        meant = {role: self._meant(role) for role in roles}
        for key, one in former.items():
            if one is not None:
                self._roles.drop(one.role, key)
                self._standings.drop(key)
        for key, one in now.items():
            if one is not None:
                self._roles.add(one.role, key)
                self._standings.put(key, one)
        telling = {key for key in touched if _read(former[key]) != _read(now[key])}
        return telling.union(*(self._roles.of(role) for role in roles if meant[role] != self._meant(role)))

    # --- the offices

    def office(self, key: str) -> Office:
        """The office with this key, which a release must name."""
        if key not in self._offices:
            told = _told(self._kept[key])
            if told is None:
                raise LostError(f"nothing is known of the post {key}")
            self._offices[key] = _office(key, told, self._agencies, self._reference, self._corrected)
        return self._offices[key]

    def own_key(self, held: HeldPost, record: Record) -> str:
        """The key of a post from its own release and the reference data alone; no other release can change it."""
        key = office_slug(held.post)
        fact = best(self._names.get(key) or self._reference.posts_abbreviated(held.post), record.day)
        agency = None if held.agency is None else record.agencies[held.agency]
        if agency is None or _says(key, map(office_slug, agency.forms)):
            return fact.key if fact else key
        body = self._reference.agencies.get(fact.agency) if fact and fact.agency else None
        ours = {office_slug(name) for name in (*body.names, body.abbreviation or "")} if body else set()
        fits = {office_slug(form) for form in agency.forms} & ours
        return fact.key if fact and fits else f"{key}-of-{office_slug(agency.name)}"

    def is_principal(self, key: str) -> bool:
        """Whether the reference data know this post, by its key, as that of a principal official, also one to be."""
        fact = self._reference.posts.get(_TO_BE.sub("", key))
        return fact is not None and fact.jurisdiction == HOME and PRINCIPAL.fullmatch(fact.name) is not None

    def of_post(self, key: str) -> Standing:
        """What a post, which a release must name, tells of its holder."""
        return self._standings[key]

    def of_role(self, role: str) -> Standing:
        """The same of all posts of one role: that of the first of them by key."""
        found = self._meant(role)
        if found is None:
            raise LostError(f"no post has the role {role}")
        return found

    def any_in(self, agency: str) -> bool:
        """Whether a post is in this agency."""
        return bool(self._within.of(agency))

    def in_role(self, role: str) -> Set[str]:
        """The keys of the posts of a role; not to be changed."""
        return self._roles.of(role)

    def _meant(self, role: str) -> Standing | None:
        first = min(self._roles.of(role), default=None)
        return None if first is None else self._standings[first]

    def _standing(self, office: Office) -> Standing:
        known = office.identity.key in self._reference.posts
        return standing(office, known=known, jurisdiction=self._jurisdiction(office))

    def _jurisdiction(self, office: Office) -> str | None:
        """The country or region that the holder serves, where the post says so: an ISO code, else None."""
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


def _read(one: Standing | None) -> tuple[str, str | None] | None:
    """What a signature takes of the standing of a post itself."""
    return None if one is None else (one.role, one.jurisdiction)


def _in_agency(post: str, agency: str, forms: Iterable[Form]) -> str:
    """The key of a post in an agency, whichever of the ``forms`` of its name the post is named with, or none.

    >>> forms = Form("Training Council", "en"), Form("TC", "en")
    >>> for post in "Director of the TC", "Director, Training Council", "TC Director", "Director", "Envoy to the TC":
    ...     print(_in_agency(post, "training-council", forms))
    director-of-training-council
    director-of-training-council
    director-of-training-council
    director-of-training-council
    envoy-to-training-council
    """
    key = office_slug(post)
    title, _, last = post.rpartition(", ")
    names = sorted({office_slug(form.text) for form in forms}, key=lambda name: (-len(name), name))
    for name in names:
        head, tail = key.removesuffix(f"-{name}"), key.removeprefix(f"{name}-")
        if head != key and head.endswith(_LINKS):
            return f"{head}-{agency}"
        if tail != key and not tail.startswith(_LINKED):
            return f"{tail}-of-{agency}"
        if title and office_slug(last) == name:
            return f"{office_slug(title)}-of-{agency}"
    return key if _says(key, names) else f"{key}-of-{agency}"


def _says(key: str, names: Iterable[str]) -> bool:
    """Whether the key of a post has one of these names in it: whole words, for "ma" is not in "chairman"."""
    return any(f"-{name}-" in f"-{key}-" for name in names)


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


def _fits(fact: PostFact, agency: str, reference: Reference) -> bool:
    """Whether the agency that the text gives, by its key, is the post's, or one above it."""
    above, below = fact.agency, set[str]()
    while above is not None and above not in below:
        if above == agency:
            return True
        below.add(above)
        body = reference.agencies.get(above)
        above = body.parent if body and body.parent in reference.agencies else None
    given = reference.agencies.get(agency)
    return fact.agency is None and fact.jurisdiction == (given.jurisdiction if given else None)


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


def _agency(key: str, told: Told, reference: Reference) -> str | None:
    """The key of the agency of a post: that of the reference data, or most releases, or the known post above it."""
    fact = reference.posts.get(key)
    agency = fact.agency if fact and fact.agency in reference.agencies else told.agency
    return agency or next(filter(None, (_above(form.text, reference) for form in sorted(told.forms))), None)


def _office(key: str, told: Told, agencies: Agencies, reference: Reference, corrected: Redirects) -> Office:
    fact = reference.posts.get(key)
    short = fact.abbreviation if fact else None
    agency = _agency(key, told, reference)
    reason = "a post of the reference data" if fact else "one name"
    aliases = tuple(sorted(corrected.aliases(key)))
    body = agencies.body(agency) if agency else None
    named = {form for form in told.forms if form.text != short}
    named |= {_in_full(form, body) for form in named} if body else set()
    whole = identity(key, named, fact, reason, aliases, corrected.labels.get(key, ()))
    return Office(whole, short, body)


def _in_full(form: Form, body: Body) -> Form:
    """The name of a post with the name of its agency in full: "member of the TC", "member of the Training Council"."""
    letters = {name.text for name in body.identity.forms} | {body.abbreviation or ""}
    for name in sorted(filter(_LETTERS.fullmatch, letters)):
        whole = re.sub(rf"(?<![\w-]){name}(?![\w-])", lambda _: body.identity.label, form.text)
        if whole != form.text and form.lang == "en":
            return Form(whole, form.lang)
    return form
