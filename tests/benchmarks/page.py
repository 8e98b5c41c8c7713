"""How quickly the network page opens, moves and searches in real Chromium, beside plain pyvis output of the same graph.

    python -m tests.benchmarks.page                  100, 1,000 and 10,000 officials, four ties each
    python -m tests.benchmarks.page 50000            any other numbers

The pages are opened from disk with the network off, in a window of 1440 by 900. "First drawing" is the time from
opening the file to the first picture on the canvas; "frame" the time that 27 of 30 frames keep to while the picture
is moved and zoomed; "search" a keystroke with its list of people, median and longest of 20, the first
included. Plain pyvis has the same people and ties, all of them, as its own template draws them.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from time import perf_counter

from kg.export.network import network
from kg.export.page import render
from tests.browser import generate

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
PATIENCE = 90_000
FIRST = """
window.drawn = new Promise(done => {
    const seen = () => {
        const canvas = document.querySelector("canvas");
        const pixels = canvas?.width && canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
        if (pixels && pixels.some((value, at) => at % 4 === 3 && value)) done(performance.now());
        else requestAnimationFrame(seen);
    };
    requestAnimationFrame(seen);
});
"""
FRAMES = """
network => new Promise(done => {
    const taken = [];
    const scale = network.getScale();
    let last = null;
    const step = now => {
        if (last !== null) taken.push(now - last);
        last = now;
        if (taken.length === 30) return done(taken.sort((a, b) => a - b));
        const turn = taken.length / 5;
        const position = { x: 60 * Math.sin(turn), y: 40 * Math.cos(turn) };
        network.moveTo({ position, scale: scale * (1 + turn / 10) });
        requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
})
"""
SEARCH = """
() => {
    const names = kg.model.officials.filter((_, number) => number % 97 === 0).map(({ label }) => label.slice(0, 4));
    const field = document.getElementById("search");
    const type = words => {
        field.value = words;
        field.dispatchEvent(new Event("input"));
    };
    const taken = [];
    for (let turn = 0; turn < 20; turn += 1) {
        const start = performance.now();
        type(names[turn % names.length]);
        taken.push(performance.now() - start);
    }
    return taken;
}
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print. Gives the exit code: 1 without Chromium."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("officials", nargs="*", type=int, default=[100, 1000, 10000])
    parser.add_argument("--no-pyvis", action="store_true", help="leave out plain pyvis, which is slow")
    options = parser.parse_args(arguments)
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        print("page: Chromium is not installed: apt-get install chromium")
        return 1
    print(f"{platform.machine()}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}")
    for number in options.officials:
        measure(number, path, with_pyvis=not options.no_pyvis)
    return 0


def measure(number: int, chromium: str, *, with_pyvis: bool) -> None:
    """Print the figures for a graph of so many officials."""
    store = generate.store(number)
    graph = network(store)
    start = perf_counter()
    page = render(store)
    built = perf_counter() - start
    ties = graph.number_of_edges()
    empty = len(render(generate.store(2)).encode())
    size = len(page.encode())
    print(f"\n{number:,} officials, {ties:,} ties; page built in {built:.1f} s, {size / 1e6:.2f} MB, ", end="")
    print(f"{(size - empty) / ties:.0f} bytes a tie beyond the {empty / 1e6:.2f} MB of an empty page")
    ours = drive(page, chromium, "kg.picture.network", search=True)
    print(f"  kg     {ours}")
    if with_pyvis:
        plain = drive(pyvis(graph), chromium, "network")
        print(f"  pyvis  {plain}")
        if ours.first:
            ratio = f"{'' if plain.first else 'more than '}{(plain.first or PATIENCE) / ours.first:.1f}"
            print(f"  pyvis takes {ratio} times as long until the first drawing")


class Figures:
    """What was measured, in milliseconds; None where it did not happen in time."""

    def __init__(self, first: float | None, frames: Sequence[float], searches: Iterable[float]) -> None:
        self.first = first
        self.frames = frames
        self.searches = list(searches)

    def __str__(self) -> str:
        if self.first is None:
            return f"nothing drawn within {PATIENCE // 1000} s"
        text = f"first drawing {self.first:,.0f} ms"
        if self.frames:
            text += f"; frame {self.frames[len(self.frames) * 9 // 10]:.0f} ms"
        if self.searches:
            text += f"; search {statistics.median(self.searches):.1f} ms, at most {max(self.searches):.1f} ms"
        return text


def drive(html: str, chromium: str, drawn_by: str, *, search: bool = False) -> Figures:
    """Open the page and measure."""
    from playwright.sync_api import TimeoutError, sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "page.html"
        file.write_text(html, "utf-8")
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        page = browser.new_context(viewport={"width": 1440, "height": 900}, offline=True).new_page()
        page.set_default_timeout(PATIENCE)
        page.add_init_script(FIRST)
        try:
            page.goto(file.as_uri())
            patience = f"new Promise(done => setTimeout(done, {PATIENCE}, null))"
            first = page.evaluate(f"Promise.race([window.drawn, {patience}])")
            if first is None:
                return Figures(None, (), ())
            frames = page.evaluate(f"({FRAMES})({drawn_by})")
            return Figures(first, frames, page.evaluate(SEARCH) if search else ())
        except TimeoutError:
            return Figures(None, (), ())
        finally:
            browser.close()


def pyvis(graph: object) -> str:
    """The same graph as pyvis alone draws it; its lists are filled at once, since add_edge is quadratic."""
    from pyvis.network import Network

    plain = Network(cdn_resources="in_line")
    plain.nodes = [{"id": iri, "label": label, "shape": "dot"} for iri, label in graph.nodes(data="label")]
    plain.edges = [{"from": a, "to": b, "width": one["weight"]} for a, b, one in graph.edges(data=True)]
    html: str = plain.generate_html(notebook=False)
    return html


if __name__ == "__main__":
    sys.exit(main())
