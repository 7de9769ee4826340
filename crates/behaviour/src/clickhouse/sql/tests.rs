//! The text of questions: what is quoted, what is refused, what changes the fingerprint. What the text answers is held
//! against the engine on real servers by `tests/cluster`.

use super::*;
use crate::clickhouse::{Address, TableColumn, TypeKind};
use crate::dialect::Dialect;
use crate::encoding::TextEncoding;
use crate::lifecycle::{Lifecycle, Transition};
use crate::plan::{Columns, Counting, ReachGroup, Reading, StagePlan};
use crate::times::{ColumnTime, EpochUnit, TimeFormat, TimeRules};

/// Customer, event, time, segment, of these types.
pub(in crate::clickhouse) fn table(time: TypeKind) -> Table {
    let column = |name: &str, kind: &TypeKind| TableColumn { name: name.to_owned(), kind: kind.clone() };
    let text = TypeKind::Text;
    Table {
        address: Address::parse("clickhouse://ana@127.0.0.1:1/shop/log").unwrap(),
        columns: vec![column("who", &text), column("what", &text), column("when", &time), column("where", &text)],
    }
}

/// Stages as `NAME=event|event`, each also a reach group; ties by name.
pub(in crate::clickhouse) fn plan(stages: &[&str]) -> Plan {
    let stage = |text: &&str| {
        let (name, events) = text.split_once('=').unwrap();
        StagePlan { name: name.to_owned(), events: events.split('|').map(str::to_owned).collect() }
    };
    let stages: Vec<StagePlan> = stages.iter().map(stage).collect();
    let dialect = Dialect::PLAIN;
    Plan {
        reading: Reading { encoding: TextEncoding::named("UTF-8", b"").unwrap(), dialect, width: None },
        columns: Columns { case: 0, event: 1, time: 2, segment: Some(3) },
        time: ColumnTime::new(TimeFormat::Iso, b"", TimeRules::default()),
        reach: stages.iter().map(|stage| ReachGroup { events: stage.events.clone() }).collect(),
        stages,
        ties: Ties::Name,
        counting: Counting::default(),
    }
}

#[test]
fn names_are_quoted_whatever_they_hold() {
    assert_eq!(identifier("a`b\\c\n"), "`a\\`b\\\\c\\n`");
    assert_eq!(literal("it's \\ \0"), "'it\\'s \\\\ \\0'");
    let mut hostile = table(TypeKind::DateTime);
    hostile.address.table = "log` UNION ALL SELECT '".to_owned();
    hostile.columns[1].name = "what`) FROM system.users --".to_owned();
    let text = question(&plan(&["One=a') OR ('1'='1", "Two=\\"]), &hostile).unwrap().text;
    assert!(text.contains("FROM `shop`.`log\\` UNION ALL SELECT '`\n"), "{text}");
    assert!(text.contains("`what\\`) FROM system.users --`"));
    assert!(text.contains("transform(tl_event, ['a\\') OR (\\'1\\'=\\'1', '\\\\'], [1, 2], 0)"));
}

#[test]
fn no_name_of_the_question_is_that_of_a_column() {
    let mut table = table(TypeKind::DateTime);
    table.columns[3].name = "tl_case".to_owned();
    table.columns[1].name = "tl__x".to_owned();
    let text = question(&plan(&["One=a"]), &table).unwrap().text;
    assert!(text.contains("AS tl___case") && !text.contains("AS tl_case") && !text.contains("AS tl__case"), "{text}");
}

