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
        "Timestamp,\"On a scale of 0-10, would you recommend us?\",...why?,How was the food?\n\
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
    assert!((nps.high - 72.73).abs() < 0.01 && (nps.low - -44.16).abs() < 0.01, "{nps:?}");
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

fn items(text: &str) -> (Vec<Item>, Vec<String>) {
    let report = report(text);
    let survey = survey(&report);
    (survey.items.clone(), survey.told.clone())
}

#[test]
fn a_question_says_itself_which_end_is_the_good_one() {
    for (question, emotion) in [
        ("How satisfied are you? (1 = very satisfied, 5 = very dissatisfied)", 27),
        ("How satisfied are you? (1 = very dissatisfied, 5 = very satisfied)", -27),
        ("How difficult was sign-up? (1 = very easy, 7 = very difficult)", 28),
        ("Zufriedenheit (1 = sehr zufrieden, 6 = sehr unzufrieden)", 28),
        ("How much effort did checkout take? (1-5)", 27),
    ] {
        let (items, told) = items(&format!("id,\"{question}\"\n1,1\n2,1\n3,1\n4,2\n5,1\n"));
        assert_eq!((items[0].emotion_tenths, told.len()), (Some(emotion), usize::from(emotion > 0)), "{question}");
    }
}

#[test]
fn codes_and_words_for_no_answer_are_set_apart_and_told() {
    for (answers, said) in [
        ("5\n2,4\n3,99\n4,3\n5,5", "99 (1)"),
        ("5\n2,4\n3,-99\n4,3\n5,5", "-99 (1)"),
        ("5\n2,4\n3,Don't know\n4,3\n5,5", "Don't know (1)"),
    ] {
        for question in ["How satisfied are you?", "How satisfied are you? (1-5)"] {
            let (items, mut told) = items(&format!("id,{question}\n1,{answers}\n"));
            told.retain(|told| !told.contains("scale"));
            assert_eq!((items[0].answered, items[0].blank, items[0].mean), (4, 1, Some(4.25)), "{answers}");
            assert_eq!(told, [format!("“{question}”: {said} count as no answer")]);
        }
    }
}

#[test]
fn labels_and_words_of_scales_are_scores() {
    let (found, _) =
        items("id,How likely are you to recommend us?\n1,10 - Extremely likely\n2,9\n3,8\n4,0 - Not at all likely\n");
    assert_eq!(found[0].nps.map(|nps| (nps.promoters, nps.passives, nps.detractors)), Some((2, 1, 1)));
    for words in [
        ["Very satisfied", "Satisfied", "Neutral", "Dissatisfied", "Very dissatisfied"],
        ["Sehr zufrieden", "Zufrieden", "Teils teils", "Unzufrieden", "Sehr unzufrieden"],
        ["Très satisfait", "Satisfait", "Neutre", "Insatisfait", "Très insatisfait"],
        ["Muy satisfecho", "Satisfecho", "Neutral", "Insatisfecho", "Muy insatisfecho"],
    ] {
        let rows: String = words.iter().enumerate().map(|(at, word)| format!("{at},\"{word}\"\n")).collect();
        let (found, _) = items(&format!("id,How satisfied are you?\n{rows}"));
        assert_eq!((found[0].mean, found[0].emotion_tenths), (Some(3.0), Some(0)), "{words:?}");
    }
}

#[test]
fn only_the_question_whether_one_would_recommend_has_a_score_of_promoters() {
    let (found, told) = items("id,How satisfied are you?\n1,5\n2,0\n3,4\n");
    assert_eq!((found[0].nps, found[0].scale, found[0].emotion_tenths), (None, None, None));
    assert!(told[0].contains("fit several scales (0 to 5, 0 to 10"), "{told:?}");
    let (found, _) = items("id,Would you recommend us?\n1,5\n2,0\n3,4\n");
    assert_eq!(found[0].nps.map(|nps| nps.detractors), Some(3));
    let (found, _) = items("id,How satisfied are you? (0-10)\n1,5\n2,10\n");
    assert_eq!((found[0].nps, found[0].mean), (None, Some(7.5)));
}

#[test]
fn headers_of_several_rows_give_the_questions_and_previews_are_left_out() {
    let qualtrics = "StartDate,Status,Finished,Q1_NPS_GROUP,Q1\n\
        Start Date,Response Type,Finished,Would you recommend us? - Group,Would you recommend us?\n\
        \"{\"\"ImportId\"\":\"\"startDate\"\"}\",\"{\"\"ImportId\"\":\"\"status\"\"}\",\"{\"\"ImportId\"\":\"\"id\"\"}\",\"{\"\"ImportId\"\":\"\"g\"\"}\",\"{\"\"ImportId\"\":\"\"QID1\"\"}\"\n\
        2026-03-01 10:00:00,0,1,3,10\n2026-03-01 11:00:00,0,1,1,3\n2026-03-01 12:00:00,1,1,1,1\n";
    let report = report(qualtrics);
    let found = survey(&report);
    assert_eq!((found.items.len(), found.items[0].name.as_str()), (1, "Would you recommend us?"));
    assert_eq!(found.items[0].nps.map(|nps| (nps.promoters, nps.detractors)), Some((1, 1)));
    assert_eq!(rejected(&report), [("a preview or spam", &[6][..])]);
    let (found, _) = items(
        "Respondent ID,Start Date,Would you recommend us?,Which do you watch?,,How satisfied are you?\n\
         ,,Response,Drama,Comedy,Response\n1001,2026-03-01,10,Drama,,Satisfied\n1002,2026-03-02,9,,Comedy,Neutral\n",
    );
    let names: Vec<&str> = found.iter().map(|item| item.name.as_str()).collect();
    assert_eq!(names, ["Would you recommend us?", "How satisfied are you?"]);
}
