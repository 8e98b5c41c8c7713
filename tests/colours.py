"""Colours as people see them: contrast, and differences with and without a deficiency of colour vision.

Differences are CIE76 in CIELAB (D65). Deficiencies are simulated at full severity with the matrices of G. M. Machado,
M. M. Oliveira, L. A. F. Fernandes: A Physiologically-based Model for Simulation of Color Vision Deficiency,
IEEE TVCG 15(6), 2009, on linear sRGB. Contrast is the ratio of WCAG 2.2.
"""

from __future__ import annotations

import math

Triple = tuple[float, float, float]

VISION: dict[str, tuple[Triple, Triple, Triple]] = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def difference(one: str, other: str, vision: str = "usual") -> float:
    """How different two colours (#rrggbb) look: below 2.3 the same, above 10 plainly apart."""
    return math.dist(_lab(_seen(one, vision)), _lab(_seen(other, vision)))


def contrast(one: str, other: str) -> float:
    """From 1 to 21; WCAG asks 3 of marks and 4.5 of text.

    >>> contrast("#000000", "#ffffff")
    21.0
    """
    darker, lighter = sorted(_luminance(_linear(colour)) for colour in (one, other))
    return (lighter + 0.05) / (darker + 0.05)


def _linear(colour: str) -> Triple:
    values = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in values)
    return red, green, blue


def _luminance(linear: Triple) -> float:
    return sum(share * value for share, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _seen(colour: str, vision: str) -> Triple:
    linear = _linear(colour)
    red, green, blue = (
        min(1.0, max(0.0, sum(share * value for share, value in zip(row, linear, strict=True))))
        for row in VISION[vision]
    )
    return red, green, blue


def _lab(linear: Triple) -> Triple:
    to_xyz = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    white = (0.95047, 1.0, 1.08883)
    x, y, z = (
        _cube_root(sum(share * value for share, value in zip(row, linear, strict=True)) / of)
        for row, of in zip(to_xyz, white, strict=True)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _cube_root(t: float) -> float:
    return t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116
