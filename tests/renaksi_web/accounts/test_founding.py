"""More offices of a government: who may add them, what is left alone, and lists in files."""

from __future__ import annotations

from pathlib import Path

import pytest

from renaksi_web.__main__ import main
from renaksi_web.accounts.founding import NewOffice, found_offices
from renaksi_web.accounts.models import Organisation
from renaksi_web.accounts.selectors import memberships_for
from renaksi_web.audit.models import Event
from renaksi_web.refusals import NotAllowed, Refused
from tests.renaksi_web.office import Office

pytestmark = pytest.mark.django_db


def test_offices_are_added_with_their_admin_and_an_event_in_each_chain(office: Office) -> None:
    given = [NewOffice("Kecamatan  Bukateja", "33.03.02"), NewOffice("Dinas Kesehatan")]
    founded = found_offices(by=office.admin, offices=given)
    assert [(one.name, one.head, one.slug) for one in founded.new] == [
        ("Kecamatan Bukateja", "Camat", "bukateja"),
        ("Dinas Kesehatan", "Kepala Dinas", "dinas-kesehatan"),
    ]
    assert {one.government for one in founded.new} == {office.organisation.government}
    reached = memberships_for(office.admin.user, "bundle.make")
    assert {one.organisation for one in reached} == {office.organisation, *founded.new}
    assert Event.objects.filter(act="organisation.found").count() == 2


def test_what_is_there_is_left_alone_however_it_is_written(office: Office) -> None:
    given = [
        NewOffice("KECAMATAN KEMANGKON", head="Lurah"),
        NewOffice("Badan X"),
        NewOffice("badan x"),
    ]
    founded = found_offices(by=office.admin, offices=given)
    assert founded.known == ("KECAMATAN KEMANGKON", "badan x")
    assert [one.name for one in founded.new] == ["Badan X"]
    office.organisation.refresh_from_db()
    assert (office.organisation.name, office.organisation.head) == ("Kecamatan Kemangkon", "Camat")


def test_only_an_admin_adds_offices_and_all_or_none_are_added(office: Office) -> None:
    with pytest.raises(NotAllowed):
        found_offices(by=office.operator, offices=[NewOffice("Badan X")])
    for given in ([], [NewOffice("Badan X"), NewOffice(" ")], [NewOffice("B" * 201)]):
        with pytest.raises(Refused):
            found_offices(by=office.admin, offices=given)
    assert Organisation.objects.count() == 1


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_a_list_in_a_file_is_added(
    office: Office, tmp_path: Path, separator: str, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [
        ["Nama", "Kode", "Pimpinan"],
        ["Kecamatan Bukateja", "", ""],
        ["Badan X", "5.01", "Pelaksana"],
    ]
    path = tmp_path / "kantor.csv"
    path.write_text("\n".join(separator.join(row) for row in rows) + "\n\n", encoding="utf-8-sig")
    command = ["offices", "--by", office.admin.user.username, "--list", str(path)]
    assert main(command) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Kecamatan Bukateja ditambahkan: /opd/bukateja/ (Camat)",
        "Badan X ditambahkan: /opd/badan-x/ (Pelaksana)",
    ]
    assert main(command) == 0
    assert "Badan X sudah ada; dibiarkan." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("held", "said"),
    [
        (None, "tidak ada."),
        (b"\xff\xfe\x00", "simpan daftarnya sebagai CSV (UTF-8)."),
        (b"Kecamatan Bukateja\n", "baris pertamanya: nama;kode;pimpinan."),
        (b"nama;kode\n", "Sebutkan sedikitnya satu kantor."),
    ],
)
def test_a_list_that_is_none_is_refused_in_a_sentence(
    office: Office,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    held: bytes | None,
    said: str,
) -> None:
    path = tmp_path / "kantor.csv"
    if held is not None:
        path.write_bytes(held)
    assert main(["offices", "--by", office.admin.user.username, "--list", str(path)]) == 2
    assert said in capsys.readouterr().err
    assert main(["offices", "--by", office.operator.user.username, "--name", "Badan X"]) == 2
