//! Dates in other dress, written as the plain readers know them.
//!
//! Digits of other scripts, Chinese, Japanese and Korean signs, months by name in other languages, `="…"` and apostrophes of
//! spreadsheets, clocks with points, `Uhr`, names of zones, the order of `ctime` and of web servers, weeks and years of emperors: each is turned into a
//! writing of the same moment. Only a value that nothing else reads comes here.

use super::spoken::{is_filler, is_weekday, month, zone};
use super::years::{of_era, of_week};
use crate::digits::digit_of;

/// English short forms, by which the reader of names knows months.
const SHORT: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// A longer value is no date.
const LONGEST: usize = 120;
/// And neither is a shorter one.
const SHORTEST: usize = 6;

/// A value in plain dress, and the name of its zone if it has one of the IANA database and no distance from UTC.
pub(super) struct Plainer {
    pub text: String,
    pub zone: Option<String>,
}

/// The value in plain dress; nothing where it has none to put off.
pub(super) fn plainer(value: &[u8]) -> Option<Plainer> {
    // A plain number has no dress, and neither has what is shorter than a date.
    let is_number = || {
        let unsigned = value.get(1..).unwrap_or_default();
        let is_lettered = value.first().is_some_and(u8::is_ascii_alphabetic);
        !is_lettered && unsigned.iter().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','))
    };
    if value.len() < SHORTEST || is_number() || (value.is_ascii() && digit_runs(value) < 2) {
        return None;
    }
    let text = std::str::from_utf8(value).ok().filter(|text| text.len() <= LONGEST)?;
    let undressed = undressed(text);
    if !undressed.chars().any(|c| digit_of(c).is_some()) {
        return None;
    }
    if let Some(text) = of_week(undressed) {
        return Some(Plainer { text, zone: None });
    }
    let of_era = of_era(undressed);
    let plain = plain_characters(of_era.as_deref().unwrap_or(undressed));
    let plain = closed(&plain).unwrap_or(plain);
    let (text, zone) = without_zone_name(&plain);
    let text = in_order(&spoken(&text));
    let text = clock_by_points(text.trim().trim_end_matches([':', '-', ',', '.']).trim_end());
    (text.as_bytes() != value || zone.is_some()).then_some(Plainer { text, zone })
}

/// A date of three numbers without the blanks around the marks between them: `1. 3. 2026` is `1.3.2026`.
fn closed(text: &str) -> Option<String> {
    fn number(text: &str) -> Option<(&str, &str)> {
        let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
        (1..=4).contains(&end).then(|| text.split_at(end))
    }
    let (one, rest) = number(text)?;
    let rest = rest.trim_start();
    let mark = rest.chars().next().filter(|c| matches!(c, '.' | '/' | '-'))?;
    let (two, rest) = number(rest.strip_prefix(mark)?.trim_start())?;
    let (three, rest) = number(rest.trim_start().strip_prefix(mark)?.trim_start())?;
    Some(format!("{one}{mark}{two}{mark}{three}{rest}"))
}

/// How many numbers stand in a value: a date has a day and a year at least.
fn digit_runs(value: &[u8]) -> usize {
    value
        .chunk_by(|a, b| a.is_ascii_digit() == b.is_ascii_digit())
        .filter(|run| run.first().is_some_and(u8::is_ascii_digit))
        .count()
}

/// A count since 1970 without the marks between its groups of three digits.
pub(super) fn ungrouped(value: &[u8]) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(value).ok().filter(|text| text.len() <= LONGEST)?;
    let digits: String = undressed(text).chars().map(|c| digit_of(c).unwrap_or(c)).collect();
    let is_mark = |c: char| matches!(c, ',' | '.' | '\'' | '’' | '_' | ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}');
    let groups: Vec<&str> = digits.split(is_mark).collect();
    let is_grouped = groups.len() >= 3
        && groups.first().is_some_and(|first| (1..=3).contains(&first.len()))
        && groups.iter().skip(1).all(|group| group.len() == 3);
    let plain = if is_grouped { groups.concat() } else { digits };
    let is_number = plain.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',' | b'-'));
    (is_number && plain.as_bytes() != value).then(|| plain.into_bytes())
}

