//! The rules of the figures, one by one, on logs small enough to count by hand.

use super::*;
use crate::engine::customers::Whose;
use crate::engine::reading::read;
use crate::engine::vocabulary::Vocabulary;
use crate::lifecycle::{Lifecycle, Transition};
use crate::plan::{Scope, StageOrder};
use crate::report::{Activities, ActivityTime, DroppedThen, EventCount, Touch};

const HEADER: &str = "customer,event,time,segment\n";

fn check_stages(rows: &str, ties: Ties, expected: &str) -> Report {
    let report =
        run_every_way(&plan(&["One=a", "Two=b", "Three=c"], ties), &source(format!("{HEADER}{rows}"))).unwrap();
    assert_eq!(counts(&report.segments[0].stages), expected, "{rows}");
    report
}

#[test]
fn a_stage_is_reached_at_or_after_the_one_before() {
    // b comes before a and again after; c only before b.
    check_stages("k,b,2024-01-01,\nk,a,2024-01-02,\nk,c,2024-01-03,\nk,b,2024-01-04,\n", Ties::File, "1/0 1/1 0/0");
    // The earliest a counts, so that the b between two a's does.
    check_stages("k,a,2024-01-01,\nk,b,2024-01-02,\nk,a,2024-01-03,\n", Ties::File, "1/0 1/1 0/0");
    // Who never reaches stage 1 counts in no stage, but as a customer.
    let report = check_stages("k,b,2024-01-01,\nk,c,2024-01-02,\n", Ties::File, "0/0 0/0 0/0");
    assert_eq!(report.segments[0].customers, 1);
    assert_eq!(report.transitions.len(), 1);
}

#[test]
fn events_at_the_same_time_count_as_in_order() {
    let rows = "k,c,2024-01-01 10:00:00,\nk,b,2024-01-01 10:00:00,\nk,a,2024-01-01 10:00:00,\n";
    let report = check_stages(rows, Ties::File, "1/0 1/0 1/0");
    assert_eq!(report.segments[0].stages[0].median_secs_to_next, Some(0.0));
    let pairs = |report: &Report| report.transitions.iter().map(|t| format!("{}{}", t.from, t.to)).collect::<Vec<_>>();
    assert_eq!(pairs(&report), ["ba", "cb"]);
    let report = check_stages(rows, Ties::Name, "1/0 1/0 1/0");
    assert_eq!(pairs(&report), ["ab", "bc"]);
}

#[test]
fn times_before_1970_and_below_a_second_are_kept() {
    let rows = "k,a,1969-12-31 23:59:59.25,\nk,b,1970-01-01 00:00:00.5,\nm,a,1960-01-01,\nm,b,1960-01-01 00:00:02.5,\n";
    let report = check_stages(rows, Ties::File, "2/0 2/2 0/0");
    assert_eq!(report.segments[0].stages[0].median_secs_to_next, Some((1.25 + 2.5) / 2.0));
    assert_eq!(report.source.first_time, "1960-01-01T00:00:00Z");
    assert_eq!(report.source.last_time, "1970-01-01T00:00:00.5Z");
}

#[test]
fn the_segment_is_that_of_the_first_event_and_changes_are_counted() {
    let rows = "k,b,2024-01-02,app\nk,a,2024-01-01,web\nm,a,2024-01-01,All\nn,a,2024-01-01,\nn,b,2024-01-02,(none)\n\
                o,z,2024-01-01,(none)\n";
    let report = check_stages(rows, Ties::File, "3/1 2/2 0/0");
    let rows: Vec<_> = report
        .segments
        .iter()
        .map(|s| format!("{} {} {} {}", s.segment, s.total, s.customers, counts(&s.stages)))
        .collect();
    assert_eq!(
        rows,
        ["All true 4 3/1 2/2 0/0", "All false 1 1/1 0/0 0/0", "web false 1 1/0 1/1 0/0", "(none) false 2 1/0 1/1 0/0"]
    );
    assert_eq!(report.multi_segment_customers, 1);
    assert_eq!(report.segments.iter().map(|s| s.is_blank).collect::<Vec<_>>(), [false, false, false, true]);
}

