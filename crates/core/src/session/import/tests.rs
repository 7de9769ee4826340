//! Stories of imports, from a file on disk to figures on a map.

use super::*;
use crate::behaviour::shapes::Figures;
use crate::behaviour::shapes::Shape;
use crate::behaviour::times::zone::Zone;
use crate::behaviour::times::{DayOrder, TimeFormat};
use crate::edit::templates::Template;
use crate::model::{Date, SegmentId, StageId};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::time::{Duration, Instant};

pub(super) fn today() -> Date {
    Date::new(2026, 11, 3).unwrap()
}

pub(super) fn log_file(text: &str) -> tempfile::NamedTempFile {
    let file = tempfile::Builder::new().suffix(".csv").tempfile().unwrap();
    std::fs::write(file.path(), text).unwrap();
    file
}

/// An import of which everything that runs has ended.
pub(super) fn settled(import: &mut Import, map: &Map) {
    let start = Instant::now();
    while import.busy().is_some() {
        import.poll(map);
        std::thread::yield_now();
        assert!(start.elapsed() < Duration::from_secs(60), "the import does not end");
    }
}

/// An import, and the file that it reads, for as long as it is needed.
pub(super) fn open(text: &str, map: &Map) -> (Import, tempfile::NamedTempFile) {
    let file = log_file(text);
    let mut import = Import::open(vec![file.path().to_owned()], Vec::new(), IdSource::seeded(9));
    settled(&mut import, map);
    (import, file)
}

/// Ten customers hear of it, six consider, three decide.
fn small_log() -> String {
    let mut text = "customer_id,event,time,audience\n".to_owned();
    for nth in 0..10 {
        let audience = if nth % 2 == 0 { "families_under_12" } else { "tourists" };
        writeln!(text, "c{nth},awareness,2026-10-01 10:00:{nth:02},{audience}").unwrap();
        if nth < 6 {
            writeln!(text, "c{nth},plans_page,2026-10-02 10:00:{nth:02},{audience}").unwrap();
        }
        if nth < 3 {
            writeln!(text, "c{nth},trial_checkuot,2026-10-03 10:00:{nth:02},{audience}").unwrap();
        }
    }
    text.push_str(",awareness,2026-10-01 10:00:00,tourists\n");
    text
}

fn row(import: &Import, event: &str) -> usize {
    import.events().iter().position(|row| row.event == event).unwrap()
}

#[test]
fn names_bind_by_themselves_and_the_nearest_is_offered() {
    let map = Template::StreamingSubscriber.build(&mut IdSource::seeded(1));
    let (import, _file) = open(&small_log(), &map);
    assert_eq!(import.problem(), None);
    let stage = |name: &str| map.stages_in_order().into_iter().find(|(_, stage)| stage.name == name).unwrap().0;
    let card = |title: &str| map.touchpoints.iter().find(|(_, card)| card.title == title).map(|(id, _)| *id).unwrap();
    let events = import.events();
    assert_eq!(events[row(&import, "awareness")].binding, Binding::Stage(stage("Awareness")));
    assert_eq!(events[row(&import, "plans_page")].binding, Binding::Touchpoint(card("Plans page")));
    let misspelt = &events[row(&import, "trial_checkuot")];
    let checkout = Binding::Touchpoint(card("Trial checkout"));
    assert_eq!((misspelt.binding, misspelt.by_nearness), (checkout, true));
    assert_eq!(misspelt.nearest, Some(("Trial checkout".to_owned(), checkout)));
    let targets: Vec<_> = import.segments().iter().map(|row| (row.value.as_str(), row.target, row.by_name)).collect();
    let families: SegmentId = map.segments_in_order()[0].0;
    assert_eq!(
        targets,
        [("families_under_12", SegmentTarget::Match(families), true), ("tourists", SegmentTarget::Make, false)]
    );
}

#[test]
fn a_segment_that_the_map_calls_otherwise_is_offered_the_nearest() {
    let map = Template::StreamingSubscriber.build(&mut IdSource::seeded(1));
    let log = small_log().replace("families_under_12", "families").replace("tourists", "casual");
    let (import, _file) = open(&log, &map);
    let offers: Vec<_> = import
        .segments()
        .iter()
        .map(|row| {
            let nearest = row.nearest.map(|id| map.segments[&id].name.as_str());
            (row.value.as_str(), row.target, nearest)
        })
        .collect();
    let make = SegmentTarget::Make;
    assert_eq!(offers, [("casual", make, Some("Casual viewers")), ("families", make, Some("Families under 12"))]);
}

