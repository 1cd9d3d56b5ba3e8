"""Plans: bringing in, reviewing, writing, changing."""

from __future__ import annotations

from django.urls import URLPattern

pages: list[URLPattern] = []
