//! Every formula against SciPy, statsmodels and lifelines. `benches/statistics.py` wrote the values and names the versions.

use serde_json::Value;

use super::*;

fn reference(part: &str) -> Vec<Value> {
    let all: Value = serde_json::from_str(include_str!("reference.json")).unwrap();
    for package in ["lifelines", "scipy", "statsmodels"] {
        assert!(all["versions"][package].is_string(), "the values do not say which {package} gave them");
    }
    all[part].as_array().unwrap().clone()
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("{value} is no number"))
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(number).collect()
}

/// Whether two values agree to `within` of the larger, or both are as good as nothing.
fn assert_close(found: f64, expected: f64, within: f64, what: &str) {
    let scale = found.abs().max(expected.abs()).max(1e-300);
    assert!((found - expected).abs() <= within * scale, "{what}: {found:e}, expected {expected:e}");
}

#[test]
fn tests_of_two_shares_agree_with_statsmodels_and_scipy() {
    let pairs = reference("pairs");
    assert!(pairs.len() >= 8);
    for pair in &pairs {
        let counts: Vec<u64> = pair["pair"].as_array().unwrap().iter().map(|n| n.as_u64().unwrap()).collect();
        let (a, b) = ((counts[0], counts[1]), (counts[2], counts[3]));
        let what = format!("{a:?} and {b:?}");
        let difference = newcombe(a, b).unwrap();
        // An end that is nought comes out as the rounding of one.
        assert!((difference.low - number(&pair["low"])).abs() < 1e-13, "{what}: {difference:?}");
        assert!((difference.high - number(&pair["high"])).abs() < 1e-13, "{what}: {difference:?}");
        assert!((pooled_z(a, b) - number(&pair["z"])).abs() < 1e-10, "{what}");
        assert_close(normal_two_sided(pooled_z(a, b)), number(&pair["z_p"]), 1e-10, &what);
        assert_close(fisher(a, b), number(&pair["fisher_p"]), 1e-8, &what);
        assert!((two_shares(a, b).unwrap().h - number(&pair["h"])).abs() < 1e-12, "{what}");
    }
}

#[test]
fn holms_correction_agrees_with_statsmodels() {
    for case in reference("holm") {
        for (found, expected) in holm(&numbers(&case["p"])).into_iter().zip(numbers(&case["corrected"])) {
            assert_close(found, expected, 1e-12, &case.to_string());
        }
    }
    assert_eq!(holm(&[]), [0.0; 0]);
    assert_eq!(holm(&[f64::NAN, 0.01]), [1.0, 0.02]);
}

#[test]
fn chi_square_agrees_with_scipy() {
    for case in reference("tables") {
        let rows: Vec<Vec<u64>> = serde_json::from_value(case["table"].clone()).unwrap();
        let found = chi_square(&rows).unwrap();
        assert_close(found.statistic, number(&case["statistic"]), 1e-12, "statistic");
        assert_close(found.p, number(&case["p"]), 1e-10, "p");
        assert_eq!(f64::from(found.degrees), number(&case["degrees"]));
        assert_close(found.least_expected, number(&case["least_expected"]), 1e-12, "expected");
    }
    let with_an_empty_column = chi_square(&[vec![3, 0, 1], vec![1, 0, 3]]).unwrap();
    assert_eq!(Some(with_an_empty_column), chi_square(&[vec![3, 1], vec![1, 3]]));
    assert_eq!(chi_square(&[vec![3, 1], vec![0, 0]]), None);
}

#[test]
fn tails_agree_with_scipy() {
    for case in reference("normal") {
        assert_close(normal_two_sided(-number(&case[0])), number(&case[1]), 1e-10, &case.to_string());
    }
    for case in reference("chi_square") {
        let found = chi_square_tail(number(&case[0]), case[1].as_u64().unwrap() as u32);
        assert_close(found, number(&case[2]), 1e-9, &case.to_string());
    }
    for case in reference("student") {
        let degrees = case[1].as_u64().unwrap() as u32;
        assert_close(student_two_sided(number(&case[0]), degrees), number(&case[2]), 1e-11, &case.to_string());
        assert_close(student_quantile(0.05, degrees), number(&case[3]), 1e-9, &case.to_string());
    }
}

#[test]
fn tails_have_an_answer_for_every_number() {
    for odd in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 0.0, -1.0, f64::MAX, 1e308, 5e-324] {
        for degrees in [0, 1, 7, u32::MAX] {
            let tails = [normal_two_sided(odd), chi_square_tail(odd, degrees), student_two_sided(odd, degrees)];
            assert!(tails.iter().all(|p| (0.0..=1.0).contains(p)), "{odd} with {degrees}: {tails:?}");
        }
    }
    assert_eq!(normal_two_sided(60.0), 0.0);
    assert_eq!(chi_square_tail(1e9, 3), 0.0);
}

#[test]
fn quantiles_agree_with_numpy() {
    let all: Value = serde_json::from_str(include_str!("reference.json")).unwrap();
    let values = numbers(&all["quantiles"]["values"]);
    for case in all["quantiles"]["at"].as_array().unwrap() {
        let found = quantile_sorted(&values, number(&case[0])).unwrap();
        assert_close(found, number(&case[1]), 1e-12, &case.to_string());
    }
}

