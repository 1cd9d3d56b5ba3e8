"""Reading `renaksi/plan/1` and `renaksi/plans/1` back into plans and diagnostics.

Keys that it does not know are ignored and what may be left out has a default; what
is malformed is refused (`Unreadable`) by its path in the document.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any, Final, Literal

from renaksi.diagnostics import SEVERITIES, Diagnostic, Kind, Rule, Unreadable, Words
from renaksi.model import (
    DEFAULT_CAP,
    LEVELS,
    MISSING,
    Accumulation,
    Cell,
    Coverage,
    Direction,
    Element,
    Indicator,
    Organisation,
    Place,
    Plan,
    State,
)
from renaksi.plan_json.values import (
    choice_at,
    count_at,
    decimal_at,
    list_at,
    object_at,
    place_at,
    places_at,
    refuse,
    required_text_at,
    text_at,
    text_map_at,
    texts_at,
)
from renaksi.plan_json.write import PLAN_SCHEMA, PLANS_SCHEMA
from renaksi.quantity import parse
from renaksi.quarter import CELLS

Reading = tuple[Plan, tuple[Diagnostic, ...]]

STATES: Final[tuple[State, ...]] = ("set", "not_scheduled", "missing", "text")
DIRECTIONS: Final[tuple[Direction, ...]] = ("higher", "lower", "target")
ACCUMULATIONS: Final[tuple[Accumulation, ...]] = ("sum", "last", "average", "max")
FORMULAS: Final[tuple[Literal["difference", "inverse"], ...]] = ("difference", "inverse")
CODE_BASES: Final[tuple[Literal["printed", "nomenclature"], ...]] = ("printed", "nomenclature")
KINDS: Final[tuple[Kind, ...]] = ("reading", "check")

_KEYS: Final = frozenset(
    (*CELLS, "medium_term", "before", *(f"m{month}" for month in range(1, 13)))
)


def loads(text: str, rules: Mapping[str, Rule]) -> tuple[Reading, ...]:
    """The plans of one JSON text, in their order, each with its diagnostics of kind *reading*.

    ``rules`` maps codes to rules; a diagnostic whose code is not among them keeps the
    words in which it was written. Diagnostics of kind *check* are left out: checks are
    run anew on the plan. Raises `Unreadable` with one sentence for anything malformed.
    """
    document = _parsed(text)
    schema = document.get("schema")
    if schema == PLAN_SCHEMA:
        return (_reading(document, "", rules),)
    if schema != PLANS_SCHEMA:
        raise _foreign()
    plans = list_at(document.get("plans"), "plans")
    if not plans:
        refuse("plans", id="tidak memuat satu pun rencana", en="holds no plan")
    return tuple(
        _reading(object_at(plan, f"plans[{index}]"), f"plans[{index}].", rules)
        for index, plan in enumerate(plans)
    )


def _parsed(text: str) -> dict[str, Any]:
    """The JSON object in ``text``, with its numbers as exact decimals."""
    import json

    try:
        document = json.loads(
            text.removeprefix("\ufeff"),
            parse_float=_figure,
            parse_int=lambda digits: int(digits) if len(digits) < 19 else _figure(digits),
            parse_constant=_no_constant,
            object_pairs_hook=_unique,
        )
    except json.JSONDecodeError as error:
        raise Unreadable(
            id=f"Berkas ini bukan JSON yang utuh (baris {error.lineno}); salin ulang berkasnya.",
            en=f"This file is no complete JSON (line {error.lineno}); copy it again.",
        ) from error
    except RecursionError as error:
        raise Unreadable(
            id="Berkas JSON ini bersarang terlalu dalam; sebuah rencana tidak sedalam itu.",
            en="This JSON file is nested too deeply; no plan is that deep.",
        ) from error
    if not isinstance(document, dict):
        raise _foreign()
    return document


def _foreign() -> Unreadable:
    """The refusal of JSON that another program wrote for another purpose."""
    return Unreadable(
        id=f"Berkas JSON ini bukan rencana yang ditulis Renaksi (“schema”: “{PLAN_SCHEMA}” atau "
        f"“{PLANS_SCHEMA}”); pilih berkas Word, Excel, PDF, atau teks yang memuat rencana aksi.",
        en=f"This JSON file is no plan that Renaksi wrote (“schema”: “{PLAN_SCHEMA}” or "
        f"“{PLANS_SCHEMA}”); choose a Word, Excel, PDF or text file that holds the action plan.",
    )


def _figure(digits: str) -> Decimal:
    """The exact number; one beyond all bounds is no number, and is refused where it is used."""
    try:
        return Decimal(digits)
    except InvalidOperation:
        return Decimal("NaN")


def _no_constant(name: str) -> Decimal:
    """Refuse NaN, Infinity and -Infinity."""
    refuse(f"“{name}”", id="bukan angka JSON", en="is no JSON number")


def _unique(members: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object's members; a key given twice would silently hide a value."""
    found = dict(members)
    if len(found) < len(members):
        keys = [key for key, _ in members]
        twice = next(key for key in found if keys.count(key) > 1)
        refuse(
            f"“{twice[:40]}”",
            id="muncul dua kali dalam satu objek",
            en="stands twice in one object",
        )
    return found


