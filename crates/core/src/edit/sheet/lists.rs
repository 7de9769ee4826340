//! Lists in a cell: `Superfans; Lapsed`, `Superfans: 1.5; Lapsed: −2`, `COPPA: open; GDPR: cleared`.
//!
//! Entries are parted by semicolons or line breaks; a name that holds a semicolon, a colon or a backslash has a backslash
//! before it.

use touchline_words::say;

use super::nearest::with_nearest;
use crate::model::*;
use std::collections::BTreeMap;

/// A name as it stands in a list.
fn escaped(name: &str) -> String {
    let mut safe = String::with_capacity(name.len());
    for letter in name.chars() {
        match letter {
            ';' | ':' | '\\' => {
                safe.push('\\');
                safe.push(letter);
            }
            '\n' => safe.push_str("\\n"),
            _ => safe.push(letter),
        }
    }
    safe
}

fn unescaped(text: &str) -> String {
    let mut name = String::with_capacity(text.len());
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next() {
                Some('n') => name.push('\n'),
                Some(other) => name.push(other),
                None => name.push('\\'),
            },
            _ => name.push(letter),
        }
    }
    name
}

/// The parts of a text between letters that have no backslash before them, without blanks around them.
fn parts(text: &str, parts_at: impl Fn(char) -> bool) -> Vec<&str> {
    let (mut parts, mut from, mut held) = (Vec::new(), 0, false);
    for (at, letter) in text.char_indices() {
        if parts_at(letter) && !held {
            parts.extend(text.get(from..at));
            from = at + letter.len_utf8();
        }
        held = letter == '\\' && !held;
    }
    parts.extend(text.get(from..));
    parts.into_iter().map(str::trim).collect()
}

/// Entries with their names and, behind a colon, what is said of each.
fn entries(text: &str) -> Vec<(String, Option<String>)> {
    let filled = parts(text, |letter| letter == ';' || letter == '\n').into_iter().filter(|entry| !entry.is_empty());
    let pair = |entry: &str| {
        let mut said = parts(entry, |letter| letter == ':').into_iter();
        let name = said.next().map(unescaped).unwrap_or_default();
        let rest: Vec<&str> = said.collect();
        (name, Some(rest.join(":")).filter(|rest| !rest.is_empty()))
    };
    filled.map(pair).collect()
}