#[test]
fn what_was_chosen_is_laid_over_the_map_in_one_edit() {
    let mut map = Template::StreamingSubscriber.build(&mut IdSource::seeded(1));
    let (mut import, _file) = open(&small_log(), &map);
    let checkout = row(&import, "trial_checkuot");
    let (_, offered) = import.events()[checkout].nearest.clone().unwrap();
    import.bind(checkout, offered, &map);
    settled(&mut import, &map);
    let edit = import.finish(&map, today()).unwrap();
    let before = map.clone();
    let undo = map.apply(edit).unwrap().inverse;
    let (_, measurement) = map.measurement().unwrap();
    let reached: Vec<u64> = measurement.all.stages.iter().map(|figure| figure.reached).collect();
    assert_eq!(reached, [10, 6, 3]);
    assert_eq!(measurement.rows_read, 20);
    assert_eq!(measurement.rejected.iter().map(|(_, count)| count).sum::<u64>(), 1);
    assert_eq!(map.segments.len(), before.segments.len() + 1);
    assert_eq!(measurement.segments.len(), 2);
    let card = map.touchpoints.values().find(|card| card.title == "Trial checkout").unwrap();
    assert_eq!(card.events, ["trial_checkuot"]);
    map.apply(undo).unwrap();
    assert_eq!(map, before);
}

#[test]
fn an_empty_map_gets_a_stage_of_every_event() {
    let mut map = crate::edit::empty_map(&mut IdSource::seeded(1));
    let (mut import, _file) = open(&small_log(), &map);
    import.make_stages_of_unbound(usize::MAX, &map);
    settled(&mut import, &map);
    map.apply(import.finish(&map, today()).unwrap()).unwrap();
    let names: Vec<&str> = map.stages_in_order().into_iter().map(|(_, stage)| stage.name.as_str()).collect();
    assert_eq!(names, ["awareness", "plans_page", "trial_checkuot"]);
    assert_eq!(map.measurement().unwrap().1.all.stages[1].reached, 6);
}

#[test]
fn stages_made_of_a_log_of_another_funnel_are_measured_and_the_maps_own_are_not() {
    let mut map = Template::StreamingSubscriber.build(&mut IdSource::seeded(1));
    let own: Vec<StageId> = map.stages_in_order().into_iter().map(|(id, _)| id).collect();
    for (nth, id) in own.iter().enumerate() {
        map.stages.get_mut(id).unwrap().events = vec![format!("own {nth}")];
    }
    let card = map.touchpoints_of(own[0])[0].0;
    map.touchpoints.get_mut(&card).unwrap().events = vec!["own card".to_owned()];
    let mut text = "customer_id,event,time\n".to_owned();
    for nth in 0..60 {
        for (step, event) in ["lobby", "box office", "stalls"].iter().enumerate().take(1 + nth % 3) {
            writeln!(text, "c{nth},{event},2026-10-0{} 10:00:00", step + 1).unwrap();
        }
    }
    let (mut import, _file) = open(&text, &map);
    import.make_stages_of_unbound(usize::MAX, &map);
    settled(&mut import, &map);
    let first = map.stages[&own[0]].name.clone();
    let told = import.report().unwrap().not_measured_words().unwrap();
    assert!(told.contains(&first) && !told.contains("lobby"), "{told}");
    map.apply(import.finish(&map, today()).unwrap()).unwrap();
    let (_, laid) = map.measurement().unwrap();
    assert_eq!(laid.all.stages.iter().map(|stage| stage.reached).collect::<Vec<_>>(), [60, 40, 20]);
    assert_eq!(laid.all.reach, BTreeMap::new());
    let rows = crate::figures::rows(&map, None);
    assert!(rows[..own.len()].iter().all(|row| !row.is_measured()));
    assert!(rows[own.len()..].iter().all(|row| row.is_measured() && row.reached >= Some(20)));
    // The next log of that funnel is measured by the same stages, though none is made of it.
    let (mut again, _file) = open(&text, &map);
    map.apply(again.finish(&map, today()).unwrap()).unwrap();
    assert_eq!(map.measurement().unwrap().1.stages.len(), 3);
}

