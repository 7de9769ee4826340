//! Wide tables of counts by day and by arm, as advertising and tests are exported.

use super::super::Shape;
use super::super::guess::guess;
use super::super::tests::*;

const HEADER: &str = "Arm;Date;Spend [USD];# of Impressions;Reach;# of Website Clicks;# of Purchases\n";

#[test]
fn a_day_is_a_row_and_a_stage_is_a_column() {
    let text = format!(
        "{HEADER}old;1.08.2026;2000;1.000;900;100;10\nnew;1.08.2026;2000;1.100;800;120;30\nold;2.08.2026;2000;;;;\n\
         old;3.08.2026;1500;500;400;50;9\nTotal;;5500;2.600;2.100;270;49\n"
    );
    assert_eq!(guessed(&text).shape, Shape::StageCounts);
    let report = report(&text);
    let names = ["# of Impressions", "Reach", "# of Website Clicks", "# of Purchases"];
    let expect = |segment: usize, counts: [u64; 4]| {
        let dropped = |at: usize| counts.get(at + 1).map(|next| counts[at] - next);
        let all: Vec<_> = (0..4).map(|at| (names[at], counts[at], dropped(at))).collect();
        expect_stages(&report, segment, &all);
    };
    expect(0, [2_600, 2_100, 270, 49]);
    expect(1, [1_500, 1_300, 150, 19]);
    expect(2, [1_100, 800, 120, 30]);
    // A day without its counts is at no stage.
    assert_eq!(
        rejected(&report),
        [("a total, which would count people twice", &[6][..]), ("“# of Impressions” is empty", &[4])]
    );
    let told = report.figures.told();
    assert!(told[0].contains("3 rows are added up; no stages are “Spend [USD]”"), "{told:?}");
    assert!(told[1].contains("counted on each"), "{told:?}");
}

#[test]
fn arms_alone_and_days_alone_are_enough_and_floats_without_a_fraction_are_counts() {
    let arms = report("variant,visitors,sign ups,orders\nA,1000,300,50\nB,1010,350,80\n");
    expect_stages(&arms, 2, &[("visitors", 1_010, Some(660)), ("sign ups", 350, Some(270)), ("orders", 80, None)]);
    let days = report(
        "Date,Pageviews,Clicks,Enrollments\n\"Sat, Oct 11\",7723,687,134.0\n\"Sun, Oct 12\",9102,779,147.0\n\"Mon, Oct 13\",9000,700,\n",
    );
    expect_stages(
        &days,
        0,
        &[("Pageviews", 16_825, Some(15_359)), ("Clicks", 1_466, Some(1_185)), ("Enrollments", 281, None)],
    );
}

#[test]
fn what_may_be_another_table_is_none_of_itself() {
    for text in [
        // A row for each customer, a day that comes twice, figures that rise, columns that are no steps, an event log.
        "customer_id,date,visits,orders\na,2026-01-01,9,2\nb,2026-01-02,7,1\n",
        "date,visits,orders\n2026-01-01,9,2\n2026-01-01,7,1\n",
        "date,orders,visits\n2026-01-01,2,9\n2026-01-02,1,7\n",
        "date,rain,wind\n2026-01-01,12,9\n2026-01-02,11,7\n",
        "date,visits,conversion rate\n2026-01-01,12,9\n2026-01-02,11,7\n",
    ] {
        let found = guess(&source(text).1);
        assert!(found.as_ref().is_none_or(|found| !found.reason.contains("a row for each day")), "{text}: {found:?}");
    }
    // Who says that it is one has it read, in the order of its columns.
    let said = try_read("date,orders,visits\n2026-01-01,2,9\n2026-01-02,1,7\n", Shape::StageCounts).unwrap();
    expect_stages(&said, 0, &[("orders", 3, None), ("visits", 16, None)]);
}

#[test]
fn an_average_is_no_day_and_counts_that_never_fall_are_told() {
    let rows = |counts: [u64; 5]| {
        let row = |(day, count): (usize, u64)| format!("2026-01-0{},{},{}\n", day + 1, count, count / 10);
        let rows: String = counts.into_iter().enumerate().map(|(day, count)| row((day, count))).collect();
        report(&format!("date,visits,orders\n{rows}Average,5000,500\n"))
    };
    let (running, daily) = (rows([100, 200, 310, 400, 520]), rows([100, 90, 310, 400, 520]));
    expect_stages(&running, 0, &[("visits", 1_530, Some(1_377)), ("orders", 153, None)]);
    assert_eq!(rejected(&running), [("a total, which would count people twice", &[7][..])]);
    assert!(running.figures.told()[2].contains("running totals"), "{:?}", running.figures.told());
    assert_eq!(daily.figures.told().len(), 2);
}

#[test]
fn a_row_of_no_day_is_a_sum_or_is_left_out_and_never_added_to_the_days() {
    let days = "date,visits,carts,orders\n2026-01-01,500,200,50\n2026-01-02,500,200,40\n";
    for (more, reason) in
        [(",1000,400,90\n", "a total"), (" ,1000,400,91\n", "no date"), ("n/a,1000,400,90\n", "a total")]
    {
        let found = report(&format!("{days}{more}"));
        expect_stages(&found, 0, &[("visits", 1_000, Some(600)), ("carts", 400, Some(310)), ("orders", 90, None)]);
        let told = rejected(&found);
        assert!(told.len() == 1 && told[0].0.contains(reason) && told[0].1 == [4], "{told:?}");
    }
    // A part whose day stands once above it is no sum.
    let parts =
        report("date,variant,visits,carts,orders\n2026-01-01,A,500,200,50\n,B,300,100,40\n2026-01-02,A,200,100,10\n");
    expect_stages(&parts, 0, &[("visits", 1_000, Some(600)), ("carts", 400, Some(300)), ("orders", 100, None)]);
}
