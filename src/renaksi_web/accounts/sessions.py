"""Sessions in a table of their own, each with its owner, browser and address."""

from __future__ import annotations

from typing import Any, cast

from django.contrib.sessions.backends.db import SessionStore as DatabaseStore

from renaksi_web.accounts.models import Session


class SessionStore(DatabaseStore):
    """Django's database store on `Session`; what is known of the browser is put in at sign-in."""

    @classmethod
    def get_model_class(cls) -> type[Session]:
        """The table."""
        return Session

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        """The row for these data; Django keeps the user's id in them as text."""
        row = cast(Session, super().create_model_instance(data))
        user = data.get("_auth_user_id")
        row.user_id = int(user) if user else None
        seen = data.get("browser") or {}
        row.address = seen.get("address", "")
        row.browser = seen.get("name", "")
        row.started_at = seen.get("started_at")
        return row
