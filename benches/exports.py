#!/usr/bin/env python3
"""The same cards as PDF, PNG and slides, by Touchline and by what a person would take instead: whole processes, best of five each.

    python3 benches/exports.py [--cards 500] [--runs 5] [--keep FOLDER]

Builds the release program, writes a map of five stages with so many cards, and the same stages and cards for the others, and has
each draw them: Touchline its board on A3, typst a grid on A3, Chromium a page of HTML on A3, Mermaid a journey in Chromium, and for slides
python-pptx and PptxGenJS one rounded shape with its words a card, a hundred a slide, as many as Touchline's own pages take. Installs
the others into a temporary folder with pip and npm. Prints a table in Markdown: wall time, peak memory of the largest
process, size of the file. Needs Linux, Python 3.9, Node, a Chromium (CHROMIUM says where), and a network for pip, npm and cargo.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from dropoff import CORES, processor

HERE = Path(__file__).resolve().parent
STAGES = ["Awareness", "Consideration", "Decision", "Onboarding", "Retention"]
DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--cards", type=int, default=500)
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--keep", type=Path, help="work in this folder and keep it, instead of a temporary one")
    options = options.parse_args()
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
        compare(options.keep, options)
    else:
        with tempfile.TemporaryDirectory(prefix="touchline-bench-") as folder:
            compare(Path(folder), options)


def cards(count):
    """Stage, title and detail of each card."""
    return [(nth * len(STAGES) // count, f"Touchpoint {nth + 1}", f"what is met there, {nth % 97} %") for nth in range(count)]


def compare(folder, options):
    subprocess.run(["cargo", "build", "--release", "--quiet"], cwd=HERE.parent, check=True)
    touchline = Path(os.environ.get("CARGO_TARGET_DIR", HERE.parent / "target")) / "release/touchline"
    python, modules = others(folder)
    all_cards = cards(options.cards)
    write_map(folder / "map.ron", all_cards)
    (folder / "cards.json").write_text(json.dumps({"stages": STAGES, "cards": all_cards}))
    (folder / "cards.typ").write_text(typst(all_cards))
    (folder / "cards.html").write_text(html(all_cards))
    (folder / "journey.html").write_text(journey(all_cards, modules))
    chromium = [os.environ.get("CHROMIUM", "chromium"), "--headless=new", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=20000"]
    node = {**os.environ, "NODE_PATH": str(modules)}
    ours = [touchline, "export", folder / "map.ron", "--page", "a3", "-o"]
    commands = {
        "PDF": {
            "Touchline": [*ours, folder / "touchline.pdf"],
            "typst": [python, HERE / "exports/with_typst.py", folder / "cards.typ", folder / "typst.pdf"],
            "Chromium, from HTML": [*chromium, f"--print-to-pdf={folder / 'chromium.pdf'}", folder / "cards.html"],
            "Mermaid journey, in Chromium": [*chromium, f"--print-to-pdf={folder / 'mermaid.pdf'}", folder / "journey.html"],
        },
        "PNG": {
            "Touchline": [*ours, folder / "touchline.png"],
            "typst": [python, HERE / "exports/with_typst.py", folder / "cards.typ", folder / "typst.png"],
            "Chromium, from HTML": [
                *chromium, f"--screenshot={folder / 'chromium.png'}", "--window-size=1587,1123", "--force-device-scale-factor=3.125", folder / "cards.html",
            ],
        },
        "slides": {
            "Touchline": [*ours, folder / "touchline.pptx", "--pages", "auto"],
            "python-pptx": [python, HERE / "exports/with_python_pptx.py", folder / "cards.json", folder / "python.pptx"],
            "PptxGenJS": ["node", HERE / "exports/with_pptxgenjs.cjs", folder / "cards.json", folder / "pptxgenjs.pptx"],
        },
    }
    print(f"{options.cards} cards, {CORES} cores of {processor()}, best of {options.runs}\n")
    print("| | | wall s | peak memory | file |\n| --- | --- | --- | --- | --- |")
    for kind, by in commands.items():
        best = {}
        for _ in range(options.runs):
            for name, command in by.items():
                measured = run(command, node)
                best[name] = min(best.get(name, measured), measured)
        for name, (wall, peak) in best.items():
            file = next(Path(str(word).split("=")[-1]) for word in by[name][1:] if str(word).endswith(("pdf", "png", "pptx")))
            print(f"| {kind} | {name} | {wall:.2f} | {peak / 1024:.0f} MB | {file.stat().st_size / 1024:,.0f} KB |")


def others(folder):
    """A Python that has typst and python-pptx, and the folder of the modules of Node."""
    python, modules = folder / "venv/bin/python", folder / "node_modules"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "typst", "python-pptx"], check=True)
    if not modules.exists():
        subprocess.run(["npm", "install", "--silent", "--no-save", "mermaid", "pptxgenjs"], cwd=folder, check=True)
    return python, modules


def run(command, environment):
    """Wall seconds of the whole, and peak kilobytes of its largest process."""
    start = time.perf_counter()
    child = subprocess.Popen(
        [str(word) for word in command],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment,
        preexec_fn=lambda: os.sched_setaffinity(0, set(sorted(os.sched_getaffinity(0))[:CORES])),
    )
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"{command[0]} ended with {os.waitstatus_to_exitcode(status)}")
    return wall, usage.ru_maxrss


def number(value):
    """An id as a map's file has it."""
    return "".join(DIGITS[value >> shift & 31] for shift in range(60, -5, -5))