#[test]
fn made_stages_stand_in_the_order_of_the_customers_way_however_frequent_they_are() {
    let mut map = crate::edit::empty_map(&mut IdSource::seeded(1));
    let way = ["ad", "home", "search", "list", "item", "cart", "address", "paid", "parcel"];
    let mut text = "customer_id,event,time\n".to_owned();
    for nth in 0..40 {
        // Not all see the ad, and most look at lists and items again and again.
        for (step, event) in way.iter().enumerate().skip(usize::from(nth > 29)).take(4 + nth % 6) {
            for again in 0..if (3..5).contains(&step) { 2 } else { 1 } {
                writeln!(text, "c{nth},{event},2026-10-{:02} 10:00:{again:02}", step + 1).unwrap();
            }
        }
    }
    let (mut import, _file) = open(&text, &map);
    assert_eq!(import.events()[0].event, "list", "the most frequent");
    import.make_stages_of_unbound(MADE_STAGES, &map);
    let unused: Vec<_> = import.events().iter().filter(|row| row.binding == Binding::Unused).collect();
    assert_eq!(unused.iter().map(|row| row.event.as_str()).collect::<Vec<_>>(), [import.events()[8].event.as_str()]);
    import.make_stages_of_one_offs(&map);
    settled(&mut import, &map);
    map.apply(import.finish(&map, today()).unwrap()).unwrap();
    let names: Vec<&str> = map.stages_in_order().into_iter().map(|(_, stage)| stage.name.as_str()).collect();
    assert_eq!(names, way);
}

#[test]
fn stages_that_are_made_end_in_the_goal_though_it_is_rare() {
    let mut map = crate::edit::empty_map(&mut IdSource::seeded(1));
    let way = ["ad", "home", "search", "list", "item", "cart", "address", "card_entered", "help", "purchase"];
    let mut text = "customer_id,event,time\n".to_owned();
    for nth in 0..60 {
        for (step, event) in way.iter().enumerate().take(if nth % 3 == 0 { 10 } else { 9 }) {
            writeln!(text, "c{nth},{event},2026-10-{:02} 10:00:00", step + 1).unwrap();
        }
    }
    let (mut import, _file) = open(&text, &map);
    assert_eq!(import.rarer_goal(MADE_STAGES), Some(9));
    import.make_stages_of_unbound(MADE_STAGES, &map);
    settled(&mut import, &map);
    map.apply(import.finish(&map, today()).unwrap()).unwrap();
    let names: Vec<&str> = map.stages_in_order().into_iter().map(|(_, stage)| stage.name.as_str()).collect();
    assert_eq!((names.len(), names.last()), (MADE_STAGES, Some(&"purchase")));
    assert_eq!(map.measurement().unwrap().1.all.stages.last().unwrap().reached, 20);
}

#[test]
fn a_second_import_of_the_same_file_replaces_figures_and_touches_no_card() {
    let mut map = Template::StreamingSubscriber.build(&mut IdSource::seeded(1));
    map.apply(open(&small_log(), &map).0.finish(&map, today()).unwrap()).unwrap();
    let once = map.clone();
    map.apply(open(&small_log(), &map).0.finish(&map, today()).unwrap()).unwrap();
    assert_eq!(map.touchpoints, once.touchpoints);
    assert_eq!(map.stages, once.stages);
    assert_eq!(map.segments, once.segments);
    assert_eq!(map.measurements.len(), 1);
}

#[test]
fn two_segments_of_the_log_cannot_be_one_of_the_map() {
    let map = Template::StreamingSubscriber.build(&mut IdSource::seeded(1));
    let (mut import, _file) = open(&small_log(), &map);
    let families = map.segments_in_order()[0].0;
    import.match_segment(1, SegmentTarget::Match(families));
    let problem = import.finish(&map, today()).unwrap_err();
    assert!(problem.contains("families_under_12") && problem.contains("tourists"), "{problem}");
}

#[test]
fn wrong_files_are_told_and_can_be_corrected() {
    let map = Map::default();
    let (import, _file) = open("<html><body>log in</body></html>\n", &map);
    assert!(import.problem().is_some_and(|problem| !problem.is_empty()));
    let mut import = Import::open(vec!["/nowhere/at/all.csv".into()], Vec::new(), IdSource::seeded(1));
    settled(&mut import, &map);
    assert!(import.problem().is_some_and(|problem| problem.contains("all.csv")));
    let semicolons = small_log().replace(',', ";");
    let (mut import, _file) = open(&semicolons, &map);
    assert_eq!(import.recognition().unwrap().dialect.delimiter, b';');
    let column = import.recognition().unwrap().roles.event.unwrap();
    import.give_role(column, None);
    settled(&mut import, &map);
    assert_eq!(import.missing_roles(), [Role::Event]);
}

