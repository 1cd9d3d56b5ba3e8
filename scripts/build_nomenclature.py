"""Makes the fast form of the official catalogue from the CSV files beside it.

Run ``python -m scripts.build_nomenclature`` after a new edition has been put into
``src/renaksi/nomenclature/data`` or after `renaksi.nomenclature.names` has changed. The
CSV files stay the source; a test compares the result with them.
"""

from __future__ import annotations

import csv
import gzip
import io
import pathlib
import re
from collections import Counter

from renaksi.nomenclature import catalogue
from renaksi.nomenclature.names import key_of, normal_name
from renaksi.readers import pages

_WORD = re.compile(r"[^\W\d_]{3,}")
DATA = pathlib.Path(catalogue.__file__).parent / "data"

WORDS = pathlib.Path(pages.__file__).parent / "common_words.txt"


def source_rows() -> dict[str, dict[str, str]]:
    """Every line of both CSV files by its code; an office's copy of the template is left out."""
    with gzip.open(DATA / "nomenclature_kabkota.csv.gz", "rt", encoding="utf-8", newline="") as f:
        rows = {row["code"]: row for row in csv.DictReader(f)}
    kecamatan = (DATA / "nomenclature_kecamatan.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(io.StringIO(kecamatan)):
        if not row["code"].startswith("7.01.01"):
            rows[row["code"]] = row
    return rows


def built() -> dict[str, str]:
    """File name → content of each derived file."""
    parts: dict[bool, list[str]] = {True: [], False: []}
    words = set()
    for code, row in sorted(source_rows().items()):
        texts = (row["name"], row["performance"], row["indicator"], row["unit"])
        line = "\t".join((code, key_of(row["name"]), *texts))
        small = row["level"] == "field" or code.startswith(("7.01", "X.XX"))
        parts[small].append(line + "\n")
        if row["level"] != "field":
            words.add(normal_name(row["name"]).split()[0])
    return {
        "catalogue_kecamatan.tsv": "".join(parts[True]),
        "catalogue_offices.tsv": "".join(parts[False]),
        "first_words.txt": "\n".join(sorted(words)) + "\n",
    }


def common_words() -> str:
    """The words that official names and indicators use more than twice, in small letters.

    By them the reader of pages tells what a narrow column broke in the middle of a word.
    """
    counts: Counter[str] = Counter()
    for row in source_rows().values():
        for text in (row["name"], row["performance"], row["indicator"]):
            counts.update(word.casefold() for word in _WORD.findall(text))
    return "\n".join(sorted(word for word, count in counts.items() if count > 2)) + "\n"


def main() -> None:
    """Write the derived files."""
    for name, content in built().items():
        (DATA / name).write_text(content, encoding="utf-8", newline="\n")
        print(f"{name}: {content.count(chr(10))} lines")
    WORDS.write_text(common_words(), encoding="utf-8", newline="\n")
    print(f"{WORDS.name}: {common_words().count(chr(10))} words")


if __name__ == "__main__":
    main()