#[test]
fn with_names_deciding_ties_the_order_of_rows_does_not_matter() {
    let rows = ["k,b,2024-01-01,x\n", "k,a,2024-01-01,y\n", "k,a,2024-01-01,z\n", "k,a,2024-01-02,y\n"];
    let forwards = check_stages(&rows.concat(), Ties::Name, "1/0 1/1 0/0");
    let backwards = check_stages(&rows.iter().rev().copied().collect::<String>(), Ties::Name, "1/0 1/1 0/0");
    assert_eq!(forwards, backwards);
    assert_eq!(forwards.segments[1].segment, "y");
}

#[test]
fn the_last_stage_and_one_that_nobody_reached_have_no_rate() {
    let report = check_stages("k,a,2024-01-01,\n", Ties::File, "1/1 0/0 0/0");
    let [one, two, three] = &report.segments[0].stages[..] else { panic!("three stages") };
    assert_eq!(one.rate, Some(1.0));
    assert_eq!(one.median_secs_to_next, None);
    for stage in [two, three] {
        assert_eq!((stage.rate, stage.low, stage.high, stage.median_secs_to_next), (None, None, None, None));
    }
}

#[test]
fn reach_counts_a_customer_once_whatever_the_order() {
    let rows = "k,c,2024-01-01,x\nk,a,2024-01-02,x\nk,a,2024-01-02,x\nm,b,2024-01-02,x\nn,c,2024-01-02,y\n";
    let report = check_stages(rows, Ties::File, "1/1 0/0 0/0");
    assert_eq!(report.segments.iter().map(|s| s.reach[0]).collect::<Vec<_>>(), [2, 1, 1]);
}

#[test]
fn events_are_counted_and_told_apart_from_the_plan() {
    let text = format!("{HEADER}k,a,2024-01-01,\nk,zoo,2024-01-01,\nk,zoo,2024-01-02,\nk, A ,2024-01-02,\n");
    let plan = plan(&["One=a", "Two=b"], Ties::File);
    let report = run_every_way(&plan, &source(text)).unwrap();
    let unbound: Vec<_> = report.unbound(&plan).iter().map(|e| format!("{} {}", e.event, e.count)).collect();
    assert_eq!(unbound, ["A 1", "zoo 2"]);
    assert_eq!(report.absent(&plan), ["b", "c"]);
}