#[test]
fn stages_without_an_event_are_passed_over() {
    let map = Template::StreamingSubscriber.build(&mut IdSource::seeded(1));
    let (import, _file) = open(&small_log().replace("trial_checkuot", "elsewhere"), &map);
    let asked: Vec<StageId> = crate::measure::bindings(import.measured_map().unwrap()).stage_ids;
    assert_eq!(asked.len(), 2, "Awareness by its name, Consideration by its plans page");
}

/// What was corrected about a log, kept, and the same export of the next week with it.
#[test]
fn a_corrected_file_is_read_alike_next_week() {
    let map = Template::StreamingSubscriber.build(&mut IdSource::seeded(1));
    let text = "customer_id,who,event,time\nc1,k1,awareness,05/03/2024\nc1,k2,awareness,06/03/2024\n";
    let (mut import, _file) = open(text, &map);
    import.give_role(1, Some(Role::Case));
    import.correct(|overrides| {
        overrides.time_formats.insert(3, TimeFormat::Numbers(DayOrder::MonthFirst));
    });
    settled(&mut import, &map);
    let kept = import.preset_to_keep(today()).unwrap();
    assert_eq!(kept.kept, "2026-11-03");

    let file = log_file("customer_id,who,event,time\nc9,k9,awareness,07/04/2024\n");
    let mut next = Import::open(vec![file.path().to_owned()], vec![kept.clone()], IdSource::seeded(2));
    settled(&mut next, &map);
    assert_eq!(next.preset(), Some(&kept));
    let found = next.recognition().unwrap();
    assert_eq!(found.roles.case, Some(1));
    assert_eq!(found.columns[3].time.unwrap().time.format(), TimeFormat::Numbers(DayOrder::MonthFirst));
    // It keeps its name, and can be forgotten.
    assert_eq!(next.preset_to_keep(today()).unwrap().name, kept.name);
    next.forget_preset();
    settled(&mut next, &map);
    assert_eq!((next.preset(), next.recognition().unwrap().roles.case), (None, Some(0)));
    assert_eq!(next.preset_to_keep(today()), None, "nothing is corrected, nothing is kept");

    let other = log_file("customer_id,who,what,event,time\nc9,k9,x,awareness,07/04/2024\n");
    let mut other = Import::open(vec![other.path().to_owned()], vec![kept], IdSource::seeded(3));
    settled(&mut other, &map);
    assert_eq!(other.preset(), None);
}

#[test]
fn many_ragged_rows_are_asked_about() {
    let map = Template::StreamingSubscriber.build(&mut IdSource::seeded(1));
    let mut text = small_log();
    text.push_str("c8,awareness\nc9,awareness,2026-10-01,tourists,x\n");
    let (mut import, _file) = open(&text, &map);
    assert_eq!(import.ragged_in_doubt(), Some((2, 22)));
    import.accept_ragged();
    assert_eq!(import.ragged_in_doubt(), None);
    let (import, _file) = open(&small_log(), &map);
    assert_eq!(import.ragged_in_doubt(), None);
}

#[test]
fn several_files_are_one_import_and_duplicates_can_be_left_out() {
    let map = Template::StreamingSubscriber.build(&mut IdSource::seeded(1));
    let (one, two) = (log_file(&small_log()), log_file(&small_log()));
    let paths = vec![one.path().to_owned(), two.path().to_owned()];
    let mut import = Import::open(paths, Vec::new(), IdSource::seeded(9));
    settled(&mut import, &map);
    assert!(import.file_name().ends_with(".csv and 1 more"));
    let (rows, reasons) = {
        let rows = &import.report().unwrap().rows;
        (rows.read, rows.reasons.clone())
    };
    assert_eq!((rows, reasons[0].count, reasons[0].first_files.len()), (40, 2, 2));
    import.reopen(|opening| opening.drop_duplicates = true);
    settled(&mut import, &map);
    assert_eq!(import.report().unwrap().rows.read, 20);
    assert_eq!(import.source().unwrap().duplicates_dropped(), Some(20));
}