fn same(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

fn names(map: &Tables) -> String {
    let names: Vec<String> = map.segments_in_order().iter().map(|(_, segment)| escaped(&segment.name)).collect();
    if names.is_empty() { say!(sheet_no_audiences).to_owned() } else { names.join("; ") }
}

/// The segment of a name, one of `before` where several are called so.
fn segment(map: &Tables, name: &str, before: &[SegmentId]) -> Result<SegmentId, String> {
    let found: Vec<SegmentId> =
        map.segments_in_order().into_iter().filter(|(_, one)| same(&one.name, name)).map(|(id, _)| id).collect();
    let known = found.iter().find(|id| before.contains(id)).or(found.first()).copied();
    known.ok_or_else(|| {
        let called: Vec<&str> = map.segments_in_order().iter().map(|(_, segment)| segment.name.as_str()).collect();
        with_nearest(say!(sheet_audiences_expected, names = names(map)), name, &called)
    })
}

/// Audiences by their names; `None` for all.
pub fn audiences(map: &Tables, ids: &[SegmentId]) -> Option<String> {
    let names: Vec<String> =
        ids.iter().filter_map(|id| map.segments.get(id)).map(|segment| escaped(&segment.name)).collect();
    (!names.is_empty()).then(|| names.join("; "))
}

/// The audiences that a cell names; in the order that they had where they are the same.
pub fn read_audiences(map: &Tables, text: Option<&str>, before: &[SegmentId]) -> Result<Vec<SegmentId>, String> {
    let mut ids: Vec<SegmentId> = Vec::new();
    for (name, _) in entries(text.unwrap_or_default()) {
        let id = segment(map, &name, before)?;
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    let is_same = ids.len() == before.len() && before.iter().all(|id| ids.contains(id));
    Ok(if is_same { before.to_vec() } else { ids })
}

/// What single audiences feel: `Superfans: 1.5; Lapsed: −2.0`.
pub fn feelings(map: &Tables, own: &BTreeMap<SegmentId, Emotion>) -> Option<String> {
    let of = |(id, segment): (SegmentId, &Segment)| {
        let score = own.get(&id)?.score.text().replace('+', "");
        Some(format!("{}: {score}", escaped(&segment.name)))
    };
    let said: Vec<String> = map.segments_in_order().into_iter().filter_map(of).collect();
    (!said.is_empty()).then(|| said.join("; "))
}

/// The feelings that a cell names; of segments that are called alike those of `before` are meant.
pub fn read_feelings(
    map: &Tables,
    text: Option<&str>,
    before: &[SegmentId],
    score: impl Fn(&str) -> Option<Score>,
) -> Result<BTreeMap<SegmentId, Score>, String> {
    let mut own = BTreeMap::new();
    for (name, said) in entries(text.unwrap_or_default()) {
        let expected = || say!(sheet_feelings_expected, name = escaped(&name));
        let score = said.as_deref().and_then(&score).ok_or_else(expected)?;
        own.insert(segment(map, &name, before)?, score);
    }
    Ok(own)
}

/// The flags on a card or a stage with their states: `COPPA: open; GDPR: cleared`.
pub fn flags(map: &Tables, on: FlagTarget) -> Option<String> {
    let said = |flag: &Flag| format!("{}: {}", escaped(flag.code()), flag.status.name());
    let said = |flag: &Flag| touchline_words::in_language(touchline_words::Language::English, || said(flag));
    let all: Vec<String> = map.flags_on(on).into_iter().map(|(_, flag)| said(flag)).collect();
    (!all.is_empty()).then(|| all.join("; "))
}

/// Sets the flags on a card or a stage to those that a cell names. One that stays keeps its owner, its day and its notes.
pub fn set_flags(map: &mut Tables, on: FlagTarget, text: Option<&str>, ids: &mut IdSource) -> Result<(), String> {
    let mut before: Vec<(FlagId, Flag)> = map.flags_on(on).into_iter().map(|(id, flag)| (id, flag.clone())).collect();
    let mut after: Vec<(FlagId, Flag)> = Vec::new();
    for (name, said) in entries(text.unwrap_or_default()) {
        let status = said.as_deref().map(status).transpose()?;
        let known = before.iter().position(|(_, flag)| {
            touchline_words::in_language(touchline_words::Language::English, || same(flag.code(), &name))
                || same(flag.code(), &name)
        });
        let (id, mut flag) = match known {
            Some(at) => before.remove(at),
            None => (FlagId(ids.fresh()), new_flag(map, on, &name)?),
        };
        flag.status = status.unwrap_or(flag.status);
        after.push((id, flag));
    }
    for (id, _) in before {
        map.flags.remove(&id);
    }
    map.flags.extend(after);
    Ok(())
}

fn status(text: &str) -> Result<FlagStatus, String> {
    use touchline_words::{Language, in_language};
    let is =
        |status: &FlagStatus| same(status.name(), text) || in_language(Language::English, || same(status.name(), text));
    let found = FlagStatus::ALL.into_iter().find(is);
    let known = in_language(Language::English, || FlagStatus::ALL.map(FlagStatus::name));
    found.ok_or_else(|| with_nearest(say!(sheet_states_expected, known = known.join(", ")), text, &known))
}

/// A flag of a known code, of a code of its own that the map has elsewhere, or of `Custom` and a new one.
fn new_flag(map: &Tables, on: FlagTarget, name: &str) -> Result<Flag, String> {
    use touchline_words::{Language, in_language};
    let here = |regime: Regime| same(regime.code(), name) || same(regime.name(), name);
    let with = |regime: Regime| here(regime) || in_language(Language::English, || here(regime));
    if let Some(regime) = Regime::ALL.into_iter().find(|regime| *regime != Regime::Custom && with(*regime)) {
        return Ok(Flag::new(on, regime));
    }
    let own = map.flags.values().find(|flag| flag.regime == Regime::Custom && same(&flag.custom, name));
    let custom = match own {
        Some(flag) => Some(flag.custom.clone()),
        None => name
            .get(..CUSTOM.len())
            .filter(|start| same(start, CUSTOM))
            .and_then(|_| name.get(CUSTOM.len()..))
            .map(|own| own.trim().to_owned()),
    };
    match custom {
        Some(custom) => Ok(Flag { custom, ..Flag::new(on, Regime::Custom) }),
        None => {
            let known: Vec<&str> = in_language(Language::English, || {
                Regime::ALL.into_iter().filter(|regime| *regime != Regime::Custom).map(Regime::code).collect()
            });
            Err(with_nearest(say!(sheet_flags_expected, codes = known.join(", ")), name, &known))
        }
    }
}

/// The word before a code that no flag of the map has yet.
const CUSTOM: &str = "Custom";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_with_signs_in_them_come_back() {
        for name in ["Plain", "a; b", "a: b", "a\\; b", "\\n", "two\nlines", "c:\\x"] {
            let text = format!("{}; {}: 1.5", escaped(name), escaped(name));
            let expected = [(name.to_owned(), None), (name.to_owned(), Some("1.5".to_owned()))];
            assert_eq!(entries(&text), expected, "{text}");
        }
        assert_eq!(entries(" ; \n;"), []);
        assert_eq!(
            entries("GDPR : open\nFTC"),
            [("GDPR".to_owned(), Some("open".to_owned())), ("FTC".to_owned(), None)]
        );
    }
}
