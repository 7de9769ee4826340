//! Open records told from closed ones, in exports written as CRMs write them; figures worked out by hand.

use super::super::history::StageHistory;
use super::super::tests::*;
use super::super::{Figures, ShapeReport};

fn history(report: &ShapeReport) -> &StageHistory {
    match &report.figures {
        Figures::History(history) => history,
        other => panic!("{other:?}"),
    }
}

/// Reached, dropped and still open at each stage of all records.
fn stages(report: &ShapeReport) -> Vec<(u64, Option<u64>, Option<u64>)> {
    let total = report.figures.funnel().unwrap().total().unwrap();
    total.stages.iter().map(|stage| (stage.reached, stage.dropped, stage.still_open)).collect()
}

/// Five deals: won, lost at Proposal, open at Proposal, lost at Lead, open at Lead; with the columns of one way to say so.
fn deals(more: &str, values: [&str; 5]) -> ShapeReport {
    let dates = [
        "2026-01-01,2026-01-02,2026-01-05",
        "2026-01-01,2026-01-03,",
        "2026-01-02,2026-01-09,",
        "2026-01-02,,",
        "2026-01-03,,",
    ];
    let mut text = format!(
        "Record ID,\"Date entered \"\"Lead\"\"\",\"Date entered \"\"Proposal\"\"\",\"Date entered \"\"Signed\"\"\",{more}\n"
    );
    for (nth, (dates, value)) in dates.iter().zip(values).enumerate() {
        text += &format!("{nth},{dates},{value}\n");
    }
    report(&text)
}

const KNOWN: [(u64, Option<u64>, Option<u64>); 3] = [(4, Some(1), Some(1)), (2, Some(1), Some(1)), (1, None, None)];

#[test]
fn each_way_of_saying_it_tells_open_deals_from_lost_ones() {
    for (more, values, by) in [
        ("Deal Stage", ["Signed", "Closed lost", "Proposal", "Closed lost", "Lead"], "Deal Stage"),
        ("Deal Status", ["won", "lost", "open", "lost", "open"], "Deal Status"),
        (
            "Is Closed Won,Is closed lost",
            ["true,false", "false,true", "false,false", "false,true", "false,false"],
            "Is Closed Won, Is closed lost",
        ),
        ("Is Deal Closed?", ["Yes", "Yes", "No", "Yes", "No"], "Is Deal Closed?"),
        ("Is Open", ["0", "0", "1", "0", "1"], "Is Open"),
        ("Won time,Lost time", ["2026-01-05,", ",2026-01-04", ",", ",2026-01-08", ","], "Won time, Lost time"),
        ("Closed", ["2026-01-05", "2026-01-04", "", "2026-01-08", ""], "Closed"),
        // The last is expected to close after all that happened in the file.
        ("Close Date", ["2026-01-05", "2026-01-04", "", "2026-01-08", "2026-03-31"], "Close Date"),
        // Where the stage tells, an expected close date in the past does not.
        (
            "Deal Stage,Close Date",
            [
                "closedwon,2026-01-05",
                "closedlost,2026-01-04",
                "lead,2026-01-04",
                "closedlost,2026-01-08",
                "lead,2026-01-01",
            ],
            "Deal Stage",
        ),
    ] {
        let report = deals(more, values);
        let found = history(&report);
        assert_eq!((stages(&report), found.told_by.join(", ").as_str()), (KNOWN.to_vec(), by), "{more}");
        assert_eq!((found.won, found.lost, found.open), (1, 2, 2), "{more}");
        let all: Vec<_> = found.funnel.segments[0].stages.iter().map(|stage| (stage.reached, stage.dropped)).collect();
        assert_eq!(all, [(5, None), (3, None), (1, None)], "{more}");
        assert!(report.definition.contains("Still open"), "{more}");
    }
}

#[test]
fn a_file_that_does_not_say_it_counts_open_deals_as_not_yet_moved_on_and_says_so() {
    // A status that is never won or lost tells nothing, nor do reasons.
    for (more, values) in [
        ("Amount", ["10", "20", "30", "40", "50"]),
        ("Status", ["active", "active", "dormant", "active", "active"]),
        ("Closed Lost Reason", ["", "Price", "", "Timing", ""]),
    ] {
        let report = deals(more, values);
        assert_eq!(stages(&report), [(5, Some(2), None), (3, Some(2), None), (1, None, None)], "{more}");
        let found = history(&report);
        assert!(found.known.is_none() && found.told_by.is_empty(), "{more}");
        assert!(report.definition.contains("count as dropped, since they have not yet moved on"), "{more}");
    }
}

#[test]
fn a_won_deal_has_come_to_the_end_though_nobody_wrote_it_down() {
    let report = report(
        "deal_id,stage,entered,outcome\n1,Lead,2026-01-01,won\n1,Proposal,2026-01-02,won\n2,Lead,2026-01-01,won\n\
         3,Lead,2026-01-01,lost\n",
    );
    assert_eq!(stages(&report), [(3, Some(1), Some(0)), (2, None, None)]);
}
