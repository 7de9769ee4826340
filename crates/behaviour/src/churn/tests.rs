//! Files of customers as exports write them, and what is said of them.

use std::time::{Duration, SystemTime};

use super::cohort::cohort;
use super::columns::{ChurnColumns, ChurnRole};
use super::retention::{Question, Retention, Stay, retention};
use super::rule::Rule;
use super::signals::{Signals, signals};
use crate::error::BehaviourError;
use crate::progress::Progress;
use crate::reason::Reason;
use crate::recognise::{Overrides, Recognition, recognise};
use crate::small_groups::SmallGroups;
use crate::source::Source;
use crate::times::zone::Zone;

/// Ten customers as of 30 June: who was silent how long, whose completion fell, who cancelled, who may be written to.
const FILE: &str = "user_id,segment,signup_date,last_login,completion_prev,completion_now,cancelled_on,consent\n\
    a,Fans,2024-01-01,2024-06-30,0.90,0.88,,yes\n\
    b,Fans,2024-01-01,2024-06-01,0.90,0.40,,yes\n\
    c,Fans,2024-02-01,2024-05-20,0.80,0.30,2024-06-10,yes\n\
    d,Families,2024-02-01,2024-06-02,0.85,0.70,2024-06-20,no\n\
    e,Families,2024-03-01,2024-05-01,0.70,0.10,,no\n\
    f,Families,2024-03-01,2024-05-10,0.70,0.20,,\n\
    =g,Families,2024-03-01,2024-05-15,0.70,0.20,,yes\n\
    h,,2024-04-01,2024-06-29,0.50,0.60,2024-06-30,yes\n\
    ,Fans,2024-01-01,2024-06-30,0.9,0.9,,yes\n\
    a,Fans,2024-01-01,2024-06-30,0.9,0.9,,yes\n";

fn source(text: &str) -> Source {
    let written = SystemTime::UNIX_EPOCH + Duration::from_secs(1_720_000_000);
    Source::from_bytes("customers.csv", text.as_bytes().to_vec(), written).unwrap()
}

fn found(text: &str) -> (Source, Recognition, ChurnColumns) {
    let source = source(text);
    let found = recognise(&source, &Overrides::default()).unwrap();
    let columns = ChurnColumns::guess(&found);
    (source, found, columns)
}

fn signals_of(text: &str) -> Signals {
    let (source, found, columns) = found(text);
    signals(&source, &found, &columns, None, &Progress::default()).unwrap()
}

const RULE: Rule = Rule { days: 14, fall: 15 };

#[test]
fn columns_are_known_by_their_names() {
    let (_, found, columns) = found(FILE);
    let name = |role| columns.column(role).map(|at| found.columns[at].name.as_str());
    for (role, expected) in [
        (ChurnRole::User, "user_id"),
        (ChurnRole::LastLogin, "last_login"),
        (ChurnRole::Before, "completion_prev"),
        (ChurnRole::Now, "completion_now"),
        (ChurnRole::Cancelled, "cancelled_on"),
        (ChurnRole::Consent, "consent"),
        (ChurnRole::Segment, "segment"),
        (ChurnRole::Start, "signup_date"),
    ] {
        assert_eq!(name(role), Some(expected), "{role:?}");
    }
    assert_eq!(name(ChurnRole::DaysSince), None);
}

