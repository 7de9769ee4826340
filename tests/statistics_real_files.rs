//! Survival curves and tests held against real files that nobody here wrote, and the figures that lifelines and SciPy gave
//! for them. They are not part of the repository: the variable `TOUCHLINE_REAL_DATA` names the folder that holds them, and
//! without it there is nothing to hold against.

use std::path::PathBuf;

use serde_json::Value;
use touchline::behaviour::churn::columns::{ChurnColumns, ChurnRole};
use touchline::behaviour::churn::retention::{GroupCurve, Question, Retention, Stay, retention};
use touchline::behaviour::progress::Progress;
use touchline::behaviour::recognise::{Overrides, Recognition, recognise};
use touchline::behaviour::small_groups::SmallGroups;
use touchline::behaviour::source::Source;
use touchline::behaviour::statistics::{chi_square, wilson};

struct RealFile {
    source: Source,
    found: Recognition,
    expected: Value,
}

fn real_file(folder: &str, file: &str) -> Option<RealFile> {
    let Some(data) = std::env::var_os("TOUCHLINE_REAL_DATA") else {
        println!("skipped: TOUCHLINE_REAL_DATA names no folder");
        return None;
    };
    let folder = PathBuf::from(data).join(folder);
    let source = Source::open(&folder.join(file)).unwrap();
    let found = recognise(&source, &Overrides::default()).unwrap();
    let expected = serde_json::from_slice(&std::fs::read(folder.join("expected.json")).unwrap()).unwrap();
    Some(RealFile { source, found, expected })
}

impl RealFile {
    fn retention(&self, duration: &str, event: &str, group: Option<&str>) -> Retention {
        let column = |name: &str| self.found.column_named(name).unwrap();
        let question = Question {
            stay: Stay::Measured { duration: column(duration), event: column(event) },
            user: None,
            group: group.map(column),
            as_of: None,
            small_groups: SmallGroups::default(),
        };
        retention(&self.source, &self.found, &question, &Progress::default()).unwrap()
    }
}

fn close(found: f64, expected: &Value, within: f64, what: &str) {
    let expected = expected.as_f64().unwrap();
    assert!((found - expected).abs() <= within * expected.abs().max(1.0), "{what}: {found}, expected {expected}");
}

/// The whole table, or, where only some times were written down, those.
fn check_curve(group: &GroupCurve, expected: &Value) {
    let name = &group.name;
    assert_eq!(group.customers, expected["n"].as_u64().unwrap(), "{name}");
    assert_eq!(group.left, expected["events"].as_u64().unwrap(), "{name}");
    assert_eq!(group.curve.median(), expected["median"].as_f64(), "{name}");
    let table = expected["table"].as_array().unwrap();
    assert!(table.len() >= 9);
    for row in table {
        let time = row["t"].as_f64().unwrap();
        let step = group.curve.steps.iter().find(|step| step.time == time).unwrap();
        let counts = [step.at_risk, step.left, step.censored].map(Some);
        assert_eq!(counts, [&row["at_risk"], &row["events"], &row["censored"]].map(Value::as_u64), "{name} at {time}");
        close(step.share, &row["S"], 1e-8, name);
        close(step.low, &row["lo"], 1e-8, name);
        close(step.high, &row["hi"], 1e-8, name);
    }
}

fn check_groups(found: &Retention, expected: &Value) {
    let expected = expected.as_object().unwrap();
    assert_eq!(found.groups.len(), expected.len() + 1);
    for group in found.groups.iter().skip(1) {
        check_curve(group, &expected[&group.name]);
    }
}

fn check_log_rank(found: &Retention, expected: &Value) {
    let test = found.log_rank.as_ref().unwrap();
    close(test.statistic, &expected["chi2"], 1e-8, "log-rank");
    let (p, expected) = (test.p, expected["p"].as_f64().unwrap());
    assert!((p - expected).abs() <= expected * 1e-8, "{p:e}, expected {expected:e}");
}

#[test]
fn waltons() {
    let Some(file) = real_file("lifelines_waltons", "waltons_dataset.csv") else { return };
    let found = file.retention("T", "E", Some("group"));
    check_groups(&found, &file.expected["km"]);
    check_log_rank(&found, &file.expected["logrank"]);
}

#[test]
fn lung() {
    let Some(file) = real_file("lifelines_lung", "lung.csv") else { return };
    let found = file.retention("time", "status", Some("sex"));
    check_groups(&found, &file.expected["km_by_sex"]);
    check_log_rank(&found, &file.expected["logrank_sex"]);
}

#[test]
fn telco_churn() {
    let Some(file) = real_file("telco_churn", "Telco-Customer-Churn.csv") else { return };
    let by_contract = file.retention("tenure", "Churn", Some("Contract"));
    check_curve(&by_contract.groups[0], &file.expected["km_all"]);
    check_groups(&by_contract, &file.expected["km_by_contract"]);
    check_log_rank(&by_contract, &file.expected["logrank_contract"]);
    check_log_rank(&file.retention("tenure", "Churn", Some("StreamingTV")), &file.expected["logrank_streamingTV"]);
    let counts: Vec<Vec<u64>> =
        by_contract.groups[1..].iter().map(|group| vec![group.left, group.customers - group.left]).collect();
    let test = chi_square(&counts).unwrap();
    close(test.statistic, &file.expected["chi2_contract_churn"]["chi2"], 1e-9, "chi-square");
    let p = file.expected["chi2_contract_churn"]["p"].as_f64().unwrap();
    assert!((test.p - p).abs() <= p * 1e-9, "{:e}, expected {p:e}", test.p);
    for group in &by_contract.groups[1..] {
        let share = wilson(group.left, group.customers).unwrap();
        let expected = &file.expected["churn_by_contract"][&group.name];
        close(share.rate, &expected["rate"], 1e-9, &group.name);
        close(share.low, &expected["wilson95"][0], 1e-9, &group.name);
        close(share.high, &expected["wilson95"][1], 1e-9, &group.name);
    }
}

#[test]
fn a_real_file_of_customers_says_how_long_they_stay_by_itself() {
    let Some(file) = real_file("telco_churn", "Telco-Customer-Churn.csv") else { return };
    let columns = ChurnColumns::guess(&file.found);
    let name = |role| columns.column(role).map(|at| file.found.columns[at].name.as_str());
    assert_eq!(
        [ChurnRole::User, ChurnRole::Tenure, ChurnRole::Cancelled].map(name),
        [Some("customerID"), Some("tenure"), Some("Churn")]
    );
    let question = Question::of(&file.found, &columns).unwrap();
    let found = retention(&file.source, &file.found, &question, &Progress::default()).unwrap();
    check_curve(&found.groups[0], &file.expected["km_all"]);
}
