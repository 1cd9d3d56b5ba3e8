"""Settings, flat, read from the environment; without any they suit one office's own machine.

`docs/web.md` says what each variable means.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from renaksi_web import database, safety

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent.parent
_HOME = _CHECKOUT if (_CHECKOUT / "pyproject.toml").exists() else Path.home() / ".renaksi"


def _env(name: str, default: str = "") -> str:
    return os.environ.get(f"RENAKSI_{name}", default).strip()


RENAKSI_TODAY = date.fromisoformat(_env("TODAY")) if _env("TODAY") else None
DEMO = _env("DEMO") == "1" or RENAKSI_TODAY is not None

# Where it keeps what it must not lose; a demonstration never beside a real office
VAR = Path(_env("VAR") or _HOME / ("var/demo" if DEMO else "var")).absolute()
FILES = VAR / "files"
SECRET_KEY = _env("SECRET_KEY") or safety.secret_in(VAR)
DATABASES = {
    "default": database.from_url(_env("DATABASE_URL") or f"sqlite:///{VAR / 'renaksi.sqlite3'}")
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Under which names it answers
ALLOWED_HOSTS = [host for host in _env("HOSTS", "localhost,127.0.0.1,[::1]").split(",") if host]
HTTPS = _env("HTTPS") == "1"
DEBUG = _env("DEBUG") == "1"

_refusals = list(
    safety.refusals(hosts=ALLOWED_HOSTS, https=HTTPS, debug=DEBUG, demo=DEMO, secret=SECRET_KEY)
)
if _refusals:
    raise ImproperlyConfigured(" ".join(_refusals))

# Parts
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "axes",
    "renaksi_web.audit",
    "renaksi_web.accounts",
    "renaksi_web.files",
    "renaksi_web.offices",
    "renaksi_web.plans",
    "renaksi_web.tracking",
    "renaksi_web.bundles",
    "renaksi_web.web",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",  # of random length; tokens differ in each answer
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "renaksi_web.web.middleware.speak_chosen_language",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "renaksi_web.web.bodies.BoundBodies",
    "renaksi_web.web.middleware.AnswerRefusals",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "renaksi_web.urls"
WSGI_APPLICATION = "renaksi_web.wsgi.application"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "renaksi_web.web.context.page",
            ],
            "builtins": [
                "renaksi_web.web.templatetags.renaksi",
                "renaksi_web.web.templatetags.entries",
            ],
        },
    }
]

# Who signs in, and for how long
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "renaksi_web.accounts.backends.NameNipOrNik",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "name", "nip", "nik")},
    },
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "home"
SESSION_ENGINE = "renaksi_web.accounts.sessions"
SESSION_COOKIE_AGE = 12 * 60 * 60  # a working day; what was typed survives its end
SESSION_COOKIE_HTTPONLY = True
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
CSRF_FAILURE_VIEW = "renaksi_web.web.views.errors.forged"

# Guessing is slowed by account and by address; nobody can lock a colleague out.
AXES_HANDLER = "renaksi_web.accounts.throttle.Throttle"
AXES_FAILURE_LIMIT = 8
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = False
AXES_USERNAME_CALLABLE = "renaksi_web.accounts.backends.throttled_name"
AXES_CLIENT_IP_CALLABLE = "renaksi_web.accounts.backends.address_of"
AXES_LOCKOUT_CALLABLE = "renaksi_web.web.views.sign_in.locked_out"
AXES_VERBOSE = False

# Language and time
LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Bahasa Indonesia"), ("en", "English")]
LANGUAGE_COOKIE_NAME = "bahasa"
LOCALE_PATHS = [_PACKAGE / "web" / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = _env("TIME_ZONE", "Asia/Jakarta")

# Issuers whose certificates vouch for a signer: a file in PEM; without it nobody does
SIGNATURE_ROOTS = _env("SIGNATURE_ROOTS")

# Static files: from this server, compressed, named by their content
STATIC_URL = "static/"
STATIC_ROOT = VAR / "static"
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "renaksi_web.web.joined.Joined",
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "renaksi_web.web.static_storage.NamedByContent"},
}

# Uploads: refused early by size; a plan or a proof is never larger
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 4000
DATA_UPLOAD_MAX_NUMBER_FILES = 500
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700
FILE_UPLOAD_PERMISSIONS = 0o600
MAX_UPLOAD = 20_000_000
MAX_ARCHIVE = 100_000_000  # of many files, for the queue
MAX_SENDING = 400_000_000  # of all files that are sent at once

# What reading one stranger's file may take: megabytes of memory, seconds
READING_MEMORY = int(_env("READING_MEMORY", "512"))
READING_SECONDS = int(_env("READING_SECONDS", "15"))
READING_IN_BACKGROUND = True  # files of a queue, by a thread of the site's own
PRINTING_IN_BACKGROUND = True  # bundles of documents, by a process beside the site

# What a browser may do with these pages
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],  # Bootstrap draws the arrow of a select as data
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
if HTTPS:
    SECURE_SSL_REDIRECT = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"django.request": {"level": "ERROR"}},  # a refused form is no fault
}
