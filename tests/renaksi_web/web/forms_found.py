"""Every form of the site as a browser finds it: by going from link to link as each person.

A new page's forms are tested by being linked from somewhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any, NamedTuple
from urllib.parse import urljoin, urlsplit

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import Resolver404, resolve

MOST_OF_ONE_PAGE = 12
Fields = dict[str, list[str]]


class Form(NamedTuple):
    """One form with one of its buttons: where it goes, what it holds, and what it may hold.

    ``fields`` is what a browser sends untouched, ``names`` everything that it could send.
    """

    page: str
    action: str
    method: str
    fields: Fields
    names: frozenset[str]
    files: frozenset[str]

    @property
    def goes_to(self) -> str:
        """The name of the page that takes it."""
        return str(resolve(urlsplit(self.action).path).url_name)

    @property
    def shape(self) -> tuple[str, frozenset[str]]:
        """Where it goes and which kinds of fields it has: rows of one table are one kind."""
        return self.goes_to, frozenset(kind_of(name) for name in self.names)


def kind_of(name: str) -> str:
    """A field's name without the number of its row."""
    return re.sub(r"\d+", "#", name)


class _Page(HTMLParser):
    """Links and forms of one page."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self.url, self.links, self.forms = url, set[str](), list[Form]()
        self._form: dict[str, Any] | None = None
        self._text = self._select = ""
        self._chosen: str | None = None

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attributes}
        if tag == "a" and given.get("href") and ":" not in given["href"]:
            self.links.add(urljoin(self.url, given["href"]).partition("#")[0])
        elif tag == "form":
            self._form = {
                "action": urljoin(self.url, given.get("action", "")),
                "method": given.get("method", "get").upper(),
                "fields": {}, "names": set(), "files": set(), "buttons": [],
            }  # fmt: skip
        elif self._form is not None:
            self._control(tag, given)

    def _control(self, tag: str, given: dict[str, str]) -> None:
        assert self._form is not None
        name, kind = given.get("name", ""), given.get("type", "text")
        if tag == "button" and kind != "button":
            self._form["buttons"].append(given)
        elif tag == "option" and self._select:
            if self._chosen is None or "selected" in given:
                self._chosen = given.get("value", "")
        elif tag in ("input", "select", "textarea") and name:
            self._form["names"].add(name)
            if tag == "select":
                self._select, self._chosen = name, None
            elif tag == "textarea":
                self._text = name
                self._put(name, "")
            elif kind == "file":
                self._form["files"].add(name)
            elif kind not in ("checkbox", "radio") or "checked" in given:
                self._put(name, given.get("value", "on" if kind == "checkbox" else ""))

    def _put(self, name: str, value: str) -> None:
        assert self._form is not None
        self._form["fields"].setdefault(name, []).append(value)

    def handle_data(self, data: str) -> None:
        if self._text and self._form is not None:
            self._form["fields"][self._text][-1] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._text = ""
        elif tag == "select" and self._select:
            self._put(self._select, self._chosen or "")
            self._select = ""
        elif tag == "form" and self._form is not None:
            form, self._form = self._form, None
            self.forms += _with_each_button(self.url, form)


def _with_each_button(url: str, form: dict[str, Any]) -> Iterator[Form]:
    names = form["names"] | {b["name"] for b in form["buttons"] if b.get("name")}
    for button in form["buttons"] or [{}]:
        fields = {name: list(values) for name, values in form["fields"].items()}
        if button.get("name"):
            fields.setdefault(button["name"], []).append(button.get("value", ""))
        action = urljoin(url, button.get("formaction", form["action"]))
        method = button.get("formmethod", form["method"]).upper()
        yield Form(url, action, method, fields, frozenset(names), frozenset(form["files"]))


def crawl(
    client: Client, starts: list[str], files: set[str] | None = None
) -> tuple[set[str], list[Form]]:
    """Pages that were opened and the forms on them, each kind of form once.

    ``files`` are addresses that answered a file to somebody, which holds no form for anybody:
    they are not taken again, and those that are found are added.
    """
    files = set() if files is None else files
    waiting, opened, forms = list(starts), set[str](), dict[Any, Form]()
    often: Counter[tuple[str, bool]] = Counter()
    while waiting:
        url = waiting.pop(0)
        name = _name(url), "?" in url
        if url in opened or often[name] >= MOST_OF_ONE_PAGE:
            continue
        opened.add(url)
        often[name] += 1
        if url in files:
            continue
        answer = client.get(url, follow=False)
        assert answer.status_code < 500, url
        if answer.status_code == 302:
            waiting.append(answer.url)  # type: ignore[attr-defined]
        elif "text/html" in answer["Content-Type"]:
            page = _Page(url)
            page.feed(answer.text)
            waiting += sorted(page.links)
            for form in page.forms:
                forms.setdefault((form.method, *form.shape), form)
        else:
            files.add(url)
    return opened, list(forms.values())


def _name(url: str) -> str:
    try:
        return str(resolve(urlsplit(url).path).url_name)
    except Resolver404:
        return ""


def send(client: Client, form: Form, fields: Fields) -> Any:
    """The answer to the form with these fields; a file that is asked for is a small text."""
    data: dict[str, Any] = dict(fields)
    for name in form.files:
        data.setdefault(name, SimpleUploadedFile("berkas.txt", b"isi berkas"))
    return (
        client.generic("GET", form.action)
        if form.method == "GET"
        else client.post(form.action, data)
    )