def _reading(document: dict[str, Any], at: str, rules: Mapping[str, Rule]) -> Reading:
    if document.get("schema", PLAN_SCHEMA) != PLAN_SCHEMA:
        refuse(f"{at}schema", id=f"harus “{PLAN_SCHEMA}”", en=f"must be “{PLAN_SCHEMA}”")
    elements = tuple(
        _element(object_at(element, f"{at}elements[{index}]"), f"{at}elements[{index}]")
        for index, element in enumerate(list_at(document.get("elements"), f"{at}elements"))
    )
    _connected(elements, at)
    plan = Plan(
        elements,
        text_at(document.get("kind"), f"{at}kind") or "action_plan",
        text_at(document.get("title"), f"{at}title"),
        _organisation(document.get("organisation"), f"{at}organisation"),
        count_at(document.get("year"), f"{at}year"),
        _coverage(document.get("coverage"), f"{at}coverage"),
    )
    entries = list_at(document.get("diagnostics"), f"{at}diagnostics")
    found = (
        diagnostic_at(entry, f"{at}diagnostics[{index}]", rules)
        for index, entry in enumerate(entries)
    )
    return plan, tuple(diagnostic for diagnostic in found if diagnostic.rule.kind == "reading")


def _connected(elements: tuple[Element, ...], at: str) -> None:
    """Refuse ids given twice, references to nothing, and parents that go round in a circle."""
    by_id: dict[str, Element] = {}
    for index, element in enumerate(elements):
        if element.id in by_id:
            refuse(f"{at}elements[{index}].id", id="sudah dipakai elemen lain", en="is used twice")
        by_id[element.id] = element
    sound: set[str] = set()
    for index, element in enumerate(elements):
        path = f"{at}elements[{index}]"
        above = element
        passed: set[str] = set()
        while above.parent is not None and above.id not in sound:
            passed.add(above.id)
            if above.parent not in by_id:
                refuse(f"{path}.parent", id="menunjuk elemen yang tidak ada", en="names no element")
            above = by_id[above.parent]
            if above.id in passed:
                refuse(f"{path}.parent", id="membentuk lingkaran", en="goes round in a circle")
        sound |= passed
        for position, indicator in enumerate(element.indicators):
            for other, row in indicator.same_as:
                if other not in by_id or row >= len(by_id[other].indicators):
                    refuse(
                        f"{path}.indicators[{position}].same_as",
                        id="menunjuk indikator yang tidak ada",
                        en="names no indicator",
                    )


def _organisation(value: object, at: str) -> Organisation | None:
    if value is None:
        return None
    fields = object_at(value, at)
    name = required_text_at(fields.get("name"), f"{at}.name")
    return Organisation(
        name,
        text_at(fields.get("code"), f"{at}.code"),
        text_at(fields.get("government"), f"{at}.government"),
    )


