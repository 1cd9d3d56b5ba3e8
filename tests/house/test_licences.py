"""What Renaksi builds on is listed with its licence, and each licence lets governments share it."""

from __future__ import annotations

import hashlib
import importlib.metadata
import re

import pytest

from tests.house.repository import ROOT, locked, rows_of_tables

PAGE = ROOT / "docs/licences.md"
ACCEPTED = {
    "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "LGPL-3.0-only", "MIT", "MIT-0",
    "MIT-CMU", "MPL-2.0",
    "PSF-2.0",
}  # fmt: skip

# How package metadata writes the same licences where it holds no SPDX expression.
WRITTEN = {
    "Apache 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD": "BSD-3-Clause",
    "BSD 2-Clause License": "BSD-2-Clause",
    "BSD License": "BSD-3-Clause",
    "BSD-3-Clause, Apache-2.0, dependency licenses": "Apache-2.0 AND BSD-3-Clause",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}

VENDORED = {
    row[0].strip("`"): (row[2], row[3]) for row in rows_of_tables(PAGE) if "/vendor/" in row[0]
}
LISTED = {row[0]: row[1] for row in rows_of_tables(PAGE) if "`" not in row[0]}


def declared(package: str) -> str:
    """The licence that a package's own metadata states."""
    fields = importlib.metadata.metadata(package).json
    stated = fields.get("license_expression") or fields.get("license") or ""
    if not stated or len(stated) > 60:
        licences = (c for c in fields["classifier"] if c.startswith("License :: "))
        stated = next(licences).rsplit(" :: ", 1)[1]
    assert isinstance(stated, str)
    return WRITTEN.get(stated, stated)


def test_every_locked_package_is_listed_and_no_other() -> None:
    assert LISTED.keys() == locked("dev").keys() | locked("compile").keys()


@pytest.mark.parametrize("package", sorted(LISTED))
def test_a_listed_licence_is_accepted(package: str) -> None:
    choices = [set(choice.split(" AND ")) for choice in LISTED[package].split(" OR ")]
    assert any(choice <= ACCEPTED for choice in choices)


@pytest.mark.parametrize("package", sorted(LISTED))
def test_a_listed_licence_is_the_one_that_the_package_declares(package: str) -> None:
    try:
        stated = declared(package)
    except importlib.metadata.PackageNotFoundError:
        # Locked for another platform or for compiling alone: only the table can be read.
        assert package in ("colorama", "setuptools", "tzdata")
        return
    assert stated == LISTED[package]


def test_every_shipped_data_file_is_listed_with_its_terms() -> None:
    page = PAGE.read_text(encoding="utf-8")
    shipped = [
        path.relative_to(ROOT).as_posix()
        for folder in ("src", "examples")
        for path in (ROOT / folder).rglob("*")
        if re.fullmatch(r"\.(csv|gz|bin|txt|xlsx|docx|pdf|tsv)", path.suffix)
    ]
    assert shipped
    assert [path for path in shipped if f"`{path}`" not in page] == []


def test_every_shipped_typeface_is_listed_with_its_hash_and_lies_beside_its_licence() -> None:
    folder = ROOT / "src/renaksi/render/printed/typefaces"
    listed = {
        row[0].strip("`"): (row[2], row[3])
        for row in rows_of_tables(PAGE)
        if "/typefaces/" in row[0]
    }
    files = sorted(folder.glob("*.otf"))
    assert [file.relative_to(ROOT).as_posix() for file in files] == sorted(listed)
    for file in files:
        licence, sha256 = listed[file.relative_to(ROOT).as_posix()]
        assert licence == "GUST Font License 1.0"
        assert hashlib.sha256(file.read_bytes()).hexdigest() == sha256
    assert "GUST Font License" in (folder / "LICENSE.txt").read_text(encoding="utf-8")


def test_every_vendored_file_is_listed_with_its_hash_and_lies_beside_its_licence() -> None:
    folders = ("src/renaksi_web/web/static/vendor", "tests/browser/vendor")
    files = [file for folder in folders for file in (ROOT / folder).rglob("*.*")]
    assert {file.relative_to(ROOT).as_posix() for file in files} == VENDORED.keys()
    for file in files:
        licence, sha256 = VENDORED[file.relative_to(ROOT).as_posix()]
        assert hashlib.sha256(file.read_bytes()).hexdigest() == sha256, file
        assert licence in ACCEPTED
        assert file.with_name("LICENSE").stat().st_size > 500
