"""The path of a plan from file to plan: read, walk, match, settle parents, build."""

import os
import re
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from renaksi.diagnostics import Diagnostic, Unreadable
from renaksi.interpret import findings, omissions
from renaksi.interpret.appended import without_appended
from renaksi.interpret.beginning import lines_of, split
from renaksi.interpret.build import Builder
from renaksi.interpret.details import with_details
from renaksi.interpret.drafts import DraftElement, Note
from renaksi.interpret.field_rows import office_in
from renaksi.interpret.forms import without_form_words
from renaksi.interpret.parents import Matches, Parents, note_moved_programs
from renaksi.interpret.prose import without_prose
from renaksi.interpret.refusals import is_to_fill, lack_of, without_plan
from renaksi.interpret.several import plans_in
from renaksi.interpret.sheet_names import by_sheet_names
from renaksi.interpret.tables import Step, steps_of
from renaksi.interpret.titles import Heading, heading_of, year_of_header
from renaksi.interpret.walk import Walker
from renaksi.model import Coverage, Organisation, Place, Plan
from renaksi.nomenclature import regions
from renaksi.nomenclature.offices import is_district
from renaksi.nomenclature.resolver import KECAMATAN, Named, resolve
from renaksi.readers import read_document, read_documents
from renaksi.readers.document import Document, Row
from renaksi.readers.limits import Deadline, Limits, too_large
from renaksi.readers.opening import contents

if TYPE_CHECKING:
    from renaksi.interpret.exported import Stated


class Reading(NamedTuple):
    """A plan as it was read, and what its reading found."""

    plan: Plan
    diagnostics: tuple[Diagnostic, ...]


class Given(NamedTuple):
    """What a person states about a plan; it holds only where the document is silent."""

    organisation: str | None = None
    year: int | None = None

    def complete(
        self, known: Organisation | None, year: int | None
    ) -> tuple[Organisation | None, int | None]:
        """Organisation and year of the document, else the given ones."""
        stated = Organisation(self.organisation) if self.organisation else None
        return known or stated, year or self.year


NOTHING_GIVEN = Given()
DEFAULT_LIMITS = Limits()
# A plan in text may begin with a bracket, too.
_JSON = rb"\{\s*(?:[\"}]|$)|\[\s*(?:[\[{\"\]]|-?\d[\d.]*\s*,|$)"
_SHORTEST_TITLE = 6  # letters of a line above the tables that may stand on each page
_LEAST_QUARTERS = 3
_RULES = {rule.code: rule for rule in (*findings.RULES, *omissions.RULES)}


def read_file(
    path: str | os.PathLike[str], limits: Limits = DEFAULT_LIMITS, given: Given = NOTHING_GIVEN
) -> tuple[Reading, ...]:
    """The plans in a file. Raises `Unreadable` with one sentence where there is none to be had."""
    return read_bytes(contents(path, limits), limits, given)


def read_bytes(
    data: bytes, limits: Limits = DEFAULT_LIMITS, given: Given = NOTHING_GIVEN
) -> tuple[Reading, ...]:
    """The plans in the bytes of a file."""
    if len(data) > limits.max_bytes:
        raise too_large(len(data), limits)
    if _is_json(data):
        from renaksi import plan_json  # only here: most files are no JSON

        text = data.decode("utf-8-sig", errors="replace")
        return tuple(
            Reading(_completed(plan, given), found) for plan, found in plan_json.loads(text, _RULES)
        )
    return interpret_all(*read_documents(data, limits), limits, given)


def _is_json(data: bytes) -> bool:
    start = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    return start[:1] in (b"{", b"[") and re.match(_JSON, start) is not None


def interpret_all(
    documents: tuple[Document, ...],
    refused: tuple[tuple[str, Unreadable], ...],
    limits: Limits,
    given: Given,
) -> tuple[Reading, ...]:
    """The plans of several documents; those without one are told with the files ``refused``."""
    if len(documents) == 1 and not refused:
        return readings_of(documents[0], limits, given)
    readings: list[Reading] = []
    left = list(refused)
    for document in documents:
        try:
            readings.extend(readings_of(document, limits, given))
        except Unreadable as refusal:
            left.append((document.name or "", refusal))
    if not readings:
        raise left[0][1]
    told = omissions.of_files(left)
    readings[0] = readings[0]._replace(diagnostics=(*readings[0].diagnostics, *told))
    return tuple(readings)


