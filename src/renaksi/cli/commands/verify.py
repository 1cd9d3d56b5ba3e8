"""`renaksi verify`: who signed a PDF, whether it is unchanged since, and who vouches for that."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from renaksi.cli.arguments import Parser, add_format
from renaksi.cli.screen import Screen, printable
from renaksi.diagnostics import Words, spoken

if TYPE_CHECKING:
    from renaksi.signatures.verdict import Signature

SUMMARY: Final = Words(
    "periksa tanda tangan elektronik pada PDF: siapa, kapan, dan apakah berkasnya masih utuh",
    "check a PDF's electronic signatures: who, when, and whether the file is unchanged",
)
_FILE: Final = Words("berkas PDF; “-” membaca masukan baku", "PDF file; “-” reads standard input")
_TRUST: Final = Words(
    "sertifikat penerbit yang dipercaya (.pem, .crt, .cer); boleh berulang",
    "certificate of an issuer to trust (.pem, .crt, .cer); may be repeated",
)
_TIME: Final = Words("Waktu: {time}", "Time: {time}")
_STYLES: Final = {"sound": "green", "changed": "error", "unreadable": "error"}


def arguments(parser: Parser) -> None:
    """FILE, whom to trust, and how to tell it."""
    lang = parser.lang
    parser.inputs.add_argument("file", metavar="FILE", help=spoken(_FILE, lang))
    parser.options.add_argument(
        "--trust", action="append", default=[], metavar="CERT", help=spoken(_TRUST, lang)
    )
    add_format(parser)


def run(args: Namespace, screen: Screen) -> int:
    """Tell what the signatures say; 0 only where all is in order and somebody vouches for it."""
    import json
    from datetime import UTC, datetime

    from renaksi.cli.signed_files import done_with, file_bytes
    from renaksi.signatures.verdict import from_json, standing, to_json
    from renaksi.signatures.wording import headline, sentences

    roots = [file_bytes(name) for name in args.trust]
    moment = datetime.now(UTC)

    def task(data: bytes) -> bytes:
        from renaksi.signatures.verify import verify

        return json.dumps(to_json(verify(data, roots, moment))).encode()

    told = json.loads(done_with(args.file, file_bytes(args.file), task))
    found = from_json(told)
    if args.format == "json":
        told["headline"] = headline(found, screen.lang)
        for one, signature in zip(told["signatures"], found, strict=True):
            one["sentences"] = list(sentences(signature, screen.lang))
        screen.write_json({"schema": told["schema"], "file": args.file, **told})
    else:
        screen.write(*_lines(found, screen))
    return 0 if standing(found) == "sound" else 1


def _lines(found: Sequence[Signature], screen: Screen) -> Iterator[str]:
    """The verdict first, then each signature, and what was not looked at."""
    from textwrap import wrap

    from renaksi.signatures import wording
    from renaksi.signatures.verdict import standing

    lang = screen.lang
    style = _STYLES.get(standing(found), "yellow")
    for line in wrap(wording.headline(found, lang), screen.width):
        yield screen.style(style, line)
    for number, one in enumerate(wording.in_zone(found, None), 1):
        name = ", ".join(filter(None, (one.signer, one.organisation))) or one.field
        time = screen.say(_TIME, time=wording.time_stated(one, lang))
        yield ""
        yield screen.style("bold", f"{number}. {printable(name)}")
        for sentence in (time, *wording.sentences(one, lang)):
            yield from wrap(
                printable(sentence), screen.width, initial_indent="   ", subsequent_indent="   "
            )
    yield ""
    yield from wrap(spoken(wording.REVOCATION if found else wording.PICTURES, lang), screen.width)
