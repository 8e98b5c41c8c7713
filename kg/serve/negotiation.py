"""Choose the media type of a response (RFC 9110, section 12.5.1)."""

from __future__ import annotations

from collections.abc import Sequence


def acceptable(accept: str, offered: Sequence[str]) -> str | None:
    """The offered media type that an Accept header likes best; at equal liking the first offered.

    An empty header accepts all; None means that nothing offered is acceptable.

    >>> acceptable("text/csv;q=0.5, application/json", ("text/csv", "application/json"))
    'application/json'
    >>> acceptable("image/*", ("text/csv",)) is None
    True
    """
    ranges = [_range(part) for part in accept.split(",") if part.strip()] or [("*/*", 1.0)]
    likings = [(_liking(media, ranges), -place, media) for place, media in enumerate(offered)]
    liking, _, media = max(likings)
    return media if liking > 0 else None


def _range(part: str) -> tuple[str, float]:
    """``text/csv;q=0.5`` -> its type and weight; a weight that is no number counts as 0."""
    media, *parameters = (piece.strip().lower() for piece in part.split(";"))
    for parameter in parameters:
        name, _, weight = parameter.partition("=")
        if name.strip() == "q":
            try:
                return media, float(weight)
            except ValueError:
                return media, 0.0
    return media, 1.0


def _liking(media: str, ranges: Sequence[tuple[str, float]]) -> float:
    """The weight of the most specific range that covers the type."""
    main = media.partition("/")[0]
    for wanted in (media, f"{main}/*", "*/*"):
        weights = [weight for covered, weight in ranges if covered == wanted]
        if weights:
            return max(weights)
    return 0.0
