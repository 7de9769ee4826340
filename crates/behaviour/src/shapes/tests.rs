//! What all shapes are held to, and how their tests read a text.

use std::time::SystemTime;

use super::guess::{Guess, guess};
use super::*;
use crate::recognise::{Overrides, recognise};

pub fn source(text: &str) -> (Source, Recognition) {
    let source = Source::from_bytes("folder/file.csv", text.as_bytes().to_vec(), SystemTime::now()).unwrap();
    let recognition = recognise(&source, &Overrides::default()).unwrap();
    (source, recognition)
}

/// The shape that is guessed, read.
pub fn report(text: &str) -> ShapeReport {
    let guessed = guessed(text).shape;
    try_read(text, guessed).unwrap_or_else(|error| panic!("{error}"))
}

pub fn try_read(text: &str, shape: Shape) -> Result<ShapeReport, BehaviourError> {
    let (source, recognition) = source(text);
    read(&source, &recognition, shape, None, &Progress::default())
}

pub fn guessed(text: &str) -> Guess {
    guess(&source(text).1).unwrap_or_else(|| panic!("no shape: {text}"))
}

/// `stage reached dropped` of a segment.
pub fn stages(report: &ShapeReport, segment: usize) -> Vec<(String, u64, Option<u64>)> {
    let funnel = report.figures.funnel().unwrap();
    funnel.segments[segment].stages.iter().map(|stage| (stage.name.clone(), stage.reached, stage.dropped)).collect()
}

pub fn expect_stages(report: &ShapeReport, segment: usize, expected: &[(&str, u64, Option<u64>)]) {
    let expected: Vec<_> =
        expected.iter().map(|(name, reached, dropped)| (name.to_string(), *reached, *dropped)).collect();
    assert_eq!(stages(report, segment), expected);
}

/// Reasons and lines of the rows that were not used.
pub fn rejected(report: &ShapeReport) -> Vec<(&str, &[u64])> {
    let told = |reason: &str| &*reason.to_owned().leak();
    report.rows.reasons.iter().map(|reason| (told(&reason.reason.english()), reason.first_lines.as_slice())).collect()
}

#[test]
fn every_word_of_a_shape_leads_back_to_it() {
    for shape in Shape::ALL {
        assert_eq!(Shape::of_word(shape.word()).unwrap(), shape);
    }
    let error = Shape::of_word("excel").unwrap_err().to_string();
    assert!(error.contains("ga4-funnel") && error.contains("excel"), "{error}");
}

#[test]
fn a_shape_that_does_not_fit_says_what_it_needs_and_what_is_there() {
    let text = "colour,weight\nred,5\nblue,6\n";
    for shape in Shape::ALL {
        let error = try_read(text, shape).unwrap_err();
        match shape {
            Shape::EventLog | Shape::ChurnSignals => {
                assert!(matches!(error, BehaviourError::ShapeElsewhere { .. }), "{shape:?}")
            }
            _ => assert!(error.to_string().contains("colour, weight"), "{shape:?}: {error}"),
        }
    }
}

#[test]
fn every_row_is_used_or_told_with_its_line() {
    let report =
        report("stage,entered,completed\nSee,100,40\nTry,forty,9\n\nstage,entered,completed\nBuy,9,10\nStay,8,8\n");
    assert_eq!((report.rows.read, report.rows.used, report.rows.rejected), (5, 2, 3));
    let reasons = rejected(&report);
    assert_eq!(
        reasons,
        [
            ("more people completed it than entered", &[6][..]),
            ("the header again", &[5]),
            ("“entered” is no number", &[3])
        ]
    );
    let none = try_read("stage,entered,completed\nSee,x,1\nTry,y,1\n", Shape::StageCounts).unwrap_err();
    assert!(none.to_string().contains("none of 2 rows") && none.to_string().contains("line 2"), "{none}");
}

#[test]
fn a_long_reading_can_be_stopped() {
    let rows: String = (0..5_000).map(|at| format!("stage {},{at},1\n", at % 3)).collect();
    let (source, recognition) = source(&format!("stage,entered,completed\n{rows}"));
    let progress = Progress::default();
    progress.cancel();
    let stopped = read(&source, &recognition, Shape::StageCounts, None, &progress);
    assert!(matches!(stopped, Err(BehaviourError::Cancelled)));
}

#[test]
fn no_text_of_a_row_that_names_nothing_comes_out() {
    let survey = "touchpoint,score,comment,email\nApp,5,secret-comment,ann@example.org\nApp,4,,bo@example.org\nWeb,3,secret-too,cy@example.org\n";
    let history = "record id,stage,entered,left\nsecret-1,New,2026-01-01,2026-01-05\nsecret-1,Won,2026-01-05,\nsecret-2,New,2026-01-02,\n";
    for text in [survey, history] {
        let json = serde_json::to_string(&report(text)).unwrap();
        assert!(!json.contains("secret") && !json.contains("example.org"), "{json}");
    }
}

#[test]
fn json_says_the_shape_the_rows_and_one_family_of_figures() {
    let json = serde_json::to_value(report("stage,entered,completed\nSee,100,40\nBuy,40,40\n")).unwrap();
    let keys: Vec<&String> = json.as_object().unwrap().keys().collect();
    assert_eq!(keys.len(), 5, "{keys:?}");
    assert_eq!(json["shape"], "stage-counts");
    assert_eq!(json["file"], "file.csv");
    assert_eq!(json["funnel"]["segments"][0]["stages"][0]["dropped"], 60);
}

#[test]
fn a_scan_asks_often_enough_to_stop_at_once() {
    let rows: String = (0..20_000).map(|n| format!("Stage {},{}\n", n % 40, n)).collect();
    let (source, found) = source(&format!("stage,entered\n{rows}"));
    let scan = |progress: &Progress| read(&source, &found, Shape::StageCounts, None, progress);
    let whole = Progress::default();
    scan(&whole).unwrap();
    // At least once in a thousand rows, which take a millisecond.
    assert!(whole.asked() >= 20_000 / 1_024, "{}", whole.asked());
    for patience in [1, whole.asked() / 2, whole.asked() - 1] {
        assert!(matches!(scan(&Progress::cancelled_after(patience)), Err(BehaviourError::Cancelled)), "{patience}");
    }
}
