//! What stands on one line although a blank or a dash is in it: a number with its sign or unit, `95 %`; a date, `3 Nov 2026`,
//! `3. Nov. 2026`, `Nov 3, 2026`; a range, `21.6–23.6 %`, `3 Aug – 1 Nov 2026`; a count of a whole, `2 / 9`; and a letter with the
//! word that it begins, `E-Mail`.
//!
//! The blank between them stays what it is: what is printed, copied or searched for has a plain one. Where a column is narrower
//! than a range, that ends a line at its dash; where it is narrower than a date, that breaks as any words do.

use std::ops::Range;

/// What a number is told in.
const UNITS: [&str; 46] = [
    "%", "‰", "°", "€", "$", "£", "¥", "EUR", "USD", "GBP", "CHF", "pt", "px", "kB", "MB", "GB", "ms", "s", "min", "h",
    "d", "k", "second", "seconds", "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month",
    "months", "year", "years", "Minuten", "Stunden", "Tag", "Tage", "Tagen", "Wochen", "Monate", "Monaten", "Jahre",
    "Jahren",
];
/// What money is told in where that stands before the number.
const CURRENCIES: [&str; 8] = ["€", "$", "£", "¥", "EUR", "USD", "GBP", "CHF"];
/// Months as English and German write them, short and whole.
const MONTHS: [&str; 36] = [
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "May",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Sept",
    "Oct",
    "Nov",
    "Dec",
    "January",
    "February",
    "March",
    "April",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    "Januar",
    "Februar",
    "Mär",
    "März",
    "Mai",
    "Juni",
    "Juli",
    "Okt",
    "Oktober",
    "Dez",
    "Dezember",
    "Mrz",
];
const DASHES: [char; 2] = ['–', '—'];
/// What stands between the parts of a size and a count of a whole, with blanks around it.
const BETWEEN: [&str; 2] = ["/", "×"];
/// A longer word between a day and a year is no month of any language.
const LONGEST_MONTH: usize = 12;

/// A place, in bytes, before which no line may begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Joint {
    pub at: usize,
    /// Between the ends of a range.
    of_range: bool,
    /// From the word before it to the end of the one behind it.
    joins: Range<usize>,
}

/// A piece of a text without blanks and dashes.
struct Word<'t> {
    /// Where the text itself begins.
    text: usize,
    place: Range<usize>,
    /// Without the signs of the sentence around it.
    bare: &'t str,
    /// A sentence goes on behind it, or ends.
    is_closed: bool,
}

/// What stands between two words.
enum Gap {
    Blank,
    Dash,
    Other,
}

/// The places of a text where no line may end.
pub(super) fn joints(text: &str) -> Vec<Joint> {
    if !text.bytes().any(|byte| byte.is_ascii_digit() || byte == b'-') {
        return Vec::new();
    }
    let words = words(text);
    let mut found: Vec<Joint> = words.iter().flat_map(initials).collect();
    let mut is_joined = false;
    for (nth, pair) in words.windows(2).enumerate() {
        let [before, after] = pair else { continue };
        let gap = before.place.end..after.place.start;
        let between = text.get(gap.clone()).unwrap_or_default();
        let kind = gap_of(between);
        let joins = match kind {
            Gap::Blank => {
                let earlier = nth.checked_sub(1).and_then(|at| words.get(at));
                let later = words.get(nth + 2);
                joined(earlier, before, after, later)
            }
            Gap::Dash => ends_range(before, is_joined) && begins_range(after),
            Gap::Other => false,
        };
        is_joined = joins;
        if !joins {
            continue;
        }
        // On both sides of each blank and dash but the first of them: what stands before it is no end of a line by itself.
        let of_range = matches!(kind, Gap::Dash) || BETWEEN.contains(&before.bare) || BETWEEN.contains(&after.bare);
        let places = between.char_indices().map(|(at, letter)| gap.start + at + letter.len_utf8());
        found.extend(places.map(|at| Joint { at, of_range, joins: before.place.start..after.place.end }));
    }
    found.sort_by_key(|joint| joint.at);
    found
}

/// Behind the hyphens of a word before which one letter stands alone: `E-Mail`, `T-Shirt`.
fn initials(word: &Word<'_>) -> Vec<Joint> {
    let letters: Vec<(usize, char)> = word.bare.char_indices().collect();
    let start = word.bare.as_ptr() as usize;
    let mut found = Vec::new();
    for (nth, pair) in letters.windows(3).enumerate() {
        let [(_, initial), (at, '-'), (_, next)] = pair else { continue };
        let before = nth.checked_sub(1).and_then(|before| letters.get(before));
        let is_alone = before.is_none_or(|(_, before)| !before.is_alphanumeric());
        if is_alone && initial.is_alphabetic() && next.is_alphanumeric() {
            found.push(Joint { at: start - word.text + at + 1, of_range: false, joins: word.place.clone() });
        }
    }
    found
}

