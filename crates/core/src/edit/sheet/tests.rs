//! Sheets out and in: nothing lost, and a changed cell changes its record alone.

use super::*;
use crate::edit::random;
use crate::edit::templates::Template;
use proptest::prelude::*;
use touchline_words::{Language, in_language};

fn sample() -> Map {
    Template::StreamingSubscriber.build(&mut IdSource::seeded(1))
}

fn put_back(map: &Map, rows: &[Vec<String>]) -> Result<Map, SheetErrors> {
    let mut after = map.clone();
    if let Some(edit) = read_sheet(map, rows, &mut IdSource::seeded(77))? {
        after.apply(edit).unwrap();
    }
    Ok(after)
}

/// What is told of a sheet that is not taken.
fn told(map: &Map, rows: &[Vec<String>]) -> Vec<SheetError> {
    put_back(map, rows).unwrap_err().0
}

/// The first cell that holds this text: its row and column.
fn find(rows: &[Vec<String>], text: &str) -> (usize, usize) {
    let row = rows.iter().position(|row| row.iter().any(|cell| cell == text)).unwrap_or_else(|| panic!("{text}"));
    (row, rows[row].iter().position(|cell| cell == text).unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn a_sheet_that_nobody_edited_changes_nothing(
        steps in prop::collection::vec((0..random::KINDS, any::<u64>()), 0..60)
    ) {
        let map = random::random_map(&steps);
        let rows = sheet(&map);
        let is_safe = |cell: &String| !cell.starts_with(['=', '+', '-', '@']) || cell.parse::<f64>().is_ok();
        prop_assert!(rows.iter().flatten().all(is_safe), "no formula");
        prop_assert!(rows.iter().flatten().all(|cell| !cell.contains(char::is_control)));
        if !map.stages.is_empty() {
            prop_assert_eq!(put_back(&map, &rows), Ok(map));
        }
    }
}

#[test]
fn a_changed_cell_changes_its_record_alone() {
    let map = sample();
    let mut rows = sheet(&map);
    let (row, column) = find(&rows, "Plans page");
    rows[row][column] = "Price page".to_owned();
    let after = put_back(&map, &rows).unwrap();
    let id = *map.touchpoints.iter().find(|(_, card)| card.title == "Plans page").unwrap().0;
    let mut expected = map.clone();
    expected.touchpoints.get_mut(&id).unwrap().title = "Price page".to_owned();
    assert_eq!(after, expected);
}

#[test]
fn a_sheet_of_one_language_is_taken_over_in_another() {
    let map = sample();
    let asked = map.questions.values().next().unwrap().text.clone();
    for (written, taken) in [(Language::German, Language::English), (Language::English, Language::German)] {
        let mut rows = in_language(written, || sheet(&map));
        let (row, column) = find(&rows, &asked);
        rows[row][column] = "Why?".to_owned();
        let is_changed = |rows: &[Vec<String>]| {
            let after = in_language(taken, || put_back(&map, rows)).unwrap();
            after.questions.values().any(|question| question.text == "Why?")
        };
        assert!(is_changed(&rows), "{written:?} in {taken:?}");
        // As older builds wrote the key.
        let named = |language| in_language(language, || RecordKind::Question.name());
        for row in &mut rows {
            row[2] = row[2].replace(named(Language::English), named(written));
        }
        assert!(is_changed(&rows), "{written:?} in {taken:?}");
    }
}

#[test]
fn feelings_channels_and_stages_are_edited_by_their_words() {
    let map = sample();
    let mut rows = sheet(&map);
    let (row, column) = find(&rows, "Plans page");
    let feeling = rows[row][1].replace("title", "feeling");
    let at =
        |field: &str, rows: &[Vec<String>]| rows.iter().position(|r| r[0] == rows[row][0] && r[1] == field).unwrap();
    let place = at(&feeling, &rows);
    rows[place][column] = "-1,5".to_owned();
    let place = at(&rows[row][1].replace("title", "channel"), &rows);
    rows[place][column] = "EMAIL".to_owned();
    rows[0][BEFORE_STAGES] = "Hearing of it".to_owned();
    let after = put_back(&map, &rows).unwrap();
    let card = after.touchpoints.values().find(|card| card.title == "Plans page").unwrap();
    assert_eq!((card.emotion.as_ref().unwrap().score.tenths(), card.channel), (-15, Channel::Email));
    assert_eq!(after.stages_in_order()[0].1.name, "Hearing of it");
    rows[place][column] = "pigeon".to_owned();
    let error = put_back(&map, &rows).unwrap_err().to_string();
    assert!(error.contains(&format!("row {}", place + 1)) && error.contains("Podcast"), "{error}");
}

#[test]
fn an_emptied_title_takes_the_card_away_and_one_that_says_so_is_new() {
    let map = sample();
    let mut rows = sheet(&map);
    let (row, column) = find(&rows, "Plans page");
    rows[row][column] = String::new();
    let after = put_back(&map, &rows).unwrap();
    assert_eq!(after.touchpoints.len(), map.touchpoints.len() - 1);
    let mut rows = sheet(&map);
    let mut new = vec![String::new(); rows[0].len()];
    new[0] = rows[row][0].clone();
    new[1] = "9 title".to_owned();
    new[BEFORE_STAGES] = "new: Billboard".to_owned();
    rows.push(new);
    let after = put_back(&map, &rows).unwrap();
    let stage = after.stages_in_order()[0].0;
    let cards = after.touchpoints_of(stage);
    assert_eq!(cards.last().unwrap().1.title, "Billboard");
    assert_eq!(after.touchpoints.len(), map.touchpoints.len() + 1);
}

#[test]
fn a_title_that_was_moved_without_its_number_keeps_everything_else() {
    let mut map = sample();
    let id = *map.touchpoints.iter().find(|(_, card)| card.title == "Plans page").unwrap().0;
    map.touchpoints.get_mut(&id).unwrap().events = vec!["plans".to_owned()];
    let mut rows = sheet(&map);
    let (row, column) = find(&rows, "Plans page");
    rows[row][column] = String::new();
    let mut new = vec![String::new(); rows[0].len()];
    new[0] = rows[row][0].clone();
    new[1] = "9 title".to_owned();
    new[BEFORE_STAGES] = "Plans page".to_owned();
    rows.push(new);
    let after = put_back(&map, &rows).unwrap();
    assert_eq!(after.touchpoints[&id].stage, map.stages_in_order()[0].0);
    assert_eq!(after.touchpoints[&id].events, ["plans"]);
    assert_eq!(after.touchpoints.len(), map.touchpoints.len());
}

#[test]
fn columns_in_another_order_are_stages_in_another_order_and_a_lost_column_loses_nothing() {
    let map = sample();
    let mut rows = sheet(&map);
    rows.iter_mut().for_each(|row| row.swap(BEFORE_STAGES, BEFORE_STAGES + 1));
    let after = put_back(&map, &rows).unwrap();
    let names = |map: &Map| map.stages_in_order().into_iter().map(|(_, stage)| stage.name.clone()).collect::<Vec<_>>();
    let mut swapped = names(&map);
    swapped.swap(0, 1);
    assert_eq!(names(&after), swapped);
    assert_eq!(after.touchpoints, map.touchpoints);
    let mut rows = sheet(&map);
    rows.iter_mut().for_each(|row| row.truncate(row.len() - 1));
    assert_eq!(put_back(&map, &rows).unwrap(), map);
}

#[test]
fn what_is_no_sheet_and_numbers_that_stand_twice_are_refused() {
    let map = sample();
    assert_eq!(put_back(&map, &[]), Err(SheetError::NoSheet.into()));
    assert_eq!(put_back(&map, &[vec!["stage".to_owned(), "users".to_owned()]]), Err(SheetError::NoSheet.into()));
    let mut rows = sheet(&map);
    rows[1][BEFORE_STAGES + 1] = rows[1][BEFORE_STAGES].clone();
    assert!(matches!(told(&map, &rows)[..], [SheetError::RecordTwice { row: 2, .. }]));
    let mut rows = sheet(&map);
    let twice = rows[3].clone();
    rows.push(twice);
    assert!(matches!(told(&map, &rows)[..], [SheetError::RowTwice { .. }]));
}

#[test]
fn a_sheet_of_another_map_is_told_as_such() {
    let other = Template::LiveEvent.build(&mut IdSource::seeded(5));
    assert_eq!(put_back(&sample(), &sheet(&other)), Err(SheetError::OtherMap.into()));
    assert_eq!(
        put_back(&crate::edit::empty_map(&mut IdSource::seeded(1)), &sheet(&other)),
        Err(SheetError::OtherMap.into())
    );
}

#[test]
fn a_wrong_cell_is_named_as_a_spreadsheet_names_it() {
    let map = sample();
    let mut rows = sheet(&map);
    let place = rows.iter().position(|row| row[1] == "1 feeling").unwrap();
    rows[place][BEFORE_STAGES + 1] = "great".to_owned();
    let error = put_back(&map, &rows).unwrap_err().to_string();
    assert!(error.contains(&format!("row {}, column E: “great”", place + 1)), "{error}");
    let error = SheetError::RecordTwice { row: 2, column: 28 }.to_string();
    assert!(error.contains("row 2, column AB"), "{error}");
}

#[test]
fn what_a_sheet_changes_is_told_before_it_is_taken_over() {
    let map = sample();
    let mut rows = sheet(&map);
    let told = |rows: &[Vec<String>]| {
        let edit = read_sheet(&map, rows, &mut IdSource::seeded(77)).unwrap();
        edit.map_or(Vec::new(), |edit| sheet_changes(&map, &edit))
    };
    assert_eq!(told(&rows), []);
    rows[0][BEFORE_STAGES] = "Hearing of it".to_owned();
    let (row, column) = find(&rows, "Plans page");
    rows[row][column] = "Price page".to_owned();
    let gone =
        rows[row][..column].iter().skip(BEFORE_STAGES).chain(&rows[row][column + 1..]).find(|cell| !cell.is_empty());
    let gone = gone.unwrap().clone();
    let (row, column) = find(&rows, &gone);
    rows[row][column] = String::new();
    let mut new = vec![String::new(); rows[0].len()];
    (new[0], new[1]) = (rows[row][0].clone(), "9 title".to_owned());
    new[BEFORE_STAGES] = "neu: Billboard".to_owned();
    rows.push(new);
    let text = |text: &str| Some(text.to_owned());
    let changed = |record: &str, field, before, after| SheetChange {
        record: record.to_owned(),
        fate: Fate::Changed(vec![FieldChange { field, before, after }]),
    };
    let changes = told(&rows);
    assert_eq!(changes[0], changed("stage “Awareness”", "name", text("Awareness"), text("Hearing of it")));
    assert!(changes.contains(&SheetChange { record: format!("touchpoint “{gone}”"), fate: Fate::Gone }), "{changes:?}");
    let made = Fate::Made("Hearing of it".to_owned());
    assert!(changes.contains(&SheetChange { record: "touchpoint “Billboard”".to_owned(), fate: made }), "{changes:?}");
    let renamed = changed("touchpoint “Plans page”", "title", text("Plans page"), text("Price page"));
    assert!(changes.contains(&renamed), "{changes:?}");
    // The card's flag goes with it.
    assert_eq!(changes.len(), 5, "{changes:?}");
}

#[test]
fn a_flag_that_goes_with_its_card_is_told_with_it_and_one_that_goes_alone_once() {
    let mut map = sample();
    let card = map.touchpoints.iter().find(|(_, card)| card.title == "Plans page").map(|(id, _)| *id).unwrap();
    let on = FlagTarget::Touchpoint(card);
    map.apply(crate::edit::several::flag_all(&map, &[on], Regime::MusicSync, &mut IdSource::seeded(5)).unwrap())
        .unwrap();
    let flags = map.flags_on(on).into_iter().map(|(id, _)| RecordRef::Flag(id));
    let rows = sheet(&map);
    let told = |at: (usize, usize)| {
        let mut rows = rows.clone();
        rows[at.0][at.1] = String::new();
        sheet_changes(&map, &read_sheet(&map, &rows, &mut IdSource::seeded(77)).unwrap().unwrap())
    };
    let title = map.touchpoints[&card].title.clone();
    let gone = told(find(&rows, &title));
    for flag in flags {
        let record = crate::edit::describe::describe(&map, &[flag]);
        assert!(gone.contains(&SheetChange { record, fate: Fate::Gone }), "{gone:?}");
    }
    let alone = told(field_of(&rows, &title, "compliance"));
    assert!(matches!(alone.as_slice(), [SheetChange { fate: Fate::Changed(_), .. }]), "{alone:?}");
}

/// The row of a field in the block of a title, and the title's column.
fn field_of(rows: &[Vec<String>], title: &str, field: &str) -> (usize, usize) {
    let (row, column) = find(rows, title);
    let slot = rows[row][1].split(' ').next().unwrap();
    let wanted = format!("{slot} {field}");
    (rows.iter().position(|one| one[0] == rows[row][0] && one[1] == wanted).unwrap(), column)
}

#[test]
fn flags_audiences_evidence_and_feelings_are_edited_in_the_sheet_and_keep_what_it_does_not_show() {
    let mut map = sample();
    let id = *map.touchpoints.iter().find(|(_, card)| card.title == "Plans page").unwrap().0;
    let on = FlagTarget::Touchpoint(id);
    map.flags.retain(|_, flag| flag.on != on);
    let gdpr = Flag { owner: "Ines".to_owned(), note: "consent".to_owned(), ..Flag::new(on, Regime::Gdpr) };
    map.flags.insert(FlagId(900), gdpr.clone());
    map.flags.insert(FlagId(901), Flag::new(on, Regime::Ftc));
    let segments: Vec<(SegmentId, String)> =
        map.segments_in_order().into_iter().map(|(id, segment)| (id, segment.name.clone())).collect();
    let (first, second) = (segments[0].clone(), segments[1].clone());
    let card = map.touchpoints.get_mut(&id).unwrap();
    let felt = |tenths, reason: &str| Emotion {
        score: Score::from_tenths(tenths),
        word: "tired".to_owned(),
        reason: reason.to_owned(),
    };
    card.segment_emotions.insert(first.0, felt(-20, "dear"));
    card.emotion = Some(felt(5, "clear"));
    card.evidence = vec![Evidence { kind: EvidenceKind::Survey, name: "Q3".to_owned(), amount: "18".to_owned() }];

    let mut rows = sheet(&map);
    let mut put = |field: &str, shown: &str, text: String| {
        let (row, column) = field_of(&rows, "Plans page", field);
        assert_eq!(rows[row][column], shown, "{field}");
        rows[row][column] = text;
    };
    put("compliance", "FTC: open; GDPR: open", "gdpr: Cleared; COPPA; Custom Age rating: in review".to_owned());
    put("audiences", "", format!("{}; {}", second.1.to_uppercase(), first.1));
    put("feelings of audiences", &format!("{}: −2.0", first.1), format!("{}: -1,5; {}: 2", first.1, second.1));
    put("feeling because", "clear", "clearer".to_owned());
    put("ownership", "owned", "Paid".to_owned());
    put("evidence", "yes", "YES".to_owned());
    let after = put_back(&map, &rows).unwrap();
    let flags = after.flags_on(on);
    let said: Vec<_> = flags.iter().map(|(_, flag)| (flag.code(), flag.status)).collect();
    let (cleared, open, review) = (FlagStatus::Cleared, FlagStatus::Open, FlagStatus::InReview);
    assert_eq!(said, [("COPPA", open), ("GDPR", cleared), ("Age rating", review)]);
    assert_eq!(after.flags[&FlagId(900)], Flag { status: cleared, ..gdpr });
    let card = &after.touchpoints[&id];
    assert_eq!(card.segments, [second.0, first.0]);
    assert_eq!(card.segment_emotions[&first.0], felt(-15, "dear"));
    let new = &card.segment_emotions[&second.0];
    assert_eq!((new.score, new.word.as_str()), (Score::from_tenths(20), "tired"), "it begins with what all feel");
    assert_eq!((card.emotion.as_ref().unwrap().reason.as_str(), card.ownership), ("clearer", Ownership::Paid));
    assert_eq!(card.evidence, map.touchpoints[&id].evidence, "yes keeps what the evidence is");
    assert_eq!(put_back(&after, &sheet(&after)).unwrap(), after);

    let mut rows = sheet(&map);
    let (row, column) = field_of(&rows, "Plans page", "evidence");
    rows[row][column] = "no".to_owned();
    let (row, column) = field_of(&rows, "Plans page", "compliance");
    rows[row][column] = String::new();
    let after = put_back(&map, &rows).unwrap();
    assert!(after.touchpoints[&id].evidence.is_empty() && after.flags_on(on).is_empty());
}

#[test]
fn what_cannot_stand_in_such_a_cell_is_told_with_what_can() {
    let map = sample();
    for (field, text, says) in [
        ("compliance", "GPDR: open", "COPPA, FTC, GDPR"),
        ("compliance", "GDPR: fine", "one of open, in review, cleared, not applicable"),
        ("audiences", "Everybody else", &map.segments_in_order()[0].1.name),
        ("evidence", "maybe", "yes (the card rests on evidence)"),
        ("ownership", "rented", "one of owned, paid, earned"),
        ("feelings of audiences", &format!("{}: great", map.segments_in_order()[0].1.name), "from −3.0 to 3.0"),
    ] {
        let mut rows = sheet(&map);
        let (row, column) = field_of(&rows, "Plans page", field);
        rows[row][column] = text.to_owned();
        let error = put_back(&map, &rows).unwrap_err().to_string();
        assert!(error.contains(&format!("row {}, column ", row + 1)) && error.contains(says), "{field}: {error}");
    }
}

#[test]
fn a_stage_has_its_flags_in_the_sheet() {
    let map = sample();
    let mut rows = sheet(&map);
    let row = rows.iter().position(|row| row[2] == "stage compliance").unwrap();
    rows[row][BEFORE_STAGES] = "WCAG: in review".to_owned();
    let after = put_back(&map, &rows).unwrap();
    let stage = map.stages_in_order()[0].0;
    let flags = after.flags_on(FlagTarget::Stage(stage));
    assert_eq!(
        flags.iter().map(|(_, flag)| (flag.code(), flag.status)).collect::<Vec<_>>(),
        [("WCAG", FlagStatus::InReview)]
    );
    assert_eq!(put_back(&after, &sheet(&after)).unwrap(), after);
}

#[test]
fn a_card_that_was_moved_with_its_flags_but_without_its_number_has_them_once() {
    let mut map = sample();
    let id = *map.touchpoints.iter().find(|(_, card)| card.title == "Plans page").unwrap().0;
    let on = FlagTarget::Touchpoint(id);
    map.flags.retain(|_, flag| flag.on != on);
    map.flags.insert(FlagId(900), Flag::new(on, Regime::Gdpr));
    let mut rows = sheet(&map);
    let (row, column) = find(&rows, "Plans page");
    rows[row][column] = String::new();
    for (field, text) in [("9 title", "Plans page"), ("9 compliance", "GDPR: open")] {
        let mut new = vec![String::new(); rows[0].len()];
        (new[0], new[1]) = (rows[row][0].clone(), field.to_owned());
        new[BEFORE_STAGES] = text.to_owned();
        rows.push(new);
    }
    let after = put_back(&map, &rows).unwrap();
    assert_eq!(after.flags, map.flags);
    assert_eq!(after.touchpoints[&id].stage, map.stages_in_order()[0].0);
}

#[test]
fn a_feeling_is_a_number_that_a_spreadsheet_reckons_with() {
    let rows = sheet(&sample());
    let cells = rows.iter().filter(|row| is_number_row(row)).flat_map(|row| &row[BEFORE_STAGES..]);
    let felt: Vec<f64> = cells.filter(|cell| !cell.is_empty()).map(|cell| cell.parse().unwrap()).collect();
    assert!(felt.iter().any(|score| *score < 0.0), "{felt:?}");
}

#[test]
fn what_is_filled_and_not_understood_is_named_and_nothing_is_taken() {
    let map = sample();
    let text = |text: &str| text.to_owned();
    // A column of remarks is no stage.
    let mut rows = sheet(&map);
    rows.iter_mut().for_each(|row| row.push(String::new()));
    *rows[0].last_mut().unwrap() = text("Comments");
    *rows[3].last_mut().unwrap() = text("please check");
    let column = rows[0].len();
    assert_eq!(told(&map, &rows), [SheetError::Column { column, found: text("Comments") }]);
    rows[0][column - 1] = String::new();
    assert_eq!(told(&map, &rows), [SheetError::NoName { row: 4, column }]);
    rows[3][column - 1] = String::new();
    assert_eq!(put_back(&map, &rows), Ok(map.clone()));
    rows[0][column - 1] = text("new: Loyalty");
    let after = put_back(&map, &rows).unwrap();
    assert_eq!(after.stages_in_order().last().unwrap().1.name, "Loyalty");

    // Rows that are none of a sheet, one of them nearly.
    let mut rows = sheet(&map);
    let lane = rows.iter().find(|row| row[2].starts_with("touchpoint")).unwrap()[0].clone();
    let mut row = |cells: [&str; 4]| {
        let mut new = vec![String::new(); rows[0].len()];
        new.iter_mut().zip(cells).for_each(|(cell, text)| text.clone_into(cell));
        rows.push(new);
        rows.len()
    };
    let (note, nearly) = (row(["", "", "", "Ask Ines"]), row([&lane, "9 chanel", "", "E-mail"]));
    let expected = [
        SheetError::Row { row: note, found: text("Ask Ines"), nearest: None },
        SheetError::Row { row: nearly, found: lane, nearest: Some(text("9 channel")) },
    ];
    assert_eq!(told(&map, &rows), expected);
}

#[test]
fn a_title_without_its_number_and_a_deleted_row_of_numbers_are_told() {
    let map = sample();
    let mut rows = sheet(&map);
    let (row, column) = find(&rows, "Plans page");
    let (numbers, _) = field_of(&rows, "Plans page", "number");
    let number = std::mem::take(&mut rows[numbers][column]);
    let found = "Plans page".to_owned();
    assert_eq!(told(&map, &rows), [SheetError::NoNumber { row: row + 1, column: column + 1, found: found.clone() }]);
    rows[numbers][column] = "new".to_owned();
    assert_eq!(put_back(&map, &rows).unwrap().touchpoints.len(), map.touchpoints.len() + 1);
    rows[numbers][column] = number;
    let block = rows[row][BEFORE_STAGES..].iter().find(|cell| !cell.is_empty()).unwrap().clone();
    rows.remove(numbers);
    assert_eq!(told(&map, &rows), [SheetError::NumbersGone { row: row + 1, block }]);
    let mut rows = sheet(&map);
    rows.remove(1);
    assert!(matches!(told(&map, &rows)[..], [SheetError::NumbersGone { row: 2, .. }]));
    // All of them at once, the stages' too: every block is named with its line.
    let mut rows = sheet(&map);
    rows.retain(|row| !is_machine_row(row));
    let first = |at: usize| rows[at][BEFORE_STAGES..].iter().find(|cell| !cell.is_empty()).unwrap().clone();
    let block = |at: usize| (rows[at][0].as_str(), rows[at][1].split(' ').next());
    let is_first = |at: usize| block(at) != block(at - 1);
    let blocks = (1..rows.len()).filter(|at| !rows[*at][2].starts_with("stage ") && is_first(*at));
    let gone = |(row, block)| SheetError::NumbersGone { row, block };
    let expected = blocks.map(|at| (at + 1, first(at)));
    let expected: Vec<_> = [(2, "Stages".to_owned())].into_iter().chain(expected).map(gone).collect();
    assert_eq!(told(&map, &rows), expected);
}

#[test]
fn a_sheet_on_its_side_is_told_as_such() {
    let map = sample();
    let rows = sheet(&map);
    let turned: Vec<Vec<String>> =
        (0..rows[0].len()).map(|column| rows.iter().map(|row| row[column].clone()).collect()).collect();
    assert_eq!(told(&map, &turned), [SheetError::Transposed]);
}

#[test]
fn all_faults_are_told_at_once_each_with_the_nearest_word() {
    let map = sample();
    let mut rows = sheet(&map);
    for (field, text) in [("channel", "Podcst"), ("feeling", "great"), ("evidence", "yess")] {
        let (row, column) = field_of(&rows, "Plans page", field);
        rows[row][column] = text.to_owned();
    }
    let told = put_back(&map, &rows).unwrap_err();
    let lines = told.to_string();
    assert_eq!((told.0.len(), lines.lines().count()), (3, 3), "{lines}");
    for part in ["perhaps “Podcast / audio”", "“great”", "perhaps “yes”"] {
        assert!(lines.contains(part), "{part}: {lines}");
    }
}

#[test]
fn a_day_is_taken_as_people_write_it() {
    let map = sample();
    let rows = sheet(&map);
    let at = rows.iter().position(|row| row[2] == "action 1 due").unwrap();
    let column = (BEFORE_STAGES..rows[0].len()).find(|column| !rows[at - 1][*column].is_empty()).unwrap();
    let with = |day: &str| {
        let mut rows = rows.clone();
        rows[at][column] = day.to_owned();
        put_back(&map, &rows)
    };
    let due = |map: &Map| map.actions.values().filter_map(|action| action.due).collect::<Vec<_>>();
    assert!(due(&with("3. November 2031").unwrap()).contains(&Date::new(2031, 11, 3).unwrap()));
    let told = with("03/11/2031").unwrap_err().to_string();
    assert!(told.contains("2031-11-03"), "{told}");
}
