//! Names that differ in no more than capitals, and ids that differ in no more than leading zeros too: they count as different ones,
//! which somebody has to know who meant one.

use std::collections::HashMap;

use touchline_words::say;

use crate::masking::masked;
use crate::masking::shape::shape_of;
use crate::names::{one_id, one_name};
use crate::nothing::is_no_value;
use crate::records::Record;
use crate::roles::Role;

/// Of ids a part as large as this has to differ so, since ids that are keys do by chance.
const A_TWENTIETH: usize = 20;

/// What a person has to know of the names of a column in the rows seen.
pub(super) fn told(rows: &[Record], role: Role, column: usize, name: &str) -> Option<String> {
    let is_id = role == Role::Case;
    let mut kinds: HashMap<String, Vec<String>> = HashMap::new();
    let mut different = 0;
    for cell in rows.iter().filter_map(|row| row.field(column)).filter(|cell| !is_no_value(cell)) {
        let value = one_name(&String::from_utf8_lossy(if is_id { one_id(cell) } else { cell })).into_owned();
        let known = kinds.entry(if is_id { without_zeros(&value) } else { value.to_lowercase() }).or_default();
        if !known.contains(&value) && known.len() < 3 {
            known.push(value);
            different += 1;
        }
    }
    let mut alike: Vec<Vec<String>> = kinds.into_values().filter(|known| known.len() > 1).collect();
    alike.iter_mut().for_each(|known| known.sort());
    alike.sort();
    let [one, other] = alike.first()?.get(..2)? else { return None };
    let count = alike.len();
    match is_id {
        true if count * A_TWENTIETH < different => None,
        true => Some(say!(log_told_alike_ids, column = name, one = shape_of(one), other = shape_of(other), count)),
        false => Some(say!(log_told_alike_names, column = name, one = masked(one), other = masked(other), count)),
    }
}

/// An id in small letters, without the zeros that stand before a number.
fn without_zeros(id: &str) -> String {
    let is_number = id.bytes().all(|byte| byte.is_ascii_digit());
    let number = id.trim_start_matches('0');
    if is_number && !number.is_empty() { number.to_owned() } else { id.to_lowercase() }
}

#[cfg(test)]
mod tests {
    use std::time::SystemTime;

    use crate::recognise::{Overrides, recognise};
    use crate::source::Source;

    fn told(rows: &str) -> Vec<String> {
        let text = format!("user,event,time,segment\n{rows}");
        let source = Source::from_bytes("a.csv", text.into_bytes(), SystemTime::now()).unwrap();
        recognise(&source, &Overrides::default()).unwrap().told
    }

    #[test]
    fn names_that_differ_in_capitals_and_ids_that_differ_in_zeros_are_told() {
        let rows = |ids: [&str; 3], events: [&str; 2]| -> Vec<String> {
            let row = |nth: usize| format!("{},{},2026-03-0{},web\n", ids[nth % 3], events[nth % 2], nth % 9 + 1);
            told(&(0..18).map(row).collect::<String>())
        };
        assert_eq!(rows(["a1", "b2", "c3"], ["view", "buy"]), [""; 0]);
        assert_eq!(
            rows(["0012", "12", "7"], ["view", "VIEW"]),
            [
                "“user”: ids that differ only in capitals or leading zeros, such as those of the shapes “9999” and “99”, count as different customers (1 such of the first rows)",
                "“event”: “VIEW” and “view” differ only in capitals and count as two (1 such of the first rows)",
            ]
        );
        assert!(rows(["ab-1", "AB-1", "7"], ["view", "buy"])[0].starts_with("“user”"));
    }

    #[test]
    fn keys_that_are_alike_by_chance_are_not() {
        let rows: String = (0..200).map(|nth| format!("k{nth}x,view,2026-03-01,web\n")).collect();
        assert_eq!(told(&(rows + "K7X,view,2026-03-01,web\n")), [""; 0]);
    }
}
