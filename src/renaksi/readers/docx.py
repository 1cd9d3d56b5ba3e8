"""The reader of Word documents (.docx, .docm), whatever the file is called."""

from __future__ import annotations

from typing import Final

from renaksi.readers.content import Content, Reader
from renaksi.readers.document import Document
from renaksi.readers.limits import Limits

_RELATIONS: Final = "_rels/.rels"
_MAIN: Final = "word/document.xml"


def recognises(content: Content) -> bool:
    """Whether the package holds a Word document."""
    names = content.part_names
    if any(name.startswith("word/document") and name.endswith(".xml") for name in names):
        return True
    return content.is_office_package and any(map(_is_body, names))


def read(content: Content, limits: Limits) -> Document:
    """The paragraphs and tables of the document."""
    from renaksi.readers.limits import damaged
    from renaksi.readers.parts import Parts
    from renaksi.readers.word.body import Body
    from renaksi.readers.word.names import names_of
    from renaksi.readers.word.numbering import Numbering
    from renaksi.readers.word.paragraphs import Paragraphs
    from renaksi.readers.word.running import running_head
    from renaksi.readers.word.styles import Styles
    from renaksi.readers.xml import tree

    parts = Parts(content.data, limits, "Word")
    main = _main_part(parts.read_if_there(_RELATIONS), parts.names)
    root = tree(parts.read(main), "Word")
    names = names_of(root)
    body = root.find(names("body"))
    if body is None:
        raise damaged("Word")
    folder = main.rpartition("/")[0]
    styles = parts.read_if_there(f"{folder}/styles.xml")
    lists = parts.read_if_there(f"{folder}/numbering.xml")
    paragraphs = Paragraphs(
        names,
        Styles(None if styles is None else tree(styles, "Word"), names),
        Numbering(None if lists is None else tree(lists, "Word"), names),
        root,
    )
    return Body(names, paragraphs, limits).read(body, running_head(parts, main, root, names))


def _main_part(relations: bytes | None, names: tuple[str, ...]) -> str:
    """The part that holds the body: the one that the package names, else the usual one."""
    if relations is not None:
        from renaksi.readers.xml import tree

        for relation in tree(relations, "Word"):
            target = (relation.get("Target") or "").lstrip("/")
            if (relation.get("Type") or "").endswith("/officeDocument") and target in names:
                return target
    if _MAIN in names:
        return _MAIN
    return next(filter(_is_body, names))


def _is_body(name: str) -> bool:
    """Whether a part holds a document, in whatever letters its program wrote."""
    folded = name.lower()
    return folded.startswith("word/document") and folded.endswith(".xml")


READER: Final = Reader("Word", recognises, read, (".docx", ".docm"))
