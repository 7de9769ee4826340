//! What each customer states, and how often each fact was stated: the lines of the answer.
//!
//! A line is (kind, segment, a, b, n, low, high, low9, high9). The first says what the answer is of, the last how many lines
//! stand between them, so that an answer cut short is known.

use super::written::{indented, literal, literals};
use crate::plan::Plan;

/// The first words of an answer.
pub(in crate::clickhouse) const MAGIC: &str = "touchline answer";

/// Grows when lines mean something else than before.
pub(in crate::clickhouse) const FORMAT_VERSION: &str = "2";

/// What a line tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub(in crate::clickhouse) enum Kind {
    /// a: [`MAGIC`], b: version and fingerprint.
    Head = 0,
    /// n rows not used for the reason with the number a.
    Rejected = 1,
    /// n customers.
    Customers = 2,
    /// n customers with several segments, of whatever segment.
    Several = 3,
    /// low and high: the first and the last time used.
    Span = 4,
    /// n customers reached the stage a.
    Reached = 5,
    /// n times from the stage a to the next; low and high: the two in the middle; low9 and high9: the two about 90 %.
    ToNext = 6,
    /// The same for all segments together.
    ToNextOfAll = 7,
    /// n customers have an event of the group a.
    Group = 8,
    /// n times b directly follows a.
    Follows = 9,
    /// n customers have a as their last event.
    Last = 10,
    /// n customers have a as their first event.
    First = 11,
    /// n customers who reached the last stage have a as their first event.
    FirstOfConverted = 12,
    /// n customers who reached the last stage have a directly before they did.
    LastBeforeConverted = 13,
    /// n customers who reached the stage a have two events of it or more.
    Repeated = 14,
    /// n customers who reached the stage a came back to it from a later one.
    Returned = 15,
    /// n customers who dropped at the stage a did b next; nothing where b is empty.
    Then = 16,
    /// n rows have the customer, event, time and segment of another.
    Same = 17,
    /// n customers who reached the stage a were seen again in the earlier stage b afterwards.
    SeenAgain = 18,
    /// n: the lines between the first and this one.
    End = 255,
}

impl Kind {
    const ALL: [Kind; 20] = [
        Kind::Head,
        Kind::Rejected,
        Kind::Customers,
        Kind::Several,
        Kind::Span,
        Kind::Reached,
        Kind::ToNext,
        Kind::ToNextOfAll,
        Kind::Group,
        Kind::Follows,
        Kind::Last,
        Kind::First,
        Kind::FirstOfConverted,
        Kind::LastBeforeConverted,
        Kind::Repeated,
        Kind::Returned,
        Kind::Then,
        Kind::Same,
        Kind::SeenAgain,
        Kind::End,
    ];

    /// The kind of a number.
    pub fn of(number: u64) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| *kind as u64 == number)
    }
}

/// How many rows of a customer differ in event, time or segment.
const DIFFERENT: &str = "arrayUniq(es, ts, ss)";

/// A fact as a tuple: kind, segment, a, b, value, and 1 or 0 for whether it holds.
fn fact(kind: Kind, segment: &str, a: &str, b: &str, value: &str, holds: &str) -> String {
    format!("(toUInt8({}), {segment}, {a}, {b}, toInt64({value}), toUInt8({holds}))", kind as u8)
}

