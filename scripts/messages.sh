#!/bin/sh
# Gathers the sentences of the pages into the catalogue of the other language, and compiles it.
# What has no translation yet is listed. Needs gettext (apt install gettext).
set -eu

cd "$(dirname "$0")/../src/renaksi_web"
command -v msgfmt >/dev/null || { echo "make messages needs gettext: apt install gettext" >&2; exit 1; }
python=${PYTHON:-../../.venv/bin/python}
export DJANGO_SETTINGS_MODULE=renaksi_web.settings
catalogue=web/locale/en/LC_MESSAGES/django

"$python" -m django makemessages -l en --no-location --no-wrap --no-obsolete --verbosity 0
sed -i '/^"POT-Creation-Date/d' $catalogue.po
msgfmt --check-format --output-file $catalogue.mo $catalogue.po
msgattrib --untranslated --no-wrap $catalogue.po
msgattrib --only-fuzzy --no-wrap $catalogue.po
