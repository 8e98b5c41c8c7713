"""Splink 5 on DuckDB, a general library for entity resolution, on the same mentions.

Used as its documentation says: a model after Fellegi and Sunter, u from random pairs, m by expectation maximisation
over two blockings, connected components above a threshold. It is given what kg reads of a person: the name, the
surname in it, the sex that the honorific tells, the post, the day. Mentions of one year that are alike in all else
are one record, since one official has thousands. Rare surnames and posts count more (term frequencies); names as a
whole do not, which was tried and does harm, because the officials whom releases name most have the commonest names.
It does not know that two people of one release are two, nor that an office has one holder: a general library has no
place for it. Of several thresholds the one best for it is taken, which only the truth can tell.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from typing import Any

from tests.benchmarks.bcubed import Score, bcubed
from tests.benchmarks.mentions import Mentioned

THRESHOLDS = (0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.95)
SEX = {"Mr": "m", "Sir": "m", "Ms": "f", "Mrs": "f", "Miss": "f"}

Record = tuple[str, str | None, str | None, int]


def splink(mentions: Sequence[Mentioned], seed: int = 1) -> tuple[Score, float]:
    """The score at the best threshold, and that threshold. Raises ModuleNotFoundError without splink."""
    from splink import block_on

    logging.getLogger("splink").setLevel(logging.ERROR)
    rows, numbers = records(mentions)
    linker = _linker(rows)
    linker.training.estimate_probability_two_random_records_match([block_on("name")], recall=0.6)
    linker.training.estimate_u_using_random_sampling(max_pairs=2e6, seed=seed)
    for rule in (block_on("name"), block_on("post")):
        linker.training.estimate_parameters_using_expectation_maximisation(
            rule, fix_probability_two_random_records_match=True
        )
    pairs = linker.inference.predict(threshold_match_probability=THRESHOLDS[0])
    best = (Score(0, 0), 0.0)
    truth = [one.person for one in mentions]
    for threshold in THRESHOLDS:
        table = linker.clustering.cluster_pairwise_predictions_at_threshold(pairs, threshold)
        clusters = {row["unique_id"]: row["cluster_id"] for row in table.as_record_list()}
        score = bcubed(truth, [clusters[number] for number in numbers])
        best = max(best, (score, threshold), key=lambda one: one[0].f1)
    return best


def _linker(rows: list[dict[str, object]]) -> Any:
    """A splink.Linker, whose name is known only where splink is installed."""
    import pyarrow
    import splink.comparison_level_library as levels
    import splink.comparison_library as compare
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    name = compare.CustomComparison(
        [
            levels.NullLevel("name"),
            levels.ExactMatchLevel("name"),
            levels.JaroWinklerLevel("name", 0.96),
            levels.ArrayIntersectLevel("words", 2),
            levels.ExactMatchLevel("family", term_frequency_adjustments=True),
            levels.ElseLevel(),
        ],
        output_column_name="name",
    )
    settings = SettingsCreator(
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=[
            block_on("name"),
            block_on("post", "family"),
            block_on("family", "words[1]"),
        ],
        comparisons=[
            name,
            compare.ExactMatch("sex"),
            compare.ExactMatch("post").configure(term_frequency_adjustments=True),
            compare.AbsoluteDateDifferenceAtThresholds(
                "day", input_is_string=True, metrics=["year", "year"], thresholds=[2, 8]
            ),
        ],
    )
    return Linker(DuckDBAPI().register(pyarrow.Table.from_pylist(rows)), settings, log_level=None)


def records(mentions: Sequence[Mentioned]) -> tuple[list[dict[str, object]], list[int]]:
    """The different records, and the number of the record of each mention."""
    numbers: dict[Record, int] = {}
    rows: list[dict[str, object]] = []
    found = []
    for one in mentions:
        post = one.posts[0] if one.posts else None
        key = one.name.casefold(), SEX.get(one.title), post, one.day.year
        if key not in numbers:
            numbers[key] = len(rows)
            family, given = parts(one.name)
            rows.append(
                {
                    "unique_id": len(rows),
                    "name": re.sub(r"[\W_]+", " ", one.name.casefold()),
                    "family": family,
                    "words": sorted({family, *given.split()}),
                    "sex": SEX.get(one.title),
                    "post": post,
                    "day": one.day.isoformat(),
                }
            )
        found.append(numbers[key])
    return rows, found


def parts(name: str) -> tuple[str, str]:
    """The surname and the rest, as somebody who knows Hong Kong's names would cut them.

    >>> parts("Anna Kok"), parts("Kok Suet-ping"), parts("Anna KOK Suet-ping"), parts("S P Kok")
    (('kok', 'anna'), ('kok', 'suet-ping'), ('kok', 'anna suet-ping'), ('kok', 's p'))
    """
    words = name.split()
    capitals = [at for at, word in enumerate(words) if word.isupper() and len(word) > 1]
    joined = [at for at, word in enumerate(words) if "-" in word and at]
    at = len(words) - 1
    if capitals and len(capitals) < len(words):
        at = capitals[-1]
    elif joined:
        at = joined[0] - 1
    return words[at].casefold(), " ".join(words[:at] + words[at + 1 :]).casefold()
