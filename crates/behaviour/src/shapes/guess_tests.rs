//! Which shape a header means, against those that look alike.

use super::super::Shape;
use super::super::tests::{guessed, source};
use super::guess;

fn check_guess(text: &str, shape: Shape) {
    let found = guessed(text);
    assert_eq!(found.shape, shape, "{text}\n{found:?}");
}

#[test]
fn each_shape_is_recognised_by_its_columns() {
    check_guess("customer_id,event,time\nc1,home,2026-01-01\nc1,buy,2026-01-02\nc2,home,2026-01-02\n", Shape::EventLog);
    check_guess("stage,entered,completed\nSee,10,4\nBuy,4,4\n", Shape::StageCounts);
    check_guess("touchpoint,users\nSee,10\nBuy,4\n", Shape::StageCounts);
    check_guess("title,type,started,finished,week\nLumen,episodic,100,40,W1\nOrbit,film,9,8,W1\n", Shape::Completion);
    check_guess(
        "user_id,last_login,completion_prev,completion_now,cancelled_on,consent\nu1,2026-01-01,0.9,0.2,2026-02-01,yes\nu2,2026-01-09,0.8,0.8,,yes\n",
        Shape::ChurnSignals,
    );
    check_guess(
        "theme,touchpoint,count,date\nLogin fails,App,40,2026-01-01\nToo dear,Plans,9,2026-01-02\n",
        Shape::Themes,
    );
    check_guess(
        "title,milestone,date,territory\nLumen,Trailer,2026-11-01,DE\nLumen,Premiere,2026-12-01,DE\n",
        Shape::Calendar,
    );
    check_guess("touchpoint,score,comment\nApp,5,good\nApp,4,\nWeb,2,bad\n", Shape::Survey);
    check_guess("record,stage,entered,left\nd1,New,2026-01-01,2026-01-02\nd1,Won,2026-01-02,\n", Shape::StageHistory);
}

#[test]
fn the_reason_names_the_columns_and_the_runner_up_is_told() {
    let found = guessed("Step,Active users,Completion rate,Abandonments\n1. See,10,0.4,6\n2. Buy,4,,\n");
    assert_eq!(found.shape, Shape::Ga4Funnel);
    assert_eq!(
        found.reason,
        "the columns “Step”, “Active users” and “Completion rate” are those of a GA4 funnel exploration"
    );
    assert_eq!(found.runner_up, Some(Shape::StageCounts));
}

#[test]
fn a_table_of_anything_else_has_no_shape() {
    assert_eq!(guess(&source("colour,weight\nred,5\nblue,6\n").1), None);
}
