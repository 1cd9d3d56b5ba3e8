"""Officials below the head, who answers for what, and the agreement of each."""

from __future__ import annotations

import io
import zipfile

import pypdfium2
import pytest

from renaksi.reports.matter import Choices
from renaksi_web import clock
from renaksi_web.audit.models import Event
from renaksi_web.offices import selectors
from renaksi_web.offices.models import StaffMember
from renaksi_web.offices.staffing import Post, enter_staff
from renaksi_web.plans import selectors as plan_selectors
from renaksi_web.plans.charges import filled, rows_of, seen_in
from renaksi_web.plans.models import Indicator, Plan
from renaksi_web.plans.services.charging import put_in_charge
from renaksi_web.refusals import Conflict, NotAllowed, NotFound, Refused
from renaksi_web.sheets.papers import Papers
from tests.renaksi_web.faults import assert_all_or_nothing
from tests.renaksi_web.office import DAY, Office, client_of, plan_of, small_plan, windows_of
from tests.renaksi_web.offices.test_office_data import enter
from tests.renaksi_web.queries import queries

pytestmark = pytest.mark.django_db

NIP = "197201011990031004"
SECTION = Post("Kepala Seksi Pelayanan", "KASI CONTOH, S.E.", "Penata, III/c", NIP)
CLERK = Post("Kasubag Umum", "KASUBAG CONTOH", superior="Sekretaris")


def staffed(office: Office, *posts: Post, seen: int | None = None) -> None:
    known = selectors.entered(office.admin).data.version
    enter_staff(by=office.admin, seen=known if seen is None else seen, posts=posts)


def address(office: Office, plan: Plan | None = None, rest: str = "") -> str:
    root = f"/opd/{office.organisation.slug}/"
    return f"{root}rencana/{plan.pk}/{rest}" if plan else f"{root}data-kantor/pejabat/"


def table(office: Office, plan: Plan) -> list[object]:
    loaded = plan_selectors.loaded(office.operator, plan)
    return list(rows_of(loaded, selectors.office_of(office.operator)))


def charge(office: Office, plan: Plan, **by_element: str) -> int:
    rows = table(office, plan)
    typed = {
        row.indicator: by_element[row.key]  # type: ignore[attr-defined]
        for row in rows
        if row.indicator and row.key in by_element  # type: ignore[attr-defined]
    }
    return put_in_charge(
        by=office.operator, plan_id=plan.pk, seen=seen_in(rows), responsible=typed  # type: ignore[arg-type]
    )  # fmt: skip


def words_of(data: bytes) -> str:
    file = pypdfium2.PdfDocument(data)
    words = " ".join(page.get_textpage().get_text_bounded() for page in file)
    file.close()
    return " ".join(words.split())


def test_each_official_has_an_agreement_of_what_is_in_his_charge(office: Office) -> None:
    plan = plan_of(office)
    windows_of(office)
    enter(office)
    staffed(office, SECTION, CLERK)
    charge(office, plan, s="Kasi Pelayanan", a="Kasubag Umum", b="Kasubbag. Umum")
    with clock.set_to(DAY):
        papers = Papers(office.operator, plan.pk, dated=DAY)
        first, name = papers.printed(
            "perjanjian-kinerja", "pdf", Choices(official=SECTION.position)
        )
        second, _ = papers.printed("perjanjian-kinerja", "pdf", Choices(official="Kasubag Umum"))
    assert name.endswith("-2022-kepala-seksi-pelayanan.pdf")
    words = words_of(first)
    for said in ("KASI CONTOH, S.E.", "NIP. 19720101 199003 1 004", "Drs. CAMAT CONTOH", "Nama s"):
        assert said in words
    assert "Nama a" not in words
    words = words_of(second)
    assert "SEKRETARIS CONTOH, S.E." in words
    assert "Nama a" in words
    assert "Nama b" in words
    assert "Drs. CAMAT CONTOH" not in words


def test_the_page_offers_each_and_all(office: Office) -> None:
    plan = plan_of(office)
    windows_of(office)
    staffed(office, SECTION)
    client = client_of(office.operator)
    with clock.set_to(DAY):
        page = client.get(address(office, plan, "resmi/")).text
        everybody = client.get(address(office, plan, "resmi/perjanjian-kinerja/pdf/?pejabat=semua"))
        nobody = client.get(address(office, plan, "resmi/perjanjian-kinerja/pdf/?pejabat=Lurah"))
        archive = client.get(address(office, plan, "resmi/semua/"))
    assert "pejabat=Kepala%20Seksi%20Pelayanan" in page
    assert words_of(everybody.content).count("PERJANJIAN KINERJA TAHUN 2022") >= 4
    assert nobody.status_code == 404
    assert "Lurah" in nobody.text
    with zipfile.ZipFile(io.BytesIO(archive.content)) as files:
        assert SECTION.name in words_of(files.read("perjanjian-kinerja.pdf"))


def test_the_form_saves_shows_and_takes_out(office: Office) -> None:
    client = client_of(office.admin)
    typed = {"seen": 0, **{f"{key}0": value for key, value in SECTION._asdict().items()},
             "position1": "Kasubag Umum", "superior1": "Kasi Pelayanan"}  # fmt: skip
    assert client.post(address(office), typed).status_code == 302
    page = client.get(address(office)).text
    for said in (SECTION.position, SECTION.name, NIP, "Kasubag Umum"):
        assert said in page
    assert [row.superior for row in StaffMember.objects.order_by("place")] == ["", "Kasi Pelayanan"]
    gone = {"seen": 1, "position1": "Kasubag Umum"}
    assert client.post(address(office), gone).status_code == 302
    assert [row.position for row in StaffMember.objects.all()] == ["Kasubag Umum"]
    events = Event.objects.filter(act="organisation.manage")
    assert events.count() == 2
    assert SECTION.name in events.order_by("-number")[0].payload


