"""Names with the posts printed beside them: who is who in the wording of a sentence.

One decision is made here: to whom a post between two names belongs. "the A, Mr X, the B, Mr Y" is the usual way;
"Mr X, Director of A, Mr Y" happens where the first name has no post before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.extract.en.addressed import RULE as BY_OFFICE
from kg.extract.en.agency_names import HEAD_WORDS
from kg.extract.en.dealing import at_each_body, dealt, is_dealt
from kg.extract.en.occupations import OCCUPATIONS
from kg.extract.en.offices import NO_OFFICE, OFFICE_RANKS
from kg.extract.en.patterns import any_of
from kg.extract.en.people import Name
from kg.extract.en.post_headings import heading_post
from kg.extract.en.posts import Post, all_posts_before, post_of_rank, posts_before
from kg.extract.en.posts_at import posts_at
from kg.extract.en.untitled import described
from kg.model import Span

_ARTICLE = re.compile(
    r"(?:^|(?<=[\s(,;:“\"]))(?:[Tt]he|[Tt]he the|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[Aa]n?)"
    r"(?: then| late| former| visiting| new| newly[ -](?:appointed|elected)| incoming| outgoing| incumbent)? $"
)
_ARTICLE_REACH = len(" the newly appointed ")
_BY_RANK = frozenset({"name-rank", BY_OFFICE})
_OWNED = ("'s ", "’s ", "' ", "’ ")
_OWNER = re.compile(r"(?<![\w'’-])(?:[A-Z][\w&.-]*(?: (?:of|for|and)(?: the)?)? ){0,6}[A-Z][\w&.-]*['’]s? $")
_HONORIFIC_NEXT = re.compile(r",? ?(?:Mr|Mrs|Ms|Miss|Madam|Dr|Professor|Prof|Sir|HE|Ir|Hon|the Hon)\.? [A-Z]")
_POST_ENDS = re.compile(
    r"[,.;:)\n]|$| \(|  ?(?:and|will|was|is|has|said|who|respectively)\b"
    r"| (?:today|yesterday|tomorrow|this (?:morning|afternoon|evening))\b"
)
_DASH_ENDS = re.compile(r"[,.;:)\n]|$| [-–—] ")
_POST_STOPS = re.compile(r"[,.;:)\n]|$| (?:at|on|in) ")
_PART_PLAYED = re.compile(  # "(Head of Ports and Lotus Summit Keynote Speaker)"
    rf"(?:,? and|,) (?:[A-Z][\w'’-]* )*{any_of(sorted(NO_OFFICE['Speaker']))} Speaker\)"
)
_ADDRESS = ("adies and gentlemen", "adies and Gentlemen")
_CAPACITY = re.compile(r"in (?:his|her) capacity as |(?:also |currently |now |concurrently )+")
# the office behind it is another's: "the Director of Marine, representing the Secretary for Ports, Mr Lau"
_IN_PLACE_OF = re.compile(
    r", (?P<words>representing|on behalf of|deputising for|standing in for) (?:the |his |her )?\Z"
)
_PLACE_REACH = 30
_DASHES = (" - ", " – ", " — ")
_OF_A_BODY = re.compile(r" (?:of|for) ")
_BODY = re.compile(rf" of the (?:[A-Z][\w'’&-]* )*(?:{'|'.join(sorted(HEAD_WORDS))})\Z")  # "members of the Board"
_BODY_BEHIND = re.compile(
    r" of (?:the (?:(?:[A-Z]\.|[A-Z][\w'’&-]*) (?:(?:of|for|and|on) )?(?:the )?)*?|(?:[A-Z][\w'’&-]* )+?)"
    rf"{any_of(sorted(HEAD_WORDS))}(?![\w'’-])"
    r"(?: (?:of|for|on) (?:the )?[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*)?"
)
_LINE_ENDS = re.compile(r"[,;.]?\s*(?:\n|\Z)")
_VERB_NEXT = re.compile(r" (?:will|was|is|has|said)\b")
_INDEFINITE = re.compile(r"an? ")
# a phrase before the main clause: "During his meeting with"
_FRONTED = re.compile(
    r"(?:^|[.!?\n][”\"]? +|\n)(?:During|At|In|After|Before|When|While|Following|Speaking|Meeting|On|With|Commenting"
    r"|Responding|Together with|Joined by|Accompanied by|Apart from|Besides|As)\b[^.;\n]*\Z"
)
_FRONTED_REACH = 160
_HELD_IN_HONOUR = ("Hon", "Reverend", "Venerable")  # titles behind "the"
_IN_LIST = re.compile(r",? and |[,;] (?:the )?(?:Mr|Mrs|Ms|Miss|Madam|Dr|Professor|Prof|Sir|Hon)\b")
_BEGINS = re.compile(r"(?:\A|[.\n:]) *\Z")  # of a sentence
_BEGIN_REACH = 8
_JOINED = re.compile(r"(?:,? and |, |; and |; )$")


@dataclass(frozen=True, slots=True)
class Actor:
    """A name in its wording: the person (None: left open), the posts beside it, and the whole extent of both."""

    name: Name
    person: int | None
    posts: tuple[Post, ...]
    span: Span


def _article(text: str, start: int) -> int:
    """Where the article or the owner before ``start`` begins ("the Federation's"), or ``start``."""
    if text.endswith(_OWNED, 0, start) and (owner := _OWNER.search(text, max(0, start - 80), start)):
        start = owner.start()
    m = _ARTICLE.search(text, max(0, start - _ARTICLE_REACH), start)
    return m.start() if m else start


def _post_after(text: str, name: Name, ceiling: int) -> tuple[Post, ...]:
    """Posts in apposition behind a name: "Mr Min Jae-won, General Counsel of Daehan Heavy Marine;"."""
    end = name.whole.end
    if text.startswith("), ", end) and text[name.whole.start - 1] == "(":
        end += 1  # "Mr Justice Andrew Cheung (Mr Justice Cheung), Permanent Judge of ..."
    opening = text[end : end + 2]
    if text.startswith(_DASHES, end):
        return _post_behind_dash(text, end + 3, ceiling)
    if opening == ",\n":
        return _post_below(text, end, ceiling)
    if opening not in {", ", " (", " ["}:
        return _post_at_once(text, name, ceiling)
    capacity = _CAPACITY.match(text, end + 2)
    posts = posts_at(text, capacity.end() if capacity else end + 2, ceiling, "post-after")
    if not posts or (posts[0].plural and posts[0].label[0].islower() and not _BODY.search(posts[0].label)):
        return ()  # "Mr Lau, members and staff"
    behind = text[posts[-1].span.end : posts[-1].span.end + 14]
    if opening == " [" and not behind.startswith("]"):
        return ()
    if opening == " (" and not (behind.startswith(")") or _PART_PLAYED.match(text, posts[-1].span.end)):
        return ()  # a gloss that names somebody: "Mr Tran (Headmaster of ..., Mr David Tran)"
    if opening == ", " and (_HONORIFIC_NEXT.match(behind) or not _POST_ENDS.match(behind)):
        return ()
    if _VERB_NEXT.match(behind) and (_INDEFINITE.match(text, end + 2) or _is_fronted(text, name)):
        return ()  # "about Mr Tran, a spokesman for the Department said": the subject of a clause of its own
    return tuple(p for p in posts if p.span.start >= end)


def _post_below(text: str, end: int, ceiling: int) -> tuple[Post, ...]:
    """The post that fills the line below a name: "Mr Justice Lam," and then "Justice of Appeal of the Court"."""
    start = next((k for k in range(end + 1, min(ceiling, len(text))) if not text[k].isspace()), ceiling)
    posts = posts_at(text, start, ceiling, "post-after") if start < ceiling else ()
    return posts if posts and posts[0].span.start == start and _LINE_ENDS.match(text, posts[-1].span.end) else ()


def _is_fronted(text: str, name: Name) -> bool:
    """Whether a name ends a phrase before the main clause: "At the meeting with Mr Leung, the Director said"."""
    return _FRONTED.search(text, max(0, name.whole.start - _FRONTED_REACH), name.whole.start) is not None


def _post_behind_dash(text: str, start: int, ceiling: int) -> tuple[Post, ...]:
    """The post behind a dash: "Mr Tony Burke - Australia's Minister for Agriculture."."""
    posts = posts_at(text, start, ceiling, "post-after")
    is_whole = bool(posts) and not posts[0].plural and _OF_A_BODY.search(posts[0].label) is not None
    return posts if is_whole and _DASH_ENDS.match(text, posts[-1].span.end) else ()


def _post_at_once(text: str, name: Name, ceiling: int) -> tuple[Post, ...]:
    """The post right behind a name without a mark, as in titles: "Speech by Mr Kwong Secretary for Trade at ..."."""
    end = name.whole.end
    if name.title is None or not (text.startswith(" ", end) and text[end + 1 : end + 2].isupper()):
        return ()
    posts = posts_at(text, end + 1, ceiling, "post-after")
    whole = len(posts) == 1 and (" for " in posts[0].label or " of " in posts[0].label)
    return posts if whole and _POST_STOPS.match(text, posts[0].span.end) else ()


def actors(text: str, names: Sequence[Name], owners: Sequence[int | None]) -> tuple[Actor, ...]:
    """Every name with its posts, in text order."""
    made: list[Actor] = []
    headings: dict[int, Post | None] = {}
    named_in_full = {person for name, person in zip(names, owners, strict=True) if len(name.words) > 1}
    ceilings = [*(name.whole.start for name in names[1:]), len(text)]
    for name, person, ceiling in zip(names, owners, ceilings, strict=bool(names)):
        previous = made[-1] if made else None
        is_short = len(name.words) == 1 and person in named_in_full
        posts = () if is_short and name.rule in _BY_RANK else _posts(text, previous.span.end if previous else 0, name)
        if is_short and posts and posts[-1].plural and not _IN_LIST.match(text, name.whole.end):
            posts = ()  # "the Heads of Ports, Mr Lau said": who is named in full elsewhere is none of them
        if previous and posts and not previous.posts and _belongs_to_previous(text, previous, posts[0]):
            after = tuple(replace(post, rule="post-after") for post in posts)
            previous = made[-1] = _with_posts_after(previous, after, name.whole.start)
            posts = ()
        if previous and posts and not previous.posts and _is_open(text, previous, name, posts[0]):
            posts = ()
        if previous and not posts and _shares_posts(text, previous, name):
            posts = tuple(replace(post, rule="post-plural") for post in previous.posts)
            made.append(Actor(name, person, posts, name.whole))
        else:
            made.append(_actor(text, name, person, posts, ceiling, headings))
    return _dealt_out(text, made)


def _dealt_out(text: str, made: list[Actor]) -> tuple[Actor, ...]:
    """The same with posts that stand before or behind several joined names dealt out to them, one to each."""
    out = list(made)
    for k, actor in enumerate(made):
        if actor.posts and actor.posts[-1].plural and actor.posts[0].rule == "post-after":
            for other in range(_joined_left(text, made, k), k):  # "Mr A and Ms B, members of the Board"
                out[other] = replace(made[other], posts=actor.posts)
        shared = [len(made) > at and made[at].posts[:1] and made[at].posts[0].rule for at in (k + 1, k + 2)]
        is_pair = len(actor.posts) == 1 and shared[0] == "post-plural" != shared[1]
        if is_pair and actor.posts[0].rule != "post-plural" and (two := at_each_body(actor.posts[0])):
            out[k : k + 2] = [replace(one, posts=(post,)) for one, post in zip(made[k : k + 2], two, strict=True)]
        if not actor.posts or actor.posts[-1].plural:
            continue
        if actor.posts[0].rule == "post-after":
            first, last = _joined_left(text, made, k), k
            posts = dealt(actor.posts, last - first + 1) if is_dealt(text, actor.span.end) else None
        else:
            first, last = k, _joined_right(text, made, k)
            floor = made[k - 1].span.end if k else 0
            closed = last > first and _closes_list(text, made[last - 1], made[last])
            before = all_posts_before(text, floor, actor.name.whole.start) if closed else ()
            posts = dealt(before, last - first + 1) if before else None
        if posts and last > first:
            out[first : last + 1] = [
                replace(one, posts=(post,)) for one, post in zip(made[first : last + 1], posts, strict=True)
            ]
    return tuple(out)


def _joined_left(text: str, made: Sequence[Actor], k: int) -> int:
    """The first of the names without a post that are joined to name ``k``."""
    while k > 0 and not made[k - 1].posts and _joined(text, made[k - 1], made[k]):
        k -= 1
    return k


def _joined_right(text: str, made: Sequence[Actor], k: int) -> int:
    """The last of the names without a post that name ``k`` is joined to."""
    while k + 1 < len(made) and not made[k + 1].posts and _joined(text, made[k], made[k + 1]):
        k += 1
    return k


def _closes_list(text: str, one: Actor, last: Actor) -> bool:
    """Whether a list of names ends with ``last``: "Mr A, Mr B and Ms C", or is told to be in order."""
    between = text[one.name.whole.end : last.name.whole.start]
    return "and" in between or is_dealt(text, last.name.whole.end)


def _joined(text: str, one: Actor, other: Actor) -> bool:
    return _JOINED.fullmatch(text, one.name.whole.end, other.name.whole.start) is not None


def _posts(text: str, floor: int, name: Name) -> tuple[Post, ...]:
    """The posts printed before a name, or stated by its rank."""
    if name.rule == "name-occupation":
        return ()  # what a "student ambassador" does is no office
    if name.rule == BY_OFFICE:
        return post_of_rank(text, floor, name.span.start)
    if name.rule == "name-rank" and name.title in OFFICE_RANKS and not text.endswith(", ", 0, name.whole.start):
        with_rank = posts_before(text, floor, name.span.start)  # "State Councillor and Foreign Minister Wei Yihan"
        return with_rank if len(with_rank) > 1 else post_of_rank(text, floor, name.span.start)
    start = name.whole.start
    if name.title is not None and name.title.startswith(_HELD_IN_HONOUR) and text.endswith(("the ", "The "), 0, start):
        start -= len("the ")
    posts = posts_before(text, floor, start)
    if posts and name.rule.startswith("name-rank") and _is_addressed(text, posts[0]):
        posts = ()
    if posts and posts[0].rule == "post-before-comma" and _is_greeted(text, name, posts[0]):
        posts = ()
    at = posts[0].span.start if posts else 0
    if posts and (other := _IN_PLACE_OF.search(text, max(floor, at - _PLACE_REACH), at)):
        named = other.start() <= floor  # behind a name it is the office of who comes next
        posts = posts if named else posts_before(text, floor, other.start("words"))
    if not posts and name.rule == "name-rank" and name.title in OFFICE_RANKS:
        return post_of_rank(text, floor, name.span.start)
    return posts


def _is_addressed(text: str, post: Post) -> bool:
    """Whether a post that opens a line is another's: "Financial Secretary, Minister Burke, ladies and gentlemen,"."""
    line = text.rfind("\n", 0, post.span.start) + 1
    end = text.find("\n", line)
    return not text[line : post.span.start].strip() and text[line:end].rstrip().endswith((",", ",:"))


