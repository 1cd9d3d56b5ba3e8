"""Ask veraPDF whether every official document is what its file states: PDF/UA-1 and PDF/A-2a.

    python scripts/standards.py CLASSPATH [FILE.pdf …]

CLASSPATH holds the jars of veraPDF's validator and of JAXB, with colons between; a Java of
version 11 or newer with its compiler runs `Standards.java` on them. Where both were found for
the last run is told in docs/documents.md. Every document is printed complete and as a draft, with
and without a date, on each paper, and signed once and twice; files that are named are asked
too. Each is held to what it states itself. Ends with 1 where a statement is not true.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final, cast

ROOT: Final = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from lxml import etree  # noqa: E402 - the folders come first
from pyhanko.pdf_utils.reader import PdfFileReader  # noqa: E402

from renaksi.render.printed import printed  # noqa: E402
from renaksi.reports import REPORTS  # noqa: E402
from renaksi.reports.matter import Choices  # noqa: E402
from renaksi.reports.tree import Paper  # noqa: E402
from renaksi.signatures.sign import Spot  # noqa: E402
from scripts.gallery import documents  # noqa: E402
from tests.renaksi.reports.paper import OFFICE, build, seed  # noqa: E402
from tests.renaksi.reports.year import YEAR  # noqa: E402
from tests.renaksi.signatures.papers import holder  # noqa: E402
from tests.renaksi.signatures.test_signing import signed  # noqa: E402

# What a file may state, as its metadata names it, and veraPDF's name of it.
STATEMENTS: Final = {
    "http://www.aiim.org/pdfua/ns/id/": "ua1",
    "http://www.aiim.org/pdfa/ns/id/": "2a",
}
JAVA: Final = shutil.which("java") or ""


def files() -> Iterator[tuple[str, bytes]]:
    """Every document under a name that tells how it was made."""
    for name, document in documents().items():
        whole = printed(document, "pdf")
        once = signed(whole, holder(), spot=Spot(1, (20, 10)))
        yield name, whole
        yield f"{name}-signed", once
        twice = signed(once, holder("Budi Santoso", 2), spot=Spot(1, (105, 10)))
        yield f"{name}-signed-twice", twice
        yield f"{name}-signed-unseen", signed(whole, holder(), visible=False)
    for name in REPORTS:
        undated = OFFICE._replace(dated=None)
        yield f"{name}-draft", printed(build(name, seed(), office=undated, quarter=2), "pdf")
        for paper in ("f4", "a3"):
            choices = Choices(cast(Paper, paper), "columns")
            made = build(name, YEAR, quarter=4, before=YEAR, choices=choices)
            yield f"{name}-{paper}", printed(made, "pdf")


def stated(data: bytes) -> list[str]:
    """What the file states of itself, in veraPDF's names."""
    metadata = etree.fromstring(PdfFileReader(io.BytesIO(data)).root["/Metadata"].data)
    names = {str(one.tag) for one in metadata.iter() if isinstance(one.tag, str)}
    names |= {str(name) for one in metadata.iter() for name in one.attrib}
    return [short for space, short in STATEMENTS.items() if f"{{{space}}}part" in names]


def main(classpath: str, more: list[str]) -> int:
    """Print, ask, and hand on veraPDF's answer."""
    if not JAVA:
        sys.stderr.write("Asking veraPDF needs Java.\n")
        return 2
    with tempfile.TemporaryDirectory() as folder:
        asked = []
        for name, data in (*files(), *((path, Path(path).read_bytes()) for path in more)):
            path = Path(folder) / f"{name.replace('/', '_')}.pdf"
            path.write_bytes(data)
            if told := stated(data):
                asked.append(f"{','.join(told)}={path}")
        command = [JAVA, "-cp", classpath, str(ROOT / "scripts/Standards.java"), *asked]
        return subprocess.run(command, check=False).returncode  # noqa: S603 - our own files


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2:]))
