"""Every form of the site, sent with what nobody would type: never a 5xx, and nothing undeclared.

`RENAKSI_TEST_FUZZ` says how many times each form is sent (`make torture`: 500).
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from itertools import product, zip_longest
from typing import Any

import pytest
from django.apps import apps
from django.db import transaction
from django.test import Client
from django.urls import reverse

from renaksi_web import clock
from renaksi_web.web.forms import imports
from renaksi_web.web.urls import urlpatterns
from tests.renaksi_web.faults import LABELS, everything
from tests.renaksi_web.office import DAY, Office, client_of
from tests.renaksi_web.office import found as found_office
from tests.renaksi_web.web.busy_office import fill
from tests.renaksi_web.web.forms_found import Fields, Form, crawl, kind_of, send

pytestmark = pytest.mark.django_db

TIMES = int(os.environ.get("RENAKSI_TEST_FUZZ", "10"))

NASTY = (
    "", " ", "\0", "a\0b", "x" * 5000, "9" * 400, "-1", "0", "1", "2", "99999999999999999999",
    "9223372036854775808", "1e400", "NaN", "Infinity", "1,5", "1.234", "-", "=1/0", "=1/3",
    "²", "١٢",
    "2022-13-45", "0001-01-01", "9999-12-31", "2022-02-30", "<script>alert(1)</script>",
    "' OR 1=1 --", "%00%ff", "[]", '{"a": 1}', "null", "true", "../../etc/passwd", "\u202etxt",
    "é" * 300, "\ufeff", "a:b:c", "1:1", "999999999999999:99999999", "http://[", "https://a.go.id/",
    "//example.com", "q1", "tw2", "on", "operator", "\r\n\r\n", "\ud7ff", "😀" * 100,
)  # fmt: skip


@pytest.fixture(scope="module")
def busy(django_db_setup: None, django_db_blocker: Any) -> Iterator[tuple[Office, str]]:
    """An office in the middle of its year and an invitation that is out, for every test here.

    It is made once because that takes long; each test is a transaction within this one.
    """
    with django_db_blocker.unblock(), clock.set_to(DAY), transaction.atomic():
        office = found_office("Kecamatan Kemangkon", "Kabupaten Purbalingga")
        yield office, fill(office)
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def found(busy: tuple[Office, str]) -> list[tuple[Client, Form]]:
    """Each form of the site that sends something, with a browser in which it was found."""
    office, invitation = busy
    clients = [(Client(), ["/masuk/", "/siapkan/", invitation])]
    home = reverse("office", args=[office.organisation.slug])
    people = f"{home}pengguna/"
    starts = ["/akun/", home, f"{home}rencana/", f"{home}realisasi/2022/tw2/", people]
    client_of(office.operator)  # another browser, whose session can be ended
    clients += [(client_of(m), [s for s in starts if s != people or m == office.admin])
                for m in office.members()]  # fmt: skip
    seen: dict[Any, tuple[Client, Form]] = {}
    files: set[str] = set()
    for client, addresses in clients:
        _, forms = crawl(client, addresses, files)
        for form in forms:
            if form.method == "POST":
                seen.setdefault(form.shape, (client, form))
    return list(seen.values())


# Not reached by links alone: each with the reason.
UNREACHED = {
    "set-up": "the installation is founded already",
    "apply-entries": "its form is the answer to an upload",
    "indicator-check": "htmx sends it while a field is left",
}


def test_every_page_that_takes_a_form_is_reached(found: list[tuple[Client, Form]]) -> None:
    takes = {str(p.name) for p in urlpatterns if "POST" in p.callback.acts}  # type: ignore[attr-defined]
    reached = {form.goes_to for _, form in found}
    lacking = " ".join(sorted(takes - reached - set(UNREACHED)))
    assert lacking == "", f"no link leads to the forms of: {lacking}"


def changed(form: Form, chance: random.Random) -> Fields:
    """The form with one or two kinds of its fields as nobody would fill them in."""
    fields = {name: list(values) for name, values in form.fields.items()}
    kinds = sorted({kind_of(name) for name in form.names})
    for kind in chance.sample(kinds, min(len(kinds), chance.choice((1, 1, 2)))):
        name = chance.choice(sorted(name for name in form.names if kind_of(name) == kind))
        way = chance.random()
        if way < 0.1:
            fields.pop(name, None)
        elif way < 0.2:
            fields[name] = [chance.choice(NASTY), *fields.get(name, []), chance.choice(NASTY)]
        else:
            fields[name] = [chance.choice(NASTY)]
    if chance.random() < 0.1:
        fields[chance.choice(("v²", "v1", "o1", "entry", "roles", "do", "x" * 300))] = ["1"]
    return fields


def test_no_form_answers_with_a_fault_whatever_is_sent(found: list[tuple[Client, Form]]) -> None:
    chance = random.Random(os.environ.get("RENAKSI_TEST_SEED", "2022"))
    sent = 0
    for client, form in found:
        if form.goes_to in ("sign-out", "end-session"):
            continue
        for _ in range(TIMES):
            fields = changed(form, chance)
            cookies = deepcopy(client.cookies)
            with transaction.atomic():
                answer = send(client, form, fields)
                transaction.set_rollback(True)
            client.cookies = cookies
            assert answer.status_code < 500, (form.page, form.action, fields)
            sent += 1
    assert sent > 20 * TIMES


def injected(form: Form, value: str) -> Fields:
    """The form with every field of every table that it does not declare."""
    names = set()
    for label in LABELS:
        for model in apps.get_app_config(label).get_models():
            for field in model._meta.concrete_fields:
                names |= {field.name, field.attname}
    return {name: [value] for name in names - form.names - ALWAYS.get(form.goes_to, set())}


# Taken without being asked for: whoever withdraws or locks may say why.
ALWAYS = {step: {"reason"} for step in ("submit", "withdraw", "verify", "approve", "lock")}
# One address for every step of correction; each form has the fields of one.
ALWAYS["import-correct"] = {*imports._PLAIN, "direction", "accumulation"}
FOR_EACH = ("1", "approved", "set", "true", "2000-01-01")
# What differs between two equal acts: random names, and what is made of them.
RANDOM = {"key", "name", "hash", "head", "previous", "payload", "password", "last_login",
          "token_hash", "session_data", "session_key", "object_id"}  # fmt: skip


def state() -> dict[str, list[dict[str, Any]]]:
    """Every row without its random parts, ids as ranks: a rollback gives no id back."""
    rows = everything()
    del rows["Session"]
    ranks = {name: {row["id"]: rank for rank, row in enumerate(rows[name])} for name in rows}
    return {name: [_ranked(name, row, ranks) for row in rows[name]] for name in rows}


def _ranked(name: str, row: dict[str, Any], ranks: dict[str, dict[Any, int]]) -> dict[str, Any]:
    kept = {key: value for key, value in row.items() if key not in RANDOM or key == "name"}
    if len(str(kept.get("name"))) == 32:
        del kept["name"]  # of a stored file
    for key, other in _references()[name].items():
        if kept[key] is not None:
            kept[key] = ranks[other][kept[key]]
    return kept | {"id": ranks[name][row["id"]]}


@cache
def _references() -> dict[str, dict[str, str]]:
    """Which columns of a table name rows of which other, by the names of the models."""
    models = [model for label in LABELS for model in apps.get_app_config(label).get_models()]
    return {
        model.__name__: {
            field.attname: field.related_model.__name__  # type: ignore[union-attr]
            for field in model._meta.concrete_fields
            if field.is_relation
        }
        for model in models
    }


def differing(one: Any, other: Any) -> list[str]:
    """Where two states of the database are not the same."""
    return [
        f"{table}: {a} is not {b}"
        for table in one
        for a, b in zip_longest(one[table], other[table])
        if a != b
    ]


def outcome(client: Client, form: Form, fields: Fields) -> tuple[int, Any]:
    """Status and what the database holds afterwards; taken back, in the browser too."""
    cookies = deepcopy(client.cookies)
    with transaction.atomic():
        status = send(client, form, fields).status_code
        after = state()
        transaction.set_rollback(True)
    client.cookies = cookies
    return status, after


def test_no_form_takes_a_field_that_it_does_not_declare(found: list[tuple[Client, Form]]) -> None:
    before = state()
    changing = 0
    for client, form in found:
        if form.goes_to in ("sign-in", "sign-out", "end-session", "password"):
            continue
        plain = outcome(client, form, form.fields)
        changing += plain[1] != before
        for value in FOR_EACH if TIMES > 100 else FOR_EACH[:2]:
            extra = injected(form, value)
            got = outcome(client, form, form.fields | extra)
            assert got[0] == plain[0], (form.action, value)
            assert differing(plain[1], got[1]) == [], (form.action, value)
    assert changing > 15
    assert state() == before


# What signs people in and out, or only this browser knows: no act on the office.
NO_ACT = {"sign-in", "sign-out", "choose"}


def test_every_form_that_changes_something_leaves_exactly_one_event(
    found: list[tuple[Client, Form]],
) -> None:
    before, acted = state(), set()
    for client, form in found:
        if form.goes_to in NO_ACT:
            continue
        for fields in (form.fields, filled(form)):
            _, after = outcome(client, form, fields)
            tables = {name for name in after if after[name] != before[name]}
            events = len(after["Event"]) - len(before["Event"])
            assert events == bool(tables), (form.action, sorted(tables))
            if events:
                acted.add(form.goes_to)
    assert len(acted) > 25, " ".join(sorted({f.goes_to for _, f in found} - acted))


def filled(form: Form) -> Fields:
    """The form with something typed where nothing stands."""
    fields = {name: list(values) for name, values in form.fields.items()}
    for name in form.names - form.files:
        if not any(fields.get(name, ())):
            fields[name] = [TYPED.get(kind_of(name), "Contoh")]
    return fields


TYPED = {
    "role": "operator", "roles": "operator", "year": "2027", "link": "https://a.go.id/bukti",
    "v#": "7", "parent": "", "number": "1", "weight": "1", "cap": "100", "base_value": "",
    "username": "citra.dewi", "password": "sandi yang panjang", "nip": "", "nik": "",
    "old": "kemangkon maju 2022", "new": "sandi baru yang panjang", "late_as_zero": "on",
}  # fmt: skip


def test_no_address_answers_with_a_fault_whatever_stands_in_it(busy: tuple[Office, str]) -> None:
    office, _ = busy
    clients = [client_of(member) for member in office.members()]
    numbers = ("0", "1", "9999", "10000", "99999999999999999999", "9" * 300)
    words = ("x", "x" * 300, "a-b", "a_b")
    tried = set()
    for page in urlpatterns:
        if page.name == "sign-out":
            continue
        converters = page.pattern.converters
        for number, word in zip(numbers, (*words, *words), strict=False):
            parts = {
                name: {"int": number, "slug": word, "str": word}.get(_kind(c), "q2")
                for name, c in converters.items()
            }
            if "office" in parts:
                parts["office"] = office.organisation.slug
            url = reverse(str(page.name), kwargs=parts)
            tried |= {(method, url) for method in page.callback.acts}  # type: ignore[attr-defined]
    for (method, url), client in product(sorted(tried), clients):
        with transaction.atomic():
            answer = client.generic(method, url)
            transaction.set_rollback(True)
        assert answer.status_code < 500, (method, url)
    assert len(tried) > 3 * len(urlpatterns)


def _kind(converter: Any) -> str:
    name = type(converter).__name__
    return {"IntConverter": "int", "SlugConverter": "slug", "StringConverter": "str"}.get(name, "")
