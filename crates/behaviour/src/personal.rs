//! Whether a column seems to hold personal particulars, so that the importer can say so before anything is kept.
//!
//! A hint by the look of a sample's values and the column's name, never a proof that a column is free of them.

use std::ops::Range;
use touchline_words::say;

use super::alike::normalised;

/// What personal thing a column seems to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Personal {
    Email,
    Phone,
    IpAddress,
    Name,
}

impl Personal {
    /// In words: `e-mail addresses`.
    pub fn words(self) -> &'static str {
        match self {
            Personal::Email => say!(log_personal_email),
            Personal::Phone => say!(log_personal_phone),
            Personal::IpAddress => say!(log_personal_ip),
            Personal::Name => say!(log_personal_names),
        }
    }
}

const NAMES: &[&str] = &[
    "first name",
    "last name",
    "full name",
    "surname",
    "given name",
    "family name",
    "customer name",
    "user name",
    "vorname",
    "nachname",
    "prénom",
    "prenom",
    "nombre",
    "apellido",
    "cognome",
    "firstname",
    "lastname",
    "fullname",
];

/// Looks at a column's name and some of its filled values; most of them must look alike.
pub fn recognise(name: &str, values: &[&str]) -> Option<Personal> {
    let most = |looks: fn(&str) -> bool| {
        let count = values.iter().filter(|value| looks(value.trim())).count();
        count > 0 && count * 10 >= values.len() * 6
    };
    let name = normalised(&name.replace(['_', '-', '.'], " "));
    if most(is_email) {
        return Some(Personal::Email);
    }
    if most(is_ip) {
        return Some(Personal::IpAddress);
    }
    let says_phone =
        ["phone", "mobile", "telefon", "téléphone", "telefono", "tel"].iter().any(|word| name.contains(word));
    if most(is_written_phone) || (says_phone && most(is_phone)) {
        return Some(Personal::Phone);
    }
    let has_letters = |value: &str| value.chars().any(char::is_alphabetic);
    (NAMES.contains(&name.as_str()) && most(has_letters)).then_some(Personal::Name)
}

pub fn is_email(value: &str) -> bool {
    let Some((user, host)) = value.split_once('@') else { return false };
    let plain = |part: &str| !part.is_empty() && !part.contains(['@', ' ', '/']);
    plain(user) && plain(host) && host.contains('.') && !host.starts_with('.') && !host.ends_with('.')
}

/// Addresses of persons in a text, each where it stands: of mail, of a machine, and numbers written as telephone numbers are.
pub fn addresses(text: &str) -> Vec<(Range<usize>, Personal)> {
    let mut found = Vec::new();
    let parts = |c: char| c.is_whitespace() || ",;()<>\"'[]{}|“”„’".contains(c);
    let mut at = 0;
    for word in text.split(parts) {
        let start = at + (word.len() - word.trim_start_matches([':', '.']).len());
        let bare = word.trim_start_matches([':', '.']).trim_end_matches(['.', ':', '!', '?']);
        let bare_mail = bare.strip_prefix("mailto:").unwrap_or(bare);
        let start = start + (bare.len() - bare_mail.len());
        if is_email(bare_mail) {
            found.push((start..start + bare_mail.len(), Personal::Email));
        } else if is_ip(bare_mail) {
            found.push((start..start + bare_mail.len(), Personal::IpAddress));
        }
        let parting = text.get(at + word.len()..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        at += word.len() + parting;
    }
    found.extend(phones(text).into_iter().map(|phone| (phone, Personal::Phone)));
    found.sort_by_key(|(place, _)| place.start);
    // A machine's address has the marks of a number too.
    let mut end = 0;
    found.retain(|(place, _)| {
        let is_further = place.start >= end;
        end = end.max(place.end);
        is_further
    });
    found
}

/// Numbers with a leading plus, an area in brackets, or an area of three digits and more that begins with 0.
fn phones(text: &str) -> Vec<Range<usize>> {
    let is_part = |c: char| c.is_ascii_digit() || " \u{a0}+-()/".contains(c);
    let mut found = Vec::new();
    let mut rest = 0;
    while let Some(from) = text.get(rest..).and_then(|tail| tail.find(|c: char| "+(0".contains(c))) {
        let start = rest + from;
        let tail = text.get(start..).unwrap_or_default();
        let run = tail.find(|c: char| !is_part(c)).unwrap_or(tail.len());
        let number = tail.get(..run).unwrap_or_default().trim_end_matches(|c: char| !c.is_ascii_digit());
        let is_within = text
            .get(..start)
            .and_then(|before| before.chars().next_back())
            .is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '/' | '_' | '+'));
        let digits = number.chars().filter(char::is_ascii_digit).count();
        let area = number.chars().take_while(char::is_ascii_digit).count();
        let is_long = if number.starts_with('0') { area >= 3 && digits >= 9 } else { digits >= 7 };
        let ends_well =
            !tail.get(number.len()..).is_some_and(|after| after.starts_with(|c: char| c.is_alphanumeric() || c == '_'));
        if !is_within && is_long && digits <= 15 && ends_well && !number.contains("  ") {
            found.push(start..start + number.len());
        }
        rest = start + number.len().max(1);
    }
    found
}

pub fn is_ip(value: &str) -> bool {
    value.contains(['.', ':']) && value.parse::<std::net::IpAddr>().is_ok()
}

fn is_phone(value: &str) -> bool {
    let digits = value.chars().filter(char::is_ascii_digit).count();
    (7..=15).contains(&digits) && value.chars().all(|c| c.is_ascii_digit() || " +-()/.".contains(c))
}

/// A number written as only telephone numbers are: with a leading plus or an area in brackets.
fn is_written_phone(value: &str) -> bool {
    is_phone(value) && (value.starts_with('+') || value.starts_with('(')) && !value.contains('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_found_within_a_text() {
        for (text, expected) in [
            (
                "Ask Ann <ann.smith@example.org>, or call +49 170 1234567.",
                vec!["ann.smith@example.org", "+49 170 1234567"],
            ),
            ("mailto:bo@example.com!", vec!["bo@example.com"]),
            ("(555) 010-0199 and 0170/1234567, 030 5550100", vec!["(555) 010-0199", "0170/1234567", "030 5550100"]),
            ("from 192.0.2.17:", vec!["192.0.2.17"]),
            ("41 % of 48,210 in 2026-11-03, 03.11.2026 10:00; 0.123456789, +5 points, 10 000 000", vec![]),
            ("Größe: ä@ß.de", vec!["ä@ß.de"]),
            ("v1.2.3, order 00012, A+, @home, x@y", vec![]),
        ] {
            let found: Vec<&str> = addresses(text).into_iter().map(|(place, _)| &text[place]).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn what_identifies_a_person_is_named() {
        for (name, values, expected) in [
            ("contact", &["ann@example.org", "bo@example.com", ""][..], Some(Personal::Email)),
            ("x", &["+44 20 7946 0018", "(555) 010-0199"], Some(Personal::Phone)),
            ("Phone", &["5550100199"], Some(Personal::Phone)),
            ("address", &["192.0.2.17", "2001:db8::1"], Some(Personal::IpAddress)),
            ("first_name", &["Ann", "Bo"], Some(Personal::Name)),
            ("user_id", &["5550100199", "5550100198"], None),
            ("event", &["home", "sign-up"], None),
            ("version", &["1.2.3"], None),
            ("date", &["2026-11-03"], None),
            ("first_name", &[], None),
        ] {
            assert_eq!(recognise(name, values), expected, "{name} {values:?}");
        }
    }
}