/// A SELECT with one row for each different fact and how often it was stated.
pub(super) fn counted(plan: &Plan, walked: &str) -> String {
    let used = "reason = 0";
    let of = |at: usize| literal(&at.to_string());
    let mut single = vec![
        fact(Kind::Rejected, "''", "toString(reason)", "''", "n", "reason > 0"),
        fact(Kind::Customers, "ss[1]", "''", "''", "0", used),
        fact(Kind::Several, "''", "''", "''", "0", "arrayUniq(ss) > 1"),
        fact(Kind::Same, "''", "''", "''", &format!("length(es) - {DIFFERENT}"), &format!("length(es) > {DIFFERENT}")),
        fact(Kind::Span, "''", "''", "''", "ts[1]", used),
        fact(Kind::Span, "''", "''", "''", "ts[length(ts)]", used),
        fact(Kind::First, "ss[1]", "es[1]", "''", "0", used),
        fact(Kind::Last, "ss[1]", "es[length(es)]", "''", "0", used),
    ];
    let last = plan.stages.len();
    for stage in 1..=last {
        let hit = format!("hit{stage}");
        let repeated = format!("hit{stage} = 1 AND countEqual(ks, {stage}) > 1");
        let returned = format!(
            "hit{stage} = 1 AND arrayExists((k, before) -> k = {stage} AND before > {stage}, arrayPopFront(bound), \
             arrayPopBack(bound))"
        );
        single.push(fact(Kind::Reached, "ss[1]", &of(stage), "''", "0", &hit));
        single.push(fact(Kind::Repeated, "ss[1]", &of(stage), "''", "0", &repeated));
        single.push(fact(Kind::Returned, "ss[1]", &of(stage), "''", "0", &returned));
        for earlier in 1..stage {
            let again = format!(
                "hit{stage} = 1 AND has(arraySlice(ks, 1, pl{stage}), {earlier}) AND has(arraySlice(ks, pl{stage} + 1), {earlier})"
            );
            single.push(fact(Kind::SeenAgain, "ss[1]", &of(stage), &of(earlier), "0", &again));
        }
        if stage < last {
            let took = format!("at{} - at{stage}", stage + 1);
            let both = format!("hit{stage} = 1 AND hit{} = 1", stage + 1);
            let dropped = format!("hit{stage} = 1 AND hit{} = 0", stage + 1);
            single.push(fact(Kind::ToNext, "ss[1]", &of(stage), "''", &took, &both));
            single.push(fact(Kind::ToNextOfAll, "''", &of(stage), "''", &took, &both));
            single.push(fact(Kind::Then, "ss[1]", &of(stage), &format!("es[pl{stage} + 1]"), "0", &dropped));
        }
    }
    if last > 0 {
        let converted = format!("hit{last}");
        let before = format!("es[greatest(pl{last} - 1, toInt64(1))]");
        single.push(fact(Kind::FirstOfConverted, "ss[1]", "es[1]", "''", "0", &converted));
        single.push(fact(Kind::LastBeforeConverted, "ss[1]", &before, "''", "0", &converted));
    }
    for (at, group) in plan.reach.iter().enumerate() {
        let events: Vec<&str> = group.events.iter().map(|event| event.trim()).collect();
        if !events.is_empty() {
            let has_one = format!("hasAny(es, [{}])", literals(&events));
            single.push(fact(Kind::Group, "ss[1]", &of(at + 1), "''", "0", &has_one));
        }
    }
    let stated = format!(
        "SELECT\n  arrayFilter(k -> k > 0, ks) AS bound,\n  arrayConcat(\n  arrayFilter(f -> tupleElement(f, 6) = 1, [\n    {}\n  ]),\n  \
         arrayMap((a, b) -> {}, arrayPopBack(es), arrayPopFront(es))\n) AS facts\nFROM (\n{})\n",
        single.join(",\n    "),
        fact(Kind::Follows, "''", "a", "b", "0", "1"),
        indented(walked)
    );
    let element = |place: u8, name: &str| format!("  tupleElement(fact, {place}) AS {name}");
    let elements = [(1, "kind"), (2, "segment"), (3, "a"), (4, "b"), (5, "value")].map(|(at, name)| element(at, name));
    let separate =
        format!("SELECT\n{}\nFROM (\n{})\nARRAY JOIN facts AS fact\n", elements.join(",\n"), indented(&stated));
    format!(
        "SELECT\n  kind, segment, a, b,\n  toUInt64(if(kind IN ({rejected}, {same}), sum(value), toInt64(count()))) AS n,\n  \
         min(value) AS low,\n  max(value) AS high,\n  \
         arraySort(groupArrayIf(value, kind IN ({to_next}, {to_next_of_all}))) AS v,\n  length(v) AS len\nFROM (\n{})\n\
         GROUP BY kind, segment, a, b\n",
        indented(&separate),
        rejected = Kind::Rejected as u8,
        same = Kind::Same as u8,
        to_next = Kind::ToNext as u8,
        to_next_of_all = Kind::ToNextOfAll as u8,
    )
}

/// The whole statement, with the first and the last line.
pub(super) fn answer(counted: &str, fingerprint: &str) -> String {
    let line = |kind: Kind, a: &str, b: &str, n: &str| {
        let none = "toInt64(0), toInt64(0), toInt64(0), toInt64(0)";
        format!("(toUInt8({}), '', {a}, {b}, toUInt64({n}), {none})", kind as u8)
    };
    // Places of an array count from 1; R-7 puts the share p of n values at place 1 + p (n - 1).
    let between = "if(len > 0, v[intDiv(len + 1, 2)], low), if(len > 0, v[intDiv(len, 2) + 1], high), \
                   if(len > 0, v[intDiv((toInt64(len) - 1) * 9, 10) + 1], toInt64(0)), \
                   if(len > 0, v[least(toInt64(len), intDiv((toInt64(len) - 1) * 9, 10) + 2)], toInt64(0))";
    let lines = format!(
        "SELECT arrayConcat(\n  [{}],\n  arraySort(groupArray((kind, segment, a, b, n, {between}))),\n  [{}]\n) AS lines\n\
         FROM (\n{})\n",
        line(Kind::Head, &literal(MAGIC), &literal(&format!("{FORMAT_VERSION} {fingerprint}")), "0"),
        line(Kind::End, "''", "''", "count()"),
        indented(counted)
    );
    let elements: Vec<String> = (1..=9).map(|place| format!("tupleElement(line, {place})")).collect();
    format!(
        "SELECT\n  {}\nFROM (\n{})\nARRAY JOIN lines AS line\nFORMAT TabSeparated\n",
        elements.join(", "),
        indented(&lines)
    )
}
