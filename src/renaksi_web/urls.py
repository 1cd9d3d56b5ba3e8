"""Every address, from the parts of `renaksi_web.web.urls`, and the pages for what went wrong."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [path("", include("renaksi_web.web.urls"))]

handler400 = "renaksi_web.web.views.errors.bad_request"
handler403 = "renaksi_web.web.views.errors.forbidden"
handler404 = "renaksi_web.web.views.errors.not_found"
handler500 = "renaksi_web.web.views.errors.broken"
