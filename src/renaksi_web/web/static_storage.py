"""Static files named by their content; nothing inside them is rewritten.

Vendored files keep their hash, so that a test can hold them against what was published.
"""

from __future__ import annotations

from whitenoise.storage import CompressedManifestStaticFilesStorage


class NamedByContent(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """WhiteNoise's storage without the rewriting of addresses inside CSS and JavaScript."""

    patterns = ()
