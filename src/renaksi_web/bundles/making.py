"""Making what was ordered: one office after another, and at the end one archive of all.

An office's archive is written whole or not at all, so whatever ends in between costs that
office's few seconds and never mixes two states of its data. A row is taken by one conditional
update; of several processes only one makes it.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from typing import Any, Final

from django.db.models import F
from django.urls import reverse

import renaksi
from renaksi.render.printed.bundle import MANIFEST, put, put_list, write_bundle
from renaksi.reports.matter import Choices
from renaksi_web import clock
from renaksi_web.accounts.members import Member
from renaksi_web.accounts.selectors import memberships_for
from renaksi_web.bundles import places
from renaksi_web.bundles.models import Bundle, BundledOffice
from renaksi_web.plans import selectors
from renaksi_web.refusals import Refused
from renaksi_web.sheets.papers import Papers

MOST_TRIES: Final = 3
_B, _S = Bundle.State, BundledOffice.State


def make_next() -> bool:
    """Take one office that waits, or a bundle whose offices are done, and make it."""
    office = _taken_office()
    if office is not None:
        _make(office)
        return True
    bundle = _taken_bundle()
    if bundle is not None:
        _join(bundle)
        return True
    return False


def take_back() -> None:
    """Let what an ended process had taken wait again; asked only where no other is at work."""
    BundledOffice.objects.filter(state=_S.BEING_MADE).update(state=_S.WAITING)
    Bundle.objects.filter(state=_B.JOINING).update(state=_B.MAKING)


def waiting() -> bool:
    """Whether anything is left to make; at most two queries."""
    return (
        BundledOffice.objects.filter(state=_S.WAITING).exists()
        or Bundle.objects.filter(state=_B.MAKING).exists()
    )


def _taken_office() -> BundledOffice | None:
    while True:
        row = BundledOffice.objects.filter(state=_S.WAITING).order_by("pk").first()
        if row is None:
            return None
        same = BundledOffice.objects.filter(pk=row.pk, state=_S.WAITING)
        if same.update(state=_S.BEING_MADE, tries=F("tries") + 1):
            rows = BundledOffice.objects.select_related(
                "bundle__created_by", "organisation__government"
            )
            return rows.filter(pk=row.pk).first()


def _taken_bundle() -> Bundle | None:
    """A bundle none of whose offices waits or is being made."""
    open_ = BundledOffice.objects.filter(state__in=[_S.WAITING, _S.BEING_MADE])
    rows = Bundle.objects.filter(state=_B.MAKING).exclude(pk__in=open_.values("bundle"))
    for row in rows.order_by("pk"):
        same = Bundle.objects.filter(pk=row.pk, state=_B.MAKING)
        if same.update(state=_B.JOINING, tries=F("tries") + 1):
            row.tries += 1
            return row
    return None


def _make(row: BundledOffice) -> None:
    """One office's archive, and what became of it."""
    try:
        if row.tries > MOST_TRIES:
            raise Refused(
                id="Dokumen kantor ini berkali-kali menghentikan penyusunan; unduh satu per satu"
                " dari halaman Dokumen resmi untuk melihat yang mana.",
                en="This office's documents stopped their making again and again; take them one"
                " by one to see which.",
            )
        told = _written(row)
    except Refused as error:
        why = {"id": error.message("id"), "en": error.message("en")}
        _over(row, state=_S.LEFT_OUT, refusal=why)
        return
    found = places.measured(places.archive_of(row.bundle_id, row.organisation.slug))
    documents = told["documents"]
    _over(
        row, state=_S.MADE, documents=len(documents), size=found.size, sha256=found.sha256,
        drafts=sum(bool(one["lacks"]) for one in documents),
    )  # fmt: skip


def _over(row: BundledOffice, **became: Any) -> None:
    """Write down what became of an office; a bundle that was removed meanwhile leaves nothing."""
    if not BundledOffice.objects.filter(pk=row.pk, state=_S.BEING_MADE).update(**became):
        places.remove(row.bundle_id)


