"""Every sentence of the pages has its English, and the compiled catalogue is of today."""

from __future__ import annotations

import ast
import gettext
import re
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.utils.translation import templatize

from tests.house.repository import ROOT

PACKAGE = ROOT / "src/renaksi_web"
CATALOGUE = Path(str(settings.LOCALE_PATHS[0])) / "en/LC_MESSAGES/django.mo"
CALLS = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext"}


def sentences() -> Iterator[tuple[Path, str]]:
    """Every sentence that is to be translated, with the file that says it."""
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in CALLS:
                first = node.args[0]
                assert isinstance(first, ast.Constant), f"{path}:{node.lineno} is no plain sentence"
                yield path, str(first.value)
    for path in PACKAGE.rglob("*.html"):
        code = templatize(path.read_text(encoding="utf-8"))
        for quoted in re.findall(r"gettext\((u?(?:'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"))", code):
            yield path, ast.literal_eval(quoted)


def test_every_sentence_has_its_english() -> None:
    with CATALOGUE.open("rb") as file:
        catalogue = gettext.GNUTranslations(file)
    known = {key if isinstance(key, str) else key[0] for key in catalogue._catalog}  # type: ignore[attr-defined]
    said = {(path.name, text) for path, text in sentences()}
    assert len(said) > 80
    assert [pair for pair in sorted(said) if pair[1] not in known] == [], "run `make messages`"


def test_the_compiled_catalogue_is_that_of_the_readable_one() -> None:
    words = CATALOGUE.with_suffix(".po").read_text(encoding="utf-8")
    assert "#, fuzzy" not in words
    with CATALOGUE.open("rb") as file:
        compiled = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]
    for told, translated in compiled.items():
        if told and isinstance(told, str):
            for text in (told, translated):
                assert f'"{text}"'.replace("\n", "\\n") in words, "run `make messages`"
    assert words.count("\nmsgid ") == len({k if isinstance(k, str) else k[0] for k in compiled})
