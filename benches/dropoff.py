#!/usr/bin/env python3
"""Touchline against DuckDB on the same question and the same log, whole processes, best of three each.

    python3 benches/dropoff.py [--rows 10000000] [--runs 3] [--keep FOLDER] [--alone] [--memory-limit SIZE]
                               [--drop-duplicates]

Builds the release program, writes the seeded log (benches/make_log.rs) into a temporary folder, installs DuckDB with pip into
a virtual environment there, runs both in turn on two cores, checks that counts are equal and medians agree to a millionth,
and prints a table in Markdown. Beside them stands the floor: the same file read by a plain parallel pass of simd-csv
(benches/csv_floor), which counts nothing. --alone leaves DuckDB out, for logs that would take it long; --memory-limit goes to
Touchline. --drop-duplicates has both leave out rows that are the same as an earlier one first. Needs Linux, Python 3.9, a
network for pip and cargo, and 1.5 GB of disk for 10 million rows.
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
    options.add_argument("--alone", action="store_true", help="without DuckDB")
    options.add_argument("--memory-limit", help="memory for events, such as 500M; past it they wait in a file")
    options.add_argument("--drop-duplicates", action="store_true", help="of rows that are the same the first alone")
    options = options.parse_args()
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
        compare(options.keep, options)
    else:
        with tempfile.TemporaryDirectory(prefix="touchline-bench-") as folder:
            compare(Path(folder), options)


def compare(folder, options):
    rows, runs = options.rows, options.runs
    subprocess.run(["cargo", "build", "--release", "--quiet"], cwd=HERE.parent, check=True)
    target = Path(os.environ.get("CARGO_TARGET_DIR", HERE.parent / "target"))
    floor = folder / "csv_floor"
    build = ["cargo", "build", "--release", "--quiet", "--target-dir", floor]
    subprocess.run(build, cwd=HERE / "csv_floor", check=True)
    log = folder / f"log-{rows}.csv"
    if not log.exists():
        part = folder / "log.part"
        maker = folder / "make_log"
        subprocess.run(["rustc", "-O", "--edition", "2024", "-o", maker, HERE / "make_log.rs"], check=True)
        subprocess.run([maker, part, str(rows)], check=True)
        part.rename(log)
    touchline = [target / "release/touchline", "funnel", log, "--case", "customer_id", "--event", "step", "--time", "ts"]
    touchline += ["--segment", "segment", "--ties", "name", "--json"]
    touchline += ["--memory-limit", options.memory_limit] if options.memory_limit else []
    touchline += ["--drop-duplicates"] if options.drop_duplicates else []
    for stage in STAGES:
        touchline += ["--stage", f"{stage}={stage}"]
    commands = {"Touchline": touchline}
    if not options.alone:
        python, version = duckdb(folder)
        commands[f"DuckDB {version}"] = [python, HERE / "dropoff_duckdb.py", log, json.dumps(STAGES)]
        commands[f"DuckDB {version}"] += ["distinct"] if options.drop_duplicates else []
    commands["simd-csv, reading alone"] = [floor / "release/csv_floor", log, str(CORES)]
    with log.open("rb") as file:  # all find the file in the page cache
        while file.read(1 << 24):
            pass
    times = {name: [] for name in commands}
    answers = {}
    for _ in range(runs):
        for name, command in commands.items():
            answers[name], measured = run(command)
            times[name].append(measured)

    best = {name: min(measured) for name, measured in times.items()}
    print(f"{rows:,} rows, {log.stat().st_size / 1e6:.0f} MB, {CORES} cores of {processor()}, best of {runs}\n")
    print("| | wall s | CPU s | peak memory |\n| --- | --- | --- | --- |")
    for name, (wall, cpu, peak) in best.items():
        print(f"| {name} | {wall:.2f} | {cpu:.2f} | {peak / 1024:.0f} MB |")
    if not options.alone:
        ours, theirs, _ = (json.loads(answer) if answer.startswith(b"{") else None for answer in answers.values())
        check_same(ours, theirs)
        ours, theirs, _ = best.values()
        ratio, memory = theirs[0] / ours[0], ours[2] / theirs[2]
        print(f"\n{ratio:.1f} times as fast, {memory:.0%} of the memory; all counts and medians agree.")


def duckdb(folder):
    """A Python that has DuckDB, and its version."""
    python = folder / "venv/bin/python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "duckdb"], check=True)
    version = [python, "-c", "import duckdb; print(duckdb.__version__)"]
    return python, subprocess.run(version, check=True, capture_output=True, text=True).stdout.strip()


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