def rank(value):
    letters = "abcdefghijklmnopqrstuvwxy"
    return "".join(letters[value // 25**place % 25] for place in (2, 1, 0)) + "n"


def write_map(path, all_cards):
    lane = number(1000)
    lines = ["(", "  format: 1,", '  meta: (title: "Bench"),', "  stages: {"]
    lines += [f'    "{number(nth + 1)}": (rank: "{rank(nth)}", name: "{name}"),' for nth, name in enumerate(STAGES)]
    lines += ["  },", "  lanes: {", f'    "{lane}": (rank: "n", kind: Touchpoints),', "  },", "  touchpoints: {"]
    for nth, (stage, title, detail) in enumerate(all_cards):
        lines.append(
            f'    "{number(2000 + nth)}": (stage: "{number(stage + 1)}", lane: "{lane}", rank: "{rank(nth)}", title: "{title}", detail: "{detail}", channel: Email, ownership: Owned),'
        )
    path.write_text("\n".join([*lines, "  },", ")", ""]))


def columns(all_cards):
    return [[card for card in all_cards if card[0] == nth] for nth in range(len(STAGES))]


def typst(all_cards):
    def card(title, detail):
        return f'rect(width: 100%, radius: 2pt, stroke: 0.5pt + gray, inset: 3pt)[#text(size: 6pt, weight: "bold")[{title}] \\ #text(size: 5pt)[{detail}]]'

    stages = [
        f"[*{name}* #grid(columns: 5, gutter: 2pt, {', '.join(card(title, detail) for _, title, detail in column)})]"
        for name, column in zip(STAGES, columns(all_cards))
    ]
    page = '#set page(paper: "a3", flipped: true, margin: 1cm)\n#set text(size: 7pt)\n'
    return f"{page}#grid(columns: 5 * (1fr,), gutter: 6pt, {', '.join(stages)})\n"


def html(all_cards):
    stages = "".join(
        f"<section><h2>{name}</h2>" + "".join(f"<p><b>{title}</b><br>{detail}</p>" for _, title, detail in column) + "</section>"
        for name, column in zip(STAGES, columns(all_cards))
    )
    style = (
        "@page{size:A3 landscape;margin:1cm}body{font:5pt sans-serif;display:grid;grid-template-columns:repeat(5,1fr);gap:6pt;margin:0}"
        "section{display:grid;grid-template-columns:repeat(5,1fr);gap:2pt;align-content:start}h2{grid-column:1/-1;font-size:7pt;margin:0}"
        "p{border:.5pt solid gray;border-radius:2pt;padding:3pt;margin:0}b{font-size:6pt}"
    )
    return f"<!doctype html><title>Bench</title><style>{style}</style>{stages}"


def journey(all_cards, modules):
    lines = ["journey", "title Bench"]
    for name, column in zip(STAGES, columns(all_cards)):
        lines += [f"section {name}", *(f"{title}: {nth % 5 + 1}: Customer" for nth, (_, title, _) in enumerate(column))]
    script = (modules / "mermaid/dist/mermaid.min.js").as_uri()
    body = "\n".join(lines)
    return f'<!doctype html><title>Bench</title><pre class="mermaid">{body}</pre><script src="{script}"></script><script>mermaid.initialize({{startOnLoad: true}})</script>'


if __name__ == "__main__":
    main()
