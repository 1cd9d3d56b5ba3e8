"""Measuring with what a government decided: its bands, and below which one must explain."""

from __future__ import annotations

from decimal import Decimal

from renaksi.measure import PERMENDAGRI_86_2017, Band, Bands, Settings
from renaksi_web.accounts.models import Government


def settings_of(government: Government) -> Settings:
    """The settings by which the offices of a government are measured."""
    if not government.bands:
        return Settings()
    names = {band.key: band.name for band in PERMENDAGRI_86_2017.steps}
    steps = tuple(
        Band(
            key,
            None if lower is None else Decimal(str(lower)),
            names.get(key, {"id": key, "en": key}),
        )
        for lower, key in government.bands
    )
    return Settings(Bands(government.name, steps))


def must_explain(band: Band | None, settings: Settings, below: str) -> bool:
    """Whether an achievement in this band asks for an obstacle and a follow-up."""
    keys = [step.key for step in settings.bands.steps]
    if band is None or below not in keys:
        return False
    return keys.index(band.key) > keys.index(below)
