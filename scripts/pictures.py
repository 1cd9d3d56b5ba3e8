"""Makes the pictures of the guides from the running program: a demonstration of its own, chromium.

    python scripts/pictures.py            (needs chromium, and the packages of requirements/dev.txt)

The demonstration is loaded anew into a folder that goes afterwards, so that the pictures show
the same each time; docs/guide/pictures/ is written.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT)]

from scripts.answering import free_port, wait_for  # noqa: E402 - the folder comes first

PICTURES = ROOT / "docs/guide/pictures"
QUARTER = "/opd/kemangkon/realisasi/2022/tw3/"
REACHED = "/opd/kemangkon/capaian/2022/tw3/"
ENTRY = "Terpeliharanya peralatan dan mesin lainnya"
WIDE = {"width": 1200, "height": 760}
WIDER = {"width": 1400, "height": 860}
PHONE = {"width": 360, "height": 700}

# Picture → who, which page, what to click there by its text, and the screen.
SHOTS: tuple[tuple[str, str, str, str, dict[str, int]], ...] = (
    ("kertas-dan-layar", "operator", "/opd/kemangkon/impor/1/", "", WIDE),
    ("tugas-operator", "operator", "/opd/kemangkon/", "", WIDE),
    ("isi-realisasi", "operator", QUARTER, "", WIDE),
    ("perlu-perbaikan", "operator", f"{QUARTER}?tampil=perbaikan", "", WIDE),
    ("isi-realisasi-ponsel", "operator", QUARTER, "", PHONE),
    ("rincian", "operator", QUARTER, ENTRY, WIDE),
    ("kirim", "operator", f"{QUARTER}periksa/", "", WIDE),
    ("isi-lewat-excel", "operator", f"{QUARTER}lembar/unggah/", "", WIDE),
    ("tugas-pimpinan", "pimpinan", "/opd/kemangkon/", "", WIDE),
    ("capaian", "pimpinan", REACHED, "", WIDE),
    ("setujui", "pimpinan", f"{QUARTER}periksa/", "", WIDE),
    ("lembar", "pimpinan", f"{REACHED}lembar/", "", WIDE),
    ("temuan", "pimpinan", "/opd/kemangkon/capaian/2022/temuan/", "", WIDE),
    ("capaian-ponsel", "pimpinan", REACHED, "", PHONE),
    ("unduh", "pimpinan", "/opd/kemangkon/rencana/", "Unduh", WIDE),
)


# Picture → the file that is uploaded for it, and the row of the reading that is looked at.
UPLOADS: tuple[tuple[str, str, int], ...] = (
    ("tolak-pindaian", "pindaian.pdf", -1),
    ("tolak-terkunci", "terkunci.pdf", -1),
    ("periksa-pdf", "rencana-aksi-2016.pdf", 4),
    ("periksa-excel", "rencana-aksi-2023.xlsx", 6),
    ("periksa-word", "iku-2017.docx", 3),
    ("bandingkan", "rencana-aksi-2022-perubahan.txt", -1),
)


@contextmanager
def served() -> Iterator[tuple[str, dict[str, str]]]:
    """The address and accounts of a demonstration that was loaded for this."""
    with tempfile.TemporaryDirectory(prefix="renaksi-pictures-") as folder:
        port = free_port()
        environment = {**os.environ, "RENAKSI_VAR": folder, "PYTHONPATH": str(ROOT / "src")}
        command = [sys.executable, "-m", "renaksi_web", "demo", "--serve", "--port", str(port)]
        process = subprocess.Popen(  # noqa: S603 - our own command
            command, env=environment, stdout=subprocess.DEVNULL
        )
        try:
            address = f"http://127.0.0.1:{port}"
            wait_for(f"{address}/masuk/")
            accounts = Path(folder, "demonstration-accounts.json").read_text(encoding="utf-8")
            yield address, json.loads(accounts)
        finally:
            process.terminate()
            process.wait()


def sign_in(browser: Browser, address: str, name: str, word: str, size: dict[str, int]) -> Page:
    """A page on which this person is signed in."""
    page = browser.new_context(base_url=address, locale="id-ID", viewport=size).new_page()  # type: ignore[arg-type]
    page.goto("/masuk/")
    page.fill("[name=username]", name)
    page.fill("[name=password]", word)
    page.click("main button[type=submit], main form button.btn-primary")
    page.wait_for_url("**/opd/**")
    return page


def filed(folder: Path) -> None:
    """The files that are uploaded for the pictures: real ones, and the plan of Kemangkon anew."""
    import xlsxwriter

    from tests.renaksi.formats.pdf_files import locked_pdf, pdf_page

    real = ROOT / "tests/cases/filed"
    plan = (ROOT / "examples/kemangkon-2022.txt").read_text(encoding="utf-8")
    shutil.copy(real / "dishub-jabar-rencana-aksi-2016.pdf", folder / "rencana-aksi-2016.pdf")
    shutil.copy(real / "bpkad-jabar-iku-2017.docx", folder / "iku-2017.docx")
    (folder / "pindaian.pdf").write_bytes(pdf_page(b"60 60 480 480 re S"))
    (folder / "terkunci.pdf").write_bytes(locked_pdf())
    changed = plan.replace("\t86", "\t88").replace("Tersedianya Jamuan rapat", "Tersedianya jamuan")
    (folder / "rencana-aksi-2022-perubahan.txt").write_text(changed, encoding="utf-8")
    with xlsxwriter.Workbook(str(folder / "rencana-aksi-2023.xlsx")) as book:
        sheet = book.add_worksheet("Renaksi 2023")
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        for row, line in enumerate(plan.strip().replace("2022", "2023").split("\n")):
            for column, text in enumerate(line.replace("*", "").split("\t")):
                sheet.write_string(row, column, text.strip(), wrapped)
    with zipfile.ZipFile(folder / "semua-kantor.zip", "w") as archive:
        for name in ("rencana-aksi-2016.pdf", "rencana-aksi-2023.xlsx", "iku-2017.docx",
                     "rencana-aksi-2022-perubahan.txt", "pindaian.pdf"):  # fmt: skip
            archive.write(folder / name, name)


def bring_in(page: Page, folder: Path) -> None:
    """Pictures of bringing plans in: refused, reviewed in each format, compared, many at once."""
    office = "/opd/kemangkon"
    page.goto(f"{office}/antrean/")
    page.set_input_files("[name=documents]", folder / "semua-kantor.zip")
    page.click("main button.btn-primary")
    page.get_by_text("5 dari 5 berkas").wait_for()
    taken(page, "antrean")
    page.goto(f"{office}/rencana/unggah/")
    taken(page, "unggah")
    for name, file, row in UPLOADS:
        page.goto(f"{office}/rencana/unggah/")
        page.set_input_files("[name=documents]", folder / file)
        page.click("main button.btn-primary")
        if name == "bandingkan":
            page.goto(f"{page.url}bandingkan/")
        if row >= 0:
            page.locator("tr.of-row .pick").nth(row).focus()
            page.wait_for_timeout(1500)
            page.wait_for_load_state("networkidle")
        taken(page, name)


def taken(page: Page, name: str) -> None:
    """The picture of a page as it stands."""
    page.screenshot(path=PICTURES / f"{name}.png")
    print(f"docs/guide/pictures/{name}.png")


def main() -> None:
    """Take every picture."""
    chromium = os.environ.get("RENAKSI_CHROMIUM") or shutil.which("chromium")
    if chromium is None:
        raise SystemExit("There is no chromium here: apt install chromium")
    PICTURES.mkdir(parents=True, exist_ok=True)
    with served() as (address, accounts), sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-gpu"]
        browser = playwright.chromium.launch(executable_path=chromium, args=arguments)
        for name, who, path, click, size in SHOTS:
            page = sign_in(browser, address, who, accounts[who], size)
            if path.endswith("/rencana/"):
                page.goto(path)
                page.locator("main a[href*='/rencana/']").first.click()
            else:
                page.goto(path)
            if click:
                page.get_by_role("link", name=click).first.click()
                page.wait_for_timeout(800)
            taken(page, name)
            page.context.close()
        with tempfile.TemporaryDirectory(prefix="renaksi-filed-") as folder:
            filed(Path(folder))
            wide = sign_in(browser, address, "operator", accounts["operator"], WIDER)
            bring_in(wide, Path(folder))
        browser.close()


if __name__ == "__main__":
    main()