/// Without what spreadsheets and loggers put around a value: `="…"`, `'…`, quotes, square brackets.
fn undressed(text: &str) -> &str {
    let mut text = text.trim();
    text = text.strip_prefix('=').unwrap_or(text);
    for (open, close) in [('"', '"'), ('\'', '\''), ('“', '”'), ('[', ']'), ('#', '#')] {
        if let Some(inner) = text.strip_prefix(open).and_then(|rest| rest.strip_suffix(close)) {
            text = inner.trim();
        }
    }
    text.trim_start_matches(['\'', '’', '`']).trim()
}

fn plain_characters(text: &str) -> String {
    let is_cjk = text.contains(['年', '년']);
    let mut plain = String::with_capacity(text.len());
    let mut depth = 0;
    for c in text.chars() {
        match c {
            // What a browser says of its zone, or a day of the week.
            '(' | '（' => depth += 1,
            ')' | '）' => depth -= 1,
            _ if depth > 0 => {}
            '年' | '년' => plain.push('-'),
            '月' | '월' if is_cjk => plain.push('-'),
            '日' | '号' | '일' if is_cjk => plain.push(' '),
            '時' | '时' | '시' | '点' | '點' | '分' | '분' | '：' => plain.push(':'),
            '秒' | '초' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
            '／' => plain.push('/'),
            '－' | '‐' | '‑' | '–' | '−' => plain.push('-'),
            '．' => plain.push('.'),
            '،' | '，' => plain.push(','),
            ' ' | '\u{3000}' if is_cjk && plain.ends_with(['-', ':']) => {}
            c if c.is_whitespace() => plain.push(' '),
            c => plain.push(digit_of(c).unwrap_or(c)),
        }
    }
    plain
}

/// The value without the name of its zone at the end: `[Europe/Berlin]`, `Europe/Berlin`.
fn without_zone_name(text: &str) -> (String, Option<String>) {
    let bracketed = text.strip_suffix(']').and_then(|rest| rest.rsplit_once('['));
    let bare = || text.rsplit_once(' ').filter(|(_, name)| name.contains('/') && name.starts_with(char::is_alphabetic));
    let Some((rest, name)) = bracketed.or_else(bare) else { return (text.to_owned(), None) };
    let rest = rest.trim_end();
    let clock = rest.rsplit([' ', 'T']).next().unwrap_or_default();
    let says_distance = rest.ends_with(['Z', 'z']) || clock.contains('+') || clock.contains('-');
    (rest.to_owned(), (!says_distance).then(|| name.to_owned()))
}

/// A piece of a date.
enum Piece<'t> {
    Word(&'t str),
    Number(&'t str),
    Mark(char),
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let kind = |c: char| (c.is_ascii_digit(), c.is_alphabetic() || ('\u{300}'..'\u{370}').contains(&c));
        let run = match kind(c) {
            (true, _) => rest.find(|c: char| !kind(c).0),
            (_, true) => rest.find(|c: char| !kind(c).1),
            _ => Some(c.len_utf8()),
        };
        let (piece, behind) = rest.split_at(run.unwrap_or(rest.len()));
        pieces.push(match kind(c) {
            (true, _) => Piece::Number(piece),
            (_, true) => Piece::Word(piece),
            _ => Piece::Mark(c),
        });
        rest = behind;
    }
    pieces
}