#[test]
fn the_json_is_the_contract_to_the_letter() {
    let text = format!(
        "{HEADER}k,a,2024-01-01 10:00:00,web\nk,b,2024-01-01 10:00:01.5,web\nm,a,2024-01-02,web\n-,a,2024-01-02,\n"
    );
    let report = run_every_way(&plan(&["One=a", "Two=b"], Ties::Name), &source(text)).unwrap();
    let mut json = Vec::new();
    report.write_json(&mut json).unwrap();
    let further = |nothing: u64| {
        format!(
            "\"repeated\":0,\"returned\":0,\
             \"dropped_then\":{{\"nothing\":{nothing},\"events\":[],\"other\":0}}"
        )
    };
    let stages = format!(
        "[{{\"name\":\"One\",\"reached\":2,\"dropped\":1,\"rate\":0.5,\"low\":0.09453120573423074,\
         \"high\":0.9054687942657693,\"median_secs_to_next\":1.5,\"p90_secs_to_next\":1.5,{}}},{{\"name\":\"Two\",\
         \"reached\":1,\"dropped\":0,\"rate\":null,\"low\":null,\"high\":null,\"median_secs_to_next\":null,\
         \"p90_secs_to_next\":null,{}}}]",
        further(1),
        further(0)
    );
    let touches = "[{\"event\":\"a\",\"first\":2,\"last\":1,\"first_of_converted\":1,\"last_before_converted\":1},\
                   {\"event\":\"b\",\"first\":0,\"last\":1,\"first_of_converted\":0,\"last_before_converted\":0}]";
    let expected = format!(
        "{{\"rows\":{{\"read\":4,\"used\":3,\"rejected\":1,\"reasons\":[{{\"reason\":\"no customer\",\"count\":1,\
         \"first_lines\":[5]}}]}},\"segments\":[{{\"segment\":\"All\",\"total\":true,\"customers\":2,\"stages\":{stages},\
         \"touches\":{touches}}},{{\"segment\":\"web\",\"total\":false,\"customers\":2,\"stages\":{stages},\
         \"touches\":{touches}}}],\"transitions\":[{{\"from\":\"a\",\"to\":\"b\",\"count\":1}}],\"ties\":\"name\",\
         \"multi_segment_customers\":0,\"source\":{{\"file\":\"log.csv\",\"first_time\":\"2024-01-01T10:00:00Z\",\
         \"last_time\":\"2024-01-02T00:00:00Z\"}},\"counting\":{{\"order\":\"ordered\",\"scope\":\"closed\",\
         \"window_secs\":null,\"as_of\":null}}}}\n"
    );
    assert_eq!(String::from_utf8(json).unwrap(), expected);
}

/// The stages of a plan counted in another way, as `reached/dropped`.
fn check_counting(rows: &str, counting: Counting, expected: &str) -> Report {
    let plan = Plan { counting, ..plan(&["One=a", "Two=b", "Three=c"], Ties::File) };
    let report = run_every_way(&plan, &source(format!("{HEADER}{rows}"))).unwrap();
    assert_eq!(counts(&report.segments[0].stages), expected, "{counting:?}");
    report
}

#[test]
fn in_any_order_the_latest_of_the_first_times_counts() {
    let rows = "k,c,2024-01-01,\nk,b,2024-01-02,\nk,a,2024-01-04,\nk,b,2024-01-05,\nm,b,2024-01-01,\nm,a,2024-01-03,\n";
    let any = Counting { order: StageOrder::Any, ..Counting::default() };
    let report = check_counting(rows, any, "2/0 2/1 1/0");
    assert_eq!(report.segments[0].stages[0].median_secs_to_next, Some(0.0));
    assert_eq!(report.segments[0].stages[1].dropped_then, DroppedThen { nothing: 1, ..DroppedThen::default() });
    check_counting(rows, Counting::default(), "2/1 1/1 0/0");
}

#[test]
fn an_open_funnel_is_entered_at_any_stage() {
    // k enters at two and goes on to three; m enters at one and skips two.
    let rows = "k,b,2024-01-01,\nk,c,2024-01-02,\nm,a,2024-01-01,\nm,c,2024-01-02,\nm,b,2024-01-03,\n";
    let open = Counting { scope: Scope::Open, ..Counting::default() };
    let report = check_counting(rows, open, "1/0 2/1 1/0");
    assert_eq!(report.segments[0].stages[0].rate, Some(0.0));
    let rows = "k,b,2024-01-01,\nk,c,2024-01-02,\nm,a,2024-01-01,\nm,c,2024-01-02,\n";
    // Who skipped a stage has dropped before it, and may still reach the one behind.
    check_counting(rows, open, "1/1 1/0 2/0");
}

#[test]
fn a_window_includes_its_end_and_runs_from_the_first_arrival() {
    let rows = "k,a,2024-01-01 00:00:00,\nk,b,2024-01-01 00:00:05,\nk,c,2024-01-01 00:00:10,\n";
    let window = |secs| Counting { window: Some(secs), ..Counting::default() };
    check_counting(rows, window(10), "1/0 1/0 1/0");
    check_counting(rows, window(9), "1/0 1/1 0/0");
    check_counting(rows, window(4), "1/1 0/0 0/0");
    check_counting(rows, window(u64::MAX), "1/0 1/0 1/0");
}