def _coverage(value: object, at: str) -> Coverage | None:
    if value is None:
        return None
    fields = object_at(value, at)
    rest: list[tuple[str, Place]] = []
    for index, entry in enumerate(list_at(fields.get("rest"), f"{at}.rest")):
        path = f"{at}.rest[{index}]"
        piece = object_at(entry, path)
        place = place_at(piece.get("where"), f"{path}.where") or Place()
        rest.append((required_text_at(piece.get("text"), f"{path}.text"), place))
    words = count_at(fields.get("words"), f"{at}.words") or 0
    return Coverage(words, count_at(fields.get("accounted"), f"{at}.accounted") or 0, tuple(rest))


def _element(fields: dict[str, Any], at: str) -> Element:
    score = decimal_at(fields.get("code_score"), f"{at}.code_score")
    basis = fields.get("code_basis")
    return Element(
        required_text_at(fields.get("id"), f"{at}.id"),
        choice_at(fields.get("level"), LEVELS, f"{at}.level"),
        text_at(fields.get("name"), f"{at}.name"),
        text_at(fields.get("number"), f"{at}.number"),
        text_at(fields.get("code"), f"{at}.code"),
        None if basis is None else choice_at(basis, CODE_BASES, f"{at}.code_basis"),
        None if score is None else float(score),
        text_at(fields.get("code_printed"), f"{at}.code_printed"),
        text_at(fields.get("parent"), f"{at}.parent"),
        place_at(fields.get("source"), f"{at}.source"),
        places_at(fields.get("sources"), f"{at}.sources"),
        text_at(fields.get("heading"), f"{at}.heading"),
        tuple(
            _indicator(object_at(row, f"{at}.indicators[{index}]"), f"{at}.indicators[{index}]")
            for index, row in enumerate(list_at(fields.get("indicators"), f"{at}.indicators"))
        ),
        _cells(fields.get("budget"), f"{at}.budget"),
        _cells(fields.get("spending"), f"{at}.spending"),
        text_at(fields.get("responsible"), f"{at}.responsible"),
    )


def _indicator(fields: dict[str, Any], at: str) -> Indicator:
    cap = decimal_at(fields.get("cap", DEFAULT_CAP), f"{at}.cap")
    weight = decimal_at(fields.get("weight"), f"{at}.weight")
    scale = texts_at(fields.get("scale"), f"{at}.scale")
    if cap is not None and cap < 0:
        refuse(f"{at}.cap", id="tidak boleh negatif", en="must not be negative")
    if weight is not None and weight < 0:
        refuse(f"{at}.weight", id="tidak boleh negatif", en="must not be negative")
    if len(set(scale)) < len(scale):
        refuse(f"{at}.scale", id="menyebut satu nilai dua kali", en="names a value twice")
    return Indicator(
        text_at(fields.get("name"), f"{at}.name"),
        text_at(fields.get("number"), f"{at}.number"),
        text_at(fields.get("unit"), f"{at}.unit"),
        choice_at(fields.get("direction") or "higher", DIRECTIONS, f"{at}.direction"),
        choice_at(fields.get("accumulation") or "last", ACCUMULATIONS, f"{at}.accumulation"),
        texts_at(fields.get("confirm"), f"{at}.confirm"),
        text_map_at(fields.get("basis"), f"{at}.basis"),
        _cells(fields.get("targets"), f"{at}.targets"),
        _cells(fields.get("actuals"), f"{at}.actuals"),
        place_at(fields.get("source"), f"{at}.source"),
        places_at(fields.get("sources"), f"{at}.sources"),
        cap,
        Decimal(1) if weight is None else weight,
        choice_at(fields.get("formula") or "difference", FORMULAS, f"{at}.formula"),
        scale,
        text_at(fields.get("across"), f"{at}.across"),
        _same_as(fields.get("same_as"), f"{at}.same_as"),
        text_at(fields.get("definition"), f"{at}.definition"),
        text_at(fields.get("data_source"), f"{at}.data_source"),
        text_at(fields.get("responsible"), f"{at}.responsible"),
    )


