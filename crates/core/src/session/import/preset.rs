//! Presets: what a person corrected about one export, recognised by its header when the next one comes.
//!
//! The map keeps which events belong to which stage; a preset keeps how the file is read, as places and formats alone.

use touchline_words::say;

use crate::behaviour::dialect::normalised;
use crate::behaviour::files::Opening;
use crate::behaviour::masking::Kept;
use crate::behaviour::recognise::{Overrides, Recognition};
use crate::behaviour::roles::Role;
use crate::behaviour::times::TimeFormat;
use crate::behaviour::times::zone::Zone;
use crate::model::Date;
use crate::store::Preset;

/// A number that the same header always gives, and nothing can be told from: FNV-1a over the normalised names.
pub fn header_number(found: &Recognition) -> u64 {
    const OFFSET: u64 = 0xCBF2_9CE4_8422_2325;
    const PRIME: u64 = 0x0000_0100_0000_01B3;
    let names = found.columns.iter().flat_map(|column| {
        let name = normalised(&column.name);
        name.into_bytes().into_iter().chain([b'\n'])
    });
    names.fold(OFFSET, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME))
}

/// The preset for a file that is recognised so by itself. Files without a header all look alike: none is for them.
pub fn matching<'p>(presets: &'p [Preset], found: &Recognition) -> Option<&'p Preset> {
    let header = header_number(found);
    presets.iter().rev().find(|preset| found.dialect.header && preset.header == header)
}

/// What a preset fixes. What no longer makes sense in it is left to the recognition.
pub fn overrides(preset: &Preset) -> Overrides {
    let role = |word: &str| Role::ALL.into_iter().find(|role| role.word() == word);
    Overrides {
        encoding: preset.encoding.clone(),
        delimiter: preset.delimiter.and_then(|c| u8::try_from(c).ok()).filter(u8::is_ascii),
        preamble_lines: preset.preamble_lines,
        header: preset.header_row,
        time_formats: preset.times.iter().filter_map(|(at, word)| Some((*at, TimeFormat::of_word(word)?))).collect(),
        zone: preset.zone.as_deref().and_then(|name| Zone::named(name).ok()),
        roles: preset.roles.iter().filter_map(|(word, at)| Some((role(word)?, *at))).collect(),
        scales_at: preset.scales.iter().filter(|(_, (low, high))| low < high).map(|(at, ends)| (*at, *ends)).collect(),
        ..Overrides::default()
    }
}

/// The same, with a zone for times that carry none where the preset knows none.
pub fn overrides_in(preset: &Preset, zone: Option<Zone>) -> Overrides {
    let fixed = overrides(preset);
    Overrides { zone: fixed.zone.or(zone), ..fixed }
}

/// How a preset opens the file.
pub fn opening(preset: &Preset) -> Opening {
    Opening { sheet: preset.sheet.clone(), drop_duplicates: preset.drop_duplicates, ..Opening::default() }
}

/// What was fixed, with scales by the places of their columns instead of by names.
pub fn by_places(mut fixed: Overrides, names: &[String]) -> Overrides {
    for said in std::mem::take(&mut fixed.scales) {
        let of = |(_, name): &(usize, &String)| said.of.is_some() && said.is_of(name);
        let at = names.iter().enumerate().find(of).map(|(at, _)| at);
        fixed.scales_at.extend(at.map(|at| (at, (said.low, said.high))));
    }
    fixed
}

/// A preset of what was fixed; nothing if that is nothing.
pub fn of(file_name: &str, header: u64, fixed: &Overrides, opened: &Opening, today: Date) -> Option<Preset> {
    // That names of persons are kept, and which end of an activity counts, is said for one file at a time.
    let fixed = &Overrides { keep_names: Kept::NONE, lifecycle: None, ..fixed.clone() };
    let opened = &Opening { swap_days: false, join: None, ..opened.clone() };
    let nothing = *fixed == Overrides::default() && *opened == Opening::default();
    (!nothing).then(|| Preset {
        name: name_of(file_name),
        header,
        kept: today.to_string(),
        encoding: fixed.encoding.clone(),
        delimiter: fixed.delimiter.map(char::from),
        preamble_lines: fixed.preamble_lines,
        header_row: fixed.header,
        times: fixed.time_formats.iter().map(|(at, format)| (*at, format.word().to_owned())).collect(),
        zone: fixed.zone.map(|zone| zone.name().to_owned()),
        roles: fixed.roles.iter().map(|(role, at)| (role.word().to_owned(), *at)).collect(),
        scales: fixed.scales_at.clone(),
        sheet: opened.sheet.clone(),
        drop_duplicates: opened.drop_duplicates,
    })
}

/// A name out of a file's: without its ending, and without the numbers and dates that change from week to week.
fn name_of(file_name: &str) -> String {
    let stem = file_name.rsplit_once('.').map_or(file_name, |(stem, _)| stem);
    let words = stem.split(|c: char| !c.is_alphanumeric()).filter(|word| {
        let digits = word.chars().filter(char::is_ascii_digit).count();
        !word.is_empty() && digits * 2 <= word.chars().count()
    });
    let name: String = words.collect::<Vec<_>>().join(" ").chars().take(60).collect();
    if name.is_empty() { say!(import_preset_export).to_owned() } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_no_date_in_it() {
        for (file, name) in [
            ("GA4_export-2026-11-03.csv", "GA4 export"),
            ("viewing events (12).xlsx", "viewing events"),
            ("20261103.csv", "export"),
        ] {
            assert_eq!(name_of(file), name);
        }
    }

    #[test]
    fn what_is_kept_comes_back() {
        let mut fixed = Overrides { delimiter: Some(b'|'), preamble_lines: Some(2), ..Overrides::default() };
        fixed.encoding = Some("windows-1252".to_owned());
        fixed.header = Some(true);
        fixed.time_formats.insert(3, TimeFormat::Numbers(crate::behaviour::times::DayOrder::DayFirst));
        fixed.roles.insert(Role::Segment, None);
        fixed.zone = Zone::named("Europe/Berlin").ok();
        fixed.scales_at.insert(2, (1.0, 10.0));
        let opened = Opening { sheet: Some("Events".to_owned()), drop_duplicates: true, ..Opening::default() };
        let today = Date::new(2026, 11, 3).unwrap();
        let preset = of("a.csv", 7, &fixed, &opened, today).unwrap();
        assert_eq!((overrides(&preset), opening(&preset)), (fixed, opened));
        assert_eq!(preset.kept, "2026-11-03");
        assert_eq!(of("a.csv", 7, &Overrides::default(), &Opening::default(), today), None);
        for format in TimeFormat::ALL {
            assert_eq!(TimeFormat::of_word(format.word()), Some(format));
        }
    }
}