#[test]
fn a_file_that_is_no_log_is_read_as_what_it_is_and_laid_in_one_edit() {
    let mut map = Template::StreamingSubscriber.build(&mut IdSource::seeded(1));
    let (log, _file) = open(&small_log(), &map);
    assert_eq!(log.other_shape(), None);
    let text = "stage,entered,completed\nAwareness,1000,400\nConsideration,400,90\nNowhere,90,10\n";
    let (mut counts, _file) = open(text, &map);
    assert_eq!(counts.other_shape(), Some(Shape::StageCounts));
    assert_eq!(counts.shape_report().map(|report| report.rows.used), Some(3));
    let unmatched: Vec<_> =
        counts.shape_laid().unwrap().as_ref().unwrap().unmatched.iter().map(|one| &one.name).collect();
    assert_eq!(unmatched, ["Nowhere"]);
    let before = map.clone();
    let undo = map.apply(counts.finish(&map, today()).unwrap()).unwrap().inverse;
    let (_, measurement) = map.measurement().unwrap();
    assert_eq!(measurement.all.stages.iter().map(|stage| stage.reached).collect::<Vec<_>>(), [1000, 400]);
    map.apply(undo).unwrap();
    assert_eq!(map, before);
    counts.read_as(Shape::EventLog, &map);
    settled(&mut counts, &map);
    assert_eq!((counts.other_shape(), counts.shape_report()), (None, None));
    assert_eq!(counts.missing_roles(), [Role::Case, Role::Time]);
}

#[test]
fn a_file_of_another_shape_that_fits_nothing_on_the_map_lays_nothing() {
    let map = Template::StreamingSubscriber.build(&mut IdSource::seeded(1));
    let (mut counts, _file) = open("stage,entered,completed\nLobby,100,40\nStalls,40,9\n", &map);
    let problem = counts.shape_laid().unwrap().clone().unwrap_err();
    assert!(problem.contains("Lobby"), "{problem}");
    assert!(counts.finish(&map, today()).unwrap_err().contains("Nothing was laid over the map"));
}

#[test]
fn stages_that_the_map_lacks_are_made_in_the_order_of_the_file_and_laid_in_one_edit() {
    let text = "stage,entered,completed\nLobby,100,40\nBox office,40,9\nStalls,9,1\n";
    for before in [
        crate::edit::empty_map(&mut IdSource::seeded(1)),
        Template::StreamingSubscriber.build(&mut IdSource::seeded(1)),
    ] {
        let mut map = before.clone();
        let (mut counts, _file) = open(text, &map);
        let made = counts.shape_made().unwrap().clone().unwrap();
        assert_eq!(made.stages, ["Lobby", "Box office", "Stalls"]);
        let undo = map.apply(counts.finish_making_stages(&map, today()).unwrap()).unwrap().inverse;
        let stages = map.stages_in_order();
        let last: Vec<&str> = stages.iter().map(|(_, stage)| stage.name.as_str()).skip(before.stages.len()).collect();
        assert_eq!(last, made.stages);
        let (_, measurement) = map.measurement().unwrap();
        assert_eq!(measurement.all.stages.iter().map(|stage| stage.reached).collect::<Vec<_>>(), [100, 40, 9]);
        map.apply(undo).unwrap();
        assert_eq!(map, before);
    }
    let (counts, _file) =
        open(&text.replace("Lobby", "Awareness"), &Template::StreamingSubscriber.build(&mut IdSource::seeded(1)));
    assert!(counts.shape_made().is_none() && counts.shape_laid().unwrap().is_ok(), "what is there is laid");
}

#[test]
fn any_shape_can_be_chosen_and_one_that_does_not_fit_says_why() {
    let map = Template::StreamingSubscriber.build(&mut IdSource::seeded(1));
    let text = "stage,entered,completed\nAwareness,1000,400\nConsideration,400,90\n";
    let (mut import, _file) = open(text, &map);
    for shape in Shape::ALL {
        import.read_as(shape, &map);
        settled(&mut import, &map);
        assert_eq!(import.shape(), shape);
        let is_read_here = !matches!(shape, Shape::ChurnSignals | Shape::EventLog);
        let is_told = import.problem().is_some() != import.shape_report().is_some();
        assert_eq!(is_told, is_read_here, "{shape:?}: {:?}", import.problem());
        let refused = matches!(shape, Shape::StageHistory | Shape::Survey | Shape::Calendar | Shape::Completion);
        assert!(!refused || import.problem().is_some(), "{shape:?}");
        if let Some(problem) = import.problem() {
            assert!(problem.contains("entered"), "the header is told: {problem}");
            assert!(import.finish(&map, today()).is_err());
        }
    }
    import.read_as(Shape::StageCounts, &map);
    settled(&mut import, &map);
    assert!(import.problem().is_none() && import.finish(&map, today()).is_ok());
}

