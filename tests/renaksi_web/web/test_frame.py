"""What every answer carries: headers, language, colours, and a page for whatever went wrong."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client, RequestFactory, override_settings
from django.urls import reverse

from renaksi_web.web.joined import JOINED, PARTS
from renaksi_web.web.views.errors import broken
from tests.renaksi_web.office import Office, client_of
from tests.renaksi_web.queries import queries


def test_a_page_runs_only_its_own_files_and_stands_in_no_frame(office: Office) -> None:
    headers = client_of(office.operator).get(reverse("office", args=["kemangkon"])).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cache-Control"] == "private, no-cache"


def test_a_page_is_sent_compressed(office: Office) -> None:
    address = reverse("people", args=["kemangkon"])
    answer = client_of(office.admin).get(address, headers={"Accept-Encoding": "gzip"})
    assert answer.headers["Content-Encoding"] == "gzip"
    assert "Operator" in gzip.decompress(answer.content).decode()


def test_the_joined_files_hold_every_part_in_order() -> None:
    for name, parts in JOINED.items():
        joined = Path(str(finders.find(name))).read_text(encoding="utf-8")
        at = [joined.index((PARTS / part).read_text(encoding="utf-8")) for part in parts]
        assert at == sorted(at)
    own = {path.name for path in PARTS.glob("*.*")}
    assert own == {part for parts in JOINED.values() for part in parts}


def test_no_template_holds_a_script_or_a_style_of_its_own() -> None:
    templates = Path(str(settings.LOCALE_PATHS[0])).with_name("templates")
    for path in templates.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert " style=" not in text, path
        assert "<style" not in text, path
        assert "<script>" not in text, path
        assert " onclick" not in text, path


def test_the_frame_costs_two_queries_and_an_office_without_a_plan_three_more(
    office: Office,
) -> None:
    client = client_of(office.operator)
    client.get(reverse("office", args=["kemangkon"]))
    with queries(5):
        client.get(reverse("office", args=["kemangkon"]))


def test_pages_are_indonesian_whatever_the_browser_prefers_until_a_person_chooses(
    office: Office, client: Client
) -> None:
    english = {"Accept-Language": "en-GB,en;q=0.9"}
    assert 'lang="id"' in client.get(reverse("sign-in"), headers=english).text
    client.post(reverse("choose"), {"bahasa": "en", "next": "/masuk/"})
    page = client.get(reverse("sign-in"))
    assert 'lang="en"' in page.text
    assert "Sign in" in page.text


def test_a_chosen_colour_stays_and_an_unknown_one_is_nothing(db: None, client: Client) -> None:
    client.post(reverse("set-up"), {})
    client.post(reverse("choose"), {"tema": "dark", "next": "/siapkan/"})
    assert 'data-bs-theme="dark"' in client.get(reverse("set-up")).text
    client.cookies["tema"] = '"><script>'
    assert "data-bs-theme" not in client.get(reverse("set-up")).text


def test_choosing_leads_back_on_this_site_only(db: None, client: Client) -> None:
    assert client.post(reverse("choose"), {"next": "https://example.com"}).url == "/"


def test_a_demonstration_says_so_on_every_page(office: Office, client: Client) -> None:
    from datetime import date

    with override_settings(DEMO=True, RENAKSI_TODAY=date(2022, 10, 5)):
        assert "5 Oktober 2022" in client.get(reverse("sign-in")).text
    assert "Contoh untuk dicoba" not in client.get(reverse("sign-in")).text


@pytest.mark.parametrize("path", ["/tidak-ada/", "/opd/tidak-ada/", "/static/tidak-ada.css"])
def test_what_is_not_there_is_404_with_a_way_on(office: Office, path: str) -> None:
    response = client_of(office.operator).get(path)
    assert response.status_code == 404
    if not path.startswith("/static"):
        assert "Halaman ini tidak ada, atau bukan untuk akun Anda." in response.text


def test_a_form_of_an_old_page_is_refused_in_words(db: None) -> None:
    strict = Client(enforce_csrf_checks=True)
    response = strict.post(reverse("sign-in"), {})
    assert response.status_code == 403
    assert "terlalu lama terbuka" in response.text


@pytest.mark.django_db
def test_the_page_of_a_fault_asks_nothing_of_the_database_or_of_other_files() -> None:
    with queries(0):
        response = broken(RequestFactory().get("/"))
    assert response.status_code == 500
    assert "Kesalahan di server" in response.content.decode()
    assert "/static/" not in response.content.decode()


def test_the_first_visit_is_light(office: Office, client: Client) -> None:
    page = client.get(reverse("sign-in")).content
    assert len(gzip.compress(page)) < 25_000
    names = ("vendor/bootstrap/bootstrap.min.css", "vendor/htmx/htmx.min.js", *JOINED)
    sizes = {name: len(gzip.compress(Path(str(finders.find(name))).read_bytes())) for name in names}
    assert sum(sizes.values()) <= 75_000
    assert sizes["pages.css"] <= 12_000
    assert sizes["pages.js"] <= 12_000
