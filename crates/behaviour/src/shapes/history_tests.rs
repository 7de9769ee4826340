//! Figures of stage histories, worked out by hand.

use super::*;

const DAY: i64 = 86_400_000_000;

/// Records written as `stage@day stage@day-left …`, with the stages in their first order.
fn histories(records: &[&str]) -> Histories {
    let mut all = Histories::default();
    for record in records {
        let mut trace = Trace::default();
        for visit in record.split(' ') {
            let (name, days) = visit.split_once('@').unwrap();
            let (entered, left) = days.split_once('-').map_or((days, None), |(from, to)| (from, Some(to)));
            let stage = all.stage(name).unwrap();
            let micros = |day: &str| day.parse::<i64>().unwrap() * DAY;
            trace.visits.push(Visit { stage, entered: micros(entered), left: left.map(micros) });
        }
        all.records.push(trace);
    }
    all
}

fn row(stage: &FunnelStage) -> (&str, u64, Option<u64>, Option<f64>) {
    let days = stage.median_secs_to_next.map(|secs| secs / 86_400.0);
    (stage.name.as_str(), stage.reached, stage.dropped, days)
}

#[test]
fn stages_stand_in_the_order_of_the_records_and_lost_ones_outside() {
    let all = histories(&["Lost@9 New@0", "Won@8 Offer@3 New@1", "New@2 Offer@6", "Offer@1 Won@2"]);
    let figures = all.figures(None);
    let rows: Vec<_> = figures.known.as_ref().unwrap().segments[0].stages.iter().map(row).collect();
    assert_eq!(
        rows,
        [("New", 4, Some(1), Some(3.0)), ("Offer", 2, Some(0), Some(3.0)), ("Won", 2, None, None)],
        "the fourth was never seen to be new, and is counted since it got further; to Offer: 2 and 4 days; to Won: 5 and 1"
    );
    assert_eq!((figures.won, figures.lost, figures.open, figures.went_back), (2, 1, 1, 0));
}

#[test]
fn a_stay_ends_with_leaving_or_with_the_next_stage() {
    let figures = histories(&["New@0-2 Offer@5", "New@0 Offer@4", "New@3"]).figures(None);
    let new = &figures.stages[0];
    assert_eq!((new.name.as_str(), new.entered, new.still_there, new.stay.n), ("New", 3, 1, 2));
    assert_eq!(new.stay.median_secs, Some(3.0 * 86_400.0));
    assert_eq!(figures.stages[1].still_there, 2);
}

#[test]
fn asked_stages_gather_stages_of_the_file() {
    let all = histories(&["New@0 Call@1 Offer@5", "Call@2", "New@3"]);
    let asked = |name: &str, events: &[&str]| StagePlan {
        name: name.to_owned(),
        events: events.iter().map(|event| event.to_string()).collect(),
    };
    let figures = all.figures(Some(&[asked("Consider", &["New", "Call"]), asked("Decide", &["Offer"])]));
    let rows: Vec<_> = figures.funnel.segments[0].stages.iter().map(row).collect();
    assert_eq!(rows, [("Consider", 3, Some(2), Some(5.0)), ("Decide", 1, None, None)]);
}

#[test]
fn who_goes_back_is_counted() {
    let figures = histories(&["A@0 B@1 C@2", "A@0 B@1 C@2", "A@0 C@1 B@2"]).figures(None);
    assert_eq!(figures.went_back, 1);
}
