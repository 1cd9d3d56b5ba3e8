"""Settings of the tests: a var folder of their own, quick passwords, plain static files."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile

_var = tempfile.mkdtemp(prefix="renaksi-tests-")
atexit.register(shutil.rmtree, _var, ignore_errors=True)
for name in [name for name in os.environ if name.startswith("RENAKSI_")]:
    if name != "RENAKSI_DATABASE_URL" and not name.startswith("RENAKSI_TEST_"):
        del os.environ[name]
os.environ["RENAKSI_VAR"] = _var

from renaksi_web.settings import *  # noqa: E402, F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
READING_IN_BACKGROUND = PRINTING_IN_BACKGROUND = False  # tests say when
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True

# A file, as in earnest: threads and browsers then meet as they do on a running site.
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):  # noqa: F405
    DATABASES["default"]["TEST"] = {"NAME": str(VAR / "tests.sqlite3")}  # noqa: F405
