//! Surveys in their three layouts, worked out by hand.

use super::super::tests::*;
use super::super::{Figures, ShapeReport};
use super::*;

fn survey(report: &ShapeReport) -> &Survey {
    match &report.figures {
        Figures::Survey(survey) => survey,
        other => panic!("{other:?}"),
    }
}

#[test]
fn answers_are_gathered_by_touchpoint_and_segment() {
    let report = report(
        "touchpoint,score,scale,segment,comment,date\n\
         Checkout,1,1-5,Families,too slow,2026-01-01\n\
         Checkout,4,1-5,Families,,2026-01-02\n\
         Checkout,5,1-5,Fans,nice,2026-01-02\n\
         App,3,1-5,Fans,,2026-01-02\n\
         App,9,1-5,Fans,,2026-01-02\n\
         App,,1-5,Fans,,2026-01-02\n",
    );
    let survey = survey(&report);
    assert_eq!(survey.comments, 2);
    let rows: Vec<_> = survey
        .items
        .iter()
        .map(|item| (item.name.as_str(), item.segment.as_deref(), item.answered, item.emotion_tenths))
        .collect();
    assert_eq!(
        rows,
        [
            ("Checkout", None, 3, Some(5)),
            ("Checkout", Some("Families"), 2, Some(-8)),
            ("Checkout", Some("Fans"), 1, Some(30)),
            ("App", None, 1, Some(0)),
            ("App", Some("Fans"), 1, Some(0)),
        ]
    );
    let satisfied = survey.items[0].satisfied.unwrap();
    assert_eq!((satisfied.count, satisfied.n), (2, 3));
    assert_eq!(rejected(&report), [("no score", &[7][..]), ("the score lies outside its scale", &[6])]);
}

#[test]
fn a_question_is_a_column_and_answers_in_words_are_counted_only() {
    let report = report(
        "Timestamp,\"On a scale of 0-10, how would you rate us?\",...why?,How was the food?\n\
         2026-01-01 10:00:00,10,because,Yum\n2026-01-01 10:00:00,9,,Yum\n2026-01-01 10:00:00,7,,\n\
         2026-01-01 10:00:00,0,awful,Bad\n2026-01-01 10:00:00,,,Bad\n2026-01-01 10:00:00,,,\n",
    );
    assert_eq!(report.shape, "survey");
    let survey = survey(&report);
    let item = &survey.items[0];
    assert_eq!((survey.items.len(), item.answered, item.blank), (1, 4, 1));
    let nps = item.nps.unwrap();
    assert_eq!((nps.promoters, nps.passives, nps.detractors, nps.nps), (2, 1, 1, 25.0));
    // p = 1/2, d = 1/4: 1.96 · √((3/4 − 1/16) / 4) · 100 = 81.3
    assert!((nps.high - 100.0).abs() < 1e-9 && (nps.low - (25.0 - 81.2577)).abs() < 0.01, "{nps:?}");
    assert_eq!(survey.comments, 2, "why is a comment");
    let texts: Vec<_> = survey.texts.iter().map(|text| (text.question.as_str(), text.answered)).collect();
    assert_eq!(texts, [("How was the food?", 4)]);
    assert_eq!(rejected(&report), [("no question is answered", &[7][..])]);
}

#[test]
fn counted_promoters_give_the_same_score() {
    let report = report("touchpoint,promoters,passives,detractors\nApp,8,9,22\nWeb,0,0,0\n");
    let survey = survey(&report);
    assert_eq!(survey.items[0].nps.map(|nps| (nps.nps * 1e6).round() / 1e6), Some(-35.897436));
    assert_eq!(survey.items[1].nps, None);
}

#[test]
fn a_number_of_answers_weighs_its_score() {
    let report = report("touchpoint,score,n\nApp,4,30\nApp,2,10\nWeb,5,1\n");
    let app = &survey(&report).items[0];
    assert_eq!((app.answered, app.mean), (40, Some(3.5)));
}
