#!/bin/sh
# Runs all the tests: on SQLite, in a real browser where chromium is, and those of the web package
# that touch a database once more on PostgreSQL where one answers. Says what it left out and why;
# with RENAKSI_TEST_ALL=1 leaving anything out is a failure.
#
#   TESTS                     which tests, all of them where it is empty
#   RENAKSI_TEST_KILLS        how often the site is killed while people save (5), RENAKSI_TEST_SEED when
#   RENAKSI_TEST_POSTGRESQL   a server where databases may be made and dropped
#                             (postgresql://postgres@127.0.0.1:5432/renaksi)
set -eu

cd "$(dirname "$0")/.."
bin=${BIN:-.venv/bin}
postgresql=${RENAKSI_TEST_POSTGRESQL:-postgresql://postgres@127.0.0.1:5432/renaksi}

answers() {
    "$bin/python" - "${postgresql%/*}/postgres" 2>/dev/null <<'PYTHON'
import sys
import psycopg
psycopg.connect(sys.argv[1], connect_timeout=3).close()
PYTHON
}

echo "· on SQLite"
failed=
# shellcheck disable=SC2086 # several paths
"$bin/pytest" ${TESTS:-} -rs "$@" || failed=yes

if answers; then
    echo "· the web package on PostgreSQL"
    # shellcheck disable=SC2086 # several paths
    RENAKSI_TEST_AGAIN=1 RENAKSI_DATABASE_URL=$postgresql "$bin/pytest" ${TESTS:-tests/renaksi_web tests/torture} -rs "$@" ||
        failed=yes
else
    echo "Left out: no PostgreSQL answers at ${postgresql##*@}, so the web package ran on SQLite only." >&2
    [ "${RENAKSI_TEST_ALL:-}" != 1 ] || failed=yes
fi
[ -z "$failed" ]
