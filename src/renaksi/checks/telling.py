"""What one text tells the rules on wording, asked once for all of them.

A plan has more than a hundred names, and most rules on wording find nothing in nearly all of
them. So such a rule is in two parts: a question about a text alone, whose answer is kept from
plan to plan (`asks`), and what it makes of the few texts that answered (`told`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, Final, TypeVar

from renaksi.checks.view import PlanView, Text

Answer = TypeVar("Answer")
Question = Callable[[str], Answer]

_QUESTIONS: Final[list[Question[Any]]] = []


def asks(question: Question[Answer]) -> Question[Answer]:
    """Have every text asked this; an answer that is false is none."""
    _QUESTIONS.append(question)
    return question


def told(view: PlanView, question: Question[Answer]) -> Sequence[tuple[Text, Answer]]:
    """The texts of a plan that answer a question, in the order of `PlanView.texts`."""
    return view.derived(_told).get(question, ())


def _told(view: PlanView) -> dict[Question[Any], list[tuple[Text, Any]]]:
    found: dict[Question[Any], list[tuple[Text, Any]]] = {}
    for text in view.texts:
        for question, answer in _answers(text.name):
            found.setdefault(question, []).append((text, answer))
    return found


@lru_cache(maxsize=16384)
def _answers(name: str) -> tuple[tuple[Question[Any], Any], ...]:
    return tuple((ask, answer) for ask in _QUESTIONS if (answer := ask(name)))
