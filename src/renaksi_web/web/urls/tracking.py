"""Reporting a quarter, evidence, checking and approving."""

from __future__ import annotations

from django.urls import URLPattern

pages: list[URLPattern] = []
