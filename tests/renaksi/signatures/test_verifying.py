"""Verifying: tampered, extended, unvouched and lapsed are told apart, and nothing bad looks good."""

from __future__ import annotations

import io
import re

import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from renaksi.diagnostics import Unreadable
from renaksi.signatures.verdict import Signature, standing
from renaksi.signatures.verify import verify
from renaksi.signatures.wording import (
    PICTURES,
    STANDINGS,
    headline,
    moment_in_words,
    sentences,
)
from tests.renaksi.signatures.papers import (
    MOMENT,
    YEAR,
    authority,
    holder,
    locked_paper,
    paper,
)
from tests.renaksi.signatures.test_signing import seen, signed


def only(data: bytes, roots: tuple[bytes, ...] = (), moment=MOMENT) -> Signature:  # type: ignore[no-untyped-def]
    (one,) = verify(data, roots, moment)
    return one


def test_a_changed_byte_is_found_wherever_it_stands() -> None:
    data = signed(paper(), holder())
    found = re.search(rb"/ByteRange \[0 (\d+) (\d+) \d+", data)
    assert found
    before, behind = int(found[1]), int(found[2])
    value = before + len(data[before:behind].rstrip(b"0>"))  # the end of the signature's own value
    places = [100, len(paper()) // 2, before - 40, value - 20, behind + 20, len(data) - 30]
    for at in places:
        tampered = bytearray(data)
        tampered[at] ^= 1
        try:
            assert standing(seen(bytes(tampered))) in ("changed", "unreadable"), at
        except Unreadable:
            continue


def test_a_changed_byte_of_the_page_is_told_as_a_change() -> None:
    data = signed(paper(), holder())
    tampered = bytearray(data)
    start = data.index(b"stream\n") + 30
    tampered[start] ^= 1
    (one,) = seen(bytes(tampered))
    assert one.content == "changed"
    assert headline((one,), "id").startswith("Jangan dipercaya")


def test_a_page_that_is_changed_by_an_addition_is_a_change() -> None:
    writer = IncrementalPdfFileWriter(io.BytesIO(signed(paper(), holder())))
    more = writer.add_object(generic.StreamObject(stream_data=b"0 0 200 200 re f"))
    writer.add_stream_to_page(0, more)
    out = io.BytesIO()
    writer.write(out)
    (one,) = seen(out.getvalue())
    assert one.content == "changed"
    assert standing((one,)) == "changed"


def test_bytes_behind_the_end_are_never_told_as_unchanged() -> None:
    (one,) = seen(signed(paper(), holder()) + b"\n% tambahan\n")
    assert one.content != "unchanged"


def test_a_signature_over_a_part_of_the_file_is_a_change() -> None:
    data = signed(paper(), holder())
    found = re.search(rb"/ByteRange \[0 (\d+) (\d+) (\d+)", data)
    assert found
    shorter = str(int(found[3]) - 5).encode().ljust(len(found[3]))
    cut = data[: found.start(3)] + shorter + data[found.end(3) :]
    (one,) = seen(cut)
    assert one.content in ("changed", "unreadable")


def test_a_self_made_certificate_is_unchanged_but_nobody_vouches() -> None:
    one = only(signed(paper(), holder("Camat Palsu", 3, self_made=True)), (authority(),))
    assert (one.content, one.vouching) == ("unchanged", "self_made")
    assert standing((one,)) == "unvouched"
    assert "tidak ada yang menjamin" in headline((one,), "id")
    assert headline((one,), "en") == "The content is unchanged, but nobody vouches for the signer."


def test_a_self_made_certificate_that_the_verifier_names_is_told_as_such() -> None:
    own = holder("Camat", 3, self_made=True)
    one = only(signed(paper(), own), (own.pem,))
    assert one.vouching == "named"
    assert "dibuat sendiri" in " ".join(sentences(one, "id"))


def test_an_issuer_whom_nobody_named_vouches_for_nothing() -> None:
    one = only(signed(paper(), holder()))
    assert one.vouching == "unknown"
    assert "Penyelenggara Uji CA" in " ".join(sentences(one, "id"))
    assert standing((one,)) == "unvouched"


def test_another_authority_of_the_same_name_vouches_for_nothing() -> None:
    other = holder("Penyelenggara Uji CA", 4, self_made=True)
    assert only(signed(paper(), holder()), (other.pem,)).vouching == "unknown"


def test_a_certificate_that_ran_out_since_is_told_beside_who_issued_it() -> None:
    one = only(signed(paper(), holder()), (authority(),), MOMENT + 2 * YEAR)
    assert (one.content, one.vouching, one.validity) == ("unchanged", "trusted", "expired")
    assert standing((one,)) == "lapsed"
    assert "habis pada 25 November 2027" in " ".join(sentences(one, "id"))


def test_a_file_without_signatures_says_that_a_qr_code_is_none() -> None:
    assert verify(paper(), (), MOMENT) == ()
    assert headline((), "id") == "Berkas ini tidak memuat tanda tangan elektronik."
    assert "kode QR saja bukan tanda tangan elektronik tersertifikasi (TTE)" in PICTURES.id


def test_nothing_that_is_said_calls_a_signature_certified() -> None:
    said = [words.id for words in STANDINGS.values()]
    one = only(signed(paper(), holder()), (authority(),))
    said += sentences(one, "id")
    assert not [sentence for sentence in said if "tersertifikasi" in sentence or "TTE" in sentence]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"PK\3\4 bukan", "bukan PDF"),
        (b"", "bukan PDF"),
        (b"%PDF-1.7\n", "PDF ini rusak"),
        (paper()[:-600], "PDF ini rusak"),
        (locked_paper(), "dikunci dengan kata sandi"),
    ],
)
def test_a_file_that_cannot_be_verified_costs_one_sentence(data: bytes, says: str) -> None:
    with pytest.raises(Unreadable) as caught:
        verify(data, (), MOMENT)
    assert says in caught.value.message("id")


def test_a_list_of_issuers_that_is_none_costs_one_sentence() -> None:
    with pytest.raises(Unreadable) as caught:
        verify(paper(), (b"bukan sertifikat",), MOMENT)
    assert "bukan sertifikat" in caught.value.message("id")


def test_a_moment_names_the_zone_that_it_bears() -> None:
    from datetime import timedelta, timezone

    east = MOMENT.astimezone(timezone(timedelta(hours=9)))
    assert moment_in_words(east, "id") == "25 November 2026 pukul 14.20 WIT"
    assert moment_in_words(MOMENT, "en") == "25 November 2026 at 05:20 UTC"
