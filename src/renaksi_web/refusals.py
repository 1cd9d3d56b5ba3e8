"""Refused acts, each with the status that a page or an API answers.

A service raises one of these with a sentence in both languages: what is wrong, why, and
what to do or who can help. `renaksi_web.web.answers` turns them into an answer.
"""

from __future__ import annotations

from typing import ClassVar

from renaksi.diagnostics import RenaksiError


class Refused(RenaksiError):
    """The act cannot be done as asked; what was typed stays.

    ``field`` names the input that the sentence is about, where it is one.
    """

    status: ClassVar[int] = 422

    def __init__(self, *, id: str, en: str, field: str | None = None) -> None:
        super().__init__(id=id, en=en)
        self.field = field


class NotAllowed(Refused):
    """The person is known here but must not do this; ``act`` tells who could help."""

    status = 403

    def __init__(self, *, id: str, en: str, act: str) -> None:
        super().__init__(id=id, en=en)
        self.act = act


class NotFound(Refused):
    """There is no such thing for this person; foreign things look the same."""

    status = 404

    def __init__(
        self,
        *,
        id: str = "Halaman ini tidak ada, atau bukan untuk akun Anda.",
        en: str = "This page does not exist, or is not for your account.",
    ) -> None:
        super().__init__(id=id, en=en)


class Conflict(Refused):
    """Somebody else changed it in the meantime: the person sees both and chooses."""

    status = 409


class TooLarge(Refused):
    """What is sent is larger than the page takes; it is refused before it is read."""

    status = 413


class LengthUnknown(Refused):
    """A body without its length: nobody knows when it would end."""

    status = 411


class Busy(Refused):
    """Others are served just now, and as many wait as may; it can be tried again soon."""

    status = 503
    retry_after: ClassVar[int] = 10  # seconds