def _same_as(value: object, at: str) -> tuple[tuple[str, int], ...]:
    """References to other rows, each an element id and the position of the indicator in it."""
    references: list[tuple[str, int]] = []
    for index, entry in enumerate(list_at([value] if isinstance(value, dict) else value, at)):
        path = f"{at}[{index}]"
        fields = object_at(entry, path)
        element = required_text_at(fields.get("element"), f"{path}.element")
        references.append((element, count_at(fields.get("index"), f"{path}.index") or 0))
    return tuple(references)


def _cells(value: object, at: str) -> dict[str, Cell]:
    if value is None:
        return {}
    cells: dict[str, Cell] = {}
    for key, entry in object_at(value, at).items():
        if key in _KEYS or (key[:1] == "y" and key[1:].isdecimal()):
            cell = _cell(entry, f"{at}.{key}")
            if cell != MISSING:
                cells[key] = cell
    return cells


def _cell(value: object, at: str) -> Cell:
    if value is None:
        return MISSING
    fields = object_at(value, at)
    number = decimal_at(fields.get("value"), f"{at}.value")
    text = text_at(fields.get("text"), f"{at}.text")
    numerator = decimal_at(fields.get("numerator"), f"{at}.numerator")
    denominator = decimal_at(fields.get("denominator"), f"{at}.denominator")
    ratio = numerator is not None and denominator is not None
    stated = fields.get("state")
    if stated is not None:
        state = choice_at(stated, STATES, f"{at}.state")
    elif number is not None or ratio:
        state = "set"
    else:
        read = parse(text)
        state, number = read.state, read.value
    if state == "set" and number is None and not ratio:
        refuse(at, id="tidak mempunyai nilai", en="has no value")
    if state != "set" and number is not None:
        refuse(at, id=f"berstatus “{state}” tetapi bernilai", en=f"is “{state}” but has a value")
    place = place_at(fields.get("source"), f"{at}.source")
    confidence = decimal_at(fields.get("confidence"), f"{at}.confidence")
    return Cell(state, number, text, place, numerator, denominator, confidence)


def diagnostic_at(value: object, at: str, rules: Mapping[str, Rule]) -> Diagnostic:
    """One diagnostic, rebuilt through its rule or, where that is not known, from its own words."""
    fields = object_at(value, at)
    code = required_text_at(fields.get("code"), f"{at}.code")
    params = _params(fields.get("params"), f"{at}.params")
    rule = rules.get(code)
    if rule is None or not _fills(rule, params):
        rule = _as_written(fields, at, code)
    return Diagnostic(
        rule,
        params,
        text_at(fields.get("element"), f"{at}.element"),
        count_at(fields.get("indicator"), f"{at}.indicator"),
        text_at(fields.get("cell"), f"{at}.cell"),
        place_at(fields.get("where"), f"{at}.where"),
    )


def _params(value: object, at: str) -> dict[str, str | Words]:
    """The particulars of a sentence, each a text or a text in both languages."""
    if value is None:
        return {}
    params: dict[str, str | Words] = {}
    for key, entry in object_at(value, at).items():
        if isinstance(entry, dict):
            both = (
                required_text_at(entry.get(lang), f"{at}.{key}.{lang}") for lang in ("id", "en")
            )
            params[key] = Words(*both)
        else:
            params[key] = required_text_at(entry, f"{at}.{key}")
    return params


def _fills(rule: Rule, params: Mapping[str, str | Words]) -> bool:
    """Whether the params have all that the rule's sentences ask for."""
    try:
        for sentence in rule.message.values():
            sentence.format_map(params)
    except KeyError:
        return False
    return True


def _as_written(fields: dict[str, Any], at: str, code: str) -> Rule:
    """A rule for a diagnostic of another version: it keeps the sentence that was written."""
    sentence = (text_at(fields.get("message"), f"{at}.message") or code).translate(
        {ord("{"): "{{", ord("}"): "}}"}
    )
    return Rule(
        code,
        text_at(fields.get("slug"), f"{at}.slug") or code,
        choice_at(fields.get("severity") or "warning", SEVERITIES, f"{at}.severity"),
        "",
        {"id": sentence, "en": sentence},
        choice_at(fields.get("kind") or "reading", KINDS, f"{at}.kind"),
    )