#[test]
fn a_rule_is_held_against_real_cancellations() {
    let signals = signals_of(FILE);
    assert_eq!((signals.rows.read, signals.rows.used), (10, 8));
    let reasons: Vec<(&Reason, u64, &[u64])> =
        signals.rows.reasons.iter().map(|told| (&told.reason, told.count, &*told.first_lines)).collect();
    assert_eq!(reasons, [(&Reason::NoCustomer, 1, &[10][..]), (&Reason::CustomerAgain, 1, &[11][..])]);
    let found = signals.at_risk(RULE, SmallGroups::default());
    let all = &found.all;
    // At risk: b (29 days), c (21 days up to the cancellation), d (18), e, f, =g. Not h: one day, and completion rose.
    assert_eq!((all.customers, all.cancelled, all.at_risk, all.hits), (8, 3, 6, 2));
    assert_eq!((all.still_there, all.cohort), (4, 2));
    assert!((all.precision.unwrap().rate - 2.0 / 6.0).abs() < 1e-12);
    assert!((all.recall.unwrap().rate - 2.0 / 3.0).abs() < 1e-12);
    // c reached 14 days on 3 June and left on the 10th, d on the 16th and left on the 20th: 7 and 4 days.
    assert_eq!(all.lead_days, Some(5.5));
    let names: Vec<&str> = found.segments.iter().map(|segment| segment.name.as_str()).collect();
    assert_eq!(names, ["Families", "Fans", "(none)"]);
    assert!(found.segments.iter().all(|segment| segment.too_few && segment.precision.is_none()));
    let bold = signals.at_risk(RULE, SmallGroups { customers: 0, in_a_cell: 0 });
    assert_eq!((bold.segments[0].at_risk, bold.segments[0].hits, bold.segments[0].cohort), (4, 1, 1));
    assert_eq!(bold.segments[0].lead_days, Some(4.0));
}

#[test]
fn each_limit_asks_alone_when_the_other_is_nought() {
    let signals = signals_of(FILE);
    let at_risk = |days, fall| signals.at_risk(Rule { days, fall }, SmallGroups::default()).all.at_risk;
    assert_eq!(at_risk(0, 0), 8);
    assert_eq!(at_risk(14, 0), 6);
    // 0.85 to 0.70 is fifteen points, whatever the rounding of the difference says.
    assert_eq!([at_risk(0, 15), at_risk(0, 16)], [6, 5]);
    assert_eq!([at_risk(18, 0), at_risk(19, 0)], [6, 5]);
    assert_eq!(signals.reach(), (60, 60));
}

#[test]
fn the_silence_after_a_cancellation_is_no_sign_of_it() {
    let text = "user_id,days_since_last_login,completion_before,completion_now,cancelled_on\n\
                a,40,80%,80%,2024-05-31\n\
                b,3,80%,50%,2024-06-30\n\
                c,40,80%,79.5%,\n";
    let signals = signals_of(text);
    // As of 30 June, a was silent for 40 days, 30 of them after it had cancelled.
    let at_risk = |days, fall| signals.at_risk(Rule { days, fall }, SmallGroups::default()).all.at_risk;
    assert_eq!([at_risk(10, 0), at_risk(11, 0), at_risk(0, 30), at_risk(0, 31)], [2, 1, 1, 0]);
    assert!(signals.percent && !signals.has_consent);
}

#[test]
fn a_cohort_holds_those_with_consent_alone() {
    let (source, found, columns) = found(FILE);
    let signals = signals_of(FILE);
    let (csv, count) = cohort(&source, &found, &columns, &signals, RULE, &Progress::default()).unwrap();
    assert_eq!(String::from_utf8(csv).unwrap(), "user_id\nb\n'=g\n");
    assert_eq!(count, signals.at_risk(RULE, SmallGroups::default()).all.cohort);
    let mut without = columns;
    without.give(ChurnRole::Consent, None);
    let refused = cohort(&source, &found, &without, &signals, RULE, &Progress::default());
    assert!(matches!(refused, Err(BehaviourError::RoleNotFound { role: "consent", .. })), "{refused:?}");
}

#[test]
fn signals_hold_no_id() {
    let text = FILE.replace("\na,", "\ncanary-0001,").replace("\nb,", "\ncanary-0002,");
    let debug = format!("{:?}", signals_of(&text));
    assert!(!debug.contains("canary"), "{debug}");
}