/// Those that a column has room for: `fits` says of a piece of the text whether it stands on a line.
pub(super) fn fitting(joints: Vec<Joint>, mut fits: impl FnMut(Range<usize>) -> bool) -> Vec<Joint> {
    let in_dates = with_room(joints, |joint, has_room| has_room || !joint.of_range, &mut fits);
    with_room(in_dates, |_, has_room| has_room, &mut fits)
}

/// Those that stay, of words that are held together in a row and have room on a line or not.
fn with_room(
    joints: Vec<Joint>,
    stays: impl Fn(&Joint, bool) -> bool,
    fits: &mut impl FnMut(Range<usize>) -> bool,
) -> Vec<Joint> {
    let in_a_row = |one: &Joint, next: &Joint| next.joins.start < one.joins.end;
    let rows = joints.chunk_by(in_a_row).flat_map(|row| {
        let ends = row.first().zip(row.last());
        let has_room = ends.is_some_and(|(first, last)| fits(first.joins.start..last.joins.end));
        row.iter().filter(|joint| stays(joint, has_room)).cloned().collect::<Vec<_>>()
    });
    rows.collect()
}

fn words(text: &str) -> Vec<Word<'_>> {
    let pieces = text.split(|c: char| c.is_whitespace() || DASHES.contains(&c)).filter(|piece| !piece.is_empty());
    pieces
        .map(|piece| {
            let from = piece.as_ptr() as usize - text.as_ptr() as usize;
            let opened = piece.trim_start_matches(['(', '[', '“', '„', '«', '"', '‘', '‚']);
            let bare = opened.trim_end_matches(['.', ',', ';', ':', ')', ']', '?', '!', '”', '“', '»', '"', '’']);
            let bare = if bare.is_empty() { opened } else { bare };
            // A full stop may be that of a day or of a month cut short.
            let is_closed = opened.get(bare.len()..).is_some_and(|behind| !["", "."].contains(&behind));
            Word { text: text.as_ptr() as usize, place: from..from + piece.len(), bare, is_closed }
        })
        .collect()
}

fn gap_of(between: &str) -> Gap {
    let signs = between.trim_matches(' ');
    let mut letters = signs.chars();
    match (letters.next(), letters.next()) {
        (None, _) if between.len() == 1 => Gap::Blank,
        (Some(sign), None) if DASHES.contains(&sign) && between.len() <= sign.len_utf8() + 2 => Gap::Dash,
        _ => Gap::Other,
    }
}

/// Whether a blank between two words holds them together.
fn joined(earlier: Option<&Word<'_>>, before: &Word<'_>, after: &Word<'_>, later: Option<&Word<'_>>) -> bool {
    let (one, other) = (before.bare, after.bare);
    let is_open = !before.is_closed;
    let month = |word: &Word<'_>| MONTHS.contains(&word.bare);
    let in_date = is_open && (is_day(one) && month(after) || month(before) && (is_day(other) || is_year(other)));
    // In a language whose months are not known, the year tells.
    let is_date = |day: &Word<'_>, month: &Word<'_>, year: &Word<'_>| {
        let is_word = month.bare.chars().all(char::is_alphabetic) && month.bare.chars().count() <= LONGEST_MONTH;
        is_day(day.bare) && is_word && is_year(year.bare) && !day.is_closed && !month.is_closed
    };
    in_date
        || later.is_some_and(|year| is_date(before, after, year))
        || earlier.is_some_and(|day| is_date(day, before, after))
        || earlier.is_some_and(|earlier| month(earlier) && is_day(one) && is_year(other))
        || is_open && ends_in_digit(one) && UNITS.contains(&other)
        || is_open && is_second_unit(earlier, one, other, later)
        || is_open && CURRENCIES.contains(&one) && begins_with_digit(other)
        || is_open && is_quarter(one) && is_year(other)
        || is_open
            && BETWEEN.contains(&other)
            && ends_in_digit(one)
            && later.is_some_and(|to| begins_with_digit(to.bare))
        || BETWEEN.contains(&one) && begins_with_digit(other) && earlier.is_some_and(|from| ends_in_digit(from.bare))
}

/// `2 d 3 h`: a number in two units.
fn is_second_unit(earlier: Option<&Word<'_>>, unit: &str, number: &str, later: Option<&Word<'_>>) -> bool {
    let is_unit = |word: &str| UNITS.contains(&word);
    let is_whole = number.bytes().all(|byte| byte.is_ascii_digit());
    is_unit(unit)
        && is_whole
        && earlier.is_some_and(|first| ends_in_digit(first.bare))
        && later.is_some_and(|later| is_unit(later.bare))
}

