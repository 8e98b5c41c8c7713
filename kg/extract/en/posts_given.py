"""Posts that a sentence gives in words other than apposition: "will act as", "is also the Chairman of"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from kg.extract.en.appointment_rules import ACTING, AS_WHO_DOES, CAPACITY, HOLDS, HOLDS_TOO, SERVES
from kg.extract.en.clauses import group, subject
from kg.extract.en.dealing import dealt, is_dealt
from kg.extract.en.patterns import GROUP
from kg.extract.en.posts import Post
from kg.extract.en.posts_at import posts_at, posts_listed
from kg.extract.en.scene import Ref, Scene
from kg.extract.en.story import Story
from kg.model import Span

_OF_A_BODY: Final = re.compile(r" (?:of|for) (?:the |an? |its )?[A-Z]")


@dataclass(frozen=True, slots=True)
class Given:
    """A post that a sentence gives to a person in words other than apposition; ``name`` refers to the person."""

    person: int
    post: Post
    name: Span


def posts_acting(scene: Scene, story: Story, limit: int) -> list[Given]:
    """ "Mr Lau will act as Director of Marine", "Mr Lau will be the Acting Director of Marine"."""
    given: list[Given] = []
    for m in scene.matches(ACTING, limit):
        posts = posts_at(story.text, scene.origin(m.end()), ceiling(scene, m.end()), ACTING.name)
        refs = group(scene, m.group("who") or m.group("she"))
        offices = (post for post in posts if post.label[0].isupper() or post.acting)
        acting = tuple(replace(post, acting=True) for post in offices)  # not "acted as convenors of the meetings"
        given += [Given(ref.person, post, ref.span) for ref, post in each(story.text, refs, acting)]
    return given


def posts_held(scene: Scene, story: Story, limit: int) -> list[Given]:
    """ "Mr Pang is also the Chairman of the Association", "serves as the Chairman of the Association"."""
    given: list[Given] = []
    for rule, m in ((one, m) for one in (HOLDS, HOLDS_TOO, SERVES) for m in scene.matches(one, limit)):
        if scene.text.startswith("Acting ", m.end()):
            continue
        posts = posts_listed(story.text, scene.origin(m.start("held")), ceiling(scene, m.end()), rule.name)
        held = [post for post in posts if post.label[0].isupper() or _OF_A_BODY.search(post.label)]
        who = subject(scene, m.start())[:1] if rule is HOLDS_TOO else group(scene, m["who"])
        given += [Given(ref.person, post, ref.span) for ref, post in each(story.text, who, held)]
    return given


def posts_in_capacity(scene: Scene, story: Story, limit: int) -> list[Given]:
    """ "Mr Lau spoke in his capacity as the Chairman of the Board"."""
    given: list[Given] = []
    for m in scene.matches(CAPACITY, limit):
        posts = posts_listed(story.text, scene.origin(m.end()), ceiling(scene, m.end()), CAPACITY.name)
        held = [post for post in posts if post.label[0].isupper() or _OF_A_BODY.search(post.label)]
        who = [ref for ref in subject(scene, m.start())[:1] if not _is_group(story.text, ref.span)]
        given += [Given(ref.person, post, ref.span) for ref in who for post in held]
    return given


def posts_of_doers(scene: Scene, story: Story, limit: int) -> list[Given]:
    """ "As the Chairman of the Board, she leads a team"."""
    given: list[Given] = []
    for m in scene.matches(AS_WHO_DOES, limit):
        ends = scene.origin(m.start("ends"))
        posts = posts_listed(story.text, scene.origin(m.start("held")), ends, AS_WHO_DOES.name)
        is_whole = bool(posts) and posts[-1].span.end == ends and not posts[0].acting
        held = [post for post in posts if post.label[0].isupper() or _OF_A_BODY.search(post.label)]
        who = group(scene, m["who"]) if is_whole else []
        given += [Given(ref.person, post, ref.span) for ref in who[:1] for post in held]
    return given


def _is_group(text: str, span: Span) -> bool:
    """Whether the words mean a delegation, whose capacity is not that of who leads it."""
    return text.endswith(("delegation", "team", "mission"), span.start, span.end)


def each(text: str, refs: Sequence[Ref], posts: Sequence[Post]) -> list[tuple[Ref, Post]]:
    """Who of several people holds which of several posts: each all of them, or in their order where so told."""
    if len(refs) > 1 and posts and is_dealt(text, posts[-1].span.end):
        return list(zip(refs, dealt(posts, len(refs)) or (), strict=False))
    return [(ref, post) for ref in refs for post in posts]


def ceiling(scene: Scene, at: int) -> int:
    """Where the next person's words begin, as far as a post can reach."""
    following = GROUP.search(scene.text, at)
    return scene.origin(following.start()) if following else scene.span.end
