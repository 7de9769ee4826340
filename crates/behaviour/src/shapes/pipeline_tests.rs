//! Pipelines as they stand, worked out by hand.

use super::super::Figures;
use super::super::tests::*;
use super::*;

const DEALS: &str = "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\n\
    A1,Moses Frase,Basic,Cancity,Won,2026-01-01,2026-01-11,100\n\
    A2,Moses Frase,Basic,Isdom,Lost,2026-01-01,2026-01-05,0\n\
    A3,Darcel Lee,Pro,Isdom,Won,2026-01-01,2026-01-21,300\n\
    A4,Darcel Lee,Pro,,Engaging,2026-01-02,,\n\
    A5,Darcel Lee,Pro,,Prospecting,,,\n\
    A6,Darcel Lee,Pro,,,2026-01-02,,\n\
    A7,Darcel Lee,Pro,,Won,2026-01-09,2026-01-02,\n";

fn pipeline(report: &super::super::ShapeReport) -> &Pipeline {
    match &report.figures {
        Figures::Pipeline(pipeline) => pipeline,
        other => panic!("{other:?}"),
    }
}

#[test]
fn where_records_are_says_how_far_they_came() {
    let report = report(DEALS);
    assert_eq!(report.shape, "pipeline");
    expect_stages(
        &report,
        0,
        &[("Prospecting", 4, Some(0)), ("Engaging", 3, Some(0)), ("Closed", 3, Some(1)), ("Won", 2, None)],
    );
    let pipeline = pipeline(&report);
    let open: Vec<_> = pipeline.known.segments[0].stages.iter().map(|stage| stage.still_open).collect();
    assert_eq!(open, [Some(1), Some(1), Some(0), None], "who still stands open is not lost");
    let all: Vec<_> = pipeline.funnel.segments[0].stages.iter().map(|stage| (stage.reached, stage.dropped)).collect();
    assert_eq!(all, [(5, None), (4, None), (3, Some(1)), (2, None)]);
    assert_eq!((pipeline.win_rate.count, pipeline.win_rate.n), (2, 3));
    let days: Vec<_> =
        pipeline.days.iter().map(|days| (days.stage.as_str(), days.time.n, days.time.median_secs)).collect();
    assert_eq!(days, [("Won", 2, Some(15.0 * 86_400.0)), ("Lost", 1, Some(4.0 * 86_400.0))]);
    assert_eq!(rejected(&report), [("it was closed before it began", &[8][..]), ("no stage", &[7])]);
}

#[test]
fn an_open_deal_that_is_expected_to_close_some_day_is_read_and_a_closed_one_is_not() {
    let ahead = DEALS.replace("Engaging,2026-01-02,,", "Engaging,2026-01-02,2999-03-01,");
    let (as_it_is, expected) = (report(DEALS), report(&ahead));
    assert_eq!(expected.rows, as_it_is.rows);
    assert_eq!(pipeline(&expected).known, pipeline(&as_it_is).known);
    let closed = report(&DEALS.replace("2026-01-11", "2999-01-11"));
    assert_eq!(closed.rows.rejected, as_it_is.rows.rejected + 1);
}

#[test]
fn nothing_is_counted_by_columns_that_name_people() {
    let report = report(DEALS);
    let by: Vec<_> = pipeline(&report)
        .win_rates
        .iter()
        .map(|rate| (rate.column.as_str(), rate.value.as_str(), rate.share.count, rate.share.n))
        .collect();
    assert_eq!(by, [("product", "Basic", 1, 2), ("product", "Pro", 1, 1)]);
}

#[test]
fn capsule_calls_its_stages_milestones() {
    let report = report(
        "Opportunity,Milestone,Value,Probability,Created,Closed\n\
         Rebrand,Proposal,5000,50%,2026-01-01,\nSite,Won,900,100%,2026-01-01,2026-01-31\nApp,Lost,10,0%,2026-01-02,2026-01-04\n",
    );
    assert_eq!(report.shape, "capsule-opportunities");
    expect_stages(&report, 0, &[("Proposal", 2, Some(0)), ("Closed", 2, Some(1)), ("Won", 1, None)]);
}

#[test]
fn a_stage_that_is_left_out_leaves_its_open_records_open() {
    let stage = |name: &str| StagePlan { name: name.to_owned(), events: vec![name.to_owned()] };
    let (source, found) = source(DEALS);
    let asked = [stage("Prospecting"), stage("Won")];
    let report = super::super::read(&source, &found, Shape::Pipeline, Some(&asked), &Progress::default()).unwrap();
    expect_stages(&report, 0, &[("Prospecting", 3, Some(1)), ("Won", 2, None)]);
    assert_eq!(pipeline(&report).known.segments[0].stages[0].still_open, Some(2));
}

#[test]
fn a_status_says_that_a_deal_was_lost_in_the_stage_where_it_stands() {
    let report = report(
        "deal id,stage,status,created,closed on\n1,Lead,open,2026-01-01,\n2,Lead,lost,2026-01-01,2026-01-09\n\
         3,Offer,won,2026-01-01,2026-01-05\n4,Offer,open,2026-01-02,\n5,Offer,lost,2026-01-02,2026-01-08\n",
    );
    assert_eq!(report.shape, "pipeline");
    expect_stages(&report, 0, &[("Lead", 4, Some(1)), ("Offer", 2, Some(1)), ("Closed", 1, Some(0)), ("Won", 1, None)]);
    let pipeline = pipeline(&report);
    let open: Vec<_> = pipeline.known.segments[0].stages.iter().map(|stage| stage.still_open).collect();
    assert_eq!(open, [Some(1), Some(1), Some(0), None]);
    assert_eq!((pipeline.win_rate.count, pipeline.win_rate.n), (1, 3));
    assert!(pipeline.win_rates.is_empty(), "a status is nothing to count by");
}
