//! Files as they come, and the counts that a scorecard takes from them.

use super::*;
use crate::recognise::{Overrides, recognise};
use crate::shapes::guess::guess;
use std::time::SystemTime;

fn read(text: &str) -> Result<Scores, BehaviourError> {
    let source = Source::from_bytes("export.csv", text.as_bytes().to_vec(), SystemTime::now()).unwrap();
    let recognition = recognise(&source, &Overrides::default()).unwrap();
    let shape = guess(&recognition).unwrap().shape;
    scores(&source, &recognition, shape, &[], &Progress::default())
}

fn of(found: &Scores, measures: Measures) -> Vec<(&str, &str, u64, u64, u64)> {
    let scores = found.scores.iter().filter(|score| score.measures == measures);
    scores.map(|score| (score.name.as_str(), score.period.label.as_str(), score.count, score.of, score.also)).collect()
}

#[test]
fn a_survey_is_parted_into_the_months_of_its_answers() {
    let mut text = "touchpoint,nps,date\n".to_owned();
    for (month, score, times) in [(8, 10, 6), (8, 3, 2), (8, 7, 2), (9, 9, 3), (9, 0, 1), (10, 10, 4)] {
        for day in 1..=times {
            text += &format!("Sign-up,{score},2026-{month:02}-{day:02}\n");
        }
    }
    let found = read(&text).unwrap();
    let expected =
        [("Sign-up", "Aug 2026", 6, 10, 2), ("Sign-up", "Sep 2026", 3, 4, 1), ("Sign-up", "Oct 2026", 4, 4, 0)];
    assert_eq!(of(&found, Measures::NetPromoter), expected);
    assert_eq!(found.scores[0].period.last_day.as_deref(), Some("2026-08-31"));
    assert!(found.definition(Measures::NetPromoter).contains("promoters (9 and 10)"));
}

#[test]
fn completion_is_told_by_kind_and_by_period_as_it_is_written() {
    let found = read(
        "title,type,started,finished,month\nAurora,episodic,100,70,2026-07\nBorea,episodic,50,20,2026-07\n\
         Cirrus,film,40,36,2026-07\nAurora,episodic,80,60,2026-08\n",
    )
    .unwrap();
    let episodic = of(&found, Measures::EpisodicCompletion);
    assert_eq!(episodic[..2], [("", "Jul 2026", 90, 150, 0), ("Aurora", "Jul 2026", 70, 100, 0)]);
    assert!(episodic.contains(&("", "Aug 2026", 60, 80, 0)));
    assert_eq!(of(&found, Measures::FilmCompletion)[0], ("", "Jul 2026", 36, 40, 0));
}

#[test]
fn cancellations_are_counted_by_the_month_with_those_who_came_back() {
    let found = read(
        "user_id,signup_date,last_login,cancelled_on\n\
         a,2026-05-10,2026-07-30,\nb,2026-05-11,2026-06-20,2026-06-20\nc,2026-05-12,2026-07-03,2026-07-03\n\
         c,2026-07-20,2026-07-31,\nd,2026-06-15,2026-07-31,\ne,2026-05-02,2026-08-03,\n",
    )
    .unwrap();
    let months = of(&found, Measures::Churn);
    // In June: a, b, c and e were there at its start, and b left. In July: a, c, d and e; c left and came back.
    assert_eq!(months, [("", "Jun 2026", 1, 4, 0), ("", "Jul 2026", 1, 4, 1)], "three days of August tell too little");
    assert_eq!(found.scores[1].period.days, Some(31));
}

#[test]
fn taking_part_is_seen_in_a_log_month_by_month() {
    let mut text = "customer_id,event,time\n".to_owned();
    for (month, customers, part) in [(6, 10, 2), (7, 10, 4)] {
        for customer in 0..customers {
            for day in [1, 14, 28] {
                let event = if customer < part { "forum_visit" } else { "episode_play" };
                text += &format!("c{customer},{event},2026-{month:02}-{day:02} 10:00:00\n");
            }
        }
    }
    let found = read(&text).unwrap();
    assert_eq!(of(&found, Measures::Community), [("", "Jun 2026", 2, 10, 0), ("", "Jul 2026", 4, 10, 0)]);
    assert!(found.definition(Measures::Community).contains("forum_visit"));
}

#[test]
fn counts_of_stages_tell_of_discovery_by_their_names() {
    let found = read("stage,entered\nRecommendation shown,900\nRecommendation clicked,300\nEngaged,120\n").unwrap();
    assert_eq!(of(&found, Measures::Discovery), [("", "", 120, 900, 300)]);
    let words = found.definition(Measures::Discovery);
    assert!(words.starts_with("“Engaged” of “Recommendation shown”"), "{words}");
}

#[test]
fn a_file_without_a_score_says_what_has_one() {
    let error = read("theme,touchpoint,count\nlogin,Sign-up,12\n").unwrap_err().to_string();
    assert!(
        error.contains("export.csv: this is support themes, and nothing in it fills a metric; a scorecard"),
        "{error}"
    );
}
