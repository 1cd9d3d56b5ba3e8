"""Write docs/gallery.md and its pictures: every document as PDF and as Word file, side by side.

    python scripts/gallery.py

The pictures are made by the program from sample data: the PDF as it is, the Word file as
LibreOffice shows it (`soffice` must be there). What stands beside them is the list that the
tests hold the documents to (`tests/renaksi/reports/test_forms.py`).
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from decimal import Decimal
from pathlib import Path
from typing import Final, NamedTuple

import pypdfium2
from PIL import Image

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from renaksi.model import Cell, Plan  # noqa: E402 - the folders come first
from renaksi.quantity import show  # noqa: E402
from renaksi.render.printed import printed  # noqa: E402
from renaksi.reports import REPORTS, report  # noqa: E402
from renaksi.reports.tree import Document  # noqa: E402
from tests.renaksi.reports.paper import build, seed  # noqa: E402
from tests.renaksi.reports.test_forms import FORMS  # noqa: E402
from tests.renaksi.reports.year import YEAR  # noqa: E402

PAGE: Final = ROOT / "docs" / "gallery.md"
PICTURES: Final = ROOT / "docs" / "gallery"
HEIGHT: Final = 820  # of a picture, in dots
OFFICE: Final = shutil.which("soffice") or ""
COLOURS: Final = 48
GAP: Final = 12
EDGE: Final = "#9aa4ad"


class Shown(NamedTuple):
    """Which page of a document is shown, from 0, as PDF and as Word file."""

    pdf: int = 0
    docx: int = 0


# The page that shows the document best, where it is not the first.
PAGES: Final = {
    "laporan-kinerja": Shown(6, 6),
    "perjanjian-kinerja-perubahan": Shown(1, 1),
}
# Those that are shown with the plan as it was filed, with sample actuals; the others with a
# small plan that lacks nothing.
OF_THE_FILED_PLAN: Final = ("rencana-aksi", "pengukuran-triwulan", "pohon-kinerja")


def with_samples(plan: Plan) -> Plan:
    """Every target reported as reached to nine tenths."""
    elements = []
    for element in plan.elements:
        rows = []
        for row in element.indicators:
            reached = {
                key: Cell("set", value := cell.value * Decimal("0.9"), show(value))
                for key, cell in row.targets.items()
                if cell.value is not None
            }
            rows.append(row._replace(actuals=reached))
        elements.append(element._replace(indicators=tuple(rows)))
    return plan._replace(elements=tuple(elements))


def documents() -> dict[str, Document]:
    """Each document from sample data."""
    filed = with_samples(seed())
    return {
        name: build(name, filed if name in OF_THE_FILED_PLAN else YEAR, quarter=4, before=YEAR)
        for name in REPORTS
    }


def as_libreoffice_shows(made: dict[str, Document], folder: Path) -> dict[str, Path]:
    """The Word files as PDF."""
    for name, document in made.items():
        (folder / f"{name}.docx").write_bytes(printed(document, "docx"))
    subprocess.run(  # noqa: S603 - our own files
        [OFFICE, f"-env:UserInstallation=file://{folder}/profile", "--headless",
         "--convert-to", "pdf", "--outdir", str(folder),
         *(str(folder / f"{name}.docx") for name in made)],
        check=True, capture_output=True,
    )  # fmt: skip
    return {name: folder / f"{name}.pdf" for name in made}


def page_of(data: bytes, number: int) -> Image.Image:
    """One page as a picture of the common height, with an edge around it."""
    file = pypdfium2.PdfDocument(data)
    page = file[min(number, len(file) - 1)]
    drawn = page.render(scale=HEIGHT / page.get_height()).to_pil().convert("RGB")
    file.close()
    framed = Image.new("RGB", (drawn.width + 2, drawn.height + 2), EDGE)
    framed.paste(drawn, (1, 1))
    return framed


def side_by_side(left: Image.Image, right: Image.Image) -> Image.Image:
    """Two pages beside each other, in few colours."""
    size = (left.width + GAP + right.width, max(left.height, right.height))
    both = Image.new("RGB", size, "white")
    both.paste(left, (0, 0))
    both.paste(right, (left.width + GAP, 0))
    return both.quantize(COLOURS)


def described(name: str, made: Document) -> list[str]:
    """The document's part of the page."""
    form, found = FORMS[name], report(name)
    lines = [f"## {found.title.id}", "", f"*{found.title.en}.* {form.cited}", ""]
    for number, table in enumerate(form.columns, 1):
        rows = [row for row in table if row[0] != "(1)"]  # not the numbers of the columns
        words = " · ".join(one for row in rows for one in dict.fromkeys(row)).replace("\n", " ")
        lines.append(f"{number}. {words}")
    signs = "; ".join(above.rstrip(",:") for above, _ in form.signs)
    lines += ["", f"Tanda tangan: {signs}." if signs else "Tanpa tanda tangan.", ""]
    alt = f"{made.title}: PDF di kiri, Word di kanan"
    return [*lines, f"![{alt}](gallery/{name}.png)", ""]


HEAD: Final = """# Galeri dokumen resmi

Setiap dokumen sebagai PDF (kiri) dan sebagai berkas Word yang dibuka di LibreOffice (kanan), dari
data contoh; nama pejabat dan angkanya bukan sungguhan. Di atasnya susunan kolom menurut peraturan
atau naskah asalnya, yang juga dipegang oleh pengujian. Dibuat ulang dengan
`python scripts/gallery.py`.

*In English:* every document as PDF (left) and as a Word file opened in LibreOffice (right), from
sample data. Above each picture stand the columns of the regulation or the filed document that it
follows; the tests hold the documents to the same list. [What each is made from](documents.md).
"""


def main() -> int:
    """Write the pictures and the page; gives 2 where LibreOffice is not there."""
    if not OFFICE:
        sys.stderr.write("The gallery needs LibreOffice (apt install libreoffice-writer).\n")
        return 2
    made = documents()
    lines = [HEAD]
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        word = as_libreoffice_shows(made, Path(folder))
        for name, document in made.items():
            shown = PAGES.get(name, Shown())
            both = side_by_side(
                page_of(printed(document, "pdf"), shown.pdf),
                page_of(word[name].read_bytes(), shown.docx),
            )
            both.save(PICTURES / f"{name}.png", optimize=True)
            lines.append("\n".join(described(name, document)))
    PAGE.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
