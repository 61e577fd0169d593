"""The contrast of two colours, as WCAG 2.1 counts it."""

from __future__ import annotations

TEXT = 4.5
"""What a text needs."""
_KNEE = 0.04045


def contrast(first: str, second: str) -> float:
    """From 1 to 21, of two colours as `#RRGGBB`."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        one / 12.92 if one <= _KNEE else ((one + 0.055) / 1.055) ** 2.4 for one in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