#[test]
fn trends_agree_with_statsmodels() {
    for case in reference("trends") {
        let points: Vec<(f64, f64)> = serde_json::from_value(case["points"].clone()).unwrap();
        let found = trend(&points).unwrap();
        for (value, name) in [
            (found.slope, "slope"),
            (found.intercept, "intercept"),
            (found.low, "low"),
            (found.high, "high"),
            (found.p, "p"),
        ] {
            assert_close(value, number(&case[name]), 1e-9, &format!("{name} of {points:?}"));
        }
    }
    assert_eq!(trend(&[(1.0, 1.0), (2.0, 2.0)]), None);
    assert_eq!(trend(&[(1.0, 1.0), (1.0, 2.0), (1.0, 4.0)]), None);
    assert_eq!(trend(&[(1.0, 1.0), (2.0, f64::NAN), (3.0, 4.0)]), None);
    let exact = trend(&[(1.0, 2.0), (2.0, 4.0), (3.0, 6.0)]).unwrap();
    assert!(exact.rises() && !exact.falls() && exact.p == 0.0);
    let level = trend(&[(1.0, 2.0), (2.0, 2.0), (3.0, 2.0)]).unwrap();
    assert!(!level.rises() && !level.falls() && level.p == 1.0);
}

fn groups_of(case: &Value) -> Vec<Vec<Subject>> {
    let groups: Vec<Vec<(f64, u8)>> = serde_json::from_value(case["groups"].clone()).unwrap();
    let subject = |(time, left): (f64, u8)| Subject { time, left: left == 1 };
    groups.into_iter().map(|group| group.into_iter().map(subject).collect()).collect()
}

#[test]
fn survival_curves_agree_with_lifelines() {
    let cases = reference("survival");
    assert!(cases.len() >= 4);
    for case in &cases {
        for (group, expected) in groups_of(case).iter().zip(case["curves"].as_array().unwrap()) {
            let curve = Survival::of(group);
            let steps = expected["steps"].as_array().unwrap();
            assert_eq!(curve.steps.len(), steps.len(), "{}", case["name"]);
            for (step, expected) in curve.steps.iter().zip(steps) {
                let expected = numbers(expected);
                assert_eq!(step.time, expected[0]);
                assert_eq!(
                    [step.at_risk as f64, step.left as f64, step.censored as f64],
                    expected[1..4],
                    "at {} of {}",
                    step.time,
                    case["name"]
                );
                for (found, expected) in [step.share, step.low, step.high].iter().zip(&expected[4..]) {
                    assert!((found - expected).abs() < 1e-12, "{} at {}: {step:?}", case["name"], step.time);
                }
            }
            assert_eq!(curve.median(), expected["median"].as_f64(), "{}", case["name"]);
        }
    }
}

#[test]
fn log_rank_tests_agree_with_lifelines() {
    for case in reference("survival") {
        let found = log_rank(&groups_of(&case)).unwrap();
        assert_close(found.statistic, number(&case["statistic"]), 1e-9, &format!("{}", case["name"]));
        assert_close(found.p, number(&case["p"]), 1e-9, &format!("{}", case["name"]));
        let excess: f64 = found.groups.iter().map(|(seen, expected)| *seen as f64 - expected).sum();
        assert!(excess.abs() < 1e-9);
    }
}

#[test]
fn log_rank_needs_two_groups_and_somebody_who_left() {
    let stays = |time| Subject { time, left: false };
    let leaves = |time| Subject { time, left: true };
    assert_eq!(log_rank(&[]), None);
    assert_eq!(log_rank(&[vec![leaves(1.0)], vec![]]), None);
    assert_eq!(log_rank(&[vec![stays(1.0)], vec![stays(2.0)]]), None);
    assert_eq!(log_rank(&[vec![leaves(f64::NAN)], vec![leaves(2.0)]]), None);
    let with_an_empty_group =
        log_rank(&[vec![leaves(1.0), stays(3.0)], vec![], vec![leaves(2.0), stays(4.0)]]).unwrap();
    assert_eq!(with_an_empty_group.degrees, 1);
}

#[test]
fn a_curve_answers_between_its_steps_and_not_beyond_them() {
    let curve = Survival::of(&[
        Subject { time: 2.0, left: true },
        Subject { time: 4.0, left: false },
        Subject { time: -1.0, left: true },
        Subject { time: f64::INFINITY, left: true },
    ]);
    assert_eq!((curve.subjects, curve.left), (2, 1));
    let share = |time| curve.at(time).map(|step| step.share);
    assert_eq!(
        [share(0.0), share(1.9), share(2.0), share(4.0), share(4.1)],
        [Some(1.0), Some(1.0), Some(0.5), Some(0.5), None]
    );
    assert_eq!(curve.median(), Some(2.0));
    assert_eq!(Survival::of(&[]).at(0.0), None);
    assert_eq!(Survival::of(&[]).median(), None);
}