def _is_greeted(text: str, name: Name, post: Post) -> bool:
    """Whether an office in a speech's address is another's than the name: "Consuls General, Mr Mah, ladies ..."."""
    line = text.rfind("\n", 0, post.span.start) + 1
    end = text.find("\n", name.whole.end)
    line_end = end if end >= 0 else len(text)
    address = max(text.find(words, line, line_end) for words in _ADDRESS)
    opening = text.rfind("(", line, post.span.start)
    is_glossed = opening >= 0 and text.find(")", opening, post.span.start) < 0
    is_own = _OF_A_BODY.search(post.label) and not text.startswith(" (", name.whole.end)
    return address >= 0 and not is_glossed and ". " not in text[line:address] and not is_own


def _shares_posts(text: str, previous: Actor, name: Name) -> bool:
    """Whether the name before has a post in the plural that this one has too: "the Judges Mr A and Ms B"."""
    is_plural = bool(previous.posts) and previous.posts[-1].plural
    return is_plural and _JOINED.fullmatch(text, previous.span.end, name.whole.start) is not None


def _actor(
    text: str,
    name: Name,
    person: int | None,
    posts: tuple[Post, ...],
    ceiling: int,
    headings: dict[int, Post | None],
) -> Actor:
    if posts and posts[0].rule == "post-rank" and (after := _post_after(text, name, ceiling)):
        start = _article(text, min(p.span.start for p in posts))
        return _with_posts_after(Actor(name, person, (), Span(start, name.whole.end)), after, ceiling)
    if [(post.rule, post.label in OCCUPATIONS) for post in posts] == [("post-before", True)]:
        posts = ()  # "film director Mr Lung" holds no office
    if posts:
        start = _article(text, min(p.span.start for p in posts))
        posts = _of_body(text, name, posts)
        return Actor(name, person, posts, Span(start, max(name.whole.end, posts[-1].span.end)))
    start = _article(text, described(text, name.whole.start) if name.title else name.whole.start)
    after = _post_after(text, name, ceiling)
    if after:
        if not text.startswith(",\n", name.whole.end):
            return _with_posts_after(Actor(name, person, (), Span(start, name.whole.end)), after, ceiling)
        new = heading_post(text, name, headings)  # what somebody becomes, over what they are
        return Actor(name, person, (new, *after) if new else after, Span(start, name.whole.end))
    heading = heading_post(text, name, headings)
    return Actor(name, person, (heading,) if heading else (), Span(start, name.whole.end))