#[test]
fn rows_after_the_as_of_date_are_left_out_and_counted() {
    let rows = "k,a,2024-01-01,\nk,b,2024-01-02,\nk,c,2024-01-03,\n";
    let as_of = Counting { as_of: Some(1_704_153_600_000_000), ..Counting::default() };
    let report = check_counting(rows, as_of, "1/0 1/1 0/0");
    assert_eq!((report.rows.used, report.rows.rejected), (2, 1));
    assert_eq!(report.rows.reasons[0].reason, crate::reason::Reason::AfterAsOf);
    // They were left out on purpose, however many they are.
    assert!(report.rows.rejected * 20 > report.rows.read);
    assert_eq!(report.rows.share_in_doubt(), None);
    assert_eq!(report.source.last_time, "2024-01-02T00:00:00Z");
}

#[test]
fn who_is_seen_again_in_an_earlier_stage_is_counted_for_each_pair() {
    // k comes back from the last stage to the first alone; m goes on from the second to the last and back to the second;
    // n is only once in the first; o was never in the first before.
    let rows = "k,a,2024-01-01,\nk,b,2024-01-02,\nk,c,2024-01-03,\nk,a,2024-01-04,\nm,a,2024-01-01,\nm,b,2024-01-02,\n\
                m,c,2024-01-03,\nm,b,2024-01-04,\nn,a,2024-01-01,\nn,b,2024-01-02,\no,b,2024-01-01,\no,a,2024-01-02,\n";
    let open = Counting { scope: crate::plan::Scope::Open, ..Counting::default() };
    let report = check_counting(rows, open, "4/1 3/1 2/0");
    let mut json = Vec::new();
    report.write_json(&mut json).unwrap();
    assert!(String::from_utf8(json).unwrap().contains("\"seen_again\":["));
    let again: Vec<&[u64]> = report.segments[0].stages.iter().map(|stage| &stage.seen_again[..]).collect();
    assert_eq!(again, [&[][..], &[1], &[1, 1]], "k from the second and the last to the first, m to the second");
}

#[test]
fn repeats_returns_and_what_came_next_are_counted_for_who_reached() {
    let rows = "k,a,2024-01-01,\nk,b,2024-01-02,\nk,x,2024-01-03,\nk,a,2024-01-04,\nm,a,2024-01-01,\nm,x,2024-01-02,\n\
                n,a,2024-01-01,\no,c,2024-01-01,\no,b,2024-01-02,\n";
    let report = check_stages(rows, Ties::File, "3/2 1/1 0/0");
    let [one, two, three] = &report.segments[0].stages[..] else { panic!("three stages") };
    assert_eq!((one.repeated, one.returned, two.repeated, two.returned, three.returned), (1, 1, 0, 0, 0));
    assert_eq!((&one.seen_again[..], &two.seen_again[..], &three.seen_again[..]), (&[][..], &[1][..], &[0, 0][..]));
    let x = EventCount { event: "x".into(), count: 1 };
    assert_eq!(one.dropped_then, DroppedThen { nothing: 1, events: vec![x.clone()], other: 0 });
    assert_eq!(two.dropped_then, DroppedThen { nothing: 0, events: vec![x], other: 0 });
    let touch = |t: &Touch| format!("{} {}/{}", t.event, t.first, t.last);
    assert_eq!(report.segments[0].touches.iter().map(touch).collect::<Vec<_>>(), ["a 3/2", "b 0/1", "c 1/0", "x 0/1"]);
}

