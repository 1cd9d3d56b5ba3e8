"""Bundles: all documents of a year, ordered, watched and taken away."""

from __future__ import annotations

from renaksi_web.web.access import page
from renaksi_web.web.views import bundles

_BUNDLES = "opd/<slug:office>/bundel"
_BUNDLE = f"{_BUNDLES}/<int:bundle>"

pages = [
    page(f"{_BUNDLES}/", bundles.index, "bundles", "bundle.make", post="bundle.make"),
    page(f"{_BUNDLE}/", bundles.show, "bundle", "bundle.make"),
    page(f"{_BUNDLE}/unduh/", bundles.take, "take-bundle", "bundle.make"),
    page(f"{_BUNDLE}/unduh/<slug:of>/", bundles.take, "take-bundle-of", "bundle.make"),
    page(f"{_BUNDLE}/hapus/", bundles.remove, "remove-bundle", "bundle.make", get=False),
]
