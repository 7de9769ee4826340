"""The question of benches/dropoff.py put to DuckDB, tuned by hand: typed reading, hashed ids, one join a stage.

    python dropoff_duckdb.py LOG.csv '["stage one", "stage two"]' [distinct]
"""

import json
import sys

import duckdb

# In byte order, so that the order of the enumeration is the order of the names.
STEPS = """account_made first_stream landing_page payment_added plan_compare profile_made second_stream
    subscription_paid subscription_renewed support_chat trailer_view trial_started""".split()
SEGMENTS = ["families", "returning", "sports_fans", "students"]


def main(path, stages, distinct):
    db = duckdb.connect()
    db.execute("SET threads=2; SET preserve_insertion_order=false")
    db.execute(f"CREATE TYPE step AS ENUM ({names(STEPS)}); CREATE TYPE segment AS ENUM ({names(SEGMENTS)})")
    columns = "{'customer_id': 'VARCHAR', 'step': 'step', 'ts': 'TIMESTAMP', 'segment': 'segment'}"
    db.execute(
        f"CREATE TEMP TABLE log AS SELECT hash(customer_id) AS customer, step, ts, segment "
        f"FROM (SELECT {distinct} * FROM read_csv('{path}', header=true, delim=',', quote='\"', columns={columns}))"
    )
    # A customer of this log has one segment, so that any row tells it.
    db.execute("CREATE TEMP TABLE customers AS SELECT customer, any_value(segment) AS segment FROM log GROUP BY customer")
    db.execute(
        f"CREATE TEMP TABLE stage0 AS SELECT customer, any_value(segment) AS segment, min(ts) AS t "
        f"FROM log WHERE step = '{stages[0]}' GROUP BY customer"
    )
    for at in range(1, len(stages)):
        db.execute(
            f"CREATE TEMP TABLE stage{at} AS SELECT p.customer, any_value(p.segment) AS segment, min(l.ts) AS t "
            f"FROM stage{at - 1} p JOIN log l ON l.customer = p.customer AND l.step = '{stages[at]}' AND l.ts >= p.t "
            f"GROUP BY p.customer"
        )
    customers = by_segment(db, "SELECT segment, count(*) FROM customers")
    reached = [by_segment(db, f"SELECT segment, count(*) FROM stage{at}") for at in range(len(stages))]
    medians = [
        by_segment(
            db,
            f"SELECT segment, median(gap) / 1e6 FROM (SELECT a.segment, epoch_us(b.t) - epoch_us(a.t) AS gap "
            f"FROM stage{at} a JOIN stage{at + 1} b USING (customer))",
        )
        for at in range(len(stages) - 1)
    ]
    transitions = db.execute(
        "SELECT step::VARCHAR, next::VARCHAR, count(*) FROM (SELECT step, lead(step) OVER (PARTITION BY customer "
        "ORDER BY ts, step) AS next FROM log) WHERE next IS NOT NULL GROUP BY ALL"
    ).fetchall()
    segments = [
        [name, count, [stage.get(name, 0) for stage in reached], [stage.get(name) for stage in medians]]
        for name, count in customers.items()
    ]
    print(json.dumps({"segments": segments, "transitions": transitions}))


def by_segment(db, select):
    """The figure of each segment, and of all under None."""
    return dict(db.execute(f"{select} GROUP BY GROUPING SETS ((), (segment))").fetchall())


def names(values):
    return ", ".join(f"'{value}'" for value in values)


if __name__ == "__main__":
    main(sys.argv[1], json.loads(sys.argv[2]), "DISTINCT" if "distinct" in sys.argv[3:] else "")