/// Said once, kept with what was corrected, and holding for the next file; a preset knows better.
#[test]
fn the_zone_of_times_without_one_is_said_once() {
    let map = Template::StreamingSubscriber.build(&mut IdSource::seeded(1));
    let berlin = Zone::named("Europe/Berlin").unwrap();
    let (mut import, _file) = open(&small_log(), &map);
    assert_eq!((import.zone(), import.zoneless_column().map(|column| column.name.as_str())), (None, Some("time")));
    assert_eq!(import.report().unwrap().zone, None);
    import.set_zone(berlin);
    settled(&mut import, &map);
    assert_eq!(import.report().unwrap().zone.as_ref().unwrap().name, "Europe/Berlin");
    let kept = import.preset_to_keep(today()).unwrap();
    assert_eq!(kept.zone.as_deref(), Some("Europe/Berlin"));

    // The next file of another kind goes by what was said, and one that says its zone keeps nothing of it.
    let read = |zone, text: &str, presets: &[crate::store::Preset]| {
        let file = log_file(text);
        let mut import = Import::open_in(zone, vec![file.path().to_owned()], presets.to_vec(), IdSource::seeded(2));
        settled(&mut import, &map);
        (import, file)
    };
    let other = small_log().replace("customer_id", "user_id");
    let (next, _file) = read(import.remembered_zone(), &other, &[]);
    assert_eq!(next.report().unwrap().zone.as_ref().unwrap().name, "Europe/Berlin");
    let (said, _file) = read(Some(berlin), "customer_id,event,time\nk,awareness,2026-10-01T10:00:00Z\n", &[]);
    assert_eq!((said.zoneless_column().is_none(), said.preset_to_keep(today())), (true, None));

    let new_york = Zone::named("America/New_York").ok();
    let (mut known, _file) = read(new_york, &small_log(), std::slice::from_ref(&kept));
    assert_eq!((known.zone(), known.remembered_zone()), (Some(berlin), new_york));
    known.forget_preset();
    settled(&mut known, &map);
    assert_eq!(known.zone(), new_york);
}

#[test]
fn the_times_of_activities_are_told_beside_the_figures_unless_both_of_their_ends_count() {
    let map = Template::StreamingSubscriber.build(&mut IdSource::seeded(1));
    let mut text = "customer_id,event,time,lifecycle:transition\n".to_owned();
    for nth in 0..60 {
        writeln!(text, "c{nth},review,2026-10-01 10:00:00,start\nc{nth},review,2026-10-01 10:{nth:02}:00,complete")
            .unwrap();
    }
    let (mut import, _file) = open(&text, &map);
    settled(&mut import, &map);
    let told = |import: &Import| {
        let known = import.report().unwrap().activities.known().iter();
        known.map(|one| (one.event.clone(), one.times, one.median_secs)).collect::<Vec<_>>()
    };
    // Half of 0 to 59 minutes.
    assert_eq!(told(&import), [("review".to_owned(), 60, Some(29.5 * 60.0))]);
    import.correct(|overrides| overrides.lifecycle = Some(crate::behaviour::lifecycle::Choice::All));
    settled(&mut import, &map);
    assert_eq!(told(&import), []);
}

#[test]
fn a_person_says_which_question_asks_whether_one_would_recommend_and_takes_it_back() {
    let map = Template::StreamingSubscriber.build(&mut IdSource::seeded(1));
    let question = "How do you rate the trailer? (0-10)";
    let mut text = format!("respondent,{question}\n");
    (0..40).for_each(|nth| writeln!(text, "r{nth},{}", nth % 11).unwrap());
    let (mut import, _file) = open(&text, &map);
    settled(&mut import, &map);
    let told = |import: &Import| {
        let Some(Figures::Survey(survey)) = import.shape_report().map(|report| &report.figures) else { panic!() };
        (survey.items[0].nps.is_some(), survey.may_recommend.clone())
    };
    assert_eq!(told(&import), (false, vec![question.to_owned()]));
    import.correct(|overrides| overrides.recommends = vec![question.to_owned()]);
    settled(&mut import, &map);
    assert_eq!(told(&import), (true, Vec::new()));
    import.correct(|overrides| overrides.recommends.clear());
    settled(&mut import, &map);
    assert_eq!(told(&import), (false, vec![question.to_owned()]));
}
