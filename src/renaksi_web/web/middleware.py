"""What happens around each page: its language, and the answer to a refused act."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from renaksi.diagnostics import RenaksiError
from renaksi_web.web.answers import answer

Answer = Callable[[HttpRequest], HttpResponse]


def speak_chosen_language(get_response: Answer) -> Answer:
    """Indonesian, unless the person chose otherwise: a browser's own setting is no choice."""
    known = dict(settings.LANGUAGES)

    def speak(request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        language = chosen if chosen in known else settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response

    return speak


class AnswerRefusals:
    """The one place where a refused act becomes an answer; see `renaksi_web.web.answers`."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The sentence and the status of a refusal; anything else stays an error."""
        return answer(request, error) if isinstance(error, RenaksiError) else None
