#!/usr/bin/env python3
"""Recomputes with SciPy, statsmodels and lifelines what crates/behaviour/src/statistics/ computes.

    python3 benches/statistics.py            compare with the values that the tests hold, print the largest deviation
    python3 benches/statistics.py --write    write them anew

Installs the three with pip into a virtual environment in a temporary folder (or uses --python). The values stand in
crates/behaviour/src/statistics/reference.json with the versions that gave them. Needs Python 3.10 and a network for pip.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

REFERENCE = Path(__file__).resolve().parent.parent / "crates/behaviour/src/statistics/reference.json"

PAIRS = [[12, 80, 30, 90], [150, 1000, 260, 1000], [1, 40, 3, 40], [3, 8, 7, 9], [0, 25, 6, 31], [400000, 900000, 450000, 900000],
         [1533, 6790, 902, 6003], [5, 5, 0, 4], [20, 100, 20, 100], [4999, 10000, 5200, 10000]]
P_VALUES = [[0.01, 0.04, 0.03, 0.005], [0.5, 0.9, 0.2], [1e-200, 0.05, 0.05, 0.05, 1.0], [0.049]]
TABLES = [[[30, 20, 10], [15, 25, 40]], [[1869, 5174], [500, 4000]], [[3, 1], [1, 3], [2, 2]]]
NORMALS = [0.0, 0.5, 1.0, 1.959963984540054, 3.0, 8.0, 20.0, 37.0]
CHI_SQUARES = [[0.1, 1], [3.84, 1], [25.0, 2], [200.0, 3], [1300.0, 2], [5.0, 10], [2352.87, 1]]
STUDENTS = [[0.5, 1], [2.0, 3], [12.7, 1], [-2.5, 30], [8.0, 200]]
TRENDS = [[[1, 10], [2, 12], [3, 15]], [[0, 5], [1, 4.5], [2, 4.9], [3, 3.9], [4, 3.2]], [[1, 2], [2, 9], [3, 1], [4, 8]]]
# (time, left) by group: ties, a time of nought, censoring before the first and after the last who left, halves exactly.
GROUPS = {
    "small": [[[1, 1], [2, 1], [3, 0], [4, 1]], [[1, 0], [5, 1], [6, 0], [8, 0]]],
    "ties": [[[0, 0], [2, 1], [2, 1], [2, 0], [5, 1], [9, 0]], [[0, 1], [2, 0], [3, 1], [3, 1], [9, 1]], [[4, 0], [7, 1], [7, 1], [8, 0]]],
    "halves": [[[10, 1], [20, 1], [30, 1], [40, 1]], [[15, 1], [25, 1], [35, 1], [45, 1]]],
    "months": [[[(i * 7) % 37 + 1, int(i % 3 > 0)] for i in range(120)], [[(i * 11) % 29 + 1, int(i % 4 > 0)] for i in range(90)],
               [[(i * 5) % 43 + 1, int(i % 2 > 0)] for i in range(60)], [[(i * 13) % 31 + 2, int(i % 5 > 0)] for i in range(75)]],
}


def compute():
    import lifelines
    import numpy
    import scipy
    import statsmodels
    import statsmodels.api
    from lifelines.statistics import multivariate_logrank_test
    from scipy import stats
    from statsmodels.stats.multitest import multipletests
    from statsmodels.stats.proportion import confint_proportions_2indep, proportion_effectsize, proportions_ztest

    def pair(a, n, b, m):
        low, high = confint_proportions_2indep(a, n, b, m, method="newcomb", compare="diff")
        z, p = proportions_ztest([a, b], [n, m])
        exact = stats.fisher_exact([[a, n - a], [b, m - b]])[1]
        return {"pair": [a, n, b, m], "low": low, "high": high, "z": z, "z_p": p, "fisher_p": exact, "h": proportion_effectsize(a / n, b / m)}

    def table(counts):
        chi2, p, degrees, expected = stats.chi2_contingency(counts, correction=False)
        return {"table": counts, "statistic": chi2, "degrees": int(degrees), "p": p, "least_expected": expected.min()}

    def line(points):
        x, y = zip(*points)
        fit = statsmodels.api.OLS(y, statsmodels.api.add_constant(numpy.array(x, dtype=float))).fit()
        low, high = fit.conf_int()[1]
        return {"points": points, "slope": fit.params[1], "intercept": fit.params[0], "low": low, "high": high, "p": fit.pvalues[1]}

    def survival(name, groups):
        curves = []
        for group in groups:
            times, left = zip(*group)
            fit = lifelines.KaplanMeierFitter().fit(times, left)
            band = fit.confidence_interval_
            events = fit.event_table
            median = fit.median_survival_time_
            steps = [
                [t, int(events.at_risk[t]), int(events.observed[t]), int(events.censored[t]), fit.survival_function_.iloc[i, 0], *band.iloc[i]]
                for i, t in enumerate(fit.survival_function_.index)
            ]
            curves.append({"steps": steps, "median": None if numpy.isinf(median) else median})
        times, left, of = zip(*[(t, e, nth) for nth, group in enumerate(groups) for t, e in group])
        test = multivariate_logrank_test(times, of, left)
        return {"name": name, "groups": groups, "curves": curves, "statistic": test.test_statistic, "p": test.p_value}

    quantiles = [1.0, 2.5, 2.5, 7.0, 11.0, 19.0, 42.0]
    return {
        "versions": {"lifelines": lifelines.__version__, "numpy": numpy.__version__, "scipy": scipy.__version__, "statsmodels": statsmodels.__version__},
        "pairs": [pair(*p) for p in PAIRS],
        "holm": [{"p": p, "corrected": list(multipletests(p, method="holm")[1])} for p in P_VALUES],
        "tables": [table(t) for t in TABLES],
        "normal": [[z, 2 * stats.norm.sf(z)] for z in NORMALS],
        "chi_square": [[x, k, stats.chi2.sf(x, k)] for x, k in CHI_SQUARES],
        "student": [[t, k, 2 * stats.t.sf(abs(t), k), stats.t.ppf(0.975, k)] for t, k in STUDENTS],
        "quantiles": {"values": quantiles, "at": [[p, numpy.quantile(quantiles, p)] for p in [0.0, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 1.0]]},
        "trends": [line(points) for points in TRENDS],
        "survival": [survival(name, groups) for name, groups in GROUPS.items()],
    }


def deviation(a, b):
    """The largest relative deviation between two trees of values of the same shape."""
    if isinstance(a, dict):
        assert a.keys() == b.keys(), (a.keys(), b.keys())
        return max((deviation(a[k], b[k]) for k in a if k != "versions"), default=0.0)
    if isinstance(a, list):
        assert len(a) == len(b)
        return max((deviation(x, y) for x, y in zip(a, b)), default=0.0)
    if isinstance(a, float) or isinstance(b, float):
        return abs(a - b) / max(abs(a), abs(b), 1e-12)
    assert a == b, (a, b)
    return 0.0


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--write", action="store_true")
    options.add_argument("--python", help="a Python that has the three installed")
    options.add_argument("--compute", action="store_true", help=argparse.SUPPRESS)
    options = options.parse_args()
    if options.compute:
        json.dump(compute(), sys.stdout, default=float)
        return
    with tempfile.TemporaryDirectory(prefix="touchline-statistics-") as folder:
        python = options.python
        if not python:
            subprocess.run([sys.executable, "-m", "venv", folder], check=True)
            python = os.path.join(folder, "bin", "python")
            subprocess.run([python, "-m", "pip", "install", "-q", "lifelines", "scipy", "statsmodels"], check=True)
        found = json.loads(subprocess.run([python, __file__, "--compute"], check=True, stdout=subprocess.PIPE).stdout)
    if options.write:
        rows = ",\n".join(f" {json.dumps(key)}: {json.dumps(value)}" for key, value in found.items())
        REFERENCE.write_text("{\n" + rows + "\n}\n")
    held = json.loads(REFERENCE.read_text())
    print("versions now: ", found["versions"])
    print("versions held:", held["versions"])
    far = deviation(found, held)
    print(f"largest relative deviation: {far:.1e}")
    sys.exit(0 if far < 1e-9 else 1)


main()