@pytest.mark.parametrize(
    ("posts", "said"),
    [
        ([Post(name="TANPA JABATAN")], "Jabatan TANPA JABATAN belum diisi"),
        ([SECTION, SECTION._replace(position="Kasi Pelayanan")], "sudah ada"),
        ([Post("Sekretaris Kecamatan")], "sudah ada"),
        ([CLERK._replace(superior="Lurah")], "tidak ada dalam daftar"),
        ([CLERK._replace(superior="Kasubag Umum")], "tidak ada dalam daftar"),
        ([SECTION._replace(nip="1972")], "18 angka"),
    ],
)
def test_what_could_not_be_printed_is_refused(office: Office, posts: list[Post], said: str) -> None:
    enter(office)
    with pytest.raises(Refused) as refused:
        staffed(office, *posts)
    assert said in refused.value.message("id")
    assert not StaffMember.objects.exists()


def test_saving_staff_is_whole_and_knows_what_was_seen(office: Office) -> None:
    staffed(office, SECTION)
    with pytest.raises(Conflict):
        staffed(office, CLERK._replace(superior=""), seen=0)
    staffed(office, SECTION)
    assert selectors.entered(office.admin).data.version == 1
    assert assert_all_or_nothing(lambda: staffed(office, SECTION, Post("Kasi Trantib"))) > 3


def test_only_an_admin_enters_staff_and_others_see_them(office: Office, sibling: Office) -> None:
    staffed(office, SECTION)
    with pytest.raises(NotAllowed):
        enter_staff(by=office.operator, seen=1, posts=[])
    page = client_of(office.operator).get(address(office)).text
    assert SECTION.name in page
    assert '<form method="post">' not in page.split("<main")[1]
    assert selectors.office_of(sibling.operator).staff == ()


def test_a_word_beside_an_element_fills_what_is_empty_below(office: Office) -> None:
    plan = plan_of(office)
    rows = table(office, plan)
    typed = {row.indicator: "Kasi" if row.key == "a" else "" for row in rows if row.indicator}  # type: ignore[attr-defined]
    found = filled(rows, typed, {"s": "Sekretaris", "k": "Kasubag"})  # type: ignore[arg-type]
    by_key = {row.key: found[row.indicator] for row in rows if row.indicator}  # type: ignore[attr-defined]
    assert by_key == {"t": "", "s": "Sekretaris", "p": "Sekretaris", "k": "Kasubag",
                      "a": "Kasi", "b": "Kasubag"}  # fmt: skip


def test_who_answers_is_saved_from_the_page_also_when_the_plan_is_in_force(office: Office) -> None:
    plan = plan_of(office)
    client = client_of(office.operator)
    rows = table(office, plan)
    sent = {"seen": seen_in(rows)} | {f"p{n}": "" for n in range(len(rows))}  # type: ignore[arg-type]
    sent["p0"] = "Lurah"
    with queries() as seen:
        client.get(address(office, plan, "penanggung-jawab/"))
    assert len(seen) <= 14
    assert client.post(address(office, plan, "penanggung-jawab/"), sent).status_code == 302
    assert set(Indicator.objects.values_list("responsible", flat=True)) == {"Lurah"}
    page = client.get(address(office, plan, "penanggung-jawab/")).text
    assert page.count("tidak ada dalam Data kantor") == 6
    assert Event.objects.filter(act="plan.edit").count() == 1
    stale = client.post(address(office, plan, "penanggung-jawab/"), sent | {"p0": "Camat"})
    assert stale.status_code == 422
    assert "Rekan Anda" in stale.text
    assert 'value="Camat"' in stale.text


def test_who_answers_is_never_overwritten_unseen_nor_on_an_old_version(office: Office) -> None:
    plan = plan_of(office)
    one = Indicator.objects.get(element__key="a")
    assert charge(office, plan, a="Kasi A") == 1
    assert charge(office, plan, a="Kasi A") == 0
    with pytest.raises(Conflict):
        put_in_charge(by=office.operator, plan_id=plan.pk, seen="", responsible={one.pk: "Kasi B"})
    with pytest.raises(NotFound):
        put_in_charge(by=office.operator, plan_id=plan.pk, seen="", responsible={-1: "Kasi B"})
    with pytest.raises(NotAllowed):
        put_in_charge(by=office.admin, plan_id=plan.pk, seen="", responsible={})
    Plan.objects.filter(pk=plan.pk).update(status="superseded")
    with pytest.raises(Refused):
        charge(office, plan, a="Kasi C")


def test_who_answers_in_a_plan_that_was_read_is_kept(office: Office) -> None:
    read = small_plan()
    first = read.elements[0]
    said = first.indicators[0]._replace(
        responsible="Kasi Pelayanan", definition="Rumus", data_source="Survei"
    )
    plan = plan_of(office, read._replace(
        elements=(first._replace(indicators=(said,)), *read.elements[1:])))  # fmt: skip
    kept = plan_selectors.loaded(office.operator, plan).plan.elements[0].indicators[0]
    assert (kept.responsible, kept.definition, kept.data_source) == (
        "Kasi Pelayanan", "Rumus", "Survei",
    )  # fmt: skip