/// With words that the plain readers know.
fn spoken(text: &str) -> String {
    let mut plain = String::with_capacity(text.len() + 8);
    let (mut has_month, mut half) = (false, None);
    // The point of a word that is shortened goes with it.
    let mut drops_point = false;
    let has_clock = text.contains(':');
    for piece in pieces(text) {
        let word = match piece {
            Piece::Mark('.' | ',') if std::mem::take(&mut drops_point) => continue,
            Piece::Mark('º' | 'ª' | '°') => continue,
            Piece::Mark(c) => {
                plain.push(c);
                continue;
            }
            Piece::Number(digits) => {
                drops_point = false;
                plain.push_str(digits);
                continue;
            }
            Piece::Word(word) => word,
        };
        drops_point = false;
        let small = word.to_lowercase();
        let after_digit = plain.ends_with(|c: char| c.is_ascii_digit());
        let has_digit = plain.contains(|c: char| c.is_ascii_digit());
        match small.as_str() {
            "t" | "z" | "utc" | "gmt" | "am" | "pm" | "m" => plain.push_str(word),
            "a" | "p" if has_clock && after_digit => plain.push_str(if small == "a" { " AM" } else { " PM" }),
            "a" | "p" => plain.push_str(word),
            "上午" | "午前" | "오전" | "vorm" | "πμ" => half = Some(" AM"),
            "下午" | "午後" | "오후" | "nachm" | "μμ" => half = Some(" PM"),
            "uhr" | "min" | "s" => {
                // `9 Uhr`, and not `09.05 Uhr`.
                let is_hour = plain.trim_end().rsplit(' ').next().is_some_and(|last| !last.contains('.'));
                if !has_clock && !plain.contains(':') && small == "uhr" && is_hour {
                    plain.truncate(plain.trim_end().len());
                    plain.push_str(":00");
                }
            }
            "h" => plain.push(':'),
            "st" | "nd" | "rd" | "th" | "er" | "º" if after_digit => {}
            _ if zone(word).is_some() && has_digit => plain.push_str(zone(word).unwrap_or_default()),
            _ => match month(&small) {
                Some(found) if !has_month => {
                    has_month = true;
                    drops_point = true;
                    plain.push_str(usize::try_from(found - 1).ok().and_then(|at| SHORT.get(at)).unwrap_or(&""));
                }
                _ if is_weekday(&small) && !has_digit => drops_point = true,
                _ if is_filler(&small) => {}
                _ => plain.push_str(word),
            },
        }
    }
    if plain.ends_with(':') && !has_clock {
        plain.push_str("00");
    }
    plain.push_str(half.unwrap_or_default());
    plain.trim_start_matches([',', ' ', '.']).split(' ').filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The date before its clock: of `Mar 1 09:05:00 +01:00 2026`, `01/Mar/2026:09:05:00` and `2026-Mar-01`.
fn in_order(text: &str) -> String {
    let is_year = |part: &str| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_digit());
    let parts: Vec<&str> = text.split(' ').collect();
    let clock = parts.iter().position(|part| part.contains(':') && part.starts_with(|c: char| c.is_ascii_digit()));
    if let (Some(clock), Some((year, before))) = (clock, parts.split_last())
        && is_year(year)
        && clock < before.len()
    {
        let (date, rest) = before.split_at(clock);
        return [date, &[*year], rest].concat().join(" ");
    }
    // A web server's log: the first colon stands behind the year.
    if let Some((date, clock)) = text.split_once(':')
        && date.matches('/').count() == 2
        && date.rsplit('/').next().is_some_and(is_year)
    {
        return format!("{date} {clock}");
    }
    // The year first and the month by its name.
    let (year, rest) = text.split_at_checked(4).unwrap_or_default();
    let rest = rest.trim_start_matches(['-', ' ', '/', '.']);
    let name = rest.split_at_checked(3).filter(|_| is_year(year));
    if let Some((at, behind)) =
        name.and_then(|(name, rest)| Some((SHORT.iter().position(|known| *known == name)?, rest)))
    {
        return format!("{year}-{:02}-{}", at + 1, behind.trim_start_matches(['-', ' ', '/', '.', ',']));
    }
    text.to_owned()
}

