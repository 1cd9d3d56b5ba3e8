"""An office and plans for documents, and what stands on a printed file, for tests to look at."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from functools import cache

import docx
import openpyxl
import pdfplumber
from lxml import html

from renaksi.interpret import read_bytes, read_file
from renaksi.model import Plan
from renaksi.render.printed import printed
from renaksi.reports import report
from renaksi.reports.matter import Matter
from renaksi.reports.office import Office, Official
from renaksi.reports.tree import Cell, Document, Heading, Party, Signatures, Table
from tests.house.repository import ROOT

HEAD = Official(
    "Drs. CONTOH KEPALA, M.Si", "Camat Kemangkon", "19700101 199003 1 001", "Pembina Tk. I, IV/b"
)
OFFICE = Office(
    government="Pemerintah Kabupaten Purbalingga",
    name="Kecamatan Kemangkon",
    address="Jalan Contoh Nomor 1 Kemangkon",
    contact="Telepon (0281) 000000",
    place="Kemangkon",
    dated=date(2022, 1, 10),
    head=HEAD,
    superior=Official("CONTOH BUPATI, S.E.", "Bupati Purbalingga", elected=True),
    planner=Official(
        "Ir. CONTOH PERENCANA", "Kepala Bapperida", "19680101 199003 1 002", "Pembina, IV/a"
    ),
)


@cache
def seed() -> Plan:
    """The plan of Kemangkon as it was filed."""
    return read_file(ROOT / "examples/kemangkon-2022.txt")[0].plan


def build(name: str, plan: Plan | None = None, **matter: object) -> Document:
    """A document of the seed, or of another plan, with everything known of the office."""
    wanted = Matter(plan or seed(), OFFICE)._replace(**matter)
    return report(name).build(wanted)


def again(document: Document, format: str) -> Plan:
    """The plan that is read from the printed file."""
    return read_bytes(printed(document, format))[0].plan


def blocks(document: Document, kind: type) -> list[object]:
    """All blocks of a kind."""
    return [b for section in document.sections for b in section.blocks if isinstance(b, kind)]


def tables(document: Document) -> list[Table]:
    """All tables, in their order."""
    return [block for block in blocks(document, Table) if isinstance(block, Table)]


def headings(document: Document) -> list[str]:
    """All headings, in their order."""
    return [block.text for block in blocks(document, Heading) if isinstance(block, Heading)]


def heads(table: Table) -> list[list[str]]:
    """The words of a table's head, row by row."""
    return [[cell.text for cell in row] for row in table.head]


def cells(table: Table) -> Iterator[Cell]:
    """All cells of a table's body."""
    return (cell for row in table.body for cell in row)


def parties(document: Document) -> list[Party]:
    """Who signs."""
    found = [block for block in blocks(document, Signatures) if isinstance(block, Signatures)]
    return [party for block in found for party in block.parties]


def words_of(document: Document, format: str) -> str:
    """All words of the printed file, in reading order, with single spaces."""
    return " ".join(" ".join(_texts(printed(document, format), format)).split())


def _texts(data: bytes, format: str) -> Iterator[str]:
    if format == "pdf":
        with pdfplumber.open(io.BytesIO(data)) as file:
            yield from (page.extract_text() for page in file.pages)
    elif format == "docx":
        for node in docx.Document(io.BytesIO(data)).element.body.iter("{*}t", "{*}br", "{*}p"):
            yield node.text or ""
    elif format == "xlsx":
        for sheet in openpyxl.load_workbook(io.BytesIO(data)):
            for row in sheet.iter_rows(values_only=True):
                yield from (str(value) for value in row if value is not None)
    else:
        yield html.document_fromstring(data).text_content()