fn ends_range(word: &Word<'_>, is_joined: bool) -> bool {
    let is_end = ends_in_digit(word.bare) || word.bare.ends_with(['%', '€']) || MONTHS.contains(&word.bare);
    !word.is_closed && (is_end || is_quarter(word.bare) || is_joined)
}

fn begins_range(word: &Word<'_>) -> bool {
    let bare = word.bare.trim_start_matches(['−', '+', '-', '€', '$', '£', '¥']);
    begins_with_digit(bare) || CURRENCIES.contains(&word.bare) || MONTHS.contains(&word.bare) || is_quarter(word.bare)
}

fn ends_in_digit(word: &str) -> bool {
    word.ends_with(|last: char| last.is_ascii_digit())
}

fn begins_with_digit(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_digit())
}

fn is_day(word: &str) -> bool {
    word.len() <= 2 && word.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day))
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.parse::<u16>().is_ok_and(|year| (1800..2200).contains(&year))
}

fn is_quarter(word: &str) -> bool {
    matches!(word, "Q1" | "Q2" | "Q3" | "Q4")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// With `_` for the blanks at which no line ends, and `~` behind dashes.
    fn shown(text: &str, joints: &[Joint]) -> String {
        let mut shown = text.to_owned();
        for joint in joints.iter().rev() {
            match shown.get(..joint.at).is_some_and(|before| before.ends_with(' ')) {
                true => shown.replace_range(joint.at - 1..joint.at, "_"),
                false => shown.insert(joint.at, '~'),
            }
        }
        shown
    }

    #[test]
    fn a_number_keeps_its_unit_and_a_date_and_a_range_stand_on_one_line() {
        for (text, kept) in [
            ("95 % Wilson interval (5.2 %, rule of thumb)", "95_% Wilson interval (5.2_%, rule of thumb)"),
            ("smallest 6.5 pt; 2.5 MB.", "smallest 6.5_pt; 2.5_MB."),
            ("20,4–24,8 % der 9.99 € im Monat", "20,4–~24,8_% der 9.99_€ im Monat"),
            ("day 9 makes 3 stages of 2 ptarmigans % 4", "day 9 makes 3 stages of 2 ptarmigans % 4"),
            ("% alone, 12", "% alone, 12"),
            ("viewing events, 3 Aug – 1 Nov 2026", "viewing events, 3_Aug_–~_1_Nov_2026"),
            ("vom 3. Aug. – 1. Nov. 2026.", "vom 3._Aug._–~_1._Nov._2026."),
            ("am 22. März 2026, um 9 Uhr", "am 22._März_2026, um 9 Uhr"),
            ("Nov 3, 2026 and Nov 2026; Q3 2026", "Nov_3,_2026 and Nov_2026; Q3_2026"),
            ("le 3 août 2026, 12 % de plus", "le 3_août_2026, 12_% de plus"),
            ("EUR 12,300–48,900 or € 5", "EUR_12,300–~48,900 or €_5"),
            ("Prepared for Lumen  ·  2 / 9", "Prepared for Lumen  ·  2_/_9"),
            ("960 × 540 pt within 2 d 3 h", "960_×_540_pt within 2_d_3_h"),
            ("9 days – a week; 12 – fewer", "9_days – a week; 12 – fewer"),
            ("in stage 2. March on, 3, May", "in stage 2._March on, 3, May"),
            ("12\n% of 2026", "12\n% of 2026"),
            ("Erinnerung per E-Mail, T-Shirt-Aktion", "Erinnerung per E-~Mail, T-~Shirt-Aktion"),
            ("Kunden-E-Mail zu 3 - 4 und A- oder B", "Kunden-E-~Mail zu 3 - 4 und A- oder B"),
        ] {
            assert_eq!(shown(text, &joints(text)), kept);
        }
    }

    #[test]
    fn what_has_no_room_ends_a_line_at_its_dash_and_then_where_it_can() {
        let text = "viewed 3 Aug – 1 Nov 2026 by 12 % of all";
        let in_letters = |most: usize| shown(text, &fitting(joints(text), |piece| piece.len() <= most));
        assert_eq!(in_letters(30), "viewed 3_Aug_–~_1_Nov_2026 by 12_% of all");
        assert_eq!(in_letters(12), "viewed 3_Aug – 1_Nov_2026 by 12_% of all");
        assert_eq!(in_letters(6), "viewed 3_Aug – 1 Nov 2026 by 12_% of all");
        assert_eq!(in_letters(2), text);
    }
}
