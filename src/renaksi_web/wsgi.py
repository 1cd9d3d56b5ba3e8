"""The door for a WSGI server: ``gunicorn renaksi_web.wsgi``."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "renaksi_web.settings")

application = get_wsgi_application()

# What a former process left in the queues is read on, bundles are gone on with, and readers
# stand by before the first file.
from renaksi_web.bundles import worker  # noqa: E402 - the settings come first
from renaksi_web.plans import reading_on  # noqa: E402
from renaksi_web.plans.isolated import nursery  # noqa: E402

nursery.ready()
reading_on.wake()
worker.wake()