#[test]
fn figures_are_the_same_whether_events_stay_in_memory_or_wait_in_a_file() {
    // So many rows of so few customers that blocks fill up, in an order that jumps between them.
    let row = |n: usize| {
        let (customer, event) = (n * 7 % 5, ["a", "b", "c", "x"][n * n % 4]);
        format!("k{customer},{event},2024-01-{:02} {:02}:00:{:02},s{}\n", n % 28 + 1, n % 24, n % 60, customer % 2)
    };
    let source = source(format!("{HEADER}{}", (0..60_000).map(row).collect::<String>()));
    for ties in [Ties::File, Ties::Name] {
        let run = |memory, coded| {
            let tuning = Tuning { threads: 2, piece_bytes: 1 << 16, carefully: false, coded, memory };
            run_tuned(&plan(&["One=a", "Two=b", "Three=c"], ties), &source, &Progress::default(), tuning).unwrap()
        };
        let in_memory = run(u64::MAX, true);
        for coded in [false, true] {
            assert_eq!(in_memory, run(0, coded));
            assert_eq!(in_memory, run(300_000, coded));
        }
        assert_eq!(in_memory.rows.used, 60_000);
    }
}

#[test]
fn an_event_in_two_stages_is_refused() {
    let plan = plan(&["One=a|b", "Two=b"], Ties::File);
    let refused = run_tuned(
        &plan,
        &source("x"),
        &Progress::default(),
        Tuning { threads: 1, piece_bytes: 9, carefully: true, coded: true, memory: 0 },
    );
    assert!(matches!(refused, Err(BehaviourError::EventInTwoStages { event, .. }) if event == "b"));
}

#[test]
fn a_run_asks_often_enough_to_stop_at_once_wherever_it_is() {
    let rows: String = (0..20_000).map(|n| format!("k{},a,2024-01-01,s{}\n", n % 900, n % 3)).collect();
    let source = source(format!("{HEADER}{rows}"));
    for (carefully, coded) in [(false, false), (false, true), (true, true)] {
        let tuning = Tuning { threads: 2, piece_bytes: 1 << 12, carefully, coded, memory: 0 };
        let run = |progress: &Progress| run_tuned(&plan(&["One=a", "Two=b"], Ties::File), &source, progress, tuning);
        let whole = Progress::default();
        run(&whole).unwrap();
        // At least once a piece of the file or a few thousand rows, then once a partition, then for each quantile.
        let pieces = if carefully { 20_000 / 4096 } else { rows.len() as u64 >> 12 };
        assert!(whole.asked() >= pieces + 256 + 2 * 3, "{}", whole.asked());
        for patience in [1, pieces / 2, pieces + 2, pieces + 100, pieces + 400] {
            let stopped = run(&Progress::cancelled_after(patience));
            assert!(matches!(stopped, Err(BehaviourError::Cancelled)), "{patience} of {}", whole.asked());
        }
    }
}

#[test]
fn a_run_that_is_cancelled_says_so() {
    let progress = Progress::default();
    progress.cancel();
    for carefully in [false, true] {
        let tuning = Tuning { threads: 2, piece_bytes: 64, carefully, coded: true, memory: 0 };
        let text = format!("{HEADER}k,a,2024-01-01,\n");
        let stopped = run_tuned(&plan(&["One=a"], Ties::File), &source(text), &progress, tuning);
        assert!(matches!(stopped, Err(BehaviourError::Cancelled)));
    }
}

#[test]
fn more_than_a_twentieth_of_the_rows_rejected_puts_the_figures_in_doubt() {
    let rows = "k,a,2024-01-01,x\n".repeat(19);
    let share = |bad: &str| {
        let report =
            run_every_way(&plan(&["One=a"], Ties::File), &source(format!("customer,event,time,segment\n{rows}{bad}")));
        report.unwrap().rows.share_in_doubt()
    };
    assert_eq!(share(",a,2024-01-01,x\n"), None);
    assert_eq!(share(",a,2024-01-01,x\nk,a,?,x\n"), Some(2.0 / 21.0));
}

