//! Tables of stage counts as products write them.

use super::super::Shape;
use super::super::tests::*;

#[test]
fn a_plain_table_with_segments_and_weeks_is_added_up() {
    let report = report(
        "stage;entered;completed;segment;week\n\
         Trial;1.200;600;Families;W1\n\
         Trial;800;200;Fans;W1\n\
         Habit;600;500;Families;W1\n\
         Habit;200;150;Fans;W1\n\
         Trial;100;50;Families;W2\n\
         Total;2.100;;;\n",
    );
    assert_eq!(report.shape, "stage-counts");
    expect_stages(&report, 0, &[("Trial", 2_100, Some(1_250)), ("Habit", 800, Some(150))]);
    expect_stages(&report, 1, &[("Trial", 1_300, Some(650)), ("Habit", 600, Some(100))]);
    assert_eq!(rejected(&report), [("a total, which would count people twice", &[7][..])]);
}

#[test]
fn ga4_with_its_comments_parts_totals_and_further_tables() {
    let report = report(
        "# ----------------------------------------\n\
         # Sign-up-Funnel exploration 1\n\
         # 20260901-20260930\n\
         # ----------------------------------------\n\
         \n\
         Step,Device category,Elapsed time,Active users,Completion rate,Abandonments,Abandonment rate\n\
         1. First visit,Total,16674931278.9,1000,0.4,600,0.6\n\
         ,mobile,15000000000,700,0.3,490,0.7\n\
         ,desktop,17000000000,300,0.633,110,0.367\n\
         2. Sign-up,Total,,400,0,0,0\n\
         ,mobile,,210,0,0,0\n\
         ,desktop,,190,0,0,0\n\
         \n\
         Step,Device category,Elapsed time,Active users,Completion rate,Abandonments,Abandonment rate\n\
         1. First visit,Total,1,5,1,0,0\n",
    );
    assert_eq!(report.shape, "ga4-funnel");
    expect_stages(&report, 0, &[("First visit", 1_000, Some(600)), ("Sign-up", 400, None)]);
    expect_stages(&report, 1, &[("First visit", 700, Some(490)), ("Sign-up", 210, None)]);
    let first = &report.figures.funnel().unwrap().segments[0].stages[0];
    assert_eq!(first.mean_secs_to_next.map(f64::round), Some(16_675.0));
    assert_eq!(first.median_secs_to_next, None, "GA4 gives means");
    assert_eq!(report.rows.rejected, 2);
}

#[test]
fn ga4_in_german_with_its_numbers() {
    let report = report(
        "Schritt;Aktive Nutzer (% von Schritt 1);Abschlussrate;Abbrüche;Abbruchrate\n\
         1. Erster Besuch;12.345 (100 %);40,5 %;7.345;59,5 %\n\
         2. Registrierung;5.000 (40,5 %);;;\n",
    );
    assert_eq!(report.shape, "ga4-funnel");
    expect_stages(&report, 0, &[("Erster Besuch", 12_345, Some(7_345)), ("Registrierung", 5_000, None)]);
}

#[test]
fn posthog_times_are_those_from_the_step_before() {
    let report = report(
        "name,breakdown_value,action_id,count,median_conversion_time (seconds),average_conversion_time (seconds)\n\
         $pageview,Chrome,$pageview,200,,\n\
         signed up,Chrome,signed up,50,90,120.5\n\
         $pageview,Safari,$pageview,100,,\n\
         signed up,Safari,signed up,30,80,100\n",
    );
    assert_eq!(report.shape, "posthog-funnel");
    expect_stages(&report, 0, &[("$pageview", 300, Some(220)), ("signed up", 80, None)]);
    let funnel = report.figures.funnel().unwrap();
    let chrome = &funnel.segments[1];
    assert_eq!((chrome.segment.as_str(), chrome.stages[0].median_secs_to_next), ("Chrome", Some(90.0)));
    assert_eq!(chrome.stages[1].median_secs_to_next, None);
    assert_eq!(funnel.segments[0].stages[0].median_secs_to_next, None, "medians of two parts are none of both");
}

#[test]
fn mixpanel_and_amplitude_by_the_names_of_their_rates() {
    let mixpanel = report(
        "event,count,step_conv_ratio,overall_conv_ratio,avg_time\n\
         View,1000,1,1,\nCart,250,0.25,0.25,3600\nBuy,100,0.4,0.1,60\n",
    );
    assert_eq!(mixpanel.shape, "mixpanel-funnel");
    expect_stages(&mixpanel, 0, &[("View", 1_000, Some(750)), ("Cart", 250, Some(150)), ("Buy", 100, None)]);
    assert_eq!(mixpanel.figures.funnel().unwrap().segments[0].stages[0].mean_secs_to_next, Some(3_600.0));
    let amplitude = report(
        "Step\tUsers\tConversion from Step 1\tMedian time to convert\n\
         \u{20}View\t1000\t100%\t\nBuy\t100\t10%\t1d 2h\n",
    );
    assert_eq!(amplitude.shape, "amplitude-funnel");
    expect_stages(&amplitude, 0, &[("View", 1_000, Some(900)), ("Buy", 100, None)]);
    assert_eq!(amplitude.figures.funnel().unwrap().segments[0].stages[0].median_secs_to_next, Some(93_600.0));
}

#[test]
fn shares_instead_of_counts_are_told() {
    let error = try_read("step,users\nSee,100%\nBuy,40%\n", Shape::StageCounts).unwrap_err().to_string();
    assert!(error.contains("is a percentage where a count is needed"), "{error}");
}
