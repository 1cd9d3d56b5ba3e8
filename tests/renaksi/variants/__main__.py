"""Shows a variant with its truth and its reading, or sums up how many readings hold.

python -m tests.renaksi.variants --seed 17 --show
python -m tests.renaksi.variants --count 200
python -m tests.renaksi.variants --count 1000 --only "lose tabs" --findings
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable

from tests.renaksi.variants.judge import Verdict
from tests.renaksi.variants.truth import QUARTERS, Truth
from tests.renaksi.variants.variant import Variant, variant


def main(arguments: list[str] | None = None) -> int:
    """Run the command; 1 where a reading breaks a threshold."""
    parser = argparse.ArgumentParser(prog="python -m tests.renaksi.variants")
    parser.add_argument("--seed", type=int, help="one variant, or the first of --count")
    parser.add_argument("--count", type=int, help="judge so many variants and sum up")
    parser.add_argument("--defects", type=int, help="so many operators instead of two to four")
    parser.add_argument("--show", action="store_true", help="print document, truth and reading")
    parser.add_argument("--unread", action="store_true", help="with --show: do not read it")
    parser.add_argument("--only", help="only variants whose layout or operators contain this")
    parser.add_argument("--findings", action="store_true", help="with --count: list them all")
    options = parser.parse_args(arguments)
    if options.count is None:
        made = variant(options.seed or 0, defects=options.defects)
        return _one(made, show=options.show, unread=options.unread)
    seeds = range(options.seed or 0, (options.seed or 0) + options.count)
    variants = (variant(seed, defects=options.defects) for seed in seeds)
    return _many(variants, options.only, findings=options.findings)


def _one(made: Variant, *, show: bool, unread: bool) -> int:
    if show:
        _print(f"== seed {made.seed}: {describe(made)}")
        for n, line in enumerate(made.text.splitlines(), start=1):
            _print(f"{n:4} {line.replace(chr(9), '⇥')}")
        _print("\n== truth")
        print_truth(made.truth)
    if unread:
        return 0
    from tests.renaksi.variants.readings import judged

    verdict = judged(made)
    _print("\n== reading")
    print_findings(made, verdict)
    _print(str(dict(verdict.counts)))
    return 0 if verdict.holds() else 1


def _many(variants: Iterable[Variant], only: str | None, *, findings: bool) -> int:
    from tests.renaksi.variants.readings import judged

    total = Verdict()
    groups: dict[str, Verdict] = {}
    failing: dict[str, list[int]] = {}
    for made in variants:
        marks = (f"layout {made.style.layout}", f"borders {made.style.borders}",
                 f"form {made.style.form}", *made.operators)  # fmt: skip
        if only and not any(only in mark for mark in marks):
            continue
        verdict = judged(made)
        total.merge(verdict)
        for mark in marks:
            groups.setdefault(mark, Verdict()).merge(verdict)
            if verdict.wrong or verdict.counts["flagged"]:
                failing.setdefault(mark, []).append(made.seed)
        if findings:
            print_findings(made, verdict)
    _print(f"{'':42}{'cells':>8}{'right':>9}{'flagged':>8}{'wrong':>7}{'doubt':>8}  failing seeds")
    for mark in sorted(groups, key=lambda mark: -groups[mark].wrong):
        _print(_line(mark, groups[mark], failing.get(mark, [])))
    _print(_line("all", total, []))
    _print("wrong by field: " + str(_by_field(total)))
    _print(f"lost in silence: {total.counts['lost in silence']}, places right"
           f" {total.counts['place right']}, wrong {total.counts['place wrong']}")  # fmt: skip
    return 0 if total.holds() else 1


def _line(mark: str, verdict: Verdict, seeds: list[int]) -> str:
    some = " ".join(map(str, seeds[:8])) + (f" (+{len(seeds) - 8})" if len(seeds) > 8 else "")
    return (
        f"{mark:42}{verdict.surviving:8}{verdict.right_share:9.3%}"
        f"{verdict.counts['flagged']:8}{verdict.wrong:7}{verdict.doubt_share:8.2%}  {some}"
    )


def _by_field(verdict: Verdict) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for (outcome, field), n in verdict.fields.items():
        if outcome in {"wrong", "wrong, lost", "invented"}:
            counts[field] += n
    return dict(counts.most_common())


def describe(made: Variant) -> str:
    """Layout, borders and operators in one line."""
    style = made.style
    return f"{style.layout}, {style.form}, {style.borders}; {', '.join(made.operators)}"


def print_truth(truth: Truth) -> None:
    """The truth as an indented outline; lost cells stand in parentheses."""
    depth: dict[int | None, int] = {None: -1}
    for i, element in enumerate(truth.elements):
        depth[i] = depth[element.parent] + 1
        pad = "  " * depth[i]
        codes = "/".join(str(code) for code in element.codes)
        _print(f"{pad}{element.level} {element.number or '~'} | {codes} | {element.name}")
        for r, row in enumerate(element.rows):
            texts = [
                _lost(truth, (i, r, "number"), row.number),
                _lost(truth, (i, r, "name"), row.name),
                _lost(truth, (i, r, "unit"), row.unit),
                *(_lost(truth, (i, r, q), row.cells[q].text) for q in (*QUARTERS, "year")
                  if q in row.cells),
            ]  # fmt: skip
            _print(f"{pad}  + " + " | ".join(texts))


def _lost(truth: Truth, key: tuple[int, int, str], text: str | None) -> str:
    shown = "~" if text is None else text
    return f"({shown})" if key in truth.lost else shown


def print_findings(made: Variant, verdict: Verdict) -> None:
    """Each cell that is not plainly right, with the lines that print its evidence."""
    for outcome, (i, r, field), expected, got in verdict.findings:
        element = made.truth.elements[i] if i >= 0 else None
        at = sorted(made.truth.lines.get((i, r, field), ()))[:4]
        where = f"{element.level} «{element.name[:50]}»" if element else "document"
        row = f" row {r}" if r >= 0 else ""
        _print(f"seed {made.seed}: {outcome}: {where}{row} {field}: "
               f"expected {expected!r}, got {got!r}, lines {at}")  # fmt: skip


def _print(text: str) -> None:
    sys.stdout.write(text + "\n")


if __name__ == "__main__":
    sys.exit(main())
