"""The one clock of the web package: which day it is, and which moment an act is stamped with.

A demonstration stands on a day of its own (``RENAKSI_TODAY``); loading it, and tests, set
the clock to a moment for a while. Everybody else asks `today` and `now`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime, time

from django.conf import settings
from django.utils import timezone

_set_to: ContextVar[datetime | None] = ContextVar("clock", default=None)


def now() -> datetime:
    """The moment, aware of its time zone; on a demonstration's day the real time of day."""
    moment = _set_to.get()
    if moment is not None:
        return moment
    real = real_now()
    day = demonstration_day()
    if day is None:
        return real
    local = timezone.localtime(real)
    return local.replace(year=day.year, month=day.month, day=day.day)


def real_now() -> datetime:
    """The moment on the machine's own clock, for what must expire even in a demonstration."""
    return timezone.now()


def today() -> date:
    """The day, in the office's time zone."""
    return timezone.localdate(now())


def demonstration_day() -> date | None:
    """The day on which a demonstration stands; None in earnest."""
    day: date | None = settings.RENAKSI_TODAY
    return day


@contextmanager
def set_to(moment: datetime | date) -> Iterator[None]:
    """Within the block it is ``moment`` (a date means nine in the morning)."""
    if not isinstance(moment, datetime):
        moment = timezone.make_aware(datetime.combine(moment, time(9)))
    token = _set_to.set(moment)
    try:
        yield
    finally:
        _set_to.reset(token)