#[test]
fn rows_that_come_again_are_counted_in_any_order_and_told() {
    let rows = "k1,a,2024-01-01,x\nk1,b,2024-01-01,x\nk1,a,2024-01-01,x\nk1,a,2024-01-01,y\nk2,a,2024-01-01,x\n\
                k2,a,2024-01-02,x\nk1, a ,2024-01-01,x\n";
    for ties in [Ties::File, Ties::Name] {
        let report = run_every_way(&plan(&["One=a"], ties), &source(format!("{HEADER}{rows}"))).unwrap();
        assert_eq!((report.rows.used, report.repeated_rows), (7, Some(2)));
        let words = report.repeated_words(|n| n.to_string()).unwrap();
        assert_eq!(words, "2 rows have the customer, event, time and segment of another; all are counted");
    }
    let once = check_stages("k1,a,2024-01-01,x\nk1,a,2024-01-02,x\n", Ties::File, "1/1 0/0 0/0");
    assert_eq!((once.repeated_rows, once.repeated_words(|n| n.to_string())), (Some(0), None));
}

#[test]
fn ids_that_are_numbers_behind_one_prefix_are_read_by_their_codes_and_all_others_by_a_table() {
    let tuning = Tuning { threads: 2, piece_bytes: 64, carefully: false, coded: true, memory: u64::MAX };
    let is_coded = |ids: [&str; 3]| {
        let rows: String = ids.iter().map(|id| format!("{id},a,2024-01-01,\n")).collect();
        let (plan, source) = (plan(&["One=a"], Ties::File), source(format!("{HEADER}{}", rows.repeat(40))));
        let (_, registry) = read(&plan, &source, &Progress::default(), tuning, &Vocabulary::Open).unwrap();
        let report = run_tuned(&plan, &source, &Progress::default(), tuning).unwrap();
        assert_eq!(report.segments[0].customers, 3, "{ids:?}");
        matches!(registry.whose, Whose::Coded(_))
    };
    assert!(is_coded(["cust_1", "cust_01", "cust_93847561"]));
    assert!(is_coded(["1", "2", "99999999999999"]));
    assert!(!is_coded(["cust_1", "cust_2", "guest_3"]));
    assert!(!is_coded(["anna", "1", "2"]));
    assert!(!is_coded(["1", "2", "999999999999999"]));
}

#[test]
fn the_time_from_start_to_completion_is_that_of_the_earliest_start_without_one() {
    let log = "customer,event,time,step\n\
               k,Review,2024-01-01 10:00:00,start\nk,Review,2024-01-01 10:10:00,start\n\
               k,Review,2024-01-01 10:30:00,complete\nk,Review,2024-01-01 11:00:00,complete\n\
               7.0,Review,2024-01-02 10:00:00,start\n7,Review,2024-01-02 10:01:00,complete\n\
               NULL,Review,2024-01-02 10:00:00,start\nNULL,Review,2024-01-02 10:01:00,complete\n\
               k,Review,1970-01-01,complete\nk,Review,2024-01-03,suspend\n\
               m,Pay,2024-01-01 09:00:00,complete\nm,Pay,2024-01-01 10:00:00,start\n\
               m,Mail to ann@example.org,2024-01-01 09:00:00,complete\nm,Mail to ann@example.org,2024-01-01 09:00:00,start\n";
    let mut plan = plan(&["One=Review"], Ties::File);
    plan.columns.segment = None;
    plan.time = ColumnTime::new(TimeFormat::Iso, b"", TimeRules::by_the_clock(SystemTime::now()));
    let run = |plan: &Plan| crate::engine::run(plan, &source(log), &Progress::default()).unwrap();
    assert_eq!(run(&plan).activities, Activities::NotTold);
    let told = |plan: &Plan| {
        let report = run(plan);
        let words = report.activities.known().iter().map(|one| {
            let times = format!("{:?} {:?}", one.median_secs, one.p90_secs);
            format!("{} {} {times} {} {}", one.event, one.times, one.only_started, one.only_completed)
        });
        words.collect::<Vec<_>>()
    };
    for counted in [Transition::Complete, Transition::Start] {
        plan.reading.dialect.lifecycle = Some(Lifecycle { column: 3, counted });
        // Of 30, 50 and 1 minutes nine of ten lie within 30 + 0.8 * 20; what was begun after its completion has no time.
        let all = [
            "Mail to :mail 1 Some(0.0) Some(0.0) 0 0",
            "Pay 0 None None 1 1",
            "Review 3 Some(1800.0) Some(2760.0) 0 0",
        ];
        assert_eq!(told(&plan), all, "{counted:?}");
    }
    // By half past ten k has begun two and completed one.
    plan.counting.as_of = Some(1_704_105_000_000_000);
    assert_eq!(told(&plan)[2], "Review 1 Some(1800.0) Some(1800.0) 1 0");
}