/// The clock behind a date with colons: of `11.3.2026 09.05`, `2026-03-01-09.05.00`, `2026-03-01_09:05`.
fn clock_by_points(text: &str) -> String {
    let bytes = text.as_bytes();
    let is_iso = bytes.get(4) == Some(&b'-') && bytes.get(7) == Some(&b'-');
    if let (true, Some((date, clock))) = (is_iso, text.split_at_checked(10))
        && let Some(clock) = clock.strip_prefix(['-', '_'])
        && clock.starts_with(|c: char| c.is_ascii_digit())
    {
        let clock = if clock.contains(':') { clock.to_owned() } else { clock.replacen('.', ":", 2) };
        return format!("{date} {clock}");
    }
    let Some((date, clock)) = text.rsplit_once(' ').filter(|_| !text.contains(':')) else { return text.to_owned() };
    let numbers: Vec<&str> = clock.split('.').collect();
    let is_number = |number: &&str| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    let is_clock = (2..=3).contains(&numbers.len())
        && numbers.iter().all(is_number)
        && numbers.iter().skip(1).all(|number| number.len() == 2)
        && numbers.first().is_some_and(|hour| hour.len() <= 2);
    if is_clock { format!("{date} {}", numbers.join(":")) } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_many_countries_and_programs_are_plain_ones() {
        for (value, plain) in [
            ("1. März 2026 9:05", "1. Mar 2026 9:05"),
            ("1 févr. 2026 9:05", "1 Feb 2026 9:05"),
            ("1 de marzo de 2026, 14:05", "1 Mar 2026, 14:05"),
            ("dim. 1er mars 2026 à 9h05", "1 Mar 2026 9:05"),
            ("11.03.2026 09:05 Uhr", "11.03.2026 09:05"),
            ("11.3.2026 9 Uhr", "11.3.2026 9:00"),
            ("11.3.2026 09.05", "11.3.2026 09:05"),
            ("11.03.2026 09.05 Uhr", "11.03.2026 09:05"),
            ("2026-03-01-09.05.00.123", "2026-03-01 09:05:00.123"),
            ("=\"2026-03-01 09:05\"", "2026-03-01 09:05"),
            ("'2026-03-01", "2026-03-01"),
            ("[01/Mar/2026:09:05:00 +0100]", "01/Mar/2026 09:05:00 +0100"),
            ("Sun Mar 01 09:05:00 CET 2026", "Mar 01 2026 09:05:00 +01:00"),
            ("Sun Mar 01 2026 09:05:00 GMT+0100 (Central European Standard Time)", "Mar 01 2026 09:05:00 GMT+0100"),
            ("2026年3月1日 9時05分", "2026-3-1 9:05"),
            ("2026年3月1日(日) 午後2:05", "2026-3-1 2:05 PM"),
            ("2026년 3월 1일 오전 9:05", "2026-3-1 9:05 AM"),
            ("٢٠٢٦-٠٣-٠١ ٠٩:٠٥", "2026-03-01 09:05"),
            ("２０２６／０３／０１", "2026/03/01"),
            ("11/3/2026 9:05A", "11/3/2026 9:05 AM"),
            ("2026-Mar-01 09:05", "2026-03-01 09:05"),
            ("2026-03-01 09:05:00 PST", "2026-03-01 09:05:00 -08:00"),
            ("2026-03-01T09:05:00+01:00[Europe/Berlin]", "2026-03-01T09:05:00+01:00"),
            ("2026-W31-4", "2026-07-30"),
            ("R8.11.30 14:05", "2026.11.30 14:05"),
            ("令和8年11月30日 14時05分", "2026-11-30 14:05"),
        ] {
            let found = plainer(value.as_bytes()).unwrap();
            assert_eq!((found.text.as_str(), found.zone), (plain, None), "{value}");
        }
        let named = plainer(b"2026-03-01 09:05 Europe/Berlin").unwrap();
        assert_eq!((named.text.as_str(), named.zone.as_deref()), ("2026-03-01 09:05", Some("Europe/Berlin")));
        assert!(plainer(b"checkout").is_none() && plainer(b"2026-03-01").is_none());
    }

    #[test]
    fn counts_lose_the_marks_between_their_groups() {
        assert_eq!(ungrouped(b"1,772,355,900,000").as_deref(), Some(&b"1772355900000"[..]));
        assert_eq!(ungrouped("1 772 355 900".as_bytes()).as_deref(), Some(&b"1772355900"[..]));
        assert_eq!(ungrouped(b"1772355900.5"), None);
        assert_eq!(ungrouped(b"1.77236E+12"), None);
    }
}
