"""Many files at once through the pages: waiting, the table of results, handing over."""

from __future__ import annotations

import re

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from renaksi_web.plans import reading_on
from renaksi_web.plans.models import Import
from tests.renaksi_web.office import Office, client_of
from tests.renaksi_web.paper import PAPER


def at(name: str) -> str:
    return reverse(name, kwargs={"office": "kemangkon"})


def test_a_queue_is_watched_and_handed_over_through_its_page(office: Office) -> None:
    client = client_of(office.admin)
    files = [SimpleUploadedFile("a.txt", PAPER.encode()), SimpleUploadedFile("b.txt", b"halo")]
    assert "paling besar 20 MB, zip berisi beberapa berkas 100 MB" in client.get(at("queues")).text
    sent = client.post(at("queues"), {"documents": files})
    address = sent.headers["Location"]
    waiting = client.get(address).text
    assert "0 dari 2 berkas" in waiting
    assert 'hx-trigger="load delay' in waiting
    assert "Serahkan" not in waiting
    while reading_on.read_next():
        pass
    page = client.get(address).text
    assert "2 dari 2 berkas" in page
    assert "Di kantor yang tidak ada dalam pilihan" in page
    assert "hx-trigger" not in page
    assert "Tidak ada rencana aksi" in page
    (ticked,) = re.findall(r'name="file" value="(\d+)" checked', page)
    nothing = client.post(f"{address}serahkan/", {})
    assert nothing.status_code == 422
    assert "Centang dulu" in nothing.text
    wrong = client.post(f"{address}serahkan/", {"file": ticked, f"office-{ticked}": ""})
    assert wrong.status_code == 422
    assert f'name="file" value="{ticked}" checked' in wrong.text
    handed = client.post(f"{address}serahkan/", {"file": ticked, f"office-{ticked}": "kemangkon"})
    assert handed.headers["Location"] == address
    assert Import.objects.get().state == "review"


def test_files_of_no_use_are_told_by_their_reasons_the_rare_ones_first(office: Office) -> None:
    client = client_of(office.admin)
    files = [SimpleUploadedFile(f"surat {n}.txt", b"halo %d" % n) for n in range(7)]
    files.append(SimpleUploadedFile("foto.png", b"\x89PNG\r\n\x1a\n" + bytes(90)))
    address = client.post(at("queues"), {"documents": files}).headers["Location"]
    while reading_on.read_next():
        pass
    page = client.get(address).text
    assert page.count("Tidak ada rencana aksi di dalam dokumen ini") == 1
    assert page.index("Berkas ini gambar (PNG)") < page.index("Tidak ada rencana aksi")
    assert "7 berkas</strong></summary>" in page
    assert all(f"surat {n}.txt" in page for n in range(7))