#[test]
fn only_another_question_has_another_fingerprint() {
    let of = |plan: &Plan, table: &Table| question(plan, table).unwrap().fingerprint;
    let (asked, here) = (plan(&["One=a", "Two=b"]), table(TypeKind::DateTime));
    assert_eq!(of(&asked, &here), of(&asked.clone(), &here.clone()));
    let mut elsewhere = here.clone();
    elsewhere.address = Address::parse("clickhouse://other@elsewhere:9/shop/log").unwrap();
    assert_eq!(of(&asked, &here), of(&asked, &elsewhere), "who asks whom is no part of the question");
    let mut others = vec![plan(&["One=a", "Two=c"]), plan(&["One=a"]), plan(&["One=b", "Two=a"])];
    others.push(Plan { columns: Columns { segment: None, ..asked.columns }, ..asked.clone() });
    others.push(Plan { reach: Vec::new(), ..asked.clone() });
    for other in &others {
        assert_ne!(of(&asked, &here), of(other, &here), "{other:?}");
    }
    assert_ne!(of(&asked, &here), of(&asked, &table(TypeKind::Text)));
    let text = question(&asked, &here).unwrap();
    assert!(text.text.contains(&format!("'2 {}'", text.fingerprint)));
}

#[test]
fn what_sql_cannot_give_is_refused_in_words() {
    let refused = |plan: &Plan, kind: TypeKind| question(plan, &table(kind)).unwrap_err().to_string();
    let asked = plan(&["One=a"]);
    assert!(refused(&Plan { ties: Ties::File, ..asked.clone() }, TypeKind::DateTime).contains("--ties name"));
    let months = ColumnTime::new(TimeFormat::MonthName, b"", TimeRules::default());
    assert!(refused(&Plan { time: months, ..asked.clone() }, TypeKind::Text).contains("year comes first"));
    assert!(refused(&asked, TypeKind::Decimal).contains("no exact times"));
    assert!(refused(&asked, TypeKind::Compound("Array(Date)".to_owned())).contains("Array(Date)"));
    let mut map = table(TypeKind::DateTime);
    map.columns[0].kind = TypeKind::Compound("Map(String, String)".to_owned());
    assert!(question(&asked, &map).unwrap_err().to_string().contains("cannot be the customer"));
    map.columns.truncate(2);
    map.columns[0].kind = TypeKind::Text;
    assert!(question(&asked, &map).unwrap_err().to_string().contains("has 2 columns"));
    let many: Vec<String> = (0..61).map(|at| format!("S{at}=e{at}")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    assert!(refused(&plan(&many), TypeKind::DateTime).contains("61 stages"));
}

#[test]
fn numbers_since_1970_are_held_to_the_calendar_of_files() {
    let text = |unit| {
        let time = ColumnTime::new(TimeFormat::Epoch(unit), b"", TimeRules::default());
        question(&Plan { time, ..plan(&["One=a"]) }, &table(TypeKind::Integer)).unwrap().text
    };
    let seconds = text(EpochUnit::Seconds);
    assert!(seconds.contains("ifNull(`when`, 0) < -62135596800 OR ifNull(`when`, 0) > 253402300799"), "{seconds}");
    assert!(text(EpochUnit::Nanos).contains("intDiv(toInt64(ifNull(`when`, 0)) * 1, 1000) AS tl_time"));
}

#[test]
fn an_activity_of_two_rows_is_counted_once_and_stages_are_in_the_one_writing_of_names() {
    let mut asked = plan(&["One=Cafe\u{301} "]);
    let mut here = table(TypeKind::DateTime);
    here.columns.push(TableColumn { name: "step".to_owned(), kind: TypeKind::Text });
    let all = question(&asked, &here).unwrap().text;
    assert!(all.contains("transform(tl_event, ['Café'], [1], 0)") && !all.contains("'begin'"), "{all}");
    assert!(all.contains("match(concat(tl_case, tl_event, tl_segment), '[\\\\x{300}-"), "{all}");
    let mut counted = |counted: Transition| {
        asked.reading.dialect.lifecycle = Some(Lifecycle { column: 4, counted });
        question(&asked, &here).unwrap().text
    };
    let text = counted(Transition::Complete);
    assert!(text.contains("`step`") && text.contains("IN ('start', 'begin', ") && text.contains("), 13, "), "{text}");
    assert!(text.contains("'withdraw'") && !text.contains("'completed'"), "{text}");
    assert!(counted(Transition::Start).contains("IN ('complete', 'end', "));
}
