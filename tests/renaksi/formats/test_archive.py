"""Archives: each file is a document of its own, and what is not read is told."""

from __future__ import annotations

import pytest

from renaksi.diagnostics import Unreadable
from renaksi.interpret import read_bytes
from renaksi.readers import read_document, read_documents
from renaksi.readers.limits import Limits
from tests.renaksi.formats.known_plans import written
from tests.renaksi.formats.packages import packed


def test_every_readable_file_of_an_archive_makes_a_plan_and_the_rest_is_told() -> None:
    files = {
        "a/plan.docx": written("docx", 1)[1],
        "b/plan.xls": written("xlsx", 2)[1],
        "foto.png": b"\x89PNG\r\n\x1a\n",
        "__MACOSX/._plan": b"x",
        "~$plan.docx": b"x",
    }
    readings = read_bytes(packed(files))
    assert len(readings) == 2
    told = [f.message("id") for f in readings[0].diagnostics if f.rule.slug == "file-not-read"]
    assert len(told) == 1
    assert "foto.png" in told[0]


def test_paths_that_climb_are_only_names() -> None:
    found, _ = read_documents(packed({"../../etc/passwd": b"URAIAN\tTARGET\n"}), Limits())
    assert [document.name for document in found] == ["../../etc/passwd"]


def test_an_archive_inside_an_archive_is_not_opened() -> None:
    inner = packed({"plan.txt": b"URAIAN\tTARGET\n"})
    with pytest.raises(Unreadable, match="inside an archive"):
        read_documents(packed({"inner.zip": inner}), Limits())


def test_an_archive_is_no_single_document() -> None:
    with pytest.raises(Unreadable, match="several files"):
        read_document(packed({"a.txt": b"x", "b.txt": b"y"}), Limits())


def test_files_of_an_archive_share_its_limits() -> None:
    files = {f"{n}.txt": b"baris\n" * 1000 for n in range(20)}
    limits = Limits(max_expanded=30_000)
    found, refused = read_documents(packed(files), limits)
    assert len(found) == 5
    assert len(refused) == 15
    with pytest.raises(Unreadable, match="5000 files"):
        read_documents(packed({f"{n}": b"" for n in range(5000)}), Limits())
