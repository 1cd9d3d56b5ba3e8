"""The pages in a real browser: a pasted column, fifty numbers by keyboard, what a visit weighs.

    python -m benchmarks.bench_browser

Serves an office of its own with fifty indicators from a folder that goes afterwards, by the
server that is used in earnest, and drives Debian's chromium. Times are taken inside the page
(from the event to the frame after it), so that the driver's own way does not count.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Browser, Page, Response, sync_playwright

from benchmarks.timing import machine, milliseconds, table
from scripts.answering import free_port, wait_for

ROUNDS: Final = 7
PASSWORD: Final = "kemangkon maju 2022"  # noqa: S105 - of an installation that goes at once
ROOT: Final = Path(__file__).parents[1]
GRID: Final = "/opd/kemangkon/realisasi/2022/tw2/"
PAGES: Final = {
    "my tasks": "/opd/kemangkon/",
    "the grid of a quarter": GRID,
    "check and approve": f"{GRID}periksa/",
    "one glance": "/opd/kemangkon/capaian/2022/tw2/",
    "as the paper shows it": "/opd/kemangkon/capaian/2022/tw2/lembar/",
    "print": "/opd/kemangkon/capaian/2022/tw2/cetak/",
    "plans": "/opd/kemangkon/rencana/",
}

# Pasting fifty lines into the first cell: until the preview is drawn.
PASTE: Final = """(text) => new Promise((done) => {
    const field = document.querySelector('#grid input.form-control');
    const data = new DataTransfer();
    data.setData('text', text);
    field.focus();
    const begun = performance.now();
    field.dispatchEvent(
        new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));
    const shown = () => document.querySelectorAll('#paste[open] tbody tr').length === 50;
    const drawn = () => requestAnimationFrame(() => done(performance.now() - begun));
    const look = () => shown() ? drawn() : requestAnimationFrame(look);
    requestAnimationFrame(look);
})"""

# From the click that takes them to the line that says that all are on the server.
APPLY: Final = """() => new Promise((done) => {
    const kept = document.getElementById('kept');
    kept.textContent = '';
    const begun = performance.now();
    document.querySelector('#paste [data-apply]').click();
    const look = () => kept.textContent === document.getElementById('grid').dataset.kept
        ? done(performance.now() - begun) : setTimeout(look, 5);
    look();
})"""


def main() -> None:
    """Print three tables."""
    chromium = os.environ.get("RENAKSI_CHROMIUM") or shutil.which("chromium")
    if chromium is None:
        print("Left out: there is no chromium here (apt install chromium).", file=sys.stderr)
        return
    with served() as address, sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        browser = playwright.chromium.launch(executable_path=chromium, args=arguments)
        print(machine())
        _pasted(browser, address)
        _typed(browser, address)
        _weighed(browser, address)
        browser.close()


def _pasted(browser: Browser, address: str) -> None:
    page = _signed_in(browser, address, GRID)
    shown, saved = [], []
    for round_ in range(ROUNDS):
        page.goto(GRID)
        shown.append(page.evaluate(PASTE, "\n".join(str(round_ + n) for n in range(1, 51))))
        saved.append(page.evaluate(APPLY))
    rows = [
        ("shown, paired with its indicators", *_times(shown), "100 ms"),
        ("saved on the server", *_times(saved), "1 s"),
    ]
    table("A pasted column of fifty", ("until", "median", "slowest", "reach"), rows)


def _times(taken: list[float]) -> tuple[str, str]:
    return milliseconds(statistics.median(taken) / 1000), milliseconds(max(taken) / 1000)


def _typed(browser: Browser, address: str) -> None:
    page = _signed_in(browser, address, GRID)
    page.locator("#grid input.form-control").first.focus()
    enters, begun = 0, time.perf_counter()
    for number in range(1, 51):
        page.keyboard.type(f"{number},5")
        page.keyboard.press("Enter")
        enters += 1
    page.locator("#kept", has_text="Semua tersimpan").wait_for()
    taken = time.perf_counter() - begun
    held = page.locator("#filled").inner_text()
    rows = [(held, str(enters), f"{taken:.1f} s")]
    table("Fifty numbers by keyboard alone", ("on the server", "Enters", "with the driver"), rows)
    page.context.close()


def _weighed(browser: Browser, address: str) -> None:
    rows = [(name, *_visit(browser, address, path)) for name, path in PAGES.items()]
    heads = ("first visit to", "requests", "HTML, as sent", "static files, as sent")
    table("A first visit (reach: 6 requests, 25 kB of HTML, 75 kB of static files)", heads, rows)


def _visit(browser: Browser, address: str, path: str) -> tuple[str, str, str]:
    state: Any = _signed_in(browser, address, path).context.storage_state()
    page = browser.new_context(base_url=address, storage_state=state).new_page()
    got: list[Response] = []

    def hear(answer: Response) -> None:
        got.append(answer)

    page.on("response", hear)
    page.goto(path, wait_until="networkidle")
    asked = [answer for answer in got if not answer.url.startswith("data:")]
    sizes = {a.url: a.request.sizes()["responseBodySize"] for a in asked}
    static = sum(size for url, size in sizes.items() if "/static/" in url)
    page.context.close()
    return (
        str(len(asked)),
        f"{(sum(sizes.values()) - static) / 1000:.1f} kB",
        f"{static / 1000:.1f} kB",
    )


def _signed_in(browser: Browser, address: str, path: str) -> Page:
    page = browser.new_context(base_url=address, locale="id-ID").new_page()
    page.goto("/masuk/")
    page.fill("[name=username]", "operator.kemangkon")
    page.fill("[name=password]", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/opd/**")
    page.goto(path)
    return page


@contextmanager
def served() -> Iterator[str]:
    """The address of a site with one office that reports fifty indicators."""
    with tempfile.TemporaryDirectory(prefix="renaksi-bench-") as folder:
        port = free_port()
        environment = {**os.environ, "RENAKSI_VAR": folder, "RENAKSI_TODAY": "2022-07-05"}
        environment.pop("RENAKSI_DATABASE_URL", None)
        environment["PYTHONPATH"] = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
        run = [sys.executable, "-m", "benchmarks.bench_browser", "prepare"]
        subprocess.run(run, env=environment, cwd=ROOT, check=True)  # noqa: S603 - our own command
        serve = [sys.executable, "-m", "renaksi_web", "serve", "--port", str(port)]
        process = subprocess.Popen(serve, env=environment, stdout=subprocess.DEVNULL)  # noqa: S603
        try:
            wait_for(f"http://127.0.0.1:{port}/masuk/")
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait()


def prepare() -> None:
    """Fill the installation; a process of its own, as Django is set up once in each."""
    import django

    os.environ["DJANGO_SETTINGS_MODULE"] = "renaksi_web.settings"
    django.setup()
    from django.core.management import call_command

    from tests.renaksi_web.office import found, long_plan, plan_of, windows_of

    call_command("migrate", verbosity=0, interactive=False)
    office = found("Kecamatan Kemangkon", "Kabupaten Purbalingga")
    windows_of(office)
    plan_of(office, long_plan(50))


if __name__ == "__main__":
    prepare() if sys.argv[1:] == ["prepare"] else main()
