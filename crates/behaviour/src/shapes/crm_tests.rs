//! Both layouts of stage histories, and what their headers look like.

use super::super::tests::*;
use super::super::{Figures, Shape, ShapeReport, read};
use super::*;

fn history(report: &ShapeReport) -> &StageHistory {
    match &report.figures {
        Figures::History(history) => history,
        other => panic!("{other:?}"),
    }
}

/// Who stands open at each stage of the whole file.
fn still_open(report: &ShapeReport) -> Vec<Option<u64>> {
    report.figures.funnel().unwrap().segments[0].stages.iter().map(|stage| stage.still_open).collect()
}

const LONG: &str = "record,stage,entered_on,left_on,outcome,segment\n\
    d1,Lead,2026-01-01,2026-01-05,,East\n\
    d1,Offer,2026-01-05,2026-01-09,won,East\n\
    d2,Lead,2026-01-02,2026-01-03,lost,West\n\
    d3,Lead,2026-01-03,,,West\n\
    ,Lead,2026-01-03,,,West\n\
    d4,Lead,soon,,,West\n\
    d5,Lead,2026-01-09,2026-01-03,,West\n";

#[test]
fn the_long_layout_gives_a_funnel_stays_and_outcomes() {
    let report = report(LONG);
    assert_eq!(report.shape, "stage-history");
    expect_stages(&report, 0, &[("Lead", 2, Some(1)), ("Offer", 1, None)]);
    expect_stages(&report, 1, &[("Lead", 1, Some(0)), ("Offer", 1, None)]);
    expect_stages(&report, 2, &[("Lead", 1, Some(1)), ("Offer", 0, None)]);
    let history = history(&report);
    let all: Vec<_> = history.funnel.segments[0].stages.iter().map(|stage| (stage.reached, stage.dropped)).collect();
    assert_eq!(all, [(3, None), (1, None)], "who stands open is not lost");
    assert_eq!((still_open(&report), history.told_by.clone()), (vec![Some(1), None], vec!["outcome".to_owned()]));
    assert_eq!((history.records, history.won, history.lost, history.open), (3, 1, 1, 1));
    assert_eq!(
        rejected(&report),
        [
            ("it was left before it was entered", &[8][..]),
            ("no record", &[6]),
            ("“entered_on”: the time cannot be read", &[7])
        ]
    );
}

#[test]
fn hubspot_names_its_columns_after_stages_and_pipelines() {
    let report = report(
        "Record ID,Deal Name,Deal owner,\"Date entered \"\"Appointment Scheduled (Sales Pipeline)\"\"\",\
         \"Date exited \"\"Appointment Scheduled (Sales Pipeline)\"\"\",\"Date entered \"\"Contract Sent (Sales Pipeline)\"\"\",\
         \"Date entered \"\"Closed Won (Sales Pipeline)\"\"\",\"Date entered \"\"Closed Lost (Sales Pipeline)\"\"\"\n\
         1,Acme,Ann,2026-01-01 09:00,2026-01-03 09:00,2026-01-03 09:00,2026-01-08 09:00,\n\
         2,Bell,Bo,2026-01-02 09:00,2026-01-04 09:00,2026-01-04 09:00,,2026-01-20 09:00\n\
         3,Core,Cy,2026-01-05 09:00,,,,\n\
         4,Dash,Cy,,,,,\n",
    );
    assert_eq!(report.shape, "hubspot-deals");
    expect_stages(
        &report,
        0,
        &[("Appointment Scheduled", 2, Some(0)), ("Contract Sent", 2, Some(1)), ("Closed Won", 1, None)],
    );
    let history = history(&report);
    assert_eq!(
        (still_open(&report), history.told_by.join(", ")),
        (vec![Some(1), Some(0), None], "Closed Lost".to_owned())
    );
    assert_eq!((history.won, history.lost, history.open), (1, 1, 1));
    assert_eq!(report.figures.funnel().unwrap().segments[0].stages[0].median_secs_to_next, Some(2.0 * 86_400.0));
    assert_eq!(rejected(&report), [("it never entered a stage", &[5][..])]);
}

#[test]
fn any_pair_of_entered_and_left_is_a_stage() {
    let (_, recognition) = source(
        "id,lead_entered_at,lead_left_at,offer_entered_at,offer_left_at,hs_date_entered_closedwon\n\
         1,2026-01-01,2026-01-02,2026-01-02,2026-01-03,2026-01-03\n2,2026-01-01,,,,\n",
    );
    let stages = wide_columns(&recognition);
    let found: Vec<_> = stages.iter().map(|stage| (stage.name.as_str(), stage.entered, stage.left)).collect();
    assert_eq!(found, [("lead", 1, Some(2)), ("offer", 3, Some(4)), ("closedwon", 5, None)]);
}

#[test]
fn the_map_says_which_stages_are_counted() {
    let (source, recognition) = source(LONG);
    let asked = [StagePlan { name: "Decision".to_owned(), events: vec!["Offer".to_owned()] }];
    let report = read(&source, &recognition, Shape::StageHistory, Some(&asked), &Progress::default()).unwrap();
    expect_stages(&report, 0, &[("Decision", 1, None)]);
}