def _written(row: BundledOffice) -> dict[str, Any]:
    """Write the archive as of the moment of the order, on whatever day it is made."""
    bundle = row.bundle
    member = _member(row)
    with clock.set_to(bundle.created_at):
        plan = selectors.plan_of_year(member, bundle.year)
        papers = Papers(member, plan.pk, None, bundle.dated, _site(bundle, member))
        choices = Choices(bundle.paper, bundle.layout, bundle.cells)  # type: ignore[arg-type]
        about = {
            "organisation": member.organisation.name,
            "year": bundle.year,
            "revision": plan.revision,
            "as_of": clock.today().isoformat(),
        }
        with places.written(places.archive_of(bundle.pk, member.organisation.slug)) as out:
            return write_bundle(out, papers.of_the_year(choices), bundle.formats.split(","), about)


def _member(row: BundledOffice) -> Member:
    """Who ordered, as the office knows them today."""
    for known in memberships_for(row.bundle.created_by, "bundle.make"):
        if known.organisation.pk == row.organisation_id:
            return known
    raise Refused(
        id="Pemesan bundel tidak lagi mengelola kantor ini.",
        en="Who ordered the bundle no longer manages this office.",
    )


def _join(bundle: Bundle) -> None:
    """One archive of all offices, each in a folder of its name, with one list and checksums.

    Those of single offices are within it from then on, so no file lies on the disk twice.
    """
    path = places.archive_of(bundle.pk, places.ALL)
    rows = list(bundle.offices.select_related("organisation").order_by("organisation__slug"))
    made = [row for row in rows if row.state == _S.MADE]
    there = all(places.archive_of(bundle.pk, r.organisation.slug).exists() for r in made)
    if bundle.tries > MOST_TRIES or not there:
        Bundle.objects.filter(pk=bundle.pk).update(state=_B.FAILED)
        return
    sums: dict[str, str] = {}
    told: dict[str, Any] = {
        "schema": "renaksi/bundles/1", "made_with": renaksi.__version__, "year": bundle.year,
        "organisations": [],
        "left_out": [
            {"organisation": row.organisation.name, "because": (row.refusal or {}).get("id")}
            for row in rows if row.state == _S.LEFT_OUT
        ],
    }  # fmt: skip
    with places.written(path) as out, zipfile.ZipFile(out, "w") as whole:
        for row in made:
            told["organisations"].append(_add(whole, sums, row))
        put_list(whole, told, sums)
    found = places.measured(path)
    same = Bundle.objects.filter(pk=bundle.pk, state=_B.JOINING)
    if not same.update(state=_B.READY, size=found.size, sha256=found.sha256):
        places.remove(bundle.pk)
    for row in made:
        places.archive_of(bundle.pk, row.organisation.slug).unlink(missing_ok=True)


def _add(whole: zipfile.ZipFile, sums: dict[str, str], row: BundledOffice) -> dict[str, Any]:
    """Everything in one office's archive; gives what its list tells, under the new names."""
    slug = row.organisation.slug
    with zipfile.ZipFile(places.archive_of(row.bundle_id, slug)) as archive:
        told: dict[str, Any] = json.loads(archive.read(MANIFEST))
        for name in archive.namelist():
            data = archive.read(name)
            sums[f"{slug}/{name}"] = hashlib.sha256(data).hexdigest()
            put(whole, f"{slug}/{name}", data)
    for document in told["documents"]:
        for file in document["files"]:
            file["name"] = f"{slug}/{file['name']}"
    return {"folder": slug, **told}


def _site(bundle: Bundle, member: Member) -> str:
    """Where codes of the office's figures are looked up; nowhere, where the site has no address."""
    if not bundle.site:
        return ""
    return bundle.site + reverse("figures", args=[member.organisation.slug])
