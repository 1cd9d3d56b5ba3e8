"""A real browser on a running site: Debian's chromium, driven by Playwright.

Without the browser these tests are skipped, with the reason; ``RENAKSI_TEST_ALL=1`` turns
that into a failure. Pages stop a test by an error of a script or a refusal of the policy
on content, so that none of those goes unseen.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from itertools import product
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    ViewportSize,
    expect,
    sync_playwright,
)
from pytest_django.live_server_helper import LiveServer

from renaksi_web.accounts.members import Member
from tests.renaksi_web.office import Office, client_of, found

# Playwright's synchronous interface keeps an event loop in this thread, which Django takes for
# asynchronous code; the site itself runs in threads of its own.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

AXE = Path(__file__).parent / "vendor/axe/axe.min.js"
WIDE: ViewportSize = {"width": 1280, "height": 800}
PHONE: ViewportSize = {"width": 360, "height": 740}
# One process for the pages of a context and none in reserve: half the processes to start.
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--renderer-process-limit=1"]
PATIENCE = 60_000  # ms: what a busy machine may take for a page, before it counts as missing

expect.set_options(timeout=PATIENCE)

Open = Callable[..., Page]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser."""
    path = os.environ.get("RENAKSI_CHROMIUM") or shutil.which("chromium")
    if path is None:
        reason = "no chromium here (apt install chromium), so nothing ran in a browser"
        if os.environ.get("RENAKSI_TEST_ALL") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def office(transactional_db: None) -> Office:
    """Kecamatan Kemangkon and its four people."""
    return found("Kecamatan Kemangkon", "Kabupaten Purbalingga")


@pytest.fixture
def visit(chromium: Browser, live_server: LiveServer) -> Iterator[Open]:
    """``visit("/akun/", member)`` opens a page as a person, wide or ``viewport=PHONE``.

    More options go to the browser's context: ``color_scheme="dark"``, for example, or
    ``java_script_enabled=False``.
    """
    errors: list[str] = []
    contexts = []

    def heard(message: ConsoleMessage) -> None:
        # A browser reports each 4xx answer of a form as an error; those are tested by status.
        if message.type == "error" and "Failed to load resource" not in message.text:
            errors.append(message.text)

    def open_page(path: str, member: Member | None = None, **options: Any) -> Page:
        context = chromium.new_context(
            base_url=live_server.url, locale="id-ID", **{"viewport": WIDE, **options}
        )
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        if member is not None:
            sign_in(context, member)
        page = context.new_page()
        page.on("console", heard)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert errors == []


def sign_in(context: BrowserContext, member: Member) -> None:
    """From now on the pages of this context are opened as this person."""
    session = client_of(member).cookies["sessionid"].value
    context.add_cookies(
        [{"name": "sessionid", "value": session, "domain": "localhost", "path": "/"}]
    )


def violations(page: Page, rules: Sequence[str] = ()) -> list[str]:
    """What axe-core finds wrong with the page as it stands, by these rules or all; a line each."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    only = {"runOnly": {"type": "rule", "values": list(rules)}} if rules else {}
    found_ = page.evaluate(
        "(only) => axe.run(document, {resultTypes: ['violations'], ...only})", only
    )
    return [
        f"{violation['id']}: {node['html']} {node['failureSummary']}"
        for violation in found_["violations"]
        for node in violation["nodes"]
    ]


def sideways(page: Page) -> int:
    """How many pixels the page can be scrolled sideways."""
    return int(page.evaluate("document.documentElement.scrollWidth - innerWidth"))


FINGER: Final = 44
LEAST: Final = {WIDE["width"]: 24, PHONE["width"]: FINGER}
SMALL: Final = """(least) => [...document.querySelectorAll(
    'main button:not([aria-hidden=true]), main input:not([type=hidden]), main select, '
    + 'main summary, .frame a'
)].filter((one) => {
    const box = one.getBoundingClientRect();
    if (!one.checkVisibility({visibilityProperty: true}) || !box.width) return false;
    const label = one.closest('label');
    const high = Math.max(box.height, label ? label.getBoundingClientRect().height : 0);
    return high < least && one.type !== 'checkbox' && one.type !== 'radio';
}).map((one) => `${one.tagName} ${one.className} ${one.textContent.trim().slice(0, 40)} ` +
    Math.round(one.getBoundingClientRect().height))"""


def looks(
    page: Page, path: str, viewports: Sequence[ViewportSize] = (WIDE, PHONE)
) -> Iterator[str]:
    """What is wrong with the page as it stands, wide and narrow, light and dark.

    Colours are all that the dark looks can get wrong anew.
    """
    for viewport, colours in product(viewports, ("light", "dark")):
        page.set_viewport_size(viewport)
        page.emulate_media(color_scheme=colours, reduced_motion="reduce")  # type: ignore[arg-type]
        rules = ("color-contrast",) if colours == "dark" else ()
        look = f"{path} {colours} {viewport['width']}"
        yield from (f"{look} {fault}" for fault in violations(page, rules))
        if sideways(page):
            yield f"{look} scrolls sideways by {sideways(page)} pixels"
        if colours == "light":
            small = page.evaluate(SMALL, LEAST[viewport["width"]])
            yield from (f"{look} is small to touch: {one}" for one in small)
