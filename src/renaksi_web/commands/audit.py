"""Verify the audit record, export it, or write down how far it reaches."""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from django.conf import settings

from renaksi_web import clock
from renaksi_web.audit import checkpoints, selectors
from renaksi_web.audit.chain import Break, Link, canonical
from renaksi_web.audit.checkpoints import Checkpoint


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which of the three; verifying takes an export, or without one the database."""
    parser.add_argument("what", choices=["verify", "export", "checkpoint"])
    parser.add_argument("export", nargs="?", type=Path, help="an exported record to verify")
    parser.add_argument("--checkpoints", type=Path, default=settings.VAR / checkpoints.FILE)


def run(chosen: argparse.Namespace) -> int:
    """Do it; verifying gives 1 where something broke."""
    if chosen.what == "export":
        sys.stdout.writelines(line + "\n" for line in exported())
        return 0
    if chosen.what == "checkpoint":
        write_checkpoints()
        return 0
    kept = _kept(chosen.checkpoints)
    found = verify_export(chosen.export, kept) if chosen.export else verify_database(kept)
    for organisation, broken in found:
        name = "installation" if organisation is None else f"organisation {organisation}"
        sys.stdout.write(f"{name}, event {broken.number}: {broken.what}\n")
    if not found:
        sys.stdout.write("The audit record is whole.\n")
    return bool(found)


Found = list[tuple[int | None, Break]]
Kept = dict[int | None, list[Checkpoint]]


def exported() -> Iterator[str]:
    """Every event of every chain, one line each."""
    for chain in selectors.chains():
        for link in selectors.links(chain):
            yield canonical({"organisation": chain.organisation_id, **link._asdict()})


def write_checkpoints() -> None:
    """Add one signed line for each chain to the file in the var folder."""
    at = clock.real_now().isoformat(timespec="seconds")
    lines = [Checkpoint(c.organisation_id, c.length, c.head, at) for c in selectors.chains()]
    checkpoints.append(settings.VAR, lines, settings.SECRET_KEY.encode())


def verify_export(export: Path, kept: Kept) -> Found:
    """What broke in an exported record; it needs no database."""
    with export.open(encoding="utf-8") as file:
        chains = _by_chain(file)
    return [
        (organisation, broken)
        for organisation in dict.fromkeys([*chains, *kept])
        for broken in checkpoints.breaks_against(chains[organisation], kept[organisation])
    ]


def verify_database(kept: Kept) -> Found:
    """What broke in the database's record."""
    chains = selectors.chains()
    found: Found = [(c.organisation_id, broken) for c in chains for broken in selectors.verify(c)]
    known = {chain.organisation_id: chain for chain in chains}
    for organisation, marks in list(kept.items()):
        links = selectors.links(known[organisation]) if organisation in known else iter(())
        against = checkpoints.breaks_against(links, marks)
        found += [(organisation, b) for b in against if (organisation, b) not in found]
    return found


def _by_chain(lines: Iterable[str]) -> defaultdict[int | None, list[Link]]:
    chains: defaultdict[int | None, list[Link]] = defaultdict(list)
    for text in lines:
        told = json.loads(text)
        organisation = told.pop("organisation")
        chains[organisation].append(Link(**told))
    return chains


def _kept(path: Path) -> defaultdict[int | None, list[Checkpoint]]:
    found: defaultdict[int | None, list[Checkpoint]] = defaultdict(list)
    if path.exists():
        with path.open(encoding="utf-8") as file:
            for checkpoint in checkpoints.read(file, settings.SECRET_KEY.encode()):
                found[checkpoint.organisation].append(checkpoint)
    return found