#[test]
fn activities_are_timed_by_the_segment_of_the_first_used_event() {
    let row = |customer: &str, event: &str, minute: u32, segment: &str, step: &str| {
        format!("{customer},{event},2024-01-01 10:{minute:02}:00,{segment},{step}\n")
    };
    let log = [
        "customer,event,time,segment,step\n".to_owned(),
        // The start is no used event: k is of web, by its first completion, and stays it.
        row("k", "Review", 0, "app", "start"),
        row("k", "Review", 10, "web", "complete"),
        row("k", "Review", 20, "app", "start"),
        row("k", "Review", 50, "app", "complete"),
        row("m", "Review", 0, "app", "start"),
        row("m", "Review", 5, " app ", "complete"),
        // Two completions at once: by name that of Audit is first, in the file that of Review.
        row("t", "Audit", 0, "", "start"),
        row("t", "Review", 1, "", "start"),
        row("t", "Review", 30, "web", "complete"),
        row("t", "Audit", 30, "app", "complete"),
        row("n", "Audit", 0, "x", "start"),
        row("n", "Audit", 4, "NULL", "complete"),
        // Never completed: of no segment.
        row("o", "Audit", 0, "web", "start"),
        row("b", "Audit", 0, "ann@example.org", "start"),
        row("b", "Audit", 8, "ann@example.org", "complete"),
    ]
    .concat();
    let mut plan = plan(&["One=Review"], Ties::File);
    plan.time = ColumnTime::new(TimeFormat::Iso, b"", TimeRules::by_the_clock(SystemTime::now()));
    plan.reading.dialect.lifecycle = Some(Lifecycle { column: 4, counted: Transition::Complete });
    let told = |ties: Ties| {
        let report = crate::engine::run(&Plan { ties, ..plan.clone() }, &source(&log), &Progress::default()).unwrap();
        let all = report.activities.known().iter().map(|one| ("All", one));
        let own = report.segments.iter().flat_map(|own| own.activities.iter().map(|one| (&*own.segment, one)));
        let line = |(segment, one): (&str, &ActivityTime)| {
            format!("{segment} {} {} {:?} {}", one.event, one.times, one.median_secs, one.only_started)
        };
        all.chain(own).map(line).collect::<Vec<_>>()
    };
    let all = ["All Audit 3 Some(480.0) 1", "All Review 4 Some(1170.0) 0"];
    let rest = ["(none) Audit 1 Some(240.0) 0"];
    let web = ["web Audit 1 Some(1800.0) 0", "web Review 3 Some(1740.0) 0"];
    let mails = [":mail Audit 1 Some(480.0) 0"];
    assert_eq!(told(Ties::File), [&all[..], &mails, &["app Review 1 Some(300.0) 0"], &web, &rest].concat());
    let app = ["app Audit 1 Some(1800.0) 0", "app Review 2 Some(1020.0) 0"];
    assert_eq!(told(Ties::Name), [&all[..], &mails, &app, &["web Review 2 Some(1200.0) 0"], &rest].concat());
}
