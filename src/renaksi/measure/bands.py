"""Bands (*kategori capaian*): the word that an achievement earns. Data, as governments differ."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final, NamedTuple

from renaksi.diagnostics import Language
from renaksi.measure.figures import Exact, hundredths


class Band(NamedTuple):
    """One band: it begins at ``lower`` per cent and reaches up to the next one."""

    key: str
    lower: Decimal | None
    name: Mapping[Language, str]


class Bands(NamedTuple):
    """The bands of a government, highest first, and the regulation that sets them.

    The last band has no lower end, so that every achievement has its band.
    """

    source: str
    steps: tuple[Band, ...]

    def of(self, value: Exact) -> Band:
        """The band of an achievement, chosen from the two decimals that are displayed."""
        figure = hundredths(value)
        for band in self.steps:
            if band.lower is None or figure >= band.lower * 100:
                return band
        return self.steps[-1]


# The regulation prints whole numbers with gaps (91–100, 76–90 …); each band starts at its
# lower number here, so that 90,50 is Tinggi.
PERMENDAGRI_86_2017: Final = Bands(
    "Permendagri 86/2017",
    (
        Band("sangat_tinggi", Decimal(91), {"id": "Sangat Tinggi", "en": "very high"}),
        Band("tinggi", Decimal(76), {"id": "Tinggi", "en": "high"}),
        Band("sedang", Decimal(66), {"id": "Sedang", "en": "medium"}),
        Band("rendah", Decimal(51), {"id": "Rendah", "en": "low"}),
        Band("sangat_rendah", None, {"id": "Sangat Rendah", "en": "very low"}),
    ),
)