#[test]
fn rows_that_cannot_be_read_are_counted_with_their_reason() {
    let text = "user_id,last_login,completion_prev,completion_now,cancelled_on\n\
                a,2024-06-30,0.9,0.8,\n\
                b,2024-06-30,0.9,0.7,2024-06-29\n\
                b2,2024-06-28,0.9,0.7,2024-06-30\n\
                b3,2024-06-28,0.9,0.7,2024-06-30\n\
                c,,0.9,0.8,\n\
                d,soon,0.9,0.8,\n\
                e,2024-06-30,much,0.8,\n\
                f,2024-06-30,0.9,0.8,some day\n\
                user_id,last_login,completion_prev,completion_now,cancelled_on\n\
                g\n";
    let signals = signals_of(text);
    let reasons: Vec<String> = signals.rows.reasons.iter().map(|told| told.reason.english()).collect();
    assert_eq!(
        reasons,
        [
            "no last login",
            "the cancellation cannot be read",
            "the completion cannot be read",
            "the header again",
            "the last login cannot be read"
        ]
    );
    assert_eq!((signals.rows.used, signals.rows.rejected), (4, 6));
}

#[test]
fn a_file_that_says_too_little_is_told_so() {
    for (text, role) in [
        ("user_id,last_login\na,2024-06-30\nb,2024-06-29\n", "day of cancellation"),
        ("when_last,cancelled_on\n2024-06-30,2024-06-30\n", "customer"),
        ("user_id,cancelled_on\na,2024-06-30\nb,\n", "last login, the days since it, or completion before and now"),
    ] {
        let (source, found, columns) = found(text);
        match signals(&source, &found, &columns, None, &Progress::default()) {
            Err(BehaviourError::RoleNotFound { role: missing, .. }) => assert_eq!(missing, role),
            other => panic!("{text}: {other:?}"),
        }
    }
}

fn stays(text: &str, change: impl FnOnce(&mut Question, &Recognition)) -> Retention {
    let (source, found, columns) = found(text);
    let mut question = Question::of(&found, &columns).unwrap();
    change(&mut question, &found);
    retention(&source, &found, &question, &Progress::default()).unwrap()
}

#[test]
fn retention_runs_from_the_day_a_customer_came_to_the_day_it_left() {
    let found = stays(FILE, |question, _| question.small_groups = SmallGroups { customers: 2, in_a_cell: 1 });
    assert_eq!((found.unit.as_str(), found.rows.used), ("days", 8));
    let all = &found.groups[0];
    assert_eq!((all.total, all.customers, all.left), (true, 8, 3));
    // h left after 90 days, c after 130, d after 140; the first censored ones, e, f and =g, after 121.
    let left: Vec<(f64, u64)> =
        all.curve.steps.iter().filter(|step| step.left > 0).map(|step| (step.time, step.at_risk)).collect();
    assert_eq!(left, [(90.0, 8), (130.0, 4), (140.0, 3)]);
    let groups: Vec<(&str, bool)> =
        found.groups[1..].iter().map(|group| (group.name.as_str(), group.too_few)).collect();
    assert_eq!(groups, [("Families", false), ("Fans", false), ("(none)", true)]);
    assert_eq!(found.log_rank.unwrap().degrees, 1);
}

#[test]
fn small_groups_have_no_curve_and_no_test() {
    let found = stays(FILE, |_, _| {});
    assert!(found.groups[1..].iter().all(|group| group.too_few && group.curve.steps.is_empty()));
    assert_eq!(found.log_rank, None);
}

#[test]
fn a_number_and_a_flag_are_a_time_too() {
    let text = "customerID,tenure,Contract,Churn\na1,1,Month,Yes\na2,34,Year,No\na3,2,Month,Yes\na4,45,Year,No\n\
                a5,7,Month,perhaps\na6,,Year,No\n";
    let found = stays(text, |question, _| question.group = None);
    assert_eq!((found.unit.as_str(), found.rows.used, found.rows.rejected), ("tenure", 4, 2));
    assert_eq!((found.groups.len(), found.groups[0].left), (1, 2));
    assert_eq!(found.groups[0].curve.median(), Some(2.0));
}