def readings_of(
    document: Document, limits: Limits = DEFAULT_LIMITS, given: Given = NOTHING_GIVEN
) -> tuple[Reading, ...]:
    """The plans of a document: of each of its titles, or one of the whole.

    Raises `Unreadable` where it holds none.
    """
    document = by_sheet_names(without_appended(document))
    if _may_be_exported(document):
        from renaksi.interpret.exported import stated_in  # only here, as most were never ours

        stated = stated_in(document)
        if stated:
            return tuple(_built(each, document, given) for each in stated)
    parts = plans_in(document)
    if len(parts) > 1:
        try:
            return tuple(interpret(part, limits, given) for part in parts)
        except Unreadable:
            pass  # a title without a plan below it was no title
    return (interpret(document, limits, given),)


def _may_be_exported(document: Document) -> bool:
    """Whether the first row that holds anything has a column for the ids of elements."""
    head = next((row.cells for row in document.rows if any(row.cells)), ())
    return any(cell.lower() in ("id", "\ufeffid") for cell in head)


def _built(stated: "Stated", document: Document, given: Given) -> Reading:
    """The plan that exported rows state."""
    office = Organisation(stated.organisation) if stated.organisation else None
    organisation, year = given.complete(office, stated.year)
    heading = Heading(stated.title, stated.kind or "action_plan", organisation, year, None)
    notes: list[Note] = []
    organisation = _with_code(heading, notes)
    builder = Builder(stated.elements, _matches(stated.elements, organisation, year))
    plan = Plan(
        elements=stated.completed(builder.elements()),
        kind=heading.kind,
        title=heading.title,
        organisation=organisation,
        year=year,
    )
    found = builder.diagnostics([*notes, *builder.notes])
    return Reading(plan, (*found, *omissions.of_document(document, plan)))


def interpret_text(text: str, limits: Limits = DEFAULT_LIMITS) -> Reading:
    """The plan in a flattened text."""
    return interpret(read_document(text.encode(errors="surrogatepass"), limits), limits)


def interpret(
    document: Document, limits: Limits = DEFAULT_LIMITS, given: Given = NOTHING_GIVEN
) -> Reading:
    """The plan that a document's rows make. Raises `Unreadable` where they make none."""
    deadline = Deadline(limits.max_seconds)
    titles, body = split(document)
    heading = _heading(titles, body, given)
    walker = _walked(titles, body, heading, deadline)
    elements = walker.outline.elements
    notes = walker.notes
    organisation = _with_code(heading, notes)
    Parents(walker.outline, {}, []).settle(deadline)  # by position and numbering alone
    without_prose(walker)
    matches = _matches(elements, organisation, heading.year)
    Parents(walker.outline, matches, notes).settle(deadline)
    note_moved_programs(walker.outline, notes)
    builder = Builder(elements, matches)
    notes = _with_leftovers(notes, walker.left)
    plan = Plan(
        elements=builder.elements(),
        kind=heading.kind,
        title=heading.title,
        organisation=organisation,
        year=heading.year,
        coverage=_coverage(document, walker),
    )
    found = builder.diagnostics([*notes, *builder.notes])
    walker.outline.let_go()
    plan = without_form_words(with_details(plan, body))
    return Reading(plan, (*found, *omissions.of_document(document, plan)))


def _walked(titles: list[Row], body: list[Row], heading: Heading, deadline: Deadline) -> Walker:
    """The walk over the rows below the title. `Unreadable` where they hold no plan."""
    office = heading.organisation.name if heading.organisation else ""
    walker = Walker(field=KECAMATAN if is_district(office) else None)
    heads = {cell for row in titles for cell in row.cells if len(cell) >= _SHORTEST_TITLE}
    steps = steps_of(body, heading.year, walker.levels.told_by, deadline, heads)
    if any(step.row.bold or step.row.indents for step in steps):
        from renaksi.interpret.looks import levels_by_looks  # only here: a text has none

        walker.levels.looks = levels_by_looks(steps, walker.levels.told_by)
    for step in steps:
        deadline.check()
        walker.walk(step)
    elements = walker.outline.elements
    walker.settle()
    if not (_holds_plan(steps, elements) or _holds_indicators(steps, elements, heading)):
        is_named = _names_indicators(steps) and any(map(_has_targets, elements))
        is_headed = any(step.table.header for step in steps)
        lacks = None if is_headed else lack_of(step.items for step in steps)
        raise without_plan((*titles, *body), is_without_levels=is_named, lacks=lacks)
    deadline.check()
    return walker


def _heading(titles: list[Row], body: list[Row], given: Given) -> Heading:
    """What the titles say; where they name no year, the table's header may."""
    heading = heading_of(line for row in titles for line in lines_of(row))
    if heading.year is None:
        heading = heading._replace(year=year_of_header(body))
    if heading.organisation is None and (office := office_in(body)) is not None:
        heading = heading._replace(organisation=Organisation(office, government=heading.regency))
    organisation, year = given.complete(heading.organisation, heading.year)
    return heading._replace(organisation=organisation, year=year)


