//! Ids that many customers share, so that all of them would pass for one: `anonymous`, an id of zeros, or one that has a
//! great part of the rows. And ids that a spreadsheet or a program wrote as numbers with a decimal.

use std::collections::HashMap;

use touchline_words::say;

use crate::masking::shape::shape_of;
use crate::names::{one_id, trimmed};
use crate::nothing::is_no_value;
use crate::records::Record;

/// Words for somebody who is not known, in small letters.
const WORDS: [&str; 26] = [
    "unknown",
    "anonymous",
    "anon",
    "anonym",
    "unbekannt",
    "guest",
    "gast",
    "visitor",
    "besucher",
    "inconnu",
    "anonyme",
    "invité",
    "desconocido",
    "anónimo",
    "invitado",
    "sconosciuto",
    "anonimo",
    "ospite",
    "onbekend",
    "nobody",
    "no user",
    "no id",
    "test",
    "0",
    "-1",
    "unidentified",
];

/// A UUID of zeros.
const NIL: &str = "00000000-0000-0000-0000-000000000000";

/// An id with so many rows and such a part of all is shared.
const MANY_ROWS: u64 = 50;
const A_TENTH: u64 = 10;
/// Where there are so many ids.
const MANY_IDS: usize = 20;
/// So many are told.
const MOST_TOLD: usize = 3;

/// What a person has to know of the ids in the rows seen.
pub(super) fn told(rows: &[Record], column: usize, name: &str) -> Vec<String> {
    let mut counts: HashMap<&[u8], u64> = HashMap::new();
    let mut as_numbers = 0_u64;
    for id in rows.iter().filter_map(|row| row.field(column)).map(trimmed).filter(|id| !is_no_value(id)) {
        as_numbers += u64::from(one_id(id) != id);
        *counts.entry(one_id(id)).or_default() += 1;
    }
    let (all, ids) = (rows.len() as u64, counts.len());
    let mut shared: Vec<(u64, &[u8])> =
        counts.into_iter().filter(|(_, rows)| *rows > 1).map(|(id, rows)| (rows, id)).collect();
    shared.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    let sentence = |(rows, id): &(u64, &[u8])| {
        let text = String::from_utf8_lossy(id).into_owned();
        let small = text.to_lowercase();
        let is_word = WORDS.contains(&small.as_str()) || text == NIL;
        let is_heavy = ids >= MANY_IDS && *rows >= MANY_ROWS && rows * A_TENTH >= all;
        match (is_word && ids > 1, is_heavy) {
            (true, _) => Some(say!(log_told_shared_id, column = name, id = text, rows, all)),
            (false, true) => Some(say!(log_told_heavy_id, column = name, id = shape_of(&text), rows, all)),
            (false, false) => None,
        }
    };
    let told = (as_numbers > 0).then(|| say!(log_told_number_ids, column = name));
    told.into_iter().chain(shared.iter().filter_map(sentence).take(MOST_TOLD)).collect()
}