#[test]
fn a_log_gives_first_and_last_event() {
    let text = "customer_id,event,time,segment\n\
                k,visit,2024-01-01,web\nk,order,2024-01-11,app\nm,visit,2024-01-05,app\nm,visit,2024-03-01,app\n\
                ,visit,2024-01-05,app\n";
    let log = |gone_after| {
        stays_of_log(text, |found| Question {
            stay: Stay::Log {
                case: found.column_named("customer_id").unwrap(),
                time: found.column_named("time").unwrap(),
                gone_after,
            },
            user: None,
            group: Some(found.column_named("segment").unwrap()),
            as_of: None,
            small_groups: SmallGroups { customers: 1, in_a_cell: 0 },
        })
    };
    let found = log(30);
    let all = &found.groups[0];
    assert_eq!((all.customers, all.left, found.rows.rejected), (2, 1, 1));
    let times: Vec<(f64, u64)> = all.curve.steps.iter().map(|step| (step.time, step.left)).collect();
    assert_eq!(times, [(0.0, 0), (10.0, 1), (56.0, 0)]);
    let groups: Vec<(&str, u64)> = found.groups[1..].iter().map(|group| (&*group.name, group.customers)).collect();
    assert_eq!(groups, [("app", 1), ("web", 1)]);
    assert_eq!(log(60).groups[0].left, 0);
}

#[test]
fn days_are_those_of_the_calendar_in_the_zone_that_was_named() {
    // In Berlin the second visit of k is after midnight, and the last of m at half past eleven in the evening.
    let text = "customer_id,event,time\n\
                k,visit,2024-01-01 22:30:00Z\nk,visit,2024-01-01 23:30:00Z\n\
                m,visit,2024-01-11 06:00:00Z\nm,visit,2024-01-11 22:30:00Z\n";
    let log = |zone: Option<&str>, gone_after| {
        let source = source(text);
        let overrides = Overrides { zone: zone.map(|zone| Zone::named(zone).unwrap()), ..Overrides::default() };
        let found = recognise(&source, &overrides).unwrap();
        let stay = Stay::Log { case: 0, time: 2, gone_after };
        let small_groups = SmallGroups { customers: 1, in_a_cell: 0 };
        let question = Question { stay, user: None, group: None, as_of: None, small_groups };
        let all = retention(&source, &found, &question, &Progress::default()).unwrap().groups.remove(0);
        (all.curve.steps.iter().map(|step| step.time).collect::<Vec<f64>>(), all.left)
    };
    assert_eq!(log(None, 10), (vec![0.0], 1), "from the 1st to the 11th are ten days, whatever the hours");
    assert_eq!(log(None, 11), (vec![0.0], 0));
    assert_eq!(log(Some("Europe/Berlin"), 9), (vec![0.0, 1.0], 1));
    assert_eq!(log(Some("Europe/Berlin"), 10), (vec![0.0, 1.0], 0));
}

fn stays_of_log(text: &str, question: impl FnOnce(&Recognition) -> Question) -> Retention {
    let source = source(text);
    let found = recognise(&source, &Overrides::default()).unwrap();
    retention(&source, &found, &question(&found), &Progress::default()).unwrap()
}

#[test]
fn a_wish_to_stop_is_heard() {
    let (source, found, columns) = found(FILE);
    let progress = Progress::default();
    progress.cancel();
    assert!(matches!(signals(&source, &found, &columns, None, &progress), Err(BehaviourError::Cancelled)));
    let question = Question::of(&found, &columns).unwrap();
    assert!(matches!(retention(&source, &found, &question, &progress), Err(BehaviourError::Cancelled)));
}

#[test]
fn tables_of_survival_analysis_are_known_by_their_letters_and_a_flag_of_another_name_is_not_taken() {
    let guessed = |text: &str| {
        let found = recognise(&source(text), &Overrides::default()).unwrap();
        let columns = ChurnColumns::guess(&found);
        Question::of(&found, &columns).map(|question| question.stay)
    };
    let rows = |nth: usize| format!("{}.0,{},x,{}\n", 6 + nth, nth % 2, 40 + nth);
    let table = |header: &str| format!("{header}\n{}", (0..12).map(rows).collect::<String>());
    let measured = Some(Stay::Measured { duration: 0, event: 1 });
    assert_eq!(guessed(&table("T,E,group,age")), measured);
    assert_eq!(guessed(&table("time,status,sex,age")), measured);
    assert_eq!(guessed(&table("size,premium,group,age")), None);
    let ones_and_twos = table("time,status,sex,age").replace(",0,", ",2,");
    assert_eq!(guessed(&ones_and_twos), None, "1 and 2 do not say which of them is the end");
}
