"""One habit of every form page: refused input stays typed, with its sentence, as 422."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from renaksi.diagnostics import RenaksiError
from renaksi_web.refusals import Busy, NotAllowed, NotFound
from renaksi_web.web.answers import language


def accepted(form: forms.Form, act: Callable[..., Any]) -> bool:
    """Whether the form was right and ``act`` did it; a refusal becomes the form's own sentence."""
    if not form.is_valid():
        return False
    try:
        act(**form.cleaned_data)
    except (NotFound, NotAllowed, Busy):
        raise
    except RenaksiError as error:
        field = getattr(error, "field", None)
        place = field if field in form.fields else None
        form.add_error(place, error.message(language()))
        return False
    return True


def shown(request: HttpRequest, template: str, form: forms.Form, **context: Any) -> HttpResponse:
    """The page with the form: 200 when fresh, 422 when what was sent is refused."""
    status = 422 if form.is_bound else 200
    return render(request, template, {"form": form, **context}, status=status)
