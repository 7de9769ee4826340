#!/usr/bin/env python3
"""Touchline against DuckDB on the same question and the same log, whole processes, best of three each.

    python3 benches/dropoff.py [--rows 10000000] [--runs 3] [--keep FOLDER]

Builds the release program, writes the seeded log (benches/make_log.rs) into a temporary folder, installs DuckDB with pip into
a virtual environment there, runs both in turn on two cores, checks that counts are equal and medians agree to a millionth,
and prints a table in Markdown. Needs Linux, Python 3.9, a network for pip, and 1.5 GB of disk.
"""

import argparse
import json
import os
import platform
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
STAGES = ["trailer_view", "landing_page", "account_made", "payment_added", "first_stream", "subscription_paid"]
CORES = 2


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rows", type=int, default=10_000_000)
    options.add_argument("--runs", type=int, default=3)
    options.add_argument("--keep", type=Path, help="work in this folder and keep it, instead of a temporary one")
    options = options.parse_args()
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
        compare(options.keep, options.rows, options.runs)
    else:
        with tempfile.TemporaryDirectory(prefix="touchline-bench-") as folder:
            compare(Path(folder), options.rows, options.runs)


def compare(folder, rows, runs):
    subprocess.run(["cargo", "build", "--release", "--quiet"], cwd=HERE.parent, check=True)
    target = Path(os.environ.get("CARGO_TARGET_DIR", HERE.parent / "target"))
    log = folder / f"log-{rows}.csv"
    if not log.exists():
        part = folder / "log.part"
        maker = folder / "make_log"
        subprocess.run(["rustc", "-O", "--edition", "2024", "-o", maker, HERE / "make_log.rs"], check=True)
        subprocess.run([maker, part, str(rows)], check=True)
        part.rename(log)
    python = folder / "venv/bin/python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "duckdb"], check=True)
    version = subprocess.run(
        [python, "-c", "import duckdb; print(duckdb.__version__)"], check=True, capture_output=True, text=True
    ).stdout.strip()

    touchline = [target / "release/touchline", "funnel", log, "--case", "customer_id", "--event", "step", "--time", "ts"]
    touchline += ["--segment", "segment", "--ties", "name", "--json"]
    for stage in STAGES:
        touchline += ["--stage", f"{stage}={stage}"]
    duckdb = [python, HERE / "dropoff_duckdb.py", log, json.dumps(STAGES)]
    log.read_bytes()  # both find the file in the page cache
    times = {"Touchline": [], f"DuckDB {version}": []}
    answers = {}
    for _ in range(runs):
        for name, command in zip(times, (touchline, duckdb)):
            answer, measured = run(command)
            times[name].append(measured)
            answers[name] = json.loads(answer)
    check_same(*answers.values())

    best = {name: min(measured) for name, measured in times.items()}
    (ours, theirs) = best.values()
    print(f"{rows:,} rows, {log.stat().st_size / 1e6:.0f} MB, {CORES} cores of {processor()}, best of {runs}\n")
    print("| | wall s | CPU s | peak memory |\n| --- | --- | --- | --- |")
    for name, (wall, cpu, peak) in best.items():
        print(f"| {name} | {wall:.2f} | {cpu:.2f} | {peak / 1024:.0f} MB |")
    print(f"\n{theirs[0] / ours[0]:.1f} times as fast, {ours[2] / theirs[2]:.0%} of the memory; all counts and medians agree.")


def run(command):
    """Standard output, and wall seconds, CPU seconds and peak kilobytes of the whole process."""
    read, write = os.pipe()
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=write, preexec_fn=lambda: os.sched_setaffinity(0, cores()))
    os.close(write)
    with os.fdopen(read, "rb") as out:
        answer = out.read()
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit(f"{command[0]} ended with {child.returncode}")
    return answer, (wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss)


def cores():
    return set(sorted(os.sched_getaffinity(0))[:CORES])


def check_same(ours, theirs):
    figures = {}
    for segment in ours["segments"]:
        name = None if segment["total"] else segment["segment"]
        stages = [(stage["reached"], stage["median_secs_to_next"]) for stage in segment["stages"]]
        figures[name] = (segment["customers"], stages)
    for name, customers, reached, medians in theirs["segments"]:
        our_customers, stages = figures.pop(name)
        assert our_customers == customers, (name, our_customers, customers)
        assert [stage[0] for stage in stages] == reached, (name, stages, reached)
        for (_, ours_secs), secs in zip(stages, medians + [None]):
            assert (ours_secs is None) == (secs is None), (name, ours_secs, secs)
            assert ours_secs is None or abs(ours_secs - secs) <= 1e-6, (name, ours_secs, secs)
    assert not figures, figures
    pairs = [[pair["from"], pair["to"], pair["count"]] for pair in ours["transitions"]]
    assert pairs == sorted(theirs["transitions"]), "transitions differ"


def processor():
    try:
        found = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    except OSError:
        found = None
    return found.group(1) if found else platform.processor() or platform.machine()


if __name__ == "__main__":
    main()
