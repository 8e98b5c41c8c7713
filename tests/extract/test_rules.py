"""Every rule over masked sentences reads its own example, and the words that it needs lose no match."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extract.en.actors import actors
from kg.extract.en.coreference import gather
from kg.extract.en.dates import find_dates
from kg.extract.en.patterns import START, Rule, pattern, rule
from kg.extract.en.people import find_names
from kg.extract.en.pronouns import with_pronouns
from kg.extract.en.scene import Ref, Scene, scene
from kg.extract.en.segment import Voice
from kg.extract.en.story import Story
from kg.extract.en.triggers import MODULES, all_rules, needs_people, telling
from kg.model import Span

DAY = date(2025, 5, 19)


RULES = all_rules()


def masked(text: str) -> Scene:
    """A sentence as the rules see it, with the people and dates in it as marks."""
    whole = Span(0, len(text))
    names, _ = find_names(text)
    people, owners, _ = gather(names)
    refs = [Ref(each.person or 0, each.span, each.posts) for each in actors(text, names, owners)]
    story = Story(DAY, text, lambda _span: (), subject=[Ref(0, whole)] if people else [])
    refs = with_pronouns(text, whole, Voice.RELEASE, refs, story, people)
    return scene(text, whole, "paragraph", refs, find_dates(text, 0, len(text), DAY))


EXAMPLES = {rule.example: masked(rule.example) for rule in RULES}


def test_there_are_rules_of_every_module() -> None:
    assert all(all_rules((module,)) for module in MODULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.name}: {rule.example[:50]}")
def test_a_rule_reads_its_example(rule: Rule) -> None:
    view = EXAMPLES[rule.example]
    assert view.match(rule), view.text
    assert list(view.matches(rule))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.name}: {rule.example[:50]}")
def test_every_match_has_a_word_that_the_rule_needs(rule: Rule) -> None:
    assert rule.needs
    assert all(word == word.lower() for word in rule.needs)
    for view in EXAMPLES.values():
        if rule.regex.search(view.text):
            assert any(word in START + view.folded for word in rule.needs), view.text
            assert rule in view.rules, view.text


def test_a_part_that_is_not_given_is_an_error() -> None:
    with pytest.raises(KeyError, match="NOWHERE"):
        pattern("{NOWHERE}")


def test_marks_in_the_text_itself_are_no_people() -> None:
    text = "Mr Lee met \ue0000\ue001 today."
    assert masked(text).text.count("\ue000") == 1


@pytest.mark.parametrize(
    ("source", "needed"),
    [
        ("met <P:who>", True),
        ("(?:met|saw) <P>,? today", True),
        (r"\([^\]|]<P> [(|]", True),
        ("met(?: <P:who>)?", False),
        ("met <P:who>?", False),
        ("<P:who> met|was met", False),
        ("(?:<P:who>|he) met", False),
    ],
)
def test_rules_that_need_somebody_named(source: str, needed: bool) -> None:
    assert needs_people(rule("met", source, ("met",), "")) is needed


def test_words_that_make_a_sentence_worth_reading_begin_as_words_do() -> None:
    assert telling("Resigned, he resigns; _resigns, re-signed") == [13, 35]
