"""All documents of a year for many offices: made once, gone on with, given to nobody else."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from datetime import timedelta
from typing import Any

import pytest

from renaksi.render.printed.bundle import CHECKSUMS, MANIFEST
from renaksi.reports import REPORTS
from renaksi.reports.names import REVISION
from renaksi_web import clock
from renaksi_web.accounts import services as accounts
from renaksi_web.accounts.members import Member
from renaksi_web.accounts.models import Membership
from renaksi_web.audit.models import Event
from renaksi_web.bundles import making, places, selectors, services
from renaksi_web.bundles.models import Bundle, BundledOffice
from renaksi_web.refusals import NotAllowed, NotFound, Refused
from renaksi_web.sheets.papers import OF_A_QUARTER
from tests.renaksi_web.office import DAY, Office, client_of, plan_of, windows_of
from tests.renaksi_web.queries import queries

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(office: Office, sibling: Office) -> Member:
    """One admin of two offices, of which both have a plan of 2022 with its windows."""
    accounts.give(office.admin.user, sibling.organisation, ["admin"])
    for one in (office, sibling):
        plan_of(one)
        windows_of(one)
    return office.admin


def ordered(by: Member, **chosen: Any) -> Bundle:
    """An order on the day of the tests, in the format that is quickest."""
    with clock.set_to(DAY):
        return services.order(by=by, year=2022, **({"formats": ["html"]} | chosen))


def make_all() -> int:
    """Make what waits; how many steps it took."""
    steps = 0
    while making.make_next():
        steps += 1
    return steps


def files_of(archive_: selectors.Archive) -> dict[str, bytes]:
    with archive_.opened() as file, zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_every_document_of_every_office_is_in_it_with_list_and_checksums(admin: Member) -> None:
    bundle = ordered(admin)
    make_all()
    files = files_of(selectors.archive(admin, bundle.pk))
    of_a_year = [name for name in REPORTS if name not in (*OF_A_QUARTER, REVISION)]
    # On 4 July two quarters have begun to be reported.
    of_quarters = [f"{name}-tw{n}" for name in OF_A_QUARTER for n in (1, 2)]
    for slug in ("kemangkon", "bukateja"):
        inside = {name for name in files if name.startswith(f"{slug}/")}
        documents = {f"{name}.html" for name in (*of_a_year, *of_quarters)}
        assert inside == {f"{slug}/{name}" for name in (*documents, MANIFEST, CHECKSUMS)}
    sums = dict(reversed(row.split("  ")) for row in files.pop(CHECKSUMS).decode().splitlines())
    assert sums == {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    told = json.loads(files[MANIFEST])
    assert [one["organisation"] for one in told["organisations"]] == [
        "Kecamatan Bukateja", "Kecamatan Kemangkon",
    ]  # fmt: skip
    assert told["organisations"][0]["as_of"] == DAY.isoformat()
    listed = [file for o in told["organisations"] for d in o["documents"] for file in d["files"]]
    assert {file["name"]: file["sha256"] for file in listed} == {
        name: sum for name, sum in sums.items() if name.endswith(".html")
    }


def test_the_archive_of_one_office_stands_alone(admin: Member) -> None:
    bundle = ordered(admin)
    make_all()
    found = selectors.archive(admin, bundle.pk, "bukateja")
    assert found.name == "dokumen-bukateja-2022.zip"
    with found.opened() as file:
        data = file.read()
    row = BundledOffice.objects.get(bundle=bundle, organisation__slug="bukateja")
    assert (row.sha256, row.size) == (hashlib.sha256(data).hexdigest(), found.size)
    files = files_of(found)
    assert json.loads(files[MANIFEST])["organisation"] == "Kecamatan Bukateja"
    assert row.documents == len(files) - 2


def test_no_file_lies_on_the_disk_twice(admin: Member) -> None:
    bundle = ordered(admin)
    make_all()
    left = [path.name for path in (places.folder() / str(bundle.pk)).iterdir()]
    assert left == [places.archive_of(bundle.pk, places.ALL).name]


def test_the_same_data_give_the_same_bytes_on_another_day_too(admin: Member) -> None:
    first = ordered(admin, formats=["pdf", "docx", "xlsx", "html"])
    make_all()
    second = ordered(admin, formats=["pdf", "docx", "xlsx", "html"])
    with clock.set_to(DAY + timedelta(days=90)):  # ordered then, made later
        make_all()
    first.refresh_from_db()
    second.refresh_from_db()
    assert first.sha256
    assert first.sha256 == second.sha256


def test_what_an_ended_process_left_is_gone_on_with_and_nothing_made_twice(admin: Member) -> None:
    bundle = ordered(admin)
    assert making.make_next()
    done = bundle.offices.get(state="made")
    # The process is killed within the second office.
    bundle.offices.filter(state="waiting").update(state="making", tries=1)
    assert not making.make_next()
    before = places.archive_of(bundle.pk, done.organisation.slug).stat()
    making.take_back()
    assert making.make_next()  # the other office
    after = places.archive_of(bundle.pk, done.organisation.slug).stat()
    assert make_all() == 1  # the whole
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)
    assert set(bundle.offices.values_list("state", flat=True)) == {"made"}
    bundle.refresh_from_db()
    assert bundle.state == "ready"


def test_an_office_that_ends_every_process_is_left_out_with_a_sentence(admin: Member) -> None:
    bundle = ordered(admin)
    bundle.offices.filter(organisation__slug="bukateja").update(tries=making.MOST_TRIES)
    make_all()
    found = selectors.progress(admin, bundle.pk)
    assert (found.made, found.left) == (1, 1)
    assert "berkali-kali" in found.offices[0].refusal["id"]
    told = json.loads(files_of(selectors.archive(admin, bundle.pk))[MANIFEST])
    assert told["left_out"] == [
        {"organisation": "Kecamatan Bukateja", "because": found.offices[0].refusal["id"]}
    ]


def test_an_office_without_a_plan_is_named_and_stops_none(office: Office, sibling: Office) -> None:
    accounts.give(office.admin.user, sibling.organisation, ["admin"])
    plan_of(office)
    bundle = ordered(office.admin)
    make_all()
    found = selectors.progress(office.admin, bundle.pk)
    assert [row.refusal and row.refusal["id"] for row in found.offices] == [
        "Rencana aksi 2022 belum ada.", None,
    ]  # fmt: skip


def test_only_offices_that_the_person_manages_are_in_it(
    office: Office, sibling: Office, stranger: Office
) -> None:
    accounts.give(office.admin.user, sibling.organisation, ["operator"])
    accounts.give(office.admin.user, stranger.organisation, ["admin"])
    bundle = ordered(office.admin)
    slugs = set(bundle.offices.values_list("organisation__slug", flat=True))
    assert slugs == {office.organisation.slug, stranger.organisation.slug}


def test_who_stops_managing_an_office_gets_it_no_more(admin: Member, sibling: Office) -> None:
    bundle = ordered(admin)
    assert making.make_next()
    left = Membership.objects.filter(user=admin.user, organisation=sibling.organisation)
    make_all()
    left.delete()
    admin.user.known_memberships = None
    with pytest.raises(NotAllowed, match="no longer manage"):
        selectors.archive(admin, bundle.pk)
    with pytest.raises(NotAllowed):
        selectors.archive(admin, bundle.pk, sibling.organisation.slug)
    assert files_of(selectors.archive(admin, bundle.pk, "kemangkon"))


def test_an_office_that_is_no_longer_managed_is_left_out(admin: Member, sibling: Office) -> None:
    bundle = ordered(admin)
    Membership.objects.filter(user=admin.user, organisation=sibling.organisation).delete()
    make_all()
    row = bundle.offices.get(organisation=sibling.organisation)
    assert row.refusal["id"] == "Pemesan bundel tidak lagi mengelola kantor ini."


def test_a_bundle_is_its_orderers_alone(admin: Member, office: Office) -> None:
    bundle = ordered(admin)
    make_all()
    accounts.give(office.operator.user, office.organisation, ["admin"])
    other = Member(office.operator.user, office.organisation, frozenset({"admin"}))
    assert selectors.bundles(other) == []
    for ask in (selectors.progress, selectors.archive):
        with pytest.raises(NotFound):
            ask(other, bundle.pk)
    with pytest.raises(NotFound):
        services.remove(by=other, bundle_id=bundle.pk)


def test_a_second_order_waits_for_the_first(admin: Member) -> None:
    ordered(admin)
    with pytest.raises(Refused, match="still being made"):
        ordered(admin)
    assert Bundle.objects.count() == 1


def test_a_bundle_that_is_removed_leaves_nothing(admin: Member) -> None:
    bundle = ordered(admin)
    assert making.make_next()
    services.remove(by=admin, bundle_id=bundle.pk)
    assert not (places.folder() / str(bundle.pk)).exists()
    assert not making.make_next()
    assert [event.act for event in Event.objects.order_by("pk")][-2:] == ["bundle.make"] * 2


def test_a_bundle_that_is_removed_while_it_is_made_leaves_nothing(
    admin: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    bundle = ordered(admin)

    def and_removed(*given: Any, **named: Any) -> Any:
        services.remove(by=admin, bundle_id=bundle.pk)
        return write_bundle(*given, **named)

    write_bundle = making.write_bundle
    monkeypatch.setattr(making, "write_bundle", and_removed)
    assert making.make_next()
    assert not (places.folder() / str(bundle.pk)).exists()
    assert not making.make_next()


def test_files_that_are_gone_from_the_folder_are_said_to_be(admin: Member) -> None:
    bundle = ordered(admin)
    make_all()
    places.remove(bundle.pk)
    with pytest.raises(Refused, match="no longer on the server"):
        selectors.archive(admin, bundle.pk)


def test_the_page_says_how_far_it_is_and_gives_the_archives(admin: Member) -> None:
    client = client_of(admin)
    at = f"/opd/{admin.organisation.slug}/bundel/"
    with clock.set_to(DAY):
        sent = client.post(at, {"year": "2022", "formats": ["html"], "paper": "a4"})
    bundle = Bundle.objects.get()
    assert sent["Location"] == f"{at}{bundle.pk}/"
    assert bundle.site == "http://testserver"
    page = client.get(sent["Location"]).content.decode()
    assert "0 dari 2 kantor" in page
    assert "hx-get" in page
    make_all()
    page = client.get(sent["Location"]).content.decode()
    assert "2 dari 2 kantor" in page
    assert "hx-get" not in page
    answer = client.get(f"{sent['Location']}unduh/")
    assert answer["Content-Disposition"] == 'attachment; filename="dokumen-semua-2022.zip"'
    whole = b"".join(answer.streaming_content)
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        assert archive.testzip() is None
        assert "figures" not in archive.namelist()
        words = archive.read("kemangkon/pengukuran-triwulan-tw2.html").decode()
    assert "http://testserver/opd/kemangkon/angka" in words
    of_one = client.get(f"{sent['Location']}unduh/kemangkon/")
    assert b"".join(of_one.streaming_content)[:2] == b"PK"
    assert of_one.status_code == 200
    assert client.get(f"{sent['Location']}unduh/tidak-ada/").status_code == 404


def test_the_page_asks_the_same_for_any_number_of_offices(admin: Member, office: Office) -> None:
    bundle = ordered(admin)
    with queries() as seen:
        selectors.progress(admin, bundle.pk)
    assert len(seen) == 2
    with queries() as seen:
        selectors.bundles(admin)
    assert len(seen) == 1


def test_an_order_without_a_format_or_by_another_is_refused(admin: Member, office: Office) -> None:
    with pytest.raises(Refused, match="at least one format"):
        ordered(admin, formats=["exe"])
    with pytest.raises(NotAllowed):
        ordered(office.operator)
    page = client_of(admin).post(f"/opd/{admin.organisation.slug}/bundel/", {"year": "2022"})
    assert page.status_code == 422
    assert "Pilih sedikitnya satu bentuk berkas." in page.content.decode()