def _of_body(text: str, name: Name, posts: tuple[Post, ...]) -> tuple[Post, ...]:
    """The post of a rank with its body behind the name: "Director Liao of the Harbour Office"."""
    body = _BODY_BEHIND.match(text, name.whole.end) if posts[-1].rule == "post-rank" else None
    if body is None:
        return posts
    post = posts[-1]
    whole = Span(post.span.start, body.end())
    return (*posts[:-1], replace(post, span=whole, label=f"{post.label}{body.group()}", rule="post-rank-of"))


def _with_posts_after(actor: Actor, posts: tuple[Post, ...], ceiling: int) -> Actor:
    end = max(p.span.end for p in posts)
    return replace(actor, posts=posts, span=Span(actor.span.start, min(end, ceiling)))


def _is_open(text: str, previous: Actor, name: Name, post: Post) -> bool:
    """Whether a post may belong to either name: "Mr A, the Director of X, Ms B, the Director of Y, visited"."""
    between = text[previous.name.whole.end : post.span.start]
    is_first = _BEGINS.search(text, max(0, previous.span.start - _BEGIN_REACH), previous.span.start) is not None
    return is_first and between == ", the " and text.startswith(", the ", name.whole.end)


def _belongs_to_previous(text: str, previous: Actor, post: Post) -> bool:
    """Whether a post right behind the comma after a name without post is that person's: "Mr A, Director of X, Ms B"."""
    between = text[previous.name.whole.end : post.span.start]
    return between in {", ", ", an ", ", a "} and previous.name.title is not None and " " in previous.name.form