def _completed(plan: Plan, given: Given) -> Plan:
    organisation, year = given.complete(plan.organisation, plan.year)
    return plan._replace(organisation=organisation, year=year)


def _holds_plan(steps: list[Step], elements: list[DraftElement]) -> bool:
    """Whether some element whose level is sure has an indicator with values.

    One value is enough under a header; among lines of text it may be chance. Without text and
    unit it takes a header and three quarters. Looks tell levels only where a header calls a column
    that of indicators: any table sets some names in. Places to be filled in are no plan.
    """
    has_header = any(step.table.header for step in steps)
    least = 1 if has_header else 2
    counts_looks = any(element.by_looks for element in elements) and _names_indicators(steps)
    for element in elements:
        is_sure = element.is_sure and (counts_looks or not element.by_looks)
        for row in element.rows if is_sure else ():
            if is_to_fill(row.name or element.name or ""):
                continue
            count = len(row.values) + len(row.actuals)
            if count >= least and (row.name or row.unit or (has_header and count >= 3)):
                return True
    return False


def _names_indicators(steps: list[Step]) -> bool:
    """Whether the header of some table calls a column that of indicators."""
    tables = {id(step.table): step.table for step in steps if step.table.header}
    return any(
        role.field == "indicator" for table in tables.values() for _, role in table.columns.slots
    )


def _has_targets(element: DraftElement) -> bool:
    """Whether an element has an indicator that is named and has targets for most quarters."""
    return any(row.name and len(row.values) >= _LEAST_QUARTERS for row in element.rows)


def _holds_indicators(steps: list[Step], elements: list[DraftElement], heading: Heading) -> bool:
    """Whether a document that is called a list of key indicators has them, also without values."""
    headers = [cell for step in steps for row in step.table.header for cell in row]
    called = heading.kind == "key_indicators" or any(
        "indikator kinerja utama" in cell.casefold() for cell in headers
    )
    return called and any(row.name for element in elements for row in element.rows)


def _matches(
    elements: list[DraftElement], organisation: Organisation | None, year: int | None
) -> Matches:
    """The official entry of each element, by its order."""
    named = [
        Named(
            element.level,
            element.name or element.heading or "",
            element.code_printed,
            element.parent.order if element.parent is not None else None,
        )
        for element in elements
    ]
    found = resolve(
        named,
        organisation=organisation.name if organisation else None,
        region=organisation.code if organisation else None,
        year=year,
    )
    return {index: match for index, match in enumerate(found) if match is not None}


def _with_code(heading: Heading, notes: list[Note]) -> Organisation | None:
    """The organisation, with its code where its name occurs once in the list of regions."""
    organisation = heading.organisation
    if organisation is None or not is_district(organisation.name):
        return organisation
    found = regions.candidates(organisation.name, within=heading.regency)
    if len(found) > 1:  # Serbajadi and Serba Jadi are two
        found = tuple(
            each
            for each in found
            if organisation.name.casefold().endswith(f" {each.name}".casefold())
        )
    if len(found) != 1:
        return organisation
    region = found[0]
    params = {"code": region.code, "name": organisation.name}
    notes.append(Note(findings.REGION_FOUND, params))
    return organisation._replace(code=region.code)


def _with_leftovers(notes: list[Note], left: list[tuple[str, Place]]) -> list[Note]:
    """The notes, with one for each cell of which something was left over."""
    kept: list[Note] = []
    by_place: dict[Place | None, Note] = {}
    for note in notes:
        if note.rule is findings.VALUE_UNOWNED and note.row is None:
            first = by_place.setdefault(note.place, note)
            if first is not note:
                first.params = {"text": f"{first.params['text']} {note.params['text']}"}
                continue
        kept.append(note)
    for text, place in left:
        note = by_place.get(place) or Note(findings.TEXT_LEFT, {"text": ""}, place=place)
        if place not in by_place:
            by_place[place] = note
            kept.append(note)
        note.params = {"text": f"{note.params['text']} {text}".strip()}
    return kept


def _coverage(document: Document, walker: Walker) -> Coverage:
    """Words of the document, and those that the plan accounts for."""
    cells = list(filter(None, chain.from_iterable([row.cells for row in document.rows])))
    words = " ".join(cells).count(" ") + 1 if cells else 0
    rest = (*walker.left, *walker.prose)
    lost = sum(len(text.split()) for text, _ in rest)
    return Coverage(words, words - lost, tuple(rest))
