"""Keys of people read well, and keep apart the posts that their first words keep apart."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.reference import Reference, load
from kg.resolve.names import shortened

WORDS = ("minister", "of", "the", "and", "general", "administration", "for", "customs", "economic", "a", "in", "北京市")
keys = st.lists(st.sampled_from(WORDS), min_size=1, max_size=20).map("-".join)
FUNCTION_WORDS = ("of", "the", "for", "and", "in", "to", "at", "on")


@given(keys)
def test_a_key_is_shortened_to_its_first_whole_words(key: str) -> None:
    short = shortened(key)
    assert f"{key}-".startswith(f"{short}-")
    assert short == key or short.rpartition("-")[2] not in FUNCTION_WORDS
    assert shortened(short) == short


@given(keys, keys)
def test_keys_with_other_first_words_stay_apart(one: str, other: str) -> None:
    def first(key: str) -> str:
        return key if len(key) <= 48 else key[:49].rpartition("-")[0]

    assert shortened(one) != shortened(other) or first(one) == first(other)


def test_the_posts_of_the_reference_data_end_in_no_function_word() -> None:
    reference: Reference = load()
    ends = {shortened(key).rpartition("-")[2] for key in reference.posts if len(key) > 48}
    assert ends.isdisjoint(FUNCTION_WORDS)


def test_a_script_without_spaces_is_cut_at_the_letter() -> None:
    assert shortened("部" * 60) == "部" * 48
